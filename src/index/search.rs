//! The search as one types: every word must be found somewhere in the texts of a person.
//!
//! Owns matching and ranking. Must not know which texts there are ([`super::haystack`]). Start
//! reading at [`Search::find`].
//!
//! Invariant: a word finds the same people however it is written: case, accents, width, the two
//! kana, and romaji for a kana reading make no difference (held by `index::search::tests`).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem::Finder;

use super::Links;
use super::haystack::{self, Haystack};
use crate::model::{Book, Card, Contact, Event, FollowUp, Id, Organizer, Party, RecordRef};
use crate::text::fold::{fold, romaji_of_kana};

/// The texts to search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    contacts: BTreeMap<Id<Contact>, Haystack>,
    pile: BTreeMap<Id<Card>, String>,
    events: BTreeMap<Id<Event>, String>,
    follow_ups: BTreeMap<Id<FollowUp>, String>,
}

impl Search {
    /// Looks for a query in all texts. A query without words finds everything.
    pub fn find(&self, query: &Query) -> SearchResult {
        if query.is_empty() {
            return SearchResult::default();
        }
        let words: Vec<Vec<Finder<'_>>> =
            query.words.iter().map(|writings| writings.iter().map(Finder::new).collect()).collect();
        let all = u64::MAX >> (64 - words.len());
        let mut contacts = Vec::new();
        let mut ranked = Vec::new();
        for (id, haystack) in &self.contacts {
            let (found, score) = look_in(haystack, &words);
            if found != 0 {
                contacts.push(ContactHit { contact: *id, found, score });
            }
            if found == all {
                let name = haystack.sort_name.as_str();
                ranked.push((Reverse(score), first_letters(name), name, *id));
            }
        }
        ranked.sort_unstable();
        SearchResult {
            all,
            ranked: ranked.into_iter().map(|(.., id)| id).collect(),
            contacts,
            pile: found_in(&self.pile, &words),
            events: found_in(&self.events, &words),
            follow_ups: found_in(&self.follow_ups, &words),
        }
    }

    /// Returns the folded name by which a contact is sorted: family name first, by reading where
    /// there is one; empty for a contact that does not exist.
    pub fn sort_name(&self, contact: Id<Contact>) -> &str {
        self.contacts.get(&contact).map_or("", |haystack| haystack.sort_name.as_str())
    }

    pub(super) fn update(
        &mut self,
        before: &Book,
        book: &Book,
        links: &Links,
        touched: &BTreeSet<RecordRef>,
    ) {
        let mut contacts = BTreeSet::new();
        let mut events = BTreeSet::new();
        let mut renamed = BTreeSet::new();
        for record in touched {
            for state in [before, book] {
                concerned(state, *record, &mut contacts);
            }
            match *record {
                RecordRef::Organization(id) => {
                    let text = |book: &Book| book.get(id).map(|record| haystack::of_organization(record));
                    if text(before) != text(book) {
                        let people = links.organization(id);
                        contacts.extend(people.contacts.iter().chain(&people.former));
                        renamed.insert(*record);
                    }
                }
                RecordRef::Contact(id) => {
                    let name = |book: &Book| book.get(id).map(|record| record.name.clone());
                    if name(before) != name(book) {
                        renamed.insert(*record);
                    }
                }
                RecordRef::Circle(id) => {
                    let name = |book: &Book| book.get(id).map(|record| record.name.clone());
                    if name(before) != name(book) {
                        renamed.insert(*record);
                    }
                }
                RecordRef::Event(id) => {
                    events.insert(id);
                    let title = |book: &Book| book.get(id).map(|record| record.title.clone());
                    if title(before) != title(book) {
                        contacts.extend(&links.event(id).contacts);
                        for card in &links.event(id).cards {
                            self.renew_card(book, *card);
                        }
                    }
                }
                RecordRef::Card(id) => self.renew_card(book, id),
                RecordRef::Attachment(id) => {
                    for card in links.cards_with(id) {
                        self.renew_card(book, *card);
                    }
                }
                RecordRef::FollowUp(id) => {
                    let text = book.get(id).map(|record| haystack::of_follow_up(record));
                    renew(&mut self.follow_ups, id, text);
                }
                _ => {}
            }
        }
        if !renamed.is_empty() {
            events.extend(organized_by(book, &renamed));
            contacts.extend(members_of(book, &renamed));
        }
        for id in events {
            renew(&mut self.events, id, book.get(id).map(|event| haystack::of_event(book, event)));
        }
        for id in contacts {
            match book.get(id) {
                Some(contact) => {
                    self.contacts.insert(id, Haystack::of_contact(book, links, contact));
                }
                None => {
                    self.contacts.remove(&id);
                }
            }
        }
    }

