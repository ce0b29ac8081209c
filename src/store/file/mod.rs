//! The file of one book while it is open: the only thing in the program that reads and writes it.
//!
//! Owns the path, the lock, what is known of the disk, and the last state that both sides know. Lives on the saving
//! thread ([`super::Autosave`]). Must not know who edits. Start reading at [`BookFile::save`].
//!
//! A save takes these steps; after a kill or a power cut between any two of them the book is whole:
//! 1. compare the file with what was last read or written; if another program was there, join its changes;
//! 2. write a new temporary file, fsync;
//! 3. append to the undo log, fsync;
//! 4. link the old file to `book.ron.bak` (under a temporary name, renamed over the older one);
//! 5. rename the temporary file to `book.ron`, fsync of the folder: only now the book is saved;
//! 6. when a backup is due, link `book.ron.bak` into the folder of backups. It is linked after the rename, never
//!    before: as long as a file is named `book.ron` an editor may write into it, and would write into its backup.
//!
//! Invariant: a file that does not read is never overwritten (`suite::outside::what_cannot_be_read_is_kept`).
//! Invariant: what another program wrote is in the book or in the backups after every save (`suite::outside`).

mod save;
mod follow;
mod same;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::access::{Access, Holder, ReadOnly};
use super::autosave::Disk;
use super::beside::ConflictFile;
use super::disk::{self, Known, Stat};
use super::error::{Notice, OpenError, OpenProblem, SaveError, SaveProblem};
use super::format::{self, Keeper, Origin, StateId, VERSION};
use super::lock::{self, Lock, Taken};
use super::past::Past;
use super::secret::{self, Opener};
use super::undo_log::{self, Seal, UndoLog};
use super::watch::Places;
use super::{Attachments, LARGEST_BOOK, backups, durable, protect};
use crate::edit::history::{Entry, History};
use crate::edit::merge::MergeReport;
use crate::model::Book;

pub use same::same;

/// How long no further backup is made after one.
const BACKUP_EVERY: Duration = Duration::from_secs(600);

/// The file of an open book.
#[derive(Debug)]
pub struct BookFile {
    /// As the user named it.
    path: PathBuf,
    /// Links followed.
    target: PathBuf,
    folder: PathBuf,
    /// The pictures, which also know whether the book is encrypted.
    attachments: Attachments,
    me: Holder,
    access: Access,
    lock: Option<Lock>,
    /// What was last read or written; nothing before the file is made.
    known: Option<Known>,
    /// The state on the disk.
    base: Book,
    origin: Origin,
    saved_at: DateTime<Utc>,
    /// On which disk the folder was.
    device: Option<u64>,
    /// The last save may not survive a power cut: it has to be repeated even if nothing changed.
    unsure: bool,
    /// The file lacks what was saved here before: somebody put a state there that does not know of it.
    outdated: bool,
    /// The file was not there at the last look.
    gone: bool,
    /// The copies of synchronising programs that were beside it at the last look.
    beside: Vec<ConflictFile>,
    past: Past,
    last_backup: Option<Instant>,
    backup_every: Duration,
    thinning: bool,
    /// The file as it stands cannot be read, and whether that was told.
    unreadable: Option<(Stat, bool)>,
    replace_unreadable: bool,
    /// The file is not the state that both sides know, but a damaged one that was copied and may be replaced.
    copied_aside: bool,
    /// This disk has no locks.
    lockless: bool,
    keeper: Keeper,
    /// The version of the format on the disk.
    version: u32,
    log: Option<UndoLog>,
    /// The state to which the undo log leads.
    logged: Option<StateId>,
}

/// A state to be saved.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The book.
    pub book: Book,
    /// The state from which the book was made, when the disk has a newer one that is not in it.
    pub lacks_since: Option<Book>,
    /// The moment of the edit.
    pub at: DateTime<Utc>,
    /// What happened in the history since the last save.
    pub entries: Vec<Entry>,
    /// What else is to happen.
    pub wishes: Wishes,
}

