//! The command line as a user meets it: the real binary, real files, exit codes, both streams.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A home folder of its own, so that nothing of the user's is touched.
pub struct Desk {
    folder: TempDir,
}

/// What a run left behind.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "out: {}\nerr: {}", self.out, self.err);
        self
    }
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("en", arguments)
    }

    pub fn run_in(&self, locale: &str, arguments: &[&str]) -> Run {
        let home = self.path("home");
        fs::create_dir_all(&home).expect("a home folder");
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_cardloom"))
            .args(["--locale", locale])
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", &home)
            .env("USERPROFILE", &home)
            .env("APPDATA", home.join("AppData"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .output()
            .expect("the program starts");
        Run {
            code: status.code().unwrap_or(-1),
            out: String::from_utf8(stdout).expect("UTF-8"),
            err: String::from_utf8(stderr).expect("UTF-8"),
        }
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    }

    fn picture(&self, name: &str, red: u8) -> PathBuf {
        self.write(name, &png(red))
    }

    pub fn demo(&self) {
        self.run(&["demo", "demo.ron", "--contacts", "40", "--images", "3", "--today", "2026-10-14"])
            .expect(0);
    }
}

fn png(red: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(91, 55, |x, y| image::Rgb([red, x as u8, y as u8]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

/// A PNG whose header claims a picture of 10 gigapixels.
fn huge_header() -> Vec<u8> {
    let mut bytes = png(0);
    bytes[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
        crc
    })
}

fn files_in(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn a_demo_book_can_be_asked_and_is_never_overwritten() {
    let desk = Desk::new();
    desk.demo();
    let before = fs::read(desk.path("demo.ron")).expect("the book");
    let again = desk.run(&["demo", "demo.ron"]).expect(2);
    assert!(again.err.contains("not overwritten"), "{}", again.err);
    assert_eq!(fs::read(desk.path("demo.ron")).expect("the book"), before);

    let all = desk.run(&["export", "--json", "--book", "demo.ron"]).expect(0).json();
    let people = all.as_array().expect("an array");
    assert_eq!(people.len(), 40);
    for field in ["id", "name", "organization", "title", "emails", "phones", "cards"] {
        assert!(people[0].get(field).is_some(), "{field}");
    }
    let (id, name) = (people[0]["id"].as_str().expect("an id"), people[0]["name"].as_str().expect("a name"));

    let found = desk.run(&["search", name, "--json", "--book", "demo.ron"]).expect(0).json();
    assert_eq!(found["contacts"][0]["id"], id);
    let shown = desk.run(&["--book", "demo.ron", "show", id, "--json"]).expect(0).json();
    assert_eq!(shown["name"], name);
    let nobody = desk.run(&["show", "Zzyzx Nobody", "--book", "demo.ron"]).expect(2);
    assert!(nobody.err.contains("Zzyzx Nobody") && nobody.out.is_empty());

    let until = ["--today", "2026-10-14", "--until", "2027-01-31", "--book", "demo.ron"];
    let due = desk.run(&[&["due", "--json"], until.as_slice()].concat()).expect(0).json();
    let due = due.as_array().expect("an array");
    assert!(!due.is_empty());
    let days: Vec<&str> = due.iter().filter_map(|entry| entry["due_on"].as_str()).collect();
    assert!(days.is_sorted() && days.iter().all(|day| *day <= "2027-01-31"), "{days:?}");
    let lines = desk.run(&[&["due"], until.as_slice()].concat()).expect(0);
    // Each thing has a line below the heading of its group.
    assert_eq!(lines.out.lines().filter(|line| line.starts_with("  ")).count(), due.len());
}

#[test]
fn an_export_of_some_people_has_nobody_else() {
    let desk = Desk::new();
    desk.demo();
    let all = desk.run(&["export", "--json", "--book", "demo.ron"]).expect(0).json();
    let mail =
        all[0]["emails"][0]["value"].as_str().or(all[1]["emails"][0]["value"].as_str()).expect("an address");
    let found = desk.run(&["search", mail, "--json", "--book", "demo.ron"]).expect(0).json();
    let some = desk.run(&["export", "--json", "--search", mail, "--book", "demo.ron"]).expect(0).json();
    let people = some.as_array().expect("an array");
    assert_eq!(people.len(), found["contacts"].as_array().expect("an array").len());
    assert!(!people.is_empty() && people.len() < 40);
    desk.run(&["export", "--search", mail, "--out", "some.ron", "--book", "demo.ron"]).expect(0);
    desk.run(&["check", "--book", "some.ron"]).expect(0);
}

#[test]
fn a_whole_book_is_in_order_and_a_changed_picture_is_told() {
    let desk = Desk::new();
    desk.demo();
    desk.run(&["check", "--book", "demo.ron"]).expect(0);
    let mut pictures: Vec<PathBuf> = fs::read_dir(desk.path("attachments"))
        .expect("pictures")
        .map(|entry| entry.expect("one").path())
        .collect();
    pictures.sort();
    // The same size, another content: only reading it can tell.
    let mut bytes = fs::read(&pictures[0]).expect("a picture");
    *bytes.last_mut().expect("a byte") ^= 1;
    fs::write(&pictures[0], bytes).expect("changed");
    fs::remove_file(&pictures[1]).expect("removed");
    let report = desk.run(&["check", "--json", "--book", "demo.ron"]).expect(1);
    let json = report.json();
    assert_eq!(json["ok"], false);
    let mut kinds: Vec<&str> = json["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .filter_map(|one| one["kind"].as_str())
        .collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["changed_picture", "missing_picture"]);
    assert!(json["problems"][0]["line"].as_u64() > Some(1), "{json}");
    assert_eq!(report.err.lines().count(), 2);
}

#[test]
fn pictures_come_in_and_bad_files_get_one_line_each() {
    let desk = Desk::new();
    desk.picture("scans/one.png", 1);
    desk.picture("scans/two.dat", 2);
    desk.picture("three.png", 3);
    desk.write("empty.jpg", b"");
    desk.write("letter.jpg", b"Dear Mina,\nthis is no picture.\n");
    let whole = png(4);
    desk.write("cut.png", &whole[..whole.len() / 2]);
    desk.write("huge.png", &huge_header());
    desk.write("people.vcf", b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Mina\r\nEND:VCARD\r\n");
    desk.write("people.csv", b"name,mail\nMina,mina@example.org\n");
    let bad = ["empty.jpg", "letter.jpg", "cut.png", "huge.png", "people.vcf", "people.csv", "gone.png"];

    let mixed =
        [&["import", "--json", "--book", "new/book.ron", "scans", "three.png"], bad.as_slice()].concat();
    let run = desk.run(&mixed).expect(1);
    let json = run.json();
    assert_eq!(json["cards_added"], 3, "{json}");
    assert_eq!(json["refused"], bad.len());
    for file in bad {
        assert_eq!(run.err.lines().filter(|line| line.contains(file)).count(), 1, "{file}: {}", run.err);
    }
    assert!(run.err.contains("vCard") && run.err.contains("CSV"));
    assert_eq!(files_in(&desk.path("new/attachments")), 3);
    let check = desk.run(&["check", "--json", "--book", "new/book.ron"]).expect(0).json();
    assert_eq!(check["counts"]["cards"], 3);

    let before = fs::read(desk.path("new/book.ron")).expect("the book");
    let again = desk.run(&["import", "three.png", "--book", "new/book.ron"]).expect(0);
    assert!(again.out.contains("already"), "{}", again.out);
    desk.run(&["import", "empty.jpg", "--book", "new/book.ron"]).expect(2);
    assert_eq!(fs::read(desk.path("new/book.ron")).expect("the book"), before);
    desk.run(&["import", "empty.jpg", "--book", "never.ron"]).expect(2);
    assert!(!desk.path("never.ron").exists());
}

#[test]
fn another_book_is_merged_once_with_its_pictures() {
    let desk = Desk::new();
    desk.demo();
    desk.picture("card.png", 9);
    desk.run(&["import", "card.png", "--book", "mine/book.ron", "--event", "Meetup"]).expect(0);
    let first = desk.run(&["import", "demo.ron", "--json", "--book", "mine/book.ron"]).expect(0).json();
    assert!(first["records_merged"].as_u64() > Some(40), "{first}");
    let check = desk.run(&["check", "--json", "--book", "mine/book.ron"]).expect(0).json();
    assert_eq!(check["counts"]["contacts"], 40);
    let again = desk.run(&["import", "demo.ron", "--json", "--book", "mine/book.ron"]).expect(0).json();
    assert_eq!(again["records_merged"], 0);
    let itself = desk.run(&["import", "demo.ron", "--book", "demo.ron"]).expect(2);
    assert!(itself.err.contains("the book itself"), "{}", itself.err);
    let events = desk.run(&["search", "Meetup", "--json", "--book", "mine/book.ron"]).expect(0).json();
    assert!(
        events["events"].as_array().is_some_and(|events| events.iter().any(|one| one["title"] == "Meetup"))
    );
}

#[test]
fn cards_can_be_filed_under_a_person() {
    let desk = Desk::new();
    desk.demo();
    let people = desk.run(&["export", "--json", "--book", "demo.ron"]).expect(0).json();
    let id = people[0]["id"].as_str().expect("an id");
    let cards = people[0]["cards"].as_array().expect("cards").len();
    desk.picture("new.png", 77);
    desk.run(&["import", "new.png", "--contact", id, "--book", "demo.ron"]).expect(0);
    let shown = desk.run(&["show", id, "--json", "--book", "demo.ron"]).expect(0).json();
    assert_eq!(shown["cards"].as_array().expect("cards").len(), cards + 1);
    desk.picture("other.png", 78);
    desk.run(&["import", "other.png", "--contact", "Zzyzx", "--book", "demo.ron"]).expect(2);
}

#[test]
fn an_export_takes_the_pictures_along_and_overwrites_nothing_unasked() {
    let desk = Desk::new();
    desk.demo();
    desk.run(&["export", "--out", "copy/book.ron", "--book", "demo.ron"]).expect(0);
    assert_eq!(
        fs::read(desk.path("copy/book.ron")).expect("the copy"),
        fs::read(desk.path("demo.ron")).expect("the book")
    );
    desk.run(&["check", "--book", "copy/book.ron"]).expect(0);

    desk.write("taken.json", b"precious");
    desk.run(&["export", "--format", "json", "--out", "taken.json", "--book", "demo.ron"]).expect(2);
    assert_eq!(fs::read(desk.path("taken.json")).expect("the file"), b"precious");
    desk.run(&["export", "--format", "json", "--out", "taken.json", "--force", "--book", "demo.ron"])
        .expect(0);
    let own = desk.run(&["export", "--out", "./demo.ron", "--force", "--book", "demo.ron"]).expect(2);
    assert!(own.err.contains("the book itself"), "{}", own.err);
}

#[test]
fn a_book_that_cannot_be_read_is_told_with_its_place_and_left_alone() {
    let desk = Desk::new();
    desk.demo();
    let whole = fs::read_to_string(desk.path("demo.ron")).expect("the book");
    let newer = whole.replacen("version: 3", "version: 999", 1);
    assert_ne!(newer, whole);
    let altered = whole.replacen("contacts", "contracts", 1);
    let (unsigned, _) = whole.rsplit_once("// cardloom").expect("a last line");
    let broken = unsigned.replacen("contacts: [", "contacts [", 1);
    let cut = &whole[..whole.floor_char_boundary(whole.len() * 2 / 3)];
    for (name, text, words) in [
        ("newer.ron", newer.as_str(), ["newer.ron", "999"]),
        ("altered.ron", &altered, ["altered.ron", "checksum"]),
        ("broken.ron", &broken, ["line ", "column "]),
        ("cut.ron", cut, ["cut.ron", "line "]),
        ("poem.ron", "The sea, the sea.\n", ["poem.ron", "not a Cardloom book"]),
        ("empty.ron", "", ["empty.ron", "empty"]),
    ] {
        desk.write(name, text.as_bytes());
        desk.picture("card.png", 5);
        let commands: [&[&str]; 4] =
            [&["search", "a"], &["due"], &["export", "--json"], &["import", "card.png"]];
        for command in commands {
            let run = desk.run(&[command, &["--book", name]].concat()).expect(2);
            assert!(run.out.is_empty(), "{name} {command:?}: {}", run.out);
            assert!(words.iter().all(|word| run.err.contains(word)), "{name} {command:?}: {}", run.err);
        }
        // Checking is for books that do not open; what is none or too new is left alone.
        let unknown = ["newer.ron", "poem.ron"].contains(&name);
        desk.run(&["check", "--book", name]).expect(if unknown { 2 } else { 1 });
        assert_eq!(fs::read(desk.path(name)).expect("the file"), text.as_bytes(), "{name}");
    }
}

#[test]
fn results_and_complaints_do_not_mix() {
    let desk = Desk::new();
    desk.demo();
    let missing = desk.run(&["search", "x", "--book", "nowhere.ron", "--json"]).expect(2);
    assert!(missing.out.is_empty() && missing.err.lines().count() == 1, "{}", missing.err);
    let nothing = desk.run(&["search", "zzyzx-nothing", "--book", "demo.ron"]).expect(0);
    assert!(nothing.out.is_empty() && nothing.err.contains("zzyzx-nothing"));
    let json = desk.run(&["search", "zzyzx-nothing", "--book", "demo.ron", "--json"]).expect(0);
    assert_eq!(json.json()["contacts"].as_array().map(Vec::len), Some(0));
    assert!(json.err.is_empty());
}

#[test]
fn the_terminal_speaks_the_language_that_is_asked_for() {
    let desk = Desk::new();
    desk.write("empty.png", b"");
    for (locale, word) in [("en", "is empty"), ("ja", "空"), ("de", "ist leer")] {
        let run = desk.run_in(locale, &["import", "empty.png", "--book", "a.ron"]).expect(2);
        assert!(run.err.contains(word), "{locale}: {}", run.err);
    }
}

#[test]
fn a_mistyped_command_opens_no_window() {
    let desk = Desk::new();
    let typo = desk.run(&["serach"]).expect(2);
    assert!(typo.err.contains("serach"), "{}", typo.err);
    desk.run(&["book.ron", "check"]).expect(2);
    desk.run(&["due", "--until", "someday", "--book", "x.ron"]).expect(2);
    let view = desk.run(&["render", "kitchen", "--out", "k.png"]).expect(2);
    assert!(view.err.contains("calendar") && view.err.contains("network"), "{}", view.err);
    assert!(!desk.path("k.png").exists());
    assert!(desk.run(&["--help"]).expect(0).out.contains("Exit codes"));
}

#[test]
fn without_a_name_the_book_lies_among_the_documents() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("home/Documents")).expect("a folder");
    desk.picture("card.png", 1);
    desk.run(&["import", "card.png"]).expect(0);
    assert!(desk.path("home/Documents/Cardloom/book.ron").is_file());
    desk.run(&["check"]).expect(0);
}

#[test]
fn what_is_refused_at_once_leaves_the_book_as_it_was() {
    let desk = Desk::new();
    desk.demo();
    let before = fs::read(desk.path("demo.ron")).expect("the book");
    let over = desk.run(&["render", "cards", "--out", "demo.ron", "--book", "demo.ron"]).expect(2);
    assert!(over.err.contains("the book itself"), "{}", over.err);
    desk.picture("card.png", 9);
    desk.run(&["demo", "other.ron", "--contacts", "3", "--images", "0"]).expect(0);
    desk.run(&["import", "other.ron", "card.png", "--event", " ", "--book", "demo.ron"]).expect(2);
    assert_eq!(fs::read(desk.path("demo.ron")).expect("the book"), before);
}

#[test]
fn one_line_logs_a_meeting_with_what_comes_next() {
    let desk = Desk::new();
    desk.demo();
    let all = desk.run(&["--book", "demo.ron", "export", "--format", "json"]).expect(0).json();
    let people = all["contacts"].as_array().or_else(|| all.as_array()).expect("people").clone();
    let id = people[0]["id"].as_str().expect("an id").to_owned();
    let line = "coffee yesterday about bearings, 45 min, review in 2 weeks";
    let arguments = ["--book", "demo.ron", "--json", "log", "--today", "2026-10-14", "--with", &id];
    let before = fs::read(desk.path("demo.ron")).expect("the book");
    let dry = desk.run(&[arguments.as_slice(), &["--dry-run", line]].concat()).expect(0).json();
    assert_eq!((dry["dry_run"].as_bool(), dry["what"].as_str()), (Some(true), Some("encounter")));
    assert_eq!(fs::read(desk.path("demo.ron")).expect("the book"), before, "nothing was changed");
    let done = desk.run(&[arguments.as_slice(), &[line]].concat()).expect(0).json();
    assert_eq!(done["kind"], "in_person");
    assert_eq!((done["on"].as_str(), done["minutes"].as_u64()), (Some("2026-10-13"), Some(45)));
    assert_eq!(done["topics"][0], "bearings");
    assert_eq!(
        (done["next"]["kind"].as_str(), done["next"]["due_on"].as_str()),
        (Some("review"), Some("2026-10-28"))
    );
    assert_eq!(
        (done["people"][0]["id"].as_str(), done["note"].as_str()),
        (Some(id.as_str()), Some("coffee"))
    );
    assert_ne!(fs::read(desk.path("demo.ron")).expect("the book"), before);
    let shown = desk.run(&["--book", "demo.ron", "--json", "show", &id]).expect(0).json();
    let open = shown["follow_ups"].as_array().expect("a list");
    assert!(open.iter().any(|due| due["kind"] == "review" && due["due_on"] == "2026-10-28"), "{open:?}");
}

#[test]
fn a_search_says_what_it_did_not_understand() {
    let desk = Desk::new();
    desk.demo();
    for (words, said) in [
        ("foo:bar", "no field “foo"),
        ("warmth>abc", "abc” does not fit warmth"),
        ("met:2026-13", "2026-13” does not fit met"),
    ] {
        let run = desk.run(&["search", words, "--book", "demo.ron"]).expect(0);
        assert!(run.err.contains(said), "{words}: {}", run.err);
    }
    let all = desk.run(&["search", "warmth>-1", "--json", "--book", "demo.ron"]).expect(0).json();
    let here = ["search", "-archived", "--json", "--today", "2026-10-14", "--book", "demo.ron"];
    let here = desk.run(&here).expect(0).json();
    assert!(!here["contacts"].as_array().expect("an array").is_empty(), "{all}");
}

#[test]
fn a_name_means_people_and_not_any_text() {
    let desk = Desk::new();
    desk.demo();
    let all = desk.run(&["export", "--json", "--book", "demo.ron"]).expect(0).json();
    let person = &all[0];
    let (id, organization) =
        (person["id"].as_str().expect("an id"), person["organization"].as_str().unwrap_or("Jena"));
    let run = |arguments: &[&str]| desk.run(&[arguments, &["--book", "demo.ron"]].concat());
    for verb in [&["archive", "put"][..], &["archive", "restore"], &["trash", "put"], &["show"]] {
        let refused = run(&[verb, &[organization]].concat()).expect(2);
        assert!(
            refused.err.contains("Nobody in the book is called") && refused.out.is_empty(),
            "{}",
            refused.err
        );
    }
    assert!(run(&["archive", "put", id]).expect(0).out.contains("Done"), "it is done");
    assert!(run(&["archive", "put", id]).expect(0).out.contains("nothing to do"));
    run(&["archive", "restore", id]).expect(0);
    assert!(run(&["archive", "restore", id]).expect(0).out.contains("nothing to do"));
}

#[test]
fn a_line_with_a_day_that_does_not_exist_is_refused() {
    let desk = Desk::new();
    desk.demo();
    let all = desk.run(&["export", "--json", "--book", "demo.ron"]).expect(0).json();
    let id = all[0]["id"].as_str().expect("an id");
    let before = fs::read(desk.path("demo.ron")).expect("the book");
    for line in [
        "coffee on 31 Feb",
        "Kaffee am 30. Februar",
        "coffee 2026-09-31",
        "coffee 99999999999999999999 weeks ago",
        "coffee yesterday, call on 31 Feb",
        "2月31日に打ち合わせ",
    ] {
        for more in [&["--dry-run"][..], &[]] {
            let run = ["log", line, "--with", id, "--today", "2026-10-14", "--book", "demo.ron"];
            let refused = desk.run(&[&run[..], more].concat()).expect(2);
            assert!(refused.err.contains("There is no day “") && refused.out.is_empty(), "{}", refused.err);
        }
    }
    assert_eq!(fs::read(desk.path("demo.ron")).expect("the book"), before);
}

#[test]
fn a_line_that_names_nobody_several_or_a_stranger_changes_nothing() {
    let desk = Desk::new();
    let book = ["--book", "new.ron", "log", "--today", "2026-10-14"];
    let log = |rest: &[&str]| desk.run(&[book.as_slice(), rest].concat());
    let nobody = log(&["coffee yesterday"]).expect(2);
    assert!(nobody.err.contains("names nobody") && nobody.out.is_empty(), "{}", nobody.err);
    let stranger = log(&["coffee with Anna Miller yesterday"]).expect(2);
    assert!(stranger.err.contains("Anna Miller") && !desk.path("new.ron").exists(), "{}", stranger.err);
    log(&["--add-people", "coffee with Anna Miller yesterday"]).expect(0);
    log(&["--add-people", "coffee with Tom Miller yesterday"]).expect(0);
    let several = log(&["call with Miller"]).expect(2);
    assert!(several.err.contains("Anna Miller") && several.err.contains("Tom Miller"), "{}", several.err);
    let plan = log(&["call with Tom Miller tomorrow about seals"]).expect(0);
    assert!(plan.out.contains("reminder was added"), "{}", plan.out);
    let due =
        desk.run(&["--book", "new.ron", "--json", "due", "--until", "2026-10-15", "--today", "2026-10-14"]);
    assert_eq!(due.expect(0).json()[0]["kind"], "call");
    let german = desk.run_in(
        "de",
        &["--book", "new.ron", "log", "--today", "2026-10-14", "Kaffee mit Tom Miller gestern"],
    );
    assert!(german.expect(0).out.contains("Festgehalten:"));
}

#[test]
fn somebody_goes_to_the_trash_comes_back_and_is_deleted_when_said_twice() {
    let desk = Desk::new();
    desk.demo();
    let book = ["--book", "demo.ron"];
    let run = |arguments: &[&str]| desk.run(&[arguments, &book].concat());
    let all = run(&["export", "--json"]).expect(0).json();
    let id = all[0]["id"].as_str().expect("an id").to_owned();
    assert!(run(&["trash", "put", &id]).expect(0).out.contains("to the trash"));
    let listed = run(&["trash", "--json"]).expect(0).json();
    assert_eq!(listed[0]["id"], id.as_str());
    assert_eq!(run(&["export", "--json"]).expect(0).json().as_array().map(Vec::len), Some(39));
    run(&["show", &id]).expect(2);
    run(&["trash", "restore", &id]).expect(0);
    assert_eq!(run(&["trash", "--json"]).expect(0).json(), serde_json::json!([]));
    run(&["trash", "put", &id]).expect(0);
    let asked = run(&["trash", "empty"]).expect(2);
    assert!(
        asked.err.contains("Nothing was deleted") && asked.err.contains("one person with"),
        "{}",
        asked.err
    );
    run(&["trash", "empty", "--yes"]).expect(0);
    assert!(run(&["trash"]).expect(0).out.contains("empty"));
    run(&["trash", "restore", &id]).expect(2);
    run(&["check"]).expect(0);
}

#[test]
fn somebody_is_let_go_with_a_reason_and_taken_back() {
    let desk = Desk::new();
    desk.demo();
    let run = |arguments: &[&str]| desk.run(&[arguments, &["--book", "demo.ron"]].concat());
    let all = run(&["export", "--json"]).expect(0).json();
    let id = all[3]["id"].as_str().expect("an id").to_owned();
    run(&["archive", "put", &id, "--reason", "Moved away"]).expect(0);
    let listed = run(&["archive", "--json"]).expect(0).json();
    let entry = listed.as_array().expect("a list").iter().find(|it| it["id"] == id.as_str()).expect("listed");
    assert_eq!(entry["reason"], "Moved away");
    run(&["archive", "restore", &id]).expect(0);
    assert!(!run(&["archive"]).expect(0).out.contains(&id));
}

#[test]
fn two_records_are_suspected_joined_or_told_apart() {
    let desk = Desk::new();
    desk.run(&["demo", "big.ron", "--contacts", "250", "--images", "0", "--today", "2026-10-14"]).expect(0);
    let run = |arguments: &[&str]| desk.run(&[arguments, &["--book", "big.ron"]].concat());
    let found = run(&["duplicates", "--json"]).expect(0).json();
    let pairs = found["pairs"].as_array().expect("pairs");
    assert!(pairs.len() >= 2, "{found:#}");
    assert!(pairs[0]["reasons"][0].is_string() && pairs[0]["score"].as_u64() > Some(60), "{found:#}");
    let of = |at: usize, side: &str| pairs[at][side]["id"].as_str().expect("an id").to_owned();
    assert!(run(&["duplicates", "--merge", &of(0, "a"), &of(0, "b")]).expect(0).out.contains("merge"));
    run(&["show", &of(0, "b")]).expect(2);
    run(&["duplicates", "--apart", &of(1, "a"), &of(1, "b")]).expect(0);
    let left = run(&["duplicates", "--json"]).expect(0).json();
    for pair in left["pairs"].as_array().expect("pairs") {
        for settled in &pairs[..2] {
            assert!(pair["a"] != settled["a"] || pair["b"] != settled["b"], "asked again: {pair:#}");
        }
    }
    run(&["duplicates", "--merge", "Nobody", &of(1, "a")]).expect(2);
    run(&["check"]).expect(0);
}

#[test]
fn saved_searches_are_listed_and_used_by_name() {
    let desk = Desk::new();
    desk.run(&["demo", "book.ron", "--contacts", "40", "--images", "none", "--today", "2026-10-14"])
        .expect(0);
    let listed = desk.run(&["--book", "book.ron", "searches"]).expect(0);
    let first = listed.out.lines().next().expect("a line");
    assert!(first.starts_with("Warm makers\t") && first.ends_with("\tcircle:makers warmth>40"), "{first}");
    let json = desk.run(&["--book", "book.ron", "--json", "searches"]).expect(0).json();
    assert_eq!(json.as_array().map(Vec::len), Some(3));

    let saved =
        desk.run(&["--book", "book.ron", "--json", "search", "--saved", "never MET in person"]).expect(0);
    let typed = desk.run(&["--book", "book.ron", "--json", "search", "--", "is:virtual", "-archived"]);
    assert_eq!(saved.json(), typed.json());
    let narrowed = desk.run(&["--book", "book.ron", "search", "--saved", "Warm makers", "zzzz"]).expect(0);
    assert_eq!(narrowed.out, "");
    let unknown = desk.run(&["--book", "book.ron", "search", "--saved", "cold"]).expect(2);
    assert!(unknown.err.contains("Warm makers, Thank-yous open"), "{}", unknown.err);
    desk.run(&["--book", "book.ron", "search"]).expect(2);
}

#[test]
fn a_lost_book_is_not_begun_anew() {
    let desk = Desk::new();
    desk.run(&["demo", "demo.ron", "--contacts", "3", "--images", "0"]).expect(0);
    fs::rename(desk.path("demo.ron"), desk.path("demo.ron.bak")).expect("it goes");
    let scan = desk.write("scan.png", &png(1));
    let scan = scan.to_str().expect("UTF-8");
    for arguments in [
        &["import", scan][..],
        &["search", "a"],
        &["check"],
        &["check", "--repair"],
        &["export", "--json"],
        &["demo"],
    ] {
        let run = desk.run(&[arguments, &["--book", "demo.ron"]].concat()).expect(2);
        assert!(run.err.contains("older states") && run.err.contains("demo.ron.bak"), "{}", run.err);
        assert!(run.out.is_empty(), "{}", run.out);
        assert!(!desk.path("demo.ron").exists(), "{arguments:?}");
    }
    // What it says helps.
    fs::copy(desk.path("demo.ron.bak"), desk.path("demo.ron")).expect("a copy");
    desk.run(&["check", "--book", "demo.ron"]).expect(0);
}

#[test]
fn a_book_that_cannot_be_written_is_not_said_to_hold_changes() {
    let desk = Desk::new();
    desk.run(&["demo", "demo.ron", "--contacts", "3", "--images", "0"]).expect(0);
    let scan = desk.write("scan.png", &png(1));
    let mut permissions = fs::metadata(desk.path("demo.ron")).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.path("demo.ron"), permissions).expect("it is ours");
    let run = desk.run(&["import", scan.to_str().expect("UTF-8"), "--book", "demo.ron"]).expect(2);
    assert!(run.err.contains("read-only") && !run.err.contains("still here"), "{}", run.err);
}

#[test]
fn the_reasons_of_reviews_are_counted_by_quarter_and_year() {
    let desk = Desk::new();
    desk.run(&["demo", "demo.ron", "--contacts", "120", "--images", "0", "--today", "2026-10-14"]).expect(0);
    let quarters = desk.run(&["--book", "demo.ron", "--json", "reviews"]).expect(0).json();
    let years = desk.run(&["--book", "demo.ron", "--json", "reviews", "--by", "year"]).expect(0).json();
    let total = |report: &serde_json::Value| {
        let spans = report["spans"].as_array().expect("spans").iter();
        spans
            .map(|span| {
                ["developed", "stalled", "open"].map(|key| span[key].as_u64().unwrap()).iter().sum::<u64>()
            })
            .sum::<u64>()
    };
    assert_eq!(total(&quarters), quarters["reviews"].as_u64().unwrap());
    assert_eq!(total(&years), total(&quarters));
    assert!(years["spans"].as_array().unwrap().iter().all(|span| span["quarter"].is_null()));
    let reasons = quarters["reasons"].as_array().expect("reasons");
    assert!(reasons.iter().any(|reason| reason["reason"] == "never-wrote" && reason["listed"] == true));
    assert!(reasons.iter().any(|reason| reason["listed"] == false), "own words are counted too");
    for reason in reasons {
        assert_eq!(reason["total"].as_u64().unwrap() as usize, reason["people"].as_array().unwrap().len());
    }
    let words = desk.run_in("de", &["--book", "demo.ron", "reviews"]).expect(0);
    assert!(words.out.contains("Rückblicke seit"), "{}", words.out);
}
