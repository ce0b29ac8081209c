//! Reading a picture's header and pixels, within limits, upright and opaque.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage};

use super::photo;
use super::{Format, ScanError, looks_like, sniff};

/// How large a picture may be. Checked against the header, before memory for pixels is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub max_bytes: u64,
    /// Most pixels, width × height.
    pub max_pixels: u64,
    /// Longest side, in pixels.
    pub max_side: u32,
    /// Most memory that the decoded picture may take in the decoder's own form, in bytes.
    pub max_alloc: u64,
}

impl Default for Limits {
    /// 64 MiB, 80 megapixels, 20,000 pixels a side, 512 MiB: room for any phone's photo and for an A4 page at 600 dpi.
    fn default() -> Self {
        Self { max_bytes: 64 << 20, max_pixels: 80_000_000, max_side: 20_000, max_alloc: 512 << 20 }
    }
}

impl Limits {
    /// Refuses a file of `bytes` bytes when it is empty or too large. Needs only the file's metadata.
    pub fn check_bytes(&self, bytes: u64) -> Result<(), ScanError> {
        if bytes == 0 {
            Err(ScanError::Empty)
        } else if bytes > self.max_bytes {
            Err(ScanError::TooManyBytes { bytes, limit: self.max_bytes })
        } else {
            Ok(())
        }
    }

    /// Refuses a picture whose decoded form of `total_bytes` bytes would be too large.
    fn check_pixels(&self, (width, height): (u32, u32), total_bytes: u64) -> Result<(), ScanError> {
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 {
            return Err(ScanError::NoPixels);
        }
        let too_large =
            pixels > self.max_pixels || width.max(height) > self.max_side || total_bytes > self.max_alloc;
        if too_large {
            return Err(ScanError::TooManyPixels { width, height, limit: self.max_pixels });
        }
        Ok(())
    }
}

/// What the header of a picture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The format by content.
    pub format: Format,
    /// Width as stored, in pixels.
    pub width: u32,
    /// Height as stored, in pixels.
    pub height: u32,
    /// EXIF orientation, 1 to 8 (Exif 3.0 §4.6.5, tag 0x0112); 1 when absent or unreadable.
    pub orientation: u8,
    /// Width when held upright, in pixels: what the user sees.
    pub upright_width: u32,
    /// Height when held upright, in pixels.
    pub upright_height: u32,
}

impl Facts {
    /// Width divided by height, upright. A Japanese card is 91 × 55 mm: 1.65.
    pub fn aspect(&self) -> f32 {
        self.upright_width as f32 / self.upright_height as f32
    }

    fn new(format: Format, (width, height): (u32, u32), orientation: Orientation) -> Self {
        let exif = orientation.to_exif();
        let (upright_width, upright_height) = if exif >= 5 { (height, width) } else { (width, height) };
        Self { format, width, height, orientation: exif, upright_width, upright_height }
    }
}

/// Reads the facts from the header alone, within the default [`Limits`].
///
/// A picture that passes may still be damaged further on: only [`decode`] reads the pixels.
pub fn probe(bytes: &[u8]) -> Result<Facts, ScanError> {
    let limits = Limits::default();
    let format = recognise(bytes, &limits)?;
    contained(format, || open(bytes, format, &limits).map(|(_, facts)| facts))
}

/// Decodes the pixels: upright by EXIF, 8 bits a channel, opaque (transparent parts over white), colour profile ignored.
///
/// Of an animation the first frame counts, of a TIFF with several pages the first page.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<RgbImage, ScanError> {
    let format = recognise(bytes, limits)?;
    if format == Format::Jpeg && !jpeg_is_complete(bytes) {
        // The decoder would fill the missing part with grey and say nothing.
        return Err(ScanError::Truncated { format });
    }
    contained(format, || {
        let (decoder, facts) = open(bytes, format, limits)?;
        let mut image = DynamicImage::from_decoder(decoder).map_err(|e| translate(bytes, format, &e))?;
        if let Some(orientation) = Orientation::from_exif(facts.orientation) {
            image.apply_orientation(orientation);
        }
        Ok(flatten(image))
    })
}

/// As [`decode`], but only as large as is needed for a longer side of about `side` pixels where the format lets one
/// leave something out: a large JPEG comes at a half, a quarter or an eighth of its size.
///
/// # Errors
/// As [`decode`].
pub(super) fn decode_reduced(bytes: &[u8], limits: &Limits, side: u32) -> Result<RgbImage, ScanError> {
    let format = recognise(bytes, limits)?;
    if format != Format::Jpeg || !jpeg_is_complete(bytes) {
        return decode(bytes, limits);
    }
    let facts = contained(format, || open(bytes, format, limits).map(|(_, facts)| facts))?;
    let reduced = contained(format, || Ok(photo::decode_reduced(bytes, &facts, side)));
    // Whatever the faster way did not like, the general one may read or explain.
    let Ok(Some(image)) = reduced else { return decode(bytes, limits) };
    let mut image = DynamicImage::from(image);
    if let Some(orientation) = Orientation::from_exif(facts.orientation) {
        image.apply_orientation(orientation);
    }
    Ok(image.into_rgb8())
}

