//! `year`: a year looked back upon, as text or as figures. Changes nothing.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike as _, NaiveDate};
use serde::Serialize;

use super::args;
use super::console::{Console, Status, open};
use crate::index::Index;
use crate::index::year::{Fruit, Year};
use crate::model::Book;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    year: i32,
    /// The last day that counts.
    until: NaiveDate,
    /// In the language of the output.
    sentences: Vec<String>,
    given: Sums,
    received: Sums,
    introduced: Sums,
    introduced_to_me: usize,
    owners_not_told: usize,
    thanked: usize,
    missed_events: usize,
    people_met: usize,
    months: Vec<Month>,
    warmth: Vec<WarmthAt>,
    events: Vec<Visit>,
}

#[derive(Debug, Serialize)]
struct Sums {
    all: usize,
    became_something: usize,
    talking: usize,
    came_to_nothing: usize,
    not_known_yet: usize,
    /// In the smallest unit, by currency.
    worth: BTreeMap<String, i64>,
}

#[derive(Debug, Serialize)]
struct Month {
    month: u32,
    given: usize,
    received: usize,
    introductions: usize,
    events: usize,
    met: usize,
}

#[derive(Debug, Serialize)]
struct WarmthAt {
    on: NaiveDate,
    average: f64,
    warm: usize,
    people: usize,
}

#[derive(Debug, Serialize)]
struct Visit {
    id: String,
    title: String,
    on: NaiveDate,
    met: usize,
    again: usize,
    repeated: bool,
}

impl From<&Fruit> for Sums {
    fn from(fruit: &Fruit) -> Self {
        Self {
            all: fruit.all,
            became_something: fruit.became,
            talking: fruit.talking,
            came_to_nothing: fruit.nothing,
            not_known_yet: fruit.open(),
            worth: fruit.worth.iter().map(|money| (money.currency.clone(), money.minor)).collect(),
        }
    }
}

fn report(review: &Year, book: &Book, sentences: Vec<String>) -> Report {
    let months = review.months.iter().zip(1..).map(|(it, month)| Month {
        month,
        given: it.given,
        received: it.received,
        introductions: it.introductions,
        events: it.events,
        met: it.met,
    });
    let warmth = review.warmth.iter().map(|at| WarmthAt {
        on: at.on,
        average: (f64::from(at.average) * 10.0).round() / 10.0,
        warm: at.warm,
        people: at.people,
    });
    let events = review.visits.iter().map(|visit| Visit {
        id: visit.event.to_string(),
        title: book.get(visit.event).map(|event| event.title.clone()).unwrap_or_default(),
        on: visit.on,
        met: visit.met,
        again: visit.again,
        repeated: visit.is_repeated,
    });
    Report {
        year: review.year,
        until: review.until,
        sentences,
        given: Sums::from(&review.given),
        received: Sums::from(&review.received),
        introduced: Sums::from(&review.introduced),
        introduced_to_me: review.introduced_to_me,
        owners_not_told: review.untold,
        thanked: review.thanked,
        missed_events: review.missed,
        people_met: review.people_met,
        months: months.collect(),
        warmth: warmth.collect(),
        events: events.collect(),
    }
}

/// Prints the year.
pub fn run(options: &args::Year, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let opened = open(path, console)?;
    let book = opened.book();
    let year = options.year.unwrap_or_else(|| today.year());
    let review = Year::of(book, &Index::rebuild(book).links, year, today);
    let texts = console.texts.clone();
    if console.json {
        console.json(&report(&review, book, review.sentences(&texts)))?;
        return Ok(Status::Well);
    }
    if review.is_empty() {
        console.say(texts.year_empty());
        return Ok(Status::Well);
    }
    for line in review.text(book, &texts).lines() {
        console.say(line);
    }
    Ok(Status::Well)
}
