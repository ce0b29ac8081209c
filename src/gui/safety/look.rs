//! Looks at what lies beside the book.

use std::path::{Path, PathBuf};

use crate::session::default_book_path;
use crate::store::{Backup, ConflictFile, backups, conflict_files, earlier_states, name_for_new};

/// What lies beside a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The book.
    pub of: PathBuf,
    /// Its older states, the newest first.
    pub backups: Vec<Backup>,
    /// Copies that a synchronising program put there.
    pub copies: Vec<ConflictFile>,
    /// Where a new book can begin, when this one does not open.
    pub name_for_new: Option<PathBuf>,
}

impl Beside {
    /// Reads the folder; call it on a worker.
    pub(super) fn read(book: &Path) -> Self {
        Self { of: book.to_owned(), backups: backups(book), copies: conflict_files(book), name_for_new: None }
    }

    /// Reads the folder of a book that does not open; the state before its last save may be all there is.
    pub(super) fn read_of_failed(book: &Path) -> Self {
        // The disk with the folder may be unplugged: nothing is made in its place.
        let folder_is_there =
            book.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir());
        let new = if folder_is_there { Some(book.to_owned()) } else { default_book_path() };
        Self {
            backups: earlier_states(book),
            name_for_new: new.map(|book| name_for_new(&book)),
            ..Self::read(book)
        }
    }
}
