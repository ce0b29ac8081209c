//! Before anything is asked: the other questions with their shortest answers.

use std::sync::Arc;

use eframe::egui::Ui;

use super::super::model::{Model, ModelKey};
use super::goal::name_ui;
use super::lineage::LineageTab;
use super::people::PeopleTab;
use super::row;
use crate::gui::command::Question;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, space, text};

/// The questions as they are drawn.
#[derive(Default)]
pub(super) struct Overview {
    lines: Cached<ModelKey, Arc<[Line; 3]>>,
}

struct Line {
    question: Question,
    asked: String,
    answer: String,
    spoken: String,
}

impl Overview {
    /// Draws the questions; returns the one that was opened.
    pub(super) fn ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        lineage: &mut LineageTab,
        people: &mut PeopleTab,
    ) -> Option<Question> {
        let p = Palette::of(ui);
        let lines = Arc::clone(self.lines.get(model.key, |_| Arc::new(lines(ctx, model, lineage, people))));
        ui.add_space(space::S);
        let mut opened = None;
        for line in lines.iter() {
            let id = ui.scope_id().with(("question", line.question));
            let response = row::row(ui, id, false, &line.spoken, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.label(text::rich(&line.asked, TextKind::Label, p.text2));
                name_ui(ui, &line.answer, TextKind::Strong, p.text);
            });
            if response.clicked() {
                opened = Some(line.question);
            }
        }
        opened
    }
}

fn lines(ctx: &ViewCtx<'_>, model: &Model, lineage: &mut LineageTab, people: &mut PeopleTab) -> [Line; 3] {
    let texts = ctx.texts;
    let answers = [
        (Question::Lineage, texts.network_question_lineage(), lineage.in_short(ctx, model)),
        (Question::Owing, texts.network_question_owing(), people.owing_in_short(ctx, model)),
        (Question::Bridges, texts.network_question_bridges(), people.bridges_in_short(ctx, model)),
    ];
    answers.map(|(question, asked, answer)| Line {
        question,
        asked: asked.to_owned(),
        spoken: texts.network_question_spoken(&answer, asked),
        answer,
    })
}