/// What a save does besides saving.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The state before is kept as a backup, however new the last one is.
    pub keep_before: bool,
    /// No backup is removed any more until the book is opened again: after everything was taken back, the states before
    /// may be what is looked for next.
    pub keep_all: bool,
    /// Conflict files whose content is in the book now: they go to the backups after the save.
    pub put_away: Vec<PathBuf>,
}

impl Wishes {
    /// Adds the wishes of a newer request, which takes the place of an older one.
    pub(super) fn join(&mut self, newer: Self) {
        self.keep_before |= newer.keep_before;
        self.keep_all |= newer.keep_all;
        self.put_away.extend(newer.put_away);
    }
}

/// What came of a save.
#[derive(Debug)]
pub struct Outcome {
    /// Whether the book is on the disk.
    pub result: Result<(), SaveError>,
    /// The disk has more than was to be saved.
    pub arrival: Option<Arrival>,
    /// The book is saved, but the state before could not be kept.
    pub no_backup: Option<SaveError>,
}

/// A state on the disk that holds changes of another program.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The state of ours to which they came.
    pub from: Book,
    /// Both together, as on the disk.
    pub to: Book,
    /// What they were.
    pub report: MergeReport,
    /// The file lacks some of it: it has to be saved even if nobody changes anything here.
    pub unsaved: bool,
}

/// What a look at the disk found.
#[derive(Debug, Default)]
pub struct Looked {
    /// Changes of another program.
    pub arrival: Option<Arrival>,
    /// The file was changed and cannot be read.
    pub unreadable: Option<OpenError>,
    /// The book may be written from now on.
    pub writable: bool,
    /// Something is not clear yet; another look in a moment tells.
    pub again: bool,
    /// A synchronising program put a copy of the book beside it, or one is gone.
    pub beside: bool,
}

impl BookFile {
    /// Returns the file of a book that is made by its first save.
    pub fn new(path: &Path, me: Holder) -> Self {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let target = durable::resolve(&path).unwrap_or_else(|_| path.clone());
        Self {
            folder: backups::folder_of(&target),
            attachments: Attachments::beside(&path),
            path,
            target,
            me,
            access: Access::Writable,
            lock: None,
            known: None,
            base: Book::default(),
            origin: Origin::default(),
            saved_at: DateTime::default(),
            device: None,
            unsure: false,
            outdated: false,
            gone: false,
            beside: Vec::new(),
            past: Past::default(),
            last_backup: None,
            backup_every: BACKUP_EVERY,
            thinning: true,
            unreadable: None,
            replace_unreadable: false,
            copied_aside: false,
            lockless: false,
            keeper: Keeper::new(),
            version: VERSION,
            log: None,
            logged: None,
        }
    }

