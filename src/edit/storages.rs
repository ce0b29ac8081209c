//! Where the cards are: places inside one another, and cards that are lent, given away or thrown away.
//!
//! Owns every change of a place and of where a card is; [`relocate`] is the only one who writes it. Start reading at
//! [`StorageEdit`].
//!
//! Invariant: no edit puts a place into itself or deeper than [`Storage::DEEPEST`], whatever a file held before
//! (held by `tests::no_place_comes_into_itself_or_too_deep`).
//! Invariant: a promise to fetch a card ends with its loan (held by `tests::a_loan_ends_with_its_promise`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::*;
use crate::text::tidy::tidy;

use super::follow_ups::{close_open, plan_with, remove_open};
use super::{Draft, EditError, Label, StorageLabel, name};

/// What the user wants to happen to places and to where cards are.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields say their meaning by name and type; each edit is documented")]
pub enum StorageEdit {
    /// Makes a place, the last one inside its outer place, and puts cards into it.
    Add { storage: Box<Storage>, cards: BTreeSet<Id<Card>> },
    /// Renames a place, says what it is, and in which other one it lies: as the last one there, when that is another one.
    Change { storage: Id<Storage>, name: String, kind: StorageKind, inside: Option<Id<Storage>> },
    /// Puts a place inside another one, or nowhere, before the place that is named or as the last one.
    Move { storage: Id<Storage>, inside: Option<Id<Storage>>, before: Option<Id<Storage>> },
    /// Removes a place. Its cards and the places inside it go to the outer one; cards without one are nowhere known.
    Remove { storage: Id<Storage> },
    /// Puts cards into a place; into none it is not known where they are.
    Put { cards: BTreeSet<Id<Card>>, to: Option<Id<Storage>> },
    /// Lends cards to somebody. With a day there is one thing more to be done for each: to ask for it, in the words beside it.
    Lend { cards: BTreeMap<Id<Card>, String>, to: Id<Contact>, back_by: Option<NaiveDate> },
    /// Notes that cards are back: where they were before they were lent.
    CameBack { cards: BTreeSet<Id<Card>> },
    /// Gives cards away for good; a referral of one to that person that names no card names it from now on.
    HandOver { cards: BTreeSet<Id<Card>>, to: Id<Contact> },
    /// Throws cards away. The pictures stay.
    Discard { cards: BTreeSet<Id<Card>> },
}

pub(super) fn carry_out(draft: &mut Draft, edit: StorageEdit) -> Result<Label, EditError> {
    Ok(Label::Storage(match edit {
        StorageEdit::Add { storage, cards } => add(draft, *storage, &cards)?,
        StorageEdit::Change { storage, name, kind, inside } => change(draft, storage, &name, kind, inside)?,
        StorageEdit::Move { storage, inside, before } => move_to(draft, storage, inside, before)?,
        StorageEdit::Remove { storage } => remove(draft, storage)?,
        StorageEdit::Put { cards, to } => {
            let title = to.map(|to| draft.get(to).map(|place| place.name.clone())).transpose()?;
            let to = to.map_or(Whereabouts::Unknown, Whereabouts::StoredIn);
            for card in &cards {
                relocate(draft, *card, to)?;
            }
            StorageLabel::Put(cards.len(), title.unwrap_or_default())
        }
        StorageEdit::Lend { cards, to, back_by } => lend(draft, &cards, to, back_by)?,
        StorageEdit::CameBack { cards } => {
            for card in &cards {
                come_back(draft, *card)?;
            }
            StorageLabel::CameBack(cards.len())
        }
        StorageEdit::HandOver { cards, to } => hand_over(draft, &cards, to)?,
        StorageEdit::Discard { cards } => {
            let on = draft.stamp.today;
            for card in &cards {
                // The day on which it was thrown away stays.
                if !matches!(draft.get(*card)?.whereabouts, Whereabouts::Discarded { .. }) {
                    relocate(draft, *card, Whereabouts::Discarded { on })?;
                }
            }
            StorageLabel::Discard(cards.len())
        }
    }))
}

