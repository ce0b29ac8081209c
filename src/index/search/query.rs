//! What was typed into the search field, understood: words, phrases and conditions.
//!
//! Owns the grammar. Must not know documents. It never fails: what is not understood is looked for as a text
//! and named in [`Query::problems`]. Start reading at [`Query::parse`].
//!
//! Invariant: every part knows its place in the typed text (held by `places_are_exact_for_any_input`).

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::operators::{DueWord, Named, Operator, State, Thing};
use super::tokens;
use super::whereabouts::PlaceWords;
use crate::text::fold::{fold, has_kana, kana_of_romaji, romaji_of_kana};

/// What was typed into the search field. All parts must hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    parts: Vec<Part>,
    problems: Vec<Problem>,
}

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it was typed, in bytes, the minus included.
    pub place: Range<usize>,
    /// A minus stands before it: it must not hold.
    pub is_excluded: bool,
    /// What it says.
    pub term: Term,
    /// The ways in which its words may be written in the book; none for a condition.
    pub(super) writings: Vec<Writing>,
}

/// What one part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A text to look for.
    Text {
        /// Where, or everywhere.
        operator: Option<Operator>,
        /// The words, as typed.
        text: String,
        /// It stood in quotes: whole words, one after another.
        is_phrase: bool,
    },
    /// A condition on the person.
    Condition(Condition),
}

/// A condition on the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// An encounter was, or a card came, in this time.
    Met(Period),
    /// Warmth is in this range, both ends included.
    Warmth(u8, u8),
    /// Something is to be done.
    Due(Due),
    /// Something is there.
    Has(Thing),
    /// In a state.
    Is(State),
    /// The card lies in a place, or with somebody.
    Place(PlaceWords),
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Period {
    /// Whether a day is in it.
    pub fn has(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Reads `2026`, `2026-03` or `2026-03-14`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = fold(text);
        let mut numbers = Vec::new();
        for number in text.split(['-', '/', '.']) {
            numbers.push(number.parse::<u32>().ok().filter(|_| number.len() <= 4)?);
        }
        let year = i32::try_from(*numbers.first().filter(|year| (1000..=9999).contains(*year))?).ok()?;
        let first = NaiveDate::from_ymd_opt(
            year,
            numbers.get(1).copied().unwrap_or(1),
            numbers.get(2).copied().unwrap_or(1),
        )?;
        let last = match numbers.len() {
            1 => NaiveDate::from_ymd_opt(year, 12, 31)?,
            2 => first.checked_add_months(Months::new(1))?.pred_opt()?,
            3 => first,
            _ => return None,
        };
        Some(Self { first, last })
    }
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// By a word.
    Word(DueWord),
    /// In a time.
    In(Period),
}

impl Due {
    /// Returns the time in which an open follow-up lies; `None` when it goes by kind.
    pub(super) fn period(self, today: NaiveDate) -> Option<Period> {
        let until =
            |days| Some(Period { first: NaiveDate::MIN, last: today.checked_add_days(Days::new(days))? });
        match self {
            Self::In(period) => Some(period),
            Self::Word(DueWord::Today) => until(0),
            Self::Word(DueWord::Week) => until(7),
            Self::Word(DueWord::Month) => until(30),
            Self::Word(DueWord::Thanks | DueWord::Review) => None,
        }
    }
}

/// Something in a query that was not understood as it may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the typed text.
    pub place: Range<usize>,
    /// What.
    pub kind: ProblemKind,
}

/// Kinds of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// No field is called like that; it is looked for as a text.
    UnknownField,
    /// The field does not take this value; it is looked for as a text.
    BadValue(Operator),
    /// Nothing stands after the colon yet; the part is left out.
    NoValue(Operator),
    /// A quote is not closed; it goes on to the end.
    OpenQuote,
    /// There are more parts than [`Query::MAX_PARTS`]; the rest is left out.
    TooLong,
}

/// One way in which the words of a part may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Writing {
    /// Folded words, one after another.
    pub words: Vec<String>,
    /// Only whole words count, where words have ends.
    pub is_whole: bool,
}

impl Query {
    /// The most parts that count.
    pub const MAX_PARTS: usize = 32;
    /// The most words of one part that count.
    pub(super) const MAX_WORDS: usize = 32;
    /// The longest word that is looked for, in bytes; nothing in a book is longer on purpose.
    pub(super) const MAX_BYTES: usize = 400;

