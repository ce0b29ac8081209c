//! Warmth: how alive a relationship is on a day, from 0 to 100.
//!
//! # The arithmetic
//! Every encounter is worth points by its kind (in person 30, video 21, call 18, letter 18, e-mail 10.5,
//! message 7.5, social media 4.5: [`kind_weight`] × 30). A favour in it adds 6, whichever way it went. A
//! reply adds 3, a continuing exchange 9. A card adds 12 on the day on which it was received, a made
//! introduction and a referral passed on add 9 each. Points halve every [`HALF_LIFE_DAYS`] days. Warmth
//! is `100 × (1 − e^(−points / 60))`: the first contacts count most, and 100 is never exceeded.
//!
//! Owns the arithmetic. Must not know texts: [`Warmth::parts`] are values. Start reading at [`Warmth::on`].

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{ContactLinks, Index, Links};
use crate::model::{
    Book, Card, Contact, Encounter, EncounterKind, Id, Introduction, Referral, ReferralState, Reply,
};

/// After how many days an encounter is worth half of its points.
pub const HALF_LIFE_DAYS: f32 = 90.0;
/// Points of an encounter in person.
pub const POINTS_IN_PERSON: f32 = 30.0;
/// Points of a favour, given or received.
pub const POINTS_FAVOUR: f32 = 6.0;
/// Points of one reply.
pub const POINTS_REPLY: f32 = 3.0;
/// Points of an exchange that goes on.
pub const POINTS_CONTINUING: f32 = 9.0;
/// Points of receiving a card.
pub const POINTS_CARD: f32 = 12.0;
/// Points of an introduction or a referral.
pub const POINTS_REFERRAL: f32 = 9.0;
/// Points at which warmth reaches 63.
pub const POINTS_SCALE: f32 = 60.0;
/// A line of fewer days would show no course.
const SHORTEST_COURSE: u64 = 60;
/// Difference from a month ago below which warmth is steady.
pub const STEADY_WITHIN: f32 = 5.0;

/// Warmth of one contact on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Warmth {
    /// From 0 to 100.
    pub value: f32,
    /// Which way it went in the last 30 days.
    pub trend: Trend,
}

/// How warmth went, day by day.
#[derive(Debug, Clone, PartialEq)]
pub struct WarmthCourse {
    /// The day of the first value.
    pub from: NaiveDate,
    /// From 0 to 100; the last one is today's. Never empty.
    pub values: Vec<f32>,
}

/// Which way warmth goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// More than a month ago.
    Rising,
    /// About as a month ago.
    Steady,
    /// Less than a month ago.
    Falling,
}

/// How warm somebody is in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarmthBand {
    /// From 60.
    Close,
    /// From 35.
    Warm,
    /// From 15.
    Cool,
    /// From 1.
    Cold,
    /// Nothing yet, or nothing left.
    Nothing,
}

impl WarmthBand {
    /// All, the warmest first.
    pub const ALL: [Self; 5] = [Self::Close, Self::Warm, Self::Cool, Self::Cold, Self::Nothing];

    /// The word for a warmth from 0 to 100.
    pub fn of(value: f32) -> Self {
        match value {
            value if value < 1.0 => Self::Nothing,
            value if value < 15.0 => Self::Cold,
            value if value < 35.0 => Self::Cool,
            value if value < 60.0 => Self::Warm,
            _ => Self::Close,
        }
    }
}

/// One thing that warms, as it counts on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WarmthPart {
    /// What it is.
    pub source: WarmthSource,
    /// When it was.
    pub on: NaiveDate,
    /// Points on that day.
    pub points: f32,
    /// Points that are left on the day asked for.
    pub left: f32,
}

/// Things that warm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarmthSource {
    /// An encounter with its favours and replies.
    Encounter(Id<Encounter>),
    /// A card that was received.
    Card(Id<Card>),
    /// An introduction that was made.
    Introduction(Id<Introduction>),
    /// A card that was passed on.
    Referral(Id<Referral>),
}

/// Returns the weight of a kind of encounter; in person is 1.
pub fn kind_weight(kind: EncounterKind) -> f32 {
    match kind {
        EncounterKind::InPerson => 1.0,
        EncounterKind::Video => 0.7,
        EncounterKind::Call | EncounterKind::Letter => 0.6,
        EncounterKind::Email => 0.35,
        EncounterKind::Message => 0.25,
        EncounterKind::SocialMedia => 0.15,
    }
}

