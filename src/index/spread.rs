//! How many things are spread over a week, so that none of its days has too many.
//!
//! Owns the plan; must not know how it is shown or carried out ([`crate::edit::Edit::SpreadFollowUps`]). Start reading at
//! [`SpreadPlan::of`].
//!
//! Invariant: nothing with a last day of its own is planned behind it (`tests::a_thank_you_is_never_planned_too_late`).
//! What the rules foresee is spread like what is stored; suggestions are not.
//!
//! Invariant: what has a time, and birthdays, stay where they are (`tests::what_has_a_time_stays`).

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::{DueState, Index, urgency};
use crate::model::{DueSource, FollowUpKind};

/// What is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpreadOf {
    /// All that is overdue.
    Overdue,
    /// All that is due on one day.
    Day(NaiveDate),
}

/// Something that gets another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpreadMove {
    /// Which.
    pub what: DueSource,
    /// Its day so far.
    pub from: NaiveDate,
    /// Its day in the plan.
    pub to: NaiveDate,
    /// It had a last day, which is past: it comes as early as there is room.
    pub is_late: bool,
}

/// A day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpreadDay {
    /// The day.
    pub day: NaiveDate,
    /// How much was to be done on it.
    pub before: usize,
    /// How much there is with the plan.
    pub after: usize,
}

/// Where everything goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpreadPlan {
    /// What gets another day, in the order of the new days.
    pub moves: Vec<SpreadMove>,
    /// How many keep their day: they have a time, or no other day is early enough.
    pub staying: usize,
    /// The days of the plan in their order.
    pub days: Vec<SpreadDay>,
}

/// Something that is spread.
struct Item {
    what: DueSource,
    from: NaiveDate,
    /// The last day, when it has one that is not past.
    deadline: Option<NaiveDate>,
    is_late: bool,
    urgency: u8,
}

/// Whether a kind of follow-up is worth little after its day.
fn has_deadline(kind: FollowUpKind) -> bool {
    matches!(kind, FollowUpKind::ThankYou | FollowUpKind::TellOwner | FollowUpKind::Amends)
}

impl SpreadPlan {
    /// Plans the seven days from `today` on, or from the day that is spread on. Saturdays and Sundays count only with
    /// `weekends`; days that `is_free` names do not.
    pub fn of(
        index: &Index,
        what: SpreadOf,
        today: NaiveDate,
        weekends: bool,
        is_free: &dyn Fn(NaiveDate) -> bool,
    ) -> Self {
        let mut found = match what {
            SpreadOf::Overdue => index.due(today, ..today),
            SpreadOf::Day(day) => index.due(today, day..=day),
        };
        match what {
            // A rhythm has time until its latest day, and a birthday cannot be moved.
            SpreadOf::Overdue => found.retain(|due| {
                due.source.stored().is_some()
                    || due.state == DueState::Overdue && due.kind != FollowUpKind::Birthday
            }),
            SpreadOf::Day(_) => found.retain(|due| !due.is_suggestion()),
        }
        let start = match what {
            SpreadOf::Day(day) => day.max(today),
            SpreadOf::Overdue => today,
        };
        let mut staying = 0;
        let mut items = Vec::new();
        for due in found {
            let from = due.due_on;
            let is_past = from < today;
            if !is_past && (due.due_at.is_some() || due.kind == FollowUpKind::Birthday) {
                staying += 1;
                continue;
            }
            let has_deadline = has_deadline(due.kind);
            items.push(Item {
                what: due.source,
                from,
                deadline: Some(from).filter(|_| has_deadline && !is_past),
                is_late: has_deadline && is_past,
                urgency: urgency(due.kind),
            });
        }
        // What is too late already comes first, then what has a last day, then the rest.
        items.sort_by_key(|item| {
            (!item.is_late, item.deadline.unwrap_or(NaiveDate::MAX), item.urgency, item.from, item.what.id())
        });
        let works = |day: &NaiveDate| {
            weekends || !(matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || is_free(*day))
        };
        let week: Vec<NaiveDate> = start.iter_days().take(7).filter(works).collect();
        let moved: BTreeMap<NaiveDate, usize> = items.iter().fold(BTreeMap::new(), |mut counts, item| {
            *counts.entry(item.from).or_default() += 1;
            counts
        });
        let last = week.last().copied().unwrap_or(start).max(start);
        let planned = index.load(today, today.min(start)..=last);
        let before = |day: NaiveDate| planned.get(&day).copied().unwrap_or(0);
        let rest = |day: NaiveDate| before(day) - moved.get(&day).copied().unwrap_or(0).min(before(day));
        // A thank-you may come earlier than its day, too.
        let mut load: BTreeMap<NaiveDate, usize> = week.iter().map(|day| (*day, rest(*day))).collect();
        if let Some(last) = items.iter().filter_map(|item| item.deadline).max() {
            let early = today.iter_days().take_while(|day| *day < start.min(last)).take(7).filter(works);
            load.extend(early.map(|day| (day, rest(day))));
        }
        let caps = caps(&load, items.len());
        let mut moves = Vec::new();
        let mut places: Vec<(NaiveDate, Item)> = Vec::new();
        for item in items {
            let earliest = if item.deadline.is_some() { today } else { start };
            let allowed = |day: NaiveDate| day >= earliest && item.deadline.is_none_or(|last| day <= last);
            let room = load
                .iter()
                .find(|(day, count)| allowed(**day) && caps.get(day).is_some_and(|cap| *count < cap));
            let least = || load.iter().filter(|(day, _)| allowed(**day)).min_by_key(|(_, count)| **count);
            let to = room.or_else(least).map_or(item.from, |(day, _)| *day);
            *load.entry(to).or_insert_with(|| rest(to)) += 1;
            places.push((to, item));
        }
        places.sort_by_key(|(to, _)| *to);
        for (to, item) in places {
            if to == item.from {
                staying += 1;
            } else {
                moves.push(SpreadMove { what: item.what, from: item.from, to, is_late: item.is_late });
            }
        }
        if let SpreadOf::Day(day) = what {
            load.entry(day).or_insert_with(|| rest(day));
        }
        let days =
            load.into_iter().map(|(day, after)| SpreadDay { day, before: before(day), after }).collect();
        Self { moves, staying, days }
    }

