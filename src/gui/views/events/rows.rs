//! What stands in the rows of the list of events, and in which order.
//!
//! Owns the sections (coming, without a date, past) and the orders by a column. Must not know how a row is drawn.

use std::cmp::Ordering;

use crate::gui::ctx::ViewCtx;
use crate::index::events::{AmendsBook, settled_word};
use crate::index::is_thanked_after;
use crate::model::{Attendance, Event, Id, Organizer};
use crate::text::Texts;
use crate::text::fold::fold;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    Date,
    Title,
    Series,
    Place,
    Organizer,
    Status,
    People,
    Thanked,
}

impl Column {
    /// All, from left to right.
    pub(super) const ALL: [Self; 8] = [
        Self::Date,
        Self::Title,
        Self::Series,
        Self::Place,
        Self::Organizer,
        Self::Status,
        Self::People,
        Self::Thanked,
    ];

    /// The heading.
    pub(super) fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Date => texts.events_column_date(),
            Self::Title => texts.events_column_title(),
            Self::Series => texts.events_column_series(),
            Self::Place => texts.events_column_place(),
            Self::Organizer => texts.events_column_organizer(),
            Self::Status => texts.events_column_status(),
            Self::People => texts.events_column_people(),
            Self::Thanked => texts.events_column_thanked(),
        }
    }
}

/// The order by a column; without one coming events stand before past ones.
pub(super) type Sort = Option<(Column, bool)>;

/// What a press on a heading makes of the order: by it, backwards by it, as usual.
pub(super) fn pressed(sort: Sort, column: Column) -> Sort {
    match sort {
        Some((present, false)) if present == column => Some((column, true)),
        Some((present, true)) if present == column => None,
        _ => Some((column, false)),
    }
}

/// A line of the list.
pub(super) enum Line {
    Section(String),
    Event(Box<Row>),
}

impl Line {
    pub(super) fn event(&self) -> Option<Id<Event>> {
        match self {
            Self::Section(_) => None,
            Self::Event(row) => Some(row.id),
        }
    }
}

/// An event as it is shown.
pub(super) struct Row {
    pub id: Id<Event>,
    pub date: String,
    pub title: String,
    pub series: String,
    pub place: String,
    pub organizer: String,
    pub status: Attendance,
    /// What became of it, and whether what it asks for is settled.
    pub status_words: String,
    pub people: String,
    /// Who was there, whether I was or not.
    pub there: usize,
    /// Whom I met.
    pub met: usize,
    pub thanked: usize,
    pub thanked_of: String,
    pub spoken: String,
}

impl Row {
    fn of(ctx: &ViewCtx<'_>, event: &Event, amends: &AmendsBook) -> Self {
        let links = ctx.index.links.event(event.id);
        let people = &links.contacts;
        // Whoever did not go met nobody there, whoever else came.
        let was_there = event.status == Attendance::Attended || !links.cards.is_empty();
        let met = if was_there { people.len() } else { 0 };
        let thanked = people.iter().take(met);
        let thanked = thanked.filter(|id| is_thanked_after(ctx.book, ctx.index, event, **id)).count();
        let (texts, locale) = (ctx.texts, ctx.texts.locale());
        let date = match (event.starts_on, event.ends_on) {
            (Some(first), Some(last)) if last > first => locale.days_with_year(first, last),
            (Some(first), _) => locale.day_medium(first),
            (None, _) => String::new(),
        };
        let tidy = |text: &str| crate::gui::views::people::tidy(text);
        let mut row = Self {
            id: event.id,
            date,
            title: tidy(&event.title),
            series: tidy(&event.series),
            place: tidy(if event.city.trim().is_empty() { &event.venue } else { &event.city }),
            organizer: tidy(&organizer(ctx, event)),
            status: event.status,
            status_words: settled_word(texts, event, amends),
            people: if people.is_empty() { String::new() } else { locale.number(people.len() as i64) },
            there: people.len(),
            met,
            thanked,
            thanked_of: if met > 0 {
                texts.common_position(thanked as i64, met as i64)
            } else {
                String::new()
            },
            spoken: String::new(),
        };
        row.spoken = row.speak(texts);
        row
    }

    /// The row for those who do not see it.
    fn speak(&self, texts: &Texts) -> String {
        let date = if self.date.is_empty() { texts.common_without_date() } else { &self.date };
        let mut parts = vec![date.to_owned()];
        parts.extend([&self.series, &self.place].into_iter().filter(|part| !part.is_empty()).cloned());
        parts.push(self.status_words.clone());
        if self.met > 0 {
            parts.push(texts.common_people(self.met as i64));
            parts.push(texts.events_thanked_count(self.thanked as i64, self.met as i64));
        }
        parts.join(texts.locale().comma())
    }
}

