//! Events as a table for spreadsheets (CSV) and as JSON for scripts: the user's own copy, with everything that the book
//! says of them.
//!
//! Owns the two forms. Who was met and thanked is worked out by the caller, who has the index. Both are an interface:
//! columns and fields may be added, none is renamed or removed. Start reading at [`Gathering`].
//!
//! Invariant: no cell of the table is a formula, whatever somebody typed
//! (`tests::no_cell_is_a_formula`; the suite asks an independent reader).

use std::borrow::Cow;

use serde::Serialize;

use super::share::SharedBook;
use crate::model::{Answer, Attendance, Book, Contact, Event, Id, Introduction, Organizer, Party, Wish};

/// An event with what is derived of it.
#[derive(Debug, Clone)]
pub struct Gathering<'a> {
    /// The record.
    pub event: &'a Event,
    /// Who was met there, in the order of their names, and whether they are thanked.
    pub met: Vec<(Id<Contact>, bool)>,
    /// Who was introduced to whom there, in the order of their days.
    pub introductions: Vec<&'a Introduction>,
    /// How making up for not having come stands: `open`, `settled` or `waived`; none when nothing is to be made up for.
    pub amends: Option<&'static str>,
}

/// The columns of the table.
pub const COLUMNS: [&str; 39] = [
    "id",
    "title",
    "series",
    "starts_on",
    "ends_on",
    "starts_at",
    "ends_at",
    "venue",
    "city",
    "organizer",
    "organizer_kind",
    "fee_minor",
    "fee_currency",
    "link",
    "goal",
    "status",
    "late_within_days",
    "cancelled_on",
    "people_met",
    "people_met_count",
    "thanked_count",
    "participants",
    "participants_count",
    "organizer_thank_you",
    "organizer_satisfaction",
    "organizer_report",
    "again",
    "again_wish",
    "again_reason",
    "again_on",
    "notes",
    "photos",
    "photos_count",
    "calendar_uid",
    "occurrence",
    "created_at",
    "updated_at",
    "amends",
    "introductions",
];

