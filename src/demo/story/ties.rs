//! Who knows whom, who introduced whom, whose card went where.
//!
//! Partners are mostly of one circle, and who has many ties gets more (preferential attachment,
//! Barabási and Albert 1999), so that the network has clusters and a few hubs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::crowd::{Actor, Source, voice};
use super::desk::{Desk, shift};
use super::lines::{self, fill};
use crate::model::{
    Card, Contact, FollowUp, FollowUpKind, FollowUpState, Id, Introduction, IntroductionState, Money, Need,
    Organization, Outcome, OutcomeKind, Party, Reason, Referral, ReferralState, ReferralStep, RelationKind,
    Relationship, Whereabouts,
};

/// Ends of ties by circle; who stands in it often is found often.
struct Hubs {
    ends: Vec<Vec<usize>>,
    members: Vec<Vec<usize>>,
}

impl Hubs {
    fn partner(&self, desk: &mut Desk, circle: usize) -> Option<usize> {
        let circle = if desk.dice.chance(86) { circle } else { desk.dice.below(self.members.len()) };
        let list = if desk.dice.chance(60) { &self.ends[circle] } else { &self.members[circle] };
        desk.dice.try_pick(list).copied()
    }

    fn tie(&mut self, cast: &[Actor], a: usize, b: usize) {
        self.ends[cast[a].circle].push(a);
        self.ends[cast[b].circle].push(b);
    }
}

/// Ties the cast together.
pub(super) fn bind(desk: &mut Desk, cast: &[Actor]) {
    let mut hubs = Hubs { ends: vec![Vec::new(); 5], members: vec![Vec::new(); 5] };
    for (at, actor) in cast.iter().enumerate() {
        hubs.members[actor.circle].push(at);
    }
    relationships(desk, cast, &mut hubs);
    introductions(desk, cast, &mut hubs);
    referrals(desk, cast, &mut hubs);
}

fn relationships(desk: &mut Desk, cast: &[Actor], hubs: &mut Hubs) {
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut colleagues: BTreeMap<Id<Organization>, usize> = BTreeMap::new();
    for (at, actor) in cast.iter().enumerate() {
        if let Some(other) = colleagues.insert(actor.organization, at) {
            pairs.insert((other, at));
            hubs.tie(cast, other, at);
            relate(desk, cast, (other, at), RelationKind::CoWorker, None);
        }
        let wish = *desk.dice.weighted(&[(30, 0_usize), (34, 1), (22, 2), (8, 3), (4, 4), (2, 9)]);
        let wish = if actor.source == Source::Mentioned { wish.max(1) } else { wish };
        for _ in 0..wish {
            let Some(other) = hubs.partner(desk, actor.circle) else { continue };
            let pair = (at.min(other), at.max(other));
            if at == other || !pairs.insert(pair) {
                continue;
            }
            hubs.tie(cast, at, other);
            let both_friends =
                actor.circle == super::stage::FRIENDS && cast[other].circle == super::stage::FRIENDS;
            let kind = if both_friends {
                desk.dice
                    .weighted(&[
                        (6, RelationKind::Friend),
                        (2, RelationKind::Spouse),
                        (2, RelationKind::Sibling),
                        (1, RelationKind::Parent),
                        (1, RelationKind::Child),
                        (1, RelationKind::Kin),
                        (3, RelationKind::Neighbour),
                    ])
                    .clone()
            } else {
                desk.dice
                    .weighted(&[
                        (22, RelationKind::Acquaintance),
                        (16, RelationKind::Colleague),
                        (14, RelationKind::Friend),
                        (12, RelationKind::Client),
                        (11, RelationKind::Supplier),
                        (10, RelationKind::Partner),
                        (6, RelationKind::Mentor),
                        (3, RelationKind::Agent),
                        (3, RelationKind::Neighbour),
                    ])
                    .clone()
            };
            let kind =
                if desk.dice.chance(2) { RelationKind::Other("sailing crew".to_owned()) } else { kind };
            let earliest = actor.met.max(cast[other].met);
            let since = desk.dice.chance(60).then(|| {
                let span = (desk.today - earliest).num_days() - 1;
                shift(earliest, desk.dice.range(0, span.max(0)).min(200))
                    .min(desk.day(-1))
                    .max(shift(earliest, 0).min(desk.today))
            });
            relate(desk, cast, (at, other), kind, since);
        }
    }
}

