//! The bridge from a book to the bytes of its file and back, with the origin of the state.

use super::error::OpenProblem;
use super::format;
use super::state::{Origin, StateId};
use crate::model::{Book, RecordRef};

/// A book as it was read.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The book.
    pub book: Book,
    /// Every record in the order of the file with its line, counted from 1.
    pub lines: Vec<(RecordRef, usize)>,
    /// Where the state comes from.
    pub origin: Origin,
}

/// The bytes of a state.
pub(super) struct Text {
    text: String,
    hash: [u8; 32],
}

impl Text {
    pub(super) fn pieces(&self) -> [&[u8]; 1] {
        [self.text.as_bytes()]
    }

    pub(super) fn id(&self) -> StateId {
        id_of(&self.hash)
    }

    pub(super) fn hash(&self) -> [u8; 32] {
        self.hash
    }
}

fn id_of(hash: &[u8; 32]) -> StateId {
    StateId(hash.iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
}

pub(super) fn read(bytes: &[u8]) -> Result<Parsed, OpenProblem> {
    let format::Parsed { book, lines } = format::read(bytes)?;
    let hash = *blake3::hash(bytes).as_bytes();
    Ok(Parsed { book, lines, origin: Origin { id: Some(id_of(&hash)), ..Origin::default() } })
}

pub(super) fn write(book: &Book, _origin: &Origin) -> Result<Text, ron::Error> {
    let text = format::write(book)?;
    Ok(Text { hash: *blake3::hash(text.as_bytes()).as_bytes(), text })
}
