//! The undo history on the disk: what was done is appended to a file beside the book before the book is saved,
//! so that Undo works after a restart.
//!
//! Owns the file `undo.log` in the folder of the backups. Knows nothing of threads and locks: the thread that
//! saves the book calls [`UndoLog::append`]. Start reading at [`UndoLog::open`].
//!
//! ```text
//! // cardloom undo log 1: …
//! 0c2e41a99f0d37b1 5f3a9c0112345678 77aa02c41b9e0d3f [Do((transaction:…)),Undo]
//! ```
//! One line for each save: checksum of the rest of the line, id of the state that was saved, id of the state
//! that it was made from, and what happened between the two. A save that failed leaves a line that no later line
//! names; a line that was torn or damaged is passed over. Reading follows the names back from the state of the
//! book as far as they lead: what lies behind is forgotten, and so is everything when the state has no line.
//!
//! A step whose text is larger than [`LARGEST_STEP`] (a demo book, an import of thousands) is not written: after a
//! restart, Undo goes back to it but not beyond it.
//!
//! Invariant: whatever stands in the file, the history that is read fits the book or is empty
//! (`no_damage_gives_a_history_that_does_not_fit`).

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{SaveError, durable};
use crate::edit::history::{Entry, History};
use crate::model::Book;

/// Name of the file in the folder of the backups.
pub const FILE_NAME: &str = "undo.log";

/// The largest text of a step that is kept across a restart, in bytes: 4 MiB, some thousand changed records.
pub const LARGEST_STEP: usize = 4 << 20;

/// The most steps that Undo knows after a restart.
pub const MOST_STEPS: usize = 1000;

/// What is kept when the file is made shorter, and what is read, in bytes.
const KEPT: usize = 8 << 20;

/// A file that is longer is made shorter before more is appended, in bytes.
const DUE: u64 = 16 << 20;

/// A file that is longer was not written by this program, in bytes.
const LARGEST_FILE: u64 = 64 << 20;

const FIRST_LINE: &str = "// cardloom undo log 1: what Undo takes back after a restart; can be deleted";

/// How many hexadecimal digits a checksum and the id of a state have.
const DIGITS: usize = 16;

/// Makes the lines of the log unreadable for others, and readable again.
pub trait Seal: fmt::Debug + Send + Sync {
    /// Returns a text without line breaks that does not begin with `[`, or the text itself when there is nothing to
    /// hide at present.
    ///
    /// # Errors
    /// When it cannot be made; nothing is written then.
    fn seal(&self, text: &str) -> io::Result<String>;

    /// Returns the text that was sealed; nothing when it was sealed by somebody else.
    fn unseal(&self, line: &str) -> Option<String>;
}

/// The file of the undo history of one book.
#[derive(Debug)]
pub struct UndoLog {
    path: PathBuf,
    seal: Option<Arc<dyn Seal>>,
    /// How the next line is written.
    next: Next,
    /// Size of the file in bytes, as far as it is known.
    bytes: u64,
}

/// How the next line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Behind the last one.
    Append,
    /// Behind a line that may have been torn.
    BehindTorn,
    /// Into a new file, after shortening what is there.
    Shorten,
    /// Into a new file; what is there is none of ours and is set aside.
    Anew,
}

impl UndoLog {
    /// Returns where the log of a book is: `book.backups/undo.log` for `book.ron`.
    pub fn path_of(book: &Path) -> PathBuf {
        let stem = book.file_stem().unwrap_or(book.as_os_str());
        let mut folder = stem.to_owned();
        folder.push(".backups");
        book.with_file_name(folder).join(FILE_NAME)
    }

    /// Reads the history that led to the `state` of a book. A log that is missing, damaged or of another book
    /// gives an empty history; the file is changed by nothing but [`UndoLog::append`].
    pub fn open(
        path: PathBuf,
        book: &Book,
        state: Option<u64>,
        seal: Option<Arc<dyn Seal>>,
    ) -> (Self, History) {
        let (next, text) = match read(&path) {
            Ok(text) if text.is_empty() => (Next::Append, text),
            Ok(text) if !text.starts_with(FIRST_LINE) => (Next::Anew, String::new()),
            Ok(text) if text.len() > KEPT => (Next::Shorten, text),
            Ok(text) if !text.ends_with('\n') => (Next::BehindTorn, text),
            Ok(text) => (Next::Append, text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Next::Append, String::new()),
            Err(_) => (Next::Anew, String::new()),
        };
        let log = Self { path, seal, next, bytes: text.len() as u64 };
        let mut history = match state {
            Some(state) => History::replay(log.entries(&text, state)),
            None => History::default(),
        };
        history.keep_newest(MOST_STEPS);
        history.keep_fitting(book);
        (log, history)
    }

