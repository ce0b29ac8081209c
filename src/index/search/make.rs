//! All documents of a book at once, for the first question after opening it.
//!
//! Words get numbers as they come while texts are cut; at the end they are put in order, the rows are rewritten, and the
//! places of all words are laid out one behind another by counting. Nothing is allocated for a single word or document.
//! Must give what the updates give (held by `index::tests::an_update_equals_a_rebuild`). Start reading at [`Builder`].

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::bits::Bits;
use super::dictionary::{DOC_BITS, Dictionary, DocId, MAX_DOC, WordId, head, place};
use super::documents::Documents;
use super::facts::{Fact, Facts};
use super::numbers::{Kind, Numbers};
use super::rows::{FIELD, OTHER, Rows};
use super::writer::{Known, Numbering, Writer, romaji};

/// Bytes of a word that its head holds.
const HEAD: usize = 8;

/// A word by its beginning and length; of most words that is all.
#[derive(Debug, Clone, Copy)]
struct Entry {
    head: u64,
    length: u32,
    id: WordId,
}

/// The words in the order in which they come.
#[derive(Default)]
pub(super) struct Words {
    /// All of them, one behind another.
    text: String,
    starts: Vec<u32>,
    by_text: HashTable<Entry>,
}

impl Words {
    fn word(&self, id: WordId) -> &str {
        let end = self.starts.get(id as usize + 1).map_or(self.text.len(), |next| *next as usize);
        &self.text[self.starts[id as usize] as usize..end]
    }
}

fn hash(head: u64, word: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u64(head);
    if word.len() > HEAD {
        hasher.write(&word[HEAD..]);
    }
    hasher.finish()
}

impl Numbering for Words {
    fn number(&mut self, word: &str) -> WordId {
        let head = head(word.as_bytes());
        let hash = hash(head, word.as_bytes());
        let Self { text, starts, by_text } = self;
        let rest = |text: &str, entry: &Entry| {
            let start = starts[entry.id as usize] as usize;
            text.as_bytes()[start + HEAD..start + entry.length as usize] == word.as_bytes()[HEAD..]
        };
        let is_it = |entry: &Entry| {
            entry.head == head
                && entry.length as usize == word.len()
                && (word.len() <= HEAD || rest(text, entry))
        };
        if let Some(entry) = by_text.find(hash, is_it) {
            return entry.id;
        }
        let id = WordId::try_from(starts.len()).unwrap_or(WordId::MAX);
        let start = text.len();
        text.push_str(word);
        starts.push(u32::try_from(start).unwrap_or(u32::MAX));
        let (text, starts) = (&*text, &*starts);
        by_text.insert_unique(hash, Entry { head, length: word.len() as u32, id }, |entry| {
            let start = starts[entry.id as usize] as usize;
            self::hash(entry.head, &text.as_bytes()[start..start + entry.length as usize])
        });
        id
    }
}

/// Makes all documents of a book, which come kind by kind and each kind in the order of the ids.
#[derive(Default)]
pub(super) struct Builder {
    words: Words,
    known: Known,
    rows: Vec<u32>,
    ends: Vec<u32>,
    ids: Vec<u128>,
    kinds: [usize; 4],
    names: Vec<Box<str>>,
    facts: Facts,
}

impl Builder {
    /// Returns one with room for what so many records usually have.
    pub fn with_room(records: usize) -> Self {
        let mut builder = Self::default();
        builder.rows.reserve(records * 24);
        builder.words.text.reserve(records * 12);
        builder.words.starts.reserve(records * 2);
        builder
    }

