//! A text that is looked for, word by word, with everything that a word may be called in the texts that are compared.
//!
//! Owns which words count as the same and how nearly. Must not know people. Start reading at [`Query::of`].
//!
//! Nothing is expanded in the texts themselves, only here: a synonym that the user adds counts at once, without taking
//! anything in anew, and a compound is found by the words that the book has at this moment.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::corpus::{Corpus, Lexicon, kanji_terms};
use super::synonyms::{Member, Place, Synonyms};
use super::words::{
    LONGEST_WORD, Script, Token, Tongue, is_general, is_german, looked_at, tokens, tongue, without_number,
};

/// Words of a text that count; a longer one is cut off.
const MOST_WORDS: usize = 48;
/// Other words in which one word is found as a part.
const MOST_COMPOUNDS: usize = 24;
/// What a word says that nobody in the book has, beside one that somebody has.
const UNKNOWN: f32 = 0.15;
/// The same beside a mere note: of dry walnut, dry humour is little where nobody has walnut.
const UNKNOWN_BESIDE_NOTE: f32 = 0.6;
/// What a word of any trade says beside one of a trade.
const GENERAL: f32 = 0.3;
/// What joins the parts of German compounds.
const LINKS: [&str; 6] = ["", "s", "n", "en", "es", "er"];

/// How much each kind of sameness counts.
mod nearness {
    pub const STEM: f32 = 0.96;
    pub const JOINED: f32 = 0.92;
    pub const SYNONYM: f32 = 0.8;
    /// "Bearing" for "bearing2".
    pub const WITHOUT_NUMBER: f32 = 0.7;
    pub const AMBIGUOUS: f32 = 0.45;
    /// "Lager" is found in "Wälzlager", "Verpackung" in "Verpackungsmaschine".
    pub const HEAD: f32 = 0.75;
    pub const MODIFIER: f32 = 0.5;
    /// "Wälzlager" is found by "Lager", "Verpackungsmaschine" by "Verpackung".
    pub const WHOLE_BY_HEAD: f32 = 0.6;
    pub const WHOLE_BY_MODIFIER: f32 = 0.45;
    /// Words in which a kanji is the last one.
    pub const LAST_KANJI: f32 = 0.6;
}

/// A text that is looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Query {
    /// Those that can say most first.
    pub words: Vec<Word>,
}

/// A word that counts, and what it may be called.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What it says: rare words more.
    pub weight: f32,
    /// What it would say if somebody had it; more than the weight only of a word that nobody has.
    pub full: f32,
    /// It is one of any trade.
    pub general: bool,
    /// The nearest first.
    pub others: Vec<Other>,
}

impl Word {
    /// What it says at most, by its nearest name.
    pub fn most(&self) -> f32 {
        self.weight * self.others.first().map_or(0.0, |other| other.nearness)
    }
}

/// Terms that together are as good as the word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Other {
    pub terms: Vec<u32>,
    pub nearness: f32,
}

/// What a query is made with.
pub(super) struct Maker<'a> {
    pub corpus: &'a Corpus,
    pub synonyms: [&'a Synonyms; 2],
    pub lexicon: &'a mut Lexicon,
    pub memo: &'a mut Memo,
}

/// Other names that were worked out for one query and stand in the next one again. Holds for one state of one corpus.
#[derive(Debug, Default)]
pub(super) struct Memo {
    /// Words that have a word as a part, or are a part of it, by whether it is German and stands in the text itself.
    compounds: FxHashMap<(bool, bool, String), Vec<Other>>,
    /// What the members of groups are called in the texts.
    members: FxHashMap<(usize, Place), Vec<Other>>,
}

/// Puts names at a distance from the word that they were worked out for.
fn farther(others: &mut Vec<Other>, known: &[Other], near: f32) {
    others.extend(known.iter().map(|it| Other { terms: it.terms.clone(), nearness: near * it.nearness }));
}

/// A word while its other names are gathered.
struct Draft {
    range: Range<usize>,
    /// How much of a whole word it is.
    share: f32,
    /// It is a word of any trade.
    general: bool,
    others: Vec<Other>,
}

impl Query {
    /// What all its words say together.
    pub fn total(&self) -> f32 {
        self.words.iter().map(|word| word.weight).sum()
    }

