//! What an event asks of me afterwards: saying that I cannot come, making up for it, and noting what its organiser did.
//!
//! Owns the steps of amends with their days, and the question about the organiser, as comparisons of what shall be with
//! what is, so that carrying them out twice changes nothing. Must not know thanks ([`super::rules`]) or what a window
//! shows. Start reading at [`cancel`].
//!
//! Invariant: whatever is cancelled how often, no step of amends is there twice for an event
//! (held by the suite's `no_reason_ever_has_two` and `cancelling_again_changes_days_only`).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::*;

use super::follow_ups::{close_open, later, plan_with, remove_open};
use super::{Draft, EditError, Label, rules};

/// A part of making up for a late cancellation, in the order in which they are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amends {
    /// Say at once that I cannot come.
    Notice,
    /// The other parts.
    Step(AmendsStep),
}

impl Amends {
    /// All parts in their order.
    pub const ALL: [Self; 5] = [
        Self::Notice,
        Self::Step(AmendsStep::Apology),
        Self::Step(AmendsStep::Explanation),
        Self::Step(AmendsStep::Fee),
        Self::Step(AmendsStep::MakeUp),
    ];

    /// Returns which part a follow-up is, and of which event.
    pub fn of(follow_up: &FollowUp) -> Option<(Id<Event>, Self)> {
        match (follow_up.kind, follow_up.reason) {
            (FollowUpKind::Message, Reason::Event(event)) => Some((event, Self::Notice)),
            (_, Reason::Amends { event, step }) => Some((event, Self::Step(step))),
            _ => None,
        }
    }

    fn kind(self) -> FollowUpKind {
        match self {
            Self::Notice => FollowUpKind::Message,
            Self::Step(_) => FollowUpKind::Amends,
        }
    }

    fn reason(self, event: Id<Event>) -> Reason {
        match self {
            Self::Notice => Reason::Event(event),
            Self::Step(step) => Reason::Amends { event, step },
        }
    }
}

/// Days after an event after which cancelling it asks for no amends any more.
const AMENDS_WITHIN_DAYS: u64 = 14;

/// Returns the parts that an event with this status asks for, each with its day: notice and apology today, the reason a
/// day later, the fee within a week, something good within `days`. Nobody needs notice of what is over or of what they
/// saw themselves, and a fee is paid where there is one.
pub fn amends_plan(
    event: &Event,
    status: Attendance,
    today: NaiveDate,
    days: u32,
) -> Vec<(Amends, NaiveDate)> {
    if !status.asks_for_amends() {
        return Vec::new();
    }
    let last = later(today, u64::from(days));
    let has_fee = event.fee.as_ref().is_some_and(|fee| fee.minor > 0);
    let is_ahead = event.last_day().is_none_or(|day| day >= today);
    let mut plan = Vec::new();
    for part in Amends::ALL {
        let due_on = match part {
            Amends::Notice if status == Attendance::NoShow || !is_ahead => continue,
            Amends::Step(AmendsStep::Fee) if !has_fee => continue,
            Amends::Notice | Amends::Step(AmendsStep::Apology) => today,
            Amends::Step(AmendsStep::Explanation) => later(today, 1).min(last),
            Amends::Step(AmendsStep::Fee) => later(today, 7).min(last),
            Amends::Step(AmendsStep::MakeUp) => last,
        };
        plan.push((part, due_on));
    }
    plan
}

/// Says that I do not come, since which day, and what I do about it. Whether that is late follows from the day; `absent`
/// when I did not come and had not said so. Parts that are planned already come to their new day, those done or given up
/// stay so, and open ones that are not in the plan any more go.
pub(super) fn cancel(
    draft: &mut Draft,
    id: Id<Event>,
    on: Option<NaiveDate>,
    amends: &[(Amends, NaiveDate)],
) -> Result<Label, EditError> {
    let before = draft.get(id)?.clone();
    let now = draft.stamp.now;
    let status = on.map_or(Attendance::NoShow, |day| before.cancelled(day));
    let wanted = if status.asks_for_amends() { amends } else { &[] };
    draft.update::<Event>(id, |event| {
        event.status = status;
        event.cancelled_on = on;
        if !wanted.is_empty() {
            event.amends_waived = false;
        }
        event.updated_at = now;
    })?;
    let event = draft.get(id)?.clone();
    rules::thank_for_event(draft, id, Some(&before))?;
    ask_about_organizer(draft, id, Some(&before))?;
    let is_wanted = |part: Amends| wanted.iter().any(|(other, _)| *other == part);
    remove_open(draft, |it| Amends::of(it).is_some_and(|(of, part)| of == id && !is_wanted(part)));
    for (part, due_on) in wanted {
        plan_amends(draft, &event, *part, *due_on)?;
    }
    Ok(match status {
        Attendance::NoShow => Label::NotCome(event.title.clone()),
        _ => Label::CancelEvent(event.title.clone()),
    })
}

