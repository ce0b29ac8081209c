//! A letter to one person, drafted in their language: it asks to introduce me, and is remembered as a follow-up; or it does a
//! follow-up about a passed-on card or a lead. An introduction that I make has a sheet of its own ([`opt_in`](super::opt_in)).
//!
//! Owns what is typed and what sending means for the book. The words come from `letters`. Start reading at
//! [`RequestSheet::ui`].
//!
//! Invariant: the mail program is opened with one recipient (`suite::app_ways::a_request_goes_to_one_person`,
//! `suite::app_today::asking_how_it_went_opens_the_letter_in_their_language`).

use chrono::Days;
use eframe::egui::{self, Key, Modifiers, vec2};

use super::day_field::DayField;
use super::{Next, SheetUi};
use crate::edit::{Edit, Log};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::{Fate, LetterOut, address_ui, not_opened_ui, whole};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Button, HandField, TextField, segmented};
use crate::letters::{Letter, Request, about_referral, best_address, check_address, language_for};
use crate::model::{
    Contact, Direction, DueSource, Encounter, EncounterKind, FollowUp, FollowUpKind, Id, Reason, Referral,
};
use crate::text::{Locale, Texts};

/// After how many days an answer is asked for.
const ANSWER_DAYS: u64 = 7;

/// What a letter is for.
enum For {
    /// A way: the first one is asked to introduce me to the second, the last one is the goal.
    Way(Vec<Id<Contact>>),
    /// Somebody who may be able to help me is asked.
    Help(Id<Contact>),
    /// A follow-up about a referral, which sending the letter does.
    FollowUp(DueSource, Option<Id<Contact>>),
    /// Telling an owner that their card was passed on, which no follow-up asks for.
    Owner(Id<Referral>, Option<Id<Contact>>),
}

/// A letter to one person.
pub struct RequestSheet {
    of: For,
    name: String,
    locale: usize,
    about: String,
    letter: Letter,
    /// For what the letter was drafted, and with which state of the book; typing in it keeps it until language or topic
    /// changes.
    drafted: Option<(usize, String, u64)>,
    remind: DayField,
    /// What became of the letter in the mail program.
    fate: Option<Fate>,
}

impl RequestSheet {
    /// Returns the sheet as it opens, for a way to somebody.
    pub fn new(people: Vec<Id<Contact>>, ctx: &ViewCtx<'_>) -> Self {
        Self::to(For::Way(people), ctx)
    }

    /// Returns the sheet as it opens, for something to be done about a passed-on card or a lead.
    pub fn about(source: DueSource, ctx: &ViewCtx<'_>) -> Self {
        let follow_up = source.stored().and_then(|id| ctx.book.get(id));
        let contact = follow_up.and_then(|it| it.contacts.first().copied());
        Self::to(For::FollowUp(source, contact), ctx)
    }

    /// Returns the sheet as it opens, for asking somebody to help with this.
    pub fn for_help(contact: Id<Contact>, need: &str, ctx: &ViewCtx<'_>) -> Self {
        Self { about: need.trim().to_owned(), ..Self::to(For::Help(contact), ctx) }
    }

    /// Whether it asks for something on my own behalf: what it is about is typed, and the answer is remembered.
    fn asks(&self) -> bool {
        matches!(self.of, For::Way(_) | For::Help(_))
    }

    /// Returns the sheet as it opens, for telling the owner of a card that it was passed on.
    pub fn to_owner(referral: Id<Referral>, ctx: &ViewCtx<'_>) -> Self {
        let owner = ctx.book.get(referral).map(|it| it.subject);
        Self::to(For::Owner(referral, owner), ctx)
    }

    fn to(of: For, ctx: &ViewCtx<'_>) -> Self {
        let mut sheet = Self {
            name: String::new(),
            of,
            locale: 0,
            about: String::new(),
            letter: Letter::default(),
            drafted: None,
            remind: DayField::new(ctx, ctx.today.checked_add_days(Days::new(ANSWER_DAYS))),
            fate: None,
        };
        let asked = sheet.asked().and_then(|id| ctx.book.get(id));
        let locale = asked.map_or(ctx.texts.locale(), |contact| language_for(contact, ctx.texts.locale()));
        sheet.locale = Locale::ALL.iter().position(|it| *it == locale).unwrap_or(0);
        sheet.name = sheet.asked().map(|id| name_of(ctx.book, ctx.texts, id)).unwrap_or_default();
        sheet
    }

