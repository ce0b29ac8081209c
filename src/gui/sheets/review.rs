//! The sheet of this name.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// The sheet of this name.
pub struct ReviewSheet;

impl ReviewSheet {
    /// Returns the sheet as it opens.
    pub fn new(_contact: crate::model::Id<crate::model::Contact>, _ctx: &ViewCtx<'_>) -> Self {
        Self
    }
}

impl SheetUi for ReviewSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
