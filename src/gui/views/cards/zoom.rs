//! The size of the cards: Ctrl and wheel, a pinch, Ctrl+Plus and Ctrl+Minus, and what stays in place meanwhile.
//!
//! Owns the size while it changes; a moment after the last step it goes into the settings. Start reading at
//! [`CardsView::zoom`]; [`CardsView::kept_offset`] is also what keeps the first card in place when the window
//! becomes narrower.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Rect};

use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::settings::{GalleryLayout, Settings};
use crate::gui::theme::sizes;
use crate::index::Tile;

use super::rows::{Grid, HEADER, NARROWEST, Rows, Size, WIDEST};
use super::{CardsView, EDGE, Gallery};

/// One press of Ctrl+Plus.
const STEP: f32 = 1.12;

/// Part of what egui makes of the wheel: one notch is to be one step of the three sizes or less, not two.
const WHEEL: f32 = 0.5;

/// Seconds after the last step after which the size is kept.
const RESTS_AFTER: f64 = 0.4;

/// A size that is still changing.
pub(super) struct Zooming {
    width: f32,
    since: f64,
}

/// What was drawn in the last frame, to keep a card where it is.
pub(super) struct Drawn {
    pub gallery: Arc<Gallery>,
    pub rows: Arc<Rows>,
    pub grid: Grid,
    /// How far it was scrolled, and how much of the content was seen: points.
    pub offset: f32,
    pub page: f32,
}

impl CardsView {
    /// The size in force.
    pub(super) fn size(&self, settings: &Settings) -> Size {
        match (&self.zooming, settings.card_width) {
            (Some(zooming), _) => Size::Free(zooming.width),
            (None, Some(width)) => Size::Free(width),
            (None, None) => Size::Preset(settings.card_size),
        }
    }

    /// Reads the wheel, the pinch and the keys. `view` is where cards are seen.
    pub(super) fn zoom(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, view: Rect) {
        let now = ui.input(|input| input.time);
        if let Some(zooming) = &self.zooming {
            let rest = zooming.since + RESTS_AFTER - now;
            if rest <= 0.0 {
                // Close to one of the three, it is that one: then the row is filled again.
                let near = sizes::CARD_SLOT.iter().position(|slot| (slot - zooming.width).abs() < 2.0);
                let settings = Settings {
                    card_size: near.map_or(ctx.settings.card_size, |near| near as u8),
                    card_width: if near.is_some() { None } else { Some(zooming.width.round()) },
                    ..ctx.settings.clone()
                };
                if settings == *ctx.settings {
                    self.zooming = None;
                } else {
                    ctx.ask(Command::Settings(settings));
                }
            } else {
                ui.ctx().request_repaint_after_secs(rest as f32);
            }
        }
        if ctx.settings.gallery == GalleryLayout::Table || ui.ctx().memory(|m| m.top_modal_layer().is_some())
        {
            return;
        }
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| view.contains(*at));
        // Two fingers say themselves how far.
        let wheel = ui.input(|input| input.modifiers.command || input.modifiers.ctrl);
        let part = if wheel { WHEEL } else { 1.0 };
        let mut factor =
            if pointer.is_some() { ui.input(|input| input.zoom_delta()).powf(part) } else { 1.0 };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
        // Both, because Plus is Shift and Equals on many keyboards.
        if pressed(Key::Plus) || pressed(Key::Equals) {
            factor *= STEP;
        }
        if pressed(Key::Minus) {
            factor /= STEP;
        }
        if pressed(Key::Num0) {
            self.zooming = None;
            ctx.choose(|settings| (settings.card_size, settings.card_width) = (1, None));
        } else if (factor - 1.0).abs() > 1e-4 {
            let present = match (&self.zooming, &self.drawn) {
                (Some(zooming), _) => zooming.width,
                (None, Some(drawn)) => drawn.grid.slot[0],
                (None, None) => sizes::CARD_SLOT[1],
            };
            let width = (present * factor).clamp(NARROWEST, WIDEST.min(view.width() - 2.0 * EDGE));
            self.zooming = Some(Zooming { width, since: now });
            self.zoomed_at = pointer.map(|at| at - view.min);
            ui.ctx().request_repaint();
        }
    }

    /// Where to scroll to because the rows have moved since the last frame; `None` when they have not.
    pub(super) fn kept_offset(
        &mut self,
        ctx: &ViewCtx<'_>,
        gallery: &Arc<Gallery>,
        rows: &Arc<Rows>,
        grid: &Grid,
    ) -> Option<f32> {
        let zoomed_at = self.zoomed_at.take();
        let drawn = self.drawn.as_ref()?;
        if Arc::ptr_eq(&drawn.rows, rows) {
            return None;
        }
        if drawn.gallery.query != gallery.query {
            return Some(0.0);
        }
        let groups = &drawn.gallery.rows.groups;
        let find = |row: usize, column: usize| {
            let row = drawn.rows.rows.get(row)?;
            let tiles = row.tiles.clone()?;
            let at = (tiles.start + column).min(tiles.end.checked_sub(1)?);
            Some((row.group, at, groups.get(row.group)?.tiles.get(at).copied()?, row.y))
        };
        let (kept, down) = match zoomed_at {
            Some(at) => {
                let row = drawn.rows.at(drawn.offset + at.y);
                let kept = find(row, drawn.grid.column(at.x - EDGE)).or_else(|| find(row + 1, 0))?;
                // The same place of the card stays under the pointer.
                let part = ((drawn.offset + at.y - kept.3) / drawn.grid.pitch()).clamp(0.0, 1.0);
                (kept, at.y - part * grid.pitch())
            }
            None if drawn.offset < 1.0 => return Some(0.0),
            None => {
                let seen = drawn.rows.visible(drawn.offset + 1.0, drawn.offset + drawn.page);
                let selected = seen.clone().find_map(|row| {
                    let tiles = drawn.rows.rows.get(row)?.tiles.clone()?;
                    let group = groups.get(drawn.rows.rows[row].group)?;
                    let column = group
                        .tiles
                        .get(tiles)?
                        .iter()
                        .position(|tile| super::keys::is_selected(ctx, *tile))?;
                    find(row, column)
                });
                // Not one that lies under the heading that stays at the top.
                let first = seen.filter(|row| drawn.rows.rows[*row].y >= drawn.offset + HEADER - 1.0);
                let kept = selected.or_else(|| first.into_iter().find_map(|row| find(row, 0)))?;
                (kept, kept.3 - drawn.offset)
            }
        };
        let (group, at, tile, _) = kept;
        let (row, _) = if drawn.gallery.generation == gallery.generation {
            rows.place(group, at)?
        } else {
            place_of(gallery, rows, tile)?
        };
        let most = (rows.height - drawn.page).max(0.0);
        Some((rows.rows.get(row)?.y - down).clamp(0.0, most))
    }
}

/// The row and column of a tile; the first of several.
pub(super) fn place_of(gallery: &Gallery, rows: &Rows, tile: Tile) -> Option<(usize, usize)> {
    gallery.rows.groups.iter().enumerate().find_map(|(group, tiles)| {
        let at = tiles.tiles.iter().position(|other| *other == tile)?;
        rows.place(group, at)
    })
}
