//! The search as one types: what was typed is understood ([`Query`]), looked up in a dictionary of all words
//! of the book, and the people found are ranked.
//!
//! Owns the searched texts and their upkeep. Must not know views. Start reading at [`Search::find`] for the way
//! of a query, at [`Search::update`] for the way of an edit, at `gather` for which texts there are.
//!
//! Invariant: a word finds the same people however it is written: case, accents, width, the two
//! kana, and romaji for a kana reading make no difference (held by `index::search::tests`).

mod bits;
mod complete;
mod conditions;
mod crowds;
mod dictionary;
mod documents;
mod facts;
mod find;
mod gather;
mod inside;
mod make;
mod marks;
mod numbers;
mod operators;
mod query;
mod result;
mod rows;
mod tokens;
mod upkeep;
mod whereabouts;
mod writer;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use self::documents::Documents;
use self::facts::{Fact, Flag};
use self::gather::Visit;
use self::make::Builder;
use self::numbers::Kind;
use super::Links;
use crate::model::{Book, Contact, Event, Id, PersonName, RecordRef, Rule};
use crate::text::fold::fold;

pub use complete::{Completion, CompletionKind, Values};
pub(super) use conditions::{Conditions, Memory};
pub(super) use find::RANKED;
pub use gather::Field;
pub use marks::Reason;
pub use operators::{DueWord, Named, Operator, State, Thing};
pub use query::{Condition, Due, Part, Period, Problem, ProblemKind, Query, Term};
pub use result::SearchResult;
pub(super) use upkeep::concerned;

/// The texts to search.
#[derive(Debug, Clone, Default)]
pub struct Search {
    documents: Documents,
    crowds: crowds::Crowds,
}

impl PartialEq for Search {
    /// Whether the same texts are searched and found in the same places. Numbers of words and documents follow
    /// from the way to a book and do not count.
    fn eq(&self, other: &Self) -> bool {
        self.documents.readable() == other.documents.readable()
            && self.documents.readable_places() == other.documents.readable_places()
            && self.documents.readable_order() == other.documents.readable_order()
            && self.documents.readable_facts() == other.documents.readable_facts()
    }
}

impl Search {
    /// Takes in all texts of a book.
    pub(super) fn rebuild(book: &Book, links: &Links) -> Self {
        // Kind by kind, each in the order of the ids.
        let mut builder = Builder::with_room(book.len());
        for contact in book.contacts.values() {
            let name = sort_name(&contact.name, |reading| builder.romaji(reading));
            let fact = Fact::of_contact(book, links.contact(contact.id), contact);
            builder.add(Kind::Contact, contact.id.value(), &name, fact, |writer| {
                gather::of_contact(book, links, contact, &mut |field, text| writer.put(field, text));
            });
        }
        for card in book.cards.values().filter(|card| card.contact.is_none()) {
            builder.add(Kind::Card, card.id.value(), "", Fact::of_card(card), |writer| {
                gather::of_card(book, card, &mut |field, text| writer.put(field, text));
            });
        }
        for event in book.events.values() {
            builder.add(Kind::Event, event.id.value(), "", Fact::of_event(event), |writer| {
                gather::of_event(book, event, &mut |field, text| writer.put(field, text));
            });
        }
        for follow_up in book.follow_ups.values() {
            let fact = Fact::of_follow_up(follow_up);
            builder.add(Kind::FollowUp, follow_up.id.value(), "", fact, |writer| {
                gather::of_follow_up(follow_up, &mut |field, text| writer.put(field, text));
            });
        }
        Self { documents: builder.finish(), crowds: crowds::Crowds::default() }
    }

    /// Returns the folded name by which a contact is sorted: family name first, by reading where
    /// there is one; empty for a contact that does not exist.
    pub fn sort_name(&self, contact: Id<Contact>) -> &str {
        self.documents.name(contact.value())
    }

