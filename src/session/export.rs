//! A book, or the book of some people, for other programs: the user's own copy.
//!
//! Owns which formats there are. Used by the window and the command line.

use std::path::Path;
use std::sync::Arc;

use super::arrange;
use crate::exchange::{graphml, ical, json};
use crate::index::Index;
use crate::model::{Book, Place, Record as _, Table};
use crate::store::{SaveError, SaveProblem, durable, format, is_part_of};

/// What a book is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportFormat {
    /// A book of this program, with its pictures.
    Ron,
    /// The people.
    Json,
    /// The network.
    Graphml,
    /// Events and follow-ups, for calendars.
    Ics,
}

impl ExportFormat {
    /// All, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Ron, Self::Json, Self::Graphml, Self::Ics];

    /// The same as a list, for file dialogs.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Ron => &["ron"],
            Self::Json => &["json"],
            Self::Graphml => &["graphml"],
            Self::Ics => &["ics"],
        }
    }

    /// The ending of such a file, which is also the name of the format on the command line.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Ron => "ron",
            Self::Json => "json",
            Self::Graphml => "graphml",
            Self::Ics => "ics",
        }
    }
}

/// Returns the text of such a file; `calendar` says how a calendar is written. The network takes time when somebody has
/// no place in it yet.
///
/// # Errors
/// None is known: every value has a form in every format.
pub fn export_text(
    book: &Book,
    as_format: ExportFormat,
    calendar: &ical::Content<'_>,
) -> Result<String, String> {
    match as_format {
        ExportFormat::Ron => format::write(book, &format::Origin::default())
            .map(|text| text.0)
            .map_err(|error| error.to_string()),
        ExportFormat::Json => json::write(book).map_err(|error| error.to_string()),
        ExportFormat::Graphml => Ok(graphml::write(book, &places(book))),
        ExportFormat::Ics => {
            let foreseen = super::calendar::foreseen(&Index::rebuild(book), calendar.today);
            Ok(ical::write(book, &ical::Content { foreseen: &foreseen, ..*calendar }))
        }
    }
}

/// Writes the people or the network of a book to a file, on a worker. `own` is the file of the open book, which is
/// never written over; another file is only when `replace` says so. For a book with pictures see
/// [`super::save_copy`].
///
/// # Errors
/// When the disk refuses, or the name is taken.
pub fn export_file(
    book: &Book,
    own: Option<&Path>,
    to: &Path,
    (as_format, calendar): (ExportFormat, &ical::Content<'_>),
    replace: bool,
) -> Result<(), SaveError> {
    let refused = |problem, detail: String| SaveError { path: to.to_owned(), problem, detail };
    if own.is_some_and(|own| is_part_of(own, to)) {
        return Err(refused(SaveProblem::AlreadyExists, "it is a part of the book".to_owned()));
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        durable::create_folder(folder)?;
    }
    let text = export_text(book, as_format, calendar).map_err(|error| refused(SaveProblem::Other, error))?;
    if replace { durable::replace(to, text.as_bytes()) } else { durable::create(to, text.as_bytes()) }
}

/// Returns a place for everybody: those of the book, and where one is missing, one that the layout finds.
fn places(book: &Book) -> Table<Place> {
    let mut places = Table::clone(&book.places);
    let index = Index::rebuild(book);
    let network = index.network();
    if network.people().iter().any(|contact| !places.contains_key(&contact.cast())) {
        for place in arrange(book, &index, &mut |_| true) {
            places.entry(place.id()).or_insert_with(|| Arc::new(place));
        }
    }
    places
}
