//! Lines as a reader found them, laid over what was found in the picture.
//!
//! Pieces that lie close together hang together in the picture: a name with the number below it is one piece then, and all of
//! it is covered. A reader tells them apart. What it read and may be seen is taken out of such a piece, letter by letter;
//! every other letter of the piece stays covered, read or not.
//!
//! Invariant: a letter of a covered piece is left open only when it lies in a line that was read surely, is harmless, stands
//! apart from all other print of its row, and is no longer than its signs are
//! (`tests::what_was_read_is_taken_out_of_what_hangs_together`).

use std::collections::{BTreeMap, BTreeSet};

use super::super::lines::{Found, Shape};
use super::{AGAIN, Region, RegionKind, SURE, Why, Word};

/// From this gap on, in heights of the letters, what stands in one row is two things.
const APART: f32 = 0.8;

/// How far the frame of a word may be off, in heights of the letters.
const SLACK: f32 = 0.15;

/// More strokes than on a card full of small print are noise, of which no rows are made.
const MOST_STROKES: usize = 2_000;

/// A run of words in one row or column, in the straight window.
#[derive(Debug)]
struct Run {
    text: String,
    /// Left, top, right and bottom.
    around: [f32; 4],
    down: bool,
    /// The height of its letters.
    size: f32,
    words: BTreeSet<usize>,
    is_sure: bool,
    is_plausible: bool,
}

impl Run {
    /// Start and end along the run, then across it.
    fn seen(&self, [left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
        if self.down { [top, bottom, left, right] } else { [left, right, top, bottom] }
    }

    /// Whether a letter belongs to it: half of it and its middle lie within, and it does not stick out by half a letter.
    fn has(&self, letter: [f32; 4]) -> bool {
        let slack = SLACK * self.size;
        let [left, top, right, bottom] = self.around;
        let wide = [left - slack, top - slack, right + slack, bottom + slack];
        let out = [wide[0] - letter[0], wide[1] - letter[1], letter[2] - wide[2], letter[3] - wide[3]];
        let middle = [(letter[0] + letter[2]) / 2.0, (letter[1] + letter[3]) / 2.0];
        let within = (wide[0]..=wide[2]).contains(&middle[0]) && (wide[1]..=wide[3]).contains(&middle[1]);
        within
            && 2.0 * shared(wide, letter) >= surface(letter)
            && out.iter().all(|out| *out <= 0.5 * self.size)
    }

    /// Whether other print stands in its row so near that it may be more of the same.
    fn touches(&self, letter: [f32; 4]) -> bool {
        let ([start, end, low, high], [from, to, upper, lower]) = (self.seen(self.around), self.seen(letter));
        let across = lower.min(high) - upper.max(low);
        let near = from < end + APART * self.size && to > start - APART * self.size;
        near && across > 0.3 * (lower - upper).min(high - low)
    }
}

fn surface([left, top, right, bottom]: [f32; 4]) -> f32 {
    (right - left).max(0.0) * (bottom - top).max(0.0)
}

fn shared(a: [f32; 4], b: [f32; 4]) -> f32 {
    surface([a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])])
}

