//! What others on the same machine can see of a book: permissions, encryption, and what is written anywhere else.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use cardloom::edit::{Edit, Employment};
use cardloom::model::{Contact, PersonName};
use cardloom::session::{FixedClock, Opened, Session};
use cardloom::store::{
    Attachments, OpenProblem, Passphrase, Protect, ProtectError, SaveState, Work, backups, read_backup,
};
use tempfile::TempDir;

use crate::world::today;

const LONG: Duration = Duration::from_secs(60);
const NAME: &str = "Aiko Tanaka";
const PICTURE: &[u8] = b"the scan of Aiko Tanaka's card";

fn passphrase() -> Passphrase {
    Passphrase::new("two blue umbrellas")
}

/// Every file below a folder with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.insert(entry.path(), fs::read(entry.path()).expect("a file"));
        }
    }
    found
}

fn readable(folder: &Path, text: &[u8]) -> Vec<PathBuf> {
    let holds = |bytes: &Vec<u8>| memchr::memmem::find(bytes, text).is_some();
    files(folder).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

fn session(opened: Opened) -> Session {
    Session::open(Box::new(FixedClock::new(today())), opened, Arc::new(|| {})).expect("a session")
}

fn add(session: &mut Session, name: &str) {
    let contact = Box::new(Contact { name: PersonName::parse(name), ..Contact::default() });
    session
        .commit(Edit::AddContact { contact, employment: Employment::default(), received: None })
        .expect("the edit is allowed");
    let saved = session.flush(LONG).expect("a file").state;
    assert_eq!(saved, SaveState::Saved);
}

/// A new book with one person, one picture and a backup.
fn new_book(folder: &Path) -> (Session, PathBuf) {
    let path = folder.join("book.ron");
    let mut session = Session::new(Box::new(FixedClock::new(today())), Some(path.clone()), Arc::new(|| {}));
    add(&mut session, NAME);
    add(&mut session, "Jonas Weber");
    let pictures = session.attachments().expect("a folder");
    pictures.add(PICTURE, &Attachments::hash(PICTURE), "jpg").expect("a picture");
    (session, path)
}

fn protect(session: &Session, what: &Protect) -> Result<(), ProtectError> {
    let protection = session.protection().expect("a file that may be written").with_work(Work::LITTLE);
    let done = protection.run(what, &mut |_| ())?;
    assert_eq!((done.unfinished, done.kept), (None, Vec::new()));
    Ok(())
}

#[test]
fn an_open_book_is_encrypted_and_goes_on_being_edited() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = new_book(folder.path());
    assert!(!session.is_protected() && !readable(folder.path(), NAME.as_bytes()).is_empty());
    protect(&session, &Protect::On(passphrase())).unwrap();
    assert!(session.is_protected());
    assert_eq!(readable(folder.path(), NAME.as_bytes()), Vec::<PathBuf>::new());
    // What comes afterwards is encrypted too: edits, backups, the undo log, pictures.
    add(&mut session, "Mina Secret");
    let pictures = Attachments::beside(&path);
    pictures.add(b"Secret scan", &Attachments::hash(b"Secret scan"), "png").unwrap();
    assert_eq!(session.take_news(), Vec::new(), "turning the book over is no news");
    drop(session);
    for text in [NAME, "Secret", "Jonas", "AddContact"] {
        assert_eq!(readable(folder.path(), text.as_bytes()), Vec::<PathBuf>::new(), "{text}");
    }

    let opened = Opened::to_write_with(&path, Some(&passphrase())).unwrap();
    assert_eq!((opened.book().contacts.len(), opened.is_protected()), (3, true));
    let mut session = self::session(opened);
    assert!(session.undo().is_some(), "the history survives");
    assert_eq!(session.book().contacts.len(), 2);
    for backup in backups(&path) {
        assert!(!read_backup(&backup).expect("a backup of an open book opens").contacts.is_empty());
    }
    assert!(!backups(&path).is_empty());
    session.flush(LONG);

    protect(&session, &Protect::Off(passphrase())).unwrap();
    add(&mut session, "Lea Sommer");
    drop(session);
    assert!(files(folder.path()).keys().all(|path| path.extension().is_none_or(|ending| ending != "age")));
    let opened = Opened::to_write(&path).unwrap();
    assert_eq!((opened.book().contacts.len(), opened.is_protected()), (3, false));
    assert!(self::session(opened).undo().is_some(), "the history survives");
}

