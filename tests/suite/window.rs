//! The real program in a real window: image files are dragged onto it as a file manager does it, the window is closed,
//! and everything is found in the saved book.
//!
//! Runs on a display of its own in memory (Xvfb). Where Xvfb or python-xlib is missing it says so and passes, except
//! under `CI`; `scripts/test` installs both.
#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use cardloom::store::{Attachments, Store};

/// Debian's own interpreter: another one on the PATH would not see Debian's python-xlib.
const PYTHON: &str = "/usr/bin/python3";

/// Longest wait for anything; a debug build on software graphics and a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(90);

/// A program that does not outlive the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Running {
    fn ended_within(&mut self, patience: Duration) -> Option<ExitStatus> {
        let mut status = None;
        wait_until(patience, || {
            status = self.0.try_wait().expect("a child of this process");
            status.is_some()
        });
        status
    }

    /// What the program said on standard error; ends it first.
    fn complaints(&mut self) -> String {
        self.0.kill().ok();
        let mut text = String::new();
        if let Some(mut stderr) = self.0.stderr.take() {
            stderr.read_to_string(&mut text).ok();
        }
        text
    }
}

/// Asks again and again; whether the answer was yes in time.
fn wait_until(patience: Duration, mut condition: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + patience;
    while !condition() {
        if Instant::now() > end {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

/// Starts a display in memory and returns it with its name, or what is missing.
fn display() -> Result<(Running, String), String> {
    let has_xlib = Command::new(PYTHON).args(["-c", "import Xlib"]).stderr(Stdio::null()).status();
    if !has_xlib.is_ok_and(|status| status.success()) {
        return Err(format!("python-xlib is not installed for {PYTHON}"));
    }
    // The server looks for a free number by itself and writes it down when it is ready.
    let server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut server = Running(server.map_err(|error| format!("Xvfb cannot be started: {error}"))?);
    let mut number = String::new();
    let stdout = server.0.stdout.take().expect("it is piped");
    BufReader::new(stdout).read_line(&mut number).map_err(|error| error.to_string())?;
    if number.trim().is_empty() {
        return Err("Xvfb found no free display".to_owned());
    }
    Ok((server, format!(":{}", number.trim())))
}

/// Starts the program with a home of its own.
fn cardloom(display: &str, home: &Path, book: &Path) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cardloom"));
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("XDG_")
            || name_text.starts_with("WAYLAND")
            || name_text.starts_with("WINIT_")
        {
            command.env_remove(&name);
        }
    }
    let child = command
        .arg(book)
        .env("DISPLAY", display)
        .env("HOME", home)
        .env("LANG", "en_US.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // No portal, no other program of the machine takes part.
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}/no-bus", home.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    Running(child.expect("the program that cargo built"))
}

/// Plays the file manager; returns what went wrong.
fn file_manager(display: &str, arguments: &[&Path]) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/xdnd_drop.py");
    let output = Command::new(PYTHON).arg(script).args(arguments).env("DISPLAY", display).output();
    let output = output.map_err(|error| error.to_string())?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

#[test]
fn files_dropped_onto_the_window_are_found_in_the_saved_book() {
    let (_server, display) = match display() {
        Ok(display) => display,
        Err(missing) => {
            assert!(std::env::var_os("CI").is_none(), "this test must run here: {missing}");
            println!("skipped: {missing}; scripts/test installs it");
            return;
        }
    };
    let home = tempfile::tempdir().expect("a folder of its own");
    let book = home.path().join("Mein Büchlein.ron");
    let names = ["card.png", "Visitenkarte Jürgen Groß.jpg", "名刺 田中 遥.png"];
    let files: Vec<_> = names.iter().map(|name| home.path().join(name)).collect();
    for (number, file) in (0_u8..).zip(&files) {
        let picture = image::RgbImage::from_fn(182, 110, |x, y| image::Rgb([x as u8, y as u8, 60 * number]));
        picture.save(file).expect("a picture on the disk");
    }
    let contents: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).expect("the picture")).collect();
    let hashes: Vec<String> = contents
        .iter()
        .map(|bytes| Attachments::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
        .collect();

    let mut program = cardloom(&display, home.path(), &book);
    let mut drop = vec![Path::new("drop")];
    drop.extend(files.iter().map(|file| file.as_path()));
    if let Err(error) = file_manager(&display, &drop) {
        panic!("the files could not be dropped: {error}\nthe program said: {}", program.complaints());
    }
    let all_saved = wait_until(PATIENCE, || {
        let text = std::fs::read_to_string(&book).unwrap_or_default();
        hashes.iter().all(|hash| text.contains(hash.as_str()))
    });
    assert!(all_saved, "the cards did not come into the book; the program said: {}", program.complaints());
    file_manager(&display, &[Path::new("close")]).expect("a window to close");
    let status = program.ended_within(PATIENCE);
    assert!(status.is_some_and(|status| status.success()), "{status:?}: {}", program.complaints());

    let (store, saved, notices) = Store::open(&book).expect("a whole book");
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(saved.cards.len(), names.len());
    for ((name, bytes), hash) in names.iter().zip(&contents).zip(&hashes) {
        let attachment = saved.attachments.values().find(|attachment| attachment.hash == *hash);
        let attachment = attachment.unwrap_or_else(|| panic!("{name} is not in the book"));
        assert_eq!((attachment.name.as_str(), attachment.width, attachment.height), (*name, 182, 110));
        assert!(saved.cards.values().any(|card| card.front == Some(attachment.id)), "{name} is no card");
        let stored = store.attachments().folder().join(attachment.file_name());
        assert_eq!(&std::fs::read(&stored).expect("the stored image"), bytes, "{name}");
        store.attachments().verify(attachment).expect("the content that its name says");
    }
}
