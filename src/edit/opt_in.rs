//! The double opt-in: both sides of an introduction that I make are asked before it is made.
//!
//! Owns what doing a step means: an answer brings the introduction forward and the next step to today, so that each
//! one asks for the next. Asking after is a rule of its own ([`super::rules::ask_after`]). Start reading at [`plan`].
//!
//! Invariant: nobody is asked twice for one introduction (`suite::rules::each_step_of_an_introduction_asks_for_the_next`).

use chrono::NaiveDate;

use crate::model::*;

use super::follow_ups::{close_open, later, plan_with, remove_open};
use super::rules::ask_after;
use super::ties::{check_introduction, party};
use super::{Draft, EditError, Label};

/// An introduction with the days of its steps.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OptIn {
    /// Between whom; I am the one who makes it.
    pub introduction: Introduction,
    /// When each side is asked, and in which words the list says so.
    pub asks: [Ask; 2],
    /// When they are introduced, if both agree.
    pub introduce_on: NaiveDate,
}

/// One side is asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ask {
    /// The day.
    pub due_on: NaiveDate,
    /// What about.
    pub about: String,
}

/// Plans an introduction: asking the one, asking the other, introducing them. What is promised between the two already
/// is that introduction.
pub(super) fn plan(draft: &mut Draft, plan: OptIn) -> Result<Label, EditError> {
    let OptIn { mut introduction, asks, introduce_on } = plan;
    introduction.introducer = Party::Me;
    check_introduction(draft, &introduction)?;
    let (Some(a), Some(b)) = (introduction.a.contact(), introduction.b.contact()) else {
        return Err(EditError::PersonNeeded);
    };
    let label = Label::PlanIntroduction(party(draft, introduction.a), party(draft, introduction.b));
    let sides = [introduction.a, introduction.b];
    let open = draft.book().introductions.values().find(|other| {
        other.introducer == Party::Me
            && !other.state.is_made()
            && sides.contains(&other.a)
            && sides.contains(&other.b)
    });
    let id = match open.map(|open| open.id) {
        Some(id) => id,
        None => {
            introduction.id = draft.stamp.fresh();
            introduction.state = IntroductionState::Promised;
            introduction.on.get_or_insert(draft.stamp.today);
            introduction.created_at = draft.stamp.now;
            introduction.updated_at = draft.stamp.now;
            let id = introduction.id;
            draft.put(introduction);
            id
        }
    };
    for (contact, ask) in [a, b].into_iter().zip(asks) {
        let asked = |other: &FollowUp| other.opt_in == Some(id) && other.contacts.contains(&contact);
        if !draft.book().follow_ups.values().any(|other| asked(other)) {
            let follow_up = FollowUp {
                kind: FollowUpKind::Message,
                due_on: ask.due_on,
                about: ask.about,
                contacts: [contact].into(),
                opt_in: Some(id),
                ..FollowUp::default()
            };
            plan_with(draft, follow_up);
        }
    }
    promise(draft, id, introduce_on)?;
    Ok(label)
}

/// Plans to introduce the two, unless that is planned or done.
fn promise(draft: &mut Draft, id: Id<Introduction>, due_on: NaiveDate) -> Result<(), EditError> {
    let introduction = draft.get(id)?;
    let contacts = [introduction.a, introduction.b].into_iter().filter_map(Party::contact).collect();
    if !draft.book().follow_ups.values().any(|other| is_promise(other, id)) {
        let reason = Reason::Introduction(id);
        let kind = FollowUpKind::Introduce;
        plan_with(draft, FollowUp { kind, due_on, contacts, reason, ..FollowUp::default() });
    }
    Ok(())
}

fn is_promise(follow_up: &FollowUp, id: Id<Introduction>) -> bool {
    follow_up.kind == FollowUpKind::Introduce && follow_up.reason == Reason::Introduction(id)
}

/// After how many days an answer is looked for.
const ANSWER_DAYS: u64 = 7;

