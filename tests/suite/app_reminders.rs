//! Reminders on the desktop with a desktop that writes down what it is told, and the calendar file beside the book.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use cardloom::edit::Edit;
use cardloom::exchange::ical::LIVE_FILE;
use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::reminders::{Note, Notifier};
use cardloom::gui::safety::Ask;
use cardloom::gui::settings::{CalendarFile, Reminders, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{Command, Route};
use cardloom::jobs::Jobs;
use cardloom::model::*;
use cardloom::session::{Clock, FixedClock};
use cardloom::store::{Passphrase, Protect};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use eframe::egui::ViewportCommand;

use crate::stage::{Window, settings};
use crate::world::today;

/// What a click on a note does.
type Click = Arc<dyn Fn() + Send + Sync>;

/// A desktop that shows nothing and remembers everything.
#[derive(Default)]
struct Recorder {
    notes: Mutex<Vec<Note>>,
    clicked: Mutex<Option<Click>>,
    broken: AtomicBool,
}

impl Notifier for Recorder {
    fn show(&self, note: &Note, clicked: Click) -> Result<(), String> {
        if self.broken.load(Ordering::Relaxed) {
            return Err("org.freedesktop.Notifications was not provided".to_owned());
        }
        self.notes.lock().expect("nothing panics").push(note.clone());
        *self.clicked.lock().expect("nothing panics") = Some(clicked);
        Ok(())
    }
}

impl Recorder {
    fn titles(&self) -> Vec<String> {
        self.notes.lock().expect("nothing panics").iter().map(|note| note.title.clone()).collect()
    }

    fn last(&self) -> Note {
        self.notes.lock().expect("nothing panics").last().expect("a note").clone()
    }
}

struct Desk(Arc<Recorder>);

impl Platform for Desk {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
    fn notifier(&self) -> Option<Arc<dyn Notifier>> {
        Some(Arc::clone(&self.0) as Arc<dyn Notifier>)
    }
}

/// A clock that the test sets.
struct SetClock {
    now: Arc<Mutex<NaiveDateTime>>,
    ids: FixedClock,
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        self.now.lock().expect("nothing panics").and_utc()
    }
    fn today(&self) -> NaiveDate {
        self.now.lock().expect("nothing panics").date()
    }
    fn time_of_day(&self) -> NaiveTime {
        self.now.lock().expect("nothing panics").time()
    }
    fn fresh_id(&mut self) -> u128 {
        self.ids.fresh_id()
    }
}

struct Stage {
    window: Window,
    recorder: Arc<Recorder>,
    now: Arc<Mutex<NaiveDateTime>>,
}

impl Stage {
    fn new(settings: Settings) -> Self {
        Self::on(tempfile::tempdir().expect("a folder"), settings, at(today(), 8, 0))
    }

    fn on(folder: tempfile::TempDir, settings: Settings, now: NaiveDateTime) -> Self {
        let recorder = Arc::new(Recorder::default());
        let now = Arc::new(Mutex::new(now));
        let clock = {
            let now = Arc::clone(&now);
            move || {
                Box::new(SetClock { now: Arc::clone(&now), ids: FixedClock::new(today()) }) as Box<dyn Clock>
            }
        };
        let window = Window::equipped(folder, settings, Box::new(Desk(Arc::clone(&recorder))), clock);
        Self { window, recorder, now }
    }

    fn set(&mut self, now: NaiveDateTime) {
        *self.now.lock().expect("nothing panics") = now;
        self.window.settle();
    }

    fn settings(&self) -> Settings {
        self.window.state().settings().clone()
    }

