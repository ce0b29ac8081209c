//! What is asked for about the safety of the book.

use std::path::PathBuf;

use crate::model::{Attachment, Id};
use crate::store::{Backup, Passphrase, Protect};

/// What is asked for about the safety of the book; carried out by the window on workers.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Choose where a copy is saved.
    ChooseCopy,
    /// Save a copy of the book there.
    SaveCopy(PathBuf),
    /// Merge the copy that another program put beside the book.
    MergeCopy(PathBuf),
    /// Save over a file that another program made unreadable; it is kept among the earlier states.
    ReplaceUnreadable,
    /// Ask about the copies beside the book another time.
    CopiesLater,
    /// Ask about the conflicts another time.
    ConflictsLater,
    /// Look at the folder of the book again.
    Look,
    /// Count the people of an earlier state.
    Count(Backup),
    /// Read an earlier state and compare it with the book.
    Read(Backup),
    /// Compare the earlier state that is shown with the book as it is now.
    Compare,
    /// Stop opening a book.
    StopOpening,
    /// Go back from the page of a book that does not open to the book that is open.
    Back,
    /// Open what can be read of a damaged book.
    Salvage(PathBuf),
    /// Go on from an earlier state of a book that does not open.
    GoOnFrom {
        /// The book.
        book: PathBuf,
        /// Its earlier state.
        backup: Backup,
    },
    /// Begin a new book in this file.
    BeginNew(PathBuf),
    /// Show the folder of a file in the file manager.
    ShowFolder(PathBuf),
    /// Open a locked book.
    Unlock {
        /// The book.
        book: PathBuf,
        /// What was typed.
        passphrase: Passphrase,
    },
    /// Look through the book and its pictures.
    Check,
    /// Mend what the check found.
    Mend {
        /// Put pictures away that nobody needs.
        remove_unused: bool,
    },
    /// Choose the folder in which the file of a missing picture may be.
    Locate(Id<Attachment>),
    /// Look for the file of a missing picture there.
    LocateIn {
        /// The picture.
        attachment: Id<Attachment>,
        /// The folder.
        folder: PathBuf,
    },
    /// Set, change or remove the passphrase.
    Protect(Protect),
    /// Show what was taken over from another program.
    ShowTaken,
}
