//! Which message a reply belongs to, when somebody was thanked for an event, and whether its organiser was.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::index::{Index, is_thanked};
use crate::model::{
    Attendance, Book, Contact, Direction, Encounter, EncounterKind, Event, FollowUp, FollowUpKind,
    FollowUpState, Id, Organizer, Reason, Reply,
};

/// Thanks that name no event are for the one that was over at most so many days ago.
const THANKS_WITHIN_DAYS: u64 = 30;

/// Returns the message to somebody to which a reply now belongs: the newest that I wrote. With an event it is the one
/// about that event, thanks first; else the first thanks since, else the newest message since. What was written about
/// another event is none of them.
pub fn written_to(
    book: &Book,
    index: &Index,
    contact: Id<Contact>,
    event: Option<&Event>,
) -> Option<Id<Encounter>> {
    let encounters = index.links.contact(contact).encounters.iter().filter_map(|id| book.get(*id));
    let mut written = encounters.filter(|it| is_written_by_me(it));
    let Some(event) = event else { return written.next().map(|newest| newest.id) };
    let since = |it: &&Arc<Encounter>| event.starts_on.is_none_or(|day| day <= it.on);
    // Newest first, as the links are.
    let written: Vec<_> = written.filter(since).collect();
    let about = || written.iter().filter(|it| it.event == Some(event.id));
    let other = || written.iter().filter(|it| it.event.is_none());
    let found = about()
        .rfind(|it| it.is_thank_you)
        .or_else(|| about().next_back())
        .or_else(|| other().rfind(|it| it.is_thank_you))
        .or_else(|| other().next())?;
    Some(found.id)
}

fn is_written_by_me(encounter: &Arc<Encounter>) -> bool {
    use EncounterKind::{Email, Letter, Message, SocialMedia};
    matches!(encounter.kind, Email | Letter | Message | SocialMedia) && encounter.direction != Direction::ToMe
}

/// Returns how somebody has answered the message of [`written_to`].
pub fn replied(book: &Book, index: &Index, contact: Id<Contact>, event: Option<&Event>) -> Reply {
    let message = written_to(book, index, contact, event).and_then(|id| book.get(id));
    message.map(|encounter| encounter.reply).unwrap_or_default()
}

/// Returns when somebody who was met at an event was thanked for it: by the thanks that name the event, else by the first
/// ones since the card that they gave there, or since the first day, that name no other event. `None` while they are not.
pub fn thanked_for(book: &Book, index: &Index, event: &Event, contact: Id<Contact>) -> Option<NaiveDate> {
    let links = index.links.contact(contact);
    let cards = links.cards.iter().filter_map(|id| book.get(*id));
    let cards: Vec<_> = cards.filter(|card| card.event == Some(event.id)).collect();
    let is_thanked = match cards.first() {
        Some(card) => is_thanked(index, card),
        None => links.thanked_on.zip(event.starts_on).is_some_and(|(thanked, day)| thanked >= day),
    };
    if !is_thanked {
        return None;
    }
    let card = cards.iter().map(|card| card.day()).min();
    let first = event.starts_on.into_iter().chain(card).min()?;
    let said = || {
        let encounters = links.encounters.iter().filter_map(|id| book.get(*id));
        // Thanks that name another event are for that one.
        let meant = |it: &Encounter| it.event.is_none_or(|other| other == event.id);
        encounters.filter(move |it| it.is_thank_you && it.on >= first && meant(it))
    };
    let elsewhere = |reason| match reason {
        Reason::Event(other) => other != event.id,
        Reason::Card(card) => {
            book.get(card).is_some_and(|card| card.event.is_some_and(|other| other != event.id))
        }
        _ => false,
    };
    let named = said().filter(|it| it.event == Some(event.id)).map(|it| it.on).min();
    let closed = links.closed_follow_ups.iter().filter_map(|id| book.get(*id));
    let done = closed.filter_map(|it| match it.state {
        FollowUpState::Done { on, .. }
            if it.kind == FollowUpKind::ThankYou && on >= first && !elsewhere(it.reason) =>
        {
            Some(on)
        }
        _ => None,
    });
    named.or_else(|| said().map(|it| it.on).chain(done).min())
}

/// Returns the open thank-you to somebody for an event: that of the event or of a card from there, else one that names
/// neither and is due in the weeks after.
pub fn thank_you_for<'a>(
    book: &'a Book,
    index: &Index,
    event: &Event,
    contact: Id<Contact>,
) -> Option<&'a Arc<FollowUp>> {
    let open = index.links.contact(contact).open_follow_ups.iter().filter_map(|id| book.get(*id));
    let belongs = |it: &&Arc<FollowUp>| match it.reason {
        Reason::Event(id) => id == event.id,
        Reason::Card(card) => book.get(card).is_some_and(|card| card.event == Some(event.id)),
        _ => event
            .starts_on
            .zip(thanks_until(event))
            .is_some_and(|(from, to)| (from..=to).contains(&it.due_on)),
    };
    open.filter(|it| it.kind == FollowUpKind::ThankYou).filter(belongs).min_by_key(|it| it.due_on)
}

/// The last day of thanks that name no event.
fn thanks_until(event: &Event) -> Option<NaiveDate> {
    let last = event.last_day()?;
    Some(last.checked_add_days(chrono::Days::new(THANKS_WITHIN_DAYS)).unwrap_or(NaiveDate::MAX))
}