impl Warmth {
    /// Returns the warmth of a contact on a day; what lies after the day does not count.
    pub fn on(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate) -> Self {
        let sources = sources(book, &index.links, contact);
        let value = value_on(&sources, today);
        let month_ago = today.checked_sub_days(Days::new(30)).map_or(0.0, |day| value_on(&sources, day));
        let trend = match value - month_ago {
            change if change > STEADY_WITHIN => Trend::Rising,
            change if change < -STEADY_WITHIN => Trend::Falling,
            _ => Trend::Steady,
        };
        Self { value, trend }
    }

    /// Returns only the value of [`Warmth::on`], for everybody at once.
    pub fn value_on(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate) -> f32 {
        Self::value_by(book, &index.links, contact, today)
    }

    /// As [`Self::value_on`], for whoever has no index.
    pub fn value_by(book: &Book, links: &Links, contact: Id<Contact>, today: NaiveDate) -> f32 {
        value_on(&sources(book, links, contact), today)
    }

    /// Returns what the warmth of a contact on a day is made of, the largest part first.
    pub fn parts(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate) -> Vec<WarmthPart> {
        let mut parts: Vec<WarmthPart> = sources(book, &index.links, contact)
            .into_iter()
            .filter(|(_, on, _)| *on <= today)
            .map(|(source, on, points)| WarmthPart { source, on, points, left: points * decay(on, today) })
            .collect();
        parts.sort_by(|a, b| b.left.total_cmp(&a.left));
        parts
    }

    /// Returns the warmth that a sum of points left is worth.
    pub fn of_points(points: f32) -> f32 {
        100.0 * (1.0 - (-points / POINTS_SCALE).exp())
    }

    /// Returns the course of the warmth up to a day: of at most the last year, of less when the first contact was
    /// later. Every day is there, so the line jumps where something happened and sinks in between.
    pub fn course(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate) -> WarmthCourse {
        let mut sources = sources(book, &index.links, contact);
        sources.retain(|(_, on, _)| *on <= today);
        let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
        let first = sources.iter().map(|(_, on, _)| *on).min().unwrap_or(year_ago);
        let recent = today.checked_sub_days(Days::new(SHORTEST_COURSE)).unwrap_or(today);
        let from = first.clamp(year_ago, recent);
        let days = usize::try_from((today - from).num_days()).unwrap_or(0) + 1;
        // What a day adds; what was before the first one counts with what is left of it then.
        let mut added = vec![0.0_f32; days];
        for (_, on, points) in &sources {
            let at = usize::try_from((*on - from).num_days()).unwrap_or(0);
            added[at] += if *on < from { points * decay(*on, from) } else { *points };
        }
        let day = (-1.0 / HALF_LIFE_DAYS).exp2();
        let mut left = 0.0;
        let values = added.into_iter().map(|points| {
            left = left * day + points;
            Self::of_points(left)
        });
        WarmthCourse { from, values: values.collect() }
    }

    /// Returns what the warmth will be after so many days in which nothing happens.
    pub fn after(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate, days: u32) -> f32 {
        let points: f32 = Self::parts(book, index, contact, today).iter().map(|part| part.left).sum();
        Self::of_points(points * (-(days as f32) / HALF_LIFE_DAYS).exp2())
    }

    /// Returns twelve values of the last year for a line, the oldest first: at the end of each of the
    /// eleven months before, and today.
    pub fn year(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate) -> [f32; 12] {
        let sources = sources(book, &index.links, contact);
        let first = today.with_day(1).unwrap_or(today);
        std::array::from_fn(|at| {
            let back = u32::try_from(11 - at).unwrap_or(0);
            if back == 0 {
                return value_on(&sources, today);
            }
            let next_month = first.checked_sub_months(Months::new(back - 1));
            next_month.and_then(|day| day.pred_opt()).map_or(0.0, |day| value_on(&sources, day))
        })
    }
}

/// Something that warms, without what it is: for looking at many days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spring {
    /// When it was.
    pub on: NaiveDate,
    /// Points on that day.
    pub points: f32,
}

