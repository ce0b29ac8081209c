//! Reads a date as people type it, in any of the three languages whatever the window speaks.
//!
//! - A day without a year is the coming one, except that the last 31 days are meant as past: cards are received
//!   yesterday, follow-ups fall due next spring.
//! - English "next Friday" is the Friday of next week; "Friday", "this Friday" and German "nächsten Freitag" the one
//!   to come; 来週の金曜 the one of the next row of the calendar, whose rows begin on Sunday.
//! - The language decides only what is ambiguous: 10/11 is 10 November, in Japanese 11 October.
//!
//! Invariant: no input panics, and what is not a date gives nothing (`no_input_panics`).
//! Invariant: every date that the program writes is read back (`written_dates_are_read_back`).

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::{MONTHS_DE, MONTHS_EN, WEEKDAYS_DE, WEEKDAYS_EN};
use crate::text::Locale;
use crate::text::fold::fold;
use crate::text::names::is_east_asian;

mod japanese;

/// Longer texts are no dates; nobody types so much, but somebody pastes it.
const LONGEST: usize = 60;
/// A day without a year lies at most so many days back.
const PAST_DAYS: u64 = 31;

/// Reads a date: `2026-10-14`, `14.10.2026`, `14/10`, `14 Oct`, `2026年10月14日`, `令和8年10月14日`, `tomorrow`,
/// `next friday`, `nächsten Freitag`, `来週の金曜`, `in 2 weeks`, `vor 3 Tagen`, `2週間後`. Returns nothing for
/// anything else.
#[must_use]
pub fn parse_date(text: &str, today: NaiveDate, locale: Locale) -> Option<NaiveDate> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let folded = fold(text);
    if folded.is_empty() {
        None
    } else if is_east_asian(&folded) {
        japanese::read(&folded, today)
    } else if folded.chars().all(|character| character.is_ascii_digit() || "./- ".contains(character)) {
        numeric(&folded, today, locale)
    } else {
        western(&folded, today)
    }
}

// ---- Numbers ------------------------------------------------------------------------------------------------------

fn numeric(text: &str, today: NaiveDate, locale: Locale) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    // With slashes the two orders are both in use: what cannot be a month is the day.
    let slashes = text.contains('/');
    match (parts.as_slice(), numbers.as_slice()) {
        ([compact], _) if compact.len() == 8 => {
            let number = |range| compact.get(range).and_then(|part: &str| part.parse::<u32>().ok());
            date(number(0..4)?, number(4..6)?, number(6..8)?)
        }
        ([year, _, _], [y, m, d]) if year.len() == 4 => date(*y, *m, *d),
        ([_, _, year], [y, m, d]) if year.len() <= 2 && locale == Locale::Ja => date(full_year(*y), *m, *d),
        ([_, _, year], [first, second, y]) if year.len() == 4 || year.len() == 2 => {
            let (day, month) = day_and_month(*first, *second, locale, slashes);
            date(if year.len() == 2 { full_year(*y) } else { *y }, month, day)
        }
        ([first, second], [a, b]) if first.len() <= 2 && second.len() <= 2 => {
            let (day, month) =
                if text.contains('-') { (*b, *a) } else { day_and_month(*a, *b, locale, slashes) };
            without_year(month, day, today)
        }
        _ => None,
    }
}

/// Puts two numbers in order: day first, in Japanese month first; the other way round where only that fits.
fn day_and_month(first: u32, second: u32, locale: Locale, either: bool) -> (u32, u32) {
    let (day, month) = if locale == Locale::Ja { (second, first) } else { (first, second) };
    if either && month > 12 && day <= 12 { (month, day) } else { (day, month) }
}

fn full_year(year: u32) -> u32 {
    if year < 100 { 2000 + year } else { year }
}

/// A date of a plausible year.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(1000..=9999).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The first such day that is not more than 31 days ago. The 29th of February may be up to eight years away.
fn without_year(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let earliest = today.checked_sub_days(Days::new(PAST_DAYS))?;
    (-1..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year().checked_add(years)?, month, day))
        .find(|found| *found >= earliest)
}

// ---- English and German -------------------------------------------------------------------------------------------

