//! Numbers in which letters stand for digits: `+I-S55-OI52`, `O3O-l23 45b7`.
//!
//! Owns which letters look like which digits, what a run of them is, and when one is a number. A run alone says little: words
//! and products are written with the same letters (*ISO 9001*, *SOS*, *BS 5500*). It is a number when it is one that is known, or
//! when it is written as numbers are: behind a plus or a word for calling, or from a zero on, with enough real digits in it.
//!
//! Invariant: looking takes time in proportion to the text (`tests::a_long_text_is_looked_at_in_time`).

use std::ops::Range;

use super::fold::View;
use super::numbers;

/// Most signs between two pieces of a number: blanks, dots, brackets.
const MOST_BETWEEN: usize = 3;
/// Fewest digits of a number that nobody knows, and of one that is known.
const LEAST: usize = 7;
const LEAST_KNOWN: usize = 6;

/// The digit for which a letter can be taken.
fn digit(sign: char) -> Option<char> {
    Some(match sign {
        '0'..='9' => sign,
        'O' | 'o' | 'Q' | 'D' => '0',
        'I' | 'l' | 'i' | '|' | '!' => '1',
        'Z' | 'z' => '2',
        'A' => '4',
        'S' | 's' => '5',
        'b' | 'G' => '6',
        'T' => '7',
        'B' => '8',
        'g' | 'q' => '9',
        _ => return None,
    })
}

/// What stands between the pieces of a number.
fn is_between(sign: char) -> bool {
    matches!(sign, ' ' | '-' | '.' | '/' | '(' | ')' | '[' | ']' | '~' | '_' | '*' | '+' | ',' | ':')
}

/// A piece without anything between: digits and letters like them.
struct Piece {
    range: Range<usize>,
    letters: usize,
    digits: usize,
}

/// Pieces that follow each other.
struct Run {
    /// The digits, and where in the view each of them stands.
    row: String,
    places: Vec<Range<usize>>,
    pieces: Vec<Piece>,
}

impl Run {
    fn begin() -> Self {
        Self { row: String::new(), places: Vec::new(), pieces: Vec::new() }
    }

    fn add(&mut self, text: &str, range: Range<usize>) {
        let mut piece = Piece { range: range.clone(), letters: 0, digits: 0 };
        for (at, sign) in text[range.clone()].char_indices() {
            let Some(digit) = digit(sign) else { continue };
            self.row.push(digit);
            let from = range.start + at;
            self.places.push(from..from + sign.len_utf8());
            if sign.is_ascii_digit() { piece.digits += 1 } else { piece.letters += 1 }
        }
        self.pieces.push(piece);
    }

    fn range(&self) -> Range<usize> {
        let first = self.pieces.first().map_or(0, |piece| piece.range.start);
        first..self.pieces.last().map_or(0, |piece| piece.range.end)
    }

    /// Whether there is a letter among its digits at all: all others are found as they stand.
    fn is_disguised(&self) -> bool {
        self.pieces.iter().any(|piece| piece.letters > 0)
    }

    /// Whether nobody would read it as words: no piece is a word, and enough of it is digits.
    fn looks_like_digits(&self) -> bool {
        let real: usize = self.pieces.iter().map(|piece| piece.digits).sum();
        let is_word = |piece: &Piece| piece.digits == 0 && piece.letters > 2;
        real >= 3 && 3 * real >= self.row.len() && !self.pieces.iter().any(is_word)
    }
}

/// The runs of a view in which a letter stands for a digit.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut run = Run::begin();
    let mut signs = text.char_indices().peekable();
    let mut between = 0;
    while let Some((start, sign)) = signs.next() {
        if !sign.is_alphanumeric() && digit(sign).is_none() {
            between += 1;
            if !is_between(sign) || between > MOST_BETWEEN {
                close(&mut run, &mut runs);
            }
            continue;
        }
        // A whole word: one other letter in it, and it is none.
        let (mut end, mut fits) = (start + sign.len_utf8(), digit(sign).is_some());
        while let Some((at, next)) = signs.peek().copied() {
            if !next.is_alphanumeric() && digit(next).is_none() {
                break;
            }
            fits &= digit(next).is_some();
            end = at + next.len_utf8();
            signs.next();
        }
        if !text[start..end].contains(char::is_alphanumeric) {
            // A line between two pieces, no one.
            between += 1;
            continue;
        }
        if fits {
            run.add(text, start..end);
        } else {
            close(&mut run, &mut runs);
        }
        between = 0;
    }
    close(&mut run, &mut runs);
    runs
}

fn close(run: &mut Run, runs: &mut Vec<Run>) {
    let done = std::mem::replace(run, Run::begin());
    if done.row.len() >= LEAST_KNOWN && done.is_disguised() {
        runs.push(done);
    }
}

/// Finds numbers that nobody knows, but that are written as numbers are.
pub(super) fn phones(view: &View) -> Vec<Range<usize>> {
    let text = view.text.as_str();
    let is_number = |run: &Run| {
        if run.row.len() < LEAST || !run.looks_like_digits() {
            return false;
        }
        let head = &text[..run.range().start];
        let behind_plus = {
            let plain = head.trim_end_matches(['(', '[', ' ']);
            let before = plain.strip_suffix('+');
            // "C++" and "a + b" are none.
            before.is_some_and(|before| !before.ends_with(|sign: char| sign == '+' || sign.is_alphanumeric()))
                && head.len() - plain.len() < 2
        };
        behind_plus || numbers::is_called(head) || begins_with_zero(run)
    };
    runs(text).iter().filter(|run| is_number(run)).map(Run::range).collect()
}

