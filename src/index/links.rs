//! Links in the other direction: from a person to the cards, from an event to the people.
//!
//! Owns the reverse of every link of the model. Must not know what a view does with it. Start
//! reading at [`Links`].
//!
//! Invariant: a list is ordered by what the records say and, where this is equal, by id; an entry
//! without any link does not exist.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use super::search::concerned;
use crate::model::{
    Affiliation, Attachment, Attendance, Book, Card, Circle, Contact, Encounter, Event, FollowUp,
    FollowUpKind, FollowUpState, Id, Introduction, Organization, Party, RecordRef, Referral, Relationship,
    Review,
};

/// Links in the other direction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    pub(super) contacts: BTreeMap<Id<Contact>, ContactLinks>,
    pub(super) events: BTreeMap<Id<Event>, EventLinks>,
    pub(super) organizations: BTreeMap<Id<Organization>, OrganizationLinks>,
    pub(super) circles: BTreeMap<Id<Circle>, BTreeSet<Id<Contact>>>,
    pub(super) attachments: BTreeMap<Id<Attachment>, BTreeSet<Id<Card>>>,
    pub(super) pile: Vec<Id<Card>>,
}

/// What names a contact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactLinks {
    /// Cards, newest first by [`Card::day`]: the first one is the current card.
    pub cards: Vec<Id<Card>>,
    /// Encounters, newest first.
    pub encounters: Vec<Id<Encounter>>,
    /// Relationships from or to the contact, in the order in which they were recorded.
    pub relationships: Vec<Id<Relationship>>,
    /// Introductions in which the contact is one of the three, newest first, undated ones last.
    pub introductions: Vec<Id<Introduction>>,
    /// Referrals of this contact's card, newest step first.
    pub referred: Vec<Id<Referral>>,
    /// Referrals that the contact gave, newest step first.
    pub given: Vec<Id<Referral>>,
    /// Referrals that the contact received, newest step first.
    pub received: Vec<Id<Referral>>,
    /// Reviews, newest first.
    pub reviews: Vec<Id<Review>>,
    /// Open follow-ups, the one due first at the front.
    pub open_follow_ups: Vec<Id<FollowUp>>,
    /// Follow-ups done or dropped, newest first by the day on which they were.
    pub closed_follow_ups: Vec<Id<FollowUp>>,
    /// Events that list the contact as participant, newest first, undated ones last.
    pub events: Vec<Id<Event>>,
    /// The last day on which thanks were said: by a thank-you encounter or a finished thank-you.
    pub thanked_on: Option<NaiveDate>,
    /// Whether one of the encounters was face to face.
    pub met_face_to_face: bool,
}

/// What names an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventLinks {
    /// Cards received there, oldest first.
    pub cards: Vec<Id<Card>>,
    /// Encounters there and messages about it, oldest first.
    pub encounters: Vec<Id<Encounter>>,
    /// People met: those of the cards, of the encounters there, and participants who attended.
    pub contacts: BTreeSet<Id<Contact>>,
}

/// What names an organization.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganizationLinks {
    /// People who are there today.
    pub contacts: BTreeSet<Id<Contact>>,
    /// People who were there and left.
    pub former: BTreeSet<Id<Contact>>,
}

static NO_CONTACT_LINKS: ContactLinks = ContactLinks {
    cards: Vec::new(),
    encounters: Vec::new(),
    relationships: Vec::new(),
    introductions: Vec::new(),
    referred: Vec::new(),
    given: Vec::new(),
    received: Vec::new(),
    reviews: Vec::new(),
    open_follow_ups: Vec::new(),
    closed_follow_ups: Vec::new(),
    events: Vec::new(),
    thanked_on: None,
    met_face_to_face: false,
};
static NO_EVENT_LINKS: EventLinks =
    EventLinks { cards: Vec::new(), encounters: Vec::new(), contacts: BTreeSet::new() };
static NO_ORGANIZATION_LINKS: OrganizationLinks =
    OrganizationLinks { contacts: BTreeSet::new(), former: BTreeSet::new() };
