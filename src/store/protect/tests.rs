//! Books that are turned over, whole, killed and refused.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::super::attachments::StoredName;
use super::*;

/// Stands in every file that must not be readable once the book is encrypted.
const SECRET: &str = "Tanaka Aiko";
const BOOK: &str = "(version:2,name:\"Tanaka Aiko\")\n";
const LOG_BODIES: [&str; 2] = ["[Do(\"Tanaka Aiko\")]", "[Undo,Do(\"Tanaka Aiko\")]"];

/// Returns an undo log with these bodies, as [`undo_log`] writes them.
fn log_of(bodies: &[&str]) -> String {
    let line = |(at, body): (usize, &&str)| {
        let rest = format!("{at:016x} - {body}");
        format!("{} {rest}\n", &blake3::hash(rest.as_bytes()).to_hex()[..16])
    };
    bodies.iter().enumerate().map(line).collect()
}

struct World {
    folder: tempfile::TempDir,
    pictures: Vec<crate::model::Attachment>,
}

fn old() -> Passphrase {
    Passphrase::new("old")
}

fn new() -> Passphrase {
    Passphrase::new("new")
}

impl World {
    /// A book with everything that can lie beside it, and another book that shows its second picture.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["book.backups/removed-pictures/2026-11-22", "attachments", "other.backups"] {
            fs::create_dir_all(at(name)).unwrap();
        }
        let attachments = Attachments::beside(&at("book.ron"));
        let pictures: Vec<_> = ["first", "second"]
            .iter()
            .map(|which| {
                let bytes = format!("{which} scan of {SECRET}").into_bytes();
                let hash = Attachments::hash(&bytes);
                let path = attachments.add(&bytes, &hash, "jpg").unwrap();
                let name = StoredName::parse(path.file_name().unwrap().to_str().unwrap()).unwrap();
                crate::model::Attachment { bytes: bytes.len() as u64, ..name.record() }
            })
            .collect();
        let shown = pictures.iter().map(|picture| format!("{:?}\n", picture.hash)).collect::<String>();
        let book = format!("{BOOK}{shown}");
        fs::write(at("book.ron"), &book).unwrap();
        fs::write(at("book.ron.bak"), BOOK).unwrap();
        fs::write(at("book.backups/2026-11-22T190426Z-000123-5f3a9c0112345678.ron"), &book).unwrap();
        fs::write(at("book.backups/aside-1.ron"), SECRET).unwrap();
        fs::write(at("book.backups/undo.log"), log_of(&LOG_BODIES)).unwrap();
        fs::write(at("book.backups/lock"), "").unwrap();
        fs::write(at("book.backups/holder.ron"), "(process:1)").unwrap();
        fs::write(at("book.backups/removed-pictures/2026-11-22/x.png"), SECRET).unwrap();
        fs::write(at("other.ron"), format!("{:?}", pictures[1].hash)).unwrap();
        Self { folder, pictures }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn book(&self) -> PathBuf {
        fs::canonicalize(self.at("book.ron")).unwrap()
    }

    /// Opens as a program does that was just started.
    fn open(&self) -> Option<Key> {
        let bytes = fs::read(self.book()).unwrap();
        let key = secret::is_sealed(&bytes).then(|| {
            Key::unlock(&bytes, &old()).or_else(|_| Key::unlock(&bytes, &new())).expect("one of both")
        });
        if is_unfinished(&self.book()) {
            let attachments = Attachments::beside(&self.book()).with_key(key.clone());
            let done = finish(&self.book(), &attachments, key.as_ref(), &mut |_| ());
            assert_eq!(done.unfinished, None);
        }
        key
    }

    fn turn(&self, what: &Protect, step: &mut dyn FnMut(ProtectStep)) -> Result<Protected, ProtectError> {
        let attachments = Attachments::beside(&self.book()).with_key(self.open());
        turn(&self.book(), &attachments, what, Work::LITTLE, step).map(|(_, done)| done)
    }

    fn files(&self) -> Vec<PathBuf> {
        let top = fs::canonicalize(self.folder.path()).unwrap();
        let folders = ["", "book.backups", "book.backups/removed-pictures/2026-11-22", "attachments"];
        folders.iter().flat_map(|folder| regular_files(&top.join(folder))).collect()
    }

    /// Everything is there and in the state of the book file.
    fn is_whole(&self, when: &str) {
        let key = self.open();
        let read = |name: &str| {
            let bytes = fs::read(self.at(name)).unwrap();
            match &key {
                Some(key) => {
                    assert!(bytes.starts_with(key.head()), "{when}: {name} has another passphrase");
                    key.open(&bytes, 1 << 20).unwrap()
                }
                None => bytes,
            }
        };
        let book = String::from_utf8(read("book.ron")).unwrap();
        assert!(book.starts_with(BOOK) && book.len() > BOOK.len(), "{when}");
        assert_eq!(read("book.ron.bak"), BOOK.as_bytes(), "{when}");
        let snapshot = read("book.backups/2026-11-22T190426Z-000123-5f3a9c0112345678.ron");
        assert_eq!(snapshot, book.as_bytes(), "{when}");
        assert_eq!(read("book.backups/aside-1.ron"), SECRET.as_bytes(), "{when}");
        let log = fs::read_to_string(self.at("book.backups/undo.log")).unwrap();
        let body = |line: &str| {
            let body = line.splitn(4, ' ').nth(3).unwrap().to_owned();
            key.as_ref().map_or(body.clone(), |key| key.open_line(&body).unwrap())
        };
        let bodies: Vec<String> = log.lines().filter(|line| !line.starts_with("//")).map(body).collect();
        assert_eq!(bodies, LOG_BODIES, "{when}");
        let attachments = Attachments::beside(&self.book()).with_key(key.clone());
        for picture in &self.pictures {
            attachments.verify(picture).unwrap_or_else(|error| panic!("{when}: {error}"));
        }
        // The other book still has its picture.
        Attachments::beside(&self.at("other.ron")).verify(&self.pictures[1]).unwrap();
        for file in self.files() {
            let name = file.file_name().unwrap().to_str().unwrap();
            assert!(!name.starts_with('.') && name != NOTE, "{when}: {name} was left");
            let bytes = fs::read(&file).unwrap();
            let readable = memchr::memmem::find(&bytes, SECRET.as_bytes()).is_some();
            let shared = *name == self.pictures[1].file_name();
            assert!(key.is_none() || shared || !readable, "{when}: {name} can be read");
            assert!(key.is_some() || !name.ends_with(".age"), "{when}: {name} was left");
        }
    }
}

