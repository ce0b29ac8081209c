//! The thread that saves: soon after the last edit, never later than a second after the first one.
//!
//! Owns when a book is written and when the disk is looked at; [`super::BookFile`] owns how. Start reading at
//! [`Autosave`].
//!
//! At most one save runs and at most one snapshot waits: a newer one takes the place of an older one, so a slow
//! disk makes saves rarer, not memory larger. The lock of the shared state is never held while the disk works.
//! What is to be done next is decided in `agenda`, which needs neither thread nor disk.
//!
//! Invariant: `Saved` is reported only after the writer returned for that revision, its last fsync included
//! (`store::autosave::tests::saved_is_said_only_after_the_writer_returned`).
//! Invariant: what was submitted is written before the thread ends (`…::closing_writes_what_is_waiting`).

mod agenda;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use agenda::{Inner, Snapshot, Task, Watching};

use super::access::Access;
use super::error::{OpenError, SaveError, SaveProblem};
use super::file::{Arrival, BookFile, Looked, Outcome, Request, Wishes, same};
use super::format::Origin;
use super::watch::{Places, Watch};
use crate::edit::history::Entry;
use crate::model::Book;

/// Time between an event in the folder and the look at it: writing a file makes several events.
const SETTLE: Duration = Duration::from_millis(150);

/// Time until the next look when something is not clear yet.
const AGAIN: Duration = Duration::from_secs(1);

/// Saves snapshots of a book on a thread of its own.
pub struct Autosave {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// How saving stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveStatus {
    /// What the thread does.
    pub state: SaveState,
    /// The newest revision that is on the disk.
    pub saved_revision: u64,
}

/// What the saving thread does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Everything submitted is on the disk.
    Saved,
    /// An edit waits for a moment of quiet.
    Waiting,
    /// A save is running.
    Saving,
    /// The last save failed; the changes are kept and written with the next edit or [`Autosave::retry`].
    Failed(SaveError),
}

/// When a submitted snapshot is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// After this time without a further edit.
    pub quiet: Duration,
    /// At the latest this long after the first unsaved edit.
    pub latest: Duration,
}

impl Default for Timing {
    /// Typing is not written ten times a second, and a save that takes a third of a second is still done
    /// within one second after the edit.
    fn default() -> Self {
        Self { quiet: Duration::from_millis(350), latest: Duration::from_millis(650) }
    }
}

/// What the thread works on: the file of a book, or something else in tests.
pub trait Disk: Send {
    /// Writes a state.
    fn save(&mut self, request: &Request) -> Outcome;
    /// Does what makes the first save quick.
    fn prepare(&mut self) {}
    /// Looks for changes of other programs; see [`BookFile::look`].
    fn look(&mut self, patience: bool) -> Looked;
    /// Whether the book may be written.
    fn access(&self) -> Access;
    /// Lets the next save replace a file that cannot be read.
    fn replace_unreadable(&mut self);
    /// Where the state on the disk comes from.
    fn origin(&self) -> Origin;
    /// What to watch; nothing while there is no file.
    fn places(&self) -> Option<Places>;
}

/// Writes one snapshot.
pub type Writer = Box<dyn FnMut(&Book) -> Result<(), SaveError> + Send>;

/// Is called after every change of the status, from either thread, without a lock held.
pub type OnChange = Box<dyn Fn() + Send + Sync>;

/// What the thread found out without being asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// The book may be written from now on.
    Writable,
    /// The file was changed and cannot be read.
    Unreadable(OpenError),
    /// The book is saved, but the state before could not be kept.
    NoBackup(SaveError),
    /// A synchronising program put a copy of the book beside it, or one is gone.
    Beside,
}

struct Shared {
    inner: Mutex<Inner>,
    changed: Condvar,
    on_change: OnChange,
    timing: Timing,
    path: PathBuf,
}

