//! Every word of the book once, and where it stands.
//!
//! Owns words in their order, the places of each, and how a typed word leads to words of the book.
//! Must not know records: a document is a number. Start reading at [`Dictionary::resolve`].
//!
//! Invariant: [`Dictionary::nearly`] finds exactly the words that begin with something at most one typing
//! error away (held by `the_words_nearby_are_those_one_error_away`).

use std::hash::{Hash, Hasher};

use hashbrown::HashTable;
use memchr::memmem::Finder;
use rustc_hash::FxHasher;

use super::gather::Field;

/// The number of a word.
pub(super) type WordId = u32;
/// The number of a document.
pub(super) type DocId = u32;

/// Bits of a place that name the document; the field stands above them.
const DOC_BITS: u32 = 28;
/// The largest number of a document.
pub(super) const MAX_DOC: DocId = (1 << DOC_BITS) - 1;

/// Shortest part in bytes that is looked for inside words: three letters, one kanji or kana.
pub(super) const SHORTEST_INSIDE: usize = 3;

/// How a typed word fits a word of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is the word.
    Whole,
    /// The word begins with it.
    Start,
    /// It stands inside of the word.
    Inside,
    /// It is the word after one typing error is mended.
    Mended,
    /// The word begins with it after one typing error is mended.
    MendedStart,
}

/// Where one word stands: field and document in one number, ascending; nearly always few.
#[derive(Debug, Clone)]
enum Places {
    One(u32),
    Many(Vec<u32>),
}

impl Places {
    fn as_slice(&self) -> &[u32] {
        match self {
            Self::One(place) => std::slice::from_ref(place),
            Self::Many(places) => places,
        }
    }
}

/// The words of the book.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    /// All words, each after a line end, in the order in which they came.
    text: String,
    /// Where each word begins in `text`.
    starts: Vec<u32>,
    places: Vec<Places>,
    by_text: HashTable<WordId>,
    /// Words by their text.
    sorted: Vec<WordId>,
}

impl Dictionary {
    /// Returns a word's text.
    pub fn word(&self, id: WordId) -> &str {
        let start = self.starts[id as usize] as usize;
        let end = self.starts.get(id as usize + 1).map_or(self.text.len(), |next| *next as usize - 1);
        &self.text[start..end]
    }

    /// Returns the number of a word, taking it in when it is new. `is_building`: the order is made later, by
    /// [`Self::put_in_order`].
    pub fn number(&mut self, word: &str, is_building: bool) -> WordId {
        let hash = hash(word);
        if let Some(id) = self.by_text.find(hash, |id| self.word(*id) == word) {
            return *id;
        }
        let id = WordId::try_from(self.starts.len()).unwrap_or(WordId::MAX);
        self.text.push('\n');
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(word);
        self.places.push(Places::Many(Vec::new()));
        let Self { by_text, text, starts, .. } = self;
        by_text.insert_unique(hash, id, |other| {
            let start = starts[*other as usize] as usize;
            let end = starts.get(*other as usize + 1).map_or(text.len(), |next| *next as usize - 1);
            self::hash(&text[start..end])
        });
        if !is_building {
            let at = self.sorted.partition_point(|other| self.word(*other) < word);
            self.sorted.insert(at, id);
        }
        id
    }

