//! Asks for a path where the system has no file dialog.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// Asks for a path where the system has no file dialog.
pub struct PathField;

impl PathField {
    /// Returns the sheet as it opens.
    pub fn new(_purpose: crate::gui::work::Purpose) -> Self {
        Self
    }
}

impl SheetUi for PathField {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
