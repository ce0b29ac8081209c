//! Copies of a book that a synchronising program put beside it because two machines had changed it.
//!
//! Owns how their names are told. Start reading at [`conflict_files`].
//!
//! Only names that say so themselves count: `book (1).ron` may be anybody's copy and is left alone. None is ever read
//! as the book; merging is the user's decision.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use super::durable;

/// A copy of the book that another program put beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictFile {
    /// The file.
    pub path: PathBuf,
    /// Which program names files so.
    pub made_by: MadeBy,
}

/// Which program made a conflict file, told by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeBy {
    /// `book.sync-conflict-20261014-101500-ABCDEFG.ron`
    Syncthing,
    /// `book (Mina's conflicted copy 2026-10-14).ron`, in Dropbox's languages.
    Dropbox,
    /// `book_conf(1).ron`, `book-machine.ron` and the like are left alone; Nextcloud's
    /// `book (conflicted copy 2026-10-14 101500).ron` is found.
    Nextcloud,
}

/// What Dropbox calls a conflicted copy, in small letters.
const CONFLICTED: [&str; 12] = [
    "conflicted copy",
    "in konflikt stehende kopie",
    "konflikt-kopie",
    "競合コピー",
    "copie en conflit",
    "copia en conflicto",
    "copia in conflitto",
    "cópia em conflito",
    "conflicterende kopie",
    "konfliktkopia",
    "冲突副本",
    "충돌된 사본",
];

/// Lists the conflict files beside a book, by name. A folder that cannot be read has none.
pub fn conflict_files(book: &Path) -> Vec<ConflictFile> {
    let target = durable::resolve(book).unwrap_or_else(|_| book.to_owned());
    let (Some(stem), folder) = (target.file_stem(), durable::folder_of(&target)) else { return Vec::new() };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<ConflictFile> = entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| {
            let made_by = made_by(&entry.file_name(), stem, target.extension())?;
            Some(ConflictFile { path: entry.path(), made_by })
        })
        .collect();
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Tells by its name who made a conflict file of the book `stem`.`extension`.
pub(super) fn made_by(name: &OsStr, stem: &OsStr, extension: Option<&OsStr>) -> Option<MadeBy> {
    // The same name can be written in two ways; macOS takes accents and voicing marks apart.
    let composed = |text: &OsStr| text.to_str().map(|text| text.nfc().collect::<String>());
    let (name, stem) = (composed(name)?, composed(stem)?);
    let ending = match extension {
        Some(extension) => format!(".{}", composed(extension)?),
        None => String::new(),
    };
    let between = name.strip_prefix(&stem)?.strip_suffix(&ending)?;
    if let Some(rest) = between.strip_prefix(".sync-conflict-") {
        let parts: Vec<&str> = rest.split('-').collect();
        let digits =
            |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        let [day, time, device] = parts.as_slice() else { return None };
        let known =
            digits(day, 8) && digits(time, 6) && device.bytes().all(|byte| byte.is_ascii_alphanumeric());
        return known.then_some(MadeBy::Syncthing);
    }
    let inner = between.trim_start().strip_prefix('(')?.strip_suffix(')')?.to_lowercase();
    if !CONFLICTED.iter().any(|words| inner.contains(words)) {
        return None;
    }
    // Nextcloud adds the time to the day and never a machine.
    let timed = inner.strip_prefix("conflicted copy ").and_then(|rest| rest.split_once(' '));
    let is_time = |text: &str| text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    Some(if timed.is_some_and(|(_, time)| is_time(time)) { MadeBy::Nextcloud } else { MadeBy::Dropbox })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflict_files_are_told_by_their_names() {
        let of = |name: &str| made_by(name.as_ref(), "Mein Büch".as_ref(), Some("ron".as_ref()));
        assert_eq!(of("Mein Büch.sync-conflict-20261014-101500-ABCDEFG.ron"), Some(MadeBy::Syncthing));
        for dropbox in [
            "Mein Büch (Mina's conflicted copy 2026-10-14).ron",
            "Mein Büch (conflicted copy 2026-10-14).ron",
            "Mein Büch (Minas in Konflikt stehende Kopie 2026-10-14).ron",
            "Mein Büch (Mina の競合コピー 2026-10-14).ron",
            // Taken apart, as macOS writes names.
            "Mein Bu\u{308}ch (Mina の競合コヒ\u{309a}ー 2026-10-14).ron",
        ] {
            assert_eq!(of(dropbox), Some(MadeBy::Dropbox), "{dropbox}");
        }
        assert_eq!(of("Mein Büch (conflicted copy 2026-10-14 101500).ron"), Some(MadeBy::Nextcloud));
        for other in [
            "Mein Büch.ron",
            "Mein Büch (1).ron",
            "Mein Büch-laptop.ron",
            "Mein Büch.ron.bak",
            "Mein Büch.sync-conflict-today.ron",
            "other (conflicted copy 2026-10-14).ron",
            "Mein Büch (conflicted copy 2026-10-14).ron~",
            ".~lock.Mein Büch.ron#",
            "Mein Büch.tmp",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
