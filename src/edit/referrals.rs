//! Cards passed on and leads received: what each state of a referral asks for.
//!
//! Owns the three promises of a referral: telling the owner, asking the recipient how it went (once, and once more), and
//! of a lead thanking its giver and telling them what came of it. Must not know what is only derived (`index`).
//! Start reading at [`pass_on`], then [`settle`], which makes the promises fit the state.
//!
//! Invariant: an owner who was not told is a promise for as long as the rule is on
//! (`suite::app_referrals::an_owner_is_told_once_and_the_promise_is_kept`).
//! Invariant: the days of the steps never run backwards (`suite::referrals::days_before_the_referral_are_refused`).

use chrono::NaiveDate;

use crate::model::*;

use super::follow_ups::{close_open, later, plan, plan_with, remove_open, unlink};
use super::rules::due;
use super::ties::party;
use super::{Draft, EditError, Label, name};

/// Refuses what cannot be: a person and themselves, an owner who knew before anything was thought of, steps that run
/// backwards, money that is none. What stood there before may stay.
fn check(draft: &Draft, referral: &Referral) -> Result<(), EditError> {
    let subject = Party::Contact(referral.subject);
    if referral.giver == referral.recipient || referral.recipient == subject || referral.giver == subject {
        return Err(EditError::SamePerson);
    }
    let before = draft.original().get(referral.id);
    let days = |referral: &Referral| (referral.steps.clone(), referral.owner_told_on);
    if before.is_none_or(|before| days(before) != days(referral)) {
        let first = referral.steps.first().map(|step| step.on);
        let backwards = referral.steps.windows(2).any(|pair| pair[1].on < pair[0].on);
        if backwards || referral.owner_told_on.zip(first).is_some_and(|(told, first)| told < first) {
            return Err(EditError::DayBeforeReferral);
        }
    }
    let worth = |referral: &Referral| referral.outcome.as_ref().and_then(|outcome| outcome.value.clone());
    if let Some(money) = worth(referral)
        && !money.is_sound()
        && before.is_none_or(|before| worth(before).as_ref() != Some(&money))
    {
        return Err(EditError::NoAmount);
    }
    super::check_links(draft, referral)
}

pub(super) fn pass_on(draft: &mut Draft, mut referral: Referral, paper: bool) -> Result<Label, EditError> {
    let today = draft.stamp.today;
    if referral.steps.is_empty() {
        referral.steps.push(ReferralStep { state: referral.state, on: today });
    }
    match considered(draft, &referral) {
        Some(before) => go_on(&before, &mut referral, today),
        None => {
            referral.id = draft.stamp.fresh();
            referral.created_at = draft.stamp.now;
        }
    }
    referral.updated_at = draft.stamp.now;
    check(draft, &referral)?;
    let label = Label::PassOn(name(draft, referral.subject), party(draft, referral.recipient));
    let id = referral.id;
    let goes = paper && referral.giver == Party::Me && referral.state >= ReferralState::PassedOn;
    let card = referral.card.filter(|_| goes);
    let to = referral.recipient;
    draft.put(referral);
    settle(draft, id)?;
    if let (Some(card), Party::Contact(to)) = (card, to) {
        super::storages::hand_over_one(draft, card, to)?;
    }
    Ok(label)
}

/// What was only considered so far of the same card for the same person: the one that is meant, else one about the same
/// need, else the newest about none. What was considered for another need stays.
fn considered(draft: &Draft, referral: &Referral) -> Option<Referral> {
    let is_mine = referral.giver == Party::Me && referral.recipient != Party::Me;
    let all = draft.book().referrals.values().filter(|it| {
        (it.subject, it.giver, it.recipient) == (referral.subject, referral.giver, referral.recipient)
            && it.state == ReferralState::Considered
            && (it.id == referral.id || it.may_be_for(referral.need, &referral.need_text))
    });
    let is_about = |it: &Referral| referral.need.is_some() && it.need == referral.need;
    let best = all.max_by_key(|it| (it.id == referral.id, is_about(it), it.id))?;
    is_mine.then(|| Referral::clone(best))
}

