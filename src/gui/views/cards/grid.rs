//! The desk on which the cards lie, or the rows of the table: what is visible is drawn, and nothing else.
//!
//! Owns the scrolling: which rows are seen, the heading that stays at the top, and that a card stays where it is while
//! the rows around it change. Start reading at [`CardsView::grid_ui`].

use std::sync::Arc;

use eframe::egui::{self, Pos2, Rect, pos2, vec2};

use crate::gui::ctx::ViewCtx;
use crate::gui::settings::GalleryLayout;

use super::rows::{Grid, HEADER, Rows};
use super::table::HEAD;
use super::zoom::{Drawn, place_of};
use super::{CardsView, EDGE, Gallery};

impl CardsView {
    pub(super) fn grid_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, gallery: &Arc<Gallery>) {
        let here: &Gallery = gallery;
        self.zoom(ctx, ui, ui.available_rect_before_wrap());
        let available = ui.available_width() - 2.0 * EDGE;
        let table = (ctx.settings.gallery == GalleryLayout::Table).then(|| self.table(ctx, ui, available));
        let (grid, head) = match &table {
            Some(table) => (Grid::table(table.width), HEAD),
            None => (Grid::of(available, self.size(ctx.settings)), 0.0),
        };
        let rows = self.rows(gallery, &grid);
        let kept = self.kept_offset(ctx, gallery, &rows, &grid);
        // What lay here before, such as the book as a circle sees it, may have been scrolled far.
        let begins = self.drawn.is_none().then_some(0.0);
        let offset = kept.or_else(|| self.kept.take()).or(begins);
        let reveal = self.revealed(ctx, gallery, &rows, &grid);
        self.focused = None;
        let mut area = match table {
            Some(_) => egui::ScrollArea::both(),
            None => egui::ScrollArea::vertical(),
        };
        if let Some(offset) = offset {
            area = area.vertical_scroll_offset(offset);
        }
        let view = ui.available_rect_before_wrap();
        // A spring at the end of the rows would pull back a card that is to stay in place while they grow longer.
        ui.spacing_mut().scroll.kinetic.rubber_band = false;
        let width = grid.x(grid.columns - 1) + grid.slot[0];
        let whole = if table.is_some() { width } else { available };
        let output = area.id_salt("cards").auto_shrink(false).show_viewport(ui, |ui, viewport| {
            ui.set_height(rows.height + head);
            if table.is_some() {
                ui.set_width(whole + 2.0 * EDGE);
            }
            let origin = ui.max_rect().min + vec2(EDGE, head);
            if let Some([top, bottom]) = reveal {
                let y = egui::Rangef::new(origin.y + top - head, origin.y + bottom);
                let x = ui.clip_rect().x_range();
                ui.scroll_to_rect(Rect::from_x_y_ranges(x, y), None);
            }
            let desk = self.desk_ui(ctx, ui, origin);
            // Headings do not scroll sideways.
            let left_edge = origin.x + viewport.left();
            let floating = self.floating(&rows, viewport.top());
            self.ahead.look(viewport.top(), viewport.bottom() - head);
            for at in rows.visible(viewport.top(), viewport.bottom() - head) {
                let Some(row) = rows.rows.get(at) else { continue };
                let y = origin.y + row.y;
                match &row.tiles {
                    None if floating.is_some_and(|(group, _)| group == row.group) => {}
                    None => {
                        let rect = Rect::from_min_size(pos2(left_edge, y), vec2(available, HEADER));
                        self.heading_ui(ctx, ui, rect, (here, row.group), false);
                    }
                    Some(tiles) => {
                        let group = &gallery.rows.groups[row.group];
                        for (column, tile) in group.tiles[tiles.clone()].iter().enumerate() {
                            let left = origin.x + grid.x(column);
                            let slot = Rect::from_min_size(pos2(left, y), vec2(grid.slot[0], grid.slot[1]));
                            let place = (here, &group.title, &grid);
                            match &table {
                                Some(table) => self.row_ui(ctx, ui, slot, *tile, table, place),
                                None => self.tile_ui(ctx, ui, slot, *tile, place),
                            }
                        }
                    }
                }
            }
            if let Some((group, y)) = floating {
                let y = origin.y + y;
                let rect = Rect::from_min_size(pos2(left_edge, y), vec2(available, HEADER));
                self.heading_ui(ctx, ui, rect, (here, group), true);
            }
            self.band_ui(ctx, ui, &desk, origin, here, (&*rows, &grid));
            if let Some(table) = &table {
                let top = Pos2::new(origin.x, origin.y - head + viewport.top());
                self.head_ui(ctx, ui, Rect::from_min_size(top, vec2(whole, HEAD)), table);
            }
        });
        self.focus_next = None;
        if table.is_none() {
            self.expect_ui(ctx, ui, gallery, &rows, &grid);
        }
        let page = output.inner_rect.height() - head;
        let mut offset = output.state.clamped_offset().y;
        if let Some(wanted) = kept.filter(|wanted| (wanted - offset).abs() > 0.5) {
            // Beyond the end of the rows as they were, it was pulled back; the next frame knows the new end.
            self.kept = Some(wanted);
            offset = wanted;
            ui.ctx().request_repaint();
        }
        self.drawn = Some(Drawn { gallery: Arc::clone(gallery), rows, grid, offset, page });
        self.carry_ui(ctx, ui, view);
    }

    /// The rows for this width; kept as long as nothing of it changes.
    fn rows(&mut self, gallery: &Arc<Gallery>, grid: &Grid) -> Arc<Rows> {
        let folds = &self.folds;
        let key = (gallery.generation, folds.generation(), *grid);
        let rows = self.rows.get(key, |_| {
            let groups = gallery.rows.groups.iter().zip(&gallery.groups);
            let counts =
                groups.map(|(group, facts)| if folds.has(facts.mark) { 0 } else { group.tiles.len() });
            Arc::new(Rows::of(counts, grid))
        });
        Arc::clone(rows)
    }

    /// The group whose heading stays at the top, and where it is drawn, from the top of the rows. The next heading
    /// pushes it away.
    fn floating(&self, rows: &Rows, top: f32) -> Option<(usize, f32)> {
        let row = rows.rows.get(rows.at(top))?;
        let first = rows.rows.partition_point(|other| other.group < row.group);
        let natural = rows.rows.get(first)?.y;
        (natural < top).then(|| (row.group, top.min(rows.end_of(row.group) - HEADER)))
    }

    /// Where a selection that was made since the last frame lies, or the card to which the keyboard went: top and
    /// bottom, from the top of the rows.
    fn revealed(
        &mut self,
        ctx: &ViewCtx<'_>,
        gallery: &Gallery,
        rows: &Rows,
        grid: &Grid,
    ) -> Option<[f32; 2]> {
        let (contact, card) = (ctx.selection.contact, ctx.selection.card);
        let is_new = (self.seen.contact, self.seen.card) != (contact, card);
        self.seen.contact = contact;
        self.seen.card = card;
        let asked = self.reveal.take();
        let tile = asked.or_else(|| if is_new { self.selected(ctx, gallery) } else { None })?;
        let (row, _) = place_of(gallery, rows, tile)?;
        // Not under the heading that stays at the top.
        let top = rows.rows.get(row)?.y;
        Some([top - HEADER, top + grid.pitch()])
    }
}
