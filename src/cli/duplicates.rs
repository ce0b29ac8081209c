//! `duplicates`: who may be in the book twice, and joining two records.

use std::convert::Infallible;
use std::path::Path;

use serde::Serialize;

use super::args;
use super::console::{Console, Status, number, open, open_or_new, save};
use super::people::{Entry, find};
use crate::edit::{Choices, Edit};
use crate::index::Index;
use crate::index::duplicates::{Duplicates, Suspicion, find as look};
use crate::model::Book;

/// A pair in JSON.
#[derive(Debug, Serialize)]
struct Pair {
    a: Entry,
    b: Entry,
    /// 0 to 100.
    score: u8,
    /// The reasons in the language of the output.
    reasons: Vec<String>,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    pairs: Vec<Pair>,
    /// Ids of three and more records that may be one person.
    groups: Vec<Vec<String>>,
    /// What was not compared, in words.
    passed_over: Vec<String>,
}

/// Lists suspected pairs, joins two, or tells two apart.
pub fn run(options: &args::Duplicates, path: &Path, console: &mut Console) -> Result<Status, String> {
    match (&options.merge, &options.apart) {
        (Some(names), _) => change(names, path, console, |keep, away| Edit::MergeContacts {
            keep,
            away,
            choices: Choices::new(),
        }),
        (None, Some(names)) => change(names, path, console, |a, b| Edit::TellApart { a, b, apart: true }),
        (None, None) => list(options, path, console),
    }
}

fn change(
    names: &[String],
    path: &Path,
    console: &mut Console,
    edit: impl Fn(crate::model::Id<crate::model::Contact>, crate::model::Id<crate::model::Contact>) -> Edit,
) -> Result<Status, String> {
    let [first, second] = names else { return Ok(Status::Nothing) };
    let mut session = open_or_new(path, console)?;
    let one = find(session.book(), session.index(), first, console)?;
    let other = find(session.book(), session.index(), second, console)?;
    let done = session.commit(edit(one, other)).map_err(|error| error.to_string())?;
    save(&mut session, &console.texts)?;
    if let Some(label) = done.label {
        let line = console.texts.duplicates_cli_done(&label.text(&console.texts));
        console.say(&line);
    }
    Ok(Status::Well)
}

fn list(options: &args::Duplicates, path: &Path, console: &mut Console) -> Result<Status, String> {
    let book = open(path, console)?.book().clone();
    let mut found: Duplicates = match look(&book, |_, _| Ok::<(), Infallible>(())) {
        Ok(found) => found,
        Err(never) => match never {},
    };
    if let Some(name) = &options.of {
        let index = Index::rebuild(&book);
        let person = find(&book, &index, name, console)?;
        found.pairs.retain(|pair| pair.names(person));
    }
    if console.json {
        let texts = &console.texts;
        let report = Report {
            pairs: found.pairs.iter().filter_map(|pair| json_of(&book, pair, texts)).collect(),
            groups: found
                .groups
                .iter()
                .map(|group| group.iter().map(ToString::to_string).collect())
                .collect(),
            passed_over: found.crowds.iter().map(|crowd| crowd.text(texts)).collect(),
        };
        console.json(&report)?;
        return Ok(Status::Well);
    }
    let mut lines = Vec::new();
    for pair in &found.pairs {
        let (Some(a), Some(b)) = (book.get(pair.a), book.get(pair.b)) else { continue };
        let texts = &console.texts;
        lines.push(format!("{} · {}", pair.certainty().text(texts), pair.reasons(texts)));
        lines.push(format!("  {}", Entry::of(&book, a).line(texts)));
        lines.push(format!("  {}", Entry::of(&book, b).line(texts)));
    }
    for line in lines {
        console.say(&line);
    }
    for crowd in &found.crowds {
        console.hint(&crowd.text(&console.texts));
    }
    if found.pairs.is_empty() {
        console.say(&console.texts.duplicates_people(number(found.people)));
        let none = console.texts.duplicates_none().to_owned();
        console.say(&none);
    }
    Ok(Status::Well)
}

fn json_of(book: &Book, pair: &Suspicion, texts: &crate::text::Texts) -> Option<Pair> {
    Some(Pair {
        a: Entry::of(book, book.get(pair.a)?),
        b: Entry::of(book, book.get(pair.b)?),
        score: pair.score,
        reasons: pair.evidence.iter().map(|evidence| evidence.text(texts).to_owned()).collect(),
    })
}
