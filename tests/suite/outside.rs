//! Two programs on one book: who may write, what other programs change, conflict files.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use cardloom::edit::{Edit, EditError, Employment};
use cardloom::model::*;
use cardloom::session::{Clock as _, FixedClock, News, Opened, Session, SystemClock};
use cardloom::store::{
    Access, MadeBy, OpenProblem, Origin, ReadOnly, SaveProblem, SaveState, backup_folder, backups,
    conflict_files, format, previous_state,
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::books::put;

/// Longer than anything takes.
const LONG: Duration = Duration::from_secs(60);

fn person(family: &str) -> Contact {
    Contact { name: PersonName::new("", family), ..Contact::default() }
}

/// A folder with a book of three people that a session has saved.
fn a_book() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(folder.path()).unwrap().join("book.ron");
    let mut session = Session::new(Box::new(SystemClock), Some(path.clone()), Arc::new(|| ()));
    for family in ["Tanaka", "Weber", "Sharma"] {
        add(&mut session, family);
    }
    save(&mut session);
    (folder, path)
}

/// Opens a book; nothing is looked for unless asked.
fn open(path: &Path) -> Session {
    let opened = Opened::to_write(path).unwrap().without_watch();
    Session::open(Box::new(SystemClock), opened, Arc::new(|| ())).unwrap()
}

fn add(session: &mut Session, family: &str) {
    let edit = Edit::AddContact {
        contact: Box::new(person(family)),
        employment: Employment::default(),
        received: None,
    };
    session.commit(edit).unwrap();
}

#[track_caller]
fn save(session: &mut Session) {
    assert_eq!(session.flush(LONG).unwrap().state, SaveState::Saved);
}

#[track_caller]
fn failure(session: &mut Session) -> SaveProblem {
    match session.flush(LONG).unwrap().state {
        SaveState::Failed(error) => error.problem,
        other => panic!("{other:?}"),
    }
}

fn families(book: &Book) -> BTreeSet<String> {
    book.contacts.values().map(|contact| contact.name.family.clone()).collect()
}

