//! `log`: one line becomes an encounter, with what comes next, or a reminder when its day is still to come.
//!
//! Invariant: nothing is guessed: a name that fits several people, or nobody, stops the command and changes nothing.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::console::{Console, Status, open, open_or_new, save};
use super::people::{Entry, find};
use super::{args, import, words};
use crate::edit::Edit;
use crate::index::Index;
use crate::model::{
    Book, Contact, Direction, EncounterKind, FavourKind, FollowUp, FollowUpKind, Id, PersonName,
};
use crate::quick::{BookNames, Sentence, Who};
use crate::text::{Texts, tidy::tidy};

/// What `--json` prints. The names of kinds are an interface: they do not change when the code is renamed.
#[derive(Debug, Serialize)]
struct Report {
    /// `encounter`, or `reminder` for a day to come.
    what: &'static str,
    kind: &'static str,
    direction: &'static str,
    on: NaiveDate,
    at: Option<NaiveTime>,
    minutes: Option<u32>,
    people: Vec<Person>,
    place: String,
    topics: Vec<String>,
    favours: Vec<Given>,
    next: Option<Step>,
    note: String,
    dry_run: bool,
}

#[derive(Debug, Serialize)]
struct Person {
    /// Absent for somebody who is added by the line.
    id: Option<Id<Contact>>,
    name: String,
}

#[derive(Debug, Serialize)]
struct Given {
    kind: &'static str,
    given: bool,
    what: String,
}

#[derive(Debug, Serialize)]
struct Step {
    #[serde(serialize_with = "words::serialize_kind")]
    kind: FollowUpKind,
    due_on: NaiveDate,
    about: String,
}

/// Logs what a line says.
pub fn run(options: &args::Log, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let line = options.line.join(" ");
    if options.dry_run {
        let opened = open(path, console)?;
        let index = Index::rebuild(opened.book());
        let told = understand(options, &line, today, opened.book(), &index, console)?;
        return told.say(opened.book(), true, console).map(|()| Status::Well);
    }
    let mut session = open_or_new(path, console)?;
    let told = understand(options, &line, today, session.book(), session.index(), console)?;
    let before = session.book().clone();
    session.commit(told.edit()).map_err(|error| import::edit_error(&error, &console.texts).to_owned())?;
    save(&mut session, &console.texts)?;
    told.say(&before, false, console).map(|()| Status::Well)
}

/// A line with everybody in it settled.
struct Told {
    sentence: Sentence,
    people: Vec<Id<Contact>>,
    newcomers: Vec<PersonName>,
    today: NaiveDate,
}

fn understand(
    options: &args::Log,
    line: &str,
    today: NaiveDate,
    book: &Book,
    index: &Index,
    console: &Console,
) -> Result<Told, String> {
    let texts = &console.texts;
    let with: Vec<Id<Contact>> =
        options.with.iter().map(|name| find(book, index, name, console)).collect::<Result<_, _>>()?;
    let sentence = Sentence::read(line, today, texts.locale(), &BookNames::new(book, index, &with));
    if let Some(said) = sentence.wrong_day() {
        return Err(texts.log_cli_no_day(&tidy(said)));
    }
    let mut people = with;
    let mut newcomers = Vec::new();
    for person in &sentence.people {
        match &person.who {
            Who::Known(id) if people.contains(id) => {}
            Who::Known(id) => people.push(*id),
            Who::Several(several) => {
                console.complain(&texts.cli_contact_ambiguous(&person.said));
                for contact in several.iter().filter_map(|id| book.get(*id)) {
                    console.hint(&Entry::of(book, contact).line(texts));
                }
                return Err(texts.log_cli_which().to_owned());
            }
            Who::Unknown if options.add_people && !sentence.is_plan => {
                newcomers.push(PersonName::parse(&person.said));
            }
            Who::Unknown => return Err(texts.log_cli_unknown(&person.said)),
        }
    }
    if people.is_empty() && newcomers.is_empty() {
        return Err(texts.log_cli_nobody().to_owned());
    }
    Ok(Told { sentence, people, newcomers, today })
}

impl Told {
    fn edit(&self) -> Edit {
        if self.sentence.is_plan {
            Edit::AddFollowUp { follow_up: Box::new(self.sentence.to_plan(&self.people, self.today)) }
        } else {
            Edit::Log {
                log: Box::new(self.sentence.to_log(&self.people, self.newcomers.clone(), self.today)),
            }
        }
    }

    fn say(&self, book: &Book, dry_run: bool, console: &mut Console) -> Result<(), String> {
        let report = self.report(book, dry_run);
        if console.json {
            return console.json(&report);
        }
        for line in report.lines(&console.texts, self.today) {
            console.say(&line);
        }
        Ok(())
    }

