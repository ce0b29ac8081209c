//! The whole book as somebody else may see it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::clean::one_line;
use super::leaks::{self, Known, Others};
use super::policy::{Audience, Policy};
use super::sieve::{self, Sieve};
use crate::edit::excerpt;
use crate::model::*;

/// A book of which everything may leave for its audience. Only the gate makes one; exporters and *see my book as this
/// circle* take nothing else, so they cannot show more.
#[derive(Debug, Clone)]
pub struct SharedBook {
    book: Book,
    audience: Audience,
    kept_back: usize,
    left_out: usize,
}

impl SharedBook {
    /// What may be seen, as a book.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// For whom it is.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// How many values of people who are in it were kept back.
    pub fn kept_back(&self) -> usize {
        self.kept_back
    }

    /// How many people are not in it at all.
    pub fn left_out(&self) -> usize {
        self.left_out
    }
}

/// Takes a book through the gate. For the owner it is the book itself.
pub fn book(book: &Book, audience: Audience) -> SharedBook {
    if audience == Audience::Me {
        return mine(book.clone());
    }
    through(book, audience, None)
}

/// As [`book`], some people only.
pub fn people(book: &Book, people: &BTreeSet<Id<Contact>>, audience: Audience) -> SharedBook {
    if audience == Audience::Me {
        return mine(excerpt(book, people));
    }
    through(book, audience, Some(people))
}

/// As [`book`], with the events that the user chose to hand on. For others: what the organiser tells everybody, without
/// who was there, what it was wanted for and what came of it.
pub fn events(book: &Book, events: &BTreeSet<Id<Event>>, audience: Audience) -> SharedBook {
    if audience == Audience::Me {
        let mut part = book.clone();
        Arc::make_mut(&mut part.events).retain(|id, _| events.contains(id));
        return mine(part);
    }
    let mut shared = through(book, audience, Some(&BTreeSet::new()));
    let sees_companies = Policy::of(book, audience).allows(FieldGroup::Organization);
    for event in events.iter().filter_map(|id| book.get(*id)) {
        let (event, organizer) = public(book, event, sees_companies);
        if let Some(organizer) = organizer {
            Organization::table_mut(&mut shared.book).insert(organizer.id, Arc::new(organizer));
        }
        Event::table_mut(&mut shared.book).insert(event.id, Arc::new(event));
    }
    shared
}

fn mine(book: Book) -> SharedBook {
    SharedBook { book, audience: Audience::Me, kept_back: 0, left_out: 0 }
}

fn through(book: &Book, audience: Audience, only: Option<&BTreeSet<Id<Contact>>>) -> SharedBook {
    let Book {
        header,
        contacts,
        cards,
        // Taken through with the people who work there.
        organizations: _,
        // Events leave when they are chosen by name: see [`events`].
        events: _,
        // Pictures show everything that is printed on them.
        attachments: _,
        // Who is in which circle, what happened between people, what is owed and promised, what was thought about somebody,
        // where paper lies, what was searched for, written, deleted: nobody else's business.
        circles: _,
        storages: _,
        encounters: _,
        relationships: _,
        introductions: _,
        referrals: _,
        reviews: _,
        follow_ups: _,
        places: _,
        recalls: _,
        conflicts: _,
        searches: _,
        templates: _,
        trash: _,
        // Nobody can say what it is.
        unknown: _,
    } = book;
    let policy = Policy::of(book, audience);
    let mut cards_of: BTreeMap<Id<Contact>, Vec<&Card>> = BTreeMap::new();
    if policy.allows(FieldGroup::Impression) {
        for card in cards.values() {
            if let Some(contact) = card.contact {
                cards_of.entry(contact).or_default().push(card);
            }
        }
    }
    let mut part = Book { header: Arc::new(self::header(header, audience)), ..Book::default() };
    let mut companies: BTreeMap<Id<Organization>, Option<Organization>> = BTreeMap::new();
    let (mut kept_back, mut left_out) = (0, 0);
    let (mut people, mut seen_cards) = (Vec::new(), Vec::new());
    let mut others = Others::of(book);
    if let Audience::Person(recipient) = audience
        && let Some(recipient) = book.get(recipient)
    {
        others = others.but(recipient);
    }
    for contact in contacts.values().filter(|contact| only.is_none_or(|only| only.contains(&contact.id))) {
        let policy = policy.about(book, contact);
        // Who was let go is nobody to show around.
        if !policy.allows(FieldGroup::Name) || contact.archived.is_some() {
            left_out += 1;
            continue;
        }
        let mut sieve = Sieve::new(&policy, &[], Known::of(contact).among(others.clone().but(contact)));
        let mut seen = sieve::contact(contact, &mut sieve);
        if seen.name.is_empty() {
            left_out += 1;
            continue;
        }
        for affiliation in &mut seen.affiliations {
            let company = policy.allows(FieldGroup::Organization).then(|| {
                companies
                    .entry(affiliation.organization)
                    .or_insert_with(|| company(book, affiliation.organization, &policy))
            });
            if company.is_none_or(|company| company.is_none()) {
                // A title without a company stands nowhere: a record must not lead to nothing.
                affiliation.organization = Id::NIL;
            }
        }
        seen.affiliations.retain(|affiliation| !affiliation.organization.is_nil());
        for card in cards_of.get(&contact.id).into_iter().flatten() {
            let card = sieve::card(card, &mut sieve);
            if !card.impressions.is_empty() {
                seen_cards.push((card.id, Arc::new(card)));
            }
        }
        kept_back += sieve.withheld.len();
        people.push((seen.id, Arc::new(seen)));
    }
    *Contact::table_mut(&mut part) = people.into_iter().collect();
    seen_cards.sort_by_key(|(id, _)| *id);
    *Card::table_mut(&mut part) = seen_cards.into_iter().collect();
    let companies = companies.into_iter().filter_map(|(id, company)| Some((id, Arc::new(company?))));
    *Organization::table_mut(&mut part) = companies.collect();
    SharedBook { book: part, audience, kept_back, left_out }
}