    /// Writes down what led from the state on the disk (`after`; `None` for the first save of a book) to the one
    /// that is saved next; returns when it is on the disk. Without entries it still says that one state follows
    /// the other.
    ///
    /// The book may be saved without it: Undo then ends at this save after a restart, and nothing else is lost.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn append(&mut self, state: u64, after: Option<u64>, entries: &[Entry]) -> Result<(), SaveError> {
        let failed = |error: io::Error| SaveError::from_io(&self.path, &error);
        let body = text_of(entries);
        let body = match &self.seal {
            Some(seal) => seal.seal(&body).map_err(failed)?,
            None => body,
        };
        let line = line(state, after, &body);
        if self.bytes > DUE {
            self.next = Next::Shorten;
        }
        match self.next {
            Next::Append | Next::BehindTorn => {
                // Half a line may be there when this fails.
                let torn = std::mem::replace(&mut self.next, Next::BehindTorn) == Next::BehindTorn;
                let written = append(&self.path, &line, torn).map_err(failed)?;
                self.bytes += written;
            }
            Next::Shorten => {
                let old = read(&self.path).unwrap_or_default();
                let text = shortened(&old, after, line);
                durable::replace(&self.path, text.as_bytes())?;
                self.bytes = text.len() as u64;
            }
            Next::Anew => {
                set_aside(&self.path).map_err(failed)?;
                let text = shortened("", after, line);
                durable::replace(&self.path, text.as_bytes())?;
                self.bytes = text.len() as u64;
            }
        }
        self.next = Next::Append;
        Ok(())
    }

    /// Rewrites what is there with another seal, or without one, so that nothing readable is left behind when a
    /// book becomes private; returns when it is on the disk. `state` is the state of the book.
    ///
    /// # Errors
    /// When the disk refuses; the file is then as it was.
    pub fn reseal(&mut self, state: u64, seal: Option<Arc<dyn Seal>>) -> Result<(), SaveError> {
        let text = match read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.seal = seal;
                return Ok(());
            }
            Err(error) => return Err(SaveError::from_io(&self.path, &error)),
        };
        let history = History::replay(self.entries(&text, state));
        drop(text);
        let body = text_of(&history.to_entries());
        let sealed = match &seal {
            Some(seal) => seal.seal(&body).map_err(|error| SaveError::from_io(&self.path, &error))?,
            None => body,
        };
        let text = shortened("", None, line(state, None, &sealed));
        durable::replace(&self.path, text.as_bytes())?;
        (self.seal, self.next, self.bytes) = (seal, Next::Append, text.len() as u64);
        Ok(())
    }

    /// What led to a state, the oldest first; at most [`KEPT`] bytes of text.
    fn entries(&self, text: &str, state: u64) -> Vec<Entry> {
        let mut batches = Vec::new();
        for line in chain(text, Some(state), KEPT) {
            match self.entries_of(line.body) {
                Some(entries) => batches.push(entries),
                None => break,
            }
        }
        batches.into_iter().rev().flatten().collect()
    }

    fn entries_of(&self, body: &str) -> Option<Vec<Entry>> {
        if body.starts_with('[') {
            return options().from_str(body).ok();
        }
        options().from_str(&self.seal.as_ref()?.unseal(body)?).ok()
    }
}

/// Rewrites the text of a log with other words for what happened, line by line: when a book is encrypted or decrypted.
/// A line that is damaged, or for which there are no words, is left out; it was of no use before.
pub(super) fn rewritten(text: &str, mut body: impl FnMut(&str) -> Option<String>) -> String {
    let mut rewritten = format!("{FIRST_LINE}\n");
    for old in text.lines().filter_map(Line::parse) {
        if let Some(body) = body(old.body) {
            rewritten.push_str(&line(old.state, old.after, &body));
        }
    }
    rewritten
}

/// Returns what is encrypted in the text of a log.
pub(super) fn sealed_bodies(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(Line::parse).map(|line| line.body).filter(|body| !body.starts_with('['))
}

/// A line of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line<'a> {
    whole: &'a str,
    state: u64,
    after: Option<u64>,
    body: &'a str,
}

