//! The text of a book: its checksum, fields of newer versions, kept text, and what is saved from damage.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use cardloom::model::*;
use cardloom::store::format::{self, Keeper, Origin, Salvaged, StateId, VERSION, salvage};
use cardloom::store::{Detail, NoticeProblem, OpenProblem, Store};
use proptest::prelude::*;

use crate::books::{self, Dice, put};

fn text(book: &Book) -> String {
    format::write(book, &Origin::default()).unwrap().0
}

/// The text without its last line, as after editing by hand.
fn unsigned(text: &str) -> &str {
    &text[..text.rfind("// cardloom").unwrap()]
}

fn read(text: &str) -> Book {
    format::read(text.as_bytes()).unwrap().book
}

fn problem(bytes: &[u8]) -> OpenProblem {
    format::read(bytes).map(|parsed| parsed.book.len()).unwrap_err()
}

fn person(id: u128, family: &str) -> Contact {
    Contact { id: Id::new(id), name: PersonName::new("", family), ..Contact::default() }
}

fn small() -> Book {
    let mut book = Book::new(Id::new(9), chrono::DateTime::default());
    put(&mut book, person(1, "Tanaka"));
    put(&mut book, person(2, "Weber"));
    book
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

// ---- checksum ----

#[test]
fn every_flipped_bit_is_found() {
    let whole = text(&small()).into_bytes();
    for at in 0..whole.len() {
        for changed in (0..8).map(|bit| whole[at] ^ (1 << bit)).chain([0]) {
            let mut bytes = whole.clone();
            bytes[at] = changed;
            assert!(format::read(&bytes).is_err(), "byte {at}: {:#x} became {changed:#x}", whole[at]);
        }
    }
}

#[test]
fn every_damaged_sector_is_found() {
    let whole = fixture("book-v3.ron").into_bytes();
    for start in (0..whole.len()).step_by(512) {
        let end = whole.len().min(start + 512);
        for fill in [0, b' ', 0xFF] {
            let mut bytes = whole.clone();
            bytes[start..end].fill(fill);
            assert!(format::read(&bytes).is_err(), "{start}, {fill:#x}");
        }
        // A sector of another file, or of an older state.
        let mut bytes = whole.clone();
        bytes.copy_within(
            whole.len() / 2..whole.len() / 2 + (end - start).min(512),
            start.min(whole.len() - 512),
        );
        assert!(bytes == whole || format::read(&bytes).is_err(), "{start}");
    }
}

#[test]
fn an_altered_book_says_what_is_known_of_it() {
    let whole = text(&small());
    let altered = |changed: &str| match problem(changed.as_bytes()) {
        OpenProblem::Altered { lines, readable } => (lines, readable),
        other => panic!("{other:?}"),
    };
    // A letter in a name: every line reads well.
    assert_eq!(altered(&whole.replace("Weber", "Veber")), (vec![], 2));
    assert_eq!(altered(&whole.replace("\"Weber", "Weber")), (vec![11], 1));
    // Somebody else's comment behind the book.
    assert_eq!(altered(&format!("{whole}// mine\n")).1, 2);
    assert_eq!(altered(&format!("{}// checksum 0123\n", unsigned(&whole))).1, 2);
    // A last line of another file.
    let other = text(&Book::default());
    let foreign = format!("{}{}", unsigned(&whole), &other[unsigned(&other).len()..]);
    assert_eq!(altered(&foreign), (vec![], 2));
    // A line that is there twice or is gone.
    let lines: Vec<&str> = whole.lines().collect();
    let without = [&lines[..9], &lines[10..]].concat().join("\n");
    assert_eq!(altered(&without), (vec![], 1));
}

#[test]
fn a_book_edited_by_hand_opens_with_a_notice_when_its_last_line_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my.ron");
    let edited = unsigned(&text(&small())).replace("Weber", "Veber");
    std::fs::write(&path, &edited).unwrap();
    let (_, book, notices) = Store::open(&path).unwrap();
    assert_eq!(book.get(Id::<Contact>::new(2)).unwrap().name.family, "Veber");
    assert!(matches!(notices.as_slice(), [notice] if notice.problem == NoticeProblem::Unsigned));
    let parsed = format::read(edited.as_bytes()).unwrap();
    assert_eq!((parsed.is_unsigned(), parsed.origin), (true, Origin::default()));
    // Books of version 1 had no last line, and nobody is told.
    let old = format::read(fixture("book-v1.ron").as_bytes()).unwrap();
    assert_eq!((old.version, old.is_unsigned()), (1, false));
    assert_eq!(read(&text(&old.book)), old.book);
}

