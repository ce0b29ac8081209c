//! Two values for one field, after two programs changed the same thing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Id, Record, RecordRef};

/// A field that was changed in two places at once. The book holds one value, this record keeps the other one
/// until the user has decided; nothing is thrown away by a merge.
///
/// The id follows from record, field and the two values, so merging the same copies again makes no second one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Stable id.
    pub id: Id<Self>,
    /// The record that has the field; `None` for what belongs to the book as a whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub record: Option<RecordRef>,
    /// Name of the field as in the file, such as `notes`.
    pub field: String,
    /// The value in the book when the conflict was found, as RON.
    pub kept: String,
    /// The other value, as RON.
    pub other: String,
    /// Where the other value came from: the name of a file; empty for the book's own file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// When the conflict was found.
    pub noticed_at: DateTime<Utc>,
}

impl Default for Conflict {
    fn default() -> Self {
        Self {
            id: Id::NIL,
            record: None,
            field: String::new(),
            kept: String::new(),
            other: String::new(),
            source: String::new(),
            noticed_at: DateTime::default(),
        }
    }
}

// A conflict about a record that is gone is moot, not broken: the record is no reference of it.
impl Record for Conflict {
    fn id(&self) -> Id<Self> {
        self.id
    }
}
