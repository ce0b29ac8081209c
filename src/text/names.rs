//! How a person's name is shown: the order of its parts, initials, and where it is sorted.
//!
//! The order follows the writing, not the reader: 田中 遥 stays family first in an English window, and Mina Schäfer
//! given first in a Japanese one.

use unicode_normalization::UnicodeNormalization as _;

use super::fold::fold;

/// Joins a name as it is said: `田中 遥`, `Mina Schäfer`, `オリバー・グラント`. A missing part leaves no gap; nothing
/// at all gives an empty text.
#[must_use]
pub fn display_name(family: &str, given: &str) -> String {
    let (family, given) = (family.trim(), given.trim());
    if family.is_empty() || given.is_empty() {
        return format!("{family}{given}");
    }
    if is_katakana(family) && is_katakana(given) {
        // A foreign name in Japanese writing keeps its own order, with a middle dot.
        return format!("{given}・{family}");
    }
    if is_east_asian(family) || is_east_asian(given) {
        return format!("{family} {given}");
    }
    format!("{given} {family}")
}

/// Joins a name with its title and suffix: `Dr. Klaus Brenner`, `田中 遥 博士`. In East Asian writing the title
/// follows the name.
#[must_use]
pub fn full_name(prefix: &str, family: &str, given: &str, suffix: &str) -> String {
    let name = display_name(family, given);
    let parts = if is_east_asian(&name) && is_east_asian(prefix) {
        [name.as_str(), prefix.trim(), suffix.trim()]
    } else {
        [prefix.trim(), name.as_str(), suffix.trim()]
    };
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// Joins the reading of a name, family first for kana (`たなか はるか`), otherwise as written on Japanese cards
/// (`Tanaka Haruka`).
#[must_use]
pub fn reading_name(family_reading: &str, given_reading: &str) -> String {
    let (family, given) = (family_reading.trim(), given_reading.trim());
    if family.is_empty() || given.is_empty() {
        format!("{family}{given}")
    } else {
        format!("{family} {given}")
    }
}

/// Returns what stands in an avatar: two capitals (`MS`), or of a kanji name the family name if it has at most two
/// characters (`田中`, `森`), otherwise its first (`佐` for 佐々木). Empty for a nameless person.
#[must_use]
pub fn initials(family: &str, given: &str) -> String {
    let (family, given) = (family.trim(), given.trim());
    if is_katakana(family) && is_katakana(given) && !given.is_empty() && !family.is_empty() {
        return given.chars().take(1).chain(family.chars().take(1)).collect();
    }
    let main = if family.is_empty() { given } else { family };
    if is_east_asian(main) {
        let count = main.chars().count();
        return main.chars().take(if count <= 2 { 2 } else { 1 }).collect();
    }
    if family.is_empty() || given.is_empty() {
        // A single name, perhaps of several words: the first letters of its first and last word.
        let mut words = main.split_whitespace();
        let first = words.next().and_then(capital);
        let last = words.next_back().and_then(capital);
        return first.into_iter().chain(last).collect();
    }
    let family_word =
        family.split_whitespace().find(|word| word.chars().next().is_some_and(char::is_uppercase));
    capital(given).into_iter().chain(capital(family_word.unwrap_or(family))).collect()
}

/// Returns the key by which a person is sorted: family before given, by the reading where there is one, folded.
/// Latin names come before kana, kana before kanji without a reading.
#[must_use]
pub fn sort_key(family: &str, given: &str, family_reading: &str, given_reading: &str) -> String {
    let family = if family_reading.trim().is_empty() { family } else { family_reading };
    let given = if given_reading.trim().is_empty() { given } else { given_reading };
    let (family, given) = (fold(family), fold(given));
    // The lowest character keeps "Li Wei" before "Lin An".
    if family.is_empty() { given } else { format!("{family}\u{1}{given}") }
}

/// Returns the reading in hiragana of a name that is written in kana; nothing for other writing.
#[must_use]
pub fn reading_of_kana(text: &str) -> Option<String> {
    // Half-width kana become whole ones.
    let text: String = text.trim().nfkc().collect();
    let is_kana = |character| matches!(character, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー' | '・' | ' ');
    if text.is_empty() || !text.chars().all(is_kana) {
        return None;
    }
    let hiragana = |character: char| match character {
        'ァ'..='ヶ' => char::from_u32(u32::from(character) - 0x60).unwrap_or(character),
        other => other,
    };
    Some(text.chars().map(hiragana).collect())
}

/// Returns the usual forms of address in a language (BCP 47), for a menu; English ones for other languages.
#[must_use]
pub fn honorifics(language: &str) -> &'static [&'static str] {
    match primary(language) {
        "ja" => &["様", "さん", "先生", "殿", "氏", "ちゃん", "くん"],
        "de" => &["Frau", "Herr", "Frau Dr.", "Herr Dr.", "Frau Prof.", "Herr Prof."],
        "fr" => &["Madame", "Monsieur"],
        "es" => &["Sra.", "Sr."],
        "it" => &["Signora", "Signor", "Dott.ssa", "Dott."],
        "nl" => &["mevrouw", "de heer"],
        "pl" => &["Pani", "Pan"],
        "zh" => &["先生", "女士", "老师"],
        "ko" => &["님", "씨", "선생님"],
        _ => &["Ms", "Mr", "Mrs", "Mx", "Dr", "Prof."],
    }
}

/// Returns the usual titles before a name in a language, for a menu.
#[must_use]
pub fn titles(language: &str) -> &'static [&'static str] {
    match primary(language) {
        "de" => &["Dr.", "Prof.", "Prof. Dr.", "Dr.-Ing.", "Dipl.-Ing.", "Mag."],
        "ja" => &["博士", "教授", "Dr."],
        _ => &["Dr.", "Prof.", "Prof. Dr.", "Ing."],
    }
}

