//! Which texts of the book are searched, and in which field of the search each one stands.
//!
//! Owns the way from records to texts. Must not know how texts are cut, stored or ranked. Start
//! reading at [`of_contact`].
//!
//! Invariant: every text of a record is visited (held by `index::search::tests::every_text_of_the_book_is_found`).

use crate::index::Links;
use crate::model::{
    Book, Card, Contact, Event, FollowUp, Id, Labelled, Organization, Organizer, PersonName, ReviewReason,
    Verdict, is_east_asian,
};
use crate::text::fold::has_kana;

/// Where in the book a text stands, as far as the search tells texts apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u32)]
pub enum Field {
    /// A name of the person, in any writing.
    Name,
    /// An organization of the person.
    Organization,
    /// Job title or department.
    Title,
    /// What the person can do, solves for others, offers.
    Expertise,
    /// What the person looks for.
    Need,
    /// A tag.
    Tag,
    /// A circle.
    Circle,
    /// The city of an address, an organization or an event.
    City,
    /// The title of an event.
    Event,
    /// Phone, mail, web and postal addresses.
    Reach,
    /// Notes, research, the human side, fields of the user's own.
    Note,
    /// What is printed on a card, as it was read from the picture.
    Print,
    /// What I wrote on the back of a card.
    Impression,
    /// Topics, notes and places of encounters.
    Encounter,
    /// Words about referrals, introductions and relationships.
    Referral,
    /// What is to be done, and reviews.
    Task,
}

impl Field {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Organization,
        Self::Title,
        Self::Expertise,
        Self::Need,
        Self::Tag,
        Self::Circle,
        Self::City,
        Self::Event,
        Self::Reach,
        Self::Note,
        Self::Print,
        Self::Impression,
        Self::Encounter,
        Self::Referral,
        Self::Task,
    ];

    /// Returns the bit that stands for the field in a set of fields.
    pub(super) const fn bit(self) -> u16 {
        1 << self as u32
    }
}

/// One text on its way to the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// As it is written.
    Plain(&'a str),
    /// Words joined in an order in which nobody wrote them down, so that they are found in it.
    Joined(&'a str, &'a str),
    /// A reading in kana, found by its romaji too.
    Reading(&'a str, &'a str),
    /// A telephone number.
    Phone(&'a str),
}

/// Takes the texts of one document.
pub(super) type Visit<'v> = dyn FnMut(Field, Text<'_>) + 'v;

/// Visits the texts of a contact and of what names it: names first, then organizations and titles, then the
/// contact's own words, then what happened.
pub(super) fn of_contact(book: &Book, links: &Links, contact: &Contact, visit: &mut Visit<'_>) {
    names(&contact.name, contact.language(), visit);
    for other in &contact.other_names {
        put(visit, Field::Name, other);
    }
    for affiliation in &contact.affiliations {
        if let Some(organization) = book.get(affiliation.organization) {
            of_organization(organization, visit);
        }
        put(visit, Field::Title, &affiliation.title);
        put(visit, Field::Title, &affiliation.department);
    }
    own(contact, visit);
    for circle in contact.circles.iter().filter_map(|id| book.get(*id)) {
        put(visit, Field::Circle, &circle.name);
    }
    linked(book, links, contact.id, visit);
}

/// Visits the texts of a card of the pile: what was read from it, the impressions, and the names of its pictures.
pub(super) fn of_card(book: &Book, card: &Card, visit: &mut Visit<'_>) {
    card_texts(book, card, visit);
    for image in [card.front, card.back].into_iter().flatten().filter_map(|id| book.get(id)) {
        put(visit, Field::Print, &image.name);
    }
}

