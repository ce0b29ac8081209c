//! What is told of an evening afterwards: who asked for whose card, what one talked about, and photographs.

use crate::model::*;

use super::{Draft, EditError, Label, cards, meetings, name};

/// What is told of one person after an evening. What is left empty stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// Whom it is about.
    pub contact: Id<Contact>,
    /// Their card of that evening.
    pub card: Option<Id<Card>>,
    /// Who asked for whose card.
    pub exchange: Exchange,
    /// One line on the back of the card.
    pub impression: String,
    /// What one talked about there; all of it, also what was known before.
    pub topics: Vec<String>,
}

/// Tells about one person of an evening: on the card, and in the talk that belongs to that event.
pub(super) fn debrief(draft: &mut Draft, event: Id<Event>, told: Told) -> Result<Label, EditError> {
    let Told { contact, card, exchange, impression, topics } = told;
    let record = draft.get(event)?.clone();
    draft.get(contact)?;
    let now = draft.stamp.now;
    if let Some(card) = card {
        if exchange != Exchange::Unknown && draft.get(card)?.exchange != exchange {
            draft.update::<Card>(card, |card| {
                card.exchange = exchange;
                card.updated_at = now;
            })?;
        }
        if !impression.trim().is_empty() {
            cards::record_impression(draft, card, &impression)?;
        }
    }
    let topics: Vec<String> =
        topics.iter().map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()).collect();
    // A talk of several people is not rewritten for one of them.
    let talk =
        draft.book().encounters.values().find(|it| {
            it.event == Some(event) && it.kind.is_face_to_face() && it.contacts.iter().eq([&contact])
        });
    let talk = talk.map(|it| it.id);
    match talk {
        Some(talk) if draft.get(talk)?.topics != topics => draft.update::<Encounter>(talk, |it| {
            it.topics = topics;
            it.updated_at = now;
        })?,
        None if !topics.is_empty() => {
            let today = draft.stamp.today;
            let on = record.last_day().map_or(today, |day| day.min(today));
            let encounter = Encounter {
                on,
                contacts: [contact].into(),
                event: Some(event),
                topics,
                ..Encounter::default()
            };
            meetings::log_encounter(draft, encounter)?;
        }
        _ => {}
    }
    Ok(Label::Debrief(name(draft, contact)))
}

/// Puts photographs to an event; one that is there already is not put in twice.
pub(super) fn add_photos(
    draft: &mut Draft,
    event: Id<Event>,
    photos: Vec<Attachment>,
) -> Result<Label, EditError> {
    let title = draft.get(event)?.title.clone();
    let count = photos.len();
    let ids: Vec<Id<Attachment>> =
        photos.into_iter().map(|photo| cards::put_attachment(draft, photo)).collect();
    let now = draft.stamp.now;
    draft.update::<Event>(event, |event| {
        for id in ids {
            if !event.photos.contains(&id) {
                event.photos.push(id);
                event.updated_at = now;
            }
        }
    })?;
    Ok(Label::AddPhotos(count, title))
}

/// Takes a photograph away from an event. The file stays, so that Undo finds it.
pub(super) fn remove_photo(
    draft: &mut Draft,
    event: Id<Event>,
    photo: Id<Attachment>,
) -> Result<Label, EditError> {
    let record = draft.get(event)?;
    if !record.photos.contains(&photo) {
        return Err(EditError::Missing(RecordRef::Attachment(photo)));
    }
    let label = Label::RemovePhoto(record.title.clone());
    let now = draft.stamp.now;
    draft.update::<Event>(event, |event| {
        event.photos.retain(|other| *other != photo);
        event.updated_at = now;
    })?;
    Ok(label)
}
