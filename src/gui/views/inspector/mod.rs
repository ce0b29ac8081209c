//! The selected person, or the selected card of the pile.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// The selected person, or the selected card of the pile.
#[derive(Default)]
pub struct Inspector {}

impl Inspector {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}
}
