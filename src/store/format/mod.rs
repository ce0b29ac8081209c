//! The book as text: one RON document, one record per line in the order of the ids, a checksum at the end.
//!
//! ```text
//! #![enable(implicit_some)]
//! // Cardloom book: one record per line. … After editing by hand delete the last line.
//! (version: 3,
//! header: (id:"…",created_at:"…"),
//! contacts: [
//! (id:"…",name:(family:"Tanaka"),…),
//! ],
//! …
//! )
//! // cardloom save 123, from 5f3a9c0112345678, blake3 9f86d081884c7d65…
//! ```
//! Owns the text in both directions. Knows no files. Start reading at [`write()`] and [`read()`]; [`Keeper`] writes
//! only what changed, [`salvage()`] reads what can be read of a damaged text.
//!
//! Reading takes the lines apart without looking into them, so that every record is parsed on its own, on several
//! threads, and its line is known. A book that an editor has laid out differently is taken apart by RON itself,
//! which is slower and means the same.
//!
//! Invariant: `read(write(book)) == book` (`store::a_book_reads_back_what_it_writes`).
//! Invariant: a cut-off text never opens (`store::no_cut_off_book_opens`), nor one with a changed byte
//! (`store_format::every_flipped_bit_is_found`).
//! Invariant: fields that this version does not know survive (`store_format::unknown_fields_survive`).

mod footer;
mod keep;
mod layout;
mod quick;
mod read;
mod salvage;
mod structure;
mod unknown;
mod write;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::{Detail, OpenProblem};
use super::sniff;
use crate::model::*;

pub use keep::{Keeper, Signature, Text};
pub use read::read;
pub use salvage::{Aside, Salvaged, salvage};
pub use write::write;

/// The version of the format that this program writes.
pub const VERSION: u32 = 3;

/// How many of the states before it a book names.
pub const MOST_ANCESTORS: usize = 64;

const FIRST_LINE: &str = "#![enable(implicit_some)]";
const COMMENT: &str = "// Cardloom book: one record per line, dates as year-month-day. \
                       Keep the folder \"attachments\" next to this file. \
                       After editing by hand delete the last line.";

/// How many characters of the text an error quotes.
const EXCERPT: usize = 60;

/// Names one state of a book: the first 64 bits of its checksum.
///
/// Enough to tell the states of one book apart, not to prove that nobody has made two alike.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StateId(pub u64);

impl StateId {
    /// Returns the id of the state with this checksum.
    pub fn of(hash: &[u8; 32]) -> Self {
        let mut head = [0; 8];
        head.copy_from_slice(&hash[..8]);
        Self(u64::from_be_bytes(head))
    }
}

/// Writes 16 hexadecimal digits.
impl fmt::Display for StateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Where a state of a book comes from, as its last line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Counts the saves of this book; after a merge one more than on either side.
    pub saved: u64,
    /// States in the past of this one of which there are backups, the oldest first; the newest
    /// [`MOST_ANCESTORS`] are written.
    pub from: Vec<StateId>,
    /// The state itself; `None` for a text without a checksum.
    pub id: Option<StateId>,
}

/// A book as it was read, with the places of its records.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The book.
    pub book: Book,
    /// Every record in the order of the file with its line, counted from 1.
    pub lines: Vec<(RecordRef, usize)>,
    /// What the last line says.
    pub origin: Origin,
    /// The version of the format of the file.
    pub version: u32,
}

impl Parsed {
    /// Returns the line of a record, counted from 1.
    pub fn line_of(&self, record: RecordRef) -> Option<usize> {
        self.lines.iter().find(|(known, _)| *known == record).map(|(_, line)| *line)
    }

    /// Whether the text has no checksum although its version has one: somebody edited it by hand.
    pub fn is_unsigned(&self) -> bool {
        self.origin.id.is_none() && self.version > 1
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

macro_rules! define_tables {
    ($($field:ident: $kind:ident,)*) => {
        const TABLES: &[&str] = &[$(stringify!($field),)*];

        fn write_tables(book: &Book, out: &mut String) -> Result<(), ron::Error> {
            $(write::write_table::<$kind>(&book.$field, &book.unknown, out)?;)*
            Ok(())
        }

        impl read::Reader<'_> {
            fn tables(
                &self,
                parsed: &mut Parsed,
                unknown: &mut Unknown,
                pieces: &layout::Pieces<'_>,
            ) -> Result<(), OpenProblem> {
                let mut tables = pieces.tables.iter();
                $(
                    let pieces = tables.next().map_or(&[][..], |table| table);
                    let table = self.table::<$kind>(pieces, &mut parsed.lines, unknown)?;
                    parsed.book.$field = std::sync::Arc::new(table);
                )*
                Ok(())
            }
        }
    };
}
crate::with_tables!(define_tables);

/// Rules of a record that its type does not express.
pub(super) trait Rules {
    fn broken_rule(&self) -> Option<Detail> {
        None
    }
}

macro_rules! no_rules {
    ($($kind:ident)*) => { $(impl Rules for $kind {})* };
}
no_rules!(Circle Organization Contact Event Storage Card Encounter Relationship Introduction Referral Review FollowUp Conflict SavedSearch
    LetterTemplate Trashed);

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

impl Rules for Recall {
    fn broken_rule(&self) -> Option<Detail> {
        (!(self.stability.is_finite() && self.difficulty.is_finite())).then_some(Detail::NotFinite)
    }
}

/// Tells a text that ends too early from one that is wrong inside.
pub(super) fn parser_problem(text: &str, error: &ron::error::SpannedError) -> OpenProblem {
    use ron::Error;
    let used = text.trim_end();
    let lines = 1 + layout::count_lines(used);
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
pub(in crate::store) fn syntax(text: &str, line: usize, column: usize, detail: Detail) -> OpenProblem {
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
