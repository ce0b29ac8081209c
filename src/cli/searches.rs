//! The saved searches on the command line: `searches` lists them, `search --saved` uses one. Changes nothing.

use std::path::Path;

use serde::Serialize;

use super::console::{Console, Status, open};
use crate::index::{Index, Query};
use crate::model::{Book, SavedSearch};
use crate::text::fold::fold;

/// One line of `searches --json`.
#[derive(Debug, Serialize)]
struct Line<'a> {
    id: String,
    name: &'a str,
    query: &'a str,
    /// How many people it finds today.
    people: usize,
}

/// Lists the saved searches in the order of the rail.
pub fn list(path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let searches = SavedSearch::in_order(book);
    let index = Index::rebuild(book);
    let today = console.today();
    let line = |search: &&'_ SavedSearch| index.count(&Query::parse(&search.query), today);
    let lines: Vec<Line<'_>> = searches
        .iter()
        .map(|search| Line {
            id: search.id.to_string(),
            name: &search.name,
            query: &search.query,
            people: line(search),
        })
        .collect();
    if console.json {
        console.json(&lines)?;
    } else if lines.is_empty() {
        console.complain(console.texts.cli_searches_none());
    } else {
        for line in &lines {
            console.say(&format!("{}\t{}\t{}", line.name, line.people, line.query));
        }
    }
    Ok(Status::Well)
}

/// Returns the saved search of a name, or of an id. Case and accents make no difference; of several of one name the first
/// in the rail counts.
pub fn named<'a>(book: &'a Book, name: &str, console: &Console) -> Result<&'a SavedSearch, String> {
    let searches = SavedSearch::in_order(book);
    let wanted = fold(name.trim());
    let found = searches
        .iter()
        .find(|search| fold(search.name.trim()) == wanted)
        .or_else(|| searches.iter().find(|search| search.id.to_string() == name.trim()));
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = searches.iter().map(|search| search.name.as_str()).collect();
        if names.is_empty() {
            console.texts.cli_searches_none().to_owned()
        } else {
            console.texts.cli_searches_unknown(name, &names.join(", "))
        }
    })
}
