//! The text of a book: checksum, unknown fields, kept text, damage.
#![allow(clippy::unwrap_used, reason = "tests")]

use cardloom::store::format::{self, Keeper, Origin, StateId};

use crate::books;

#[test]
fn what_is_kept_reads_like_what_is_written_anew() {
    let book = books::hostile(5, 4);
    let origin = Origin { saved: 7, from: vec![StateId(3)], id: None };
    let mut keeper = Keeper::new();
    let text = keeper.text(&book, &origin).unwrap();
    let (anew, id) = format::write(&book, &origin).unwrap();
    assert_eq!(
        (text.pieces.concat(), text.id, text.bytes),
        (anew.clone().into_bytes(), id, anew.len() as u64)
    );
    let parsed = format::read(anew.as_bytes()).unwrap();
    assert_eq!(parsed.origin, Origin { id: Some(id), ..origin });
}
