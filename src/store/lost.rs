//! A book whose file is gone while older states of it are still there.
//!
//! Nothing begins anew under such a name without being asked for: who sees an empty book where theirs was believes
//! that all is lost, and the first saves would push the older states out. Start reading at [`is_lost`].

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::backups::{self, Backup, previous_state};
use super::format::StateId;
use super::{beside, durable, lock};

/// Whether a book of this name was here and its file is gone.
pub fn is_lost(book: &Path) -> bool {
    let gone = fs::symlink_metadata(book).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    gone && trace(book).is_some()
}

/// Returns what is left of a book besides its file: the newest older state, else a copy that was put aside or a
/// conflict file beside it.
pub fn trace(book: &Path) -> Option<PathBuf> {
    let previous = Some(previous_state(book)).filter(|file| file.is_file());
    let aside = || {
        let entries = fs::read_dir(backups::backup_folder(book)).ok()?;
        let files = entries.flatten().map(|entry| entry.path()).filter(|file| {
            let is_ron = file.extension().is_some_and(|extension| extension == "ron");
            is_ron && file.file_name().is_some_and(|name| name != lock::HOLDER) && file.is_file()
        });
        // `before-…` and `damaged-…` carry their moment in the name.
        files.max()
    };
    let conflict = || beside::conflict_files(book).into_iter().next_back().map(|file| file.path);
    let dated = || backups::backups(book).into_iter().next().map(|backup| backup.path);
    previous.or_else(dated).or_else(aside).or_else(conflict)
}

/// Lists the older states of a book, the newest first, with the one before the last save among them. That one has to be
/// read for it, which takes time; call it on a worker.
pub fn earlier_states(book: &Path) -> Vec<Backup> {
    let mut found = backups::backups(book);
    let path = previous_state(book);
    let Some(about) = fs::metadata(&path).ok().filter(fs::Metadata::is_file) else { return found };
    let (saved, id) = match backups::read_state(&path) {
        Ok((_, origin)) => (origin.saved, origin.id.unwrap_or_default()),
        // Encrypted or damaged: what it is shows when it is opened. No other one can be newer.
        Err(_) => (u64::MAX, StateId::default()),
    };
    if found.iter().all(|backup| (backup.saved, backup.id) != (saved, id)) {
        let saved_at = about.modified().map(backups::moment).unwrap_or_default();
        let at = found.partition_point(|backup| backup.saved > saved);
        found.insert(at, Backup { path, saved, saved_at, bytes: about.len(), id });
    }
    found
}

/// Returns a name under which a new book harms nothing: that of the book itself, or beside it with a number when that
/// one is taken or older states belong to it.
pub fn name_for_new(book: &Path) -> PathBuf {
    let is_free = |path: &Path| fs::symlink_metadata(path).is_err() && trace(path).is_none();
    if is_free(book) {
        return book.to_owned();
    }
    let stem = book.file_stem().unwrap_or_default().to_owned();
    let numbered = (2..1000).map(|number| {
        let mut name = stem.clone();
        name.push(format!("-{number}"));
        if let Some(extension) = book.extension() {
            name.push(".");
            name.push(extension);
        }
        durable::folder_of(book).join(name)
    });
    let mut names = numbered;
    names.find(|path| is_free(path)).unwrap_or_else(|| book.to_owned())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::model::{Book, Id};
    use crate::store::{Store, backup_folder};

    #[test]
    fn a_book_is_lost_only_when_something_is_left_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("book.ron");
        assert!(!is_lost(&book), "never there");
        assert_eq!(name_for_new(&book), book);
        // A folder with nothing but a lock tells of a book that was never saved.
        fs::create_dir(backup_folder(&book)).unwrap();
        fs::write(backup_folder(&book).join("lock"), "").unwrap();
        fs::write(backup_folder(&book).join(lock::HOLDER), "()").unwrap();
        assert!(!is_lost(&book));
        for left in ["book.ron.bak", "book.backups/damaged-2026-11-22T190426Z.ron"] {
            fs::write(folder.path().join(left), "x").unwrap();
            assert!(is_lost(&book), "{left}");
            assert_eq!(trace(&book), Some(folder.path().join(left)));
            assert_eq!(name_for_new(&book), folder.path().join("book-2.ron"));
            fs::remove_file(folder.path().join(left)).unwrap();
        }
        fs::write(folder.path().join("book.sync-conflict-20261014-101500-ABCDEFG.ron"), "x").unwrap();
        assert!(is_lost(&book));
        fs::write(&book, "x").unwrap();
        assert!(!is_lost(&book), "it is there");
    }

    #[test]
    fn the_state_before_the_last_save_is_in_its_place_among_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let bak = previous_state(&path);
        Store::create(&bak, &Book::new(Id::new(7), now)).unwrap();
        let id = backups::read_state(&bak).unwrap().1.id.unwrap();
        assert_eq!(earlier_states(&path).iter().map(|state| &state.path).collect::<Vec<_>>(), [&bak]);
        // The same state is not listed twice, and an older one comes after it.
        fs::create_dir(backup_folder(&path)).unwrap();
        let saved = earlier_states(&path)[0].saved;
        fs::copy(&bak, backup_folder(&path).join(backups::name(now, saved, id))).unwrap();
        assert_eq!(earlier_states(&path).len(), 1);
        fs::write(&bak, "damaged").unwrap();
        let found = earlier_states(&path);
        assert_eq!((found.len(), &found[0].path), (2, &bak));
    }
}
