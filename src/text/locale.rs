//! The languages that Cardloom speaks.

/// A language of the interface, with its way of writing dates and numbers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Locale {
    /// English, with days before months and weeks from Monday.
    #[default]
    En,
    /// Japanese, with weeks from Sunday.
    Ja,
    /// German.
    De,
}

impl Locale {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::Ja, Self::De];

    /// Returns the language of a tag such as `ja-JP`, `de_AT.UTF-8` or `EN`, or nothing for others.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language))
    }

    /// Returns the first language of the user's system that Cardloom speaks, otherwise English.
    #[must_use]
    pub fn from_system() -> Self {
        sys_locale::get_locales().find_map(|tag| Self::from_tag(&tag)).unwrap_or_default()
    }

    /// Returns the tag of the user's system with its country, such as `en-US`; it is asked once.
    pub fn system_tag() -> &'static str {
        static TAG: std::sync::OnceLock<String> = std::sync::OnceLock::new();
        TAG.get_or_init(|| sys_locale::get_locale().unwrap_or_default())
    }

    /// Returns the BCP 47 tag: `en`, `ja` or `de`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
            Self::De => "de",
        }
    }

    /// Returns the language's name in itself, as a choice of language shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ja => "日本語",
            Self::De => "Deutsch",
        }
    }

    /// Returns what stands between the parts of a list: `, ` or, in Japanese, `、`.
    #[must_use]
    pub fn comma(self) -> &'static str {
        if self == Self::Ja { "、" } else { ", " }
    }

    /// Writes a number with its thousands grouped: `12,345`, `12,345`, `12.345`.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = if self == Self::De { '.' } else { ',' };
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
        if number < 0 {
            text.push('\u{2212}');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn a_tag_names_its_language_whatever_the_region() {
        for (tag, expected) in [
            ("ja-JP", Some(Locale::Ja)),
            ("ja", Some(Locale::Ja)),
            ("de_AT.UTF-8", Some(Locale::De)),
            ("EN", Some(Locale::En)),
            ("fr-FR", None),
            ("C", None),
            ("", None),
            ("dexter", None),
        ] {
            assert_eq!(Locale::from_tag(tag), expected, "{tag}");
        }
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
        }
    }

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        for (number, english, german) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1,000", "1.000"),
            (1_234_567, "1,234,567", "1.234.567"),
            (-45_000, "−45,000", "−45.000"),
            (i64::MIN, "−9,223,372,036,854,775,808", "−9.223.372.036.854.775.808"),
        ] {
            assert_eq!(Locale::En.number(number), english);
            assert_eq!(Locale::Ja.number(number), english);
            assert_eq!(Locale::De.number(number), german);
        }
    }
}
