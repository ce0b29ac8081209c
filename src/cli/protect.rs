//! `encrypt` and `decrypt`, and where the passphrase of every other command comes from.
//!
//! Start reading at [`unlock`]. A passphrase comes from the file that `--passphrase-file` names, else from the variable
//! [`VARIABLE`], else from the terminal, where it is not shown. It is never an argument: those are in the list of
//! processes and in the shell's history.

use std::io::IsTerminal as _;
use std::path::Path;

use serde::Serialize;

use super::args;
use super::console::{self, Console, Status};
use super::shown;
use crate::pictures::Cache;
use crate::session::Opened;
use crate::store::{
    Key, LARGEST_BOOK, OpenError, OpenProblem, Opener, Passphrase, Protect, Protected, check, secret,
};

/// The variable with the passphrase.
pub const VARIABLE: &str = "CARDLOOM_PASSPHRASE";

/// The variable with the new passphrase, when it is changed.
pub const NEW_VARIABLE: &str = "CARDLOOM_NEW_PASSPHRASE";

/// A passphrase file is one line; this is more than any has, in bytes.
const LARGEST_FILE: u64 = 64 << 10;

/// Below this number of characters a new passphrase is called short; it is taken all the same.
const SHORT: usize = 12;

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    book: String,
    encrypted: bool,
    pictures: usize,
    backups: usize,
    kept: Vec<String>,
    finished: bool,
}

/// Reads a book, and asks for its passphrase when it turns out to need one.
pub fn unlock(
    path: &Path,
    console: &Console,
    read: impl Fn(&Path, Option<&Passphrase>) -> Result<Opened, OpenError>,
) -> Result<Opened, String> {
    let texts = &console.texts;
    try_unlock(path, console, read)?.map_err(|error| match error.problem {
        OpenProblem::Locked => format!("{} {}", error.text(texts), texts.cli_passphrase_how(VARIABLE)),
        _ => console::refusal(&error, texts),
    })
}

/// As [`unlock`]; the inner error says why the book cannot be read, the outer one that there is no passphrase to try.
pub fn try_unlock(
    path: &Path,
    console: &Console,
    read: impl Fn(&Path, Option<&Passphrase>) -> Result<Opened, OpenError>,
) -> Result<Result<Opened, OpenError>, String> {
    let locked = match read(path, None) {
        Err(error) if error.problem == OpenProblem::Locked => error,
        result => return Ok(result),
    };
    let Some(passphrase) = present(path, console)? else { return Ok(Err(locked)) };
    Ok(read(path, Some(&passphrase)))
}

/// Returns the key of a book that may be damaged, so that it can be read while the key lives; nothing for a plain one.
pub fn key(path: &Path, console: &Console) -> Result<Option<Key>, String> {
    let texts = &console.texts;
    match check::unlock(path, None) {
        Err(error) if error.problem == OpenProblem::Locked => match present(path, console)? {
            Some(passphrase) => check::unlock(path, Some(&passphrase)).map_err(|error| error.text(texts)),
            None => Err(format!("{} {}", error.text(texts), texts.cli_passphrase_how(VARIABLE))),
        },
        // Whoever reads it next says what is wrong.
        Err(_) => Ok(None),
        Ok(key) => Ok(key),
    }
}

/// Decrypts the bytes of a book that were read, and asks for the passphrase when they need one. Returns the key too.
pub fn unseal(path: &Path, bytes: Vec<u8>, console: &Console) -> Result<(Vec<u8>, Option<Key>), String> {
    let said = |problem| OpenError { path: path.to_owned(), problem }.text(&console.texts);
    if !secret::is_sealed(&bytes) {
        return Ok((bytes, None));
    }
    match Key::known_for(&bytes) {
        Some(key) => secret::unseal(bytes, Opener::Key(&key), LARGEST_BOOK).map_err(said),
        None => {
            let passphrase = present(path, console)?.ok_or_else(|| missing(console))?;
            secret::unseal(bytes, Opener::Passphrase(&passphrase), LARGEST_BOOK).map_err(said)
        }
    }
}

/// Encrypts the book, or changes its passphrase when it is encrypted already.
pub fn encrypt(options: &args::Encrypt, path: &Path, console: &mut Console) -> Result<Status, String> {
    let what = if is_locked(path, console)? {
        let old = present(path, console)?.ok_or_else(|| missing(console))?;
        let new = match from_file_or_variable(options.new_passphrase_file.as_deref(), NEW_VARIABLE, console)?
        {
            Some(new) => new,
            None => typed_twice(path, console)?.ok_or_else(|| missing(console))?,
        };
        Protect::Change { old, new }
    } else {
        let file = options.new_passphrase_file.as_deref().or(console.passphrase_file.as_deref());
        let new = match from_file_or_variable(file, VARIABLE, console)? {
            Some(new) => new,
            None => typed_twice(path, console)?.ok_or_else(|| missing(console))?,
        };
        Protect::On(new)
    };
    if let Protect::On(new) | Protect::Change { new, .. } = &what
        && (1..SHORT).contains(&new.characters())
    {
        console.complain(console.texts.store_protect_short());
    }
    turn(path, &what, console)
}

