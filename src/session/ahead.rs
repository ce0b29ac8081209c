//! A large edit that a worker carries out on a snapshot, so that the window does not wait for it.
//!
//! Owns the way of such an edit out of the session and back into it. Start reading at [`Session::ahead`].
//!
//! Invariant: what comes back is taken only by the state from which it went out
//! (`tests::what_was_carried_out_on_another_state_is_not_taken`).

use chrono::{DateTime, Utc};

use super::{Session, wishes_of};
use crate::edit::{Edit, EditError, Label, Stamp, Transaction};
use crate::index::Index;
use crate::model::Book;
use crate::store::Wishes;

/// A snapshot on which an edit is carried out.
pub struct Ahead {
    book: Book,
    stamp: Stamp,
    revision: u64,
}

/// An edit that was carried out, with the book and the index that it leads to.
pub struct Landing {
    book: Book,
    index: Index,
    transaction: Transaction,
    wishes: Wishes,
    at: DateTime<Utc>,
    revision: u64,
}

/// The book has changed since the snapshot was made; nothing was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale;

impl Session {
    /// Returns what a worker needs to carry out an edit on the present state.
    pub fn ahead(&mut self) -> Ahead {
        Ahead { book: self.book.clone(), stamp: self.stamp(), revision: self.revision }
    }

    /// Takes an edit that was carried out on this very state, as one step of Undo, and returns what the user did; nothing
    /// when it changed nothing.
    ///
    /// # Errors
    /// When the book is another one by now, or may not be changed any more: the edit is to be carried out again.
    pub fn land(&mut self, landing: Landing) -> Result<Option<Label>, Stale> {
        if landing.revision != self.revision || !self.access().is_writable() {
            return Err(Stale);
        }
        let Landing { book, index, transaction, wishes, at, .. } = landing;
        if transaction.changes.is_empty() {
            return Ok(None);
        }
        (self.book, self.index) = (book, index);
        self.revision += 1;
        let label = transaction.label.clone();
        self.history.push(transaction, None, at);
        self.submit(wishes);
        Ok(Some(label))
    }
}

impl Ahead {
    /// The state of the snapshot.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Carries an edit out; for edits that are no typing into a field.
    ///
    /// # Errors
    /// The rule that the edit breaks.
    pub fn carry_out(self, edit: Edit) -> Result<Landing, EditError> {
        let Self { mut book, stamp, revision } = self;
        let (wishes, at) = (wishes_of(&edit), stamp.now);
        let transaction = edit.carry_out(&book, stamp)?;
        transaction.apply(&mut book);
        let index = Index::rebuild(&book);
        // Whoever asks for so much looks at it next.
        index.network();
        Ok(Landing { book, index, transaction, wishes, at, revision })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::{NetworkIn, PersonIn};
    use crate::model::PersonName;
    use crate::session::FixedClock;

    fn session() -> Session {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
        Session::new(Box::new(FixedClock::new(today)), None, Arc::new(|| {}))
    }

    fn two() -> Edit {
        let person = |name| PersonIn { name: PersonName::new(name, "Example"), ..PersonIn::default() };
        let people = vec![person("Aiko"), person("Jonas")];
        Edit::TakeInNetwork { network: Box::new(NetworkIn { people, ties: Vec::new() }) }
    }

    #[test]
    fn an_edit_carried_out_ahead_is_one_step_like_any_other() {
        let (mut ahead, mut here) = (session(), session());
        here.commit(two()).unwrap();
        let landing = ahead.ahead().carry_out(two()).unwrap();
        assert!(ahead.land(landing).unwrap().is_some());
        assert_eq!(ahead.book().contacts, here.book().contacts);
        assert_eq!(ahead.index(), &Index::rebuild(ahead.book()));
        assert!(ahead.undo().is_some() && ahead.book().contacts.is_empty());
        assert!(ahead.redo().is_some() && ahead.book().contacts.len() == 2);
    }

    #[test]
    fn what_was_carried_out_on_another_state_is_not_taken() {
        let mut session = session();
        let landing = session.ahead().carry_out(two()).unwrap();
        session.commit(two()).unwrap();
        assert_eq!(session.land(landing).err(), Some(Stale));
        assert_eq!(session.book().contacts.len(), 2);
    }
}
