//! From pixels to parts that hang together: letters, pieces of drawings, edges.

use image::RgbImage;

/// By how much print has to differ from its ground, of 255.
const FAINTEST: usize = 18;

/// Sides of the tiles for which the noise is measured, in pixels.
const TILE: usize = 48;

/// Sides of the blocks in which the strongest change is looked for, in pixels.
const BLOCK: usize = 8;

/// Half the side of the window in which it is measured how much changes.
const WINDOW: usize = 8;

/// A set of strokes that hang together. Its bounds are in the turned frame once it was measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    /// How many pixels belong to it.
    pub pixels: u32,
    /// The sum of what changes in them, of 255 each.
    pub change: u32,
    /// Broken out of something larger, because much changes there.
    pub dense: bool,
}

impl Part {
    const NOTHING: Self = Self {
        left: f32::INFINITY,
        top: f32::INFINITY,
        right: f32::NEG_INFINITY,
        bottom: f32::NEG_INFINITY,
        pixels: 0,
        change: 0,
        dense: false,
    };

    /// Width and height, in pixels.
    pub fn size(&self) -> [f32; 2] {
        [self.right - self.left, self.bottom - self.top]
    }

    pub fn middle(&self) -> [f32; 2] {
        [(self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0]
    }

    /// The share of its bounds that it takes up; near 1 for a pattern and for small letters.
    pub fn fill(&self) -> f32 {
        let [w, h] = self.size();
        self.pixels as f32 / (w * h).max(1.0)
    }

    /// How much changes in it, 0 to 255: print has more of it than the grain of a table.
    pub fn contrast(&self) -> f32 {
        self.change as f32 / self.pixels.max(1) as f32
    }

    fn grow(&mut self, u: f32, v: f32, change: u8) {
        self.left = self.left.min(u - 0.5);
        self.right = self.right.max(u + 0.5);
        self.top = self.top.min(v - 0.5);
        self.bottom = self.bottom.max(v + 0.5);
        self.pixels += 1;
        self.change += u32::from(change);
    }
}

/// Which part each pixel belongs to.
pub(super) struct Map {
    pub width: usize,
    /// For each pixel the number of its part, counted from 1; 0 for none.
    pub labels: Vec<u32>,
    pub change: Vec<u8>,
    pub parts: Vec<Part>,
}

/// Finds the parts: pixels around which brightness or a colour changes by more than the noise there.
///
/// What lies in codes that were found before is left out.
pub(super) fn parts_of(image: &RgbImage, codes: &[[f32; 4]]) -> Map {
    parts_over(image, codes, FAINTEST)
}

/// As [`parts_of`], with what changes by no more than `faintest`, of 255, left out.
pub(super) fn parts_over(image: &RgbImage, codes: &[[f32; 4]], faintest: usize) -> Map {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let change = changes(image, width, height);
    let mut mask = over_the_noise(&change, width, height, faintest);
    for [left, top, right, bottom] in codes {
        let [left, right] = [left, right].map(|at| at.clamp(0.0, width as f32) as usize);
        let [top, bottom] = [top, bottom].map(|at| at.clamp(0.0, height as f32) as usize);
        for y in top..bottom {
            mask[y * width + left..y * width + right].fill(false);
        }
    }
    label(&mask, change, width, height)
}

/// By how much each channel changes within a pixel's eight neighbours; the largest of the three.
fn changes(image: &RgbImage, width: usize, height: usize) -> Vec<u8> {
    let row = 3 * width;
    let raw = image.as_raw();
    let mut change = vec![0; width * height];
    let (mut low, mut high) = (vec![0_u8; row], vec![0_u8; row]);
    let mut spread = vec![0_u8; row];
    for y in 0..height {
        let here = &raw[y * row..(y + 1) * row];
        let above = if y == 0 { here } else { &raw[(y - 1) * row..y * row] };
        let below = if y + 1 == height { here } else { &raw[(y + 1) * row..(y + 2) * row] };
        for at in 0..row {
            low[at] = here[at].min(above[at]).min(below[at]);
            high[at] = here[at].max(above[at]).max(below[at]);
        }
        for at in 3..row.saturating_sub(3) {
            let darkest = low[at - 3].min(low[at]).min(low[at + 3]);
            let lightest = high[at - 3].max(high[at]).max(high[at + 3]);
            spread[at] = lightest - darkest;
        }
        let out = &mut change[y * width..(y + 1) * width];
        for (out, three) in out.iter_mut().zip(spread.chunks_exact(3)) {
            *out = three[0].max(three[1]).max(three[2]);
        }
    }
    change
}

/// The pixels whose change is more than that of the ground around them, and not just the ringing of strong print beside it.
fn over_the_noise(change: &[u8], width: usize, height: usize, faintest: usize) -> Vec<bool> {
    let (across, down) = (width.div_ceil(TILE), height.div_ceil(TILE));
    let mut limits = vec![0_u8; across * down];
    for ty in 0..down {
        for tx in 0..across {
            let mut counts = [0_u32; 256];
            let mut all = 0;
            for y in (ty * TILE..height.min((ty + 1) * TILE)).step_by(2) {
                for value in &change[y * width + tx * TILE..y * width + width.min((tx + 1) * TILE)] {
                    counts[usize::from(*value)] += 1;
                    all += 1;
                }
            }
            // A quarter of any tile is ground: even fine print leaves that much between its strokes.
            let mut passed = 0;
            let ground = counts.iter().position(|count| {
                passed += count;
                4 * passed >= all
            });
            limits[ty * across + tx] = (3 * ground.unwrap_or(0) + 9).clamp(faintest, 60) as u8;
        }
    }
    // The strongest change in each block of eight by eight.
    let (blocks_across, blocks_down) = (width.div_ceil(BLOCK), height.div_ceil(BLOCK));
    let mut strongest = vec![0_u8; blocks_across * blocks_down];
    for y in 0..height {
        let row = &mut strongest[(y / BLOCK) * blocks_across..(y / BLOCK + 1) * blocks_across];
        for (block, values) in row.iter_mut().zip(change[y * width..(y + 1) * width].chunks(BLOCK)) {
            *block = values.iter().copied().max().unwrap_or(0).max(*block);
        }
    }
    let mut mask = vec![false; width * height];
    for by in 0..blocks_down {
        for bx in 0..blocks_across {
            let mut near = 0;
            for y in by.saturating_sub(1)..(by + 2).min(blocks_down) {
                for x in bx.saturating_sub(1)..(bx + 2).min(blocks_across) {
                    near = near.max(strongest[y * blocks_across + x]);
                }
            }
            for y in by * BLOCK..((by + 1) * BLOCK).min(height) {
                for x in bx * BLOCK..((bx + 1) * BLOCK).min(width) {
                    let limit = limits[(y / TILE) * across + x / TILE].max(near / 5);
                    mask[y * width + x] = change[y * width + x] > limit;
                }
            }
        }
    }
    mask
}

/// Numbers the sets of pixels that touch, corners included.
pub(super) fn label(mask: &[bool], change: Vec<u8>, width: usize, height: usize) -> Map {
    let mut labels = vec![0_u32; width * height];
    let mut up: Vec<u32> = vec![0];
    let root = |up: &mut Vec<u32>, mut at: u32| {
        while up[at as usize] != at {
            up[at as usize] = up[up[at as usize] as usize];
            at = up[at as usize];
        }
        at
    };
    for y in 0..height {
        for x in 0..width {
            let at = y * width + x;
            if !mask[at] {
                continue;
            }
            let mut mine = 0;
            let before = [
                (x > 0).then(|| labels[at - 1]),
                (y > 0 && x > 0).then(|| labels[at - width - 1]),
                (y > 0).then(|| labels[at - width]),
                (y > 0 && x + 1 < width).then(|| labels[at - width + 1]),
            ];
            for other in before.into_iter().flatten().filter(|other| *other != 0) {
                if mine == 0 {
                    mine = root(&mut up, other);
                } else if other != mine {
                    let other = root(&mut up, other);
                    let (low, high) = (mine.min(other), mine.max(other));
                    up[high as usize] = low;
                    mine = low;
                }
            }
            if mine == 0 {
                mine = up.len() as u32;
                up.push(mine);
            }
            labels[at] = mine;
        }
    }
    // Numbers without gaps.
    let mut number = vec![0_u32; up.len()];
    let mut count = 0;
    for at in 1..up.len() as u32 {
        let top = root(&mut up, at);
        if number[top as usize] == 0 {
            count += 1;
            number[top as usize] = count;
        }
        number[at as usize] = number[top as usize];
    }
    for label in &mut labels {
        *label = number[*label as usize];
    }
    let mut map = Map { width, labels, change, parts: vec![Part::NOTHING; count as usize] };
    map.measure(0.0);
    map
}

impl Map {
    /// Visits each pixel that belongs to a part: the part's place, the pixel's middle, what changes there.
    pub fn each(&self, mut visit: impl FnMut(usize, f32, f32, u8)) {
        let rows = self.labels.chunks_exact(self.width).zip(self.change.chunks_exact(self.width));
        for (y, (row, change)) in rows.enumerate() {
            for (x, label) in row.iter().enumerate().filter(|(_, label)| **label != 0) {
                visit(*label as usize - 1, x as f32 + 0.5, y as f32 + 0.5, change[x]);
            }
        }
    }

