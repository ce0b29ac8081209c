//! Repeat rules of RFC 5545 §3.3.10: which day comes next, and the simple ones that the sheet offers.
//!
//! Owns the way between a rule's text and what it means for calendar days. A rule that came from elsewhere is kept to
//! the letter ([`next_occurrence`] reads it, nobody rewrites it, but for the times that are left). Must not know the clock.
//! Start reading at [`next_occurrence`].
//!
//! Invariant: reading never takes long and never panics, whatever the rule says (held by `any_rule_has_an_answer`).

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime};
use rrule::{RRule, Tz, Unvalidated};

/// How many occurrences are looked at on the way to the next one; daily for 80 years.
const MOST_OCCURRENCES: usize = 30_000;

/// The parts that mean something for days. Hours and minutes do not; a part of one's own says nothing to others.
const PARTS: [&str; 9] =
    ["FREQ", "INTERVAL", "COUNT", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"];

/// The occurrence after a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextOccurrence {
    /// The day.
    pub on: NaiveDate,
    /// The rule from there on: the same, with fewer times left where it counts them.
    pub rule: String,
}

/// Name and value of each part, as written.
fn parts(rule: &str) -> impl Iterator<Item = (&str, &str)> {
    let rule = rule.trim();
    let rule = if rule.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("RRULE:")) {
        &rule[6..]
    } else {
        rule
    };
    rule.split(';').filter_map(|part| part.trim().split_once('='))
}

fn part<'a>(rule: &'a str, name: &str) -> Option<&'a str> {
    parts(rule).find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The day of `UNTIL`, whatever its time: days have none.
fn until(rule: &str) -> Option<Option<NaiveDate>> {
    part(rule, "UNTIL").map(|text| {
        let day = text.get(..8)?;
        NaiveDate::parse_from_str(day, "%Y%m%d").ok()
    })
}

fn moment(day: NaiveDate) -> DateTime<Tz> {
    day.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC)
}

/// Returns the first occurrence after `after` of a rule that counts from `from`; `None` when there is none, or when the
/// rule cannot be read.
pub fn next_occurrence(rule: &str, from: NaiveDate, after: NaiveDate) -> Option<NextOccurrence> {
    let count: Option<u32> = part(rule, "COUNT").map(str::parse).transpose().ok()?;
    let interval: u16 = part(rule, "INTERVAL").map_or(Ok(1), str::parse).ok()?;
    let last = until(rule).map_or(Some(NaiveDate::MAX), |day| day)?;
    let freq = part(rule, "FREQ")?.to_ascii_uppercase();
    let daily = matches!(freq.as_str(), "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY");
    let years = 1..=9_000;
    if !daily || count == Some(0) || interval == 0 || !years.contains(&from.year()) {
        return None;
    }
    let known: Vec<String> = parts(rule)
        .map(|(name, value)| (name.to_ascii_uppercase(), value))
        .filter(|(name, _)| PARTS.contains(&name.as_str()) || name == "WKST")
        .map(|(name, value)| format!("{name}={}", value.to_ascii_uppercase()))
        .collect();
    let parsed: RRule<Unvalidated> = known.join(";").parse().ok()?;
    let set = parsed.build(moment(from)).ok()?.limit();
    for (number, occurrence) in (0_u32..).zip((&set).into_iter().take(MOST_OCCURRENCES)) {
        let on = occurrence.date_naive();
        if on > last {
            return None;
        }
        if on > after {
            return Some(NextOccurrence {
                on,
                rule: counted(rule, count.map(|count| count.saturating_sub(number))),
            });
        }
    }
    None
}

/// The rule with so many times left.
fn counted(rule: &str, count: Option<u32>) -> String {
    let Some(count) = count else { return rule.to_owned() };
    let parts = rule.split(';').map(|part| {
        let name = part.split('=').next().unwrap_or_default().trim();
        if name.eq_ignore_ascii_case("COUNT") { format!("COUNT={count}") } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join(";")
}

/// A repeat that the sheet offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeat {
    /// The unit.
    pub every: RepeatUnit,
    /// Every how many units, from 1.
    pub interval: u16,
    /// When it ends.
    pub end: RepeatEnd,
}

/// The unit of a repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepeatUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl RepeatUnit {
    /// All units, the shortest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    fn word(self) -> &'static str {
        match self {
            Self::Day => "DAILY",
            Self::Week => "WEEKLY",
            Self::Month => "MONTHLY",
            Self::Year => "YEARLY",
        }
    }
}

