//! Where the story is written down: fresh ids, moments, days of the week, records into the book.
//!
//! It must not know what happens in the story.
//!
//! Invariant: no record is made after this morning (`nothing_lies_in_the_future_but_plans`).

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, Utc, Weekday};

use crate::demo::rng::Rng;
use crate::model::{Book, Id, InBook};

/// The book being written and what every part of the story needs.
pub(super) struct Desk {
    /// Seed of the whole book.
    pub seed: u64,
    /// The day on which the demo is opened.
    pub today: NaiveDate,
    /// Choices that belong to nobody in particular.
    pub dice: Rng,
    /// The book so far.
    pub book: Book,
    written: u64,
}

impl Desk {
    pub fn new(seed: u64, today: NaiveDate) -> Self {
        Self { seed, today, dice: Rng::for_purpose(seed, 0x57_0A1), book: Book::default(), written: 0 }
    }

    /// Returns the moment on a day at an hour, at most this morning at half past ten.
    pub fn moment(&self, day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
        let asked = day.and_time(clock(hour, minute));
        asked.min(self.today.and_time(clock(10, 30))).and_utc()
    }

    /// Returns a fresh id in the form of UUID version 7: its order is the order of the story.
    pub fn fresh<T>(&mut self, at: DateTime<Utc>) -> Id<T> {
        self.written += 1;
        let millis = u128::from(u64::try_from(at.timestamp_millis()).unwrap_or(0)) & 0xFFFF_FFFF_FFFF;
        let noise = self.dice.next();
        let first = u128::from(noise >> 52);
        // The running number keeps two ids of one millisecond apart and in order.
        let second = u128::from((self.written & 0x3FFF_FFFF) << 32 | noise & 0xFFFF_FFFF);
        Id::new(millis << 80 | 7 << 76 | first << 64 | 2 << 62 | second)
    }

    /// Puts a record into its table.
    pub fn put<T: InBook>(&mut self, record: T) -> Id<T> {
        let id = record.id();
        T::table_mut(&mut self.book).insert(id, Arc::new(record));
        id
    }

    /// Changes a record that was put in before.
    pub fn edit<T: InBook>(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        if let Some(record) = T::table_mut(&mut self.book).get_mut(&id) {
            change(Arc::make_mut(record));
        }
    }

    /// Returns the day `days` after today; negative is before.
    pub fn day(&self, days: i64) -> NaiveDate {
        shift(self.today, days)
    }
}

/// Returns a time of day; midnight for an impossible one.
pub(super) fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// Returns the day `days` after `day`; negative is before.
pub(super) fn shift(day: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) };
    moved.unwrap_or(day)
}

/// Whether shops are open and offices are not.
pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Returns the day itself, or the Monday after a weekend.
pub(super) fn working_day(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, 2),
        Weekday::Sun => shift(day, 1),
        _ => day,
    }
}

/// Returns the day itself, or the Friday before a weekend.
pub(super) fn working_day_before(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => shift(day, -1),
        Weekday::Sun => shift(day, -2),
        _ => day,
    }
}

/// Returns the Saturday of the week of `day`.
pub(super) fn saturday(day: NaiveDate) -> NaiveDate {
    shift(day, 5 - i64::from(day.weekday().num_days_from_monday()))
}
