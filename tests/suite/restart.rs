//! Undo goes on after the program was closed, killed, or opened by another one, and never guesses.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use cardloom::edit::{ContactField, Edit, Employment};
use cardloom::model::*;
use cardloom::session::{FixedClock, Opened, Session};
use cardloom::store::SaveState;
use eframe::egui::Key;
use tempfile::TempDir;

use crate::stage::Window;
use crate::world::today;

/// A book that is opened and closed by one program after the other.
struct Desk {
    folder: TempDir,
    clock: FixedClock,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), clock: FixedClock::new(today()) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("book.ron")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("book.backups/undo.log")
    }

    fn start(&self) -> Session {
        Session::new(Box::new(self.clock.clone()), Some(self.path()), Arc::new(|| {}))
    }

    fn open(&self) -> Session {
        let opened = Opened::read(&self.path()).unwrap();
        Session::open(Box::new(self.clock.clone()), opened, Arc::new(|| {})).unwrap()
    }
}

fn save(session: &mut Session) {
    let status = session.flush(Duration::from_secs(60)).unwrap();
    assert_eq!(status.state, SaveState::Saved);
}

fn add(session: &mut Session, name: &str) {
    let contact = Box::new(Contact { name: PersonName::parse(name), ..Contact::default() });
    session.commit(Edit::AddContact { contact, employment: Employment::default(), received: None }).unwrap();
}

fn note(session: &mut Session, text: &str) {
    let contact = *session.book().contacts.keys().next().unwrap();
    session.commit(Edit::SetContact { contact, field: ContactField::Notes(text.to_owned()) }).unwrap();
}

fn read(path: &Path) -> Book {
    Opened::read(path).unwrap().book().clone()
}

/// Takes everything back and carries it out again; returns the states on the way.
fn states(session: &mut Session) -> Vec<Book> {
    let mut states = vec![session.book().clone()];
    while session.undo().is_some() {
        states.push(session.book().clone());
    }
    for _ in 1..states.len() {
        session.redo().unwrap();
    }
    states
}

#[test]
fn what_was_done_in_three_runs_is_taken_back_step_by_step_in_the_fourth() {
    let desk = Desk::new();
    let mut session = desk.start();
    add(&mut session, "Mina Schäfer");
    add(&mut session, "Jonas Weber");
    save(&mut session);
    note(&mut session, "Likes joints.");
    session.undo();
    save(&mut session);
    let first = states(&mut session);
    assert_eq!(first.len(), 3);
    drop(session);

    let mut session = desk.open();
    assert_eq!(session.history().len(), 2);
    assert!(session.history().redo_label().is_some(), "what was undone can still be carried out again");
    session.redo();
    // Not written by anybody but the end of the program.
    drop(session);

    let mut session = desk.open();
    note(&mut session, "Likes joints and tea.");
    save(&mut session);
    let third = states(&mut session);
    save(&mut session);
    drop(session);

    let mut session = desk.open();
    assert_eq!(states(&mut session), third);
    while session.undo().is_some() {}
    assert!(session.book().is_empty());
    save(&mut session);
    drop(session);
    assert!(read(&desk.path()).is_empty());
}

#[test]
fn a_step_that_was_taken_back_before_it_was_saved_leaves_the_history_whole() {
    let desk = Desk::new();
    let mut session = desk.start();
    add(&mut session, "Mina Schäfer");
    save(&mut session);
    let bytes = fs::read(desk.path()).unwrap();
    note(&mut session, "A mistake.");
    session.undo();
    // Nothing differs from the file, so it may stay as it is; the history is another one all the same.
    save(&mut session);
    session.redo();
    session.undo();
    save(&mut session);
    drop(session);
    let mut session = desk.open();
    assert_eq!(session.history().len(), 1);
    assert!(session.history().redo_label().is_some());
    session.undo();
    assert!(session.book().is_empty());
    drop(session);
    assert_ne!(fs::read(desk.path()).unwrap(), bytes);
}

