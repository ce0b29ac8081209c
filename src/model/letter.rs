//! How letters are written: how near two people are, and templates of the user's own.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Book, Id, Record};

/// How near the two are who write to each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Formality {
    /// Sie, the polite form of business, Ms and Mr.
    #[default]
    Polite,
    /// Du, first names.
    Close,
}

impl Formality {
    /// Both, the polite one first.
    pub const ALL: [Self; 2] = [Self::Polite, Self::Close];
}

/// A letter of the user's own with fields in angle brackets, for one language and one form of address.
///
/// A record of its own and not a list in the header, so that two machines that each add one both keep it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterTemplate {
    /// Stable id.
    pub id: Id<Self>,
    /// What it is called in the list.
    pub name: String,
    /// The language in which it is written: `en`, `ja` or `de`.
    pub language: String,
    /// For whom it is.
    #[serde(skip_serializing_if = "is_default")]
    pub formality: Formality,
    /// The subject (件名).
    pub subject_line: String,
    /// The text, lines parted by a line feed.
    pub body: String,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl LetterTemplate {
    /// Returns the templates for a language and a form in the order of their names.
    pub fn fitting<'a>(book: &'a Book, language: &str, formality: Formality) -> Vec<&'a Self> {
        let all = book.templates.values().map(|template| &**template);
        let mut all: Vec<&Self> =
            all.filter(|it| it.language == language && it.formality == formality).collect();
        all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        all
    }
}

impl Record for LetterTemplate {
    fn id(&self) -> Id<Self> {
        self.id
    }
}
