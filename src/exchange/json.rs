//! The contacts as JSON, for scripts.
//!
//! The form is an interface: fields may be added, none is renamed or removed. Start reading at [`write`].
//!
//! Invariant: every contact is there once, archived ones too (`exchange::every_contact_is_in_the_json_once`).

use serde::Serialize;

use super::share::SharedBook;
use crate::model::{Attachment, Book, Card, Contact, Id, Labelled};

/// A contact as it leaves.
#[derive(Serialize)]
struct Person<'a> {
    id: Id<Contact>,
    name: String,
    organization: Option<&'a str>,
    title: Option<&'a str>,
    emails: Vec<Value<'a>>,
    phones: Vec<Value<'a>>,
    cards: Vec<Paper<'a>>,
}

/// A labelled value; the label may be empty.
#[derive(Serialize)]
struct Value<'a> {
    label: &'a str,
    value: &'a str,
}

/// A card, newest first within its contact.
#[derive(Serialize)]
struct Paper<'a> {
    id: Id<Card>,
    received_on: Option<chrono::NaiveDate>,
    event: Option<Gathering<'a>>,
    /// Path of the picture, relative to the folder of the book.
    front: Option<String>,
    back: Option<String>,
    impressions: Vec<Thought<'a>>,
}

#[derive(Serialize)]
struct Gathering<'a> {
    id: Id<crate::model::Event>,
    title: &'a str,
}

#[derive(Serialize)]
struct Thought<'a> {
    on: chrono::NaiveDate,
    text: &'a str,
}

/// Returns an array of all contacts in the order of their ids, indented, with a line feed at the end.
/// Cards in the pile belong to nobody and are not in it.
///
/// # Errors
/// None is known: every value has a JSON form.
pub fn write(shared: &SharedBook) -> Result<String, serde_json::Error> {
    let book = shared.book();
    let mut cards: Vec<&Card> = book.cards.values().map(|card| &**card).collect();
    cards.sort_by_key(|card| (card.contact, std::cmp::Reverse((card.day(), card.id))));
    let people: Vec<Person<'_>> = book
        .contacts
        .values()
        .map(|contact| {
            let own = cards.partition_point(|card| card.contact < Some(contact.id));
            let own = cards[own..].iter().take_while(|card| card.contact == Some(contact.id));
            person(book, contact, own.map(|card| paper(book, card)).collect())
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&people)?;
    text.push('\n');
    Ok(text)
}

fn person<'a>(book: &'a Book, contact: &'a Contact, cards: Vec<Paper<'a>>) -> Person<'a> {
    let affiliation = contact.current_affiliation();
    let organization = affiliation.and_then(|affiliation| book.get(affiliation.organization));
    Person {
        id: contact.id,
        name: contact.display_name(),
        organization: organization.map(|organization| organization.name.as_str()),
        title: affiliation.map(|affiliation| affiliation.title.as_str()).filter(|title| !title.is_empty()),
        emails: values(&contact.emails),
        phones: values(&contact.phones),
        cards,
    }
}

fn values(values: &[Labelled]) -> Vec<Value<'_>> {
    values.iter().map(|value| Value { label: &value.label, value: &value.value }).collect()
}

fn paper<'a>(book: &'a Book, card: &'a Card) -> Paper<'a> {
    Paper {
        id: card.id,
        received_on: card.received_on,
        event: card
            .event
            .and_then(|id| book.get(id))
            .map(|event| Gathering { id: event.id, title: event.title.as_str() }),
        front: card.front.and_then(|id| picture(book, id)),
        back: card.back.and_then(|id| picture(book, id)),
        impressions: card
            .impressions
            .iter()
            .map(|thought| Thought { on: thought.on, text: &thought.text })
            .collect(),
    }
}

fn picture(book: &Book, id: Id<Attachment>) -> Option<String> {
    book.get(id).map(|attachment| format!("attachments/{}", attachment.file_name()))
}
