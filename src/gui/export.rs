//! Export of the marked people: the file is asked for, then a worker writes it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::excerpt;
use crate::jobs::{JobSpec, Lane};
use crate::model::{Book, Contact, Event, Id};
pub use crate::session::{EventsFormat, ExportFormat};
use crate::session::{NetworkChoices, export_file, save_copy};
use crate::store::SaveError;
use crate::text::Texts;

use super::app::App;
use super::platform::{Choose, folder_of};
use super::work::{Purpose, Work};

impl ExportFormat {
    /// What the menu says.
    pub fn label(self, texts: &Texts) -> String {
        match self {
            Self::Ron => texts.cards_export_ron().to_owned(),
            Self::Json => texts.cards_export_json().to_owned(),
            Self::Network(format) => format.label(texts),
            Self::Ics => texts.reminders_export_ics().to_owned(),
            Self::Events(EventsFormat::Csv) => texts.events_export_csv_kind().to_owned(),
            Self::Events(EventsFormat::Json) => texts.events_export_json_kind().to_owned(),
        }
    }
}

impl App {
    /// Asks where the people are to be written.
    pub(super) fn choose_export(&mut self, contacts: BTreeSet<Id<Contact>>, format: ExportFormat) {
        let name = match contacts.first().filter(|_| contacts.len() == 1) {
            Some(id) => self.session.book().get(*id).map(|contact| contact.display_name()),
            None => None,
        };
        let name = name.filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| self.texts.common_people(contacts.len() as i64));
        self.exporting = contacts;
        self.exporting_network = None;
        let ask = Choose {
            purpose: Purpose::Export(format),
            title: self.texts.cards_export_title().to_owned(),
            kind: format.label(&self.texts),
            folder: folder_of(self.session.path()),
            name: format!("{}.{}", file_name(&name), format.ending()),
        };
        self.platform.choose(ask, &self.jobs);
    }

    /// Asks where events are to be written.
    pub(super) fn choose_events_export(&mut self, events: BTreeSet<Id<Event>>, format: EventsFormat) {
        self.exporting_events = Some(events);
        let format = ExportFormat::Events(format);
        let ask = Choose {
            purpose: Purpose::Export(format),
            title: self.texts.events_export_title().to_owned(),
            kind: format.label(&self.texts),
            folder: folder_of(self.session.path()),
            name: format!("{}.{}", file_name(self.texts.events_title()), format.ending()),
        };
        self.platform.choose(ask, &self.jobs);
    }

    /// Writes the people who were asked about, on a worker. `replace` when the user was asked about a file that is
    /// there.
    pub(super) fn export_to(&mut self, file: PathBuf, format: ExportFormat, replace: bool) {
        let file = with_ending(file, format);
        if let ExportFormat::Network(network) = format
            && self.export_network(&file, network, replace)
        {
            return;
        }
        let people = std::mem::take(&mut self.exporting);
        let is_events = matches!(format, ExportFormat::Events(_));
        let events = self.exporting_events.take().filter(|_| is_events);
        let texts = self.texts.clone();
        let (book, own) = (self.session.book().clone(), self.session.path().map(Path::to_owned));
        let spec = JobSpec::new(Lane::Files, self.texts.cards_export_running().to_owned());
        let calendar = super::calendar_file::Owned::of(self);
        let network = NetworkChoices::default();
        self.jobs.spawn(spec, move |progress| {
            let part = match &events {
                Some(events) => only_events(&book, events),
                None => excerpt(&book, &people),
            };
            let what = match &events {
                Some(_) => texts.events_count(part.events.len() as i64),
                None => texts.common_people(part.contacts.len() as i64),
            };
            let result = match format {
                ExportFormat::Ron => save_copy(&part, own.as_deref(), &file, progress)?,
                _ => {
                    let format = (format, &calendar.content(false), &network);
                    let own = own.as_deref();
                    let mut stopped = false;
                    let written = export_file(&part, own, &file, format, replace, &mut |done, total| {
                        stopped = progress.set(done, total).is_err();
                        !stopped
                    });
                    if stopped {
                        return Err(crate::jobs::Cancelled);
                    }
                    written.map(|_written| 0)
                }
            };
            Ok(Work::Exported { file, what, result })
        });
    }

    /// Says what came of it.
    pub(super) fn exported(&mut self, file: &Path, what: &str, result: Result<usize, SaveError>) {
        let file = file.display().to_string();
        match result {
            Ok(0) => self.toasts.tell(self.texts.cards_exported(&file, what)),
            Ok(missing) => self.toasts.problem(self.texts.safety_copied_without(missing as i64, &file)),
            Err(error) => self.toasts.problem(error.text(&self.texts)),
        }
    }
}

/// A name that every file system takes.
pub(super) fn file_name(name: &str) -> String {
    let safe = super::views::people::tidy(name);
    let safe: String = safe
        .chars()
        .take(60)
        .map(|sign| if sign.is_alphanumeric() || " -_.+".contains(sign) { sign } else { '_' })
        .collect();
    safe.trim_matches(['.', ' ']).to_owned()
}

/// The book with these events only; who was there stays in it.
fn only_events(book: &Book, events: &BTreeSet<Id<Event>>) -> Book {
    let mut part = book.clone();
    Arc::make_mut(&mut part.events).retain(|id, _| events.contains(id));
    part
}

fn with_ending(file: PathBuf, format: ExportFormat) -> PathBuf {
    if file.extension().is_none() { file.with_extension(format.ending()) } else { file }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_file_name_on_every_system() {
        assert_eq!(file_name("田中 遥"), "田中 遥");
        assert_eq!(file_name("../a\\b:c?"), "_a_b_c_");
        assert!(file_name(&"x".repeat(10_000)).len() <= 61);
        assert_eq!(with_ending("/a/b".into(), ExportFormat::Json), PathBuf::from("/a/b.json"));
        assert_eq!(with_ending("/a/b.txt".into(), ExportFormat::Json), PathBuf::from("/a/b.txt"));
    }
}
