//! Focused tasks above the view. At most one is open; Esc closes it.

use eframe::egui;

use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::work::Purpose;

/// The sheet that is open and what is typed into it.
#[derive(Default)]
pub struct Sheets {
    open: Option<Sheet>,
    /// A path is asked for by a field, because the system has no file dialog.
    path_field: Option<Purpose>,
}

impl Sheets {
    /// The sheet that is open.
    pub fn open(&self) -> Option<&Sheet> {
        self.open.as_ref()
    }

    /// Opens a sheet; what was typed into another one is dropped.
    pub fn show(&mut self, sheet: Sheet) {
        self.open = Some(sheet);
    }

    /// Closes the sheet.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Asks for a path by a field.
    pub fn ask_for_path(&mut self, purpose: Purpose) {
        self.path_field = Some(purpose);
    }

    /// Draws the sheet.
    pub fn ui(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui, _take_in: &mut TakeIn) {}
}
