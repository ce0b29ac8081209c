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
    fold_onto(text, &mut folded);
    folded
}

/// As [`fold`], into an empty text whose memory is used again.
pub fn fold_onto(text: &str, folded: &mut String) {
    if !fold_plain(text, folded) {
        folded.clear();
        fold_into(text, folded);
        // Kana and Hangul were taken apart together with the accents; only those are put together again.
        *folded = folded.nfc().collect();
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
}

/// The short way for nearly all texts: letters whose folding is known without tables. Returns whether it got to the
/// end; the result is that of [`fold_into`] then (`the_short_way_folds_the_same`).
fn fold_plain(text: &str, folded: &mut String) -> bool {
    for character in text.chars() {
        match character {
            'a'..='z' | '0'..='9' | '!'..='/' | ':'..='@' | '['..='`' | '{'..='~' => folded.push(character),
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            ' ' | '\t' | '\n' | '\r' | '\u{3000}' => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            'ァ'..='ヶ' => {
                folded.push(char::from_u32(u32::from(character) - 0x60).unwrap_or(character));
            }
            'ぁ'..='ゖ'
            | 'ー'
            | '々'
            | '〆'
            | '〇'
            | '、'
            | '。'
            | '・'
            | '「'
            | '」'
            | '『'
            | '』'
            | '【'
            | '】'
            | '〜'
            | '·'
            | '•'
            | '€'
            | '→'
            | '\u{4e00}'..='\u{9fff}'
            | '가'..='힣' => {
                folded.push(character);
            }
            // Full width.
            '！'..='～' => {
                let narrow = char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character);
                folded.push(narrow.to_ascii_lowercase());
            }
            '–' | '—' | '‐' => folded.push('-'),
            '’' | '‘' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push(character),
            '…' => folded.push_str("..."),
            '\u{c0}'..='\u{17f}' => match fold_latin(character) {
                "" => return false,
                letters => folded.push_str(letters),
            },
            _ => return false,
        }
    }
    true
}

/// Returns a letter of Latin-1 and Latin Extended-A folded; nothing for the few that are seldom met.
fn fold_latin(letter: char) -> &'static str {
    match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' => "k",
        'Ĺ'..='ľ' | 'Ł' | 'ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'ß' => "ss",
        'Ś'..='š' => "s",
        'Ţ'..='ť' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        _ => "",
    }
}

/// Appends the folded text, with no space at the start and none after another.
fn fold_into(text: &str, folded: &mut String) {
    for decomposed in text.nfkd() {
        for character in decomposed.to_lowercase().nfkd() {
            match character {
                // Accents of Latin, Greek and Cyrillic; the voicing marks of kana lie elsewhere and stay.
                '\u{300}'..='\u{36f}' => {}
                // Soft hyphen, zero-width marks, direction marks, byte order mark.
                '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}' => {}
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
    let (folded, pieces) = fold_with_places(text);
    let hit = folded.find(needle)?;
    unfolded_place(text, &pieces, hit..hit + needle.len())
}

/// Folds a text and notes where each letter came from: pairs of a place in the folded text and one in `text`. A letter
/// with its marks is folded as one.
#[must_use]
pub fn fold_with_places(text: &str) -> (String, Vec<(usize, usize)>) {
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
    (folded, pieces)
}

/// Returns the bytes of `text` from which a part of its folded form came; `pieces` as [`fold_with_places`] gives them.
#[must_use]
pub fn unfolded_place(text: &str, pieces: &[(usize, usize)], folded: Range<usize>) -> Option<Range<usize>> {
    let first = pieces.partition_point(|&(place, _)| place <= folded.start).saturating_sub(1);
    let after = pieces.partition_point(|&(place, _)| place < folded.end);
    let end = pieces.get(after).map_or(text.len(), |&(_, start)| start);
    let start = pieces.get(first)?.1;
    (start <= end).then_some(start..end)
}

/// Whether a character belongs to the letter before it.
fn is_mark(character: char) -> bool {
    canonical_combining_class(character) != 0 || matches!(character, 'ﾞ' | 'ﾟ')
}

/// Whether there is kana in a text, full or half width.
#[must_use]
pub fn has_kana(text: &str) -> bool {
    text.chars().any(|character| matches!(u32::from(character), 0x3040..=0x30ff | 0xff66..=0xff9f))
}

/// Writes Latin letters in hiragana as a Japanese keyboard would (`sinozaki` and `shinozaki` are `しのざき`), or
/// nothing when a letter is left over. `text` is already folded.
#[must_use]
pub fn kana_of_romaji(text: &str) -> Option<String> {
    let is_latin = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let kana = is_latin.then(|| text.to_hiragana())?;
    kana.chars().all(|character| matches!(character, 'ぁ'..='ゖ' | 'ー')).then_some(kana)
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

    use super::{
        find_folded, fold, fold_into, fold_latin, fold_onto, fold_plain, kana_of_romaji, romaji_of_kana,
    };
    use unicode_normalization::UnicodeNormalization;

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
    fn each_latin_letter_folds_as_by_the_tables() {
        for letter in '\u{c0}'..='\u{17f}' {
            let short = fold_latin(letter);
            let mut long = String::new();
            fold_into(&letter.to_string(), &mut long);
            assert!(short.is_empty() || short == long, "{letter} {short} {long}");
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
    fn kana_is_typed_in_latin_letters() {
        for (typed, kana) in [
            ("tanaka", Some("たなか")),
            ("shinozaki", Some("しのざき")),
            ("sinozaki", Some("しのざき")),
            ("ichigo", Some("いちご")),
            ("weber", None),
            ("tanak", None),
            ("", None),
            ("tana3", None),
        ] {
            assert_eq!(kana_of_romaji(typed).as_deref(), kana, "{typed}");
        }
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
        fn the_short_way_folds_the_same(text in "[ -~\\t\\n\u{3000}À-ſァ-ヿぁ-ゟ一-龯々〆〇、。・「」『』【】〜·•€→가-힣！-～…–—‐’‘“”„«»\u{301}\u{3099}\u{1161}\u{11a8}]{0,12}") {
            let mut short = String::new();
            if fold_plain(&text, &mut short) {
                let mut long = String::new();
                fold_into(&text, &mut long);
                prop_assert_eq!(short, long.nfc().collect::<String>());
            }
        }

        #[test]
        fn the_memory_of_another_text_may_be_used(text in any::<String>(), before in any::<String>()) {
            let mut folded = String::new();
            fold_onto(&before, &mut folded);
            folded.clear();
            fold_onto(&text, &mut folded);
            prop_assert_eq!(folded, fold(&text));
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
