//! Fields that this version does not know: cut out of the text when it is read, put back when it is written.
//!
//! Start reading at [`extract`] and [`weave`]. Both go down along the ways to the fields and look at each part of
//! the text once, so a record with a million of them takes no longer than its length.
//!
//! Invariant: a record with its unknown fields put back reads as the same record
//! (held by [`weave`] itself, which leaves out what would change it; `store_format::unknown_fields_survive`).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::options;
use super::structure::{Item, Kind, Parts, compact, parts, plain};
use crate::model::{Fragment, InBook, RecordRef, Step, To, Unknown};

/// How often a record is read again to find unknown fields that no longer fit; only made-up files need more.
const MOST_ATTEMPTS: usize = 256;

/// One step of the way that the parser reports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seen {
    Field(String),
    Element(usize),
    /// Into an optional value.
    Some,
    /// Into a variant or wrapper with one value.
    Inner,
}

/// Returns the way to a field that was passed over; the last step is the field.
pub(super) fn way(path: &serde_ignored::Path<'_>) -> Vec<Seen> {
    use serde_ignored::Path;
    let mut way = Vec::new();
    let mut at = path;
    loop {
        let (parent, seen) = match at {
            Path::Root => break,
            Path::Seq { parent, index } => (parent, Seen::Element(*index)),
            Path::Map { parent, key } => (parent, Seen::Field(key.clone())),
            Path::Some { parent } => (parent, Seen::Some),
            Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => (parent, Seen::Inner),
        };
        way.push(seen);
        at = parent;
    }
    way.reverse();
    way
}

/// Names the first field, for an error.
pub(super) fn words(ways: &[Vec<Seen>]) -> String {
    let step = |seen: &Seen| match seen {
        Seen::Field(name) => Some(name.clone()),
        Seen::Element(index) => Some(index.to_string()),
        Seen::Some | Seen::Inner => None,
    };
    let steps: Vec<String> = ways.first().into_iter().flatten().filter_map(step).collect();
    steps.join(".")
}

/// Cuts the fields out to which `ways` lead.
///
/// `text` is the record as it was read, `own` as this version writes it: without them. An answer of none means
/// that a field was not found, and the record must not be taken, for saving would lose it.
pub(super) fn extract(text: &str, own: &str, ways: &[Vec<Seen>]) -> Option<Vec<Fragment>> {
    let mut ways: Vec<&[Seen]> = ways.iter().map(Vec::as_slice).collect();
    ways.sort_unstable();
    ways.dedup();
    let mut found = Vec::new();
    let mut cutter = Cutter { within: Vec::new(), found: &mut found };
    cutter.cut(text, Some(own), &ways)?;
    Some(found)
}

struct Cutter<'a> {
    within: Vec<Step>,
    found: &'a mut Vec<Fragment>,
}

