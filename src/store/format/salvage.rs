//! Reads what can be read of a damaged text, record by record, and puts the rest aside.
//!
//! Never fails and never invents: a record is taken when it reads as a whole, otherwise its text goes aside. What
//! belongs to which table is known from the headings; where a heading is damaged, a record belongs to a table
//! without heading whose records look exactly like it.
//!
//! Start reading at [`salvage()`]; `Salvager::line` decides about one line.
//!
//! Invariant: damage costs the lines that it touches and no others
//! (`store_format::everything_outside_the_damage_is_recovered`).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::footer::{self, Ending};
use super::layout::{self, Lines, Other, Piece, Pieces, is_value};
use super::read::{Reader, kept};
use super::structure::{Kind, compact, is_word, parts};
use super::{COMMENT, FIRST_LINE, Origin, Rules, StateId, TABLES, VERSION, options};
use crate::model::*;
use crate::store::error::{Detail, OpenProblem};

/// How often a line is cut where a record may begin, to look for one behind the damage.
const MOST_CUTS: usize = 64;

/// How many records are looked at to find out to which table they belong.
const SAMPLE: usize = 8;

/// How many unreadable lines an error names.
const MOST_LINES: usize = 20;

/// What was read of a damaged text.
#[derive(Debug, Clone, Default)]
pub struct Salvaged {
    /// Everything that can be read. Links may lead to what could not.
    pub book: Book,
    /// Everything else, in the order of the file.
    pub aside: Vec<Aside>,
    /// What the last line says, when it can be read; without an id when the checksum does not fit.
    pub origin: Option<Origin>,
    /// The version of the format, when it can be read. A newer one is not taken apart: the book is empty then.
    pub version: Option<u32>,
}

/// A part of the text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its line, counted from 1.
    pub line: usize,
    /// The part; zero bytes and bytes that are not UTF-8 are replaced by U+FFFD.
    pub text: String,
    /// Why it could not be read.
    pub why: OpenProblem,
}

/// Reads what can be read. Whatever the bytes are, there is an answer, and it takes no more memory than some copies
/// of them.
pub fn salvage(bytes: &[u8]) -> Salvaged {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = marked(bytes);
    let split = footer::split(&text);
    let origin = match &split.ending {
        Ending::Footer(footer) => {
            let whole = matches!(text, Cow::Borrowed(_)) && footer.fits(split.signed);
            let id = whole.then(|| StateId::of(&footer.hash));
            Some(Origin { id, ..footer.origin() })
        }
        _ => None,
    };
    let version = layout::version(split.body).ok();
    if version.is_some_and(|version| version > VERSION) {
        return Salvaged { origin, version, ..Salvaged::default() };
    }
    let mut salvager = Salvager::new(split.body);
    salvager.why = if matches!(text, Cow::Borrowed(_)) { Detail::ZeroBytes } else { Detail::NotUtf8 };
    // RON can still tell the parts of a text apart that is laid out in its own way.
    let own_way = !split.body.contains('\0') && layout::split_lines(split.body).is_none();
    match own_way.then(|| layout::split_document(split.body).ok()).flatten() {
        Some(pieces) => salvager.pieces(&pieces),
        None => salvager.lines(split.body),
    }
    salvager.finish(origin, version)
}

/// Returns the text with zero bytes in place of those that are not UTF-8: no text has any.
fn marked(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let mut text = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                text.push_str(if chunk.invalid().is_empty() { "" } else { "\0" });
            }
            Cow::Owned(text)
        }
    }
}

/// Returns which lines cannot be read, the first ones, and how many records can.
pub(super) fn survey(bytes: &[u8]) -> (Vec<usize>, usize) {
    let salvaged = salvage(bytes);
    let mut lines: Vec<usize> = salvaged.aside.iter().map(|aside| aside.line).collect();
    lines.dedup();
    lines.truncate(MOST_LINES);
    (lines, salvaged.book.len())
}

/// Where in the document a line stands.
#[derive(Debug)]
enum Within<'a> {
    /// Above or between the tables.
    Between,
    /// In a table.
    Table(usize),
    /// Below a heading that is damaged or unknown, or below none.
    Doubtful(Doubtful<'a>),
}

