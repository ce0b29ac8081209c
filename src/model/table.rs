//! Records by id, in pieces that snapshots share.
//!
//! A snapshot of a book is handed to workers, to the index and to the writer, and every edit changes a record while they
//! hold it. In one map the first change after a snapshot copies the whole map, and letting go of the old one looks at
//! every record again: 30 ms each for the encounters of 100,000 people. Here both cost a list of some hundred pieces and
//! the piece that holds the record.
//!
//! Invariant: a table behaves as a map of the same entries does (held by `a_table_is_a_map`).

use std::fmt;
use std::iter::{FlatMap, Zip};
use std::slice;
use std::sync::Arc;

use super::Id;

/// So many records make up a full piece: few enough to be copied for one change, many enough that the list is short.
const FULL: usize = 128;

/// Records by id: ordered, so that files differ little and screens stand still; shared, so that a
/// snapshot for a worker costs a pointer for each piece.
pub struct Table<T> {
    /// The first id of each piece.
    firsts: Vec<Id<T>>,
    pieces: Vec<Arc<Piece<T>>>,
    len: usize,
}

/// Some records that follow each other; never none.
pub struct Piece<T> {
    ids: Vec<Id<T>>,
    records: Vec<Arc<T>>,
}

impl<T> Clone for Piece<T> {
    fn clone(&self) -> Self {
        // An edit is likely to put one in.
        let mut piece = Self::with_room(self.ids.len() + 1);
        piece.ids.extend_from_slice(&self.ids);
        piece.records.extend_from_slice(&self.records);
        piece
    }
}

impl<T> Piece<T> {
    fn with_room(room: usize) -> Self {
        Self { ids: Vec::with_capacity(room), records: Vec::with_capacity(room) }
    }

    fn entries(self: &Arc<Self>) -> Zip<slice::Iter<'_, Id<T>>, slice::Iter<'_, Arc<T>>> {
        self.ids.iter().zip(&self.records)
    }

    fn keys(self: &Arc<Self>) -> slice::Iter<'_, Id<T>> {
        self.ids.iter()
    }

    /// The records, in the order of their ids.
    pub fn values(self: &Arc<Self>) -> slice::Iter<'_, Arc<T>> {
        self.records.iter()
    }
}

