//! From the bytes of a picture to upright pixels, facts and thumbnails, and to a picture that may be handed on.
//!
//! Owns: what counts as a picture, how large one may be, how it is turned upright and shrunk, where print is in it and how
//! it is covered.
//! Must not know: files, the book, the window. Bytes come in, values go out; a reader of print is a program of its own.
//! Start reading at [`probe`] (header only) and [`decode`] (pixels), or at [`cover`]; [`ScanError`] says what can be wrong.
//!
//! The bytes of a card picture are never changed: what is decoded here is only ever shown.
//!
//! Invariant: no input makes this module panic (`tests::random_bytes_never_panic`).
//! Invariant: a picture over the limits is refused before memory for its pixels is asked for
//! (`tests::a_header_that_claims_too_many_pixels_is_refused`).
//! Invariant: what [`decode`] returns has the upright size that [`probe`] announced
//! (`tests::every_exif_orientation_comes_out_upright`), and what [`thumbnails`] makes has its proportions.

mod format;
mod error;
mod decode;
mod photo;
mod thumbnail;
mod sizes;
mod portrait;
mod lines;
pub mod tesseract;
pub mod cover;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod samples;

pub use decode::{Facts, Limits, decode, probe};
pub use error::ScanError;
pub use format::{Format, LooksLike, looks_like, sniff};
pub use image::{Rgb, RgbImage, RgbaImage};
pub use lines::{Area, LOOKED_AT};
pub use portrait::{Crop, PORTRAIT_SIDE, SMALLEST_CROP, portrait};
pub use sizes::{
    LARGE_SIDE, MEDIUM_SIDE, SMALL_SIDE, ThumbnailSet, ThumbnailSize, one_thumbnail, reduce, thumbnails,
};
pub use tesseract::Tesseract;
pub use thumbnail::{dominant_colour, encode_jpeg, encode_png, opaque, thumbnail};
