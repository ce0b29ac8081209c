//! The pictures of a book, each compared with its hash, and whole copies of those that are not what came in.
//!
//! Start reading at [`findings`].

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::super::secret::EXTENSION;
use super::super::{AttachmentProblem, Attachments, FileState, Key, SaveError, durable};
use super::damaged::Content;
use super::unused::put_away;
use super::{CheckError, Fault, Finding, Loaded, OnProgress, PictureState, Work, words};
use crate::model::*;

/// How deep [`locate`] looks into a folder, and at how many names.
const DEEPEST: usize = 12;
const MOST_NAMES: usize = 500_000;

/// Compares every picture with its hash. The order is that of the book.
pub(super) fn findings(
    loaded: &Loaded,
    path: &Path,
    work: &mut Work<'_>,
) -> Result<Vec<Finding>, CheckError> {
    let book = &loaded.damaged.book;
    let attachments = &loaded.pictures;
    let mut faulty = Vec::new();
    for attachment in book.attachments.values() {
        if let Some(state) = state(attachments, attachment) {
            faulty.push((attachment, state));
        }
        work.did(attachment.bytes)?;
    }
    if faulty.is_empty() {
        return Ok(Vec::new());
    }
    let mut users: BTreeMap<RecordRef, Vec<RecordRef>> = BTreeMap::new();
    book.references(|from, to| {
        if matches!(to, RecordRef::Attachment(_)) {
            users.entry(to).or_default().push(from);
        }
    });
    let near = Near::look(path, attachments);
    let finding = |(attachment, state): (&std::sync::Arc<Attachment>, _)| {
        let record = RecordRef::Attachment(attachment.id);
        let used_by = users.get(&record).map_or(&[][..], Vec::as_slice);
        let mut names: Vec<String> = used_by
            .iter()
            .filter_map(|user| words::name(book, *user))
            .filter(|name| !name.is_empty())
            .collect();
        names.dedup();
        let file = attachments.path(attachment).unwrap_or_default();
        let copy = near.copy_of(attachment, &file);
        Finding {
            line: loaded.line(record),
            record: used_by.first().copied(),
            names,
            fault: Fault::Picture { attachment: attachment.id, file, state, copy },
        }
    };
    Ok(faulty.into_iter().map(finding).collect())
}

/// Returns what is the matter with the file of a picture; nothing when all is well.
fn state(attachments: &Attachments, attachment: &Attachment) -> Option<PictureState> {
    let path = attachments.path(attachment)?;
    match fs::metadata(&path) {
        Ok(found) if !found.is_file() => return Some(PictureState::NotAFile),
        Ok(found) if found.len() == 0 && attachment.bytes > 0 => return Some(PictureState::Empty),
        Ok(_) if attachments.state(attachment) == FileState::Changed => return Some(PictureState::OtherSize),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Some(PictureState::Missing),
        Err(_) => return Some(PictureState::Unreadable),
    }
    match attachments.verify(attachment).err()?.problem {
        AttachmentProblem::Missing => Some(PictureState::Missing),
        AttachmentProblem::NotAFile => Some(PictureState::NotAFile),
        AttachmentProblem::TooLarge { .. } => Some(PictureState::OtherSize),
        AttachmentProblem::Io(_) => Some(PictureState::Unreadable),
        AttachmentProblem::Changed | AttachmentProblem::IllFormed | AttachmentProblem::Sealed(_) => {
            Some(PictureState::OtherContent)
        }
    }
}

/// The files near a book among which a renamed or put away picture may be, by size.
struct Near {
    by_size: BTreeMap<u64, Vec<PathBuf>>,
    attachments: Attachments,
}

impl Near {
    /// Looks into the folder of the pictures, that of the book, and where unused pictures were put.
    fn look(book: &Path, attachments: &Attachments) -> Self {
        let mut by_size: BTreeMap<u64, Vec<PathBuf>> = BTreeMap::new();
        let real = fs::canonicalize(book).unwrap_or_else(|_| book.to_owned());
        let removed = super::unused::folder(&real);
        let days = files_and_folders(&removed).1;
        let beside = real.parent().map(Path::to_path_buf).unwrap_or_default();
        for folder in [attachments.folder().to_owned(), beside].into_iter().chain(days) {
            for file in files_and_folders(&folder).0 {
                if let Ok(found) = fs::metadata(&file) {
                    by_size.entry(found.len()).or_default().push(file);
                }
            }
        }
        Self { by_size, attachments: attachments.clone() }
    }

