//! Weeks as a country counts them: the day on which they begin, and their numbers.
//!
//! Which day that is comes from the supplemental week data of Unicode CLDR. Weeks that begin on Monday are counted as
//! ISO 8601 does: the first one has four days in the year or more. Weeks from Sunday or Saturday are counted so that
//! 1 January lies in the first one, as in the United States and Japan. Nothing here knows a time zone or the clock.
//!
//! Invariant: the seven days of a week have one number (`tests::a_week_has_one_number`).

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Locale;

/// On which day weeks begin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum WeekStart {
    /// As the language and its country have it.
    #[default]
    Language,
    Monday,
    Sunday,
    Saturday,
}

impl WeekStart {
    /// All choices, in their order on the screen.
    pub const ALL: [Self; 4] = [Self::Language, Self::Monday, Self::Sunday, Self::Saturday];
}

/// Weeks with their first day and their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weeks {
    first: Weekday,
}

/// Regions that begin the week on Sunday.
const SUNDAY: &str = " AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX \
    MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW ";
/// Regions that begin the week on Saturday.
const SATURDAY: &str = " AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY ";

impl Weeks {
    /// Weeks that begin on this day.
    #[must_use]
    pub const fn from(first: Weekday) -> Self {
        Self { first }
    }

    /// The weeks of a choice; `tag` is that of the language, with or without its country: `en-US`, `de`, `ja_JP.UTF-8`.
    /// English without a country begins on Monday, Japanese on Sunday.
    #[must_use]
    pub fn of(choice: WeekStart, tag: &str) -> Self {
        Self::from(match choice {
            WeekStart::Monday => Weekday::Mon,
            WeekStart::Sunday => Weekday::Sun,
            WeekStart::Saturday => Weekday::Sat,
            WeekStart::Language => match region(tag) {
                Some(region) if SUNDAY.contains(&format!(" {region} ")) => Weekday::Sun,
                Some(region) if SATURDAY.contains(&format!(" {region} ")) => Weekday::Sat,
                Some(_) => Weekday::Mon,
                None => Locale::from_tag(tag).unwrap_or_default().first_weekday(),
            },
        })
    }

    /// The day on which a week begins.
    #[must_use]
    pub const fn first(self) -> Weekday {
        self.first
    }

    /// The first day of the week in which a day stands. At the beginning of the calendar the day itself.
    #[must_use]
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        day.week(self.first).checked_first_day().unwrap_or(day)
    }

    /// The number of the week in which a day stands, from 1.
    #[must_use]
    pub fn number(self, day: NaiveDate) -> u32 {
        if self.first == Weekday::Mon {
            return day.iso_week().week();
        }
        // The week of 1 January is the first of its year, so a week belongs to the year of its last day.
        let start = self.start(day);
        let last = start.checked_add_days(Days::new(6)).unwrap_or(day);
        let new_year = NaiveDate::from_ymd_opt(last.year(), 1, 1).unwrap_or(start);
        let days = (start - self.start(new_year)).num_days().max(0);
        u32::try_from(days / 7).map_or(1, |weeks| weeks + 1)
    }

    /// The week in which a day stands as its language calls it: `Week 42`, `第42週`, `KW 42`.
    #[must_use]
    pub fn label(self, day: NaiveDate, locale: Locale) -> String {
        let week = self.number(day);
        match locale {
            Locale::En => format!("Week {week}"),
            Locale::Ja => format!("第{week}週"),
            Locale::De => format!("KW {week}"),
        }
    }
}

/// The country of a tag, such as `US` in `en-Latn-US`.
fn region(tag: &str) -> Option<String> {
    let tag = tag.split(['.', '@']).next().unwrap_or_default();
    let mut parts = tag.split(['-', '_']).skip(1);
    let is_region = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    parts.find(is_region).map(str::to_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_country_decides_and_the_choice_overrides_it() {
        for (tag, first) in [
            ("de", Weekday::Mon),
            ("de_AT.UTF-8", Weekday::Mon),
            ("en", Weekday::Mon),
            ("en-GB", Weekday::Mon),
            ("en-US", Weekday::Sun),
            ("en_us.UTF-8", Weekday::Sun),
            ("ja", Weekday::Sun),
            ("ja-JP", Weekday::Sun),
            ("ar-EG", Weekday::Sat),
            ("fr-FR", Weekday::Mon),
            ("zh-Hant-TW", Weekday::Sun),
            ("C", Weekday::Mon),
            ("", Weekday::Mon),
        ] {
            assert_eq!(Weeks::of(WeekStart::Language, tag).first(), first, "{tag}");
        }
        assert_eq!(Weeks::of(WeekStart::Monday, "ja").first(), Weekday::Mon);
        assert_eq!(Weeks::of(WeekStart::Saturday, "de").first(), Weekday::Sat);
        assert_eq!(Weeks::of(WeekStart::Sunday, "en-GB").first(), Weekday::Sun);
    }

    #[test]
    fn weeks_around_the_new_year_are_counted_as_the_country_does() {
        let (iso, us) = (Weeks::from(Weekday::Mon), Weeks::from(Weekday::Sun));
        for (text, iso_week, us_week) in [
            ("2026-01-01", 1, 1),
            ("2026-01-03", 1, 1),
            ("2026-01-04", 1, 2),
            ("2025-12-28", 52, 1),
            ("2025-12-27", 52, 52),
            ("2026-10-14", 42, 42),
            ("2026-12-31", 53, 1),
            ("2027-01-01", 53, 1),
            ("2027-01-03", 53, 2),
            ("2027-01-04", 1, 2),
            ("2024-12-30", 1, 1),
            ("2024-02-29", 9, 9),
            ("2000-12-31", 52, 1),
            ("2000-12-30", 52, 53),
        ] {
            assert_eq!((iso.number(day(text)), us.number(day(text))), (iso_week, us_week), "{text}");
        }
        assert_eq!(iso.label(day("2026-10-14"), Locale::De), "KW 42");
        assert_eq!(us.label(day("2026-10-14"), Locale::Ja), "第42週");
        assert_eq!(us.label(day("2026-10-14"), Locale::En), "Week 42");
    }

    #[test]
    fn a_week_has_one_number() {
        for first in [Weekday::Mon, Weekday::Sun, Weekday::Sat] {
            let weeks = Weeks::from(first);
            let mut week = weeks.start(day("2019-12-20"));
            for _ in 0..700 {
                let numbers: Vec<u32> = (0..7).map(|ahead| weeks.number(week + Days::new(ahead))).collect();
                assert!(numbers.iter().all(|number| *number == numbers[0]), "{week}: {numbers:?}");
                let next = week + Days::new(7);
                let after = weeks.number(next);
                assert!(after == numbers[0] + 1 || after == 1 && numbers[0] >= 52, "{next}: {after}");
                week = next;
            }
        }
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_panic() {
        for first in [Weekday::Mon, Weekday::Sun, Weekday::Sat] {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                _ = Weeks::from(first).number(day);
                _ = Weeks::from(first).start(day);
            }
        }
    }
}
