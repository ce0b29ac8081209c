//! The thread that saves: soon after the last edit, never later than a second after the first one.
//!
//! Owns when a book is written and when the disk is looked at; [`super::BookFile`] owns how. Start reading at
//! [`Autosave`].
//!
//! At most one save runs and at most one snapshot waits: a newer one takes the place of an older one, so a slow
//! disk makes saves rarer, not memory larger. The lock of the shared state is never held while the disk works.
//!
//! Changes of other programs arrive on this thread, while the session goes on editing. Each has a number; a snapshot
//! says up to which number it has them, so that the thread knows what a snapshot lacks and from which state to join it
//! ([`Inner::lacks_since`]).
//!
//! Invariant: `Saved` is reported only after the writer returned for that revision, its last fsync included
//! (`store::autosave::tests::saved_is_said_only_after_the_writer_returned`).
//! Invariant: what was submitted is written before the thread ends (`…::closing_writes_what_is_waiting`).
//! Invariant: a snapshot that lacks what arrived is joined with it, never written over it
//! (`…::a_snapshot_that_lacks_an_arrival_says_since_when`).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::access::Access;
use super::error::{OpenError, SaveError, SaveProblem};
use super::file::{Arrival, BookFile, Looked, Outcome, Request, Wishes};
use super::format::Origin;
use super::watch::{Places, Watch};
use crate::edit::history::Entry;
use crate::model::Book;

/// Time between an event in the folder and the look at it: writing a file makes several events.
const SETTLE: Duration = Duration::from_millis(150);

/// Time until the next look when something is not clear yet.
const AGAIN: Duration = Duration::from_secs(1);

/// Time between looks that no event asked for, while another program has the book or the system cannot watch.
const POLL_OFTEN: Duration = Duration::from_secs(2);

/// Time between looks that no event asked for otherwise: network disks tell nothing about other machines.
const POLL: Duration = Duration::from_secs(10);

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
}

struct Shared {
    inner: Mutex<Inner>,
    changed: Condvar,
    on_change: OnChange,
    timing: Timing,
    path: PathBuf,
}

struct Inner {
    waiting: Option<Snapshot>,
    saving: bool,
    failed: Option<SaveError>,
    saved_revision: u64,
    /// Write now instead of waiting for quiet.
    hurry: bool,
    closing: bool,
    access: Access,
    /// Where the state on the disk comes from.
    origin: Origin,
    /// The newest arrival, until the session takes it.
    arrival: Option<Arrival>,
    /// Its number, or that of the last one taken.
    arrived: u64,
    /// For every arrival that a snapshot may lack: its number, and the state of the session before it.
    lacking: Vec<(u64, Book)>,
    told: Vec<Told>,
    no_backup: bool,
    /// The next look at the disk, if one is asked for.
    look_at: Option<Instant>,
    /// Without patience: somebody waits for what it finds.
    look_now: bool,
    looking: bool,
    looked_last: Option<Instant>,
    watch: Watching,
    /// The watch begins when the book has a file.
    watch_later: bool,
    replace_unreadable: bool,
    prepared: bool,
}

/// Whether changes of other programs are looked for without being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Watching {
    /// Only on demand.
    No,
    /// The thread is to begin.
    Wanted,
    /// The system tells of changes.
    Told,
    /// The system cannot; only time does.
    Polling,
}

struct Snapshot {
    book: Book,
    revision: u64,
    at: DateTime<Utc>,
    entries: Vec<Entry>,
    wishes: Wishes,
    /// Number of the last arrival that is in it.
    has: u64,
    /// When the oldest edit in it was made that is not on the disk.
    first: Instant,
    last: Instant,
}

impl Snapshot {
    /// Takes over what an older one that is not on the disk was to do.
    fn follow(&mut self, first: Instant, mut entries: Vec<Entry>, mut wishes: Wishes) {
        self.first = first;
        entries.append(&mut self.entries);
        self.entries = entries;
        wishes.join(std::mem::take(&mut self.wishes));
        self.wishes = wishes;
    }
}

/// What the thread does next.
enum Task {
    Save(Snapshot, Request),
    Look { patience: bool },
    Prepare,
    Watch,
    ReplaceUnreadable,
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

impl Inner {
    fn new(saved_revision: u64, disk: &dyn Disk) -> Self {
        Self {
            waiting: None,
            saving: false,
            failed: None,
            saved_revision,
            hurry: false,
            closing: false,
            access: disk.access(),
            origin: disk.origin(),
            arrival: None,
            arrived: 0,
            lacking: Vec::new(),
            told: Vec::new(),
            no_backup: false,
            look_at: None,
            look_now: false,
            looking: false,
            looked_last: None,
            watch: Watching::No,
            watch_later: false,
            replace_unreadable: false,
            prepared: false,
        }
    }

