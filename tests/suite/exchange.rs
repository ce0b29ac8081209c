//! What other programs get.
#![allow(clippy::unwrap_used, reason = "tests")]

use cardloom::exchange::json;
use cardloom::exchange::share::{self, Audience, SharedBook};
use cardloom::model::*;

use crate::books::{self, attachment, put};

fn story() -> Book {
    let mut book = Book::default();
    let organization =
        Organization { id: Id::new(50), name: "Müller & Söhne".to_owned(), ..Organization::default() };
    for (id, given, family) in [(1, "Aiko", "Tanaka"), (2, "Jonas", "Weber"), (3, "Priya", "Sharma")] {
        put(
            &mut book,
            Contact { id: Id::new(id), name: PersonName::new(given, family), ..Contact::default() },
        );
        put(&mut book, Place { id: Id::new(id), x: 12.5, y: -3.0, pinned: false });
    }
    let mut jonas = Contact::clone(book.contacts.get(&Id::new(2)).unwrap());
    jonas.emails = vec![Labelled::new("work", "jonas@example.org")];
    jonas.affiliations = vec![Affiliation {
        organization: organization.id,
        title: "CEO".to_owned(),
        ..Affiliation::default()
    }];
    put(&mut book, jonas);
    put(&mut book, organization);
    let event = Event { id: Id::new(60), title: "Meetup".to_owned(), ..Event::default() };
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    let picture = attachment(b"scan");
    for (id, contact, on) in [(71, 2, 1), (72, 2, 9), (73, 3, 2)] {
        put(
            &mut book,
            Card {
                id: Id::new(id),
                contact: Some(Id::new(contact)),
                event: Some(event.id),
                received_on: Some(day(on)),
                front: Some(picture.id),
                impressions: vec![Impression { on: day(on), text: "kind".to_owned() }],
                ..Card::default()
            },
        );
    }
    put(&mut book, event);
    put(&mut book, picture);
    let contact = |id| Party::Contact(Id::new(id));
    put(
        &mut book,
        Introduction {
            id: Id::new(80),
            introducer: contact(1),
            a: Party::Me,
            b: contact(2),
            ..Introduction::default()
        },
    );
    put(
        &mut book,
        Referral {
            id: Id::new(81),
            subject: Id::new(1),
            giver: Party::Me,
            recipient: contact(3),
            ..Referral::default()
        },
    );
    put(
        &mut book,
        Relationship {
            id: Id::new(82),
            from: Id::new(1),
            to: Id::new(3),
            kind: RelationKind::Mentor,
            ..Relationship::default()
        },
    );
    // An edge that would end in nothing.
    put(
        &mut book,
        Relationship { id: Id::new(83), from: Id::new(1), to: Id::new(99), ..Relationship::default() },
    );
    book
}

/// One's own copy.
fn own(book: &Book) -> SharedBook {
    share::book(book, Audience::Me)
}

#[test]
fn a_contact_leaves_as_json_with_its_cards_newest_first() {
    let people: serde_json::Value = serde_json::from_str(&json::write(&own(&story())).unwrap()).unwrap();
    let jonas = &people[1];
    assert_eq!(jonas["id"], "00000000000000000000000000000002");
    assert_eq!(jonas["name"], "Jonas Weber");
    assert_eq!(jonas["organization"], "Müller & Söhne");
    assert_eq!(jonas["title"], "CEO");
    assert_eq!(jonas["emails"], serde_json::json!([{"label": "work", "value": "jonas@example.org"}]));
    assert_eq!(jonas["phones"], serde_json::json!([]));
    assert_eq!(jonas["cards"].as_array().unwrap().len(), 2);
    assert_eq!(jonas["cards"][0]["received_on"], "2026-03-09");
    assert_eq!(jonas["cards"][0]["event"]["title"], "Meetup");
    assert_eq!(jonas["cards"][0]["front"], format!("attachments/{}", attachment(b"scan").file_name()));
    assert_eq!(jonas["cards"][0]["impressions"][0]["text"], "kind");
    assert_eq!(people[0]["organization"], serde_json::Value::Null);
}

#[test]
fn every_contact_is_in_the_json_once() {
    let book = books::hostile(5, 12);
    let people: Vec<serde_json::Value> = serde_json::from_str(&json::write(&own(&book)).unwrap()).unwrap();
    let ids: Vec<String> = people.iter().map(|person| person["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, book.contacts.keys().map(ToString::to_string).collect::<Vec<_>>());
    let cards: usize = people.iter().map(|person| person["cards"].as_array().unwrap().len()).sum();
    assert_eq!(cards, book.cards.values().filter(|card| card.contact.is_some()).count());
}
