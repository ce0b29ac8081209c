//! Gatherings at which cards change hands.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Attachment, Contact, Id, Money, Organization, Record, RecordRef};

/// A gathering, possibly one of a series.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// Stable id.
    pub id: Id<Self>,
    /// Title.
    pub title: String,
    /// Name of the series, the same for all its events.
    #[serde(skip_serializing_if = "is_default")]
    pub series: String,
    /// First day; absent while it is not known.
    #[serde(skip_serializing_if = "is_default")]
    pub starts_on: Option<NaiveDate>,
    /// Last day, when it is not the first.
    #[serde(skip_serializing_if = "is_default")]
    pub ends_on: Option<NaiveDate>,
    /// Local time at which it begins.
    #[serde(skip_serializing_if = "is_default")]
    pub starts_at: Option<NaiveTime>,
    /// Local time at which it ends.
    #[serde(skip_serializing_if = "is_default")]
    pub ends_at: Option<NaiveTime>,
    /// Venue.
    #[serde(skip_serializing_if = "is_default")]
    pub venue: String,
    /// City.
    #[serde(skip_serializing_if = "is_default")]
    pub city: String,
    /// Who organises it.
    #[serde(skip_serializing_if = "is_default")]
    pub organizer: Option<Organizer>,
    /// What it costs.
    #[serde(skip_serializing_if = "is_default")]
    pub fee: Option<Money>,
    /// Web address.
    #[serde(skip_serializing_if = "is_default")]
    pub link: String,
    /// What the user wants from it, such as "meet two optics people".
    #[serde(skip_serializing_if = "is_default")]
    pub goal: String,
    /// What became of the user's own attendance.
    #[serde(skip_serializing_if = "is_default")]
    pub status: Attendance,
    /// Other people who were or will be there, and what became of it.
    #[serde(skip_serializing_if = "is_default")]
    pub participants: BTreeMap<Id<Contact>, Attendance>,
    /// How many days before the first day a cancellation counts as late; absent means [`LATE_WITHIN_DAYS`]. With 0 it is
    /// late on the first day only.
    #[serde(skip_serializing_if = "is_default")]
    pub late_within_days: Option<u32>,
    /// The day on which the user cancelled.
    #[serde(skip_serializing_if = "is_default")]
    pub cancelled_on: Option<NaiveDate>,
    /// Making up for a late cancellation is not needed, the user says.
    #[serde(skip_serializing_if = "is_default")]
    pub amends_waived: bool,
    /// What the organiser did afterwards.
    #[serde(skip_serializing_if = "is_default")]
    pub organizer_care: OrganizerCare,
    /// Whether the user wants to go again, and why.
    #[serde(skip_serializing_if = "is_default")]
    pub repeat: Option<RepeatDecision>,
    /// Free notes.
    #[serde(skip_serializing_if = "is_default")]
    pub notes: String,
    /// Photographs.
    #[serde(skip_serializing_if = "is_default")]
    pub photos: Vec<Id<Attachment>>,
    /// Its id in the calendar from which it came (RFC 5545 §3.8.4.7 UID), so that it does not come in twice; empty
    /// when it was typed here.
    #[serde(skip_serializing_if = "is_default")]
    pub calendar_uid: String,
    /// Of something that repeats in that calendar, which time it is: the day that the rule meant.
    #[serde(skip_serializing_if = "is_default")]
    pub occurrence: Option<NaiveDate>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

/// How many days before an event a cancellation counts as late when the event says nothing else.
pub const LATE_WITHIN_DAYS: u32 = 3;

impl Event {
    /// Returns how many days before the first day a cancellation counts as late.
    pub fn late_within_days(&self) -> u32 {
        self.late_within_days.unwrap_or(LATE_WITHIN_DAYS)
    }

    /// Returns the last day on which a cancellation is in time; none while the event has no date.
    pub fn in_time_until(&self) -> Option<NaiveDate> {
        let days = u64::from(self.late_within_days()) + 1;
        Some(self.starts_on?.checked_sub_days(chrono::Days::new(days)).unwrap_or(NaiveDate::MIN))
    }

    /// What cancelling on a day is: late within the days of [`Event::late_within_days`] and afterwards. Without a date it
    /// is in time: nobody counted on a day yet.
    pub fn cancelled(&self, on: NaiveDate) -> Attendance {
        match self.in_time_until() {
            Some(last) if on > last => Attendance::CancelledLate,
            Some(_) | None => Attendance::CancelledEarly,
        }
    }

    /// Returns the last day, which is the first one unless the event takes several days.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.ends_on.or(self.starts_on)
    }
}

impl Record for Event {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        match self.organizer {
            Some(Organizer::Contact(id)) => visit(RecordRef::Contact(id)),
            Some(Organizer::Organization(id)) => visit(RecordRef::Organization(id)),
            None => {}
        }
        for contact in self.participants.keys() {
            visit(RecordRef::Contact(*contact));
        }
        for photo in &self.photos {
            visit(RecordRef::Attachment(*photo));
        }
    }
}

/// Who organises an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Organizer {
    /// A person.
    Contact(Id<Contact>),
    /// A company or group.
    Organization(Id<Organization>),
}

/// What became of somebody's attendance at an event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Attendance {
    /// Intends to come.
    #[default]
    Planned,
    /// Was there.
    Attended,
    /// Cancelled in time.
    CancelledEarly,
    /// Cancelled late (ドタキャン).
    CancelledLate,
    /// Did not come and did not say so.
    NoShow,
}

