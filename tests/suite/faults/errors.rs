//! Calls that fail, one after the other, and calls that take long (faults 4 to 10).
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::time::Instant;

use super::kills::calls_of_a_save;
use super::rig::{Driver, Place, report, rounds};
use super::tracing::{Strace, WRITING, can_trace, counts};

/// What the system says, and what the user is told of it.
const ERRORS: [(&str, &str); 6] = [
    ("ENOSPC", "DiskFull"),
    ("EDQUOT", "DiskFull"),
    ("EROFS", "ReadOnly"),
    ("EACCES", "PermissionDenied"),
    ("EIO", "Other"),
    ("EPERM", "PermissionDenied"),
];

/// Lets the `at`th call of this name fail during one save.
fn break_one(driver: &Driver, call: &str, fault: &str, at: usize) -> Strace {
    Strace::on_workers(
        driver,
        &["-e", &format!("trace={call}"), "-e", &format!("inject={call}:{fault}:when={at}")],
    )
}

/// What is in the book of a running program, read from the file.
fn on_disk(place: &Place) -> u64 {
    let bytes = fs::read(&place.book).unwrap();
    let book = cardloom::store::format::read(&bytes).unwrap().book;
    super::rig::people_of(&book, &|_| true).unwrap().last("p")
}

#[test]
fn an_error_of_any_call_is_told_harms_nothing_and_the_next_try_saves() {
    if !can_trace() {
        return;
    }
    let place = Place::with_people(4, &[]);
    let calls = calls_of_a_save(&place, &[]);
    let (mut runs, mut failures) = (0, 0);
    for (call, count) in &calls {
        for at in 1..=*count {
            // Every call with every error in the long form; in the short one each call with one of them.
            let skipped = rounds(ERRORS.len() - 1, 0);
            for (error, problem) in ERRORS.iter().cycle().skip(runs).take(ERRORS.len() - skipped) {
                let place = place.copied();
                let mut driver = place.driver(&[]);
                let strace = break_one(&driver, call, &format!("error={error}"), at);
                driver.tell("add");
                match driver.save() {
                    // What is not needed for the book may fail: a lock, an extra backup, a close.
                    Ok(saved) => assert_eq!(saved, 5, "{call} {at} {error}"),
                    Err(told) => {
                        // The standard library panics when a folder cannot be closed.
                        assert!(
                            told == *problem || (call == "close" && told == "Internal"),
                            "{call} {at} {error}: {told}"
                        );
                        failures += 1;
                    }
                }
                let found = on_disk(&place);
                assert!(found == 5 || (found == 4 && driver.promised < 5), "{call} {at} {error}: {found}");
                assert!(strace.detach().contains("INJECTED"), "{call} {at} {error}: nothing was injected");
                driver.tell("add");
                assert_eq!(driver.save(), Ok(6), "the next try, after {call} {at} {error}");
                assert_eq!(driver.quit(), 6);
                assert_eq!(place.verify(&[("p", 6)]).last("p"), 6);
                runs += 1;
            }
        }
    }
    assert!(failures > rounds(5, 50), "only {failures} of {runs} errors were noticed");
    report(
        "4, 5, 7 ENOSPC, EDQUOT, EROFS, EACCES, EIO, EPERM at calls",
        runs,
        &format!("{failures} told, 0 lost"),
    );
}

