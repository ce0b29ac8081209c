//! Pictures that a book does not show, and where they and other files go when they are put away.
//!
//! Several books of one folder share their pictures, and so do their backups and undo logs: whether a picture is
//! needed is told by all of them. Start reading at [`put_unused_away`].

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, TimeDelta};

use super::super::secret::{self, Opener};
use super::super::undo_log;
use super::super::{
    Attachments, LARGEST_BOOK, OpenProblem, SaveError, SaveProblem, backup_folder, durable, format, read_file,
};
use super::pictures::files_and_folders;
use super::{Fault, Finding};
use crate::model::Book;

/// How many days a picture that was put away is kept.
pub const DAYS_KEPT: i64 = 30;

/// Digits of a hash.
const DIGITS: usize = 64;

/// Lists the pictures in the folder that a book does not name.
pub(super) fn findings(book: &Book, pictures: &Attachments) -> Vec<Finding> {
    let named: BTreeSet<&str> =
        book.attachments.values().map(|attachment| attachment.hash.as_str()).collect();
    let mut findings = Vec::new();
    for file in files_and_folders(pictures.folder()).0 {
        if hash_in_name(&file).is_some_and(|hash| !named.contains(hash.as_str())) {
            let bytes = fs::metadata(&file).map_or(0, |found| found.len());
            findings.push(Finding::of(Fault::Unused { file, bytes }));
        }
    }
    findings
}

/// Returns the hash in the name of a file that is stored as a picture; files of others are left alone.
fn hash_in_name(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    let (hash, extension) = name.split_once('.')?;
    let is_hash = hash.len() == DIGITS && hash.bytes().all(is_digit);
    (is_hash && !extension.is_empty()).then(|| hash.to_owned())
}

fn is_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// The folder beside a book into which its pictures are put, with a folder for each day.
pub(super) fn folder(book: &Path) -> PathBuf {
    backup_folder(book).join("removed-pictures")
}

/// Puts the pictures away that no book, backup and undo log of the folder names, and removes those that were put
/// away more than [`DAYS_KEPT`] days before `day` and are still not named. Returns where those of today are now.
///
/// # Errors
/// When a file that may name pictures cannot be read, or the disk refuses: what was not put away until then stays.
pub fn put_unused_away(book: &Path, day: NaiveDate) -> Result<Vec<PathBuf>, SaveError> {
    let real = fs::canonicalize(book).map_err(|error| SaveError::from_io(book, &error))?;
    let pictures = super::pictures::of(&real);
    let needed = needed(&real)?;
    let mut moved = Vec::new();
    for file in files_and_folders(pictures.folder()).0 {
        if hash_in_name(&file).is_some_and(|hash| !needed.contains(&hash)) {
            moved.push(put_away(&real, &file, day)?);
        }
    }
    for old in files_and_folders(&folder(&real)).1 {
        let name = old.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Ok(put_away_on) = name.parse::<NaiveDate>() else { continue };
        if day - put_away_on <= TimeDelta::days(DAYS_KEPT) {
            continue;
        }
        for file in files_and_folders(&old).0 {
            if hash_in_name(&file).is_some_and(|hash| !needed.contains(&hash)) {
                fs::remove_file(&file).map_err(|error| SaveError::from_io(&file, &error))?;
            }
        }
        // Stays when something is left in it.
        drop(fs::remove_dir(&old));
    }
    Ok(moved)
}

/// Moves a file, or whatever has taken the place of one, into the folder of a day; returns its new place.
pub(super) fn put_away(book: &Path, file: &Path, day: NaiveDate) -> Result<PathBuf, SaveError> {
    let real = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
    let folder = folder(&real).join(day.to_string());
    durable::create_folder(&folder)?;
    let name = file.file_name().unwrap_or_default();
    // What was put away under this name before stays too.
    let free = (1..1000).map(|number| match number {
        1 => folder.join(name),
        number => folder.join(format!("{number}-{}", name.to_string_lossy())),
    });
    let place = free
        .into_iter()
        .find(|place| fs::symlink_metadata(place).is_err())
        .ok_or_else(|| SaveError::new(&folder, SaveProblem::AlreadyExists, "no name is free"))?;
    let failed = |error: std::io::Error| SaveError::from_io(file, &error);
    fs::rename(file, &place).map_err(failed)?;
    durable::sync_folder(&place).and_then(|()| durable::sync_folder(file)).map_err(failed)?;
    Ok(place)
}

