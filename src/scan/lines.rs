//! Where lines of text and codes are in a picture of a card. Nothing is read.
//!
//! Owns the way from pixels to areas: where brightness or colour changes within a stroke's width, which of these places
//! hang together, how the card lies, which letters stand in one line. Must not know what may be shown:
//! [`super::cover`] decides that. Start reading at [`find`].
//!
//! A photo of a card on a desk, a scan with the card in a corner, light print on dark, vertical Japanese and two columns
//! are all the same to it: strokes are found by contrast whatever its sign, and letters are joined to their nearest
//! neighbour along or across.
//!
//! Invariant: work and memory are bounded by [`LOOKED_AT`] pixels a side, whatever the picture is.

use image::RgbImage;

use super::thumbnail::shrink_to;

mod cut;
mod found;
mod join;
mod marks;
mod parts;
mod soft;

pub(super) use found::Found;

use join::{Seen, join};
use marks::{mark_unclear, unmark_signs};
use parts::{Map, Part, parts_of};
use soft::soft;

/// The longer side on which is looked for text, in pixels: 18 pixels a millimetre for a card that fills the picture.
pub const LOOKED_AT: u32 = 1600;

/// The size that most letters have when one looks near, in pixels.
const GOOD_LETTER: f32 = 24.0;

/// The longer sides on which codes are looked for: their fields are so small there that they run together.
const AFAR: [u32; 3] = [420, 240, 140];

/// Longest side of a letter, as a share of the longer side of the picture. Above it a shape is an outline or a drawing.
const LARGEST_LETTER: f32 = 0.2;

/// Smallest side of a letter or stop, in pixels: the mark of the thinnest stroke is three pixels wide.
const SMALLEST: f32 = 4.0;

/// So many pairs of pieces are compared to find what belongs together: a card has a few hundred pieces.
const MOST_COMPARED: usize = 4_000_000;

/// A line that rises by more of its length was set across the others: perspective leaves less once the card was turned straight.
const LEVEL: f32 = 0.08;

/// A convex four-sided part of a picture, its corners clockwise, as shares of width and height of the upright picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The corners.
    pub corners: [[f32; 2]; 4],
}

impl Area {
    /// The whole picture.
    pub const WHOLE: Self = Self { corners: [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]] };

    /// Returns the upright rectangle between two opposite corners, within the picture; what is no number counts as 0.
    pub fn upright(from: [f32; 2], to: [f32; 2]) -> Self {
        let sound = |value: f32| if value.is_finite() { value.clamp(0.0, 1.0) } else { 0.0 };
        let [left, right] = [from[0].min(to[0]), from[0].max(to[0])].map(sound);
        let [top, bottom] = [from[1].min(to[1]), from[1].max(to[1])].map(sound);
        Self { corners: [[left, top], [right, top], [right, bottom], [left, bottom]] }
    }

    /// Whether a place of the picture lies in the area or on its edge.
    pub fn contains(&self, place: [f32; 2]) -> bool {
        let (mut some_left, mut some_right) = (false, false);
        for (at, from) in self.corners.iter().enumerate() {
            let to = self.corners[(at + 1) % 4];
            let side = (to[0] - from[0]) * (place[1] - from[1]) - (to[1] - from[1]) * (place[0] - from[0]);
            some_left |= side < 0.0;
            some_right |= side > 0.0;
        }
        !(some_left && some_right)
    }

    /// The middle.
    pub fn middle(&self) -> [f32; 2] {
        [0, 1].map(|axis| self.corners.iter().map(|corner| corner[axis]).sum::<f32>() / 4.0)
    }

    /// Left, top, right and bottom of the smallest upright rectangle around it.
    pub fn around(&self) -> [f32; 4] {
        let of = |axis: usize, pick: fn(f32, f32) -> f32, start: f32| {
            self.corners.iter().map(|corner| corner[axis]).fold(start, pick)
        };
        let (most, least) = (f32::INFINITY, f32::NEG_INFINITY);
        [of(0, f32::min, most), of(1, f32::min, most), of(0, f32::max, least), of(1, f32::max, least)]
    }
}

/// What something in a picture looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters in a row or a column.
    Line,
    /// A code, a photograph, a pattern: changes all over a surface.
    Patch,
    /// One sign by itself that is larger than the letters: a logo.
    Mark,
}

