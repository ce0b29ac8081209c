//! The page of an empty book: drop cards, try the demo network, open a book.

use eframe::egui;

use crate::gui::ctx::ViewCtx;

/// Draws the page.
pub fn first_start_ui(_ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) {}
