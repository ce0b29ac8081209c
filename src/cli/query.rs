//! `search`, `show` and `due`: questions to the book. Changes nothing.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::console::{Console, Status, date, open};
use super::people::{Entry, find, labelled};
use crate::index::{self, DueState, Index, Query, Telling, Values};
use crate::model::{Book, Contact, FollowUpKind, Id, Labelled};
use crate::text::{Texts, tidy::tidy};

/// What `search --json` prints.
#[derive(Debug, Serialize)]
struct Found {
    contacts: Vec<Entry>,
    events: Vec<Gathering>,
}

#[derive(Debug, Serialize)]
struct Gathering {
    id: String,
    title: String,
    starts_on: Option<NaiveDate>,
}

/// Lists the people and events that a query finds, the best first.
pub fn search(options: &args::Search, path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let mut words = options.words.join(" ").replace(args::HIDDEN_MINUS, "-");
    if let Some(name) = &options.saved {
        let saved = super::searches::named(book, name, console)?;
        words = format!("{} {words}", saved.query).trim().to_owned();
    }
    let query = Query::parse(&words);
    let today = console.today();
    let result = index.find_best(&query, today, usize::MAX);
    let contacts = result.ranked().iter().filter_map(|id| book.get(*id));
    let events = book.events.values().filter(|event| !query.is_empty() && result.matches_event(event.id));
    let found = Found {
        contacts: contacts.map(|contact| Entry::of(book, contact)).collect(),
        events: events
            .map(|event| Gathering {
                id: event.id.to_string(),
                title: event.title.clone(),
                starts_on: event.starts_on,
            })
            .collect(),
    };
    let is_empty = found.contacts.is_empty() && found.events.is_empty();
    tell_problems(&query, &words, book, is_empty, console);
    if console.json {
        console.json(&found)?;
    } else if found.contacts.is_empty() && found.events.is_empty() {
        console.complain(&console.texts.cli_search_nothing(&tidy(&words)));
    } else {
        for entry in &found.contacts {
            console.say(&entry.line(&console.texts));
        }
        for event in &found.events {
            let locale = console.texts.locale();
            let day = event
                .starts_on
                .map_or_else(|| console.texts.common_without_date().to_owned(), |day| locale.day_medium(day));
            console.say(&format!("{}\t{day}\t{}", tidy(&event.title), event.id));
        }
    }
    Ok(Status::Well)
}

/// Says what of a query was not understood, and, when it finds nothing, which circle, tag or place does not exist.
pub fn tell_problems(query: &Query, words: &str, book: &Book, is_empty: bool, console: &Console) {
    for note in query.notes(words, &console.texts) {
        console.complain(&note);
    }
    if is_empty {
        for (field, value) in Values::of(book).missing(query, console.texts.locale()) {
            console.complain(&console.texts.cli_search_no_value(field, &tidy(value)));
        }
    }
}

