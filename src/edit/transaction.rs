//! What an edit did, record by record, and how to take it back.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::*;
use crate::with_tables;

use super::Label;

/// One record before and after a change; `None` where it did not exist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diff<T> {
    /// The id of the record.
    pub id: Id<T>,
    /// The record before the change.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub before: Option<Arc<T>>,
    /// The record after the change.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub after: Option<Arc<T>>,
}

/// Spares `T` a default of its own.
fn none<T>() -> Option<T> {
    None
}

impl<T> Diff<T> {
    fn inverse(self) -> Self {
        Self { id: self.id, before: self.after, after: self.before }
    }
}

macro_rules! define_change {
    ($($field:ident: $kind:ident,)*) => {
        /// A change of one record.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum Change {
            /// The header of the book.
            Header {
                /// Before the change.
                before: Arc<Header>,
                /// After the change.
                after: Arc<Header>,
            },
            $(
                #[doc = concat!("A record of kind ", stringify!($kind), ".")]
                $kind(Diff<$kind>),
            )*
        }

        impl Change {
            /// Returns the change that takes this one back.
            pub fn inverse(self) -> Self {
                match self {
                    Self::Header { before, after } => Self::Header { before: after, after: before },
                    $(Self::$kind(diff) => Self::$kind(diff.inverse()),)*
                }
            }

            /// The record that changes; `None` for the header.
            pub fn record(&self) -> Option<RecordRef> {
                match self {
                    Self::Header { .. } => None,
                    $(Self::$kind(diff) => Some(RecordRef::$kind(diff.id)),)*
                }
            }

            /// Puts the state after the change into the book.
            pub fn apply(&self, book: &mut Book) {
                match self {
                    Self::Header { after, .. } => book.header = Arc::clone(after),
                    $(Self::$kind(diff) => {
                        let table = $kind::table_mut(book);
                        match &diff.after {
                            Some(record) => { table.insert(diff.id, Arc::clone(record)); }
                            None => { table.remove(&diff.id); }
                        }
                    })*
                }
            }

            /// Whether the book is as the change left it.
            pub(super) fn is_in(&self, book: &Book) -> bool {
                match self {
                    Self::Header { after, .. } => *after == book.header,
                    $(Self::$kind(diff) => diff.after.as_ref() == book.get(diff.id),)*
                }
            }

            /// Whether a later change of the same record began where this one ended.
            pub(super) fn is_followed_by(&self, later: &Self) -> bool {
                match (self, later) {
                    (Self::Header { after, .. }, Self::Header { before, .. }) => after == before,
                    $((Self::$kind(diff), Self::$kind(later)) => diff.after == later.before,)*
                    _ => false,
                }
            }

            /// Joins a later change of the same record to this one.
            pub(super) fn join(&mut self, later: Self) -> Result<(), Self> {
                match (self, later) {
                    (Self::Header { after, .. }, Self::Header { after: newest, .. }) => {
                        *after = newest;
                        Ok(())
                    }
                    $(
                        (Self::$kind(diff), Self::$kind(later)) if diff.id == later.id => {
                            diff.after = later.after;
                            Ok(())
                        }
                    )*
                    (_, later) => Err(later),
                }
            }

            /// Whether nothing differs.
            pub(super) fn is_empty(&self) -> bool {
                match self {
                    Self::Header { before, after } => before == after,
                    $(Self::$kind(diff) => diff.before == diff.after,)*
                }
            }

            /// Whether nothing differs but the time of the last change.
            pub(super) fn is_only_touched(&self) -> bool {
                match self {
                    $(Self::$kind(Diff { before: Some(before), after: Some(after), .. }) => {
                        let mut after = $kind::clone(after);
                        after.take_time_of(before);
                        after == **before
                    })*
                    other => other.is_empty(),
                }
            }
        }

        $(
            impl From<Diff<$kind>> for Change {
                fn from(diff: Diff<$kind>) -> Self {
                    Self::$kind(diff)
                }
            }
        )*
    };
}
with_tables!(define_change);

