//! The menus of a person in the network, and of the paper.
//!
//! Owns what they offer. What is asked goes through the view's commands.

use eframe::egui::{Response, Ui};

use crate::edit::Edit;
use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::widgets::{MenuItem, menu_separator};
use crate::index::NodeId;
use crate::model::Place;

use super::marked;
use super::model::Model;
use super::pointer::Pointer;

impl Pointer {
    pub(super) fn menu_ui(&mut self, ui: &mut Ui, ctx: &mut ViewCtx<'_>, model: &Model, number: NodeId) {
        let texts = ctx.texts;
        let node = &model.nodes[number as usize];
        let Some(contact) = node.contact else { return };
        ui.set_width(240.0);
        if ui.add(MenuItem::new(texts.network_open()).icon(icons::IDENTIFICATION_CARD)).clicked() {
            self.own_click = true;
            ctx.select(contact);
        }
        if ui.add(MenuItem::new(texts.network_focus_person()).icon(icons::INTERSECT)).clicked() {
            self.press(ctx, model, number, true);
        }
        let is_marked = ctx.selection.marked.contacts.contains(&contact);
        let mark = if is_marked { texts.cards_menu_unmark() } else { texts.cards_menu_mark() };
        if ui.add(MenuItem::new(mark).icon(icons::CHECK_CIRCLE).key(texts.keys_space())).clicked() {
            marked::toggle(ctx, contact);
        }
        if !ctx.writable {
            return;
        }
        menu_separator(ui);
        if ui.add(MenuItem::new(texts.network_tie_to()).icon(icons::LINK_SIMPLE).key("T")).clicked() {
            self.tie.begin(number);
        }
        let actions = [
            (Action::LogEncounter, icons::NOTE_PENCIL),
            (Action::PassOn, icons::PAPER_PLANE_TILT),
            (Action::Introduce, icons::USERS_THREE),
        ];
        for (action, icon) in actions {
            let keys = action.keys().unwrap_or_default();
            if ui.add(MenuItem::new(action.label(texts)).icon(icon).key(&keys)).clicked() {
                // The actions concern who is selected.
                self.own_click = true;
                ctx.select(contact);
                ctx.ask(Command::Do(action));
            }
        }
        menu_separator(ui);
        let label = if node.pinned { texts.network_unpin() } else { texts.network_pin() };
        if ui.add(MenuItem::new(label).icon(icons::PUSH_PIN)).clicked()
            && let Some(place) = ctx.book.get(contact.cast::<Place>())
        {
            ctx.edit(Edit::Pin { place: Place { pinned: !node.pinned, ..**place } });
        }
    }

    /// The menu of the paper itself.
    pub(super) fn paper_menu(&mut self, canvas: &Response, ctx: &mut ViewCtx<'_>, model: &Model) {
        // A menu of a person is open, or about to be.
        if self.menu.is_some() || self.looked_at().is_some() {
            return;
        }
        canvas.context_menu(|ui| {
            let texts = ctx.texts;
            ui.set_width(240.0);
            if ui.add(MenuItem::new(texts.network_fit()).icon(icons::CORNERS_OUT).key("0")).clicked() {
                self.fit_soon = true;
            }
            let key = if cfg!(target_os = "macos") { "⌘A" } else { "Ctrl+A" };
            if ui.add(MenuItem::new(texts.network_mark_all()).icon(icons::CHECK_CIRCLE).key(key)).clicked() {
                marked::mark_all(ctx, model);
            }
            let pinned = || {
                let people = model.network.people().iter();
                let places = people.filter_map(|id| ctx.book.get(id.cast::<Place>()));
                places.filter(|place| place.pinned).map(|place| Place { pinned: false, ..**place })
            };
            if ctx.writable
                && pinned().next().is_some()
                && ui.add(MenuItem::new(texts.network_unpin_all()).icon(icons::PUSH_PIN)).clicked()
            {
                let places = pinned().collect();
                ctx.edit(Edit::PinAll { places });
            }
        });
    }
}
