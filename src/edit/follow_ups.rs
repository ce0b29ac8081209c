//! Follow-ups, and the verdict of a review with its consequences.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::model::*;

use super::{Amends, Draft, EditError, Label, meetings, name, names, opt_in, rules};

/// Returns the day so many days later; the last day of the calendar at most.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// Plans a follow-up with one person unless there is one for the same reason already, or an open
/// one of the same kind on the same day: two cards of one person are one thank-you.
pub(super) fn plan(
    draft: &mut Draft,
    kind: FollowUpKind,
    due_on: NaiveDate,
    contact: Id<Contact>,
    reason: Reason,
) {
    let exists = draft.book().follow_ups.values().any(|other| {
        other.kind == kind
            && other.contacts.contains(&contact)
            && (other.reason == reason || (other.is_open() && other.due_on == due_on))
    });
    if exists {
        return;
    }
    plan_with(draft, FollowUp { kind, due_on, contacts: [contact].into(), reason, ..FollowUp::default() });
}

/// Puts a follow-up in that a rule asks for; with a fresh id, unless it has one that is free.
pub(super) fn plan_with(draft: &mut Draft, mut follow_up: FollowUp) -> Id<FollowUp> {
    if follow_up.id.is_nil() || draft.book().get(follow_up.id).is_some() {
        follow_up.id = draft.stamp.fresh();
    }
    follow_up.created_at = draft.stamp.now;
    follow_up.updated_at = draft.stamp.now;
    let id = follow_up.id;
    draft.put(follow_up);
    id
}

fn ids(draft: &Draft, which: impl Fn(&FollowUp) -> bool) -> Vec<Id<FollowUp>> {
    draft.book().follow_ups.values().filter(|follow_up| which(follow_up)).map(|record| record.id).collect()
}

/// Removes open follow-ups that have lost their reason.
pub(super) fn remove_open(draft: &mut Draft, which: impl Fn(&FollowUp) -> bool) {
    for id in ids(draft, |follow_up| follow_up.is_open() && which(follow_up)) {
        // The id was found a moment ago in the same draft.
        if draft.remove::<FollowUp>(id).is_err() {
            debug_assert!(false, "a follow-up vanished within one edit");
        }
    }
}

/// Closes open follow-ups because the thing was done in another way.
pub(super) fn close_open(draft: &mut Draft, which: impl Fn(&FollowUp) -> bool) {
    let on = draft.stamp.today;
    for id in ids(draft, |follow_up| follow_up.is_open() && which(follow_up)) {
        let closed = draft.update::<FollowUp>(id, |follow_up| {
            follow_up.state = FollowUpState::Done { on, encounter: None };
        });
        debug_assert!(closed.is_ok(), "a follow-up vanished within one edit");
    }
}

/// Makes one of several open follow-ups with one person that ask for the same: those with one reason, and those of one
/// kind on one day, as [`plan`] would not have made them. What they are about is kept.
pub(super) fn unify(draft: &mut Draft, contact: Id<Contact>) {
    let mut kept: Vec<FollowUp> = Vec::new();
    let open = |follow_up: &FollowUp| follow_up.is_open() && follow_up.contacts.iter().eq([&contact]);
    for id in ids(draft, open) {
        let Some(record) = draft.book().get(id).cloned() else { continue };
        let same = kept.iter_mut().find(|other| {
            other.kind == record.kind
                && other.fetches == record.fetches
                && other.repeat == record.repeat
                && match record.reason {
                    Reason::Own => {
                        other.reason == Reason::Own
                            && other.due_on == record.due_on
                            && other.about == record.about
                    }
                    reason => {
                        other.reason == reason || other.reason != Reason::Own && other.due_on == record.due_on
                    }
                }
        });
        match same {
            None => kept.push(FollowUp::clone(&record)),
            Some(other) => {
                if !record.about.trim().is_empty() && !other.about.contains(record.about.trim()) {
                    let about = [other.about.trim(), record.about.trim()].join("; ");
                    other.about = about.trim_start_matches("; ").to_owned();
                    draft.put(other.clone());
                }
                if draft.remove::<FollowUp>(id).is_err() {
                    debug_assert!(false, "a follow-up vanished within one edit");
                }
            }
        }
    }
}

/// Takes a record that goes away out of one follow-up, which may name it in several ways.
pub(super) fn forget(follow_up: &mut FollowUp, gone: RecordRef) {
    if let FollowUpState::Done { encounter, .. } = &mut follow_up.state
        && encounter.map(RecordRef::Encounter) == Some(gone)
    {
        *encounter = None;
    }
    if follow_up.opt_in.map(RecordRef::Introduction) == Some(gone) {
        follow_up.opt_in = None;
        follow_up.given_up = false;
    }
    if follow_up.fetches.map(RecordRef::Card) == Some(gone) {
        (follow_up.fetches, follow_up.lent_on) = (None, None);
    }
    let reason = FollowUp { reason: follow_up.reason, ..FollowUp::default() };
    let mut is_reason = false;
    reason.references(&mut |reference| is_reason |= reference == gone);
    if is_reason {
        follow_up.reason = Reason::Own;
    }
}