impl Cutter<'_> {
    /// `ways` begin at this value and are sorted. The recursion is as deep as the parser went.
    fn cut(&mut self, text: &str, own: Option<&str>, ways: &[&[Seen]]) -> Option<()> {
        let mut groups: BTreeMap<&Seen, Vec<&[Seen]>> = BTreeMap::new();
        for way in ways {
            let (first, rest) = way.split_first()?;
            groups.entry(first).or_default().push(rest);
        }
        let inside = parts(text);
        // Somebody may have written `Some(…)` out.
        if let Some(deeper) = groups.remove(&Seen::Some) {
            let written = inside.as_ref().filter(|parts| parts.name == "Some" && parts.items.len() == 1);
            let value = written.map_or(text, |parts| parts.items.first().map_or(text, |item| item.value));
            self.cut(value, own, &deeper)?;
        }
        if groups.is_empty() {
            return Some(());
        }
        let inside = inside?;
        let own = own.and_then(parts);
        if let Some(deeper) = groups.remove(&Seen::Inner) {
            let step = |own: &Parts<'_>| Some((To::Inner, own.items.first()?.value.to_owned()));
            let found = own.as_ref().and_then(step);
            self.descend(To::Inner, inside.items.first()?, found, &deeper)?;
        }
        let mut after = String::new();
        let among: Option<Arc<[String]>> = own
            .as_ref()
            .filter(|own| own.kind == Kind::List)
            .map(|own| own.items.iter().map(|item| item.value.to_owned()).collect());
        for (index, item) in inside.items.iter().enumerate() {
            let name = plain(item.key).trim_matches('"').to_owned();
            let key = match inside.kind {
                Kind::List | Kind::Tuple => Seen::Element(index),
                Kind::Fields | Kind::Map => Seen::Field(name.clone()),
            };
            let Some(deeper) = groups.get(&key) else {
                after = name;
                continue;
            };
            if deeper.iter().any(|way| way.is_empty()) {
                self.found.push(Fragment {
                    within: self.within.clone(),
                    after: after.clone(),
                    name: compact(item.key),
                    value: compact(item.value),
                });
                continue;
            }
            let (to, found) = match inside.kind {
                Kind::Fields => {
                    let found = own.as_ref().and_then(|own| own.items.iter().find(|own| own.key == item.key));
                    let optional = deeper.iter().all(|way| way.first() == Some(&Seen::Some));
                    (To::Field { name: name.clone(), optional }, found)
                }
                Kind::Map => {
                    let key = compact(item.key);
                    let found = own.as_ref().and_then(|own| own.items.iter().find(|own| own.key == key));
                    (To::Key(key), found)
                }
                Kind::List | Kind::Tuple => {
                    let among = among.clone().unwrap_or_default();
                    (To::Element { index, among }, own.as_ref().and_then(|own| own.items.get(index)))
                }
            };
            let found = found.map(|item| (to.clone(), item.value.to_owned()));
            self.descend(to, item, found, deeper)?;
            after = name;
        }
        Some(())
    }

    fn descend(
        &mut self,
        to: To,
        item: &Item<'_>,
        own: Option<(To, String)>,
        ways: &[&[Seen]],
    ) -> Option<()> {
        let own = own.map(|(_, text)| text);
        let variant = own.as_deref().and_then(parts).map_or(String::new(), |parts| parts.name.to_owned());
        self.within.push(Step { to, variant });
        let done = self.cut(item.value, own.as_deref(), ways);
        self.within.pop();
        done
    }
}

/// Appends the text of a record with its unknown fields.
pub(super) fn write_record<T>(record: &T, fragments: &[Fragment], out: &mut String) -> Result<(), ron::Error>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let start = out.len();
    options().to_writer(&mut *out, record)?;
    if !fragments.is_empty() {
        let own = out.split_off(start);
        out.push_str(&weave(&own, fragments, 0, &|text| {
            options().from_str::<T>(text).is_ok_and(|read| read == *record)
        }));
    }
    Ok(())
}

/// Returns the unknown fields of a record together with those of the records inside of it.
pub(super) fn gather<T: Serialize>(
    record: &T,
    own: &[Fragment],
    inside: Vec<(RecordRef, Vec<Step>)>,
    unknown: &Unknown,
) -> Result<Vec<Fragment>, ron::Error> {
    let mut all = own.to_vec();
    let mut text = None;
    for (part, mut way) in inside {
        let fragments = unknown.of(Some(part));
        if fragments.is_empty() {
            continue;
        }
        if text.is_none() {
            text = Some(options().to_string(record)?);
        }
        name_elements(text.as_deref().unwrap_or_default(), &mut way);
        for fragment in fragments {
            let within = way.iter().chain(&fragment.within).cloned().collect();
            let fragment = Fragment { within, ..fragment.clone() };
            if !all.iter().any(|known| known.within == fragment.within && known.name == fragment.name) {
                all.push(fragment);
            }
        }
    }
    Ok(all)
}

/// Notes in the steps of a way among which elements those stand to which it leads.
fn name_elements(text: &str, way: &mut [Step]) {
    let mut text = text;
    for step in way {
        let Some(parts) = parts(text) else { return };
        let item = match &mut step.to {
            To::Field { name, .. } => parts.items.iter().find(|item| plain(item.key) == *name),
            To::Key(key) => parts.items.iter().find(|item| item.key == key),
            To::Inner => parts.items.first(),
            To::Element { index, among } => {
                *among = parts.items.iter().map(|item| item.value.to_owned()).collect();
                parts.items.get(*index)
            }
        };
        let Some(item) = item else { return };
        text = item.value;
    }
}

