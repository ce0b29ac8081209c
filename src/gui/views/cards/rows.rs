//! Where the rows of the gallery are: headings and rows of tiles, one below the other.
//!
//! Owns arithmetic only; must not know what is in a tile. Start reading at [`Rows::of`].

use std::ops::Range;

use crate::gui::theme::sizes;

/// Height of a heading with the space around it.
pub(super) const HEADER: f32 = 44.0;

/// Space above the first row and below the last one.
const MARGIN: f32 = 4.0;
const FOOT: f32 = 24.0;

/// Height of a row of the table.
pub(super) const TABLE_ROW: f32 = 40.0;

/// The narrowest and the widest that cards can be made by hand.
pub(super) const NARROWEST: f32 = 84.0;
pub(super) const WIDEST: f32 = 560.0;

/// What gaps between cards of a free size may grow by, to fill the row.
const LOOSEST: f32 = 24.0;

/// How large cards are wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    /// Small, medium, large: they stretch to fill the row.
    Preset(u8),
    /// Exactly so wide, in points.
    Free(f32),
}

/// How the tiles share the width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    pub columns: usize,
    /// Width and height of the slot of a card, in points.
    pub slot: [f32; 2],
    /// Space between two columns.
    gap: f32,
    /// What of a tile lies below its slot, and the space below that.
    below: f32,
    space: f32,
}

impl Grid {
    /// As many columns as fit.
    pub fn of(width: f32, size: Size) -> Self {
        let least = match size {
            Size::Preset(number) => sizes::CARD_SLOT[usize::from(number).min(2)],
            Size::Free(least) => least.clamp(NARROWEST, WIDEST),
        };
        let mut gap = sizes::CARD_GAP.0;
        let columns = (((width + gap) / (least + gap)).floor() as usize).max(1);
        let full = ((width - gap * (columns - 1) as f32) / columns as f32).floor().max(1.0);
        let slot = if matches!(size, Size::Free(_)) { least.min(full).round() } else { full };
        if columns > 1 && slot < full {
            let left = width - slot * columns as f32 - gap * (columns - 1) as f32;
            gap += (left / (columns - 1) as f32).clamp(0.0, LOOSEST).floor();
        }
        let slot = [slot, (slot * sizes::CARD_RATIO).round()];
        Self { columns, slot, gap, below: sizes::TILE_EXTRA, space: sizes::CARD_GAP.1 }
    }

    /// One row for each tile, across the whole width.
    pub fn table(width: f32) -> Self {
        Self { columns: 1, slot: [width, TABLE_ROW], gap: 0.0, below: 0.0, space: 0.0 }
    }

    /// Height of a tile.
    pub fn tile(&self) -> f32 {
        self.slot[1] + self.below
    }

    /// Height of a row of tiles with the gap below.
    pub fn pitch(&self) -> f32 {
        self.tile() + self.space
    }

    /// Where a column begins, from the left edge of the grid.
    pub fn x(&self, column: usize) -> f32 {
        column as f32 * (self.slot[0] + self.gap)
    }

    /// The column at or nearest before a place from the left edge.
    pub fn column(&self, x: f32) -> usize {
        ((x / (self.slot[0] + self.gap)).max(0.0) as usize).min(self.columns - 1)
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Its top, from the top of the content.
    pub y: f32,
    /// Which group it belongs to.
    pub group: usize,
    /// The tiles of the group that stand in it; `None` for the heading.
    pub tiles: Option<Range<usize>>,
}

/// All rows, from top to bottom.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub height: f32,
}

impl Rows {
    /// Lays out groups of so many tiles.
    pub fn of(groups: impl IntoIterator<Item = usize>, grid: &Grid) -> Self {
        let (mut rows, mut y) = (Vec::new(), MARGIN);
        for (group, count) in groups.into_iter().enumerate() {
            rows.push(Row { y, group, tiles: None });
            y += HEADER;
            let mut first = 0;
            while first < count {
                let last = (first + grid.columns).min(count);
                rows.push(Row { y, group, tiles: Some(first..last) });
                y += grid.pitch();
                first = last;
            }
        }
        Self { rows, height: y + FOOT }
    }

