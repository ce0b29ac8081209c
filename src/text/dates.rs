//! Dates, times and weeks as each language writes them. Reading typed dates is in [`parse_date`].
//!
//! The names and patterns are those of Unicode CLDR; they are grammar, not wording, and so stand here and not in
//! the Fluent files. Dates are calendar dates: nothing here knows a time zone or the clock.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _, Weekday};

use super::{Locale, Texts};

mod parse;
mod reading;
pub use parse::parse_date;
pub use reading::{Reading, parse_time, read_day};

/// Month names from January, full and short, in English.
const MONTHS_EN: [(&str, &str); 12] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];
/// The same in German.
const MONTHS_DE: [(&str, &str); 12] = [
    ("Januar", "Jan."),
    ("Februar", "Feb."),
    ("März", "März"),
    ("April", "Apr."),
    ("Mai", "Mai"),
    ("Juni", "Juni"),
    ("Juli", "Juli"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("Oktober", "Okt."),
    ("November", "Nov."),
    ("Dezember", "Dez."),
];
/// The same in Japanese, where both are one.
const MONTHS_JA: [(&str, &str); 12] = [
    ("1月", "1月"),
    ("2月", "2月"),
    ("3月", "3月"),
    ("4月", "4月"),
    ("5月", "5月"),
    ("6月", "6月"),
    ("7月", "7月"),
    ("8月", "8月"),
    ("9月", "9月"),
    ("10月", "10月"),
    ("11月", "11月"),
    ("12月", "12月"),
];
/// Weekday names from Monday: full, short, one letter.
const WEEKDAYS_EN: [(&str, &str, &str); 7] = [
    ("Monday", "Mon", "M"),
    ("Tuesday", "Tue", "T"),
    ("Wednesday", "Wed", "W"),
    ("Thursday", "Thu", "T"),
    ("Friday", "Fri", "F"),
    ("Saturday", "Sat", "S"),
    ("Sunday", "Sun", "S"),
];
/// The same in German.
const WEEKDAYS_DE: [(&str, &str, &str); 7] = [
    ("Montag", "Mo", "M"),
    ("Dienstag", "Di", "D"),
    ("Mittwoch", "Mi", "M"),
    ("Donnerstag", "Do", "D"),
    ("Freitag", "Fr", "F"),
    ("Samstag", "Sa", "S"),
    ("Sonntag", "So", "S"),
];
/// The same in Japanese.
const WEEKDAYS_JA: [(&str, &str, &str); 7] = [
    ("月曜日", "月", "月"),
    ("火曜日", "火", "火"),
    ("水曜日", "水", "水"),
    ("木曜日", "木", "木"),
    ("金曜日", "金", "金"),
    ("土曜日", "土", "土"),
    ("日曜日", "日", "日"),
];
/// Beyond so many days a date is told by its name and no longer counted from today.
const COUNTED_DAYS: i64 = 31;

impl Locale {
    /// Returns the full, short and one-letter names of a weekday.
    fn weekday(self, weekday: Weekday) -> (&'static str, &'static str, &'static str) {
        let names = match self {
            Self::En => &WEEKDAYS_EN,
            Self::Ja => &WEEKDAYS_JA,
            Self::De => &WEEKDAYS_DE,
        };
        names[weekday.num_days_from_monday() as usize % 7]
    }

    /// Returns the full and short names of a month, 1 to 12.
    fn month(self, month: u32) -> (&'static str, &'static str) {
        let names = match self {
            Self::En => &MONTHS_EN,
            Self::Ja => &MONTHS_JA,
            Self::De => &MONTHS_DE,
        };
        names[(month.clamp(1, 12) - 1) as usize]
    }

    /// `Wednesday`, `水曜日`, `Mittwoch`.
    #[must_use]
    pub fn weekday_long(self, weekday: Weekday) -> &'static str {
        self.weekday(weekday).0
    }

    /// `Wed`, `水`, `Mi`.
    #[must_use]
    pub fn weekday_short(self, weekday: Weekday) -> &'static str {
        self.weekday(weekday).1
    }

    /// `W`, `水`, `M`.
    #[must_use]
    pub fn weekday_narrow(self, weekday: Weekday) -> &'static str {
        self.weekday(weekday).2
    }

    /// `October`, `10月`, `Oktober`. Months count from 1.
    #[must_use]
    pub fn month_long(self, month: u32) -> &'static str {
        self.month(month).0
    }

    /// `Oct`, `10月`, `Okt.` Months count from 1.
    #[must_use]
    pub fn month_short(self, month: u32) -> &'static str {
        self.month(month).1
    }

    /// The day with which a week begins in a calendar: Sunday in Japanese, otherwise Monday.
    #[must_use]
    pub fn first_weekday(self) -> Weekday {
        if self == Self::Ja { Weekday::Sun } else { Weekday::Mon }
    }

    /// The first day of the week in which `day` stands, as the calendar shows it.
    #[must_use]
    pub fn week_start(self, day: NaiveDate) -> NaiveDate {
        day.week(self.first_weekday()).checked_first_day().unwrap_or(day)
    }

    /// `14 Oct`, `10月14日`, `14. Okt.`
    #[must_use]
    pub fn day_short(self, day: NaiveDate) -> String {
        let month = self.month_short(day.month());
        match self {
            Self::En => format!("{} {month}", day.day()),
            Self::Ja => format!("{month}{}日", day.day()),
            Self::De => format!("{}. {month}", day.day()),
        }
    }

    /// `14 Oct 2026`, `2026年10月14日`, `14. Okt. 2026`.
    #[must_use]
    pub fn day_with_year(self, day: NaiveDate) -> String {
        match self {
            Self::En | Self::De => format!("{} {}", self.day_short(day), day.year()),
            Self::Ja => format!("{}年{}", day.year(), self.day_short(day)),
        }
    }

    /// `12 – 18 Oct 2026`, `2026年10月12日 – 18日`, `12. – 18. Okt. 2026`; over the end of a month or year with the names of both.
    #[must_use]
    pub fn days_with_year(self, first: NaiveDate, last: NaiveDate) -> String {
        let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
        match self {
            Self::En if is_one_month => format!("{} – {}", first.day(), self.day_with_year(last)),
            Self::De if is_one_month => format!("{}. – {}", first.day(), self.day_with_year(last)),
            Self::En | Self::De if first.year() == last.year() => {
                format!("{} – {}", self.day_short(first), self.day_with_year(last))
            }
            Self::Ja if is_one_month => format!("{} – {}日", self.day_with_year(first), last.day()),
            Self::Ja if first.year() == last.year() => {
                format!("{} – {}", self.day_with_year(first), self.day_short(last))
            }
            _ => format!("{} – {}", self.day_with_year(first), self.day_with_year(last)),
        }
    }

    /// The short day, with its year when that is another than today's.
    #[must_use]
    pub fn day_near(self, day: NaiveDate, today: NaiveDate) -> String {
        if day.year() == today.year() { self.day_short(day) } else { self.day_with_year(day) }
    }

    /// `Tue 13 Oct 2026`, `2026年10月13日(火)`, `Di. 13. Okt. 2026`.
    #[must_use]
    pub fn day_medium(self, day: NaiveDate) -> String {
        let weekday = self.weekday_short(day.weekday());
        match self {
            Self::En => format!("{weekday} {}", self.day_with_year(day)),
            Self::Ja => format!("{}({weekday})", self.day_with_year(day)),
            Self::De => format!("{weekday}. {}", self.day_with_year(day)),
        }
    }

    /// `Wed 14 October 2026`, `2026年10月14日(水)`, `Mi. 14. Oktober 2026`: a day as a screen reader says it.
    #[must_use]
    pub fn day_spoken(self, day: NaiveDate) -> String {
        let (month, weekday) = (self.month_long(day.month()), self.weekday_short(day.weekday()));
        match self {
            Self::En => format!("{weekday} {} {month} {}", day.day(), day.year()),
            Self::Ja => self.day_medium(day),
            Self::De => format!("{weekday}. {}. {month} {}", day.day(), day.year()),
        }
    }

    /// `Mon 19 Oct`, `10月19日(月)`, `Mo. 19. Okt.`: a day of these weeks in a narrow place.
    #[must_use]
    pub fn day_weekday(self, day: NaiveDate) -> String {
        let weekday = self.weekday_short(day.weekday());
        match self {
            Self::En => format!("{weekday} {}", self.day_short(day)),
            Self::Ja => format!("{}({weekday})", self.day_short(day)),
            Self::De => format!("{weekday}. {}", self.day_short(day)),
        }
    }

    /// `Wednesday, 14 October`, `10月14日(水)`, `Mittwoch, 14. Oktober`.
    #[must_use]
    pub fn day_heading(self, day: NaiveDate) -> String {
        let (month, weekday) = (self.month_long(day.month()), self.weekday(day.weekday()));
        match self {
            Self::En => format!("{}, {} {month}", weekday.0, day.day()),
            Self::Ja => format!("{month}{}日({})", day.day(), weekday.1),
            Self::De => format!("{}, {}. {month}", weekday.0, day.day()),
        }
    }

    /// `October 2026`, `2026年10月`, `Oktober 2026`.
    #[must_use]
    pub fn month_heading(self, day: NaiveDate) -> String {
        let month = self.month_long(day.month());
        match self {
            Self::En | Self::De => format!("{month} {}", day.year()),
            Self::Ja => format!("{}年{month}", day.year()),
        }
    }

    /// `Oct 2026`, `2026年10月`, `Okt. 2026`, for axes and narrow places.
    #[must_use]
    pub fn month_short_heading(self, day: NaiveDate) -> String {
        let month = self.month_short(day.month());
        match self {
            Self::En | Self::De => format!("{month} {}", day.year()),
            Self::Ja => format!("{}年{month}", day.year()),
        }
    }

    /// The ISO 8601 week in which a day stands: `Week 42`, `第42週`, `KW 42`.
    #[must_use]
    pub fn week_label(self, day: NaiveDate) -> String {
        let week = day.iso_week().week();
        match self {
            Self::En => format!("Week {week}"),
            Self::Ja => format!("第{week}週"),
            Self::De => format!("KW {week}"),
        }
    }

    /// `14:00`, `9:12`: the 24-hour clock, without seconds, in all three languages.
    #[must_use]
    pub fn time(self, time: NaiveTime) -> String {
        format!("{}:{:02}", time.hour(), time.minute())
    }

    /// Returns a time of the day with its seconds, for what happened twice in one minute.
    #[must_use]
    pub fn time_with_seconds(self, time: NaiveTime) -> String {
        format!("{}:{:02}:{:02}", time.hour(), time.minute(), time.second())
    }
}

