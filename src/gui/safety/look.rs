//! Looks at what lies beside the book.

use std::path::{Path, PathBuf};

use crate::store::{Backup, ConflictFile, backups, conflict_files};

/// What lies beside a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The book.
    pub of: PathBuf,
    /// Its older states, the newest first.
    pub backups: Vec<Backup>,
    /// Copies that a synchronising program put there.
    pub copies: Vec<ConflictFile>,
}

impl Beside {
    /// Reads the folder; call it on a worker.
    pub(super) fn read(book: &Path) -> Self {
        Self { of: book.to_owned(), backups: backups(book), copies: conflict_files(book) }
    }
}
