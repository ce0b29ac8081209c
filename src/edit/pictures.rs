//! Another picture takes the place of one whose file is lost.

use crate::model::*;

use super::cards::put_attachment;
use super::{Draft, EditError, Label};

/// Puts `by` wherever `missing` is shown: cards, portraits, photos of events. The record of the lost picture goes when
/// nothing names it any more; Undo brings it back.
pub(super) fn replace_picture(
    draft: &mut Draft,
    missing: Id<Attachment>,
    by: Attachment,
) -> Result<Label, EditError> {
    draft.get(missing)?;
    let by = put_attachment(draft, by);
    if by == missing {
        return Ok(Label::ReplacePicture);
    }
    let now = draft.stamp.now;
    let swap = |image: &mut Option<Id<Attachment>>| {
        if *image == Some(missing) {
            *image = Some(by);
        }
    };
    let shows = |card: &Card| [card.front, card.back].contains(&Some(missing));
    let cards: Vec<_> = draft.book().cards.values().filter(|card| shows(card)).map(|card| card.id).collect();
    for card in cards {
        draft.update::<Card>(card, |card| {
            swap(&mut card.front);
            swap(&mut card.back);
            card.updated_at = now;
        })?;
    }
    let contacts =
        draft.book().contacts.values().filter(|contact| {
            contact.portrait == Some(missing) || contact.other_portraits.contains(&missing)
        });
    let contacts: Vec<_> = contacts.map(|contact| contact.id).collect();
    for contact in contacts {
        draft.update::<Contact>(contact, |contact| {
            swap(&mut contact.portrait);
            for portrait in contact.other_portraits.iter_mut().filter(|portrait| **portrait == missing) {
                *portrait = by;
            }
            contact.updated_at = now;
        })?;
    }
    let events = draft.book().events.values().filter(|event| event.photos.contains(&missing));
    let events: Vec<_> = events.map(|event| event.id).collect();
    for event in events {
        draft.update::<Event>(event, |event| {
            for photo in &mut event.photos {
                if *photo == missing {
                    *photo = by;
                }
            }
            event.updated_at = now;
        })?;
    }
    let mut is_named = false;
    draft.book().references(|_, named| is_named |= named == RecordRef::Attachment(missing));
    if !is_named {
        draft.remove::<Attachment>(missing)?;
    }
    Ok(Label::ReplacePicture)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Edit, Stamp};
    use super::*;

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    #[test]
    fn another_picture_stands_everywhere_in_the_place_of_the_lost_one() {
        let (lost, other) = (Id::new(1), Id::new(2));
        let mut book = Book::default();
        put(&mut book, Attachment { id: lost, ..Attachment::default() });
        put(&mut book, Card { id: Id::new(3), front: Some(lost), back: Some(lost), ..Card::default() });
        put(&mut book, Card { id: Id::new(4), front: Some(Id::new(9)), ..Card::default() });
        put(&mut book, Contact { id: Id::new(5), portrait: Some(lost), ..Contact::default() });
        put(&mut book, Event { id: Id::new(6), photos: vec![lost, Id::new(9)], ..Event::default() });
        let by = Box::new(Attachment { id: other, ..Attachment::default() });
        let stamp = || Stamp::new(chrono::DateTime::default(), chrono::NaiveDate::MIN, 100);
        let edit = Edit::ReplacePicture { missing: lost, by: by.clone() };
        let done = edit.carry_out(&book, stamp()).unwrap();
        let mut after = book.clone();
        done.apply(&mut after);
        let card = after.get(Id::<Card>::new(3)).unwrap();
        assert_eq!((card.front, card.back), (Some(other), Some(other)));
        assert_eq!(after.get(Id::<Card>::new(4)).unwrap().front, Some(Id::new(9)));
        assert_eq!(after.get(Id::<Contact>::new(5)).unwrap().portrait, Some(other));
        assert_eq!(after.get(Id::<Event>::new(6)).unwrap().photos, [other, Id::new(9)]);
        assert!(after.get(lost).is_none() && after.get(other).is_some());
        done.inverse().apply(&mut after);
        assert_eq!(after, book);
        let again = Edit::ReplacePicture { missing: Id::new(77), by }.carry_out(&book, stamp());
        assert!(matches!(again, Err(EditError::Missing(_))));
    }
}
