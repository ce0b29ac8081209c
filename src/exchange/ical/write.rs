//! Book → calendar file.
//!
//! Times are written as local times of a zone that the file describes (VTIMEZONE), not as universal times: a call every
//! Monday at nine stays at nine when summer time ends. Days without a time are dates (`VALUE=DATE`) and shift nowhere.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarAction, ICalendarClassification, ICalendarComponent, ICalendarComponentType as Kind,
    ICalendarDuration, ICalendarParameter, ICalendarParameterValue, ICalendarProperty as Property,
    ICalendarRecurrenceRule, ICalendarRelated, ICalendarStatus as Status, ICalendarTransparency,
    ICalendarValue, ICalendarValueType, Uri,
};
use chrono::{
    DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Utc,
};

use super::{Zone, recur};
use crate::exchange::share::SharedBook;
use crate::model::{Attendance, Book, Contact, Event, FollowUp, FollowUpKind, FollowUpState, Id, Labelled};
use crate::text::Texts;

/// What stands at the end of the ids that this program gives to entries of calendars.
const DOMAIN: &str = "@cardloom";

/// The property of the file that is kept up to date which says of which book it is.
const LIVE: &str = "X-CARDLOOM-KEPT-FOR";

/// How long a follow-up with a time takes: calendars show something without a length badly or not at all.
const CALL: TimeDelta = TimeDelta::minutes(30);

/// How long an event takes whose end nobody wrote down.
const GATHERING: TimeDelta = TimeDelta::hours(1);

/// How long before a follow-up with a time its alarm rings.
const AHEAD: u32 = 10;

/// Days for which what is done or dropped is still written, so that who imports the file again is told.
const CLOSED_FOR: Days = Days::new(90);

/// What the user chose to write besides kinds, dates and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub struct Choices {
    /// Follow-ups are tasks (VTODO) instead of entries of the day (VEVENT). Google and Outlook do not take tasks.
    pub todos: bool,
    /// Alarms: at this time for what has a day only, and ten minutes before what has a time.
    pub alarms: Option<NaiveTime>,
    /// What follow-ups are about, goal and notes of events.
    pub about: bool,
    /// Phone numbers and e-mail addresses of the people.
    pub reach: bool,
    /// What was done or dropped of late, as cancelled or completed, for calendars that had it before.
    pub closed: bool,
}

impl Choices {
    /// Kinds, dates and names only.
    pub const SPARING: Self = Self { todos: false, alarms: None, about: false, reach: false, closed: false };
}

/// How a book is written as a calendar.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// The words for the kinds.
    pub texts: &'a Texts,
    /// Where the user's clock is.
    pub zone: Zone,
    /// The day.
    pub today: NaiveDate,
    /// What else is written.
    pub choices: Choices,
    /// What rules foresee and no record holds yet, as the records that it would become.
    pub foreseen: &'a [FollowUp],
    /// The file is kept up to date by the program: it says so, and the program may replace and remove it.
    pub live: bool,
}

/// Returns a book's events and open follow-ups as a calendar file.
pub fn write(shared: &SharedBook, content: &Content<'_>) -> String {
    let book = shared.book();
    let mut file = File { book, content, out: ICalendar { components: Vec::new() }, years: None };
    file.out.components.reserve(book.events.len() + book.follow_ups.len() + 1);
    let mut root = ICalendarComponent::new(Kind::VCalendar);
    root.add_property(Property::Version, "2.0");
    root.add_property(Property::Prodid, "-//Cardloom//Cardloom//EN");
    root.add_property(Property::Calscale, "GREGORIAN");
    // RFC 7986 and, for Apple, Google and Outlook, its older form.
    root.add_property(Property::Name, "Cardloom");
    root.add_property(Property::Other("X-WR-CALNAME".to_owned()), "Cardloom");
    if content.live {
        root.add_property(Property::Other(LIVE.to_owned()), book.header.id.to_string());
    }
    file.out.components.push(root);
    for event in book.events.values() {
        file.event(event);
    }
    for follow_up in book.follow_ups.values() {
        file.follow_up(follow_up);
    }
    for follow_up in content.foreseen {
        file.follow_up(follow_up);
    }
    file.time_zone();
    let mut text = String::with_capacity(file.out.components.len() * 400);
    let written = file.out.write_to(&mut text);
    debug_assert!(written.is_ok(), "writing to a text cannot fail");
    text
}

