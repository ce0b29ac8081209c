//! A set of documents, one bit each.

use super::dictionary::DocId;

/// A set of documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// Returns an empty set with room for so many documents.
    pub fn with_room(documents: usize) -> Self {
        Self(vec![0; documents.div_ceil(64)])
    }

    /// Returns the set of the first so many documents.
    pub fn full(documents: usize) -> Self {
        let mut all = Self(vec![u64::MAX; documents.div_ceil(64)]);
        if !documents.is_multiple_of(64)
            && let Some(last) = all.0.last_mut()
        {
            *last = (1 << (documents % 64)) - 1;
        }
        all
    }

    /// Puts a document in.
    pub fn set(&mut self, doc: DocId) {
        let at = doc as usize / 64;
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (doc % 64);
    }

    /// Takes a document out.
    pub fn clear(&mut self, doc: DocId) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word &= !(1 << (doc % 64));
        }
    }

    /// Whether a document is in it.
    pub fn has(&self, doc: DocId) -> bool {
        self.0.get(doc as usize / 64).is_some_and(|word| word & (1 << (doc % 64)) != 0)
    }

    /// How many documents are in both.
    pub fn shared(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(one, other)| (one & other).count_ones() as usize).sum()
    }

    /// Keeps only what is in the other set too.
    pub fn keep(&mut self, other: &Self) {
        for (at, word) in self.0.iter_mut().enumerate() {
            *word &= other.0.get(at).copied().unwrap_or(0);
        }
    }

    /// Puts in what is in the other set.
    pub fn join(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// Takes out what is in the other set.
    pub fn drop_those(&mut self, other: &Self) {
        for (word, out) in self.0.iter_mut().zip(&other.0) {
            *word &= !out;
        }
    }

    /// Calls `visit` with every document that is in both, in ascending order.
    pub fn each_of_both(&self, other: &Self, mut visit: impl FnMut(DocId)) {
        for (at, (one, other)) in self.0.iter().zip(&other.0).enumerate() {
            let mut left = one & other;
            while left != 0 {
                visit((at * 64) as DocId + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }

    /// Whether it has more than one of `one_of` documents among the first so many.
    pub fn is_dense(&self, documents: usize, one_of: usize) -> bool {
        let words = &self.0[..self.0.len().min(documents.div_ceil(64))];
        words.iter().map(|word| word.count_ones() as usize).sum::<usize>() * one_of > documents
    }

    /// Calls `visit` with every document below a number in ascending order.
    pub fn each_below(&self, end: usize, mut visit: impl FnMut(DocId)) {
        for (at, word) in self.0.iter().take(end.div_ceil(64)).enumerate() {
            let mut left = *word;
            while left != 0 {
                let doc = (at * 64) as DocId + left.trailing_zeros();
                if doc as usize >= end {
                    return;
                }
                visit(doc);
                left &= left - 1;
            }
        }
    }

    /// Calls `visit` with every document in ascending order.
    pub fn each(&self, mut visit: impl FnMut(DocId)) {
        for (at, word) in self.0.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                visit((at * 64) as DocId + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_cut_and_counted() {
        let set = |docs: &[DocId]| {
            let mut bits = Bits::default();
            docs.iter().for_each(|doc| bits.set(*doc));
            bits
        };
        let mut some = set(&[0, 63, 64, 200]);
        some.keep(&set(&[0, 64, 200, 300]));
        some.drop_those(&set(&[64]));
        some.clear(1000);
        let mut left = Vec::new();
        some.each(|doc| left.push(doc));
        assert_eq!(left, [0, 200]);
        assert_eq!(some.shared(&set(&[1, 200, 300])), 1);
        assert!(some.has(200) && !some.has(64) && !some.has(10_000));
    }
}
