//! Bringing a card picture in: from a file, a folder or the clipboard to everything that the book and the screen need.
//!
//! Owns: reading the user's files, within limits and without ever waiting for a pipe or a device.
//! Must not know: the book, attachments on disk, the window. Start reading at [`read_card_image`].
//!
//! Invariant: the bytes of an [`Intake`] are those of the file, untouched (`tests::an_intake_keeps_the_original_bytes`).
//! Invariant: a pipe, a device or a folder is refused without being opened for reading
//! (`tests::what_is_no_regular_file_is_refused_at_once`).

use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::text::Texts;

use super::{Cancelled, Progress};
use crate::scan::{Facts, Limits, ScanError, ThumbnailSet, probe, sniff, thumbnails};

/// Most files taken from one folder.
pub const MAX_FOLDER_FILES: usize = 10_000;

/// Longest display name, in characters.
pub const MAX_NAME_CHARS: usize = 200;

/// Folders within folders that are followed; deeper ones are left out.
const MAX_DEPTH: usize = 16;

/// How much is read between two looks at whether the job is still wanted.
const READ_STEP: u64 = 1 << 20;

/// Steps that [`read_card_image`] reports: read, thumbnails made.
const STEPS: u64 = 2;

/// Where a picture comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file that the user chose or dropped.
    File(PathBuf),
    /// Bytes that are here already: a dropped file without a path, a pasted picture, a vCard's photo.
    Bytes {
        /// What to call it; is tidied like a file's name.
        name: String,
        /// The picture as a file.
        bytes: Arc<[u8]>,
    },
}

impl Source {
    /// What to call it on screen, tidied.
    pub fn display_name(&self) -> String {
        match self {
            Self::File(path) => display_name(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()),
            Self::Bytes { name, .. } => display_name(name),
        }
    }
}

/// A card picture, ready to be attached and shown.
#[derive(Clone)]
pub struct Intake {
    /// The file's name for the screen: no control or direction characters, at most [`MAX_NAME_CHARS`], perhaps empty.
    pub name: String,
    /// The original, byte by byte.
    pub bytes: Arc<[u8]>,
    /// BLAKE3 of [`Intake::bytes`]: the picture's identity.
    pub hash: [u8; 32],
    /// Format, size, orientation.
    pub facts: Facts,
    /// Its sizes for the screen, and the colour that covers most of it.
    pub thumbnails: ThumbnailSet,
}

impl std::fmt::Debug for Intake {
    /// Without the pixels, which would fill a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Intake").field("name", &self.name).field("facts", &self.facts).finish_non_exhaustive()
    }
}

/// Why a picture could not be brought in. Nothing was added and the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The job is no longer wanted; nothing to tell the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// There is no such file any more.
    #[error("not found")]
    NotFound,
    /// A folder, pipe, socket or device.
    #[error("not a regular file")]
    NotAFile,
    /// The account may not read it.
    #[error("permission denied")]
    NoPermission,
    /// The system could not read it.
    #[error("cannot read: {0}")]
    Read(#[source] io::Error),
    /// It was read and is no picture that can be shown.
    #[error(transparent)]
    Scan(#[from] ScanError),
}

impl IntakeError {
    /// The Fluent key of the sentence for the user, `None` when there is nothing to say.
    ///
    /// Variables: `file`, for `import-file-read` also `reason`; for a [`ScanError`] see [`ScanError::key`].
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::Cancelled(_) => None,
            Self::NotFound => Some("import-file-not-found"),
            Self::NotAFile => Some("import-file-not-a-file"),
            Self::NoPermission => Some("import-file-no-permission"),
            Self::Read(_) => Some("import-file-read"),
            Self::Scan(error) => Some(error.key()),
        }
    }

    /// Returns the line for the user; `None` when the user cancelled.
    pub fn text(&self, texts: &Texts, file: &str) -> Option<String> {
        Some(match self {
            Self::Cancelled(_) => return None,
            Self::NotFound => texts.import_file_not_found(file),
            Self::NotAFile => texts.import_file_not_a_file(file),
            Self::NoPermission => texts.import_file_no_permission(file),
            Self::Read(error) => texts.import_file_read(file, &error.to_string()),
            Self::Scan(error) => error.text(texts, file),
        })
    }
}

impl From<io::Error> for IntakeError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoPermission,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Read(error),
        }
    }
}

/// Reads, checks, decodes and shrinks one picture.
///
/// Far too slow for the thread that draws (`benches/thumbnails.rs` measures it): belongs on a worker lane.
///
/// # Errors
/// See [`IntakeError`]; on any of them nothing has changed anywhere.
pub fn read_card_image(source: &Source, limits: &Limits, progress: &Progress) -> Result<Intake, IntakeError> {
    progress.set(0, STEPS)?;
    let bytes = match source {
        Source::File(path) => read_limited(path, limits, progress)?.into(),
        Source::Bytes { bytes, .. } => Arc::clone(bytes),
    };
    limits.check_bytes(bytes.len() as u64)?;
    let facts = probe(&bytes)?;
    let hash = *blake3::hash(&bytes).as_bytes();
    progress.set(1, STEPS)?;
    let thumbnails = thumbnails(&bytes, limits)?;
    progress.set(STEPS, STEPS)?;
    Ok(Intake { name: source.display_name(), bytes, hash, facts, thumbnails })
}