/// Plans one part, or brings the open one to another day; one that was done or given up stays.
fn plan_amends(draft: &mut Draft, event: &Event, part: Amends, due_on: NaiveDate) -> Result<(), EditError> {
    let is_it = |follow_up: &FollowUp| Amends::of(follow_up) == Some((event.id, part));
    let known = draft.book().follow_ups.values().find(|other| is_it(other)).cloned();
    match known {
        Some(known) if known.is_open() && known.due_on != due_on => {
            let now = draft.stamp.now;
            draft.update::<FollowUp>(known.id, |follow_up| {
                follow_up.due_on = due_on;
                follow_up.updated_at = now;
            })?;
        }
        Some(_) => {}
        None => {
            let follow_up = FollowUp {
                kind: part.kind(),
                due_on,
                contacts: organizer_of(event),
                about: event.title.clone(),
                reason: part.reason(event.id),
                ..FollowUp::default()
            };
            plan_with(draft, follow_up);
        }
    }
    Ok(())
}

/// With whom one makes up for an event: its organiser, where that is a person.
fn organizer_of(event: &Event) -> BTreeSet<Id<Contact>> {
    match event.organizer {
        Some(Organizer::Contact(contact)) => [contact].into(),
        Some(Organizer::Organization(_)) | None => BTreeSet::new(),
    }
}

/// Says that nothing has to be made up for: what is open is given up.
pub(super) fn waive(draft: &mut Draft, id: Id<Event>) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    draft.update::<Event>(id, |event| {
        event.amends_waived = true;
        event.updated_at = now;
    })?;
    let on = draft.stamp.today;
    let book = draft.book().clone();
    let open = book.follow_ups.values().filter(|it| it.is_open());
    for follow_up in open.filter(|it| Amends::of(it).is_some_and(|(event, _)| event == id)) {
        draft.update::<FollowUp>(follow_up.id, |follow_up| {
            follow_up.state = FollowUpState::Dropped { on, reason: String::new() };
            follow_up.updated_at = now;
        })?;
    }
    Ok(Label::WaiveAmends(draft.get(id)?.title.clone()))
}

/// A letter to the organiser was sent, which does a part; notice and apology are one letter. Whoever got it is the
/// encounter's; without one it went to nobody of the book.
pub(super) fn written(
    draft: &mut Draft,
    id: Id<Event>,
    part: Option<Amends>,
    encounter: Option<Box<Encounter>>,
) -> Result<Label, EditError> {
    let title = draft.get(id)?.title.clone();
    let sorry = [Amends::Notice, Amends::Step(AmendsStep::Apology)];
    let is_done = |other: Amends| {
        part == Some(other) || part.is_some_and(|part| sorry.contains(&part)) && sorry.contains(&other)
    };
    let book = draft.book().clone();
    let open = book.follow_ups.values().filter(|it| it.is_open());
    let done = open.filter(|it| Amends::of(it).is_some_and(|(of, other)| of == id && is_done(other)));
    let done: Vec<Id<FollowUp>> = done.map(|it| it.id).collect();
    if done.is_empty() && encounter.is_none() {
        return Err(EditError::PersonNeeded);
    }
    let (on, now) = (draft.stamp.today, draft.stamp.now);
    let close = |draft: &mut Draft, encounter| {
        done.iter().try_for_each(|follow_up| {
            draft.update::<FollowUp>(*follow_up, |follow_up| {
                follow_up.state = FollowUpState::Done { on, encounter };
                follow_up.updated_at = now;
            })
        })
    };
    // Before the encounter is logged, which would close them too.
    close(draft, None)?;
    let mut label = Label::CompleteFollowUp(part.map_or(FollowUpKind::Amends, Amends::kind), title);
    if let Some(encounter) = encounter {
        let (encounter, logged) = super::meetings::log_encounter(draft, *encounter)?;
        close(draft, Some(encounter))?;
        if done.is_empty() {
            label = logged;
        }
    }
    Ok(label)
}

