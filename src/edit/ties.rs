//! Relationships and introductions.

use crate::model::*;

use super::follow_ups::{remove_open, unlink};
use super::rules::ask_after;
use super::{Draft, EditError, Label, name};

pub(super) fn party(draft: &Draft, party: Party) -> String {
    party.contact().map(|contact| name(draft, contact)).unwrap_or_default()
}

pub(super) fn add_relationship(draft: &mut Draft, mut tie: Relationship) -> Result<Label, EditError> {
    if tie.from == tie.to {
        return Err(EditError::SamePerson);
    }
    super::check_links(draft, &tie)?;
    let label = Label::AddRelationship(name(draft, tie.from), name(draft, tie.to));
    let exists = draft
        .book()
        .relationships
        .values()
        .any(|other| other.from == tie.from && other.to == tie.to && other.kind == tie.kind);
    if !exists {
        tie.id = draft.stamp.fresh();
        tie.created_at = draft.stamp.now;
        draft.put(tie);
    }
    Ok(label)
}

pub(super) fn remove_relationship(draft: &mut Draft, id: Id<Relationship>) -> Result<Label, EditError> {
    let tie = draft.remove::<Relationship>(id)?;
    Ok(Label::RemoveRelationship(name(draft, tie.from), name(draft, tie.to)))
}

pub(super) fn check_introduction(draft: &Draft, introduction: &Introduction) -> Result<(), EditError> {
    let [introducer, a, b] = introduction.parties();
    if a == b || introducer == a || introducer == b {
        return Err(EditError::SamePerson);
    }
    super::check_links(draft, introduction)
}

pub(super) fn add_introduction(draft: &mut Draft, mut new: Introduction) -> Result<Label, EditError> {
    check_introduction(draft, &new)?;
    new.id = draft.stamp.fresh();
    new.created_at = draft.stamp.now;
    new.updated_at = draft.stamp.now;
    let label = Label::AddIntroduction(party(draft, new.a), party(draft, new.b));
    let id = new.id;
    draft.put(new);
    ask_after(draft, id)?;
    Ok(label)
}

pub(super) fn change_introduction(draft: &mut Draft, mut new: Introduction) -> Result<Label, EditError> {
    let before = draft.get(new.id)?.clone();
    check_introduction(draft, &new)?;
    super::opt_in::change(draft, &before, &mut new);
    new.updated_at = draft.stamp.now;
    let label = Label::ChangeIntroduction(party(draft, new.a), party(draft, new.b));
    let id = new.id;
    draft.put(new);
    super::opt_in::revive(draft, &before)?;
    ask_after(draft, id)?;
    Ok(label)
}

pub(super) fn remove_introduction(draft: &mut Draft, id: Id<Introduction>) -> Result<Label, EditError> {
    let old = draft.remove::<Introduction>(id)?;
    remove_open(draft, |follow_up| {
        follow_up.reason == Reason::Introduction(id) || follow_up.opt_in == Some(id)
    });
    unlink(draft, RecordRef::Introduction(id));
    Ok(Label::RemoveIntroduction(party(draft, old.a), party(draft, old.b)))
}
