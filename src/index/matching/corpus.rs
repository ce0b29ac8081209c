//! The texts that are compared, word by word, and their upkeep for one person at a time.
//!
//! Owns which term stands in which text and how often. Must not know what a text means. Start reading at [`Corpus::put`].
//!
//! Invariant: numbers of terms and texts follow from the way to a book and do not count ([`Corpus::readable`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::gather::{Entry, EntryKind};
use super::words::{Forms, Script, Token, Tongue, is_german, tokens, tongue};
use crate::model::{Contact, Id, Need};

/// The term is a word as it is written, not only a stem.
const SURFACE: u8 = 1;
/// It stands in a German text.
const GERMAN: u8 = 2;

/// A term of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Has {
    pub term: u32,
    /// How often, at most 255.
    pub count: u8,
    flags: u8,
}

/// A text in which a term stands, with all that a score needs of it beforehand: most texts are never looked at closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    pub doc: u32,
    /// Words of the text that say something.
    pub length: u16,
    /// How often the term stands there.
    pub count: u8,
    /// The rank of its kind.
    pub kind: u8,
}

/// A text that is compared.
#[derive(Debug, Clone)]
pub(super) struct Doc {
    pub contact: Id<Contact>,
    pub kind: EntryKind,
    pub need: Option<Id<Need>>,
    pub on: Option<NaiveDate>,
    pub text: Box<str>,
    /// Words that say something.
    pub length: u16,
    /// Its terms, by number.
    pub terms: Box<[Has]>,
}

/// Texts and the ways to them. Texts and names are shared with a copy: an edit makes one while a worker looks for pairs.
#[derive(Debug, Clone, Default)]
pub(super) struct Corpus {
    names: Vec<Arc<str>>,
    terms: FxHashMap<Arc<str>, u32>,
    /// Which texts have a term.
    postings: Vec<Vec<Posting>>,
    /// In how many texts a term is a word as written, and in how many of these it is German.
    written: Vec<(u32, u32)>,
    forward: BTreeSet<Arc<str>>,
    backward: BTreeSet<Arc<str>>,
    docs: Vec<Option<Arc<Doc>>>,
    /// Whose text each one is, by its number.
    slot_of: Vec<u32>,
    free: Vec<u32>,
    slots: FxHashMap<u128, u32>,
    of_slot: Vec<Vec<u32>>,
    count: u32,
    total_length: u64,
}

