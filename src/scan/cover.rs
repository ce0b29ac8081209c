//! A picture of a card that can be handed on: what nobody may see without being asked is blacked out.
//!
//! Owns which lines of a card are proposed to be covered, drawing the bars, and pictures without anything but pixels. Must
//! not know whose card it is, nor what counts as harmless: that comes in as a question about a text. Start reading at
//! [`propose`], then [`cover`].
//!
//! Invariant: a line stays open only for a reason: it is one of the few largest ones, which stand for name and company, or
//! it was read and found harmless ([`read`] on lines that hang together). What could not be told is covered, and where
//! nothing was found, all is (`tests::what_is_not_known_to_be_harmless_is_covered`).
//! Invariant: what leaves is encoded anew from pixels: no EXIF, no thumbnail, no profile, no text, no byte of the original
//! (`tests::nothing_but_pixels_leaves`), and is at most [`LOOKED_AT`] pixels a side: no finer than what was looked at.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

use super::decode::decode_reduced;
use super::lines::{Area, Found, LOOKED_AT, Piece, Shape, find};
use super::thumbnail::shrink_to;
use super::{Format, Limits, ScanError};

mod read;

use read::recut;
pub(super) use read::sureness;

/// The bars.
const BAR: Rgb<u8> = Rgb([17, 17, 17]);

/// How much taller than the small print a line is that stands for a name or a company.
const GRAND: f32 = 1.42;

/// At most so many lines stay open because they are large.
const MOST_GRAND: usize = 3;

/// How sure a reader must be of each word of a line, of 100.
const SURE: f32 = 60.0;

/// So many lines are read again by themselves.
const AGAIN: usize = 8;

/// JPEG quality of what is handed on.
const QUALITY: u8 = 88;

/// Something in a picture of a card, and whether to cover it.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Where, with a margin.
    pub area: Area,
    /// What it looks like.
    pub kind: RegionKind,
    /// Proposed to be covered.
    pub covered: bool,
    /// Why it is, or is not.
    pub why: Why,
    /// What a reader read there; empty when nothing was read.
    pub text: String,
}

/// What a part of a picture looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionKind {
    /// A line of text.
    Line,
    /// A code, a photograph or a pattern.
    Code,
    /// A sign by itself: a logo.
    Mark,
    /// The whole picture.
    Whole,
}

/// Why a part of a picture is proposed to be covered or to stay open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Open: one of the largest lines, where the name and the company stand.
    Large,
    /// Open: read, and no address, number or the like in it.
    Harmless,
    /// Open: a single sign, larger than the letters.
    Mark,
    /// Covered: read, and there is an address, a number or the like in it.
    Contact,
    /// Covered: a line that nobody read.
    Unread,
    /// Covered: a code or a pattern can hold anything.
    Code,
    /// Covered whole: no text was found, and a card without text is more likely one that was not understood.
    NothingFound,
}

/// A word that a reader found in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// Where.
    pub area: Area,
    /// How sure the reader is, of 100.
    pub sure: f32,
    /// Words of one line have the same number.
    pub line: u32,
}

/// Looks for text and codes and proposes what to cover, from top to bottom as the card lies. Never empty.
///
/// `read` is what a reader found, when there is one; `is_harmless` is asked about each line of it.
pub fn propose(image: &RgbImage, read: &[Word], is_harmless: &dyn Fn(&str) -> bool) -> Vec<Region> {
    Print::of(image).propose(read, is_harmless)
}

/// Where print is in a picture, whoever gets it: finding it takes a fifth of a second.
#[derive(Debug, Clone)]
pub struct Print {
    found: Option<Found>,
}

impl Print {
    /// Looks for text and codes.
    pub fn of(image: &RgbImage) -> Self {
        Self { found: find(image) }
    }

    /// Returns where large print is that `read` does not say, left, top, right and bottom in the straight window of what was
    /// found, at most [`AGAIN`] of them.
    pub(super) fn unread(&self, read: &[Word]) -> Option<(&Found, Vec<[f32; 4]>)> {
        let found = self.found.as_ref()?;
        Some((found, read::unread(found, read)))
    }

