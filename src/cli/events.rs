//! `events`: the ledger of events with what became of each, one series with its advice, and my record; `reply`: notes
//! that an answer came.
//!
//! The advice is that of the window, line by line (`index::events`).

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::console::{Console, Status, number, open, open_or_new, save};
use super::people::{Entry, find};
use crate::edit::{Edit, wish_word};
use crate::index::Index;
use crate::index::events::{
    Advice, AdviceFact, AmendsBook, Judgement, Record, Series, fact_text, money_sum, record_lines,
    reply_word, settled_word, written_to,
};
use crate::model::{Attendance, Book, Event, Money, RepeatDecision, Reply};
use crate::text::{Texts, tidy::tidy};

/// What `events --json` prints.
#[derive(Debug, Serialize)]
struct Ledger {
    record: Counts,
    events: Vec<Line>,
    /// With `--series` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<About>,
}

#[derive(Debug, Serialize)]
struct Counts {
    planned: usize,
    attended: usize,
    cancelled_early: usize,
    cancelled_late: usize,
    no_show: usize,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    title: String,
    series: String,
    starts_on: Option<NaiveDate>,
    /// `planned`, `attended`, `cancelled_early`, `cancelled_late` or `no_show`.
    status: &'static str,
    cancelled_on: Option<NaiveDate>,
    /// `open`, `settled`, `waived`, or null when nothing is to be made up for.
    amends: Option<&'static str>,
    people: usize,
    /// `never`, `rarely`, `maybe`, `gladly`, `always`, or null.
    decision: Option<String>,
    reason: String,
}

#[derive(Debug, Serialize)]
struct About {
    name: String,
    streak: usize,
    longest: usize,
    spent: Vec<Spent>,
    familiar: Vec<Familiar>,
    /// From 0 to 100; null before it can be judged.
    points: Option<i32>,
    advice: Option<String>,
    /// The day from which it can be judged, when that is to come.
    judged_from: Option<NaiveDate>,
    lines: Vec<Sum>,
}

#[derive(Debug, Serialize)]
struct Spent {
    minor: i64,
    currency: String,
}

#[derive(Debug, Serialize)]
struct Familiar {
    #[serde(flatten)]
    person: Entry,
    times: usize,
}

#[derive(Debug, Serialize)]
struct Sum {
    points: i32,
    text: String,
}

/// Lists the events, all or those of one series.
pub fn run(options: &args::Events, path: &Path, console: &mut Console) -> Result<Status, String> {
    let today = console.today();
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let texts = console.texts.clone();
    let series = match &options.series {
        Some(name) => {
            let series = Series::named(book, &index, name, today);
            Some(series.ok_or_else(|| texts.visits_cli_no_series(&tidy(name)))?)
        }
        None => None,
    };
    let amends = AmendsBook::of(book);
    let mut events: Vec<&Event> = match &series {
        Some(series) => series.events.iter().filter_map(|id| book.get(*id)).map(|event| &**event).collect(),
        None => book.events.values().map(|event| &**event).collect(),
    };
    // What has no date yet is to come.
    let day = |event: &Event| event.starts_on.unwrap_or(NaiveDate::MAX);
    events.sort_by_key(|event| std::cmp::Reverse((day(event), event.id)));
    let record = series.as_ref().map_or_else(|| Record::mine(book), |series| series.record);
    if console.json {
        let events = events.iter().map(|event| line(&index, event, &amends)).collect();
        let series = series.map(|series| about(book, &index, series, today, &texts));
        let counts = Counts {
            planned: record.planned,
            attended: record.attended,
            cancelled_early: record.cancelled_early,
            cancelled_late: record.cancelled_late,
            no_show: record.no_show,
        };
        console.json(&Ledger { record: counts, events, series })?;
        return Ok(Status::Well);
    }
    for event in events {
        let day = event
            .starts_on
            .map_or_else(|| texts.common_without_date().to_owned(), |day| texts.locale().day_medium(day));
        let decided = event.repeat.as_ref().map(RepeatDecision::wish);
        let decided = decided.map(|wish| wish_word(&texts, wish)).unwrap_or_default();
        let people = index.links.event(event.id).contacts.len();
        let people = if people > 0 { texts.common_people(number(people)) } else { String::new() };
        let status = settled_word(&texts, event, &amends);
        let title = tidy(&event.title);
        let title = if title.is_empty() { texts.ical_untitled() } else { &title };
        let line = format!("{day}\t{title}\t{status}\t{people}\t{decided}");
        console.say(line.trim_end());
    }
    let lines: Vec<String> = record_lines(&texts, &record).into_iter().map(|(_, words)| words).collect();
    console.say(&format!("{}\t{}", texts.visits_record(), lines.join(texts.locale().comma())));
    if let Some(series) = series {
        say_series(book, &index, &series, today, console);
    }
    Ok(Status::Well)
}

