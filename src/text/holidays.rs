//! The public holidays of Japan, computed from the law (国民の祝日に関する法律) of the years 2000 to 2099.
//!
//! The crates that know them are young and hardly used, and most hold a list that ends with the year after they were
//! made; the law fits on a page. What it leaves to be announced, the days of the equinoxes, follows the formula that
//! the announcements have matched so far. A change of the law must be entered here.
//!
//! Invariant: the days of 2020 to 2030 are those of the Cabinet Office (`tests::the_years_2020_to_2030`; the equinoxes
//! after 2027 are not announced yet).

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::Texts;

/// Why a day is free in Japan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Holiday {
    NewYear,
    ComingOfAge,
    Foundation,
    EmperorsBirthday,
    VernalEquinox,
    Showa,
    Constitution,
    Greenery,
    Children,
    Marine,
    Mountain,
    RespectForTheAged,
    AutumnalEquinox,
    Sports,
    Culture,
    LabourThanksgiving,
    /// Accession or enthronement of an emperor: once.
    Court,
    /// 振替休日: the day after a holiday on a Sunday.
    Substitute,
    /// 国民の休日: a day between two holidays.
    Between,
}

/// Returns the holiday on a day, if it is one.
#[must_use]
pub fn japanese_holiday(day: NaiveDate) -> Option<Holiday> {
    if !(2000..=2099).contains(&day.year()) {
        return None;
    }
    if let Some(named) = named(day) {
        return Some(named);
    }
    // A holiday on a Sunday is made up for on the next day that is none.
    let mut before = day.pred_opt()?;
    while named(before).is_some() {
        if before.weekday() == Weekday::Sun {
            return Some(Holiday::Substitute);
        }
        before = before.pred_opt()?;
    }
    let is_between =
        day.weekday() != Weekday::Sun && named(day.pred_opt()?).is_some() && named(day.succ_opt()?).is_some();
    is_between.then_some(Holiday::Between)
}

/// The holidays that the law names.
fn named(day: NaiveDate) -> Option<Holiday> {
    let (year, month, date) = (day.year(), day.month(), day.day());
    // The second Monday of a month, or the third.
    let is_monday = |which: u32| day.weekday() == Weekday::Mon && (date - 1) / 7 + 1 == which;
    match (year, month, date) {
        (_, 1, 1) => Some(Holiday::NewYear),
        (_, 1, _) if is_monday(2) => Some(Holiday::ComingOfAge),
        (_, 2, 11) => Some(Holiday::Foundation),
        (2020.., 2, 23) | (..=2018, 12, 23) => Some(Holiday::EmperorsBirthday),
        (_, 3, _) if date == equinox(year, 20.8431) => Some(Holiday::VernalEquinox),
        (2007.., 4, 29) => Some(Holiday::Showa),
        (..=2006, 4, 29) | (2007.., 5, 4) => Some(Holiday::Greenery),
        (2019, 5, 1) | (2019, 10, 22) => Some(Holiday::Court),
        (_, 5, 3) => Some(Holiday::Constitution),
        (_, 5, 5) => Some(Holiday::Children),
        // The summers of the Olympic Games had laws of their own.
        (2020, 7, 23) | (2021, 7, 22) | (..=2002, 7, 20) => Some(Holiday::Marine),
        (2020, 7, 24) | (2021, 7, 23) => Some(Holiday::Sports),
        (2020, 8, 10) | (2021, 8, 8) => Some(Holiday::Mountain),
        (2020 | 2021, 7 | 8 | 10, _) => None,
        (2003.., 7, _) if is_monday(3) => Some(Holiday::Marine),
        (2016.., 8, 11) => Some(Holiday::Mountain),
        (..=2002, 9, 15) => Some(Holiday::RespectForTheAged),
        (2003.., 9, _) if is_monday(3) => Some(Holiday::RespectForTheAged),
        (_, 9, _) if date == equinox(year, 23.2488) => Some(Holiday::AutumnalEquinox),
        (_, 10, _) if is_monday(2) => Some(Holiday::Sports),
        (_, 11, 3) => Some(Holiday::Culture),
        (_, 11, 23) => Some(Holiday::LabourThanksgiving),
        _ => None,
    }
}

