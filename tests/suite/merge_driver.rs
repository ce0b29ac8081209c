//! `cardloom merge`, by hand and as the merge driver of a real git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use cardloom::model::*;
use cardloom::store::format::{self, Origin, Parsed};
use serde_json::Value;
use tempfile::TempDir;

/// A book with two people; `change` makes the state to be written.
fn text(saved: u64, change: impl FnOnce(&mut Book)) -> String {
    let mut book = Book::new(Id::new(1), chrono::DateTime::default());
    for (id, given) in [(10, "Aiko"), (11, "Mina")] {
        let contact =
            Contact { id: Id::new(id), name: PersonName::new(given, "Tanaka"), ..Contact::default() };
        Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
    }
    change(&mut book);
    format::write(&book, &Origin { saved, ..Origin::default() }).expect("a text").0
}

fn note(book: &mut Book, id: u128, notes: &str) {
    let contact = Contact::table_mut(book).get_mut(&Id::new(id)).expect("a person of the story");
    Arc::make_mut(contact).notes = notes.to_owned();
}

fn read(path: &Path) -> Parsed {
    format::read(&fs::read(path).expect("a file")).expect("a whole book")
}

fn notes(book: &Book) -> [&str; 2] {
    [10, 11].map(|id| book.contacts[&Id::new(id)].notes.as_str())
}

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).expect("a file");
        path
    }

    /// Runs the program; returns the exit code, results and complaints.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_cardloom"))
            .args(["--locale", "en", "merge"])
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .env("HOME", self.0.path())
            .output()
            .expect("the program starts");
        told(&output)
    }

    /// Runs git without anybody's settings; `None` where there is no git.
    fn git(&self, arguments: &[&str]) -> Option<(i32, String, String)> {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(self.0.path())
            .env("HOME", self.0.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", self.0.path().join("no-settings"))
            .envs([("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@example.org")])
            .envs([("GIT_COMMITTER_NAME", "A"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
            .output();
        match output {
            Ok(output) => Some(told(&output)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => panic!("{error}"),
        }
    }
}

fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn two_copies_are_joined_into_the_second_file() {
    let desk = Desk::new();
    desk.write("base.ron", &text(1, |_| {}));
    let ours = desk.write("ours.ron", &text(5, |book| note(book, 10, "Tea")));
    let theirs = desk.write("theirs.ron", &text(3, |book| note(book, 11, "Coffee")));
    let before = fs::read(&theirs).expect("a file");
    let (code, out, err) = desk.run(&["base.ron", "ours.ron", "theirs.ron", "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((&report["changed"], &report["conflicts"]), (&Value::from(1), &Value::from(0)));
    let joined = read(&ours);
    assert_eq!(notes(&joined.book), ["Tea", "Coffee"]);
    assert_eq!(joined.origin.saved, 6, "one save more than on either side");
    let [ours_id, theirs_id] =
        [&text(5, |book| note(book, 10, "Tea")), &text(3, |book| note(book, 11, "Coffee"))]
            .map(|text| format::read(text.as_bytes()).expect("whole").origin.id.expect("signed"));
    assert!(joined.origin.from.contains(&ours_id) && joined.origin.from.contains(&theirs_id));
    assert_eq!(fs::read(&theirs).expect("a file"), before, "only the result is written");
}

#[test]
fn conflicts_are_kept_in_the_book_and_told_by_the_exit_code() {
    let desk = Desk::new();
    desk.write("base.ron", &text(1, |book| note(book, 10, "Water")));
    let ours = desk.write("ours.ron", &text(2, |book| note(book, 10, "Tea")));
    desk.write("theirs.ron", &text(2, |book| note(book, 10, "Coffee")));
    let before = fs::read(&ours).expect("a file");
    let (code, _, err) = desk.run(&["base.ron", "ours.ron", "theirs.ron", "--output", "joined.ron"]);
    assert_eq!(code, 1);
    assert!(err.starts_with("cardloom: 1 field was changed on both sides"), "{err}");
    let joined = read(&desk.0.path().join("joined.ron")).book;
    let conflict = joined.conflicts.values().next().expect("one");
    assert_eq!((conflict.kept.as_str(), conflict.other.as_str()), ("\"Tea\"", "\"Coffee\""));
    assert_eq!(fs::read(&ours).expect("a file"), before, "the result went elsewhere");
}

#[test]
fn nothing_is_written_unless_all_three_are_copies_of_one_book() {
    let desk = Desk::new();
    let whole = text(1, |_| {});
    desk.write("base.ron", &whole);
    desk.write("cut.ron", &whole[..whole.len() / 2]);
    desk.write("strange.ron", &text(1, |book| Arc::make_mut(&mut book.header).id = Id::new(2)));
    let ours = desk.write("ours.ron", &text(2, |book| note(book, 10, "Tea")));
    let before = fs::read(&ours).expect("a file");
    for (base, theirs) in [
        ("base.ron", "cut.ron"),
        ("cut.ron", "base.ron"),
        ("base.ron", "absent.ron"),
        ("base.ron", "strange.ron"),
        ("absent.ron", "base.ron"),
    ] {
        let (code, out, err) = desk.run(&[base, "ours.ron", theirs]);
        assert_eq!((code, out.as_str()), (2, ""), "{base} {theirs}");
        assert!(err.starts_with("cardloom: "), "{err}");
        assert_eq!(fs::read(&ours).expect("a file"), before);
    }
}

#[test]
fn without_a_common_past_both_copies_are_kept_whole() {
    let desk = Desk::new();
    desk.write("empty", "");
    let ours = desk.write("ours.ron", &text(2, |book| note(book, 10, "Tea")));
    desk.write(
        "theirs.ron",
        &text(2, |book| {
            Contact::table_mut(book).remove(&Id::new(10));
            note(book, 11, "Coffee");
        }),
    );
    assert_eq!(desk.run(&["empty", "ours.ron", "theirs.ron"]).0, 0);
    assert_eq!(notes(&read(&ours).book), ["Tea", "Coffee"]);
}

#[test]
fn git_merges_two_branches_of_a_book() {
    let desk = Desk::new();
    if desk.git(&["init", "--initial-branch=main"]).is_none() {
        eprintln!("not tested: there is no git here");
        return;
    }
    let git = |arguments: &[&str]| {
        let (code, out, err) = desk.git(arguments).expect("git was here a moment ago");
        assert_eq!(code, 0, "git {arguments:?}\n{out}\n{err}");
    };
    // As docs/merging.md tells it.
    let guide =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/merging.md")).expect("the guide");
    let driver = "cardloom merge %O %A %B";
    assert!(
        guide.contains(&format!("git config merge.cardloom.driver \"{driver}\"")),
        "the guide says otherwise"
    );
    let attributes = "*.ron merge=cardloom -text";
    assert!(guide.contains(attributes), "the guide says otherwise");
    let program = format!("'{}'", env!("CARGO_BIN_EXE_cardloom").replace('\\', "/"));
    git(&["config", "merge.cardloom.driver", &driver.replace("cardloom", &program)]);
    desk.write(".gitattributes", &format!("{attributes}\n"));

    let book = desk.write("book.ron", &text(1, |book| note(book, 10, "Water")));
    git(&["add", "."]);
    git(&["commit", "-m", "base"]);
    git(&["checkout", "-b", "laptop"]);
    desk.write("book.ron", &text(2, |book| note(book, 10, "Water\nLaptop")));
    git(&["commit", "-am", "laptop"]);
    git(&["checkout", "main"]);
    desk.write(
        "book.ron",
        &text(2, |book| {
            note(book, 10, "Water\nDesk");
            note(book, 11, "New");
        }),
    );
    git(&["commit", "-am", "desk"]);
    git(&["merge", "--no-edit", "laptop"]);
    assert_eq!(notes(&read(&book).book), ["Water\nDesk\nLaptop", "New"], "git alone would have stopped here");

    git(&["checkout", "-b", "quarrel", "laptop"]);
    desk.write("book.ron", &text(3, |book| note(book, 10, "Juice")));
    git(&["commit", "-am", "juice"]);
    let (code, ..) = desk.git(&["merge", "--no-edit", "main"]).expect("git was here a moment ago");
    assert_eq!(code, 1, "git waits until somebody has looked");
    let joined = read(&book).book;
    assert_eq!(
        (notes(&joined)[0], joined.conflicts.len()),
        ("Juice", 1),
        "the file is a whole book all the same"
    );
    git(&["commit", "-am", "joined"]);
}
