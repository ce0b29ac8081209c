//! People: what is known of them, letting them go, deleting them.

use crate::model::*;

use super::{ContactField, Draft, EditError, Employment, Label, NewCard, cards, name, organizations};

/// Puts a new person in with a fresh id and returns it.
pub(super) fn put_contact(
    draft: &mut Draft,
    mut contact: Contact,
    employment: &Employment,
) -> Result<Id<Contact>, EditError> {
    if contact.name.is_empty() && employment.organization.trim().is_empty() {
        return Err(EditError::NameNeeded);
    }
    super::check_links(draft, &contact)?;
    contact.id = draft.stamp.fresh();
    contact.created_at = draft.stamp.now;
    contact.updated_at = draft.stamp.now;
    for need in &mut contact.needs {
        if need.id.is_nil() {
            need.id = draft.stamp.fresh();
        }
    }
    let id = contact.id;
    draft.put(contact);
    if *employment != Employment::default() {
        organizations::set_employment(draft, id, employment)?;
    }
    Ok(id)
}

pub(super) fn add_contact(
    draft: &mut Draft,
    contact: Contact,
    employment: &Employment,
    received: Option<NewCard>,
) -> Result<Label, EditError> {
    let id = put_contact(draft, contact, employment)?;
    if let Some(new) = received {
        let card = cards::put_imageless_card(draft, new)?;
        cards::file_card(draft, card, id)?;
    }
    Ok(Label::AddContact(name(draft, id)))
}

pub(super) fn set_contact(
    draft: &mut Draft,
    contact: Id<Contact>,
    field: ContactField,
) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    let mut stamp = draft.stamp.clone();
    draft.update::<Contact>(contact, |record| {
        match field {
            ContactField::Name(name) => record.name = name,
            ContactField::Phones(phones) => record.phones = phones,
            ContactField::Emails(emails) => record.emails = emails,
            ContactField::Addresses(addresses) => record.addresses = addresses,
            ContactField::Links(links) => record.links = links,
            ContactField::Custom(custom) => record.custom = custom,
            ContactField::Languages(languages) => record.languages = languages,
            ContactField::Help(help) => record.help = help,
            ContactField::Expertise(expertise) => record.expertise = expertise,
            ContactField::ProblemsSolved(problems) => record.problems_solved = problems,
            ContactField::Offers(offers) => record.offers = offers,
            ContactField::Needs(mut needs) => {
                for need in &mut needs {
                    if need.id.is_nil() {
                        need.id = stamp.fresh();
                    }
                }
                record.needs = needs;
            }
            ContactField::Research(research) => record.research = research,
            ContactField::OwnWords(words) => record.own_words = words,
            ContactField::Human(mut human) => {
                // A line that was just added says nothing yet.
                human.interests.retain(|entry| !entry.trim().is_empty());
                human.hobbies.retain(|entry| !entry.trim().is_empty());
                record.human = human;
            }
            ContactField::Notes(notes) => record.notes = notes,
            ContactField::Tags(tags) => record.tags = tags,
            ContactField::Portrait(portrait) => record.portrait = portrait,
            ContactField::Cadence(cadence) => record.cadence = cadence,
            ContactField::Formality(formality) => record.formality = formality,
            ContactField::OtherNames(names) => record.other_names = names,
            ContactField::OtherPortraits(portraits) => record.other_portraits = portraits,
            ContactField::NotTheSameAs(others) => record.not_the_same_as = others,
        }
        record.updated_at = now;
    })?;
    draft.stamp = stamp;
    super::knowledge::date_entries(draft, contact)?;
    let record = draft.get(contact)?.clone();
    super::check_links(draft, &*record)?;
    if record.name.is_empty() && record.affiliations.is_empty() {
        return Err(EditError::NameNeeded);
    }
    Ok(Label::ChangeContact(record.display_name()))
}

pub(super) fn set_portrait(
    draft: &mut Draft,
    contact: Id<Contact>,
    portrait: Option<Box<Attachment>>,
) -> Result<Label, EditError> {
    draft.get(contact)?;
    let portrait = portrait.map(|portrait| cards::put_attachment(draft, *portrait));
    let now = draft.stamp.now;
    draft.update::<Contact>(contact, |contact| {
        // One that was set aside changes places with the present one.
        if let Some(at) = contact.other_portraits.iter().position(|other| Some(*other) == portrait) {
            contact.other_portraits.remove(at);
            contact.other_portraits.extend(contact.portrait);
        }
        contact.portrait = portrait;
        contact.updated_at = now;
    })?;
    let name = name(draft, contact);
    Ok(if portrait.is_some() { Label::SetPortrait(name) } else { Label::RemovePortrait(name) })
}

pub(super) fn archive(draft: &mut Draft, contact: Id<Contact>, reason: &str) -> Result<Label, EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<Contact>(contact, |contact| {
        // Letting go again changes the reason, not the day by which `restore` knows what it dropped.
        let on = contact.archived.as_ref().map_or(today, |archived| archived.on);
        contact.archived = Some(Archived { on, reason: reason.to_owned() });
        contact.updated_at = now;
    })?;
    // A person who was let go asks for nothing; follow-ups with others besides stay.
    let open: Vec<Id<FollowUp>> = draft
        .book()
        .follow_ups
        .values()
        .filter(|follow_up| follow_up.is_open() && follow_up.contacts.iter().eq([&contact]))
        .map(|follow_up| follow_up.id)
        .collect();
    for follow_up in open {
        draft.update::<FollowUp>(follow_up, |follow_up| {
            follow_up.state = FollowUpState::Dropped { on: today, reason: reason.to_owned() };
        })?;
    }
    Ok(Label::Archive(name(draft, contact)))
}

pub(super) fn restore(draft: &mut Draft, contact: Id<Contact>) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    let archived_on = draft.get(contact)?.archived.as_ref().map(|archived| archived.on);
    draft.update::<Contact>(contact, |contact| {
        contact.archived = None;
        contact.updated_at = now;
    })?;
    // What was dropped by letting go is opened again, also what is late by now: a promise stays one.
    let dropped: Vec<Id<FollowUp>> = draft
        .book()
        .follow_ups
        .values()
        .filter(|follow_up| {
            follow_up.contacts.iter().eq([&contact])
                && matches!(&follow_up.state, FollowUpState::Dropped { on, .. } if Some(*on) == archived_on)
        })
        .map(|follow_up| follow_up.id)
        .collect();
    for follow_up in dropped {
        draft.update::<FollowUp>(follow_up, |follow_up| follow_up.state = FollowUpState::Open)?;
    }
    Ok(Label::Restore(name(draft, contact)))
}
