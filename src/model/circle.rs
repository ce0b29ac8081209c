//! Overlapping lists of people that decide who sees what.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Cadence, Id, Record};

/// A named, overlapping list of contacts with a sharing policy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Circle {
    /// Stable id.
    pub id: Id<Self>,
    /// Name.
    pub name: String,
    /// Index into the palette of circle colours, 0 to 4, taken modulo 5.
    #[serde(skip_serializing_if = "is_default")]
    pub colour: u8,
    /// Place in the rail, smallest first.
    #[serde(skip_serializing_if = "is_default")]
    pub order: u32,
    /// What people of this circle may see of others.
    pub shared: BTreeSet<FieldGroup>,
    /// How often to be in touch with its people.
    #[serde(skip_serializing_if = "is_default")]
    pub cadence: Option<Cadence>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl Circle {
    /// What a new circle may see: enough to know who somebody is, nothing to reach them by.
    pub fn default_policy() -> BTreeSet<FieldGroup> {
        [
            FieldGroup::Name,
            FieldGroup::Organization,
            FieldGroup::Title,
            FieldGroup::Expertise,
            FieldGroup::Comment,
        ]
        .into_iter()
        .collect()
    }
}

impl Record for Circle {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The groups of fields that a sharing policy names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FieldGroup {
    /// Names and readings.
    Name,
    /// Organization.
    Organization,
    /// Title and department.
    Title,
    /// Expertise, offers, problems solved.
    Expertise,
    /// The comment written for the occasion.
    Comment,
    /// Business e-mail and phone.
    BusinessContact,
    /// Private e-mail and phone.
    PrivateContact,
    /// Postal addresses.
    Address,
    /// Birthday.
    Birthday,
    /// The human side.
    HumanSide,
    /// Impressions; never shared by default.
    Impression,
}

impl FieldGroup {
    /// All groups, in the order in which policies list them.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Organization,
        Self::Title,
        Self::Expertise,
        Self::Comment,
        Self::BusinessContact,
        Self::PrivateContact,
        Self::Address,
        Self::Birthday,
        Self::HumanSide,
        Self::Impression,
    ];

    /// Whether it is made of what the user thinks of somebody or knows about their life: never shared by default, and not
    /// without a second question.
    pub fn is_delicate(self) -> bool {
        matches!(self, Self::HumanSide | Self::Impression)
    }
}
