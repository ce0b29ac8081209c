//! Makes a text safe to show as one line: what was typed or imported may be ten thousand characters long or hold signs that
//! turn the writing around. Changes nothing that is stored.
//!
//! Invariant: a tidied line is short and has no control or direction signs
//! (`tests::hostile_text_becomes_one_sane_line`).

use unicode_normalization::char::canonical_combining_class;

/// Characters after which a line is cut; no place on the screen is wider.
const LONGEST_LINE: usize = 240;

/// Returns a text as one short line without signs that are invisible or turn the writing around.
pub fn tidy(text: &str) -> String {
    let mut line = String::new();
    for (count, character) in text.chars().filter(|character| !is_hidden(*character)).enumerate() {
        if count == LONGEST_LINE {
            line.push('…');
            break;
        }
        line.push(if character.is_whitespace() || character.is_control() { ' ' } else { character });
    }
    line.trim().to_owned()
}

/// Signs that draw nothing or change the direction of what follows. Joiners stay: emoji need them.
pub fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || (character.is_control() && !character.is_whitespace())
}

/// Whether there is nothing to be seen in a text: no letter or sign, only spaces, hidden signs, and accents of nothing.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|character| {
        character.is_whitespace()
            || is_hidden(character)
            || matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
            || canonical_combining_class(character) != 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_becomes_one_sane_line() {
        assert_eq!(tidy(" a\u{202e}b\nc\u{200b}\u{7} "), "ab c");
        assert_eq!(tidy("\u{200b}\u{feff}"), "");
        let long = tidy(&"x".repeat(10_000));
        assert!(long.chars().count() == LONGEST_LINE + 1 && long.ends_with('…'));
        assert_eq!(tidy("👩\u{200d}🔧"), "👩\u{200d}🔧");
    }

    #[test]
    fn what_cannot_be_seen_is_blank() {
        for text in
            ["", " \u{3000}", "\u{200b}\u{200d}\u{feff}", "\u{301}\u{301}", "\u{202e}\u{2066}", "\u{fe0f}"]
        {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["x", "紙", "🎉", "e\u{301}", "<b>", "-"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
