//! From a sentence to what is put into the book.

use chrono::{Days, NaiveDate};

use super::Sentence;
use crate::edit::Log;
use crate::model::{Contact, Direction, Encounter, EncounterKind, FollowUp, FollowUpKind, Id, PersonName};

/// After so many days a next step falls due when the line does not say.
const NEXT_STEP_DAYS: u64 = 7;

impl Sentence {
    /// Returns the encounter, and what comes next, with these people. Nothing in it is asked for any more: the caller
    /// has decided who is meant.
    #[must_use]
    pub fn to_log(&self, people: &[Id<Contact>], newcomers: Vec<PersonName>, today: NaiveDate) -> Log {
        let encounter = Encounter {
            kind: self.kind.unwrap_or_default(),
            direction: self.direction.unwrap_or(if self.is_thank_you {
                Direction::FromMe
            } else {
                Direction::Mutual
            }),
            on: self.on.unwrap_or(today),
            at: self.at,
            minutes: self.minutes,
            contacts: people.iter().copied().collect(),
            place: self.place.clone(),
            topics: self.topics.clone(),
            note: self.note.clone(),
            favours: self.favours.clone(),
            is_thank_you: self.is_thank_you,
            ..Encounter::default()
        };
        let next = self.next.as_ref().map(|next| FollowUp {
            kind: next.kind,
            about: next.what.clone(),
            due_on: next.due_on.unwrap_or_else(|| next_step_day(today)),
            ..FollowUp::default()
        });
        Log { encounter: Box::new(encounter), completes: None, next: next.map(Box::new), newcomers }
    }

    /// Returns the follow-up that a line about a day to come means.
    #[must_use]
    pub fn to_plan(&self, people: &[Id<Contact>], today: NaiveDate) -> FollowUp {
        let kind = match self.kind.unwrap_or_default() {
            EncounterKind::InPerson => FollowUpKind::Meet,
            EncounterKind::Call | EncounterKind::Video => FollowUpKind::Call,
            _ => FollowUpKind::Message,
        };
        let mut about = self.topics.clone();
        about.extend([self.note.clone(), self.place.clone()]);
        about.extend(self.next.iter().map(|next| next.what.clone()));
        about.retain(|text| !text.is_empty());
        FollowUp {
            kind,
            due_on: self.on.unwrap_or(today),
            due_at: self.at,
            contacts: people.iter().copied().collect(),
            about: about.join(", "),
            ..FollowUp::default()
        }
    }
}

/// The day of a next step for which the line names none.
#[must_use]
pub fn next_step_day(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(NEXT_STEP_DAYS)).unwrap_or(NaiveDate::MAX)
}