    fn report(&self, book: &Book, dry_run: bool) -> Report {
        let known = self.people.iter().filter_map(|id| book.get(*id));
        let known = known.map(|contact| Person { id: Some(contact.id), name: contact.display_name() });
        let new = self.newcomers.iter().map(|name| Person { id: None, name: name.display("") });
        let people: Vec<Person> = known.chain(new).collect();
        let step = |next: &FollowUp| Step { kind: next.kind, due_on: next.due_on, about: next.about.clone() };
        let log = self.sentence.to_log(&self.people, Vec::new(), self.today);
        let encounter = *log.encounter;
        let favours = encounter.favours.into_iter().map(|favour| Given {
            kind: favour_name(favour.kind),
            given: favour.given,
            what: favour.what,
        });
        Report {
            what: if self.sentence.is_plan { "reminder" } else { "encounter" },
            kind: kind_name(encounter.kind),
            direction: match encounter.direction {
                Direction::Mutual => "mutual",
                Direction::FromMe => "from_me",
                Direction::ToMe => "to_me",
            },
            on: encounter.on,
            at: encounter.at,
            minutes: encounter.minutes,
            people,
            place: encounter.place,
            topics: encounter.topics,
            favours: favours.collect(),
            next: log.next.as_deref().map(step),
            note: encounter.note,
            dry_run,
        }
    }
}

impl Report {
    fn lines(&self, texts: &Texts, today: NaiveDate) -> Vec<String> {
        let head = match (self.dry_run, self.what) {
            (true, "reminder") => texts.log_cli_would_remind(),
            (true, _) => texts.log_cli_would_log(),
            (false, "reminder") => texts.log_cli_reminded(),
            (false, _) => texts.log_cli_logged(),
        };
        let mut lines = vec![head.to_owned()];
        let mut put = |label: &str, value: &str| {
            if !value.is_empty() {
                lines.push(format!("  {label}: {value}"));
            }
        };
        put(texts.inspector_encounter_kind(), kind_text(self.kind, texts));
        let people: Vec<&str> = self.people.iter().map(|person| person.name.as_str()).collect();
        put(texts.inspector_with_whom(), &people.join(", "));
        let time = self.at.map(|at| format!(", {}", texts.locale().time(at))).unwrap_or_default();
        put(texts.common_date(), &format!("{}{time}", texts.locale().day_medium(self.on)));
        put(
            texts.inspector_duration(),
            &self.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
        );
        put(texts.common_place(), &self.place);
        put(texts.inspector_topics(), &self.topics.join(", "));
        for favour in &self.favours {
            let way =
                if favour.given { texts.inspector_favour_given() } else { texts.inspector_favour_received() };
            put(way, &format!("{} {}", favour_text(favour.kind, texts), favour.what));
        }
        if let Some(next) = &self.next {
            let about = if next.about.is_empty() { next.kind.words(texts) } else { &next.about };
            let when = texts.relative_day(next.due_on, today);
            put(
                texts.inspector_next_step(),
                &format!("{about} ({}, {when})", texts.locale().day_medium(next.due_on)),
            );
        }
        put(texts.common_note(), &self.note);
        lines
    }
}

fn kind_name(kind: EncounterKind) -> &'static str {
    match kind {
        EncounterKind::InPerson => "in_person",
        EncounterKind::Video => "video",
        EncounterKind::Call => "call",
        EncounterKind::Letter => "letter",
        EncounterKind::Email => "email",
        EncounterKind::Message => "message",
        EncounterKind::SocialMedia => "social_media",
    }
}

fn kind_text<'a>(name: &str, texts: &'a Texts) -> &'a str {
    match name {
        "video" => texts.common_encounter_video(),
        "call" => texts.common_encounter_call(),
        "letter" => texts.common_encounter_letter(),
        "email" => texts.common_encounter_email(),
        "message" => texts.common_encounter_message(),
        "social_media" => texts.common_encounter_social(),
        _ => texts.common_encounter_in_person(),
    }
}

fn favour_name(kind: FavourKind) -> &'static str {
    match kind {
        FavourKind::Referral => "referral",
        FavourKind::Introduction => "introduction",
        FavourKind::Advice => "advice",
        FavourKind::Support => "support",
        FavourKind::Business => "business",
        FavourKind::Gift => "gift",
    }
}

fn favour_text<'a>(name: &str, texts: &'a Texts) -> &'a str {
    match name {
        "referral" => texts.common_referral(),
        "introduction" => texts.common_introduction(),
        "support" => texts.inspector_favour_support(),
        "business" => texts.inspector_favour_business(),
        "gift" => texts.inspector_favour_gift(),
        _ => texts.inspector_favour_advice(),
    }
}
