//! Links and agenda of a whole book at once, for opening it.
//!
//! An edit puts each id where its key belongs in its list ([`Links::update`]); for a whole book that looks up every key
//! many times. Here each table is sorted once and its ids are handed out in that order, so every list comes out sorted.
//! Must give what the updates give (held by `index::tests::an_update_equals_a_rebuild`).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use rustc_hash::FxHashMap;

use super::agenda::{days_of, urgency};
use super::links::closed_on;
use super::{Agenda, ContactLinks, EventLinks, Links, OrganizationLinks};
use crate::model::{
    Attendance, Book, Card, Contact, Event, FollowUp, FollowUpKind, FollowUpState, Id, Party, Referral,
};

/// Values by id while they are gathered: a map that is quick to fill, and ordered at the end.
struct Gathered<T, V> {
    at: FxHashMap<u128, usize>,
    all: Vec<(Id<T>, V)>,
}

impl<T, V: Default> Gathered<T, V> {
    fn with_room(room: usize) -> Self {
        let mut at = FxHashMap::default();
        at.reserve(room);
        Self { at, all: Vec::with_capacity(room) }
    }

    fn of(&mut self, id: Id<T>) -> &mut V {
        let at = *self.at.entry(id.value()).or_insert_with(|| {
            self.all.push((id, V::default()));
            self.all.len() - 1
        });
        &mut self.all[at].1
    }

    fn ordered(self) -> BTreeMap<Id<T>, V> {
        self.all.into_iter().collect()
    }
}

/// Puts an id at the end of a list, unless it is there already: one record can name somebody twice.
fn push<T>(list: &mut Vec<Id<T>>, id: Id<T>) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}

/// Returns records with a key, in the order of the keys.
fn sorted<'a, T: 'a, K: Ord>(records: impl Iterator<Item = &'a T>, key: impl Fn(&T) -> K) -> Vec<(K, &'a T)> {
    let mut all: Vec<(K, &T)> = records.map(|record| (key(record), record)).collect();
    all.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    all
}

impl Links {
    /// Returns the links of a whole book.
    pub(super) fn rebuild(book: &Book) -> Self {
        let mut contacts: Gathered<Contact, ContactLinks> = Gathered::with_room(book.contacts.len());
        let mut events: Gathered<Event, EventLinks> = Gathered::with_room(book.events.len());
        let mut links = Self::default();
        links.take_contacts(book);
        links.take_cards(book, &mut contacts, &mut events);
        take_encounters(book, &mut contacts, &mut events);
        take_ties(book, &mut contacts);
        take_referrals(book, &mut contacts);
        take_follow_ups(book, &mut contacts);
        take_events(book, &mut contacts, &mut events);
        for (_, links) in &mut contacts.all {
            shrink(links);
        }
        links.contacts = contacts.ordered();
        links.events = events.ordered();
        links
    }

    /// Organizations and circles.
    fn take_contacts(&mut self, book: &Book) {
        let mut current = Vec::new();
        let mut former = Vec::new();
        let mut members = Vec::new();
        for contact in book.contacts.values() {
            for affiliation in &contact.affiliations {
                let place = (affiliation.organization, contact.id);
                if affiliation.until.is_none() { current.push(place) } else { former.push(place) }
            }
            if contact.archived.is_none() {
                members.extend(contact.circles.iter().map(|circle| (*circle, contact.id)));
            }
        }
        current.sort_unstable();
        former.retain(|place| current.binary_search(place).is_err());
        for (organization, people) in sets(current) {
            self.organizations
                .insert(organization, OrganizationLinks { contacts: people, ..Default::default() });
        }
        for (organization, people) in sets(former) {
            self.organizations.entry(organization).or_default().former = people;
        }
        self.circles = sets(members);
    }

