//! Why something was found: the places in a text that fit the query, and the texts of a person that do.
//!
//! Owns marking. Must not know how texts are drawn. Start reading at [`SearchResult::marks`].
//!
//! Invariant: a mark begins and ends between characters (held by `marks_are_whole_characters_of_any_text`).

use std::ops::Range;

use super::gather::{self, Field, Text};
use super::operators::Operator;
use super::query::{Part, Term, Writing};
use super::result::SearchResult;
use super::tokens;
use crate::index::Index;
use crate::model::{Contact, Id};
use crate::text::fold::{fold_with_places, has_kana, romaji_of_kana, unfolded_place};

/// A text of a person in which something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Where in the book it stands.
    pub field: Field,
    /// The text as it is written.
    pub text: String,
    /// The bytes that fit, in their order, not touching each other.
    pub marks: Vec<Range<usize>>,
}

/// Letters before the first mark that a shortened text keeps.
const BEFORE: usize = 24;
/// Letters that a shortened text has at most.
const SHORT: usize = 120;

impl Reason {
    /// On one line, and only what stands around the first mark.
    fn shortened(self) -> Self {
        let first = self.marks.first().map_or(0, |mark| mark.start);
        let start = match self.text[..first].char_indices().rev().nth(BEFORE) {
            // From the beginning of a word, if there is one near.
            Some((at, _)) => {
                let space = self.text[at..first].find(char::is_whitespace);
                space.map_or(at, |space| at + space).min(first)
            }
            None => 0,
        };
        let rest = &self.text[start..];
        let end = rest.char_indices().nth(SHORT).map_or(self.text.len(), |(at, _)| start + at);
        let cut = &self.text[start..end];
        let trimmed = cut.trim_start();
        let start = start + (cut.len() - trimmed.len());
        let lead = if start > 0 { "…" } else { "" };
        let tail = if end < self.text.len() { "…" } else { "" };
        // Every line end is one byte and becomes one space, so that the marks stay where they are.
        let line = trimmed.replace(['\n', '\r', '\t'], " ");
        let text = format!("{lead}{line}{tail}");
        let moved = |mark: Range<usize>| {
            let at = |byte: usize| byte.clamp(start, end) - start + lead.len();
            at(mark.start)..at(mark.end)
        };
        let marks = self.marks.into_iter().map(moved).filter(|mark| !mark.is_empty()).collect();
        Self { field: self.field, text, marks }
    }
}

impl SearchResult {
    /// Returns the bytes of a text that fit the query, so that a view can mark them; in their order, not touching each
    /// other. `field` says what the text is: parts that look elsewhere mark nothing.
    pub fn marks(&self, field: Field, text: &str) -> Vec<Range<usize>> {
        self.marks_of(self.query.parts(), field, text)
    }

    fn marks_of(&self, parts: &[Part], field: Field, text: &str) -> Vec<Range<usize>> {
        let parts = parts.iter().filter(|part| !part.is_excluded && looks_in(part, field));
        let writings: Vec<&Writing> = parts.flat_map(|part| &part.writings).collect();
        if writings.is_empty() {
            return Vec::new();
        }
        let (folded, pieces) = fold_with_places(text);
        let mut words: Vec<(String, Range<usize>)> = Vec::new();
        tokens::words_at(&folded, |word, place| words.push((word.to_owned(), place)));
        let mut marks = Vec::new();
        for writing in writings {
            for start in 0..words.len() {
                if let Some(place) = self.mark(writing, &words[start..]) {
                    marks.extend(unfolded_place(text, &pieces, place));
                }
            }
        }
        join(marks)
    }

