//! `quiz`: whose names are asked for, as a list. Changes nothing: names are answered in the window, where faces can be seen.

use std::path::Path;

use serde::Serialize;

use super::args;
use super::console::{Console, Status, open};
use super::people::Entry;
use crate::index::{Asked, Face, Index, Quiz, QuizOf};
use crate::model::{Book, Event, Id, Recall};
use crate::text::Texts;
use crate::text::fold::fold;
use crate::text::tidy::tidy;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    due: Vec<Line>,
    more: usize,
    without_picture: Vec<Entry>,
    next_on: Option<chrono::NaiveDate>,
}

#[derive(Debug, Serialize)]
struct Line {
    #[serde(flatten)]
    person: Entry,
    due_on: chrono::NaiveDate,
    new: bool,
    /// There is a photograph; otherwise the card is shown.
    photograph: bool,
    answers: u32,
    lapses: u32,
}

/// Prints who is due.
pub fn run(options: &args::Quiz, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let opened = open(path, console)?;
    let book = opened.book();
    let of = match &options.event {
        Some(title) => QuizOf::Event(find(book, title, console)?),
        None => QuizOf::Due,
    };
    let quiz = Quiz::of(book, &Index::rebuild(book), of, today);
    if console.json {
        let entry = |id: &Id<_>| book.get(*id).map(|person| Entry::of(book, person));
        let report = Report {
            due: quiz.asked.iter().filter_map(|asked| line(book, asked)).collect(),
            more: quiz.more,
            without_picture: quiz.without_picture.iter().filter_map(entry).collect(),
            next_on: quiz.next_on,
        };
        console.json(&report)?;
        return Ok(Status::Well);
    }
    let texts = console.texts.clone();
    for asked in &quiz.asked {
        let line = told(book, asked, &texts);
        console.say(&line);
    }
    if quiz.asked.is_empty() {
        console.say(texts.quiz_nobody());
    }
    if quiz.more > 0 {
        console.say(&texts.quiz_more(quiz.more as i64));
    }
    if !quiz.without_picture.is_empty() {
        console.say(&texts.quiz_without_picture(quiz.without_picture.len() as i64));
    }
    if let Some(next) = quiz.next_on {
        console.say(&texts.quiz_next(&texts.locale().day_near(next, today)));
    }
    Ok(Status::Well)
}

fn line(book: &Book, asked: &Asked) -> Option<Line> {
    let recall = book.get(asked.contact.cast::<Recall>());
    Some(Line {
        person: Entry::of(book, book.get(asked.contact)?),
        due_on: asked.due_on,
        new: asked.is_new,
        photograph: matches!(asked.face, Face::Portrait(_)),
        answers: recall.map_or(0, |it| it.answers),
        lapses: recall.map_or(0, |it| it.lapses),
    })
}

/// Day, name, what is known of it, between tabs.
fn told(book: &Book, asked: &Asked, texts: &Texts) -> String {
    let name = Entry::name_of(book, asked.contact, texts);
    let state = if asked.is_new { texts.quiz_new() } else { texts.quiz_again_due() };
    format!("{}\t{name}\t{state}", asked.due_on)
}

/// The event that a title or an id means; of several with one title the last.
fn find(book: &Book, title: &str, console: &Console) -> Result<Id<Event>, String> {
    if let Ok(id) = title.trim().parse::<Id<Event>>()
        && book.get(id).is_some()
    {
        return Ok(id);
    }
    let wanted = fold(title.trim());
    let named = book.events.values().filter(|event| !wanted.is_empty() && fold(event.title.trim()) == wanted);
    let last = named.max_by_key(|event| (event.starts_on, event.id));
    last.map(|event| event.id).ok_or_else(|| console.texts.quiz_no_event(&tidy(title)))
}
