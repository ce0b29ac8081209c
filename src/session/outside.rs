//! What other programs do to the book while it is open here: their changes come in, conflict files are merged.
//!
//! Start reading at [`Session::take_news`]. The saving thread finds what happened on the disk and joins it with the
//! snapshot that it has; meanwhile the user may have gone on. So what it brings is joined once more, here, with the
//! book as it is now, and becomes one step of the history.
//!
//! Invariant: an edit made while changes arrive is lost neither here nor on the disk
//! (`suite::outside::edits_and_changes_from_outside_meet`).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::{News, Session};
use crate::edit::merge::{MergeReport, Other, merge};
use crate::edit::{Label, Transaction};
use crate::model::Book;
use crate::store::{
    Arrival, Attachments, Autosave, OpenError, OpenProblem, Origin, Told, Wishes, backups, common_state,
    read_state, same,
};

impl Session {
    /// Returns what happened since the last call; cheap enough for every frame.
    pub fn take_news(&mut self) -> Vec<News> {
        let Some(autosave) = &self.autosave else { return Vec::new() };
        let told = autosave.take_told();
        let mut news = Vec::new();
        if let Some((number, arrival)) = autosave.take_arrival() {
            news.extend(self.take_in(number, arrival).map(News::Merged));
        }
        news.extend(told.into_iter().map(|told| match told {
            Told::Writable => News::Writable,
            Told::Unreadable(error) => News::Unreadable(error),
            Told::NoBackup(error) => News::NoBackup(error),
            Told::Beside => News::Beside,
        }));
        news
    }

    /// Joins what another program changed to the book; returns what it was, unless nothing is new or nobody here may
    /// write: then this session only follows.
    fn take_in(&mut self, number: u64, arrival: Arrival) -> Option<MergeReport> {
        self.has = number;
        let to = if same(&arrival.from, &self.book) {
            arrival.to
        } else {
            merge(&arrival.from, &self.book, &arrival.to, &self.other_side(String::new())).book
        };
        let writable = self.access().is_writable();
        let (report, unsaved) = (arrival.report, arrival.unsaved);
        let label = Label::Merge(report.added + report.changed + report.removed);
        let transaction = Transaction::between(&self.book, &to, label);
        // What this version does not know is no step of the history; it is in the book all the same.
        self.book.unknown = Arc::clone(&to.unknown);
        if transaction.changes.is_empty() {
            if unsaved && writable {
                self.submit(Wishes::default());
            }
            return None;
        }
        self.apply_unsaved(&transaction);
        if !writable {
            return None;
        }
        let at = self.clock.now();
        self.history.push(transaction, None, at);
        self.submit(Wishes::default());
        Some(report)
    }

    fn other_side(&self, source: String) -> Other {
        Other { source, now: self.clock.now() }
    }

    /// Looks at the disk now, and returns when that is done: for tests, and when the user comes back to the window.
    pub fn look(&self, timeout: Duration) {
        if let Some(autosave) = &self.autosave {
            autosave.look(timeout);
        }
    }

    /// Lets the next save replace a file that another program made unreadable; what stands there is kept among the
    /// backups.
    pub fn replace_unreadable(&self) {
        if let Some(autosave) = &self.autosave {
            autosave.replace_unreadable();
        }
    }

    /// Returns what is known of the past of this book, for [`ReadyToMerge::read`].
    pub fn past(&self) -> Past {
        Past {
            book: self.path.clone().unwrap_or_default(),
            attachments: self.attachments(),
            origin: self.autosave.as_ref().map(Autosave::origin).unwrap_or_default(),
            empty: Book { header: Arc::clone(&self.book.header), ..Book::default() },
        }
    }

    /// Merges another copy of this book, such as a conflict file of a synchronising program: reads it and takes it in.
    /// Reading takes time; the window reads on a worker and calls [`Session::merge_read`].
    ///
    /// # Errors
    /// When it is not a copy of this book that can be read, or nothing may be changed here; nothing has happened then.
    pub fn merge_file(&mut self, path: &Path) -> Result<MergeReport, OpenError> {
        let ready = ReadyToMerge::read(path, &self.past())?;
        let failed = OpenError { path: path.to_owned(), problem: OpenProblem::PermissionDenied };
        self.merge_read(ready).ok_or(failed)
    }

    /// Takes in a copy of this book that was read: one step that Undo takes back, with a backup of the state before.
    /// After the save the file moves to the backups. Nothing happens when nothing may be changed here.
    pub fn merge_read(&mut self, ready: ReadyToMerge) -> Option<MergeReport> {
        if !self.access().is_writable() {
            return None;
        }
        let name = ready.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let merged = merge(&ready.base, &self.book, &ready.book, &self.other_side(name));
        let report = merged.report;
        let label = Label::Merge(report.added + report.changed + report.removed);
        let transaction = Transaction::between(&self.book, &merged.book, label);
        self.book.unknown = Arc::clone(&merged.book.unknown);
        if !transaction.changes.is_empty() {
            self.apply_unsaved(&transaction);
            let at = self.clock.now();
            self.history.push(transaction, None, at);
        }
        self.submit(Wishes { keep_before: true, put_away: vec![ready.path], ..Wishes::default() });
        Some(report)
    }
}

/// What is known of the past of a book: enough to find the state from which another copy parted.
#[derive(Debug, Clone)]
pub struct Past {
    book: PathBuf,
    attachments: Option<Attachments>,
    origin: Origin,
    /// The book without any record: what both begin with when no common state is found.
    empty: Book,
}

/// Another copy of a book and the newest state that both have in common.
#[derive(Debug, Clone)]
pub struct ReadyToMerge {
    path: PathBuf,
    book: Book,
    base: Book,
}

impl ReadyToMerge {
    /// Reads a copy, and the common state from the backups; takes time, so call it on a worker. Without a common
    /// state nothing that either side has counts as removed.
    ///
    /// # Errors
    /// When the copy cannot be read or is another book; nothing has changed.
    pub fn read(path: &Path, past: &Past) -> Result<Self, OpenError> {
        let failed = |problem| OpenError { path: path.to_owned(), problem };
        let (book, origin) = read_state(path).map_err(failed)?;
        if book.header.id != past.empty.header.id {
            return Err(failed(OpenProblem::AnotherBook));
        }
        let base = common_state(&past.book, &past.origin, &origin, &backups(&past.book));
        // A copy on another disk has its pictures with it. What cannot be had shows a placeholder, as elsewhere.
        if let Some(own) = &past.attachments {
            let theirs = Attachments::beside(path);
            for attachment in book.attachments.values().filter(|_| theirs.folder() != own.folder()) {
                drop(theirs.copy_to(own, attachment));
            }
        }
        Ok(Self { path: path.to_owned(), book, base: base.unwrap_or_else(|| past.empty.clone()) })
    }

    /// The copy.
    pub fn book(&self) -> &Book {
        &self.book
    }
}
