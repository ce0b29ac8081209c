//! The pictures of a book: the folder `attachments/` beside it, each file under the hash of its content.
//!
//! Owns the files in that folder; knows no pictures, only bytes. Two books in one folder share it: the same
//! content has the same name, so neither can harm the other, and no file is removed here. Start reading at
//! [`Attachments`].
//!
//! Invariant: a file is on the disk, fsync included, before [`Attachments::add`] returns, so that no book ever
//! names a picture that a power cut can take away.
//! Invariant: no name from outside becomes a path (`store::only_a_hash_becomes_a_path`).

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::durable;
use super::error::{SaveError, SaveProblem};
use crate::model::{Attachment, Book};

/// Name of the folder beside the book.
pub const FOLDER: &str = "attachments";

/// The folder of the pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachments {
    folder: PathBuf,
}

/// A picture that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct AttachmentError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub problem: AttachmentProblem,
}

/// Why a picture could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentProblem {
    /// There is no such file.
    #[error("the file is missing")]
    Missing,
    /// A folder, a pipe, a device.
    #[error("this is not a regular file")]
    NotAFile,
    /// Larger than the caller wants to read.
    #[error("{bytes} bytes are more than the limit of {limit}")]
    TooLarge {
        /// Size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The content is not what came in.
    #[error("the content has changed")]
    Changed,
    /// The record is not well formed and has no path.
    #[error("the record does not name a file")]
    IllFormed,
    /// Anything else that the system reports.
    #[error("{0}")]
    Io(String),
}

/// What is the matter with the file of an attachment, found without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// There, regular, of the right size.
    Present,
    /// Not there.
    Missing,
    /// There, but not a regular file of the right size.
    Changed,
}

impl Attachments {
    /// Returns the pictures that belong to a book file; the folder is made when the first one comes in.
    pub fn beside(book: &Path) -> Self {
        // A linked book has its pictures beside the real file, wherever the link is opened from.
        let real = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
        Self { folder: real.parent().unwrap_or(Path::new("")).join(FOLDER) }
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the BLAKE3 hash under which bytes are stored; the first half is the id of the attachment.
    pub fn hash(bytes: &[u8]) -> [u8; 32] {
        *blake3::hash(bytes).as_bytes()
    }

    /// Stores bytes and returns their path once they are on the disk. What is there already is not written
    /// again, unless its content was damaged.
    ///
    /// `extension` is the ending without the dot: 1 to 5 small Latin letters or digits.
    ///
    /// # Errors
    /// When the ending is none, `hash` is not that of `bytes`, or the disk refuses.
    pub fn add(&self, bytes: &[u8], hash: &[u8; 32], extension: &str) -> Result<PathBuf, SaveError> {
        let name = blake3::Hash::from_bytes(*hash).to_hex();
        let record = Attachment {
            id: Attachment::id_of_hash(hash),
            hash: name.as_str().to_owned(),
            extension: extension.to_owned(),
            bytes: bytes.len() as u64,
            ..Attachment::default()
        };
        if !record.is_well_formed() || Self::hash(bytes) != *hash {
            return Err(SaveError::new(
                &self.folder,
                SaveProblem::Internal,
                "hash, extension and content do not fit",
            ));
        }
        let path = self.folder.join(record.file_name());
        if self.verify(&record).is_ok() {
            return Ok(path);
        }
        durable::create_folder(&self.folder)?;
        durable::replace(&path, bytes)?;
        Ok(path)
    }

    /// Returns where the file of an attachment is; nothing when the record is not well formed.
    pub fn path(&self, attachment: &Attachment) -> Option<PathBuf> {
        attachment.is_well_formed().then(|| self.folder.join(attachment.file_name()))
    }

    /// Reads the file of an attachment, at most `limit` bytes. The content is not compared with the hash:
    /// a damaged picture is better than none; [`Attachments::verify`] does it.
    ///
    /// # Errors
    /// When it is missing, too large, no regular file, or unreadable.
    pub fn read(&self, attachment: &Attachment, limit: u64) -> Result<Vec<u8>, AttachmentError> {
        let path = self.path(attachment).ok_or_else(|| AttachmentError {
            path: self.folder.clone(),
            problem: AttachmentProblem::IllFormed,
        })?;
        read_regular(&path, limit).map_err(|problem| AttachmentError { path, problem })
    }

    /// Compares the file of an attachment with its hash.
    ///
    /// # Errors
    /// As [`Attachments::read`], and with [`AttachmentProblem::Changed`] when the content is another one.
    pub fn verify(&self, attachment: &Attachment) -> Result<(), AttachmentError> {
        // A longer file is another one; there is no need to read it to the end.
        let bytes = self.read(attachment, attachment.bytes)?;
        if blake3::hash(&bytes).to_hex().as_str() == attachment.hash {
            return Ok(());
        }
        let path = self.path(attachment).unwrap_or_default();
        Err(AttachmentError { path, problem: AttachmentProblem::Changed })
    }

    /// Looks at a file without reading it.
    pub fn state(&self, attachment: &Attachment) -> FileState {
        let Some(path) = self.path(attachment) else { return FileState::Missing };
        match fs::metadata(path) {
            Ok(found) if found.is_file() && found.len() == attachment.bytes => FileState::Present,
            Ok(_) => FileState::Changed,
            Err(_) => FileState::Missing,
        }
    }

    /// Returns the attachments of a book whose files are not there or have changed, in the order of the file.
    pub fn missing(&self, book: &Book) -> Vec<(Attachment, FileState)> {
        book.attachments
            .values()
            .map(|attachment| (attachment, self.state(attachment)))
            .filter(|(_, state)| *state != FileState::Present)
            .map(|(attachment, state)| (Attachment::clone(attachment), state))
            .collect()
    }

    /// Copies the file of an attachment into the folder of another book.
    ///
    /// # Errors
    /// When it cannot be read here or written there.
    pub fn copy_to(&self, other: &Self, attachment: &Attachment) -> Result<(), SaveError> {
        if other.folder == self.folder || other.verify(attachment).is_ok() {
            return Ok(());
        }
        let source = self.path(attachment).unwrap_or_else(|| self.folder.clone());
        let bytes = self
            .verify(attachment)
            .and_then(|()| self.read(attachment, attachment.bytes))
            .map_err(|error| SaveError::new(&source, SaveProblem::Other, error.problem.to_string()))?;
        other.add(&bytes, &Self::hash(&bytes), &attachment.extension).map(drop)
    }
}

fn read_regular(path: &Path, limit: u64) -> Result<Vec<u8>, AttachmentProblem> {
    let problem = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => AttachmentProblem::Missing,
        _ => AttachmentProblem::Io(error.to_string()),
    };
    // Asked before opening: opening a pipe would wait for its writer.
    let found = fs::metadata(path).map_err(problem)?;
    if !found.is_file() {
        return Err(AttachmentProblem::NotAFile);
    }
    if found.len() > limit {
        return Err(AttachmentProblem::TooLarge { bytes: found.len(), limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // The file may grow while it is read.
    File::open(path)
        .map_err(problem)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(problem)?;
    if bytes.len() as u64 > limit {
        return Err(AttachmentProblem::TooLarge { bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}