#[test]
fn a_book_is_encrypted_its_passphrase_changed_and_decrypted_again() {
    let world = World::new();
    world.is_whole("at first");
    let mut steps = Vec::new();
    let done = world.turn(&Protect::On(old()), &mut |step| steps.push(step)).unwrap();
    assert_eq!((done.protected, done.pictures, done.backups), (true, 2, 4));
    assert_eq!(done.kept, [world.book().with_file_name("attachments").join(world.pictures[1].file_name())]);
    assert!(steps.contains(&ProtectStep::Pictures { done: 1, total: 2 }));
    world.is_whole("encrypted");
    let change = Protect::Change { old: old(), new: new() };
    assert_eq!(world.turn(&change, &mut |_| ()).unwrap().backups, 3);
    world.is_whole("changed");
    for file in world.files() {
        let bytes = fs::read(&file).unwrap();
        if secret::is_sealed(&bytes) && !file.to_str().unwrap().ends_with(".age") {
            assert_eq!(Key::unlock(&bytes, &old()), Err(SecretProblem::WrongPassphrase), "{file:?}");
        }
    }
    let done = world.turn(&Protect::Off(new()), &mut |_| ()).unwrap();
    assert_eq!((done.protected, done.backups), (false, 4));
    world.is_whole("decrypted");
}

#[cfg(unix)]
#[test]
fn a_picture_of_a_book_beside_a_linked_folder_stays_readable_for_it() {
    let world = World::new();
    fs::create_dir(world.at("shared")).unwrap();
    fs::rename(world.at("other.ron"), world.at("shared/other.ron")).unwrap();
    fs::rename(world.at("attachments"), world.at("shared/attachments")).unwrap();
    std::os::unix::fs::symlink(world.at("shared/attachments"), world.at("attachments")).unwrap();
    let done = world.turn(&Protect::On(old()), &mut |_| ()).unwrap();
    assert_eq!(done.kept.len(), 1, "{:?}", done.kept);
    Attachments::beside(&world.at("shared/other.ron")).verify(&world.pictures[1]).unwrap();
    let key = world.open();
    let own = Attachments::beside(&world.book()).with_key(key);
    for picture in &world.pictures {
        own.verify(picture).unwrap();
    }
}