#[test]
fn line_ends_of_another_system_are_no_damage() {
    let (whole, id) =
        format::write(&books::hostile(11, 2), &Origin { saved: 4, ..Origin::default() }).unwrap();
    for changed in [
        whole.replace('\n', "\r\n"),
        format!("\u{feff}{whole}"),
        format!("\u{feff}{}\r\n\r\n", whole.replace('\n', "\r\n")),
        whole.trim_end().to_owned(),
    ] {
        assert_eq!(format::read(changed.as_bytes()).unwrap().origin.id, Some(id));
    }
    // But a line end more is a change.
    assert!(matches!(problem(whole.replacen("],\n", "],\n\n", 1).as_bytes()), OpenProblem::Altered { .. }));
}

#[test]
fn the_last_line_names_save_ancestors_and_state() {
    let from: Vec<StateId> = (1..=100).map(StateId).collect();
    let (whole, id) =
        format::write(&small(), &Origin { saved: u64::MAX, from: from.clone(), id: None }).unwrap();
    let last = whole.lines().last().unwrap();
    assert!(last.starts_with("// cardloom save 18446744073709551615, from 0000000000000025 "), "{last}");
    let origin = format::read(whole.as_bytes()).unwrap().origin;
    assert_eq!(origin, Origin { saved: u64::MAX, from: from[36..].to_vec(), id: Some(id) });
    // By hand: everything but the last 65 bytes.
    let hash = blake3_hex(&whole.as_bytes()[..whole.len() - 65]);
    assert!(whole.ends_with(&format!("blake3 {hash}\n")) && hash.starts_with(&id.to_string()));
}

fn blake3_hex(bytes: &[u8]) -> String {
    cardloom::store::Attachments::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_newer_version_is_refused_whatever_else_is_in_it() {
    let newer = text(&small()).replace(&format!("version: {VERSION}"), &format!("version: {}", VERSION + 1));
    let expected = OpenProblem::NewerVersion { found: VERSION + 1, supported: VERSION };
    assert_eq!(problem(newer.as_bytes()), expected);
    assert_eq!(problem(unsigned(&newer).as_bytes()), expected);
    let salvaged = salvage(newer.as_bytes());
    assert_eq!((salvaged.version, salvaged.book.len()), (Some(VERSION + 1), 0));
}

// ---- what is kept ----

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_reads_like_what_is_written_anew(seed: u64, size in 0_usize..5, unknown: bool) {
        let mut dice = Dice(seed);
        let mut book = books::hostile(seed, size);
        if unknown {
            book = read(&sprinkle(unsigned(&text(&book)), seed));
        }
        let other = books::hostile(seed ^ 1, 2);
        let mut keeper = Keeper::new();
        let mut before = Vec::new();
        for save in 0..12 {
            let origin = Origin { saved: save, from: vec![StateId(save); 3], id: None };
            let kept = keeper.text(&book, &origin).unwrap();
            let (anew, id) = format::write(&book, &origin).unwrap();
            prop_assert_eq!(kept.sign().id, id);
            prop_assert_eq!(String::from_utf8(kept.whole()).unwrap(), anew);
            before.push(book.clone());
            match dice.roll() % 6 {
                0 => put(&mut book, person(u128::from(dice.roll()) + 1, "new")),
                1 => drop(Contact::table_mut(&mut book).pop_first()),
                2 => drop(Event::table_mut(&mut book).pop_last()),
                3 => {
                    for card in Card::table_mut(&mut book).values_mut() {
                        Arc::make_mut(card).recognized_text.push('!');
                    }
                }
                4 => {
                    book.cards = Arc::clone(&other.cards);
                    book.header = Arc::clone(&other.header);
                }
                // Undo, and with it other unknown fields.
                _ => book = before[usize::try_from(dice.roll()).unwrap_or(0) % before.len()].clone(),
            }
            if dice.roll().is_multiple_of(4) {
                book.unknown = Arc::clone(&other.unknown);
            }
        }
    }
}

