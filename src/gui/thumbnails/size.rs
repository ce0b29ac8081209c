//! The sizes in which pictures become textures.

use std::borrow::Cow;

use crate::scan::{self, RgbImage};

/// Longer side of the tiny one in pixels: faces in lists, cards in a line of Today, the network from afar.
const TINY_SIDE: u32 = 64;

/// A size in which a picture is a texture. Each is drawn at about half its length or more, so that it needs no smaller images
/// for distance; those cost a third more memory, and half a second of every start where the processor draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThumbnailSize {
    /// Longer side about 64 px, made of the small one each time that it is asked for.
    Tiny,
    /// Longer side about 256 px.
    Small,
    /// Longer side about 512 px.
    Medium,
    /// Longer side about 1024 px.
    Large,
}

impl ThumbnailSize {
    /// All sizes, the smallest first.
    pub const ALL: [Self; 4] = [Self::Tiny, Self::Small, Self::Medium, Self::Large];

    /// Longer side in pixels; a picture may have an eighth more or less.
    pub const fn side(self) -> u32 {
        match self {
            Self::Tiny => TINY_SIDE,
            _ => self.kept().side(),
        }
    }

    /// The size of the files from which it is made.
    pub const fn kept(self) -> scan::ThumbnailSize {
        match self {
            Self::Tiny | Self::Small => scan::ThumbnailSize::Small,
            Self::Medium => scan::ThumbnailSize::Medium,
            Self::Large => scan::ThumbnailSize::Large,
        }
    }

    /// Returns the size that is sharp for a picture whose longer side is drawn this many points long.
    pub fn for_width(points: f32, pixels_per_point: f32) -> Self {
        let pixels = points * pixels_per_point;
        // A sixth of enlargement is not seen; one size more is four times the memory.
        Self::ALL.into_iter().find(|size| pixels <= size.side() as f32 * 1.15).unwrap_or(Self::Large)
    }

    /// Returns the smallest size that shows as much of a picture of this width and height as `self` does: see
    /// [`scan::ThumbnailSize::of_picture`].
    #[must_use]
    pub fn of_picture(self, width: u32, height: u32) -> Self {
        match self {
            Self::Tiny => Self::Tiny,
            _ => match self.kept().of_picture(width, height) {
                scan::ThumbnailSize::Small => Self::Small,
                scan::ThumbnailSize::Medium => Self::Medium,
                scan::ThumbnailSize::Large => Self::Large,
            },
        }
    }

    /// Makes this size of the one that is kept.
    pub(super) fn of_kept(self, image: &RgbImage) -> Cow<'_, RgbImage> {
        match self {
            Self::Tiny => scan::reduce(image, TINY_SIDE),
            _ => Cow::Borrowed(image),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_chosen_by_what_is_seen() {
        for (points, density, expected) in [
            (40.0, 1.0, ThumbnailSize::Tiny),
            (40.0, 2.0, ThumbnailSize::Small),
            (230.0, 1.0, ThumbnailSize::Small),
            (290.0, 1.0, ThumbnailSize::Small),
            (300.0, 1.0, ThumbnailSize::Medium),
            (180.0, 2.0, ThumbnailSize::Medium),
            (330.0, 2.0, ThumbnailSize::Large),
            (5_000.0, 3.0, ThumbnailSize::Large),
        ] {
            assert_eq!(ThumbnailSize::for_width(points, density), expected, "{points} × {density}");
        }
    }

    #[test]
    fn a_tiny_picture_is_made_of_the_small_one() {
        let small = RgbImage::from_pixel(256, 146, scan::Rgb([20, 90, 200]));
        let tiny = ThumbnailSize::Tiny.of_kept(&small);
        assert_eq!(tiny.dimensions(), (64, 36));
        assert_eq!(tiny.get_pixel(30, 20).0, [20, 90, 200]);
        assert!(matches!(ThumbnailSize::Small.of_kept(&small), Cow::Borrowed(_)));
        // One that is smaller than that stays.
        let dot = RgbImage::from_pixel(9, 5, scan::Rgb([1, 2, 3]));
        assert_eq!(ThumbnailSize::Tiny.of_kept(&dot).dimensions(), (9, 5));
    }
}