/// Gives the unknown fields that were read in a record to the records inside of it to which they belong.
pub(super) fn hand_out<T: InBook>(record: &T, fragments: Vec<Fragment>) -> Vec<(RecordRef, Vec<Fragment>)> {
    let mut own = Vec::new();
    let mut parts: BTreeMap<RecordRef, Vec<Fragment>> = BTreeMap::new();
    let inside = record.inside();
    for mut fragment in fragments {
        let leads_there = |way: &[Step]| {
            !way.is_empty()
                && fragment.within.len() >= way.len()
                && way.iter().zip(&fragment.within).all(|(one, other)| part(&one.to) == part(&other.to))
        };
        match inside.iter().find(|(_, way)| leads_there(way)) {
            Some((part, way)) => {
                fragment.within.drain(..way.len());
                parts.entry(*part).or_default().push(fragment);
            }
            None => own.push(fragment),
        }
    }
    let mut all: Vec<_> = parts.into_iter().collect();
    if !own.is_empty() {
        all.push((T::reference(record.id()), own));
    }
    all
}

/// Puts unknown fields into the text of a record. `skip` is how many steps lead to the record itself. A field
/// after which `still_the_same` says no is left out: it belonged to something that is no longer there.
pub(super) fn weave(
    own: &str,
    fragments: &[Fragment],
    skip: usize,
    still_the_same: &dyn Fn(&str) -> bool,
) -> String {
    let mut kept: Vec<&Fragment> = Vec::new();
    // Together first; when that goes wrong, in halves, to find the one that must stay out.
    let mut rest: Vec<&[Fragment]> = vec![fragments];
    let mut woven = own.to_owned();
    let mut attempts = 0;
    while let Some(some) = rest.pop()
        && attempts < MOST_ATTEMPTS
    {
        attempts += 1;
        let with: Vec<&Fragment> = kept.iter().copied().chain(some).collect();
        let text = put_in(own, &with, skip);
        if still_the_same(&text) {
            kept = with;
            woven = text;
        } else if some.len() > 1 {
            let (first, second) = some.split_at(some.len() / 2);
            rest.push(second);
            rest.push(first);
        }
    }
    woven
}

/// What tells the parts of one value apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    Field(&'a str),
    Key(&'a str),
    Inner,
    Element(usize),
}

fn put_in(own: &str, fragments: &[&Fragment], depth: usize) -> String {
    let Some(inside) = parts(own) else { return own.to_owned() };
    let mut here: BTreeMap<&str, Vec<&Fragment>> = BTreeMap::new();
    let mut deeper: BTreeMap<Part<'_>, Vec<&Fragment>> = BTreeMap::new();
    for fragment in fragments {
        match fragment.within.get(depth).map(|step| &step.to) {
            None => here.entry(&fragment.after).or_default().push(fragment),
            Some(to) => deeper.entry(part(to)).or_default().push(fragment),
        }
    }
    let places = elements(&inside, &deeper, depth);
    let mut items: Vec<String> = Vec::new();
    let add = |items: &mut Vec<String>, fragments: Option<Vec<&Fragment>>| {
        items.extend(fragments.into_iter().flatten().map(|f| format!("{}:{}", f.name, f.value)));
    };
    add(&mut items, here.remove(""));
    for (index, item) in inside.items.iter().enumerate() {
        let part = match inside.kind {
            Kind::Fields => Some(Part::Field(plain(item.key))),
            Kind::Map => Some(Part::Key(item.key)),
            Kind::Tuple => Some(Part::Inner),
            Kind::List => places.get(&index).copied(),
        };
        let value = part.and_then(|part| deeper.remove(&part)).map(|mut fragments| {
            let name = parts(item.value).map_or("", |parts| parts.name);
            fragments.retain(|f| f.within.get(depth).is_some_and(|step| step.variant == name));
            put_in(item.value, &fragments, depth + 1)
        });
        let value = value.as_deref().unwrap_or(item.value);
        items.push(if item.key.is_empty() { value.to_owned() } else { format!("{}:{value}", item.key) });
        add(&mut items, here.remove(plain(item.key)));
    }
    // Values that are not written while they say nothing: made to hold what is unknown.
    for (part, mut fragments) in deeper {
        let Part::Field(name) = part else { continue };
        fragments.retain(|f| {
            f.within.get(depth).is_some_and(|step| {
                step.variant.is_empty() && !matches!(step.to, To::Field { optional: true, .. })
            })
        });
        if !fragments.is_empty() {
            items.push(format!("{name}:{}", put_in("()", &fragments, depth + 1)));
            add(&mut items, here.remove(name));
        }
    }
    for (_, fragments) in here {
        add(&mut items, Some(fragments));
    }
    let (open, close) = match inside.kind {
        Kind::Fields | Kind::Tuple => ('(', ')'),
        Kind::List => ('[', ']'),
        Kind::Map => ('{', '}'),
    };
    format!("{}{open}{}{close}", inside.name, items.join(","))
}

