//! Writing a file so that after a crash, a kill or a power cut there is the old file or the new one, whole.
//!
//! Owns the order of system calls: temporary file in the same folder → write → fsync → rename → fsync of the
//! folder. Knows nothing of books. Start reading at [`replace`]; a book goes the same way in steps of its own
//! ([`super::BookFile`]), which keep the old file as a backup in between.
//!
//! After a failed fsync the page cache may claim to be clean although nothing reached the disk; therefore an
//! attempt never reuses a temporary file: each one writes a new one.
//!
//! Invariant: a file is never written in place (`store::a_reader_sees_the_old_or_the_new_book_never_a_mix`).
//! Invariant: a symbolic link is followed and survives (`store::a_linked_book_stays_a_link`).
//! Invariant: new files and folders are for their owner only; those that were there keep permissions and owner
//! (`store::a_book_is_private_and_keeps_the_permissions_that_it_was_given`).

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

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
    let old = replaceable(path, &target)?;
    let temporary =
        write_temporary(&target, &[bytes], old.as_ref()).map_err(|error| SaveError::from_io(path, &error))?;
    put_in_place(temporary, &target).map_err(|error| SaveError::from_io(path, &error))?;
    sync_folder(&target).map_err(|error| SaveError::from_io(path, &error))
}

/// Returns what is known of the file that is to be replaced, or why it must not be; nothing when there is none.
pub(super) fn replaceable(path: &Path, target: &Path) -> Result<Option<fs::Metadata>, SaveError> {
    match fs::metadata(target) {
        Ok(old) if !old.is_file() => {
            Err(SaveError::new(path, SaveProblem::AlreadyExists, "this name is no regular file"))
        }
        Ok(old) if old.permissions().readonly() => {
            Err(SaveError::new(path, SaveProblem::ReadOnly, "the file is marked read-only"))
        }
        Ok(old) => Ok(Some(old)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SaveError::from_io(path, &error)),
    }
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
        write_temporary(&target, &[bytes], None).map_err(|error| SaveError::from_io(path, &error))?;
    put_in_place_of_nothing(temporary, &target).map_err(|error| SaveError::from_io(path, &error))?;
    sync_folder(&target).map_err(|error| SaveError::from_io(path, &error))
}

/// Makes a folder and its parents, for the owner only, and returns after their names are on the disk.
///
/// # Errors
/// When the system refuses.
pub fn create_folder(path: &Path) -> Result<(), SaveError> {
    let failed = |error: io::Error| SaveError::from_io(path, &error);
    if path.is_dir() {
        return Ok(());
    }
    // Each parent whose entry is new has to reach the disk too.
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        create_folder(parent)?;
    }
    create_one_folder(path).map_err(failed)
}

/// Makes a folder whose parent is there, for the owner only, and returns after its name is on the disk.
pub(super) fn create_one_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    match private_folder(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
        made => made?,
    }
    sync_folder(path)
}

fn private_folder(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "the mode is set on Unix"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
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
        if is_leftover(&entry, Some(&prefix)) && remove_if_dead(&entry.path()) {
            removed += 1;
        }
    }
    removed
}

/// Lists the temporary files that a killed program left beside a file.
pub(super) fn leftovers(path: &Path) -> Vec<PathBuf> {
    let Ok(target) = resolve(path) else { return Vec::new() };
    let prefix = temporary_prefix(target.file_name().unwrap_or_default());
    let entries = fs::read_dir(folder_of(&target)).into_iter().flatten().flatten();
    let dead = entries.filter(|entry| is_leftover(entry, Some(&prefix))).map(|entry| entry.path());
    let mut found: Vec<PathBuf> =
        dead.filter(|path| File::open(path).is_ok_and(|file| file.try_lock().is_ok())).collect();
    found.sort();
    found
}

/// Removes all temporary files of killed programs in a folder that is ours alone.
pub(super) fn remove_all_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if is_leftover(&entry, None) {
            remove_if_dead(&entry.path());
        }
    }
}

fn remove_if_dead(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| file.try_lock().is_ok()) && fs::remove_file(path).is_ok()
}

fn is_leftover(entry: &fs::DirEntry, prefix: Option<&OsStr>) -> bool {
    let name = entry.file_name();
    let bytes = name.as_encoded_bytes();
    let fits = match prefix {
        Some(prefix) => {
            bytes.starts_with(prefix.as_encoded_bytes())
                && bytes.len() == prefix.len() + RANDOM + TEMPORARY.len()
        }
        None => bytes.starts_with(b"."),
    };
    fits && bytes.ends_with(TEMPORARY.as_bytes()) && entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// How many random characters tell temporary files apart.
const RANDOM: usize = 8;

fn temporary_prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".");
    prefix
}

