//! How relevant texts and people are for a query: BM25 over the nearest name of each word.
//!
//! Owns the arithmetic of relevance. Must not know warmth, days or who knows whom. Start reading at [`Scores::of`].
//!
//! A word counts once for a text, by its nearest name: a text that has the word and three synonyms of it is not better
//! than one that has the word. A person counts by the best text for each word, so what is known of them in several
//! places comes together.

use super::corpus::{Corpus, Doc};
use super::query::{Query, Word};
use crate::model::{Contact, Id};

/// After how many times a word hardly counts more (BM25's k1).
const SATURATION: f32 = 1.2;
/// How much longer texts count less (BM25's b).
const LENGTH: f32 = 0.45;
/// A person is found when so much of what the query says is theirs, more where it stands in a note only,
const OF_QUERY: f32 = 0.26;
/// or when so much of their text is in the query, and at least so much of the query.
const OF_TEXT: f32 = 0.4;
const OF_QUERY_AT_LEAST: f32 = 0.12;

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

/// Room for one query after another.
#[derive(Debug, Default)]
pub(super) struct Scores {
    docs: Vec<Cell>,
    people: Vec<Cell>,
    round: u32,
    touched: Vec<u32>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// The query and the word for which the numbers hold.
    query: u32,
    word: u32,
    /// What the word counts here.
    now: f32,
    now_said: f32,
    score: f32,
    /// What was said of the query, by weight.
    said: f32,
    /// How many words of the text are in the query.
    matched: f32,
}

/// BM25's share of a text for one word that stands in it so often.
fn share(corpus_average: f32, doc: &Doc, count: u8) -> f32 {
    let count = f32::from(count);
    let length = 1.0 - LENGTH + LENGTH * f32::from(doc.length) / corpus_average;
    count * (SATURATION + 1.0) / (count + SATURATION * length)
}

impl Scores {
    /// Returns the people who meet the query, the most relevant first, at most `limit`.
    pub fn of(&mut self, corpus: &Corpus, query: &Query, limit: usize) -> Vec<Relevance> {
        let total = query.total();
        if total <= 0.0 || limit == 0 {
            return Vec::new();
        }
        let (_, docs, people) = corpus.sizes();
        self.docs.resize(docs.max(self.docs.len()), Cell::default());
        self.people.resize(people.max(self.people.len()), Cell::default());
        if self.round > u32::MAX - 2 {
            self.docs.fill(Cell::default());
            self.people.fill(Cell::default());
            self.round = 0;
        }
        self.round += 1;
        self.touched.clear();
        let average = corpus.average_length();
        for (word, number) in query.words.iter().zip(1..) {
            for other in &word.others {
                self.take(corpus, average, word, number, &other.terms, other.nearness);
            }
        }
        let mut found: Vec<Relevance> = Vec::new();
        for slot in &self.touched {
            let person = self.people[*slot as usize];
            let best = corpus
                .docs_of_slot(*slot)
                .iter()
                .copied()
                .filter(|doc| self.docs[*doc as usize].query == self.round);
            let value =
                |doc: u32| self.docs[doc as usize].score * corpus.doc(doc).map_or(0.0, |it| it.kind.weight());
            let best = best.max_by(|a, b| value(*a).total_cmp(&value(*b)).then(b.cmp(a)));
            let Some(doc) = best else { continue };
            if is_met(corpus, doc, person.said / total, self.docs[doc as usize].matched) {
                let met = person.said / total;
                found.push(Relevance { slot: *slot, doc, value: person.score / total, met });
            }
        }
        let order = |a: &Relevance, b: &Relevance| b.value.total_cmp(&a.value).then(a.slot.cmp(&b.slot));
        if found.len() > limit {
            found.select_nth_unstable_by(limit - 1, order);
            found.truncate(limit);
        }
        found.sort_by(order);
        found
    }

    fn take(&mut self, corpus: &Corpus, average: f32, word: &Word, number: u32, terms: &[u32], near: f32) {
        let Some(rarest) = terms.iter().min_by_key(|term| corpus.postings(**term).len()) else { return };
        for (id, count) in corpus.postings(*rarest) {
            let cell = &mut self.docs[*id as usize];
            if cell.query != self.round {
                *cell = Cell { query: self.round, ..Cell::default() };
            }
            // The nearest name came first.
            if cell.word == number {
                continue;
            }
            let Some(doc) = corpus.doc(*id) else { continue };
            let count = if terms.len() == 1 {
                *count
            } else {
                let all = terms.iter().map(|term| count_of(doc, *term));
                let Some(least) = all.min().filter(|least| *least > 0) else { continue };
                least
            };
            cell.word = number;
            let value = near * share(average, doc, count);
            cell.score += word.weight * value;
            cell.matched += near;
            let person = &mut self.people[doc.slot as usize];
            if person.query != self.round {
                *person = Cell { query: self.round, ..Cell::default() };
                self.touched.push(doc.slot);
            }
            if person.word != number {
                (person.word, person.now, person.now_said) = (number, 0.0, 0.0);
            }
            let value = value * doc.kind.weight();
            if value > person.now {
                person.score += word.weight * (value - person.now);
                person.now = value;
            }
            if near > person.now_said {
                person.said += word.weight * (near - person.now_said);
                person.now_said = near;
            }
        }
    }
}

/// Returns how relevant one person is for a query, by the same arithmetic.
pub(super) fn of_person(corpus: &Corpus, query: &Query, contact: Id<Contact>) -> Option<Relevance> {
    let total = query.total();
    let average = corpus.average_length();
    let docs: Vec<(u32, &Doc)> = corpus.docs_of(contact).collect();
    let mut sums = vec![(0.0_f32, 0.0_f32); docs.len()];
    let (mut score, mut said) = (0.0, 0.0);
    for word in &query.words {
        let (mut best, mut nearest) = (0.0_f32, 0.0_f32);
        for ((_, doc), (sum, matched)) in docs.iter().zip(&mut sums) {
            let found = word.others.iter().find_map(|other| {
                let least = other.terms.iter().map(|term| count_of(doc, *term)).min()?;
                (least > 0).then_some((other.nearness, least))
            });
            if let Some((near, count)) = found {
                let value = near * share(average, doc, count);
                *sum += word.weight * value;
                *matched += near;
                best = best.max(value * doc.kind.weight());
                nearest = nearest.max(near);
            }
        }
        score += word.weight * best;
        said += word.weight * nearest;
    }
    let value = |at: usize| sums[at].0 * docs[at].1.kind.weight();
    let at = (0..docs.len())
        .filter(|at| sums[*at].0 > 0.0)
        .max_by(|a, b| value(*a).total_cmp(&value(*b)).then(docs[*b].0.cmp(&docs[*a].0)))?;
    let (doc, slot) = (docs[at].0, docs[at].1.slot);
    let met = said / total;
    is_met(corpus, doc, met, sums[at].1).then_some(Relevance { slot, doc, value: score / total, met })
}

/// Whether one word of a long text alone is more than chance.
fn is_met(corpus: &Corpus, doc: u32, of_query: f32, matched: f32) -> bool {
    let Some(doc) = corpus.doc(doc) else { return false };
    let weight = doc.kind.weight().min(1.0);
    let of_text = matched / f32::from(doc.length.max(1));
    let least = if of_text >= OF_TEXT { OF_QUERY_AT_LEAST } else { OF_QUERY };
    of_query * weight >= least
}

/// How often a term stands in a text.
pub(super) fn count_of(doc: &Doc, term: u32) -> u8 {
    doc.terms.binary_search_by_key(&term, |has| has.term).map_or(0, |at| doc.terms[at].count)
}
