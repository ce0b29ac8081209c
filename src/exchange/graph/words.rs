//! What was left out or could not be read, in words that name file, place and remedy.

use super::read::{Cleaned, Counted, GraphFile, Unread};
use super::{Counts, LARGEST_FILE, MOST_EDGES, MOST_NODES};
use crate::text::Texts;

/// A text with a number.
type Number = fn(&Texts, i64) -> String;

/// A text with a number and a place.
type Words = fn(&Texts, i64, &str) -> String;

impl GraphFile {
    /// Returns everything that was left out or guessed in reading, a line each.
    pub fn notes(&self, texts: &Texts, file: &str) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(charset) = self.guessed {
            lines.push(texts.graphs_guessed(charset, file));
        }
        let Cleaned { loops, duplicates, endless, hyperedges, nameless, places, days } = self.cleaned;
        let counted: [(Counted, Words); 7] = [
            (endless, |texts, count, first| texts.graphs_endless(count, first)),
            (loops, |texts, count, first| texts.graphs_loops(count, first)),
            (duplicates, |texts, count, first| texts.graphs_duplicates(count, first)),
            (hyperedges, |texts, count, first| texts.graphs_hyperedges(count, first)),
            (nameless, |texts, count, first| texts.graphs_nameless(count, first)),
            (places, |texts, count, first| texts.graphs_places(count, first)),
            (days, |texts, count, first| texts.graphs_days(count, first)),
        ];
        for (counted, words) in counted.into_iter().filter(|(counted, _)| counted.count > 0) {
            let first = match counted.first {
                0 => String::new(),
                line => texts.graphs_first(&texts.locale().number(i64::from(line))),
            };
            lines.push(texts.graphs_in(file, &words(texts, counted.count as i64, &first)));
        }
        lines
    }
}

impl Counts {
    /// Returns why edges become nothing, a line each. `ambiguous` people have a name that several in the book have.
    pub fn notes(&self, texts: &Texts, ambiguous: usize) -> Vec<String> {
        let left = &self.left;
        let counted: [(usize, Number); 5] = [
            (left.known, Texts::graphs_known),
            (left.with_me, Texts::graphs_with_me),
            (left.derived, Texts::graphs_derived),
            (left.pointless, Texts::graphs_pointless),
            (ambiguous, Texts::graphs_ambiguous),
        ];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0);
        counted.map(|(count, words)| words(texts, count as i64)).collect()
    }

    /// Whether there is anything to take in.
    pub fn is_nothing(&self) -> bool {
        self.new + self.ties + self.placed == 0
    }
}

impl Unread {
    /// Returns one line about a file of which nothing was read; none when the user stopped it.
    pub fn text(&self, texts: &Texts, file: &str) -> Option<String> {
        let number = |number: usize| texts.locale().number(number as i64);
        let line = |line: u32| texts.locale().number(i64::from(line));
        Some(match self {
            Self::TooLarge => texts.graphs_too_large(file, &(LARGEST_FILE >> 20).to_string()),
            Self::Empty => texts.graphs_empty(file),
            Self::Packed => texts.graphs_packed(file),
            Self::NotANetwork => texts.graphs_not_a_network(file),
            Self::NoEnds => texts.graphs_no_ends(file),
            Self::TooManyNodes => texts.graphs_too_many_nodes(file, &number(MOST_NODES)),
            Self::TooManyEdges => texts.graphs_too_many_edges(file, &number(MOST_EDGES)),
            Self::Broken(form, at) => texts.graphs_broken(file, form.name(), &line(*at)),
            Self::Entities(at) => texts.graphs_entities(file, &line(*at)),
            Self::TooDeep(at) => texts.graphs_too_deep(file, &line(*at)),
            Self::UnknownCharset(charset) => texts.graphs_charset(&super::read::tidy(charset), file),
            Self::Stopped => return None,
        })
    }
}
