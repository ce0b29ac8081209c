//! What happened after the cards: thank-yous, calls, meetings, letters, and the reviews.
//!
//! It must not know ties between other people or what is still planned by hand.
//!
//! Invariant: nothing happens before the meeting (`nothing_happens_before_people_met`).

use chrono::NaiveDate;

use super::crowd::{Actor, Source, office_hour, suits, voice};
use super::desk::{Desk, clock, is_weekend, shift, working_day};
use super::lines::{self, fill};
use super::stage::Stage;
use crate::model::{
    Archived, Card, Contact, Direction, Encounter, EncounterKind, Favour, FavourKind, FollowUp, FollowUpKind,
    FollowUpState, Id, Reason, Reply, Review, ReviewReason, Verdict, Whereabouts,
};

/// Days back to which finished follow-ups are kept for every encounter.
const REMEMBERED_DAYS: i64 = 75;

/// Tells what happened with everybody.
pub(super) fn tell(desk: &mut Desk, stage: &Stage, cast: &mut [Actor]) {
    let yesterday = stage.past.len() - 2;
    let pending: Vec<usize> =
        stage.month_ago.map(|at| stage.past[at].met.iter().take(2).copied().collect()).unwrap_or_default();
    for number in 0..cast.len() {
        let (before, rest) = cast.split_at_mut(number);
        let Some(actor) = rest.first_mut() else { continue };
        if actor.source == Source::Mentioned {
            continue;
        }
        let mut last = actor.met;
        match actor.source {
            Source::Event(at) if at == yesterday => {
                let rank = stage.past[at].met.iter().position(|other| *other == number).unwrap_or(0);
                let thanked = stage.past[at].met.len() * 5 / 8;
                if rank < thanked {
                    let today = desk.today;
                    thank(desk, actor, today, Some((8, 5 + 7 * rank as u32 % 50)));
                } else {
                    plan_card(desk, actor, FollowUpKind::ThankYou, desk.today);
                }
            }
            Source::Event(at) if at > yesterday => {
                plan_card(desk, actor, FollowUpKind::ThankYou, desk.day(1))
            }
            Source::Event(_) => {
                if actor.dice.chance(86) {
                    last = shift(actor.met, 1);
                    thank(desk, actor, last, None);
                }
            }
            Source::Screen => write(desk, actor, before, actor.met, Some(EncounterKind::Video)),
            Source::Friend | Source::Introduced => {
                write(desk, actor, before, actor.met, Some(EncounterKind::InPerson))
            }
            Source::Mentioned => {}
        }
        for day in days(desk, actor) {
            write(desk, actor, before, day, None);
            last = last.max(day);
        }
        if let Some(card) = actor.card {
            let early = stage.month_ago.is_some_and(|at| actor.source == Source::Event(at))
                && !pending.contains(&number);
            if pending.contains(&number) {
                plan_card(desk, actor, FollowUpKind::Review, desk.today);
            } else if early || (desk.today - actor.met).num_days() > 30 {
                review(desk, actor, card, last, early);
            } else {
                plan_card(desk, actor, FollowUpKind::Review, shift(actor.met, 30));
            }
        }
    }
}

/// Plans a thank-you or review because of a card, as the program itself does.
fn plan_card(desk: &mut Desk, actor: &Actor, kind: FollowUpKind, due_on: NaiveDate) {
    let Some(card) = actor.card else { return };
    let reason = if kind == FollowUpKind::Review { Reason::CardReview(card) } else { Reason::Card(card) };
    let at = desk.moment(actor.met, 22, 0);
    let id = desk.fresh(at);
    desk.put(FollowUp {
        id,
        kind,
        due_on,
        contacts: [actor.id].into(),
        reason,
        created_at: at,
        updated_at: at,
        ..FollowUp::default()
    });
}

