//! The trash: what is deleted leaves its table with everything that belongs to it, and can come back.
//!
//! Owns what goes along, what comes back, and what happens to both when several people lie in the trash. Start reading
//! at [`put`] and [`restore`].
//!
//! Invariant: whoever is restored has everything again that was not deleted on its own (`suite::trash`).

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use crate::model::*;
use crate::with_tables;

use super::mend::take_over;
use super::merge::{Revive, drop_moot, means_nothing, revive, unlink_record};
use super::{Draft, EditError, Label, Transaction, cards, follow_ups, meetings, name};

/// Moves people, with everything that belongs to nobody else, and cards to the trash.
pub(super) fn put(
    draft: &mut Draft,
    people: &BTreeSet<Id<Contact>>,
    loose: &BTreeSet<Id<Card>>,
) -> Result<Label, EditError> {
    for contact in people {
        draft.get(*contact)?;
    }
    let mut cards: BTreeSet<Id<Card>> = BTreeSet::new();
    for card in loose {
        // Cards of these people go with them.
        if draft.get(*card)?.contact.is_none_or(|owner| !people.contains(&owner)) {
            cards.insert(*card);
        }
    }
    let label = label_of(draft, people, &cards);
    let before = draft.book().clone();
    for card in &cards {
        cards::remove_card(draft, *card)?;
    }
    if !people.is_empty() {
        let mut book = draft.book().clone();
        take_out(&mut book, people);
        take_over(draft, &book);
    }
    let contacts = people.iter().copied().map(RecordRef::Contact);
    let subjects: BTreeSet<RecordRef> = contacts.chain(cards.into_iter().map(RecordRef::Card)).collect();
    for trashed in bundles(&before, draft.book(), &subjects, draft.stamp.today) {
        draft.put(trashed);
    }
    Ok(label)
}

/// Moves an event to the trash. Cards and encounters of it stay without it, and name it again when it comes back.
pub(super) fn put_event(draft: &mut Draft, event: Id<Event>) -> Result<Label, EditError> {
    let before = draft.book().clone();
    let label = meetings::remove_event(draft, event)?;
    let subjects = BTreeSet::from([RecordRef::Event(event)]);
    for trashed in bundles(&before, draft.book(), &subjects, draft.stamp.today) {
        draft.put(trashed);
    }
    Ok(label)
}

fn label_of(draft: &Draft, people: &BTreeSet<Id<Contact>>, cards: &BTreeSet<Id<Card>>) -> Label {
    let first = people.first().copied();
    let first_card = cards.first().and_then(|card| draft.book().get(*card));
    match (first, people.len(), first_card, cards.len()) {
        (Some(contact), 1, _, 0) => Label::DeleteContact(name(draft, contact)),
        (None, _, Some(card), 1) => {
            Label::RemoveCard(card.contact.map(|owner| name(draft, owner)).unwrap_or_default())
        }
        (_, contacts, _, cards) => Label::DeleteAll(contacts + cards),
    }
}

