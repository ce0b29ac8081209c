//! What is to be done today.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// What is to be done today.
#[derive(Default)]
pub struct TodayView {}

impl TodayView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}
}
