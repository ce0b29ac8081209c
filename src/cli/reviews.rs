//! `reviews`: why relationships did or did not develop, from all reviews. Changes nothing.

use std::path::Path;

use serde::Serialize;

use super::args;
use super::console::{Console, Status, open};
use super::people::Entry;
use crate::index::{Grain, ReasonCount, Why, reason_text, span_text};
use crate::model::Book;
use crate::text::Texts;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    reviews: usize,
    developed: usize,
    stalled: usize,
    deepened: usize,
    kept: usize,
    let_go: usize,
    since: Option<chrono::NaiveDate>,
    spans: Vec<Span>,
    reasons: Vec<Line>,
}

/// A quarter or a year.
#[derive(Debug, Serialize)]
struct Span {
    year: i32,
    /// 1 to 4; null for a whole year.
    quarter: Option<u32>,
    developed: usize,
    stalled: usize,
    open: usize,
}

/// A reason.
#[derive(Debug, Serialize)]
struct Line {
    /// The key of a listed reason, or the own words.
    reason: String,
    /// Whether the reason is one of the list.
    listed: bool,
    /// Given for a relationship that had developed.
    developed: bool,
    /// In the language of the output.
    text: String,
    total: usize,
    /// How often in each of `spans`.
    by_span: Vec<usize>,
    people: Vec<Answer>,
}

/// A person of whom it was said.
#[derive(Debug, Serialize)]
struct Answer {
    on: chrono::NaiveDate,
    #[serde(flatten)]
    person: Entry,
}

/// Prints the figures, or all of them as JSON.
pub fn run(options: &args::Reviews, path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let grain = match options.by {
        args::Grain::Quarter => Grain::Quarter,
        args::Grain::Year => Grain::Year,
    };
    let why = Why::of(book, grain);
    if console.json {
        let report = report(book, &why, &console.texts);
        console.json(&report)?;
        return Ok(Status::Well);
    }
    let mut lines = Vec::new();
    let texts = &console.texts;
    if why.reviews == 0 {
        lines.push(texts.review_cli_none().to_owned());
    } else {
        lines.extend(why.words(texts));
        for count in why.spans.iter().filter(|count| count.total() > 0) {
            let number = |count: usize| texts.locale().number(super::console::number(count));
            lines.push(texts.review_why_span(
                super::console::number(count.developed),
                &number(count.open),
                &span_text(count.span, texts),
                &number(count.stalled),
            ));
        }
        for (developed, title) in [(true, texts.review_why_for()), (false, texts.review_why_against())] {
            let rows: Vec<&ReasonCount> = why.side(developed).collect();
            if !rows.is_empty() {
                lines.push(title.to_owned());
            }
            lines.extend(
                rows.iter()
                    .map(|row| format!("{}\t{}", row.total(), one_line(reason_text(&row.reason, texts)))),
            );
        }
    }
    for line in lines {
        console.say(&line);
    }
    Ok(Status::Well)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn report(book: &Book, why: &Why, texts: &Texts) -> Report {
    let [deepened, kept, let_go] = why.verdicts;
    let line = |count: &ReasonCount| Line {
        reason: count.reason.key().to_owned(),
        listed: count.reason.own().is_none(),
        developed: count.developed,
        text: reason_text(&count.reason, texts).to_owned(),
        total: count.total(),
        by_span: count.by_span.clone(),
        people: count
            .people
            .iter()
            .filter_map(|(on, id)| Some(Answer { on: *on, person: Entry::of(book, book.get(*id)?) }))
            .collect(),
    };
    Report {
        reviews: why.reviews,
        developed: why.developed,
        stalled: why.stalled,
        deepened,
        kept,
        let_go,
        since: why.since,
        spans: why
            .spans
            .iter()
            .map(|count| Span {
                year: count.span.year,
                quarter: count.span.quarter,
                developed: count.developed,
                stalled: count.stalled,
                open: count.open,
            })
            .collect(),
        reasons: why.reasons.iter().map(line).collect(),
    }
}
