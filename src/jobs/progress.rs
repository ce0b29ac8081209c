//! What a running job says about itself, and how it learns that nobody wants it any more.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Waker;
use std::time::{Duration, Instant};

/// Shortest time between two wakes of the window by one job.
const WAKE_INTERVAL: Duration = Duration::from_millis(100);

/// The job is no longer wanted. Passing it on with `?` ends the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// A cheap handle that asks a job to stop. All clones mean the same job.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// Asks the job to stop at its next [`Progress::set`] or [`CancelToken::check`].
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// True once [`CancelToken::cancel`] was called.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// Returns [`Cancelled`] once [`CancelToken::cancel`] was called.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

/// The two numbers of a job, readable from any thread.
#[derive(Debug, Default)]
pub(super) struct Counter {
    done: AtomicU64,
    total: AtomicU64,
}

impl Counter {
    pub(super) fn get(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

/// Lets one wake through every [`WAKE_INTERVAL`]. Time arrives as a value.
#[derive(Debug, Default)]
pub(super) struct Throttle {
    last: Option<Instant>,
}

impl Throttle {
    pub(super) fn allows(&mut self, now: Instant) -> bool {
        let due = self.last.is_none_or(|last| now.saturating_duration_since(last) >= WAKE_INTERVAL);
        if due {
            self.last = Some(now);
        }
        due
    }
}

/// What a job holds: it reports through it and learns of its cancellation in the same breath.
#[derive(Debug)]
pub struct Progress {
    token: CancelToken,
    counter: Arc<Counter>,
    waker: Waker,
    throttle: Mutex<Throttle>,
}

impl Progress {
    /// A progress that nobody watches: for the command line and for tests.
    pub fn unwatched() -> Self {
        Self::new(CancelToken::default(), Arc::default(), Waker::noop().clone())
    }

    pub(super) fn new(token: CancelToken, counter: Arc<Counter>, waker: Waker) -> Self {
        Self { token, counter, waker, throttle: Mutex::default() }
    }

    /// Publishes that `done` of `total` units are done (any unit; `total` 0 means unknown).
    ///
    /// Wakes the window at most every 0.1 s, so it may be called in an inner loop.
    ///
    /// # Errors
    /// [`Cancelled`] when the job should stop; pass it on with `?`.
    pub fn set(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        self.token.check()?;
        self.counter.done.store(done, Ordering::Relaxed);
        self.counter.total.store(total, Ordering::Relaxed);
        let due = self.throttle.lock().unwrap_or_else(PoisonError::into_inner).allows(Instant::now());
        if due {
            self.waker.wake_by_ref();
        }
        Ok(())
    }

    /// The last published `(done, total)`.
    pub fn get(&self) -> (u64, u64) {
        self.counter.get()
    }

    /// A handle for code that should stop with this job but has nothing to report.
    pub fn token(&self) -> CancelToken {
        self.token.clone()
    }
}
