//! `ways`: who can bring me to somebody. Changes nothing.

use std::path::Path;

use serde::Serialize;

use super::args;
use super::console::{Console, Status, number, open};
use super::people::{Entry, find};
use crate::index::{Atlas, Goal, Index, Promise, Telling, Way, Ways};
use crate::model::{Book, Id, Organization};
use crate::text::{Texts, fold::fold};

/// How many organizations are listed when a name fits several.
const MOST_LISTED: usize = 20;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    /// In how many people a way may end.
    targets: usize,
    ways: Vec<Line>,
}

/// A way.
#[derive(Debug, Serialize)]
struct Line {
    /// The people behind me, whom it leads to last.
    people: Vec<Entry>,
    /// Who is to be asked; null when I know the target.
    ask: Option<String>,
    /// From 0 to 1.
    chance: f64,
    /// `strong`, `good`, `fair`, `slight` or `faint`.
    promise: &'static str,
    /// What the target can do, when an expertise was asked for.
    fits: String,
    /// The steps, in the language of the output.
    words: Vec<String>,
}

/// The word for how much a way promises.
pub fn promise_text(promise: Promise, texts: &Texts) -> &str {
    match promise {
        Promise::Strong => texts.ways_promise_strong(),
        Promise::Good => texts.ways_promise_good(),
        Promise::Fair => texts.ways_promise_fair(),
        Promise::Slight => texts.ways_promise_slight(),
        Promise::Faint => texts.ways_promise_faint(),
    }
}

fn promise_key(promise: Promise) -> &'static str {
    match promise {
        Promise::Strong => "strong",
        Promise::Good => "good",
        Promise::Fair => "fair",
        Promise::Slight => "slight",
        Promise::Faint => "faint",
    }
}

/// Lists the likeliest ways, each with what the book says of its steps.
pub fn run(options: &args::Ways, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let goal = match (&options.to, &options.organization, &options.expertise) {
        (Some(name), ..) => Goal::Person(find(book, &index, name, console)?),
        (_, Some(name), _) => Goal::Organization(organization(book, name, console)?),
        (.., text) => Goal::Expertise(text.clone().unwrap_or_default()),
    };
    let atlas = Atlas::of(book, &index.links, &index.network(), today);
    let ways = Ways::to(goal, options.k.into(), book, &index.links, &atlas);
    let texts = console.texts.clone();
    let telling = Telling { book, texts: &texts, today };
    let words = |way: &Way| way.words(telling, &index.links, atlas.network());
    if console.json {
        let lines = ways.ways.iter().map(|way| Line {
            people: way.people.iter().filter_map(|id| Some(Entry::of(book, book.get(*id)?))).collect(),
            ask: way.asked().map(|id| id.to_string()),
            chance: (way.chance * 1000.0).round() / 1000.0,
            promise: promise_key(way.promise()),
            fits: way.fits.clone(),
            words: words(way),
        });
        let report = Report { targets: ways.targets, ways: lines.collect() };
        console.json(&report)?;
        return Ok(Status::Well);
    }
    if ways.targets == 0 {
        console.say(texts.ways_nobody());
    } else if ways.ways.is_empty() {
        console.say(texts.ways_none());
    }
    for (place, way) in ways.ways.iter().enumerate() {
        let names: Vec<String> = std::iter::once(texts.common_you().to_owned())
            .chain(way.people.iter().map(|id| telling.name(*id).unwrap_or_default()))
            .collect();
        let place = texts.locale().number(number(place + 1));
        let promise = promise_text(way.promise(), &texts);
        console.say(&format!("{place}\t{promise}\t{}", names.join(" › ")));
        for sentence in words(way) {
            console.say(&format!("\t\t{sentence}"));
        }
        if !way.fits.is_empty() {
            console.say(&format!("\t\t{}", texts.ways_fits(names.last().map_or("", |name| name), &way.fits)));
        }
    }
    Ok(Status::Well)
}

/// Returns the one organization whose name is meant: the whole name, else the only one in which the words stand.
fn organization(book: &Book, name: &str, console: &Console) -> Result<Id<Organization>, String> {
    if let Ok(id) = name.trim().parse::<Id<Organization>>()
        && book.get(id).is_some()
    {
        return Ok(id);
    }
    let wanted = fold(name.trim());
    let fitting = |same: &dyn Fn(&str) -> bool| -> Vec<(Id<Organization>, &str)> {
        let all = book.organizations.values().filter(|record| {
            same(&fold(&record.name)) || same(&fold(&record.latin)) || same(&fold(&record.reading))
        });
        all.map(|record| (record.id, record.name.as_str())).collect()
    };
    let exact = fitting(&|writing| writing == wanted && !wanted.is_empty());
    let found = if exact.is_empty() {
        fitting(&|writing| !wanted.is_empty() && writing.contains(&wanted))
    } else {
        exact
    };
    match found.as_slice() {
        [(only, _)] => Ok(*only),
        [] => Err(console.texts.ways_organization_unknown(name)),
        several => {
            console.complain(&console.texts.ways_organization_ambiguous(name));
            for (id, name) in several.iter().take(MOST_LISTED) {
                console.hint(&format!("{name}\t{id}"));
            }
            Err(String::new())
        }
    }
}