    /// Proposes what to cover; see [`propose`].
    pub fn propose(&self, read: &[Word], is_harmless: &dyn Fn(&str) -> bool) -> Vec<Region> {
        let lines = |found: &&Found| found.pieces.iter().any(|piece| piece.shape == Shape::Line);
        let Some(found) = self.found.as_ref().filter(lines) else {
            return vec![Region {
                area: Area::WHOLE,
                kind: RegionKind::Whole,
                covered: true,
                why: Why::NothingFound,
                text: String::new(),
            }];
        };
        let regions = proposed(&found.pieces, read, is_harmless);
        recut(found, regions, read, is_harmless)
    }
}

/// What is proposed for each piece, with its place among them.
fn proposed(pieces: &[Piece], read: &[Word], is_harmless: &dyn Fn(&str) -> bool) -> Vec<(usize, Region)> {
    let grand = grand(pieces);
    // The dot of a letter goes with its line.
    let in_a_grand_one = |piece: &Piece| {
        piece.is_crumb() && grand.iter().any(|at| pieces[*at].area.contains(piece.area.middle()))
    };
    pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| !in_a_grand_one(piece))
        .map(|(at, piece)| {
            let text = text_of(piece, read);
            let (kind, why) = match piece.shape {
                Shape::Patch => (RegionKind::Code, Why::Code),
                Shape::Mark if text.is_none() => (RegionKind::Mark, Why::Mark),
                Shape::Mark | Shape::Line => {
                    let why = match &text {
                        Some(text) if !is_harmless(&text.words) => Why::Contact,
                        Some(text) if text.whole => Why::Harmless,
                        _ if grand.contains(&at) => Why::Large,
                        _ => Why::Unread,
                    };
                    (RegionKind::Line, why)
                }
            };
            let covered = matches!(why, Why::Contact | Why::Unread | Why::Code | Why::NothingFound);
            let text = text.map_or_else(String::new, |it| it.words);
            (at, Region { area: piece.area, kind, covered, why, text })
        })
        .collect()
}

/// The places of the few lines that are clearly larger than the small print.
fn grand(pieces: &[Piece]) -> Vec<usize> {
    let mut lines: Vec<(usize, &Piece)> =
        pieces.iter().enumerate().filter(|(_, piece)| piece.shape == Shape::Line).collect();
    lines.sort_by(|a, b| a.1.height.total_cmp(&b.1.height));
    // The size of the small print: half of all letters are no larger. A letter that stands alone is no print.
    let whole: usize = lines.iter().filter(|(_, line)| line.letters > 2).map(|(_, line)| line.letters).sum();
    let mut passed = 0;
    let small = lines.iter().filter(|(_, line)| line.letters > 2).find(|(_, line)| {
        passed += line.letters;
        2 * passed >= whole
    });
    let Some(small) = small.map(|(_, line)| line.height) else { return Vec::new() };
    let one_line = |line: &Piece| line.across < 1.7 && line.height < 6.0 * small;
    let large = lines
        .iter()
        .rev()
        .filter(|(_, line)| line.clear && line.letters > 2 && line.height >= GRAND * small && one_line(line));
    large.take(MOST_GRAND).map(|(at, _)| *at).collect()
}

/// What was read in a piece.
struct Read {
    words: String,
    /// The words were read surely and leave no part of the piece unread.
    whole: bool,
}

fn text_of(piece: &Piece, read: &[Word]) -> Option<Read> {
    let mut words: Vec<&Word> = read.iter().filter(|word| piece.area.contains(word.area.middle())).collect();
    if words.is_empty() {
        return None;
    }
    // Along the piece: from its first corner to its second, or its last when it is upright.
    let [from, right, _, down] = piece.area.corners;
    let side = |to: [f32; 2]| [to[0] - from[0], to[1] - from[1]];
    let (across, upright) = (side(right), side(down));
    let length = |[x, y]: [f32; 2]| x.hypot(y);
    let axis = if length(across) >= length(upright) { across } else { upright };
    let whole = (axis[0] * axis[0] + axis[1] * axis[1]).max(f32::EPSILON);
    let place = |at: [f32; 2]| ((at[0] - from[0]) * axis[0] + (at[1] - from[1]) * axis[1]) / whole;
    words.sort_by(|a, b| place(a.area.middle()).total_cmp(&place(b.area.middle())));
    let taken: f32 = words
        .iter()
        .map(|word| {
            let ends = word.area.corners.map(place);
            ends.iter().copied().fold(0.0, f32::max).min(1.0)
                - ends.iter().copied().fold(1.0, f32::min).max(0.0)
        })
        .sum();
    let sure = words.iter().all(|word| word.sure >= SURE);
    let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    Some(Read { words: text.join(" "), whole: sure && taken > 0.75 })
}