    /// Measures the parts in the frame that is turned by `angle`.
    pub fn measure(&mut self, angle: f32) {
        for part in &mut self.parts {
            *part = Part { dense: part.dense, ..Part::NOTHING };
        }
        let (sin, cos) = angle.sin_cos();
        let rows = self.labels.chunks_exact(self.width).zip(self.change.chunks_exact(self.width));
        for (y, (row, change)) in rows.enumerate() {
            let y = y as f32 + 0.5;
            for (x, label) in row.iter().enumerate().filter(|(_, label)| **label != 0) {
                let x_middle = x as f32 + 0.5;
                let (u, v) = (x_middle * cos + y * sin, y * cos - x_middle * sin);
                self.parts[*label as usize - 1].grow(u, v, change[x]);
            }
        }
    }

    /// Breaks what is longer than a letter can be into the places where much changes, and drops the rest: a photo's edge
    /// of the card, a frame, a line. Print that touches them stays, and so does what is rather filled than an outline:
    /// letters and lines that touch.
    pub fn break_outlines(&mut self, longest: f32, letter: f32) {
        let is_outline = |part: &Part| {
            let [w, h] = part.size();
            let filled = part.fill() > if w.min(h) < 2.5 * letter { 0.35 } else { 0.3 };
            w.max(h) > longest && !filled
        };
        let long: Vec<bool> = self.parts.iter().map(is_outline).collect();
        if !long.contains(&true) {
            return;
        }
        let (width, height) = (self.width, self.labels.len() / self.width);
        let is_long = |label: u32| label != 0 && long[label as usize - 1];
        // Sums over all pixels above and to the left, to count in a window at once.
        let mut sums = vec![0_u32; (width + 1) * (height + 1)];
        for y in 0..height {
            let mut row = 0;
            for x in 0..width {
                row += u32::from(is_long(self.labels[y * width + x]));
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        let mut mask = vec![false; width * height];
        for y in 0..height {
            for x in 0..width {
                if !is_long(self.labels[y * width + x]) {
                    continue;
                }
                let (left, right) = (x.saturating_sub(WINDOW), (x + WINDOW + 1).min(width));
                let (top, bottom) = (y.saturating_sub(WINDOW), (y + WINDOW + 1).min(height));
                let at = |x: usize, y: usize| sums[y * (width + 1) + x];
                let count = at(right, bottom) + at(left, top) - at(left, bottom) - at(right, top);
                let area = ((right - left) * (bottom - top)) as f32;
                mask[y * width + x] = count as f32 > 0.36 * area;
            }
        }
        let pieces = label(&mask, self.change.clone(), width, height);
        let kept = self.parts.len() as u32;
        for (mine, piece) in self.labels.iter_mut().zip(&pieces.labels) {
            if *mine != 0 && long[*mine as usize - 1] {
                *mine = if *piece == 0 { 0 } else { kept + piece };
            }
        }
        self.parts.extend(pieces.parts.iter().map(|part| Part { dense: true, ..*part }));
        self.measure(0.0);
    }
}
