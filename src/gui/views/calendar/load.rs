//! How much there is to do in a week or on a day, so that nobody plans twenty thank-yous on one day.
//!
//! Owns the limits and the words. Search and filter do not count: what is hidden is to be done all the same, and so is
//! what the rules foresee without a record.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Basis;
use super::grid::add_days;
use crate::gui::ctx::ViewCtx;

/// More on one day are many.
pub const FULL_DAY: usize = 8;
/// More in one week are many.
pub const FULL_WEEK: usize = 25;

/// How much there is to do in a week.
#[derive(Debug, Clone, Default)]
pub struct Load {
    /// How many things.
    pub count: usize,
    /// "12", or nothing.
    pub label: String,
    /// "Week 42, 12 things to do".
    pub spoken: String,
}

impl Load {
    /// Counts a week.
    pub fn of_week(ctx: &ViewCtx<'_>, basis: &Basis, begin: NaiveDate) -> Self {
        Self::of_counts(ctx, basis, begin, &by_day(ctx, begin, 7))
    }

    /// Adds up a week from the counts of its days.
    pub fn of_counts(ctx: &ViewCtx<'_>, basis: &Basis, begin: NaiveDate, counts: &Counts) -> Self {
        let count = counts.range(begin..=add_days(begin, 6)).map(|(_, count)| count).sum();
        let week = basis.weeks.label(begin, ctx.texts.locale());
        let things = ctx.texts.calendar_agenda_day(count as i64);
        let mut spoken = format!("{week}, {things}");
        if count > FULL_WEEK {
            spoken = format!("{spoken}, {}", ctx.texts.calendar_load_full());
        }
        Self { count, label: if count == 0 { String::new() } else { count.to_string() }, spoken }
    }

    /// Whether there is more than a week holds.
    pub fn is_full(&self) -> bool {
        self.count > FULL_WEEK
    }

    /// How much of what a week holds is taken, from 0 to 1.
    pub fn part(&self) -> f32 {
        (self.count as f32 / FULL_WEEK as f32).min(1.0)
    }
}

/// How many things are to be done on each day that has any.
pub type Counts = BTreeMap<NaiveDate, usize>;

/// Counts the days from one on.
pub fn by_day(ctx: &ViewCtx<'_>, begin: NaiveDate, days: i64) -> Counts {
    ctx.index.load(ctx.today, begin..=add_days(begin, days - 1))
}

/// How many things are to be done on a day.
pub fn on_day(ctx: &ViewCtx<'_>, day: NaiveDate) -> usize {
    by_day(ctx, day, 1).values().sum()
}