fn on_disk(path: &Path) -> BTreeSet<String> {
    families(Opened::read(path).unwrap().book())
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

fn id_of(book: &Book, family: &str) -> Id<Contact> {
    *book.contacts.iter().find(|(_, contact)| contact.name.family == family).unwrap().0
}

fn change(book: &mut Book, family: &str, change: impl FnOnce(&mut Contact)) {
    let id = id_of(book, family);
    let mut contact = Contact::clone(book.get(id).unwrap());
    change(&mut contact);
    put(book, contact);
}

/// The text that another machine would write after this change.
fn elsewhere(path: &Path, change: impl FnOnce(&mut Book)) -> String {
    let parsed = format::read(&fs::read(path).unwrap()).unwrap();
    let mut book = parsed.book;
    change(&mut book);
    let origin = Origin { saved: parsed.origin.saved + 1, id: None, ..parsed.origin };
    format::write(&book, &origin).unwrap().0
}

/// Puts a new person in, with an id of no other.
fn newcomer(book: &mut Book, family: &str) {
    let id = Id::new(SystemClock.fresh_id());
    put(book, Contact { id, ..person(family) });
}

/// Replaces a file as a synchronising program does.
fn replace(path: &Path, text: &str) {
    let temporary = path.with_extension("incoming");
    fs::write(&temporary, text).unwrap();
    fs::rename(&temporary, path).unwrap();
}

fn merges(news: &[News]) -> usize {
    news.iter().filter(|news| matches!(news, News::Merged(_))).count()
}

#[test]
fn the_second_session_reads_follows_and_takes_over() {
    let (_folder, path) = a_book();
    let mut first = open(&path);
    assert_eq!(first.access(), Access::Writable);
    let touched = || {
        let folders = [path.parent().unwrap(), &backup_folder(&path)];
        folders.map(|folder| fs::metadata(folder).unwrap().modified().unwrap())
    };
    let before = touched();
    let mut second = open(&path);
    second.look(LONG);
    assert_eq!(touched(), before, "who waits for the lock writes nothing");
    let Access::ReadOnly(ReadOnly::Held(holder)) = second.access() else { panic!("{:?}", second.access()) };
    assert_eq!(holder.process, std::process::id());
    assert!(holder.since.is_some());
    let edit = Edit::AddCircle { circle: Box::new(Circle { name: "Go".to_owned(), ..Circle::default() }) };
    assert_eq!(second.commit(edit).unwrap_err(), EditError::ReadOnly);
    assert!(second.book().circles.is_empty());

    add(&mut first, "Kowalski");
    save(&mut first);
    let steps = second.history().len();
    second.look(LONG);
    assert_eq!(second.take_news(), [], "following is no news");
    assert!(families(second.book()).contains("Kowalski"));
    assert_eq!((second.history().len(), second.undo()), (steps, None), "there is nothing to take back here");

    drop(first);
    second.look(LONG);
    assert_eq!(second.take_news(), [News::Writable]);
    assert_eq!(second.access(), Access::Writable);
    add(&mut second, "Costa");
    save(&mut second);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma", "Kowalski", "Costa"]));
}

#[test]
fn a_watching_session_follows_by_itself() {
    let (_folder, path) = a_book();
    let mut first = open(&path);
    let (told, heard) = std::sync::mpsc::channel();
    let wake = Arc::new(move || told.send(()).unwrap_or_default());
    let mut second = Session::open(Box::new(SystemClock), Opened::to_write(&path).unwrap(), wake).unwrap();
    add(&mut first, "Kowalski");
    save(&mut first);
    while !families(second.book()).contains("Kowalski") {
        heard.recv_timeout(LONG).expect("it is told");
        second.take_news();
    }
    drop(first);
    while !second.access().is_writable() {
        heard.recv_timeout(LONG).expect("it is told");
        second.take_news();
    }
}

#[test]
fn a_conflict_file_that_comes_alone_wakes_a_watching_session() {
    let (_folder, path) = a_book();
    let (told, heard) = std::sync::mpsc::channel();
    let wake = Arc::new(move || told.send(()).unwrap_or_default());
    let mut session = Session::open(Box::new(SystemClock), Opened::to_write(&path).unwrap(), wake).unwrap();
    // The watch has begun when the first look is over.
    session.look(LONG);
    let copy = path.with_file_name("book (conflicted copy 2026-10-14 101500).ron");
    fs::copy(&path, &copy).unwrap();
    let mut await_news = || {
        let begun = std::time::Instant::now();
        while !session.take_news().contains(&News::Beside) {
            // The look of every ten seconds would find it too, but late.
            assert!(begun.elapsed() < LONG, "it is told");
            heard.recv_timeout(LONG).expect("it is told");
        }
    };
    await_news();
    fs::remove_file(&copy).unwrap();
    await_news();
}

#[test]
fn the_command_line_does_not_write_a_held_book() {
    let (folder, path) = a_book();
    let other = folder.path().join("other.ron");
    let mut theirs = Book::default();
    newcomer(&mut theirs, "Kowalski");
    fs::write(&other, format::write(&theirs, &Origin::default()).unwrap().0).unwrap();
    let run = |verb: &str, argument: &str| {
        let command = Command::new(env!("CARGO_BIN_EXE_cardloom"))
            .args(["--locale", "en", "--book"])
            .args([path.to_str().unwrap(), verb, argument])
            .env("HOME", folder.path())
            .output()
            .unwrap();
        (command.status.code().unwrap(), String::from_utf8(command.stderr).unwrap())
    };
    let before = fs::read(&path).unwrap();
    let session = open(&path);
    let (code, words) = run("import", other.to_str().unwrap());
    assert_eq!(code, 2, "{words}");
    assert!(words.contains(&format!("process {}", std::process::id())), "{words}");
    assert_eq!(fs::read(&path).unwrap(), before);
    // Reading needs no lock.
    assert_eq!(run("search", "Weber").0, 0);
    drop(session);
    assert_eq!(run("import", other.to_str().unwrap()).0, 0);
    assert!(on_disk(&path).contains("Kowalski"));
}

#[test]
fn an_export_never_hits_the_book_or_its_backups() {
    let (folder, path) = a_book();
    let mut session = open(&path);
    add(&mut session, "Kowalski");
    save(&mut session);
    drop(session);
    fs::hard_link(&path, folder.path().join("twin.ron")).unwrap();
    let kept = backups(&path)[0].path.clone();
    let inside = backup_folder(&path).join("new.ron");
    for out in [path.clone(), previous_state(&path), kept, inside.clone(), folder.path().join("twin.ron")] {
        let before = fs::read(&out).ok();
        let run = Command::new(env!("CARGO_BIN_EXE_cardloom"))
            .args(["--locale", "en", "--book", path.to_str().unwrap(), "export", "--force", "--out"])
            .arg(&out)
            .env("HOME", folder.path())
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(2), "{}", out.display());
        assert_eq!(fs::read(&out).ok(), before);
    }
    assert!(!inside.exists());
}

