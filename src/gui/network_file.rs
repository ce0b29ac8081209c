//! Networks on their way out of the window and into it: files of other programs, and pictures.
//!
//! Owns what was chosen in the export sheet until a file is named, and what a file has for the book before anything is
//! taken in. What stands in the files is [`crate::exchange::graph`]'s, what of the book leaves [`crate::session::network`]'s.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui;

use crate::edit::{Edit, EditError};
use crate::exchange::graph::{self, Proposal};
use crate::exchange::share;
use crate::jobs::intake::IntakeError;
use crate::jobs::{Active, Cancelled, JobId, JobSpec, Jobs, Lane};
use crate::model::{Book, Id};
use crate::session::network::{bytes_of, ending_of, network_file};
use crate::session::{ExportFormat, Landing, NetworkChoices, NetworkFormat, Wanted};
use crate::text::Texts;

use super::app::App;
use super::command::{Command, Sheet};
use super::platform::{Choose, folder_of};
use super::work::{Purpose, Work};

/// What the network view shows, for a picture of just that.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// Who, which lines, where, in which colours.
    pub wanted: Wanted,
    /// What lies in the window: left, top, right, bottom in units of the layout.
    pub frame: [f32; 4],
}

/// What a network file has for the book, before anything is taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// What the file is called.
    pub file: String,
    /// Who and what is in it.
    pub proposal: Proposal,
    /// What was left out in reading.
    pub notes: Vec<String>,
    /// What would be taken in when nobody is told apart and people stand where the file has them: worked out where it was
    /// read, because a large map takes a while.
    pub counts: graph::Counts,
    /// The state of the book with which it was compared.
    pub revision: u64,
}

/// A network that is to be taken in, as the user said.
#[derive(Debug, Clone)]
pub struct TakenNetwork {
    /// What was looked at.
    pub preview: Arc<Preview>,
    /// Who is not whom they were taken for.
    pub apart: BTreeSet<u32>,
    /// People stand where the file has them.
    pub places: bool,
    /// The book that it is for.
    pub book: Id<Book>,
}

/// A job shorter than this is over before anybody has read that it runs.
const SHORT: Duration = Duration::from_millis(300);

/// The job for which the user waits, and since when.
#[derive(Debug, Default)]
pub(super) struct Waited(Option<(JobId, Instant)>);

impl Waited {
    fn begin(&mut self, job: JobId) {
        self.0 = Some((job, Instant::now()));
    }

    /// Takes that a job has ended; whether the user waited for it.
    pub(super) fn ended(&mut self, job: JobId) -> bool {
        self.0.take_if(|(waited, _)| *waited == job).is_some()
    }

    /// How far the job is, once it takes long enough to be told.
    pub(super) fn active(&self, jobs: &Jobs<Work>, ctx: &egui::Context) -> Option<Active> {
        let (job, since) = self.0?;
        let active = jobs.active().into_iter().find(|active| active.id == job)?;
        // How far it is changes without anybody moving the pointer.
        ctx.request_repaint_after(SHORT / 2);
        (since.elapsed() > SHORT).then_some(active)
    }
}

impl Preview {
    /// Compares what was read with a state of the book; takes a while for a large map.
    pub fn of(
        file: String,
        found: graph::GraphFile,
        notes: Vec<String>,
        (book, revision): (&Book, u64),
    ) -> Self {
        let proposal = graph::propose(found.graph, book);
        let counts = graph::plan(&proposal, book, &BTreeSet::new(), true).counts;
        Self { file, proposal, notes, counts, revision }
    }
}

/// Whether a file calls itself a network. Such a file is opened as one wherever it comes from.
pub(super) fn is_network(path: &Path) -> bool {
    let ending = ending_of(path);
    graph::ENDINGS.contains(&ending.as_str()) || ["json", "tsv"].contains(&ending.as_str())
}

impl NetworkFormat {
    /// What a dialog calls such files.
    pub fn label(self, texts: &Texts) -> String {
        texts.graphs_export_kind(self.name())
    }
}

impl App {
    /// Opens the sheet with the choices of an export; from the network view it offers what is shown there.
    pub(super) fn open_network_export(&mut self) {
        let shown = (self.route == super::Route::Network)
            .then(|| self.views.network.shown(self.session.book(), self.session.index(), &self.texts))
            .flatten();
        self.commands.push(Command::Open(Sheet::NetworkOut(shown.map(Arc::new))));
    }

    /// Asks where a network is to be written.
    pub(super) fn choose_network_export(
        &mut self,
        format: NetworkFormat,
        choices: NetworkChoices,
        audience: share::Audience,
    ) {
        self.exporting_network = Some((choices, audience));
        let endings = format.endings();
        let ask = Choose {
            purpose: Purpose::Export(ExportFormat::Network(format)),
            title: self.texts.graphs_export_title().to_owned(),
            kind: format.label(&self.texts),
            folder: folder_of(self.session.path()),
            name: format!(
                "{}.{}",
                self.texts.graphs_export_file(),
                endings.first().copied().unwrap_or_default()
            ),
        };
        self.platform.choose(ask, &self.jobs);
    }

