//! Turning a whole book over: encrypting it, decrypting it, changing its passphrase.
//!
//! Owns the order in which the files of a book are rewritten, so that a power cut at any moment loses nothing and
//! what is half done is finished. Does not know how bytes are encrypted ([`super::secret`]). Start reading at [`turn`].
//!
//! The book file alone says whether a book is encrypted and with which passphrase; whatever else belongs to it is
//! brought to the same state. Everything that a later step needs is on the disk before the book file is replaced:
//!
//! | step | on | change | off |
//! | --- | --- | --- | --- |
//! | 1 | a note `protecting` in the folder of the backups | the same | the same |
//! | 2 | pictures encrypted, beside the plain ones | | pictures decrypted, beside the encrypted ones |
//! | 3 | | | backups and undo log decrypted |
//! | 4 | **the book file replaced** | **replaced** | **replaced** |
//! | 5 | backups, undo log, `.bak` encrypted | the same with the new passphrase | |
//! | 6 | plain pictures removed | | encrypted pictures removed |
//! | 7 | the note removed | the same | the same |
//!
//! A note that is still there when a book is opened makes [`finish`] bring everything to the state of the book file.
//! A change of the passphrase reaches the backups too: the old passphrase opens nothing here any more.
//!
//! Invariant: a run that stops anywhere leaves a book that opens, and the next opening finishes it
//! (`store::protect::tests::a_run_killed_anywhere_is_finished_at_the_next_opening`).
//! Invariant: a picture is removed only after its other form was read back whole (`pictures`).

mod pictures;
mod words;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::{OpenError, OpenProblem, SaveError, SaveProblem};
use super::secret::{self, Key, Passphrase, SecretProblem, Work};
use super::{Attachments, LARGEST_BOOK, backups, beside, durable, undo_log};

/// Name of the note that a run leaves while it is under way.
const NOTE: &str = "protecting";
/// Files beside the backups that hold nothing of the book and must be readable before it is unlocked.
const OPEN_FILES: [&str; 3] = ["lock", "holder.ron", NOTE];
/// Folder of the pictures that were put aside, beside the backups.
const REMOVED: &str = "removed-pictures";

/// What to do with the protection of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protect {
    /// Encrypt it with a passphrase.
    On(Passphrase),
    /// Let another passphrase open it.
    Change {
        /// The present one.
        old: Passphrase,
        /// The one from now on.
        new: Passphrase,
    },
    /// Decrypt it; takes the present passphrase.
    Off(Passphrase),
}

/// How far turning over is; said before each file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProtectStep {
    /// The key is being made or unlocked.
    Key,
    /// Pictures are rewritten.
    Pictures {
        /// How many are done.
        done: usize,
        /// Of how many.
        total: usize,
    },
    /// The book itself is rewritten.
    Book,
    /// Backups and the undo log are rewritten.
    Backups {
        /// How many are done.
        done: usize,
        /// Of how many.
        total: usize,
    },
    /// What is no longer needed is removed.
    Leftovers,
}

/// What turning over did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Protected {
    /// Whether the book is encrypted now.
    pub protected: bool,
    /// How many pictures were rewritten.
    pub pictures: usize,
    /// How many backups and other files beside the book were rewritten.
    pub backups: usize,
    /// Files that stay as they were: plain pictures that another book in the folder shows, copies that are encrypted
    /// with a key of their own, and encrypted ones whose plain form is not there.
    pub kept: Vec<PathBuf>,
    /// What could not be rewritten after the book had been; the next opening tries again.
    pub unfinished: Option<SaveError>,
}

/// Why a book was not turned over. It is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProtectError {
    /// The present passphrase is another one.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// Nothing is no passphrase.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// It is encrypted already.
    #[error("the book is encrypted already")]
    AlreadyProtected,
    /// It is not encrypted.
    #[error("the book is not encrypted")]
    NotProtected,
    /// This program may not write the book.
    #[error("the book is open for reading only")]
    ReadOnly,
    /// The book file cannot be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Something could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Encrypting failed.
    #[error("{0}")]
    Secret(SecretProblem),
}

impl From<SecretProblem> for ProtectError {
    fn from(problem: SecretProblem) -> Self {
        match problem {
            SecretProblem::WrongPassphrase => Self::WrongPassphrase,
            problem => Self::Secret(problem),
        }
    }
}

/// The right to turn a book over that is open in this program. Goes to a worker: making a passphrase slow to guess
/// takes a second, rewriting the pictures of a large book some more.
#[derive(Debug)]
pub struct Protection {
    book: PathBuf,
    attachments: Attachments,
    work: Work,
}