    /// Returns how many people of a result are not let go.
    pub(super) fn count_present(&self, result: &SearchResult) -> usize {
        let facts = &self.documents.facts;
        let mut count = 0;
        if result.is_everything() {
            self.documents.contacts.each(|doc| count += usize::from(!facts.has(doc, Flag::Archived)));
        } else {
            result.found.each(|doc| {
                let is_present = self.documents.contacts.has(doc) && !facts.has(doc, Flag::Archived);
                count += usize::from(is_present);
            });
        }
        count
    }

    /// About how many bytes the searched texts take in memory.
    pub fn bytes(&self) -> usize {
        self.documents.bytes()
    }

    fn renew_contact(&mut self, book: &Book, links: &Links, id: Id<Contact>) {
        match book.get(id) {
            Some(contact) => {
                let name = name_of(contact);
                let fact = Fact::of_contact(book, links.contact(id), contact);
                self.renew(Kind::Contact, id.value(), &name, fact, |visit| {
                    gather::of_contact(book, links, contact, visit);
                });
            }
            None => self.documents.remove(Kind::Contact, id.value()),
        }
    }

    fn renew_event(&mut self, book: &Book, id: Id<Event>) {
        let event = book.get(id);
        let fact = event.map_or_else(Fact::default, |event| Fact::of_event(event));
        self.renew(Kind::Event, id.value(), "", fact, |visit| {
            if let Some(event) = event {
                gather::of_event(book, event, visit);
            }
        });
    }

    /// Takes in the texts of one document; one without any is taken away, unless conditions find it too.
    fn renew(&mut self, kind: Kind, id: u128, name: &str, fact: Fact, gather: impl FnOnce(&mut Visit<'_>)) {
        self.documents.put(kind, id, name, fact, |writer| gather(&mut |field, text| writer.put(field, text)));
    }
}

/// Returns the folded name by which a contact is sorted.
pub(super) fn name_of(contact: &Contact) -> String {
    sort_name(&contact.name, |reading| writer::romaji(reading, None))
}

fn sort_name(name: &PersonName, mut romaji: impl FnMut(&str) -> String) -> String {
    let mut part = |reading: &str, written: &str| {
        romaji(if reading.trim().is_empty() { written } else { reading }.trim())
    };
    let family = part(&name.family_reading, &name.family);
    let given = part(&name.given_reading, &name.given);
    let whole = format!("{family} {given}");
    let whole = whole.trim();
    if whole.is_empty() { fold(&name.display("")) } else { whole.to_owned() }
}

impl Search {
    pub(super) fn update(
        &mut self,
        before: &Book,
        book: &Book,
        links: &Links,
        touched: &BTreeSet<RecordRef>,
    ) {
        self.crowds.forget();
        let reviews = |book: &Book| (book.header.review_after_days(), book.header.is_on(Rule::Review));
        if reviews(before) != reviews(book) {
            // Reviews of everybody fall due on another day.
            for contact in book.contacts.values() {
                let fact = Fact::of_contact(book, links.contact(contact.id), contact);
                self.documents.set_fact(Kind::Contact, contact.id.value(), fact);
            }
        }
        let work = upkeep::Work::of(before, book, links, touched);
        for id in work.events {
            self.renew_event(book, id);
        }
        for id in work.cards {
            match book.get(id).filter(|card| card.contact.is_none()) {
                Some(card) => self.renew(Kind::Card, id.value(), "", Fact::of_card(card), |visit| {
                    gather::of_card(book, card, visit);
                }),
                None => self.documents.remove(Kind::Card, id.value()),
            }
        }
        for id in work.follow_ups {
            let follow_up = book.get(id);
            let fact = follow_up.map_or_else(Fact::default, |follow_up| Fact::of_follow_up(follow_up));
            self.renew(Kind::FollowUp, id.value(), "", fact, |visit| {
                if let Some(follow_up) = follow_up {
                    gather::of_follow_up(follow_up, visit);
                }
            });
        }
        for id in work.contacts {
            self.renew_contact(book, links, id);
        }
    }
}