fn relate(
    desk: &mut Desk,
    cast: &[Actor],
    (a, b): (usize, usize),
    kind: RelationKind,
    since: Option<NaiveDate>,
) {
    let known = cast[a].met.max(cast[b].met);
    let created_at = desk.moment(since.unwrap_or(known).max(known), 21, 0);
    let id = desk.fresh(created_at);
    let lasting = !desk.dice.chance(3);
    let until = since.filter(|_| !lasting).map(|day| shift(day, 60)).filter(|day| *day < desk.today);
    let column = if desk.dice.chance(30) { cast[a].column } else { 0 };
    let note = if kind == RelationKind::CoWorker {
        String::new()
    } else {
        fill(desk.dice.pick(&lines::TIES), column, "")
    };
    desk.put(Relationship { id, from: cast[a].id, to: cast[b].id, kind, since, until, note, created_at });
}

/// Picks two people who were known some days before today, both there in person.
fn couple(desk: &mut Desk, cast: &[Actor], hubs: &Hubs, days: i64) -> Option<(usize, usize)> {
    for _ in 0..24 {
        let a = desk.dice.below(cast.len());
        let Some(b) = hubs.partner(desk, cast[a].circle) else { continue };
        let fits = |actor: &Actor| {
            actor.source != Source::Mentioned && !actor.archived && (desk.today - actor.met).num_days() > days
        };
        if a != b && fits(&cast[a]) && fits(&cast[b]) {
            return Some((a, b));
        }
    }
    None
}

fn introductions(desk: &mut Desk, cast: &[Actor], hubs: &mut Hubs) {
    use IntroductionState::{AskedOne, BothAgreed, CameToNothing, LedToWork, Made, Promised, TheyMet};
    // Those who came through somebody: the introducer was known before. Whoever has brought one brings more, and whom
    // they brought bring others, so that trees grow.
    let mut connectors: Vec<usize> = Vec::new();
    for at in 0..cast.len() {
        let newcomer = &cast[at];
        let through = match newcomer.source {
            Source::Introduced => true,
            Source::Mentioned => false,
            _ => newcomer.met < desk.today && desk.dice.chance(12),
        };
        let mentioned = newcomer.source == Source::Mentioned && desk.dice.chance(50);
        if !through && !mentioned {
            continue;
        }
        let Some(by) = (0..20).find_map(|_| {
            let known = desk.dice.chance(70).then(|| desk.dice.try_pick(&connectors).copied()).flatten();
            let other = known.or_else(|| hubs.partner(desk, newcomer.circle))?;
            let fits = cast[other].met < newcomer.met
                && cast[other].source != Source::Mentioned
                && !cast[other].archived;
            fits.then_some(other)
        }) else {
            continue;
        };
        let state = if mentioned {
            *desk.dice.pick(&[Promised, AskedOne])
        } else {
            *desk.dice.weighted(&[(30, Made), (40, TheyMet), (20, LedToWork), (10, CameToNothing)])
        };
        let parties = (Party::Contact(cast[by].id), Party::Me, Party::Contact(newcomer.id));
        let (met, circle_column) = (newcomer.met, newcomer.column);
        introduce(desk, parties, met, state, &newcomer.field, circle_column);
        hubs.tie(cast, by, at);
        if !mentioned {
            connectors.extend([by, by, at]);
        }
    }
    let states = [LedToWork, TheyMet, Made, CameToNothing, TheyMet, LedToWork, Made, TheyMet];
    for number in 0..cast.len() / 5 {
        let open = match number {
            2 => Some(Promised),
            5 => Some(AskedOne),
            8 => Some(BothAgreed),
            14 => Some(Promised),
            _ => None,
        };
        let Some((a, b)) = couple(desk, cast, hubs, 12) else { continue };
        let state = open.unwrap_or(states[number % states.len()]);
        let known = cast[a].met.max(cast[b].met);
        let span = (desk.today - known).num_days();
        let on = if open.is_some() {
            shift(desk.today, -desk.dice.range(2, 9))
        } else {
            shift(known, desk.dice.range(3, span - 2))
        };
        let third =
            (number % 8 == 7).then(|| couple(desk, cast, hubs, (desk.today - on).num_days())).flatten();
        let introducer = third
            .map(|(c, _)| c)
            .filter(|c| ![a, b].contains(c))
            .map_or(Party::Me, |c| Party::Contact(cast[c].id));
        // One that I made a few days ago: it is still to be asked what became of it.
        let fresh = number == 3 && shift(desk.today, -5) >= known;
        let (introducer, state, on) =
            if fresh { (Party::Me, Made, shift(desk.today, -5)) } else { (introducer, state, on) };
        let id = introduce(
            desk,
            (introducer, Party::Contact(cast[a].id), Party::Contact(cast[b].id)),
            on,
            state,
            &cast[a].field,
            cast[a].column,
        );
        hubs.tie(cast, a, b);
        if (open.is_some() || fresh) && introducer == Party::Me {
            let promised = super::desk::working_day(desk.day(2 + number as i64 / 2));
            let due_on = if fresh { shift(on, 14) } else { promised };
            let at = desk.moment(on, 19, 0);
            let follow_up = FollowUp {
                id: desk.fresh(at),
                kind: if fresh { FollowUpKind::Message } else { FollowUpKind::Introduce },
                due_on,
                contacts: [cast[a].id, cast[b].id].into(),
                reason: Reason::Introduction(id),
                created_at: at,
                updated_at: at,
                ..FollowUp::default()
            };
            desk.put(follow_up);
        }
        if let Some(state) = open.filter(|_| introducer == Party::Me) {
            ask_first(desk, id, state, on, [&cast[a], &cast[b]]);
        }
    }
}

