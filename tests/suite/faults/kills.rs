//! kill -9 at every call and at any time (faults 1, 2, 11, 12, 13).
#![allow(clippy::unwrap_used, reason = "tests")]

use std::time::Duration;

use super::rig::{People, Place, outcome, report, rounds};
use super::tracing::{Strace, WRITING, can_trace, counts};

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// The calls that one save makes, as (name, how often).
pub fn calls_of_a_save(place: &Place, options: &[&str]) -> Vec<(String, usize)> {
    let place = place.copied();
    let mut driver = place.driver(options);
    let strace = Strace::on_workers(&driver, &["-e", &format!("trace={WRITING}")]);
    driver.tell("add");
    driver.save().unwrap();
    let calls = counts(&strace.detach());
    let has = |names: &[&str]| calls.iter().any(|(name, _)| names.contains(&name.as_str()));
    assert!(
        has(&["openat"]) && has(&["fsync", "fdatasync"]) && has(&["rename", "renameat", "renameat2"]),
        "{calls:?}"
    );
    calls
}

fn kill_at_every_call(place: &Place, options: &[&str], saves: usize) -> usize {
    let mut kills = 0;
    for (call, count) in calls_of_a_save(place, options) {
        // Further saves may make further calls; when none is left to be killed at, the sweep of this call ends.
        for at in 1..=count * saves + 4 {
            let copy = place.copied();
            let mut driver = copy.driver(options);
            let strace = Strace::on_workers(
                &driver,
                &["-e", &format!("trace={call}"), "-e", &format!("inject={call}:signal=KILL:when={at}")],
            );
            let mut killed = false;
            for _ in 0..saves {
                driver.tell("add");
                killed |= driver.save() == Err("gone".to_owned());
            }
            let promised = driver.kill();
            drop(strace);
            let people = copy.verify(&[("p", promised)]);
            assert!(people.last("p") <= promised.max(before(place)) + 1, "{call} {at}: {people:?}");
            if !killed {
                break;
            }
            kills += 1;
        }
    }
    kills
}

fn before(place: &Place) -> u64 {
    place.verify(&[]).last("p")
}

#[test]
fn a_kill_at_every_call_of_a_save_leaves_the_old_or_the_new_book() {
    if !can_trace() {
        return;
    }
    let place = Place::with_people(4, &["--pictures", "3"]);
    let mut kills = kill_at_every_call(&place, &["--pictures", "3"], 1);
    if rounds(0, 1) == 1 {
        // With pictures, and over several saves: the first after opening makes a snapshot, later ones do not.
        let place = Place::with_people(5, &["--pictures", "3"]);
        kills += kill_at_every_call(&place, &["--pictures", "3"], 3);
    }
    assert!(kills >= 8, "only {kills} kills");
    report("1 kill -9 at every system call of a save", kills, "0 lost");
}

#[test]
fn a_kill_at_every_call_of_the_first_save_leaves_no_book_or_a_whole_one() {
    if !can_trace() {
        return;
    }
    let mut kills = 0;
    for call in
        ["openat", "write", "fsync", "mkdir", "linkat", "link", "renameat", "renameat2", "rename", "unlink"]
    {
        for at in 1.. {
            let place = Place::new();
            let mut driver = place.driver(&[]);
            // The thread that saves comes into being with the first edit: what it inherits is watched from its start.
            let strace = Strace::on_all(
                &driver,
                &[
                    "-f",
                    "-e",
                    &format!("trace={call}"),
                    "-e",
                    &format!("inject={call}:signal=KILL:when={at}"),
                ],
            );
            driver.tell("add");
            let killed = driver.save() == Err("gone".to_owned());
            let promised = driver.kill();
            drop(strace);
            if place.book.exists() {
                place.verify(&[("p", promised)]);
            } else {
                assert_eq!(promised, 0);
            }
            // What is left does not keep the next one from beginning.
            let mut driver = place.driver(&[]);
            driver.tell("add");
            let last = driver.save().unwrap();
            driver.quit();
            place.verify(&[("p", last)]);
            if !killed {
                break;
            }
            kills += 1;
        }
    }
    report("1 kill -9 at every system call of the first save", kills, "0 lost");
}