/// Something in a picture that may be text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub area: Area,
    pub shape: Shape,
    /// Height of its tall letters, across the line, in pixels of the picture that was looked at.
    pub height: f32,
    /// How many parts hang together in it: about as many as it has letters, fewer where letters touch.
    pub letters: usize,
    /// How far it reaches across the line, divided by the height: near 1 for a single line.
    pub across: f32,
    /// The line runs down the page.
    upright: bool,
    /// It lies as the card does, and no other print lies over it or goes on where it ends.
    pub clear: bool,
}

impl Piece {
    fn code([left, top, right, bottom]: [f32; 4]) -> Self {
        let area = Area { corners: [[left, top], [right, top], [right, bottom], [left, bottom]] };
        let height = bottom - top;
        Self { area, shape: Shape::Patch, height, letters: 1, across: 1.0, upright: false, clear: true }
    }
}

/// A window on a picture: turned, cut out, enlarged or shrunk.
#[derive(Debug, Clone, Copy)]
struct Frame {
    angle: f32,
    /// Left and top in the turned picture, in its pixels.
    corner: [f32; 2],
    /// Pixels of the window for one of the picture.
    scale: f32,
}

impl Frame {
    /// From the window to the picture, in pixels.
    fn to_picture(self, [u, v]: [f32; 2]) -> [f32; 2] {
        let (sin, cos) = self.angle.sin_cos();
        let (u, v) = (u / self.scale + self.corner[0], v / self.scale + self.corner[1]);
        [u * cos - v * sin, u * sin + v * cos]
    }

    /// From the picture to the window, in pixels.
    fn to_window(self, [x, y]: [f32; 2]) -> [f32; 2] {
        let (sin, cos) = self.angle.sin_cos();
        let (u, v) = (x * cos + y * sin, y * cos - x * sin);
        [(u - self.corner[0]) * self.scale, (v - self.corner[1]) * self.scale]
    }
}

/// A picture turned straight, and the way back.
pub(super) struct Straight {
    pub image: RgbImage,
    /// The size of a letter in it, in pixels.
    letter: f32,
    frame: Frame,
    size: [f32; 2],
}

impl Straight {
    /// Turns a picture so that its rows of letters lie along or down, and cuts out what may be print; nothing when there
    /// is none. `letter` is the size that most letters get, in pixels, if the picture has it.
    pub fn of(image: &RgbImage, letter: f32) -> Option<Self> {
        let shrunk;
        let image = if image.width().max(image.height()) > LOOKED_AT {
            shrunk = shrink_to(image, LOOKED_AT);
            &shrunk
        } else {
            image
        };
        let size = [image.width() as f32, image.height() as f32];
        if size[0] < 8.0 || size[1] < 8.0 {
            return None;
        }
        // How the card lies, where print is, how large it is.
        let longest = LARGEST_LETTER * size[0].max(size[1]);
        let mut map = parts_of(image, &[]);
        map.break_outlines(longest, SMALLEST);
        let angle = turn(&map.parts, longest);
        map.measure(angle);
        let (frame, extent, found) = window(&map.parts, angle, letter)?;
        Some(Self { image: sample(image, frame, extent), letter: found * frame.scale, frame, size })
    }

    /// From a place in it, in pixels, to one of the picture, in shares.
    pub fn to_shares(&self, place: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.frame.to_picture(place);
        [x / self.size[0], y / self.size[1]]
    }
}