type Pieces<'a, T, I> = FlatMap<slice::Iter<'a, Arc<Piece<T>>>, I, fn(&'a Arc<Piece<T>>) -> I>;
/// Entries in the order of their ids.
pub type Iter<'a, T> = Pieces<'a, T, Zip<slice::Iter<'a, Id<T>>, slice::Iter<'a, Arc<T>>>>;
/// Ids in their order.
pub type Keys<'a, T> = Pieces<'a, T, slice::Iter<'a, Id<T>>>;
/// Records in the order of their ids.
pub type Values<'a, T> = Pieces<'a, T, slice::Iter<'a, Arc<T>>>;

impl<T> Table<T> {
    /// Returns an empty table.
    pub const fn new() -> Self {
        Self { firsts: Vec::new(), pieces: Vec::new(), len: 0 }
    }

    /// How many records there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// In which piece an id is or would be, and where.
    fn place(&self, id: Id<T>) -> (usize, Result<usize, usize>) {
        let piece = self.firsts.partition_point(|first| *first <= id).saturating_sub(1);
        (piece, self.pieces.get(piece).map_or(Err(0), |piece| piece.ids.binary_search(&id)))
    }

    /// Returns a record.
    pub fn get(&self, id: &Id<T>) -> Option<&Arc<T>> {
        match self.place(*id) {
            (piece, Ok(at)) => Some(&self.pieces[piece].records[at]),
            (_, Err(_)) => None,
        }
    }

    /// Returns a record, to put another one in its place.
    pub fn get_mut(&mut self, id: &Id<T>) -> Option<&mut Arc<T>> {
        match self.place(*id) {
            (piece, Ok(at)) => Some(&mut Arc::make_mut(&mut self.pieces[piece]).records[at]),
            (_, Err(_)) => None,
        }
    }

    /// Whether there is a record with this id.
    pub fn contains_key(&self, id: &Id<T>) -> bool {
        self.place(*id).1.is_ok()
    }

    /// Puts a record in and returns the one that was in its place.
    pub fn insert(&mut self, id: Id<T>, record: Arc<T>) -> Option<Arc<T>> {
        let (at_piece, at) = match self.place(id) {
            (piece, Ok(at)) => {
                let place = &mut Arc::make_mut(&mut self.pieces[piece]).records[at];
                return Some(std::mem::replace(place, record));
            }
            (piece, Err(at)) => (piece, at),
        };
        self.len += 1;
        let is_full = self.pieces.get(at_piece).is_none_or(|piece| piece.ids.len() >= FULL);
        if is_full && at_piece + 1 >= self.pieces.len() && (self.pieces.is_empty() || at == FULL) {
            // New records nearly always come last.
            self.firsts.push(id);
            self.pieces.push(Arc::new(Piece { ids: vec![id], records: vec![record] }));
            return None;
        }
        let piece = Arc::make_mut(&mut self.pieces[at_piece]);
        piece.ids.insert(at, id);
        piece.records.insert(at, record);
        self.firsts[at_piece] = piece.ids[0];
        if piece.ids.len() > FULL {
            let half = piece.ids.len() / 2;
            let second = Piece { ids: piece.ids.split_off(half), records: piece.records.split_off(half) };
            self.firsts.insert(at_piece + 1, second.ids[0]);
            self.pieces.insert(at_piece + 1, Arc::new(second));
        }
        None
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &Id<T>) -> Option<Arc<T>> {
        let (at_piece, Ok(at)) = self.place(*id) else { return None };
        self.len -= 1;
        let piece = Arc::make_mut(&mut self.pieces[at_piece]);
        piece.ids.remove(at);
        let record = piece.records.remove(at);
        match piece.ids.first() {
            Some(first) => self.firsts[at_piece] = *first,
            None => {
                self.firsts.remove(at_piece);
                self.pieces.remove(at_piece);
            }
        }
        Some(record)
    }

    /// The entry with the smallest id.
    pub fn first_key_value(&self) -> Option<(&Id<T>, &Arc<T>)> {
        self.iter().next()
    }

    /// The entry with the largest id.
    pub fn last_key_value(&self) -> Option<(&Id<T>, &Arc<T>)> {
        self.iter().next_back()
    }

    /// Takes out the entry with the smallest id.
    pub fn pop_first(&mut self) -> Option<(Id<T>, Arc<T>)> {
        let id = *self.first_key_value()?.0;
        Some((id, self.remove(&id)?))
    }

    /// Takes out the entry with the largest id.
    pub fn pop_last(&mut self) -> Option<(Id<T>, Arc<T>)> {
        let id = *self.last_key_value()?.0;
        Some((id, self.remove(&id)?))
    }

    /// Takes all records out.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Keeps only the records for which this holds.
    pub fn retain(&mut self, mut keeps: impl FnMut(&Id<T>, &mut Arc<T>) -> bool) {
        let all = std::mem::take(self);
        *self = all
            .into_iter()
            .filter_map(|(id, mut record)| keeps(&id, &mut record).then_some((id, record)))
            .collect();
    }

    /// All entries in the order of their ids.
    pub fn iter<'a>(&'a self) -> Iter<'a, T> {
        let entries: fn(&'a Arc<Piece<T>>) -> _ = Piece::entries;
        self.pieces.iter().flat_map(entries)
    }

    /// All ids in their order.
    pub fn keys<'a>(&'a self) -> Keys<'a, T> {
        let keys: fn(&'a Arc<Piece<T>>) -> _ = Piece::keys;
        self.pieces.iter().flat_map(keys)
    }

    /// All records in the order of their ids.
    pub fn values<'a>(&'a self) -> Values<'a, T> {
        let values: fn(&'a Arc<Piece<T>>) -> _ = Piece::values;
        self.pieces.iter().flat_map(values)
    }

    /// The pieces, in the order of their ids: what is made of each of them holds for every table that shares it.
    pub fn pieces(&self) -> &[Arc<Piece<T>>] {
        &self.pieces
    }

    /// All records, to put others in their places.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Arc<T>> {
        self.pieces.iter_mut().flat_map(|piece| Arc::make_mut(piece).records.iter_mut())
    }

    /// Calls `differs` with every id whose record is another object in the other table, or in only one of them, in
    /// their order. Pieces that both share are not looked into.
    pub fn differences(&self, other: &Self, mut differs: impl FnMut(Id<T>)) {
        let (mut ours, mut theirs) = (Walk::of(self), Walk::of(other));
        loop {
            while ours.at == 0
                && theirs.at == 0
                && let (Some(one), Some(two)) = (ours.piece(), theirs.piece())
                && Arc::ptr_eq(one, two)
            {
                ours.number += 1;
                theirs.number += 1;
            }
            match (ours.entry(), theirs.entry()) {
                (None, None) => return,
                (Some((one, record)), Some((two, other))) if one == two => {
                    if !Arc::ptr_eq(record, other) {
                        differs(one);
                    }
                    ours.go_on();
                    theirs.go_on();
                }
                (Some((one, _)), two) if two.is_none_or(|(two, _)| one < two) => {
                    differs(one);
                    ours.go_on();
                }
                (_, Some((two, _))) => {
                    differs(two);
                    theirs.go_on();
                }
                (Some(_), None) => return,
            }
        }
    }
}

