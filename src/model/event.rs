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
    /// How many days before the first day a cancellation counts as late; absent means the default.
    #[serde(skip_serializing_if = "is_default")]
    pub late_within_days: Option<u32>,
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

impl Event {
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

/// Whether to go again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RepeatDecision {
    /// Go again.
    pub again: bool,
    /// Why.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: String,
    /// When it was decided.
    pub on: NaiveDate,
}
