//! Older states of a book: dated files in the folder `<name>.backups` beside it.
//!
//! Owns their names, which are kept and which are thinned out. When a state is kept is decided by
//! [`super::BookFile`]; most of the time keeping one is a hard link and costs no room for what both share on disks
//! that can do that. Start reading at [`backups`], then [`surplus`].
//!
//! What is kept follows the counter of saves and the days in the names, never the clock: a clock that was ten years
//! wrong once orders nothing anew and lets nothing expire.
//!
//! Invariant: thinning removes only files with a name of our own pattern, never one of the newest ten
//! (`suite::backups::thinning_keeps_the_newest_and_only_removes_own_names`).

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Datelike as _, NaiveDateTime, Utc};

use super::durable;
use super::error::{OpenError, OpenProblem};
use super::format::{self, Origin, StateId};
use crate::model::Book;

/// How many of the newest are kept whatever their day.
const NEWEST: usize = 10;

/// On how many days before that the newest of the day is kept.
const DAYS: usize = 31;

/// In how many months before that the newest of the month is kept.
const MONTHS: usize = 12;

/// How the time stands in a name.
const STAMP: &str = "%Y-%m-%dT%H%M%SZ";

/// An older state of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// Counts up with every save of the book; orders the states even when a clock was wrong.
    pub saved: u64,
    /// When the state was saved.
    pub saved_at: DateTime<Utc>,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Names the state by its content.
    pub id: StateId,
}

/// Returns the folder of the older states of a book, which need not exist.
pub fn backup_folder(book: &Path) -> PathBuf {
    folder_of(&durable::resolve(book).unwrap_or_else(|_| book.to_owned()))
}

/// As [`backup_folder`], for a path whose links have been followed.
pub(super) fn folder_of(target: &Path) -> PathBuf {
    let is_ron = target.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    // A book with another ending keeps it: two books in one folder must not share their backups.
    let name = if is_ron { target.file_stem() } else { target.file_name() };
    let mut name = OsString::from(name.unwrap_or_default());
    name.push(".backups");
    target.with_file_name(name)
}

/// Returns the name of the file that holds the state before the last save: `book.ron.bak`.
pub fn previous_state(book: &Path) -> PathBuf {
    previous_of(&durable::resolve(book).unwrap_or_else(|_| book.to_owned()))
}

/// As [`previous_state`], for a path whose links have been followed.
pub(super) fn previous_of(target: &Path) -> PathBuf {
    let mut name = OsString::from(target.file_name().unwrap_or_default());
    name.push(".bak");
    target.with_file_name(name)
}

/// Lists the older states of a book, the newest first. A folder that cannot be read has none.
pub fn backups(book: &Path) -> Vec<Backup> {
    list(&backup_folder(book))
}

/// Reads an older state; the file stays as it is.
///
/// # Errors
/// As [`super::Store::open`].
pub fn read_backup(backup: &Backup) -> Result<Book, OpenError> {
    let failed = |problem| OpenError { path: backup.path.clone(), problem };
    read_state(&backup.path).map(|(book, _)| book).map_err(failed)
}

/// Returns the newest state that two copies of a book come from, as far as it is still there: the state that `ours`
/// names as its own or among its past, and `theirs` too.
///
/// A backup in the folder alone is no proof: a synchronising program may have put the other machine's there, and what
/// that one had and ours never had would count as removed.
pub fn common_state(book: &Path, ours: &Origin, theirs: &Origin, found: &[Backup]) -> Option<Book> {
    let knows = |origin: &Origin, id: StateId| origin.id == Some(id) || origin.from.contains(&id);
    let candidates = ours.id.into_iter().chain(ours.from.iter().rev().copied());
    candidates.filter(|id| knows(theirs, *id)).find_map(|id| {
        let backup = found.iter().filter(|backup| backup.id == id).map(|backup| backup.path.clone());
        // The state on the disk is no backup yet, and the one before it may be none.
        let mut files = backup.chain([book.to_owned(), previous_state(book)]);
        files.find_map(|file| {
            let (state, origin) = read_state(&file).ok()?;
            (origin.id == Some(id)).then_some(state)
        })
    })
}

/// Reads a state and where it comes from; the file stays as it is.
///
/// # Errors
/// What is wrong with it.
pub fn read_state(path: &Path) -> Result<(Book, Origin), OpenProblem> {
    let bytes = super::read_file(path, super::LARGEST_BOOK)?;
    let (bytes, _) = super::secret::unseal(bytes, super::Opener::Known, super::LARGEST_BOOK)?;
    let parsed = format::read(&bytes)?;
    Ok((parsed.book, parsed.origin))
}

pub(super) fn list(folder: &Path) -> Vec<Backup> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<Backup> = entries
        .flatten()
        .filter_map(|entry| {
            let (saved_at, saved, id) = parse(entry.file_name().to_str()?)?;
            let about = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(Backup { path: entry.path(), saved, saved_at, bytes: about.len(), id })
        })
        .collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.saved, backup.saved_at, backup.id)));
    found
}