/// Takes a record that goes away out of all follow-ups: as a reason, and as what they became.
pub(super) fn unlink(draft: &mut Draft, gone: RecordRef) {
    for id in ids(draft, |follow_up| {
        let mut names_it = false;
        follow_up.references(&mut |reference| names_it |= reference == gone);
        names_it
    }) {
        let unlinked = draft.update::<FollowUp>(id, |follow_up| {
            forget(follow_up, gone);
        });
        debug_assert!(unlinked.is_ok(), "a follow-up vanished within one edit");
    }
}

fn check(draft: &Draft, follow_up: &FollowUp) -> Result<(), EditError> {
    if follow_up.contacts.is_empty() && follow_up.about.trim().is_empty() {
        return Err(EditError::PersonNeeded);
    }
    super::check_links(draft, follow_up)
}

pub(super) fn add(draft: &mut Draft, mut follow_up: FollowUp) -> Result<Label, EditError> {
    check(draft, &follow_up)?;
    follow_up.id = Foreseen::of(&follow_up).map_or(Id::NIL, Foreseen::id);
    let label = Label::AddFollowUp(follow_up.kind, subject(draft, &follow_up));
    // What a rule foresees and the user changes at once is that one thing.
    let asked = |other: &&Arc<FollowUp>| {
        follow_up.reason != Reason::Own
            && other.reason == follow_up.reason
            && other.kind == follow_up.kind
            && other.contacts == follow_up.contacts
    };
    if let Some(known) = draft.book().follow_ups.values().find(asked) {
        follow_up.id = known.id;
        follow_up.created_at = known.created_at;
        follow_up.updated_at = draft.stamp.now;
        draft.put(follow_up);
    } else {
        plan_with(draft, follow_up);
    }
    Ok(label)
}

pub(super) fn change(draft: &mut Draft, mut follow_up: FollowUp) -> Result<Label, EditError> {
    draft.get(follow_up.id)?;
    check(draft, &follow_up)?;
    follow_up.updated_at = draft.stamp.now;
    let label = Label::ChangeFollowUp(follow_up.kind, subject(draft, &follow_up));
    draft.put(follow_up);
    Ok(label)
}

/// Brings one thing to another day.
pub(super) fn move_one(
    draft: &mut Draft,
    source: DueSource,
    to: NaiveDate,
) -> Result<Id<FollowUp>, EditError> {
    let now = draft.stamp.now;
    let id = rules::materialise(draft, source)?;
    draft.update::<FollowUp>(id, |follow_up| {
        if !follow_up.repeat.is_empty() {
            // The rhythm goes on as it was.
            follow_up.repeat_from.get_or_insert(follow_up.due_on);
        }
        follow_up.due_on = to;
        follow_up.updated_at = now;
    })?;
    Ok(id)
}

pub(super) fn move_to(draft: &mut Draft, what: &[DueSource], to: NaiveDate) -> Result<Label, EditError> {
    let mut label = Label::MoveFollowUps(what.len(), to);
    for source in what {
        let id = move_one(draft, *source, to)?;
        if what.len() == 1 {
            let record = draft.get(id)?;
            label = Label::MoveFollowUp(record.kind, subject(draft, record), to);
        }
    }
    Ok(label)
}

pub(super) fn complete(
    draft: &mut Draft,
    source: DueSource,
    encounter: Option<Box<Encounter>>,
) -> Result<Label, EditError> {
    let id = rules::materialise(draft, source)?;
    let record = draft.get(id)?.clone();
    if record.opt_in.is_some() {
        // It was done: they were asked. What they say is another thing.
        return opt_in::ask(draft, id, encounter);
    }
    let on = draft.stamp.today;
    // Before the encounter is logged, which would close it too.
    draft.update::<FollowUp>(id, |follow_up| {
        follow_up.state = FollowUpState::Done { on, encounter: None };
    })?;
    if let Some(mut encounter) = encounter {
        encounter.is_thank_you |= record.kind == FollowUpKind::ThankYou;
        let encounter = Some(meetings::log_encounter(draft, *encounter)?.0);
        draft.update::<FollowUp>(id, |follow_up| {
            follow_up.state = FollowUpState::Done { on, encounter };
        })?;
    }
    if let (FollowUpKind::ThankYou, Reason::Referral(referral)) = (record.kind, record.reason) {
        super::referrals::thanked(draft, referral);
    }
    was_done(draft, &record, on)?;
    Ok(Label::CompleteFollowUp(record.kind, subject(draft, &record)))
}

/// What follows when something was done on a day, however; `record` as it was before.
pub(super) fn was_done(draft: &mut Draft, record: &FollowUp, on: NaiveDate) -> Result<(), EditError> {
    match (record.kind, record.reason) {
        (kind, Reason::Referral(referral)) => super::referrals::done(draft, referral, kind, on)?,
        (FollowUpKind::Introduce, Reason::Introduction(introduction)) => {
            opt_in::introduced(draft, introduction)?;
        }
        _ => {}
    }
    // A card that is with somebody else by now is not fetched by this.
    if let Some(card) = record.fetches
        && let Whereabouts::LentTo { contact, .. } = draft.get(card)?.whereabouts
        && record.contacts.contains(&contact)
    {
        super::storages::come_back(draft, card)?;
    }
    if record.is_open() {
        plan_next(draft, record);
    }
    Ok(())
}

