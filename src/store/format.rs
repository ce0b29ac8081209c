//! The book as text: one RON document, one record per line in the order of the ids.
//!
//! ```text
//! #![enable(implicit_some)]
//! // Cardloom book: one record per line. …
//! (version: 1,
//! header: (id:"…",created_at:"…"),
//! contacts: [
//! (id:"…",name:(family:"Tanaka"),…),
//! ],
//! …
//! )
//! ```
//! Owns the text in both directions. Knows no files. Start reading at [`write`] and [`read`].
//!
//! Reading takes the lines apart without looking into them, so that every record is parsed on its own and its
//! line is known. A book that an editor has laid out differently is taken apart by RON itself, which is slower
//! and means the same.
//!
//! Places for what later issues add: a checksum of all lines above it is a comment line after the last `)`
//! (readers of version 1 pass over it); the kept text of unchanged records enters in `write_table`; opening a
//! damaged book record by record enters in `Reader::table`; fields that this version does not know, today
//! refused in `Reader::record`, are kept from there.
//!
//! Invariant: `read(write(book)) == book` (`store::a_book_reads_back_what_it_writes`).
//! Invariant: a cut-off text never opens (`store::no_cut_off_book_opens`).

use std::collections::BTreeMap;
use std::sync::Arc;

use ron::value::RawValue;
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::error::{Detail, OpenProblem};
use super::migrate::migrate;
use super::sniff;
use crate::model::*;

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

const FIRST_LINE: &str = "#![enable(implicit_some)]";
const COMMENT: &str = "// Cardloom book: one record per line, dates as year-month-day. \
                       Keep the folder \"attachments\" next to this file.";

/// How many characters of the text an error quotes.
const EXCERPT: usize = 60;

/// A book as it was read, with the places of its records.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The book.
    pub book: Book,
    /// Every record in the order of the file with its line, counted from 1.
    pub lines: Vec<(RecordRef, usize)>,
}

impl Parsed {
    /// Returns the line of a record, counted from 1.
    pub fn line_of(&self, record: RecordRef) -> Option<usize> {
        self.lines.iter().find(|(known, _)| *known == record).map(|(_, line)| *line)
    }
}

/// Returns the text of a book.
///
/// # Errors
/// None is known: every value of the model has a RON form.
pub fn write(book: &Book) -> Result<String, ron::Error> {
    // About a kilobyte per contact and its story; one allocation instead of twenty that each copy the rest.
    let mut out = String::with_capacity(4096 + book.len() * 256);
    out.push_str(FIRST_LINE);
    out.push('\n');
    out.push_str(COMMENT);
    out.push_str("\n(version: ");
    out.push_str(&VERSION.to_string());
    out.push_str(",\nheader: ");
    options().to_writer(&mut out, &*book.header)?;
    out.push_str(",\n");
    write_tables(book, &mut out)?;
    out.push_str(")\n");
    Ok(out)
}

/// Reads a book from the bytes of a file.
///
/// # Errors
/// With the first thing that is wrong; nothing is left out silently.
pub fn read(bytes: &[u8]) -> Result<Parsed, OpenProblem> {
    let text = sniff::text_of(bytes)?;
    let found = version(text)?;
    if found > VERSION {
        return Err(OpenProblem::NewerVersion { found, supported: VERSION });
    }
    let migrated = migrate(text, found)?;
    let text = migrated.as_deref().unwrap_or(text);
    let Some(pieces) = split_lines(text) else { return Reader::new(text).book(&split_document(text)?) };
    Reader::new(text).book(&pieces).or_else(|problem| match split_document(text) {
        // The lines looked like records but are not: perhaps a record spans several of them.
        Ok(pieces) => Reader::new(text).book(&pieces),
        Err(_) => Err(problem),
    })
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn write_table<T: InBook + Serialize>(table: &Table<T>, out: &mut String) -> Result<(), ron::Error> {
    let options = options();
    out.push_str(T::TABLE);
    out.push_str(": [\n");
    for record in table.values() {
        options.to_writer(&mut *out, &**record)?;
        out.push_str(",\n");
    }
    out.push_str("],\n");
    Ok(())
}

/// A part of the text that is one value, and where it begins, counted from 1.
#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    line: usize,
    column: usize,
}

/// The text, taken apart: the header and the records of each table in the order of the file.
struct Pieces<'a> {
    header: Piece<'a>,
    tables: Vec<Vec<Piece<'a>>>,
}

macro_rules! define_tables {
    ($($field:ident: $kind:ident,)*) => {
        const TABLES: &[&str] = &[$(stringify!($field),)*];

        fn write_tables(book: &Book, out: &mut String) -> Result<(), ron::Error> {
            $(write_table::<$kind>(&book.$field, out)?;)*
            Ok(())
        }

        /// The document as RON sees it, values still unread.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Document<'a> {
            #[serde(rename = "version")]
            _version: u32,
            #[serde(borrow)]
            header: &'a RawValue,
            $(#[serde(borrow, default)] $field: Vec<&'a RawValue>,)*
        }

        impl<'a> Document<'a> {
            fn tables(self) -> Vec<Vec<&'a RawValue>> {
                vec![$(self.$field,)*]
            }
        }

        impl Reader<'_> {
            fn tables(&mut self, book: &mut Book, pieces: &Pieces<'_>) -> Result<(), OpenProblem> {
                let mut tables = pieces.tables.iter();
                $(book.$field = Arc::new(self.table::<$kind>(tables.next().map_or(&[], |table| table))?);)*
                Ok(())
            }
        }
    };
}
crate::with_tables!(define_tables);

