//! What stands beside a line or a sign says whether it may be something by itself.

use super::{Piece, Shape};

/// A sign that stands in a row or a column with others of its size is none by itself: the last one of a number that is set wide.
pub(super) fn unmark_signs(pieces: &mut [Piece]) {
    let is_of_others = |at: usize| {
        let one = &pieces[at];
        let [left, top, right, bottom] = one.area.around();
        pieces.iter().enumerate().any(|(other_at, other)| {
            let [l, t, r, b] = other.area.around();
            let alike = one.height < 1.6 * other.height && other.height < 1.6 * one.height;
            let (across, gap) = if other.upright {
                (right.min(r) - left.max(l), t.max(top) - b.min(bottom))
            } else {
                (bottom.min(b) - top.max(t), l.max(left) - r.min(right))
            };
            // A sign by itself may stand either way.
            let down = other.shape == Shape::Mark
                && right.min(r) - left.max(l) > 0.3 * other.height
                && t.max(top) - b.min(bottom) < 2.4 * one.height;
            other_at != at
                && other.shape != Shape::Patch
                && alike
                && (down || (across > 0.3 * one.height.min(other.height) && gap < 2.4 * one.height))
        })
    };
    let signs: Vec<usize> =
        (0..pieces.len()).filter(|at| pieces[*at].shape == Shape::Mark && is_of_others(*at)).collect();
    for at in signs {
        pieces[at].shape = Shape::Line;
    }
}

/// Notes over which lines other print lies, or beside whose ends it goes on: part of something else, it may be.
pub(super) fn mark_unclear(pieces: &mut [Piece]) {
    let clear = |at: usize| {
        let piece = &pieces[at];
        let [mut left, mut top, mut right, mut bottom] = piece.area.around();
        if piece.upright {
            (top, bottom) = (top - 0.8 * piece.height, bottom + 0.8 * piece.height);
        } else {
            (left, right) = (left - 0.8 * piece.height, right + 0.8 * piece.height);
        }
        pieces.iter().enumerate().all(|(other_at, other)| {
            let [l, t, r, b] = other.area.around();
            let (w, h) = (r.min(right) - l.max(left), b.min(bottom) - t.max(top));
            let (across, along, thinner) = if piece.upright {
                (w, h, (r - l).min(right - left))
            } else {
                (h, w, (b - t).min(bottom - top))
            };
            other_at == at || other.is_crumb() || along <= 0.0 || across < 0.45 * thinner
        })
    };
    let clear: Vec<bool> = (0..pieces.len()).map(clear).collect();
    for (piece, clear) in pieces.iter_mut().zip(clear) {
        piece.clear &= clear;
    }
}
