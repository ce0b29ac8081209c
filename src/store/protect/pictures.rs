//! The pictures of a book that is turned over, and which of them other books in the folder show.
//!
//! Owns the rule that no picture is removed before its other form was read back whole. Start reading at
//! [`Ground::seal_pictures`].

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::super::attachments::{StoredName, read_regular, sealed_name};
use super::super::error::OpenProblem;
use super::super::secret::{self, Key};
use super::super::{LARGEST_BOOK, durable};
use super::{Ground, ProtectError, ProtectStep, REMOVED, folders, regular_files, with_name};

/// The largest picture that is turned over.
const LARGEST_PICTURE: u64 = 1 << 30;

impl Ground<'_> {
    /// Writes the encrypted form of each plain picture of this book beside it.
    pub(super) fn seal_pictures(&mut self, key: &Key) -> Result<(), ProtectError> {
        let others = self.others();
        let own = if others.is_empty() { Needs::default() } else { self.own_needs() };
        let pictures: Vec<(PathBuf, StoredName)> = self
            .pictures()
            .into_iter()
            .filter(|(_, name)| name.tag.is_none())
            // What only other books show is theirs.
            .filter(|(_, name)| own.names(&name.hash) || !others.names(&name.hash))
            .collect();
        let total = pictures.len();
        for (done, (path, name)) in pictures.iter().enumerate() {
            (self.step)(ProtectStep::Pictures { done, total });
            let sealed = self.attachments.path_with(&name.record(), Some(key));
            if sealed_picture_is_whole(&sealed, name, key) {
                continue;
            }
            let Some(plain) = self.read_picture(path) else { continue };
            durable::replace(&sealed, &key.seal_bare(&plain)?)?;
            self.done.pictures += 1;
        }
        let removed: Vec<PathBuf> = self
            .removed_pictures()
            .into_iter()
            .filter(|path| path.extension() != Some(OsStr::new(secret::EXTENSION)))
            .collect();
        for path in removed {
            let Some(plain) = self.read_picture(&path) else { continue };
            let sealed = with_name(&path, |name| sealed_name(name, key));
            durable::replace(&sealed, &key.seal_bare(&plain)?)?;
        }
        Ok(())
    }

    /// Removes plain pictures whose encrypted form is whole and which no other book shows.
    pub(super) fn remove_plain_pictures(&mut self, key: &Key) {
        let others = self.others();
        for (path, name) in self.pictures() {
            let sealed = self.attachments.path_with(&name.record(), Some(key));
            if name.tag.is_some() || !sealed.exists() {
                continue;
            }
            (self.step)(ProtectStep::Leftovers);
            // A picture whose content does not fit its name is kept in its encrypted form, byte by byte.
            let kept_content = || {
                let plain = read_regular(&path, LARGEST_PICTURE).ok();
                let other = read_regular(&sealed, u64::MAX - 1).ok();
                plain.is_some()
                    && plain == other.and_then(|other| key.open_bare(&other, LARGEST_PICTURE).ok())
            };
            if others.names(&name.hash) {
                self.done.kept.push(path);
            } else if sealed_picture_is_whole(&sealed, &name, key) || kept_content() {
                self.remove(&path);
            } else {
                self.done.kept.push(path);
            }
        }
        for path in self.removed_pictures() {
            let sealed = with_name(&path, |name| sealed_name(name, key));
            if path.extension() != Some(OsStr::new(secret::EXTENSION)) && sealed.is_file() {
                self.remove(&path);
            }
        }
    }

    /// Writes the plain form of each encrypted picture of this book beside it.
    pub(super) fn open_pictures(&mut self, key: &Key) -> Result<(), ProtectError> {
        let pictures: Vec<(PathBuf, StoredName)> =
            self.pictures().into_iter().filter(|(_, name)| name.tag.as_deref() == Some(key.tag())).collect();
        let total = pictures.len();
        for (done, (path, name)) in pictures.iter().enumerate() {
            (self.step)(ProtectStep::Pictures { done, total });
            let plain = self.attachments.path_with(&name.record(), None);
            if is_whole(&plain, name) {
                continue;
            }
            if let Some(bytes) = self.open_file(path, key) {
                durable::replace(&plain, &bytes)?;
                self.done.pictures += 1;
            }
        }
        let ending = format!(".{}.{}", key.tag(), secret::EXTENSION);
        for path in self.removed_pictures() {
            let plain = path.to_str().and_then(|path| path.strip_suffix(&ending)).map(PathBuf::from);
            if let (Some(plain), Some(bytes)) = (plain, self.open_file(&path, key)) {
                durable::replace(&plain, &bytes)?;
            }
        }
        Ok(())
    }

    /// Removes the encrypted pictures with this tag whose plain form is whole.
    pub(super) fn remove_sealed_pictures(&mut self, tag: &str) {
        for (path, name) in self.pictures() {
            if name.tag.as_deref() != Some(tag) {
                continue;
            }
            (self.step)(ProtectStep::Leftovers);
            let plain = self.attachments.path_with(&name.record(), None);
            if is_whole(&plain, &name) {
                self.remove(&path);
            } else {
                self.done.kept.push(path);
            }
        }
        let ending = format!(".{tag}.{}", secret::EXTENSION);
        for path in self.removed_pictures() {
            let twin = path.to_str().and_then(|path| path.strip_suffix(&ending)).map(PathBuf::from);
            if twin.is_some_and(|twin| twin.is_file()) {
                self.remove(&path);
            }
        }
    }

    fn read_picture(&mut self, path: &Path) -> Option<Vec<u8>> {
        let bytes = read_regular(path, LARGEST_PICTURE).ok();
        if bytes.is_none() {
            self.done.kept.push(path.to_owned());
        }
        bytes
    }

    fn open_file(&mut self, path: &Path, key: &Key) -> Option<Vec<u8>> {
        let sealed = read_regular(path, u64::MAX - 1).ok();
        let plain = sealed.and_then(|sealed| key.open_bare(&sealed, LARGEST_PICTURE).ok());
        if plain.is_none() {
            self.done.kept.push(path.to_owned());
        }
        plain
    }

    /// The stored pictures, with what their names say.
    fn pictures(&self) -> Vec<(PathBuf, StoredName)> {
        let named = |path: PathBuf| {
            let name = StoredName::parse(path.file_name()?.to_str()?)?;
            Some((path, name))
        };
        regular_files(self.attachments.folder()).into_iter().filter_map(named).collect()
    }

    /// Pictures that were put aside, under whatever names.
    fn removed_pictures(&self) -> Vec<PathBuf> {
        let folder = self.backups.join(REMOVED);
        let days = folders(&folder).into_iter().flat_map(|day| regular_files(&day));
        regular_files(&folder).into_iter().chain(days).collect()
    }

    /// The pictures that this book, its backups and its undo log show.
    fn own_needs(&self) -> Needs {
        let mut needs = Needs::default();
        needs.read(&self.book);
        for file in self.side_files() {
            needs.read(&file);
        }
        needs
    }

    /// The pictures that other books of the folder show, in plain text.
    fn others(&self) -> Needs {
        let mut needs = Needs::default();
        let own: BTreeSet<PathBuf> = self.side_files().into_iter().chain([self.book.clone()]).collect();
        let folder = self.book.parent().unwrap_or(Path::new("."));
        let mut places = vec![folder.to_owned()];
        // A linked folder of pictures serves the books beside the real one too.
        if let Ok(real) = std::fs::canonicalize(folder.join(super::super::attachments::FOLDER))
            && let Some(other) = real.parent().filter(|other| *other != folder)
        {
            places.push(other.to_owned());
        }
        for folder in &places {
            for file in regular_files(folder) {
                if is_book_like(&file) && !own.contains(&file) {
                    needs.read(&file);
                }
            }
            for other in folders(folder) {
                if other.extension() == Some(OsStr::new("backups")) && other != self.backups {
                    for file in regular_files(&other) {
                        if is_book_like(&file) {
                            needs.read(&file);
                        }
                    }
                }
            }
        }
        needs
    }
}

