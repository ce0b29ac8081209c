//! Two small sheets about things to be done: another day for them, and giving one up with a reason.
//!
//! Owns the day and the words that are typed. Must not know what the edits do. Start reading at [`PutOff`].

use eframe::egui::{self, vec2};

use super::day_field::DayField;
use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Chip, TextField};
use crate::index::Telling;
use crate::model::DueSource;
use crate::text::Texts;

/// Another day for things to be done.
pub struct PutOff {
    what: Vec<DueSource>,
    day: DayField,
}

impl PutOff {
    /// Returns the sheet as it opens: with a week from now.
    pub fn new(what: Vec<DueSource>, ctx: &ViewCtx<'_>) -> Self {
        let day = ctx.today.checked_add_days(chrono::Days::new(7));
        Self { what, day: DayField::new(ctx, day) }
    }
}

impl SheetUi for PutOff {
    fn title(&self, texts: &Texts) -> String {
        texts.rules_put_off().to_owned()
    }

    fn width(&self) -> f32 {
        440.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = space::S;
        what_ui(ctx, ui, &self.what);
        let width = ui.available_width();
        self.day.ui(ctx, ui, texts.calendar_when(), texts.calendar_when_hint(), width);
        self.day.quick_ui(ctx, ui);
        ui.add_space(space::S);
        let day = self.day.day();
        if footer(ctx, ui, texts.rules_put_off_do(), day.is_some(), texts.calendar_date_bad(), &mut next)
            && let Some(to) = day
        {
            ctx.edit(Edit::MoveFollowUps { follow_ups: std::mem::take(&mut self.what), to });
            next = Next::Close;
        }
        next
    }
}

/// Giving something up, with a reason.
pub struct GiveUp {
    what: DueSource,
    reason: String,
    first_frame: bool,
}

impl GiveUp {
    /// Returns the sheet as it opens.
    pub fn new(what: DueSource) -> Self {
        Self { what, reason: String::new(), first_frame: true }
    }
}

impl SheetUi for GiveUp {
    fn title(&self, texts: &Texts) -> String {
        texts.rules_give_up().to_owned()
    }

    fn width(&self) -> f32 {
        440.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = space::S;
        what_ui(ctx, ui, &[self.what]);
        if Sheet::of_ask(ctx.book, self.what).is_some() {
            let p = Palette::of(ui);
            let words = texts.rules_give_up_ask();
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
        let field = TextField::new(texts.rules_give_up_why()).hint(texts.rules_give_up_hint());
        let response = field.show(ui, &mut self.reason);
        if std::mem::take(&mut self.first_frame) {
            response.request_focus();
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for reason in [
                texts.rules_give_up_done_anyway(),
                texts.rules_give_up_not_needed(),
                texts.rules_give_up_no_time(),
            ] {
                if ui.add(Chip::new(reason, self.reason == reason)).clicked() {
                    reason.clone_into(&mut self.reason);
                }
            }
        });
        ui.add_space(space::S);
        if footer(ctx, ui, texts.rules_give_up_do(), true, "", &mut next) || enter {
            let reason = self.reason.trim().to_owned();
            ctx.edit(Edit::DropFollowUp { follow_up: self.what, reason });
            next = Next::Close;
        }
        next
    }
}

/// What it is about, and why it is there.
fn what_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, what: &[DueSource]) {
    let p = Palette::of(ui);
    let telling = Telling { book: ctx.book, texts: ctx.texts, today: ctx.today };
    if let [one] = what
        && let Some(due) = ctx.index.due_by(*one, ctx.today)
    {
        let names: Vec<String> = due.contacts.iter().take(3).filter_map(|id| telling.name(*id)).collect();
        let kind = due.kind.words(ctx.texts);
        let line = [kind.to_owned(), names.join(", ")].join(" · ");
        ui.add(
            egui::Label::new(text::rich(line.trim_end_matches(" · "), TextKind::Strong, p.text)).truncate(),
        );
        ui.add(egui::Label::new(text::rich(&due.why(telling), TextKind::Small, p.text2)).wrap());
    } else {
        let words = ctx.texts.common_reminders(what.len() as i64);
        ui.label(text::rich(&words, TextKind::Strong, p.text));
    }
}
