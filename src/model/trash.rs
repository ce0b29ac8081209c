//! What was deleted and waits in the trash.
//!
//! What is in the trash is in no table of the book: no view, search, figure or export can show it by mistake. Start
//! reading at [`Trashed`].

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{
    Book, Card, Contact, Encounter, Event, FollowUp, Id, InBook, Introduction, Place, Recall, Record,
    RecordRef, Referral, Relationship, Review, Step, To,
};

/// A person, card or event that was deleted, with everything that went along.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Trashed {
    /// The same bits as the id of what was deleted.
    pub id: Id<Self>,
    /// The day of the deletion.
    pub on: NaiveDate,
    /// The records that left their tables, in the order of the tables.
    pub gone: Vec<Kept>,
    /// Records that stayed and named one of these, as they were: restoring puts the links back.
    #[serde(skip_serializing_if = "is_default")]
    pub links: Vec<Kept>,
}

/// How much lies in the trash.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TrashCount {
    /// People.
    pub contacts: usize,
    /// Cards, those of the people among them.
    pub cards: usize,
    /// Encounters with nobody else.
    pub encounters: usize,
    /// Events.
    pub events: usize,
}

impl Trashed {
    /// What was deleted; `None` when the record is damaged.
    pub fn what(&self) -> Option<&Kept> {
        self.gone.iter().find(|kept| {
            let reference = kept.reference();
            let is_subject =
                matches!(reference, RecordRef::Contact(_) | RecordRef::Card(_) | RecordRef::Event(_));
            is_subject && reference.value() == self.id.value()
        })
    }

    /// The person who was deleted.
    pub fn contact(&self) -> Option<&Arc<Contact>> {
        match self.what() {
            Some(Kept::Contact(contact)) => Some(contact),
            _ => None,
        }
    }

    /// The event that was deleted.
    pub fn event(&self) -> Option<&Arc<Event>> {
        match self.what() {
            Some(Kept::Event(event)) => Some(event),
            _ => None,
        }
    }

    /// The cards that went along, or the one that was deleted.
    pub fn cards(&self) -> impl Iterator<Item = &Arc<Card>> {
        self.gone.iter().filter_map(|kept| if let Kept::Card(card) = kept { Some(card) } else { None })
    }

    /// Counts what would be gone for good.
    pub fn count(&self) -> TrashCount {
        let count = |which: fn(&Kept) -> bool| self.gone.iter().filter(|kept| which(kept)).count();
        TrashCount {
            contacts: count(|kept| matches!(kept, Kept::Contact(_))),
            cards: count(|kept| matches!(kept, Kept::Card(_))),
            encounters: count(|kept| matches!(kept, Kept::Encounter(it) if it.contacts.len() == 1)),
            events: count(|kept| matches!(kept, Kept::Event(_))),
        }
    }

    /// Whether there is nothing to restore: what was deleted is in the book again.
    pub fn is_moot(&self, book: &Book) -> bool {
        self.what().is_none_or(|kept| book.contains(kept.reference()))
    }

    /// Whether a record lies in here.
    pub fn holds(&self, record: RecordRef) -> bool {
        self.gone.iter().any(|kept| kept.reference() == record)
    }
}

impl std::ops::AddAssign for TrashCount {
    fn add_assign(&mut self, other: Self) {
        self.contacts += other.contacts;
        self.cards += other.cards;
        self.encounters += other.encounters;
        self.events += other.events;
    }
}

impl Record for Trashed {
    fn id(&self) -> Id<Self> {
        self.id
    }

    /// Only the pictures: all else may go while this lies in the trash, and is left out when it comes back.
    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        for kept in &self.gone {
            kept.references(&mut |to| {
                if matches!(to, RecordRef::Attachment(_)) {
                    visit(to);
                }
            });
        }
    }

    fn inside(&self) -> Vec<(RecordRef, Vec<Step>)> {
        let step = |to, variant: &str| Step { to, variant: variant.to_owned() };
        let list = To::Field { name: "gone".to_owned(), optional: false };
        let way = |(index, kept): (usize, &Kept)| {
            let element = To::Element { index, among: Arc::default() };
            let steps = [step(list.clone(), ""), step(element, kept.kind()), step(To::Inner, "")];
            (kept.reference(), steps.to_vec())
        };
        self.gone.iter().enumerate().map(way).collect()
    }
}

/// Calls a macro with the kinds of records that can lie in the trash.
macro_rules! with_kept {
    ($callback:ident) => {
        $callback! {
            Contact Event Card Encounter Relationship Introduction Referral Review FollowUp Place Recall
        }
    };
}
pub(crate) use with_kept;

macro_rules! define_kept {
    ($($kind:ident)*) => {
        /// A record that is kept outside of its table.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum Kept {
            $(
                #[doc = concat!("A record of kind ", stringify!($kind), ".")]
                $kind(Arc<$kind>),
            )*
        }

        impl Kept {
            /// Returns a record of the book; `None` when it is not there or of a kind that is not kept.
            pub fn of(book: &Book, record: RecordRef) -> Option<Self> {
                match record {
                    $(RecordRef::$kind(id) => book.get(id).map(|record| Self::$kind(Arc::clone(record))),)*
                    _ => None,
                }
            }

            /// Names the record.
            pub fn reference(&self) -> RecordRef {
                match self { $(Self::$kind(record) => RecordRef::$kind(record.id()),)* }
            }

            /// Visits what the record names.
            pub fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
                match self { $(Self::$kind(record) => record.references(visit),)* }
            }

            /// Puts the record into its table.
            pub fn put_into(&self, book: &mut Book) {
                match self {
                    $(Self::$kind(record) => {
                        $kind::table_mut(book).insert(record.id(), Arc::clone(record));
                    })*
                }
            }

            /// The name of the variant, as in the file.
            fn kind(&self) -> &'static str {
                match self { $(Self::$kind(_) => stringify!($kind),)* }
            }
        }
    };
}
with_kept!(define_kept);

impl Book {
    /// Counts what lies in the trash.
    pub fn count_trash(&self) -> TrashCount {
        let mut count = TrashCount::default();
        for trashed in self.trash.values() {
            count += trashed.count();
        }
        count
    }

    /// Whether the book has a record, in its table or in the trash.
    pub fn keeps(&self, record: RecordRef) -> bool {
        self.contains(record) || self.trash.values().any(|trashed| trashed.holds(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_along_with_a_person_is_counted_once_for_them_alone() {
        let (mina, jonas) = (Id::new(1), Id::new(2));
        let encounter = |id, contacts: &[Id<Contact>]| {
            let contacts = contacts.iter().copied().collect();
            Kept::Encounter(Arc::new(Encounter { id: Id::new(id), contacts, ..Encounter::default() }))
        };
        let trashed = Trashed {
            id: mina.cast(),
            gone: vec![
                Kept::Contact(Arc::new(Contact { id: mina, ..Contact::default() })),
                Kept::Card(Arc::new(Card { id: Id::new(3), contact: Some(mina), ..Card::default() })),
                encounter(4, &[mina]),
                encounter(5, &[mina, jonas]),
            ],
            ..Trashed::default()
        };
        assert_eq!(trashed.count(), TrashCount { contacts: 1, cards: 1, encounters: 1, events: 0 });
        assert!(trashed.contact().is_some() && !trashed.is_moot(&Book::default()));
        let mut book = Book::default();
        trashed.gone[0].put_into(&mut book);
        assert!(trashed.is_moot(&book));
    }
}