#[test]
fn calls_that_are_needed_are_never_shrugged_off() {
    if !can_trace() {
        return;
    }
    // The file, its content, the sync, the new name: none of them may fail and still end in "saved".
    let place = Place::with_people(2, &[]);
    let calls = calls_of_a_save(&place, &[]);
    let mut driver = place.driver(&[]);
    let mut last = 2;
    for family in [
        &["write", "writev", "pwrite64"][..],
        &["fsync", "fdatasync"],
        &["rename", "renameat", "renameat2"],
        &["openat"],
    ] {
        let mut told = 0;
        if calls.iter().any(|(call, _)| family.contains(&call.as_str())) {
            // Every one of them fails: of several ways to do the same the program may take another one.
            let all = family.join(",");
            let strace = Strace::on_workers(
                &driver,
                &["-e", &format!("trace={all}"), "-e", &format!("inject={all}:error=EIO")],
            );
            driver.tell("add");
            last += 1;
            told += usize::from(driver.save().is_err());
            drop(strace);
            assert_eq!(driver.save(), Ok(last));
        }
        assert!(told > 0, "{family:?} failed and it said saved");
    }
    assert_eq!(driver.quit(), last);
    place.verify(&[("p", last)]);
    report("5 EIO of all writes, syncs, renames, opens", 4, "never \"saved\"");
}

#[test]
fn after_a_failed_sync_a_new_file_is_written() {
    if !can_trace() {
        return;
    }
    let place = Place::with_people(2, &[]);
    let syncs = calls_of_a_save(&place, &[]).into_iter().find(|(call, _)| call == "fsync").unwrap().1;
    let mut last = 2;
    let mut told = 0;
    for at in 1..=syncs {
        let mut driver = place.driver(&[]);
        // One trace of both, for the program tries again by itself, perhaps before a second trace would begin.
        let fault = format!("inject=fsync:error=EIO:when={at}");
        let calls = ["-y", "-e", "trace=fsync,openat,write,writev", "-e", &fault];
        let strace = Strace::on_workers(&driver, &calls);
        driver.tell("add");
        last += 1;
        let failed = driver.save();
        if failed.is_err() {
            assert_eq!(driver.save(), Ok(last), "fsync {at}");
            // Syncing the same file once more would succeed without the content being on the disk.
            let trace = strace.detach();
            let broken = trace.lines().position(|line| line.contains("(INJECTED)")).expect("the broken call");
            let line = |parts: &[&str]| {
                let mut lines = trace.lines().skip(broken + 1);
                let found = lines.position(|line| parts.iter().all(|part| line.contains(part)));
                found.unwrap_or_else(|| panic!("no {parts:?} after fsync {at} failed:\n{trace}"))
            };
            let made = line(&["openat(", "/.book.ron.", "cardloom-tmp", "O_EXCL"]);
            let written = line(&["write", "/.book.ron.", "cardloom-tmp>"]);
            let synced = line(&["fsync(", "/.book.ron.", "cardloom-tmp>"]);
            assert!(made < written && written < synced, "{trace}");
            told += 1;
        }
        driver.quit();
    }
    assert!(told >= 2, "only {told} of {syncs} failed syncs were told");
    place.verify(&[("p", last)]);
    report("5 after EIO of fsync", syncs, "a new file is written");
}

#[test]
fn interrupted_and_short_writes_complete_or_are_told() {
    if !can_trace() {
        return;
    }
    let place = Place::with_people(4, &[]);
    let mut driver = place.driver(&[]);
    let (mut last, mut runs) = (4, 0);
    let calls = calls_of_a_save(&place, &[]);
    for (call, count) in calls.iter().filter(|(call, _)| call != "close" && call != "flock") {
        for at in 1..=*count {
            let strace = break_one(&driver, call, "error=EINTR", at);
            driver.tell("add");
            last += 1;
            let told = driver.save();
            assert!(told == Ok(last) || told.is_err());
            drop(strace);
            assert_eq!(driver.save(), Ok(last), "after EINTR of {call} {at}");
            runs += 1;
        }
    }
    // Nothing was written, and no error either.
    for (call, count) in calls.iter().filter(|(call, _)| call.contains("write")) {
        for at in 1..=*count {
            let strace = break_one(&driver, call, "retval=0", at);
            driver.tell("add");
            last += 1;
            drop(driver.save());
            drop(strace);
            assert_eq!(driver.save(), Ok(last), "after a write of nothing");
            runs += 1;
        }
    }
    driver.quit();
    assert_eq!(place.verify(&[("p", last)]).last("p"), last);
    // Really short: the limit for the size of a file lies inside the book, so that the write is cut off there.
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$@\"", "sh"]).arg(super::rig::driver_program());
    let place = Place::new();
    let mut driver = Driver::start(shell, &place.book, &["--pad", "20000"]);
    driver.tell("add 2");
    assert_eq!(driver.save(), Ok(2));
    driver.tell("add 6");
    assert_eq!(driver.save(), Err("DiskFull".to_owned()), "8 people need more than 64 KiB");
    // The third one fits; it is there when a save came between the edits.
    assert!((2..=3).contains(&on_disk(&place)));
    (0..6).for_each(|_| drop(driver.ask("undo")));
    assert!(driver.save().is_ok(), "it fits again");
    driver.quit();
    assert_eq!(place.verify(&[]).last("p"), 2);
    report("6 EINTR and short writes", runs + 1, "0 lost");
}