/// Returns what warms a contact.
pub(super) fn springs(book: &Book, links: &ContactLinks) -> Vec<Spring> {
    let mut springs = Vec::new();
    each_source(book, links, |_, on, points| springs.push(Spring { on, points }));
    springs
}

impl Warmth {
    /// Returns the value of [`Warmth::on`] from what warms somebody.
    pub(super) fn of_springs(springs: &[Spring], day: NaiveDate) -> f32 {
        let past = springs.iter().filter(|spring| spring.on <= day);
        Self::of_points(past.map(|spring| spring.points * decay(spring.on, day)).sum())
    }
}

fn value_on(sources: &[(WarmthSource, NaiveDate, f32)], day: NaiveDate) -> f32 {
    let past = sources.iter().filter(|(_, on, _)| *on <= day);
    Warmth::of_points(past.map(|(_, on, points)| points * decay(*on, day)).sum())
}

fn decay(on: NaiveDate, day: NaiveDate) -> f32 {
    let days = (day - on).num_days() as f32;
    (-days / HALF_LIFE_DAYS).exp2()
}

/// The day as of which sums of points are kept: the decay of all points from one day to another is the same factor.
const EPOCH: NaiveDate = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");

/// Returns the points of a contact as if all were looked at on [`EPOCH`], and the last day that gave some, counted from
/// the common era. Multiplied by [`scale_from_epoch`] they are those that are left on a day, provided that nothing
/// came after it.
pub(super) fn points(book: &Book, links: &ContactLinks) -> (f64, i32) {
    let (mut sum, mut last) = (0.0, i32::MIN);
    each_source(book, links, |_, on, points| {
        sum += f64::from(points) / scale_from_epoch(on);
        last = last.max(on.num_days_from_ce());
    });
    (sum, last)
}

/// Returns the factor from points as of [`EPOCH`] to those that are left on a day.
pub(super) fn scale_from_epoch(day: NaiveDate) -> f64 {
    (-((day - EPOCH).num_days() as f64) / f64::from(HALF_LIFE_DAYS)).exp2()
}

/// Returns the points that a warmth is worth: less than none for one below 0, endless ones from 100 on.
pub(super) fn points_for(warmth: f64) -> f64 {
    if warmth < 0.0 {
        f64::NEG_INFINITY
    } else if warmth >= 100.0 {
        f64::INFINITY
    } else {
        -f64::from(POINTS_SCALE) * (1.0 - warmth / 100.0).ln()
    }
}

fn sources(book: &Book, links: &Links, contact: Id<Contact>) -> Vec<(WarmthSource, NaiveDate, f32)> {
    let mut sources = Vec::new();
    each_source(book, links.contact(contact), |source, on, points| sources.push((source, on, points)));
    sources
}

