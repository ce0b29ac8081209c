//! The window when the file of the book is gone, when it goes away while it is mended, and what is told meanwhile.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::PathBuf;

use cardloom::edit::Edit;
use cardloom::gui::safety::Ask;
use cardloom::gui::{Command, Sheet};
use cardloom::model::Circle;
use cardloom::store::{Passphrase, Protect, SaveState, backups, previous_state};
use eframe::egui::Key;

use crate::app_safety::{LONG, a_book, add, help_edit, named, session};
use crate::stage::Window;

/// A book of three people of which nothing but the state before its last save is left, of two people.
fn lost() -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = a_book();
    let mut session = session(&path);
    add(&mut session, "Sharma");
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    drop(session);
    fs::remove_file(&path).unwrap();
    (folder, path)
}

fn states(window: &Window) -> Vec<String> {
    window.labels().into_iter().filter(|label| label.starts_with("Open the state of")).collect()
}

#[test]
fn a_lost_book_is_not_begun_anew_but_offers_its_earlier_states() {
    let (folder, path) = lost();
    // The last state is a dated one and the state before the last save at once: it is offered once.
    assert!(previous_state(&path).exists());
    let mut window = Window::on(folder, path.clone());
    assert!(window.shows("This book is missing"), "{:?}", window.labels());
    assert!(!window.says("is kept as a copy"), "there is no present file: {:?}", window.labels());
    window.command(Key::N);
    assert_eq!(window.state().open_sheet(), None, "nothing can be typed that would begin it anew");
    assert!(!path.exists());

    let [state] = &states(&window)[..] else { panic!("{:?}", window.labels()) };
    window.click(state);
    assert_eq!(window.book().contacts.len(), 2, "{:?}", window.labels());
    assert!(window.says("The book goes on from the state of"), "{:?}", window.labels());
    let edit = help_edit(window.book(), "Weber", "going on");
    window.ask(edit);
    assert_eq!(window.save(), SaveState::Saved);
    assert_eq!(window.on_disk().contacts.len(), 2);
}

#[test]
fn of_a_lost_book_only_the_state_before_the_last_save_may_be_left() {
    let (folder, path) = lost();
    for backup in backups(&path) {
        fs::remove_file(backup.path).unwrap();
    }
    let mut window = Window::on(folder, path.clone());
    let [state] = &states(&window)[..] else { panic!("{:?}", window.labels()) };
    window.click(state);
    assert_eq!(window.book().contacts.len(), 2, "{:?}", window.labels());
}

#[test]
fn a_lost_book_that_comes_back_is_opened() {
    let (folder, path) = a_book();
    drop(session(&path));
    fs::write(previous_state(&path), "whatever").unwrap();
    let away = path.with_file_name("away.ron");
    fs::rename(&path, &away).unwrap();
    let mut window = Window::on(folder, path.clone());
    assert!(window.shows("This book is missing"), "{:?}", window.labels());
    fs::rename(&away, &path).unwrap();
    window.click("Try again");
    assert_eq!(window.book().contacts.len(), 2, "{:?}", window.labels());
}

#[test]
fn a_new_book_beside_a_lost_one_gets_a_name_of_its_own() {
    let (folder, path) = lost();
    let before = fs::read(previous_state(&path)).unwrap();
    let mut window = Window::on(folder, path.clone());
    window.click("Begin a new book");
    let new = path.with_file_name("book-2.ron");
    assert_eq!(window.state().session().path(), Some(new.as_path()));
    window.ask(
        Edit::AddCircle { circle: Box::new(Circle { name: "Go".to_owned(), ..Circle::default() }) }.into(),
    );
    assert_eq!(window.save(), SaveState::Saved);
    assert!(new.exists() && !path.exists());
    assert_eq!(fs::read(previous_state(&path)).unwrap(), before, "what is left of the other stays");
}

#[test]
fn in_the_place_of_a_folder_that_is_unplugged_nothing_is_made() {
    let (folder, path) = lost();
    let gone = path.parent().unwrap().join("unplugged");
    let settings_like = gone.join("book.ron");
    let mut window = Window::on(folder, path);
    window.ask(Command::OpenBook(settings_like));
    assert!(window.shows("This book is missing"), "{:?}", window.labels());
    window.click("Begin a new book");
    let begun = window.state().session().path().unwrap().to_owned();
    assert!(!begun.starts_with(&gone), "{}", begun.display());
    assert!(!gone.exists());
}

#[test]
fn a_lost_book_with_a_passphrase_goes_on_when_it_is_typed() {
    let (folder, path) = a_book();
    let mut session = session(&path);
    session.protection().unwrap().run(&Protect::On(Passphrase::new("harbour")), &mut |_| ()).unwrap();
    add(&mut session, "Sharma");
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    drop(session);
    fs::remove_file(&path).unwrap();
    let mut window = Window::on(folder, path.clone());
    assert!(window.shows("This book is missing"), "{:?}", window.labels());
    let state = states(&window).swap_remove(0);
    window.click(&state);
    assert!(window.shows("This book is locked"), "{:?}", window.labels());
    window.type_into("Passphrase", "harbour");
    window.press(Key::Enter);
    assert_eq!(window.book().contacts.len(), 2, "{:?}", window.labels());
    assert!(window.state().session().is_protected());
}

