//! Templates of letters: the user's own words, kept in the book.

use crate::model::{Id, LetterTemplate};

use super::{Draft, EditError, Label};

fn check(template: &LetterTemplate) -> Result<(), EditError> {
    if template.name.trim().is_empty() {
        Err(EditError::TextNeeded("name"))
    } else if template.body.trim().is_empty() {
        Err(EditError::TextNeeded("body"))
    } else {
        Ok(())
    }
}

pub(super) fn add(draft: &mut Draft, mut template: LetterTemplate) -> Result<Label, EditError> {
    check(&template)?;
    template.id = draft.stamp.fresh();
    template.created_at = draft.stamp.now;
    template.updated_at = draft.stamp.now;
    let label = Label::AddTemplate(template.name.clone());
    draft.put(template);
    Ok(label)
}

pub(super) fn change(draft: &mut Draft, mut template: LetterTemplate) -> Result<Label, EditError> {
    check(&template)?;
    template.created_at = draft.get(template.id)?.created_at;
    template.updated_at = draft.stamp.now;
    let label = Label::ChangeTemplate(template.name.clone());
    draft.put(template);
    Ok(label)
}

pub(super) fn remove(draft: &mut Draft, id: Id<LetterTemplate>) -> Result<Label, EditError> {
    let old = draft.remove::<LetterTemplate>(id)?;
    Ok(Label::RemoveTemplate(old.name.clone()))
}
