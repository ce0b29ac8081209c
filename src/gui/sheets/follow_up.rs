//! Adds or changes a follow-up.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// Adds or changes a follow-up.
pub struct FollowUpSheet;

impl FollowUpSheet {
    /// Returns the sheet as it opens.
    pub fn new(_draft: &crate::gui::command::FollowUpDraft, _ctx: &ViewCtx<'_>) -> Self {
        Self
    }
}

impl SheetUi for FollowUpSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
