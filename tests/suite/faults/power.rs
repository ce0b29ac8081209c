//! Power cuts, played through on a model of the disk (fault 3).
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cardloom::store::{Attachments, format};

use super::model::{Call, Disk, Files, calls};
use super::rig::{Driver, People, Place, people_of, report, rounds};
use super::tracing::{Strace, WRITING, can_trace};

/// Plays a trace through and asserts after every call, for everything that a power cut may leave, that the book is
/// there, whole, and holds what was said to be saved. Returns how many states were looked at, and those that differ.
fn play(place: &Place, mut disk: Disk, trace: &str, already: u64) -> (usize, Vec<(Files, u64)>) {
    let most = rounds(7, 10);
    let mut looked_at = 0;
    let mut known: BTreeMap<[u8; 32], People> = BTreeMap::new();
    let mut different: BTreeMap<[u8; 32], (Files, u64)> = BTreeMap::new();
    let mut promised = already;
    let mut seen: BTreeSet<([u8; 32], u64)> = BTreeSet::new();
    for line in calls(trace) {
        let Some(call) = Call::parse(&line) else { continue };
        disk.play(&call);
        let said = disk.said.lines().filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).max();
        promised = said.unwrap_or(0).max(promised);
        disk.crashes(most, &mut |files| {
            looked_at += 1;
            let key = key_of(&files);
            if !seen.insert((key, promised)) {
                return;
            }
            let people = known.entry(key).or_insert_with(|| check(place, &files, &line)).clone();
            assert!(
                people.last("p") >= promised,
                "p {promised} was saved; after a power cut at {} the book ends at {}",
                shortened(&line),
                people.last("p")
            );
            different.entry(key).and_modify(|known| known.1 = promised).or_insert((files, promised));
        });
    }
    assert_eq!(disk.in_place, Vec::<String>::new(), "a book or backup was written in place");
    (looked_at, different.into_values().collect())
}

fn shortened(line: &str) -> String {
    line.chars().take(60).collect()
}

