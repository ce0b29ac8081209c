//! Background work: lanes, progress that is also cancellation, panics contained.
//!
//! Owns: the worker threads, their queues, and the way an outcome comes back.
//! Must not know: the window (a [`std::task::Waker`] stands for it), the book, or what a job means: [`Jobs`] is generic
//! over the outcome, and the closed enum of outcomes belongs to the session.
//! Start reading at [`Jobs::spawn`]; [`Progress`] is what a job holds in its hands; [`intake`] is a job worth having.
//!
//! Invariant: every job that was accepted gives exactly one [`Outcome`], also when it is cancelled, replaced, dropped
//! from a full lane, panics, or is still queued at shutdown (`tests::every_job_gives_exactly_one_outcome`).
//! Invariant: what was queued for the disk before shutdown is done before shutdown returns
//! (`tests::shutdown_finishes_the_disk_and_cancels_the_rest`).
//! Invariant: no lock is held while a job runs, is dropped, or the window is woken (`tests::a_job_may_spawn_jobs`).

mod progress;
mod queue;
mod pool;
pub mod intake;
#[cfg(test)]
mod tests;

pub use pool::{Active, JobSpec, Jobs, Outcome, Spawner};
pub use progress::{CancelToken, Cancelled, Progress};
pub use queue::{Again, Lane, Priority};

/// The name of one job, never used twice by the same [`Jobs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u64);
