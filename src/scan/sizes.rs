//! The three sizes in which pictures are shown, made at once from one decoding.
//!
//! Halving is done here and not by the resizing library: two times two pixels of light averaged through tables take
//! 0.7 ms for a scan of 1050 × 600, the library's 5 ms with the detour over 16 bits. Most scans and photos come to
//! their sizes by halving alone, because each size may be missed by a tenth or so: nobody sees whether a picture that is
//! drawn 230 points wide has 256 or 262 pixels, and it stays sharper than squeezed twice.

use std::borrow::Cow;
use std::sync::LazyLock;

use image::RgbImage;

use super::decode::decode_reduced;
use super::thumbnail::{dominant_colour, shrink_to};
use super::{Limits, ScanError};

/// Longest side of the small thumbnail, in pixels: the card wall on a usual screen.
pub const SMALL_SIDE: u32 = 256;

/// Longest side of the middle one: large cards, and the card wall on screens of high density.
pub const MEDIUM_SIDE: u32 = 512;

/// Longest side of the large one: the inspector, naming, the review on screens of high density.
pub const LARGE_SIDE: u32 = 1024;

/// A share of a size, so that the rule stands in one place.
pub(super) struct Share(u32);

impl Share {
    /// The share of `side`, in pixels.
    pub(super) const fn of(&self, side: u32) -> u32 {
        side * self.0 / 8
    }
}

/// So much smaller than asked for is a picture taken as it is, rather than made from one twice as large: 7/8.
pub(super) const LEAST: Share = Share(7);

/// So much larger is it taken as it is: 9/8.
const MOST: Share = Share(9);

/// A size in which pictures are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThumbnailSize {
    /// Longer side about 256 px.
    Small,
    /// Longer side about 512 px.
    Medium,
    /// Longer side about 1024 px.
    Large,
}

impl ThumbnailSize {
    /// All sizes, the smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// Longer side in pixels; a picture may have an eighth more or less.
    pub const fn side(self) -> u32 {
        match self {
            Self::Small => SMALL_SIDE,
            Self::Medium => MEDIUM_SIDE,
            Self::Large => LARGE_SIDE,
        }
    }

    /// Returns the smallest size that shows as much of a picture of this width and height as `self` does: the large
    /// thumbnail of a small picture would be the same as its middle one. A picture of unknown size has all of them.
    #[must_use]
    pub fn of_picture(self, width: u32, height: u32) -> Self {
        let longer = width.max(height);
        let enough = |size: &Self| *size == self || (longer > 0 && longer <= MOST.of(size.side()));
        Self::ALL.into_iter().find(enough).unwrap_or(self)
    }
}

/// A picture in its sizes, upright and opaque.
#[derive(Clone, PartialEq, Eq)]
pub struct ThumbnailSet {
    /// The colour that covers most of it.
    pub colour: [u8; 3],
    /// The small, the middle and the large one; of a small picture the later ones are missing.
    images: Vec<RgbImage>,
}

impl std::fmt::Debug for ThumbnailSet {
    /// Without the pixels, which would fill a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sizes: Vec<_> = self.images.iter().map(RgbImage::dimensions).collect();
        f.debug_struct("ThumbnailSet").field("colour", &self.colour).field("sizes", &sizes).finish()
    }
}

impl ThumbnailSet {
    /// Makes the three sizes of a picture that is upright.
    pub fn of(image: &RgbImage) -> Self {
        let mut sizes: Vec<RgbImage> = Vec::with_capacity(3);
        for size in ThumbnailSize::ALL.into_iter().rev() {
            let from = sizes.last().unwrap_or(image);
            match reduce(from, size.side()) {
                // The larger one is no larger than this one.
                Cow::Borrowed(_) if !sizes.is_empty() => {}
                made => sizes.push(made.into_owned()),
            }
        }
        sizes.reverse();
        let colour = sizes.first().map_or([255; 3], dominant_colour);
        Self { colour, images: sizes }
    }

    /// The picture in a size, or in the largest smaller one that there is.
    pub fn get(&self, size: ThumbnailSize) -> Option<&RgbImage> {
        self.images.get(size as usize).or_else(|| self.images.last())
    }

    /// Gives the picture in a size away.
    pub fn take(mut self, size: ThumbnailSize) -> Option<RgbImage> {
        let last = self.images.len().checked_sub(1)?;
        Some(self.images.swap_remove((size as usize).min(last)))
    }

    /// The sizes that there are, the smallest first.
    pub fn sizes(&self) -> impl Iterator<Item = (ThumbnailSize, &RgbImage)> {
        ThumbnailSize::ALL.into_iter().zip(&self.images)
    }
}

/// Decodes a picture just large enough and makes its sizes.
///
/// # Errors
/// As [`super::decode`].
pub fn thumbnails(bytes: &[u8], limits: &Limits) -> Result<ThumbnailSet, ScanError> {
    Ok(ThumbnailSet::of(&decode_reduced(bytes, limits, LARGE_SIDE)?))
}

/// Decodes a picture just large enough for one size, and makes that.
///
/// # Errors
/// As [`super::decode`].
pub fn one_thumbnail(bytes: &[u8], limits: &Limits, side: u32) -> Result<RgbImage, ScanError> {
    let image = decode_reduced(bytes, limits, side)?;
    Ok(match reduce(&image, side) {
        Cow::Borrowed(_) => image,
        Cow::Owned(made) => made,
    })
}

/// Returns `image` with its longer side about `side` long: halved as often as that fits, else shrunk exactly. The same
/// picture when it is not larger.
pub fn reduce(image: &RgbImage, side: u32) -> Cow<'_, RgbImage> {
    let mut made = Cow::Borrowed(image);
    loop {
        let longer = made.width().max(made.height());
        if longer <= MOST.of(side) {
            return made;
        }
        if longer / 2 < LEAST.of(side) {
            return Cow::Owned(shrink_to(&made, side));
        }
        made = Cow::Owned(halve(&made));
    }
}

