//! Reading a picture with Tesseract, a program of its own, when the machine has it.
//!
//! Owns finding it, asking it within a time limit, and what it answers. Must not know what the words are for. Start
//! reading at [`Tesseract::find`]. Nothing depends on it: where it is missing, crashes, takes too long or writes nonsense,
//! fewer words come back, and fewer lines stay open. Nothing is linked, no file is written: the picture goes in through
//! a pipe, words come out of one.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, GrayImage, ImageEncoder as _, RgbImage};

use super::cover::Word;
use super::lines::{Area, Straight};

/// How long it may take for all of a picture.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it may take to say which languages it has.
const PROBE: Duration = Duration::from_secs(3);

/// How often is looked whether it is done.
const PAUSE: Duration = Duration::from_millis(8);

/// The size of letters that it reads best, in pixels.
const LETTER: f32 = 32.0;

/// Windows shows a console for each program of the command line otherwise (`CREATE_NO_WINDOW`).
#[cfg(windows)]
const NO_CONSOLE: u32 = 0x0800_0000;

/// Most bytes that it may answer.
const ANSWER: u64 = 4 << 20;

/// Tesseract as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tesseract {
    program: PathBuf,
    languages: Vec<String>,
}

impl Tesseract {
    /// Looks for the program on the search path and in the usual places of each system, and asks for its languages.
    pub fn find() -> Option<Self> {
        let name = if cfg!(windows) { "tesseract.exe" } else { "tesseract" };
        let path = std::env::var_os("PATH").unwrap_or_default();
        let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(Path::to_owned));
        // Programs of a macOS window do not inherit the search path of the shell.
        let usual: &[&str] = if cfg!(windows) {
            &["C:\\Program Files\\Tesseract-OCR", "C:\\Program Files (x86)\\Tesseract-OCR"]
        } else {
            &["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin", "/snap/bin"]
        };
        std::env::split_paths(&path)
            .chain(beside)
            .chain(usual.iter().map(PathBuf::from))
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(name))
            .filter(|program| program.is_file())
            .find_map(|program| Self::at(&program))
    }

    /// As [`Self::find`], looked for once: where it was found it stays while the program runs.
    pub fn known() -> Option<&'static Self> {
        static FOUND: std::sync::OnceLock<Tesseract> = std::sync::OnceLock::new();
        if FOUND.get().is_none()
            && let Some(found) = Self::find()
        {
            FOUND.get_or_init(|| found);
        }
        FOUND.get()
    }

    /// Asks a program whether it is Tesseract.
    pub fn at(program: &Path) -> Option<Self> {
        let answer = ask(program, &["--list-langs"], &[], PROBE, &|| true)?;
        let languages: Vec<String> = answer
            .lines()
            .skip(1)
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        (!languages.is_empty()).then(|| Self { program: program.to_owned(), languages })
    }

    /// Reads what it can of a picture. `go_on` is asked now and then; when it says no, the program is ended.
    pub fn read(&self, image: &RgbImage, go_on: &dyn Fn() -> bool) -> Vec<Word> {
        let Some(straight) = Straight::of(image, LETTER) else { return Vec::new() };
        let gray = DynamicImage::from(straight.image.clone()).into_luma8();
        let end = Instant::now() + PATIENCE;
        let mut best: (f32, Vec<Word>) = (0.0, Vec::new());
        // Upright first; a card may also lie on its side or on its head.
        for quarter in [0, 1, 3, 2] {
            let turned = turned(&gray, quarter);
            for (language, page) in self.ways() {
                let left = end.saturating_duration_since(Instant::now());
                let Some(png) = png(&turned) else { return best.1 };
                let arguments = ["-", "-", "-l", language, "--psm", page, "--dpi", "300", "tsv"];
                if left.is_zero() || !go_on() {
                    return best.1;
                }
                let Some(answer) = ask(&self.program, &arguments, &png, left, go_on) else { continue };
                let found = words(&answer, &turned, quarter, &straight);
                // Nonsense is short and unsure.
                let score: f32 = found
                    .iter()
                    .filter(|word| word.sure >= 60.0 && word.text.chars().any(char::is_alphanumeric))
                    .map(|word| {
                        word.text.chars().filter(|sign| sign.is_alphanumeric()).count() as f32 * word.sure
                    })
                    .sum();
                if score > best.0 {
                    best = (score, found);
                }
            }
            // Forty letters that it is sure of: this is how the card lies.
            if best.0 > 40.0 * 80.0 {
                break;
            }
        }
        best.1
    }

    /// Languages and ways to look at a page, those that are there: German knows all Latin letters of our languages.
    fn ways(&self) -> Vec<(&str, &'static str)> {
        let has = |name: &str| self.languages.iter().find(|language| *language == name).map(String::as_str);
        let latin = has("deu").or_else(|| has("eng")).map(|language| (language, "3"));
        let japanese = has("jpn").map(|language| (language, "3"));
        let upright = has("jpn_vert").map(|language| (language, "5"));
        latin.into_iter().chain(japanese).chain(upright).collect()
    }
}