/// Looks for text and codes; what is found lies from top to bottom, as the card does. Nothing where nothing may be print.
pub(super) fn find(image: &RgbImage) -> Option<Found> {
    // Straight and near, lines can be told apart.
    let straight = Straight::of(image, GOOD_LETTER)?;
    let longest = LARGEST_LETTER * straight.size[0].max(straight.size[1]) * straight.frame.scale;
    let codes = codes(&straight.image);
    let mut map = parts_of(&straight.image, &codes);
    map.break_outlines(longest, straight.letter);
    let several = several_lines(&map, longest);
    if several.contains(&true) {
        map.cut(&several, straight.letter);
        map.break_outlines(longest, straight.letter);
    }
    let (mut pieces, typical) = lines(&map.parts, longest);
    pieces.extend(codes.iter().copied().map(Piece::code));
    pieces.extend(soft(&straight, &pieces, longest, typical));
    unmark_signs(&mut pieces);
    mark_unclear(&mut pieces);
    pieces.sort_by(|a, b| {
        let key = |piece: &Piece| piece.area.corners[0];
        let ([au, av], [bu, bv]) = (key(a), key(b));
        av.total_cmp(&bv).then(au.total_cmp(&bu))
    });
    for piece in &mut pieces {
        piece.area.corners = piece.area.corners.map(|corner| straight.to_shares(corner));
    }
    // What looks like a code from afar may be two lines of large characters.
    let below = if codes.is_empty() { Vec::new() } else { parts_of(&straight.image, &[]).parts };
    let in_a_code = |part: &Part| {
        let [x, y] = part.middle();
        codes
            .iter()
            .any(|[left, top, right, bottom]| (*left..=*right).contains(&x) && (*top..=*bottom).contains(&y))
    };
    let below = below.into_iter().filter(in_a_code);
    let letters = map.parts.into_iter().chain(below).filter(|part| may_be_letter(part, longest)).collect();
    Some(Found { pieces, letters, typical, frame: straight.frame, size: straight.size })
}

/// Looks for codes: squares and bands that are full of changes when one looks from afar. Left, top, right and bottom, with a
/// margin, in pixels.
fn codes(image: &RgbImage) -> Vec<[f32; 4]> {
    let mut found = Vec::new();
    // Small fields run together at the first size, the large fields of a code that fills the card at the last.
    for side in AFAR {
        let far = if image.width().max(image.height()) > side { &shrink_to(image, side) } else { image };
        let scale = image.width() as f32 / far.width() as f32;
        let longer = far.width().max(far.height()) as f32;
        let full = |part: &&Part| {
            let [w, h] = part.size();
            // From so far away that a large code runs together, the letters of a name do too: only what is as high as
            // it is wide, and larger than a name, is a code there.
            let (least, longest) = if side == AFAR[0] { (0.06, 2.5) } else { (0.16, 1.35) };
            let sides = (least * longer..0.6 * longer).contains(&w.min(h)) && w.max(h) < longest * w.min(h);
            sides && w.min(h) > 12.0 && part.fill() > 0.8
        };
        let parts = parts_of(far, &[]).parts;
        let around = |part: &Part| [part.left - 3.0, part.top - 3.0, part.right + 3.0, part.bottom + 3.0];
        found.extend(parts.iter().filter(full).map(|part| around(part).map(|at| at * scale)));
    }
    found
}

/// Where to look more closely: around everything that may be a letter. Also the size of a letter, in pixels.
fn window(parts: &[Part], angle: f32, good: f32) -> Option<(Frame, [u32; 2], f32)> {
    let letters: Vec<&Part> =
        parts.iter().filter(|part| part.size()[0].max(part.size()[1]) >= SMALLEST).collect();
    if letters.is_empty() {
        return None;
    }
    let letter = typical_size(&letters);
    let bound = |of: fn(&Part) -> f32, pick: fn(f32, f32) -> f32, start: f32| {
        letters.iter().map(|part| of(part)).fold(start, pick)
    };
    let margin = 2.0 * letter + 4.0;
    let left = bound(|part| part.left, f32::min, f32::INFINITY) - margin;
    let top = bound(|part| part.top, f32::min, f32::INFINITY) - margin;
    let right = bound(|part| part.right, f32::max, f32::NEG_INFINITY) + margin;
    let bottom = bound(|part| part.bottom, f32::max, f32::NEG_INFINITY) + margin;
    let (w, h) = (right - left, bottom - top);
    // Large enough to tell letters and lines apart and no larger; by less than half the picture would have to be averaged.
    let scale = (good / letter).clamp(0.5, 2.5).min(LOOKED_AT as f32 / w.max(h));
    let extent = [w, h].map(|side| (side * scale).ceil().clamp(8.0, LOOKED_AT as f32) as u32);
    Some((Frame { angle, corner: [left, top], scale }, extent, letter))
}