/// One side was asked by a letter: the answer is looked for a week later.
pub(super) fn ask(
    draft: &mut Draft,
    id: Id<FollowUp>,
    letter: Option<Box<Encounter>>,
) -> Result<Label, EditError> {
    let follow_up = draft.get(id)?.clone();
    if follow_up.opt_in.is_none() {
        return Err(EditError::Missing(RecordRef::FollowUp(id)));
    }
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<FollowUp>(id, |follow_up| {
        follow_up.asked_on = Some(today);
        follow_up.due_on = later(today, ANSWER_DAYS);
        follow_up.updated_at = now;
    })?;
    if let Some(letter) = letter {
        super::meetings::log_encounter(draft, *letter)?;
    }
    Ok(Label::AskSide(super::names(draft, &follow_up.contacts)))
}

/// Somebody has answered, or an answer was taken back: how far the introduction is, and what comes next.
pub(super) fn answered(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    let introduction = draft.get(id)?;
    if introduction.state.is_made() {
        return Ok(());
    }
    let done =
        |other: &FollowUp| other.opt_in == Some(id) && matches!(other.state, FollowUpState::Done { .. });
    let agreed = draft.book().follow_ups.values().filter(|other| done(other)).count();
    let state = match agreed {
        0 => IntroductionState::Promised,
        1 => IntroductionState::AskedOne,
        _ => IntroductionState::BothAgreed,
    };
    if introduction.state != state {
        let now = draft.stamp.now;
        draft.update::<Introduction>(id, |introduction| {
            introduction.state = state;
            introduction.updated_at = now;
        })?;
    }
    if agreed > 0 { next(draft, id) } else { Ok(()) }
}

/// Brings the next step to today.
fn next(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    let today = draft.stamp.today;
    let open = || draft.book().follow_ups.values().filter(|other| other.is_open());
    let ask = open().filter(|other| other.opt_in == Some(id)).min_by_key(|other| (other.due_on, other.id));
    let next = ask.or_else(|| open().find(|other| is_promise(other, id))).map(|next| (next.id, next.due_on));
    match next {
        Some((next, due_on)) if due_on > today => {
            draft.update::<FollowUp>(next, |follow_up| follow_up.due_on = today)
        }
        Some(_) => Ok(()),
        None => promise(draft, id, today),
    }
}

/// The two were introduced.
pub(super) fn introduced(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    if draft.get(id)?.state.is_made() {
        return Ok(());
    }
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<Introduction>(id, |introduction| {
        introduction.state = IntroductionState::Made;
        // Until now it was the day of the promise.
        introduction.on = Some(today);
        introduction.updated_at = now;
    })?;
    ask_after(draft, id)
}

/// One side does not want it: nothing comes of it.
pub(super) fn declined(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    if draft.get(id)?.state.is_made() {
        return Ok(());
    }
    let now = draft.stamp.now;
    draft.update::<Introduction>(id, |introduction| {
        introduction.state = IntroductionState::CameToNothing;
        introduction.updated_at = now;
    })?;
    ask_after(draft, id)
}

/// The state of an introduction was changed by hand: its open steps follow.
pub(super) fn follow(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    let state = draft.get(id)?.state;
    let asks = |follow_up: &FollowUp| follow_up.opt_in == Some(id);
    let steps =
        draft.book().follow_ups.values().filter(|it| it.is_open() && (asks(it) || is_promise(it, id)));
    if steps.count() == 0 {
        return Ok(());
    }
    match state {
        IntroductionState::Promised => Ok(()),
        IntroductionState::AskedOne => {
            let all = || draft.book().follow_ups.values().filter(|it| asks(it));
            let first = all().filter(|it| it.is_open()).min_by_key(|it| (it.due_on, it.id)).map(|it| it.id);
            if let Some(first) = first.filter(|_| all().all(|it| it.is_open())) {
                close_open(draft, |follow_up| follow_up.id == first);
                next(draft, id)?;
            }
            Ok(())
        }
        IntroductionState::BothAgreed => {
            close_open(draft, asks);
            next(draft, id)
        }
        IntroductionState::Made | IntroductionState::TheyMet | IntroductionState::LedToWork => {
            close_open(draft, |follow_up| asks(follow_up) || is_promise(follow_up, id));
            Ok(())
        }
        IntroductionState::CameToNothing => {
            remove_open(draft, |follow_up| asks(follow_up) || is_promise(follow_up, id));
            Ok(())
        }
    }
}