fn recognise(bytes: &[u8], limits: &Limits) -> Result<Format, ScanError> {
    limits.check_bytes(bytes.len() as u64)?;
    sniff(bytes).ok_or_else(|| ScanError::NotAnImage { looks_like: looks_like(bytes) })
}

/// Opens the decoder and checks the header against the limits.
///
/// The crate's own limits bound what a decoder asks for while working, but not the picture that `from_decoder` makes
/// from it (a WebP of 10 KB took 1.75 GB), hence the check of `total_bytes` here.
fn open<'a>(
    bytes: &'a [u8],
    format: Format,
    limits: &Limits,
) -> Result<(impl ImageDecoder + 'a, Facts), ScanError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.codec());
    let mut inner = image::Limits::default();
    inner.max_alloc = Some(limits.max_alloc);
    reader.limits(inner);
    let mut decoder = reader.into_decoder().map_err(|e| translate(bytes, format, &e))?;
    let size = decoder.dimensions();
    limits.check_pixels(size, decoder.total_bytes())?;
    // A picture with unreadable EXIF is still a picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((decoder, Facts::new(format, size, orientation)))
}

/// Turns a panic of a decoder (some odd TIFFs do) into an error.
fn contained<T>(format: Format, work: impl FnOnce() -> Result<T, ScanError>) -> Result<T, ScanError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(ScanError::Unreadable { format, detail: "the decoder gave up".to_owned() }))
}

fn translate(bytes: &[u8], format: Format, error: &ImageError) -> ScanError {
    if let ImageError::Unsupported(unsupported) = error {
        return ScanError::Unsupported { format, detail: unsupported.to_string() };
    }
    if ends_early(error) || (format == Format::WebP && riff_is_cut(bytes)) {
        return ScanError::Truncated { format };
    }
    ScanError::Unreadable { format, detail: error.to_string() }
}

/// True when the chain of causes holds an "unexpected end of file".
fn ends_early(error: &ImageError) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(this) = cause {
        if let Some(io) = this.downcast_ref::<std::io::Error>() {
            return io.kind() == std::io::ErrorKind::UnexpectedEof;
        }
        if let Some(ImageError::IoError(io)) = this.downcast_ref::<ImageError>() {
            return io.kind() == std::io::ErrorKind::UnexpectedEof;
        }
        cause = this.source();
    }
    false
}

fn riff_is_cut(bytes: &[u8]) -> bool {
    let announced = bytes.get(4..8).and_then(|four| <[u8; 4]>::try_from(four).ok()).map(u32::from_le_bytes);
    announced.is_some_and(|length| u64::from(length) + 8 > bytes.len() as u64)
}

/// True when the end marker follows the first scan (ITU-T T.81 §B.2.1).
///
/// Segments before the scan are stepped over, since an embedded preview has an end marker of its own. Within the scan a
/// 0xFF byte is always stuffed or a marker, so 0xFF 0xD9 can only be the end.
fn jpeg_is_complete(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let (Some(&mark), Some(&kind)) = (bytes.get(at), bytes.get(at + 1)) else { return false };
        match (mark, kind) {
            // Padding, standalone markers, or stray bytes between segments: step on.
            (0xFF, 0xFF) => at += 1,
            (0xFF, 0x01 | 0xD0..=0xD8) => at += 2,
            (0xFF, 0xD9) => return true,
            (0xFF, 0xDA) => return bytes[at + 2..].windows(2).any(|pair| pair == [0xFF, 0xD9]),
            (0xFF, _) => {
                let (Some(&high), Some(&low)) = (bytes.get(at + 2), bytes.get(at + 3)) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([high, low])).max(2);
            }
            _ => at += 1,
        }
    }
}

/// Makes the picture 8-bit and opaque. Transparent parts show white, as paper would.
fn flatten(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let rgba = image.into_rgba8();
    let mut opaque = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in opaque.pixels_mut().zip(rgba.pixels()) {
        let [red, green, blue, alpha] = from.0;
        let over_white = |channel: u8| {
            let alpha = u32::from(alpha);
            // At most 255, since it is a weighted mean of two bytes.
            ((u32::from(channel) * alpha + 255 * (255 - alpha) + 127) / 255) as u8
        };
        to.0 = [over_white(red), over_white(green), over_white(blue)];
    }
    opaque
}