/// Keeps a file as an older state, under a name that says when it was saved; returns whether it is new there.
///
/// `from` must not be the file of the book itself, which other programs may write into: two names of one file would
/// change together.
pub(super) fn keep(
    folder: &Path,
    from: &Path,
    saved_at: DateTime<Utc>,
    saved: u64,
    id: StateId,
) -> io::Result<bool> {
    let same = |backup: &Backup| (backup.saved, backup.id) == (saved, id);
    if list(folder).iter().any(same) {
        return Ok(false);
    }
    let path = folder.join(name(saved_at, saved, id));
    durable::link(from, &path)?;
    durable::sync_folder(&path)?;
    Ok(true)
}

/// Removes the older states that are too many. What cannot be removed is tried again next time.
pub(super) fn thin(folder: &Path) {
    let found = list(folder);
    for backup in surplus(&found) {
        drop(fs::remove_file(&backup.path));
    }
}

/// Returns which of a list, the newest first, are too many: kept are the newest ten, before these the newest of each of
/// 31 days and before these the newest of each of 12 months. Days without a save do not count, so a book that is opened
/// once a month keeps a longer past.
pub fn surplus(found: &[Backup]) -> Vec<&Backup> {
    let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
    found
        .iter()
        .enumerate()
        .filter(|(at, backup)| {
            let day = backup.saved_at.date_naive();
            // Noted for all: a day whose newest is among the ten is served.
            let new_day = days.insert(day) && days.len() <= DAYS;
            let new_month = months.insert((day.year(), day.month())) && months.len() <= MONTHS;
            !(*at < NEWEST || new_day || new_month)
        })
        .map(|(_, backup)| backup)
        .collect()
}

/// Returns the name of a state: `2026-11-22T190426Z-000123-5f3a9c0112345678.ron`.
pub fn name(saved_at: DateTime<Utc>, saved: u64, id: StateId) -> String {
    format!("{}-{saved:06}-{id}.ron", saved_at.format(STAMP))
}

/// Takes such a name apart; nothing for a name of anybody else.
fn parse(name: &str) -> Option<(DateTime<Utc>, u64, StateId)> {
    let (stamp, rest) = name.split_at_checked("2026-11-22T190426Z".len())?;
    let (saved, id) = rest.strip_prefix('-')?.strip_suffix(".ron")?.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !(saved.len() >= 6 && digits(saved) && id.len() == 16 && hex(id)) {
        return None;
    }
    let saved_at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc();
    let id = StateId(u64::from_str_radix(id, 16).ok()?);
    let saved = saved.parse().ok()?;
    // Only a name that we would write is ours.
    (self::name(saved_at, saved, id) == name).then_some((saved_at, saved, id))
}

/// Returns the moment of a file's time stamp.
pub(super) fn moment(time: SystemTime) -> DateTime<Utc> {
    DateTime::from(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_own_pattern_are_taken_apart() {
        let at = DateTime::from_timestamp(1_795_374_266, 0).unwrap();
        let whole = name(at, 123, StateId(0x5f3a_9c01_1234_5678));
        assert_eq!(whole, "2026-11-22T190426Z-000123-5f3a9c0112345678.ron");
        assert_eq!(parse(&whole), Some((at, 123, StateId(0x5f3a_9c01_1234_5678))));
        let long = name(at, 12_345_678, StateId(1));
        assert_eq!(parse(&long).map(|(_, saved, _)| saved), Some(12_345_678));
        for other in [
            "",
            "book.ron",
            "2026-11-22T190426Z-123-5f3a9c0112345678.ron",
            "2026-11-22T190426Z-0000123-5f3a9c0112345678.ron",
            "2026-11-22T190426Z-000123-5F3A9C0112345678.ron",
            "2026-13-22T190426Z-000123-5f3a9c0112345678.ron",
            "2026-11-22T190426Z-+00123-5f3a9c0112345678.ron",
            "2026-11-22T190426Z-000123-5f3a9c0112345678.ron~",
            "x2026-11-22T190426Z-000123-5f3a9c0112345678.ron",
            "2026-11-22T190426Z-000123-5f3a9c0112345678.sync-conflict-20261122-101010-ABCDEFG.ron",
            "ä026-11-22T190426-000123-5f3a9c0112345678.ron",
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn books_of_one_folder_have_folders_of_their_own() {
        assert_eq!(folder_of(Path::new("/x/book.ron")), Path::new("/x/book.backups"));
        assert_eq!(folder_of(Path::new("/x/book.RON")), Path::new("/x/book.backups"));
        assert_eq!(folder_of(Path::new("/x/book.txt")), Path::new("/x/book.txt.backups"));
        assert_eq!(folder_of(Path::new("/x/book")), Path::new("/x/book.backups"));
    }
}
