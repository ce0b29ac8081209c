//! People and the organizations to which they belong.

use chrono::NaiveDate;

use crate::model::*;

use super::{ContactField, Draft, EditError, Employment, Label, NewCard, cards, name};

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
        set_employment(draft, id, employment)?;
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
            ContactField::Human(human) => record.human = human,
            ContactField::Notes(notes) => record.notes = notes,
            ContactField::Tags(tags) => record.tags = tags,
            ContactField::Portrait(portrait) => record.portrait = portrait,
            ContactField::Cadence(cadence) => record.cadence = cadence,
            ContactField::OtherNames(names) => record.other_names = names,
            ContactField::NotTheSameAs(others) => record.not_the_same_as = others,
        }
        record.updated_at = now;
    })?;
    draft.stamp = stamp;
    let record = draft.get(contact)?.clone();
    super::check_links(draft, &*record)?;
    if record.name.is_empty() && record.affiliations.is_empty() {
        return Err(EditError::NameNeeded);
    }
    Ok(Label::ChangeContact(record.display_name()))
}

/// Finds an organization by its present, Latin or former name, or makes one.
fn organization_named(draft: &mut Draft, name: &str) -> Id<Organization> {
    let name = name.trim();
    let found = draft.book().organizations.values().find(|organization| {
        organization.name == name
            || organization.name.eq_ignore_ascii_case(name)
            || organization.latin.eq_ignore_ascii_case(name)
            || organization.former_names.iter().any(|former| former == name)
    });
    if let Some(found) = found {
        return found.id;
    }
    let organization = Organization {
        id: draft.stamp.fresh(),
        name: name.to_owned(),
        created_at: draft.stamp.now,
        updated_at: draft.stamp.now,
        ..Organization::default()
    };
    let id = organization.id;
    draft.put(organization);
    id
}

fn affiliation(draft: &mut Draft, employment: &Employment) -> Affiliation {
    Affiliation {
        organization: organization_named(draft, &employment.organization),
        title: employment.title.trim().to_owned(),
        department: employment.department.trim().to_owned(),
        ..Affiliation::default()
    }
}

pub(super) fn set_employment(
    draft: &mut Draft,
    contact: Id<Contact>,
    employment: &Employment,
) -> Result<Label, EditError> {
    let current = draft.get(contact)?.affiliations.iter().position(|affiliation| affiliation.until.is_none());
    // A self-employed person has a title but no organization: the name of the person stands for it.
    let nothing = employment.organization.trim().is_empty()
        && employment.title.trim().is_empty()
        && employment.department.trim().is_empty();
    let new = if nothing {
        None
    } else if employment.organization.trim().is_empty() {
        let record = draft.get(contact)?;
        let own_name =
            [record.display_name(), record.name.reading()].into_iter().find(|name| !name.is_empty());
        let organization = own_name.ok_or(EditError::TextNeeded("organization"))?;
        Some(affiliation(draft, &Employment { organization, ..employment.clone() }))
    } else {
        Some(affiliation(draft, employment))
    };
    let now = draft.stamp.now;
    draft.update::<Contact>(contact, |contact| {
        match (current, new) {
            (Some(index), Some(new)) => {
                let old = &mut contact.affiliations[index];
                *old = Affiliation { from: old.from, until: old.until, ..new };
            }
            (Some(index), None) => {
                contact.affiliations.remove(index);
            }
            (None, Some(new)) => contact.affiliations.insert(0, new),
            (None, None) => {}
        }
        contact.updated_at = now;
    })?;
    let record = draft.get(contact)?;
    if record.name.is_empty() && record.affiliations.is_empty() {
        return Err(EditError::NameNeeded);
    }
    Ok(Label::ChangeContact(name(draft, contact)))
}

pub(super) fn change_job(
    draft: &mut Draft,
    contact: Id<Contact>,
    employment: &Employment,
    on: NaiveDate,
) -> Result<Label, EditError> {
    if employment.organization.trim().is_empty() {
        return Err(EditError::TextNeeded("organization"));
    }
    draft.get(contact)?;
    let new = Affiliation { from: Some(on), ..affiliation(draft, employment) };
    let now = draft.stamp.now;
    draft.update::<Contact>(contact, |contact| {
        for affiliation in &mut contact.affiliations {
            if affiliation.until.is_none() {
                affiliation.until = Some(on.pred_opt().unwrap_or(on));
            }
        }
        contact.affiliations.insert(0, new);
        contact.updated_at = now;
    })?;
    Ok(Label::ChangeContact(name(draft, contact)))
}

pub(super) fn rename_organization(
    draft: &mut Draft,
    organization: Id<Organization>,
    new_name: &str,
) -> Result<Label, EditError> {
    let new_name = new_name.trim();
    if new_name.is_empty() {
        return Err(EditError::TextNeeded("name"));
    }
    let now = draft.stamp.now;
    draft.update::<Organization>(organization, |organization| {
        let old = std::mem::replace(&mut organization.name, new_name.to_owned());
        organization.former_names.retain(|former| former != new_name);
        if old != new_name && !old.is_empty() && !organization.former_names.contains(&old) {
            organization.former_names.push(old);
        }
        organization.updated_at = now;
    })?;
    Ok(Label::RenameOrganization(new_name.to_owned()))
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
    // What was dropped by letting go and is still ahead is opened again.
    let today = draft.stamp.today;
    let dropped: Vec<Id<FollowUp>> = draft
        .book()
        .follow_ups
        .values()
        .filter(|follow_up| {
            follow_up.contacts.iter().eq([&contact])
                && follow_up.due_on >= today
                && matches!(&follow_up.state, FollowUpState::Dropped { on, .. } if Some(*on) == archived_on)
        })
        .map(|follow_up| follow_up.id)
        .collect();
    for follow_up in dropped {
        draft.update::<FollowUp>(follow_up, |follow_up| follow_up.state = FollowUpState::Open)?;
    }
    Ok(Label::Restore(name(draft, contact)))
}