/// What was considered goes on: it keeps its id and the days on which it was thought of, and what was agreed.
fn go_on(before: &Referral, referral: &mut Referral, today: NaiveDate) {
    referral.id = before.id;
    referral.created_at = before.created_at;
    let mut steps = before.steps.clone();
    for mut step in std::mem::take(&mut referral.steps) {
        if steps.last().is_none_or(|last| last.state < step.state) {
            // What was dated ahead is not after what follows.
            step.on = steps.last().map_or(step.on, |last| last.on.max(step.on));
            steps.push(step);
        }
    }
    referral.steps = steps;
    super::consents::carry_on(before, referral, today);
}

/// Somebody told me of a person, who may not be in the book yet: then they come into it as somebody talked about.
pub(super) fn receive(
    draft: &mut Draft,
    mut lead: Referral,
    newcomer: Option<PersonName>,
) -> Result<Label, EditError> {
    if let Some(name) = newcomer {
        if name.is_empty() {
            return Err(EditError::NameNeeded);
        }
        let now = draft.stamp.now;
        lead.subject = draft.stamp.fresh();
        draft.put(Contact {
            id: lead.subject,
            name,
            only_mentioned: true,
            created_at: now,
            updated_at: now,
            ..Contact::default()
        });
    }
    lead.recipient = Party::Me;
    lead.state = lead.state.max(ReferralState::PassedOn);
    pass_on(draft, lead, false)
}

/// Makes the promises of a referral fit its state.
fn settle(draft: &mut Draft, id: Id<Referral>) -> Result<(), EditError> {
    let referral = draft.get(id)?.clone();
    let promise = |follow_up: &FollowUp| {
        follow_up.kind == FollowUpKind::TellOwner && follow_up.reason == Reason::Referral(id)
    };
    if referral.owner_must_be_told() {
        promise_to_tell(draft, id)?;
    } else if referral.owner_told_on.is_some() {
        close_open(draft, promise);
    } else {
        // Nothing was passed on after all: a promise without a cause is not one that was kept.
        remove_open(draft, promise);
    }
    promise_to_ask(draft, id)?;
    promise_to_thank(draft, id)
}

/// An owner who was not told is an open promise.
pub(super) fn promise_to_tell(draft: &mut Draft, id: Id<Referral>) -> Result<(), EditError> {
    let referral = draft.get(id)?.clone();
    if referral.owner_must_be_told()
        && let Some(due) = due(draft, Rule::TellOwner, draft.stamp.today)
    {
        // Taking the telling back opens the promise again that it had closed.
        let done = |follow_up: &FollowUp| {
            follow_up.kind == FollowUpKind::TellOwner && follow_up.reason == Reason::Referral(id)
        };
        open_again(draft, done, due)?;
        plan(draft, FollowUpKind::TellOwner, due, referral.subject, Reason::Referral(id));
    }
    Ok(())
}

/// Opens what was done again.
fn open_again(
    draft: &mut Draft,
    which: impl Fn(&FollowUp) -> bool,
    due_on: NaiveDate,
) -> Result<(), EditError> {
    let done = |follow_up: &FollowUp| matches!(follow_up.state, FollowUpState::Done { .. });
    let all = draft.book().follow_ups.values();
    let again: Vec<Id<FollowUp>> = all.filter(|it| which(it) && done(it)).map(|it| it.id).collect();
    for follow_up in again {
        draft.update::<FollowUp>(follow_up, |follow_up| {
            follow_up.state = FollowUpState::Open;
            follow_up.due_on = due_on;
        })?;
    }
    Ok(())
}

/// The day of a promise that a referral makes. What is recorded late is due today; but when the referral asked for it
/// before this edit, a day that has passed asks for nothing, as when a rule is switched on again.
fn in_time(
    draft: &Draft,
    id: Id<Referral>,
    day: NaiveDate,
    asked: impl Fn(&Referral) -> bool,
) -> Option<NaiveDate> {
    let today = draft.stamp.today;
    let is_new = !draft.original().get(id).is_some_and(|before| asked(before));
    (is_new || day >= today).then_some(day.max(today))
}

/// Whether a follow-up asks the recipient of a card how it went: the first time by a message, the second by another way.
fn asks_how(follow_up: &FollowUp, id: Id<Referral>) -> bool {
    follow_up.reason == Reason::Referral(id) && FollowUp::ASK_HOW.contains(&follow_up.kind)
}

