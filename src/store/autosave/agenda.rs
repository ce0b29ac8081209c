//! What the saving thread knows and is to do next: the state behind the mutex, without a thread and without a disk.
//!
//! Start reading at [`Inner::next`].
//!
//! Changes of other programs arrive on the saving thread, while the session goes on editing. Each has a number; a
//! snapshot says up to which number it has them, so that the thread knows what a snapshot lacks and from which state to
//! join it ([`Inner::lacks_since`]).
//!
//! Invariant: a snapshot that lacks what arrived is joined with it, never written over it
//! (`tests::a_snapshot_that_lacks_an_arrival_says_since_when`).

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::{Disk, SaveState, SaveStatus, Timing, Told};
use crate::edit::history::Entry;
use crate::model::Book;
use crate::store::access::Access;
use crate::store::error::SaveError;
use crate::store::file::{Arrival, Request, Wishes};
use crate::store::format::Origin;

/// Time between looks that no event asked for, while another program has the book or the system cannot watch.
const POLL_OFTEN: Duration = Duration::from_secs(2);

/// Time between looks that no event asked for otherwise: network disks tell nothing about other machines.
const POLL: Duration = Duration::from_secs(10);
pub(super) struct Inner {
    pub(super) waiting: Option<Snapshot>,
    pub(super) saving: bool,
    pub(super) failed: Option<SaveError>,
    pub(super) saved_revision: u64,
    /// Write now instead of waiting for quiet.
    pub(super) hurry: bool,
    pub(super) closing: bool,
    pub(super) access: Access,
    /// Where the state on the disk comes from.
    pub(super) origin: Origin,
    /// The newest arrival, until the session takes it.
    pub(super) arrival: Option<Arrival>,
    /// Its number, or that of the last one taken.
    pub(super) arrived: u64,
    /// For every arrival that a snapshot may lack: its number, and the state of the session before it.
    pub(super) lacking: Vec<(u64, Book)>,
    pub(super) told: Vec<Told>,
    pub(super) no_backup: bool,
    /// The next look at the disk, if one is asked for.
    pub(super) look_at: Option<Instant>,
    /// Without patience: somebody waits for what it finds.
    pub(super) look_now: bool,
    pub(super) looking: bool,
    pub(super) looked_last: Option<Instant>,
    pub(super) watch: Watching,
    /// The watch begins when the book has a file.
    pub(super) watch_later: bool,
    pub(super) replace_unreadable: bool,
    pub(super) prepared: bool,
}

/// Whether changes of other programs are looked for without being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Watching {
    /// Only on demand.
    No,
    /// The thread is to begin.
    Wanted,
    /// The system tells of changes.
    Told,
    /// The system cannot; only time does.
    Polling,
}

pub(super) struct Snapshot {
    pub(super) book: Book,
    pub(super) revision: u64,
    pub(super) at: DateTime<Utc>,
    pub(super) entries: Vec<Entry>,
    pub(super) wishes: Wishes,
    /// Number of the last arrival that is in it.
    pub(super) has: u64,
    /// When the oldest edit in it was made that is not on the disk.
    pub(super) first: Instant,
    pub(super) last: Instant,
}

impl Snapshot {
    /// Takes over what an older one that is not on the disk was to do.
    pub(super) fn follow(&mut self, first: Instant, mut entries: Vec<Entry>, mut wishes: Wishes) {
        self.first = first;
        entries.append(&mut self.entries);
        self.entries = entries;
        wishes.join(std::mem::take(&mut self.wishes));
        self.wishes = wishes;
    }
}

/// What the thread does next.
pub(super) enum Task {
    Save(Box<(Snapshot, Request)>),
    Look { patience: bool },
    Prepare,
    Watch,
    ReplaceUnreadable,
}
impl Inner {
    pub(super) fn new(saved_revision: u64, disk: &dyn Disk) -> Self {
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

    pub(super) fn status(&self) -> SaveStatus {
        let state = match &self.failed {
            _ if self.saving => SaveState::Saving,
            Some(error) => SaveState::Failed(error.clone()),
            None if self.waiting.is_some() => SaveState::Waiting,
            None => SaveState::Saved,
        };
        SaveStatus { state, saved_revision: self.saved_revision }
    }

    /// Whether nothing happens until somebody does something.
    pub(super) fn is_settled(&self) -> bool {
        !self.saving && (self.waiting.is_none() || self.failed.is_some())
    }

    /// Puts what arrived where the session finds it. One that was not taken yet is replaced: the newer one has all of
    /// it, and the session is still where it was before both.
    /// `to_a_snapshot` says that what arrived came to a snapshot of the session, not to the state on the disk.
    pub(super) fn arrive(&mut self, newer: Arrival, to_a_snapshot: bool) {
        self.arrived += 1;
        let from = match self.arrival.take() {
            Some(older) => {
                self.lacking.pop();
                // A snapshot that was saved meanwhile is nearer to what the session has.
                if to_a_snapshot { newer.from } else { older.from }
            }
            None => newer.from,
        };
        self.lacking.push((self.arrived, from.clone()));
        self.arrival = Some(Arrival { from, ..newer });
    }

    /// Returns the state from which a snapshot was made, when the disk has something that is not in it.
    pub(super) fn lacks_since(&mut self, snapshot: &Snapshot) -> Option<Book> {
        self.lacking.retain(|(number, _)| *number > snapshot.has);
        self.lacking.first().map(|(_, from)| from.clone())
    }

    /// How long until something is to be done, and what; nothing to do for ever without a time.
    pub(super) fn next(&mut self, timing: &Timing, now: Instant) -> (Option<Duration>, Option<Task>) {
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
            return (None, Some(Task::Save(Box::new((snapshot, request)))));
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
