//! Keeps the text of what was written, so that a save serialises only what was touched.
//!
//! A table that is the same object as at the last save is not even looked at; in another one, records are compared
//! by their addresses, which is enough because records are never changed in place. The text lies in chunks of some
//! hundred records; a chunk in which nothing happened is kept as it is.
//!
//! Start reading at [`Keeper::text`].
//!
//! Invariant: the text is that of [`super::write()`] (`store_format::what_is_kept_reads_like_what_is_written_anew`).

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::write::{begin_table, end_table, is_left_out, write_head, write_line, write_others};
use super::{Origin, StateId, footer};
use crate::model::*;

/// So many records make up a chunk; more than twice as many are divided.
const CHUNK: usize = 256;

/// A book as text in pieces that lie in a [`Keeper`], up to where its checksum stands.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text, to be written piece by piece.
    pub pieces: Vec<&'a [u8]>,
}

/// What stands behind the pieces of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The checksum of the pieces as text, and the end of the file.
    pub end: String,
    /// The state that the text holds.
    pub id: StateId,
    /// The checksum.
    pub hash: [u8; 32],
}

impl Text<'_> {
    /// Computes what stands behind the pieces: a third of the time that a text of which little was touched takes, so
    /// the pieces may be written meanwhile.
    pub fn sign(&self) -> Signature {
        let mut hasher = blake3::Hasher::new();
        for piece in &self.pieces {
            hasher.update(piece);
        }
        let hash = *hasher.finalize().as_bytes();
        let mut end = String::with_capacity(80);
        footer::end(&hash, &mut end);
        Signature { end, id: StateId::of(&hash), hash }
    }

    /// Returns all of it in one piece.
    pub fn whole(&self) -> Vec<u8> {
        let mut whole = self.pieces.concat();
        whole.extend_from_slice(self.sign().end.as_bytes());
        whole
    }
}

/// Records that stand behind each other, and their lines.
#[derive(Debug)]
struct Chunk<T> {
    records: Vec<Arc<T>>,
    /// Where the line of each record ends in `text`.
    ends: Vec<usize>,
    text: String,
}

/// What was written of one table.
#[derive(Debug)]
struct Kept<T: Record> {
    table: Arc<Table<T>>,
    chunks: Vec<Chunk<T>>,
    begin: String,
    end: String,
    /// Unknown fields behind the table.
    others: String,
}

impl<T> Chunk<T> {
    fn line(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }
}

impl<T: InBook + Serialize + DeserializeOwned> Kept<T> {
    fn new(unknown: &Unknown) -> Self {
        let mut kept = Self {
            table: Arc::default(),
            chunks: Vec::new(),
            begin: String::new(),
            end: String::new(),
            others: String::new(),
        };
        begin_table::<T>(&mut kept.begin);
        end_table(&mut kept.end);
        kept.renew_others(unknown);
        kept
    }

    fn renew_others(&mut self, unknown: &Unknown) {
        self.others.clear();
        write_others(unknown, T::TABLE, &mut self.others);
    }

    /// Takes over a table. `stale`, sorted, are records whose unknown fields are others now.
    fn update(
        &mut self,
        table: &Arc<Table<T>>,
        unknown: &Unknown,
        stale: &[Option<RecordRef>],
    ) -> Result<(), ron::Error> {
        let is_stale = |record: &T| {
            let others = |record: RecordRef| stale.binary_search(&Some(record)).is_ok();
            !stale.is_empty()
                && (others(T::reference(record.id()))
                    || record.inside().into_iter().any(|(part, _)| others(part)))
        };
        // What lies in the trash is of other kinds.
        let any_stale = !stale.is_empty()
            && (T::TABLE == Trashed::TABLE
                || stale.iter().flatten().any(|record| record.table() == T::TABLE));
        if Arc::ptr_eq(&self.table, table) && !any_stale {
            return Ok(());
        }
        let mut rest = table.values().peekable();
        let mut old = std::mem::take(&mut self.chunks).into_iter().peekable();
        let mut chunks = Vec::new();
        while rest.peek().is_some() {
            let Some(chunk) = old.next() else {
                build(&rest.by_ref().cloned().collect::<Vec<_>>(), None, unknown, &is_stale, &mut chunks)?;
                break;
            };
            let next = old.peek().and_then(|next| next.records.first()).map(|record| record.id());
            let mut records = Vec::with_capacity(chunk.records.len() + 1);
            while let Some(record) = rest.next_if(|record| next.is_none_or(|next| record.id() < next)) {
                records.push(Arc::clone(record));
            }
            let same = records.len() == chunk.records.len()
                && records.iter().zip(&chunk.records).all(|(new, old)| Arc::ptr_eq(new, old))
                && !(any_stale && records.iter().any(|record| is_stale(record)));
            if same {
                chunks.push(chunk);
            } else {
                build(&records, Some(&chunk), unknown, &is_stale, &mut chunks)?;
            }
        }
        self.chunks = chunks;
        self.table = Arc::clone(table);
        Ok(())
    }

