//! Why relationships did or did not develop: the reasons of all reviews, counted over time.
//!
//! Owns what the user's own answers add up to. It counts answers, not people's worth: the figures say something about the
//! one who answered. Must not know how they are drawn. Start reading at [`Why::of`].
//!
//! Invariant: every reason of a review is counted once, in the span of its day
//! (`tests::each_answer_is_counted_once_in_its_span`).

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::model::{Book, Contact, Id, Review, ReviewReason, Verdict};
use crate::text::{Texts, fold::fold};

/// How long a span is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// Three months.
    #[default]
    Quarter,
    /// A calendar year.
    Year,
}

/// A quarter or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The year.
    pub year: i32,
    /// 1 to 4; absent for a whole year.
    pub quarter: Option<u32>,
}

impl Span {
    /// The span of a day.
    pub fn of(day: NaiveDate, grain: Grain) -> Self {
        let quarter = (grain == Grain::Quarter).then(|| day.month0() / 3 + 1);
        Self { year: day.year(), quarter }
    }

    fn next(self) -> Self {
        match self.quarter {
            Some(4) => Self { year: self.year.saturating_add(1), quarter: Some(1) },
            Some(quarter) => Self { quarter: Some(quarter + 1), ..self },
            None => Self { year: self.year.saturating_add(1), quarter: None },
        }
    }
}

/// What the reviews of one span ended in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanCount {
    /// Which one.
    pub span: Span,
    /// Relationships that had developed.
    pub developed: usize,
    /// Those that had not.
    pub stalled: usize,
    /// Those about which nothing was said.
    pub open: usize,
}

impl SpanCount {
    /// How many reviews there were.
    pub fn total(&self) -> usize {
        self.developed + self.stalled + self.open
    }
}

/// How often one reason was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonCount {
    /// The reason.
    pub reason: ReviewReason,
    /// It was given for a relationship that had developed; otherwise for one that had not.
    pub developed: bool,
    /// How often in each of [`Why::spans`].
    pub by_span: Vec<usize>,
    /// When and about whom, newest first.
    pub people: Vec<(NaiveDate, Id<Contact>)>,
}

impl ReasonCount {
    /// How often in all.
    pub fn total(&self) -> usize {
        self.people.len()
    }
}

/// The reasons of all reviews.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    /// The spans from the first review to the last one, oldest first and without a gap; the newest [`MOST_SPANS`].
    pub spans: Vec<SpanCount>,
    /// The reasons, those given most often first, for each side.
    pub reasons: Vec<ReasonCount>,
    /// How many reviews there are in all.
    pub reviews: usize,
    /// Relationships that had developed.
    pub developed: usize,
    /// Those that had not.
    pub stalled: usize,
    /// Verdicts: deepen, keep, let go.
    pub verdicts: [usize; 3],
    /// Day of the first review.
    pub since: Option<NaiveDate>,
}

/// So many spans are told apart: five years of quarters.
pub const MOST_SPANS: usize = 20;
/// Fewer reviews say little.
pub const FEW: usize = 8;

impl Why {
    /// Counts the reviews of a book.
    pub fn of(book: &Book, grain: Grain) -> Self {
        let mut reviews: Vec<&Review> = book.reviews.values().map(|review| &**review).collect();
        reviews.sort_by_key(|review| (review.on, review.id));
        let mut why = Self {
            reviews: reviews.len(),
            since: reviews.first().map(|review| review.on),
            spans: spans(&reviews, grain),
            ..Self::default()
        };
        let mut counts: BTreeMap<(bool, String), ReasonCount> = BTreeMap::new();
        for review in reviews.iter().rev() {
            let developed = review.has_developed();
            why.developed += usize::from(developed == Some(true));
            why.stalled += usize::from(developed == Some(false));
            why.verdicts[match review.verdict {
                Verdict::Deepen { .. } => 0,
                Verdict::Keep { .. } => 1,
                Verdict::LetGo => 2,
            }] += 1;
            let span = Span::of(review.on, grain);
            let place = why.spans.binary_search_by_key(&span, |count| count.span);
            if let Some(count) = place.ok().and_then(|place| why.spans.get_mut(place)) {
                match developed {
                    Some(true) => count.developed += 1,
                    Some(false) => count.stalled += 1,
                    None => count.open += 1,
                }
            }
            for reason in &review.reasons {
                // Own words may say either; without an answer they were most likely given for what did not happen.
                let side = reason.has_developed().or(developed).unwrap_or(false);
                let count = counts.entry((side, fold(reason.key()))).or_insert_with(|| ReasonCount {
                    reason: reason.clone(),
                    developed: side,
                    by_span: vec![0; why.spans.len()],
                    people: Vec::new(),
                });
                // A reason that stands there twice is one answer.
                if count.people.last() == Some(&(review.on, review.contact)) {
                    continue;
                }
                count.people.push((review.on, review.contact));
                if let Some(in_span) = place.ok().and_then(|place| count.by_span.get_mut(place)) {
                    *in_span += 1;
                }
            }
        }
        why.reasons = counts.into_values().collect();
        why.reasons.sort_by_key(|count| (!count.developed, std::cmp::Reverse(count.total())));
        why
    }