#[test]
fn a_run_killed_anywhere_is_finished_at_the_next_opening() {
    struct Killed;
    let on = Protect::On(old());
    let change = Protect::Change { old: old(), new: new() };
    let off = Protect::Off(old());
    for (name, what) in [("on", &on), ("change", &change), ("off", &off)] {
        let mut at = 0;
        loop {
            let world = World::new();
            if name != "on" {
                world.turn(&on, &mut |_| ()).unwrap();
            }
            let mut steps = 0;
            let run = catch_unwind(AssertUnwindSafe(|| {
                world.turn(what, &mut |_| {
                    if steps == at {
                        // As with kill -9 nothing more of the program runs; not even its temporary files go.
                        let lying = world.at("book.backups").join(".undo.log.abcdefgh.cardloom-tmp");
                        fs::write(lying, SECRET).unwrap();
                        resume_unwind(Box::new(Killed));
                    }
                    steps += 1;
                })
            }));
            if run.is_ok() {
                assert!(at > 6, "{name} has more than {at} steps");
                break;
            }
            if at > 0 {
                world.is_whole(&format!("{name} killed at step {at}"));
            }
            at += 1;
        }
    }
}

#[test]
fn a_refused_run_leaves_the_book_as_it_was() {
    let world = World::new();
    let listing = |world: &World| -> Vec<(PathBuf, Vec<u8>)> {
        world.files().into_iter().map(|file| (file.clone(), fs::read(file).unwrap())).collect()
    };
    let before = listing(&world);
    let refused = |what| world.turn(&what, &mut |_| ()).unwrap_err();
    assert_eq!(refused(Protect::On(Passphrase::new(""))), ProtectError::EmptyPassphrase);
    assert_eq!(refused(Protect::Off(old())), ProtectError::NotProtected);
    assert_eq!(listing(&world), before);
    world.turn(&Protect::On(old()), &mut |_| ()).unwrap();
    let before = listing(&world);
    let refused = |what| world.turn(&what, &mut |_| ()).unwrap_err();
    assert_eq!(refused(Protect::On(old())), ProtectError::AlreadyProtected);
    assert_eq!(refused(Protect::Off(new())), ProtectError::WrongPassphrase);
    let change = Protect::Change { old: new(), new: old() };
    assert_eq!(refused(change), ProtectError::WrongPassphrase);
    assert_eq!(listing(&world), before);
}

#[test]
fn what_cannot_be_written_before_the_book_leaves_it_as_it_was() {
    let world = World::new();
    // A folder with the name of the encrypted picture: writing it fails on every system.
    let mut blocked = None;
    let error = world
        .turn(&Protect::On(old()), &mut |step| {
            if step == (ProtectStep::Pictures { done: 1, total: 2 }) {
                let tag = fs::read_to_string(world.at("book.backups").join(NOTE)).unwrap();
                let mut names: Vec<String> =
                    world.pictures.iter().map(|picture| picture.file_name()).collect();
                names.sort();
                let path = world.at(&format!("attachments/{}.{tag}.age", names[1]));
                fs::create_dir(&path).unwrap();
                blocked = Some(path);
            }
        })
        .unwrap_err();
    assert!(matches!(error, ProtectError::Save(_)), "{error}");
    fs::remove_dir(blocked.unwrap()).unwrap();
    assert_eq!(world.open(), None);
    world.is_whole("refused");
}

#[test]
fn a_copy_with_a_key_of_its_own_is_kept_as_it_is() {
    let world = World::new();
    let foreign = Key::create(&new(), Work::LITTLE).unwrap().seal(b"a copy").unwrap();
    fs::write(world.at("book.backups/merged-1.ron"), &foreign).unwrap();
    let done = world.turn(&Protect::On(old()), &mut |_| ()).unwrap();
    assert!(done.kept.iter().any(|file| file.ends_with("merged-1.ron")));
    let done = world.turn(&Protect::Off(old()), &mut |_| ()).unwrap();
    assert!(done.kept.iter().any(|file| file.ends_with("merged-1.ron")));
    assert_eq!(fs::read(world.at("book.backups/merged-1.ron")).unwrap(), foreign);
}
