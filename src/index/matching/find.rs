//! The answers: who can help with a need, and who needs a person, ranked, each with its reason.
//!
//! Owns what a hit is and how relevance, warmth, age and what the two have in common make its rank. Must not know words
//! of a language ([`super::why`]). Start reading at [`Index::who_can_help`].

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::Matching;
use super::corpus::{Lexicon, kanji_terms};
use super::gather::{EntryKind, pieces};
use super::known::{Between, Known, Tried};
use super::query::{Maker, Memo, Query};
use super::score::{Relevance, Room, Scores, of_person};
use super::wanted::Wanted;
use super::words::{Script, Tongue, looked_at, speaks_german, tokens, tongue};
use crate::index::{Index, Links, Warmth};
use crate::model::{Book, Contact, Id, Need};

/// People who are looked at more closely for each one that is asked for.
const CLOSER: usize = 48;
/// Days in which what was heard halves in what it counts beyond a floor.
const FRESH_DAYS: f32 = 540.0;

/// Who needs help with what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought<'a> {
    /// A need of a person.
    Need(Id<Contact>, Id<Need>),
    /// Words of nobody in particular.
    Text(&'a str),
}

/// Somebody who can help, or who needs somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Who was found: who can help, or who needs the card.
    pub contact: Id<Contact>,
    /// Whose ability meets the need.
    pub helper: Id<Contact>,
    /// Whose need it is; nobody's when it was typed.
    pub seeker: Option<Id<Contact>>,
    /// The need; `None` when it was typed, or comes from "How can I help?".
    pub need: Option<Id<Need>>,
    /// The need in words.
    pub need_text: String,
    /// The words of the need that are met, in bytes.
    pub need_marks: Vec<Range<usize>>,
    /// Since when the need is known.
    pub need_on: Option<NaiveDate>,
    /// What of the helper meets it.
    pub entry: String,
    /// The words that meet it, in bytes.
    pub entry_marks: Vec<Range<usize>>,
    /// What the entry is.
    pub entry_kind: EntryKind,
    /// From where it is known of whoever was found, and since when.
    pub evidence: Evidence,
    /// How well the words meet; 1 is all of the need in an offer.
    pub relevance: f32,
    /// How much of the need is met, whatever it is met by; 1 is every word as it is written.
    pub met: f32,
    /// How warm the relationship to whoever was found is, from 0 to 100.
    pub warmth: f32,
    /// By this hits are ranked, from 0 to about 100.
    pub score: f32,
    /// How the two know each other already.
    pub known: Option<Known>,
    /// What was tried already.
    pub tried: Option<Tried>,
    /// The user said that it is no fit.
    pub unfit: bool,
}

/// From where something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub source: Source,
    /// The day, when it is known.
    pub on: Option<NaiveDate>,
}

/// Where something was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// On the back of a card.
    CardBack,
    /// With a meeting or message.
    Encounter,
    /// A research note.
    Research,
    /// In the lists of knowledge, as a need, or in notes.
    Noted,
    /// The job.
    Work,
    /// The day is the one on which the newest card came: nobody noted another.
    Card,
}

impl Fit {
    /// What ranks hits: those marked as no fit last, before them those that have it already or know each other, then by
    /// score; equal ones by person, so that the order does not depend on anything else.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let class = |fit: &Self| match (fit.unfit, fit.tried) {
            (true, _) => 3,
            (_, Some(Tried::Has(..))) => 2,
            (_, Some(Tried::CameToNothing(..))) => 1,
            _ => 0,
        };
        let by_class = class(self).cmp(&class(other)).then(other.score.total_cmp(&self.score));
        by_class.then(self.contact.cmp(&other.contact)).then(self.need.cmp(&other.need))
    }

    /// Whether it is worth proposing: not tried, not known to each other, not refused.
    pub fn is_new(&self) -> bool {
        !self.unfit && self.tried.is_none() && self.known.is_none()
    }
}

/// What an answer rests on.
pub(super) struct Ground<'a> {
    pub book: &'a Book,
    pub links: &'a Links,
    pub matching: &'a Matching,
    pub today: NaiveDate,
    pub scores: Scores,
    lexicon: Lexicon,
    /// For the abilities and for the wishes.
    memos: [Memo; 2],
    room: Room,
    warmth: FxHashMap<u128, f32>,
    /// Whom the last seeker knows: their needs come one after another.
    between: (Option<Id<Contact>>, Rc<Between>),
}

