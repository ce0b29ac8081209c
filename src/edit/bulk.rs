//! What is done with several people at once: one edit, one step of Undo.
//!
//! Each goes through the book once, however many people it concerns. Deleting is a matter of
//! [`super::trash`]. Start reading at [`archive_all`].

use std::collections::BTreeSet;

use crate::model::*;

use super::{Draft, EditError, Label, name};

/// Lets people go. Whoever was let go before keeps the day and the reason.
pub(super) fn archive_all(
    draft: &mut Draft,
    people: &BTreeSet<Id<Contact>>,
    reason: &str,
) -> Result<Label, EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    let mut gone = BTreeSet::new();
    for id in people {
        if draft.get(*id)?.archived.is_none() {
            gone.insert(*id);
        }
    }
    for id in &gone {
        draft.update::<Contact>(*id, |contact| {
            contact.archived = Some(Archived { on: today, reason: reason.to_owned() });
            contact.updated_at = now;
        })?;
    }
    // People who were let go ask for nothing; follow-ups with others besides stay.
    let book = draft.book().clone();
    for follow_up in book.follow_ups.values() {
        if follow_up.is_open() && is_only_about(follow_up, &gone) {
            draft.update::<FollowUp>(follow_up.id, |follow_up| {
                follow_up.state = FollowUpState::Dropped { on: today, reason: reason.to_owned() };
            })?;
        }
    }
    Ok(match one(&gone) {
        Some(id) => Label::Archive(name(draft, id)),
        None => Label::ArchiveAll(gone.len()),
    })
}

/// Takes people back from the archive, with what letting them go had dropped, also what is late by now.
pub(super) fn restore_all(draft: &mut Draft, people: &BTreeSet<Id<Contact>>) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    let mut days = BTreeSet::new();
    let mut back = BTreeSet::new();
    for id in people {
        if let Some(archived) = &draft.get(*id)?.archived {
            days.insert(archived.on);
            back.insert(*id);
        }
    }
    for id in &back {
        draft.update::<Contact>(*id, |contact| {
            contact.archived = None;
            contact.updated_at = now;
        })?;
    }
    let book = draft.book().clone();
    for follow_up in book.follow_ups.values().filter(|follow_up| is_only_about(follow_up, &back)) {
        let FollowUpState::Dropped { on, .. } = &follow_up.state else { continue };
        if days.contains(on) {
            draft.update::<FollowUp>(follow_up.id, |follow_up| follow_up.state = FollowUpState::Open)?;
        }
    }
    Ok(match one(&back) {
        Some(id) => Label::Restore(name(draft, id)),
        None => Label::RestoreAll(back.len()),
    })
}

/// Says at which event cards were received, or that it was at none. `people` have no card of which it could be
/// said: they were there themselves, so the event gets them as participants.
pub(super) fn set_event(
    draft: &mut Draft,
    cards: &BTreeSet<Id<Card>>,
    people: &BTreeSet<Id<Contact>>,
    event: Option<Id<Event>>,
) -> Result<Label, EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    let title = match event {
        Some(event) => draft.get(event)?.title.clone(),
        None => String::new(),
    };
    for id in cards {
        if draft.get(*id)?.event != event {
            draft.update::<Card>(*id, |card| {
                card.event = event;
                card.updated_at = now;
            })?;
        }
    }
    for id in people {
        draft.get(*id)?;
    }
    if let Some(event) = event.filter(|_| !people.is_empty()) {
        let before = draft.get(event)?.clone();
        draft.update::<Event>(event, |event| {
            let past = event.starts_on.is_none_or(|day| day <= today);
            let status = if past { Attendance::Attended } else { Attendance::Planned };
            for id in people {
                event.participants.entry(*id).or_insert(status);
            }
            event.updated_at = now;
        })?;
        super::meetings::follow(draft, event, Some(&before))?;
    }
    Ok(Label::SetEvent(cards.len() + people.len(), title))
}

/// Gives people a tag or takes it off them. Capital and small letters make no second tag of one: the way in which
/// the book writes it already stays.
pub(super) fn set_tag(
    draft: &mut Draft,
    people: &BTreeSet<Id<Contact>>,
    tag: &str,
    add: bool,
) -> Result<Label, EditError> {
    let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
    if crate::text::tidy::is_blank(&tag) {
        return Err(EditError::TextNeeded("tag"));
    }
    let folded = crate::text::fold::fold(&tag);
    let is_it = |other: &String| *other == tag || crate::text::fold::fold(other) == folded;
    let known = draft.book().contacts.values().flat_map(|contact| &contact.tags).find(|other| is_it(other));
    let tag = known.cloned().unwrap_or(tag.clone());
    let now = draft.stamp.now;
    for id in people {
        let has = draft.get(*id)?.tags.iter().any(is_it);
        if has != add {
            draft.update::<Contact>(*id, |contact| {
                if add {
                    contact.tags.insert(tag.clone());
                } else {
                    contact.tags.retain(|other| !is_it(other));
                }
                contact.updated_at = now;
            })?;
        }
    }
    Ok(if add { Label::AddTag(people.len(), tag) } else { Label::RemoveTag(people.len(), tag) })
}