    fn status(&self) -> SaveStatus {
        let state = match &self.failed {
            _ if self.saving => SaveState::Saving,
            Some(error) => SaveState::Failed(error.clone()),
            None if self.waiting.is_some() => SaveState::Waiting,
            None => SaveState::Saved,
        };
        SaveStatus { state, saved_revision: self.saved_revision }
    }

    /// Whether nothing happens until somebody does something.
    fn is_settled(&self) -> bool {
        !self.saving && (self.waiting.is_none() || self.failed.is_some())
    }

    /// Puts what arrived where the session finds it. One that was not taken yet is replaced: the newer one has all of
    /// it, and the session is still where it was before both.
    fn arrive(&mut self, newer: Arrival, from_a_save: bool) {
        self.arrived += 1;
        let from = match self.arrival.take() {
            Some(older) => {
                self.lacking.pop();
                // A snapshot that was saved meanwhile is nearer to what the session has.
                if from_a_save { newer.from } else { older.from }
            }
            None => newer.from,
        };
        self.lacking.push((self.arrived, from.clone()));
        self.arrival = Some(Arrival { from, ..newer });
    }

    /// Returns the state from which a snapshot was made, when the disk has something that is not in it.
    fn lacks_since(&mut self, snapshot: &Snapshot) -> Option<Book> {
        self.lacking.retain(|(number, _)| *number > snapshot.has);
        self.lacking.first().map(|(_, from)| from.clone())
    }

    /// How long until something is to be done, and what; nothing to do for ever without a time.
    fn next(&mut self, timing: &Timing, now: Instant) -> (Option<Duration>, Option<Task>) {
        if self.replace_unreadable {
            self.replace_unreadable = false;
            return (None, Some(Task::ReplaceUnreadable));
        }
        let save_in = match &self.waiting {
            None => {
                self.hurry = false;
                None
            }
            Some(_) if self.closing => Some(Duration::ZERO),
            Some(_) if self.failed.is_some() => None,
            Some(_) if self.hurry => Some(Duration::ZERO),
            Some(snapshot) => {
                let due = (snapshot.last + timing.quiet).min(snapshot.first + timing.latest);
                Some(due.saturating_duration_since(now))
            }
        };
        if save_in == Some(Duration::ZERO)
            && let Some(mut snapshot) = self.waiting.take()
        {
            self.hurry = false;
            self.saving = true;
            let request = Request {
                lacks_since: self.lacks_since(&snapshot),
                book: snapshot.book.clone(),
                at: snapshot.at,
                entries: std::mem::take(&mut snapshot.entries),
                wishes: std::mem::take(&mut snapshot.wishes),
            };
            return (None, Some(Task::Save(snapshot, request)));
        }
        if save_in.is_some() && !std::mem::replace(&mut self.prepared, true) {
            return (None, Some(Task::Prepare));
        }
        if self.watch == Watching::Wanted && !self.closing {
            return (None, Some(Task::Watch));
        }
        let poll = match self.watch {
            Watching::No | Watching::Wanted => None,
            Watching::Told if self.access.is_writable() => Some(POLL),
            Watching::Told | Watching::Polling => Some(POLL_OFTEN),
        };
        let polled = poll.map(|poll| self.looked_last.map_or(now, |last| last + poll));
        let look_in = match (self.look_at, polled) {
            (Some(asked), Some(polled)) => Some(asked.min(polled)),
            (asked, polled) => asked.or(polled),
        };
        let look_in = look_in.map(|at| at.saturating_duration_since(now));
        if look_in == Some(Duration::ZERO) {
            self.look_at = None;
            self.looking = true;
            let patience = !std::mem::take(&mut self.look_now);
            return (None, Some(Task::Look { patience }));
        }
        let wait = match (save_in, look_in) {
            (Some(save), Some(look)) => Some(save.min(look)),
            (save, look) => save.or(look),
        };
        (wait, None)
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
                Task::Save(snapshot, request) => {
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
                Task::Prepare => disk.prepare(),
                Task::Watch => watch = self.start_watching(disk, watch.take()),
                Task::ReplaceUnreadable => disk.replace_unreadable(),
            }
        }
        // It holds a handle to this thread's state; nothing may wake a thread that ends.
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
            inner.arrive(arrival, true);
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
        let is_news = looked.arrival.is_some() || looked.unreadable.is_some() || inner.access != access;
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
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;
    use crate::model::{Header, Id};

    /// Longer than any test: nothing is written but on demand.
    const NEVER: Timing = Timing { quiet: Duration::from_secs(3600), latest: Duration::from_secs(3600) };
    const AT_ONCE: Timing = Timing { quiet: Duration::ZERO, latest: Duration::ZERO };
    const LONG: Duration = Duration::from_secs(60);

    fn book(number: u128) -> Book {
        Book { header: Arc::new(Header { id: Id::new(number), ..Header::default() }), ..Book::default() }
    }