/// Turned by quarters, clockwise.
fn turned(image: &GrayImage, quarter: u8) -> GrayImage {
    match quarter {
        1 => image::imageops::rotate90(image),
        2 => image::imageops::rotate180(image),
        3 => image::imageops::rotate270(image),
        _ => image.clone(),
    }
}

fn png(image: &GrayImage) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Adaptive)
        .write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::L8)
        .ok()?;
    Some(file)
}

/// Runs the program; nothing when it cannot be run, fails, is ended or takes too long.
fn ask(
    program: &Path,
    arguments: &[&str],
    input: &[u8],
    limit: Duration,
    go_on: &dyn Fn() -> bool,
) -> Option<String> {
    let mut command = Command::new(program);
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, NO_CONSOLE);
    let mut child = command
        .args(arguments)
        // One thread: several wait for each other and take four times as long.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    std::thread::scope(|scope| {
        // Each pipe has a thread, or one side would wait for the other.
        let writing = scope.spawn(move || stdin.is_some_and(|mut pipe| pipe.write_all(input).is_ok()));
        let (tell, told) = std::sync::mpsc::channel();
        scope.spawn(move || {
            let mut answer = Vec::new();
            let read = stdout.is_some_and(|pipe| pipe.take(ANSWER).read_to_end(&mut answer).is_ok());
            // Nobody listens any more when it was ended.
            let _heard = tell.send(read.then_some(answer));
        });
        let end = Instant::now() + limit;
        let answer = loop {
            match told.recv_timeout(PAUSE) {
                Ok(answer) => break answer,
                Err(RecvTimeoutError::Timeout) if Instant::now() < end && go_on() => {}
                Err(_) => {
                    // An end that fails has come already.
                    let _ended = child.kill();
                    break None;
                }
            }
        };
        // Whoever has answered and does not end is ended too.
        let succeeded = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status.success(),
                Ok(None) if answer.is_some() && Instant::now() < end && go_on() => {
                    std::thread::park_timeout(PAUSE)
                }
                Ok(None) | Err(_) => {
                    let _ended = child.kill();
                    let _waited = child.wait();
                    break false;
                }
            }
        };
        // Whether it read all of the picture, its answer says.
        let _written = writing.join();
        answer.filter(|_| succeeded).and_then(|answer| String::from_utf8(answer).ok())
    })
}

/// The words of an answer: rows of level 5 with left, top, width, height, how sure, and the text.
fn words(answer: &str, turned: &GrayImage, quarter: u8, straight: &Straight) -> Vec<Word> {
    let (width, height) = (turned.width() as f32, turned.height() as f32);
    // From the turned picture back to the straight one.
    let back = |[x, y]: [f32; 2]| match quarter {
        1 => [y, width - x],
        2 => [width - x, height - y],
        3 => [height - y, x],
        _ => [x, y],
    };
    let word = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [level, _, _, _, _, _, left, top, w, h, sure, text] = cells.as_slice() else { return None };
        let number = |cell: &str| cell.parse::<f32>().ok().filter(|number| number.is_finite());
        let (left, top, w, h) = (number(left)?, number(top)?, number(w)?, number(h)?);
        let corners = [[left, top], [left + w, top], [left + w, top + h], [left, top + h]];
        let corners = corners.map(|corner| straight.to_shares(back(corner)));
        let text = text.trim();
        (*level == "5" && !text.is_empty()).then(|| Word {
            text: text.to_owned(),
            area: Area { corners },
            sure: number(sure).unwrap_or(0.0),
        })
    };
    answer.lines().filter_map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_none_of_ours_changes_nothing() {
        assert_eq!(Tesseract::at(Path::new("/nowhere/tesseract")), None);
        if Path::new("/bin/false").exists() {
            assert_eq!(Tesseract::at(Path::new("/bin/false")), None);
        }
    }

    #[cfg(unix)]
    #[test]
    fn it_is_ended_when_it_takes_too_long_or_is_not_wanted() {
        let sleep = Path::new("/bin/sleep");
        if !sleep.exists() {
            return;
        }
        let begin = Instant::now();
        assert_eq!(ask(sleep, &["30"], &[], Duration::from_millis(60), &|| true), None);
        assert_eq!(ask(sleep, &["30"], &[], Duration::from_secs(30), &|| false), None);
        // One that has answered and goes on.
        let shell = Path::new("/bin/sh");
        let says = ["-c", "echo there; exec >&-; sleep 30"];
        assert_eq!(ask(shell, &says, &[], Duration::from_millis(300), &|| true), None);
        assert!(begin.elapsed() < Duration::from_secs(10));
    }
}
