//! Shrinking in linear light, the colour of a card, and PNG for the clipboard.

use std::sync::LazyLock;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{
    FilterType, PixelComponentMapper, PixelType, ResizeAlg, ResizeOptions, Resizer, create_srgb_mapper,
};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbImage, RgbaImage};

use super::{Format, Limits, ScanError};

/// Above this many pixels a picture is first halved in its own values, so that the linear copy stays under 150 MB.
const MAX_LINEAR_PIXELS: u64 = 24_000_000;

/// Tables between sRGB and linear light. Computing them takes longer than shrinking a small picture.
static SRGB: LazyLock<PixelComponentMapper> = LazyLock::new(create_srgb_mapper);

/// Returns `image` shrunk so that its longer side is `max_side` pixels, opaque, ready for a texture.
///
/// A smaller picture keeps its size: enlarging adds nothing. Averages are taken in linear light, so fine print keeps its
/// weight. Never fails: should the fast path refuse a size, the slower one of the `image` crate does the work.
pub fn thumbnail(image: &RgbImage, max_side: u32) -> RgbaImage {
    let max_side = max_side.max(1);
    if image.width().max(image.height()) <= max_side {
        opaque(image)
    } else {
        opaque(&shrink_to(image, max_side))
    }
}

/// Returns a larger `image` shrunk so that its longer side is `side` pixels; see [`thumbnail`].
pub(super) fn shrink_to(image: &RgbImage, side: u32) -> RgbImage {
    let target = fit(image.dimensions(), side);
    shrink(image, target).unwrap_or_else(|| {
        image::imageops::resize(image, target.0, target.1, image::imageops::FilterType::Triangle)
    })
}

/// The size with the longer side at most `max_side` and the proportions kept, each side at least one pixel.
fn fit((width, height): (u32, u32), max_side: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= max_side {
        return (width, height);
    }
    let scaled = |side: u32| {
        let rounded = (u64::from(side) * u64::from(max_side) + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(rounded).unwrap_or(max_side).max(1)
    };
    (scaled(width), scaled(height))
}

fn shrink(image: &RgbImage, target: (u32, u32)) -> Option<RgbImage> {
    let pixels = u64::from(image.width()) * u64::from(image.height());
    if pixels > MAX_LINEAR_PIXELS {
        let half = (image.width().div_ceil(2).max(target.0), image.height().div_ceil(2).max(target.1));
        let view = ImageRef::new(image.width(), image.height(), image.as_raw(), PixelType::U8x3).ok()?;
        let mut halved = Image::new(half.0, half.1, PixelType::U8x3);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Box));
        Resizer::new().resize(&view, &mut halved, &options).ok()?;
        return linear_resize(&halved, target);
    }
    let view = ImageRef::new(image.width(), image.height(), image.as_raw(), PixelType::U8x3).ok()?;
    linear_resize(&view, target)
}

fn linear_resize(
    view: &impl fast_image_resize::IntoImageView,
    (width, height): (u32, u32),
) -> Option<RgbImage> {
    let mapper = &*SRGB;
    let mut linear = Image::new(view.width(), view.height(), PixelType::U16x3);
    mapper.forward_map(view, &mut linear).ok()?;
    let mut small = Image::new(width, height, PixelType::U16x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Hamming));
    Resizer::new().resize(&linear, &mut small, &options).ok()?;
    let mut shown = Image::new(width, height, PixelType::U8x3);
    mapper.backward_map(&small, &mut shown).ok()?;
    RgbImage::from_raw(width, height, shown.into_vec())
}

/// Adds an alpha channel of 255 everywhere.
pub fn opaque(image: &RgbImage) -> RgbaImage {
    let mut rgba = RgbaImage::new(image.width(), image.height());
    for (to, from) in rgba.pixels_mut().zip(image.pixels()) {
        let [red, green, blue] = from.0;
        to.0 = [red, green, blue, 255];
    }
    rgba
}

/// Returns the colour that covers most of the picture, as sRGB bytes; white for a picture without pixels.
///
/// Meant for a small thumbnail. Colours are gathered in 16³ boxes and the fullest box gives its mean, so that a white
/// card with black print is white and not grey. On a tie the darker box wins, always the same one.
pub fn dominant_colour(image: &RgbImage) -> [u8; 3] {
    let mut boxes = vec![[0_u64; 4]; 16 * 16 * 16];
    for pixel in image.pixels() {
        let [red, green, blue] = pixel.0;
        let place = (usize::from(red >> 4) << 8) | (usize::from(green >> 4) << 4) | usize::from(blue >> 4);
        let sums = &mut boxes[place];
        sums[0] += 1;
        sums[1] += u64::from(red);
        sums[2] += u64::from(green);
        sums[3] += u64::from(blue);
    }
    let mut fullest = [0_u64; 4];
    for sums in boxes {
        if sums[0] > fullest[0] {
            fullest = sums;
        }
    }
    let [count, red, green, blue] = fullest;
    // A mean of bytes is a byte.
    let mean = |sum: u64| sum.checked_div(count).map_or(255, |mean| mean.min(255) as u8);
    [mean(red), mean(green), mean(blue)]
}

/// Writes a picture as a JPEG of good quality: the form in which thumbnails are kept on the disk.
///
/// Measured on a noisy scan of 1024 × 585: JPEG 8–13 ms and 93–135 KiB, read in 2.8–4 ms; QOI 3 ms, 804 KiB, 1.5 ms;
/// raw with LZ4 4 ms, 1041 KiB, 1 ms; PNG 4 ms, 863 KiB, 5 ms. Ten thousand cards have to fit.
///
/// # Errors
/// [`ScanError::NoPixels`] for an empty picture, and [`ScanError::Unreadable`] for one that no JPEG can hold.
pub fn encode_jpeg(image: &RgbImage) -> Result<Vec<u8>, ScanError> {
    if image.as_raw().is_empty() {
        return Err(ScanError::NoPixels);
    }
    let mut jpeg = Vec::with_capacity(image.as_raw().len() / 8);
    JpegEncoder::new_with_quality(&mut jpeg, 88)
        .encode_image(image)
        .map_err(|error| ScanError::Unreadable { format: Format::Jpeg, detail: error.to_string() })?;
    Ok(jpeg)
}

/// Writes raw pixels (four bytes each, rows from the top) as a PNG, the form in which a clipboard picture is kept.
///
/// # Errors
/// [`ScanError::NoPixels`] for an empty picture, [`ScanError::TooManyPixels`] over the limits, and
/// [`ScanError::Unreadable`] when `rgba` has not exactly `width × height × 4` bytes.
pub fn encode_png(rgba: &[u8], width: u32, height: u32, limits: &Limits) -> Result<Vec<u8>, ScanError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(ScanError::NoPixels);
    }
    if pixels > limits.max_pixels || width.max(height) > limits.max_side {
        return Err(ScanError::TooManyPixels { width, height, limit: limits.max_pixels });
    }
    let format = Format::Png;
    if rgba.len() as u64 != pixels * 4 {
        let detail = format!("{} bytes for {width} × {height} pixels", rgba.len());
        return Err(ScanError::Unreadable { format, detail });
    }
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, PngFilter::Adaptive)
        .write_image(rgba, width, height, ExtendedColorType::Rgba8)
        .map_err(|error| ScanError::Unreadable { format, detail: error.to_string() })?;
    Ok(png)
}
