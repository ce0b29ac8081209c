//! Reasons in the reader's language.

use super::{Certainty, Crowd, Evidence, Shared, Suspicion};
use crate::text::Texts;

impl Evidence {
    /// Returns the reason in a few words, such as "same e-mail address".
    pub fn text(self, texts: &Texts) -> &str {
        match self {
            Self::MergedBefore => texts.duplicates_why_merged_before(),
            Self::SameEmail => texts.duplicates_why_same_email(),
            Self::SameLink => texts.duplicates_why_same_link(),
            Self::SameName => texts.duplicates_why_same_name(),
            Self::OtherWriting => texts.duplicates_why_other_writing(),
            Self::SwappedName => texts.duplicates_why_swapped_name(),
            Self::ShortName => texts.duplicates_why_short_name(),
            Self::OneLetter => texts.duplicates_why_one_letter(),
            Self::Initial => texts.duplicates_why_initial(),
            Self::OneNameOnly => texts.duplicates_why_one_name_only(),
            Self::OtherFamily => texts.duplicates_why_other_family(),
            Self::SamePhone => texts.duplicates_why_same_phone(),
            Self::SameBirthday => texts.duplicates_why_same_birthday(),
            Self::SameCompany => texts.duplicates_why_same_company(),
            Self::SameFormerCompany => texts.duplicates_why_same_former_company(),
            Self::SameAddress => texts.duplicates_why_same_address(),
            Self::SharedEmail => texts.duplicates_why_shared_email(),
            Self::SharedPhone => texts.duplicates_why_shared_phone(),
            Self::CommonName => texts.duplicates_why_common_name(),
            Self::OtherBirthday => texts.duplicates_why_other_birthday(),
            Self::OtherSuffix => texts.duplicates_why_other_suffix(),
            Self::OtherGiven => texts.duplicates_why_other_given(),
            Self::OtherName => texts.duplicates_why_other_name(),
        }
    }
}

impl Suspicion {
    /// Returns the reasons as one line: "Same e-mail address, name differs by one letter · but born on another day".
    pub fn reasons(&self, texts: &Texts) -> String {
        let between = texts.locale().comma();
        let joined = |against: bool| {
            let some = self.evidence.iter().filter(|evidence| evidence.is_against() == against);
            some.map(|evidence| evidence.text(texts)).collect::<Vec<_>>().join(between)
        };
        let (reasons, against) = (joined(false), joined(true));
        let line = match (reasons.is_empty(), against.is_empty()) {
            (false, false) => texts.duplicates_reasons_but(&against, &reasons),
            (true, _) => against,
            (false, true) => reasons,
        };
        let mut characters = line.chars();
        match characters.next() {
            Some(first) => first.to_uppercase().chain(characters).collect(),
            None => line,
        }
    }
}

impl Certainty {
    /// Returns the word for it.
    pub fn text(self, texts: &Texts) -> &str {
        match self {
            Self::Perhaps => texts.duplicates_perhaps(),
            Self::Likely => texts.duplicates_likely(),
            Self::VeryLikely => texts.duplicates_very_likely(),
        }
    }
}

impl Crowd {
    /// Returns what was passed over and why.
    pub fn text(&self, texts: &Texts) -> String {
        let count = i64::try_from(self.people).unwrap_or(i64::MAX);
        match self.what {
            Shared::Email => texts.duplicates_crowd_email(count, &self.value),
            Shared::Phone => texts.duplicates_crowd_phone(count, &self.value),
            Shared::Link => texts.duplicates_crowd_link(count, &self.value),
            Shared::Name => texts.duplicates_crowd_name(count, &self.value),
        }
    }
}
