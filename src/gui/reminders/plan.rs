//! When to remind of what: pure, so that a test is a clock and a list.
//!
//! Invariant: nothing is shown twice on one day, whatever the clock does (`tests::a_clock_that_goes_back_shows_nothing_twice`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::model::{Book, FollowUp, Id};

/// Days of which is remembered what was shown.
const REMEMBERED: usize = 7;

/// An open follow-up that is due today or was due before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub id: Id<FollowUp>,
    /// The time at which it is due today; none when it is late or has a day only.
    pub at: Option<NaiveTime>,
}

/// Something to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reminder {
    /// What is due today, once in the morning.
    Morning(Vec<Id<FollowUp>>),
    /// One thing at its time.
    Timed(Id<FollowUp>, NaiveTime),
}

/// What is to be shown now, and when to look again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is to be shown, in this order.
    pub show: Vec<Reminder>,
    /// Marks of what is done with, for [`remember`].
    pub marks: Vec<String>,
    /// The next moment at which something is to be shown, today.
    pub next: Option<NaiveDateTime>,
}

/// Returns what to show. `morning` is the user's time for the list of the day; `due` is in the order in which it is told.
pub fn plan(
    now: NaiveDateTime,
    morning: NaiveTime,
    book: Id<Book>,
    due: &[Due],
    shown: &BTreeMap<NaiveDate, BTreeSet<String>>,
) -> Plan {
    let (today, time) = (now.date(), now.time());
    let nothing = BTreeSet::new();
    let shown = shown.get(&today).unwrap_or(&nothing);
    let mut plan = Plan::default();
    let later = |plan: &mut Plan, at: NaiveTime| {
        let at = today.and_time(at);
        plan.next = Some(plan.next.map_or(at, |next| next.min(at)));
    };
    let mark = mark(book.value(), None);
    let tells_day = !shown.contains(&mark) && time >= morning;
    if tells_day {
        if !due.is_empty() {
            plan.show.push(Reminder::Morning(due.iter().map(|due| due.id).collect()));
        }
        // With nothing due the morning is over too: what is added later is no surprise.
        plan.marks.push(mark);
    } else if time < morning {
        later(&mut plan, morning);
    }
    for due in due {
        let Some(at) = due.at else { continue };
        let mark = self::mark(due.id.value(), Some(at));
        if shown.contains(&mark) {
            continue;
        }
        if at > time {
            later(&mut plan, at);
            continue;
        }
        // Its time went by while the program was not running: the list of the day has just told it.
        if !tells_day || time - at < TimeDelta::minutes(1) {
            plan.show.push(Reminder::Timed(due.id, at));
        }
        plan.marks.push(mark);
    }
    plan
}

/// Notes what was shown today, and forgets old days.
pub fn remember(
    shown: &mut BTreeMap<NaiveDate, BTreeSet<String>>,
    today: NaiveDate,
    marks: impl IntoIterator<Item = String>,
) {
    shown.entry(today).or_default().extend(marks);
    while shown.len() > REMEMBERED {
        shown.pop_first();
    }
}

/// What stands in the settings for something that was shown: nobody learns from it what it was.
fn mark(id: u128, at: Option<NaiveTime>) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&id.to_be_bytes());
    // Moved to another time of the day, it is to be told again.
    hasher.update(at.map(|at| at.to_string()).unwrap_or_default().as_bytes());
    hasher.finalize().to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: Id<Book> = Id::new(1);

    fn time(text: &str) -> NaiveTime {
        crate::text::dates::parse_time(text).expect("a time")
    }

    fn on(day: u32, text: &str) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a day").and_time(time(text))
    }

    fn due(id: u128, at: Option<&str>) -> Due {
        Due { id: Id::new(id), at: at.map(time) }
    }

    /// Runs the clock over some moments, as the window does; returns what was shown at which.
    fn play(moments: &[NaiveDateTime], due: &[Due]) -> Vec<(usize, Reminder)> {
        let mut shown = BTreeMap::new();
        let mut told = Vec::new();
        for (at, now) in moments.iter().enumerate() {
            let plan = plan(*now, time("9"), BOOK, due, &shown);
            told.extend(plan.show.into_iter().map(|reminder| (at, reminder)));
            remember(&mut shown, now.date(), plan.marks);
        }
        told
    }

    #[test]
    fn the_day_is_told_once_in_the_morning_and_times_at_their_time() {
        let all = [due(1, None), due(2, Some("14:00"))];
        let told =
            play(&[on(14, "8:59"), on(14, "9:00"), on(14, "9:01"), on(14, "14:00"), on(14, "14:01")], &all);
        let morning = Reminder::Morning(vec![Id::new(1), Id::new(2)]);
        assert_eq!(told, [(1, morning), (3, Reminder::Timed(Id::new(2), time("14:00")))]);
    }

    #[test]
    fn it_is_known_when_to_look_again() {
        let all = [due(1, Some("14:00")), due(2, Some("11:30"))];
        let next = |now| plan(now, time("9"), BOOK, &all, &BTreeMap::new()).next;
        assert_eq!(next(on(14, "8:00")), Some(on(14, "9:00")));
        assert_eq!(next(on(14, "9:00")), Some(on(14, "11:30")));
        assert_eq!(next(on(14, "12:00")), Some(on(14, "14:00")));
        assert_eq!(next(on(14, "15:00")), None, "the next morning is another day");
    }

    #[test]
    fn what_went_by_before_the_start_is_told_once_with_the_day() {
        let told = play(&[on(14, "15:00"), on(14, "15:05")], &[due(1, Some("10:00"))]);
        assert_eq!(told, [(0, Reminder::Morning(vec![Id::new(1)]))]);
    }

    #[test]
    fn what_went_by_while_the_machine_slept_is_told_when_it_wakes() {
        let told = play(&[on(14, "9:00"), on(14, "11:45")], &[due(1, Some("10:00"))]);
        assert_eq!(told.last(), Some(&(1, Reminder::Timed(Id::new(1), time("10:00")))));
    }

    #[test]
    fn a_clock_that_goes_back_shows_nothing_twice() {
        let all = [due(1, None), due(2, Some("9:30"))];
        let there_and_back = [on(14, "9:40"), on(14, "8:00"), on(14, "9:40"), on(13, "9:40"), on(14, "9:45")];
        let told = play(&there_and_back, &all);
        assert_eq!(told.iter().filter(|(at, _)| *at == 0).count(), 1);
        assert!(told.iter().all(|(at, _)| [0, 3].contains(at)), "{told:?}");
    }

    #[test]
    fn an_empty_morning_is_over_and_old_days_are_forgotten() {
        let plan = plan(on(14, "9:00"), time("9"), BOOK, &[], &BTreeMap::new());
        assert!(plan.show.is_empty() && plan.marks.len() == 1);
        let mut shown = BTreeMap::new();
        for day in 1..=20 {
            remember(&mut shown, on(day, "9:00").date(), ["x".to_owned()]);
        }
        assert_eq!(shown.len(), REMEMBERED);
        assert!(shown.contains_key(&on(20, "9:00").date()));
    }

    #[test]
    fn what_is_remembered_says_nothing() {
        let mark = mark(0x0192_0000, Some(time("9:30")));
        assert_eq!(mark.len(), 16);
        assert_ne!(mark, super::mark(0x0192_0000, Some(time("15:00"))), "another time is another reminder");
    }
}
