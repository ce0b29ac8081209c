//! A letter that asks for an introduction, or makes one: drafted in the language of whoever gets it, to exactly one
//! person, and remembered as a follow-up.
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
use crate::gui::command::{Command, RequestOf};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Button, HandField, TextField, segmented};
use crate::letters::{Letter, MailLink, Request, language_for, mail_link};
use crate::model::{
    Contact, Direction, DueSource, Encounter, EncounterKind, FollowUp, FollowUpKind, Id, Introduction, Party,
    RecordRef,
};
use crate::text::{Locale, Texts};

/// What the system hands on to the mail program; a longer letter is on the clipboard instead.
const LONGEST_LINK: usize = if cfg!(windows) { 2_000 } else { 20_000 };
/// After how many days an answer is asked for.
const ANSWER_DAYS: u64 = 7;

/// A letter to one person.
pub struct RequestSheet {
    of: RequestOf,
    /// Who can get the letter; an introduction goes to each of the two.
    sides: Vec<(Id<Contact>, String)>,
    side: usize,
    locale: usize,
    about: String,
    letter: Letter,
    /// For what the letter was drafted; typing in it keeps it until one of these changes.
    drafted: Option<(usize, usize, String)>,
    remind: DayField,
    /// To whom the mail program was opened.
    written: Vec<usize>,
}

impl RequestSheet {
    /// Returns the sheet as it opens.
    pub fn new(of: RequestOf, ctx: &ViewCtx<'_>) -> Self {
        let people: Vec<Id<Contact>> = match &of {
            RequestOf::Reach(people) => people.first().copied().into_iter().collect(),
            RequestOf::Side { contact, .. } => vec![*contact],
            RequestOf::Introduce { introduction, .. } => sides_of(ctx, *introduction),
        };
        let sides: Vec<_> = people.into_iter().map(|id| (id, name_of(ctx.book, ctx.texts, id))).collect();
        let remind = ctx.today.checked_add_days(Days::new(ANSWER_DAYS));
        let note = introduction_of(&of).and_then(|id| ctx.book.get(id)).map(|it| it.note.trim().to_owned());
        let mut sheet = Self {
            of,
            sides,
            side: 0,
            locale: 0,
            about: note.unwrap_or_default(),
            letter: Letter::default(),
            drafted: None,
            remind: DayField::new(ctx, remind),
            written: Vec::new(),
        };
        sheet.locale = sheet.language(ctx);
        sheet
    }

    /// The place of the language of whoever gets the letter.
    fn language(&self, ctx: &ViewCtx<'_>) -> usize {
        let contact = self.sides.get(self.side).and_then(|(id, _)| ctx.book.get(*id));
        let locale = contact.map_or(ctx.texts.locale(), |contact| language_for(contact, ctx.texts.locale()));
        Locale::ALL.iter().position(|it| *it == locale).unwrap_or(0)
    }

    fn request(&self, ctx: &ViewCtx<'_>) -> Option<Request> {
        let asked = self.sides.get(self.side)?.0;
        match &self.of {
            RequestOf::Reach(people) => {
                Some(Request::Reach { next: *people.get(1)?, target: people.last().copied()? })
            }
            RequestOf::Side { introduction, .. } => {
                let other = sides_of(ctx, *introduction).into_iter().find(|side| *side != asked)?;
                Some(Request::MayIntroduce { other })
            }
            RequestOf::Introduce { introduction, .. } => {
                let other = sides_of(ctx, *introduction).into_iter().find(|side| *side != asked)?;
                Some(Request::Introduce { other })
            }
        }
    }

    /// Drafts the letter anew when somebody else gets it, in another language or about something else.
    fn draft(&mut self, ctx: &ViewCtx<'_>) {
        let key = (self.side, self.locale, self.about.clone());
        if self.drafted.as_ref() == Some(&key) {
            return;
        }
        self.drafted = Some(key);
        if let (Some(request), Some((asked, _))) = (self.request(ctx), self.sides.get(self.side)) {
            let texts = Texts::new(Locale::ALL[self.locale.min(2)]);
            self.letter = request.draft(ctx.book, *asked, &self.about, &texts);
        }
    }

    /// What the follow-up says it is about: "Introduction to Ines Albrecht".
    fn goal(&self, ctx: &ViewCtx<'_>) -> String {
        let target = match &self.of {
            RequestOf::Reach(people) => people.last().copied(),
            RequestOf::Side { .. } | RequestOf::Introduce { .. } => None,
        };
        target.map(|id| ctx.texts.ways_request_about(&name_of(ctx.book, ctx.texts, id))).unwrap_or_default()
    }

