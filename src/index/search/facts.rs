//! What conditions ask, kept in columns: one number per document instead of a walk through its records.
//!
//! Owns what is kept and when an answer follows from it. Must not know queries. Start reading at [`Facts::of_contact`]
//! for what is kept, at the functions that return a [`Tri`] for what follows.
//!
//! Looking up every encounter of everybody took 24 ms at 10,000 people, far too long for a key; the columns are read from
//! one end to the other. Nothing here depends on the day of the question: points decay by the same factor for
//! everybody, so their sum is kept as of one fixed day and scaled once per question.
//!
//! Invariant: an answer that is not [`Tri::Unsure`] is the one that the records give
//! (held by `index::tests::columns_answer_as_the_records_do`).

use chrono::{Datelike, NaiveDate};

use super::dictionary::DocId;
use crate::index::{ContactLinks, rules, warmth};
use crate::model::{Book, Card, Contact, Event, FollowUp, FollowUpKind};

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tri {
    Yes,
    No,
    /// The columns do not say; the records do.
    Unsure,
}

impl From<bool> for Tri {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// Yes-or-no facts, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Flag {
    Archived = 1,
    Virtual = 1 << 1,
    Mentioned = 1 << 2,
    Scan = 1 << 3,
    Card = 1 << 4,
    Mail = 1 << 5,
    Phone = 1 << 6,
    Portrait = 1 << 7,
    Note = 1 << 8,
    Need = 1 << 9,
    Birthday = 1 << 10,
    /// A thank-you is open.
    Thanks = 1 << 11,
}

/// First and last day; none when the first is behind the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: i32,
    last: i32,
}

const NEVER: Span = Span { first: i32::MAX, last: i32::MIN };

impl Span {
    fn add(&mut self, day: NaiveDate) {
        let day = day.num_days_from_ce();
        self.first = self.first.min(day);
        self.last = self.last.max(day);
    }

    /// Whether one of some days of which only the first and last are known lies in a period.
    fn touches(self, first: i32, last: i32) -> Tri {
        let within = |day: i32| (first..=last).contains(&day);
        if self.first > self.last || self.last < first || self.first > last {
            Tri::No
        } else if within(self.first) || within(self.last) {
            Tri::Yes
        } else {
            Tri::Unsure
        }
    }
}

/// What is known about one document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fact {
    flags: u16,
    /// Encounters and cards; the days of an event.
    met: Span,
    /// All days of `met` in order, when there are more than two different ones.
    days: Box<[i32]>,
    /// Open follow-ups.
    due: Span,
    /// The day on which a review falls due.
    review: i32,
    /// Points of warmth as if all were looked at on [`warmth::EPOCH`].
    points: f64,
    /// The last day that gave points.
    warmed: i32,
    /// The days of `met` are not single ones: everything between is meant too.
    is_event: bool,
}

impl Default for Fact {
    fn default() -> Self {
        Self {
            flags: 0,
            met: NEVER,
            days: Box::default(),
            due: NEVER,
            review: i32::MAX,
            points: 0.0,
            warmed: i32::MIN,
            is_event: false,
        }
    }
}

impl Fact {
    fn flag(&mut self, flag: Flag, holds: bool) {
        if holds {
            self.flags |= flag as u16;
        }
    }