    /// What they would say together if somebody had each of them.
    pub fn full(&self) -> f32 {
        self.words.iter().map(|word| word.full).sum()
    }

    /// Whether it says anything beside words of any trade.
    pub fn is_specific(&self) -> bool {
        self.words.iter().any(|word| !word.general)
    }

    /// Understands a text. `speaks` is the language of whoever wrote it.
    pub fn of(text: &str, speaks: &str, maker: &mut Maker<'_>) -> Self {
        let all = tokens(looked_at(text));
        let (german, tongue) = (is_german(text, &all, speaks), tongue(looked_at(text), &all));
        let said: Vec<(Token, Vec<String>)> = all
            .into_iter()
            .filter(|token| !token.is_empty_word())
            .take(MOST_WORDS)
            .map(|token| {
                let forms = match token.script {
                    Script::Word => maker.lexicon.of(&token.folded, tongue).to_vec(),
                    _ => vec![token.folded.clone()],
                };
                (token, forms)
            })
            .collect();
        let mut drafts: Vec<Draft> = Vec::new();
        let mut at = 0;
        while at < said.len() {
            if said[at].0.script == Script::Word {
                maker.word(&said, at, german, &mut drafts);
                at += 1;
            } else {
                let run = said[at..].iter().enumerate().take_while(|(number, (token, _))| {
                    let before = at + number;
                    token.script != Script::Word
                        && (*number == 0 || said[before - 1].0.range.end == token.range.start)
                });
                let length = run.count();
                // One kanji is the last one of other words only where nothing else says what is meant.
                maker.japanese(&said[at..at + length], said.len() == 1, &mut drafts);
                at += length;
            }
        }
        maker.phrases(&said, &mut drafts);
        let mut words: Vec<Word> = drafts.into_iter().map(|draft| maker.finish(draft)).collect();
        words.sort_by(|a, b| b.most().total_cmp(&a.most()));
        Self { words }
    }
}

