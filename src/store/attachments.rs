//! The pictures of a book: the folder `attachments/` beside it, each file under the hash of its content.
//!
//! Owns the files in that folder; knows no pictures, only bytes. Two books in one folder share it: the same
//! content has the same name, so neither can harm the other, and no file is removed here. Start reading at
//! [`Attachments`].
//!
//! The pictures of an encrypted book are age files `<hash>.<extension>.<tag>.age`, where the tag tells the book's key
//! from others: two encrypted books in one folder cannot read each other's pictures and must not take them for their
//! own. All clones of an [`Attachments`] learn at once when a book is turned over ([`super::protect`]).
//!
//! Invariant: a file is on the disk, fsync included, before [`Attachments::add`] returns, so that no book ever
//! names a picture that a power cut can take away.
//! Invariant: no name from outside becomes a path (`store::only_a_hash_becomes_a_path`).
//! Invariant: once a book is encrypted no picture of it is written in plain text
//! (`store::attachments::tests::an_encrypted_book_writes_no_plain_picture`).

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, Weak};

use super::durable;
use super::error::{SaveError, SaveProblem};
use super::secret::{self, Key, SecretProblem};
use super::undo_log::Seal;
use crate::model::{Attachment, Book};

/// Name of the folder beside the book.
pub const FOLDER: &str = "attachments";

/// The folder of the pictures.
#[derive(Debug, Clone)]
pub struct Attachments {
    folder: PathBuf,
    vault: Arc<Vault>,
}

/// How a book and its pictures are encrypted now; shared by everybody in this program who reads and writes them.
#[derive(Debug, Default)]
struct Vault {
    keys: RwLock<Keys>,
    /// Held while the book file is written, so that it is not turned over in the middle of a save.
    writing: Mutex<()>,
}

/// The vaults of the books that are open, by the path of the book: whoever asks for the pictures of an encrypted book
/// gets its key with them, so that no part of the program can write a plain picture by forgetting it.
static VAULTS: Mutex<BTreeMap<PathBuf, Weak<Vault>>> = Mutex::new(BTreeMap::new());

#[derive(Debug, Default)]
struct Keys {
    /// Opens what is encrypted.
    key: Option<Key>,
    /// Whether new pictures are encrypted: no longer while a book is being decrypted.
    seal: bool,
}

/// Two are equal when they give the same pictures.
impl PartialEq for Attachments {
    fn eq(&self, other: &Self) -> bool {
        self.folder == other.folder && self.key() == other.key()
    }
}

impl Eq for Attachments {}

/// A picture that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct AttachmentError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub problem: AttachmentProblem,
}

/// Why a picture could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentProblem {
    /// There is no such file.
    #[error("the file is missing")]
    Missing,
    /// A folder, a pipe, a device.
    #[error("this is not a regular file")]
    NotAFile,
    /// Larger than the caller wants to read.
    #[error("{bytes} bytes are more than the limit of {limit}")]
    TooLarge {
        /// Size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The content is not what came in.
    #[error("the content has changed")]
    Changed,
    /// It is encrypted and cannot be read.
    #[error("{0}")]
    Sealed(SecretProblem),
    /// The record is not well formed and has no path.
    #[error("the record does not name a file")]
    IllFormed,
    /// Anything else that the system reports.
    #[error("{0}")]
    Io(String),
}

/// What is the matter with the file of an attachment, found without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// There, regular, of the right size.
    Present,
    /// Not there.
    Missing,
    /// There, but not a regular file of the right size.
    Changed,
}

impl Attachments {
    /// Returns the pictures that belong to a book file; the folder is made when the first one comes in.
    pub fn beside(book: &Path) -> Self {
        // A linked book has its pictures beside the real file, wherever the link is opened from.
        let real = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
        let mut vaults = VAULTS.lock().unwrap_or_else(PoisonError::into_inner);
        vaults.retain(|_, vault| vault.strong_count() > 0);
        let place = vaults.entry(place_of(book)).or_default();
        let vault = place.upgrade().unwrap_or_default();
        *place = Arc::downgrade(&vault);
        drop(vaults);
        Self { folder: real.parent().unwrap_or(Path::new("")).join(FOLDER), vault }
    }

    /// Returns the pictures of an encrypted book, apart from those that the rest of the program has.
    #[cfg(test)]
    pub(super) fn with_key(self, key: Option<Key>) -> Self {
        let keys = RwLock::new(Keys { seal: key.is_some(), key });
        Self { vault: Arc::new(Vault { keys, writing: Mutex::default() }), ..self }
    }

