//! Names of languages in the reader's language.

use super::Texts;

macro_rules! languages {
    ($($tag:literal $name:ident,)*) => {
        /// The languages that are offered, as BCP 47 tags; any other tag can be typed.
        pub const LANGUAGES: &[&str] = &[$($tag,)*];

        impl Texts {
            fn named_language(&self, primary: &str) -> Option<&str> {
                match primary {
                    $($tag => Some(self.$name()),)*
                    _ => None,
                }
            }
        }
    };
}
languages! {
    "en" languages_en, "ja" languages_ja, "de" languages_de, "fr" languages_fr, "es" languages_es,
    "it" languages_it, "zh" languages_zh, "ko" languages_ko, "ar" languages_ar, "bg" languages_bg,
    "ca" languages_ca, "cs" languages_cs, "da" languages_da, "el" languages_el, "et" languages_et,
    "fa" languages_fa, "fi" languages_fi, "he" languages_he, "hi" languages_hi, "hr" languages_hr,
    "hu" languages_hu, "id" languages_id, "is" languages_is, "lt" languages_lt, "lv" languages_lv,
    "ms" languages_ms, "nl" languages_nl, "no" languages_no, "pl" languages_pl, "pt" languages_pt,
    "ro" languages_ro, "ru" languages_ru, "sk" languages_sk, "sl" languages_sl, "sr" languages_sr,
    "sv" languages_sv, "sw" languages_sw, "ta" languages_ta, "th" languages_th, "tl" languages_tl,
    "tr" languages_tr, "uk" languages_uk, "ur" languages_ur, "vi" languages_vi,
}

impl Texts {
    /// Returns the name of a language: `Japanese`, `German (AT)`; the tag where the name is not known.
    #[must_use]
    pub fn language(&self, tag: &str) -> String {
        let tag = tag.trim();
        let (primary, region) = tag.split_once(['-', '_']).unwrap_or((tag, ""));
        match (self.named_language(&primary.to_ascii_lowercase()), region) {
            (Some(name), "") => name.to_owned(),
            (Some(name), region) => format!("{name} ({region})"),
            (None, _) => tag.to_owned(),
        }
    }
}

/// Whether a text has the form of a language tag: letters and digits in groups of at most eight (RFC 5646 §2.1).
#[must_use]
pub fn is_tag(text: &str) -> bool {
    let mut groups = text.split('-');
    let primary = groups.next().unwrap_or_default();
    matches!(primary.len(), 2 | 3)
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && groups.all(|group| {
            (1..=8).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_language_has_a_name_and_a_region() {
        let texts = Texts::new(Locale::En);
        assert_eq!(texts.language("ja"), "Japanese");
        assert_eq!(texts.language("de-AT"), "German (AT)");
        assert_eq!(texts.language("tlh"), "tlh");
        assert!(
            is_tag("de-AT") && is_tag("zh-Hant-TW") && !is_tag("German") && !is_tag("") && !is_tag("a b")
        );
    }
}
