//! Changes the words of a review that was made, or takes it back.
//!
//! The verdict stays as it was: another one is another review. Start reading at [`EditReview`].

use eframe::egui::{self, vec2};

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::views::words::verdict_label;
use crate::gui::widgets::{Button, Chip, HandField, TextField};
use crate::index::reason_text;
use crate::model::{Id, Review, ReviewReason, Verdict};
use crate::text::Texts;

/// The words of a review.
pub struct EditReview {
    before: Review,
    name: String,
    /// The reasons that were chosen, and whether each still holds.
    reasons: Vec<(ReviewReason, bool)>,
    note: String,
    next_step: Option<String>,
}

impl EditReview {
    /// Returns the sheet as it opens.
    pub fn new(id: Id<Review>, ctx: &ViewCtx<'_>) -> Self {
        let before = ctx.book.get(id).map(|review| Review::clone(review)).unwrap_or_default();
        let next_step = match &before.verdict {
            Verdict::Deepen { next_step, .. } => Some(next_step.clone()),
            Verdict::Keep { .. } | Verdict::LetGo => None,
        };
        Self {
            name: name_of(ctx.book, ctx.texts, before.contact),
            reasons: before.reasons.iter().map(|reason| (reason.clone(), true)).collect(),
            note: before.note.clone(),
            next_step,
            before,
        }
    }
}

impl SheetUi for EditReview {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_review_edit(&self.name)
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        if ctx.book.get(self.before.id).is_none() {
            return Next::Close;
        }
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let day = texts.locale().day_medium(self.before.on);
        let ended = format!("{} · {day}", verdict_label(&self.before.verdict, texts));
        ui.label(text::rich(&ended, TextKind::Body, p.text2));
        if !self.reasons.is_empty() {
            ui.label(text::rich(texts.inspector_review_reasons(), TextKind::Label, p.text3));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                for (reason, holds) in &mut self.reasons {
                    if ui.add(Chip::new(&tidy(reason_text(reason, texts)), *holds)).clicked() {
                        *holds = !*holds;
                    }
                }
            });
        }
        ui.label(text::rich(texts.review_note(), TextKind::Label, p.text3));
        HandField::new(texts.review_note(), texts.review_note(), 3).show(ui, &mut self.note);
        if let Some(step) = &mut self.next_step {
            TextField::new(texts.review_next_step()).hint(texts.review_next_step_hint()).show(ui, step);
        }
        let remove = Button::ghost(texts.common_remove()).icon(icons::TRASH).small().danger();
        let remove = ctx.add_writing(ui, remove);
        if crate::gui::widgets::tip(remove, texts.inspector_review_remove_tip(), None).clicked() {
            ctx.edit(Edit::RemoveReview { review: self.before.id });
            next = Next::Close;
        }
        ui.add_space(4.0);
        let step = self.next_step.as_deref().map(str::trim);
        let ready = step.is_none_or(|step| !step.is_empty()) && ctx.writable;
        if footer(ctx, ui, texts.common_save(), ready, texts.review_step_needed(), &mut next) {
            let holds = self.reasons.iter().filter(|(_, holds)| *holds);
            let reasons: Vec<ReviewReason> = holds.map(|(reason, _)| reason.clone()).collect();
            let note = self.note.trim().to_owned();
            let next_step = step.unwrap_or_default().to_owned();
            let same_step = match &self.before.verdict {
                Verdict::Deepen { next_step: before, .. } => *before == next_step,
                Verdict::Keep { .. } | Verdict::LetGo => true,
            };
            if !same_step || reasons != self.before.reasons || note != self.before.note {
                ctx.edit(Edit::ChangeReview { review: self.before.id, reasons, note, next_step });
            }
            next = Next::Close;
        }
        next
    }
}
