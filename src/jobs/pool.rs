//! The lanes at work: spawning, cancelling, outcomes, shutdown.

use std::any::Any;
use std::collections::BTreeMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::thread::JoinHandle;

use super::progress::Counter;
use super::queue::{Queue, Waiting};
use super::{Again, CancelToken, Cancelled, JobId, Lane, Priority, Progress};

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<O> {
    /// It ran to its end.
    Done(JobId, O),
    /// It was cancelled, replaced or dropped; it changed nothing that counts.
    Cancelled(JobId),
    /// It panicked; the text is the panic's message, for developers.
    Failed(JobId, String),
}

impl<O> Outcome<O> {
    /// The job that ended.
    pub const fn id(&self) -> JobId {
        match self {
            Self::Done(id, _) | Self::Cancelled(id) | Self::Failed(id, _) => *id,
        }
    }
}

/// What is to be known of a job besides its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobSpec {
    /// Where it runs.
    pub lane: Lane,
    /// What the progress panel calls it, in the user's language.
    pub label: String,
    /// Two jobs of one lane with the same key are the same work; `None` is like no other.
    pub key: Option<String>,
    /// What happens when the key is there already.
    pub again: Again,
    /// How urgent it is.
    pub priority: Priority,
}

impl JobSpec {
    /// A job without key, of normal priority.
    pub fn new(lane: Lane, label: impl Into<String>) -> Self {
        Self { lane, label: label.into(), key: None, again: Again::Join, priority: Priority::Normal }
    }

    /// The same with a key: asked twice, done once.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self.again = Again::Join;
        self
    }

    /// The same with a key: the latest one wins.
    #[must_use]
    pub fn latest(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self.again = Again::Replace;
        self
    }

    /// The same with another priority.
    #[must_use]
    pub const fn priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }
}

/// One line of the progress panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Active {
    /// Which job.
    pub id: JobId,
    /// Where it runs.
    pub lane: Lane,
    /// Its name for the user.
    pub label: String,
    /// Units done.
    pub done: u64,
    /// Units in all; 0 when unknown.
    pub total: u64,
    /// False while it waits.
    pub running: bool,
}

type Work<O> = Box<dyn FnOnce(&Progress) -> Result<O, Cancelled> + Send>;

#[derive(Debug)]
struct Entry {
    lane: Lane,
    label: String,
    key: Option<String>,
    token: CancelToken,
    counter: Arc<Counter>,
    running: bool,
}

struct State<O> {
    queues: [Queue<Work<O>>; 4],
    /// Everything that waits or runs.
    entries: BTreeMap<JobId, Entry>,
    /// The wanted job of each key. A job on which cancellation was called is no longer here.
    keys: BTreeMap<(Lane, String), JobId>,
    next: u64,
    closing: bool,
    outcomes: Sender<Outcome<O>>,
}

struct Shared<O> {
    state: Mutex<State<O>>,
    /// One for each lane: a new job wakes no thread that cannot take it.
    arrived: [Condvar; 4],
    waker: Waker,
}

/// The lanes of a program, and the one place where their outcomes arrive.
///
/// Dropping it is [`Jobs::shutdown`].
pub struct Jobs<O: Send + 'static> {
    shared: Arc<Shared<O>>,
    outcomes: Receiver<Outcome<O>>,
    threads: Vec<JoinHandle<()>>,
    inline: bool,
}

/// Spawns and cancels from any thread, also from within a job. It cannot read outcomes.
pub struct Spawner<O: Send + 'static>(Arc<Shared<O>>);

impl<O: Send + 'static> Clone for Spawner<O> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<O: Send + 'static> Jobs<O> {
    /// Starts the threads. `waker` is called after each outcome and, rarely enough, while jobs report progress.
    ///
    /// # Errors
    /// When the system refuses a thread; those already started end again.
    pub fn start(waker: Waker) -> io::Result<Self> {
        let mut jobs = Self::without_threads(waker, false);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        for lane in Lane::ALL {
            let count = if lane == Lane::Decode && cores >= 4 { 2 } else { 1 };
            for _ in 0..count {
                let shared = Arc::clone(&jobs.shared);
                let thread = std::thread::Builder::new().name(lane.thread_name().to_owned());
                jobs.threads.push(thread.spawn(move || shared.serve(lane))?);
            }
        }
        Ok(jobs)
    }

    /// A pool without threads: jobs wait until [`Jobs::run_pending`] runs them on the calling thread, in an order that
    /// depends on nothing but the requests. For tests, pictures of the window, and the command line.
    pub fn inline() -> Self {
        Self::without_threads(Waker::noop().clone(), true)
    }