/// A need on its way through the search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub seeker: Option<&'a Contact>,
    pub need: Option<Id<Need>>,
    pub text: &'a str,
    pub on: Option<NaiveDate>,
}

impl<'a> Asked<'a> {
    /// The language of whoever asks; nothing when nobody in particular does.
    fn speaks(&self) -> &'a str {
        self.seeker.map_or("", |it| it.language())
    }

    /// What is asked with the same key has the same answer, as far as the words go.
    pub fn key(&self) -> (bool, &'a str) {
        (speaks_german(self.speaks()), self.text)
    }
}

impl Index {
    /// Returns who can help, the best first, at most `limit`. Those marked as no fit stand at the end and count besides.
    pub fn who_can_help(&self, wish: Sought<'_>, today: NaiveDate, limit: usize) -> Vec<Fit> {
        let (seeker, need) = match wish {
            Sought::Text(text) => {
                let text = text.trim();
                let asked = Asked { seeker: None, need: None, text, on: None };
                return Ground::of(self, today).helpers(asked, limit);
            }
            Sought::Need(seeker, need) => (self.book().get(seeker), need),
        };
        let found = seeker.and_then(|it| Some((it, it.needs.iter().find(|it| it.id == need)?)));
        let Some((seeker, need)) = found.filter(|(seeker, _)| seeker.archived.is_none()) else {
            return Vec::new();
        };
        let asked =
            Asked { seeker: Some(seeker), need: Some(need.id), text: need.what.trim(), on: need.opened_on };
        Ground::of(self, today).helpers(asked, limit)
    }

    /// Returns who needs a person, with the need that fits best of each, the best first, at most `limit`. Those marked as
    /// no fit stand at the end and count besides.
    pub fn who_needs(&self, helper: Id<Contact>, today: NaiveDate, limit: usize) -> Vec<Fit> {
        Ground::of(self, today).seekers(helper, limit)
    }
}

impl<'a> Ground<'a> {
    pub fn of(index: &'a Index, today: NaiveDate) -> Self {
        Self::new(index.book(), &index.links, index.matching(), today)
    }

    pub fn new(book: &'a Book, links: &'a Links, matching: &'a Matching, today: NaiveDate) -> Self {
        Self {
            book,
            links,
            matching,
            today,
            scores: Scores::default(),
            lexicon: Lexicon::new(),
            memos: [Memo::default(), Memo::default()],
            room: Room::default(),
            warmth: FxHashMap::default(),
            between: (None, Rc::default()),
        }
    }

    pub fn warmth(&mut self, contact: Id<Contact>) -> f32 {
        let (book, links, today) = (self.book, self.links, self.today);
        let of = || Warmth::value_by(book, links, contact, today);
        *self.warmth.entry(contact.value()).or_insert_with(of)
    }

    /// What is looked for among the abilities.
    fn query(&mut self, asked: Asked<'_>) -> Query {
        self.query_of(asked.text, asked.speaks(), false)
    }

    /// What is looked for among the wishes, or the abilities.
    pub fn query_of(&mut self, text: &str, speaks: &str, in_wishes: bool) -> Query {
        let matching = self.matching;
        let corpus = if in_wishes { &matching.wishes } else { &matching.abilities };
        let synonyms = matching.synonyms();
        let memo = &mut self.memos[usize::from(in_wishes)];
        Query::of(text, speaks, &mut Maker { corpus, synonyms, lexicon: &mut self.lexicon, memo })
    }

    fn helpers(&mut self, asked: Asked<'_>, limit: usize) -> Vec<Fit> {
        let query = self.query(asked);
        let found = self.scores.of(&self.matching.abilities, &query, (limit * 3).max(CLOSER));
        let mut fits = self.fits(asked, &found);
        for fit in &mut fits {
            fit.warmth = self.warmth(fit.helper);
            fit.score = self.rank(fit, fit.warmth);
        }
        self.finish(fits, limit, |_| Some(&query), false)
    }

    /// Who meets a need, the most relevant first.
    pub fn relevant(&mut self, asked: Asked<'_>, limit: usize) -> Vec<Relevance> {
        let query = self.query(asked);
        self.scores.of(&self.matching.abilities, &query, limit)
    }

    /// Hits without rank and marks.
    pub fn fits(&mut self, asked: Asked<'_>, found: &[Relevance]) -> Vec<Fit> {
        if found.is_empty() {
            return Vec::new();
        }
        let between = self.between(asked.seeker.map(|it| it.id));
        found.iter().filter_map(|relevance| self.fit(asked, *relevance, &between)).collect()
    }