#[derive(Debug)]
struct Doubtful<'a> {
    heading: Option<(&'a str, usize)>,
    rows: Vec<(Cow<'a, str>, usize)>,
}

struct Salvager<'a> {
    book: Book,
    unknown: Unknown,
    /// Fields beside the tables and of the header.
    document: Vec<Fragment>,
    aside: Vec<Aside>,
    lines: BTreeMap<RecordRef, usize>,
    place: Within<'a>,
    /// Tables whose heading is nowhere in the text.
    missing: Vec<usize>,
    /// The known field above.
    after: &'static str,
    /// How far the last heading is indented.
    depth: usize,
    /// What is wrong with zero bytes.
    why: Detail,
}

impl<'a> Salvager<'a> {
    fn new(text: &str) -> Self {
        let mut missing: Vec<usize> = (0..TABLES.len()).collect();
        for line in Lines::new(text) {
            if let Some(table) = heading(line.text).and_then(table_of) {
                missing.retain(|index| *index != table);
            }
        }
        Self {
            book: Book::default(),
            unknown: Unknown::default(),
            document: Vec::new(),
            aside: Vec::new(),
            lines: BTreeMap::new(),
            place: Within::Between,
            missing,
            after: "header",
            depth: 0,
            why: Detail::ZeroBytes,
        }
    }

