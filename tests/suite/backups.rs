//! Older states of a book: when they are kept, which go, what a kill in the middle leaves.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use cardloom::model::*;
use cardloom::session::Opened;
use cardloom::store::{
    Backup, BookFile, Holder, Request, StateId, Wishes, backup_folder, backups, common_state, format,
    previous_state, read_backup, read_state, surplus,
};
use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::books::put;

fn day(number: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_760_000_000, 0).unwrap() + TimeDelta::days(number)
}

/// A book and its file; every save makes a backup.
struct Desk {
    _folder: TempDir,
    path: PathBuf,
    file: BookFile,
    book: Book,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(folder.path()).unwrap().join("book.ron");
        let mut desk = Self {
            file: BookFile::new(&path, Holder::default()),
            book: Book::new(Id::new(9), DateTime::default()),
            path,
            _folder: folder,
        };
        desk.file.set_backup_every(Duration::ZERO);
        desk
    }

    fn save(&mut self, name: &str, at: DateTime<Utc>, wishes: Wishes) {
        put(&mut self.book, Circle { id: Id::new(1), name: name.to_owned(), ..Circle::default() });
        let request = Request { book: self.book.clone(), at, wishes, ..Request::default() };
        let outcome = self.file.save(&request);
        outcome.result.unwrap();
        assert_eq!(outcome.no_backup, None);
    }

    fn reopen(&mut self) {
        // The lock goes first.
        self.file = BookFile::new(&self.path, Holder::default());
        self.file = BookFile::read_and_lock(&self.path, Holder::default()).unwrap().0;
        assert!(self.file.access().is_writable());
    }

    /// The names of the circle in all backups, the newest first.
    fn kept(&self) -> Vec<String> {
        backups(&self.path).iter().map(|backup| name_in(&read_backup(backup).unwrap())).collect()
    }
}

