//! What was given and received: advice, introductions, support, gifts.

use std::ops::Range;

use super::super::tokens::text;
use super::super::when::length_at;
use super::super::words;
use super::Reader;
use crate::model::{Favour, FavourKind};

impl Reader<'_> {
    /// Finds what was given or received in a clause: its words and what it is.
    pub(super) fn favour(&self, words: Range<usize>) -> Option<(Range<usize>, Favour)> {
        words.clone().find_map(|at| {
            if self.tokens[at].used {
                return None;
            }
            match self.word(at) {
                "introduced" => Some(self.introduced(at, words.end)),
                "advised" | "helped" => Some(self.helped(at, words.end)),
                "gave" | "got" | "received" | "given" | "gab" | "bekam" | "erhielt" | "brought" => {
                    self.given(at, words.end)
                }
                "gegeben" | "bekommen" | "erhalten" | "vorgestellt" | "geholfen" | "geschenkt"
                | "beraten" | "mitgebracht" => self.given_german(words.start, at),
                "half" if ["mir", "uns", "ihm", "ihr", "ihnen"].contains(&self.word(at + 1)) => {
                    Some(self.helped(at, words.end))
                }
                _ => None,
            }
        })
    }

    /// Somebody of the book between "gave" and what was given.
    pub(super) fn person_inside(&self, words: Range<usize>) -> Option<usize> {
        let is_verb = ["gave", "gab"].contains(&self.word(words.start));
        let noun = words.clone().find(|at| words::help(self.word(*at)).is_some())?;
        let first = words.start + 1;
        if !is_verb || first >= noun { None } else { self.exact_person(first, noun) }
    }

    /// The end of what a favour says.
    pub(super) fn favour_end(&self, at: usize, end: usize) -> usize {
        let mut to = at;
        while to < end {
            let token = &self.tokens[to];
            let names_giver = token.is_any(&["from", "von"])
                && to + 1 < end
                && (self.exact_person(to + 1, end).is_some() || self.tokens[to + 1].is_name_like());
            let is_end = token.used
                || to > at && (token.after_comma || token.after_stop)
                || names_giver
                || to > at && token.is_any(&["at", "@", "yesterday", "today"])
                || self.begins_day(to, end)
                || length_at(&self.tokens[to..end]).is_some();
            if is_end {
                break;
            }
            to += 1;
        }
        to
    }

    pub(super) fn introduced(&self, at: usize, end: usize) -> (Range<usize>, Favour) {
        let to = self.favour_end(at + 1, end);
        let received = ["me", "us", "to"].contains(&self.word(at + 1));
        let mut from = at + 1;
        while from < to && ["me", "us", "to"].contains(&self.word(from)) {
            from += 1;
        }
        let what = text(&self.tokens[from..to]);
        (at..to, Favour { kind: FavourKind::Introduction, given: !received, what })
    }

    pub(super) fn helped(&self, at: usize, end: usize) -> (Range<usize>, Favour) {
        let to = self.favour_end(at + 1, end);
        let kind = if self.word(at) == "advised" { FavourKind::Advice } else { FavourKind::Support };
        let received = ["me", "us", "mir", "uns"].contains(&self.word(at + 1));
        let mut from = at + 1;
        while from < to
            && [
                "me", "us", "him", "her", "them", "mir", "uns", "ihm", "ihr", "ihnen", "on", "about", "with",
                "to", "bei", "beim", "mit",
            ]
            .contains(&self.word(from))
        {
            from += 1;
        }
        (at..to, Favour { kind, given: !received, what: text(&self.tokens[from..to]) })
    }

    pub(super) fn given(&self, at: usize, end: usize) -> Option<(Range<usize>, Favour)> {
        let to = self.favour_end(at + 1, end);
        let mut given = ["gave", "given", "gab", "brought"].contains(&self.word(at));
        let mut from = at + 1;
        while from < to {
            match self.word(from) {
                "me" | "us" | "mir" | "uns" => given = false,
                "him" | "her" | "them" | "ihm" | "ihr" | "ihnen" => {}
                _ => break,
            }
            from += 1;
        }
        let (noun, (kind, is_generic)) =
            (from..to.min(from + 5)).find_map(|at| Some((at, words::help(self.word(at))?)))?;
        let mut what = from;
        if is_generic {
            what = noun + 1;
            while what < to
                && [
                    "on",
                    "about",
                    "for",
                    "with",
                    "regarding",
                    "to",
                    "zu",
                    "zum",
                    "zur",
                    "uber",
                    "ueber",
                    "fur",
                    "bei",
                ]
                .contains(&self.word(what))
            {
                what += 1;
            }
        } else if ["a", "an", "some", "the", "ein", "eine", "einen"].contains(&self.word(from)) {
            what = from + 1;
        }
        Some((at..to, Favour { kind, given, what: text(&self.tokens[what..to]) }))
    }

    /// German puts the verb last: "Rat zu Lagern bekommen", "mich Lena Fuchs vorgestellt".
    pub(super) fn given_german(&self, start: usize, verb: usize) -> Option<(Range<usize>, Favour)> {
        const PRONOUNS: [&str; 8] = ["mir", "mich", "uns", "ihm", "ihr", "ihnen", "ihn", "sie"];
        let free = |at: &usize| !self.tokens[*at].used;
        let first = (start..verb)
            .rev()
            .take_while(free)
            .filter(|at| PRONOUNS.contains(&self.word(*at)) || words::help(self.word(*at)).is_some());
        let mut from = first.last()?;
        let received = ["bekommen", "erhalten"].contains(&self.word(verb))
            || (from..verb).any(|at| ["mir", "mich", "uns"].contains(&self.word(at)));
        let noun = (from..verb).find_map(|at| Some((at, words::help(self.word(at))?)));
        let kind = match (self.word(verb), noun) {
            ("vorgestellt", _) => FavourKind::Introduction,
            ("geholfen", _) => FavourKind::Support,
            ("beraten", _) => FavourKind::Advice,
            (_, Some((_, (kind, _)))) => kind,
            ("geschenkt" | "mitgebracht", None) => FavourKind::Gift,
            _ => return None,
        };
        let whole = from;
        while from < verb
            && (PRONOUNS.contains(&self.word(from)) || ["ein", "eine", "einen"].contains(&self.word(from)))
        {
            from += 1;
        }
        if let Some((at, (_, true))) = noun {
            from = from.max(at + 1);
        }
        while from < verb
            && ["zu", "zum", "zur", "uber", "ueber", "fur", "bei", "beim", "mit"].contains(&self.word(from))
        {
            from += 1;
        }
        Some((whole..verb + 1, Favour { kind, given: !received, what: text(&self.tokens[from..verb]) }))
    }
}
