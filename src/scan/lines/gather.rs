//! Names in large characters: their signs stand apart, and each falls into pieces of its own at first.

use super::{Area, Piece, Shape};

/// A large sign, or what hangs together of one, has at most so many parts: a line of small print has more.
const SIGNS: usize = 6;

/// Puts large signs that stand beside each other into one line: the strokes of a name in large characters hang together in
/// themselves and not with each other, and lie in several pieces at first. Small print is not taken in.
pub(super) fn gathered(mut pieces: Vec<Piece>, typical: f32) -> Vec<Piece> {
    // The largest first: what is a part of it is not asked again.
    let across = |piece: &Piece, upright: bool| {
        let [left, top, right, bottom] = piece.area.around();
        if upright { (left, right, top, bottom) } else { (top, bottom, left, right) }
    };
    let is_seed = |piece: &Piece| {
        let [left, top, right, bottom] = piece.area.around();
        let least = (right - left).min(bottom - top);
        piece.shape != Shape::Patch
            && piece.letters <= SIGNS
            && least > 1.5 * typical
            && least < 6.0 * typical
    };
    let mut seeds: Vec<Piece> = pieces.iter().filter(|piece| is_seed(piece)).copied().collect();
    seeds.sort_by(|a, b| b.height.total_cmp(&a.height));
    for seed in seeds {
        // Signs that are as wide as high stand in a row or in a column: the way in which more of them stand.
        let mut best: Option<(Vec<usize>, bool, [f32; 4])> = None;
        for upright in [false, true] {
            let (mut low, mut high, mut start, mut end) = across(&seed, upright);
            let mut taken: Vec<usize> = Vec::new();
            loop {
                let size = high - low;
                let next = (0..pieces.len()).find(|at| {
                    let piece = &pieces[*at];
                    let (l, h, s, e) = across(piece, upright);
                    let within = h.min(high) - l.max(low);
                    let gap = s.max(start) - e.min(end);
                    let is_large = h - l > 0.5 * size || gap < 0.0;
                    !taken.contains(at)
                        && piece.shape != Shape::Patch
                        && piece.letters <= SIGNS
                        && within > 0.75 * (h - l)
                        && h - l < 1.25 * size
                        && gap < 2.4 * size
                        && is_large
                });
                let Some(at) = next else { break };
                taken.push(at);
                let (l, h, s, e) = across(&pieces[at], upright);
                (low, high, start, end) = (low.min(l), high.max(h), start.min(s), end.max(e));
            }
            if taken.len() > 1 && best.as_ref().is_none_or(|(other, ..)| taken.len() > other.len()) {
                best = Some((taken, upright, [low, high, start, end]));
            }
        }
        let Some((mut taken, upright, [low, high, start, end])) = best else { continue };
        taken.sort_unstable();
        let letters: usize = taken.iter().map(|at| pieces[*at].letters).sum();
        let mut line = seed;
        line.area = if upright {
            Area { corners: [[low, start], [high, start], [high, end], [low, end]] }
        } else {
            Area { corners: [[start, low], [end, low], [end, high], [start, high]] }
        };
        (line.upright, line.letters, line.shape) = (upright, letters.max(3), Shape::Line);
        line.long = (end - start) / (high - low).max(1.0);
        // The margins on both sides are no part of the line.
        (line.height, line.across) = ((high - low) / 1.44, 1.0);
        for at in taken.into_iter().rev() {
            pieces.swap_remove(at);
        }
        pieces.push(line);
    }
    pieces
}