#[test]
fn a_book_that_was_never_there_begins_with_the_first_start() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    let window = Window::on(folder, path);
    assert!(!window.shows("This book is missing"), "{:?}", window.labels());
    // A link to a file that is gone is no new book either.
    #[cfg(unix)]
    {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        std::os::unix::fs::symlink(folder.path().join("unplugged/book.ron"), &path).unwrap();
        let window = Window::on(folder, path);
        assert!(window.shows("This book is missing"), "{:?}", window.labels());
    }
}

#[test]
fn an_edit_that_could_not_be_saved_before_mending_is_not_lost() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let edit = help_edit(window.book(), "Tanaka", "not on the disk yet");
    // The folder goes away; a file stands in its place.
    let away = tempfile::tempdir().unwrap();
    let kept = away.path().join("kept");
    let home = path.parent().unwrap().to_owned();
    fs::rename(&home, &kept).unwrap();
    fs::write(&home, "in the way").unwrap();
    // In one frame: the edit waits to be saved when mending begins.
    window.state_mut().ask(edit);
    window.ask(Ask::Mend { remove_unused: false }.into());
    let tanaka = named(window.book(), "Tanaka");
    assert_eq!(window.book().get(tanaka).unwrap().help, "not on the disk yet", "{:?}", window.labels());
    assert!(window.says("Your changes are still here"), "{:?}", window.labels());
    fs::remove_file(&home).unwrap();
    fs::rename(&kept, &home).unwrap();
    assert_eq!(window.save(), SaveState::Saved);
    let saved = window.on_disk();
    assert_eq!(saved.get(named(&saved, "Tanaka")).unwrap().help, "not on the disk yet");
}

/// Lets so many seconds go by.
fn wait(window: &mut Window, seconds: usize) {
    // A step of the stage is a tenth of a second.
    for _ in 0..seconds {
        window.run_steps(10);
    }
}

#[test]
fn what_was_told_goes_after_its_time_and_a_refusal_when_it_is_no_longer_true() {
    let (folder, path) = a_book();
    let holder = session(&path);
    let mut window = Window::on(folder, path.clone());
    window.command(Key::N);
    assert!(window.says("Nothing was changed"), "{:?}", window.labels());
    wait(&mut window, 20);
    assert!(window.says("Nothing was changed"), "what went wrong stays until it is closed");
    drop(holder);
    window.state_mut().session_mut().look(LONG);
    window.settle();
    assert!(window.says("The other window is closed"), "{:?}", window.labels());
    assert!(!window.says("Nothing was changed"), "it is not true any more: {:?}", window.labels());
    wait(&mut window, 8);
    assert!(!window.says("The other window is closed"), "{:?}", window.labels());
}

#[test]
fn a_file_that_can_be_written_again_is_not_said_to_have_been_held_by_a_window() {
    let (folder, path) = a_book();
    let set_read_only = |read_only| {
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(read_only);
        fs::set_permissions(&path, permissions).unwrap();
    };
    set_read_only(true);
    let mut window = Window::on(folder, path.clone());
    assert!(window.says("Make it writable and try again"), "{:?}", window.labels());
    assert!(!window.says("Could not save"), "nothing had to be saved: {:?}", window.labels());
    set_read_only(false);
    window.state_mut().session_mut().look(LONG);
    window.settle();
    assert!(window.shows("You can write here now."), "{:?}", window.labels());
}

#[test]
fn changes_taken_over_from_another_program_are_told_for_a_while_only() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let other = path.with_file_name("other.ron");
    fs::copy(&path, &other).unwrap();
    let mut theirs = session(&other);
    add(&mut theirs, "Costa");
    assert_eq!(theirs.flush(LONG).unwrap().state, SaveState::Saved);
    drop(theirs);
    fs::copy(&other, &path).unwrap();
    window.state_mut().session_mut().look(LONG);
    window.settle();
    assert!(window.says("from another program"), "{:?}", window.labels());
    wait(&mut window, 8);
    assert!(!window.says("from another program"), "{:?}", window.labels());
}

#[test]
fn a_conflict_file_that_comes_alone_is_offered_at_once() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let copy = path.with_file_name("book.sync-conflict-20261014-101500-ABCDEFG.ron");
    fs::copy(&path, &copy).unwrap();
    window.state_mut().session_mut().look(LONG);
    window.settle();
    assert!(window.says("Another copy of this book lies beside it"), "{:?}", window.labels());
    fs::remove_file(&copy).unwrap();
    window.state_mut().session_mut().look(LONG);
    window.settle();
    assert!(!window.says("Another copy of this book lies beside it"), "{:?}", window.labels());
}

#[test]
fn an_earlier_state_in_which_only_other_things_differ_says_so() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    window.ask(
        Edit::AddCircle { circle: Box::new(Circle { name: "Go".to_owned(), ..Circle::default() }) }.into(),
    );
    assert_eq!(window.save(), SaveState::Saved);
    window.ask(Command::Open(Sheet::Earlier));
    let state = window.labels().into_iter().find(|label| label.contains("2 people")).unwrap();
    window.click(&state);
    assert!(window.shows("Also different: 1 circle"), "{:?}", window.labels());
    assert!(!window.shows("Nobody differs"), "{:?}", window.labels());
    window.click("Take the whole book back");
    assert!(window.book().circles.is_empty());
    assert!(window.shows("Nobody differs"), "{:?}", window.labels());
}
