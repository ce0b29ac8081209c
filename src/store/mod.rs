//! Where the book lives: one RON file, the folder of its pictures, and the thread that saves.
//!
//! Owns every byte on the disk that belongs to a book. Must not know which edits there are ([`crate::edit`]) or
//! who shows it. Start reading at [`Store`]; [`format`] is the text, [`durable`] the order of the system
//! calls, [`Autosave`] the thread.
//!
//! While a book is open, [`BookFile`] on the saving thread is the only one that touches its file: it holds the lock,
//! notices other programs and keeps backups. [`Store`] reads books and makes new ones.
//!
//! Invariant: a book opens whole or not at all, and opening changes no file
//! (`store::what_cannot_be_opened_stays_as_it_was`).
//! Invariant: when [`Store::save`] returns, the book survives a power cut ([`durable`]).

mod error;
mod words;
mod sniff;
pub mod format;
mod migrate;
pub mod durable;
pub mod secret;
pub mod protect;
mod attachments;
mod access;
mod lock;
mod disk;
mod backups;
mod past;
mod file;
mod watch;
mod autosave;
mod beside;
pub mod undo_log;
pub mod check;
mod restore;
mod lost;

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

pub use access::{Access, Holder, ReadOnly};
pub use attachments::{AttachmentError, AttachmentProblem, Attachments, FileState, StoredName};
pub use autosave::{Autosave, Disk, OnChange, SaveState, SaveStatus, Submission, Timing, Told, Writer};
pub use backups::{
    Backup, backup_folder, backups, common_state, previous_state, read_backup, read_state, surplus,
};
pub use beside::{ConflictFile, MadeBy, conflict_files};
pub use error::{Detail, Looks, Notice, NoticeProblem, OpenError, OpenProblem, SaveError, SaveProblem};
pub use file::{Arrival, BookFile, Looked, Outcome, Request, Wishes, same};
pub use format::{Origin, StateId};
pub use lost::{earlier_states, is_lost, name_for_new, trace};
pub use protect::{Protect, ProtectError, ProtectStep, Protected, Protection};
pub use restore::go_back_to;
pub use secret::{Key, Opener, Passphrase, SecretProblem, Work};
pub use undo_log::{Seal, UndoLog};
pub use watch::Places;

use crate::model::{Book, RecordRef};

/// The largest book that is read, in bytes: 2 GiB.
pub const LARGEST_BOOK: u64 = 2 << 30;

/// The place of one book on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
    attachments: Attachments,
}

impl Store {
    /// Opens a book.
    ///
    /// Pictures that are missing do not keep it from opening; there is a notice for each.
    ///
    /// # Errors
    /// When there is no whole, valid book of a known version; the file is then as it was.
    pub fn open(path: &Path) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        let failed = |problem| OpenError { path: path.to_owned(), problem };
        let bytes = read_file(path, LARGEST_BOOK).map_err(failed)?;
        let (bytes, _) = secret::unseal(bytes, Opener::None, LARGEST_BOOK).map_err(failed)?;
        let parsed = format::read(&bytes).map_err(failed)?;
        drop(bytes);
        durable::remove_leftovers(path);
        let store = Self::at(path);
        let notices = notices(&store.path, &store.attachments, &parsed);
        Ok((store, parsed.book, notices))
    }

    /// Makes a book file where there is none; encrypted when [`Store::attachments`] of this path are.
    ///
    /// # Errors
    /// With [`SaveProblem::AlreadyExists`] when the name is taken, or when the disk refuses.
    pub fn create(path: &Path, book: &Book) -> Result<Self, SaveError> {
        let store = Self::at(path);
        durable::create(path, &store.bytes_of(book)?)?;
        Ok(store)
    }

    /// Writes a book that nobody has open; returns when it is on the disk. Neither lock nor backup: while a book is open,
    /// [`BookFile`] writes it.
    ///
    /// # Errors
    /// When it could not be written; the file then has its old content.
    pub fn save(&self, book: &Book) -> Result<(), SaveError> {
        let _held = self.attachments.hold();
        durable::replace(&self.path, &self.bytes_of(book)?)
    }

    /// Returns the file, as the user named it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the pictures.
    pub fn attachments(&self) -> &Attachments {
        &self.attachments
    }

    fn at(path: &Path) -> Self {
        // The working folder may change while the program runs; the book must not move with it.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Self { attachments: Attachments::beside(&path), path }
    }

    fn bytes_of(&self, book: &Book) -> Result<Vec<u8>, SaveError> {
        let failed = |detail: String| SaveError::new(&self.path, SaveProblem::Internal, detail);
        let (text, _) =
            format::write(book, &format::Origin::default()).map_err(|error| failed(error.to_string()))?;
        match self.attachments.sealing_key() {
            None => Ok(text.into_bytes()),
            Some(key) => key.seal(text.as_bytes()).map_err(|problem| failed(problem.to_string())),
        }
    }
}