/// The rule: an event that was cancelled late or missed asks for all parts once, when it becomes so. A status that was a
/// mistake takes back what is still open. Whoever took a part out is not asked again because a note was written.
pub(super) fn make_amends(draft: &mut Draft, id: Id<Event>, before: Option<&Event>) -> Result<(), EditError> {
    let event = draft.get(id)?.clone();
    if !event.status.asks_for_amends() {
        remove_open(draft, |it| Amends::of(it).is_some_and(|(of, _)| of == id));
        return Ok(());
    }
    if before.is_some_and(|before| before.organizer != event.organizer) {
        let contacts = organizer_of(&event);
        let book = draft.book().clone();
        let open = book.follow_ups.values().filter(|it| it.is_open());
        for follow_up in open.filter(|it| Amends::of(it).is_some_and(|(of, _)| of == id)) {
            draft.update::<FollowUp>(follow_up.id, |follow_up| follow_up.contacts.clone_from(&contacts))?;
        }
    }
    if event.amends_waived || before.is_some_and(|before| before.status.asks_for_amends()) {
        return Ok(());
    }
    let header = &draft.book().header;
    let today = draft.stamp.today;
    let old = event.last_day().is_some_and(|day| later(day, AMENDS_WITHIN_DAYS) < today);
    if old || !header.is_on(Rule::Amends) {
        return Ok(());
    }
    for (part, due_on) in amends_plan(&event, event.status, today, header.days(Rule::Amends)) {
        let exists = draft.book().follow_ups.values().any(|it| Amends::of(it) == Some((id, part)));
        if !exists {
            plan_amends(draft, &event, part, due_on)?;
        }
    }
    Ok(())
}

/// The rule: some days after an event that I attended I note what its organiser did. It is done when nothing of that is
/// open any more, moves with the event, and goes when I was not there or nobody organised it.
pub(super) fn ask_about_organizer(
    draft: &mut Draft,
    id: Id<Event>,
    before: Option<&Event>,
) -> Result<(), EditError> {
    let event = draft.get(id)?.clone();
    let asks = |it: &FollowUp| it.kind == FollowUpKind::Other && it.reason == Reason::Event(id);
    if event.status != Attendance::Attended || event.organizer.is_none() {
        remove_open(draft, asks);
        return Ok(());
    }
    if event.organizer_care.is_answered() {
        close_open(draft, asks);
        return Ok(());
    }
    let due_of = |draft: &Draft, event: &Event| {
        event.last_day().and_then(|day| rules::due(draft, Rule::OrganizerCare, day))
    };
    let Some(due_on) = due_of(draft, &event) else { return Ok(()) };
    let book = draft.book().clone();
    if let Some(known) = book.follow_ups.values().find(|it| asks(it)) {
        let old = before.and_then(|before| due_of(draft, before));
        if known.is_open() && old == Some(known.due_on) && known.due_on != due_on {
            draft.update::<FollowUp>(known.id, |follow_up| follow_up.due_on = due_on)?;
        }
        return Ok(());
    }
    if due_on >= draft.stamp.today {
        let follow_up = FollowUp {
            kind: FollowUpKind::Other,
            due_on,
            contacts: organizer_of(&event),
            about: event.title.clone(),
            reason: Reason::Event(id),
            ..FollowUp::default()
        };
        plan_with(draft, follow_up);
    }
    Ok(())
}

/// Notes whether an answer came.
pub(super) fn set_reply(draft: &mut Draft, id: Id<Encounter>, reply: Reply) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    draft.update::<Encounter>(id, |encounter| {
        if encounter.reply != reply {
            encounter.reply = reply;
            encounter.updated_at = now;
        }
    })?;
    let contacts = draft.get(id)?.contacts.clone();
    Ok(Label::SetReply(super::names(draft, &contacts)))
}

/// Says what became of somebody's attendance; none takes them off the list.
pub(super) fn set_participant(
    draft: &mut Draft,
    id: Id<Event>,
    contact: Id<Contact>,
    status: Option<Attendance>,
) -> Result<Label, EditError> {
    let before = draft.get(id)?.clone();
    draft.get(contact)?;
    if before.participants.get(&contact).copied() != status {
        let now = draft.stamp.now;
        draft.update::<Event>(id, |event| {
            match status {
                Some(status) => event.participants.insert(contact, status),
                None => event.participants.remove(&contact),
            };
            event.updated_at = now;
        })?;
        rules::thank_for_event(draft, id, Some(&before))?;
    }
    Ok(Label::SetParticipant(super::name(draft, contact), before.title.clone()))
}