impl Protection {
    /// Returns the right to turn over the book at `book`, whose pictures are `attachments`; whoever asks holds the
    /// lock of the book as long as this lives.
    pub(crate) fn new(book: &Path, attachments: &Attachments) -> Self {
        let book = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
        Self { book, attachments: attachments.clone(), work: Work::USUAL }
    }

    /// Takes another amount of work for guessing a passphrase; for tests.
    #[must_use]
    pub fn with_work(self, work: Work) -> Self {
        Self { work, ..self }
    }

    /// Turns the book over. Saves wait meanwhile and go out in the new way afterwards. It cannot be cancelled: half
    /// of a book encrypted is worse than waiting.
    ///
    /// # Errors
    /// When it could not be done; the book is as it was.
    pub fn run(self, what: &Protect, step: &mut dyn FnMut(ProtectStep)) -> Result<Protected, ProtectError> {
        let _held = self.attachments.hold();
        turn(&self.book, &self.attachments, what, self.work, step).map(|(_, done)| done)
    }
}

/// Finishes what a killed run left, if there is anything; the book was opened with the key of `attachments`, and the
/// caller holds its lock.
pub(super) fn finish_if_unfinished(book: &Path, attachments: &Attachments) {
    let Ok(book) = fs::canonicalize(book) else { return };
    if is_unfinished(&book) {
        finish(&book, attachments, attachments.key().as_ref(), &mut |_| ());
    }
}

/// Turns a book over and returns the key that it has afterwards. The caller holds the lock of the book and writes
/// nothing meanwhile; `book` is the file itself, no link to it.
///
/// # Errors
/// When it could not be done; the book is as it was.
pub(super) fn turn(
    book: &Path,
    attachments: &Attachments,
    what: &Protect,
    work: Work,
    step: &mut dyn FnMut(ProtectStep),
) -> Result<(Option<Key>, Protected), ProtectError> {
    let mut ground = Ground::of(book, attachments, step);
    match what {
        Protect::On(passphrase) => ground.on(passphrase, work),
        Protect::Change { old, new } => ground.change(old, new, work),
        Protect::Off(passphrase) => ground.off(passphrase),
    }
}

/// Whether a run stopped before its end.
pub(super) fn is_unfinished(book: &Path) -> bool {
    backups::folder_of(book).join(NOTE).exists()
}

/// Finishes a run that stopped: everything is brought to the state of the book file, which opened with `key`. As
/// with [`turn`] the caller holds the lock.
pub(super) fn finish(
    book: &Path,
    attachments: &Attachments,
    key: Option<&Key>,
    step: &mut dyn FnMut(ProtectStep),
) -> Protected {
    let mut ground = Ground::of(book, attachments, step);
    ground.settle(key);
    ground.done
}

/// The files of one book while it is turned over.
struct Ground<'a> {
    book: PathBuf,
    backups: PathBuf,
    attachments: Attachments,
    step: &'a mut dyn FnMut(ProtectStep),
    done: Protected,
}

impl<'a> Ground<'a> {
    fn of(book: &Path, attachments: &Attachments, step: &'a mut dyn FnMut(ProtectStep)) -> Self {
        let backups = backups::folder_of(book);
        let attachments = attachments.clone();
        Self { book: book.to_owned(), backups, attachments, step, done: Protected::default() }
    }

    fn on(&mut self, passphrase: &Passphrase, work: Work) -> Result<(Option<Key>, Protected), ProtectError> {
        if passphrase.is_empty() {
            return Err(ProtectError::EmptyPassphrase);
        }
        if secret::is_sealed(&self.read_book()?) {
            return Err(ProtectError::AlreadyProtected);
        }
        (self.step)(ProtectStep::Key);
        let key = Key::create(passphrase, work)?;
        self.write_note(Some(key.tag()))?;
        let prepared = self.seal_pictures(&key).and_then(|()| {
            (self.step)(ProtectStep::Book);
            let plain = self.read_book()?;
            Ok(self.write_book(&sealed(&key, &plain)?)?)
        });
        if let Err(error) = prepared {
            self.settle(None);
            return Err(error);
        }
        self.attachments.turn(Some(key.clone()), true);
        self.settle(Some(&key));
        Ok((Some(key), std::mem::take(&mut self.done)))
    }

    fn change(
        &mut self,
        old: &Passphrase,
        new: &Passphrase,
        work: Work,
    ) -> Result<(Option<Key>, Protected), ProtectError> {
        if new.is_empty() {
            return Err(ProtectError::EmptyPassphrase);
        }
        let key = self.unlock(old)?.with_passphrase(new, work)?;
        self.write_note(Some(key.tag()))?;
        (self.step)(ProtectStep::Book);
        let written = self
            .read_book()
            .map_err(ProtectError::from)
            .and_then(|bytes| Ok(self.write_book(&key.with_this_head(&bytes)?)?));
        if let Err(error) = written {
            // Nothing else was touched.
            self.remove_note();
            return Err(error);
        }
        self.attachments.turn(Some(key.clone()), true);
        self.settle(Some(&key));
        Ok((Some(key), std::mem::take(&mut self.done)))
    }

