//! A program without a window that edits a book as the window does: through `Session`, saved by the thread that saves.
//!
//! Made for `tests/suite/faults.rs`, which kills it, starves it and breaks its disk. It reads commands from standard
//! input, one a line, and answers on standard output, one line each. The answer that counts is `saved N`: all people
//! up to the number N, of those that this process added, are on the disk. It is printed only when the session says so,
//! and before it is printed nothing of them counts as promised.
//!
//! `fault_driver BOOK [--tag WORD] [--pictures EVERY] [--pad BYTES] [--days OFFSET] [--passphrase WORDS]`
//!
//! | command | what it does | answer |
//! | --- | --- | --- |
//! | `add [COUNT]` | adds people, `TAG 1`, `TAG 2`, … | none |
//! | `save` | saves now and waits | `saved N`, `failed PROBLEM words` or `slow` |
//! | `wait` | waits until the program saved by itself | the same |
//! | `status` | says how it stands, without waiting | `saved N`, `unsaved N`, `failed …` |
//! | `loop [COUNT]` | `add` and `save`, again and again | as `save` |
//! | `flood COUNT` | that many edits in a row | `flood N edits, longest U us, slow M` |
//! | `count` | looks at the book in memory | `count N` |
//! | `await access\|readonly\|COUNT` | waits for news until it is so | `there N` or `slow` |
//! | `undo` | takes the last step back | `undone` |
//! | `sh WORDS` | runs a shell command inside the process's own world of mounts | `ran STATUS` |
//! | `panic`, `abort`, `exit` | ends at once in the way that the word says | none |
//! | `quit`, or the end of input | closes the book as the window does | `closed` |

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use cardloom::edit::{ContactField, Edit, Employment, Filing, NewCard};
use cardloom::model::{Attachment, Contact, Id, PersonName};
use cardloom::session::{Clock, Opened, Session, SystemClock};
use cardloom::store::{Access, Attachments, ReadOnly, SaveError, SaveState};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// Longer than any disk of the tests is slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// Longest that a call may hold up the window: a frame.
const FRAME: Duration = Duration::from_millis(16);

/// The machine's clock, set wrong by some days.
struct Shifted(SystemClock, TimeDelta);

impl Clock for Shifted {
    fn now(&self) -> DateTime<Utc> {
        self.0.now() + self.1
    }
    fn today(&self) -> NaiveDate {
        self.0.today() + self.1
    }
    fn time_of_day(&self) -> NaiveTime {
        self.0.time_of_day()
    }
    fn fresh_id(&mut self) -> u128 {
        self.0.fresh_id()
    }
}

struct Options {
    book: PathBuf,
    tag: String,
    /// Every so many people one has a picture; 0 for none.
    pictures: u64,
    /// Length of the notes of each person in bytes.
    pad: usize,
    days: i64,
}

fn options() -> Result<Options, String> {
    let mut arguments = std::env::args_os().skip(1);
    let book = arguments.next().ok_or("which book?")?.into();
    let mut options = Options { book, tag: "p".to_owned(), pictures: 0, pad: 0, days: 0 };
    while let Some(name) = arguments.next() {
        let value =
            arguments.next().and_then(|value| value.into_string().ok()).ok_or("a value is missing")?;
        let number = || value.parse::<i64>().map_err(|error| format!("{value}: {error}"));
        match name.to_str() {
            Some("--tag") => options.tag = value,
            Some("--pictures") => options.pictures = number()?.unsigned_abs(),
            Some("--pad") => options.pad = usize::try_from(number()?).map_err(|error| error.to_string())?,
            Some("--days") => options.days = number()?,
            _ => return Err(format!("{}: no such option", name.display())),
        }
    }
    Ok(options)
}

fn say(words: std::fmt::Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    // Whoever listened may be gone; then there is nobody to promise anything to.
    if writeln!(out, "{words}").and_then(|()| out.flush()).is_err() {
        std::process::exit(3);
    }
}

macro_rules! say {
    ($($words:tt)*) => { say(format_args!($($words)*)) };
}

