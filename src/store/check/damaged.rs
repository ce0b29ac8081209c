//! A book file as far as it can be read, and what is kept of one that cannot be read whole.
//!
//! Start reading at [`Damaged::read`].

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::super::format::{self, Aside, Origin};
use super::super::secret::{self, Key, Opener, Passphrase, SecretProblem};
use super::super::{
    LARGEST_BOOK, Looks, OpenError, OpenProblem, SaveError, SaveProblem, backup_folder, durable, read_file,
};
use super::{Fault, Finding};
use crate::model::*;

/// How many characters of a piece that cannot be read a finding quotes.
const EXCERPT: usize = 60;

/// The bytes of a book file.
pub(super) struct Content {
    /// As they stand in the file.
    pub(super) raw: Vec<u8>,
    /// As the format reads them, when they are encrypted.
    plain: Option<(Vec<u8>, Key)>,
}

impl Content {
    /// Reads a book file and decrypts it, as far as it is whole, when its key is in use.
    pub(super) fn read(path: &Path) -> Result<Self, OpenProblem> {
        let raw = read_file(path, LARGEST_BOOK)?;
        if !secret::is_sealed(&raw) {
            return Ok(Self { raw, plain: None });
        }
        match secret::unseal(raw.clone(), Opener::Known, LARGEST_BOOK) {
            Ok((plain, key)) => Ok(Self { plain: key.map(|key| (plain, key)), raw }),
            Err(OpenProblem::Sealed(_)) => {
                let key = Key::known_for(&raw).ok_or(OpenProblem::Locked)?;
                let (plain, _) = key.salvage(&raw)?;
                Ok(Self { raw, plain: Some((plain, key)) })
            }
            Err(problem) => Err(problem),
        }
    }

    pub(super) fn text(&self) -> &[u8] {
        self.plain.as_ref().map_or(&self.raw, |(plain, _)| plain)
    }

    pub(super) fn key(&self) -> Option<&Key> {
        self.plain.as_ref().map(|(_, key)| key)
    }

    /// Returns a text as it is written into a file of this book: encrypted if the book is.
    pub(super) fn sealed(&self, text: &str) -> Result<Vec<u8>, SecretProblem> {
        match self.key() {
            None => Ok(text.as_bytes().to_vec()),
            Some(key) => key.seal(text.as_bytes()),
        }
    }
}

/// Returns the key of an encrypted book, which may be damaged; nothing for a plain one. While the key lives the book can
/// be checked and repaired.
///
/// # Errors
/// With [`OpenProblem::Locked`] when a passphrase is needed, and when it is wrong or the file cannot be read.
pub fn unlock(path: &Path, passphrase: Option<&Passphrase>) -> Result<Option<Key>, OpenError> {
    let failed = |problem| OpenError { path: path.to_owned(), problem };
    let raw = read_file(path, LARGEST_BOOK).map_err(failed)?;
    if !secret::is_sealed(&raw) {
        return Ok(None);
    }
    let key = match passphrase {
        Some(passphrase) => Key::unlock(&raw, passphrase).map_err(|problem| failed(problem.into()))?,
        None => Key::known_for(&raw).ok_or_else(|| failed(OpenProblem::Locked))?,
    };
    Ok(Some(key))
}

/// A book file as far as it can be read.
#[derive(Debug, Clone)]
pub struct Damaged {
    /// What can be read.
    pub book: Book,
    /// The records with their lines, counted from 1.
    pub lines: Vec<(RecordRef, usize)>,
    /// What cannot be read, in the order of the file.
    pub aside: Vec<Aside>,
    /// What the last line says, if it is there.
    pub origin: Origin,
    /// Why the book does not open as it is; nothing when it does.
    pub problem: Option<OpenProblem>,
    /// Whether a checksum is missing that should be there.
    pub unsigned: bool,
}

impl Damaged {
    /// Reads what can be read.
    ///
    /// # Errors
    /// When the bytes are no book, or one of a newer version: nothing is guessed then.
    pub fn read(bytes: &[u8]) -> Result<Self, OpenProblem> {
        let problem = match format::read(bytes) {
            Ok(parsed) => {
                return Ok(Self {
                    unsigned: parsed.is_unsigned(),
                    book: parsed.book,
                    lines: parsed.lines,
                    aside: Vec::new(),
                    origin: parsed.origin,
                    problem: None,
                });
            }
            Err(problem) => problem,
        };
        if !is_damage(&problem) {
            return Err(problem);
        }
        let format::Salvaged { book, aside, origin, .. } = format::salvage(bytes);
        let origin = origin.unwrap_or_default();
        Ok(Self { book, lines: Vec::new(), aside, origin, problem: Some(problem), unsigned: false })
    }

