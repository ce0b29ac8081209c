//! Decides a conflict: one of two values of a field stays, or both.

use crate::model::*;
use crate::with_tables;

use super::merge::{Decided, decide};
use super::{Choice, Draft, EditError, Label, check_links};

pub(super) fn resolve(draft: &mut Draft, id: Id<Conflict>, choice: Choice) -> Result<Label, EditError> {
    let conflict = draft.get(id)?.clone();
    let label = Label::ResolveConflict(title(draft.book(), conflict.record));
    if choice != Choice::Keep {
        match decide(draft.book(), &conflict, choice) {
            Decided::Header(header) => draft.update_header(|own| *own = *header),
            Decided::Record(record, decided) => put(draft, record, &decided)?,
            Decided::Moot => {}
            Decided::Unreadable => return Err(EditError::OtherValueUnreadable),
        }
    }
    draft.remove(id)?;
    Ok(label)
}

fn put(draft: &mut Draft, record: RecordRef, decided: &Book) -> Result<(), EditError> {
    let now = draft.stamp.now;
    macro_rules! put_one {
        ($($field:ident: $kind:ident,)*) => {
            match record {
                $(RecordRef::$kind(id) => if let Some(record) = decided.get(id)
                    && draft.get(id)? != record
                {
                    let mut record = $kind::clone(record);
                    super::transaction::Dated::touch(&mut record, now);
                    check_links(draft, &record)?;
                    draft.put(record);
                })*
            }
        };
    }
    with_tables!(put_one);
    Ok(())
}

/// Whom or what a conflict is about; empty for the book as a whole and for what has no name.
fn title(book: &Book, record: Option<RecordRef>) -> String {
    let person = |id: Id<Contact>| book.get(id).map(|it| it.display_name());
    let first = |ids: &std::collections::BTreeSet<Id<Contact>>| ids.first().copied().and_then(person);
    let title = match record {
        None => None,
        Some(RecordRef::Circle(id)) => book.get(id).map(|it| it.name.clone()),
        Some(RecordRef::Organization(id)) => book.get(id).map(|it| it.name.clone()),
        Some(RecordRef::Contact(id)) => person(id),
        Some(RecordRef::Event(id)) => book.get(id).map(|it| it.title.clone()),
        Some(RecordRef::Attachment(id)) => book.get(id).map(|it| it.name.clone()),
        Some(RecordRef::Storage(id)) => book.get(id).map(|it| it.name.clone()),
        Some(RecordRef::Card(id)) => book.get(id).and_then(|it| person(it.contact?)),
        Some(RecordRef::Encounter(id)) => book.get(id).and_then(|it| first(&it.contacts)),
        Some(RecordRef::Relationship(id)) => book.get(id).and_then(|it| person(it.from)),
        Some(RecordRef::Introduction(id)) => {
            book.get(id).and_then(|it| it.parties().into_iter().find_map(Party::contact).and_then(person))
        }
        Some(RecordRef::Referral(id)) => book.get(id).and_then(|it| person(it.subject)),
        Some(RecordRef::Review(id)) => book.get(id).and_then(|it| person(it.contact)),
        Some(RecordRef::FollowUp(id)) => book.get(id).and_then(|it| first(&it.contacts)),
        Some(RecordRef::Place(id)) => person(id.cast()),
        Some(RecordRef::Recall(id)) => person(id.cast()),
        Some(RecordRef::Trashed(id)) => book.get(id).and_then(|it| Some(it.contact()?.display_name())),
        Some(RecordRef::SavedSearch(id)) => book.get(id).map(|it| it.name.clone()),
        Some(RecordRef::LetterTemplate(id)) => book.get(id).map(|it| it.name.clone()),
        Some(RecordRef::Conflict(_)) => None,
    };
    title.unwrap_or_default()
}