/// Draws the picture as seen through a window, its last pixels going on beyond the edges.
fn sample(image: &RgbImage, frame: Frame, [width, height]: [u32; 2]) -> RgbImage {
    let (last_x, last_y) = (image.width() as usize - 1, image.height() as usize - 1);
    let row = 3 * image.width() as usize;
    let raw = image.as_raw();
    let [x0, y0] = frame.to_picture([0.5, 0.5]);
    let [dx, dy] = frame.to_picture([1.5, 0.5]);
    let step = [dx - x0, dy - y0];
    let mut out = RgbImage::new(width, height);
    for (v, line) in out.chunks_exact_mut(3 * width as usize).enumerate() {
        let [mut x, mut y] = frame.to_picture([0.5, v as f32 + 0.5]).map(|at| at - 0.5);
        for pixel in line.chunks_exact_mut(3) {
            let (cx, cy) = (x.clamp(0.0, last_x as f32), y.clamp(0.0, last_y as f32));
            let (left, top) = (cx as usize, cy as usize);
            let (fx, fy) = (((cx - left as f32) * 16.0) as u32, ((cy - top as f32) * 16.0) as u32);
            let (right, bottom) = ((left + 1).min(last_x), (top + 1).min(last_y));
            let at = |x: usize, y: usize, channel: usize| u32::from(raw[y * row + 3 * x + channel]);
            for (channel, value) in pixel.iter_mut().enumerate() {
                let upper = at(left, top, channel) * (16 - fx) + at(right, top, channel) * fx;
                let lower = at(left, bottom, channel) * (16 - fx) + at(right, bottom, channel) * fx;
                *value = ((upper * (16 - fy) + lower * fy) >> 8) as u8;
            }
            x += step[0];
            y += step[1];
        }
    }
    out
}

/// By how much the rows of letters are turned: the angle at which the middles of the letters fall onto the fewest lines.
fn turn(parts: &[Part], longest: f32) -> f32 {
    let middles: Vec<([f32; 2], u64)> = parts
        .iter()
        .filter(|part| {
            let [w, h] = part.size();
            w.max(h) <= longest && w.max(h) >= 5.0 && w <= 8.0 * h && h <= 8.0 * w
        })
        // The grain of a table has many parts and little contrast.
        .map(|part| (part.middle(), 1 + (part.contrast() * part.contrast() / 256.0) as u64))
        .collect();
    let step = middles.len().div_ceil(4000).max(1);
    let middles: Vec<([f32; 2], u64)> = middles.into_iter().step_by(step).collect();
    if middles.len() < 4 {
        return 0.0;
    }
    let reach = middles.iter().map(|([x, y], _)| x.hypot(*y)).fold(0.0, f32::max);
    let mut bins = vec![0_u64; (2.0 * reach / 3.0) as usize + 4];
    let mut crowded = |angle: f32| {
        let (sin, cos) = angle.sin_cos();
        let mut best = 0_u64;
        for (a, b) in [(-sin, cos), (cos, sin)] {
            bins.fill(0);
            for ([x, y], weight) in &middles {
                let at = (a * x + b * y + reach) / 3.0;
                let floor = at as usize;
                // Half of the weight goes to the nearer neighbour, so that the grid does not decide.
                bins[floor + 1] += 2 * weight;
                let near = if at - floor as f32 > 0.5 { floor + 2 } else { floor };
                bins[near.min(floor + 2)] += weight;
            }
            best = best.max(bins.iter().map(|count| count * count).sum());
        }
        best
    };
    let mut best = (0_u64, 0.0_f32);
    let mut search = |from: f32, to: f32, step: f32, best: &mut (u64, f32)| {
        let mut angle = from;
        while angle <= to {
            let crowd = crowded(angle);
            // On a tie the smaller turn: most pictures lie straight.
            if crowd > best.0 || (crowd == best.0 && angle.abs() < best.1.abs()) {
                *best = (crowd, angle);
            }
            angle += step;
        }
    };
    let degree = std::f32::consts::PI / 180.0;
    search(-45.0 * degree, 45.0 * degree, 0.75 * degree, &mut best);
    let around = best.1;
    search(around - 0.6 * degree, around + 0.6 * degree, 0.15 * degree, &mut best);
    best.1
}

