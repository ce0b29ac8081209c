//! Which words have something inside, remembered while it is typed letter by letter.
//!
//! Looking through all words takes a third of a millisecond for 100,000 people; those that have `anak` inside are among
//! those that have `ana`.
//!
//! Invariant: what is remembered is what a look through all words would find, because it is forgotten with every word
//! that comes (held by `dictionary::tests::what_was_found_inside_is_not_remembered_too_long`).

use std::sync::{Arc, Mutex, PoisonError};

use super::dictionary::WordId;

/// How many answers are remembered: the words of a long query, and some that were typed before.
const REMEMBERED: usize = 12;

/// Words by what they have inside, the last asked for last.
#[derive(Debug, Default)]
pub(super) struct Inside(Mutex<Vec<(String, Arc<[WordId]>)>>);

impl Clone for Inside {
    /// A copy remembers nothing.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Inside {
    /// Forgets all answers.
    pub fn forget(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Returns the words that have `typed` inside: as remembered, by `narrow` from those of a part of it, or by `scan`.
    pub fn get(
        &self,
        typed: &str,
        scan: impl FnOnce() -> Vec<WordId>,
        narrow: impl FnOnce(&[WordId]) -> Vec<WordId>,
    ) -> Arc<[WordId]> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = {
            let known = lock();
            let parts = known.iter().filter(|(part, _)| typed.contains(part.as_str()));
            parts.max_by_key(|(part, _)| part.len()).map(|(part, ids)| (part == typed, Arc::clone(ids)))
        };
        let found: Arc<[WordId]> = match known {
            Some((true, ids)) => return ids,
            Some((false, ids)) => narrow(&ids).into(),
            None => scan().into(),
        };
        let mut known = lock();
        if known.len() == REMEMBERED {
            known.remove(0);
        }
        known.push((typed.to_owned(), Arc::clone(&found)));
        found
    }
}