/// What a session hands in after an edit.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// The book as it is now.
    pub book: Book,
    /// The session's count of changes.
    pub revision: u64,
    /// The moment of the edit.
    pub at: DateTime<Utc>,
    /// Number of the last arrival that is in the book.
    pub has: u64,
    /// What happened in the history since the last submission.
    pub entries: Vec<Entry>,
    /// What else is to happen.
    pub wishes: Wishes,
}

impl Autosave {
    /// Starts the thread for a book whose `revision` is on the disk.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start(file: BookFile, revision: u64, on_change: OnChange) -> Result<Self, SaveError> {
        let path = file.path().to_owned();
        Self::with_disk(path, Box::new(file), revision, Timing::default(), on_change)
    }

    /// Starts the thread with a writer instead of a file, for tests; `path` stands in its errors.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn with_writer(
        path: PathBuf,
        writer: Writer,
        revision: u64,
        timing: Timing,
        on_change: OnChange,
    ) -> Result<Self, SaveError> {
        Self::with_disk(path, Box::new(Plain(writer)), revision, timing, on_change)
    }

    /// Starts the thread with another disk or other times; `path` stands in its errors.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn with_disk(
        path: PathBuf,
        mut disk: Box<dyn Disk>,
        revision: u64,
        timing: Timing,
        on_change: OnChange,
    ) -> Result<Self, SaveError> {
        let inner = Mutex::new(Inner::new(revision, &*disk));
        let shared = Arc::new(Shared { inner, changed: Condvar::new(), on_change, timing, path });
        let thread = std::thread::Builder::new()
            .name("save".to_owned())
            .spawn({
                let shared = Arc::clone(&shared);
                move || shared.run(&mut *disk)
            })
            .map_err(|error| SaveError::new(&shared.path, SaveProblem::Internal, error.to_string()))?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Hands in the book as it is after an edit; takes the place of a snapshot that still waits.
    pub fn submit(&self, submission: Submission) {
        let now = Instant::now();
        let Submission { book, revision, at, has, entries, wishes } = submission;
        let mut newer = Snapshot { book, revision, at, entries, wishes, has, first: now, last: now };
        let mut inner = self.shared.lock();
        if let Some(older) = inner.waiting.take() {
            newer.follow(older.first, older.entries, older.wishes);
        }
        inner.waiting = Some(newer);
        // A new edit is a new attempt.
        inner.failed = None;
        drop(inner);
        self.shared.notify();
    }

    /// Returns how saving stands.
    pub fn status(&self) -> SaveStatus {
        self.shared.lock().status()
    }

    /// Whether the book may be written.
    pub fn access(&self) -> Access {
        self.shared.lock().access.clone()
    }

    /// Where the state on the disk comes from.
    pub fn origin(&self) -> Origin {
        self.shared.lock().origin.clone()
    }

    /// Whether everything that was submitted is on the disk.
    pub fn is_saved(&self) -> bool {
        self.status().state == SaveState::Saved
    }

    /// Returns what other programs changed since the last call, with its number: the state of the session to which it
    /// came and the state with both.
    pub fn take_arrival(&self) -> Option<(u64, Arrival)> {
        let mut inner = self.shared.lock();
        let number = inner.arrived;
        inner.arrival.take().map(|arrival| (number, arrival))
    }

    /// Returns what else there is to tell since the last call.
    pub fn take_told(&self) -> Vec<Told> {
        std::mem::take(&mut self.shared.lock().told)
    }

    /// Tries again after a failure, at once.
    pub fn retry(&self) {
        let mut inner = self.shared.lock();
        inner.failed = None;
        inner.hurry = true;
        drop(inner);
        self.shared.notify();
    }

    /// Lets the next save replace a file that cannot be read, and tries again.
    pub fn replace_unreadable(&self) {
        self.shared.lock().replace_unreadable = true;
        self.retry();
    }

    /// Begins to look for changes of other programs without being asked.
    pub fn watch(&self) {
        let mut inner = self.shared.lock();
        if inner.watch == Watching::No {
            inner.watch = Watching::Wanted;
        }
        drop(inner);
        self.shared.changed.notify_all();
    }

    /// Looks at the disk now and returns when that is done or `timeout` has passed.
    pub fn look(&self, timeout: Duration) {
        let mut inner = self.shared.lock();
        inner.look_now = true;
        inner.look_at = Some(Instant::now());
        self.shared.changed.notify_all();
        let waited =
            self.shared.changed.wait_timeout_while(inner, timeout, |inner| inner.look_now || inner.looking);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    /// Writes what waits without waiting for quiet, and returns when it is on the disk, has failed, or
    /// `timeout` has passed. Tries again what had failed before.
    pub fn flush(&self, timeout: Duration) -> SaveStatus {
        self.retry();
        let inner = self.shared.lock();
        let (inner, _) = self
            .shared
            .changed
            .wait_timeout_while(inner, timeout, |inner| !inner.is_settled())
            .unwrap_or_else(PoisonError::into_inner);
        inner.status()
    }
}

impl Drop for Autosave {
    fn drop(&mut self) {
        let mut inner = self.shared.lock();
        inner.closing = true;
        inner.failed = None;
        drop(inner);
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // The thread contains every panic of the writer; there is nothing to pass on.
            drop(thread.join());
        }
    }
}

