//! Business cards, their images, and what stands on their backs.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Contact, Event, Id, Record, RecordRef, Storage};

/// One physical or digital business card. A card without a contact is in the pile.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Stable id.
    pub id: Id<Self>,
    /// Whose card it is; absent while it is in the pile.
    #[serde(skip_serializing_if = "is_default")]
    pub contact: Option<Id<Contact>>,
    /// Image of the front.
    #[serde(skip_serializing_if = "is_default")]
    pub front: Option<Id<Attachment>>,
    /// Image of the printed back.
    #[serde(skip_serializing_if = "is_default")]
    pub back: Option<Id<Attachment>>,
    /// The day on which it was received.
    #[serde(skip_serializing_if = "is_default")]
    pub received_on: Option<NaiveDate>,
    /// The event at which it was received.
    #[serde(skip_serializing_if = "is_default")]
    pub event: Option<Id<Event>>,
    /// Who asked for whose card.
    #[serde(skip_serializing_if = "is_default")]
    pub exchange: Exchange,
    /// The first impression and later thoughts, oldest first. A dated text is never overwritten.
    #[serde(skip_serializing_if = "is_default")]
    pub impressions: Vec<Impression>,
    /// Where the physical card is now.
    #[serde(skip_serializing_if = "is_default")]
    pub whereabouts: Whereabouts,
    /// The user has put an older card of the same person on top: this one counts as out of date,
    /// whatever its day says.
    #[serde(skip_serializing_if = "is_default")]
    pub superseded: bool,
    /// What was read from the images, for the search.
    #[serde(skip_serializing_if = "is_default")]
    pub recognized_text: String,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl Card {
    /// Returns the day by which cards are ordered: received, else taken into the book.
    pub fn day(&self) -> NaiveDate {
        self.received_on.unwrap_or_else(|| self.created_at.date_naive())
    }
}

impl Record for Card {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        if let Some(contact) = self.contact {
            visit(RecordRef::Contact(contact));
        }
        if let Some(event) = self.event {
            visit(RecordRef::Event(event));
        }
        for image in [self.front, self.back].into_iter().flatten() {
            visit(RecordRef::Attachment(image));
        }
        match self.whereabouts {
            Whereabouts::StoredIn(storage) => visit(RecordRef::Storage(storage)),
            Whereabouts::LentTo { contact, from, .. } => {
                visit(RecordRef::Contact(contact));
                from.into_iter().for_each(|storage| visit(RecordRef::Storage(storage)));
            }
            Whereabouts::PassedOnTo { contact, .. } => visit(RecordRef::Contact(contact)),
            Whereabouts::Unknown | Whereabouts::Digital | Whereabouts::Discarded { .. } => {}
        }
    }
}

/// Who asked for whose card.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Exchange {
    /// Not recorded.
    #[default]
    Unknown,
    /// I asked for the card.
    IAsked,
    /// They asked for mine.
    TheyAsked,
    /// Both gave without asking.
    Mutual,
    /// It was handed to me.
    HandedToMe,
    /// It came as a file, a code or a message.
    Digital,
}

impl Exchange {
    /// All ways, in the order of the menus.
    pub const ALL: [Self; 6] =
        [Self::Unknown, Self::IAsked, Self::TheyAsked, Self::Mutual, Self::HandedToMe, Self::Digital];
}

impl Whereabouts {
    /// The place in which a card lies, or from which it was lent.
    pub fn place(self) -> Option<Id<Storage>> {
        match self {
            Self::StoredIn(place) => Some(place),
            Self::LentTo { from, .. } => from,
            Self::Unknown | Self::Digital | Self::PassedOnTo { .. } | Self::Discarded { .. } => None,
        }
    }

    /// Whether the paper is in other hands, or gone.
    pub fn is_away(self) -> bool {
        matches!(self, Self::LentTo { .. } | Self::PassedOnTo { .. } | Self::Discarded { .. })
    }
}

/// A dated thought on a card's back; the oldest is the first impression.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Impression {
    /// The day on which it was written.
    pub on: NaiveDate,
    /// The user's words.
    pub text: String,
}

/// Where a physical card is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whereabouts {
    /// Not recorded.
    #[default]
    Unknown,
    /// There is no paper.
    Digital,
    /// In a box, binder page or wallet.
    StoredIn(Id<Storage>),
    /// Lent to somebody.
    LentTo {
        /// To whom.
        contact: Id<Contact>,
        /// Since when.
        on: NaiveDate,
        /// The place where it was before, and to which it comes back.
        #[serde(default, skip_serializing_if = "is_default")]
        from: Option<Id<Storage>>,
    },
    /// Given away for good.
    PassedOnTo {
        /// To whom.
        contact: Id<Contact>,
        /// When.
        on: NaiveDate,
    },
    /// Thrown away.
    Discarded {
        /// When.
        on: NaiveDate,
    },
}

/// An image file of the book, stored once under the hash of its content.
///
/// The id is the first 128 bits of the hash, so the same picture has the same id in every book.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attachment {
    /// First 128 bits of `hash`.
    pub id: Id<Self>,
    /// BLAKE3 hash of the file, 64 hexadecimal digits; the name of the stored file.
    pub hash: String,
    /// Ending of the stored file without the dot, such as `jpg`.
    pub extension: String,
    /// Name of the file that came in; shown, never used as a path.
    #[serde(skip_serializing_if = "is_default")]
    pub name: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Width in pixels of the upright picture (EXIF orientation applied).
    pub width: u32,
    /// Height in pixels of the upright picture.
    pub height: u32,
    /// Dominant colour as red, green, blue; fills the place until the picture is drawn.
    #[serde(skip_serializing_if = "is_default")]
    pub colour: [u8; 3],
    /// When it came into the book.
    pub added_at: DateTime<Utc>,
}

impl Attachment {
    /// Returns the id that belongs to a content hash.
    pub fn id_of_hash(hash: &[u8; 32]) -> Id<Self> {
        let mut head = [0; 16];
        head.copy_from_slice(&hash[..16]);
        Id::new(u128::from_be_bytes(head))
    }

    /// Returns the name of the stored file inside the attachments folder. It is built from hash
    /// and ending only, so no name from outside can become a path.
    pub fn file_name(&self) -> String {
        format!("{}.{}", self.hash, self.extension)
    }

    /// Width divided by height; 1 for a picture without size.
    pub fn aspect(&self) -> f32 {
        if self.width == 0 || self.height == 0 { 1.0 } else { self.width as f32 / self.height as f32 }
    }

    /// Whether hash, ending and id fit together and are safe as a file name.
    pub fn is_well_formed(&self) -> bool {
        self.hash.len() == 64
            && self.hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && (1..=5).contains(&self.extension.len())
            && self.extension.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            && self.hash.starts_with(&self.id.to_string())
    }
}

impl Record for Attachment {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_becomes_a_file_name() {
        let mut attachment = Attachment {
            id: "00112233445566778899aabbccddeeff".parse().unwrap(),
            hash: "00112233445566778899aabbccddeeff".repeat(2),
            extension: "jpg".to_owned(),
            ..Attachment::default()
        };
        assert!(attachment.is_well_formed());
        attachment.extension = "../x".to_owned();
        assert!(!attachment.is_well_formed());
        attachment.extension = "jpg".to_owned();
        attachment.hash = format!("../{}", "0".repeat(61));
        assert!(!attachment.is_well_formed());
    }
}
