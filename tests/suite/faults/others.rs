//! Other programs on the same book: a second window, a program that synchronises, locks that do not exist (faults 25, 28,
//! 29), and clocks that jump (32).
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::kills::Dice;
use super::rig::{Driver, Place, backups_in, driver_program, listing, report, rounds};
use super::tracing::{Strace, can_trace};

/// How a program that synchronises puts the other machine's book in the place of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A new file, renamed over the old one: Syncthing, Dropbox, git.
    Renamed,
    /// Cut to nothing and written again: `cp`, some editors.
    InPlace,
}

fn put(bytes: &[u8], book: &Path, way: Way) {
    match way {
        Way::Renamed => {
            let new = book.with_file_name(".syncthing.book.ron.tmp");
            fs::write(&new, bytes).unwrap();
            fs::rename(&new, book).unwrap();
            // Its own file is gone; what is left over is the program's.
        }
        Way::InPlace => fs::write(book, bytes).unwrap(),
    }
}

/// The other machine: begins with the book as it stands here, adds people of the tag `q`, and returns its book.
fn edited_elsewhere(book: &Path, count: u64) -> (Vec<u8>, u64) {
    let there = Place::new();
    fs::copy(book, &there.book).unwrap();
    let mut driver = there.driver(&["--tag", "q"]);
    driver.tell(&format!("add {count}"));
    let last = driver.save().unwrap();
    driver.quit();
    (fs::read(&there.book).unwrap(), last)
}

/// Waits until so many people are in the window's book.
#[track_caller]
fn await_people(driver: &mut Driver, count: u64) {
    let there = driver.ask(&format!("await {count}"));
    assert!(
        there.as_ref().is_some_and(|words| words.starts_with("there")),
        "waiting for {count} people: {there:?}"
    );
}

#[test]
fn what_another_machine_wrote_arrives_and_nothing_of_either_side_is_lost() {
    let mut runs = 0;
    for way in [Way::Renamed, Way::InPlace] {
        let place = Place::with_people(3, &[]);
        let mut driver = place.driver(&[]);
        let (mut p, mut q) = (3, 0);
        for round in 0..rounds(2, 20) {
            // Nothing waits to be saved.
            let (bytes, last) = edited_elsewhere(&place.book, 2);
            q = last;
            put(&bytes, &place.book, way);
            await_people(&mut driver, p + q);
            driver.tell("add");
            p += 1;
            assert_eq!(driver.save(), Ok(p), "{way:?} {round}");

            // Edits wait to be saved when it comes.
            let (bytes, last) = edited_elsewhere(&place.book, 2);
            q = last;
            driver.tell("add 2");
            put(&bytes, &place.book, way);
            p += 2;
            assert_eq!(driver.save(), Ok(p), "{way:?} {round}");
            await_people(&mut driver, p + q);

            // Edits are on the disk which the other machine does not have yet.
            let (bytes, last) = edited_elsewhere(&place.book, 2);
            q = last;
            driver.tell("add");
            p += 1;
            assert_eq!(driver.save(), Ok(p), "{way:?} {round}");
            put(&bytes, &place.book, way);
            await_people(&mut driver, p + q);
            driver.tell("add");
            p += 1;
            assert_eq!(driver.save(), Ok(p), "{way:?} {round}");
            runs += 3;
        }
        driver.quit();
        let people = place.verify(&[("p", p), ("q", q)]);
        assert_eq!((people.last("p"), people.last("q")), (p, q), "{way:?}");
    }
    report("25 another machine's book comes in, by rename and in place", runs, "0 lost");
}

