//! How relevant texts and people are for a query: BM25 over the nearest name of each word.
//!
//! Owns the arithmetic of relevance, and the finding of the most relevant without working it out for everybody. Must not
//! know warmth, days or who knows whom. Start reading at [`Scores::of`], then [`evaluate`].
//!
//! A word counts once for a text, by its nearest name: a text that has the word and three synonyms of it is not better
//! than one that has the word. A person counts by the best text for each word, so what is known of them in several
//! places comes together.
//!
//! Only few of those who have any word of a query can be among the best. The lists of the words are walked for a bound of
//! each person, the words that say most first; whoever appears only where all words that are left say too little is not
//! taken in, and the arithmetic itself is done for the highest bounds until no other can come before them.
//!
//! Invariant: what is found is what the arithmetic done for everybody finds (`tests::nobody_is_left_out_by_the_bounds`).

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::corpus::{Corpus, Doc};
use super::gather::WEIGHTS;
use super::query::{Query, Word};
use crate::model::{Contact, Id};

/// After how many times a word hardly counts more (BM25's k1).
const SATURATION: f32 = 1.2;
/// How much longer texts count less (BM25's b).
const LENGTH: f32 = 0.45;
/// A person is found when so much of what the query says is theirs,
const OF_QUERY: f32 = 0.26;
/// so much of it where it stands in a note only, with the words counted that nobody has,
const OF_QUERY_IN_NOTE: f32 = 0.55;
/// or when so much of their text is in the query, and at least so much of the query.
const OF_TEXT: f32 = 0.4;
const OF_QUERY_AT_LEAST: f32 = 0.12;
/// Where a need says more than words of any trade and only such words of it are met, the text has to be about nothing else.
const OF_TEXT_GENERAL: f32 = 0.75;
/// What the sum of what words say may lack by rounding, as a part of it.
const ROUNDING: f32 = 1e-3;

/// How relevant a person is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Relevance {
    pub slot: u32,
    /// The text that meets the query best.
    pub doc: u32,
    /// 1 is a text of average length that says all of the query once, as an offer.
    pub value: f32,
    /// How much of the query is met, by what its words say; 1 is all of them as they are written.
    pub met: f32,
}

impl Relevance {
    /// The most relevant first; equal ones by the number of the person.
    fn order(&self, other: &Self) -> Ordering {
        other.value.total_cmp(&self.value).then(self.slot.cmp(&other.slot))
    }
}

/// Room for one query after another.
#[derive(Debug, Default)]
pub(super) struct Scores {
    people: Vec<Cell>,
    round: u32,
    touched: Vec<u32>,
    bounds: Vec<Bound>,
    room: Room,
    /// Works it out for everybody, to compare with.
    #[cfg(test)]
    pub is_plain: bool,
}

/// The bound of a person: what [`evaluate`] adds up, in the same order, with the best name of each word in the place of the
/// nearest one of each text. So it is never below, not by the last bit.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// The query for which the numbers hold, and the place of the word that is looked at, from 1 on.
    query: u32,
    word: u32,
    /// What this word counts here, and what it says.
    now: f32,
    now_said: f32,
    /// What the words before count, by weight.
    score: f32,
    said: f32,
}

impl Cell {
    /// Adds what the word that was looked at counts.
    fn close(&mut self, words: &[Word]) {
        if let Some(word) = self.word.checked_sub(1).and_then(|at| words.get(at as usize)) {
            self.score += word.weight * self.now;
            self.said += word.weight * self.now_said;
        }
        (self.now, self.now_said) = (0.0, 0.0);
    }
}

/// A person with the bound, the highest first in a heap.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bound(f32, u32);

impl Eq for Bound {}

impl PartialOrd for Bound {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bound {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then(other.1.cmp(&self.1))
    }
}

/// Room for the sums of the texts of one person.
#[derive(Debug, Default)]
pub(super) struct Room(Vec<(f32, f32)>);

/// BM25's share of a text for one word that stands in it so often.
fn share(corpus_average: f32, length: u16, count: u8) -> f32 {
    let count = f32::from(count);
    let length = 1.0 - LENGTH + LENGTH * f32::from(length) / corpus_average;
    count * (SATURATION + 1.0) / (count + SATURATION * length)
}

impl Scores {
    /// Returns the people who meet the query, the most relevant first, at most `limit`.
    pub fn of(&mut self, corpus: &Corpus, query: &Query, limit: usize) -> Vec<Relevance> {
        #[cfg(test)]
        if self.is_plain {
            return plain(corpus, query, limit);
        }
        let total = query.total();
        if total <= 0.0 || limit == 0 {
            return Vec::new();
        }
        self.begin(corpus);
        // The words that can say most stand first.
        let least = total * OF_QUERY_AT_LEAST * (1.0 - ROUNDING);
        let mut left = query.words.iter().map(Word::most).sum::<f32>() * (1.0 + ROUNDING);
        for at in 0..query.words.len() {
            // Whoever comes in only now has nothing of the words before.
            self.walk(corpus, &query.words, at, left >= least);
            left -= query.words[at].most();
        }
        let mut bounds = std::mem::take(&mut self.bounds);
        bounds.clear();
        for slot in &self.touched {
            let mut cell = self.people[*slot as usize];
            cell.close(&query.words);
            if cell.said >= least {
                bounds.push(Bound(cell.score / total, *slot));
            }
        }
        let mut bounds = BinaryHeap::from(bounds);
        let mut found: Vec<Relevance> = Vec::new();
        while let Some(Bound(value, slot)) = bounds.pop() {
            let next = Relevance { slot, doc: 0, value, met: 0.0 };
            if found.len() == limit && found.last().is_some_and(|last| last.order(&next) == Ordering::Less) {
                break;
            }
            let Some(new) = evaluate(corpus, query, slot, &mut self.room) else { continue };
            let at = found.partition_point(|known| known.order(&new) == Ordering::Less);
            if at < limit {
                found.truncate(limit - 1);
                found.insert(at, new);
            }
        }
        self.bounds = bounds.into_vec();
        found
    }

