//! A driver process with its book in a folder of its own, and what must be true of that folder afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use cardloom::model::{Attachment, Book, Contact, Id, RecordRef};
use cardloom::session::{Opened, Session, SystemClock};
use cardloom::store::{Attachments, format};
use tempfile::TempDir;

/// Longer than anything takes on the slowest machine; only a program that hangs reaches it.
pub const PATIENCE: Duration = Duration::from_secs(90);

/// Whether the long form runs: `scripts/fault-test` asks for it.
pub fn long() -> bool {
    std::env::var_os("CARDLOOM_FAULTS").is_some_and(|form| form == "long")
}

/// Picks the number for the form that runs.
pub fn rounds(short: usize, long_form: usize) -> usize {
    if long() { long_form } else { short }
}

/// Writes one line of the table that `scripts/fault-test` prints.
pub fn report(fault: &str, runs: usize, result: &str) {
    println!("{fault}: {runs} runs, {result}");
    if let Some(path) = std::env::var_os("CARDLOOM_FAULTS_REPORT") {
        let line = format!("{fault}\t{runs}\t{result}\n");
        let file = fs::File::options().append(true).create(true).open(path);
        file.and_then(|mut file| file.write_all(line.as_bytes())).expect("the report can be written");
    }
}

/// Says that a part cannot run here.
pub fn skip(why: &str) {
    println!("skipped: {why}");
}

/// The driver, built from the same sources as this test.
pub fn driver_program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let this = std::env::current_exe().expect("this test has a path");
        let profile = this.parent().and_then(Path::parent).expect("target/<profile>/deps");
        // `cargo test --test suite` does not build examples, and would leave an old one.
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--locked", "--example", "fault_driver", "--target-dir"]);
        build.arg(profile.parent().expect("target")).current_dir(env!("CARGO_MANIFEST_DIR"));
        if !cfg!(feature = "gui") {
            build.arg("--no-default-features");
        }
        if profile.file_name() == Some(OsStr::new("release")) {
            build.arg("--release");
        }
        let built = build.status().is_ok_and(|status| status.success());
        let program = profile.join("examples").join("fault_driver");
        assert!(built && program.exists(), "the driver could not be built: {}", program.display());
        program
    })
}

/// A folder with a book in it.
pub struct Place {
    root: TempDir,
    /// The folder of the book.
    pub folder: PathBuf,
    /// The book; it need not be there yet.
    pub book: PathBuf,
}

impl Place {
    /// A folder without a book.
    pub fn new() -> Self {
        let root = tempfile::tempdir().expect("a folder of its own");
        let folder = fs::canonicalize(root.path()).expect("it is there").join("cards");
        fs::create_dir(&folder).expect("a new folder");
        Self { root, book: folder.join("book.ron"), folder }
    }

    /// A folder with a book of some people of the tag `p`, as the program leaves it.
    pub fn with_people(count: u64, options: &[&str]) -> Self {
        let place = Self::new();
        let mut driver = place.driver(options);
        driver.tell(&format!("add {count}"));
        assert_eq!(driver.save(), Ok(count));
        driver.quit();
        place
    }

    /// Starts a program on the book.
    pub fn driver(&self, options: &[&str]) -> Driver {
        Driver::start(Command::new(driver_program()), &self.book, options)
    }

    /// A folder beside that of the book, for another machine's copy and the like.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// A copy of everything, in a place of its own.
    pub fn copied(&self) -> Self {
        let copy = Self::new();
        copy_folder(&self.folder, &copy.folder);
        copy
    }

    /// Opens the book as the program would after the fault, and asserts what must be true of it: it opens, everything
    /// that was promised to a tag is there, no edit is there by half, nothing is left over afterwards, and all backups
    /// open. Returns the people of each tag.
    #[track_caller]
    pub fn verify(&self, promised: &[(&str, u64)]) -> People {
        let opened = match Opened::read(&self.book) {
            Ok(opened) => opened,
            Err(error) => panic!("the book does not open: {error}\n{}", listing(&self.folder)),
        };
        let attachments = Attachments::beside(&self.book);
        let people = people_of(opened.book(), &|record| attachments.verify(record).is_ok())
            .unwrap_or_else(|wrong| panic!("{wrong}\n{}", listing(&self.folder)));
        for (tag, number) in promised {
            people.assert_promised(tag, *number, &self.folder);
        }
        self.open_and_close(opened);
        let left: Vec<String> =
            listing(&self.folder).lines().filter(|l| l.contains("-tmp")).map(String::from).collect();
        assert!(left.is_empty(), "left over after the next opening: {left:#?}");
        self.verify_backups();
        people
    }

