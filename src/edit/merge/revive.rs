//! Brings removed records back from another state of the book, with the links that went with them. Used by the merge and
//! by the edits that take back. Owns no rule of which records those are.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::fields::Fields;
use super::tables::copy;
use crate::model::*;
use crate::with_tables;

/// What comes back besides the records themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::edit) enum Revive {
    /// Nothing that is not there: links to it are left out.
    Alone,
    /// Circles, companies, events, pictures and storage places that they name.
    WithSurroundings,
}

/// Puts `roots` back into `now` as `from` has them. With a person comes back what names them, if the others in it are
/// there; links to all of these that other records have lost are put back.
pub(in crate::edit) fn revive(now: &mut Book, from: &Book, roots: &BTreeSet<RecordRef>, how: Revive) {
    let mut back: BTreeSet<RecordRef> = BTreeSet::new();
    for root in roots.iter().filter(|root| !now.contains(**root)).copied().collect::<Vec<_>>() {
        copy(now, from, root, &mut |_| {});
        back.insert(root);
    }
    // What names a person belongs to them; what names that (a follow-up its review) belongs to it.
    let mut news: BTreeSet<RecordRef> =
        back.iter().copied().filter(|record| matches!(record, RecordRef::Contact(_))).collect();
    while !news.is_empty() {
        let mut next = BTreeSet::new();
        from.references(|owner, to| {
            if news.contains(&to) && !now.contains(owner) && (belongs(owner) || is_card_of(from, owner, to)) {
                next.insert(owner);
            }
        });
        for record in &next {
            copy(now, from, *record, &mut |_| {});
            back.insert(*record);
        }
        news = next;
    }
    if how == Revive::WithSurroundings {
        surroundings(now, from, &mut back);
    }
    settle(now, &mut back);
    relink(now, from, &back);
    // A link that was put back may lead to what is not there.
    settle(now, &mut back);
}

/// Whether it is the person's own card, not one that was lent to them.
fn is_card_of(from: &Book, card: RecordRef, person: RecordRef) -> bool {
    let RecordRef::Card(card) = card else { return false };
    from.get(card).is_some_and(|card| card.contact.map(RecordRef::Contact) == Some(person))
}

/// Whether a record comes back with the person whom it names.
fn belongs(record: RecordRef) -> bool {
    match record {
        RecordRef::Encounter(_)
        | RecordRef::Relationship(_)
        | RecordRef::Introduction(_)
        | RecordRef::Referral(_)
        | RecordRef::Review(_)
        | RecordRef::FollowUp(_)
        | RecordRef::Place(_)
        | RecordRef::Recall(_) => true,
        RecordRef::Circle(_)
        | RecordRef::Organization(_)
        | RecordRef::Contact(_)
        | RecordRef::Event(_)
        | RecordRef::Attachment(_)
        | RecordRef::Storage(_)
        | RecordRef::Card(_)
        | RecordRef::SavedSearch(_)
        | RecordRef::LetterTemplate(_)
        | RecordRef::Conflict(_)
        | RecordRef::Trashed(_) => false,
    }
}

/// Brings back what the records that came back name, as far as it belongs to nobody.
pub(in crate::edit) fn surroundings(now: &mut Book, from: &Book, back: &mut BTreeSet<RecordRef>) {
    let mut missing = Vec::new();
    for record in back.iter() {
        references_of(now, *record, &mut |to| missing.push(to));
    }
    while let Some(record) = missing.pop() {
        let surrounds = matches!(
            record,
            RecordRef::Circle(_)
                | RecordRef::Organization(_)
                | RecordRef::Event(_)
                | RecordRef::Attachment(_)
                | RecordRef::Storage(_)
        );
        if surrounds && !now.contains(record) && from.contains(record) {
            copy(now, from, record, &mut |to| missing.push(to));
            back.insert(record);
        }
    }
}

/// Visits what a record of the book names.
pub(in crate::edit) fn references_of(book: &Book, record: RecordRef, visit: &mut dyn FnMut(RecordRef)) {
    macro_rules! visit_one {
        ($($field:ident: $kind:ident,)*) => {
            match record {
                $(RecordRef::$kind(id) => if let Some(record) = book.get(id) { record.references(visit) })*
            }
        };
    }
    with_tables!(visit_one);
}

