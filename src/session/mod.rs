//! One open book: its data, what is derived from it, its history, and its file.
//!
//! Owns [`Session`], the one place where an edit is committed; the window and the command line
//! both go through it. Must not know egui or the terminal. Start reading at [`Session::commit`].
//!
//! Invariant: book, index and history change together or not at all.
//! Invariant: the index equals one that is made anew (`index::tests`).

mod ahead;
mod clock;
mod paths;
mod arrange;
mod demo;
mod outside;
mod copy;
mod export;
mod events;
mod prep;
mod picture;
mod human;
mod contact_sheet;
pub mod calendar;
pub mod network;
mod protect;
pub mod repair;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::edit::{Edit, EditError, History, Label, Stamp, TakeBack, Touched, Transaction};
use crate::index::{Index, Prepared};
use crate::model::{Book, Id};
use crate::store::{
    Access, Attachments, Autosave, BookFile, Holder, Notice, OpenError, Opener, Passphrase, SaveError,
    SaveState, SaveStatus, Submission, Wishes,
};

pub use ahead::{Ahead, Landing, Stale};
pub use arrange::{IDEAL_EDGE_LENGTH, arrange, layout_request};
pub use clock::{ChosenDay, Clock, FixedClock, SystemClock};
pub use contact_sheet::{
    MOST_CARDS as MOST_SHEET_CARDS, SheetChoices, cards_at, contact_sheet, spot_word, with_pictures,
};
pub use copy::save_copy;
pub use demo::{make_demo, make_demo_of};
pub use export::{EventsFormat, ExportFormat, export_bytes, export_file, write_export};
pub use human::{Brief, brief, has_human_side, human_parts};
pub use network::{NetworkChoices, NetworkFormat, Wanted, WantedGroup};
pub use outside::{Past, ReadyToMerge};
pub use paths::default_book_path;
pub use picture::{NoPicture, covered_for, covered_in, shared_picture};
pub use prep::{prep_sheet, prep_sheet_with};

/// What a commit did.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed {
    /// What the user did, in words; `None` when the edit changed nothing.
    pub label: Option<Label>,
    /// Which records changed.
    pub touched: Touched,
    /// The records in the order in which they were written, to find what was made.
    pub transaction: Arc<Transaction>,
}

/// A book that was read from disk, ready to become a session; made by a worker.
#[derive(Debug)]
pub struct Opened {
    file: BookFile,
    book: Book,
    index: Index,
    /// What is wrong but did not keep the book from opening.
    pub notices: Vec<Notice>,
    history: History,
    watching: bool,
}

impl Opened {
    /// Reads a book and derives its index; takes time, so call it on a worker.
    ///
    /// # Errors
    /// Why the book cannot be read; the file is left as it was.
    pub fn read(path: &Path) -> Result<Self, OpenError> {
        Self::read_with(path, None)
    }