#[test]
fn a_book_that_comes_in_the_middle_of_a_save_is_not_overwritten() {
    if !can_trace() {
        return;
    }
    let mut runs = 0;
    // Between any two calls of the save: the call waits, the other machine's book comes, the call goes on.
    for call in ["openat", "fsync", "link", "linkat", "rename", "renameat", "renameat2", "write"] {
        for at in 1..=rounds(3, 8) {
            let place = Place::with_people(3, &[]);
            let (bytes, q) = edited_elsewhere(&place.book, 2);
            let mut driver = place.driver(&[]);
            let strace = Strace::on_workers(
                &driver,
                &[
                    "-e",
                    &format!("trace={call}"),
                    "-e",
                    &format!("inject={call}:delay_enter=150ms:when={at}"),
                ],
            );
            driver.tell("add");
            driver.tell("save");
            // The middle of the call that waits.
            std::thread::sleep(Duration::from_millis(60));
            put(&bytes, &place.book, Way::Renamed);
            let saved = super::rig::outcome(driver.answer());
            let delayed = strace.detach().contains("DELAYED");
            assert_eq!(saved, Ok(4), "{call} {at}");
            // What came after the save is joined by the watch or by the next save.
            driver.tell("add");
            assert_eq!(driver.save(), Ok(5));
            driver.quit();
            let people = place.verify(&[("p", 5)]);
            assert_eq!(
                people.last("q"),
                q,
                "{call} {at}: lost what came in during the save\n{}",
                listing(&place.folder)
            );
            runs += usize::from(delayed);
            if !delayed {
                break;
            }
        }
    }
    report("25, 29 another machine's book comes in the middle of a save", runs, "0 lost");
}

#[test]
fn a_machine_that_writes_again_and_again_loses_nothing() {
    let place = Place::with_people(3, &[]);
    let mut driver = place.driver(&[]);
    let mut dice = Dice::new(25);
    let mut q = 0;
    driver.tell(&format!("loop {}", rounds(30, 600)));
    let mut ended = false;
    let mut runs = 0;
    while !ended {
        let (bytes, last) = edited_elsewhere(&place.book, 1);
        q = last;
        std::thread::sleep(Duration::from_micros(dice.below(3_000)));
        put(&bytes, &place.book, Way::Renamed);
        runs += 1;
        // As a real one, it writes the next time only when it has seen the state that includes its last one.
        driver.hear_all();
        let promised = driver.promised;
        let seen = |book: &Path| {
            let parsed = cardloom::store::format::read(&fs::read(book).unwrap()).unwrap();
            super::rig::people_of(&parsed.book, &|_| true).map(|people| (people.last("p"), people.last("q")))
        };
        let begun = std::time::Instant::now();
        while !seen(&place.book).is_ok_and(|(p, seen)| p >= promised && seen >= q) {
            assert!(begun.elapsed() < super::rig::PATIENCE, "p {promised} or q {q} does not come back");
            std::thread::sleep(Duration::from_millis(2));
        }
        ended = driver.promised >= 3 + rounds(30, 600) as u64 || !driver.hear_all();
    }
    let promised = driver.quit();
    let people = place.verify(&[("p", promised), ("q", q)]);
    assert_eq!(people.last("q"), q);
    report("25 another machine writes while saves run", runs, "0 lost");
}

#[test]
fn a_second_program_reads_and_takes_over_when_the_first_is_killed() {
    let mut runs = 0;
    for _ in 0..rounds(3, 60) {
        let place = Place::with_people(3, &[]);
        let mut first = place.driver(&[]);
        assert_eq!(first.greeting, "ready writable 3");
        let mut second = place.driver(&["--tag", "q"]);
        assert_eq!(second.greeting, "ready held 3");
        // It is told that it may not, and sees what the first one does.
        assert!(second.ask("add").is_some_and(|told| told.starts_with("failed")));
        first.tell("add");
        assert_eq!(first.save(), Ok(4));
        await_people(&mut second, 4);
        first.tell("loop");
        first.answer().unwrap();
        let promised = first.kill();
        assert!(second.ask("await access").is_some_and(|there| there.starts_with("there")));
        await_people(&mut second, promised);
        second.tell("add");
        assert_eq!(second.save(), Ok(1));
        second.quit();
        place.verify(&[("p", promised), ("q", 1)]);
        runs += 1;
    }
    report("28 a second program, and kill -9 of the first", runs, "took over, 0 lost");
}

