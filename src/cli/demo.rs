//! `demo`: a new book full of invented people, settled and saved.

use std::path::PathBuf;

use serde::Serialize;

use super::console::{Console, Status, number};
use super::{args, shown};
use crate::demo::{DemoSpec, ImagePlan};
use crate::jobs::Progress;
use crate::session::make_demo_of;
use crate::store::{Attachments, SaveError, SaveProblem, Store, durable};

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    book: String,
    contacts: usize,
    cards: usize,
    events: usize,
    records: usize,
}

/// Makes a demo book where there is no file.
pub fn run(options: &args::Demo, book: Option<PathBuf>, console: &mut Console) -> Result<Status, String> {
    let path = match (options.path.clone(), book) {
        (Some(named), Some(option)) if named != option => {
            return Err(console.texts.cli_two_books(&shown(&named), &shown(&option)));
        }
        (named, option) => super::book_or_default(named.or(option), console)?,
    };
    // Asked before the work; `Store::create` asks again.
    if std::fs::symlink_metadata(&path).is_ok() {
        let taken = SaveError {
            path,
            problem: SaveProblem::AlreadyExists,
            detail: "nothing was overwritten".to_owned(),
        };
        return Err(taken.text(&console.texts));
    }
    if let Some(message) = super::console::lost(&path, &console.texts) {
        return Err(message);
    }
    let today = console.today();
    let said = |error: SaveError, console: &Console| error.text(&console.texts);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        durable::create_folder(folder).map_err(|error| said(error, console))?;
    }
    let attachments = Attachments::beside(&path);
    let contacts = usize::try_from(options.contacts).unwrap_or(usize::MAX);
    let images = match options.images {
        args::Images::Auto => ImagePlan::Automatic,
        args::Images::All => ImagePlan::All,
        args::Images::UpTo(0) => ImagePlan::None,
        args::Images::UpTo(most) => ImagePlan::Newest(most),
    };
    let spec = DemoSpec { contacts, seed: options.seed, today, images };
    let made = make_demo_of(&spec, &attachments, &Progress::unwatched());
    // Nobody can cancel it here.
    let made = made.map_err(|cancelled| cancelled.to_string())?;
    let demo = made.map_err(|error| said(error, console))?;
    Store::create(&path, &demo).map_err(|error| said(error, console))?;
    if console.json {
        console.json(&Report {
            book: shown(&path),
            contacts: demo.contacts.len(),
            cards: demo.cards.len(),
            events: demo.events.len(),
            records: demo.len(),
        })?;
    } else {
        let texts = &console.texts;
        let line = texts.cli_demo_done(
            &texts.common_cards(number(demo.cards.len())),
            &texts.common_events(number(demo.events.len())),
            &shown(&path),
            &texts.common_people(number(demo.contacts.len())),
        );
        console.say(&line);
    }
    Ok(Status::Well)
}