#[test]
fn a_table_of_many_chunks_is_kept_right() {
    let mut book = Book::default();
    let mut keeper = Keeper::new();
    let mut dice = Dice(3);
    let mut most = 0;
    for round in 0..40_u64 {
        for _ in 0..dice.roll() % 150 {
            put(&mut book, person(u128::from(dice.roll() % 4000) + 1, "x"));
        }
        if round % 8 == 7 {
            let middle = Id::new(u128::from(dice.roll() % 4000));
            Contact::table_mut(&mut book).retain(|id, _| *id < middle);
        }
        let kept = keeper.text(&book, &Origin::default()).unwrap();
        assert_eq!(kept.whole(), text(&book).into_bytes(), "round {round}");
        most = most.max(kept.pieces.len());
    }
    assert!(most > 35, "several chunks: {most}");
}

// ---- unknown fields ----

const VALUES: &[&str] = &[
    "1",
    "-1.5e3",
    "'x'",
    "\"),\\n(id:\\\"田中\\\"\"",
    "[1,(2),[]]",
    "(a:1,b:(c:\"]\"))",
    "{\"k\":[(x:1)],\"l\":2}",
    "None",
    "Word",
    "Word(1,\"2\")",
    "r#\"raw \"quoted\" )]}\"#",
    "b\"bytes\"",
    "()",
    "true",
];