    /// Reads a book that may be encrypted; making sure of a passphrase takes a second.
    ///
    /// # Errors
    /// As [`Opened::read`]; with [`crate::store::OpenProblem::Locked`] when the book needs a passphrase, and with
    /// [`crate::store::OpenProblem::WrongPassphrase`] when it needs another one.
    pub fn read_with(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, OpenError> {
        BookFile::read_with(path, this_process(), passphrase.into()).map(Self::from_file)
    }

    /// As [`Opened::read`], and asks for the right to write at once: a session made from it does not touch the disk.
    ///
    /// # Errors
    /// As [`Opened::read`].
    pub fn to_write(path: &Path) -> Result<Self, OpenError> {
        Self::to_write_with(path, None)
    }

    /// As [`Opened::to_write`], for a book that may be encrypted.
    ///
    /// # Errors
    /// As [`Opened::read_with`]; no lock is left then.
    pub fn to_write_with(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, OpenError> {
        Self::to_write_by(path, passphrase.into())
    }

    /// As [`Opened::to_write`], for a book whose key this program has already: [`crate::store::check::unlock`].
    ///
    /// # Errors
    /// As [`Opened::read_with`].
    pub fn to_write_known(path: &Path) -> Result<Self, OpenError> {
        Self::to_write_by(path, Opener::Known)
    }

    fn to_write_by(path: &Path, opener: Opener<'_>) -> Result<Self, OpenError> {
        let mut opened = BookFile::read_and_lock_with(path, this_process(), opener).map(Self::from_file)?;
        opened.history = opened.file.open_history();
        Ok(opened)
    }

    fn from_file((file, book, notices): (BookFile, Book, Vec<Notice>)) -> Self {
        let history = History::default();
        Self { index: Index::rebuild(&book), file, book, notices, history, watching: true }
    }

    /// Leaves looking for changes of other programs to [`Session::look`]; for tests, in which nothing happens by itself.
    #[must_use]
    pub fn without_watch(self) -> Self {
        Self { watching: false, ..self }
    }

    /// Whether the book can be changed; only known after [`Opened::to_write`].
    pub fn access(&self) -> &Access {
        self.file.access()
    }

    /// The book that was read.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Its pictures.
    pub fn attachments(&self) -> &Attachments {
        self.file.attachments()
    }

    /// Whether it is encrypted.
    pub fn is_protected(&self) -> bool {
        self.attachments().sealing_key().is_some()
    }
}

/// What happened to the book without anybody asking for it here.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// Another program or machine changed the file; its changes are in the book, as one step that Undo takes back.
    Merged(crate::edit::merge::MergeReport),
    /// The program that had the book open has ended: this one may write now.
    Writable,
    /// The file was changed but cannot be read; what is open here is kept and not overwritten.
    Unreadable(OpenError),
    /// The book is saved, but the state before it could not be kept as a backup.
    NoBackup(SaveError),
    /// A synchronising program put a copy of the book beside it, or one is gone.
    Beside,
}

/// One open book.
pub struct Session {
    book: Book,
    revision: u64,
    index: Index,
    history: History,
    clock: Box<dyn Clock>,
    path: Option<PathBuf>,
    attachments: Option<Attachments>,
    autosave: Option<Autosave>,
    failed_start: Option<SaveError>,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// Number of the last change of another program that is in the book.
    has: u64,
    /// Changes of other programs are looked for without being asked, as soon as there is a file.
    watching: bool,
}

impl Session {
    /// Returns a session with an empty book that has no file yet. With a path the file is made by
    /// the first edit; without one nothing is ever written.
    pub fn new(mut clock: Box<dyn Clock>, path: Option<PathBuf>, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let book = Book::new(Id::new(clock.fresh_id()), clock.now());
        Self {
            index: Index::rebuild(&book),
            book,
            revision: first_revision(),
            history: History::default(),
            clock,
            attachments: path.as_deref().map(Attachments::beside),
            path,
            autosave: None,
            failed_start: None,
            wake,
            has: 0,
            watching: true,
        }
    }

    /// Returns a session on a book that was read. Asks for the right to write if [`Opened::to_write`] did not.
    ///
    /// # Errors
    /// When the system has no thread left for saving.
    pub fn open(
        clock: Box<dyn Clock>,
        mut opened: Opened,
        wake: Arc<dyn Fn() + Send + Sync>,
    ) -> Result<Self, SaveError> {
        let path = opened.file.path().to_path_buf();
        let attachments = opened.attachments().clone();
        let revision = first_revision();
        if opened.file.is_unlocked() {
            opened.file.lock();
            opened.history = opened.file.open_history();
        }
        // Whoever only looks on takes nothing back, also not when the book can be written later.
        let writable = opened.file.access().is_writable();
        let history = if writable { opened.history } else { History::default() };
        let autosave = Autosave::start(opened.file, revision, notifier(&wake))?;
        if opened.watching {
            autosave.watch();
        }
        Ok(Self {
            book: opened.book,
            revision,
            index: opened.index,
            history,
            clock,
            path: Some(path),
            attachments: Some(attachments),
            autosave: Some(autosave),
            failed_start: None,
            wake,
            has: 0,
            watching: opened.watching,
        })
    }