/// A place in a table.
struct Walk<'a, T> {
    table: &'a Table<T>,
    number: usize,
    at: usize,
}

impl<'a, T> Walk<'a, T> {
    const fn of(table: &'a Table<T>) -> Self {
        Self { table, number: 0, at: 0 }
    }

    fn piece(&self) -> Option<&'a Arc<Piece<T>>> {
        self.table.pieces.get(self.number)
    }

    fn entry(&self) -> Option<(Id<T>, &'a Arc<T>)> {
        let piece = self.piece()?;
        Some((piece.ids[self.at], &piece.records[self.at]))
    }

    fn go_on(&mut self) {
        self.at += 1;
        if self.piece().is_none_or(|piece| self.at == piece.ids.len()) {
            self.number += 1;
            self.at = 0;
        }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self { firsts: self.firsts.clone(), pieces: self.pieces.clone(), len: self.len }
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = |one: &Arc<T>, two: &Arc<T>| Arc::ptr_eq(one, two) || one == two;
        self.len == other.len
            && self.keys().eq(other.keys())
            && self.values().zip(other.values()).all(|(one, two)| same(one, two))
    }
}

impl<T: fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<T> std::ops::Index<&Id<T>> for Table<T> {
    type Output = Arc<T>;

    /// Returns a record that must be there.
    fn index(&self, id: &Id<T>) -> &Arc<T> {
        self.get(id).expect("a record with this id")
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = (&'a Id<T>, &'a Arc<T>);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for Table<T> {
    type Item = (Id<T>, Arc<T>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        let all: Vec<Self::Item> = self.iter().map(|(id, record)| (*id, Arc::clone(record))).collect();
        all.into_iter()
    }
}

impl<T> FromIterator<(Id<T>, Arc<T>)> for Table<T> {
    fn from_iter<I: IntoIterator<Item = (Id<T>, Arc<T>)>>(entries: I) -> Self {
        let mut entries: Vec<(Id<T>, Arc<T>)> = entries.into_iter().collect();
        if !entries.is_sorted_by(|(one, _), (next, _)| one < next) {
            // Of equal ids the last one stays.
            entries.sort_by_key(|(id, _)| *id);
            entries.dedup_by(|next, kept| {
                let is_same = next.0 == kept.0;
                if is_same {
                    std::mem::swap(next, kept);
                }
                is_same
            });
        }
        let mut table = Self { len: entries.len(), ..Self::new() };
        let mut entries = entries.into_iter();
        loop {
            let room = entries.len().min(FULL);
            let mut piece = Piece::with_room(room);
            for (id, record) in entries.by_ref().take(room) {
                piece.ids.push(id);
                piece.records.push(record);
            }
            let Some(first) = piece.ids.first() else { return table };
            table.firsts.push(*first);
            table.pieces.push(Arc::new(piece));
        }
    }
}

impl<T> Extend<(Id<T>, Arc<T>)> for Table<T> {
    fn extend<I: IntoIterator<Item = (Id<T>, Arc<T>)>>(&mut self, entries: I) {
        for (id, record) in entries {
            self.insert(id, record);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    fn id(number: u16) -> Id<u16> {
        Id::new(number.into())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn a_table_is_a_map(
            first in prop::collection::vec(any::<(u16, u16)>(), 0..700),
            steps in prop::collection::vec(any::<(u16, u16, u8)>(), 0..400),
        ) {
            let entries = || first.iter().map(|(number, value)| (id(*number % 900), Arc::new(*value)));
            let (mut table, mut map): (Table<u16>, BTreeMap<Id<u16>, Arc<u16>>) =
                (entries().collect(), entries().collect());
            let (snapshot, before) = (table.clone(), map.clone());
            for (number, value, what) in steps {
                let id = id(number % 900);
                match what % 8 {
                    0..=3 => prop_assert_eq!(table.insert(id, Arc::new(value)), map.insert(id, Arc::new(value))),
                    4 | 5 => prop_assert_eq!(table.remove(&id), map.remove(&id)),
                    6 => prop_assert_eq!(table.pop_last(), map.pop_last()),
                    _ => {
                        if let (Some(one), Some(two)) = (table.get_mut(&id), map.get_mut(&id)) {
                            (*one, *two) = (Arc::new(value), Arc::new(value));
                        }
                    }
                }
                prop_assert_eq!((table.len(), table.get(&id)), (map.len(), map.get(&id)));
            }
            prop_assert!(table.iter().eq(map.iter()) && table.iter().rev().eq(map.iter().rev()));
            prop_assert!(table.keys().eq(map.keys()) && table.values().eq(map.values()));
            prop_assert!(snapshot.iter().eq(before.iter()), "a snapshot does not see later changes");
            prop_assert_eq!(table.clone().into_iter().collect::<Table<_>>(), table.clone());
            prop_assert_eq!(table == snapshot, map == before);

            let mut differing = Vec::new();
            snapshot.differences(&table, |id| differing.push(id));
            let ids: BTreeSet<_> = map.keys().chain(before.keys()).copied().collect();
            let is_other = |id: &Id<u16>| match (before.get(id), table.get(id)) {
                (Some(_), Some(now)) => !Arc::ptr_eq(&snapshot.get(id).cloned().unwrap(), now),
                (one, two) => one.is_some() != two.is_some(),
            };
            prop_assert_eq!(differing, ids.into_iter().filter(is_other).collect::<Vec<_>>());
            let mut odd = table.clone();
            odd.retain(|_, value| **value % 2 == 1);
            map.retain(|_, value| **value % 2 == 1);
            prop_assert!(odd.iter().eq(map.iter()));
        }
    }

    #[test]
    fn a_change_copies_one_piece() {
        let mut table: Table<u16> = (0..1000).map(|number| (id(number), Arc::new(number))).collect();
        let snapshot = table.clone();
        table.insert(id(500), Arc::new(1));
        table.insert(id(2000), Arc::new(2));
        let shared =
            table.pieces.iter().filter(|piece| snapshot.pieces.iter().any(|other| Arc::ptr_eq(piece, other)));
        assert_eq!((shared.count(), snapshot.pieces.len()), (6, 8));
    }
}