fn united(a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// Left, top, right and bottom of a word in the straight window.
fn around(found: &Found, word: &Word) -> [f32; 4] {
    let corners = word.area.corners.map(|corner| found.to_window(corner));
    let start = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    corners.iter().fold(start, |all, [x, y]| united(all, [*x, *y, *x, *y]))
}

/// Proposes anew what hangs together though a reader told it apart.
pub(super) fn recut(
    found: &Found,
    regions: Vec<(usize, Region)>,
    read: &[Word],
    is_harmless: &dyn Fn(&str) -> bool,
) -> Vec<Region> {
    let boxes: Vec<[f32; 4]> = read.iter().map(|word| around(found, word)).collect();
    let runs = runs(read, &boxes);
    let letters: Vec<[f32; 4]> = found.letters().collect();
    let open = taken_out(&runs, &boxes, &letters, is_harmless);
    let middles: Vec<[f32; 2]> = letters
        .iter()
        .map(|[left, top, right, bottom]| found.to_shares([(left + right) / 2.0, (top + bottom) / 2.0]))
        .collect();
    let mut out = Vec::with_capacity(regions.len() + open.len());
    for (run, _) in &open {
        let area = found.area(framed(runs[*run].around, runs[*run].size));
        let text = runs[*run].text.clone();
        out.push(Region { area, kind: RegionKind::Line, covered: false, why: Why::Harmless, text });
    }
    let free: BTreeSet<usize> = open.iter().flat_map(|(_, letters)| letters.iter().copied()).collect();
    // Where covered pieces overlap, each letter is covered by the smallest one.
    let mut owner: Vec<Option<(f32, usize)>> = vec![None; letters.len()];
    for (at, region) in regions.iter().filter(|(_, region)| region.covered) {
        let [left, top, right, bottom] = region.area.around();
        let size = (right - left) * (bottom - top);
        for (middle, owner) in middles.iter().zip(&mut owner) {
            if region.area.contains(*middle) && owner.is_none_or(|(least, _)| size < least) {
                *owner = Some((size, *at));
            }
        }
    }
    for (place, region) in regions {
        let within = || (0..letters.len()).filter(|at| region.area.contains(middles[*at]));
        if !region.covered {
            // What is open letter by letter needs not be open a second time.
            if region.why != Why::Harmless || !within().all(|at| free.contains(&at)) {
                out.push(region);
            }
            continue;
        }
        // A code holds no words, and what is full of words is none.
        let is_code = found.pieces.get(place).is_none_or(|piece| piece.shape == Shape::Patch);
        if is_code && !is_full(found, &region, &runs) {
            out.push(region);
            continue;
        }
        let is_taken = within().any(|at| free.contains(&at));
        let mut left: Vec<usize> = within()
            .filter(|at| !free.contains(at) && owner[*at].is_some_and(|(_, owner)| owner == place))
            .collect();
        let lines: Vec<&Run> =
            runs.iter().filter(|run| left.iter().filter(|at| run.has(letters[**at])).count() > 1).collect();
        if !is_taken && lines.len() < 2 {
            out.push(region);
            continue;
        }
        for run in lines {
            let (of_it, others): (Vec<usize>, Vec<usize>) =
                left.iter().partition(|at| run.has(letters[**at]));
            left = others;
            let around = of_it.iter().fold(run.around, |all, at| united(all, letters[*at]));
            let is_known = run.is_sure && !is_harmless(&run.text);
            let why = if is_known { Why::Contact } else { Why::Unread };
            let area = found.area(framed(around, run.size));
            out.push(Region { area, kind: RegionKind::Line, covered: true, why, text: run.text.clone() });
        }
        out.extend(found.grouped(&left).into_iter().map(|piece| Region {
            area: piece.area,
            kind: RegionKind::Line,
            covered: true,
            why: Why::Unread,
            text: String::new(),
        }));
    }
    out
}

/// Whether a large share of a part of the picture is words that were read surely.
fn is_full(found: &Found, region: &Region, runs: &[Run]) -> bool {
    let corners = region.area.corners.map(|corner| found.to_window(corner));
    let start = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    let around = corners.iter().fold(start, |all, [x, y]| united(all, [*x, *y, *x, *y]));
    let words: f32 =
        runs.iter().filter(|run| run.is_sure && run.is_plausible).map(|run| shared(run.around, around)).sum();
    words > 0.4 * surface(around)
}

/// With the margin of a piece.
fn framed([left, top, right, bottom]: [f32; 4], size: f32) -> [f32; 4] {
    let margin = (0.22 * size).max(2.0);
    [left - margin, top - margin, right + margin, bottom + margin]
}

/// The runs that stay open, each with its letters.
fn taken_out(
    runs: &[Run],
    boxes: &[[f32; 4]],
    letters: &[[f32; 4]],
    is_harmless: &dyn Fn(&str) -> bool,
) -> Vec<(usize, BTreeSet<usize>)> {
    let alone = |run: &Run| {
        boxes.iter().enumerate().all(|(at, word)| {
            run.words.contains(&at)
                || shared(run.around, *word) < 0.15 * surface(*word).min(surface(run.around))
        })
    };
    let mut open: Vec<(usize, BTreeSet<usize>)> = runs
        .iter()
        .enumerate()
        .filter(|(_, run)| run.is_sure && run.is_plausible && alone(run) && is_harmless(&run.text))
        .map(|(at, run)| (at, (0..letters.len()).filter(|letter| run.has(letters[*letter])).collect()))
        .filter(|(_, letters): &(usize, BTreeSet<usize>)| !letters.is_empty())
        .collect();
    // What stands beside print that is covered may be more of the same; without it, its neighbour may be.
    loop {
        let free: BTreeSet<usize> = open.iter().flat_map(|(_, letters)| letters.iter().copied()).collect();
        let before = open.len();
        open.retain(|(run, _)| {
            let mut others = letters.iter().enumerate().filter(|(at, _)| !free.contains(at));
            !others.any(|(_, letter)| runs[*run].touches(*letter))
        });
        if open.len() == before {
            return open;
        }
    }
}

/// How sure a reader is of some words, of 100: of each sign alike.
pub(in crate::scan) fn sureness<'a>(words: impl IntoIterator<Item = &'a Word>) -> f32 {
    let (mut sum, mut signs) = (0.0, 0.0);
    for word in words {
        let count = word.text.chars().count() as f32;
        (sum, signs) = (sum + count * word.sure, signs + count);
    }
    sum / f32::max(signs, 1.0)
}

