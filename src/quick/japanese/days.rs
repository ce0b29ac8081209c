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

    /// Takes the particle and the time of day behind a day.
    pub(super) fn after_day(&mut self, at: usize) {
        let mut at = at;
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