/// Returns the table (RFC 4180), one event a line under the names of the columns. Several values in one cell are parted
/// by "; ".
pub fn csv(shared: &SharedBook, gatherings: &[Gathering<'_>]) -> String {
    let book = shared.book();
    let mut out = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    drop(out.write_record(COLUMNS));
    for gathering in gatherings {
        let cells = cells(book, gathering);
        drop(out.write_record(cells.iter().map(|cell| guarded(cell).into_owned())));
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cells(book: &Book, gathering: &Gathering<'_>) -> [String; COLUMNS.len()] {
    let event = gathering.event;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let time = |at: Option<chrono::NaiveTime>| at.map(clock).unwrap_or_default();
    let names = gathering.met.iter().map(|(id, _)| name_of(book, *id));
    let participants = event.participants.iter();
    let participants: Vec<String> =
        participants.map(|(id, state)| format!("{} ({})", name_of(book, *id), attendance(*state))).collect();
    let thanked = gathering.met.iter().filter(|(_, thanked)| *thanked).count();
    let organizer = host(book, event);
    let care = event.organizer_care;
    let again = event.repeat.as_ref();
    let introductions = gathering.introductions.iter().map(|made| {
        let [introducer, a, b] = made.parties().map(|party| party_name(book, party));
        format!("{introducer}: {a} + {b}")
    });
    [
        event.id.to_string(),
        event.title.clone(),
        event.series.clone(),
        day(event.starts_on),
        day(event.ends_on),
        time(event.starts_at),
        time(event.ends_at),
        event.venue.clone(),
        event.city.clone(),
        organizer.as_ref().map(|host| host.name.clone()).unwrap_or_default(),
        organizer.map(|host| host.kind.to_owned()).unwrap_or_default(),
        event.fee.as_ref().map(|fee| fee.minor.to_string()).unwrap_or_default(),
        event.fee.as_ref().map(|fee| fee.currency.clone()).unwrap_or_default(),
        event.link.clone(),
        event.goal.clone(),
        attendance(event.status).to_owned(),
        event.late_within_days.map(|days| days.to_string()).unwrap_or_default(),
        event.cancelled_on.map(|day| day.to_string()).unwrap_or_default(),
        names.collect::<Vec<String>>().join("; "),
        gathering.met.len().to_string(),
        thanked.to_string(),
        participants.join("; "),
        participants.len().to_string(),
        answer(care.thank_you).to_owned(),
        answer(care.satisfaction).to_owned(),
        answer(care.report).to_owned(),
        again.map(|it| if it.again { "yes" } else { "no" }).unwrap_or_default().to_owned(),
        again.map(|it| wish_name(it.wish())).unwrap_or_default().to_owned(),
        again.map(|it| it.reason.clone()).unwrap_or_default(),
        again.map(|it| it.on.to_string()).unwrap_or_default(),
        event.notes.clone(),
        photos(book, event).join("; "),
        event.photos.len().to_string(),
        event.calendar_uid.clone(),
        day(event.occurrence),
        event.created_at.to_rfc3339(),
        event.updated_at.to_rfc3339(),
        gathering.amends.unwrap_or_default().to_owned(),
        introductions.collect::<Vec<String>>().join("; "),
    ]
}

/// A cell that spreadsheets would work out gets an apostrophe before it, which they show as text (OWASP, "CSV Injection").
fn guarded(cell: &str) -> Cow<'_, str> {
    let begins = cell.trim_start_matches([' ', '\u{A0}', '\u{3000}']);
    let is_number = cell.strip_prefix('-').is_some_and(|digits| digits.parse::<u64>().is_ok());
    if begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// An event as JSON.
#[derive(Serialize)]
struct Line<'a> {
    id: Id<Event>,
    title: &'a str,
    series: &'a str,
    starts_on: Option<chrono::NaiveDate>,
    ends_on: Option<chrono::NaiveDate>,
    starts_at: Option<String>,
    ends_at: Option<String>,
    venue: &'a str,
    city: &'a str,
    organizer: Option<Host>,
    fee: Option<Fee<'a>>,
    link: &'a str,
    goal: &'a str,
    status: &'static str,
    late_within_days: Option<u32>,
    cancelled_on: Option<chrono::NaiveDate>,
    people_met: Vec<Guest>,
    thanked: usize,
    participants: Vec<Participant>,
    organizer_follow_up: Care,
    again: Option<Again<'a>>,
    notes: &'a str,
    photos: Vec<String>,
    calendar_uid: &'a str,
    occurrence: Option<chrono::NaiveDate>,
    created_at: chrono::DateTime<chrono::Utc>,
    updated_at: chrono::DateTime<chrono::Utc>,
    /// `open`, `settled`, `waived`, or null.
    amends: Option<&'static str>,
    introductions: Vec<Introduced>,
}

/// `me` stands for the owner of the book.
#[derive(Serialize)]
struct Introduced {
    introducer: String,
    a: String,
    b: String,
    on: Option<chrono::NaiveDate>,
}

#[derive(Serialize)]
struct Host {
    kind: &'static str,
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Fee<'a> {
    minor: i64,
    currency: &'a str,
}

#[derive(Serialize)]
struct Guest {
    id: Id<Contact>,
    name: String,
    thanked: bool,
}

#[derive(Serialize)]
struct Participant {
    id: Id<Contact>,
    name: String,
    status: &'static str,
}

#[derive(Serialize)]
struct Care {
    thank_you: &'static str,
    satisfaction: &'static str,
    report: &'static str,
}

#[derive(Serialize)]
struct Again<'a> {
    again: bool,
    /// `never`, `rarely`, `maybe`, `gladly` or `always`.
    wish: &'static str,
    reason: &'a str,
    on: chrono::NaiveDate,
}

/// Returns an array of the events, indented, with a line feed at the end.
///
/// # Errors
/// None is known: every value has a JSON form.
pub fn json(shared: &SharedBook, gatherings: &[Gathering<'_>]) -> Result<String, serde_json::Error> {
    let book = shared.book();
    let lines: Vec<Line<'_>> = gatherings.iter().map(|gathering| line(book, gathering)).collect();
    let mut text = serde_json::to_string_pretty(&lines)?;
    text.push('\n');
    Ok(text)
}

fn line<'a>(book: &Book, gathering: &Gathering<'a>) -> Line<'a> {
    let event = gathering.event;
    let care = event.organizer_care;
    let guest =
        |(id, thanked): &(Id<Contact>, bool)| Guest { id: *id, name: name_of(book, *id), thanked: *thanked };
    let participant = |(id, status): (&Id<Contact>, &Attendance)| Participant {
        id: *id,
        name: name_of(book, *id),
        status: attendance(*status),
    };
    let introduced = |made: &&Introduction| {
        let [introducer, a, b] = made.parties().map(|party| party_name(book, party));
        Introduced { introducer, a, b, on: made.on }
    };
    Line {
        id: event.id,
        title: &event.title,
        series: &event.series,
        starts_on: event.starts_on,
        ends_on: event.ends_on,
        starts_at: event.starts_at.map(clock),
        ends_at: event.ends_at.map(clock),
        venue: &event.venue,
        city: &event.city,
        organizer: host(book, event),
        fee: event.fee.as_ref().map(|fee| Fee { minor: fee.minor, currency: &fee.currency }),
        link: &event.link,
        goal: &event.goal,
        status: attendance(event.status),
        late_within_days: event.late_within_days,
        cancelled_on: event.cancelled_on,
        people_met: gathering.met.iter().map(guest).collect(),
        thanked: gathering.met.iter().filter(|(_, thanked)| *thanked).count(),
        participants: event.participants.iter().map(participant).collect(),
        organizer_follow_up: Care {
            thank_you: answer(care.thank_you),
            satisfaction: answer(care.satisfaction),
            report: answer(care.report),
        },
        again: event.repeat.as_ref().map(|it| Again {
            again: it.again,
            wish: wish_name(it.wish()),
            reason: &it.reason,
            on: it.on,
        }),
        notes: &event.notes,
        photos: photos(book, event),
        calendar_uid: &event.calendar_uid,
        occurrence: event.occurrence,
        created_at: event.created_at,
        updated_at: event.updated_at,
        amends: gathering.amends,
        introductions: gathering.introductions.iter().map(introduced).collect(),
    }
}

