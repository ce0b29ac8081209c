//! The search made by a worker, so that a book can be shown before it is there.
//!
//! Owns the way of the search from a snapshot into an index that went on meanwhile. Start reading at
//! [`Index::preparation`].
//!
//! Invariant: no edit is lost that was made while the worker was at work
//! (held by `index::tests::a_search_that_was_prepared_meanwhile_knows_every_edit`).

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Index, Links, Search};
use crate::model::{Book, Contact, Id, RecordRef};
use crate::with_tables;

/// So few records are taken in at once, without a worker.
const FEW: usize = 1500;

/// What the search is made of: a snapshot, to be taken to a worker.
#[derive(Debug)]
pub struct Preparation {
    book: Book,
    links: Arc<Links>,
}

/// The search of a snapshot.
#[derive(Debug)]
pub struct Prepared {
    search: Search,
    book: Book,
}

impl Preparation {
    /// Makes the search; takes long for a large book.
    pub fn carry_out(self) -> Prepared {
        Prepared { search: Search::rebuild(&self.book, &self.links), book: self.book }
    }
}

impl Index {
    /// Whether a question is answered at once.
    pub fn is_search_ready(&self) -> bool {
        self.search.get().is_some() || self.book.len() <= FEW
    }

    /// Returns what a worker needs to make the search.
    pub fn preparation(&self) -> Preparation {
        Preparation { book: self.book.clone(), links: Arc::clone(&self.links) }
    }

    /// Takes the search over and brings it to the present state of the book.
    pub fn take_search(&mut self, prepared: Prepared) {
        if self.search.get().is_some() {
            return;
        }
        let Prepared { mut search, book } = prepared;
        search.update(&book, &self.book, &self.links, &differences(&book, &self.book));
        self.search = search.into();
    }

    /// Returns the folded name by which a contact is sorted, see [`Search::sort_name`]; also without a search.
    pub fn sort_name(&self, contact: Id<Contact>) -> std::borrow::Cow<'_, str> {
        match self.search.get() {
            Some(search) => search.sort_name(contact).into(),
            None => self
                .book
                .get(contact)
                .map_or_else(String::new, |contact| super::search::name_of(contact))
                .into(),
        }
    }
}

/// Returns every record that differs between two states of a book. Tables and records that both share are not
/// looked into.
pub(super) fn differences(before: &Book, after: &Book) -> BTreeSet<RecordRef> {
    fn of_table<T: InBook>(before: &Arc<Table<T>>, after: &Arc<Table<T>>, found: &mut BTreeSet<RecordRef>) {
        if !Arc::ptr_eq(before, after) {
            before.differences(after, |id| _ = found.insert(T::reference(id)));
        }
    }
    let mut found = BTreeSet::new();
    macro_rules! compare {
        ($($field:ident: $kind:ident,)*) => {
            $(of_table::<$kind>(&before.$field, &after.$field, &mut found);)*
        };
    }
    use crate::model::*;
    with_tables!(compare);
    found
}
