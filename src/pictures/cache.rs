//! Thumbnails on the disk, in the system's folder for what can be made anew.
//!
//! Owns the files in that folder whose names it would give itself, and no others: it reads, replaces and removes nothing
//! else. Start reading at [`Cache::load`].
//!
//! A file is `<hash of the original>-<size>.<version>.thumb`. It is written beside its place and renamed, without waiting
//! for the disk: what a power cut damages fails its checksum and is made anew. The time of a file is when it was last
//! wanted; those not wanted for longest go first.
//!
//! Invariant: what is not a thumbnail of this program stays (`tests::only_own_files_are_removed`).
//! Invariant: files are for their owner only (`tests::thumbnails_are_for_their_owner_only`).

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use etcetera::BaseStrategy as _;

use super::entry::{Kept, LARGEST};
use crate::scan::{ThumbnailSet, ThumbnailSize};
use crate::store::durable;

/// How large the cache may become when the user says nothing, in bytes.
pub const DEFAULT_LIMIT: u64 = 1 << 30;

/// Version of the files; see [`super::entry`].
const VERSION: &str = "v1";

/// Ending of the files.
const ENDING: &str = "thumb";

/// Ending of what is being written.
const TEMPORARY: &str = "thumb-tmp";

/// A file that was wanted within this time is not marked again: most looks at the wall then write nothing.
const MARK_AFTER: Duration = Duration::from_hours(12);

/// After so long what is being written was left by a program that was killed.
const DEAD_AFTER: Duration = Duration::from_hours(1);

/// The folder of the thumbnails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
}

/// What cleaning found and did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Bytes that are kept.
    pub kept: u64,
    /// Files that are kept.
    pub files: usize,
    /// Files that were removed.
    pub removed: usize,
}

/// A file of the cache by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Own {
    /// A thumbnail of this version.
    Thumbnail,
    /// A thumbnail of another version: worthless here.
    OtherVersion,
    /// Something on its way to become one.
    Unfinished,
}

