//! The documents of the search: each contact, card of the pile, event and follow-up as a row of words.
//!
//! Owns which document has which number and which words it has in which order. Must not know queries.
//! Start reading at [`Documents::put`].
//!
//! Invariant: the places in the dictionary are exactly those of the rows
//! (held by `index::tests::an_update_equals_a_rebuild`, which compares both).

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHasher};

use super::bits::Bits;
use super::dictionary::{Dictionary, DocId, MAX_DOC, WordId};
use super::facts::{Fact, Facts};
use super::gather::{Field, Text};
use super::tokens;
use crate::text::fold::{fold, romaji_of_kana};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Contact,
    Card,
    Event,
    FollowUp,
}

/// In a row: the field of the words that follow.
const FIELD: u32 = 1 << 31;
/// In a row: another writing of the word before.
const OTHER: u32 = 1 << 30;

/// The words of one document in their order, with the fields and other writings among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row(Box<[u32]>);

impl Row {
    /// Calls `visit` with each word and its field.
    pub fn words(&self, mut visit: impl FnMut(WordId, Field)) {
        let mut field = Field::Note;
        for entry in &self.0 {
            match mark(*entry) {
                Some(next) => field = next,
                None => visit(entry & !OTHER, field),
            }
        }
    }

    /// Returns each word in each of its fields once, in order.
    fn places(&self) -> Vec<(WordId, Field)> {
        let mut places = Vec::with_capacity(self.0.len());
        self.words(|word, field| places.push((word, field)));
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Calls `visit` with every place at which the words stand one after another in one text: `fits(n, word)` says
    /// whether a word is the n-th of `length`. Any writing of a word will do.
    pub fn sequences(
        &self,
        length: usize,
        fits: impl Fn(usize, WordId) -> bool,
        mut visit: impl FnMut(Field, &[u32]),
    ) {
        let mut field = Field::Note;
        for start in 0..self.0.len() {
            if let Some(next) = mark(self.0[start]) {
                field = next;
                continue;
            }
            if self.0[start] & OTHER == 0
                && let Some(end) = self.follow(start, length, &fits)
            {
                visit(field, &self.0[start..end]);
            }
        }
    }

    fn follow(&self, mut at: usize, length: usize, fits: &impl Fn(usize, WordId) -> bool) -> Option<usize> {
        for n in 0..length {
            if mark(*self.0.get(at)?).is_some() {
                return None;
            }
            let mut found = false;
            loop {
                found |= fits(n, self.0[at] & !OTHER);
                at += 1;
                if self.0.get(at).is_none_or(|next| next & OTHER == 0 || mark(*next).is_some()) {
                    break;
                }
            }
            if !found {
                return None;
            }
        }
        Some(at)
    }
}

fn mark(entry: u32) -> Option<Field> {
    (entry & FIELD != 0).then(|| Field::ALL[(entry & 15) as usize])
}

/// Which document has which number; shared with results, which outlive a change.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    of: [FxHashMap<u128, DocId>; 4],
    /// Kind and id of each document; free numbers keep their last one.
    ids: Vec<(Kind, u128)>,
}

impl Numbers {
    pub fn get(&self, kind: Kind, id: u128) -> Option<DocId> {
        self.of[kind as usize].get(&id).copied()
    }

    pub fn id(&self, doc: DocId) -> u128 {
        self.ids[doc as usize].1
    }

    /// How many numbers are given, free ones included.
    pub fn len(&self) -> usize {
        self.ids.len()
    }
}

/// All documents with the words of all.
#[derive(Debug, Clone, Default)]
pub(super) struct Documents {
    pub words: Dictionary,
    pub numbers: Arc<Numbers>,
    pub rows: Vec<Row>,
    /// Names for sorting, for contacts.
    pub names: Vec<Box<str>>,
    /// The first eight bytes of each name as a number which orders as they do, so that most names are compared
    /// without looking at them.
    pub name_heads: Vec<u64>,
    /// The documents that are contacts.
    pub contacts: Bits,
    /// The contacts in the order of their names, so that the first of many are found without sorting them.
    pub by_name: Vec<DocId>,
    /// What conditions ask about them.
    pub facts: Facts,
    free: Vec<DocId>,
}

