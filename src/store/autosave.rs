//! The thread that saves: soon after the last edit, never later than a second after the first one.
//!
//! Owns when a book is written; [`super::Store::save`] owns how. Start reading at [`Autosave`].
//!
//! At most one save runs and at most one snapshot waits: a newer one takes the place of an older one, so a slow
//! disk makes saves rarer, not memory larger.
//!
//! Invariant: `Saved` is reported only after the writer returned for that revision, its last fsync included
//! (`store::autosave::tests::saved_is_said_only_after_the_writer_returned`).
//! Invariant: what was submitted is written before the thread ends (`…::closing_writes_what_is_waiting`).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Store;
use super::error::{SaveError, SaveProblem};
use crate::model::Book;

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

/// Writes one snapshot.
pub type Writer = Box<dyn FnMut(&Book) -> Result<(), SaveError> + Send>;

/// Is called after every change of the status, from either thread, without a lock held.
pub type OnChange = Box<dyn Fn() + Send + Sync>;

struct Shared {
    inner: Mutex<Inner>,
    changed: Condvar,
    on_change: OnChange,
    timing: Timing,
    path: PathBuf,
}

#[derive(Default)]
struct Inner {
    waiting: Option<Snapshot>,
    saving: bool,
    failed: Option<SaveError>,
    saved_revision: u64,
    /// Write now instead of waiting for quiet.
    hurry: bool,
    closing: bool,
}

struct Snapshot {
    book: Book,
    revision: u64,
    /// When the oldest edit in it was made that is not on the disk.
    first: Instant,
    last: Instant,
}

impl Autosave {
    /// Starts the thread for a book whose `revision` is on the disk.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start(store: Store, revision: u64, on_change: OnChange) -> Result<Self, SaveError> {
        let path = store.path().to_owned();
        Self::with_writer(
            path,
            Box::new(move |book| store.save(book)),
            revision,
            Timing::default(),
            on_change,
        )
    }

    /// Starts the thread with another writer or other times, for tests; `path` stands in its errors.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn with_writer(
        path: PathBuf,
        mut writer: Writer,
        revision: u64,
        timing: Timing,
        on_change: OnChange,
    ) -> Result<Self, SaveError> {
        let inner = Mutex::new(Inner { saved_revision: revision, ..Inner::default() });
        let shared = Arc::new(Shared { inner, changed: Condvar::new(), on_change, timing, path });
        let thread = std::thread::Builder::new()
            .name("save".to_owned())
            .spawn({
                let shared = Arc::clone(&shared);
                move || shared.run(&mut writer)
            })
            .map_err(|error| SaveError::new(&shared.path, SaveProblem::Internal, error.to_string()))?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Hands in the book as it is after an edit; takes the place of a snapshot that still waits.
    pub fn submit(&self, book: Book, revision: u64) {
        let now = Instant::now();
        let mut inner = self.shared.lock();
        let first = inner.waiting.as_ref().map_or(now, |older| older.first);
        inner.waiting = Some(Snapshot { book, revision, first, last: now });
        // A new edit is a new attempt.
        inner.failed = None;
        drop(inner);
        self.shared.notify();
    }

    /// Returns how saving stands.
    pub fn status(&self) -> SaveStatus {
        self.shared.lock().status()
    }

    /// Whether everything that was submitted is on the disk.
    pub fn is_saved(&self) -> bool {
        self.status().state == SaveState::Saved
    }

    /// Tries again after a failure, at once.
    pub fn retry(&self) {
        let mut inner = self.shared.lock();
        inner.failed = None;
        inner.hurry = true;
        drop(inner);
        self.shared.notify();
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

impl Inner {
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

    fn run(&self, writer: &mut Writer) {
        while let Some(snapshot) = self.next() {
            self.notify();
            let result = catch_unwind(AssertUnwindSafe(|| writer(&snapshot.book))).unwrap_or_else(|panic| {
                Err(SaveError::new(&self.path, SaveProblem::Internal, words_of(panic.as_ref())))
            });
            self.finish(snapshot, result);
            self.notify();
        }
    }

    /// Waits for the next snapshot that is due; nothing when the thread is to end.
    fn next(&self) -> Option<Snapshot> {
        let mut inner = self.lock();
        loop {
            let due = match &inner.waiting {
                Some(_) if inner.closing => Some(Duration::ZERO),
                None if inner.closing => return None,
                Some(_) if inner.failed.is_some() => None,
                Some(_) if inner.hurry => Some(Duration::ZERO),
                Some(snapshot) => {
                    let due = (snapshot.last + self.timing.quiet).min(snapshot.first + self.timing.latest);
                    Some(due.saturating_duration_since(Instant::now()))
                }
                None => {
                    inner.hurry = false;
                    None
                }
            };
            inner = match due {
                Some(Duration::ZERO) => {
                    inner.hurry = false;
                    inner.saving = true;
                    return inner.waiting.take();
                }
                Some(time) => {
                    self.changed.wait_timeout(inner, time).unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    fn finish(&self, snapshot: Snapshot, result: Result<(), SaveError>) {
        let mut inner = self.lock();
        inner.saving = false;
        match result {
            Ok(()) => {
                inner.saved_revision = snapshot.revision;
                inner.failed = None;
            }
            // At the end there is nobody left to try again for.
            Err(_) if inner.closing => {}
            Err(error) => match &mut inner.waiting {
                // A newer snapshot is the next attempt, but it is as old as the edit that is not saved.
                Some(newer) => newer.first = snapshot.first,
                None => {
                    inner.waiting = Some(snapshot);
                    inner.failed = Some(error);
                }
            },
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
        saving.submit(book(1), 1);
        assert!(!saving.is_saved());
        disk.expect(1);
        assert_eq!(saving.status(), SaveStatus { state: SaveState::Saving, saved_revision: 0 });
        disk.order(Ok(()));
        assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 1 });
    }

    #[test]
    fn the_newest_snapshot_takes_the_place_of_those_that_wait() {
        let (saving, disk) = start(AT_ONCE);
        saving.submit(book(1), 1);
        disk.expect(1);
        for number in 2..100 {
            saving.submit(book(number), u64::try_from(number).unwrap());
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
        saving.submit(book(1), 1);
        saving.submit(book(2), 2);
        assert_eq!(saving.status().state, SaveState::Waiting);
        disk.order(Ok(()));
        assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 2 });
        assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn an_edit_does_not_wait_for_quiet_longer_than_the_limit() {
        let (saving, disk) = start(Timing { latest: Duration::ZERO, ..NEVER });
        saving.submit(book(1), 1);
        disk.expect(1);
        disk.order(Ok(()));
        let usual = Timing::default();
        assert!(usual.quiet <= usual.latest && usual.latest < Duration::from_secs(1));
        drop(saving);
    }

    #[test]
    fn a_failed_save_keeps_the_changes_and_succeeds_when_tried_again() {
        let (saving, disk) = start(AT_ONCE);
        saving.submit(book(1), 1);
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
        saving.submit(book(1), 1);
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
        saving.submit(book(1), 1);
        disk.order(Ok(()));
        drop(saving);
        assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn waiting_for_a_slow_disk_ends() {
        let (saving, disk) = start(AT_ONCE);
        saving.submit(book(1), 1);
        disk.expect(1);
        assert_eq!(saving.flush(Duration::ZERO).state, SaveState::Saving);
        disk.order(Ok(()));
    }
}
