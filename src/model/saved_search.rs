//! Searches that are kept under a name.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Book, Id, Record};

/// A search that is kept under a name; what it finds is looked for anew each time.
///
/// A record of its own and not a list in the header, so that two machines that each keep a search both keep it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedSearch {
    /// Stable id.
    pub id: Id<Self>,
    /// Name in the rail.
    pub name: String,
    /// The text of the search field.
    pub query: String,
    /// Place in the rail, smallest first; equal ones by id.
    #[serde(skip_serializing_if = "is_default")]
    pub order: u32,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl SavedSearch {
    /// Returns the saved searches of a book in the order of the rail.
    pub fn in_order(book: &Book) -> Vec<&Self> {
        let mut all: Vec<&Self> = book.searches.values().map(|search| &**search).collect();
        all.sort_by_key(|search| (search.order, search.id));
        all
    }

    /// Whether a text of the search field is this search; white space makes no difference.
    pub fn same_query(&self, query: &str) -> bool {
        self.query.split_whitespace().eq(query.split_whitespace())
    }
}

impl Record for SavedSearch {
    fn id(&self) -> Id<Self> {
        self.id
    }
}
