//! What every invented book must hold, whatever its size and seed.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn book(contacts: usize, seed: u64, today: &str) -> Book {
    make(&DemoSpec { contacts, seed, today: day(today), images: ImagePlan::None }).unwrap().book
}

#[test]
fn nothing_dangles_at_any_size() {
    for contacts in [0, 1, 2, 3, 10, 29, 30, 60, 250, 2000] {
        for seed in 1..3 {
            let book = book(contacts, seed, "2026-10-14");
            assert_eq!(book.contacts.len(), contacts, "people of {contacts}");
            assert_eq!(book.dangling(), [], "links of {contacts}");
        }
    }
}
