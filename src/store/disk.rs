//! What is known of a file on the disk: enough to notice that another program changed it.
//!
//! Owns the comparison. Knows nothing of books. Start reading at [`Known::compare`].
//!
//! Name, size and time stamps are not enough: a program can write other content of the same size within one tick of
//! the file system's clock, or put the old time stamp back. So before every save the content itself is hashed; it
//! comes from the cache of the system and costs less than writing (docs/architecture.md has the figures).
//!
//! Invariant: other content is noticed whatever the time stamps say
//! (`suite::outside::a_change_of_the_same_size_and_time_is_noticed`).

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use super::error::OpenProblem;

/// How often a file that changes while it is read is read again.
const MOST_ATTEMPTS: usize = 5;

/// For so long after stamps were first seen a file may get other content with the same stamps: the clock of most file
/// systems ticks every 4 to 16 ms.
const FINE: Duration = Duration::from_millis(100);

/// The same for file systems that keep whole seconds, or every other one (FAT).
const COARSE: Duration = Duration::from_millis(2100);

/// A file as it was when it was read or written last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) stat: Stat,
    /// How much of the beginning is hashed, in bytes; the rest is short and kept as it is.
    hashed: u64,
    hash: [u8; 32],
    rest: Vec<u8>,
    /// When these stamps were first seen.
    since: Instant,
    /// The content was compared so long after that it cannot have changed without its stamps.
    settled: bool,
}

/// What the system says about a file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stat {
    bytes: u64,
    /// When the content was changed last; programs can set it.
    pub(super) modified: Option<SystemTime>,
    /// Disk, number of the file on it and when anything about it was changed, which programs cannot set.
    #[cfg(unix)]
    identity: (u64, u64, i64, i64),
}

/// How a file compares with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Compared {
    /// It is as it was.
    Same,
    /// Other content, or no regular file any more.
    Different,
    /// There is no file.
    Gone,
}

impl Stat {
    pub(super) fn of(about: &fs::Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt as _;
        Self {
            bytes: about.len(),
            modified: about.modified().ok(),
            #[cfg(unix)]
            identity: (about.dev(), about.ino(), about.ctime(), about.ctime_nsec()),
        }
    }

    /// Whether this is of the same file with the same content, as far as a rename or a link does not change it.
    pub(super) fn is_of(&self, about: &fs::Metadata) -> bool {
        let now = Self::of(about);
        #[cfg(unix)]
        if (now.identity.0, now.identity.1) != (self.identity.0, self.identity.1) {
            return false;
        }
        (now.bytes, now.modified) == (self.bytes, self.modified)
    }

    /// Whether the file system keeps no parts of a second.
    fn is_coarse(&self) -> bool {
        let whole = |time: SystemTime| {
            time.duration_since(SystemTime::UNIX_EPOCH).is_ok_and(|since| since.subsec_nanos() == 0)
        };
        self.modified.is_none_or(whole)
    }

    /// The disk, where the system tells.
    pub(super) fn device(about: &fs::Metadata) -> Option<u64> {
        #[cfg(unix)]
        return Some(std::os::unix::fs::MetadataExt::dev(about));
        #[cfg(not(unix))]
        {
            let _ = about;
            None
        }
    }
}

impl Known {
    /// Returns what is known after writing a text that ends with its own checksum: that is the hash of everything
    /// before, so nothing is hashed twice.
    pub(super) fn written(about: &fs::Metadata, hash: [u8; 32]) -> Self {
        let rest = format!("{}\n", blake3::Hash::from_bytes(hash).to_hex()).into_bytes();
        let hashed = about.len().saturating_sub(rest.len() as u64);
        Self { stat: Stat::of(about), hashed, hash, rest, since: Instant::now(), settled: false }
    }

    /// Returns what is known of bytes that were read or written.
    pub(super) fn read(stat: Stat, bytes: &[u8]) -> Self {
        let hash = *blake3::hash(bytes).as_bytes();
        Self {
            stat,
            hashed: bytes.len() as u64,
            hash,
            rest: Vec::new(),
            since: Instant::now(),
            settled: false,
        }
    }

    /// The hash of the content, as far as it is hashed.
    pub(super) fn hash(&self) -> &[u8; 32] {
        &self.hash
    }

    /// Whether the stat of a file says that it is another one; the content is not read.
    pub(super) fn looks_changed(&self, path: &Path) -> bool {
        !fs::metadata(path).is_ok_and(|about| Stat::of(&about) == self.stat)
    }

    /// Whether a file may be another one than is known: it looks so, or its stamps were so young when its content was
    /// read that other content could have them too.
    pub(super) fn may_have_changed(&self, path: &Path) -> bool {
        !self.settled || self.looks_changed(path)
    }