#[test]
fn a_slow_disk_never_holds_the_window_up() {
    if !can_trace() {
        return;
    }
    let place = Place::with_people(3, &[]);
    let mut driver = place.driver(&[]);
    let count: usize = rounds(4_000, 10_000);
    let delay: u32 = rounds(600, 2_000) as u32;
    let strace = Strace::on_workers(
        &driver,
        &[
            "-e",
            "trace=fsync,fdatasync,rename,renameat,renameat2",
            "-e",
            &format!("inject=fsync,fdatasync:delay_enter={}", delay * 1000),
        ],
    );
    driver.tell("add");
    let begun = Instant::now();
    let told = driver.ask(&format!("flood {count}")).unwrap();
    let took = begun.elapsed();
    let numbers: Vec<u64> =
        told.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    let [edits, longest, slow] = numbers[..] else { panic!("{told}") };
    // Other work on this machine may take the processor away for longer than a frame; a call that waits for the disk
    // takes as long as the disk.
    assert!(longest < u64::from(delay) * 1000 / 2, "a call waited for the disk: {told}");
    assert!(slow * 100 <= edits, "more than one call in a hundred took longer than a frame: {told}");
    driver.tell("add");
    let saved = driver.save();
    let calls = counts(&strace.detach());
    assert_eq!(saved, Ok(5), "edits made during a save are in the next one");
    let renames =
        calls.iter().filter(|(call, _)| call.starts_with("rename")).map(|(_, count)| *count).max().unwrap();
    // One save at a time, each slower than the disk: not one per edit. A save may rename a backup too.
    let room = (took.as_millis() / u128::from(delay)) as usize;
    assert!(renames <= 3 * (room + 3), "{renames} renames in {took:?}");
    driver.quit();
    assert_eq!(place.verify(&[("p", 5)]).last("p"), 5);
    let note = fs::read_to_string(&place.book).unwrap();
    assert!(note.contains(&format!("flood {}", count - 1)), "the last edit wins");
    report(
        "9, 10 edits while a sync takes long",
        count,
        &format!("longest call {longest} us, {renames} renames"),
    );
}

#[test]
fn a_save_never_writes_into_the_book_itself() {
    if !can_trace() {
        return;
    }
    // No new file can be made, but the book could be written: it is not.
    let place = Place::with_people(2, &[]);
    let mut driver = place.driver(&[]);
    let before = fs::read(&place.book).unwrap();
    let strace = Strace::on_workers(
        &driver,
        &["-y", "-e", &format!("trace={WRITING}"), "-e", "inject=openat:error=EACCES"],
    );
    driver.tell("add");
    assert_eq!(driver.save(), Err("PermissionDenied".to_owned()));
    let trace = strace.detach();
    assert!(!trace.contains("O_TRUNC"), "{trace}");
    assert_eq!(fs::read(&place.book).unwrap(), before);
    assert_eq!(driver.save(), Ok(3));
    driver.quit();
    place.verify(&[("p", 3)]);
    report("8 no temporary file can be made", 1, "told, book untouched");
}