/// Takes a text apart that has the layout of [`write`]; nothing when it has another one.
fn split_lines(text: &str) -> Option<Pieces<'_>> {
    let mut lines = text.split('\n').enumerate().map(|(index, line)| Piece {
        text: line.strip_suffix('\r').unwrap_or(line),
        line: index + 1,
        column: 1,
    });
    if lines.next()?.text != FIRST_LINE {
        return None;
    }
    let opening = lines.find(|line| !line.text.starts_with("//"))?;
    opening.text.strip_prefix("(version: ")?.strip_suffix(',')?.parse::<u32>().ok()?;
    let header = lines.next()?;
    let inner = header.text.strip_prefix("header: ")?.strip_suffix(',')?;
    let header = Piece { text: inner, line: header.line, column: 1 + "header: ".len() };
    let mut tables = Vec::with_capacity(TABLES.len());
    for name in TABLES {
        if lines.next()?.text.strip_suffix(": [")? != *name {
            return None;
        }
        let mut table = Vec::new();
        loop {
            let line = lines.next()?;
            if line.text == "]," {
                break;
            }
            let inner = line.text.strip_suffix(',')?;
            if !(inner.starts_with('(') && inner.ends_with(')')) {
                return None;
            }
            table.push(Piece { text: inner, ..line });
        }
        tables.push(table);
    }
    let closed = lines.next()?.text == ")";
    let nothing_else = lines.all(|line| line.text.trim().is_empty() || line.text.starts_with("//"));
    (closed && nothing_else).then_some(Pieces { header, tables })
}

