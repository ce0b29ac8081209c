//! Which document of the search has which number.
//!
//! Numbers are given once, for a whole book in the order of kinds and ids, so that they are found without a table;
//! what comes later gets the numbers behind. Must not know texts. Start reading at [`Numbers::get`].

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::dictionary::{DocId, MAX_DOC};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Contact,
    Card,
    Event,
    FollowUp,
}

impl Kind {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Contact, Self::Card, Self::Event, Self::FollowUp];

    /// Whether such a document is there even when no word stands in it: a card of the pile on which nothing was read
    /// yet is the one that `is:pile` is meant for.
    pub const fn needs_no_words(self) -> bool {
        matches!(self, Self::Contact | Self::Card)
    }
}

/// The documents of a whole book: kind by kind, each in the order of the ids.
#[derive(Debug, Default)]
struct First {
    ids: Vec<u128>,
    /// Where each kind ends.
    ends: [usize; 4],
}

/// Which document has which number; shared with results, which outlive a change.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    first: Arc<First>,
    later: Vec<(Kind, u128)>,
    of_later: FxHashMap<(Kind, u128), DocId>,
    /// Numbers whose document was taken away; it gets the same one when it comes back.
    gone: Bits,
}

impl Numbers {
    /// Gives numbers to the documents of a whole book: the ids of each kind, ascending.
    pub fn of(ids: Vec<u128>, ends: [usize; 4]) -> Self {
        Self { first: Arc::new(First { ids, ends }), ..Self::default() }
    }

    /// Returns the number of a document that is there.
    pub fn get(&self, kind: Kind, id: u128) -> Option<DocId> {
        self.find(kind, id).filter(|doc| !self.gone.has(*doc))
    }

    fn find(&self, kind: Kind, id: u128) -> Option<DocId> {
        let First { ids, ends } = &*self.first;
        let start = (kind as usize).checked_sub(1).map_or(0, |before| ends[before]);
        match ids[start..ends[kind as usize]].binary_search(&id) {
            Ok(at) => Some((start + at) as DocId),
            Err(_) => self.of_later.get(&(kind, id)).copied(),
        }
    }

    /// Gives a document a number, unless it has one; nothing when there are too many.
    pub fn give(&mut self, kind: Kind, id: u128) -> Option<DocId> {
        if let Some(doc) = self.find(kind, id) {
            self.gone.clear(doc);
            return Some(doc);
        }
        let doc = DocId::try_from(self.len()).ok().filter(|doc| *doc <= MAX_DOC)?;
        self.later.push((kind, id));
        self.of_later.insert((kind, id), doc);
        Some(doc)
    }

    /// Takes note that a document is there no more.
    pub fn take(&mut self, doc: DocId) {
        self.gone.set(doc);
    }

    /// Returns the id of a document.
    pub fn id(&self, doc: DocId) -> u128 {
        let at = doc as usize;
        self.first.ids.get(at).copied().unwrap_or_else(|| self.later[at - self.first.ids.len()].1)
    }

    /// Returns kind and id of a document.
    pub fn name(&self, doc: DocId) -> (Kind, u128) {
        let at = doc as usize;
        match self.first.ids.get(at) {
            Some(id) => {
                let kind = Kind::ALL[self.first.ends.iter().take_while(|end| **end <= at).count()];
                (kind, *id)
            }
            None => self.later[at - self.first.ids.len()],
        }
    }

    /// All documents that are there, by their numbers.
    pub fn all(&self) -> impl Iterator<Item = DocId> {
        (0..self.len() as DocId).filter(|doc| !self.gone.has(*doc))
    }

    /// How many numbers are given, those of documents that went included.
    pub fn len(&self) -> usize {
        self.first.ids.len() + self.later.len()
    }

    /// About how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        self.first.ids.capacity() * 16 + self.later.capacity() * 32 + self.of_later.capacity() * 49
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_comes_back_has_its_number_again() {
        let mut numbers = Numbers::of(vec![3, 7, 5], [2, 3, 3, 3]);
        assert_eq!([numbers.get(Kind::Contact, 7), numbers.get(Kind::Card, 5)], [Some(1), Some(2)]);
        assert_eq!([numbers.get(Kind::Contact, 5), numbers.get(Kind::Event, 5)], [None, None]);
        assert_eq!(numbers.give(Kind::Event, 5), Some(3));
        numbers.take(1);
        numbers.take(3);
        assert_eq!([numbers.get(Kind::Contact, 7), numbers.get(Kind::Event, 5)], [None, None]);
        assert_eq!([numbers.give(Kind::Event, 5), numbers.give(Kind::Contact, 7)], [Some(3), Some(1)]);
        let all: Vec<_> = numbers.all().map(|doc| numbers.name(doc)).collect();
        assert_eq!(all, [(Kind::Contact, 3), (Kind::Contact, 7), (Kind::Card, 5), (Kind::Event, 5)]);
    }
}