    fn begin(&mut self, corpus: &Corpus) {
        let (_, _, people) = corpus.sizes();
        self.people.resize(people.max(self.people.len()), Cell::default());
        if self.round == u32::MAX {
            self.people.fill(Cell::default());
            self.round = 0;
        }
        self.round += 1;
        self.touched.clear();
    }

    /// Adds what a word may count for everybody who has it, or only for those who are there already.
    fn walk(&mut self, corpus: &Corpus, words: &[Word], at: usize, takes_in: bool) {
        let average = corpus.average_length();
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        for other in &words[at].others {
            for posting in corpus.rarest(&other.terms) {
                let slot = corpus.slot_of(posting.doc);
                let cell = &mut self.people[slot as usize];
                if cell.query != self.round && !takes_in {
                    continue;
                }
                let count = match other.terms.as_slice() {
                    [_] => posting.count,
                    terms => corpus.doc(posting.doc).map_or(0, |doc| least_of(doc, terms)),
                };
                if count == 0 {
                    continue;
                }
                if cell.query != self.round {
                    *cell = Cell { query: self.round, ..Cell::default() };
                    self.touched.push(slot);
                }
                if cell.word != number {
                    cell.close(words);
                    cell.word = number;
                }
                let value = other.nearness * share(average, posting.length, count);
                cell.now = cell.now.max(value * WEIGHTS[usize::from(posting.kind)]);
                cell.now_said = cell.now_said.max(other.nearness);
            }
        }
    }
}

/// Returns how relevant one person is for a query.
pub(super) fn of_person(
    corpus: &Corpus,
    query: &Query,
    contact: Id<Contact>,
    room: &mut Room,
) -> Option<Relevance> {
    evaluate(corpus, query, corpus.slot(contact)?, room)
}

/// The arithmetic: of each word the best text of the person, and the text that has most of all words.
fn evaluate(corpus: &Corpus, query: &Query, slot: u32, room: &mut Room) -> Option<Relevance> {
    let total = query.total();
    let average = corpus.average_length();
    let docs = corpus.docs_of_slot(slot);
    let sums = &mut room.0;
    sums.clear();
    sums.resize(docs.len(), (0.0, 0.0));
    let (mut score, mut said, mut is_specific) = (0.0, 0.0, false);
    for word in &query.words {
        let (mut best, mut nearest) = (0.0_f32, 0.0_f32);
        for (number, (sum, matched)) in docs.iter().zip(sums.iter_mut()) {
            let Some(doc) = corpus.doc(*number) else { continue };
            let found = word.others.iter().find_map(|other| {
                let count = least_of(doc, &other.terms);
                (count > 0).then_some((other.nearness, count))
            });
            if let Some((near, count)) = found {
                let value = near * share(average, doc.length, count);
                *sum += word.weight * value;
                *matched += near;
                best = best.max(value * doc.kind.weight());
                nearest = nearest.max(near);
            }
        }
        score += word.weight * best;
        said += word.weight * nearest;
        is_specific |= nearest > 0.0 && !word.general;
    }
    let value = |at: usize| sums[at].0 * corpus.doc(docs[at]).map_or(0.0, |doc| doc.kind.weight());
    let at = (0..docs.len())
        .filter(|at| sums[*at].0 > 0.0)
        .max_by(|a, b| value(*a).total_cmp(&value(*b)).then(docs[*b].cmp(&docs[*a])))?;
    let (doc, matched) = (docs[at], sums[at].1);
    let is_met = corpus.doc(doc).is_some_and(|doc| is_met(query, doc, said, matched, is_specific));
    is_met.then_some(Relevance { slot, doc, value: score / total, met: said / total })
}

/// The arithmetic done for everybody.
#[cfg(test)]
fn plain(corpus: &Corpus, query: &Query, limit: usize) -> Vec<Relevance> {
    if query.total() <= 0.0 {
        return Vec::new();
    }
    let people = 0..corpus.sizes().2 as u32;
    let mut found: Vec<Relevance> =
        people.filter_map(|slot| evaluate(corpus, query, slot, &mut Room::default())).collect();
    found.sort_by(Relevance::order);
    found.truncate(limit);
    found
}

/// Whether what is met is more than chance. `said` of the query is met, by weight, and so many words of the text are in it.
fn is_met(query: &Query, doc: &Doc, said: f32, matched: f32, is_specific: bool) -> bool {
    let of_text = matched / f32::from(doc.length.max(1));
    if !is_specific && (doc.kind.is_mere() || (query.is_specific() && of_text < OF_TEXT_GENERAL)) {
        return false;
    }
    if doc.kind.is_mere() {
        return said >= OF_QUERY_IN_NOTE * query.full();
    }
    let least = if of_text >= OF_TEXT { OF_QUERY_AT_LEAST } else { OF_QUERY };
    said * doc.kind.weight().min(1.0) >= least * query.total()
}

/// How often a term stands in a text.
pub(super) fn count_of(doc: &Doc, term: u32) -> u8 {
    doc.terms.binary_search_by_key(&term, |has| has.term).map_or(0, |at| doc.terms[at].count)
}

/// How often all of some terms stand in a text.
fn least_of(doc: &Doc, terms: &[u32]) -> u8 {
    terms.iter().map(|term| count_of(doc, *term)).min().unwrap_or(0)
}
