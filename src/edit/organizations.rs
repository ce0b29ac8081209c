//! Organizations, and who worked where and when.

use chrono::NaiveDate;

use crate::model::*;

use super::{Draft, EditError, Employment, Label, OrganizationField, Tenure, name};

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

pub(super) fn rename(
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

pub(super) fn set(
    draft: &mut Draft,
    organization: Id<Organization>,
    field: OrganizationField,
) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    draft.update::<Organization>(organization, |organization| {
        match field {
            OrganizationField::Reading(reading) => organization.reading = reading,
            OrganizationField::Latin(latin) => organization.latin = latin,
            OrganizationField::FormerNames(names) => organization.former_names = names,
            OrganizationField::City(city) => organization.city = city,
            OrganizationField::Website(website) => organization.website = website,
            OrganizationField::Notes(notes) => organization.notes = notes,
        }
        organization.updated_at = now;
    })?;
    Ok(Label::ChangeOrganization(draft.get(organization)?.name.clone()))
}

pub(super) fn set_affiliations(
    draft: &mut Draft,
    contact: Id<Contact>,
    tenures: Vec<Tenure>,
) -> Result<Label, EditError> {
    let person = draft.get(contact)?.clone();
    let mut affiliations = Vec::new();
    for Tenure { organization, mut employment, from, until } in tenures {
        if employment == Employment::default() {
            continue;
        }
        // A self-employed person has a title but no organization: the name of the person stands for it.
        if employment.organization.trim().is_empty() {
            let own = [person.display_name(), person.name.reading()].into_iter().find(|own| !own.is_empty());
            employment.organization = own.ok_or(EditError::TextNeeded("organization"))?;
        }
        let typed = employment.organization.trim();
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            return Err(EditError::EndsBeforeStart);
        }
        let known = organization.filter(|id| draft.book().get(*id).is_some_and(|it| it.name.trim() == typed));
        affiliations.push(Affiliation {
            organization: known.unwrap_or_else(|| organization_named(draft, typed)),
            title: employment.title.trim().to_owned(),
            department: employment.department.trim().to_owned(),
            from,
            until,
        });
    }
    // What lasts stands first, in the order in which it was given: the first one is the main one.
    affiliations.sort_by_key(|affiliation| {
        (affiliation.until.is_some(), std::cmp::Reverse(affiliation.until.unwrap_or_default()))
    });
    let now = draft.stamp.now;
    draft.update::<Contact>(contact, |contact| {
        contact.affiliations = affiliations;
        contact.updated_at = now;
    })?;
    let record = draft.get(contact)?;
    if record.name.is_empty() && record.affiliations.is_empty() {
        return Err(EditError::NameNeeded);
    }
    Ok(Label::ChangeContact(name(draft, contact)))
}