    fn between(&mut self, seeker: Option<Id<Contact>>) -> Rc<Between> {
        if self.between.0 != seeker {
            let between = seeker.map(|it| Between::of(self.book, self.links, it)).unwrap_or_default();
            self.between = (seeker, Rc::new(between));
        }
        Rc::clone(&self.between.1)
    }

    /// One pair, whether its words meet or not any more.
    pub fn one(&mut self, asked: Asked<'_>, helper: Id<Contact>) -> Fit {
        let query = self.query(asked);
        let between = self.between(asked.seeker.map(|it| it.id));
        let relevance = of_person(&self.matching.abilities, &query, helper, &mut self.room);
        let found = relevance.and_then(|relevance| self.fit(asked, relevance, &between));
        let mut fit = found.unwrap_or_else(|| bare(asked, helper, &between));
        fit.warmth = self.warmth(helper);
        fit.score = self.rank(&fit, fit.warmth);
        self.mark(&mut fit, &query);
        fit
    }

    /// Works out which words meet.
    pub fn explain(&mut self, fit: &mut Fit) {
        let seeker = fit.seeker.and_then(|id| self.book.get(id)).map(|it| &**it);
        let text = fit.need_text.clone();
        let asked = Asked { seeker, need: fit.need, text: &text, on: fit.need_on };
        let query = self.query(asked);
        self.mark(fit, &query);
    }

    /// A hit without what depends on who was found.
    fn fit(&self, asked: Asked<'_>, relevance: Relevance, between: &Between) -> Option<Fit> {
        let doc = self.matching.abilities.doc(relevance.doc)?;
        let seeker = asked.seeker.map(|it| it.id);
        if seeker == Some(doc.contact) {
            return None;
        }
        Some(Fit {
            entry: doc.text.to_string(),
            entry_kind: doc.kind,
            evidence: Evidence { source: source_of(doc.kind), on: doc.on },
            relevance: relevance.value,
            met: relevance.met,
            ..bare(asked, doc.contact, between)
        })
    }

    /// From relevance, warmth and age to one number.
    pub fn rank(&self, fit: &Fit, warmth: f32) -> f32 {
        let fresh = |on: Option<NaiveDate>, floor: f32| match on {
            Some(on) => {
                let days = (self.today - on).num_days().max(0) as f32;
                floor + (1.0 - floor) * (-days / FRESH_DAYS).exp2()
            }
            // Nobody noted when: neither fresh nor stale.
            None => floor + (1.0 - floor) * 0.6,
        };
        let stale = fit.entry_kind == EntryKind::Research
            && fit.evidence.on.is_some_and(|on| (self.today - on).num_days() > 365);
        let known = match fit.known {
            Some(Known::Met(_)) => 0.45,
            Some(_) => 0.3,
            None => 1.0,
        };
        let tried = match fit.tried {
            Some(Tried::UnderWay(..)) => 0.4,
            Some(Tried::Considered(..)) => 0.9,
            _ => 1.0,
        };
        // The words decide first: nobody helps with bearings because they are a friend.
        let relevance = 100.0 * (1.0 - (-1.3 * fit.relevance).exp());
        // Nor does a friend who has half of what is needed come before a stranger who has all of it.
        let met = fit.met.clamp(0.0, 1.0);
        let warm = 0.72 + 0.28 * met * met * warmth.clamp(0.0, 100.0) / 100.0;
        let need = fresh(fit.need_on, 0.8);
        let entry = fresh(fit.evidence.on, 0.86) * if stale { 0.85 } else { 1.0 };
        relevance * warm * need * entry * known * tried
    }