/// Whether the beginning of a file says that this program keeps it up to date for this book. No other file is
/// replaced or removed.
pub fn is_kept_for(head: &str, book: Id<Book>) -> bool {
    let mark = format!("{LIVE}:{book}");
    head.starts_with("BEGIN:VCALENDAR") && head.lines().take(20).any(|line| line == mark)
}

/// The id in the calendar of a follow-up.
pub(super) fn uid_of_follow_up(id: Id<FollowUp>) -> String {
    format!("follow-up-{id}{DOMAIN}")
}

/// What an id in a calendar means to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// One of the events of a book.
    Event(Id<Event>),
    /// A follow-up: it is planned in the book, not in the calendar.
    FollowUp,
}

impl Own {
    /// Returns what this program once wrote under that id.
    pub(super) fn of_uid(uid: &str) -> Option<Self> {
        let name = uid.strip_suffix(DOMAIN)?;
        if name.starts_with("follow-up-") {
            return Some(Self::FollowUp);
        }
        name.strip_prefix("event-")?.parse().ok().map(Self::Event)
    }
}

fn uid_of_event(event: &Event) -> String {
    // One that came from a calendar keeps its id there; one of a series shares it with the others.
    if event.calendar_uid.is_empty() || event.occurrence.is_some() {
        format!("event-{}{DOMAIN}", event.id)
    } else {
        clean(&event.calendar_uid)
    }
}

struct File<'a> {
    book: &'a Book,
    content: &'a Content<'a>,
    out: ICalendar,
    /// The first and last year in which something has a time, so that the file describes its zone for them.
    years: Option<(i32, i32)>,
}

/// When something is.
#[derive(Debug, Clone, Copy)]
enum When {
    /// All of these days; the second is the last one.
    Days(NaiveDate, NaiveDate),
    /// From one local time to another.
    Times(NaiveDateTime, NaiveDateTime),
}

