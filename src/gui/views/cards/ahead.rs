//! What comes into sight next while the gallery is scrolled, so that it is decoded before.
//!
//! Owns arithmetic and one loop; the pictures are asked for by [`crate::gui::thumbnails`].

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;

use super::rows::{Grid, Rows};
use super::{CardsView, Gallery};
use crate::gui::ctx::ViewCtx;
use crate::gui::thumbnails::ThumbnailSize;

/// How far ahead of the scrolling pictures are decoded, in heights of the view: half a second of fast scrolling.
const AHEAD: f32 = 1.0;

/// How far behind it, since people scroll back a little.
const BEHIND: f32 = 0.25;

/// Where the view was, and whither it goes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Ahead {
    top: f32,
    bottom: f32,
    up: bool,
}

impl Ahead {
    /// Takes in what is visible now, in points from the top of the content.
    pub fn look(&mut self, top: f32, bottom: f32) {
        // At rest the last direction holds: a book is read on.
        if (top - self.top).abs() > 0.5 {
            self.up = top < self.top;
        }
        (self.top, self.bottom) = (top, bottom);
    }

    /// The two stretches that come next, the nearer part of each first: in the direction of the scrolling, and a
    /// little against it. The flag says that a stretch is walked upwards.
    pub fn stretches(&self) -> [(Range<f32>, bool); 2] {
        let height = (self.bottom - self.top).max(0.0);
        let (above, below) = if self.up { (AHEAD, BEHIND) } else { (BEHIND, AHEAD) };
        let up = ((self.top - above * height).max(0.0)..self.top, true);
        let down = (self.bottom..self.bottom + below * height, false);
        if self.up { [up, down] } else { [down, up] }
    }
}

impl CardsView {
    /// Names the pictures that come into sight next.
    pub(super) fn expect_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &egui::Ui,
        gallery: &Arc<Gallery>,
        rows: &Rows,
        grid: &Grid,
    ) {
        let size = ThumbnailSize::for_width(grid.slot[0], ui.ctx().pixels_per_point());
        let seen = rows.visible(self.ahead.top, self.ahead.bottom);
        for (stretch, upwards) in self.ahead.stretches() {
            let range = rows.visible(stretch.start, stretch.end);
            let mut at: Vec<usize> = range.filter(|at| !seen.contains(at)).collect();
            if upwards {
                at.reverse();
            }
            for row in at.into_iter().filter_map(|at| rows.rows.get(at)) {
                let Some(tiles) = row.tiles.clone() else { continue };
                let Some(group) = gallery.rows.groups.get(row.group) else { continue };
                for tile in group.tiles.get(tiles).unwrap_or_default() {
                    let facts = self.facts(ctx, *tile);
                    let image = if self.turned.contains(tile) { facts.back } else { facts.front };
                    if let Some(image) = image.and_then(|id| ctx.book.get(id)) {
                        ctx.thumbnails.expect(image, size);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next_lies_in_the_direction_of_the_scrolling() {
        let mut ahead = Ahead::default();
        ahead.look(1_000.0, 1_800.0);
        assert_eq!(ahead.stretches(), [(1_800.0..2_600.0, false), (800.0..1_000.0, true)]);
        ahead.look(900.0, 1_700.0);
        assert_eq!(ahead.stretches(), [(100.0..900.0, true), (1_700.0..1_900.0, false)]);
        ahead.look(900.0, 1_700.0);
        assert!(ahead.up, "at rest it stays as it was");
        ahead.look(0.0, 800.0);
        assert_eq!(ahead.stretches()[0], (0.0..0.0, true), "nothing is above the beginning");
    }
}
