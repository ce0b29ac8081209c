//! Opening, mending and locking a book: what the recovery page, the check and the passphrase sheet ask for.
//!
//! Everything here runs on workers. While a book is mended it is not open.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::when;
use crate::gui::app::{App, Failed, Stage};
use crate::gui::platform::{Choose, folder_of};
use crate::gui::views::is_damaged;
use crate::gui::work::{Purpose, Work};
use crate::jobs::{JobSpec, Lane, Progress};
use crate::model::{Attachment, Id};
use crate::session::repair::{RepairError, Repaired, Wanted, open_salvaged, repair};
use crate::session::{Opened, Session};
use crate::store::check::{CheckError, Report, Salvage, SalvageError, check, locate, unlock};
use crate::store::{
    Backup, Holder, Key, OpenError, OpenProblem, Passphrase, Protect, ProtectError, ProtectStep, Protected,
    SaveError, SaveState, go_back_to,
};

/// How long the save before mending may take.
const SAVE_PATIENCE: Duration = Duration::from_secs(60);

/// Tells a job's progress as the check wants to tell it.
fn told(progress: &Progress) -> impl FnMut(u64, u64) -> ControlFlow<()> + '_ {
    |done, total| {
        if progress.set(done, total).is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

impl App {
    pub(super) fn unlock(&self, path: PathBuf, passphrase: Passphrase) {
        let spec = JobSpec::new(Lane::Disk, "").latest("open");
        self.jobs.spawn(spec, move |_| {
            let result = Opened::to_write_with(&path, Some(&passphrase)).map(Box::new);
            // Of a damaged book what can be read is offered; for that its key has to live on.
            let key = match &result {
                Err(error) if is_damaged(&error.problem) => unlock(&path, Some(&passphrase)).ok().flatten(),
                _ => None,
            };
            Ok(Work::Unlocked { path, result, key })
        });
    }

    pub(in crate::gui) fn unlocked(
        &mut self,
        path: PathBuf,
        result: Result<Box<Opened>, OpenError>,
        key: Option<Key>,
    ) {
        // The user may have gone elsewhere meanwhile.
        let Stage::Locked(page) = &mut self.stage else { return };
        if page.path != path {
            return;
        }
        match result {
            Err(OpenError { problem: OpenProblem::WrongPassphrase | OpenProblem::Locked, .. }) => {
                page.was_wrong()
            }
            result => {
                self.safety.key_of_damaged = key;
                self.opened(path, result);
            }
        }
    }

    pub(super) fn salvage(&mut self, path: PathBuf) {
        let stamp = self.session.clock().now();
        self.stage = Stage::Opening(path.clone());
        let spec = JobSpec::new(Lane::Disk, self.texts.safety_mending().to_owned()).latest("open");
        self.opening = Some(self.jobs.spawn(spec, move |_| {
            let result = open_salvaged(&path, stamp).map(|(opened, salvage)| (Box::new(opened), salvage));
            Ok(Work::Salvaged { path, result })
        }));
    }

    pub(in crate::gui) fn salvaged(
        &mut self,
        path: PathBuf,
        result: Result<(Box<Opened>, Salvage), RepairError>,
    ) {
        match result {
            Ok((opened, salvage)) => {
                self.opened(path, Ok(opened));
                self.toasts.problem(salvage.lines(&self.texts).join("\n"));
            }
            Err(error) => self.not_mended(path, &error),
        }
    }

    /// The page stays, with the reason in the place of the first one.
    fn not_mended(&mut self, path: PathBuf, error: &RepairError) {
        let problem = match error {
            RepairError::Check(CheckError::Open(error)) => Some(error.problem.clone()),
            // The earlier states are what remains.
            RepairError::NothingReadable { .. } => Some(OpenProblem::Empty),
            _ => None,
        };
        let message = error.text(&self.texts);
        self.stage = Stage::Failed(Box::new(Failed { path, message, problem }));
        self.look_beside();
    }

    pub(super) fn go_on_from(&mut self, path: PathBuf, backup: Backup) {
        let stamp = self.session.clock().now();
        let today = self.session.clock().today();
        let when = when::moment_inside(&self.texts, backup.saved_at, today);
        self.stage = Stage::Opening(path.clone());
        let spec = JobSpec::new(Lane::Disk, self.texts.app_book_opening().to_owned()).latest("open");
        self.opening = Some(self.jobs.spawn(spec, move |_| {
            let me = Holder::this_process(stamp);
            let went = go_back_to(&path, &backup, stamp, &me);
            let replaced = matches!(went, Ok(Some(_)));
            let result = match went {
                Ok(_) => Opened::read(&path)
                    .map(Box::new)
                    .map_err(|error| RepairError::Check(CheckError::Open(error))),
                Err(SalvageError::Open(error)) => Err(RepairError::Check(CheckError::Open(error))),
                Err(SalvageError::Save(error)) => Err(RepairError::Save(error)),
                Err(SalvageError::NotWritable | SalvageError::Nothing { .. }) => {
                    Err(RepairError::NotWritable(path.clone()))
                }
            };
            Ok(Work::WentBack { path, when, replaced, result })
        }));
    }

    pub(in crate::gui) fn went_back(
        &mut self,
        path: PathBuf,
        (when, replaced): (&str, bool),
        result: Result<Box<Opened>, RepairError>,
    ) {
        match result {
            Ok(opened) => {
                self.opened(path, Ok(opened));
                let told = if replaced {
                    self.texts.safety_restored(when)
                } else {
                    self.texts.safety_restored_lost(when)
                };
                self.toasts.tell(told);
            }
            // It took the place of the lost book and wants its passphrase.
            Err(RepairError::Check(CheckError::Open(error))) if error.problem == OpenProblem::Locked => {
                self.opened(path, Err(error));
            }
            Err(error) => self.not_mended(path, &error),
        }
    }

    /// Begins a new book beside one that is lost or does not open; the first edit makes its file.
    pub(super) fn begin_new(&mut self, path: PathBuf) {
        let session = Session::new((self.clock_for_sessions)(), Some(path), Arc::clone(&self.wake));
        self.replace_session(session);
        self.safety.key_of_damaged = None;
        self.stage = Stage::Open;
    }

    pub(super) fn check_book(&mut self) {
        let Some(path) = self.session.path().map(Path::to_owned).filter(|_| self.safety.checking.is_none())
        else {
            return;
        };
        self.session.save_now();
        self.safety.report = None;
        let spec = JobSpec::new(Lane::Files, self.texts.safety_check_running().to_owned()).latest("check");
        self.safety.checking = Some(self.jobs.spawn(spec, move |progress| {
            let result = check(&path, &mut told(progress)).map(Box::new);
            Ok(Work::Checked(result))
        }));
    }

    pub(in crate::gui) fn checked(&mut self, result: Result<Box<Report>, CheckError>) {
        self.safety.checking = None;
        self.safety.report = match result {
            Ok(report) => Some(Ok(Arc::new(*report))),
            Err(error) => Some(Err(error.text(&self.texts))),
        };
    }

    /// Mends what the check found. The book is closed for it and opened again.
    pub(super) fn mend(&mut self, remove_unused: bool) {
        let Some(path) = self.session.path().map(Path::to_owned).filter(|_| self.may_change()) else {
            return;
        };
        if let Some(SaveState::Failed(error)) = self.session.save_status().map(|status| status.state) {
            // What is not on the disk would be gone with the session.
            self.toasts.problem(error.text_of_unsaved(&self.texts));
            return;
        }
        let clock = (self.clock_for_sessions)();
        let for_repair = (self.clock_for_sessions)();
        let mut old = std::mem::replace(&mut self.session, Session::new(clock, None, Arc::clone(&self.wake)));
        // Otherwise it would go with the session, and the book could be neither mended nor opened again.
        self.safety.key_of_damaged = old.attachments().and_then(|pictures| pictures.key());
        self.sheets.close();
        self.selection = crate::gui::ctx::Selection::default();
        self.stage = Stage::Opening(path.clone());
        let spec = JobSpec::new(Lane::Disk, self.texts.safety_mending().to_owned());
        self.opening = Some(self.jobs.spawn(spec, move |progress| {
            let status = old.flush(SAVE_PATIENCE);
            if let Some(SaveState::Failed(error)) = status.map(|status| status.state) {
                // With it what is not on the disk would go.
                return Ok(Work::NotMended { session: Box::new(old), error });
            }
            drop(old);
            let result =
                repair(&path, for_repair, Wanted { remove_unused }, &mut told(progress)).map(Box::new);
            Ok(Work::Mended { path, result })
        }));
    }

    pub(in crate::gui) fn not_saved_before_mending(&mut self, session: Session, error: &SaveError) {
        self.session = session;
        self.safety.key_of_damaged = None;
        self.stage = Stage::Open;
        self.toasts.problem(error.text_of_unsaved(&self.texts));
    }

    pub(in crate::gui) fn mended(&mut self, path: PathBuf, result: Result<Box<Repaired>, RepairError>) {
        let lines = match &result {
            Ok(repaired) => repaired.lines(&self.texts).join("\n"),
            Err(error) => error.text(&self.texts),
        };
        self.open_book(path);
        self.safety.told_after_opening = Some((result.is_ok(), lines));
    }

    pub(super) fn choose_place(&self, attachment: Id<Attachment>) {
        let ask = Choose {
            purpose: Purpose::Locate(attachment),
            title: self.texts.safety_check_locate_title().to_owned(),
            kind: String::new(),
            folder: folder_of(self.session.path()),
            name: String::new(),
        };
        self.platform.choose(ask, &self.jobs);
    }

    pub(super) fn locate(&mut self, attachment: Id<Attachment>, folder: PathBuf) {
        let (Some(path), Some(record)) =
            (self.session.path().map(Path::to_owned), self.session.book().get(attachment).cloned())
        else {
            return;
        };
        let today = self.session.clock().today();
        let spec = JobSpec::new(Lane::Files, self.texts.safety_check_running().to_owned());
        self.safety.checking = Some(self.jobs.spawn(spec, move |progress| {
            let found = locate(&path, &record, &folder, today, &mut told(progress));
            Ok(Work::Located(found.map(|found| found.is_some())))
        }));
    }

    pub(in crate::gui) fn located(&mut self, result: Result<bool, CheckError>) {
        self.safety.checking = None;
        match result {
            Ok(true) => {
                self.toasts.tell(self.texts.safety_check_located().to_owned());
                self.thumbnails.retry_broken();
                self.check_book();
            }
            Ok(false) => self.toasts.problem(self.texts.safety_check_locate_not_found().to_owned()),
            Err(error) => self.toasts.problem(error.text(&self.texts)),
        }
    }

    pub(super) fn protect(&mut self, what: Protect) {
        self.safety.protect_problem = None;
        let Some(protection) = self.session.protection().filter(|_| self.safety.protecting.is_none()) else {
            return;
        };
        let told = Arc::clone(&self.safety.protect_step);
        let spec = JobSpec::new(Lane::Files, self.texts.safety_passphrase_working().to_owned());
        self.safety.protecting = Some(self.jobs.spawn(spec, move |progress| {
            let result = protection.run(&what, &mut |step| {
                let (done, total) = match step {
                    ProtectStep::Pictures { done, total } | ProtectStep::Backups { done, total } => {
                        (done, total)
                    }
                    _ => (0, 0),
                };
                *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(step);
                // It cannot be stopped on purpose: half of it would be worse than none or all.
                progress.set(done as u64, total as u64).ok();
            });
            Ok(Work::Protected(result))
        }));
    }

    pub(in crate::gui) fn protection_changed(&mut self, result: Result<Protected, ProtectError>) {
        self.safety.protecting = None;
        *self.safety.protect_step.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.safety.look_again = true;
        match result {
            Ok(done) => {
                self.pictures_turned_over();
                let lines = done.text(&self.texts);
                if lines.len() > 1 {
                    self.toasts.problem(lines.join("\n"));
                } else {
                    self.toasts.tell(lines.join("\n"));
                }
            }
            Err(error) => {
                let words = error.text(&self.texts);
                // The sheet says it; when it was closed, a line does.
                if matches!(self.sheets.open(), Some(crate::gui::Sheet::Passphrase(_))) {
                    self.safety.protect_problem = Some(words);
                } else {
                    self.toasts.problem(words);
                }
            }
        }
    }
}
