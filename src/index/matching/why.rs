//! A hit in words: what meets what, from where it is known, and what stands against it.
//!
//! Must not know how the words are laid out. Start reading at [`Fit::why`].

use chrono::NaiveDate;

use super::find::{Evidence, Fit, Source};
use super::gather::EntryKind;
use super::known::{Known, Tried};
use crate::model::{Book, Contact, Id};
use crate::text::Texts;

impl EntryKind {
    /// What the person does with the words: "offers", "knows", "needs".
    pub fn verb(self, texts: &Texts) -> &str {
        match self {
            Self::Expertise(_) => texts.matching_knows(),
            Self::Problem => texts.matching_solves(),
            Self::Offer => texts.matching_offers(),
            Self::Research => texts.matching_researched(),
            Self::Title => texts.matching_works_as(),
            Self::Tag => texts.matching_tagged(),
            Self::CardBack => texts.matching_on_the_card(),
            Self::Talk => texts.matching_talked_about(),
            Self::Note => texts.matching_notes_say(),
            Self::Interest => texts.matching_follows(),
            Self::Hobby => texts.matching_enjoys(),
            Self::Need => texts.matching_needs(),
            Self::Help => texts.matching_could_use(),
        }
    }
}

impl Evidence {
    /// From where it is known and since when: "Wrote it on the card back, 13 Oct". Nothing without a day.
    pub fn text(self, is_need: bool, texts: &Texts, today: NaiveDate) -> String {
        let Some(on) = self.on else { return String::new() };
        let day = texts.locale().day_near(on, today);
        match self.source {
            Source::CardBack => texts.matching_from_card_back(&day),
            Source::Encounter => texts.matching_from_encounter(&day),
            Source::Research => texts.matching_from_research(&day),
            Source::Noted if is_need => texts.matching_from_need(&day),
            Source::Noted => texts.matching_from_notes(&day),
            Source::Work => texts.matching_from_work(&day),
            Source::Card => texts.matching_from_card(&day),
        }
    }
}

impl Fit {
    /// The word before the need: "needs", or "could use" for what is only the answer to "How can I help?".
    pub fn need_verb<'t>(&self, texts: &'t Texts) -> &'t str {
        let kind =
            if self.need.is_none() && self.seeker.is_some() { EntryKind::Help } else { EntryKind::Need };
        kind.verb(texts)
    }

    /// The word before what meets the need.
    pub fn entry_verb<'t>(&self, texts: &'t Texts) -> &'t str {
        self.entry_kind.verb(texts)
    }

    /// The whole reason in one sentence, for readers without eyes and for the command line.
    pub fn why(&self, book: &Book, texts: &Texts) -> String {
        let name = |id: Id<Contact>| {
            let name = book.get(id).map(|it| it.display_name()).unwrap_or_default();
            if name.is_empty() { texts.common_without_name().to_owned() } else { name }
        };
        let helper = name(self.helper);
        let (entry, need) = (&self.entry, &self.need_text);
        let says = match self.entry_kind {
            EntryKind::Tag => texts.matching_says_tag(entry, &helper),
            EntryKind::CardBack => texts.matching_says_card_back(entry, &helper),
            EntryKind::Talk => texts.matching_says_talk(entry, &helper),
            EntryKind::Note => texts.matching_says_note(entry, &helper),
            kind => texts.matching_says(kind.verb(texts), entry, &helper),
        };
        match self.seeker {
            Some(seeker) => texts.matching_why_need(need, self.need_verb(texts), &says, &name(seeker)),
            None => texts.matching_why(need, &says),
        }
    }

    /// From where it is known; of a seeker that is the need, of a helper the ability.
    pub fn evidence_text(&self, texts: &Texts, today: NaiveDate) -> String {
        self.evidence.text(self.seeker == Some(self.contact), texts, today)
    }

    /// What stands against it: it was tried, they know each other, it is marked. Nothing most of the time.
    pub fn state_text(&self, texts: &Texts, today: NaiveDate) -> Option<String> {
        let day = |on: NaiveDate| texts.locale().day_near(on, today);
        if self.unfit {
            return Some(texts.matching_marked_no_fit().to_owned());
        }
        let tried = self.tried.map(|tried| match (tried, tried.on()) {
            (Tried::Has(..), Some(on)) => texts.matching_has_it_since(&day(on)),
            (Tried::Has(..), None) => texts.matching_has_it().to_owned(),
            (Tried::CameToNothing(..), Some(on)) => texts.matching_came_to_nothing_on(&day(on)),
            (Tried::CameToNothing(..), None) => texts.matching_came_to_nothing().to_owned(),
            (Tried::Considered(..), _) => texts.matching_considered().to_owned(),
            (Tried::UnderWay(..), _) => texts.matching_under_way().to_owned(),
        });
        tried.or_else(|| {
            self.known.map(|known| match known {
                Known::Relationship(_) | Known::Introduced(None) => {
                    texts.matching_knows_each_other().to_owned()
                }
                Known::Introduced(Some(on)) => texts.matching_introduced_on(&day(on)),
                Known::Colleagues => texts.matching_colleagues().to_owned(),
                Known::Met(on) => texts.matching_met_each_other(&day(on)),
            })
        })
    }
}
