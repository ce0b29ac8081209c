//! The menu of a card: what can be done with it, or with all that are marked when it is one of them.

use eframe::egui::{
    self, PopupCloseBehavior,
    containers::menu::{MenuConfig, SubMenuButton},
};

use crate::edit::Edit;
use crate::gui::carried::{circle_edit, event_edit};
use crate::gui::command::{Action, Command, MatchAsk, Sheet};
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::theme::icons;
use crate::gui::widgets::{MenuItem, menu_separator};
use crate::index::Tile;
use crate::model::{Circle, Event, Id};

use super::carry::nearest;
use super::{CardsView, Gallery};

/// How many events a menu offers.
const EVENTS: usize = 40;

/// Width of the menu.
const WIDTH: f32 = 236.0;

impl CardsView {
    pub(super) fn tile_menu(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        gallery: &Gallery,
        tile: Tile,
    ) {
        ui.set_max_width(WIDTH);
        let several = ctx.selection.marked.len() > 1 && ctx.selection.marked.contains(tile);
        let mut marked = Marked::default();
        if several {
            marked = ctx.selection.marked.clone();
        } else {
            marked.set(tile, true);
        }
        let texts = ctx.texts;
        if item(ui, MenuItem::new(texts.cards_turn()).icon(icons::ARROWS_CLOCKWISE).key("F")) {
            self.turn(tile);
        }
        let is_marked = ctx.selection.marked.contains(tile);
        let mark = if is_marked { texts.cards_menu_unmark() } else { texts.cards_menu_mark() };
        if item(ui, MenuItem::new(mark).icon(icons::CHECK_CIRCLE).key(mark_keys())) {
            self.toggle(ctx, gallery, tile);
        }
        if !ctx.writable {
            return;
        }
        if let Some(contact) = tile.contact {
            self.person_items(ctx, ui, contact, &marked, several);
        } else if let Some(card) = tile.card
            && !several
            && item(ui, MenuItem::new(texts.cards_menu_name()).icon(icons::PENCIL_SIMPLE_LINE))
        {
            ctx.open(Sheet::NameCards(Some(card)));
        }
        menu_separator(ui);
        if !marked.contacts.is_empty() {
            SubMenuButton::new(texts.cards_circle())
                .config(stays())
                .ui(ui, |ui| circles_menu(ctx, ui, &marked));
        }
        SubMenuButton::new(texts.cards_group_event()).ui(ui, |ui| events_menu(ctx, ui, &marked));
        let all = crate::gui::carried::cards_of(&marked, ctx.index);
        if !all.is_empty() && item(ui, MenuItem::new(texts.places_put_menu()).icon(icons::MAP_PIN)) {
            ctx.open(Sheet::PutInto(all));
        }
        menu_separator(ui);
        self.last_items(ctx, ui, tile, &marked, several);
    }

    fn person_items(
        &self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        contact: Id<crate::model::Contact>,
        marked: &Marked,
        several: bool,
    ) {
        let texts = ctx.texts;
        let keys = |action: Action| action.keys().unwrap_or_default();
        menu_separator(ui);
        let key = keys(Action::LogEncounter);
        if item(ui, MenuItem::new(Action::LogEncounter.label(texts)).icon(icons::NOTE_PENCIL).key(&key)) {
            let contacts = marked.contacts.iter().copied().collect();
            ctx.open(Sheet::LogEncounter { contacts, completes: None });
        }
        if several {
            return;
        }
        for (action, icon, sheet) in [
            (Action::PassOn, icons::PAPER_PLANE_TILT, Sheet::PassOn(contact)),
            (Action::Introduce, icons::USERS_THREE, Sheet::Introduction(contact)),
            (Action::WhoNeeds, icons::PUZZLE_PIECE, Sheet::Matches(MatchAsk::Card(contact))),
            (Action::Capture, icons::PENCIL_SIMPLE_LINE, Sheet::Capture(Some(contact))),
        ] {
            let key = keys(action);
            if item(ui, MenuItem::new(action.label(texts)).icon(icon).key(&key)) {
                ctx.open(sheet);
            }
        }
        let address = ctx.book.get(contact).and_then(|record| record.emails.first());
        if let Some(address) =
            address.map(|mail| mail.value.trim().to_owned()).filter(|mail| !mail.is_empty())
        {
            let key = keys(Action::Mail);
            let mail = MenuItem::new(Action::Mail.label(texts)).icon(icons::ENVELOPE_SIMPLE).key(&key);
            if item(ui, mail) {
                ctx.ask(Command::OpenLink(crate::gui::views::mail_link(&address)));
            }
        }
    }

