//! The keys of the gallery. They rest while a text is typed, a menu is open or a sheet lies above.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers};

use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::index::Tile;

use super::marks::unmark;
use super::rows::Rows;
use super::zoom::place_of;
use super::{CardsView, Gallery};

/// Where a key leads.
#[derive(Clone, Copy)]
enum Step {
    /// Tiles to the right, rows down.
    By(i32, i32),
    /// A screen down, or up.
    Page(i32),
    First,
    Last,
}

const STEPS: [(Key, Step); 8] = [
    (Key::ArrowRight, Step::By(1, 0)),
    (Key::ArrowLeft, Step::By(-1, 0)),
    (Key::ArrowDown, Step::By(0, 1)),
    (Key::ArrowUp, Step::By(0, -1)),
    (Key::PageDown, Step::Page(1)),
    (Key::PageUp, Step::Page(-1)),
    (Key::Home, Step::First),
    (Key::End, Step::Last),
];

impl CardsView {
    pub(super) fn keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, gallery: &Arc<Gallery>) {
        let any = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Key { .. })));
        let rests = !any
            || ui.ctx().text_edit_focused()
            || egui::Popup::is_any_open(ui.ctx())
            || self.band.is_some()
            || ui.ctx().memory(|memory| memory.top_modal_layer().is_some());
        // Somewhere else than on a card: Enter and Space belong to the button there.
        let elsewhere = self.focused.is_none()
            && ui.ctx().egui_wants_keyboard_input()
            && !crate::gui::panes::view_has_keys(ui.ctx());
        if rests || elsewhere {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let current = self.focused.or_else(|| self.selected(ctx, gallery));
        // Shift before none: an extra Shift is overlooked when keys are compared.
        for (key, step) in STEPS {
            if pressed(Modifiers::SHIFT, key) {
                let from = self.cursor.filter(|_| !ctx.selection.marked.is_empty()).or(current);
                if let Some(tile) = self.stepped(gallery, from, step) {
                    if self.anchor.is_none() || ctx.selection.marked.is_empty() {
                        self.anchor = from;
                    }
                    self.mark_range(ctx, gallery, tile, false);
                    self.go_to(tile);
                }
            } else if pressed(Modifiers::NONE, key)
                && let Some(tile) = self.stepped(gallery, current, step)
            {
                self.select_alone(ctx, tile);
                self.go_to(tile);
            }
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            self.mark_all(ctx, gallery);
        }
        // Marks first; also when the selected card is not on the table: let go of, or filtered away.
        if !ctx.selection.marked.is_empty() {
            if pressed(Modifiers::NONE, Key::Escape) {
                unmark(ctx);
            }
        } else if (ctx.selection.contact.is_some() || ctx.selection.card.is_some())
            && pressed(Modifiers::NONE, Key::Escape)
        {
            ctx.ask(Command::Select(None));
        }
        // Not Backspace: whoever types into a field that has just lost the keyboard would let a person go.
        if pressed(Modifiers::NONE, Key::Delete) {
            if !ctx.selection.marked.is_empty() {
                self.discard_marked(ctx);
            } else if let Some(tile) = current {
                self.discard(ctx, tile);
            }
        }
        let Some(tile) =
            self.focused.or(self.cursor.filter(|_| !ctx.selection.marked.is_empty())).or(current)
        else {
            return;
        };
        if pressed(Modifiers::COMMAND, Key::Space) {
            self.toggle(ctx, gallery, tile);
        }
        if pressed(Modifiers::NONE, Key::F) || pressed(Modifiers::NONE, Key::Space) {
            self.turn(tile);
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            match (tile.contact, tile.card) {
                (None, Some(card)) => ctx.open(Sheet::NameCards(Some(card))),
                // Opens the inspector, if it is not open yet, and goes on into it.
                _ if ctx.selection.contact == tile.contact => {
                    ui.ctx().memory_mut(|memory| memory.request_focus(egui::Id::unique("inspector")));
                }
                _ => self.select_alone(ctx, tile),
            }
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

    /// Moves everything that is marked to the trash.
    pub(super) fn discard_marked(&self, ctx: &mut ViewCtx<'_>) {
        let marked = &ctx.selection.marked;
        let edit = Edit::DeleteAll { contacts: marked.contacts.clone(), cards: marked.cards.clone() };
        ctx.edit(edit);
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

    /// Shows a tile, and gives it the keyboard if a tile has it.
    fn go_to(&mut self, tile: Tile) {
        self.reveal = Some(tile);
        if self.focused.is_some() {
            self.focus_next = Some(tile);
        }
    }

    /// The tile to which a key leads; the first tile when there is none to start from.
    fn stepped(&self, gallery: &Gallery, from: Option<Tile>, step: Step) -> Option<Tile> {
        let drawn = self.drawn.as_ref()?;
        let rows: &Rows = &drawn.rows;
        let tile_in = |(group, at): (usize, usize)| gallery.rows.groups.get(group)?.tiles.get(at).copied();
        let in_row = |row: usize, column: usize| {
            let row = rows.rows.get(row)?;
            let tiles = row.tiles.clone()?;
            tile_in((row.group, (tiles.start + column).min(tiles.end.checked_sub(1)?)))
        };
        let first = || (0..rows.rows.len()).find_map(|row| in_row(row, 0));
        let (row, column) = match from.and_then(|from| place_of(gallery, rows, from)) {
            Some(place) => place,
            None => return first(),
        };
        match step {
            Step::By(right, down) => rows.step(row, column, right, down).and_then(tile_in),
            Step::First => first(),
            Step::Last => (0..rows.rows.len()).rev().find_map(|row| in_row(row, usize::MAX / 2)),
            Step::Page(down) => {
                let y = rows.rows.get(row)?.y + down as f32 * (drawn.page - drawn.grid.pitch()).max(1.0);
                let at = rows.at(y);
                // A page always leads somewhere, however small the window is.
                let at = if down > 0 {
                    at.max(row + 1).min(rows.rows.len() - 1)
                } else {
                    at.min(row.saturating_sub(1))
                };
                let down_first = (at..rows.rows.len()).chain((0..at).rev());
                let up_first = (0..=at).rev().chain(at + 1..rows.rows.len());
                if down > 0 {
                    down_first.into_iter().find_map(|row| in_row(row, column))
                } else {
                    up_first.into_iter().find_map(|row| in_row(row, column))
                }
            }
        }
    }
}

pub(super) fn is_selected(ctx: &ViewCtx<'_>, tile: Tile) -> bool {
    match tile.contact {
        Some(contact) => ctx.selection.contact == Some(contact),
        None => tile.card.is_some() && ctx.selection.card == tile.card,
    }
}