    fn renew_card(&mut self, book: &Book, id: Id<Card>) {
        let text =
            book.get(id).filter(|card| card.contact.is_none()).map(|card| haystack::of_card(book, card));
        renew(&mut self.pile, id, text);
    }
}

/// What was typed into the search field: words, each in all its writings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<String>>,
}

impl Query {
    /// The most words that count.
    pub const MAX_WORDS: usize = 32;

    /// Splits a text into words, each folded and in its other writings.
    pub fn parse(text: &str) -> Self {
        let words = text.split_whitespace().take(Self::MAX_WORDS).map(writings);
        Self { words: words.filter(|writings| !writings.is_empty()).collect() }
    }

    /// Whether there is no word in it, so that everything is found.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What a search found; the result of an empty query contains everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResult {
    /// One bit per word; 0 for the empty query.
    all: u64,
    ranked: Vec<Id<Contact>>,
    /// What was found in each contact, by id.
    contacts: Vec<ContactHit>,
    pile: Hits<Card>,
    events: Hits<Event>,
    follow_ups: Hits<FollowUp>,
}

/// Words found in one contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ContactHit {
    contact: Id<Contact>,
    /// One bit per word.
    found: u64,
    score: u32,
}

/// Words found in each record, by id.
type Hits<T> = Vec<(Id<T>, u64)>;

impl SearchResult {
    /// Whether nothing was looked for, so that everything matches and [`Self::ranked`] is empty.
    pub fn is_everything(&self) -> bool {
        self.all == 0
    }

    /// The contacts found, the best first: by where the words stand (start of a name, start of a word
    /// of the name, inside the name, organization, elsewhere), then by name.
    pub fn ranked(&self) -> &[Id<Contact>] {
        &self.ranked
    }

    /// Returns how well a contact fits: a higher number is better, 0 is no match (or no query).
    pub fn score(&self, contact: Id<Contact>) -> u32 {
        self.hit(contact).filter(|hit| hit.found == self.all).map_or(0, |hit| hit.score)
    }

    /// Whether a contact is found.
    pub fn matches(&self, contact: Id<Contact>) -> bool {
        self.found_in_contact(contact) == self.all
    }

    /// Whether a card is found: one in the pile by its own texts, another one by its contact.
    pub fn matches_card(&self, card: &Card) -> bool {
        match card.contact {
            Some(contact) => self.matches(contact),
            None => words_in(&self.pile, card.id) == self.all,
        }
    }

    /// Whether an event is found.
    pub fn matches_event(&self, event: Id<Event>) -> bool {
        words_in(&self.events, event) == self.all
    }

    /// Whether a follow-up is found, by its own words and those of its people together.
    pub fn matches_follow_up(&self, follow_up: &FollowUp) -> bool {
        let own = words_in(&self.follow_ups, follow_up.id);
        follow_up.contacts.iter().fold(own, |found, contact| found | self.found_in_contact(*contact))
            == self.all
    }

    fn found_in_contact(&self, contact: Id<Contact>) -> u64 {
        self.hit(contact).map_or(0, |hit| hit.found)
    }

    fn hit(&self, contact: Id<Contact>) -> Option<&ContactHit> {
        let at = self.contacts.binary_search_by_key(&contact, |hit| hit.contact).ok()?;
        self.contacts.get(at)
    }
}

const SCORE_NAME_START: u32 = 1000;
const SCORE_NAME_WORD: u32 = 400;
const SCORE_NAME_INSIDE: u32 = 150;
const SCORE_ORGANIZATION: u32 = 40;
const SCORE_ELSEWHERE: u32 = 10;

