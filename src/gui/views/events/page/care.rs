//! The box about the organiser: my thanks to them, and what they did afterwards.

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Ui};

use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Button, box_frame, section_header, segmented};
use crate::index::events::organizer_thanked_on;
use crate::letters::Occasion;
use crate::model::{Answer, Attendance, Event, FollowUpKind, Reason};

/// What is formatted once.
pub(super) struct Care {
    /// "1 of 3".
    count: String,
    /// Whether and when I thanked; none where nobody is to be thanked.
    thanks: Option<(String, bool)>,
    /// When the question is asked.
    asked: Option<String>,
}

impl Care {
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let texts = ctx.texts;
        let answers = event.organizer_care.answers();
        let known = answers.iter().filter(|answer| **answer != Answer::NotYet).count();
        let thanks = event.organizer.filter(|_| event.status == Attendance::Attended).map(|_| {
            match organizer_thanked_on(ctx.book, ctx.index, event) {
                Some(day) => (texts.visits_care_thanked(&texts.locale().day_near(day, ctx.today)), true),
                None => (texts.visits_care_not_thanked().to_owned(), false),
            }
        });
        let asks = ctx.book.follow_ups.values().find(|it| {
            it.is_open() && it.kind == FollowUpKind::Other && it.reason == Reason::Event(event.id)
        });
        let asked = asks.map(|it| texts.visits_care_ask(&texts.relative_due(it.due_on, ctx.today)));
        Self { count: texts.common_position(known as i64, 3), thanks, asked }
    }
}

/// Draws the box.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, care: &Care) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            section_header(ui, texts.events_care(), None);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(text::rich(&care.count, TextKind::Body, p.text2));
            });
        });
        if let Some((words, done)) = &care.thanks {
            ui.add_space(space::XXS);
            ui.separator();
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.label(text::rich(texts.visits_care_yours(), TextKind::Body, p.text));
                    ui.label(text::rich(words, TextKind::Small, if *done { p.ok } else { p.text2 }));
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let write = Button::new(texts.visits_care_write()).small();
                    if !done && ctx.add_writing(ui, write).clicked() {
                        let occasion = Occasion::Thanks;
                        ctx.open(Sheet::EventLetter { event: event.id, occasion, part: None });
                    }
                });
            });
        }
        let care_now = event.organizer_care;
        let questions = [
            (texts.events_care_thank_you(), care_now.thank_you),
            (texts.events_care_satisfaction(), care_now.satisfaction),
            (texts.events_care_report(), care_now.report),
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
        if let Some(words) = &care.asked {
            ui.add_space(space::XXS);
            ui.label(text::rich(words, TextKind::Small, p.text2));
        }
    });
}
