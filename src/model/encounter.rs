//! What happened between me and others, and reviews of what became of it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Contact, Event, Id, Record, RecordRef};

/// Something that happened between me and one or more contacts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Encounter {
    /// Stable id.
    pub id: Id<Self>,
    /// In person, call, letter …
    pub kind: EncounterKind,
    /// Who began it.
    #[serde(skip_serializing_if = "is_default")]
    pub direction: Direction,
    /// The day.
    pub on: NaiveDate,
    /// Local time, when known.
    #[serde(skip_serializing_if = "is_default")]
    pub at: Option<NaiveTime>,
    /// How long, in minutes, when known.
    #[serde(skip_serializing_if = "is_default")]
    pub minutes: Option<u32>,
    /// With whom; at least one.
    pub contacts: BTreeSet<Id<Contact>>,
    /// At which event.
    #[serde(skip_serializing_if = "is_default")]
    pub event: Option<Id<Event>>,
    /// Where.
    #[serde(skip_serializing_if = "is_default")]
    pub place: String,
    /// What it was about.
    #[serde(skip_serializing_if = "is_default")]
    pub topics: Vec<String>,
    /// Free note.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
    /// What was given and received.
    #[serde(skip_serializing_if = "is_default")]
    pub favours: Vec<Favour>,
    /// Whether an answer came.
    #[serde(skip_serializing_if = "is_default")]
    pub reply: Reply,
    /// This message was the thank-you.
    #[serde(skip_serializing_if = "is_default")]
    pub is_thank_you: bool,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl Record for Encounter {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        for contact in &self.contacts {
            visit(RecordRef::Contact(*contact));
        }
        if let Some(event) = self.event {
            visit(RecordRef::Event(event));
        }
    }
}

/// The kind of an encounter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EncounterKind {
    /// Face to face.
    #[default]
    InPerson,
    /// Video call.
    Video,
    /// Phone call.
    Call,
    /// Letter on paper.
    Letter,
    /// E-mail.
    Email,
    /// Text or chat message.
    Message,
    /// Social media.
    SocialMedia,
}

impl EncounterKind {
    /// All kinds, in the order of the menus.
    pub const ALL: [Self; 7] = [
        Self::InPerson,
        Self::Video,
        Self::Call,
        Self::Letter,
        Self::Email,
        Self::Message,
        Self::SocialMedia,
    ];

    /// Whether the people were in one place: a solid knot on the thread.
    pub fn is_face_to_face(self) -> bool {
        self == Self::InPerson
    }

    /// Whether the people spoke with each other: in one place, by video or by phone. What is written is sent to somebody
    /// and meets nobody.
    pub fn is_meeting(self) -> bool {
        matches!(self, Self::InPerson | Self::Video | Self::Call)
    }
}

/// Who began an encounter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Both.
    #[default]
    Mutual,
    /// I did.
    FromMe,
    /// They did.
    ToMe,
}

/// Something given or received.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Favour {
    /// What kind of help.
    pub kind: FavourKind,
    /// I gave it; otherwise I received it.
    pub given: bool,
    /// In a few words.
    #[serde(skip_serializing_if = "is_default")]
    pub what: String,
}

/// Kinds of help that flow in a relationship.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FavourKind {
    /// A card passed on or a lead.
    Referral,
    /// An introduction.
    Introduction,
    /// Advice.
    #[default]
    Advice,
    /// Support or comfort.
    Support,
    /// Business.
    Business,
    /// A gift.
    Gift,
}

/// Whether replies came to a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reply {
    /// None so far.
    #[default]
    None,
    /// One.
    Once,
    /// The exchange goes on: it is sprouting.
    Continuing,
}
