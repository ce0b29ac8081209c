//! A book, or the book of some people, for other programs: the user's own copy, or what an audience may see.
//!
//! Owns which formats there are. Used by the window and the command line. Takes only what came through the gate
//! ([`crate::exchange::share`]).
//!
//! Invariant: no other file calls the writers of books, people, calendars and events
//! (`suite::share::every_way_out_goes_through_the_gate`).

use std::path::Path;

use super::network::{NetworkChoices, NetworkFormat, network_file};
use crate::exchange::graph::Form;
use crate::exchange::share::SharedBook;
use crate::exchange::{ical, json};
use crate::index::Index;
use crate::store::{SaveError, SaveProblem, durable, format, is_part_of};

/// What a book is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportFormat {
    /// A book of this program, with its pictures.
    Ron,
    /// The people.
    Json,
    /// The network.
    Network(NetworkFormat),
    /// Events and follow-ups, for calendars.
    Ics,
    /// The events with all that the book says of them.
    Events(EventsFormat),
}

/// What a list of events is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventsFormat {
    /// A table for spreadsheets.
    Csv,
    /// For scripts.
    Json,
}

impl ExportFormat {
    /// The network for other programs.
    pub const GRAPHML: Self = Self::Network(NetworkFormat::Form(Form::Graphml));

    /// Those of the menu of marked people, in its order; a network has a sheet of its own with more.
    pub const MENU: [Self; 4] = [Self::Ron, Self::Json, Self::GRAPHML, Self::Ics];

    /// The same as a list, for file dialogs.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Ron => &["ron"],
            Self::Json => &["json"],
            Self::Network(format) => format.endings(),
            Self::Ics => &["ics"],
            Self::Events(EventsFormat::Csv) => &["csv"],
            Self::Events(EventsFormat::Json) => &["json"],
        }
    }

    /// The ending of such a file.
    pub fn ending(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }
}

/// Returns the bytes of such a file; `calendar` says in which language, and how a calendar is written, `network` how a network is. A network takes
/// time when somebody has no place in it yet. `progress` gets how much of how much is done and returns whether to go on.
///
/// # Errors
/// Why not, in words; [`None`] when `progress` says stop.
pub fn export_bytes(
    shared: &SharedBook,
    as_format: ExportFormat,
    calendar: &ical::Content<'_>,
    network: &NetworkChoices,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Vec<u8>, Option<String>> {
    let book = shared.book();
    match as_format {
        ExportFormat::Ron => format::write(book, &format::Origin::default())
            .map(|text| text.0.into())
            .map_err(|error| Some(error.to_string())),
        ExportFormat::Json => {
            json::write(shared).map(String::into_bytes).map_err(|error| Some(error.to_string()))
        }
        ExportFormat::Network(format) => {
            let speech = (calendar.texts, calendar.today);
            let made = network_file(shared, format, network, speech, progress);
            made.map(|(bytes, _)| bytes).map_err(|error| error.text(calendar.texts))
        }
        ExportFormat::Events(format) => super::events::file(shared, format).map_err(Some),
        ExportFormat::Ics => {
            let foreseen = super::calendar::foreseen(&Index::rebuild(book), calendar.today);
            Ok(ical::write(shared, &ical::Content { foreseen: &foreseen, ..*calendar }).into_bytes())
        }
    }
}

/// Writes the people or the network of a book to a file, on a worker. `own` is the file of the open book, which is
/// never written over; another file is only when `replace` says so. For a book with pictures see
/// [`super::save_copy`]. Returns whether it was done: not when `progress` said stop.
///
/// # Errors
/// When the disk refuses, or the name is taken.
pub fn export_file(
    shared: &SharedBook,
    own: Option<&Path>,
    to: &Path,
    (as_format, calendar, network): (ExportFormat, &ical::Content<'_>, &NetworkChoices),
    replace: bool,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<bool, SaveError> {
    let refused = |problem, detail: String| SaveError { path: to.to_owned(), problem, detail };
    let bytes = match export_bytes(shared, as_format, calendar, network, progress) {
        Ok(bytes) => bytes,
        Err(None) => return Ok(false),
        Err(Some(error)) => return Err(refused(SaveProblem::Other, error)),
    };
    let bytes = if as_format == ExportFormat::Events(EventsFormat::Csv) { marked(&bytes) } else { bytes };
    write_export(own, to, &bytes, replace).map(|()| true)
}

/// A table with the mark by which spreadsheets see that it is UTF-8: without one they show 田中 as something else.
fn marked(bytes: &[u8]) -> Vec<u8> {
    [b"\xEF\xBB\xBF", bytes].concat()
}

/// Writes an export to a file; see [`export_file`].
///
/// # Errors
/// When the disk refuses, or the name is taken.
pub fn write_export(own: Option<&Path>, to: &Path, bytes: &[u8], replace: bool) -> Result<(), SaveError> {
    if own.is_some_and(|own| is_part_of(own, to)) {
        let detail = "it is a part of the book".to_owned();
        return Err(SaveError { path: to.to_owned(), problem: SaveProblem::AlreadyExists, detail });
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        durable::create_folder(folder)?;
    }
    if replace { durable::replace(to, bytes) } else { durable::create(to, bytes) }
}