    /// Adds a person and follow-ups with them: days from today, perhaps a time.
    fn plan(&mut self, follow_ups: &[(i64, Option<(i64, i64)>)]) {
        let name =
            PersonName { family: "Tanaka".to_owned(), given: "Haruka".to_owned(), ..PersonName::default() };
        let contact = Contact { name, ..Contact::default() };
        let add =
            Edit::AddContact { contact: Box::new(contact), employment: Default::default(), received: None };
        self.window.ask(add.into());
        let person = self.window.contact("Haruka Tanaka").id;
        for (days, due_at) in follow_ups {
            let follow_up = FollowUp {
                kind: FollowUpKind::Call,
                due_on: today() + TimeDelta::days(*days),
                due_at: due_at.map(|(hour, minute)| at(today(), hour, minute).time()),
                contacts: [person].into(),
                about: "the merger".to_owned(),
                ..FollowUp::default()
            };
            self.window.ask(Edit::AddFollowUp { follow_up: Box::new(follow_up) }.into());
        }
    }
}

fn at(day: NaiveDate, hour: i64, minute: i64) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + TimeDelta::minutes(hour * 60 + minute)
}

fn reminding(names: bool) -> Settings {
    Settings { reminders: Reminders { on: true, names, ..Reminders::default() }, ..settings() }
}

#[test]
fn nobody_is_reminded_without_asking_for_it() {
    let mut stage = Stage::new(settings());
    stage.plan(&[(0, None)]);
    stage.set(at(today(), 9, 30));
    assert!(stage.recorder.titles().is_empty());
}

#[test]
fn without_names_only_a_number_is_shown() {
    let mut stage = Stage::new(reminding(false));
    stage.plan(&[(-3, None), (0, Some((14, 0))), (1, None)]);
    assert!(stage.recorder.titles().is_empty(), "it is not nine yet");
    stage.set(at(today(), 9, 0));
    stage.set(at(today(), 9, 1));
    assert_eq!(stage.recorder.titles(), ["2 follow-ups are due"], "once, and not what is due tomorrow");
    assert_eq!(stage.recorder.last().body, "");
    stage.set(at(today(), 14, 0));
    assert_eq!(stage.recorder.titles()[1..], ["A follow-up is due at 14:00"]);
    let kept = format!("{:?}", stage.settings().reminders);
    assert!(!kept.contains("Tanaka") && !kept.contains("merger"), "{kept}");
}

#[test]
fn with_names_it_says_whom_and_what_about() {
    let mut stage = Stage::new(reminding(true));
    stage.plan(&[(0, Some((14, 0)))]);
    stage.set(at(today(), 9, 0));
    assert_eq!(stage.recorder.last().body, "Call: Haruka Tanaka");
    stage.set(at(today(), 14, 2));
    let note = stage.recorder.last();
    assert_eq!((note.title.as_str(), note.body.as_str()), ("Call: Haruka Tanaka", "14:00 · the merger"));
}

#[test]
fn after_a_restart_nothing_is_shown_twice_and_the_next_day_begins_anew() {
    let mut stage = Stage::new(reminding(false));
    stage.plan(&[(0, None)]);
    stage.set(at(today(), 9, 0));
    assert_eq!(stage.recorder.titles().len(), 1);
    stage.window.save();
    let settings = stage.settings();
    let folder = stage.window.quit();
    let mut stage = Stage::on(folder, settings, at(today(), 11, 0));
    assert!(stage.recorder.titles().is_empty());
    stage.set(at(today() + Days::new(1), 9, 0));
    assert_eq!(stage.recorder.titles(), ["1 follow-up is due"]);
}

#[test]
fn what_is_done_meanwhile_is_not_reminded_of() {
    let mut stage = Stage::new(reminding(false));
    stage.plan(&[(0, Some((14, 0)))]);
    stage.set(at(today(), 9, 0));
    let id = *stage.window.book().follow_ups.keys().next().expect("one");
    stage.window.ask(Edit::CompleteFollowUp { follow_up: DueSource::Stored(id), encounter: None }.into());
    stage.set(at(today(), 14, 0));
    assert_eq!(stage.recorder.titles().len(), 1);
}