#[test]
fn two_programs_without_locks_lose_nothing_of_each_other() {
    if !can_trace() {
        return;
    }
    // A network disk without locks: both believe that they may write, and only the comparison protects them.
    let lockless = |place: &Place, tag: &str| {
        let mut command = Command::new("strace");
        command.args([
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=flock",
            "-e",
            "inject=flock:error=ENOLCK",
        ]);
        command.arg(driver_program());
        Driver::start(command, &place.book, &["--tag", tag])
    };
    let place = Place::with_people(1, &[]);
    let count = rounds(15, 150) as u64;
    let mut both = [lockless(&place, "q"), lockless(&place, "r")];
    for driver in &mut both {
        assert!(driver.greeting.starts_with("ready writable"), "{}", driver.greeting);
        driver.tell(&format!("loop {count}"));
    }
    for driver in &mut both {
        for _ in 0..count {
            let told = driver.answer().expect("it runs");
            // Both write all the time: one may have to give up for now, and says so.
            assert!(told.starts_with("saved") || told.contains("another program writes"), "{told}");
        }
    }
    for driver in &mut both {
        assert_eq!(driver.save(), Ok(count));
    }
    // What one of them wrote at the very moment in which the other did comes back with the next look at the disk.
    for driver in &mut both {
        await_people(driver, 1 + 2 * count);
    }
    for driver in both {
        driver.quit();
    }
    place.verify(&[("p", 1), ("q", count), ("r", count)]);
    report("28, 29 two programs without locks save at the same time", 2 * count as usize, "0 lost");
}

#[test]
fn a_file_with_the_same_size_and_time_is_still_noticed() {
    let place = Place::with_people(3, &[]);
    let mut driver = place.driver(&[]);
    for way in [Way::Renamed, Way::InPlace] {
        let time = fs::metadata(&place.book).unwrap().modified().unwrap();
        let before = fs::read(&place.book).unwrap();
        let (bytes, q) = edited_elsewhere(&place.book, 1);
        put(&bytes, &place.book, way);
        fs::File::options().write(true).open(&place.book).unwrap().set_modified(time).unwrap();
        assert_ne!(before, bytes);
        driver.tell("add");
        driver.save().unwrap();
        let promised = driver.promised;
        await_people(&mut driver, promised + q);
    }
    let promised = driver.quit();
    assert_eq!(place.verify(&[("p", promised), ("q", 2)]).last("q"), 2);
    report("29 another content with the same time", 2, "noticed");
}

#[test]
fn clocks_that_jump_change_neither_order_nor_what_is_kept() {
    let place = Place::with_people(2, &[]);
    let mut last = 2;
    let mut kept = Vec::new();
    for days in [0, -3650, 3650, -1, 1, 0, -20_000, 20_000, 0] {
        let mut driver = place.driver(&["--days", &days.to_string()]);
        driver.tell("add");
        last += 1;
        assert_eq!(driver.save(), Ok(last), "{days} days");
        driver.quit();
        let states: Vec<u64> = backups_in(&place.folder)
            .iter()
            .map(|path| {
                let parsed = cardloom::store::format::read(&fs::read(path).unwrap()).unwrap();
                super::rig::people_of(&parsed.book, &|_| true).unwrap().last("p")
            })
            .collect();
        // The newest state before this one is always there, wherever the clock stands.
        assert!(states.contains(&(last - 1)), "{days} days: {states:?}\n{}", listing(&place.folder));
        kept = cardloom::store::backups(&place.book);
        let order: Vec<u64> = kept.iter().map(|backup| backup.saved).collect();
        let mut sorted = order.clone();
        sorted.sort_by(|a, b| b.cmp(a));
        assert_eq!(order, sorted, "the newest first, by the counter of saves");
    }
    assert!(kept.len() >= 5, "{}", listing(&place.folder));
    place.verify(&[("p", last)]);
    report("32 clock jumps by years", 9, "order by counter, newest kept");
}
