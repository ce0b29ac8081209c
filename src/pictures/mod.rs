//! From a picture of the book to something that can be shown: out of the cache, or from the original.
//!
//! Owns the rules which thumbnails are kept on the disk and when an original counts as gone. Must not know threads or
//! textures: whoever calls is on a worker. Start reading at [`Pictures::load`]; the files are those of [`Cache`].
//!
//! Invariant: no picture of an encrypted book is kept outside its folder
//! (`tests::nothing_of_an_encrypted_book_is_kept`, `app_images::thumbnails_of_an_encrypted_book_stay_in_memory`).
//! Invariant: a thumbnail is kept under the hash of what it was made from
//! (`tests::an_altered_original_is_not_shown_and_not_kept`).

mod cache;
mod entry;
#[cfg(test)]
mod tests;

use std::io;
use std::time::SystemTime;

pub use cache::{Cache, Cleaned, DEFAULT_LIMIT};
pub use entry::Kept;

use crate::model::Attachment;
use crate::scan::{
    Limits, RgbImage, ThumbnailSet, ThumbnailSize, dominant_colour, one_thumbnail, thumbnails,
};
use crate::store::{AttachmentError, AttachmentProblem, Attachments, FileState};

/// A JPEG no longer than this, and not much larger than a thumbnail, is decoded as fast as the thumbnail, in bytes.
const QUICK: u64 = 512 << 10;

/// The pictures of a book, and where thumbnails of them may be kept.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// The originals.
    pub originals: Attachments,
    /// The thumbnails on the disk; `None` keeps none.
    pub cache: Option<Cache>,
}

/// A picture for the screen.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Upright and opaque, about as large as was asked for.
    pub image: RgbImage,
    /// The colour that covers most of it.
    pub colour: [u8; 3],
    /// All sizes, when the original was decoded and some of them are worth keeping: see [`Pictures::keep`].
    pub fresh: Option<ThumbnailSet>,
}

/// Why a picture cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The file is not there.
    Missing,
    /// The file is there and holds something else than came in.
    Altered,
    /// The file is what came in, and cannot be read or decoded.
    Unreadable,
}

impl Pictures {
    /// Returns a picture in a size. `now` is when it was wanted.
    ///
    /// # Errors
    /// When the original is gone, altered or not readable: also when a thumbnail of it is still there, since the user
    /// should know.
    pub fn load(
        &self,
        picture: &Attachment,
        size: ThumbnailSize,
        now: SystemTime,
    ) -> Result<Loaded, Trouble> {
        match self.originals.state(picture) {
            FileState::Present => {}
            FileState::Missing => return Err(Trouble::Missing),
            FileState::Changed => return Err(Trouble::Altered),
        }
        let size = size.of_picture(picture.width, picture.height);
        let cache = self.cache.as_ref().filter(|_| self.originals.key().is_none());
        if let Some(cache) = cache.filter(|_| is_worth_keeping(picture, size))
            && let Some(Kept { image, colour }) = cache.load(&picture.hash, size, now)
        {
            return Ok(Loaded { image, colour, fresh: None });
        }
        let limits = Limits::default();
        let bytes = self.originals.read(picture, limits.max_bytes).map_err(|error| trouble(&error))?;
        if blake3::hash(&bytes).to_hex().as_str() != picture.hash {
            return Err(Trouble::Altered);
        }
        let undecodable = |_| Trouble::Unreadable;
        if cache.is_none() {
            let image = one_thumbnail(&bytes, &limits, size.side()).map_err(undecodable)?;
            // The sums of a large picture cost more than its decoding; the book knows the colour of most.
            let colour = if picture.colour == [0; 3] { dominant_colour(&image) } else { picture.colour };
            return Ok(Loaded { image, colour, fresh: None });
        }
        let set = thumbnails(&bytes, &limits).map_err(undecodable)?;
        let image = set.get(size).ok_or(Trouble::Unreadable)?.clone();
        let lacks = !cache.is_some_and(|cache| cache.has(&picture.hash, |size| is_kept(picture, size)));
        Ok(Loaded { image, colour: set.colour, fresh: lacks.then_some(set) })
    }

    /// Keeps thumbnails of a picture on the disk; returns how many bytes that took. Nothing happens without a cache or
    /// when the book is encrypted by now.
    ///
    /// # Errors
    /// The system's, such as a full disk; the thumbnails are made anew the next time.
    pub fn keep(&self, picture: &Attachment, set: &ThumbnailSet) -> io::Result<u64> {
        let Some(cache) = &self.cache else { return Ok(0) };
        let store = || cache.store(&picture.hash, set, |size| is_kept(picture, size));
        self.originals.while_plain(store).unwrap_or(Ok(0))
    }

    /// Removes the thumbnails of all these pictures, and of all files in the folder of the book: it was encrypted. Returns how
    /// many files.
    pub fn forget<'a>(&self, pictures: impl IntoIterator<Item = &'a str>) -> usize {
        let Some(cache) = &self.cache else { return 0 };
        let mut hashes = self.originals.hashes_in_folder();
        hashes.extend(pictures.into_iter().map(str::to_owned));
        cache.forget(hashes.iter().map(String::as_str))
    }
}

/// Whether reading the thumbnail is quicker than decoding the original: most scans are hardly larger than their large
/// thumbnail, and keeping those would fill the disk for nothing.
fn is_worth_keeping(picture: &Attachment, size: ThumbnailSize) -> bool {
    let longer = picture.width.max(picture.height);
    let quick = picture.extension == "jpg" && picture.bytes <= QUICK && longer <= size.side() / 4 * 5;
    !quick || longer == 0
}

/// Whether a size of a picture is one of those on the disk.
fn is_kept(picture: &Attachment, size: ThumbnailSize) -> bool {
    size.of_picture(picture.width, picture.height) == size && is_worth_keeping(picture, size)
}

fn trouble(error: &AttachmentError) -> Trouble {
    match error.problem {
        AttachmentProblem::Missing => Trouble::Missing,
        AttachmentProblem::Changed | AttachmentProblem::NotAFile => Trouble::Altered,
        _ => Trouble::Unreadable,
    }
}