#[test]
fn kills_at_any_time_lose_nothing_that_was_saved() {
    let wanted = rounds(30, 1_200);
    let mut dice = Dice::new(2);
    let (mut saves, mut place) = (0, Place::new());
    let mut known = People::default();
    for round in 0..wanted {
        if round % 40 == 0 {
            place = Place::new();
            known = People::default();
        }
        let mut driver = place.driver(&["--pictures", "7"]);
        driver.tell("loop");
        std::thread::sleep(Duration::from_micros(dice.below(90_000)));
        let promised = driver.kill().max(known.last("p"));
        if !place.book.exists() {
            assert_eq!(promised, 0, "round {round}");
            continue;
        }
        let people = place.verify(&[("p", promised)]);
        saves += usize::try_from(people.last("p") - known.last("p")).unwrap();
        known = people;
    }
    report("2 kill -9 at a random moment of a loop of saves", wanted, &format!("{saves} saves, 0 lost"));
}

#[test]
fn a_panic_beside_the_saving_thread_saves_what_was_edited() {
    let place = Place::with_people(3, &[]);
    let mut driver = place.driver(&[]);
    // The edits are not promised yet; unwinding closes the book all the same.
    driver.tell("add 5");
    driver.tell("panic");
    driver.rest();
    assert_eq!(driver.exit_code(), Some(101));
    assert_eq!(place.verify(&[("p", 3)]).last("p"), 8);
    report("11 panic in the thread of the window", 1, "edits of the last second saved too");
}

#[test]
fn ending_without_goodbye_loses_at_most_the_last_second() {
    for (end, code) in [("abort", None), ("exit", Some(0))] {
        let place = Place::with_people(3, &[]);
        let mut driver = place.driver(&[]);
        driver.tell("add 2");
        let waited = outcome(driver.ask("wait"));
        assert_eq!(waited, Ok(5), "it saves by itself");
        driver.tell("add");
        driver.tell(end);
        let promised = driver.rest();
        assert_eq!(driver.exit_code(), code);
        place.verify(&[("p", promised)]);
    }
    let place = Place::with_people(3, &[]);
    let mut driver = place.driver(&[]);
    driver.tell("add 2");
    assert_eq!(outcome(driver.ask("wait")), Ok(5));
    driver.tell("loop");
    driver.answer().unwrap();
    assert_eq!(driver.end_by(rustix::process::Signal::TERM), Some(15));
    let promised = driver.rest();
    place.verify(&[("p", promised)]);
    report("12 SIGTERM, abort and exit while edits wait", 3, "0 lost");
}

#[test]
fn too_little_memory_ends_the_program_but_never_harms_the_book() {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    // 6 MB in the long form. Few people with long notes: adding thousands takes minutes without optimisation.
    let people = rounds(300, 800) as u64;
    let pad = rounds(2_000, 7_500).to_string();
    let options = ["--pad", pad.as_str()];
    let place = Place::with_people(people, &options);
    let (mut ended, mut lived) = (0, 0);
    for room in (0..).map(|round: u64| round * round * 12 * 1024).take(rounds(16, 120)) {
        let copy = place.copied();
        let mut driver = copy.driver(&options);
        assert!(driver.greeting.starts_with("ready"), "{}", driver.greeting);
        let status = std::fs::read_to_string(format!("/proc/{}/status", driver.process())).unwrap();
        let data = status.lines().find_map(|line| line.strip_prefix("VmData:")).unwrap();
        let data: u64 = data.trim().trim_end_matches(" kB").parse().unwrap();
        let limit = Some(data * 1024 + room);
        let process = Pid::from_raw(i32::try_from(driver.process()).unwrap());
        prlimit(process, Resource::Data, Rlimit { current: limit, maximum: limit }).unwrap();
        driver.tell("add");
        match driver.save() {
            Ok(_) => lived += 1,
            Err(_) => ended += 1,
        }
        let promised = driver.kill();
        copy.verify(&[("p", promised.max(people))]);
    }
    report("13 memory limit while saving", ended + lived, &format!("{ended} ended, {lived} saved, 0 lost"));
    // Loading too: a book that does not fit is not opened, and not touched.
    let before = std::fs::read(&place.book).unwrap();
    for kilobytes in (0..rounds(6, 30) as u64).map(|round| 24_000 + round * 4_000) {
        let mut shell = std::process::Command::new("sh");
        shell
            .args(["-c", &format!("ulimit -v {kilobytes}; exec \"$@\""), "sh"])
            .arg(super::rig::driver_program());
        let driver = super::rig::Driver::start(shell, &place.book, &[]);
        drop(driver);
        assert_eq!(std::fs::read(&place.book).unwrap(), before);
    }
    report("13 memory limit while opening", rounds(6, 30), "file untouched");
}
