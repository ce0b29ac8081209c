//! The ledger of events.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// The ledger of events.
#[derive(Default)]
pub struct EventsView {}

impl EventsView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}

    /// Opens the page of an event.
    pub fn show(&mut self, _event: crate::model::Id<crate::model::Event>) {}
}