/// Says where a card is. A loan that ends takes its promise along: kept when the card is here again, moot otherwise.
pub(super) fn relocate(draft: &mut Draft, card: Id<Card>, to: Whereabouts) -> Result<(), EditError> {
    let before = draft.get(card)?.whereabouts;
    if before == to {
        return Ok(());
    }
    let now = draft.stamp.now;
    draft.update::<Card>(card, |card| {
        card.whereabouts = to;
        card.updated_at = now;
    })?;
    let was_lent_to = |place| match place {
        Whereabouts::LentTo { contact, on, .. } => Some((contact, on)),
        _ => None,
    };
    if was_lent_to(before).is_some() && was_lent_to(before) != was_lent_to(to) {
        let is_promise = |follow_up: &FollowUp| follow_up.fetches == Some(card);
        match to {
            Whereabouts::StoredIn(_) | Whereabouts::Unknown => close_open(draft, is_promise),
            _ => remove_open(draft, is_promise),
        }
    }
    Ok(())
}

/// A card that was lent lies where it was before.
pub(super) fn come_back(draft: &mut Draft, card: Id<Card>) -> Result<(), EditError> {
    let here = draft.get(card)?.whereabouts;
    if !here.is_away() {
        return Ok(());
    }
    let place = here.place().filter(|place| draft.book().get(*place).is_some());
    relocate(draft, card, place.map_or(Whereabouts::Unknown, Whereabouts::StoredIn))
}

/// A card was not fetched after all: it is still with whom it was lent to, unless it is with somebody else by now. Then it
/// is not what there is to be fetched.
pub(super) fn still_away(draft: &mut Draft, card: Id<Card>, promise: Id<FollowUp>) -> Result<(), EditError> {
    let record = draft.get(promise)?.clone();
    let here = draft.get(card)?.clone();
    let to = record.contacts.first().copied().filter(|to| here.contact != Some(*to));
    match (here.whereabouts, to) {
        (Whereabouts::LentTo { contact, .. }, _) if record.contacts.contains(&contact) => Ok(()),
        (Whereabouts::StoredIn(_) | Whereabouts::Unknown, Some(contact)) => {
            // A promise of before the day was kept was made when it was lent, and knows that moment in UTC only.
            let made_on = || record.created_at.date_naive().min(draft.stamp.today);
            let on = record.lent_on.unwrap_or_else(made_on);
            let from = here.whereabouts.place();
            relocate(draft, card, Whereabouts::LentTo { contact, on, from })
        }
        _ => draft.update::<FollowUp>(promise, |promise| (promise.fetches, promise.lent_on) = (None, None)),
    }
}

fn lend(
    draft: &mut Draft,
    cards: &BTreeMap<Id<Card>, String>,
    to: Id<Contact>,
    back_by: Option<NaiveDate>,
) -> Result<StorageLabel, EditError> {
    draft.get(to)?;
    let today = draft.stamp.today;
    for (card, about) in cards {
        let record = draft.get(*card)?.clone();
        if record.contact == Some(to) {
            return Err(EditError::SamePerson);
        }
        let from = record.whereabouts.place().filter(|place| draft.book().get(*place).is_some());
        let on = match record.whereabouts {
            // Said once more: it is with them since then.
            Whereabouts::LentTo { contact, on, .. } if contact == to => on,
            _ => today,
        };
        relocate(draft, *card, Whereabouts::LentTo { contact: to, on, from })?;
        // Another day takes the place of the one before.
        remove_open(draft, |follow_up| follow_up.fetches == Some(*card));
        if let Some(due_on) = back_by {
            plan_with(
                draft,
                FollowUp {
                    kind: FollowUpKind::Other,
                    due_on,
                    contacts: [to].into(),
                    about: about.trim().to_owned(),
                    fetches: Some(*card),
                    lent_on: Some(on),
                    ..FollowUp::default()
                },
            );
        }
    }
    Ok(StorageLabel::Lend(cards.len(), name(draft, to)))
}

