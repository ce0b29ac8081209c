//! Carries out what is asked about the safety of the book, and receives what workers bring.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::earlier::{Differs, Shown};
use super::{Ask, Beside, Leaving, banners};
use crate::edit::merge::MergeReport;
use crate::edit::{ContactDifference, DifferenceKind, differences};
use crate::gui::app::{App, Stage};
use crate::gui::command::{Command, Route, Sheet};
use crate::gui::platform::{Choose, folder_of};
use crate::gui::work::{Purpose, Work};
use crate::jobs::{JobSpec, Lane};
use crate::model::Book;
use crate::session::{News, ReadyToMerge, save_copy};
use crate::store::{Access, Backup, OpenError, OpenProblem, ReadOnly, SaveError, read_backup};

/// An earlier state that was read by a worker.
pub struct Read {
    pub(super) backup: Backup,
    pub(super) revision: u64,
    pub(super) result: Result<(Arc<Book>, Differs), OpenError>,
}

impl App {
    /// Takes in what happened to the book without anybody asking for it here, and looks beside it when due.
    pub(in crate::gui) fn mind_safety(&mut self) {
        // A handle to the tables; what other programs change is compared with it.
        let before = self.session.book().clone();
        for news in self.session.take_news() {
            self.safety.look_again = true;
            match news {
                News::Merged(report) => self.taken_over(&before, &report),
                News::Writable => {
                    // What was said about not being able to write holds no longer.
                    self.toasts.forget_refusals();
                    let told = if self.safety.held {
                        self.texts.safety_now_writable()
                    } else {
                        self.texts.safety_writable_again()
                    };
                    self.toasts.tell(told.to_owned());
                }
                News::Unreadable(error) => self.safety.unreadable = Some(error),
                News::NoBackup(error) => {
                    let why = error.text(&self.texts);
                    self.toasts.problem(self.texts.safety_no_backup(&why));
                }
                // Looking again is all there is to do.
                News::Beside => {}
            }
        }
        if let Access::ReadOnly(why) = self.session.access() {
            self.safety.held = matches!(why, ReadOnly::Held(_));
        }
        let job = self.safety.checking.or(self.safety.protecting);
        self.safety.progress = job
            .and_then(|job| self.jobs.active().into_iter().find(|active| active.id == job))
            .map(|active| (active.done, active.total));
        self.safety.count_conflicts(&self.session, &self.texts);
        // A save may have kept an earlier state, and put a merged copy away.
        let saved = self.session.save_status().map_or(0, |status| status.saved_revision);
        self.safety.look_again |= std::mem::replace(&mut self.safety.saved, saved) != saved;
        if std::mem::take(&mut self.safety.look_again) {
            self.look_beside();
        }
    }

    fn taken_over(&mut self, before: &Book, report: &MergeReport) {
        self.safety.unreadable = None;
        let count = report.added + report.changed + report.removed;
        if report.conflicts > 0 {
            self.safety.conflicts_later = false;
        }
        self.forget_what_is_gone();
        if count == 0 {
            if report.conflicts == 0 {
                self.toasts.tell(self.texts.safety_taken_over_none().to_owned());
            }
            return;
        }
        self.safety.taken = by_kind(differences(before, self.session.book()));
        let show = (!self.safety.taken.is_empty()).then(|| self.texts.safety_taken_show().to_owned());
        let words = self.texts.safety_taken_over(count as i64);
        self.toasts.taken_over(words, self.session.history().len(), show);
    }

    /// Reads the folder of the book on a worker.
    pub(in crate::gui) fn look_beside(&self) {
        let (path, failed) = match &self.stage {
            Stage::Failed(failed) => (failed.path.clone(), true),
            Stage::Open => match self.session.path() {
                Some(path) => (path.to_owned(), false),
                None => return,
            },
            Stage::Opening(_) | Stage::Locked(_) => return,
        };
        let spec = JobSpec::new(Lane::Files, "").latest("look beside the book");
        self.jobs.spawn(spec, move |_| {
            let beside = if failed { Beside::read_of_failed(&path) } else { Beside::read(&path) };
            Ok(Work::Beside(beside))
        });
    }

    pub(in crate::gui) fn looked_beside(&mut self, beside: Beside) {
        if self.safety.of.as_ref() != Some(&beside.of) {
            self.safety.later.clear();
        }
        self.safety.of = Some(beside.of);
        self.safety.backups = beside.backups;
        self.safety.name_for_new = beside.name_for_new;
        self.safety.copies = beside.copies;
    }

    /// What was known of another book holds no longer.
    pub(in crate::gui) fn forget_safety(&mut self) {
        if let Some((well, words)) =
            self.safety.told_after_opening.take().filter(|(_, words)| !words.is_empty())
        {
            if well { self.toasts.tell(words) } else { self.toasts.problem(words) }
        }
        self.safety = super::Safety { look_again: true, ..super::Safety::default() };
    }