impl Maker<'_> {
    /// Sorts the other names of a word and weighs it.
    fn finish(&self, draft: Draft) -> Word {
        let Draft { range, share, general, mut others } = draft;
        let share = if general { share * GENERAL } else { share };
        others.sort_by(|a, b| b.nearness.total_cmp(&a.nearness).then_with(|| a.terms.cmp(&b.terms)));
        let mut kept: Vec<Other> = Vec::with_capacity(others.len());
        for other in others {
            if !kept.iter().any(|it| it.terms == other.terms) {
                kept.push(other);
            }
        }
        let found = |other: &Other| {
            other.terms.iter().map(|term| self.corpus.postings(*term).len()).min().unwrap_or(0)
        };
        let most = kept.iter().filter(|other| other.nearness > 0.55).map(found).max();
        let most = most.or_else(|| kept.iter().map(found).max()).unwrap_or(0) as f32;
        let all = self.corpus.sizes().0 as f32;
        let rarity = (1.0 + (all - most + 0.5).max(0.0) / (most + 0.5)).ln();
        let full = (share * rarity).max(0.01);
        let is_unknown = kept.is_empty();
        let weight = if is_unknown { (UNKNOWN * full).max(0.01) } else { full };
        let full = if is_unknown { UNKNOWN_BESIDE_NOTE * full } else { full };
        Word { range, weight, full, general, others: kept }
    }

    fn put(&self, others: &mut Vec<Other>, name: &str, nearness: f32) {
        if let Some(term) = self.corpus.term(name) {
            others.push(Other { terms: vec![term], nearness });
        }
    }

    fn put_all(&self, others: &mut Vec<Other>, names: &[String], nearness: f32) {
        let terms: Option<Vec<u32>> = names.iter().map(|name| self.corpus.term(name)).collect();
        if let Some(mut terms) = terms.filter(|terms| !terms.is_empty()) {
            terms.sort_unstable();
            terms.dedup();
            others.push(Other { terms, nearness });
        }
    }

    fn word(&mut self, said: &[(Token, Vec<String>)], at: usize, german: bool, drafts: &mut Vec<Draft>) {
        let (token, forms) = &said[at];
        let mut others = Vec::new();
        for (number, form) in forms.iter().enumerate() {
            self.put(&mut others, form, if number == 0 { 1.0 } else { nearness::STEM });
        }
        self.compounds(&token.folded, german, true, 1.0, &mut others);
        if let Some(letters) = without_number(&token.folded) {
            for form in self.lexicon.of(letters, Tongue::Either).to_vec() {
                self.put(&mut others, &form, nearness::WITHOUT_NUMBER);
            }
        }
        // "salt water" is written "saltwater" too.
        let neighbours = [at.checked_sub(1).map(|before| (before, at)), Some((at, at + 1))];
        for (first, second) in neighbours.into_iter().flatten() {
            if let Some((second, _)) = said.get(second).filter(|(token, _)| token.script == Script::Word) {
                let (first, _) = &said[first];
                let whole = format!("{}{}", first.folded, second.folded);
                if first.script == Script::Word && first.range.end < second.range.start && whole.len() > 5 {
                    self.put(&mut others, &whole, nearness::JOINED);
                }
            }
        }
        // A part that is a synonym in German: "Kugellager" ends with "Lager".
        if german && !self.synonyms.iter().any(|synonyms| synonyms.knows(&token.folded)) {
            for (part, is_head) in parts(&token.folded) {
                let near = if is_head { 0.8 } else { 0.6 };
                let places: Vec<(usize, Place)> = self.german_places(part);
                for (which, place) in places {
                    // "Beratung" of "Steuerberatung" is what any trade does.
                    let general = self.synonyms[which].is_general(place);
                    let near = if general { near * GENERAL } else { near };
                    self.synonyms_of(which, place, near, &mut others);
                }
            }
        }
        let general = is_general(&token.folded);
        drafts.push(Draft { range: token.range.clone(), share: 1.0, general, others });
    }

    fn german_places(&self, part: &str) -> Vec<(usize, Place)> {
        let of = |(which, synonyms): (usize, &&Synonyms)| {
            synonyms.german(part).iter().map(|place| (which, *place)).collect::<Vec<_>>()
        };
        self.synonyms.iter().enumerate().flat_map(of).collect()
    }

    /// Whether a part of a compound is a word of any trade.
    fn is_general_part(&self, part: &str) -> bool {
        is_general(part)
            || self.synonyms.iter().any(|it| it.german(part).iter().any(|place| it.is_general(*place)))
    }

    /// Words that have this one as a part, or are a part of it.
    fn compounds(&mut self, word: &str, german: bool, is_own: bool, near: f32, others: &mut Vec<Other>) {
        let letters = word.chars().count();
        if !(3..=LONGEST_WORD).contains(&letters) {
            return;
        }
        let key = (german, is_own, word.to_owned());
        if !self.memo.compounds.contains_key(&key) {
            let mut found = Vec::new();
            self.find_compounds(word, letters, (german, is_own), &mut found);
            self.memo.compounds.insert(key.clone(), found);
        }
        farther(others, self.memo.compounds.get(&key).map_or(&[], Vec::as_slice), near);
    }

    fn find_compounds(
        &self,
        word: &str,
        letters: usize,
        (german, is_own): (bool, bool),
        others: &mut Vec<Other>,
    ) {
        let corpus = self.corpus;
        let knows = |part: &str| {
            part.chars().count() > 2
                && (corpus.is_written(part) || self.synonyms.iter().any(|synonyms| synonyms.knows(part)))
        };
        let is_word = |rest: &str, front: bool| {
            LINKS.iter().any(|link| {
                let part = if front { rest.strip_suffix(link) } else { rest.strip_prefix(link) };
                part.is_some_and(knows)
            })
        };
        let mut count = 0;
        if letters > 3 {
            for ending in ["", "s", "n", "e", "en", "er", "es"] {
                for longer in corpus.ending_with(&format!("{word}{ending}")) {
                    let rest = &longer[..longer.len() - word.len() - ending.len()];
                    let long_enough = rest.chars().count() > 2;
                    // "Ort" is no part of "Export".
                    let is_part = (letters > 4 && corpus.is_german(&longer)) || is_word(rest, true);
                    if long_enough && count < MOST_COMPOUNDS && is_part && !is_ending(word) {
                        self.put(others, &longer, nearness::HEAD);
                        count += 1;
                    }
                }
            }
            for longer in corpus.beginning_with(word) {
                let rest = &longer[word.len()..];
                let long_enough = rest.chars().count() > 3;
                if long_enough && count < MOST_COMPOUNDS && (corpus.is_german(longer) || is_word(rest, false))
                {
                    self.put(others, longer, nearness::MODIFIER);
                    count += 1;
                }
            }
        }
        for (part, is_head) in parts(word) {
            if !corpus.is_written(part) {
                continue;
            }
            // The land of "Landwirtschaft" is not what a farm is about.
            if !is_own && !is_head && part.chars().count() < 6 {
                continue;
            }
            let rest = if is_head { &word[..word.len() - part.len()] } else { &word[part.len()..] };
            if german || is_word(rest, is_head) {
                let weight = if is_head { nearness::WHOLE_BY_HEAD } else { nearness::WHOLE_BY_MODIFIER };
                let weight = if self.is_general_part(part) { weight * GENERAL } else { weight };
                self.put(others, part, weight);
            }
            // Both parts stand there: "saltwater" for "salt water".
            if is_head {
                for link in LINKS {
                    if let Some(first) = rest.strip_suffix(link).filter(|first| corpus.is_written(first)) {
                        self.put_all(others, &[first.to_owned(), part.to_owned()], nearness::JOINED);
                    }
                }
            }
        }
    }

    /// What else the members of a group are called in the texts.
    fn synonyms_of(&mut self, which: usize, place: Place, near: f32, others: &mut Vec<Other>) {
        let synonyms = self.synonyms[which];
        let own = if synonyms.member(place).ambiguous {
            near * nearness::AMBIGUOUS
        } else {
            near * nearness::SYNONYM
        };
        for (other, member) in synonyms.others(place) {
            let near = if member.ambiguous { own * nearness::AMBIGUOUS } else { own };
            let key = (which, other);
            if !self.memo.members.contains_key(&key) {
                let mut found = Vec::new();
                self.member(member, 1.0, &mut found);
                self.memo.members.insert(key, found);
            }
            farther(others, self.memo.members.get(&key).map_or(&[], Vec::as_slice), near);
        }
    }

    fn member(&mut self, member: &Member, near: f32, others: &mut Vec<Other>) {
        match member.tokens.as_slice() {
            [only] if only.script == Script::Word => {
                let lexicon = &mut *self.lexicon;
                let mut of = |word: &str, tongue| lexicon.of(word, tongue).to_vec();
                for form in member.forms(&only.folded, &mut of) {
                    self.put(others, &form, near);
                }
                self.compounds(&only.folded, member.tongue == Tongue::German, false, near, others);
            }
            [only] if only.script == Script::Katakana => {
                self.put(others, &only.folded, near);
                self.kana_compounds(&only.folded, near, others);
            }
            [only] if only.script == Script::Kanji && only.folded.chars().count() == 1 => {
                self.put(others, &only.folded, near);
                self.put(others, &format!("~{}", only.folded), near * nearness::LAST_KANJI);
            }
            tokens => {
                let mut names: Vec<String> = Vec::new();
                for token in tokens {
                    match token.script {
                        Script::Word => {
                            names.push(self.lexicon.main(&token.folded, member.tongue == Tongue::German))
                        }
                        Script::Kanji => kanji_terms(&token.folded, |term| {
                            if !term.starts_with('~') {
                                names.push(term.to_owned());
                            }
                        }),
                        Script::Katakana | Script::Hiragana => names.push(token.folded.clone()),
                    }
                }
                self.put_all(others, &names, near);
            }
        }
    }

    fn kana_compounds(&self, word: &str, near: f32, others: &mut Vec<Other>) {
        let long = |rest: &str| rest.chars().count() > 1;
        for longer in self.corpus.ending_with(word).into_iter().take(MOST_COMPOUNDS) {
            if long(&longer[..longer.len() - word.len()]) {
                self.put(others, &longer, near * nearness::HEAD);
            }
        }
        for longer in self.corpus.beginning_with(word).take(MOST_COMPOUNDS) {
            if long(&longer[word.len()..]) {
                self.put(others, longer, nearness::MODIFIER);
            }
        }
    }

    /// A run of Japanese: words of the lists first, the rest by pairs of kanji and whole katakana words.
    fn japanese(&mut self, run: &[(Token, Vec<String>)], alone: bool, drafts: &mut Vec<Draft>) {
        let mut characters: Vec<char> = Vec::new();
        let mut owner: Vec<usize> = Vec::new();
        for (number, (token, _)) in run.iter().enumerate() {
            for character in token.folded.chars() {
                characters.push(character);
                owner.push(number);
            }
        }
        let starts = |at: usize| at == 0 || at >= owner.len() || owner[at - 1] != owner[at];
        let mut covered = vec![false; characters.len()];
        let mut at = 0;
        while at < characters.len() {
            let mut found: Option<(Vec<(usize, Place)>, usize)> = None;
            for (which, synonyms) in self.synonyms.iter().enumerate() {
                if let Some((places, length)) = synonyms.japanese_at(&characters[at..]) {
                    let end = at + length;
                    let kana = run[owner[at]].0.script == Script::Katakana;
                    // A katakana word is a part of another one only at its start or end.
                    let cuts_kana = kana
                        && !((starts(at) && (starts(end) || end + 1 < characters.len()))
                            || (starts(end) && at > 1));
                    // One kanji alone is a word only where it stands alone.
                    let stands_alone = length > 1 || (starts(at) && starts(end));
                    if cuts_kana || !stands_alone {
                        continue;
                    }
                    let new = places.iter().map(|place| (which, *place));
                    match &mut found {
                        Some((all, known)) if *known == length => all.extend(new),
                        Some((_, known)) if *known > length => {}
                        _ => found = Some((new.collect(), length)),
                    }
                }
            }
            let Some((places, length)) = found else {
                at += 1;
                continue;
            };
            covered[at..at + length].iter_mut().for_each(|it| *it = true);
            let (first, last) = (owner[at], owner[at + length - 1]);
            let mut others = Vec::new();
            let written: String = characters[at..at + length].iter().collect();
            self.written(&written, 1.0, &mut others);
            for (token, _) in &run[first..=last] {
                if token.script == Script::Katakana {
                    self.put(&mut others, &token.folded, 1.0);
                }
            }
            let mut general = is_general(&written);
            for (which, place) in places {
                general |= self.synonyms[which].is_general(place);
                self.synonyms_of(which, place, 1.0, &mut others);
            }
            let range = self.range_of(&run[first].0, &owner, first, at, length, &run[last].0);
            drafts.push(Draft { range, share: 1.0, general, others });
            at += length;
        }
        let mut from = 0;
        for (token, _) in run {
            let count = token.folded.chars().count();
            let (start, end) = (from, from + count);
            from = end;
            self.rest(token, &characters[start..end], &covered[start..end], alone, drafts);
        }
    }

    /// Where characters of a run stand in the text. Folding keeps the number of characters of plain Japanese; of others
    /// the whole tokens are taken.
    fn range_of(
        &self,
        first: &Token,
        owner: &[usize],
        number: usize,
        at: usize,
        length: usize,
        last: &Token,
    ) -> Range<usize> {
        let begin = owner.iter().position(|it| *it == number).unwrap_or(0);
        let plain = |token: &Token| token.range.len() == token.folded.len();
        if !plain(first) || !plain(last) || first.range.start != last.range.start {
            return first.range.start..last.range.end;
        }
        let bytes = |count: usize| first.folded.chars().take(count).map(char::len_utf8).sum::<usize>();
        let start = first.range.start + bytes(at - begin);
        start..(first.range.start + bytes(at - begin + length)).min(first.range.end)
    }

    /// The terms of a Japanese text as it stands.
    fn written(&self, text: &str, near: f32, others: &mut Vec<Other>) {
        let mut names = Vec::new();
        for token in tokens(text) {
            match token.script {
                Script::Kanji if token.folded.chars().count() == 1 => {
                    self.put(others, &format!("~{}", token.folded), near * nearness::LAST_KANJI);
                    names.push(token.folded);
                }
                Script::Kanji => kanji_terms(&token.folded, |term| {
                    if !term.starts_with('~') {
                        names.push(term.to_owned());
                    }
                }),
                _ => names.push(token.folded),
            }
        }
        self.put_all(others, &names, near);
        if let [only] = names.as_slice()
            && text.chars().count() > 2
        {
            self.kana_compounds(only, near, others);
        }
    }

    /// What no list knows of a token.
    fn rest(
        &self,
        token: &Token,
        characters: &[char],
        covered: &[bool],
        alone: bool,
        drafts: &mut Vec<Draft>,
    ) {
        let range = token.range.clone();
        if token.script != Script::Kanji {
            if covered.iter().any(|it| *it) {
                return;
            }
            let mut others = Vec::new();
            self.put(&mut others, &token.folded, 1.0);
            if token.script == Script::Katakana && (3..=LONGEST_WORD).contains(&characters.len()) {
                self.kana_compounds(&token.folded, 1.0, &mut others);
                for cut in 2..characters.len() - 1 {
                    let (front, back): (String, String) =
                        (characters[..cut].iter().collect(), characters[cut..].iter().collect());
                    if back.chars().count() > 2 && self.corpus.is_written(&back) {
                        self.put(&mut others, &back, nearness::WHOLE_BY_HEAD);
                    }
                    if front.chars().count() > 2 && self.corpus.is_written(&front) {
                        self.put(&mut others, &front, nearness::WHOLE_BY_MODIFIER);
                    }
                }
            }
            let share = if token.script == Script::Hiragana { 0.6 } else { 1.0 };
            drafts.push(Draft { range, share, general: is_general(&token.folded), others });
            return;
        }
        let mut start = 0;
        while start < characters.len() {
            if covered[start] {
                start += 1;
                continue;
            }
            let length = covered[start..].iter().take_while(|it| !**it).count();
            let piece = &characters[start..start + length];
            let offset = |count: usize| characters[..count].iter().map(|it| it.len_utf8()).sum::<usize>();
            let place = |from: usize, count: usize| {
                if range.len() == token.folded.len() {
                    range.start + offset(from)..range.start + offset(from + count)
                } else {
                    range.clone()
                }
            };
            if let [only] = piece {
                // What is left beside a known word is seldom a word.
                if characters.len() == 1 {
                    let mut others = Vec::new();
                    self.put(&mut others, &only.to_string(), 1.0);
                    if alone {
                        self.put(&mut others, &format!("~{only}"), nearness::LAST_KANJI);
                    }
                    drafts.push(Draft { range: place(start, 1), share: 0.8, general: false, others });
                }
            } else {
                let share = match length {
                    2 => 1.0,
                    3 => 0.65,
                    _ => 0.5,
                };
                for (number, pair) in piece.windows(2).enumerate() {
                    let mut others = Vec::new();
                    let pair: String = pair.iter().collect();
                    self.put(&mut others, &pair, 1.0);
                    let general = is_general(&pair);
                    drafts.push(Draft { range: place(start + number, 2), share, general, others });
                }
            }
            start += length;
        }
    }

    /// Synonyms that begin with a Latin word, of one word or more: each word of them has the other names.
    fn phrases(&mut self, said: &[(Token, Vec<String>)], drafts: &mut [Draft]) {
        for at in 0..said.len() {
            if said[at].0.script != Script::Word {
                continue;
            }
            for which in 0..self.synonyms.len() {
                let found: Vec<(Place, usize)> = self.synonyms[which].at(&said[at..]).collect();
                for (place, length) in found {
                    let mut others = Vec::new();
                    let general = self.synonyms[which].is_general(place);
                    self.synonyms_of(which, place, 1.0, &mut others);
                    for (token, _) in &said[at..at + length] {
                        for draft in drafts.iter_mut().filter(|draft| draft.range == token.range) {
                            draft.others.extend(others.iter().cloned());
                            draft.general |= general;
                        }
                    }
                }
            }
        }
    }
}

/// What ends English words without being a part of them: an apprenticeship is no ship.
fn is_ending(word: &str) -> bool {
    matches!(word, "ship" | "ships" | "able" | "ness" | "ment" | "ments" | "less" | "hood" | "wise" | "like")
}

/// The ends and beginnings of a word that could be words, with whether it is an end.
fn parts(word: &str) -> impl Iterator<Item = (&str, bool)> {
    let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
    let count = cuts.len();
    let last = if count > LONGEST_WORD { 0 } else { count.saturating_sub(2) };
    (3..last).flat_map(move |number| {
        let at = cuts[number];
        let back = (count - number >= 3).then_some((&word[at..], true));
        let front = (number >= 4).then_some((&word[..at], false));
        back.into_iter().chain(front)
    })
}
