//! Whether a book and everything beside it is as it was saved, and what can be mended.
//!
//! Owns [`check`], which looks and changes nothing, and what [`crate::session`]'s repair needs from the disk: the
//! copy of a damaged file, the file of what could not be read, pictures brought back or put away. Must not know how
//! a book is edited and saved. Start reading at [`check`], then [`Fault`].
//!
//! Invariant: nothing is deleted: a file is copied or put into the folder of the backups before another one takes
//! its name (`suite::repair::repair_mends_and_nothing_is_lost`).
//! Invariant: a picture is put away only when every book, backup and log of the folder could be read and none of
//! them names it (`suite::repair::what_a_backup_needs_stays`).

mod damaged;
mod repair;
mod pictures;
mod unused;
mod words;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::edit::tangles::{Tangle, tangles};
use crate::model::*;

use super::{Attachments, OpenError, OpenProblem, SaveError, durable};

use damaged::Content;
pub use damaged::{Damaged, keep_file, keep_original, set_backup_aside, unlock};
pub use pictures::{bring_back, locate};
pub use repair::{Salvage, SalvageError, preview, salvage};
pub use unused::{DAYS_KEPT, put_unused_away};

/// Is told how much is done of how much, in bytes, and says whether to go on.
pub type OnProgress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Why a book could not be checked, or a picture not be looked for. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckError {
    /// There is no book that this program may read.
    Open(OpenError),
    /// A picture that was found could not be written.
    Save(SaveError),
    /// It was stopped.
    Stopped,
}

/// What was found in a book and beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The file of the book.
    pub path: PathBuf,
    /// Whether the book opens as it is; if not, the records are those that can be read.
    pub opens: bool,
    /// How many records there are.
    pub counts: Counts,
    /// What is the matter: the book file first, by line, then what lies beside it.
    pub findings: Vec<Finding>,
}

/// How many records a book has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as the tables of the book")]
pub struct Counts {
    pub contacts: usize,
    pub cards: usize,
    pub events: usize,
    pub encounters: usize,
    pub follow_ups: usize,
    pub attachments: usize,
    pub records: usize,
}

/// One thing that is not as it was saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The line of the book file that it is about, counted from 1; 0 when it is not about a line.
    pub line: usize,
    /// The record that it is about, for a way there.
    pub record: Option<RecordRef>,
    /// Whose it is, in words: the people whose card a picture belongs to, the event that names somebody who is gone.
    pub names: Vec<String>,
    /// What it is.
    pub fault: Fault,
}

/// What can be the matter.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The checksum at the end of the file does not fit what stands above it.
    Altered,
    /// The file has no checksum: it was edited by hand.
    NoChecksum,
    /// A piece of the file cannot be read.
    Unreadable {
        /// Why.
        why: OpenProblem,
        /// How it begins.
        excerpt: String,
    },
    /// Nothing at all can be read.
    NothingReadable(OpenProblem),
    /// A record names another one that is not in the book.
    Dangling {
        /// The one that is not there.
        to: RecordRef,
    },
    /// Records lead back to themselves.
    Tangled(Tangle),
    /// The file of a picture is not what came in.
    Picture {
        /// The picture.
        attachment: Id<Attachment>,
        /// Where its file should be.
        file: PathBuf,
        /// What is there.
        state: PictureState,
        /// A whole copy under another name, which can take its place.
        copy: Option<PathBuf>,
    },
    /// A picture that this book does not show.
    Unused {
        /// The file.
        file: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// A temporary file of a save that was cut short.
    Leftover(PathBuf),
    /// An older state that does not open.
    Backup {
        /// The file.
        file: PathBuf,
        /// Why.
        problem: OpenProblem,
    },
    /// A copy that a synchronising program put beside the book because two machines changed it.
    ConflictCopy(PathBuf),
}

/// What is in the place of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureState {
    /// Nothing.
    Missing,
    /// A file without content.
    Empty,
    /// A file of another size.
    OtherSize,
    /// A file of the right size with another content.
    OtherContent,
    /// A folder, a pipe, a device.
    NotAFile,
    /// A file that cannot be read.
    Unreadable,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know; all is well.
    Notice,
    /// Something is lost or wrong.
    Problem,
}

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// Repair does.
    Yes,
    /// Repair does when it is asked to put unused pictures away.
    OnRequest,
    /// The user may know where the file of this picture is ([`locate`]).
    Locate(Id<Attachment>),
    /// Nobody, or the user in the window.
    No,
}

impl Finding {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.fault {
            Fault::NoChecksum | Fault::Unused { .. } | Fault::Leftover(_) | Fault::ConflictCopy(_) => {
                Severity::Notice
            }
            _ => Severity::Problem,
        }
    }

    /// Who can mend it.
    pub fn mend(&self) -> Mend {
        match &self.fault {
            Fault::NothingReadable(_) | Fault::ConflictCopy(_) => Mend::No,
            Fault::Backup { problem: OpenProblem::Locked, .. } => Mend::No,
            Fault::Unused { .. } => Mend::OnRequest,
            Fault::Picture { attachment, copy: None, .. } => Mend::Locate(*attachment),
            _ => Mend::Yes,
        }
    }

    /// Name of the kind, for programs.
    pub fn kind(&self) -> &'static str {
        match &self.fault {
            Fault::Altered => "altered",
            Fault::NoChecksum => "no_checksum",
            Fault::Unreadable { .. } => "unreadable",
            Fault::NothingReadable(_) => "nothing_readable",
            Fault::Dangling { .. } => "missing_record",
            Fault::Tangled(Tangle::Same(_)) => "tied_to_itself",
            Fault::Tangled(Tangle::Ring(_)) => "ring",
            Fault::Picture { state: PictureState::Missing, .. } => "missing_picture",
            Fault::Picture { .. } => "changed_picture",
            Fault::Unused { .. } => "unused_picture",
            Fault::Leftover(_) => "leftover",
            Fault::Backup { .. } => "bad_backup",
            Fault::ConflictCopy(_) => "conflict_copy",
        }
    }

    /// A finding about a file or the whole book.
    fn of(fault: Fault) -> Self {
        Self { line: 0, record: None, names: Vec::new(), fault }
    }
}

