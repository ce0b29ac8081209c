//! Packing: separate components lie close around the largest, single nodes in tidy rows below.
//!
//! Owns: where a finished component goes. Must not know: edges, forces.
//! Components are stamped on a grid of cells; each takes the free place nearest to the middle
//! (after Freivalds, Dogrusoz, Kikusts 2001, "Disconnected graph layout and the polyomino
//! packing approach").
//!
//! Invariant: two components never share a cell (`components_keep_apart_and_near`).

use std::collections::BTreeSet;

/// Components of more nodes than this keep their gaps to themselves.
const CROWD: usize = 20;

/// Finds places for components of one picture.
pub(crate) struct Packer {
    cell: f32,
    taken: BTreeSet<(i32, i32)>,
    /// For every shape size: rings nearer than this were full before.
    full: Vec<i32>,
    lowest: i32,
    left: i32,
    right: i32,
    /// The middle around which components gather.
    home: (i32, i32),
}

impl Packer {
    /// `cell` is the distance that components keep from each other.
    pub(crate) fn new(cell: f32) -> Self {
        Self {
            cell: cell.max(1e-6),
            taken: BTreeSet::new(),
            full: Vec::new(),
            lowest: 0,
            left: 0,
            right: 0,
            home: (0, 0),
        }
    }

    /// Takes the room under points that stay where they are.
    pub(crate) fn occupy(&mut self, points: &[[f32; 2]]) {
        let shape = self.shape(points);
        let count = shape.len().max(1) as i64;
        let mean = |of: fn(&(i32, i32)) -> i32| {
            (shape.iter().map(|cell| i64::from(of(cell))).sum::<i64>() / count) as i32
        };
        self.home = (mean(|cell| cell.0), mean(|cell| cell.1));
        for (column, row) in shape {
            self.take(column, row);
        }
    }

    /// Finds the free place nearest to the middle and takes it; returns how far to move the points.
    pub(crate) fn place(&mut self, points: &[[f32; 2]]) -> [f32; 2] {
        let shape = self.shape(points);
        let Some(first) = shape.first() else { return [0.0; 2] };
        let mut low = [first.0, first.1];
        let mut high = low;
        for &(column, row) in &shape {
            low = [low[0].min(column), low[1].min(row)];
            high = [high[0].max(column), high[1].max(row)];
        }
        let middle = [(low[0] + high[0]) / 2 - self.home.0, (low[1] + high[1]) / 2 - self.home.1];
        let size = (high[0] - low[0]).max(high[1] - low[1]).clamp(0, 63) as usize;
        if self.full.len() <= size {
            self.full.resize(size + 1, 0);
        }
        let mut radius = self.full[size];
        loop {
            let fits = |offset: (i32, i32)| {
                shape.iter().all(|&(c, r)| {
                    !self.taken.contains(&(c - middle[0] + offset.0, r - middle[1] + offset.1))
                })
            };
            if let Some(at) = ring(radius).into_iter().find(|&offset| fits(offset)) {
                self.full[size] = radius;
                let moved = (at.0 - middle[0], at.1 - middle[1]);
                for (column, row) in shape {
                    self.take(column + moved.0, row + moved.1);
                }
                return [moved.0 as f32 * self.cell, moved.1 as f32 * self.cell];
            }
            radius += 1;
        }
    }

    /// Places for `count` single nodes: rows under everything that was placed, centred.
    pub(crate) fn rows(&self, count: usize, distance: f32) -> Vec<[f32; 2]> {
        let width = (self.right - self.left + 1) as f32 * self.cell;
        let square = ((count as f32).sqrt() as usize).max(1);
        let columns = ((width / distance) as usize).clamp(square.min(12), square * 4).max(1);
        let middle = (self.left + self.right) as f32 * 0.5 * self.cell;
        // With nothing else in the picture the rows themselves are its middle.
        let top = if self.taken.is_empty() { 0.0 } else { self.lowest as f32 * self.cell + 1.5 * self.cell };
        (0..count)
            .map(|i| {
                let row = i / columns;
                let in_row = (count - row * columns).min(columns);
                let column = (i % columns) as f32 - (in_row - 1) as f32 * 0.5;
                [middle + column * distance, top + row as f32 * distance]
            })
            .collect()
    }

