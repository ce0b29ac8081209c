//! Words of a review that were written earlier: put right, or taken back.
//!
//! How a review ended stays as it was: a verdict had consequences, and another one is another review
//! ([`super::follow_ups::review`]). Start reading at [`change`].

use crate::model::*;

use super::follow_ups::{remove_open, unlink};
use super::{Draft, EditError, Label, name};

/// Writes other words to a review: why, and for [`Verdict::Deepen`] the next step. What was planned or archived with the
/// old words gets the new ones.
pub(super) fn change(
    draft: &mut Draft,
    id: Id<Review>,
    reasons: Vec<String>,
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