/// What one text comes to, by the names of its terms.
type ReadableDoc<'a> = (EntryKind, Option<Id<Need>>, Option<NaiveDate>, &'a str, u16, Vec<(&'a str, u8, u8)>);

impl Corpus {
    /// Takes in the texts of a person, in the place of those that were there.
    pub fn put(&mut self, contact: Id<Contact>, entries: &[Entry<'_>], speaks: &str, forms: &mut Lexicon) {
        self.remove(contact);
        if entries.is_empty() {
            return;
        }
        let fresh = u32::try_from(self.of_slot.len()).unwrap_or(u32::MAX);
        let slot = *self.slots.entry(contact.value()).or_insert(fresh);
        if slot == fresh {
            self.of_slot.push(Vec::new());
        }
        for entry in entries {
            self.add(contact, slot, entry, speaks, forms);
        }
    }

    fn add(
        &mut self,
        contact: Id<Contact>,
        slot: u32,
        entry: &Entry<'_>,
        speaks: &str,
        lexicon: &mut Lexicon,
    ) {
        let all = tokens(&entry.text);
        let german = if is_german(&entry.text, &all, speaks) { GERMAN } else { 0 };
        let tongue = tongue(&entry.text, &all);
        let mut found: BTreeMap<u32, (u8, u8)> = BTreeMap::new();
        let mut length = 0_u16;
        let mut add = |corpus: &mut Self, name: &str, flags: u8| {
            let number = corpus.number(name);
            let (count, known) = found.entry(number).or_default();
            *count = count.saturating_add(1);
            *known |= flags;
        };
        for (at, token) in all.iter().enumerate() {
            if token.is_empty_word() {
                continue;
            }
            length = length.saturating_add(words_in(token));
            match token.script {
                Script::Word => {
                    for (form, is_first) in lexicon
                        .of(&token.folded, tongue)
                        .iter()
                        .zip(std::iter::once(true).chain(std::iter::repeat(false)))
                    {
                        add(self, form, if is_first { SURFACE | german } else { 0 });
                    }
                    if let Some(before) = at.checked_sub(1).map(|before| &all[before])
                        && token.joined
                        && before.script == Script::Word
                    {
                        add(self, &format!("{}{}", before.folded, token.folded), SURFACE | german);
                    }
                }
                Script::Kanji => kanji_terms(&token.folded, |term| add(self, term, 0)),
                Script::Katakana | Script::Hiragana => add(self, &token.folded, SURFACE),
            }
        }
        if length == 0 {
            return;
        }
        let terms: Box<[Has]> =
            found.into_iter().map(|(term, (count, flags))| Has { term, count, flags }).collect();
        let doc = match self.free.pop() {
            Some(doc) => doc,
            None => {
                self.docs.push(None);
                self.slot_of.push(0);
                u32::try_from(self.docs.len() - 1).unwrap_or(u32::MAX)
            }
        };
        let kind = entry.kind.rank();
        for has in &terms {
            self.postings[has.term as usize].push(Posting { doc, length, count: has.count, kind });
            self.write(*has, true);
        }
        self.slot_of[doc as usize] = slot;
        self.count += 1;
        self.total_length += u64::from(length);
        self.of_slot[slot as usize].push(doc);
        self.docs[doc as usize] = Some(Arc::new(Doc {
            contact,
            kind: entry.kind,
            need: entry.need,
            on: entry.on,
            text: entry.text.as_ref().into(),
            length,
            terms,
        }));
    }

    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.terms.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let name: Arc<str> = name.into();
        self.names.push(Arc::clone(&name));
        self.terms.insert(name, number);
        self.postings.push(Vec::new());
        self.written.push((0, 0));
        number
    }

    /// Counts a term of a text that came or went.
    fn write(&mut self, has: Has, came: bool) {
        if has.flags & SURFACE == 0 {
            return;
        }
        let (count, german) = &mut self.written[has.term as usize];
        let before = *count;
        let step = |value: &mut u32| *value = if came { *value + 1 } else { value.saturating_sub(1) };
        step(count);
        if has.flags & GERMAN != 0 {
            step(german);
        }
        let name = &self.names[has.term as usize];
        if before == 0 && came {
            self.forward.insert(name.clone());
            self.backward.insert(name.chars().rev().collect::<String>().into());
        } else if !came && *count == 0 {
            self.forward.remove(name);
            self.backward.remove(name.chars().rev().collect::<String>().as_str());
        }
    }

    /// Takes the texts of a person out.
    pub fn remove(&mut self, contact: Id<Contact>) {
        let Some(slot) = self.slots.get(&contact.value()) else { return };
        for doc in std::mem::take(&mut self.of_slot[*slot as usize]) {
            let Some(old) = self.docs[doc as usize].take() else { continue };
            for has in &old.terms {
                self.postings[has.term as usize].retain(|posting| posting.doc != doc);
                self.write(*has, false);
            }
            self.count -= 1;
            self.total_length -= u64::from(old.length);
            self.free.push(doc);
        }
    }

    /// Gives back what was reserved too much.
    pub fn shrink(&mut self) {
        self.postings.iter_mut().for_each(Vec::shrink_to_fit);
        self.of_slot.iter_mut().for_each(Vec::shrink_to_fit);
    }

    pub fn doc(&self, doc: u32) -> Option<&Doc> {
        self.docs.get(doc as usize)?.as_deref()
    }

    /// The texts of a person.
    pub fn docs_of(&self, contact: Id<Contact>) -> impl Iterator<Item = (u32, &Doc)> {
        let slot = self.slots.get(&contact.value()).map(|slot| *slot as usize);
        let docs = slot.and_then(|slot| self.of_slot.get(slot)).into_iter().flatten();
        docs.filter_map(|doc| Some((*doc, self.doc(*doc)?)))
    }

    pub fn docs_of_slot(&self, slot: u32) -> &[u32] {
        self.of_slot.get(slot as usize).map_or(&[], Vec::as_slice)
    }

    /// All texts.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Doc)> {
        (0..).zip(&self.docs).filter_map(|(number, doc)| Some((number, doc.as_deref()?)))
    }

    /// How many texts there are, and room for all numbers of texts and people.
    pub fn sizes(&self) -> (u32, usize, usize) {
        (self.count, self.docs.len(), self.of_slot.len())
    }

    /// Words of a text on average.
    pub fn average_length(&self) -> f32 {
        if self.count == 0 { 1.0 } else { self.total_length as f32 / self.count as f32 }
    }

    /// The number of a term that stands somewhere.
    pub fn term(&self, name: &str) -> Option<u32> {
        self.terms.get(name).copied().filter(|term| !self.postings[*term as usize].is_empty())
    }

    pub fn postings(&self, term: u32) -> &[Posting] {
        &self.postings[term as usize]
    }

    /// The rarest of some terms: whatever has all of them is in its list.
    pub fn rarest(&self, terms: &[u32]) -> &[Posting] {
        let lists = terms.iter().map(|term| self.postings(*term));
        lists.min_by_key(|list| list.len()).unwrap_or_default()
    }

    /// The number of the person whose text it is.
    pub fn slot_of(&self, doc: u32) -> u32 {
        self.slot_of[doc as usize]
    }

    /// The number of a person who has a text.
    pub fn slot(&self, contact: Id<Contact>) -> Option<u32> {
        self.slots.get(&contact.value()).copied()
    }

    /// Whether a word as written stands somewhere.
    pub fn is_written(&self, word: &str) -> bool {
        self.terms.get(word).is_some_and(|term| self.written[*term as usize].0 > 0)
    }

    /// Whether a word stands in a German text.
    pub fn is_german(&self, word: &str) -> bool {
        self.terms.get(word).is_some_and(|term| self.written[*term as usize].1 > 0)
    }

    /// Words as written that begin with this one and are longer.
    pub fn beginning_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let from =
            self.forward.range::<str, _>((std::ops::Bound::Excluded(word), std::ops::Bound::Unbounded));
        from.map(|name| &**name).take_while(move |name| name.starts_with(word))
    }

    /// Words as written that end with this one and are longer.
    pub fn ending_with(&self, word: &str) -> Vec<String> {
        let back: String = word.chars().rev().collect();
        let bounds = (std::ops::Bound::Excluded(back.as_str()), std::ops::Bound::Unbounded);
        let from = self.backward.range::<str, _>(bounds);
        from.take_while(|name| name.starts_with(&back)).map(|name| name.chars().rev().collect()).collect()
    }

    /// What is kept of everybody, in an order that depends on the book alone.
    pub fn readable(&self) -> BTreeMap<u128, Vec<ReadableDoc<'_>>> {
        let mut all: BTreeMap<u128, Vec<ReadableDoc<'_>>> = BTreeMap::new();
        for (contact, slot) in self.slots.iter().collect::<BTreeMap<_, _>>() {
            let docs = self.docs_of_slot(*slot).iter().filter_map(|doc| self.doc(*doc));
            let readable: Vec<ReadableDoc<'_>> = docs
                .map(|doc| {
                    let name = |has: &Has| (&*self.names[has.term as usize], has.count, has.flags);
                    let mut terms: Vec<_> = doc.terms.iter().map(name).collect();
                    terms.sort_unstable();
                    (doc.kind, doc.need, doc.on, &*doc.text, doc.length, terms)
                })
                .collect();
            if !readable.is_empty() {
                all.insert(*contact, readable);
            }
        }
        all
    }
}