/// When a repeat ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RepeatEnd {
    /// Never.
    Never,
    /// On a day, which counts still.
    Until(NaiveDate),
    /// After so many times, this one included.
    Count(u32),
}

impl Repeat {
    /// Returns the rule's text. A day that not every month has is kept on the last one that the month has.
    pub fn rule(&self, from: NaiveDate) -> String {
        let mut parts = vec![format!("FREQ={}", self.every.word())];
        if self.interval > 1 {
            parts.push(format!("INTERVAL={}", self.interval));
        }
        parts.extend(short_months(self.every, from));
        match self.end {
            RepeatEnd::Never => {}
            RepeatEnd::Until(day) => parts.push(format!("UNTIL={}", day.format("%Y%m%d"))),
            RepeatEnd::Count(count) => parts.push(format!("COUNT={count}")),
        }
        parts.join(";")
    }

    /// Reads a rule that counts from a day; `None` for one that the sheet cannot say.
    pub fn parse(rule: &str, from: NaiveDate) -> Option<Self> {
        let every = part(rule, "FREQ")?;
        let every = RepeatUnit::ALL.into_iter().find(|unit| unit.word().eq_ignore_ascii_case(every))?;
        let interval = part(rule, "INTERVAL").map_or(Ok(1), str::parse).ok().filter(|it| *it > 0)?;
        let end = match (until(rule), part(rule, "COUNT")) {
            (None, None) => RepeatEnd::Never,
            (Some(day), None) => RepeatEnd::Until(day?),
            (None, Some(count)) => RepeatEnd::Count(count.parse().ok()?),
            (Some(_), Some(_)) => return None,
        };
        let plain = ["FREQ", "INTERVAL", "COUNT", "UNTIL"];
        let rest: Vec<String> = parts(rule)
            .filter(|(name, _)| !plain.iter().any(|it| name.eq_ignore_ascii_case(it)))
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (rest.is_empty() || rest == short_months(every, from)).then_some(Self { every, interval, end })
    }
}

