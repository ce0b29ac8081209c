//! Of people who were put into the invented book a second time, most are found, and hardly anybody else is suspected.

use std::collections::BTreeSet;
use std::sync::Arc;

use cardloom::demo::rng::Rng;
use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::index::duplicates::{Certainty, find};
use cardloom::model::*;
use cardloom::text::fold::romaji_of_kana;

/// The records of one person, by their ids.
type Twins = BTreeSet<(Id<Contact>, Id<Contact>)>;

/// How the second record of somebody differs from the first.
fn second_record(dice: &mut Rng, contact: &Contact, kind: usize) -> Option<Contact> {
    let mut other = Contact { id: Id::NIL, ..contact.clone() };
    match kind {
        // A letter was misread, the rest of the card is there.
        0 => {
            let name: Vec<char> = other.name.family.chars().collect();
            if name.len() < 5 || name.iter().any(|it| is_east_asian(*it)) {
                return None;
            }
            let at = 1 + dice.range(0, name.len() as i64 - 3) as usize;
            let mut changed = name.clone();
            match dice.range(0, 2) {
                0 => changed.swap(at, at + 1),
                1 => drop(changed.remove(at)),
                _ => changed.insert(at, changed[at]),
            }
            other.name.family = changed.into_iter().collect();
            other.emails.clear();
        }
        // Another job: new company, address and number; the mobile number stays.
        1 => {
            other.affiliations.clear();
            other.emails.clear();
            other.addresses.clear();
            if other.phones.len() > 1 {
                other.phones.remove(0);
            }
        }
        // The English side of a Japanese card, or the name in capitals the other way round.
        2 => {
            other.phones.clear();
            if other.name.family_reading.is_empty() {
                other.name =
                    PersonName::new(other.name.family.to_uppercase(), other.name.given.to_uppercase());
            } else {
                let latin = romaji_of_kana(&other.name.reading());
                other.name = PersonName { latin: String::new(), ..PersonName::parse(&latin) };
            }
        }
        // Only an initial and the address.
        _ => {
            let initial = other.name.given.chars().next().filter(|it| !is_east_asian(*it))?;
            other.name.given = format!("{initial}.");
            other.phones.clear();
            other.affiliations.clear();
        }
    }
    other.human = HumanSide::default();
    other.notes.clear();
    other.links.clear();
    Some(other)
}

/// Puts a twentieth of the people of the invented book in twice.
fn planted(contacts: usize, seed: u64) -> (Book, Twins) {
    let spec = DemoSpec { contacts, seed, today: crate::world::today(), images: ImagePlan::None };
    let mut book = make(&spec).expect("an invented book").book;
    let mut dice = Rng::for_purpose(seed, 0xd0b1e);
    let mut twins = BTreeSet::new();
    let people: Vec<Arc<Contact>> = book.contacts.values().cloned().collect();
    for (number, contact) in people.iter().enumerate().filter(|(number, _)| number % 20 == 0) {
        if let Some(other) = second_record(&mut dice, contact, number / 20 % 4) {
            let id = Id::new(u128::MAX - number as u128);
            Contact::table_mut(&mut book).insert(id, Arc::new(Contact { id, ..other }));
            twins.insert((contact.id, id));
        }
    }
    (book, twins)
}

#[test]
fn of_planted_second_records_most_are_found_and_little_else() {
    for seed in [7, 11] {
        let (book, twins) = planted(2_000, seed);
        let mut found = find(&book, |_, _| Ok::<(), ()>(())).expect("nobody stops it");
        // The invented book has some of its own.
        found.pairs.retain(|pair| ![pair.a, pair.b].iter().any(|id| book.contacts[id].only_mentioned));
        let told: BTreeSet<_> = found.pairs.iter().map(|pair| (pair.a, pair.b)).collect();
        let hits = twins.intersection(&told).count();
        let likely: Vec<_> = found.pairs.iter().filter(|it| it.certainty() >= Certainty::Likely).collect();
        let right = likely.iter().filter(|pair| twins.contains(&(pair.a, pair.b))).count();
        let (recall, precision) =
            (hits as f32 / twins.len() as f32, right as f32 / likely.len().max(1) as f32);
        println!(
            "seed {seed}: {} planted, {} found, {} told, {} likely of which {right} right, {} compared",
            twins.len(),
            hits,
            told.len(),
            likely.len(),
            found.compared
        );
        assert!(recall >= 0.9, "seed {seed}: {hits} of {} found", twins.len());
        assert!(precision >= 0.95, "seed {seed}: {right} of {} likely ones are right", likely.len());
        assert!(hits * 10 >= told.len() * 9, "seed {seed}: {hits} of {} that are told are right", told.len());
    }
}
