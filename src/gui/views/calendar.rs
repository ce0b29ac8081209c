//! Follow-ups and events by day.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// Follow-ups and events by day.
#[derive(Default)]
pub struct CalendarView {}

impl CalendarView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}
}
