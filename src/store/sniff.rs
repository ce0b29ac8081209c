//! From bytes to the text of a book, or a word about what the bytes are instead.
//!
//! Knows the beginnings of other file types and nothing of records. Start reading at [`text_of`].

use super::error::{Detail, Looks, OpenProblem};
use super::format;

/// The first bytes of file types that are opened by mistake.
const MAGIC: &[(&[u8], Looks)] = &[
    (b"\x89PNG", Looks::Picture),
    (b"\xFF\xD8\xFF", Looks::Picture),
    (b"GIF8", Looks::Picture),
    (b"BM", Looks::Picture),
    (b"II*\0", Looks::Picture),
    (b"MM\0*", Looks::Picture),
    (b"RIFF", Looks::Picture),
    (b"%PDF", Looks::Pdf),
    (b"PK\x03\x04", Looks::Archive),
    (b"\x1F\x8B", Looks::Archive),
    (b"7z\xBC\xAF", Looks::Archive),
    (b"\xD0\xCF\x11\xE0", Looks::Archive),
    (b"SQLite format 3", Looks::Database),
    (b"\xFF\xFE", Looks::Utf16),
    (b"\xFE\xFF", Looks::Utf16),
];

/// Returns the text of a book without its byte order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, OpenProblem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenProblem::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return Err(OpenProblem::NotABook(Looks::Zeros));
    }
    if let Some((_, looks)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(OpenProblem::NotABook(*looks));
    }
    if let [a, b, c, d, ..] = *bytes
        && ((a == 0 && c == 0 && b != 0 && d != 0) || (a != 0 && c != 0 && b == 0 && d == 0))
    {
        return Err(OpenProblem::NotABook(Looks::Utf16));
    }
    let (text, rest) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (head, tail) = bytes.split_at(error.valid_up_to());
            (std::str::from_utf8(head).unwrap_or_default(), Some((tail, error)))
        }
    };
    if !begins_like_a_book(text) {
        return Err(OpenProblem::NotABook(looks_of(text, bytes)));
    }
    if let Some(at) = text.find('\0') {
        return Err(at_end_of(text.get(..at).unwrap_or_default(), Detail::ZeroBytes));
    }
    match rest {
        None => Ok(text),
        // A character whose last bytes are missing: the file ends in it.
        Some((_, error)) if error.error_len().is_none() => Err(cut_off(text)),
        Some(_) => Err(at_end_of(text, Detail::NotUtf8)),
    }
}

fn at_end_of(head: &str, detail: Detail) -> OpenProblem {
    let line = 1 + head.matches('\n').count();
    let column = 1 + head.chars().rev().take_while(|character| *character != '\n').count();
    format::syntax(head, line, column, detail)
}

/// Whether the first word is one with which RON writes a document of our kind: an attribute, a comment or `(`.
fn begins_like_a_book(text: &str) -> bool {
    let start = text.trim_start();
    // A file that ends within its first characters is a book that was cut off, not something else.
    let prefix_of = |token: &str| start.starts_with(token) || token.starts_with(start);
    prefix_of("#![") || prefix_of("//") || prefix_of("/*") || prefix_of("(")
}

fn looks_of(text: &str, bytes: &[u8]) -> Looks {
    let start = text.trim_start();
    let upper: String = start.chars().take(12).collect::<String>().to_ascii_uppercase();
    match start.chars().next() {
        _ if bytes.contains(&0) => Looks::Binary,
        _ if upper.starts_with("BEGIN:VCARD") => Looks::VCard,
        Some('{' | '[') => Looks::Json,
        Some('<') => Looks::Xml,
        _ if text.len() < bytes.len() => Looks::Binary,
        _ => Looks::Text,
    }
}

/// Returns the problem of a file that ends behind `text`: the place of its last character.
pub(super) fn cut_off(text: &str) -> OpenProblem {
    let text = text.trim_end();
    let last = text.rsplit('\n').next().unwrap_or_default();
    OpenProblem::CutOff { line: 1 + text.matches('\n').count(), column: 1 + last.chars().count() }
}
