//! The window when something is in the way of the book: somebody else holds it, the disk refuses, another program
//! changed it, it is damaged or locked. The faults are real files; every step is taken by what stands on a control.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use cardloom::edit::{ContactField, Edit, Employment};
use cardloom::gui::command::PassphraseTask;
use cardloom::gui::safety::Ask;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::{Book, Contact, Id, PersonName};
use cardloom::session::{FixedClock, Opened, Session};
use cardloom::store::{Origin, Passphrase, Protect, SaveState, backup_folder, backups, format};
use eframe::egui::{Key, ViewportCommand};
use egui_kittest::kittest::Queryable as _;

use crate::books::put;
use crate::stage::Window;
use crate::world::today;

/// Longer than anything takes.
pub const LONG: Duration = Duration::from_secs(60);

pub fn session(path: &Path) -> Session {
    let opened = Opened::read(path).unwrap().without_watch();
    Session::open(Box::new(FixedClock::new(today())), opened, Arc::new(|| ())).unwrap()
}

pub fn add(session: &mut Session, family: &str) {
    let contact = Box::new(Contact { name: PersonName::new("", family), ..Contact::default() });
    session.commit(Edit::AddContact { contact, employment: Employment::default(), received: None }).unwrap();
}

/// A folder with a book of two people.
pub fn a_book() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.ron");
    let mut session = Session::new(Box::new(FixedClock::new(today())), Some(path.clone()), Arc::new(|| ()));
    add(&mut session, "Tanaka");
    add(&mut session, "Weber");
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    (folder, path)
}

pub fn named(book: &Book, family: &str) -> Id<Contact> {
    book.contacts.values().find(|contact| contact.name.family == family).unwrap().id
}

/// The text that another machine would write after this change.
fn elsewhere(path: &Path, change: impl FnOnce(&mut Book)) -> String {
    let parsed = format::read(&fs::read(path).unwrap()).unwrap();
    let mut book = parsed.book;
    change(&mut book);
    let origin = Origin { saved: parsed.origin.saved + 1, id: None, ..parsed.origin };
    format::write(&book, &origin).unwrap().0
}

fn set_help(book: &mut Book, family: &str, help: &str) {
    let contact = Contact::clone(book.get(named(book, family)).unwrap());
    put(book, Contact { help: help.to_owned(), ..contact });
}

pub fn help_edit(book: &Book, family: &str, help: &str) -> Command {
    let field = ContactField::Help(help.to_owned());
    Edit::SetContact { contact: named(book, family), field }.into()
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_book_that_can_only_be_read_says_so_and_nothing_changes_it() {
    let (folder, path) = a_book();
    set_read_only(&path, true);
    let before = fs::read(&path).unwrap();
    let mut window = Window::on(folder, path.clone());
    assert!(window.says("This book can only be read"), "{:?}", window.labels());
    assert!(window.shows("Read only"), "the mark beside the save state");

    // Keys, commands, drops and typing: nothing gets through, and each says why.
    window.command(Key::N);
    assert_eq!(window.state().open_sheet(), None);
    assert!(window.says("Nothing was changed"), "{:?}", window.labels());
    let edit = help_edit(window.book(), "Tanaka", "written nevertheless");
    window.ask(edit);
    let scan = window.picture("card.png", 1);
    window.drop_files([scan]);
    let tanaka = named(window.book(), "Tanaka");
    window.ask(Command::Select(Some(tanaka)));
    window.click("Details");
    let field = window.labels().iter().any(|label| label == "Family name");
    assert!(field, "the details are shown: {:?}", window.labels());
    window.type_into("Family name", "Typed");
    assert!(window.book().cards.is_empty());
    assert_eq!(window.book().get(tanaka).unwrap().help, "");
    assert_eq!(window.book().get(tanaka).unwrap().name.family, "Tanaka");
    assert_eq!(fs::read(&path).unwrap(), before);

    // It is made writable; trying again is enough.
    set_read_only(&path, false);
    window.click("Try again");
    assert!(!window.shows("Read only"), "{:?}", window.labels());
    window.command(Key::N);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContact));
}