/// Takes any RON document apart.
fn split_document(text: &str) -> Result<Pieces<'_>, OpenProblem> {
    let document: Document<'_> = options().from_str(text).map_err(|error| parser_problem(text, &error))?;
    let header = document.header;
    let header = Places::new(text).piece(header.get_ron());
    let tables = document
        .tables()
        .into_iter()
        .map(|table| {
            let mut places = Places::new(text);
            table.into_iter().map(|record| places.piece(record.get_ron())).collect()
        })
        .collect();
    Ok(Pieces { header, tables })
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

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Turns pieces into records and finds what the types alone do not exclude.
struct Reader<'a> {
    text: &'a str,
    options: ron::Options,
    lines: Vec<(RecordRef, usize)>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, options: options(), lines: Vec::new() }
    }

    fn book(mut self, pieces: &Pieces<'_>) -> Result<Parsed, OpenProblem> {
        let header: Header = self.record(pieces.header)?;
        let mut book = Book { header: Arc::new(header), ..Book::default() };
        self.tables(&mut book, pieces)?;
        Ok(Parsed { book, lines: self.lines })
    }

    fn table<T: InBook + DeserializeOwned + Rules>(
        &mut self,
        pieces: &[Piece<'_>],
    ) -> Result<Table<T>, OpenProblem> {
        let mut records = Vec::with_capacity(pieces.len());
        let mut ascending = true;
        let mut previous = Id::NIL;
        for piece in pieces {
            let record: T = self.record(*piece)?;
            let id = record.id();
            if id.is_nil() {
                return Err(self.broken(*piece, Detail::NilId));
            }
            if let Some(detail) = record.broken_rule() {
                return Err(self.broken(*piece, detail));
            }
            ascending &= previous < id;
            previous = id;
            self.lines.push((T::reference(id), piece.line));
            records.push((id, Arc::new(record)));
        }
        if !ascending {
            self.refuse_duplicates(&records, pieces)?;
        }
        Ok(records.into_iter().collect())
    }

    fn refuse_duplicates<T>(
        &self,
        records: &[(Id<T>, Arc<T>)],
        pieces: &[Piece<'_>],
    ) -> Result<(), OpenProblem> {
        let mut first_lines = BTreeMap::new();
        for ((id, _), piece) in records.iter().zip(pieces) {
            if let Some(first_line) = first_lines.insert(id.value(), piece.line) {
                return Err(self.broken(*piece, Detail::DuplicateId { id: id.to_string(), first_line }));
            }
        }
        Ok(())
    }

    fn record<T: DeserializeOwned>(&self, piece: Piece<'_>) -> Result<T, OpenProblem> {
        let mut unknown = None;
        let result =
            ron::Deserializer::from_str_with_options(piece.text, &self.options).and_then(|mut parser| {
                let value = serde_ignored::deserialize(&mut parser, |path| {
                    unknown.get_or_insert_with(|| path.to_string());
                });
                value.and_then(|value| parser.end().map(|()| value)).map_err(|error| parser.span_error(error))
            });
        let record = result.map_err(|error| {
            let place = error.span.start;
            self.syntax(piece, place.line, place.col, Detail::Parser(error.code.to_string()))
        })?;
        match unknown {
            None => Ok(record),
            Some(path) => {
                let field = path.rsplit('.').next().unwrap_or_default();
                let head = piece.text.find(field).and_then(|at| piece.text.get(..at)).unwrap_or_default();
                let column = 1 + head.chars().rev().take_while(|character| *character != '\n').count();
                let line = 1 + count_lines(head);
                // Optional values show up as "?" in the path, which says nothing to a reader.
                Err(self.syntax(piece, line, column, Detail::UnknownField(path.replace("?.", ""))))
            }
        }
    }

    fn broken(&self, piece: Piece<'_>, detail: Detail) -> OpenProblem {
        self.syntax(piece, 1, 1, detail)
    }

    /// An error at a place inside a piece, both counted from 1.
    fn syntax(&self, piece: Piece<'_>, line: usize, column: usize, detail: Detail) -> OpenProblem {
        let column = if line == 1 { piece.column + column - 1 } else { column };
        syntax(self.text, piece.line + line - 1, column, detail)
    }
}

/// Rules of a record that its type does not express.
trait Rules {
    fn broken_rule(&self) -> Option<Detail> {
        None
    }
}

macro_rules! no_rules {
    ($($kind:ident)*) => { $(impl Rules for $kind {})* };
}
no_rules!(Circle Organization Contact Event Storage Card Encounter Relationship Introduction Referral Review FollowUp Conflict);

impl Rules for Attachment {
    fn broken_rule(&self) -> Option<Detail> {
        (!self.is_well_formed()).then_some(Detail::IllFormedAttachment)
    }
}

impl Rules for Place {
    fn broken_rule(&self) -> Option<Detail> {
        (!(self.x.is_finite() && self.y.is_finite())).then_some(Detail::NotFinite)
    }
}

/// Reads the version without reading the rest.
fn version(text: &str) -> Result<u32, OpenProblem> {
    struct Find<'a>(&'a mut Option<u32>);
    impl<'de> Visitor<'de> for Find<'_> {
        type Value = ();

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a book with a version")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some(key) = map.next_key::<Key>()? {
                if key.0 {
                    *self.0 = Some(map.next_value()?);
                    break;
                }
                map.next_value::<IgnoredAny>()?;
            }
            Ok(())
        }
    }

    /// Whether a field is the version.
    struct Key(bool);
    impl<'de> Deserialize<'de> for Key {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Name;
            impl Visitor<'_> for Name {
                type Value = Key;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("a field")
                }

                fn visit_str<E>(self, name: &str) -> Result<Key, E> {
                    Ok(Key(name == "version"))
                }
            }
            deserializer.deserialize_identifier(Name)
        }
    }

    let mut found = None;
    let result = ron::Deserializer::from_str_with_options(text, &options()).and_then(|mut parser| {
        serde::Deserializer::deserialize_struct(&mut parser, "", &["version"], Find(&mut found))
            .map_err(|error| parser.span_error(error))
    });
    match (found, result) {
        (Some(0), _) => Err(syntax(text, 1, 1, Detail::NoSuchVersion(0))),
        // The visitor leaves after the version, which RON takes for an error; the version stands all the same.
        (Some(version), _) => Ok(version),
        (None, Err(error)) => Err(parser_problem(text, &error)),
        (None, Ok(())) => Err(syntax(text, 1, 1, Detail::Parser("there is no field `version`".to_owned()))),
    }
}

/// Tells a text that ends too early from one that is wrong inside.
fn parser_problem(text: &str, error: &ron::error::SpannedError) -> OpenProblem {
    use ron::Error;
    let used = text.trim_end();
    let lines = 1 + count_lines(used);
    let last = 1 + used.chars().rev().take_while(|character| *character != '\n').count();
    let end = (error.span.end.line, error.span.end.col);
    // A whole book ends with the bracket of its last table and its own.
    let closed = used.lines().rev().map(str::trim).find(|line| !line.starts_with("//")).is_some_and(|line| {
        matches!(line, ")" | ",)") || line.ends_with("])") || line.ends_with("],)") || line.ends_with("], )")
    });
    if error.code == Error::Eof
        || end >= (lines, last)
        || (!closed && error.code != Error::TrailingCharacters)
    {
        return sniff::cut_off(text);
    }
    let place = error.span.start;
    syntax(text, place.line, place.col, Detail::Parser(error.code.to_string()))
}

/// An error at a place of the text, with what stands there.
pub(super) fn syntax(text: &str, line: usize, column: usize, detail: Detail) -> OpenProblem {
    let content = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default().trim_end_matches('\r');
    let start = column.saturating_sub(1 + EXCERPT / 3);
    let mut excerpt: String = content
        .chars()
        .skip(start)
        .take(EXCERPT)
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    if start > 0 {
        excerpt.insert(0, '…');
    }
    if content.chars().nth(start + EXCERPT).is_some() {
        excerpt.push('…');
    }
    OpenProblem::Syntax { line, column, detail, excerpt }
}
