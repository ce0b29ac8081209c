//! The book that the benchmarks of the store and of merging share, so that their figures belong together.

use std::sync::Arc;

use cardloom::model::*;
use chrono::{DateTime, NaiveDate, Utc};

/// The moment at which everything was written.
pub fn moment() -> DateTime<Utc> {
    DateTime::<Utc>::from_timestamp(1_760_000_000, 0).unwrap_or_default()
}

/// People with what a year leaves behind: a card, three encounters, a follow-up and a place each.
pub fn book(size: u64) -> Book {
    let now = moment();
    let day = NaiveDate::from_ymd_opt(2026, 3, 14).unwrap_or_default();
    let mut book = Book::new(Id::new(1), now);
    for number in 1..=size {
        let number = u128::from(number);
        let contact = Contact {
            id: Id::new(number << 64 | 1),
            name: PersonName {
                family: "田中".to_owned(),
                given: format!("遥{number}"),
                family_reading: "たなか".to_owned(),
                latin: format!("Tanaka Haruka {number}"),
                ..PersonName::default()
            },
            affiliations: vec![Affiliation {
                organization: Id::new(number / 4 + 1),
                title: "Head of optics".to_owned(),
                ..Affiliation::default()
            }],
            emails: vec![Labelled::new("work", format!("haruka{number}@example.org"))],
            phones: vec![Labelled::new("mobile", format!("+81 90 1234 {number:04}"))],
            help: "Knows every lens maker in Osaka and looks for a partner in Jena.".to_owned(),
            created_at: now,
            updated_at: now,
            ..Contact::default()
        };
        let card = Card {
            id: Id::new(number << 64 | 2),
            contact: Some(contact.id),
            received_on: Some(day),
            impressions: vec![Impression {
                on: day,
                text: "Quiet at first, then full of ideas about light.".to_owned(),
            }],
            created_at: now,
            updated_at: now,
            ..Card::default()
        };
        for third in 3..6 {
            put(
                &mut book,
                Encounter {
                    id: Id::new(number << 64 | third),
                    on: day,
                    contacts: [contact.id].into(),
                    topics: vec!["lenses".to_owned(), "Jena".to_owned()],
                    created_at: now,
                    updated_at: now,
                    ..Encounter::default()
                },
            );
        }
        put(
            &mut book,
            FollowUp {
                id: Id::new(number << 64 | 6),
                due_on: day,
                contacts: [contact.id].into(),
                created_at: now,
                updated_at: now,
                ..FollowUp::default()
            },
        );
        if number % 4 == 0 {
            put(
                &mut book,
                Organization {
                    id: Id::new(number / 4),
                    name: format!("Optik {number}"),
                    created_at: now,
                    updated_at: now,
                    ..Organization::default()
                },
            );
        }
        put(&mut book, Place::new(contact.id, 12.3, -45.6, false));
        put(&mut book, card);
        put(&mut book, contact);
    }
    book
}

fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}
