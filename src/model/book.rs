//! The whole document: one table per kind of record.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{
    Attachment, Card, Circle, Conflict, Contact, Encounter, Event, FollowUp, Id, Introduction, Labelled,
    LetterTemplate, Organization, PersonName, Place, Recall, Referral, Relationship, Review, Rule, Rules,
    SavedSearch, Step, Storage, Table, Trashed, Unknown,
};

/// A record of a book.
pub trait Record: Sized + Clone + PartialEq + fmt::Debug + Send + Sync + 'static {
    /// Returns the stable id.
    fn id(&self) -> Id<Self>;

    /// Visits every record that this one names.
    fn references(&self, _visit: &mut dyn FnMut(RecordRef)) {}

    /// Records that are a part of this one and in no table, with the ways to them: their unknown fields are written
    /// there.
    fn inside(&self) -> Vec<(RecordRef, Vec<Step>)> {
        Vec::new()
    }
}

/// A record that has a table in the book.
pub trait InBook: Record {
    /// Name of the table, as in the file.
    const TABLE: &'static str;
    /// The table.
    fn table(book: &Book) -> &Table<Self>;
    /// The table, to write to; what a snapshot still holds is copied piece by piece as it is written to.
    fn table_mut(book: &mut Book) -> &mut Table<Self>;
    /// The reference that names a record of this kind.
    fn reference(id: Id<Self>) -> RecordRef;
}

/// Calls a macro with all tables of the book: `field: Type, …` in the order of the file.
#[macro_export]
macro_rules! with_tables {
    ($callback:ident) => {
        $callback! {
            circles: Circle,
            organizations: Organization,
            contacts: Contact,
            events: Event,
            attachments: Attachment,
            storages: Storage,
            cards: Card,
            encounters: Encounter,
            relationships: Relationship,
            introductions: Introduction,
            referrals: Referral,
            reviews: Review,
            follow_ups: FollowUp,
            places: Place,
            conflicts: Conflict,
            searches: SavedSearch,
            templates: LetterTemplate,
            recalls: Recall,
            trash: Trashed,
        }
    };
}

macro_rules! define_book {
    ($($field:ident: $kind:ident,)*) => {
        /// Everything in one file: the document that is open.
        ///
        /// A clone is a snapshot and costs some pointers.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Book {
            /// What belongs to the book as a whole.
            pub header: Arc<Header>,
            $(
                #[doc = concat!("All records of kind ", stringify!($kind), ".")]
                pub $field: Arc<Table<$kind>>,
            )*
            /// Fields that this version does not know and keeps.
            pub unknown: Arc<Unknown>,
        }

        /// Any record of a book, by kind and id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RecordRef {
            $(
                #[doc = concat!("A record of kind ", stringify!($kind), ".")]
                $kind(Id<$kind>),
            )*
        }

        impl RecordRef {
            /// Name of the table, as in the file.
            pub fn table(self) -> &'static str {
                match self { $(Self::$kind(_) => stringify!($field),)* }
            }

            /// The bits of the id.
            pub fn value(self) -> u128 {
                match self { $(Self::$kind(id) => id.value(),)* }
            }
        }

        impl Book {
            /// Whether the book has this record.
            pub fn contains(&self, reference: RecordRef) -> bool {
                match reference { $(RecordRef::$kind(id) => self.$field.contains_key(&id),)* }
            }

            /// How many records there are.
            pub fn len(&self) -> usize {
                0 $(+ self.$field.len())*
            }

            /// Visits every link from one record to another as (from, to).
            pub fn references(&self, mut visit: impl FnMut(RecordRef, RecordRef)) {
                $(
                    for record in self.$field.values() {
                        let from = RecordRef::$kind(record.id());
                        record.references(&mut |to| visit(from, to));
                    }
                )*
            }
        }

        $(
            impl InBook for $kind {
                const TABLE: &'static str = stringify!($field);
                fn table(book: &Book) -> &Table<Self> {
                    &book.$field
                }
                fn table_mut(book: &mut Book) -> &mut Table<Self> {
                    Arc::make_mut(&mut book.$field)
                }
                fn reference(id: Id<Self>) -> RecordRef {
                    RecordRef::$kind(id)
                }
            }
        )*
    };
}
with_tables!(define_book);

