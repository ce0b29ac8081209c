//! Takes the text of a book apart: the header, the records of each table, and fields beside them that this
//! version does not know. Values stay unread.
//!
//! Start reading at [`split_lines`], which goes by lines and looks into nothing, and [`split_document`], which lets
//! RON find the parts of a text that an editor has laid out differently.

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use ron::value::RawValue;

use super::structure::is_word;
use super::{FIRST_LINE, TABLES, options, parser_problem, syntax};
use crate::store::error::{Detail, OpenProblem};

/// A part of the text that is one value, and where it begins, counted from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub line: usize,
    pub column: usize,
}

/// A field beside the tables that this version does not know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Other<'a> {
    pub name: &'a str,
    pub value: &'a str,
    /// The known field before it.
    pub after: &'static str,
}

/// The text, taken apart.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    pub header: Piece<'a>,
    /// The records of each table of [`TABLES`].
    pub tables: Vec<Vec<Piece<'a>>>,
    pub others: Vec<Other<'a>>,
}

/// Goes through a text line by line and knows where it is.
#[derive(Clone)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where the next line begins.
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 0 }
    }

    /// Where the next line begins, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at.min(self.text.len())
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.text.get(self.at..)?;
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = rest.get(..end)?;
        self.at += end + 1;
        self.line += 1;
        Some(Piece { text: line.strip_suffix('\r').unwrap_or(line), line: self.line, column: 1 })
    }
}

/// Takes a text apart that has the layout of [`super::write`]; nothing when it has another one.
pub(super) fn split_lines(text: &str) -> Option<Pieces<'_>> {
    let mut lines = Lines::new(text);
    if lines.next()?.text != FIRST_LINE {
        return None;
    }
    let opening = lines.find(|line| !line.text.starts_with("//"))?;
    opening.text.strip_prefix("(version: ")?.strip_suffix(',')?.parse::<u32>().ok()?;
    let header = lines.next()?;
    let inner = header.text.strip_prefix("header: ")?.strip_suffix(',')?;
    let header = Piece { text: inner, line: header.line, column: 1 + "header: ".len() };
    let mut tables: Vec<Option<Vec<Piece<'_>>>> = vec![None; TABLES.len()];
    let mut others = Vec::new();
    let mut after = "header";
    loop {
        let start = lines.at();
        let line = lines.next()?;
        if line.text == ")" {
            break;
        }
        if let Some(name) = line.text.strip_suffix(": [") {
            if let Some(index) = TABLES.iter().position(|table| *table == name) {
                let table = tables.get_mut(index)?;
                if table.is_some() {
                    return None;
                }
                *table = Some(records(&mut lines)?);
                after = TABLES.get(index)?;
                continue;
            }
            let end = loop {
                let end = lines.at();
                if lines.next()?.text == "]," {
                    break end + 1;
                }
            };
            others.push(other(name, text.get(start + name.len() + 2..end)?, after)?);
        } else {
            let (name, value) = line.text.strip_suffix(',')?.split_once(": ")?;
            others.push(other(name, value, after)?);
        }
    }
    let nothing_else = lines.all(|line| line.text.trim().is_empty() || line.text.starts_with("//"));
    let tables = tables.into_iter().map(Option::unwrap_or_default).collect();
    nothing_else.then_some(Pieces { header, tables, others })
}

fn records<'a>(lines: &mut Lines<'a>) -> Option<Vec<Piece<'a>>> {
    let mut table = Vec::new();
    loop {
        let line = lines.next()?;
        if line.text == "]," {
            return Some(table);
        }
        let inner = line.text.strip_suffix(',')?;
        if !(inner.starts_with('(') && inner.ends_with(')')) {
            return None;
        }
        table.push(Piece { text: inner, ..line });
    }
}

/// A field beside the tables, when it is one.
fn other<'a>(name: &'a str, value: &'a str, after: &'static str) -> Option<Other<'a>> {
    let known = matches!(name, "version" | "header") || TABLES.contains(&name);
    (is_word(name) && !known && is_value(value)).then_some(Other { name, value, after })
}

/// Whether a text is one value of RON, not nested too deeply.
pub(super) fn is_value(text: &str) -> bool {
    ron::Deserializer::from_str_with_options(text, &options())
        .and_then(|mut parser| {
            IgnoredAny::deserialize(&mut parser)
                .and_then(|_| parser.end())
                .map_err(|error| parser.span_error(error))
        })
        .is_ok()
}

