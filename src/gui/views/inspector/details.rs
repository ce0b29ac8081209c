//! The details tab: the name in all its writings, work, every way to reach the person, the cards.

use std::sync::Arc;

use eframe::egui;

use super::Inspector;
use super::fields;
use super::head::Head;
use super::lists::List;
use crate::edit::Edit;
use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::widgets::Button;
use crate::model::Contact;

impl Inspector {
    pub(super) fn details_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        ui.spacing_mut().item_spacing.y = 6.0;
        let key = (contact.id, ctx.revision, ctx.today, ctx.texts.locale());
        let head = Arc::clone(self.head.get(key, |_| Arc::new(Head::of(ctx, contact))));
        // Each with an id of its own: what comes or goes in one section takes the keyboard from no field of another.
        ui.push_id("portrait", |ui| self.portrait_ui(ctx, ui, contact, &head));
        ui.push_id("name", |ui| self.name_ui(ctx, ui, contact));
        ui.push_id("other names", |ui| self.other_names_ui(ctx, ui));
        ui.push_id("work", |ui| self.work_ui(ctx, ui, contact));
        for list in [List::Emails, List::Phones] {
            ui.push_id(list.key(), |ui| self.list_ui(ctx, ui, list));
        }
        ui.push_id("addresses", |ui| self.addresses_ui(ctx, ui));
        for list in [List::Links, List::Custom] {
            ui.push_id(list.key(), |ui| self.list_ui(ctx, ui, list));
        }
        ui.push_id("cards", |ui| self.scans_ui(ctx, ui, &head));
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.add_space(6.0);
        ui.add(egui::Label::new(text::rich(&head.dates, TextKind::Label, p.text3)).wrap());
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            if contact.archived.is_some() {
                if ctx.add_writing(ui, Button::new(texts.common_restore()).small()).clicked() {
                    ctx.edit(Edit::Restore { contact: contact.id });
                }
            } else if ctx.add_writing(ui, Button::new(texts.common_archive()).small()).clicked() {
                ctx.edit(Edit::Archive { contact: contact.id, reason: String::new() });
            }
            let delete = Button::ghost(texts.inspector_menu_delete()).icon(icons::TRASH).small().danger();
            if ui.add(delete).clicked() {
                ctx.edit(Edit::DeleteContact { contact: contact.id });
            }
        });
    }

    /// All cards of the person, the current one first.
    fn scans_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, head: &Head) {
        let texts = ctx.texts;
        let add = Some((icons::PLUS, texts.inspector_add_card()));
        if fields::section(ui, texts.inspector_scans(), add) {
            // With a person selected the question is asked whose card it is.
            ctx.ask(Command::Do(Action::AddCards));
        }
        if head.cards.is_empty() {
            fields::invite(ui, texts.inspector_scans_empty());
        }
        for (at, card) in head.cards.iter().enumerate().take(12) {
            self.card_scans_ui(ctx, ui, head, *card, at);
        }
    }
}