/// Puts down a follow-up that is done.
pub(super) fn done(
    desk: &mut Desk,
    kind: FollowUpKind,
    contact: Id<Contact>,
    (due_on, on): (NaiveDate, NaiveDate),
    about: &str,
    reason: Reason,
    encounter: Option<Id<Encounter>>,
) -> Id<FollowUp> {
    let created_at = desk.moment(shift(due_on, -3), 9, 0);
    let updated_at = desk.moment(on, 18, 0).max(created_at);
    let id = desk.fresh(created_at);
    desk.put(FollowUp {
        id,
        kind,
        due_on,
        contacts: [contact].into(),
        about: about.to_owned(),
        reason,
        state: FollowUpState::Done { on, encounter },
        created_at,
        updated_at,
        ..FollowUp::default()
    })
}

fn thank(desk: &mut Desk, actor: &mut Actor, on: NaiveDate, at: Option<(u32, u32)>) {
    let reply = if on == desk.today {
        Reply::None
    } else {
        *actor.dice.weighted(&match actor.bond {
            0 => [(72, Reply::None), (28, Reply::Once), (0, Reply::Continuing)],
            1 => [(15, Reply::None), (65, Reply::Once), (20, Reply::Continuing)],
            _ => [(5, Reply::None), (30, Reply::Once), (65, Reply::Continuing)],
        })
    };
    let (hour, minute) = at.unwrap_or((8, 10 + actor.dice.below(45) as u32));
    let made = desk.moment(on, hour, minute);
    let id = desk.fresh(made);
    desk.put(Encounter {
        id,
        kind: EncounterKind::Email,
        direction: Direction::FromMe,
        on,
        at: Some(clock(hour, minute)),
        contacts: [actor.id].into(),
        event: None,
        topics: actor.topics.clone(),
        note: if actor.dice.chance(30) {
            "Thanked for the talk and asked one question.".to_owned()
        } else {
            String::new()
        },
        reply,
        is_thank_you: true,
        created_at: made,
        updated_at: made,
        ..Encounter::default()
    });
    if let Some(card) = actor.card.filter(|_| (desk.today - on).num_days() <= 2 * REMEMBERED_DAYS) {
        done(
            desk,
            FollowUpKind::ThankYou,
            actor.id,
            (shift(actor.met, 1), on),
            "",
            Reason::Card(card),
            Some(id),
        );
    }
}

/// The days of what came later: close people are met often, most others hardly ever.
fn days(desk: &Desk, actor: &mut Actor) -> Vec<NaiveDate> {
    let age = (desk.today - actor.met).num_days();
    let dice = &mut actor.dice;
    let wish = match actor.bond {
        0 => dice.below(2),
        1 => 2 + dice.below(3),
        2 => 5 + dice.below(6),
        _ => 10 + dice.below(10),
    };
    let room = usize::try_from((age - 2) / 6).unwrap_or(0);
    let mut list = Vec::new();
    for _ in 0..wish.min(room) {
        let day = shift(actor.met, dice.range(3, age - 1));
        if actor.circle == super::stage::FRIENDS || !is_weekend(day) {
            list.push(day);
        } else {
            let moved = working_day(day);
            list.push(if moved < desk.today { moved } else { super::desk::working_day_before(day) });
        }
    }
    list.retain(|day| *day > actor.met && *day < desk.today);
    list.sort_unstable();
    list.dedup();
    list
}

