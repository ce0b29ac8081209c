//! The conditions of a query that are no words: dates, warmth, states, what is there and what is due.
//!
//! Owns what each condition means. Must not know how words are found. Start reading at [`Conditions::documents`].
//!
//! Invariant: a remembered answer is the one that would be worked out anew (the memory is emptied with every
//! change of the index, and a day is part of the question; held by `an_answer_is_remembered_until_something_changes`).

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use super::Search;
use super::bits::Bits;
use super::documents::Kind;
use super::operators::{DueWord, State, Thing};
use super::query::{Condition, Due, Period};
use crate::index::{Index, Warmth, is_virtual_only, review_due_on, thank_you_due_on};
use crate::model::{Card, Contact};

/// How many answers are remembered: as many as a long query has, and the one before.
const REMEMBERED: usize = 16;

/// Answers to conditions: the same condition is asked again with every key that is typed after it.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Vec<Answer>>);

/// A condition, the day of the question, and the documents for which it holds.
type Answer = ((Condition, NaiveDate), Arc<Bits>);

impl Clone for Memory {
    /// A copy remembers nothing.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Memory {
    /// Forgets all answers.
    pub fn clear(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// What conditions are checked against.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a> {
    /// Everything derived from the book.
    pub index: &'a Index,
    /// The local calendar day.
    pub today: NaiveDate,
}

impl Conditions<'_> {
    /// Returns the documents for which a condition holds.
    pub(super) fn documents(&self, search: &Search, condition: Condition) -> Arc<Bits> {
        let question = (condition, self.today);
        let memory = &self.index.memory.0;
        let lock = || memory.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = lock().iter().find(|(other, _)| *other == question) {
            return Arc::clone(known);
        }
        let answer = Arc::new(self.work_out(search, condition));
        let mut memory = lock();
        if memory.len() == REMEMBERED {
            memory.remove(0);
        }
        memory.push((question, Arc::clone(&answer)));
        answer
    }

    fn work_out(&self, search: &Search, condition: Condition) -> Bits {
        let numbers = &search.documents.numbers;
        let book = self.index.book();
        let mut bits = Bits::with_room(numbers.len());
        let mut put = |kind: Kind, id: u128, holds: bool| {
            if holds && let Some(doc) = numbers.get(kind, id) {
                bits.set(doc);
            }
        };
        for contact in book.contacts.values() {
            put(Kind::Contact, contact.id.value(), self.holds(condition, contact));
        }
        for card in self.index.links.pile().iter().filter_map(|id| book.get(*id)) {
            put(Kind::Card, card.id.value(), holds_for_card(condition, card));
        }
        if let Condition::Met(period) = condition {
            for event in book.events.values() {
                let overlaps = event
                    .starts_on
                    .zip(event.last_day())
                    .is_some_and(|(first, last)| first <= period.last && last >= period.first);
                put(Kind::Event, event.id.value(), overlaps);
            }
        }
        if let Condition::Due(due) = condition {
            for follow_up in book.follow_ups.values() {
                let holds = follow_up.is_open() && self.is_due(due, follow_up.due_on, follow_up.kind);
                put(Kind::FollowUp, follow_up.id.value(), holds);
            }
        }
        bits
    }

    fn is_due(&self, due: Due, on: NaiveDate, kind: crate::model::FollowUpKind) -> bool {
        use crate::model::FollowUpKind;
        match due {
            Due::Word(DueWord::Thanks) => kind == FollowUpKind::ThankYou,
            Due::Word(DueWord::Review) => kind == FollowUpKind::Review && on <= self.today,
            _ => due.period(self.today).is_some_and(|period| period.has(on)),
        }
    }

    fn holds(&self, condition: Condition, contact: &Contact) -> bool {
        let (index, book) = (self.index, self.index.book());
        let links = index.links.contact(contact.id);
        let cards = || links.cards.iter().filter_map(|id| book.get(*id));
        match condition {
            Condition::Met(period) => {
                let mut encounters = links.encounters.iter().filter_map(|id| book.get(*id));
                encounters.any(|encounter| period.has(encounter.on))
                    || cards().any(|card| is_received_in(card, period))
            }
            Condition::Warmth(least, most) => {
                let warmth = Warmth::on(book, index, contact.id, self.today).value;
                // As it is shown: a whole number.
                (f32::from(least)..=f32::from(most)).contains(&warmth.round())
            }
            Condition::Due(Due::Word(DueWord::Thanks)) => thank_you_due_on(book, index, contact.id).is_some(),
            Condition::Due(Due::Word(DueWord::Review)) => {
                review_due_on(book, index, contact.id).is_some_and(|day| day <= self.today)
            }
            Condition::Due(due) => {
                let mut open = links.open_follow_ups.iter().filter_map(|id| book.get(*id));
                open.any(|follow_up| self.is_due(due, follow_up.due_on, follow_up.kind))
            }
            Condition::Is(State::Archived) => contact.archived.is_some(),
            Condition::Is(State::Virtual) => is_virtual_only(book, index, contact.id),
            Condition::Is(State::Mentioned) => contact.only_mentioned,
            Condition::Has(thing) => match thing {
                Thing::Scan => cards().any(|card| has_picture(card)),
                Thing::Card => !links.cards.is_empty(),
                Thing::Mail => contact.emails.iter().any(|mail| !mail.value.trim().is_empty()),
                Thing::Phone => contact.phones.iter().any(|phone| !phone.value.trim().is_empty()),
                Thing::Portrait => contact.portrait.is_some(),
                Thing::Note => !contact.notes.trim().is_empty(),
                Thing::Need => contact.needs.iter().any(|need| need.closed_on.is_none()),
                Thing::Birthday => contact.human.birthday.is_some(),
            },
        }
    }
}

fn holds_for_card(condition: Condition, card: &Card) -> bool {
    match condition {
        Condition::Met(period) => is_received_in(card, period),
        Condition::Has(Thing::Scan) => has_picture(card),
        Condition::Has(Thing::Card) => true,
        _ => false,
    }
}

fn is_received_in(card: &Card, period: Period) -> bool {
    card.received_on.is_some_and(|day| period.has(day))
}

fn has_picture(card: &Card) -> bool {
    card.front.is_some() || card.back.is_some()
}
