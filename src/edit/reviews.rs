//! Taking a verdict back, also when other steps came after it.
//!
//! The verdict itself is in `follow_ups`. Start reading at [`take_back`].
//!
//! Invariant: a verdict that is taken back right away leaves the book as it was (held by the suite's
//! `a_verdict_that_is_taken_back_leaves_the_book_as_it_was`).

use crate::model::*;

use super::{Draft, EditError, Label, contacts, name};

/// Removes a review with the open follow-ups that it planned, brings back the person whom it let go, and opens the
/// reviews that it closed.
pub(super) fn take_back(draft: &mut Draft, review: Id<Review>) -> Result<Label, EditError> {
    let record = draft.remove::<Review>(review)?;
    let contact = record.contact;
    super::follow_ups::remove_open(draft, |follow_up| follow_up.reason == Reason::Verdict(review));
    // What came of the next step stays, without a verdict to name.
    super::follow_ups::unlink(draft, RecordRef::Review(review));
    let let_go_then = draft.get(contact)?.archived.as_ref().is_some_and(|archived| archived.on == record.on);
    if record.verdict == Verdict::LetGo && let_go_then {
        contacts::restore(draft, contact)?;
    }
    let closed_then: Vec<Id<FollowUp>> = draft
        .book()
        .follow_ups
        .values()
        .filter(|follow_up| {
            follow_up.kind == FollowUpKind::Review
                && follow_up.contacts.contains(&contact)
                && follow_up.state == FollowUpState::Done { on: record.on, encounter: None }
        })
        .map(|follow_up| follow_up.id)
        .collect();
    for follow_up in closed_then {
        draft.update::<FollowUp>(follow_up, |follow_up| follow_up.state = FollowUpState::Open)?;
    }
    Ok(Label::TakeBackReview(name(draft, contact)))
}
