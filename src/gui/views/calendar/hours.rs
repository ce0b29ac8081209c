//! A week as data: the lane of whole days, and what stands among the hours.
//!
//! Owns which part of a column a thing with a time takes; must not know pixels. Start reading at [`WeekPlan::of`].
//!
//! Invariant: blocks that overlap stand beside each other (`tests::overlapping_blocks_share_the_column`).

use chrono::{NaiveDate, NaiveTime, Timelike as _};

use super::Basis;
use super::grid::{self, Column, Week, add_days};
use super::items::{self, Thing};
use crate::gui::ctx::ViewCtx;
use crate::gui::widgets::Kind;

/// Minutes of a day.
pub const DAY: i64 = 24 * 60;
/// Minutes that a thing takes whose end is not known.
const UNKNOWN: i64 = 60;
/// The least minutes that a block takes, so that it can be read.
const LEAST: i64 = 30;

/// Something among the hours.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub thing: Thing,
    /// Its seal; events have none.
    pub kind: Option<Kind>,
    /// With whom, or an event's title.
    pub name: String,
    /// "14:00".
    pub time: String,
    /// "14:00 Felix Sommer", where there is room for one line.
    pub one_line: String,
    /// As a screen reader says it.
    pub spoken: String,
    /// The column of its day.
    pub column: usize,
    /// Minutes since midnight at which it begins.
    pub from: i64,
    /// Minutes since midnight at which it ends.
    pub until: i64,
    /// Which of the lanes it takes.
    pub lane: usize,
    /// How many lanes its neighbours and it share.
    pub lanes: usize,
}

/// A week with its hours.
#[derive(Debug, Clone)]
pub struct WeekPlan {
    /// The heads of the columns.
    pub columns: Vec<Column>,
    /// The days with what takes all of them, and events of several days.
    pub week: Week,
    /// What has a time.
    pub blocks: Vec<Block>,
    /// "12 – 18 Oct 2026".
    pub heading: String,
    /// "1:00" to "23:00".
    pub hours: Vec<String>,
}

fn minutes(time: NaiveTime) -> i64 {
    i64::from(time.hour() * 60 + time.minute())
}

