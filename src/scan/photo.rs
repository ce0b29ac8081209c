//! Decoding a large JPEG at a half, a quarter or an eighth of its size.
//!
//! A photo of 12 megapixels is shown at a twelfth of them. The inverse cosine transform can leave out what is not
//! wanted: a quarter of the size takes 36 ms where all of it takes 83 (`benches/thumbnails.rs`). No Rust decoder does
//! it as fast (jpeg-decoder 47 ms), so this one job is libjpeg-turbo's, which browsers use for the same. The
//! header was checked against the limits before, and whatever is unusual is left to the general decoder.

use image::RgbImage;

use super::Facts;
use super::sizes::LEAST;

/// Returns the picture as it is stored, not turned upright, with the longer side as small as it can be and at least
/// nine tenths of `side`; nothing when it is not large enough for that, or not of the usual kind.
///
/// May panic where the library gives up: call it where panics are contained.
pub(super) fn decode_reduced(bytes: &[u8], facts: &Facts, side: u32) -> Option<RgbImage> {
    let longer = facts.width.max(facts.height);
    let eighths =
        [1_u8, 2, 4].into_iter().find(|eighths| longer * u32::from(*eighths) / 8 >= LEAST.of(side))?;
    let mut reading = mozjpeg::Decompress::builder().from_mem(bytes).ok()?;
    // What else there is, CMYK and the like, is left to the decoder that knows it.
    let usual = matches!(
        reading.color_space(),
        mozjpeg::ColorSpace::JCS_YCbCr | mozjpeg::ColorSpace::JCS_GRAYSCALE | mozjpeg::ColorSpace::JCS_RGB
    );
    if !usual || reading.size() != (facts.width as usize, facts.height as usize) {
        return None;
    }
    reading.scale(eighths);
    let mut reading = reading.rgb().ok()?;
    let size = [reading.width(), reading.height()].map(|side| u32::try_from(side).ok());
    let [Some(width), Some(height)] = size else { return None };
    let pixels = reading.read_scanlines::<u8>().ok()?;
    reading.finish().ok()?;
    RgbImage::from_raw(width, height, pixels)
}