    fn finish(mut self, origin: Option<Origin>, version: Option<u32>) -> Salvaged {
        self.close();
        // Among the lines of a damaged file there may be a second header or the same unknown field twice; written
        // again, the book would not open.
        let mut names = BTreeSet::new();
        let (mut document, twice): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.document).into_iter().partition(|fragment| {
                let own = matches!(fragment.name.as_str(), "version" | "header")
                    || TABLES.contains(&fragment.name.as_str());
                !fragment.within.is_empty() || (!own && names.insert(fragment.name.clone()))
            });
        // In the order in which they are written, whatever order a damaged file has its tables in.
        document.sort_by_key(|fragment| TABLES.iter().position(|table| *table == fragment.after));
        for fragment in twice {
            self.put_aside(&format!("{}: {},", fragment.name, fragment.value), 0, Detail::NoPlace);
        }
        self.aside.sort_by_key(|aside| aside.line);
        self.unknown.set(None, document);
        self.book.unknown = Arc::new(self.unknown);
        Salvaged { book: self.book, aside: self.aside, origin, version }
    }

    /// Takes a document whose parts are known.
    fn pieces(&mut self, pieces: &Pieces<'_>) {
        self.header(pieces.header.text, pieces.header.line);
        let is_empty = |table: &usize| pieces.tables.get(*table).is_none_or(Vec::is_empty);
        self.missing = (0..TABLES.len()).filter(is_empty).collect();
        for (table, rows) in pieces.tables.iter().enumerate() {
            for row in rows {
                if let Err(why) = self.row(table, row.text, row.line, false) {
                    self.put_aside(row.text, row.line, why);
                }
            }
        }
        for other in &pieces.others {
            let list = parts(other.value).filter(|parts| parts.kind == Kind::List && parts.name.is_empty());
            let rows: Vec<&str> =
                list.iter().flat_map(|list| list.items.iter().map(|item| item.value)).collect();
            // Perhaps only the name of a table is damaged.
            match self.table_of_rows(rows.iter().copied()) {
                Some(table) => {
                    self.found(table);
                    rows.into_iter().for_each(|row| self.record(Cow::Owned(row.to_owned()), 0, false));
                }
                None => self.document.push(kept(other)),
            }
        }
        self.place = Within::Between;
    }

    /// Finds a table without heading whose records look like these.
    fn table_of_rows<'b>(&self, rows: impl Iterator<Item = &'b str>) -> Option<usize> {
        let sample: Vec<&str> = rows.take(SAMPLE).collect();
        let fitting = |table: usize| sample.iter().filter(|row| looks_like(table, row)).count();
        self.missing.iter().copied().find(|table| fitting(*table) * 2 > sample.len())
    }

    fn lines(&mut self, text: &'a str) {
        let mut lines = Lines::new(text);
        while let Some(first) = lines.next() {
            let mut whole = Cow::Borrowed(first.text);
            if first.text.trim_start().starts_with('(') && parts(first.text.trim_end_matches(',')).is_none() {
                // A record over several lines: those below that are indented deeper, and its closing bracket.
                let depth = indentation(first.text);
                while let Some(next) = lines.clone().next() {
                    let closing = indentation(next.text) == depth && next.text.trim_start().starts_with(')');
                    let blank = next.text.trim().is_empty();
                    if !(closing && next.text.trim() != ")") && (indentation(next.text) <= depth || blank) {
                        break;
                    }
                    lines.next();
                    let joined = whole.to_mut();
                    joined.push('\n');
                    joined.push_str(next.text);
                    if closing {
                        break;
                    }
                }
            }
            self.line(whole, first.line);
        }
    }

    fn line(&mut self, line: Cow<'a, str>, number: usize) {
        match line {
            Cow::Borrowed(text) if text.contains('\0') => {
                self.put_aside(text, number, self.why.clone());
                // What stands between zero bytes may be whole: they can have taken the place of a line end.
                let whole: Vec<&str> = text.split('\0').filter(|part| !part.is_empty()).collect();
                whole.into_iter().for_each(|part| self.part(part, number, true));
            }
            Cow::Borrowed(text) => self.part(text, number, false),
            Cow::Owned(text) if text.contains('\0') => self.put_aside(&text, number, self.why.clone()),
            Cow::Owned(text) => self.record(Cow::Owned(text), number, false),
        }
    }

    /// Decides about a line or a part of it. Parts of a line that is aside already are not put there again.
    fn part(&mut self, text: &'a str, line: usize, quiet: bool) {
        let depth = indentation(text);
        let text = text.trim();
        let standard = text.is_empty() || text == FIRST_LINE || text == COMMENT || text == OLD_COMMENT;
        if standard || text.starts_with("(version: ") && text.ends_with(',') && text.len() < 24 || text == ")"
        {
            // A bracket between two damaged places belongs to a record as likely as to the document; what really ends
            // a table is the next heading.
            if text == ")" && !quiet {
                self.close();
            }
            return;
        }
        if let Some(at) = text.find("header: (").filter(|_| self.lines.is_empty()) {
            return self.header_line(text.get(at + "header: ".len()..).unwrap_or_default(), line);
        }
        // Inside of a record that is laid out over several lines there are lists too.
        if let Some(name) = heading(text).filter(|name| depth == 0 || table_of(name).is_some()) {
            self.depth = depth;
            return self.open(name, line);
        }
        match text {
            "]," | "]" if quiet => {}
            "]," | "]" if depth <= self.depth => self.close(),
            _ if matches!(self.place, Within::Doubtful(_)) => self.record(Cow::Borrowed(text), line, quiet),
            _ if text.starts_with('(') => self.record(Cow::Borrowed(text), line, quiet),
            _ => self.stray(text, line, quiet),
        }
    }

    /// Begins a table.
    fn open(&mut self, name: &'a str, line: usize) {
        self.close();
        self.place = match table_of(name) {
            Some(table) => {
                self.after = TABLES.get(table).copied().unwrap_or_default();
                Within::Table(table)
            }
            None => Within::Doubtful(Doubtful { heading: Some((name, line)), rows: Vec::new() }),
        };
    }

    /// Ends the table, if there is one.
    fn close(&mut self) {
        let Within::Doubtful(doubtful) = std::mem::replace(&mut self.place, Within::Between) else { return };
        let table = self.table_of_rows(doubtful.rows.iter().map(|(row, _)| &**row));
        match (table, doubtful.heading) {
            (Some(table), heading) => {
                if let Some((name, line)) = heading {
                    self.put_aside(name, line, Detail::NoPlace);
                }
                self.found(table);
                let mut table = table;
                for (row, line) in doubtful.rows {
                    match self.place {
                        Within::Table(current) => table = current,
                        _ => self.place = Within::Table(table),
                    }
                    self.record(row, line, false);
                }
                self.place = Within::Between;
            }
            // A table of a newer version.
            (None, Some((name, _))) if is_word(name) => {
                let (whole, damaged): (Vec<_>, Vec<_>) =
                    doubtful.rows.into_iter().partition(|(row, _)| is_value(row.trim_end_matches(',')));
                let rows: Vec<String> =
                    whole.iter().map(|(row, _)| compact(row.trim_end_matches(',')) + ",\n").collect();
                let value = format!("[\n{}]", rows.concat());
                self.document.push(kept(&Other { name, value: &value, after: self.after }));
                for (row, line) in damaged {
                    self.put_aside(&row, line, Detail::NoPlace);
                }
            }
            (None, heading) => {
                let rows = doubtful.rows.into_iter();
                let heading = heading.map(|(name, line)| (Cow::Borrowed(name), line));
                for (text, line) in heading.into_iter().chain(rows) {
                    self.put_aside(&text, line, Detail::NoPlace);
                }
            }
        }
    }

    /// Goes on in a table whose heading was not there.
    fn found(&mut self, table: usize) {
        self.missing.retain(|index| *index != table);
        self.after = TABLES.get(table).copied().unwrap_or_default();
        self.place = Within::Table(table);
    }

    fn record(&mut self, text: Cow<'a, str>, line: usize, quiet: bool) {
        let table = match &mut self.place {
            Within::Table(table) => *table,
            Within::Doubtful(doubtful) => return doubtful.rows.push((text, line)),
            Within::Between => {
                self.place = Within::Doubtful(Doubtful { heading: None, rows: vec![(text, line)] });
                return;
            }
        };
        let row = text.trim().trim_end_matches(',');
        // Where headings are missing, only a record that looks right is taken at once.
        let first = self.row(table, row, line, !self.missing.is_empty());
        let Err(why) = first else { return };
        let next: Vec<usize> = self.missing.iter().copied().filter(|missing| *missing > table).collect();
        for missing in next {
            if self.row(missing, row, line, true).is_ok() {
                return self.found(missing);
            }
        }
        if self.row(table, row, line, false).is_ok() {
            return;
        }
        if !self.beginnings(table, row, line) && !quiet {
            self.put_aside(row, line, why);
        }
    }

    /// Looks for whole records in a line that is none: its end may be damaged, or two lines may have become one.
    /// Returns whether nothing of it is left.
    fn beginnings(&mut self, table: usize, row: &str, line: usize) -> bool {
        if let Some(end) = row.rfind(')')
            && end + 1 < row.len()
            && row.get(..=end).is_some_and(|record| self.row(table, record, line, false).is_ok())
        {
            let rest = row.get(end + 1..).unwrap_or_default();
            if rest.contains(']') {
                self.close();
            }
            if let Some(table) = heading_inside(rest) {
                self.place = Within::Table(table);
            }
            return rest.len() <= 3;
        }
        for (at, _) in row.match_indices("(id:\"").filter(|(at, _)| *at > 0).take(MOST_CUTS) {
            let (before, behind) = (row.get(..at).unwrap_or_default(), row.get(at..).unwrap_or_default());
            if self.row(table, behind, line, false).is_ok() {
                if let Some(end) = before.rfind(')')
                    && let Some(record) = before.get(..=end)
                    && self.row(table, record, line, false).is_ok()
                {
                    return true;
                }
                self.put_aside(before, line, Detail::NoPlace);
                return true;
            }
        }
        false
    }

    /// A line that is neither record nor heading.
    fn stray(&mut self, text: &'a str, line: usize, quiet: bool) {
        if matches!(self.place, Within::Between)
            && let Some((name, value)) = text.strip_suffix(',').and_then(|text| text.split_once(": "))
            && is_word(name)
            && is_value(value)
        {
            self.document.push(kept(&Other { name, value, after: self.after }));
            return;
        }
        if let Within::Table(table) = self.place
            && self.beginnings(table, text.trim_end_matches(','), line)
        {
            return;
        }
        // Two lines may have become one. The end of a list in a damaged record has no heading behind it.
        if text.starts_with("],") && heading_inside(text).is_some() {
            self.close();
        }
        if let Some(table) = heading_inside(text).filter(|table| self.missing.contains(table)) {
            self.close();
            self.found(table);
            if let Some(record) = text.find("(id:\"").and_then(|at| text.get(at..)) {
                drop(self.row(table, record.trim_end_matches(','), line, false));
            }
        }
        if !quiet {
            self.put_aside(text, line, Detail::NoPlace);
        }
    }

    fn header_line(&mut self, text: &str, line: usize) {
        let end = text.rfind(')').map_or(text.len(), |end| end + 1);
        let (header, rest) = text.split_at(end);
        self.header(header, line);
        if let Some(table) = heading_inside(rest).filter(|table| self.missing.contains(table)) {
            self.found(table);
        }
    }

    /// Takes the header, or those of its fields that can be read.
    fn header(&mut self, text: &str, line: usize) {
        let read = |text: &str| Reader::new(text).header(Piece { text, line: 1, column: 1 });
        let why = match read(text) {
            Ok((header, unknown)) => {
                self.book.header = Arc::new(header);
                self.document.extend(unknown);
                return;
            }
            Err(problem) => detail(problem),
        };
        let mut whole: Vec<String> = Vec::new();
        for name in ["id", "created_at", "owner", "review_after_days", "rules", "is_demo"] {
            let field = value_of(text, name).map(|value| format!("{name}:{value}"));
            let with = |field: &String| {
                let fields: Vec<&str> = whole.iter().chain([field]).map(String::as_str).collect();
                read(&format!("({})", fields.join(","))).is_ok()
            };
            whole.extend(field.filter(with));
        }
        if let Ok((header, unknown)) = read(&format!("({})", whole.join(","))) {
            self.book.header = Arc::new(header);
            self.document.extend(unknown);
        }
        self.put_aside(text, line, why);
    }

    fn put_aside(&mut self, text: &str, line: usize, why: Detail) {
        let why = super::syntax(text, 1, 1, why);
        let why = match why {
            OpenProblem::Syntax { column, detail, excerpt, .. } => {
                OpenProblem::Syntax { line, column, detail, excerpt }
            }
            other => other,
        };
        self.aside.push(Aside { line, text: text.replace('\0', "\u{fffd}"), why });
    }

    /// Takes a record. When `strict`, only one that this version would write in the same words.
    fn take<T: InBook + Serialize + DeserializeOwned + Rules>(
        &mut self,
        text: &str,
        line: usize,
        strict: bool,
    ) -> Result<(), Detail> {
        let (record, fragments) = entity::<T>(text)?;
        if strict && !(fragments.is_empty() && reads_the_same(&record, text)) {
            return Err(Detail::NoPlace);
        }
        let id = record.id();
        let reference = T::reference(id);
        if let Some(known) = self.book.get(id) {
            if **known == record {
                return Ok(());
            }
            let first_line = self.lines.get(&reference).copied().unwrap_or_default();
            return Err(Detail::DuplicateId { id: id.to_string(), first_line });
        }
        for (part, fragments) in super::unknown::hand_out(&record, fragments) {
            self.unknown.set(Some(part), fragments);
        }
        T::table_mut(&mut self.book).insert(id, Arc::new(record));
        self.lines.insert(reference, line);
        Ok(())
    }
}

