//! Which message a reply belongs to, and whether the organiser of an event was thanked.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::index::Index;
use crate::model::{
    Attendance, Book, Contact, Direction, Encounter, EncounterKind, Event, Id, Organizer, Reply,
};

/// Thanks that name no event are for the one that was over at most so many days ago.
const THANKS_WITHIN_DAYS: u64 = 30;

/// Returns the message to somebody to which a reply now belongs: the newest that I wrote, since a day if one is given;
/// thanks of that time go before other messages.
pub fn written_to(
    book: &Book,
    index: &Index,
    contact: Id<Contact>,
    since: Option<NaiveDate>,
) -> Option<Id<Encounter>> {
    let encounters = index.links.contact(contact).encounters.iter().filter_map(|id| book.get(*id));
    let mut written = encounters.filter(|it| is_written_by_me(it) && since.is_none_or(|day| day <= it.on));
    let newest = written.next()?;
    let thanks = written.find(|it| it.is_thank_you && since.is_some());
    let found = if newest.is_thank_you { newest } else { thanks.unwrap_or(newest) };
    Some(found.id)
}

fn is_written_by_me(encounter: &Arc<Encounter>) -> bool {
    use EncounterKind::{Email, Letter, Message, SocialMedia};
    matches!(encounter.kind, Email | Letter | Message | SocialMedia) && encounter.direction != Direction::ToMe
}

/// Returns how somebody has answered since a day: the best of all messages.
pub fn replied(book: &Book, index: &Index, contact: Id<Contact>, since: Option<NaiveDate>) -> Reply {
    let encounters = index.links.contact(contact).encounters.iter().filter_map(|id| book.get(*id));
    let since = encounters.filter(|it| since.is_none_or(|day| day <= it.on));
    since.map(|encounter| encounter.reply).max().unwrap_or_default()
}

/// Returns when I thanked the organiser of an event: the person, or somebody of the organization, on its first day or later.
pub fn organizer_thanked_on(book: &Book, index: &Index, event: &Event) -> Option<NaiveDate> {
    let people: BTreeSet<Id<Contact>> = match event.organizer? {
        Organizer::Contact(contact) => [contact].into(),
        Organizer::Organization(organization) => index.links.organization(organization).contacts.clone(),
    };
    let first = event.starts_on?;
    let last =
        event.last_day()?.checked_add_days(chrono::Days::new(THANKS_WITHIN_DAYS)).unwrap_or(NaiveDate::MAX);
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
        let to = |since| written_to(&book, &index, Id::new(1), since);
        assert_eq!(to(Some(day(3, 1))), Some(Id::new(1)));
        assert_eq!(to(None), Some(Id::new(2)));
        assert_eq!(to(Some(day(3, 5))), Some(Id::new(2)));
        assert_eq!(to(Some(day(3, 10))), None, "what they wrote is no message of mine");
        assert_eq!(replied(&book, &index, Id::new(1), Some(day(3, 1))), Reply::Once);
        assert_eq!(replied(&book, &index, Id::new(1), Some(day(3, 3))), Reply::None);
    }
}