/// Both sides are asked before they are introduced; who has answered already did so a day after the promise.
fn ask_first(
    desk: &mut Desk,
    id: Id<Introduction>,
    state: IntroductionState,
    on: NaiveDate,
    sides: [&Actor; 2],
) {
    let answered = match state {
        IntroductionState::Promised => 0,
        IntroductionState::AskedOne => 1,
        _ => 2,
    };
    for (number, side) in sides.into_iter().enumerate() {
        let created_at = desk.moment(on, 19, 5);
        let done = FollowUpState::Done { on: shift(on, 1), encounter: None };
        let due_on = super::desk::working_day(desk.day(1 + number as i64));
        let follow_up = FollowUp {
            id: desk.fresh(created_at),
            kind: FollowUpKind::Message,
            due_on: if number < answered { shift(on, 1) } else { due_on },
            contacts: [side.id].into(),
            about: lines::ASKS[number % lines::ASKS.len()].to_owned(),
            opt_in: Some(id),
            state: if number < answered { done } else { FollowUpState::Open },
            created_at,
            updated_at: created_at,
            ..FollowUp::default()
        };
        desk.put(follow_up);
    }
}

fn introduce(
    desk: &mut Desk,
    (introducer, a, b): (Party, Party, Party),
    on: NaiveDate,
    state: IntroductionState,
    field: &str,
    column: usize,
) -> Id<Introduction> {
    let created_at = desk.moment(on, 19, 0);
    let id = desk.fresh(created_at);
    let column = voice(column, &mut desk.dice);
    let note = fill(desk.dice.pick(&lines::INTRODUCTIONS), column, field);
    desk.put(Introduction {
        never_made: false,
        id,
        introducer,
        a,
        b,
        on: Some(on),
        event: None,
        state,
        note,
        note_b: None,
        agreed_a: Vec::new(),
        agreed_b: Vec::new(),
        created_at,
        updated_at: created_at,
    })
}