static NO_CONTACTS: BTreeSet<Id<Contact>> = BTreeSet::new();
static NO_CARDS: BTreeSet<Id<Card>> = BTreeSet::new();

impl Links {
    /// Returns what names a contact.
    pub fn contact(&self, id: Id<Contact>) -> &ContactLinks {
        self.contacts.get(&id).unwrap_or(&NO_CONTACT_LINKS)
    }

    /// Returns what names an event.
    pub fn event(&self, id: Id<Event>) -> &EventLinks {
        self.events.get(&id).unwrap_or(&NO_EVENT_LINKS)
    }

    /// Returns the people of an organization, archived ones included.
    pub fn organization(&self, id: Id<Organization>) -> &OrganizationLinks {
        self.organizations.get(&id).unwrap_or(&NO_ORGANIZATION_LINKS)
    }

    /// Returns the people of a circle without the archived ones.
    pub fn circle(&self, id: Id<Circle>) -> &BTreeSet<Id<Contact>> {
        self.circles.get(&id).unwrap_or(&NO_CONTACTS)
    }

    /// Returns the cards that show a picture.
    pub fn cards_with(&self, id: Id<Attachment>) -> &BTreeSet<Id<Card>> {
        self.attachments.get(&id).unwrap_or(&NO_CARDS)
    }

    /// The cards without a contact, oldest first.
    pub fn pile(&self) -> &[Id<Card>] {
        &self.pile
    }

    /// Returns the card that a contact is shown by: the newest one.
    pub fn current_card(&self, id: Id<Contact>) -> Option<Id<Card>> {
        self.contact(id).cards.first().copied()
    }

    /// Takes back what the touched records said in the state before, and puts in what they say now.
    pub(super) fn update(&mut self, before: &Book, book: &Book, touched: &BTreeSet<RecordRef>) {
        let mut events = BTreeSet::new();
        for record in touched {
            events.extend(self.change(before, *record, Change::Remove));
        }
        for record in touched {
            events.extend(self.change(book, *record, Change::Add));
        }
        for event in events {
            self.gather_people(book, event);
        }
        let mut contacts = BTreeSet::new();
        for record in touched {
            concerned(before, *record, &mut contacts);
            concerned(book, *record, &mut contacts);
        }
        for contact in contacts {
            self.finish(book, contact);
        }
    }

