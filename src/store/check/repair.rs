//! Writing what can be read of a damaged book, with what older states still have of the rest.
//!
//! Start reading at [`salvage`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::format::{self, Origin};
use super::super::lock::{self, Taken};
use super::super::{
    Holder, LARGEST_BOOK, OpenError, OpenProblem, SaveError, SaveProblem, backup_folder, durable, read_file,
    read_state,
};
use super::damaged::{Content, Damaged, aside_text, keep_aside, keep_original};
use crate::model::*;

/// What became of a damaged book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvage {
    /// How many records could be read.
    pub records: usize,
    /// How many pieces could not.
    pub unreadable: usize,
    /// How many records were brought back from older states.
    pub brought_back: usize,
    /// The damaged file as it was.
    pub original: PathBuf,
    /// What could not be read.
    pub aside: Option<PathBuf>,
}

/// Why a damaged book was left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SalvageError {
    /// It cannot be read at all, or is no damaged book.
    Open(OpenError),
    /// The disk refuses, or the file changed meanwhile.
    Save(SaveError),
    /// Another program has it open, or its folder is read-only.
    NotWritable,
    /// There is nothing in it that can be read.
    Nothing {
        /// The newest older state that opens.
        newest_backup: Option<PathBuf>,
    },
}

/// Returns how many records of a damaged book can be read, and how many pieces cannot. Writes nothing.
///
/// # Errors
/// As [`super::super::Store::open`], but not for damage.
pub fn preview(path: &Path) -> Result<(usize, usize), OpenError> {
    let (_, damaged) = read(path)?;
    Ok((damaged.book.len(), damaged.aside.len()))
}

fn read(path: &Path) -> Result<(Content, Damaged), OpenError> {
    let failed = |problem| OpenError { path: path.to_owned(), problem };
    let content = Content::read(path).map_err(failed)?;
    let damaged = Damaged::read(content.text()).map_err(failed)?;
    Ok((content, damaged))
}

/// Puts in the place of a damaged book what can be read of it. First the file as it is and what cannot be read are
/// kept in the folder of the backups, and records that are missing are taken from the newest older state that has
/// them. Links to what is missing all the same stay as they are.
///
/// # Errors
/// When nothing can be read or written; the book file is then as it was.
pub fn salvage(path: &Path, stamp: DateTime<Utc>, me: &Holder) -> Result<Salvage, SalvageError> {
    let (content, mut damaged) = read(path).map_err(SalvageError::Open)?;
    if damaged.is_nothing() {
        return Err(SalvageError::Nothing { newest_backup: older_states(path).next().map(|(file, _)| file) });
    }
    let folder = backup_folder(path);
    durable::create_folder(&folder).map_err(SalvageError::Save)?;
    // Held until the new file is in its place.
    let _lock = match lock::take(&folder, me) {
        Ok(Taken::Ours(lock)) => Some(lock),
        Ok(Taken::Unsupported) => None,
        Ok(Taken::Held(_)) | Err(_) => return Err(SalvageError::NotWritable),
    };
    let records = damaged.book.len();
    let internal = |detail: String| SalvageError::Save(SaveError::new(path, SaveProblem::Internal, detail));
    let original = keep_original(path, &content.raw, stamp).map_err(SalvageError::Save)?;
    let aside = match aside_text(path, &damaged.aside, stamp) {
        None => None,
        Some(text) => {
            let bytes = content.sealed(&text).map_err(|problem| internal(problem.to_string()))?;
            Some(keep_aside(path, &bytes, stamp).map_err(SalvageError::Save)?)
        }
    };
    let brought_back = complete(&mut damaged, path);
    let salvage = Salvage { records, unreadable: damaged.aside.len(), brought_back, original, aside };

    let failed = |problem| SalvageError::Open(OpenError { path: path.to_owned(), problem });
    let text = damaged.text().map_err(|error| internal(error.to_string()))?;
    let bytes = content.sealed(&text).map_err(|problem| internal(problem.to_string()))?;
    // Whoever wrote it meanwhile knows better.
    if read_file(path, LARGEST_BOOK).map_err(failed)? != content.raw {
        return Err(failed(OpenProblem::Io("it was changed meanwhile".to_owned())));
    }
    durable::replace(path, &bytes).map_err(SalvageError::Save)?;
    Ok(salvage)
}

