//! Logs an encounter.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::text::Texts;

/// Logs an encounter.
pub struct EncounterSheet;

impl EncounterSheet {
    /// Returns the sheet as it opens.
    pub fn new(
        _contacts: &[crate::model::Id<crate::model::Contact>],
        _completes: Option<crate::model::Id<crate::model::FollowUp>>,
        _ctx: &ViewCtx<'_>,
    ) -> Self {
        Self
    }

    /// edit
    pub fn edit(_id: crate::model::Id<crate::model::Encounter>, _ctx: &ViewCtx<'_>) -> Self {
        Self
    }
}

impl SheetUi for EncounterSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.app_name().to_owned()
    }

    fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        Next::Stay
    }
}