/// Plans what a follow-up that repeats asks for next: on the first day of its rule after this one and after today.
pub(super) fn plan_next(draft: &mut Draft, done: &FollowUp) {
    if done.repeat.is_empty() {
        return;
    }
    let from = done.repeat_from.unwrap_or(done.due_on);
    let after = draft.stamp.today.max(from).max(done.due_on);
    let Some(next) = next_occurrence(&done.repeat, from, after) else { return };
    let follow_up = FollowUp {
        id: Id::NIL,
        due_on: next.on,
        repeat: next.rule,
        repeat_from: None,
        state: FollowUpState::Open,
        // The card is fetched and the side asked once.
        fetches: None,
        lent_on: None,
        opt_in: None,
        asked_on: None,
        given_up: false,
        ..done.clone()
    };
    plan_with(draft, follow_up);
}

pub(super) fn reopen(draft: &mut Draft, id: Id<FollowUp>) -> Result<Label, EditError> {
    let before = draft.get(id)?.clone();
    if let Some(introduction) = before.opt_in {
        let was_off = opt_in::is_ended(draft, &before);
        opt_in::open_ask(draft, id)?;
        opt_in::reopened(draft, introduction, was_off)?;
    } else {
        draft.update::<FollowUp>(id, |follow_up| follow_up.state = FollowUpState::Open)?;
    }
    if matches!(before.state, FollowUpState::Done { .. }) {
        if let Reason::Referral(referral) = before.reason {
            super::referrals::undone(draft, referral, &before)?;
        }
        if let Some(card) = before.fetches {
            super::storages::still_away(draft, card, id)?;
        }
    }
    let record = draft.get(id)?.clone();
    // Whoever takes a part up again needs to make up for it after all.
    if let Some((event, _)) = Amends::of(&record)
        && draft.get(event)?.amends_waived
    {
        let now = draft.stamp.now;
        draft.update::<Event>(event, |event| {
            event.amends_waived = false;
            event.updated_at = now;
        })?;
    }
    Ok(Label::ReopenFollowUp(record.kind, subject(draft, &record)))
}

pub(super) fn drop(draft: &mut Draft, source: DueSource, reason: &str) -> Result<Label, EditError> {
    let id = rules::materialise(draft, source)?;
    let on = draft.stamp.today;
    if draft.get(id)?.opt_in.is_some() {
        return opt_in::give_up(draft, id, reason);
    }
    draft.update::<FollowUp>(id, |follow_up| {
        follow_up.state = FollowUpState::Dropped { on, reason: reason.to_owned() };
    })?;
    let record = draft.get(id)?.clone();
    Ok(Label::DropFollowUp(record.kind, subject(draft, &record)))
}

pub(super) fn remove(draft: &mut Draft, id: Id<FollowUp>) -> Result<Label, EditError> {
    let record = draft.remove::<FollowUp>(id)?;
    Ok(Label::RemoveFollowUp(record.kind, subject(draft, &record)))
}

/// Returns with whom, or else about what.
fn subject(draft: &Draft, follow_up: &FollowUp) -> String {
    if follow_up.contacts.is_empty() { follow_up.about.clone() } else { names(draft, &follow_up.contacts) }
}

pub(super) fn review(draft: &mut Draft, mut review: Review) -> Result<Label, EditError> {
    super::check_links(draft, &review)?;
    if let Verdict::Deepen { next_step, .. } = &review.verdict
        && next_step.trim().is_empty()
    {
        return Err(EditError::TextNeeded("next step"));
    }
    let contact = review.contact;
    review.id = draft.stamp.fresh();
    draft.put(review.clone());
    close_open(draft, |follow_up| {
        follow_up.kind == FollowUpKind::Review && follow_up.contacts.contains(&contact)
    });
    plan_verdict(draft, &review);
    if review.verdict == Verdict::LetGo {
        super::contacts::archive(draft, contact, &review.note)?;
    }
    Ok(Label::Review(name(draft, contact)))
}

/// Plans what a verdict says: the next step, or another look.
pub(super) fn plan_verdict(draft: &mut Draft, review: &Review) {
    let (contact, reason) = (review.contact, Reason::Verdict(review.id));
    let header = &draft.book().header;
    match &review.verdict {
        Verdict::Deepen { next_step, due_on } if header.is_on(Rule::NextStep) => {
            let exists = draft.book().follow_ups.values().any(|other| other.reason == reason);
            if !exists {
                let (due_on, about) = (*due_on, next_step.clone());
                let contacts = [contact].into();
                plan_with(draft, FollowUp { due_on, contacts, about, reason, ..FollowUp::default() });
            }
        }
        Verdict::Keep { review_on } if header.is_on(Rule::Review) => {
            plan(draft, FollowUpKind::Review, *review_on, contact, reason);
        }
        Verdict::Deepen { .. } | Verdict::Keep { .. } | Verdict::LetGo => {}
    }
}
