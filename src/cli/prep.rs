//! `prep`: what is good to know before an event, on the terminal or as a page to print. Changes nothing.

use std::path::Path;

use chrono::NaiveDate;

use super::args;
use super::console::{Console, Status, open};
use super::shown;
use crate::exchange::prep::{Sheet, html};
use crate::index::Index;
use crate::model::{Book, Event, Id};
use crate::session::prep_sheet;
use crate::store::{durable, is_part_of};
use crate::text::fold::fold;
use crate::text::tidy::tidy;

/// How many events are listed when a name fits several.
const MOST_LISTED: usize = 20;

/// Writes the sheet.
pub fn run(options: &args::Prep, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    if let Some(out) = &options.out {
        if is_part_of(path, out) {
            return Err(console.texts.cli_export_own_book(&shown(out)));
        }
        if !options.force && std::fs::symlink_metadata(out).is_ok() {
            return Err(console.texts.cli_export_exists(&shown(out)));
        }
    }
    let opened = open(path, console)?;
    let book = opened.book();
    let event = find(book, &options.event, today, console)?;
    let Some(event) = book.get(event) else { return Ok(Status::Nothing) };
    let texts = console.texts.clone();
    let sheet = prep_sheet(book, &Index::rebuild(book), event, &texts, today);
    let Some(out) = &options.out else {
        for line in lines(&sheet) {
            console.say(&line);
        }
        return Ok(Status::Well);
    };
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        durable::create_folder(folder).map_err(|error| error.text(&texts))?;
    }
    let bytes = html(&sheet).into_bytes();
    let written = if options.force { durable::replace(out, &bytes) } else { durable::create(out, &bytes) };
    written.map_err(|error| error.text(&texts))?;
    console.say(&texts.cli_prep_done(&shown(out)));
    Ok(Status::Well)
}

/// The sheet as lines; what belongs to somebody stands behind a tab.
fn lines(sheet: &Sheet) -> Vec<String> {
    let mut lines = vec![sheet.title.clone(), sheet.facts.join(" · ")];
    lines.extend(sheet.story.iter().cloned());
    if let Some(goal) = &sheet.goal {
        lines.push(format!("{}: {}", goal.label, goal.lines.join(" ")));
    }
    for person in &sheet.people {
        lines.push(String::new());
        lines.push([person.name.as_str(), &person.work].join("\t"));
        lines.push(format!("\t{}", person.why));
        for part in &person.parts {
            lines.extend(part.lines.iter().map(|line| format!("\t{}\t{line}", part.label)));
        }
    }
    lines.extend(sheet.rest.clone());
    lines
}

/// Returns the one event that is meant: by its id, its title, or the words and the day of it. Of several of one title the
/// only one that is still to come is meant.
fn find(book: &Book, name: &str, today: NaiveDate, console: &Console) -> Result<Id<Event>, String> {
    if let Ok(id) = name.trim().parse::<Id<Event>>()
        && book.get(id).is_some()
    {
        return Ok(id);
    }
    let wanted = fold(name.trim());
    let all = || book.events.values();
    let day = name.trim().parse().ok();
    let mut found: Vec<&Event> = all()
        .filter(|it| fold(it.title.trim()) == wanted || day.is_some() && it.starts_on == day)
        .map(|it| &**it)
        .collect();
    if found.is_empty() {
        found = all()
            .filter(|it| !wanted.is_empty() && fold(&it.title).contains(&wanted))
            .map(|it| &**it)
            .collect();
    }
    if found.len() > 1 {
        let coming: Vec<&Event> = found
            .iter()
            .copied()
            .filter(|it| it.status == crate::model::Attendance::Planned && it.starts_on >= Some(today))
            .collect();
        if coming.len() == 1 {
            found = coming;
        }
    }
    match found.as_slice() {
        [only] => Ok(only.id),
        [] => Err(console.texts.cli_prep_unknown(name)),
        several => {
            console.complain(&console.texts.cli_prep_ambiguous(name));
            for event in several.iter().take(MOST_LISTED) {
                let day = event.starts_on.map(|day| day.to_string()).unwrap_or_default();
                console.hint(&format!("{}\t{day}\t{}", tidy(&event.title), event.id));
            }
            Err(String::new())
        }
    }
}