    /// The book as it is now.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// What is derived from the book.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Takes over the search that a worker made of a state of this book; see [`Index::preparation`].
    pub fn take_search(&mut self, prepared: Prepared) {
        self.index.take_search(prepared);
    }

    /// Takes over what needs are matched with, which a worker made; see [`Index::take_matching`].
    pub fn take_matching(&mut self, made: crate::index::MatchingMade) {
        self.index.take_matching(made);
    }

    /// Whether the book may be changed here, and why not.
    pub fn access(&self) -> Access {
        self.autosave.as_ref().map_or(Access::Writable, Autosave::access)
    }

    /// Counts up with every change of the book; views recompute when it differs.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The file of the book, if it has one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Gives the book a file; only before it has one.
    pub fn set_path(&mut self, path: PathBuf) {
        if self.path.is_none() {
            self.attachments = Some(Attachments::beside(&path));
            self.path = Some(path);
        }
    }

    /// Time and ids.
    pub fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// Returns time and fresh ids for one edit.
    pub fn stamp(&mut self) -> Stamp {
        Stamp::new(self.clock.now(), self.clock.today(), self.clock.fresh_id())
    }

    /// Carries out an edit: the one place where the book changes.
    ///
    /// # Errors
    /// The rule that the edit breaks; nothing has changed then.
    pub fn commit(&mut self, edit: Edit) -> Result<Committed, EditError> {
        self.commit_as(edit, false)
    }

    /// The same for what belongs to the last step: Undo takes both back at once.
    ///
    /// # Errors
    /// As [`Self::commit`].
    pub fn commit_onto_last(&mut self, edit: Edit) -> Result<Committed, EditError> {
        self.commit_as(edit, true)
    }

    fn commit_as(&mut self, edit: Edit, onto_last: bool) -> Result<Committed, EditError> {
        if !self.access().is_writable() {
            return Err(EditError::ReadOnly);
        }
        let (field, quiet) = (edit.field(), edit.is_quiet());
        let wishes = wishes_of(&edit);
        let stamp = self.stamp();
        let at = stamp.now;
        let transaction = edit.carry_out(&self.book, stamp)?;
        if transaction.changes.is_empty() {
            let transaction = Arc::new(transaction);
            return Ok(Committed { label: None, touched: Touched::default(), transaction });
        }
        let touched = self.apply_unsaved(&transaction);
        // Before the book is handed in, so that the step is written down with it.
        if onto_last {
            self.history.push_onto_last(transaction.clone(), at);
        } else if !quiet {
            self.history.push(transaction.clone(), field, at);
        }
        self.submit(wishes);
        Ok(Committed { label: Some(transaction.label.clone()), touched, transaction: Arc::new(transaction) })
    }

    /// Takes the last step back and returns what it was.
    pub fn undo(&mut self) -> Option<Label> {
        if !self.access().is_writable() {
            return None;
        }
        let transaction = self.history.undo()?;
        self.apply(&transaction);
        Some(transaction.label)
    }

    /// Carries out again what was undone last and returns what it was.
    pub fn redo(&mut self) -> Option<Label> {
        if !self.access().is_writable() {
            return None;
        }
        let transaction = self.history.redo()?;
        self.apply(&transaction);
        Some(transaction.label)
    }

    /// The steps that can be taken back.
    pub fn history(&self) -> &History {
        &self.history
    }

    fn apply(&mut self, transaction: &Transaction) {
        self.apply_unsaved(transaction);
        self.submit(Wishes::default());
    }

    fn apply_unsaved(&mut self, transaction: &Transaction) -> Touched {
        let touched = transaction.apply(&mut self.book);
        self.index.update(&self.book, &touched);
        self.revision += 1;
        touched
    }