    fn take_cards(
        &mut self,
        book: &Book,
        contacts: &mut Gathered<Contact, ContactLinks>,
        events: &mut Gathered<Event, EventLinks>,
    ) {
        let oldest_first =
            sorted(book.cards.values().map(|card| &**card), |card: &Card| (card.day(), card.id));
        let mut images = Vec::new();
        for (_, card) in &oldest_first {
            if card.contact.is_none() {
                self.pile.push(card.id);
            }
            if let Some(event) = card.event {
                events.of(event).cards.push(card.id);
            }
            images.extend([card.front, card.back].into_iter().flatten().map(|image| (image, card.id)));
        }
        // Newest first; a card that gave way to an older one stands behind the others.
        for superseded in [false, true] {
            for (_, card) in oldest_first.iter().rev().filter(|(_, card)| card.superseded == superseded) {
                if let Some(contact) = card.contact {
                    contacts.of(contact).cards.push(card.id);
                }
            }
        }
        self.attachments = sets(images);
    }
}

/// Returns the second ones of each first one.
fn sets<K: Ord + Copy, V: Ord>(mut pairs: Vec<(K, V)>) -> BTreeMap<K, BTreeSet<V>> {
    pairs.sort_unstable();
    let mut all: Vec<(K, BTreeSet<V>)> = Vec::new();
    for (key, value) in pairs {
        match all.last_mut() {
            Some((last, set)) if *last == key => {
                set.insert(value);
            }
            _ => all.push((key, BTreeSet::from([value]))),
        }
    }
    all.into_iter().collect()
}

fn take_encounters(
    book: &Book,
    contacts: &mut Gathered<Contact, ContactLinks>,
    events: &mut Gathered<Event, EventLinks>,
) {
    let encounters = book.encounters.values().map(|encounter| &**encounter);
    let oldest_first = sorted(encounters, |encounter| ((encounter.on, encounter.at), encounter.id));
    for (_, encounter) in &oldest_first {
        if let Some(event) = encounter.event {
            events.of(event).encounters.push(encounter.id);
        }
    }
    for (_, encounter) in oldest_first.iter().rev() {
        for contact in &encounter.contacts {
            let links = contacts.of(*contact);
            links.encounters.push(encounter.id);
            links.met_face_to_face |= encounter.kind.is_face_to_face();
            if encounter.is_thank_you {
                links.thanked_on = links.thanked_on.max(Some(encounter.on));
            }
        }
    }
}

/// Relationships, introductions, reviews.
fn take_ties(book: &Book, contacts: &mut Gathered<Contact, ContactLinks>) {
    for tie in book.relationships.values() {
        for contact in [tie.from, tie.to] {
            push(&mut contacts.of(contact).relationships, tie.id);
        }
    }
    let introductions = book.introductions.values().map(|introduction| &**introduction);
    for (_, introduction) in sorted(introductions, |record| (Reverse(record.on), Reverse(record.id))) {
        for contact in introduction.parties().into_iter().filter_map(Party::contact) {
            push(&mut contacts.of(contact).introductions, introduction.id);
        }
    }
    let reviews = book.reviews.values().map(|review| &**review);
    for (_, review) in sorted(reviews, |review| (Reverse(review.on), Reverse(review.id))) {
        contacts.of(review.contact).reviews.push(review.id);
    }
}

fn take_referrals(book: &Book, contacts: &mut Gathered<Contact, ContactLinks>) {
    let day =
        |referral: &Referral| referral.last_step_on().unwrap_or_else(|| referral.created_at.date_naive());
    let referrals = book.referrals.values().map(|referral| &**referral);
    for (_, referral) in sorted(referrals, |record| (Reverse(day(record)), Reverse(record.id))) {
        contacts.of(referral.subject).referred.push(referral.id);
        if let Some(giver) = referral.giver.contact() {
            contacts.of(giver).given.push(referral.id);
        }
        if let Some(recipient) = referral.recipient.contact() {
            contacts.of(recipient).received.push(referral.id);
        }
    }
}

fn take_follow_ups(book: &Book, contacts: &mut Gathered<Contact, ContactLinks>) {
    let all = || book.follow_ups.values().map(|follow_up| &**follow_up);
    let open = all().filter(|follow_up| follow_up.is_open());
    for (_, follow_up) in sorted(open, |record| ((record.due_on, record.due_at), record.id)) {
        for contact in &follow_up.contacts {
            contacts.of(*contact).open_follow_ups.push(follow_up.id);
        }
    }
    let closed = all().filter(|follow_up| !follow_up.is_open());
    for (_, follow_up) in sorted(closed, |record| (Reverse(closed_on(record)), Reverse(record.id))) {
        let thanked = match follow_up.state {
            FollowUpState::Done { on, .. } if follow_up.kind == FollowUpKind::ThankYou => Some(on),
            _ => None,
        };
        for contact in &follow_up.contacts {
            let links = contacts.of(*contact);
            links.closed_follow_ups.push(follow_up.id);
            links.thanked_on = links.thanked_on.max(thanked);
        }
    }
}

