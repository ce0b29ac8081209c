//! Takes back what an older state of the book has: one person with what belongs to them, or everything.
//!
//! Start reading at [`take_back`]; what the browser of older states lists comes from [`differences`] and
//! [`other_differences`].

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::*;
use crate::with_tables;

use super::mend::{mend, take_over};
use super::merge::{Revive, drop_moot, revive, surroundings, unlink_record};
use super::transaction::Dated;
use super::{Draft, EditError, Label};

/// What is taken back from an older state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeBack {
    /// A person, with cards, encounters and all else that belongs to them.
    Contact(Id<Contact>),
    /// The whole book, as it was.
    Everything,
}

/// How a person in an older state of the book differs from the present one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    /// The person, or what belongs to them, is another today.
    Changed,
    /// The person is gone today.
    OnlyThen,
    /// The person was not there yet.
    OnlyNow,
}

/// A person in whom two states of the book differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactDifference {
    /// The person.
    pub contact: Id<Contact>,
    /// The name; of the older state where there is one.
    pub name: String,
    /// How they differ.
    pub kind: DifferenceKind,
}

/// Returns the people in whom two states of the book differ, in the order of their names. What counts is what taking the
/// person back would change: their own record, cards, reviews, and what names them and is gone.
pub fn differences(from: &Book, now: &Book) -> Vec<ContactDifference> {
    let mut changed: BTreeSet<Id<Contact>> = BTreeSet::new();
    for (id, older) in from.contacts.iter() {
        if now.get(*id).is_none_or(|present| !says_the_same(present, older)) {
            changed.insert(*id);
        }
    }
    changed.extend(now.contacts.keys().filter(|id| !from.contacts.contains_key(id)));
    for (id, older) in from.cards.iter() {
        if now.get(*id).is_none_or(|present| !says_the_same(present, older)) {
            changed.extend(older.contact.filter(|owner| takes_card(now, *id, *owner)));
        }
    }
    for (id, older) in from.reviews.iter() {
        if now.get(*id).is_none_or(|present| !says_the_same(present, older)) {
            changed.insert(older.contact);
        }
    }
    macro_rules! gone {
        ($($field:ident)*) => {
            $(if !Arc::ptr_eq(&from.$field, &now.$field) {
                for record in from.$field.values().filter(|record| !now.$field.contains_key(&record.id())) {
                    record.references(&mut |to| {
                        if let RecordRef::Contact(id) = to {
                            changed.insert(id);
                        }
                    });
                }
            })*
        };
    }
    gone! { encounters relationships introductions referrals follow_ups }
    let mut found: Vec<ContactDifference> = changed
        .into_iter()
        .filter_map(|contact| {
            let (then, today) = (from.get(contact), now.get(contact));
            let kind = match (then, today) {
                (Some(_), Some(_)) => DifferenceKind::Changed,
                (Some(_), None) => DifferenceKind::OnlyThen,
                (None, Some(_)) => DifferenceKind::OnlyNow,
                (None, None) => return None,
            };
            Some(ContactDifference { contact, name: then.or(today)?.display_name(), kind })
        })
        .collect();
    found.sort_by(|one, other| (&one.name, one.contact).cmp(&(&other.name, other.contact)));
    found
}

/// How much two states of the book differ besides people: taking a person back leaves it as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OtherDifferences {
    /// Cards, also those of people.
    pub cards: usize,
    /// Events.
    pub events: usize,
    /// Companies and groups.
    pub organizations: usize,
    /// Circles.
    pub circles: usize,
    /// Encounters, follow-ups, referrals and all else that is not just where somebody stands in the network.
    pub more: usize,
}

