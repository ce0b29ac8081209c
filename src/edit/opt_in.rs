//! The double opt-in: both sides of an introduction that I make are asked before it is made.
//!
//! Owns what doing a step means: an answer brings the introduction forward and the next step to today, so that each
//! one asks for the next. Asking after is a rule of its own ([`super::rules::ask_after`]). Start reading at [`plan`].
//!
//! Invariant: nobody is asked twice for one introduction (`suite::rules::each_step_of_an_introduction_asks_for_the_next`).
//! Invariant: only an answer is a yes or a no (`suite::rules::to_have_asked_is_no_yes_and_to_give_up_is_no_no`).

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
    // Who has answered is not asked once more.
    let is_open = follow_up.is_open();
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<FollowUp>(id, |follow_up| {
        if is_open {
            follow_up.asked_on = Some(today);
            follow_up.due_on = later(today, ANSWER_DAYS);
            follow_up.updated_at = now;
        }
    })?;
    if let Some(letter) = letter {
        super::meetings::log_encounter(draft, *letter)?;
    }
    Ok(Label::AskSide(super::names(draft, &follow_up.contacts)))
}

/// One side said yes or no.
pub(super) fn answer(
    draft: &mut Draft,
    id: Id<FollowUp>,
    agrees: bool,
    reason: &str,
) -> Result<Label, EditError> {
    let follow_up = draft.get(id)?.clone();
    let Some(introduction) = follow_up.opt_in else {
        return Err(EditError::Missing(RecordRef::FollowUp(id)));
    };
    let (on, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<FollowUp>(id, |follow_up| {
        follow_up.state = if agrees {
            FollowUpState::Done { on, encounter: None }
        } else {
            FollowUpState::Dropped { on, reason: reason.to_owned() }
        };
        follow_up.given_up = false;
        follow_up.updated_at = now;
    })?;
    if agrees {
        answered(draft, introduction)?;
    } else if !is_past(draft, introduction)? {
        come_to_nothing(draft, introduction)?;
    }
    Ok(Label::AnswerAsk(super::names(draft, &follow_up.contacts), agrees))
}

/// Whether an introduction is made, or will not be: answers change nothing about it any more.
fn is_past(draft: &Draft, id: Id<Introduction>) -> Result<bool, EditError> {
    Ok(draft.get(id)?.state.is_made())
}

/// Whether an introduction ended before it was made. Books from before `never_made` know it from who said no.
fn is_off(book: &Book, introduction: &Introduction) -> bool {
    let said_no = |it: &FollowUp| it.opt_in == Some(introduction.id) && it.answer() == Some(false);
    introduction.state == IntroductionState::CameToNothing
        && (introduction.never_made || book.follow_ups.values().any(|it| said_no(it)))
}

/// Somebody has agreed, or that was taken back: how far the introduction is, and what comes next.
fn answered(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    if is_past(draft, id)? {
        return Ok(());
    }
    let agrees = |other: &FollowUp| other.opt_in == Some(id) && other.answer() == Some(true);
    let agreed = draft.book().follow_ups.values().filter(|other| agrees(other)).count();
    let state = match agreed {
        0 => IntroductionState::Promised,
        1 => IntroductionState::AskedOne,
        _ => IntroductionState::BothAgreed,
    };
    if draft.get(id)?.state != state {
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

/// It ends before it was made.
fn come_to_nothing(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    let now = draft.stamp.now;
    draft.update::<Introduction>(id, |introduction| {
        introduction.state = IntroductionState::CameToNothing;
        introduction.never_made = true;
        introduction.updated_at = now;
    })?;
    ask_after(draft, id)
}

/// Asking one side was given up, so nobody is introduced. That is no verdict on anybody: a plan of which nobody has heard
/// goes, and of one that somebody knows nothing comes.
pub(super) fn give_up(draft: &mut Draft, ask: Id<FollowUp>, reason: &str) -> Result<Label, EditError> {
    let record = draft.get(ask)?.clone();
    let Some(id) = record.opt_in else { return Err(EditError::Missing(RecordRef::FollowUp(ask))) };
    let introduction = draft.get(id)?.clone();
    let is_known = draft.book().follow_ups.values().any(|it| it.opt_in == Some(id) && it.was_asked());
    let (on, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<FollowUp>(ask, |follow_up| {
        follow_up.state = FollowUpState::Dropped { on, reason: reason.to_owned() };
        follow_up.given_up = true;
        follow_up.updated_at = now;
    })?;
    if is_past(draft, id)? {
        return Ok(Label::DropFollowUp(record.kind, super::names(draft, &record.contacts)));
    }
    if is_known {
        come_to_nothing(draft, id)?;
    } else {
        super::ties::remove_introduction(draft, id)?;
    }
    Ok(Label::TakeBackPlan(party(draft, introduction.a), party(draft, introduction.b)))
}

/// An ask was opened again, which was answered or given up: the introduction stands where it stood before, unless the
/// other side does not want it. `was_off`: it had ended before it was made.
pub(super) fn reopened(draft: &mut Draft, id: Id<Introduction>, was_off: bool) -> Result<(), EditError> {
    let said_no = |it: &FollowUp| it.opt_in == Some(id) && it.answer() == Some(false);
    if was_off && !draft.book().follow_ups.values().any(|it| said_no(it)) {
        draft.update::<Introduction>(id, |introduction| {
            introduction.state = IntroductionState::Promised;
            introduction.never_made = false;
        })?;
        plan_again(draft, id, |it| it.given_up)?;
    }
    answered(draft, id)
}

/// Whether the introduction that a follow-up asks for had ended before it was made.
pub(super) fn is_ended(draft: &Draft, follow_up: &FollowUp) -> bool {
    let introduction = follow_up.opt_in.and_then(|id| draft.book().get(id));
    introduction.is_some_and(|introduction| is_off(draft.book(), introduction))
}

/// Opens the asks of an introduction again that had gone with it, and promises it.
fn plan_again(
    draft: &mut Draft,
    id: Id<Introduction>,
    which: impl Fn(&FollowUp) -> bool,
) -> Result<(), EditError> {
    let dropped = |it: &FollowUp| {
        it.opt_in == Some(id) && matches!(it.state, FollowUpState::Dropped { .. }) && which(it)
    };
    let all = draft.book().follow_ups.values();
    let asks: Vec<Id<FollowUp>> = all.filter(|it| dropped(it)).map(|it| it.id).collect();
    for ask in asks {
        open_ask(draft, ask)?;
    }
    promise(draft, id, later(draft.stamp.today, ANSWER_DAYS))
}

/// Opens an ask again; one that has waited is due now.
pub(super) fn open_ask(draft: &mut Draft, ask: Id<FollowUp>) -> Result<(), EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    draft.update::<FollowUp>(ask, |follow_up| {
        follow_up.state = FollowUpState::Open;
        follow_up.given_up = false;
        follow_up.due_on = follow_up.due_on.max(today);
        follow_up.updated_at = now;
    })
}

/// An introduction is changed by hand: on the step from not made to made its day is that of today, unless another one is
/// said, for until then it was the day of the promise; and it is remembered when it ends without having been made.
pub(super) fn change(draft: &Draft, before: &Introduction, new: &mut Introduction) {
    super::consents::between_others(before, new);
    let was_made = before.state.is_made() && !is_off(draft.book(), before);
    new.never_made = new.state == IntroductionState::CameToNothing && !was_made;
    if !was_made && new.is_made() && new.on == before.on {
        new.on = Some(draft.stamp.today);
    }
}

/// An introduction that had ended is planned again by hand.
pub(super) fn revive(draft: &mut Draft, before: &Introduction) -> Result<(), EditError> {
    let now = draft.get(before.id)?;
    if before.state == IntroductionState::CameToNothing && !now.state.is_made() {
        let asked = |it: &FollowUp| it.opt_in == Some(before.id);
        if draft.book().follow_ups.values().any(|it| asked(it)) {
            plan_again(draft, before.id, |_| true)?;
        }
    }
    Ok(())
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
            remove_open(draft, |follow_up| is_promise(follow_up, id));
            // Who was asked already, and who was not, is known on.
            let on = draft.stamp.today;
            let all = draft.book().follow_ups.values();
            let open: Vec<Id<FollowUp>> = all.filter(|it| it.is_open() && asks(it)).map(|it| it.id).collect();
            for ask in open {
                draft.update::<FollowUp>(ask, |follow_up| {
                    follow_up.state = FollowUpState::Dropped { on, reason: String::new() };
                    follow_up.given_up = true;
                })?;
            }
            Ok(())
        }
    }
}