fn western(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut spaced = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        // "14.Okt" and "oct14" are two words; "1st" is one.
        if spaced.ends_with(|last: char| last.is_alphabetic()) && character.is_ascii_digit() {
            spaced.push(' ');
        }
        spaced.push(if matches!(character, '.' | ',' | '-' | '/') { ' ' } else { character });
    }
    const FILLERS: [&str; 14] =
        ["the", "on", "of", "by", "until", "till", "am", "den", "der", "dem", "des", "bis", "zum", "and"];
    let words: Vec<&str> = spaced.split_whitespace().filter(|word| !FILLERS.contains(word)).collect();
    match words.as_slice() {
        ["today" | "heute" | "now" | "jetzt"] => Some(today),
        ["tomorrow" | "morgen"] => shift(today, 1, Unit::Day),
        ["yesterday" | "gestern"] => shift(today, -1, Unit::Day),
        ["ubermorgen" | "uebermorgen"] | ["day", "after", "tomorrow"] => shift(today, 2, Unit::Day),
        ["vorgestern"] | ["day", "before", "yesterday"] => shift(today, -2, Unit::Day),
        ["in", "fortnight"] | ["in", "a", "fortnight"] => shift(today, 2, Unit::Week),
        ["in", count, name] => shift(today, number(count)?, unit(name)?),
        ["today" | "heute", "in", count, name] => shift(today, number(count)?, unit(name)?),
        // "Friday in 2 weeks" is counted from the coming Friday.
        [name, "in", count, span] if weekday(name).is_some() => {
            shift(coming(today, weekday(name)?)?, number(count)?, unit(span)?)
        }
        ["monatsende"] | ["end" | "ende", "month" | "monat" | "monats"] => month_day(today, 0, Part::End),
        ["jahresende"] | ["end" | "ende", "year" | "jahr" | "jahres"] => {
            date(today.year().try_into().ok()?, 12, 31)
        }
        ["end" | "ende", "week" | "woche"] => coming(today.pred_opt()?, Weekday::Fri),
        ["weekend" | "wochenende"] => coming(today.pred_opt()?, Weekday::Sat),
        [which, "weekend" | "wochenende"] if is_this(which) => coming(today.pred_opt()?, Weekday::Sat),
        [which, "weekend" | "wochenende"] if is_next(which) => in_week(today, 1, Weekday::Sat, Weekday::Mon),
        [edge, which, "month" | "monat" | "monats"] if part(edge).is_some() && is_next(which) => {
            month_day(today, 1, part(edge)?)
        }
        [edge, which, "month" | "monat" | "monats"] if part(edge).is_some() && is_this(which) => {
            month_day(today, 0, part(edge)?)
        }
        [edge, name] if part(edge).is_some() && month(name).is_some() => {
            let (part, name) = (part(edge)?, month(name)?);
            // The middle of a month that has begun is still meant; its end may be today.
            let first = without_year(name, 1, today.with_day(1)?)?;
            month_day(first, 0, part)
                .filter(|day| *day >= today)
                .or_else(|| month_day(shift(first, 1, Unit::Year)?, 0, part))
        }
        [which, "week" | "woche", name] | [name, which, "week" | "woche"] if is_after_next(which) => {
            in_week(today, 2, weekday(name)?, Weekday::Mon)
        }
        [which, "week" | "woche"] if is_after_next(which) => shift(today, 2, Unit::Week),
        [which, name] if is_after_next(which) && weekday(name).is_some() => {
            shift(coming(today, weekday(name)?)?, 1, Unit::Week)
        }
        ["vor", count, name] | [count, name, "ago"] => shift(today, -number(count)?, unit(name)?),
        [count, name, "from", "now" | "today"] | [count, name, "later"] => {
            shift(today, number(count)?, unit(name)?)
        }
        [which, name] if is_next(which) && unit(name).is_some() => shift(today, 1, unit(name)?),
        [which, name] if is_last(which) && unit(name).is_some() => shift(today, -1, unit(name)?),
        [which, "week" | "woche", name] | [name, which, "week" | "woche"] if is_next(which) => {
            in_week(today, 1, weekday(name)?, Weekday::Mon)
        }
        [which, "week" | "woche", name] | [name, which, "week" | "woche"] if is_last(which) => {
            in_week(today, -1, weekday(name)?, Weekday::Mon)
        }
        [which, "week" | "woche", name] | [name, which, "week" | "woche"] if is_this(which) => {
            in_week(today, 0, weekday(name)?, Weekday::Mon)
        }
        ["next", name] if weekday(name).is_some() => in_week(today, 1, weekday(name)?, Weekday::Mon),
        [which, name] if is_last(which) && weekday(name).is_some() => {
            let coming = coming(today, weekday(name)?)?;
            // The last Friday before a Friday is a week ago, like that before a Saturday is yesterday.
            let back = if coming.weekday() == today.weekday() { 14 } else { 7 };
            coming.checked_sub_days(Days::new(back))
        }
        [which, name] if (is_next(which) || is_this(which)) && weekday(name).is_some() => {
            coming(today, weekday(name)?)
        }
        [name] => coming(today, weekday(name)?),
        // "2 weeks" can only be meant ahead.
        [count, name] if unit(name).is_some() && number(count).is_some() => {
            shift(today, number(count)?, unit(name)?)
        }
        // A weekday before a date says nothing more: it may be wrong, the number is what was meant.
        [name, rest @ ..] if weekday(name).is_some() => named_month(rest, today),
        rest => named_month(rest, today),
    }
}