#[test]
fn a_change_from_outside_is_one_step() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    let steps = session.history().len();
    replace(
        &path,
        &elsewhere(&path, |book| {
            newcomer(book, "Kowalski");
            change(book, "Weber", |contact| contact.notes = "tall".to_owned());
        }),
    );
    session.look(LONG);
    let news = session.take_news();
    let [News::Merged(report)] = news.as_slice() else { panic!("{news:?}") };
    assert_eq!((report.added, report.changed, report.removed), (1, 1, 0));
    assert!(families(session.book()).contains("Kowalski"));
    assert_eq!(session.history().len(), steps + 1);
    save(&mut session);
    // Nothing of ours was to be said: the file is the other machine's, or two windows would answer each other for ever.
    let text = fs::read(&path).unwrap();
    session.look(LONG);
    save(&mut session);
    assert_eq!((session.take_news(), fs::read(&path).unwrap()), (vec![], text));

    session.undo().unwrap();
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma"]));
    session.redo().unwrap();
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma", "Kowalski"]));
}

#[test]
fn edits_and_changes_from_outside_meet() {
    for in_place in [false, true] {
        let (_folder, path) = a_book();
        let mut session = open(&path);
        add(&mut session, "Costa");
        let theirs = elsewhere(&path, |book| newcomer(book, "Kowalski"));
        if in_place {
            fs::write(&path, theirs).unwrap();
        } else {
            replace(&path, &theirs);
        }
        // The save itself notices, without any look before.
        save(&mut session);
        let both = set(["Tanaka", "Weber", "Sharma", "Costa", "Kowalski"]);
        assert_eq!(on_disk(&path), both);
        // The window goes on before it hears of it.
        add(&mut session, "Novak");
        save(&mut session);
        add(&mut session, "Silva");
        assert_eq!(merges(&session.take_news()), 1);
        add(&mut session, "Moreau");
        save(&mut session);
        let mut all = both;
        all.extend(set(["Novak", "Silva", "Moreau"]));
        assert_eq!(families(session.book()), all);
        assert_eq!(on_disk(&path), all);
        assert_eq!(session.take_news(), []);
        // What was replaced can be found: the state of both before they met.
        let kept: Vec<_> = backups(&path).iter().map(|backup| families(&read(backup))).collect();
        assert!(kept.iter().any(|names| names.contains("Kowalski") && !names.contains("Costa")), "{kept:?}");
    }
}

fn read(backup: &cardloom::store::Backup) -> Book {
    cardloom::store::read_backup(backup).unwrap()
}

#[test]
fn a_change_of_the_same_size_and_time_is_noticed() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    let about = fs::metadata(&path).unwrap();
    let ours = fs::read_to_string(&path).unwrap();
    // The checksum makes no difference to the length; it has to fit, or the file counts as damaged.
    let origin = format::read(ours.as_bytes()).unwrap().origin;
    let mut book = format::read(ours.as_bytes()).unwrap().book;
    change(&mut book, "Weber", |contact| contact.name.family = "Leber".to_owned());
    let same_size = format::write(&book, &origin).unwrap().0;
    assert_eq!(same_size.len() as u64, about.len());
    fs::write(&path, same_size).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(about.modified().unwrap()).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), about.modified().unwrap());

    add(&mut session, "Costa");
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Leber", "Sharma", "Costa"]));
    session.take_news();
    assert_eq!(families(session.book()), set(["Tanaka", "Leber", "Sharma", "Costa"]));
}