fn part(to: &To) -> Part<'_> {
    match to {
        To::Field { name, .. } => Part::Field(name),
        To::Key(key) => Part::Key(key),
        To::Inner => Part::Inner,
        To::Element { index, .. } => Part::Element(*index),
    }
}

/// Finds the elements of a list again: returns for each one which old element it was, where that matters.
///
/// An element that reads as before is the same one; of the others, those that agree in most fields.
fn elements<'a>(
    inside: &Parts<'_>,
    deeper: &BTreeMap<Part<'a>, Vec<&Fragment>>,
    depth: usize,
) -> BTreeMap<usize, Part<'a>> {
    let mut found = BTreeMap::new();
    let first = deeper.values().flatten().next().and_then(|fragment| fragment.within.get(depth));
    let Some(To::Element { among, .. }) = first.map(|step| &step.to) else { return found };
    if inside.kind != Kind::List {
        return found;
    }
    let mut old_left: Vec<usize> = Vec::new();
    let mut by_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let unmoved = |index: usize| {
        inside.items.get(index).is_some_and(|item| among.get(index).is_some_and(|old| old == item.value))
    };
    for (index, item) in inside.items.iter().enumerate().rev().filter(|(index, _)| !unmoved(*index)) {
        by_text.entry(item.value).or_default().push(index);
    }
    for (old, text) in among.iter().enumerate() {
        let new = if unmoved(old) { Some(old) } else { by_text.get_mut(text.as_str()).and_then(Vec::pop) };
        match new {
            Some(new) => drop(found.insert(new, Part::Element(old))),
            None => old_left.push(old),
        }
    }
    let mut new_left: Vec<usize> = (0..inside.items.len()).filter(|new| !found.contains_key(new)).collect();
    // A list that was rewritten as a whole is not worth comparing everything with everything.
    if old_left.len().saturating_mul(new_left.len()) > 10_000 {
        new_left.truncate(100);
        old_left.truncate(100);
    }
    for old in old_left {
        let alike = |new: &usize| {
            let item = inside.items.get(*new).map_or("", |item| item.value);
            let old_text = among.get(old).map_or("", String::as_str);
            (likeness(old_text, item), std::cmp::Reverse(new.abs_diff(old)))
        };
        // One that shares nothing is another one, unless it stands in the same place of a list as long as before.
        let same_length = inside.items.len() == among.len();
        let best = new_left.iter().copied().max_by_key(alike);
        if let Some(new) = best.filter(|new| alike(new).0 > 0 || (same_length && *new == old)) {
            found.insert(new, Part::Element(old));
            new_left.retain(|left| *left != new);
        }
    }
    found
}

/// How much two elements agree: the same id decides, then the number of equal fields.
fn likeness(one: &str, other: &str) -> usize {
    let (Some(one), Some(other)) = (parts(one), parts(other)) else { return 0 };
    let equal = |item: &&Item<'_>| other.items.contains(item);
    let id = one.items.iter().filter(|item| item.key == "id").find(equal);
    one.items.iter().filter(equal).count() + id.map_or(0, |_| 1000)
}
