//! Adds or changes a follow-up: what, with whom, by when, about what.

use eframe::egui;

use super::day_field::{DayField, save_key, time_ui};
use super::repeat_field::RepeatField;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::command::{FollowUpDraft, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::calendar::items::seal;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::{Button, Chip, TextField};
use crate::index::Telling;
use crate::model::{DueSource, FollowUp, FollowUpKind, Foreseen, Id};
use crate::text::Texts;

/// Adds or changes a follow-up.
pub struct FollowUpSheet {
    /// What it was; a new one has no id.
    before: FollowUp,
    kind: FollowUpKind,
    people: PersonPicker,
    day: DayField,
    time: String,
    about: String,
    repeat: RepeatField,
    /// Why it is there; empty for a new one.
    why: String,
    /// Saving was tried without a person and without words.
    person_needed: bool,
}

impl FollowUpSheet {
    /// Returns the sheet as it opens.
    pub fn new(draft: &FollowUpDraft, ctx: &ViewCtx<'_>) -> Self {
        let before = draft.source.and_then(|source| match source {
            DueSource::Stored(id) => ctx.book.get(id).map(|record| (**record).clone()),
            // It becomes a record when it is saved.
            DueSource::Foreseen(foreseen) => Some(FollowUp { id: Id::NIL, ..foreseen.follow_up() }),
        });
        let is_new = before.is_none();
        let telling = Telling { book: ctx.book, texts: ctx.texts, today: ctx.today };
        let why = before.as_ref().map(|record| crate::index::why(telling, record)).unwrap_or_default();
        let before = before.unwrap_or_default();
        let due_on = draft.due_on.unwrap_or(ctx.today);
        let mut people = PersonPicker::several(draft.contacts.clone());
        if is_new && draft.contacts.is_empty() {
            people = people.focused();
        }
        Self {
            kind: draft.kind,
            people,
            day: DayField::new(ctx, Some(due_on)),
            time: before.due_at.map(|at| ctx.texts.locale().time(at)).unwrap_or_default(),
            about: before.about.clone(),
            repeat: RepeatField::new(ctx, &before.repeat, before.repeat_from.unwrap_or(before.due_on)),
            why,
            before,
            person_needed: false,
        }
    }

    fn is_new(&self) -> bool {
        self.before.id.is_nil()
    }
}

impl SheetUi for FollowUpSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.is_new() { texts.calendar_add() } else { texts.calendar_sheet_change() }.to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::XS;
        if !self.why.is_empty() {
            ui.add(egui::Label::new(text::rich(&self.why, TextKind::Small, p.text2)).wrap());
            ui.add_space(space::XS);
        }
        ui.label(text::rich(texts.calendar_kind(), TextKind::Label, p.text3));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            for kind in FollowUpKind::ALL {
                let chip = Chip::new(kind.words(texts), self.kind == kind).seal(seal(kind));
                if ui.add(chip).clicked() {
                    self.kind = kind;
                }
            }
        });
        ui.add_space(space::S);
        if self.people.ui(ctx, ui, texts.calendar_who()) {
            self.person_needed = false;
        }
        ui.add_space(space::S);
        let width = ui.available_width();
        let mut time = Ok(None);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let day = (width - space::L) * 0.72;
            self.day.ui(ctx, ui, texts.calendar_when(), texts.calendar_when_hint(), day);
            if let Some(at) = self.day.take_time() {
                self.time = texts.locale().time(at);
            }
            let rest = width - day - space::L;
            time = time_ui(ctx, ui, texts.calendar_time(), rest, &mut self.time);
        });
        self.day.quick_ui(ctx, ui);
        ui.add_space(space::S);
        self.repeat.ui(ctx, ui);
        ui.add_space(space::S);
        let field = TextField::new(texts.calendar_about()).hint(texts.calendar_about_hint());
        let about = field.show(ui, &mut self.about);
        if about.changed() {
            self.person_needed = false;
        }
        let entered = about.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if self.person_needed {
            ui.label(text::rich(texts.calendar_person_needed(), TextKind::Label, p.danger));
        }
        ui.add_space(space::XL);
        let repeat = self.day.day().ok_or(()).and_then(|day| self.repeat.rule(day));
        let ready = self.day.day().is_some() && time.is_ok() && repeat.is_ok();
        let mut next = Next::Stay;
        let mut save = (entered || save_key(ui)) && ready;
        let foot = egui::vec2(ui.available_width(), 32.0);
        ui.allocate_ui_with_layout(foot, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label = if self.is_new() { texts.common_add() } else { texts.common_save() };
            save |= ui.add_enabled(ready, Button::primary(label)).clicked();
            if ui.add(Button::ghost(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
            if self.before.is_open() && (!self.is_new() || Foreseen::of(&self.before).is_some()) {
                let source = match Foreseen::of(&self.before).filter(|_| self.is_new()) {
                    Some(foreseen) => DueSource::Foreseen(foreseen),
                    None => DueSource::Stored(self.before.id),
                };
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let ask = Sheet::of_ask(ctx.book, source);
                    let done = if ask.is_some() { texts.passon_ask() } else { texts.common_done() };
                    if ui.add(Button::ghost(done).icon(icons::CHECK)).clicked() {
                        let contacts = source.contacts(ctx.book);
                        if let Some(sheet) = ask {
                            ctx.open(sheet);
                        } else if contacts.is_empty() {
                            ctx.edit(Edit::CompleteFollowUp { follow_up: source, encounter: None });
                        } else {
                            ctx.open(Sheet::LogEncounter { contacts, completes: Some(source) });
                        }
                        next = Next::Close;
                    }
                    if ui.add(Button::ghost(texts.rules_give_up_menu())).clicked() {
                        ctx.open(Sheet::GiveUp(source));
                        next = Next::Close;
                    }
                    if !self.is_new() && ui.add(Button::ghost(texts.common_remove()).danger()).clicked() {
                        ctx.edit(Edit::RemoveFollowUp { follow_up: self.before.id });
                        next = Next::Close;
                    }
                });
            } else if !self.is_new() {
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    if ui.add(Button::ghost(texts.common_remove()).danger()).clicked() {
                        ctx.edit(Edit::RemoveFollowUp { follow_up: self.before.id });
                        next = Next::Close;
                    }
                });
            }
        });
        let (Some(due_on), Ok(due_at), Ok(repeat), true) = (self.day.day(), time, repeat, save) else {
            return next;
        };
        if self.people.chosen().is_empty() && self.about.trim().is_empty() {
            self.person_needed = true;
            return Next::Stay;
        }
        let follow_up = Box::new(FollowUp {
            kind: self.kind,
            due_on,
            due_at,
            contacts: self.people.chosen().iter().copied().collect(),
            about: self.about.trim().to_owned(),
            // A rule that stays the same goes on counting from its day.
            repeat_from: self
                .before
                .repeat_from
                .filter(|_| repeat == self.before.repeat && due_on == self.before.due_on),
            repeat,
            ..self.before.clone()
        });
        ctx.edit(if self.is_new() {
            Edit::AddFollowUp { follow_up }
        } else {
            Edit::ChangeFollowUp { follow_up }
        });
        Next::Close
    }
}