/// Writes pieces to a new temporary file beside `target` and returns it when it is on the disk; it has the owner
/// and the permissions of `like`, or is for its owner only.
pub(super) fn write_temporary(
    target: &Path,
    pieces: &[&[u8]],
    like: Option<&fs::Metadata>,
) -> io::Result<NamedTempFile> {
    write_temporary_with(target, like, |out| pieces.iter().try_for_each(|piece| out.write_all(piece)))
}

/// As [`write_temporary`]: `write` says what stands in the file.
pub(super) fn write_temporary_with(
    target: &Path,
    like: Option<&fs::Metadata>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let temporary = temporary_beside(target)?;
    // Many short pieces become few long writes; long pieces pass through.
    let mut out = BufWriter::with_capacity(1 << 18, temporary.as_file());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    if let Some(like) = like {
        take_over_owner_and_permissions(temporary.as_file(), like)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

fn temporary_beside(target: &Path) -> io::Result<NamedTempFile> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let temporary = Builder::new()
        .prefix(&temporary_prefix(name))
        .suffix(TEMPORARY)
        .rand_bytes(RANDOM)
        .tempfile_in(folder_of(target))?;
    // Tells `remove_leftovers` of another program that this one is alive. Some network disks have no locks;
    // there a leftover is at worst removed too early and this save fails and is repeated.
    drop(temporary.as_file().try_lock());
    Ok(temporary)
}

/// Asks the system whether files can be made beside `target`, by making one.
pub(super) fn try_to_write_beside(target: &Path) -> io::Result<()> {
    temporary_beside(target)?.close()
}

#[cfg(unix)]
fn take_over_owner_and_permissions(file: &File, like: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let own = file.metadata()?;
    let mut mode = like.mode() & 0o777;
    // Only root can give a file away. A file that stays ours must not open itself to our group instead of theirs.
    if own.uid() != like.uid() {
        drop(fchown(file, Some(like.uid()), None));
    }
    if own.gid() != like.gid() && fchown(file, None, Some(like.gid())).is_err() {
        mode &= !0o070;
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn take_over_owner_and_permissions(file: &File, like: &fs::Metadata) -> io::Result<()> {
    file.set_permissions(like.permissions())
}

/// Gives a temporary file the name of the file that it replaces; returns the file.
pub(super) fn put_in_place(temporary: NamedTempFile, target: &Path) -> io::Result<File> {
    let mut waiting = Some(temporary);
    patiently(|| {
        let temporary = waiting.take().ok_or(io::ErrorKind::NotFound)?;
        temporary.persist(target).map_err(|failed| {
            waiting = Some(failed.file);
            failed.error
        })
    })
}

/// As [`put_in_place`], unless what it replaces is not the `expected` file: then everything is as it was, and
/// nothing is returned. So a file that another program renamed to this name a moment ago is not lost.
#[cfg(target_os = "linux")]
pub(super) fn put_in_place_of(
    temporary: NamedTempFile,
    target: &Path,
    expected: impl Fn(&fs::Metadata) -> bool,
) -> io::Result<Option<File>> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let exchange = |path: &Path| renameat_with(CWD, path, CWD, target, RenameFlags::EXCHANGE);
    let written = temporary.as_file().try_clone()?;
    // Network disks and old systems cannot exchange two names.
    if exchange(temporary.path()).is_err() {
        return put_in_place(temporary, target).map(Some);
    }
    match fs::symlink_metadata(temporary.path()) {
        // What came out goes with the temporary name.
        Ok(about) if expected(&about) => Ok(Some(written)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(written)),
        _ => match exchange(temporary.path()) {
            Ok(()) => Ok(None),
            Err(error) => {
                // It cannot go back; under no name of ours does anybody remove it.
                drop(temporary.keep());
                Err(error.into())
            }
        },
    }
}

/// As [`put_in_place`]: this system cannot exchange two names.
#[cfg(not(target_os = "linux"))]
pub(super) fn put_in_place_of(
    temporary: NamedTempFile,
    target: &Path,
    expected: impl Fn(&fs::Metadata) -> bool,
) -> io::Result<Option<File>> {
    match fs::symlink_metadata(target) {
        Ok(about) if !expected(&about) => Ok(None),
        _ => put_in_place(temporary, target).map(Some),
    }
}

/// Gives a temporary file a name that is free; returns the file.
pub(super) fn put_in_place_of_nothing(temporary: NamedTempFile, target: &Path) -> io::Result<File> {
    match temporary.persist_noclobber(target) {
        Ok(file) => Ok(file),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => Err(failed.error),
        // Some disks (exFAT, network) cannot say "unless it is there"; the name was free a moment ago.
        Err(failed) => put_in_place(failed.file, target),
    }
}

/// Gives a file a second name, replacing in one step what had that name: a hard link, or a copy on disks that
/// have none (exFAT, some network disks). Does not wait for the folder to reach the disk.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    let name = to.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let linked = Builder::new()
        .prefix(&temporary_prefix(name))
        .suffix(TEMPORARY)
        .rand_bytes(RANDOM)
        .make_in(folder_of(to), |path| fs::hard_link(from, path));
    match linked {
        Ok(link) => {
            let link = link.into_temp_path();
            // Renaming one name of a file onto another one of the same file does nothing and leaves both.
            patiently(|| fs::rename(&link, to)).and_then(|()| match fs::symlink_metadata(&link) {
                Ok(_) => link.close(),
                Err(_) => link.keep().map(drop).or(Ok(())),
            })
        }
        Err(error) if is_final(&error) => Err(error),
        Err(_) => copy(from, to),
    }
}

/// Copies a file in the way of [`replace`], without waiting for the folder.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let temporary = temporary_beside(to)?;
    io::copy(&mut source, &mut temporary.as_file())?;
    take_over_owner_and_permissions(temporary.as_file(), &source.metadata()?)?;
    temporary.as_file().sync_all()?;
    put_in_place(temporary, to).map(drop)
}

