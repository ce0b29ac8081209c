//! The page of a book that is locked with a passphrase.
//!
//! Owns what is typed until it is right; it is wiped as soon as it has been handed over. Start reading at
//! [`UnlockPage`].

use std::path::PathBuf;

use eframe::egui::{self, Align, Key, Layout, Sense, Ui, vec2};

use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::safety::Ask;
use crate::gui::sheets::PassphraseField;
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, text};
use crate::gui::widgets::{Button, paint_icon, ring};

/// The page of a book that is locked with a passphrase.
pub struct UnlockPage {
    /// The book.
    pub path: PathBuf,
    /// The passphrase was wrong.
    pub wrong: bool,
    /// The passphrase is being tried.
    pub trying: bool,
    field: PassphraseField,
    /// Nothing was typed.
    empty: bool,
    focus: bool,
}

impl UnlockPage {
    /// Returns the page as it opens.
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            wrong: false,
            trying: false,
            field: PassphraseField::default(),
            empty: false,
            focus: true,
        }
    }

    /// Says that the passphrase was wrong; what was typed stays, to be put right.
    pub fn was_wrong(&mut self) {
        self.wrong = true;
        self.trying = false;
        self.focus = true;
    }

    /// Draws the page.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, book_is_open: bool) {
        let texts = ctx.texts;
        egui::CentralPanel::no_frame().show(ui, |ui| {
            let p = Palette::of(ui);
            ui.vertical_centered(|ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                ui.add_space(ui.available_height() * 0.22);
                let (rect, _) = ui.allocate_exact_size(vec2(64.0, 64.0), Sense::hover());
                ui.painter().circle_filled(rect.center(), 32.0, p.ai_soft);
                paint_icon(ui.painter(), rect.center(), icons::LOCK_SIMPLE, Weight::Regular, 28.0, p.ai_text);
                ui.add_space(space::XXS);
                ui.label(text::rich(texts.safety_unlock_title(), TextKind::Display, p.text));
                ui.label(text::rich(texts.safety_unlock_more(), TextKind::Body, p.text2));
                ui.add(
                    egui::Label::new(text::rich(&self.path.display().to_string(), TextKind::Small, p.text3))
                        .wrap(),
                );
                ui.add_space(space::S);
                let width = 380.0_f32.min(ui.available_width() - 2.0 * space::PAGE);
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    self.form_ui(ctx, ui, book_is_open);
                });
            });
        });
    }

    fn form_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, book_is_open: bool) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let caps = self.wrong && self.field.is_shouted();
        let error = if caps {
            Some(texts.safety_unlock_wrong_caps())
        } else if self.wrong {
            Some(texts.safety_unlock_wrong())
        } else {
            self.empty.then(|| texts.safety_unlock_empty())
        };
        let response = self.field.show(ui, texts, texts.safety_unlock_field(), error);
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        if response.changed() {
            self.wrong = false;
            self.empty = false;
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if self.field.has_edges() {
            let words = texts.safety_unlock_spaces();
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
        ui.add_space(space::XXS);
        if self.trying {
            ui.horizontal(|ui| {
                ring(ui, 18.0, None, p.ai, texts.safety_unlocking());
                ui.label(text::rich(texts.safety_unlocking(), TextKind::Body, p.text2));
            });
            ui.ctx().request_repaint_after_secs(0.1);
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary(texts.safety_unlock_open())).clicked() || enter {
                match self.field.passphrase() {
                    None => {
                        self.empty = true;
                        self.focus = true;
                    }
                    Some(passphrase) => {
                        self.trying = true;
                        ctx.ask(Ask::Unlock { book: self.path.clone(), passphrase }.into());
                    }
                }
            }
            if ui.add(Button::new(texts.safety_failed_other())).clicked() {
                ctx.ask(Command::Do(Action::OpenBook));
            }
            if book_is_open && ui.add(Button::ghost(texts.safety_failed_back())).clicked() {
                ctx.ask(Ask::Back.into());
            }
        });
    }
}