impl Attendance {
    /// All states, in the order of the menus.
    pub const ALL: [Self; 5] =
        [Self::Planned, Self::Attended, Self::CancelledEarly, Self::CancelledLate, Self::NoShow];

    /// Whether one does not come or did not.
    pub fn is_off(self) -> bool {
        matches!(self, Self::CancelledEarly | Self::CancelledLate | Self::NoShow)
    }

    /// Whether it left somebody waiting: making up for it is due.
    pub fn asks_for_amends(self) -> bool {
        matches!(self, Self::CancelledLate | Self::NoShow)
    }
}

/// An answer that may still be open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Not yet.
    #[default]
    NotYet,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What the organiser did after the event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganizerCare {
    /// Sent a thank-you mail.
    #[serde(skip_serializing_if = "is_default")]
    pub thank_you: Answer,
    /// Asked whether the guests were content.
    #[serde(skip_serializing_if = "is_default")]
    pub satisfaction: Answer,
    /// Sent a report or minutes.
    #[serde(skip_serializing_if = "is_default")]
    pub report: Answer,
}

impl OrganizerCare {
    /// The three answers: thank-you mail, question, report.
    pub fn answers(self) -> [Answer; 3] {
        [self.thank_you, self.satisfaction, self.report]
    }

    /// Whether nothing is open any more.
    pub fn is_answered(self) -> bool {
        self.answers().iter().all(|answer| *answer != Answer::NotYet)
    }
}

/// How gladly one goes again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Wish {
    /// Not again.
    Never,
    /// Hardly.
    Rarely,
    /// It depends.
    #[default]
    Maybe,
    /// With pleasure.
    Gladly,
    /// Whenever it takes place.
    Always,
}

impl Wish {
    /// All of them, from never to always.
    pub const ALL: [Self; 5] = [Self::Never, Self::Rarely, Self::Maybe, Self::Gladly, Self::Always];

    /// The step of a sum from 0 to 100.
    pub fn of_points(points: i32) -> Self {
        match points {
            ..20 => Self::Never,
            20..40 => Self::Rarely,
            40..60 => Self::Maybe,
            60..80 => Self::Gladly,
            80.. => Self::Always,
        }
    }
}

/// Whether to go again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RepeatDecision {
    /// Go again. Programs that do not know `wish` read this alone.
    pub again: bool,
    /// How gladly; absent in books from before there were five steps.
    #[serde(skip_serializing_if = "is_default")]
    pub wish: Option<Wish>,
    /// Why.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: String,
    /// When it was decided.
    pub on: NaiveDate,
}

impl RepeatDecision {
    /// Decides how gladly to go again.
    pub fn new(wish: Wish, reason: String, on: NaiveDate) -> Self {
        Self { again: wish >= Wish::Maybe, wish: Some(wish), reason, on }
    }

    /// Returns how gladly; a plain yes or no of before means gladly or rarely.
    pub fn wish(&self) -> Wish {
        let plain = if self.again { Wish::Gladly } else { Wish::Rarely };
        // Another program may have changed its mind in the one field that it knows.
        self.wish.filter(|wish| (*wish >= Wish::Maybe) == self.again).unwrap_or(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a date")
    }

    #[test]
    fn a_cancellation_is_late_within_the_days_of_the_event_and_never_without_a_date() {
        let check = |late_within_days, on, status| {
            let event = Event { starts_on: Some(day(14)), late_within_days, ..Event::default() };
            assert_eq!(event.cancelled(day(on)), status, "{late_within_days:?} on the {on}th");
        };
        check(None, 10, Attendance::CancelledEarly);
        check(None, 11, Attendance::CancelledLate);
        check(None, 20, Attendance::CancelledLate);
        check(Some(0), 13, Attendance::CancelledEarly);
        check(Some(0), 14, Attendance::CancelledLate);
        check(Some(9_999), 1, Attendance::CancelledLate);
        check(Some(u32::MAX), 1, Attendance::CancelledLate);
        let undated = Event { late_within_days: Some(9_999), ..Event::default() };
        assert_eq!(undated.cancelled(day(14)), Attendance::CancelledEarly);
    }

    #[test]
    fn a_decision_of_before_has_a_step_and_the_field_that_everybody_knows_wins() {
        let plain = |again| RepeatDecision { again, ..RepeatDecision::default() };
        assert_eq!((plain(true).wish(), plain(false).wish()), (Wish::Gladly, Wish::Rarely));
        for wish in Wish::ALL {
            assert_eq!(RepeatDecision::new(wish, String::new(), day(1)).wish(), wish);
        }
        let changed =
            RepeatDecision { again: false, ..RepeatDecision::new(Wish::Always, String::new(), day(1)) };
        assert_eq!(changed.wish(), Wish::Rarely);
    }

    #[test]
    fn the_steps_divide_a_hundred_points() {
        let steps: Vec<Wish> = [-5, 0, 19, 20, 39, 40, 50, 59, 60, 79, 80, 100].map(Wish::of_points).into();
        use Wish::{Always, Gladly, Maybe, Never, Rarely};
        let expected =
            [Never, Never, Never, Rarely, Rarely, Maybe, Maybe, Maybe, Gladly, Gladly, Always, Always];
        assert_eq!(steps, expected);
    }
}