/// What `show --json` prints.
#[derive(Debug, Serialize)]
struct Person {
    #[serde(flatten)]
    entry: Entry,
    reading: String,
    emails: Vec<Labelled>,
    phones: Vec<Labelled>,
    links: Vec<Labelled>,
    addresses: Vec<String>,
    tags: Vec<String>,
    circles: Vec<String>,
    help: String,
    notes: String,
    archived: bool,
    cards: Vec<Paper>,
    follow_ups: Vec<Due>,
    /// What joins the person to others, in sentences, the newest first.
    ties: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Paper {
    id: String,
    received_on: Option<NaiveDate>,
    event: Option<String>,
    impressions: Vec<Thought>,
}

#[derive(Debug, Serialize)]
struct Thought {
    on: NaiveDate,
    text: String,
}

/// Shows one person.
pub fn show(options: &args::Show, path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let id = find(book, &index, &options.name.join(" "), console)?;
    let Some(contact) = book.get(id) else { return Ok(Status::Nothing) };
    let today = console.today();
    let person = person(book, &index, contact, &console.texts, today);
    if console.json {
        console.json(&person)?;
        return Ok(Status::Well);
    }
    for line in lines(&person, &console.texts, today) {
        console.say(&line);
    }
    Ok(Status::Well)
}

fn person(book: &Book, index: &Index, contact: &Contact, texts: &Texts, today: NaiveDate) -> Person {
    let links = index.links.contact(contact.id);
    let cards = links.cards.iter().rev().filter_map(|id| book.get(*id));
    let addresses = contact.addresses.iter().map(|address| {
        let parts = [&address.street, &address.postal_code, &address.city, &address.region, &address.country];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    });
    let circles = contact.circles.iter().filter_map(|id| book.get(*id));
    let telling = Telling { book, texts, today };
    let until = today.checked_add_days(chrono::Days::new(30)).unwrap_or(NaiveDate::MAX);
    let due = index.due_with(contact.id, today, until);
    let network = index.network();
    let ties = network.node(contact.id).map_or_else(Vec::new, |node| network.sentences(telling, node));
    Person {
        entry: Entry::of(book, contact),
        reading: contact.name.reading(),
        emails: contact.emails.clone(),
        phones: contact.phones.clone(),
        links: contact.links.clone(),
        addresses: addresses.collect(),
        tags: contact.tags.iter().cloned().collect(),
        circles: circles.map(|circle| circle.name.clone()).collect(),
        help: contact.help.clone(),
        notes: contact.notes.clone(),
        archived: contact.archived.is_some(),
        cards: cards
            .map(|card| Paper {
                id: card.id.to_string(),
                received_on: card.received_on,
                event: card.event.and_then(|id| book.get(id)).map(|event| event.title.clone()),
                impressions: card
                    .impressions
                    .iter()
                    .map(|thought| Thought { on: thought.on, text: thought.text.clone() })
                    .collect(),
            })
            .collect(),
        follow_ups: due.iter().map(|due| Due::of(telling, due)).collect(),
        ties: ties.into_iter().map(|tie| tie.text).collect(),
    }
}

fn lines(person: &Person, texts: &Texts, today: NaiveDate) -> Vec<String> {
    let locale = texts.locale();
    let name = tidy(&person.entry.name);
    let mut lines = vec![if name.is_empty() { texts.common_without_name().to_owned() } else { name }];
    let mut put = |label: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("  {label}: {}", value.replace('\n', "\n    ")));
        }
    };
    put(texts.common_name_family_reading(), &person.reading);
    put(texts.common_organization(), person.entry.organization.as_deref().unwrap_or_default());
    put(texts.common_job_title(), person.entry.title.as_deref().unwrap_or_default());
    let values = [
        (texts.common_label_phone(), &person.phones),
        (texts.common_label_email(), &person.emails),
        (texts.common_label_link(), &person.links),
    ];
    for (label, items) in values {
        for item in items {
            put(label, &labelled(texts, item));
        }
    }
    for address in &person.addresses {
        put(texts.common_label_address(), address);
    }
    put(texts.common_note(), &person.notes);
    for card in &person.cards {
        let day = card.received_on.map(|day| locale.day_medium(day));
        let day = day.unwrap_or_else(|| texts.common_without_date().to_owned());
        let event = card.event.as_deref().map(|title| format!(", {title}")).unwrap_or_default();
        put(texts.common_card(), &format!("{day}{event}"));
        for thought in &card.impressions {
            put(texts.common_impression(), &format!("{} ({})", thought.text, locale.day_medium(thought.on)));
        }
    }
    for due in &person.follow_ups {
        let about = if due.about.is_empty() { String::new() } else { format!(", {}", due.about) };
        // As Today counts: a rhythm is late after its last day only.
        let when = match due.state {
            "overdue" => texts.relative_due(due.latest_on.unwrap_or(due.due_on), today),
            _ => texts.relative_day(due.due_on, today),
        };
        put(due.kind.words(texts), &format!("{} ({when}){about}", locale.day_medium(due.due_on)));
    }
    for tie in &person.ties {
        put(texts.network_tie(), tie);
    }
    put("id", &person.entry.id);
    lines
}