/// Whether a part may be a letter; lines, edges and drawings are none.
fn may_be_letter(part: &Part, longest: f32) -> bool {
    let [w, h] = part.size();
    let drawing = w.max(h) > longest && w.min(h) > longest && part.fill() < 0.3;
    let rule = w.min(h) <= 6.0 && w.max(h) > 12.0 * w.min(h) && part.fill() > 0.8;
    w.max(h) >= SMALLEST && !drawing && !rule
}

/// Which parts may be letters, and the size of most of them.
fn letters_of(parts: &[Part], longest: f32) -> (Vec<usize>, f32) {
    let places: Vec<usize> = (0..parts.len()).filter(|at| may_be_letter(&parts[*at], longest)).collect();
    let typical = typical_size(&places.iter().map(|at| &parts[*at]).collect::<Vec<_>>());
    // What is left of an edge where something crosses it is no letter.
    let crumb = |part: &Part| part.dense && part.size()[0].max(part.size()[1]) <= 0.9 * typical;
    (places.into_iter().filter(|at| !crumb(&parts[*at])).collect(), typical)
}

/// Groups parts to pieces, in the frame in which they were measured; also the size of most letters.
fn lines(parts: &[Part], longest: f32) -> (Vec<Piece>, f32) {
    let (places, typical) = letters_of(parts, longest);
    let letters: Vec<&Part> = places.iter().map(|at| &parts[*at]).collect();
    let mut pieces = grouped(&letters, typical);
    pieces.retain(|piece| {
        let [left, top, right, bottom] = piece.area.around();
        piece.letters > 2 || piece.shape == Shape::Patch || (right - left).max(bottom - top) > 1.1 * typical
    });
    (pieces, typical)
}

/// Groups letters to pieces, however little there is in them.
fn grouped(letters: &[&Part], typical: f32) -> Vec<Piece> {
    let groups = join(letters, typical);
    let pieces = groups.into_iter().map(|(group, upright)| piece_of(letters, &group, upright, typical));
    rejoined(pieces.collect())
}

/// Which parts belong to what was joined to a line and is several: across it there is a valley between two banks, or it
/// reaches much farther than its letters.
fn several_lines(map: &Map, longest: f32) -> Vec<bool> {
    let (places, typical) = letters_of(&map.parts, longest);
    let letters: Vec<&Part> = places.iter().map(|at| &map.parts[*at]).collect();
    let mut several = vec![false; map.parts.len()];
    let mut group_of = vec![usize::MAX; map.parts.len()];
    let mut tall = Vec::new();
    for (group, upright) in join(&letters, typical) {
        let seen: Vec<Seen> = group.iter().map(|at| letters[*at].seen(upright)).collect();
        let slope = slope(&seen);
        let middle = |it: &Seen| (it.start + it.end) / 2.0;
        let low = seen.iter().map(|it| it.low - slope * middle(it)).fold(f32::INFINITY, f32::min);
        let high = seen.iter().map(|it| it.high - slope * middle(it)).fold(f32::NEG_INFINITY, f32::max);
        if high - low < 1.35 * typical {
            continue;
        }
        for at in &group {
            group_of[places[*at]] = tall.len();
        }
        let mut sizes: Vec<f32> = seen.iter().map(|it| it.high - it.low).collect();
        sizes.sort_by(f32::total_cmp);
        let size = sizes[sizes.len() * 3 / 4];
        tall.push((upright, slope, low, high - low > 1.9 * size, vec![0_u32; (high - low) as usize + 2]));
    }
    map.each(|part, x, y, change| {
        if let Some((upright, slope, low, _, profile)) = tall.get_mut(group_of[part]) {
            let at = if *upright { x - *slope * y } else { y - *slope * x } - *low;
            if let Some(row) = profile.get_mut(at.max(0.0) as usize) {
                *row += u32::from(change);
            }
        }
    });
    for (part, group) in group_of.into_iter().enumerate() {
        several[part] = tall.get(group).is_some_and(|(_, _, _, far, profile)| *far || has_valley(profile));
    }
    several
}

/// Whether a profile falls to a third between two banks, neither of which is a mere accent.
fn has_valley(profile: &[u32]) -> bool {
    let most = profile.iter().copied().max().unwrap_or(0);
    let mut after = profile.to_vec();
    for at in (0..after.len().saturating_sub(1)).rev() {
        after[at] = after[at].max(after[at + 1]);
    }
    let mut before = 0;
    profile.iter().zip(after).any(|(value, after)| {
        before = before.max(*value);
        let bank = before.min(after);
        5 * bank > most && 3 * value < bank
    })
}