fn say_series(book: &Book, index: &Index, series: &Series, today: NaiveDate, console: &mut Console) {
    let texts = console.texts.clone();
    console.say(&texts.visits_series_streak(number(series.streak)));
    if series.spent.is_empty() {
        console.say(texts.visits_series_cost_none());
    } else {
        console.say(&texts.visits_series_cost(&money_sum(&series.spent, texts.locale())));
    }
    for face in &series.faces {
        let name = Entry::name_of(book, face.contact, &texts);
        console.say(&format!("{name}\t{}", texts.visits_series_times(number(face.times))));
    }
    match advice(book, index, series, today) {
        Advice::NotVisited => console.say(texts.visits_advice_none()),
        Advice::Later(day) => {
            console.say(&texts.visits_advice_later(&texts.locale().day_with_year(day)));
        }
        Advice::Judged(judged) => {
            for line in &judged.lines {
                let (what, detail) = fact_text(&texts, &line.fact);
                let sign = if line.points > 0 && line.fact != AdviceFact::Start { "+" } else { "" };
                console.say(format!("{sign}{}\t{what}\t{detail}", line.points).trim_end());
            }
            let points = judged.points.to_string();
            console.say(&texts.visits_advice_result(&points, wish_word(&texts, judged.wish)));
        }
    }
}

fn advice(book: &Book, index: &Index, series: &Series, today: NaiveDate) -> Advice {
    let events = series.events.iter().filter_map(|id| book.get(*id)).map(|event| &**event);
    Advice::over(book, index, events, today)
}

fn line(index: &Index, event: &Event, amends: &AmendsBook) -> Line {
    Line {
        id: event.id.to_string(),
        title: event.title.clone(),
        series: event.series.clone(),
        starts_on: event.starts_on,
        status: match event.status {
            Attendance::Planned => "planned",
            Attendance::Attended => "attended",
            Attendance::CancelledEarly => "cancelled_early",
            Attendance::CancelledLate => "cancelled_late",
            Attendance::NoShow => "no_show",
        },
        cancelled_on: event.cancelled_on,
        amends: amends.settlement(event).word(),
        people: index.links.event(event.id).contacts.len(),
        decision: event.repeat.as_ref().map(|repeat| format!("{:?}", repeat.wish()).to_lowercase()),
        reason: event.repeat.as_ref().map(|repeat| repeat.reason.clone()).unwrap_or_default(),
    }
}

fn about(book: &Book, index: &Index, series: Series, today: NaiveDate, texts: &Texts) -> About {
    let advice = advice(book, index, &series, today);
    let judged: Option<&Judgement> = match &advice {
        Advice::Judged(judged) => Some(judged),
        Advice::NotVisited | Advice::Later(_) => None,
    };
    let familiar = series.faces.iter().filter_map(|face| {
        Some(Familiar { person: Entry::of(book, book.get(face.contact)?), times: face.times })
    });
    let sum = |line: &crate::index::events::AdviceLine| {
        let (what, detail) = fact_text(texts, &line.fact);
        let parts: Vec<&str> = [what, detail.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        Sum { points: line.points, text: parts.join(": ") }
    };
    About {
        streak: series.streak,
        longest: series.longest,
        points: judged.map(|judged| judged.points),
        advice: judged.map(|judged| format!("{:?}", judged.wish).to_lowercase()),
        judged_from: if let Advice::Later(day) = advice { Some(day) } else { None },
        lines: judged.map(|judged| judged.lines.iter().map(sum).collect()).unwrap_or_default(),
        familiar: familiar.collect(),
        spent: series.spent.iter().map(spent).collect(),
        name: series.name,
    }
}

fn spent(money: &Money) -> Spent {
    Spent { minor: money.minor, currency: money.currency.clone() }
}

/// Notes whether somebody answered the last message to them.
pub fn reply(options: &args::Reply, path: &Path, console: &mut Console) -> Result<Status, String> {
    let mut session = open_or_new(path, console)?;
    let contact = find(session.book(), session.index(), &options.name.join(" "), console)?;
    let Some(encounter) = written_to(session.book(), session.index(), contact, None) else {
        let name = Entry::name_of(session.book(), contact, &console.texts);
        return Err(console.texts.visits_reply_nothing(&name));
    };
    let reply = match options.reply {
        args::ReplyWord::None => Reply::None,
        args::ReplyWord::Once => Reply::Once,
        args::ReplyWord::Continuing => Reply::Continuing,
    };
    let done = session.commit(Edit::SetReply { encounter, reply }).map_err(|error| error.to_string())?;
    save(&mut session, &console.texts)?;
    match done.label {
        Some(label) => {
            let line = console.texts.duplicates_cli_done(&label.text(&console.texts));
            console.say(&line);
        }
        None => {
            let name = Entry::name_of(session.book(), contact, &console.texts);
            let word = reply_word(&console.texts, reply).to_owned();
            console.say(&console.texts.visits_reply_of(&name, &word));
        }
    }
    Ok(Status::Well)
}
