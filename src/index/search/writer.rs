//! From texts to the words of a row.
//!
//! Owns how a text of each kind is cut and in which other writings its words stand. Must not know records. Start reading
//! at [`Writer::put`].

use std::hash::{Hash, Hasher};

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHasher};

use super::dictionary::{Dictionary, WordId};
use super::gather::{Field, Text};
use super::rows::{FIELD, OTHER};
use super::tokens;
use crate::text::fold::{fold, fold_onto, romaji_of_kana};

/// Gives words their numbers.
pub(super) trait Numbering {
    /// Returns the number of a word, a new one for a word that was not there before.
    fn number(&mut self, word: &str) -> WordId;
}

impl Numbering for Dictionary {
    fn number(&mut self, word: &str) -> WordId {
        Self::number(self, word)
    }
}

/// What was worked out while building and is likely to be asked for again.
#[derive(Default)]
pub(super) struct Known {
    /// Romaji of the readings that came before: family names return.
    readings: FxHashMap<String, String>,
    /// Lines that came before, by their hash: the title of an event stands with everybody who was there.
    lines: HashTable<(u64, u32)>,
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
    fn find(&self, hash: u64, short: bool, text: &str) -> Option<&[u32]> {
        let is_it = |(known_hash, number): &(u64, u32)| {
            *known_hash == hash && {
                let (known_short, known, _) = self.line(*number);
                known_short == short && known == text
            }
        };
        let (_, number) = self.lines.find(hash, is_it)?;
        Some(self.line(*number).2)
    }

    /// Takes note of the words of a line.
    fn keep(&mut self, hash: u64, short: bool, text: &str, words: &[u32]) {
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
        self.lines.insert_unique(hash, (hash, number), |(hash, _)| *hash);
    }
}

/// Cuts texts into the words of one row.
pub(super) struct Writer<'a, N> {
    words: &'a mut N,
    known: Option<&'a mut Known>,
    /// What was written.
    row: &'a mut Vec<u32>,
    /// A text in small letters; kept for its memory.
    lower: String,
}

impl<'a, N: Numbering> Writer<'a, N> {
    /// Writes at the end of `row`. With `known`, what was worked out before is not worked out again.
    pub fn new(words: &'a mut N, known: Option<&'a mut Known>, row: &'a mut Vec<u32>) -> Self {
        Self { words, known, row, lower: String::new() }
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
        match self.known.as_deref_mut().filter(|_| may_return) {
            Some(known) => {
                let hash = Known::hash(has_short_writings, text);
                if let Some(words) = known.find(hash, has_short_writings, text) {
                    self.row.extend_from_slice(words);
                } else {
                    cut(self.words, self.row, &mut self.lower, has_short_writings, text);
                    known.keep(hash, has_short_writings, text, &self.row[start..]);
                }
            }
            None => cut(self.words, self.row, &mut self.lower, has_short_writings, text),
        }
        if self.row.len() == start {
            self.row.pop();
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
                tokens::words(&romaji, |word| {
                    self.row.push(self.words.number(word));
                    for other in tokens::other_romaji(word) {
                        self.row.push(self.words.number(&other) | OTHER);
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
            self.row.push(self.words.number(&digits));
        }
        if text.chars().any(char::is_alphabetic) {
            self.line(field, text);
        }
    }
}

/// Appends the words of a text.
fn cut<N: Numbering>(
    words: &mut N,
    row: &mut Vec<u32>,
    lower: &mut String,
    has_short_writings: bool,
    text: &str,
) {
    let mut put = |row: &mut Vec<u32>, word: &str| {
        row.push(words.number(word));
        if has_short_writings && let Some(short) = tokens::contracted(word) {
            row.push(words.number(&short) | OTHER);
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
            row.push(words.number(word));
            if let Some(other) = others.next().filter(|other| other != word) {
                row.push(words.number(&other) | OTHER);
            }
            if has_short_writings && let Some(short) = tokens::contracted(word) {
                row.push(words.number(&short) | OTHER);
            }
        });
    } else {
        lower.clear();
        fold_onto(text, lower);
        tokens::words(lower, |word| put(row, word));
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