#[test]
fn a_desktop_without_notifications_is_told_in_the_settings_and_tried_again_later() {
    let mut stage = Stage::new(reminding(false));
    stage.plan(&[(0, None)]);
    stage.recorder.broken.store(true, Ordering::Relaxed);
    stage.set(at(today(), 9, 0));
    for minute in 1..5 {
        stage.set(at(today(), 9, minute));
    }
    assert!(!stage.window.says("was not provided"), "no storm of lines");
    stage.window.ask(Command::Go(Route::Settings));
    assert!(stage.window.says("This desktop shows no notifications"), "{:?}", stage.window.labels());
    stage.recorder.broken.store(false, Ordering::Relaxed);
    stage.set(at(today(), 9, 10));
    assert!(stage.recorder.titles().is_empty(), "half an hour is waited");
    stage.set(at(today(), 9, 40));
    assert_eq!(stage.recorder.titles(), ["1 follow-up is due"], "what was not shown is not lost");
    assert!(!stage.window.says("This desktop shows no notifications"));
}

#[test]
fn a_click_opens_the_book_at_today() {
    let mut stage = Stage::new(reminding(false));
    stage.plan(&[(0, None)]);
    stage.set(at(today(), 9, 0));
    assert_ne!(stage.window.state().route(), Route::Today);
    let click = stage.recorder.clicked.lock().expect("nothing panics").clone().expect("it can be clicked");
    click();
    stage.window.run_steps(1);
    let asked = stage.window.asked();
    assert!(
        asked.contains(&ViewportCommand::Focus) && asked.contains(&ViewportCommand::Minimized(false)),
        "{asked:?}"
    );
    assert_eq!(stage.window.state().route(), Route::Today);
}

#[test]
fn the_window_sleeps_until_the_next_reminder() {
    let mut stage = Stage::new(reminding(false));
    stage.plan(&[(0, Some((9, 2)))]);
    stage.set(at(today(), 9, 0));
    stage.window.run_steps(60);
    let delay = stage.window.output().viewport_output.values().map(|output| output.repaint_delay).min();
    let delay = delay.expect("a window");
    assert!(delay > std::time::Duration::from_secs(60), "no busy loop: {delay:?}");
    assert!(delay < std::time::Duration::from_secs(130), "it wakes in time: {delay:?}");
}

#[test]
fn it_is_all_chosen_in_the_settings() {
    let mut stage = Stage::new(settings());
    stage.plan(&[(0, None)]);
    stage.window.ask(Command::Go(Route::Settings));
    stage.window.click("Remind me on the desktop");
    assert!(stage.settings().reminders.on);
    stage.window.click("Names and what about");
    assert!(stage.settings().reminders.names);
    stage.window.click("Show one now");
    assert_eq!(stage.recorder.last().body, "Call: Haruka Tanaka");
    assert!(stage.window.says("Shown."));
    assert!(stage.settings().reminders.shown.is_empty(), "to try one uses none up");
    let field = stage.window.value_of("In the morning at");
    assert_eq!(field, "9:00");
    stage.window.type_into("In the morning at", "x");
    assert!(stage.window.says("A time such as 9:00, please."), "{:?}", stage.window.labels());
    assert_eq!(stage.settings().reminders.at, at(today(), 9, 0).time());
}

