//! From text to records: every record parsed on its own, with its line, on several threads.
//!
//! Start reading at [`read`].

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::footer::{self, Ending};
use super::layout::{self, Other, Piece, Pieces};
use super::structure::{Kind, compact, ends_with_bracket, parts};
use super::unknown::{self, Seen};
use super::{Parsed, Rules, VERSION, options, salvage, syntax};
use crate::model::*;
use crate::store::error::{Detail, OpenProblem};
use crate::store::migrate::migrate;
use crate::store::sniff;

/// Fewer records than this are not worth a thread.
const WORTH_A_THREAD: usize = 512;

/// More threads than this do not help: the memory is the limit.
const MOST_THREADS: usize = 8;

/// Reads a book from the bytes of a file.
///
/// # Errors
/// With the first thing that is wrong; nothing is left out silently. A text whose checksum does not fit is
/// [`OpenProblem::Altered`] even when it reads well.
pub fn read(bytes: &[u8]) -> Result<Parsed, OpenProblem> {
    let text = sniff::text_of(bytes)?;
    let split = footer::split(text);
    let version = layout::version(split.body);
    if let Ok(found) = version
        && found > VERSION
    {
        return Err(OpenProblem::NewerVersion { found, supported: VERSION });
    }
    let body = || {
        let found = version.clone()?;
        read_body(&migrate(split.body, found)?).map(|parsed| Parsed { version: found, ..parsed })
    };
    match &split.ending {
        Ending::Footer(footer) => {
            let (fits, parsed) = thread::scope(|scope| {
                let fits = || footer.fits(split.signed);
                let check = thread::Builder::new().spawn_scoped(scope, fits);
                let parsed = body();
                // Without a thread, one after the other.
                let fits = check.ok().and_then(|check| check.join().ok()).unwrap_or_else(fits);
                (fits, parsed)
            });
            if fits {
                parsed.map(|parsed| Parsed { origin: footer.origin(), ..parsed })
            } else {
                Err(altered(bytes))
            }
        }
        // Version 1 had no footer, and any comment was allowed.
        _ if version == Ok(1) => body(),
        Ending::Torn => Err(sniff::cut_off(text)),
        Ending::Comment if version.is_ok() => Err(altered(bytes)),
        Ending::Comment | Ending::Book => {
            let parsed = body()?;
            // A last line that a single bit has joined to the line above would count as a comment.
            if ends_with_bracket(text) { Ok(parsed) } else { Err(altered(bytes)) }
        }
    }
}

fn altered(bytes: &[u8]) -> OpenProblem {
    let (lines, readable) = salvage::survey(bytes);
    OpenProblem::Altered { lines, readable }
}

/// Reads the text above the footer.
fn read_body(text: &str) -> Result<Parsed, OpenProblem> {
    let Some(pieces) = layout::split_lines(text) else {
        return Reader::new(text).book(&layout::split_document(text)?);
    };
    Reader::new(text).book(&pieces).or_else(|problem| match layout::split_document(text) {
        // The lines looked like records but are not: perhaps a record spans several of them.
        Ok(pieces) => Reader::new(text).book(&pieces),
        Err(_) => Err(problem),
    })
}

/// Returns an unknown field beside the tables as it is kept: a list with a line for each element.
pub(super) fn kept(other: &Other<'_>) -> Fragment {
    let value = match parts(other.value) {
        Some(list) if list.kind == Kind::List => {
            let lines: Vec<String> = list.items.iter().map(|item| compact(item.value) + ",\n").collect();
            format!("[\n{}]", lines.concat())
        }
        _ => compact(other.value),
    };
    Fragment { within: Vec::new(), after: other.after.to_owned(), name: other.name.to_owned(), value }
}

/// Turns pieces into records and finds what the types alone do not exclude.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    text: &'a str,
    options: ron::Options,
}

