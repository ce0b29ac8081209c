//! What an edit changed.

use std::collections::BTreeSet;

use crate::model::RecordRef;

/// Which records an edit touched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Records that were added, changed or removed.
    pub records: BTreeSet<RecordRef>,
    /// The header of the book changed.
    pub header: bool,
    /// Anything may have changed.
    pub everything: bool,
}
