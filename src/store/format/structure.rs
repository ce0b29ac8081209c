//! The brackets of RON: takes one value apart into its fields or elements without knowing their types.
//!
//! For text that RON has read without complaint, or that may be damaged: then the answer is none or makes no
//! sense, but nothing here recurses or allocates more than the text has. Start reading at [`parts`].

use std::borrow::Cow;
use std::fmt::Write;

/// A value with brackets, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// The word before the bracket; empty for none.
    pub name: &'a str,
    pub kind: Kind,
    pub items: Vec<Item<'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(a: 1, b: 2)`
    Fields,
    /// `(1, 2)`
    Tuple,
    /// `[1, 2]`
    List,
    /// `{1: 2}`
    Map,
}

/// A field, entry or element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// Name or key; empty for none.
    pub key: &'a str,
    pub value: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// Space or comment.
    Blank,
    /// A text or character in quotes.
    Quoted,
    Word,
    Open(u8),
    Close(u8),
    Comma,
    Colon,
}

/// Takes a value apart; none when it has no brackets or they do not close.
pub(super) fn parts(text: &str) -> Option<Parts<'_>> {
    let mut at = 0;
    let mut name = "";
    let open = loop {
        let (token, end) = token(text, at)?;
        match token {
            Token::Blank => {}
            Token::Word if name.is_empty() => name = text.get(at..end)?,
            Token::Open(open) => {
                at = end;
                break open;
            }
            _ => return None,
        }
        at = end;
    };
    let mut items = Vec::new();
    let mut depth = 0_usize;
    // Where the part begins and ends, blanks around it left out.
    let (mut start, mut last) = (None, at);
    let mut key = "";
    loop {
        let (token, end) = token(text, at)?;
        match token {
            Token::Blank => {
                at = end;
                continue;
            }
            Token::Comma | Token::Close(_) if depth == 0 => {
                if let Some(start) = start.take() {
                    items.push(Item { key, value: text.get(start..last)? });
                    key = "";
                }
                if let Token::Close(close) = token {
                    let kind = match (open, close) {
                        (b'(', b')') if items.iter().any(|item| !item.key.is_empty()) => Kind::Fields,
                        (b'(', b')') => Kind::Tuple,
                        (b'[', b']') => Kind::List,
                        (b'{', b'}') => Kind::Map,
                        _ => return None,
                    };
                    return Some(Parts { name, kind, items });
                }
                at = end;
                continue;
            }
            Token::Colon if depth == 0 && key.is_empty() => {
                key = text.get(start.take()?..last)?;
                at = end;
                continue;
            }
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.checked_sub(1)?,
            Token::Comma | Token::Colon | Token::Quoted | Token::Word => {}
        }
        start.get_or_insert(at);
        last = end;
        at = end;
    }
}

/// Whether nothing but blanks stands behind the last bracket.
pub(super) fn ends_with_bracket(text: &str) -> bool {
    let (mut at, mut closed) = (0, false);
    while let Some((token, end)) = token(text, at) {
        let is_space = || text.get(at..end).is_some_and(|blank| blank.trim().is_empty());
        closed = matches!(token, Token::Close(_)) || closed && token == Token::Blank && is_space();
        at = end;
    }
    closed && at >= text.len()
}

/// Returns the field name without the mark of a raw one.
pub(super) fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Whether a text is a name that needs no mark.
pub(super) fn is_word(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|character| character == '_' || character.is_alphanumeric())
}

/// Returns a value without blanks and comments and on one line.
pub(super) fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut at, mut word_before) = (0, false);
    while let Some((token, end)) = token(text, at) {
        let part = text.get(at..end).unwrap_or_default();
        let is_word = matches!(token, Token::Word | Token::Quoted);
        match token {
            Token::Blank => {}
            Token::Quoted => {
                out.push_str(&on_one_line(part));
                word_before = true;
            }
            _ => {
                if is_word && word_before {
                    out.push(' ');
                }
                out.push_str(part);
                word_before = is_word;
            }
        }
        at = end;
    }
    out
}

