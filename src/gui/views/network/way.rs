//! The bent way of one line on the screen: bent, cut off at its nodes, shortened for the head of an arrow.
//!
//! Owns points without the heap, because there are tens of thousands of ways in a frame. Must not know colours.

use eframe::egui::{Pos2, Vec2};

use super::scene::Spot;

/// A way has at most so many pieces.
pub(super) const MOST_PIECES: usize = 24;
/// Two more points for the cuts.
const POINTS: usize = MOST_PIECES + 3;

/// Points one after another.
pub(super) struct Way {
    points: [Pos2; POINTS],
    /// The part that is in use.
    first: usize,
    end: usize,
}

impl Default for Way {
    fn default() -> Self {
        Self { points: [Pos2::ZERO; POINTS], first: 0, end: 0 }
    }
}

impl Way {
    /// The points.
    pub(super) fn points(&self) -> &[Pos2] {
        &self.points[self.first..self.end]
    }

    /// Goes from one place to another in an arc of so many pieces; its middle lies `bend` × 0.8 of the length beside
    /// the straight way.
    pub(super) fn bend(&mut self, from: Pos2, to: Pos2, bend: f32, pieces: usize) {
        let control = from + (to - from) * 0.5 + side_of(to - from) * bend * 1.6;
        let pieces = pieces.clamp(1, MOST_PIECES);
        // The first place stays free for a cut.
        self.first = 1;
        for step in 0..=pieces {
            let t = step as f32 / pieces as f32;
            let u = 1.0 - t;
            self.points[1 + step] =
                (from.to_vec2() * (u * u) + control.to_vec2() * (2.0 * u * t) + to.to_vec2() * (t * t))
                    .to_pos2();
        }
        self.end = pieces + 2;
    }

    /// Cuts off what lies inside the nodes at both ends.
    pub(super) fn trim(&mut self, from: &Spot, to: &Spot, margin: f32) {
        let outside = |spot: &Spot, mut inner: Pos2, mut outer: Pos2| {
            for _ in 0..8 {
                let middle = inner + (outer - inner) * 0.5;
                if spot.is_inside(middle, margin) { inner = middle } else { outer = middle }
            }
            outer
        };
        let points = self.points();
        if let Some(last) = points.iter().rposition(|point| !to.is_inside(*point, margin))
            && last + 1 < points.len()
        {
            let end = outside(to, points[last + 1], points[last]);
            let last = self.first + last;
            self.points[last + 1] = end;
            self.end = last + 2;
        }
        let points = self.points();
        if let Some(first) = points.iter().position(|point| !from.is_inside(*point, margin))
            && first > 0
        {
            let start = outside(from, points[first - 1], points[first]);
            let first = self.first + first;
            self.points[first - 1] = start;
            self.first = first - 1;
        }
    }

    /// Takes `length` off the end, where the head of the arrow lies.
    pub(super) fn shorten(&mut self, mut length: f32) {
        while self.end - self.first >= 2 {
            let (before, last) = (self.points[self.end - 2], self.points[self.end - 1]);
            let piece = before.distance(last);
            if piece > length {
                self.points[self.end - 1] = last + (before - last) * (length / piece);
                return;
            }
            length -= piece;
            self.end -= 1;
        }
    }
}

fn side_of(along: Vec2) -> Vec2 {
    along.rot90()
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};

    use super::*;

    fn spot(x: f32, half: Vec2, card: bool) -> Spot {
        Spot { at: pos2(x, 0.0), half, card, shown: true, on_screen: true }
    }

    #[test]
    fn a_way_ends_at_the_edges_of_its_nodes() {
        let (from, to) = (spot(0.0, Vec2::splat(10.0), false), spot(200.0, vec2(40.0, 25.0), true));
        for pieces in [1, 3, MOST_PIECES] {
            let mut way = Way::default();
            way.bend(from.at, to.at, 0.0, pieces);
            way.trim(&from, &to, 3.0);
            let points = way.points();
            let (first, last) = (points[0], points[points.len() - 1]);
            assert!((first.x - 13.0).abs() < 1.0, "{first:?}");
            assert!((last.x - 157.0).abs() < 1.0, "{last:?}");
            way.shorten(20.0);
            let points = way.points();
            assert!((points[points.len() - 1].x - 137.0).abs() < 1.0);
        }
    }

    #[test]
    fn nodes_that_touch_have_no_way_between_them_that_fails() {
        let (from, to) = (spot(0.0, Vec2::splat(30.0), false), spot(20.0, Vec2::splat(30.0), false));
        for pieces in [1, 2, MOST_PIECES, 900] {
            let mut way = Way::default();
            way.bend(from.at, to.at, 0.2, pieces);
            way.trim(&from, &to, 3.0);
            way.shorten(500.0);
            assert!(way.points().len() < 2 || way.points().iter().all(|point| point.x.is_finite()));
        }
    }
}
