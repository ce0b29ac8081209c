//! A person: names, ways to reach them, what they know and need, and the human side.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{
    Address, Attachment, Circle, Formality, Id, Labelled, Organization, Record, RecordRef, Step, YearlessDate,
};

/// A person in the book.
///
/// A contact may have cards ([`super::Card::contact`]), but one who was only mentioned has none.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Stable id.
    pub id: Id<Self>,
    /// The name in all its writings.
    #[serde(skip_serializing_if = "is_default")]
    pub name: PersonName,
    /// Where the person works or belongs, newest first; a job change adds one and closes another.
    #[serde(skip_serializing_if = "is_default")]
    pub affiliations: Vec<Affiliation>,
    /// Phone numbers as printed.
    #[serde(skip_serializing_if = "is_default")]
    pub phones: Vec<Labelled>,
    /// E-mail addresses.
    #[serde(skip_serializing_if = "is_default")]
    pub emails: Vec<Labelled>,
    /// Postal addresses.
    #[serde(skip_serializing_if = "is_default")]
    pub addresses: Vec<Address>,
    /// Web addresses and profiles.
    #[serde(skip_serializing_if = "is_default")]
    pub links: Vec<Labelled>,
    /// Fields of the user's own.
    #[serde(skip_serializing_if = "is_default")]
    pub custom: Vec<Labelled>,
    /// Languages that the person speaks, best first, as BCP 47 tags (`ja`, `de-AT`).
    #[serde(skip_serializing_if = "is_default")]
    pub languages: Vec<String>,
    /// "How can I help?" in the user's words, shown high up.
    #[serde(skip_serializing_if = "is_default")]
    pub help: String,
    /// What the person can do.
    #[serde(skip_serializing_if = "is_default")]
    pub expertise: Vec<Expertise>,
    /// Problems that the person solves for others.
    #[serde(skip_serializing_if = "is_default")]
    pub problems_solved: Vec<String>,
    /// What the person offers.
    #[serde(skip_serializing_if = "is_default")]
    pub offers: Vec<String>,
    /// What the person looks for.
    #[serde(skip_serializing_if = "is_default")]
    pub needs: Vec<Need>,
    /// What was found out about the person's business.
    #[serde(skip_serializing_if = "is_default")]
    pub research: Vec<ResearchNote>,
    /// Sayings of the person that the user wants to remember word for word.
    #[serde(skip_serializing_if = "is_default")]
    pub own_words: String,
    /// The human side, which comes before the business side.
    #[serde(skip_serializing_if = "is_default")]
    pub human: HumanSide,
    /// Free notes.
    #[serde(skip_serializing_if = "is_default")]
    pub notes: String,
    /// Free tags.
    #[serde(skip_serializing_if = "is_default")]
    pub tags: BTreeSet<String>,
    /// The circles that the person is in, as many as fit.
    #[serde(skip_serializing_if = "is_default")]
    pub circles: BTreeSet<Id<Circle>>,
    /// A photograph of the person.
    #[serde(skip_serializing_if = "is_default")]
    pub portrait: Option<Id<Attachment>>,
    /// Photographs that stood on records which were joined to this one; each can be chosen again.
    #[serde(skip_serializing_if = "is_default")]
    pub other_portraits: Vec<Id<Attachment>>,
    /// How often to keep in touch, where it differs from the circles'.
    #[serde(skip_serializing_if = "is_default")]
    pub cadence: Option<Cadence>,
    /// How letters address the person; absent until it was chosen.
    #[serde(skip_serializing_if = "is_default")]
    pub formality: Option<Formality>,
    /// Others only mentioned the person; there was no meeting and no card.
    #[serde(skip_serializing_if = "is_default")]
    pub only_mentioned: bool,
    /// When and why the person was let go; archived people leave the views, not the book.
    #[serde(skip_serializing_if = "is_default")]
    pub archived: Option<Archived>,
    /// Other names: a maiden name, another writing, what remained of a card that was found to be theirs.
    #[serde(skip_serializing_if = "is_default")]
    pub other_names: Vec<String>,
    /// People whom the user has confirmed to be somebody else.
    #[serde(skip_serializing_if = "is_default")]
    pub not_the_same_as: BTreeSet<Id<Self>>,
    /// On which days entries of the lists of knowledge were written down, by their words.
    #[serde(skip_serializing_if = "is_default")]
    pub noted: BTreeSet<Noted>,
    /// Who does not fit which need of this person, as the user said.
    #[serde(skip_serializing_if = "is_default")]
    pub no_fits: BTreeSet<NoFit>,
    /// Ids of records that were found to be this same person and are part of this one now; they are in no table any
    /// more, unless another copy of the book had changed them at the same time.
    #[serde(skip_serializing_if = "is_default")]
    pub merged: BTreeSet<MergedId>,
    /// vCard content lines that the program does not know, kept for export as they came.
    #[serde(skip_serializing_if = "is_default")]
    pub foreign_properties: Vec<String>,
    /// When the record was made.
    pub created_at: DateTime<Utc>,
    /// When the record was last changed.
    pub updated_at: DateTime<Utc>,
}

