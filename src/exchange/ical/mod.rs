//! Calendar files (iCalendar, RFC 5545): follow-ups and events for other calendars, and events out of them.
//!
//! Owns both directions and the words about what could not be taken in. Reading and writing of single properties is
//! calcard's. Must not know files: whoever calls has the bytes. Start reading at [`write`](write()) and [`read`](read()).
//!
//! Invariant: the same book and the same choices give the same bytes (`tests::the_same_book_gives_the_same_bytes`).
//! Invariant: without being asked nothing leaves but kinds, dates, names of people, and title, place and link of events
//! (`tests::only_names_and_kinds_leave_unless_more_is_asked_for`).
//! Invariant: what stands in a file costs no more memory than its size allows, and no stack
//! (`tests::hostile_files_end_soon_and_well`).

mod write;
mod lines;
mod read;
mod recur;
mod words;
#[cfg(test)]
mod tests;

use std::str::FromStr as _;

use calcard::common::timezone::Tz;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone as _, Utc};

pub use read::{Calendar, Found, LeftOut, News, Unread, read};
pub use words::{Note, NoteKind};
pub use write::{Choices, Content, is_kept_for, write};

/// The largest calendar file that is read, in bytes. A calendar of ten years has one or two megabytes.
pub const LARGEST_FILE: u64 = 64 << 20;

/// The name of the file that is kept up to date beside a book.
pub const LIVE_FILE: &str = "follow-ups.ics";

/// Endings of calendar files.
pub const ENDINGS: [&str; 5] = ["ics", "ICS", "ical", "ifb", "icalendar"];

/// Where the user's clock is. Dates and times in a book are local and have no zone; the zone is needed only where they
/// meet those of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(Tz);

impl Zone {
    /// Universal time.
    pub const UTC: Self = Self(Tz::UTC);

    /// Returns the zone of this name: that of the IANA database (`Europe/Berlin`), or the one that Windows uses for
    /// it (`W. Europe Standard Time`).
    pub fn named(name: &str) -> Option<Self> {
        Tz::from_str(name).ok().filter(|zone| !zone.is_floating()).map(Self)
    }

    /// Returns a zone that always has the same distance from universal time, for a machine whose zone has no name.
    pub const fn fixed(offset: FixedOffset) -> Self {
        Self(Tz::Fixed(offset))
    }

    /// The name in the IANA database, when it has one that others know.
    fn name(self) -> Option<String> {
        match self.0 {
            Tz::Tz(zone) if !self.0.is_utc() => Some(zone.name().to_owned()),
            _ => None,
        }
    }

    /// The local time of a moment.
    pub fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        moment.with_timezone(&self.0).naive_local()
    }

    /// The moment of a local time. Of two, when the clock was set back, the earlier; in the hour that is left out when
    /// it is set forward, the time that the clock would have shown without.
    pub fn moment(self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        moment_in(self.0, local)
    }
}

/// See [`Zone::moment`].
fn moment_in(zone: Tz, local: NaiveDateTime) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&local).earliest().map(|moment| moment.with_timezone(&Utc)).or_else(|| {
        let before = local.checked_sub_signed(chrono::TimeDelta::hours(3))?;
        let before = zone.from_local_datetime(&before).earliest()?;
        before.with_timezone(&Utc).checked_add_signed(chrono::TimeDelta::hours(3))
    })
}
