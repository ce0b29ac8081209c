//! Which community everybody belongs to, as a worker finds it.
//!
//! Owns the one running search for communities. Must not know how they are drawn.

use crate::gui::work::Work;
use crate::jobs::{JobSpec, Jobs, Lane};
use crate::session::Session;

use super::model::Model;

/// Asks for communities and keeps the answer.
#[derive(Default)]
pub(super) struct Communities {
    /// The network that was asked about last.
    asked: Option<u64>,
    found: Option<(u64, Vec<u32>)>,
    /// Counts up with every answer.
    generation: u64,
}

impl Communities {
    /// Asks a worker when the network is another one than that of the last question.
    pub(super) fn ask(&mut self, session: &Session, jobs: &Jobs<Work>) {
        let network = session.index().network();
        let topology = network.fingerprint();
        if self.asked == Some(topology) {
            return;
        }
        self.asked = Some(topology);
        jobs.spawn(JobSpec::new(Lane::Layout, "").latest("communities"), move |progress| {
            progress.set(0, 1)?;
            Ok(Work::Communities { topology, of: network.communities() })
        });
    }

    /// Takes the answer.
    pub(super) fn arrived(&mut self, topology: u64, of: Vec<u32>) {
        self.found = Some((topology, of));
        self.generation += 1;
    }

    /// The number of the community of each node, and how often the answer changed; nothing for another network.
    pub(super) fn of(&self, model: &Model) -> (&[u32], u64) {
        let fits = self.found.as_ref().filter(|(topology, _)| *topology == model.network.fingerprint());
        (fits.map_or(&[], |(_, of)| of.as_slice()), self.generation)
    }
}