    fn submission(number: u128) -> Submission {
        let revision = u64::try_from(number).unwrap();
        Submission { book: book(number), revision, ..Submission::default() }
    }

    /// A disk that says what it is asked to write and waits for its orders.
    struct Disk {
        asked: Receiver<u128>,
        orders: Sender<Result<(), SaveProblem>>,
    }

    fn start(timing: Timing) -> (Autosave, Disk) {
        let (ask, asked) = channel();
        let (orders, obey) = channel();
        let writer: Writer = Box::new(move |book| {
            ask.send(book.header.id.value()).expect("the test listens");
            let order: Result<(), SaveProblem> = obey.recv().expect("the test gives an order");
            order.map_err(|problem| SaveError::new(std::path::Path::new("x"), problem, ""))
        });
        let saving = Autosave::with_writer(PathBuf::from("x"), writer, 0, timing, Box::new(|| ())).unwrap();
        (saving, Disk { asked, orders })
    }

    impl Disk {
        fn expect(&self, number: u128) {
            assert_eq!(self.asked.recv_timeout(LONG), Ok(number));
        }

        fn order(&self, result: Result<(), SaveProblem>) {
            self.orders.send(result).unwrap();
        }
    }

    #[test]
    fn saved_is_said_only_after_the_writer_returned() {
        let (saving, disk) = start(AT_ONCE);
        assert!(saving.is_saved());
        saving.submit(submission(1));
        assert!(!saving.is_saved());
        disk.expect(1);
        assert_eq!(saving.status(), SaveStatus { state: SaveState::Saving, saved_revision: 0 });
        disk.order(Ok(()));
        assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 1 });
    }

    #[test]
    fn the_newest_snapshot_takes_the_place_of_those_that_wait() {
        let (saving, disk) = start(AT_ONCE);
        saving.submit(submission(1));
        disk.expect(1);
        for number in 2..100 {
            saving.submit(submission(number));
        }
        disk.order(Ok(()));
        disk.expect(99);
        disk.order(Ok(()));
        assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 99 });
        assert!(disk.asked.try_recv().is_err());
    }

    #[test]
    fn typing_is_not_written_until_it_rests() {
        let (saving, disk) = start(NEVER);
        saving.submit(submission(1));
        saving.submit(submission(2));
        assert_eq!(saving.status().state, SaveState::Waiting);
        disk.order(Ok(()));
        assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 2 });
        assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn an_edit_does_not_wait_for_quiet_longer_than_the_limit() {
        let (saving, disk) = start(Timing { latest: Duration::ZERO, ..NEVER });
        saving.submit(submission(1));
        disk.expect(1);
        disk.order(Ok(()));
        let usual = Timing::default();
        assert!(usual.quiet <= usual.latest && usual.latest < Duration::from_secs(1));
        drop(saving);
    }

    #[test]
    fn a_failed_save_keeps_the_changes_and_succeeds_when_tried_again() {
        let (saving, disk) = start(AT_ONCE);
        saving.submit(submission(1));
        disk.expect(1);
        disk.order(Err(SaveProblem::DiskFull));
        // A retry that comes while the save is running is one more attempt, so wait for the failure first.
        while !matches!(saving.status().state, SaveState::Failed(_)) {
            std::thread::yield_now();
        }
        assert_eq!(saving.status().saved_revision, 0);
        disk.order(Err(SaveProblem::DiskFull));
        assert!(
            matches!(saving.flush(LONG).state, SaveState::Failed(error) if error.problem == SaveProblem::DiskFull)
        );
        saving.retry();
        disk.order(Ok(()));
        assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 1 });
        assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn a_panic_while_saving_is_a_failure_and_the_thread_lives_on() {
        let mut rounds = 0;
        let writer: Writer = Box::new(move |_| {
            rounds += 1;
            assert!(rounds > 1, "the first save goes wrong");
            Ok(())
        });
        let saving = Autosave::with_writer(PathBuf::from("x"), writer, 0, NEVER, Box::new(|| ())).unwrap();
        saving.submit(submission(1));
        let SaveState::Failed(error) = saving.flush(LONG).state else { panic!("it must fail") };
        assert_eq!(
            (error.problem, error.detail.as_str()),
            (SaveProblem::Internal, "the first save goes wrong")
        );
        assert_eq!(saving.flush(LONG).state, SaveState::Saved);
    }

    #[test]
    fn closing_writes_what_is_waiting() {
        let (saving, disk) = start(NEVER);
        saving.submit(submission(1));
        disk.order(Ok(()));
        drop(saving);
        assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn waiting_for_a_slow_disk_ends() {
        let (saving, disk) = start(AT_ONCE);
        saving.submit(submission(1));
        disk.expect(1);
        assert_eq!(saving.flush(Duration::ZERO).state, SaveState::Saving);
        disk.order(Ok(()));
    }
}
