//! How one field of two states is joined. Owns the rules; which field follows which one stands in [`super::fields`].
//! Knows no tables. Start reading at [`Rule`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::fields::Fields;
use super::list::{is_left, join_keys, keys_of};
use super::show::{Show, Words};
use crate::edit::Choice;
use crate::model::*;

/// Where the merge is at, and what it noted there.
pub(in crate::edit) struct Spot<'a> {
    /// The record whose fields are joined.
    pub record: Option<RecordRef>,
    /// Name of the field, with dots where it is a part of another one.
    pub path: String,
    /// Where the other side came from.
    pub other: &'a super::Other,
    /// Fields in which both sides differ.
    pub conflicts: Vec<Conflict>,
    /// Records that only the value of the other side in a conflict names: it can be chosen later.
    pub needed: BTreeSet<RecordRef>,
}

impl<'a> Spot<'a> {
    pub fn new(other: &'a super::Other) -> Self {
        Self { record: None, path: String::new(), other, conflicts: Vec::new(), needed: BTreeSet::new() }
    }

    /// Goes into a part of the present field.
    pub fn inside<T>(&mut self, name: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        let result = work(self);
        self.path.truncate(length);
        result
    }

    /// Notes that both sides have another value.
    pub fn differ<T: Serialize>(&mut self, kept: &T, other: &T) {
        self.stand_against(text_of(kept), text_of(other));
    }

    /// Notes that both sides have another value, told by their RON texts.
    pub fn stand_against(&mut self, kept: String, other: String) {
        let id = conflict_id(self.record, &self.path, &kept, &other);
        self.conflicts.push(Conflict {
            id,
            record: self.record,
            field: self.path.clone(),
            kept,
            other,
            source: self.other.source.clone(),
            noticed_at: self.other.now,
        });
    }
}