impl Texts {
    /// Tells a day from today, for what has happened or will: `today`, `yesterday`, `3 days ago`, `in 5 days`, and
    /// beyond a month its date.
    #[must_use]
    pub fn relative_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        let days = day.signed_duration_since(today).num_days();
        match days {
            0 => self.common_day_today().to_owned(),
            1 => self.common_day_tomorrow().to_owned(),
            -1 => self.common_day_yesterday().to_owned(),
            2..=COUNTED_DAYS => self.common_in_days(days),
            _ if (-COUNTED_DAYS..0).contains(&days) => self.common_days_ago(-days),
            _ => self.locale().day_near(day, today),
        }
    }

    /// Tells when something is due: as [`Self::relative_day`], but what is past is late: `2 days late`.
    #[must_use]
    pub fn relative_due(&self, due_on: NaiveDate, today: NaiveDate) -> String {
        let days = due_on.signed_duration_since(today).num_days();
        if days < 0 { self.common_days_late(-days) } else { self.relative_day(due_on, today) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// Compares what the three languages write.
    fn check(write: impl Fn(Locale) -> String, english: &str, japanese: &str, german: &str) {
        assert_eq!([Locale::En, Locale::Ja, Locale::De].map(write), [english, japanese, german]);
    }

    #[test]
    fn days_are_written_as_in_the_pictures() {
        let (tuesday, wednesday) = (day("2026-10-13"), day("2026-10-14"));
        check(|locale| locale.day_short(wednesday), "14 Oct", "10月14日", "14. Okt.");
        check(
            |locale| locale.day_medium(tuesday),
            "Tue 13 Oct 2026",
            "2026年10月13日(火)",
            "Di. 13. Okt. 2026",
        );
        check(
            |locale| locale.day_heading(wednesday),
            "Wednesday, 14 October",
            "10月14日(水)",
            "Mittwoch, 14. Oktober",
        );
        check(
            |locale| locale.day_spoken(wednesday),
            "Wed 14 October 2026",
            "2026年10月14日(水)",
            "Mi. 14. Oktober 2026",
        );
        check(|locale| locale.day_weekday(tuesday), "Tue 13 Oct", "10月13日(火)", "Di. 13. Okt.");
        check(|locale| locale.month_heading(tuesday), "October 2026", "2026年10月", "Oktober 2026");
        check(|locale| locale.month_short_heading(tuesday), "Oct 2026", "2026年10月", "Okt. 2026");
        check(|locale| locale.week_label(wednesday), "Week 42", "第42週", "KW 42");
        let days = |first, last| move |locale: Locale| locale.days_with_year(day(first), day(last));
        check(
            days("2026-10-12", "2026-10-18"),
            "12 – 18 Oct 2026",
            "2026年10月12日 – 18日",
            "12. – 18. Okt. 2026",
        );
        check(
            days("2026-09-28", "2026-10-04"),
            "28 Sep – 4 Oct 2026",
            "2026年9月28日 – 10月4日",
            "28. Sept. – 4. Okt. 2026",
        );
        check(
            days("2026-12-28", "2027-01-03"),
            "28 Dec 2026 – 3 Jan 2027",
            "2026年12月28日 – 2027年1月3日",
            "28. Dez. 2026 – 3. Jan. 2027",
        );
        let last_may = day("2025-05-11");
        check(|locale| locale.day_near(last_may, wednesday), "11 May 2025", "2025年5月11日", "11. Mai 2025");
        check(|locale| locale.day_near(tuesday, wednesday), "13 Oct", "10月13日", "13. Okt.");
        let morning = NaiveTime::from_hms_opt(9, 5, 59).expect("a time");
        check(|locale| locale.time(morning), "9:05", "9:05", "9:05");
    }

    #[test]
    fn a_week_begins_as_the_country_counts() {
        let wednesday = day("2026-10-14");
        check(|locale| locale.week_start(wednesday).to_string(), "2026-10-12", "2026-10-11", "2026-10-12");
        check(
            |locale| locale.week_start(day("2026-10-11")).to_string(),
            "2026-10-05",
            "2026-10-11",
            "2026-10-05",
        );
        assert_eq!(Locale::De.weekday_narrow(Weekday::Wed), "M");
        // The days around the new year belong to the week of the ISO year.
        assert_eq!(Locale::En.week_label(day("2027-01-01")), "Week 53");
    }

    #[test]
    fn days_are_told_from_today() {
        let today = day("2026-10-14");
        let relative = |text: &'static str| move |locale| Texts::new(locale).relative_day(day(text), today);
        check(relative("2026-10-14"), "today", "今日", "heute");
        check(relative("2026-10-15"), "tomorrow", "明日", "morgen");
        check(relative("2026-10-13"), "yesterday", "昨日", "gestern");
        check(relative("2026-10-17"), "in 3 days", "3日後", "in 3 Tagen");
        check(relative("2026-10-11"), "3 days ago", "3日前", "vor 3 Tagen");
        check(relative("2026-12-24"), "24 Dec", "12月24日", "24. Dez.");
        let due = |text: &'static str| move |locale| Texts::new(locale).relative_due(day(text), today);
        check(due("2026-10-13"), "1 day late", "1日超過", "1 Tag zu spät");
        check(due("2026-10-12"), "2 days late", "2日超過", "2 Tage zu spät");
        check(due("2026-10-15"), "tomorrow", "明日", "morgen");
    }
}
