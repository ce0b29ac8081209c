//! Hostile surroundings: names and places of the book, languages of the system, disks without links (faults 42, 43, 46).
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use cardloom::edit::{ContactField, Edit, Employment};
use cardloom::index::Query;
use cardloom::model::{Contact, PersonName};

use super::rig::{Driver, Place, driver_program, people_of, report};
use super::tracing::{Strace, can_trace};

#[test]
fn a_book_may_stand_anywhere() {
    let place = Place::new();
    let deep: PathBuf = std::iter::repeat_n("a folder with a rather long name", 30).collect();
    let names = [
        "Bücher 名刺/meine  Kärtchen\u{3000}.ron",
        "e\u{301}/\u{e9}.ron",
        "-rf * 'quoted' \"and\" $HOME;/--book.ron",
        "no ending",
        ".hidden",
        "two.dots.ron",
        "ends with a dot..ron",
        "\u{202e}nor.koob",
    ];
    let mut runs = 0;
    for name in names.iter().map(PathBuf::from).chain([deep.join("book.ron")]) {
        let book = place.folder.join(&name);
        fs::create_dir_all(book.parent().unwrap()).unwrap();
        // No language, no home, nothing that tells how names are written.
        let mut command = Command::new("env");
        command.args(["-i", "LANG=C", "LC_ALL=C", "TZ=Nowhere/Land"]).arg(driver_program());
        let mut driver = Driver::start(command, &book, &["--pictures", "2"]);
        driver.tell("add 3");
        assert_eq!(driver.save(), Ok(3), "{name:?}");
        driver.quit();
        let (_, read, notices) = cardloom::store::Store::open(&book).unwrap();
        assert_eq!(people_of(&read, &|_| true).unwrap().last("p"), 3);
        assert_eq!(notices, []);
        runs += 1;
    }
    report("43 odd places, LANG=C, no home", runs, "saved and opened");
}

#[test]
fn a_name_that_is_too_long_is_told_and_nothing_is_made() {
    let place = Place::new();
    for length in [200, 220, 240, 255, 256, 4000] {
        let book = place.folder.join("x".repeat(length - 4) + ".ron");
        let mut driver = Driver::start(Command::new(driver_program()), &book, &[]);
        driver.tell("add 2");
        match driver.save() {
            Ok(saved) => {
                assert_eq!(saved, 2);
                driver.quit();
                let (_, read, _) = cardloom::store::Store::open(&book).unwrap();
                assert_eq!(people_of(&read, &|_| true).unwrap().last("p"), 2);
            }
            Err(problem) => {
                assert!(length > 200, "{length} bytes: {problem}");
                assert!(!problem.is_empty() && !book.exists());
            }
        }
    }
    report("43 names of up to 4,000 bytes", 6, "saved, or told");
}

#[test]
fn a_disk_without_hard_links_saves_and_keeps_a_backup_all_the_same() {
    if !can_trace() {
        return;
    }
    let place = Place::with_people(2, &[]);
    let mut driver = place.driver(&[]);
    for error in ["EPERM", "EOPNOTSUPP", "EMLINK", "ENOSYS"] {
        let strace = Strace::on_workers(
            &driver,
            &["-e", "trace=link,linkat", "-e", &format!("inject=link,linkat:error={error}")],
        );
        driver.tell("add");
        let saved = driver.save();
        drop(strace);
        assert!(saved.is_ok(), "{error}: {saved:?}");
    }
    driver.quit();
    place.verify(&[("p", 6)]);
    let backup = fs::read(place.folder.join("book.ron.bak")).unwrap();
    let parsed = cardloom::store::format::read(&backup).unwrap();
    assert_eq!(people_of(&parsed.book, &|_| true).unwrap().last("p"), 5, "the state before the last one");
    report("43 a disk without hard links", 4, "saved, backup copied");
}

