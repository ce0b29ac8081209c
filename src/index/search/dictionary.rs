//! Every word of the book once, and where it stands.
//!
//! Owns words in their order, the places of each, and how a typed word leads to words of the book.
//! Must not know records: a document is a number. Start reading at [`Dictionary::starting`].
//!
//! The words of a whole book have numbers in the order of their texts, and their places lie in the same order: what a
//! beginning of a word leads to is one piece of memory. Words that came later have the numbers behind and a list of
//! their own; so has what an edit changed. `make` builds it.
//!
//! Invariant: [`Dictionary::nearly`] finds exactly the words that begin with something at most one typing
//! error away (held by `the_words_nearby_are_those_one_error_away`).

use std::ops::Range;

use memchr::memmem::Finder;
use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::gather::Field;
use super::inside::Inside;

/// The number of a word.
pub(super) type WordId = u32;
/// The number of a document.
pub(super) type DocId = u32;

/// Bits of a place that name the document; the field stands above them.
pub(super) const DOC_BITS: u32 = 28;
/// The largest number of a document.
pub(super) const MAX_DOC: DocId = (1 << DOC_BITS) - 1;

/// Shortest part in bytes that is looked for inside words: three letters, one kanji or kana.
pub(super) const SHORTEST_INSIDE: usize = 3;

/// One signpost for so many words.
const STRIDE: usize = 64;

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

/// The words of the book.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    /// All words, each after a line end, in the order of their numbers.
    text: String,
    /// Where each word begins in `text`.
    starts: Vec<u32>,
    /// Where the words of the whole book stand, word by word: field and document in one number, ascending.
    places: Vec<u32>,
    /// Where the places of each of these words end.
    ends: Vec<u32>,
    /// The first bytes of every so many of these words, to find one with few looks at far memory.
    signposts: Vec<u64>,
    /// The places of words that came later, and of those whose places an edit changed.
    changed: FxHashMap<WordId, Vec<u32>>,
    is_changed: Bits,
    /// Words that came later, by their text.
    later: Vec<WordId>,
    inside: Inside,
}

/// Some words in the order of their texts.
#[derive(Debug, Clone, Copy)]
struct Ordered<'a> {
    /// Their numbers, where these do not simply follow each other.
    ids: Option<&'a [WordId]>,
    from: usize,
    to: usize,
}

impl Ordered<'_> {
    fn id(self, at: usize) -> WordId {
        self.ids.map_or(at as WordId, |ids| ids[at])
    }

    /// Whether they are so many of the whole book that signposts lead there faster.
    fn is_far(self) -> bool {
        self.ids.is_none() && self.to - self.from > 4 * STRIDE
    }

    /// Returns the first place from which on `is_before` holds no more.
    fn first(self, mut is_before: impl FnMut(WordId) -> bool) -> usize {
        let (mut from, mut to) = (self.from, self.to);
        while from < to {
            let middle = from + (to - from) / 2;
            if is_before(self.id(middle)) { from = middle + 1 } else { to = middle }
        }
        from
    }
}

/// The words that begin with a text.
#[derive(Debug, Clone)]
pub(super) struct Starting<'a> {
    /// Those of the whole book.
    pub first: Range<WordId>,
    /// Those that came later, by their text.
    pub later: &'a [WordId],
}

impl Starting<'_> {
    /// All of them; where the whole word is among them it comes first or at the beginning of the later ones.
    pub fn ids(&self) -> impl Iterator<Item = WordId> {
        self.first.clone().chain(self.later.iter().copied())
    }
}

/// The first eight bytes of a word as a number which orders as they do.
pub(super) fn head(word: &[u8]) -> u64 {
    match word.first_chunk::<8>() {
        Some(letters) => u64::from_be_bytes(*letters),
        None => word.iter().rev().fold(0, |head, letter| head >> 8 | u64::from(*letter) << 56),
    }
}

impl Dictionary {
    /// Takes over the words of a whole book in their order, with the places of each one behind another.
    pub fn of(text: String, starts: Vec<u32>, places: Vec<u32>, ends: Vec<u32>) -> Self {
        let mut dictionary = Self { text, starts, places, ends, ..Self::default() };
        let every = (0..dictionary.ends.len()).step_by(STRIDE);
        dictionary.signposts = every.map(|id| head(dictionary.word(id as WordId).as_bytes())).collect();
        dictionary
    }

