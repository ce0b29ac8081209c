//! Joining letters to lines: each to its nearest neighbour along, or down.

use std::collections::BTreeMap;

use super::parts::Part;

/// Joins letters to lines. Returns the places of each line's letters, and whether it runs down the page.
pub(super) fn join(letters: &[&Part], typical: f32) -> Vec<(Vec<usize>, bool)> {
    // Each letter's nearest neighbours to the right and below, with the gap as a share of the letter's size.
    let mut order: Vec<usize> = (0..letters.len()).collect();
    order.sort_by(|a, b| letters[*a].left.total_cmp(&letters[*b].left));
    let along = neighbours(letters, &order, typical, false);
    order.sort_by(|a, b| letters[*a].top.total_cmp(&letters[*b].top));
    let down = neighbours(letters, &order, typical, true);
    let rows = Groups::of(letters.len(), &along);
    let columns = Groups::of(letters.len(), &down);
    // Where a letter stands in a row and in a column, the tighter one has it.
    let mut taken: BTreeMap<(bool, usize), Vec<usize>> = BTreeMap::new();
    for at in 0..letters.len() {
        let (row, column) = (rows.root(at), columns.root(at));
        let upright = columns.tightness(column) < rows.tightness(row);
        taken.entry((upright, if upright { column } else { row })).or_default().push(at);
    }
    taken.into_iter().map(|((upright, _), members)| (members, upright)).collect()
}

/// Pairs of neighbours along a direction and the gap between them, in sizes of the letters.
fn neighbours(letters: &[&Part], order: &[usize], typical: f32, down: bool) -> Vec<(usize, usize, f32)> {
    let mut pairs = Vec::new();
    for (place, &a) in order.iter().enumerate() {
        let one = letters[a].seen(down);
        let mut nearest: Option<(usize, f32)> = None;
        for &b in order.iter().skip(place + 1) {
            let other = letters[b].seen(down);
            let size = one.size.max(other.size);
            if other.start - one.end > 3.0 * one.size.max(typical) {
                break;
            }
            let gap = (other.start - one.end).max(0.0) / size.max(1.0);
            // How far apart letters of one line stand: words of small print about half a letter, the parts of a
            // name more than two.
            let grand = one.size.min(other.size) > 1.5 * typical && size < 1.5 * one.size.min(other.size);
            let widest = if grand { 2.4 } else { 1.2 };
            if gap > widest || !beside(one, other) {
                continue;
            }
            if nearest.is_none_or(|(_, least)| gap < least) {
                nearest = Some((b, gap));
            }
        }
        if let Some((b, gap)) = nearest {
            pairs.push((a, b, gap));
        }
    }
    pairs
}

/// Whether two letters stand on one line as far as their place across it says.
fn beside(one: Seen, other: Seen) -> bool {
    let overlap = one.high.min(other.high) - one.low.max(other.low);
    let (small, large) = if one.size < other.size { (one, other) } else { (other, one) };
    let across = small.high - small.low;
    if large.size > 3.0 * small.size.max(1.0) {
        // A stop, a dash, an accent: within reach of the letter beside it.
        return large.size < 8.0 * small.size && overlap > -0.15 * large.size;
    }
    overlap > 0.4 * across.min(large.high - large.low)
}

/// A letter as one sees it reading along or down.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub start: f32,
    pub end: f32,
    pub low: f32,
    pub high: f32,
    pub size: f32,
}

impl Part {
    pub fn seen(&self, down: bool) -> Seen {
        let [w, h] = self.size();
        let size = w.max(h);
        if down {
            Seen { start: self.top, end: self.bottom, low: self.left, high: self.right, size }
        } else {
            Seen { start: self.left, end: self.right, low: self.top, high: self.bottom, size }
        }
    }
}

/// Letters that were joined.
struct Groups {
    up: Vec<usize>,
    gaps: Vec<(f32, u32)>,
}

impl Groups {
    fn of(count: usize, pairs: &[(usize, usize, f32)]) -> Self {
        let mut groups = Self { up: (0..count).collect(), gaps: vec![(0.0, 0); count] };
        for (a, b, _) in pairs {
            let (a, b) = (groups.root(*a), groups.root(*b));
            groups.up[a.max(b)] = a.min(b);
        }
        for (a, _, gap) in pairs {
            let root = groups.root(*a);
            groups.gaps[root].0 += gap;
            groups.gaps[root].1 += 1;
        }
        groups
    }

    fn root(&self, mut at: usize) -> usize {
        while self.up[at] != at {
            at = self.up[at];
        }
        at
    }

    /// The mean gap, and a little for having few members: one pair by chance is no line.
    fn tightness(&self, root: usize) -> f32 {
        let (sum, count) = self.gaps[root];
        if count == 0 { f32::INFINITY } else { sum / count as f32 + 0.5 / count as f32 }
    }
}
