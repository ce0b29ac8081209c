//! The order of a list that was changed on both sides. Owns the order alone: which elements stay, the caller says.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::Element;

/// The elements of a list by their keys. Of two elements with one key the second is called `key#1`, so that each is
/// found and none is lost.
pub(super) struct Keys {
    /// Where the element with a key stands.
    pub at: BTreeMap<String, usize>,
    /// The keys in the order of the list.
    order: Vec<String>,
}

/// Returns the keys of a list.
pub(super) fn keys_of<T: Element>(list: &[T]) -> Keys {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut keys = Keys { at: BTreeMap::new(), order: Vec::with_capacity(list.len()) };
    for (at, element) in list.iter().enumerate() {
        let key = element.key();
        let count = seen.entry(key.clone()).or_default();
        let key = if *count == 0 { key } else { format!("{key}#{count}") };
        *count += 1;
        keys.at.insert(key.clone(), at);
        keys.order.push(key);
    }
    keys
}

/// Returns the keys that stay, in one order.
///
/// What both sides have stands in the order of the side that moved it, ours if both did. Between two such elements stand
/// those that one side alone has, smaller ones first: that depends on no side, so two machines that merge at once agree.
pub(super) fn join_keys<'a>(
    base: &Keys,
    ours: &'a Keys,
    theirs: &'a Keys,
    stays: impl Fn(&str) -> bool,
) -> Vec<&'a str> {
    let kept = |keys: &'a Keys| -> Vec<&'a str> {
        keys.order.iter().map(String::as_str).filter(|key| stays(key)).collect()
    };
    let (ours_kept, theirs_kept) = (kept(ours), kept(theirs));
    let ours_common: Vec<&str> =
        ours_kept.iter().copied().filter(|key| theirs.at.contains_key(*key)).collect();
    let theirs_common: Vec<&str> =
        theirs_kept.iter().copied().filter(|key| ours.at.contains_key(*key)).collect();
    if ours_common == theirs_common {
        return interleave(&ours_kept, &theirs_kept, &ours_common);
    }
    let is_as_before = |common: &[&str]| common.iter().filter_map(|key| base.at.get(*key)).is_sorted();
    if is_as_before(&ours_common) && !is_as_before(&theirs_common) {
        insert_after(theirs_kept, &ours_kept)
    } else {
        insert_after(ours_kept, &theirs_kept)
    }
}

/// Joins two orders that agree about `common`.
fn interleave<'a>(ours: &[&'a str], theirs: &[&'a str], common: &[&'a str]) -> Vec<&'a str> {
    let mut joined = Vec::with_capacity(ours.len() + theirs.len());
    let (mut ours, mut theirs) = (ours, theirs);
    for stop in common.iter().map(|key| Some(*key)).chain([None]) {
        let run = |keys: &[&'a str]| {
            stop.map_or(keys.len(), |stop| keys.iter().position(|key| *key == stop).unwrap_or(keys.len()))
        };
        let (our_run, their_run) = (run(ours), run(theirs));
        let (mut left, mut right) = (&ours[..our_run], &theirs[..their_run]);
        while let (Some(first), Some(second)) = (left.first(), right.first()) {
            if first <= second {
                joined.push(*first);
                left = &left[1..];
            } else {
                joined.push(*second);
                right = &right[1..];
            }
        }
        joined.extend_from_slice(left);
        joined.extend_from_slice(right);
        joined.extend(stop);
        ours = ours.get(our_run + 1..).unwrap_or_default();
        theirs = theirs.get(their_run + 1..).unwrap_or_default();
    }
    joined
}

/// Puts what only `more` has behind the element that it follows there.
fn insert_after<'a>(mut list: Vec<&'a str>, more: &[&'a str]) -> Vec<&'a str> {
    let mut known: BTreeSet<&str> = list.iter().copied().collect();
    let mut before: Option<&str> = None;
    for key in more {
        if known.insert(key) {
            let at = before.map_or(0, |before| {
                list.iter().position(|other| *other == before).map_or(list.len(), |at| at + 1)
            });
            list.insert(at, key);
        }
        before = Some(key);
    }
    list
}
