//! Names beside nodes: below, right, left, above, or not at all.
//!
//! Owns what is already covered. Must not know what the names say.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// The side of a cell in which covered places are looked up, in points.
const CELL: f32 = 64.0;

/// The parts of the screen that are covered.
pub(super) struct Covered {
    area: Rect,
    /// What is in sight: no name is cut by its edges.
    seen: Rect,
    columns: usize,
    cells: Vec<Vec<Rect>>,
}

impl Covered {
    /// Nothing is covered yet of what is in sight, nor of what lies `around` it.
    pub(super) fn new(seen: Rect, around: f32) -> Self {
        let area = seen.expand(around);
        let columns = (area.width() / CELL).ceil().max(1.0) as usize;
        let rows = (area.height() / CELL).ceil().max(1.0) as usize;
        Self { area, seen, columns, cells: vec![Vec::new(); columns * rows] }
    }

    fn span(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let rows = self.cells.len() / self.columns;
        let cell = |at: f32, start: f32, count: usize| {
            (((at - start) / CELL).max(0.0) as usize).min(count.saturating_sub(1))
        };
        let columns = self.columns;
        let x0 = cell(rect.left(), self.area.left(), columns);
        let x1 = cell(rect.right(), self.area.left(), columns);
        let y0 = cell(rect.top(), self.area.top(), rows);
        let y1 = cell(rect.bottom(), self.area.top(), rows);
        (y0..=y1).flat_map(move |y| (x0..=x1).map(move |x| y * columns + x))
    }

    /// Covers a rectangle.
    pub(super) fn cover(&mut self, rect: Rect) {
        if self.area.intersects(rect) {
            for cell in self.span(rect) {
                self.cells[cell].push(rect);
            }
        }
    }

    /// Whether nothing that is covered would be touched.
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        self.area.contains_rect(rect)
            && (self.seen.contains_rect(rect) || !self.seen.intersects(rect))
            && self.span(rect).all(|cell| self.cells[cell].iter().all(|other| !other.intersects(rect)))
    }

    /// Finds a place for a name of `size` beside a box of half `extent` around `centre`, and covers it.
    pub(super) fn place(&mut self, centre: Pos2, extent: Vec2, size: Vec2) -> Option<Rect> {
        let gap = 2.0;
        let tries = [
            pos2(centre.x - size.x / 2.0, centre.y + extent.y + gap),
            pos2(centre.x + extent.x + gap + 2.0, centre.y - size.y / 2.0),
            pos2(centre.x - extent.x - gap - 2.0 - size.x, centre.y - size.y / 2.0),
            pos2(centre.x - size.x / 2.0, centre.y - extent.y - gap - size.y),
        ];
        let found = tries
            .into_iter()
            .map(|corner| Rect::from_min_size(corner, size))
            // Whoever is in sight has a name that can be read.
            .find(|rect| {
                self.is_free(*rect) && (!self.seen.contains(centre) || self.seen.contains_rect(*rect))
            })?;
        self.cover(found);
        Some(found)
    }

    /// Finds a place askew of a node where none of the four sides is free, and covers it: before a name that matters
    /// lies on somebody else.
    pub(super) fn place_askew(&mut self, centre: Pos2, extent: Vec2, size: Vec2) -> Option<Rect> {
        let off = extent * 0.7;
        let [right, left] = [centre.x + off.x, centre.x - off.x - size.x];
        let [below, above] = [centre.y + off.y, centre.y - off.y - size.y];
        let corners = [pos2(right, below), pos2(left, below), pos2(right, above), pos2(left, above)];
        let mut places = corners.into_iter().map(|corner| Rect::from_min_size(corner, size));
        let found = places.find(|rect| self.seen.contains_rect(*rect) && self.is_free(*rect))?;
        self.cover(found);
        Some(found)
    }

    /// Covers the disc or card of a node, a little less than it is: a name may touch its own node.
    pub(super) fn cover_node(&mut self, centre: Pos2, extent: Vec2) {
        self.cover(Rect::from_center_size(centre, (extent * 2.0 - vec2(2.0, 2.0)).max(Vec2::ZERO)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_way_to_each_other_and_the_last_one_hides() {
        let area = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0));
        let mut covered = Covered::new(area, 0.0);
        let (centre, extent, size) = (pos2(200.0, 150.0), vec2(12.0, 12.0), vec2(60.0, 14.0));
        covered.cover_node(centre, extent);
        let placed: Vec<Rect> = (0..4).filter_map(|_| covered.place(centre, extent, size)).collect();
        assert_eq!(placed.len(), 4);
        assert!(placed[0].top() > centre.y && placed[1].left() > centre.x);
        assert!(placed[2].right() < centre.x && placed[3].bottom() < centre.y);
        for (at, one) in placed.iter().enumerate() {
            assert!(placed[..at].iter().all(|other| !other.intersects(*one)));
        }
        assert_eq!(covered.place(centre, extent, size), None);
        let askew = covered.place_askew(centre, extent, vec2(30.0, 8.0));
        assert!(
            askew.is_none_or(|rect| placed.iter().all(|other| !other.intersects(rect))),
            "between names there is no room that is one of theirs: {askew:?}"
        );
        let mut crowded = Covered::new(area, 0.0);
        for off in [vec2(0.0, 30.0), vec2(0.0, -30.0), vec2(60.0, 0.0), vec2(-60.0, 0.0)] {
            crowded.cover(Rect::from_center_size(centre + off, vec2(16.0, 16.0)));
        }
        assert_eq!(crowded.place(centre, extent, size), None);
        let askew = crowded.place_askew(centre, extent, vec2(40.0, 8.0)).expect("a corner is free");
        assert!(askew.left() > centre.x && askew.top() > centre.y, "{askew:?}");
        assert_eq!(Covered::new(area, 0.0).place(pos2(-90.0, 150.0), extent, size), None);
        // At an edge it turns inwards; beyond it, it waits outside.
        let mut edge = Covered::new(area, 180.0);
        let inside = edge.place(pos2(398.0, 150.0), extent, size);
        assert!(inside.is_some_and(|rect| area.contains_rect(rect)), "{inside:?}");
        let outside = edge.place(pos2(460.0, 150.0), extent, size);
        assert!(outside.is_some_and(|rect| !area.intersects(rect)), "{outside:?}");
    }
}
