//! Names the cards of the pile, one after another.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// Names the cards of the pile, one after another.
pub struct NameCards;

impl NameCards {
    /// Returns the sheet as it opens.
    pub fn new(_first: Option<crate::model::Id<crate::model::Card>>, _ctx: &ViewCtx<'_>) -> Self {
        Self
    }
}

impl SheetUi for NameCards {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
