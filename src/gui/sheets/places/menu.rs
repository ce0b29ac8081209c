//! The menu of a card: with the mouse, and with the keyboard as in every other list.
//!
//! Owns what is offered. For cards that are away it has their way back as well.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, Popup, Rect, Response, SetOpenCommand, Ui};

use super::PlacesPage;
use crate::edit::{Edit, StorageEdit};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::views::people::show_person;
use crate::gui::widgets::{MenuItem, menu_separator};
use crate::model::{Card, Id, Whereabouts};
use crate::text::Texts;

/// A menu that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CardMenu {
    card: Id<Card>,
    /// It was opened with a key: it stands on the card, wherever the pointer is.
    by_key: bool,
    /// It opens in this frame, and takes the keyboard.
    is_new: bool,
}

impl PlacesPage {
    /// What concerns this card: all that are chosen when it is one of them.
    fn meant(&self, card: Id<Card>) -> BTreeSet<Id<Card>> {
        if self.chosen.contains(&card) { self.chosen.clone() } else { [card].into() }
    }

    /// Shows whose card it is, in place of the page.
    pub(super) fn open_card(ctx: &mut ViewCtx<'_>, id: Id<Card>) {
        match ctx.book.get(id).and_then(|card| card.contact) {
            Some(contact) => show_person(ctx, contact),
            None => {
                ctx.ask(Command::Go(crate::gui::Route::Cards));
                ctx.ask(Command::SelectCard(id));
            }
        }
        ctx.ask(Command::CloseSheet);
    }

    /// The keys of a card that has the keyboard.
    pub(super) fn card_keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, id: Id<Card>) {
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::SHIFT, Key::F10) || pressed(Modifiers::NONE, Key::Menu) {
            self.menu = Some(CardMenu { card: id, by_key: true, is_new: true });
        } else if pressed(Modifiers::NONE, Key::O) {
            Self::open_card(ctx, id);
        } else if !ctx.writable {
        } else if pressed(Modifiers::NONE, Key::W) {
            ctx.open(Sheet::PutInto(self.meant(id)));
        } else if pressed(Modifiers::NONE, Key::B) {
            ctx.open(Sheet::Lend(self.meant(id), false));
        } else if let Some(contact) = ctx.book.get(id).and_then(|card| card.contact)
            && pressed(Modifiers::NONE, Key::P)
        {
            ctx.open(Sheet::PassOn(contact));
        }
    }

    /// Draws the menu of a card while it is open.
    pub(super) fn menu_of(&mut self, ctx: &mut ViewCtx<'_>, response: &Response, rect: Rect, id: Id<Card>) {
        if response.secondary_clicked() {
            self.menu = Some(CardMenu { card: id, by_key: false, is_new: false });
        }
        let Some(open) = self.menu.filter(|open| open.card == id) else { return };
        let mut menu = Popup::context_menu(response).width(250.0);
        if open.by_key {
            menu = menu.at_position(rect.center());
        }
        if open.is_new {
            menu = menu.open_memory(Some(SetOpenCommand::Bool(true)));
            self.menu = Some(CardMenu { is_new: false, ..open });
        }
        let is_open = menu.show(|ui| self.menu_ui(ctx, ui, id, open.is_new)).is_some();
        if !is_open {
            self.menu = None;
            // The keyboard is back where it was, unless something else took it.
            if response.ctx.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        }
    }

    fn menu_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: Id<Card>, takes_keyboard: bool) {
        let Some((contact, whereabouts)) = ctx.book.get(id).map(|card| (card.contact, card.whereabouts))
        else {
            return ui.close();
        };
        let texts = ctx.texts;
        let show = MenuItem::new(shows(texts, contact.is_some())).icon(icons::IDENTIFICATION_CARD).key("O");
        let show = ui.add(show);
        if takes_keyboard {
            show.request_focus();
        }
        if show.clicked() {
            Self::open_card(ctx, id);
            ui.close();
        }
        let cards = self.meant(id);
        let item = |ui: &mut Ui, item: MenuItem<'_>| {
            let clicked = ui.add_enabled(ctx.writable, item).clicked();
            if clicked {
                ui.close();
            }
            clicked
        };
        let (mut open, mut edit) = (None, None);
        if contact.is_none()
            && item(ui, MenuItem::new(texts.cards_menu_name()).icon(icons::PENCIL_SIMPLE_LINE))
        {
            open = Some(Sheet::NameOne(id));
        }
        menu_separator(ui);
        let back = match whereabouts {
            Whereabouts::LentTo { .. } => Some(texts.places_came_back()),
            Whereabouts::PassedOnTo { .. } => Some(texts.places_given_back()),
            Whereabouts::Discarded { .. } => Some(texts.places_found_again()),
            _ => None,
        };
        if let Some(words) = back
            && item(ui, MenuItem::new(words).icon(icons::ARROW_U_UP_LEFT))
        {
            edit = Some(StorageEdit::CameBack { cards: cards.clone() });
        }
        if item(ui, MenuItem::new(texts.places_put_menu()).icon(icons::MAP_PIN).key("W")) {
            open = Some(Sheet::PutInto(cards.clone()));
        }
        let lent = matches!(whereabouts, Whereabouts::LentTo { .. });
        let lend = if lent { texts.places_back_day_change() } else { texts.places_lend_menu() };
        if item(ui, MenuItem::new(lend).icon(icons::USERS).key("B")) {
            open = Some(Sheet::Lend(cards.clone(), false));
        }
        if item(ui, MenuItem::new(texts.places_give_menu()).icon(icons::GIFT)) {
            open = Some(Sheet::Lend(cards.clone(), true));
        }
        if let Some(contact) = contact {
            menu_separator(ui);
            let pass = MenuItem::new(texts.app_action_pass_on()).icon(icons::PAPER_PLANE_TILT).key("P");
            if item(ui, pass) {
                open = Some(Sheet::PassOn(contact));
            }
        }
        if !matches!(whereabouts, Whereabouts::Discarded { .. }) {
            menu_separator(ui);
            if item(ui, MenuItem::new(texts.places_throw_away()).icon(icons::TRASH).danger()) {
                edit = Some(StorageEdit::Discard { cards });
                self.chosen.clear();
            }
        }
        if let Some(sheet) = open {
            ctx.open(sheet);
        }
        if let Some(edit) = edit {
            ctx.edit(Edit::Storage(edit));
        }
    }
}

/// What the first row says.
fn shows(texts: &Texts, is_named: bool) -> &str {
    if is_named { texts.places_menu_person() } else { texts.places_menu_card() }
}
