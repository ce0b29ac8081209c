//! How wide names are, and where there is room for them: below, right, left or above their node, or nowhere.

use crate::model::is_east_asian;

/// The side of a cell in which covered places are looked up, in points.
const CELL: f32 = 48.0;

/// About how wide a text is in Inter and BIZ UDPGothic; rather too wide than too narrow.
pub(super) fn width_of(text: &str, size: f32) -> f32 {
    let width = |sign: char| match sign {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '|' | '!' | ':' | ';' | ' ' | 'I' => 0.31,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '…' => 0.92,
        'A'..='Z' | '&' | '%' => 0.7,
        sign if is_east_asian(sign) || sign > '\u{2E80}' => 1.0,
        sign if sign.is_uppercase() => 0.75,
        _ => 0.6,
    };
    text.chars().map(width).sum::<f32>() * size
}

/// The text, shortened when it would be wider than `room`.
pub(super) fn fitting(text: &str, size: f32, room: f32) -> String {
    if width_of(text, size) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for sign in text.chars() {
        if width_of(&out, size) + size * 1.9 > room {
            break;
        }
        out.push(sign);
    }
    format!("{}…", out.trim_end())
}

/// Left, top, right, bottom.
type Rect = [f32; 4];

/// The parts of the area that are covered.
pub(super) struct Covered {
    area: Rect,
    columns: usize,
    cells: Vec<Vec<Rect>>,
}

impl Covered {
    /// Nothing is covered yet.
    pub fn new(area: Rect) -> Self {
        let count = |low: f32, high: f32| ((high - low) / CELL).ceil().max(1.0) as usize;
        let (columns, rows) = (count(area[0], area[2]), count(area[1], area[3]));
        Self { area, columns, cells: vec![Vec::new(); columns * rows] }
    }

    fn span(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let (columns, rows) = (self.columns, self.cells.len() / self.columns);
        let cell =
            |at: f32, start: f32, count: usize| (((at - start) / CELL).max(0.0) as usize).min(count - 1);
        let (x0, x1) = (cell(rect[0], self.area[0], columns), cell(rect[2], self.area[0], columns));
        let (y0, y1) = (cell(rect[1], self.area[1], rows), cell(rect[3], self.area[1], rows));
        (y0..=y1).flat_map(move |y| (x0..=x1).map(move |x| y * columns + x))
    }

    fn cover(&mut self, rect: Rect) {
        for cell in self.span(rect) {
            self.cells[cell].push(rect);
        }
    }

    /// Covers the disc of a node, a little less than it is: a name may touch its own node.
    pub fn cover_disc(&mut self, [x, y]: [f32; 2], radius: f32) {
        let reach = (radius - 1.0).max(0.0);
        self.cover([x - reach, y - reach, x + reach, y + reach]);
    }

    fn is_free(&self, rect: Rect) -> bool {
        let apart = |other: &Rect| {
            other[0] >= rect[2] || other[2] <= rect[0] || other[1] >= rect[3] || other[3] <= rect[1]
        };
        rect[0] >= self.area[0]
            && rect[1] >= self.area[1]
            && rect[2] <= self.area[2]
            && rect[3] <= self.area[3]
            && self.span(rect).all(|cell| self.cells[cell].iter().all(apart))
    }

    /// Covers a box when nothing is in it yet; returns its left top again.
    pub fn take(&mut self, [left, top]: [f32; 2], [width, height]: [f32; 2]) -> Option<[f32; 2]> {
        let rect = [left, top, left + width, top + height];
        self.is_free(rect).then(|| self.cover(rect))?;
        Some([left, top])
    }

    /// Finds the left top of a free place for a name beside a disc, and covers it.
    pub fn place(&mut self, [x, y]: [f32; 2], radius: f32, [width, height]: [f32; 2]) -> Option<[f32; 2]> {
        let gap = 1.5;
        let tries = [
            [x - width / 2.0, y + radius + gap],
            [x + radius + gap, y - height / 2.0],
            [x - radius - gap - width, y - height / 2.0],
            [x - width / 2.0, y - radius - gap - height],
        ];
        let found =
            tries.into_iter().find(|[left, top]| self.is_free([*left, *top, left + width, top + height]))?;
        self.cover([found[0], found[1], found[0] + width, found[1] + height]);
        Some(found)
    }
}