impl Book {
    /// Returns an empty book.
    pub fn new(id: Id<Self>, now: DateTime<Utc>) -> Self {
        Self { header: Arc::new(Header { id, created_at: now, ..Header::default() }), ..Self::default() }
    }

    /// Returns a record.
    pub fn get<T: InBook>(&self, id: Id<T>) -> Option<&Arc<T>> {
        T::table(self).get(&id)
    }

    /// Whether nothing has been put in yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Links whose target is missing, in the order of the file.
    pub fn dangling(&self) -> Vec<(RecordRef, RecordRef)> {
        let mut found = Vec::new();
        self.references(|from, to| {
            if !self.contains(to) {
                found.push((from, to));
            }
        });
        found
    }
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.table(), Id::<()>::new(self.value()))
    }
}

/// What belongs to the book as a whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Header {
    /// Stable id of the book: copies of one book on two machines share it.
    pub id: Id<Book>,
    /// When the book was made.
    pub created_at: DateTime<Utc>,
    /// The owner: "You" in the network.
    #[serde(skip_serializing_if = "is_default")]
    pub owner: Owner,
    /// Days after a card was received until its review falls due; absent means 30.
    #[serde(skip_serializing_if = "is_default")]
    pub review_after_days: Option<u32>,
    /// How the rules that make follow-ups are set.
    #[serde(skip_serializing_if = "is_default")]
    pub rules: Rules,
    /// Groups of words that mean the same to the user when needs are matched with what people can do.
    #[serde(skip_serializing_if = "is_default")]
    pub synonyms: BTreeSet<BTreeSet<String>>,
    /// The book holds invented people only and can be thrown away in one step.
    #[serde(skip_serializing_if = "is_default")]
    pub is_demo: bool,
}

impl Header {
    /// Days from receiving a card to its review.
    pub fn review_after_days(&self) -> u32 {
        self.days(Rule::Review)
    }
}

/// The owner of the book.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Owner {
    /// Name, for letters and as the middle of the network.
    #[serde(skip_serializing_if = "is_default")]
    pub name: PersonName,
    /// E-mail addresses.
    #[serde(skip_serializing_if = "is_default")]
    pub emails: Vec<Labelled>,
    /// Phone numbers.
    #[serde(skip_serializing_if = "is_default")]
    pub phones: Vec<Labelled>,
    /// Organization, as it stands under a letter.
    #[serde(skip_serializing_if = "is_default")]
    pub organization: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_does_not_see_later_changes() {
        let mut book = Book::default();
        let before = book.clone();
        let contact = Contact { id: Id::new(7), ..Contact::default() };
        Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        assert!(before.is_empty());
        assert_eq!(book.len(), 1);
    }

    #[test]
    fn every_link_of_a_story_is_listed() {
        // Each kind of link once, all to records that are not there: all must be reported.
        let mut book = Book::default();
        let card = Card {
            id: Id::new(1),
            contact: Some(Id::new(2)),
            event: Some(Id::new(3)),
            front: Some(Id::new(4)),
            back: Some(Id::new(5)),
            ..Card::default()
        };
        Card::table_mut(&mut book).insert(card.id, Arc::new(card));
        let referral =
            Referral { id: Id::new(6), subject: Id::new(7), card: Some(Id::new(1)), ..Referral::default() };
        Referral::table_mut(&mut book).insert(referral.id, Arc::new(referral));
        let missing: Vec<String> = book.dangling().into_iter().map(|(_, to)| to.to_string()).collect();
        assert_eq!(missing.len(), 5, "{missing:?}");
    }
}
