//! What a whole field says: a day, perhaps with a time, and what else it may mean.
//!
//! [`parse_date`] reads the day, here as in a line about a meeting; this is what a field adds: the time beside it,
//! a day of the month alone, and the other day where people mean two different ones by the same words.
//!
//! Invariant: no input panics (`tests::no_input_panics`).

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, Weekday};

use super::parse::{self, parse_date};
use crate::text::Locale;
use crate::text::fold::fold;

/// What a typed text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The day.
    pub day: NaiveDate,
    /// The local time of day, when one was typed.
    pub time: Option<NaiveTime>,
    /// The other day that the same words may mean: 10/11 is in November or in October, and "next Friday" the coming
    /// one to some.
    pub or: Option<NaiveDate>,
}

/// Longer texts are no dates.
const LONGEST: usize = 60;

/// Reads a day that is typed into a field: all that [`parse_date`] reads, a day of the month (`the 15th`, `15.`, `15日`),
/// and a time before or behind it (`tomorrow 14:00`, `um 9 Uhr am Freitag`, `明日14時`). Returns nothing for anything else.
#[must_use]
pub fn read_day(typed: &str, today: NaiveDate, locale: Locale) -> Option<Reading> {
    if typed.chars().count() > LONGEST {
        return None;
    }
    let typed = typed.trim();
    if let Some(day) = day(typed, today, locale) {
        return Some(Reading { day, time: None, or: other_day(typed, day, today, locale) });
    }
    // The longest day leaves the shortest time.
    let places = typed.char_indices().map(|(at, _)| at).skip(1);
    let places: Vec<usize> = places.filter(|at| !cuts_a_number(typed.split_at(*at))).collect();
    let behind = places.iter().rev().map(|at| typed.split_at(*at));
    let before = places.iter().map(|at| typed.split_at(*at)).map(|(time, day)| (day, time));
    for (words, rest) in behind.chain(before) {
        let words = words.trim_matches([' ', ',', '、', 'の', 'に']);
        let words = ["um", "at", "gegen", "ab"]
            .iter()
            .find_map(|word| words.strip_suffix(word)?.strip_suffix(' '))
            .unwrap_or(words);
        let Some(time) = said_time(rest) else { continue };
        if let Some(day) = day(words, today, locale) {
            return Some(Reading { day, time: Some(time), or: other_day(words, day, today, locale) });
        }
    }
    None
}

/// Whether two parts that stand beside each other are two halves of a number.
fn cuts_a_number((left, right): (&str, &str)) -> bool {
    left.ends_with(char::is_numeric) && right.starts_with(char::is_numeric)
}

fn day(words: &str, today: NaiveDate, locale: Locale) -> Option<NaiveDate> {
    parse_date(words, today, locale).or_else(|| day_of_month(words, today))
}

/// The next such day of a month: `the 15th`, `am 15.`, `15日`.
fn day_of_month(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(words);
    let word = ["on the ", "the ", "am ", "den ", "zum ", "bis zum ", "by the "]
        .iter()
        .find_map(|lead| folded.strip_prefix(lead))
        .unwrap_or(&folded);
    let digits = ["st", "nd", "rd", "th", ".", "日"].iter().find_map(|end| word.strip_suffix(end))?;
    let date: u32 = digits.trim().parse().ok().filter(|date| (1..=31).contains(date))?;
    let first = today.with_day(1)?;
    (0..3)
        .filter_map(|months| first.checked_add_months(chrono::Months::new(months))?.with_day(date))
        .find(|day| *day >= today)
}

/// A time that says that it is one: a number alone may be a day or a year.
fn said_time(words: &str) -> Option<NaiveTime> {
    let folded = fold(words);
    let marks = [
        ":",
        "uhr",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "o'clock",
        "時",
        "午",
        "noon",
        "mittag",
        "midnight",
        "mitternacht",
    ];
    if !marks.iter().any(|mark| folded.contains(mark)) && !folded.ends_with('h') {
        return None;
    }
    parse_time(words)
}

