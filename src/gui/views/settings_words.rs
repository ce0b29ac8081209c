//! The section of the settings with the user's own words that mean the same.

use eframe::egui::{Align, Layout, Ui};

use super::settings::hint;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::widgets::{Button, section_header};

/// Draws the section.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.matching_synonyms(), None);
    hint(ui, texts.matching_synonyms_how());
    let count = i64::try_from(ctx.book.header.synonyms.len()).unwrap_or(i64::MAX);
    ui.horizontal(|ui| {
        let p = Palette::of(ui);
        let words = texts.matching_synonyms_count(count);
        ui.label(text::rich(&words, TextKind::Body, p.text2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ctx.add_writing(ui, Button::new(texts.matching_synonyms_edit()).small()).clicked() {
                ctx.open(Sheet::Synonyms);
            }
        });
    });
}
