//! Joins the tables of two books record by record. Owns which records stay; what becomes of their fields the rules
//! of [`super::fields`] say.

use std::collections::BTreeSet;
use std::iter::Peekable;
use std::sync::Arc;

use super::Other;
use super::fields::Fields;
use super::rule::{Spot, text_of};
use crate::model::*;
use crate::with_tables;

/// Two books joined, with the questions that came up.
pub(super) struct Joined {
    pub book: Book,
    pub conflicts: Vec<Conflict>,
}

/// Joins all tables and brings back what a record that stays names.
pub(super) fn join(base: &Book, ours: &Book, theirs: &Book, other: &Other) -> Joined {
    let mut spot = Spot::new(other);
    let header = join_header(base, ours, theirs, &mut spot);
    let unknown = super::unknown::join(base, ours, theirs, &mut spot);
    let mut lost = BTreeSet::new();
    macro_rules! join_all {
        ($($field:ident: $kind:ident,)*) => {
            Book {
                header,
                $($field: join_table(&base.$field, &ours.$field, &theirs.$field, &mut spot, &mut lost),)*
                unknown,
            }
        };
    }
    let mut book = with_tables!(join_all);
    bring_back(&mut book, ours, theirs, &lost, &spot.needed);
    cut_new_cycles(&mut book, ours, theirs, &mut spot);
    Joined { book, conflicts: spot.conflicts }
}

fn join_header(base: &Book, ours: &Book, theirs: &Book, spot: &mut Spot<'_>) -> Arc<Header> {
    let tables = |book: &Book| Book { header: Arc::default(), ..book.clone() };
    let mut header = <Header as Fields>::join(&base.header, &ours.header, &theirs.header, spot);
    // A demo is emptied in one step. Records that one side has put in are those of real people unless both sides
    // say otherwise.
    header.is_demo = match (ours.header.is_demo, theirs.header.is_demo) {
        (ours, theirs) if ours == theirs => ours,
        (own, _) if tables(theirs) == tables(base) => own,
        (_, other) if tables(ours) == tables(base) => other,
        _ => false,
    };
    if header == *ours.header { Arc::clone(&ours.header) } else { Arc::new(header) }
}

/// Takes the next entry of a table if it has this id.
fn take<'a, T: 'a>(
    entries: &mut Peekable<impl Iterator<Item = (&'a Id<T>, &'a Arc<T>)>>,
    id: Id<T>,
) -> Option<&'a Arc<T>> {
    entries.next_if(|(next, _)| **next == id).map(|(_, record)| record)
}

fn same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

fn join_table<T: InBook + Fields>(
    base: &Arc<Table<T>>,
    ours: &Arc<Table<T>>,
    theirs: &Arc<Table<T>>,
    spot: &mut Spot<'_>,
    lost: &mut BTreeSet<RecordRef>,
) -> Arc<Table<T>> {
    let mut changes: Vec<(Id<T>, Option<Arc<T>>)> = Vec::new();
    let (mut bases, mut our_records, mut their_records) =
        (base.iter().peekable(), ours.iter().peekable(), theirs.iter().peekable());
    loop {
        let heads = [bases.peek(), our_records.peek(), their_records.peek()];
        let Some(id) = heads.into_iter().flatten().map(|(id, _)| **id).min() else { break };
        let before = take(&mut bases, id);
        let (own, other) = (take(&mut our_records, id), take(&mut their_records, id));
        match (own, other) {
            (Some(own), Some(other)) => {
                if Arc::ptr_eq(own, other) || before.is_some_and(|before| same(before, other)) {
                    continue;
                }
                if before.is_some_and(|before| same(before, own)) {
                    changes.push((id, Some(Arc::clone(other))));
                } else if **own != **other {
                    spot.record = Some(T::reference(id));
                    let none = T::default();
                    let before = before.map_or(&none, |before| &**before);
                    let record = T::join(before, own, other, spot);
                    spot.record = None;
                    if record != **own {
                        changes.push((id, Some(Arc::new(record))));
                    }
                }
            }
            (Some(own), None) => {
                if before.is_some_and(|before| same(before, own)) {
                    changes.push((id, None));
                    lost.insert(T::reference(id));
                }
            }
            (None, Some(other)) => match before {
                Some(before) if same(before, other) => {
                    lost.insert(T::reference(id));
                }
                _ => changes.push((id, Some(Arc::clone(other)))),
            },
            (None, None) => {}
        }
    }
    if changes.is_empty() {
        return Arc::clone(ours);
    }
    let mut table = Table::clone(ours);
    for (id, record) in changes {
        match record {
            Some(record) => table.insert(id, record),
            None => table.remove(&id),
        };
    }
    Arc::new(table)
}