    /// Returns the key with which pictures are read.
    pub fn key(&self) -> Option<Key> {
        self.keys().key.clone()
    }

    /// Returns the key with which the book and new pictures are encrypted; nothing for a plain book.
    pub fn sealing_key(&self) -> Option<Key> {
        let keys = self.keys();
        keys.key.clone().filter(|_| keys.seal)
    }

    /// Encrypts these as `other` is encrypted: before a copy of that book is made here.
    pub fn use_key_of(&self, other: &Self) {
        if let Some(key) = other.sealing_key() {
            self.turn(Some(key), true);
        }
    }

    /// Carries `write` out if the book is plain, and keeps it from being encrypted meanwhile: for what may lie about
    /// only as long as everything can be read anyway. `write` must not ask for the key.
    pub fn while_plain<T>(&self, write: impl FnOnce() -> T) -> Option<T> {
        let keys = self.keys();
        keys.key.is_none().then(write)
    }

    /// Returns the hashes of all pictures in the folder, encrypted or not, also of those no book shows any more.
    pub fn hashes_in_folder(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        names.filter_map(|name| Some(StoredName::parse(&name)?.hash)).collect()
    }

    /// Waits until nobody else writes the book file, and keeps everybody else from it while the result lives.
    pub(super) fn hold(&self) -> MutexGuard<'_, ()> {
        self.vault.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads with `key` from now on and encrypts new pictures if `seal` says so. Waits until no picture is being
    /// written in the former way.
    pub(super) fn turn(&self, key: Option<Key>, seal: bool) {
        *self.vault.keys.write().unwrap_or_else(PoisonError::into_inner) = Keys { key, seal };
    }

    fn keys(&self) -> RwLockReadGuard<'_, Keys> {
        // Nothing panics while it is being written.
        self.vault.keys.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the BLAKE3 hash under which bytes are stored; the first half is the id of the attachment.
    pub fn hash(bytes: &[u8]) -> [u8; 32] {
        *blake3::hash(bytes).as_bytes()
    }

    /// Stores bytes and returns their path once they are on the disk. What is there already is not written
    /// again, unless its content was damaged.
    ///
    /// `extension` is the ending without the dot: 1 to 5 small Latin letters or digits.
    ///
    /// # Errors
    /// When the ending is none, `hash` is not that of `bytes`, or the disk refuses.
    pub fn add(&self, bytes: &[u8], hash: &[u8; 32], extension: &str) -> Result<PathBuf, SaveError> {
        let name = blake3::Hash::from_bytes(*hash).to_hex();
        let record = Attachment {
            id: Attachment::id_of_hash(hash),
            hash: name.as_str().to_owned(),
            extension: extension.to_owned(),
            bytes: bytes.len() as u64,
            ..Attachment::default()
        };
        if !record.is_well_formed() || Self::hash(bytes) != *hash {
            return Err(SaveError::new(
                &self.folder,
                SaveProblem::Internal,
                "hash, extension and content do not fit",
            ));
        }
        // Held until the file is written: whoever turns the book over finds it afterwards.
        let keys = self.keys();
        let key = keys.key.as_ref().filter(|_| keys.seal);
        let path = self.path_with(&record, key);
        if verify_file(&path, &record, key).is_ok() {
            return Ok(path);
        }
        durable::create_folder(&self.folder)?;
        match key {
            None => durable::replace(&path, bytes)?,
            Some(key) => {
                let sealed = key
                    .seal_bare(bytes)
                    .map_err(|problem| SaveError::new(&path, SaveProblem::Internal, problem.to_string()))?;
                durable::replace(&path, &sealed)?;
            }
        }
        Ok(path)
    }

    /// Returns where the file of an attachment is; nothing when the record is not well formed. The file of an
    /// encrypted book is encrypted: [`Attachments::read`] is how to get at the picture.
    pub fn path(&self, attachment: &Attachment) -> Option<PathBuf> {
        attachment.is_well_formed().then(|| self.place(attachment).0)
    }

    /// Returns the file of a well-formed attachment and the key that opens it, if it needs one.
    fn place(&self, attachment: &Attachment) -> (PathBuf, Option<Key>) {
        let keys = self.keys();
        let (plain, key) = (self.path_with(attachment, None), keys.key.clone());
        let sealed = self.path_with(attachment, key.as_ref());
        // While a book is turned over some of its pictures are there in one form only.
        if key.is_none() || (!sealed.exists() && plain.exists()) { (plain, None) } else { (sealed, key) }
    }

