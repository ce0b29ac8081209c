//! The ledger of cards passed on.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// The ledger of cards passed on.
#[derive(Default)]
pub struct ReferralsView {}

impl ReferralsView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}
}