fn each_source(book: &Book, links: &ContactLinks, mut visit: impl FnMut(WarmthSource, NaiveDate, f32)) {
    let encounters = links.encounters.iter().filter_map(|id| book.get(*id)).map(|encounter| {
        let reply = match encounter.reply {
            Reply::None => 0.0,
            Reply::Once => POINTS_REPLY,
            Reply::Continuing => POINTS_CONTINUING,
        };
        let points = kind_weight(encounter.kind) * POINTS_IN_PERSON
            + encounter.favours.len() as f32 * POINTS_FAVOUR
            + reply;
        (WarmthSource::Encounter(encounter.id), encounter.on, points)
    });
    let cards = links
        .cards
        .iter()
        .filter_map(|id| book.get(*id))
        .filter_map(|card| Some((WarmthSource::Card(card.id), card.received_on?, POINTS_CARD)));
    let introductions = links
        .introductions
        .iter()
        .filter_map(|id| book.get(*id))
        .filter(|introduction| introduction.is_made())
        .filter_map(|record| Some((WarmthSource::Introduction(record.id), record.on?, POINTS_REFERRAL)));
    // The lists are short, and nearly always empty.
    let given = links.given.iter().filter(|id| !links.referred.contains(id));
    let received =
        links.received.iter().filter(|id| !links.referred.contains(id) && !links.given.contains(id));
    let referrals =
        links.referred.iter().chain(given).chain(received).filter_map(|id| book.get(*id)).filter_map(
            |referral| {
                let step = referral.steps.iter().find(|step| step.state >= ReferralState::PassedOn)?;
                Some((WarmthSource::Referral(referral.id), step.on, POINTS_REFERRAL))
            },
        );
    let all = encounters.chain(cards).chain(introductions).chain(referrals);
    all.for_each(|(source, on, points)| visit(source, on, points));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};

    fn met(book: &mut Book, id: u128, kind: EncounterKind, on: NaiveDate) {
        let contacts = [Id::new(1)].into();
        put(book, Encounter { id: Id::new(id), kind, on, contacts, ..Encounter::default() });
    }

    fn book(encounters: &[(EncounterKind, NaiveDate)]) -> (Book, Index) {
        let mut book = Book::default();
        put(&mut book, contact(1, "Jonas Weber"));
        for ((kind, on), id) in encounters.iter().zip(1..) {
            met(&mut book, id, *kind, *on);
        }
        let index = Index::rebuild(&book);
        (book, index)
    }

    #[test]
    fn points_halve_in_ninety_days_and_the_parts_explain_the_value() {
        let (book, index) = book(&[(EncounterKind::InPerson, day(3, 1)), (EncounterKind::Email, day(5, 30))]);
        let today = day(5, 30);
        let parts = Warmth::parts(&book, &index, Id::new(1), today);
        let left: Vec<f32> = parts.iter().map(|part| part.left).collect();
        assert_eq!(left, [15.0, 10.5], "30 points halved after 90 days, 10.5 fresh");
        let warmth = Warmth::on(&book, &index, Id::new(1), today);
        assert!((warmth.value - Warmth::of_points(left.iter().sum())).abs() < 1e-4);
    }

    #[test]
    fn warmth_stays_within_bounds_and_knows_no_future() {
        let (later, index) = book(&[(EncounterKind::InPerson, day(6, 1))]);
        assert_eq!(Warmth::on(&later, &index, Id::new(1), day(5, 1)).value, 0.0);
        let (full, index) = book(&[(EncounterKind::InPerson, day(6, 1)); 200]);
        assert!(Warmth::on(&full, &index, Id::new(1), day(6, 1)).value <= 100.0);
    }

    #[test]
    fn the_trend_compares_with_a_month_ago() {
        let (book, index) = book(&[(EncounterKind::InPerson, day(3, 1))]);
        let trend = |today| Warmth::on(&book, &index, Id::new(1), today).trend;
        assert_eq!(trend(day(3, 2)), Trend::Rising);
        assert_eq!(trend(day(4, 15)), Trend::Falling);
        assert_eq!(trend(day(12, 1)), Trend::Steady);
    }

    #[test]
    fn the_course_is_the_warmth_of_each_day_since_the_first_contact() {
        let (later, index) =
            book(&[(EncounterKind::InPerson, day(3, 1)), (EncounterKind::Email, day(5, 30))]);
        let course = Warmth::course(&later, &index, Id::new(1), day(11, 10));
        assert_eq!((course.from, course.values.len()), (day(3, 1), 255));
        for (at, value) in course.values.iter().enumerate() {
            let on = Warmth::on(&later, &index, Id::new(1), course.from + Days::new(at as u64)).value;
            assert!((value - on).abs() < 0.01, "day {at}: {value} and {on}");
        }
        let fresh = Warmth::course(&later, &index, Id::new(1), day(3, 2));
        assert_eq!(fresh.values.len(), 61, "a line needs some days before");
        assert_eq!((fresh.values[0], fresh.values[60] > 0.0), (0.0, true));
        let old = Warmth::course(&later, &index, Id::new(1), day(11, 10) + Days::new(365));
        assert!(old.values[0] > 0.0, "what was before the line still counts");
        let rests = Warmth::after(&later, &index, Id::new(1), day(11, 10), 30);
        let on = Warmth::on(&later, &index, Id::new(1), day(11, 10) + Days::new(30)).value;
        assert!((rests - on).abs() < 0.01);
    }

    #[test]
    fn a_year_ends_today() {
        let (book, index) = book(&[(EncounterKind::InPerson, day(9, 15))]);
        let year = Warmth::year(&book, &index, Id::new(1), day(11, 10));
        assert_eq!(year[8], 0.0, "the end of August is before the meeting");
        assert!(year[9] > year[10] && year[10] > year[11] && year[11] > 0.0);
        assert_eq!(year[11], Warmth::on(&book, &index, Id::new(1), day(11, 10)).value);
    }
}