fn company(book: &Book, id: Id<Organization>, policy: &Policy) -> Option<Organization> {
    let organization = book.get(id)?;
    sieve::organization(organization, &mut Sieve::new(policy, &[], Known::default()))
}

/// The book for others is another book: a program that reads both must not take them for two copies of one.
fn header(header: &Header, audience: Audience) -> Header {
    let Header { id, owner, created_at: _, review_after_days: _, rules: _, synonyms: _, is_demo: _ } = header;
    let whom = match audience {
        Audience::Me => 0,
        Audience::Circle(circle) => circle.value(),
        Audience::Person(person) => person.value(),
    };
    let mut bytes = [0; 16];
    let hash = blake3::hash(&[id.value().to_be_bytes(), whom.to_be_bytes()].concat());
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    let Owner { name, emails: _, phones: _, organization: _ } = owner;
    let name = PersonName {
        family: one_line(&name.family),
        given: one_line(&name.given),
        latin: one_line(&name.latin),
        order: name.order,
        ..PersonName::default()
    };
    Header {
        id: Id::new(u128::from_be_bytes(bytes)),
        owner: Owner { name, ..Owner::default() },
        ..Header::default()
    }
}

/// What the organiser of an event tells everybody, and the company that organises it.
fn public(book: &Book, event: &Event, sees_companies: bool) -> (Event, Option<Organization>) {
    let Event {
        id,
        title,
        series,
        starts_on,
        ends_on,
        starts_at,
        ends_at,
        venue,
        city,
        organizer,
        fee,
        link,
        // Whether and why the user goes, who else was there, what came of it.
        goal: _,
        status: _,
        participants: _,
        late_within_days: _,
        cancelled_on: _,
        amends_waived: _,
        organizer_care: _,
        repeat: _,
        notes: _,
        photos: _,
        calendar_uid: _,
        occurrence: _,
        created_at: _,
        updated_at: _,
    } = event;
    let text =
        |text: &str| leaks::withhold(&one_line(&leaks::withhold(text, &Known::default())), &Known::default());
    let organizer = match organizer {
        Some(Organizer::Organization(id)) if sees_companies => {
            let groups = BTreeSet::from([FieldGroup::Organization]);
            company(book, *id, &Policy::of_groups(&groups))
        }
        // A person who organises is a person.
        Some(Organizer::Organization(_) | Organizer::Contact(_)) | None => None,
    };
    let event = Event {
        id: *id,
        title: text(title),
        series: text(series),
        starts_on: *starts_on,
        ends_on: *ends_on,
        starts_at: *starts_at,
        ends_at: *ends_at,
        // Where it is: the street belongs to it.
        venue: venue_text(venue),
        city: text(city),
        organizer: organizer.as_ref().map(|organization| Organizer::Organization(organization.id)),
        fee: fee.clone(),
        link: text(link),
        ..Event::default()
    };
    (event, organizer)
}

fn venue_text(venue: &str) -> String {
    let venue = one_line(venue);
    let reaches = |leak: &leaks::Leak| leak.kind != leaks::LeakKind::Address;
    if leaks::leaks(&venue).iter().any(reaches) { leaks::withhold(&venue, &Known::default()) } else { venue }
}