    fn copy_of(&self, attachment: &Attachment, but: &Path) -> Option<PathBuf> {
        // An encrypted copy is longer than the picture, but has its hash in the name.
        let named = |file: &&PathBuf| {
            file.extension().is_some_and(|ending| ending == EXTENSION)
                && file.to_string_lossy().contains(&attachment.hash)
        };
        let plain = self.by_size.get(&attachment.bytes).into_iter().flatten();
        let encrypted = self.by_size.values().flatten().filter(named);
        let is_copy =
            |file: &&PathBuf| file.as_path() != but && self.attachments.read_copy(file, attachment).is_some();
        plain.chain(encrypted).find(is_copy).cloned()
    }
}

/// Returns the regular files and the folders in a folder, sorted; links to folders are not followed.
pub(super) fn files_and_folders(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push(entry.path()),
            Ok(_) if entry.path().is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files.sort();
    folders.sort();
    (files, folders)
}

/// Puts a copy of a picture where its file belongs. What is there is put away first.
///
/// # Errors
/// When the copy is not the picture, or the disk refuses.
pub fn bring_back(
    book: &Path,
    attachment: &Attachment,
    copy: &Path,
    day: NaiveDate,
) -> Result<PathBuf, SaveError> {
    let attachments = of(book);
    let bytes = attachments.read_copy(copy, attachment).ok_or_else(|| {
        SaveError::from_io(copy, &io::Error::new(io::ErrorKind::InvalidData, "this is another picture"))
    })?;
    if let Some(file) = attachments.path(attachment)
        && fs::symlink_metadata(&file).is_ok()
        && attachments.verify(attachment).is_err()
    {
        put_away(book, &file, day)?;
    }
    durable::create_folder(attachments.folder())?;
    attachments.add(&bytes, &Attachments::hash(&bytes), &attachment.extension)
}

/// Returns the pictures of a book, with its key when that is in use.
pub(super) fn of(book: &Path) -> Attachments {
    let pictures = Attachments::beside(book);
    // While the book is open they know the key already.
    if pictures.key().is_none()
        && let Ok(content) = Content::read(book)
    {
        with_key(&pictures, content.key());
    }
    pictures
}

/// Tells pictures the key of their book.
pub(super) fn with_key(pictures: &Attachments, key: Option<&Key>) {
    if let Some(key) = key
        && pictures.key().is_none()
    {
        pictures.turn(Some(key.clone()), true);
    }
}

/// Looks for the file of a picture in a folder and the folders inside, by size and content; names do not matter.
/// When it is there it is copied to where it belongs, and its place is returned.
///
/// # Errors
/// When it is stopped, or the copy could not be written.
pub fn locate(
    book: &Path,
    attachment: &Attachment,
    folder: &Path,
    day: NaiveDate,
    progress: OnProgress<'_>,
) -> Result<Option<PathBuf>, CheckError> {
    let attachments = of(book);
    let mut names = 0;
    let mut waiting = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = waiting.pop() {
        let (files, folders) = files_and_folders(&folder);
        for file in files {
            names += 1;
            let fits = fs::metadata(&file).is_ok_and(|found| found.len() == attachment.bytes);
            if fits && attachments.read_copy(&file, attachment).is_some() {
                return bring_back(book, attachment, &file, day).map(Some).map_err(CheckError::Save);
            }
        }
        let total = names.max(1) as u64;
        if progress(total, total).is_break() {
            return Err(CheckError::Stopped);
        }
        if depth < DEEPEST && names < MOST_NAMES {
            // The last one is looked into next: by name.
            waiting.extend(folders.into_iter().rev().map(|folder| (folder, depth + 1)));
        }
    }
    Ok(None)
}
