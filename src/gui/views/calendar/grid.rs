//! The month as data: weeks, days, pills and the bars of events, made once for each state of the book.
//!
//! Owns which week and column a thing stands in; must not know pixels. Start reading at [`Month::of`].
//!
//! Invariant: bars of one week never share a lane on the same day
//! (`tests::bars_on_the_same_day_have_lanes_of_their_own`).

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Weekday};

use crate::gui::ctx::ViewCtx;
use crate::gui::widgets::Kind;
use crate::index::MAX_EVENT_DAYS;
use crate::model::{Attendance, Event, FollowUp, FollowUpKind, Foreseen, Id};
use crate::text::names::initials;

use super::Basis;
use super::items::{self, Thing};
use super::load::Load;
use crate::text::holidays::japanese_holiday;

/// A follow-up in a day.
#[derive(Debug, Clone)]
pub struct Pill {
    /// The follow-up; an expected thank-you has none yet.
    pub thing: Option<Thing>,
    /// Its seal.
    pub kind: Kind,
    /// With whom.
    pub name: String,
    /// The name where there is no room for it.
    pub initial: String,
    /// As a screen reader says it.
    pub spoken: String,
    /// It was done.
    pub done: bool,
    /// Local time, while it is to be done.
    pub at: Option<NaiveTime>,
    /// A rule foresees it, or an event will bring it: it is not stored yet.
    pub foreseen: bool,
}

/// A day of the month.
#[derive(Debug, Clone)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// "14", or "1 Oct" where a month begins.
    pub label: String,
    /// It belongs to the month shown.
    pub in_month: bool,
    /// Saturday or Sunday.
    pub weekend: bool,
    /// The name of the holiday.
    pub holiday: Option<String>,
    /// As a screen reader says it.
    pub spoken: String,
    /// Follow-ups.
    pub pills: Vec<Pill>,
    /// Lanes that bars take above the pills.
    pub lanes: usize,
}

/// The part of an event that lies in one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The event.
    pub event: Id<Event>,
    /// Its title.
    pub title: String,
    /// As a screen reader says it.
    pub spoken: String,
    /// The name of its left end.
    pub grip_begin: String,
    /// The name of its right end.
    pub grip_end: String,
    /// First column.
    pub from: usize,
    /// Last column.
    pub to: usize,
    /// Row among the bars.
    pub lane: usize,
    /// It begins in this week.
    pub begins: bool,
    /// It ends in this week.
    pub ends: bool,
}

/// A week.
#[derive(Debug, Clone)]
pub struct Week {
    /// Its first day.
    pub begin: NaiveDate,
    /// "42".
    pub number: String,
    /// How much there is to do in it.
    pub load: Load,
    /// Seven days.
    pub days: Vec<Day>,
    /// Events.
    pub bars: Vec<Bar>,
}

/// The head of a column.
#[derive(Debug, Clone)]
pub struct Column {
    /// "Mon".
    pub label: &'static str,
    /// Which day.
    pub weekday: Weekday,
}

/// A month with the days around it that fill its weeks.
#[derive(Debug, Clone)]
pub struct Month {
    /// The heads of the seven columns.
    pub columns: Vec<Column>,
    /// Five or six weeks, or four.
    pub weeks: Vec<Week>,
}

/// Returns the first day of the month of a day.
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Returns the day some days later or earlier; at the end of the calendar it stays.
pub fn add_days(day: NaiveDate, days: i64) -> NaiveDate {
    let moved = if days < 0 {
        day.checked_sub_days(Days::new(days.unsigned_abs()))
    } else {
        day.checked_add_days(Days::new(days.unsigned_abs()))
    };
    moved.unwrap_or(day)
}

/// An event with the columns of a week that it covers.
#[derive(Debug, Clone, Copy)]
struct Span {
    event: Id<Event>,
    first: NaiveDate,
    last: NaiveDate,
}

/// Returns for each span of a week its columns and its lane, in the order given.
fn lanes(week: NaiveDate, spans: &[Span]) -> Vec<(usize, usize, usize)> {
    let mut taken: Vec<[bool; 7]> = Vec::new();
    let column = |day: NaiveDate| (day - week).num_days().clamp(0, 6) as usize;
    spans
        .iter()
        .map(|span| {
            let (from, to) = (column(span.first), column(span.last));
            let lane = (0..).find(|lane| taken.get(*lane).is_none_or(|row| !row[from..=to].contains(&true)));
            let lane = lane.unwrap_or(taken.len());
            if lane == taken.len() {
                taken.push([false; 7]);
            }
            taken[lane][from..=to].fill(true);
            (from, to, lane)
        })
        .collect()
}

