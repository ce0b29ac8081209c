//! The boxes beside the page: what the organiser did, and whether to go again.
//!
//! Start reading at [`ui`].

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Ui};

use super::Shown;
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{box_frame, section_header, segmented};
use crate::model::*;

/// Draws the boxes.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            section_header(ui, texts.events_care(), None);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(text::rich(&shown.care, TextKind::Body, p.text2));
            });
        });
        let care = event.organizer_care;
        let questions = [
            (texts.events_care_thank_you(), care.thank_you),
            (texts.events_care_satisfaction(), care.satisfaction),
            (texts.events_care_report(), care.report),
        ];
        for (index, (words, answer)) in questions.into_iter().enumerate() {
            ui.add_space(space::XXS);
            ui.separator();
            ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text)).wrap());
            let labels = [texts.events_not_yet(), texts.common_yes(), texts.common_no()];
            let answers = [Answer::NotYet, Answer::Yes, Answer::No];
            let mut chosen = answers.iter().position(|other| *other == answer).unwrap_or(0);
            if segmented(ui, words, &labels, &mut chosen).changed() {
                let mut changed = Event::clone(event);
                let care = &mut changed.organizer_care;
                *[&mut care.thank_you, &mut care.satisfaction, &mut care.report][index] = answers[chosen];
                ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
            }
        }
    });
    ui.add_space(space::S);
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_header(ui, texts.events_again(), None);
        ui.add(egui::Label::new(text::rich(texts.events_again_hint(), TextKind::Small, p.text2)).wrap());
        let labels = [texts.events_again_undecided(), texts.common_yes(), texts.common_no()];
        let before = event.repeat.as_ref().map_or(0, |repeat| if repeat.again { 1 } else { 2 });
        let mut chosen = before;
        if segmented(ui, texts.events_again(), &labels, &mut chosen).changed() {
            let reason = event.repeat.as_ref().map(|repeat| repeat.reason.clone()).unwrap_or_default();
            let decision = RepeatDecision { again: chosen == 1, reason, on: ctx.today };
            let changed = Event { repeat: (chosen > 0).then_some(decision), ..Event::clone(event) };
            ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
        }
    });
}
