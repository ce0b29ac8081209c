//! Whether to go again, as a sum that can be read line by line.
//!
//! # The arithmetic
//! A visit is judged 90 days after its last day ([`DEEPENED_AFTER_DAYS`]), when it can be seen whether anything lasted.
//! Whoever was met there has *deepened* since when the last verdict of a review is to deepen, when an exchange of messages
//! goes on, or when there was a meeting or a call on a later day; not when a later verdict let them go.
//!
//! The sum begins with 50, the middle of the scale from 0 to 100, and has four factors:
//!
//! - **People**: −20 when nobody has deepened, +20 from four in ten on, evenly in between.
//! - **What follows**: exchanges that go on, introductions, and cards passed on, per visit: −5 for none, 5 more for each, at
//!   most +10.
//! - **Cost** for each lasting contact: +10 up to 20 (in units of a currency with cents; 2,000 of one without), 1 less for
//!   every 4 more, at least −10; nothing lasting for a fee is −10, no fee is +5. The dearest currency counts.
//! - **The organiser**: +3 for each of thank-you mail, question and report at the latest visit about which anything is
//!   known, −3 for each that did not come.
//!
//! Little evidence counts little: of the sum of the factors only the share `visits / (visits + 2) × (met + 2) / (met + 6)`
//! counts, and the line *evidence* takes the rest back. One visit at which eight people were met counts a quarter.
//!
//! Invariant: the points are from 0 to 100 without cutting anything off, because the factors lie within −44 and +49.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::index::{ContactLinks, Index};
use crate::model::{
    Answer, Attendance, Book, Contact, Encounter, EncounterKind, Event, Id, Introduction, Money, Referral,
    ReferralState, Reply, Verdict, Wish,
};

/// How many days after an event it can be seen whether anything lasted.
pub const DEEPENED_AFTER_DAYS: u64 = 90;
/// Where the sum begins: perhaps.
const START: i32 = 50;
/// The share of people who have deepened from which on there is nothing better.
const BEST_SHARE: f64 = 0.4;
/// Smallest units for each lasting contact that are little.
const CHEAP: i64 = 2_000;
/// Smallest units that take one point off.
const DEARER: i64 = 400;

/// Whether to go to an event, or to those of a series, again.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice {
    /// I have not been there.
    NotVisited,
    /// It is too early: the first visit can be judged from this day on.
    Later(NaiveDate),
    /// What the visits say.
    Judged(Box<Judgement>),
}

/// What visits say.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The sum, one line after another; the first is where it begins.
    pub lines: Vec<AdviceLine>,
    /// What they add up to, from 0 to 100.
    pub points: i32,
    /// The step of the scale.
    pub wish: Wish,
    /// How many visits were judged.
    pub visits: usize,
    /// How many visits are too fresh for it.
    pub fresh: usize,
    /// Who has deepened.
    pub lasting: BTreeSet<Id<Contact>>,
}

/// One line of the sum.
#[derive(Debug, Clone, PartialEq)]
pub struct AdviceLine {
    /// What it is about.
    pub fact: AdviceFact,
    /// What it adds.
    pub points: i32,
    /// How good that is, from 0 to 5; none for lines that are no factor.
    pub dots: Option<u8>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields say their meaning by name")]
pub enum AdviceFact {
    /// Where the sum begins.
    Start,
    /// So many of those who were met have deepened.
    People { lasting: usize, met: usize },
    /// Exchanges that go on; introductions and cards passed on.
    Follows { talking: usize, outcomes: usize },
    /// What was paid, and what that is for each lasting contact.
    Cost { spent: Vec<Money>, each: Vec<Money> },
    /// What the organiser did and did not do.
    Organizer { yes: usize, no: usize },
    /// How much there is to go by.
    Evidence { visits: usize, met: usize },
}

impl Advice {
    /// Judges the events of a series, or one alone, as of a day. Only those that I attended count.
    pub fn over<'a>(
        book: &Book,
        index: &Index,
        events: impl IntoIterator<Item = &'a Event>,
        today: NaiveDate,
    ) -> Self {
        let attended = events.into_iter().filter(|event| event.status == Attendance::Attended);
        let mut visits: Vec<(NaiveDate, &Event)> = attended
            .filter_map(|event| Some((event.last_day()?, event)))
            .filter(|(day, _)| *day <= today)
            .collect();
        visits.sort_by_key(|(day, event)| (*day, event.id));
        let judged_on =
            |day: NaiveDate| day.checked_add_days(Days::new(DEEPENED_AFTER_DAYS)).unwrap_or(NaiveDate::MAX);
        let Some(first) = visits.first().map(|(day, _)| judged_on(*day)) else { return Self::NotVisited };
        if first > today {
            return Self::Later(first);
        }
        let (ripe, fresh): (Vec<_>, Vec<_>) = visits.iter().partition(|(day, _)| judged_on(*day) <= today);
        Self::Judged(Box::new(judge(book, index, &ripe, &fresh, today)))
    }
}