/// How many words a token counts for.
pub(super) fn words_in(token: &Token) -> u16 {
    match token.script {
        Script::Kanji => u16::try_from(token.folded.chars().count().div_ceil(2)).unwrap_or(u16::MAX),
        _ => 1,
    }
}

/// Visits the terms of a run of kanji: its pairs, and the last one of three or more, which is what it is about (紙 of
/// 包装紙). Two are a word of their own: 歯車 is no 車.
pub(super) fn kanji_terms(run: &str, mut visit: impl FnMut(&str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    match starts.as_slice() {
        [] => {}
        [_] => visit(run),
        [.., last] => {
            for (at, start) in starts.iter().enumerate().take(starts.len() - 1) {
                let end = starts.get(at + 2).copied().unwrap_or(run.len());
                visit(&run[*start..end]);
            }
            if starts.len() > 2 {
                visit(&format!("~{}", &run[*last..]));
            }
        }
    }
}

/// The forms of words, each worked out once.
pub(super) struct Lexicon {
    forms: Forms,
    /// By language.
    known: [FxHashMap<String, Vec<String>>; 3],
}

impl Lexicon {
    pub fn new() -> Self {
        Self { forms: Forms::new(), known: Default::default() }
    }

    pub fn of(&mut self, folded: &str, tongue: Tongue) -> &[String] {
        let known = &mut self.known[tongue as usize];
        if !known.contains_key(folded) {
            known.insert(folded.to_owned(), self.forms.of(folded, tongue));
        }
        known.get(folded).map_or(&[], Vec::as_slice)
    }

    pub fn main(&self, folded: &str, german: bool) -> String {
        self.forms.main(folded, german)
    }
}