impl Contact {
    /// Returns the affiliation that holds today: the first one that has not ended.
    pub fn current_affiliation(&self) -> Option<&Affiliation> {
        self.affiliations.iter().find(|affiliation| affiliation.until.is_none())
    }

    /// Returns the first language, or an empty text.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("", String::as_str)
    }

    /// Returns the day on which an entry of the lists of knowledge was written down, when it is known.
    pub fn noted_on(&self, entry: &str) -> Option<NaiveDate> {
        let entry = entry.trim();
        self.noted.iter().filter(|noted| noted.what == entry).map(|noted| noted.on).max()
    }

    /// Whether the user said that somebody does not fit a need of this person.
    pub fn is_no_fit(&self, need: Id<Need>, helper: Id<Self>) -> bool {
        self.no_fits.iter().any(|it| it.need == need && it.contact == helper)
    }

    /// Returns the name as the person writes it.
    pub fn display_name(&self) -> String {
        self.name.display(self.language())
    }
}

/// The id of a contact that became a part of another one. It leads nowhere, so it is no link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MergedId(pub Id<Contact>);

impl Record for Contact {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        for affiliation in &self.affiliations {
            visit(RecordRef::Organization(affiliation.organization));
        }
        for circle in &self.circles {
            visit(RecordRef::Circle(*circle));
        }
        for other in &self.not_the_same_as {
            visit(RecordRef::Contact(*other));
        }
        for no_fit in &self.no_fits {
            visit(RecordRef::Contact(no_fit.contact));
        }
        for portrait in self.portrait.iter().chain(&self.other_portraits) {
            visit(RecordRef::Attachment(*portrait));
        }
    }

    fn inside(&self) -> Vec<(RecordRef, Vec<Step>)> {
        self.merged.iter().map(|merged| (RecordRef::Contact(merged.0), Vec::new())).collect()
    }
}

/// A person's name with readings (RFC 6350 §6.2.2; SORT-AS and PHONETIC of RFC 9554 for readings).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonName {
    /// Family name.
    #[serde(skip_serializing_if = "is_default")]
    pub family: String,
    /// Given name.
    #[serde(skip_serializing_if = "is_default")]
    pub given: String,
    /// Middle names.
    #[serde(skip_serializing_if = "is_default")]
    pub additional: String,
    /// Titles before the name, such as "Dr."
    #[serde(skip_serializing_if = "is_default")]
    pub prefix: String,
    /// Letters after the name, such as "Ph.D."
    #[serde(skip_serializing_if = "is_default")]
    pub suffix: String,
    /// Nickname.
    #[serde(skip_serializing_if = "is_default")]
    pub nickname: String,
    /// How to address the person in a letter, such as "様" or "Frau"; empty means by language.
    #[serde(skip_serializing_if = "is_default")]
    pub honorific: String,
    /// Reading of the family name in kana (furigana).
    #[serde(skip_serializing_if = "is_default")]
    pub family_reading: String,
    /// Reading of the given name in kana (furigana).
    #[serde(skip_serializing_if = "is_default")]
    pub given_reading: String,
    /// The whole name in Latin letters, such as "Tanaka Haruka".
    #[serde(skip_serializing_if = "is_default")]
    pub latin: String,
    /// Which part comes first.
    #[serde(skip_serializing_if = "is_default")]
    pub order: NameOrder,
}

impl PersonName {
    /// Returns a name of given and family part.
    pub fn new(given: impl Into<String>, family: impl Into<String>) -> Self {
        Self { given: given.into(), family: family.into(), ..Self::default() }
    }