    /// Returns the name under which a well-formed attachment is stored with a key, or without one.
    pub(super) fn path_with(&self, attachment: &Attachment, key: Option<&Key>) -> PathBuf {
        let name = attachment.file_name();
        self.folder.join(key.map_or(name.clone(), |key| sealed_name(&name, key)))
    }

    /// Reads a file that may be a copy of an attachment under another name, encrypted with the key of this book or not.
    /// Nothing when it is something else.
    pub fn read_copy(&self, file: &Path, attachment: &Attachment) -> Option<Vec<u8>> {
        let sealed = file.extension().is_some_and(|ending| ending == secret::EXTENSION);
        let key = self.key().filter(|_| sealed);
        let bytes = read_file(file, attachment.bytes, key.as_ref()).ok()?;
        (blake3::hash(&bytes).to_hex().as_str() == attachment.hash).then_some(bytes)
    }

    /// Reads an attachment, at most `limit` bytes. The content is not compared with the hash: a damaged picture is
    /// better than none; [`Attachments::verify`] does it.
    ///
    /// # Errors
    /// When it is missing, too large, no regular file, or unreadable.
    pub fn read(&self, attachment: &Attachment, limit: u64) -> Result<Vec<u8>, AttachmentError> {
        if !attachment.is_well_formed() {
            return Err(self.ill_formed());
        }
        let (path, key) = self.place(attachment);
        read_file(&path, limit, key.as_ref()).map_err(|problem| AttachmentError { path, problem })
    }

    /// Compares the content of an attachment with its hash.
    ///
    /// # Errors
    /// As [`Attachments::read`], and with [`AttachmentProblem::Changed`] when the content is another one.
    pub fn verify(&self, attachment: &Attachment) -> Result<(), AttachmentError> {
        if !attachment.is_well_formed() {
            return Err(self.ill_formed());
        }
        let (path, key) = self.place(attachment);
        verify_file(&path, attachment, key.as_ref()).map_err(|problem| AttachmentError { path, problem })
    }

    /// Looks at a file without reading it.
    pub fn state(&self, attachment: &Attachment) -> FileState {
        if !attachment.is_well_formed() {
            return FileState::Missing;
        }
        let (path, key) = self.place(attachment);
        let fits = |length: u64| match key {
            None => length == attachment.bytes,
            Some(_) => {
                let (least, most) = secret::sealed_length(attachment.bytes);
                (least..=most).contains(&length)
            }
        };
        match fs::metadata(path) {
            Ok(found) if found.is_file() && fits(found.len()) => FileState::Present,
            Ok(_) => FileState::Changed,
            Err(_) => FileState::Missing,
        }
    }

    /// Returns the attachments of a book whose files are not there or have changed, in the order of the file.
    pub fn missing(&self, book: &Book) -> Vec<(Attachment, FileState)> {
        book.attachments
            .values()
            .map(|attachment| (attachment, self.state(attachment)))
            .filter(|(_, state)| *state != FileState::Present)
            .map(|(attachment, state)| (Attachment::clone(attachment), state))
            .collect()
    }

    /// Copies an attachment into the folder of another book, encrypted or not as that book is.
    ///
    /// # Errors
    /// When it cannot be read here or written there.
    pub fn copy_to(&self, other: &Self, attachment: &Attachment) -> Result<(), SaveError> {
        if other == self || other.verify(attachment).is_ok() {
            return Ok(());
        }
        let source = self.path(attachment).unwrap_or_else(|| self.folder.clone());
        let bytes = self
            .verify(attachment)
            .and_then(|()| self.read(attachment, attachment.bytes))
            .map_err(|error| SaveError::new(&source, SaveProblem::Other, error.problem.to_string()))?;
        other.add(&bytes, &Self::hash(&bytes), &attachment.extension).map(drop)
    }

    fn ill_formed(&self) -> AttachmentError {
        AttachmentError { path: self.folder.clone(), problem: AttachmentProblem::IllFormed }
    }
}

/// The undo log is encrypted whenever the book is.
impl Seal for Attachments {
    fn seal(&self, text: &str) -> io::Result<String> {
        match self.sealing_key() {
            Some(key) => Ok(key.seal_line(text)?),
            None => Ok(text.to_owned()),
        }
    }

    fn unseal(&self, line: &str) -> Option<String> {
        self.key()?.open_line(line).ok()
    }
}