    /// What the records say of a contact.
    pub fn of_contact(book: &Book, links: &ContactLinks, contact: &Contact) -> Self {
        let mut fact = Self::default();
        let mut days: Vec<i32> = Vec::new();
        for encounter in links.encounters.iter().filter_map(|id| book.get(*id)) {
            days.push(encounter.on.num_days_from_ce());
        }
        let (mut has_scan, mut has_card) = (false, false);
        for id in &links.cards {
            has_card = true;
            let Some(card) = book.get(*id) else { continue };
            has_scan |= has_picture(card);
            days.extend(card.received_on.map(|day| day.num_days_from_ce()));
        }
        days.sort_unstable();
        days.dedup();
        if let (Some(first), Some(last)) = (days.first(), days.last()) {
            fact.met = Span { first: *first, last: *last };
        }
        if days.len() > 2 {
            fact.days = days.into_boxed_slice();
        }
        for follow_up in links.open_follow_ups.iter().filter_map(|id| book.get(*id)) {
            fact.due.add(follow_up.due_on);
        }
        fact.review = rules::review(book, contact, links).map_or(i32::MAX, |day| day.num_days_from_ce());
        (fact.points, fact.warmed) = warmth::points(book, links);
        fact.flag(Flag::Archived, contact.archived.is_some());
        fact.flag(Flag::Virtual, rules::virtual_only(book, links));
        fact.flag(Flag::Mentioned, contact.only_mentioned);
        fact.flag(Flag::Scan, has_scan);
        fact.flag(Flag::Card, has_card);
        fact.flag(Flag::Mail, contact.emails.iter().any(|mail| !mail.value.trim().is_empty()));
        fact.flag(Flag::Phone, contact.phones.iter().any(|phone| !phone.value.trim().is_empty()));
        fact.flag(Flag::Portrait, contact.portrait.is_some());
        fact.flag(Flag::Note, !contact.notes.trim().is_empty());
        fact.flag(Flag::Need, contact.needs.iter().any(|need| need.closed_on.is_none()));
        fact.flag(Flag::Birthday, contact.human.birthday.is_some());
        fact.flag(Flag::Thanks, rules::thank_you(book, links).is_some());
        fact
    }

    /// What a card of the pile says.
    pub fn of_card(card: &Card) -> Self {
        let mut fact = Self::default();
        if let Some(day) = card.received_on {
            fact.met.add(day);
        }
        fact.flag(Flag::Card, true);
        fact.flag(Flag::Scan, has_picture(card));
        fact
    }

    /// What an event says.
    pub fn of_event(event: &Event) -> Self {
        let mut fact = Self { is_event: true, ..Self::default() };
        if let Some((first, last)) = event.starts_on.zip(event.last_day()) {
            fact.met = Span { first: first.num_days_from_ce(), last: last.num_days_from_ce() };
        }
        fact
    }

    /// What a follow-up says.
    pub fn of_follow_up(follow_up: &FollowUp) -> Self {
        let mut fact = Self::default();
        if follow_up.is_open() {
            fact.due.add(follow_up.due_on);
            fact.flag(Flag::Thanks, follow_up.kind == FollowUpKind::ThankYou);
            if follow_up.kind == FollowUpKind::Review {
                fact.review = follow_up.due_on.num_days_from_ce();
            }
        }
        fact
    }
}

fn has_picture(card: &Card) -> bool {
    card.front.is_some() || card.back.is_some()
}

/// What conditions ask about all documents, by their numbers. A column ends with the last document of which it has
/// something to say: contacts come first, so follow-ups take no room in those for people.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    flags: Vec<u16>,
    met: Vec<Span>,
    days: Vec<Box<[i32]>>,
    due: Vec<Span>,
    review: Vec<i32>,
    points: Vec<f64>,
    warmed: Vec<i32>,
    is_event: Vec<bool>,
}

/// Puts a value into a column, which grows for it unless it is the one that stands for nothing.
fn put<T: Clone + PartialEq>(column: &mut Vec<T>, at: usize, value: T, nothing: T) {
    match column.get_mut(at) {
        Some(place) => *place = value,
        None if value == nothing => {}
        None => {
            column.resize(at, nothing);
            column.push(value);
        }
    }
}

impl Facts {
    /// Puts in what is known about a document.
    pub fn set(&mut self, doc: DocId, fact: Fact) {
        let at = doc as usize;
        if at >= self.flags.len() {
            self.flags.resize(at + 1, 0);
        }
        self.flags[at] = fact.flags;
        put(&mut self.met, at, fact.met, NEVER);
        put(&mut self.days, at, fact.days, Box::default());
        put(&mut self.due, at, fact.due, NEVER);
        put(&mut self.review, at, fact.review, i32::MAX);
        put(&mut self.points, at, fact.points, 0.0);
        put(&mut self.warmed, at, fact.warmed, i32::MIN);
        put(&mut self.is_event, at, fact.is_event, false);
    }

    /// Gives back memory that only building needed.
    pub fn shrink(&mut self) {
        self.flags.shrink_to_fit();
        self.met.shrink_to_fit();
        self.days.shrink_to_fit();
        self.due.shrink_to_fit();
        self.review.shrink_to_fit();
        self.points.shrink_to_fit();
        self.warmed.shrink_to_fit();
        self.is_event.shrink_to_fit();
    }

