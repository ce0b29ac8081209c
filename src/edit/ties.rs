//! Relationships, introductions, and cards passed on.

use crate::model::*;

use super::follow_ups::{close_open, plan, remove_open, unlink};
use super::rules::{ask_after, due};
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
    draft.get(new.id)?;
    check_introduction(draft, &new)?;
    new.updated_at = draft.stamp.now;
    let label = Label::ChangeIntroduction(party(draft, new.a), party(draft, new.b));
    let id = new.id;
    draft.put(new);
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

fn check_referral(draft: &Draft, referral: &Referral) -> Result<(), EditError> {
    let subject = Party::Contact(referral.subject);
    if referral.giver == referral.recipient || referral.recipient == subject || referral.giver == subject {
        return Err(EditError::SamePerson);
    }
    super::check_links(draft, referral)
}

pub(super) fn pass_on(draft: &mut Draft, mut referral: Referral) -> Result<Label, EditError> {
    check_referral(draft, &referral)?;
    let today = draft.stamp.today;
    referral.id = draft.stamp.fresh();
    referral.created_at = draft.stamp.now;
    referral.updated_at = draft.stamp.now;
    if referral.steps.is_empty() {
        referral.steps.push(ReferralStep { state: referral.state, on: today });
    }
    let label = Label::PassOn(name(draft, referral.subject), party(draft, referral.recipient));
    let id = referral.id;
    draft.put(referral);
    promise_to_tell(draft, id)?;
    Ok(label)
}

/// An owner who was not told is an open promise.
pub(super) fn promise_to_tell(draft: &mut Draft, id: Id<Referral>) -> Result<(), EditError> {
    let referral = draft.get(id)?.clone();
    if referral.owner_must_be_told()
        && let Some(due) = due(draft, Rule::TellOwner, draft.stamp.today)
    {
        // Taking the telling back opens the promise again that it had closed.
        let kept: Vec<Id<FollowUp>> = draft
            .book()
            .follow_ups
            .values()
            .filter(|other| other.kind == FollowUpKind::TellOwner && other.reason == Reason::Referral(id))
            .filter(|other| matches!(other.state, FollowUpState::Done { .. }))
            .map(|other| other.id)
            .collect();
        for follow_up in kept {
            draft.update::<FollowUp>(follow_up, |follow_up| {
                follow_up.state = FollowUpState::Open;
                follow_up.due_on = due;
            })?;
        }
        plan(draft, FollowUpKind::TellOwner, due, referral.subject, Reason::Referral(id));
    }
    Ok(())
}

pub(super) fn change_referral(draft: &mut Draft, mut referral: Referral) -> Result<Label, EditError> {
    draft.get(referral.id)?;
    check_referral(draft, &referral)?;
    referral.updated_at = draft.stamp.now;
    let label = Label::ChangeReferral(name(draft, referral.subject));
    let id = referral.id;
    draft.put(referral);
    promise_to_tell(draft, id)?;
    Ok(label)
}

pub(super) fn advance_referral(
    draft: &mut Draft,
    id: Id<Referral>,
    to: ReferralState,
) -> Result<Label, EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<Referral>(id, |referral| {
        // Going back takes the later steps along; a step that was reached keeps its day.
        referral.steps.retain(|step| step.state <= to);
        if referral.steps.last().is_none_or(|step| step.state < to) {
            referral.steps.push(ReferralStep { state: to, on: today });
        }
        if to == ReferralState::OwnerTold {
            referral.owner_told_on.get_or_insert(today);
        } else if to < ReferralState::OwnerTold {
            referral.owner_told_on = None;
        }
        if to >= ReferralState::Outcome {
            referral.outcome.get_or_insert_default();
        }
        referral.state = to;
        referral.updated_at = now;
    })?;
    let referral = draft.get(id)?.clone();
    let promise = |follow_up: &FollowUp| {
        follow_up.kind == FollowUpKind::TellOwner && follow_up.reason == Reason::Referral(id)
    };
    if referral.owner_must_be_told() {
        promise_to_tell(draft, id)?;
    } else if referral.owner_told_on.is_some() {
        close_open(draft, promise);
    } else {
        // Nothing was passed on after all: a promise without a cause is not one that was kept.
        remove_open(draft, promise);
    }
    Ok(Label::AdvanceReferral(name(draft, referral.subject), to))
}

pub(super) fn tell_owner(draft: &mut Draft, id: Id<Referral>) -> Result<Label, EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<Referral>(id, |referral| {
        referral.owner_told_on.get_or_insert(today);
        if referral.state < ReferralState::OwnerTold {
            referral.state = ReferralState::OwnerTold;
            referral.steps.push(ReferralStep { state: ReferralState::OwnerTold, on: today });
        }
        referral.updated_at = now;
    })?;
    close_open(draft, |follow_up| {
        follow_up.kind == FollowUpKind::TellOwner && follow_up.reason == Reason::Referral(id)
    });
    Ok(Label::TellOwner(name(draft, draft.get(id)?.subject)))
}

pub(super) fn remove_referral(draft: &mut Draft, id: Id<Referral>) -> Result<Label, EditError> {
    let old = draft.remove::<Referral>(id)?;
    remove_open(draft, |follow_up| follow_up.reason == Reason::Referral(id));
    unlink(draft, RecordRef::Referral(id));
    Ok(Label::RemoveReferral(name(draft, old.subject)))
}