#[test]
fn a_book_that_another_window_holds_is_shown_and_can_be_written_when_that_one_ends() {
    let (folder, path) = a_book();
    let mut holder = session(&path);
    add(&mut holder, "Sharma");
    assert_eq!(holder.flush(LONG).unwrap().state, SaveState::Saved);
    let mut window = Window::on(folder, path);
    assert!(window.says("Another window has this book open"), "{:?}", window.labels());
    assert_eq!(window.book().contacts.len(), 3);
    drop(holder);
    window.click("Try again");
    assert!(!window.says("Another window has this book open"), "{:?}", window.labels());
    let edit = help_edit(window.book(), "Sharma", "a bigger workshop");
    window.ask(edit);
    assert_eq!(window.save(), SaveState::Saved);
}

#[test]
fn what_is_not_saved_says_what_to_do_and_a_copy_can_be_saved_elsewhere() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let edit = help_edit(window.book(), "Tanaka", "somebody who welds titanium");
    // The folder goes away in the middle of the work; a file stands in its place.
    let away = tempfile::tempdir().unwrap();
    let kept = away.path().join("kept");
    let home = path.parent().unwrap().to_owned();
    fs::rename(&home, &kept).unwrap();
    fs::write(&home, "in the way").unwrap();
    window.ask(edit);
    assert!(matches!(window.save(), SaveState::Failed(_)));
    assert!(window.says("Your last changes are not saved"), "{:?}", window.labels());
    assert!(window.shows("Save again") && window.shows("Save a copy elsewhere …"));
    let copy = away.path().join("copy.ron");
    window.ask(Ask::SaveCopy(copy.clone()).into());
    assert!(window.says("A copy was saved"), "{:?}", window.labels());
    let saved = Opened::read(&copy).unwrap().book().clone();
    assert_eq!(saved.get(named(&saved, "Tanaka")).unwrap().help, "somebody who welds titanium");
    fs::remove_file(&home).unwrap();
    fs::rename(&kept, &home).unwrap();
}

#[test]
fn changes_of_another_program_are_told_with_undo_and_who_it_was() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let text = elsewhere(&path, |book| set_help(book, "Weber", "a courier to Basel"));
    fs::write(&path, text).unwrap();
    window.state_mut().session_mut().look(LONG);
    window.settle();
    assert!(window.says("1 change from another program was taken over"), "{:?}", window.labels());
    let weber = named(window.book(), "Weber");
    assert_eq!(window.book().get(weber).unwrap().help, "a courier to Basel");
    window.click("Show");
    assert_eq!(window.state().selection().contact, Some(weber));
    window.command(Key::Z);
    assert_eq!(window.book().get(weber).unwrap().help, "");
}

#[test]
fn typing_goes_on_while_a_banner_comes_and_goes() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let field = "Search";
    window.type_into(field, "We");
    set_read_only(&path, true);
    let edit = help_edit(window.book(), "Weber", "not to be saved");
    window.ask(edit);
    window.state_mut().session_mut().flush(LONG);
    window.settle();
    assert!(window.shows("Save again"), "{:?}", window.labels());
    window.type_on("be");
    set_read_only(&path, false);
    window.state_mut().session_mut().flush(LONG);
    window.settle();
    assert!(!window.shows("Save again"), "{:?}", window.labels());
    window.type_on("r");
    assert_eq!(window.value_of(field), "Weber");
}