/// The day of an equinox in Japan, from 1980 to 2099; `first` is its moment in 1980.
fn equinox(year: i32, first: f64) -> u32 {
    let years = year - 1980;
    let day = (first + 0.242_194 * f64::from(years)).floor() - f64::from(years / 4);
    // Between 19 and 24.
    day as u32
}

impl Texts {
    /// The name of a holiday.
    #[must_use]
    pub fn holiday(&self, holiday: Holiday) -> &str {
        match holiday {
            Holiday::NewYear => self.calendar_holiday_new_year(),
            Holiday::ComingOfAge => self.calendar_holiday_coming_of_age(),
            Holiday::Foundation => self.calendar_holiday_foundation(),
            Holiday::EmperorsBirthday => self.calendar_holiday_emperor(),
            Holiday::VernalEquinox => self.calendar_holiday_vernal_equinox(),
            Holiday::Showa => self.calendar_holiday_showa(),
            Holiday::Constitution => self.calendar_holiday_constitution(),
            Holiday::Greenery => self.calendar_holiday_greenery(),
            Holiday::Children => self.calendar_holiday_children(),
            Holiday::Marine => self.calendar_holiday_marine(),
            Holiday::Mountain => self.calendar_holiday_mountain(),
            Holiday::RespectForTheAged => self.calendar_holiday_aged(),
            Holiday::AutumnalEquinox => self.calendar_holiday_autumnal_equinox(),
            Holiday::Sports => self.calendar_holiday_sports(),
            Holiday::Culture => self.calendar_holiday_culture(),
            Holiday::LabourThanksgiving => self.calendar_holiday_labour(),
            Holiday::Court => self.calendar_holiday_court(),
            Holiday::Substitute => self.calendar_holiday_substitute(),
            Holiday::Between => self.calendar_holiday_between(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(year: i32) -> String {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
        let all = first.iter_days().take_while(|day| day.year() == year);
        let holidays = all.filter(|day| japanese_holiday(*day).is_some());
        holidays.map(|day| format!("{}/{}", day.month(), day.day())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_years_2020_to_2030() {
        for (year, expected) in [
            (2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23"),
            (2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23"),
            (2022, "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23"),
            (2023, "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23"),
            (
                2024,
                "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 \
                 11/23",
            ),
            (
                2025,
                "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
            ),
            (2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23"),
            (2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"),
            (2028, "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23"),
            (
                2029,
                "1/1 1/8 2/11 2/12 2/23 3/20 4/29 4/30 5/3 5/4 5/5 7/16 8/11 9/17 9/23 9/24 10/8 11/3 11/23",
            ),
            (
                2030,
                "1/1 1/14 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 11/3 11/4 11/23",
            ),
        ] {
            assert_eq!(days(year), expected, "{year}");
        }
    }

    #[test]
    fn the_law_of_other_years() {
        // The year of the two emperors has a week of ten free days.
        assert_eq!(
            days(2019),
            "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23"
        );
        assert_eq!(days(2000), "1/1 1/10 2/11 3/20 4/29 5/3 5/4 5/5 7/20 9/15 9/23 10/9 11/3 11/23 12/23",);
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        assert_eq!(japanese_holiday(day(2026, 9, 22)), Some(Holiday::Between));
        assert_eq!(japanese_holiday(day(2026, 5, 6)), Some(Holiday::Substitute));
        assert_eq!(japanese_holiday(day(2004, 5, 4)), Some(Holiday::Between));
        assert_eq!(japanese_holiday(day(1999, 1, 1)), None);
        assert_eq!(japanese_holiday(day(2100, 1, 1)), None);
        assert_eq!(japanese_holiday(NaiveDate::MIN).or(japanese_holiday(NaiveDate::MAX)), None);
    }
}