/// Reads a regular file of at most [`Limits::max_bytes`]; anything else is refused before a byte is read.
pub fn read_limited(path: &Path, limits: &Limits, progress: &Progress) -> Result<Vec<u8>, IntakeError> {
    let before = std::fs::metadata(path)?;
    if !before.is_file() {
        return Err(IntakeError::NotAFile);
    }
    limits.check_bytes(before.len())?;
    let file = open_without_waiting(path)?;
    // Between the two looks the path may have come to mean something else; what was opened decides.
    let opened = file.metadata()?;
    if !opened.is_file() {
        return Err(IntakeError::NotAFile);
    }
    limits.check_bytes(opened.len())?;
    let mut bytes = Vec::with_capacity(usize::try_from(opened.len()).unwrap_or_default());
    // One byte more than allowed, to notice a file that grows while it is read.
    let mut rest = file.take(limits.max_bytes.saturating_add(1));
    while rest.by_ref().take(READ_STEP).read_to_end(&mut bytes)? > 0 {
        progress.token().check()?;
    }
    limits.check_bytes(bytes.len() as u64)?;
    Ok(bytes)
}

#[cfg(unix)]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    // O_NONBLOCK: should the path have become a pipe meanwhile, opening it returns at once. Regular files ignore it.
    let nonblock = if cfg!(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))) {
        0o4000
    } else if cfg!(target_os = "macos") {
        0x4
    } else {
        0
    };
    OpenOptions::new().read(true).custom_flags(nonblock).open(path)
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// Tidies a name for the screen: composed characters (macOS hands out decomposed ones), no control, line-breaking or
/// direction characters, blanks joined, at most [`MAX_NAME_CHARS`] with the ending kept.
pub fn display_name(raw: &str) -> String {
    let visible = |c: &char| {
        !c.is_control()
            && !matches!(*c, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    // A control character may have stood for a gap; a direction mark never did.
    let spaced =
        raw.nfc().map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    let tidy: String = spaced.filter(visible).collect();
    let tidy = tidy.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = tidy.chars().count();
    if count <= MAX_NAME_CHARS {
        return tidy;
    }
    let ending = tidy.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 8);
    let tail = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let room = MAX_NAME_CHARS - 1 - tail.chars().count();
    let head: String = tidy.chars().take(room).collect();
    format!("{head}…{tail}")
}

/// What a dropped or chosen set of paths holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// Pictures to read, in the order of their names, numbers by value ("scan 2" before "scan 10").
    pub files: Vec<PathBuf>,
    /// Files inside folders that are no pictures and were left out.
    pub skipped: usize,
    /// Folders and files that could not be looked into.
    pub unreadable: Vec<PathBuf>,
    /// There were more pictures than [`MAX_FOLDER_FILES`], or folders deeper than are followed.
    pub cut: bool,
}

/// Turns dropped paths into picture files: a file stands for itself, a folder for the pictures in it and in its subfolders.
///
/// Files that were named are kept even when they are no pictures, so that the user is told; within folders a file counts
/// when its content or its ending says picture. Hidden files are left out, and links to folders are not followed.
pub fn expand(paths: &[PathBuf], progress: &Progress) -> Result<Expansion, Cancelled> {
    expand_up_to(paths, MAX_FOLDER_FILES, progress)
}

pub(super) fn expand_up_to(
    paths: &[PathBuf],
    most: usize,
    progress: &Progress,
) -> Result<Expansion, Cancelled> {
    let mut found = Expansion::default();
    for path in paths {
        if path.is_dir() {
            expand_folder(path, 0, most, &mut found, progress)?;
        } else if found.files.len() < most {
            found.files.push(path.clone());
        } else {
            found.cut = true;
        }
    }
    Ok(found)
}

fn expand_folder(
    folder: &Path,
    depth: usize,
    most: usize,
    found: &mut Expansion,
    progress: &Progress,
) -> Result<(), Cancelled> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        found.unreadable.push(folder.to_path_buf());
        return Ok(());
    };
    let mut entries: Vec<(PathBuf, FileType)> = entries
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .filter_map(|entry| Some((entry.path(), entry.file_type().ok()?)))
        .collect();
    entries.sort_by_cached_key(|(path, _)| natural_key(path));
    for (path, kind) in entries {
        progress.set(found.files.len() as u64, 0)?;
        if found.files.len() >= most {
            found.cut = true;
            return Ok(());
        }
        if kind.is_dir() {
            if depth < MAX_DEPTH {
                expand_folder(&path, depth + 1, most, found, progress)?;
            } else {
                found.cut = true;
            }
        } else if !(kind.is_file() || kind.is_symlink() && path.is_file()) {
            found.skipped += 1;
        } else {
            match says_picture(&path) {
                Ok(true) => found.files.push(path),
                Ok(false) => found.skipped += 1,
                Err(_) => found.unreadable.push(path),
            }
        }
    }
    Ok(())
}

/// Endings that people expect to be pictures, those included that can only be answered with advice.
const PICTURE_ENDINGS: [&str; 12] =
    ["jpg", "jpeg", "jpe", "png", "webp", "tif", "tiff", "bmp", "gif", "heic", "heif", "avif"];

fn says_picture(path: &Path) -> io::Result<bool> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    if ending.is_some_and(|ending| PICTURE_ENDINGS.contains(&ending.as_str())) {
        return Ok(true);
    }
    let mut head = Vec::with_capacity(32);
    open_without_waiting(path)?.take(32).read_to_end(&mut head)?;
    Ok(sniff(&head).is_some())
}

/// Orders names as people do: letters without case, runs of digits by value, the raw name last so that no two are equal.
fn natural_key(path: &Path) -> (Vec<(u128, String)>, PathBuf) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let mut parts: Vec<(u128, String)> = Vec::new();
    let mut rest = name.as_str();
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        let value = if digits { run.parse().unwrap_or(u128::MAX) } else { u128::MAX };
        parts.push((value, if digits { String::new() } else { run.to_owned() }));
        rest = after;
    }
    (parts, path.to_path_buf())
}