impl Cache {
    /// Returns the folder in which this system keeps what can be made anew; `None` without a home folder.
    pub fn default_folder() -> Option<PathBuf> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.cache_dir().join("cardloom").join("thumbnails"))
    }

    /// Uses a folder; it is made when the first thumbnail is kept.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, hash: &str, size: ThumbnailSize) -> Option<PathBuf> {
        is_hash(hash).then(|| self.folder.join(format!("{hash}-{}.{VERSION}.{ENDING}", size.side())))
    }

    /// Reads a thumbnail; nothing when it is not there or damaged. `now` becomes the time when it was wanted last.
    pub fn load(&self, hash: &str, size: ThumbnailSize, now: SystemTime) -> Option<Kept> {
        let path = self.path(hash, size)?;
        // A link could lead anywhere.
        let found = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let mut bytes = Vec::with_capacity(usize::try_from(found.len().min(LARGEST)).unwrap_or_default());
        File::open(&path).ok()?.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
        let kept = Kept::from_bytes(&bytes)?;
        let fresh = found.modified().is_ok_and(|time| time + MARK_AFTER > now);
        if !fresh {
            // Not marked means that it goes earlier than it should: no harm.
            drop(OpenOptions::new().write(true).open(&path).and_then(|file| file.set_modified(now)));
        }
        Some(kept)
    }

    /// Keeps the sizes of a picture that `wanted` names; returns how many bytes that took.
    ///
    /// # Errors
    /// The system's, such as a full disk. Nothing is lost: the thumbnails are made anew.
    pub fn store(
        &self,
        hash: &str,
        set: &ThumbnailSet,
        wanted: impl Fn(ThumbnailSize) -> bool,
    ) -> io::Result<u64> {
        let mut written = 0;
        for (size, image) in set.sizes().filter(|(size, _)| wanted(*size)) {
            let Some(path) = self.path(hash, size) else { break };
            let Some(bytes) = Kept::to_bytes(image, set.colour) else { continue };
            if bytes.len() as u64 > LARGEST {
                continue;
            }
            self.write(&path, &bytes)?;
            written += bytes.len() as u64;
        }
        Ok(written)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if !self.folder.is_dir() {
            durable::create_folder(&self.folder).map_err(io::Error::other)?;
        }
        // For its owner only, and removed again when anything fails.
        let mut file = tempfile::Builder::new().suffix(&format!(".{TEMPORARY}")).tempfile_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(path).map(drop).map_err(|error| error.error)
    }

    /// Whether all the sizes of a picture that `wanted` names are kept.
    pub fn has(&self, hash: &str, wanted: impl Fn(ThumbnailSize) -> bool) -> bool {
        let is_kept = |size| self.path(hash, size).is_some_and(|path| path.is_file());
        ThumbnailSize::ALL.into_iter().filter(|size| wanted(*size)).all(is_kept)
    }

    /// Removes what is kept of these pictures; returns how many files.
    pub fn forget<'a>(&self, hashes: impl IntoIterator<Item = &'a str>) -> usize {
        let hashes: std::collections::BTreeSet<&str> = hashes.into_iter().collect();
        let of_them = |name: &str| name.get(..64).is_some_and(|hash| hashes.contains(hash));
        self.own().filter(|(path, name, _)| of_them(name) && fs::remove_file(path).is_ok()).count()
    }

    /// Removes everything that is kept; returns how many files. Other files stay, and so does the folder.
    pub fn clear(&self) -> usize {
        self.own().filter(|(path, ..)| fs::remove_file(path).is_ok()).count()
    }

    /// Removes other versions, what killed programs left, and, when more than `limit` bytes are kept, those not wanted
    /// for longest until nine tenths of it are left. Asks `go_on` now and then.
    pub fn clean(&self, limit: u64, now: SystemTime, go_on: &mut dyn FnMut() -> bool) -> Cleaned {
        let mut cleaned = Cleaned::default();
        let mut kept = Vec::new();
        for (number, (path, _, own)) in self.own().enumerate() {
            if number % 256 == 0 && !go_on() {
                return cleaned;
            }
            let Ok(found) = fs::symlink_metadata(&path) else { continue };
            let wanted = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            match own {
                Own::Thumbnail => kept.push((wanted, path, found.len())),
                Own::Unfinished if wanted + DEAD_AFTER > now => {}
                Own::Unfinished | Own::OtherVersion => {
                    cleaned.removed += usize::from(fs::remove_file(&path).is_ok());
                }
            }
        }
        cleaned.kept = kept.iter().map(|(_, _, bytes)| bytes).sum();
        cleaned.files = kept.len();
        if cleaned.kept <= limit {
            return cleaned;
        }
        // By name where the times are equal, so that the same ones go everywhere.
        kept.sort_unstable();
        for (number, (_, path, bytes)) in kept.into_iter().enumerate() {
            if cleaned.kept <= limit / 10 * 9 || (number % 256 == 255 && !go_on()) {
                break;
            }
            if fs::remove_file(&path).is_ok() {
                cleaned.kept -= bytes;
                cleaned.files -= 1;
                cleaned.removed += 1;
            }
        }
        cleaned
    }

    /// The files of the folder that are this cache's.
    fn own(&self) -> impl Iterator<Item = (PathBuf, String, Own)> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries.filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let own = own(&name)?;
            entry.file_type().is_ok_and(|kind| kind.is_file()).then(|| (entry.path(), name, own))
        })
    }
}

/// Says what a file of the folder is by its name; nothing when it is not the cache's.
fn own(name: &str) -> Option<Own> {
    let (stem, ending) = name.rsplit_once('.')?;
    if ending == TEMPORARY {
        // As `tempfile` names them.
        return stem.starts_with(".tmp").then_some(Own::Unfinished);
    }
    let (stem, version) = stem.rsplit_once('.').filter(|_| ending == ENDING)?;
    let number = version.strip_prefix('v')?;
    let (hash, side) = stem.split_once('-')?;
    let digits = |text: &str| (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_hash(hash) || !digits(side) || !digits(number) {
        return None;
    }
    let known = ThumbnailSize::ALL.iter().any(|size| size.side().to_string() == side);
    Some(if version == VERSION && known { Own::Thumbnail } else { Own::OtherVersion })
}

/// Only this becomes part of a name.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests;