    /// Puts the words in order and gives back memory that only building needed.
    pub fn put_in_order(&mut self) {
        let key = |id: WordId| {
            let word = self.word(id).as_bytes();
            let mut head = [0; 8];
            let length = word.len().min(8);
            head[..length].copy_from_slice(&word[..length]);
            (u64::from_be_bytes(head), id)
        };
        let mut keyed: Vec<(u64, WordId)> = (0..self.starts.len()).map(|id| key(id as WordId)).collect();
        keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.word(a.1).cmp(self.word(b.1))));
        self.sorted = keyed.into_iter().map(|(_, id)| id).collect();
        for places in &mut self.places {
            if let Places::Many(list) = places {
                sort_by_field(list);
                list.dedup();
                if let [only] = list[..] {
                    *places = Places::One(only);
                } else {
                    list.shrink_to_fit();
                }
            }
        }
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.places.shrink_to_fit();
    }

    /// Notes a place while building, in the order of documents.
    pub fn note(&mut self, word: WordId, field: Field, doc: DocId) {
        let place = place(field, doc);
        if let Places::Many(list) = &mut self.places[word as usize]
            && list.last() != Some(&place)
        {
            list.push(place);
        }
    }

    /// Adds a place.
    pub fn add(&mut self, word: WordId, field: Field, doc: DocId) {
        let place = place(field, doc);
        let places = &mut self.places[word as usize];
        if let Places::One(only) = *places {
            if only == place {
                return;
            }
            *places = Places::Many(vec![only]);
        }
        if let Places::Many(list) = places
            && let Err(at) = list.binary_search(&place)
        {
            list.insert(at, place);
        }
    }

    /// Takes a place away, if it is there. A word without places stays, and finds nothing.
    pub fn remove(&mut self, word: WordId, field: Field, doc: DocId) {
        let place = place(field, doc);
        let places = &mut self.places[word as usize];
        match places {
            Places::One(only) if *only == place => *places = Places::Many(Vec::new()),
            Places::One(_) => {}
            Places::Many(list) => {
                if let Ok(at) = list.binary_search(&place) {
                    list.remove(at);
                }
            }
        }
    }

    /// Calls `found` with every document in which a word stands in one of the fields (one bit each).
    pub fn places(&self, word: WordId, fields: u16, mut found: impl FnMut(Field, DocId)) {
        let places = self.places[word as usize].as_slice();
        if fields == u16::MAX {
            for place in places {
                found(Field::ALL[(place >> DOC_BITS) as usize], place & MAX_DOC);
            }
            return;
        }
        let mut rest = places;
        while let Some(first) = rest.first() {
            let number = first >> DOC_BITS;
            if fields >> number == 0 {
                break;
            }
            let end = rest.partition_point(|place| place >> DOC_BITS == number);
            if fields & (1 << number) != 0 {
                for place in &rest[..end] {
                    found(Field::ALL[number as usize], place & MAX_DOC);
                }
            }
            rest = &rest[end..];
        }
    }

    /// Calls `found` with every word that a typed word means as it is typed: the word itself, those that begin
    /// with it and those that have it inside.
    pub fn resolve(&self, typed: &str, mut found: impl FnMut(WordId, Fit)) {
        for id in self.starting(typed) {
            let is_whole = self.word(*id).len() == typed.len();
            found(*id, if is_whole { Fit::Whole } else { Fit::Start });
        }
        if typed.len() < SHORTEST_INSIDE {
            return;
        }
        let finder = Finder::new(typed);
        let text = self.text.as_bytes();
        let mut from = 0;
        while let Some(hit) = finder.find(&text[from..]) {
            let at = from + hit;
            let id = self.starts.partition_point(|start| *start as usize <= at) - 1;
            if self.starts[id] as usize != at {
                found(id as WordId, Fit::Inside);
            }
            // The next word: a word is found once.
            from = self.starts.get(id + 1).map_or(text.len(), |next| *next as usize);
        }
    }

    /// Calls `found` with the words that end with `typed`.
    pub fn ending(&self, typed: &str, mut found: impl FnMut(WordId)) {
        if let Some(whole) = self.get(typed) {
            found(whole);
        }
        if typed.len() < SHORTEST_INSIDE {
            return;
        }
        let finder = Finder::new(typed);
        let text = self.text.as_bytes();
        for at in finder.find_iter(text) {
            let end = at + typed.len();
            if text.get(end).is_none_or(|next| *next == b'\n') && text[at - 1] != b'\n' {
                found(self.starts.partition_point(|start| *start as usize <= at) as WordId - 1);
            }
        }
    }

    /// Returns the number of a word that is in the book.
    pub fn get(&self, word: &str) -> Option<WordId> {
        self.by_text.find(hash(word), |id| self.word(*id) == word).copied()
    }

    /// Returns the words that begin with a text, in their order.
    pub fn starting(&self, typed: &str) -> &[WordId] {
        self.narrow(&self.sorted, typed)
    }

    fn narrow<'a>(&self, sorted: &'a [WordId], start: &str) -> &'a [WordId] {
        let first = sorted.partition_point(|id| self.word(*id) < start);
        let rest = &sorted[first..];
        if !rest.first().is_some_and(|id| self.word(*id).starts_with(start)) {
            return &[];
        }
        let length = rest.partition_point(|id| self.word(*id).starts_with(start));
        &rest[..length]
    }

    /// Calls `found` with every word that begins with `typed` after one letter is replaced, added, left out, or
    /// changed places with the next one; those that begin with `typed` itself are not among them. A word may
    /// come twice.
    ///
    /// It walks down the ordered words letter by letter, as along a trie, and makes the error at each letter:
    /// a few hundred binary searches in ever smaller parts, however many words there are.
    pub fn nearly(&self, typed: &str, mut found: impl FnMut(WordId)) {
        let mut range: &[WordId] = &self.sorted;
        let mut depth = 0;
        let mut wanted = String::with_capacity(typed.len() + 4);
        let mut report = |range: &[WordId]| {
            for id in range {
                if !self.word(*id).starts_with(typed) {
                    found(*id);
                }
            }
        };
        while depth < typed.len() && !range.is_empty() {
            let (done, rest) = typed.split_at(depth);
            let mut letters = rest.chars();
            let Some(letter) = letters.next() else { break };
            let after = letters.as_str();
            // A letter too many; not the last one, or every shorter word would do.
            if !after.is_empty() {
                wanted.clear();
                wanted.extend([done, after]);
                report(self.narrow(range, &wanted));
            }
            if let Some(next) = after.chars().next() {
                wanted.clear();
                wanted.push_str(done);
                wanted.extend([next, letter]);
                wanted.push_str(&after[next.len_utf8()..]);
                report(self.narrow(range, &wanted));
            }
            // Every letter that a word has here: instead of the typed one, or before it.
            let mut left = range;
            while let Some(first) = left.first() {
                let Some(other) = self.word(*first)[depth..].chars().next() else {
                    left = &left[1..];
                    continue;
                };
                if other >= '\u{3400}' {
                    // Chinese characters are chosen, not mistyped, and come last in the order.
                    break;
                }
                let length = left.partition_point(|id| self.word(*id)[depth..].starts_with(other));
                let (branch, others) = left.split_at(length);
                left = others;
                if other == letter {
                    continue;
                }
                wanted.clear();
                wanted.push_str(done);
                wanted.push(other);
                let stem = wanted.len();
                wanted.push_str(after);
                report(self.narrow(branch, &wanted));
                wanted.truncate(stem);
                wanted.push_str(rest);
                report(self.narrow(branch, &wanted));
            }
            depth += letter.len_utf8();
            range = self.narrow(range, &typed[..depth]);
        }
    }

    /// How many words there are, those without places included.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// About how many bytes all of it takes.
    pub fn bytes(&self) -> usize {
        let list = |places: &Places| match places {
            Places::One(_) => 0,
            Places::Many(list) => list.capacity() * 4,
        };
        let lists: usize = self.places.iter().map(list).sum();
        self.text.capacity()
            + self.starts.capacity() * 4
            + self.places.capacity() * size_of::<Places>()
            + lists
            + self.by_text.capacity() * 5
            + self.sorted.capacity() * 4
    }
}