/// Escapes the line ends that RON allows inside of quotes.
fn on_one_line(quoted: &str) -> Cow<'_, str> {
    if !quoted.contains(['\n', '\r']) {
        return Cow::Borrowed(quoted);
    }
    let raw = quoted.find('r').filter(|at| quoted.find('"').is_some_and(|quote| *at < quote));
    let mut out = String::with_capacity(quoted.len() + 16);
    let inner = match raw {
        // r"…", r#"…"#, br"…": nothing is escaped inside, so everything must be now.
        Some(at) => {
            out.push_str(quoted.get(..at).unwrap_or_default());
            out.push('"');
            let hashes = quoted.get(at + 1..).unwrap_or_default();
            let inner = hashes.trim_matches('#');
            inner.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or_default()
        }
        None => quoted,
    };
    for character in inner.chars() {
        match character {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '"' | '\\' if raw.is_some() => {
                // Writing to a text does not fail.
                write!(out, "\\{character}").unwrap_or_default();
            }
            _ => out.push(character),
        }
    }
    if raw.is_some() {
        out.push('"');
    }
    Cow::Owned(out)
}

/// Returns the token that begins at `at` and where it ends; none at the end of the text or when it never ends.
fn token(text: &str, at: usize) -> Option<(Token, usize)> {
    let bytes = text.as_bytes();
    let rest = bytes.get(at..)?;
    let one = |token| Some((token, at + 1));
    match *rest.first()? {
        open @ (b'(' | b'[' | b'{') => one(Token::Open(open)),
        close @ (b')' | b']' | b'}') => one(Token::Close(close)),
        b',' => one(Token::Comma),
        b':' => one(Token::Colon),
        b'"' => Some((Token::Quoted, string_end(bytes, at + 1)?)),
        b'\'' => Some((Token::Quoted, character_end(bytes, at + 1)?)),
        b'/' if rest.starts_with(b"//") => {
            let end = memchr::memchr(b'\n', rest).map_or(bytes.len(), |end| at + end + 1);
            Some((Token::Blank, end))
        }
        b'/' if rest.starts_with(b"/*") => Some((Token::Blank, comment_end(bytes, at + 2)?)),
        _ => {
            let blank = blank_end(text, at)?;
            if blank > at {
                return Some((Token::Blank, blank));
            }
            if let Some(end) = prefixed_end(bytes, at) {
                return end.map(|end| (Token::Quoted, end));
            }
            let end = word_end(text, at)?;
            Some((Token::Word, end.max(at + 1)))
        }
    }
}

/// Where the white space that begins at `at` ends, which may be there. Every word and value of a book is asked for, so
/// the usual signs are looked at as bytes.
fn blank_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b' ' | b'\t'..=b'\r' => end += 1,
            0x80.. => match text.get(end..)?.chars().next() {
                Some(sign) if sign.is_whitespace() => end += sign.len_utf8(),
                _ => break,
            },
            _ => break,
        }
    }
    Some(end)
}

/// Where the word that begins at `at` ends: before white space, a bracket, a mark, a quote or a comment.
fn word_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b' ' | b'\t'..=b'\r' => break,
            b'(' | b')' | b'[' | b']' | b'{' | b'}' | b',' | b':' | b'"' | b'\'' => break,
            // A slash ends a word only when a comment begins.
            b'/' if matches!(bytes.get(end + 1), Some(b'/' | b'*')) => break,
            0x80.. => match text.get(end..)?.chars().next() {
                Some(sign) if !sign.is_whitespace() => end += sign.len_utf8(),
                _ => break,
            },
            _ => end += 1,
        }
    }
    Some(end)
}

