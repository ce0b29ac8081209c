//! Names in a line of words: which words belong to one, and who is called so.

use std::ops::Range;

use super::super::tokens::Token;
use super::super::when::length_at;
use super::super::{Who, words};
use super::{LONGEST_RUN, List, Reader, is_opening, is_particle, name_of};
use crate::model::Direction;

impl Reader<'_> {
    /// The words from here on that may belong to a name.
    pub(super) fn run(&self, at: usize, end: usize) -> usize {
        let mut to = at;
        while to < end && to < at + LONGEST_RUN {
            let token = &self.tokens[to];
            let is_end = token.used
                || to > at && (token.after_comma || token.after_stop)
                || is_opening(&token.fold)
                || token.is_any(&["and", "und", "&", "+"])
                || to > at && words::way(&token.fold).is_some()
                || self.begins_day(to, end)
                || length_at(&self.tokens[to..end]).is_some();
            if is_end {
                break;
            }
            to += 1;
        }
        to
    }

    /// Whether a name of the book stands here; returns where it begins after titles.
    pub(super) fn exact_person(&self, at: usize, end: usize) -> Option<usize> {
        let at = self.after_titles(at, end);
        let to = self.run(at, end);
        (1..=to.saturating_sub(at)).rev().find(|len| {
            let said = name_of(&self.tokens[at..at + len]);
            !words::is_no_name(self.word(at)) && !self.names.called(&said).exact.is_empty()
        })?;
        Some(at)
    }

    pub(super) fn after_titles(&self, mut at: usize, end: usize) -> usize {
        while at < end
            && (words::is_title(self.word(at))
                || ["dem", "der", "den", "the"].contains(&self.word(at))
                    && at + 1 < end
                    && words::is_title(self.word(at + 1)))
        {
            at += 1;
        }
        at
    }

    /// Reads a list of people that begins here; returns where to go on: here when there is none.
    pub(super) fn people(&mut self, at: usize, end: usize) -> usize {
        let mut at = at;
        loop {
            let start = self.after_titles(at, end);
            let to = self.run(start, end);
            let Some(len) = self.person(start, to) else { return at };
            self.use_up(at..start + len);
            at = start + len;
            self.list = List::People;
            let joins = self.tokens.get(at).is_some_and(|token| token.is_any(&["and", "und", "&", "+"]));
            if !(joins && at + 1 < end) {
                return at;
            }
            // "and seals" is no person: behind "and" the next must be called so, or look like a name.
            let next = self.after_titles(at + 1, end);
            let is_next = self.exact_person(next, end).is_some()
                || next < end && self.tokens[next].is_name_like() && self.starts_name(next, end);
            if !is_next {
                return at;
            }
            self.use_up(at..at + 1);
            at += 1;
        }
    }

    /// Takes one name out of words; returns how many it has.
    pub(super) fn person(&mut self, start: usize, to: usize) -> Option<usize> {
        if start >= to || words::is_no_name(self.word(start)) {
            return None;
        }
        for len in (1..=to - start).rev() {
            let said = name_of(&self.tokens[start..start + len]);
            let exact = self.names.called(&said).exact;
            match exact.as_slice() {
                [] => {}
                [only] => {
                    let who = Who::Known(*only);
                    self.told.add_person(&said, who);
                    return Some(len);
                }
                _ => {
                    self.told.add_person(&said, Who::Several(exact));
                    return Some(len);
                }
            }
        }
        // Nobody is called exactly so: the words that look like a name, or the first one.
        let mut len = self.tokens[start..to]
            .iter()
            .take_while(|token| token.is_name_like() || is_particle(&token.fold))
            .count();
        while len > 0 && is_particle(self.word(start + len - 1)) {
            len -= 1;
        }
        let len = len.clamp(1, 4);
        let said = name_of(&self.tokens[start..start + len]);
        if !said.chars().any(char::is_alphabetic) {
            return None;
        }
        let near = self.names.called(&said).near;
        let who = if near.is_empty() { Who::Unknown } else { Who::Several(near) };
        self.told.add_person(&said, who);
        Some(len)
    }

    pub(super) fn mention(&mut self, at: usize) {
        let said = self.tokens[at].raw.trim_start_matches('@').to_owned();
        let called = self.names.called(&said);
        let who = match (called.exact.as_slice(), called.near.as_slice()) {
            ([only], _) => Who::Known(*only),
            ([], []) => Who::Unknown,
            ([], near) => Who::Several(near.to_vec()),
            (exact, _) => Who::Several(exact.to_vec()),
        };
        self.told.add_person(&said, who);
        self.use_up(at..at + 1);
    }

    /// "Weber called", "Weber getroffen", "Tanaka, coffee": somebody stands first. Returns where to go on.
    pub(super) fn leading_person(&mut self, words: Range<usize>) -> usize {
        let mut at = words.start;
        while at < words.end && ["i", "we", "ich", "wir", "habe", "had", "i've"].contains(&self.word(at)) {
            at += 1;
        }
        let start = self.after_titles(at, words.end);
        if start >= words.end || !self.tokens[start].is_name_like() || !self.starts_name(start, words.end) {
            return words.start;
        }
        let reaches = |reader: &Self, at: usize| {
            reader
                .tokens
                .get(at)
                .is_some_and(|token| words::is_reaching_out(&token.fold) && !token.after_stop)
        };
        if let Some(first) = self.exact_person(start, words.end) {
            let next = self.people(first, words.end);
            if reaches(self, next) {
                self.told.direction = Some(Direction::ToMe);
            }
            self.use_up(at..start);
            return next;
        }
        // Nobody of the book, but a verb behind it says that it is somebody.
        let to = self.run(start, words.end);
        let named = self.tokens[start..to].iter().all(Token::is_name_like) && (1..=3).contains(&(to - start));
        let verb = words::way(self.word(to)).is_some_and(|way| way.takes_person)
            && !self.tokens.get(to).is_none_or(|token| token.after_comma);
        if named && verb {
            let next = self.people(start, words.end);
            if reaches(self, next) {
                self.told.direction = Some(Direction::ToMe);
            }
            return next;
        }
        words.start
    }
}
