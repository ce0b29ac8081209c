//! A part of a book: some people with what belongs to them, as a book of its own.
//!
//! What ties them to people who are not in it stays behind; what they share with others, such as an event or an
//! encounter, comes along and names only those who are in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::*;

/// Returns the book of these people: their cards, encounters, reviews and follow-ups, what they have to do with each
/// other and with the owner, and the events, organizations, circles and pictures that any of it names.
///
/// Invariant: nothing in it points to nowhere (held by `excerpt::tests`).
pub fn excerpt(book: &Book, people: &BTreeSet<Id<Contact>>) -> Book {
    let is_in = |contact: &Id<Contact>| people.contains(contact);
    let knows = |party: Party| party.contact().is_none_or(|contact| people.contains(&contact));
    let mut part = Book { header: Arc::clone(&book.header), ..Book::default() };
    keep(&mut part, book, |contact: &Contact| is_in(&contact.id));
    keep(&mut part, book, |card: &Card| card.contact.is_some_and(|contact| is_in(&contact)));
    keep(&mut part, book, |encounter: &Encounter| encounter.contacts.iter().any(is_in));
    keep(&mut part, book, |tie: &Relationship| is_in(&tie.from) && is_in(&tie.to));
    keep(&mut part, book, |introduction: &Introduction| introduction.parties().into_iter().all(knows));
    keep(&mut part, book, |referral: &Referral| {
        is_in(&referral.subject) && knows(referral.giver) && knows(referral.recipient)
    });
    keep(&mut part, book, |review: &Review| is_in(&review.contact));
    keep(&mut part, book, |follow_up: &FollowUp| follow_up.contacts.iter().any(is_in));
    keep(&mut part, book, |place: &Place| is_in(&place.contact()));
    add_named(&mut part, book);
    super::mend::mend(&mut part);
    part
}

fn keep<T: InBook>(part: &mut Book, book: &Book, is_kept: impl Fn(&T) -> bool) {
    let kept = T::table(book).iter().filter(|(_, record)| is_kept(record));
    *T::table_mut(part) = kept.map(|(id, record)| (*id, Arc::clone(record))).collect();
}

/// Adds what the records name and is about nobody in particular, and what that names in turn.
fn add_named(part: &mut Book, book: &Book) {
    let mut named = Vec::new();
    part.references(|_, to| named.push(to));
    while let Some(reference) = named.pop() {
        if part.contains(reference) {
            continue;
        }
        match reference {
            RecordRef::Event(id) => add(part, book, id, &mut named),
            RecordRef::Organization(id) => add(part, book, id, &mut named),
            RecordRef::Circle(id) => add(part, book, id, &mut named),
            RecordRef::Attachment(id) => add(part, book, id, &mut named),
            RecordRef::Storage(id) => add(part, book, id, &mut named),
            _ => {}
        }
    }
}

fn add<T: InBook>(part: &mut Book, book: &Book, id: Id<T>, named: &mut Vec<RecordRef>) {
    if let Some(record) = book.get(id) {
        record.references(&mut |reference| named.push(reference));
        T::table_mut(part).insert(id, Arc::clone(record));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::with_tables;

    fn count(book: &Book) -> usize {
        let mut count = 0;
        macro_rules! add_up {
            ($($field:ident: $kind:ident,)*) => { $(count += book.$field.len();)* };
        }
        with_tables!(add_up);
        count
    }

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    #[test]
    fn the_book_of_some_people_names_nobody_else() {
        let mut book = Book::default();
        let (ada, ben) = (Id::new(1), Id::new(2));
        let others = [ben].into();
        let name = PersonName::new("", "Ada");
        put(
            &mut book,
            Contact { id: ada, name: name.clone(), not_the_same_as: others, ..Contact::default() },
        );
        put(&mut book, Contact { id: ben, name, ..Contact::default() });
        let event =
            Event { id: Id::new(3), participants: [(ben, Attendance::Attended)].into(), ..Event::default() };
        put(&mut book, event);
        put(
            &mut book,
            Card { id: Id::new(4), contact: Some(ada), event: Some(Id::new(3)), ..Card::default() },
        );
        put(&mut book, Card { id: Id::new(5), contact: Some(ben), ..Card::default() });
        let contacts = [ada, ben].into();
        put(&mut book, Encounter { id: Id::new(6), contacts, ..Encounter::default() });
        put(&mut book, Relationship { id: Id::new(7), from: ada, to: ben, ..Relationship::default() });
        let part = excerpt(&book, &[ada].into());
        assert_eq!(part.dangling(), vec![]);
        assert_eq!(count(&part), 4, "she, her card, its event, the encounter");
        assert_eq!(part.encounters[&Id::new(6)].contacts, [ada].into());
        assert!(part.events[&Id::new(3)].participants.is_empty());
        assert_eq!(excerpt(&book, &[ada, ben].into()), book);
        assert_eq!(count(&excerpt(&book, &BTreeSet::new())), 0);
    }
}
