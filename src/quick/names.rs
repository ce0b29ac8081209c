//! Who is called so: names of a line and the people of a book.

use chrono::NaiveDate;

use crate::index::{Index, Query};
use crate::model::{Book, Contact, Id, PersonName};
use crate::text::fold::{fold, romaji_of_kana};

/// So many people are offered when a name fits several.
const OFFERED: usize = 6;
/// So many of the search are looked at.
const LOOKED_AT: usize = 40;
/// A longer text is no name.
const LONGEST_NAME: usize = 80;

/// Who is called by a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Called {
    /// Every word of the name is a word of theirs.
    pub exact: Vec<Id<Contact>>,
    /// Only nearly: the beginning of a name, or after a typing error. The best first.
    pub near: Vec<Id<Contact>>,
}

/// Finds people by their names.
pub trait Names {
    /// Returns who is called so.
    fn called(&self, name: &str) -> Called;
}

/// The people of a book.
pub struct BookNames<'a> {
    book: &'a Book,
    index: &'a Index,
    /// These are meant when a name fits them and others: whoever is selected.
    preferred: &'a [Id<Contact>],
    /// Whoever was let go is there too.
    archived: bool,
}

impl<'a> BookNames<'a> {
    /// The people of a book; `preferred` are meant when a name fits them and others.
    #[must_use]
    pub fn new(book: &'a Book, index: &'a Index, preferred: &'a [Id<Contact>]) -> Self {
        Self { book, index, preferred, archived: false }
    }

    /// Knows also whoever was let go.
    #[must_use]
    pub fn with_archived(self) -> Self {
        Self { archived: true, ..self }
    }
}

impl Names for BookNames<'_> {
    fn called(&self, name: &str) -> Called {
        let folded = fold(name);
        let words: Vec<&str> =
            folded.split([' ', '・', '.', '"', ':', '\'']).filter(|word| !word.is_empty()).collect();
        if words.is_empty() || folded.chars().count() > LONGEST_NAME {
            return Called::default();
        }
        // A quote or a sign in front of a word would be an operator of the search.
        let quoted = words.iter().filter(|word| word.chars().any(char::is_alphanumeric));
        let query: Vec<String> = quoted.map(|word| format!("name:\"{word}\"")).collect();
        if query.is_empty() {
            return Called::default();
        }
        let mut called = Called::default();
        let mut look = |query: &str| {
            // Names know no day.
            let found = self.index.find_best(&Query::parse(query), NaiveDate::default(), LOOKED_AT);
            for id in found.ranked() {
                let Some(contact) = self.book.get(*id) else { continue };
                let is_away = contact.archived.is_some() && !self.archived;
                if is_away || called.exact.contains(id) || called.near.contains(id) {
                    continue;
                }
                if is_called(&contact.name, &words) {
                    called.exact.push(*id);
                } else {
                    called.near.push(*id);
                }
            }
        };
        look(&query.join(" "));
        // The beginning of a name, or one with a typing error.
        look(&query.join(" ").replace('"', ""));
        called.near.truncate(OFFERED);
        let meant: Vec<_> = called.exact.iter().copied().filter(|id| self.preferred.contains(id)).collect();
        if meant.len() == 1 {
            called.exact = meant;
        }
        called.exact.truncate(OFFERED);
        called
    }
}

/// Whether every word is a word of this name, in any of its writings.
fn is_called(name: &PersonName, words: &[&str]) -> bool {
    let mut own: Vec<String> = Vec::new();
    let readings = [&name.family_reading, &name.given_reading].map(|reading| romaji_of_kana(reading));
    let parts = [&name.family, &name.given, &name.additional, &name.nickname, &name.latin];
    let parts = parts.into_iter().chain([&name.family_reading, &name.given_reading]).chain(&readings);
    for part in parts {
        let folded = fold(part);
        own.extend(folded.split([' ', '・', '.', '-']).filter(|word| !word.is_empty()).map(short));
        if folded.contains('-') {
            own.push(short(&folded));
        }
    }
    // 田中遥 is typed without a space.
    let whole = [(&name.family, &name.given), (&name.family_reading, &name.given_reading)];
    for (family, given) in whole {
        own.push(fold(&format!("{}{}", family.trim(), given.trim())));
    }
    words.iter().all(|word| own.iter().any(|own| *own == short(word)))
}

/// Umlauts written out and not are the same name: Schaefer, Schäfer.
fn short(word: &str) -> String {
    word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}
