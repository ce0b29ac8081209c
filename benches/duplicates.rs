//! Finding people who are in the book twice, among 10,000 and 100,000 of the invented book, every twentieth of whom is
//! there a second time with a letter exchanged, and a thousand of whom share one switchboard. Run with
//! `cargo bench --bench duplicates`, or with other sizes as arguments.
//!
//! Prints CPU milliseconds, the best of three, and how many pairs were compared and told.

use std::hint::black_box;
use std::sync::Arc;

use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::edit::{Choices, Edit, Stamp};
use cardloom::index::duplicates::{Duplicates, find};
use cardloom::model::*;
use chrono::{DateTime, NaiveDate};
use cpu_time::ProcessTime;

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000] } else { sizes };
    for size in sizes {
        let Some(book) = book(size) else { return println!("no demo book") };
        let mut best = f64::MAX;
        let mut found = Duplicates::default();
        for _ in 0..3 {
            let start = ProcessTime::now();
            let Ok(now) = find(black_box(&book), |_, _| Ok::<(), ()>(())) else { return };
            best = best.min(start.elapsed().as_secs_f64() * 1e3);
            found = now;
        }
        println!(
            "{size} contacts: {best:.0} ms CPU, {} pairs compared, {} told, {} crowds passed over",
            found.compared,
            found.pairs.len(),
            found.crowds.len()
        );
        let Some(pair) = found.pairs.first() else { continue };
        let (keep, away) = (pair.a, pair.b);
        let stamp = || Stamp::new(DateTime::default(), NaiveDate::default(), 1 << 126);
        for (what, edit) in [
            ("merge two records", Edit::MergeContacts { keep, away, choices: Choices::new() }),
            ("move a person to the trash", Edit::DeleteContact { contact: keep }),
        ] {
            let start = ProcessTime::now();
            let done = black_box(edit.carry_out(&book, stamp())).is_ok();
            println!("  {what:<28} {:.1} ms CPU, {done}", start.elapsed().as_secs_f64() * 1e3);
        }
    }
}

fn book(contacts: usize) -> Option<Book> {
    let today = NaiveDate::from_ymd_opt(2026, 10, 14)?;
    let spec = DemoSpec { contacts, seed: 7, today, images: ImagePlan::None };
    let mut book = make(&spec).ok()?.book;
    let people: Vec<Arc<Contact>> = book.contacts.values().cloned().collect();
    for (number, contact) in people.iter().enumerate() {
        if number % 20 == 0 && contact.name.family.len() > 4 && contact.name.family.is_ascii() {
            let mut other = Contact { id: Id::new(u128::MAX - number as u128), ..Contact::clone(contact) };
            other.name.family.remove(2);
            Contact::table_mut(&mut book).insert(other.id, Arc::new(other));
        }
        if number < 1_000 {
            let mut other = Contact::clone(contact);
            other.phones.push(Labelled::new("work", "+49 30 9000-0000"));
            Contact::table_mut(&mut book).insert(other.id, Arc::new(other));
        }
    }
    Some(book)
}
