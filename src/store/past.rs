//! From which state another copy of the book parted from ours: the base of a three-way merge.
//!
//! Owns the last states that were read or written here, by their ids. Start reading at [`Past::common`].
//!
//! A file that another machine put in the place of ours need not build on our last save: that machine may not have seen
//! it yet. Merged against our last state, everything that we saved meanwhile would look as if they had removed it. The
//! footer of each file names states in its past, so the newest one that both know is found; without any, nothing of
//! either side counts as removed.
//!
//! Invariant: what was saved here survives a file that does not know of it
//! (`suite::faults::others::what_another_machine_wrote_arrives_and_nothing_of_either_side_is_lost`).

use std::collections::VecDeque;
use std::path::Path;

use super::backups::{self, common_state};
use super::format::{Origin, StateId};
use crate::model::Book;

/// How many states stay in memory; they share all records that did not change between them.
const MOST_STATES: usize = 8;

/// The states of a book that was open here.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// The newest last.
    states: VecDeque<(StateId, Book)>,
    /// The newest one was written by somebody else, and these states were in its past.
    foreign: Option<Vec<StateId>>,
}

impl Past {
    /// Notes a state that was read from the disk.
    pub(super) fn note_read(&mut self, origin: &Origin, book: &Book) {
        self.note(origin.id, book);
        self.foreign = Some(origin.from.clone());
    }

    /// Notes a state that was written here.
    pub(super) fn note_written(&mut self, id: StateId, book: &Book) {
        self.note(Some(id), book);
        self.foreign = None;
    }

    fn note(&mut self, id: Option<StateId>, book: &Book) {
        let Some(id) = id else { return };
        self.states.retain(|(known, _)| *known != id);
        self.states.push_back((id, book.clone()));
        if self.states.len() > MOST_STATES {
            self.states.pop_front();
        }
    }

    /// The state that was on the disk last.
    pub(super) fn newest(&self) -> Option<&Book> {
        self.states.back().map(|(_, book)| book)
    }

    /// The state on the disk, if the next save has to name it as its past: somebody else wrote it and looks for it.
    pub(super) fn to_be_named(&self, ours: &Origin) -> Option<StateId> {
        ours.id.filter(|_| self.foreign.is_some())
    }

    /// Whether a file builds on the state that was on the disk before it.
    pub(super) fn leads_to(&self, ours: &Origin, theirs: &Origin) -> bool {
        // Without a footer somebody edited the file by hand, and what they edited was there before.
        let (Some(before), Some(after)) = (ours.id, theirs.id) else { return true };
        if before == after || theirs.from.contains(&before) {
            return true;
        }
        // A program that goes on saving does not name each of its states, but it keeps the past that they have.
        let goes_on = |past: &Vec<StateId>| past.iter().all(|id| theirs.from.contains(id));
        theirs.saved >= ours.saved && self.foreign.as_ref().is_some_and(goes_on)
    }

    /// Returns the newest state that both come from, as far as it is in memory or among the backups.
    pub(super) fn common(&self, target: &Path, ours: &Origin, theirs: &Origin) -> Option<Book> {
        let knows = |id: &StateId| theirs.id == Some(*id) || theirs.from.contains(id);
        let in_memory = self.states.iter().rev().find(|(id, _)| knows(id)).map(|(_, book)| book.clone());
        in_memory.or_else(|| common_state(target, ours, theirs, &backups::backups(target)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(saved: u64, from: &[u64], id: u64) -> Origin {
        Origin { saved, from: from.iter().map(|id| StateId(*id)).collect(), id: Some(StateId(id)) }
    }

    #[test]
    fn a_file_builds_on_ours_only_when_its_past_says_so() {
        let mut past = Past::default();
        past.note_written(StateId(7), &Book::default());
        let ours = origin(5, &[1], 7);
        assert!(past.leads_to(&ours, &origin(6, &[1, 7], 8)));
        assert!(past.leads_to(&ours, &Origin { id: None, ..Origin::default() }), "edited by hand");
        // It has not seen our last save, however often it saved itself.
        assert!(!past.leads_to(&ours, &origin(9, &[1], 8)));
        assert!(!past.leads_to(&ours, &origin(3, &[], 1)), "an older state came back");
        // Another program's state, and the next one of the same program.
        past.note_read(&ours, &Book::default());
        assert!(past.leads_to(&ours, &origin(9, &[1], 8)));
        assert!(!past.leads_to(&ours, &origin(9, &[2], 8)));
        assert_eq!(past.to_be_named(&ours), Some(StateId(7)));
    }

    #[test]
    fn the_newest_common_state_is_found_in_memory() {
        let mut past = Past::default();
        let book = |number| {
            let header = crate::model::Header { id: crate::model::Id::new(number), ..Default::default() };
            Book { header: std::sync::Arc::new(header), ..Book::default() }
        };
        for id in 1..=20 {
            past.note_written(StateId(id), &book(u128::from(id)));
        }
        let ours = origin(20, &[], 20);
        let nowhere = Path::new("");
        assert_eq!(past.common(nowhere, &ours, &origin(21, &[14, 18], 99)), Some(book(18)));
        assert_eq!(past.common(nowhere, &ours, &origin(3, &[], 15)), Some(book(15)), "an older state itself");
        assert_eq!(past.common(nowhere, &ours, &origin(21, &[3], 99)), None, "too long ago");
    }
}