type Visit<'a> = (NaiveDate, &'a Event);

fn judge(book: &Book, index: &Index, ripe: &[Visit<'_>], fresh: &[Visit<'_>], today: NaiveDate) -> Judgement {
    let mut met: BTreeMap<Id<Contact>, NaiveDate> = BTreeMap::new();
    for (day, event) in ripe {
        for contact in &index.links.event(event.id).contacts {
            met.entry(*contact).or_insert(*day);
        }
    }
    let links = |contact: &Id<Contact>| index.links.contact(*contact);
    let lasting: BTreeSet<Id<Contact>> = met
        .iter()
        .filter(|(contact, day)| has_deepened(book, links(contact), **day, today))
        .map(|(contact, _)| *contact)
        .collect();
    let visits = ripe.len();
    let mut lines = vec![AdviceLine { fact: AdviceFact::Start, points: START, dots: None }];
    lines.push(people(lasting.len(), met.len()));
    lines.push(follows(book, index, &met, visits, today));
    lines.push(cost(ripe, lasting.len()));
    lines.push(organizer(ripe, fresh));
    let sum: i32 = lines.iter().skip(1).map(|line| line.points).sum();
    let share = part(visits, visits + 2) * part(met.len() + 2, met.len() + 6);
    lines.push(AdviceLine {
        fact: AdviceFact::Evidence { visits, met: met.len() },
        points: rounded(f64::from(sum) * share) - sum,
        dots: None,
    });
    let points = lines.iter().map(|line| line.points).sum();
    Judgement { points, wish: Wish::of_points(points), lines, visits, fresh: fresh.len(), lasting }
}

fn part(of: usize, whole: usize) -> f64 {
    of as f64 / whole.max(1) as f64
}

fn rounded(value: f64) -> i32 {
    // Sums of a few dozen points.
    value.round() as i32
}

/// Points from `least` to `most` as dots from 0 to 5.
fn dots(points: i32, least: i32, most: i32) -> Option<u8> {
    let share = f64::from(points - least) / f64::from((most - least).max(1));
    u8::try_from(rounded(share.clamp(0.0, 1.0) * 5.0)).ok()
}

fn people(lasting: usize, met: usize) -> AdviceLine {
    let share = if met == 0 { 0.0 } else { part(lasting, met) };
    let points = rounded(-20.0 + 40.0 * (share / BEST_SHARE).min(1.0));
    AdviceLine { fact: AdviceFact::People { lasting, met }, points, dots: dots(points, -20, 20) }
}

fn follows(
    book: &Book,
    index: &Index,
    met: &BTreeMap<Id<Contact>, NaiveDate>,
    visits: usize,
    today: NaiveDate,
) -> AdviceLine {
    let (mut talking, mut introductions, mut referrals) =
        (0, BTreeSet::<Id<Introduction>>::new(), BTreeSet::<Id<Referral>>::new());
    for (contact, since) in met {
        let links = index.links.contact(*contact);
        let within = |day: Option<NaiveDate>| day.is_some_and(|day| *since <= day && day <= today);
        talking += usize::from(goes_on(book, links, *since, today));
        let made = links.introductions.iter().filter_map(|id| book.get(*id));
        introductions.extend(made.filter(|it| it.is_made() && within(it.on)).map(|it| it.id));
        let passed = links.referred.iter().chain(&links.given).chain(&links.received);
        let passed = passed.filter_map(|id| book.get(*id)).filter(|it| it.state >= ReferralState::PassedOn);
        referrals.extend(passed.filter(|it| within(it.last_step_on())).map(|it| it.id));
    }
    let outcomes = introductions.len() + referrals.len();
    let points = rounded((-5.0 + 5.0 * part(talking + outcomes, visits)).min(10.0));
    AdviceLine { fact: AdviceFact::Follows { talking, outcomes }, points, dots: dots(points, -5, 10) }
}

fn cost(visits: &[Visit<'_>], lasting: usize) -> AdviceLine {
    let spent = sum_of(visits.iter().filter_map(|(_, event)| event.fee.as_ref()));
    let count = i64::try_from(lasting).unwrap_or(i64::MAX);
    let each: Vec<Money> = if count == 0 {
        Vec::new()
    } else {
        spent
            .iter()
            .map(|money| Money { minor: money.minor / count, currency: money.currency.clone() })
            .collect()
    };
    let points = if spent.is_empty() {
        5
    } else {
        let dearest = each.iter().map(|money| money.minor).max();
        dearest.map_or(-10, |minor| {
            let over = (minor - CHEAP).max(0) / DEARER;
            10 - i32::try_from(over).unwrap_or(i32::MAX).min(20)
        })
    };
    AdviceLine { fact: AdviceFact::Cost { spent, each }, points, dots: dots(points, -10, 10) }
}

/// Adds amounts up, each currency for itself; what is nothing or less is no cost.
pub(super) fn sum_of<'a>(fees: impl Iterator<Item = &'a Money>) -> Vec<Money> {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for fee in fees.filter(|fee| fee.minor > 0) {
        let sum = sums.entry(fee.currency.trim()).or_default();
        *sum = sum.saturating_add(fee.minor);
    }
    sums.into_iter().map(|(currency, minor)| Money { minor, currency: currency.to_owned() }).collect()
}