    fn without_threads(waker: Waker, inline: bool) -> Self {
        let (sender, outcomes) = channel();
        let state = State {
            queues: Lane::ALL.map(Queue::new),
            entries: BTreeMap::new(),
            keys: BTreeMap::new(),
            next: 1,
            closing: false,
            outcomes: sender,
        };
        let shared = Shared { state: Mutex::new(state), arrived: Default::default(), waker };
        Self { shared: Arc::new(shared), outcomes, threads: Vec::new(), inline }
    }

    /// Queues `work` and returns its name; with [`Again::Join`] perhaps the name of the job that does the same already.
    ///
    /// After [`Jobs::shutdown`] the job is cancelled at once.
    pub fn spawn<F>(&self, spec: JobSpec, work: F) -> JobId
    where
        F: FnOnce(&Progress) -> Result<O, Cancelled> + Send + 'static,
    {
        self.shared.spawn(spec, Box::new(work))
    }

    /// A handle that can spawn and cancel from other threads.
    pub fn spawner(&self) -> Spawner<O> {
        Spawner(Arc::clone(&self.shared))
    }

    /// Cancels a job: at once while it waits, at its next report when it runs. Unknown and ended jobs are ignored.
    pub fn cancel(&self, id: JobId) {
        self.shared.cancel(id);
    }

    /// Raises a waiting job to `priority` and makes it the newest of its lane.
    pub fn raise(&self, id: JobId, priority: Priority) {
        self.shared.raise(id, priority);
    }

    /// What waits or runs, oldest first. A copy: no lock is held when it returns.
    pub fn active(&self) -> Vec<Active> {
        let state = self.shared.lock();
        let line = |(id, entry): (&JobId, &Entry)| {
            let (done, total) = entry.counter.get();
            let label = entry.label.clone();
            Active { id: *id, lane: entry.lane, label, done, total, running: entry.running }
        };
        state.entries.iter().map(line).collect()
    }

    /// True when nothing waits or runs. Outcomes may still be there to [`Jobs::drain`].
    pub fn is_idle(&self) -> bool {
        self.shared.lock().entries.is_empty()
    }

    /// The outcomes since the last call, in the order in which the jobs ended. Never waits.
    pub fn drain(&self) -> Vec<Outcome<O>> {
        self.outcomes.try_iter().collect()
    }

    /// Waits for the next outcome; `None` when nothing waits or runs and every outcome was taken.
    ///
    /// For the command line and for tests. In a pool without threads it runs the next job.
    pub fn next_outcome(&self) -> Option<Outcome<O>> {
        loop {
            if let Ok(outcome) = self.outcomes.try_recv() {
                return Some(outcome);
            }
            if self.inline {
                if !self.run_one() {
                    return None;
                }
                continue;
            }
            // A job leaves the entries and sends its outcome under one lock: idle now means that nothing is on its way.
            if self.is_idle() {
                return self.outcomes.try_recv().ok();
            }
            return self.outcomes.recv().ok();
        }
    }

    /// Runs every waiting job, also those that jobs spawn, on this thread, and returns how many ran.
    ///
    /// Only a pool made by [`Jobs::inline`] has any: elsewhere the threads take them, and the answer is 0.
    pub fn run_pending(&self) -> usize {
        let mut count = 0;
        while self.inline && self.run_one() {
            count += 1;
        }
        count
    }

    fn run_one(&self) -> bool {
        let next = {
            let mut state = self.shared.lock();
            Lane::ALL.into_iter().find_map(|lane| state.take(lane, &self.shared.waker))
        };
        next.map(|(id, work, progress)| self.shared.run(id, work, &progress)).is_some()
    }

    /// Ends the lanes: what waits is cancelled, what runs is asked to stop, but the disk lane finishes all of its work.
    ///
    /// Returns when every thread has ended; outcomes can still be drained. Calling it again does nothing.
    pub fn shutdown(&mut self) {
        let dropped = {
            let mut state = self.shared.lock();
            state.closing = true;
            let dropped: Vec<_> =
                state.queues.iter_mut().skip(1).flat_map(|queue| queue.take_all()).collect();
            for waiting in &dropped {
                state.end(Outcome::Cancelled(waiting.id));
            }
            for entry in state.entries.values().filter(|entry| entry.lane != Lane::Disk) {
                entry.token.cancel();
            }
            dropped
        };
        drop(dropped);
        for arrived in &self.shared.arrived {
            arrived.notify_all();
        }
        self.run_pending();
        for thread in self.threads.drain(..) {
            // Jobs' own panics are caught; a thread that died all the same has nothing left to say.
            drop(thread.join());
        }
    }
}

impl<O: Send + 'static> Drop for Jobs<O> {
    fn drop(&mut self) {
        self.shutdown();
    }
}

impl<O: Send + 'static> Spawner<O> {
    /// Like [`Jobs::spawn`].
    pub fn spawn<F>(&self, spec: JobSpec, work: F) -> JobId
    where
        F: FnOnce(&Progress) -> Result<O, Cancelled> + Send + 'static,
    {
        self.0.spawn(spec, Box::new(work))
    }

    /// Like [`Jobs::cancel`].
    pub fn cancel(&self, id: JobId) {
        self.0.cancel(id);
    }
}

