//! `check`: whether a book is whole. Reads every picture and changes nothing.

use std::path::Path;

use serde::Serialize;

use super::console::{Console, Status, number};
use super::shown;
use crate::model::Book;
use crate::session::Opened;
use crate::store::{AttachmentProblem, Attachments, FileState, Notice, NoticeProblem};

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    book: String,
    ok: bool,
    counts: Counts,
    problems: Vec<Problem>,
}

#[derive(Debug, Serialize)]
struct Counts {
    contacts: usize,
    cards: usize,
    events: usize,
    encounters: usize,
    follow_ups: usize,
    attachments: usize,
    records: usize,
}

#[derive(Debug, Serialize)]
struct Problem {
    /// `missing_picture`, `changed_picture`, `missing_record` or `no_checksum`.
    kind: &'static str,
    line: usize,
    /// The picture file, or the record that is not there.
    what: String,
    message: String,
}

/// Looks the book through.
pub fn run(path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = super::protect::unlock(path, console, Opened::read_with)?;
    let mut notices = opened.notices.clone();
    notices.extend(changed_inside(opened.book(), path));
    notices.sort_by_key(|notice| notice.line);
    let problems: Vec<Problem> = notices.iter().map(|notice| problem(notice, console)).collect();
    let book = opened.book();
    let ok = problems.is_empty();
    for problem in &problems {
        console.complain(&problem.message);
    }
    if console.json {
        let counts = Counts {
            contacts: book.contacts.len(),
            cards: book.cards.len(),
            events: book.events.len(),
            encounters: book.encounters.len(),
            follow_ups: book.follow_ups.len(),
            attachments: book.attachments.len(),
            records: book.len(),
        };
        console.json(&Report { book: shown(path), ok, counts, problems })?;
    } else if ok {
        let texts = &console.texts;
        let line = texts.cli_check_well(
            &texts.common_cards(number(book.cards.len())),
            number(book.len()),
            &texts.common_events(number(book.events.len())),
            &shown(path),
            &texts.common_people(number(book.contacts.len())),
        );
        console.say(&line);
    } else {
        console.say(&console.texts.cli_check_problems(number(notices.len())));
    }
    Ok(if ok { Status::Well } else { Status::Partly })
}

/// Pictures of the right size with another content: opening a book does not read them, this does.
fn changed_inside(book: &Book, path: &Path) -> Vec<Notice> {
    let attachments = Attachments::beside(path);
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let mut notices = Vec::new();
    for attachment in book.attachments.values() {
        if attachments.state(attachment) != FileState::Present {
            continue;
        }
        let Err(error) = attachments.verify(attachment) else { continue };
        let missing = error.problem == AttachmentProblem::Missing;
        let (attachment, used_by) = (attachment, Vec::new());
        // One record per line, and the hash stands in one record only.
        let line = text.lines().position(|line| line.contains(&attachment.hash)).map_or(0, |at| at + 1);
        let (file, attachment) = (error.path, attachment.id);
        let problem = if missing {
            NoticeProblem::MissingAttachment { attachment, file, used_by }
        } else {
            NoticeProblem::ChangedAttachment { attachment, file, used_by }
        };
        notices.push(Notice { book: path.to_owned(), line, problem });
    }
    notices
}

fn problem(notice: &Notice, console: &Console) -> Problem {
    let (kind, what) = match &notice.problem {
        NoticeProblem::MissingAttachment { file, .. } => ("missing_picture", shown(file)),
        NoticeProblem::ChangedAttachment { file, .. } => ("changed_picture", shown(file)),
        NoticeProblem::Dangling { to, .. } => ("missing_record", to.to_string()),
        NoticeProblem::Unsigned => ("no_checksum", String::new()),
    };
    Problem { kind, line: notice.line, what, message: notice.text(&console.texts) }
}