fn host(book: &Book, event: &Event) -> Option<Host> {
    Some(match event.organizer? {
        Organizer::Contact(id) => {
            Host { kind: "person", id: id.to_string(), name: book.get(id)?.display_name() }
        }
        Organizer::Organization(id) => {
            Host { kind: "organization", id: id.to_string(), name: book.get(id)?.name.clone() }
        }
    })
}

/// Paths of the photographs, relative to the folder of the book.
fn photos(book: &Book, event: &Event) -> Vec<String> {
    let pictures = event.photos.iter().filter_map(|id| book.get(*id));
    pictures.map(|picture| format!("attachments/{}", picture.file_name())).collect()
}

fn name_of(book: &Book, id: Id<Contact>) -> String {
    book.get(id).map(|contact| contact.display_name()).unwrap_or_default()
}

fn party_name(book: &Book, party: Party) -> String {
    party.contact().map_or_else(|| "me".to_owned(), |id| name_of(book, id))
}

fn clock(at: chrono::NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// The word for an attendance, which stays the same in every language and version.
pub fn attendance(status: Attendance) -> &'static str {
    match status {
        Attendance::Planned => "planned",
        Attendance::Attended => "attended",
        Attendance::CancelledEarly => "cancelled_early",
        Attendance::CancelledLate => "cancelled_late",
        Attendance::NoShow => "no_show",
    }
}

fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::NotYet => "not_yet",
        Answer::Yes => "yes",
        Answer::No => "no",
    }
}

/// The stable name of how gladly one goes again.
fn wish_name(wish: Wish) -> &'static str {
    match wish {
        Wish::Never => "never",
        Wish::Rarely => "rarely",
        Wish::Maybe => "maybe",
        Wish::Gladly => "gladly",
        Wish::Always => "always",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for bad in
            ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "-", "－2"]
        {
            assert_eq!(guarded(bad), format!("'{bad}"));
        }
        for good in ["", "Hardware-Abend", "2026-10-13", "-12", "a=b", "'=1"] {
            assert_eq!(guarded(good), good);
        }
    }

    #[test]
    fn every_line_has_every_column_and_lines_within_cells_stay_in_them() {
        let event = Event {
            title: "=HYPERLINK(\"http://evil\")".to_owned(),
            notes: "first\r\nsecond, \"third\"".to_owned(),
            ..Event::default()
        };
        let nobody = crate::exchange::share::book(&Book::default(), crate::exchange::share::Audience::Me);
        let table = csv(
            &nobody,
            &[Gathering { event: &event, met: Vec::new(), introductions: Vec::new(), amends: None }],
        );
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let heads: Vec<String> = reader.headers().expect("heads").iter().map(str::to_owned).collect();
        assert_eq!(heads, COLUMNS);
        let lines: Vec<csv::StringRecord> = reader.records().map(|line| line.expect("a line")).collect();
        assert_eq!(lines.len(), 1);
        let cell = |column: &str| {
            let at = COLUMNS.iter().position(|name| *name == column).expect("a column");
            lines[0][at].to_owned()
        };
        assert_eq!(cell("title"), "'=HYPERLINK(\"http://evil\")");
        assert_eq!(cell("notes"), "first\r\nsecond, \"third\"");
        assert_eq!(cell("status"), "planned");
    }
}