/// Hashes that stand in books.
#[derive(Debug, Default)]
struct Needs {
    hashes: BTreeSet<String>,
    /// A book could not be read: it may show anything.
    anything: bool,
}

impl Needs {
    fn is_empty(&self) -> bool {
        !self.anything && self.hashes.is_empty()
    }

    fn names(&self, hash: &str) -> bool {
        self.anything || self.hashes.contains(hash)
    }

    /// Notes every hash in a file. An encrypted book needs no plain picture.
    fn read(&mut self, file: &Path) {
        match super::super::read_file(file, LARGEST_BOOK) {
            Ok(bytes) if secret::is_sealed(&bytes) => {}
            Ok(bytes) => {
                let is_hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
                let words = bytes.split(|byte| !is_hex(byte)).filter(|word| word.len() == 64);
                self.hashes.extend(words.map(|word| String::from_utf8_lossy(word).into_owned()));
            }
            Err(OpenProblem::NotFound) => {}
            Err(_) => self.anything = true,
        }
    }
}

fn is_book_like(file: &Path) -> bool {
    file.extension().is_some_and(|extension| ["ron", "bak", "log"].iter().any(|known| extension == *known))
}

fn is_whole(plain: &Path, name: &StoredName) -> bool {
    read_regular(plain, LARGEST_PICTURE)
        .is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == name.hash)
}

fn sealed_picture_is_whole(path: &Path, name: &StoredName, key: &Key) -> bool {
    read_regular(path, u64::MAX - 1)
        .ok()
        .and_then(|sealed| key.open_bare(&sealed, LARGEST_PICTURE).ok())
        .is_some_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == name.hash)
}
