//! Check and repair: every fault is found, what can be mended is mended, and nothing is lost on the way.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cardloom::edit::tangles::Tangle;
use cardloom::edit::{Label, Transaction};
use cardloom::model::*;
use cardloom::session::repair::{RepairError, Repaired, Wanted, open_salvaged, repair};
use cardloom::session::{Clock as _, FixedClock, Opened, Session};
use cardloom::store::check::{self, CheckError, DAYS_KEPT, Fault, Mend, PictureState, Report};
use cardloom::store::{Attachments, OpenProblem, Origin, Passphrase, Protect, SaveProblem, Work, format};
use cardloom::text::{Locale, Texts};
use chrono::{NaiveDate, TimeDelta};
use tempfile::TempDir;

use crate::books::{attachment, put};
use crate::world::today;

/// A book that was written by hand, with whatever lies beside it.
struct Desk {
    folder: TempDir,
    path: PathBuf,
}

impl Desk {
    fn new(book: &Book) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Self { path: folder.path().join("my.ron"), folder };
        desk.write(book);
        for picture in book.attachments.values() {
            desk.restore(picture);
        }
        desk
    }

    fn write(&self, book: &Book) {
        fs::write(&self.path, text(book)).unwrap();
    }

    /// Puts a picture where it belongs; its content is its name.
    fn restore(&self, picture: &Attachment) {
        let bytes = picture.name.as_bytes();
        self.pictures().add(bytes, &Attachments::hash(bytes), "jpg").unwrap();
    }

    fn pictures(&self) -> Attachments {
        Attachments::beside(&self.path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn backups(&self) -> PathBuf {
        self.folder.path().join("my.backups")
    }

    fn check(&self) -> Report {
        check::check(&self.path, &mut |_, _| ControlFlow::Continue(())).unwrap()
    }

    fn try_repair(&self, wanted: Wanted) -> Result<Repaired, RepairError> {
        repair(&self.path, Box::new(clock()), wanted, &mut |_, _| ControlFlow::Continue(()))
    }

    fn repair(&self) -> Repaired {
        self.try_repair(Wanted::default()).unwrap()
    }

    fn locate(&self, picture: &Attachment, folder: &Path) -> Option<PathBuf> {
        check::locate(&self.path, picture, folder, today(), &mut |_, _| ControlFlow::Continue(())).unwrap()
    }

    fn read(&self) -> Book {
        Opened::read(&self.path).unwrap().book().clone()
    }

    /// The content of every regular file in the folder and below it.
    fn contents(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.folder.path().to_owned()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    waiting.push(path);
                } else if path.is_file() {
                    found.insert(path.clone(), fs::read(&path).unwrap());
                }
            }
        }
        found
    }
}

fn clock() -> FixedClock {
    FixedClock::new(today())
}

fn text(book: &Book) -> String {
    format::write(book, &Origin { saved: 1, ..Origin::default() }).unwrap().0
}

fn picture(name: &str) -> Attachment {
    Attachment { name: name.to_owned(), ..attachment(name.as_bytes()) }
}

fn person(id: u128, name: &str) -> Contact {
    Contact { id: Id::new(id), name: PersonName::new("", name), ..Contact::default() }
}

fn card(id: u128, contact: u128, front: &Attachment) -> Card {
    Card { id: Id::new(id), contact: Some(Id::new(contact)), front: Some(front.id), ..Card::default() }
}

/// Three people, each with a card, a picture of it, and a day on which they were met.
fn whole() -> Book {
    let mut book = Book::new(Id::new(9), clock().now());
    for (number, name) in [(1, "Mina"), (2, "Jonas"), (3, "Aiko")] {
        let front = picture(&format!("the card of {name}"));
        put(&mut book, person(number, name));
        put(&mut book, card(10 + number, number, &front));
        put(&mut book, front);
        let contacts = [Id::new(number)].into();
        put(&mut book, Encounter { id: Id::new(20 + number), contacts, ..Encounter::default() });
    }
    book
}