impl std::fmt::Debug for Autosave {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Autosave").field("path", &self.shared.path).field("status", &self.status()).finish()
    }
}

/// A writer in the place of a disk.
struct Plain(Writer);

impl Disk for Plain {
    fn save(&mut self, request: &Request) -> Outcome {
        Outcome { result: (self.0)(&request.book), arrival: None, no_backup: None }
    }

    fn look(&mut self, _patience: bool) -> Looked {
        Looked::default()
    }

    fn access(&self) -> Access {
        Access::Writable
    }

    fn replace_unreadable(&mut self) {}

    fn origin(&self) -> Origin {
        Origin::default()
    }

    fn places(&self) -> Option<Places> {
        None
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Nothing panics while the lock is held, and each field is valid on its own.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn notify(&self) {
        self.changed.notify_all();
        (self.on_change)();
    }

    fn run(self: &Arc<Self>, disk: &mut dyn Disk) {
        let mut watch = None;
        while let Some(task) = self.next() {
            match task {
                Task::Save(work) => {
                    let (snapshot, request) = *work;
                    self.notify();
                    let outcome = catch_unwind(AssertUnwindSafe(|| disk.save(&request)));
                    let outcome = outcome.unwrap_or_else(|panic| Outcome {
                        result: Err(self.panicked(panic.as_ref())),
                        arrival: None,
                        no_backup: None,
                    });
                    let Request { entries, wishes, .. } = request;
                    self.finish(Snapshot { entries, wishes, ..snapshot }, outcome, disk);
                    self.notify();
                }
                Task::Look { patience } => {
                    let looked = catch_unwind(AssertUnwindSafe(|| disk.look(patience)));
                    self.looked(looked.unwrap_or_default(), disk);
                }
                // Whatever goes wrong in these, the next edit still has to be saved.
                Task::Prepare => drop(catch_unwind(AssertUnwindSafe(|| disk.prepare()))),
                Task::Watch => {
                    let old = watch.take();
                    let begun = catch_unwind(AssertUnwindSafe(|| self.start_watching(disk, old)));
                    watch = begun.unwrap_or_else(|_| {
                        self.lock().watch = Watching::Polling;
                        None
                    });
                }
                Task::ReplaceUnreadable => drop(catch_unwind(AssertUnwindSafe(|| disk.replace_unreadable()))),
            }
        }
        // It holds a handle to this thread's state; nothing may wake a thread that ends.
        // What came in a moment ago may not know of what was saved here; nobody else will join the two.
        if disk.access().is_writable() {
            drop(catch_unwind(AssertUnwindSafe(|| disk.look(false))));
        }
        drop(watch);
    }

    fn panicked(&self, panic: &(dyn std::any::Any + Send)) -> SaveError {
        SaveError::new(&self.path, SaveProblem::Internal, words_of(panic))
    }

    /// Waits for what is to be done next; nothing when the thread is to end.
    fn next(&self) -> Option<Task> {
        let mut inner = self.lock();
        loop {
            let (wait, task) = inner.next(&self.timing, Instant::now());
            if task.is_some() {
                return task;
            }
            if inner.closing {
                return None;
            }
            inner = match wait {
                Some(time) => {
                    self.changed.wait_timeout(inner, time).unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn start_watching(self: &Arc<Self>, disk: &dyn Disk, old: Option<Watch>) -> Option<Watch> {
        let Some(places) = disk.places() else {
            let mut inner = self.lock();
            inner.watch = Watching::No;
            inner.watch_later = true;
            return old;
        };
        let weak = Arc::downgrade(self);
        let watch = Watch::start(&places, move || {
            if let Some(shared) = weak.upgrade() {
                shared.lock().look_at.get_or_insert_with(|| Instant::now() + SETTLE);
                shared.changed.notify_all();
            }
        });
        let mut inner = self.lock();
        inner.watch = if watch.is_some() { Watching::Told } else { Watching::Polling };
        // What happened before the watch began.
        inner.look_at = Some(Instant::now());
        watch
    }

    fn finish(&self, snapshot: Snapshot, outcome: Outcome, disk: &dyn Disk) {
        let (access, origin) = (disk.access(), disk.origin());
        let mut inner = self.lock();
        inner.origin = origin;
        inner.saving = false;
        inner.access = access;
        if let Some(arrival) = outcome.arrival {
            // A save that failed tells what it found on the way, which came to the state on the disk.
            let to_the_snapshot = same(&arrival.from, &snapshot.book);
            inner.arrive(arrival, to_the_snapshot);
        }
        // Told when it begins, not with every save.
        let had_no_backup = std::mem::replace(&mut inner.no_backup, outcome.no_backup.is_some());
        inner.told.extend(outcome.no_backup.filter(|_| !had_no_backup).map(Told::NoBackup));
        match outcome.result {
            Ok(()) => {
                inner.saved_revision = snapshot.revision;
                inner.failed = None;
                if std::mem::take(&mut inner.watch_later) {
                    inner.watch = Watching::Wanted;
                }
            }
            // At the end there is nobody left to try again for.
            Err(_) if inner.closing => {}
            Err(error) => match &mut inner.waiting {
                // A newer snapshot is the next attempt, but it is as old as the edit that is not saved.
                Some(newer) => newer.follow(snapshot.first, snapshot.entries, snapshot.wishes),
                None => {
                    inner.waiting = Some(snapshot);
                    inner.failed = Some(error);
                }
            },
        }
    }

    fn looked(&self, looked: Looked, disk: &dyn Disk) {
        let (access, origin) = (disk.access(), disk.origin());
        let mut inner = self.lock();
        inner.origin = origin;
        let now = Instant::now();
        let is_news = looked.arrival.is_some()
            || looked.unreadable.is_some()
            || looked.beside
            || inner.access != access;
        inner.looking = false;
        inner.looked_last = Some(now);
        inner.access = access;
        if looked.again {
            inner.look_at.get_or_insert(now + AGAIN);
        }
        if looked.writable {
            inner.told.push(Told::Writable);
        }
        inner.told.extend(looked.unreadable.map(Told::Unreadable));
        inner.told.extend(looked.beside.then_some(Told::Beside));
        let readable_again = looked.arrival.is_some();
        if let Some(arrival) = looked.arrival {
            inner.arrive(arrival, false);
        }
        // What kept a save from succeeding may be over: the file reads again, the lock is free, the disk is back.
        let over = readable_again || looked.writable || inner.watch != Watching::No;
        let retried = over && inner.failed.is_some() && inner.failed.take().is_some();
        inner.hurry |= retried;
        drop(inner);
        self.changed.notify_all();
        if is_news || retried {
            (self.on_change)();
        }
    }
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().copied();
    words.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("panic").to_owned()
}

#[cfg(test)]
mod tests;