#[test]
fn both_values_of_a_real_conflict_are_kept() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    let weber = id_of(session.book(), "Weber");
    let field = cardloom::edit::ContactField::Name(PersonName::new("Anna", "Weber-Klein"));
    session.commit(Edit::SetContact { contact: weber, field }).unwrap();
    replace(
        &path,
        &elsewhere(&path, |book| {
            change(book, "Weber", |contact| contact.name = PersonName::new("Anne", "Weber"));
        }),
    );
    save(&mut session);
    session.take_news();
    save(&mut session);
    let opened = Opened::read(&path).unwrap();
    let book = opened.book();
    assert_eq!(book, session.book());
    assert_eq!(book.get(weber).unwrap().name.family, "Weber-Klein");
    let all: String = book.conflicts.values().map(|conflict| conflict.other.clone()).collect();
    assert!(all.contains("Anne"), "{:?}", book.conflicts);
}

#[test]
fn a_book_that_was_deleted_is_written_anew() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    fs::remove_file(&path).unwrap();
    // The first look may see a program that is just putting another file there.
    session.look(LONG);
    assert!(!path.exists());
    session.look(LONG);
    assert_eq!(session.take_news(), []);
    assert!(session.is_saved());
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma"]), "what is shown as saved is there");
    fs::remove_file(&path).unwrap();
    add(&mut session, "Costa");
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma", "Costa"]));
}

#[test]
fn a_folder_that_goes_and_comes_back_loses_no_edit() {
    let (folder, path) = a_book();
    let inner = path.parent().unwrap().join("stick");
    fs::create_dir(&inner).unwrap();
    let moved = inner.join("book.ron");
    fs::rename(&path, &moved).unwrap();
    let mut session = open(&moved);
    let away = folder.path().join("away");
    fs::rename(&inner, &away).unwrap();
    add(&mut session, "Costa");
    assert_eq!(failure(&mut session), SaveProblem::FolderMissing);
    assert!(!inner.exists(), "no book is made elsewhere");
    // Another machine wrote to it meanwhile.
    replace(&away.join("book.ron"), &elsewhere(&away.join("book.ron"), |book| newcomer(book, "Kowalski")));
    fs::rename(&away, &inner).unwrap();
    save(&mut session);
    assert_eq!(on_disk(&moved), set(["Tanaka", "Weber", "Sharma", "Costa", "Kowalski"]));

    // Gone for good, with lock and all: in a new folder the book is written anew, and locked again.
    fs::remove_dir_all(&inner).unwrap();
    add(&mut session, "Novak");
    assert_eq!(failure(&mut session), SaveProblem::FolderMissing);
    fs::create_dir(&inner).unwrap();
    save(&mut session);
    assert!(on_disk(&moved).contains("Novak"));
    assert!(!open(&moved).access().is_writable());
}

#[test]
fn what_cannot_be_read_is_kept() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    add(&mut session, "Costa");
    save(&mut session);
    let good = fs::read(&path).unwrap();
    fs::write(&path, "#![enable(implicit_some)]\n(version: ").unwrap();
    let broken = fs::read(&path).unwrap();
    session.look(LONG);
    let news = session.take_news();
    let [News::Unreadable(error)] = news.as_slice() else { panic!("{news:?}") };
    assert!(matches!(error.problem, OpenProblem::CutOff { .. }), "{error:?}");
    session.look(LONG);
    assert_eq!(session.take_news(), [], "told once");
    add(&mut session, "Novak");
    assert_eq!(failure(&mut session), SaveProblem::Unreadable);
    assert_eq!(fs::read(&path).unwrap(), broken);
    // The other program finishes what it was writing: the save goes through by itself.
    fs::write(&path, &good).unwrap();
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma", "Costa", "Novak"]));

    // Or the user decides that ours is to stand there.
    let previous = fs::read(previous_state(&path)).unwrap();
    fs::write(&path, &broken).unwrap();
    add(&mut session, "Silva");
    assert_eq!(failure(&mut session), SaveProblem::Unreadable);
    session.replace_unreadable();
    save(&mut session);
    assert!(on_disk(&path).contains("Silva"));
    let aside: Vec<_> = fs::read_dir(backup_folder(&path))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("damaged-"))
        .collect();
    assert_eq!(fs::read(&aside[0]).unwrap(), broken);
    assert_eq!(fs::read(previous_state(&path)).unwrap(), previous, "the damaged file is no backup");
}

