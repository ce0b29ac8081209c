//! The section "Safety" of the settings: earlier states, passphrase, check, copy; and the one about duplicates and trash.

use eframe::egui::{self, Align, Layout, Ui, vec2};

use crate::gui::command::{Command, PassphraseTask, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::safety::{Ask, when};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, section_header};
use crate::store::backup_folder;

/// Draws the section; the book has a file.
pub(super) fn safety_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.safety_settings(), None);
    super::settings::hint(ui, texts.safety_settings_hint());
    let count = ctx.safety.backups.len();
    let about = match ctx.safety.backups.first() {
        Some(newest) => {
            let when = when::moment_inside(texts, newest.saved_at, ctx.today);
            texts.safety_settings_backups_count(count as i64, &when)
        }
        None => texts.safety_settings_backups_none().to_owned(),
    };
    row_ui(ui, texts.safety_settings_backups(), &about, |ui| {
        if count > 0 {
            if ui.add(Button::new(texts.safety_settings_show())).clicked() {
                ctx.open(Sheet::Earlier);
            }
            if ui.add(Button::ghost(texts.safety_failed_show_folder())).clicked()
                && let Some(path) = ctx.path
            {
                ctx.ask(Ask::ShowFolder(backup_folder(path)).into());
            }
        }
    });
    let about =
        if ctx.protected { texts.safety_settings_encrypted() } else { texts.safety_settings_not_encrypted() };
    row_ui(ui, texts.safety_settings_encryption(), about, |ui| {
        let (change, remove) = (texts.safety_settings_change(), texts.safety_settings_remove());
        let tasks: &[(&str, PassphraseTask)] = if ctx.protected {
            &[(change, PassphraseTask::Change), (remove, PassphraseTask::Remove)]
        } else {
            &[(texts.safety_settings_set(), PassphraseTask::Set)]
        };
        for (label, task) in tasks {
            if ctx.add_writing(ui, Button::new(label)).clicked() {
                ctx.ask(Command::Open(Sheet::Passphrase(*task)));
            }
        }
    });
    row_ui(ui, texts.safety_settings_check(), texts.safety_settings_check_hint(), |ui| {
        if ui.add(Button::new(texts.safety_settings_check_button()).icon(icons::SHIELD_CHECK)).clicked() {
            ctx.open(Sheet::Check);
        }
    });
    row_ui(ui, texts.safety_settings_copy(), texts.safety_settings_copy_hint(), |ui| {
        if ui.add(Button::new(texts.safety_save_copy()).icon(icons::COPY)).clicked() {
            ctx.ask(Ask::ChooseCopy.into());
        }
    });
}

/// Draws the section about what is in the book twice, and what was deleted.
pub(super) fn tidy_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.trash_settings_section(), None);
    row_ui(ui, texts.duplicates_title(), texts.duplicates_settings_hint(), |ui| {
        if ui.add(Button::new(texts.duplicates_action()).icon(icons::INTERSECT)).clicked() {
            ctx.open(Sheet::Duplicates(None));
        }
    });
    let about = texts.trash_settings_hint(ctx.book.trash.len() as i64);
    row_ui(ui, texts.trash_title(), &about, |ui| {
        if ui.add(Button::new(texts.trash_settings_show()).icon(icons::TRASH)).clicked() {
            ctx.open(Sheet::Trash);
        }
    });
}

/// A name with what there is to say about it at the left, buttons at the right.
fn row_ui(ui: &mut Ui, name: &str, about: &str, buttons: impl FnOnce(&mut Ui)) {
    let p = Palette::of(ui);
    let line = ui.cursor().top() + 1.0;
    ui.painter().hline(ui.max_rect().x_range(), line, egui::Stroke::new(1.0, p.line));
    ui.add_space(space::XS);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 40.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            // The second button stands left of the first one.
            ui.scope(buttons);
            ui.add_space(space::S);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.label(text::rich(name, TextKind::Body, p.text));
                    ui.add(egui::Label::new(text::rich(about, TextKind::Small, p.text2)).wrap());
                });
            });
        },
    );
}
