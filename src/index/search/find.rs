//! From a query to the documents that fit, ranked.
//!
//! Owns matching and ranking. Must not know records. Start reading at [`Search::find`].
//!
//! Invariant: what fits as typed stands before what fits after a typing error was mended
//! (held by `index::search::tests::an_error_is_mended_when_no_name_fits`).

use std::cell::RefCell;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Search;
use super::bits::Bits;
use super::conditions::Conditions;
use super::crowds::{Asked, Crowd};
use super::dictionary::{DOC_BITS, DocId, Fit, MAX_DOC, WordId};
use super::gather::Field;
use super::query::{Part, Query, Term, Writing};
use super::result::{Found, SearchResult};
use super::tokens;
use crate::model::Id;

/// How many of the best are ranked, unless more are asked for.
pub(in crate::index) const RANKED: usize = 500;
/// With at least so many people found as typed, nothing is mended.
const ENOUGH: usize = 10;
/// A sum of points from which a name fits.
const NAME_FITS: u32 = 800;
/// Added to the points of what fits as typed, so that it stands first.
const AS_TYPED: u32 = 1 << 30;
/// Sequences are narrowed by words that stand for at most so many of the dictionary.
const NARROWING: usize = 2000;

/// Returns the points for a word in a field.
fn points(field: Field, fit: Fit) -> u16 {
    let [whole, start, inside, mended, mended_start] = match field {
        Field::Name => [1000, 800, 150, 240, 200],
        Field::Organization => [60, 45, 25, 14, 12],
        Field::Title
        | Field::Expertise
        | Field::Need
        | Field::Tag
        | Field::Circle
        | Field::City
        | Field::Event => [30, 22, 12, 7, 6],
        Field::Reach
        | Field::Note
        | Field::Print
        | Field::Impression
        | Field::Encounter
        | Field::Referral
        | Field::Task => [15, 10, 5, 3, 2],
    };
    match fit {
        Fit::Whole => whole,
        Fit::Start => start,
        Fit::Inside => inside,
        Fit::Mended => mended,
        Fit::MendedStart => mended_start,
    }
}

/// Returns the points for a word that fits so, by field.
fn points_by_field(fit: Fit) -> [u16; 16] {
    Field::ALL.map(|field| points(field, fit))
}

/// Points per document up to the last contact while a query is answered: only people are ranked. Kept, because clearing
/// it is quicker than asking for memory.
#[derive(Default)]
struct Scratch {
    /// Of the part that is being looked for.
    part: Vec<u16>,
    /// Of all parts.
    sum: Vec<u32>,
}

/// A set that has more than one of so many documents is gone through as a whole.
const DENSE: usize = 32;
/// A part that holds for more than one of so many is worth remembering.
const CROWD: usize = 8;

/// The documents in which a part stands, with its points.
struct Hits<'a> {
    scores: &'a mut [u16],
    bits: &'a mut Bits,
}

impl Hits<'_> {
    fn add(&mut self, doc: DocId, points: u16) {
        if let Some(score) = self.scores.get_mut(doc as usize) {
            *score = (*score).max(points);
        }
        self.bits.set(doc);
    }

    /// Adds a place, with points by field.
    fn add_place(&mut self, place: u32, points: &[u16; 16]) {
        self.add(place & MAX_DOC, points[(place >> DOC_BITS) as usize]);
    }
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// The words of the book that one word of a sequence means.
#[derive(Debug, Clone, Default)]
struct Meant {
    range: Range<WordId>,
    /// Others, ascending.
    more: Vec<WordId>,
}

impl Meant {
    fn len(&self) -> usize {
        self.range.len() + self.more.len()
    }

    fn has(&self, word: WordId) -> bool {
        self.range.contains(&word) || self.more.binary_search(&word).is_ok()
    }
}

impl Search {
    /// Looks for a query in all texts and ranks the best `limit` people. A query without parts finds everything.
    pub fn find(&self, query: &Query, conditions: &Conditions<'_>, limit: usize) -> SearchResult {
        if query.is_empty() {
            return SearchResult::default();
        }
        SCRATCH.with(|scratch| match scratch.try_borrow_mut() {
            Ok(mut scratch) => self.find_with(query, conditions, limit, &mut scratch),
            Err(_) => self.find_with(query, conditions, limit, &mut Scratch::default()),
        })
    }