/// Visits the texts of an event.
pub(super) fn of_event(book: &Book, event: &Event, visit: &mut Visit<'_>) {
    put(visit, Field::Event, &event.title);
    put(visit, Field::Event, &event.series);
    put(visit, Field::City, &event.city);
    for text in [&event.venue, &event.goal, &event.notes] {
        put(visit, Field::Note, text);
    }
    put(visit, Field::Reach, &event.link);
    if let Some(decision) = &event.repeat {
        put(visit, Field::Note, &decision.reason);
    }
    match event.organizer {
        Some(Organizer::Contact(id)) => {
            if let Some(contact) = book.get(id) {
                names(&contact.name, contact.language(), visit);
            }
        }
        Some(Organizer::Organization(id)) => {
            if let Some(organization) = book.get(id) {
                of_organization(organization, visit);
            }
        }
        None => {}
    }
}

/// Visits the texts of a follow-up itself; its people are searched as contacts.
pub(super) fn of_follow_up(follow_up: &FollowUp, visit: &mut Visit<'_>) {
    put(visit, Field::Task, &follow_up.about);
}

/// Visits what an organization is found by.
pub(super) fn of_organization(organization: &Organization, visit: &mut Visit<'_>) {
    put(visit, Field::Organization, &organization.name);
    if !organization.reading.is_empty() {
        visit(Field::Organization, Text::Reading(&organization.reading, ""));
    }
    put(visit, Field::Organization, &organization.latin);
    put(visit, Field::City, &organization.city);
    put(visit, Field::Reach, &organization.website);
    put(visit, Field::Note, &organization.notes);
    for former in &organization.former_names {
        put(visit, Field::Organization, former);
    }
}

fn put(visit: &mut Visit<'_>, field: Field, text: &str) {
    let text = text.trim();
    if !text.is_empty() {
        visit(field, Text::Plain(text));
    }
}

fn put_all(visit: &mut Visit<'_>, field: Field, values: &[Labelled]) {
    for value in values {
        put(visit, field, &value.value);
    }
}

fn names(name: &PersonName, language: &str, visit: &mut Visit<'_>) {
    let field = Field::Name;
    let shown = name.display(language);
    put(visit, field, &shown);
    if shown.contains('-') {
        // Min-jun is Minjun to many.
        put(visit, field, &shown.replace('-', ""));
    }
    pair(&name.family, &name.given, &shown, visit);
    if !name.family_reading.is_empty() || !name.given_reading.is_empty() {
        visit(field, Text::Reading(name.family_reading.trim(), name.given_reading.trim()));
    }
    // A name in kana is its own reading.
    let own = |written: &'_ str, reading: &str| reading.trim().is_empty() && has_kana(written);
    let family = if own(&name.family, &name.family_reading) { name.family.trim() } else { "" };
    let given = if own(&name.given, &name.given_reading) { name.given.trim() } else { "" };
    if !family.is_empty() || !given.is_empty() {
        visit(field, Text::Reading(family, given));
    }
    if let Some((first, second)) = name.latin.trim().split_once(' ') {
        put(visit, field, &name.latin);
        visit(field, Text::Joined(second, first));
    } else {
        put(visit, field, &name.latin);
    }
    put(visit, field, &name.nickname);
}

/// Both orders of a name; a Japanese one also without the space that nobody types. Not the order in which it is shown,
/// when that is all there is to it.
fn pair(family: &str, given: &str, shown: &str, visit: &mut Visit<'_>) {
    let (family, given) = (family.trim(), given.trim());
    if family.is_empty() || given.is_empty() {
        return;
    }
    for (first, second) in [(family, given), (given, family)] {
        let rest = shown.strip_prefix(first).and_then(|rest| rest.strip_prefix(' '));
        if rest != Some(second) || first.chars().any(is_east_asian) {
            visit(Field::Name, Text::Joined(first, second));
        }
    }
}

