//! Words of a folded text: what the dictionary holds and what a query is cut into.
//!
//! Owns where a word begins and ends, and by which other writings it is found. Must not know records
//! or queries. Start reading at [`words`].
//!
//! Invariant: texts and queries are cut in the same way, so that a part of a text is found by itself
//! (held by `index::search::tests::every_part_of_a_text_finds_it`).

use std::ops::Range;

/// What a run of characters is made of; a word never has two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Letters and digits of writings that put spaces between words, Hangul included.
    Spaced,
    /// Chinese characters.
    Han,
    /// Kana; folded katakana is hiragana.
    Kana,
    /// Spaces, punctuation, symbols that nobody types.
    Gap,
}

fn script(character: char) -> Script {
    match character {
        'a'..='z' | '0'..='9' => Script::Spaced,
        '\u{3041}'..='\u{3096}' | 'ー' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' => Script::Kana,
        '々' | '〆' | '〇' => Script::Han,
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Han,
        // Emoji and the like are found too; marks and vowel signs belong to their letter.
        _ if character.is_whitespace() || character.is_ascii() || character.is_control() => Script::Gap,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '・' => Script::Gap,
        _ => Script::Spaced,
    }
}

/// Calls `found` with every word of a folded text in its order. An apostrophe joins: `o'neill` is `oneill`.
pub(super) fn words(folded: &str, mut found: impl FnMut(&str)) {
    words_at(folded, |word, _| found(word));
}

/// The same, with the place of each word.
pub(super) fn words_at(folded: &str, mut found: impl FnMut(&str, Range<usize>)) {
    if folded.is_ascii() {
        return ascii_words(folded, found);
    }
    let mut joined = String::new();
    let mut start = 0;
    let mut last = Script::Gap;
    for (at, character) in folded.char_indices() {
        let next = match character {
            '\'' if last == Script::Spaced => Script::Spaced,
            _ => script(character),
        };
        if next != last {
            if last != Script::Gap {
                emit(folded, start..at, &mut joined, &mut found);
            }
            start = at;
            last = next;
        }
    }
    if last != Script::Gap {
        emit(folded, start..folded.len(), &mut joined, &mut found);
    }
}

fn ascii_words(folded: &str, mut found: impl FnMut(&str, Range<usize>)) {
    let mut joined = String::new();
    let bytes = folded.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if bytes.get(at) != Some(&b'\'') {
            found(&folded[start..at], start..at);
            continue;
        }
        while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'\'') {
            at += 1;
        }
        emit(folded, start..at, &mut joined, &mut found);
    }
}

fn emit(folded: &str, place: Range<usize>, joined: &mut String, found: &mut impl FnMut(&str, Range<usize>)) {
    let word = &folded[place.clone()];
    if !word.contains('\'') {
        return found(word, place);
    }
    joined.clear();
    joined.extend(word.chars().filter(|character| *character != '\''));
    if !joined.is_empty() {
        found(joined, place);
    }
}

/// Returns German umlauts written out, unfolded, if the text has any: `Müller` is also `Mueller`.
pub(super) fn written_out(text: &str) -> Option<String> {
    text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'å', 'Å']).then(|| {
        let mut out = String::with_capacity(text.len() + 4);
        for character in text.chars() {
            match character {
                'ä' | 'Ä' => out.push_str("ae"),
                'ö' | 'Ö' => out.push_str("oe"),
                'ü' | 'Ü' => out.push_str("ue"),
                'å' | 'Å' => out.push_str("aa"),
                _ => out.push(character),
            }
        }
        out
    })
}

/// Returns a written-out umlaut or ß of a folded word short, if it has any: `mueller` is also `muller`, `rossler` `rosler`.
pub(super) fn contracted(word: &str) -> Option<String> {
    let is_long = |pair: &[u8]| matches!(pair, b"ae" | b"oe" | b"ue" | b"ss");
    let has = word.as_bytes().windows(2).any(is_long);
    has.then(|| word.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s"))
}

/// Returns the other usual spellings of a romaji word with long vowels: `itou` is also `ito` and `itoh`,
/// `ookubo` is also `okubo` and `ohkubo`.
pub(super) fn other_romaji(word: &str) -> Vec<String> {
    let short = word.replace("ou", "o").replace("oo", "o").replace("uu", "u");
    let mut others = Vec::new();
    let mut with_h = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(character) = rest.chars().next() {
        let after = rest.get(2..).and_then(|after| after.chars().next());
        if (rest.starts_with("ou") || rest.starts_with("oo")) && !after.is_some_and(|c| "aiueo".contains(c)) {
            with_h.push_str("oh");
            rest = &rest[2..];
        } else {
            with_h.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    for other in [short, with_h] {
        if other != word && !others.contains(&other) {
            others.push(other);
        }
    }
    others
}

/// Returns only the digits of a folded text.
pub(super) fn digits(folded: &str) -> String {
    folded.chars().filter(char::is_ascii_digit).collect()
}

/// Whether a folded character is of a writing that puts spaces between words.
pub(super) fn is_spaced(character: char) -> bool {
    script(character) == Script::Spaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    fn cut(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(&fold(text), |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn a_word_ends_where_the_script_changes() {
        for (text, expected) in [
            ("Carl-Zeiss-Straße 1", vec!["carl", "zeiss", "strasse", "1"]),
            ("O’Neill's", vec!["oneills"]),
            ("田中さんは印刷に詳しい。", vec!["田中", "さんは", "印刷", "に", "詳", "しい"]),
            ("佐々木・スズキ", vec!["佐々木", "すずき"]),
            ("mina@glas.example", vec!["mina", "glas", "example"]),
            ("𠮷野 2026年", vec!["𠮷野", "2026", "年"]),
            ("김민수 대표", vec!["김민수", "대표"]),
            ("☕ coffee", vec!["☕", "coffee"]),
            ("' -- '", vec![]),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn long_vowels_have_their_usual_spellings() {
        assert_eq!(other_romaji("itou"), ["ito", "itoh"]);
        assert_eq!(other_romaji("ookubo"), ["okubo", "ohkubo"]);
        assert_eq!(other_romaji("inoue"), ["inoe"]);
        assert!(other_romaji("tanaka").is_empty());
        assert_eq!(contracted("mueller").as_deref(), Some("muller"));
        assert_eq!(contracted("rossler").as_deref(), Some("rosler"));
        assert_eq!(contracted("weber"), None);
    }
}