fn key_of(files: &Files) -> [u8; 32] {
    let mut hash = blake3::Hasher::new();
    for (path, bytes) in files {
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    *hash.finalize().as_bytes()
}

/// The book of a state, and its backups, are whole.
fn check(place: &Place, files: &Files, line: &str) -> People {
    let read = |path: &Path| {
        let bytes = files.get(path).unwrap_or_else(|| {
            panic!("there is no {} after a power cut at {}", path.display(), shortened(line))
        });
        format::read(bytes).unwrap_or_else(|error| {
            panic!("{} is broken after a power cut at {}: {error:?}", path.display(), shortened(line))
        })
    };
    for path in files.keys() {
        let name = path.file_name().unwrap().to_string_lossy();
        if name.ends_with(".ron.bak")
            || (name.len() > 20 && name.ends_with(".ron") && name.as_bytes()[0].is_ascii_digit())
        {
            read(path);
        }
    }
    let attachments = Attachments::beside(&place.book);
    people_of(&read(&place.book).book, &|record| {
        let bytes = attachments.path(record).and_then(|path| files.get(&path));
        bytes.is_some_and(|bytes| blake3::hash(bytes).to_hex().as_str() == record.hash)
    })
    .unwrap_or_else(|wrong| panic!("{wrong}, after a power cut at {}", shortened(line)))
}

/// Puts states on a real disk and opens them as the program does.
fn open_for_real(place: &Place, states: Vec<(Files, u64)>, most: usize) -> usize {
    let step = states.len().div_ceil(most).max(1);
    let mut opened = 0;
    for (files, promised) in states.into_iter().step_by(step) {
        let real = Place::new();
        for (path, bytes) in files {
            let path = real.folder.join(path.strip_prefix(&place.folder).unwrap());
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        real.verify(&[("p", promised)]);
        opened += 1;
    }
    opened
}

fn watch(driver: &Driver) -> Strace {
    let trace = format!("trace={WRITING},lseek");
    Strace::on_all(driver, &["-f", "-y", "-xx", "-s", "50000000", "-e", &trace])
}

#[test]
fn a_power_cut_at_any_call_leaves_the_old_or_the_new_book() {
    if !can_trace() {
        return;
    }
    let options = ["--pictures", "3"];
    let place = Place::with_people(4, &options);
    let mut driver = place.driver(&options);
    let disk = Disk::new(&place.folder);
    let strace = watch(&driver);
    for _ in 0..rounds(3, 12) {
        driver.tell("add");
        driver.save().unwrap();
    }
    // One that the program saves by itself, and one that it saves while it is closed.
    driver.tell("add");
    driver.ask("wait").unwrap();
    driver.tell("add");
    let last = driver.quit();
    let trace = strace.detach();
    assert!(last >= 8);
    let (states, different) = play(&place, disk, &trace, 4);
    assert!(states > 100, "only {states}");
    let opened = open_for_real(&place, different, rounds(60, 3_000));
    report("3 power cut, on a model of the disk", states, &format!("{opened} opened for real, 0 lost"));
}

#[test]
fn the_model_finds_the_mistakes_that_it_is_there_for() {
    let place = Place::new();
    fs::write(&place.book, "old").unwrap();
    let hex = |text: &str| text.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    let (book, new) = (hex(place.book.to_str().unwrap()), hex(place.folder.join("new").to_str().unwrap()));
    let folder = hex(place.folder.to_str().unwrap());
    let left = |lines: &[String]| {
        let mut disk = Disk::new(&place.folder);
        for line in lines {
            disk.play(&Call::parse(line).unwrap());
        }
        let mut left = BTreeSet::new();
        disk.crashes(8, &mut |files| {
            left.insert(files.get(&place.book).map(|bytes| String::from_utf8_lossy(bytes).into_owned()));
        });
        (left, disk.in_place.len())
    };
    let some = |text: &str| Some(text.to_owned());
    let (open, write) = (
        format!("openat(AT_FDCWD<{folder}>, \"{new}\", O_RDWR|O_CREAT|O_EXCL|O_CLOEXEC, 0600) = 3<{new}>"),
        format!("write(3<{new}>, \"{}\", 4) = 4", hex("new!")),
    );
    let sync = format!("fsync(3<{new}>) = 0");
    let rename = format!("rename(\"{new}\", \"{book}\") = 0");
    let (open_folder, sync_folder) = (
        format!("openat(AT_FDCWD<{folder}>, \"{folder}\", O_RDONLY|O_CLOEXEC) = 4<{folder}>"),
        format!("fsync(4<{folder}>) = 0"),
    );
    let run = |lines: &[&String]| left(&lines.iter().map(|line| (*line).clone()).collect::<Vec<_>>());

    // The right order: the old one or the new one; and after the folder was synced only the new one.
    assert_eq!(run(&[&open, &write, &sync, &rename]).0, [some("old"), some("new!")].into());
    assert_eq!(run(&[&open, &write, &sync, &rename, &open_folder, &sync_folder]).0, [some("new!")].into());
    // Without the sync of the file it may be empty, cut off, or zeros, even with the folder synced.
    let torn = run(&[&open, &write, &rename, &open_folder, &sync_folder]).0;
    assert_eq!(torn, [some(""), some("ne"), some("\0\0\0\0"), some("new!")].into());
    // Moving the old one away first leaves a moment without a book.
    let away = format!("rename(\"{book}\", \"{new}2\") = 0");
    assert!(run(&[&away]).0.contains(&None));
    // Written in place.
    let truncate = format!("openat(AT_FDCWD<{folder}>, \"{book}\", O_WRONLY|O_TRUNC|O_CLOEXEC) = 5<{book}>");
    assert_eq!(run(&[&truncate]).1, 1);
    assert!(run(&[&truncate]).0.contains(&some("")));
    // Calls that were torn apart by other threads are put together.
    let torn =
        "7 fsync(3<\\x61> <unfinished ...>\n8 close(4) = 0\n7 <... fsync resumed>) = 0\n7 +++ exited +++";
    assert_eq!(calls(torn)[..2], ["close(4) = 0".to_owned(), "fsync(3<\\x61>) = 0".to_owned()]);
}
