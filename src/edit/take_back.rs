//! Edits about states beside the present one: older ones, and the other side of a conflict.

use crate::model::*;

use super::{Choice, Draft, EditError, Label};

/// What is taken back from an older state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeBack {
    /// A person, with cards, encounters and all else that belongs to them.
    Contact(Id<Contact>),
    /// The whole book, as it was.
    Everything,
}

pub(super) fn resolve(
    draft: &mut Draft,
    conflict: Id<Conflict>,
    _choice: Choice,
) -> Result<Label, EditError> {
    draft.remove(conflict)?;
    Ok(Label::ResolveConflict(String::new()))
}

pub(super) fn take_back(_draft: &mut Draft, _from: &Book, _what: TakeBack) -> Result<Label, EditError> {
    Ok(Label::TakeBackAll)
}

pub(super) fn mend_links(_draft: &mut Draft) -> Result<Label, EditError> {
    Ok(Label::MendLinks(0))
}
