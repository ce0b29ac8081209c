//! The book on the disk: what comes back, what is refused, what a failure leaves behind.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};

use cardloom::model::*;
use cardloom::store::format::{self, Origin, VERSION};
use cardloom::store::{
    Attachments, Autosave, BookFile, Detail, FileState, Holder, Looks, NoticeProblem, OpenProblem,
    SaveProblem, SaveState, Store, Submission, durable,
};
use cardloom::text::{Locale, Texts};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::books::{self, attachment, put};

fn person(id: u128, family: &str) -> Contact {
    Contact { id: Id::new(id), name: PersonName::new("", family), ..Contact::default() }
}

/// Three people and nothing else; the contacts stand in lines 10 to 12.
fn small() -> Book {
    let mut book = Book::new(Id::new(9), chrono::DateTime::default());
    for (id, family) in [(1, "Tanaka"), (2, "Weber"), (3, "Sharma")] {
        put(&mut book, person(id, family));
    }
    book
}

fn text(book: &Book) -> String {
    format::write(book, &Origin::default()).unwrap().0
}

/// The text without its last line, as after editing by hand.
fn unsigned(text: &str) -> &str {
    &text[..text.rfind("// cardloom").unwrap()]
}

fn problem(text: &str) -> OpenProblem {
    format::read(unsigned(text).as_bytes()).map(|parsed| parsed.book.len()).unwrap_err()
}

fn in_folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my.ron");
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_book_reads_back_what_it_writes(seed: u64, size in 0_usize..4, words in prop::collection::vec(any::<String>(), 1..8)) {
        let book = books::book(seed, size, &words);
        let written = text(&book);
        prop_assert_eq!(&format::read(written.as_bytes()).unwrap().book, &book);
        // One line for each record, whatever stands in it.
        prop_assert_eq!(written.lines().filter(|line| line.starts_with('(') && line.ends_with("),")).count(), book.len());
        // Laid out differently it is the same book.
        let (head, body) = unsigned(&written).split_once('\n').unwrap();
        let joined = format!("{head}\n{}", body.replace("\n(", "\n\n  (").replace("],\n", "]\n,"));
        prop_assert_eq!(&format::read(joined.as_bytes()).unwrap().book, &book);
    }
}

#[test]
fn hostile_texts_survive() {
    for seed in 0..20 {
        let book = books::hostile(seed, 3);
        assert_eq!(format::read(text(&book).as_bytes()).unwrap().book, book, "seed {seed}");
    }
    let mut huge = small();
    put(&mut huge, person(4, &"長い\"\n".repeat(200_000)));
    assert_eq!(format::read(text(&huge).as_bytes()).unwrap().book, huge);
}

#[test]
fn the_text_is_readable_and_leaves_defaults_out() {
    let written = text(&small());
    let lines: Vec<&str> = written.lines().collect();
    assert_eq!(lines[0], "#![enable(implicit_some)]");
    assert!(lines[1].starts_with("// Cardloom book"));
    assert_eq!(lines[2], "(version: 3,");
    assert_eq!(
        lines[9],
        "(id:\"00000000000000000000000000000001\",name:(family:\"Tanaka\"),\
         created_at:\"1970-01-01T00:00:00Z\",updated_at:\"1970-01-01T00:00:00Z\"),"
    );
}

#[test]
fn one_edit_changes_one_line() {
    let before = text(&books::hostile(7, 5));
    let mut book = books::hostile(7, 5);
    let mut contact = Contact::clone(book.contacts.values().nth(2).unwrap());
    contact.notes = "new".to_owned();
    put(&mut book, contact);
    let after = text(&book);
    assert_eq!(before.lines().count(), after.lines().count());
    // And the last line, with the checksum.
    assert_ne!(before.lines().last(), after.lines().last());
    let (before, after) = (unsigned(&before), unsigned(&after));
    assert_eq!(before.lines().zip(after.lines()).filter(|(old, new)| old != new).count(), 1);
}