/// The second line of version 1.
const OLD_COMMENT: &str = "// Cardloom book: one record per line, dates as year-month-day. \
                           Keep the folder \"attachments\" next to this file.";

macro_rules! define_rows {
    ($($field:ident: $kind:ident,)*) => {
        impl Salvager<'_> {
            /// Takes a record of the table with this number.
            fn row(&mut self, table: usize, text: &str, line: usize, strict: bool) -> Result<(), Detail> {
                match TABLES.get(table).copied() {
                    $(Some(stringify!($field)) => self.take::<$kind>(text, line, strict),)*
                    _ => Err(Detail::NoPlace),
                }
            }
        }

        /// Whether this version would write a record of the table in these words.
        fn looks_like(table: usize, text: &str) -> bool {
            let text = text.trim().trim_end_matches(',');
            match TABLES.get(table).copied() {
                $(Some(stringify!($field)) => {
                    entity::<$kind>(text).is_ok_and(|(record, unknown)| {
                        unknown.is_empty() && reads_the_same(&record, text)
                    })
                })*
                _ => false,
            }
        }
    };
}
crate::with_tables!(define_rows);

fn entity<T: InBook + Serialize + DeserializeOwned + Rules>(
    text: &str,
) -> Result<(T, Vec<Fragment>), Detail> {
    Reader::new(text).entity::<T>(Piece { text, line: 1, column: 1 }).map_err(detail)
}

