//! Adds or changes a circle.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// Adds or changes a circle.
pub struct CircleSheet;

impl CircleSheet {
    /// Returns the sheet as it opens.
    pub fn new(_circle: Option<crate::model::Id<crate::model::Circle>>, _ctx: &ViewCtx<'_>) -> Self {
        Self
    }
}

impl SheetUi for CircleSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
