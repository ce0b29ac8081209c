//! How much memory and room on the disk pictures may take.

use eframe::egui::Ui;

use super::settings::{choice, hint};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::settings::{PICTURE_MEMORY, PictureCache, Settings};
use crate::gui::widgets::section_header;

/// Draws whether the human side comes before calls and letters.
pub(super) fn human_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.human_section(), None);
    let mut shown = !ctx.settings.skips_human_side;
    if ui.add(crate::gui::widgets::Switch::new(&mut shown, texts.human_setting())).changed() {
        ctx.choose(|settings| settings.skips_human_side = !shown);
    }
    hint(ui, texts.human_setting_hint());
}

/// Draws the choices.
pub(super) fn pictures_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.settings_pictures(), None);
    let old = ctx.settings;
    let mut new = Settings::clone(old);
    // not a text: figures with units, the same in all languages
    let labels = ["64 MB", "128 MB", "256 MB", "512 MB", "1 GB"];
    let selected = PICTURE_MEMORY.iter().position(|choice| *choice == old.picture_megabytes()).unwrap_or(2);
    if let Some(chosen) = choice(ui, texts.settings_picture_memory(), &labels, selected) {
        new.picture_memory = PICTURE_MEMORY[chosen];
    }
    hint(ui, texts.settings_picture_memory_hint());
    // not a text: figures with units, the same in all languages
    let labels = [texts.settings_picture_cache_off(), "256 MB", "1 GB", "4 GB"];
    let selected = PictureCache::ALL.iter().position(|choice| *choice == old.picture_cache).unwrap_or(2);
    if let Some(chosen) = choice(ui, texts.settings_picture_cache(), &labels, selected) {
        new.picture_cache = PictureCache::ALL[chosen];
    }
    hint(ui, texts.settings_picture_cache_hint());
    if ctx.protected {
        hint(ui, texts.settings_picture_cache_protected());
    }
    if new != *old {
        ctx.ask(Command::Settings(new));
    }
}
