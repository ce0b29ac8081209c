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
pub(super) mod facts;
mod look;
mod mend;
mod typed;
pub(super) mod when;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use crate::edit::ContactDifference;
use crate::edit::merge::open_conflicts;
use crate::jobs::JobId;
use crate::session::Session;
use crate::store::check::Report;
use crate::store::{Backup, ConflictFile, Key, OpenError, ProtectStep};
use crate::text::Texts;

pub use ask::Ask;
pub use carry_out::Read;
pub use earlier::{Differs, Earlier, Shown};
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
    /// The file in which a new book can begin beside one that does not open.
    pub name_for_new: Option<PathBuf>,
    /// The book for which these hold.
    pub of: Option<PathBuf>,
    /// Earlier states that were looked into.
    pub earlier: Earlier,
    /// Who differs since another program changed the file.
    pub taken: Vec<ContactDifference>,
    /// What the check found, or why it could not look.
    pub report: Option<Result<Arc<Report>, String>>,
    /// The check that is under way.
    pub checking: Option<JobId>,
    /// How far the check, or the change of the passphrase, is: done and total.
    pub progress: Option<(u64, u64)>,
    /// The change of the passphrase that is under way.
    pub protecting: Option<JobId>,
    /// What it is doing.
    pub protect_step: Arc<Mutex<Option<ProtectStep>>>,
    /// Why the passphrase was not changed.
    pub protect_problem: Option<String>,
    /// What is told as soon as the book is open again: whether it went well, and the words.
    pub(super) told_after_opening: Option<(bool, String)>,
    /// Copies that are to be merged another time.
    pub(super) later: BTreeSet<PathBuf>,
    /// How many fields wait for a decision, and the state of the book in which they were counted.
    conflicts: (u64, usize),
    /// The conflicts are to be decided another time.
    pub(super) conflicts_later: bool,
    /// The copy of another program that is read just now.
    pub(super) merging: Option<JobId>,
    /// The copy that is written elsewhere just now.
    pub(super) copying: Option<JobId>,
    /// The file was changed by another program so that it cannot be read any more.
    pub(super) unreadable: Option<OpenError>,
    /// The key of a damaged encrypted book, as long as its page is shown.
    pub(super) key_of_damaged: Option<Key>,
    /// Another program had the book when it could not be written last.
    held: bool,
    /// The state of the book that was on the disk when the folder was looked at.
    saved: u64,
    /// The folder is to be looked at again.
    pub(super) look_again: bool,
}

impl Safety {
    /// How many fields have two values and wait for a decision.
    pub fn conflicts(&self) -> usize {
        self.conflicts.1
    }

    fn count_conflicts(&mut self, session: &Session, texts: &Texts) {
        let book = session.book();
        if self.conflicts.0 != session.revision() {
            let open = if book.conflicts.is_empty() { 0 } else { open_conflicts(book, texts).len() };
            self.conflicts = (session.revision(), open);
        }
    }

    /// Whether the book that does not open is encrypted and was unlocked all the same.
    pub fn has_key_of_damaged(&self) -> bool {
        self.key_of_damaged.is_some()
    }

    /// The copies about which the user has not decided yet.
    pub fn open_copies(&self) -> impl Iterator<Item = &ConflictFile> {
        self.copies.iter().filter(|copy| !self.later.contains(&copy.path))
    }
}
