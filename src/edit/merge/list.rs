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
    /// How many elements have a key.
    counts: BTreeMap<String, usize>,
}

/// Returns the keys of a list.
pub(super) fn keys_of<T: Element>(list: &[T]) -> Keys {
    let mut keys =
        Keys { at: BTreeMap::new(), order: Vec::with_capacity(list.len()), counts: BTreeMap::new() };
    for (at, element) in list.iter().enumerate() {
        let key = element.key();
        let count = keys.counts.entry(key.clone()).or_default();
        let key = if *count == 0 { key } else { format!("{key}#{count}") };
        *count += 1;
        keys.at.insert(key.clone(), at);
        keys.order.push(key);
    }
    keys
}

/// Whether an element is left when both sides have put in and taken out what they wanted.
///
/// Of equal elements as many are left as the side has that changed their number, or the one that has more when both
/// did: so the same merge again finds nothing to add.
pub(super) fn is_left(key: &str, base: &Keys, ours: &Keys, theirs: &Keys) -> bool {
    // An id and a RON text have no digits behind a `#` at their end.
    let (name, number) = key
        .rsplit_once('#')
        .and_then(|(name, number)| Some((name, number.parse().ok()?)))
        .unwrap_or((key, 0));
    let count = |keys: &Keys| keys.counts.get(name).copied().unwrap_or(0);
    let (before, here, there) = (count(base), count(ours), count(theirs));
    let left = if here == before {
        there
    } else if there == before {
        here
    } else {
        here.max(there)
    };
    number < left
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
    // Asked of all that stays, not of what both have: what one side kept against the other must not look moved when
    // the same merge is repeated.
    let is_as_before = |kept: &[&str]| kept.iter().filter_map(|key| base.at.get(*key)).is_sorted();
    if is_as_before(&ours_kept) && !is_as_before(&theirs_kept) {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};

    use super::super::Other;
    use super::super::rule::{List, Rule as _, Spot, Text};

    fn list(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    fn joined(base: &str, ours: &str, theirs: &str) -> String {
        let other = Other { source: String::new(), now: chrono::DateTime::default() };
        List::join(&list(base), &list(ours), &list(theirs), &mut Spot::new(&other)).concat()
    }

    fn text(base: &str, ours: &str, theirs: &str) -> (String, usize) {
        let other = Other { source: String::new(), now: chrono::DateTime::default() };
        let mut spot = Spot::new(&other);
        let [base, ours, theirs] = [base, ours, theirs].map(|lines| lines.replace('|', "\n"));
        let joined = Text::join(&base, &ours, &theirs, &mut spot);
        (joined.replace('\n', "|"), spot.conflicts.len())
    }

    #[test]
    fn elements_stand_where_each_side_put_them() {
        assert_eq!(joined("abc", "abxc", "ybc"), "ybxc", "a was taken out there");
        assert_eq!(joined("abc", "cab", "abcd"), "cdab", "moved here; added there behind c");
        assert_eq!(joined("abc", "abcd", "cab"), "cdab", "the same from the other side");
        assert_eq!(joined("", "bd", "ac"), "abcd");
        assert_eq!(joined("aa", "aab", "aa"), "aab", "two equal elements are two");
        assert_eq!(joined("aa", "a", "aac"), "ac");
        assert_eq!(joined("a", "", "aa"), "aa", "put in a second time there");
    }

    #[test]
    fn lines_that_both_sides_added_are_joined_and_anything_else_is_asked_about() {
        assert_eq!(text("w", "w|b", "w|a"), ("w|a|b".to_owned(), 0));
        assert_eq!(text("", "b", "a"), ("a|b".to_owned(), 0));
        assert_eq!(text("w|", "w|b", "w|a"), ("w|a|b".to_owned(), 0));
        assert_eq!(text("w", "w|same|b", "w|same|a"), ("w|same|a|b".to_owned(), 0));
        assert_eq!(text("w", "w|a|b", "w|b"), ("w|a|b".to_owned(), 0), "what is there is not added again");
        assert_eq!(text("w", "wb", "wa"), ("wb".to_owned(), 1), "more words in a line are no new line");
        assert_eq!(text("w|x", "w|b", "w|x|a"), ("w|b".to_owned(), 1));
        assert_eq!(text("w", "", "w|a"), (String::new(), 1));
    }

    /// The same cases on every machine.
    fn config() -> Config {
        Config {
            cases: 1_000,
            rng_seed: RngSeed::Fixed(20_261_122),
            failure_persistence: None,
            ..Config::default()
        }
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn lists_are_joined_whole(base in "[a-e]{0,6}", ours in "[a-g]{0,6}", theirs in "[a-g]{0,6}") {
            let once = joined(&base, &ours, &theirs);
            prop_assert_eq!(&joined(&base, &once, &theirs), &once, "again");
            prop_assert_eq!(&joined(&base, &ours, &base), &ours);
            prop_assert_eq!(&joined(&base, &base, &theirs), &theirs);
            let sorted = |text: &str| {
                let mut elements = list(text);
                elements.sort();
                elements
            };
            prop_assert_eq!(sorted(&joined(&base, &theirs, &ours)), sorted(&once), "from the other side");
            for element in "abcdefg".chars() {
                let count = |text: &str| text.chars().filter(|other| *other == element).count();
                let [before, here, there] = [&base, &ours, &theirs].map(|text| count(text));
                // Each occurrence is an element of its own: left alone by both, or added here or there.
                prop_assert!(count(&once) >= here.min(there), "{} is lost", element);
                prop_assert!(count(&once) >= here.saturating_sub(before).max(there.saturating_sub(before)));
            }
        }

        #[test]
        fn texts_are_joined_once(base in "[ab|]{0,4}", ours in "[abc|]{0,6}", theirs in "[abd|]{0,6}") {
            let (once, conflicts) = text(&base, &ours, &theirs);
            prop_assert_eq!(text(&base, &once, &theirs), (once.clone(), conflicts));
            let (swapped, asked) = text(&base, &theirs, &ours);
            prop_assert_eq!(conflicts, asked);
            prop_assert!(conflicts > 0 || swapped == once, "{} {}", swapped, once);
        }
    }
}
