//! What is planned by hand: today's column, what is overdue, the weeks around, amends, birthdays, the pile.
//!
//! It must not know how a calendar shows it.

use chrono::{Datelike as _, NaiveDate, NaiveTime};

use super::after::{done, write};
use super::crowd::{Actor, Crowd, Print, Source};
use super::desk::{Desk, clock, is_weekend, shift, working_day};
use super::lines;
use super::stage::{SERIES, Stage};
use crate::demo::people::invent;
use crate::model::{
    AmendsStep, Attendance, Card, Contact, Event, Exchange, FollowUp, FollowUpKind, FollowUpState, Id,
    Organizer, Reason, YearlessDate,
};

/// Cards that lie in the pile of a book with enough people.
const PILE: usize = 12;

/// Things on the one day that has too much.
const FULL_DAY: usize = 12;

/// Plans everything.
pub(super) fn lay(desk: &mut Desk, stage: &Stage, crowd: &mut Crowd) {
    let cast = &mut crowd.cast;
    let mut choice = Choice::of(desk, cast);
    amends(desk, stage, cast, &mut choice);
    today(desk, cast, &mut choice);
    weeks(desk, stage, cast, &mut choice);
    full_day(desk, cast, &mut choice);
    lately(desk, cast, &mut choice);
    birthdays(desk, cast);
    pile(desk, stage, crowd);
}

/// People who can be planned with, the close ones first, each handed out once before any twice.
struct Choice {
    close: Vec<usize>,
    next: usize,
}

impl Choice {
    fn of(desk: &mut Desk, cast: &[Actor]) -> Self {
        let known = |actor: &&(usize, &Actor)| {
            actor.1.source != Source::Mentioned
                && !actor.1.archived
                && (desk.today - actor.1.met).num_days() > 14
        };
        let mut close: Vec<usize> = Vec::new();
        let mut list: Vec<(usize, &Actor)> =
            cast.iter().enumerate().collect::<Vec<_>>().iter().filter(known).copied().collect();
        desk.dice.shuffle(&mut list);
        list.sort_by_key(|(_, actor)| std::cmp::Reverse(actor.bond));
        close.extend(list.iter().map(|(at, _)| *at));
        Self { close, next: 0 }
    }

    fn next(&mut self) -> Option<usize> {
        let at = self.close.get(self.next % self.close.len().max(1)).copied();
        self.next += 1;
        at
    }
}

struct Plan<'a> {
    kind: FollowUpKind,
    due_on: NaiveDate,
    due_at: Option<NaiveTime>,
    about: &'a str,
    made_on: NaiveDate,
    reason: Reason,
    repeat: &'a str,
}

impl<'a> Plan<'a> {
    fn new(kind: FollowUpKind, due_on: NaiveDate, about: &'a str, made_on: NaiveDate) -> Self {
        Self { kind, due_on, due_at: None, about, made_on, reason: Reason::Own, repeat: "" }
    }

    fn at(mut self, hour: u32, minute: u32) -> Self {
        self.due_at = Some(clock(hour, minute));
        self
    }

    fn put(self, desk: &mut Desk, contact: Id<Contact>) -> Id<FollowUp> {
        let created_at = desk.moment(self.made_on, 12, 0);
        let id = desk.fresh(created_at);
        desk.put(FollowUp {
            id,
            kind: self.kind,
            due_on: self.due_on,
            due_at: self.due_at,
            contacts: [contact].into(),
            about: self.about.to_owned(),
            reason: self.reason,
            repeat: self.repeat.to_owned(),
            created_at,
            updated_at: created_at,
            ..FollowUp::default()
        })
    }
}