/// Decrypts the book.
pub fn decrypt(path: &Path, console: &mut Console) -> Result<Status, String> {
    if !is_locked(path, console)? {
        return Err(console.texts.store_protect_not().to_owned());
    }
    let passphrase = present(path, console)?.ok_or_else(|| missing(console))?;
    turn(path, &Protect::Off(passphrase), console)
}

fn turn(path: &Path, what: &Protect, console: &mut Console) -> Result<Status, String> {
    let present = match what {
        Protect::On(_) => None,
        Protect::Change { old, .. } => Some(old),
        Protect::Off(present) => Some(present),
    };
    let session = console::open_existing(path, console, present)?;
    let texts = &console.texts;
    let protection = session.protection().ok_or_else(|| texts.store_protect_read_only().to_owned())?;
    let mut said = None;
    let done = protection.run(what, &mut |step| {
        let line = step.text(texts);
        // A line for each phase is enough; a number for each picture would drown the rest.
        let phase = std::mem::discriminant(&step);
        if said.replace(phase) != Some(phase) {
            console.hint(&line);
        }
    });
    let done = done.map_err(|error| error.text(texts))?;
    if done.protected {
        // Small copies of its pictures, made by the window while they could be read.
        Cache::default_folder().map(|folder| Cache::at(folder).clear());
    }
    report(path, &done, console)
}

fn report(path: &Path, done: &Protected, console: &mut Console) -> Result<Status, String> {
    if console.json {
        let kept = done.kept.iter().map(|file| shown(file)).collect();
        console.json(&Report {
            book: shown(path),
            encrypted: done.protected,
            pictures: done.pictures,
            backups: done.backups,
            kept,
            finished: done.unfinished.is_none(),
        })?;
    } else {
        let lines = done.text(&console.texts);
        for (at, line) in lines.iter().enumerate() {
            if at == 0 { console.say(line) } else { console.complain(line) }
        }
        if done.protected {
            console.hint(console.texts.store_protect_forgotten());
        }
    }
    Ok(if done.unfinished.is_none() { Status::Well } else { Status::Partly })
}

/// Whether the book is encrypted; what else keeps it from opening is an error.
fn is_locked(path: &Path, console: &Console) -> Result<bool, String> {
    match Opened::read(path) {
        Ok(_) => Ok(false),
        Err(error) if error.problem == OpenProblem::Locked => Ok(true),
        Err(error) => Err(console::refusal(&error, &console.texts)),
    }
}

/// The passphrase that the book has; nothing when there is nobody to ask.
fn present(path: &Path, console: &Console) -> Result<Option<Passphrase>, String> {
    match from_file_or_variable(console.passphrase_file.as_deref(), VARIABLE, console)? {
        Some(passphrase) => Ok(Some(passphrase)),
        None => typed(&console.texts.cli_passphrase_prompt(&shown(path)), console),
    }
}

fn from_file_or_variable(
    file: Option<&Path>,
    variable: &str,
    console: &Console,
) -> Result<Option<Passphrase>, String> {
    let Some(file) = file else {
        return Ok(std::env::var(variable)
            .ok()
            .filter(|text| !text.is_empty())
            .map(|text| Passphrase::new(&text)));
    };
    let content = std::fs::File::open(file).and_then(|file| {
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut std::io::Read::take(file, LARGEST_FILE), &mut content)?;
        Ok(content)
    });
    let passphrase = content
        .map_err(|error| error.to_string())
        .and_then(|content| Passphrase::from_file_content(&content).ok_or_else(|| "UTF-8".to_owned()));
    passphrase.map(Some).map_err(|error| console.texts.cli_passphrase_file(&error, &shown(file)))
}

fn typed_twice(path: &Path, console: &Console) -> Result<Option<Passphrase>, String> {
    let Some(first) = typed(&console.texts.cli_passphrase_new(&shown(path)), console)? else {
        return Ok(None);
    };
    let again = typed(console.texts.cli_passphrase_again(), console)?;
    if again.as_ref() == Some(&first) {
        Ok(Some(first))
    } else {
        Err(console.texts.cli_passphrase_differs().to_owned())
    }
}

/// Asks on the terminal, if there is one and somebody in front of it.
fn typed(prompt: &str, console: &Console) -> Result<Option<Passphrase>, String> {
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    match rpassword::prompt_password(format!("{prompt} ")) {
        Ok(text) => Ok(Some(Passphrase::new(&text))),
        Err(error) => Err(console.texts.cli_passphrase_terminal(&error.to_string())),
    }
}

fn missing(console: &Console) -> String {
    console.texts.cli_passphrase_how(VARIABLE)
}
