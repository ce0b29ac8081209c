//! What is due without being stored: birthdays, keeping in touch, meeting for the first time.
//!
//! Owns the identity of such a thing. Must not know which ones there are; that is derived ([`crate::index`]).
//! Start reading at [`DueSource`].
//!
//! Invariant: whoever acts on it makes one record with the same id on every machine
//! ([`Foreseen::id`]), so one reason never makes two, also where two copies of a book are joined.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Book, Contact, Direction, Encounter, EncounterKind, FollowUp, FollowUpKind, Id, Reason};

/// Days after a birthday on which it still can be made good.
pub const BELATED_DAYS: u64 = 7;

/// Something to be done: stored, or derived from the book and not stored until somebody acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DueSource {
    /// A record of the book.
    Stored(Id<FollowUp>),
    /// What a rule foresees.
    Foreseen(Foreseen),
}

impl DueSource {
    /// Returns the id of the record that it is, or will be once somebody acts on it: stable over days and machines.
    pub fn id(self) -> Id<FollowUp> {
        match self {
            Self::Stored(id) => id,
            Self::Foreseen(foreseen) => foreseen.id(),
        }
    }

    /// Returns what kind of thing it is; `None` for a record that is gone.
    pub fn kind(self, book: &Book) -> Option<FollowUpKind> {
        match self {
            Self::Stored(id) => book.get(id).map(|record| record.kind),
            Self::Foreseen(foreseen) => Some(foreseen.kind()),
        }
    }

    /// Returns with whom it is.
    pub fn contacts(self, book: &Book) -> Vec<Id<Contact>> {
        match self {
            Self::Stored(id) => {
                book.get(id).map(|it| it.contacts.iter().copied().collect()).unwrap_or_default()
            }
            Self::Foreseen(foreseen) => vec![foreseen.contact],
        }
    }

    /// Returns the record, when there is one.
    pub fn stored(self) -> Option<Id<FollowUp>> {
        match self {
            Self::Stored(id) => Some(id),
            Self::Foreseen(_) => None,
        }
    }
}

impl From<Id<FollowUp>> for DueSource {
    fn from(id: Id<FollowUp>) -> Self {
        Self::Stored(id)
    }
}

impl From<Foreseen> for DueSource {
    fn from(foreseen: Foreseen) -> Self {
        Self::Foreseen(foreseen)
    }
}

/// What a rule foresees for one person. Contact and reason are its identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Foreseen {
    /// With whom.
    pub contact: Id<Contact>,
    /// Why: [`Reason::Birthday`], [`Reason::KeepInTouch`] or [`Reason::MeetInPerson`].
    pub reason: Reason,
    /// The day by whose end it is to be done.
    pub due_on: NaiveDate,
}

impl Foreseen {
    /// Returns what kind of thing it is.
    pub fn kind(self) -> FollowUpKind {
        match self.reason {
            Reason::Birthday { .. } => FollowUpKind::Birthday,
            Reason::MeetInPerson => FollowUpKind::Meet,
            _ => FollowUpKind::Message,
        }
    }

    /// Returns the id of the record that it becomes. It says nothing but person and reason.
    pub fn id(self) -> Id<FollowUp> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"cardloom follow-up");
        hasher.update(&self.contact.value().to_be_bytes());
        let (tag, value) = match self.reason {
            Reason::Birthday { year } => (1_u8, i64::from(year)),
            Reason::KeepInTouch { since } => {
                (2, since.signed_duration_since(NaiveDate::default()).num_days())
            }
            Reason::MeetInPerson => (3, 0),
            // The other reasons are never foreseen.
            _ => (0, 0),
        };
        hasher.update(&[tag]);
        hasher.update(&value.to_be_bytes());
        let mut bits = [0; 16];
        hasher.finalize_xof().fill(&mut bits);
        // A UUID of version 8 (RFC 9562 §5.8).
        bits[6] = bits[6] & 0x0f | 0x80;
        bits[8] = bits[8] & 0x3f | 0x80;
        Id::new(u128::from_be_bytes(bits))
    }

    /// Returns the record that it becomes, without a moment.
    pub fn follow_up(self) -> FollowUp {
        FollowUp {
            id: self.id(),
            kind: self.kind(),
            due_on: self.due_on,
            contacts: [self.contact].into(),
            reason: self.reason,
            ..FollowUp::default()
        }
    }

    /// Returns what a record was, if it is one that a rule foresaw.
    pub fn of(follow_up: &FollowUp) -> Option<Self> {
        let mut people = follow_up.contacts.iter();
        let (Some(contact), None) = (people.next(), people.next()) else { return None };
        let (contact, reason, due_on) = (*contact, follow_up.reason, follow_up.due_on);
        matches!(reason, Reason::Birthday { .. } | Reason::KeepInTouch { .. } | Reason::MeetInPerson)
            .then_some(Self { contact, reason, due_on })
    }

    /// Whether a record is about the same thing.
    pub fn is(self, follow_up: &FollowUp) -> bool {
        follow_up.reason == self.reason && follow_up.contacts.contains(&self.contact)
    }
}

/// Whether an encounter counts as congratulations to a birthday on `birthday`: anything from me or with both sides on
/// the day or within [`BELATED_DAYS`], and a letter up to a week ahead, because the post takes its time.
pub fn is_greeting(encounter: &Encounter, birthday: NaiveDate) -> bool {
    let late = encounter.on.signed_duration_since(birthday).num_days();
    let earliest = if encounter.kind == EncounterKind::Letter { -7 } else { 0 };
    encounter.direction != Direction::ToMe && (earliest..=BELATED_DAYS as i64).contains(&late)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_depends_on_person_and_reason_alone() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 10, day).unwrap();
        let foreseen = |contact, reason, due_on| Foreseen { contact: Id::new(contact), reason, due_on };
        let one = foreseen(1, Reason::Birthday { year: 2026 }, day(14));
        assert_eq!(one.id(), foreseen(1, Reason::Birthday { year: 2026 }, day(15)).id());
        // Written into books: must stay what it is.
        assert_eq!(one.id().to_string(), "84e35ec2edd984e7bb61f79687e024a8");
        let others = [
            foreseen(2, Reason::Birthday { year: 2026 }, day(14)),
            foreseen(1, Reason::Birthday { year: 2027 }, day(14)),
            foreseen(1, Reason::KeepInTouch { since: day(1) }, day(14)),
            foreseen(1, Reason::KeepInTouch { since: day(2) }, day(14)),
            foreseen(1, Reason::MeetInPerson, day(14)),
        ];
        let ids: std::collections::BTreeSet<_> = others.iter().chain([&one]).map(|it| it.id()).collect();
        assert_eq!(ids.len(), 6);
    }

    #[test]
    fn congratulations_come_on_the_day_or_soon_after() {
        let on = |days: i64| NaiveDate::from_ymd_opt(2026, 12, 31).unwrap() + chrono::Duration::days(days);
        let told = |kind, direction, days| {
            is_greeting(&Encounter { kind, direction, on: on(days), ..Encounter::default() }, on(0))
        };
        assert!(told(EncounterKind::Message, Direction::FromMe, 0));
        assert!(told(EncounterKind::Call, Direction::Mutual, 7), "belated, in the next year");
        assert!(!told(EncounterKind::Call, Direction::Mutual, 8));
        assert!(!told(EncounterKind::Call, Direction::Mutual, -1));
        assert!(told(EncounterKind::Letter, Direction::FromMe, -5));
        assert!(!told(EncounterKind::Message, Direction::ToMe, 0));
    }
}