struct Driver {
    session: Session,
    options: Options,
    /// The number of the last person of this tag.
    last: u64,
    pictures: Sender<Vec<u8>>,
    stored: Receiver<Result<Attachment, SaveError>>,
}

fn main() -> ExitCode {
    // The tests' strace is no ancestor of this process; some systems ask for leave.
    #[cfg(target_os = "linux")]
    rustix::process::set_ptracer(rustix::process::PTracer::Any).ok();
    match options().and_then(Driver::start) {
        Ok(driver) => driver.run(),
        Err(words) => {
            say!("refused {words}");
            ExitCode::from(2)
        }
    }
}

/// Stores pictures on a thread of its own, as the window does.
fn store_pictures(
    attachments: &Attachments,
    bytes: &Receiver<Vec<u8>>,
    stored: &Sender<Result<Attachment, SaveError>>,
) {
    while let Ok(bytes) = bytes.recv() {
        let hash = Attachments::hash(&bytes);
        let record = Attachment {
            id: Attachment::id_of_hash(&hash),
            hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            extension: "png".to_owned(),
            name: "card.png".to_owned(),
            bytes: bytes.len() as u64,
            width: 910,
            height: 550,
            ..Attachment::default()
        };
        let result = attachments.add(&bytes, &hash, "png").map(|_| record);
        if stored.send(result).is_err() {
            return;
        }
    }
}

impl Driver {
    fn start(options: Options) -> Result<Self, String> {
        let clock = Box::new(Shifted(SystemClock, TimeDelta::days(options.days)));
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(|| ());
        let session = if options.book.exists() {
            let opened = Opened::to_write(&options.book).map_err(|error| error.to_string())?;
            Session::open(clock, opened, wake).map_err(|error| error.to_string())?
        } else {
            Session::new(clock, Some(options.book.clone()), wake)
        };
        let last = session.book().contacts.values().filter_map(|contact| number(contact, &options.tag)).max();
        let (pictures, bytes) = channel();
        let (tell, stored) = channel();
        let attachments = Attachments::beside(&options.book);
        std::thread::Builder::new()
            .name("pictures".to_owned())
            .spawn(move || store_pictures(&attachments, &bytes, &tell))
            .map_err(|error| error.to_string())?;
        Ok(Self { session, options, last: last.unwrap_or(0), pictures, stored })
    }

    fn run(mut self) -> ExitCode {
        let count = self.session.book().contacts.len();
        say!("ready {} {count}", access(&self.session));
        for line in std::io::stdin().lock().lines() {
            let Ok(line) = line else { break };
            let (word, rest) = line.split_once(' ').unwrap_or((&line, ""));
            let count = rest.parse::<u64>();
            match word {
                "add" => (0..count.unwrap_or(1)).for_each(|_| self.add()),
                "save" => self.save(),
                "wait" => self.wait(),
                "status" => self.status(),
                "loop" => {
                    for _ in 0..count.unwrap_or(u64::MAX) {
                        self.add();
                        self.save();
                    }
                }
                "flood" => self.flood(count.unwrap_or(1)),
                "count" => say!("count {}", self.session.book().contacts.len()),
                "await" => self.await_news(rest),
                "undo" => {
                    if self.session.undo().is_some() {
                        say!("undone");
                    }
                }
                "sh" => {
                    let status = std::process::Command::new("sh").arg("-c").arg(rest).status();
                    say!("ran {}", status.ok().and_then(|status| status.code()).unwrap_or(-1));
                }
                "panic" => panic!("as the test asked for"),
                "abort" => std::process::abort(),
                "exit" => std::process::exit(0),
                "quit" => break,
                _ => say!("what is {word}?"),
            }
        }
        drop(self);
        say!("closed");
        ExitCode::SUCCESS
    }

