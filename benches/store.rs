//! What it costs to save and to open a book of 10,000 contacts. Run with `cargo bench --bench store`.
//!
//! Prints CPU milliseconds, the best of five, and the time on the clock with the disk in it. For comparison, the
//! plain RON of such a book (9.4 MB) takes 61 ms to write and 94 ms to read; saving with fsync 65 / 108 ms.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use cardloom::exchange::{graphml, json};
use cardloom::model::*;
use cardloom::store::{Store, format};
use chrono::{DateTime, NaiveDate, Utc};
use cpu_time::ProcessTime;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let book = book(10_000);
    let text = format::write(&book)?;
    println!("10,000 contacts, {} records, {:.1} MB", book.len(), text.len() as f64 / 1e6);
    measure("write the text", || black_box(format::write(&book)).is_ok());
    measure("read the text", || black_box(format::read(text.as_bytes())).is_ok());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("book.ron");
    let store = Store::create(&path, &book)?;
    measure("save, fsync included", || store.save(&book).is_ok());
    measure("open", || black_box(Store::open(&path)).is_ok());
    measure("export as JSON", || black_box(json::write(&book)).is_ok());
    measure("export as GraphML", || !black_box(graphml::write(&book, &book.places)).is_empty());
    Ok(())
}

fn measure(what: &str, mut work: impl FnMut() -> bool) {
    let (mut cpu, mut clock) = (f64::MAX, f64::MAX);
    for _ in 0..5 {
        let (start, started) = (ProcessTime::now(), Instant::now());
        assert!(work(), "{what} failed");
        cpu = cpu.min(start.elapsed().as_secs_f64() * 1e3);
        clock = clock.min(started.elapsed().as_secs_f64() * 1e3);
    }
    println!("{what:<22} {cpu:>7.1} ms CPU {clock:>7.1} ms");
}

/// People with what a year leaves behind: a card, three encounters, a follow-up and a place each.
fn book(size: u64) -> Book {
    let now = DateTime::<Utc>::from_timestamp(1_760_000_000, 0).unwrap_or_default();
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