    fn off(&mut self, passphrase: &Passphrase) -> Result<(Option<Key>, Protected), ProtectError> {
        let key = self.unlock(passphrase)?;
        self.write_note(Some(key.tag()))?;
        // Pictures that come in from now on are plain; both forms can be read.
        self.attachments.turn(Some(key.clone()), false);
        let prepared = self.open_pictures(&key).and_then(|()| {
            self.open_backups(&key)?;
            (self.step)(ProtectStep::Book);
            let bytes = self.read_book()?;
            Ok(self.write_book(&key.open(&bytes, LARGEST_BOOK)?)?)
        });
        if let Err(error) = prepared {
            self.attachments.turn(Some(key.clone()), true);
            self.settle(Some(&key));
            return Err(error);
        }
        self.attachments.turn(None, false);
        let (pictures, backups) = (self.done.pictures, self.done.backups);
        self.settle(None);
        Ok((None, Protected { pictures, backups, ..std::mem::take(&mut self.done) }))
    }

    fn unlock(&mut self, passphrase: &Passphrase) -> Result<Key, ProtectError> {
        let bytes = self.read_book()?;
        if !secret::is_sealed(&bytes) {
            return Err(ProtectError::NotProtected);
        }
        (self.step)(ProtectStep::Key);
        let key = Key::unlock(&bytes, passphrase)?;
        // The key may fit and the book be damaged; nothing is begun then.
        key.open(&bytes, LARGEST_BOOK)?;
        Ok(key)
    }

    /// Brings everything beside the book file to its state, as far as that can be done, and removes the note.
    fn settle(&mut self, key: Option<&Key>) {
        self.done.protected = key.is_some();
        let result = match key {
            Some(key) => self.settle_sealed(key),
            None => self.settle_plain(),
        };
        if let Err(error) = result {
            self.unfinished(error);
        }
        (self.step)(ProtectStep::Leftovers);
        if self.done.unfinished.is_none() {
            self.remove_note();
        }
    }

    fn settle_sealed(&mut self, key: &Key) -> Result<(), ProtectError> {
        self.remove_temporary_files();
        let files = self.side_files();
        let total = files.len();
        for (done, file) in files.iter().enumerate() {
            (self.step)(ProtectStep::Backups { done, total });
            let result = if file.file_name() == Some(OsStr::new(undo_log::FILE_NAME)) {
                self.rewrite_log(file, |line| {
                    if secret::is_sealed_line(line) { Ok(line.to_owned()) } else { key.seal_line(line) }
                })
            } else {
                self.seal_side_file(file, key)
            };
            if let Err(error) = result {
                self.unfinished(error);
            }
        }
        self.seal_pictures(key)?;
        self.remove_plain_pictures(key);
        Ok(())
    }

    /// The book is plain: either encrypting it did not come to its end or decrypting it did. In both cases what is
    /// encrypted has a plain twin, which is looked at before anything is removed.
    fn settle_plain(&mut self) -> Result<(), ProtectError> {
        self.remove_temporary_files();
        if let Some(tag) = self.noted_tag() {
            self.remove_sealed_pictures(&tag);
        }
        Ok(())
    }

    /// Decrypts the backups, the undo log and whatever else lies beside the book.
    fn open_backups(&mut self, key: &Key) -> Result<(), ProtectError> {
        let files = self.side_files();
        let total = files.len();
        for (done, file) in files.iter().enumerate() {
            (self.step)(ProtectStep::Backups { done, total });
            if file.file_name() == Some(OsStr::new(undo_log::FILE_NAME)) {
                self.rewrite_log(file, |line| {
                    if secret::is_sealed_line(line) { key.open_line(line) } else { Ok(line.to_owned()) }
                })?;
                continue;
            }
            let Some(bytes) = self.read_side_file(file) else { continue };
            if !secret::is_sealed(&bytes) {
                continue;
            }
            match key.open(&bytes, LARGEST_BOOK) {
                Ok(plain) => {
                    durable::replace(file, &plain)?;
                    self.done.backups += 1;
                }
                Err(_) => self.done.kept.push(file.clone()),
            }
        }
        Ok(())
    }