fn name_in(book: &Book) -> String {
    book.circles.values().map(|circle| circle.name.clone()).collect()
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn the_first_save_after_opening_keeps_what_was_there_and_then_none_for_ten_minutes() {
    let mut desk = Desk::new();
    desk.save("one", day(0), Wishes::default());
    assert_eq!(desk.kept(), [""; 0], "there was nothing before");
    for sitting in ["two", "three"] {
        desk.reopen();
        desk.save(sitting, day(1), Wishes::default());
        desk.save(&format!("{sitting} and a half"), day(1), Wishes::default());
        desk.save(&format!("{sitting} and more"), day(1), Wishes::default());
    }
    assert_eq!(desk.kept(), ["two and more", "one"]);
    // Before much changes at once the state is kept all the same.
    desk.save("imported", day(1), Wishes { keep_before: true, ..Wishes::default() });
    assert_eq!(desk.kept(), ["three and more", "two and more", "one"]);
}

#[test]
fn a_backup_is_the_file_that_was_and_never_the_one_that_is() {
    let mut desk = Desk::new();
    for name in ["one", "two", "three"] {
        desk.save(name, day(0), Wishes::default());
    }
    assert_eq!(desk.kept(), ["two", "one"]);
    let previous = read_state(&previous_state(&desk.path)).unwrap();
    assert_eq!(name_in(&previous.0), "two");
    // An editor writes into the book in place: no older state changes with it.
    fs::write(&desk.path, "garbage").unwrap();
    assert_eq!(desk.kept(), ["two", "one"]);
    assert_eq!(read_state(&previous_state(&desk.path)).unwrap(), previous);
}

#[test]
fn a_state_remembers_which_backups_it_comes_from() {
    let mut desk = Desk::new();
    for number in 0..70 {
        desk.save(&number.to_string(), day(number), Wishes { keep_all: true, ..Wishes::default() });
    }
    let (_, ours) = read_state(&desk.path).unwrap();
    assert_eq!((ours.saved, ours.from.len()), (70, 64));
    let found = backups(&desk.path);
    assert_eq!(found.len(), 69);
    let newest: Vec<StateId> = found.iter().take(64).rev().map(|backup| backup.id).collect();
    assert_eq!(ours.from, newest, "oldest first");
    // Two copies find the newest state that both come from, though it is not the newest backup in the folder.
    let (_, theirs) = read_state(&found[30].path).unwrap();
    let common = common_state(&desk.path, &ours, &theirs, &found).unwrap();
    assert_eq!(name_in(&common), "38");
    let strange = format::Origin { id: Some(StateId(1)), ..format::Origin::default() };
    assert_eq!(common_state(&desk.path, &ours, &strange, &found), None);
}

#[test]
fn clocks_that_jump_neither_order_nor_remove_anything() {
    let mut desk = Desk::new();
    let days = [0, 1, 2, 4000, 3, 4, -4000, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
    for (number, at) in days.into_iter().enumerate() {
        desk.save(&number.to_string(), day(at), Wishes::default());
    }
    let kept: Vec<usize> = desk.kept().iter().map(|name| name.parse().unwrap()).collect();
    assert_eq!(kept, (0..19).rev().collect::<Vec<_>>(), "one of each day is kept");
}

#[test]
fn thinning_keeps_the_newest_and_only_removes_own_names() {
    let mut desk = Desk::new();
    desk.save("first", day(0), Wishes::default());
    let folder = backup_folder(&desk.path);
    let foreign = [
        "2026-11-22T190426Z-000001-5f3a9c0112345678.ron.txt",
        "2026-11-22T190426Z-1-5f3a9c0112345678.ron",
        "damaged-2026-11-22T190426Z.ron",
        "merged-book.sync-conflict-20261122-190426-ABCDEFG.ron",
        "notes.txt",
        ".hidden",
    ];
    for name in foreign {
        fs::write(folder.join(name), "mine").unwrap();
    }
    fs::create_dir(folder.join("2020-11-22T190426Z-000001-5f3a9c0112345678.ron")).unwrap();
    for number in 0..40 {
        desk.save(&number.to_string(), day(1), Wishes::default());
    }
    let kept = desk.kept();
    assert_eq!(kept, ["38", "37", "36", "35", "34", "33", "32", "31", "30", "29", "first"]);
    for name in foreign {
        assert_eq!(fs::read_to_string(folder.join(name)).unwrap(), "mine");
    }
    assert!(folder.join("2020-11-22T190426Z-000001-5f3a9c0112345678.ron").is_dir());

    // After everything was taken back nothing goes until the book is opened again.
    desk.save("back", day(1), Wishes { keep_all: true, keep_before: true, ..Wishes::default() });
    for number in 0..5 {
        desk.save(&format!("later {number}"), day(1), Wishes::default());
    }
    assert_eq!(desk.kept().len(), kept.len() + 6);
    desk.reopen();
    desk.save("next sitting", day(1), Wishes::default());
    assert_eq!(desk.kept().len(), 11);
}

proptest! {
    #[test]
    fn what_stays_is_the_newest_ten_and_the_newest_of_days_and_months(
        steps in prop::collection::vec((0_i64..3, 0_i64..40), 0..120),
        jumps in prop::collection::vec(-3000_i64..3000, 0..3),
    ) {
        let mut at = 0;
        let mut found: Vec<Backup> = steps
            .iter()
            .enumerate()
            .map(|(number, (kind, days))| {
                at += if *kind == 0 { *days } else { *kind - 1 };
                at += jumps.get(number % 40).filter(|_| number % 40 < jumps.len() && number > 40).unwrap_or(&0);
                let saved = number as u64;
                let path = PathBuf::from(number.to_string());
                Backup { path, saved, saved_at: day(at), bytes: 1, id: StateId(saved) }
            })
            .collect();
        found.reverse();
        let gone: BTreeSet<u64> = surplus(&found).iter().map(|backup| backup.saved).collect();
        let stays: Vec<&Backup> = found.iter().filter(|backup| !gone.contains(&backup.saved)).collect();
        prop_assert!(found.iter().take(10).all(|backup| !gone.contains(&backup.saved)));
        prop_assert!(stays.len() <= 10 + 31 + 12);
        // Of every day of the newest month of days, and of every month of the newest year, the newest stays.
        let mut days = Vec::new();
        let mut months = Vec::new();
        for backup in &found {
            let date = backup.saved_at.date_naive();
            if !days.contains(&date) {
                days.push(date);
                prop_assert!(days.len() > 31 || !gone.contains(&backup.saved), "{date}");
            }
            if !months.contains(&(date.year(), date.month())) {
                months.push((date.year(), date.month()));
                prop_assert!(months.len() > 12 || !gone.contains(&backup.saved), "{date}");
            }
        }
        // Thinning twice is thinning once.
        let again: Vec<Backup> = stays.into_iter().cloned().collect();
        prop_assert_eq!(surplus(&again), Vec::<&Backup>::new());
    }
}

#[test]
fn what_a_kill_in_the_middle_leaves_does_no_harm() {
    let mut desk = Desk::new();
    for name in ["one", "two", "three"] {
        desk.save(name, day(0), Wishes::default());
    }
    let folder = backup_folder(&desk.path);
    let beside = desk.path.parent().unwrap().to_owned();
    let clean = (names(&beside), names(&folder));
    // Killed while the temporary file was written, while links had their temporary names, and before the folder of
    // backups had its newest: all of these may lie there.
    for name in [".book.ron.AbCdEfGh.cardloom-tmp", ".book.ron.bak.AbCdEfGh.cardloom-tmp"] {
        fs::write(beside.join(name), "half").unwrap();
    }
    let newest = backups(&desk.path)[0].path.clone();
    let half = format!(".{}.AbCdEfGh.cardloom-tmp", newest.file_name().unwrap().to_str().unwrap());
    fs::hard_link(&newest, folder.join(half)).unwrap();
    fs::remove_file(&newest).unwrap();
    // Killed between the link and the rename: the state before is the file itself.
    fs::remove_file(previous_state(&desk.path)).unwrap();
    fs::hard_link(&desk.path, previous_state(&desk.path)).unwrap();
    fs::write(folder.join("holder.ron"), "(process:1)").unwrap();

    desk.reopen();
    assert_eq!(desk.kept(), ["one"]);
    desk.save("four", day(0), Wishes::default());
    assert_eq!(desk.kept(), ["three", "one"]);
    assert_eq!(name_in(&read_state(&previous_state(&desk.path)).unwrap().0), "three");
    assert_eq!(names(&beside), clean.0);
    let expected = clean.1.iter().filter(|name| !newest.ends_with(name)).count() + 1;
    assert_eq!(names(&folder).len(), expected, "{:?}", names(&folder));
}

#[test]
fn a_book_of_an_older_format_is_copied_before_it_is_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(folder.path()).unwrap().join("book.ron");
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/book-v1.ron");
    fs::copy(old, &path).unwrap();
    let before = fs::read(&path).unwrap();
    let (mut file, mut book, _) = BookFile::read_and_lock(&path, Holder::default()).unwrap();
    assert_eq!(fs::read(&path).unwrap(), before, "opening changes nothing");
    put(&mut book, Circle { id: Id::new(1), name: "new".to_owned(), ..Circle::default() });
    let mut save = || {
        let request = Request { book: book.clone(), at: day(0), ..Request::default() };
        file.save(&request).result.unwrap();
    };
    save();
    save();
    let copies: Vec<String> =
        names(&backup_folder(&path)).into_iter().filter(|name| name.starts_with("before-v3-")).collect();
    assert_eq!(copies.len(), 1);
    assert_eq!(fs::read(backup_folder(&path).join(&copies[0])).unwrap(), before);
    assert_eq!(Opened::read(&path).unwrap().book().circles.len(), book.circles.len());
}

#[test]
fn the_state_before_an_import_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = fs::canonicalize(folder.path()).unwrap().join("book.ron");
    let clock = Box::new(cardloom::session::SystemClock);
    let mut session = cardloom::session::Session::new(clock, Some(path.clone()), Arc::new(|| ()));
    let add = |name: &str| cardloom::edit::Edit::AddCircle {
        circle: Box::new(Circle { name: name.to_owned(), ..Circle::default() }),
    };
    let long = Duration::from_secs(60);
    session.commit(add("one")).unwrap();
    session.flush(long);
    session.commit(add("two")).unwrap();
    session.flush(long);
    session.commit(add("three")).unwrap();
    session.flush(long);
    let mut other = Book::default();
    put(&mut other, Circle { id: Id::new(1), name: "imported".to_owned(), ..Circle::default() });
    session.commit(cardloom::edit::Edit::Import { book: Box::new(other) }).unwrap();
    session.flush(long);
    let found = backups(&path);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(read_backup(&found[0]).unwrap().circles.len(), 3);
}
