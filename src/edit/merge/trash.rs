//! Joins what lies in the trash on both sides. Owns which entries stay and how the records in them are joined.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::fields::Fields;
use super::rule::{Element, List, Rule, Spot, Undecidable};
use super::show::Words;
use crate::edit::Choice;
use crate::model::*;

/// Records that are kept outside of their tables: a list whose elements are joined by their own fields.
pub(super) struct Bundle;

impl Rule<Vec<Kept>> for Bundle {
    #[cfg(test)]
    const ASKS: bool = true;

    fn join(base: &Vec<Kept>, ours: &Vec<Kept>, theirs: &Vec<Kept>, spot: &mut Spot<'_>) -> Vec<Kept> {
        List::join(base, ours, theirs, spot)
    }

    fn decide(value: &mut Vec<Kept>, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
        List::decide(value, path, other, choice)
    }

    fn present(value: &Vec<Kept>, path: &str) -> Option<String> {
        List::present(value, path)
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        <List as Rule<Vec<Kept>>>::show(path, text, words)
    }

    fn relink(now: &mut Vec<Kept>, from: &Vec<Kept>, gone: &BTreeSet<RecordRef>) {
        for kept in now {
            if let Some(older) = from.iter().find(|older| older.reference() == kept.reference()) {
                kept.relink(older, gone);
            }
        }
    }

    fn unlink(now: &mut Vec<Kept>, is_missing: &dyn Fn(RecordRef) -> bool) {
        for kept in now {
            kept.unlink(is_missing);
        }
    }
}

macro_rules! join_kept {
    ($($kind:ident)*) => {
        impl Element for Kept {
            #[cfg(test)]
            const ASKS: bool = true;

            fn key(&self) -> String {
                self.reference().to_string()
            }

            fn join(base: Option<&Self>, ours: &Self, theirs: &Self, spot: &mut Spot<'_>) -> Self {
                match (ours, theirs) {
                    $((Self::$kind(ours), Self::$kind(theirs)) => {
                        let none = $kind::default();
                        let base = match base {
                            Some(Self::$kind(base)) => base,
                            _ => &none,
                        };
                        Self::$kind(Arc::new(<$kind as Fields>::join(base, ours, theirs, spot)))
                    })*
                    _ => ours.clone(),
                }
            }

            fn decide(&mut self, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
                match self { $(Self::$kind(record) => Arc::make_mut(record).decide(path, other, choice),)* }
            }

            fn present(&self, path: &str) -> Option<String> {
                match self { $(Self::$kind(record) => record.present(path),)* }
            }

            fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
                // The way does not say the kind; a field of one name reads the same in all of them.
                None$(.or_else(|| <$kind as Fields>::show(path, text, words)))*
            }
        }

        impl Kept {
            /// Puts links to records that went back as `from` has them.
            pub(in crate::edit) fn relink(&mut self, from: &Self, gone: &BTreeSet<RecordRef>) {
                match (self, from) {
                    $((Self::$kind(record), Self::$kind(from)) => Fields::relink(Arc::make_mut(record), from, gone),)*
                    _ => {}
                }
            }

            fn unlink(&mut self, is_missing: &dyn Fn(RecordRef) -> bool) {
                match self { $(Self::$kind(record) => Fields::unlink(Arc::make_mut(record), is_missing),)* }
            }
        }
    };
}
with_kept!(join_kept);

/// Takes entries out whose person or card is in the book: one side deleted, the other one needed them.
pub(in crate::edit) fn drop_moot(book: &mut Book) {
    let moot: Vec<Id<Trashed>> =
        book.trash.values().filter(|trashed| trashed.is_moot(book)).map(|trashed| trashed.id).collect();
    for id in moot {
        Trashed::table_mut(book).remove(&id);
    }
}