/// Whether a copy would fail like the link.
fn is_final(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
    matches!(error.kind(), NotFound | NotADirectory | ReadOnlyFilesystem | StorageFull | QuotaExceeded)
}

/// Repeats what fails because another program looks at the file at this very moment, as virus scanners and backup
/// programs do on Windows; two seconds in all.
fn patiently<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    patiently_with(attempt, is_in_use, std::thread::park_timeout)
}

fn patiently_with<T>(
    mut attempt: impl FnMut() -> io::Result<T>,
    is_in_use: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(Duration),
) -> io::Result<T> {
    for round in 0..8 {
        match attempt() {
            Err(error) if is_in_use(&error) => wait(Duration::from_millis(8 << round)),
            done => return done,
        }
    }
    attempt()
}

/// Whether an error means that another program has the file open: sharing violation, lock violation, and "access
/// denied", with which Windows answers a rename onto an open file.
fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Follows symbolic links to the file itself, which need not exist yet; its folder must.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
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

pub(super) fn folder_of(path: &Path) -> &Path {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_use_is_tried_again_and_then_given_up() {
        let busy = || io::Error::from(io::ErrorKind::ResourceBusy);
        let is_busy = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;
        let (mut waits, mut attempts) = (Vec::new(), 0);
        let mut third = || {
            attempts += 1;
            if attempts < 3 { Err(busy()) } else { Ok(attempts) }
        };
        assert_eq!(patiently_with(&mut third, is_busy, |time| waits.push(time)).unwrap(), 3);
        assert!(waits.len() == 2 && waits[0] < waits[1]);
        let mut waited = Duration::ZERO;
        assert!(patiently_with(|| Err::<(), _>(busy()), is_busy, |time| waited += time).is_err());
        assert!((Duration::from_secs(1)..Duration::from_secs(3)).contains(&waited), "{waited:?}");
        // What will not get better is not repeated.
        let full = || Err::<(), _>(io::Error::from(io::ErrorKind::StorageFull));
        assert!(patiently_with(full, is_busy, |_| panic!("no wait")).is_err());
    }

    #[test]
    fn a_link_takes_the_place_of_an_older_one_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("book"), "new").unwrap();
        fs::write(at("book.bak"), "old").unwrap();
        for _ in 0..2 {
            link(&at("book"), &at("book.bak")).unwrap();
            assert_eq!(fs::read_to_string(at("book.bak")).unwrap(), "new");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        }
        copy(&at("book"), &at("copy")).unwrap();
        assert_eq!(fs::read_to_string(at("copy")).unwrap(), "new");
        assert_eq!(link(&at("none"), &at("x")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}
