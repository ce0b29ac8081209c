//! CPU times of calendar files with 10,000 events and follow-ups (or as many as the first number among the arguments
//! says): `cargo bench --bench ical`. With a path as second argument the file is written there, for other readers.

#![allow(missing_docs, reason = "a program, not a library")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use cardloom::exchange::ical::{Choices, Content, Zone, read, write};
use cardloom::exchange::share::{self, Audience};
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use cpu_time::ProcessTime;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let count = arguments.next().and_then(|argument| argument.parse().ok()).unwrap_or(10_000);
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let book = book(count, today);
    let texts = Texts::new(Locale::De);
    let zone = Zone::named("Europe/Berlin").unwrap_or(Zone::UTC);
    let content =
        Content { texts: &texts, zone, today, choices: Choices::SPARING, foreseen: &[], live: false };
    let own = share::book(&book, Audience::Me);
    let text = write(&own, &content);
    println!("{count} entries, {} KB", text.len() / 1024);
    if let Some(path) = arguments.next() {
        let written = std::fs::write(&path, &text);
        println!("{path}: {written:?}");
    }
    measure("export", 10, || drop(black_box(write(&own, &content))));
    let foreign = text.replace("event-", "meeting-").replace("follow-up-", "task-");
    let empty = Book::default();
    measure("import of single events", 10, || {
        drop(black_box(read(foreign.as_bytes(), &empty, (zone, today), "", &mut |_, _| true)));
    });
    let series = foreign.replace("STATUS:CONFIRMED", "RRULE:FREQ=WEEKLY");
    measure("import, all of it repeated", 1, || {
        drop(black_box(read(series.as_bytes(), &empty, (zone, today), "", &mut |_, _| true)));
    });
}

/// Half events, half follow-ups, every second one with a time.
fn book(count: u32, today: NaiveDate) -> Book {
    let mut book = Book::default();
    for number in 0..count {
        let id = u128::from(number) + 1;
        let day = today + Days::new(u64::from(number % 700));
        let at =
            (number % 2 == 0).then(|| NaiveTime::MIN + TimeDelta::minutes(i64::from(480 + number % 600)));
        if number % 4 < 2 {
            let name = PersonName::new("Haruka", "Tanaka");
            let emails = vec![Labelled::new("work", format!("haruka{number}@example.com"))];
            put(&mut book, Contact { id: Id::new(id), name, emails, ..Contact::default() });
            put(
                &mut book,
                FollowUp {
                    id: Id::new(id),
                    kind: FollowUpKind::ALL[number as usize % FollowUpKind::ALL.len()],
                    due_on: day,
                    due_at: at,
                    contacts: [Id::new(id)].into(),
                    ..FollowUp::default()
                },
            );
        } else {
            put(
                &mut book,
                Event {
                    id: Id::new(id),
                    title: format!("Netzwerkabend Nummer {number}, mit Umlauten äöü und 名刺交換会"),
                    starts_on: Some(day),
                    starts_at: at,
                    venue: "Messe Berlin, Halle 3".to_owned(),
                    ..Event::default()
                },
            );
        }
    }
    book
}

fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

fn measure(what: &str, times: u32, mut work: impl FnMut()) {
    let mut all: Vec<Duration> = (0..times)
        .map(|_| {
            let begun = ProcessTime::now();
            work();
            begun.elapsed()
        })
        .collect();
    all.sort();
    println!("{what:32} {:9.3} ms", all[all.len() / 2].as_secs_f64() * 1000.0);
}
