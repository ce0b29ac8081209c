//! What is open in the window: a book, or a page in its place.

use std::path::PathBuf;

use crate::store::OpenProblem;

/// What is open in the window.
pub(super) enum Stage {
    /// A book is being read.
    Opening(PathBuf),
    /// A book that could not be read. Nothing is half open.
    Failed(Box<Failed>),
    /// A book that wants its passphrase.
    Locked(Box<super::views::UnlockPage>),
    /// A book, perhaps an empty one.
    Open,
}

/// A book that could not be read.
pub(super) struct Failed {
    /// Which file.
    pub path: PathBuf,
    /// What is wrong with it, for the reader.
    pub message: String,
    /// What is wrong with it; `None` when the user stopped, or the program failed.
    pub problem: Option<OpenProblem>,
}