/// `O3O-l23 45b7`: a number as it begins at home. Names of products begin with a letter and have few digits behind it.
fn begins_with_zero(run: &Run) -> bool {
    let real: usize = run.pieces.iter().map(|piece| piece.digits).sum();
    run.row.starts_with('0')
        && run.row.len() >= 9
        && 2 * real >= run.row.len()
        && run.pieces.first().is_some_and(|piece| piece.digits + piece.letters >= 3)
        && run.pieces.iter().all(|piece| piece.digits > 0)
}

/// Finds numbers that are known, by their last digits.
pub(super) fn known(view: &View, cores: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for run in runs(&view.text) {
        for core in cores.iter().filter(|core| core.len() >= LEAST_KNOWN) {
            let (head, last) = core.split_at(core.len() - LEAST_KNOWN);
            for (at, _) in run.row.match_indices(last) {
                // And whatever of it stands before them.
                let before = run.row[..at].bytes().rev().zip(head.bytes().rev());
                let more = before.take_while(|(one, other)| one == other).count();
                let part = &run.places[at - more..at + LEAST_KNOWN];
                if let (Some(first), Some(last)) = (part.first(), part.last()) {
                    found.push(first.start..last.end);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::share::leaks::fold::Tags;
    use crate::exchange::share::leaks::{Known, LeakKind, leaks, leaks_of, withhold};
    use crate::model::{Contact, Labelled};

    fn of(phone: &str) -> Known {
        Known::of(&Contact { phones: vec![Labelled::new("mobile", phone)], ..Contact::default() })
    }

    #[test]
    fn letters_for_digits_hide_no_number() {
        for text in [
            "Phone: +I-S55-OI52",
            "Telefon: +49 3O l23 4S67",
            "電話 O9O-l234-S67B",
            "tel. S55 Ol 52 77",
            "reach her on +I (S5S) 0I5-2O",
            "O3O-l23 45b7",
            "her number is 0l76 | 2345 67B",
        ] {
            assert!(leaks(text).iter().any(|leak| leak.kind == LeakKind::Phone), "{text}");
        }
    }

    #[test]
    fn a_known_number_is_found_whatever_is_written_for_its_digits() {
        let known = of("+1-555-0152");
        for text in [
            "Phone: +I-S55-OI52",
            "+I SSS OISZ",
            "S5S/oi5z",
            "ask for SSS OlS2 there",
            "S.S.S.O.I.S.2",
            "(5S5) 01 5Z",
        ] {
            let found = leaks_of(text, &known);
            assert!(found.iter().any(|leak| leak.kind == LeakKind::Phone), "{text}: {found:?}");
            let left = withhold(text, &known);
            assert!(leaks_of(&left, &known).is_empty(), "{left}");
        }
        assert!(leaks_of("+I SSS OISZ", &of("+49 30 7654321")).is_empty(), "not the known one");
    }

    #[test]
    fn words_and_products_are_no_numbers() {
        let known = of("+1-555-0152");
        for text in [
            "ISO 9001",
            "ISO 9001 and DIN 18040",
            "BS 5500",
            "ISS",
            "SOS",
            "Solid Biogas Zoo Bilbao",
            "Bob, Gil, Lisa and Sol, 20 people",
            "Is so big, so long",
            "SBB 2010 to 2015",
            "the Z80 and 6502",
            "call Bob Sis",
            "C++ S5 Z4",
            "GIS 2024, Boss DS-1",
            "5G, B2B and Q3 2024",
            "O2 B2B Z4",
            "0 to 5 bolts",
            "IGBT 600 A, 1200 V",
            "Audi S5, BMW Z4, Q8",
        ] {
            assert_eq!(leaks_of(text, &known), [], "{text}");
        }
    }

    /// With work in proportion to the square of the length nobody would wait for its end.
    #[test]
    fn a_long_text_is_looked_at_in_time() {
        for piece in ["S5", "O0I1 ", "SOS ", "+I-S55-", "l|!I", "0l", "S | "] {
            let view = View::of(&piece.repeat(200_000 / piece.len()), Tags::Kept);
            assert!(known(&view, &["5550152".to_owned()]).is_empty(), "{piece}");
            let _some = phones(&view);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_digits_of_a_known_number_pass_with_letters_in_their_places(which in proptest::collection::vec(0_usize..3, 7), gap in 0_usize..5) {
            let known = of("+1-555-0152");
            let like = [["5", "S", "s"], ["5", "S", "s"], ["5", "S", "s"], ["0", "O", "o"], ["1", "I", "l"], ["5", "S", "s"], ["2", "Z", "z"]];
            let between = ["", " ", "-", ".", " / "][gap];
            let signs: Vec<&str> = like.iter().zip(&which).map(|(signs, at)| signs[*at]).collect();
            let text = format!("write to her: {} please", signs.join(between));
            proptest::prop_assert!(!leaks_of(&text, &known).is_empty(), "{}", text);
            let left = withhold(&text, &known);
            proptest::prop_assert!(leaks_of(&left, &known).is_empty(), "{}", left);
        }
    }
}
