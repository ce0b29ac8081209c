//! The command line: the same book and the same edits as in the window, for scripts and terminals.
//!
//! Owns what is read from arguments and written to the terminal. Must not know egui: what needs the window is
//! handed back to `main` as a [`Start`]. Start reading at [`start`], then [`args`].
//!
//! Exit codes: 0 all well, 1 something failed and the rest was done, 2 nothing was done.
//!
//! Invariant: results go to standard output, everything else to standard error
//! (`suite::cli::results_and_complaints_do_not_mix`).
//! Invariant: success is reported after the book is on the disk ([`console::save`]).

pub mod args;
pub mod render;
mod calendar;
mod check;
mod console;
mod demo;
mod duplicates;
mod events;
mod export;
mod import;
mod log;
mod matching;
mod merge;
mod network;
mod people;
mod places;
mod prep;
mod quiz;
mod protect;
mod query;
mod reviews;
mod searches;
mod share;
mod trash;
mod ways;
mod year;
mod lineage;
mod words;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;

use crate::session;
use crate::text::{Locale, Texts};
use args::{Arguments, Command};
use console::{Console, Status};
pub use render::{RenderSpec, Theme, VIEWS, finish};

/// What `main` does after the arguments were read.
#[derive(Debug)]
pub enum Start {
    /// The work is done.
    Exit(ExitCode),
    /// Open the window.
    Window {
        /// The book to open; the last one when absent.
        book: Option<PathBuf>,
        /// The language of the window; the user's choice when absent.
        locale: Option<Locale>,
    },
    /// Draw a view into a file.
    Render(RenderSpec),
}

/// Reads the arguments, the name of the program first, and does what they say as far as no window is needed.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    match Arguments::try_parse_from(args::hide_minus(arguments)) {
        Ok(arguments) => dispatch(arguments),
        Err(error) => {
            // Help and version are answers; anything else is a complaint with exit code 2.
            let code = if error.use_stderr() { 2 } else { 0 };
            // A closed pipe is no reason to complain.
            drop(error.print());
            Start::Exit(ExitCode::from(code))
        }
    }
}

fn dispatch(arguments: Arguments) -> Start {
    let texts = Texts::new(arguments.shared.locale.unwrap_or_else(Locale::from_system));
    let mut console = Console::new(texts, arguments.shared.json);
    console.passphrase_file = arguments.shared.passphrase_file.clone();
    let day = arguments.shared.today.as_deref();
    match day.map(|text| console::date(text, console.today(), &console.texts)).transpose() {
        Ok(day) => console.day = day,
        Err(message) => {
            console.complain(&message);
            return Start::Exit(console.end(Status::Nothing));
        }
    }
    let result = match arguments.command {
        None => match window(&console.texts, arguments.book, arguments.shared.book) {
            Ok(book) => return Start::Window { book, locale: arguments.shared.locale },
            Err(message) => Err(message),
        },
        Some(_) if arguments.book.is_some() => {
            let file = arguments.book.unwrap_or_default();
            Err(console.texts.cli_book_and_command(&shown(&file)))
        }
        Some(Command::Render(options)) => match render::spec(&options, &arguments.shared, &console) {
            Ok(spec) => return Start::Render(spec),
            Err(message) => Err(message),
        },
        Some(command) => run(command, arguments.shared.book, &mut console),
    };
    let status = result.unwrap_or_else(|message| {
        // Empty when everything has been said.
        if !message.is_empty() {
            console.complain(&message);
        }
        Status::Nothing
    });
    Start::Exit(console.end(status))
}

fn run(command: Command, book: Option<PathBuf>, console: &mut Console) -> Result<Status, String> {
    match command {
        Command::Demo(options) => demo::run(&options, book, console),
        Command::Import(options) => import::run(&options, &book_or_default(book, console)?, console),
        Command::Export(options) => export::run(&options, &book_or_default(book, console)?, console),
        Command::Share(options) => share::run(&options, &book_or_default(book, console)?, console),
        Command::Search(options) => query::search(&options, &book_or_default(book, console)?, console),
        Command::Searches => searches::list(&book_or_default(book, console)?, console),
        Command::Show(options) => query::show(&options, &book_or_default(book, console)?, console),
        Command::Due(options) => query::due(&options, &book_or_default(book, console)?, console),
        Command::Log(options) => log::run(&options, &book_or_default(book, console)?, console),
        Command::Events(options) => events::run(&options, &book_or_default(book, console)?, console),
        Command::Reply(options) => events::reply(&options, &book_or_default(book, console)?, console),
        Command::Reviews(options) => reviews::run(&options, &book_or_default(book, console)?, console),
        Command::Ways(options) => ways::run(&options, &book_or_default(book, console)?, console),
        Command::Match(options) => matching::run(&options, &book_or_default(book, console)?, console),
        Command::Lineage(options) => lineage::lineage(&options, &book_or_default(book, console)?, console),
        Command::Prep(options) => prep::run(&options, &book_or_default(book, console)?, console),
        Command::Quiz(options) => quiz::run(&options, &book_or_default(book, console)?, console),
        Command::Year(options) => year::run(&options, &book_or_default(book, console)?, console),
        Command::Places(options) => places::run(&options, &book_or_default(book, console)?, console),
        Command::ContactSheet(options) => places::sheet(&options, &book_or_default(book, console)?, console),
        Command::Bridges => lineage::bridges(&book_or_default(book, console)?, console),
        Command::Duplicates(options) => duplicates::run(&options, &book_or_default(book, console)?, console),
        Command::Trash(options) => trash::trash(&options, &book_or_default(book, console)?, console),
        Command::Archive(options) => trash::archive(&options, &book_or_default(book, console)?, console),
        Command::Merge(options) => merge::run(&options, console),
        Command::Check(options) => check::run(&options, &book_or_default(book, console)?, console),
        Command::Encrypt(options) => protect::encrypt(&options, &book_or_default(book, console)?, console),
        Command::Decrypt => protect::decrypt(&book_or_default(book, console)?, console),
        // Handed to the window before.
        Command::Render(_) => Ok(Status::Nothing),
    }
}

fn book_or_default(book: Option<PathBuf>, console: &Console) -> Result<PathBuf, String> {
    book.or_else(session::default_book_path).ok_or_else(|| console.texts.cli_no_default_book().to_owned())
}

/// Says which book the window opens. A mistyped command must not become a new book.
fn window(texts: &Texts, named: Option<PathBuf>, option: Option<PathBuf>) -> Result<Option<PathBuf>, String> {
    match (named, option) {
        (Some(named), Some(option)) if named != option => {
            Err(texts.cli_two_books(&shown(&named), &shown(&option)))
        }
        (Some(named), _) if looks_like_a_command(&named) => Err(texts.cli_no_such_command(&shown(&named))),
        (named, option) => Ok(named.or(option)),
    }
}

fn looks_like_a_command(path: &Path) -> bool {
    !path.exists() && path.extension().is_none() && path.components().count() == 1 && !path.has_root()
        // `./demo` is a file, `demo` a command.
        && !path.as_os_str().to_string_lossy().contains(['/', '\\'])
}

/// Returns a path for the terminal, without what would move its cursor.
fn shown(path: &Path) -> String {
    path.display().to_string().chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

/// Says that this build has no window; `render` needs one too.
pub fn no_window(locale: Option<Locale>) -> ExitCode {
    let texts = Texts::new(locale.unwrap_or_else(Locale::from_system));
    let console = Console::new(texts, false);
    console.complain(console.texts.cli_no_window());
    console.end(Status::Nothing)
}