    /// Writes the network for which a file was named, on a worker. Returns whether there is one.
    pub(super) fn export_network(&mut self, file: &Path, format: NetworkFormat, replace: bool) -> bool {
        let Some((choices, audience)) = self.exporting_network.take() else { return false };
        let (book, own) = (self.session.book().clone(), self.session.path().map(Path::to_owned));
        let file = file.to_owned();
        let spec = JobSpec::new(Lane::Files, self.texts.cards_export_running().to_owned());
        let (texts, today) = (self.texts.clone(), self.session.clock().today());
        let job = self.jobs.spawn(spec, move |progress| {
            let shared = share::book(&book, audience);
            let made = network_file(&shared, format, &choices, (&texts, today), &mut |done, total| {
                progress.set(done, total).is_ok()
            });
            let (bytes, people) = match made {
                Ok(made) => made,
                Err(error) => {
                    let message = error.text(&texts).ok_or(Cancelled)?;
                    return Ok(Work::NetworkNotExported(message));
                }
            };
            let result = crate::session::write_export(own.as_deref(), &file, &bytes, replace).map(|()| 0);
            Ok(Work::Exported { file, what: texts.common_people(people as i64), result })
        });
        self.network_job.begin(job);
        true
    }

    /// Reads a network file on a worker; the sheet with what it has opens afterwards.
    pub(super) fn read_networks(&mut self, files: &[PathBuf]) {
        let Some(path) = files.first().cloned() else { return };
        if !self.has_book(false) || !self.may_change() {
            return;
        }
        let name = crate::jobs::intake::display_name(&shown_name(&path));
        if files.len() > 1 {
            // Each has its own questions.
            self.toasts.tell(self.texts.graphs_import_one(&name));
        }
        let (book, texts, revision) =
            (self.session.book().clone(), self.texts.clone(), self.session.revision());
        let spec = JobSpec::new(Lane::Files, self.texts.graphs_reading().to_owned()).latest("network file");
        let job = self.jobs.spawn(spec, move |progress| {
            let read = match bytes_of(&path) {
                Ok(bytes) => bytes.and_then(|bytes| {
                    graph::read(&bytes, &ending_of(&path), &mut |done, total| {
                        progress.set(done, total).is_ok()
                    })
                }),
                Err(error) => {
                    let message = IntakeError::from(error).text(&texts, &name).ok_or(Cancelled)?;
                    return Ok(Work::NetworkRead(Err(message)));
                }
            };
            Ok(Work::NetworkRead(match read {
                Ok(found) => {
                    let notes = found.notes(&texts, &name);
                    progress.set(0, 1)?;
                    Ok(Box::new(Preview::of(name, found, notes, (&book, revision))))
                }
                Err(unread) => Err(unread.text(&texts, &name).ok_or(Cancelled)?),
            }))
        });
        self.network_job.begin(job);
    }

    /// A network file was read, or could not be.
    pub(super) fn network_read(&mut self, read: Result<Box<Preview>, String>) {
        match read {
            Ok(preview) => self.commands.push(Command::Open(Sheet::NetworkIn(Arc::from(preview)))),
            Err(message) => self.toasts.problem(message),
        }
    }

    /// Takes a network in that was looked at, as the book is now, on a worker: it may have a hundred thousand people.
    pub(super) fn take_in_network(&mut self, taken: TakenNetwork) {
        if !self.has_book(false) || !self.may_change() {
            return;
        }
        let ahead = self.session.ahead();
        let spec = JobSpec::new(Lane::Files, self.texts.graphs_taking_in().to_owned()).latest("network in");
        let job = self.jobs.spawn(spec, move |progress| {
            progress.set(0, 3)?;
            let plan = graph::plan(&taken.preview.proposal, ahead.book(), &taken.apart, taken.places);
            progress.set(1, 3)?;
            let landing = ahead.carry_out(Edit::TakeInNetwork { network: Box::new(plan.network) });
            progress.set(2, 3)?;
            Ok(Work::NetworkTaken(taken, Box::new(landing)))
        });
        self.network_job.begin(job);
    }

    /// A worker has carried out what was to be taken in.
    pub(super) fn network_taken(&mut self, taken: TakenNetwork, landing: Result<Landing, EditError>) {
        // Another book was opened meanwhile.
        if taken.book != self.session.book().header.id {
            return;
        }
        match landing.map(|landing| self.session.land(landing)) {
            Ok(Ok(label)) => {
                self.committed(label);
                self.route = super::Route::Network;
            }
            // Something was changed meanwhile: once more, on the book as it is now.
            Ok(Err(_stale)) => self.take_in_network(taken),
            Err(error) => self.toasts.problem(super::carry_out::edit_error_text(&error, &self.texts)),
        }
    }
}

/// The name of a file without its folders.
fn shown_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