    /// Returns a word's text.
    pub fn word(&self, id: WordId) -> &str {
        let start = self.starts[id as usize] as usize;
        let end = self.starts.get(id as usize + 1).map_or(self.text.len(), |next| *next as usize - 1);
        &self.text[start..end]
    }

    /// Returns the number of a word, taking it in when it is new.
    pub fn number(&mut self, word: &str) -> WordId {
        if let Some(id) = self.get(word) {
            return id;
        }
        let id = WordId::try_from(self.starts.len()).unwrap_or(WordId::MAX);
        self.text.push('\n');
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(word);
        let at = self.later.partition_point(|other| self.word(*other) < word);
        self.later.insert(at, id);
        self.inside.forget();
        id
    }

    fn list(&self, word: WordId) -> &[u32] {
        if self.is_changed.has(word) {
            return self.changed.get(&word).map_or(&[], Vec::as_slice);
        }
        self.first_lists(word..word + 1)
    }

    /// The places of words of the whole book, whatever changed since.
    fn first_lists(&self, words: Range<WordId>) -> &[u32] {
        let end = |word: WordId| {
            (word as usize)
                .checked_sub(1)
                .and_then(|before| self.ends.get(before))
                .map_or(0, |end| *end as usize)
        };
        if words.end as usize > self.ends.len() {
            return &[];
        }
        &self.places[end(words.start)..end(words.end)]
    }

    fn list_mut(&mut self, word: WordId) -> &mut Vec<u32> {
        if !self.is_changed.has(word) {
            let list = self.list(word).to_vec();
            self.is_changed.set(word);
            self.changed.insert(word, list);
        }
        self.changed.entry(word).or_default()
    }

    /// Adds a place.
    pub fn add(&mut self, word: WordId, field: Field, doc: DocId) {
        let place = place(field, doc);
        if let Err(at) = self.list(word).binary_search(&place) {
            self.list_mut(word).insert(at, place);
        }
    }

    /// Takes a place away, if it is there. A word without places stays, and finds nothing.
    pub fn remove(&mut self, word: WordId, field: Field, doc: DocId) {
        if let Ok(at) = self.list(word).binary_search(&place(field, doc)) {
            self.list_mut(word).remove(at);
        }
    }

    /// Calls `found` with every document in which a word stands in one of the fields (one bit each).
    pub fn places(&self, word: WordId, fields: u16, mut found: impl FnMut(Field, DocId)) {
        each_place(self.list(word), fields, |place| {
            found(Field::ALL[(place >> DOC_BITS) as usize], place & MAX_DOC);
        });
    }

    /// Calls `found` with the places of words of the whole book that follow each other, in one of the fields.
    pub fn places_of_range(&self, words: Range<WordId>, fields: u16, mut found: impl FnMut(u32)) {
        if fields == u16::MAX && self.changed.is_empty() {
            return self.first_lists(words).iter().for_each(|place| found(*place));
        }
        for word in words {
            each_place(self.list(word), fields, &mut found);
        }
    }

    /// Calls `found` with the places of one word in one of the fields.
    pub fn places_of(&self, word: WordId, fields: u16, found: impl FnMut(u32)) {
        each_place(self.list(word), fields, found);
    }

    /// Calls `found` with the words that have `typed` inside, not at the beginning only.
    pub fn having(&self, typed: &str, mut found: impl FnMut(WordId)) {
        if typed.len() < SHORTEST_INSIDE {
            return;
        }
        let finder = Finder::new(typed);
        let scan = || self.scan(&finder);
        let narrow = |known: &[WordId]| {
            let has = |id: &&WordId| finder.find(self.word(**id).as_bytes()).is_some();
            known.iter().filter(has).copied().collect()
        };
        for id in self.inside.get(typed, scan, narrow).iter() {
            if !self.word(*id).starts_with(typed) {
                found(*id);
            }
        }
    }

    /// Returns all words that have something anywhere in them.
    fn scan(&self, finder: &Finder<'_>) -> Vec<WordId> {
        let text = self.text.as_bytes();
        let (mut from, mut next) = (0, 0);
        let mut found = Vec::new();
        while let Some(hit) = finder.find(&text[from..]) {
            let at = from + hit;
            // Hits often lie near each other.
            let near = &self.starts[next..self.starts.len().min(next + 32)];
            let ahead = near.partition_point(|start| *start as usize <= at);
            let ahead = if ahead < near.len() {
                ahead
            } else {
                self.starts[next..].partition_point(|start| *start as usize <= at)
            };
            next += ahead;
            found.push(next as WordId - 1);
            // The next word: a word is found once.
            from = self.starts.get(next).map_or(text.len(), |start| *start as usize);
        }
        found
    }

