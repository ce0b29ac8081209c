//! Who may write a book: a lock of the system, which ends with its process however that ends.
//!
//! Owns the files `lock` and `holder.ron` in the folder of the backups. The lock itself is the system's; the second
//! file says only whom to name. Start reading at [`take`].
//!
//! Invariant: a lock whose process was killed is free at once (`tests::what_a_killed_holder_wrote_down_does_not_hold_the_lock`).

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::access::Holder;
use super::durable;

const LOCK: &str = "lock";
pub(super) const HOLDER: &str = "holder.ron";

/// The largest `holder.ron` that is read, in bytes.
const LARGEST_HOLDER: u64 = 4096;

/// The right to write; given up when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    folder: PathBuf,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub(super) enum Taken {
    /// It is ours.
    Ours(Lock),
    /// Another program has it.
    Held(Holder),
    /// This disk has no locks (some network disks). The comparison before every save is what remains.
    Unsupported,
}

/// Asks for the lock in a folder, which must be there. Never waits.
///
/// # Errors
/// When the file of the lock cannot be made.
pub(super) fn take(folder: &Path, me: &Holder) -> io::Result<Taken> {
    let path = folder.join(LOCK);
    // The file may be removed between opening and locking; a lock on a file without a name protects nothing.
    for _ in 0..8 {
        let file = open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Taken::Held(read_holder(folder))),
            Err(TryLockError::Error(_)) => return Ok(Taken::Unsupported),
        }
        let lock = Lock { file, folder: folder.to_owned() };
        if lock.is_current() {
            // Whom to name is a courtesy; without it the lock holds all the same.
            if let Ok(text) = ron::to_string(me) {
                drop(durable::replace(&folder.join(HOLDER), text.as_bytes()));
            }
            return Ok(Taken::Ours(lock));
        }
    }
    Ok(Taken::Unsupported)
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Returns who wrote down that they hold the lock; nobody in particular when that cannot be read.
fn read_holder(folder: &Path) -> Holder {
    let mut text = String::new();
    let read =
        File::open(folder.join(HOLDER)).and_then(|file| file.take(LARGEST_HOLDER).read_to_string(&mut text));
    read.ok().and_then(|_| ron::from_str(&text).ok()).unwrap_or_default()
}

impl Lock {
    /// Whether the file that is locked still has its name: the folder may have been removed or put back.
    pub(super) fn is_current(&self) -> bool {
        match (self.file.metadata(), fs::metadata(self.folder.join(LOCK))) {
            (Ok(ours), Ok(there)) => same_file(&ours, &there),
            _ => false,
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.is_current() {
            // Before the lock goes: afterwards it would be the next holder's. What stays does no harm.
            drop(fs::remove_file(self.folder.join(HOLDER)));
        }
        drop(self.file.unlock());
    }
}

#[cfg(unix)]
fn same_file(a: &fs::Metadata, b: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

/// Windows keeps the name of an open file: it cannot be another one.
#[cfg(not(unix))]
fn same_file(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

impl Holder {
    /// Returns what this process writes down about itself.
    pub fn this_process(now: DateTime<Utc>) -> Self {
        let first =
            |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
        let host = fs::read_to_string("/proc/sys/kernel/hostname").map(|name| name.trim().to_owned());
        Self {
            process: std::process::id(),
            host: host.unwrap_or_else(|_| first(&["HOSTNAME", "COMPUTERNAME", "HOST"])),
            user: first(&["USER", "USERNAME", "LOGNAME"]),
            since: Some(now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(process: u32) -> Holder {
        Holder { process, ..Holder::default() }
    }

    #[test]
    fn the_second_is_told_who_was_first_and_gets_the_lock_when_it_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let Taken::Ours(first) = take(folder.path(), &holder(1)).unwrap() else { panic!("it is free") };
        let Taken::Held(by) = take(folder.path(), &holder(2)).unwrap() else { panic!("it is taken") };
        assert_eq!(by, holder(1));
        drop(first);
        assert!(!folder.path().join(HOLDER).exists());
        assert!(matches!(take(folder.path(), &holder(2)).unwrap(), Taken::Ours(_)));
    }

    #[test]
    fn what_a_killed_holder_wrote_down_does_not_hold_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(HOLDER), "(process:1)").unwrap();
        fs::write(folder.path().join(LOCK), "").unwrap();
        assert!(matches!(take(folder.path(), &holder(2)).unwrap(), Taken::Ours(_)));
    }

    #[test]
    fn a_lock_whose_file_is_gone_is_known_to_be_none() {
        let folder = tempfile::tempdir().unwrap();
        let Taken::Ours(lock) = take(folder.path(), &holder(1)).unwrap() else { panic!("it is free") };
        assert!(lock.is_current());
        fs::rename(folder.path().join(LOCK), folder.path().join("moved")).unwrap();
        assert!(!lock.is_current());
        fs::write(folder.path().join(LOCK), "").unwrap();
        assert!(!lock.is_current(), "another file of this name");
    }
}