    /// Carries out one change; returns the events whose people may differ now.
    fn change(&mut self, book: &Book, record: RecordRef, change: Change) -> Vec<Id<Event>> {
        let mut events = Vec::new();
        match record {
            RecordRef::Contact(id) => self.change_contact(book, id, change),
            RecordRef::Card(id) => {
                if let Some(card) = book.get(id) {
                    events.extend(card.event);
                    self.change_card(book, card, change);
                }
            }
            RecordRef::Encounter(id) => {
                if let Some(encounter) = book.get(id) {
                    events.extend(encounter.event);
                    let oldest = |id: Id<Encounter>| (day_of_encounter(book, id), id);
                    for contact in &encounter.contacts {
                        let newest = |id: Id<Encounter>| (Reverse(day_of_encounter(book, id)), Reverse(id));
                        self.of_contact(*contact, |links| {
                            change.carry_out(&mut links.encounters, id, newest)
                        });
                    }
                    if let Some(event) = encounter.event {
                        let links = self.events.entry(event).or_default();
                        change.carry_out(&mut links.encounters, id, oldest);
                    }
                }
            }
            RecordRef::Relationship(id) => {
                if let Some(tie) = book.get(id) {
                    for contact in [tie.from, tie.to] {
                        self.of_contact(contact, |links| {
                            change.carry_out(&mut links.relationships, id, |id| id);
                        });
                    }
                }
            }
            RecordRef::Introduction(id) => {
                if let Some(introduction) = book.get(id) {
                    let newest = |id: Id<Introduction>| {
                        (Reverse(book.get(id).and_then(|record| record.on)), Reverse(id))
                    };
                    for contact in introduction.parties().into_iter().filter_map(Party::contact) {
                        self.of_contact(contact, |links| {
                            change.carry_out(&mut links.introductions, id, newest);
                        });
                    }
                }
            }
            RecordRef::Referral(id) => {
                if let Some(referral) = book.get(id) {
                    self.change_referral(book, referral, change);
                }
            }
            RecordRef::Review(id) => {
                if let Some(review) = book.get(id) {
                    let newest =
                        |id: Id<Review>| (Reverse(book.get(id).map(|record| record.on)), Reverse(id));
                    self.of_contact(review.contact, |links| {
                        change.carry_out(&mut links.reviews, id, newest);
                    });
                }
            }
            RecordRef::FollowUp(id) => {
                if let Some(follow_up) = book.get(id) {
                    self.change_follow_up(book, follow_up, change);
                }
            }
            RecordRef::Event(id) => {
                events.push(id);
                if let Some(event) = book.get(id) {
                    let newest = |id: Id<Event>| {
                        (Reverse(book.get(id).and_then(|record| record.starts_on)), Reverse(id))
                    };
                    for contact in event.participants.keys() {
                        self.of_contact(*contact, |links| change.carry_out(&mut links.events, id, newest));
                    }
                }
            }
            RecordRef::Circle(_)
            | RecordRef::Organization(_)
            | RecordRef::Attachment(_)
            | RecordRef::Storage(_)
            | RecordRef::Place(_)
            | RecordRef::Recall(_)
            | RecordRef::Conflict(_)
            | RecordRef::SavedSearch(_)
            | RecordRef::LetterTemplate(_)
            | RecordRef::Trashed(_) => {}
        }
        events
    }

    fn change_contact(&mut self, book: &Book, id: Id<Contact>, change: Change) {
        let Some(contact) = book.get(id) else { return };
        let mut places: BTreeMap<Id<Organization>, bool> = BTreeMap::new();
        for Affiliation { organization, until, .. } in &contact.affiliations {
            *places.entry(*organization).or_default() |= until.is_none();
        }
        for (organization, is_current) in places {
            let links = self.organizations.entry(organization).or_default();
            change.set(if is_current { &mut links.contacts } else { &mut links.former }, id);
            if *links == NO_ORGANIZATION_LINKS {
                self.organizations.remove(&organization);
            }
        }
        if contact.archived.is_none() {
            for circle in &contact.circles {
                let members = self.circles.entry(*circle).or_default();
                change.set(members, id);
                if members.is_empty() {
                    self.circles.remove(circle);
                }
            }
        }
    }

    fn change_card(&mut self, book: &Book, card: &Card, change: Change) {
        let oldest = |id: Id<Card>| (day_of_card(book, id), id);
        match card.contact {
            Some(contact) => self.of_contact(contact, |links| {
                let current = |id: Id<Card>| {
                    let superseded = book.get(id).is_some_and(|card| card.superseded);
                    (superseded, Reverse(day_of_card(book, id)), Reverse(id))
                };
                change.carry_out(&mut links.cards, card.id, current);
            }),
            None => change.carry_out(&mut self.pile, card.id, oldest),
        }
        if let Some(event) = card.event {
            change.carry_out(&mut self.events.entry(event).or_default().cards, card.id, oldest);
        }
        for image in [card.front, card.back].into_iter().flatten() {
            let cards = self.attachments.entry(image).or_default();
            change.set(cards, card.id);
            if cards.is_empty() {
                self.attachments.remove(&image);
            }
        }
    }

    fn change_referral(&mut self, book: &Book, referral: &Referral, change: Change) {
        let newest = |id: Id<Referral>| {
            let day = book
                .get(id)
                .map(|referral| referral.last_step_on().unwrap_or_else(|| referral.created_at.date_naive()));
            (Reverse(day), Reverse(id))
        };
        self.of_contact(referral.subject, |links| {
            change.carry_out(&mut links.referred, referral.id, newest);
        });
        if let Some(giver) = referral.giver.contact() {
            self.of_contact(giver, |links| change.carry_out(&mut links.given, referral.id, newest));
        }
        if let Some(recipient) = referral.recipient.contact() {
            self.of_contact(recipient, |links| change.carry_out(&mut links.received, referral.id, newest));
        }
    }

