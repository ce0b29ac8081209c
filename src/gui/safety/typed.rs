//! Asks before something that was typed into a sheet is thrown away.

use std::path::PathBuf;

use eframe::egui;

use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, radius, space, text};
use crate::gui::widgets::{Button, focus_at_first};

/// What the user was about to do while something was typed into a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Leaving {
    /// To close the window.
    Window,
    /// To open another book.
    Book(PathBuf),
    /// To close the sheet without its buttons.
    Sheet,
    /// To open another sheet in its place.
    Other(Sheet),
}

/// Asks whether to go on typing; returns what is to be thrown away for when the answer is yes.
pub(in crate::gui) fn typed_ui(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, leaving: &Leaving) {
    let texts = ctx.texts;
    let p = Palette::of(ui);
    let frame = egui::Frame::new()
        .fill(p.desk)
        .corner_radius(radius::MODAL)
        .inner_margin(20)
        .shadow(Elevation::Pop.layers(p.is_dark())[0]);
    let modal = egui::Modal::new(egui::Id::unique("typed")).frame(frame);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        ui.label(text::rich(texts.safety_typed_title(), TextKind::Title, p.text));
        ui.add_space(space::S);
        ui.add(egui::Label::new(text::rich(texts.safety_typed_body(), TextKind::Body, p.text2)).wrap());
        ui.add_space(space::L);
        let row = egui::vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let stay = ui.add(Button::primary(texts.safety_typed_stay()));
            focus_at_first(ui, &stay);
            if stay.clicked() {
                ctx.ask(Command::KeepTyping);
            }
            if ui.add(Button::ghost(texts.safety_typed_discard()).danger()).clicked() {
                ctx.ask(Command::DiscardTyped(Box::new(leaving.clone())));
            }
        });
    });
    if shown.should_close() {
        ctx.ask(Command::KeepTyping);
    }
}
