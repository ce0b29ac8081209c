//! Going on from an older state of a book whose file cannot be opened.
//!
//! The book must not be open in this program meanwhile. Start reading at [`go_back_to`].

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::check::{SalvageError, keep_file};
use super::lock::{self, Taken};
use super::{Backup, Holder, LARGEST_BOOK, OpenError, OpenProblem, durable, read_backup, read_file};

/// Puts an older state in the place of the book. The file that is there is kept beside the older states; returns where,
/// or nothing when there was none.
///
/// # Errors
/// When the older state cannot be read, another program has the book open, or the disk refuses; the file is then as
/// it was.
pub fn go_back_to(
    book: &Path,
    backup: &Backup,
    stamp: DateTime<Utc>,
    me: &Holder,
) -> Result<Option<PathBuf>, SalvageError> {
    let failed = |problem| SalvageError::Open(OpenError { path: backup.path.clone(), problem });
    let is_there = std::fs::symlink_metadata(book).is_ok();
    match read_backup(backup) {
        Ok(_) => {}
        // Without its passphrase nobody knows whether it opens; in the place of nothing it does no harm.
        Err(error) if error.problem == OpenProblem::Locked && !is_there => {}
        // A state that does not open must not take the place of anything.
        Err(error) => return Err(SalvageError::Open(error)),
    }
    let bytes = read_file(&backup.path, LARGEST_BOOK).map_err(failed)?;
    let folder = super::backup_folder(book);
    let _lock = match lock::take(&folder, me) {
        Ok(Taken::Ours(lock)) => Some(lock),
        Ok(Taken::Unsupported) => None,
        Ok(Taken::Held(_)) | Err(_) => return Err(SalvageError::NotWritable),
    };
    let kept = if is_there { Some(keep_file(book, stamp).map_err(SalvageError::Save)?) } else { None };
    durable::replace(book, &bytes).map_err(SalvageError::Save)?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Book, Id};
    use crate::store::{Store, backup_folder, backups};

    #[test]
    fn the_damaged_file_is_kept_and_the_older_state_takes_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let book = Book::new(Id::new(7), now);
        let store = Store::create(&path, &book).unwrap();
        let (_, origin) = crate::store::read_state(store.path()).unwrap();
        std::fs::create_dir_all(backup_folder(&path)).unwrap();
        let id = origin.id.unwrap();
        let name = crate::store::backups::name(now, 1, id);
        std::fs::copy(&path, backup_folder(&path).join(name)).unwrap();
        std::fs::write(&path, "(version: 2,\nhea").unwrap();

        let found = backups(&path);
        let me = Holder::default();
        let kept = go_back_to(&path, &found[0], now, &me).unwrap().unwrap();
        assert_eq!(std::fs::read_to_string(kept).unwrap(), "(version: 2,\nhea");
        assert_eq!(crate::store::read_state(&path).unwrap().0.header.id, Id::new(7));

        // A state that cannot be read takes nobody's place.
        std::fs::write(&found[0].path, "broken").unwrap();
        assert!(go_back_to(&path, &found[0], now, &me).is_err());
        assert_eq!(crate::store::read_state(&path).unwrap().0.header.id, Id::new(7));
    }
}
