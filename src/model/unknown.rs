//! What a book holds that this version of the program has no field for.
//!
//! A newer Cardloom of the same format may write fields that an older one does not know. They are kept beside the
//! records, as pieces of text with the way to their place, and written back there. Owns the pieces and nothing of
//! the text around them: [`crate::store::format`] cuts them out and puts them back.
//!
//! Invariant: nothing here changes what a known field says (`suite::store_format`).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::RecordRef;

/// The fields of a book that this version does not know, by the record that has them; `None` stands for the book
/// as a whole: its header and tables of their own.
///
/// Pieces of a record that is gone are not written; they stay, so that undo brings them back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unknown {
    records: BTreeMap<Option<RecordRef>, Arc<[Fragment]>>,
}

/// One field that this version does not know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fragment {
    /// The way from the record to the value that has the field; empty for a field of the record itself. For the
    /// book as a whole it is empty for a field beside the tables and begins with `header` inside the header.
    pub within: Vec<Step>,
    /// Name of the known field before it; empty when it is the first.
    pub after: String,
    /// Name of the field as written.
    pub name: String,
    /// Its value as RON, on one line; for a list beside the tables one line for each element.
    pub value: String,
}

/// One step from a value to a part of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// To which part.
    pub to: To,
    /// The word before the bracket of that part, such as the variant `LentTo`; mostly empty. In a value of another
    /// variant the field would have no meaning.
    pub variant: String,
}

/// Which part a [`Step`] leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum To {
    /// A field.
    Field {
        /// Its name.
        name: String,
        /// The value may be missing altogether; then it is not made only to hold the unknown field.
        optional: bool,
    },
    /// The value of a map's entry, by the RON text of its key.
    Key(String),
    /// The value inside a variant.
    Inner,
    /// An element of a list.
    Element {
        /// Its place, counted from 0.
        index: usize,
        /// All elements as RON without their unknown fields: an element is found again by what it says, for the
        /// list may have been sorted, shortened or edited.
        among: Arc<[String]>,
    },
}

impl Unknown {
    /// Whether there is nothing unknown.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Returns the unknown fields of a record, or of the book as a whole, in the order of the file.
    pub fn of(&self, record: Option<RecordRef>) -> &[Fragment] {
        self.records.get(&record).map_or(&[], |fragments| &**fragments)
    }

    /// Replaces the unknown fields of a record; none removes them.
    pub fn set(&mut self, record: Option<RecordRef>, fragments: impl Into<Arc<[Fragment]>>) {
        let fragments = fragments.into();
        if fragments.is_empty() {
            self.records.remove(&record);
        } else {
            self.records.insert(record, fragments);
        }
    }

    /// Returns all that have unknown fields, in the order of their references.
    pub fn iter(&self) -> impl Iterator<Item = (Option<RecordRef>, &Arc<[Fragment]>)> {
        self.records.iter().map(|(record, fragments)| (*record, fragments))
    }

    /// Returns for which records the unknown fields differ, the book as a whole among them.
    pub fn differences(&self, other: &Self) -> Vec<Option<RecordRef>> {
        let mut records: Vec<_> = self.records.keys().chain(other.records.keys()).copied().collect();
        records.sort_unstable();
        records.dedup();
        records.retain(|record| self.records.get(record) != other.records.get(record));
        records
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn fragment(name: &str) -> Fragment {
        Fragment { within: Vec::new(), after: String::new(), name: name.to_owned(), value: "1".to_owned() }
    }

    #[test]
    fn what_differs_is_listed_once_whoever_has_it() {
        let (one, two) = (Some(RecordRef::Card(Id::new(1))), Some(RecordRef::Card(Id::new(2))));
        let mut a = Unknown::default();
        a.set(None, [fragment("aura")]);
        a.set(one, [fragment("mood")]);
        let mut b = a.clone();
        assert_eq!(a.differences(&b), []);
        b.set(one, []);
        b.set(two, [fragment("mood")]);
        assert_eq!(a.differences(&b), [one, two]);
        assert_eq!((b.of(one).len(), b.of(two).len(), b.of(None).len()), (0, 1, 1));
    }
}