fn take_events(
    book: &Book,
    contacts: &mut Gathered<Contact, ContactLinks>,
    events: &mut Gathered<Event, EventLinks>,
) {
    let newest_first = sorted(book.events.values().map(|event| &**event), |event: &Event| {
        (Reverse(event.starts_on), Reverse(event.id))
    });
    for (_, event) in newest_first {
        for (contact, status) in &event.participants {
            contacts.of(*contact).events.push(event.id);
            if *status == Attendance::Attended {
                events.of(event.id).contacts.insert(*contact);
            }
        }
    }
    for (_, links) in &mut events.all {
        let mut met: Vec<Id<Contact>> =
            links.cards.iter().filter_map(|card| book.get(*card)?.contact).collect();
        let encounters = links.encounters.iter().filter_map(|encounter| book.get(*encounter));
        for encounter in encounters.filter(|encounter| encounter.kind.is_meeting()) {
            met.extend(&encounter.contacts);
        }
        met.extend(&links.contacts);
        links.contacts = met.into_iter().collect();
    }
}

fn shrink(links: &mut ContactLinks) {
    links.cards.shrink_to_fit();
    links.encounters.shrink_to_fit();
    links.relationships.shrink_to_fit();
    links.open_follow_ups.shrink_to_fit();
    links.closed_follow_ups.shrink_to_fit();
    links.events.shrink_to_fit();
}

/// What orders follow-ups: day, time, urgency, name, id.
type FollowUpKey<'a> = (NaiveDate, Option<NaiveTime>, u8, &'a str, Id<FollowUp>);

impl Agenda {
    /// Returns the agenda of a whole book.
    pub(super) fn rebuild(book: &Book) -> Self {
        // Each name once, however many things are to be done for somebody.
        let mut names: FxHashMap<u128, String> = FxHashMap::default();
        let first = |follow_up: &FollowUp| {
            follow_up.contacts.first().and_then(|contact| Some((*contact, book.get(*contact)?)))
        };
        let is_listed = |follow_up: &FollowUp| !matches!(follow_up.state, FollowUpState::Dropped { .. });
        for follow_up in book.follow_ups.values().filter(|follow_up| is_listed(follow_up)) {
            if let Some((id, contact)) = first(follow_up) {
                names.entry(id.value()).or_insert_with(|| contact.display_name());
            }
        }
        let (mut open, mut done): (Vec<FollowUpKey<'_>>, Vec<FollowUpKey<'_>>) = (Vec::new(), Vec::new());
        for follow_up in book.follow_ups.values() {
            let name = first(follow_up).and_then(|(id, _)| names.get(&id.value()));
            let name = name.map_or(follow_up.about.as_str(), String::as_str);
            let (list, day) = match follow_up.state {
                FollowUpState::Open => (&mut open, follow_up.due_on),
                FollowUpState::Done { on, .. } => (&mut done, on),
                FollowUpState::Dropped { .. } => continue,
            };
            list.push((day, follow_up.due_at, urgency(follow_up.kind), name, follow_up.id));
        }
        let by_day = |mut list: Vec<FollowUpKey<'_>>| {
            list.sort_unstable();
            let mut days: BTreeMap<NaiveDate, Vec<Id<FollowUp>>> = BTreeMap::new();
            for (day, .., id) in list {
                days.entry(day).or_default().push(id);
            }
            days
        };
        let mut events: Vec<(NaiveDate, Option<NaiveTime>, &str, Id<Event>)> = Vec::new();
        for event in book.events.values() {
            let on = |day| (day, event.starts_at, event.title.as_str(), event.id);
            events.extend(days_of(event).map(on));
        }
        events.sort_unstable();
        let mut of_day: BTreeMap<NaiveDate, Vec<Id<Event>>> = BTreeMap::new();
        for (day, .., id) in events {
            of_day.entry(day).or_default().push(id);
        }
        Self { open: by_day(open), done: by_day(done), events: of_day }
    }
}
