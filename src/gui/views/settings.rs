//! Language, look, the book.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// Language, look, the book.
#[derive(Default)]
pub struct SettingsView {}

impl SettingsView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}
}
