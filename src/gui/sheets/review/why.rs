//! The question: why has it developed, why has it not? A short list, own reasons, and room for own words.

use eframe::egui::{self, Align, Key, Layout, ScrollArea, Stroke, Ui, vec2};

use super::ReviewSheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Chip, HandField, TextField, segmented};
use crate::index::reason_text;
use crate::model::{Contact, Id, ReviewReason};

/// The field of the own words does not grow beyond this; it scrolls.
const TALLEST_NOTE: f32 = 150.0;

impl ReviewSheet {
    /// Draws the question about the present person.
    pub(super) fn why_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, contact: Id<Contact>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.add_space(space::XL);
        let y = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, p.line));
        ui.add_space(space::XL);
        let Some(draft) = self.drafts.get_mut(&contact) else { return };
        ui.horizontal(|ui| {
            let words = if draft.developed { texts.review_why_has() } else { texts.review_why_has_not() };
            let room = ui.available_width() - 180.0;
            ui.allocate_ui(vec2(room, 28.0), |ui| {
                ui.add(egui::Label::new(text::rich(words, TextKind::Title, p.text)).truncate());
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let mut choice = usize::from(!draft.developed);
                let labels = [texts.review_has(), texts.review_has_not()];
                if segmented(ui, texts.review_developed(), &labels, &mut choice).changed() {
                    draft.developed = choice == 0;
                    // Those of the list stand on one side; own words may mean either.
                    draft.reasons.retain(|reason| reason.own().is_some());
                }
            });
        });
        ui.add_space(space::XXS);
        ScrollArea::vertical().id_salt(("review note", contact)).max_height(TALLEST_NOTE).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add_space(2.0);
            HandField::new(texts.review_note(), texts.review_note_hint(), 2).show(ui, &mut draft.note);
            ui.add_space(2.0);
        });
        ui.add_space(space::XXS);
        let listed: &[ReviewReason] =
            if draft.developed { &ReviewReason::FOR } else { &ReviewReason::AGAINST };
        let often = &self.own[usize::from(!draft.developed)];
        // Own words that were chosen just now are none that are offered often.
        let new: Vec<ReviewReason> = draft
            .reasons
            .iter()
            .filter(|reason| reason.own().is_some() && !often.contains(reason))
            .cloned()
            .collect();
        let reasons = &mut draft.reasons;
        let own_reason = &mut self.own_reason;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            ui.label(text::rich(texts.review_often(), TextKind::Small, p.text2));
            for reason in listed.iter().chain(often).chain(&new) {
                let on = reasons.contains(reason);
                let label = tidy(reason_text(reason, texts));
                let chip = Chip::new(&label, on);
                if ui.add(if on { chip.icon(icons::CHECK) } else { chip }).clicked() {
                    if on {
                        reasons.retain(|other| other != reason);
                    } else {
                        reasons.push(reason.clone());
                    }
                }
            }
            if ui.available_size_before_wrap().x < 170.0 {
                ui.end_row();
            }
            let field = TextField::new(texts.review_own_reason())
                .hide_label()
                .hint(texts.review_own_reason_hint())
                .width(170.0);
            let response = field.show(ui, own_reason);
            if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                let reason = ReviewReason::Own(tidy(own_reason));
                if reason.own().is_some_and(|words| !words.is_empty()) && !reasons.contains(&reason) {
                    reasons.push(reason);
                }
                own_reason.clear();
                response.request_focus();
            }
        });
    }
}