/// Joins pieces of one line that came apart, and what belongs to another piece, such as the dot in a letter.
fn rejoined(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let (mut at, mut left) = (0, MOST_COMPARED);
    while at < pieces.len() {
        // Noise has no lines, and pieces that stay apart are each looked at by themselves.
        let Some(rest) = left.checked_sub(pieces.len()) else { return pieces };
        left = rest;
        let mate = (0..pieces.len()).find(|other| *other != at && pieces[at].continues(&pieces[*other]));
        match mate {
            Some(mate) => {
                let other = pieces[mate];
                pieces[at].take_in(&other);
                pieces.swap_remove(mate);
                // Whoever took the place of the mate, and whoever now fits, is looked at again.
                at = 0;
            }
            None => at += 1,
        }
    }
    pieces
}

impl Piece {
    /// A sign or two that are no code.
    pub fn is_crumb(&self) -> bool {
        self.letters <= 2 && self.shape != Shape::Patch
    }

    /// Whether another piece belongs to this one: the next word of the same line, or a crumb within it.
    fn continues(&self, other: &Self) -> bool {
        if self.shape == Shape::Patch || other.shape == Shape::Patch {
            return false;
        }
        let seen = |piece: &Self| {
            let [left, top, right, bottom] = piece.area.around();
            if self.upright { (top, bottom, left, right) } else { (left, right, top, bottom) }
        };
        let (a, b) = (seen(self), seen(other));
        let across = a.3.min(b.3) - a.2.max(b.2);
        let thinner = (a.3 - a.2).min(b.3 - b.2);
        let gap = b.0.max(a.0) - a.1.min(b.1);
        let within = gap < 0.0 && -gap >= 0.8 * (b.1 - b.0);
        if other.letters <= 2 && within && self.letters > 2 {
            return across > 0.5 * thinner && other.height < 1.6 * self.height;
        }
        let alike = self.height.max(other.height) < 1.4 * self.height.min(other.height);
        let same_way = self.upright == other.upright || other.letters <= 2;
        alike
            && same_way
            && self.letters >= other.letters
            && across > 0.7 * thinner
            && gap < 0.9 * self.height
    }

    fn take_in(&mut self, other: &Self) {
        // In the slant of this line.
        let [from, _, _, _] = self.area.corners;
        let to = self.area.corners[if self.upright { 3 } else { 1 }];
        let (along, across) = if self.upright { (1, 0) } else { (0, 1) };
        let slope = (to[across] - from[across]) / (to[along] - from[along]).max(1.0);
        let bounds = |piece: &Self| {
            let corners =
                piece.area.corners.map(|corner| [corner[along], corner[across] - slope * corner[along]]);
            let least = |axis: usize| corners.iter().map(|it| it[axis]).fold(f32::INFINITY, f32::min);
            let most = |axis: usize| corners.iter().map(|it| it[axis]).fold(f32::NEG_INFINITY, f32::max);
            [least(0), least(1), most(0), most(1)]
        };
        let (a, b) = (bounds(self), bounds(other));
        let [start, low, end, high] = [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])];
        let corner = |u: f32, v: f32| {
            let mut at = [0.0; 2];
            (at[along], at[across]) = (u, v + slope * u);
            at
        };
        let (a, b, c, d) = (corner(start, low), corner(end, low), corner(end, high), corner(start, high));
        self.area = Area { corners: if self.upright { [a, d, c, b] } else { [a, b, c, d] } };
        if other.letters > 2 {
            self.height = self.height.max(other.height);
        }
        self.letters += other.letters;
        // The margins on both sides are no part of the line.
        self.across = ((high - low) / self.height.max(1.0) - 0.44).max(1.0);
        self.shape = Shape::Line;
    }
}

