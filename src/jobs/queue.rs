//! The order in which waiting jobs of one lane are taken. Knows nothing of threads.

use super::JobId;

/// A named thread, or two, that does one kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Saving and loading the book: one thread, strictly in the order of asking, finished before shutdown.
    Disk,
    /// Reading files that the user brings, writing exports: one thread, in the order of asking within a priority.
    Files,
    /// Pictures for the screen: one or two threads, visible first, newest first, bounded.
    Decode,
    /// The graph's layout, search indexes and other long computation: one thread.
    Layout,
}

impl Lane {
    /// Every lane, in the order in which a pool without threads serves them.
    pub const ALL: [Self; 4] = [Self::Disk, Self::Files, Self::Decode, Self::Layout];

    pub(super) const fn index(self) -> usize {
        match self {
            Self::Disk => 0,
            Self::Files => 1,
            Self::Decode => 2,
            Self::Layout => 3,
        }
    }

    pub(super) const fn thread_name(self) -> &'static str {
        match self {
            Self::Disk => "cardloom-disk",
            Self::Files => "cardloom-files",
            Self::Decode => "cardloom-decode",
            Self::Layout => "cardloom-layout",
        }
    }

    /// How many jobs may wait. Only pictures are dropped: the view asks again for what it still shows.
    pub(super) const fn capacity(self) -> usize {
        match self {
            Self::Decode => 512,
            _ => usize::MAX,
        }
    }
}

/// How urgent a job is among those of its lane. The disk lane does not look at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// When nothing else waits.
    Background,
    /// Soon needed: just outside the visible part, or asked for by no view.
    #[default]
    Normal,
    /// The user is looking at the place where the result belongs.
    Visible,
}

/// What happens when a job with the same key is there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Again {
    /// The one that is there answers for both; its priority rises. For results that depend on the key alone.
    #[default]
    Join,
    /// The waiting or running one is cancelled, the new one takes its place. For "the latest wins".
    Replace,
}

#[derive(Debug)]
pub(super) struct Waiting<T> {
    pub(super) id: JobId,
    pub(super) priority: Priority,
    /// Grows with each request and each rise of priority: what the user asked for last has the largest.
    pub(super) asked: u64,
    pub(super) job: T,
}

/// The waiting jobs of one lane.
#[derive(Debug)]
pub(super) struct Queue<T> {
    lane: Lane,
    waiting: Vec<Waiting<T>>,
}

impl<T> Queue<T> {
    pub(super) const fn new(lane: Lane) -> Self {
        Self { lane, waiting: Vec::new() }
    }

    /// Adds a job and returns the least wanted one when the lane is full.
    pub(super) fn push(&mut self, waiting: Waiting<T>) -> Option<Waiting<T>> {
        self.waiting.push(waiting);
        if self.waiting.len() <= self.lane.capacity() {
            return None;
        }
        let least =
            (0..self.waiting.len()).min_by_key(|&at| (self.waiting[at].priority, self.waiting[at].asked))?;
        Some(self.waiting.swap_remove(least))
    }

    /// Takes the job whose turn it is.
    pub(super) fn pop(&mut self) -> Option<Waiting<T>> {
        let places = 0..self.waiting.len();
        let next = match self.lane {
            Lane::Disk => places.min_by_key(|&at| self.waiting[at].id),
            Lane::Decode => places.max_by_key(|&at| (self.waiting[at].priority, self.waiting[at].asked)),
            Lane::Files | Lane::Layout => {
                places.max_by_key(|&at| (self.waiting[at].priority, std::cmp::Reverse(self.waiting[at].id)))
            }
        }?;
        Some(self.waiting.swap_remove(next))
    }

    pub(super) fn remove(&mut self, id: JobId) -> Option<Waiting<T>> {
        let at = self.waiting.iter().position(|waiting| waiting.id == id)?;
        Some(self.waiting.swap_remove(at))
    }

    /// Raises a waiting job to `priority` and makes it the newest; never lowers it.
    pub(super) fn raise(&mut self, id: JobId, priority: Priority, asked: u64) {
        if let Some(waiting) = self.waiting.iter_mut().find(|waiting| waiting.id == id) {
            waiting.priority = waiting.priority.max(priority);
            waiting.asked = asked;
        }
    }

    pub(super) fn take_all(&mut self) -> Vec<Waiting<T>> {
        std::mem::take(&mut self.waiting)
    }
}