    /// Calls `found` with the words that end with `typed`.
    pub fn ending(&self, typed: &str, mut found: impl FnMut(WordId)) {
        if let Some(whole) = self.get(typed) {
            found(whole);
        }
        self.having(typed, |id| {
            if self.word(id).ends_with(typed) {
                found(id);
            }
        });
        // `having` leaves out what begins with it too.
        for id in self.starting(typed).ids() {
            let word = self.word(id);
            if word.len() > typed.len() && word.ends_with(typed) && typed.len() >= SHORTEST_INSIDE {
                found(id);
            }
        }
    }

    /// Returns the first word of the whole book that is not before a text.
    fn not_before(&self, text: &[u8]) -> usize {
        let head = head(text);
        // The words from a signpost before it to the one behind it.
        let from = self.signposts.partition_point(|post| *post < head).saturating_sub(1) * STRIDE;
        let to = self.signposts.partition_point(|post| *post <= head) * STRIDE;
        let words = Ordered { ids: None, from, to: to.min(self.ends.len()) };
        words.first(|id| self.word(id).as_bytes() < text)
    }

    /// Returns the number of a word that is in the book.
    pub fn get(&self, word: &str) -> Option<WordId> {
        let at = self.not_before(word.as_bytes());
        if at < self.ends.len() && self.word(at as WordId) == word {
            return Some(at as WordId);
        }
        let at = self.later.partition_point(|id| self.word(*id) < word);
        self.later.get(at).copied().filter(|id| self.word(*id) == word)
    }

    /// Returns the words that begin with a text.
    pub fn starting(&self, typed: &str) -> Starting<'_> {
        let first = self.not_before(typed.as_bytes());
        let all = Ordered { ids: None, from: first, to: self.ends.len() };
        let end = if typed.is_empty() { all.to } else { self.narrow(all, typed).to };
        let later = Ordered { ids: Some(&self.later), from: 0, to: self.later.len() };
        let later = self.narrow(later, typed);
        Starting {
            first: first as WordId..end.max(first) as WordId,
            later: &self.later[later.from..later.to],
        }
    }

    fn narrow<'a>(&self, words: Ordered<'a>, start: &str) -> Ordered<'a> {
        let from = if words.is_far() {
            self.not_before(start.as_bytes()).clamp(words.from, words.to)
        } else {
            words.first(|id| self.word(id) < start)
        };
        let rest = Ordered { from, ..words };
        if from == words.to || !self.word(rest.id(from)).starts_with(start) {
            return Ordered { to: from, ..rest };
        }
        Ordered { to: self.behind(rest, start), ..rest }
    }

    /// Returns the end of the words that begin with a text, of some of which the first does.
    fn behind(&self, words: Ordered<'_>, start: &str) -> usize {
        if !words.is_far() {
            return words.first(|id| self.word(id).starts_with(start));
        }
        // No text has a byte 255, so the last one can be counted up.
        let mut behind = start.as_bytes().to_vec();
        if let Some(last) = behind.last_mut() {
            *last += 1;
        }
        self.not_before(&behind).clamp(words.from, words.to)
    }

    /// Calls `found` with every word that begins with `typed` after one letter is replaced, added, left out, or
    /// changed places with the next one; those that begin with `typed` itself are not among them. A word may
    /// come twice.
    ///
    /// It walks down the ordered words letter by letter, as along a trie, and makes the error at each letter:
    /// a few hundred binary searches in ever smaller parts, however many words there are.
    pub fn nearly(&self, typed: &str, mut found: impl FnMut(WordId)) {
        self.nearly_among(Ordered { ids: None, from: 0, to: self.ends.len() }, typed, &mut found);
        self.nearly_among(
            Ordered { ids: Some(&self.later), from: 0, to: self.later.len() },
            typed,
            &mut found,
        );
    }

    fn nearly_among(&self, mut range: Ordered<'_>, typed: &str, found: &mut impl FnMut(WordId)) {
        let mut depth = 0;
        let mut wanted = String::with_capacity(typed.len() + 4);
        let mut report = |range: Ordered<'_>| {
            for id in (range.from..range.to).map(|at| range.id(at)) {
                if !self.word(id).starts_with(typed) {
                    found(id);
                }
            }
        };
        while depth < typed.len() && range.from < range.to {
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
            while left.from < left.to {
                let Some(other) = self.word(left.id(left.from))[depth..].chars().next() else {
                    left.from += 1;
                    continue;
                };
                if other >= '\u{3400}' {
                    // Chinese characters are chosen, not mistyped, and come last in the order.
                    break;
                }
                wanted.clear();
                wanted.push_str(done);
                wanted.push(other);
                let end = self.behind(left, &wanted);
                let branch = Ordered { to: end, ..left };
                left.from = end;
                if other == letter {
                    continue;
                }
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
        let changed: usize = self.changed.values().map(|list| list.capacity() * 4 + 33).sum();
        let lists =
            self.starts.capacity() + self.places.capacity() + self.ends.capacity() + self.later.capacity();
        self.text.capacity() + lists * 4 + self.signposts.capacity() * 8 + changed
    }
}