/// Where a text with letters before its quotes ends: `b"…"`, `b'…'`, `r"…"`, `r#"…"#`, `br"…"`. The outer answer is
/// whether it is one.
fn prefixed_end(bytes: &[u8], at: usize) -> Option<Option<usize>> {
    let rest = bytes.get(at..)?;
    let letters = rest.iter().take_while(|byte| matches!(byte, b'b' | b'r')).count();
    let prefix = rest.get(..letters)?;
    let after = rest.get(letters..)?;
    match prefix {
        b"b" if after.starts_with(b"\"") => Some(string_end(bytes, at + 2)),
        b"b" if after.starts_with(b"'") => Some(character_end(bytes, at + 2)),
        b"r" | b"br" => {
            let hashes = after.iter().take_while(|byte| **byte == b'#').count();
            if after.get(hashes) != Some(&b'"') {
                return None;
            }
            let inner = at + letters + hashes + 1;
            let closes = |quote: &usize| {
                let tail = bytes.get(inner + quote + 1..).unwrap_or_default();
                tail.len() >= hashes && tail.iter().take(hashes).all(|byte| *byte == b'#')
            };
            let tail = bytes.get(inner..)?;
            Some(memchr::memchr_iter(b'"', tail).find(closes).map(|quote| inner + quote + 1 + hashes))
        }
        _ => None,
    }
}

fn string_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr::memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

fn character_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'\'' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// Comments nest.
fn comment_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 1_usize;
    while depth > 0 {
        at += memchr::memchr2(b'/', b'*', bytes.get(at..)?)?;
        match (bytes.get(at)?, bytes.get(at + 1)?) {
            (b'*', b'/') => {
                depth -= 1;
                at += 2;
            }
            (b'/', b'*') => {
                depth += 1;
                at += 2;
            }
            _ => at += 1,
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(&str, &str)> {
        parts(text).unwrap().items.iter().map(|item| (item.key, item.value)).collect()
    }

    #[test]
    fn fields_are_found_whatever_stands_in_their_texts() {
        let text = r##" LentTo ( a : "),(x:\"1\"" , /* b: 1, */ b: [1, (2), {3: 4}], c: 'x', d: '\'', // e: 1
            r#type: r#"a " ) b"#, f: b"x)", g: br"\", ) "##;
        let found = parts(text).unwrap();
        assert_eq!((found.name, found.kind), ("LentTo", Kind::Fields));
        assert_eq!(
            keys(text),
            [
                ("a", r#""),(x:\"1\"""#),
                ("b", "[1, (2), {3: 4}]"),
                ("c", "'x'"),
                ("d", r"'\''"),
                ("r#type", r##"r#"a " ) b"#"##),
                ("f", "b\"x)\""),
                ("g", "br\"\\\""),
            ]
        );
        assert_eq!(keys("[1, (a: 2), \"田中,\"]"), [("", "1"), ("", "(a: 2)"), ("", "\"田中,\"")]);
        assert_eq!(keys("{ \"k:\" : (v: 1), \n}"), [("\"k:\"", "(v: 1)")]);
        assert_eq!(parts("()").map(|parts| parts.kind), Some(Kind::Tuple));
        for broken in ["", "1", "Word", "(", "(a: 1", "(a: \"1)", "(a: 1]", "(/* ", "(a: r#\"x\")", "(: 1)"] {
            assert_eq!(parts(broken), None, "{broken}");
        }
        let deep = format!("{}1{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        assert_eq!(parts(&deep).unwrap().items.len(), 1);
    }

    #[test]
    fn a_comment_behind_the_last_bracket_is_seen() {
        for text in ["#![enable(x)]\n(a: \"//\")", "(a: 1)\n\n", "(a: [1] /* ) */)"] {
            assert!(ends_with_bracket(text), "{text}");
        }
        for text in ["(a: 1)// b)", "(a: 1)\u{b}// b", "(a: 1)/* b */ ", "(a: 1) b", "(a: \")", ""] {
            assert!(!ends_with_bracket(text), "{text}");
        }
    }

    #[test]
    fn a_compact_value_means_the_same_on_one_line() {
        let text = "Some ( /* c */ a : \"x\ny, z\" , b: r#\"1 \"\\\n2\"#, // end\n c: -1.5e3, d: [ Word , ], e: br\"\\\n\")";
        let short = compact(text);
        assert_eq!(short, "Some(a:\"x\\ny, z\",b:\"1 \\\"\\\\\\n2\",c:-1.5e3,d:[Word,],e:b\"\\\\\\n\")");
        assert_eq!(compact(&short), short);
        let value = |text: &str| ron::from_str::<(String, String)>(text).unwrap();
        let pair = "(\"x\n\\\"y\", r#\"1 \"\\\n2\"#)";
        assert_eq!(value(pair), value(&compact(pair)));
    }
}
