//! Joins what this version of the program has no field for. Owns no meaning of it: a field is its way, its name and
//! its text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rule::Spot;
use crate::model::{Book, Fragment, RecordRef, To, Unknown};

/// What tells one unknown field from another: the way to it and its name. An element of a list is known by what it
/// says, for its place may differ on both sides.
type Key = (Vec<String>, String);

fn key(fragment: &Fragment) -> Key {
    let step = |step: &crate::model::Step| {
        let to = match &step.to {
            To::Field { name, .. } => format!(".{name}"),
            To::Key(key) => format!("={key}"),
            To::Inner => "!".to_owned(),
            To::Element { index, among } => {
                format!("#{}", among.get(*index).map(String::as_str).unwrap_or_default())
            }
        };
        format!("{}{to}", step.variant)
    };
    (fragment.within.iter().map(step).collect(), fragment.name.clone())
}

/// Joins the unknown fields record by record and field by field. Where both sides differ, ours stays and the other
/// text is kept in a conflict: a version that knows the field asks about it.
pub(super) fn join(base: &Book, ours: &Book, theirs: &Book, spot: &mut Spot<'_>) -> Arc<Unknown> {
    let mut joined = None;
    for record in ours.unknown.differences(&theirs.unknown) {
        let (own, other) = (ours.unknown.of(record), theirs.unknown.of(record));
        let has = |side: &Book| record.is_none_or(|record| side.keeps(record));
        let fragments = if !has(theirs) {
            // The fields of a record that is gone are not in the file. They wait for Undo.
            own.to_vec()
        } else if !has(ours) {
            other.to_vec()
        } else {
            join_fragments(record, base.unknown.of(record), own, other, spot)
        };
        if fragments != own {
            joined.get_or_insert_with(|| Unknown::clone(&ours.unknown)).set(record, fragments);
        }
    }
    joined.map_or_else(|| Arc::clone(&ours.unknown), Arc::new)
}

fn join_fragments(
    record: Option<RecordRef>,
    base: &[Fragment],
    ours: &[Fragment],
    theirs: &[Fragment],
    spot: &mut Spot<'_>,
) -> Vec<Fragment> {
    if base == ours {
        return theirs.to_vec();
    }
    let by_key = |fragments: &[Fragment]| -> BTreeMap<Key, Fragment> {
        fragments.iter().map(|fragment| (key(fragment), fragment.clone())).collect()
    };
    let (base, others) = (by_key(base), by_key(theirs));
    let mut joined = Vec::new();
    for own in ours {
        let key = key(own);
        let before = base.get(&key).map(|fragment| fragment.value.as_str());
        match others.get(&key).map(|fragment| fragment.value.as_str()) {
            None if before == Some(own.value.as_str()) => {}
            Some(other) if before == Some(own.value.as_str()) => {
                joined.push(Fragment { value: other.to_owned(), ..own.clone() });
            }
            Some(other) if other != own.value && before != Some(other) => {
                let value = lines(before.unwrap_or_default(), &own.value, other).unwrap_or_else(|| {
                    spot.record = record;
                    spot.inside(&own.name, |spot| spot.stand_against(own.value.clone(), other.to_owned()));
                    spot.record = None;
                    own.value.clone()
                });
                joined.push(Fragment { value, ..own.clone() });
            }
            None | Some(_) => joined.push(own.clone()),
        }
    }
    let own_keys = by_key(ours);
    for other in theirs {
        let key = key(other);
        if !own_keys.contains_key(&key) && base.get(&key).is_none_or(|before| before.value != other.value) {
            joined.push(other.clone());
        }
    }
    joined
}

