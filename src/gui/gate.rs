//! What a policy that is only thought of would open and show, worked out by a worker: the gate looks at everybody.
//!
//! Owns the two jobs. What may be seen the gate decides ([`crate::exchange::share`]), how it looks the sheet of a circle.
//! Whoever asks keeps the slot; when nobody keeps it any more, because the policy changed or the sheet was closed, the
//! worker stops.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::exchange::share::{self, Public, Shareable};
use crate::jobs::{JobSpec, Lane, Priority};
use crate::model::{Contact, FieldGroup, Id};
use crate::text::Texts;

use super::app::App;
use super::work::Work;

/// Where an answer will lie.
pub type Slot<T> = Arc<OnceLock<T>>;

/// A question about a policy.
#[derive(Clone)]
pub enum AskGate {
    /// Which texts a change would open.
    Lint {
        /// What may be seen before it.
        before: BTreeSet<FieldGroup>,
        /// What may be seen after it.
        after: BTreeSet<FieldGroup>,
        /// Where the answer will lie.
        slot: Slot<Public>,
    },
    /// What would be seen of somebody.
    Preview {
        /// Of whom.
        subject: Id<Contact>,
        /// What may be seen.
        groups: BTreeSet<FieldGroup>,
        /// In which language.
        texts: Texts,
        /// Where the answer will lie.
        slot: Slot<Shareable>,
    },
}

impl std::fmt::Debug for AskGate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Lint { before, after, .. } => f.debug_tuple("Lint").field(before).field(after).finish(),
            Self::Preview { subject, groups, .. } => {
                f.debug_tuple("Preview").field(subject).field(groups).finish()
            }
        }
    }
}

impl PartialEq for AskGate {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Lint { slot: one, .. }, Self::Lint { slot: other, .. }) => Arc::ptr_eq(one, other),
            (Self::Preview { slot: one, .. }, Self::Preview { slot: other, .. }) => Arc::ptr_eq(one, other),
            (Self::Lint { .. } | Self::Preview { .. }, _) => false,
        }
    }
}

impl App {
    /// Has a worker ask the gate.
    pub(super) fn ask_gate(&self, ask: AskGate) {
        let book = self.session.book().clone();
        match ask {
            AskGate::Lint { before, after, slot } => {
                let spec = JobSpec::new(Lane::Layout, "").latest("lint").priority(Priority::Visible);
                self.jobs.spawn(spec, move |progress| {
                    let go_on = || progress.token().check().is_ok() && Arc::strong_count(&slot) > 1;
                    if let Some(public) = share::lint(&book, &before, &after, &go_on) {
                        slot.get_or_init(|| public);
                    }
                    Ok(Work::Answered)
                });
            }
            AskGate::Preview { subject, groups, texts, slot } => {
                let spec = JobSpec::new(Lane::Layout, "").latest("preview").priority(Priority::Visible);
                self.jobs.spawn(spec, move |_| {
                    if Arc::strong_count(&slot) > 1 {
                        slot.get_or_init(|| share::preview(&book, subject, &groups, &texts));
                    }
                    Ok(Work::Answered)
                });
            }
        }
    }
}
