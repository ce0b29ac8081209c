//! Draws edits of places and of where cards are, for `properties`.

use std::collections::BTreeSet;

use cardloom::edit::StorageEdit;
use cardloom::model::*;

use crate::dice::Dice;

/// Every kind of [`StorageEdit`]; the match at the end has no arm for one that is missing.
pub fn draw_storage_edit(dice: &Dice<'_>, book: &Book) -> StorageEdit {
    let cards = || -> BTreeSet<Id<Card>> { (0..dice.throw() % 3).map(|_| dice.id(book)).collect() };
    let kind = dice.pick(&StorageKind::ALL);
    let at = dice.throw() % 9;
    let edit = match at {
        0 => StorageEdit::Add {
            storage: Box::new(Storage {
                name: dice.text(),
                inside: dice.maybe(book),
                kind,
                ..Storage::default()
            }),
            cards: cards(),
        },
        1 => {
            StorageEdit::Change { storage: dice.id(book), name: dice.text(), kind, inside: dice.maybe(book) }
        }
        2 => StorageEdit::Move { storage: dice.id(book), inside: dice.maybe(book), before: dice.maybe(book) },
        3 => StorageEdit::Remove { storage: dice.id(book) },
        4 => StorageEdit::Put { cards: cards(), to: dice.maybe(book) },
        5 => StorageEdit::Lend {
            cards: cards().into_iter().map(|card| (card, dice.text())).collect(),
            to: dice.id(book),
            back_by: dice.flag().then(|| dice.day()),
        },
        6 => StorageEdit::CameBack { cards: cards() },
        7 => StorageEdit::HandOver { cards: cards(), to: dice.id(book) },
        _ => StorageEdit::Discard { cards: cards() },
    };
    let number = match edit {
        StorageEdit::Add { .. } => 0,
        StorageEdit::Change { .. } => 1,
        StorageEdit::Move { .. } => 2,
        StorageEdit::Remove { .. } => 3,
        StorageEdit::Put { .. } => 4,
        StorageEdit::Lend { .. } => 5,
        StorageEdit::CameBack { .. } => 6,
        StorageEdit::HandOver { .. } => 7,
        StorageEdit::Discard { .. } => 8,
    };
    assert_eq!(number, at, "every kind is drawn");
    edit
}