    fn find_with(
        &self,
        query: &Query,
        conditions: &Conditions<'_>,
        limit: usize,
        scratch: &mut Scratch,
    ) -> SearchResult {
        let documents = self.documents.numbers.len();
        scratch.part.resize(self.documents.contacts_end(), 0);
        scratch.sum.resize(self.documents.contacts_end(), 0);
        let mut parts = Vec::with_capacity(query.parts().len());
        for part in query.parts() {
            let bits = match part.term {
                Term::Condition(condition) => conditions.documents(self, condition),
                Term::Text { .. } => self.look_up(part, documents, scratch),
            };
            parts.push(Found { bits, is_excluded: part.is_excluded });
        }
        let mut found = together(&parts, documents);
        let mut as_typed = None;
        if self.mends(query, &found, scratch) {
            for (part, typed) in query.parts().iter().zip(&mut parts) {
                if part.is_excluded || part.writings.is_empty() {
                    continue;
                }
                let mut mended = Bits::with_room(documents);
                self.look(part, true, &mut scratch.part, &mut mended);
                sum_up(&mended, Some(&typed.bits), false, scratch);
                mended.join(&typed.bits);
                typed.bits = Arc::new(mended);
            }
            let all = together(&parts, documents);
            as_typed = Some(std::mem::replace(&mut found, all));
        }
        let (ranked, count) = self.rank(&found, as_typed.as_ref(), &scratch.sum, limit);
        for part in &parts {
            if part.bits.is_dense(scratch.sum.len(), DENSE) {
                scratch.sum.fill(0);
                break;
            }
            part.bits.each_below(scratch.sum.len(), |doc| scratch.sum[doc as usize] = 0);
        }
        let is_mended = as_typed.is_some_and(|typed| typed != found);
        let numbers = Arc::clone(&self.documents.numbers);
        SearchResult { query: query.clone(), numbers, parts, found, ranked, count, is_mended }
    }

    /// Looks for a part as typed and adds its points to the sum.
    fn look_up(&self, part: &Part, documents: usize, scratch: &mut Scratch) -> Arc<Bits> {
        let asked = Asked::of(part);
        if let Some(crowd) = asked.as_ref().and_then(|asked| self.crowds.get(asked)) {
            if !part.is_excluded {
                scratch
                    .sum
                    .iter_mut()
                    .zip(&crowd.points)
                    .for_each(|(sum, points)| *sum += u32::from(*points));
            }
            return Arc::clone(&crowd.bits);
        }
        let mut bits = Bits::with_room(documents);
        self.look(part, false, &mut scratch.part, &mut bits);
        let bits = Arc::new(bits);
        if let Some(asked) = asked
            && bits.is_dense(scratch.part.len(), CROWD)
        {
            let points = scratch.part.as_slice().into();
            self.crowds.put(asked, Crowd { bits: Arc::clone(&bits), points });
        }
        sum_up(&bits, None, part.is_excluded, scratch);
        bits
    }

    /// Whether typing errors are mended: hardly anybody is found and nobody's name fits as typed.
    fn mends(&self, query: &Query, found: &Bits, scratch: &Scratch) -> bool {
        if query.parts().iter().all(|part| part.writings.is_empty()) {
            return false;
        }
        if found.shared(&self.documents.contacts) >= ENOUGH {
            return false;
        }
        let mut best = 0;
        found.each(|doc| {
            if self.documents.contacts.has(doc) {
                best = best.max(scratch.sum[doc as usize]);
            }
        });
        best < NAME_FITS
    }

    /// Gives points to every document in which a part stands; with `is_mending`, after one typing error.
    fn look(&self, part: &Part, is_mending: bool, scores: &mut [u16], bits: &mut Bits) {
        let operator = match part.term {
            Term::Text { operator, .. } => operator,
            Term::Condition(_) => None,
        };
        let fields = operator.and_then(|operator| operator.fields());
        let mut hits = Hits { scores, bits };
        for writing in &part.writings {
            match &writing.words[..] {
                [word] => {
                    let is_letter = word.chars().count() == 1 && is_spaced(word);
                    // One letter is the beginning of a name; everything else would be everybody.
                    let letter_fields = Field::Name.bit() | Field::Organization.bit();
                    let fields = fields.unwrap_or(if is_letter { letter_fields } else { u16::MAX });
                    self.look_for_word(word, writing, is_mending, fields, &mut hits);
                }
                words => {
                    let fields = fields.unwrap_or(u16::MAX);
                    let hit = |field, doc, fit| hits.add(doc, points(field, fit));
                    self.look_for_sequence(words, writing, is_mending, fields, hit);
                    if is_mending && !writing.is_whole && words.iter().all(|word| is_spaced(word)) {
                        // The error may be in a short part of Min-jun, which also stands there as minjun.
                        self.look_for_word(&words.concat(), writing, true, fields, &mut hits);
                    }
                }
            }
        }
    }

