//! Folding for search: how two writings of the same word are made equal.
//!
//! Invariant: folding never panics and folding twice changes nothing (`folding_is_stable_for_any_input`).

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use wana_kana::ConvertJapanese;

/// Folds a text for comparison: compatibility forms (full width, half-width kana, ligatures) become plain ones,
/// letters lower case without accents, katakana hiragana, runs of white space one space.
///
/// `Schäfer`, `SCHAFER` and `ｓｃｈａｆｅｒ` become `schafer`; `ß` becomes `ss`; `タナカ` and `ﾀﾅｶ` become `たなか`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    if folded.ends_with(' ') {
        folded.pop();
    }
    // Kana and Hangul were taken apart together with the accents; only those are put together again.
    folded.nfc().collect()
}

/// Appends the folded text, with no space at the start and none after another.
fn fold_into(text: &str, folded: &mut String) {
    for decomposed in text.nfkd() {
        for character in decomposed.to_lowercase().nfkd() {
            match character {
                // Accents of Latin, Greek and Cyrillic; the voicing marks of kana lie elsewhere and stay.
                '\u{300}'..='\u{36f}' => {}
                // Soft hyphen, zero-width marks, direction marks, byte order mark.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
                'ß' => folded.push_str("ss"),
                'æ' => folded.push_str("ae"),
                'œ' => folded.push_str("oe"),
                'þ' => folded.push_str("th"),
                'ø' => folded.push('o'),
                'ł' => folded.push('l'),
                'đ' | 'ð' => folded.push('d'),
                'ħ' => folded.push('h'),
                'ı' => folded.push('i'),
                'ŋ' => folded.push('n'),
                'ς' => folded.push('σ'),
                '‘' | '’' => folded.push('\''),
                '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
                'ァ'..='ヶ' | 'ヽ' | 'ヾ' => {
                    folded.push(char::from_u32(u32::from(character) - 0x60).unwrap_or(character));
                }
                _ if character.is_whitespace() => {
                    if !folded.is_empty() && !folded.ends_with(' ') {
                        folded.push(' ');
                    }
                }
                _ => folded.push(character),
            }
        }
    }
}

/// Finds the first place where `text`, folded, contains `needle`, and returns its bytes in `text`, so that the hit
/// can be marked. `needle` is already folded. Nothing for an empty needle.
#[must_use]
pub fn find_folded(text: &str, needle: &str) -> Option<Range<usize>> {
    if needle.is_empty() {
        return None;
    }
    // A letter with its marks is folded as one, and remembers where it came from.
    let mut folded = String::with_capacity(text.len());
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, _)) = characters.next() {
        while characters.next_if(|&(_, next)| is_mark(next)).is_some() {}
        let end = characters.peek().map_or(text.len(), |&(next, _)| next);
        pieces.push((folded.len(), start));
        let piece = &text[start..end];
        if piece.chars().all(char::is_whitespace) {
            fold_into(piece, &mut folded);
        } else {
            folded.push_str(&fold(piece));
        }
    }
    let hit = folded.find(needle)?;
    let hit_end = hit + needle.len();
    let first = pieces.partition_point(|&(place, _)| place <= hit).saturating_sub(1);
    let after = pieces.partition_point(|&(place, _)| place < hit_end);
    let end = pieces.get(after).map_or(text.len(), |&(_, start)| start);
    Some(pieces.get(first)?.1..end)
}

/// Whether a character belongs to the letter before it.
fn is_mark(character: char) -> bool {
    canonical_combining_class(character) != 0 || matches!(character, 'ﾞ' | 'ﾟ')
}

/// Writes kana in Latin letters as typed without a Japanese keyboard, folded, so that `tanaka` finds `たなか`.
/// `しんいち` becomes `shinichi`; other writing stays, folded.
#[must_use]
pub fn romaji_of_kana(text: &str) -> String {
    let mut romaji = fold(&fold(text).as_str().to_romaji());
    // The apostrophe of shin'ichi is seldom typed.
    romaji.retain(|character| character != '\'');
    romaji
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{find_folded, fold, romaji_of_kana};

    #[test]
    fn different_writings_of_a_word_fold_to_one() {
        for (text, expected) in [
            ("Schäfer", "schafer"),
            ("SCHA\u{308}FER", "schafer"),
            ("Straße", "strasse"),
            ("STRASSE", "strasse"),
            ("Søren Łukasz Čapek", "soren lukasz capek"),
            ("Ｃａｒｄｌｏｏｍ　１２", "cardloom 12"),
            ("ﾀﾅｶ ﾊﾟﾌﾞ", "たなか ぱぶ"),
            ("ガク", "がく"),
            ("かく", "かく"),
            ("ヴィーナス", "ゔぃーなす"),
            ("㈱東雲", "(株)東雲"),
            ("김민수", "김민수"),
            ("İstanbul", "istanbul"),
            ("  two\t\nwords ", "two words"),
            ("O’Neill–Šmíd", "o'neill-smid"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn voiced_kana_stay_apart() {
        assert_ne!(fold("ばな"), fold("はな"));
    }

    #[test]
    fn romaji_finds_kana() {
        assert_eq!(romaji_of_kana("たなか"), "tanaka");
        assert_eq!(romaji_of_kana("タナカ ハルカ"), "tanaka haruka");
        assert_eq!(romaji_of_kana("しんいち"), "shinichi");
        assert_eq!(romaji_of_kana("Müller"), "muller");
    }

    #[test]
    fn a_hit_is_marked_in_the_original_letters() {
        for (text, needle, expected) in [
            ("Mina Schäfer", "schaf", Some("Schäf")),
            ("Mina Scha\u{308}fer", "schaf", Some("Scha\u{308}f")),
            ("Große Straße", "strass", Some("Straß")),
            ("東京ガス", "がす", Some("ガス")),
            ("ﾊﾟﾌﾞ", "ぱ", Some("ﾊﾟ")),
            ("Mina", "x", None),
            ("Mina", "", None),
        ] {
            assert_eq!(find_folded(text, needle).map(|hit| &text[hit]), expected, "{text} {needle}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_stable_for_any_input(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn no_input_panics(text in any::<String>(), kana in "[ぁ-ヿーっッ々a-z']{0,12}", needle in ".{0,3}") {
            _ = romaji_of_kana(&text);
            _ = romaji_of_kana(&kana);
            if let Some(hit) = find_folded(&text, &fold(&needle)) {
                prop_assert!(text.get(hit).is_some());
            }
        }
    }
}