    /// Whether the book may be changed; says why not.
    pub(in crate::gui) fn may_change(&mut self) -> bool {
        if self.see_as.is_some() {
            self.toasts.tell(self.texts.share_see_refused().to_owned());
            return false;
        }
        let access = self.session.access();
        if !access.is_writable() {
            let today = self.session.clock().today();
            let words = banners::why_read_only(&self.texts, &access, today);
            self.toasts.refused(words);
        }
        access.is_writable()
    }

    pub(in crate::gui) fn carry_out_safety(&mut self, ask: Ask) {
        match ask {
            Ask::ChooseCopy => self.choose_copy(),
            Ask::SaveCopy(path) => self.save_copy(path),
            Ask::CopiesLater => {
                self.safety.later.extend(self.safety.copies.iter().map(|copy| copy.path.clone()));
            }
            Ask::ConflictsLater => self.safety.conflicts_later = true,
            Ask::Look => self.look_beside(),
            Ask::Count(backup) => self.count_people(backup),
            Ask::Read(backup) => self.read_earlier(backup),
            Ask::Compare => self.compare_earlier(),
            Ask::StopOpening => self.stop_opening(),
            Ask::Back => {
                self.stage = Stage::Open;
                self.safety.of = None;
                self.look_beside();
            }
            Ask::ShowFolder(file) => {
                let folder = if file.is_dir() { Some(file.as_path()) } else { file.parent() };
                if let Some(folder) = folder
                    && let Err(reason) = self.platform.show_folder(folder)
                {
                    let folder = folder.display().to_string();
                    self.toasts.problem(self.texts.app_link_not_opened(&folder, &reason));
                }
            }
            Ask::MergeCopy(path) => self.merge_copy(path),
            Ask::ReplaceUnreadable => {
                self.safety.unreadable = None;
                self.session.replace_unreadable();
                self.session.save_now();
            }
            Ask::Unlock { book, passphrase } => self.unlock(book, passphrase),
            Ask::Salvage(path) => self.salvage(path),
            Ask::GoOnFrom { book, backup } => self.go_on_from(book, backup),
            Ask::BeginNew(path) => self.begin_new(path),
            Ask::Check => self.check_book(),
            Ask::Mend { remove_unused } => self.mend(remove_unused),
            Ask::Locate(attachment) => self.choose_place(attachment),
            Ask::LocateIn { attachment, folder } => self.locate(attachment, folder),
            Ask::Protect(what) => self.protect(what),
            Ask::ShowTaken => match self.safety.taken.as_slice() {
                [one] if self.session.book().get(one.contact).is_some() => {
                    self.commands.push(Command::Select(Some(one.contact)));
                    if matches!(self.route, Route::Settings) {
                        self.commands.push(Command::Go(Route::Cards));
                    }
                }
                _ => self.sheets.show(Sheet::Taken),
            },
        }
    }

    pub(in crate::gui) fn choose_copy(&self) {
        let name =
            self.session.path().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let name = self.texts.safety_copy_name(name.as_deref().unwrap_or("book"));
        let ask = Choose {
            purpose: Purpose::Copy,
            title: self.texts.safety_copy_title().to_owned(),
            kind: self.texts.safety_copy_kind().to_owned(),
            folder: folder_of(self.session.path()),
            name: format!("{name}.ron"),
        };
        self.platform.choose(ask, &self.jobs);
    }

    fn save_copy(&mut self, file: PathBuf) {
        let (book, from) = (self.session.book().clone(), self.session.path().map(Path::to_owned));
        let spec = JobSpec::new(Lane::Files, self.texts.safety_copy_making().to_owned());
        self.safety.copying = Some(self.jobs.spawn(spec, move |progress| {
            let result = save_copy(&book, from.as_deref(), &file, progress)?;
            Ok(Work::CopySaved { file, result })
        }));
    }

    pub(in crate::gui) fn copy_saved(&mut self, file: &Path, result: Result<usize, SaveError>) {
        self.safety.copying = None;
        match result {
            Ok(0) => self.toasts.tell(self.texts.safety_copied(&file.display().to_string())),
            Ok(missing) => {
                let words = self.texts.safety_copied_without(missing as i64, &file.display().to_string());
                self.toasts.problem(words);
            }
            Err(error) => self.toasts.problem(error.text(&self.texts)),
        }
    }

    fn merge_copy(&mut self, path: PathBuf) {
        if self.safety.merging.is_some() || !self.may_change() {
            return;
        }
        let past = self.session.past();
        let spec = JobSpec::new(Lane::Files, self.texts.safety_merging().to_owned());
        self.safety.merging = Some(self.jobs.spawn(spec, move |_| {
            let result = ReadyToMerge::read(&path, &past).map(Box::new);
            Ok(Work::CopyRead(result))
        }));
    }