/// `14 oct`, `oct 14 2026`, `1st march`.
fn named_month(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (first, second, year) = match words {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year)),
        _ => return None,
    };
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (day_number(first)?, month),
        (Some(month), None) => (day_number(second)?, month),
        _ => return None,
    };
    match year {
        Some(year) => date(full_year(year.parse().ok()?), month, day),
        None => without_year(month, day, today),
    }
}

/// A day of the month, with or without an English ending.
fn day_number(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok()
}

/// The month of a name or of its first three or more letters.
fn month(word: &str) -> Option<u32> {
    if word == "maerz" {
        return Some(3);
    }
    let names = MONTHS_EN.iter().zip(&MONTHS_DE);
    (1..).zip(names).find_map(|(number, (english, german))| {
        let fits = word.len() >= 3 && (fold(english.0).starts_with(word) || fold(german.0).starts_with(word));
        fits.then_some(number)
    })
}

/// The weekday of a name, of its English beginning from three letters on, or of its German one from two.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    if word == "sonnabend" {
        return Some(Weekday::Sat);
    }
    let place = (0_u8..7).find(|&place| {
        let (english, german) = (WEEKDAYS_EN[usize::from(place)].0, WEEKDAYS_DE[usize::from(place)].0);
        word.len() >= 3 && fold(english).starts_with(word)
            || word.len() >= 2 && fold(german).starts_with(word)
    })?;
    Weekday::try_from(place).ok()
}

pub(super) fn is_next(word: &str) -> bool {
    ["next", "nachste", "naechste", "kommende"].iter().any(|stem| inflected(word, stem))
}

fn is_after_next(word: &str) -> bool {
    ["ubernachste", "uebernaechste"].iter().any(|stem| inflected(word, stem))
}

fn is_last(word: &str) -> bool {
    ["last", "letzte", "vorige", "vergangene"].iter().any(|stem| inflected(word, stem))
}

fn is_this(word: &str) -> bool {
    ["this", "diese"].iter().any(|stem| inflected(word, stem))
}

/// Whether a word is the stem, or the stem with a German ending.
fn inflected(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| ["", "n", "r", "s", "m"].contains(&ending))
}

/// A part of a month.
#[derive(Clone, Copy)]
enum Part {
    Begin,
    Middle,
    End,
}

fn part(word: &str) -> Option<Part> {
    match word {
        "start" | "beginning" | "early" | "anfang" => Some(Part::Begin),
        "mid" | "middle" | "mitte" => Some(Part::Middle),
        "end" | "late" | "ende" => Some(Part::End),
        _ => None,
    }
}

