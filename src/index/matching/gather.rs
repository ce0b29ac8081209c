//! What somebody can do and what somebody looks for: which texts of a person count, and how much.
//!
//! Owns the way from records to texts. Must not know how texts are compared. Start reading at [`abilities`].
//!
//! What is looked for is not what is there: a sentence of a note or of the back of a card that asks for something is no
//! ability of the person.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::asks;
use crate::index::Links;
use crate::model::{Book, Contact, ExpertiseLevel, Id, Need};
use crate::text::fold::fold;

/// Encounters whose topics and notes count.
const ENCOUNTERS: usize = 12;
/// Characters of one text; longer ones are cut into sentences, and sentences into pieces.
const LONGEST: usize = 240;
/// Pieces of one long text.
const PIECES: usize = 40;

/// From where it is known what somebody can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A field of expertise with its level.
    Expertise(ExpertiseLevel),
    /// A problem that the person solves.
    Problem,
    /// An offer.
    Offer,
    /// A research note.
    Research,
    /// The job title.
    Title,
    /// A tag.
    Tag,
    /// Words on the back of a card.
    CardBack,
    /// A topic or note of an encounter.
    Talk,
    /// The person's own words, or free notes.
    Note,
    /// An interest.
    Interest,
    /// A hobby, or what the person enjoys.
    Hobby,
    /// An open need: what the person looks for.
    Need,
    /// "How can I help?"
    Help,
}

impl EntryKind {
    /// How much it says about what somebody can do; 1 is an offer.
    pub(super) fn weight(self) -> f32 {
        WEIGHTS[usize::from(self.rank())]
    }

    /// Whether it is something in passing, not what somebody can do.
    pub(super) fn is_mere(self) -> bool {
        matches!(self, Self::CardBack | Self::Talk | Self::Note | Self::Interest | Self::Hobby)
    }

    /// The place of its weight among [`WEIGHTS`].
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Expertise(ExpertiseLevel::Expert) => 0,
            Self::Expertise(ExpertiseLevel::Average | ExpertiseLevel::Unknown)
            | Self::Problem
            | Self::Offer
            | Self::Need => 1,
            Self::Expertise(ExpertiseLevel::Beginner) => 2,
            Self::Research => 3,
            Self::Title | Self::Tag | Self::CardBack | Self::Help => 4,
            Self::Talk | Self::Note => 5,
            Self::Interest => 6,
            Self::Hobby => 7,
        }
    }
}

/// What kinds of texts count, by rank.
pub(super) const WEIGHTS: [f32; 8] = [1.15, 1.0, 0.8, 0.75, 0.65, 0.45, 0.4, 0.35];

/// One text of a person.
pub(super) struct Entry<'a> {
    pub kind: EntryKind,
    pub need: Option<Id<Need>>,
    pub on: Option<NaiveDate>,
    pub text: Cow<'a, str>,
}

/// Returns what a person can do, as far as the book tells; nothing of somebody who was let go.
pub(super) fn abilities<'a>(book: &'a Book, links: &Links, contact: &'a Contact) -> Vec<Entry<'a>> {
    let mut all: Vec<Entry<'a>> = Vec::new();
    if contact.archived.is_some() {
        return all;
    }
    let mut short = |kind, on: Option<NaiveDate>, text: &'a str| {
        let text = text.trim();
        if !text.is_empty() {
            for piece in pieces(text) {
                all.push(Entry { kind, need: None, on, text: Cow::Borrowed(piece) });
            }
        }
    };
    for entry in &contact.expertise {
        short(EntryKind::Expertise(entry.level), contact.noted_on(&entry.what), &entry.what);
    }
    for entry in &contact.problems_solved {
        short(EntryKind::Problem, contact.noted_on(entry), entry);
    }
    for entry in &contact.offers {
        short(EntryKind::Offer, contact.noted_on(entry), entry);
    }
    if let Some(work) = contact.current_affiliation() {
        short(EntryKind::Title, work.from, &work.title);
        short(EntryKind::Title, work.from, &work.department);
    }
    for tag in &contact.tags {
        short(EntryKind::Tag, None, tag);
    }
    for entry in &contact.human.interests {
        short(EntryKind::Interest, contact.noted_on(entry), entry);
    }
    for entry in &contact.human.hobbies {
        short(EntryKind::Hobby, contact.noted_on(entry), entry);
    }
    let mut told = |kind, on: Option<NaiveDate>, text: &'a str| {
        for piece in pieces(text).filter(|piece| !asks(&fold(piece))) {
            all.push(Entry { kind, need: None, on, text: Cow::Borrowed(piece) });
        }
    };
    for note in &contact.research {
        told(EntryKind::Research, note.researched_on, &note.text);
    }
    let theirs = links.contact(contact.id);
    for card in theirs.cards.iter().filter_map(|card| book.get(*card)) {
        for impression in &card.impressions {
            told(EntryKind::CardBack, Some(impression.on), &impression.text);
        }
    }
    for encounter in theirs.encounters.iter().take(ENCOUNTERS).filter_map(|id| book.get(*id)) {
        for topic in &encounter.topics {
            told(EntryKind::Talk, Some(encounter.on), topic);
        }
        told(EntryKind::Talk, Some(encounter.on), &encounter.note);
    }
    told(EntryKind::Note, None, &contact.own_words);
    told(EntryKind::Note, None, &contact.notes);
    told(EntryKind::Hobby, None, &contact.human.enjoys);
    all
}

/// Returns what a person looks for: open needs, and the field "How can I help?".
pub(super) fn wishes(contact: &Contact) -> Vec<Entry<'_>> {
    if contact.archived.is_some() {
        return Vec::new();
    }
    let open = contact.needs.iter().filter(|need| need.closed_on.is_none() && !need.what.trim().is_empty());
    let needs = open.map(|need| Entry {
        kind: EntryKind::Need,
        need: Some(need.id),
        on: need.opened_on,
        text: Cow::Borrowed(need.what.trim()),
    });
    let help = pieces(&contact.help).map(|piece| Entry {
        kind: EntryKind::Help,
        need: None,
        on: None,
        text: Cow::Borrowed(piece),
    });
    needs.chain(help).collect()
}

/// Cuts a long text into its sentences; a text of one short sentence is one piece.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let ends =
        |character: char| matches!(character, '\n' | '\r' | '。' | '！' | '？' | '!' | '?' | ';' | '；');
    let sentences = text.split(ends).flat_map(|line| line.split(". "));
    sentences.flat_map(Chunks).map(str::trim).filter(|piece| !piece.is_empty()).take(PIECES)
}

/// Pieces of a sentence without end, cut between words where there are any.
struct Chunks<'a>(&'a str);

impl<'a> Iterator for Chunks<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.0.is_empty() {
            return None;
        }
        let limit = self.0.char_indices().nth(LONGEST).map_or(self.0.len(), |(at, _)| at);
        let cut = if limit == self.0.len() {
            limit
        } else {
            self.0[..limit].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(limit)
        };
        let (piece, rest) = self.0.split_at(cut);
        self.0 = rest;
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_into_sentences_and_none_is_endless() {
        let all = |text: &'static str| pieces(text).collect::<Vec<_>>();
        assert_eq!(all("Calm. Knows glass!\nSails"), ["Calm", "Knows glass", "Sails"]);
        assert_eq!(all(" \n "), Vec::<&str>::new());
        let endless = "字".repeat(20_000);
        assert!(pieces(&endless).all(|piece| piece.chars().count() <= LONGEST));
        assert_eq!(pieces(&endless).count(), PIECES);
    }
}
