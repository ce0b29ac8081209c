//! From a drawing to pixels, and to letters as outlines: with the fonts of the program, so that both are the same on every
//! machine.

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use super::Drawing;
use crate::text::fonts;

/// The longest side of a picture, in pixels.
pub const LONGEST: u32 = 12_000;
/// Pixels of a picture at most: four bytes each.
pub const MOST_PIXELS: u64 = 64 << 20;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The user stopped it.
    #[error("stopped")]
    Stopped,
    /// It would have this many pixels, and that is too many.
    #[error("{0} × {1} pixels are too many")]
    TooLarge(u32, u32),
    /// The drawing cannot be read or packed: a defect of this module.
    #[error("{0}")]
    Drawing(String),
}

fn options() -> usvg::Options<'static> {
    let mut database = usvg::fontdb::Database::new();
    for data in fonts::LETTERS.into_iter().chain([fonts::EMOJI]) {
        database.load_font_source(usvg::fontdb::Source::Binary(Arc::new(data)));
    }
    usvg::Options {
        font_family: "Inter".to_owned(),
        fontdb: Arc::new(database),
        // The drawing refers to no other file.
        resources_dir: None,
        ..usvg::Options::default()
    }
}

fn tree(svg: &str, options: &usvg::Options<'_>) -> Result<usvg::Tree, PictureError> {
    usvg::Tree::from_str(svg, options).map_err(|error| PictureError::Drawing(error.to_string()))
}

/// Returns the drawing as PNG, with so many pixels for each point. `progress` gets how much of how much is done and
/// returns whether to go on.
///
/// # Errors
/// When it would be too large, or `progress` says stop.
pub fn png(
    drawing: &Drawing,
    scale: f32,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Vec<u8>, PictureError> {
    let [width, height] = drawing.size.map(|side| (side * scale).round().clamp(1.0, 1e6) as u32);
    if width.max(height) > LONGEST || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::TooLarge(width, height));
    }
    let mut pixels = tiny_skia::Pixmap::new(width, height).ok_or(PictureError::TooLarge(width, height))?;
    let options = options();
    let total = drawing.pieces() as u64 + 1;
    for place in 0..drawing.pieces() {
        if !progress(place as u64, total) {
            return Err(PictureError::Stopped);
        }
        let tree = tree(&drawing.piece(place), &options)?;
        let fit = tiny_skia::Transform::from_scale(
            width as f32 / tree.size().width(),
            height as f32 / tree.size().height(),
        );
        resvg::render(&tree, fit, &mut pixels.as_mut());
    }
    if !progress(total - 1, total) {
        return Err(PictureError::Stopped);
    }
    pixels.encode_png().map_err(|error| PictureError::Drawing(error.to_string()))
}

/// Returns the drawing as SVG whose letters are outlines: it looks the same in every program, and becomes a PDF without
/// any font.
///
/// # Errors
/// When `progress` says stop.
pub fn outlined(
    drawing: &Drawing,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<String, PictureError> {
    let options = options();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&drawing.head());
    let total = drawing.pieces() as u64;
    for place in 0..drawing.pieces() {
        if !progress(place as u64, total) {
            return Err(PictureError::Stopped);
        }
        let written = tree(&drawing.piece(place), &options)?.to_string(&usvg::WriteOptions {
            id_prefix: Some(format!("p{place}-")),
            coordinates_precision: 3,
            transforms_precision: 5,
            indent: usvg::Indent::None,
            ..usvg::WriteOptions::default()
        });
        // A picture in a picture keeps its own units.
        let inner = written.find("<svg").map_or("", |start| &written[start..]);
        out.push_str(inner.trim_end());
        out.push('\n');
    }
    out.push_str("</svg>\n");
    Ok(out)
}