#[test]
fn a_kill_while_an_older_book_is_migrated_leaves_the_old_or_the_new_one() {
    if !can_trace() {
        return;
    }
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/book-v1.ron");
    let old = fs::read(sample).unwrap();
    let people = cardloom::store::format::read(&old).unwrap().book.contacts.len();
    let mut kills = 0;
    for call in ["openat", "write", "fsync", "linkat", "renameat", "renameat2", "rename", "mkdir"] {
        for at in 1..=12 {
            let place = Place::new();
            fs::write(&place.book, &old).unwrap();
            let mut driver = place.driver(&[]);
            let strace = Strace::on_workers(
                &driver,
                &["-e", &format!("trace={call}"), "-e", &format!("inject={call}:signal=KILL:when={at}")],
            );
            driver.tell("add");
            let killed = driver.save() == Err("gone".to_owned());
            driver.kill();
            drop(strace);
            let now = fs::read(&place.book).unwrap();
            let migrated = now != old;
            let book = cardloom::store::format::read(&now).unwrap().book;
            assert_eq!(book.contacts.len(), people + usize::from(migrated), "{call} {at}");
            let copied = super::rig::files_below(&place.folder).iter().any(|path| {
                path.to_string_lossy().contains("before-v") && fs::read(path).is_ok_and(|copy| copy == old)
            });
            assert!(copied || !migrated, "the original is copied first: {call} {at}");
            if !killed {
                break;
            }
            kills += 1;
        }
    }
    assert!(kills >= 8, "only {kills} kills");
    report("46 kill -9 at every system call of a migration", kills, "0 lost");
}

#[test]
fn odd_names_are_kept_sorted_found_and_undone_without_a_slip() {
    let names = [
        String::new(),
        "\u{202e}evil\u{202c} \u{2066}isolated".to_owned(),
        "zero\u{200b}width\u{feff}\u{ad}".to_owned(),
        format!("a{}", "\u{301}".repeat(10_000)),
        "👩🏽‍💻👨‍👩‍👧‍👦🇯🇵".to_owned(),
        "𠮷野家 髙﨑 が\u{3099}".to_owned(),
        "ﷺ".repeat(1_000),
        "長い名前".repeat(90_000),
        "\0\u{1}\u{1b}[31m\r\n\t".to_owned(),
        "İıſßẞŉ".to_owned(),
        "\u{10ffff}\u{fffe}".to_owned(),
    ];
    let place = Place::new();
    let clock = Box::new(cardloom::session::SystemClock);
    let mut session =
        cardloom::session::Session::new(clock, Some(place.book.clone()), std::sync::Arc::new(|| ()));
    for (number, name) in names.iter().enumerate() {
        let contact = Contact {
            name: PersonName::new(name, format!("odd {number}")),
            emails: vec![cardloom::model::Labelled::new(name, name)],
            ..Contact::default()
        };
        let contact = Box::new(contact);
        session
            .commit(Edit::AddContact { contact, employment: Employment::default(), received: None })
            .unwrap();
    }
    let status = session.flush(super::rig::PATIENCE);
    assert!(session.is_saved(), "{status:?}");
    let book = session.book().clone();
    let kept = |book: &cardloom::model::Book| -> Vec<String> {
        let mut found: Vec<_> =
            book.contacts.values().map(|c| (c.name.family.clone(), c.name.given.clone())).collect();
        found.sort_by_key(|(family, _)| family[4..].parse::<u32>().unwrap());
        found.into_iter().map(|(_, given)| given).collect()
    };
    assert_eq!(kept(&book), names);
    let today = session.clock().today();
    // Sorted, searched by every part of it, changed, undone.
    for contact in book.contacts.values() {
        session.index().sort_name(contact.id);
        for query in [
            contact.name.given.chars().take(3).collect(),
            contact.name.given.clone(),
            contact.name.family.clone(),
        ] {
            session.index().find(&Query::parse(&query), today);
        }
        let found = session.index().find(&Query::parse(&contact.name.family), today);
        assert!(found.matches(contact.id), "{}", contact.name.family);
        let field = ContactField::Notes(contact.name.given.clone());
        session.commit(Edit::SetContact { contact: contact.id, field }).unwrap();
    }
    while session.undo().is_some() && session.book().contacts.len() == names.len() {}
    while session.redo().is_some() {}
    let status = session.flush(super::rig::PATIENCE);
    assert!(session.is_saved(), "{status:?}");
    drop(session);
    assert_eq!(kept(cardloom::session::Opened::read(&place.book).unwrap().book()), names);
    report("42 odd names", names.len(), "kept exactly");
}