/// Collects all hashes that stand in the files beside a book and in all folders of backups there.
fn needed(book: &Path) -> Result<BTreeSet<String>, SaveError> {
    let beside = book.parent().unwrap_or(Path::new("."));
    let mut needed = BTreeSet::new();
    let listed = |folder: &Path| {
        fs::read_dir(folder).map(drop).map_err(|error| SaveError::from_io(folder, &error))?;
        Ok::<_, SaveError>(files_and_folders(folder))
    };
    let mut places = vec![beside.to_owned()];
    // A linked folder of pictures serves the books beside the real one too.
    if let Ok(real) = fs::canonicalize(beside.join(super::super::attachments::FOLDER))
        && let Some(other) = real.parent().filter(|other| *other != beside)
    {
        places.push(other.to_owned());
    }
    let mut files = Vec::new();
    for place in places {
        let (here, folders) = listed(&place)?;
        files.extend(here);
        for folder in folders {
            if folder.extension().is_some_and(|extension| extension == "backups") {
                files.extend(listed(&folder)?.0);
            }
        }
    }
    for file in files {
        collect(&file, &mut needed)?;
    }
    Ok(needed)
}

fn collect(file: &Path, needed: &mut BTreeSet<String>) -> Result<(), SaveError> {
    let ours =
        file.extension().is_some_and(|extension| ["ron", "bak", "log"].iter().any(|own| extension == *own));
    let bytes = match read_file(file, LARGEST_BOOK) {
        Ok(bytes) => bytes,
        // A film beside a book may be as large as it likes.
        Err(_) if !ours => return Ok(()),
        Err(problem) => return Err(unreadable(file, &problem.to_string())),
    };
    let bytes = match secret::unseal(bytes, Opener::Known, LARGEST_BOOK) {
        Ok((bytes, _)) => bytes,
        Err(problem) => return Err(unreadable(file, &problem.to_string())),
    };
    // The lines of an undo log are encrypted one by one.
    if file.extension().is_some_and(|extension| extension == "log") {
        let text = String::from_utf8_lossy(&bytes);
        for line in undo_log::sealed_bodies(&text) {
            let opened = secret::open_known_line(line);
            let opened = opened.ok_or_else(|| unreadable(file, &OpenProblem::Locked.to_string()))?;
            hashes(opened.as_bytes(), needed);
        }
    }
    hashes(&bytes, needed);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if name.starts_with("damaged-") && lacks_something(&bytes) {
        return Err(unreadable(file, "a part of it is missing"));
    }
    Ok(())
}

/// Whether a damaged book has lost text, and with it perhaps the names of pictures. What merely does not read is searched
/// like everything else.
fn lacks_something(bytes: &[u8]) -> bool {
    let found = format::salvage(bytes);
    // The end of a book since version 2 is its last line.
    let cut_off = found.origin.is_none() && found.version != Some(1);
    cut_off || found.aside.iter().any(|aside| aside.text.contains('\u{FFFD}'))
}

fn unreadable(file: &Path, why: &str) -> SaveError {
    SaveError::new(file, SaveProblem::Other, format!("it may need pictures, and {why}"))
}

/// Collects every run of exactly 64 hexadecimal digits.
fn hashes(bytes: &[u8], needed: &mut BTreeSet<String>) {
    for run in bytes.split(|byte| !is_digit(*byte)) {
        if run.len() == DIGITS
            && let Ok(hash) = std::str::from_utf8(run)
            && !needed.contains(hash)
        {
            needed.insert(hash.to_owned());
        }
    }
}