impl Report {
    /// Whether nothing is lost or wrong.
    pub fn is_well(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() == Severity::Notice)
    }

    /// How many findings repair mends.
    pub fn can_mend(&self) -> usize {
        self.findings.iter().filter(|finding| finding.mend() == Mend::Yes).count()
    }

    /// Whether the book file itself has to be written anew.
    pub fn book_is_faulty(&self) -> bool {
        self.findings.iter().any(|finding| {
            use Fault::{Altered, Dangling, NothingReadable, Tangled, Unreadable};
            matches!(
                finding.fault,
                Altered | Unreadable { .. } | NothingReadable(_) | Dangling { .. } | Tangled(_)
            )
        })
    }

    /// How many pictures are not used by this book, and their size in bytes.
    pub fn unused(&self) -> (usize, u64) {
        self.findings.iter().fold((0, 0), |(count, sum), finding| match finding.fault {
            Fault::Unused { bytes, .. } => (count + 1, sum + bytes),
            _ => (count, sum),
        })
    }
}

/// Looks a book through: the file, its links, its pictures with their content, its backups, and what lies around.
/// Changes nothing. Reads every picture and backup, so call it on a worker.
///
/// # Errors
/// When there is no book that this program may read, or when it is stopped.
pub fn check(path: &Path, progress: OnProgress<'_>) -> Result<Report, CheckError> {
    let loaded = Loaded::read(path).map_err(CheckError::Open)?;
    let book = &loaded.damaged.book;
    let mut findings = loaded.findings();
    let backups = super::backups(path);
    let mut work = Work::new(book, &backups, progress);
    findings.extend(pictures::findings(&loaded, path, &mut work)?);
    findings.sort_by_key(|finding| finding.line);
    findings.extend(unused::findings(book, &loaded.pictures));
    findings.extend(durable::leftovers(path).into_iter().map(|file| Finding::of(Fault::Leftover(file))));
    for backup in &backups {
        if let Err(error) = super::read_backup(backup) {
            let (file, problem) = (backup.path.clone(), error.problem);
            findings.push(Finding::of(Fault::Backup { file, problem }));
        }
        work.did(backup.bytes)?;
    }
    let copies = super::conflict_files(path).into_iter();
    findings.extend(copies.map(|copy| Finding::of(Fault::ConflictCopy(copy.path))));
    let counts = Counts {
        contacts: book.contacts.len(),
        cards: book.cards.len(),
        events: book.events.len(),
        encounters: book.encounters.len(),
        follow_ups: book.follow_ups.len(),
        attachments: book.attachments.len(),
        records: book.len(),
    };
    Ok(Report { path: path.to_owned(), opens: loaded.damaged.problem.is_none(), counts, findings })
}

/// How far a check is.
struct Work<'a> {
    done: u64,
    total: u64,
    progress: OnProgress<'a>,
}

impl<'a> Work<'a> {
    fn new(book: &Book, backups: &[super::Backup], progress: OnProgress<'a>) -> Self {
        let pictures = book.attachments.values().map(|attachment| attachment.bytes);
        let sizes = pictures.chain(backups.iter().map(|backup| backup.bytes));
        Self { done: 0, total: sizes.fold(0, u64::saturating_add), progress }
    }

    fn did(&mut self, bytes: u64) -> Result<(), CheckError> {
        self.done = self.done.saturating_add(bytes).min(self.total);
        match (self.progress)(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CheckError::Stopped),
        }
    }
}

/// A book as far as it can be read, with the places of its records.
struct Loaded {
    damaged: Damaged,
    lines: BTreeMap<RecordRef, usize>,
    pictures: Attachments,
}

impl Loaded {
    fn read(path: &Path) -> Result<Self, OpenError> {
        let failed = |problem| OpenError { path: path.to_owned(), problem };
        let content = Content::read(path).map_err(failed)?;
        let damaged = Damaged::read(content.text()).map_err(failed)?;
        let lines = damaged.lines.iter().copied().collect();
        let pictures = Attachments::beside(path);
        pictures::with_key(&pictures, content.key());
        Ok(Self { damaged, lines, pictures })
    }

    fn line(&self, record: RecordRef) -> usize {
        self.lines.get(&record).copied().unwrap_or(0)
    }

    /// A finding about a record.
    fn about(&self, record: RecordRef, fault: Fault) -> Finding {
        let names = words::name(&self.damaged.book, record).into_iter().collect();
        Finding { line: self.line(record), record: Some(record), names, fault }
    }

    /// What is the matter with the file and its records.
    fn findings(&self) -> Vec<Finding> {
        let mut findings = self.damaged.findings();
        for (from, to) in self.damaged.book.dangling() {
            findings.push(self.about(from, Fault::Dangling { to }));
        }
        for tangle in tangles(&self.damaged.book) {
            if let Some(record) = tangle.record() {
                findings.push(self.about(record, Fault::Tangled(tangle)));
            }
        }
        findings
    }
}
