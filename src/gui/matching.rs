//! What the window knows of the matching: whether it is there, and which introductions could be made today.
//!
//! Owns the jobs that make both. Views say what they want while they draw ([`Matches::want`]); nothing is made for a
//! book at which nobody asks. How hits are found is [`crate::index::Matching`].

use std::cell::Cell;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::index::Pairs;
use crate::jobs::{JobId, JobSpec, Lane, Priority};

use super::app::{App, Stage};
use super::work::Work;

/// What was made, and what is wanted.
#[derive(Debug, Default)]
pub struct Matches {
    wants: Cell<bool>,
    wants_pairs: Cell<bool>,
    making: Option<JobId>,
    pairing: Option<JobId>,
    /// How far the looking for pairs is: done and total.
    pub progress: Option<(u64, u64)>,
    /// Introductions that could be made, and of which revision and day.
    pub pairs: Option<(u64, NaiveDate, Arc<Pairs>)>,
}

impl Matches {
    /// Asks for the matching to be made.
    pub fn want(&self) {
        self.wants.set(true);
    }

    /// Asks for the introductions that could be made.
    pub fn want_pairs(&self) {
        self.wants_pairs.set(true);
    }
}

impl App {
    /// Has workers make what views asked for.
    pub(super) fn mind_matching(&mut self) {
        let wants_pairs = self.matches.wants_pairs.take();
        let wants = self.matches.wants.take() || wants_pairs;
        if let Some(job) = self.matches.pairing {
            let active = self.jobs.active().into_iter().find(|active| active.id == job);
            self.matches.progress = active.map(|active| (active.done, active.total));
        }
        if !wants || !matches!(self.stage, Stage::Open) {
            return;
        }
        if !self.session.index().is_matching_ready() {
            if self.matches.making.is_none() {
                let make = self.session.index().matching_to_make();
                let spec = JobSpec::new(Lane::Layout, "").latest("matching").priority(Priority::Visible);
                let job = self.jobs.spawn(spec, move |_| Ok(Work::Matching(Box::new(make.carry_out()))));
                self.matches.making = Some(job);
            }
            return;
        }
        let (revision, today) = (self.session.revision(), self.session.clock().today());
        let is_known =
            self.matches.pairs.as_ref().is_some_and(|(of, day, _)| (*of, *day) == (revision, today));
        if wants_pairs && !is_known && self.matches.pairing.is_none() {
            let pairing = self.session.index().pairing(today);
            let spec = JobSpec::new(Lane::Layout, "").latest("pairs");
            self.matches.pairing = Some(self.jobs.spawn(spec, move |progress| {
                let pairs = pairing.carry_out(|done, total| progress.set(done as u64, total as u64))?;
                Ok(Work::Pairs { revision, today, pairs: Box::new(pairs) })
            }));
        }
    }

    /// A worker is done; what was made for a book that is closed by now is not taken.
    pub(super) fn matching_made(&mut self, job: JobId, work: Work) {
        match work {
            Work::Matching(made) if self.matches.making.take_if(|making| *making == job).is_some() => {
                self.session.take_matching(*made);
            }
            Work::Pairs { revision, today, pairs }
                if self.matches.pairing.take_if(|pairing| *pairing == job).is_some() =>
            {
                self.matches.progress = None;
                self.matches.pairs = Some((revision, today, Arc::new(*pairs)));
            }
            _ => {}
        }
    }

    /// A job ended without result.
    pub(super) fn matching_ended(&mut self, job: JobId) {
        self.matches.making.take_if(|making| *making == job);
        self.matches.pairing.take_if(|pairing| *pairing == job);
    }
}
