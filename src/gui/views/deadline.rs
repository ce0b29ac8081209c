//! How much time is left until the end of a day, in words: "by tomorrow evening: 8 h left".

use chrono::{NaiveDate, NaiveTime, Timelike as _};

use crate::text::Texts;

/// Further away, hours say nothing.
const MOST_HOURS: i64 = 48;

/// How much time is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeLeft {
    /// So many whole hours until the end of today, or of tomorrow when `tomorrow` says so; none are less than an hour.
    Hours {
        /// How many.
        hours: i64,
        /// Whether it is due tomorrow and not today.
        tomorrow: bool,
    },
    /// Until the end of that day.
    Day(NaiveDate),
    /// That day is over.
    Late(NaiveDate),
}

impl TimeLeft {
    /// Returns the time until the end of a day.
    pub fn until(due_on: NaiveDate, today: NaiveDate, time: NaiveTime) -> Self {
        let days = (due_on - today).num_days();
        let hours =
            24 * (days + 1) - i64::from(time.hour()) - i64::from(time.minute() > 0 || time.second() > 0);
        match days {
            ..0 => Self::Late(due_on),
            0 | 1 if hours <= MOST_HOURS => Self::Hours { hours, tomorrow: days == 1 },
            _ => Self::Day(due_on),
        }
    }

    /// Whether it is too late.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Late(_))
    }

    /// The words for it.
    pub fn words(self, texts: &Texts, today: NaiveDate) -> String {
        let day = |day| texts.locale().day_near(day, today);
        match self {
            Self::Hours { hours, tomorrow: false } => texts.letters_left_today(hours),
            Self::Hours { hours, tomorrow: true } => texts.letters_left_tomorrow(hours),
            Self::Day(due) => texts.letters_left_day(&day(due)),
            Self::Late(due) => texts.letters_left_late(&day(due)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hours_until_midnight_are_counted() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 10, day).expect("a day");
        let left = |due, hour, minute| {
            TimeLeft::until(day(due), day(14), NaiveTime::from_hms_opt(hour, minute, 0).expect("a time"))
        };
        assert_eq!(left(14, 16, 0), TimeLeft::Hours { hours: 8, tomorrow: false });
        assert_eq!(left(14, 23, 30), TimeLeft::Hours { hours: 0, tomorrow: false });
        assert_eq!(left(15, 16, 10), TimeLeft::Hours { hours: 31, tomorrow: true });
        assert_eq!(left(15, 0, 0), TimeLeft::Hours { hours: 48, tomorrow: true });
        assert_eq!(left(17, 12, 0), TimeLeft::Day(day(17)));
        assert!(left(13, 0, 0).is_late());
    }
}
