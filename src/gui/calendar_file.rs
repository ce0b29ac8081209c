//! The calendar file beside the book, which is kept up to date, and calendar files that come in.
//!
//! Owns when the file is written: after each save, when something in it can differ. Must not know what stands in it
//! ([`crate::exchange::ical`]) or how it reaches the disk ([`crate::session::calendar`]).
//!
//! Invariant: nothing of an encrypted book is written readable unless the user said so for this book
//! (`suite::app_reminders::of_an_encrypted_book_there_is_no_calendar_file_unless_it_is_wanted`).

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit::Edit;
use crate::exchange::ical::{self, Choices, Content, Found, Zone};
use crate::jobs::intake::IntakeError;
use crate::jobs::{JobId, JobSpec, Lane};
use crate::model::FollowUp;
use crate::session::calendar::{bytes_of, foreseen, give_up, keep, live_file};
use crate::store::SaveError;
use crate::text::{Locale, Texts};

use super::app::{App, Stage};
use super::command::Sheet;
use super::work::Work;

/// What is known of the calendar file of the open book.
#[derive(Debug, Default)]
pub struct Live {
    /// What the file rests on; `None` before anything was done for this book.
    done: Option<Key>,
    job: Option<JobId>,
    /// Why it is not up to date.
    pub problem: Option<SaveError>,
    /// That was told.
    told: bool,
}

/// What decides whether the file may differ.
#[derive(Debug, Clone, PartialEq)]
enum Key {
    /// It is kept: for this state of the book, these choices, in this language, on this day.
    Kept(u64, Choices, Locale, NaiveDate),
    /// It is not kept.
    None,
}

/// How a calendar is written, for a worker.
pub(super) struct Owned {
    texts: Texts,
    zone: Zone,
    today: NaiveDate,
    choices: Choices,
    foreseen: Vec<FollowUp>,
}

impl Owned {
    pub fn of(app: &App) -> Self {
        let clock = app.session.clock();
        Self {
            texts: app.texts.clone(),
            zone: clock.zone(),
            today: clock.today(),
            choices: app.settings.calendar_choices(),
            foreseen: Vec::new(),
        }
    }

    pub fn content(&self, live: bool) -> Content<'_> {
        let (texts, foreseen) = (&self.texts, &self.foreseen[..]);
        Content { texts, zone: self.zone, today: self.today, choices: self.choices, foreseen, live }
    }
}

impl App {
    /// Whether the calendar file of the open book is wanted, and may be.
    pub(super) fn keeps_calendar(&self) -> bool {
        let file = &self.settings.calendar_file;
        let book = self.session.book().header.id.to_string();
        file.on && (!self.session.is_protected() || file.readable_for.contains(&book))
    }

    /// Brings the calendar file up to date once everything is saved.
    pub(super) fn mind_calendar_file(&mut self) {
        let ready = matches!(self.stage, Stage::Open)
            && self.live.job.is_none()
            && self.session.access().is_writable()
            // While somebody types, the next key is near; what is not saved is in no other file either.
            && self.session.save_status().is_some()
            && self.session.is_saved();
        let Some(book_file) = self.session.path().filter(|_| ready) else { return };
        let key = if self.keeps_calendar() {
            let today = self.session.clock().today();
            Key::Kept(self.session.revision(), self.settings.calendar_choices(), self.texts.locale(), today)
        } else {
            Key::None
        };
        if self.live.done.as_ref() == Some(&key) {
            return;
        }
        // A file of another day goes when it is switched off, and when the book must not be readable beside itself;
        // somebody who never wanted one has none.
        if key == Key::None && self.live.done.is_none() && !self.settings.calendar_file.on {
            self.live.done = Some(key);
            return;
        }
        let path = live_file(book_file);
        let (book, mut calendar) = (self.session.book().clone(), Owned::of(self));
        let wanted = key != Key::None;
        if wanted {
            calendar.foreseen = foreseen(self.session.index(), calendar.today);
        }
        self.live.done = Some(key);
        let spec = JobSpec::new(Lane::Files, "");
        self.live.job = Some(self.jobs.spawn(spec, move |_| {
            let result = if wanted {
                keep(&book, &path, &calendar.content(true))
            } else {
                give_up(book.header.id, &path)
            };
            Ok(Work::CalendarKept { wanted, result })
        }));
    }

