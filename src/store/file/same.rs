//! Whether and by how much two states of a book differ; records that both share are not looked into.

use std::sync::Arc;

use crate::edit::merge::MergeReport;
use crate::model::{Book, Table};
use crate::with_tables;

macro_rules! define_same {
    ($($field:ident: $kind:ident,)*) => {
        /// Whether two books say the same; quick when they share most records.
        pub fn same(a: &Book, b: &Book) -> bool {
            same_record(&a.header, &b.header)
                && same_record(&a.unknown, &b.unknown)
                $(&& same_table(&a.$field, &b.$field))*
        }

        /// Counts how two states differ.
        pub(super) fn count(from: &Book, to: &Book) -> MergeReport {
            let mut report = MergeReport::default();
            $(count_table(&from.$field, &to.$field, &mut report);)*
            report
        }
    };
}
with_tables!(define_same);

type Shared<T> = Arc<Table<T>>;

fn same_table<T: PartialEq>(a: &Shared<T>, b: &Shared<T>) -> bool {
    Arc::ptr_eq(a, b)
        || (a.len() == b.len() && a.iter().zip(b.iter()).all(|((i, a), (j, b))| i == j && same_record(a, b)))
}

fn same_record<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

fn count_table<T: PartialEq>(from: &Shared<T>, to: &Shared<T>, report: &mut MergeReport) {
    if Arc::ptr_eq(from, to) {
        return;
    }
    for (id, record) in to.iter() {
        match from.get(id) {
            None => report.added += 1,
            Some(before) if !same_record(before, record) => report.changed += 1,
            Some(_) => {}
        }
    }
    report.removed += from.keys().filter(|id| !to.contains_key(id)).count();
}
