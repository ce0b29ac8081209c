//! Which documents of the search an edit concerns.
//!
//! Owns the ways from a touched record to the texts in which it has a say. Must not know how texts are kept.
//! Start reading at [`Work::of`].
//!
//! Invariant: nothing that differs is left out (held by `index::tests::an_update_equals_a_rebuild`).

use std::collections::BTreeSet;

use super::gather;
use crate::index::Links;
use crate::model::{Book, Card, Contact, Event, FollowUp, Id, Organization, Organizer, Party, RecordRef};

/// The documents that an edit concerns.
#[derive(Debug, Default)]
pub(super) struct Work {
    pub contacts: BTreeSet<Id<Contact>>,
    pub cards: BTreeSet<Id<Card>>,
    pub events: BTreeSet<Id<Event>>,
    pub follow_ups: BTreeSet<Id<FollowUp>>,
}

impl Work {
    /// Gathers them for an edit that leads from one state of the book to another.
    pub fn of(before: &Book, book: &Book, links: &Links, touched: &BTreeSet<RecordRef>) -> Self {
        let mut work = Self::default();
        let mut renamed = BTreeSet::new();
        for record in touched {
            for state in [before, book] {
                concerned(state, *record, &mut work.contacts);
            }
            match *record {
                RecordRef::Organization(id) => {
                    let texts = |book: &Book| book.get(id).map(|record| organization_texts(record));
                    if texts(before) != texts(book) {
                        let people = links.organization(id);
                        work.contacts.extend(people.contacts.iter().chain(&people.former));
                        renamed.insert(*record);
                    }
                }
                RecordRef::Contact(id) => {
                    let name = |book: &Book| {
                        book.get(id).map(|record| (record.name.clone(), record.language().to_owned()))
                    };
                    if name(before) != name(book) {
                        renamed.insert(*record);
                    }
                }
                RecordRef::Circle(id) => {
                    let name = |book: &Book| book.get(id).map(|record| record.name.clone());
                    if name(before) != name(book) {
                        renamed.insert(*record);
                    }
                }
                RecordRef::Event(id) => {
                    work.events.insert(id);
                    // Somebody met at an event that I attended is not only virtual.
                    let says = |book: &Book| book.get(id).map(|record| (record.title.clone(), record.status));
                    if says(before) != says(book) {
                        work.contacts.extend(&links.event(id).contacts);
                        // A message about it is found by its title too.
                        let messages = links.event(id).encounters.iter().filter_map(|it| book.get(*it));
                        work.contacts.extend(messages.flat_map(|it| &it.contacts));
                        work.cards.extend(&links.event(id).cards);
                    }
                }
                RecordRef::Card(id) => {
                    work.cards.insert(id);
                }
                RecordRef::Attachment(id) => work.cards.extend(links.cards_with(id)),
                RecordRef::FollowUp(id) => {
                    work.follow_ups.insert(id);
                }
                _ => {}
            }
        }
        if !renamed.is_empty() {
            work.events.extend(organized_by(book, &renamed));
            if renamed.iter().any(|record| matches!(record, RecordRef::Circle(_))) {
                work.contacts.extend(members_of(book, &renamed));
            }
        }
        work
    }
}

fn organization_texts(organization: &Organization) -> Vec<String> {
    let mut texts = Vec::new();
    gather::of_organization(organization, &mut |field, text| texts.push(format!("{field:?} {text:?}")));
    texts
}

/// Adds the contacts in whose haystack a record has a say.
pub(in crate::index) fn concerned(book: &Book, record: RecordRef, contacts: &mut BTreeSet<Id<Contact>>) {
    match record {
        RecordRef::Contact(id) => {
            contacts.insert(id);
        }
        RecordRef::Card(id) => contacts.extend(book.get(id).and_then(|record| record.contact)),
        RecordRef::Encounter(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| &record.contacts));
        }
        RecordRef::Relationship(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| [record.from, record.to]));
        }
        RecordRef::Introduction(id) => {
            let parties = book.get(id).map(|record| record.parties());
            contacts.extend(parties.into_iter().flatten().filter_map(Party::contact));
        }
        RecordRef::Referral(id) => {
            if let Some(referral) = book.get(id) {
                contacts.insert(referral.subject);
                contacts.extend([referral.giver, referral.recipient].into_iter().filter_map(Party::contact));
            }
        }
        RecordRef::Review(id) => contacts.extend(book.get(id).map(|record| record.contact)),
        RecordRef::FollowUp(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| &record.contacts));
        }
        RecordRef::Event(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| record.participants.keys()));
        }
        RecordRef::Circle(_)
        | RecordRef::Organization(_)
        | RecordRef::Attachment(_)
        | RecordRef::Storage(_)
        | RecordRef::Place(_)
        | RecordRef::Recall(_)
        | RecordRef::Conflict(_)
        | RecordRef::SavedSearch(_)
        | RecordRef::LetterTemplate(_)
        | RecordRef::Trashed(_) => {}
    }
}

/// Returns the events whose organiser is among the renamed records.
fn organized_by(book: &Book, renamed: &BTreeSet<RecordRef>) -> Vec<Id<Event>> {
    let is_concerned = |event: &Event| match event.organizer {
        Some(Organizer::Contact(id)) => renamed.contains(&RecordRef::Contact(id)),
        Some(Organizer::Organization(id)) => renamed.contains(&RecordRef::Organization(id)),
        None => false,
    };
    book.events.values().filter(|event| is_concerned(event)).map(|event| event.id).collect()
}

/// Returns the people of the renamed circles; archived ones are not in the links.
fn members_of(book: &Book, renamed: &BTreeSet<RecordRef>) -> Vec<Id<Contact>> {
    let is_member =
        |contact: &Contact| contact.circles.iter().any(|id| renamed.contains(&RecordRef::Circle(*id)));
    book.contacts.values().filter(|contact| is_member(contact)).map(|contact| contact.id).collect()
}
