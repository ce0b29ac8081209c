//! A file that was chosen for a missing picture holds another one.

use std::path::PathBuf;

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::Button;
use crate::model::{Attachment, Id};
use crate::text::Texts;

/// Whether the other picture is to take the place of the missing one.
pub struct OtherPicture {
    missing: Id<Attachment>,
    file: PathBuf,
    name: String,
    focus: bool,
}

impl OtherPicture {
    /// Returns the sheet as it opens.
    pub const fn new(missing: Id<Attachment>, file: PathBuf, name: String) -> Self {
        Self { missing, file, name, focus: true }
    }
}

impl SheetUi for OtherPicture {
    fn title(&self, texts: &Texts) -> String {
        texts.images_other_title().to_owned()
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let words = texts.images_other_words(&self.name);
        ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.text2)).wrap());
        ui.add_space(space::L);
        let mut next = Next::Stay;
        let row = egui::vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let replace = ui.add(Button::primary(texts.images_other_use()));
            if std::mem::take(&mut self.focus) {
                replace.request_focus();
            }
            if replace.clicked() {
                ctx.ask(Command::UsePicture { missing: self.missing, file: self.file.clone() });
                next = Next::Close;
            }
            if ui.add(Button::new(texts.images_other_choose())).clicked() {
                ctx.ask(Command::FindPicture(self.missing));
                next = Next::Close;
            }
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        next
    }
}