fn hand_over(
    draft: &mut Draft,
    cards: &BTreeSet<Id<Card>>,
    to: Id<Contact>,
) -> Result<StorageLabel, EditError> {
    draft.get(to)?;
    for card in cards {
        hand_over_one(draft, *card, to)?;
    }
    let owner = cards.first().and_then(|card| draft.book().get(*card)?.contact);
    let owner = owner.filter(|_| cards.len() == 1).map(|owner| name(draft, owner));
    let to = name(draft, to);
    Ok(owner.map_or_else(
        || StorageLabel::GiveAway(cards.len(), to.clone()),
        |owner| StorageLabel::HandOver(owner, to.clone()),
    ))
}

/// Gives one card away: it is with them from today on.
pub(super) fn hand_over_one(draft: &mut Draft, card: Id<Card>, to: Id<Contact>) -> Result<(), EditError> {
    let record = draft.get(card)?.clone();
    if record.contact == Some(to) {
        return Err(EditError::SamePerson);
    }
    let on = draft.stamp.today;
    if !matches!(record.whereabouts, Whereabouts::PassedOnTo { contact, .. } if contact == to) {
        relocate(draft, card, Whereabouts::PassedOnTo { contact: to, on })?;
    }
    let of_it = |referral: &&std::sync::Arc<Referral>| {
        referral.card.is_none()
            && Some(referral.subject) == record.contact
            && referral.giver == Party::Me
            && referral.recipient == Party::Contact(to)
    };
    let newest = draft.book().referrals.values().filter(of_it).max_by_key(|it| (it.last_step_on(), it.id));
    if let Some(referral) = newest.map(|referral| referral.id) {
        draft.update::<Referral>(referral, |referral| referral.card = Some(card))?;
    }
    Ok(())
}

/// A name as it is kept: on one line, not longer than a name can be.
fn proper_name(typed: &str) -> Result<String, EditError> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept: String = words.chars().filter(|sign| !sign.is_control()).take(Storage::LONGEST_NAME).collect();
    let kept = kept.trim();
    // Of signs that draw nothing there would be nothing to see.
    if tidy(kept).is_empty() { Err(EditError::TextNeeded("name")) } else { Ok(kept.to_owned()) }
}

fn add(
    draft: &mut Draft,
    mut storage: Storage,
    cards: &BTreeSet<Id<Card>>,
) -> Result<StorageLabel, EditError> {
    storage.name = proper_name(&storage.name)?;
    if let Some(outer) = storage.inside {
        draft.get(outer)?;
        if depth(draft.book(), outer) >= Storage::DEEPEST {
            return Err(EditError::TooDeep);
        }
    }
    storage.id = draft.stamp.fresh();
    storage.order = siblings(draft.book(), storage.inside)
        .map(|other| other.order.saturating_add(1))
        .max()
        .unwrap_or_default();
    let (id, title) = (storage.id, storage.name.clone());
    draft.put(storage);
    for card in cards {
        relocate(draft, *card, Whereabouts::StoredIn(id))?;
    }
    Ok(StorageLabel::Add(title))
}

fn change(
    draft: &mut Draft,
    id: Id<Storage>,
    typed: &str,
    kind: StorageKind,
    inside: Option<Id<Storage>>,
) -> Result<StorageLabel, EditError> {
    let title = proper_name(typed)?;
    if draft.get(id)?.inside != inside {
        move_to(draft, id, inside, None)?;
    }
    draft.update::<Storage>(id, |storage| {
        title.clone_into(&mut storage.name);
        storage.kind = kind;
    })?;
    Ok(StorageLabel::Change(title))
}

fn move_to(
    draft: &mut Draft,
    id: Id<Storage>,
    inside: Option<Id<Storage>>,
    before: Option<Id<Storage>>,
) -> Result<StorageLabel, EditError> {
    let title = draft.get(id)?.name.clone();
    if let Some(outer) = inside {
        draft.get(outer)?;
        if is_inside(draft.book(), outer, id) {
            return Err(EditError::InsideItself);
        }
        if depth(draft.book(), outer) + height(draft.book(), id) > Storage::DEEPEST {
            return Err(EditError::TooDeep);
        }
    }
    let mut row: Vec<_> = siblings(draft.book(), inside).filter(|other| other.id != id).cloned().collect();
    row.sort_by(|a, b| (a.order, &a.name, a.id).cmp(&(b.order, &b.name, b.id)));
    let at = before.and_then(|before| row.iter().position(|other| other.id == before));
    let mut order: Vec<Id<Storage>> = row.iter().map(|other| other.id).collect();
    order.insert(at.unwrap_or(order.len()), id);
    for (number, sibling) in order.into_iter().enumerate() {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let record = draft.get(sibling)?;
        if record.order != number || sibling == id && record.inside != inside {
            draft.update::<Storage>(sibling, |storage| {
                storage.order = number;
                if sibling == id {
                    storage.inside = inside;
                }
            })?;
        }
    }
    Ok(StorageLabel::Move(title))
}

