//! The keys of the gallery. They rest while a text is typed, a menu is open or a sheet lies above.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers};

use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::index::Tile;

use super::{CardsView, Gallery};

impl CardsView {
    pub(super) fn keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, gallery: &Arc<Gallery>) {
        let any = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Key { .. })));
        let rests = !any
            || ui.ctx().text_edit_focused()
            || egui::Popup::is_any_open(ui.ctx())
            || ui.ctx().memory(|memory| memory.top_modal_layer().is_some());
        // Somewhere else than on a card: Enter and Space belong to the button there.
        let elsewhere = self.focused.is_none() && ui.ctx().egui_wants_keyboard_input();
        if rests || elsewhere {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let current = self.focused.or_else(|| self.selected(ctx, gallery));
        for (key, right, down) in
            [(Key::ArrowRight, 1, 0), (Key::ArrowLeft, -1, 0), (Key::ArrowDown, 0, 1), (Key::ArrowUp, 0, -1)]
        {
            if pressed(key)
                && let Some(tile) = self.neighbour(gallery, current, right, down)
            {
                select(ctx, tile);
                if self.focused.is_some() {
                    self.focus_next = Some(tile);
                }
            }
        }
        // Also when the selected card is not on the table: let go of, or filtered away.
        if pressed(Key::Escape) && (ctx.selection.contact.is_some() || ctx.selection.card.is_some()) {
            ctx.ask(Command::Select(None));
        }
        let Some(tile) = current else { return };
        if pressed(Key::F) || pressed(Key::Space) {
            self.turn(tile);
        }
        if pressed(Key::Enter) {
            match (tile.contact, tile.card) {
                (None, Some(card)) => ctx.open(Sheet::NameCards(Some(card))),
                // Opens the inspector, if it is not open yet, and goes on into it.
                _ if ctx.selection.contact == tile.contact => {
                    ui.ctx().memory_mut(|memory| memory.request_focus(egui::Id::unique("inspector")));
                }
                _ => select(ctx, tile),
            }
        }
        // Not Backspace: whoever types into a field that has just lost the keyboard would let a person go.
        if pressed(Key::Delete) {
            self.discard(ctx, tile);
        }
    }

    /// Moves a card of the pile, or a person with everything that is theirs, to the trash.
    pub(super) fn discard(&self, ctx: &mut ViewCtx<'_>, tile: Tile) {
        match (tile.contact, tile.card) {
            (Some(contact), _) => ctx.edit(Edit::DeleteContact { contact }),
            (None, Some(card)) => ctx.edit(Edit::RemoveCard { card }),
            (None, None) => {}
        }
    }

    pub(super) fn turn(&mut self, tile: Tile) {
        if !self.turned.remove(&tile) {
            self.turned.insert(tile);
        }
    }

    /// The tile of what is selected, if it is shown.
    pub(super) fn selected(&self, ctx: &ViewCtx<'_>, gallery: &Gallery) -> Option<Tile> {
        gallery.rows.tiles().find(|tile| is_selected(ctx, *tile))
    }

    /// The tile next to one; the first tile when there is none to start from.
    fn neighbour(&self, gallery: &Gallery, from: Option<Tile>, right: i32, down: i32) -> Option<Tile> {
        let groups = &gallery.rows.groups;
        let Some(from) = from else { return gallery.rows.tiles().next() };
        let (group, at) = groups
            .iter()
            .enumerate()
            .find_map(|(group, tiles)| Some((group, tiles.tiles.iter().position(|tile| *tile == from)?)))?;
        let rows = self.last_rows()?;
        let (row, column) = rows.place(group, at)?;
        let (group, at) = rows.step(row, column, right, down)?;
        groups.get(group)?.tiles.get(at).copied()
    }
}

pub(super) fn is_selected(ctx: &ViewCtx<'_>, tile: Tile) -> bool {
    match tile.contact {
        Some(contact) => ctx.selection.contact == Some(contact),
        None => tile.card.is_some() && ctx.selection.card == tile.card,
    }
}

pub(super) fn select(ctx: &mut ViewCtx<'_>, tile: Tile) {
    match (tile.contact, tile.card) {
        (Some(contact), _) => ctx.select(contact),
        (None, Some(card)) => ctx.ask(Command::SelectCard(card)),
        (None, None) => {}
    }
}
