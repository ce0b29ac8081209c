//! What may follow in the search field: fields, and values from the book.
//!
//! Owns which completions are offered. Must not draw. Start reading at [`Query::complete`].
//!
//! Invariant: a completion put in its place is understood
//! (held by `index::search::tests::every_completion_is_understood`).

use std::ops::Range;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::operators::{DueWord, Named, Operator, State, Thing};
use super::query::{Part, Problem, ProblemKind, Query, Raw, Term, recent_periods};
use crate::model::{Book, Record};
use crate::text::fold::fold;
use crate::text::{Locale, Texts};

/// One thing that may be put into the search field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the typed text that it replaces.
    pub place: Range<usize>,
    /// What it puts there.
    pub text: String,
    /// What it is.
    pub kind: CompletionKind,
}

/// Kinds of completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompletionKind {
    /// A field with its colon; its value comes next.
    Operator(Operator),
    /// A value of a field, with the number of people who have it where that is known.
    Value(Operator, Option<usize>),
}

/// The values that stand in a book, each with how many records have it, without people who were let go; the most frequent
/// first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    of: Vec<(Operator, Vec<Value>)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Value {
    text: String,
    folded: String,
    count: usize,
}

impl Values {
    /// Gathers the circles, tags, cities, events, organizations, titles, expertises and needs of a book.
    pub fn of(book: &Book) -> Self {
        let mut counts: FxHashMap<(Operator, &str), usize> = FxHashMap::default();
        let mut count =
            |operator: Operator, text, people: usize| *counts.entry((operator, text)).or_insert(0) += people;
        let mut circles = FxHashMap::default();
        let mut organizations = FxHashMap::default();
        let mut events = FxHashMap::default();
        for contact in book.contacts.values() {
            // Whoever was let go is found, but not shown among the others, and not counted by the rail either.
            let one = usize::from(contact.archived.is_none());
            for circle in &contact.circles {
                *circles.entry(*circle).or_insert(0) += one;
            }
            for affiliation in &contact.affiliations {
                *organizations.entry(affiliation.organization).or_insert(0) += one;
                count(Operator::Title, affiliation.title.trim(), one);
            }
            contact.tags.iter().for_each(|tag| count(Operator::Tag, tag.trim(), one));
            contact.addresses.iter().for_each(|address| count(Operator::City, address.city.trim(), one));
            for expertise in &contact.expertise {
                count(Operator::Expertise, expertise.what.trim(), one);
            }
            contact.needs.iter().for_each(|need| count(Operator::Needs, need.what.trim(), one));
        }
        for card in book.cards.values() {
            card.event.iter().for_each(|event| *events.entry(*event).or_insert(0) += 1);
        }
        for (operator, text, number) in book
            .circles
            .values()
            .map(|circle| (Operator::Circle, circle.name.as_str(), circles.get(&circle.id())))
            .chain(book.organizations.values().map(|organization| {
                (Operator::Organization, organization.name.as_str(), organizations.get(&organization.id()))
            }))
            .chain(
                book.events
                    .values()
                    .map(|event| (Operator::Event, event.title.as_str(), events.get(&event.id()))),
            )
        {
            *counts.entry((operator, text.trim())).or_insert(0) += number.copied().unwrap_or(0);
        }
        let mut places = FxHashMap::default();
        for card in book.cards.values() {
            card.whereabouts.place().iter().for_each(|place| *places.entry(*place).or_insert(0) += 1);
        }
        for storage in book.storages.values() {
            *counts.entry((Operator::Place, storage.name.trim())).or_insert(0) +=
                places.get(&storage.id).copied().unwrap_or(0);
        }
        for city in book.events.values().map(|event| event.city.trim()) {
            *counts.entry((Operator::City, city)).or_insert(0) += 1;
        }
        for organization in book.organizations.values() {
            *counts.entry((Operator::City, organization.city.trim())).or_insert(0) +=
                organizations.get(&organization.id).copied().unwrap_or(0);
        }
        let mut all: Vec<((Operator, &str), usize)> = counts.into_iter().collect();
        all.retain(|((_, text), _)| is_offered(text));
        all.sort_unstable_by(|(a, many), (b, more)| (a.0, more, a.1).cmp(&(b.0, many, b.1)));
        let mut values = Self::default();
        for ((operator, text), count) in all {
            let value = Value { text: text.to_owned(), folded: fold(text), count };
            match values.of.last_mut() {
                Some((last, list)) if *last == operator => list.push(value),
                _ => values.of.push((operator, vec![value])),
            }
        }
        values
    }

    /// Returns the fields of a query, as they are called in a language, whose value is nowhere in the book, with that
    /// value: a circle that does not exist, a city where nobody lives.
    pub fn missing<'a>(&self, query: &'a Query, locale: Locale) -> Vec<(&'static str, &'a str)> {
        let whole =
            [Operator::Circle, Operator::Tag, Operator::City, Operator::Event, Operator::Organization];
        let part = |part: &'a Part| match &part.term {
            Term::Text { operator: Some(operator), text, .. } if whole.contains(operator) => {
                let words = fold(text);
                let fits = |value: &Value| words.split(' ').all(|word| value.folded.contains(word));
                let is_there = self.get(*operator).iter().any(fits);
                (!is_there).then_some((operator.name(locale), text.as_str()))
            }
            Term::Text { .. } | Term::Condition(_) => None,
        };
        query.parts().iter().filter_map(part).collect()
    }

    fn get(&self, operator: Operator) -> &[Value] {
        let found = self.of.binary_search_by_key(&operator, |(operator, _)| *operator);
        found.map_or(&[], |at| &self.of[at].1)
    }
}