fn organizer(ripe: &[Visit<'_>], fresh: &[Visit<'_>]) -> AdviceLine {
    let known = ripe.iter().chain(fresh).rev().map(|(_, event)| event.organizer_care.answers());
    let answers = known.into_iter().find(|it| it.iter().any(|answer| *answer != Answer::NotYet));
    let count = |wanted| answers.map_or(0, |it| it.iter().filter(|answer| **answer == wanted).count());
    let (yes, no) = (count(Answer::Yes), count(Answer::No));
    let points = 3 * (i32::try_from(yes).unwrap_or(0) - i32::try_from(no).unwrap_or(0));
    AdviceLine { fact: AdviceFact::Organizer { yes, no }, points, dots: dots(points, -9, 9) }
}

/// Whether somebody who was met on a day has deepened since: see the head of this module.
pub fn has_deepened(book: &Book, links: &ContactLinks, since: NaiveDate, today: NaiveDate) -> bool {
    let verdicts = links.reviews.iter().filter_map(|id| book.get(*id));
    match verdicts.filter(|it| since <= it.on && it.on <= today).map(|it| &it.verdict).next() {
        Some(Verdict::Deepen { .. }) => return true,
        Some(Verdict::LetGo) => return false,
        Some(Verdict::Keep { .. }) | None => {}
    }
    let spoke = |encounter: &Arc<Encounter>| {
        use EncounterKind::{Call, InPerson, Video};
        matches!(encounter.kind, InPerson | Video | Call) && since < encounter.on && encounter.on <= today
    };
    encounters(book, links).any(spoke) || goes_on(book, links, since, today)
}

/// Whether an exchange of messages since a day goes on.
fn goes_on(book: &Book, links: &ContactLinks, since: NaiveDate, today: NaiveDate) -> bool {
    let mut since = encounters(book, links).filter(|it| since <= it.on && it.on <= today);
    since.any(|encounter| encounter.reply == Reply::Continuing)
}

