//! The rules that store follow-ups: what an event, an introduction and a switched rule make; what an event asks besides thanks
//! is in [`super::events`].
//!
//! Owns each rule as a comparison of what shall be with what is, so that carrying it out twice changes nothing. Must
//! not know what is only foreseen (`index`), except that acting on it makes a record ([`materialise`]).
//! Start reading at [`set`].
//!
//! Invariant: never two for one reason (held by the suite's `no_reason_ever_has_two`).

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::*;

use super::follow_ups::{close_open, later, plan, plan_with, remove_open};
use super::{Draft, EditError, Label, events};

/// The day so many days after another as a rule counts them; `None` when the rule is off.
pub(super) fn due(draft: &Draft, rule: Rule, from: NaiveDate) -> Option<NaiveDate> {
    let header = &draft.book().header;
    header.is_on(rule).then(|| later(from, u64::from(header.days(rule))))
}

/// Sets a rule. Switched off, it takes back what it made and is still open; switched on, it makes what would still be
/// due today or later, as if it had been on all the time.
pub(super) fn set(draft: &mut Draft, rule: Rule, setting: RuleSetting) -> Result<Label, EditError> {
    let was_on = draft.book().header.is_on(rule);
    draft.update_header(|header| header.set_rule(rule, setting));
    match (was_on, !setting.is_off) {
        (true, false) => {
            remove_open(draft, |follow_up| follow_up.rule() == Some(rule));
            Ok(Label::SwitchRule(rule, false))
        }
        (false, true) => {
            catch_up(draft, rule)?;
            Ok(Label::SwitchRule(rule, true))
        }
        _ => Ok(Label::ChangeRule(rule)),
    }
}

/// Makes what a rule would have made.
fn catch_up(draft: &mut Draft, rule: Rule) -> Result<(), EditError> {
    let book = draft.book().clone();
    match rule {
        Rule::ThankYou => {
            for card in book.cards.keys() {
                super::cards::plan_for_card(draft, *card, Some(rule))?;
            }
            for event in book.events.keys() {
                thank_for_event(draft, *event, None)?;
            }
            for referral in book.referrals.keys() {
                super::referrals::catch_up(draft, *referral, rule)?;
            }
        }
        Rule::Review => {
            for card in book.cards.keys() {
                super::cards::plan_for_card(draft, *card, Some(rule))?;
            }
            verdicts(draft, &book);
        }
        Rule::NextStep => {
            verdicts(draft, &book);
        }
        Rule::TellOwner => {
            for referral in book.referrals.keys() {
                super::referrals::catch_up(draft, *referral, rule)?;
            }
        }
        Rule::AskAfter => {
            for introduction in book.introductions.keys() {
                ask_after(draft, *introduction)?;
            }
            for referral in book.referrals.keys() {
                super::referrals::catch_up(draft, *referral, rule)?;
            }
        }
        Rule::Amends => {
            for event in book.events.keys() {
                events::make_amends(draft, *event, None)?;
            }
        }
        Rule::OrganizerCare => {
            for event in book.events.keys() {
                events::ask_about_organizer(draft, *event, None)?;
            }
        }
        // Foreseen, not stored.
        Rule::KeepInTouch | Rule::Birthday | Rule::MeetInPerson => {}
    }
    Ok(())
}

fn verdicts(draft: &mut Draft, book: &Book) {
    let today = draft.stamp.today;
    let ahead = |verdict: &Verdict| match verdict {
        Verdict::Deepen { due_on: day, .. } | Verdict::Keep { review_on: day } => *day >= today,
        Verdict::LetGo => false,
    };
    let present = |id| book.get(id).is_some_and(|contact: &Arc<Contact>| contact.archived.is_none());
    for review in book.reviews.values().filter(|it| ahead(&it.verdict) && present(it.contact)) {
        super::follow_ups::plan_verdict(draft, review);
    }
}

/// Whom to thank for an event: participants who came and people met there face to face. Whoever gave a card is thanked
/// for the card.
fn met_at(book: &Book, event: &Event) -> BTreeSet<Id<Contact>> {
    if event.status != Attendance::Attended {
        return BTreeSet::new();
    }
    let came = event.participants.iter().filter(|(_, status)| **status == Attendance::Attended);
    let mut people: BTreeSet<Id<Contact>> = came.map(|(contact, _)| *contact).collect();
    let there = book.encounters.values().filter(|it| it.event == Some(event.id) && it.kind.is_face_to_face());
    people.extend(there.flat_map(|encounter| &encounter.contacts));
    people
}

