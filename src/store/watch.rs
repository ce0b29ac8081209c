//! Notices that another program wrote to the folder of a book.
//!
//! Owns the watch of the operating system. Knows nothing of books: what happened is found out by looking
//! ([`super::BookFile::look`]). Start reading at [`Watch::start`].
//!
//! The folder is watched, never the file: a watch on a file goes deaf when the file is replaced, and saving replaces
//! it. Network disks tell nothing about other machines, and systems run out of watches; therefore the saving thread
//! also looks from time to time.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::beside;

/// What is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The file of the book, links followed.
    pub book: PathBuf,
    /// The folder of its backups, where the lock is.
    pub folder: PathBuf,
}

/// Watches until it is dropped.
pub(super) struct Watch {
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Calls `wake` from a thread of its own whenever something happened that may concern the book; nothing when the
    /// system cannot watch.
    pub(super) fn start(places: &Places, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let names = Names::of(places);
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // An error, such as too many events at once, may hide one that counts.
            if event.map_or(true, |event| names.concern(&event)) {
                wake();
            }
        })
        .ok()?;
        if watcher.watch(places.book.parent()?, RecursiveMode::NonRecursive).is_err() {
            // Its thread may never have begun (no memory, too many threads), and then dropping it panics.
            std::mem::forget(watcher);
            return None;
        }
        // Without it the end of another program is noticed a little later.
        drop(watcher.watch(&places.folder, RecursiveMode::NonRecursive));
        Some(Self { _watcher: watcher })
    }
}

/// The names that matter.
struct Names {
    book: OsString,
    holder: OsString,
}

impl Names {
    fn of(places: &Places) -> Self {
        let book = places.book.file_name().unwrap_or_default().to_owned();
        Self { book, holder: super::lock::HOLDER.into() }
    }

    fn concern(&self, event: &Event) -> bool {
        // Reading changes nothing; our own reading would wake us for ever.
        !matches!(event.kind, EventKind::Access(_))
            && (event.paths.is_empty()
                || event.paths.iter().any(|path| self.has(path))
                || event.need_rescan())
    }

    fn has(&self, path: &Path) -> bool {
        path.file_name()
            .is_some_and(|name| name == self.book || name == self.holder || self.is_conflict_file(name))
    }

    /// A copy that a synchronising program puts beside the book comes without any change of the book itself.
    fn is_conflict_file(&self, name: &OsStr) -> bool {
        let book = Path::new(&self.book);
        book.file_stem().is_some_and(|stem| beside::made_by(name, stem, book.extension()).is_some())
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, ModifyKind};

    use super::*;

    #[test]
    fn only_the_book_its_conflict_files_and_the_end_of_its_holder_wake() {
        let places = Places { book: "/x/book.ron".into(), folder: "/x/book.backups".into() };
        let names = Names::of(&places);
        let event = |kind, path: &str| Event::new(kind).add_path(PathBuf::from(path));
        assert!(names.concern(&event(EventKind::Modify(ModifyKind::Any), "/x/book.ron")));
        assert!(names.concern(&event(EventKind::Create(CreateKind::File), "/x/book.ron")));
        assert!(names.concern(&event(EventKind::Any, "/x/book.backups/holder.ron")));
        assert!(!names.concern(&event(EventKind::Access(AccessKind::Any), "/x/book.ron")));
        assert!(!names.concern(&event(EventKind::Any, "/x/.book.ron.abcdefgh.cardloom-tmp")));
        assert!(!names.concern(&event(EventKind::Any, "/x/other.ron")));
        let conflict = "/x/book.sync-conflict-20261014-101500-ABCDEFG.ron";
        assert!(names.concern(&event(EventKind::Create(CreateKind::File), conflict)));
    }

    #[test]
    fn a_replaced_and_a_rewritten_book_are_both_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let book = std::fs::canonicalize(folder.path()).unwrap().join("book.ron");
        std::fs::write(&book, "one").unwrap();
        let (tell, told) = std::sync::mpsc::channel();
        let places = Places { book: book.clone(), folder: folder.path().join("book.backups") };
        let wake = move || tell.send(()).unwrap_or_default();
        let Some(_watch) = Watch::start(&places, wake) else { return };
        let patience = std::time::Duration::from_secs(20);
        for round in 0..2 {
            std::fs::write(book.with_extension("new"), "two").unwrap();
            std::fs::rename(book.with_extension("new"), &book).unwrap();
            told.recv_timeout(patience).unwrap_or_else(|_| panic!("round {round}: replaced"));
            while told.recv_timeout(std::time::Duration::from_millis(50)).is_ok() {}
            std::fs::write(&book, "three").unwrap();
            told.recv_timeout(patience).unwrap_or_else(|_| panic!("round {round}: rewritten"));
            while told.recv_timeout(std::time::Duration::from_millis(50)).is_ok() {}
        }
    }
}