    /// Whether there is nothing in it that was worth saving.
    pub fn is_nothing(&self) -> bool {
        self.problem.is_some() && self.book.is_empty() && self.book.header.id.is_nil()
    }

    /// What is the matter with the file.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        match &self.problem {
            Some(problem) if self.is_nothing() => {
                findings.push(Finding::of(Fault::NothingReadable(problem.clone())));
            }
            Some(_) => findings.push(Finding::of(Fault::Altered)),
            None if self.unsigned => findings.push(Finding::of(Fault::NoChecksum)),
            None => {}
        }
        findings.extend(self.aside.iter().map(|aside| Finding {
            line: aside.line,
            ..Finding::of(Fault::Unreadable { why: aside.why.clone(), excerpt: excerpt(&aside.text) })
        }));
        findings
    }
}

/// Whether a file was a book once, as opposed to one that never was or that a newer program wrote.
fn is_damage(problem: &OpenProblem) -> bool {
    matches!(
        problem,
        OpenProblem::Empty
            | OpenProblem::Altered { .. }
            | OpenProblem::Syntax { .. }
            | OpenProblem::CutOff { .. }
            | OpenProblem::NotABook(Looks::Zeros)
    )
}

fn excerpt(text: &str) -> String {
    let mut excerpt: String =
        text.trim().chars().take(EXCERPT).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.trim().chars().nth(EXCERPT).is_some() {
        excerpt.push('…');
    }
    excerpt
}

/// Copies a book file as it is into the folder of its backups, and returns when the copy is on the disk.
///
/// # Errors
/// When it cannot be read or written; nothing has changed then.
pub fn keep_original(book: &Path, bytes: &[u8], stamp: DateTime<Utc>) -> Result<PathBuf, SaveError> {
    keep(book, "damaged", stamp, bytes)
}

/// As [`keep_original`], for a file that is as it was.
///
/// # Errors
/// When it cannot be read or written.
pub fn keep_file(book: &Path, stamp: DateTime<Utc>) -> Result<PathBuf, SaveError> {
    let bytes = read_file(book, LARGEST_BOOK)
        .map_err(|problem| SaveError::new(book, SaveProblem::Other, problem.to_string()))?;
    keep_original(book, &bytes, stamp)
}

/// Gives an older state that does not open a name under which it is none any more.
///
/// # Errors
/// When the disk refuses.
pub fn set_backup_aside(file: &Path) -> Result<(), SaveError> {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".damaged");
    std::fs::rename(file, file.with_file_name(name))
        .and_then(|()| durable::sync_folder(file))
        .map_err(|error| SaveError::from_io(file, &error))
}

/// Returns what could not be read as a text: every piece with its line and the reason, so that somebody who knows the
/// format can bring it back by hand. Nothing when all could be read.
pub(super) fn aside_text(book: &Path, aside: &[Aside], stamp: DateTime<Utc>) -> Option<String> {
    if aside.is_empty() {
        return None;
    }
    let name = book.file_name().unwrap_or_default().to_string_lossy();
    let mut text = format!(
        "// What Cardloom could not read of {name}, {}. The book goes on without it; nothing reads this file.\n\
         // Each piece stands below its line in the damaged file and the reason. Once corrected it can be put back\n\
         // into its table, one record per line; then delete the last line of the book.\n",
        stamp.format("%Y-%m-%d %H:%M:%S UTC")
    );
    for piece in aside {
        let why = piece.why.to_string().replace(['\n', '\r'], " ");
        text.push_str(&format!("\n// line {}: {why}\n", piece.line));
        text.push_str(piece.text.trim_end());
        text.push('\n');
    }
    Some(text)
}

/// Writes the text of [`aside_text`], encrypted if the book is.
pub(super) fn keep_aside(book: &Path, bytes: &[u8], stamp: DateTime<Utc>) -> Result<PathBuf, SaveError> {
    keep(book, "aside", stamp, bytes)
}

/// Writes a new file into the folder of the backups; one that is there already keeps its name.
fn keep(book: &Path, kind: &str, stamp: DateTime<Utc>, bytes: &[u8]) -> Result<PathBuf, SaveError> {
    let folder = backup_folder(book);
    durable::create_folder(&folder)?;
    let stamp = stamp.format("%Y-%m-%dT%H%M%SZ");
    for number in 1..1000 {
        let path = match number {
            1 => folder.join(format!("{kind}-{stamp}.ron")),
            number => folder.join(format!("{kind}-{stamp}-{number}.ron")),
        };
        match durable::create(&path, bytes) {
            Err(error) if error.problem == SaveProblem::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(()) => return Ok(path),
        }
    }
    Err(SaveError::new(&folder, SaveProblem::AlreadyExists, "no name is free"))
}