/// Asking the recipient how it went, some days after the card was passed on. Once the state says more, nobody asks.
pub(super) fn promise_to_ask(draft: &mut Draft, id: Id<Referral>) -> Result<(), EditError> {
    let referral = draft.get(id)?.clone();
    let Some(recipient) = referral.recipient.contact().filter(|_| referral.giver == Party::Me) else {
        // What was asked while it was a card of mine that went there.
        let giver = referral.giver.contact();
        remove_open(draft, |it| asks_how(it, id) && !giver.is_some_and(|giver| it.contacts.contains(&giver)));
        return Ok(());
    };
    if referral.is_settled() {
        // It was heard of in another way.
        close_open(draft, |it| asks_how(it, id));
        return Ok(());
    }
    if !referral.asks_how || referral.state < ReferralState::PassedOn {
        remove_open(draft, |it| asks_how(it, id));
        return Ok(());
    }
    let today = draft.stamp.today;
    let from = referral.reached(ReferralState::PassedOn).unwrap_or(today);
    let archived = draft.get(recipient)?.archived.is_some();
    let asked = || draft.book().follow_ups.values().filter(|it| asks_how(it, id));
    if asked().next().is_none()
        && !archived
        && let Some(day) = due(draft, Rule::AskAfter, from)
        && let Some(due_on) = in_time(draft, id, day, |it| {
            it.asks_how && it.recipient == referral.recipient && it.state >= ReferralState::PassedOn
        })
    {
        let contacts = [recipient].into();
        let (kind, reason) = (FollowUpKind::Message, Reason::Referral(id));
        plan_with(draft, FollowUp { kind, due_on, contacts, reason, ..FollowUp::default() });
    }
    Ok(())
}

/// The recipient was asked how it went and nothing came of it yet: asks once more, by another way than the first time.
fn ask_again(draft: &mut Draft, id: Id<Referral>) -> Result<(), EditError> {
    let referral = draft.get(id)?.clone();
    let Some(recipient) = referral.recipient.contact() else { return Ok(()) };
    let asked = draft.book().follow_ups.values().filter(|it| asks_how(it, id)).count();
    if referral.is_settled() || asked != 1 {
        return Ok(());
    }
    let contact = draft.get(recipient)?;
    let has_phone = contact.phones.iter().any(|phone| !phone.value.trim().is_empty());
    let kind = if has_phone { FollowUpKind::Call } else { FollowUpKind::Other };
    if contact.archived.is_none()
        && let Some(due_on) = due(draft, Rule::AskAfter, draft.stamp.today)
    {
        plan(draft, kind, due_on, recipient, Reason::Referral(id));
    }
    Ok(())
}

/// Of a lead: thanking whoever gave it by the next day, and telling them once something came of it.
fn promise_to_thank(draft: &mut Draft, id: Id<Referral>) -> Result<(), EditError> {
    let referral = draft.get(id)?.clone();
    let (Some(giver), Party::Me) = (referral.giver.contact(), referral.recipient) else { return Ok(()) };
    let reason = Reason::Referral(id);
    let tells = |follow_up: &FollowUp| tells_outcome(follow_up, id);
    let thanks =
        |follow_up: &FollowUp| follow_up.kind == FollowUpKind::ThankYou && follow_up.reason == reason;
    if referral.state == ReferralState::Thanked {
        close_open(draft, |it| tells(it) || thanks(it));
        return Ok(());
    }
    if referral.state < ReferralState::PassedOn {
        remove_open(draft, |it| tells(it) || thanks(it));
        return Ok(());
    }
    let today = draft.stamp.today;
    if referral.state < ReferralState::Outcome {
        remove_open(draft, tells);
    }
    let exists = |which: &dyn Fn(&FollowUp) -> bool| draft.book().follow_ups.values().any(|it| which(it));
    let received = referral.reached(ReferralState::PassedOn).unwrap_or(today);
    let thank = due(draft, Rule::ThankYou, received).filter(|_| !exists(&thanks));
    let was_lead = |it: &Referral| it.giver == referral.giver && it.recipient == Party::Me;
    let received = |it: &Referral| was_lead(it) && it.state >= ReferralState::PassedOn;
    if let Some(due_on) = thank.and_then(|day| in_time(draft, id, day, received)) {
        plan(draft, FollowUpKind::ThankYou, due_on, giver, reason);
    }
    let exists = |which: &dyn Fn(&FollowUp) -> bool| draft.book().follow_ups.values().any(|it| which(it));
    let known = referral.reached(ReferralState::Outcome).unwrap_or(today);
    if referral.state == ReferralState::Outcome
        && !exists(&tells)
        && let Some(day) = due(draft, Rule::ThankYou, known)
        && let Some(due_on) = in_time(draft, id, day, |it| was_lead(it) && it.state == ReferralState::Outcome)
    {
        let kind = FollowUpKind::Message;
        plan_with(draft, FollowUp { kind, due_on, contacts: [giver].into(), reason, ..FollowUp::default() });
    }
    Ok(())
}