    /// A worker has written or removed the calendar file, or could not.
    pub(super) fn calendar_kept(&mut self, job: JobId, wanted: bool, result: Result<bool, SaveError>) {
        if self.live.job != Some(job) {
            // It was for the book before.
            return;
        }
        self.live.job = None;
        match result {
            Ok(changed) => {
                self.live.problem = None;
                self.live.told = false;
                if changed && !wanted {
                    self.toasts.tell(self.texts.reminders_calendar_removed().to_owned());
                }
            }
            Err(error) => {
                // Told once; after that the settings say it as long as it is so.
                if !std::mem::replace(&mut self.live.told, true) {
                    self.toasts.problem(
                        self.texts.reminders_calendar_failed(&calendar_problem(&error, &self.texts)),
                    );
                }
                self.live.problem = Some(error);
            }
        }
    }

    /// A worker failed.
    pub(super) fn calendar_job_ended(&mut self, job: JobId) {
        if self.live.job == Some(job) {
            self.live.job = None;
        }
    }

    /// Tries again after a failure.
    pub(super) fn keep_calendar_again(&mut self) {
        self.live.done = None;
        self.live.told = false;
    }

    /// Reads calendar files on a worker; the sheet with what they have opens afterwards.
    pub(super) fn read_calendars(&mut self, files: Vec<PathBuf>) {
        if !self.has_book(false) || !self.may_change() {
            return;
        }
        let (book, texts) = (self.session.book().clone(), self.texts.clone());
        let when = (self.session.clock().zone(), self.session.clock().today());
        let spec = JobSpec::new(Lane::Files, self.texts.reminders_reading().to_owned()).latest("calendar");
        self.jobs.spawn(spec, move |progress| {
            let mut preview = Preview::default();
            for path in files {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                let name = crate::jobs::intake::display_name(&name);
                let mut cancelled = false;
                let read = match bytes_of(&path) {
                    Err(error) => {
                        preview.problems.extend(IntakeError::from(error).text(&texts, &name));
                        continue;
                    }
                    Ok(bytes) => bytes.and_then(|bytes| {
                        ical::read(&bytes, &book, when, texts.ical_untitled(), &mut |done, total| {
                            cancelled = progress.set(done, total).is_err();
                            !cancelled
                        })
                    }),
                };
                if cancelled {
                    return Err(crate::jobs::Cancelled);
                }
                match read {
                    Ok(calendar) => {
                        preview.notes.extend(calendar.notes(&texts, &name));
                        preview.found.extend(calendar.found);
                    }
                    Err(unread) => preview.problems.extend(unread.text(&texts, &name)),
                }
                preview.names.push(name);
            }
            Ok(Work::CalendarRead(preview))
        });
    }

    /// What calendar files have was read.
    pub(super) fn calendar_read(&mut self, preview: Preview) {
        for problem in &preview.problems {
            self.toasts.problem(problem.clone());
        }
        if preview.found.is_empty() && preview.notes.is_empty() {
            if preview.problems.is_empty() {
                self.toasts.tell(self.texts.ical_nothing(&preview.names.join(", ")));
            }
            return;
        }
        self.commands.push(super::Command::Open(Sheet::Calendar(Arc::new(preview))));
    }

    /// Takes events in that were looked at; those that have changed or gone meanwhile stay as they are.
    pub(super) fn take_in_events(&mut self, events: Vec<crate::model::Event>) {
        let book = self.session.book();
        let there = |event: &crate::model::Event| {
            let id = event.id;
            let still = id.is_nil() || book.get(id).is_some();
            let people = event.participants.keys().all(|contact| book.get(*contact).is_some());
            still && people
        };
        let events = events.into_iter().filter(there).collect();
        self.commit(Edit::TakeInEvents { events });
    }
}

/// Why the calendar file is not up to date, for the user.
pub(super) fn calendar_problem(error: &SaveError, texts: &Texts) -> String {
    if error.problem == crate::store::SaveProblem::AlreadyExists {
        texts.reminders_calendar_taken(&error.path.display().to_string())
    } else {
        error.text(texts)
    }
}

/// What calendar files have for the book, before anything is taken in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Preview {
    /// What the files are called.
    pub names: Vec<String>,
    /// Their events.
    pub found: Vec<Found>,
    /// What was left out or guessed.
    pub notes: Vec<String>,
    /// Files that could not be read.
    pub problems: Vec<String>,
}