    /// Who gets the letter.
    fn asked(&self) -> Option<Id<Contact>> {
        match &self.of {
            For::Way(people) => people.first().copied(),
            For::Help(contact) => Some(*contact),
            For::FollowUp(_, contact) | For::Owner(_, contact) => *contact,
        }
    }

    /// Drafts the letter; nothing when those whom it is about are gone, or nothing asks for it any more.
    fn words(&self, ctx: &ViewCtx<'_>) -> Option<Letter> {
        let texts = Texts::new(Locale::ALL[self.locale.min(2)]);
        match &self.of {
            For::Way(people) => {
                let (next, target) = (*people.get(1)?, people.last().copied()?);
                let is_there = people.iter().all(|id| ctx.book.get(*id).is_some());
                let request = Request::Reach { next, target };
                is_there.then(|| request.draft(ctx.book, people[0], &self.about, &texts))
            }
            For::Help(contact) => {
                ctx.book.get(*contact)?;
                Some(Request::Help.draft(ctx.book, *contact, &self.about, &texts))
            }
            For::FollowUp(source, contact) => {
                let follow_up = ctx.book.get(source.stored()?)?;
                let Reason::Referral(referral) = follow_up.reason else { return None };
                let referral = ctx.book.get(referral)?;
                about_referral(ctx.book, referral, follow_up.kind, (*contact)?, &texts)
            }
            For::Owner(referral, owner) => {
                let referral = ctx.book.get(*referral).filter(|it| it.owner_must_be_told())?;
                about_referral(ctx.book, referral, FollowUpKind::TellOwner, (*owner)?, &texts)
            }
        }
    }

    /// Drafts the letter anew in another language or about something else. Returns whether there is one.
    fn draft(&mut self, ctx: &ViewCtx<'_>) -> bool {
        let key = (self.locale, self.about.clone(), ctx.revision);
        let Some((locale, about, revision)) = &self.drafted else { return self.draft_anew(ctx, key) };
        if *revision != key.2 {
            // What is typed stays; only whether there is still something to write about is asked.
            let is_there = self.words(ctx).is_some();
            self.drafted = Some((*locale, about.clone(), if is_there { key.2 } else { *revision }));
            return is_there;
        }
        (*locale, about.as_str()) == (key.0, key.1.as_str()) || self.draft_anew(ctx, key)
    }

    fn draft_anew(&mut self, ctx: &ViewCtx<'_>, key: (usize, String, u64)) -> bool {
        match self.words(ctx) {
            Some(letter) => {
                (self.letter, self.drafted) = (letter, Some(key));
                true
            }
            None => false,
        }
    }

    /// What the follow-up says it is about: "Introduction to Ines Albrecht".
    fn goal(&self, ctx: &ViewCtx<'_>) -> String {
        if matches!(self.of, For::Help(_)) {
            return tidy(&self.about);
        }
        let For::Way(people) = &self.of else { return String::new() };
        let target = people.last();
        target.map(|id| ctx.texts.ways_request_about(&name_of(ctx.book, ctx.texts, *id))).unwrap_or_default()
    }

    /// The letter was sent: an e-mail of today, and a look at the answer, or the end of what asked for it.
    fn sent(&self, ctx: &mut ViewCtx<'_>) {
        let Some(asked) = self.asked() else { return };
        let about = self.goal(ctx);
        let encounter = Encounter {
            kind: EncounterKind::Email,
            direction: Direction::FromMe,
            on: ctx.today,
            contacts: [asked].into(),
            topics: Some(about.clone()).filter(|about| !about.is_empty()).into_iter().collect(),
            ..Encounter::default()
        };
        if let For::Owner(referral, _) = self.of {
            ctx.edit(Edit::TellOwner { referral });
            return;
        }
        if let For::FollowUp(follow_up, _) = self.of {
            ctx.edit(Edit::CompleteFollowUp { follow_up, encounter: Some(Box::new(encounter)) });
            return;
        }
        let next = self.remind.day().map(|due_on| {
            let contacts = [asked].into();
            let kind = FollowUpKind::Message;
            Box::new(FollowUp { kind, due_on, contacts, about, ..FollowUp::default() })
        });
        ctx.edit(Edit::Log { log: Box::new(Log { encounter: Box::new(encounter), next, ..Log::default() }) });
    }

    /// What the letter does, when it is something to be done.
    fn source(&self) -> Option<DueSource> {
        match self.of {
            For::FollowUp(source, _) => Some(source),
            For::Way(_) | For::Help(_) | For::Owner(..) => None,
        }
    }