impl File<'_> {
    fn event(&mut self, event: &Event) {
        let Some(when) = when_of(event) else { return };
        let mut out = ICalendarComponent::new(Kind::VEvent);
        stamp(&mut out, &uid_of_event(event), event.created_at, event.updated_at);
        self.times(&mut out, when);
        out.add_property(Property::Summary, clean(&event.title));
        let place: Vec<&str> =
            [event.venue.trim(), event.city.trim()].into_iter().filter(|part| !part.is_empty()).collect();
        if !place.is_empty() {
            out.add_property(Property::Location, clean(&place.join(", ")));
        }
        if let Some(link) = link(&event.link) {
            out.add_property(Property::Url, ICalendarValue::Uri(Uri::Location(link)));
        }
        if self.content.choices.about {
            let about = [event.goal.trim(), event.notes.trim()];
            describe(&mut out, about.into_iter().filter(|text| !text.is_empty()));
        }
        out.add_property(Property::Categories, clean(self.content.texts.ical_category_event()));
        let status = match event.status {
            Attendance::Planned | Attendance::Attended => Status::Confirmed,
            Attendance::CancelledEarly | Attendance::CancelledLate | Attendance::NoShow => Status::Cancelled,
        };
        out.add_property(Property::Status, status);
        let transparency = match when {
            When::Days(..) => ICalendarTransparency::Transparent,
            When::Times(..) => ICalendarTransparency::Opaque,
        };
        out.add_property(Property::Transp, transparency);
        let alarm = (event.status == Attendance::Planned).then(|| self.alarm(when, false, &event.title));
        self.put(out, alarm.flatten());
    }

    fn follow_up(&mut self, follow_up: &FollowUp) {
        let choices = self.content.choices;
        let closed_on = match &follow_up.state {
            FollowUpState::Open => None,
            FollowUpState::Done { on, .. } | FollowUpState::Dropped { on, .. } => Some(*on),
        };
        if let Some(on) = closed_on
            && (!choices.closed
                || on.checked_add_days(CLOSED_FOR).is_none_or(|until| until < self.content.today))
        {
            return;
        }
        let rule = recur::rule_for(&follow_up.repeat, follow_up.due_at.is_some(), self.content.zone);
        // A rule counts from its own day, also when the next time was moved to another one.
        let counted = follow_up.repeat_from.filter(|day| rule.is_some() && *day != follow_up.due_on);
        self.time_of(follow_up, counted.unwrap_or(follow_up.due_on), rule, None);
        if counted.is_some() {
            self.time_of(follow_up, follow_up.due_on, None, counted);
        }
    }

    /// Writes a follow-up on a day: all its times with a rule, or one of them that was moved from a day.
    fn time_of(
        &mut self,
        follow_up: &FollowUp,
        day: NaiveDate,
        rule: Option<ICalendarRecurrenceRule>,
        moved_from: Option<NaiveDate>,
    ) {
        let choices = self.content.choices;
        let people = follow_up.contacts.iter().filter_map(|id| self.book.get(*id));
        let people: Vec<&Contact> = people.map(|contact| &**contact).collect();
        // A new name is a new title.
        let changed =
            people.iter().map(|contact| contact.updated_at).fold(follow_up.updated_at, DateTime::max);
        let mut out = ICalendarComponent::new(if choices.todos { Kind::VTodo } else { Kind::VEvent });
        stamp(&mut out, &uid_of_follow_up(follow_up.id), follow_up.created_at, changed);
        let on = |day: NaiveDate| match follow_up.due_at {
            Some(time) => When::Times(day.and_time(time), day.and_time(time) + CALL),
            None => When::Days(day, day),
        };
        let when = on(day);
        if let Some(from) = moved_from {
            self.moment(&mut out, Property::RecurrenceId, on(from).first());
        }
        match (choices.todos, &rule) {
            (false, _) => self.times(&mut out, when),
            // RFC 5545 §3.8.5.3: what repeats needs a beginning; §3.8.2.3: the due time is after it.
            (true, Some(_)) => {
                self.moment(&mut out, Property::Dtstart, when.first());
                let length = match when {
                    When::Days(..) => TimeDelta::days(1),
                    When::Times(..) => CALL,
                };
                out.add_property(Property::Duration, ICalendarDuration::from_seconds(length.num_seconds()));
            }
            (true, None) => self.moment(&mut out, Property::Due, when.first()),
        }
        let repeats = rule.is_some();
        if let Some(rule) = rule {
            out.add_property(Property::Rrule, rule);
        }
        let summary = summary(self.content.texts, follow_up.kind, &people);
        out.add_property(Property::Summary, summary.clone());
        let mut about = Vec::new();
        if choices.about && !follow_up.about.trim().is_empty() {
            about.push(follow_up.about.trim().to_owned());
        }
        if choices.reach {
            about.extend(people.iter().filter_map(|contact| reach(contact)));
        }
        describe(&mut out, about.iter().map(String::as_str));
        out.add_property(Property::Categories, clean(follow_up.kind.words(self.content.texts)));
        // A calendar may be shared; with whom one wants to talk is nobody else's business.
        out.add_property(Property::Class, ICalendarClassification::Private);
        self.state(&mut out, follow_up);
        let of_end = choices.todos && !repeats;
        let alarm = follow_up.is_open().then(|| self.alarm(when, of_end, &summary));
        self.put(out, alarm.flatten());
    }

    /// How far a follow-up is.
    fn state(&self, out: &mut ICalendarComponent, follow_up: &FollowUp) {
        if self.content.choices.todos {
            match follow_up.state {
                FollowUpState::Open => out.add_property(Property::Status, Status::NeedsAction),
                FollowUpState::Done { on, .. } => {
                    out.add_property(Property::Status, Status::Completed);
                    out.add_property(Property::PercentComplete, ICalendarValue::Integer(100));
                    // It has to be a moment. Noon is the same day nearly everywhere.
                    let noon = on.and_time(NaiveTime::MIN + TimeDelta::hours(12));
                    out.add_property(Property::Completed, universal(noon.and_utc()));
                }
                FollowUpState::Dropped { .. } => out.add_property(Property::Status, Status::Cancelled),
            }
        } else {
            let status = if follow_up.is_open() { Status::Confirmed } else { Status::Cancelled };
            out.add_property(Property::Status, status);
            // Thanking somebody does not make the day busy.
            out.add_property(Property::Transp, ICalendarTransparency::Transparent);
        }
    }

    /// Adds beginning and end.
    fn times(&mut self, out: &mut ICalendarComponent, when: When) {
        self.moment(out, Property::Dtstart, when.first());
        let end = match when {
            // RFC 5545 §3.6.1: the end is the first day that does not belong to it.
            When::Days(_, last) => last.succ_opt().map(Moment::Day),
            When::Times(_, end) => Some(Moment::Time(end)),
        };
        if let Some(end) = end {
            self.moment(out, Property::Dtend, end);
        }
    }

    fn moment(&mut self, out: &mut ICalendarComponent, name: Property, moment: Moment) {
        match moment {
            Moment::Day(day) => {
                let date = ICalendarParameter::value(ICalendarValueType::Date);
                out.add_property_with_params(name, [date], partial_day(day));
            }
            Moment::Time(local) => match (self.content.zone.name(), self.content.zone.0) {
                (Some(zone), _) => {
                    let (first, last) = self.years.unwrap_or((local.year(), local.year()));
                    self.years = Some((first.min(local.year()), last.max(local.year())));
                    let zone = ICalendarParameter::tzid(ICalendarParameterValue::Text(zone));
                    out.add_property_with_params(name, [zone], partial_time(local));
                }
                (None, zone) if zone.is_utc() => out.add_property(name, universal(local.and_utc())),
                // Local wherever it is read: the best that can be said.
                (None, _) => out.add_property(name, partial_time(local)),
            },
        }
    }

    fn alarm(&self, when: When, of_end: bool, words: &str) -> Option<ICalendarComponent> {
        let at = self.content.choices.alarms?;
        let mut alarm = ICalendarComponent::new(Kind::VAlarm);
        alarm.add_property(Property::Action, ICalendarValue::Action(ICalendarAction::Display));
        alarm.add_property(Property::Description, clean(words));
        let trigger = match when {
            // Counted from midnight, with which the day begins.
            When::Days(..) => {
                ICalendarDuration { hours: at.hour(), minutes: at.minute(), ..ICalendarDuration::default() }
            }
            When::Times(..) => {
                ICalendarDuration { neg: true, minutes: AHEAD, ..ICalendarDuration::default() }
            }
        };
        let of_end = of_end.then(|| ICalendarParameter::related(ICalendarRelated::End));
        alarm.add_property_with_params(Property::Trigger, of_end, ICalendarValue::Duration(trigger));
        Some(alarm)
    }

    fn put(&mut self, mut component: ICalendarComponent, alarm: Option<ICalendarComponent>) {
        // As many components as a book has records: far below the numbers that a u32 has.
        let next = u32::try_from(self.out.components.len()).unwrap_or(u32::MAX);
        self.out.components[0].component_ids.push(next);
        component.component_ids.extend(alarm.is_some().then(|| next.saturating_add(1)));
        self.out.components.push(component);
        self.out.components.extend(alarm);
    }

    /// Describes the zone for all years in which something has a time, and one more for what repeats.
    fn time_zone(&mut self) {
        let (Some((first, last)), Some(name)) = (self.years, self.content.zone.name()) else { return };
        let begin = |year: i32| NaiveDate::from_ymd_opt(year.clamp(1900, 2200), 1, 1);
        let (Some(from), Some(to)) = (begin(first), begin(last.saturating_add(3))) else { return };
        let seconds = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc().timestamp();
        self.out.add_timezone(&name, seconds(from) - 86_400, seconds(to));
    }
}

