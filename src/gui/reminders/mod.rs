//! Reminders on the desktop: what is due, once in the morning and at set times, while the program runs.
//!
//! Owns when they come and what they say. Must not know how a system shows them ([`Notifier`]). Start reading at
//! [`App::mind_reminders`]; [`plan`](plan::plan) decides.
//!
//! Invariant: with names withheld nothing of the book but a number is shown
//! (`suite::app_reminders::without_names_only_a_number_is_shown`).

pub mod plan;
mod desktop;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use eframe::egui;

use crate::index::{self, Telling};
use crate::jobs::{JobSpec, Lane};
use crate::model::{FollowUp, Id};

use super::app::{App, Stage};
use super::command::Route;
use super::views::people::{shown_name, tidy};
use super::work::Work;
pub use desktop::Desktop;
use plan::{Due, Reminder, plan, remember};

/// How many things the list of the day names.
const NAMED: usize = 4;

/// How long the program sleeps at most while reminders are on: a machine that was asleep does not count its sleep, and
/// the user may set the clock.
const LONGEST_SLEEP: Duration = Duration::from_secs(5 * 60);

/// How long to wait after the system did not show one.
const AFTER_FAILURE: TimeDelta = TimeDelta::minutes(30);

/// Something to show on the desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The first line.
    pub title: String,
    /// The rest; may be empty.
    pub body: String,
    /// What a click does, in a word.
    pub open: String,
}

/// What shows notes on the desktop.
pub trait Notifier: Send + Sync {
    /// Shows a note, and calls `clicked` when the user clicks on it, if the system tells. Called on a worker.
    ///
    /// # Errors
    /// The system's, in its own words: there may be nothing that shows notes.
    fn show(&self, note: &Note, clicked: Arc<dyn Fn() + Send + Sync>) -> Result<(), String>;
}

/// What is known about reminders.
#[derive(Default)]
pub struct State {
    /// Why the last one was not shown; told in the settings.
    pub problem: Option<String>,
    /// The one that was asked for in the settings was shown.
    pub tried: bool,
    /// A note was clicked.
    clicked: Arc<AtomicBool>,
    /// What is due, for a state of the book and a day.
    due: Option<((u64, NaiveDate), Gathered)>,
    /// No sooner than this is anything to be done, unless the book or the choices change.
    rest: Option<(Key, NaiveDateTime, NaiveDateTime)>,
    /// Nothing is shown before this moment, after a failure.
    not_before: Option<NaiveDateTime>,
}

/// What is due until today.
struct Gathered {
    /// As the plan sees it.
    plan: Vec<Due>,
    /// As it is told.
    all: Vec<index::Due>,
}

/// What decides when to look again.
type Key = (u64, chrono::NaiveTime, Option<NaiveDateTime>);