/// Makes the promises that a rule, switched on again, asks of all referrals.
pub(super) fn catch_up(draft: &mut Draft, id: Id<Referral>, rule: Rule) -> Result<(), EditError> {
    match rule {
        Rule::TellOwner => promise_to_tell(draft, id),
        Rule::AskAfter => promise_to_ask(draft, id),
        Rule::ThankYou => promise_to_thank(draft, id),
        _ => Ok(()),
    }
}

/// Thanks for a lead of which the outcome is known tell it too: the message is not needed, and none that was written.
pub(super) fn thanked(draft: &mut Draft, id: Id<Referral>) {
    if draft.book().get(id).is_some_and(|referral| referral.state == ReferralState::Outcome) {
        remove_open(draft, |it| tells_outcome(it, id));
    }
}

/// A follow-up of a referral was done on a day.
pub(super) fn done(
    draft: &mut Draft,
    id: Id<Referral>,
    kind: FollowUpKind,
    on: NaiveDate,
) -> Result<(), EditError> {
    // A promise about something that is gone can be kept too.
    let Ok(referral) = draft.get(id).cloned() else { return Ok(()) };
    match (kind, referral.giver) {
        (FollowUpKind::TellOwner, _) => {
            tell_owner(draft, id, on)?;
        }
        (FollowUpKind::Message | FollowUpKind::ThankYou, Party::Contact(_))
            if referral.state == ReferralState::Outcome =>
        {
            advance(draft, id, ReferralState::Thanked, on)?;
        }
        (FollowUpKind::Message, Party::Me) => ask_again(draft, id)?,
        _ => {}
    }
    Ok(())
}

/// Whether a follow-up tells the giver of a lead what came of it.
fn tells_outcome(follow_up: &FollowUp, id: Id<Referral>) -> bool {
    follow_up.kind == FollowUpKind::Message && follow_up.reason == Reason::Referral(id)
}

/// Whether a promise that was done is what made a lead a thanked one. Thanks of before anything came of it did not, nor
/// did those beside a message that was written.
fn made_thanked(draft: &Draft, referral: &Referral, promise: &FollowUp) -> bool {
    if promise.kind == FollowUpKind::Message {
        return true;
    }
    let known = referral.reached(ReferralState::Outcome);
    let is_early =
        matches!(promise.state, FollowUpState::Done { on, .. } if known.is_some_and(|known| on < known));
    let told =
        |it: &FollowUp| tells_outcome(it, referral.id) && matches!(it.state, FollowUpState::Done { .. });
    !is_early && !draft.book().follow_ups.values().any(|it| told(it))
}

/// A follow-up of a referral was not done after all; `promise` as it was before.
pub(super) fn undone(draft: &mut Draft, id: Id<Referral>, promise: &FollowUp) -> Result<(), EditError> {
    let Ok(referral) = draft.get(id).cloned() else { return Ok(()) };
    match (promise.kind, referral.giver) {
        (FollowUpKind::Message | FollowUpKind::ThankYou, Party::Contact(_))
            if referral.state == ReferralState::Thanked && made_thanked(draft, &referral, promise) =>
        {
            advance_referral(draft, id, ReferralState::Outcome)?;
        }
        (FollowUpKind::TellOwner, _) if referral.state == ReferralState::OwnerTold => {
            advance_referral(draft, id, ReferralState::PassedOn)?;
        }
        // They were not asked yet: the second asking, which came of it, is not wanted either.
        (kind, Party::Me) if FollowUp::ASK_HOW.contains(&kind) => {
            remove_open(draft, |it| asks_how(it, id) && it.id > promise.id);
        }
        (FollowUpKind::TellOwner, _) => {
            draft.update::<Referral>(id, |referral| {
                referral.steps.retain(|step| step.state != ReferralState::OwnerTold);
                referral.owner_told_on = None;
            })?;
            settle(draft, id)?;
        }
        _ => {}
    }
    Ok(())
}