/// Records that may say when they were last changed.
pub(super) trait Dated {
    /// Takes over the time of the last change.
    fn take_time_of(&mut self, other: &Self);
    /// Notes that the record is changed now.
    fn touch(&mut self, now: DateTime<Utc>);
}

macro_rules! dated {
    ($($kind:ident)*; $($timeless:ident)*) => {
        $(impl Dated for $kind {
            fn take_time_of(&mut self, other: &Self) {
                self.updated_at = other.updated_at;
            }
            fn touch(&mut self, now: DateTime<Utc>) {
                self.updated_at = now;
            }
        })*
        $(impl Dated for $timeless {
            fn take_time_of(&mut self, _other: &Self) {}
            fn touch(&mut self, _now: DateTime<Utc>) {}
        })*
    };
}
dated! {
    Circle Organization Contact Event Card Encounter Introduction Referral FollowUp SavedSearch LetterTemplate;
    Attachment Storage Relationship Review Place Recall Conflict Trashed
}

/// A whole edit: all its changes, which are applied or taken back together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Transaction {
    /// What the user did, for "Undo: …".
    pub label: Label,
    /// The changes in the order in which they were made.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// Returns what leads from one book to another. Tables and records that both share are not looked into.
    #[must_use]
    pub fn between(from: &Book, to: &Book, label: Label) -> Self {
        let mut changes = Vec::new();
        if !Arc::ptr_eq(&from.header, &to.header) && from.header != to.header {
            changes.push(Change::Header { before: Arc::clone(&from.header), after: Arc::clone(&to.header) });
        }
        macro_rules! compare {
            ($($field:ident: $kind:ident,)*) => {
                $(if !Arc::ptr_eq(&from.$field, &to.$field) {
                    differences(&from.$field, &to.$field, |diff| changes.push(Change::$kind(diff)));
                })*
            };
        }
        with_tables!(compare);
        Self { label, changes }
    }

    /// Returns the transaction that takes this one back: order reversed, before and after swapped.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { label: self.label, changes: self.changes.into_iter().rev().map(Change::inverse).collect() }
    }

    /// Goes on with what was done later, as one transaction with its label.
    pub(super) fn join(&mut self, later: Self) {
        self.label = later.label;
        'changes: for mut change in later.changes {
            // The last change of a record is the one that its next one goes on from.
            for known in self.changes.iter_mut().rev() {
                match known.join(change) {
                    Ok(()) => continue 'changes,
                    Err(other) => change = other,
                }
            }
            self.changes.push(change);
        }
    }

    /// Carries out all changes and says which records they touched.
    pub fn apply(&self, book: &mut Book) -> Touched {
        let mut touched = Touched::default();
        for change in &self.changes {
            change.apply(book);
            touched.note(change);
        }
        // A place that the layout found is no step of the history: when a person is taken back who
        // was placed meanwhile, the place goes too.
        for change in &self.changes {
            if let Change::Contact(Diff { id, after: None, .. }) = change
                && book.places.contains_key(&id.cast())
            {
                Place::table_mut(book).remove(&id.cast());
                touched.records.insert(RecordRef::Place(id.cast()));
            }
        }
        touched
    }
}

/// Calls `note` for each record that differs, in the order of the ids.
fn differences<T: PartialEq>(from: &Table<T>, to: &Table<T>, mut note: impl FnMut(Diff<T>)) {
    from.differences(to, |id| {
        let (before, after) = (from.get(&id), to.get(&id));
        if before != after {
            note(Diff { id, before: before.cloned(), after: after.cloned() });
        }
    });
}

/// Which records changed, so that indexes update no more than these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// The records.
    pub records: BTreeSet<RecordRef>,
    /// The header changed.
    pub header: bool,
    /// Another book was opened: everything changed.
    pub everything: bool,
}

impl Touched {
    /// Everything changed.
    pub fn everything() -> Self {
        Self { everything: true, header: true, ..Self::default() }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && !self.header && !self.everything
    }

    fn note(&mut self, change: &Change) {
        match change.record() {
            Some(record) => {
                self.records.insert(record);
            }
            None => self.header = true,
        }
    }
}