/// How finely light is told apart between the tables.
const LIGHT: u16 = 0x3FFF;

struct Tables {
    light: [u16; 256],
    /// One more than there is light, so that the rounded mean is always inside.
    value: Vec<u8>,
}

/// sRGB ↔ light (IEC 61966-2-1).
static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let light = |value: f64| {
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let value = |light: f64| {
        if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
    };
    let full = f64::from(LIGHT);
    let mut tables = Tables { light: [0; 256], value: Vec::with_capacity(usize::from(LIGHT) + 1) };
    for (at, slot) in tables.light.iter_mut().enumerate() {
        // At most `LIGHT`, since the value is at most 1.
        *slot = (light(at as f64 / 255.0) * full).round() as u16;
    }
    tables.value.extend((0..=LIGHT).map(|at| (value(f64::from(at) / full) * 255.0).round() as u8));
    tables
});

/// Halves both sides; the mean of each four pixels is taken in linear light. An odd row or column at the end is left
/// out; a side of one pixel stays.
fn halve(image: &RgbImage) -> RgbImage {
    let Tables { light, value } = &*TABLES;
    let width = image.width() as usize;
    let (to_width, to_height) = ((image.width() / 2).max(1), (image.height() / 2).max(1));
    let mut halved = RgbImage::new(to_width, to_height);
    let rows: Vec<&[u8]> = image.as_raw().chunks_exact(width * 3).collect();
    let to_rows = halved.chunks_exact_mut(to_width as usize * 3);
    for (y, row) in to_rows.enumerate() {
        let (Some(upper), Some(lower)) = (rows.get(2 * y), rows.get(2 * y + 1).or(rows.last())) else {
            break;
        };
        let (pixels, _) = row.as_chunks_mut::<3>();
        if width == 1 {
            for channel in 0..3 {
                let sum = u32::from(light[usize::from(upper[channel])])
                    + u32::from(light[usize::from(lower[channel])]);
                pixels[0][channel] = value[(sum as usize).div_ceil(2).min(usize::from(LIGHT))];
            }
            continue;
        }
        let fours = upper.as_chunks::<6>().0.iter().zip(lower.as_chunks::<6>().0);
        for (pixel, (upper, lower)) in pixels.iter_mut().zip(fours) {
            for channel in 0..3 {
                let sum = u32::from(light[usize::from(upper[channel])])
                    + u32::from(light[usize::from(upper[channel + 3])])
                    + u32::from(light[usize::from(lower[channel])])
                    + u32::from(light[usize::from(lower[channel + 3])]);
                pixel[channel] = value[((sum + 2) / 4) as usize];
            }
        }
    }
    halved
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    fn sizes(width: u32, height: u32) -> Vec<(u32, u32)> {
        let set = ThumbnailSet::of(&RgbImage::new(width, height));
        set.sizes().map(|(_, image)| image.dimensions()).collect()
    }

    #[test]
    fn each_size_is_about_what_it_is_called_and_nothing_is_enlarged() {
        for (picture, expected) in [
            // Halving alone.
            ((1_050, 600), vec![(262, 150), (525, 300), (1_050, 600)]),
            ((1_000, 750), vec![(250, 187), (500, 375), (1_000, 750)]),
            // Squeezed once, then halved.
            ((1_400, 800), vec![(256, 146), (512, 292), (1_024, 585)]),
            ((600, 1_100), vec![(150, 275), (300, 550), (600, 1_100)]),
            // Small pictures have no larger sizes.
            ((300, 200), vec![(256, 171), (300, 200)]),
            ((280, 200), vec![(280, 200)]),
            ((1, 1), vec![(1, 1)]),
            ((9_000, 1), vec![(281, 1), (562, 1), (1_125, 1)]),
        ] {
            assert_eq!(sizes(picture.0, picture.1), expected, "{picture:?}");
        }
    }

    #[test]
    fn a_small_picture_is_kept_once_only() {
        use ThumbnailSize::{Large, Medium, Small};
        for (picture, expected) in [
            ((1_050, 600), [Small, Medium, Large]),
            ((300, 200), [Small, Medium, Medium]),
            ((100, 280), [Small, Small, Small]),
            ((0, 0), [Small, Medium, Large]),
        ] {
            assert_eq!(
                ThumbnailSize::ALL.map(|size| size.of_picture(picture.0, picture.1)),
                expected,
                "{picture:?}"
            );
            let images = sizes(picture.0.max(1), picture.1.max(1)).len();
            let different = expected.iter().collect::<std::collections::BTreeSet<_>>().len();
            assert!(picture.0 == 0 || images == different, "{picture:?}: {images}");
        }
    }

    #[test]
    fn halving_averages_light_and_not_numbers() {
        let board = RgbImage::from_fn(512, 512, |x, y| Rgb([if (x + y) % 2 == 0 { 0 } else { 255 }; 3]));
        let halved = halve(&board);
        assert_eq!(halved.dimensions(), (256, 256));
        assert!(halved.pixels().all(|pixel| pixel.0[0].abs_diff(188) <= 1), "{:?}", halved.get_pixel(9, 9));
        let column = RgbImage::from_fn(1, 6, |_, y| Rgb([(y / 2 * 100) as u8; 3]));
        assert_eq!(halve(&column).as_raw(), &[0, 0, 0, 100, 100, 100, 200, 200, 200]);
        for value in 0..=255 {
            let flat = RgbImage::from_pixel(2, 2, Rgb([value; 3]));
            assert_eq!(halve(&flat).get_pixel(0, 0).0, [value; 3]);
        }
    }
}