/// Kinds and places of the findings, in order.
fn kinds(report: &Report) -> Vec<(&'static str, usize)> {
    report.findings.iter().map(|finding| (finding.kind(), finding.line)).collect()
}

fn states(report: &Report) -> BTreeMap<Id<Attachment>, (PictureState, bool)> {
    let picture = |fault: &Fault| match fault {
        Fault::Picture { attachment, state, copy, .. } => Some((*attachment, (*state, copy.is_some()))),
        _ => None,
    };
    report.findings.iter().filter_map(|finding| picture(&finding.fault)).collect()
}

/// A desk with every fault of a book that still opens, the pictures of which no copy is near, and all pictures.
fn with_every_fault() -> (Desk, Vec<Attachment>, Vec<Attachment>) {
    let mut book = whole();
    put(&mut book, Card { id: Id::new(14), contact: Some(Id::new(99)), ..Card::default() });
    put(
        &mut book,
        Relationship { id: Id::new(30), from: Id::new(1), to: Id::new(1), ..Relationship::default() },
    );
    for (id, part_of) in [(40, 41), (41, 40)] {
        let name = format!("Company {id}");
        let part_of = Some(Id::new(part_of));
        put(&mut book, Organization { id: Id::new(id), name, part_of, ..Organization::default() });
    }
    let names = ["missing", "renamed", "empty", "longer", "swapped", "a folder", "a pipe"];
    let pictures: Vec<Attachment> = names.into_iter().map(picture).collect();
    for (at, picture) in pictures.iter().enumerate() {
        put(&mut book, card(50 + at as u128, 1, picture));
        put(&mut book, picture.clone());
    }
    let desk = Desk::new(&book);
    let [missing, renamed, empty, longer, swapped, folder, pipe] = &pictures[..] else { panic!() };
    let place = |picture: &Attachment| desk.pictures().path(picture).unwrap();
    fs::remove_file(place(missing)).unwrap();
    fs::rename(place(renamed), desk.pictures().folder().join("IMG_0815.jpg")).unwrap();
    fs::write(place(empty), "").unwrap();
    fs::write(place(longer), "longer than it was").unwrap();
    fs::write(place(swapped), "SWAPPED").unwrap();
    desk.file("swapped (copy).jpg", b"swapped");
    for blocked in [folder, pipe] {
        fs::remove_file(place(blocked)).unwrap();
    }
    fs::create_dir(place(folder)).unwrap();
    let piped =
        std::process::Command::new("mkfifo").arg(place(pipe)).status().is_ok_and(|done| done.success());
    if !piped {
        fs::create_dir(place(pipe)).unwrap();
    }
    let unused = picture("nobody shows this");
    desk.restore(&unused);
    desk.file(".my.ron.abcdefgh.cardloom-tmp", b"half a bo");
    desk.file("my.backups/2026-10-01T101500Z-000001-0011223344556677.ron", b"(version: 2, header");
    desk.file("my.sync-conflict-20261014-101500-ABCDEFG.ron", text(&whole()).as_bytes());
    let lost = [missing, empty, longer, folder, pipe].map(Attachment::clone).to_vec();
    (desk, lost, pictures)
}

#[test]
fn a_whole_book_has_no_findings_and_a_check_changes_nothing() {
    let desk = Desk::new(&whole());
    let before = desk.contents();
    let report = desk.check();
    assert_eq!(report.findings, []);
    assert!(report.is_well() && report.opens);
    assert_eq!((report.counts.contacts, report.counts.cards, report.counts.records), (3, 3, 12));
    assert_eq!(desk.contents(), before);
}