impl<'a> Line<'a> {
    /// Takes a line apart; nothing when it is damaged.
    fn parse(whole: &'a str) -> Option<Self> {
        let (check, rest) = whole.split_once(' ')?;
        if check != checksum(rest) {
            return None;
        }
        let mut parts = rest.splitn(3, ' ');
        let state = id(parts.next()?)?;
        let after = match parts.next()? {
            "-" => None,
            after => Some(id(after)?),
        };
        Some(Self { whole, state, after, body: parts.next()? })
    }
}

fn id(text: &str) -> Option<u64> {
    (text.len() == DIGITS).then(|| u64::from_str_radix(text, 16).ok()).flatten()
}

fn checksum(rest: &str) -> String {
    let mut hash = blake3::hash(rest.as_bytes()).to_hex().to_string();
    hash.truncate(DIGITS);
    hash
}

fn line(state: u64, after: Option<u64>, body: &str) -> String {
    let after = after.map_or_else(|| "-".to_owned(), |after| format!("{after:016x}"));
    let rest = format!("{state:016x} {after} {body}");
    format!("{} {rest}\n", checksum(&rest))
}

/// Returns the lines that led to a state, the newest first, as long as they are not more than `most` bytes.
fn chain(text: &str, state: Option<u64>, most: usize) -> Vec<Line<'_>> {
    let mut wanted = state;
    let mut bytes = 0;
    let mut found = Vec::new();
    // The last line of a state counts: a save that was tried twice has two, the same but for what came to it.
    for line in text.lines().rev() {
        let Some(state) = wanted else { break };
        let Some(line) = Line::parse(line).filter(|line| line.state == state) else { continue };
        bytes += line.whole.len() + 1;
        if bytes > most {
            break;
        }
        wanted = line.after;
        found.push(line);
    }
    found
}

/// Returns the text of a file with the newest lines that led to the state `after`, and a new line.
fn shortened(old: &str, after: Option<u64>, line: String) -> String {
    let mut text = format!("{FIRST_LINE}\n");
    for kept in chain(old, after, KEPT.saturating_sub(line.len())).into_iter().rev() {
        text.push_str(kept.whole);
        text.push('\n');
    }
    text.push_str(&line);
    text
}

/// Returns the list of entries as text. What is too large is cut out, and so is what came before it.
fn text_of(entries: &[Entry]) -> String {
    let mut kept: Vec<String> = Vec::new();
    let mut bytes = 0;
    for entry in entries.iter().rev() {
        let text = limited(entry).filter(|text| bytes + text.len() <= KEPT / 2);
        let Some(text) = text else {
            kept.push("Cut".to_owned());
            break;
        };
        bytes += text.len();
        kept.push(text);
    }
    kept.reverse();
    format!("[{}]", kept.join(","))
}

/// Returns the text of an entry; nothing when it is larger than [`LARGEST_STEP`], which is noticed without
/// writing it all.
fn limited(entry: &Entry) -> Option<String> {
    struct Limited(String);
    impl fmt::Write for Limited {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            if self.0.len() + text.len() > LARGEST_STEP {
                return Err(fmt::Error);
            }
            self.0.push_str(text);
            Ok(())
        }
    }
    let mut out = Limited(String::new());
    options().to_writer(&mut out, entry).ok()?;
    Some(out.0)
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads the log; the lines that are not UTF-8 are damaged and change nothing in the others.
fn read(path: &Path) -> io::Result<String> {
    // Asked before opening: opening a pipe would wait for its writer.
    let found = fs::metadata(path)?;
    if !found.is_file() || found.len() > LARGEST_FILE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    File::open(path)?.take(LARGEST_FILE).read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}

/// Appends a line and returns how many bytes were written.
fn append(path: &Path, line: &str, torn: bool) -> io::Result<u64> {
    let found = fs::metadata(path);
    if found.as_ref().is_ok_and(|found| !found.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not a regular file"));
    }
    let empty = found.map_or(true, |found| found.len() == 0);
    let mut text = String::with_capacity(line.len() + FIRST_LINE.len() + 1);
    if empty {
        text.push_str(FIRST_LINE);
    }
    if empty || torn {
        text.push('\n');
    }
    text.push_str(line);
    if empty && let Some(folder) = path.parent() {
        durable::create_folder(folder).map_err(|error| io::Error::other(error.detail))?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_data()?;
    if empty {
        durable::sync_folder(path)?;
    }
    Ok(text.len() as u64)
}

/// Gives what is in the place of the log another name; an older one that was set aside goes.
fn set_aside(path: &Path) -> io::Result<()> {
    match fs::rename(path, path.with_extension("log.set-aside")) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