impl Month {
    /// Gathers a month, `first` being its first day.
    pub fn of(ctx: &ViewCtx<'_>, basis: &Basis, first: NaiveDate) -> Self {
        let begin = basis.weeks.start(first);
        let mut weeks = Vec::new();
        let mut monday = begin;
        while monday == begin || (monday.year(), monday.month()) == (first.year(), first.month()) {
            weeks.push(Week::of(ctx, basis, first, monday, false));
            let next = add_days(monday, 7);
            if next == monday {
                break;
            }
            monday = next;
        }
        Self { columns: columns(ctx, begin), weeks }
    }
}

/// The heads of the seven columns from a day on.
pub fn columns(ctx: &ViewCtx<'_>, begin: NaiveDate) -> Vec<Column> {
    let head = |column| {
        let weekday = add_days(begin, column).weekday();
        Column { label: ctx.texts.locale().weekday_short(weekday), weekday }
    };
    (0..7).map(head).collect()
}

impl Week {
    /// Gathers the week that begins on a day. Events that lie within one day at a known time are no bars with
    /// `hours_apart`: they stand among the hours.
    pub fn of(
        ctx: &ViewCtx<'_>,
        basis: &Basis,
        month: NaiveDate,
        begin: NaiveDate,
        hours_apart: bool,
    ) -> Self {
        week_of(ctx, basis, month, begin, hours_apart)
    }
}

/// Whether an event lies within one day at a known time.
pub fn has_hours(event: &Event) -> bool {
    event.starts_at.is_some() && event.last_day() == event.starts_on
}

fn week_of(ctx: &ViewCtx<'_>, basis: &Basis, month: NaiveDate, begin: NaiveDate, hours_apart: bool) -> Week {
    let agenda = &ctx.index.agenda;
    let mut spans: Vec<Span> = Vec::new();
    for column in 0..7 {
        for id in agenda.events_on(add_days(begin, column)) {
            if spans.iter().any(|span| span.event == *id) || !items::is_event_shown(ctx, basis.filter, *id) {
                continue;
            }
            let Some(event) = ctx.book.get(*id) else { continue };
            if hours_apart && has_hours(event) {
                continue;
            }
            let Some(first) = event.starts_on else { continue };
            let last = event.last_day().unwrap_or(first).clamp(first, add_days(first, MAX_EVENT_DAYS as i64));
            spans.push(Span { event: *id, first, last });
        }
    }
    spans.sort_by_key(|span| (span.first, std::cmp::Reverse(span.last), span.event));
    let end = add_days(begin, 6);
    let bars: Vec<Bar> = lanes(begin, &spans)
        .into_iter()
        .zip(&spans)
        .map(|((from, to, lane), span)| {
            let title = ctx.book.get(span.event).map(|event| event.title.clone()).unwrap_or_default();
            Bar {
                event: span.event,
                spoken: ctx.texts.calendar_event_name(&title),
                grip_begin: ctx.texts.calendar_grip_begin(&title),
                grip_end: ctx.texts.calendar_grip_end(&title),
                title,
                from,
                to,
                lane,
                begins: span.first >= begin,
                ends: span.last <= end,
            }
        })
        .collect();
    let foreseen = items::foreseen(ctx, basis.filter, begin..=end);
    let days = (0..7)
        .map(|column| {
            let date = add_days(begin, column as i64);
            let on_day = bars.iter().filter(|bar| (bar.from..=bar.to).contains(&column));
            let (mut lanes, mut count) = (0, 0);
            for bar in on_day {
                lanes = lanes.max(bar.lane + 1);
                count += 1;
            }
            let foreseen = foreseen.get(&date).map_or(&[][..], Vec::as_slice);
            day_of(ctx, basis, (month, date), lanes, count, foreseen)
        })
        .collect();
    Week {
        begin,
        number: basis.weeks.number(begin).to_string(),
        load: Load::of_week(ctx, basis, begin),
        days,
        bars,
    }
}

