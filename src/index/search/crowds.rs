//! The answers to parts that hold for very many, remembered: the first letters of a name stand in half the texts of a
//! large book, are typed again and again, and take longest.
//!
//! Invariant: what is remembered is what a look into the dictionary would find, because it is forgotten with every change
//! of a text (held by `tests::what_many_share_is_not_remembered_too_long`).

use std::sync::{Arc, Mutex, PoisonError};

use super::bits::Bits;
use super::operators::Operator;
use super::query::{Part, Term};

/// How many answers are remembered. One takes two bytes a contact and a bit a document: 10 MB for all at 100,000 people.
const REMEMBERED: usize = 40;

/// Who was found by a part, and with how many points.
#[derive(Debug)]
pub(super) struct Crowd {
    pub bits: Arc<Bits>,
    /// By document, up to the last contact.
    pub points: Box<[u16]>,
}

/// What a part asks for, whatever stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    operator: Option<Operator>,
    text: String,
    is_phrase: bool,
    /// The last quote is not closed: the words need not be whole.
    is_whole: bool,
}

impl Asked {
    /// What a part asks for; `None` for a condition.
    pub fn of(part: &Part) -> Option<Self> {
        let is_whole = part.writings.first()?.is_whole;
        match &part.term {
            Term::Text { operator, text, is_phrase } => {
                Some(Self { operator: *operator, text: text.clone(), is_phrase: *is_phrase, is_whole })
            }
            Term::Condition(_) => None,
        }
    }
}

/// Crowds by what was asked, the last asked for last.
#[derive(Debug, Default)]
pub(super) struct Crowds(Mutex<Vec<(Asked, Arc<Crowd>)>>);

impl Clone for Crowds {
    /// A copy remembers nothing.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Crowds {
    /// Forgets all answers.
    pub fn forget(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Returns what was found before.
    pub fn get(&self, asked: &Asked) -> Option<Arc<Crowd>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = known.iter().position(|(other, _)| other == asked)?;
        let found = known.remove(at);
        let crowd = Arc::clone(&found.1);
        known.push(found);
        Some(crowd)
    }

    /// Remembers what was found, in the place of what was not asked for longest.
    pub fn put(&self, asked: Asked, crowd: Crowd) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() == REMEMBERED {
            known.remove(0);
        }
        known.push((asked, Arc::new(crowd)));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::edit::Touched;
    use crate::index::tests::{contact, day, put};
    use crate::index::{Index, Query, SearchResult};
    use crate::model::*;

    fn ids(result: &SearchResult) -> Vec<u128> {
        result.ranked().iter().map(|id| id.value()).collect()
    }

    #[test]
    fn what_many_share_is_not_remembered_too_long() {
        let mut book = Book::default();
        for id in 1..=30 {
            put(&mut book, contact(id, &format!("Ada Tanaka {id}")));
        }
        let mut index = Index::rebuild(&book);
        let found = |index: &Index, query: &str| {
            let result = index.find(&Query::parse(query), day(10, 14));
            (ids(&result), result.count())
        };
        let queries = ["ta", "ta ad", "ta -ad", "-ta", "name:ta", "\"tanaka\"", "\"tanaka", "title:ta"];
        for query in queries.iter().chain(&queries) {
            let fresh = Index::rebuild(&book);
            assert_eq!(found(&index, query), found(&fresh, query), "{query}: twice the same");
        }
        put(&mut book, contact(7, "Otto Weber"));
        let records = BTreeSet::from([RecordRef::Contact(Id::new(7))]);
        index.update(&book, &Touched { records, ..Touched::default() });
        assert_eq!(found(&index, "ta").1, 29);
        for query in queries {
            assert_eq!(
                found(&index, query),
                found(&Index::rebuild(&book), query),
                "{query}: after the change"
            );
        }
    }
}
