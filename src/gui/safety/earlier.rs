//! Earlier states: what is known of each, and the one that is looked into.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Book, Contact, Id};
use crate::store::Backup;

/// Earlier states that were looked into.
#[derive(Debug, Default)]
pub struct Earlier {
    /// How many people each one has; `None` while that is counted, the reason when it cannot be read.
    pub people: BTreeMap<PathBuf, Option<Result<usize, String>>>,
    /// The one that is shown.
    pub shown: Option<Shown>,
}

/// An earlier state that is looked into.
#[derive(Debug)]
pub struct Shown {
    /// Which one.
    pub backup: Backup,
    /// What was read of it; `None` while it is read, the reason when it cannot be.
    pub book: Option<Result<Arc<Book>, String>>,
    /// The people who differ, and the state of the book with which they were compared.
    pub differs: Option<(u64, Arc<Vec<Differs>>)>,
}

/// A person who differs between an earlier state and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    /// The person.
    pub contact: Id<Contact>,
    /// The name; the earlier one when both have one.
    pub name: String,
    /// How.
    pub how: How,
}

/// How a person differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// In both, with other values.
    Changed,
    /// Only in the earlier state.
    OnlyThen,
    /// Only now.
    OnlyNow,
}

/// Returns who differs between two states of one book: first who changed, then who is only in one of them; by name.
pub(super) fn differing(then: &Book, now: &Book) -> Vec<Differs> {
    let mut found = Vec::new();
    let mut add = |contact: &Contact, how| {
        found.push(Differs { contact: contact.id, name: contact.display_name(), how });
    };
    for (id, old) in then.contacts.iter() {
        match now.contacts.get(id) {
            None => add(old, How::OnlyThen),
            Some(new) if !Arc::ptr_eq(old, new) && old != new => add(old, How::Changed),
            Some(_) => {}
        }
    }
    for (id, new) in now.contacts.iter() {
        if !then.contacts.contains_key(id) {
            add(new, How::OnlyNow);
        }
    }
    found.sort_by(|a, b| (a.how, &a.name, a.contact).cmp(&(b.how, &b.name, b.contact)));
    found
}