/// The time so many minutes after midnight, within the day.
pub fn time_of(minutes: i64) -> Option<NaiveTime> {
    let minutes = u32::try_from(minutes.clamp(0, DAY - 1)).ok()?;
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

impl WeekPlan {
    /// Gathers the week that begins on a day.
    pub fn of(ctx: &ViewCtx<'_>, basis: &Basis, begin: NaiveDate) -> Self {
        // Days of another month are not paler in a week.
        let mut week = Week::of(ctx, basis, begin, begin, true);
        let locale = ctx.texts.locale();
        let mut blocks = Vec::new();
        for (column, day) in week.days.iter_mut().enumerate() {
            day.in_month = true;
            let (timed, whole) =
                std::mem::take(&mut day.pills).into_iter().partition(|pill| pill.at.is_some());
            day.pills = whole;
            for pill in timed {
                let (Some(at), Some(thing)) = (pill.at, pill.thing) else { continue };
                let time = locale.time(at);
                blocks.push(Block {
                    thing,
                    kind: Some(pill.kind),
                    spoken: format!("{}, {time}", pill.spoken),
                    one_line: format!("{time} {}", pill.name),
                    name: pill.name,
                    time,
                    column,
                    from: minutes(at),
                    until: (minutes(at) + LEAST).min(DAY),
                    lane: 0,
                    lanes: 1,
                });
            }
            for id in ctx.index.agenda.events_on(day.date) {
                let Some(event) = ctx.book.get(*id) else { continue };
                if !grid::has_hours(event) || !items::is_event_shown(ctx, basis.filter, *id) {
                    continue;
                }
                let Some(at) = event.starts_at else { continue };
                let from = minutes(at);
                let until = event.ends_at.map(minutes).filter(|until| *until > from);
                let time = match event.ends_at.filter(|_| until.is_some()) {
                    Some(until) => format!("{} – {}", locale.time(at), locale.time(until)),
                    None => locale.time(at),
                };
                blocks.push(Block {
                    thing: Thing::Event(*id),
                    kind: None,
                    spoken: format!("{}, {time}", ctx.texts.calendar_event_name(&event.title)),
                    one_line: format!("{} {}", locale.time(at), event.title),
                    name: event.title.clone(),
                    time,
                    column,
                    from,
                    until: until.unwrap_or(from + UNKNOWN).max(from + LEAST).min(DAY),
                    lane: 0,
                    lanes: 1,
                });
            }
        }
        blocks.sort_by_key(|block| (block.column, block.from, std::cmp::Reverse(block.until)));
        share_lanes(&mut blocks);
        let end = add_days(begin, 6);
        let hours = (1..24).filter_map(|hour| Some(locale.time(time_of(hour * 60)?))).collect();
        Self {
            hours,
            columns: grid::columns(ctx, begin),
            week,
            blocks,
            heading: locale.days_with_year(begin, end),
        }
    }

    /// The hour from which on something is to be seen at first.
    pub fn first_hour(&self) -> i64 {
        self.blocks.iter().map(|block| block.from / 60).min().map_or(8, |hour| hour.min(8))
    }
}

/// Gives blocks that overlap lanes beside each other; they come by column and beginning.
fn share_lanes(blocks: &mut [Block]) {
    let mut begin = 0;
    while begin < blocks.len() {
        // A cluster ends where the next block begins behind all of it.
        let (column, mut until, mut end) = (blocks[begin].column, blocks[begin].until, begin + 1);
        while end < blocks.len() && blocks[end].column == column && blocks[end].from < until {
            until = until.max(blocks[end].until);
            end += 1;
        }
        let mut lanes: Vec<i64> = Vec::new();
        for block in &mut blocks[begin..end] {
            let free = lanes.iter().position(|until| *until <= block.from);
            block.lane = free.unwrap_or(lanes.len());
            if free.is_none() {
                lanes.push(0);
            }
            lanes[block.lane] = block.until;
        }
        let count = lanes.len().max(1);
        for block in &mut blocks[begin..end] {
            block.lanes = count;
        }
        begin = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn block(column: usize, from: i64, until: i64) -> Block {
        Block {
            thing: Thing::FollowUp(Id::new(1)),
            kind: None,
            name: String::new(),
            time: String::new(),
            one_line: String::new(),
            spoken: String::new(),
            column,
            from,
            until,
            lane: 0,
            lanes: 1,
        }
    }

    #[test]
    fn overlapping_blocks_share_the_column() {
        let mut blocks = [
            block(0, 540, 600),
            block(0, 560, 590),
            block(0, 590, 620),
            block(0, 620, 650),
            block(1, 540, 600),
            block(1, 600, 660),
        ];
        share_lanes(&mut blocks);
        let found: Vec<_> = blocks.iter().map(|block| (block.lane, block.lanes)).collect();
        assert_eq!(found, [(0, 2), (1, 2), (1, 2), (0, 1), (0, 1), (0, 1)]);
        for (i, a) in blocks.iter().enumerate() {
            for b in &blocks[i + 1..] {
                let overlap = a.column == b.column && a.from < b.until && b.from < a.until;
                assert!(!overlap || a.lane != b.lane, "{a:?} and {b:?} lie on each other");
            }
        }
    }

    #[test]
    fn times_stay_within_the_day() {
        assert_eq!(time_of(-20), NaiveTime::from_hms_opt(0, 0, 0));
        assert_eq!(time_of(DAY + 5), NaiveTime::from_hms_opt(23, 59, 0));
        assert_eq!(time_of(14 * 60 + 15), NaiveTime::from_hms_opt(14, 15, 0));
    }
}
