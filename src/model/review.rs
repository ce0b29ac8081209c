//! Reviews: a second look at a card after some time, why the relationship has or has not developed, and the verdict.
//!
//! Owns what a review keeps. Must not know what a verdict leads to (`edit::follow_ups`) or what the reasons add up to
//! ([`crate::index::Why`]). Start reading at [`Review`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Card, Contact, Id, Record, RecordRef};

/// A review of a relationship, thirty days after the card or later.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    /// Stable id.
    pub id: Id<Self>,
    /// Who was reviewed.
    pub contact: Id<Contact>,
    /// The card that lay on the table.
    #[serde(skip_serializing_if = "is_default")]
    pub card: Option<Id<Card>>,
    /// The day of the review.
    pub on: NaiveDate,
    /// How it ended.
    pub verdict: Verdict,
    /// Whether the relationship has developed; absent where nobody was asked. See [`Self::has_developed`].
    #[serde(skip_serializing_if = "is_default")]
    pub developed: Option<bool>,
    /// Why it has or has not developed, as chosen from the list.
    #[serde(skip_serializing_if = "is_default")]
    pub reasons: Vec<ReviewReason>,
    /// Why, in the user's words.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
}

impl Review {
    /// Whether the relationship has developed: as it was answered, else as the reasons say, else as the verdict does.
    /// Absent for a person who was kept without a word.
    pub fn has_developed(&self) -> Option<bool> {
        let told = self.reasons.iter().find_map(ReviewReason::has_developed);
        self.developed.or(told).or(match self.verdict {
            Verdict::Deepen { .. } => Some(true),
            Verdict::Keep { .. } => None,
            Verdict::LetGo => Some(false),
        })
    }
}

impl Record for Review {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit(RecordRef::Contact(self.contact));
        if let Some(card) = self.card {
            visit(RecordRef::Card(card));
        }
    }
}

/// What a review ended in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// Get to know the person better: the next step and its day.
    Deepen {
        /// What is done next.
        next_step: String,
        /// By when.
        due_on: NaiveDate,
    },
    /// Keep, and look again.
    Keep {
        /// When to look again.
        review_on: NaiveDate,
    },
    /// Let go: archived, reversible.
    LetGo,
}

impl Default for Verdict {
    fn default() -> Self {
        Self::Keep { review_on: NaiveDate::default() }
    }
}

/// Why a relationship has or has not developed: one of a short list, or the user's own words.
///
/// In the book it is one text: the [`Self::key`] of a listed one, so that it can be counted in every language, and any
/// other text as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ReviewReason {
    /// There is a subject for both.
    SharedTopic,
    /// They wrote back.
    TheyReplied,
    /// One helped the other.
    OneHelped,
    /// There was another meeting.
    MetAgain,
    /// They like each other.
    Liking,
    /// What I need has changed, and now it is this person.
    NeedsChanged,
    /// There is no common subject yet.
    NoTopic,
    /// I never asked anything.
    NeverAsked,
    /// I did not write.
    NeverWrote,
    /// They fell silent.
    WentQuiet,
    /// It was the wrong moment.
    WrongMoment,
    /// Only one of the two gives.
    OneSided,
    /// They live too far away.
    TooFar,
    /// The first impression was right.
    ImpressionRight,
    /// In the user's words.
    Own(String),
}

impl ReviewReason {
    /// Why it has developed, in the order of the list.
    pub const FOR: [Self; 6] = [
        Self::SharedTopic,
        Self::TheyReplied,
        Self::OneHelped,
        Self::MetAgain,
        Self::Liking,
        Self::NeedsChanged,
    ];

    /// Why it has not, in the order of the list.
    pub const AGAINST: [Self; 8] = [
        Self::NoTopic,
        Self::NeverAsked,
        Self::NeverWrote,
        Self::WentQuiet,
        Self::WrongMoment,
        Self::OneSided,
        Self::TooFar,
        Self::ImpressionRight,
    ];

    /// The text under which it is stored: it never changes.
    pub fn key(&self) -> &str {
        match self {
            Self::SharedTopic => "shared-topic",
            Self::TheyReplied => "they-replied",
            Self::OneHelped => "one-helped",
            Self::MetAgain => "met-again",
            Self::Liking => "liking",
            Self::NeedsChanged => "needs-changed",
            Self::NoTopic => "no-topic",
            Self::NeverAsked => "never-asked",
            Self::NeverWrote => "never-wrote",
            Self::WentQuiet => "went-quiet",
            Self::WrongMoment => "wrong-moment",
            Self::OneSided => "one-sided",
            Self::TooFar => "too-far",
            Self::ImpressionRight => "impression-right",
            Self::Own(words) => words,
        }
    }

    /// Whether it says why something developed (`true`) or did not; absent for own words, which may say either.
    pub fn has_developed(&self) -> Option<bool> {
        if Self::FOR.contains(self) {
            Some(true)
        } else if Self::AGAINST.contains(self) {
            Some(false)
        } else {
            None
        }
    }

    /// Whether it lies in the hands of the owner of the book: next time it can be done otherwise.
    pub fn is_mine(&self) -> bool {
        matches!(self, Self::NeverAsked | Self::NeverWrote | Self::OneSided | Self::NoTopic)
    }

    /// The words of the user, when it is none of the list.
    pub fn own(&self) -> Option<&str> {
        match self {
            Self::Own(words) => Some(words),
            _ => None,
        }
    }
}

impl From<String> for ReviewReason {
    fn from(text: String) -> Self {
        let listed = Self::FOR.into_iter().chain(Self::AGAINST).find(|reason| reason.key() == text);
        listed.unwrap_or(Self::Own(text))
    }
}

impl From<ReviewReason> for String {
    fn from(reason: ReviewReason) -> Self {
        match reason {
            ReviewReason::Own(words) => words,
            listed => listed.key().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_reason_is_stored_under_its_key_and_own_words_as_they_are() {
        let all: Vec<ReviewReason> = ReviewReason::FOR.into_iter().chain(ReviewReason::AGAINST).collect();
        let keys: std::collections::BTreeSet<&str> = all.iter().map(ReviewReason::key).collect();
        assert_eq!(keys.len(), all.len());
        for reason in all.into_iter().chain([ReviewReason::Own("Rain \"again\"".to_owned())]) {
            let text = ron::to_string(&reason).unwrap();
            assert!(text.starts_with('"'), "{text}");
            assert_eq!(ron::from_str::<ReviewReason>(&text).unwrap(), reason);
        }
    }

    #[test]
    fn whether_it_developed_is_answered_else_told_by_reasons_else_by_the_verdict() {
        let review = |developed, reasons: &[ReviewReason], verdict| {
            Review { developed, reasons: reasons.to_vec(), verdict, ..Review::default() }.has_developed()
        };
        let keep = Verdict::default();
        assert_eq!(review(None, &[], keep.clone()), None);
        assert_eq!(review(None, &[], Verdict::LetGo), Some(false));
        assert_eq!(review(None, &[ReviewReason::Liking], Verdict::LetGo), Some(true));
        assert_eq!(review(Some(false), &[ReviewReason::Liking], keep), Some(false));
    }
}
