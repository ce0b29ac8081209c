//! `trash` and `archive`: what was deleted and who was let go, brought back or, of the trash, deleted for good.

use std::path::Path;

use serde::Serialize;

use super::args::{Archive, ArchiveVerb, Trash, TrashVerb};
use super::console::{Console, Status, number, open, open_or_new, save};
use super::people::{Entry, find};
use crate::edit::Edit;
use crate::model::{Book, Contact, Id, TrashCount, Trashed};
use crate::session::Session;
use crate::text::{Texts, fold::fold, tidy::tidy};

/// An entry of the trash in JSON.
#[derive(Debug, Serialize)]
struct InTrash {
    /// Id of the person, card or event.
    id: String,
    /// Whether it is an event.
    event: bool,
    /// Name of the person or event; empty for a card.
    name: String,
    /// The day of the deletion.
    deleted_on: String,
    cards: usize,
    encounters: usize,
}

/// A person who was let go, in JSON.
#[derive(Debug, Serialize)]
struct LetGo {
    #[serde(flatten)]
    person: Entry,
    on: String,
    reason: String,
}

/// Lists the trash, moves people there, brings them back, or empties it.
pub fn trash(options: &Trash, path: &Path, console: &mut Console) -> Result<Status, String> {
    match options.verb.as_ref().unwrap_or(&TrashVerb::List) {
        TrashVerb::List => {
            let book = open(path, console)?.book().clone();
            if console.json {
                let entries: Vec<InTrash> = book.trash.values().map(|it| in_trash(it)).collect();
                console.json(&entries)?;
                return Ok(Status::Well);
            }
            for trashed in book.trash.values() {
                let line = line_of(trashed, &console.texts);
                console.say(&line);
            }
            if book.trash.is_empty() {
                let line = console.texts.trash_empty_state().to_owned();
                console.say(&line);
            }
            Ok(Status::Well)
        }
        TrashVerb::Put { name } => {
            let mut session = open_or_new(path, console)?;
            let contact = find(session.book(), session.index(), &name.join(" "), console)?;
            commit(&mut session, Edit::DeleteContact { contact }, console)
        }
        TrashVerb::Restore { name } => {
            let mut session = open_or_new(path, console)?;
            let trashed = vec![find_trashed(session.book(), &name.join(" "), console)?];
            commit(&mut session, Edit::RestoreTrashed { trashed }, console)
        }
        TrashVerb::Empty { yes } => {
            let mut session = open_or_new(path, console)?;
            let trashed: Vec<Id<Trashed>> = session.book().trash.keys().copied().collect();
            if trashed.is_empty() {
                let line = console.texts.trash_empty_state().to_owned();
                console.say(&line);
                return Ok(Status::Well);
            }
            if !yes {
                let TrashCount { contacts, cards, encounters, events } = session.book().count_trash();
                let mut parts = console.texts.trash_parts(number(cards), number(encounters));
                if events > 0 {
                    parts = console.texts.trash_and(&parts, &console.texts.trash_events(number(events)));
                }
                console.complain(&console.texts.trash_cli_not_emptied(number(contacts), &parts));
                return Ok(Status::Nothing);
            }
            commit(&mut session, Edit::EmptyTrash { trashed }, console)
        }
    }
}

