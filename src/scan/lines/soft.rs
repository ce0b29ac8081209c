//! Large print that is out of focus or pale, seen from farther away.

use super::parts::{Part, parts_over};
use super::{Area, Piece, Shape, Straight, grouped, may_be_letter, typical_size};
use crate::scan::thumbnail::shrink_to;

/// By how much farther away large print that is out of focus is looked for, how little it may differ from its ground there, of
/// 255, and at most how many signs.
const SOFT: [u32; 2] = [2, 4];
const SOFTEST: usize = 9;
const MOST_SOFT: usize = 400;

/// Looks from farther away for large print that is out of focus or pale: near by, it changes too little from pixel to pixel. What
/// was found already is left out; the rest is nothing that could stay open by itself.
pub(super) fn soft(straight: &Straight, pieces: &[Piece], longest: f32, typical: f32) -> Vec<Piece> {
    let known: Vec<[f32; 4]> = pieces.iter().map(|piece| piece.area.around()).collect();
    let mut found: Vec<Piece> = Vec::new();
    for farther in SOFT {
        let side = straight.image.width().max(straight.image.height()) / farther;
        if side < 64 {
            break;
        }
        let far = shrink_to(&straight.image, side);
        let scale = straight.image.width() as f32 / far.width() as f32;
        let mut map = parts_over(&far, &[], SOFTEST);
        map.break_outlines(longest / scale, typical / scale);
        let is_new = |part: &&Part| {
            let around = [part.left, part.top, part.right, part.bottom].map(|at| at * scale);
            let shared = |other: &[f32; 4]| {
                let across = around[2].min(other[2]) - around[0].max(other[0]);
                across.max(0.0) * (around[3].min(other[3]) - around[1].max(other[1])).max(0.0)
            };
            let before = known.iter().map(shared).sum::<f32>()
                + found.iter().map(|piece| shared(&piece.area.around())).sum::<f32>();
            let surface = (around[2] - around[0]) * (around[3] - around[1]);
            !part.dense && may_be_letter(part, longest / scale) && before < 0.4 * surface
        };
        let letters: Vec<&Part> = map.parts.iter().filter(is_new).take(MOST_SOFT).collect();
        let new = grouped(&letters, typical_size(&letters));
        // Two signs or more in a row: one by itself is a spot, a shadow, an ornament, unless there is a row that it may end.
        let has_row = new.iter().any(|piece| piece.letters > 1);
        let new: Vec<Piece> = new
            .into_iter()
            .filter(|piece| has_row && piece.shape != Shape::Patch)
            .map(|piece| Piece {
                area: Area { corners: piece.area.corners.map(|corner| corner.map(|at| at * scale)) },
                shape: Shape::Line,
                height: piece.height * scale,
                // It says nothing about the size of the small print.
                letters: 1,
                clear: false,
                ..piece
            })
            .collect();
        found.extend(new);
    }
    found
}
