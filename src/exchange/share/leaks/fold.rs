//! How a text is read by somebody who looks for numbers and addresses in it: signs that draw nothing are not there, all
//! writings of a sign are one, and every byte knows where it came from.

use std::ops::Range;

use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization;

/// A text in plainer signs. Every byte knows the bytes of the original that it stands for.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    pub(super) text: String,
    origin: Vec<(u32, u32)>,
}

/// What is done with what stands between `<` and `>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tags {
    /// It is text: an address may stand in an attribute.
    Kept,
    /// It is left out: `03<b></b>12` reads 0312.
    LeftOut,
}

impl View {
    /// Reads a text.
    pub(super) fn of(text: &str, tags: Tags) -> Self {
        let signs: Vec<(usize, char)> = text.char_indices().collect();
        let mut view = Self { text: String::with_capacity(text.len()), origin: Vec::new() };
        let mut at = 0;
        while let Some((start, sign)) = signs.get(at).copied() {
            let (read, taken) = match sign {
                '&' => entity(&signs[at..]).unwrap_or((Some(sign), 1)),
                '%' => percent(&signs[at..]).unwrap_or((Some(sign), 1)),
                '<' if tags == Tags::LeftOut => tag(&signs[at..]).unwrap_or((Some(sign), 1)),
                _ => (Some(sign), 1),
            };
            at += taken;
            let end = signs.get(at).map_or(text.len(), |(next, _)| *next);
            if let Some(read) = read {
                view.put(read, start..end);
            }
        }
        view
    }

    /// The same from the last sign to the first, as it is read where signs turn the writing around.
    pub(super) fn turned(&self) -> Self {
        let mut turned = Self::default();
        for (at, sign) in self.text.char_indices().rev() {
            let (from, to) = self.origin[at];
            turned.push(sign, (from, to));
        }
        turned
    }

    fn push(&mut self, sign: char, origin: (u32, u32)) {
        self.text.push(sign);
        self.origin.extend(std::iter::repeat_n(origin, sign.len_utf8()));
    }

    /// Puts a sign in as it is read.
    fn put(&mut self, sign: char, from: Range<usize>) {
        if is_nothing(sign) {
            return;
        }
        let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let origin = (short(from.start), short(from.end));
        if let Some(like) = look_alike(sign) {
            self.push(like, origin);
            return;
        }
        if sign == 'ß' || sign == 'ẞ' {
            self.push('s', origin);
            self.push('s', origin);
            return;
        }
        for part in std::iter::once(sign).nfkd().filter(|part| !is_nothing(*part)) {
            let part = look_alike(part).unwrap_or(part);
            match part {
                'ァ'..='ヶ' => {
                    self.push(char::from_u32(u32::from(part) - 0x60).unwrap_or(part), origin);
                }
                _ => self.push(part, origin),
            }
        }
    }

    /// The bytes of the original for some bytes of the view.
    pub(super) fn origin(&self, range: Range<usize>) -> Range<usize> {
        let part = self.origin.get(range).unwrap_or_default();
        let from = part.iter().map(|(from, _)| *from).min().unwrap_or(0);
        let to = part.iter().map(|(_, to)| *to).max().unwrap_or(0);
        from as usize..to as usize
    }