/// The size of most letters: of every two the smaller, for the small print is what matters.
fn typical_size(letters: &[&Part]) -> f32 {
    // Half as strong as the strongest: print, not grain.
    let mut contrasts: Vec<f32> = letters.iter().map(|part| part.contrast()).collect();
    contrasts.sort_by(f32::total_cmp);
    let strong = contrasts.get(contrasts.len() * 9 / 10).map_or(0.0, |contrast| contrast / 2.0);
    let mut sizes: Vec<f32> = letters
        .iter()
        .filter(|part| part.size()[0].min(part.size()[1]) >= SMALLEST && part.contrast() >= strong)
        .map(|part| part.size()[0].max(part.size()[1]))
        .collect();
    if sizes.is_empty() {
        return SMALLEST;
    }
    let middle = sizes.len() * 2 / 5;
    sizes.select_nth_unstable_by(middle, f32::total_cmp);
    sizes[middle]
}

/// Measures a group of letters.
fn piece_of(letters: &[&Part], group: &[usize], upright: bool, typical: f32) -> Piece {
    let seen: Vec<Seen> = group.iter().map(|at| letters[*at].seen(upright)).collect();
    let slope = slope(&seen);
    let middle = |it: &Seen| (it.start + it.end) / 2.0;
    let start = seen.iter().map(|it| it.start).fold(f32::INFINITY, f32::min);
    let end = seen.iter().map(|it| it.end).fold(f32::NEG_INFINITY, f32::max);
    let low = seen.iter().map(|it| it.low - slope * middle(it)).fold(f32::INFINITY, f32::min);
    let high = seen.iter().map(|it| it.high - slope * middle(it)).fold(f32::NEG_INFINITY, f32::max);
    let (along, reach) = (end - start, high - low);
    // Across the line, the tall letters say how large it is; a part that holds several letters counts for each.
    let mut across: Vec<(f32, f32)> = seen
        .iter()
        .map(|it| (it.high - it.low, ((it.end - it.start) / (it.high - it.low).max(1.0)).max(0.3)))
        .collect();
    across.sort_by(|a, b| a.0.total_cmp(&b.0));
    let whole: f32 = across.iter().map(|(_, weight)| weight).sum();
    let mut passed = 0.0;
    let height = across
        .iter()
        .find(|(_, weight)| {
            passed += weight;
            passed >= 0.82 * whole
        })
        .map_or(reach, |(across, _)| *across);
    let dense = group.iter().any(|at| letters[*at].dense)
        || (group.len() <= 3 && along.min(reach) > 3.5 * typical && bound_fill(letters, group) > 0.5);
    let lone = group.len() == 1
        && (0.3..3.0).contains(&(along / reach.max(1.0)))
        && along.min(reach) > 1.4 * typical;
    let shape = if dense {
        Shape::Patch
    } else if lone {
        Shape::Mark
    } else {
        Shape::Line
    };
    // Thin ends of strokes, and what the picture's compression left around them.
    let margin = (0.22 * height.min(3.0 * typical)).max(2.0);
    let (start, end, low, high) = (start - margin, end + margin, low - margin, high + margin);
    let corner = |along: f32, across: f32| {
        let across = across + slope * along;
        if upright { [across, along] } else { [along, across] }
    };
    let mut corners = [corner(start, low), corner(end, low), corner(end, high), corner(start, high)];
    if upright {
        // Clockwise from the top left again.
        corners = [corners[0], corners[3], corners[2], corners[1]];
    }
    let across = reach / height.max(1.0);
    Piece {
        area: Area { corners },
        shape,
        height,
        letters: group.len(),
        across,
        upright,
        clear: slope.abs() < LEVEL,
    }
}

/// By how much a line rises or falls over its length: perspective leaves that much when the card was turned straight.
fn slope(seen: &[Seen]) -> f32 {
    if seen.len() < 4 {
        return 0.0;
    }
    let count = seen.len() as f32;
    let place = |it: &Seen| ((it.start + it.end) / 2.0, (it.low + it.high) / 2.0);
    let (sum_x, sum_y) = seen.iter().map(place).fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
    let (x, y) = (sum_x / count, sum_y / count);
    let (mut xx, mut xy) = (0.0, 0.0);
    for it in seen {
        let at = place(it);
        xx += (at.0 - x) * (at.0 - x);
        xy += (at.0 - x) * (at.1 - y);
    }
    (xy / xx.max(1.0)).clamp(-0.12, 0.12)
}

fn bound_fill(letters: &[&Part], group: &[usize]) -> f32 {
    group.iter().map(|at| letters[*at].fill()).fold(0.0, f32::max)
}
