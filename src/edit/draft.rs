//! The only writer of a book.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::*;

use super::transaction::{Change, Diff};
use super::{EditError, Label, Transaction};

/// Time and fresh ids, which arrive as values so that the same edit gives the same book.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The moment of the edit.
    pub now: DateTime<Utc>,
    /// The local calendar day of the edit.
    pub today: NaiveDate,
    next_id: u128,
}

impl Stamp {
    /// Returns a stamp whose fresh ids count up from `first_id`, which must be unique, such as a
    /// UUID version 7. One edit takes far fewer ids than the counter has room for.
    pub fn new(now: DateTime<Utc>, today: NaiveDate, first_id: u128) -> Self {
        Self { now, today, next_id: first_id.max(1) }
    }

    /// Returns an id that nothing else has.
    pub fn fresh<T: ?Sized>(&mut self) -> Id<T> {
        let id = Id::new(self.next_id);
        self.next_id = self.next_id.wrapping_add(1).max(1);
        id
    }
}

/// A copy of the book that an edit writes to. When the edit fails it is dropped, so a failed edit
/// leaves no trace.
///
/// Invariant: every write is noted as a [`Diff`], so that the finished transaction inverts exactly
/// (held by the suite's `apply_then_undo_gives_back_the_same_book`).
pub struct Draft {
    original: Book,
    book: Book,
    changes: Vec<Change>,
    /// Time and ids of the edit.
    pub stamp: Stamp,
}

impl Draft {
    /// Starts from a book.
    pub fn new(book: &Book, stamp: Stamp) -> Self {
        Self { original: book.clone(), book: book.clone(), changes: Vec::new(), stamp }
    }

    /// The book as it is with all writes so far.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The book as it was before the edit.
    pub fn original(&self) -> &Book {
        &self.original
    }

    /// Returns a record, or an error that names what is missing.
    pub fn get<T: InBook>(&self, id: Id<T>) -> Result<&Arc<T>, EditError> {
        self.book.get(id).ok_or(EditError::Missing(T::reference(id)))
    }

    /// Puts a record in, new or instead of the one with its id.
    pub fn put<T: InBook>(&mut self, record: T)
    where
        Change: From<Diff<T>>,
    {
        let id = record.id();
        let after = Arc::new(record);
        let before = T::table_mut(&mut self.book).insert(id, Arc::clone(&after));
        self.note(Diff { id, before, after: Some(after) }.into());
    }

    /// Changes a record.
    pub fn update<T: InBook>(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) -> Result<(), EditError>
    where
        Change: From<Diff<T>>,
    {
        let mut record = T::clone(self.get(id)?);
        change(&mut record);
        debug_assert_eq!(record.id(), id, "an edit must not change an id");
        self.put(record);
        Ok(())
    }

    /// Takes a record out.
    pub fn remove<T: InBook>(&mut self, id: Id<T>) -> Result<Arc<T>, EditError>
    where
        Change: From<Diff<T>>,
    {
        let before = T::table_mut(&mut self.book).remove(&id).ok_or(EditError::Missing(T::reference(id)))?;
        self.note(Diff { id, before: Some(Arc::clone(&before)), after: None }.into());
        Ok(before)
    }

    /// Changes what belongs to the book as a whole.
    pub fn update_header(&mut self, change: impl FnOnce(&mut Header)) {
        let before = Arc::clone(&self.book.header);
        change(Arc::make_mut(&mut self.book.header));
        let after = Arc::clone(&self.book.header);
        self.note(Change::Header { before, after });
    }

    /// Writes a change that was found by comparing two states of the book.
    pub(super) fn carry_out(&mut self, change: Change) {
        change.apply(&mut self.book);
        self.note(change);
    }

    fn note(&mut self, change: Change) {
        // A second write to the record that was written last is the same change.
        let change = match self.changes.last_mut() {
            Some(last) => match last.join(change) {
                Ok(()) => return,
                Err(change) => change,
            },
            None => change,
        };
        self.changes.push(change);
    }

    /// Ends the edit. The transaction is empty when nothing differs: leaving a field as it was is no
    /// step that Undo could take back.
    pub fn finish(mut self, label: Label) -> Transaction {
        if self.changes.iter().all(Change::is_only_touched) {
            self.changes.clear();
        }
        self.changes.retain(|change| !change.is_empty());
        Transaction { label, changes: self.changes }
    }
}
