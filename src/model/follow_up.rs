//! What is to be done by a date.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Card, Contact, Encounter, Event, Id, Introduction, Record, RecordRef, Referral};
use crate::text::Texts;

/// Something to do by a date.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUp {
    /// Stable id.
    pub id: Id<Self>,
    /// What kind of thing.
    pub kind: FollowUpKind,
    /// The calendar day by whose end it is to be done; it never shifts with a time zone.
    pub due_on: NaiveDate,
    /// Local time, when it has one.
    #[serde(skip_serializing_if = "is_default")]
    pub due_at: Option<NaiveTime>,
    /// With whom; may be empty for kind Other.
    #[serde(skip_serializing_if = "is_default")]
    pub contacts: BTreeSet<Id<Contact>>,
    /// About what.
    #[serde(skip_serializing_if = "is_default")]
    pub about: String,
    /// Why it exists: so that one reason never makes two.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: Reason,
    /// Open, done or dropped.
    #[serde(skip_serializing_if = "is_default")]
    pub state: FollowUpState,
    /// Repeat rule (RFC 5545 §3.3.10), empty for once.
    #[serde(skip_serializing_if = "is_default")]
    pub repeat: String,
    /// The day from which the repeat rule counts, when the follow-up was moved away from it; absent means `due_on`.
    #[serde(skip_serializing_if = "is_default")]
    pub repeat_from: Option<NaiveDate>,
    /// The introduction for which this person is asked first, before anybody is introduced: done means that they agree,
    /// dropped that they do not, unless it was `given_up`.
    #[serde(skip_serializing_if = "is_default")]
    pub opt_in: Option<Id<Introduction>>,
    /// When the side of an introduction was asked; the answer is awaited since.
    #[serde(skip_serializing_if = "is_default")]
    pub asked_on: Option<NaiveDate>,
    /// The side of an introduction is not asked any more, and has not answered.
    #[serde(skip_serializing_if = "is_default")]
    pub given_up: bool,
    /// The card that was lent and is to be fetched back by the day.
    #[serde(skip_serializing_if = "is_default")]
    pub fetches: Option<Id<Card>>,
    /// The day since which the card that is to be fetched is with them.
    #[serde(skip_serializing_if = "is_default")]
    pub lent_on: Option<NaiveDate>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl FollowUp {
    /// The kinds by which the recipient of a card is asked how it went: by a message, and once more by a call, or by hand
    /// where there is no number.
    pub const ASK_HOW: [FollowUpKind; 3] = [FollowUpKind::Message, FollowUpKind::Call, FollowUpKind::Other];

    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.state == FollowUpState::Open
    }

    /// What the side of an introduction said that is asked by this: whether they agree.
    pub fn answer(&self) -> Option<bool> {
        self.opt_in?;
        match self.state {
            FollowUpState::Done { .. } => Some(true),
            FollowUpState::Dropped { .. } if !self.given_up => Some(false),
            FollowUpState::Dropped { .. } | FollowUpState::Open => None,
        }
    }

    /// Whether the side of an introduction that this asks knows of it: they were asked, or have answered.
    pub fn was_asked(&self) -> bool {
        self.opt_in.is_some() && (self.asked_on.is_some() || self.answer().is_some())
    }
}

impl Record for FollowUp {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        for contact in &self.contacts {
            visit(RecordRef::Contact(*contact));
        }
        match self.reason {
            Reason::Own | Reason::Birthday { .. } | Reason::KeepInTouch { .. } | Reason::MeetInPerson => {}
            Reason::Card(id) | Reason::CardReview(id) => visit(RecordRef::Card(id)),
            Reason::Event(id) | Reason::Amends { event: id, .. } => visit(RecordRef::Event(id)),
            Reason::Referral(id) => visit(RecordRef::Referral(id)),
            Reason::Introduction(id) => visit(RecordRef::Introduction(id)),
            Reason::Verdict(id) => visit(RecordRef::Review(id)),
        }
        if let FollowUpState::Done { encounter: Some(id), .. } = self.state {
            visit(RecordRef::Encounter(id));
        }
        if let Some(introduction) = self.opt_in {
            visit(RecordRef::Introduction(introduction));
        }
        if let Some(card) = self.fetches {
            visit(RecordRef::Card(card));
        }
    }
}

/// The kinds of follow-ups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FollowUpKind {
    /// Thank somebody.
    ThankYou,
    /// Look at a card again.
    Review,
    /// Call.
    Call,
    /// Write.
    Message,
    /// Meet in person.
    Meet,
    /// Tell a card's owner that it was passed on.
    TellOwner,
    /// Introduce two people.
    Introduce,
    /// Make up for something.
    Amends,
    /// Congratulate.
    Birthday,
    /// Anything else.
    #[default]
    Other,
}

impl FollowUpKind {
    /// Returns the name of the kind in a language, for window, command line and files alike.
    pub fn words(self, texts: &Texts) -> &str {
        match self {
            Self::ThankYou => texts.common_kind_thanks(),
            Self::Review => texts.common_kind_review(),
            Self::Call => texts.common_kind_call(),
            Self::Message => texts.common_kind_message(),
            Self::Meet => texts.common_kind_meet(),
            Self::TellOwner => texts.common_kind_tell_owner(),
            Self::Introduce => texts.common_kind_introduce(),
            Self::Amends => texts.common_kind_amends(),
            Self::Birthday => texts.common_kind_birthday(),
            Self::Other => texts.common_kind_other(),
        }
    }

    /// All kinds, in the order of the menus.
    pub const ALL: [Self; 10] = [
        Self::ThankYou,
        Self::Review,
        Self::Call,
        Self::Message,
        Self::Meet,
        Self::TellOwner,
        Self::Introduce,
        Self::Amends,
        Self::Birthday,
        Self::Other,
    ];
}

/// Why a follow-up exists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// The user wanted it.
    #[default]
    Own,
    /// A card was received.
    Card(Id<Card>),
    /// Thirty days have passed since a card was received.
    CardReview(Id<Card>),
    /// An event.
    Event(Id<Event>),
    /// A card was passed on.
    Referral(Id<Referral>),
    /// Two people were introduced.
    Introduction(Id<Introduction>),
    /// A review named it as next step.
    Verdict(Id<super::Review>),
    /// A birthday in this year.
    Birthday {
        /// The year.
        year: i32,
    },
    /// I cancelled an event late, or did not come.
    Amends {
        /// The event.
        event: Id<Event>,
        /// Which part of making up for it.
        step: AmendsStep,
    },
    /// Time to be in touch again.
    KeepInTouch {
        /// The day of the last contact: any later one is another reason.
        since: NaiveDate,
    },
    /// There was never a meeting face to face.
    MeetInPerson,
}

/// The parts of making up for a late cancellation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AmendsStep {
    /// Apologise, at once.
    #[default]
    Apology,
    /// Say why.
    Explanation,
    /// Pay the fee all the same.
    Fee,
    /// Make up for it.
    MakeUp,
}

impl AmendsStep {
    /// All parts, in the order in which they are due.
    pub const ALL: [Self; 4] = [Self::Apology, Self::Explanation, Self::Fee, Self::MakeUp];
}

/// What became of a follow-up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FollowUpState {
    /// To be done.
    #[default]
    Open,
    /// Done.
    Done {
        /// The day.
        on: NaiveDate,
        /// The encounter that it became.
        #[serde(default, skip_serializing_if = "is_default")]
        encounter: Option<Id<Encounter>>,
    },
    /// Given up.
    Dropped {
        /// The day.
        on: NaiveDate,
        /// Why.
        #[serde(default, skip_serializing_if = "is_default")]
        reason: String,
    },
}
