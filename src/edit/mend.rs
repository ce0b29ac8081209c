//! Takes out of a book what leads nowhere.

use std::collections::BTreeSet;

use crate::model::*;
use crate::with_tables;

use super::merge::{Nested, cuts, means_nothing, unlink_record};
use super::{Draft, Label, Transaction};

/// Removes links to records that are not there, and records that say nothing without theirs: a review of nobody,
/// somebody tied to themselves, an encounter with nobody left. Circles of companies or storage places that are parts
/// of each other are cut at the newest link. What is about a card or a person stays.
pub(super) fn mend_links(draft: &mut Draft) -> Label {
    let mut book = draft.book().clone();
    let mended = mend(&mut book);
    take_over(draft, &book);
    Label::MendLinks(mended)
}

/// Mends a book and says how many records it concerned.
pub(super) fn mend(book: &mut Book) -> usize {
    let mut mended = 0;
    // Removing a record can leave others without what they name.
    loop {
        let broken = broken(book);
        if broken.is_empty() {
            break;
        }
        mended += broken.len();
        for record in broken {
            unlink_record(book, record);
            if means_nothing(book, record) {
                remove(book, record);
            }
        }
    }
    mended += super::tangles::untangle(book);
    mended + cut_circles::<Organization>(book) + cut_circles::<Storage>(book)
}

/// Records with a link to nowhere, or which tie somebody to themselves, tell of nobody, or ask about what is gone.
fn broken(book: &Book) -> BTreeSet<RecordRef> {
    let mut broken: BTreeSet<RecordRef> = book.dangling().into_iter().map(|(from, _)| from).collect();
    let ties = book.relationships.keys().map(|id| RecordRef::Relationship(*id));
    // Two machines can each have taken one of two people out of it.
    let encounters = book.encounters.keys().map(|id| RecordRef::Encounter(*id));
    let conflicts = book.conflicts.keys().map(|id| RecordRef::Conflict(*id));
    let trash = book.trash.keys().map(|id| RecordRef::Trashed(*id));
    let all = ties.chain(encounters).chain(conflicts).chain(trash);
    broken.extend(all.filter(|record| means_nothing(book, *record)));
    broken
}

fn cut_circles<T: Nested>(book: &mut Book) -> usize {
    let cuts = cuts(T::table(book));
    for id in &cuts {
        if let Some(record) = T::table_mut(book).get_mut(id) {
            *std::sync::Arc::make_mut(record).outer_mut() = None;
        }
    }
    cuts.len()
}

fn remove(book: &mut Book, record: RecordRef) {
    macro_rules! remove_one {
        ($($field:ident: $kind:ident,)*) => {
            match record { $(RecordRef::$kind(id) => { $kind::table_mut(book).remove(&id); })* }
        };
    }
    with_tables!(remove_one);
}

/// Writes everything to the draft in which another state of its book differs.
pub(super) fn take_over(draft: &mut Draft, book: &Book) {
    for change in Transaction::between(draft.book(), book, Label::ChangeBook).changes {
        draft.carry_out(change);
    }
}