#[test]
fn a_field_that_was_changed_in_two_places_is_decided_side_by_side() {
    let (folder, path) = a_book();
    let write = |path: &Path, help: &str| {
        let mut session = session(path);
        let Command::Edit(edit) = help_edit(session.book(), "Weber", help) else { unreachable!() };
        session.commit(*edit).unwrap();
        assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    };
    write(&path, "at first");
    // Another machine goes on from this state, and its file comes here under another name.
    let copy = path.with_file_name("book.sync-conflict-20261014-101500-ABCDEFG.ron");
    fs::copy(&path, &copy).unwrap();
    write(&copy, "on the laptop");
    let mut window = Window::on(folder, path.clone());
    let edit = help_edit(window.book(), "Weber", "at home");
    window.ask(edit);
    assert_eq!(window.save(), SaveState::Saved);

    // The copy is found beside the book and merged.
    window.ask(Ask::Look.into());
    assert!(window.says("Another copy of this book lies beside it"), "{:?}", window.labels());
    window.click("Merge");
    assert_eq!(window.save(), SaveState::Saved);
    assert!(window.says("1 field was changed in two places"), "{:?}", window.labels());
    assert!(!window.says("Another copy of this book lies beside it"));

    // The mark at the person leads to both values.
    let weber = named(window.book(), "Weber");
    window.ask(Command::Select(Some(weber)));
    assert!(window.shows("1 field has two values"), "{:?}", window.labels());
    window.click("Compare");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Conflicts(Some(_)))));
    assert!(window.shows("at home") && window.shows("on the laptop"), "{:?}", window.labels());
    window.click("Take the other");
    assert_eq!(window.book().get(weber).unwrap().help, "on the laptop");
    assert!(window.shows("Everything is decided"), "{:?}", window.labels());
    window.click("Done");
    assert!(!window.says("changed in two places"));
    window.command(Key::Z);
    assert_eq!(window.book().get(weber).unwrap().help, "at home");
}

#[test]
fn a_person_is_taken_back_from_an_earlier_state_after_a_look_at_what_was() {
    let (folder, path) = a_book();
    // A second session: its first save keeps the state before.
    let mut window = Window::on(folder, path.clone());
    let weber = named(window.book(), "Weber");
    window.ask(Edit::DeleteContact { contact: weber }.into());
    let edit = help_edit(window.book(), "Tanaka", "a bigger workshop");
    window.ask(edit);
    assert_eq!(window.save(), SaveState::Saved);
    assert!(!backups(&path).is_empty());

    window.command(Key::E);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Earlier));
    let state = window.labels().into_iter().find(|label| label.contains("2 people")).unwrap();
    window.click(&state);
    assert!(window.shows("Changed since · 1") && window.shows("Only then · 1"), "{:?}", window.labels());
    window.click("Tanaka");
    assert!(window.says("a bigger workshop"), "what it is now: {:?}", window.labels());
    window.click("Take Weber back");
    assert!(window.book().get(weber).is_some());
    assert!(!window.shows("Only then · 1"), "{:?}", window.labels());
    window.click("Take the whole book back");
    assert_eq!(window.book().get(named(window.book(), "Tanaka")).unwrap().help, "");
    window.press(Key::Escape);
    window.command(Key::Z);
    window.command(Key::Z);
    assert!(window.book().get(weber).is_none(), "both steps are taken back");
}

/// A book with one earlier state, and a file that was damaged afterwards.
fn damaged() -> (tempfile::TempDir, PathBuf, Vec<u8>) {
    let (folder, path) = a_book();
    let mut session = session(&path);
    add(&mut session, "Sharma");
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    drop(session);
    let text = fs::read_to_string(&path).unwrap();
    let broken = text.replacen("Weber", "W\u{0}ber", 1).into_bytes();
    fs::write(&path, &broken).unwrap();
    (folder, path, broken)
}

fn beside_the_backups(path: &Path, start: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(backup_folder(path)).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with(start)).collect()
}

#[test]
fn what_can_be_read_of_a_damaged_book_is_opened_and_the_original_kept() {
    let (folder, path, broken) = damaged();
    let mut window = Window::on(folder, path.clone());
    assert!(window.shows("The book could not be opened"), "{:?}", window.labels());
    assert_eq!(fs::read(&path).unwrap(), broken, "looking changes nothing");
    window.click("Open what can be read");
    let families: Vec<_> = window.book().contacts.values().map(|it| it.name.family.clone()).collect();
    assert!(
        families.contains(&"Tanaka".to_owned()) && families.contains(&"Sharma".to_owned()),
        "{families:?}"
    );
    let kept = beside_the_backups(&path, "damaged-");
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read(&kept[0]).unwrap(), broken);
}

#[test]
fn a_damaged_book_goes_on_from_an_earlier_state_and_the_original_is_kept() {
    let (folder, path, broken) = damaged();
    let mut window = Window::on(folder, path.clone());
    let open = window.labels().into_iter().find(|label| label.starts_with("Open the state of")).unwrap();
    window.click(&open);
    assert_eq!(window.book().contacts.len(), 2, "{:?}", window.labels());
    assert_eq!(fs::read(&beside_the_backups(&path, "damaged-")[0]).unwrap(), broken);
    let edit = help_edit(window.book(), "Weber", "going on");
    window.ask(edit);
    assert_eq!(window.save(), SaveState::Saved);
}

