//! `places`: where the cards are, as a tree with counts, the cards of one place, or who has which; `contact-sheet`: the cards of
//! a place as pages to print. Changes nothing.

use std::path::Path;

use serde::Serialize;

use super::args;
use super::console::{Console, Status, number, open};
use super::people::Entry;
use super::shown;
use crate::exchange::contact_sheet::{CardSize, Paper, html};
use crate::index::{Index, PlaceTree, Spot};
use crate::model::{Book, Card, Id, Storage};
use crate::pictures::Pictures;
use crate::session::{MOST_SHEET_CARDS, SheetChoices, cards_at, contact_sheet, spot_word, with_pictures};
use crate::store::{durable, is_part_of};
use crate::text::fold::fold;
use crate::text::tidy::tidy;

/// How many places are listed when a name fits several.
const MOST_LISTED: usize = 20;

/// What `places --json` prints.
#[derive(Debug, Serialize)]
struct Tree {
    places: Vec<Place>,
    /// Cards of which nobody said where they are.
    unknown: usize,
    lent: usize,
    passed_on: usize,
    thrown_away: usize,
    digital: usize,
}

#[derive(Debug, Serialize)]
struct Place {
    id: String,
    name: String,
    /// `box`, `binder`, `page`, `wallet`, `drawer` or `other`.
    kind: String,
    /// The names from the outside in, joined by " › ".
    path: String,
    /// How many places lie around it.
    depth: usize,
    /// Id of the place around it, or null.
    inside: Option<String>,
    /// Cards in it itself.
    cards: usize,
    /// Cards in it and in all places inside it.
    all_cards: usize,
}

/// A card of a place.
#[derive(Debug, Serialize)]
struct Line {
    card: String,
    /// Whose card it is, or null.
    contact: Option<Entry>,
    received_on: chrono::NaiveDate,
    /// The place, or null.
    place: Option<String>,
}

/// A card that is lent.
#[derive(Debug, Serialize)]
struct Lent {
    card: String,
    contact: Option<Entry>,
    with: Option<Entry>,
    since: chrono::NaiveDate,
    back_by: Option<chrono::NaiveDate>,
    overdue: bool,
}

/// Lists the places, the cards of one, or what is lent.
pub fn run(options: &args::Places, path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    if options.lent {
        return lent(book, &index, console);
    }
    match &options.place {
        Some(name) => {
            let place = find(book, &index.place_tree(), name, console)?;
            cards(book, &index, place, console)
        }
        None => tree(book, &index, console),
    }
}

fn tree(book: &Book, index: &Index, console: &mut Console) -> Result<Status, String> {
    let tree = index.place_tree();
    let count = |spot| index.places.cards(spot).len();
    if console.json {
        let place = |row: &crate::index::PlaceRow| {
            let storage = book.get(row.place)?;
            Some(Place {
                id: row.place.to_string(),
                name: storage.name.clone(),
                kind: format!("{:?}", storage.kind).to_lowercase(),
                path: tree.path(book, row.place),
                depth: row.depth,
                inside: row.outer.map(|outer| tree.rows[outer].place.to_string()),
                cards: row.own,
                all_cards: row.all,
            })
        };
        console.json(&Tree {
            places: tree.rows.iter().filter_map(place).collect(),
            unknown: count(Spot::Unknown),
            lent: count(Spot::Lent),
            passed_on: count(Spot::PassedOn),
            thrown_away: count(Spot::Discarded),
            digital: count(Spot::Digital),
        })?;
        return Ok(Status::Well);
    }
    let texts = console.texts.clone();
    for row in &tree.rows {
        let Some(storage) = book.get(row.place) else { continue };
        // A file may have any number of places inside one another; a terminal has so many columns.
        let indent = "  ".repeat(row.depth.min(Storage::DEEPEST));
        let (name, kind) = (tidy(&storage.name), storage.kind.words(&texts));
        console.say(&format!("{indent}{name}\t{kind}\t{}", texts.places_cards(number(row.all))));
    }
    for spot in Spot::OTHERS {
        if count(spot) > 0 {
            let cards = texts.places_cards(number(count(spot)));
            console.say(&format!("{}\t\t{cards}", spot_word(&texts, spot)));
        }
    }
    Ok(Status::Well)
}

fn cards(book: &Book, index: &Index, place: Id<Storage>, console: &mut Console) -> Result<Status, String> {
    let tree = index.place_tree();
    let cards = cards_at(book, index, Spot::Place(place));
    let lines: Vec<Line> = cards.iter().filter_map(|id| line(book, &tree, *id)).collect();
    if console.json {
        console.json(&lines)?;
        return Ok(Status::Well);
    }
    let texts = console.texts.clone();
    for line in lines {
        let name = line.contact.as_ref().map(|it| tidy(&it.name)).filter(|name| !name.is_empty());
        let company = line.contact.and_then(|it| it.organization).map(|it| tidy(&it)).unwrap_or_default();
        let day = texts.locale().day_medium(line.received_on);
        let name = name.unwrap_or_else(|| texts.common_without_name().to_owned());
        console.say(&format!("{name}\t{company}\t{day}\t{}", line.place.unwrap_or_default()));
    }
    Ok(Status::Well)
}