/// A dinner was cancelled a few hours before: one apology is late, the rest is on its way.
fn amends(desk: &mut Desk, stage: &Stage, cast: &[Actor], choice: &mut Choice) {
    let (Some(event), Some(host)) = (&stage.cancelled, choice.next()) else { return };
    let host = &cast[host];
    desk.edit(event.id, |record: &mut Event| {
        record.organizer = Some(Organizer::Contact(host.id));
        record.participants.insert(host.id, Attendance::Attended);
        record.late_within_days = Some(2);
    });
    let reason = |step| Reason::Amends { event: event.id, step };
    let due = |days: i64, step, about: &'static str| Plan {
        reason: reason(step),
        ..Plan::new(FollowUpKind::Amends, desk.day(days), about, event.on)
    };
    let late = due(-2, AmendsStep::Apology, "cancelled three hours before");
    let later = due(5, AmendsStep::MakeUp, "Invite to lunch");
    late.put(desk, host.id);
    later.put(desk, host.id);
    done(
        desk,
        FollowUpKind::Amends,
        host.id,
        (shift(event.on, 1), event.on),
        "Explain why by phone",
        reason(AmendsStep::Explanation),
        None,
    );
    let paid = shift(event.on, 1).min(desk.day(-1));
    done(
        desk,
        FollowUpKind::Amends,
        host.id,
        (shift(event.on, 1), paid),
        "Pay the fee all the same",
        reason(AmendsStep::Fee),
        None,
    );
    // Earlier ones were made up for.
    for old in
        stage.past.iter().filter(|old| matches!(old.status, Attendance::CancelledLate | Attendance::NoShow))
    {
        let Some(known) = cast.iter().find(|actor| actor.met < old.on && actor.source != Source::Mentioned)
        else {
            continue;
        };
        for (days, step, about) in [
            (1, AmendsStep::Apology, "Apologise by phone"),
            (3, AmendsStep::Fee, "Pay the fee all the same"),
            (12, AmendsStep::MakeUp, "Bring cake to the next evening"),
        ] {
            let on = working_day(shift(old.on, days));
            if on < desk.today {
                let reason = Reason::Amends { event: old.id, step };
                done(desk, FollowUpKind::Amends, known.id, (on, on), about, reason, None);
            }
        }
    }
}

/// The organisers of the last events are asked about a week after each, unless all is known.
pub(super) fn organizers(desk: &mut Desk, stage: &Stage) {
    for gathering in &stage.past {
        let due_on = shift(gathering.last, 7);
        let known = desk.book.events.get(&gathering.id).cloned();
        let asks = known.filter(|event| {
            event.status == Attendance::Attended
                && event.organizer.is_some()
                && !event.organizer_care.is_answered()
        });
        let Some(event) = asks.filter(|_| due_on >= desk.today) else { continue };
        let created_at = desk.moment(gathering.last, 22, 0).min(desk.moment(desk.today, 8, 0));
        let id = desk.fresh(created_at);
        desk.put(FollowUp {
            id,
            kind: FollowUpKind::Other,
            due_on,
            about: event.title.clone(),
            reason: Reason::Event(gathering.id),
            created_at,
            updated_at: created_at,
            ..FollowUp::default()
        });
    }
}

/// How many people of a series come again.
const REGULARS: usize = 3;

/// Those who were met at the first events of a series were there later too, until a while ago.
pub(super) fn regulars(desk: &mut Desk) {
    let until = desk.day(-40);
    let mut events: Vec<std::sync::Arc<Event>> = desk.book.events.values().cloned().collect();
    // Where I did not come I met nobody, whoever else was there.
    for event in
        events.iter().filter(|event| event.cancelled_on.is_some() || event.status == Attendance::NoShow)
    {
        desk.edit(event.id, |record: &mut Event| {
            record.participants.retain(|_, status| *status != Attendance::Attended);
        });
    }
    events.retain(|event| event.status == Attendance::Attended && !event.series.is_empty());
    events.sort_by_key(|event| (event.starts_on, event.id));
    let mut known: std::collections::BTreeMap<String, Vec<Id<Contact>>> = std::collections::BTreeMap::new();
    for event in events {
        let regulars = known.entry(event.series.clone()).or_default();
        if event.starts_on.is_some_and(|day| day < until) {
            // Not everybody comes each time.
            for (at, contact) in regulars.iter().enumerate() {
                if !((event.id.value() >> 3) as usize).is_multiple_of(at + 2) {
                    desk.edit(event.id, |record: &mut Event| {
                        record.participants.entry(*contact).or_insert(Attendance::Attended);
                    });
                }
            }
        }
        let cards = desk.book.cards.values().filter(|card| card.event == Some(event.id));
        let met = cards.filter_map(|card| card.contact);
        let met = met.filter(|id| desk.book.get(*id).is_some_and(|contact| contact.archived.is_none()));
        let room = REGULARS.saturating_sub(regulars.len());
        regulars.extend(met.take(room));
    }
}

