//! The bar at the foot while several people are marked: how many, and what can be done with all of them.
//!
//! Owns its look and the actions that gallery and network share; each adds its own. Every action is one edit and one step of
//! Undo. Start reading at [`bar_ui`].

use std::collections::BTreeSet;

use eframe::egui::{self, Align, Layout, Margin, Popup, PopupCloseBehavior, Response, Stroke, Ui, vec2};

use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::export::ExportFormat;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::widgets::{Button, ButtonRole, IconButton, MenuItem};
use crate::model::{Contact, Id};

use super::cards::circles_menu;

/// Width of the menus.
pub const MENU: f32 = 248.0;

/// Draws the bar: at its left `count`, at its right the actions, from right to left, and a cross that takes all marks off.
/// `edge` is the margin of the view; below a width of `narrow_below` the buttons are glyphs.
pub fn bar_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    id: &'static str,
    count: &str,
    (edge, narrow_below): (f32, f32),
    actions: impl FnOnce(&mut ViewCtx<'_>, &mut Ui, Actions<'_>),
) {
    let p = Palette::of(ui);
    let frame = egui::Frame::new().fill(p.panel).inner_margin(Margin::symmetric(edge as i8, 9));
    egui::Panel::bottom(id).show_separator_line(false).frame(frame).show(ui, |ui| {
        let outer = ui.max_rect().expand2(vec2(edge, 9.0));
        ui.painter().hline(outer.x_range(), outer.top() + 0.5, Stroke::new(1.0, p.line));
        let is_narrow = ui.available_width() < narrow_below;
        let row = vec2(ui.available_width(), sizes::BUTTON);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let clear = IconButton::new(icons::X, ctx.texts.cards_marked_clear());
            if ui.add(clear.role(ButtonRole::Ghost)).clicked() {
                ctx.ask(Command::Mark(Marked::default()));
            }
            let marked = &ctx.selection.marked;
            actions(ctx, ui, Actions { marked, is_narrow });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(text::rich(count, TextKind::Strong, p.text)).truncate());
            });
        });
    });
}

/// What can be done with all who are marked.
#[derive(Clone, Copy)]
pub struct Actions<'a> {
    /// Who and what is marked.
    pub marked: &'a Marked,
    is_narrow: bool,
}

impl Actions<'_> {
    fn contacts(&self) -> BTreeSet<Id<Contact>> {
        self.marked.contacts.clone()
    }

    fn may_write(self, ctx: &ViewCtx<'_>) -> bool {
        ctx.writable && !self.marked.contacts.is_empty()
    }

    /// A button; `opens` a menu, and is `on`.
    pub fn button(self, ui: &mut Ui, icon: &'static str, label: &str, opens: bool, on: bool) -> Response {
        ui.add_enabled_ui(on, |ui| {
            if self.is_narrow {
                ui.add(IconButton::new(icon, label).role(ButtonRole::Default))
            } else {
                let button = Button::new(label).icon(icon);
                ui.add(if opens { button.trailing(icons::CARET_DOWN) } else { button })
            }
        })
        .inner
    }

    /// Archives them.
    pub fn archive_ui(self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let on = self.may_write(ctx);
        if self.button(ui, icons::HARD_DRIVES, ctx.texts.common_archive(), false, on).clicked() {
            ctx.edit(Edit::ArchiveAll { contacts: self.contacts(), reason: String::new() });
        }
    }

    /// Exports them in a format of choice.
    pub fn export_ui(self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let on = !self.marked.contacts.is_empty();
        let export = self.button(ui, icons::EXPORT, ctx.texts.cards_export(), true, on);
        Popup::menu(&export).width(MENU).gap(4.0).show(|ui| {
            for format in ExportFormat::MENU {
                let label = format.label(ctx.texts);
                if ui.add(MenuItem::new(&label).icon(icons::EXPORT)).clicked() {
                    ctx.ask(Command::Export { contacts: self.contacts(), format });
                    ui.close();
                }
            }
        });
    }

    /// Logs a meeting with all of them.
    pub fn log_ui(self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let on = self.may_write(ctx);
        if self.button(ui, icons::NOTE_PENCIL, ctx.texts.cards_marked_log(), false, on).clicked() {
            let contacts = self.marked.contacts.iter().copied().collect();
            ctx.open(Sheet::LogEncounter { contacts, completes: None });
        }
    }

    /// Puts them into circles.
    pub fn circles_ui(self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let on = self.may_write(ctx);
        let circle = self.button(ui, icons::USERS, ctx.texts.cards_circle(), true, on);
        let menu = Popup::menu(&circle).width(MENU).gap(4.0);
        menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| circles_menu(ctx, ui, self.marked));
    }
}