/// Puts down one encounter, and the finished follow-up that led to it when it is recent.
pub(super) fn write(
    desk: &mut Desk,
    actor: &mut Actor,
    others: &[Actor],
    on: NaiveDate,
    kind: Option<EncounterKind>,
) {
    use EncounterKind::{Call, Email, InPerson, Letter, Message, SocialMedia, Video};
    let first = kind.is_some();
    let dice = &mut actor.dice;
    let kind = kind.unwrap_or_else(|| {
        if actor.source == Source::Screen {
            *dice.weighted(&[(35, Video), (30, Call), (20, Email), (10, Message), (5, SocialMedia)])
        } else {
            *dice.weighted(&[
                (27, InPerson),
                (9, Video),
                (22, Call),
                (6, Letter),
                (23, Email),
                (9, Message),
                (4, SocialMedia),
            ])
        }
    });
    let column = voice(actor.column, dice);
    let subject = dice.try_pick(&actor.topics).map_or(actor.field.as_str(), String::as_str);
    let note = match kind {
        InPerson => dice.try_pick(&lines::MEETINGS),
        Video | Call => dice.try_pick(&lines::CALLS),
        Letter | Email | Message | SocialMedia => dice.try_pick(&lines::MAILS),
    };
    let note = note.map(|line| fill(line, column, subject)).unwrap_or_default();
    let topics = if dice.chance(60) { vec![subject.to_owned()] } else { Vec::new() };
    let direction = match kind {
        InPerson | Video => Direction::Mutual,
        _ => *dice.weighted(&[(55, Direction::FromMe), (38, Direction::ToMe), (7, Direction::Mutual)]),
    };
    let written = matches!(kind, Letter | Email | Message | SocialMedia);
    let reply = if written {
        *dice.weighted(&[(45, Reply::None), (35, Reply::Once), (20, Reply::Continuing)])
    } else {
        Reply::None
    };
    let mut favours = Vec::new();
    if dice.chance(14 + 6 * actor.bond as u32) {
        let favour = *dice.weighted(&[
            (40, FavourKind::Advice),
            (20, FavourKind::Support),
            (12, FavourKind::Business),
            (10, FavourKind::Introduction),
            (9, FavourKind::Referral),
            (9, FavourKind::Gift),
        ]);
        let what = match favour {
            FavourKind::Advice | FavourKind::Support => fill(dice.pick(&lines::ADVICE), column, &actor.field),
            FavourKind::Gift => "a small present".to_owned(),
            _ => subject.to_owned(),
        };
        // Giving first: somewhat more is given than received.
        favours.push(Favour { kind: favour, given: dice.chance(56), what });
    }
    let at = (kind != Letter)
        .then(|| if actor.circle == super::stage::FRIENDS { clock(19, 0) } else { office_hour(dice) });
    let minutes = match kind {
        InPerson => Some(30 * dice.range(1, 6) as u32),
        Video | Call => Some(5 * dice.range(1, 12) as u32),
        _ => None,
    };
    let mut contacts = std::collections::BTreeSet::from([actor.id]);
    if kind == InPerson
        && dice.chance(16)
        && let Some(other) = dice.try_pick(others)
        && other.circle == actor.circle
        && other.met < on
        && other.bond > 0
        && other.source != Source::Mentioned
        && suits(other, on)
    {
        contacts.insert(other.id);
    }
    let planned = !first && direction != Direction::ToMe && dice.chance(70);
    let made = desk.moment(on, 18, 0);
    let id = desk.fresh(made);
    desk.put(Encounter {
        id,
        kind,
        direction,
        on,
        at,
        minutes,
        contacts,
        place: if kind == InPerson && !first {
            (*actor.dice.pick(&lines::MEET_AT)).to_owned()
        } else {
            String::new()
        },
        topics,
        note,
        favours,
        reply,
        created_at: made,
        updated_at: made,
        ..Encounter::default()
    });
    if planned && (desk.today - on).num_days() <= REMEMBERED_DAYS {
        let kind = match kind {
            InPerson => FollowUpKind::Meet,
            Video | Call => FollowUpKind::Call,
            _ => FollowUpKind::Message,
        };
        let early = actor.dice.range(0, 2);
        done(desk, kind, actor.id, (shift(on, early), on), "", Reason::Own, Some(id));
    }
}