fn reads_the_same<T: Serialize>(record: &T, text: &str) -> bool {
    options().to_string(record).is_ok_and(|own| own == text || own == compact(text))
}

fn detail(problem: OpenProblem) -> Detail {
    match problem {
        OpenProblem::Syntax { detail, .. } => detail,
        other => Detail::Parser(other.to_string()),
    }
}

/// The name in a line that begins a table.
fn heading(line: &str) -> Option<&str> {
    let name = line.trim().strip_suffix('[')?.trim_end().strip_suffix(':')?.trim_end();
    is_word(name).then_some(name)
}

fn table_of(name: &str) -> Option<usize> {
    TABLES.iter().position(|table| *table == name)
}

/// Finds the heading of a table in a damaged line; the longest name wins.
fn heading_inside(text: &str) -> Option<usize> {
    let inside = |table: &&&str| text.contains(&format!("{table}: ["));
    let table = TABLES.iter().filter(inside).max_by_key(|table| table.len())?;
    table_of(table)
}

/// The value that stands behind the name of a field in a text that may be damaged elsewhere.
fn value_of<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let at = text.find(&format!("{name}:"))? + name.len() + 1;
    let rest = text.get(at..)?;
    if rest.starts_with('(') {
        let ends = rest.match_indices(')').map(|(end, _)| end + 1).take(MOST_CUTS);
        return ends.filter_map(|end| rest.get(..end)).find(|value| parts(value).is_some());
    }
    rest.split([',', ')']).next()
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
