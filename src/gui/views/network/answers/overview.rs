//! Before anything is asked: the other questions with their shortest answers.

use eframe::egui::Ui;

use super::super::model::Model;
use super::goal::name_ui;
use super::lineage::LineageTab;
use super::people::PeopleTab;
use super::row;
use crate::gui::command::Question;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};

/// Draws the questions; returns the one that was opened.
pub(super) fn ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    model: &Model,
    lineage: &mut LineageTab,
    people: &mut PeopleTab,
) -> Option<Question> {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.add_space(space::S);
    let answers = [
        (Question::Lineage, texts.network_question_lineage(), lineage.in_short(ctx, model)),
        (Question::Owing, texts.network_question_owing(), people.owing_in_short(ctx, model)),
        (Question::Bridges, texts.network_question_bridges(), people.bridges_in_short(ctx, model)),
    ];
    let mut opened = None;
    for (question, asked, answer) in answers {
        let id = ui.scope_id().with(("question", question));
        let spoken = texts.network_question_spoken(&answer, asked);
        let response = row::row(ui, id, false, &spoken, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(text::rich(asked, TextKind::Label, p.text2));
            name_ui(ui, &answer, TextKind::Strong, p.text);
        });
        if response.clicked() {
            opened = Some(question);
        }
    }
    opened
}
