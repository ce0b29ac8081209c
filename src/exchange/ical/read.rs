//! Calendar file → events, compared with those of the book.
//!
//! Owns what an entry of a calendar means here: days and local times, who of the book comes, which one of the book it is.
//! Start reading at [`read`].

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::str::FromStr as _;

use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarParameterName as Parameter,
    ICalendarParameterValue, ICalendarParticipationStatus as Participation, ICalendarProperty as Property,
    ICalendarStatus as Status, ICalendarUserTypes, ICalendarValue,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::lines::{Raw, entries};
use super::recur::{self, Time, here};
use super::write::Own;
use super::{Note, NoteKind, Zone};
use crate::model::{Attendance, Book, Contact, Event, Id, Organizer};

/// How many coming times of what repeats are taken.
const NEXT_TIMES: usize = 10;

/// Things that repeat whose times are computed; it takes time.
const MOST_SERIES: usize = 2_000;

/// People without a card who are named.
const MOST_NAMED: usize = 20;

/// Longest title and place, in characters; notes have ten times the room.
const LONGEST: usize = 500;

/// Why nothing of a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than [`super::LARGEST_FILE`].
    TooLarge,
    /// It holds no calendar.
    NotACalendar,
    /// The user stopped it.
    Stopped,
}

/// What a calendar file has for a book.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calendar {
    /// The events, by the day on which they begin.
    pub found: Vec<Found>,
    /// What the user should know.
    pub notes: Vec<Note>,
    /// What was left out.
    pub left_out: LeftOut,
    /// People who are nobody of the book, by name or address; the first few.
    pub unmatched: Vec<String>,
    /// How many there are.
    pub unmatched_count: usize,
}

/// How much was left out, and why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Cancelled, or the user declined.
    pub cancelled: usize,
    /// Repeated, but not from today on.
    pub over: usize,
    /// Tasks, journals, free times.
    pub tasks: usize,
    /// Follow-ups that came from Cardloom.
    pub own: usize,
    /// More than can be taken from one file.
    pub too_many: usize,
    /// Lines about which there are no notes any more.
    pub more_notes: usize,
}

/// An event of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// As it would be in the book; the id is nil when it is new.
    pub event: Event,
    /// How it compares.
    pub news: News,
    /// Whether its last day is over.
    pub is_past: bool,
}

/// How an event of a file compares with the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum News {
    /// The book does not have it.
    New,
    /// The book has it otherwise.
    Changed,
    /// The book has it as it is, or has gone on with it since.
    Same,
}

/// Reads a calendar file for a book.
///
/// Of what repeats the next ten times from `today` on are taken. `untitled` is the title of what has none. `progress`
/// gets how much of how much is done and returns whether to go on.
///
/// # Errors
/// When nothing can be read. What is wrong with single entries is in the notes; the rest goes on.
pub fn read(
    bytes: &[u8],
    book: &Book,
    (zone, today): (Zone, NaiveDate),
    untitled: &str,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Calendar, Unread> {
    if bytes.len() as u64 > super::LARGEST_FILE {
        return Err(Unread::TooLarge);
    }
    let size = bytes.len() as u64;
    // Taking the file apart is about half of the work.
    let entries = entries(bytes, &mut |done| progress(done, size * 2))?;
    let mut out = Calendar { notes: entries.notes, ..Calendar::default() };
    out.left_out.tasks = entries.others;
    out.left_out.too_many = entries.too_many;
    out.left_out.more_notes = entries.more_notes;
    let zones = entries.zones.iter().filter_map(|raw| zone_of(&raw.text)).collect();
    let mut reader = Reader {
        people: People::of(book),
        known: known(book),
        book,
        zone,
        today,
        untitled,
        zones,
        unknown_zones: BTreeSet::new(),
        unmatched: BTreeSet::new(),
        series: 0,
        out,
    };
    let groups = grouped(&entries.events);
    let total = groups.len().max(1) as u64;
    for (done, group) in groups.iter().enumerate() {
        if done % 64 == 0 && !progress(size + size * done as u64 / total, size * 2) {
            return Err(Unread::Stopped);
        }
        if entries.cancels {
            reader.out.left_out.cancelled += group.len();
        } else {
            reader.group(group);
        }
    }
    Ok(reader.finish())
}

/// The zone that a file describes under a name.
fn zone_of(text: &str) -> Option<(String, Tz)> {
    let parsed = ICalendar::parse(text).ok()?;
    let (name, zone) = parsed.components.first()?.timezone()?;
    Some((name.to_owned(), zone))
}

/// The entries of one id together, in the order of the file.
fn grouped(events: &[Raw]) -> Vec<Vec<&Raw>> {
    let mut groups: Vec<Vec<&Raw>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for raw in events {
        match places.get(raw.uid.as_str()) {
            Some(place) if !raw.uid.is_empty() => groups[*place].push(raw),
            _ => {
                places.insert(&raw.uid, groups.len());
                groups.push(vec![raw]);
            }
        }
    }
    groups
}

/// The events of a book by their place in calendars.
fn known(book: &Book) -> HashMap<(String, Option<NaiveDate>), Id<Event>> {
    let events = book.events.values().filter(|event| !event.calendar_uid.is_empty());
    events.map(|event| ((event.calendar_uid.clone(), event.occurrence), event.id)).collect()
}

/// Who of the book has which e-mail address.
struct People {
    by_address: HashMap<String, Id<Contact>>,
    own: HashSet<String>,
}

impl People {
    fn of(book: &Book) -> Self {
        let mut by_address = HashMap::new();
        // Whoever was let go gives way to whoever is there.
        let contacts = book.contacts.values();
        let (gone, there): (Vec<_>, Vec<_>) = contacts.partition(|contact| contact.archived.is_some());
        for contact in gone.into_iter().chain(there) {
            for email in &contact.emails {
                by_address.insert(address(&email.value), contact.id);
            }
        }
        by_address.remove("");
        let own = book.header.owner.emails.iter().map(|email| address(&email.value)).collect();
        Self { by_address, own }
    }
}

fn address(text: &str) -> String {
    let text = text.trim();
    let text = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &text[7..],
        _ => text,
    };
    text.trim().to_lowercase()
}

