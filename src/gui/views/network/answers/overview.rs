//! Before anything is asked: the other questions with their shortest answers.

use std::sync::Arc;

use eframe::egui::{self, Ui};

use super::super::model::{Model, ModelKey};
use super::lineage::LineageTab;
use super::people::PeopleTab;
use super::row;
use super::worked::Task;
use crate::gui::command::Question;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, space, text};

/// The shortest answers, as far as they are known.
type Answers = [Option<String>; 3];

/// The questions as they are drawn.
#[derive(Default)]
pub(super) struct Overview {
    lines: Cached<(ModelKey, Answers), Arc<[Line; 3]>>,
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
        (lineage, people): (&mut LineageTab, &mut PeopleTab),
        tasks: &mut Vec<Task>,
    ) -> Option<Question> {
        let p = Palette::of(ui);
        let answers = [
            lineage.in_short(ctx, model, tasks),
            people.owing_in_short((ctx, model), tasks),
            people.bridges_in_short((ctx, model), tasks),
        ];
        let lines =
            Arc::clone(self.lines.get((model.key, answers), |(_, answers)| Arc::new(lines(ctx, answers))));
        ui.add_space(space::S);
        let mut opened = None;
        for line in lines.iter() {
            let id = ui.scope_id().with(("question", line.question));
            let response = row::row(ui, id, false, &line.spoken, |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.label(text::rich(&line.asked, TextKind::Label, p.text2));
                ui.add(egui::Label::new(text::rich(&line.answer, TextKind::Strong, p.text)).wrap());
            });
            if response.clicked() {
                opened = Some(line.question);
            }
        }
        opened
    }
}

fn lines(ctx: &ViewCtx<'_>, [lineage, owing, bridges]: &Answers) -> [Line; 3] {
    let texts = ctx.texts;
    let answers = [
        (Question::Lineage, texts.network_question_lineage(), lineage),
        (Question::Owing, texts.network_question_owing(), owing),
        (Question::Bridges, texts.network_question_bridges(), bridges),
    ];
    answers.map(|(question, asked, answer)| {
        let answer = answer.clone().unwrap_or_else(|| texts.network_working().to_owned());
        let spoken = texts.network_question_spoken(&answer, asked);
        Line { question, asked: asked.to_owned(), spoken, answer }
    })
}