/// Brings records back that one side removed and that a record which stays, or the other value of a question, names.
fn bring_back(
    book: &mut Book,
    ours: &Book,
    theirs: &Book,
    lost: &BTreeSet<RecordRef>,
    needed: &BTreeSet<RecordRef>,
) {
    if lost.is_empty() {
        return;
    }
    let mut missing: Vec<RecordRef> = needed.iter().copied().filter(|record| lost.contains(record)).collect();
    book.references(|_, to| {
        if lost.contains(&to) {
            missing.push(to);
        }
    });
    while let Some(record) = missing.pop() {
        if book.contains(record) {
            continue;
        }
        let from = if ours.contains(record) { ours } else { theirs };
        copy(book, from, record, &mut |to| {
            if lost.contains(&to) {
                missing.push(to);
            }
        });
    }
}

/// Copies a record if `from` has it, and visits what it names.
pub(super) fn copy(book: &mut Book, from: &Book, record: RecordRef, visit: &mut dyn FnMut(RecordRef)) {
    macro_rules! copy_one {
        ($($field:ident: $kind:ident,)*) => {
            match record {
                $(RecordRef::$kind(id) => if let Some(record) = from.get(id) {
                    record.references(visit);
                    $kind::table_mut(book).insert(id, Arc::clone(record));
                })*
            }
        };
    }
    with_tables!(copy_one);
}

/// A record that is a part of another one of its kind.
pub(in crate::edit) trait Nested: InBook {
    /// Name of the field.
    const FIELD: &'static str;
    /// The record of which this one is a part.
    fn outer(&self) -> Option<Id<Self>>;
    /// The field of the outer record.
    fn outer_mut(&mut self) -> &mut Option<Id<Self>>;
    /// What makes one link newer than another.
    fn age(&self) -> chrono::DateTime<chrono::Utc>;
}

impl Nested for Organization {
    const FIELD: &'static str = "part_of";
    fn outer(&self) -> Option<Id<Self>> {
        self.part_of
    }
    fn outer_mut(&mut self) -> &mut Option<Id<Self>> {
        &mut self.part_of
    }
    fn age(&self) -> chrono::DateTime<chrono::Utc> {
        self.updated_at
    }
}

impl Nested for Storage {
    const FIELD: &'static str = "inside";
    fn outer(&self) -> Option<Id<Self>> {
        self.inside
    }
    fn outer_mut(&mut self) -> &mut Option<Id<Self>> {
        &mut self.inside
    }
    // Not noted: the younger record counts.
    fn age(&self) -> chrono::DateTime<chrono::Utc> {
        chrono::DateTime::default()
    }
}

/// Returns for each circle of records, each being a part of the next, the one with the newest link: there it is cut.
pub(in crate::edit) fn cuts<T: Nested>(table: &Table<T>) -> Vec<Id<T>> {
    let mut seen: BTreeSet<Id<T>> = BTreeSet::new();
    let mut cuts = Vec::new();
    for start in table.keys() {
        let (mut way, mut at) = (Vec::new(), Some(*start));
        while let Some(id) = at
            && let Some(record) = table.get(&id)
            && seen.insert(id)
        {
            way.push(id);
            at = record.outer();
        }
        // Back on the way of this walk: a circle. Elsewhere: the end of another walk.
        if let Some(id) = at
            && let Some(begin) = way.iter().position(|other| *other == id)
        {
            cuts.extend(way[begin..].iter().copied().max_by_key(|id| (table[id].age(), *id)));
        }
    }
    cuts
}

/// Two sides can put two companies into each other. The newer link becomes a question.
fn cut_new_cycles(book: &mut Book, ours: &Book, theirs: &Book, spot: &mut Spot<'_>) {
    fn cut<T: Nested + Fields>(book: &mut Book, ours: &Book, theirs: &Book, spot: &mut Spot<'_>) {
        let joined = T::table(book);
        let is_old = [ours, theirs].into_iter().any(|side| std::ptr::eq(T::table(side), joined));
        if is_old || !cuts(T::table(ours)).is_empty() || !cuts(T::table(theirs)).is_empty() {
            return;
        }
        for id in cuts(joined) {
            let Some(record) = T::table_mut(book).get_mut(&id) else { continue };
            let link = Arc::make_mut(record).outer_mut().take();
            let (kept, other) = (text_of(&None::<Id<T>>), text_of(&link));
            spot.record = Some(T::reference(id));
            spot.inside(T::FIELD, |spot| spot.stand_against(kept, other));
            spot.record = None;
        }
    }
    cut::<Organization>(book, ours, theirs, spot);
    cut::<Storage>(book, ours, theirs, spot);
}