    /// The rows that lie between two heights, in the order of the screen.
    pub fn visible(&self, top: f32, bottom: f32) -> Range<usize> {
        // A row reaches to the next one; badges and shadows of the row above hang into this one.
        let first = self.rows.partition_point(|row| row.y <= top).saturating_sub(1);
        let last = self.rows.partition_point(|row| row.y < bottom);
        first..last.max(first)
    }

    /// The row at a height; the first or last one outside.
    pub fn at(&self, y: f32) -> usize {
        self.rows.partition_point(|row| row.y <= y).saturating_sub(1)
    }

    /// Where the heading of the group after this one begins.
    pub fn end_of(&self, group: usize) -> f32 {
        let next = self.rows.partition_point(|row| row.group <= group);
        self.rows.get(next).map_or(self.height, |row| row.y)
    }

    /// The tiles that a rectangle touches, as group and place in it. `x` and `y` are from the left edge of the grid
    /// and the top of the content.
    pub fn touched(&self, grid: &Grid, x: [f32; 2], y: [f32; 2]) -> Vec<(usize, usize)> {
        let columns: Vec<usize> = (0..grid.columns)
            .filter(|column| grid.x(*column) <= x[1] && grid.x(*column) + grid.slot[0] >= x[0])
            .collect();
        let mut found = Vec::new();
        for row in &self.rows[self.visible(y[0], y[1])] {
            let Some(tiles) = &row.tiles else { continue };
            if row.y + grid.tile() < y[0] {
                continue;
            }
            let places = columns.iter().map(|column| tiles.start + column);
            found.extend(places.filter(|at| tiles.contains(at)).map(|at| (row.group, at)));
        }
        found
    }

    /// The row and column of a tile.
    pub fn place(&self, group: usize, tile: usize) -> Option<(usize, usize)> {
        let at = self.rows.partition_point(|row| {
            (row.group, row.tiles.as_ref().map_or(0, |tiles| tiles.end)) < (group, tile + 1)
        });
        let tiles = self.rows.get(at)?.tiles.clone().filter(|tiles| tiles.contains(&tile))?;
        Some((at, tile - tiles.start))
    }