impl OtherDifferences {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Counts in how many records besides people two states of the book differ.
pub fn other_differences(from: &Book, now: &Book) -> OtherDifferences {
    let mut found = OtherDifferences::default();
    macro_rules! count {
        ($($field:ident: $kind:ident,)*) => {
            $({
                let count = differing(&from.$field, &now.$field);
                match <$kind as InBook>::TABLE {
                    "cards" => found.cards += count,
                    "events" => found.events += count,
                    "organizations" => found.organizations += count,
                    "circles" => found.circles += count,
                    // Places are found again by the layout; an answer of the quiz is no difference that anybody would take back.
                    "contacts" | "places" | "recalls" => {}
                    _ => found.more += count,
                }
            })*
        };
    }
    with_tables!(count);
    found
}

fn differing<T: Dated + Clone + PartialEq>(from: &Arc<Table<T>>, now: &Arc<Table<T>>) -> usize {
    if Arc::ptr_eq(from, now) {
        return 0;
    }
    let changed =
        |(id, older): &(&Id<T>, &Arc<T>)| now.get(id).is_none_or(|present| !says_the_same(present, older));
    from.iter().filter(changed).count() + now.keys().filter(|id| !from.contains_key(id)).count()
}

/// Whether two states of a record differ in nothing but the time of the last change.
fn says_the_same<T: Dated + Clone + PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other || {
        let mut timed = T::clone(one);
        timed.take_time_of(other);
        timed == **other
    }
}

/// Whether a card comes back to a person: it is gone, in the pile, or theirs; not when it became somebody else's.
fn takes_card(now: &Book, card: Id<Card>, owner: Id<Contact>) -> bool {
    now.get(card).is_none_or(|present| present.contact.is_none_or(|present| present == owner))
}

pub(super) fn take_back(draft: &mut Draft, from: &Book, what: TakeBack) -> Result<Label, EditError> {
    match what {
        TakeBack::Contact(id) => {
            let person = from.get(id).ok_or(EditError::Missing(RecordRef::Contact(id)))?;
            let label = Label::TakeBack(person.display_name());
            let book = with_contact(draft.book(), from, id);
            take_over(draft, &book);
            Ok(label)
        }
        TakeBack::Everything => {
            // A book from before a repair may have links to nowhere; they are not brought back.
            let mut book = from.clone();
            let header = Header { id: draft.book().header.id, ..Header::clone(&from.header) };
            book.header = Arc::new(header);
            if !book.dangling().is_empty() {
                mend(&mut book);
            }
            take_over(draft, &book);
            Ok(Label::TakeBackAll)
        }
    }
}

/// Returns the book with a person as in `from`.
fn with_contact(now: &Book, from: &Book, id: Id<Contact>) -> Book {
    let mut book = now.clone();
    // Gone: the person, what names them alone, and what they share with others who are still there.
    let mut gone: BTreeSet<RecordRef> = BTreeSet::new();
    let whole = RecordRef::Contact(id);
    gone.insert(whole);
    from.references(|owner, to| {
        let shared = !matches!(owner, RecordRef::Contact(_) | RecordRef::Event(_));
        if to == whole && shared && !now.contains(owner) {
            gone.insert(owner);
        }
    });
    gone.extend(
        from.conflicts
            .values()
            .filter(|conflict| conflict.record == Some(whole) && now.get(conflict.id).is_none())
            .map(|conflict| RecordRef::Conflict(conflict.id)),
    );
    revive(&mut book, from, &gone, Revive::WithSurroundings);
    // What belongs to the person alone is as it was.
    let mut own: BTreeSet<RecordRef> = BTreeSet::new();
    own.insert(whole);
    if let Some(person) = from.get(id) {
        Contact::table_mut(&mut book).insert(id, Arc::clone(person));
    }
    if let Some(place) = from.get::<Place>(id.cast()) {
        Place::table_mut(&mut book).insert(place.id, Arc::clone(place));
    }
    for card in from.cards.values().filter(|card| card.contact == Some(id)) {
        if takes_card(now, card.id, id) {
            Card::table_mut(&mut book).insert(card.id, Arc::clone(card));
            own.insert(RecordRef::Card(card.id));
        }
    }
    for review in from.reviews.values().filter(|review| review.contact == id) {
        Review::table_mut(&mut book).insert(review.id, Arc::clone(review));
        own.insert(RecordRef::Review(review.id));
    }
    surroundings(&mut book, from, &mut own);
    for record in own {
        unlink_record(&mut book, record);
    }
    // Whoever was taken back lies in the trash no more.
    drop_moot(&mut book);
    book
}
