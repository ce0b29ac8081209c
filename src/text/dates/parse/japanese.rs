//! Reads a Japanese date: `令和8年11月3日`, `来週の金曜`, `2週間後`, `月末`.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::{Part, Unit, coming, date, full_year, in_week, month_day, shift, unit, without_year};
use crate::text::Locale;

/// Reads a folded text in Japanese.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let compact: String = text.chars().filter(|character| *character != ' ').collect();
    // The weekday in brackets says nothing more.
    let compact = compact.split_once('(').map_or(compact.as_str(), |(before, _)| before);
    match compact {
        "今日" | "本日" | "きょう" => return Some(today),
        "明日" | "あした" | "あす" => return shift(today, 1, Unit::Day),
        "明後日" | "あさって" => return shift(today, 2, Unit::Day),
        "昨日" | "きのう" => return shift(today, -1, Unit::Day),
        "一昨日" | "おととい" => return shift(today, -2, Unit::Day),
        "来月" => return shift(today, 1, Unit::Month),
        "先月" => return shift(today, -1, Unit::Month),
        "再来月" => return shift(today, 2, Unit::Month),
        "明々後日" | "しあさって" => return shift(today, 3, Unit::Day),
        "月末" | "今月末" => return month_day(today, 0, Part::End),
        "来月末" => return month_day(today, 1, Part::End),
        "再来月末" => return month_day(today, 2, Part::End),
        "年末" => return date(today.year().try_into().ok()?, 12, 31),
        "週末" | "今週末" => return coming(today.pred_opt()?, Weekday::Sat),
        "来週末" => return shift(coming(today.pred_opt()?, Weekday::Sat)?, 1, Unit::Week),
        "来年" => return shift(today, 1, Unit::Year),
        "再来年" => return shift(today, 2, Unit::Year),
        "去年" | "昨年" => return shift(today, -1, Unit::Year),
        _ => {}
    }
    for (prefix, weeks) in [("再来週", 2), ("来週", 1), ("今週", 0), ("先週", -1)] {
        if let Some(rest) = compact.strip_prefix(prefix) {
            let rest = rest.strip_prefix('の').unwrap_or(rest);
            return match rest {
                "" => shift(today, weeks, Unit::Week),
                _ => in_week(today, weeks, japanese_weekday(rest)?, Locale::Ja.first_weekday()),
            };
        }
    }
    for (prefix, months) in [("再来月", 2), ("来月", 1), ("今月", 0), ("先月", -1)] {
        if let Some(rest) = compact.strip_prefix(prefix) {
            let rest = rest.strip_prefix('の').unwrap_or(rest);
            let day = whole_number(rest.strip_suffix('日')?)?;
            return shift(today.with_day(1)?, months, Unit::Month)?.with_day(day);
        }
    }
    if let Some(rest) = compact.strip_suffix("月末") {
        let first = without_year(whole_number(rest)?, 1, today.with_day(1)?)?;
        return month_day(first, 0, Part::End);
    }
    let next = compact.strip_prefix("次の").or_else(|| compact.strip_prefix("今度の")).unwrap_or(compact);
    if let Some(weekday) = japanese_weekday(next) {
        return coming(today, weekday);
    }
    for (ending, sign) in [("後", 1), ("前", -1)] {
        if let Some(rest) = compact.strip_suffix(ending) {
            let (count, rest) = leading_number(rest)?;
            return shift(today, sign * i64::from(count), unit(rest)?);
        }
    }
    japanese_date(compact, today)
}

/// `2026年10月14日`, `令和8年10月14日`, `10月14日`, with or without a weekday behind.
fn japanese_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => {
            // The first year of an era is called 元年.
            let era = |name: &str, before: u32| {
                let count = year.strip_prefix(name)?;
                if count == "元" { Some(before + 1) } else { whole_number(count)?.checked_add(before) }
            };
            let year = era("令和", 2018)
                .or_else(|| era("平成", 1988))
                .or_else(|| era("昭和", 1925))
                .or_else(|| whole_number(year).map(full_year))?;
            (Some(year), rest)
        }
        None => (None, text),
    };
    let (month, rest) = rest.split_once('月')?;
    let (day, weekday) = rest.split_once('日')?;
    if !weekday.is_empty() && japanese_weekday(weekday).is_none() {
        return None;
    }
    let (month, day) = (whole_number(month)?, whole_number(day)?);
    match year {
        Some(year) => date(year, month, day),
        None => without_year(month, day, today),
    }
}

/// `金`, `金曜` or `金曜日`.
fn japanese_weekday(text: &str) -> Option<Weekday> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let place = "月火水木金土日".chars().position(|weekday| weekday == first)?;
    matches!(characters.as_str(), "" | "曜" | "曜日").then_some(())?;
    Weekday::try_from(u8::try_from(place).ok()?).ok()
}

/// A number in digits or kanji below one hundred that is the whole text.
fn whole_number(text: &str) -> Option<u32> {
    leading_number(text).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number)
}

/// Splits off the number with which a text begins.
fn leading_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    if digits > 0 {
        let number = text.get(..digits)?.parse().ok().filter(|number| *number <= 9999)?;
        return Some((number, text.get(digits..)?));
    }
    let kanji = |character: char| {
        "一二三四五六七八九"
            .chars()
            .position(|digit| digit == character)
            .and_then(|place| u32::try_from(place + 1).ok())
    };
    let mut rest = text.chars();
    let mut number = 0;
    let first = rest.clone().next()?;
    if let Some(digit) = kanji(first) {
        rest.next();
        number = digit;
    }
    if rest.as_str().starts_with('十') {
        rest.next();
        number = number.max(1) * 10;
        if let Some(digit) = rest.clone().next().and_then(kanji) {
            rest.next();
            number += digit;
        }
    }
    (number > 0).then_some((number, rest.as_str()))
}