    /// The next opening puts in order what a fault left behind.
    fn open_and_close(&self, opened: Opened) {
        let mut session =
            Session::open(Box::new(SystemClock), opened, std::sync::Arc::new(|| ())).expect("a thread");
        // Whatever it does of its own accord is done when it is closed.
        drop(session.take_news());
        drop(session);
    }

    /// Every backup opens and is a state that could have been shown.
    fn verify_backups(&self) {
        for path in backups_in(&self.folder) {
            let bytes = fs::read(&path).expect("a backup can be read");
            let parsed = format::read(&bytes).unwrap_or_else(|error| {
                panic!("{} does not open: {error:?}\n{}", path.display(), listing(&self.folder))
            });
            // A picture may be gone on purpose while a backup still names it; that is checked elsewhere.
            people_of(&parsed.book, &|_| true).unwrap_or_else(|wrong| panic!("{}: {wrong}", path.display()));
        }
    }
}

/// The `.bak` of the book and its dated snapshots.
pub fn backups_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in files_below(folder) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let dated = name.len() > 20 && name.as_bytes()[0].is_ascii_digit() && name.ends_with(".ron");
        if name.ends_with(".ron.bak") || dated {
            found.push(path);
        }
    }
    found
}

/// All files below a folder, in order.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    found
}

/// The files below a folder with their sizes, for the message of a failed test.
pub fn listing(folder: &Path) -> String {
    let line = |path: &PathBuf| {
        let bytes = fs::symlink_metadata(path).map_or(0, |found| found.len());
        format!("{bytes:>8} {}\n", path.strip_prefix(folder).unwrap_or(path).display())
    };
    files_below(folder).iter().map(line).collect()
}

/// Copies a folder with everything below it; hard links become files of their own.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for path in files_below(from) {
        let target = to.join(path.strip_prefix(from).expect("it is below"));
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        fs::copy(&path, &target).expect("a copy");
    }
}

/// Who of each tag is in a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People(BTreeMap<String, BTreeSet<u64>>);

impl People {
    /// The highest number of a tag; 0 without any.
    pub fn last(&self, tag: &str) -> u64 {
        self.0.get(tag).and_then(|numbers| numbers.last().copied()).unwrap_or(0)
    }

    #[track_caller]
    fn assert_promised(&self, tag: &str, number: u64, folder: &Path) {
        let last = self.last(tag);
        assert!(last >= number, "{tag} {number} was saved, but the book ends at {last}\n{}", listing(folder));
    }
}

/// Reads the people of the driver out of a book; says what is not whole.
pub fn people_of(book: &Book, picture_is_there: &dyn Fn(&Attachment) -> bool) -> Result<People, String> {
    let mut people = People::default();
    let with_card: BTreeSet<Id<Contact>> = book.cards.values().filter_map(|card| card.contact).collect();
    let mut without_card = BTreeMap::new();
    for contact in book.contacts.values() {
        let Ok(number) = contact.name.given.parse::<u64>() else { continue };
        people.0.entry(contact.name.family.clone()).or_default().insert(number);
        if !with_card.contains(&contact.id) {
            without_card.insert(contact.name.family.clone(), number);
        }
    }
    for (tag, numbers) in &people.0 {
        let last = numbers.last().copied().unwrap_or(0);
        if numbers.len() as u64 != last {
            let missing: Vec<u64> = (1..=last).filter(|number| !numbers.contains(number)).collect();
            return Err(format!("of {last} people of {tag}, {missing:?} are missing"));
        }
    }
    // A picture comes in as an edit of its own; only the very last person can be without.
    for (tag, number) in without_card {
        if number != people.last(&tag) {
            return Err(format!("{tag} {number} is there by half: the card is missing"));
        }
    }
    let mut dangling = Vec::new();
    book.references(|from: RecordRef, to: RecordRef| {
        if !book.contains(to) {
            dangling.push(format!("{from} names {to}"));
        }
    });
    dangling.extend(
        book.attachments
            .values()
            .filter(|record| !picture_is_there(record))
            .map(|record| format!("the picture {} is missing or damaged", record.hash)),
    );
    if dangling.is_empty() { Ok(people) } else { Err(dangling.join("; ")) }
}