/// Thanks everybody who was met at an event by the end of the next day: makes what is missing, moves what went by the
/// old days, takes back what has lost its reason.
pub(super) fn thank_for_event(
    draft: &mut Draft,
    id: Id<Event>,
    before: Option<&Event>,
) -> Result<(), EditError> {
    let event = draft.get(id)?.clone();
    let asks = |follow_up: &FollowUp| {
        follow_up.kind == FollowUpKind::ThankYou && follow_up.reason == Reason::Event(id)
    };
    let was_attended = before.is_some_and(|event| event.status == Attendance::Attended);
    if event.status != Attendance::Attended && !was_attended {
        return Ok(());
    }
    let people = met_at(draft.book(), &event);
    remove_open(draft, |it| asks(it) && !it.contacts.iter().any(|contact| people.contains(contact)));
    let Some(due_on) = event.last_day().and_then(|day| due(draft, Rule::ThankYou, day)) else {
        return Ok(());
    };
    if let Some(old) = before.and_then(Event::last_day).and_then(|day| due(draft, Rule::ThankYou, day))
        && old != due_on
    {
        let book = draft.book().clone();
        for follow_up in book.follow_ups.values().filter(|it| it.is_open() && it.due_on == old && asks(it)) {
            draft.update::<FollowUp>(follow_up.id, |follow_up| follow_up.due_on = due_on)?;
        }
    }
    if due_on >= draft.stamp.today {
        thank(draft, &event, due_on, &people);
    }
    Ok(())
}

/// Thanks people for an event, unless they were thanked or a card from it asks for it.
pub(super) fn thank(draft: &mut Draft, event: &Event, due_on: NaiveDate, people: &BTreeSet<Id<Contact>>) {
    let book = draft.book().clone();
    let Some(first) = event.starts_on.or(event.ends_on) else { return };
    let at_event = |card: Id<Card>| book.get(card).is_some_and(|card| card.event == Some(event.id));
    let mut done: BTreeSet<Id<Contact>> = BTreeSet::new();
    for follow_up in book.follow_ups.values().filter(|it| it.kind == FollowUpKind::ThankYou) {
        let asked = match follow_up.reason {
            Reason::Event(id) => id == event.id,
            Reason::Card(card) => at_event(card),
            _ => follow_up.is_open() && first <= follow_up.due_on && follow_up.due_on <= due_on,
        };
        if asked {
            done.extend(&follow_up.contacts);
        }
    }
    for encounter in book.encounters.values().filter(|it| it.is_thank_you && it.on >= first) {
        done.extend(&encounter.contacts);
    }
    let gone = |id: &Id<Contact>| book.get(*id).is_none_or(|contact| contact.archived.is_some());
    for contact in people.iter().filter(|contact| !done.contains(contact) && !gone(contact)) {
        plan(draft, FollowUpKind::ThankYou, due_on, *contact, Reason::Event(event.id));
    }
}

/// Asks both sides of an introduction that I made what became of it, unless it is known already or long ago.
pub(super) fn ask_after(draft: &mut Draft, id: Id<Introduction>) -> Result<(), EditError> {
    let introduction = draft.get(id)?.clone();
    let asks = |follow_up: &FollowUp| {
        follow_up.kind == FollowUpKind::Message && follow_up.reason == Reason::Introduction(id)
    };
    super::opt_in::follow(draft, id)?;
    let people: BTreeSet<Id<Contact>> =
        [introduction.a, introduction.b].into_iter().filter_map(Party::contact).collect();
    let mine = introduction.introducer == Party::Me && people.len() == 2;
    // Promised with the introduction, or planned by hand before it for just these two.
    let promised = |follow_up: &FollowUp| {
        let by_hand = mine && follow_up.contacts == people && follow_up.created_at <= introduction.updated_at;
        follow_up.kind == FollowUpKind::Introduce && (by_hand || follow_up.reason == Reason::Introduction(id))
    };
    if introduction.state.is_made() {
        close_open(draft, promised);
    }
    if introduction.state > IntroductionState::Made {
        close_open(draft, asks);
    } else if !mine || introduction.state < IntroductionState::Made {
        remove_open(draft, asks);
    } else if let Some(due_on) = due(draft, Rule::AskAfter, introduction.on.unwrap_or(draft.stamp.today))
        && due_on >= draft.stamp.today
        && !draft.book().follow_ups.values().any(|other| asks(other))
    {
        let follow_up = FollowUp {
            kind: FollowUpKind::Message,
            due_on,
            contacts: people,
            reason: Reason::Introduction(id),
            ..FollowUp::default()
        };
        plan_with(draft, follow_up);
    }
    Ok(())
}

/// Makes a record of what was only foreseen, or finds the one that was made before.
pub(super) fn materialise(draft: &mut Draft, source: DueSource) -> Result<Id<FollowUp>, EditError> {
    let foreseen = match source {
        DueSource::Stored(id) => return Ok(id),
        DueSource::Foreseen(foreseen) => foreseen,
    };
    draft.get(foreseen.contact)?;
    let known = draft.book().follow_ups.values().find(|follow_up| foreseen.is(follow_up));
    if let Some(known) = known {
        return Ok(known.id);
    }
    Ok(plan_with(draft, foreseen.follow_up()))
}