/// What a rule says about a day that not every month has.
fn short_months(every: RepeatUnit, from: NaiveDate) -> Vec<String> {
    let days = match (every, from.month(), from.day()) {
        (RepeatUnit::Month, _, 29) | (RepeatUnit::Year, 2, 29) => "28,29",
        (RepeatUnit::Month, _, 30) => "28,29,30",
        (RepeatUnit::Month, _, 31) => "28,29,30,31",
        _ => return Vec::new(),
    };
    let month = (every == RepeatUnit::Year).then(|| "BYMONTH=2".to_owned());
    let rest = [format!("BYMONTHDAY={days}"), "BYSETPOS=-1".to_owned()];
    month.into_iter().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn check(rule: &str, from: &str, after: &str, expect: &str) {
        let found = next_occurrence(rule, day(from), day(after))
            .map_or("none".to_owned(), |next| next.on.to_string());
        assert_eq!(found, expect, "{rule} from {from} after {after}");
    }

    #[test]
    fn the_next_day_is_the_one_of_the_rule() {
        check("FREQ=DAILY", "2026-12-31", "2026-12-31", "2027-01-01");
        check("FREQ=WEEKLY", "2026-10-14", "2026-10-14", "2026-10-21");
        check("FREQ=WEEKLY", "2026-10-14", "2026-11-01", "2026-11-04");
        check("FREQ=WEEKLY;INTERVAL=2", "2026-10-14", "2026-10-20", "2026-10-28");
        check("FREQ=MONTHLY;BYDAY=-1FR", "2026-10-30", "2026-10-30", "2026-11-27");
        check("RRULE:FREQ=MONTHLY", "2026-10-14", "2026-10-14", "2026-11-14");
        check("freq=yearly", "2024-02-29", "2024-02-29", "2028-02-29");
        check("FREQ=DAILY;BYHOUR=9,17;X-OWN=1", "2026-10-14", "2026-10-14", "2026-10-15");
    }

    #[test]
    fn it_ends_when_the_rule_says_so() {
        check("FREQ=WEEKLY;UNTIL=20261021", "2026-10-14", "2026-10-14", "2026-10-21");
        check("FREQ=WEEKLY;UNTIL=20261021T000000Z", "2026-10-14", "2026-10-14", "2026-10-21");
        check("FREQ=WEEKLY;UNTIL=20261020", "2026-10-14", "2026-10-14", "none");
        check("FREQ=WEEKLY;COUNT=2", "2026-10-14", "2026-10-14", "2026-10-21");
        check("FREQ=WEEKLY;COUNT=2", "2026-10-14", "2026-10-21", "none");
        let next =
            next_occurrence("FREQ=WEEKLY;COUNT=5;WKST=SU", day("2026-10-14"), day("2026-10-22")).unwrap();
        assert_eq!(next.rule, "FREQ=WEEKLY;COUNT=3;WKST=SU");
    }

    #[test]
    fn what_makes_no_sense_has_no_next_day() {
        for rule in [
            "",
            "FREQ=",
            "FREQ=HOURLY",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;UNTIL=soon",
            "x",
        ] {
            check(rule, "2026-10-14", "2026-10-14", "none");
        }
        // 30 February never comes; looking for it ends.
        check("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-10-14", "2026-10-14", "none");
        assert_eq!(next_occurrence("FREQ=DAILY", NaiveDate::MAX, NaiveDate::MAX), None);
    }

    #[test]
    fn the_last_day_of_a_month_stays_the_last() {
        let monthly = Repeat { every: RepeatUnit::Month, interval: 1, end: RepeatEnd::Never };
        let mut on = day("2027-12-31");
        let rule = monthly.rule(on);
        let mut seen = Vec::new();
        for _ in 0..4 {
            on = next_occurrence(&rule, on, on).unwrap().on;
            seen.push(on.to_string());
        }
        assert_eq!(seen, ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
        let yearly = Repeat { every: RepeatUnit::Year, ..monthly }.rule(day("2024-02-29"));
        check(&yearly, "2024-02-29", "2024-02-29", "2025-02-28");
        check(&yearly, "2025-02-28", "2027-03-01", "2028-02-29");
    }

    #[test]
    fn the_sheet_reads_what_it_writes_and_nothing_else() {
        for from in ["2026-10-14", "2026-10-31", "2028-02-29", "2026-04-30"].map(day) {
            for every in RepeatUnit::ALL {
                for end in [RepeatEnd::Never, RepeatEnd::Until(day("2027-01-01")), RepeatEnd::Count(3)] {
                    let repeat = Repeat { every, interval: 2, end };
                    assert_eq!(Repeat::parse(&repeat.rule(from), from), Some(repeat));
                }
            }
        }
        for foreign in ["FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=HOURLY", "FREQ=DAILY;X-OWN=1", "nonsense"] {
            assert_eq!(Repeat::parse(foreign, day("2026-10-14")), None, "{foreign}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

        #[test]
        fn any_rule_has_an_answer(
            text in "\\PC{0,40}",
            freq in 0_usize..5,
            interval in 0_u16..500,
            rest in "(;(BYDAY=(MO|-1FR|53SU)|BYMONTHDAY=-?[0-9]{1,2}|BYMONTH=[0-9]{1,2}|BYSETPOS=-?[0-9]{1,3}|BYYEARDAY=[0-9]{1,3}|BYWEEKNO=[0-9]{1,2}|COUNT=[0-9]{1,3}|UNTIL=[0-9]{0,9})){0,3}",
            days in 0_i64..40_000,
        ) {
            let from = day("2026-10-14");
            let after = from + chrono::Duration::days(days);
            drop(next_occurrence(&text, from, after));
            let freq = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "SECONDLY"][freq];
            let rule = format!("FREQ={freq};INTERVAL={interval}{rest}");
            if let Some(next) = next_occurrence(&rule, from, after) {
                prop_assert!(next.on > after);
            }
        }
    }
}