#[test]
fn another_book_in_the_same_place_is_not_mixed_in() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    let mut other = Book::new(Id::new(77), SystemClock.now());
    newcomer(&mut other, "Stranger");
    replace(&path, &format::write(&other, &Origin::default()).unwrap().0);
    add(&mut session, "Costa");
    assert_eq!(failure(&mut session), SaveProblem::Unreadable);
    assert_eq!(on_disk(&path), set(["Stranger"]));
}

#[test]
fn a_conflict_file_is_merged_on_request_and_put_away() {
    let (folder, path) = a_book();
    // Saved in two sittings, so that there is a backup that both machines come from.
    let mut session = open(&path);
    add(&mut session, "Costa");
    save(&mut session);
    let copy = folder.path().join("book.sync-conflict-20261122-190426-ABCDEFG.ron");
    let theirs = elsewhere(&path, |book| {
        newcomer(book, "Kowalski");
        let tanaka = id_of(book, "Tanaka");
        Contact::table_mut(book).remove(&tanaka);
    });
    fs::write(&copy, &theirs).unwrap();
    add(&mut session, "Novak");
    save(&mut session);
    let found = conflict_files(&path);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].made_by, MadeBy::Syncthing);

    let steps = session.history().len();
    let report = session.merge_file(&found[0].path).unwrap();
    assert_eq!((report.added, report.removed), (1, 1), "{report:?}");
    assert_eq!(families(session.book()), set(["Weber", "Sharma", "Costa", "Kowalski", "Novak"]));
    assert_eq!(session.history().len(), steps + 1);
    assert!(found[0].path.exists(), "it stays until its content is safe");
    save(&mut session);
    assert_eq!(conflict_files(&path), []);
    let kept = backup_folder(&path).join("merged-book.sync-conflict-20261122-190426-ABCDEFG.ron");
    assert_eq!(fs::read_to_string(kept).unwrap(), theirs);
    assert!(
        backups(&path).iter().any(|backup| families(&read(backup)).contains("Novak")),
        "the state before"
    );

    session.undo().unwrap();
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber", "Sharma", "Costa", "Novak"]));

    // Of another book, or unreadable: nothing happens and it stays where it is.
    let strange = folder.path().join("book (conflicted copy 2026-11-22).ron");
    let mut other = Book::new(Id::new(77), SystemClock.now());
    newcomer(&mut other, "Stranger");
    fs::write(&strange, format::write(&other, &Origin::default()).unwrap().0).unwrap();
    assert_eq!(session.merge_file(&strange).unwrap_err().problem, OpenProblem::AnotherBook);
    fs::write(&strange, "(").unwrap();
    assert!(session.merge_file(&strange).is_err());
    assert!(strange.exists() && session.is_saved());
}

#[test]
fn steps_of_undo_are_there_after_a_restart() {
    let (_folder, path) = a_book();
    let mut session = open(&path);
    add(&mut session, "Costa");
    save(&mut session);
    // What comes from outside between two of our own is a step too.
    replace(&path, &elsewhere(&path, |book| newcomer(book, "Kowalski")));
    session.look(LONG);
    assert_eq!(merges(&session.take_news()), 1);
    save(&mut session);
    add(&mut session, "Novak");
    save(&mut session);
    drop(session);
    let mut session = open(&path);
    assert_eq!(session.history().len(), 6);
    for gone in ["Novak", "Kowalski", "Costa", "Sharma"] {
        session.undo().unwrap();
        assert!(!families(session.book()).contains(gone), "{gone}");
    }
    save(&mut session);
    assert_eq!(on_disk(&path), set(["Tanaka", "Weber"]));
    drop(session);
    let mut session = open(&path);
    session.redo().unwrap();
    assert_eq!(families(session.book()), set(["Tanaka", "Weber", "Sharma"]));
}