    /// The tile that an arrow leads to from a row and column: `down` rows of tiles and `right` tiles.
    pub fn step(&self, row: usize, column: usize, right: i32, down: i32) -> Option<(usize, usize)> {
        let tiles = |at: usize| self.rows.get(at).and_then(|row| row.tiles.clone());
        let towards = |from: usize, forward: bool| -> Option<usize> {
            let mut at = from;
            loop {
                at = if forward { at + 1 } else { at.checked_sub(1)? };
                if at >= self.rows.len() {
                    return None;
                }
                if tiles(at).is_some() {
                    return Some(at);
                }
            }
        };
        let (mut row, mut column) = (row, column);
        if down != 0 {
            row = towards(row, down > 0)?;
            column = column.min(tiles(row)?.len() - 1);
        }
        if right > 0 {
            if column + 1 < tiles(row)?.len() {
                column += 1;
            } else {
                row = towards(row, true)?;
                column = 0;
            }
        } else if right < 0 {
            if column > 0 {
                column -= 1;
            } else {
                row = towards(row, false)?;
                column = tiles(row)?.len() - 1;
            }
        }
        Some((self.rows.get(row)?.group, tiles(row)?.start + column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_the_width_and_fill_it() {
        for (width, size, columns) in
            [(826.0, 1, 4), (556.0, 1, 3), (555.0, 1, 2), (555.0, 0, 3), (826.0, 2, 3), (100.0, 2, 1)]
        {
            let grid = Grid::of(width, Size::Preset(size));
            assert_eq!(grid.columns, columns, "{width} {size}");
            let used = grid.x(grid.columns - 1) + grid.slot[0];
            assert!(used <= width && used > width - columns as f32, "{width}: {used}");
        }
    }

    #[test]
    fn a_free_size_is_exact_and_grows_without_a_jump() {
        let mut before = 0.0;
        for wanted in (90..=560).map(|wanted| wanted as f32) {
            let grid = Grid::of(826.0, Size::Free(wanted));
            assert_eq!(grid.slot[0], wanted, "the card is as wide as was asked for");
            assert!(grid.x(grid.columns - 1) + grid.slot[0] <= 826.0);
            assert!(wanted > before);
            before = wanted;
        }
        assert_eq!(Grid::of(200.0, Size::Free(500.0)).slot[0], 200.0, "never wider than the desk");
        assert_eq!(Grid::of(826.0, Size::Free(f32::NAN)).columns, 1, "a broken setting is no panic");
    }

    #[test]
    fn a_rectangle_touches_the_tiles_under_it() {
        let grid = Grid::of(826.0, Size::Preset(1));
        let rows = Rows::of([6, 2], &grid);
        let check = |x, y, expected: &[(usize, usize)]| assert_eq!(rows.touched(&grid, x, y), expected);
        let first = rows.rows[1].y;
        check([0.0, 10.0], [first + 5.0, first + 6.0], &[(0, 0)]);
        check([0.0, 826.0], [first + 5.0, first + 6.0], &[(0, 0), (0, 1), (0, 2), (0, 3)]);
        check([grid.x(1), grid.x(2) + 1.0], [0.0, first + grid.pitch() + 5.0], &[(0, 1), (0, 2), (0, 5)]);
        check([grid.x(1) - 5.0, grid.x(1) - 4.0], [0.0, rows.height], &[]);
        let between = first + grid.tile() + 5.0;
        check([0.0, 826.0], [between, between], &[]);
        assert_eq!(rows.end_of(0), rows.rows[3].y);
        assert_eq!(rows.end_of(1), rows.height);
    }

    #[test]
    fn only_visible_rows_are_touched() {
        let grid = Grid::of(826.0, Size::Preset(1));
        let rows = Rows::of([3, 100_000, 5], &grid);
        assert_eq!(rows.rows.len(), 1 + 1 + 1 + 25_000 + 1 + 2);
        let middle = rows.height / 2.0;
        let visible = rows.visible(middle, middle + 800.0);
        assert!(visible.len() <= 7, "{visible:?}");
        assert!(rows.rows[visible.start].y <= middle);
        assert!(rows.rows[visible.end].y >= middle + 800.0);
        assert_eq!(rows.visible(0.0, 100.0), 0..2);
        assert_eq!(rows.visible(rows.height - 1.0, rows.height).end, rows.rows.len());
    }

    #[test]
    fn arrows_walk_over_headings() {
        let grid = Grid::of(330.0, Size::Free(100.0));
        assert_eq!(grid.columns, 3);
        let rows = Rows::of([4, 2], &grid);
        let check = |from: (usize, usize), right, down, to: Option<(usize, usize)>| {
            let (row, column) = rows.place(from.0, from.1).expect("a tile");
            assert_eq!(rows.step(row, column, right, down), to, "{from:?} {right} {down}");
        };
        check((0, 0), 1, 0, Some((0, 1)));
        check((0, 2), 1, 0, Some((0, 3)));
        check((0, 3), 1, 0, Some((1, 0)));
        check((1, 0), -1, 0, Some((0, 3)));
        check((0, 2), 0, 1, Some((0, 3)));
        check((0, 3), 0, 1, Some((1, 0)));
        check((1, 1), 0, -1, Some((0, 3)));
        check((0, 0), -1, 0, None);
        check((0, 1), 0, -1, None);
        check((1, 1), 1, 0, None);
        assert_eq!(rows.place(1, 2), None);
    }
}