    /// Compares the content of a file with what is known, and learns the new time stamps when only these differ.
    ///
    /// # Errors
    /// When the file is there but cannot be read.
    pub(super) fn compare(&mut self, path: &Path) -> io::Result<Compared> {
        let about = match fs::metadata(path) {
            Ok(about) => about,
            Err(error) if is_gone(&error) => return Ok(Compared::Gone),
            Err(error) => return Err(error),
        };
        // Asked before opening: opening a pipe would wait for its writer.
        if !about.is_file() || about.len() != self.stat.bytes {
            return Ok(Compared::Different);
        }
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if is_gone(&error) => return Ok(Compared::Gone),
            Err(error) => return Err(error),
        };
        let stat = Stat::of(&file.metadata()?);
        if hash_of(&mut (&mut file).take(self.hashed))? != self.hash {
            return Ok(Compared::Different);
        }
        let mut rest = Vec::with_capacity(self.rest.len() + 1);
        file.take(self.rest.len() as u64 + 1).read_to_end(&mut rest)?;
        if rest != self.rest {
            return Ok(Compared::Different);
        }
        if self.stat == stat {
            let margin = if stat.is_coarse() { COARSE } else { FINE };
            self.settled = self.since.elapsed() >= margin;
        } else {
            self.stat = stat;
            self.since = Instant::now();
            self.settled = false;
        }
        Ok(Compared::Same)
    }
}

/// Whether two names are of one file: hard links, or a disk that takes capital and small letters for the same.
pub(super) fn is_same_file(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let of = |path: &Path| fs::metadata(path).map(|about| (about.dev(), about.ino())).ok();
        of(a).is_some_and(|a| of(b) == Some(a))
    }
    #[cfg(not(unix))]
    {
        let of = |path: &Path| fs::canonicalize(path).ok();
        of(a).is_some_and(|a| of(b) == Some(a))
    }
}

fn hash_of(source: &mut impl Read) -> io::Result<[u8; 32]> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(*hasher.finalize().as_bytes()),
            Ok(count) => {
                hasher.update(buffer.get(..count).unwrap_or_default());
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Reads a whole file and what the system says about it; both belong together.
///
/// Both are asked of the file that was opened, not of its name: two programs that put each other's file back may change
/// what the name means twice within one tick of the clock, and then the content of one would pass for the other.
pub(super) fn read_known(path: &Path, limit: u64) -> Result<(Vec<u8>, Known), OpenProblem> {
    let failed = |error: io::Error| OpenProblem::Io(error.to_string());
    let mut attempts = 0;
    loop {
        let mut file = super::open_file(path, limit)?;
        let before = Stat::of(&file.metadata().map_err(failed)?);
        let bytes = super::read_open(&mut file, limit)?;
        let after = Stat::of(&file.metadata().map_err(failed)?);
        attempts += 1;
        // Another program may be writing; a few attempts, then whatever is there is judged by its content.
        if attempts == MOST_ATTEMPTS || (before == after && after.bytes == bytes.len() as u64) {
            let known = Known::read(after, &bytes);
            return Ok((bytes, known));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_right_after_a_write_is_not_trusted_yet() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        fs::write(&path, "one").unwrap();
        let (_, mut known) = read_known(&path, 100).unwrap();
        // Within the same tick of the clock another program can write as many bytes and leave every stamp.
        assert!(!known.looks_changed(&path) && known.may_have_changed(&path));
        assert_eq!(known.compare(&path).unwrap(), Compared::Same);
        // A comparison some ticks later, and the stamps are enough.
        known.since = Instant::now().checked_sub(COARSE).unwrap();
        assert_eq!(known.compare(&path).unwrap(), Compared::Same);
        assert!(!known.may_have_changed(&path));
        fs::write(&path, "two").unwrap();
        assert_eq!(known.compare(&path).unwrap(), Compared::Different);
    }

    #[test]
    #[cfg(unix)]
    fn stamps_belong_to_the_content_that_was_read() {
        // Two files change places all the time; the content is always that of the file whose stamps come with it.
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book");
        let other = folder.path().join("other");
        fs::write(&path, "aaa").unwrap();
        fs::write(&other, "bbb").unwrap();
        let spare = folder.path().join("spare");
        let first = Stat::of(&fs::metadata(&path).unwrap()).identity;
        let number_of_first = (first.0, first.1);
        let stop = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                    // A second name keeps the first one in its place until the other file takes it.
                    fs::hard_link(&path, &spare).unwrap();
                    fs::rename(&other, &path).unwrap();
                    fs::rename(&spare, &other).unwrap();
                }
            });
            // Told after the other thread was stopped: it would wait for ever for one that has failed.
            let wrong = (0..20_000).find_map(|_| {
                let read = read_known(&path, 100);
                let is_right = read.as_ref().is_ok_and(|(bytes, known)| {
                    let is_first = (known.stat.identity.0, known.stat.identity.1) == number_of_first;
                    bytes == if is_first { b"aaa" } else { b"bbb" }
                });
                (!is_right).then_some(read.map(|(bytes, _)| bytes))
            });
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
            assert_eq!(wrong, None, "content of one file with the stamps of the other");
        });
    }
}
