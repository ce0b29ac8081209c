//! What a search found, for every kind of record that a view shows.

use std::sync::Arc;

use super::bits::Bits;
use super::numbers::{Kind, Numbers};
use super::operators::State;
use super::query::{Condition, Part, Query, Term};
use crate::model::{Card, Contact, Event, FollowUp, Id};

/// What a search found; the result of an empty query contains everything.
#[derive(Debug, Clone, Default)]
pub struct SearchResult {
    pub(super) query: Query,
    pub(super) numbers: Arc<Numbers>,
    pub(super) parts: Vec<Found>,
    pub(super) found: Bits,
    pub(super) ranked: Vec<Id<Contact>>,
    pub(super) count: usize,
    pub(super) is_mended: bool,
}

/// The documents in which one part of the query holds.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub bits: Arc<Bits>,
    pub is_excluded: bool,
}

impl SearchResult {
    /// Whether nothing was looked for, so that everything matches and [`Self::ranked`] is empty.
    pub fn is_everything(&self) -> bool {
        self.query.is_empty()
    }

    /// The query.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The best contacts found, the best first, at most as many as were asked for: by where the words stand
    /// (names, then organizations, then what the person knows, needs and belongs to, then everything else) and how
    /// well they fit (whole words, beginnings, parts, mended typing errors), then by name.
    pub fn ranked(&self) -> &[Id<Contact>] {
        &self.ranked
    }

    /// How many contacts are found.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether some are found only because a typing error was mended.
    pub fn is_mended(&self) -> bool {
        self.is_mended
    }

    /// Whether a contact is found.
    pub fn matches(&self, contact: Id<Contact>) -> bool {
        self.has(Kind::Contact, contact.value())
    }

    /// Whether a card is found: one in the pile by its own texts, another one by its contact.
    pub fn matches_card(&self, card: &Card) -> bool {
        match card.contact {
            Some(contact) => self.matches(contact),
            None => self.has(Kind::Card, card.id.value()),
        }
    }

    /// Whether an event is found.
    pub fn matches_event(&self, event: Id<Event>) -> bool {
        self.has(Kind::Event, event.value())
    }

    /// Whether a follow-up is found, by its own words and those of its people together.
    pub fn matches_follow_up(&self, follow_up: &FollowUp) -> bool {
        if self.is_everything() {
            return true;
        }
        let people = follow_up.contacts.iter().map(|id| (Kind::Contact, id.value()));
        let documents: Vec<_> = std::iter::once((Kind::FollowUp, follow_up.id.value()))
            .chain(people)
            .filter_map(|(kind, id)| self.numbers.get(kind, id))
            .collect();
        self.parts.iter().all(|part| part.is_excluded != documents.iter().any(|doc| part.bits.has(*doc)))
    }

    /// Whether the query asks for people who were let go: they are not hidden then.
    pub fn asks_for_archived(&self) -> bool {
        let asks = |part: &Part| {
            !part.is_excluded && matches!(part.term, Term::Condition(Condition::Is(State::Archived)))
        };
        self.query.parts().iter().any(asks)
    }

    fn has(&self, kind: Kind, id: u128) -> bool {
        self.is_everything() || self.numbers.get(kind, id).is_some_and(|doc| self.found.has(doc))
    }
}
