//! The documents of the search: each contact, card of the pile, event and follow-up as a row of words.
//!
//! Owns which document has which words in which order. Must not know queries. A whole book is taken in by `make`, what an
//! edit changes by [`Documents::put`]: start reading there.
//!
//! Invariant: the places in the dictionary are exactly those of the rows
//! (held by `index::tests::an_update_equals_a_rebuild`, which compares both).

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::bits::Bits;
use super::dictionary::{Dictionary, DocId, WordId, head};
use super::facts::{Fact, Facts};
use super::gather::Field;
use super::numbers::{Kind, Numbers};
use super::rows::{OTHER, Row, Rows, mark};
use super::writer::Writer;

/// All documents with the words of all.
#[derive(Debug, Clone, Default)]
pub(super) struct Documents {
    pub words: Dictionary,
    pub numbers: Arc<Numbers>,
    pub rows: Rows,
    /// Names for sorting, up to the last contact.
    names: Vec<Box<str>>,
    /// The first eight bytes of each name as a number which orders as they do, so that most names are compared
    /// without looking at them.
    name_heads: Vec<u64>,
    /// The documents that are contacts.
    pub contacts: Bits,
    /// The contacts in the order of their names, so that the first of many are found without sorting them.
    pub by_name: Vec<DocId>,
    /// What conditions ask about them.
    pub facts: Facts,
}

impl Documents {
    /// Takes over the documents of a whole book, of which the first are the contacts with these names.
    pub fn of(
        words: Dictionary,
        numbers: Numbers,
        rows: Rows,
        names: Vec<Box<str>>,
        contacts: Bits,
        facts: Facts,
    ) -> Self {
        let name_heads = names.iter().map(|name| head(name.as_bytes())).collect();
        let by_name: Vec<DocId> = (0..names.len() as DocId).collect();
        let numbers = Arc::new(numbers);
        let mut documents = Self { words, numbers, rows, names, name_heads, contacts, by_name, facts };
        let mut by_name = std::mem::take(&mut documents.by_name);
        by_name.sort_unstable_by(|a, b| documents.compare_names(*a, *b));
        documents.by_name = by_name;
        documents
    }