    /// Hands the book to the writer thread, which saves within a second.
    fn submit(&mut self, wishes: Wishes) {
        if self.autosave.is_none()
            && let Some(path) = self.path.clone()
        {
            match Autosave::start(BookFile::new(&path, this_process()), 0, notifier(&self.wake)) {
                Ok(autosave) => {
                    if self.watching {
                        autosave.watch();
                    }
                    self.autosave = Some(autosave);
                    self.failed_start = None;
                }
                Err(error) => self.failed_start = Some(error),
            }
        }
        if let Some(autosave) = &self.autosave {
            autosave.submit(Submission {
                book: self.book.clone(),
                revision: self.revision,
                at: self.clock.now(),
                has: self.has,
                entries: self.history.take_entries(),
                wishes,
            });
        }
    }

    /// How far saving is; `None` while there is nothing to save.
    pub fn save_status(&self) -> Option<SaveStatus> {
        if let Some(error) = &self.failed_start {
            return Some(SaveStatus { state: SaveState::Failed(error.clone()), saved_revision: 0 });
        }
        self.autosave.as_ref().map(Autosave::status)
    }

    /// Whether everything stands safely on the disk, or nothing has to.
    pub fn is_saved(&self) -> bool {
        self.save_status().is_none_or(|status| status.state == SaveState::Saved)
    }

    /// Saves now, without waiting for the end of typing; also tries again after a failure.
    pub fn save_now(&mut self) {
        if self.failed_start.is_some() {
            self.submit(Wishes::default());
        }
        if let Some(autosave) = &self.autosave {
            autosave.retry();
        }
    }

    /// Waits until everything is saved, has failed, or the time is over; returns how it stands.
    pub fn flush(&mut self, timeout: Duration) -> Option<SaveStatus> {
        self.save_now();
        match &self.autosave {
            Some(autosave) => Some(autosave.flush(timeout)),
            None => self.save_status(),
        }
    }
}

/// What a save after an edit has to do besides: before much changes at once, the state before is kept.
fn wishes_of(edit: &Edit) -> Wishes {
    let all_back = matches!(edit, Edit::TakeBack { what: TakeBack::Everything, .. });
    let much =
        matches!(edit, Edit::Import { .. } | Edit::TakeBack { .. } | Edit::MendLinks | Edit::ClearDemo);
    Wishes { keep_before: much, keep_all: all_back, ..Wishes::default() }
}

/// What this process writes down beside the lock.
fn this_process() -> Holder {
    Holder::this_process(SystemClock.now())
}

/// Returns a revision that no other session of this process has: what a view keeps for one book
/// never passes for another one's.
fn first_revision() -> u64 {
    static SESSIONS: AtomicU64 = AtomicU64::new(1);
    SESSIONS.fetch_add(1 << 40, Ordering::Relaxed)
}

fn notifier(wake: &Arc<dyn Fn() + Send + Sync>) -> Box<dyn Fn() + Send + Sync> {
    let wake = Arc::clone(wake);
    Box::new(move || wake())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Circle;

    #[test]
    fn a_first_save_that_failed_at_its_last_step_is_repeated_but_no_other_file_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let now = FixedClock::new(chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap()).now();
        let save = |book: &Book| {
            let request = crate::store::Request { book: book.clone(), ..crate::store::Request::default() };
            BookFile::new(&path, Holder::default()).save(&request).result
        };
        let mut book = Book::new(Id::new(7), now);
        save(&book).unwrap();
        // The file is there, but the writer did not hear of it.
        let circle = Circle { id: Id::new(8), name: "Go".to_owned(), ..Circle::default() };
        crate::model::InBook::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        save(&book).unwrap();
        assert_eq!(Opened::read(&path).unwrap().book().circles.len(), 1);

        let error = save(&Book::new(Id::new(9), now)).unwrap_err();
        assert_eq!(error.problem, crate::store::SaveProblem::AlreadyExists);
        assert_eq!(Opened::read(&path).unwrap().book().header.id, Id::new(7));
    }
}
