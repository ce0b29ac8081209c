//! What it costs to join two copies of a book, each with a change in one percent of its people. Run with
//! `cargo bench --bench merge`.
//!
//! As in the program: ours shares its records with the common state, theirs was just read from a file and shares
//! none. Prints CPU milliseconds, the best of five, beside what writing and reading the whole text takes.

mod sample;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use cardloom::edit::merge::{Other, merge};
use cardloom::edit::{Label, Transaction};
use cardloom::model::*;
use cardloom::store::format::{self, Origin};
use cpu_time::ProcessTime;

use sample::{book, moment};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for size in [10_000, 100_000] {
        let base = book(size);
        let ours = changed(&base, 0, "Plays the cello.");
        // Ten people are changed on both sides, one field of each in two ways.
        let text = format::write(&changed(&base, 90, "Likes Kafka."), &Origin::default())?.0;
        let theirs = format::read(text.as_bytes()).map_err(|problem| format!("{problem:?}"))?.book;
        let other = Other { source: String::new(), now: moment() };
        println!("{size} contacts, {} records, {:.1} MB", base.len(), text.len() as f64 / 1e6);
        measure("write the whole text", || black_box(format::write(&ours, &Origin::default())).is_ok());
        measure("read the whole text", || black_box(format::read(text.as_bytes())).is_ok());
        let merged = merge(&base, &ours, &theirs, &other);
        println!("  {:?}", merged.report);
        measure("merge", || black_box(merge(&base, &ours, &theirs, &other)).report.changed > 0);
        // One person is gone on one side and needed on the other: what stays is joined once more.
        let mut removed = ours.clone();
        let gone = Id::new(5 << 64 | 1);
        Contact::table_mut(&mut removed).remove(&gone);
        Card::table_mut(&mut removed).remove(&Id::new(5 << 64 | 2));
        let mut needed = theirs.clone();
        let call = Encounter { id: Id::new(u128::MAX), contacts: [gone].into(), ..Encounter::default() };
        Encounter::table_mut(&mut needed).insert(call.id, Arc::new(call));
        measure("merge, somebody is kept", || {
            black_box(merge(&base, &removed, &needed, &other)).report.kept > 0
        });
        measure("the step that results", || {
            !black_box(Transaction::between(&ours, &merged.book, Label::Merge(1))).changes.is_empty()
        });
    }
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
    println!("  {what:<24} {cpu:>8.1} ms CPU {clock:>8.1} ms");
}

/// Every hundredth person has another note; `shift` says which ones, from 90 on some of those of shift 0 too.
fn changed(base: &Book, shift: u128, notes: &str) -> Book {
    let mut book = base.clone();
    let contacts = Contact::table_mut(&mut book);
    for (at, contact) in contacts.values_mut().enumerate() {
        let at = at as u128;
        if at % 100 == shift || (shift > 0 && at.is_multiple_of(100) && at < 1_000) {
            let contact = Arc::make_mut(contact);
            contact.notes = notes.to_owned();
            contact.human.enjoys = notes.to_owned();
            contact.name.nickname = notes.to_owned();
        }
    }
    book
}
