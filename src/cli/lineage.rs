//! `lineage` and `bridges`: who brought me whom, what came of it, and who holds people together. Change nothing.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::console::{Console, Status, number, open};
use super::people::{Entry, find};
use crate::index::{Bridges, Figures, Index, Lineage, Root, Telling, figures_text};
use crate::model::{Book, Contact, Id, Party};

/// A root and its figures.
#[derive(Debug, Serialize)]
struct Line {
    #[serde(flatten)]
    person: Option<Entry>,
    #[serde(flatten)]
    total: Sums,
    years: BTreeMap<i32, Sums>,
}

#[derive(Debug, Serialize)]
struct Sums {
    people: usize,
    referrals: usize,
    deepened: usize,
    /// In the smallest unit, by currency.
    value: BTreeMap<String, i64>,
}

impl From<&Figures> for Sums {
    fn from(figures: &Figures) -> Self {
        let Figures { people, referrals, deepened, value } = figures;
        Self { people: *people, referrals: *referrals, deepened: *deepened, value: value.clone() }
    }
}

impl Line {
    fn of(book: &Book, root: &Root) -> Self {
        Self {
            person: book.get(root.contact).map(|contact| Entry::of(book, contact)),
            total: Sums::from(&root.total),
            years: root.years.iter().map(|(year, figures)| (*year, Sums::from(figures))).collect(),
        }
    }
}

/// All roots.
#[derive(Debug, Serialize)]
struct Report {
    roots: Vec<Line>,
    /// People whom nobody brought and who brought nobody.
    alone: usize,
}

/// One person.
#[derive(Debug, Serialize)]
struct OfOne {
    /// Who led to the person, the root first, the person last.
    chain: Vec<Step>,
    /// Whom the person brought, and those brought by them.
    below: Vec<Below>,
    /// The root's figures; null when nobody brought anybody.
    root: Option<Line>,
}

#[derive(Debug, Serialize)]
struct Step {
    #[serde(flatten)]
    person: Option<Entry>,
    on: Option<NaiveDate>,
    /// How they came, in the language of the output; empty for the root.
    words: String,
}

#[derive(Debug, Serialize)]
struct Below {
    #[serde(flatten)]
    person: Option<Entry>,
    /// From 1 for those whom the person brought.
    depth: usize,
}

/// Lists the roots with their figures, or tells where one person comes from.
pub fn lineage(options: &args::Lineage, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let lineage = Lineage::of(book, &index.links);
    let texts = console.texts.clone();
    let telling = Telling { book, texts: &texts, today };
    if options.name.is_empty() {
        if console.json {
            let roots = lineage.roots.iter().map(|root| Line::of(book, root)).collect();
            console.json(&Report { roots, alone: lineage.alone })?;
            return Ok(Status::Well);
        }
        if lineage.roots.is_empty() {
            console.say(texts.ways_lineage_none());
        }
        for root in &lineage.roots {
            let name = telling.name(root.contact).unwrap_or_default();
            console.say(&format!("{name}\t{}", figures_text(&root.total, &texts)));
        }
        return Ok(Status::Well);
    }
    let contact = find(book, &index, &options.name.join(" "), console)?;
    let entry = |id: Id<Contact>| book.get(id).map(|contact| Entry::of(book, contact));
    let chain: Vec<Step> = lineage
        .chain(contact)
        .into_iter()
        .map(|id| {
            let brought = lineage.brought(id);
            let words = brought.and_then(|it| telling.tie(it.source, Party::Contact(it.by), Party::Me));
            Step { person: entry(id), on: brought.and_then(|it| it.on), words: words.unwrap_or_default() }
        })
        .collect();
    let tree = lineage.tree(contact);
    let root = lineage.chain(contact).first().and_then(|root| lineage.root(*root));
    if console.json {
        let below =
            tree.iter().skip(1).map(|it| Below { person: entry(it.contact), depth: it.depth }).collect();
        console.json(&OfOne { chain, below, root: root.map(|root| Line::of(book, root)) })?;
        return Ok(Status::Well);
    }
    for (depth, step) in chain.iter().enumerate() {
        let name = step.person.as_ref().map_or("", |person| person.name.as_str());
        console.say(format!("{}{name}\t{}", "  ".repeat(depth), step.words).trim_end());
    }
    for branch in tree.iter().skip(1) {
        let name = telling.name(branch.contact).unwrap_or_default();
        console.say(&format!("{}{name}", "  ".repeat(chain.len() - 1 + branch.depth)));
    }
    match root {
        Some(root) => {
            let name = telling.name(root.contact).unwrap_or_default();
            console.say(&texts.ways_came_of(&figures_text(&root.total, &texts), &name));
        }
        None => {
            let name = telling.name(contact).unwrap_or_default();
            console.say(&texts.ways_lineage_alone(&name));
        }
    }
    Ok(Status::Well)
}

/// What `bridges --json` prints.
#[derive(Debug, Serialize)]
struct Holding {
    bridges: Vec<Bridging>,
    alone: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Bridging {
    #[serde(flatten)]
    person: Option<Entry>,
    /// How many people I could not reach any more without them.
    lost: usize,
    /// Into pieces of how many people those around them would fall.
    pieces: Vec<usize>,
}

/// Lists who holds people together, then who knows nobody else.
pub fn bridges(path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let found = Bridges::of(&index.network());
    let texts = console.texts.clone();
    if console.json {
        let bridges = found.bridges.iter().map(|bridge| Bridging {
            person: book.get(bridge.contact).map(|contact| Entry::of(book, contact)),
            lost: bridge.lost,
            pieces: bridge.pieces.clone(),
        });
        let alone = found.alone.iter().filter_map(|id| Some(Entry::of(book, book.get(*id)?)));
        let report = Holding { bridges: bridges.collect(), alone: alone.collect() };
        console.json(&report)?;
        return Ok(Status::Well);
    }
    let telling = Telling { book, texts: &texts, today: console.today() };
    if found.bridges.is_empty() {
        console.say(texts.ways_bridges_none());
    }
    for bridge in &found.bridges {
        console.say(&format!(
            "{}\t{}",
            telling.name(bridge.contact).unwrap_or_default(),
            bridge.words(&texts)
        ));
    }
    if !found.alone.is_empty() {
        console.say(&texts.ways_alone(number(found.alone.len())));
    }
    for contact in &found.alone {
        console.say(&format!("  {}", telling.name(*contact).unwrap_or_default()));
    }
    Ok(Status::Well)
}