/// Whether a value can be put between quotes as it is, and is short enough to be read in a list.
fn is_offered(text: &str) -> bool {
    !text.is_empty() && text.len() <= 120 && !text.contains(['"', '＂', '“', '”', '\n'])
}

impl Query {
    /// The most values that are offered.
    pub const MOST_COMPLETIONS: usize = 8;
    /// Typed alone, it asks for all fields.
    pub const HELP: &'static str = "?";

    /// Returns in words what was not understood of the text from which the query was read.
    #[must_use]
    pub fn notes(&self, text: &str, texts: &Texts) -> Vec<String> {
        let word = |problem: &Problem| text.get(problem.place.clone()).unwrap_or_default();
        let note = |problem: &Problem| match problem.kind {
            ProblemKind::UnknownField => Some(texts.app_search_unknown(word(problem))),
            ProblemKind::BadValue(operator) => {
                Some(texts.app_search_value(operator.name(texts.locale()), word(problem)))
            }
            ProblemKind::NoValue(_) | ProblemKind::OpenQuote | ProblemKind::TooLong => None,
        };
        self.problems().iter().filter_map(note).collect()
    }

    /// Returns what may follow where the cursor stands: the part of `text` that ends at `cursor` (in bytes) is
    /// completed. A word becomes a field, a value one of the book or one of a fixed list.
    pub fn complete(
        text: &str,
        cursor: usize,
        values: &Values,
        locale: Locale,
        today: NaiveDate,
    ) -> Vec<Completion> {
        let cursor = (0..=cursor.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let Some(raw) = Raw::all(&text[..cursor]).pop().filter(|raw| raw.place.end == cursor) else {
            return Vec::new();
        };
        if raw.is_quoted && !raw.is_open {
            return Vec::new();
        }
        match &raw.head {
            None if raw.is_quoted => Vec::new(),
            None => fields(&text[raw.value.clone()], raw.value.start..cursor, locale),
            Some(head) => {
                let Some(operator) = Operator::named(&text[head.clone()]) else { return Vec::new() };
                let start = if raw.is_quoted {
                    let quote = text[..raw.value.start].chars().next_back().map_or(0, char::len_utf8);
                    raw.value.start - quote
                } else {
                    raw.value.start
                };
                completions(operator, &text[raw.value.clone()], start..cursor, values, locale, today)
            }
        }
    }
}

/// Fields that begin with a word in any language, offered in the reader's.
fn fields(typed: &str, place: Range<usize>, locale: Locale) -> Vec<Completion> {
    let typed = fold(typed);
    let mut found = Vec::new();
    // One letter begins too much, one kana or kanji is half of a word.
    if typed.len() < 2 && typed != Query::HELP {
        return found;
    }
    for operator in Operator::ALL {
        let name = operator.name(locale);
        let mut names = operator.names().into_iter().flat_map(|names| names.split(' '));
        if typed == Query::HELP || names.any(|name| fold(name).starts_with(&typed)) {
            let sign = if *operator == Operator::Warmth { '>' } else { ':' };
            let text = format!("{name}{sign}");
            found.push(Completion { place: place.clone(), text, kind: CompletionKind::Operator(*operator) });
        }
    }
    found
}

fn completions(
    operator: Operator,
    typed: &str,
    place: Range<usize>,
    values: &Values,
    locale: Locale,
    today: NaiveDate,
) -> Vec<Completion> {
    let folded = fold(typed);
    let completion = |text: String, count: Option<usize>| Completion {
        place: place.clone(),
        text,
        kind: CompletionKind::Value(operator, count),
    };
    let fixed = |names: Vec<[&str; 3]>, offered: Vec<&'static str>| {
        let fits = |names: &[&str; 3]| {
            names.iter().flat_map(|names| names.split(' ')).any(|name| fold(name).starts_with(&folded))
        };
        let both = names.into_iter().zip(offered).filter(|(names, _)| fits(names));
        both.map(|(_, offered)| completion(offered.to_owned(), None)).collect()
    };
    fn all<T: Named>(locale: Locale) -> (Vec<[&'static str; 3]>, Vec<&'static str>) {
        T::ALL.iter().map(|one| (one.names(), one.name(locale))).unzip()
    }
    match operator {
        Operator::Is => {
            let (names, offered) = all::<State>(locale);
            fixed(names, offered)
        }
        Operator::Has => {
            let (names, offered) = all::<Thing>(locale);
            fixed(names, offered)
        }
        Operator::Due => {
            let (names, offered) = all::<DueWord>(locale);
            fixed(names, offered)
        }
        Operator::Met => {
            let periods = recent_periods(today).into_iter().filter(|period| period.starts_with(&folded));
            periods.map(|period| completion(period, None)).collect()
        }
        Operator::Warmth => {
            let numbers = ["20", "40", "60", "80"].into_iter().filter(|number| number.starts_with(&folded));
            numbers.map(|number| completion(number.to_owned(), None)).collect()
        }
        _ => {
            let list = values.get(operator);
            let starts = list.iter().filter(|value| value.folded.starts_with(&folded));
            let word = |value: &&Value| {
                !value.folded.starts_with(&folded)
                    && value.folded.split(' ').any(|word| word.starts_with(&folded))
            };
            let found = starts.chain(list.iter().filter(word)).take(Query::MOST_COMPLETIONS);
            found
                .map(|value| {
                    let needs_quotes =
                        value.text.contains(|c: char| c.is_whitespace() || !c.is_alphanumeric());
                    let text = if needs_quotes { format!("\"{}\"", value.text) } else { value.text.clone() };
                    completion(text, Some(value.count))
                })
                .collect()
        }
    }
}