/// Lists who was let go, lets somebody go, or takes them back.
pub fn archive(options: &Archive, path: &Path, console: &mut Console) -> Result<Status, String> {
    match options.verb.as_ref().unwrap_or(&ArchiveVerb::List) {
        ArchiveVerb::List => {
            let book = open(path, console)?.book().clone();
            let mut archived: Vec<&Contact> =
                book.contacts.values().filter(|it| it.archived.is_some()).map(|it| &**it).collect();
            archived.sort_by_key(|it| std::cmp::Reverse(it.archived.as_ref().map(|archived| archived.on)));
            if console.json {
                let entries: Vec<LetGo> = archived.iter().filter_map(|it| let_go(&book, it)).collect();
                console.json(&entries)?;
                return Ok(Status::Well);
            }
            for contact in archived {
                let Some(entry) = let_go(&book, contact) else { continue };
                let line =
                    format!("{}\t{}\t{}", entry.person.line(&console.texts), entry.on, tidy(&entry.reason));
                console.say(&line);
            }
            Ok(Status::Well)
        }
        ArchiveVerb::Put { name, reason } => {
            let mut session = open_or_new(path, console)?;
            let contact = find(session.book(), session.index(), &name.join(" "), console)?;
            let is_away = session.book().get(contact).is_some_and(|it| it.archived.is_some());
            if is_away && reason.is_none() {
                let name = Entry::name_of(session.book(), contact, &console.texts);
                console.say(&console.texts.cli_archive_already(&name));
                return Ok(Status::Well);
            }
            let reason = reason.clone().unwrap_or_default();
            commit(&mut session, Edit::Archive { contact, reason }, console)
        }
        ArchiveVerb::Restore { name } => {
            let mut session = open_or_new(path, console)?;
            let contact = find(session.book(), session.index(), &name.join(" "), console)?;
            if session.book().get(contact).is_some_and(|it| it.archived.is_none()) {
                let name = Entry::name_of(session.book(), contact, &console.texts);
                console.say(&console.texts.cli_archive_not(&name));
                return Ok(Status::Well);
            }
            commit(&mut session, Edit::Restore { contact }, console)
        }
    }
}

fn commit(session: &mut Session, edit: Edit, console: &mut Console) -> Result<Status, String> {
    let done = session.commit(edit).map_err(|error| error.to_string())?;
    save(session, &console.texts)?;
    if let Some(label) = done.label {
        let line = console.texts.duplicates_cli_done(&label.text(&console.texts));
        console.say(&line);
    }
    Ok(Status::Well)
}

/// The name of a person, the title of an event, nothing for a card.
fn name_of(trashed: &Trashed) -> String {
    match (trashed.contact(), trashed.event()) {
        (Some(contact), _) => contact.display_name(),
        (None, Some(event)) => event.title.clone(),
        (None, None) => String::new(),
    }
}

fn in_trash(trashed: &Trashed) -> InTrash {
    let count = trashed.count();
    InTrash {
        id: trashed.id.to_string(),
        event: trashed.event().is_some(),
        name: name_of(trashed),
        deleted_on: trashed.on.to_string(),
        cards: count.cards,
        encounters: count.encounters,
    }
}

fn line_of(trashed: &Trashed, texts: &Texts) -> String {
    let entry = in_trash(trashed);
    let name = tidy(&entry.name);
    let name = match trashed.contact() {
        Some(_) if name.is_empty() => texts.common_without_name().to_owned(),
        None if !entry.event => texts.common_card().to_owned(),
        _ => name,
    };
    let with = if entry.event {
        texts.common_event().to_owned()
    } else {
        texts.trash_with(number(entry.cards), number(entry.encounters))
    };
    format!("{name}\t{with}\t{}\t{}", entry.deleted_on, entry.id)
}

fn find_trashed(book: &Book, name: &str, console: &Console) -> Result<Id<Trashed>, String> {
    if let Ok(id) = name.trim().parse::<Id<Trashed>>()
        && book.get(id).is_some()
    {
        return Ok(id);
    }
    let wanted = fold(name.trim());
    let fits = |trashed: &&Trashed| !wanted.is_empty() && fold(&name_of(trashed)).contains(&wanted);
    let found: Vec<&Trashed> = book.trash.values().map(|it| &**it).filter(fits).collect();
    let is_whole = |trashed: &&&Trashed| {
        let name = fold(&name_of(trashed));
        wanted.split_whitespace().all(|word| name.split_whitespace().any(|own| own == word))
    };
    let whole: Vec<&Trashed> = found.iter().filter(is_whole).copied().collect();
    match found.as_slice() {
        _ if whole.len() == 1 => Ok(whole[0].id),
        [] => Err(console.texts.trash_cli_unknown(name)),
        several => {
            // One of which only a part was named is not brought back by a guess.
            console.complain(&match several {
                [_] => console.texts.trash_cli_near(name),
                _ => console.texts.cli_contact_ambiguous(name),
            });
            for trashed in several {
                console.hint(&line_of(trashed, &console.texts));
            }
            Err(String::new())
        }
    }
}

fn let_go(book: &Book, contact: &Contact) -> Option<LetGo> {
    let archived = contact.archived.as_ref()?;
    Some(LetGo {
        person: Entry::of(book, contact),
        on: archived.on.to_string(),
        reason: archived.reason.clone(),
    })
}