/// Today's calls and meetings, and what should have been done before.
fn today(desk: &mut Desk, cast: &[Actor], choice: &mut Choice) {
    let day = desk.today;
    let list = [
        Plan::new(FollowUpKind::Call, day, "new samples", desk.day(-6)).at(14, 0),
        Plan::new(FollowUpKind::Meet, day, "Café Elise, by the canal", desk.day(-9)).at(18, 30),
        Plan::new(FollowUpKind::Other, desk.day(-5), "Send the checklist", desk.day(-15)),
        Plan::new(FollowUpKind::Call, desk.day(-1), "call back", desk.day(-3)),
        Plan {
            repeat: "FREQ=MONTHLY",
            ..Plan::new(FollowUpKind::Call, desk.day(9), "our monthly half hour", desk.day(-21)).at(10, 0)
        },
    ];
    // A book of two people has no full day.
    let most = (cast.len() / 4).min(list.len());
    for plan in list.into_iter().take(most) {
        if let Some(at) = choice.next() {
            plan.put(desk, cast[at].id);
        }
    }
}

/// The weeks to come: one to three things on most working days, fewer as they lie further away.
fn weeks(desk: &mut Desk, stage: &Stage, cast: &[Actor], choice: &mut Choice) {
    let crowd = cast.len();
    let cap = if crowd <= 250 { crowd / 5 } else { 50 + (crowd - 250).isqrt() };
    let per_day = 1 + cap / 45;
    let mut planned = 0;
    for days in 1..=45_i64 {
        let day = desk.day(days);
        if planned >= cap {
            break;
        }
        let weekend = is_weekend(day);
        let busy = stage.coming.iter().any(|event| event.on <= day && day <= event.last);
        let count = if weekend {
            usize::from(desk.dice.chance(30))
        } else {
            desk.dice.below(2 + per_day) + usize::from(!busy && days < 22 && desk.dice.chance(45))
        };
        for _ in 0..count.min(cap - planned) {
            let Some(at) = choice.next() else { return };
            let kind = if weekend {
                FollowUpKind::Meet
            } else {
                *desk.dice.weighted(&[
                    (30, FollowUpKind::Call),
                    (28, FollowUpKind::Meet),
                    (20, FollowUpKind::Message),
                    (22, FollowUpKind::Other),
                ])
            };
            let about = match kind {
                FollowUpKind::Call => *desk.dice.pick(&lines::CALL_ABOUT),
                FollowUpKind::Meet => *desk.dice.pick(&lines::MEET_AT),
                FollowUpKind::Message => *desk.dice.pick(&lines::WRITE_ABOUT),
                _ => *desk.dice.pick(&lines::PROMISES),
            };
            let made_on = shift(desk.today, -desk.dice.range(0, 12)).max(cast[at].met);
            let mut plan = Plan::new(kind, day, about, made_on);
            if matches!(kind, FollowUpKind::Call | FollowUpKind::Meet) && desk.dice.chance(65) {
                plan = plan.at(9 + desk.dice.below(9) as u32, 30 * desk.dice.below(2) as u32);
            }
            plan.put(desk, cast[at].id);
            planned += 1;
        }
    }
}

/// One day next week has too much, as it comes about when one puts everything off to the same day.
fn full_day(desk: &mut Desk, cast: &[Actor], choice: &mut Choice) {
    let day = working_day(desk.day(8));
    let planned =
        desk.book.follow_ups.values().filter(|record| record.is_open() && record.due_on == day).count();
    let most = if cast.len() < 100 { 0 } else { FULL_DAY };
    for _ in planned..most {
        let Some(at) = choice.next() else { return };
        let about = *desk.dice.pick(&lines::WRITE_ABOUT);
        let made_on = desk.day(-4).max(cast[at].met);
        Plan::new(FollowUpKind::Message, day, about, made_on).put(desk, cast[at].id);
    }
}