/// The first, fifteenth or last day of the month so many months from a day.
fn month_day(day: NaiveDate, months: i64, part: Part) -> Option<NaiveDate> {
    let first = shift(day.with_day(1)?, months, Unit::Month)?;
    match part {
        Part::Begin => Some(first),
        Part::Middle => first.with_day(15),
        Part::End => shift(first, 1, Unit::Month)?.pred_opt(),
    }
}

/// A span of the calendar.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "day" | "days" | "tag" | "tage" | "tagen" | "日" => Some(Unit::Day),
        "week" | "weeks" | "woche" | "wochen" | "週間" | "週" => Some(Unit::Week),
        "month" | "months" | "monat" | "monate" | "monaten" | "か月" | "け月" | "ゕ月" | "ゖ月" | "箇月"
        | "月" => Some(Unit::Month),
        "year" | "years" | "jahr" | "jahre" | "jahren" | "年" => Some(Unit::Year),
        _ => None,
    }
}

/// A count in digits, or as a word up to twelve.
fn number(word: &str) -> Option<i64> {
    const WORDS: [&[&str]; 12] = [
        &["a", "an", "one", "ein", "eine", "einem", "einer", "einen"],
        &["two", "zwei"],
        &["three", "drei"],
        &["four", "vier"],
        &["five", "funf", "fuenf"],
        &["six", "sechs"],
        &["seven", "sieben"],
        &["eight", "acht"],
        &["nine", "neun"],
        &["ten", "zehn"],
        &["eleven", "elf"],
        &["twelve", "zwolf", "zwoelf"],
    ];
    let named = (1..).zip(WORDS).find_map(|(value, words)| words.contains(&word).then_some(value));
    named.or_else(|| word.parse().ok().filter(|count| (0..=9999).contains(count)))
}

/// Moves a day by whole units; a month later than the 31st ends on the last of the month.
fn shift(day: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    let amount = u32::try_from(count.unsigned_abs()).ok()?;
    let months = |months: u32| {
        if count < 0 {
            day.checked_sub_months(Months::new(months))
        } else {
            day.checked_add_months(Months::new(months))
        }
    };
    let days = |days: u32| {
        let days = Days::new(u64::from(days));
        if count < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
    };
    match unit {
        Unit::Day => days(amount),
        Unit::Week => days(amount.checked_mul(7)?),
        Unit::Month => months(amount),
        Unit::Year => months(amount.checked_mul(12)?),
    }
}