/// The file in which a picture is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Handed {
    /// PNG: letters stay sharp.
    #[default]
    Png,
    /// JPEG: photographs stay small.
    Jpeg,
}

/// Draws opaque bars over parts of a picture and encodes it anew; without parts it only strips what is not a pixel.
///
/// Pixels that an area touches are covered whole. The picture is turned upright and at most [`LOOKED_AT`] pixels a side.
///
/// # Errors
/// As [`super::decode`], for a picture that cannot be read or is over the limits.
pub fn cover(bytes: &[u8], areas: &[Area], form: Handed) -> Result<Vec<u8>, ScanError> {
    let mut image = for_handing_on(bytes)?;
    for area in areas {
        draw(&mut image, area);
    }
    encode(&image, form)
}

/// Encodes a picture anew without its metadata, for pictures that are shared without bars.
///
/// # Errors
/// As [`super::decode`].
pub fn strip(bytes: &[u8], form: Handed) -> Result<Vec<u8>, ScanError> {
    cover(bytes, &[], form)
}

/// Decodes a picture as it may be handed on: upright, of limited size, to look at and to cover.
///
/// # Errors
/// As [`super::decode`].
pub fn for_handing_on(bytes: &[u8]) -> Result<RgbImage, ScanError> {
    let image = decode_reduced(bytes, &Limits::default(), LOOKED_AT)?;
    let too_large = image.width().max(image.height()) > LOOKED_AT;
    Ok(if too_large { shrink_to(&image, LOOKED_AT) } else { image })
}

/// Encodes pixels and nothing else.
fn encode(image: &RgbImage, form: Handed) -> Result<Vec<u8>, ScanError> {
    let (width, height) = image.dimensions();
    if width == 0 || height == 0 {
        return Err(ScanError::NoPixels);
    }
    let mut file = Vec::with_capacity(image.as_raw().len() / 4);
    let written = match form {
        Handed::Png => PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Adaptive)
            .write_image(image.as_raw(), width, height, ExtendedColorType::Rgb8),
        Handed::Jpeg => JpegEncoder::new_with_quality(&mut file, QUALITY).encode_image(image),
    };
    let format = match form {
        Handed::Png => Format::Png,
        Handed::Jpeg => Format::Jpeg,
    };
    written.map_err(|error| ScanError::Unreadable { format, detail: error.to_string() })?;
    Ok(file)
}

/// Fills every pixel that a part of the area comes near.
fn draw(image: &mut RgbImage, area: &Area) {
    let size = [image.width() as f32, image.height() as f32];
    let corners = area.corners.map(|[x, y]| [sound(x) * size[0], sound(y) * size[1]]);
    let around = |axis: usize, limit: u32| {
        let low = corners.iter().map(|corner| corner[axis]).fold(f32::INFINITY, f32::min);
        let high = corners.iter().map(|corner| corner[axis]).fold(f32::NEG_INFINITY, f32::max);
        ((low - 1.0).max(0.0) as u32, ((high + 1.0).max(0.0) as u32 + 1).min(limit))
    };
    let ((left, right), (top, bottom)) = (around(0, image.width()), around(1, image.height()));
    for y in top..bottom {
        for x in left..right {
            if near(&corners, [x as f32 + 0.5, y as f32 + 0.5]) {
                image.put_pixel(x, y, BAR);
            }
        }
    }
}

/// A share that can be drawn; what is no number counts as 0.
fn sound(share: f32) -> f32 {
    if share.is_finite() { share.clamp(-1.0, 2.0) } else { 0.0 }
}

/// Whether a place lies in a convex polygon or within a pixel of it, whichever way round its corners go.
fn near(corners: &[[f32; 2]; 4], place: [f32; 2]) -> bool {
    let (mut outside_left, mut outside_right) = (false, false);
    for (at, from) in corners.iter().enumerate() {
        let to = corners[(at + 1) % 4];
        let edge = [to[0] - from[0], to[1] - from[1]];
        let length = edge[0].hypot(edge[1]);
        if length < 1e-3 {
            continue;
        }
        let away = (edge[0] * (place[1] - from[1]) - edge[1] * (place[0] - from[0])) / length;
        outside_left |= away < -0.75;
        outside_right |= away > 0.75;
    }
    !(outside_left && outside_right)
}

#[cfg(test)]
mod tests;