fn day_of(
    ctx: &ViewCtx<'_>,
    basis: &Basis,
    (month, date): (NaiveDate, NaiveDate),
    lanes: usize,
    bars: usize,
    foreseen: &[Foreseen],
) -> Day {
    let filter = basis.filter;
    let locale = ctx.texts.locale();
    let agenda = &ctx.index.agenda;
    let stored = |id: &Id<FollowUp>| Thing::FollowUp(*id);
    let shown = |id: &&Id<FollowUp>| items::is_shown(ctx, filter, **id);
    let open = agenda.on(date).iter().filter(shown).map(stored);
    let done = agenda.done_on(date).iter().filter(shown).map(stored);
    let foreseen = foreseen.iter().map(|one| Thing::Foreseen(*one));
    let mut pills: Vec<Pill> =
        open.chain(foreseen).chain(done).filter_map(|thing| pill_of(ctx, thing)).collect();
    let open = pills.iter().filter(|pill| !pill.done).count();
    pills.extend(expected(ctx, filter, date));
    let label = if date.day() == 1 { locale.day_short(date) } else { date.day().to_string() };
    let holiday = basis.holidays.then(|| japanese_holiday(date)).flatten();
    let holiday = holiday.map(|holiday| ctx.texts.holiday(holiday).to_owned());
    let spoken = ctx.texts.calendar_day_name((open + bars) as i64, &locale.day_spoken(date));
    Day {
        date,
        label,
        in_month: (date.year(), date.month()) == (month.year(), month.month()),
        weekend: matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        spoken: match &holiday {
            Some(name) => format!("{spoken}, {name}"),
            None => spoken,
        },
        holiday,
        pills,
        lanes,
    }
}

fn pill_of(ctx: &ViewCtx<'_>, thing: Thing) -> Option<Pill> {
    let follow_up = thing.follow_up(ctx.book)?;
    let name = items::who(ctx, &follow_up);
    let first = follow_up.contacts.first().and_then(|id| ctx.book.get(*id));
    let initial = first
        .map(|contact| initials(&contact.name.family, &contact.name.given))
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| name.chars().take(1).collect());
    let done = !follow_up.is_open();
    let foreseen = matches!(thing, Thing::Foreseen(_));
    let mut spoken = items::spoken(ctx, follow_up.kind, &name, done);
    if foreseen {
        spoken = ctx.texts.calendar_pill_foreseen(&spoken);
    }
    Some(Pill {
        thing: Some(thing),
        kind: items::seal(follow_up.kind),
        spoken,
        name,
        initial,
        done,
        at: follow_up.due_at.filter(|_| !done),
        foreseen,
    })
}

/// The thank-yous that will be due on a day because an event still to come ends on the day before.
fn expected(ctx: &ViewCtx<'_>, filter: items::Filter, date: NaiveDate) -> Vec<Pill> {
    if !filter.shows(FollowUpKind::ThankYou) {
        return Vec::new();
    }
    let before = add_days(date, -1);
    if before < ctx.today || before == date {
        return Vec::new();
    }
    let events = ctx.index.agenda.events_on(before).iter().filter_map(|id| ctx.book.get(*id));
    events
        .filter(|event| event.status == Attendance::Planned && event.last_day() == Some(before))
        .filter(|event| items::is_event_shown(ctx, items::Filter::default(), event.id))
        .map(|event| {
            let name = ctx.texts.calendar_expected(&event.title);
            Pill {
                thing: None,
                kind: Kind::Thanks,
                spoken: ctx.texts.calendar_pill(ctx.texts.common_kind_thanks(), &name),
                initial: event.title.chars().take(1).collect(),
                name,
                done: false,
                at: None,
                foreseen: true,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a day")
    }

    #[test]
    fn bars_on_the_same_day_have_lanes_of_their_own() {
        let span =
            |id: u128, first: u32, last: u32| Span { event: Id::new(id), first: day(first), last: day(last) };
        // From before the week, over its end, one in the gap of the first lane, one that needs a third.
        let spans = [span(1, 10, 13), span(2, 12, 12), span(3, 13, 25), span(4, 14, 14)];
        let found = lanes(day(12), &spans);
        assert_eq!(found, [(0, 1, 0), (0, 0, 1), (1, 6, 1), (2, 2, 0)]);
        for (i, a) in found.iter().enumerate() {
            for b in &found[i + 1..] {
                assert!(a.2 != b.2 || a.1 < b.0 || b.1 < a.0, "{a:?} and {b:?} lie on each other");
            }
        }
    }

    #[test]
    fn days_at_the_end_of_the_calendar_do_not_panic() {
        assert_eq!(add_days(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(add_days(NaiveDate::MIN, -7), NaiveDate::MIN);
        assert_eq!(first_of_month(day(14)), day(1));
    }
}