/// Returns the path of a book without links; the book and its folders need not be there yet.
fn place_of(book: &Path) -> PathBuf {
    let path = std::path::absolute(book).unwrap_or_else(|_| book.to_owned());
    for there in path.ancestors() {
        if let Ok(real) = fs::canonicalize(there) {
            let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
            return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
        }
    }
    path
}

/// What the name of a file in the folder says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredName {
    /// The hash of the content: 64 hexadecimal digits.
    pub hash: String,
    /// Ending of the picture without the dot.
    pub extension: String,
    /// Which key encrypts it ([`Key::tag`]); nothing for a plain picture.
    pub tag: Option<String>,
}

impl StoredName {
    /// Reads the name of a file; nothing when it is none that this program gives.
    pub fn parse(name: &str) -> Option<Self> {
        let (hash, rest) = name.split_once('.')?;
        let (extension, tag) = match rest.split_once('.') {
            None => (rest, None),
            Some((extension, rest)) => {
                let (tag, age) = rest.split_once('.')?;
                let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
                if age != secret::EXTENSION || tag.len() != 8 || !tag.bytes().all(hex) {
                    return None;
                }
                (extension, Some(tag.to_owned()))
            }
        };
        let found = Self { hash: hash.to_owned(), extension: extension.to_owned(), tag };
        found.record().is_well_formed().then_some(found)
    }

    /// Returns a record with this hash and ending; its other fields are empty.
    pub(super) fn record(&self) -> Attachment {
        let id = self.hash.get(..32).and_then(|half| half.parse().ok()).unwrap_or_default();
        Attachment { id, hash: self.hash.clone(), extension: self.extension.clone(), ..Attachment::default() }
    }
}

/// Returns the name of an encrypted picture.
pub(super) fn sealed_name(name: &str, key: &Key) -> String {
    format!("{name}.{}.{}", key.tag(), secret::EXTENSION)
}

fn read_file(path: &Path, limit: u64, key: Option<&Key>) -> Result<Vec<u8>, AttachmentProblem> {
    let Some(key) = key else { return read_regular(path, limit) };
    let sealed = read_regular(path, secret::sealed_length(limit).1)?;
    key.open_bare(&sealed, limit).map_err(|problem| match problem {
        SecretProblem::TooLarge(limit) => AttachmentProblem::TooLarge { bytes: sealed.len() as u64, limit },
        problem => AttachmentProblem::Sealed(problem),
    })
}

fn verify_file(path: &Path, attachment: &Attachment, key: Option<&Key>) -> Result<(), AttachmentProblem> {
    // A longer file is another one; there is no need to read it to the end.
    let bytes = read_file(path, attachment.bytes, key)?;
    let fits = blake3::hash(&bytes).to_hex().as_str() == attachment.hash;
    if fits { Ok(()) } else { Err(AttachmentProblem::Changed) }
}

