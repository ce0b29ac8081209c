//! Asks what pictures are that came while a person was selected.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// Asks what pictures are that came while a person was selected.
pub struct FileImages;

impl FileImages {
    /// Returns the sheet as it opens.
    pub fn new(_ctx: &ViewCtx<'_>) -> Self {
        Self
    }
}

impl SheetUi for FileImages {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