impl Documents {
    /// Puts a document in the place of what was there before.
    pub fn put(&mut self, kind: Kind, id: u128, name: &str, fact: Fact, fill: impl FnOnce(&mut Writer<'_>)) {
        let mut writer = Writer::new(&mut self.words, None);
        fill(&mut writer);
        let row = writer.finish();
        if row.0.is_empty() && kind != Kind::Contact {
            return self.remove(kind, id);
        }
        let Some(doc) = self.number(kind, id) else { return };
        let at = doc as usize;
        let old = std::mem::replace(&mut self.rows[at], row);
        if old != self.rows[at] {
            // Only what differs: taking a place out of a long list and putting it back costs most.
            let (old, new) = (old.places(), self.rows[at].places());
            for (word, field) in old.iter().filter(|place| new.binary_search(place).is_err()) {
                self.words.remove(*word, *field, doc);
            }
            for (word, field) in new.iter().filter(|place| old.binary_search(place).is_err()) {
                self.words.add(*word, *field, doc);
            }
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
        Arc::make_mut(&mut self.numbers).of[kind as usize].remove(&id);
        std::mem::take(&mut self.rows[doc as usize]).words(|word, field| self.words.remove(word, field, doc));
        self.unlist(doc);
        self.contacts.clear(doc);
        self.set_name(doc, "");
        self.facts.set(doc, Fact::default());
        self.free.push(doc);
    }

    /// Returns the name by which a contact is sorted.
    pub fn name(&self, id: u128) -> &str {
        self.numbers.get(Kind::Contact, id).map_or("", |doc| &self.names[doc as usize])
    }

    fn number(&mut self, kind: Kind, id: u128) -> Option<DocId> {
        if let Some(doc) = self.numbers.get(kind, id) {
            return Some(doc);
        }
        let numbers = Arc::make_mut(&mut self.numbers);
        let doc = match self.free.pop() {
            Some(doc) => {
                numbers.ids[doc as usize] = (kind, id);
                doc
            }
            None => {
                let doc = DocId::try_from(numbers.ids.len()).ok().filter(|doc| *doc <= MAX_DOC)?;
                numbers.ids.push((kind, id));
                self.rows.push(Row::default());
                self.names.push(Box::default());
                self.name_heads.push(0);
                doc
            }
        };
        numbers.of[kind as usize].insert(id, doc);
        if kind == Kind::Contact {
            self.contacts.set(doc);
        }
        Some(doc)
    }

    fn set_name(&mut self, doc: DocId, name: &str) {
        let at = doc as usize;
        let is_contact = self.contacts.has(doc);
        if &*self.names[at] != name {
            self.unlist(doc);
            self.names[at] = name.into();
            self.name_heads[at] = head(name);
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
        let mut all = BTreeMap::new();
        for (at, (kind, id)) in self.numbers.ids.iter().enumerate() {
            if self.numbers.get(*kind, *id) == DocId::try_from(at).ok() {
                let mut text = String::new();
                for entry in &self.rows[at].0 {
                    match mark(*entry) {
                        Some(field) => text.push_str(&format!("\n{field:?}:")),
                        None => {
                            text.push(if entry & OTHER == 0 { ' ' } else { '/' });
                            text.push_str(self.words.word(entry & !OTHER));
                        }
                    }
                }
                all.insert((*kind, *id), (text, &*self.names[at]));
            }
        }
        all
    }

    /// Returns every word that stands somewhere, with its places in the order of kinds and ids.
    pub fn readable_places(&self) -> BTreeMap<&str, Vec<(Field, Kind, u128)>> {
        let mut all = BTreeMap::new();
        for id in 0..self.words.len() {
            let mut places = Vec::new();
            let word = WordId::try_from(id).unwrap_or(WordId::MAX);
            self.words.places(word, u16::MAX, |field, doc| {
                let (kind, id) = self.numbers.ids[doc as usize];
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
        let mut all = BTreeMap::new();
        for (kind, of) in
            [Kind::Contact, Kind::Card, Kind::Event, Kind::FollowUp].into_iter().zip(&self.numbers.of)
        {
            all.extend(of.iter().map(|(id, doc)| ((kind, *id), self.facts.get(*doc))));
        }
        all
    }

    /// About how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        let rows: usize = self.rows.iter().map(|row| row.0.len() * 4 + size_of::<Row>()).sum();
        let names: usize = self.names.iter().map(|name| name.len() + size_of::<Box<str>>() + 8).sum();
        let numbers: usize = self.numbers.of.iter().map(|of| of.capacity() * 33).sum();
        self.words.bytes()
            + self.facts.bytes()
            + self.by_name.capacity() * 4
            + rows
            + names
            + numbers
            + self.numbers.ids.capacity() * 32
    }
}

/// Makes all documents of a book at once.
#[derive(Default)]
pub(super) struct Builder {
    documents: Documents,
    known: Known,
}

/// What was worked out while building and is likely to be asked for again.
#[derive(Default)]
pub(super) struct Known {
    /// Romaji of the readings that came before: family names return.
    readings: FxHashMap<String, String>,
    /// Lines that came before: the title of an event stands with everybody who was there. The number is that of the line.
    lines: HashTable<u32>,
    /// For each line: whether short writings were wanted, where its text ends in `text`, its words in `words`.
    ends: Vec<(bool, u32, u32)>,
    text: String,
    words: Vec<u32>,
}

/// Longer lines seldom return.
const LONGEST_KNOWN: usize = 96;

impl Known {
    fn line(&self, number: u32) -> (bool, &str, &[u32]) {
        let at = number as usize;
        let (_, text, words) = at.checked_sub(1).map_or((false, 0, 0), |before| self.ends[before]);
        let (short, text_end, words_end) = self.ends[at];
        let text = &self.text[text as usize..text_end as usize];
        (short, text, &self.words[words as usize..words_end as usize])
    }

    fn hash(short: bool, text: &str) -> u64 {
        let mut hasher = FxHasher::default();
        (short, text).hash(&mut hasher);
        hasher.finish()
    }

    /// Returns the words of a line that came before.
    fn find(&self, short: bool, text: &str) -> Option<&[u32]> {
        let is_it = |number: &u32| {
            let (known_short, known, _) = self.line(*number);
            known_short == short && known == text
        };
        let number = self.lines.find(Self::hash(short, text), is_it)?;
        Some(self.line(*number).2)
    }

    /// Takes note of the words of a line.
    fn keep(&mut self, short: bool, text: &str, words: &[u32]) {
        let (Ok(number), Ok(text_end), Ok(words_end)) = (
            u32::try_from(self.ends.len()),
            u32::try_from(self.text.len() + text.len()),
            u32::try_from(self.words.len() + words.len()),
        ) else {
            return;
        };
        self.text.push_str(text);
        self.words.extend_from_slice(words);
        self.ends.push((short, text_end, words_end));
        let Self { lines, ends, text: all, .. } = self;
        lines.insert_unique(Self::hash(short, text), number, |other| {
            let at = *other as usize;
            let start = at.checked_sub(1).map_or(0, |before| ends[before].1);
            Self::hash(ends[at].0, &all[start as usize..ends[at].1 as usize])
        });
    }
}

impl Builder {
    pub fn add(&mut self, kind: Kind, id: u128, name: &str, fact: Fact, fill: impl FnOnce(&mut Writer<'_>)) {
        let mut writer = Writer::new(&mut self.documents.words, Some(&mut self.known));
        fill(&mut writer);
        let row = writer.finish();
        if row.0.is_empty() && kind != Kind::Contact {
            return;
        }
        let Some(doc) = self.documents.number(kind, id) else { return };
        let words = &mut self.documents.words;
        row.words(|word, field| words.note(word, field, doc));
        self.documents.rows[doc as usize] = row;
        self.documents.names[doc as usize] = name.into();
        self.documents.name_heads[doc as usize] = head(name);
        if kind == Kind::Contact {
            self.documents.by_name.push(doc);
        }
        self.documents.facts.set(doc, fact);
    }

    pub fn finish(self) -> Documents {
        let mut documents = self.documents;
        documents.words.put_in_order();
        let mut by_name = std::mem::take(&mut documents.by_name);
        by_name.sort_unstable_by(|a, b| documents.compare_names(*a, *b));
        documents.by_name = by_name;
        documents.facts.shrink();
        documents
    }

    /// The romaji of a reading, remembered.
    pub fn romaji(&mut self, text: &str) -> String {
        romaji(text, Some(&mut self.known))
    }
}

/// Cuts texts into the words of one row.
pub(super) struct Writer<'a> {
    words: &'a mut Dictionary,
    known: Option<&'a mut Known>,
    row: Vec<u32>,
    lower: String,
    /// Nothing is looked up in its order before all is there.
    is_building: bool,
}

impl<'a> Writer<'a> {
    fn new(words: &'a mut Dictionary, known: Option<&'a mut Known>) -> Self {
        let is_building = known.is_some();
        Self { words, known, row: Vec::with_capacity(128), lower: String::new(), is_building }
    }

    fn finish(self) -> Row {
        Row(self.row.into_boxed_slice())
    }

    /// Writes a text.
    pub fn put(&mut self, field: Field, text: Text<'_>) {
        match text {
            Text::Plain(text) => self.line(field, text),
            Text::Joined(first, second) => {
                self.line(field, &format!("{first} {second}"));
                if first.chars().any(crate::model::is_east_asian) {
                    // Nobody types a space inside a Japanese name.
                    self.line(field, &format!("{first}{second}"));
                }
            }
            Text::Reading(family, given) => self.reading(field, family, given),
            Text::Phone(text) => self.phone(field, text),
        }
    }

    fn line(&mut self, field: Field, text: &str) {
        let has_short_writings = matches!(field, Field::Name | Field::Organization | Field::City);
        // Names, addresses and notes are different for everybody.
        let may_return = text.len() <= LONGEST_KNOWN
            && !matches!(field, Field::Name | Field::Reach | Field::Note | Field::Print | Field::Impression);
        self.row.push(FIELD | field as u32);
        let start = self.row.len();
        if let Some(known) = self.known.as_deref().filter(|_| may_return)
            && let Some(words) = known.find(has_short_writings, text)
        {
            self.row.extend_from_slice(words);
        } else {
            self.cut(has_short_writings, text);
            if let Some(known) = self.known.as_deref_mut().filter(|_| may_return) {
                known.keep(has_short_writings, text, &self.row[start..]);
            }
        }
        if self.row.len() == start {
            self.row.pop();
        }
    }

    /// Appends the words of a text.
    fn cut(&mut self, has_short_writings: bool, text: &str) {
        let Self { words, row, lower, is_building, .. } = self;
        let mut number = |word: &str| words.number(word, *is_building);
        let mut put = |row: &mut Vec<u32>, word: &str| {
            row.push(number(word));
            if has_short_writings && let Some(short) = tokens::contracted(word) {
                row.push(number(&short) | OTHER);
            }
        };
        if text.is_ascii() {
            lower.clear();
            lower.push_str(text);
            lower.make_ascii_lowercase();
            tokens::words(lower, |word| put(row, word));
        } else if let Some(written_out) = tokens::written_out(text) {
            // The same words twice, one with umlauts written out.
            let mut others = Vec::new();
            tokens::words(&fold(&written_out), |word| others.push(word.to_owned()));
            let mut others = others.into_iter();
            tokens::words(&fold(text), |word| {
                row.push(number(word));
                if let Some(other) = others.next().filter(|other| other != word) {
                    row.push(number(&other) | OTHER);
                }
            });
        } else {
            tokens::words(&fold(text), |word| put(row, word));
        }
    }

    fn reading(&mut self, field: Field, family: &str, given: &str) {
        for (first, second) in [(family, given), (given, family)] {
            if first.is_empty() && second.is_empty() {
                continue;
            }
            self.line(field, &format!("{first} {second}"));
            if !first.is_empty() && !second.is_empty() {
                self.line(field, &format!("{first}{second}"));
            }
            self.row.push(FIELD | field as u32);
            for part in [first, second] {
                let romaji = romaji(part, self.known.as_deref_mut());
                let Self { words, row, is_building, .. } = self;
                tokens::words(&romaji, |word| {
                    row.push(words.number(word, *is_building));
                    for other in tokens::other_romaji(word) {
                        row.push(words.number(&other, *is_building) | OTHER);
                    }
                });
            }
            if family.is_empty() || given.is_empty() {
                break;
            }
        }
    }

    /// A number is one word of its digits; letters in it are words too.
    fn phone(&mut self, field: Field, text: &str) {
        let digits = tokens::digits(&fold(text));
        if !digits.is_empty() {
            self.row.push(FIELD | field as u32);
            self.row.push(self.words.number(&digits, self.is_building));
        }
        if text.chars().any(char::is_alphabetic) {
            self.line(field, text);
        }
    }
}

/// Returns the romaji of a text in kana, and any other text folded.
pub(super) fn romaji(text: &str, known: Option<&mut Known>) -> String {
    if !crate::text::fold::has_kana(text) {
        let mut folded = fold(text);
        folded.retain(|character| character != '\'');
        return folded;
    }
    match known {
        Some(known) => match known.readings.get(text) {
            Some(romaji) => romaji.clone(),
            None => {
                let romaji = romaji_of_kana(text);
                known.readings.insert(text.to_owned(), romaji.clone());
                romaji
            }
        },
        None => romaji_of_kana(text),
    }
}

fn head(name: &str) -> u64 {
    let mut letters = [0; 8];
    let length = name.len().min(8);
    letters[..length].copy_from_slice(&name.as_bytes()[..length]);
    u64::from_be_bytes(letters)
}
