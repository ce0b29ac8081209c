//! What is to be done, was done and takes place on which day.
//!
//! Owns the order inside a day: things without a time first, then by time, then by urgency of their
//! kind, then by name. Must not know how a calendar looks. Start reading at [`Agenda`].
//!
//! Invariant: a follow-up is listed once: on its due day while it is open, on the day on which it was
//! done afterwards, nowhere when it was dropped (held by `index::agenda::tests`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate, NaiveTime};

use super::Links;
use crate::model::{Book, Event, FollowUp, FollowUpKind, FollowUpState, Id, RecordRef};

/// The most days on which one event is listed, so that a mistyped year does not fill the calendar.
pub const MAX_EVENT_DAYS: u64 = 366;

/// What is when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agenda {
    pub(super) open: BTreeMap<NaiveDate, Vec<Id<FollowUp>>>,
    pub(super) done: BTreeMap<NaiveDate, Vec<Id<FollowUp>>>,
    pub(super) events: BTreeMap<NaiveDate, Vec<Id<Event>>>,
}

impl Agenda {
    /// The open follow-ups by due day.
    pub fn open(&self) -> &BTreeMap<NaiveDate, Vec<Id<FollowUp>>> {
        &self.open
    }

    /// The done follow-ups by the day on which they were done.
    pub fn done(&self) -> &BTreeMap<NaiveDate, Vec<Id<FollowUp>>> {
        &self.done
    }

    /// The events by day; one of several days is listed on each of them.
    pub fn events(&self) -> &BTreeMap<NaiveDate, Vec<Id<Event>>> {
        &self.events
    }