struct Reader<'a> {
    book: &'a Book,
    people: People,
    known: HashMap<(String, Option<NaiveDate>), Id<Event>>,
    zone: Zone,
    today: NaiveDate,
    untitled: &'a str,
    zones: BTreeMap<String, Tz>,
    unknown_zones: BTreeSet<String>,
    unmatched: BTreeSet<String>,
    /// How many things that repeat were computed.
    series: usize,
    out: Calendar,
}

/// When one time of an event is, in the user's local time.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: NaiveDateTime,
    end: Option<NaiveDateTime>,
    has_time: bool,
}

impl Reader<'_> {
    fn group(&mut self, group: &[&Raw]) {
        if Own::of_uid(&group[0].uid) == Some(Own::FollowUp) {
            self.out.left_out.own += group.len();
            return;
        }
        // The newest state of the entry itself; exceptions stand beside it.
        let whole = group.iter().filter(|raw| !raw.is_exception).max_by_key(|raw| raw.sequence).copied();
        match whole {
            Some(raw) if raw.repeats => self.repeating(raw, group),
            Some(raw) => self.once(raw),
            None => {
                for raw in group {
                    self.once(raw);
                }
            }
        }
    }

    fn once(&mut self, raw: &Raw) {
        let Some(component) = parse(&raw.text) else {
            return self.note(raw, NoteKind::NoDay(self.untitled.to_owned()));
        };
        let Some(span) = self.span(&component) else {
            let title = title(&component, self.untitled);
            return self.note(raw, NoteKind::NoDay(title));
        };
        let occurrence =
            component.property(&Property::RecurrenceId).and_then(|entry| Some(self.local(entry)?.0.date()));
        self.take(raw, &component, span, occurrence);
    }

    fn repeating(&mut self, whole: &Raw, group: &[&Raw]) {
        let Some(master) = parse(&whole.text) else {
            return self.note(whole, NoteKind::NoDay(self.untitled.to_owned()));
        };
        let title = title(&master, self.untitled);
        self.series += 1;
        if self.series > MOST_SERIES {
            self.out.left_out.too_many += 1;
            return;
        }
        let mut text = "BEGIN:VCALENDAR\r\n".to_owned();
        // calcard knows the common names; those of the file alone have to be told.
        for (name, zone) in &self.zones {
            if let (Err(()), Some(zone)) = (Tz::from_str(name), zone.name())
                && whole.text.contains(name.as_str())
            {
                text.push_str(&format!(
                    "BEGIN:VTIMEZONE\r\nTZID:{name}\r\nX-LIC-LOCATION:{zone}\r\nEND:VTIMEZONE\r\n"
                ));
            }
        }
        text.push_str(&whole.text);
        group.iter().filter(|raw| raw.is_exception).for_each(|raw| text.push_str(&raw.text));
        text.push_str("END:VCALENDAR\r\n");
        let enough = |calendar: &ICalendar, times: &[Time]| self.has_next(calendar, times);
        let times = ICalendar::parse(&text).map_err(|_unread| recur::NoTimes);
        let times = times.and_then(|calendar| recur::times(calendar, enough));
        let Ok((calendar, times)) = times else {
            return self.note(whole, NoteKind::NoRule(title));
        };
        let Some(whole_start) = master.property(&Property::Dtstart) else {
            return self.note(whole, NoteKind::NoDay(title));
        };
        self.zone_known(whole_start);
        let has_time = recur::has_time(whole_start);
        let (mut taken, mut more, mut days) = (0, false, BTreeSet::new());
        for time in &times {
            let Some(component) = calendar.components.get(time.component) else { continue };
            let start = here(self.zone, time.start.naive_local(), time.start.timezone());
            let end = here(self.zone, time.end, time.end_zone);
            let span = Span { start, end: Some(end), has_time };
            if span.last_day() < self.today {
                continue;
            }
            // An exception keeps the day on which the rule would have put it.
            let planned = component.property(&Property::RecurrenceId).and_then(|entry| self.local(entry));
            let day = planned.map_or(start.date(), |(planned, _)| planned.date());
            // One a day: a book is no timetable of minutes.
            if !days.insert(day) {
                continue;
            }
            if taken == NEXT_TIMES {
                more = true;
                break;
            }
            taken += usize::from(self.take(whole, component, span, Some(day)));
        }
        if taken == 0 && days.is_empty() {
            // Of what is over the last time stands for all, unless there are more than were looked at.
            let cancelled = self.out.left_out.cancelled;
            let is_whole = times.len() < recur::MOST_TIMES;
            let last = times.iter().rev().filter(|_| is_whole).find(|time| {
                let Some(component) = calendar.components.get(time.component) else { return false };
                let start = here(self.zone, time.start.naive_local(), time.start.timezone());
                let end = here(self.zone, time.end, time.end_zone);
                let planned = component.property(&Property::RecurrenceId).and_then(|entry| self.local(entry));
                let day = planned.map_or(start.date(), |(planned, _)| planned.date());
                self.take(whole, component, Span { start, end: Some(end), has_time }, Some(day))
            });
            self.out.left_out.cancelled = cancelled;
            self.out.left_out.over += usize::from(last.is_none());
        } else {
            let more = more || times.len() >= recur::MOST_TIMES;
            self.note(whole, NoteKind::Repeats(title, taken, more));
        }
    }

    /// Whether the times of a rule go far enough to take the next ones. What an exception puts elsewhere does not count:
    /// it may stand far behind the last time that was looked at.
    fn has_next(&self, calendar: &ICalendar, times: &[Time]) -> bool {
        let mut days = BTreeSet::new();
        for time in times.iter().rev() {
            let component = calendar.components.get(time.component);
            if component.is_none_or(|it| it.has_property(&Property::RecurrenceId)) {
                continue;
            }
            let day = here(self.zone, time.start.naive_local(), time.start.timezone()).date();
            // One more says that there are more.
            if day < self.today || days.len() > NEXT_TIMES + 1 {
                break;
            }
            days.insert(day);
        }
        days.len() > NEXT_TIMES + 1
    }

    /// Compares one time of an event with the book; returns whether it is one to take.
    fn take(
        &mut self,
        raw: &Raw,
        component: &ICalendarComponent,
        span: Span,
        occurrence: Option<NaiveDate>,
    ) -> bool {
        if component.status() == Some(&Status::Cancelled) || self.is_declined(component) {
            self.out.left_out.cancelled += 1;
            return false;
        }
        let title = title(component, self.untitled);
        let uid = if raw.uid.is_empty() { made_uid(&title, span) } else { raw.uid.clone() };
        let own = match Own::of_uid(&uid) {
            Some(Own::Event(id)) => self.book.get(id).map(|event| event.id),
            _ => None,
        };
        let before = own.or_else(|| self.known.get(&(uid.clone(), occurrence)).copied());
        let before: Option<&Event> = before.and_then(|id| self.book.get(id)).map(|event| &**event);
        let is_past = span.last_day() < self.today;
        let mut event = before.cloned().unwrap_or_default();
        // What the user has already been to, or has cancelled, is a memory and no plan any more.
        if before.is_none_or(|before| before.status == Attendance::Planned) {
            self.fill(&mut event, component, span, title);
            if own.is_none() {
                event.calendar_uid = uid;
                event.occurrence = occurrence;
            }
        }
        let news = match before {
            None => News::New,
            Some(before) if *before == event => News::Same,
            Some(_) => News::Changed,
        };
        self.out.found.push(Found { event, news, is_past });
        true
    }

    fn fill(&mut self, event: &mut Event, component: &ICalendarComponent, span: Span, title: String) {
        let is_new = event.id.is_nil();
        if is_new && component.has_property(&Property::RecurrenceId)
            || component.has_property(&Property::Rrule)
        {
            event.series.clone_from(&title);
        }
        event.title = title;
        span.write_to(event);
        if let Some(place) = text_of(component, &Property::Location).map(|text| one_line(&text, LONGEST)) {
            // The city stands behind the venue in what is exported, and has a field of its own here.
            let city = event.city.trim();
            let venue = place.strip_suffix(city).filter(|_| !city.is_empty()).map(|rest| rest.trim_end());
            event.venue = match venue {
                Some("") => String::new(),
                Some(rest) => rest.strip_suffix(',').map_or(place.as_str(), str::trim_end).to_owned(),
                None => place,
            };
        }
        if let Some(link) = text_of(component, &Property::Url).filter(|link| is_web(link)) {
            event.link = link.trim().to_owned();
        }
        if event.notes.is_empty()
            && is_new
            && let Some(notes) = text_of(component, &Property::Description)
        {
            event.notes = cut(notes.trim(), LONGEST * 10);
        }
        let guests = component.entries.iter().filter(|entry| entry.name == Property::Attendee);
        for entry in guests {
            let Some(contact) = self.person(entry) else { continue };
            let declined = participation(entry) == Some(&Participation::Declined);
            let attendance = if declined { Attendance::CancelledEarly } else { Attendance::Planned };
            event.participants.entry(contact).or_insert(attendance);
        }
        if let Some(organizer) = component.property(&Property::Organizer)
            && let Some(contact) = self.person(organizer)
            && event.organizer.is_none()
        {
            event.organizer = Some(Organizer::Contact(contact));
        }
    }

    /// Who of the book is meant; the others are noted.
    fn person(&mut self, entry: &ICalendarEntry) -> Option<Id<Contact>> {
        let room = entry.parameters(&Parameter::Cutype).any(|kind| {
            matches!(
                kind,
                ICalendarParameterValue::Cutype(ICalendarUserTypes::Room | ICalendarUserTypes::Resource)
            )
        });
        if room {
            return None;
        }
        let email = entry.parameters(&Parameter::Email).find_map(|value| value.as_text()).map(address);
        let value = entry.values.first().and_then(ICalendarValue::as_text).map(address);
        let addresses = || email.iter().chain(&value);
        if addresses().any(|address| self.people.own.contains(address)) {
            return None;
        }
        let found = addresses().find_map(|address| self.people.by_address.get(address).copied());
        if found.is_none() {
            let name = entry.parameters(&Parameter::Cn).find_map(|value| value.as_text());
            let name = name.map(|name| one_line(name, 80)).filter(|name| !name.is_empty());
            let address = addresses().next().map(|address| one_line(address, 80)).unwrap_or_default();
            let words = match name {
                Some(name) if !address.is_empty() && name.to_lowercase() != address => {
                    format!("{name} ({address})")
                }
                Some(name) => name,
                None => address,
            };
            if !words.is_empty() && self.unmatched.len() < super::lines::MOST_ENTRIES {
                self.unmatched.insert(words);
            }
        }
        found
    }

    fn is_declined(&self, component: &ICalendarComponent) -> bool {
        component.entries.iter().filter(|entry| entry.name == Property::Attendee).any(|entry| {
            participation(entry) == Some(&Participation::Declined)
                && entry
                    .values
                    .first()
                    .and_then(ICalendarValue::as_text)
                    .map(address)
                    .is_some_and(|address| self.people.own.contains(&address))
        })
    }

    /// When an entry is.
    fn span(&mut self, component: &ICalendarComponent) -> Option<Span> {
        let (start, has_time) = self.local(component.property(&Property::Dtstart)?)?;
        let end = match component.property(&Property::Dtend) {
            Some(entry) => self.local(entry).map(|(end, _)| end),
            None => match component.property(&Property::Duration).and_then(|entry| entry.values.first()) {
                Some(ICalendarValue::Duration(length)) => {
                    length.to_time_delta().and_then(|length| start.checked_add_signed(length))
                }
                _ => None,
            },
        };
        Some(Span { start, end, has_time })
    }

    /// The user's local time of a property, and whether it has one.
    fn local(&mut self, entry: &ICalendarEntry) -> Option<(NaiveDateTime, bool)> {
        let value = entry.values.first()?.as_partial_date_time()?;
        let moment = value.to_date_time()?;
        if !value.has_time() {
            return Some((moment.date_time, false));
        }
        if let Some(offset) = moment.offset {
            let universal = moment.date_time.checked_sub_offset(offset)?;
            return Some((self.zone.local(universal.and_utc()), true));
        }
        let zone = self.zone_known(entry);
        Some((here(self.zone, moment.date_time, zone), true))
    }

    /// The zone of a property; one that nobody knows counts as the user's own, and is told once.
    fn zone_known(&mut self, entry: &ICalendarEntry) -> Tz {
        let Some(name) = entry.tz_id() else { return Tz::Floating };
        let zone = self.zones.get(name).copied().or_else(|| Tz::from_str(name).ok());
        if zone.is_none()
            && self.unknown_zones.len() < MOST_NAMED
            && self.unknown_zones.insert(name.to_owned())
        {
            self.out.notes.push(Note { line: None, kind: NoteKind::NoZone(one_line(name, 80)) });
        }
        zone.unwrap_or(Tz::Floating)
    }

    fn note(&mut self, raw: &Raw, kind: NoteKind) {
        if self.out.notes.len() < 200 {
            self.out.notes.push(Note { line: Some(raw.line), kind });
        } else {
            self.out.left_out.more_notes += 1;
        }
    }

    fn finish(self) -> Calendar {
        let mut out = self.out;
        out.unmatched_count = self.unmatched.len();
        out.unmatched = self.unmatched.into_iter().take(MOST_NAMED).collect();
        // The same entry twice in one file: the last one counts.
        let mut places = BTreeMap::new();
        for (place, found) in out.found.iter().enumerate() {
            places.insert((found.event.id, found.event.calendar_uid.clone(), found.event.occurrence), place);
        }
        let last: BTreeSet<usize> = places.into_values().collect();
        let mut place = 0;
        out.found.retain(|_| {
            place += 1;
            last.contains(&(place - 1))
        });
        out.found.sort_by(|a, b| {
            let key = |found: &Found| (found.event.starts_on, found.event.starts_at);
            key(a).cmp(&key(b)).then_with(|| a.event.title.cmp(&b.event.title))
        });
        out
    }
}