fn look_in(haystack: &Haystack, words: &[Vec<Finder<'_>>]) -> (u64, u32) {
    let (mut found, mut sum) = (0, 0);
    for (bit, writings) in words.iter().enumerate() {
        let best = writings.iter().map(|writing| score(haystack, writing)).max().unwrap_or(0);
        if best > 0 {
            found |= 1 << bit;
            sum += best;
        }
    }
    (found, sum)
}

/// Scores the best place of one writing; the first hit decides unless it is inside the names.
fn score(haystack: &Haystack, writing: &Finder<'_>) -> u32 {
    let bytes = haystack.text.as_bytes();
    let Some(first) = writing.find(bytes) else { return 0 };
    if first >= haystack.organizations_end {
        return SCORE_ELSEWHERE;
    }
    if first >= haystack.names_end {
        return SCORE_ORGANIZATION;
    }
    let hits = writing.find_iter(&bytes[..haystack.names_end]);
    let scores = hits.map(|at| match at.checked_sub(1).map(|before| bytes[before]) {
        None | Some(b'\n') => SCORE_NAME_START,
        Some(b' ' | b'-') => SCORE_NAME_WORD,
        Some(_) => SCORE_NAME_INSIDE,
    });
    scores.max().unwrap_or(SCORE_NAME_INSIDE)
}

fn found_in<T>(texts: &BTreeMap<Id<T>, String>, words: &[Vec<Finder<'_>>]) -> Hits<T> {
    let mut found = Vec::new();
    for (id, text) in texts {
        let mut bits = 0;
        for (bit, writings) in words.iter().enumerate() {
            if writings.iter().any(|writing| writing.find(text.as_bytes()).is_some()) {
                bits |= 1_u64 << bit;
            }
        }
        if bits != 0 {
            found.push((*id, bits));
        }
    }
    found
}

fn words_in<T>(hits: &Hits<T>, id: Id<T>) -> u64 {
    hits.binary_search_by_key(&id, |(id, _)| *id).map_or(0, |at| hits[at].1)
}

/// Returns the first eight bytes as a number which orders as they do, so that most names are compared
/// without looking at them.
fn first_letters(name: &str) -> u64 {
    let mut letters = [0; 8];
    let length = name.len().min(8);
    letters[..length].copy_from_slice(&name.as_bytes()[..length]);
    u64::from_be_bytes(letters)
}

/// Returns the ways in which a word may stand in a haystack.
fn writings(word: &str) -> Vec<String> {
    let folded = fold(word);
    let mut writings = vec![folded.clone()];
    writings.extend(haystack::written_out(word));
    let romaji = romaji_of_kana(&folded);
    if romaji.is_ascii() {
        writings.push(romaji);
    }
    let is_phone = folded.chars().all(|c| c.is_ascii_digit() || "+-()/.".contains(c));
    let digits = haystack::digits(&folded);
    if is_phone && digits.len() >= 3 {
        writings.push(digits);
    }
    writings.retain(|writing| !writing.is_empty());
    writings.sort_unstable();
    writings.dedup();
    writings
}

/// Adds the contacts in whose haystack a record has a say.
pub(super) fn concerned(book: &Book, record: RecordRef, contacts: &mut BTreeSet<Id<Contact>>) {
    match record {
        RecordRef::Contact(id) => {
            contacts.insert(id);
        }
        RecordRef::Card(id) => contacts.extend(book.get(id).and_then(|record| record.contact)),
        RecordRef::Encounter(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| &record.contacts));
        }
        RecordRef::Relationship(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| [record.from, record.to]));
        }
        RecordRef::Introduction(id) => {
            let parties = book.get(id).map(|record| record.parties());
            contacts.extend(parties.into_iter().flatten().filter_map(Party::contact));
        }
        RecordRef::Referral(id) => {
            if let Some(referral) = book.get(id) {
                contacts.insert(referral.subject);
                contacts.extend([referral.giver, referral.recipient].into_iter().filter_map(Party::contact));
            }
        }
        RecordRef::Review(id) => contacts.extend(book.get(id).map(|record| record.contact)),
        RecordRef::FollowUp(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| &record.contacts));
        }
        RecordRef::Event(id) => {
            contacts.extend(book.get(id).iter().flat_map(|record| record.participants.keys()));
        }
        RecordRef::Circle(_)
        | RecordRef::Organization(_)
        | RecordRef::Attachment(_)
        | RecordRef::Storage(_)
        | RecordRef::Place(_)
        | RecordRef::Conflict(_) => {}
    }
}

/// Returns the events whose organiser is among the renamed records.
fn organized_by(book: &Book, renamed: &BTreeSet<RecordRef>) -> Vec<Id<Event>> {
    let is_concerned = |event: &Event| match event.organizer {
        Some(Organizer::Contact(id)) => renamed.contains(&RecordRef::Contact(id)),
        Some(Organizer::Organization(id)) => renamed.contains(&RecordRef::Organization(id)),
        None => false,
    };
    book.events.values().filter(|event| is_concerned(event)).map(|event| event.id).collect()
}

/// Returns the people of the renamed circles; archived ones are not in the links.
fn members_of(book: &Book, renamed: &BTreeSet<RecordRef>) -> Vec<Id<Contact>> {
    let is_member =
        |contact: &Contact| contact.circles.iter().any(|id| renamed.contains(&RecordRef::Circle(*id)));
    book.contacts.values().filter(|contact| is_member(contact)).map(|contact| contact.id).collect()
}