    /// The moves as the edit wants them.
    pub fn pairs(&self) -> Vec<(DueSource, NaiveDate)> {
        self.moves.iter().map(|one| (one.what, one.to)).collect()
    }

    /// How many are past a last day of their own.
    pub fn late(&self) -> usize {
        self.moves.iter().filter(|one| one.is_late).count()
    }
}

/// How much each day holds when so many things fill the days evenly; what is left over comes on the first of them.
fn caps(load: &BTreeMap<NaiveDate, usize>, count: usize) -> BTreeMap<NaiveDate, usize> {
    let highest = load.values().max().copied().unwrap_or(0) + count;
    let room = |level: usize| load.values().map(|taken| level.saturating_sub(*taken)).sum::<usize>();
    let level = (0..=highest).rev().find(|level| room(*level) <= count).unwrap_or(0);
    let mut over = count - room(level).min(count);
    let cap = |(day, taken): (&NaiveDate, &usize)| {
        let extra = usize::from(over > 0 && *taken <= level);
        over -= extra;
        (*day, level + extra)
    };
    load.iter().map(cap).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;
    use crate::index::tests::{day, put};
    use crate::model::{Book, Cadence, Contact, Encounter, FollowUp, Id};

    /// Wednesday, 14 October 2026.
    fn today() -> NaiveDate {
        day(10, 14)
    }

    fn follow_up(id: u128, kind: FollowUpKind, due_on: NaiveDate) -> FollowUp {
        FollowUp { id: Id::new(id), kind, due_on, ..FollowUp::default() }
    }

    fn plan(book: &Book, what: SpreadOf, weekends: bool) -> SpreadPlan {
        let index = Index::rebuild(book);
        SpreadPlan::of(&index, what, today(), weekends, &|_| false)
    }

    fn counts(plan: &SpreadPlan) -> Vec<(NaiveDate, usize)> {
        plan.days.iter().map(|day| (day.day, day.after)).collect()
    }

    #[test]
    fn what_is_late_fills_the_working_days_evenly() {
        let mut book = Book::default();
        for id in 1..=12 {
            put(&mut book, follow_up(id, FollowUpKind::Call, day(10, 5)));
        }
        // Two things are planned for tomorrow already.
        put(&mut book, follow_up(20, FollowUpKind::Call, day(10, 15)));
        put(&mut book, follow_up(21, FollowUpKind::Call, day(10, 15)));
        let plan = plan(&book, SpreadOf::Overdue, false);
        // Wednesday to Friday, Monday, Tuesday: 14 things on five days.
        let expected = [(14, 3), (15, 3), (16, 3), (19, 3), (20, 2)];
        assert_eq!(counts(&plan), expected.map(|(date, count)| (day(10, date), count)));
        assert_eq!((plan.moves.len(), plan.staying, plan.late()), (12, 0, 0));
        let with_weekend = self::plan(&book, SpreadOf::Overdue, true);
        assert_eq!(with_weekend.days.len(), 7);
        assert!(with_weekend.days.iter().all(|day| day.after == 2));
        // What does not go even comes on the first days.
        let mut book = Book::default();
        for id in 1..=12 {
            put(&mut book, follow_up(id, FollowUpKind::Call, day(10, 5)));
        }
        let plan = self::plan(&book, SpreadOf::Overdue, false);
        let expected = [(14, 3), (15, 3), (16, 2), (19, 2), (20, 2)];
        assert_eq!(counts(&plan), expected.map(|(date, count)| (day(10, date), count)));
    }

    #[test]
    fn a_thank_you_is_never_planned_too_late() {
        let mut book = Book::default();
        let friday = day(10, 16);
        for id in 1..=9 {
            put(&mut book, follow_up(id, FollowUpKind::ThankYou, friday));
        }
        for id in 10..=15 {
            put(&mut book, follow_up(id, FollowUpKind::Call, friday));
        }
        let plan = plan(&book, SpreadOf::Day(friday), false);
        for one in &plan.moves {
            let is_thanks = one.what.id().value() < 10;
            assert!(!is_thanks || one.to <= friday, "{one:?}");
            assert!(one.to >= today());
        }
        assert!(plan.moves.iter().any(|one| one.to < friday), "thank-yous may come earlier: {plan:?}");
        assert!(plan.moves.iter().any(|one| one.to > friday), "calls may come later: {plan:?}");
        let most = plan.days.iter().map(|day| day.after).max();
        assert!(most <= Some(4), "{plan:?}");
        // On the day itself there is no earlier one.
        let mut book = Book::default();
        for id in 1..=9 {
            put(&mut book, follow_up(id, FollowUpKind::ThankYou, today()));
        }
        let plan = self::plan(&book, SpreadOf::Day(today()), false);
        assert_eq!((plan.moves.len(), plan.staying), (0, 9));
    }

    #[test]
    fn a_late_thank_you_comes_first_and_is_told() {
        let mut book = Book::default();
        for id in 1..=9 {
            put(&mut book, follow_up(id, FollowUpKind::Call, day(10, 2)));
        }
        put(&mut book, follow_up(10, FollowUpKind::ThankYou, day(10, 12)));
        let plan = plan(&book, SpreadOf::Overdue, false);
        let thanks = plan.moves.iter().find(|one| one.what.id() == Id::new(10)).expect("the thank-you");
        assert_eq!((thanks.to, thanks.is_late, plan.late()), (today(), true, 1));
    }

    #[test]
    fn what_the_rules_foresee_is_spread_and_counted_too() {
        let mut book = Book::default();
        let met = day(9, 14);
        for id in 1..=10 {
            let cadence = Some(Cadence { ideal_days: 10, latest_days: 20 });
            put(&mut book, Contact { id: Id::new(id), cadence, ..Contact::default() });
            let contacts = [Id::new(id)].into();
            put(&mut book, Encounter { id: Id::new(id), contacts, on: met, ..Encounter::default() });
        }
        let plan = plan(&book, SpreadOf::Overdue, false);
        assert!(plan.moves.iter().all(|one| matches!(one.what, DueSource::Foreseen(_))), "{plan:?}");
        assert_eq!(plan.moves.len(), 10);
        assert!(plan.days.iter().all(|day| (day.before, day.after) == (0, 2)), "{plan:?}");
        // On the day on which they fall due they are counted.
        let index = Index::rebuild(&book);
        assert_eq!(index.load(day(9, 20), day(9, 24)..=day(9, 24)).values().sum::<usize>(), 10);
        let of_day = SpreadPlan::of(&index, SpreadOf::Day(day(9, 24)), day(9, 20), false, &|_| false);
        assert_eq!(of_day.days.iter().map(|day| day.after).collect::<Vec<_>>(), [2, 2, 2, 2, 2]);
    }

    #[test]
    fn what_has_a_time_stays() {
        let mut book = Book::default();
        let at = NaiveTime::from_hms_opt(14, 0, 0);
        put(&mut book, FollowUp { due_at: at, ..follow_up(1, FollowUpKind::Call, today()) });
        put(&mut book, follow_up(2, FollowUpKind::Birthday, today()));
        for id in 3..=10 {
            put(&mut book, follow_up(id, FollowUpKind::Message, today()));
        }
        let plan = plan(&book, SpreadOf::Day(today()), false);
        assert!(plan.moves.iter().all(|one| one.what.id().value() > 2));
        let expected = [(14, 2), (15, 2), (16, 2), (19, 2), (20, 2)];
        assert_eq!(counts(&plan), expected.map(|(date, count)| (day(10, date), count)));
    }

    #[test]
    fn a_week_over_the_end_of_the_year_and_free_days() {
        let mut book = Book::default();
        let eve = NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day");
        for id in 1..=6 {
            put(&mut book, follow_up(id, FollowUpKind::Call, eve));
        }
        let index = Index::rebuild(&book);
        let is_free = |day: NaiveDate| (day.month(), day.day()) == (1, 1);
        let plan = SpreadPlan::of(&index, SpreadOf::Day(eve), today(), false, &is_free);
        let days: Vec<String> = plan.days.iter().map(|day| day.day.to_string()).collect();
        assert_eq!(days, ["2026-12-31", "2027-01-04", "2027-01-05", "2027-01-06"]);
        assert!(plan.days.iter().all(|day| day.after <= 2));
    }

    #[test]
    fn nothing_and_the_end_of_the_calendar_are_no_trouble() {
        let mut book = Book::default();
        assert_eq!(plan(&book, SpreadOf::Overdue, false).moves, []);
        put(&mut book, follow_up(1, FollowUpKind::Call, NaiveDate::MAX));
        let plan = plan(&book, SpreadOf::Day(NaiveDate::MAX), true);
        assert_eq!((plan.moves.len(), plan.staying), (0, 1));
    }
}
