//! Who in the book may be one person, as far as the window knows: a worker looks, the sheet shows.
//!
//! Owns [`Suspects`] and the job. How they are found is [`crate::index::duplicates`].

use std::sync::Arc;

use crate::index::duplicates::{Duplicates, find};
use crate::jobs::{JobId, JobSpec, Lane};

use super::app::App;
use super::work::Work;

/// What was found, and how far the looking is.
#[derive(Debug, Default)]
pub struct Suspects {
    /// The job that looks.
    pub looking: Option<JobId>,
    /// How far it is: done and total.
    pub progress: Option<(u64, u64)>,
    /// What was found, and in which revision of the book.
    pub found: Option<(u64, Arc<Duplicates>)>,
}

impl App {
    /// Looks for people who are in the book twice, on a worker.
    pub(super) fn look_for_suspects(&mut self) {
        let revision = self.session.revision();
        let is_known = self.suspects.found.as_ref().is_some_and(|(known, _)| *known == revision);
        if is_known || self.suspects.looking.is_some() {
            return;
        }
        // A handle to the tables.
        let book = self.session.book().clone();
        let label = self.texts.duplicates_looking().to_owned();
        let spec = JobSpec::new(Lane::Layout, label).latest("duplicates");
        self.suspects.looking = Some(self.jobs.spawn(spec, move |progress| {
            let found = find(&book, |done, total| progress.set(done as u64, total as u64))?;
            Ok(Work::Suspects { revision, found: Box::new(found) })
        }));
    }

    pub(super) fn suspects_found(&mut self, revision: u64, found: Duplicates) {
        self.suspects.looking = None;
        self.suspects.progress = None;
        self.suspects.found = Some((revision, Arc::new(found)));
    }

    /// Keeps the progress for the frame, and notices that the job was stopped.
    pub(super) fn mind_suspects(&mut self) {
        if let Some(job) = self.suspects.looking {
            let active = self.jobs.active().into_iter().find(|active| active.id == job);
            self.suspects.progress = active.map(|active| (active.done, active.total));
        }
    }

    pub(super) fn suspects_given_up(&mut self, job: JobId) {
        if self.suspects.looking == Some(job) {
            self.suspects.looking = None;
            self.suspects.progress = None;
        }
    }
}