    /// The reasons of one side, those given most often first.
    pub fn side(&self, developed: bool) -> impl Iterator<Item = &ReasonCount> {
        self.reasons.iter().filter(move |count| count.developed == developed)
    }

    /// The user's own words that were given most often on one side, for the list of a review.
    pub fn own(&self, developed: bool) -> impl Iterator<Item = &ReviewReason> {
        self.side(developed).map(|count| &count.reason).filter(|reason| reason.own().is_some())
    }

    /// What the figures mean, in sentences.
    pub fn words(&self, texts: &Texts) -> Vec<String> {
        let Some(since) = self.since else { return vec![texts.review_why_empty_body().to_owned()] };
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut lines = vec![texts.review_why_sum(
            number(self.reviews),
            &texts.locale().number(number(self.developed)),
            &texts.locale().day_with_year(since),
            &texts.locale().number(number(self.stalled)),
        )];
        if self.reviews < FEW {
            lines.push(texts.review_why_few().to_owned());
        }
        let top = |developed| self.side(developed).next().filter(|count| count.total() > 1);
        if let Some(count) = top(false) {
            lines.push(
                texts.review_why_most_against(number(count.total()), reason_text(&count.reason, texts)),
            );
        }
        if let Some(count) = top(true) {
            lines.push(texts.review_why_most_for(number(count.total()), reason_text(&count.reason, texts)));
        }
        let answers: usize = self.side(false).map(ReasonCount::total).sum();
        let mine: usize =
            self.side(false).filter(|count| count.reason.is_mine()).map(ReasonCount::total).sum();
        if mine > 0 {
            lines.push(texts.review_why_mine(number(mine), &texts.locale().number(number(answers))));
        }
        lines
    }
}

/// The spans from the first review to the last one.
fn spans(reviews: &[&Review], grain: Grain) -> Vec<SpanCount> {
    let (Some(first), Some(last)) = (reviews.first(), reviews.last()) else { return Vec::new() };
    let last = Span::of(last.on, grain);
    // A mistyped year makes no thousand empty spans: only the newest ones are listed.
    let back = i32::try_from(MOST_SPANS).unwrap_or(i32::MAX);
    let earliest = Span { year: last.year.saturating_sub(back), ..last };
    let mut span = Span::of(first.on, grain).max(earliest);
    let mut spans = Vec::new();
    while span <= last {
        spans.push(SpanCount { span, developed: 0, stalled: 0, open: 0 });
        span = span.next();
    }
    spans.split_off(spans.len().saturating_sub(MOST_SPANS))
}

/// Returns a reason in the reader's language; own words as they are.
pub fn reason_text<'a>(reason: &'a ReviewReason, texts: &'a Texts) -> &'a str {
    match reason {
        ReviewReason::SharedTopic => texts.review_reason_topic(),
        ReviewReason::TheyReplied => texts.review_reason_replied(),
        ReviewReason::OneHelped => texts.review_reason_helped(),
        ReviewReason::MetAgain => texts.review_reason_met(),
        ReviewReason::Liking => texts.review_reason_like(),
        ReviewReason::NeedsChanged => texts.review_reason_needs(),
        ReviewReason::NoTopic => texts.review_reason_no_topic(),
        ReviewReason::NeverAsked => texts.review_reason_no_question(),
        ReviewReason::NeverWrote => texts.review_reason_not_written(),
        ReviewReason::WentQuiet => texts.review_reason_quiet(),
        ReviewReason::WrongMoment => texts.review_reason_moment(),
        ReviewReason::OneSided => texts.review_reason_one_sided(),
        ReviewReason::TooFar => texts.review_reason_far(),
        ReviewReason::ImpressionRight => texts.review_reason_impression(),
        ReviewReason::Own(words) => words,
    }
}