    /// Returns the texts of a contact that fit the query, in the order of the fields, each text once.
    pub fn reasons(&self, index: &Index, contact: Id<Contact>) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        let Some(contact) = index.book().get(contact) else { return reasons };
        gather::of_contact(index.book(), &index.links, contact, &mut |field, text| {
            let text = match text {
                Text::Plain(text) | Text::Phone(text) => text.to_owned(),
                Text::Reading(first, second) => format!("{first} {second}").trim().to_owned(),
                Text::Joined(..) => return,
            };
            let marks = self.marks(field, &text);
            if !marks.is_empty() && !reasons.iter().any(|reason| reason.text == text) {
                reasons.push(Reason { field, text, marks });
            }
        });
        reasons.sort_by_key(|reason| reason.field);
        reasons
    }

    /// Returns the folded bytes that a writing covers when it stands at the first of these words.
    fn mark(&self, writing: &Writing, words: &[(String, Range<usize>)]) -> Option<Range<usize>> {
        let last = writing.words.len() - 1;
        let mut covered: Option<Range<usize>> = None;
        for (n, typed) in writing.words.iter().enumerate() {
            let (word, place) = words.get(n)?;
            let is_loose = !writing.is_whole || !typed.chars().next().is_some_and(tokens::is_spaced);
            let inside = if word == typed {
                Some(0..word.len())
            } else if last == 0 && is_loose {
                let at = word.find(typed.as_str());
                at.filter(|at| *at == 0 || typed.len() >= super::dictionary::SHORTEST_INSIDE)
                    .map(|at| at..at + typed.len())
            } else if n == last && is_loose && word.starts_with(typed.as_str()) {
                Some(0..typed.len())
            } else if n == 0 && is_loose && word.ends_with(typed.as_str()) {
                Some(word.len() - typed.len()..word.len())
            } else {
                None
            };
            let is_joined = place.len() != word.len();
            let inside = match inside {
                Some(inside) if !is_joined => place.start + inside.start..place.start + inside.end,
                Some(_) => place.clone(),
                None if self.is_other_writing(typed, word, is_loose) => place.clone(),
                None => return None,
            };
            covered = Some(covered.map_or(inside.start, |covered| covered.start)..inside.end);
        }
        covered
    }

    /// Returns the text of a contact that says why it was found, when name and organization, which are shown anyway, do
    /// not: "salt-water bearings" for somebody who offers them. Of a long text only the part around the words.
    ///
    /// Nothing for a query that says itself what its people have in common, such as `circle:makers`.
    pub fn why(&self, index: &Index, contact: Id<Contact>) -> Option<Reason> {
        let book = index.book();
        let person = book.get(contact)?;
        let tells = |part: &&Part| match part.term {
            Term::Text { operator, .. } => {
                !part.is_excluded && operator.is_none_or(Operator::is_about_a_text)
            }
            Term::Condition(_) => false,
        };
        let organization = person.current_affiliation().and_then(|place| book.get(place.organization));
        for part in self.query.parts().iter().filter(tells) {
            let part = std::slice::from_ref(part);
            let mut is_shown = !self.marks_of(part, Field::Name, &person.display_name()).is_empty();
            is_shown |= organization.is_some_and(|organization| {
                !self.marks_of(part, Field::Organization, &organization.name).is_empty()
            });
            if is_shown {
                continue;
            }
            let mut best: Option<Reason> = None;
            gather::of_contact(book, &index.links, person, &mut |field, text| {
                if best.as_ref().is_some_and(|best| best.field <= field) {
                    return;
                }
                let text = match text {
                    Text::Plain(text) | Text::Phone(text) => text.to_owned(),
                    Text::Reading(first, second) => format!("{first} {second}").trim().to_owned(),
                    Text::Joined(..) => return,
                };
                let marks = self.marks_of(part, field, &text);
                if !marks.is_empty() {
                    best = Some(Reason { field, text, marks });
                }
            });
            if let Some(reason) = best {
                let marks = self.marks(reason.field, &reason.text);
                return Some(Reason { marks, ..reason }.shortened());
            }
        }
        None
    }

    /// Whether a word of a text is another writing of a typed one: romaji, umlauts written out, a typing error.
    fn is_other_writing(&self, typed: &str, word: &str, is_loose: bool) -> bool {
        let is_it = |other: &str| if is_loose { other.starts_with(typed) } else { other == typed };
        let is_near =
            |word: &str| self.is_mended && typed.chars().count() >= 3 && is_one_error_away(typed, word);
        let is_romaji = has_kana(word) && typed.is_ascii() && {
            let romaji = romaji_of_kana(word);
            is_it(&romaji)
                || is_near(&romaji)
                || tokens::other_romaji(&romaji).iter().any(|other| is_it(other))
        };
        is_romaji
            || tokens::contracted(word).is_some_and(|short| is_it(&short))
            || tokens::contracted(typed).is_some_and(|short| word.starts_with(&short))
            || is_near(word)
    }
}

/// Whether a word begins with `typed` after one letter is replaced, added, left out or changed places with the next.
fn is_one_error_away(typed: &str, word: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let word: Vec<char> = word.chars().collect();
    let same = typed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    let starts = |word: Option<&[char]>, typed: Option<&[char]>| match (word, typed) {
        (Some(word), Some(typed)) => word.starts_with(typed),
        _ => false,
    };
    starts(word.get(1..), typed.get(1..))
        || starts(word.get(1..), Some(typed))
        || (typed.len() > 1 && starts(Some(word), typed.get(1..)))
        || (typed.len() > 1
            && word.len() > 1
            && (typed[0], typed[1]) == (word[1], word[0])
            && starts(word.get(2..), typed.get(2..)))
}

fn looks_in(part: &Part, field: Field) -> bool {
    match part.term {
        Term::Text { operator, .. } => {
            operator.and_then(Operator::fields).is_none_or(|fields| fields & field.bit() != 0)
        }
        Term::Condition(_) => false,
    }
}

fn join(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    joined
}
