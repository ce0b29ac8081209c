//! Arbitrary bytes as a book: reading never panics, never hangs, and what can be salvaged is a book again.
#![no_main]

use cardloom::store::format::{self, Origin};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = format::read(bytes);
    let saved = format::salvage(bytes);
    let (text, _) = format::write(&saved.book, &Origin::default()).expect("a book can be written");
    let again = format::read(text.as_bytes()).expect("what was written can be read");
    assert!(again.book == saved.book, "what was salvaged comes back");
    if let Ok(parsed) = read {
        assert!(parsed.book == saved.book, "a book that opens is salvaged whole");
    }
});