    fn seekers(&mut self, helper: Id<Contact>, limit: usize) -> Vec<Fit> {
        let matching = self.matching;
        let (book, links) = (self.book, self.links);
        let Some(contact) = book.get(helper).filter(|it| it.archived.is_none()) else { return Vec::new() };
        let between = Between::of(book, links, helper);
        let mut queries: FxHashMap<(bool, &str), Rc<Query>> = FxHashMap::default();
        let mut fits: BTreeMap<Id<Contact>, (Fit, Rc<Query>)> = BTreeMap::new();
        for number in Wanted::of(self, contact) {
            let Some(wish) = matching.wishes.doc(number).filter(|wish| wish.contact != helper) else {
                continue;
            };
            let Some(seeker) = book.get(wish.contact) else { continue };
            let asked = Asked { seeker: Some(seeker), need: wish.need, text: &wish.text, on: wish.on };
            let query = match queries.get(&asked.key()) {
                Some(query) => Rc::clone(query),
                None => {
                    let query = Rc::new(self.query(asked));
                    queries.insert((asked.key().0, &wish.text), Rc::clone(&query));
                    query
                }
            };
            let Some(relevance) = of_person(&matching.abilities, &query, helper, &mut self.room) else {
                continue;
            };
            let Some(mut fit) = self.fit(asked, relevance, &Between::default()) else { continue };
            fit.known = between.known(seeker.id);
            fit.tried = between.tried_with_own_card(seeker.id);
            fit.contact = seeker.id;
            fit.warmth = self.warmth(seeker.id);
            fit.score = self.rank(&fit, fit.warmth);
            let better = fits.get(&seeker.id).is_none_or(|(known, _)| fit.order(known) == Ordering::Less);
            if better {
                fits.insert(seeker.id, (fit, query));
            }
        }
        let (fits, queries): (Vec<Fit>, BTreeMap<Id<Contact>, Rc<Query>>) =
            fits.into_iter().map(|(seeker, (fit, query))| (fit, (seeker, query))).unzip();
        self.finish(fits, limit, |fit| queries.get(&fit.contact).map(|query| &**query), true)
    }

    /// Sorts, cuts off, and works out what only those need that are shown.
    fn finish<'q>(
        &mut self,
        mut fits: Vec<Fit>,
        limit: usize,
        query: impl Fn(&Fit) -> Option<&'q Query>,
        seekers: bool,
    ) -> Vec<Fit> {
        fits.sort_by(Fit::order);
        let mut shown = 0;
        fits.retain(|fit| {
            shown += usize::from(!fit.unfit);
            fit.unfit || shown <= limit
        });
        for fit in &mut fits {
            if let Some(query) = query(fit) {
                self.mark(fit, query);
            }
            if seekers {
                let evidence = self.evidence_of_need(fit);
                fit.evidence = self.since_the_card(evidence, fit.contact);
            }
        }
        fits
    }

    /// Of what nobody dated it is said at least since when the card is there.
    fn since_the_card(&self, evidence: Evidence, person: Id<Contact>) -> Evidence {
        let cards = &self.links.contact(person).cards;
        let card = cards.first().filter(|_| evidence.on.is_none()).and_then(|card| self.book.get(*card));
        let on = card.and_then(|card| card.received_on).filter(|on| *on <= self.today);
        on.map_or(evidence, |on| Evidence { source: Source::Card, on: Some(on) })
    }

    /// Says which words meet, and since when it is known.
    pub fn mark(&mut self, fit: &mut Fit, query: &Query) {
        fit.evidence = self.since_the_card(fit.evidence, fit.helper);
        let corpus = &self.matching.abilities;
        let Some(doc) = corpus
            .docs_of(fit.helper)
            .map(|(_, doc)| doc)
            .find(|doc| *doc.text == *fit.entry && doc.kind == fit.entry_kind)
        else {
            return;
        };
        let mut names: Vec<u32> = Vec::new();
        for word in &query.words {
            let met = word
                .others
                .iter()
                .find(|other| other.terms.iter().all(|term| super::score::count_of(doc, *term) > 0));
            if let Some(met) = met {
                fit.need_marks.push(word.range.clone());
                names.extend(&met.terms);
            }
        }
        let said = tokens(&fit.entry);
        let tongue = tongue(&fit.entry, &said);
        for token in said {
            if token.is_empty_word() {
                continue;
            }
            let is_met = |name: &str| corpus.term(name).is_some_and(|term| names.contains(&term));
            let plain = token.range.len() == token.folded.len();
            match token.script {
                Script::Kanji => {
                    let mut at = 0;
                    let mut any = false;
                    kanji_terms(&token.folded, |term| {
                        let width = term.chars().next().map_or(0, char::len_utf8);
                        if !term.starts_with('~') {
                            if is_met(term) {
                                any = true;
                                if plain {
                                    let start = token.range.start + at;
                                    fit.entry_marks.push(start..start + term.len());
                                }
                            }
                            at += width;
                        } else if is_met(term) {
                            any = true;
                            if plain {
                                let end = token.range.end;
                                fit.entry_marks.push(end - (term.len() - 1)..end);
                            }
                        }
                    });
                    if any && !plain {
                        fit.entry_marks.push(token.range);
                    }
                }
                Script::Word => {
                    if self.lexicon.of(&token.folded, tongue).iter().any(|form| is_met(form)) {
                        fit.entry_marks.push(token.range);
                    }
                }
                Script::Katakana | Script::Hiragana => {
                    if is_met(&token.folded) {
                        fit.entry_marks.push(token.range);
                    }
                }
            }
        }
        join_marks(&mut fit.need_marks, &fit.need_text);
        join_marks(&mut fit.entry_marks, &fit.entry);
    }

    /// Where the need of whoever was found stands: on a card's back or with a meeting, if its words are there, else in the
    /// list of needs.
    fn evidence_of_need(&mut self, fit: &Fit) -> Evidence {
        let noted = Evidence { source: Source::Noted, on: fit.need_on };
        let Some(seeker) = fit.seeker else { return noted };
        let mut wanted: Vec<Vec<String>> = Vec::new();
        for token in tokens(&fit.need_text).into_iter().filter(|token| !token.is_empty_word()) {
            let is_marked = fit
                .need_marks
                .iter()
                .any(|mark| mark.start < token.range.end && token.range.start < mark.end);
            if is_marked {
                wanted.push(self.lexicon.of(&token.folded, Tongue::Either).to_vec());
            }
        }
        if wanted.is_empty() {
            return noted;
        }
        let theirs = self.links.contact(seeker);
        let cards = theirs.cards.iter().filter_map(|card| self.book.get(*card));
        let backs =
            cards.flat_map(|card| &card.impressions).map(|it| (it.on, it.text.as_str(), Source::CardBack));
        let talks = theirs.encounters.iter().take(12).filter_map(|id| self.book.get(*id));
        let talks = talks.flat_map(|it| {
            let texts = it.topics.iter().chain([&it.note]);
            texts.map(|text| (it.on, text.as_str(), Source::Encounter))
        });
        let told: Vec<(NaiveDate, &str, Source)> = backs.chain(talks).collect();
        let mut best: Option<Evidence> = None;
        for (on, text, source) in told.into_iter().filter(|(on, ..)| *on <= self.today) {
            let says = pieces(text).any(|piece| {
                let there: Vec<String> = tokens(piece)
                    .iter()
                    .flat_map(|token| self.lexicon.of(&token.folded, Tongue::Either).to_vec())
                    .collect();
                wanted.iter().all(|forms| forms.iter().any(|form| there.contains(form)))
            });
            if says && best.is_none_or(|best| best.on < Some(on)) {
                best = Some(Evidence { source, on: Some(on) });
            }
        }
        best.unwrap_or(noted)
    }
}