fn encounters<'a>(book: &'a Book, links: &'a ContactLinks) -> impl Iterator<Item = &'a Arc<Encounter>> {
    links.encounters.iter().filter_map(|id| book.get(*id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};
    use crate::model::{OrganizerCare, Review};

    fn event(id: u128, on: NaiveDate, fee: i64) -> Event {
        let fee = Some(Money { minor: fee, currency: "EUR".to_owned() });
        let status = Attendance::Attended;
        Event { id: Id::new(id), starts_on: Some(on), status, fee, ..Event::default() }
    }

    fn met(book: &mut Book, id: u128, people: std::ops::RangeInclusive<u128>, event: u128, on: NaiveDate) {
        for person in people.clone() {
            put(book, contact(person, "Somebody"));
        }
        let contacts = people.map(Id::new).collect();
        let event = Some(Id::new(event));
        put(book, Encounter { id: Id::new(id), contacts, event, on, ..Encounter::default() });
    }

    fn written(book: &mut Book, id: u128, person: u128, on: NaiveDate, reply: Reply) {
        let (kind, contacts) = (EncounterKind::Email, [Id::new(person)].into());
        put(book, Encounter { id: Id::new(id), kind, contacts, on, reply, ..Encounter::default() });
    }

    fn advice(book: &Book, today: NaiveDate) -> Advice {
        let index = Index::rebuild(book);
        Advice::over(book, &index, book.events.values().map(|event| &**event), today)
    }

    fn judged(book: &Book, today: NaiveDate) -> Judgement {
        match advice(book, today) {
            Advice::Judged(judgement) => *judgement,
            other => panic!("it is judged, not {other:?}"),
        }
    }

    fn points(judgement: &Judgement) -> Vec<i32> {
        judgement.lines.iter().map(|line| line.points).collect()
    }

    #[test]
    fn nothing_is_said_before_ninety_days() {
        let mut book = Book::default();
        assert_eq!(advice(&book, day(5, 1)), Advice::NotVisited);
        put(&mut book, Event { status: Attendance::Planned, ..event(1, day(3, 1), 0) });
        assert_eq!(advice(&book, day(5, 1)), Advice::NotVisited);
        put(&mut book, event(2, day(3, 1), 0));
        assert_eq!(advice(&book, day(5, 29)), Advice::Later(day(5, 30)));
        assert!(matches!(advice(&book, day(5, 30)), Advice::Judged(_)));
        put(&mut book, Event { starts_on: None, ..event(3, day(3, 1), 0) });
        assert!(matches!(advice(&book, day(5, 29)), Advice::Later(_)), "without a day there is no visit");
    }

    #[test]
    fn the_lines_add_up_to_the_result() {
        let mut book = Book::default();
        let care = OrganizerCare { thank_you: Answer::Yes, satisfaction: Answer::Yes, report: Answer::No };
        put(&mut book, Event { organizer_care: care, ..event(1, day(1, 10), 4_000) });
        met(&mut book, 1, 1..=8, 1, day(1, 10));
        written(&mut book, 2, 1, day(1, 11), Reply::Continuing);
        written(&mut book, 3, 2, day(1, 11), Reply::Once);
        let judgement = judged(&book, day(6, 1));
        // One of eight: −20 + 40 × 0.125 / 0.4 = −7.5; one exchange: 0; 40 for one contact: 10 − 5; two of three: +3.
        // Of the sum 1 ÷ 3 × 10 ÷ 14 counts.
        assert_eq!(points(&judgement), [50, -8, 0, 5, 3, 0]);
        assert_eq!((judgement.points, judgement.wish), (50, Wish::Maybe));
        assert_eq!(judgement.lasting, [Id::new(1)].into());
        assert_eq!(
            judgement.lines[1].fact,
            AdviceFact::People { lasting: 1, met: 8 },
            "one answer alone is no exchange"
        );
    }

    #[test]
    fn one_visit_is_little_evidence_and_four_are_more() {
        let mut one = Book::default();
        put(&mut one, event(1, day(1, 10), 0));
        met(&mut one, 1, 1..=4, 1, day(1, 10));
        for person in 1..=4_u32 {
            written(&mut one, 10 + u128::from(person), u128::from(person), day(1, 11), Reply::Continuing);
        }
        let first = judged(&one, day(6, 1));
        assert_eq!(points(&first), [50, 20, 10, 5, 0, -28]);
        assert_eq!(first.wish, Wish::Maybe, "one visit says little");
        for (number, month) in [(2, 2), (3, 3), (4, 4)] {
            put(&mut one, event(number, day(month, 10), 0));
            met(&mut one, number, 1..=4, number, day(month, 10));
        }
        let four = judged(&one, day(12, 1));
        assert_eq!((four.visits, four.wish), (4, Wish::Gladly));
        assert!(four.points > first.points, "{four:?}");
    }

    #[test]
    fn a_verdict_counts_more_than_a_meeting() {
        let mut book = Book::default();
        put(&mut book, event(1, day(1, 10), 0));
        met(&mut book, 1, 1..=3, 1, day(1, 10));
        let again = |id, person: u128| Encounter {
            id: Id::new(id),
            kind: EncounterKind::Call,
            contacts: [Id::new(person)].into(),
            on: day(2, 1),
            ..Encounter::default()
        };
        put(&mut book, again(2, 1));
        put(&mut book, again(3, 2));
        let review = |id, contact, verdict| Review {
            id: Id::new(id),
            contact: Id::new(contact),
            on: day(2, 9),
            verdict,
            ..Review::default()
        };
        put(&mut book, review(1, 2, Verdict::LetGo));
        let deepen = Verdict::Deepen { next_step: "tea".to_owned(), due_on: day(3, 1) };
        put(&mut book, review(2, 3, deepen));
        assert_eq!(judged(&book, day(6, 1)).lasting, [1, 3].map(Id::new).into());
    }

    #[test]
    fn each_currency_is_counted_for_itself_and_nonsense_costs_nothing() {
        let money = |minor, currency: &str| Money { minor, currency: currency.to_owned() };
        let fees =
            [money(2_500, "EUR"), money(3_000, "JPY"), money(500, "EUR"), money(-7, "EUR"), money(9, "")];
        assert_eq!(sum_of(fees.iter()), [money(9, ""), money(3_000, "EUR"), money(3_000, "JPY")]);
        let huge = [money(i64::MAX, "EUR"), money(i64::MAX, "EUR")];
        assert_eq!(sum_of(huge.iter()), [money(i64::MAX, "EUR")]);
        let mut dear = event(1, day(1, 1), i64::MAX);
        assert_eq!(cost(&[(day(1, 1), &dear)], 1).points, -10);
        dear.fee = Some(money(2_400, "EUR"));
        assert_eq!(cost(&[(day(1, 1), &dear)], 1).points, 9);
        assert_eq!(cost(&[(day(1, 1), &dear)], 0).points, -10);
    }
}