fn organizer(ctx: &ViewCtx<'_>, event: &Event) -> String {
    match event.organizer {
        Some(Organizer::Contact(id)) => ctx.book.get(id).map(|contact| contact.display_name()),
        Some(Organizer::Organization(id)) => ctx.book.get(id).map(|record| record.name.clone()),
        None => None,
    }
    .unwrap_or_default()
}

/// Returns the lines of the list: coming events soonest first, those without a date, then the past; or all by a column.
pub(super) fn lines_of(ctx: &ViewCtx<'_>, sort: Sort) -> Vec<Line> {
    let found = ctx.search.found.as_ref();
    let events = ctx.book.events.values().map(|event| &**event);
    let events: Vec<&Event> =
        events.filter(|event| found.is_none_or(|found| found.matches_event(event.id))).collect();
    let amends = AmendsBook::of(ctx.book);
    match sort {
        None => sections(ctx, events, &amends),
        Some((column, backwards)) => {
            let rows = events.into_iter().map(|event| (event, Row::of(ctx, event, &amends)));
            let mut rows: Vec<(&Event, Row, String)> =
                rows.map(|(event, row)| (event, key(&row, column), row)).map(|(e, k, r)| (e, r, k)).collect();
            rows.sort_by(|a, b| by_column((a.0, &a.1, &a.2), (b.0, &b.1, &b.2), column, backwards));
            rows.into_iter().map(|(_, row, _)| Line::Event(Box::new(row))).collect()
        }
    }
}

/// The words by which a row is sorted.
fn key(row: &Row, column: Column) -> String {
    match column {
        Column::Title => fold(&row.title),
        Column::Series => fold(&row.series),
        Column::Place => fold(&row.place),
        Column::Organizer => fold(&row.organizer),
        Column::Date | Column::Status | Column::People | Column::Thanked => String::new(),
    }
}

type Keyed<'a> = (&'a Event, &'a Row, &'a String);

/// Empty cells stand last either way; of two equal rows the newer one comes first. Counts begin with the largest.
fn by_column(a: Keyed<'_>, b: Keyed<'_>, column: Column, backwards: bool) -> Ordering {
    let turned = |order: Ordering| if backwards { order.reverse() } else { order };
    let words = |a: &str, b: &str| a.is_empty().cmp(&b.is_empty()).then_with(|| turned(a.cmp(b)));
    let newest = || (b.0.starts_on, b.0.starts_at, b.0.id).cmp(&(a.0.starts_on, a.0.starts_at, a.0.id));
    let order = match column {
        Column::Date => {
            let (first, second) = (a.0.starts_on, b.0.starts_on);
            let times = (first, a.0.starts_at).cmp(&(second, b.0.starts_at));
            first.is_none().cmp(&second.is_none()).then_with(|| turned(times))
        }
        Column::Title | Column::Series | Column::Place | Column::Organizer => words(a.2, b.2),
        Column::Status => turned(a.1.status.cmp(&b.1.status)),
        Column::People => turned(b.1.there.cmp(&a.1.there)),
        Column::Thanked => {
            // Those with the most people still to be thanked first: there something is to be done.
            let open = |row: &Row| row.met - row.thanked;
            turned(open(b.1).cmp(&open(a.1)))
        }
    };
    order.then_with(newest)
}

fn sections(ctx: &ViewCtx<'_>, events: Vec<&Event>, amends: &AmendsBook) -> Vec<Line> {
    let (mut coming, mut undated, mut past) = (Vec::new(), Vec::new(), Vec::new());
    for event in events {
        match event.last_day() {
            None => undated.push(event),
            // What I was at today, or cancelled, is not ahead of me any more.
            Some(day) if day > ctx.today => coming.push(event),
            Some(day) if day == ctx.today && event.status == Attendance::Planned => coming.push(event),
            Some(_) => past.push(event),
        }
    }
    coming.sort_by_key(|event| (event.starts_on, event.starts_at, event.id));
    undated.sort_by_key(|event| (fold(&event.title), event.id));
    past.sort_by_key(|event| std::cmp::Reverse((event.starts_on, event.starts_at, event.id)));
    let texts = ctx.texts;
    let sections = [
        (texts.events_upcoming(), coming),
        (texts.common_without_date(), undated),
        (texts.events_past(), past),
    ];
    let mut lines = Vec::new();
    for (title, events) in sections {
        if !events.is_empty() {
            lines.push(Line::Section(title.to_owned()));
            lines.extend(events.into_iter().map(|event| Line::Event(Box::new(Row::of(ctx, event, amends)))));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_pressed_three_times_to_come_back() {
        let first = pressed(None, Column::Title);
        assert_eq!(first, Some((Column::Title, false)));
        assert_eq!(pressed(first, Column::Title), Some((Column::Title, true)));
        assert_eq!(pressed(Some((Column::Title, true)), Column::Title), None);
        assert_eq!(pressed(first, Column::Place), Some((Column::Place, false)));
    }
}