impl Span {
    fn last_day(self) -> NaiveDate {
        let first = self.start.date();
        let Some(end) = self.end.filter(|end| *end > self.start) else { return first };
        // A day is over at midnight; so is an evening.
        let last = if end.time() == NaiveTime::MIN { end.date().pred_opt() } else { Some(end.date()) };
        last.unwrap_or(first).max(first)
    }

    fn write_to(self, event: &mut Event) {
        let (first, last) = (self.start.date(), self.last_day());
        event.starts_on = Some(first);
        // A night that goes on until two is no second day.
        let is_night = self.has_time
            && self.end.is_some_and(|end| end - self.start < TimeDelta::hours(12) && end.date() == last);
        event.ends_on = (last > first && !is_night).then_some(last);
        let minute = |time: NaiveDateTime| time.time();
        event.starts_at = self.has_time.then(|| minute(self.start));
        event.ends_at = self.end.filter(|end| self.has_time && *end > self.start).map(minute);
    }
}

fn parse(text: &str) -> Option<ICalendarComponent> {
    ICalendar::parse(text).ok()?.components.into_iter().next()
}

fn participation(entry: &ICalendarEntry) -> Option<&Participation> {
    entry.parameters(&Parameter::Partstat).find_map(|value| match value {
        ICalendarParameterValue::Partstat(state) => Some(state),
        _ => None,
    })
}

fn text_of(component: &ICalendarComponent, name: &Property) -> Option<String> {
    let text = component.property(name)?.values.iter().filter_map(ICalendarValue::as_text);
    let text = text.collect::<Vec<_>>().join(", ");
    (!text.trim().is_empty()).then_some(text)
}

fn title(component: &ICalendarComponent, untitled: &str) -> String {
    let title = text_of(component, &Property::Summary).map(|text| one_line(&text, LONGEST));
    title.filter(|title| !title.is_empty()).unwrap_or_else(|| untitled.to_owned())
}

fn one_line(text: &str, longest: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().filter(|sign| !sign.is_control()).collect();
    cut(&line, longest)
}

fn cut(text: &str, longest: usize) -> String {
    text.char_indices().nth(longest).map_or(text, |(end, _)| &text[..end]).to_owned()
}

fn is_web(link: &str) -> bool {
    let lower = link.trim().to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")) && !lower.chars().any(char::is_control)
}

/// An id for what has none, so that it does not come in twice.
fn made_uid(title: &str, span: Span) -> String {
    let hash = blake3::hash(format!("{title}\n{}", span.start).as_bytes());
    format!("no-uid-{}", &hash.to_hex()[..32])
}