/// The language of a tag without its region: `de` of `de-AT`.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// The first letter of a word as a capital that stays one character.
fn capital(word: &str) -> Option<char> {
    let first = word.chars().find(|character| character.is_alphanumeric())?;
    let mut upper = first.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(capital), None) => Some(capital),
        _ => Some(first),
    }
}

/// Whether a text has Chinese characters, kana or Hangul in it.
#[must_use]
pub fn is_east_asian(text: &str) -> bool {
    text.chars().any(|character| {
        matches!(character,
            '\u{1100}'..='\u{11ff}' | '々' | '〆' | '〇' | '\u{3040}'..='\u{30ff}' | '\u{3130}'..='\u{318f}'
            | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
            | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}')
    })
}

/// Whether a text is written in katakana only.
fn is_katakana(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|character| {
            matches!(character, '\u{30a0}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}')
                || character.is_whitespace()
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_order_of_a_name_follows_its_writing() {
        for (family, given, expected) in [
            ("田中", "遥", "田中 遥"),
            ("伊藤", "さくら", "伊藤 さくら"),
            ("김", "민수", "김 민수"),
            ("Schäfer", "Mina", "Mina Schäfer"),
            ("グラント", "オリバー", "オリバー・グラント"),
            ("", "Cher", "Cher"),
            ("森", "", "森"),
            (" Weber ", " Jonas ", "Jonas Weber"),
            ("", "", ""),
        ] {
            assert_eq!(display_name(family, given), expected);
        }
    }

    #[test]
    fn a_title_stands_before_a_western_and_after_a_japanese_name() {
        assert_eq!(full_name("Dr.", "Brenner", "Klaus", ""), "Dr. Klaus Brenner");
        assert_eq!(full_name("博士", "田中", "遥", ""), "田中 遥 博士");
        assert_eq!(full_name("", "Yamamoto", "Aoi", "Ph.D."), "Aoi Yamamoto Ph.D.");
        assert_eq!(reading_name("たなか", "はるか"), "たなか はるか");
    }

    #[test]
    fn initials_fit_an_avatar() {
        for (family, given, expected) in [
            ("Schäfer", "Mina", "MS"),
            ("von Braun", "Otto", "OB"),
            ("Natarajan", "priya", "PN"),
            ("田中", "遥", "田中"),
            ("森", "直樹", "森"),
            ("佐々木", "健", "佐"),
            ("グラント", "オリバー", "オグ"),
            ("", "Cher", "C"),
            ("", "Ada King Lovelace", "AL"),
            ("ßen", "Ünal", "Üß"),
            ("", "", ""),
        ] {
            assert_eq!(initials(family, given), expected, "{family} {given}");
        }
    }

    #[test]
    fn people_are_sorted_by_family_name_and_by_reading() {
        let mut people = [
            ("田中", "遥", "たなか", "はるか"),
            ("伊藤", "さくら", "イトウ", "サクラ"),
            ("Özdemir", "Ada", "", ""),
            ("Li", "Wei", "", ""),
            ("Lin", "An", "", ""),
            ("Otto", "Ben", "", ""),
        ];
        people.sort_by_key(|(family, given, f, g)| sort_key(family, given, f, g));
        let order: Vec<_> = people.iter().map(|person| person.0).collect();
        assert_eq!(order, ["Li", "Lin", "Otto", "Özdemir", "伊藤", "田中"]);
    }

    proptest! {
        #[test]
        fn no_name_panics_and_initials_stay_short(family in any::<String>(), given in any::<String>()) {
            prop_assert!(initials(&family, &given).chars().count() <= 2);
            _ = display_name(&family, &given);
            _ = full_name(&given, &family, &given, &family);
            _ = sort_key(&family, &given, &given, &family);
        }
    }
}
