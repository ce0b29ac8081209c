//! Mending a book: what the check found, in an order in which nothing can be lost.
//!
//! Start reading at [`repair`]. The book must not be open in this program meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::{Clock, Opened, Session, this_process};
use crate::edit::Edit;
use crate::store::check::{self, CheckError, Fault, Finding, OnProgress, Report, Salvage, SalvageError};
use crate::store::{OpenProblem, SaveError, SaveProblem, SaveState};
use crate::text::Texts;

/// How long the save may take: a large book on a slow network disk.
const SAVE_TIMEOUT: Duration = Duration::from_secs(120);

/// What repair does besides mending.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Put pictures away that no book of the folder and nothing of its past needs.
    pub remove_unused: bool,
}

/// What repair did.
#[derive(Debug, Clone, PartialEq)]
pub struct Repaired {
    /// What was the matter.
    pub before: Report,
    /// What is the matter now.
    pub after: Report,
    /// The findings that are no more.
    pub mended: Vec<Finding>,
    /// The book file as it was; nothing when it was not written.
    pub original: Option<PathBuf>,
    /// What became of a damaged file.
    pub salvage: Option<Salvage>,
    /// Where unused pictures are now.
    pub put_away: Vec<PathBuf>,
}

/// Why nothing was repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepairError {
    /// It could not be looked through.
    Check(CheckError),
    /// The disk refuses. What was mended until then stays mended.
    Save(SaveError),
    /// Another program has the book open, or it is read-only.
    NotWritable(PathBuf),
    /// Nothing can be read of it.
    NothingReadable {
        /// The book.
        file: PathBuf,
        /// The newest older state that opens.
        newest_backup: Option<PathBuf>,
    },
}

/// Puts in the place of a damaged book what can be read of it and opens that. The file as it was and what could not be
/// read are kept in the folder of the backups.
///
/// # Errors
/// When nothing can be read or written; the book file is then as it was.
pub fn open_salvaged(path: &Path, stamp: DateTime<Utc>) -> Result<(Opened, Salvage), RepairError> {
    let salvage = check::salvage(path, stamp, &this_process()).map_err(|error| match error {
        SalvageError::Open(error) => RepairError::Check(CheckError::Open(error)),
        SalvageError::Save(error) => RepairError::Save(error),
        SalvageError::NotWritable => RepairError::NotWritable(path.to_owned()),
        SalvageError::Nothing { newest_backup } => {
            RepairError::NothingReadable { file: path.to_owned(), newest_backup }
        }
    })?;
    let opened = Opened::to_write_known(path).map_err(|error| RepairError::Check(CheckError::Open(error)))?;
    Ok((opened, salvage))
}

/// Checks a book and mends what can be mended. The file is copied before anything is written into it; links are mended
/// as one step that Undo takes back. Reads everything twice, so call it on a worker.
///
/// # Errors
/// When the book cannot be written, or nothing can be read of it.
pub fn repair(
    path: &Path,
    clock: Box<dyn Clock>,
    wanted: Wanted,
    progress: OnProgress<'_>,
) -> Result<Repaired, RepairError> {
    let before = check::check(path, progress).map_err(RepairError::Check)?;
    let (stamp, today) = (clock.now(), clock.today());
    let (opened, salvage) = if before.opens {
        let failed = |error| RepairError::Check(CheckError::Open(error));
        (Opened::to_write_known(path).map_err(failed)?, None)
    } else {
        let (opened, salvage) = open_salvaged(path, stamp)?;
        (opened, Some(salvage))
    };
    if !opened.access().is_writable() {
        return Err(RepairError::NotWritable(path.to_owned()));
    }
    let mut original = salvage.as_ref().map(|salvage| salvage.original.clone());
    let book = opened.book().clone();
    let mut session = Session::open(clock, opened, Arc::new(|| {})).map_err(RepairError::Save)?;
    // What was found in a book that was damaged is only half of what is to be mended in what is left of it.
    let links = !book.dangling().is_empty() || !crate::edit::tangles::tangles(&book).is_empty();
    if links && original.is_none() {
        original = Some(check::keep_file(path, stamp).map_err(RepairError::Save)?);
    }
    if links {
        // The edit refuses nothing; a book without a fault would just stay as it is.
        drop(session.commit(Edit::MendLinks));
    }
    match session.flush(SAVE_TIMEOUT).map(|status| status.state) {
        None | Some(SaveState::Saved) => {}
        Some(SaveState::Failed(error)) => return Err(RepairError::Save(error)),
        Some(SaveState::Waiting | SaveState::Saving) => {
            return Err(RepairError::Save(SaveError {
                path: path.to_owned(),
                problem: SaveProblem::Other,
                detail: String::new(),
            }));
        }
    }
    for finding in &before.findings {
        match &finding.fault {
            Fault::Picture { attachment, copy: Some(copy), .. } => {
                if let Some(record) = book.get(*attachment) {
                    check::bring_back(path, record, copy, today).map_err(RepairError::Save)?;
                }
            }
            // One that is encrypted with another key is whole, for all that is known.
            Fault::Backup { problem: OpenProblem::Locked, .. } => {}
            Fault::Backup { file, .. } => check::set_backup_aside(file).map_err(RepairError::Save)?,
            _ => {}
        }
    }
    drop(session);
    crate::store::durable::remove_leftovers(path);
    let put_away = if wanted.remove_unused {
        check::put_unused_away(path, today).map_err(RepairError::Save)?
    } else {
        Vec::new()
    };
    let after = check::check(path, progress).map_err(RepairError::Check)?;
    let is_left = |finding: &&Finding| !after.findings.iter().any(|left| left.fault == finding.fault);
    let mended = before.findings.iter().filter(is_left).cloned().collect();
    Ok(Repaired { before, after, mended, original, salvage, put_away })
}

impl RepairError {
    /// Returns what the window says.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Check(error) => error.text(texts),
            Self::Save(error) => error.text(texts),
            Self::NotWritable(file) => texts.repair_not_writable(&file.display().to_string()),
            Self::NothingReadable { file, newest_backup: None } => {
                texts.repair_nothing_left(&file.display().to_string())
            }
            Self::NothingReadable { file, newest_backup: Some(backup) } => {
                texts.repair_newest_backup(&backup.display().to_string(), &file.display().to_string())
            }
        }
    }
}

impl Repaired {
    /// Returns what was done, a line for each thing.
    pub fn lines(&self, texts: &Texts) -> Vec<String> {
        let mended = self.mended.iter().map(|finding| texts.repair_mended(&finding.text(texts)));
        mended.chain(self.notes(texts)).collect()
    }

    /// Returns where the file as it was and what was put away are now, a line for each.
    pub fn notes(&self, texts: &Texts) -> Vec<String> {
        let mut lines = match (&self.salvage, &self.original) {
            (Some(salvage), _) => salvage.lines(texts),
            (None, Some(original)) => vec![texts.repair_original(&original.display().to_string())],
            (None, None) => Vec::new(),
        };
        if let Some(folder) = self.put_away.first().and_then(|file| file.parent()) {
            let count = i64::try_from(self.put_away.len()).unwrap_or(i64::MAX);
            lines.push(texts.repair_put_away(count, &folder.display().to_string()));
        }
        lines
    }
}
