//! What the window knows and does about the safety of the book: who may write, what lies beside the file, what
//! other programs changed, earlier states.
//!
//! Owns [`Safety`], which views read, and the carrying out of [`Ask`]. Must not know how anything is drawn:
//! `banners` and `typed` draw, the sheets are in `gui::sheets`. Start reading at [`Safety`].
//!
//! Invariant: what needs the disk runs on a worker; a frame only reads what has arrived.

mod ask;
pub(super) mod banners;
mod carry_out;
mod earlier;
mod look;
mod typed;
pub(super) mod when;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::jobs::JobId;
use crate::store::{Backup, ConflictFile, OpenError};

pub use ask::Ask;
pub use carry_out::Read;
pub use earlier::{Differs, Earlier, How, Shown};
pub use look::Beside;
pub use typed::Leaving;
pub(super) use typed::typed_ui;

/// What is known about the safety of the book that is open, or that could not be opened.
#[derive(Default)]
pub struct Safety {
    /// Older states of the book, the newest first.
    pub backups: Vec<Backup>,
    /// Copies that a synchronising program put beside the book.
    pub copies: Vec<ConflictFile>,
    /// The book for which the two lists hold.
    pub of: Option<PathBuf>,
    /// Earlier states that were looked into.
    pub earlier: Earlier,
    /// Who differs since another program changed the file.
    pub taken: Vec<Differs>,
    /// Copies that are to be merged another time.
    pub(super) later: BTreeSet<PathBuf>,
    /// The conflicts are to be decided another time.
    pub(super) conflicts_later: bool,
    /// The copy of another program that is read just now.
    pub(super) merging: Option<JobId>,
    /// The copy that is written elsewhere just now.
    pub(super) copying: Option<JobId>,
    /// The file was changed by another program so that it cannot be read any more.
    pub(super) unreadable: Option<OpenError>,
    /// When the folder is to be looked at again.
    pub(super) look_again: bool,
}

impl Safety {
    /// The copies about which the user has not decided yet.
    pub fn open_copies(&self) -> impl Iterator<Item = &ConflictFile> {
        self.copies.iter().filter(|copy| !self.later.contains(&copy.path))
    }
}