    /// The view with other words in the place of what is found; `None` leaves it.
    pub(super) fn rewrite(&self, what: &Regex, with: impl Fn(&Captures<'_>) -> Option<String>) -> Self {
        let mut rewritten = Self::default();
        let mut done = 0;
        for found in what.captures_iter(&self.text) {
            let (Some(whole), Some(words)) = (found.get(0), with(&found)) else { continue };
            rewritten.copy(self, done..whole.start());
            let from = self.origin(whole.range());
            let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
            for sign in words.chars() {
                rewritten.push(sign, (short(from.start), short(from.end)));
            }
            done = whole.end();
        }
        rewritten.copy(self, done..self.text.len());
        rewritten
    }

    fn copy(&mut self, other: &Self, range: Range<usize>) {
        self.text.push_str(&other.text[range.clone()]);
        self.origin.extend_from_slice(&other.origin[range]);
    }

    /// Letters and digits alone, lower case, with the place of each byte in this view.
    pub(super) fn squeezed(&self) -> (String, Vec<usize>) {
        let mut text = String::with_capacity(self.text.len());
        let mut places = Vec::with_capacity(self.text.len());
        for (at, sign) in self.text.char_indices().filter(|(_, sign)| sign.is_alphanumeric()) {
            for lower in sign.to_lowercase() {
                text.push(lower);
                places.extend(std::iter::repeat_n(at, lower.len_utf8()));
            }
        }
        (text, places)
    }
}

/// Signs that draw nothing by themselves, turn the writing around or stand on top of others.
fn is_nothing(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
        // Marks: they change how a digit looks, not which it is.
        | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
        || (sign.is_control() && !sign.is_whitespace())
}

/// Whether a text has signs that turn the writing around.
pub(super) fn turns_around(text: &str) -> bool {
    text.contains(
        |sign| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200f}' | '\u{61c}'),
    )
}

/// The plain sign for one that looks the same and is no writing of it (Unicode TR 39), and one writing for all dashes,
/// dots and blanks.
fn look_alike(sign: char) -> Option<char> {
    let code = u32::from(sign);
    let digit = |first: u32| char::from_digit(code - first, 10);
    Some(match sign {
        '\t'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{2800}'
        | '\u{3000}' => ' ',
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{301c}'
        | '\u{3030}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}'
        | '\u{ff5e}'
        | '\u{2500}'
        | '\u{2501}'
        | '\u{207b}'
        | '\u{208b}'
        | '\u{2e3a}'
        | '\u{2e3b}' => '-',
        '\u{2024}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{b7}' | '\u{2022}' | '\u{ff65}'
        | '\u{30fb}' | '\u{25cf}' | '\u{6d4}' => '.',
        '\u{ff61}' => '。',
        '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{60}' | '\u{b4}' => '\'',
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => '/',
        'ⓐ' | '🄰' | '🅐' | '🅰' => 'a',
        '○' | '◯' | '⚪' | '〇' | '零' | '⓿' => '0',
        '壱' | '壹' => '一',
        '弐' | '貳' => '二',
        '参' => '三',
        '❶'..='❾' => digit(0x2776 - 1)?,
        '➀'..='➈' => digit(0x2780 - 1)?,
        '➊'..='➒' => digit(0x278a - 1)?,
        '⓵'..='⓽' => digit(0x24f5 - 1)?,
        '\u{1f150}'..='\u{1f169}' => char::from_u32(code - 0x1f150 + 0x61)?,
        '\u{1f170}'..='\u{1f189}' => char::from_u32(code - 0x1f170 + 0x61)?,
        '\u{1f1e6}'..='\u{1f1ff}' => char::from_u32(code - 0x1f1e6 + 0x61)?,
        'а' | 'α' => 'a',
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'с' | 'ϲ' => 'c',
        'С' => 'C',
        'ԁ' => 'd',
        'е' | 'ё' => 'e',
        'Е' | 'Ε' => 'E',
        'ɡ' => 'g',
        'һ' => 'h',
        'Н' | 'Η' => 'H',
        'і' | 'ı' | 'ι' | 'ɩ' => 'i',
        'І' | 'Ι' => 'I',
        'ј' => 'j',
        'К' | 'Κ' => 'K',
        'к' | 'κ' => 'k',
        'ł' | 'ӏ' => 'l',
        'М' | 'Μ' => 'M',
        'м' => 'm',
        'Ν' => 'N',
        'о' | 'ο' | 'ø' | 'օ' => 'o',
        'О' | 'Ο' | 'Ø' => 'O',
        'р' | 'ρ' => 'p',
        'Р' | 'Ρ' => 'P',
        'ѕ' => 's',
        'Т' | 'Τ' => 'T',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' => 'v',
        'ѡ' => 'w',
        'х' | 'χ' => 'x',
        'Х' | 'Χ' => 'X',
        'у' | 'γ' => 'y',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        _ => {
            // The digits of other writings stand in tens (Unicode 16, category Nd).
            let first = [
                0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
                0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
                0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0,
                0x11066, 0x110f0, 0x11136, 0x111d0,
            ];
            let start = first.into_iter().find(|first| (*first..first + 10).contains(&code))?;
            digit(start)?
        }
    })
}