    /// Returns the name that was typed into one field, split at the place that its writing suggests:
    /// "田中 遥" and "Weber, Jonas" are family first, "Jonas Weber" is given first.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        if let Some((family, given)) = text.split_once(',') {
            return Self::new(given.trim(), family.trim());
        }
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let mut prefix = Vec::new();
        while words.len() > 1 && words[0].ends_with('.') && words[0].chars().count() > 2 {
            prefix.push(words.remove(0));
        }
        let mut name = match words.as_slice() {
            [] => Self::default(),
            [only] => Self::new("", *only),
            [family, given @ ..] if text.chars().any(is_east_asian) => Self::new(given.join(" "), *family),
            [given @ .., family] => Self::new(given.join(" "), *family),
        };
        name.prefix = prefix.join(" ");
        name
    }

    /// Whether the family name stands first when the name is written.
    pub fn family_first(&self, language: &str) -> bool {
        match self.order {
            NameOrder::FamilyFirst => true,
            NameOrder::GivenFirst => false,
            NameOrder::ByLanguage => {
                self.family.chars().chain(self.given.chars()).any(is_east_asian)
                    || matches!(language, "zh" | "ko" | "hu")
            }
        }
    }

    /// Returns the name as one line, without honorific; empty when nothing is known.
    pub fn display(&self, language: &str) -> String {
        let parts: [&str; 5] = if self.family_first(language) {
            [&self.prefix, &self.family, &self.given, &self.additional, &self.suffix]
        } else {
            [&self.prefix, &self.given, &self.additional, &self.family, &self.suffix]
        };
        let line = join_nonempty(&parts);
        if !line.is_empty() {
            line
        } else if !self.latin.trim().is_empty() {
            self.latin.trim().to_owned()
        } else {
            self.nickname.trim().to_owned()
        }
    }

    /// Returns how a letter addresses the person: `田中 遥 様`, `Frau Dr. Weber`, `Jonas Weber`. In Japanese 様 stands
    /// where nothing else is known; other languages would have to guess, and write the whole name instead.
    pub fn addressed(&self, language: &str) -> String {
        let honorific = self.honorific.trim();
        let whole = self.display(language);
        if whole.is_empty() {
            return String::new();
        }
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let follows = self.family.chars().chain(self.given.chars()).any(is_east_asian)
            || honorific.chars().any(is_east_asian);
        if follows {
            let honorific =
                if honorific.is_empty() && matches!(primary, "" | "ja") { "様" } else { honorific };
            return join_nonempty(&[&whole, honorific]);
        }
        if honorific.is_empty() {
            return whole;
        }
        // "Frau Dr." has the title in it already.
        let prefix = if honorific.contains(self.prefix.trim()) { "" } else { self.prefix.as_str() };
        let name = if self.family.trim().is_empty() { &whole } else { &self.family };
        join_nonempty(&[honorific, prefix, name])
    }

    /// Returns the kana reading as one line, or an empty text.
    pub fn reading(&self) -> String {
        join_nonempty(&[&self.family_reading, &self.given_reading])
    }

    /// Whether no part of the name is known.
    pub fn is_empty(&self) -> bool {
        self.display("").is_empty() && self.reading().is_empty()
    }
}

fn join_nonempty(parts: &[&str]) -> String {
    let mut line = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// Whether a character belongs to a writing in which family names stand first
/// (kana, CJK ideographs, hangul).
pub fn is_east_asian(character: char) -> bool {
    matches!(u32::from(character),
        0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Which part of a name is written first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameOrder {
    /// As the writing and the language of the person suggest.
    #[default]
    ByLanguage,
    /// Family name first.
    FamilyFirst,
    /// Given name first.
    GivenFirst,
}

/// A dated place in an organization.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Affiliation {
    /// The organization.
    pub organization: Id<Organization>,
    /// Job title as on the card.
    #[serde(skip_serializing_if = "is_default")]
    pub title: String,
    /// Department.
    #[serde(skip_serializing_if = "is_default")]
    pub department: String,
    /// First day, when known.
    #[serde(skip_serializing_if = "is_default")]
    pub from: Option<NaiveDate>,
    /// Last day; absent while it lasts.
    #[serde(skip_serializing_if = "is_default")]
    pub until: Option<NaiveDate>,
}

/// Something that a contact can do (vCard `EXPERTISE`, RFC 6715 §2.1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Expertise {
    /// The field, in a few words.
    pub what: String,
    /// How well.
    #[serde(skip_serializing_if = "is_default")]
    pub level: ExpertiseLevel,
}

/// How well a contact knows a field (RFC 6715 §3.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ExpertiseLevel {
    /// Not said.
    #[default]
    Unknown,
    /// Knows a little.
    Beginner,
    /// Does it regularly.
    Average,
    /// Is asked by others.
    Expert,
}

/// What a contact looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Need {
    /// Stable id, so that a referral can name it.
    pub id: Id<Self>,
    /// The need, in a few words.
    pub what: String,
    /// Since when it is known.
    #[serde(skip_serializing_if = "is_default")]
    pub opened_on: Option<NaiveDate>,
    /// When it was met or given up; absent while open.
    #[serde(skip_serializing_if = "is_default")]
    pub closed_on: Option<NaiveDate>,
}