#[test]
fn a_step_of_many_megabytes_is_undone_now_but_not_kept_across_a_restart() {
    let desk = Desk::new();
    let mut session = desk.start();
    add(&mut session, "Mina Schäfer");
    let mut book = Box::new(Book::default());
    for id in 1..=4_000 {
        let (name, notes) = (PersonName::parse("Aiko Tanaka"), "Talked about joints. ".repeat(60));
        let contact = Contact { id: Id::new(id), name, notes, ..Contact::default() };
        crate::books::put(&mut book, contact);
    }
    session.commit(Edit::Import { book }).unwrap();
    note(&mut session, "Met at the fair.");
    let after = session.book().clone();
    save(&mut session);
    let size = fs::metadata(desk.log()).unwrap().len();
    assert!(size < 100_000, "{size} bytes");
    assert_eq!(session.history().len(), 3);
    drop(session);
    let mut session = desk.open();
    assert_eq!(session.book(), &after);
    assert_eq!(session.history().len(), 1);
    session.undo();
    assert!(session.book().contacts.len() > 4_000);
    session.redo();
    drop(session);

    // Within one run it is a step like any other; taking it back and doing it again is as large as it was.
    let mut session = desk.open();
    let size = session.book().contacts.len();
    let book = Box::new(Book { header: session.book().header.clone(), ..Book::default() });
    let all = cardloom::edit::TakeBack::Everything;
    session.commit(Edit::TakeBack { from: book, what: all }).unwrap();
    assert_eq!((session.undo().is_some(), session.book().contacts.len()), (true, size));
}

#[test]
fn a_log_that_is_gone_or_damaged_keeps_no_book_from_opening() {
    let desk = Desk::new();
    let mut session = desk.start();
    add(&mut session, "Mina Schäfer");
    save(&mut session);
    add(&mut session, "Jonas Weber");
    save(&mut session);
    drop(session);
    let log = fs::read(desk.log()).unwrap();
    for damage in [&b""[..], &log[..log.len() / 2], &[0; 300], b"(version: 1)", &log[3..]] {
        fs::write(desk.log(), damage).unwrap();
        let mut session = desk.open();
        assert_eq!(session.book().contacts.len(), 2);
        let steps = session.history().len();
        assert!(steps < 2, "{steps}");
        note(&mut session, "After the damage.");
        save(&mut session);
        drop(session);
        assert!(desk.open().history().len() > steps, "a new history begins");
        let mut session = desk.open();
        session.undo();
        save(&mut session);
    }
    fs::remove_file(desk.log()).unwrap();
    assert!(desk.open().history().is_empty());
}

#[test]
fn a_book_that_was_changed_elsewhere_has_no_history_that_does_not_fit() {
    let desk = Desk::new();
    let mut session = desk.start();
    add(&mut session, "Mina Schäfer");
    save(&mut session);
    drop(session);
    // Another machine goes on with a copy and synchronises the book, but not the folder of the backups.
    let elsewhere = Desk::new();
    fs::copy(desk.path(), elsewhere.path()).unwrap();
    let mut session = elsewhere.open();
    note(&mut session, "Changed on the laptop.");
    save(&mut session);
    drop(session);
    fs::copy(elsewhere.path(), desk.path()).unwrap();
    assert!(desk.open().history().is_empty());
    // With the folder, the history of the other machine comes along.
    fs::copy(elsewhere.log(), desk.log()).unwrap();
    let mut session = desk.open();
    assert_eq!(session.history().len(), 1);
    session.undo();
    assert_eq!(session.book().contacts.values().next().unwrap().notes, "");
}

#[test]
fn undo_works_in_the_window_after_it_was_closed_and_opened() {
    let mut window = Window::open();
    window.command(Key::N);
    window.type_into("Name", "Mina Schäfer");
    window.click("Add person");
    window.command(Key::N);
    window.type_into("Name", "Jonas Weber");
    window.click("Add person");
    assert_eq!(window.save(), SaveState::Saved);

    let mut window = window.reopen();
    assert_eq!(window.book().contacts.len(), 2);
    window.command(Key::Z);
    assert!(window.says("Undone: "), "{:?}", window.labels());
    assert_eq!(window.book().contacts.len(), 1);
    assert_eq!(window.save(), SaveState::Saved);

    let mut window = window.reopen();
    window.command_shift(Key::Z);
    assert!(window.says("Redone: "), "{:?}", window.labels());
    assert_eq!(window.contact("Jonas Weber").notes, "");
    while window.state().session().history().undo_label().is_some() {
        window.command(Key::Z);
    }
    assert!(window.book().is_empty());
}