fn own(contact: &Contact, visit: &mut Visit<'_>) {
    for phone in &contact.phones {
        visit(Field::Reach, Text::Phone(&phone.value));
    }
    put_all(visit, Field::Reach, &contact.emails);
    put_all(visit, Field::Reach, &contact.links);
    for field in &contact.custom {
        put(visit, Field::Note, &field.label);
        put(visit, Field::Note, &field.value);
    }
    for address in &contact.addresses {
        put(visit, Field::City, &address.city);
        for text in [&address.street, &address.region, &address.postal_code, &address.country] {
            put(visit, Field::Reach, text);
        }
    }
    put(visit, Field::Note, &contact.help);
    put(visit, Field::Note, &contact.own_words);
    for expertise in &contact.expertise {
        put(visit, Field::Expertise, &expertise.what);
    }
    for text in contact.problems_solved.iter().chain(&contact.offers) {
        put(visit, Field::Expertise, text);
    }
    for tag in &contact.tags {
        put(visit, Field::Tag, tag);
    }
    for need in &contact.needs {
        put(visit, Field::Need, &need.what);
    }
    for note in &contact.research {
        put(visit, Field::Note, &note.text);
        put(visit, Field::Note, &note.source);
    }
    let human = &contact.human;
    for text in human.interests.iter().chain(&human.hobbies) {
        put(visit, Field::Note, text);
    }
    for text in [&human.home, &human.people, &human.enjoys, &human.avoids, &human.gifts, &human.starters] {
        put(visit, Field::Note, text);
    }
    put(visit, Field::Note, &contact.notes);
    if let Some(archived) = &contact.archived {
        put(visit, Field::Note, &archived.reason);
    }
}

fn linked(book: &Book, links: &Links, id: Id<Contact>, visit: &mut Visit<'_>) {
    let links = links.contact(id);
    for card in links.cards.iter().filter_map(|id| book.get(*id)) {
        card_texts(book, card, visit);
    }
    for encounter in links.encounters.iter().filter_map(|id| book.get(*id)) {
        for text in &encounter.topics {
            put(visit, Field::Encounter, text);
        }
        put(visit, Field::Encounter, &encounter.note);
        put(visit, Field::Encounter, &encounter.place);
        for favour in &encounter.favours {
            put(visit, Field::Encounter, &favour.what);
        }
        event_title(book, encounter.event, visit);
    }
    for event in &links.events {
        event_title(book, Some(*event), visit);
    }
    for tie in links.relationships.iter().filter_map(|id| book.get(*id)) {
        put(visit, Field::Referral, &tie.note);
    }
    for introduction in links.introductions.iter().filter_map(|id| book.get(*id)) {
        put(visit, Field::Referral, &introduction.note);
        put(visit, Field::Referral, introduction.note_b.as_deref().unwrap_or_default());
    }
    let referrals = links.referred.iter().chain(&links.given).chain(&links.received);
    for referral in referrals.filter_map(|id| book.get(*id)) {
        put(visit, Field::Referral, &referral.comment);
        put(visit, Field::Referral, &referral.need_text);
        if let Some(outcome) = &referral.outcome {
            put(visit, Field::Referral, &outcome.note);
        }
    }
    for review in links.reviews.iter().filter_map(|id| book.get(*id)) {
        put(visit, Field::Task, &review.note);
        // Those of the list have other words in every language; the user's own ones can be found.
        for reason in review.reasons.iter().filter_map(ReviewReason::own) {
            put(visit, Field::Task, reason);
        }
        if let Verdict::Deepen { next_step, .. } = &review.verdict {
            put(visit, Field::Task, next_step);
        }
    }
    for follow_up in links.open_follow_ups.iter().filter_map(|id| book.get(*id)) {
        put(visit, Field::Task, &follow_up.about);
    }
}

fn card_texts(book: &Book, card: &Card, visit: &mut Visit<'_>) {
    put(visit, Field::Print, &card.recognized_text);
    for impression in &card.impressions {
        put(visit, Field::Impression, &impression.text);
    }
    event_title(book, card.event, visit);
}

fn event_title(book: &Book, event: Option<Id<Event>>, visit: &mut Visit<'_>) {
    if let Some(event) = event.and_then(|id| book.get(id)) {
        put(visit, Field::Event, &event.title);
    }
}