    /// Understands what was typed.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for raw in Raw::all(text) {
            if query.parts.len() == Self::MAX_PARTS {
                query.problem(raw.place.start..text.len(), ProblemKind::TooLong);
                break;
            }
            query.take(text, raw);
        }
        query
    }

    /// Looks for a text as it is: nothing in it is an operator.
    pub fn plain(text: &str) -> Self {
        let mut query = Self::default();
        let mut at = 0;
        for word in text.split_whitespace().take(Self::MAX_PARTS) {
            let start = text[at..].find(word).map_or(at, |found| at + found);
            at = start + word.len();
            query.put_text(start..at, false, None, word, false, false);
        }
        query
    }

    /// Whether there is nothing to look for, so that everything is found.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The parts, in the order of typing.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// What was not understood, in the order of typing.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    fn problem(&mut self, place: Range<usize>, kind: ProblemKind) {
        self.problems.push(Problem { place, kind });
    }

    fn take(&mut self, typed: &str, raw: Raw) {
        if raw.is_open {
            self.problem(raw.value.clone(), ProblemKind::OpenQuote);
        }
        let value = &typed[raw.value.clone()];
        let Some(head) = raw.head.clone() else {
            if raw.is_excluded
                && !raw.is_quoted
                && let Some(state) = State::named(value)
            {
                return self.put_condition(raw.place, true, Condition::Is(state));
            }
            return self.put_text(raw.place, raw.is_excluded, None, value, raw.is_quoted, raw.is_open);
        };
        let Some(operator) = Operator::named(&typed[head.clone()]) else {
            if raw.sign == Sign::Colon
                && !value.starts_with("//")
                && typed[head.clone()].chars().all(char::is_alphabetic)
            {
                self.problem(head.clone(), ProblemKind::UnknownField);
            }
            let whole = typed[head.start..raw.place.end].to_owned();
            return self.put_text(raw.place, raw.is_excluded, None, &whole, false, false);
        };
        if value.trim().is_empty() {
            return self.problem(raw.place, ProblemKind::NoValue(operator));
        }
        if operator.fields().is_some() {
            if raw.sign == Sign::Colon {
                let (is_quoted, is_open) = (raw.is_quoted, raw.is_open);
                return self.put_text(raw.place, raw.is_excluded, Some(operator), value, is_quoted, is_open);
            }
        } else if let Some(condition) = condition(operator, raw.sign, value) {
            return self.put_condition(raw.place, raw.is_excluded, condition);
        }
        if raw.sign == Sign::Colon && is_half_typed(operator, value) {
            return self.problem(raw.place, ProblemKind::NoValue(operator));
        }
        self.problem(raw.value.clone(), ProblemKind::BadValue(operator));
        let whole = typed[head.start..raw.place.end].to_owned();
        self.put_text(raw.place, raw.is_excluded, None, &whole, false, false);
    }

    fn put_condition(&mut self, place: Range<usize>, is_excluded: bool, condition: Condition) {
        self.parts.push(Part { place, is_excluded, term: Term::Condition(condition), writings: Vec::new() });
    }

    fn put_text(
        &mut self,
        place: Range<usize>,
        is_excluded: bool,
        operator: Option<Operator>,
        text: &str,
        is_phrase: bool,
        is_open: bool,
    ) {
        let writings = writings(text, is_phrase && !is_open);
        if !writings.is_empty() {
            let term = Term::Text { operator, text: text.to_owned(), is_phrase };
            self.parts.push(Part { place, is_excluded, term, writings });
        }
    }
}

/// Whether a value may become one with the next letters: until then the part says nothing, and nothing else is looked for.
fn is_half_typed(operator: Operator, value: &str) -> bool {
    match operator {
        Operator::Is => State::begins(value),
        Operator::Has => Thing::begins(value),
        Operator::Due => DueWord::begins(value),
        Operator::Met => value.len() < 4 && value.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

fn condition(operator: Operator, sign: Sign, value: &str) -> Option<Condition> {
    match operator {
        Operator::Met => {
            let period = Period::parse(value)?;
            Some(Condition::Met(match sign {
                Sign::Colon => period,
                Sign::Above => Period { first: period.last.succ_opt()?, last: NaiveDate::MAX },
                Sign::AtLeast => Period { first: period.first, last: NaiveDate::MAX },
                Sign::Below => Period { first: NaiveDate::MIN, last: period.first.pred_opt()? },
                Sign::AtMost => Period { first: NaiveDate::MIN, last: period.last },
            }))
        }
        Operator::Warmth => {
            let number =
                fold(value).trim_end_matches('%').parse::<u8>().ok().filter(|number| *number <= 100)?;
            let (least, most) = match sign {
                Sign::Above => (number.saturating_add(1), 100),
                Sign::Colon | Sign::AtLeast => (number, 100),
                Sign::Below => (0, number.checked_sub(1)?),
                Sign::AtMost => (0, number),
            };
            (least <= most).then_some(Condition::Warmth(least, most))
        }
        Operator::Due if sign == Sign::Colon => {
            let word = DueWord::named(value).map(Due::Word);
            Some(Condition::Due(word.or_else(|| Period::parse(value).map(Due::In))?))
        }
        Operator::Place if sign == Sign::Colon => PlaceWords::of(value).map(Condition::Place),
        Operator::Has if sign == Sign::Colon => Thing::named(value).map(Condition::Has),
        Operator::Is if sign == Sign::Colon => State::named(value).map(Condition::Is),
        _ => None,
    }
}

/// Returns the ways in which a text may stand in the book.
fn writings(text: &str, is_whole: bool) -> Vec<Writing> {
    let folded = fold(text);
    let mut writings: Vec<Writing> = Vec::new();
    let mut put = |folded: &str, is_whole: bool| {
        let mut words = Vec::new();
        tokens::words(folded, |word| {
            if words.len() < Query::MAX_WORDS && word.len() <= Query::MAX_BYTES {
                words.push(word.to_owned());
            }
        });
        let writing = Writing { words, is_whole };
        if !writing.words.is_empty() && !writings.contains(&writing) {
            writings.push(writing);
        }
    };
    put(&folded, is_whole);
    if let Some(written_out) = tokens::written_out(text) {
        put(&fold(&written_out), is_whole);
    }
    if has_kana(&folded) {
        let romaji = romaji_of_kana(&folded);
        if romaji.is_ascii() {
            put(&romaji, is_whole);
        }
    } else if !is_whole
        && folded.len() <= 40
        && let Some(kana) = kana_of_romaji(&folded)
        && kana.chars().count() >= 3
    {
        put(&kana, false);
    }
    let digits = tokens::digits(&folded);
    if digits.len() >= 3 && folded.chars().all(|c| c.is_ascii_digit() || "+-()/. ".contains(c)) {
        put(&digits, false);
        // A number with its country's code has no zero before it.
        let national = digits.trim_start_matches('0');
        if national.len() >= 2 {
            put(national, false);
        }
    }
    writings
}

/// What stands between a field and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Colon,
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// One part as it is typed, not yet understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raw {
    /// All of it.
    pub place: Range<usize>,
    pub is_excluded: bool,
    /// What stands before the sign.
    pub head: Option<Range<usize>>,
    pub sign: Sign,
    /// What stands after the sign, or all of it, without quotes.
    pub value: Range<usize>,
    pub is_quoted: bool,
    /// The quote is not closed.
    pub is_open: bool,
}

/// The quote that closes another one.
fn closing(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' | '＂' => &['"', '＂', '”', '“'],
        '“' => &['”', '"'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«'],
        '「' => &['」'],
        '『' => &['』'],
        _ => return None,
    })
}

