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

/// How the tiles share the width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    pub columns: usize,
    /// Width and height of the slot of a card, in points.
    pub slot: [f32; 2],
}

impl Grid {
    /// As many columns as fit cards of at least the size's width; they stretch to fill the row.
    pub fn of(width: f32, size: u8) -> Self {
        let least = sizes::CARD_SLOT[usize::from(size).min(2)];
        let gap = sizes::CARD_GAP.0;
        let columns = (((width + gap) / (least + gap)).floor() as usize).max(1);
        let slot = ((width - gap * (columns - 1) as f32) / columns as f32).floor().max(1.0);
        Self { columns, slot: [slot, (slot * sizes::CARD_RATIO).round()] }
    }

    /// Height of a row of tiles with the gap below.
    pub fn pitch(&self) -> f32 {
        self.slot[1] + sizes::TILE_EXTRA + sizes::CARD_GAP.1
    }

    /// Where a column begins, from the left edge of the grid.
    pub fn x(&self, column: usize) -> f32 {
        column as f32 * (self.slot[0] + sizes::CARD_GAP.0)
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
            let grid = Grid::of(width, size);
            assert_eq!(grid.columns, columns, "{width} {size}");
            let used = grid.x(grid.columns - 1) + grid.slot[0];
            assert!(used <= width && used > width - columns as f32, "{width}: {used}");
        }
    }

    #[test]
    fn only_visible_rows_are_touched() {
        let grid = Grid::of(826.0, 1);
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
        let grid = Grid { columns: 3, slot: [100.0, 65.0] };
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