/// Joins two texts of a list with one element on each line, such as a table that a newer version has.
/// `None` when they are no such lists, or when both sides changed one element.
fn lines(base: &str, ours: &str, theirs: &str) -> Option<String> {
    let elements = |text: &str| -> Option<BTreeMap<String, String>> {
        let inside = text.trim().strip_prefix('[')?.strip_suffix(']')?;
        let mut elements = BTreeMap::new();
        for line in inside.lines().map(|line| line.trim().trim_end_matches(',')).filter(|it| !it.is_empty()) {
            // A record is known by its id; whatever else, by what it says.
            let name = line.strip_prefix("(id:\"").and_then(|rest| rest.split('"').next()).unwrap_or(line);
            if elements.insert(name.to_owned(), line.to_owned()).is_some() {
                return None;
            }
        }
        Some(elements)
    };
    if !ours.contains('\n') && !theirs.contains('\n') {
        return None;
    }
    let before = elements(base).unwrap_or_default();
    let (ours, theirs) = (elements(ours)?, elements(theirs)?);
    let mut joined: BTreeMap<&String, &String> = BTreeMap::new();
    for (name, line) in &ours {
        match theirs.get(name) {
            None if before.get(name) == Some(line) => {}
            Some(other) if before.get(name) == Some(line) => {
                joined.insert(name, other);
            }
            Some(other) if other != line && before.get(name) != Some(other) => return None,
            None | Some(_) => {
                joined.insert(name, line);
            }
        }
    }
    for (name, line) in &theirs {
        if !ours.contains_key(name) && before.get(name) != Some(line) {
            joined.insert(name, line);
        }
    }
    let mut text = "[\n".to_owned();
    for line in joined.values() {
        text.push_str(line);
        text.push_str(",\n");
    }
    text.push(']');
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::super::Other;
    use super::*;

    fn unknown(fields: &[(&str, &str)]) -> Arc<Unknown> {
        let mut unknown = Unknown::default();
        let record = None;
        let fragments: Vec<Fragment> = fields
            .iter()
            .map(|(name, value)| Fragment {
                within: Vec::new(),
                after: String::new(),
                name: (*name).to_owned(),
                value: (*value).to_owned(),
            })
            .collect();
        unknown.set(record, fragments);
        Arc::new(unknown)
    }

    fn joined(
        base: &[(&str, &str)],
        ours: &[(&str, &str)],
        theirs: &[(&str, &str)],
    ) -> (Arc<Unknown>, usize) {
        let other = Other { source: String::new(), now: chrono::DateTime::default() };
        let mut spot = Spot::new(&other);
        let book = |fields| Book { unknown: unknown(fields), ..Book::default() };
        let joined = join(&book(base), &book(ours), &book(theirs), &mut spot);
        (joined, spot.conflicts.len())
    }

    #[test]
    fn unknown_fields_of_both_sides_are_there_afterwards() {
        let base = [("aura", "1"), ("gone", "2")];
        let (book, conflicts) =
            joined(&base, &[("aura", "3"), ("gone", "2"), ("mine", "4")], &[("aura", "1"), ("theirs", "5")]);
        assert_eq!(book, unknown(&[("aura", "3"), ("mine", "4"), ("theirs", "5")]));
        assert_eq!(conflicts, 0);
    }

    #[test]
    fn an_unknown_field_that_differs_keeps_both_texts() {
        let (book, conflicts) = joined(&[("aura", "1")], &[("aura", "2")], &[("aura", "3")]);
        assert_eq!((book, conflicts), (unknown(&[("aura", "2")]), 1));
    }

    #[test]
    fn an_unknown_table_is_joined_line_by_line() {
        let table = |lines: &[&str]| format!("[\n{},\n]", lines.join(",\n"));
        let [one, two, changed, three] =
            [r#"(id:"01",a:1)"#, r#"(id:"02",a:1)"#, r#"(id:"02",a:2)"#, r#"(id:"03")"#];
        let (base, ours, theirs) = (table(&[one, two]), table(&[one, changed]), table(&[two, three]));
        assert_eq!(lines(&base, &ours, &theirs), Some(table(&[changed, three])));
        assert_eq!(lines(&base, &ours, &table(&[one, r#"(id:"02",a:3)"#])), None);
    }
}