/// Puts unknown fields into every second struct, list element and variant, and unknown tables between the others.
fn sprinkle(text: &str, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut out = String::new();
    let mut number = 0;
    for line in text.split_inclusive('\n') {
        if !(line.starts_with('(') || line.starts_with("header")) || line.starts_with("(version") {
            if line.ends_with(": [\n") && dice.roll().is_multiple_of(4) {
                number += 1;
                let value = VALUES[number % VALUES.len()];
                out.push_str(&format!("plain_{number}: 7,\n"));
                out.push_str(&format!("table_{number}: [\n{value},\n(id:\"1\",x:{value}),\n],\n"));
                out.push_str(&format!("empty_{number}: [\n],\n"));
            }
            out.push_str(line);
            continue;
        }
        let mut open: Vec<bool> = Vec::new();
        let (mut quoted, mut escaped) = (false, false);
        for (at, character) in line.char_indices() {
            let field = |dice: &mut Dice, number: &mut usize| {
                dice.roll().is_multiple_of(2).then(|| {
                    *number += 1;
                    let value = VALUES[usize::try_from(dice.roll()).unwrap() % VALUES.len()];
                    format!("aura_{number}:{value}")
                })
            };
            if character == ')' && !quoted && open.pop() == Some(true) {
                out.extend(field(&mut dice, &mut number).map(|field| format!(",{field}")));
            }
            out.push(character);
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => quoted = !quoted,
                '(' if !quoted => {
                    let rest = &line[at + 1..];
                    let name = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap();
                    let is_struct = name > 0 && rest[name..].starts_with(':');
                    open.push(is_struct);
                    if is_struct {
                        out.extend(field(&mut dice, &mut number).map(|field| format!("{field},")));
                    }
                }
                _ => {}
            }
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn unknown_fields_survive(seed: u64, size in 0_usize..3) {
        let book = books::hostile(seed, size);
        let with = sprinkle(unsigned(&text(&book)), seed);
        let parsed = format::read(with.as_bytes()).unwrap();
        // Where nothing was edited, the text is the same, byte for byte.
        let again = text(&parsed.book);
        prop_assert_eq!(unsigned(&again), &with);
        prop_assert_eq!(&read(&again), &parsed.book);
        // And what is known says what it said before.
        prop_assert_eq!(Book { unknown: Arc::default(), ..parsed.book.clone() }, book.clone());
        // Another layout means the same.
        let (head, body) = with.split_once('\n').unwrap();
        let joined = format!("{head}\n{}", body.replace("\n(", "\n\n  ("));
        prop_assert_eq!(&read(&joined), &parsed.book);

        // After edits, every field of a record that is still there is still in it.
        let mut edited = parsed.book.clone();
        let mut dice = Dice(seed);
        for contact in Contact::table_mut(&mut edited).values_mut() {
            let contact = Arc::make_mut(contact);
            contact.notes.push_str("edited");
            if dice.roll().is_multiple_of(2) {
                contact.phones.reverse();
                contact.phones.insert(0, Labelled::new("home", "+49 1"));
                contact.expertise.clear();
                contact.archived = None;
            }
        }
        let read_again = read(&text(&edited));
        prop_assert_eq!(
            Book { unknown: Arc::default(), ..read_again.clone() },
            Book { unknown: Arc::default(), ..edited.clone() }
        );
        for contact in edited.contacts.values() {
            let names = |book: &Book, deep: bool| -> BTreeSet<String> {
                let all = book.unknown.of(Some(RecordRef::Contact(contact.id)));
                let gone = |f: &Fragment| {
                    f.within.iter().any(|step| {
                        matches!(&step.to, To::Field { name, .. } if name == "expertise" || name == "archived")
                    })
                };
                all.iter().filter(|f| f.within.is_empty() || deep && !gone(f)).map(|f| f.name.clone()).collect()
            };
            for deep in [false, true] {
                prop_assert!(names(&read_again, deep).is_superset(&names(&edited, deep)));
            }
        }
    }
}

/// Reads a book in which the record of one contact has this text, and gives back the contact's text after an edit.
fn after_edit(fields: &str, edit: impl FnOnce(&mut Contact)) -> String {
    let id = "00000000000000000000000000000001";
    let mut book = Book::default();
    put(&mut book, person(1, ""));
    let written = text(&book);
    let own = written.lines().find(|line| line.starts_with("(id:")).unwrap().to_owned();
    let with = own.replacen(&format!("\"{id}\""), &format!("\"{id}\",{fields}"), 1).replace("name:(),", "");
    let mut book = read(&unsigned(&written).replace(&own, &with));
    edit(Arc::make_mut(Contact::table_mut(&mut book).values_mut().next().unwrap()));
    let written = text(&book);
    assert_eq!(Book { unknown: Arc::default(), ..read(&written) }, Book { unknown: Arc::default(), ..book });
    let line = written.lines().find(|line| line.starts_with("(id:")).unwrap();
    let times = "created_at:\"1970-01-01T00:00:00Z\",updated_at:\"1970-01-01T00:00:00Z\"";
    let inner = line.strip_prefix(&format!("(id:\"{id}\",")).unwrap().strip_suffix("),").unwrap();
    inner.replace(times, "").replace(",,", ",").trim_matches(',').to_owned()
}

#[test]
fn an_unknown_field_stays_with_the_element_that_has_it() {
    let phones = "phones:[(value:\"1\",aura:1),(value:\"2\",mood:2),(label:\"work\",value:\"3\")]";
    assert_eq!(after_edit(phones, |_| ()), phones);
    assert_eq!(
        after_edit(phones, |contact| contact.phones.reverse()),
        "phones:[(label:\"work\",value:\"3\"),(value:\"2\",mood:2),(value:\"1\",aura:1)]"
    );
    // Edited in place, and another one put in front.
    assert_eq!(
        after_edit(phones, |contact| {
            contact.phones[0].label = "home".to_owned();
            contact.phones.insert(0, Labelled::new("", "0"));
        }),
        "phones:[(value:\"0\"),(label:\"home\",value:\"1\",aura:1),(value:\"2\",mood:2),(label:\"work\",value:\"3\")]"
    );
    // Removed together with its element, and not handed to the next one.
    assert_eq!(
        after_edit(phones, |contact| drop(contact.phones.remove(0))),
        "phones:[(value:\"2\",mood:2),(label:\"work\",value:\"3\")]"
    );
    // Two that read alike keep theirs.
    let twins = "phones:[(value:\"1\",aura:1),(value:\"1\",aura:2),(value:\"1\")]";
    assert_eq!(after_edit(twins, |contact| contact.notes = "x".to_owned()), format!("{twins},notes:\"x\""));
    // An id tells which one it is, whatever else changes.
    let id = |number: u8| format!("0000000000000000000000000000000{number}");
    let needs = format!("needs:[(id:\"{}\",what:\"a\",aura:1),(id:\"{}\",what:\"b\",aura:2)]", id(1), id(2));
    assert_eq!(
        after_edit(&needs, |contact| {
            contact.needs.reverse();
            contact.needs[0].what = "a".to_owned();
            contact.needs[1].what = "c".to_owned();
        }),
        format!("needs:[(id:\"{}\",what:\"a\",aura:2),(id:\"{}\",what:\"c\",aura:1)]", id(2), id(1))
    );
}

#[test]
fn an_unknown_field_never_makes_what_is_not_there() {
    // The value that holds it says nothing else any more, and is written for its sake.
    assert_eq!(
        after_edit("human:(home:\"Jena\",aura:1)", |contact| contact.human.home.clear()),
        "human:(aura:1)"
    );
    assert_eq!(
        after_edit("human:(aura:1)", |contact| contact.notes = "x".to_owned()),
        "notes:\"x\",human:(aura:1)"
    );
    // What was let go of is not brought back for it.
    let archived = "archived:(on:\"1970-01-01\",aura:1)";
    assert_eq!(after_edit(archived, |_| ()), archived);
    assert_eq!(after_edit(archived, |contact| contact.archived = None), "");
    assert_eq!(after_edit("archived:Some((on:\"1970-01-01\",aura:1))", |_| ()), archived);
    assert_eq!(
        after_edit("cadence:(ideal_days:1,latest_days:2,aura:1)", |contact| contact.cadence = None),
        ""
    );
    // A field of another variant means nothing in this one.
    let mut book = Book::default();
    put(
        &mut book,
        Card {
            id: Id::new(5),
            whereabouts: Whereabouts::Discarded { on: Default::default() },
            ..Card::default()
        },
    );
    let with = unsigned(&text(&book)).replace("Discarded(", "Discarded(aura:1,");
    let mut book = read(&with);
    let before = book.clone();
    let card = Arc::make_mut(Card::table_mut(&mut book).values_mut().next().unwrap());
    card.whereabouts = Whereabouts::LentTo { contact: Id::new(1), on: Default::default(), from: None };
    assert!(!text(&book).contains("aura"));
    // Undo brings it back.
    assert_eq!(unsigned(&text(&before)), with);
    // So does the undo of a deletion.
    Card::table_mut(&mut book).clear();
    assert!(!text(&book).contains("aura"));
    book.cards = before.cards;
    assert_eq!(unsigned(&text(&book)), with);
}

#[test]
fn an_unknown_field_laid_out_by_hand_is_kept_on_one_line() {
    let fields = "aura : [ 1, // one\n /* two */ (a: \"x\ny\") , ],\n  r#mood: r\"a\nb\"";
    assert_eq!(after_edit(fields, |_| ()), "aura:[1,(a:\"x\\ny\"),],r#mood:\"a\\nb\"");
}

#[test]
fn the_sample_with_unknown_fields_is_written_back_as_it_was() {
    let sample = fixture("book-v3-unknown.ron");
    let parsed = format::read(sample.as_bytes()).unwrap();
    assert!(parsed.book.unknown.iter().count() > 20);
    assert_eq!(format::write(&parsed.book, &parsed.origin).unwrap().0, sample);
}

#[test]
fn deep_or_endless_values_are_bounded() {
    let written = text(&small());
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let place = |value: &str, before: &str| {
        unsigned(&written).replacen(
            before,
            &format!("aura: {value},{}{before}", if before.ends_with('\n') { "\n" } else { "" }),
            1,
        )
    };
    for before in ["name:(", "created_at", "contacts: [\n", "conflicts: [\n"] {
        let fine = place(&nested(50), before);
        // Beside the tables a list has a line for each element.
        assert!(text(&read(&fine)).contains(&nested(49)), "{before}");
        for depth in [130, 100_000] {
            let deep = place(&nested(depth), before);
            assert!(matches!(problem(deep.as_bytes()), OpenProblem::Syntax { .. }), "{before}");
            assert!(!salvage(deep.as_bytes()).aside.is_empty(), "{before}");
        }
    }
    // A record with as many unknown fields as it likes takes its length, not its square.
    let many: String = (0..50_000).map(|number| format!("(value:\"{number}\",aura:1),")).collect();
    let many = unsigned(&written).replacen("name:(", &format!("phones:[{many}],name:("), 1);
    let book = read(&many);
    assert_eq!(text(&book).matches("aura:1").count(), 50_000);
}

#[test]
fn names_are_stored_exactly() {
    let mut book = Book::default();
    let names = [
        "",
        "\u{202e}evil\u{202c}",
        "a\u{200b}b\u{200d}c",
        &"e\u{301}".repeat(10_000),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "𠮷野家 髙﨑",
        "\u{feff}",
        &"x".repeat(1 << 20),
        "\u{0}\u{1}\u{7f}\u{85}\u{2028}",
        "\r\n",
        "İstanbul ß ẞ",
    ];
    for (number, name) in names.iter().enumerate() {
        put(&mut book, person(number as u128 + 1, name));
    }
    let mut keeper = Keeper::new();
    let written = keeper.text(&book, &Origin::default()).unwrap().whole();
    assert_eq!(format::read(&written).unwrap().book, book);
    assert_eq!(salvage(&written).book, book);
}

// ---- salvage ----

/// The lines of a text with where they begin and end, without the line end.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            (start, at - 1)
        })
        .collect()
}