/// A day, or a local time.
#[derive(Debug, Clone, Copy)]
enum Moment {
    Day(NaiveDate),
    Time(NaiveDateTime),
}

impl When {
    fn first(self) -> Moment {
        match self {
            Self::Days(first, _) => Moment::Day(first),
            Self::Times(first, _) => Moment::Time(first),
        }
    }
}

fn when_of(event: &Event) -> Option<When> {
    let first = event.starts_on?;
    let last = event.last_day().unwrap_or(first).max(first);
    let Some(begin) = event.starts_at.map(|time| first.and_time(time)) else {
        return Some(When::Days(first, last));
    };
    let end = match event.ends_at {
        Some(time) if last.and_time(time) > begin => last.and_time(time),
        // Until midnight, or later in the night.
        Some(time) => last.succ_opt()?.and_time(time),
        None if last > first => last.succ_opt()?.and_time(NaiveTime::MIN),
        None => begin + GATHERING,
    };
    Some(When::Times(begin, end))
}

fn stamp(out: &mut ICalendarComponent, uid: &str, created: DateTime<Utc>, changed: DateTime<Utc>) {
    out.add_uid(uid);
    // RFC 5545 §3.8.7.2: without METHOD the moment of the last change, so that two exports are alike.
    out.add_property(Property::Dtstamp, universal(changed));
    out.add_property(Property::Created, universal(created));
    out.add_property(Property::LastModified, universal(changed));
    // Grows with every change, without being kept anywhere.
    let seconds = (changed - created).num_seconds().clamp(0, i64::from(i32::MAX));
    out.add_sequence(seconds);
}

