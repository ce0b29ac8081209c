//! Lasting ties between people, and introductions that made them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Consent, Contact, Event, Id, Party, Record, RecordRef};

/// A lasting tie between two contacts: `to` is the `kind` of `from`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Relationship {
    /// Stable id.
    pub id: Id<Self>,
    /// Whose relation it is.
    pub from: Id<Contact>,
    /// Who is the relation.
    pub to: Id<Contact>,
    /// What `to` is for `from`.
    pub kind: RelationKind,
    /// Since when, when known.
    #[serde(skip_serializing_if = "is_default")]
    pub since: Option<NaiveDate>,
    /// Until when; absent while it lasts.
    #[serde(skip_serializing_if = "is_default")]
    pub until: Option<NaiveDate>,
    /// Free note.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
}

impl Record for Relationship {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit(RecordRef::Contact(self.from));
        visit(RecordRef::Contact(self.to));
    }
}

/// Types of a relationship: those of vCard RELATED (RFC 6350 §6.6.6) that join two people, and
/// those that networking needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RelationKind {
    /// They know each other.
    #[default]
    Acquaintance,
    /// Friend.
    Friend,
    /// Works with.
    Colleague,
    /// Works in the same company.
    CoWorker,
    /// Neighbour.
    Neighbour,
    /// Spouse or partner in life.
    Spouse,
    /// Child.
    Child,
    /// Parent.
    Parent,
    /// Sibling.
    Sibling,
    /// Other kin.
    Kin,
    /// Acts on behalf of.
    Agent,
    /// Mentor.
    Mentor,
    /// Client.
    Client,
    /// Supplier.
    Supplier,
    /// Partner in business.
    Partner,
    /// The user's own word.
    Other(String),
}

impl RelationKind {
    /// The kinds with a name of their own, in the order of the menus.
    pub const NAMED: [Self; 15] = [
        Self::Acquaintance,
        Self::Friend,
        Self::Colleague,
        Self::CoWorker,
        Self::Partner,
        Self::Client,
        Self::Supplier,
        Self::Mentor,
        Self::Agent,
        Self::Neighbour,
        Self::Spouse,
        Self::Sibling,
        Self::Parent,
        Self::Child,
        Self::Kin,
    ];

    /// Whether it is the same seen from both sides.
    pub fn is_mutual(&self) -> bool {
        match self {
            Self::Acquaintance
            | Self::Friend
            | Self::Colleague
            | Self::CoWorker
            | Self::Neighbour
            | Self::Spouse
            | Self::Sibling
            | Self::Kin
            | Self::Partner => true,
            Self::Child
            | Self::Parent
            | Self::Agent
            | Self::Mentor
            | Self::Client
            | Self::Supplier
            | Self::Other(_) => false,
        }
    }
}

/// X introduced A and B; any of the three may be me.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Introduction {
    /// Stable id.
    pub id: Id<Self>,
    /// Who introduced.
    pub introducer: Party,
    /// One of the two.
    pub a: Party,
    /// The other.
    pub b: Party,
    /// When it was made or promised, when known.
    #[serde(skip_serializing_if = "is_default")]
    pub on: Option<NaiveDate>,
    /// At which event, when it was at one.
    #[serde(skip_serializing_if = "is_default")]
    pub event: Option<Id<Event>>,
    /// How far it is.
    #[serde(skip_serializing_if = "is_default")]
    pub state: IntroductionState,
    /// It came to nothing before it was made: somebody did not want it, or it was given up.
    #[serde(skip_serializing_if = "is_default")]
    pub never_made: bool,
    /// What it was about, what came of it.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
    /// What it is about as `b` reads it, where both are asked first; `note` is then for `a` alone. Nothing for older ones.
    #[serde(skip_serializing_if = "is_default")]
    pub note_b: Option<String>,
    /// What of theirs `a` agreed to have told to `b`.
    #[serde(skip_serializing_if = "is_default")]
    pub agreed_a: Vec<Consent>,
    /// What of theirs `b` agreed to have told to `a`.
    #[serde(skip_serializing_if = "is_default")]
    pub agreed_b: Vec<Consent>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl Introduction {
    /// The three people in it, me included.
    pub fn parties(&self) -> [Party; 3] {
        [self.introducer, self.a, self.b]
    }

    /// What one of the two agreed to have told to the other; nothing of anybody else.
    pub fn agreed(&self, owner: Party, to: Party) -> &[Consent] {
        if (owner, to) == (self.a, self.b) {
            &self.agreed_a
        } else if (owner, to) == (self.b, self.a) {
            &self.agreed_b
        } else {
            &[]
        }
    }

    /// Whether the two were brought together. One that came to nothing was, unless it says otherwise: books from before
    /// `never_made` may also know it from a side that said no ([`FollowUp::answer`](super::FollowUp::answer)).
    pub fn is_made(&self) -> bool {
        self.state.is_made() && !(self.never_made && self.state == IntroductionState::CameToNothing)
    }
}

impl Record for Introduction {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        for contact in self.parties().into_iter().filter_map(Party::contact) {
            visit(RecordRef::Contact(contact));
        }
        if let Some(event) = self.event {
            visit(RecordRef::Event(event));
        }
    }
}

/// How far an introduction is: the double opt-in asks both sides before it is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum IntroductionState {
    /// Promised, nobody asked yet.
    Promised,
    /// One side has been asked.
    AskedOne,
    /// Both sides have agreed.
    BothAgreed,
    /// Made.
    #[default]
    Made,
    /// They met.
    TheyMet,
    /// Something came of it.
    LedToWork,
    /// Nothing came of it.
    CameToNothing,
}

impl IntroductionState {
    /// All states, in order.
    pub const ALL: [Self; 7] = [
        Self::Promised,
        Self::AskedOne,
        Self::BothAgreed,
        Self::Made,
        Self::TheyMet,
        Self::LedToWork,
        Self::CameToNothing,
    ];

    /// Whether the two have been brought together, or never will be.
    pub fn is_made(self) -> bool {
        self >= Self::Made
    }
}
