//! Days and lengths of time in a clause.

use chrono::{Days, NaiveDate};

use super::super::when::whole_minutes;
use super::{GONE, Reader};
use crate::text::Locale;
use crate::text::dates::parse_date;
use crate::text::fold::fold;
use crate::text::names::is_east_asian;

impl Reader<'_> {
    /// Takes the first day out of the clause.
    pub(super) fn day(&mut self, is_later: bool) -> Option<NaiveDate> {
        // Digits and signs of full width are folded by the reader of dates.
        for start in 0..self.text.len() {
            for (word, back) in
                [("今朝", 0), ("今夜", 0), ("今晩", 0), ("昨夜", 1), ("昨晩", 1), ("ゆうべ", 1)]
            {
                if self.starts(start, word) {
                    let day = self.today.checked_sub_days(Days::new(back));
                    self.take(start..start + word.chars().count());
                    self.after_day(start + word.chars().count());
                    return day;
                }
            }
            let longest = 16.min(self.text.len() - start);
            for len in (2..=longest).rev() {
                let end = start + len;
                if self.text[start..end].iter().any(|sign| *sign == GONE || sign.is_whitespace()) {
                    continue;
                }
                // 今日子 and 明日香 are names, and 3月 alone no day.
                let is_name = self.text.get(end).is_some_and(|next| "子香美菜奈".contains(*next)) && len == 2;
                let text = self.string(start..end);
                let is_japanese = is_east_asian(&text);
                let is_digits = !is_japanese && !text.contains(['/', '-', '.']);
                if is_name
                    || is_digits
                    || text.starts_with(['後', '前', '/', '-', '.'])
                    || text.chars().any(|sign| sign.is_ascii_alphabetic())
                    // The end of a month or week that is told of may be that of the last one.
                    || text.contains('末') && !is_later
                {
                    continue;
                }
                let Some(day) = parse_date(&text, self.today, Locale::Ja) else { continue };
                let is_weekday =
                    text.contains('曜') && !text.contains(['週', '月', '次', '今']) && day > self.today;
                let is_weekday =
                    is_weekday || text.ends_with("月曜") && len == 2 || text.ends_with("月曜日") && len == 3;
                let has_year = text.contains('年') || text.matches(['/', '-', '.']).count() >= 2;
                let is_counted = [
                    "後", "前", "来", "先", "今", "明", "昨", "週", "次", "再", "去", "本", "あ", "き", "お",
                ]
                .iter()
                .any(|word| text.contains(word));
                self.take(start..end);
                self.after_day(end);
                if day > self.today && !is_later {
                    if is_weekday {
                        return day.checked_sub_days(Days::new(7));
                    }
                    if !has_year && !is_counted {
                        return (1..=8)
                            .filter_map(|years| {
                                chrono::Datelike::with_year(&day, chrono::Datelike::year(&day) - years)
                            })
                            .find(|day| *day <= self.today);
                    }
                }
                return Some(day);
            }
        }
        None
    }

    /// Takes out what has the shape of a day and is none: 2月31日, 2026-09-31. Returns it as it was written.
    pub(super) fn no_day(&mut self) -> Option<String> {
        let is_digit =
            |sign: char| sign.is_numeric() && !matches!(sign, '百' | '千' | '万' | '億' | '兆' | '〇');
        let digits = |from: usize| self.text[from..].iter().take_while(|sign| is_digit(**sign)).count();
        let sign = |at: usize| self.text.get(at).copied().unwrap_or(GONE);
        let number_and = |from: usize, unit: char| {
            let count = if from < self.text.len() { digits(from) } else { 0 };
            (count > 0 && sign(from + count) == unit).then_some(from + count + 1)
        };
        let mut found = None;
        for start in 0..self.text.len() {
            if !is_digit(sign(start)) || start > 0 && is_digit(sign(start - 1)) {
                continue;
            }
            let numbers = start + digits(start);
            let month = if sign(numbers) == '年' { numbers + 1 } else { start };
            let written = number_and(month, '月').and_then(|day| number_and(day, '日'));
            let numeric = || {
                let separator = Some(sign(numbers)).filter(|sign| matches!(sign, '-' | '/' | '.'))?;
                let last = number_and(numbers + 1, separator)?;
                let count = if last < self.text.len() { digits(last) } else { 0 };
                (numbers - start == 4 && count > 0).then_some(last + count)
            };
            let counted = || {
                ["週間", "週", "日", "か月", "ヶ月", "ケ月", "カ月", "箇月", "年"].iter().find_map(|unit| {
                    let end = numbers + unit.chars().count();
                    (self.starts(numbers, unit) && matches!(sign(end), '前' | '後')).then_some(end + 1)
                })
            };
            let of_month = || {
                let behind = if start > 0 && sign(start - 1) == 'の' { start - 1 } else { start };
                let leads = ["来月", "今月", "先月"].iter().any(|word| self.ends(behind, word));
                (leads && sign(numbers) == '日').then_some(numbers + 1)
            };
            let era = ["令和", "平成", "昭和"].iter().any(|word| self.ends(start, word));
            let Some(end) = written.or_else(numeric).or_else(counted).or_else(of_month) else { continue };
            let lead = match () {
                () if era => 2,
                () if written.is_some() || sign(numbers) != '日' || sign(end - 1) != '日' => 0,
                () => {
                    self.text[..start].iter().rev().take_while(|sign| "再来今先月の".contains(**sign)).count()
                }
            };
            let said = self.string(start - lead..end);
            if parse_date(&said, self.today, Locale::Ja).is_none() {
                found = Some((start - lead..end, said));
                break;
            }
        }
        let (range, said) = found?;
        let end = range.end;
        self.take(range);
        self.after_day(end);
        Some(said)
    }

    /// Takes the particle and the time of day behind a day.
    pub(super) fn after_day(&mut self, at: usize) {
        let mut at = at;
        // 10月12日 月曜日: the weekday says nothing more.
        let space = usize::from(self.text.get(at).is_some_and(|sign| sign.is_whitespace()));
        if self.text.get(at + space).is_some_and(|sign| "月火水木金土日".contains(*sign))
            && self.starts(at + space + 1, "曜")
        {
            let end = at + space + if self.starts(at + space + 1, "曜日") { 3 } else { 2 };
            self.take(at..end);
            at = end;
        }
        for word in ["の", "朝", "夜", "晩", "夕方", "午前中", "午前", "午後", "昼"] {
            if self.starts(at, word) {
                let len = word.chars().count();
                self.take(at..at + len);
                at += len;
            }
        }
        for word in ["までに", "には", "に", "は", "の", "、"] {
            if self.starts(at, word) {
                self.take(at..at + word.chars().count());
                break;
            }
        }
    }

    pub(super) fn length(&mut self) {
        let Some((start, unit)) =
            ["時間", "分"].iter().filter_map(|unit| Some((self.find(unit)?, *unit))).min()
        else {
            return;
        };
        let mut from = start;
        while from > 0
            && (self.text[from - 1].is_ascii_digit()
                || ('０'..='９').contains(&self.text[from - 1])
                || self.text[from - 1] == '.')
        {
            from -= 1;
        }
        let number: Option<f32> = fold(&self.string(from..start)).parse().ok();
        let Some(number) = number else { return };
        let mut end = start + unit.chars().count();
        let mut minutes = if unit == "分" { number } else { number * 60.0 };
        if unit == "時間" && self.starts(end, "半") {
            minutes += 30.0;
            end += 1;
        }
        for tail in ["間", "ほど", "くらい", "ぐらい"] {
            if self.starts(end, tail) {
                end += tail.chars().count();
            }
        }
        if let Some(minutes) = whole_minutes(minutes).filter(|_| self.told.minutes.is_none()) {
            self.told.minutes = Some(minutes);
            self.take(from..end);
        }
    }
}
