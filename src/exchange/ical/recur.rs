//! What repeats: the rule of a follow-up on its way out, the next times of an event on its way in.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponentType as Kind, ICalendarEntry, ICalendarProperty as Property,
    ICalendarRecurrenceRule, ICalendarValue,
};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::write::partial_time;
use super::{Zone, moment_in};

/// How many times of a rule are looked at from its beginning, past ones included: thirteen years of every day.
pub(super) const MOST_TIMES: usize = 5_000;

/// Returns the repeat rule of a follow-up as the file needs it: `None` for once and for what is no rule. The end of a
/// rule has to be of the kind of the beginning: a day, or a moment in universal time (RFC 5545 §3.3.10).
pub(super) fn rule_for(repeat: &str, has_time: bool, zone: Zone) -> Option<ICalendarRecurrenceRule> {
    let repeat = repeat.trim();
    let repeat = repeat.strip_prefix("RRULE:").unwrap_or(repeat);
    if repeat.is_empty() || repeat.chars().any(char::is_control) {
        return None;
    }
    let text = format!("BEGIN:VEVENT\r\nRRULE:{repeat}\r\nEND:VEVENT\r\n");
    let parsed = ICalendar::parse(text).ok()?;
    let value =
        parsed.components.into_iter().next()?.entries.into_iter().next()?.values.into_iter().next()?;
    let ICalendarValue::RecurrenceRule(mut rule) = value else { return None };
    // RFC 5545 §3.3.10: the two exclude each other.
    if rule.count.is_some() {
        rule.until = None;
    }
    if let Some(until) = &rule.until {
        let end = until.to_date_time()?;
        let local = match end.offset {
            Some(offset) => zone.local((end.date_time - offset).and_utc()),
            None if until.has_time() => end.date_time,
            None => end.date_time.date().and_time(last_second()),
        };
        rule.until = Some(if !has_time {
            PartialDateTime { hour: None, minute: None, second: None, ..partial_time(local) }
        } else if zone.name().is_none() && !zone.0.is_utc() {
            partial_time(local)
        } else {
            let universal = zone.moment(local)?.naive_utc();
            PartialDateTime { tz_hour: Some(0), tz_minute: Some(0), ..partial_time(universal) }
        });
    }
    Some(*rule)
}

fn last_second() -> NaiveTime {
    NaiveTime::MIN + TimeDelta::seconds(86_399)
}

/// One of the times of an event that repeats.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time {
    /// Which component of the calendar says how it is this time.
    pub component: usize,
    /// Beginning and end; in [`Tz::Floating`] for days and for times without a zone.
    pub start: DateTime<Tz>,
    pub end: NaiveDateTime,
    /// The zone of the end when it has one of its own.
    pub end_zone: Tz,
}

/// Why the times of an event cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoTimes;

/// Returns the times of what repeats in a calendar that holds one entry with its exceptions, in order. Looks at no more
/// than [`MOST_TIMES`], and at fewer when `enough` says that those of the beginning are: most rules are asked for their
/// next days only, and following one for thirteen years takes a hundred times as long.
pub(super) fn times(
    mut calendar: ICalendar,
    enough: impl Fn(&ICalendar, &[Time]) -> bool,
) -> Result<(ICalendar, Vec<Time>), NoTimes> {
    local_ends(&mut calendar);
    // Several rules share what is looked at, so that the second may not have begun.
    let rules = calendar.components.iter().flat_map(|it| it.properties(&Property::Rrule)).count();
    for most in FIRST_TIMES.into_iter().filter(|_| rules == 1) {
        let times = times_up_to(&calendar, most)?;
        if enough(&calendar, &times) {
            return Ok((calendar, times));
        }
    }
    let times = times_up_to(&calendar, MOST_TIMES)?;
    Ok((calendar, times))
}

/// How many times are looked at first.
const FIRST_TIMES: [usize; 3] = [60, 300, 1_500];

fn times_up_to(calendar: &ICalendar, most: usize) -> Result<Vec<Time>, NoTimes> {
    let expanded = calendar.expand_dates(Tz::Floating, most);
    if expanded.events.is_empty() && !expanded.errors.is_empty() {
        return Err(NoTimes);
    }
    let times = expanded.events.into_iter().filter_map(|event| {
        let component = usize::try_from(event.comp_id).ok()?;
        let (end, end_zone) = match event.end {
            calcard::icalendar::dates::TimeOrDelta::Time(end) => (end.naive_local(), end.timezone()),
            calcard::icalendar::dates::TimeOrDelta::Delta(length) => {
                (event.start.naive_local().checked_add_signed(length)?, event.start.timezone())
            }
        };
        Some(Time { component, start: event.start, end, end_zone })
    });
    let mut times: Vec<Time> = times.collect();
    times.sort_by_key(|time| (moment_in(time.start.timezone(), time.start.naive_local()), time.component));
    times.dedup_by_key(|time| time.start);
    Ok(times)
}

/// Turns the ends of rules into local times of the beginning. They stand in universal time, the times that they bound
/// are computed in local time; east of Greenwich the last one would be lost.
fn local_ends(calendar: &mut ICalendar) {
    let resolver = calendar.build_owned_tz_resolver();
    for component in &mut calendar.components {
        if component.component_type != Kind::VEvent {
            continue;
        }
        let start = component.property(&Property::Dtstart);
        let has_time = start.is_some_and(has_time);
        let zone = resolver.resolve_or_default(start.and_then(ICalendarEntry::tz_id));
        let zone = if start.is_some_and(is_universal) { Tz::UTC } else { zone };
        for entry in component.properties_mut(&Property::Rrule) {
            for value in &mut entry.values {
                let ICalendarValue::RecurrenceRule(rule) = value else { continue };
                let Some(until) = &rule.until else { continue };
                let Some(end) = until.to_date_time() else { continue };
                let local = match end.offset {
                    Some(offset) => {
                        (end.date_time - offset).and_utc().with_timezone::<Tz>(&zone).naive_local()
                    }
                    // A day as the end of something with a time means all of it.
                    None if has_time && !until.has_time() => end.date_time.date().and_time(last_second()),
                    None => end.date_time,
                };
                rule.until = Some(partial_time(local));
            }
        }
    }
}

fn date_of(entry: &ICalendarEntry) -> Option<&PartialDateTime> {
    entry.values.first().and_then(ICalendarValue::as_partial_date_time)
}

pub(super) fn has_time(entry: &ICalendarEntry) -> bool {
    date_of(entry).is_some_and(PartialDateTime::has_time)
}

fn is_universal(entry: &ICalendarEntry) -> bool {
    date_of(entry).is_some_and(PartialDateTime::has_zone)
}

/// The moment of a time with its zone, in the user's local time. Floating times are local everywhere.
pub(super) fn here(zone: Zone, local: NaiveDateTime, of: Tz) -> NaiveDateTime {
    if of.is_floating() {
        return local;
    }
    moment_in(of, local).map_or(local, |moment: DateTime<Utc>| zone.local(moment))
}