#[cfg(unix)]
#[test]
fn links_permissions_and_privacy_survive_every_save() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let (folder, path) = a_book();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(&backup_folder(&path)), 0o700);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let owner = fs::metadata(&path).unwrap().uid();
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink("book.ron", &link).unwrap();
    let mut session = open(&link);
    assert_eq!(session.path(), Some(link.as_path()));
    // The lock is that of the file, whatever it is called.
    assert!(!open(&path).access().is_writable());
    add(&mut session, "Costa");
    save(&mut session);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(on_disk(&path).contains("Costa"));
    assert_eq!((mode(&path), fs::metadata(&path).unwrap().uid()), (0o640, owner));
    assert_eq!(fs::metadata(&path).unwrap().nlink(), 1, "no backup shares the file that programs write into");
    for file in fs::read_dir(backup_folder(&path)).unwrap() {
        let file = file.unwrap();
        let mode = mode(&file.path());
        assert!(mode == 0o600 || (mode == 0o640 && file.file_name() != "undo.log"), "{file:?} {mode:o}");
    }
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
}

#[test]
fn a_read_only_file_is_shown_and_a_copy_can_be_saved() {
    let (folder, path) = a_book();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions.clone()).unwrap();
    let mut session = open(&path);
    let Access::ReadOnly(ReadOnly::Refused(error)) = session.access() else {
        panic!("{:?}", session.access())
    };
    assert_eq!(error.problem, SaveProblem::ReadOnly);
    let to = folder.path().join("new folder").join("copy.ron");
    let progress = cardloom::jobs::Progress::unwatched();
    let copy =
        |to: &Path| cardloom::session::save_copy(session.book(), session.path(), to, &progress).unwrap();
    assert_eq!(copy(&to), Ok(0));
    assert_eq!(on_disk(&to), on_disk(&path));
    assert_eq!(copy(&to).unwrap_err().problem, SaveProblem::AlreadyExists);

    #[expect(clippy::permissions_set_readonly_false, reason = "a file of the test")]
    permissions.set_readonly(false);
    fs::set_permissions(&path, permissions).unwrap();
    session.look(LONG);
    assert_eq!(session.take_news(), [News::Writable]);
    add(&mut session, "Costa");
    save(&mut session);
}

/// What happens in a story of two machines.
#[derive(Debug, Clone, Copy)]
enum Happens {
    Edit,
    Save,
    Elsewhere,
    ElsewhereInPlace,
    Look,
    Hear,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nobody_who_was_added_on_either_side_is_lost(
        story in prop::collection::vec(
            prop::sample::select(vec![
                Happens::Edit, Happens::Edit, Happens::Save, Happens::Elsewhere, Happens::ElsewhereInPlace,
                Happens::Look, Happens::Hear,
            ]),
            1..20,
        )
    ) {
        let (_folder, path) = a_book();
        let mut session = open(&path);
        let mut everybody = set(["Tanaka", "Weber", "Sharma"]);
        for (round, what) in story.into_iter().enumerate() {
            let name = format!("{what:?} {round}");
            match what {
                Happens::Edit => {
                    add(&mut session, &name);
                    everybody.insert(name);
                }
                Happens::Save => save(&mut session),
                Happens::Elsewhere => {
                    replace(&path, &elsewhere(&path, |book| newcomer(book, &name)));
                    everybody.insert(name);
                }
                Happens::ElsewhereInPlace => {
                    let text = elsewhere(&path, |book| newcomer(book, &name));
                    fs::write(&path, text).unwrap();
                    everybody.insert(name);
                }
                Happens::Look => session.look(LONG),
                Happens::Hear => drop(session.take_news()),
            }
        }
        save(&mut session);
        session.look(LONG);
        session.take_news();
        save(&mut session);
        prop_assert_eq!(families(session.book()), everybody.clone());
        prop_assert_eq!(on_disk(&path), everybody);
        prop_assert_eq!(session.book().conflicts.len(), 0);
    }
}

#[test]
fn a_fixed_clock_is_no_obstacle() {
    let (_folder, path) = a_book();
    let day = chrono::NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();
    let opened = Opened::to_write(&path).unwrap().without_watch();
    let mut session = Session::open(Box::new(FixedClock::new(day)), opened, Arc::new(|| ())).unwrap();
    for family in ["Costa", "Novak"] {
        add(&mut session, family);
        save(&mut session);
    }
    drop(session);
    // The clock went back ten years: the newest is still the newest.
    let found = backups(&path);
    assert!(found.windows(2).all(|pair| pair[0].saved > pair[1].saved), "{found:?}");
    assert_eq!(on_disk(&path).len(), 5);
}