    pub(in crate::gui) fn copy_read(&mut self, result: Result<Box<ReadyToMerge>, OpenError>) {
        self.safety.merging = None;
        self.safety.look_again = true;
        match result {
            Ok(ready) => {
                let before = self.session.book().clone();
                let Some(report) = self.session.merge_read(*ready) else { return };
                if report.added + report.changed + report.removed + report.conflicts == 0 {
                    self.toasts.tell(self.texts.safety_merged_nothing().to_owned());
                } else {
                    self.taken_over(&before, &report);
                }
            }
            Err(error) => self.toasts.problem(error.text(&self.texts)),
        }
    }

    fn count_people(&mut self, backup: Backup) {
        if self.safety.earlier.people.contains_key(&backup.path) {
            return;
        }
        self.safety.earlier.people.insert(backup.path.clone(), None);
        let spec = JobSpec::new(Lane::Layout, "").priority(crate::jobs::Priority::Background);
        self.jobs.spawn(spec, move |_| {
            let people = read_backup(&backup).map(|book| book.contacts.len());
            Ok(Work::Counted { backup: backup.path, people })
        });
    }

    pub(in crate::gui) fn counted(&mut self, backup: PathBuf, people: Result<usize, OpenError>) {
        let people = match people {
            // It can be opened all the same: then its passphrase is asked for.
            Err(OpenError { problem: OpenProblem::Locked, .. }) => None,
            people => Some(people.map_err(|error| error.text(&self.texts))),
        };
        self.safety.earlier.people.insert(backup, people);
    }

    fn read_earlier(&mut self, backup: Backup) {
        self.safety.earlier.shown = Some(Shown { backup: backup.clone(), book: None, differs: None });
        let now = self.session.book().clone();
        let revision = self.session.revision();
        let spec = JobSpec::new(Lane::Files, "").latest("earlier state");
        self.jobs.spawn(spec, move |_| {
            let result = read_backup(&backup).map(|then| {
                let differs = Differs::between(&then, &now);
                (Arc::new(then), differs)
            });
            Ok(Work::Earlier(Box::new(Read { backup, revision, result })))
        });
    }

    /// After an edit: the book is another one than the one that was compared.
    fn compare_earlier(&self) {
        let Some(Shown { backup, book: Some(Ok(then)), .. }) = &self.safety.earlier.shown else { return };
        let (backup, then, now) = (backup.clone(), Arc::clone(then), self.session.book().clone());
        let revision = self.session.revision();
        let spec = JobSpec::new(Lane::Files, "").latest("earlier state");
        self.jobs.spawn(spec, move |_| {
            let differs = Differs::between(&then, &now);
            Ok(Work::Earlier(Box::new(Read { backup, revision, result: Ok((then, differs)) })))
        });
    }

    pub(in crate::gui) fn earlier_read(&mut self, read: Read) {
        let people = read.result.as_ref().map(|(book, _)| book.contacts.len());
        let people = people.map_err(|error| error.text(&self.texts));
        self.safety.earlier.people.insert(read.backup.path.clone(), Some(people));
        let Some(shown) = &mut self.safety.earlier.shown else { return };
        if shown.backup.path != read.backup.path {
            return;
        }
        match read.result {
            Ok((book, differs)) => {
                shown.book = Some(Ok(book));
                shown.differs = Some((read.revision, differs));
            }
            Err(error) => shown.book = Some(Err(error.text(&self.texts))),
        }
    }

    fn stop_opening(&mut self) {
        let Stage::Opening(path) = &self.stage else { return };
        let path = path.clone();
        if let Some(job) = self.opening.take() {
            self.jobs.cancel(job);
        }
        self.not_opened(path, self.texts.safety_failed_stopped().to_owned(), None);
    }

    /// Throws away what is typed into the sheet and goes on with what was asked for.
    pub(in crate::gui) fn discard_typed(&mut self, leaving: Leaving) {
        self.leaving = None;
        if self.sheets.open() == Some(&Sheet::FileImages) {
            self.commands.push(Command::CancelIntake);
        }
        self.sheets.close();
        match leaving {
            Leaving::Window => {
                self.views.inspector.discard_refused();
                self.closing = true;
                self.session.save_now();
            }
            Leaving::Book(path) => {
                self.views.inspector.discard_refused();
                self.commands.push(Command::OpenBook(path));
            }
            Leaving::Sheet => {}
            Leaving::Other(sheet) => self.commands.push(Command::Open(sheet)),
        }
    }
}

/// First who changed, then who is only in one of the states; each by name.
pub(super) fn by_kind(mut found: Vec<ContactDifference>) -> Vec<ContactDifference> {
    let place = |kind| match kind {
        DifferenceKind::Changed => 0,
        DifferenceKind::OnlyThen => 1,
        DifferenceKind::OnlyNow => 2,
    };
    found.sort_by_key(|one| place(one.kind));
    found
}