    fn address(&self, ctx: &ViewCtx<'_>) -> Option<String> {
        best_address(ctx.book.get(self.asked()?)?).map(str::to_owned)
    }

    fn letter_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let address = self.address(ctx);
        ui.horizontal(|ui| {
            let to = match &address {
                Some(address) => texts.ways_request_to(&tidy(address)),
                None => texts.ways_request_no_mail().to_owned(),
            };
            let room = ui.available_width() - 250.0;
            ui.allocate_ui(vec2(room, 20.0), |ui| {
                ui.add(egui::Label::new(text::rich(&to, TextKind::Small, p.text2)).truncate());
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let names = Locale::ALL.map(Locale::name);
                segmented(ui, texts.ways_request_language(), &names, &mut self.locale);
            });
        });
        address_ui(texts, ui, address.as_deref());
        TextField::new(texts.ways_request_subject()).show(ui, &mut self.letter.subject);
        ui.label(text::rich(texts.ways_request_letter(), TextKind::Label, p.text3));
        HandField::new(texts.ways_request_letter(), "", 9).show(ui, &mut self.letter.body);
        not_opened_ui(ctx, ui, self.fate.as_ref(), (address.as_deref(), &self.letter));
        ui.horizontal(|ui| {
            let copy = Button::new(texts.ways_request_copy()).icon(icons::COPY).small();
            if ui.add(copy).clicked() {
                ctx.ask(Command::Copy(whole(None, &self.letter)));
            }
            let mail = Button::new(texts.ways_request_mail()).icon(icons::ENVELOPE_SIMPLE).small();
            let can_open = address.as_deref().is_some_and(|address| check_address(address).is_ok());
            let mail = ui.add_enabled(can_open, mail);
            if mail.on_disabled_hover_text(texts.ways_request_no_mail()).clicked() {
                let fate = Fate::default();
                self.fate = Some(fate.clone());
                let (name, letter) = (self.name.clone(), self.letter.clone());
                ctx.ask(Command::OpenLetters(vec![LetterOut {
                    to: address,
                    name,
                    letter,
                    tells: None,
                    fate,
                }]));
            }
        });
    }

    /// What is done with the letter; returns what the sheet wants.
    fn foot_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) -> Next {
        let texts = ctx.texts;
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut next = Next::Stay;
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            let is_way = self.asks();
            let ready = (self.remind.day().is_some() || !is_way) && ctx.writable;
            let words = if is_way { texts.ways_request_sent() } else { texts.today_sent() };
            let sent = ui.add_enabled(ready, Button::primary(words));
            if sent.clicked() || (enter && ready) {
                self.sent(ctx);
                next = Next::Close;
            }
            if !is_way {
                if let Some(put_off) = self.source().filter(|_| ctx.writable) {
                    let later = ui.add(Button::new(texts.passon_another_day()));
                    if later.clicked() {
                        ctx.open(Sheet::PutOff(vec![put_off]));
                    }
                }
                return;
            }
            let later = ui.add_enabled(ready, Button::new(texts.ways_request_later()));
            if later.clicked()
                && let (Some(due_on), Some(asked)) = (self.remind.day(), self.asked())
            {
                let contacts = [asked].into();
                let (kind, about) = (FollowUpKind::Message, self.goal(ctx));
                let follow_up = FollowUp { kind, due_on, contacts, about, ..FollowUp::default() };
                ctx.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
                next = Next::Close;
            }
        });
        next
    }
}

impl SheetUi for RequestSheet {
    fn title(&self, texts: &Texts) -> String {
        match self.of {
            For::Way(_) | For::Help(_) => texts.ways_request_title(&self.name),
            For::FollowUp(..) | For::Owner(..) => texts.calendar_title_message(&self.name),
        }
    }

    fn width(&self) -> f32 {
        640.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        if !self.draft(ctx) {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        }
        let room = (ui.ctx().content_rect().height() - 230.0).max(180.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 2)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let is_way = self.asks();
                if is_way {
                    let field =
                        TextField::new(texts.ways_request_topic()).hint(texts.ways_request_topic_hint());
                    field.show(ui, &mut self.about);
                }
                self.letter_ui(ctx, ui);
                if is_way {
                    let width = ui.available_width().min(280.0);
                    self.remind.ui(ctx, ui, texts.ways_request_remind(), "", width);
                }
            });
        });
        ui.add_space(space::XS);
        self.foot_ui(ctx, ui)
    }
}
