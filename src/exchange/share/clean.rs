//! A text as it may leave: without signs that draw nothing or turn the writing around.

/// Returns a text without control signs, direction signs, zero-width signs and heaps of marks. Line ends become line
/// feeds. What holds an emoji together stays between emoji, what chooses the form of a kanji stays behind one: 葛󠄀.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut marks = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let last = clean.chars().next_back();
        let next = signs.peek().copied();
        marks = if is_mark(sign) { marks + 1 } else { 0 };
        let stays = match sign {
            '\r' => next != Some('\n'),
            '\n' => true,
            '\u{200d}' => last.is_some_and(is_picture) && next.is_some_and(is_picture),
            '\u{fe0f}' => last
                .is_some_and(|last| is_picture(last) || last.is_ascii_digit() || matches!(last, '#' | '*')),
            '\u{e0100}'..='\u{e01ef}' => last.is_some_and(
                |last| matches!(u32::from(last), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff),
            ),
            _ => !is_unseen(sign) && marks <= 2,
        };
        if stays {
            clean.push(match sign {
                '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => '\n',
                '\t' => ' ',
                _ => sign,
            });
        }
    }
    clean.trim().to_owned()
}

/// Returns a text of one line.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_picture(sign: char) -> bool {
    matches!(u32::from(sign), 0x2190..=0x2bff | 0x1f000..=0x1faff | 0xfe0f)
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn is_unseen(sign: char) -> bool {
    crate::text::tidy::is_hidden(sign)
        || matches!(sign,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0e}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}' | '\u{f0000}'..='\u{10ffff}'
            | '\u{e000}'..='\u{f8ff}')
        || (sign.is_control() && !matches!(sign, '\t' | '\u{b}' | '\u{c}' | '\u{85}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_does_not_leave() {
        assert_eq!(clean(" a\u{202e}b\u{200b}c\r\nd\re\u{2028}f\tg\u{0}\u{e0041} "), "abc\nd\ne\nf g");
        assert_eq!(
            clean("👩\u{200d}🔧 a\u{200d}b ❤\u{fe0f} 葛\u{e0100} x\u{e0100}"),
            "👩\u{200d}🔧 ab ❤\u{fe0f} 葛\u{e0100} x"
        );
        assert_eq!(clean("Z\u{300}\u{301}\u{302}\u{303}a"), "Z\u{300}\u{301}a");
        assert_eq!(clean("Lê Thị 田中 遥 <b>"), "Lê Thị 田中 遥 <b>");
        assert_eq!(one_line("a\n  b"), "a b");
    }
}