#[test]
fn a_wrong_passphrase_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (session, path) = new_book(folder.path());
    protect(&session, &Protect::On(passphrase())).unwrap();
    drop(session);
    let before = files(folder.path());
    let problem = |passphrase: Option<&Passphrase>| {
        Opened::to_write_with(&path, passphrase).map(drop).unwrap_err().problem
    };
    assert_eq!(problem(None), OpenProblem::Locked);
    assert_eq!(problem(Some(&Passphrase::new("Two blue umbrellas"))), OpenProblem::WrongPassphrase);
    assert_eq!(files(folder.path()), before);
    // No lock is left either.
    let opened = Opened::to_write_with(&path, Some(&passphrase())).unwrap();
    assert!(opened.access().is_writable());
    let session = self::session(opened);
    let error = protect(&session, &Protect::Off(Passphrase::new("guess"))).unwrap_err();
    assert_eq!(error, ProtectError::WrongPassphrase);
    assert!(session.is_protected());
}

#[test]
fn an_old_passphrase_opens_nothing_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = new_book(folder.path());
    protect(&session, &Protect::On(passphrase())).unwrap();
    let new = Passphrase::new("three green kettles");
    protect(&session, &Protect::Change { old: passphrase(), new: new.clone() }).unwrap();
    add(&mut session, "Mina Secret");
    drop(session);
    let mut sealed = 0;
    for (path, _) in files(folder.path()) {
        if path.extension().is_some_and(|ending| ending == "ron" || ending == "bak") {
            sealed += 1;
            let problem = Opened::read_with(&path, Some(&passphrase())).map(drop).unwrap_err().problem;
            assert_eq!(problem, OpenProblem::WrongPassphrase, "{}", path.display());
            assert!(Opened::read_with(&path, Some(&new)).is_ok(), "{}", path.display());
        }
    }
    assert!(sealed >= 3, "{sealed}");
    assert_eq!(Opened::read_with(&path, Some(&new)).unwrap().book().contacts.len(), 3);
}

#[test]
fn a_plain_file_in_the_place_of_an_encrypted_one_does_not_switch_encryption_off() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = new_book(folder.path());
    let plain = fs::read(&path).unwrap();
    protect(&session, &Protect::On(passphrase())).unwrap();
    // As a synchronising program does that brings an older copy back.
    fs::write(&path, plain).unwrap();
    add(&mut session, "Mina Secret");
    drop(session);
    assert_eq!(Opened::read(&path).map(drop).unwrap_err().problem, OpenProblem::Locked);
    assert_eq!(readable(folder.path(), b"Secret"), Vec::<PathBuf>::new());
}

#[test]
fn a_damaged_encrypted_book_is_told_from_a_wrong_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let (session, path) = new_book(folder.path());
    protect(&session, &Protect::On(passphrase())).unwrap();
    drop(session);
    let whole = fs::read(&path).unwrap();
    let problem = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let error = Opened::read_with(&path, Some(&passphrase())).map(drop).unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), bytes, "it stays as it was");
        error.problem
    };
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    assert!(matches!(problem(&flipped), OpenProblem::Sealed(_)));
    assert!(matches!(problem(&whole[..whole.len() / 2]), OpenProblem::Sealed(_)));
    let mut head = whole.clone();
    head[400] = if head[400] == b'A' { b'B' } else { b'A' };
    assert!(matches!(problem(&head), OpenProblem::Sealed(_)));
}

