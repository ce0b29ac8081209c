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