fn remove(draft: &mut Draft, id: Id<Storage>) -> Result<StorageLabel, EditError> {
    let record = draft.get(id)?.clone();
    // In a ring the outer place may be the place itself.
    let outer = record.inside.filter(|outer| *outer != id && draft.book().get(*outer).is_some());
    let book = draft.book().clone();
    for card in book.cards.values().filter(|card| card.whereabouts.place() == Some(id)) {
        let to = match card.whereabouts {
            Whereabouts::LentTo { contact, on, .. } => Whereabouts::LentTo { contact, on, from: outer },
            _ => outer.map_or(Whereabouts::Unknown, Whereabouts::StoredIn),
        };
        relocate(draft, card.id, to)?;
    }
    for inner in book.storages.values().filter(|inner| inner.inside == Some(id) && inner.id != id) {
        // Of two that were inside each other one is left, inside nothing.
        let outer = outer.filter(|outer| *outer != inner.id);
        draft.update::<Storage>(inner.id, |storage| storage.inside = outer)?;
    }
    draft.remove::<Storage>(id)?;
    Ok(StorageLabel::Remove(record.name.clone()))
}

fn siblings(book: &Book, inside: Option<Id<Storage>>) -> impl Iterator<Item = &std::sync::Arc<Storage>> {
    book.storages.values().filter(move |storage| storage.inside == inside)
}

/// Whether a place is another one or lies inside it, however deep.
pub fn is_inside(book: &Book, place: Id<Storage>, other: Id<Storage>) -> bool {
    outward(book, place).any(|at| at == other)
}

/// How many places lie around and including one, up to the first that comes twice.
fn depth(book: &Book, place: Id<Storage>) -> usize {
    outward(book, place).count()
}

/// The place and those around it, from the inside out; a ring is gone around once.
fn outward(book: &Book, place: Id<Storage>) -> impl Iterator<Item = Id<Storage>> {
    let mut seen = BTreeSet::new();
    let mut next = Some(place);
    std::iter::from_fn(move || {
        let at = next.filter(|at| seen.insert(*at))?;
        next = book.get(at).and_then(|storage| storage.inside);
        Some(at)
    })
}