    fn take(&mut self, column: i32, row: i32) {
        if self.taken.is_empty() {
            (self.lowest, self.left, self.right) = (row, column, column);
        }
        self.taken.insert((column, row));
        self.lowest = self.lowest.max(row);
        self.left = self.left.min(column);
        self.right = self.right.max(column);
    }

    /// The cells under the points, with a margin of half a cell on each side; a larger component
    /// keeps strangers out of its gaps, where they would look like members.
    fn shape(&self, points: &[[f32; 2]]) -> Vec<(i32, i32)> {
        let mut cells = BTreeSet::new();
        let margin: &[f32] = if points.len() > CROWD { &[-1.5, -0.5, 0.5, 1.5] } else { &[-0.5, 0.5] };
        for p in points {
            for dx in margin {
                let column = (p[0] / self.cell + dx).floor() as i32;
                let rows = margin.iter().map(|dy| (p[1] / self.cell + dy).floor() as i32);
                cells.extend(rows.map(|row| (column, row)));
            }
        }
        cells.into_iter().collect()
    }
}

/// The offsets whose distance from the middle rounds down to `radius`, the nearest first.
fn ring(radius: i32) -> Vec<(i32, i32)> {
    let (inner, outer) = (radius * radius, (radius + 1) * (radius + 1));
    let mut cells: Vec<(i32, i32)> = Vec::new();
    for row in -radius..=radius {
        // Only the two arcs of the row are looked at, not the disc between them.
        let from = f64::from((inner - row * row).max(0)).sqrt().ceil() as i32;
        for column in (from..).take_while(|c| c * c + row * row < outer) {
            cells.push((column, row));
            if column > 0 {
                cells.push((-column, row));
            }
        }
    }
    cells.sort_unstable_by_key(|&(c, r)| (c * c + r * r, r, c));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_keep_apart_and_near() {
        let block: Vec<[f32; 2]> = (0..25).map(|i| [(i % 5) as f32, (i / 5) as f32]).collect();
        let mut packer = Packer::new(1.0);
        let mut all: Vec<[f32; 2]> = Vec::new();
        for _ in 0..9 {
            let by = packer.place(&block);
            for p in &block {
                let moved = [p[0] + by[0], p[1] + by[1]];
                assert!(moved[0].abs() < 25.0 && moved[1].abs() < 25.0, "flung away to {moved:?}");
                assert!(all.iter().all(|q| (q[0] - moved[0]).abs() + (q[1] - moved[1]).abs() > 0.5));
            }
            all.extend(block.iter().map(|p| [p[0] + by[0], p[1] + by[1]]));
        }
    }

    #[test]
    fn newcomers_gather_around_what_is_there() {
        let mut packer = Packer::new(1.0);
        packer.occupy(&[[500.0, 500.0], [501.0, 500.0]]);
        let by = packer.place(&[[0.0, 0.0], [1.0, 0.0]]);
        assert!((by[0] - 500.0).abs() < 5.0 && (by[1] - 500.0).abs() < 5.0, "placed at {by:?}");
    }

    #[test]
    fn single_nodes_stand_in_rows_below() {
        let mut packer = Packer::new(1.0);
        packer.occupy(&[[0.0, 0.0], [30.0, 8.0]]);
        let rows = packer.rows(40, 2.0);
        assert_eq!(rows.len(), 40);
        assert!(rows.iter().all(|p| p[1] > 8.0));
        assert_eq!(rows[0][1], rows[1][1]);
        assert_eq!(rows[1][0] - rows[0][0], 2.0);
    }
}