#[test]
fn the_calendar_file_follows_the_book() {
    let mut stage = Stage::new(settings());
    stage.plan(&[(0, None)]);
    stage.window.save();
    let file = stage.window.folder.path().join(LIVE_FILE);
    assert!(!file.exists(), "nobody asked for it");
    stage.window.ask(Command::Go(Route::Settings));
    stage.window.click("Keep follow-ups.ics up to date beside the book");
    let text = std::fs::read_to_string(&file).expect("a calendar file");
    assert!(text.contains("SUMMARY:Call: Haruka Tanaka") && !text.contains("merger"), "{text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&file).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "for the owner only");
    }
    let id = *stage.window.book().follow_ups.keys().next().expect("one");
    stage.window.ask(
        Edit::MoveFollowUps { follow_ups: vec![DueSource::Stored(id)], to: today() + Days::new(2) }.into(),
    );
    stage.window.save();
    let moved = std::fs::read_to_string(&file).expect("a calendar file");
    assert!(moved.contains("DTSTART;VALUE=DATE:20261016"), "{moved}");
    stage.window.click("What it is about, goals and notes");
    assert!(std::fs::read_to_string(&file).expect("a calendar file").contains("merger"));
    stage.window.click("Keep follow-ups.ics up to date beside the book");
    assert!(!file.exists(), "whoever switches it off has none");
}

#[test]
fn a_file_that_is_not_ours_is_left_alone_and_told_once() {
    let kept = CalendarFile { on: true, ..CalendarFile::default() };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(LIVE_FILE);
    std::fs::write(&file, "my own").expect("a file");
    let mut stage = Stage::on(folder, Settings { calendar_file: kept, ..settings() }, at(today(), 8, 0));
    stage.plan(&[(0, None)]);
    stage.window.save();
    stage.window.settle();
    assert!(stage.window.says("is not from this book"), "{:?}", stage.window.labels());
    assert_eq!(std::fs::read_to_string(&file).expect("a file"), "my own");
    std::fs::remove_file(&file).expect("it is there");
    stage.window.ask(Command::Go(Route::Settings));
    stage.window.click("Try again");
    assert!(file.exists());
}

#[test]
fn of_an_encrypted_book_there_is_no_calendar_file_unless_it_is_wanted() {
    let kept = CalendarFile { on: true, ..CalendarFile::default() };
    let mut stage = Stage::new(Settings { calendar_file: kept, ..settings() });
    stage.plan(&[(0, None)]);
    stage.window.save();
    stage.window.settle();
    let file = stage.window.folder.path().join(LIVE_FILE);
    assert!(file.exists());
    let passphrase = Passphrase::new("two blue umbrellas");
    stage.window.ask(Command::from(Ask::Protect(Protect::On(passphrase))));
    stage.window.save();
    stage.window.settle();
    assert!(!file.exists(), "it is removed");
    assert!(
        stage.window.says("The calendar file beside the book was removed."),
        "{:?}",
        stage.window.labels()
    );
    stage.window.ask(Command::Go(Route::Settings));
    stage.window.click("Write it readable");
    assert!(file.exists());
    stage.window.click("Do not write it readable any more");
    assert!(!file.exists());
}

/// Clocks are set back: by hand, by the end of summer time, by a flight to the west. Calendar days stay what they are.
#[test]
fn a_clock_that_is_set_back_moves_today_and_no_follow_up() {
    let mut stage = Stage::new(settings());
    stage.plan(&[(0, None), (1, Some((2, 30)))]);
    stage.window.ask(Command::Go(Route::Calendar));
    let due = |stage: &Stage| -> Vec<_> {
        stage.window.book().follow_ups.values().map(|it| (it.due_on, it.due_at)).collect()
    };
    let before = due(&stage);
    assert!(!stage.window.says("late"), "{:?}", stage.window.labels());
    stage.set(at(today() + Days::new(2), 0, 5));
    assert!(
        stage.window.says("2 days late") && stage.window.says("1 day late"),
        "{:?}",
        stage.window.labels()
    );
    // The hour that there is twice, then the day before.
    for now in [at(today(), 2, 59), at(today(), 2, 0), at(today() - Days::new(1), 23, 59)] {
        stage.set(now);
        assert!(!stage.window.says("late"), "{now}: {:?}", stage.window.labels());
    }
    assert_eq!(due(&stage), before);
    stage.set(at(today(), 9, 0));
    assert!(stage.window.says("Wednesday, 14 October"), "{:?}", stage.window.labels());
}