fn referrals(desk: &mut Desk, cast: &[Actor], hubs: &mut Hubs) {
    use ReferralState::{Considered, OwnerTold, PassedOn, Thanked, TheyMet};
    let states = [
        Thanked,
        PassedOn,
        OwnerTold,
        TheyMet,
        ReferralState::Outcome,
        Thanked,
        Considered,
        ReferralState::Outcome,
        TheyMet,
        ReferralState::Outcome,
    ];
    for number in 0..cast.len() / 7 {
        let mut state = states[number % states.len()];
        // Two cards went out whose owners do not know yet.
        let untold = number == 1 || number == 11;
        let from_me = untold || (state != PassedOn && number % 4 != 3);
        let Some((subject, recipient)) = couple(desk, cast, hubs, 60) else { continue };
        let known = cast[subject].met.max(cast[recipient].met);
        let span = (desk.today - known).num_days();
        let start = match number {
            1 => desk.day(-3),
            11 => desk.day(-1),
            _ if state <= OwnerTold && number < 40 => shift(desk.today, -desk.dice.range(6, 40)),
            _ => shift(known, desk.dice.range(5, span - 45)),
        };
        let third = couple(desk, cast, hubs, (desk.today - start).num_days())
            .map(|(c, _)| c)
            .filter(|c| ![subject, recipient].contains(c));
        let (giver, to) = match third {
            _ if from_me => (Party::Me, Party::Contact(cast[recipient].id)),
            Some(giver) if number % 3 == 0 => {
                (Party::Contact(cast[giver].id), Party::Contact(cast[recipient].id))
            }
            _ => (Party::Contact(cast[recipient].id), Party::Me),
        };
        let mut day = start;
        let mut steps = Vec::new();
        let mut owner_told_on = None;
        let course = Referral { giver, recipient: to, ..Referral::default() }.course();
        for step in ReferralState::ALL.into_iter().take_while(|step| *step <= state) {
            if day >= desk.today {
                break;
            }
            // A lead begins when it is received, and has no owner to tell.
            if course.contains(&step) {
                steps.push(ReferralStep { state: step, on: day });
            }
            if step == OwnerTold && giver == Party::Me {
                owner_told_on = Some(day);
            }
            day = match step {
                Considered => shift(day, i64::from(number % 3 == 0)),
                PassedOn => shift(day, desk.dice.range(0, 2)),
                _ => shift(day, desk.dice.range(3, 14)),
            };
        }
        // What has not been reached by today has not happened.
        state = steps.last().map_or(Considered, |step| step.state);
        let outcome_kind = match number % 6 {
            0 | 4 => OutcomeKind::LedToWork,
            1 | 3 => OutcomeKind::CameToNothing,
            2 => OutcomeKind::Talking,
            _ => OutcomeKind::LedToWork,
        };
        let outcome = (state >= ReferralState::Outcome).then(|| {
            let kind = if state == Thanked && outcome_kind == OutcomeKind::Talking {
                OutcomeKind::LedToWork
            } else {
                outcome_kind
            };
            let note = match kind {
                OutcomeKind::LedToWork => *desk.dice.pick(&lines::OUTCOME_WORK),
                OutcomeKind::Talking => *desk.dice.pick(&lines::OUTCOME_TALKING),
                OutcomeKind::CameToNothing => *desk.dice.pick(&lines::OUTCOME_NOTHING),
            };
            let worth = kind == OutcomeKind::LedToWork && desk.dice.chance(50);
            let value =
                worth.then(|| Money { minor: 10_000 * desk.dice.range(8, 240), currency: "EUR".to_owned() });
            Outcome { kind, value, note: note.to_owned() }
        });
        let outcome = outcome.or_else(|| {
            (state == TheyMet && number % 2 == 0).then(|| Outcome {
                kind: OutcomeKind::Talking,
                value: None,
                note: (*desk.dice.pick(&lines::OUTCOME_TALKING)).to_owned(),
            })
        });
        refer(
            desk,
            &cast[subject],
            &cast[recipient],
            Tale { giver, to, steps, owner_told_on, outcome, number },
        );
        hubs.tie(cast, subject, recipient);
    }
}

struct Tale {
    giver: Party,
    to: Party,
    steps: Vec<ReferralStep>,
    owner_told_on: Option<NaiveDate>,
    outcome: Option<Outcome>,
    number: usize,
}