/// The past four weeks: something was done on most working days, some things were dropped.
fn lately(desk: &mut Desk, cast: &mut [Actor], choice: &mut Choice) {
    let most = cast.len() / 6;
    let mut count = 0;
    for days in 1..=28_i64 {
        let day = desk.day(-days);
        if is_weekend(day) || count >= most || !desk.dice.chance(75) {
            continue;
        }
        let Some(at) = choice.next() else { return };
        if cast[at].met < day {
            let (before, rest) = cast.split_at_mut(at);
            if let Some(actor) = rest.first_mut() {
                write(desk, actor, before, day, None);
            }
            count += 1;
        }
    }
    // Now and then a plan has lost its reason.
    for days in [5_i64, 16, 23] {
        let Some(at) = choice.next().filter(|_| count > 0) else { return };
        let due_on = working_day(desk.day(-days - 3));
        let plan = Plan::new(
            FollowUpKind::Message,
            due_on,
            "the date in spring",
            shift(due_on, -8).max(cast[at].met),
        );
        let id = plan.put(desk, cast[at].id);
        let on = due_on.max(cast[at].met);
        let reason = "No longer needed".to_owned();
        desk.edit(id, |record: &mut FollowUp| record.state = FollowUpState::Dropped { on, reason });
    }
}

/// A few birthdays lie in the coming and the past weeks; one is on 29 February.
fn birthdays(desk: &mut Desk, cast: &[Actor]) {
    let mut close: Vec<&Actor> = cast
        .iter()
        .filter(|actor| actor.bond > 0 && !actor.archived && actor.source != Source::Mentioned)
        .collect();
    close.sort_by_key(|actor| (std::cmp::Reverse(actor.bond), actor.met));
    let mut close = close.into_iter().skip(2).step_by(2);
    let most = cast.len() / 25;
    for days in [3, 6, 11, 17, 24, -9, -20].into_iter().take(most) {
        let Some(actor) = close.next() else { break };
        let day = desk.day(days);
        set_birthday(desk, actor, day.month(), day.day());
        if days < 0 {
            if actor.met < day {
                done(
                    desk,
                    FollowUpKind::Birthday,
                    actor.id,
                    (day, day),
                    "",
                    Reason::Birthday { year: day.year() },
                    None,
                );
            }
        } else if days == 3 {
            // The others are foreseen; this one has a note of its own.
            Plan {
                reason: Reason::Birthday { year: day.year() },
                ..Plan::new(FollowUpKind::Birthday, day, "Bring the tart", desk.day(-14).max(actor.met))
            }
            .put(desk, actor.id);
        }
    }
    if most > 0
        && let Some(actor) = close.next()
    {
        set_birthday(desk, actor, 2, 29);
    }
}

fn set_birthday(desk: &mut Desk, actor: &Actor, month: u32, day: u32) {
    desk.edit(actor.id, |contact: &mut Contact| {
        contact.human.birthday = YearlessDate::new(None, month, day);
    });
}

/// This morning's cards that nobody has named yet.
fn pile(desk: &mut Desk, stage: &Stage, crowd: &mut Crowd) {
    let Some(morning) = stage.past.last() else { return };
    let count = PILE.min(crowd.cast.len() / 8);
    for number in 0..count {
        let person = invent(desk.seed, crowd.next_person);
        crowd.next_person += 1;
        let (hour, minute) = SERIES[morning.series].from;
        let created_at = desk.moment(morning.on, hour + 1, (minute + number as u32) % 60);
        let id = desk.fresh(created_at);
        desk.put(Card {
            id,
            received_on: Some(morning.on),
            event: Some(morning.id),
            exchange: Exchange::Unknown,
            created_at,
            updated_at: created_at,
            ..Card::default()
        });
        crowd.prints.push(Print { card: id, face: person.face(), with_back: false, on: morning.on });
    }
}