    /// What is known about a document, to compare two states.
    pub fn get(&self, doc: DocId) -> Fact {
        let at = doc as usize;
        Fact {
            flags: self.flags.get(at).copied().unwrap_or(0),
            met: self.met.get(at).copied().unwrap_or(NEVER),
            days: self.days.get(at).cloned().unwrap_or_default(),
            due: self.due.get(at).copied().unwrap_or(NEVER),
            review: self.review.get(at).copied().unwrap_or(i32::MAX),
            points: self.points.get(at).copied().unwrap_or(0.0),
            warmed: self.warmed.get(at).copied().unwrap_or(i32::MIN),
            is_event: self.is_event.get(at).copied().unwrap_or(false),
        }
    }

    /// About how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        let days: usize = self.days.iter().map(|days| days.len() * 4).sum();
        self.flags.capacity() * 2
            + self.met.capacity() * 8
            + self.days.capacity() * 16
            + self.due.capacity() * 8
            + self.review.capacity() * 4
            + self.points.capacity() * 8
            + self.warmed.capacity() * 4
            + self.is_event.capacity()
            + days
    }

    /// Calls `answer` with every document and whether a flag is set.
    pub fn flagged(&self, flag: Flag, mut answer: impl FnMut(DocId, Tri)) {
        for (doc, flags) in (0..).zip(&self.flags) {
            answer(doc, (flags & flag as u16 != 0).into());
        }
    }

    /// Whether one document has a flag.
    pub fn has(&self, doc: DocId, flag: Flag) -> bool {
        self.flags.get(doc as usize).is_some_and(|flags| flags & flag as u16 != 0)
    }

    /// Whether there was an encounter or a card in a time, or an event takes place in it.
    pub fn met(&self, first: NaiveDate, last: NaiveDate, mut answer: impl FnMut(DocId, Tri)) {
        let (first, last) = (first.num_days_from_ce(), last.num_days_from_ce());
        for (doc, span) in (0..).zip(&self.met) {
            let holds = match span.touches(first, last) {
                Tri::Unsure if self.is_event.get(doc as usize).copied().unwrap_or(false) => Tri::Yes,
                Tri::Unsure => {
                    let days = self.days.get(doc as usize).map_or(&[][..], |days| days);
                    let at = days.partition_point(|day| *day < first);
                    days.get(at).is_some_and(|day| *day <= last).into()
                }
                sure => sure,
            };
            answer(doc, holds);
        }
    }

    /// Whether an open follow-up is due in a time.
    pub fn due(&self, first: NaiveDate, last: NaiveDate, mut answer: impl FnMut(DocId, Tri)) {
        let (first, last) = (first.num_days_from_ce(), last.num_days_from_ce());
        for (doc, span) in (0..).zip(&self.due) {
            answer(doc, span.touches(first, last));
        }
    }

    /// Whether a review has fallen due.
    pub fn review_due(&self, today: NaiveDate, mut answer: impl FnMut(DocId, Tri)) {
        let today = today.num_days_from_ce();
        for (doc, day) in (0..).zip(&self.review) {
            answer(doc, (*day <= today && *day != i32::MAX).into());
        }
    }

    /// Whether warmth, as a whole number, lies between two numbers, both included.
    pub fn warmth(&self, least: u8, most: u8, today: NaiveDate, mut answer: impl FnMut(DocId, Tri)) {
        let scale = warmth::scale_from_epoch(today);
        let day = today.num_days_from_ce();
        let (low, high) =
            (warmth::points_for(f64::from(least) - 0.5), warmth::points_for(f64::from(most) + 0.5));
        for doc in 0..self.flags.len() {
            let warmed = self.warmed.get(doc).copied().unwrap_or(i32::MIN);
            let points = self.points.get(doc).copied().unwrap_or(0.0) * scale;
            let doc = doc as DocId;
            // What is shown is worked out with less precision: near a limit the records decide.
            let is_near =
                |limit: f64| limit.is_finite() && (points - limit).abs() <= 1e-3 * (1.0 + limit.abs());
            let holds = if warmed > day || !points.is_finite() || is_near(low) || is_near(high) {
                Tri::Unsure
            } else {
                (low < points && points < high).into()
            };
            answer(doc, holds);
        }
    }
}