/// A follow-up in a list.
#[derive(Debug, Serialize)]
struct Due {
    id: String,
    #[serde(serialize_with = "super::words::serialize_kind")]
    kind: FollowUpKind,
    due_on: NaiveDate,
    /// Days from today to its day, or to its last one when it is late.
    days: i64,
    contacts: Vec<Who>,
    about: String,
    /// Why, in the language of the output.
    why: String,
    /// `overdue`, `due`, `ahead` or `suggested`.
    state: &'static str,
    /// There is no record of it yet: a rule foresees it.
    foreseen: bool,
    /// The last day on which it is not late; none for a suggestion.
    latest_on: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
struct Who {
    id: Id<Contact>,
    name: String,
}

impl Due {
    fn of(telling: Telling<'_>, due: &index::Due) -> Self {
        let contacts = due.contacts.iter().filter_map(|id| telling.book.get(*id));
        Self {
            id: due.id().to_string(),
            kind: due.kind,
            due_on: due.due_on,
            days: match (due.state, due.latest_on) {
                (DueState::Overdue, Some(latest)) => latest.signed_duration_since(telling.today).num_days(),
                _ => due.due_on.signed_duration_since(telling.today).num_days(),
            },
            contacts: contacts.map(|contact| Who { id: contact.id, name: contact.display_name() }).collect(),
            about: due.about(telling),
            why: due.why(telling),
            state: match due.state {
                DueState::Overdue => "overdue",
                DueState::Due => "due",
                DueState::Ahead => "ahead",
                DueState::Suggested => "suggested",
            },
            foreseen: due.source.stored().is_none(),
            latest_on: due.latest_on,
        }
    }
}

/// Lists what is due up to a day, stored or foreseen, grouped by how it stands, the oldest first.
pub fn due(options: &args::Due, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let until = options.until.as_deref().map(|text| date(text, today, &console.texts)).transpose()?;
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    // Without a last day it is what Today shows: also birthdays for which there still is time.
    let list = until.map_or_else(|| index.due_now(today), |until| index.due(today, ..=until));
    let texts = console.texts.clone();
    let telling = Telling { book, texts: &texts, today };
    let list: Vec<(DueState, Due)> = list.iter().map(|due| (due.state, Due::of(telling, due))).collect();
    if console.json {
        let list: Vec<&Due> = list.iter().map(|(_, due)| due).collect();
        console.json(&list)?;
        return Ok(Status::Well);
    }
    if list.is_empty() {
        let day = texts.locale().day_medium(until.unwrap_or(today));
        console.say(&texts.cli_due_nothing(&day));
    }
    let groups = [
        (DueState::Overdue, texts.common_overdue()),
        (DueState::Due, texts.calendar_today()),
        (DueState::Ahead, texts.cli_due_ahead()),
        (DueState::Suggested, texts.cli_due_suggested()),
    ];
    for (state, heading) in groups {
        let mut group = list.iter().filter(|(of, _)| *of == state).peekable();
        if group.peek().is_some() {
            console.say(heading);
        }
        for (_, due) in group {
            let names: Vec<String> = due.contacts.iter().map(|who| tidy(&who.name)).collect();
            // A rhythm is late after its last day only, a suggestion never.
            let when = match state {
                DueState::Overdue => texts.relative_due(due.latest_on.unwrap_or(due.due_on), today),
                DueState::Due | DueState::Ahead => texts.relative_day(due.due_on, today),
                DueState::Suggested => String::new(),
            };
            let line = format!(
                "  {}\t{}\t{}\t{}\t{}\t{}",
                texts.locale().day_medium(due.due_on),
                when,
                due.kind.words(&texts),
                names.join(", "),
                tidy(&due.about),
                tidy(&due.why)
            );
            console.say(line.trim_end());
        }
    }
    Ok(Status::Well)
}