    /// Adds a person, as one edit that also makes a card and plans what is to be done for it: all or nothing.
    fn add(&mut self) {
        let number = self.last + 1;
        let picture = self.options.pictures > 0 && number.is_multiple_of(self.options.pictures);
        let picture = if picture {
            let bytes = format!("{} {number} ", self.options.tag).repeat(400).into_bytes();
            let asked = self.pictures.send(bytes).is_ok();
            match self.stored.recv() {
                Ok(Ok(record)) if asked => Some(record),
                Ok(Err(error)) => {
                    say!("failed {:?} {error}", error.problem);
                    return;
                }
                _ => {
                    say!("failed Internal no thread for pictures");
                    return;
                }
            }
        } else {
            None
        };
        let contact = Contact {
            name: PersonName::new(number.to_string(), &self.options.tag),
            notes: "x".repeat(self.options.pad),
            ..Contact::default()
        };
        let received = picture.is_none().then(NewCard::default);
        let added = self.session.commit(Edit::AddContact {
            contact: Box::new(contact),
            employment: Employment::default(),
            received,
        });
        if let Err(error) = added {
            say!("failed Refused {error}");
            return;
        }
        self.last = number;
        let Some(picture) = picture else { return };
        let Some(id) = self.person(number) else { return };
        let filed = self.session.commit(Edit::AddCards {
            attachments: vec![picture],
            filing: Filing::NewCardOf(id),
            event: None,
            exchange: Default::default(),
        });
        if let Err(error) = filed {
            say!("failed Refused {error}");
        }
    }

    fn person(&self, wanted: u64) -> Option<Id<Contact>> {
        let contacts = self.session.book().contacts.values();
        contacts.filter(|contact| number(contact, &self.options.tag) == Some(wanted)).map(|c| c.id).next()
    }

    fn save(&mut self) {
        drop(self.session.take_news());
        drop(self.session.flush(PATIENCE));
        self.settled();
    }

    fn wait(&mut self) {
        let end = Instant::now() + PATIENCE;
        while !self.is_settled() && Instant::now() < end {
            drop(self.session.take_news());
            std::thread::sleep(Duration::from_millis(5));
        }
        self.settled();
    }

    fn is_settled(&self) -> bool {
        let Some(status) = self.session.save_status() else { return true };
        matches!(status.state, SaveState::Saved | SaveState::Failed(_))
    }

    fn settled(&self) {
        if self.is_settled() {
            self.status();
        } else {
            say!("slow");
        }
    }

    /// The one place where something is promised.
    fn status(&self) {
        match self.session.save_status().map(|status| status.state) {
            Some(SaveState::Saved) => say!("saved {}", self.last),
            Some(SaveState::Failed(error)) => say!("failed {:?} {error}", error.problem),
            _ => say!("unsaved {}", self.last),
        }
    }

    /// Types into one field, as fast as it goes, and measures how long each edit holds the caller up.
    fn flood(&mut self, count: u64) {
        let Some(contact) = self.person(self.last) else { return say!("nobody is there") };
        let (mut longest, mut slow) = (Duration::ZERO, 0);
        for round in 0..count {
            let begun = Instant::now();
            let field = ContactField::Notes(format!("flood {round}"));
            if let Err(error) = self.session.commit(Edit::SetContact { contact, field }) {
                return say!("failed Refused {error}");
            }
            drop(self.session.save_status());
            drop(self.session.take_news());
            let took = begun.elapsed();
            longest = longest.max(took);
            slow += u64::from(took > FRAME);
        }
        say!("flood {count} edits, longest {} us, slow {slow}", longest.as_micros());
    }

    fn await_news(&mut self, what: &str) {
        let end = Instant::now() + PATIENCE;
        let count = what.parse::<usize>().unwrap_or(usize::MAX);
        while Instant::now() < end {
            drop(self.session.take_news());
            let there = match what {
                "access" => self.session.access().is_writable(),
                "readonly" => !self.session.access().is_writable(),
                _ => self.session.book().contacts.len() >= count,
            };
            if there {
                return say!("there {}", self.session.book().contacts.len());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        say!("slow");
    }
}

fn access(session: &Session) -> &'static str {
    match session.access() {
        Access::Writable => "writable",
        Access::ReadOnly(ReadOnly::Held(_)) => "held",
        Access::ReadOnly(_) => "readonly",
    }
}

/// The number of a person of this tag.
fn number(contact: &Contact, tag: &str) -> Option<u64> {
    (contact.name.family == tag).then(|| contact.name.given.parse().ok()).flatten()
}
