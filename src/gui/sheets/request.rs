//! A letter that asks somebody to introduce me: drafted in the language of whoever gets it, to exactly one person, and
//! remembered as a follow-up. An introduction that I make has a sheet of its own ([`opt_in`](super::opt_in)).
//!
//! Owns what is typed and what sending means for the book. The words come from `letters`. Start reading at
//! [`RequestSheet::ui`].
//!
//! Invariant: the mail program is opened with one recipient (`suite::app_ways::a_request_goes_to_one_person`).

use chrono::Days;
use eframe::egui::{self, Key, Modifiers, vec2};

use super::day_field::DayField;
use super::{Next, SheetUi};
use crate::edit::{Edit, Log};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Button, HandField, TextField, segmented};
use crate::letters::{Letter, MailLink, Request, language_for, mail_link};
use crate::model::{Contact, Direction, Encounter, EncounterKind, FollowUp, FollowUpKind, Id};
use crate::text::{Locale, Texts};

/// What the system hands on to the mail program; a longer letter is on the clipboard instead.
const LONGEST_LINK: usize = if cfg!(windows) { 2_000 } else { 20_000 };
/// After how many days an answer is asked for.
const ANSWER_DAYS: u64 = 7;

/// A letter to one person.
pub struct RequestSheet {
    /// A way: the first one is asked to introduce me to the second, the last one is the goal.
    people: Vec<Id<Contact>>,
    name: String,
    locale: usize,
    about: String,
    letter: Letter,
    /// For what the letter was drafted; typing in it keeps it until one of these changes.
    drafted: Option<(usize, String)>,
    remind: DayField,
}

impl RequestSheet {
    /// Returns the sheet as it opens.
    pub fn new(people: Vec<Id<Contact>>, ctx: &ViewCtx<'_>) -> Self {
        let asked = people.first().and_then(|id| ctx.book.get(*id));
        let locale = asked.map_or(ctx.texts.locale(), |contact| language_for(contact, ctx.texts.locale()));
        Self {
            name: people.first().map(|id| name_of(ctx.book, ctx.texts, *id)).unwrap_or_default(),
            people,
            locale: Locale::ALL.iter().position(|it| *it == locale).unwrap_or(0),
            about: String::new(),
            letter: Letter::default(),
            drafted: None,
            remind: DayField::new(ctx, ctx.today.checked_add_days(Days::new(ANSWER_DAYS))),
        }
    }

    fn request(&self) -> Option<Request> {
        Some(Request::Reach { next: *self.people.get(1)?, target: self.people.last().copied()? })
    }

    /// Drafts the letter anew in another language or about something else.
    fn draft(&mut self, ctx: &ViewCtx<'_>) {
        let key = (self.locale, self.about.clone());
        if self.drafted.as_ref() == Some(&key) {
            return;
        }
        self.drafted = Some(key);
        if let (Some(request), Some(asked)) = (self.request(), self.people.first()) {
            let texts = Texts::new(Locale::ALL[self.locale.min(2)]);
            self.letter = request.draft(ctx.book, *asked, &self.about, &texts);
        }
    }

    /// What the follow-up says it is about: "Introduction to Ines Albrecht".
    fn goal(&self, ctx: &ViewCtx<'_>) -> String {
        let target = self.people.last();
        target.map(|id| ctx.texts.ways_request_about(&name_of(ctx.book, ctx.texts, *id))).unwrap_or_default()
    }

    /// The letter was sent: an e-mail of today, and a look at the answer.
    fn sent(&self, ctx: &mut ViewCtx<'_>) {
        let Some(asked) = self.people.first() else { return };
        let about = self.goal(ctx);
        let encounter = Encounter {
            kind: EncounterKind::Email,
            direction: Direction::FromMe,
            on: ctx.today,
            contacts: [*asked].into(),
            topics: vec![about.clone()],
            ..Encounter::default()
        };
        let next = self.remind.day().map(|due_on| {
            let contacts = [*asked].into();
            let kind = FollowUpKind::Message;
            Box::new(FollowUp { kind, due_on, contacts, about, ..FollowUp::default() })
        });
        ctx.edit(Edit::Log { log: Box::new(Log { encounter: Box::new(encounter), next, ..Log::default() }) });
    }

    fn address(&self, ctx: &ViewCtx<'_>) -> Option<String> {
        let contact = ctx.book.get(*self.people.first()?)?;
        contact.emails.iter().map(|mail| mail.value.trim().to_owned()).find(|mail| !mail.is_empty())
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
        TextField::new(texts.ways_request_subject()).show(ui, &mut self.letter.subject);
        ui.label(text::rich(texts.ways_request_letter(), TextKind::Label, p.text3));
        HandField::new(texts.ways_request_letter(), "", 9).show(ui, &mut self.letter.body);
        ui.horizontal(|ui| {
            let copy = Button::new(texts.ways_request_copy()).icon(icons::COPY).small();
            if ui.add(copy).clicked() {
                ctx.ask(Command::Copy(self.letter.body.clone()));
            }
            let mail = Button::new(texts.ways_request_mail()).icon(icons::ENVELOPE_SIMPLE).small();
            let mail = ui.add_enabled(address.is_some(), mail);
            if mail.on_disabled_hover_text(texts.ways_request_no_mail()).clicked()
                && let Some(address) = &address
            {
                match mail_link(address, &self.letter, LONGEST_LINK) {
                    Ok(MailLink::Whole(link)) => ctx.ask(Command::OpenLink(link)),
                    Ok(MailLink::WithoutBody(link)) => {
                        ctx.ask(Command::Copy(self.letter.body.clone()));
                        ctx.ask(Command::OpenLink(link));
                    }
                    Err(_) => ctx.ask(Command::Copy(self.letter.body.clone())),
                }
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
            let ready = self.remind.day().is_some() && ctx.writable;
            let sent = ui.add_enabled(ready, Button::primary(texts.ways_request_sent()));
            if sent.clicked() || (enter && ready) {
                self.sent(ctx);
                next = Next::Close;
            }
            let later = ui.add_enabled(ready, Button::new(texts.ways_request_later()));
            if later.clicked()
                && let (Some(due_on), Some(asked)) = (self.remind.day(), self.people.first())
            {
                let contacts = [*asked].into();
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
        texts.ways_request_title(&self.name)
    }

    fn width(&self) -> f32 {
        640.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        let gone = self.people.iter().any(|id| ctx.book.get(*id).is_none());
        if gone || self.request().is_none() {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        }
        let room = (ui.ctx().content_rect().height() - 230.0).max(180.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 2)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let field = TextField::new(texts.ways_request_topic()).hint(texts.ways_request_topic_hint());
                field.show(ui, &mut self.about);
                self.draft(ctx);
                self.letter_ui(ctx, ui);
                let width = ui.available_width().min(280.0);
                self.remind.ui(ctx, ui, texts.ways_request_remind(), "", width);
            });
        });
        ui.add_space(space::XS);
        self.foot_ui(ctx, ui)
    }
}
