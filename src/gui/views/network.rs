//! The referral graph.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// The referral graph.
#[derive(Default)]
pub struct NetworkView {}

impl NetworkView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}

    /// Starts the layout when the network has changed, and returns what is to be saved of it.
    pub fn logic(
        &mut self,
        _route: crate::gui::Route,
        _session: &crate::session::Session,
        _jobs: &crate::jobs::Jobs<crate::gui::work::Work>,
    ) -> Vec<crate::gui::Command> {
        Vec::new()
    }

    /// Takes positions that a worker has found.
    pub fn arrived(&mut self, _layout: crate::gui::work::Work) {}
}