fn universal(moment: DateTime<Utc>) -> ICalendarValue {
    let mut value = partial_time(moment.naive_utc());
    value.tz_hour = Some(0);
    value.tz_minute = Some(0);
    value.into()
}

fn partial_day(day: NaiveDate) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(day.year()).ok(),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        ..PartialDateTime::default()
    }
}

pub(super) fn partial_time(local: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        hour: u8::try_from(local.hour()).ok(),
        minute: u8::try_from(local.minute()).ok(),
        second: u8::try_from(local.second()).ok(),
        ..partial_day(local.date())
    }
}

fn describe<'a>(out: &mut ICalendarComponent, parts: impl Iterator<Item = &'a str>) {
    let text = parts.map(clean).collect::<Vec<_>>().join("\n");
    if !text.is_empty() {
        out.add_property(Property::Description, text);
    }
}

/// "Call: Haruka Tanaka, Jonas Weber"; the kind alone when it concerns nobody.
fn summary(texts: &Texts, kind: FollowUpKind, people: &[&Contact]) -> String {
    let kind = kind.words(texts);
    let names: Vec<String> =
        people.iter().map(|contact| clean(&contact.display_name())).filter(|name| !name.is_empty()).collect();
    if names.is_empty() { clean(kind) } else { texts.ical_summary(kind, &names.join(", ")) }
}

fn reach(contact: &Contact) -> Option<String> {
    let values =
        |list: &[Labelled]| list.iter().map(|value| value.value.trim().to_owned()).collect::<Vec<_>>();
    let mut all = values(&contact.phones);
    all.extend(values(&contact.emails));
    all.retain(|value| !value.is_empty());
    (!all.is_empty()).then(|| format!("{}: {}", contact.display_name(), all.join(", ")))
}

/// A web address as RFC 3986 wants it in a property; other links are not for calendars.
fn link(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let safe = (lower.starts_with("https://") || lower.starts_with("http://"))
        && !text.chars().any(|sign| sign.is_whitespace() || sign.is_control());
    // Marks that the writer would put a backslash before, which is no part of an address.
    safe.then(|| text.replace(',', "%2C").replace(';', "%3B").replace('\\', "%5C"))
}

/// A text without what no calendar can write: control characters other than line feeds.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|sign| *sign == '\n' || *sign == '\t' || !sign.is_control()).collect()
}