    /// Looks for the words of the book that a single typed word means.
    fn look_for_word(
        &self,
        typed: &str,
        writing: &Writing,
        is_mending: bool,
        fields: u16,
        hits: &mut Hits<'_>,
    ) {
        let words = &self.documents.words;
        if is_mending {
            let letters = typed.chars().count();
            if letters < 3 || typed.bytes().all(|byte| byte.is_ascii_digit()) {
                return;
            }
            let first = typed.chars().next().unwrap_or_default();
            let (whole, start) = (points_by_field(Fit::Mended), points_by_field(Fit::MendedStart));
            return words.nearly(typed, |id| {
                let length = words.word(id).chars().count();
                // Three letters are a whole word; the beginnings of all others are too many.
                if length.abs_diff(letters) <= 1 {
                    words.places_of(id, fields, |place| hits.add_place(place, &whole));
                } else if letters > 4 || letters == 4 && words.word(id).starts_with(first) {
                    // Of four letters the first one is right: "bear" is no beginning of "earth".
                    words.places_of(id, fields, |place| hits.add_place(place, &start));
                }
            });
        }
        let whole = words.get(typed);
        if let Some(id) = whole {
            let points = points_by_field(Fit::Whole);
            words.places_of(id, fields, |place| hits.add_place(place, &points));
        }
        if writing.is_whole && is_spaced(typed) {
            return;
        }
        let points = points_by_field(Fit::Start);
        let starting = words.starting(typed);
        // The word itself is the first of those that begin with it.
        let behind = starting.first.start + WordId::from(whole == Some(starting.first.start));
        words.places_of_range(behind..starting.first.end.max(behind), fields, |place| {
            hits.add_place(place, &points);
        });
        for id in starting.later.iter().filter(|id| whole != Some(**id)) {
            words.places_of(*id, fields, |place| hits.add_place(place, &points));
        }
        let points = points_by_field(Fit::Inside);
        words.having(typed, |id| words.places_of(id, fields, |place| hits.add_place(place, &points)));
    }

    /// Looks for words that stand one after another: the first may be the end of a longer one where words have no
    /// ends, the last one the beginning.
    fn look_for_sequence(
        &self,
        typed: &[String],
        writing: &Writing,
        is_mending: bool,
        fields: u16,
        mut hit: impl FnMut(Field, DocId, Fit),
    ) {
        let words = &self.documents.words;
        let last = typed.len() - 1;
        let mut sets: Vec<Meant> = Vec::with_capacity(typed.len());
        for (n, word) in typed.iter().enumerate() {
            let is_loose = !writing.is_whole || !is_spaced(word);
            let mut set = Meant::default();
            if n == 0 && is_loose && !is_spaced(word) {
                words.ending(word, |id| set.more.push(id));
            } else if n == last && is_loose {
                let starting = words.starting(word);
                set.range = starting.first;
                set.more.extend(starting.later);
            } else {
                set.more.extend(words.get(word));
            }
            if is_mending && is_spaced(word) && word.chars().count() > 3 {
                words.nearly(word, |id| set.more.push(id));
            }
            set.more.sort_unstable();
            set.more.dedup();
            if set.len() == 0 {
                return;
            }
            sets.push(set);
        }
        let documents = self.documents.numbers.len();
        let smallest = sets.iter().map(Meant::len).min().unwrap_or(0);
        let mut candidates: Option<Bits> = None;
        for set in sets.iter().filter(|set| set.len() <= NARROWING.max(smallest)) {
            let mut bits = Bits::with_room(documents);
            words.places_of_range(set.range.clone(), fields, |place| bits.set(place & MAX_DOC));
            for word in &set.more {
                words.places_of(*word, fields, |place| bits.set(place & MAX_DOC));
            }
            match &mut candidates {
                Some(candidates) => candidates.keep(&bits),
                None => candidates = Some(bits),
            }
        }
        let (first_whole, last_whole) = (words.get(&typed[0]), words.get(&typed[last]));
        let is_in = |id: Option<WordId>, row: &[WordId]| id.is_some_and(|id| row.contains(&id));
        candidates.unwrap_or_default().each(|doc| {
            let fits = |n: usize, word: WordId| sets[n].has(word);
            self.documents.rows.get(doc).sequences(typed.len(), fits, |field, row| {
                if fields & field.bit() != 0 {
                    let fit = match (is_in(first_whole, row), is_in(last_whole, row)) {
                        _ if is_mending => Fit::Mended,
                        (true, true) => Fit::Whole,
                        (true, false) => Fit::Start,
                        (false, _) => Fit::Inside,
                    };
                    hit(field, doc, fit);
                }
            });
        });
    }

