//! Events and encounters.

use chrono::{Days, NaiveDate};

use crate::model::*;

use super::{Draft, EditError, Employment, Label, Log, names};

fn check_event(draft: &Draft, event: &Event) -> Result<(), EditError> {
    if event.title.trim().is_empty() {
        return Err(EditError::TextNeeded("title"));
    }
    if let (Some(first), Some(last)) = (event.starts_on, event.ends_on)
        && last < first
    {
        return Err(EditError::EndsBeforeStart);
    }
    super::check_links(draft, event)
}

pub(super) fn add_event(draft: &mut Draft, mut event: Event) -> Result<Label, EditError> {
    check_event(draft, &event)?;
    // The window may choose the id beforehand; one that is taken would replace another event.
    if event.id.is_nil() || draft.book().get(event.id).is_some() {
        event.id = draft.stamp.fresh();
    }
    event.created_at = draft.stamp.now;
    event.updated_at = draft.stamp.now;
    let label = Label::AddEvent(event.title.clone());
    draft.put(event);
    Ok(label)
}

pub(super) fn change_event(draft: &mut Draft, mut event: Event) -> Result<Label, EditError> {
    draft.get(event.id)?;
    check_event(draft, &event)?;
    event.updated_at = draft.stamp.now;
    let label = Label::ChangeEvent(event.title.clone());
    draft.put(event);
    Ok(label)
}

/// Takes in events of a calendar. One that broke a rule would break it in the whole file: who reads the file leaves such
/// ones out before.
pub(super) fn take_in_events(draft: &mut Draft, events: Vec<Event>) -> Result<Label, EditError> {
    let count = events.len();
    for event in events {
        if event.id.is_nil() {
            add_event(draft, event)?;
        } else {
            change_event(draft, event)?;
        }
    }
    Ok(Label::TakeInEvents(count))
}

pub(super) fn move_event(draft: &mut Draft, event: Id<Event>, to: NaiveDate) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    draft.update::<Event>(event, |event| {
        if let (Some(first), Some(last)) = (event.starts_on, event.ends_on) {
            let length = u64::try_from((last - first).num_days()).unwrap_or(0);
            event.ends_on = to.checked_add_days(Days::new(length));
        }
        event.starts_on = Some(to);
        event.updated_at = now;
    })?;
    Ok(Label::MoveEvent(draft.get(event)?.title.clone(), to))
}

pub(super) fn remove_event(draft: &mut Draft, event: Id<Event>) -> Result<Label, EditError> {
    let label = Label::RemoveEvent(draft.get(event)?.title.clone());
    let book = draft.book().clone();
    for card in book.cards.values().filter(|card| card.event == Some(event)) {
        draft.update::<Card>(card.id, |card| card.event = None)?;
    }
    for encounter in book.encounters.values().filter(|encounter| encounter.event == Some(event)) {
        draft.update::<Encounter>(encounter.id, |encounter| encounter.event = None)?;
    }
    super::follow_ups::unlink(draft, RecordRef::Event(event));
    draft.remove::<Event>(event)?;
    Ok(label)
}

fn check_encounter(draft: &Draft, encounter: &Encounter) -> Result<(), EditError> {
    if encounter.contacts.is_empty() {
        return Err(EditError::PersonNeeded);
    }
    super::check_links(draft, encounter)
}

/// Logs an encounter and closes what waited for it: any encounter from me or with both sides,
/// on the day or later, is also the thank-you when it says so, or when it is a message.
pub(super) fn log_encounter(
    draft: &mut Draft,
    mut encounter: Encounter,
) -> Result<(Id<Encounter>, Label), EditError> {
    check_encounter(draft, &encounter)?;
    if encounter.id.is_nil() || draft.book().get(encounter.id).is_some() {
        encounter.id = draft.stamp.fresh();
    }
    encounter.created_at = draft.stamp.now;
    encounter.updated_at = draft.stamp.now;
    let id = encounter.id;
    let label = Label::LogEncounter(names(draft, &encounter.contacts));
    let waiting: Vec<Id<FollowUp>> = draft
        .book()
        .follow_ups
        .values()
        .filter(|follow_up| follow_up.is_open() && answers(&encounter, follow_up, draft.stamp.today))
        .map(|follow_up| follow_up.id)
        .collect();
    if waiting.iter().any(|id| draft.book().follow_ups[id].kind == FollowUpKind::ThankYou) {
        encounter.is_thank_you = true;
    }
    let on = encounter.on;
    draft.put(encounter);
    for follow_up in waiting {
        draft.update::<FollowUp>(follow_up, |follow_up| {
            follow_up.state = FollowUpState::Done { on, encounter: Some(id) };
        })?;
    }
    Ok((id, label))
}

/// Logs an encounter with new people, the follow-up that it does, and what comes next.
pub(super) fn log(draft: &mut Draft, log: Log) -> Result<Label, EditError> {
    let Log { mut encounter, completes, next, newcomers } = log;
    for name in newcomers {
        let contact = Contact { name, ..Contact::default() };
        encounter.contacts.insert(super::contacts::put_contact(draft, contact, &Employment::default())?);
    }
    let people = encounter.contacts.clone();
    let label = match completes {
        Some(follow_up) => super::follow_ups::complete(draft, follow_up, Some(encounter))?,
        None => log_encounter(draft, *encounter)?.1,
    };
    // Only now: what comes next is not done by what happened before.
    if let Some(mut next) = next {
        if next.contacts.is_empty() {
            next.contacts = people;
        }
        super::follow_ups::add(draft, *next)?;
    }
    Ok(label)
}

/// Whether an encounter is what an open follow-up asks for.
fn answers(encounter: &Encounter, follow_up: &FollowUp, today: NaiveDate) -> bool {
    // The record knows its moment in UTC only. In the evening of America that is tomorrow already;
    // what happens today is never too early.
    let planned_on = follow_up.created_at.date_naive().min(today);
    // A follow-up with several people is done only by an encounter with all of them, and a
    // meeting before it was planned cannot have been the answer.
    if follow_up.contacts.is_empty()
        || !follow_up.contacts.is_subset(&encounter.contacts)
        || encounter.on < planned_on
        || encounter.direction == Direction::ToMe
    {
        return false;
    }
    match follow_up.kind {
        FollowUpKind::ThankYou => {
            encounter.is_thank_you
                || matches!(
                    encounter.kind,
                    EncounterKind::Email
                        | EncounterKind::Message
                        | EncounterKind::Letter
                        | EncounterKind::SocialMedia
                )
        }
        FollowUpKind::Call => matches!(encounter.kind, EncounterKind::Call | EncounterKind::Video),
        FollowUpKind::Meet => encounter.kind == EncounterKind::InPerson,
        FollowUpKind::Message => {
            matches!(encounter.kind, EncounterKind::Email | EncounterKind::Message | EncounterKind::Letter)
        }
        _ => false,
    }
}

pub(super) fn change_encounter(draft: &mut Draft, mut encounter: Encounter) -> Result<Label, EditError> {
    draft.get(encounter.id)?;
    check_encounter(draft, &encounter)?;
    encounter.updated_at = draft.stamp.now;
    let label = Label::ChangeEncounter(names(draft, &encounter.contacts));
    draft.put(encounter);
    Ok(label)
}

pub(super) fn remove_encounter(draft: &mut Draft, encounter: Id<Encounter>) -> Result<Label, EditError> {
    let record = draft.get(encounter)?.clone();
    super::follow_ups::unlink(draft, RecordRef::Encounter(encounter));
    draft.remove::<Encounter>(encounter)?;
    Ok(Label::RemoveEncounter(names(draft, &record.contacts)))
}