    /// Returns the open follow-ups due on a day.
    pub fn on(&self, day: NaiveDate) -> &[Id<FollowUp>] {
        self.open.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Returns the follow-ups that were done on a day.
    pub fn done_on(&self, day: NaiveDate) -> &[Id<FollowUp>] {
        self.done.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Returns the events that take place on a day.
    pub fn events_on(&self, day: NaiveDate) -> &[Id<Event>] {
        self.events.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Returns the open follow-ups due before `today`, the oldest first, with their days.
    pub fn overdue(&self, today: NaiveDate) -> impl DoubleEndedIterator<Item = (NaiveDate, Id<FollowUp>)> {
        self.open.range(..today).flat_map(|(day, ids)| ids.iter().map(|id| (*day, *id)))
    }

    /// Returns the open follow-ups due on or before `day`, the oldest first, with their days.
    pub fn due_until(&self, day: NaiveDate) -> impl DoubleEndedIterator<Item = (NaiveDate, Id<FollowUp>)> {
        self.open.range(..=day).flat_map(|(day, ids)| ids.iter().map(|id| (*day, *id)))
    }

    /// Returns the open follow-ups due within some days, the oldest first, with their days.
    pub fn due_within(
        &self,
        days: RangeInclusive<NaiveDate>,
    ) -> impl DoubleEndedIterator<Item = (NaiveDate, Id<FollowUp>)> {
        // An inverted range would panic in the map; it holds nothing.
        let days = (days.start() <= days.end()).then_some(days);
        days.into_iter()
            .flat_map(|days| self.open.range(days))
            .flat_map(|(day, ids)| ids.iter().map(|id| (*day, *id)))
    }

    /// Returns how many open follow-ups are due before `today`.
    pub fn overdue_count(&self, today: NaiveDate) -> usize {
        self.open.range(..today).map(|(_, ids)| ids.len()).sum()
    }

    pub(super) fn update(
        &mut self,
        before: &Book,
        book: &Book,
        links: &Links,
        touched: &BTreeSet<RecordRef>,
    ) {
        let mut follow_ups = BTreeSet::new();
        for record in touched {
            match record {
                RecordRef::FollowUp(id) => {
                    follow_ups.insert(*id);
                }
                RecordRef::Contact(id) => {
                    // A name is part of the order.
                    let name = |book: &Book| book.get(*id).map(|contact| contact.display_name());
                    if name(before) != name(book) {
                        let links = links.contact(*id);
                        follow_ups.extend(links.open_follow_ups.iter().chain(&links.closed_follow_ups));
                    }
                }
                RecordRef::Event(id) => {
                    if let Some(event) = before.get(*id) {
                        for day in days_of(event) {
                            take(&mut self.events, day, *id);
                        }
                    }
                }
                _ => {}
            }
        }
        for id in &follow_ups {
            if let Some(follow_up) = before.get(*id) {
                match follow_up.state {
                    FollowUpState::Open => take(&mut self.open, follow_up.due_on, *id),
                    FollowUpState::Done { on, .. } => take(&mut self.done, on, *id),
                    FollowUpState::Dropped { .. } => {}
                }
            }
        }
        for id in &follow_ups {
            if let Some(follow_up) = book.get(*id) {
                let key = |id| follow_up_key(book, id);
                match follow_up.state {
                    FollowUpState::Open => put(&mut self.open, follow_up.due_on, *id, key),
                    FollowUpState::Done { on, .. } => put(&mut self.done, on, *id, key),
                    FollowUpState::Dropped { .. } => {}
                }
            }
        }
        for record in touched {
            if let RecordRef::Event(id) = record
                && let Some(event) = book.get(*id)
            {
                for day in days_of(event) {
                    put(&mut self.events, day, *id, |id| event_key(book, id));
                }
            }
        }
    }
}

/// How urgent a kind of follow-up is: smaller is more urgent. Amends and promises to others come
/// before what is only pleasant.
pub fn urgency(kind: FollowUpKind) -> u8 {
    match kind {
        FollowUpKind::Amends => 0,
        FollowUpKind::ThankYou => 1,
        FollowUpKind::TellOwner => 2,
        FollowUpKind::Introduce => 3,
        FollowUpKind::Birthday => 4,
        FollowUpKind::Meet => 5,
        FollowUpKind::Call => 6,
        FollowUpKind::Message => 7,
        FollowUpKind::Review => 8,
        FollowUpKind::Other => 9,
    }
}

pub(super) fn days_of(event: &Event) -> impl Iterator<Item = NaiveDate> {
    let span = event.starts_on.map(|first| {
        let cap = first.checked_add_days(Days::new(MAX_EVENT_DAYS - 1)).unwrap_or(NaiveDate::MAX);
        let last = event.last_day().unwrap_or(first).clamp(first, cap);
        first.iter_days().take_while(move |day| *day <= last)
    });
    span.into_iter().flatten()
}

type FollowUpKey = (Option<NaiveTime>, u8, String, Id<FollowUp>);

fn follow_up_key(book: &Book, id: Id<FollowUp>) -> FollowUpKey {
    book.get(id).map_or((None, u8::MAX, String::new(), id), |follow_up| {
        let first = follow_up.contacts.first().and_then(|contact| book.get(*contact));
        let name = first.map_or_else(|| follow_up.about.clone(), |contact| contact.display_name());
        (follow_up.due_at, urgency(follow_up.kind), name, id)
    })
}

fn event_key(book: &Book, id: Id<Event>) -> (Option<(Option<NaiveTime>, &str)>, Id<Event>) {
    (book.get(id).map(|event| (event.starts_at, event.title.as_str())), id)
}

fn take<T>(days: &mut BTreeMap<NaiveDate, Vec<Id<T>>>, day: NaiveDate, id: Id<T>) {
    if let Some(list) = days.get_mut(&day) {
        list.retain(|other| *other != id);
        if list.is_empty() {
            days.remove(&day);
        }
    }
}

fn put<T, K: Ord>(
    days: &mut BTreeMap<NaiveDate, Vec<Id<T>>>,
    day: NaiveDate,
    id: Id<T>,
    key: impl Fn(Id<T>) -> K,
) {
    let list = days.entry(day).or_default();
    let own = key(id);
    let at = list.partition_point(|other| key(*other) < own);
    if list.get(at) != Some(&id) {
        list.insert(at, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};

    fn follow_up(id: u128, kind: FollowUpKind, due_on: NaiveDate, contacts: &[u128]) -> FollowUp {
        let contacts = contacts.iter().map(|id| Id::new(*id)).collect();
        FollowUp { id: Id::new(id), kind, due_on, contacts, ..FollowUp::default() }
    }

    #[test]
    fn a_day_is_ordered_by_time_then_urgency_then_name() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Zoe Zander"));
        put(&mut book, contact(2, "Anna Abel"));
        let today = day(10, 14);
        put(&mut book, follow_up(1, FollowUpKind::Call, today, &[1]));
        put(&mut book, follow_up(2, FollowUpKind::Call, today, &[2]));
        put(&mut book, follow_up(3, FollowUpKind::ThankYou, today, &[1]));
        let at_nine = NaiveTime::from_hms_opt(9, 0, 0);
        put(&mut book, FollowUp { due_at: at_nine, ..follow_up(4, FollowUpKind::Amends, today, &[1]) });
        let agenda = Index::rebuild(&book).agenda;
        let order: Vec<u128> = agenda.on(today).iter().map(|id| id.value()).collect();
        assert_eq!(order, [3, 2, 1, 4]);
    }

    #[test]
    fn only_what_was_due_before_today_is_overdue() {
        let mut book = Book::default();
        for (id, due_on) in [(1, day(10, 13)), (2, day(10, 14)), (3, day(10, 15))] {
            put(&mut book, follow_up(id, FollowUpKind::Call, due_on, &[]));
        }
        let agenda = Index::rebuild(&book).agenda;
        let today = day(10, 14);
        assert_eq!(agenda.overdue(today).collect::<Vec<_>>(), [(day(10, 13), Id::new(1))]);
        assert_eq!(agenda.due_until(today).count(), 2);
        assert_eq!(
            agenda.due_within(day(10, 15)..=day(10, 14)).count(),
            0,
            "an inverted range holds nothing"
        );
    }

    #[test]
    fn a_follow_up_moves_to_the_day_on_which_it_was_done() {
        let mut book = Book::default();
        let done = FollowUpState::Done { on: day(10, 12), encounter: None };
        let dropped = FollowUpState::Dropped { on: day(10, 12), reason: String::new() };
        put(&mut book, FollowUp { state: done, ..follow_up(1, FollowUpKind::Call, day(10, 14), &[]) });
        put(&mut book, FollowUp { state: dropped, ..follow_up(2, FollowUpKind::Call, day(10, 14), &[]) });
        let agenda = Index::rebuild(&book).agenda;
        assert!(agenda.open().is_empty());
        assert_eq!(agenda.done_on(day(10, 12)), [Id::new(1)]);
    }

    #[test]
    fn an_event_of_several_days_is_on_each_and_never_fills_the_calendar() {
        let mut book = Book::default();
        let fair = Event { id: Id::new(1), starts_on: Some(day(10, 30)), ..Event::default() };
        put(&mut book, Event { ends_on: Some(day(11, 2)), ..fair.clone() });
        let far = NaiveDate::from_ymd_opt(9999, 1, 1);
        put(&mut book, Event { id: Id::new(2), ends_on: far, ..fair.clone() });
        put(&mut book, Event { id: Id::new(3), ends_on: Some(day(1, 1)), ..fair });
        let agenda = Index::rebuild(&book).agenda;
        assert_eq!(
            agenda.events_on(day(10, 30)).len(),
            3,
            "one that ends before it begins keeps its first day"
        );
        assert_eq!(agenda.events_on(day(11, 2)), [Id::new(1), Id::new(2)]);
        assert_eq!(agenda.events_on(day(11, 3)), [Id::new(2)]);
        assert_eq!(agenda.events().len() as u64, MAX_EVENT_DAYS);
    }
}