    /// Returns the best people in their order, and how many there are: by points, then by name.
    ///
    /// Of very many only the best are looked at: a first walk counts how many have which points, and among those with
    /// the same points the first by name are taken from the list of names.
    fn rank(
        &self,
        found: &Bits,
        as_typed: Option<&Bits>,
        sums: &[u32],
        limit: usize,
    ) -> (Vec<Id<crate::model::Contact>>, usize) {
        let documents = &self.documents;
        let score = |doc: DocId| {
            let bonus = if as_typed.is_none_or(|typed| typed.has(doc)) { AS_TYPED } else { 0 };
            bonus + sums[doc as usize]
        };
        let count = found.shared(&documents.contacts);
        if limit == 0 {
            return (Vec::new(), count);
        }
        let mut hits: Vec<(Reverse<u32>, DocId)> = Vec::with_capacity(count.min(limit));
        if count <= limit {
            found.each_of_both(&documents.contacts, |doc| hits.push((Reverse(score(doc)), doc)));
        } else {
            let (least, same) = least_of_best(found, &documents.contacts, score, limit);
            let walks = same > documents.by_name.len() / 16;
            let mut equal: Vec<DocId> = Vec::new();
            found.each_of_both(&documents.contacts, |doc| {
                let points = score(doc);
                if points > least {
                    hits.push((Reverse(points), doc));
                } else if points == least && !walks {
                    equal.push(doc);
                }
            });
            let room = limit - hits.len();
            if walks {
                let fits = |doc: &&DocId| found.has(**doc) && score(**doc) == least;
                equal = documents.by_name.iter().filter(fits).take(room).copied().collect();
            } else if room < equal.len() {
                equal.select_nth_unstable_by(room, |a, b| documents.compare_names(*a, *b));
                equal.truncate(room);
            }
            hits.extend(equal.into_iter().map(|doc| (Reverse(least), doc)));
        }
        hits.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| documents.compare_names(a.1, b.1)));
        (hits.into_iter().map(|(_, doc)| Id::new(documents.numbers.id(doc))).collect(), count)
    }
}

/// Sums of points below this are counted by themselves; nearly all are.
const COUNTED: u32 = 1 << 13;

/// Returns the points of the `limit`-th best of those in both sets, and how many have just these.
fn least_of_best(found: &Bits, among: &Bits, score: impl Fn(DocId) -> u32, limit: usize) -> (u32, usize) {
    // Below, what was mended; above, what fits as typed.
    let mut counted = vec![0_u32; 2 * COUNTED as usize];
    let mut others: FxHashMap<u32, usize> = FxHashMap::default();
    found.each_of_both(among, |doc| {
        let points = score(doc);
        let bonus = points & AS_TYPED;
        if points - bonus < COUNTED {
            counted[(points - bonus + if bonus == 0 { 0 } else { COUNTED }) as usize] += 1;
        } else {
            *others.entry(points).or_default() += 1;
        }
    });
    let points = |at: u32| if at < COUNTED { at } else { at - COUNTED + AS_TYPED };
    let counted = (0..).zip(counted).filter(|(_, many)| *many > 0);
    let mut counts: Vec<(u32, usize)> = counted.map(|(at, many)| (points(at), many as usize)).collect();
    counts.extend(others);
    counts.sort_unstable_by_key(|known| Reverse(known.0));
    let mut above = 0;
    for (points, many) in counts {
        above += many;
        if above >= limit {
            return (points, many);
        }
    }
    (0, 0)
}

/// Adds the points of a part to the sum and clears them. Documents in `except` keep their sum.
fn sum_up(bits: &Bits, except: Option<&Bits>, is_excluded: bool, scratch: &mut Scratch) {
    let Scratch { part, sum } = scratch;
    if except.is_none() && bits.is_dense(part.len(), DENSE) {
        if !is_excluded {
            sum.iter_mut().zip(&*part).for_each(|(sum, points)| *sum += u32::from(*points));
        }
        return part.fill(0);
    }
    bits.each_below(part.len(), |doc| {
        let points = std::mem::take(&mut part[doc as usize]);
        if !is_excluded && except.is_none_or(|except| !except.has(doc)) {
            sum[doc as usize] += u32::from(points);
        }
    });
}

/// Returns the documents in which all parts hold.
fn together(parts: &[Found], documents: usize) -> Bits {
    let mut found: Option<Bits> = None;
    for part in parts.iter().filter(|part| !part.is_excluded) {
        match &mut found {
            Some(found) => found.keep(&part.bits),
            None => found = Some((*part.bits).clone()),
        }
    }
    let mut found = found.unwrap_or_else(|| Bits::full(documents));
    for part in parts.iter().filter(|part| part.is_excluded) {
        found.drop_those(&part.bits);
    }
    found
}

/// Whether a word is of a writing that puts spaces between words.
fn is_spaced(word: &str) -> bool {
    word.chars().next().is_some_and(tokens::is_spaced)
}