/// Calls `found` with the places of one list that are in one of the fields.
fn each_place(places: &[u32], fields: u16, mut found: impl FnMut(u32)) {
    if fields == u16::MAX {
        return places.iter().for_each(|place| found(*place));
    }
    // Long lists are cut where the fields begin, short ones are read through.
    let first = fields.trailing_zeros();
    let behind = u16::BITS - fields.leading_zeros();
    let mut places = places;
    if places.len() > 16 {
        places = &places[places.partition_point(|place| place >> DOC_BITS < first)..];
        places = &places[..places.partition_point(|place| place >> DOC_BITS < behind)];
    }
    for place in places {
        if fields & 1 << (place >> DOC_BITS) != 0 {
            found(*place);
        }
    }
}

pub(super) fn place(field: Field, doc: DocId) -> u32 {
    (field as u32) << DOC_BITS | doc
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// Every other word came later.
    fn dictionary(words: &[&str]) -> Dictionary {
        let mut first: Vec<&str> = words.iter().step_by(2).copied().collect();
        first.sort_unstable();
        let (mut text, mut starts) = (String::new(), Vec::new());
        for word in &first {
            text.push('\n');
            starts.push(text.len() as u32);
            text.push_str(word);
        }
        let mut dictionary = Dictionary::of(text, starts, Vec::new(), vec![0; first.len()]);
        for word in words {
            dictionary.number(word);
        }
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
        let dictionary = dictionary(&["tanaka", "tan", "kitano", "田中", "中村", "an", "tantan"]);
        let starting = |typed: &str| found(&dictionary, |d, f| d.starting(typed).ids().for_each(f));
        let having = |typed: &str| found(&dictionary, |d, f| d.having(typed, f));
        assert_eq!(starting("tan"), ["tan", "tanaka", "tantan"].into());
        assert_eq!(having("tan"), ["kitano"].into());
        assert_eq!(starting("an"), ["an"].into());
        assert_eq!(having("an"), [].into(), "two letters only at the start");
        assert_eq!((starting("中"), having("中")), (["中村"].into(), ["田中"].into()));
        assert_eq!((starting("x"), having("xyz")), ([].into(), [].into()));
        assert_eq!(found(&dictionary, |d, f| d.ending("中", f)), ["田中"].into());
        assert_eq!(found(&dictionary, |d, f| d.ending("tan", f)), ["tan", "tantan"].into());
    }

    #[test]
    fn what_was_found_inside_is_not_remembered_too_long() {
        let mut dictionary = dictionary(&["kitano", "tanaka", "botan"]);
        let having = |dictionary: &Dictionary, typed| {
            let mut words = Vec::new();
            dictionary.having(typed, |id| words.push(dictionary.word(id).to_owned()));
            words.sort_unstable();
            words
        };
        assert_eq!(having(&dictionary, "tan"), ["botan", "kitano"]);
        assert_eq!(having(&dictionary, "tano"), ["kitano"], "among those of before");
        dictionary.number("montano");
        assert_eq!(having(&dictionary, "tano"), ["kitano", "montano"]);
        assert_eq!(having(&dictionary, "ota"), ["botan"]);
    }

    #[test]
    fn far_words_are_found_by_signposts() {
        let words: Vec<String> = (0..1000).map(|number| format!("tischlerei{number:04}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).chain(["a", "tisch", "zz"]).collect();
        let dictionary = dictionary(&words);
        for word in &words {
            assert_eq!(dictionary.get(word).map(|id| dictionary.word(id)), Some(*word));
            assert_eq!(dictionary.get(&format!("{word}!")), None);
        }
        assert_eq!(dictionary.starting("tischlerei00").ids().count(), 100);
        assert_eq!(dictionary.starting("").ids().count(), words.len());
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
        let word = dictionary.number("glass");
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
