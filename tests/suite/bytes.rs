//! Arbitrary bytes as a book: the short, deterministic form of the fuzz target in `fuzz/`.
//!
//! Whatever stands in a file, reading ends, never panics, and never overflows the stack; what can be salvaged of it can
//! be written and read again. The seeds are the sample files and those in `fuzz/corpus/book`.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::PathBuf;

use cardloom::model::{Book, Contact, Id};
use cardloom::store::format::{self, Origin};
use proptest::prelude::*;

use crate::source::root;

/// Stack of the thread that reads, in bytes: the least that any thread of the program has.
const STACK: usize = 2 << 20;

/// Reads and salvages on a small stack. An overflow would end the whole test program.
fn feed(bytes: Vec<u8>) -> bool {
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let read = format::read(&bytes);
        let saved = format::salvage(&bytes);
        // What was salvaged is a book: it can be written and read again, with nothing more to put aside.
        let (text, _) = format::write(&saved.book, &Origin::default()).unwrap();
        assert_eq!(format::read(text.as_bytes()).unwrap().book, saved.book);
        if let Ok(parsed) = &read {
            assert_eq!(saved.book, parsed.book, "a book that opens is salvaged whole");
        }
        read.is_ok()
    });
    reading.unwrap().join().unwrap()
}

fn seeds() -> Vec<(PathBuf, Vec<u8>)> {
    let mut seeds = Vec::new();
    for folder in ["tests/fixtures", "fuzz/corpus/book"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                seeds.push((path.clone(), std::fs::read(path).unwrap()));
            }
        }
    }
    seeds.sort();
    assert!(seeds.len() >= 8, "the seeds are missing");
    seeds
}

#[test]
fn no_seed_harms_the_reader() {
    let read = seeds().into_iter().filter(|(_, bytes)| feed(bytes.clone())).count();
    assert!(read >= 2, "some of the seeds are books");
}

#[test]
fn deep_nesting_overflows_no_stack() {
    let book =
        String::from_utf8(seeds().into_iter().find(|(path, _)| path.ends_with("book-v1.ron")).unwrap().1)
            .unwrap();
    let place = book.find("name:(").unwrap();
    for (open, close) in [
        ("[", "]"),
        ("(", ")"),
        ("{", "}"),
        ("Some(", ")"),
        ("[(", ")]"),
        ("/*", "*/"),
        ("{a:", "}"),
        ("x:(", ")"),
    ] {
        for depth in [10, 63, 64, 127, 128, 129, 1_000, 30_000, 300_000] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            // As the value of an unknown field, which is kept; as a record; as the whole file; never closed.
            feed(format!("{}aura:{deep},{}", &book[..place], &book[place..]).into_bytes());
            feed(book.replacen("contacts: [\n", &format!("contacts: [\n{deep},\n"), 1).into_bytes());
            feed(deep.clone().into_bytes());
            feed(open.repeat(depth).into_bytes());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn mutilated_books_are_refused_or_salvaged(
        seed in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, any::<prop::sample::Index>(), any::<Vec<u8>>()), 1..6),
    ) {
        let seeds = seeds();
        let mut bytes = seed.get(&seeds).1.clone();
        for (place, removed, from, inserted) in cuts {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            let end = (at + removed).min(bytes.len());
            // A piece from elsewhere in the file, or noise.
            let copied = from.index(bytes.len());
            let piece = if inserted.len() % 2 == 0 {
                bytes[copied..(copied + 30).min(bytes.len())].to_vec()
            } else {
                inserted
            };
            bytes.splice(at..end, piece);
        }
        feed(bytes);
    }
}

#[test]
fn one_record_may_be_larger_than_any_other_book() {
    let mut book = Book::default();
    let tags = (0..200_000).map(|number| format!("tag {number}")).collect();
    crate::books::put(&mut book, Contact { id: Id::new(1), tags, ..Contact::default() });
    let (text, _) = format::write(&book, &Origin::default()).unwrap();
    assert!(feed(text.into_bytes()), "it opens, and on a small stack");
}
