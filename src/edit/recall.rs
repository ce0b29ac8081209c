//! Answers of the name quiz.

use crate::model::{Contact, Grade, Id, Recall};

use super::{Draft, EditError, Label, name};

/// Notes how well a name was remembered.
pub(super) fn answer(draft: &mut Draft, contact: Id<Contact>, grade: Grade) -> Result<Label, EditError> {
    draft.get(contact)?;
    let known = draft.book().get(contact.cast::<Recall>()).cloned();
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    let recall = Recall::after(known.as_deref(), contact, grade, today, now);
    draft.put(recall);
    Ok(Label::AnswerQuiz(name(draft, contact)))
}

/// No longer asks for a name: what was remembered about it is forgotten.
pub(super) fn forget(draft: &mut Draft, contact: Id<Contact>) -> Result<Label, EditError> {
    draft.remove::<Recall>(contact.cast())?;
    Ok(Label::ForgetQuiz(name(draft, contact)))
}
