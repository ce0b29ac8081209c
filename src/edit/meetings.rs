//! Events and encounters.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::model::*;

use super::{Amends, Draft, EditError, Employment, Label, Log, events, names, rules};

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
    let id = event.id;
    draft.put(event);
    follow(draft, id, None)?;
    Ok(label)
}

pub(super) fn change_event(draft: &mut Draft, mut event: Event) -> Result<Label, EditError> {
    let before = draft.get(event.id)?.clone();
    check_event(draft, &event)?;
    event.updated_at = draft.stamp.now;
    let label = Label::ChangeEvent(event.title.clone());
    draft.put(event);
    follow(draft, before.id, Some(&before))?;
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

/// What an event asks for as it is now: thanks to the people there, a look at its organiser, or amends.
pub(super) fn follow(draft: &mut Draft, event: Id<Event>, before: Option<&Event>) -> Result<(), EditError> {
    rules::thank_for_event(draft, event, before)?;
    events::ask_about_organizer(draft, event, before)?;
    events::make_amends(draft, event, before)
}

pub(super) fn move_event(draft: &mut Draft, event: Id<Event>, to: NaiveDate) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    let before = draft.get(event)?.clone();
    draft.update::<Event>(event, |event| {
        if let (Some(first), Some(last)) = (event.starts_on, event.ends_on) {
            let length = u64::try_from((last - first).num_days()).unwrap_or(0);
            event.ends_on = to.checked_add_days(Days::new(length));
        }
        event.starts_on = Some(to);
        event.updated_at = now;
    })?;
    follow(draft, event, Some(&before))?;
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
    for introduction in book.introductions.values().filter(|introduction| introduction.event == Some(event)) {
        draft.update::<Introduction>(introduction.id, |introduction| introduction.event = None)?;
    }
    // Thanks stay due; amends for something that does not exist, and what its organiser did, do not.
    super::follow_ups::remove_open(draft, |it| {
        Amends::of(it).is_some_and(|(of, _)| of == event)
            || it.rule() == Some(Rule::OrganizerCare) && it.reason == Reason::Event(event)
    });
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

/// Logs an encounter, closes what waited for it ([`answers`]), and thanks whom I met at an event.
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
    draft.put(encounter);
    close_answered(draft, id, None)?;
    thank_after(draft, id)?;
    Ok((id, label))
}

/// Closes what waited for an encounter; only what was there before a moment, if there is one. Twice does no more than
/// once.
fn close_answered(
    draft: &mut Draft,
    id: Id<Encounter>,
    before: Option<DateTime<Utc>>,
) -> Result<(), EditError> {
    let encounter = draft.get(id)?.clone();
    let book = draft.book().clone();
    let mut is_thank_you = false;
    for follow_up in book.follow_ups.values() {
        let waited = before.is_none_or(|moment| follow_up.created_at < moment);
        if waited && follow_up.is_open() && answers(&book, &encounter, follow_up, draft.stamp.today) {
            is_thank_you |= follow_up.kind == FollowUpKind::ThankYou;
            draft.update::<FollowUp>(follow_up.id, |follow_up| {
                follow_up.state = FollowUpState::Done { on: encounter.on, encounter: Some(id) };
            })?;
            super::follow_ups::was_done(draft, follow_up, encounter.on)?;
        }
    }
    if is_thank_you && !encounter.is_thank_you {
        draft.update::<Encounter>(id, |encounter| encounter.is_thank_you = true)?;
    }
    Ok(())
}