#[test]
#[cfg(unix)]
fn everything_that_is_written_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let check = |when: &str| {
        let mut folders = vec![folder.path().join("new")];
        while let Some(folder) = folders.pop() {
            assert_eq!(mode(&folder), 0o700, "{when}: {}", folder.display());
            for entry in fs::read_dir(&folder).unwrap().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    assert_eq!(mode(&entry.path()), 0o600, "{when}: {}", entry.path().display());
                }
            }
        }
    };
    let (mut session, path) = new_book(&folder.path().join("new"));
    check("a new book");
    protect(&session, &Protect::On(passphrase())).unwrap();
    add(&mut session, "Mina Secret");
    check("an encrypted book");
    // What the user decided about the book stays, whatever is done with it.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    add(&mut session, "Lea Sommer");
    assert_eq!(mode(&path), 0o640);
    protect(&session, &Protect::Off(passphrase())).unwrap();
    assert_eq!(mode(&path), 0o640);
    add(&mut session, "Paul Winter");
    assert_eq!(mode(&path), 0o640);
}

/// The real program with a home and a folder for temporary files of its own, both empty.
struct Machine {
    folder: TempDir,
}

impl Machine {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for name in ["home", "tmp", "books"] {
            fs::create_dir(folder.path().join(name)).expect("a folder for the test");
        }
        Self { folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run_with(&self, secret: Option<&str>, arguments: &[&str]) -> (i32, String, String) {
        let (home, tmp) = (self.at("home"), self.at("tmp"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_cardloom"));
        command.args(["--locale", "en"]).args(arguments).current_dir(self.at("books")).env_clear();
        for name in ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"] {
            command.env(name, &home);
        }
        for name in ["TMPDIR", "TMP", "TEMP"] {
            command.env(name, &tmp);
        }
        if let Some(secret) = secret {
            command.env("CARDLOOM_PASSPHRASE", secret);
        }
        let Output { status, stdout, stderr } =
            command.stdin(Stdio::null()).output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (status.code().unwrap_or(-1), text(stdout), text(stderr))
    }

    #[track_caller]
    fn run(&self, secret: Option<&str>, arguments: &[&str]) -> String {
        let (code, out, err) = self.run_with(secret, arguments);
        assert_eq!(code, 0, "{arguments:?}\nout: {out}\nerr: {err}");
        out
    }
}

#[test]
fn nothing_is_written_outside_the_folder_of_the_book() {
    let machine = Machine::new();
    machine.run(None, &["demo", "book.ron", "--contacts", "12", "--images", "2", "--today", "2026-10-14"]);
    let picture = image::RgbImage::from_pixel(91, 55, image::Rgb([200, 10, 10]));
    picture.save(machine.at("books/scan.png")).unwrap();
    let book = ["--book", "book.ron"];
    let verbs: [&[&str]; 8] = [
        &["import", "scan.png"],
        &["search", "a"],
        &["due"],
        &["check"],
        &["export", "--format", "json"],
        &["encrypt"],
        &["render", "cards", "--out", "view.png", "--today", "2026-10-14"],
        &["decrypt"],
    ];
    for verb in verbs {
        let locked = verb[0] == "render" && cfg!(not(feature = "gui"));
        if !locked {
            machine.run(Some("two blue umbrellas"), &[&book[..], verb].concat());
        }
        assert_eq!(files(&machine.at("home")).keys().collect::<Vec<_>>(), Vec::<&PathBuf>::new(), "{verb:?}");
        assert_eq!(files(&machine.at("tmp")).keys().collect::<Vec<_>>(), Vec::<&PathBuf>::new(), "{verb:?}");
    }
    let beside: Vec<String> = fs::read_dir(machine.at("books"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("book.") && name != "attachments")
        .collect();
    let expected: &[&str] = if cfg!(feature = "gui") { &["scan.png", "view.png"] } else { &["scan.png"] };
    let mut beside = beside;
    beside.sort();
    assert_eq!(beside, expected);
}

#[test]
fn every_command_opens_an_encrypted_book_with_its_passphrase() {
    let machine = Machine::new();
    machine.run(None, &["demo", "book.ron", "--contacts", "12", "--images", "2", "--today", "2026-10-14"]);
    let before = machine.run(None, &["--book", "book.ron", "export", "--format", "json"]);
    fs::write(machine.at("books/secret.txt"), "two blue umbrellas\n").unwrap();
    let pictures = files(&machine.at("books/attachments")).len();
    assert!(pictures >= 2);
    let told =
        machine.run(None, &["--book", "book.ron", "--passphrase-file", "secret.txt", "--json", "encrypt"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (&told["encrypted"], &told["pictures"], &told["finished"]),
        (&true.into(), &pictures.into(), &true.into())
    );

    let book = ["--book", "book.ron"];
    let (code, out, err) = machine.run_with(None, &[&book[..], &["search", "a"]].concat());
    assert!(
        code == 2 && out.is_empty() && err.contains("encrypted") && err.contains("--passphrase-file"),
        "{err}"
    );
    let (code, _, err) = machine.run_with(Some("two blue"), &[&book[..], &["search", "a"]].concat());
    assert!(code == 2 && err.contains("not the passphrase"), "{err}");
    assert!(!err.contains("two blue"), "the passphrase is not repeated");
    let after =
        machine.run(Some("two blue umbrellas"), &[&book[..], &["export", "--format", "json"]].concat());
    assert_eq!(after, before);
    machine.run(None, &[&book[..], &["--passphrase-file", "secret.txt", "check"]].concat());

    fs::write(machine.at("books/new.txt"), "three green kettles").unwrap();
    let change = ["--passphrase-file", "secret.txt", "encrypt", "--new-passphrase-file", "new.txt"];
    machine.run(None, &[&book[..], &change].concat());
    let (code, _, _) = machine.run_with(Some("two blue umbrellas"), &[&book[..], &["due"]].concat());
    assert_eq!(code, 2);
    machine.run(Some("three green kettles"), &[&book[..], &["decrypt"]].concat());
    assert_eq!(machine.run(None, &[&book[..], &["export", "--format", "json"]].concat()), before);
    machine.run(None, &[&book[..], &["check"]].concat());
}

#[test]
fn a_damaged_encrypted_book_is_recovered_and_stays_encrypted() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = new_book(folder.path());
    // Long enough for several blocks of the encryption.
    for number in 0..900 {
        let contact = Box::new(Contact {
            name: PersonName::parse(&format!("Mina Secret{number}")),
            notes: "Secret".repeat(40),
            ..Contact::default()
        });
        let edit = Edit::AddContact { contact, employment: Employment::default(), received: None };
        session.commit(edit).unwrap();
    }
    session.flush(LONG);
    protect(&session, &Protect::On(passphrase())).unwrap();
    let there = session.book().contacts.len();
    drop(session);
    // No older state can help; what is not in the file is gone.
    for entry in fs::read_dir(folder.path().join("book.backups")).unwrap().flatten() {
        fs::remove_file(entry.path()).unwrap();
    }
    fs::remove_file(folder.path().join("book.ron.bak")).unwrap();
    let mut damaged = fs::read(&path).unwrap();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 8;
    fs::write(&path, &damaged).unwrap();

    let stamp = FixedClock::new(today());
    let refused =
        cardloom::session::repair::open_salvaged(&path, cardloom::session::Clock::now(&stamp)).map(drop);
    assert!(refused.is_err(), "without the key nothing happens");
    assert_eq!(fs::read(&path).unwrap(), damaged);
    let key = cardloom::store::check::unlock(&path, Some(&passphrase())).unwrap();
    let (opened, salvage) =
        cardloom::session::repair::open_salvaged(&path, cardloom::session::Clock::now(&stamp)).unwrap();
    let saved = opened.book().contacts.len();
    assert!(saved > there / 2 && saved < there, "{saved} of {there}");
    assert_eq!(fs::read(&salvage.original).unwrap(), damaged);
    drop((opened, key));
    assert_eq!(readable(folder.path(), b"Secret"), Vec::<PathBuf>::new());
    assert_eq!(Opened::read_with(&path, Some(&passphrase())).unwrap().book().contacts.len(), saved);
}
