//! Whether amends were made: the parts of each event with how they stand.
//!
//! Start reading at [`AmendsBook::of`].

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::edit::Amends;
use crate::model::{Book, Event, FollowUp, FollowUpState, Id};

/// One part of making up for an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmendsItem {
    /// Which.
    pub part: Amends,
    /// The follow-up that it is.
    pub follow_up: Id<FollowUp>,
    /// By when.
    pub due_on: NaiveDate,
    /// When it was done; none while it is open or when it was given up.
    pub done_on: Option<NaiveDate>,
    /// It is still to be done.
    pub is_open: bool,
}

/// How an event stands that was cancelled late or missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settlement {
    /// Nothing is to be made up for.
    NotAsked,
    /// So many of so many parts are done or given up; `of` is 0 when nothing was planned.
    Open {
        /// Done or given up.
        done: usize,
        /// All.
        of: usize,
    },
    /// All is done.
    Settled,
    /// The user says that it is not needed.
    Waived,
}

impl Settlement {
    /// The word for it in files, which stays the same in every language and version; none when nothing is asked for.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::NotAsked => None,
            Self::Open { .. } => Some("open"),
            Self::Settled => Some("settled"),
            Self::Waived => Some("waived"),
        }
    }
}

/// The amends of all events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AmendsBook {
    events: BTreeMap<Id<Event>, Vec<AmendsItem>>,
}

impl AmendsBook {
    /// Collects them. Walks over all follow-ups: once per state of the book, not per frame.
    pub fn of(book: &Book) -> Self {
        let mut events: BTreeMap<Id<Event>, Vec<AmendsItem>> = BTreeMap::new();
        for follow_up in book.follow_ups.values() {
            let Some((event, part)) = Amends::of(follow_up) else { continue };
            let done_on = match follow_up.state {
                FollowUpState::Done { on, .. } => Some(on),
                FollowUpState::Open | FollowUpState::Dropped { .. } => None,
            };
            let (follow_up, due_on, is_open) = (follow_up.id, follow_up.due_on, follow_up.is_open());
            let item = AmendsItem { part, follow_up, due_on, done_on, is_open };
            events.entry(event).or_default().push(item);
        }
        for items in events.values_mut() {
            items.sort_by_key(|item| (item.part, item.due_on, item.follow_up));
        }
        Self { events }
    }

    /// Returns the parts of an event in their order.
    pub fn items(&self, event: Id<Event>) -> &[AmendsItem] {
        self.events.get(&event).map_or(&[], Vec::as_slice)
    }

    /// Returns how an event stands.
    pub fn settlement(&self, event: &Event) -> Settlement {
        let items = self.items(event.id);
        let done = items.iter().filter(|item| !item.is_open).count();
        if !event.status.asks_for_amends() {
            Settlement::NotAsked
        } else if event.amends_waived {
            Settlement::Waived
        } else if done < items.len() || items.is_empty() {
            Settlement::Open { done, of: items.len() }
        } else {
            Settlement::Settled
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{day, put};
    use crate::model::{AmendsStep, Attendance, FollowUpKind, Reason};

    #[test]
    fn an_event_is_settled_when_all_parts_are_done_or_given_up() {
        let mut book = Book::default();
        let mut event = Event { id: Id::new(1), status: Attendance::CancelledLate, ..Event::default() };
        put(&mut book, event.clone());
        let settlement = |book: &Book, event: &Event| AmendsBook::of(book).settlement(event);
        assert_eq!(settlement(&book, &event), Settlement::Open { done: 0, of: 0 });
        let mut apology = FollowUp {
            id: Id::new(1),
            kind: FollowUpKind::Amends,
            reason: Reason::Amends { event: Id::new(1), step: AmendsStep::Apology },
            ..FollowUp::default()
        };
        let notice = FollowUp {
            id: Id::new(2),
            kind: FollowUpKind::Message,
            reason: Reason::Event(Id::new(1)),
            state: FollowUpState::Dropped { on: day(1, 1), reason: String::new() },
            ..FollowUp::default()
        };
        put(&mut book, apology.clone());
        put(&mut book, notice);
        assert_eq!(settlement(&book, &event), Settlement::Open { done: 1, of: 2 });
        let parts: Vec<Amends> = AmendsBook::of(&book).items(Id::new(1)).iter().map(|it| it.part).collect();
        assert_eq!(parts, [Amends::Notice, Amends::Step(AmendsStep::Apology)]);
        apology.state = FollowUpState::Done { on: day(1, 2), encounter: None };
        put(&mut book, apology);
        assert_eq!(settlement(&book, &event), Settlement::Settled);
        event.amends_waived = true;
        assert_eq!(settlement(&book, &event), Settlement::Waived);
        event.status = Attendance::Attended;
        assert_eq!(settlement(&book, &event), Settlement::NotAsked);
    }
}
