//! Exports: for whom is asked in a sheet, then for the file, then a worker takes the people or events through the gate
//! ([`crate::exchange::share`]) and writes what came through.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::exchange::share::{self, Audience, SharedBook};
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

/// What is exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportOf {
    /// These people.
    People(BTreeSet<Id<Contact>>),
    /// These events.
    Events(BTreeSet<Id<Event>>),
}

impl ExportOf {
    /// Takes them through the gate.
    pub fn shared(&self, book: &Book, audience: Audience) -> SharedBook {
        match self {
            Self::People(people) => share::people(book, people, audience),
            Self::Events(events) => share::events(book, events, audience),
        }
    }

    /// How many people or events they are, in words.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::People(people) => texts.common_people(people.len() as i64),
            Self::Events(events) => texts.events_count(events.len() as i64),
        }
    }
}

impl App {
    /// Asks where people or events are to be written, for whom it is settled.
    pub(super) fn choose_export(&mut self, of: ExportOf, format: ExportFormat, audience: Audience) {
        let only = match &of {
            ExportOf::People(people) => people.first().filter(|_| people.len() == 1).copied(),
            ExportOf::Events(_) => None,
        };
        // As they may be seen: a file is called what its reader may know.
        let seen = only.map(|_| of.shared(self.session.book(), audience));
        let name = only.zip(seen).and_then(|(id, seen)| Some(seen.book().get(id)?.display_name()));
        let name = name.filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| match &of {
            ExportOf::People(_) => of.words(&self.texts),
            ExportOf::Events(_) => self.texts.events_title().to_owned(),
        });
        let title = match &of {
            ExportOf::People(_) => self.texts.cards_export_title(),
            ExportOf::Events(_) => self.texts.events_export_title(),
        };
        let ask = Choose {
            purpose: Purpose::Export(format),
            title: title.to_owned(),
            kind: format.label(&self.texts),
            folder: folder_of(self.session.path()),
            name: format!("{}.{}", file_name(&name), format.ending()),
        };
        self.exporting = Some((of, audience));
        self.exporting_network = None;
        self.platform.choose(ask, &self.jobs);
    }

    /// Writes what was asked about, on a worker. `replace` when the user was asked about a file that is there.
    pub(super) fn export_to(&mut self, file: PathBuf, format: ExportFormat, replace: bool) {
        let file = with_ending(file, format);
        if let ExportFormat::Network(network) = format
            && self.export_network(&file, network, replace)
        {
            return;
        }
        let Some((of, audience)) = self.exporting.take() else { return };
        let texts = self.texts.clone();
        let (book, own) = (self.session.book().clone(), self.session.path().map(Path::to_owned));
        let spec = JobSpec::new(Lane::Files, self.texts.cards_export_running().to_owned());
        let calendar = super::calendar_file::Owned::of(self);
        let network = NetworkChoices::default();
        self.jobs.spawn(spec, move |progress| {
            let shared = of.shared(&book, audience);
            let what = match &of {
                ExportOf::Events(_) => texts.events_count(shared.book().events.len() as i64),
                ExportOf::People(_) => texts.common_people(shared.book().contacts.len() as i64),
            };
            let result = match format {
                // One's own copy comes with its pictures, and encrypted where the book is.
                ExportFormat::Ron if audience == Audience::Me => {
                    save_copy(shared.book(), own.as_deref(), &file, progress)?
                }
                _ => {
                    let format = (format, &calendar.content(false), &network);
                    let own = own.as_deref();
                    let mut stopped = false;
                    let written = export_file(&shared, own, &file, format, replace, &mut |done, total| {
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
