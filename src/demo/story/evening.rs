//! What belongs to evenings: who introduced whom there, who comes to the next one, how letters address whom, and a
//! template of the owner's own.
//!
//! Written last and with chances of its own, so that the rest of the story does not depend on it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::desk::Desk;
use crate::demo::rng::Rng;
use crate::model::*;

/// How many of those who came before say that they come to the next evening.
const COMING: usize = 5;

/// Writes it down.
pub(super) fn tell(desk: &mut Desk) {
    let met = met(&desk.book);
    introductions(desk, &met);
    participants(desk, &met);
    letters(desk);
}

/// Who was met at which event.
fn met(book: &Book) -> BTreeMap<Id<Event>, BTreeSet<Id<Contact>>> {
    let mut met: BTreeMap<Id<Event>, BTreeSet<Id<Contact>>> = BTreeMap::new();
    for card in book.cards.values() {
        if let (Some(event), Some(contact)) = (card.event, card.contact) {
            met.entry(event).or_default().insert(contact);
        }
    }
    met
}

/// An introduction on the day of an event at which one of the two was met was made there.
fn introductions(desk: &mut Desk, met: &BTreeMap<Id<Event>, BTreeSet<Id<Contact>>>) {
    let lasts = |event: &Event, on: NaiveDate| event.starts_on <= Some(on) && event.last_day() >= Some(on);
    let mut there = Vec::new();
    for introduction in desk.book.introductions.values() {
        let Some(on) = introduction.on else { continue };
        let sides: Vec<Id<Contact>> =
            [introduction.a, introduction.b].into_iter().filter_map(Party::contact).collect();
        let at = met.iter().find(|(event, people)| {
            sides.iter().any(|side| people.contains(side))
                && desk.book.get(**event).is_some_and(|event| lasts(event, on))
        });
        there.extend(at.map(|(event, _)| (introduction.id, *event)));
    }
    for (introduction, event) in there {
        desk.edit(introduction, |it: &mut Introduction| it.event = Some(event));
    }
}

/// Some of those who were met at a series say that they come to its next event.
fn participants(desk: &mut Desk, met: &BTreeMap<Id<Event>, BTreeSet<Id<Contact>>>) {
    let today = desk.today;
    let coming: Vec<(Id<Event>, String)> = desk
        .book
        .events
        .values()
        .filter(|event| event.starts_on > Some(today) && event.participants.is_empty())
        .map(|event| (event.id, event.series.clone()))
        .collect();
    for (event, series) in coming {
        let before = met.iter().filter(|(id, _)| desk.book.get(**id).is_some_and(|it| it.series == series));
        let people: BTreeSet<Id<Contact>> = before.flat_map(|(_, people)| people.iter().copied()).collect();
        let people =
            people.into_iter().filter(|id| desk.book.get(*id).is_some_and(|it| it.archived.is_none()));
        // By the id, so that no die of the story falls in another way.
        let mut people: Vec<Id<Contact>> = people.collect();
        people.sort_by_key(|id| id.value().wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
        let said = people.into_iter().take(COMING).map(|id| (id, Attendance::Planned)).collect();
        desk.edit(event, |event: &mut Event| event.participants = said);
    }
}

/// Friends who speak German are du; one template for them.
fn letters(desk: &mut Desk) {
    let friends = desk.book.circles.values().find(|circle| circle.name == "Friends & family").map(|it| it.id);
    let close: Vec<Id<Contact>> = desk
        .book
        .contacts
        .values()
        .filter(|it| friends.is_some_and(|circle| it.circles.contains(&circle)) && it.language() == "de")
        .map(|it| it.id)
        .collect();
    for contact in close {
        desk.edit(contact, |contact: &mut Contact| contact.formality = Some(Formality::Close));
    }
    let mut dice = Rng::for_purpose(desk.seed, 0x01E7_7E45);
    let created_at = desk.moment(desk.day(-6), 9, 0);
    let millis = u128::from(u64::try_from(created_at.timestamp_millis()).unwrap_or(0)) & 0xFFFF_FFFF_FFFF;
    let id = Id::new(millis << 80 | 7 << 76 | 2 << 62 | u128::from(dice.next() >> 2));
    desk.put(LetterTemplate {
        id,
        name: "Nach dem Stammtisch".to_owned(),
        language: "de".to_owned(),
        formality: Formality::Close,
        subject_line: "Schön war’s: <Anlass>".to_owned(),
        body:
            "<Anrede>\n\nes war schön, dich bei <Anlass> zu treffen. Über <Themen> denke ich noch nach.\n\n\
               Wie besprochen: <Nächstes>.\n\nBis bald\n<Ich>"
                .to_owned(),
        created_at,
        updated_at: created_at,
    });
}