/// The same two values give the same id on both sides, whichever of them was kept.
pub(super) fn conflict_id(record: Option<RecordRef>, field: &str, kept: &str, other: &str) -> Id<Conflict> {
    let (first, second) = if kept <= other { (kept, other) } else { (other, kept) };
    let mut hasher = blake3::Hasher::new();
    let record = record.map(|record| record.to_string()).unwrap_or_default();
    for part in [record.as_str(), field, first, second] {
        hasher.update(&(part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    let mut head = [0; 16];
    head.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    Id::new(u128::from_be_bytes(head).max(1))
}

/// The RON text of a value.
pub(super) fn text_of<T: Serialize>(value: &T) -> String {
    // No value of the model lacks a RON form; the format's own tests write all of them.
    ron::to_string(value).unwrap_or_default()
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Undecidable> {
    ron::from_str(text).map_err(|_unreadable| Undecidable)
}

/// A value that cannot be put into the field that a conflict names: it comes from another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::edit) struct Undecidable;

/// What is done to a field of the type `T`.
pub(in crate::edit) trait Rule<T> {
    /// Whether two values can stand against each other, so that the user is asked.
    #[cfg(test)]
    const ASKS: bool = false;

    /// Joins the values of both sides.
    fn join(base: &T, ours: &T, theirs: &T, spot: &mut Spot<'_>) -> T;

    /// Carries out a choice between the present value and the RON text `other`; `path` leads into the value.
    fn decide(_value: &mut T, _path: &str, _other: &str, _choice: Choice) -> Result<(), Undecidable> {
        Err(Undecidable)
    }

    /// The RON text of the present value that `path` leads to.
    fn present(_value: &T, _path: &str) -> Option<String> {
        None
    }

    /// A RON text of such a value in words.
    fn show(_path: &str, _text: &str, _words: &Words<'_>) -> Option<String> {
        None
    }

    /// Whether both values have room in the field.
    fn has_room(_path: &str) -> bool {
        false
    }

    /// Puts links to `gone` records back that `from` has and that went with them.
    fn relink(_now: &mut T, _from: &T, _gone: &BTreeSet<RecordRef>) {}

    /// Takes out links to records that are missing.
    fn unlink(_now: &mut T, _is_missing: &dyn Fn(RecordRef) -> bool) {}
}

/// A value that is changed as a whole.
pub(in crate::edit) trait Value:
    Clone + PartialEq + Serialize + DeserializeOwned + Show
{
    /// Visits the records that the value names.
    fn names(&self, _visit: &mut dyn FnMut(RecordRef)) {}

    /// The value without the links to missing records. A link that the record cannot do without stays.
    fn without(&self, _is_missing: &dyn Fn(RecordRef) -> bool) -> Self {
        self.clone()
    }
}

/// Whether a value names a missing record.
pub(super) fn names_any<T: Value>(value: &T, is_missing: &dyn Fn(RecordRef) -> bool) -> bool {
    let mut missing = false;
    value.names(&mut |record| missing |= is_missing(record));
    missing
}

fn one_sided<'a, T: PartialEq>(base: &T, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if ours == theirs || theirs == base {
        Some(ours)
    } else if ours == base {
        Some(theirs)
    } else {
        None
    }
}

/// Ours, always: what names the record.
pub(super) struct Own;
impl<T: Clone> Rule<T> for Own {
    fn join(_base: &T, ours: &T, _theirs: &T, _spot: &mut Spot<'_>) -> T {
        ours.clone()
    }
}

/// The earlier moment.
pub(super) struct Earlier;
impl Rule<DateTime<Utc>> for Earlier {
    fn join(
        base: &DateTime<Utc>,
        ours: &DateTime<Utc>,
        theirs: &DateTime<Utc>,
        _spot: &mut Spot<'_>,
    ) -> DateTime<Utc> {
        one_sided(base, ours, theirs).copied().unwrap_or(*ours.min(theirs))
    }
}

/// The later moment.
pub(super) struct Later;
impl Rule<DateTime<Utc>> for Later {
    fn join(
        base: &DateTime<Utc>,
        ours: &DateTime<Utc>,
        theirs: &DateTime<Utc>,
        _spot: &mut Spot<'_>,
    ) -> DateTime<Utc> {
        one_sided(base, ours, theirs).copied().unwrap_or(*ours.max(theirs))
    }
}

/// What the program works out by itself or nobody would want to be asked about: either side will do, as long as
/// both machines choose the same one.
pub(super) struct Either;
impl<T: Clone + PartialEq + Serialize> Rule<T> for Either {
    fn join(base: &T, ours: &T, theirs: &T, _spot: &mut Spot<'_>) -> T {
        match one_sided(base, ours, theirs) {
            Some(value) => value.clone(),
            None if text_of(ours) <= text_of(theirs) => ours.clone(),
            None => theirs.clone(),
        }
    }
}

/// One value: when both sides have another one, ours stays and the other is kept beside it.
pub(super) struct Leaf;
impl<T: Value> Rule<T> for Leaf {
    #[cfg(test)]
    const ASKS: bool = true;

    fn join(base: &T, ours: &T, theirs: &T, spot: &mut Spot<'_>) -> T {
        match one_sided(base, ours, theirs) {
            Some(value) => value.clone(),
            None => {
                spot.differ(ours, theirs);
                theirs.names(&mut |record| {
                    spot.needed.insert(record);
                });
                ours.clone()
            }
        }
    }

    fn decide(value: &mut T, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
        let other = if path.is_empty() { read(other)? } else { return Err(Undecidable) };
        if choice == Choice::Other {
            *value = other;
        }
        Ok(())
    }

    fn present(value: &T, path: &str) -> Option<String> {
        path.is_empty().then(|| text_of(value))
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        if path.is_empty() { Some(read::<T>(text).ok()?.show(words)) } else { None }
    }

    fn relink(now: &mut T, from: &T, gone: &BTreeSet<RecordRef>) {
        // What the value becomes when the records go: exactly that is put back.
        let without = from.without(&|record| gone.contains(&record));
        if without != *from && without == *now {
            *now = from.clone();
        }
    }

    fn unlink(now: &mut T, is_missing: &dyn Fn(RecordRef) -> bool) {
        *now = now.without(is_missing);
    }
}

/// A text of several lines: lines that both sides added below are joined.
pub(super) struct Text;
impl Rule<String> for Text {
    #[cfg(test)]
    const ASKS: bool = true;

    fn join(base: &String, ours: &String, theirs: &String, spot: &mut Spot<'_>) -> String {
        if let Some(text) = one_sided(base, ours, theirs) {
            return text.clone();
        }
        appended(base, ours, theirs).unwrap_or_else(|| {
            spot.differ(ours, theirs);
            ours.clone()
        })
    }

    fn decide(value: &mut String, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
        let other: String = if path.is_empty() { read(other)? } else { return Err(Undecidable) };
        match choice {
            Choice::Keep => {}
            Choice::Other => *value = other,
            // Asked twice, the text stands there once.
            Choice::Both if value.contains(&other) => {}
            Choice::Both if other.contains(value.as_str()) => *value = other,
            Choice::Both => {
                let length = value.trim_end().len();
                value.truncate(length);
                value.push('\n');
                value.push_str(&other);
            }
        }
        Ok(())
    }

    fn present(value: &String, path: &str) -> Option<String> {
        path.is_empty().then(|| text_of(value))
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        <Leaf as Rule<String>>::show(path, text, words)
    }

    fn has_room(path: &str) -> bool {
        path.is_empty()
    }
}

/// The text with the lines that both sides put below `base`; `None` when one of them changed anything else.
fn appended(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let begin = base.trim_end_matches('\n');
    let tail = |text| -> Option<Vec<&str>> {
        let rest = str::strip_prefix(text, begin)?;
        if begin.is_empty() {
            return Some(rest.split('\n').collect());
        }
        // More words in the last line are a change of it, not a new line.
        Some(rest.strip_prefix('\n')?.split('\n').collect())
    };
    let (ours, theirs) = (tail(ours)?, tail(theirs)?);
    let same = ours.iter().zip(&theirs).take_while(|(ours, theirs)| ours == theirs).count();
    let (head, ours, theirs) = (&ours[..same], &ours[same..], &theirs[same..]);
    let holds = |long: &[&str], short: &[&str]| {
        short.is_empty() || long.windows(short.len()).any(|window| window == short)
    };
    // The order does not depend on the side, so that two machines that merge at once agree.
    let tails = if holds(ours, theirs) {
        [ours, &[]]
    } else if holds(theirs, ours) {
        [theirs, &[]]
    } else if ours <= theirs {
        [ours, theirs]
    } else {
        [theirs, ours]
    };
    let lines: Vec<&str> = head.iter().chain(tails.into_iter().flatten()).copied().collect();
    let lines = lines.join("\n");
    Some(if begin.is_empty() { lines } else { format!("{begin}\n{lines}") })
}

/// Whatever either side put in is in, whatever either side took out is out.
pub(super) struct Set;
impl<T: Clone + Ord + MayName> Rule<BTreeSet<T>> for Set {
    fn join(
        base: &BTreeSet<T>,
        ours: &BTreeSet<T>,
        theirs: &BTreeSet<T>,
        _spot: &mut Spot<'_>,
    ) -> BTreeSet<T> {
        let stays = |value: &&T| ours.contains(value) && theirs.contains(value) || !base.contains(value);
        ours.union(theirs).filter(stays).cloned().collect()
    }

    fn relink(now: &mut BTreeSet<T>, from: &BTreeSet<T>, gone: &BTreeSet<RecordRef>) {
        let names_gone = |value: &&T| value.record().is_some_and(|record| gone.contains(&record));
        now.extend(from.iter().filter(names_gone).cloned());
    }

    fn unlink(now: &mut BTreeSet<T>, is_missing: &dyn Fn(RecordRef) -> bool) {
        now.retain(|value| !value.record().is_some_and(is_missing));
    }
}

/// A member of a set that may be a link.
pub(super) trait MayName {
    fn record(&self) -> Option<RecordRef> {
        None
    }
}
impl MayName for String {}
impl MayName for FieldGroup {}
impl MayName for MergedId {}
impl MayName for Noted {}
impl MayName for BTreeSet<String> {}
impl MayName for NoFit {
    fn record(&self) -> Option<RecordRef> {
        Some(RecordRef::Contact(self.contact))
    }
}
impl<T: InBook> MayName for Id<T> {
    fn record(&self) -> Option<RecordRef> {
        Some(T::reference(*self))
    }
}

/// Who is said to have which value: as a set, and as one value for each.
pub(super) struct Map;
impl<K: InBook, V: Value + Default> Rule<BTreeMap<Id<K>, V>> for Map {
    #[cfg(test)]
    const ASKS: bool = true;

    fn join(
        base: &BTreeMap<Id<K>, V>,
        ours: &BTreeMap<Id<K>, V>,
        theirs: &BTreeMap<Id<K>, V>,
        spot: &mut Spot<'_>,
    ) -> BTreeMap<Id<K>, V> {
        let mut joined = BTreeMap::new();
        let ids: BTreeSet<Id<K>> = ours.keys().chain(theirs.keys()).copied().collect();
        for id in ids {
            let before = base.get(&id);
            let value = match (ours.get(&id), theirs.get(&id)) {
                (Some(ours), Some(theirs)) => {
                    let none = V::default();
                    spot.inside(&id.to_string(), |spot| {
                        Leaf::join(before.unwrap_or(&none), ours, theirs, spot)
                    })
                }
                // Taken out on one side: it goes unless the other side has changed it.
                (Some(only), None) | (None, Some(only)) if before != Some(only) => only.clone(),
                _ => continue,
            };
            joined.insert(id, value);
        }
        joined
    }

    fn decide(
        value: &mut BTreeMap<Id<K>, V>,
        path: &str,
        other: &str,
        choice: Choice,
    ) -> Result<(), Undecidable> {
        let id = path.parse().map_err(|_not_an_id| Undecidable)?;
        match value.get_mut(&id) {
            Some(value) => Leaf::decide(value, "", other, choice),
            // Taken out meanwhile: there is nothing left to decide.
            None => Ok(()),
        }
    }

    fn present(value: &BTreeMap<Id<K>, V>, path: &str) -> Option<String> {
        Some(text_of(value.get(&path.parse().ok()?)?))
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        let id: Id<K> = path.parse().ok()?;
        let value = <Leaf as Rule<V>>::show("", text, words)?;
        Some(words.two(&words.title(K::reference(id)), &value))
    }

    fn relink(now: &mut BTreeMap<Id<K>, V>, from: &BTreeMap<Id<K>, V>, gone: &BTreeSet<RecordRef>) {
        for (id, value) in from {
            if gone.contains(&K::reference(*id)) {
                now.entry(*id).or_insert_with(|| value.clone());
            }
        }
    }

    fn unlink(now: &mut BTreeMap<Id<K>, V>, is_missing: &dyn Fn(RecordRef) -> bool) {
        now.retain(|id, _| !is_missing(K::reference(*id)));
    }
}

/// Element by element: what either side added is in, what either side took out is out.
pub(super) struct List;

/// A part of a list.
pub(super) trait Element: Clone + PartialEq {
    /// What the element is known by; two elements of one list may have the same key.
    fn key(&self) -> String;
    /// Joins two states of one element.
    fn join(_base: Option<&Self>, ours: &Self, _theirs: &Self, _spot: &mut Spot<'_>) -> Self {
        ours.clone()
    }
    /// Carries out a choice inside the element.
    fn decide(&mut self, _path: &str, _other: &str, _choice: Choice) -> Result<(), Undecidable> {
        Err(Undecidable)
    }
    /// The RON text of the value inside the element.
    fn present(&self, _path: &str) -> Option<String> {
        None
    }
    /// A RON text of such a value in words.
    fn show(_path: &str, _text: &str, _words: &Words<'_>) -> Option<String> {
        None
    }
    /// Whether the user may be asked about a part of the element.
    #[cfg(test)]
    const ASKS: bool = false;
    /// The record without which the element means nothing.
    fn record(&self) -> Option<RecordRef> {
        None
    }
}

impl<T: Element> Rule<Vec<T>> for List {
    #[cfg(test)]
    const ASKS: bool = T::ASKS;

    fn join(base: &Vec<T>, ours: &Vec<T>, theirs: &Vec<T>, spot: &mut Spot<'_>) -> Vec<T> {
        if let Some(list) = one_sided(base, ours, theirs) {
            return list.clone();
        }
        let [base_keys, our_keys, their_keys] = [base, ours, theirs].map(|list| keys_of(list));
        let find = |keys: &BTreeMap<String, usize>, key: &str| keys.get(key).copied();
        let stays = |key: &str| {
            if is_left(key, &base_keys, &our_keys, &their_keys) {
                return true;
            }
            // Taken out on one side: it goes unless the other side has changed it.
            let Some(before) = find(&base_keys.at, key).map(|at| &base[at]) else { return false };
            let changed = |keys: &BTreeMap<String, usize>, list: &[T]| {
                find(keys, key).is_some_and(|at| list[at] != *before)
            };
            changed(&our_keys.at, ours) || changed(&their_keys.at, theirs)
        };
        let order = join_keys(&base_keys, &our_keys, &their_keys, stays);
        let mut joined = Vec::with_capacity(order.len());
        for key in order {
            let element = match (find(&our_keys.at, key), find(&their_keys.at, key)) {
                (Some(ours_at), Some(theirs_at)) => {
                    let before = find(&base_keys.at, key).map(|at| &base[at]);
                    spot.inside(key, |spot| T::join(before, &ours[ours_at], &theirs[theirs_at], spot))
                }
                (Some(at), None) => ours[at].clone(),
                (None, Some(at)) => theirs[at].clone(),
                (None, None) => continue,
            };
            joined.push(element);
        }
        joined
    }

    fn decide(value: &mut Vec<T>, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
        let (key, path) = path.split_once('.').ok_or(Undecidable)?;
        match keys_of(value).at.get(key) {
            Some(at) => value[*at].decide(path, other, choice),
            // Taken out meanwhile: there is nothing left to decide.
            None => Ok(()),
        }
    }

    fn present(value: &Vec<T>, path: &str) -> Option<String> {
        let (key, path) = path.split_once('.')?;
        value[*keys_of(value).at.get(key)?].present(path)
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        T::show(path.split_once('.')?.1, text, words)
    }

    fn relink(now: &mut Vec<T>, from: &Vec<T>, gone: &BTreeSet<RecordRef>) {
        for element in from {
            if element.record().is_some_and(|record| gone.contains(&record)) && !now.contains(element) {
                now.push(element.clone());
            }
        }
    }

    fn unlink(now: &mut Vec<T>, is_missing: &dyn Fn(RecordRef) -> bool) {
        now.retain(|element| !element.record().is_some_and(is_missing));
    }
}

/// A value whose fields are joined one by one.
pub(super) struct Part;
impl<T: Fields> Rule<T> for Part {
    #[cfg(test)]
    const ASKS: bool = true;

    fn join(base: &T, ours: &T, theirs: &T, spot: &mut Spot<'_>) -> T {
        match one_sided(base, ours, theirs) {
            Some(value) => value.clone(),
            None => T::join(base, ours, theirs, spot),
        }
    }

    fn decide(value: &mut T, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
        value.decide(path, other, choice)
    }

    fn present(value: &T, path: &str) -> Option<String> {
        value.present(path)
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        T::show(path, text, words)
    }

    fn has_room(path: &str) -> bool {
        T::has_room(path)
    }

    fn relink(now: &mut T, from: &T, gone: &BTreeSet<RecordRef>) {
        now.relink(from, gone);
    }

    fn unlink(now: &mut T, is_missing: &dyn Fn(RecordRef) -> bool) {
        now.unlink(is_missing);
    }
}