#[test]
fn exactly_the_faults_that_are_there_are_found() {
    let (desk, lost, pictures) = with_every_fault();
    let before = desk.contents();
    let report = desk.check();
    assert_eq!(desk.contents(), before);
    let mut found: Vec<&str> = kinds(&report).into_iter().map(|(kind, _)| kind).collect();
    found.sort_unstable();
    let mut expected = vec!["missing_record", "tied_to_itself", "ring", "missing_picture", "missing_picture"];
    expected.extend(["changed_picture"; 5]);
    expected.extend(["unused_picture", "leftover", "bad_backup", "conflict_copy"]);
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(report.opens && !report.is_well());

    let [missing, renamed, empty, longer, swapped, folder, pipe] = &pictures[..] else { panic!() };
    let expected = [
        (missing.id, (PictureState::Missing, false)),
        (renamed.id, (PictureState::Missing, true)),
        (empty.id, (PictureState::Empty, false)),
        (longer.id, (PictureState::OtherSize, false)),
        (swapped.id, (PictureState::OtherContent, true)),
        (folder.id, (PictureState::NotAFile, false)),
        (pipe.id, (PictureState::NotAFile, false)),
    ];
    assert_eq!(states(&report), BTreeMap::from(expected));
    // A finding about the book names its line, and whose card it is.
    let lines: Vec<String> = text(&desk.read()).lines().map(str::to_owned).collect();
    for finding in report.findings.iter().filter(|finding| finding.line > 0) {
        let line = &lines[finding.line - 1];
        match &finding.fault {
            Fault::Picture { attachment, .. } => {
                assert!(line.contains(&format!("id:\"{attachment}\"")), "{line}");
                assert_eq!(finding.names, ["Mina"]);
                let wants = lost.iter().any(|lost| lost.id == *attachment);
                assert_eq!(finding.mend(), if wants { Mend::Locate(*attachment) } else { Mend::Yes });
            }
            Fault::Dangling { to } => {
                assert!(line.contains(&Id::<()>::new(to.value()).to_string()), "{line}")
            }
            Fault::Tangled(Tangle::Ring(ring)) => assert_eq!(ring.len(), 2),
            Fault::Tangled(Tangle::Same(_)) => assert_eq!(finding.names, ["Mina"]),
            other => panic!("{other:?} has no line"),
        }
    }
    assert_eq!(report.findings.iter().filter(|finding| finding.line > 0).count(), 10);
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let told: BTreeSet<String> = report.findings.iter().map(|finding| finding.text(&texts)).collect();
        assert_eq!(told.len(), report.findings.len(), "each is told in words of its own: {told:#?}");
        assert!(told.iter().all(|line| !line.contains('\n')), "{told:#?}");
    }
}

