//! From the bytes of a picture to upright pixels, facts and thumbnails.
//!
//! Owns: what counts as a picture, how large one may be, how it is turned upright and shrunk.
//! Must not know: files, threads, the book, the window. Bytes come in, values go out.
//! Start reading at [`probe`] (header only) and [`decode`] (pixels); [`ScanError`] says what can be wrong.
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
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod samples;

pub use decode::{Facts, Limits, decode, probe};
pub use error::ScanError;
pub use format::{Format, LooksLike, looks_like, sniff};
pub use image::{Rgb, RgbImage, RgbaImage};
pub use portrait::{Crop, PORTRAIT_SIDE, SMALLEST_CROP, portrait};
pub use sizes::{
    LARGE_SIDE, MEDIUM_SIDE, SMALL_SIDE, ThumbnailSet, ThumbnailSize, one_thumbnail, reduce, thumbnails,
};
pub use thumbnail::{dominant_colour, encode_jpeg, encode_png, opaque, thumbnail};
