//! Joining two states of one book that have a common past: three-way, record by record and field by field.
//!
//! Owns what becomes of changes on both sides. Knows no files. Start reading at [`merge`]; what happens to a field
//! stands in `fields` (which rule) and `rule` (what the rule does).
//!
//! Invariant: nothing that one side added is dropped; merging twice changes nothing; no link is broken by it
//! (`suite::merging`).
//! Invariant: a field of a record that has no rule does not compile (`fields`).

pub(in crate::edit) mod fields;
mod list;
mod questions;
mod revive;
pub(in crate::edit) mod rule;
mod show;
mod tables;
mod trash;
mod unknown;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::model::{Book, Conflict, InBook as _, RecordRef, Trashed};
use crate::with_tables;

pub(in crate::edit) use questions::{Decided, decide};
pub use questions::{OpenConflict, field_name, open_conflicts};
pub(in crate::edit) use revive::{Revive, means_nothing, revive, surroundings, unlink_record};
pub(in crate::edit) use tables::{Nested, cuts};
pub(in crate::edit) use trash::drop_moot;

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
///
/// Where both sides have another value for one field, ours stays and theirs is kept in a
/// [`Conflict`](crate::model::Conflict). What one side removed and the other changed or needs stays, with the links
/// that went with it.
pub fn merge(base: &Book, ours: &Book, theirs: &Book, other: &Other) -> Merged {
    let mut joined = tables::join(base, ours, theirs, other);
    // A person who was removed on one side and got a letter on the other stays. The removal also took links and
    // records along, which nobody else changed: they stay too. So the side that removed gets back what stays,
    // and both are joined once more.
    let mut kept_here = kept(base, ours, &joined.book);
    let mut kept_there = kept(base, theirs, &joined.book);
    let given_back = |side: &Book, kept: &BTreeSet<RecordRef>| {
        let mut side = side.clone();
        revive(&mut side, base, kept, Revive::Alone);
        side
    };
    if !kept_here.is_empty() && !kept_there.is_empty() {
        // What one side changed by nothing but its removals is as it was once these are undone: the other side may
        // remove it after all.
        let here = tables::join(base, ours, &given_back(theirs, &kept_there), other);
        let there = tables::join(base, &given_back(ours, &kept_here), theirs, other);
        kept_here = kept(base, ours, &here.book);
        kept_there = kept(base, theirs, &there.book);
    }
    if !kept_here.is_empty() || !kept_there.is_empty() {
        let (ours, theirs) = (given_back(ours, &kept_here), given_back(theirs, &kept_there));
        joined = tables::join(base, &ours, &theirs, other);
    }
    let mut book = joined.book;
    let mut conflicts = 0;
    for conflict in joined.conflicts {
        // Asked before, here or there.
        if !book.conflicts.contains_key(&conflict.id) {
            conflicts += 1;
            Conflict::table_mut(&mut book).insert(conflict.id, Arc::new(conflict));
        }
    }
    trash::drop_moot(&mut book);
    let report = MergeReport { conflicts, ..report(base, ours, theirs, &book) };
    Merged { book, report }
}

/// Records that `side` removed from `base` and that are in the joined book nevertheless.
fn kept(base: &Book, side: &Book, joined: &Book) -> BTreeSet<RecordRef> {
    let mut kept = BTreeSet::new();
    macro_rules! look {
        ($($field:ident: $kind:ident,)*) => {
            $(if !Arc::ptr_eq(&base.$field, &side.$field) {
                for id in base.$field.keys() {
                    if !side.$field.contains_key(id) && joined.$field.contains_key(id) {
                        kept.insert(RecordRef::$kind(*id));
                    }
                }
            })*
        };
    }
    with_tables!(look);
    kept
}

fn report(base: &Book, ours: &Book, theirs: &Book, book: &Book) -> MergeReport {
    let mut report = MergeReport::default();
    macro_rules! count {
        ($($field:ident: $kind:ident,)*) => {
            // What went to the trash is counted where it was.
            $(if ![Conflict::TABLE, Trashed::TABLE].contains(&$crate::model::$kind::TABLE) {
                count_table(&base.$field, &ours.$field, &theirs.$field, &book.$field, &mut report);
            })*
        };
    }
    with_tables!(count);
    if ours.header != book.header {
        report.changed += 1;
    }
    report
}

fn count_table<T: crate::model::Record>(
    base: &Arc<crate::model::Table<T>>,
    ours: &Arc<crate::model::Table<T>>,
    theirs: &Arc<crate::model::Table<T>>,
    book: &Arc<crate::model::Table<T>>,
    report: &mut MergeReport,
) {
    if !Arc::ptr_eq(ours, book) {
        for (id, record) in book.iter() {
            match ours.get(id) {
                None if base.contains_key(id) => report.kept += 1,
                None => report.added += 1,
                Some(own) if !Arc::ptr_eq(own, record) && own != record => report.changed += 1,
                Some(_) => {}
            }
        }
        report.removed += ours.keys().filter(|id| !book.contains_key(id)).count();
    }
    if base.len() > theirs.len() || !base.keys().eq(theirs.keys()) {
        let removed = |id: &&crate::model::Id<T>| !theirs.contains_key(id);
        report.kept +=
            base.keys().filter(removed).filter(|id| ours.contains_key(id) && book.contains_key(id)).count();
    }
}