/// Damages a range of bytes and asserts that all records on other lines are there, unchanged, and nothing else.
fn check_salvage(whole: &str, start: usize, end: usize, change: impl Fn(&mut Vec<u8>)) {
    let parsed = format::read(whole.as_bytes()).unwrap();
    let mut bytes = whole.as_bytes().to_vec();
    change(&mut bytes);
    let salvaged = salvage(&bytes);
    let spans = lines(whole);
    let at = format!(
        "{start}..{end}: {:?}",
        String::from_utf8_lossy(&whole.as_bytes()[start..end.min(start + 60)])
    );
    for (record, line) in &parsed.lines {
        let (from, to) = spans[line - 1];
        // The line end belongs to both lines.
        let touched = start <= to && end + 1 > from;
        let same = same_record(&parsed.book, &salvaged.book, *record);
        assert!(touched || same, "{record} in line {line} is lost; damage at {at}\n{:#?}", salvaged.aside);
        // What was touched is there, damaged or not, or lies aside.
        if touched && !salvaged.book.contains(*record) && end - start < 30 {
            assert!(!salvaged.aside.is_empty(), "{record} is gone; damage at {at}");
        }
    }
    for id in salvaged.book.contacts.keys() {
        assert!(parsed.book.contacts.contains_key(id) || end > start, "{id} is made up");
    }
}