impl Raw {
    /// Cuts a typed text into parts.
    pub fn all(text: &str) -> Vec<Self> {
        let mut all = Vec::new();
        let mut at = 0;
        while let Some(skip) = text[at..].find(|c: char| !c.is_whitespace()) {
            at += skip;
            let raw = Self::one(text, at);
            at = raw.place.end;
            all.push(raw);
        }
        all
    }

    /// Reads the part that begins at `start`, which is no white space.
    fn one(text: &str, start: usize) -> Self {
        let mut at = start;
        let mut is_excluded = false;
        let next = |at: usize| text[at..].chars().next();
        if let Some(minus @ ('-' | '－' | '−')) = next(at)
            && next(at + minus.len_utf8()).is_some_and(|after| !after.is_whitespace() && after != minus)
        {
            is_excluded = true;
            at += minus.len_utf8();
        }
        let mut raw = Self {
            place: start..at,
            is_excluded,
            head: None,
            sign: Sign::Colon,
            value: at..at,
            is_quoted: false,
            is_open: false,
        };
        let mut value_start = at;
        while let Some(character) = next(at) {
            if character.is_whitespace() {
                break;
            }
            if at == value_start
                && let Some(closers) = closing(character)
            {
                let inside = at + character.len_utf8();
                let end = text[inside..].find(closers).map(|found| inside + found);
                raw.is_quoted = true;
                raw.is_open = end.is_none();
                let end = end.unwrap_or(text.len());
                raw.value = inside..end;
                raw.place.end = end + next(end).map_or(0, char::len_utf8);
                return raw;
            }
            let after = at + character.len_utf8();
            if raw.head.is_none() && at > value_start {
                let is_equal = matches!(next(after), Some('=' | '＝'));
                let sign = match character {
                    ':' | '：' => Some(Sign::Colon),
                    '>' | '＞' => Some(if is_equal { Sign::AtLeast } else { Sign::Above }),
                    '<' | '＜' => Some(if is_equal { Sign::AtMost } else { Sign::Below }),
                    _ => None,
                };
                if let Some(sign) = sign {
                    raw.head = Some(value_start..at);
                    raw.sign = sign;
                    at = after;
                    let takes_equal = is_equal && sign != Sign::Colon;
                    if takes_equal {
                        at += next(at).map_or(0, char::len_utf8);
                    }
                    value_start = at;
                    continue;
                }
            }
            at = after;
        }
        raw.value = value_start..at;
        raw.place.end = at;
        raw
    }
}

/// Returns the months and years that end with a day, as they are typed, the newest first.
pub(super) fn recent_periods(today: NaiveDate) -> Vec<String> {
    let month = format!("{:04}-{:02}", today.year(), today.month());
    let before = today.checked_sub_months(Months::new(1));
    let before = before.map(|day| format!("{:04}-{:02}", day.year(), day.month()));
    let years = (0..3).map(|back| (today.year() - back).to_string());
    std::iter::once(month).chain(before).chain(years).collect()
}