impl App {
    /// Shows what is to be shown now, and has the window called again in time.
    pub(super) fn mind_reminders(&mut self, ctx: &egui::Context) {
        if self.reminders.clicked.swap(false, Ordering::AcqRel) {
            self.route = Route::Today;
            ctx.send_viewport_cmd(egui::ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(egui::ViewportCommand::Focus);
        }
        // Only one of several programs with the same book reminds: the one that can write it.
        let may = self.settings.reminders.on
            && matches!(self.stage, Stage::Open)
            && !self.session.book().is_empty()
            && self.session.access().is_writable();
        if !may {
            return;
        }
        let (today, time) = (self.session.clock().today(), self.session.clock().time_of_day());
        let now = today.and_time(time);
        let key = (self.session.revision(), self.settings.reminders.at, self.reminders.not_before);
        // A clock that was set back or on is looked at anew.
        let rests =
            self.reminders.rest.is_some_and(|(of, from, until)| of == key && from <= now && now < until);
        if !rests {
            self.remind(now);
            let midnight = today
                .succ_opt()
                .map_or(now + TimeDelta::hours(1), |day| day.and_time(chrono::NaiveTime::MIN));
            let next = self.next_reminder(now).unwrap_or(midnight);
            let key = (self.session.revision(), self.settings.reminders.at, self.reminders.not_before);
            self.reminders.rest = Some((key, now, next));
        }
        if let Some((_, _, next)) = self.reminders.rest {
            let until = (next - now).to_std().unwrap_or_default().min(LONGEST_SLEEP);
            // A little late rather than a little early and once more.
            ctx.request_repaint_after(until + Duration::from_millis(50));
        }
    }

    fn next_reminder(&mut self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if let Some(wait) = self.reminders.not_before.filter(|wait| *wait > now) {
            return Some(wait);
        }
        let (book, at) = (self.session.book().header.id, self.settings.reminders.at);
        self.gather_due(now.date());
        let (_, due) = self.reminders.due.as_ref()?;
        plan(now, at, book, &due.plan, &self.settings.reminders.shown).next
    }

    /// What is open and due until today, kept until the book changes or the day ends.
    fn gather_due(&mut self, today: NaiveDate) {
        let key = (self.session.revision(), today);
        if self.reminders.due.as_ref().is_some_and(|(of, _)| *of == key) {
            return;
        }
        // Suggestions are for quiet hours.
        let mut all = self.session.index().due(today, ..=today);
        all.retain(|due| !due.is_suggestion());
        let at = |due: &index::Due| due.due_at.filter(|_| due.due_on == today);
        let plan = all.iter().map(|due| Due { id: due.id(), at: at(due) }).collect();
        let due = Gathered { plan, all };
        self.reminders.due = Some((key, due));
    }

    fn remind(&mut self, now: NaiveDateTime) {
        if self.reminders.not_before.is_some_and(|wait| now < wait && wait - now <= AFTER_FAILURE) {
            return;
        }
        self.gather_due(now.date());
        let Some((_, due)) = &self.reminders.due else { return };
        let (book, settings) = (self.session.book(), &self.settings.reminders);
        let plan = plan(now, settings.at, book.header.id, &due.plan, &settings.shown);
        if plan.marks.is_empty() {
            return;
        }
        let telling = Telling { book, texts: &self.texts, today: now.date() };
        let notes: Vec<Note> =
            plan.show.iter().map(|reminder| note(reminder, &due.all, telling, settings.names)).collect();
        // Written down before it is shown: after a crash it is rather not shown than shown twice.
        let mut settings = self.settings.clone();
        remember(&mut settings.reminders.shown, now.date(), plan.marks.iter().cloned());
        self.change_settings(settings);
        self.reminders.not_before = None;
        if !notes.is_empty() {
            self.show_notes(notes, plan.marks, false);
        }
    }

    /// Shows one now, as it would look: asked for in the settings.
    pub(super) fn try_reminder(&mut self) {
        let today = self.session.clock().today();
        self.gather_due(today);
        let due = self.reminders.due.as_ref().map_or(&[][..], |(_, due)| &due.all);
        let note = if due.is_empty() {
            Note {
                title: self.texts.reminders_nothing().to_owned(),
                body: String::new(),
                open: self.texts.reminders_open().to_owned(),
            }
        } else {
            let telling = Telling { book: self.session.book(), texts: &self.texts, today };
            let all = Reminder::Morning(due.iter().map(index::Due::id).collect());
            note(&all, due, telling, self.settings.reminders.names)
        };
        self.show_notes(vec![note], Vec::new(), true);
    }

    fn show_notes(&mut self, notes: Vec<Note>, marks: Vec<String>, tried: bool) {
        let Some(notifier) = self.platform.notifier() else {
            self.reminders.problem = Some(self.texts.reminders_none_here().to_owned());
            return;
        };
        let (flag, wake) = (Arc::clone(&self.reminders.clicked), Arc::clone(&self.wake));
        let clicked: Arc<dyn Fn() + Send + Sync> = Arc::new(move || {
            flag.store(true, Ordering::Release);
            wake();
        });
        let spec = JobSpec::new(Lane::Layout, "");
        self.jobs.spawn(spec, move |_| {
            let all = notes.iter().try_for_each(|note| notifier.show(note, Arc::clone(&clicked)));
            Ok(Work::Reminded { marks, tried, result: all })
        });
    }

    /// A worker has shown notes, or not.
    pub(super) fn reminded(&mut self, marks: &[String], tried: bool, result: Result<(), String>) {
        let today = self.session.clock().today();
        self.reminders.tried = tried && result.is_ok();
        let Err(problem) = result else {
            self.reminders.problem = None;
            return;
        };
        // Told in the settings, where it can be put right; a line for every try would be a nuisance.
        self.reminders.problem = Some(problem);
        if !tried {
            self.reminders.not_before =
                today.and_time(self.session.clock().time_of_day()).checked_add_signed(AFTER_FAILURE);
            let mut settings = self.settings.clone();
            if let Some(shown) = settings.reminders.shown.get_mut(&today) {
                shown.retain(|mark| !marks.contains(mark));
            }
            self.change_settings(settings);
        }
    }
}

/// What a reminder says.
fn note(reminder: &Reminder, all: &[index::Due], telling: Telling<'_>, names: bool) -> Note {
    let texts = telling.texts;
    let open = texts.reminders_open().to_owned();
    let find = |id: &Id<FollowUp>| all.iter().find(|due| due.id() == *id);
    match reminder {
        Reminder::Morning(due) => {
            let title = texts.reminders_due(due.len() as i64);
            if !names {
                return Note { title, body: String::new(), open };
            }
            let named = due.iter().take(NAMED).filter_map(find);
            let mut lines: Vec<String> = named.map(|due| line(due, telling)).collect();
            if due.len() > NAMED {
                lines.push(texts.reminders_more((due.len() - NAMED) as i64));
            }
            Note { title, body: lines.join("\n"), open }
        }
        Reminder::Timed(id, at) => {
            let time = texts.locale().time(*at);
            match find(id).filter(|_| names) {
                Some(due) => {
                    let about = tidy(&due.about(telling));
                    let body = if about.is_empty() { time } else { format!("{time} · {about}") };
                    Note { title: line(due, telling), body, open }
                }
                None => Note { title: texts.reminders_due_now(&time), body: String::new(), open },
            }
        }
    }
}

/// "Call: Haruka Tanaka".
fn line(due: &index::Due, telling: Telling<'_>) -> String {
    let texts = telling.texts;
    let kind = due.kind.words(texts);
    let people = due.contacts.iter().filter_map(|id| telling.book.get(*id));
    let names: Vec<String> = people.map(|contact| shown_name(contact, texts)).collect();
    match names.as_slice() {
        [] => kind.to_owned(),
        [one] => texts.ical_summary(kind, one),
        [first, rest @ ..] => texts.ical_summary(kind, &format!("{first} +{}", rest.len())),
    }
}
