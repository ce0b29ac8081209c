//! The gallery of cards.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// The gallery of cards.
#[derive(Default)]
pub struct CardsView {}

impl CardsView {
    /// Draws the view.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}

    /// Shows the cards of one circle, or all.
    pub fn show_circle(&mut self, _circle: Option<crate::model::Id<crate::model::Circle>>) {}

    /// The circle whose cards are shown.
    pub fn circle(&self) -> Option<crate::model::Id<crate::model::Circle>> {
        None
    }
}
