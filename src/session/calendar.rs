//! Calendar files on the disk: one that is read, and the one that is kept up to date beside a book.
//!
//! Owns which file that is and when it may be touched. What stands in it is [`crate::exchange::ical`]'s.
//!
//! Invariant: only a file that says that it is kept for this book is replaced or removed
//! (`tests::a_file_of_somebody_else_is_left_alone`).

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use crate::exchange::ical::{self, Content, LARGEST_FILE, LIVE_FILE, Unread};
use crate::exchange::share::{self, Audience};
use crate::index::Index;
use crate::model::{Book, FollowUp, Id};
use crate::store::{SaveError, SaveProblem, durable};

/// How much of a file tells whose it is.
const HEAD: u64 = 2048;

/// How far ahead calendars show what is foreseen: every birthday once.
const AHEAD: Days = Days::new(365);

/// Returns what the rules foresee, as the records that it would become: birthdays, and when to be in touch again.
/// Suggestions have no day of their own and stay here.
pub fn foreseen(index: &Index, today: NaiveDate) -> Vec<FollowUp> {
    let until = today.checked_add_days(AHEAD).unwrap_or(today);
    let book = index.book();
    let due = index.due(today, ..=until).into_iter();
    let due = due.filter(|due| due.source.stored().is_none() && !due.is_suggestion());
    due.map(|due| {
        // It changes when the person does: a birthday is corrected, a name.
        let people = due.contacts.iter().filter_map(|id| book.get(*id));
        let changed = people.map(|contact| contact.updated_at).max().unwrap_or_default();
        FollowUp {
            id: due.id(),
            kind: due.kind,
            due_on: due.due_on,
            due_at: due.due_at,
            contacts: due.contacts.iter().copied().collect(),
            about: due.about.clone(),
            reason: due.reason,
            created_at: changed,
            updated_at: changed,
            ..FollowUp::default()
        }
    })
    .collect()
}

/// Returns the calendar file that belongs to a book.
pub fn live_file(book: &Path) -> PathBuf {
    book.with_file_name(LIVE_FILE)
}

/// Writes the calendar file of a book when it differs from what is there; returns whether it did. New ones are for
/// their owner only.
///
/// # Errors
/// When the disk refuses, or a file of that name is somebody else's.
pub fn keep(book: &Book, path: &Path, content: &Content<'_>) -> Result<bool, SaveError> {
    // Beside the book it is the owner's own.
    let own = share::book(book, Audience::Me);
    let text = ical::write(&own, &Content { live: true, ..*content });
    match whose(path, book.header.id) {
        Whose::Nobodys => {}
        Whose::Ours => {
            let same = File::open(path).is_ok_and(|file| {
                let mut old = Vec::new();
                file.take(text.len() as u64 + 1).read_to_end(&mut old).is_ok() && old == text.as_bytes()
            });
            if same {
                return Ok(false);
            }
        }
        Whose::Others => {
            return Err(SaveError {
                path: path.to_owned(),
                problem: SaveProblem::AlreadyExists,
                detail: "another file has this name; it was left alone".to_owned(),
            });
        }
    }
    durable::replace(path, text.as_bytes()).map(|()| true)
}

/// Removes the calendar file of a book, if there is one; returns whether there was.
///
/// # Errors
/// When the system refuses.
pub fn give_up(book: Id<Book>, path: &Path) -> Result<bool, SaveError> {
    if whose(path, book) != Whose::Ours {
        return Ok(false);
    }
    std::fs::remove_file(path).map(|()| true).map_err(|error| SaveError::from_io(path, &error))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Nobodys,
    Ours,
    Others,
}

fn whose(path: &Path, book: Id<Book>) -> Whose {
    match std::fs::symlink_metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Whose::Nobodys,
        // A link leads to a file that others may need; a pipe would wait for its writer.
        Ok(found) if found.is_file() => {
            let mut head = Vec::new();
            let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
            let ours = read.is_ok() && ical::is_kept_for(&String::from_utf8_lossy(&head), book);
            if ours { Whose::Ours } else { Whose::Others }
        }
        _ => Whose::Others,
    }
}

/// Reads the bytes of a calendar file; takes no more memory than it may have.
///
/// # Errors
/// The outer one when the system refuses, the inner one when it is too large.
pub fn bytes_of(path: &Path) -> std::io::Result<Result<Vec<u8>, Unread>> {
    let found = std::fs::metadata(path)?;
    if !found.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    if found.len() > LARGEST_FILE {
        return Ok(Err(Unread::TooLarge));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // It may grow meanwhile.
    File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > LARGEST_FILE { Err(Unread::TooLarge) } else { Ok(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::ical::{Choices, Zone};
    use crate::text::{Locale, Texts};

    fn content(texts: &Texts) -> Content<'_> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap();
        Content { texts, zone: Zone::UTC, today, choices: Choices::SPARING, foreseen: &[], live: false }
    }

    #[test]
    fn a_file_of_somebody_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = live_file(&folder.path().join("book.ron"));
        let texts = Texts::new(Locale::En);
        let (mut book, mut other) = (Book::default(), Book::default());
        book.header = std::sync::Arc::new(crate::model::Header { id: Id::new(1), ..Default::default() });
        other.header = std::sync::Arc::new(crate::model::Header { id: Id::new(2), ..Default::default() });
        for (what, whose) in [
            ("an export", ical::write(&share::book(&book, Audience::Me), &content(&texts))),
            ("a note", "buy milk".to_owned()),
        ] {
            durable::create(&path, whose.as_bytes()).unwrap();
            assert!(keep(&book, &path, &content(&texts)).is_err(), "{what}");
            assert_eq!(give_up(book.header.id, &path), Ok(false));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), whose);
            std::fs::remove_file(&path).unwrap();
        }
        assert_eq!(keep(&other, &path, &content(&texts)), Ok(true));
        assert!(keep(&book, &path, &content(&texts)).is_err(), "two books in one folder do not fight for it");
        assert_eq!(give_up(other.header.id, &path), Ok(true));
        assert!(!path.exists());
    }

    #[test]
    fn the_file_is_written_only_when_it_differs_and_for_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let path = live_file(&folder.path().join("book.ron"));
        let (texts, book) = (Texts::new(Locale::De), Book::default());
        assert_eq!(keep(&book, &path, &content(&texts)), Ok(true));
        assert_eq!(keep(&book, &path, &content(&texts)), Ok(false));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
