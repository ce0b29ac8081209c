//! The words of each document in their order, for phrases and for what an edit changes.
//!
//! The rows of a whole book lie one behind another; one that an edit changed lies by itself. Must not know queries.
//! Start reading at [`Row::sequences`].

use rustc_hash::FxHashMap;

use super::dictionary::{DocId, WordId};
use super::gather::Field;

/// In a row: the field of the words that follow.
pub(super) const FIELD: u32 = 1 << 31;
/// In a row: another writing of the word before.
pub(super) const OTHER: u32 = 1 << 30;

/// Returns the field that an entry of a row begins, if it is no word.
pub(super) fn mark(entry: u32) -> Option<Field> {
    (entry & FIELD != 0).then(|| Field::ALL[(entry & 15) as usize])
}

/// The words of one document in their order, with the fields and other writings among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row<'a>(pub &'a [u32]);

impl Row<'_> {
    /// Calls `visit` with each word and its field.
    pub fn words(self, mut visit: impl FnMut(WordId, Field)) {
        let mut field = Field::Note;
        for entry in self.0 {
            match mark(*entry) {
                Some(next) => field = next,
                None => visit(entry & !OTHER, field),
            }
        }
    }

    /// Returns each word in each of its fields once, in order.
    pub fn places(self) -> Vec<(WordId, Field)> {
        let mut places = Vec::with_capacity(self.0.len());
        self.words(|word, field| places.push((word, field)));
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Calls `visit` with every place at which the words stand one after another in one text: `fits(n, word)` says
    /// whether a word is the n-th of `length`. Any writing of a word will do.
    pub fn sequences(
        self,
        length: usize,
        fits: impl Fn(usize, WordId) -> bool,
        mut visit: impl FnMut(Field, &[u32]),
    ) {
        let mut field = Field::Note;
        for start in 0..self.0.len() {
            if let Some(next) = mark(self.0[start]) {
                field = next;
                continue;
            }
            if self.0[start] & OTHER == 0
                && let Some(end) = self.follow(start, length, &fits)
            {
                visit(field, &self.0[start..end]);
            }
        }
    }

    fn follow(self, mut at: usize, length: usize, fits: &impl Fn(usize, WordId) -> bool) -> Option<usize> {
        for n in 0..length {
            if mark(*self.0.get(at)?).is_some() {
                return None;
            }
            let mut found = false;
            loop {
                found |= fits(n, self.0[at] & !OTHER);
                at += 1;
                if self.0.get(at).is_none_or(|next| next & OTHER == 0 || mark(*next).is_some()) {
                    break;
                }
            }
            if !found {
                return None;
            }
        }
        Some(at)
    }
}

/// The rows of all documents.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Those of a whole book, one behind another.
    all: Vec<u32>,
    /// Where each of them ends.
    ends: Vec<u32>,
    /// Those that differ since.
    changed: FxHashMap<DocId, Box<[u32]>>,
}

impl Rows {
    /// Takes over the rows of a whole book: all entries, and where each row ends.
    pub fn of(all: Vec<u32>, ends: Vec<u32>) -> Self {
        Self { all, ends, changed: FxHashMap::default() }
    }

    /// Returns the row of a document; an empty one for a number that has none.
    pub fn get(&self, doc: DocId) -> Row<'_> {
        if !self.changed.is_empty()
            && let Some(row) = self.changed.get(&doc)
        {
            return Row(row);
        }
        let at = doc as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        Row(self.ends.get(at).map_or(&[], |end| &self.all[start..*end as usize]))
    }

    /// Puts a row in the place of what was there.
    pub fn set(&mut self, doc: DocId, row: &[u32]) {
        self.changed.insert(doc, row.into());
    }

    /// About how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        let changed: usize = self.changed.values().map(|row| row.len() * 4 + 25).sum();
        (self.all.capacity() + self.ends.capacity()) * 4 + changed
    }
}