fn same_record(one: &Book, other: &Book, record: RecordRef) -> bool {
    macro_rules! compare {
        ($($field:ident: $kind:ident,)*) => {
            match record {
                $(RecordRef::$kind(id) => other.$field.get(&id) == one.$field.get(&id),)*
            }
        };
    }
    cardloom::with_tables!(compare)
}

#[test]
fn everything_outside_the_damage_is_recovered() {
    let whole = fixture("book-v3.ron");
    let length = whole.len();
    for (round, start) in (0..length).step_by(151).enumerate() {
        let size = [1, 7, 40, 512, 1500][round % 5];
        let end = length.min(start + size);
        check_salvage(&whole, start, end, |bytes| bytes[start..end].fill(0));
        check_salvage(&whole, start, end, |bytes| bytes[start..end].fill(0xFF));
        check_salvage(&whole, start, end, |bytes| bytes[start..end].fill(b'x'));
        check_salvage(&whole, start, end, |bytes| drop(bytes.drain(start..end)));
        check_salvage(&whole, start, length, |bytes| bytes.truncate(start));
    }
}

#[test]
fn a_damaged_line_end_or_heading_costs_no_other_line() {
    let whole = fixture("book-v3.ron");
    for (start, end) in lines(&whole) {
        for bit in [0, 2, 5] {
            check_salvage(&whole, end, end + 1, |bytes| bytes[end] ^= 1 << bit);
        }
        if !whole[start..].starts_with("(id:") {
            for at in start..end.min(start + 40) {
                check_salvage(&whole, at, at + 1, |bytes| bytes[at] ^= 1 << (at % 7));
            }
        }
    }
}

