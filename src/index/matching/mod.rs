//! Who can help with what, and who needs whom: needs and abilities of the people of a book, compared by their words.
//!
//! Owns the texts that are compared, their upkeep, the ranking and its reasons. Must not know how a hit is shown. Start
//! reading at [`Index::who_can_help`] for the way of a question, at [`Matching::update`] for the way of an edit, at
//! [`query`] for what counts as the same word.
//!
//! Invariant: after an edit the texts are those of a matching made anew
//! (held by `index::tests::an_update_equals_a_rebuild`).
//! Invariant: nobody helps themselves, and nobody who was let go is asked or helped (`tests::never_oneself_never_archived`).

mod words;
mod synonyms;
mod gather;
mod corpus;
mod query;
mod score;
mod known;
mod wanted;
mod find;
mod pairs;
mod why;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::corpus::{Corpus, Lexicon};
use self::synonyms::Synonyms;
use super::{Index, Links};
use crate::model::{Book, Contact, Id, RecordRef};

pub use find::{Evidence, Fit, Sought, Source, says_nothing};
pub use gather::EntryKind;
pub use known::{Known, Tried};
pub use pairs::{MOST_PAIRS, Pairing, Pairs};

/// What people can do and what they look for, ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Matching {
    abilities: Corpus,
    wishes: Corpus,
    /// The user's own words that mean the same.
    own: Arc<Synonyms>,
}

impl PartialEq for Matching {
    fn eq(&self, other: &Self) -> bool {
        self.abilities.readable() == other.abilities.readable()
            && self.wishes.readable() == other.wishes.readable()
    }
}

impl Matching {
    /// Takes in all texts of a book.
    pub fn rebuild(book: &Book, links: &Links) -> Self {
        let mut lexicon = Lexicon::new();
        let mut matching = Self { own: Arc::new(Synonyms::of(&book.header.synonyms)), ..Self::default() };
        for contact in book.contacts.values() {
            matching.take(book, links, contact, &mut lexicon);
        }
        matching.abilities.shrink();
        matching.wishes.shrink();
        matching
    }

    fn take(&mut self, book: &Book, links: &Links, contact: &Contact, lexicon: &mut Lexicon) {
        let speaks = contact.language();
        self.abilities.put(contact.id, &gather::abilities(book, links, contact), speaks, lexicon);
        self.wishes.put(contact.id, &gather::wishes(contact), speaks, lexicon);
    }

    /// Brings the texts from one state of the book to another.
    pub(super) fn update(
        &mut self,
        before: &Book,
        book: &Book,
        links: &Links,
        touched: &BTreeSet<RecordRef>,
    ) {
        if before.header.synonyms != book.header.synonyms {
            self.own = Arc::new(Synonyms::of(&book.header.synonyms));
        }
        let mut people: BTreeSet<Id<Contact>> = BTreeSet::new();
        for record in touched {
            // What else names a person has no text here.
            if matches!(record, RecordRef::Contact(_) | RecordRef::Card(_) | RecordRef::Encounter(_)) {
                for state in [before, book] {
                    super::search::concerned(state, *record, &mut people);
                }
            }
        }
        let mut lexicon = Lexicon::new();
        for id in people {
            match book.get(id) {
                Some(contact) => self.take(book, links, contact, &mut lexicon),
                None => {
                    self.abilities.remove(id);
                    self.wishes.remove(id);
                }
            }
        }
    }

    fn synonyms(&self) -> [&Synonyms; 2] {
        [Synonyms::built_in(), &self.own]
    }
}

/// So few people are taken in at once, without a worker.
const FEW: usize = 800;

impl Index {
    /// What is compared: made at the first question or by a worker before ([`Self::matching_to_make`]), and kept up to
    /// date from then on.
    pub fn matching(&self) -> &Arc<Matching> {
        self.matching.get_or_init(|| Arc::new(Matching::rebuild(&self.book, &self.links)))
    }

    /// Whether a question is answered at once.
    pub fn is_matching_ready(&self) -> bool {
        self.matching.get().is_some() || self.book.contacts.len() <= FEW
    }

    /// Returns what a worker needs to make it.
    pub fn matching_to_make(&self) -> MatchingToMake {
        MatchingToMake { book: self.book.clone(), links: Arc::clone(&self.links) }
    }

    /// Takes over what a worker made, and brings it to the present state of the book.
    pub fn take_matching(&mut self, made: MatchingMade) {
        if self.matching.get().is_some() {
            return;
        }
        let MatchingMade { mut matching, book } = made;
        let touched = super::prepare::differences(&book, &self.book);
        matching.update(&book, &self.book, &self.links, &touched);
        self.matching = Arc::new(matching).into();
    }
}

/// A snapshot of which the matching is made.
#[derive(Debug)]
pub struct MatchingToMake {
    book: Book,
    links: Arc<Links>,
}

/// The matching of a snapshot.
#[derive(Debug)]
pub struct MatchingMade {
    matching: Matching,
    book: Book,
}

impl MatchingToMake {
    /// Makes it; takes long for a large book.
    pub fn carry_out(self) -> MatchingMade {
        MatchingMade { matching: Matching::rebuild(&self.book, &self.links), book: self.book }
    }
}