#[test]
fn repair_mends_and_nothing_is_lost() {
    let (desk, lost, _) = with_every_fault();
    let before = desk.contents();
    let done = desk.repair();
    assert_eq!(fs::read(done.original.as_ref().unwrap()).unwrap(), before[&desk.path]);

    // Whatever was there is still there, under some name; only the half-written file is gone.
    let after: BTreeSet<Vec<u8>> = desk.contents().into_values().collect();
    for (path, content) in &before {
        let leftover = path.to_string_lossy().ends_with(".cardloom-tmp");
        assert_eq!(after.contains(content), !leftover, "{}", path.display());
    }
    let mut left: Vec<&str> = done.after.findings.iter().map(|finding| finding.kind()).collect();
    left.sort_unstable();
    let mut expected = vec!["missing_picture", "changed_picture", "changed_picture", "changed_picture"];
    expected.extend(["changed_picture", "unused_picture", "conflict_copy"]);
    expected.sort_unstable();
    assert_eq!(left, expected);
    assert_eq!(done.mended.len(), done.before.findings.len() - left.len());

    let book = desk.read();
    assert_eq!(book.dangling(), []);
    assert_eq!((book.cards[&Id::new(14)].contact, book.relationships.len()), (None, 0));

    // The user knows where the pictures are: on a stick, under other names, in folders.
    let stick = tempfile::tempdir().unwrap();
    for (number, picture) in lost.iter().enumerate() {
        let folder = stick.path().join(format!("photos/{number}"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("x.jpg"), "0".repeat(picture.name.len())).unwrap();
        assert_eq!(desk.locate(picture, stick.path()), None, "the right size is not enough");
        fs::write(folder.join("y.dat"), &picture.name).unwrap();
        let place = desk.locate(picture, stick.path()).unwrap();
        assert_eq!(
            fs::canonicalize(&place).ok(),
            fs::canonicalize(desk.pictures().path(picture).unwrap()).ok()
        );
        assert_eq!(fs::read(place).unwrap(), picture.name.as_bytes());
    }
    let report = desk.check();
    assert!(report.is_well(), "{:?}", report.findings);
    // What stood in the place of the pictures was put away.
    let after: BTreeSet<Vec<u8>> = desk.contents().into_values().collect();
    assert!(after.contains("longer than it was".as_bytes()));
    let written = fs::read(&desk.path).unwrap();
    let again = desk.repair();
    assert!(again.mended.is_empty() && again.original.is_none());
    assert_eq!(fs::read(&desk.path).unwrap(), written, "a book that is in order is not written");
}

#[test]
fn mended_links_are_one_step_that_undo_takes_back() {
    let (desk, ..) = with_every_fault();
    let before = desk.read();
    desk.repair();
    let opened = Opened::read(&desk.path).unwrap();
    let mut session = Session::open(Box::new(clock()), opened, Arc::new(|| {})).unwrap();
    assert_eq!(session.history().len(), 1);
    session.undo();
    assert_eq!(session.book(), &before);
}

/// The number of the first line with these words, counted from 1.
fn line_with(text: &str, words: &str) -> usize {
    1 + text.lines().position(|line| line.contains(words)).unwrap()
}

#[test]
fn a_damaged_book_is_opened_as_far_as_it_reads_and_the_rest_is_kept() {
    let book = whole();
    let good = text(&book);
    let bad = good
        .replace("given:\"Jonas\"", "given:\"Jonas\u{0}")
        .replace("family:\"Jonas\"", "family:\"Jonas\u{0}");
    assert_ne!(good, bad);
    let desk = Desk::new(&book);
    fs::write(&desk.path, &bad).unwrap();
    assert!(Opened::read(&desk.path).is_err());
    let line = line_with(&bad, "Jonas");

    let report = desk.check();
    assert!(!report.opens);
    assert!(
        kinds(&report).contains(&("altered", 0)) && kinds(&report).contains(&("unreadable", line)),
        "{report:?}"
    );
    assert_eq!(check::preview(&desk.path).unwrap().1, 1);
    assert_eq!(fs::read_to_string(&desk.path).unwrap(), bad);

    let (opened, salvage) = open_salvaged(&desk.path, clock().now()).unwrap();
    assert_eq!(opened.book().contacts.len(), 2);
    assert_eq!(opened.book().cards.len(), 3, "his card is there, although he is not");
    assert_eq!((salvage.unreadable, salvage.brought_back), (1, 0));
    assert_eq!(fs::read_to_string(&salvage.original).unwrap(), bad);
    let aside = fs::read_to_string(salvage.aside.as_ref().unwrap()).unwrap();
    assert!(aside.contains(&format!("// line {line}: ")) && aside.contains("Jonas"), "{aside}");
    drop(opened);
    let done = desk.repair();
    assert!(done.after.is_well(), "{:?}", done.after.findings);
    assert_eq!(desk.read().cards[&Id::new(12)].contact, None);
}

#[test]
fn what_older_states_have_of_a_damaged_book_comes_back() {
    let book = whole();
    let good = text(&book);
    let desk = Desk::new(&book);
    fs::write(desk.folder.path().join("my.ron.bak"), &good).unwrap();
    let bad = good.replace("Jonas", "Jon\"as");
    for damaged in
        [bad.as_bytes(), &good.as_bytes()[..good.len() * 2 / 3], &good.as_bytes()[..good.len() / 3]]
    {
        fs::write(&desk.path, damaged).unwrap();
        let done = desk.repair();
        let salvage = done.salvage.unwrap();
        assert!(salvage.brought_back > 0, "{salvage:?}");
        assert!(done.after.is_well(), "{:?}", done.after.findings);
        assert_eq!(desk.read(), book);
        assert_eq!(fs::read(&salvage.original).unwrap(), damaged);
    }
    // Of another book nothing is taken.
    let mut other = whole();
    Arc::make_mut(&mut other.header).id = Id::new(77);
    fs::write(desk.folder.path().join("my.ron.bak"), text(&other)).unwrap();
    for entry in fs::read_dir(desk.backups()).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    fs::write(&desk.path, bad).unwrap();
    assert_eq!(desk.repair().salvage.unwrap().brought_back, 0);
}

#[test]
fn what_cannot_be_read_at_all_stays_as_it_is_and_the_newest_older_state_is_named() {
    let desk = Desk::new(&whole());
    let good = fs::read(&desk.path).unwrap();
    for nothing in [&b""[..], &[0; 4096]] {
        fs::write(&desk.path, nothing).unwrap();
        let report = desk.check();
        assert_eq!(report.findings[0].kind(), "nothing_readable");
        let Err(RepairError::NothingReadable { newest_backup, .. }) = desk.try_repair(Wanted::default())
        else {
            panic!("nothing can be repaired")
        };
        assert_eq!(newest_backup, None);
        assert_eq!(fs::read(&desk.path).unwrap(), nothing);
    }
    let bak = fs::canonicalize(desk.folder.path()).unwrap().join("my.ron.bak");
    fs::write(&bak, &good).unwrap();
    let error = desk.try_repair(Wanted::default()).unwrap_err();
    assert_eq!(error, RepairError::NothingReadable { file: desk.path.clone(), newest_backup: Some(bak) });
    // What was never a book is refused, and so is one of a newer version.
    for (other, expected) in [("Dear Mina,\n", "NotABook"), ("(version: 99)\n", "NewerVersion")] {
        fs::write(&desk.path, other).unwrap();
        let Err(RepairError::Check(CheckError::Open(error))) = desk.try_repair(Wanted::default()) else {
            panic!("{expected}")
        };
        assert!(format!("{:?}", error.problem).starts_with(expected), "{error:?}");
        assert_eq!(fs::read_to_string(&desk.path).unwrap(), other);
    }
}

#[test]
fn a_book_that_is_open_elsewhere_is_not_repaired() {
    let (desk, ..) = with_every_fault();
    let opened = Opened::to_write(&desk.path).unwrap();
    assert!(opened.access().is_writable());
    let before = fs::read(&desk.path).unwrap();
    assert_eq!(desk.try_repair(Wanted::default()), Err(RepairError::NotWritable(desk.path.clone())));
    let damaged = &before[..before.len() / 2];
    fs::write(&desk.path, damaged).unwrap();
    assert_eq!(desk.try_repair(Wanted::default()), Err(RepairError::NotWritable(desk.path.clone())));
    assert_eq!(fs::read(&desk.path).unwrap(), damaged);
    drop(opened);
    assert!(desk.try_repair(Wanted::default()).is_ok());
}

#[test]
fn what_a_backup_needs_stays() {
    let desk = Desk::new(&whole());
    let pictures = ["in a backup", "in another book", "in the log", "needed by nobody"].map(picture);
    for picture in &pictures {
        desk.restore(picture);
    }
    let [backup, other, log, unused] = &pictures;
    let naming = |picture: &Attachment| {
        let mut book = whole();
        put(&mut book, picture.clone());
        text(&book)
    };
    desk.file("my.backups/2026-10-01T101500Z-000001-0011223344556677.ron", naming(backup).as_bytes());
    desk.file("family.ron", naming(other).as_bytes());
    desk.file("family.backups/undo.log", format!("… hash:\"{}\" …", log.hash).as_bytes());
    let wanted = Wanted { remove_unused: true };
    let here = |picture: &Attachment| desk.pictures().path(picture).unwrap().exists();

    // Something that may name pictures and cannot be read: nothing is moved.
    let sealed = desk.file("private.ron", b"// Cardloom book\nage-encryption.org/v1\n-> X25519 abc\n");
    let Err(RepairError::Save(error)) = desk.try_repair(wanted) else { panic!("it must refuse") };
    assert_eq!((error.path.file_name(), error.problem), (sealed.file_name(), SaveProblem::Other));
    assert!(pictures.iter().all(here));
    fs::remove_file(sealed).unwrap();

    assert_eq!(desk.check().unused().0, 4, "the check lists what this book does not show");
    let done = desk.try_repair(wanted).unwrap();
    assert_eq!(pictures.each_ref().map(here), [true, true, true, false]);
    let [put_away] = &done.put_away[..] else { panic!("{:?}", done.put_away) };
    assert_eq!(fs::read(put_away).unwrap(), unused.name.as_bytes());
    assert!(put_away.starts_with(fs::canonicalize(desk.backups()).unwrap().join("removed-pictures")));

    // A book that shows it again gets it back.
    let mut book = desk.read();
    put(&mut book, unused.clone());
    desk.write(&book);
    assert_eq!(states(&desk.check())[&unused.id], (PictureState::Missing, true));
    assert!(desk.repair().after.is_well());
    assert!(here(unused) && put_away.exists());

    // After a month it goes for good, but only while nobody names it.
    let on = |days: i64| today() + TimeDelta::days(days);
    let later = |day: NaiveDate| check::put_unused_away(&desk.path, day).unwrap();
    later(on(DAYS_KEPT + 1));
    assert!(put_away.exists(), "it is needed");
    desk.write(&whole());
    for file in ["my.ron.bak", "my.backups/undo.log"] {
        drop(fs::remove_file(desk.folder.path().join(file)));
    }
    for entry in fs::read_dir(desk.backups()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && !path.to_string_lossy().contains("0011223344556677") {
            fs::remove_file(path).unwrap();
        }
    }
    later(on(DAYS_KEPT));
    assert!(put_away.exists(), "not yet");
    later(on(DAYS_KEPT + 1));
    assert!(!put_away.exists());
}

#[cfg(unix)]
#[test]
fn what_a_book_beside_a_linked_folder_of_pictures_needs_stays() {
    let desk = Desk::new(&whole());
    let [theirs, unused] = ["in the book beside the real folder", "needed by nobody"].map(picture);
    for picture in [&theirs, &unused] {
        desk.restore(picture);
    }
    // The folder moves to another book's, and a link stands in its place.
    let mut other = whole();
    put(&mut other, theirs.clone());
    let shared = desk.file("shared/other.ron", text(&other).as_bytes()).with_file_name("attachments");
    let own = desk.folder.path().join("attachments");
    fs::rename(&own, &shared).unwrap();
    std::os::unix::fs::symlink(&shared, &own).unwrap();
    let done = desk.try_repair(Wanted { remove_unused: true }).unwrap();
    assert_eq!(done.put_away.len(), 1, "{:?}", done.put_away);
    assert!(shared.join(theirs.file_name()).exists(), "the book beside the real folder shows it");
    assert!(!shared.join(unused.file_name()).exists());
    assert!(fs::symlink_metadata(own).unwrap().is_symlink(), "the link stays");
}

#[test]
fn a_file_that_vanishes_or_grows_while_it_is_read_is_an_error_and_no_more() {
    let desk = Desk::new(&whole());
    let link = desk.folder.path().join("link.ron");
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.folder.path().join("gone.ron"), &link).unwrap();
    let error = check::check(&link, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    assert!(matches!(error, CheckError::Open(error) if error.problem == OpenProblem::NotFound));
    // A picture that grew since it came in is another one; it is not read to its end.
    let front = picture("the card of Mina");
    let place = desk.pictures().path(&front).unwrap();
    fs::write(&place, "the card of Mina, and more").unwrap();
    assert_eq!(states(&desk.check())[&front.id], (PictureState::OtherSize, false));
    // Whoever asked may lose patience.
    let stopped = check::check(&desk.path, &mut |_, _| ControlFlow::Break(()));
    assert_eq!(stopped, Err(CheckError::Stopped));
}

/// Runs `cardloom check` on the book; returns the exit code, standard output and standard error.
fn command(desk: &Desk, options: &[&str]) -> (i32, String, String) {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_cardloom"))
        .args(["--locale", "en", "check", "--book"])
        .arg(&desk.path)
        .args(options)
        .env_clear()
        .env("HOME", desk.folder.path().join("home"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap_or(-1), text(done.stdout), text(done.stderr))
}

#[test]
fn the_command_tells_programs_and_people_what_is_wrong_and_what_was_mended() {
    let (desk, ..) = with_every_fault();
    let before = desk.contents();
    let (code, out, err) = command(&desk, &[]);
    assert_eq!(code, 1, "{err}");
    assert_eq!(err.lines().count(), desk.check().findings.len());
    assert!(err.lines().all(|line| line.starts_with("cardloom: ")), "{err}");
    assert!(out.contains("11 problems") && out.contains("--repair"), "{out}");
    assert_eq!(desk.contents(), before, "without --repair nothing changes");

    let json = |out: &str| -> serde_json::Value { serde_json::from_str(out).unwrap() };
    let (code, out, _) = command(&desk, &["--json", "--repair"]);
    let answer = json(&out);
    assert_eq!(code, 1);
    let keys =
        |value: &serde_json::Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(&answer), ["book", "counts", "notices", "ok", "opens", "problems", "repaired"]);
    assert_eq!(keys(&answer["repaired"]), ["aside", "brought_back", "original", "put_away"]);
    assert_eq!((&answer["ok"], &answer["opens"]), (&false.into(), &true.into()));
    let problems = answer["problems"].as_array().unwrap();
    assert_eq!((problems.len(), answer["notices"].as_array().unwrap().len()), (11, 3));
    for problem in problems {
        assert_eq!(keys(problem), ["kind", "line", "mendable", "mended", "message", "what"]);
        assert_eq!(problem["mended"], problem["mendable"], "{problem}");
    }
    assert_eq!(problems.iter().filter(|problem| problem["mended"] == true).count(), 6);
    let original = answer["repaired"]["original"].as_str().unwrap();
    assert_eq!(fs::read(original).unwrap(), before[&desk.path]);

    // What is left after the pictures are back: nothing but things to know.
    let (desk, lost, _) = with_every_fault();
    for picture in &lost {
        desk.file(&format!("found/{}", picture.name), picture.name.as_bytes());
        desk.locate(picture, &desk.folder.path().join("found")).unwrap();
    }
    assert_eq!(command(&desk, &["--repair"]).0, 1, "problems were found, and mended");
    let (code, out, err) = command(&desk, &["--json"]);
    let answer = json(&out);
    assert_eq!(
        (code, &answer["ok"], &answer["repaired"]),
        (0, &true.into(), &serde_json::Value::Null),
        "{err}"
    );

    // Unused pictures go on request only; the conflict copy names all those of the book.
    let (code, out, _) = command(&desk, &["--json", "--repair", "--remove-unused"]);
    let put_away = json(&out)["repaired"]["put_away"].as_array().unwrap().clone();
    assert_eq!((code, put_away.len()), (0, 1));
    assert_eq!(fs::read_to_string(put_away[0].as_str().unwrap()).unwrap(), "nobody shows this");
    assert_eq!(command(&desk, &["--remove-unused"]).0, 2, "only together with --repair");
}

#[test]
fn the_command_leaves_alone_what_it_must_not_touch() {
    let desk = Desk::new(&whole());
    let good = fs::read(&desk.path).unwrap();
    for (content, options) in [
        (&b""[..], &["--repair"][..]),
        (b"(version: 99)\n", &["--repair"]),
        (b"Dear Mina,\n", &["--repair"]),
        (b"Dear Mina,\n", &[]),
    ] {
        fs::write(&desk.path, content).unwrap();
        let (code, out, err) = command(&desk, options);
        assert_eq!((code, out.as_str(), err.lines().count()), (2, "", 1), "{err}");
        assert_eq!(fs::read(&desk.path).unwrap(), content);
    }
    fs::write(&desk.path, &good).unwrap();
    let opened = Opened::to_write(&desk.path).unwrap();
    let (code, _, err) = command(&desk, &["--repair"]);
    assert_eq!((code, err.lines().count()), (2, 1), "{err}");
    drop(opened);
    assert_eq!(fs::read(&desk.path).unwrap(), good);
}

#[test]
fn a_damaged_encrypted_book_is_repaired_and_nothing_readable_is_left_behind() {
    let mut book = whole();
    for id in 100..600 {
        let notes = format!("Secret number {id}. ").repeat(20);
        put(&mut book, Contact { notes, ..person(id, "Secret") });
    }
    let desk = Desk::new(&book);
    let passphrase = Passphrase::new("two blue umbrellas");
    let session =
        Session::open(Box::new(clock()), Opened::read(&desk.path).unwrap(), Arc::new(|| {})).unwrap();
    let protection = session.protection().unwrap().with_work(Work::LITTLE);
    protection.run(&Protect::On(passphrase.clone()), &mut |_| ()).unwrap();
    drop(session);
    let good = fs::read(&desk.path).unwrap();
    assert!(good.len() > 3 * (64 << 10), "several blocks: {}", good.len());
    let mut bad = good.clone();
    let middle = bad.len() / 2;
    bad[middle] ^= 1;
    fs::write(&desk.path, &bad).unwrap();

    // Without the passphrase nobody can tell more than that it is encrypted.
    let locked = check::check(&desk.path, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    assert!(matches!(locked, CheckError::Open(error) if error.problem == OpenProblem::Locked));
    let key = check::unlock(&desk.path, Some(&passphrase)).unwrap();
    assert!(key.is_some() && !desk.check().opens);
    let done = desk.repair();
    let salvage = done.salvage.unwrap();
    assert!(salvage.records > 200 && salvage.records < 500, "{salvage:?}");
    assert_eq!(fs::read(&salvage.original).unwrap(), bad);
    assert!(done.after.opens);
    for (path, content) in desk.contents() {
        assert!(memchr::memmem::find(&content, b"Secret").is_none(), "{}", path.display());
    }
    drop(key);
    let opened = Opened::read_with(&desk.path, Some(&passphrase)).unwrap();
    assert!(opened.book().contacts.len() >= 200);
    drop(opened);

    // With the older state beside it nothing is missing.
    fs::write(desk.folder.path().join("my.ron.bak"), &good).unwrap();
    fs::write(&desk.path, &bad).unwrap();
    let pass = desk.file("pass.txt", b"two blue umbrellas\n");
    let (code, _, err) = command(&desk, &["--repair", "--passphrase-file", pass.to_str().unwrap()]);
    assert_eq!(code, 1, "{err}");
    let opened = Opened::read_with(&desk.path, Some(&passphrase)).unwrap();
    let differs = Transaction::between(&book, opened.book(), Label::ChangeBook).changes;
    assert!(
        differs.is_empty(),
        "{} records: {:#?}",
        differs.len(),
        differs.iter().take(2).collect::<Vec<_>>()
    );
}