#[test]
fn a_locked_book_opens_with_its_passphrase_only() {
    let (folder, path) = a_book();
    let mut session = session(&path);
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    let what = Protect::On(Passphrase::new("harbour lantern"));
    session.protection().unwrap().run(&what, &mut |_| ()).unwrap();
    drop(session);
    let locked = fs::read(&path).unwrap();
    let mut window = Window::on(folder, path.clone());
    assert!(window.shows("This book is locked"), "{:?}", window.labels());
    window.click("Unlock");
    assert!(window.shows("Type the passphrase first."), "{:?}", window.labels());
    window.type_into("Passphrase", "HARBOUR");
    window.click("Unlock");
    assert!(window.says("Caps Lock"), "{:?}", window.labels());
    assert_eq!(fs::read(&path).unwrap(), locked, "a wrong one costs nothing");
    // Shown, it can be put right.
    window.click("Show the passphrase");
    window.type_into("Passphrase", "");
    window.command(Key::A);
    window.type_into("Passphrase", "harbour lantern");
    window.press(Key::Enter);
    if window.shows("Unlock") {
        window.click("Unlock");
    }
    assert_eq!(window.book().contacts.len(), 2, "{:?}", window.labels());
}

/// An encrypted book of so many people with long notes, so that it has several blocks.
fn an_encrypted_book(people: usize) -> (tempfile::TempDir, PathBuf) {
    let (folder, path) = a_book();
    let mut session = session(&path);
    for number in 0..people {
        add(&mut session, &format!("{number}{}", "x".repeat(9_000)));
    }
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
    session.protection().unwrap().run(&Protect::On(Passphrase::new("harbour")), &mut |_| ()).unwrap();
    (folder, path)
}

#[test]
fn what_can_be_read_of_a_damaged_encrypted_book_is_opened_with_its_passphrase() {
    let (folder, path) = an_encrypted_book(20);
    let mut broken = fs::read(&path).unwrap();
    let last = broken.len() - 40;
    broken[last] ^= 1;
    fs::write(&path, &broken).unwrap();
    let mut window = Window::on(folder, path.clone());
    window.type_into("Passphrase", "harbour");
    window.press(Key::Enter);
    assert!(window.shows("The book could not be opened"), "{:?}", window.labels());
    window.click("Open what can be read");
    assert!(window.book().contacts.len() > 5, "{:?}", window.labels());
    assert!(window.state().session().is_protected(), "it is encrypted again");
    assert_eq!(fs::read(&beside_the_backups(&path, "damaged-")[0]).unwrap(), broken);
}

#[test]
fn an_encrypted_book_is_mended_without_asking_for_the_passphrase_again() {
    let (folder, path) = an_encrypted_book(1);
    let mut window = Window::on(folder, path.clone());
    window.type_into("Passphrase", "harbour");
    window.press(Key::Enter);
    assert_eq!(window.book().contacts.len(), 3, "{:?}", window.labels());
    window.ask(Ask::Mend { remove_unused: false }.into());
    assert_eq!(window.book().contacts.len(), 3, "{:?}", window.labels());
    assert!(window.state().session().is_protected());
}

#[test]
fn a_passphrase_is_set_only_when_typed_twice_and_kept() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    window.ask(Command::Open(Sheet::Passphrase(PassphraseTask::Set)));
    window.type_into("New passphrase", "harbour lantern");
    window.type_into("The same once more", "harbour lanterm");
    window.click("Set passphrase");
    assert!(window.shows("The two are not the same.") && window.shows("Tick the box first."));
    assert!(!window.state().session().is_protected());
    window.press(Key::Escape);
    window.ask(Command::Open(Sheet::Passphrase(PassphraseTask::Set)));
    window.type_into("New passphrase", "harbour lantern");
    window.type_into("The same once more", "harbour lantern");
    window.click("I have kept it in a safe place");
    window.click("Set passphrase");
    assert!(window.state().session().is_protected(), "{:?}", window.labels());
    assert_eq!(window.state().open_sheet(), None);
    let window = window.reopen();
    assert!(window.shows("This book is locked"), "{:?}", window.labels());
}