/// The older states of a book that open, the newest first.
fn older_states(path: &Path) -> impl Iterator<Item = (PathBuf, Book)> {
    let previous = super::super::previous_state(path);
    let backups = super::super::backups(path).into_iter().map(|backup| backup.path);
    std::iter::once(previous).chain(backups).filter_map(|file| {
        let (book, _) = read_state(&file).ok()?;
        Some((file, book))
    })
}

/// Takes records that are missing from older states: those whose lines cannot be read, and those that others name.
/// Of a file whose end is missing nobody knows what stood there: then all that the newest older state has.
fn complete(damaged: &mut Damaged, path: &Path) -> usize {
    let mut wanted: BTreeSet<u128> = BTreeSet::new();
    let mut end_is_missing = matches!(damaged.problem, Some(OpenProblem::CutOff { .. }));
    for aside in &damaged.aside {
        match id_in(&aside.text) {
            Some(id) => drop(wanted.insert(id)),
            None => end_is_missing = true,
        }
    }
    let mut brought_back = 0;
    for (_, older) in older_states(path) {
        if older.header.id != damaged.book.header.id && !damaged.book.header.id.is_nil() {
            continue;
        }
        if damaged.book.header.id.is_nil() {
            damaged.book.header = Arc::clone(&older.header);
        }
        loop {
            let missing: BTreeSet<RecordRef> =
                damaged.book.dangling().into_iter().map(|(_, to)| to).collect();
            let book = &mut damaged.book;
            let all = end_is_missing;
            let taken = take(book, &older, |record| {
                all || missing.contains(&record) || wanted.contains(&record.value())
            });
            if taken == 0 {
                break;
            }
            brought_back += taken;
        }
        end_is_missing = false;
    }
    brought_back
}

/// Takes records that are not there from another book; returns how many.
fn take(book: &mut Book, other: &Book, is_wanted: impl Fn(RecordRef) -> bool) -> usize {
    let mut taken = 0;
    macro_rules! take_tables {
        ($($field:ident: $kind:ident,)*) => {$(
            for (id, record) in other.$field.iter() {
                if !book.$field.contains_key(id) && is_wanted(RecordRef::$kind(*id)) {
                    $kind::table_mut(book).insert(*id, Arc::clone(record));
                    let fields = other.unknown.of(Some(RecordRef::$kind(*id)));
                    if !fields.is_empty() {
                        Arc::make_mut(&mut book.unknown).set(Some(RecordRef::$kind(*id)), fields.to_vec());
                    }
                    taken += 1;
                }
            }
        )*};
    }
    crate::with_tables!(take_tables);
    taken
}

/// Finds the id of the record that a piece of text was.
fn id_in(text: &str) -> Option<u128> {
    let rest = text.get(text.find("id:\"")? + 4..)?;
    rest.get(..32)?.parse::<Id<()>>().ok().map(Id::value)
}

impl Damaged {
    /// Returns the text of a book file with what there is: the next save of this book.
    fn text(&self) -> Result<String, ron::Error> {
        let origin = Origin { saved: self.origin.saved + 1, from: self.origin.from.clone(), id: None };
        format::write(&self.book, &origin).map(|(text, _)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_piece_is_found_where_it_begins() {
        let text = "(id:\"0123456789abcdef0011223344556677\",name:(family:\"Ta";
        assert_eq!(id_in(text), Some(0x0123_4567_89ab_cdef_0011_2233_4455_6677));
        for text in ["", "(id:", "(id:\"", "(id:\"0123\",x:\"名名名名名名名名名名名名\")", "(name:\"x\")"]
        {
            assert_eq!(id_in(text), None, "{text}");
        }
    }
}