    fn seal_side_file(&mut self, file: &Path, key: &Key) -> Result<(), ProtectError> {
        let Some(bytes) = self.read_side_file(file) else { return Ok(()) };
        let rewritten = if !secret::is_sealed(&bytes) {
            sealed(key, &bytes)?
        } else if bytes.starts_with(key.head()) {
            return Ok(());
        } else {
            match key.with_this_head(&bytes) {
                Ok(rewritten) => rewritten,
                // A copy with a key of its own, or one that is damaged: nothing here can do anything with it.
                Err(_) => {
                    self.done.kept.push(file.to_owned());
                    return Ok(());
                }
            }
        };
        durable::replace(file, &rewritten)?;
        self.done.backups += 1;
        Ok(())
    }

    /// Rewrites the undo log line by line. A line that cannot be rewritten is of no use to anybody and left out.
    fn rewrite_log(
        &mut self,
        file: &Path,
        rewrite: impl Fn(&str) -> Result<String, SecretProblem>,
    ) -> Result<(), ProtectError> {
        let Some(bytes) = self.read_side_file(file) else { return Ok(()) };
        let mut failed = None;
        let text = undo_log::rewritten(&String::from_utf8_lossy(&bytes), |body| match rewrite(body) {
            Ok(body) => Some(body),
            Err(problem) => {
                if let SecretProblem::Failed(_) = problem {
                    failed = Some(problem);
                }
                None
            }
        });
        if let Some(problem) = failed {
            return Err(problem.into());
        }
        if text.as_bytes() != bytes {
            durable::replace(file, text.as_bytes())?;
            self.done.backups += 1;
        }
        Ok(())
    }

    fn read_book(&self) -> Result<Vec<u8>, OpenError> {
        super::read_file(&self.book, LARGEST_BOOK)
            .map_err(|problem| OpenError { path: self.book.clone(), problem })
    }

    fn write_book(&self, bytes: &[u8]) -> Result<(), SaveError> {
        durable::replace(&self.book, bytes)
    }

    /// Reads a file that belongs to the book; one that is gone or cannot be read stays as it is.
    fn read_side_file(&mut self, file: &Path) -> Option<Vec<u8>> {
        match super::read_file(file, LARGEST_BOOK) {
            Ok(bytes) => Some(bytes),
            Err(OpenProblem::NotFound) => None,
            Err(_) => {
                self.done.kept.push(file.to_owned());
                None
            }
        }
    }

    fn remove(&mut self, path: &Path) {
        if let Err(error) = fs::remove_file(path)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            self.unfinished(SaveError::from_io(path, &error).into());
        }
    }

    fn unfinished(&mut self, error: ProtectError) {
        let error = match error {
            ProtectError::Save(error) => error,
            error => SaveError::new(&self.book, SaveProblem::Other, error.to_string()),
        };
        self.done.unfinished.get_or_insert(error);
    }

    fn write_note(&self, tag: Option<&str>) -> Result<(), SaveError> {
        durable::create_folder(&self.backups)?;
        durable::replace(&self.backups.join(NOTE), tag.unwrap_or_default().as_bytes())
    }

    fn noted_tag(&self) -> Option<String> {
        let tag = fs::read_to_string(self.backups.join(NOTE)).ok()?;
        (tag.len() == 8 && tag.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(tag)
    }

    fn remove_note(&mut self) {
        self.remove(&self.backups.join(NOTE));
    }

    /// Plain text may lie in the temporary files of a save that was killed.
    fn remove_temporary_files(&self) {
        durable::remove_leftovers(&self.book);
        durable::remove_leftovers(&backups::previous_of(&self.book));
        durable::remove_all_leftovers(&self.backups);
        durable::remove_all_leftovers(self.attachments.folder());
    }

    /// Everything beside the book that holds text of it, in a fixed order.
    fn side_files(&self) -> Vec<PathBuf> {
        let mut files = vec![backups::previous_of(&self.book)];
        files.extend(beside::conflict_files(&self.book).into_iter().map(|file| file.path));
        files.retain(|file| file.is_file());
        files.extend(regular_files(&self.backups).into_iter().filter(|file| {
            file.file_name().is_some_and(|name| !OPEN_FILES.iter().any(|open| name == OsStr::new(open)))
        }));
        files
    }
}

/// Encrypts and reads back before anything is replaced.
fn sealed(key: &Key, plain: &[u8]) -> Result<Vec<u8>, ProtectError> {
    let sealed = key.seal(plain)?;
    if key.open(&sealed, LARGEST_BOOK)? != plain {
        return Err(SecretProblem::Damaged.into());
    }
    Ok(sealed)
}

fn with_name(path: &Path, name: impl FnOnce(&str) -> String) -> PathBuf {
    path.with_file_name(name(&path.file_name().unwrap_or_default().to_string_lossy()))
}

fn regular_files(folder: &Path) -> Vec<PathBuf> {
    entries(folder, fs::FileType::is_file)
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder, fs::FileType::is_dir)
}

fn entries(folder: &Path, kind: fn(&fs::FileType) -> bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|found| kind(&found)))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests;
