//! CPU times of the rules over 100,000 contacts with 1,000,000 encounters (or as many contacts as the first number among
//! the arguments says, with ten encounters each): `cargo bench --bench rules`.

#![allow(missing_docs, reason = "a program, not a library")]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use cardloom::edit::Touched;
use cardloom::index::{ForeseenFacts, Index};
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use cpu_time::ProcessTime;

fn main() {
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(100_000);
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let book = book(count, today);
    println!("{} contacts, {} encounters", book.contacts.len(), book.encounters.len());
    let mut index = Index::rebuild(&book);

    // From nothing: the facts about everybody, and everything that is due today.
    let mut due = 0;
    measure("rules from nothing, with what is due today", 5, || {
        index.foreseen = ForeseenFacts::rebuild(&book, &index.links);
        due = index.due_now(today).len();
    });
    println!("  {due} things are due");
    measure("what is due today", 20, || drop(black_box(index.due_now(today))));
    let month = today..=today + Days::new(30);
    println!("  {} things in a month", index.due(today, month.clone()).len());
    measure("what is due in the coming month", 20, || drop(black_box(index.due(today, month.clone()))));
    let week = today..=today + Days::new(6);
    measure("what is due in the coming week", 20, || drop(black_box(index.due(today, week.clone()))));

    // One edit: an encounter is logged, the rules and the list of today follow.
    let mut edited = book.clone();
    let mut turn = 0;
    let mut log = |edited: &mut Book| {
        turn += 1;
        let id = Id::new(turn % 97 + 1);
        if let Some(encounter) = Encounter::table_mut(edited).get_mut(&id) {
            Arc::make_mut(encounter).on = today - Days::new((turn % 300) as u64);
        }
        BTreeSet::from([RecordRef::Encounter(id)])
    };
    // The first one copies the table, because the book before is still held.
    log(&mut edited);
    measure("rules after one edit", 50, || {
        let before = edited.clone();
        let records = log(&mut edited);
        index.foreseen.update(&before, &edited, &index.links, &records);
    });
    let mut index = Index::rebuild(&edited);
    measure("whole index after one edit", 50, || {
        let records = log(&mut edited);
        index.update(&edited, &Touched { records, ..Touched::default() });
    });
    measure("whole index after one edit, with what is due today", 20, || {
        let records = log(&mut edited);
        index.update(&edited, &Touched { records, ..Touched::default() });
        black_box(index.due_now(today).len());
    });
}

/// Runs a piece of work some times and prints the median of its CPU time.
fn measure(name: &str, times: usize, mut work: impl FnMut()) {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = ProcessTime::now();
            work();
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    println!("{name:<52} {:>10.3} ms", taken[times / 2].as_secs_f64() * 1_000.0);
}

/// People of whom a third are in circles with a rhythm, half have a birthday, a fifth were never met.
fn book(count: u128, today: NaiveDate) -> Book {
    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }
    let mut book = Book::default();
    for (id, ideal_days) in [(1, 30), (2, 90), (3, 365)] {
        let cadence = Some(Cadence { ideal_days, latest_days: ideal_days * 3 / 2 });
        put(&mut book, Circle { id: Id::new(id), name: id.to_string(), cadence, ..Circle::default() });
    }
    for at in 1..=count {
        let circles = if at % 3 == 0 { [Id::new(at / 3 % 3 + 1)].into() } else { BTreeSet::new() };
        let birthday = YearlessDate::new(None, (at % 12) as u32 + 1, (at % 28) as u32 + 1);
        let human = HumanSide { birthday: birthday.filter(|_| at % 2 == 0), ..HumanSide::default() };
        let name = PersonName::new(format!("Given{}", at % 997), format!("Family{at}"));
        put(&mut book, Contact { id: Id::new(at), name, circles, human, ..Contact::default() });
        let received_on = Some(today - Days::new((at % 1_500) as u64));
        put(&mut book, Card { id: Id::new(at), contact: Some(Id::new(at)), received_on, ..Card::default() });
        if at % 20 == 0 {
            let due_on = today + Days::new((at % 90) as u64) - Days::new(10);
            let contacts = [Id::new(at)].into();
            put(&mut book, FollowUp { id: Id::new(at), due_on, contacts, ..FollowUp::default() });
        }
        for turn in 0..10 {
            let kind = EncounterKind::ALL[((at + turn) % 7) as usize];
            let kind = if at % 5 == 0 { EncounterKind::Email } else { kind };
            let on = today - Days::new(((at * 7 + turn * 131) % 1_500) as u64);
            let contacts = [Id::new(at)].into();
            let id = Id::new((at - 1) * 10 + turn + 1);
            put(&mut book, Encounter { id, kind, on, contacts, ..Encounter::default() });
        }
    }
    book
}
