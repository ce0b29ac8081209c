//! A line as words, for languages that put spaces between them.

use crate::text::fold::fold;
use crate::text::names::is_east_asian;

/// A word of the line.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// As it was typed, without the sign behind it.
    pub raw: &'a str,
    /// Folded.
    pub fold: String,
    /// A comma stands before it.
    pub after_comma: bool,
    /// A full stop, semicolon, dash or line end stands before it.
    pub after_stop: bool,
    /// Something understood it.
    pub used: bool,
}

impl Token<'_> {
    /// Whether it is written like a name: with a capital, or in Chinese characters or kana.
    pub fn is_name_like(&self) -> bool {
        is_east_asian(self.raw) || self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.fold.as_str())
    }
}

/// Abbreviations that keep their full stop without ending a sentence.
const SHORT: [&str; 21] = [
    "dr", "mr", "mrs", "ms", "prof", "st", "ca", "min", "std", "hr", "fr", "vs", "okt", "nov", "dez", "jan",
    "feb", "mar", "apr", "aug", "sept",
];

/// Cuts a line into words.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let (mut comma, mut stop) = (false, false);
    for (number, part) in line.split('\n').enumerate() {
        stop |= number > 0;
        for piece in part.split_whitespace() {
            if piece.chars().all(|sign| matches!(sign, '-' | '–' | '—' | '→' | '>' | '|' | '•' | '.' | ';'))
            {
                stop = true;
                continue;
            }
            let mut rest = piece;
            loop {
                // "Weber,Jonas" and "Weber、Jonas" are two words; "10,5" is one.
                let cut = rest.char_indices().find(|(at, sign)| {
                    matches!(sign, '、' | '，' | ';' | '；' | '。')
                        || *sign == ',' && !rest[at + 1..].starts_with(|next: char| next.is_ascii_digit())
                });
                let (word, sign, after) = match cut {
                    Some((at, sign)) => (&rest[..at], Some(sign), &rest[at + sign.len_utf8()..]),
                    None => (rest, None, ""),
                };
                let (word, ends) = without_end(word);
                if !word.is_empty() {
                    found.push(Token {
                        raw: word,
                        fold: fold(word),
                        after_comma: comma,
                        after_stop: stop,
                        used: false,
                    });
                    (comma, stop) = (false, ends);
                } else {
                    stop |= ends;
                }
                match sign {
                    Some(',' | '、' | '，') => comma = true,
                    Some(_) => stop = true,
                    None => {}
                }
                if after.is_empty() {
                    break;
                }
                rest = after;
            }
        }
    }
    found
}

/// Takes brackets, quotes and the sign at the end off a word; says whether it ends a sentence.
fn without_end(word: &str) -> (&str, bool) {
    let word = word.trim_start_matches(['(', '"', '“', '„', '«', '「', '[']);
    let bare =
        word.trim_end_matches([')', '"', '”', '“', '»', '」', ']', ':', '!', '?', '…', '！', '？', '：']);
    let is_called = word[bare.len()..].contains(['!', '?', '！', '？']);
    let Some(short) = bare.strip_suffix('.') else { return (bare, is_called) };
    let folded = fold(short);
    let is_number = short.ends_with(|last: char| last.is_ascii_digit());
    if is_number || SHORT.contains(&folded.as_str()) || short.chars().count() <= 1 {
        return (bare, is_called);
    }
    (short.trim_end_matches('.'), true)
}

/// The text of words that stand one after another, as it was typed but with single spaces.
pub(super) fn text(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for token in tokens {
        if !text.is_empty() {
            text.push_str(if token.after_comma { ", " } else { " " });
        }
        text.push_str(token.raw);
    }
    text
}