fn review(desk: &mut Desk, actor: &mut Actor, card: Id<Card>, last: NaiveDate, early: bool) {
    let column = voice(actor.column, &mut actor.dice);
    let on = if early {
        desk.day(-1 - actor.dice.range(0, 2))
    } else {
        shift(actor.met, 30 + actor.dice.range(0, 3)).min(desk.day(-1))
    };
    let dice = &mut actor.dice;
    let recent = (desk.today - on).num_days() <= REMEMBERED_DAYS;
    let warm = actor.bond > 0;
    let pick = |dice: &mut crate::demo::rng::Rng| {
        if warm { dice.pick(&lines::REASONS_WARM).clone() } else { dice.pick(&lines::REASONS_COLD).clone() }
    };
    let mut reasons = vec![pick(dice)];
    if dice.chance(25) {
        reasons.push(pick(dice));
        reasons.dedup();
    }
    if !warm && dice.chance(18) {
        reasons.push(ReviewReason::Own((*dice.pick(&lines::REASONS_OWN)).to_owned()));
    }
    let note = fill(
        if actor.bond > 0 { dice.pick(&lines::REVIEW_WARM) } else { dice.pick(&lines::REVIEW_COLD) },
        column,
        &actor.field,
    );
    if recent {
        done(
            desk,
            FollowUpKind::Review,
            actor.id,
            (shift(actor.met, 30), on),
            "",
            Reason::CardReview(card),
            None,
        );
    }
    let put = |desk: &mut Desk, on: NaiveDate, verdict: Verdict, reasons: Vec<ReviewReason>, note: String| {
        let at = desk.moment(on, 20, 0);
        let id = desk.fresh(at);
        let developed = reasons.first().and_then(ReviewReason::has_developed);
        desk.put(Review { id, contact: actor.id, card: Some(card), on, verdict, developed, reasons, note })
    };
    if actor.bond > 0 && actor.dice.chance(50) {
        let next_step = fill(actor.dice.pick(&lines::NEXT_STEPS), column, &actor.field);
        let due_on = working_day(shift(on, actor.dice.range(6, 28)));
        let verdict = Verdict::Deepen { next_step: next_step.clone(), due_on };
        let id = put(desk, on, verdict, reasons, note);
        if due_on > desk.today {
            plan_verdict(desk, actor, FollowUpKind::Other, (on, due_on), next_step, id);
        } else if (desk.today - due_on).num_days() <= 2 * REMEMBERED_DAYS {
            let finished = shift(due_on, -1).max(on);
            done(
                desk,
                FollowUpKind::Other,
                actor.id,
                (due_on, finished),
                &next_step,
                Reason::Verdict(id),
                None,
            );
        }
    } else if actor.bond == 0 && last <= on && actor.dice.chance(16) {
        put(desk, on, Verdict::LetGo, reasons, note.clone());
        let at = desk.moment(on, 20, 0);
        actor.archived = true;
        desk.edit(actor.id, |contact: &mut Contact| {
            contact.archived = Some(Archived { on, reason: note });
            contact.updated_at = at;
        });
        if actor.dice.chance(50) {
            desk.edit(card, |card: &mut Card| card.whereabouts = Whereabouts::Discarded { on });
        }
    } else {
        let interval = *actor.dice.weighted(&[(40, 90), (35, 180), (25, 365)]);
        let first_until = shift(on, interval);
        let id = put(desk, on, Verdict::Keep { review_on: first_until }, reasons.clone(), note);
        if first_until > desk.today {
            plan_verdict(desk, actor, FollowUpKind::Review, (on, first_until), String::new(), id);
        } else {
            // Looked at again since; the next look lies ahead.
            let again = desk.day(-actor.dice.range(3, interval - 12));
            let review_on = shift(again, interval);
            let note = fill(actor.dice.pick(&lines::REVIEW_COLD), column, &actor.field);
            let id = put(desk, again, Verdict::Keep { review_on }, reasons, note);
            plan_verdict(desk, actor, FollowUpKind::Review, (again, review_on), String::new(), id);
        }
    }
}

fn plan_verdict(
    desk: &mut Desk,
    actor: &Actor,
    kind: FollowUpKind,
    (on, due_on): (NaiveDate, NaiveDate),
    about: String,
    review: Id<Review>,
) {
    let at = desk.moment(on, 20, 0);
    let id = desk.fresh(at);
    desk.put(FollowUp {
        id,
        kind,
        due_on,
        contacts: [actor.id].into(),
        about,
        reason: Reason::Verdict(review),
        created_at: at,
        updated_at: at,
        ..FollowUp::default()
    });
}