fn line(book: &Book, tree: &PlaceTree, id: Id<Card>) -> Option<Line> {
    let card = book.get(id)?;
    Some(Line {
        card: id.to_string(),
        contact: card.contact.and_then(|contact| book.get(contact)).map(|contact| Entry::of(book, contact)),
        received_on: card.day(),
        place: card.whereabouts.place().map(|place| tree.path(book, place)),
    })
}

fn lent(book: &Book, index: &Index, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let entry = |contact| book.get(contact).map(|contact| Entry::of(book, contact));
    let loans = index.loans();
    if console.json {
        let lent = loans.iter().map(|loan| Lent {
            card: loan.card.to_string(),
            contact: book.get(loan.card).and_then(|card| card.contact).and_then(entry),
            with: entry(loan.with),
            since: loan.on,
            back_by: loan.back_by,
            overdue: loan.is_overdue(today),
        });
        console.json(&lent.collect::<Vec<_>>())?;
        return Ok(Status::Well);
    }
    let texts = console.texts.clone();
    let day = |day| texts.locale().day_medium(day);
    for loan in loans {
        let owner = book.get(loan.card).and_then(|card| card.contact);
        let owner = owner.map_or_else(
            || texts.common_without_name().to_owned(),
            |owner| Entry::name_of(book, owner, &texts),
        );
        let with = Entry::name_of(book, loan.with, &texts);
        let back = match loan.back_by {
            Some(back) if back < today => texts.places_overdue(&day(back)),
            Some(back) => texts.places_back_by(&day(back)),
            None => String::new(),
        };
        let line = format!("{owner}\t{with}\t{}\t{back}", texts.places_since(&day(loan.on)));
        console.say(line.trim_end());
    }
    Ok(Status::Well)
}

/// Writes the contact sheet of a place.
pub fn sheet(options: &args::ContactSheet, path: &Path, console: &mut Console) -> Result<Status, String> {
    let out = &options.out;
    if is_part_of(path, out) {
        return Err(console.texts.cli_export_own_book(&shown(out)));
    }
    if !options.force && std::fs::symlink_metadata(out).is_ok() {
        return Err(console.texts.cli_export_exists(&shown(out)));
    }
    let today = console.today();
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let texts = console.texts.clone();
    let place = find(book, &index.place_tree(), &options.place, console)?;
    let choices = SheetChoices {
        paper: if options.letter { Paper::Letter } else { Paper::A4 },
        size: if options.small { CardSize::Small } else { CardSize::True },
    };
    let count = cards_at(book, &index, Spot::Place(place)).len();
    if count > MOST_SHEET_CARDS {
        return Err(texts.places_sheet_too_many(number(count), &MOST_SHEET_CARDS.to_string()));
    }
    let (mut sheet, files) = contact_sheet(book, &index, Spot::Place(place), choices, &texts, today);
    let pictures = Pictures { originals: opened.attachments().clone(), cache: None };
    let now = console.clock().now().into();
    let missing = with_pictures(&mut sheet, &files, &pictures, now, |_| true).unwrap_or_default();
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        durable::create_folder(folder).map_err(|error| error.text(&texts))?;
    }
    let bytes = html(&sheet).into_bytes();
    let written = if options.force { durable::replace(out, &bytes) } else { durable::create(out, &bytes) };
    written.map_err(|error| error.text(&texts))?;
    console.say(&texts.places_sheet_done(
        &sheet.cards.len().to_string(),
        &shown(out),
        &sheet.pages.len().to_string(),
    ));
    if missing > 0 {
        console.complain(&texts.places_sheet_missing(number(missing)));
        return Ok(Status::Partly);
    }
    Ok(Status::Well)
}

/// Returns the one place that is meant: by its id, its name, its whole path, or a part of its name.
fn find(book: &Book, tree: &PlaceTree, name: &str, console: &Console) -> Result<Id<Storage>, String> {
    if let Ok(id) = name.trim().parse::<Id<Storage>>()
        && book.get(id).is_some()
    {
        return Ok(id);
    }
    let wanted = fold(name.trim());
    let called = |test: &dyn Fn(&str) -> bool| -> Vec<Id<Storage>> {
        let named = |row: &&crate::index::PlaceRow| {
            book.get(row.place).is_some_and(|storage| {
                test(&fold(storage.name.trim()))
                    || test(&fold(&tree.path(book, row.place).replace(" › ", "/")))
            })
        };
        tree.rows.iter().filter(named).map(|row| row.place).collect()
    };
    let mut found = called(&|text| text == wanted || text == wanted.replace(" › ", "/"));
    if found.is_empty() && !wanted.is_empty() {
        found = called(&|text| text.contains(&wanted));
        // A part of the path of one is a part of the paths of all inside it.
        if let Some(first) = found.first().copied()
            && tree.with_inner(first).len() >= found.len()
            && found.iter().all(|place| tree.with_inner(first).iter().any(|row| row.place == *place))
        {
            found.truncate(1);
        }
    }
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(console.texts.places_no_place(name)),
        several => {
            console.complain(&console.texts.places_ambiguous(name));
            for place in several.iter().take(MOST_LISTED) {
                console.hint(&format!("{}\t{place}", tree.path(book, *place)));
            }
            Err(String::new())
        }
    }
}
