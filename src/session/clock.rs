//! Time and fresh ids: the one place that reads the machine's clock.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use crate::exchange::ical::Zone;

/// Supplies time and ids.
pub trait Clock: Send {
    /// The moment.
    fn now(&self) -> DateTime<Utc>;
    /// The local calendar day.
    fn today(&self) -> NaiveDate;
    /// The local time of day.
    fn time_of_day(&self) -> NaiveTime;
    /// Returns 128 bits that nothing else has; later ones are larger.
    fn fresh_id(&mut self) -> u128;
    /// Where the clock is; only calendar files ask.
    fn zone(&self) -> Zone {
        Zone::UTC
    }
}

/// The machine's clock; ids are UUID version 7.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the machine's clock")]
impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }

    fn time_of_day(&self) -> NaiveTime {
        Local::now().time()
    }

    fn fresh_id(&mut self) -> u128 {
        Uuid::now_v7().as_u128()
    }

    fn zone(&self) -> Zone {
        let now = Local::now();
        // The variable goes first, as for the local time itself; a name counts only when it tells that same time.
        let named = std::env::var("TZ").ok().map(|name| name.trim_start_matches(':').to_owned());
        let names = named.into_iter().chain(iana_time_zone::get_timezone().ok());
        let mut zones = names.filter_map(|name| Zone::named(&name));
        zones
            .find(|zone| zone.local(now.with_timezone(&Utc)) == now.naive_local())
            .unwrap_or_else(|| Zone::fixed(*now.offset()))
    }
}

/// The machine's clock on a day that somebody chose: what is noted and counted is of that day, moments and ids are real.
#[derive(Debug, Clone, Copy)]
pub struct ChosenDay(pub NaiveDate);

impl Clock for ChosenDay {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now()
    }

    fn today(&self) -> NaiveDate {
        self.0
    }

    fn time_of_day(&self) -> NaiveTime {
        SystemClock.time_of_day()
    }

    fn fresh_id(&mut self) -> u128 {
        SystemClock.fresh_id()
    }

    fn zone(&self) -> Zone {
        SystemClock.zone()
    }
}

/// A clock that stands still, for tests and for pictures of a given day.
#[derive(Debug, Clone)]
pub struct FixedClock {
    day: NaiveDate,
    time: NaiveTime,
    next: u128,
}

impl FixedClock {
    /// Returns a clock that stands at ten in the morning of a day. Its ids count up from a place
    /// that the ids of real books do not reach.
    pub fn new(day: NaiveDate) -> Self {
        let time = NaiveTime::MIN + TimeDelta::hours(10);
        Self { day, time, next: 0xffff_0000_0000_0000_0000_0000_0000_0000 }
    }

    /// Moves the clock to another day.
    pub fn set_day(&mut self, day: NaiveDate) {
        self.day = day;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.day.and_time(self.time).and_utc()
    }

    fn today(&self) -> NaiveDate {
        self.day
    }

    fn time_of_day(&self) -> NaiveTime {
        self.time
    }

    fn fresh_id(&mut self) -> u128 {
        // One edit takes its ids from a block of its own.
        self.next += 1 << 32;
        self.next
    }
}