/// When an entry of the lists of knowledge (expertise, problems, offers, interests, hobbies) was written down.
///
/// Beside the lists and not in them, so that the lists stay lists of words.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Noted {
    /// The words of the entry, trimmed.
    pub what: String,
    /// The day.
    pub on: NaiveDate,
}

/// Somebody who could answer a need by their words and does not fit, as the user said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct NoFit {
    /// The need.
    pub need: Id<Need>,
    /// Who does not fit it.
    pub contact: Id<Contact>,
    /// When the user said so.
    pub on: NaiveDate,
}

/// A dated note about a contact's business with its source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResearchNote {
    /// What was found out.
    pub text: String,
    /// Where: a link, a book, a person.
    #[serde(skip_serializing_if = "is_default")]
    pub source: String,
    /// When; a note goes stale after twelve months.
    #[serde(skip_serializing_if = "is_default")]
    pub researched_on: Option<NaiveDate>,
}

/// The human side of a contact; never shared by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HumanSide {
    /// Birthday; the year may be unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub birthday: Option<YearlessDate>,
    /// Home, places that matter.
    #[serde(skip_serializing_if = "is_default")]
    pub home: String,
    /// Family and other people that matter.
    #[serde(skip_serializing_if = "is_default")]
    pub people: String,
    /// Food, places, what the person enjoys, in whole sentences; what they do regularly stands in `hobbies`.
    #[serde(skip_serializing_if = "is_default")]
    pub enjoys: String,
    /// What the person follows with interest (vCard `INTEREST`, RFC 6715 §2.3).
    #[serde(skip_serializing_if = "is_default")]
    pub interests: Vec<String>,
    /// What the person does in their free time (vCard `HOBBY`, RFC 6715 §2.2).
    #[serde(skip_serializing_if = "is_default")]
    pub hobbies: Vec<String>,
    /// What to avoid.
    #[serde(skip_serializing_if = "is_default")]
    pub avoids: String,
    /// Gifts given and received.
    #[serde(skip_serializing_if = "is_default")]
    pub gifts: String,
    /// What to start a conversation with.
    #[serde(skip_serializing_if = "is_default")]
    pub starters: String,
}

/// How often to be in touch, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    /// Interval to aim at, in days.
    pub ideal_days: u32,
    /// Interval after which it is overdue, in days; at least `ideal_days`.
    pub latest_days: u32,
}

/// When and why a contact was let go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Archived {
    /// The day.
    pub on: NaiveDate,
    /// Why, in the user's words.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, family: &str, given: &str, shown: &str) {
        let name = PersonName::parse(typed);
        assert_eq!((name.family.as_str(), name.given.as_str()), (family, given), "{typed}");
        assert_eq!(name.display(""), shown, "{typed}");
    }

    #[test]
    fn a_typed_name_is_split_as_its_writing_suggests() {
        check("Jonas Weber", "Weber", "Jonas", "Jonas Weber");
        check("Weber, Jonas", "Weber", "Jonas", "Jonas Weber");
        check("田中 遥", "田中", "遥", "田中 遥");
        check("Dr. Klaus Brenner", "Brenner", "Klaus", "Dr. Klaus Brenner");
        check("Prince", "Prince", "", "Prince");
        check("  ", "", "", "");
        check("J. R. Ewing", "Ewing", "J. R.", "J. R. Ewing");
    }

    #[test]
    fn a_letter_addresses_people_as_their_language_does() {
        let name = |family: &str, given: &str, prefix: &str, honorific: &str| PersonName {
            prefix: prefix.to_owned(),
            honorific: honorific.to_owned(),
            ..PersonName::new(given, family)
        };
        assert_eq!(name("田中", "遥", "", "").addressed("ja"), "田中 遥 様");
        assert_eq!(name("田中", "遥", "", "先生").addressed("ja"), "田中 遥 先生");
        assert_eq!(name("Weber", "Jonas", "Dr.", "Herr").addressed("de-AT"), "Herr Dr. Weber");
        assert_eq!(name("Weber", "Jonas", "Dr.", "Herr Dr.").addressed("de"), "Herr Dr. Weber");
        assert_eq!(name("Weber", "Jonas", "", "").addressed("de"), "Jonas Weber");
        assert_eq!(name("", "Cher", "", "Ms").addressed("en"), "Ms Cher");
        assert_eq!(PersonName::default().addressed("ja"), "");
    }

    #[test]
    fn a_person_without_a_name_shows_what_is_known() {
        let name = PersonName { latin: "Haruka".to_owned(), ..PersonName::default() };
        assert_eq!(name.display("ja"), "Haruka");
        assert!(PersonName::default().is_empty());
    }
}
