//! "Save a copy elsewhere": what helps when the book's own place refuses to be written.

use std::path::Path;

use crate::jobs::{Cancelled, Progress};
use crate::model::Book;
use crate::store::{Attachments, SaveError, SaveProblem, Store, durable, is_part_of};

/// Writes a book with its pictures to a place where nothing is yet; takes time, so call it on a worker. `from` is the
/// file of the book, whose pictures lie beside it. Returns how many pictures could not be copied because they are
/// missing or damaged.
///
/// # Errors
/// The outer one when it was cancelled, the inner one when the disk refuses or the name is taken. Pictures come before the
/// book, so a copy that exists is whole.
pub fn save_copy(
    book: &Book,
    from: Option<&Path>,
    to: &Path,
    progress: &Progress,
) -> Result<Result<usize, SaveError>, Cancelled> {
    let taken = std::fs::symlink_metadata(to).is_ok() || from.is_some_and(|from| is_part_of(from, to));
    if taken {
        return Ok(Err(SaveError {
            path: to.to_owned(),
            problem: SaveProblem::AlreadyExists,
            detail: "nothing was overwritten".to_owned(),
        }));
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty())
        && let Err(error) = durable::create_folder(folder)
    {
        return Ok(Err(error));
    }
    let mut missing = 0;
    let other = Attachments::beside(to);
    if let Some(from) = from {
        let own = Attachments::beside(from);
        // The copy of an encrypted book is encrypted, with the same key and passphrase.
        other.use_key_of(&own);
        let total = book.attachments.len() as u64;
        for (done, attachment) in book.attachments.values().enumerate() {
            progress.set(done as u64, total)?;
            match own.copy_to(&other, attachment) {
                Ok(()) => {}
                // It is there and cannot be written: nor can the rest.
                Err(error) if own.verify(attachment).is_ok() => return Ok(Err(error)),
                Err(_) => missing += 1,
            }
        }
    }
    Ok(Store::create(to, book).map(|_| missing))
}