/// The first such weekday after today.
fn coming(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (6 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7 + 1;
    today.checked_add_days(Days::new(u64::from(ahead)))
}

/// The weekday in the week so many weeks from this one.
fn in_week(today: NaiveDate, weeks: i64, weekday: Weekday, first: Weekday) -> Option<NaiveDate> {
    let start = today.week(first).checked_first_day()?;
    let offset = i64::from(weekday.days_since(first));
    shift(start, weeks * 7 + offset, Unit::Day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A Wednesday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 14).expect("a date")
    }

    fn check(locale: Locale, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            let found = parse_date(text, today(), locale).map(|date| date.to_string());
            assert_eq!(found.as_deref().unwrap_or("-"), *expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_in_the_order_of_the_language() {
        check(
            Locale::En,
            &[
                ("2026-10-14", "2026-10-14"),
                ("2026/1/5", "2026-01-05"),
                ("20261224", "2026-12-24"),
                ("14.10.2026", "2026-10-14"),
                ("14/10/2026", "2026-10-14"),
                ("10/14/2026", "2026-10-14"),
                ("3/4/27", "2027-04-03"),
                ("１４．１０．２０２６", "2026-10-14"),
                ("24.12.", "2026-12-24"),
                ("1.10.", "2026-10-01"),
                ("1.9.", "2027-09-01"),
                ("29.2.", "2028-02-29"),
            ],
        );
        check(Locale::Ja, &[("10/20", "2026-10-20"), ("11/10", "2026-11-10"), ("26/11/2", "2026-11-02")]);
        check(Locale::De, &[("10/11", "2026-11-10"), ("10/20", "2026-10-20")]);
    }

    #[test]
    fn english_and_german_words_are_read() {
        check(
            Locale::En,
            &[
                ("today", "2026-10-14"),
                ("Tomorrow", "2026-10-15"),
                ("the day after tomorrow", "2026-10-16"),
                ("friday", "2026-10-16"),
                ("this Fri", "2026-10-16"),
                ("wednesday", "2026-10-21"),
                ("next friday", "2026-10-23"),
                ("friday next week", "2026-10-23"),
                ("last friday", "2026-10-09"),
                ("last wednesday", "2026-10-07"),
                ("thursday last week", "2026-10-08"),
                ("letzte Woche Freitag", "2026-10-09"),
                ("Montag voriger Woche", "2026-10-05"),
                ("monday this week", "2026-10-12"),
                ("next month", "2026-11-14"),
                ("in 2 weeks", "2026-10-28"),
                ("a week ago", "2026-10-07"),
                ("3 days ago", "2026-10-11"),
                ("two months", "2026-12-14"),
                ("14 Oct", "2026-10-14"),
                ("Oct 14, 2026", "2026-10-14"),
                ("oct14", "2026-10-14"),
                ("1st of March", "2027-03-01"),
                ("May 3rd", "2027-05-03"),
                ("heute", "2026-10-14"),
                ("morgen", "2026-10-15"),
                ("Übermorgen", "2026-10-16"),
                ("nächsten Freitag", "2026-10-16"),
                ("kommenden Mo", "2026-10-19"),
                ("nächste Woche Freitag", "2026-10-23"),
                ("nächste Woche", "2026-10-21"),
                ("in zwei Wochen", "2026-10-28"),
                ("in 2 Wochen", "2026-10-28"),
                ("vor 3 Tagen", "2026-10-11"),
                ("in einem Monat", "2026-11-14"),
                ("14. Okt.", "2026-10-14"),
                ("am 3. März 2027", "2027-03-03"),
                ("3.Mai", "2027-05-03"),
                ("15 Nov", "2026-11-15"),
                ("in a fortnight", "2026-10-28"),
                ("friday in 2 weeks", "2026-10-30"),
                ("end of the month", "2026-10-31"),
                ("end of next month", "2026-11-30"),
                ("start of next month", "2026-11-01"),
                ("mid November", "2026-11-15"),
                ("end of February", "2027-02-28"),
                ("mid October", "2026-10-15"),
                ("end of the year", "2026-12-31"),
                ("weekend", "2026-10-17"),
                ("next weekend", "2026-10-24"),
                ("heute in 14 Tagen", "2026-10-28"),
                ("Ende des Monats", "2026-10-31"),
                ("Monatsende", "2026-10-31"),
                ("Ende nächsten Monats", "2026-11-30"),
                ("Anfang November", "2026-11-01"),
                ("Mitte Oktober", "2026-10-15"),
                ("Anfang Oktober", "2027-10-01"),
                ("Jahresende", "2026-12-31"),
                ("am Wochenende", "2026-10-17"),
                ("übernächste Woche", "2026-10-28"),
                ("übernächste Woche Freitag", "2026-10-30"),
                ("übernächsten Freitag", "2026-10-23"),
            ],
        );
    }

    #[test]
    fn japanese_words_are_read_in_any_window() {
        check(
            Locale::En,
            &[
                ("今日", "2026-10-14"),
                ("明日", "2026-10-15"),
                ("あさって", "2026-10-16"),
                ("来週の金曜", "2026-10-23"),
                ("来週", "2026-10-21"),
                ("今週の金曜日", "2026-10-16"),
                ("来週の日曜", "2026-10-18"),
                ("次の月曜日", "2026-10-19"),
                ("2週間後", "2026-10-28"),
                ("２週間後", "2026-10-28"),
                ("三日前", "2026-10-11"),
                ("十二日後", "2026-10-26"),
                ("1ヶ月後", "2026-11-14"),
                ("1か月後", "2026-11-14"),
                ("2026年10月14日", "2026-10-14"),
                ("2026年10月13日（火）", "2026-10-13"),
                ("10月14日 水曜日", "2026-10-14"),
                ("令和8年10月14日", "2026-10-14"),
                ("令和元年5月1日", "2019-05-01"),
                ("令和8年11月3日", "2026-11-03"),
                ("明後日", "2026-10-16"),
                ("しあさって", "2026-10-17"),
                ("11月3日", "2026-11-03"),
                ("月末", "2026-10-31"),
                ("来月末", "2026-11-30"),
                ("来月15日", "2026-11-15"),
                ("今月の20日", "2026-10-20"),
                ("2月末", "2027-02-28"),
                ("年末", "2026-12-31"),
                ("週末", "2026-10-17"),
                ("来週末", "2026-10-24"),
                ("再来週の月曜", "2026-10-26"),
                ("再来年", "2028-10-14"),
            ],
        );
    }

    #[test]
    fn what_is_no_date_gives_nothing() {
        let none = [
            "",
            " ",
            "14",
            "Mina",
            "31.02.2026",
            "2026-13-01",
            "99999999999",
            "in weeks",
            "next",
            "0000-01-01",
            "in 99999 days",
            "13月1日",
            "後",
            "来週の朝",
            "the",
            "1/2/3/4",
            "may",
            "月曜日曜",
            "来月31日",
            "end",
            "Ende der",
            "mid friday",
            "末",
        ];
        for text in none {
            let found = parse_date(text, today(), Locale::En);
            assert!(found.is_none(), "{text}: {found:?}");
        }
    }

    #[test]
    fn leap_days_and_year_ends_are_counted_right() {
        for (today, text, expected) in [
            ("2027-12-31", "tomorrow", "2028-01-01"),
            ("2027-12-31", "übermorgen", "2028-01-02"),
            ("2027-12-31", "来週の金曜", "2028-01-07"),
            ("2026-12-30", "next friday", "2027-01-08"),
            ("2026-12-31", "end of the month", "2026-12-31"),
            ("2026-12-15", "end of next month", "2027-01-31"),
            ("2026-12-15", "来月末", "2027-01-31"),
            ("2028-01-31", "in a month", "2028-02-29"),
            ("2028-01-31", "Ende nächsten Monats", "2028-02-29"),
            ("2027-01-31", "in 1 Monat", "2027-02-28"),
            ("2028-02-29", "in a year", "2029-02-28"),
            ("2028-02-29", "29 Feb", "2028-02-29"),
            ("2028-04-01", "29 Feb", "2032-02-29"),
            ("2028-02-28", "明日", "2028-02-29"),
            ("2027-02-28", "明日", "2027-03-01"),
            ("2026-12-20", "3 Jan", "2027-01-03"),
            ("2027-01-03", "20.12.", "2026-12-20"),
            // The clocks go forward and back; days are days.
            ("2026-03-28", "tomorrow", "2026-03-29"),
            ("2026-10-24", "in 2 days", "2026-10-26"),
        ] {
            let today: NaiveDate = today.parse().expect("a date");
            let found = parse_date(text, today, Locale::En).map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{text} on {today}");
        }
    }

    proptest! {
        #[test]
        fn written_dates_are_read_back(days in 0_u64..36_000, near in 0_u64..330) {
            let start = NaiveDate::from_ymd_opt(1950, 1, 1).expect("a date");
            let far = start + Days::new(days);
            let near = today() + Days::new(near);
            for locale in Locale::ALL {
                for text in [far.to_string(), locale.day_medium(far), locale.day_with_year(far)] {
                    prop_assert_eq!(parse_date(&text, today(), locale), Some(far), "{}", text);
                }
                for text in [locale.day_short(near), locale.day_heading(near), locale.day_near(near, near)] {
                    prop_assert_eq!(parse_date(&text, today(), locale), Some(near), "{}", text);
                }
            }
        }

        #[test]
        fn no_input_panics(
            text in any::<String>(),
            near_miss in "(in |vor |next |nächsten |来週の|令和)?[0-9一十]{0,5}[ ./年月日週間後前(-]{0,3}[a-zä0-9月日]{0,9}",
        ) {
            for locale in Locale::ALL {
                for day in [today(), NaiveDate::MIN, NaiveDate::MAX] {
                    _ = parse_date(&text, day, locale);
                    _ = parse_date(&near_miss, day, locale);
                }
            }
        }
    }
}