    /// The letter was sent: an e-mail of today, and a look at the answer.
    fn sent(&self, ctx: &mut ViewCtx<'_>) {
        let Some((asked, _)) = self.sides.get(self.side) else { return };
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
        let contact = ctx.book.get(self.sides.get(self.side)?.0)?;
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
                self.written.push(self.side);
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
                self.written.push(self.side);
            }
        });
    }

    /// What is done with the letter; returns what the sheet wants.
    fn foot_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) -> Next {
        let texts = ctx.texts;
        let written = self.written.contains(&self.side);
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut next = Next::Stay;
        let name = self.sides.get(self.side).map(|(_, name)| name.clone()).unwrap_or_default();
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| match self.of.clone() {
            RequestOf::Reach(people) => {
                let ready = self.remind.day().is_some();
                let sent = ui.add_enabled(ready && ctx.writable, Button::primary(texts.ways_request_sent()));
                if sent.clicked() || (enter && ready && ctx.writable) {
                    self.sent(ctx);
                    next = Next::Close;
                }
                let later = ui.add_enabled(ready && ctx.writable, Button::new(texts.ways_request_later()));
                if later.clicked()
                    && let (Some(due_on), Some(asked)) = (self.remind.day(), people.first())
                {
                    let contacts = [*asked].into();
                    let (kind, about) = (FollowUpKind::Message, self.goal(ctx));
                    let follow_up = FollowUp { kind, due_on, contacts, about, ..FollowUp::default() };
                    ctx.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
                    next = Next::Close;
                }
            }
            RequestOf::Side { source, .. } => {
                let agrees = texts.ways_request_agrees(&name);
                let button = if written { Button::primary(&agrees) } else { Button::new(&agrees) };
                if ctx.add_writing(ui, button.icon(icons::CHECK)).clicked() || (enter && ctx.writable) {
                    ctx.edit(Edit::CompleteFollowUp { follow_up: source, encounter: None });
                    next = Next::Close;
                }
                if ctx.add_writing(ui, Button::ghost(texts.ways_request_declines())).clicked() {
                    let reason = texts.ways_request_declined(&name);
                    ctx.edit(Edit::DropFollowUp { follow_up: source, reason });
                    next = Next::Close;
                }
            }
            RequestOf::Introduce { introduction, source } => {
                let done = texts.ways_request_introduced();
                let both = self.sides.len() > 1 && (0..2).all(|side| self.written.contains(&side));
                let button = if both { Button::primary(done) } else { Button::new(done) };
                if ctx.add_writing(ui, button.icon(icons::CHECK)).clicked() || (enter && ctx.writable) {
                    introduced(ctx, introduction, source);
                    next = Next::Close;
                }
            }
        });
        next
    }
}

/// The introduction is made: its follow-up is done, or where there is none its state says so.
fn introduced(ctx: &mut ViewCtx<'_>, id: Id<Introduction>, source: Option<DueSource>) {
    if let Some(follow_up) = source {
        ctx.edit(Edit::CompleteFollowUp { follow_up, encounter: None });
    } else if let Some(introduction) = ctx.book.get(id) {
        let state = crate::model::IntroductionState::Made;
        let introduction = Introduction { state, on: Some(ctx.today), ..Introduction::clone(introduction) };
        ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(introduction) });
    }
}

fn introduction_of(of: &RequestOf) -> Option<Id<Introduction>> {
    match of {
        RequestOf::Reach(_) => None,
        RequestOf::Side { introduction, .. } | RequestOf::Introduce { introduction, .. } => {
            Some(*introduction)
        }
    }
}

fn sides_of(ctx: &ViewCtx<'_>, introduction: Id<Introduction>) -> Vec<Id<Contact>> {
    ctx.book
        .get(introduction)
        .map_or_else(Vec::new, |it| [it.a, it.b].into_iter().filter_map(Party::contact).collect())
}

impl SheetUi for RequestSheet {
    fn title(&self, texts: &Texts) -> String {
        let name = self.sides.get(self.side).map_or("", |(_, name)| name.as_str());
        match self.of {
            RequestOf::Reach(_) | RequestOf::Side { .. } => texts.ways_request_title(name),
            RequestOf::Introduce { .. } => texts.ways_request_introduce_title().to_owned(),
        }
    }

    fn width(&self) -> f32 {
        640.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        let gone =
            introduction_of(&self.of).is_some_and(|id| !ctx.book.contains(RecordRef::Introduction(id)));
        if self.sides.is_empty() || gone || self.request(ctx).is_none() {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        }
        let room = (ui.ctx().content_rect().height() - 230.0).max(180.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 2)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                if self.sides.len() > 1 {
                    let names: Vec<&str> = self.sides.iter().map(|(_, name)| name.as_str()).collect();
                    let before = self.side;
                    segmented(ui, texts.ways_request_whom(), &names, &mut self.side);
                    if before != self.side {
                        self.locale = self.language(ctx);
                    }
                }
                let field = TextField::new(texts.ways_request_topic()).hint(texts.ways_request_topic_hint());
                field.show(ui, &mut self.about);
                self.draft(ctx);
                self.letter_ui(ctx, ui);
                if matches!(self.of, RequestOf::Reach(_)) {
                    let width = ui.available_width().min(280.0);
                    self.remind.ui(ctx, ui, texts.ways_request_remind(), "", width);
                }
            });
        });
        ui.add_space(space::XS);
        self.foot_ui(ctx, ui)
    }
}
