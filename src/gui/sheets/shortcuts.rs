//! The list of keys.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// The list of keys.
pub struct Shortcuts;

impl SheetUi for Shortcuts {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