#[test]
fn what_cannot_be_read_lies_aside_with_line_and_reason() {
    let whole = text(&small());
    let aside = |changed: &str| -> Vec<(usize, String)> {
        let Salvaged { book, aside, .. } = salvage(changed.as_bytes());
        assert_eq!(book.header.id, Id::new(9));
        aside
            .into_iter()
            .map(|aside| {
                assert!(matches!(aside.why, OpenProblem::Syntax { line, .. } if line == aside.line));
                (aside.line, aside.text)
            })
            .collect()
    };
    let broken = aside(&whole.replace("\"Weber", "Weber"));
    assert!(matches!(broken.as_slice(), [(11, text)] if text.contains("family:Weber")), "{broken:?}");
    // The same id twice: the first one stays.
    let twice = whole.replace("00000002\",name", "00000001\",name");
    let salvaged = salvage(twice.as_bytes());
    assert_eq!(salvaged.book.get(Id::<Contact>::new(1)).unwrap().name.family, "Tanaka");
    assert!(matches!(
        &salvaged.aside[0].why,
        OpenProblem::Syntax { line: 11, detail: Detail::DuplicateId { first_line: 10, .. }, .. }
    ));
    // A header of which one field is damaged.
    let header =
        whole.replace("created_at:\"1970-01-01T00:00:00Z\"),\ncircles", "created_at:\"197x\"),\ncircles");
    assert_eq!(aside(&header).len(), 1);
    // Nothing is wrong, but the checksum.
    let salvaged = salvage(whole.replace("Weber", "Veber").as_bytes());
    assert_eq!((salvaged.book.len(), salvaged.aside.len()), (2, 0));
    assert_eq!(salvaged.origin, Some(Origin::default()));
    assert!(salvage(whole.as_bytes()).origin.unwrap().id.is_some());
}

#[test]
fn a_damaged_book_laid_out_by_an_editor_is_salvaged_too() {
    let mut book = books::hostile(5, 2);
    put(&mut book, person(1, "Tanaka"));
    let written = text(&book);
    let spread = unsigned(&written)
        .replace(",name:(", ",\n    name: (\n        ")
        .replace("created_at:", "\n    created_at: ");
    assert_eq!(salvage(spread.as_bytes()).book, book);
    let broken = spread.replace("\"Tanaka\"", "\"Tan\0ka\"");
    let salvaged = salvage(broken.as_bytes());
    assert!(salvaged.book.get(Id::<Contact>::new(1)).is_none());
    assert_eq!(salvaged.book.len(), book.len() - 1);
    assert!(!salvaged.aside.is_empty());
}

#[test]
fn unknown_fields_and_tables_are_salvaged_too() {
    let sample = fixture("book-v3-unknown.ron");
    let whole = format::read(sample.as_bytes()).unwrap().book;
    assert_eq!(salvage(sample.as_bytes()).book, whole);
    let broken = sample.replacen("],\ncards", "],\n(\ncards", 1);
    let salvaged = salvage(broken.as_bytes());
    assert_eq!(salvaged.book.unknown, whole.unknown);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".{0,200}", at in 0_usize..13_000, cut: bool) {
        prop_assert!(format::read(&bytes).is_err());
        drop(salvage(&bytes));
        drop(format::read(text.as_bytes()));
        drop(salvage(text.as_bytes()));
        let mut book = fixture("book-v3.ron").into_bytes();
        let at = at.min(book.len());
        if cut {
            book.truncate(at);
        }
        book.splice(at..at, bytes.iter().copied());
        if !bytes.is_empty() {
            prop_assert!(format::read(&book).is_err());
        }
        drop(salvage(&book));
    }
}