    /// Reads a book; to write it, [`BookFile::lock`] comes first. Pictures that are missing do not keep it from opening;
    /// there is a notice for each.
    ///
    /// # Errors
    /// Why the book cannot be read; nothing has changed.
    pub fn read(path: &Path, me: Holder) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        Self::read_with(path, me, Opener::None)
    }

    /// As [`BookFile::read`], for a book that may be encrypted.
    ///
    /// # Errors
    /// As [`BookFile::read`], and when the passphrase is missing or wrong.
    pub fn read_with(
        path: &Path,
        me: Holder,
        opener: Opener<'_>,
    ) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        let mut file = Self::new(path, me);
        let notices =
            file.read_again(opener).map_err(|problem| OpenError { path: path.to_owned(), problem })?;
        let book = file.base.clone();
        Ok((file, book, notices))
    }

    /// As [`BookFile::read`], with the right to write if it can be had; see [`BookFile::access`].
    ///
    /// # Errors
    /// As [`BookFile::read`].
    pub fn read_and_lock(path: &Path, me: Holder) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        Self::read_and_lock_with(path, me, Opener::None)
    }

    /// As [`BookFile::read_and_lock`], for a book that may be encrypted.
    ///
    /// # Errors
    /// As [`BookFile::read_with`].
    pub fn read_and_lock_with(
        path: &Path,
        me: Holder,
        opener: Opener<'_>,
    ) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        // A file that is no book gets no folder beside it, so reading comes first.
        let (mut file, book, notices) = Self::read_with(path, me, opener)?;
        file.lock();
        if file.known.as_ref().is_some_and(|known| known.looks_changed(&file.target)) {
            // Somebody saved before the lock was ours.
            let key = file.attachments.key();
            let notices = file
                .read_again(key.as_ref().into())
                .map_err(|problem| OpenError { path: path.to_owned(), problem })?;
            let book = file.base.clone();
            return Ok((file, book, notices));
        }
        Ok((file, book, notices))
    }

    fn read_again(&mut self, opener: Opener<'_>) -> Result<Vec<Notice>, OpenProblem> {
        let (bytes, known) = disk::read_known(&self.path, LARGEST_BOOK)?;
        let bytes = self.unseal(bytes, opener)?;
        let parsed = format::read(&bytes)?;
        drop(bytes);
        self.device = self.device_now();
        self.saved_at = known.stat.modified.map(backups::moment).unwrap_or_default();
        self.known = Some(known);
        let notices = super::notices(&self.path, &self.attachments, &parsed);
        self.version = parsed.version;
        self.base = parsed.book;
        self.origin = parsed.origin;
        self.past.note_read(&self.origin, &self.base);
        Ok(notices)
    }

    /// Decrypts what was read, if it is encrypted, and takes note of the key. A plain file in the place of an encrypted
    /// one is read too, but the next save encrypts it: who can write into the folder must not switch encryption off.
    fn unseal(&self, bytes: Vec<u8>, opener: Opener<'_>) -> Result<Vec<u8>, OpenProblem> {
        let (plain, key) = secret::unseal(bytes, opener, LARGEST_BOOK)?;
        if let Some(key) = key
            && self.attachments.sealing_key().is_none_or(|known| known.head() != key.head())
        {
            self.attachments.turn(Some(key), true);
        }
        Ok(plain)
    }

    /// The pictures; they also know whether the book is encrypted.
    pub fn attachments(&self) -> &Attachments {
        &self.attachments
    }

    /// The undo log is encrypted whenever the book is.
    fn seal(&self) -> Arc<dyn Seal> {
        Arc::new(self.attachments.clone())
    }

    /// Reads the steps that can be taken back in the state that was read. Damage of their log costs steps, nothing else.
    pub fn open_history(&mut self) -> History {
        let path = self.folder.join(undo_log::FILE_NAME);
        let (log, history) =
            UndoLog::open(path, &self.base, self.origin.id.map(|id| id.0), Some(self.seal()));
        self.log = Some(log);
        self.logged = self.origin.id;
        history
    }

    /// Writes down how the history led to a state. Without it the book is as safe; Undo ends there after a restart.
    /// [`BookFile::logged`] stays until the state is on the disk: after a failure the same entries come again.
    fn log(&mut self, id: StateId, entries: &[Entry]) -> Result<(), SaveError> {
        let path = self.folder.join(undo_log::FILE_NAME);
        let seal = self.seal();
        let log = self.log.get_or_insert_with(|| UndoLog::open(path, &Book::default(), None, Some(seal)).0);
        log.append(id.0, self.logged.map(|id| id.0), entries)
    }

    /// Whether nobody asked for the lock yet.
    pub fn is_unlocked(&self) -> bool {
        self.lock.is_none() && !self.lockless && self.access.is_writable()
    }

    /// Asks for the right to write and says what came of it; also tells whether file and folder can be written at all.
    pub fn lock(&mut self) -> &Access {
        self.access = match self.try_lock() {
            Ok(()) => Access::Writable,
            Err(why) => Access::ReadOnly(why),
        };
        if self.access.is_writable() && self.known.is_some() {
            protect::finish_if_unfinished(&self.target, &self.attachments);
        }
        &self.access
    }

    /// Whether the book may be written.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The file, as the user named it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How long no further backup is made after one; for tests.
    pub fn set_backup_every(&mut self, every: Duration) {
        self.backup_every = every;
    }

    /// Lets the next save replace a file that cannot be read. What stands there goes to the backups first.
    pub fn replace_unreadable(&mut self) {
        self.replace_unreadable = true;
    }

    fn try_lock(&mut self) -> Result<(), ReadOnly> {
        let refused = |error: io::Error| {
            let error = SaveError::from_io(&self.path, &error);
            let lasts = matches!(error.problem, SaveProblem::ReadOnly | SaveProblem::PermissionDenied);
            // A full disk or one that was pulled out gets better; until then saving says what is wrong.
            if lasts { Err(ReadOnly::Refused(error)) } else { Ok(()) }
        };
        if self.known.is_some() {
            durable::replaceable(&self.path, &self.target).map(drop).map_err(ReadOnly::Refused)?;
        }
        if let Err(error) = durable::create_one_folder(&self.folder) {
            return refused(error);
        }
        // A window that waits for the lock asks every other second: while it is held nothing may be written for that.
        let lock = match lock::take(&self.folder, &self.me) {
            Ok(Taken::Ours(lock)) => Some(lock),
            Ok(Taken::Held(holder)) => return Err(ReadOnly::Held(holder)),
            Ok(Taken::Unsupported) => None,
            Err(error) => return refused(error),
        };
        if let Err(error) = durable::try_to_write_beside(&self.target) {
            refused(error)?;
        }
        self.lockless = lock.is_none();
        self.lock = lock;
        durable::remove_leftovers(&self.target);
        durable::remove_leftovers(&backups::previous_of(&self.target));
        durable::remove_all_leftovers(&self.folder);
        durable::remove_all_leftovers(self.attachments.folder());
        Ok(())
    }

    /// Makes sure that the lock is still a lock: its folder may have been removed or put back.
    fn mind_the_lock(&mut self) -> Result<(), SaveError> {
        if let Access::ReadOnly(why) = &self.access {
            return Err(self.refusal(why));
        }
        let is_new = self.known.is_none();
        if is_new {
            durable::create_folder(durable::folder_of(&self.path))?;
            self.target =
                durable::resolve(&self.path).map_err(|error| SaveError::from_io(&self.path, &error))?;
            self.folder = backups::folder_of(&self.target);
        }
        if !self.lockless && !self.lock.as_ref().is_some_and(Lock::is_current) {
            if !durable::folder_of(&self.target).is_dir() {
                let detail = io::Error::from(io::ErrorKind::NotFound).to_string();
                return Err(SaveError::new(&self.path, SaveProblem::FolderMissing, detail));
            }
            self.lock = None;
            if let Err(why) = self.try_lock() {
                let error = self.refusal(&why);
                // A book that is not made yet belongs to nobody else; whoever has the name keeps it.
                if !is_new {
                    self.access = Access::ReadOnly(why);
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn refusal(&self, why: &ReadOnly) -> SaveError {
        match why {
            ReadOnly::Held(holder) => SaveError::new(&self.path, SaveProblem::Held, holder.to_string()),
            ReadOnly::Refused(error) => error.clone(),
            ReadOnly::Backup(path) => SaveError::new(path, SaveProblem::ReadOnly, "an older state"),
        }
    }
}

impl Disk for BookFile {
    fn prepare(&mut self) {
        // The first save would serialise everything; this happens while the first edit waits for quiet.
        drop(self.keeper.text(&self.base, &self.origin));
    }

    fn save(&mut self, request: &Request) -> Outcome {
        Self::save(self, request)
    }

    fn look(&mut self, patience: bool) -> Looked {
        Self::look(self, patience)
    }

    fn access(&self) -> Access {
        self.access.clone()
    }

    fn replace_unreadable(&mut self) {
        Self::replace_unreadable(self);
    }

    fn origin(&self) -> Origin {
        self.origin.clone()
    }

    fn places(&self) -> Option<Places> {
        let exists = self.known.is_some();
        exists.then(|| Places { book: self.target.clone(), folder: self.folder.clone() })
    }
}
