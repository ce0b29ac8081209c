//! Understands one line about a meeting: "coffee with 田中 yesterday about bearings, review in 2 weeks".
//!
//! Owns what a line in English, Japanese or German says: how, with whom, when, how long, where, about what, what was given
//! and received, and what comes next. Must not know windows, the command line or how a book is changed. Start reading at
//! [`Sentence::read`], then `western.rs` and `japanese.rs`.
//!
//! - Nothing is guessed silently: a name that fits several people gives all of them, one that fits nobody is asked about,
//!   and whatever is not understood stays as the note, in the writer's words.
//! - What happened lies in the past: "on Friday" is the last one. What comes next lies ahead: ", call him Friday" is the
//!   coming one.
//! - A day that does not exist ("31 Feb") is not today: the line says that it has one ([`Sentence::no_day`]), and whoever
//!   keeps the line asks for a better one first.
//! - A day still to come makes the whole line a plan ([`Sentence::is_plan`]).
//!
//! Invariant: no input panics, and every word that was not understood is in the note (`tests::no_line_panics`,
//! `tests::every_sentence_is_understood`).

mod japanese;
mod names;
mod record;
#[cfg(test)]
mod tests;
mod tokens;
mod western;
mod when;
mod words;

use chrono::{NaiveDate, NaiveTime};

use crate::model::{Contact, Direction, EncounterKind, Favour, FollowUpKind, Id};
use crate::text::Locale;

pub use names::{BookNames, Called, Names};
pub use record::next_step_day;

/// Longer lines are no sentences; the rest of them is a note.
const LONGEST: usize = 2000;

/// What a line says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sentence {
    /// How it happened.
    pub kind: Option<EncounterKind>,
    /// Who began it.
    pub direction: Option<Direction>,
    /// With whom, in the order of the line.
    pub people: Vec<Person>,
    /// The day.
    pub on: Option<NaiveDate>,
    /// What stands where a day should and is none, in the writer's words: "31 Feb". Empty when there is nothing wrong.
    pub no_day: String,
    /// The local time.
    pub at: Option<NaiveTime>,
    /// How long, in minutes.
    pub minutes: Option<u32>,
    /// About what.
    pub topics: Vec<String>,
    /// Where.
    pub place: String,
    /// What was given and received.
    pub favours: Vec<Favour>,
    /// What comes next.
    pub next: Option<NextStep>,
    /// It was a thank-you.
    pub is_thank_you: bool,
    /// What was not understood, in the writer's words.
    pub note: String,
    /// The day lies after today: nothing has happened yet.
    pub is_plan: bool,
}

/// Somebody in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// As the line calls them.
    pub said: String,
    /// Who that is.
    pub who: Who,
}

/// Who is meant by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Exactly one person of the book.
    Known(Id<Contact>),
    /// Several people, the best first; the writer has to choose.
    Several(Vec<Id<Contact>>),
    /// Nobody of the book.
    Unknown,
}

/// What is to be done after the meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NextStep {
    /// What kind of thing.
    pub kind: FollowUpKind,
    /// In the writer's words; empty when the kind says it all.
    pub what: String,
    /// By when; the writer did not say when absent.
    pub due_on: Option<NaiveDate>,
    /// What stands where a day should and is none; empty when there is nothing wrong.
    pub no_day: String,
}

impl Sentence {
    /// Understands a line. `locale` decides only what is ambiguous, such as 10/11; the languages are told apart by their
    /// words.
    #[must_use]
    pub fn read(line: &str, today: NaiveDate, locale: Locale, names: &dyn Names) -> Self {
        let mut end = line.len();
        if let Some((at, _)) = line.char_indices().nth(LONGEST) {
            end = at;
        }
        let (line, beyond) = line.split_at(end);
        let mut sentence = if japanese::is_japanese(line) {
            japanese::read(line, today, names)
        } else {
            western::read(line, today, locale, names)
        };
        if !beyond.trim().is_empty() {
            sentence.note = format!("{}{beyond}", sentence.note).trim().to_owned();
        }
        sentence.is_plan = sentence.on.is_some_and(|on| on > today);
        sentence
    }

    /// How many different things were understood: a line of a search says hardly ever two.
    #[must_use]
    pub fn signs(&self) -> usize {
        let known = self.people.iter().any(|person| person.who != Who::Unknown);
        [
            self.kind.is_some(),
            known,
            self.on.is_some() || !self.no_day.is_empty(),
            self.minutes.is_some(),
            !self.topics.is_empty(),
            !self.favours.is_empty(),
            self.next.is_some(),
        ]
        .into_iter()
        .filter(|sign| *sign)
        .count()
    }

    /// Whether somebody who looks for something would hardly have typed this: it says how or with whom, and something
    /// besides.
    #[must_use]
    pub fn is_likely(&self) -> bool {
        self.signs() >= 2 && (self.kind.is_some() || !self.people.is_empty())
    }

    /// The first thing in the line that should be a day and is none: the line cannot be kept as it is.
    #[must_use]
    pub fn wrong_day(&self) -> Option<&str> {
        let next = self.next.as_ref().map_or("", |next| next.no_day.as_str());
        [self.no_day.as_str(), next].into_iter().find(|words| !words.is_empty())
    }

    /// The people who are known for certain, in the order of the line.
    pub fn known(&self) -> impl Iterator<Item = Id<Contact>> + '_ {
        self.people.iter().filter_map(|person| match person.who {
            Who::Known(id) => Some(id),
            Who::Several(_) | Who::Unknown => None,
        })
    }

    fn add_person(&mut self, said: &str, who: Who) {
        let is_there = self
            .people
            .iter()
            .any(|person| person.said == said || matches!(who, Who::Known(_)) && person.who == who);
        if !is_there && !said.is_empty() {
            self.people.push(Person { said: said.to_owned(), who });
        }
    }

    fn add_topic(&mut self, topic: &str) {
        let topic = topic.trim();
        if !topic.is_empty() && !self.topics.iter().any(|other| other == topic) {
            self.topics.push(topic.to_owned());
        }
    }

    /// Takes a kind unless a better one is known: a call on video is a video call, a meeting by phone a call.
    fn set_kind(&mut self, kind: EncounterKind) {
        let weight = |kind| match kind {
            EncounterKind::InPerson => 0,
            EncounterKind::Call => 1,
            _ => 2,
        };
        if self.kind.is_none_or(|known| weight(kind) > weight(known)) {
            self.kind = Some(kind);
        }
    }
}
