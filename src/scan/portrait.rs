//! A square cut out of a picture: the photograph of a person.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};

use super::{Format, ScanError, thumbnail};

/// Longest side of a stored portrait, in pixels: an avatar is at most a tenth of a screen high.
pub const PORTRAIT_SIDE: u32 = 640;

/// JPEG quality of a stored portrait.
const QUALITY: u8 = 90;

/// The smallest square, as a share of the shorter side of the picture.
pub const SMALLEST_CROP: f32 = 0.08;

/// A square within a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crop {
    /// Middle of the square from the left, as a share of the width.
    pub x: f32,
    /// Middle of the square from the top, as a share of the height.
    pub y: f32,
    /// Side of the square, as a share of the shorter side of the picture.
    pub side: f32,
}

impl Default for Crop {
    /// The largest square in the middle.
    fn default() -> Self {
        Self { x: 0.5, y: 0.5, side: 1.0 }
    }
}

impl Crop {
    /// Returns the square moved and shrunk so that it lies within a picture of this size.
    #[must_use]
    pub fn within(self, width: f32, height: f32) -> Self {
        let number = |value: f32, usual: f32| if value.is_finite() { value } else { usual };
        let (width, height) = (width.max(1.0), height.max(1.0));
        let side = number(self.side, 1.0).clamp(SMALLEST_CROP, 1.0);
        let half = side * width.min(height) / 2.0;
        let keep = |middle: f32, length: f32| {
            let room = half / length;
            number(middle, 0.5).clamp(room.min(0.5), (1.0 - room).max(0.5))
        };
        Self { x: keep(self.x, width), y: keep(self.y, height), side }
    }

    /// Returns left, top and side in pixels; at least one pixel.
    fn pixels(self, width: u32, height: u32) -> (u32, u32, u32) {
        let crop = self.within(width as f32, height as f32);
        let shorter = width.min(height);
        let side = ((shorter as f32 * crop.side).round() as u32).clamp(1, shorter.max(1));
        let from = |middle: f32, length: u32| {
            let start = (middle * length as f32 - side as f32 / 2.0).round().max(0.0) as u32;
            start.min(length.saturating_sub(side))
        };
        (from(crop.x, width), from(crop.y, height), side)
    }
}

/// Returns the square as a JPEG file of at most [`PORTRAIT_SIDE`] pixels a side, with its side in pixels.
///
/// # Errors
/// [`ScanError::NoPixels`] for an empty picture.
pub fn portrait(image: &RgbImage, crop: Crop) -> Result<(Vec<u8>, RgbImage), ScanError> {
    if image.width() == 0 || image.height() == 0 {
        return Err(ScanError::NoPixels);
    }
    let (left, top, side) = crop.pixels(image.width(), image.height());
    let square = image::imageops::crop_imm(image, left, top, side, side).to_image();
    let small = thumbnail(&square, PORTRAIT_SIDE);
    let mut opaque = RgbImage::new(small.width(), small.height());
    for (to, from) in opaque.pixels_mut().zip(small.pixels()) {
        let [red, green, blue, _] = from.0;
        to.0 = [red, green, blue];
    }
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, QUALITY)
        .write_image(opaque.as_raw(), opaque.width(), opaque.height(), ExtendedColorType::Rgb8)
        .map_err(|error| ScanError::Unreadable { format: Format::Jpeg, detail: error.to_string() })?;
    Ok((file, opaque))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_lies_within_the_picture_and_is_what_is_cut_out() {
        let picture = RgbImage::from_fn(300, 100, |x, _| image::Rgb([(x / 100 * 100) as u8, 0, 0]));
        for crop in [
            Crop { x: -3.0, y: 9.0, side: 7.0 },
            Crop { x: f32::NAN, y: f32::INFINITY, side: f32::NAN },
            Crop { x: 1.0, y: 0.0, side: 0.0 },
        ] {
            let (left, top, side) = crop.pixels(300, 100);
            assert!(left + side <= 300 && top + side <= 100 && side >= 1, "{crop:?}");
        }
        let right = Crop { x: 1.0, y: 0.5, side: 1.0 };
        assert_eq!(right.pixels(300, 100), (200, 0, 100));
        let (file, _) = portrait(&picture, right).unwrap();
        let read = image::load_from_memory(&file).unwrap().to_rgb8();
        assert_eq!(read.dimensions(), (100, 100));
        assert!(read.get_pixel(50, 50).0[0].abs_diff(200) < 8);
        assert!(portrait(&RgbImage::new(0, 0), Crop::default()).is_err());
    }

    #[test]
    fn a_large_photograph_is_shrunk() {
        let (_, small) = portrait(&RgbImage::new(2000, 1500), Crop::default()).unwrap();
        assert_eq!(small.dimensions(), (PORTRAIT_SIDE, PORTRAIT_SIDE));
    }
}
