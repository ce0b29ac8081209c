//! All events of one series together: how often one was there, who comes again, what it cost.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Record, advice::sum_of};
use crate::edit::Amends;
use crate::index::Index;
use crate::model::{AmendsStep, Attendance, Book, Contact, Event, FollowUpState, Id, Money, Wish};
use crate::text::fold::fold;

/// Returns what the name of a series is compared by; none for an event that belongs to none.
pub fn series_key(event: &Event) -> Option<String> {
    Some(fold(event.series.trim())).filter(|key| !key.is_empty())
}

/// Returns the names of all series with how many events each has, the longest first, then by name.
pub fn series_names(book: &Book) -> Vec<(String, usize)> {
    let mut series: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for event in book.events.values() {
        if let Some(key) = series_key(event) {
            let known = series.entry(key).or_insert_with(|| (event.series.trim().to_owned(), 0));
            known.1 += 1;
        }
    }
    let mut names: Vec<(String, usize)> = series.into_values().collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    names
}

/// Somebody who was met at several events of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// Who.
    pub contact: Id<Contact>,
    /// At how many events.
    pub times: usize,
    /// At which last.
    pub last_on: Option<NaiveDate>,
}

/// The events of one series.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name, as the newest event writes it.
    pub name: String,
    /// Its events: those without a date, then the newest first.
    pub events: Vec<Id<Event>>,
    /// How many past events in a row I attended, counted back from the last one.
    pub streak: usize,
    /// The longest such row.
    pub longest: usize,
    /// What became of my attendance.
    pub record: Record,
    /// Whom I met at how many events, at two or more; the most frequent first.
    pub faces: Vec<Face>,
    /// What it cost: the fees of events that I attended, and those paid all the same.
    pub spent: Vec<Money>,
    /// What I decided after which event, the newest first.
    pub decisions: Vec<(Id<Event>, NaiveDate, Wish)>,
}

impl Series {
    /// Collects the series to which an event belongs; one without a series is alone.
    pub fn of(book: &Book, index: &Index, event: &Event, today: NaiveDate) -> Self {
        match series_key(event) {
            Some(key) => Self::collect(book, index, today, |other| series_key(other).as_ref() == Some(&key)),
            None => Self::collect(book, index, today, |other| other.id == event.id),
        }
    }

    /// Collects the series of a name; none when no event is of it.
    pub fn named(book: &Book, index: &Index, name: &str, today: NaiveDate) -> Option<Self> {
        let key = fold(name.trim());
        let series = Self::collect(book, index, today, |event| series_key(event).is_some_and(|it| it == key));
        Some(series).filter(|series| !series.events.is_empty())
    }

    fn collect(book: &Book, index: &Index, today: NaiveDate, is_of: impl Fn(&Event) -> bool) -> Self {
        let mut events: Vec<&Arc<Event>> = book.events.values().filter(|event| is_of(event)).collect();
        events.sort_by_key(|event| (event.starts_on.is_some(), Reverse((event.starts_on, event.id))));
        let name = events.iter().map(|event| event.series.trim()).find(|name| !name.is_empty());
        let is_over = |event: &&&Arc<Event>| event.last_day().is_some_and(|day| day < today);
        // What was neither attended nor cancelled was forgotten to be said, and breaks no row.
        let past = events.iter().filter(is_over).filter(|event| event.status != Attendance::Planned);
        let went: Vec<bool> = past.map(|event| event.status == Attendance::Attended).collect();
        let streak = went.iter().take_while(|went| **went).count();
        let longest = went.split(|went| !went).map(<[bool]>::len).max().unwrap_or(0);
        let mut decisions: Vec<(Id<Event>, NaiveDate, Wish)> = events
            .iter()
            .filter_map(|event| event.repeat.as_ref().map(|repeat| (event.id, repeat.on, repeat.wish())))
            .collect();
        decisions.sort_by_key(|(id, on, _)| Reverse((*on, *id)));
        Self {
            name: name.unwrap_or_default().to_owned(),
            events: events.iter().map(|event| event.id).collect(),
            streak,
            longest,
            record: Record::count(events.iter().map(|event| event.status)),
            faces: faces(index, &events),
            spent: sum_of(spent(book, &events)),
            decisions,
        }
    }
}

