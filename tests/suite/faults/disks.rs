//! Disks that are full, read-only or gone (faults 4, 7, 30), in a world of mounts of the process's own.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use super::rig::{Driver, Place, driver_program, outcome, report, rounds, skip};

/// Whether this system lets anybody make mounts of their own; says so if not.
fn can_mount() -> bool {
    static CAN: OnceLock<bool> = OnceLock::new();
    let can = *CAN.get_or_init(|| {
        let tried = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    });
    if !can {
        skip("this system has no user namespaces for everybody (unshare -rm)");
    }
    can
}

/// Starts the driver where `prepare` was run before, in a world of mounts of its own.
fn driver_behind(prepare: &str, book: &Path, options: &[&str]) -> Driver {
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", &format!("{prepare} && exec \"$@\""), "sh"]).arg(driver_program());
    Driver::start(command, book, options)
}

fn quoted(path: &Path) -> String {
    format!("'{}'", path.display())
}

fn run(driver: &mut Driver, command: &str) {
    assert_eq!(driver.ask(&format!("sh {command}")), Some("ran 0".to_owned()), "{command}");
}

/// Free KiB that may be enough for the book of the test below: 24 people with 4,000 characters each.
const ROOM: usize = 90;

#[test]
fn a_full_disk_is_told_and_after_freeing_space_everything_is_saved() {
    if !can_mount() {
        return;
    }
    let place = Place::new();
    let folder = quoted(&place.folder);
    let mut driver =
        driver_behind(&format!("mount -t tmpfs -o size=1m none {folder}"), &place.book, &["--pad", "4000"]);
    driver.tell("add 20");
    assert_eq!(driver.save(), Ok(20));
    let mut last = 20;
    for left in (0..rounds(5, 60)).map(|round| round * rounds(32, 4)) {
        // All but so many KiB are taken by something else.
        run(
            &mut driver,
            &format!("head -c 2M /dev/zero > {folder}/fill 2>/dev/null; truncate -s -{left}K {folder}/fill"),
        );
        run(&mut driver, &format!("cp {folder}/book.ron {folder}/../before"));
        driver.tell("add 4");
        last += 4;
        let saved = driver.save();
        if left >= ROOM && saved == Ok(last) {
            // There was room for one more whole file.
            run(&mut driver, &format!("rm {folder}/fill"));
            continue;
        }
        assert_eq!(saved, Err("DiskFull".to_owned()), "{left} KiB free");
        run(&mut driver, &format!("cmp {folder}/book.ron {folder}/../before"));
        // What is edited while the disk is full is kept too.
        driver.tell("add");
        last += 1;
        assert_eq!(driver.save(), Err("DiskFull".to_owned()));
        // Failed tries leave nothing behind that fills the disk further.
        run(&mut driver, &format!("! ls -A {folder} | grep -q tmp"));
        run(&mut driver, &format!("rm {folder}/fill"));
        assert_eq!(driver.save(), Ok(last), "the next try, after {left} KiB");
        if last > 40 {
            // Small enough again for what comes.
            (0..5).for_each(|_| drop(driver.ask("undo")));
            last -= 5;
            assert!(driver.save().is_ok());
            run(&mut driver, &format!("cp -r {folder}/. {folder}/../kept"));
            driver.quit();
            let kept = fs::canonicalize(place.folder.join("../kept")).unwrap();
            let again = Place::new();
            super::rig::copy_folder(&kept, &again.folder);
            assert_eq!(again.verify(&[("p", last)]).last("p"), last);
            fs::remove_dir_all(&kept).unwrap();
            let copy = format!("mount -t tmpfs -o size=1m none {folder}");
            driver = driver_behind(&copy, &place.book, &["--pad", "4000"]);
            driver.tell("add 20");
            last = 20;
            assert_eq!(driver.save(), Ok(20));
        }
    }
    report("4 a full tmpfs of 1 MiB", rounds(5, 60), "told, 0 lost");
}

