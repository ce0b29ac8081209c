//! Companies and other groups.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Id, Record, RecordRef};

/// A company, association, university or other group; one rename serves all its people.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Organization {
    /// Stable id.
    pub id: Id<Self>,
    /// Name as the organization writes it.
    pub name: String,
    /// Reading in kana.
    #[serde(skip_serializing_if = "is_default")]
    pub reading: String,
    /// Name in Latin letters.
    #[serde(skip_serializing_if = "is_default")]
    pub latin: String,
    /// Earlier names, so that an old card is still found.
    #[serde(skip_serializing_if = "is_default")]
    pub former_names: Vec<String>,
    /// City of the main office.
    #[serde(skip_serializing_if = "is_default")]
    pub city: String,
    /// Web address.
    #[serde(skip_serializing_if = "is_default")]
    pub website: String,
    /// The organization of which this one is a part.
    #[serde(skip_serializing_if = "is_default")]
    pub part_of: Option<Id<Self>>,
    /// Free notes.
    #[serde(skip_serializing_if = "is_default")]
    pub notes: String,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl Record for Organization {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        if let Some(parent) = self.part_of {
            visit(RecordRef::Organization(parent));
        }
    }
}