fn faces(index: &Index, events: &[&Arc<Event>]) -> Vec<Face> {
    let mut faces: BTreeMap<Id<Contact>, Face> = BTreeMap::new();
    for event in events.iter().filter(|event| event.status == Attendance::Attended) {
        for contact in &index.links.event(event.id).contacts {
            let face = faces.entry(*contact).or_insert(Face { contact: *contact, times: 0, last_on: None });
            face.times += 1;
            face.last_on = face.last_on.max(event.starts_on);
        }
    }
    let mut faces: Vec<Face> = faces.into_values().filter(|face| face.times > 1).collect();
    faces.sort_by_key(|face| (Reverse(face.times), Reverse(face.last_on), face.contact));
    faces
}

/// The fees of events that were attended, and of those for which it was paid all the same.
fn spent<'a>(book: &'a Book, events: &'a [&'a Arc<Event>]) -> impl Iterator<Item = &'a Money> {
    let paid = |event: Id<Event>| {
        let fee = (event, Amends::Step(AmendsStep::Fee));
        book.follow_ups
            .values()
            .any(|it| Amends::of(it) == Some(fee) && matches!(it.state, FollowUpState::Done { .. }))
    };
    events
        .iter()
        .filter(move |event| {
            let missed = event.status.asks_for_amends() && event.fee.is_some();
            event.status == Attendance::Attended || missed && paid(event.id)
        })
        .filter_map(|event| event.fee.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};
    use crate::model::{Encounter, RepeatDecision};

    fn event(id: u128, on: NaiveDate, status: Attendance) -> Event {
        let fee = Some(Money { minor: 2_500, currency: "EUR".to_owned() });
        let series = if id.is_multiple_of(2) { "Hardware Evening" } else { " hardware evening" }.to_owned();
        Event { id: Id::new(id), series, starts_on: Some(on), status, fee, ..Event::default() }
    }

    #[test]
    fn a_series_knows_its_row_its_faces_and_its_cost() {
        use Attendance::{Attended, CancelledEarly, Planned};
        let mut book = Book::default();
        put(&mut book, contact(1, "Mina"));
        put(&mut book, contact(2, "Jonas"));
        let all = [
            (1, day(1, 5), Attended),
            (2, day(2, 5), Attended),
            (3, day(3, 5), CancelledEarly),
            (4, day(4, 5), Attended),
            (5, day(5, 5), Planned),
            (6, day(12, 5), Planned),
        ];
        for (id, on, status) in all {
            put(&mut book, event(id, on, status));
            let contacts = if id == 2 { [1, 2].map(Id::new).into() } else { [Id::new(1)].into() };
            put(
                &mut book,
                Encounter { id: Id::new(id), contacts, event: Some(Id::new(id)), on, ..Encounter::default() },
            );
        }
        let decided = RepeatDecision::new(Wish::Gladly, String::new(), day(4, 8));
        put(&mut book, Event { repeat: Some(decided), ..event(4, day(4, 5), Attended) });
        put(&mut book, Event { id: Id::new(9), series: "Other".to_owned(), ..Event::default() });
        let index = Index::rebuild(&book);
        let series = Series::named(&book, &index, "HARDWARE evening", day(6, 1)).expect("a series");
        assert_eq!(series.events, [6, 5, 4, 3, 2, 1].map(Id::new));
        assert_eq!((series.streak, series.longest), (1, 2), "what nobody noted breaks no row");
        let faces: Vec<_> = series.faces.iter().map(|face| (face.contact, face.times)).collect();
        assert_eq!(faces, [(Id::new(1), 3)]);
        assert_eq!(series.spent, [Money { minor: 7_500, currency: "EUR".to_owned() }]);
        assert_eq!(series.decisions, [(Id::new(4), day(4, 8), Wish::Gladly)]);
        assert_eq!(series_names(&book).iter().map(|(_, count)| *count).collect::<Vec<_>>(), [6, 1]);
        assert_eq!(Series::named(&book, &index, "nothing", day(6, 1)), None);
        assert_eq!(Series::named(&book, &index, " ", day(6, 1)), None);
        let alone = Series::of(&book, &index, &Event { id: Id::new(8), ..Event::default() }, day(6, 1));
        assert_eq!(alone.events, []);
    }
}
