//! Names that the owner of the invented book has learnt by their faces.
//!
//! Written last and without chances, so that the rest of the story does not depend on them.

use super::desk::Desk;
use crate::model::{Contact, Grade, Id, Recall};

/// How many names.
const MOST: usize = 12;

/// Days before today on which each was answered, and how it went: taken in turns.
const HISTORIES: [&[(i64, Grade)]; 4] = [
    &[(-40, Grade::Good), (-36, Grade::Good), (-24, Grade::Good)],
    &[(-9, Grade::Hard), (-6, Grade::Again)],
    &[(-20, Grade::Easy)],
    &[(-6, Grade::Good)],
];

/// Writes down what was answered.
pub(super) fn recall(desk: &mut Desk) {
    let known = desk
        .book
        .contacts
        .values()
        .filter(|contact| contact.portrait.is_some() && contact.archived.is_none());
    let known: Vec<Id<Contact>> = known.map(|contact| contact.id).take(MOST).collect();
    for (contact, history) in known.into_iter().zip(HISTORIES.iter().cycle()) {
        let mut recall: Option<Recall> = None;
        for (days, grade) in *history {
            let day = desk.day(*days);
            recall = Some(Recall::after(recall.as_ref(), contact, *grade, day, desk.moment(day, 21, 30)));
        }
        if let Some(recall) = recall {
            desk.put(recall);
        }
    }
}