    /// What takes something away.
    fn last_items(
        &self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        tile: Tile,
        marked: &Marked,
        several: bool,
    ) {
        let texts = ctx.texts;
        if let (Some(_), Some(card), false) = (tile.contact, tile.card, several)
            && item(ui, MenuItem::new(texts.cards_menu_unfile()).icon(icons::CARDS_THREE))
        {
            ctx.edit(Edit::UnfileCard { card });
        }
        let (contacts, cards) = (marked.contacts.clone(), marked.cards.clone());
        if contacts.is_empty() {
            if item(ui, MenuItem::new(texts.cards_menu_remove()).icon(icons::TRASH).danger()) {
                ctx.edit(Edit::DeleteAll { contacts, cards });
            }
            return;
        }
        if self.query.archived {
            if item(ui, MenuItem::new(texts.common_restore()).icon(icons::ARROW_U_UP_LEFT)) {
                ctx.edit(Edit::RestoreAll { contacts: contacts.clone() });
            }
        } else if item(ui, MenuItem::new(texts.common_archive()).icon(icons::HARD_DRIVES)) {
            ctx.edit(Edit::ArchiveAll { contacts: contacts.clone(), reason: String::new() });
        }
        if item(ui, MenuItem::new(texts.cards_menu_delete()).icon(icons::TRASH).key("Del").danger()) {
            ctx.edit(Edit::DeleteAll { contacts, cards });
        }
    }
}

/// A row of a menu that closes it.
fn item(ui: &mut egui::Ui, item: MenuItem<'_>) -> bool {
    let clicked = ui.add(item).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// The key that marks.
fn mark_keys() -> &'static str {
    if cfg!(target_os = "macos") { "⌘Space" } else { "Ctrl+Space" }
}

/// A menu in which several rows can be pressed one after another.
fn stays() -> MenuConfig {
    MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// All circles; those in which all of these people are have a tick.
pub(in crate::gui) fn circles_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, marked: &Marked) {
    ui.set_max_width(WIDTH);
    let mut circles: Vec<(u32, Id<Circle>, String)> =
        ctx.book.circles.values().map(|circle| (circle.order, circle.id, circle.name.clone())).collect();
    circles.sort();
    for (_, id, name) in circles {
        let members = ctx.index.links.circle(id);
        let all_in = marked.contacts.is_subset(members);
        if ui.add(MenuItem::new(&crate::gui::views::people::tidy(&name)).checked(all_in)).clicked()
            && let Some(edit) = circle_edit(marked, id, !all_in)
        {
            ctx.edit(edit);
        }
    }
    menu_separator(ui);
    if item(ui, MenuItem::new(ctx.texts.app_circles_add()).icon(icons::PLUS)) {
        ctx.open(Sheet::Circle(None));
    }
}

/// The events nearest to today, and none.
pub(super) fn events_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, marked: &Marked) {
    ui.set_max_width(WIDTH);
    let mut chosen: Option<Option<Id<Event>>> = None;
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for (id, title, day) in nearest(ctx, EVENTS) {
            if item(ui, MenuItem::new(&title).key(&day)) {
                chosen = Some(Some(id));
            }
        }
    });
    menu_separator(ui);
    if item(ui, MenuItem::new(ctx.texts.cards_no_event()).icon(icons::X)) {
        chosen = Some(None);
    }
    if let Some(event) = chosen
        && let Some(edit) = event_edit(marked, ctx.book, ctx.index, event)
    {
        ctx.edit(edit);
    }
}