    fn pieces<'a>(&'a self, pieces: &mut Vec<&'a [u8]>) {
        if !is_left_out(&self.table) {
            pieces.push(self.begin.as_bytes());
            pieces.extend(self.chunks.iter().map(|chunk| chunk.text.as_bytes()));
            pieces.push(self.end.as_bytes());
        }
        pieces.push(self.others.as_bytes());
    }
}

/// Makes chunks of records, with the lines of those that `old` had.
fn build<T: InBook + Serialize + DeserializeOwned>(
    records: &[Arc<T>],
    old: Option<&Chunk<T>>,
    unknown: &Unknown,
    is_stale: &dyn Fn(&T) -> bool,
    chunks: &mut Vec<Chunk<T>>,
) -> Result<(), ron::Error> {
    let size = if records.len() > 2 * CHUNK { CHUNK } else { records.len().max(1) };
    let mut at = 0;
    for part in records.chunks(size) {
        let room = old.map_or(0, |old| old.text.len()) + 1024;
        let mut text = String::with_capacity(room.min(part.len() * 1024));
        let mut ends = Vec::with_capacity(part.len());
        for record in part {
            let id = record.id();
            let known = old.and_then(|old| {
                // Both are in the order of the ids.
                while old.records.get(at).is_some_and(|old| old.id() < id) {
                    at += 1;
                }
                let same = old.records.get(at).is_some_and(|old| Arc::ptr_eq(old, record));
                (same && !is_stale(record)).then(|| old.line(at))
            });
            match known {
                Some(line) => text.push_str(line),
                None => write_line(&**record, unknown, &mut text)?,
            }
            ends.push(text.len());
        }
        text.shrink_to_fit();
        chunks.push(Chunk { records: part.to_vec(), ends, text });
    }
    Ok(())
}

macro_rules! define_keeper {
    ($($field:ident: $kind:ident,)*) => {
        /// Keeps the text of the book as it was written last, about as much memory as the file has bytes.
        #[derive(Debug)]
        pub struct Keeper {
            unknown: Arc<Unknown>,
            head: String,
            $($field: Kept<$kind>,)*
            foot: String,
        }

        impl Keeper {
            /// Keeps nothing yet.
            pub fn new() -> Self {
                let unknown = Arc::<Unknown>::default();
                $(let $field = Kept::new(&unknown);)*
                Self { unknown, head: String::new(), $($field,)* foot: String::new() }
            }

            /// Serialises what was touched since the last call.
            fn update(&mut self, book: &Book) -> Result<(), ron::Error> {
                let mut stale = Vec::new();
                if !Arc::ptr_eq(&self.unknown, &book.unknown) {
                    stale = self.unknown.differences(&book.unknown);
                    self.unknown = Arc::clone(&book.unknown);
                    $(self.$field.renew_others(&book.unknown);)*
                }
                self.head.clear();
                write_head(book, &mut self.head)?;
                $(self.$field.update(&book.$field, &book.unknown, &stale)?;)*
                Ok(())
            }

            fn pieces(&self) -> Vec<&[u8]> {
                let mut pieces = vec![self.head.as_bytes()];
                $(self.$field.pieces(&mut pieces);)*
                pieces.push(b")\n");
                pieces
            }
        }
    };
}
crate::with_tables!(define_keeper);

impl Default for Keeper {
    fn default() -> Self {
        Self::new()
    }
}

impl Keeper {
    /// Serialises what was touched since the last call, so that [`Keeper::text`] of the same book has less to do. After
    /// an error, which is told there, everything is serialised anew.
    pub fn prepare(&mut self, book: &Book) {
        if self.update(book).is_err() {
            *self = Self::new();
        }
    }

    /// Returns the text of a book; only what was touched since the last call is serialised.
    ///
    /// Of `origin` the counter and the ancestors are written; its own id follows from the text.
    ///
    /// # Errors
    /// None is known: every value of the model has a RON form. After an error everything is serialised anew.
    pub fn text(&mut self, book: &Book, origin: &Origin) -> Result<Text<'_>, ron::Error> {
        if let Err(error) = self.update(book) {
            *self = Self::new();
            return Err(error);
        }
        self.foot = String::with_capacity(1280);
        footer::begin(origin, &mut self.foot);
        let mut pieces = self.pieces();
        pieces.push(self.foot.as_bytes());
        Ok(Text { pieces })
    }
}