/// The document as RON sees it, values still unread.
#[derive(Default)]
struct Document<'a> {
    version: Option<u32>,
    header: Option<&'a RawValue>,
    tables: Vec<Option<Vec<&'a RawValue>>>,
    others: Vec<(&'a str, &'a RawValue, &'static str)>,
}

/// Takes any RON document apart.
pub(super) fn split_document(text: &str) -> Result<Pieces<'_>, OpenProblem> {
    let document = ron::Deserializer::from_str_with_options(text, &options())
        .and_then(|mut parser| {
            // Named fields keep RON from taking the brackets for those of a list.
            parser
                .deserialize_struct("", &["version", "header"], Fields)
                .and_then(|document| parser.end().map(|()| document))
                .map_err(|error| parser.span_error(error))
        })
        .map_err(|error| parser_problem(text, &error))?;
    let missing = |field: &str| syntax(text, 1, 1, Detail::Parser(format!("there is no field `{field}`")));
    document.version.ok_or_else(|| missing("version"))?;
    let header = document.header.ok_or_else(|| missing("header"))?;
    let header = Places::new(text).piece(header.get_ron());
    let tables = document
        .tables
        .into_iter()
        .map(|table| {
            let mut places = Places::new(text);
            table.unwrap_or_default().into_iter().map(|record| places.piece(record.get_ron())).collect()
        })
        .collect();
    let others = document
        .others
        .into_iter()
        .map(|(name, value, after)| Other { name, value: value.get_ron(), after })
        .collect();
    Ok(Pieces { header, tables, others })
}

/// Reads the version without reading the rest.
pub(super) fn version(text: &str) -> Result<u32, OpenProblem> {
    let mut found = None;
    let result = ron::Deserializer::from_str_with_options(text, &options()).and_then(|mut parser| {
        // The visitor leaves after the version, which RON takes for an error; the version stands all the same.
        parser
            .deserialize_struct("", &["version"], Version(&mut found))
            .map_err(|error| parser.span_error(error))
    });
    match (found, result) {
        (Some(0), _) => Err(syntax(text, 1, 1, Detail::NoSuchVersion(0))),
        (Some(version), _) => Ok(version),
        (None, Err(error)) => Err(parser_problem(text, &error)),
        (None, Ok(())) => Err(syntax(text, 1, 1, Detail::Parser("there is no field `version`".to_owned()))),
    }
}

/// Name of a field of the document.
struct Name<'a>(&'a str);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names;
        impl<'de> Visitor<'de> for Names {
            type Value = &'de str;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a field")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<&'de str, E> {
                Ok(name)
            }
        }
        deserializer.deserialize_identifier(Names).map(Self)
    }
}

/// Collects the fields of the document.
struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Document<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a book")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document<'de>, A::Error> {
        let mut document = Document { tables: vec![None; TABLES.len()], ..Document::default() };
        let mut after = "";
        while let Some(Name(name)) = map.next_key()? {
            let (known, twice) = match TABLES.iter().position(|table| *table == name) {
                Some(index) => {
                    let records = map.next_value()?;
                    let twice = document.tables.get_mut(index).and_then(|table| table.replace(records));
                    (TABLES.get(index).copied(), twice.is_some())
                }
                None if name == "version" => {
                    (Some("version"), document.version.replace(map.next_value()?).is_some())
                }
                None if name == "header" => {
                    (Some("header"), document.header.replace(map.next_value()?).is_some())
                }
                None => {
                    document.others.push((name, map.next_value()?, after));
                    (None, false)
                }
            };
            if let (Some(known), true) = (known, twice) {
                return Err(serde::de::Error::duplicate_field(known));
            }
            after = known.unwrap_or(after);
        }
        Ok(document)
    }
}

/// Looks for the version and leaves with it.
struct Version<'a>(&'a mut Option<u32>);

impl<'de> Visitor<'de> for Version<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a book with a version")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Name(name)) = map.next_key()? {
            if name == "version" {
                *self.0 = Some(map.next_value()?);
                break;
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// Counts lines in one walk over the text.
struct Places<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// Returns the place of a part of the text that lies behind all parts asked for before.
    fn piece(&mut self, part: &'a str) -> Piece<'a> {
        let part = part.trim();
        // `part` borrows from `text`, so the difference of the addresses is its place.
        let at = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        self.line += count_lines(self.text.get(self.at..at).unwrap_or_default());
        self.at = at;
        let head = self.text.get(..at).unwrap_or_default();
        let column = 1 + head.chars().rev().take_while(|character| *character != '\n').count();
        Piece { text: part, line: self.line, column }
    }
}

pub(super) fn count_lines(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}