fn place(field: Field, doc: DocId) -> u32 {
    (field as u32) << DOC_BITS | doc
}

/// Sorts places that came in the order of documents: field by field, which is quicker than comparing.
fn sort_by_field(list: &mut Vec<u32>) {
    if list.is_sorted() {
        return;
    }
    let mut fields = list.iter().fold(0_u32, |fields, place| fields | 1 << (place >> DOC_BITS));
    let mut sorted = Vec::with_capacity(list.len());
    while fields != 0 {
        let field = fields.trailing_zeros();
        sorted.extend(list.iter().filter(|place| *place >> DOC_BITS == field));
        fields &= fields - 1;
    }
    *list = sorted;
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn dictionary(words: &[&str]) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for word in words {
            dictionary.number(word, true);
        }
        dictionary.put_in_order();
        dictionary
    }

    fn found(
        dictionary: &Dictionary,
        look: impl FnOnce(&Dictionary, &mut dyn FnMut(WordId)),
    ) -> BTreeSet<&str> {
        let mut ids = Vec::new();
        look(dictionary, &mut |id| ids.push(id));
        ids.into_iter().map(|id| dictionary.word(id)).collect()
    }

    #[test]
    fn a_typed_word_leads_to_the_words_meant() {
        let dictionary = dictionary(&["tanaka", "tan", "kitano", "田中", "中村", "an"]);
        let resolve = |typed: &str| {
            let mut fits = Vec::new();
            dictionary.resolve(typed, |id, fit| fits.push((dictionary.word(id), fit)));
            fits
        };
        assert_eq!(resolve("tan"), [("tan", Fit::Whole), ("tanaka", Fit::Start), ("kitano", Fit::Inside)]);
        assert_eq!(resolve("an"), [("an", Fit::Whole)], "two letters only at the start");
        assert_eq!(resolve("中"), [("中村", Fit::Start), ("田中", Fit::Inside)]);
        assert_eq!(resolve("x"), []);
        assert_eq!(found(&dictionary, |d, f| d.ending("中", f)), ["田中"].into());
        assert_eq!(found(&dictionary, |d, f| d.ending("tan", f)), ["tan"].into());
    }

    #[test]
    fn one_typing_error_is_mended() {
        let dictionary = dictionary(&["tanaka", "schafer", "muller", "miller", "たなか"]);
        for (typed, expected) in [
            ("tankaa", vec!["tanaka"]),
            ("tanka", vec!["tanaka"]),
            ("tannaka", vec!["tanaka"]),
            ("ranaka", vec!["tanaka"]),
            ("atnaka", vec!["tanaka"]),
            ("anaka", vec!["tanaka"]),
            ("shafer", vec!["schafer"]),
            ("schaffer", vec!["schafer"]),
            ("maller", vec!["miller", "muller"]),
            ("たのか", vec!["たなか"]),
            ("tanaxy", vec![]),
        ] {
            assert_eq!(
                found(&dictionary, |d, f| d.nearly(typed, f)),
                expected.into_iter().collect(),
                "{typed}"
            );
        }
    }

    #[test]
    fn places_come_and_go() {
        let mut dictionary = Dictionary::default();
        let word = dictionary.number("glass", false);
        let places = |dictionary: &Dictionary, fields| {
            let mut places = Vec::new();
            dictionary.places(word, fields, |field, doc| places.push((field, doc)));
            places
        };
        for (field, doc) in [(Field::Need, 7), (Field::Name, 9), (Field::Need, 2), (Field::Need, 7)] {
            dictionary.add(word, field, doc);
        }
        assert_eq!(places(&dictionary, u16::MAX), [(Field::Name, 9), (Field::Need, 2), (Field::Need, 7)]);
        assert_eq!(places(&dictionary, Field::Need.bit()), [(Field::Need, 2), (Field::Need, 7)]);
        dictionary.remove(word, Field::Need, 2);
        dictionary.remove(word, Field::Need, 3);
        dictionary.remove(word, Field::Name, 9);
        assert_eq!(places(&dictionary, u16::MAX), [(Field::Need, 7)]);
    }

    /// Every text one error away from `typed`, by the letters that occur.
    fn one_error_away(typed: &str) -> BTreeSet<String> {
        let letters: Vec<char> = typed.chars().collect();
        let alphabet = ['a', 'b', 'c', 'ä', 'た'];
        let mut away = BTreeSet::new();
        for at in 0..letters.len() {
            let mut swapped = letters.clone();
            if at + 1 < letters.len() {
                swapped.swap(at, at + 1);
                away.insert(swapped.iter().collect::<String>());
                let mut shorter = letters.clone();
                shorter.remove(at);
                away.insert(shorter.iter().collect());
            }
            for letter in alphabet {
                let mut replaced = letters.clone();
                replaced[at] = letter;
                away.insert(replaced.iter().collect());
                let mut longer = letters.clone();
                longer.insert(at, letter);
                away.insert(longer.iter().collect());
            }
        }
        away
    }

    proptest! {
        #[test]
        fn the_words_nearby_are_those_one_error_away(
            words in prop::collection::btree_set("[abcäた]{1,6}", 1..30), typed in "[abcäた]{1,5}") {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let dictionary = dictionary(&words);
            let away = one_error_away(&typed);
            let expected: BTreeSet<&str> = words
                .iter()
                .filter(|word| !word.starts_with(&typed) && away.iter().any(|start| word.starts_with(start.as_str())))
                .copied()
                .collect();
            prop_assert_eq!(found(&dictionary, |d, f| d.nearly(&typed, f)), expected);
        }
    }
}
