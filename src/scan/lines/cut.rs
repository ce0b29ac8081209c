//! Cutting lines of text apart that touch: the tail of a g and the letter below it.

use super::parts::{Map, label};

/// A place between two lines changes by less than this share of what the lines do.
const VALLEY: f32 = 0.4;

impl Map {
    /// Takes out of some parts what lies between two lines, or between two columns, and finds the parts anew.
    ///
    /// `several[part]` says which ones hold more than one line; `letter` is the size of a letter in pixels. Large letters
    /// would fall apart, so only what was seen to be several lines is cut.
    pub(super) fn cut(&mut self, several: &[bool], letter: f32) {
        let (width, height) = (self.width, self.labels.len() / self.width.max(1));
        let reach = (letter * 0.8).round().max(3.0) as usize;
        let half = (letter * 1.6).round().max(4.0) as usize;
        let is_several = |label: u32| label != 0 && several[label as usize - 1];
        let strokes = self.labels.iter().zip(&self.change);
        let weighed: Vec<u16> =
            strokes.map(|(label, change)| if is_several(*label) { u16::from(*change) } else { 0 }).collect();
        // Between lines: smoothed along the rows, compared up and down.
        let smooth = turned(&along_rows(&weighed, width, half), width, height);
        let between_lines = turned(&valleys(&smooth, height, reach), height, width);
        // Between columns: the same, turned.
        let smooth = turned(&along_rows(&turned(&weighed, width, height), height, half), height, width);
        let between_columns = valleys(&smooth, width, reach);
        let keep = |at: usize, part: u32| {
            part != 0 && !(is_several(part) && (between_lines[at] || between_columns[at]))
        };
        let mask: Vec<bool> = self.labels.iter().enumerate().map(|(at, part)| keep(at, *part)).collect();
        let mut cut = label(&mask, std::mem::take(&mut self.change), width, height);
        for (new, old) in cut.labels.iter().zip(&self.labels) {
            if *new != 0 && self.parts[*old as usize - 1].dense {
                cut.parts[*new as usize - 1].dense = true;
            }
        }
        *self = cut;
    }
}

/// The mean of each row's values within `half` to both sides.
fn along_rows(values: &[u16], width: usize, half: usize) -> Vec<u16> {
    let mut smooth = vec![0; values.len()];
    for (from, to) in values.chunks_exact(width).zip(smooth.chunks_exact_mut(width)) {
        let mut sum: u32 = from.iter().take(half).map(|value| u32::from(*value)).sum();
        for (x, to) in to.iter_mut().enumerate() {
            if let Some(next) = from.get(x + half) {
                sum += u32::from(*next);
            }
            if let Some(gone) = x.checked_sub(half + 1) {
                sum -= u32::from(from[gone]);
            }
            // Sixteen times the mean: small numbers have to be compared.
            *to = (16 * sum / (2 * half as u32 + 1)).min(u32::from(u16::MAX)) as u16;
        }
    }
    smooth
}

/// In each row: whether a value is clearly lower than the highest within `reach` on either side.
fn valleys(values: &[u16], width: usize, reach: usize) -> Vec<bool> {
    let mut found = vec![false; values.len()];
    let mut before = vec![0_u16; width];
    for (row, found) in values.chunks_exact(width).zip(found.chunks_exact_mut(width)) {
        highest_before(row, reach, &mut before);
        let reversed: Vec<u16> = row.iter().rev().copied().collect();
        let mut after = vec![0; width];
        highest_before(&reversed, reach, &mut after);
        for x in 0..width {
            let banks = before[x].min(after[width - 1 - x]);
            found[x] = f32::from(row[x]) < VALLEY * f32::from(banks);
        }
    }
    found
}

/// For each place the highest of the `reach` values before it and its own.
fn highest_before(row: &[u16], reach: usize, out: &mut [u16]) {
    // Places whose value no later one exceeds, highest first.
    let mut falling = std::collections::VecDeque::<usize>::new();
    for (at, value) in row.iter().enumerate() {
        while falling.back().is_some_and(|last| row[*last] <= *value) {
            falling.pop_back();
        }
        falling.push_back(at);
        while falling.front().is_some_and(|first| first + reach < at) {
            falling.pop_front();
        }
        out[at] = falling.front().map_or(*value, |first| row[*first]);
    }
}

/// Columns as rows, in blocks so that both sides stay in the cache.
fn turned<T: Copy + Default>(values: &[T], width: usize, height: usize) -> Vec<T> {
    let mut out = vec![T::default(); values.len()];
    for top in (0..height).step_by(32) {
        for left in (0..width).step_by(32) {
            for y in top..(top + 32).min(height) {
                for x in left..(left + 32).min(width) {
                    out[x * height + y] = values[y * width + x];
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_touch_come_apart_and_letters_stay() {
        // Two lines of strokes, eight pixels high, with one tail from the first into the second.
        let (width, height) = (64, 24);
        let mut mask = vec![false; width * height];
        for y in 0..height {
            for x in 4..60 {
                let line = (2..10).contains(&y) || (13..21).contains(&y);
                mask[y * width + x] = (line && x % 3 != 0) || (x == 31 && (2..21).contains(&y));
            }
        }
        let change: Vec<u8> = mask.iter().map(|on| if *on { 200 } else { 0 }).collect();
        let mut map = label(&mask, change, width, height);
        let before = map.parts.len();
        map.cut(&vec![false; before], 8.0);
        assert_eq!(map.parts.len(), before, "a line is left as it is");
        map.cut(&vec![true; before], 8.0);
        let at = |x: usize, y: usize| map.labels[y * width + x];
        assert_eq!(at(31, 11), 0, "the tail is cut");
        assert!(at(31, 6) != 0 && at(31, 17) != 0 && at(31, 6) != at(31, 17), "the letters are there");
    }

    #[test]
    fn the_highest_before_a_place_is_that_of_its_reach() {
        let row = [3, 9, 1, 1, 1, 4];
        let mut out = [0; 6];
        highest_before(&row, 2, &mut out);
        assert_eq!(out, [3, 9, 9, 9, 1, 4]);
        assert_eq!(turned(&[1, 2, 3, 4, 5, 6], 3, 2), [1, 4, 2, 5, 3, 6]);
    }
}