pub(super) fn change_referral(draft: &mut Draft, mut referral: Referral) -> Result<Label, EditError> {
    let before = draft.get(referral.id)?.clone();
    super::consents::for_another(&before, &mut referral);
    check(draft, &referral)?;
    referral.updated_at = draft.stamp.now;
    let label = Label::ChangeReferral(name(draft, referral.subject));
    let id = referral.id;
    draft.put(referral);
    settle(draft, id)?;
    Ok(label)
}

pub(super) fn advance_referral(
    draft: &mut Draft,
    id: Id<Referral>,
    to: ReferralState,
) -> Result<Label, EditError> {
    advance(draft, id, to, draft.stamp.today)
}

/// Says that a referral reached a state on a day, today or before.
fn advance(
    draft: &mut Draft,
    id: Id<Referral>,
    to: ReferralState,
    day: NaiveDate,
) -> Result<Label, EditError> {
    let (today, now) = (draft.stamp.today, draft.stamp.now);
    let was_settled = draft.get(id)?.is_settled();
    draft.update::<Referral>(id, |referral| {
        // Going back takes the later steps along; a step that was reached keeps its day.
        referral.steps.retain(|step| step.state <= to);
        let last = referral.steps.last().copied();
        if last.is_none_or(|step| step.state < to) {
            // A step that was dated ahead is not before the one before it.
            let on = last.map_or(day, |step| step.on.max(day));
            referral.steps.push(ReferralStep { state: to, on });
        }
        if to == ReferralState::OwnerTold && referral.giver == Party::Me {
            referral.owner_told_on.get_or_insert(day);
        } else if to < ReferralState::OwnerTold {
            referral.owner_told_on = None;
        }
        if to >= ReferralState::Outcome {
            referral.outcome.get_or_insert_default();
        } else if referral.outcome == Some(Outcome::default()) {
            // Nobody wrote anything about it yet.
            referral.outcome = None;
        }
        referral.state = to;
        referral.updated_at = now;
    })?;
    let referral = draft.get(id)?.clone();
    if was_settled && !referral.is_settled() && referral.asks_how {
        // It went back: what moving on had closed is asked again.
        let due_on = later(today, 1);
        let newest = draft.book().follow_ups.values().filter(|it| asks_how(it, id) && !it.is_open());
        if let Some(newest) = newest.map(|it| it.id).max() {
            open_again(draft, |it| it.id == newest, due_on)?;
        }
    }
    settle(draft, id)?;
    Ok(Label::AdvanceReferral(name(draft, referral.subject), to))
}

/// Says that the owner was told on a day, today or before; nobody is told of what was not thought of yet.
pub(super) fn tell_owner(draft: &mut Draft, id: Id<Referral>, day: NaiveDate) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    draft.update::<Referral>(id, |referral| {
        let told = referral.steps.first().map_or(day, |first| first.on.max(day));
        referral.owner_told_on.get_or_insert(told);
        if referral.state < ReferralState::OwnerTold {
            let on = referral.last_step_on().map_or(day, |last| last.max(day));
            referral.state = ReferralState::OwnerTold;
            referral.steps.push(ReferralStep { state: ReferralState::OwnerTold, on });
        }
        referral.updated_at = now;
    })?;
    settle(draft, id)?;
    Ok(Label::TellOwner(name(draft, draft.get(id)?.subject)))
}

pub(super) fn remove_referral(draft: &mut Draft, id: Id<Referral>) -> Result<Label, EditError> {
    let old = draft.remove::<Referral>(id)?;
    remove_open(draft, |follow_up| follow_up.reason == Reason::Referral(id));
    unlink(draft, RecordRef::Referral(id));
    Ok(Label::RemoveReferral(name(draft, old.subject)))
}
