//! Earlier states: what is known of each, and the one that is looked into.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::{ContactDifference, OtherDifferences, differences, other_differences};
use crate::model::Book;
use crate::store::Backup;

/// Earlier states that were looked into.
#[derive(Debug, Default)]
pub struct Earlier {
    /// How many people each one has; `None` while that is counted or for want of the passphrase, the reason when it
    /// cannot be read.
    pub people: BTreeMap<PathBuf, Option<Result<usize, String>>>,
    /// The one that is shown.
    pub shown: Option<Shown>,
}

/// An earlier state that is looked into.
#[derive(Debug)]
pub struct Shown {
    /// Which one.
    pub backup: Backup,
    /// What was read of it; `None` while it is read, the reason when it cannot be.
    pub book: Option<Result<Arc<Book>, String>>,
    /// What differs, and the state of the book with which it was compared.
    pub differs: Option<(u64, Differs)>,
}

/// What differs between an earlier state and the book.
#[derive(Debug, Clone)]
pub struct Differs {
    /// The people, by how they differ and then by name.
    pub people: Arc<Vec<ContactDifference>>,
    /// How much else.
    pub others: OtherDifferences,
}

impl Differs {
    /// Compares two states; takes time, so call it on a worker.
    pub(super) fn between(then: &Book, now: &Book) -> Self {
        let people = Arc::new(super::carry_out::by_kind(differences(then, now)));
        Self { people, others: other_differences(then, now) }
    }
}