/// A running driver. Ends with the test.
pub struct Driver {
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    /// The highest number that it said is saved.
    pub promised: u64,
    /// What it said when it was ready: `writable`, `held` or `readonly`; `refused …` when it could not open.
    pub greeting: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Driver {
    /// Starts the driver by a command that ends with its path, such as `env LANG=C driver`.
    pub fn start(mut command: Command, book: &Path, options: &[&str]) -> Self {
        command.arg(book).args(options).stdin(Stdio::piped()).stdout(Stdio::piped());
        // Without memory it takes minutes to name the functions of a debug build.
        command.env("RUST_BACKTRACE", "0");
        // A panic on purpose is no news; CARDLOOM_FAULTS_LOUD shows what the drivers say.
        if std::env::var_os("CARDLOOM_FAULTS_LOUD").is_none() {
            command.stderr(Stdio::null());
        }
        let mut child = command.spawn().expect("the driver starts");
        let stdout = child.stdout.take().expect("it is piped");
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    return;
                }
            }
        });
        let stdin = child.stdin.take();
        let mut driver = Self { child, stdin, lines, promised: 0, greeting: String::new() };
        driver.greeting = driver.answer().unwrap_or_default();
        driver
    }

    /// Number of the process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// The threads other than the one that answers: those which save.
    pub fn workers(&self) -> Vec<u32> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process())).expect("it runs");
        let numbers = tasks.flatten().filter_map(|task| task.file_name().to_str()?.parse().ok());
        let mut workers: Vec<u32> = numbers.filter(|number| *number != self.process()).collect();
        workers.sort_unstable();
        workers
    }

    /// Gives a command. A process that has ended does not hear it.
    pub fn tell(&mut self, command: &str) {
        if let Some(stdin) = &mut self.stdin {
            stdin.write_all(format!("{command}\n").as_bytes()).ok();
        }
    }

    /// Returns the next line; nothing when the process has ended.
    #[track_caller]
    pub fn answer(&mut self) -> Option<String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => {
                if let Some(number) = line.strip_prefix("saved ") {
                    self.promised = self.promised.max(number.parse().expect("a number"));
                }
                Some(line)
            }
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("the driver hangs"),
        }
    }

    /// Takes in what it has said until now; whether it still runs.
    pub fn hear_all(&mut self) -> bool {
        while let Ok(line) = self.lines.try_recv() {
            if let Some(number) = line.strip_prefix("saved ") {
                self.promised = self.promised.max(number.parse().expect("a number"));
            }
        }
        self.child.try_wait().is_ok_and(|ended| ended.is_none())
    }

    /// Gives a command and returns the answer.
    #[track_caller]
    pub fn ask(&mut self, command: &str) -> Option<String> {
        self.tell(command);
        self.answer()
    }

    /// Saves now; returns up to which person, or the first word of the problem, or `gone`.
    #[track_caller]
    pub fn save(&mut self) -> Result<u64, String> {
        outcome(self.ask("save"))
    }

    /// Saves now and returns the answer; an edit that was refused before answers first.
    #[track_caller]
    pub fn answer_to_save(&mut self) -> Option<String> {
        self.ask("save")
    }

    /// Kills it as `kill -9` does, and returns what it had said until then.
    pub fn kill(mut self) -> u64 {
        self.child.kill().ok();
        self.child.wait().ok();
        self.rest()
    }

    /// Ends it by a signal of the system and returns its number if that was what ended it.
    pub fn end_by(&mut self, signal: rustix::process::Signal) -> Option<i32> {
        let process =
            i32::try_from(self.process()).ok().and_then(rustix::process::Pid::from_raw).expect("a process");
        rustix::process::kill_process(process, signal).expect("it runs");
        self.child.wait().expect("a child").signal()
    }

    /// Waits for its end and returns what it promised until then.
    #[track_caller]
    pub fn rest(&mut self) -> u64 {
        while self.answer().is_some() {}
        self.promised
    }

    /// Closes the book as the window does.
    #[track_caller]
    pub fn quit(mut self) -> u64 {
        self.tell("quit");
        self.stdin = None;
        self.rest()
    }

    /// Waits for the end of the process; its exit code, if it had one.
    pub fn exit_code(&mut self) -> Option<i32> {
        self.child.wait().expect("a child").code()
    }
}

/// What an answer to `save`, `wait` or `status` means.
pub fn outcome(answer: Option<String>) -> Result<u64, String> {
    let Some(answer) = answer else { return Err("gone".to_owned()) };
    let mut words = answer.split(' ');
    match (words.next(), words.next()) {
        (Some("saved"), Some(number)) => Ok(number.parse().expect("a number")),
        (Some("failed"), Some(problem)) => Err(problem.to_owned()),
        _ => Err(answer),
    }
}