/// Takes people out of a book, what belongs to nobody else with them, and every link to both.
fn take_out(book: &mut Book, people: &BTreeSet<Id<Contact>>) {
    let is_one = |party: Party| party.contact().is_some_and(|contact| people.contains(&contact));
    let mut gone: BTreeSet<RecordRef> = BTreeSet::new();
    for contact in people {
        gone.insert(RecordRef::Contact(*contact));
        if book.places.contains_key(&contact.cast()) {
            gone.insert(RecordRef::Place(contact.cast()));
        }
        if book.recalls.contains_key(&contact.cast()) {
            gone.insert(RecordRef::Recall(contact.cast()));
        }
    }
    macro_rules! go {
        ($($field:ident: $kind:ident, $which:expr;)*) => {
            $(gone.extend(
                book.$field.values().filter(|record| $which(&***record)).map(|it| RecordRef::$kind(it.id)),
            );)*
        };
    }
    go! {
        cards: Card, |it: &Card| it.contact.is_some_and(|owner| people.contains(&owner));
        encounters: Encounter, |it: &Encounter| it.contacts.is_subset(people);
        relationships: Relationship, |it: &Relationship| people.contains(&it.from) || people.contains(&it.to);
        introductions: Introduction, |it: &Introduction| it.parties().into_iter().any(is_one);
        referrals: Referral, |it: &Referral| {
            people.contains(&it.subject) || is_one(it.giver) || is_one(it.recipient)
        };
        reviews: Review, |it: &Review| people.contains(&it.contact);
    }
    let follow_ups: Vec<RecordRef> = book
        .follow_ups
        .values()
        .filter(|it| {
            let reason = match it.reason {
                Reason::Card(id) | Reason::CardReview(id) => Some(RecordRef::Card(id)),
                Reason::Referral(id) => Some(RecordRef::Referral(id)),
                Reason::Introduction(id) => Some(RecordRef::Introduction(id)),
                _ => None,
            };
            let reason =
                reason.or(it.opt_in.map(RecordRef::Introduction)).or(it.fetches.map(RecordRef::Card));
            let is_theirs = !it.contacts.is_empty() && it.contacts.is_subset(people);
            is_theirs || it.is_open() && reason.is_some_and(|reason| gone.contains(&reason))
        })
        .map(|it| RecordRef::FollowUp(it.id))
        .collect();
    gone.extend(follow_ups);
    for record in &gone {
        remove(book, *record);
    }
    // What they leave behind: links to them, and records that say nothing without them.
    while !gone.is_empty() {
        // Every link of the book is held against it.
        let quick: FxHashSet<RecordRef> = gone.iter().copied().collect();
        let mut left: BTreeSet<RecordRef> = BTreeSet::new();
        book.references(|from, to| {
            if quick.contains(&to) {
                left.insert(from);
            }
        });
        gone.clear();
        for record in left {
            unlink_record(book, record);
            if means_nothing(book, record) {
                remove(book, record);
                gone.insert(record);
            }
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

/// Makes an entry of the trash for each of the subjects, from what differs between two states of the book.
fn bundles(
    before: &Book,
    after: &Book,
    subjects: &BTreeSet<RecordRef>,
    on: chrono::NaiveDate,
) -> Vec<Trashed> {
    let mut removed: BTreeMap<RecordRef, Kept> = BTreeMap::new();
    let mut changed: Vec<Kept> = Vec::new();
    for change in Transaction::between(before, after, Label::ChangeBook).changes {
        let Some(record) = change.record() else { continue };
        let Some(kept) = Kept::of(before, record) else { continue };
        if after.contains(record) {
            changed.push(kept);
        } else {
            removed.insert(record, kept);
        }
    }
    // Whose a record is: of all whom it names, directly or by what else went.
    let mut owners: BTreeMap<RecordRef, BTreeSet<RecordRef>> =
        subjects.iter().map(|subject| (*subject, [*subject].into())).collect();
    let named = |owners: &BTreeMap<RecordRef, BTreeSet<RecordRef>>, kept: &Kept| {
        let mut named: BTreeSet<RecordRef> = BTreeSet::new();
        kept.references(&mut |to| named.extend(owners.get(&to).into_iter().flatten().copied()));
        named
    };
    loop {
        let mut found = Vec::new();
        for (record, kept) in removed.iter().filter(|(record, _)| !subjects.contains(record)) {
            let named = named(&owners, kept);
            if owners.get(record).map_or(0, BTreeSet::len) < named.len() {
                found.push((*record, named));
            }
        }
        if found.is_empty() {
            break;
        }
        owners.extend(found);
    }
    let mut all: BTreeMap<RecordRef, Trashed> = subjects
        .iter()
        .map(|subject| (*subject, Trashed { id: Id::new(subject.value()), on, ..Trashed::default() }))
        .collect();
    for (record, kept) in &removed {
        for owner in owners.get(record).into_iter().flatten() {
            if let Some(trashed) = all.get_mut(owner) {
                trashed.gone.push(kept.clone());
            }
        }
        // Two who go together may name each other.
        if subjects.contains(record) {
            for other in named(&owners, kept).into_iter().filter(|other| other != record) {
                if let Some(trashed) = all.get_mut(&other) {
                    trashed.links.push(kept.clone());
                }
            }
        }
    }
    for kept in &changed {
        for owner in named(&owners, kept) {
            if let Some(trashed) = all.get_mut(&owner) {
                trashed.links.push(kept.clone());
            }
        }
    }
    all.into_values().collect()
}

/// Brings people, cards and events back from the trash.
pub(super) fn restore(draft: &mut Draft, trashed: &[Id<Trashed>]) -> Result<Label, EditError> {
    let mut names = Vec::new();
    let mut title = None;
    for id in trashed {
        let entry = draft.get(*id)?.clone();
        names.push(entry.contact().map(|contact| contact.display_name()).unwrap_or_default());
        title = entry.event().map(|event| event.title.clone());
        let mut now = draft.book().clone();
        Trashed::table_mut(&mut now).remove(id);
        bring_back(&mut now, &entry);
        take_over(draft, &now);
        // A thank-you that was planned for another card in the meantime is the same thank-you.
        if let Some(Kept::Card(card)) = entry.what()
            && let Some(owner) = card.contact
        {
            follow_ups::unify(draft, owner);
        }
    }
    Ok(match names.as_slice() {
        [_] if title.is_some() => Label::RestoreTrashedEvent(title.unwrap_or_default()),
        [name] => Label::RestoreTrashed(name.clone()),
        _ => Label::RestoreManyTrashed(names.len()),
    })
}

fn bring_back(now: &mut Book, entry: &Trashed) {
    let mut from = Book::default();
    let mut roots: BTreeSet<RecordRef> = entry.gone.iter().map(Kept::reference).collect();
    for kept in &entry.links {
        let record = kept.reference();
        if now.contains(record) {
            kept.put_into(&mut from);
        } else if let Some(other) = now.trash.values().find(|other| other.holds(record)).map(|other| other.id)
        {
            // It went later, with somebody else who was in it. It is theirs too.
            if matches!(record, RecordRef::Encounter(_) | RecordRef::FollowUp(_)) {
                kept.put_into(&mut from);
            }
            let names = roots.clone();
            with_entry(now, other, |other| {
                for copy in other.gone.iter_mut().filter(|copy| copy.reference() == record) {
                    copy.relink(kept, &names);
                }
            });
        }
    }
    let shared: Vec<RecordRef> = entry
        .links
        .iter()
        .map(Kept::reference)
        .filter(|record| !now.contains(*record) && from.contains(*record))
        .collect();
    roots.extend(shared);
    for kept in &entry.gone {
        kept.put_into(&mut from);
    }
    revive(now, &from, &roots, Revive::Alone);
    // What says nothing without somebody who still lies in the trash waits there.
    for kept in entry.gone.iter().filter(|kept| !now.contains(kept.reference())).cloned().collect::<Vec<_>>()
    {
        let mut waits_for = BTreeSet::new();
        kept.references(&mut |to| {
            let holders =
                now.trash.values().filter(|other| other.what().is_some_and(|it| it.reference() == to));
            waits_for.extend(holders.map(|other| other.id));
        });
        for other in waits_for {
            with_entry(now, other, |other| {
                if !other.holds(kept.reference()) {
                    other.gone.push(kept.clone());
                }
            });
        }
    }
    // Links to those who still lie in the trash come back with them.
    for kept in entry.gone.iter().filter(|kept| now.contains(kept.reference())).cloned().collect::<Vec<_>>() {
        let mut named = BTreeSet::new();
        kept.references(&mut |to| {
            named.insert(to);
        });
        let holders: Vec<Id<Trashed>> = now
            .trash
            .values()
            .filter(|other| named.iter().any(|record| other.holds(*record)))
            .map(|other| other.id)
            .collect();
        for other in holders {
            with_entry(now, other, |other| {
                if !other.links.iter().any(|link| link.reference() == kept.reference()) {
                    other.links.push(kept.clone());
                }
            });
        }
    }
    drop_moot(now);
}

fn with_entry(book: &mut Book, id: Id<Trashed>, change: impl FnOnce(&mut Trashed)) {
    if let Some(entry) = Trashed::table_mut(book).get_mut(&id) {
        change(std::sync::Arc::make_mut(entry));
    }
}

/// Deletes what lies in the trash for good; Undo alone brings it back.
pub(super) fn empty(draft: &mut Draft, trashed: &[Id<Trashed>]) -> Result<Label, EditError> {
    for id in trashed {
        draft.remove::<Trashed>(*id)?;
    }
    Ok(Label::EmptyTrash(trashed.len()))
}