#[test]
fn a_read_only_disk_opens_for_reading_or_fails_until_it_is_writable_again() {
    if !can_mount() {
        return;
    }
    let place = Place::with_people(3, &[]);
    let before = fs::read(&place.book).unwrap();
    let folder = quoted(&place.folder);
    let bind = format!("mount --bind {folder} {folder}");
    let read_only = format!("mount -o remount,bind,ro {folder}");

    // From the beginning.
    let mut driver = driver_behind(&format!("{bind} && {read_only}"), &place.book, &[]);
    assert!(driver.greeting.starts_with("re"), "{}", driver.greeting);
    assert_eq!(driver.ask("count"), Some("count 3".to_owned()), "it can be read");
    driver.tell("add");
    assert!(outcome(driver.answer_to_save()).is_err(), "nothing can be saved there");
    driver.kill();
    assert_eq!(fs::read(&place.book).unwrap(), before);

    // In the middle.
    let mut driver = driver_behind(&bind, &place.book, &[]);
    driver.tell("add");
    assert_eq!(driver.save(), Ok(4));
    // A mount over the first one: on that one the file of the lock is open, and it would be busy.
    run(&mut driver, &format!("{bind} && {read_only}"));
    driver.tell("add");
    assert_eq!(driver.save(), Err("ReadOnly".to_owned()));
    run(&mut driver, &format!("umount {folder}"));
    assert_eq!(driver.save(), Ok(5));
    driver.quit();
    place.verify(&[("p", 5)]);
    report("7 read-only disk, from the beginning and in the middle", 2, "told, 0 lost");
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let place = Place::with_people(3, &[]);
    let before = fs::read(&place.book).unwrap();
    fs::set_permissions(&place.book, fs::Permissions::from_mode(0o400)).unwrap();
    let mut driver = place.driver(&[]);
    assert_eq!(driver.ask("count"), Some("count 3".to_owned()), "it can be read");
    driver.tell("add");
    assert!(outcome(driver.answer_to_save()).is_err());
    driver.kill();
    assert_eq!(fs::read(&place.book).unwrap(), before);

    // Marked while it is open.
    fs::set_permissions(&place.book, fs::Permissions::from_mode(0o600)).unwrap();
    let mut driver = place.driver(&[]);
    driver.tell("add");
    assert_eq!(driver.save(), Ok(4));
    fs::set_permissions(&place.book, fs::Permissions::from_mode(0o400)).unwrap();
    driver.tell("add");
    assert_eq!(driver.save(), Err("ReadOnly".to_owned()));
    fs::set_permissions(&place.book, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(driver.save(), Ok(5));
    driver.quit();
    place.verify(&[("p", 5)]);
    report("7 read-only file", 2, "told, 0 lost");
}

#[test]
fn a_folder_that_goes_away_and_comes_back_has_everything() {
    let place = Place::with_people(3, &["--pictures", "2"]);
    let mut driver = place.driver(&["--pictures", "20"]);
    let away = place.beside("away");
    fs::rename(&place.folder, &away).unwrap();
    driver.tell("add 2");
    let told = driver.save();
    assert_eq!(told, Err("FolderMissing".to_owned()));
    // Nobody makes a new folder of the old name, where half of the data would live.
    assert!(!place.folder.exists());
    fs::rename(&away, &place.folder).unwrap();
    assert_eq!(driver.save(), Ok(5));

    // A stick that is pulled and put in again: another, empty folder of this name meanwhile.
    fs::rename(&place.folder, &away).unwrap();
    fs::create_dir(&place.folder).unwrap();
    driver.tell("add");
    let in_between = driver.save();
    fs::remove_dir_all(&place.folder).unwrap();
    fs::rename(&away, &place.folder).unwrap();
    driver.tell("add");
    let saved = driver.save();
    assert_eq!(saved, Ok(7), "in between: {in_between:?}");
    driver.quit();
    place.verify(&[("p", 7)]);

    // Deleted for good, with the program open: what is in memory can still be saved once there is a folder.
    let mut driver = place.driver(&["--pictures", "20"]);
    let pictures = place.beside("pictures");
    fs::rename(place.folder.join("attachments"), &pictures).unwrap();
    fs::remove_dir_all(&place.folder).unwrap();
    driver.tell("add");
    assert!(driver.save().is_err());
    fs::create_dir(&place.folder).unwrap();
    fs::rename(&pictures, place.folder.join("attachments")).unwrap();
    assert_eq!(driver.save(), Ok(8));
    driver.quit();
    place.verify(&[("p", 8)]);
    report("30 folder renamed, exchanged, deleted under the program", 3, "told, 0 lost");
}

#[test]
fn a_book_that_is_deleted_under_the_program_is_written_again() {
    let place = Place::with_people(3, &[]);
    let mut driver = place.driver(&[]);
    fs::remove_file(&place.book).unwrap();
    driver.tell("add");
    let saved = driver.save();
    assert_eq!(saved, Ok(4));
    driver.quit();
    place.verify(&[("p", 4)]);
    report("22 file deleted under the program", 1, "0 lost");
}