#[test]
fn no_cut_off_book_opens() {
    let book = books::hostile(3, 1);
    let whole = text(&book);
    for end in 0..whole.len() {
        match format::read(&whole.as_bytes()[..end]) {
            // Only the line feed at the end is missing, or just the last line with the checksum, which is noticed.
            Ok(parsed) => {
                let body = unsigned(&whole).len();
                assert!(
                    parsed.book == book && (end + 1 == whole.len() || end == body || end + 1 == body),
                    "{end}"
                );
                assert_eq!(parsed.is_unsigned(), end <= body);
            }
            Err(OpenProblem::Empty) => assert_eq!(end, 0),
            Err(OpenProblem::CutOff { line, .. }) => {
                let expected = whole[..whole.floor_char_boundary(end)].trim_end().matches('\n').count() + 1;
                assert_eq!(line, expected, "cut at {end}");
            }
            Err(other) => panic!(
                "cut at {end} after {:?}: {other:?}",
                &whole[..whole.floor_char_boundary(end)].chars().rev().take(30).collect::<String>()
            ),
        }
    }
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_accepted() {
    let book = books::hostile(11, 2);
    let written = text(&book);
    for changed in [
        written.replace('\n', "\r\n"),
        format!("\u{feff}{written}"),
        format!("\u{feff}{}", written.replace('\n', "\r\n")),
        format!("{written}\n\n"),
    ] {
        assert_eq!(format::read(changed.as_bytes()).unwrap().book, book);
    }
}

#[test]
fn a_book_that_an_editor_laid_out_anew_opens() {
    let written = text(&small());
    let spread = unsigned(&written)
        .replace(",name:(", ",\n    name: (\n        ")
        .replace("implicit_some)]", "implicit_some)]\n/* mine */");
    let parsed = format::read(spread.as_bytes()).unwrap();
    assert_eq!(parsed.book, small());
    // Each record before it is now two lines longer, and there is one line of comment.
    assert_eq!(parsed.line_of(RecordRef::Contact(Id::new(3))), Some(12 + 1 + 4));
}

#[test]
fn a_mistake_is_reported_with_line_column_and_words() {
    let written = text(&small());
    let broken = written.replace("\"Weber\"", "Weber");
    let column = broken.lines().nth(10).unwrap().find("Weber").unwrap() + 1;
    match problem(&broken) {
        OpenProblem::Syntax { line: 11, column: found, excerpt, detail: Detail::Parser(_) } => {
            assert_eq!(found, column);
            assert!(excerpt.contains("family:Weber"), "{excerpt}");
        }
        other => panic!("{other:?}"),
    }
    // The same in a layout of an editor: the line is that of the text.
    let spread = broken.replace(",name:(", ",\nname: (");
    assert!(matches!(problem(&spread), OpenProblem::Syntax { line: 13, .. }), "{:?}", problem(&spread));
    // A quote that is not closed is reported where it is, not where it is noticed.
    let unclosed = written.replace("Weber\"", "Weber");
    assert!(matches!(problem(&unclosed), OpenProblem::Syntax { line: 11, .. }), "{:?}", problem(&unclosed));
}

#[test]
fn records_that_would_be_lost_or_confused_are_refused_with_their_line() {
    let written = text(&small());
    let id = |number: u8| format!("0000000000000000000000000000000{number}");
    let check = |changed: String, line: usize, expected: Detail| match problem(&changed) {
        OpenProblem::Syntax { line: found, detail, .. } => assert_eq!((found, detail), (line, expected)),
        other => panic!("{other:?}"),
    };
    check(written.replace(&id(3), &id(1)), 12, Detail::DuplicateId { id: id(1), first_line: 10 });
    check(written.replace(&id(2), &id(0)), 11, Detail::NilId);

    let mut book = small();
    put(&mut book, attachment(b"scan"));
    put(&mut book, Place { id: Id::new(1), x: 1.0, y: 2.0, pinned: false });
    let written = text(&book);
    let line = |start: &str| 1 + written.lines().position(|line| line.starts_with(start)).unwrap();
    check(
        written.replace("extension:\"jpg\"", "extension:\"../x\""),
        line("attachments: [") + 1,
        Detail::IllFormedAttachment,
    );
    check(written.replace("y:2.0", "y:NaN"), line("places: [") + 1, Detail::NotFinite);
}

#[test]
fn deep_nesting_is_an_error_not_a_crash() {
    let written = text(&small());
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let broken = written.replacen("name:(", &format!("aura:{deep},name:("), 1);
    assert!(matches!(problem(&broken), OpenProblem::Syntax { line: 10, .. }));
}

#[test]
fn what_cannot_be_opened_stays_as_it_was() {
    let (folder, path) = in_folder();
    let newer = text(&small())
        .replace(&format!("version: {VERSION}"), &format!("version: {}", VERSION + 1))
        .replace("contacts", "people");
    let utf16: Vec<u8> = "(version: 1)".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(Vec<u8>, OpenProblem)> = vec![
        (newer.into_bytes(), OpenProblem::NewerVersion { found: VERSION + 1, supported: VERSION }),
        (Vec::new(), OpenProblem::Empty),
        (b" \r\n\t".to_vec(), OpenProblem::Empty),
        (vec![0; 4096], OpenProblem::NotABook(Looks::Zeros)),
        (utf16, OpenProblem::NotABook(Looks::Utf16)),
        (b"\xFF\xFE(\0".to_vec(), OpenProblem::NotABook(Looks::Utf16)),
        (b"\x89PNG\r\n\x1a\n rest".to_vec(), OpenProblem::NotABook(Looks::Picture)),
        (b"%PDF-1.7 rest".to_vec(), OpenProblem::NotABook(Looks::Pdf)),
        (b"PK\x03\x04 rest".to_vec(), OpenProblem::NotABook(Looks::Archive)),
        (b"SQLite format 3\0".to_vec(), OpenProblem::NotABook(Looks::Database)),
        (b"[{\"id\": 1}]".to_vec(), OpenProblem::NotABook(Looks::Json)),
        (b"<?xml version=\"1.0\"?><a/>".to_vec(), OpenProblem::NotABook(Looks::Xml)),
        (b"BEGIN:VCARD\r\nVERSION:3.0".to_vec(), OpenProblem::NotABook(Looks::VCard)),
        ("Liebe Grüße".into(), OpenProblem::NotABook(Looks::Text)),
        (b"\x01\x02\xFF binary".to_vec(), OpenProblem::NotABook(Looks::Binary)),
    ];
    for (bytes, expected) in cases {
        fs::write(&path, &bytes).unwrap();
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        let error = Store::open(&path).unwrap_err();
        assert_eq!(error.problem, expected);
        assert_eq!(error.path, path);
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
        assert_eq!(names(folder.path()), ["my.ron"]);
    }
    assert_eq!(Store::open(folder.path()).unwrap_err().problem, OpenProblem::IsDirectory);
    assert_eq!(Store::open(&folder.path().join("none.ron")).unwrap_err().problem, OpenProblem::NotFound);
}

#[test]
fn damage_inside_a_book_is_reported_where_it_is() {
    let written = text(&small());
    let at = written.find("Weber").unwrap();
    let mut zeros = written.clone().into_bytes();
    zeros[at..at + 3].fill(0);
    let mut latin = written.into_bytes();
    latin[at] = 0xFC;
    for (bytes, expected) in [(zeros, Detail::ZeroBytes), (latin, Detail::NotUtf8)] {
        match format::read(&bytes).map(drop).unwrap_err() {
            OpenProblem::Syntax { line: 11, detail, .. } => assert_eq!(detail, expected),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn samples_of_all_versions_open() {
    for version in 1..=VERSION {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/book-v{version}.ron"));
        let bytes =
            fs::read(&path).unwrap_or_else(|_| panic!("{} belongs to format {version}", path.display()));
        let parsed = format::read(&bytes).unwrap();
        assert!(parsed.book.contacts.len() >= 2 && parsed.book.cards.len() >= 2, "version {version}");
        if version == VERSION {
            // Writing does not drift: a book that was opened and saved shows no difference in a diff.
            let again = format::write(&parsed.book, &parsed.origin).unwrap().0;
            assert_eq!(again, String::from_utf8(bytes).unwrap());
        }
    }
}

#[test]
fn a_saved_book_opens_again_and_leaves_nothing_behind() {
    let (folder, path) = in_folder();
    let store = Store::create(&path, &small()).unwrap();
    let mut book = small();
    put(&mut book, person(4, "Kowalski"));
    store.save(&book).unwrap();
    let (opened, read, notices) = Store::open(&path).unwrap();
    assert_eq!((read, notices.len()), (book, 0));
    assert_eq!(opened.path(), path);
    assert_eq!(names(folder.path()), ["my.ron"]);
}

#[test]
fn a_new_book_never_overwrites_a_file() {
    let (_folder, path) = in_folder();
    fs::write(&path, "mine").unwrap();
    assert_eq!(Store::create(&path, &small()).unwrap_err().problem, SaveProblem::AlreadyExists);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_failed_save_leaves_the_old_book_and_says_why() {
    let (folder, path) = in_folder();
    let store = Store::create(&path, &small()).unwrap();
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let error = store.save(&Book::default()).unwrap_err();
    assert_eq!((error.problem, error.path.as_path()), (SaveProblem::ReadOnly, path.as_path()));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(names(folder.path()), ["my.ron"]);

    let gone = folder.path().join("sub").join("my.ron");
    assert_eq!(Store::create(&gone, &small()).unwrap_err().problem, SaveProblem::FolderMissing);
}

#[cfg(unix)]
#[test]
fn a_linked_book_stays_a_link() {
    let (folder, link) = in_folder();
    let real = folder.path().join("real");
    fs::create_dir(&real).unwrap();
    Store::create(&real.join("book.ron"), &small()).unwrap();
    std::os::unix::fs::symlink("real/book.ron", &link).unwrap();
    let (store, mut book, _) = Store::open(&link).unwrap();
    put(&mut book, person(4, "Kowalski"));
    store.save(&book).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(Store::open(&real.join("book.ron")).unwrap().1, book);
    assert_eq!(store.attachments().folder(), fs::canonicalize(&real).unwrap().join("attachments"));
    assert_eq!(names(&real), ["book.ron"]);
}

#[cfg(unix)]
#[test]
fn a_book_is_private_and_keeps_the_permissions_that_it_was_given() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = in_folder();
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    let store = Store::create(&path, &small()).unwrap();
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    store.save(&small()).unwrap();
    assert_eq!(mode(), 0o640);
}

#[test]
fn only_dead_temporary_files_of_this_book_are_removed() {
    let (folder, path) = in_folder();
    Store::create(&path, &small()).unwrap();
    let dead = ".my.ron.abcdefgh.cardloom-tmp";
    let alive = ".my.ron.ABCDEFGH.cardloom-tmp";
    let others = [".other.ron.abcdefgh.cardloom-tmp", "my.ron.bak", ".my.ron.swp"];
    for name in others.iter().chain([&dead, &alive]) {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    let writing = fs::File::options().write(true).open(folder.path().join(alive)).unwrap();
    writing.lock().unwrap();
    assert_eq!(durable::remove_leftovers(&path), 1);
    let left = names(folder.path());
    assert!(!left.contains(&dead.to_owned()));
    assert_eq!(left.len(), others.len() + 2, "{left:?}");
}

#[test]
fn a_reader_sees_the_old_or_the_new_book_never_a_mix() {
    let (_folder, path) = in_folder();
    let versions = [books::hostile(1, 2), books::hostile(2, 20)];
    let store = Store::create(&path, &versions[0]).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| (0..60).for_each(|round| store.save(&versions[round % 2]).unwrap()));
        while !writer.is_finished() {
            let book = format::read(&fs::read(&path).unwrap()).unwrap().book;
            assert!(versions.contains(&book));
        }
    });
}

#[test]
fn a_picture_is_stored_once_under_its_hash() {
    let (folder, path) = in_folder();
    let store = Store::create(&path, &small()).unwrap();
    let pictures = store.attachments();
    let hash = Attachments::hash(b"scan");
    let file = pictures.add(b"scan", &hash, "jpg").unwrap();
    let record = attachment(b"scan");
    assert_eq!(pictures.path(&record), Some(file.clone()));
    assert_eq!(pictures.read(&record, 4).unwrap(), b"scan");
    assert!(pictures.read(&record, 3).is_err());
    assert_eq!(names(folder.path()), ["attachments", "my.ron"]);

    // The same content is left alone; damaged content is repaired.
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert_eq!(pictures.add(b"scan", &hash, "jpg").unwrap(), file);
    fs::remove_file(&file).unwrap();
    fs::write(&file, b"scam").unwrap();
    assert!(pictures.verify(&record).is_err());
    pictures.add(b"scan", &hash, "jpg").unwrap();
    pictures.verify(&record).unwrap();
    assert!(pictures.add(b"scan", &[0; 32], "jpg").is_err(), "a wrong hash");
}

#[test]
fn only_a_hash_becomes_a_path() {
    let (folder, path) = in_folder();
    let pictures = Attachments::beside(&path);
    let hash = Attachments::hash(b"scan");
    for extension in ["", "..", "../x", "JPG", "toolong", "j g", "a/b"] {
        assert!(pictures.add(b"scan", &hash, extension).is_err(), "{extension:?}");
    }
    let mut record = attachment(b"scan");
    record.hash = format!("../{}", &record.hash[3..]);
    assert_eq!(pictures.path(&record), None);
    assert_eq!(names(folder.path()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_picture_is_not_waited_for() {
    let (_folder, path) = in_folder();
    let store = Store::create(&path, &small()).unwrap();
    let record = attachment(b"scan");
    fs::create_dir(store.attachments().folder()).unwrap();
    let pipe = store.attachments().path(&record).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    assert!(store.attachments().read(&record, 100).is_err());
    assert_eq!(store.attachments().state(&record), FileState::Changed);
    assert_eq!(Store::open(&pipe).unwrap_err().problem, OpenProblem::NotAFile);
}

#[test]
fn missing_pictures_are_named_with_line_and_path_and_the_rest_opens() {
    let (_folder, path) = in_folder();
    let mut book = small();
    let (there, missing, changed) = (attachment(b"there"), attachment(b"missing"), attachment(b"changed"));
    let card = Card { id: Id::new(5), front: Some(missing.id), event: Some(Id::new(77)), ..Card::default() };
    for record in [&there, &missing, &changed] {
        put(&mut book, record.clone());
    }
    put(&mut book, card.clone());
    let store = Store::create(&path, &book).unwrap();
    let pictures = store.attachments();
    pictures.add(b"there", &Attachments::hash(b"there"), "jpg").unwrap();
    fs::write(pictures.path(&changed).unwrap(), "longer than before").unwrap();

    let (_, read, notices) = Store::open(&path).unwrap();
    assert_eq!(read, book);
    let written = fs::read_to_string(&path).unwrap();
    let line_of = |part: &str| 1 + written.lines().position(|line| line.starts_with(part)).unwrap();
    assert_eq!(notices.len(), 3);
    for notice in &notices {
        assert_eq!(notice.book, path);
        match &notice.problem {
            NoticeProblem::MissingAttachment { attachment, file, used_by } => {
                assert_eq!(*attachment, missing.id);
                assert_eq!(Some(file.clone()), pictures.path(&missing));
                assert_eq!(used_by, &[RecordRef::Card(card.id)]);
                assert_eq!(notice.line, line_of(&format!("(id:\"{}\",hash", missing.id)));
                for locale in Locale::ALL {
                    let words = notice.text(&Texts::new(locale));
                    assert!(words.contains(&file.display().to_string()), "{words}");
                    assert!(words.contains(&path.display().to_string()), "{words}");
                }
            }
            NoticeProblem::ChangedAttachment { attachment, .. } => assert_eq!(*attachment, changed.id),
            NoticeProblem::Dangling { from, to } => {
                assert_eq!((*from, *to), (RecordRef::Card(card.id), RecordRef::Event(Id::new(77))));
                assert_eq!(notice.line, line_of(&format!("(id:\"{}\",front", card.id)));
            }
            NoticeProblem::Unsigned => panic!("{notice:?}"),
        }
    }
}

#[test]
fn errors_say_file_place_and_what_was_left_untouched_in_every_language() {
    let (_folder, path) = in_folder();
    fs::write(&path, unsigned(&text(&small())).replace("\"Weber\"", "Weber")).unwrap();
    let error = Store::open(&path).unwrap_err();
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let words = error.text(&texts);
        for part in [path.to_str().unwrap(), "11", "family:Weber", texts.store_untouched()] {
            assert!(words.contains(part), "{part} in {words}");
        }
    }
    let plain = error.to_string();
    assert!(plain.contains("line 11, column") && plain.contains("not changed"), "{plain}");
}

#[test]
fn an_edit_reaches_the_disk_through_the_saving_thread() {
    let (_folder, path) = in_folder();
    Store::create(&path, &small()).unwrap();
    let (told, heard) = std::sync::mpsc::channel();
    let (file, _, _) = BookFile::read_and_lock(&path, Holder::default()).unwrap();
    let saving = Autosave::start(file, 1, Box::new(move || told.send(()).unwrap_or_default())).unwrap();
    let mut book = small();
    put(&mut book, person(4, "Kowalski"));
    saving.submit(Submission { book: book.clone(), revision: 2, ..Submission::default() });
    let status = saving.flush(std::time::Duration::from_secs(60));
    assert_eq!((status.state, status.saved_revision), (SaveState::Saved, 2));
    assert_eq!(Store::open(&path).unwrap().1, book);
    assert!(heard.try_iter().count() >= 3, "waiting, saving, saved");
}