impl<O: Send + 'static> Shared<O> {
    /// The state stays whole even if a thread died while holding it: each change under the lock is complete or not begun.
    fn lock(&self) -> MutexGuard<'_, State<O>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn spawn(&self, spec: JobSpec, work: Work<O>) -> JobId {
        let lane = spec.lane;
        let mut leftovers = Vec::new();
        let id = {
            let mut state = self.lock();
            let id = JobId(state.next);
            state.next += 1;
            if let Some(twin) =
                spec.key.as_ref().and_then(|key| state.keys.get(&(lane, key.clone())).copied())
            {
                match spec.again {
                    Again::Join => {
                        state.queues[lane.index()].raise(twin, spec.priority, id.0);
                        return twin;
                    }
                    Again::Replace => leftovers.extend(state.cancel(twin)),
                }
            }
            if let Some(key) = &spec.key {
                state.keys.insert((lane, key.clone()), id);
            }
            let entry = Entry {
                lane,
                label: spec.label,
                key: spec.key,
                token: CancelToken::default(),
                counter: Arc::default(),
                running: false,
            };
            state.entries.insert(id, entry);
            if state.closing {
                state.end(Outcome::Cancelled(id));
                leftovers.push(work);
            } else {
                let waiting = Waiting { id, priority: spec.priority, asked: id.0, job: work };
                if let Some(least) = state.queues[lane.index()].push(waiting) {
                    state.end(Outcome::Cancelled(least.id));
                    leftovers.push(least.job);
                }
            }
            id
        };
        self.arrived[lane.index()].notify_one();
        if !leftovers.is_empty() {
            drop(leftovers);
            self.waker.wake_by_ref();
        }
        id
    }

    fn cancel(&self, id: JobId) {
        let removed = self.lock().cancel(id);
        if removed.is_some() {
            drop(removed);
            self.waker.wake_by_ref();
        }
    }

    fn raise(&self, id: JobId, priority: Priority) {
        let mut state = self.lock();
        let asked = state.next;
        state.next += 1;
        if let Some(lane) = state.entries.get(&id).map(|entry| entry.lane) {
            state.queues[lane.index()].raise(id, priority, asked);
        }
    }

    /// The life of a thread.
    fn serve(&self, lane: Lane) {
        loop {
            let mut state = self.lock();
            let next = loop {
                if let Some(next) = state.take(lane, &self.waker) {
                    break Some(next);
                }
                if state.closing {
                    break None;
                }
                state = self.arrived[lane.index()].wait(state).unwrap_or_else(PoisonError::into_inner);
            };
            drop(state);
            let Some((id, work, progress)) = next else { return };
            self.run(id, work, &progress);
        }
    }

    fn run(&self, id: JobId, work: Work<O>, progress: &Progress) {
        let outcome = match catch_unwind(AssertUnwindSafe(|| work(progress))) {
            Ok(Ok(result)) => Outcome::Done(id, result),
            Ok(Err(Cancelled)) => Outcome::Cancelled(id),
            Err(panic) => Outcome::Failed(id, message_of(panic.as_ref())),
        };
        self.lock().end(outcome);
        self.waker.wake_by_ref();
    }
}

impl<O> State<O> {
    fn take(&mut self, lane: Lane, waker: &Waker) -> Option<(JobId, Work<O>, Progress)> {
        let waiting = self.queues[lane.index()].pop()?;
        let entry = self.entries.get_mut(&waiting.id)?;
        entry.running = true;
        let progress = Progress::new(entry.token.clone(), Arc::clone(&entry.counter), waker.clone());
        Some((waiting.id, waiting.job, progress))
    }

    /// Returns the work of a job that was still waiting, to be dropped without the lock.
    fn cancel(&mut self, id: JobId) -> Option<Work<O>> {
        let entry = self.entries.get(&id)?;
        let lane = entry.lane;
        entry.token.cancel();
        self.forget_key(id);
        let waiting = self.queues[lane.index()].remove(id)?;
        self.end(Outcome::Cancelled(id));
        Some(waiting.job)
    }

    fn end(&mut self, outcome: Outcome<O>) {
        let id = outcome.id();
        self.forget_key(id);
        self.entries.remove(&id);
        // The receiver lives as long as the `Jobs`; once it is gone nobody asks for outcomes.
        drop(self.outcomes.send(outcome));
    }

    fn forget_key(&mut self, id: JobId) {
        let Some(entry) = self.entries.get(&id) else { return };
        let Some(key) = entry.key.clone() else { return };
        let place = (entry.lane, key);
        if self.keys.get(&place) == Some(&id) {
            self.keys.remove(&place);
        }
    }
}

fn message_of(panic: &(dyn Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a message".to_owned())
}
