//! `export`: the book for other programs, the user's own copy. Nothing is written over the book itself.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveTime;
use serde::Serialize;

use super::args::{self, Format, What};
use super::console::{Console, Status, number, open};
use super::shown;
use crate::edit::excerpt;
use crate::exchange::ical;
use crate::exchange::share::{self, Audience, SharedBook};
use crate::index::{Index, Query};
use crate::model::{Book, Contact, Id};
use crate::session::{Clock as _, EventsFormat, ExportFormat, SystemClock, export_bytes};
use crate::store::{Attachments, durable, is_part_of};

/// What `--json` prints when a file was written.
#[derive(Debug, Serialize)]
struct Report {
    file: String,
    contacts: usize,
    /// For whom: `me` or a circle.
    r#for: String,
    /// How many values were kept back, when it is for others.
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<usize>,
    /// When events were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<usize>,
    pictures_missing: usize,
}

/// Writes the book.
pub fn run(options: &args::Export, path: &Path, console: &mut Console) -> Result<Status, String> {
    let of_events = options.what == Some(What::Events);
    let usual = match (console.json, of_events) {
        (true, _) => Format::Json,
        (false, true) => Format::Csv,
        (false, false) => Format::Ron,
    };
    let format = options.format.unwrap_or(usual);
    let as_format = match (format, of_events) {
        (Format::Json, true) => ExportFormat::Events(EventsFormat::Json),
        (Format::Csv, true) => ExportFormat::Events(EventsFormat::Csv),
        (Format::Csv, false) => return Err(console.texts.cli_export_csv_needs_events().to_owned()),
        (_, true) => return Err(console.texts.cli_export_events_formats().to_owned()),
        (_, false) => super::network::format_of(format),
    };
    let network = super::network::choices(as_format, options, console)?;
    // Of the choices for calendars one is for networks too.
    let reach = options.calendar.reach && matches!(as_format, ExportFormat::Network(_));
    let calendar = args::CalendarChoices { reach: options.calendar.reach && !reach, ..options.calendar };
    if format != Format::Ics && calendar != args::CalendarChoices::default() {
        return Err(console.texts.ical_only_for_ics().to_owned());
    }
    if let Some(out) = &options.out {
        // The state before, the backups and the pictures are the book too.
        if is_part_of(path, out) {
            return Err(console.texts.cli_export_own_book(&shown(out)));
        }
        if !options.force && std::fs::symlink_metadata(out).is_ok() {
            return Err(console.texts.cli_export_exists(&shown(out)));
        }
    }
    let opened = open(path, console)?;
    let (audience, whom) = match options.whom.as_deref() {
        None | Some("me") => (Audience::Me, "me".to_owned()),
        Some(name) => {
            let circle = super::share::circle(opened.book(), name, console)?;
            (Audience::Circle(circle.id), crate::text::tidy::tidy(&circle.name))
        }
    };
    let found = options.search.as_deref().map(|words| found_by(opened.book(), words, console));
    let shared = take_through(opened.book(), found, of_events, audience);
    let book = shared.book();
    let bytes = export_bytes(
        &shared,
        as_format,
        &ical::Content {
            texts: &console.texts,
            zone: SystemClock.zone(),
            today: console.today(),
            choices: choices(&options.calendar),
            foreseen: &[],
            live: false,
        },
        &network,
        &mut |_, _| true,
    )
    .map_err(Option::unwrap_or_default)?;
    let tell = |console: &Console| {
        if audience != Audience::Me {
            let (kept, left) = (number(shared.kept_back()), number(shared.left_out()));
            console.hint(&console.texts.share_cli_export(kept, left, &whom));
        } else if options.whom.is_none() {
            console.hint(console.texts.share_cli_for_me());
        }
    };
    let Some(out) = &options.out else {
        console.write(&bytes);
        tell(console);
        return Ok(Status::Well);
    };
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        durable::create_folder(folder).map_err(|error| error.text(&console.texts))?;
    }
    let missing = if format == Format::Ron { copy_pictures(book, path, out, console)? } else { 0 };
    let written = if options.force { durable::replace(out, &bytes) } else { durable::create(out, &bytes) };
    written.map_err(|error| error.text(&console.texts))?;
    if console.json {
        let (contacts, events) = (book.contacts.len(), of_events.then_some(book.events.len()));
        let withheld = (audience != Audience::Me).then(|| shared.kept_back());
        let (file, pictures_missing) = (shown(out), missing);
        console.json(&Report { file, contacts, r#for: whom, withheld, events, pictures_missing })?;
    } else if format == Format::Ics {
        // What stands in the file, not what stands in the book: some of it has no day or is done.
        let text = String::from_utf8_lossy(&bytes);
        let count = |begin: &str| number(text.matches(begin).count());
        let follow_ups = count("\r\nUID:follow-up-");
        let events = count("\r\nBEGIN:VEVENT") + count("\r\nBEGIN:VTODO") - follow_ups;
        console.say(&console.texts.ical_exported(events, &shown(out), follow_ups));
    } else {
        let what = if of_events {
            console.texts.events_count(number(book.events.len()))
        } else {
            console.texts.common_people(number(book.contacts.len()))
        };
        console.say(&console.texts.cli_export_done(&shown(out), &what));
        tell(console);
    }
    Ok(if missing == 0 { Status::Well } else { Status::Partly })
}

/// When the alarm of a day without a time rings.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

fn choices(options: &args::CalendarChoices) -> ical::Choices {
    ical::Choices {
        todos: options.todo,
        alarms: options.alarms.then_some(MORNING),
        about: options.about,
        reach: options.reach,
        closed: options.closed,
    }
}

/// The people whom a query finds.
fn found_by(book: &Book, words: &str, console: &Console) -> BTreeSet<Id<Contact>> {
    let query = Query::parse(words);
    let found = Index::rebuild(book).find_best(&query, console.today(), usize::MAX);
    super::query::tell_problems(&query, words, book, found.ranked().is_empty(), console);
    found.ranked().iter().copied().collect()
}

/// Takes the people who were found, or everybody, through the gate; for a list of events the events, which leave for
/// others only when they are asked for.
fn take_through(
    book: &Book,
    found: Option<BTreeSet<Id<Contact>>>,
    of_events: bool,
    audience: Audience,
) -> SharedBook {
    if of_events && audience != Audience::Me {
        let events = match &found {
            Some(people) => excerpt(book, people).events.keys().copied().collect(),
            None => book.events.keys().copied().collect(),
        };
        return share::events(book, &events, audience);
    }
    match found {
        Some(people) => share::people(book, &people, audience),
        None => share::book(book, audience),
    }
}

/// Copies the pictures beside the copy of the book, before the copy names them; returns how many could not be.
fn copy_pictures(book: &Book, path: &Path, out: &Path, console: &Console) -> Result<usize, String> {
    let (own, other) = (Attachments::beside(path), Attachments::beside(out));
    let mut missing = 0;
    for attachment in book.attachments.values() {
        if let Err(error) = own.copy_to(&other, attachment) {
            if own.verify(attachment).is_ok() {
                // It is there and cannot be written: nor can the rest.
                return Err(error.text(&console.texts));
            }
            console.complain(&console.texts.cli_export_picture_missing(&shown(&error.path)));
            missing += 1;
        }
    }
    Ok(missing)
}