    fn change_follow_up(&mut self, book: &Book, follow_up: &FollowUp, change: Change) {
        let by_due = |id: Id<FollowUp>| (book.get(id).map(|record| (record.due_on, record.due_at)), id);
        let newest =
            |id: Id<FollowUp>| (Reverse(book.get(id).and_then(|record| closed_on(record))), Reverse(id));
        for contact in &follow_up.contacts {
            self.of_contact(*contact, |links| {
                if follow_up.is_open() {
                    change.carry_out(&mut links.open_follow_ups, follow_up.id, by_due);
                } else {
                    change.carry_out(&mut links.closed_follow_ups, follow_up.id, newest);
                }
            });
        }
    }

    fn of_contact(&mut self, id: Id<Contact>, change: impl FnOnce(&mut ContactLinks)) {
        change(self.contacts.entry(id).or_default());
    }

    /// Sums up the links of a contact; links that are empty do not stay behind.
    fn finish(&mut self, book: &Book, id: Id<Contact>) {
        let Some(links) = self.contacts.get_mut(&id) else { return };
        let encounters = || links.encounters.iter().filter_map(|id| book.get(*id));
        let met_face_to_face = encounters().any(|encounter| encounter.kind.is_face_to_face());
        let thanks = encounters().filter(|encounter| encounter.is_thank_you);
        let by_encounter = thanks.map(|encounter| encounter.on);
        let closed = links.closed_follow_ups.iter().filter_map(|id| book.get(*id));
        let by_follow_up = closed.filter_map(|follow_up| match follow_up.state {
            FollowUpState::Done { on, .. } => (follow_up.kind == FollowUpKind::ThankYou).then_some(on),
            FollowUpState::Open | FollowUpState::Dropped { .. } => None,
        });
        let thanked_on = by_encounter.chain(by_follow_up).max();
        links.thanked_on = thanked_on;
        links.met_face_to_face = met_face_to_face;
        if *links == NO_CONTACT_LINKS {
            self.contacts.remove(&id);
        }
    }

    /// Gathers the people of an event anew from what happened there.
    fn gather_people(&mut self, book: &Book, id: Id<Event>) {
        let links = self.events.entry(id).or_default();
        links.contacts.clear();
        links.contacts.extend(links.cards.iter().filter_map(|card| book.get(*card)?.contact));
        // Whom one wrote to about the event was not met there by that.
        let encounters = links.encounters.iter().filter_map(|encounter| book.get(*encounter));
        for encounter in encounters.filter(|encounter| encounter.kind.is_meeting()) {
            links.contacts.extend(&encounter.contacts);
        }
        if let Some(event) = book.get(id) {
            let attended = |status: &Attendance| *status == Attendance::Attended;
            links
                .contacts
                .extend(event.participants.iter().filter(|entry| attended(entry.1)).map(|entry| *entry.0));
        }
        if *links == NO_EVENT_LINKS {
            self.events.remove(&id);
        }
    }
}

/// Whether a link comes or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    Remove,
    Add,
}

impl Change {
    /// Puts an id where its key belongs in an ordered list, or takes it away. Keys must differ.
    fn carry_out<T, K: Ord>(self, list: &mut Vec<Id<T>>, id: Id<T>, key: impl Fn(Id<T>) -> K) {
        match self {
            Self::Remove => list.retain(|other| *other != id),
            Self::Add => {
                let own = key(id);
                let at = list.partition_point(|other| key(*other) < own);
                if list.get(at) != Some(&id) {
                    list.insert(at, id);
                }
            }
        }
    }

    fn set<T>(self, set: &mut BTreeSet<Id<T>>, id: Id<T>) {
        match self {
            Self::Remove => set.remove(&id),
            Self::Add => set.insert(id),
        };
    }
}

