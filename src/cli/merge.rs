//! `merge`: joins two copies of one book that have a common past; the merge driver of git.
//!
//! Nothing is written unless all three files are whole books. Pictures are files of their own with unique names: git
//! and whoever else copies folders joins them without help.

use std::path::Path;

use serde::Serialize;

use super::console::{Console, Status, number};
use super::{args, protect, shown};
use crate::edit::merge::{Other, merge};
use crate::model::Book;
use crate::session::{Clock as _, SystemClock};
use crate::store::format::{self, Origin, Parsed, StateId};
use crate::store::{Key, LARGEST_BOOK, OpenError, OpenProblem, durable, read_file};

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    output: String,
    added: usize,
    changed: usize,
    removed: usize,
    kept: usize,
    conflicts: usize,
}

/// Joins three files to one.
pub fn run(options: &args::Merge, console: &mut Console) -> Result<Status, String> {
    let (ours, our_key) = read(&options.ours, console)?;
    let (theirs, their_key) = read(&options.theirs, console)?;
    let base = read_base(&options.base, console)?;
    if ours.book.header.id != theirs.book.header.id {
        return Err(console.texts.cli_merge_other_book(&shown(&options.ours), &shown(&options.theirs)));
    }
    let output = options.output.as_ref().unwrap_or(&options.ours);
    if output != &options.ours && output.exists() {
        // Only a copy of the same book may be replaced.
        let (there, _) = read(output, console)?;
        if there.book.header.id != ours.book.header.id {
            return Err(console.texts.cli_merge_other_book(&shown(&options.ours), &shown(output)));
        }
    }
    let other = Other { source: String::new(), now: SystemClock.now() };
    let merged = merge(&base.book, &ours.book, &theirs.book, &other);
    let origin = descent(&base.origin, &ours.origin, &theirs.origin);
    let (text, _) = format::write(&merged.book, &origin).map_err(|error| error.to_string())?;
    // When one side is encrypted, so is what has a part of it.
    let written = match our_key.or(their_key) {
        None => text.into_bytes(),
        Some(key) => key.seal(text.as_bytes()).map_err(|problem| problem.text(&console.texts))?,
    };
    durable::replace(output, &written).map_err(|error| error.text(&console.texts))?;

    let report = merged.report;
    if console.json {
        console.json(&Report {
            output: shown(output),
            added: report.added,
            changed: report.changed,
            removed: report.removed,
            kept: report.kept,
            conflicts: report.conflicts,
        })?;
    } else {
        let texts = &console.texts;
        let line = texts.cli_merge_done(
            number(report.added),
            &report.changed.to_string(),
            &shown(output),
            &report.kept.to_string(),
            &report.removed.to_string(),
        );
        console.say(&line);
    }
    if report.conflicts == 0 {
        return Ok(Status::Well);
    }
    console.complain(&console.texts.cli_merge_conflicts(number(report.conflicts)));
    Ok(Status::Partly)
}

fn read(path: &Path, console: &Console) -> Result<(Parsed, Option<Key>), String> {
    let said = |problem| OpenError { path: path.to_owned(), problem }.text(&console.texts);
    let bytes = read_file(path, LARGEST_BOOK).map_err(said)?;
    let (bytes, key) = protect::unseal(path, bytes, console)?;
    Ok((format::read(&bytes).map_err(said)?, key))
}

/// For two copies without a common past git hands over an empty file.
fn read_base(path: &Path, console: &Console) -> Result<Parsed, String> {
    let said = |problem| OpenError { path: path.to_owned(), problem }.text(&console.texts);
    let bytes = match read_file(path, LARGEST_BOOK) {
        // The device that is always empty is no file.
        Err(OpenProblem::NotAFile) if path == Path::new("/dev/null") => Vec::new(),
        other => other.map_err(said)?,
    };
    if bytes.is_empty() {
        return Ok(Parsed { book: Book::default(), ..Parsed::default() });
    }
    let (bytes, _) = protect::unseal(path, bytes, console)?;
    format::read(&bytes).map_err(said)
}

/// The past of the joined state: that of both sides, and both of them.
fn descent(base: &Origin, ours: &Origin, theirs: &Origin) -> Origin {
    let mut from: Vec<StateId> = Vec::new();
    let past = theirs.from.iter().chain(&ours.from).chain(&base.id).chain(&theirs.id).chain(&ours.id);
    for state in past {
        if !from.contains(state) {
            from.push(*state);
        }
    }
    Origin { saved: ours.saved.max(theirs.saved) + 1, from, id: None }
}