    /// Puts a document in the place of what was there before.
    pub fn put(
        &mut self,
        kind: Kind,
        id: u128,
        name: &str,
        fact: Fact,
        fill: impl FnOnce(&mut Writer<'_, Dictionary>),
    ) {
        let mut row = Vec::with_capacity(256);
        fill(&mut Writer::new(&mut self.words, None, &mut row));
        if row.is_empty() && !kind.needs_no_words() {
            return self.remove(kind, id);
        }
        let Some(doc) = self.number(kind, id) else { return };
        let (old, row) = (self.rows.get(doc), Row(&row));
        if old != row {
            // Only what differs: taking a place out of a long list and putting it back costs most.
            let (old, new) = (old.places(), row.places());
            for (word, field) in old.iter().filter(|place| new.binary_search(place).is_err()) {
                self.words.remove(*word, *field, doc);
            }
            for (word, field) in new.iter().filter(|place| old.binary_search(place).is_err()) {
                self.words.add(*word, *field, doc);
            }
            self.rows.set(doc, row.0);
        }
        self.set_name(doc, name);
        self.facts.set(doc, fact);
    }

    /// Which of two contacts comes first by name.
    pub fn compare_names(&self, a: DocId, b: DocId) -> Ordering {
        let (first, second) = (a as usize, b as usize);
        self.name_heads[first]
            .cmp(&self.name_heads[second])
            .then_with(|| self.names[first].cmp(&self.names[second]))
            .then_with(|| self.numbers.id(a).cmp(&self.numbers.id(b)))
    }

    /// Puts in what is known about a document that is there.
    pub fn set_fact(&mut self, kind: Kind, id: u128, fact: Fact) {
        if let Some(doc) = self.numbers.get(kind, id) {
            self.facts.set(doc, fact);
        }
    }

    /// Takes a document away.
    pub fn remove(&mut self, kind: Kind, id: u128) {
        let Some(doc) = self.numbers.get(kind, id) else { return };
        Arc::make_mut(&mut self.numbers).take(doc);
        for (word, field) in self.rows.get(doc).places() {
            self.words.remove(word, field, doc);
        }
        self.rows.set(doc, &[]);
        self.unlist(doc);
        self.contacts.clear(doc);
        self.set_name(doc, "");
        self.facts.set(doc, Fact::default());
    }

    /// Returns the name by which a contact is sorted.
    pub fn name(&self, id: u128) -> &str {
        let doc = self.numbers.get(Kind::Contact, id);
        doc.and_then(|doc| self.names.get(doc as usize)).map_or("", |name| name)
    }

    /// How many numbers there are up to the last contact; only contacts are ranked.
    pub fn contacts_end(&self) -> usize {
        self.names.len()
    }

    fn number(&mut self, kind: Kind, id: u128) -> Option<DocId> {
        if let Some(doc) = self.numbers.get(kind, id) {
            return Some(doc);
        }
        let doc = Arc::make_mut(&mut self.numbers).give(kind, id)?;
        if kind == Kind::Contact {
            let room = self.names.len().max(doc as usize + 1);
            self.names.resize(room, Box::default());
            self.name_heads.resize(room, 0);
            self.contacts.set(doc);
        }
        Some(doc)
    }

    fn set_name(&mut self, doc: DocId, name: &str) {
        let at = doc as usize;
        let is_contact = self.contacts.has(doc);
        if self.names.get(at).is_some_and(|known| **known != *name) {
            self.unlist(doc);
            self.names[at] = name.into();
            self.name_heads[at] = head(name.as_bytes());
        }
        if is_contact && let Err(place) = self.place_by_name(doc) {
            self.by_name.insert(place, doc);
        }
    }

    fn place_by_name(&self, doc: DocId) -> Result<usize, usize> {
        self.by_name.binary_search_by(|other| self.compare_names(*other, doc))
    }

    fn unlist(&mut self, doc: DocId) {
        if self.contacts.has(doc)
            && let Ok(place) = self.place_by_name(doc)
        {
            self.by_name.remove(place);
        }
    }

    /// Returns the contacts in the order of their names.
    pub fn readable_order(&self) -> Vec<u128> {
        self.by_name.iter().map(|doc| self.numbers.id(*doc)).collect()
    }

    /// Returns every document as its words, however numbers were given.
    pub fn readable(&self) -> BTreeMap<(Kind, u128), (String, &str)> {
        let read = |doc: DocId| {
            let mut text = String::new();
            for entry in self.rows.get(doc).0 {
                match mark(*entry) {
                    Some(field) => text.push_str(&format!("\n{field:?}:")),
                    None => {
                        text.push(if entry & OTHER == 0 { ' ' } else { '/' });
                        text.push_str(self.words.word(entry & !OTHER));
                    }
                }
            }
            (self.numbers.name(doc), (text, self.names.get(doc as usize).map_or("", |name| &**name)))
        };
        self.numbers.all().map(read).collect()
    }

    /// Returns every word that stands somewhere, with its places in the order of kinds and ids.
    pub fn readable_places(&self) -> BTreeMap<&str, Vec<(Field, Kind, u128)>> {
        let mut all = BTreeMap::new();
        for id in 0..self.words.len() {
            let mut places = Vec::new();
            let word = WordId::try_from(id).unwrap_or(WordId::MAX);
            self.words.places(word, u16::MAX, |field, doc| {
                let (kind, id) = self.numbers.name(doc);
                places.push((field, kind, id));
            });
            if !places.is_empty() {
                places.sort_unstable();
                all.insert(self.words.word(word), places);
            }
        }
        all
    }

    /// Returns what is known about every document, however numbers were given.
    pub fn readable_facts(&self) -> BTreeMap<(Kind, u128), Fact> {
        self.numbers.all().map(|doc| (self.numbers.name(doc), self.facts.get(doc))).collect()
    }

    /// About how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        let names: usize = self.names.iter().map(|name| name.len() + size_of::<Box<str>>() + 8).sum();
        self.words.bytes()
            + self.facts.bytes()
            + self.by_name.capacity() * 4
            + self.rows.bytes()
            + names
            + self.numbers.bytes()
    }
}