/// Returns a span in words: "Q3 2026".
pub fn span_text(span: Span, texts: &Texts) -> String {
    match span.quarter {
        Some(quarter) => texts.review_why_quarter(&quarter.to_string(), &span.year.to_string()),
        None => texts.review_why_year(&span.year.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    fn day(year: i32, month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, 10).unwrap()
    }

    fn book(reviews: &[(NaiveDate, &[ReviewReason], Verdict)]) -> Book {
        let mut book = Book::default();
        let table = std::sync::Arc::make_mut(&mut book.reviews);
        for (number, (on, reasons, verdict)) in (1..).zip(reviews) {
            let review = Review {
                id: Id::new(number),
                contact: Id::new(number),
                on: *on,
                reasons: reasons.to_vec(),
                verdict: verdict.clone(),
                ..Review::default()
            };
            table.insert(review.id, std::sync::Arc::new(review));
        }
        book
    }

    #[test]
    fn each_answer_is_counted_once_in_its_span() {
        let own = ReviewReason::Own("Rain".to_owned());
        let shout = ReviewReason::Own("RAIN".to_owned());
        let keep = Verdict::default();
        let book = book(&[
            (day(2025, 12), &[ReviewReason::NoTopic, ReviewReason::NoTopic], Verdict::LetGo),
            (day(2026, 1), &[own.clone(), shout.clone()], Verdict::LetGo),
            (day(2026, 8), &[ReviewReason::Liking, own.clone()], keep.clone()),
            (day(2026, 9), &[], keep),
        ]);
        let why = Why::of(&book, Grain::Quarter);
        assert_eq!((why.reviews, why.developed, why.stalled, why.verdicts), (4, 1, 2, [0, 2, 2]));
        let spans: Vec<_> =
            why.spans.iter().map(|count| (count.span.year, count.span.quarter, count.total())).collect();
        assert_eq!(
            spans,
            [(2025, Some(4), 1), (2026, Some(1), 1), (2026, Some(2), 0), (2026, Some(3), 2)],
            "quarters without a review stand there too"
        );
        let of = |developed, reason: &ReviewReason| {
            why.side(developed).find(|count| count.reason == *reason).map(|count| count.by_span.clone())
        };
        assert_eq!(
            of(false, &ReviewReason::NoTopic),
            Some(vec![1, 0, 0, 0]),
            "twice in one review is one answer"
        );
        assert_eq!(
            why.side(false).filter(|count| count.reason.own().is_some()).count(),
            1,
            "capitals are no other reason"
        );
        assert_eq!(of(true, &own), Some(vec![0, 0, 0, 1]), "own words stand on the side of their review");
        assert_eq!(why.own(true).collect::<Vec<_>>(), [&own]);
        let years = Why::of(&book, Grain::Year);
        assert_eq!(years.spans.iter().map(SpanCount::total).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn a_mistyped_year_makes_no_thousand_spans() {
        let far = NaiveDate::from_ymd_opt(9999, 1, 1).unwrap();
        let book = book(&[
            (NaiveDate::MIN, &[], Verdict::LetGo),
            (far, &[], Verdict::LetGo),
            (NaiveDate::MAX, &[], Verdict::LetGo),
        ]);
        for grain in [Grain::Quarter, Grain::Year] {
            let why = Why::of(&book, grain);
            assert_eq!(why.spans.len(), MOST_SPANS);
            assert_eq!(why.reviews, 3);
        }
    }

    #[test]
    fn the_figures_are_told_in_three_languages() {
        let reasons = [ReviewReason::NeverAsked];
        let book =
            book(&[(day(2026, 1), &reasons, Verdict::LetGo), (day(2026, 2), &reasons, Verdict::LetGo)]);
        for locale in [Locale::En, Locale::Ja, Locale::De] {
            let texts = Texts::new(locale);
            assert_eq!(Why::of(&book, Grain::Year).words(&texts).len(), 4);
            assert_eq!(Why::of(&Book::default(), Grain::Year).words(&texts).len(), 1);
        }
        let words = Why::of(&book, Grain::Year).words(&Texts::new(Locale::En));
        assert!(words[3].contains('2'), "{words:?}");
    }
}
