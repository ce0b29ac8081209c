//! When the layout runs, and what is saved of it.
//!
//! Owns the one running layout. It starts when somebody in the network has no place yet; who has one
//! stays there. Must not know the screen.
//!
//! Invariant: a settled layout is saved once, never in a loop
//! (held by `app_network::the_layout_is_saved_once_and_stays`).

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::edit::Edit;
use crate::gui::command::{Command, Route};
use crate::gui::work::Work;
use crate::jobs::{JobSpec, Jobs, Lane};
use crate::layout::Simulation;
use crate::model::{Contact, Id, Place};
use crate::session::{Session, layout_request};

/// How often the picture in progress is shown.
const SHOW_EVERY: Duration = Duration::from_millis(40);

/// Positions in progress, in the order of the network's people after me.
type Stream = Arc<Mutex<Option<Vec<[f32; 2]>>>>;

/// Where a settled layout puts whom.
type Found = Vec<(Id<Contact>, [f32; 2])>;

/// Starts layouts and takes what they find.
#[derive(Default)]
pub(super) struct Arranger {
    /// The state of the book that was looked at last: id, revision.
    looked_at: Option<(u128, u64)>,
    /// The network whose layout runs, or has ended without everybody getting a place.
    asked: Option<u64>,
    stream: Stream,
    running: bool,
    found: Option<(u64, Found)>,
}

impl Arranger {
    /// Whether a layout is under way.
    pub(super) fn is_running(&self) -> bool {
        self.running
    }

    /// The newest positions in progress, once.
    pub(super) fn progress(&self) -> Option<Vec<[f32; 2]>> {
        self.stream.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Takes what a worker has found.
    pub(super) fn arrived(&mut self, work: Work) {
        if let Work::Layout { topology, places, settled: true } = work {
            self.running = false;
            self.found = Some((topology, places));
        }
    }

    /// Starts a layout when somebody has no place, and returns what is to be saved.
    pub(super) fn logic(&mut self, route: Route, session: &Session, jobs: &Jobs<Work>) -> Option<Command> {
        if route != Route::Network && self.found.is_none() {
            return None;
        }
        let book = session.book();
        let state = (book.header.id.value(), session.revision());
        if self.looked_at == Some(state) && self.found.is_none() {
            return None;
        }
        let network = session.index().network();
        if let Some((topology, places)) = self.found.take() {
            if topology != network.fingerprint() {
                // The book has changed meanwhile; what was found no longer fits.
                self.asked = None;
            } else {
                let changed: Vec<Place> = places
                    .into_iter()
                    .map(|(contact, [x, y])| Place::new(contact, x, y, false))
                    .filter(|place| {
                        book.get(place.id).is_none_or(|old| {
                            let moved = !old.pinned && (old.x, old.y) != (place.x, place.y);
                            moved || old.at().is_none()
                        })
                    })
                    .collect();
                if !changed.is_empty() {
                    return Some(Edit::Arrange { places: changed }.into());
                }
            }
        }
        if route != Route::Network {
            return None;
        }
        self.looked_at = Some(state);
        let place = |contact: &Id<Contact>| book.get(contact.cast::<Place>()).and_then(|place| place.at());
        let missing = network.people().iter().any(|contact| place(contact).is_none());
        if !missing {
            self.asked = None;
        } else if self.asked != Some(network.fingerprint()) {
            self.start(session, jobs);
        }
        None
    }

    fn start(&mut self, session: &Session, jobs: &Jobs<Work>) {
        let network = session.index().network();
        let topology = network.fingerprint();
        self.asked = Some(topology);
        self.running = true;
        let request = layout_request(session.book(), &network);
        // A stream of its own: the positions of a replaced layout are not those of this network.
        self.stream = Stream::default();
        let stream = Arc::clone(&self.stream);
        jobs.spawn(JobSpec::new(Lane::Layout, "").latest("layout"), move |progress| {
            let mut simulation = Simulation::new(&request);
            let mut shown = Instant::now();
            while simulation.step() {
                progress.set((simulation.progress() * 1000.0) as u64, 1000)?;
                if shown.elapsed() >= SHOW_EVERY {
                    shown = Instant::now();
                    *stream.lock().unwrap_or_else(PoisonError::into_inner) =
                        Some(simulation.positions().to_vec());
                }
            }
            let found = network.people().iter().copied().zip(simulation.positions().iter().skip(1).copied());
            Ok(Work::Layout { topology, places: found.collect(), settled: true })
        });
    }
}
