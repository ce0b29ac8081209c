//! Cards passed on and leads received.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Card, Contact, Id, Money, Need, Party, Record, RecordRef};

/// A card passed on, or a lead received: `giver` told `recipient` about `subject`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Referral {
    /// Stable id.
    pub id: Id<Self>,
    /// Whose card it is.
    pub subject: Id<Contact>,
    /// The card itself, when one was handed on.
    #[serde(skip_serializing_if = "is_default")]
    pub card: Option<Id<Card>>,
    /// Who passed it on.
    pub giver: Party,
    /// To whom.
    pub recipient: Party,
    /// The recipient's need that it answers.
    #[serde(skip_serializing_if = "is_default")]
    pub need: Option<Id<Need>>,
    /// The need in words.
    #[serde(skip_serializing_if = "is_default")]
    pub need_text: String,
    /// What the giver said about the person and the field.
    #[serde(skip_serializing_if = "is_default")]
    pub comment: String,
    /// How far it is.
    pub state: ReferralState,
    /// When each state was reached, oldest first.
    #[serde(skip_serializing_if = "is_default")]
    pub steps: Vec<ReferralStep>,
    /// When the owner was told; absent is an open promise once the card was passed on.
    #[serde(skip_serializing_if = "is_default")]
    pub owner_told_on: Option<NaiveDate>,
    /// What came of it.
    #[serde(skip_serializing_if = "is_default")]
    pub outcome: Option<Outcome>,
    /// The recipient is to be asked how it went; only of a card that I pass on.
    #[serde(skip_serializing_if = "is_default")]
    pub asks_how: bool,
    /// Withheld fields that the owner agreed to share, in books from before `agreed`.
    #[serde(skip_serializing_if = "is_default")]
    pub consents: Vec<String>,
    /// When the owner agreed to what stands in `consents`.
    #[serde(skip_serializing_if = "is_default")]
    pub agreed_on: Option<NaiveDate>,
    /// Withheld fields that the owner agreed to share with the recipient, each with its day.
    #[serde(skip_serializing_if = "is_default")]
    pub agreed: Vec<Consent>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

/// Something withheld that its owner agreed to have told to one other person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Consent {
    /// What, as the gate names it (`exchange::share::Withheld::key`): another number needs another consent.
    pub what: String,
    /// When they agreed.
    pub on: NaiveDate,
}

impl Consent {
    /// Adds a consent to a list; what was agreed to before keeps its first day.
    pub fn add_to(self, all: &mut Vec<Self>) {
        if all.iter().all(|known| known.what != self.what) {
            all.push(self);
        }
    }
}

impl Referral {
    /// What the owner agreed to share with the recipient, and when, as far as it is known.
    pub fn agreements(&self) -> impl Iterator<Item = (&str, Option<NaiveDate>)> {
        let older = self.consents.iter().map(|what| (what.as_str(), self.agreed_on));
        older.chain(self.agreed.iter().map(|consent| (consent.what.as_str(), Some(consent.on))))
    }

    /// Whether it is about a need, as far as it says: the same one, the same words, or one of both says nothing.
    pub fn may_be_for(&self, need: Option<Id<Need>>, text: &str) -> bool {
        let says = |need: Option<Id<Need>>, text: &str| need.is_some() || !text.trim().is_empty();
        if !says(self.need, &self.need_text) || !says(need, text) {
            return true;
        }
        if self.need.is_some() && need.is_some() {
            return self.need == need;
        }
        self.need_text.trim().to_lowercase() == text.trim().to_lowercase()
    }

    /// Whether I passed a card on and its owner does not know yet.
    pub fn owner_must_be_told(&self) -> bool {
        self.giver == Party::Me && self.state >= ReferralState::PassedOn && self.owner_told_on.is_none()
    }

    /// Whether it is known how it went: the two met, or something came of it.
    pub fn is_settled(&self) -> bool {
        self.state >= ReferralState::TheyMet || self.outcome.is_some()
    }

    /// Returns the day of the first step that is a state or beyond it.
    pub fn reached(&self, state: ReferralState) -> Option<NaiveDate> {
        self.steps.iter().find(|step| step.state >= state).map(|step| step.on)
    }

    /// Whether somebody told me of a person.
    pub fn is_lead(&self) -> bool {
        self.recipient == Party::Me
    }

    /// The states that a referral goes through, in order: who passes a card on has an owner to tell, and a lead
    /// begins when it is received.
    pub fn course(&self) -> &'static [ReferralState] {
        if self.giver == Party::Me {
            &ReferralState::ALL
        } else if self.is_lead() {
            &ReferralState::OF_LEAD
        } else {
            &ReferralState::OF_OTHERS
        }
    }

    /// The state that comes next.
    pub fn next(&self) -> Option<ReferralState> {
        self.course().iter().copied().find(|state| *state > self.state)
    }

    /// Returns the day of the newest step.
    pub fn last_step_on(&self) -> Option<NaiveDate> {
        self.steps.last().map(|step| step.on)
    }
}

impl Record for Referral {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit(RecordRef::Contact(self.subject));
        for contact in [self.giver, self.recipient].into_iter().filter_map(Party::contact) {
            visit(RecordRef::Contact(contact));
        }
        if let Some(card) = self.card {
            visit(RecordRef::Card(card));
        }
    }
}

/// The states of a referral, in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReferralState {
    /// Thought about.
    #[default]
    Considered,
    /// The card or its snippet has been handed on.
    PassedOn,
    /// Its owner knows.
    OwnerTold,
    /// The two met.
    TheyMet,
    /// It has come to a result.
    Outcome,
    /// Thanks were said.
    Thanked,
}

impl ReferralState {
    /// All states, in order.
    pub const ALL: [Self; 6] =
        [Self::Considered, Self::PassedOn, Self::OwnerTold, Self::TheyMet, Self::Outcome, Self::Thanked];

    /// Those of a lead that I received: passed on to me, we met, what came of it, thanked.
    pub const OF_LEAD: [Self; 4] = [Self::PassedOn, Self::TheyMet, Self::Outcome, Self::Thanked];

    /// Those of a card that others passed on: its owner is not mine to tell.
    pub const OF_OTHERS: [Self; 5] =
        [Self::Considered, Self::PassedOn, Self::TheyMet, Self::Outcome, Self::Thanked];
}

/// A state and the day on which it was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralStep {
    /// The state.
    pub state: ReferralState,
    /// The day.
    pub on: NaiveDate,
}

/// What came of a referral.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcome {
    /// How it ended.
    pub kind: OutcomeKind,
    /// What it was worth, if the user says so.
    #[serde(skip_serializing_if = "is_default")]
    pub value: Option<Money>,
    /// In the user's words.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
}

/// How a referral ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum OutcomeKind {
    /// They are talking.
    #[default]
    Talking,
    /// It led to work.
    LedToWork,
    /// It came to nothing.
    CameToNothing,
}