/// Returns when I thanked the organiser of an event: the person, or somebody of the organization, on its first day or later.
pub fn organizer_thanked_on(book: &Book, index: &Index, event: &Event) -> Option<NaiveDate> {
    let people: BTreeSet<Id<Contact>> = match event.organizer? {
        Organizer::Contact(contact) => [contact].into(),
        Organizer::Organization(organization) => index.links.organization(organization).contacts.clone(),
    };
    let first = event.starts_on?;
    let last = thanks_until(event)?;
    let thanked = people.iter().flat_map(|contact| &index.links.contact(*contact).encounters);
    let thanked = thanked.filter_map(|id| book.get(*id)).filter(|it| {
        // Thanks for this event, or thanks that name none and came soon after it.
        let is_meant = it.event == Some(event.id) || it.event.is_none() && it.on <= last;
        it.is_thank_you && is_meant && it.on >= first && it.direction != Direction::ToMe
    });
    thanked.map(|encounter| encounter.on).min().filter(|_| event.status == Attendance::Attended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};

    fn mail(id: u128, on: NaiveDate) -> Encounter {
        let (kind, contacts) = (EncounterKind::Email, [Id::new(1)].into());
        Encounter {
            id: Id::new(id),
            kind,
            contacts,
            on,
            direction: Direction::FromMe,
            ..Encounter::default()
        }
    }

    #[test]
    fn a_reply_belongs_to_the_thanks_after_an_event_else_to_the_newest_message() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Mina"));
        put(&mut book, Encounter { is_thank_you: true, reply: Reply::Once, ..mail(1, day(3, 2)) });
        put(&mut book, mail(2, day(3, 9)));
        put(&mut book, Encounter { direction: Direction::ToMe, ..mail(3, day(3, 12)) });
        put(&mut book, Encounter { kind: EncounterKind::Call, ..mail(4, day(3, 14)) });
        let index = Index::rebuild(&book);
        let on = |day| Event { id: Id::new(7), starts_on: Some(day), ..Event::default() };
        let to = |day| written_to(&book, &index, Id::new(1), Some(&on(day)));
        assert_eq!(to(day(3, 1)), Some(Id::new(1)));
        assert_eq!(written_to(&book, &index, Id::new(1), None), Some(Id::new(2)));
        assert_eq!(to(day(3, 5)), Some(Id::new(2)));
        assert_eq!(to(day(3, 10)), None, "what they wrote is no message of mine");
        assert_eq!(replied(&book, &index, Id::new(1), Some(&on(day(3, 1)))), Reply::Once);
        assert_eq!(replied(&book, &index, Id::new(1), Some(&on(day(3, 3)))), Reply::None);
    }

    #[test]
    fn each_of_two_events_has_its_own_thanks_and_its_own_reply() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Mina"));
        let [march, april] = [(7, day(3, 1)), (8, day(4, 1))].map(|(id, first)| {
            let participants = [(Id::new(1), Attendance::Attended)].into();
            let event = Event { id: Id::new(id), starts_on: Some(first), participants, ..Event::default() };
            put(&mut book, event.clone());
            event
        });
        let due = FollowUp {
            id: Id::new(1),
            kind: FollowUpKind::ThankYou,
            contacts: [Id::new(1)].into(),
            due_on: day(4, 2),
            reason: Reason::Event(april.id),
            ..FollowUp::default()
        };
        put(&mut book, due);
        put(&mut book, Encounter { is_thank_you: true, event: Some(march.id), ..mail(1, day(3, 2)) });
        let index = Index::rebuild(&book);
        let due = |event| thank_you_for(&book, &index, event, Id::new(1)).map(|it| it.id);
        assert_eq!((due(&march), due(&april)), (None, Some(Id::new(1))));
        let thanked = |event| thanked_for(&book, &index, event, Id::new(1));
        assert_eq!((thanked(&march), thanked(&april)), (Some(day(3, 2)), None));

        let later = Encounter { event: Some(april.id), reply: Reply::Once, ..mail(2, day(4, 2)) };
        put(&mut book, Encounter { is_thank_you: true, ..later });
        let index = Index::rebuild(&book);
        let thanked = |event| thanked_for(&book, &index, event, Id::new(1));
        assert_eq!((thanked(&march), thanked(&april)), (Some(day(3, 2)), Some(day(4, 2))));
        let reply = |event| replied(&book, &index, Id::new(1), Some(event));
        assert_eq!((reply(&march), reply(&april)), (Reply::None, Reply::Once));
        let to = |event| written_to(&book, &index, Id::new(1), Some(event));
        assert_eq!((to(&march), to(&april)), (Some(Id::new(1)), Some(Id::new(2))));
    }

    #[test]
    fn thanks_that_name_another_event_are_not_for_this_one() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Mina"));
        let [march, april] = [(7, day(3, 1)), (8, day(4, 1))].map(|(id, first)| {
            let participants = [(Id::new(1), Attendance::Attended)].into();
            let event = Event { id: Id::new(id), starts_on: Some(first), participants, ..Event::default() };
            put(&mut book, event.clone());
            event
        });
        put(&mut book, Encounter { is_thank_you: true, event: Some(april.id), ..mail(1, day(4, 2)) });
        let done = FollowUp {
            id: Id::new(1),
            kind: FollowUpKind::ThankYou,
            contacts: [Id::new(1)].into(),
            reason: Reason::Event(april.id),
            state: FollowUpState::Done { on: day(4, 2), encounter: Some(Id::new(1)) },
            ..FollowUp::default()
        };
        put(&mut book, done);
        let thanked = |book: &Book, event| thanked_for(book, &Index::rebuild(book), event, Id::new(1));
        assert_eq!((thanked(&book, &march), thanked(&book, &april)), (None, Some(day(4, 2))));
        // Thanks that name none are for whatever came before.
        put(&mut book, Encounter { is_thank_you: true, ..mail(2, day(3, 9)) });
        assert_eq!(thanked(&book, &march), Some(day(3, 9)));
    }
}
