//! Free texts without the e-mail addresses and phone numbers that somebody typed into them.

use std::borrow::Cow;

/// Digits of a phone number at least; dates and amounts of money have fewer or other signs between them.
const FEWEST_DIGITS: usize = 7;

/// Returns a text in which an ellipsis stands for every e-mail address and phone number.
pub fn scrubbed(text: &str) -> Cow<'_, str> {
    if !text.contains(['@', '＠']) && text.chars().filter(|sign| is_digit(*sign)).count() < FEWEST_DIGITS {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut number = String::new();
    // White space ends a word, but not a number: "030 123 456".
    for word in text.split_inclusive(|sign: char| sign.is_whitespace()) {
        if could_go_on(word.trim_end(), &number) {
            number.push_str(word);
            continue;
        }
        end_number(&mut number, &mut out);
        let bare = word.trim_end();
        if is_address(bare) {
            out.push('…');
            out.push_str(&word[bare.len()..]);
        } else {
            out.push_str(&inside(bare));
            out.push_str(&word[bare.len()..]);
        }
    }
    end_number(&mut number, &mut out);
    Cow::Owned(out)
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || ('０'..='９').contains(&sign)
}

/// Whether a word consists of what numbers are written with.
fn could_go_on(word: &str, before: &str) -> bool {
    let signs = |sign: char| is_digit(sign) || "+-–‐−()/.（）＋－‑".contains(sign);
    !word.is_empty()
        && word.chars().all(signs)
        && (word.chars().any(is_digit) || !before.is_empty())
        && !is_date(word)
}

/// Whether a word is a day: `2026-10-14`, `14.10.2026`, `2026/10/14`.
fn is_date(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '.', ',']);
    ['-', '.', '/'].iter().any(|sign| {
        let parts: Vec<&str> = word.split(*sign).collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
            && (matches!(lengths[..], [4, 1..=2, 1..=2]) || matches!(lengths[..], [1..=2, 1..=2, 4]))
    })
}

fn is_address(word: &str) -> bool {
    word.contains(['@', '＠']) && word.chars().any(char::is_alphanumeric)
}

/// A word in which a number may be glued to letters: `Tel:030-1234567`.
fn inside(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut number = String::new();
    for sign in word.chars() {
        if is_digit(sign) || (!number.is_empty() && "-–‐()/.−".contains(sign)) || "+＋".contains(sign)
        {
            number.push(sign);
        } else {
            end_number(&mut number, &mut out);
            out.push(sign);
        }
    }
    end_number(&mut number, &mut out);
    out
}

fn end_number(number: &mut String, out: &mut String) {
    let digits = number.chars().filter(|sign| is_digit(*sign)).count();
    if digits >= FEWEST_DIGITS && !is_date(number.trim()) {
        out.push('…');
        let end = number.trim_end().len();
        out.push_str(&number[end..]);
    } else {
        out.push_str(number);
    }
    number.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_typed_into_texts_stay_here() {
        for (text, expect) in [
            ("Ask jonas@example.org about tea", "Ask … about tea"),
            ("Call +49 (30) 1234 567 on Monday", "Call … on Monday"),
            ("Tel:030-1234567!", "Tel:…!"),
            ("電話 ０３－１２３４－５６７８ まで", "電話 … まで"),
            ("Met 2026-10-14, again 14.10.2026", "Met 2026-10-14, again 14.10.2026"),
            ("Room 1204, 350 people", "Room 1204, 350 people"),
            ("Mentor", "Mentor"),
            ("", ""),
        ] {
            assert_eq!(scrubbed(text), expect, "{text}");
        }
    }
}