#[test]
fn the_check_lists_what_is_wrong_and_a_missing_picture_is_brought_back() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let scan = window.picture("scan.png", 9);
    window.drop_files([scan.clone()]);
    window.press(Key::Escape);
    // The check would find this one by itself.
    fs::remove_file(scan).unwrap();
    assert_eq!(window.save(), SaveState::Saved);
    let attachments = path.with_file_name("attachments");
    let stored = fs::read_dir(&attachments).unwrap().next().unwrap().unwrap().path();
    let away = tempfile::tempdir().unwrap();
    fs::rename(&stored, away.path().join("moved.png")).unwrap();
    window.ask(Command::Go(Route::Settings));
    window.ask(Command::Open(Sheet::Check));
    assert!(window.says("1 thing is not as it should be"), "{:?}", window.labels());
    assert!(window.shows("Locate …"), "{:?}", window.labels());
    let picture = *window.book().attachments.keys().next().unwrap();
    window.ask(Ask::LocateIn { attachment: picture, folder: away.path().to_owned() }.into());
    assert!(stored.exists(), "{:?}", window.labels());
    assert!(window.says("Nothing is wrong"), "{:?}", window.labels());
}

#[test]
fn typed_words_are_not_lost_by_closing_the_window_or_opening_another_book() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    window.command(Key::N);
    window.type_into("Name", "Mina Schäfer");
    assert!(window.close().contains(&ViewportCommand::CancelClose), "the window stays");
    window.run_steps(2);
    assert!(window.shows("You have typed something"), "{:?}", window.labels());
    window.click("Keep editing");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContact));

    let (_other, elsewhere) = a_book();
    window.ask(Command::OpenBook(elsewhere.clone()));
    assert_eq!(window.state().session().path().map(Path::to_owned), Some(path.clone()), "not yet");
    window.click("Keep editing");
    window.press(Key::Escape);
    assert!(window.shows("You have typed something"), "Esc asks too: {:?}", window.labels());
    window.click("Keep editing");
    window.click("Add person");
    assert_eq!(window.contact("Mina Schäfer").display_name(), "Mina Schäfer");
    assert_eq!(window.save(), SaveState::Saved);

    window.command(Key::N);
    window.type_into("Name", "Somebody");
    window.ask(Command::OpenBook(elsewhere.clone()));
    window.click("Discard");
    assert_eq!(window.state().open_sheet(), None);
    assert_eq!(window.state().session().path().map(Path::to_owned), Some(elsewhere));
    let first = Opened::read(&path).unwrap().book().contacts.len();
    assert_eq!(first, 3, "Mina was saved, Somebody was not wanted");
}

#[test]
fn the_end_of_the_session_saves_and_closes_without_asking() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let flag = Arc::new(AtomicBool::new(false));
    window.state_mut().quit_on(Arc::clone(&flag));
    window.command(Key::N);
    window.type_into("Name", "half typed");
    let edit = help_edit(window.book(), "Weber", "just in time");
    window.state_mut().ask(edit);
    flag.store(true, Ordering::Release);
    window.run_steps(1);
    window.save();
    window.run_steps(2);
    assert!(window.asked().contains(&ViewportCommand::Close), "{:?}", window.asked());
    let saved = Opened::read(&path).unwrap().book().clone();
    assert_eq!(saved.get(named(&saved, "Weber")).unwrap().help, "just in time");
}

#[test]
fn opening_can_be_stopped() {
    let (folder, path) = a_book();
    let mut window = Window::on(folder, path.clone());
    let (_other, elsewhere) = a_book();
    window.state_mut().ask(Command::OpenBook(elsewhere));
    window.run_steps(4);
    assert!(window.shows("Opening the book …"), "{:?}", window.labels());
    window.get_by_label("Cancel").click();
    window.run_steps(3);
    window.settle();
    assert_eq!(window.state().session().path().map(Path::to_owned), Some(path), "the former book stays");
    assert!(window.says("Opening was stopped"), "{:?}", window.labels());
}