fn is_only_about(follow_up: &FollowUp, people: &BTreeSet<Id<Contact>>) -> bool {
    !follow_up.contacts.is_empty() && follow_up.contacts.is_subset(people)
}

/// The only one of them.
fn one<T: Copy + Ord>(all: &BTreeSet<T>) -> Option<T> {
    all.first().copied().filter(|_| all.len() == 1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::{DateTime, NaiveDate};

    use super::super::{Edit, Stamp};
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a day")
    }

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    /// Three people; a follow-up with the first, one with the first two, an encounter of all.
    fn story() -> Book {
        let mut book = Book::default();
        for id in 1..=3 {
            let name = PersonName::new("", format!("P{id}"));
            put(&mut book, Contact { id: Id::new(id), name, ..Contact::default() });
        }
        let plan = |id: u128, contacts: &[u128]| FollowUp {
            id: Id::new(id),
            due_on: day(20),
            contacts: contacts.iter().map(|id| Id::new(*id)).collect(),
            ..FollowUp::default()
        };
        put(&mut book, plan(11, &[1]));
        put(&mut book, plan(12, &[1, 2]));
        let contacts = [1, 2, 3].map(Id::new).into();
        put(&mut book, Encounter { id: Id::new(21), on: day(1), contacts, ..Encounter::default() });
        put(&mut book, Event { id: Id::new(31), title: "Fair".to_owned(), ..Event::default() });
        put(&mut book, Card { id: Id::new(41), contact: Some(Id::new(1)), ..Card::default() });
        put(&mut book, Card { id: Id::new(42), ..Card::default() });
        book
    }

    fn people(ids: &[u128]) -> BTreeSet<Id<Contact>> {
        ids.iter().map(|id| Id::new(*id)).collect()
    }

    fn after(book: &Book, edit: Edit) -> Book {
        let stamp = Stamp::new(DateTime::default(), day(14), 1 << 64);
        let mut book = book.clone();
        edit.carry_out(&book, stamp).expect("it fits").apply(&mut book);
        assert_eq!(book.dangling(), vec![]);
        book
    }

    #[test]
    fn letting_several_go_drops_what_is_about_them_alone() {
        let book = story();
        let let_go = |ids| after(&book, Edit::ArchiveAll { contacts: people(ids), reason: String::new() });
        let open = |book: &Book| book.follow_ups.values().filter(|f| f.is_open()).count();
        let first = let_go(&[1]);
        assert_eq!(open(&first), 1, "what is with the second person too stays");
        let both = let_go(&[1, 2]);
        assert_eq!(open(&both), 0);
        assert!(both.contacts[&Id::new(3)].archived.is_none());
        let back = after(&both, Edit::RestoreAll { contacts: people(&[1, 2]) });
        assert_eq!(open(&back), 2);
    }

    #[test]
    fn deleting_several_takes_what_belongs_to_nobody_else() {
        let cards = [Id::new(42)].into();
        let book = after(&story(), Edit::DeleteAll { contacts: people(&[1, 2]), cards });
        assert_eq!((book.contacts.len(), book.trash.len()), (1, 3));
        assert!(book.follow_ups.is_empty() && book.cards.is_empty());
        assert_eq!(book.encounters[&Id::new(21)].contacts, people(&[3]));
        let none = after(&story(), Edit::DeleteAll { contacts: people(&[1, 2, 3]), cards: BTreeSet::new() });
        assert!(none.encounters.is_empty());
    }

    #[test]
    fn an_event_is_set_for_cards_and_for_people_without_one() {
        let cards = [Id::new(41), Id::new(42)].into();
        let event = Some(Id::new(31));
        let book = after(&story(), Edit::SetEvent { cards, contacts: people(&[2]), event });
        assert!(book.cards.values().all(|card| card.event == event));
        assert_eq!(book.events[&Id::new(31)].participants, [(Id::new(2), Attendance::Attended)].into());
    }

    #[test]
    fn a_tag_is_one_tag_however_it_is_written() {
        let tag = |text: &str, add| Edit::SetTag { contacts: people(&[1, 2]), tag: text.to_owned(), add };
        let book = after(&story(), tag(" Glass  maker ", true));
        let book =
            after(&book, Edit::SetTag { contacts: people(&[3]), tag: "glass MAKER".to_owned(), add: true });
        assert!(book.contacts.values().all(|contact| contact.tags.iter().eq(["Glass maker"])));
        let book = after(&book, tag("GLASS maker", false));
        assert_eq!(book.contacts.values().filter(|contact| contact.tags.is_empty()).count(), 2);
    }
}
