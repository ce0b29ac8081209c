//! What is done in the calendar besides moving one thing: follow-ups spread over days, events longer and shorter.

use chrono::NaiveDate;

use crate::model::*;

use super::{Draft, EditError, Label, follow_ups, meetings};

/// Brings each follow-up to a day of its own.
pub(super) fn spread(draft: &mut Draft, moves: &[(DueSource, NaiveDate)]) -> Result<Label, EditError> {
    for (source, to) in moves {
        follow_ups::move_one(draft, *source, *to)?;
    }
    Ok(Label::SpreadFollowUps(moves.len()))
}

/// Lets an event last from one day to another.
pub(super) fn resize_event(
    draft: &mut Draft,
    event: Id<Event>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Label, EditError> {
    if last < first {
        return Err(EditError::EndsBeforeStart);
    }
    let now = draft.stamp.now;
    let before = draft.get(event)?.clone();
    draft.update::<Event>(event, |event| {
        event.starts_on = Some(first);
        event.ends_on = (last > first).then_some(last);
        event.updated_at = now;
    })?;
    meetings::follow(draft, event, Some(&before))?;
    Ok(Label::ResizeEvent(draft.get(event)?.title.clone(), first, last))
}
