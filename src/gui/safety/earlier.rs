//! Earlier states: what is known of each, and the one that is looked into.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::ContactDifference;
use crate::model::Book;
use crate::store::Backup;

/// Earlier states that were looked into.
#[derive(Debug, Default)]
pub struct Earlier {
    /// How many people each one has; `None` while that is counted, the reason when it cannot be read.
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
    /// The people who differ, and the state of the book with which they were compared.
    pub differs: Option<(u64, Arc<Vec<ContactDifference>>)>,
}