/// How many places lie inside one another from this one on, itself counted.
fn height(book: &Book, place: Id<Storage>) -> usize {
    let mut inner: BTreeMap<Id<Storage>, Vec<Id<Storage>>> = BTreeMap::new();
    for storage in book.storages.values() {
        if let Some(outer) = storage.inside {
            inner.entry(outer).or_default().push(storage.id);
        }
    }
    let (mut height, mut level, mut seen) = (0, vec![place], BTreeSet::from([place]));
    while !level.is_empty() {
        height += 1;
        let next = level.iter().flat_map(|id| inner.get(id).into_iter().flatten());
        level = next.copied().filter(|id| seen.insert(*id)).collect();
    }
    height
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;

    use super::super::{Edit, Stamp};
    use super::*;

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a day")
    }

    fn id<T>(number: u128) -> Id<T> {
        Id::new(number)
    }

    /// A box with two halves, a wallet; Mina's card in the front half, Jonas without one.
    fn story() -> Book {
        let mut book = Book::default();
        for (number, name, inside) in
            [(1, "Box", None), (2, "Front", Some(1)), (3, "Back", Some(1)), (4, "Wallet", None)]
        {
            let inside = inside.map(Id::new);
            put(&mut book, Storage { id: id(number), name: name.to_owned(), inside, ..Storage::default() });
        }
        for number in [11, 12] {
            put(&mut book, Contact { id: id(number), ..Contact::default() });
        }
        put(
            &mut book,
            Card {
                id: id(21),
                contact: Some(id(11)),
                whereabouts: Whereabouts::StoredIn(id(2)),
                ..Card::default()
            },
        );
        book
    }

    fn attempt(book: &Book, edit: StorageEdit) -> Result<Book, EditError> {
        let stamp = Stamp::new(DateTime::default(), day(14), 1 << 64);
        let mut book = book.clone();
        Edit::Storage(edit).carry_out(&book, stamp)?.apply(&mut book);
        assert_eq!(book.dangling(), vec![]);
        Ok(book)
    }

    fn after(book: &Book, edit: StorageEdit) -> Book {
        attempt(book, edit).expect("it fits")
    }

    fn where_is(book: &Book) -> Whereabouts {
        book.cards[&id(21)].whereabouts
    }

    #[test]
    fn removing_a_place_keeps_what_is_in_it_one_place_further_out() {
        let book = after(&story(), StorageEdit::Remove { storage: id(2) });
        assert_eq!(where_is(&book), Whereabouts::StoredIn(id(1)));
        let book = after(&book, StorageEdit::Remove { storage: id(1) });
        assert_eq!(where_is(&book), Whereabouts::Unknown);
        assert_eq!(book.storages[&id(3)].inside, None, "the places inside stay");
    }

    #[test]
    fn no_place_comes_into_itself_or_too_deep() {
        let book = story();
        let into = |book: &Book, storage, inside| {
            attempt(book, StorageEdit::Move { storage, inside: Some(inside), before: None })
        };
        assert_eq!(into(&book, id(1), id(1)), Err(EditError::InsideItself));
        assert_eq!(into(&book, id(1), id(2)), Err(EditError::InsideItself));
        let inside = into(&book, id(1), id(4)).expect("it fits");
        assert_eq!(inside.storages[&id(1)].inside, Some(id(4)));
        // A file of another program holds a ring: nothing hangs, and a move out of it mends it.
        let mut ring = book;
        Arc::make_mut(Storage::table_mut(&mut ring).get_mut(&id(1)).expect("the box")).inside = Some(id(2));
        assert_eq!(into(&ring, id(2), id(1)), Err(EditError::InsideItself));
        let out = attempt(&ring, StorageEdit::Move { storage: id(2), inside: None, before: None });
        assert_eq!(out.expect("it fits").storages[&id(2)].inside, None);
        let one = after(&ring, StorageEdit::Remove { storage: id(2) });
        assert_eq!(one.storages[&id(1)].inside, None, "who is left of a ring of two is inside nothing");
        // One inside another, as deep as it goes.
        let mut deep = story();
        for number in 100..100 + Storage::DEEPEST as u128 {
            let inside = (number > 100).then(|| id(number - 1));
            put(&mut deep, Storage { id: id(number), name: "Page".to_owned(), inside, ..Storage::default() });
        }
        let last = id(99 + Storage::DEEPEST as u128);
        assert_eq!(into(&deep, id(4), last), Err(EditError::TooDeep));
        let storage = Box::new(Storage { name: "x".to_owned(), inside: Some(last), ..Storage::default() });
        let add = StorageEdit::Add { storage, cards: BTreeSet::new() };
        assert_eq!(attempt(&deep, add), Err(EditError::TooDeep));
        assert_eq!(into(&deep, id(100), id(4)), Err(EditError::TooDeep), "with all that is inside it");
    }

    #[test]
    fn a_place_stands_where_it_is_put_in_its_row() {
        let row = |book: &Book| {
            let mut row: Vec<_> = siblings(book, Some(id(1))).map(|it| (it.order, it.name.clone())).collect();
            row.sort();
            row.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        let first = StorageEdit::Move { storage: id(4), inside: Some(id(1)), before: Some(id(3)) };
        let book = after(&story(), first);
        assert_eq!(row(&book), ["Wallet", "Back", "Front"], "equal numbers stand by name");
        let last = StorageEdit::Move { storage: id(4), inside: Some(id(1)), before: None };
        assert_eq!(row(&after(&book, last)), ["Back", "Front", "Wallet"]);
    }

    #[test]
    fn a_change_that_is_refused_changes_nothing() {
        let change = |inside| StorageEdit::Change {
            storage: id(1),
            name: "Red box".to_owned(),
            kind: StorageKind::Wallet,
            inside,
        };
        assert_eq!(attempt(&story(), change(Some(id(2)))), Err(EditError::InsideItself));
        let moved = after(&story(), change(Some(id(4))));
        let place = &moved.storages[&id(1)];
        assert_eq!(
            (place.name.as_str(), place.kind, place.inside),
            ("Red box", StorageKind::Wallet, Some(id(4)))
        );
    }

    #[test]
    fn a_name_is_one_line_and_never_endless() {
        let add = |name: &str| {
            let storage = Box::new(Storage { name: name.to_owned(), ..Storage::default() });
            attempt(&story(), StorageEdit::Add { storage, cards: [id(21)].into() })
        };
        for nothing in [" \n\u{7} ", "\u{200b}\u{202e}", "\u{3000}\u{feff}"] {
            assert_eq!(add(nothing), Err(EditError::TextNeeded("name")), "{nothing:?}");
        }
        let book = add(&format!(" Red\n box {}", "x".repeat(5_000))).expect("a name");
        let name = &book.storages.values().last().expect("the new place").name;
        assert!(name.starts_with("Red box x"));
        assert_eq!(name.chars().count(), Storage::LONGEST_NAME);
        assert!(matches!(where_is(&book), Whereabouts::StoredIn(_)));
    }

    #[test]
    fn a_loan_ends_with_its_promise() {
        let lend = |back_by| StorageEdit::Lend {
            cards: [(id(21), "Ask for the card".to_owned())].into(),
            to: id(12),
            back_by,
        };
        let lent = after(&story(), lend(Some(day(20))));
        assert_eq!(where_is(&lent), Whereabouts::LentTo { contact: id(12), on: day(14), from: Some(id(2)) });
        let promise = |book: &Book| {
            let all: Vec<_> = book.follow_ups.values().map(|it| (it.due_on, it.is_open())).collect();
            all
        };
        assert_eq!(promise(&lent), [(day(20), true)]);
        assert_eq!(promise(&after(&lent, lend(Some(day(22))))), [(day(22), true)], "another day, not two");
        let back = after(&lent, StorageEdit::CameBack { cards: [id(21)].into() });
        assert_eq!(where_is(&back), Whereabouts::StoredIn(id(2)), "where it was");
        assert_eq!(promise(&back), [(day(20), false)]);
        let gone = after(&lent, StorageEdit::HandOver { cards: [id(21)].into(), to: id(12) });
        assert_eq!(promise(&gone), [], "what was given away is not fetched");
        // The place is gone meanwhile.
        let without = after(&lent, StorageEdit::Remove { storage: id(2) });
        let back = after(&without, StorageEdit::CameBack { cards: [id(21)].into() });
        assert_eq!(where_is(&back), Whereabouts::StoredIn(id(1)));
        // Doing what was promised brings it back too.
        let promise = lent.follow_ups.keys().next().copied().expect("the promise");
        let done = Edit::CompleteFollowUp { follow_up: DueSource::Stored(promise), encounter: None };
        let mut book = lent;
        done.carry_out(&book, Stamp::new(DateTime::default(), day(15), 1 << 65)).unwrap().apply(&mut book);
        assert_eq!(where_is(&book), Whereabouts::StoredIn(id(2)));
    }

    fn carried(book: &Book, edit: Edit) -> Book {
        let mut book = book.clone();
        let number = (book.follow_ups.len() as u128 + 1) << 70;
        edit.carry_out(&book, Stamp::new(DateTime::default(), day(15), number)).unwrap().apply(&mut book);
        book
    }

    fn lent() -> (Book, Id<FollowUp>) {
        let lend = StorageEdit::Lend {
            cards: [(id(21), "Ask for the card".to_owned())].into(),
            to: id(12),
            back_by: Some(day(20)),
        };
        let book = after(&story(), lend);
        let promise = book.follow_ups.keys().next().copied().expect("the promise");
        (book, promise)
    }

    #[test]
    fn a_card_lent_to_somebody_who_is_its_owner_lies_where_it_lay() {
        let (book, promise) = lent();
        let join =
            || Edit::MergeContacts { keep: id(11), away: id(12), choices: super::super::Choices::new() };
        let joined = carried(&book, join());
        assert_eq!(where_is(&joined), Whereabouts::StoredIn(id(2)));
        assert!(!joined.follow_ups[&promise].is_open(), "there is nothing to fetch");
        assert_eq!(joined.dangling(), []);
        // The place is gone.
        let mut book = book;
        let (contact, on) = (id(12), day(14));
        let mut card = Card::clone(&book.cards[&id(21)]);
        card.whereabouts = Whereabouts::LentTo { contact, on, from: Some(id(99)) };
        put(&mut book, card);
        assert_eq!(where_is(&carried(&book, join())), Whereabouts::Unknown);
    }

    #[test]
    fn the_next_of_a_promise_that_repeats_fetches_nothing() {
        let (mut book, promise) = lent();
        let mut monthly = FollowUp::clone(&book.follow_ups[&promise]);
        monthly.repeat = "FREQ=MONTHLY".to_owned();
        put(&mut book, monthly);
        let done =
            |follow_up| Edit::CompleteFollowUp { follow_up: DueSource::Stored(follow_up), encounter: None };
        let back = carried(&book, done(promise));
        assert_eq!(where_is(&back), Whereabouts::StoredIn(id(2)));
        let next = back.follow_ups.values().find(|it| it.is_open()).expect("the next").clone();
        assert_eq!((next.fetches, next.opt_in, next.asked_on), (None, None, None));
        // A promise of an older book that still names the card does not end another loan.
        let mut book = back;
        put(&mut book, FollowUp { fetches: Some(id(21)), ..FollowUp::clone(&next) });
        put(&mut book, Contact { id: id(13), ..Contact::default() });
        let mut card = Card::clone(&book.cards[&id(21)]);
        card.whereabouts = Whereabouts::LentTo { contact: id(13), on: day(15), from: Some(id(2)) };
        put(&mut book, card);
        let after = carried(&book, done(next.id));
        assert!(matches!(where_is(&after), Whereabouts::LentTo { contact, .. } if contact == id(13)));
    }

    #[test]
    fn a_card_that_was_not_fetched_after_all_is_lent_again() {
        let (book, promise) = lent();
        let back = after(&book, StorageEdit::CameBack { cards: [id(21)].into() });
        let reopened = carried(&back, Edit::ReopenFollowUp { follow_up: promise });
        assert!(matches!(
            where_is(&reopened),
            Whereabouts::LentTo { contact, on, from: Some(place) }
                if contact == id(12) && on == day(14) && place == id(2)
        ));
        assert!(reopened.follow_ups[&promise].is_open());
        // It was given to somebody else meanwhile: there is nothing to fetch.
        let gone = after(&back, StorageEdit::Discard { cards: [id(21)].into() });
        let reopened = carried(&gone, Edit::ReopenFollowUp { follow_up: promise });
        assert_eq!(reopened.follow_ups[&promise].fetches, None);
        assert!(matches!(where_is(&reopened), Whereabouts::Discarded { .. }));
    }

    #[test]
    fn a_card_that_is_given_away_joins_its_referral() {
        let mut book = story();
        let referral = Referral {
            id: id(31),
            subject: id(11),
            giver: Party::Me,
            recipient: Party::Contact(id(12)),
            ..Referral::default()
        };
        put(&mut book, referral);
        let given = after(&book, StorageEdit::HandOver { cards: [id(21)].into(), to: id(12) });
        assert_eq!(where_is(&given), Whereabouts::PassedOnTo { contact: id(12), on: day(14) });
        assert_eq!(given.referrals[&id(31)].card, Some(id(21)));
        let own = StorageEdit::HandOver { cards: [id(21)].into(), to: id(11) };
        assert_eq!(attempt(&book, own), Err(EditError::SamePerson));
    }
}
