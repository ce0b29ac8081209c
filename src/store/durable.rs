//! Writing a file so that after a crash, a kill or a power cut there is the old file or the new one, whole.
//!
//! Owns the order of system calls: temporary file in the same folder → write → fsync → rename → fsync of the
//! folder. Knows nothing of books. Start reading at [`replace`].
//!
//! After a failed fsync the page cache may claim to be clean although nothing reached the disk; therefore an
//! attempt never reuses a temporary file: each one writes a new one.
//!
//! The place of the backup (issue "safety"): a hard link of the old file to `.bak`, made just before the rename.
//!
//! Invariant: a file is never written in place (`store::a_reader_sees_the_old_or_the_new_book_never_a_mix`).
//! Invariant: a symbolic link is followed and survives (`store::a_linked_book_stays_a_link`).

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::{SaveError, SaveProblem};

/// Ending of the temporary files; with the name of the book in front they are told from anybody else's.
const TEMPORARY: &str = ".cardloom-tmp";

/// More links than any real path has; the systems themselves stop at 40.
const MOST_LINKS: usize = 40;

/// Replaces the content of a file, or makes it; returns after the new content is on the disk.
///
/// # Errors
/// When any step fails; the old content is then still there, unless only the last step failed (fsync of the
/// folder): then the new content is there but may not survive a power cut.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let target = resolve(path).map_err(|error| SaveError::from_io(path, &error))?;
    let old = match fs::metadata(&target) {
        Ok(old) if old.is_dir() => {
            return Err(SaveError::new(path, SaveProblem::AlreadyExists, "a folder has this name"));
        }
        Ok(old) if old.permissions().readonly() => {
            return Err(SaveError::new(path, SaveProblem::ReadOnly, "the file is marked read-only"));
        }
        Ok(old) => Some(old.permissions()),
        Err(_) => None,
    };
    let temporary = write_temporary(&target, bytes, old).map_err(|error| SaveError::from_io(path, &error))?;
    let written = temporary.persist(&target).map_err(|failed| SaveError::from_io(path, &failed.error))?;
    drop(written);
    sync_folder(&target).map_err(|error| SaveError::from_io(path, &error))
}

/// Makes a file that is not there yet, in the same way as [`replace`].
///
/// # Errors
/// With [`SaveProblem::AlreadyExists`] when the name is taken, also by a broken link.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(SaveError::new(path, SaveProblem::AlreadyExists, "nothing was overwritten"));
    }
    let target = resolve(path).map_err(|error| SaveError::from_io(path, &error))?;
    let temporary =
        write_temporary(&target, bytes, None).map_err(|error| SaveError::from_io(path, &error))?;
    let written = temporary
        .persist_noclobber(&target)
        .or_else(|failed| match failed.error.kind() {
            io::ErrorKind::AlreadyExists => Err(failed),
            // Some disks (exFAT, network) cannot say "unless it is there"; the name was free a moment ago.
            _ => failed.file.persist(&target),
        })
        .map_err(|failed| SaveError::from_io(path, &failed.error))?;
    drop(written);
    sync_folder(&target).map_err(|error| SaveError::from_io(path, &error))
}

/// Makes a folder and its parents and returns after their names are on the disk.
///
/// # Errors
/// When the system refuses.
pub fn create_folder(path: &Path) -> Result<(), SaveError> {
    if path.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(path)
        .and_then(|()| sync_folder(path))
        .map_err(|error| SaveError::from_io(path, &error))
}

/// Removes the temporary files that a killed program left beside a file; returns how many. A file that a
/// running program is writing is locked and stays. What cannot be removed stays too: it does no harm.
pub fn remove_leftovers(path: &Path) -> usize {
    let Ok(target) = resolve(path) else { return 0 };
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { return 0 };
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let prefix = temporary_prefix(name);
    let mut removed = 0;
    for entry in entries.flatten() {
        if is_leftover(&entry, &prefix)
            && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok())
            && fs::remove_file(entry.path()).is_ok()
        {
            removed += 1;
        }
    }
    removed
}

fn is_leftover(entry: &fs::DirEntry, prefix: &OsStr) -> bool {
    let name = entry.file_name();
    let bytes = name.as_encoded_bytes();
    bytes.starts_with(prefix.as_encoded_bytes())
        && bytes.ends_with(TEMPORARY.as_bytes())
        && bytes.len() == prefix.len() + RANDOM + TEMPORARY.len()
        && entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// How many random characters tell temporary files apart.
const RANDOM: usize = 8;

fn temporary_prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".");
    prefix
}

fn write_temporary(
    target: &Path,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<NamedTempFile> {
    let folder = folder_of(target);
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut temporary = Builder::new()
        .prefix(&temporary_prefix(name))
        .suffix(TEMPORARY)
        .rand_bytes(RANDOM)
        .tempfile_in(folder)?;
    // Tells `remove_leftovers` of another program that this one is alive. Some network disks have no locks;
    // there a leftover is at worst removed too early and this save fails and is repeated.
    drop(temporary.as_file().try_lock());
    temporary.write_all(bytes)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Follows symbolic links to the file itself, which need not exist yet; its folder must.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::canonicalize(&path) {
            Ok(real) => return Ok(real),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(_) => {}
        }
        let folder = folder_of(&path).to_owned();
        match fs::read_link(&path) {
            Ok(next) => path = folder.join(next),
            Err(_) => {
                let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
                return Ok(fs::canonicalize(folder)?.join(name));
            }
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes the new name in the folder of `path` survive a power cut. Windows does that with the rename.
#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(folder_of(path))?.sync_all() {
        // Some file systems (FUSE, network) have no fsync for folders; they cannot do better.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        result => result,
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as on Unix")]
pub(super) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
