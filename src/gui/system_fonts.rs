//! The fonts of the system, for characters that the bundled ones lack: Korean, other writings, rare signs.
//!
//! Owns when the system's fonts are listed. eframe lists them at every start, on a thread of its own, which takes about
//! as long as opening a book of some thousand people; nearly nobody ever needs one. Here the first character that is
//! missing has them listed. Start reading at [`SystemFonts`].

use std::sync::OnceLock;

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;

/// Asks the system for a font when one is missing, and not before.
#[derive(Default)]
pub struct SystemFonts(OnceLock<SystemFontProvider>);

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.0.get_or_init(SystemFontProvider::new).font_for(request)
    }
}