    /// Adds a document; one without any word is left out, unless it is of a kind that conditions find too.
    pub fn add(
        &mut self,
        kind: Kind,
        id: u128,
        name: &str,
        fact: Fact,
        fill: impl FnOnce(&mut Writer<'_, Words>),
    ) {
        let start = self.rows.len();
        let mut writer = Writer::new(&mut self.words, Some(&mut self.known), &mut self.rows);
        fill(&mut writer);
        if self.rows.len() == start && !kind.needs_no_words() || self.ids.len() > MAX_DOC as usize {
            return self.rows.truncate(start);
        }
        let doc = self.ids.len();
        self.ids.push(id);
        self.ends.push(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        for end in &mut self.kinds[kind as usize..] {
            *end = doc + 1;
        }
        if kind == Kind::Contact {
            self.names.push(name.into());
        }
        self.facts.set(doc as DocId, fact);
    }

    /// The romaji of a reading, remembered.
    pub fn romaji(&mut self, text: &str) -> String {
        romaji(text, Some(&mut self.known))
    }

    /// Puts all of it in order.
    pub fn finish(self) -> Documents {
        let Self { words, known, mut rows, ends, mut ids, kinds, names, mut facts } = self;
        drop(known);
        let (text, starts, rank) = in_order(&words);
        drop(words);
        for entry in &mut rows {
            if *entry & FIELD == 0 {
                *entry = rank[(*entry & !OTHER) as usize] | *entry & OTHER;
            }
        }
        drop(rank);
        rows.shrink_to_fit();
        ids.shrink_to_fit();
        facts.shrink();
        let rows = Rows::of(rows, ends);
        let (places, place_ends) = lay_out(&rows, ids.len(), starts.len());
        let mut contacts = Bits::with_room(ids.len());
        (0..names.len()).for_each(|doc| contacts.set(doc as DocId));
        let words = Dictionary::of(text, starts, places, place_ends);
        Documents::of(words, Numbers::of(ids, kinds), rows, names, contacts, facts)
    }
}

/// Puts words in the order of their texts: the text of all with where each begins, and the new number of each.
fn in_order(words: &Words) -> (String, Vec<u32>, Vec<WordId>) {
    let mut order: Vec<(u64, WordId)> = words.by_text.iter().map(|entry| (entry.head, entry.id)).collect();
    order.sort_unstable();
    // Those that begin with the same bytes, by the rest.
    let mut left = &mut order[..];
    while let Some((head, _)) = left.first() {
        let same = left.iter().take_while(|(other, _)| other == head).count();
        let (some, rest) = left.split_at_mut(same);
        if same > 1 {
            some.sort_unstable_by(|a, b| words.word(a.1).cmp(words.word(b.1)));
        }
        left = rest;
    }
    let mut text = String::with_capacity(words.text.len() + order.len());
    let mut starts = Vec::with_capacity(order.len());
    let mut rank = vec![0; order.len()];
    for (number, (_, id)) in order.iter().enumerate() {
        rank[*id as usize] = number as WordId;
        text.push('\n');
        starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        text.push_str(words.word(*id));
    }
    (text, starts, rank)
}

/// Returns the places of all words, word by word, and where those of each end.
fn lay_out(rows: &Rows, documents: usize, words: usize) -> (Vec<u32>, Vec<u32>) {
    // How many places each word has at most, then where its next one goes.
    let mut next = vec![0_u32; words];
    for doc in 0..documents {
        rows.get(doc as DocId).words(|word, _| next[word as usize] += 1);
    }
    let mut total = 0;
    let mut starts = Vec::with_capacity(words);
    for next in &mut next {
        let count = std::mem::replace(next, total);
        starts.push(total);
        total += count;
    }
    let mut places = vec![0_u32; total as usize];
    for doc in 0..documents {
        rows.get(doc as DocId).words(|word, field| {
            let (start, next) = (starts[word as usize], &mut next[word as usize]);
            let place = place(field, doc as DocId);
            // A word often comes more than once in a text.
            if *next == start || places[*next as usize - 1] != place {
                places[*next as usize] = place;
                *next += 1;
            }
        });
    }
    let mut ends = starts;
    let (mut to, mut sorted) = (0, Vec::new());
    for (word, end) in ends.iter_mut().enumerate() {
        let list = *end as usize..next[word] as usize;
        let count = sort(&mut places[list.clone()], &mut sorted);
        places.copy_within(list.start..list.start + count, to);
        to += count;
        *end = to as u32;
    }
    places.truncate(to);
    places.shrink_to_fit();
    (places, ends)
}

/// Sorts places that came in the order of documents, each once; returns how many are left. A long list is put together
/// field by field, which is quicker than comparing.
fn sort(list: &mut [u32], sorted: &mut Vec<u32>) -> usize {
    if !list.is_sorted() {
        if list.len() < 32 {
            list.sort_unstable();
        } else {
            sorted.clear();
            let mut fields = list.iter().fold(0_u32, |fields, place| fields | 1 << (place >> DOC_BITS));
            while fields != 0 {
                let field = fields.trailing_zeros();
                sorted.extend(list.iter().filter(|place| *place >> DOC_BITS == field));
                fields &= fields - 1;
            }
            list.copy_from_slice(sorted);
        }
    }
    let mut kept = 0;
    for at in 0..list.len() {
        if kept == 0 || list[kept - 1] != list[at] {
            list[kept] = list[at];
            kept += 1;
        }
    }
    kept
}
