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
use super::dictionary::DocId;
use super::facts::{Flag, Tri};
use super::operators::{DueWord, State, Thing};
use super::query::{Condition, Due};
use super::whereabouts;
use crate::index::{Index, Warmth};
use crate::model::{Contact, Id};

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
        let documents = &search.documents;
        let facts = &documents.facts;
        let mut bits = Bits::with_room(documents.numbers.len());
        let put = |doc: DocId, holds: Tri| {
            let holds = match holds {
                Tri::Yes => true,
                Tri::No => false,
                Tri::Unsure => documents.contacts.has(doc) && self.records_say(search, condition, doc),
            };
            if holds {
                bits.set(doc);
            }
        };
        match condition {
            Condition::Met(period) => facts.met(period.first, period.last, put),
            Condition::Warmth(least, most) => {
                let contacts = &documents.contacts;
                let mut put = put;
                facts.warmth(least, most, self.today, |doc, holds| {
                    // Cards, events and follow-ups have no warmth, not even none.
                    put(doc, if contacts.has(doc) { holds } else { Tri::No });
                });
            }
            Condition::Due(Due::Word(DueWord::Thanks)) => facts.flagged(Flag::Thanks, put),
            Condition::Due(Due::Word(DueWord::Review)) => facts.review_due(self.today, put),
            Condition::Due(due) => {
                if let Some(period) = due.period(self.today) {
                    facts.due(period.first, period.last, put);
                }
            }
            Condition::Place(words) => {
                whereabouts::in_place(self.index, documents, words, &mut bits);
            }
            Condition::Is(state) => {
                let flag = match state {
                    State::Archived => Flag::Archived,
                    State::Virtual => Flag::Virtual,
                    State::Mentioned => Flag::Mentioned,
                    State::Lent | State::PassedOn | State::Discarded | State::Pile => {
                        whereabouts::in_state(self.index, documents, state, &mut bits);
                        return bits;
                    }
                };
                facts.flagged(flag, put);
            }
            Condition::Has(thing) => {
                let flag = match thing {
                    Thing::Scan => Flag::Scan,
                    Thing::Card => Flag::Card,
                    Thing::Mail => Flag::Mail,
                    Thing::Phone => Flag::Phone,
                    Thing::Portrait => Flag::Portrait,
                    Thing::Note => Flag::Note,
                    Thing::Need => Flag::Need,
                    Thing::Birthday => Flag::Birthday,
                };
                facts.flagged(flag, put);
            }
        }
        bits
    }

    /// Asks the records of a contact, where the columns are not sure.
    fn records_say(&self, search: &Search, condition: Condition, doc: DocId) -> bool {
        let (book, index) = (self.index.book(), self.index);
        let id = Id::<Contact>::new(search.documents.numbers.id(doc));
        match condition {
            Condition::Warmth(least, most) => {
                let warmth = Warmth::on(book, index, id, self.today).value;
                // As it is shown: a whole number.
                (f32::from(least)..=f32::from(most)).contains(&warmth.round())
            }
            Condition::Due(due) => due.period(self.today).is_some_and(|period| {
                let open = &index.links.contact(id).open_follow_ups;
                open.iter().filter_map(|id| book.get(*id)).any(|follow_up| period.has(follow_up.due_on))
            }),
            Condition::Met(_) | Condition::Is(_) | Condition::Has(_) | Condition::Place(_) => false,
        }
    }
}
