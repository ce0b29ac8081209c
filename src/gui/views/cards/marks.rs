//! Marking several cards, for one action with all of them: by Ctrl and click, by Shift, by the keyboard.
//!
//! Owns which card a range begins at. The marks themselves are part of the selection (`gui::ctx::Marked`), because
//! actions elsewhere ask it whom they concern. The rubber band is in `band`.

use eframe::egui::Modifiers;

use crate::gui::command::Command;
use crate::gui::ctx::{Marked, ViewCtx};
use crate::index::Tile;

use super::{CardsView, Gallery};

impl CardsView {
    /// A card was clicked: it is selected, or marked beside others.
    pub(super) fn clicked(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        gallery: &Gallery,
        tile: Tile,
        modifiers: Modifiers,
    ) {
        if modifiers.shift {
            self.mark_range(ctx, gallery, tile, modifiers.command);
        } else if modifiers.command {
            self.toggle(ctx, gallery, tile);
        } else {
            self.select_alone(ctx, tile);
        }
    }

    /// Shows a card in the inspector; nothing else is marked any more.
    pub(super) fn select_alone(&mut self, ctx: &mut ViewCtx<'_>, tile: Tile) {
        self.anchor = Some(tile);
        self.cursor = Some(tile);
        unmark(ctx);
        match (tile.contact, tile.card) {
            (Some(contact), _) => ctx.select(contact),
            (None, Some(card)) => ctx.ask(Command::SelectCard(card)),
            (None, None) => {}
        }
    }

    /// Marks a card, or takes the mark off. The one in the inspector comes along with the first one.
    pub(super) fn toggle(&mut self, ctx: &mut ViewCtx<'_>, gallery: &Gallery, tile: Tile) {
        let mut marked = ctx.selection.marked.clone();
        if marked.is_empty()
            && let Some(selected) = self.selected(ctx, gallery).filter(|selected| *selected != tile)
        {
            marked.set(selected, true);
        }
        marked.set(tile, !marked.contains(tile));
        self.anchor = Some(tile);
        self.cursor = Some(tile);
        ctx.ask(Command::Mark(marked));
    }

    /// Marks everything from where the range began to a card; `added` to what is marked already.
    pub(super) fn mark_range(&mut self, ctx: &mut ViewCtx<'_>, gallery: &Gallery, to: Tile, added: bool) {
        let from = self.anchor.or_else(|| self.selected(ctx, gallery)).unwrap_or(to);
        self.anchor = Some(from);
        self.cursor = Some(to);
        let mut marked = if added { ctx.selection.marked.clone() } else { Marked::default() };
        // Where the range began may be filtered away meanwhile.
        let mut ends = 0;
        for tile in gallery.rows.tiles() {
            let is_end = tile == from || tile == to;
            if is_end || ends == 1 {
                marked.set(tile, true);
            }
            if is_end {
                ends += if from == to { 2 } else { 1 };
                if ends == 2 {
                    break;
                }
            }
        }
        if ends < 2 {
            marked = Marked::default();
            marked.set(to, true);
            self.anchor = Some(to);
        }
        ctx.ask(Command::Mark(marked));
    }

    /// Marks everything that is shown.
    pub(super) fn mark_all(&self, ctx: &mut ViewCtx<'_>, gallery: &Gallery) {
        ctx.ask(Command::Mark(all(gallery.rows.tiles())));
    }

    /// What is hidden by a filter, by the search or by being let go is marked no longer: what cannot be seen is not
    /// deleted with the rest.
    pub(super) fn unmark_what_is_hidden(&mut self, ctx: &mut ViewCtx<'_>, gallery: &Gallery) {
        if std::mem::replace(&mut self.marks_of, gallery.generation) == gallery.generation
            || ctx.selection.marked.is_empty()
        {
            return;
        }
        let marked = &ctx.selection.marked;
        let kept = all(gallery.rows.tiles().filter(|tile| marked.contains(*tile)));
        if kept != *marked {
            ctx.ask(Command::Mark(kept));
        }
    }
}

/// Marks for all of these.
pub(super) fn all(tiles: impl Iterator<Item = Tile>) -> Marked {
    let mut marked = Marked::default();
    tiles.for_each(|tile| marked.set(tile, true));
    marked
}

/// Takes all marks off.
pub(super) fn unmark(ctx: &mut ViewCtx<'_>) {
    if !ctx.selection.marked.is_empty() {
        ctx.ask(Command::Mark(Marked::default()));
    }
}
