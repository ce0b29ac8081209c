//! The terminal: results, complaints, the exit code, and the save before success is reported.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use serde::Serialize;

use super::shown;
use crate::session::{ChosenDay, Clock, Opened, Session, SystemClock};
use crate::store::{
    Access, Holder, NoticeProblem, OpenError, OpenProblem, Passphrase, ReadOnly, SaveState, is_lost, trace,
};
use crate::text::{Texts, dates::parse_date, tidy::is_hidden};

/// How long a save may take: a large book on a slow network disk.
const SAVE_TIMEOUT: Duration = Duration::from_secs(120);

/// How a command went; the numbers are the exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// All well.
    Well = 0,
    /// Something failed and the rest was done.
    Partly = 1,
    /// Nothing was done.
    Nothing = 2,
}

/// The terminal.
pub struct Console {
    /// The language of the output.
    pub texts: Texts,
    /// Results are to be JSON.
    pub json: bool,
    /// The file with the passphrase, if one was named.
    pub passphrase_file: Option<PathBuf>,
    /// The day that counts as today, if one was named.
    pub day: Option<NaiveDate>,
    broken: bool,
}

impl Console {
    pub fn new(texts: Texts, json: bool) -> Self {
        Self { texts, json, passphrase_file: None, day: None, broken: false }
    }

    /// The day that counts as today.
    pub fn today(&self) -> NaiveDate {
        self.day.unwrap_or_else(|| SystemClock.today())
    }

    /// The clock of what is changed.
    pub fn clock(&self) -> Box<dyn Clock> {
        match self.day {
            Some(day) => Box::new(ChosenDay(day)),
            None => Box::new(SystemClock),
        }
    }

    /// Writes a line of the result for people: without signs that move the cursor or turn the writing around.
    pub fn say(&mut self, line: &str) {
        self.write(format!("{}\n", visible(line)).as_bytes());
    }

    /// Writes a result as it is.
    pub fn write(&mut self, bytes: &[u8]) {
        let mut out = io::stdout().lock();
        if let Err(error) = out.write_all(bytes).and_then(|()| out.flush()) {
            // The reader of a pipe may stop when it has seen enough; a full disk is another matter.
            self.broken |= error.kind() != io::ErrorKind::BrokenPipe;
        }
    }

    /// Writes a result as indented JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), String> {
        let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
        self.write(format!("{text}\n").as_bytes());
        Ok(())
    }

    /// Writes a problem, one line, to standard error.
    pub fn complain(&self, message: &str) {
        let line = visible(message).replace('\n', " ");
        // When even standard error is closed there is nobody left to tell.
        drop(writeln!(io::stderr(), "cardloom: {line}"));
    }

    /// Writes a line without a prefix to standard error: part of a complaint, such as a list to choose from.
    pub fn hint(&self, line: &str) {
        drop(writeln!(io::stderr(), "{}", visible(line)));
    }

    /// Returns the exit code.
    pub fn end(self, status: Status) -> ExitCode {
        let status = if self.broken && status == Status::Well { Status::Partly } else { status };
        ExitCode::from(status as u8)
    }
}

/// A text without signs that draw nothing, turn the writing around or steer the terminal.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|sign| !is_hidden(*sign) && (!sign.is_control() || matches!(sign, '\n' | '\t')))
        .collect()
}

/// Reads a book. What is missing from its folder is told in one line and does no harm.
pub fn open(path: &Path, console: &Console) -> Result<Opened, String> {
    open_with(path, console, Opened::read_with)
}

fn open_with(
    path: &Path,
    console: &Console,
    read: impl Fn(&Path, Option<&Passphrase>) -> Result<Opened, OpenError>,
) -> Result<Opened, String> {
    let opened = super::protect::unlock(path, console, read)?;
    let missing = opened
        .notices
        .iter()
        .filter(|notice| !matches!(notice.problem, NoticeProblem::Dangling { .. }))
        .count();
    if missing > 0 {
        console.complain(&console.texts.cli_pictures_missing(number(missing)));
    }
    Ok(opened)
}

/// Reads a book for writing; where there is none, the first edit makes one. A book that another program has open is
/// refused before anything is done.
pub fn open_or_new(path: &Path, console: &Console) -> Result<Session, String> {
    let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(|| {});
    if let Some(message) = lost(path, &console.texts) {
        return Err(message);
    }
    // A broken link is not a free name: reading it gives the message.
    if std::fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(Session::new(console.clock(), Some(path.to_owned()), wake));
    }
    into_session(open_with(path, console, Opened::to_write_with)?, path, console)
}

/// Opens a book that must be there for writing, with a passphrase that is known already.
pub fn open_existing(
    path: &Path,
    console: &Console,
    passphrase: Option<&Passphrase>,
) -> Result<Session, String> {
    let opened = Opened::to_write_with(path, passphrase).map_err(|error| refusal(&error, &console.texts))?;
    into_session(opened, path, console)
}

fn into_session(opened: Opened, path: &Path, console: &Console) -> Result<Session, String> {
    let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(|| {});
    if let Access::ReadOnly(why) = opened.access() {
        return Err(match why {
            ReadOnly::Held(holder) => console.texts.cli_held(&shown(path), &held_by(holder)),
            ReadOnly::Refused(error) => error.text_of_refusal(&console.texts),
            ReadOnly::Backup(backup) => console.texts.cli_held(&shown(backup), "?"),
        });
    }
    Session::open(console.clock(), opened, wake).map_err(|error| error.text(&console.texts))
}

/// Who has a book open, without what would move the cursor of the terminal.
fn held_by(holder: &Holder) -> String {
    holder.to_string().chars().filter(|character| !character.is_control()).collect()
}

/// Waits until the book is on the disk.
pub fn save(session: &mut Session, texts: &Texts) -> Result<(), String> {
    let file = session.path().map(shown).unwrap_or_default();
    match session.flush(SAVE_TIMEOUT).map(|status| status.state) {
        None | Some(SaveState::Saved) => Ok(()),
        Some(SaveState::Failed(error)) => Err(error.text(texts)),
        Some(SaveState::Waiting | SaveState::Saving) => Err(texts.cli_not_saved(&file)),
    }
}

/// Says why a book was not opened; of one that is lost, what is left of it.
pub fn refusal(error: &OpenError, texts: &Texts) -> String {
    match error.problem {
        OpenProblem::NotFound => lost(&error.path, texts).unwrap_or_else(|| error.text(texts)),
        _ => error.text(texts),
    }
}

/// Says what is left of a book whose file is gone; nothing when a book can begin there.
pub fn lost(path: &Path, texts: &Texts) -> Option<String> {
    let newest = Some(path).filter(|path| is_lost(path)).and_then(trace)?;
    Some(texts.cli_book_lost(&shown(path), &shown(&newest)))
}

/// Reads a date as the language writes it, or as `2026-10-14`.
pub fn date(text: &str, today: NaiveDate, texts: &Texts) -> Result<NaiveDate, String> {
    text.trim()
        .parse()
        .ok()
        .or_else(|| parse_date(text, today, texts.locale()))
        .ok_or_else(|| texts.cli_date_unknown(text))
}

/// A count for a text.
pub fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
