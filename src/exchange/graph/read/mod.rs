//! File → graph. What a file is, its content decides; the ending only where the content is a mere table.
//!
//! Each form has a file of its own and hands what it finds to [`build::Builder`], which holds the limits and cleans.

mod build;
mod facts;
mod xml;
mod graphml;
mod gexf;
mod dot;
mod gml;
mod json;
mod table;

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Form, Graph, LARGEST_FILE};
use build::Builder;
pub use build::{Cleaned, Counted};
pub(super) use facts::tidy;

/// Deeper nesting has no meaning in networks.
const DEEPEST: usize = 64;

/// Why nothing of a file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// It has nothing in it.
    Empty,
    /// It is packed: an archive, or a spreadsheet.
    Packed,
    /// It holds no network in a form that is known.
    NotANetwork,
    /// A table whose first row does not say which columns are the ends.
    NoEnds,
    /// More than [`super::MOST_NODES`] people.
    TooManyNodes,
    /// More than [`super::MOST_EDGES`] edges.
    TooManyEdges,
    /// The form is broken in this line.
    Broken(Form, u32),
    /// It declares entities in this line, with which a small file can become an endless one.
    Entities(u32),
    /// It is nested too deep in this line.
    TooDeep(u32),
    /// It says that it is written in this character set, which is not known.
    UnknownCharset(String),
    /// The user stopped it.
    Stopped,
}

/// What a file has.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphFile {
    /// The form in which it was.
    pub form: Form,
    /// The network, without what was wrong.
    pub graph: Graph,
    /// What was left out or mended.
    pub cleaned: Cleaned,
    /// The character set, when it was a guess.
    pub guessed: Option<&'static str>,
}

/// Says how far it is, and returns whether to go on.
type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Reads a network. `ending` is that of the file's name, without the dot. `progress` gets how much of how much is done
/// and returns whether to go on.
///
/// # Errors
/// When nothing can be read. What is wrong with single nodes and edges is in [`GraphFile::cleaned`]; the rest goes on.
pub fn read(bytes: &[u8], ending: &str, progress: Watch<'_>) -> Result<GraphFile, Unread> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(Unread::TooLarge);
    }
    if is_packed(bytes) {
        return Err(Unread::Packed);
    }
    let (text, guessed) = decoded(bytes)?;
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim().is_empty() {
        return Err(Unread::Empty);
    }
    if text.contains('\0') {
        return Err(Unread::NotANetwork);
    }
    let form = form_of(text, ending).ok_or(Unread::NotANetwork)?;
    let mut builder = Builder::new(form, text.len() as u64, progress);
    match form {
        Form::Graphml => graphml::read(text, &mut builder)?,
        Form::Gexf => gexf::read(text, &mut builder)?,
        Form::Dot => dot::read(text, &mut builder)?,
        Form::Gml => gml::read(text, &mut builder)?,
        Form::NodeLink => json::read(text, &mut builder)?,
        Form::Edges => table::read(text, ending, &mut builder)?,
    }
    let (graph, cleaned) = builder.finish();
    Ok(GraphFile { form, graph, cleaned, guessed })
}

fn is_packed(bytes: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"\x28\xb5\x2f\xfd"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
}

/// The form of a text.
fn form_of(text: &str, ending: &str) -> Option<Form> {
    let text = text.trim_start();
    let ending = ending.to_ascii_lowercase();
    let mut end = text.len().min(16 << 10);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    if head.starts_with('<') {
        return if head.contains("<graphml") || head.contains(":graphml") {
            Some(Form::Graphml)
        } else if head.contains("<gexf") {
            Some(Form::Gexf)
        } else {
            None
        };
    }
    if head.starts_with(['{', '[']) && ending != "gml" {
        return Some(Form::NodeLink);
    }
    if dot::is_dot(head) {
        return Some(Form::Dot);
    }
    if ending == "gml" || gml::is_gml(head) {
        return Some(Form::Gml);
    }
    match ending.as_str() {
        "csv" | "tsv" | "tab" | "txt" | "edgelist" | "edges" => Some(Form::Edges),
        "dot" | "gv" => Some(Form::Dot),
        _ => table::is_table(head).then_some(Form::Edges),
    }
}

/// The text of a file, and the name of its character set when that is a guess.
fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<&'static str>), Unread> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok((encoding.decode_without_bom_handling(&bytes[length..]).0, None));
    }
    // UTF-16 without a mark: every second byte of Latin letters is zero.
    match bytes {
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => {
            return Ok((UTF_16LE.decode_without_bom_handling(bytes).0, Some(UTF_16LE.name())));
        }
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => {
            return Ok((UTF_16BE.decode_without_bom_handling(bytes).0, Some(UTF_16BE.name())));
        }
        _ => {}
    }
    if let Some(label) = declared(bytes) {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or(Unread::UnknownCharset(label))?;
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        // One that cannot be true is no better than none.
        if !broken && encoding != UTF_8 {
            return Ok((text, None));
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), None));
    }
    let (text, broken) = SHIFT_JIS.decode_without_bom_handling(bytes);
    // Umlauts make kanji of two letters, but never kana.
    if !broken && text.chars().any(|sign| ('\u{3041}'..='\u{30FA}').contains(&sign)) {
        return Ok((text, Some(SHIFT_JIS.name())));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text, Some(WINDOWS_1252.name())))
}

/// The character set that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(200)];
    let head = head.trim_ascii_start().strip_prefix(b"<?xml")?;
    let head: String = head.iter().take_while(|byte| **byte != b'>').map(|byte| char::from(*byte)).collect();
    let value = head.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|sign| ['"', '\''].contains(sign))?;
    let label: String = value[1..].chars().take_while(|sign| *sign != quote).collect();
    // UTF-16 that can be read byte by byte is none.
    (!label.to_ascii_lowercase().starts_with("utf-16") && !label.is_empty()).then_some(label)
}

/// Counts lines of a text up to places that only go forward.
struct LineCount<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCount<'a> {
    fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of a place, counted from 1.
    fn at(&mut self, place: usize) -> u32 {
        let place = place.min(self.bytes.len());
        if place > self.at {
            let lines = memchr::memchr_iter(b'\n', &self.bytes[self.at..place]).count();
            self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            self.at = place;
        }
        self.line
    }
}
