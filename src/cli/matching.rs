//! `match`: who can help with a need, and who needs a person. Changes nothing.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::console::{Console, Status, number, open};
use super::people::{Entry, find};
use crate::index::{Fit, Index, Known, Sought, Source, Tried, says_nothing};
use crate::model::{Book, Contact, Id};
use crate::text::{Texts, tidy::tidy};

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    /// Who can help with the words of `--need`.
    #[serde(skip_serializing_if = "Option::is_none")]
    helps: Option<Vec<Line>>,
    /// Who needs the person of `--contact`.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs_them: Option<Vec<Line>>,
    /// For each open need of that person, who can help.
    #[serde(skip_serializing_if = "Option::is_none")]
    helps_them: Option<Vec<Answer>>,
}

#[derive(Debug, Serialize)]
struct Answer {
    need: String,
    since: Option<NaiveDate>,
    helps: Vec<Line>,
}

/// A hit.
#[derive(Debug, Serialize)]
struct Line {
    #[serde(flatten)]
    person: Entry,
    /// By this hits are ranked, from 0 to about 100.
    score: f32,
    /// How well the words meet; 1 is all of the need in an offer.
    relevance: f32,
    /// From 0 to 100.
    warmth: f32,
    need: String,
    entry: String,
    /// The reason in one sentence, in the language of the output.
    why: String,
    evidence: Option<Proof>,
    /// `relationship`, `introduced`, `colleagues` or `met`, when the two know each other.
    known: Option<&'static str>,
    tried: Option<Attempt>,
    /// The user marked it as no fit.
    no_fit: bool,
}

#[derive(Debug, Serialize)]
struct Proof {
    /// `card_back`, `encounter`, `research`, `noted`, `work`, or `card` when nothing but the card has a day.
    source: &'static str,
    on: NaiveDate,
}

#[derive(Debug, Serialize)]
struct Attempt {
    /// `has_it`, `came_to_nothing`, `considered` or `under_way`.
    state: &'static str,
    referral: Option<String>,
    on: Option<NaiveDate>,
}

impl Line {
    fn of(book: &Book, contact: &Contact, fit: &Fit, texts: &Texts) -> Self {
        let round = |value: f32| (value * 100.0).round() / 100.0;
        Self {
            person: Entry::of(book, contact),
            score: round(fit.score),
            relevance: round(fit.relevance),
            warmth: round(fit.warmth),
            need: fit.need_text.clone(),
            entry: fit.entry.clone(),
            why: fit.why(book, texts),
            evidence: fit.evidence.on.map(|on| Proof { source: source_key(fit.evidence.source), on }),
            known: fit.known.map(|known| match known {
                Known::Relationship(_) => "relationship",
                Known::Introduced(_) => "introduced",
                Known::Colleagues => "colleagues",
                Known::Met(_) => "met",
            }),
            tried: fit.tried.map(|tried| Attempt {
                state: match tried {
                    Tried::Has(..) => "has_it",
                    Tried::CameToNothing(..) => "came_to_nothing",
                    Tried::Considered(..) => "considered",
                    Tried::UnderWay(..) => "under_way",
                },
                referral: tried.referral().map(|id| id.to_string()),
                on: tried.on(),
            }),
            no_fit: fit.unfit,
        }
    }
}

fn source_key(source: Source) -> &'static str {
    match source {
        Source::CardBack => "card_back",
        Source::Encounter => "encounter",
        Source::Research => "research",
        Source::Noted => "noted",
        Source::Work => "work",
        Source::Card => "card",
    }
}

/// Lists who fits, each with the reason.
pub fn run(options: &args::Match, path: &Path, console: &mut Console) -> Result<Status, String> {
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let today = console.today();
    let limit = usize::from(options.limit);
    let texts = console.texts.clone();
    if let Some(need) = &options.need {
        if says_nothing(need) {
            return Err(texts.matching_cli_says_nothing().to_owned());
        }
        let fits = index.who_can_help(Sought::Text(need), today, limit);
        if console.json {
            let helps = Some(lines(book, &fits, &texts));
            console.json(&Report { helps, needs_them: None, helps_them: None })?;
        } else if fits.is_empty() {
            console.say(texts.matching_nobody_helps());
        } else {
            tell(book, &fits, today, console);
        }
        return Ok(Status::Well);
    }
    let who = find(book, &index, options.contact.as_deref().unwrap_or_default(), console)?;
    let needs_them = index.who_needs(who, today, limit);
    let needs = book.get(who).map(|it| it.needs.clone()).unwrap_or_default();
    let open = needs.iter().filter(|need| need.closed_on.is_none() && !need.what.trim().is_empty());
    let answers: Vec<_> =
        open.map(|need| (need, index.who_can_help(Sought::Need(who, need.id), today, limit))).collect();
    if console.json {
        let helps_them = answers.iter().map(|(need, fits)| Answer {
            need: need.what.clone(),
            since: need.opened_on,
            helps: lines(book, fits, &texts),
        });
        let report = Report {
            helps: None,
            needs_them: Some(lines(book, &needs_them, &texts)),
            helps_them: Some(helps_them.collect()),
        };
        console.json(&report)?;
        return Ok(Status::Well);
    }
    let name = Entry::name_of(book, who, &texts);
    console.say(&texts.matching_cli_who_needs(&name));
    if needs_them.is_empty() {
        console.say(&format!("\t{}", texts.matching_nobody_needs()));
    }
    tell(book, &needs_them, today, console);
    for (need, fits) in &answers {
        console.say(&texts.matching_cli_who_helps(&tidy(&need.what)));
        if fits.is_empty() {
            console.say(&format!("\t{}", texts.matching_nobody_helps()));
        }
        tell(book, fits, today, console);
    }
    Ok(Status::Well)
}

fn lines(book: &Book, fits: &[Fit], texts: &Texts) -> Vec<Line> {
    let line = |fit: &Fit| Some(Line::of(book, book.get(fit.contact)?, fit, texts));
    fits.iter().filter_map(line).collect()
}

fn tell(book: &Book, fits: &[Fit], today: NaiveDate, console: &mut Console) {
    let texts = console.texts.clone();
    for (place, fit) in fits.iter().enumerate() {
        let name = |id: Id<Contact>| Entry::name_of(book, id, &texts);
        let place = texts.locale().number(number(place + 1));
        console.say(&format!("{place}\t{}\t{}", name(fit.contact), fit.contact));
        console.say(&format!("\t{}", tidy(&fit.why(book, &texts))));
        let more = [Some(fit.evidence_text(&texts, today)), fit.state_text(&texts, today)];
        for line in more.into_iter().flatten().filter(|line| !line.is_empty()) {
            console.say(&format!("\t{line}"));
        }
    }
}