/// Returns the day on which a follow-up was done or dropped.
pub(super) fn closed_on(follow_up: &FollowUp) -> Option<NaiveDate> {
    match follow_up.state {
        FollowUpState::Open => None,
        FollowUpState::Done { on, .. } | FollowUpState::Dropped { on, .. } => Some(on),
    }
}

fn day_of_card(book: &Book, id: Id<Card>) -> Option<NaiveDate> {
    book.get(id).map(|card| card.day())
}

fn day_of_encounter(book: &Book, id: Id<Encounter>) -> Option<(NaiveDate, Option<NaiveTime>)> {
    book.get(id).map(|encounter| (encounter.on, encounter.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};

    #[test]
    fn lists_stand_in_the_order_in_which_they_are_read() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Jonas Weber"));
        let mine = Some(Id::new(1));
        for (id, on, contact) in [(1, 2, mine), (2, 5, mine), (3, 5, mine), (4, 9, None), (5, 3, None)] {
            let received_on = Some(day(3, on));
            put(&mut book, Card { id: Id::new(id), contact, received_on, ..Card::default() });
        }
        for (id, due) in [(1, 20), (2, 10)] {
            let (contacts, due_on) = ([Id::new(1)].into(), day(3, due));
            put(&mut book, FollowUp { id: Id::new(id), contacts, due_on, ..FollowUp::default() });
        }
        let links = Index::rebuild(&book).links;
        let jonas = links.contact(Id::new(1));
        assert_eq!(jonas.cards, [3, 2, 1].map(Id::new), "newest first");
        assert_eq!(jonas.open_follow_ups, [2, 1].map(Id::new), "due first");
        assert_eq!(links.pile(), [5, 4].map(Id::new), "oldest first");
        assert_eq!(links.current_card(Id::new(1)), Some(Id::new(3)));
    }

    #[test]
    fn an_event_knows_whom_i_met_there() {
        let mut book = Book::default();
        let event = Some(Id::new(1));
        let attended = [(Id::new(1), Attendance::Attended), (Id::new(2), Attendance::NoShow)].into();
        put(&mut book, Event { id: Id::new(1), participants: attended, ..Event::default() });
        put(&mut book, Card { id: Id::new(1), contact: Some(Id::new(3)), event, ..Card::default() });
        let contacts = [Id::new(4)].into();
        put(&mut book, Encounter { id: Id::new(1), contacts, event, ..Encounter::default() });
        let (contacts, kind) = ([Id::new(5)].into(), crate::model::EncounterKind::Email);
        put(&mut book, Encounter { id: Id::new(2), contacts, kind, event, ..Encounter::default() });
        let links = Index::rebuild(&book).links;
        let met = [1, 3, 4].map(Id::new).into();
        assert_eq!(links.event(Id::new(1)).contacts, met, "a mail about it meets nobody");
        assert_eq!(links.event(Id::new(1)).encounters.len(), 2);
    }

    #[test]
    fn somebody_who_left_is_a_former_member_and_the_archive_is_in_no_circle() {
        let mut book = Book::default();
        let place = |until| Affiliation { organization: Id::new(9), until, ..Affiliation::default() };
        let circles = BTreeSet::from([Id::new(5)]);
        let affiliations = vec![place(None), place(Some(day(1, 1)))];
        put(&mut book, Contact { affiliations, circles: circles.clone(), ..contact(1, "Back Again") });
        let affiliations = vec![place(Some(day(1, 1)))];
        let archived = Some(crate::model::Archived::default());
        put(&mut book, Contact { affiliations, circles, archived, ..contact(2, "Gone Away") });
        let links = Index::rebuild(&book).links;
        let people = links.organization(Id::new(9));
        assert_eq!((&people.contacts, &people.former), (&[Id::new(1)].into(), &[Id::new(2)].into()));
        assert_eq!(*links.circle(Id::new(5)), [Id::new(1)].into());
    }
}
