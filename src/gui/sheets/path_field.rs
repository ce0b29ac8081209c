//! Asks for a path where the system has no file dialog.

use std::path::PathBuf;

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::safety::Ask;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Button, TextField};
use crate::gui::work::Purpose;
use crate::text::Texts;

/// Asks for a path where the system has no file dialog.
pub struct PathField {
    purpose: Purpose,
    path: String,
    /// Saving was tried: from then on the field says what is wrong.
    tried: bool,
    focus: bool,
}

impl PathField {
    /// Returns the sheet as it opens.
    pub fn new(purpose: Purpose) -> Self {
        Self { purpose, path: String::new(), tried: false, focus: true }
    }

    /// The path as typed, without the quotes that file managers copy along.
    fn typed(&self) -> PathBuf {
        PathBuf::from(self.path.trim().trim_matches(['"', '\'']))
    }

    /// What is wrong with the path, as far as can be told without looking at the disk.
    fn error<'a>(&self, texts: &'a Texts) -> Option<std::borrow::Cow<'a, str>> {
        let path = self.typed();
        if !path.is_absolute() {
            Some(texts.cards_path_not_absolute().into())
        } else if matches!(self.purpose, Purpose::Book | Purpose::Copy)
            && path.extension().is_none_or(|ending| ending != "ron")
        {
            Some(texts.cards_path_not_book().into())
        } else if let Purpose::Export(format) = self.purpose
            && path.extension().is_none_or(|ending| ending != format.ending())
        {
            Some(texts.cards_path_not_format(format.ending()).into())
        } else if let Purpose::Save(kind) = self.purpose
            && path.extension().is_none_or(|ending| ending != kind.ending())
        {
            Some(texts.cards_path_not_format(kind.ending()).into())
        } else {
            None
        }
    }
}

impl SheetUi for PathField {
    fn title(&self, texts: &Texts) -> String {
        match self.purpose {
            Purpose::Cards | Purpose::Scan(_) | Purpose::Portrait => {
                texts.cards_path_title_cards().to_owned()
            }
            Purpose::Book => texts.cards_path_title_book().to_owned(),
            Purpose::Calendar => texts.reminders_import_title().to_owned(),
            Purpose::Network => texts.graphs_import_title().to_owned(),
            Purpose::Copy => texts.safety_copy_title().to_owned(),
            Purpose::Export(_) | Purpose::Save(_) => texts.cards_path_title_export().to_owned(),
            Purpose::Locate(_) => texts.safety_check_locate_title().to_owned(),
            Purpose::Picture(_) => texts.images_find_title().to_owned(),
        }
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let why = match self.purpose {
            Purpose::Copy => texts.safety_copy_path_why(),
            Purpose::Export(_) | Purpose::Save(_) => texts.cards_path_export_why(),
            Purpose::Locate(_) => texts.safety_check_locate_path_why(),
            Purpose::Cards
            | Purpose::Book
            | Purpose::Calendar
            | Purpose::Network
            | Purpose::Scan(_)
            | Purpose::Portrait
            | Purpose::Picture(_) => texts.cards_path_why(),
        };
        ui.add(egui::Label::new(text::rich(why, TextKind::Body, p.text2)).wrap());
        ui.add_space(space::L);
        let error = self.error(texts);
        let field = TextField::new(texts.cards_path_label())
            .hint(hint(self.purpose))
            .error(error.as_deref().filter(|_| self.tried));
        let response = field.show(ui, &mut self.path);
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.add_space(space::L);
        let mut next = Next::Stay;
        let row = egui::vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label = match self.purpose {
                Purpose::Cards | Purpose::Scan(_) | Purpose::Portrait => texts.cards_path_add(),
                Purpose::Book | Purpose::Calendar | Purpose::Network | Purpose::Picture(_) => {
                    texts.common_open()
                }
                Purpose::Copy => texts.safety_copy_path_save(),
                Purpose::Export(_) => texts.cards_export(),
                Purpose::Save(_) => texts.common_save(),
                Purpose::Locate(_) => texts.safety_check_locate_search(),
            };
            if ui.add(Button::primary(label)).clicked() || enter {
                self.tried = true;
                // What was refused is corrected where it stands.
                self.focus = error.is_some();
                if error.is_none() {
                    let path = self.typed();
                    ctx.ask(match self.purpose {
                        Purpose::Cards | Purpose::Portrait => Command::TakeIn(vec![path]),
                        Purpose::Scan(filing) => Command::TakeInAs(vec![path], filing),
                        Purpose::Book => Command::OpenBook(path),
                        Purpose::Calendar => Command::ReadCalendars(vec![path]),
                        Purpose::Network => Command::ReadNetworks(vec![path]),
                        Purpose::Picture(picture) => Command::TryPicture(picture, path),
                        Purpose::Copy => Ask::SaveCopy(path).into(),
                        Purpose::Export(format) => Command::ExportTo { file: path, format, replace: false },
                        Purpose::Save(kind) => Command::SaveTo { kind, file: path, replace: false },
                        Purpose::Locate(attachment) => Ask::LocateIn { attachment, folder: path }.into(),
                    });
                    next = Next::Close;
                }
            }
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        next
    }
}

/// What such a path looks like on this system.
fn hint(purpose: Purpose) -> &'static str {
    match (purpose, cfg!(windows)) {
        (Purpose::Picture(_), true) => r"C:\Users\Mina\Pictures\card.jpg",
        (Purpose::Picture(_), false) => "/home/mina/Pictures/card.jpg",
        (Purpose::Cards | Purpose::Scan(_) | Purpose::Portrait | Purpose::Locate(_), true) => {
            r"C:\Users\Mina\Pictures\Cards"
        }
        (Purpose::Cards | Purpose::Scan(_) | Purpose::Portrait | Purpose::Locate(_), false) => {
            "/home/mina/Pictures/Cards"
        }
        (Purpose::Calendar, true) => r"C:\Users\Mina\Downloads\meetings.ics",
        (Purpose::Calendar, false) => "/home/mina/Downloads/meetings.ics",
        (Purpose::Export(_) | Purpose::Save(_), true) => r"C:\Users\Mina\Documents",
        (Purpose::Export(_) | Purpose::Save(_), false) => "/home/mina/Documents",
        (_, true) => r"C:\Users\Mina\Documents\book.ron",
        (_, false) => "/home/mina/Documents/book.ron",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_path_is_checked_without_the_disk() {
        let texts = Texts::new(Locale::En);
        let check = |purpose, path: &str, ok: bool| {
            let field = PathField { path: path.to_owned(), ..PathField::new(purpose) };
            assert_eq!(field.error(&texts).is_none(), ok, "{purpose:?} {path}");
        };
        let root = if cfg!(windows) { r"C:\" } else { "/" };
        check(Purpose::Cards, "", false);
        check(Purpose::Cards, "scans", false);
        check(Purpose::Cards, &format!(" \"{root}scans\" "), true);
        check(Purpose::Export(crate::session::ExportFormat::Json), &format!("{root}people.ron"), false);
        check(Purpose::Export(crate::session::ExportFormat::Json), &format!("{root}people.json"), true);
        check(Purpose::Book, &format!("{root}scans"), false);
        check(Purpose::Book, &format!("{root}book.ron"), true);
    }
}