/// Reads an HTML entity: the sign, and how many signs it takes. `&amp;#64;` is read to its end.
fn entity(signs: &[(usize, char)]) -> Option<(Option<char>, usize)> {
    let mut body: String = signs.iter().skip(1).take(24).map(|(_, sign)| *sign).collect();
    let mut taken = 1;
    while let Some(rest) = body.strip_prefix("amp;") {
        body = rest.to_owned();
        taken += 4;
    }
    if let Some(number) = body.strip_prefix('#') {
        let (digits, radix, head) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let length = digits.chars().take_while(|sign| sign.is_digit(radix)).count();
        let value = u32::from_str_radix(digits.get(..length)?, radix).ok().filter(|_| length > 0)?;
        let closed = usize::from(digits[length..].starts_with(';'));
        return Some((char::from_u32(value), taken + head + length + closed));
    }
    const NAMED: [(&str, char); 22] = [
        ("commat;", '@'),
        ("period;", '.'),
        ("nbsp;", ' '),
        ("ensp;", ' '),
        ("emsp;", ' '),
        ("thinsp;", ' '),
        ("shy;", '\u{ad}'),
        ("zwj;", '\u{200d}'),
        ("zwnj;", '\u{200c}'),
        ("lrm;", '\u{200e}'),
        ("rlm;", '\u{200f}'),
        ("lowbar;", '_'),
        ("hyphen;", '-'),
        ("ndash;", '-'),
        ("mdash;", '-'),
        ("sol;", '/'),
        ("colon;", ':'),
        ("plus;", '+'),
        ("lpar;", '('),
        ("rpar;", ')'),
        ("lt;", '<'),
        ("gt;", '>'),
    ];
    let (name, sign) = NAMED.into_iter().find(|(name, _)| body.starts_with(name))?;
    Some((Some(sign), taken + name.len()))
}

/// Reads `%40`, as addresses of web pages write signs.
fn percent(signs: &[(usize, char)]) -> Option<(Option<char>, usize)> {
    let (high, low) = (signs.get(1)?.1.to_digit(16)?, signs.get(2)?.1.to_digit(16)?);
    // Only what can be a part of an address or a number: "50%20" in a text is fifty per cent.
    let sign =
        char::from_u32(high * 16 + low).filter(|sign| matches!(sign, '@' | '+' | '.' | '-' | '_' | '/'))?;
    Some((Some(sign), 3))
}

/// Skips a tag or a comment of HTML; those that begin a line are read as a blank.
fn tag(signs: &[(usize, char)]) -> Option<(Option<char>, usize)> {
    let next = signs.get(1)?.1;
    if !(next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) {
        return None;
    }
    let length = if signs.iter().skip(1).take(3).map(|(_, sign)| *sign).eq(['!', '-', '-']) {
        let ends = |three: &[(usize, char)]| three.iter().map(|(_, sign)| *sign).eq(['-', '-', '>']);
        // As far as a tag may be long: a text of nothing but beginnings is read in time.
        signs.windows(3).skip(4).take(2_000).position(ends)? + 7
    } else {
        signs.iter().take(2_000).position(|(_, sign)| *sign == '>')? + 1
    };
    let name: String =
        signs[1..].iter().map(|(_, sign)| *sign).skip_while(|sign| *sign == '/').take(3).collect();
    let name = name.to_ascii_lowercase();
    let breaks =
        ["br", "p>", "p ", "li", "td", "tr", "div", "h1", "h2", "h3"].iter().any(|tag| name.starts_with(tag));
    Some((breaks.then_some(' '), length))
}
