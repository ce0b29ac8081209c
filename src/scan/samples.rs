//! Small pictures that tests draw for themselves. Used by the tests of `scan` and `jobs`.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::Format;

/// Four flat quarters: red, green over blue, yellow. No two turns of it look alike.
pub(crate) fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([220, 20, 20]),
        (false, true) => Rgb([20, 200, 20]),
        (true, false) => Rgb([20, 20, 220]),
        (false, false) => Rgb([230, 220, 20]),
    })
}

/// `image` as a file of `format`.
pub(crate) fn encode(image: impl Into<DynamicImage>, format: Format) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let codec: ImageFormat = format.codec();
    image.into().write_to(&mut bytes, codec).unwrap();
    bytes.into_inner()
}

/// Puts an APP1 segment with nothing but the EXIF orientation behind the start marker of a JPEG.
pub(crate) fn with_exif_orientation(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend(orientation.to_be_bytes());
    exif.extend([0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap();
    let mut out = jpeg[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend(length.to_be_bytes());
    out.extend(exif);
    out.extend(&jpeg[2..]);
    out
}

/// `upright` stored in such a way that `orientation` turns it back.
pub(crate) fn stored_for(upright: &RgbImage, orientation: u16) -> RgbImage {
    use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
    match orientation {
        2 => flip_horizontal(upright),
        3 => rotate180(upright),
        4 => flip_vertical(upright),
        5 => flip_horizontal(&rotate90(upright)),
        6 => rotate270(upright),
        7 => flip_horizontal(&rotate270(upright)),
        8 => rotate90(upright),
        _ => upright.clone(),
    }
}

/// A PNG whose header claims a size and whose data is missing. The header's checksum is right.
pub(crate) fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1A\n\0\0\0\x0D".to_vec();
    png.extend(&header);
    png.extend(crc32(&header).to_be_bytes());
    for (name, data) in [(b"IDAT", &b"\x78\x9C\x03\0\0\0\0\x01"[..]), (b"IEND", &b""[..])] {
        let mut chunk = name.to_vec();
        chunk.extend(data);
        png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        png.extend(&chunk);
        png.extend(crc32(&chunk).to_be_bytes());
    }
    png
}

/// A lossless WebP of a few bytes that claims almost the largest size the format can say: 16,383 × 16,383.
pub(crate) fn webp_bomb() -> Vec<u8> {
    let mut data = vec![0x2F, 0xFE, 0xBF, 0xFF, 0x0F];
    data.extend([0; 11]);
    let mut webp = b"RIFF".to_vec();
    webp.extend(u32::try_from(data.len() + 12).unwrap().to_le_bytes());
    webp.extend(b"WEBPVP8L");
    webp.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    webp.extend(data);
    webp
}

/// A GIF with a screen of 8 × 8 and no frame on it.
pub(crate) fn gif_without_frames() -> Vec<u8> {
    b"GIF89a\x08\0\x08\0\x80\0\0\0\0\0\xFF\xFF\xFF\x3B".to_vec()
}

/// CRC-32 as PNG uses it (ISO 3309), the slow way.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}
