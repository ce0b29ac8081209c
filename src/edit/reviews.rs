//! Reviews that were written earlier: words put right, a verdict taken back.
//!
//! How a review ended stays as it was: a verdict had consequences, and another one is another review
//! ([`super::follow_ups::review`]). Start reading at [`change`], then [`take_back`].
//!
//! Invariant: a verdict that is taken back right away leaves the book as it was (held by the suite's
//! `a_verdict_that_is_taken_back_leaves_the_book_as_it_was`).

use crate::model::*;

use super::follow_ups::{remove_open, unlink};
use super::{Draft, EditError, Label, contacts, name};

/// Writes other words to a review: why, and for [`Verdict::Deepen`] the next step. What was planned or archived with the
/// old words gets the new ones.
pub(super) fn change(
    draft: &mut Draft,
    id: Id<Review>,
    reasons: Vec<ReviewReason>,
    note: String,
    next_step: &str,
) -> Result<Label, EditError> {
    let before = draft.get(id)?.clone();
    let mut review = Review { reasons, note, ..Review::clone(&before) };
    if let Verdict::Deepen { next_step: step, .. } = &mut review.verdict {
        if next_step.trim().is_empty() {
            return Err(EditError::TextNeeded("next step"));
        }
        let planned = draft.book().follow_ups.values().filter(|follow_up| {
            follow_up.is_open() && follow_up.reason == Reason::Verdict(id) && follow_up.about == *step
        });
        let planned: Vec<Id<FollowUp>> = planned.map(|follow_up| follow_up.id).collect();
        next_step.clone_into(step);
        let now = draft.stamp.now;
        for follow_up in planned {
            draft.update::<FollowUp>(follow_up, |follow_up| {
                next_step.clone_into(&mut follow_up.about);
                follow_up.updated_at = now;
            })?;
        }
    }
    let archived = draft.get(before.contact).ok().and_then(|contact| contact.archived.clone());
    if before.verdict == Verdict::LetGo
        && archived.is_some_and(|archived| archived.on == before.on && archived.reason == before.note)
    {
        draft.update::<Contact>(before.contact, |contact| {
            if let Some(archived) = &mut contact.archived {
                archived.reason.clone_from(&review.note);
            }
        })?;
    }
    let label = Label::ChangeReview(name(draft, review.contact));
    draft.put(review);
    Ok(label)
}

/// Removes a review, and what it planned that is still open. Whoever was let go stays in the archive.
pub(super) fn remove(draft: &mut Draft, id: Id<Review>) -> Result<Label, EditError> {
    let old = draft.remove::<Review>(id)?;
    remove_open(draft, |follow_up| follow_up.reason == Reason::Verdict(id));
    unlink(draft, RecordRef::Review(id));
    Ok(Label::RemoveReview(name(draft, old.contact)))
}

/// Removes a review with the open follow-ups that it planned, brings back the person whom it let go, and opens the
/// reviews that it closed.
pub(super) fn take_back(draft: &mut Draft, review: Id<Review>) -> Result<Label, EditError> {
    let record = draft.remove::<Review>(review)?;
    let contact = record.contact;
    remove_open(draft, |follow_up| follow_up.reason == Reason::Verdict(review));
    // What came of the next step stays, without a verdict to name.
    unlink(draft, RecordRef::Review(review));
    let let_go_then = draft.get(contact)?.archived.as_ref().is_some_and(|archived| archived.on == record.on);
    if record.verdict == Verdict::LetGo && let_go_then {
        contacts::restore(draft, contact)?;
        // What was late already asks again too: it is as if the verdict had not been.
        let dropped = FollowUpState::Dropped { on: record.on, reason: record.note.clone() };
        open_again(draft, |follow_up| {
            follow_up.state == dropped && follow_up.contacts.iter().eq([&contact])
        })?;
    }
    let done = FollowUpState::Done { on: record.on, encounter: None };
    open_again(draft, |follow_up| {
        follow_up.kind == FollowUpKind::Review
            && follow_up.contacts.contains(&contact)
            && follow_up.state == done
    })?;
    Ok(Label::TakeBackReview(name(draft, contact)))
}

fn open_again(draft: &mut Draft, which: impl Fn(&FollowUp) -> bool) -> Result<(), EditError> {
    let closed = draft.book().follow_ups.values().filter(|follow_up| which(follow_up));
    let closed: Vec<Id<FollowUp>> = closed.map(|follow_up| follow_up.id).collect();
    for follow_up in closed {
        draft.update::<FollowUp>(follow_up, |follow_up| follow_up.state = FollowUpState::Open)?;
    }
    Ok(())
}