/// Whom I met face to face at an event that I attended, I thank.
fn thank_after(draft: &mut Draft, id: Id<Encounter>) -> Result<(), EditError> {
    let encounter = draft.get(id)?.clone();
    let Some(event) = encounter.event.filter(|_| encounter.kind.is_face_to_face()) else { return Ok(()) };
    let event = draft.get(event)?.clone();
    let due_on = event.last_day().and_then(|day| rules::due(draft, Rule::ThankYou, day));
    if let Some(due_on) = due_on.filter(|day| *day >= draft.stamp.today)
        && event.status == Attendance::Attended
    {
        rules::thank(draft, &event, due_on, &encounter.contacts);
    }
    Ok(())
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
fn answers(book: &Book, encounter: &Encounter, follow_up: &FollowUp, today: NaiveDate) -> bool {
    if let Some((event, Amends::Notice | Amends::Step(AmendsStep::Apology))) = Amends::of(follow_up) {
        return is_about(book, encounter, event, asked_on(book, follow_up, today));
    }
    // A follow-up with several people is done only by an encounter with all of them.
    if follow_up.contacts.is_empty() || !follow_up.contacts.is_subset(&encounter.contacts) {
        return false;
    }
    // To be in touch is not to have agreed, and not to have brought the card along.
    if follow_up.opt_in.is_some() || follow_up.fetches.is_some() {
        return false;
    }
    match follow_up.reason {
        // Any contact will do, whoever began it.
        Reason::KeepInTouch { since } => return encounter.on > since,
        Reason::Birthday { year } => {
            let birthday = follow_up.contacts.first().and_then(|id| book.get(*id)?.human.birthday);
            let day = birthday.and_then(|birthday| birthday.in_year(year)).unwrap_or(follow_up.due_on);
            return is_greeting(encounter, day);
        }
        // To have met them is not to have asked how it went: the state of the referral says when it is known.
        Reason::Referral(id)
            if FollowUp::ASK_HOW.contains(&follow_up.kind)
                && book.get(id).is_some_and(|referral| referral.giver == Party::Me) =>
        {
            return false;
        }
        _ => {}
    }
    if encounter.on < asked_on(book, follow_up, today) {
        return false;
    }
    if matches!(follow_up.reason, Reason::Introduction(_))
        && (follow_up.rule(), follow_up.kind) == (Some(Rule::AskAfter), FollowUpKind::Message)
    {
        return true;
    }
    if Amends::of(follow_up).is_some() {
        return false;
    }
    if follow_up.kind == FollowUpKind::Meet {
        return encounter.kind.is_face_to_face();
    }
    if encounter.direction == Direction::ToMe {
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
        FollowUpKind::Message => {
            matches!(encounter.kind, EncounterKind::Email | EncounterKind::Message | EncounterKind::Letter)
        }
        _ => false,
    }
}

/// Whether I got in touch with the organiser of an event about it, however: who talks with them about something else has
/// not apologised.
fn is_about(book: &Book, encounter: &Encounter, event: Id<Event>, asked_on: NaiveDate) -> bool {
    let Some(event) = book.get(event).filter(|event| encounter.event == Some(event.id)) else { return false };
    let is_theirs = match event.organizer {
        Some(Organizer::Contact(contact)) => encounter.contacts.contains(&contact),
        Some(Organizer::Organization(organization)) => {
            encounter.contacts.iter().filter_map(|id| book.get(*id)).any(|contact| {
                let mut work = contact.affiliations.iter().filter(|work| work.until.is_none());
                work.any(|work| work.organization == organization)
            })
        }
        None => false,
    };
    // What is noted today may have been said on an earlier day, with the cancellation.
    let since = event.cancelled_on.map_or(asked_on, |day| day.min(asked_on));
    is_theirs && encounter.direction != Direction::ToMe && encounter.on >= since
}

/// Returns the day before which nothing can have been the answer to a follow-up.
fn asked_on(book: &Book, follow_up: &FollowUp, today: NaiveDate) -> NaiveDate {
    let since = match follow_up.reason {
        Reason::Card(card) => book.get(card).map(|card| card.day()),
        Reason::Event(event) => book.get(event).and_then(|event| event.starts_on),
        Reason::Introduction(id) => book.get(id).and_then(|introduction| introduction.on),
        _ => None,
    };
    // The record knows its moment in UTC only. In the evening of America that is tomorrow already;
    // what happens today is never too early.
    let planned_on = follow_up.created_at.date_naive().min(today);
    since.map_or(planned_on, |day| day.min(planned_on))
}

pub(super) fn change_encounter(draft: &mut Draft, mut encounter: Encounter) -> Result<Label, EditError> {
    draft.get(encounter.id)?;
    check_encounter(draft, &encounter)?;
    encounter.updated_at = draft.stamp.now;
    let label = Label::ChangeEncounter(names(draft, &encounter.contacts));
    let (id, logged_at) = (encounter.id, encounter.created_at);
    draft.put(encounter);
    // What came next, or was planned since, is not what it did.
    close_answered(draft, id, Some(logged_at))?;
    Ok(label)
}

pub(super) fn remove_encounter(draft: &mut Draft, encounter: Id<Encounter>) -> Result<Label, EditError> {
    let record = draft.get(encounter)?.clone();
    super::follow_ups::unlink(draft, RecordRef::Encounter(encounter));
    draft.remove::<Encounter>(encounter)?;
    Ok(Label::RemoveEncounter(names(draft, &record.contacts)))
}