pub(super) fn read_regular(path: &Path, limit: u64) -> Result<Vec<u8>, AttachmentProblem> {
    let problem = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => AttachmentProblem::Missing,
        _ => AttachmentProblem::Io(error.to_string()),
    };
    // Asked before opening: opening a pipe would wait for its writer.
    let found = fs::metadata(path).map_err(problem)?;
    if !found.is_file() {
        return Err(AttachmentProblem::NotAFile);
    }
    if found.len() > limit {
        return Err(AttachmentProblem::TooLarge { bytes: found.len(), limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // The file may grow while it is read.
    File::open(path)
        .map_err(problem)?
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(problem)?;
    if bytes.len() as u64 > limit {
        return Err(AttachmentProblem::TooLarge { bytes: bytes.len() as u64, limit });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::secret::{Passphrase, Work};
    use super::*;

    const PICTURE: &[u8] = b"the scan of a card";

    fn key() -> Key {
        Key::create(&Passphrase::new("x"), Work::LITTLE).unwrap()
    }

    fn record(bytes: &[u8]) -> Attachment {
        let hash = Attachments::hash(bytes);
        let name = blake3::Hash::from_bytes(hash).to_hex().to_string();
        let mut record = StoredName { hash: name, extension: "jpg".to_owned(), tag: None }.record();
        record.bytes = bytes.len() as u64;
        record
    }

    fn names(pictures: &Attachments) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(pictures.folder())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn an_encrypted_book_writes_no_plain_picture() {
        let folder = tempfile::tempdir().unwrap();
        let key = key();
        let pictures = Attachments::beside(&folder.path().join("book.ron")).with_key(Some(key.clone()));
        let path = pictures.add(PICTURE, &Attachments::hash(PICTURE), "jpg").unwrap();
        let record = record(PICTURE);
        assert_eq!(names(&pictures), [sealed_name(&record.file_name(), &key)]);
        assert_eq!(pictures.path(&record), Some(path.clone()));
        let written = fs::read(&path).unwrap();
        assert!(memchr::memmem::find(&written, PICTURE).is_none());
        assert_eq!(pictures.read(&record, 100).unwrap(), PICTURE);
        assert_eq!(pictures.state(&record), FileState::Present);
        // It is not written again.
        pictures.add(PICTURE, &Attachments::hash(PICTURE), "jpg").unwrap();
        assert_eq!(fs::read(&path).unwrap(), written);
        let too_large = pictures.read(&record, 5).unwrap_err().problem;
        assert!(matches!(too_large, AttachmentProblem::TooLarge { limit: 5, .. }));
    }

    #[test]
    fn two_encrypted_books_in_one_folder_keep_their_own_pictures() {
        let folder = tempfile::tempdir().unwrap();
        let beside = Attachments::beside(&folder.path().join("book.ron"));
        let books = [Some(key()), Some(key()), None].map(|key| beside.clone().with_key(key));
        let record = record(PICTURE);
        for book in &books {
            assert_eq!(book.state(&record), FileState::Missing);
            book.add(PICTURE, &Attachments::hash(PICTURE), "jpg").unwrap();
        }
        assert_eq!(names(&beside).len(), 3);
        for book in &books {
            book.verify(&record).unwrap();
        }
        assert_ne!(books[0], books[1]);
    }

    #[test]
    fn a_damaged_encrypted_picture_is_found_and_mended_by_adding_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let pictures = Attachments::beside(&folder.path().join("book.ron")).with_key(Some(key()));
        let record = record(PICTURE);
        let path = pictures.add(PICTURE, &Attachments::hash(PICTURE), "jpg").unwrap();
        let whole = fs::read(&path).unwrap();
        let mut damaged = whole.clone();
        *damaged.last_mut().unwrap() ^= 1;
        fs::write(&path, &damaged).unwrap();
        let problem = pictures.verify(&record).unwrap_err().problem;
        assert_eq!(problem, AttachmentProblem::Sealed(SecretProblem::Damaged));
        fs::write(&path, &whole[..100]).unwrap();
        assert_eq!(pictures.state(&record), FileState::Changed);
        pictures.add(PICTURE, &Attachments::hash(PICTURE), "jpg").unwrap();
        pictures.verify(&record).unwrap();
    }

    #[test]
    fn clones_learn_that_a_book_was_turned_over() {
        let folder = tempfile::tempdir().unwrap();
        let pictures = Attachments::beside(&folder.path().join("book.ron"));
        let (worker, record) = (pictures.clone(), record(PICTURE));
        worker.add(PICTURE, &Attachments::hash(PICTURE), "jpg").unwrap();
        pictures.turn(Some(key()), true);
        // The plain one is still read until it is replaced.
        assert_eq!(worker.read(&record, 100).unwrap(), PICTURE);
        worker.add(b"second", &Attachments::hash(b"second"), "png").unwrap();
        let tags = names(&pictures).iter().filter_map(|name| StoredName::parse(name)?.tag).count();
        assert_eq!(tags, 1);
        assert_eq!(worker, pictures);
    }

    #[test]
    fn names_of_stored_files_are_read_and_no_others() {
        let hash = "0123456789abcdef".repeat(4);
        let stored = |tag: Option<&str>| {
            Some(StoredName { hash: hash.clone(), extension: "png".to_owned(), tag: tag.map(str::to_owned) })
        };
        assert_eq!(StoredName::parse(&format!("{hash}.png")), stored(None));
        assert_eq!(StoredName::parse(&format!("{hash}.png.00ff00ff.age")), stored(Some("00ff00ff")));
        for name in ["png", "x.png", ".png", "a/../b.png"] {
            assert_eq!(StoredName::parse(name), None);
        }
        for ending in
            ["png.age", "png.00FF00ff.age", "png.00ff00ff.gpg", "png.00ff00ff.age.age", "PNG", "", "png."]
        {
            assert_eq!(StoredName::parse(&format!("{hash}.{ending}")), None, "{ending}");
        }
    }
}