/// A pair of which nothing but the need is known.
fn bare(asked: Asked<'_>, helper: Id<Contact>, between: &Between) -> Fit {
    let refused = asked.seeker.zip(asked.need);
    Fit {
        contact: helper,
        helper,
        seeker: asked.seeker.map(|it| it.id),
        need: asked.need,
        need_text: asked.text.to_owned(),
        need_marks: Vec::new(),
        need_on: asked.on,
        entry: String::new(),
        entry_marks: Vec::new(),
        entry_kind: EntryKind::Note,
        evidence: Evidence { source: Source::Noted, on: None },
        relevance: 0.0,
        met: 0.0,
        warmth: 0.0,
        score: 0.0,
        known: between.known(helper),
        tried: between.tried_with_card_of(helper),
        unfit: refused.is_some_and(|(seeker, need)| seeker.is_no_fit(need, helper)),
    }
}

fn source_of(kind: EntryKind) -> Source {
    match kind {
        EntryKind::CardBack => Source::CardBack,
        EntryKind::Talk => Source::Encounter,
        EntryKind::Research => Source::Research,
        EntryKind::Title => Source::Work,
        _ => Source::Noted,
    }
}

/// Puts marks in order, and neighbours with only a space or hyphen between them together.
fn join_marks(marks: &mut Vec<Range<usize>>, text: &str) {
    marks.retain(|mark| text.get(mark.clone()).is_some_and(|it| !it.is_empty()));
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks.drain(..) {
        match joined.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            Some(last) if matches!(&text[last.end..mark.start], " " | "-" | "‐" | "・") => {
                last.end = mark.end
            }
            _ => joined.push(mark),
        }
    }
    *marks = joined;
}

/// Whether a text says nothing that could be looked for: no letters, or only words that stand in any need.
pub fn says_nothing(text: &str) -> bool {
    tokens(looked_at(text)).iter().all(|token| token.is_empty_word())
}
