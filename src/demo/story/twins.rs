//! People whom others mentioned and whom the book has already under another writing, and somebody who was deleted last
//! week: what the sheets of duplicates and of the trash are for.

use crate::demo::people::invent;
use crate::edit::{Edit, Stamp};
use crate::model::*;
use crate::text::fold::romaji_of_kana;

use super::desk::{Desk, shift};

/// Books with fewer people have nobody twice.
const LEAST: usize = 60;

/// How many people are there twice.
const MOST: usize = 3;

/// Makes some of those who were only mentioned second records of others, and puts somebody into the trash.
pub(super) fn hide(desk: &mut Desk, contacts: usize) {
    if contacts < LEAST {
        return;
    }
    let book = desk.book.clone();
    let mut mentioned = book.contacts.values().filter(|contact| contact.only_mentioned);
    let mut originals = book.contacts.values().filter(|contact| {
        !contact.only_mentioned
            && contact.archived.is_none()
            && contact.current_affiliation().is_some()
            && contact.name.given.chars().count() + contact.name.family.chars().count() > 3
    });
    for number in 0..MOST {
        // A reading, a letter that was misheard, an initial.
        let suits = |contact: &&std::sync::Arc<Contact>| match number {
            0 => !contact.name.family_reading.is_empty(),
            _ => contact.name.family.chars().count() > 4 && contact.name.family.is_ascii(),
        };
        let (Some(second), Some(first)) = (mentioned.next(), originals.find(suits)) else { break };
        let name = match number {
            0 => PersonName::parse(
                &romaji_of_kana(&first.name.reading()).split(' ').map(capital).collect::<Vec<_>>().join(" "),
            ),
            1 => {
                let mut family: Vec<char> = first.name.family.chars().collect();
                family.swap(2, 3);
                PersonName::new(first.name.given.clone(), family.into_iter().collect::<String>())
            }
            _ => {
                let initial: String = first.name.given.chars().take(1).collect();
                PersonName::new(format!("{initial}."), first.name.family.clone())
            }
        };
        let affiliations = first
            .current_affiliation()
            .map(|place| Affiliation { organization: place.organization, ..Affiliation::default() });
        let emails: Vec<Labelled> = first.emails.iter().take(1).cloned().collect();
        desk.edit::<Contact>(second.id, |contact| {
            contact.name = name;
            contact.affiliations = affiliations.into_iter().collect();
            contact.emails = emails;
            contact.phones.clear();
            contact.links.clear();
            contact.addresses.clear();
            contact.languages.clone_from(&first.languages);
        });
    }
    delete_somebody(desk, contacts);
}

/// Somebody whose card was taken in by mistake.
fn delete_somebody(desk: &mut Desk, contacts: usize) {
    let person = invent(desk.seed, contacts as u64 + 1);
    let met = desk.day(-20);
    let at = desk.moment(met, 18, 0);
    let contact = Contact {
        id: desk.fresh(at),
        name: PersonName::new(person.given.clone(), person.family.clone()),
        notes: person.family_fact.clone(),
        created_at: at,
        updated_at: at,
        ..Contact::default()
    };
    let card = Card {
        id: desk.fresh(at),
        contact: Some(contact.id),
        received_on: Some(met),
        created_at: at,
        updated_at: at,
        ..Card::default()
    };
    let encounter = Encounter {
        id: desk.fresh(at),
        on: met,
        contacts: [contact.id].into(),
        created_at: at,
        updated_at: at,
        ..Encounter::default()
    };
    let id = contact.id;
    desk.put(contact);
    desk.put(card);
    desk.put(encounter);
    let on = shift(desk.today, -5);
    let first_id = desk.fresh::<Contact>(at).value();
    let stamp = Stamp::new(desk.moment(on, 9, 0), on, first_id);
    if let Ok(step) = (Edit::DeleteContact { contact: id }).carry_out(&desk.book, stamp) {
        step.apply(&mut desk.book);
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