fn refer(desk: &mut Desk, subject: &Actor, recipient: &Actor, tale: Tale) {
    let Tale { giver, to, steps, owner_told_on, outcome, number } = tale;
    let (Some(first), Some(last)) = (steps.first().copied(), steps.last().copied()) else { return };
    let created_at = desk.moment(first.on, 16, 0);
    let updated_at = desk.moment(last.on, 16, 30).max(created_at);
    // The recipient looks for what the subject can do.
    let need = (giver == Party::Me && to != Party::Me).then(|| {
        let id: Id<Need> = desk.fresh(created_at);
        let led = outcome.as_ref().is_some_and(|outcome| outcome.kind == OutcomeKind::LedToWork);
        let need = Need {
            id,
            what: subject.field.clone(),
            opened_on: Some(shift(first.on, -2).max(recipient.met)),
            closed_on: led.then_some(last.on),
        };
        desk.edit(recipient.id, |contact: &mut Contact| contact.needs.push(need));
        id
    });
    let id = desk.fresh(created_at);
    // Whoever got a card lately is asked how it went.
    let waits = matches!(last.state, ReferralState::PassedOn | ReferralState::OwnerTold) && outcome.is_none();
    let passed = steps.iter().find(|step| step.state == ReferralState::PassedOn).map(|step| step.on);
    let asked_on = passed.map(|day| shift(day, 14)).filter(|day| waits && *day >= desk.today);
    let asked_on = asked_on.filter(|_| giver == Party::Me);
    let thank = passed.map(|day| shift(day, 1)).filter(|day| to == Party::Me && *day >= desk.today);
    let card = subject.card.filter(|_| giver == Party::Me && number.is_multiple_of(2));
    if let (Some(card), Party::Contact(contact)) = (card, to)
        && last.state >= ReferralState::PassedOn
    {
        let on = steps.get(1).map_or(first.on, |step| step.on);
        let lent = number.is_multiple_of(4);
        desk.edit(card, |card: &mut Card| {
            if !matches!(card.whereabouts, Whereabouts::Digital) {
                card.whereabouts = if lent {
                    Whereabouts::LentTo { contact, on, from: card.whereabouts.place() }
                } else {
                    Whereabouts::PassedOnTo { contact, on }
                };
            }
        });
    }
    let column = voice(subject.column, &mut desk.dice);
    let comment = fill(desk.dice.pick(&lines::COMMENTS), column, &subject.field);
    let referral = desk.put(Referral {
        id,
        subject: subject.id,
        card,
        giver,
        recipient: to,
        need,
        need_text: subject.field.clone(),
        comment,
        state: last.state,
        steps,
        owner_told_on,
        outcome,
        asks_how: asked_on.is_some(),
        consents: Vec::new(),
        agreed_on: None,
        agreed: Vec::new(),
        created_at,
        updated_at,
    });
    let ask = asked_on.zip(to.contact()).map(|(day, who)| (FollowUpKind::Message, day, who));
    let thank = thank.zip(giver.contact()).map(|(day, who)| (FollowUpKind::ThankYou, day, who));
    for (kind, due_on, who) in ask.into_iter().chain(thank) {
        let follow_up = FollowUp {
            id: desk.fresh(updated_at),
            kind,
            due_on,
            contacts: [who].into(),
            reason: Reason::Referral(referral),
            created_at: updated_at,
            updated_at,
            ..FollowUp::default()
        };
        desk.put(follow_up);
    }
    if giver == Party::Me && last.state >= ReferralState::PassedOn && owner_told_on.is_none() {
        let due_on = if number == 1 { desk.today } else { super::desk::working_day(desk.day(2)) };
        let follow_up = FollowUp {
            id: desk.fresh(updated_at),
            kind: FollowUpKind::TellOwner,
            due_on,
            contacts: [subject.id].into(),
            about: format!("Card passed to {}", recipient.name),
            reason: Reason::Referral(referral),
            created_at: updated_at,
            updated_at,
            ..FollowUp::default()
        };
        desk.put(follow_up);
    }
}