/// Takes links to nowhere out of the records that came back, and those records that mean nothing without theirs.
fn settle(now: &mut Book, back: &mut BTreeSet<RecordRef>) {
    loop {
        let mut gone = Vec::new();
        for record in back.iter() {
            unlink_record(now, *record);
            if means_nothing(now, *record) {
                gone.push(*record);
            }
        }
        if gone.is_empty() {
            return;
        }
        for record in gone {
            remove(now, record);
            back.remove(&record);
        }
    }
}

fn remove(book: &mut Book, record: RecordRef) {
    macro_rules! remove_one {
        ($($field:ident: $kind:ident,)*) => {
            match record { $(RecordRef::$kind(id) => { $kind::table_mut(book).remove(&id); })* }
        };
    }
    with_tables!(remove_one);
}

/// Takes links to missing records out of a record, as far as it can do without them. Says whether there were any.
pub(in crate::edit) fn unlink_record(book: &mut Book, record: RecordRef) -> bool {
    let mut missing = BTreeSet::new();
    references_of(book, record, &mut |to| {
        if !book.contains(to) {
            missing.insert(to);
        }
    });
    if missing.is_empty() {
        return false;
    }
    macro_rules! unlink_one {
        ($($field:ident: $kind:ident,)*) => {
            match record {
                $(RecordRef::$kind(id) => {
                    let Some(record) = $kind::table_mut(book).get_mut(&id) else { return false };
                    let record = Arc::make_mut(record);
                    let before = record.clone();
                    Fields::unlink(record, &|to| missing.contains(&to));
                    *record != before
                })*
            }
        };
    }
    with_tables!(unlink_one)
}

/// Whether a record has lost the link without which it says nothing: a review of nobody, somebody tied to
/// themselves, a letter to nobody.
pub(in crate::edit) fn means_nothing(book: &Book, record: RecordRef) -> bool {
    let lacks = |id: Id<Contact>| !book.contains(RecordRef::Contact(id));
    let nobody = |party: Party| party.contact().is_some_and(lacks);
    match record {
        RecordRef::Relationship(id) => {
            book.get(id).is_some_and(|it| it.from == it.to || lacks(it.from) || lacks(it.to))
        }
        RecordRef::Introduction(id) => book.get(id).is_some_and(|it| it.parties().into_iter().any(nobody)),
        RecordRef::Referral(id) => {
            book.get(id).is_some_and(|it| lacks(it.subject) || nobody(it.giver) || nobody(it.recipient))
        }
        RecordRef::Review(id) => book.get(id).is_some_and(|it| lacks(it.contact)),
        RecordRef::Encounter(id) => book.get(id).is_some_and(|it| it.contacts.is_empty()),
        RecordRef::FollowUp(id) => {
            book.get(id).is_some_and(|it| it.contacts.is_empty() && it.about.trim().is_empty())
        }
        RecordRef::Place(id) => lacks(id.cast()),
        RecordRef::Recall(id) => lacks(id.cast()),
        // Moot, and shown to nobody.
        RecordRef::Conflict(id) => {
            book.get(id).is_some_and(|it| it.record.is_some_and(|record| !book.contains(record)))
        }
        // Restored, or nothing in it.
        RecordRef::Trashed(id) => book.get(id).is_some_and(|it| it.is_moot(book)),
        RecordRef::Circle(_)
        | RecordRef::Organization(_)
        | RecordRef::Contact(_)
        | RecordRef::Event(_)
        | RecordRef::Attachment(_)
        | RecordRef::Storage(_)
        | RecordRef::SavedSearch(_)
        | RecordRef::LetterTemplate(_)
        | RecordRef::Card(_) => false,
    }
}

/// Puts links to `back` into the records that have lost them.
fn relink(now: &mut Book, from: &Book, back: &BTreeSet<RecordRef>) {
    if back.is_empty() {
        return;
    }
    macro_rules! relink_all {
        ($($field:ident: $kind:ident,)*) => {
            $(for (id, older) in from.$field.iter() {
                let mut names_one = false;
                older.references(&mut |to| names_one |= back.contains(&to));
                if names_one && let Some(record) = now.get(*id) && !Arc::ptr_eq(record, older) {
                    let mut linked = $kind::clone(record);
                    Fields::relink(&mut linked, older, back);
                    if linked != **record {
                        $kind::table_mut(now).insert(*id, Arc::new(linked));
                    }
                }
            })*
        };
    }
    with_tables!(relink_all);
}