/// Reads a time of day: `14:00`, `14.30`, `9`, `9h30`, `3 pm`, `14 Uhr 30`, `14時30分`, `午後3時半`, `noon`. Returns nothing
/// for anything else.
#[must_use]
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    if typed.chars().count() > LONGEST {
        return None;
    }
    let folded = fold(typed);
    let text = folded.trim_matches([' ', ',', '、', 'の', 'に']);
    let text = ["at ", "um ", "ab ", "gegen ", "@"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text)
        .trim();
    match text {
        "noon" | "midday" | "mittag" | "mittags" | "正午" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" | "mitternacht" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    let half_of_day = |text: &str| {
        let before = [("午後", true), ("午前", false)];
        let behind = [("pm", true), ("p.m.", true), ("am", false), ("a.m.", false)];
        let found = before.iter().find_map(|(word, late)| Some((text.strip_prefix(word)?.to_owned(), *late)));
        found.or_else(|| {
            behind.iter().find_map(|(word, late)| Some((text.strip_suffix(word)?.to_owned(), *late)))
        })
    };
    let (text, late) = match half_of_day(text) {
        Some((text, late)) => (text, Some(late)),
        None => (text.to_owned(), None),
    };
    let text = text.replace("時半", "時30").replace("o'clock", "").replace("uhr", ":");
    let text = text.trim();
    let is_separator = |character: char| ":. h時分".contains(character);
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
        return None;
    }
    let parts = text.split(is_separator).filter(|part| !part.is_empty());
    let parts: Vec<u32> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hour, minute) = match parts.as_slice() {
        [hour] => (*hour, 0),
        [hour, minute] => (*hour, *minute),
        _ => return None,
    };
    let hour = match late {
        Some(_) if hour > 12 => return None,
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// The other day that the same words may mean.
fn other_day(words: &str, day: NaiveDate, today: NaiveDate, locale: Locale) -> Option<NaiveDate> {
    let folded = fold(words);
    let other = swapped(&folded, day, today, locale)
        .or_else(|| other_next(&folded, day, today))
        .or_else(|| later_year(words, day, today, locale))?;
    (other != day).then_some(other)
}

/// Day and month the other way round, where both can be either.
fn swapped(folded: &str, day: NaiveDate, today: NaiveDate, locale: Locale) -> Option<NaiveDate> {
    let parts: Vec<&str> = folded.split('/').map(str::trim).collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(|part| is_number(part)) || parts.first().is_some_and(|part| part.len() == 4) {
        return None;
    }
    match parts.as_slice() {
        [_, _] => {
            let other = if locale == Locale::Ja { Locale::En } else { Locale::Ja };
            parse_date(folded, today, other)
        }
        // The month first, in the same year.
        [_, _, _] if locale != Locale::Ja => NaiveDate::from_ymd_opt(day.year(), day.day(), day.month()),
        _ => None,
    }
}

/// "Next Friday", said on a Wednesday: the coming one or the one after it. 来週の日曜: the one that begins next week or the
/// one that ends it.
fn other_next(folded: &str, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let mut words = folded.split_whitespace();
    let (first, second, third) = (words.next()?, words.next(), words.next());
    let week = Days::new(7);
    if third.is_none() && second.is_some_and(|word| parse::weekday(word).is_some()) {
        if first == "next" {
            return day.checked_sub_days(week).filter(|other| *other > today);
        }
        if parse::is_next(first) && (day - today).num_days() < 7 {
            return day.checked_add_days(week);
        }
    }
    let is_sunday = day.weekday() == Weekday::Sun && (folded.contains("週の日") || folded.contains("週日曜"));
    is_sunday.then(|| day.checked_add_days(week)).flatten()
}

/// A day without a year that is read as just past may be meant as the coming one.
fn later_year(words: &str, day: NaiveDate, today: NaiveDate, locale: Locale) -> Option<NaiveDate> {
    if day >= today {
        return None;
    }
    // Said a little later, only a day without a year moves by a whole number of years.
    let later = parse_date(words, today.checked_add_days(Days::new(60))?, locale)?;
    (later.year() > day.year() && (later.month(), later.day()) == (day.month(), day.day())).then_some(later)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A Wednesday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 14).expect("a date")
    }

    fn read(typed: &str, locale: Locale) -> String {
        let Some(found) = read_day(typed, today(), locale) else { return "-".to_owned() };
        let time = found.time.map(|time| format!(" {}", time.format("%H:%M"))).unwrap_or_default();
        let or = found.or.map(|day| format!(" or {day}")).unwrap_or_default();
        format!("{}{time}{or}", found.day)
    }

    #[test]
    fn a_time_may_stand_beside_the_day() {
        for (typed, expected) in [
            ("tomorrow 14:00", "2026-10-15 14:00"),
            ("tomorrow at 3pm", "2026-10-15 15:00"),
            ("15 Nov, 9:30", "2026-11-15 09:30"),
            ("2026-11-15 18:00", "2026-11-15 18:00"),
            ("14:00 tomorrow", "2026-10-15 14:00"),
            ("noon tomorrow", "2026-10-15 12:00"),
            ("tomorrow noon", "2026-10-15 12:00"),
            ("morgen um 14 Uhr", "2026-10-15 14:00"),
            ("übermorgen 14 Uhr 30", "2026-10-16 14:30"),
            ("um 9 Uhr am Freitag", "2026-10-16 09:00"),
            ("明日14時", "2026-10-15 14:00"),
            ("明日の午後3時半", "2026-10-15 15:30"),
            ("11月3日 10:15", "2026-11-03 10:15"),
            ("１１月３日　１０：１５", "2026-11-03 10:15"),
            ("来週の金曜 正午", "2026-10-23 12:00"),
        ] {
            assert_eq!(read(typed, Locale::En), expected, "{typed}");
        }
    }

    #[test]
    fn a_day_of_the_month_is_the_next_one() {
        for (typed, expected) in [
            ("the 15th", "2026-10-15"),
            ("14th", "2026-10-14"),
            ("am 13.", "2026-11-13"),
            ("31.", "2026-10-31"),
            ("15日", "2026-10-15"),
            ("32.", "-"),
            ("15", "-"),
        ] {
            assert_eq!(read(typed, Locale::En), expected, "{typed}");
        }
    }

    #[test]
    fn what_may_mean_two_days_says_both() {
        for (locale, typed, expected) in [
            (Locale::En, "10/11", "2026-11-10 or 2026-10-11"),
            (Locale::Ja, "10/11", "2026-10-11 or 2026-11-10"),
            (Locale::De, "3/4/2027", "2027-04-03 or 2027-03-04"),
            (Locale::En, "24/12", "2026-12-24"),
            (Locale::En, "11/11", "2026-11-11"),
            (Locale::En, "2026-11-10", "2026-11-10"),
            (Locale::De, "10.11.", "2026-11-10"),
            (Locale::En, "next friday", "2026-10-23 or 2026-10-16"),
            (Locale::En, "next tuesday", "2026-10-20"),
            (Locale::En, "friday", "2026-10-16"),
            (Locale::De, "nächsten Freitag", "2026-10-16 or 2026-10-23"),
            (Locale::Ja, "来週の日曜", "2026-10-18 or 2026-10-25"),
            (Locale::Ja, "来週の金曜", "2026-10-23"),
            (Locale::En, "1 Oct", "2026-10-01 or 2027-10-01"),
            (Locale::En, "1 Oct 2026", "2026-10-01"),
            (Locale::En, "yesterday", "2026-10-13"),
            (Locale::En, "3 days ago", "2026-10-11"),
            (Locale::De, "vor zwei Wochen", "2026-09-30"),
            (Locale::En, "next friday 14:00", "2026-10-23 14:00 or 2026-10-16"),
        ] {
            assert_eq!(read(typed, locale), expected, "{typed}");
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for (typed, expected) in [
            ("14:00", time(14, 0)),
            ("9.30", time(9, 30)),
            ("8", time(8, 0)),
            ("9h30", time(9, 30)),
            ("3 pm", time(15, 0)),
            ("12am", time(0, 0)),
            ("12 p.m.", time(12, 0)),
            ("at 3:15pm", time(15, 15)),
            ("14 Uhr", time(14, 0)),
            ("um 14 Uhr 30", time(14, 30)),
            ("5 o'clock", time(5, 0)),
            ("１４時３０分", time(14, 30)),
            ("14時", time(14, 0)),
            ("午後3時半", time(15, 30)),
            ("正午", time(12, 0)),
            ("noon", time(12, 0)),
            ("Mitternacht", time(0, 0)),
            ("25:00", None),
            ("13 pm", None),
            ("9:75", None),
            ("soon", None),
            ("", None),
            ("pm", None),
            ("1:2:3", None),
            ("99999999999", None),
        ] {
            assert_eq!(parse_time(typed), expected, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn no_input_panics(
            text in any::<String>(),
            near_miss in "(next |明日|am )?[0-9一]{0,4}[ ./:年月日時午]{0,3}[a-z0-9時半末]{0,7}",
        ) {
            for locale in Locale::ALL {
                for day in [today(), NaiveDate::MIN, NaiveDate::MAX] {
                    _ = read_day(&text, day, locale);
                    _ = read_day(&near_miss, day, locale);
                    _ = parse_time(&near_miss);
                }
            }
        }
    }
}
