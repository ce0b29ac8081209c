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

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::access::{Access, Holder, ReadOnly};
use super::autosave::Disk;
use super::disk::{self, Compared, Known, Stat};
use super::error::{Notice, OpenError, OpenProblem, SaveError, SaveProblem};
use super::format::{self, Keeper, MOST_ANCESTORS, Origin, StateId, VERSION};
use super::lock::{self, Lock, Taken};
use super::past::Past;
use super::secret::{self, Opener, Passphrase};
use super::undo_log::{self, Seal, UndoLog};
use super::watch::Places;
use super::{Attachments, LARGEST_BOOK, backups, durable, protect};
use crate::edit::history::{Entry, History};
use crate::edit::merge::{MergeReport, Other, merge};
use crate::model::Book;
use crate::with_tables;

/// How long no further backup is made after one.
const BACKUP_EVERY: Duration = Duration::from_secs(600);

/// How often a save begins anew because another program wrote at the same time.
const MOST_ROUNDS: usize = 8;

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
        Self::read_with(path, me, None)
    }

    /// As [`BookFile::read`], for a book that may be encrypted.
    ///
    /// # Errors
    /// As [`BookFile::read`], and when the passphrase is missing or wrong.
    pub fn read_with(
        path: &Path,
        me: Holder,
        passphrase: Option<&Passphrase>,
    ) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        let mut file = Self::new(path, me);
        let notices = file
            .read_again(passphrase.into())
            .map_err(|problem| OpenError { path: path.to_owned(), problem })?;
        let book = file.base.clone();
        Ok((file, book, notices))
    }

    /// As [`BookFile::read`], with the right to write if it can be had; see [`BookFile::access`].
    ///
    /// # Errors
    /// As [`BookFile::read`].
    pub fn read_and_lock(path: &Path, me: Holder) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        Self::read_and_lock_with(path, me, None)
    }

    /// As [`BookFile::read_and_lock`], for a book that may be encrypted.
    ///
    /// # Errors
    /// As [`BookFile::read_with`].
    pub fn read_and_lock_with(
        path: &Path,
        me: Holder,
        passphrase: Option<&Passphrase>,
    ) -> Result<(Self, Book, Vec<Notice>), OpenError> {
        // A file that is no book gets no folder beside it, so reading comes first.
        let (mut file, book, notices) = Self::read_with(path, me, passphrase)?;
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
        let refused = |error: io::Error, path: &Path| {
            let error = SaveError::from_io(path, &error);
            let final_ = matches!(error.problem, SaveProblem::ReadOnly | SaveProblem::PermissionDenied);
            // A full disk or one that was pulled out gets better; until then saving says what is wrong.
            if final_ { Err(ReadOnly::Refused(error)) } else { Ok(()) }
        };
        if self.known.is_some() {
            durable::replaceable(&self.path, &self.target).map(drop).map_err(ReadOnly::Refused)?;
        }
        if let Err(error) = durable::try_to_write_beside(&self.target) {
            return refused(error, &self.path);
        }
        if let Err(error) = durable::create_one_folder(&self.folder) {
            return refused(error, &self.folder);
        }
        match lock::take(&self.folder, &self.me) {
            Ok(Taken::Ours(lock)) => self.lock = Some(lock),
            Ok(Taken::Held(holder)) => return Err(ReadOnly::Held(holder)),
            Ok(Taken::Unsupported) => self.lockless = true,
            Err(error) => return refused(error, &self.folder),
        }
        durable::remove_leftovers(&self.target);
        durable::remove_leftovers(&backups::previous_of(&self.target));
        durable::remove_all_leftovers(&self.folder);
        durable::remove_all_leftovers(self.attachments.folder());
        Ok(())
    }

    /// Saves a state; returns when it is on the disk or has failed. A failure leaves a whole book: the old one, or
    /// the new one when only the last step failed.
    pub fn save(&mut self, request: &Request) -> Outcome {
        // Not while the book is being encrypted or decrypted.
        let attachments = self.attachments.clone();
        let _held = attachments.hold();
        let mut outcome = Outcome { result: Ok(()), arrival: None, no_backup: None };
        outcome.result = self.save_in_rounds(request, &mut outcome.arrival, &mut outcome.no_backup);
        outcome
    }

    fn save_in_rounds(
        &mut self,
        request: &Request,
        arrival: &mut Option<Arrival>,
        no_backup: &mut Option<SaveError>,
    ) -> Result<(), SaveError> {
        self.mind_the_lock()?;
        let mut lacks_since = request.lacks_since.clone();
        let mut merged = false;
        for _ in 0..MOST_ROUNDS {
            if let Some(mut found) = self.refresh(request)? {
                if let Some(earlier) = arrival.take() {
                    // The session has neither.
                    found.from = earlier.from;
                }
                lacks_since.get_or_insert_with(|| found.from.clone());
                *arrival = Some(found);
                merged = true;
            }
            let (book, report) = match &lacks_since {
                Some(from) => {
                    let other = Other { source: String::new(), now: request.at };
                    let merged = merge(from, &request.book, &self.base, &other);
                    (merged.book, Some(merged.report))
                }
                None => (request.book.clone(), None),
            };
            let wishes = request.wishes.keep_before || !request.wishes.put_away.is_empty();
            let nothing_new =
                same(&book, &self.base) && self.known.is_some() && !self.needs_write() && !wishes;
            let done = if let Some(id) = self.origin.id.filter(|_| nothing_new) {
                // What came from outside is in the session now, as a step that can be taken back.
                if !request.entries.is_empty() {
                    let noted = self.log(id, &request.entries);
                    // What is lost must not seem to have never happened.
                    self.logged = noted.is_ok().then_some(id);
                    *no_backup = noted.err();
                }
                Some(Ok(()))
            } else {
                self.write(&book, request, merged, no_backup)
            };
            let Some(done) = done else { continue };
            if done.is_ok() || same(&book, &self.base) {
                // What is on the disk now is what the session should have, even if the last step failed.
                *arrival = report.map(|report| Arrival {
                    from: request.book.clone(),
                    to: book,
                    report,
                    unsaved: false,
                });
            }
            return done;
        }
        Err(SaveError::new(&self.path, SaveProblem::Other, "another program writes the file all the time"))
    }

    /// Whether the state that both sides know is not safely on the disk.
    fn needs_write(&self) -> bool {
        self.unsure || self.outdated || self.copied_aside || !self.target.exists()
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

    /// Compares the disk with what is known and takes over what another program wrote.
    fn refresh(&mut self, request: &Request) -> Result<Option<Arrival>, SaveError> {
        let failed = |error: io::Error| SaveError::from_io(&self.path, &error);
        match &mut self.known {
            None => match fs::symlink_metadata(&self.target) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(failed(error)),
                Ok(_) => {}
            },
            Some(known) => match known.compare(&self.target).map_err(failed)? {
                Compared::Same => return Ok(None),
                Compared::Gone => return self.mind_the_disk().map(|()| None),
                Compared::Different => {}
            },
        }
        // Begins from nothing: the empty state that a new book begins with lies before everything.
        if self.known.is_none() {
            self.base = Book { header: request.book.header.clone(), ..Book::default() };
        }
        match self.take_over() {
            Ok(arrival) => Ok(Some(arrival)),
            Err(OpenProblem::NotFound) => Ok(None),
            Err(_) if self.replace_unreadable => self.put_unreadable_aside(request.at).map(|()| None),
            Err(_) if self.known.is_none() => {
                Err(SaveError::new(&self.path, SaveProblem::AlreadyExists, "nothing was overwritten"))
            }
            Err(problem) => {
                let problem = OpenError { path: self.path.clone(), problem };
                Err(SaveError::new(&self.path, SaveProblem::Unreadable, problem.to_string()))
            }
        }
    }

    /// Reads the file and makes its state the one that both sides know.
    fn take_over(&mut self) -> Result<Arrival, OpenProblem> {
        let (bytes, known) = disk::read_known(&self.target, LARGEST_BOOK)?;
        let key = self.attachments.key();
        let bytes = self.unseal(bytes, key.as_ref().into())?;
        let parsed = format::read(&bytes)?;
        drop(bytes);
        if parsed.book.header.id != self.base.header.id {
            // Somebody put another book in the place of this one. Joining two strangers is nobody's wish.
            return Err(OpenProblem::AnotherBook);
        }
        let theirs = parsed.book;
        self.saved_at = known.stat.modified.map(backups::moment).unwrap_or(self.saved_at);
        let parted = self.access.is_writable() && !self.past.leads_to(&self.origin, &parsed.origin);
        let both = if parted {
            // It does not build on what is saved here; what it lacks was not removed by anybody.
            let common = self.past.common(&self.target, &self.origin, &parsed.origin);
            let common = common.unwrap_or_else(|| Book { header: self.base.header.clone(), ..Book::default() });
            let other = Other { source: String::new(), now: self.saved_at };
            merge(&common, &self.base, &theirs, &other).book
        } else {
            theirs.clone()
        };
        self.outdated = !same(&both, &theirs);
        let report = count(&self.base, &both);
        self.known = Some(known);
        self.version = parsed.version;
        self.past.note_read(&parsed.origin, &theirs);
        self.origin = joined(&self.origin, &parsed.origin);
        if !self.access.is_writable() {
            // Whoever writes the book writes its log too.
            self.logged = self.origin.id;
        }
        self.unreadable = None;
        let from = std::mem::replace(&mut self.base, both);
        Ok(Arrival { from, to: self.base.clone(), report, unsaved: self.outdated })
    }

    /// A file that is gone is written anew, for it is what the user has in front of them; but not on the disk that
    /// appears in the same place when the one with the book was unplugged.
    fn mind_the_disk(&self) -> Result<(), SaveError> {
        let now = self.device_now();
        let folder = durable::folder_of(&self.target);
        if !folder.is_dir() || (self.device.is_some() && now != self.device) {
            let detail = io::Error::from(io::ErrorKind::NotFound).to_string();
            return Err(SaveError::new(&self.path, SaveProblem::FolderMissing, detail));
        }
        Ok(())
    }

    fn device_now(&self) -> Option<u64> {
        fs::metadata(durable::folder_of(&self.target)).ok().and_then(|about| Stat::device(&about))
    }

    /// Keeps a copy of a file that cannot be read.
    fn put_unreadable_aside(&mut self, at: DateTime<Utc>) -> Result<(), SaveError> {
        let name = format!("damaged-{}.ron", at.format("%Y-%m-%dT%H%M%SZ"));
        let aside = free_name(&self.folder.join(name));
        let failed = |error: io::Error| SaveError::from_io(&self.path, &error);
        let about = fs::metadata(&self.target).map_err(failed)?;
        durable::copy(&self.target, &aside).and_then(|()| durable::sync_folder(&aside)).map_err(failed)?;
        let (_, known) = disk::read_known(&self.target, LARGEST_BOOK)
            .map_err(|problem| SaveError::new(&self.path, SaveProblem::Unreadable, problem.to_string()))?;
        self.device = Stat::device(&about).or(self.device);
        self.known = Some(known);
        self.replace_unreadable = false;
        // What is in the place of the book is no state of it: it must not become the backup of one.
        self.copied_aside = true;
        Ok(())
    }

    fn write(
        &mut self,
        book: &Book,
        request: &Request,
        merged: bool,
        no_backup: &mut Option<SaveError>,
    ) -> Option<Result<(), SaveError>> {
        // The text lies in it while the rest of the file goes on changing.
        let mut keeper = std::mem::take(&mut self.keeper);
        let done = self.write_with(&mut keeper, book, request, merged, no_backup);
        self.keeper = keeper;
        done
    }

    /// Writes a state; nothing when another program wrote at the same moment and the round begins anew.
    fn write_with(
        &mut self,
        keeper: &mut Keeper,
        book: &Book,
        request: &Request,
        merged: bool,
        no_backup: &mut Option<SaveError>,
    ) -> Option<Result<(), SaveError>> {
        let path = self.path.clone();
        let failed = |error: io::Error| Err(SaveError::from_io(&path, &error));
        let old = match durable::replaceable(&self.path, &self.target) {
            Ok(old) => old,
            Err(error) => return Some(Err(error)),
        };
        let wanted = merged
            || request.wishes.keep_before
            || self.last_backup.is_none_or(|last| last.elapsed() >= self.backup_every);
        let is_state = old.is_some() && self.known.is_some() && !self.copied_aside;
        if is_state
            && self.version < VERSION
            && let Err(error) = self.keep_older_version(request.at)
        {
            return Some(failed(error));
        }
        let before = (is_state && wanted).then(|| self.state_on_disk());
        let named = self.past.to_be_named(&self.origin).or(self.origin.id.filter(|_| before.is_some()));
        let origin = self.next_origin(named.filter(|_| is_state));
        let text = match keeper.text(book, &origin) {
            Ok(text) => text,
            Err(error) => {
                return Some(Err(SaveError::new(&self.path, SaveProblem::Internal, error.to_string())));
            }
        };
        let sealed = match self.attachments.sealing_key().map(|key| key.seal_pieces(&text.pieces)) {
            None => None,
            Some(Ok(sealed)) => Some(sealed),
            Some(Err(problem)) => {
                return Some(Err(SaveError::new(&self.path, SaveProblem::Internal, problem.to_string())));
            }
        };
        let encrypted = sealed.as_deref().map(|sealed| [sealed]);
        let pieces = encrypted.as_ref().map_or(&text.pieces[..], |encrypted| &encrypted[..]);
        let temporary = match durable::write_temporary(&self.target, pieces, old.as_ref()) {
            Ok(temporary) => temporary,
            Err(error) => return Some(failed(error)),
        };
        if let Err(error) = self.log(text.id, &request.entries) {
            *no_backup = Some(error);
        }
        // The last look before the point of no return; another program had the time of a whole write.
        if old.is_some() && self.known.as_ref().is_some_and(|known| known.looks_changed(&self.target)) {
            return None;
        }
        if is_state && let Err(error) = durable::link(&self.target, &backups::previous_of(&self.target)) {
            *no_backup = Some(SaveError::from_io(&backups::previous_of(&self.target), &error));
        }
        let placed = match &self.known {
            Some(known) if old.is_some() => {
                let expected = |about: &fs::Metadata| known.stat.is_of(about);
                durable::put_in_place_of(temporary, &self.target, expected)
            }
            _ if old.is_some() => durable::put_in_place(temporary, &self.target).map(Some),
            _ => durable::put_in_place_of_nothing(temporary, &self.target).map(Some),
        };
        let file = match placed {
            Ok(Some(file)) => file,
            // Another program came first; its file is in its place again.
            Ok(None) => return None,
            Err(error) if old.is_none() && error.kind() == io::ErrorKind::AlreadyExists => return None,
            Err(error) => return Some(failed(error)),
        };
        // From here on the file is the new one, even if the rest fails.
        let previous = (self.saved_at, self.origin.saved);
        self.unsure = true;
        self.outdated = false;
        self.copied_aside = false;
        // Of the file that was written, not of what stands there now: that may be another one already.
        self.known = file.metadata().ok().map(|about| match &sealed {
            None => Known::written(&about, text.hash),
            Some(sealed) => Known::read(Stat::of(&about), sealed),
        });
        self.version = VERSION;
        self.base = book.clone();
        self.past.note_written(text.id, book);
        self.origin = Origin { id: Some(text.id), ..origin };
        self.saved_at = request.at;
        self.device = self.device_now();
        if let Err(error) = durable::sync_folder(&self.target) {
            return Some(failed(error));
        }
        self.unsure = false;
        self.logged = self.origin.id;
        self.unreadable = None;
        self.thinning &= !request.wishes.keep_all;
        if let Some(id) = before {
            match self.keep_backup(previous, id) {
                Ok(()) => self.last_backup = Some(Instant::now()),
                Err(error) => *no_backup = Some(SaveError::from_io(&self.folder, &error)),
            }
        }
        self.put_away(&request.wishes.put_away);
        Some(Ok(()))
    }

    /// Names the state on the disk; one without a checksum, which nobody else will ask for, by its content.
    fn state_on_disk(&self) -> StateId {
        let hash = self.known.as_ref().map(|known| StateId::of(known.hash()));
        self.origin.id.or(hash).unwrap_or_default()
    }

    /// Copies a book of an older format before it is written in this one.
    fn keep_older_version(&self, at: DateTime<Utc>) -> io::Result<()> {
        let name = format!("before-v{VERSION}-{}.ron", at.format("%Y-%m-%dT%H%M%SZ"));
        let to = free_name(&self.folder.join(name));
        durable::copy(&self.target, &to)?;
        durable::sync_folder(&to)
    }

    fn keep_backup(&self, (saved_at, saved): (DateTime<Utc>, u64), id: StateId) -> io::Result<()> {
        backups::keep(&self.folder, &backups::previous_of(&self.target), saved_at, saved, id)?;
        if self.thinning {
            backups::thin(&self.folder);
        }
        Ok(())
    }

    fn next_origin(&self, before: Option<StateId>) -> Origin {
        let mut from = self.origin.from.clone();
        if let Some(id) = before {
            from.retain(|known| *known != id);
            from.push(id);
        }
        let surplus = from.len().saturating_sub(MOST_ANCESTORS);
        from.drain(..surplus);
        Origin { saved: self.origin.saved + 1, from, id: None }
    }

    /// Moves conflict files whose content is in the book to the backups. What cannot be moved is found again later.
    fn put_away(&self, files: &[PathBuf]) {
        for file in files {
            let Some(name) = file.file_name() else { continue };
            let mut kept = std::ffi::OsString::from("merged-");
            kept.push(name);
            let to = free_name(&self.folder.join(kept));
            if fs::rename(file, &to).is_ok() {
                drop(durable::sync_folder(&to));
            }
        }
    }

    /// Looks at the disk: for changes of other programs, and whether the book may be written by now.
    ///
    /// With `patience` a file that cannot be read is told of only when it still stands so at the next look: it may be in
    /// the middle of being written.
    pub fn look(&mut self, patience: bool) -> Looked {
        // Not while the book is being encrypted or decrypted: it would seem to need a passphrase.
        let attachments = self.attachments.clone();
        let _held = attachments.hold();
        let mut looked = Looked::default();
        if let Access::ReadOnly(ReadOnly::Held(_) | ReadOnly::Refused(_)) = self.access {
            let before = self.access.clone();
            looked.writable = self.lock().is_writable() && !before.is_writable();
        }
        let Some(known) = &mut self.known else { return looked };
        if !known.looks_changed(&self.target)
            || !matches!(known.compare(&self.target), Ok(Compared::Different))
        {
            return looked;
        }
        match self.take_over() {
            Ok(arrival) => looked.arrival = Some(arrival),
            Err(OpenProblem::NotFound) => {}
            Err(problem) => {
                let Ok(stat) = fs::metadata(&self.target).map(|about| Stat::of(&about)) else {
                    return looked;
                };
                let seen = self.unreadable.take().filter(|(seen, _)| *seen == stat);
                let told = seen.as_ref().is_some_and(|(_, told)| *told);
                let tell = !told && (seen.is_some() || !patience);
                self.unreadable = Some((stat, told || tell));
                looked.again = !told && !tell;
                if !tell {
                    return looked;
                }
                looked.unreadable = Some(OpenError { path: self.path.clone(), problem });
            }
        }
        looked
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

/// Returns a name that is free: with a number before the ending when it is taken.
fn free_name(path: &Path) -> PathBuf {
    let (stem, extension) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let numbered = (2..1000).map(|number| {
        let mut name = stem.to_owned();
        name.push(format!("-{number}."));
        name.push(extension);
        path.with_file_name(name)
    });
    let mut names = std::iter::once(path.to_owned()).chain(numbered);
    names.find(|name| fs::symlink_metadata(name).is_err()).unwrap_or_else(|| path.to_owned())
}

/// Where a state comes from that has two parents: what only ours remembers, then what theirs does.
fn joined(ours: &Origin, theirs: &Origin) -> Origin {
    let mut from: Vec<StateId> = ours.from.iter().filter(|id| !theirs.from.contains(id)).copied().collect();
    from.extend(&theirs.from);
    Origin { saved: ours.saved.max(theirs.saved), from, id: theirs.id }
}

macro_rules! define_same {
    ($($field:ident: $kind:ident,)*) => {
        /// Whether two books say the same; quick when they share most records.
        pub fn same(a: &Book, b: &Book) -> bool {
            same_record(&a.header, &b.header)
                && same_record(&a.unknown, &b.unknown)
                $(&& same_table(&a.$field, &b.$field))*
        }

        /// Counts how two states differ.
        fn count(from: &Book, to: &Book) -> MergeReport {
            let mut report = MergeReport::default();
            $(count_table(&from.$field, &to.$field, &mut report);)*
            report
        }
    };
}
with_tables!(define_same);

type Shared<T> = std::sync::Arc<crate::model::Table<T>>;

fn same_table<T: PartialEq>(a: &Shared<T>, b: &Shared<T>) -> bool {
    std::sync::Arc::ptr_eq(a, b)
        || (a.len() == b.len() && a.iter().zip(b.iter()).all(|((i, a), (j, b))| i == j && same_record(a, b)))
}

fn same_record<T: PartialEq>(a: &std::sync::Arc<T>, b: &std::sync::Arc<T>) -> bool {
    std::sync::Arc::ptr_eq(a, b) || a == b
}

fn count_table<T: PartialEq>(from: &Shared<T>, to: &Shared<T>, report: &mut MergeReport) {
    if std::sync::Arc::ptr_eq(from, to) {
        return;
    }
    for (id, record) in to.iter() {
        match from.get(id) {
            None => report.added += 1,
            Some(before) if !same_record(before, record) => report.changed += 1,
            Some(_) => {}
        }
    }
    report.removed += from.keys().filter(|id| !to.contains_key(id)).count();
}