/// Returns what the user should know of a book that was read: pictures that are missing, links that lead nowhere.
fn notices(path: &Path, attachments: &Attachments, parsed: &format::Parsed) -> Vec<Notice> {
    let book = &parsed.book;
    let missing = attachments.missing(book);
    let mut users: BTreeMap<RecordRef, Vec<RecordRef>> =
        missing.iter().map(|(attachment, _)| (RecordRef::Attachment(attachment.id), Vec::new())).collect();
    let mut notices = Vec::new();
    // A book without its folder has a notice for every picture; looking through all lines each time takes long.
    let lines: LazyCell<BTreeMap<RecordRef, usize>, _> =
        LazyCell::new(|| parsed.lines.iter().copied().collect());
    let notice = |record, problem| Notice {
        book: path.to_owned(),
        line: lines.get(&record).copied().unwrap_or(0),
        problem,
    };
    if parsed.is_unsigned() {
        notices.push(Notice { book: path.to_owned(), line: 1, problem: NoticeProblem::Unsigned });
    }
    // Every link is looked up, some hundred thousand: in a set that is made for it.
    let known = records_of(book);
    book.references(|from, to| {
        if !users.is_empty()
            && let Some(users) = users.get_mut(&to)
        {
            users.push(from);
        } else if !known.contains(&to) {
            notices.push(notice(from, NoticeProblem::Dangling { from, to }));
        }
    });
    for (attachment, state) in missing {
        let record = RecordRef::Attachment(attachment.id);
        let used_by = users.remove(&record).unwrap_or_default();
        let file = attachments.path(&attachment).unwrap_or_default();
        let attachment = attachment.id;
        let problem = match state {
            FileState::Missing => NoticeProblem::MissingAttachment { attachment, file, used_by },
            FileState::Present | FileState::Changed => {
                NoticeProblem::ChangedAttachment { attachment, file, used_by }
            }
        };
        notices.push(notice(record, problem));
    }
    notices
}

fn records_of(book: &Book) -> FxHashSet<RecordRef> {
    let mut known = FxHashSet::default();
    known.reserve(book.len());
    macro_rules! collect {
        ($($field:ident: $kind:ident,)*) => {
            $(known.extend(book.$field.keys().map(|id| RecordRef::$kind(*id)));)*
        };
    }
    crate::with_tables!(collect);
    known
}

/// Reads a file that should be a book of at most `limit` bytes.
///
/// # Errors
/// When it is no regular file, larger than that, or the system refuses.
pub fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, OpenProblem> {
    read_open(&mut open_file(path, limit)?, limit)
}

/// Opens such a file.
fn open_file(path: &Path, limit: u64) -> Result<File, OpenProblem> {
    // Asked before opening: opening a pipe would wait for its writer.
    let found = fs::metadata(path).map_err(read_problem)?;
    if found.is_dir() {
        return Err(OpenProblem::IsDirectory);
    }
    if !found.is_file() {
        return Err(OpenProblem::NotAFile);
    }
    if found.len() > limit {
        return Err(OpenProblem::TooLarge { bytes: found.len(), limit });
    }
    File::open(path).map_err(read_problem)
}

/// Reads such a file to its end.
fn read_open(file: &mut File, limit: u64) -> Result<Vec<u8>, OpenProblem> {
    let expected = file.metadata().map_or(0, |found| found.len());
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(limit)).unwrap_or(0));
    // The file may grow while it is read.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(read_problem)?;
    if bytes.len() as u64 > limit {
        return Err(OpenProblem::TooLarge { bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}

fn read_problem(error: io::Error) -> OpenProblem {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => OpenProblem::NotFound,
        io::ErrorKind::PermissionDenied => OpenProblem::PermissionDenied,
        io::ErrorKind::IsADirectory => OpenProblem::IsDirectory,
        _ => OpenProblem::Io(error.to_string()),
    }
}

/// Whether a path is a file of the book itself: the book, the state before, its backups, its pictures. Nothing else is
/// written there.
pub fn is_part_of(book: &Path, path: &Path) -> bool {
    let (Ok(book), Ok(path)) = (durable::resolve(book), durable::resolve(path)) else { return false };
    let folders = [backups::folder_of(&book), durable::folder_of(&book).join(attachments::FOLDER)];
    path == book
        || path == backups::previous_of(&book)
        || folders.iter().any(|folder| path.starts_with(folder))
        || disk::is_same_file(&book, &path)
}
