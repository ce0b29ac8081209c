//! Prints SVG text as PNG. Holds the opened fonts, because opening them costs more than a card.
//!
//! It must not know what is on a card.

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use super::{Side, draw};
use crate::demo::face::CardFace;
use crate::text::fonts;

/// Why a card could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The SVG text cannot be read.
    #[error("the drawing of a demo card is not readable: {0}")]
    Drawing(#[from] usvg::Error),
    /// The card has no size, or its picture cannot be packed.
    #[error("the picture of a demo card cannot be made: {0}")]
    Picture(String),
}

/// A printing press with its fonts in place. Make one and print many; it is cheap to share.
#[derive(Debug)]
pub struct CardPress {
    options: usvg::Options<'static>,
}

impl Default for CardPress {
    fn default() -> Self {
        Self::new()
    }
}

impl CardPress {
    /// Opens the bundled fonts.
    pub fn new() -> Self {
        let mut fonts = usvg::fontdb::Database::new();
        for data in fonts::LETTERS {
            fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(data)));
        }
        let options = usvg::Options {
            font_family: "Inter".to_owned(),
            fontdb: Arc::new(fonts),
            // A card refers to no other file.
            resources_dir: None,
            ..usvg::Options::default()
        };
        Self { options }
    }

    /// Reads SVG text with the bundled fonts.
    ///
    /// # Errors
    /// When the text is not SVG.
    pub fn read(&self, svg: &str) -> Result<usvg::Tree, PressError> {
        Ok(usvg::Tree::from_str(svg, &self.options)?)
    }

    /// Prints one side of a card as PNG at 8 pixels per millimetre.
    ///
    /// # Errors
    /// When the drawing cannot be read or packed: a defect of this module, not of the face.
    pub fn print(&self, face: &CardFace, side: Side) -> Result<Vec<u8>, PressError> {
        self.print_svg(&draw(face, side))
    }

    /// Prints one side of a card with what the book records about a picture.
    ///
    /// # Errors
    /// As [`Self::print`].
    pub fn picture(&self, face: &CardFace, side: Side) -> Result<Picture, PressError> {
        self.picture_of(&draw(face, side))
    }

    /// Prints SVG text with what the book records about a picture.
    ///
    /// # Errors
    /// As [`Self::print`].
    pub fn picture_of(&self, svg: &str) -> Result<Picture, PressError> {
        let pixels = self.paint(svg)?;
        let (width, height) = (pixels.width(), pixels.height());
        let colour = paper_colour(&pixels);
        Ok(Picture { png: pack(&pixels)?, width, height, colour })
    }

    /// Prints SVG text as PNG.
    ///
    /// # Errors
    /// When the text is not SVG, has no size, or cannot be packed.
    pub fn print_svg(&self, svg: &str) -> Result<Vec<u8>, PressError> {
        pack(&self.paint(svg)?)
    }

    fn paint(&self, svg: &str) -> Result<tiny_skia::Pixmap, PressError> {
        let tree = self.read(svg)?;
        let size = tree.size().to_int_size();
        let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height())
            .ok_or_else(|| PressError::Picture("it has no size".to_owned()))?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
        Ok(pixels)
    }
}

/// A printed card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The colour that covers most of it, as red, green, blue.
    pub colour: [u8; 3],
}

fn pack(pixels: &tiny_skia::Pixmap) -> Result<Vec<u8>, PressError> {
    pixels.encode_png().map_err(|error| PressError::Picture(error.to_string()))
}

/// Returns the colour that covers most of the card: the mean of the fullest of 16³ boxes. Every
/// seventh pixel is enough, for designs have large areas.
fn paper_colour(pixels: &tiny_skia::Pixmap) -> [u8; 3] {
    let mut boxes = std::collections::BTreeMap::<[u8; 3], [u32; 4]>::new();
    for pixel in pixels.pixels().iter().step_by(7) {
        let colour = [pixel.red(), pixel.green(), pixel.blue()];
        let sums = boxes.entry(colour.map(|part| part >> 4)).or_default();
        for (sum, part) in sums.iter_mut().zip(colour) {
            *sum += u32::from(part);
        }
        sums[3] += 1;
    }
    let fullest = boxes.values().max_by_key(|sums| sums[3]).copied().unwrap_or([255, 255, 255, 1]);
    let mean = |at: usize| u8::try_from(fullest[at] / fullest[3].max(1)).unwrap_or(u8::MAX);
    [mean(0), mean(1), mean(2)]
}