fn renew<T>(texts: &mut BTreeMap<Id<T>, String>, id: Id<T>, text: Option<String>) {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => {
            texts.insert(id, text);
        }
        None => {
            texts.remove(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, put};
    use crate::model::{Affiliation, Encounter, Impression, Labelled, Organization, PersonName};

    fn story() -> Book {
        let mut book = Book::default();
        let haruka = PersonName {
            family_reading: "たなか".to_owned(),
            given_reading: "ハルカ".to_owned(),
            ..PersonName::parse("田中 遥")
        };
        put(&mut book, Contact { id: Id::new(1), name: haruka, ..Contact::default() });
        let phones = vec![Labelled::new("work", "+49 (3641) 55-12")];
        put(&mut book, Contact { phones, ..contact(2, "Jörg Müller") });
        let affiliation = Affiliation { organization: Id::new(9), ..Affiliation::default() };
        put(&mut book, Contact { affiliations: vec![affiliation], ..contact(3, "Mina Schäfer") });
        put(
            &mut book,
            Organization { id: Id::new(9), name: "Müller Glas".to_owned(), ..Organization::default() },
        );
        put(&mut book, Contact { notes: "knows mueller well".to_owned(), ..contact(4, "Ines Albrecht") });
        let ito =
            PersonName { family_reading: "いとう".to_owned(), ..PersonName::parse("伊藤 さくら") };
        put(&mut book, Contact { id: Id::new(5), name: ito, ..Contact::default() });
        let topics = vec!["bearings".to_owned()];
        let contacts = BTreeSet::from([Id::new(1), Id::new(5)]);
        put(&mut book, Encounter { id: Id::new(1), contacts, topics, ..Encounter::default() });
        book
    }

    fn check(query: &str, expected: &[u128]) {
        let result = Index::rebuild(&story()).search.find(&Query::parse(query));
        let found: Vec<u128> = result.ranked().iter().map(|id| id.value()).collect();
        assert_eq!(found, expected, "{query}");
        for id in 1..=5 {
            assert_eq!(result.matches(Id::new(id)), expected.contains(&id), "{query} {id}");
        }
    }

    #[test]
    fn a_name_is_found_in_every_writing() {
        for query in [
            "tanaka",
            "TANAKA har",
            "田中",
            "田中遥",
            "たなか",
            "タナカ",
            "ﾀﾅｶ",
            "はるか 田",
            "haruka tanaka",
        ] {
            check(query, &[1]);
        }
        for query in ["ito", "itou", "伊藤"] {
            check(query, &[5]);
        }
        check("schafer", &[3]);
        check("schaefer", &[3]);
    }

    #[test]
    fn names_come_before_organizations_and_these_before_the_rest() {
        for query in ["mueller", "Müller"] {
            check(query, &[2, 3, 4]);
        }
        check("muller", &[2, 3]);
    }

    #[test]
    fn all_words_must_be_found_but_anywhere() {
        check("mina glas", &[3]);
        check("mina tanaka", &[]);
        check("bearings sakura", &[]);
        check("bearings さくら", &[5]);
        check("bearings", &[5, 1]);
    }

    #[test]
    fn a_phone_number_is_found_however_it_is_grouped() {
        for query in ["036415512", "03641-5512", "+493641", "3641 5512", "(3641)"] {
            check(query, &[2]);
        }
    }

    #[test]
    fn an_empty_query_finds_everything() {
        let result = Index::rebuild(&story()).search.find(&Query::parse("  "));
        assert!(result.is_everything() && result.matches(Id::new(3)));
        assert!(result.matches_event(Id::new(77)));
    }

    #[test]
    fn cards_events_and_follow_ups_are_found_by_their_own_texts() {
        let mut book = story();
        let impressions = vec![Impression { text: "laughs a lot".to_owned(), ..Impression::default() }];
        let in_pile = Card { id: Id::new(1), impressions, ..Card::default() };
        put(&mut book, in_pile.clone());
        put(&mut book, Event { id: Id::new(2), title: "Optik-Treff".to_owned(), ..Event::default() });
        let contacts = BTreeSet::from([Id::new(1)]);
        let call = FollowUp { id: Id::new(3), about: "samples".to_owned(), contacts, ..FollowUp::default() };
        put(&mut book, call.clone());
        let index = Index::rebuild(&book);
        let find = |query| index.search.find(&Query::parse(query));
        assert!(find("laughs").matches_card(&in_pile) && !find("optik").matches_card(&in_pile));
        assert!(find("optik").matches_event(Id::new(2)) && !find("laughs").matches_event(Id::new(2)));
        assert!(find("samples tanaka").matches_follow_up(&call), "own words and the person's together");
        assert!(!find("samples mina").matches_follow_up(&call));
    }
}