/// Rows of large letters that no sure words stand for, in the straight window, the largest first.
pub(super) fn unread(found: &Found, read: &[Word]) -> Vec<[f32; 4]> {
    let boxes: Vec<[f32; 4]> = read.iter().map(|word| around(found, word)).collect();
    let runs: Vec<Run> =
        runs(read, &boxes).into_iter().filter(|run| run.is_sure && run.is_plausible).collect();
    let mut rows: Vec<[f32; 4]> = found
        .letters()
        .filter(|letter| !runs.iter().any(|run| run.has(*letter)))
        .filter(|[left, top, right, bottom]| (right - left).max(bottom - top) < 8.0 * found.typical)
        .collect();
    if rows.len() > MOST_STROKES {
        return Vec::new();
    }
    // The strokes of a large character lie apart, and so do the characters.
    let belongs = |one: &[f32; 4], two: &[f32; 4]| {
        let (high, higher) = (one[3] - one[1], two[3] - two[1]);
        let across = one[3].min(two[3]) - one[1].max(two[1]);
        let gap = one[0].max(two[0]) - one[2].min(two[2]);
        // Beyond the strokes of one character only what is as large belongs to it.
        let far = if high.max(higher) < 1.7 * high.min(higher) { 1.2 } else { 0.2 };
        across > 0.5 * high.min(higher) && gap < far * high.max(higher)
    };
    loop {
        let before = rows.len();
        rows.sort_by(|a, b| a[0].total_cmp(&b[0]));
        let mut joined: Vec<[f32; 4]> = Vec::with_capacity(before);
        for row in rows {
            match joined.iter_mut().find(|other| belongs(other, &row)) {
                Some(other) => *other = united(*other, row),
                None => joined.push(row),
            }
        }
        rows = joined;
        if rows.len() == before {
            break;
        }
    }
    let high = |[_, top, _, bottom]: &[f32; 4]| bottom - top;
    rows.retain(|row| {
        (0.9 * found.typical..8.0 * found.typical).contains(&high(row)) && row[2] - row[0] > high(row)
    });
    rows.sort_by(|a, b| high(b).total_cmp(&high(a)));
    rows.truncate(AGAIN);
    rows
}

/// The words of each line a reader found, parted where a gap is.
fn runs(read: &[Word], boxes: &[[f32; 4]]) -> Vec<Run> {
    let mut lines: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, word) in read.iter().enumerate() {
        lines.entry(word.line).or_default().push(at);
    }
    let mut runs = Vec::new();
    for mut words in lines.into_values() {
        let whole = words.iter().map(|at| boxes[*at]).reduce(united).unwrap_or_default();
        let down = words.len() > 1 && whole[3] - whole[1] > 1.5 * (whole[2] - whole[0]);
        let along = |at: usize| {
            let [left, top, right, bottom] = boxes[at];
            if down { (top, bottom, right - left) } else { (left, right, bottom - top) }
        };
        words.sort_by(|a, b| along(*a).0.total_cmp(&along(*b).0));
        let mut sizes: Vec<f32> = words.iter().map(|at| along(*at).2).collect();
        sizes.sort_by(f32::total_cmp);
        let size = sizes[sizes.len() / 2].max(1.0);
        let mut parts: Vec<Vec<usize>> = Vec::new();
        let mut end = f32::NEG_INFINITY;
        for at in words {
            let (start, stop, _) = along(at);
            match parts.last_mut() {
                Some(part) if start - end <= APART * size => part.push(at),
                _ => parts.push(vec![at]),
            }
            end = end.max(stop);
        }
        for part in parts {
            let text: Vec<&str> = part.iter().map(|at| read[*at].text.as_str()).collect();
            // No sign is much wider than its line is high.
            let is_plausible = part.iter().all(|at| {
                let (start, stop, _) = along(*at);
                let widest: f32 =
                    read[*at].text.chars().map(|sign| if sign.is_ascii() { 1.3 } else { 1.6 }).sum();
                stop - start <= (widest + 2.0 * SLACK) * size
            });
            runs.push(Run {
                text: text.join(" "),
                around: part.iter().map(|at| boxes[*at]).reduce(united).unwrap_or_default(),
                down,
                size,
                is_sure: sureness(part.iter().map(|at| &read[*at])) >= SURE,
                is_plausible,
                words: part.into_iter().collect(),
            });
        }
    }
    runs
}