/// Records of one table and what is unknown in them.
type Batch<T> = (Vec<(Id<T>, Arc<T>)>, Vec<(RecordRef, Vec<Fragment>)>);

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, options: options() }
    }

    fn book(&self, pieces: &Pieces<'_>) -> Result<Parsed, OpenProblem> {
        let (header, mut unknown) = self.header(pieces.header)?;
        unknown.extend(pieces.others.iter().map(kept));
        let mut parsed = Parsed::default();
        parsed.book.header = Arc::new(header);
        let mut all = Unknown::default();
        all.set(None, unknown);
        self.tables(&mut parsed, &mut all, pieces)?;
        parsed.book.unknown = Arc::new(all);
        Ok(parsed)
    }

    pub(super) fn header(&self, piece: Piece<'_>) -> Result<(Header, Vec<Fragment>), OpenProblem> {
        let (header, mut unknown) = self.record::<Header>(piece)?;
        for fragment in &mut unknown {
            let to = To::Field { name: "header".to_owned(), optional: false };
            fragment.within.insert(0, Step { to, variant: String::new() });
        }
        Ok((header, unknown))
    }

    pub(super) fn table<T: InBook + Serialize + DeserializeOwned + Rules>(
        &self,
        pieces: &[Piece<'_>],
        lines: &mut Vec<(RecordRef, usize)>,
        all: &mut Unknown,
    ) -> Result<Table<T>, OpenProblem> {
        let mut records: Vec<(Id<T>, Arc<T>)> = Vec::with_capacity(pieces.len());
        for batch in self.batches(pieces) {
            let (some, unknown) = batch?;
            records.extend(some);
            for (record, fragments) in unknown {
                all.set(Some(record), fragments);
            }
        }
        if !records.is_sorted_by(|(one, _), (next, _)| one < next) {
            self.refuse_duplicates(&records, pieces)?;
        }
        lines.extend(records.iter().zip(pieces).map(|((id, _), piece)| (T::reference(*id), piece.line)));
        Ok(records.into_iter().collect())
    }

    /// Reads records on as many threads as there are cores; the answers are in the order of the file.
    fn batches<T: InBook + Serialize + DeserializeOwned + Rules>(
        &self,
        pieces: &[Piece<'_>],
    ) -> Vec<Result<Batch<T>, OpenProblem>> {
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
        let size = pieces.len().div_ceil(threads).max(WORTH_A_THREAD);
        thread::scope(|scope| {
            let mut running = Vec::new();
            let (first, rest) = pieces.split_at(size.min(pieces.len()));
            for part in rest.chunks(size) {
                let read = move || self.batch::<T>(part);
                running.push((thread::Builder::new().spawn_scoped(scope, read), part));
            }
            let mut batches = vec![self.batch::<T>(first)];
            for (thread, part) in running {
                // Without a thread, one after the other.
                let done = thread.ok().and_then(|thread| thread.join().ok());
                batches.push(done.unwrap_or_else(|| self.batch::<T>(part)));
            }
            batches
        })
    }

    fn batch<T>(&self, pieces: &[Piece<'_>]) -> Result<Batch<T>, OpenProblem>
    where
        T: InBook + Serialize + DeserializeOwned + Rules,
    {
        let (mut records, mut unknown) = (Vec::with_capacity(pieces.len()), Vec::new());
        for piece in pieces {
            let (record, fragments) = self.entity::<T>(*piece)?;
            let id = record.id();
            if !fragments.is_empty() {
                unknown.extend(unknown::hand_out(&record, fragments));
            }
            records.push((id, Arc::new(record)));
        }
        Ok((records, unknown))
    }

    /// Reads a record of a table.
    pub(super) fn entity<T>(&self, piece: Piece<'_>) -> Result<(T, Vec<Fragment>), OpenProblem>
    where
        T: InBook + Serialize + DeserializeOwned + Rules,
    {
        let (record, fragments) = self.record::<T>(piece)?;
        if record.id().is_nil() {
            return Err(self.broken(piece, Detail::NilId));
        }
        match record.broken_rule() {
            Some(detail) => Err(self.broken(piece, detail)),
            None => Ok((record, fragments)),
        }
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

    fn record<T: Serialize + DeserializeOwned>(
        &self,
        piece: Piece<'_>,
    ) -> Result<(T, Vec<Fragment>), OpenProblem> {
        // Nearly every record, and much faster; whatever is unusual in one, RON finds out.
        if let Some(record) = super::quick::read::<T>(piece.text) {
            return Ok((record, Vec::new()));
        }
        let mut ways: Vec<Vec<Seen>> = Vec::new();
        let result =
            ron::Deserializer::from_str_with_options(piece.text, &self.options).and_then(|mut parser| {
                let value = serde_ignored::deserialize(&mut parser, |path| ways.push(unknown::way(&path)));
                value.and_then(|value| parser.end().map(|()| value)).map_err(|error| parser.span_error(error))
            });
        let record: T = result.map_err(|error| {
            let place = error.span.start;
            self.syntax(piece, place.line, place.col, Detail::Parser(error.code.to_string()))
        })?;
        if ways.is_empty() {
            return Ok((record, Vec::new()));
        }
        let own = self.options.to_string(&record).unwrap_or_default();
        match unknown::extract(piece.text, &own, &ways) {
            Some(fragments) => Ok((record, fragments)),
            None => Err(self.broken(piece, Detail::UnknownField(unknown::words(&ways)))),
        }
    }

    pub(super) fn broken(&self, piece: Piece<'_>, detail: Detail) -> OpenProblem {
        self.syntax(piece, 1, 1, detail)
    }

    /// An error at a place inside a piece, both counted from 1.
    fn syntax(&self, piece: Piece<'_>, line: usize, column: usize, detail: Detail) -> OpenProblem {
        let column = if line == 1 { piece.column + column - 1 } else { column };
        syntax(self.text, piece.line + line - 1, column, detail)
    }
}
