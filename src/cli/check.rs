//! `check`: whether a book is whole; with `--repair`, what can be mended is mended. Without it nothing changes.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args;
use super::console::{Console, Status, number};
use super::shown;
use crate::session::SystemClock;
use crate::session::repair::{Repaired, Wanted, repair};
use crate::store::check::{Fault, Finding, Mend, Report, Severity, check};

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Answer {
    book: String,
    /// Whether nothing is lost or wrong, after the repair if there was one.
    ok: bool,
    /// Whether the book opened as it was.
    opens: bool,
    counts: Counts,
    problems: Vec<Line>,
    notices: Vec<Line>,
    repaired: Option<Done>,
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
struct Line {
    /// As [`Finding::kind`].
    kind: &'static str,
    line: usize,
    /// The file, or the record that is not there or leads back to itself.
    what: String,
    message: String,
    /// Whether `--repair` mends it; unused pictures only with `--remove-unused`.
    mendable: bool,
    mended: bool,
}

#[derive(Debug, Serialize)]
struct Done {
    /// The book file as it was, if it was written.
    original: Option<String>,
    /// What could not be read.
    aside: Option<String>,
    /// Records that older states still had.
    brought_back: usize,
    /// Where unused pictures are now.
    put_away: Vec<String>,
}

/// Looks the book through, and repairs it if asked to.
pub fn run(options: &args::Check, path: &Path, console: &mut Console) -> Result<Status, String> {
    if let Some(message) = super::console::lost(path, &console.texts) {
        return Err(message);
    }
    // An encrypted book can be read as long as its key is there.
    let _key = super::protect::key(path, console)?;
    // Nobody can stop a command but the system.
    let mut go_on = |_, _| ControlFlow::Continue(());
    if options.repair {
        let wanted = Wanted { remove_unused: options.remove_unused };
        let done = repair(path, Box::new(SystemClock), wanted, &mut go_on)
            .map_err(|error| error.text(&console.texts))?;
        return tell(&done.before, Some(&done), console);
    }
    let report = check(path, &mut go_on).map_err(|error| error.text(&console.texts))?;
    tell(&report, None, console)
}

fn tell(report: &Report, done: Option<&Repaired>, console: &mut Console) -> Result<Status, String> {
    let now = done.map_or(report, |done| &done.after);
    let mended = |finding: &Finding| done.is_some_and(|done| done.mended.contains(finding));
    for finding in &report.findings {
        let text = finding.text(&console.texts);
        if mended(finding) {
            console.complain(&console.texts.repair_mended(&text));
        } else {
            console.complain(&text);
        }
    }
    let lines = |severity| -> Vec<Line> {
        let found = report.findings.iter().filter(|finding| finding.severity() == severity);
        found.map(|finding| line(finding, mended(finding), console)).collect()
    };
    let (problems, notices) = (lines(Severity::Problem), lines(Severity::Notice));
    let status = if problems.is_empty() { Status::Well } else { Status::Partly };
    if console.json {
        let answer = Answer {
            book: shown(&report.path),
            ok: now.is_well(),
            opens: report.opens,
            counts: counts(now),
            problems,
            notices,
            repaired: done.map(what_was_done),
        };
        console.json(&answer)?;
        return Ok(status);
    }
    let texts = &console.texts;
    let mut said = Vec::new();
    match done {
        Some(done) => {
            if !problems.is_empty() {
                let mended = problems.iter().filter(|problem| problem.mended).count();
                said.push(texts.cli_check_mended(number(problems.len()), &mended.to_string()));
            }
            said.extend(done.notes(texts));
        }
        None if !problems.is_empty() => {
            said.push(texts.cli_check_problems(number(problems.len())));
            if report.can_mend() > 0 {
                said.push(texts.cli_check_can_mend().to_owned());
            }
        }
        None => {}
    }
    if now.is_well() {
        let counts = &now.counts;
        said.push(texts.cli_check_well(
            &texts.common_cards(number(counts.cards)),
            number(counts.records),
            &texts.common_events(number(counts.events)),
            &shown(&now.path),
            &texts.common_people(number(counts.contacts)),
        ));
    }
    for line in said {
        console.say(&line);
    }
    Ok(status)
}

fn counts(report: &Report) -> Counts {
    let counts = &report.counts;
    Counts {
        contacts: counts.contacts,
        cards: counts.cards,
        events: counts.events,
        encounters: counts.encounters,
        follow_ups: counts.follow_ups,
        attachments: counts.attachments,
        records: counts.records,
    }
}

fn line(finding: &Finding, mended: bool, console: &Console) -> Line {
    let file = |path: &PathBuf| shown(path);
    let what = match &finding.fault {
        Fault::Picture { file: path, .. } | Fault::Unused { file: path, .. } => file(path),
        Fault::Leftover(path) | Fault::ConflictCopy(path) | Fault::Backup { file: path, .. } => file(path),
        Fault::Dangling { to } => to.to_string(),
        Fault::Tangled(tangle) => tangle.record().map(|record| record.to_string()).unwrap_or_default(),
        Fault::Unreadable { excerpt, .. } => excerpt.clone(),
        Fault::Altered | Fault::NoChecksum | Fault::NothingReadable(_) => String::new(),
    };
    let mendable = matches!(finding.mend(), Mend::Yes | Mend::OnRequest);
    Line {
        kind: finding.kind(),
        line: finding.line,
        what,
        message: finding.text(&console.texts),
        mendable,
        mended,
    }
}

fn what_was_done(done: &Repaired) -> Done {
    Done {
        original: done.original.as_deref().map(shown),
        aside: done.salvage.as_ref().and_then(|salvage| salvage.aside.as_deref()).map(shown),
        brought_back: done.salvage.as_ref().map_or(0, |salvage| salvage.brought_back),
        put_away: done.put_away.iter().map(|path| shown(path)).collect(),
    }
}
