//! Reading a picture with Tesseract, a program of its own, when the machine has it.
//!
//! Owns finding it, asking it within a time limit, and what it answers. Must not know what the words are for. Start
//! reading at [`Tesseract::find`]. Nothing depends on it: where it is missing, crashes, takes too long or writes nonsense,
//! fewer words come back, and fewer lines stay open. Nothing is linked, no file is written: the picture goes in through
//! a pipe, words come out of one.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, GrayImage, ImageEncoder as _, RgbImage};

use super::cover::{Print, Word, sureness};
use super::lines::{Area, Found, Straight};

/// How long it may take for all of a picture.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long it may take to say which languages it has.
const PROBE: Duration = Duration::from_secs(3);

/// How often is looked whether it is done.
const PAUSE: Duration = Duration::from_millis(8);

/// The size of letters that it reads best, in pixels.
const LETTER: f32 = 32.0;

/// Windows shows a console for each program of the command line otherwise (`CREATE_NO_WINDOW`).
#[cfg(windows)]
const NO_CONSOLE: u32 = 0x0800_0000;

/// Words that it is no surer of, of 100, speak against a reading.
const DOUBT: f32 = 50.0;

/// The size at which it reads a row of large characters best, in pixels, and the ground it wants around it.
const LARGE_LETTER: f32 = 24.0;
const ROOM: f32 = 0.15;

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
    ///
    /// Upright first; a card may also lie on its side or on its head. Each language reads all of it, and of each line the surest
    /// reading counts; large characters are read only from afar, or by themselves.
    pub fn read(&self, image: &RgbImage, print: &Print, go_on: &dyn Fn() -> bool) -> Vec<Word> {
        let Some(straight) = Straight::of(image, LETTER) else { return Vec::new() };
        let gray = DynamicImage::from(straight.image.clone()).into_luma8();
        let look = Look { program: &self.program, end: Instant::now() + PATIENCE, go_on };
        let mut best = (0.0, Vec::new(), 0, None);
        for quarter in [0, 1, 3, 2] {
            let turned = turned(&gray, quarter);
            let read = |way: Option<Way>| {
                way.map(|way| look.whole(&turned, quarter, way, &straight)).unwrap_or_default()
            };
            // Japanese runs along or down, hardly ever both.
            let mut japanese = (self.along(), read(self.along()));
            let down = read(self.down());
            if score(&down) > score(&japanese.1) {
                japanese = (self.down(), down);
            }
            let words = surest(surest(Vec::new(), read(self.latin()), false), japanese.1, true);
            let score = score(&words);
            if score > best.0 {
                best = (score, words, quarter, japanese.0);
            }
            // Forty letters that it is sure of: this is how the card lies.
            if best.0 > 40.0 * (80.0 - DOUBT) || look.is_over() {
                break;
            }
        }
        let (_, mut words, quarter, japanese) = best;
        let japanese = japanese.filter(|_| words.iter().any(|word| is_japanese(&word.text)));
        if let Some(way) = japanese {
            let turned = turned(&gray, quarter);
            let (width, height) = (turned.width().div_ceil(2), turned.height().div_ceil(2));
            let afar = image::imageops::thumbnail(&turned, width, height);
            words = surest(words, look.whole(&afar, quarter, way, &straight), true);
        }
        let Some((found, rows)) = print.unread(&words).filter(|_| quarter == 0) else { return words };
        for row in rows {
            let mut is_read = false;
            if let Some((language, _)) = japanese.and(self.along()) {
                let line = look.line(found, image, row, language);
                is_read = sureness(&line) > 80.0 && line.iter().any(|word| is_japanese(&word.text));
                words = surest(words, line, true);
            }
            if let Some((language, _)) = self.latin().filter(|_| !is_read) {
                words = surest(words, look.line(found, image, row, language), false);
            }
        }
        words
    }

    /// Latin letters: German has all of our languages'.
    fn latin(&self) -> Option<Way> {
        self.way("deu", "3").or_else(|| self.way("eng", "3"))
    }

    /// Japanese in rows.
    fn along(&self) -> Option<Way> {
        self.way("jpn", "3")
    }

    /// Japanese in columns.
    fn down(&self) -> Option<Way> {
        self.way("jpn_vert", "5")
    }

    fn way(&self, language: &'static str, page: &'static str) -> Option<Way> {
        self.languages.iter().any(|has| has == language).then_some((language, page))
    }
}

/// A language, and how to look at a page (`--psm`).
type Way = (&'static str, &'static str);

/// What is the same for all looks at one picture.
struct Look<'a> {
    program: &'a Path,
    end: Instant,
    go_on: &'a dyn Fn() -> bool,
}

impl Look<'_> {
    fn is_over(&self) -> bool {
        Instant::now() >= self.end || !(self.go_on)()
    }

    fn ask(&self, picture: &GrayImage, language: &str, page: &str) -> Option<String> {
        let left = self.end.checked_duration_since(Instant::now()).filter(|_| (self.go_on)())?;
        let arguments = ["-", "-", "-l", language, "--psm", page, "--dpi", "300", "tsv"];
        ask(self.program, &arguments, &png(picture)?, left, self.go_on)
    }

    /// Reads a turned picture as a page.
    fn whole(
        &self,
        turned: &GrayImage,
        quarter: u8,
        (language, page): Way,
        straight: &Straight,
    ) -> Vec<Word> {
        let Some(answer) = self.ask(turned, language, page) else { return Vec::new() };
        let (width, height) = (turned.width() as f32, turned.height() as f32);
        // What is looked at from afar is smaller.
        let unturned = if quarter % 2 == 1 { height } else { width };
        let scale = straight.image.width() as f32 / unturned.max(1.0);
        // From the turned picture back to the straight one.
        let back = |[x, y]: [f32; 2]| match quarter {
            1 => [y, width - x],
            2 => [width - x, height - y],
            3 => [height - y, x],
            _ => [x, y],
        };
        words(&answer, &|place| straight.to_shares(back(place).map(|at| at * scale)))
    }

    /// Reads a row of large characters by itself.
    fn line(&self, found: &Found, image: &RgbImage, row: [f32; 4], language: &str) -> Vec<Word> {
        let margin = ROOM * (row[3] - row[1]);
        let around = [row[0] - 2.0 * margin, row[1] - margin, row[2] + 2.0 * margin, row[3] + margin];
        let (picture, scale) = found.cut(image, around, LARGE_LETTER * (1.0 + 2.0 * ROOM));
        let answer = self.ask(&DynamicImage::from(picture).into_luma8(), language, "7").unwrap_or_default();
        words(&answer, &|[x, y]| found.to_shares([around[0] + x / scale, around[1] + y / scale]))
    }
}

/// How much was read, and how surely. Nonsense is unsure, and counts against it.
fn score(found: &[Word]) -> f32 {
    let letters = |word: &Word| word.text.chars().filter(|sign| sign.is_alphanumeric()).count() as f32;
    found.iter().map(|word| letters(word) * (word.sure - DOUBT)).sum()
}

fn is_japanese(text: &str) -> bool {
    text.chars().any(|sign| matches!(sign, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

/// Of what was read and what was read anew, line by line what is surer. What was looked for as Japanese counts only where
/// there is some: of Latin letters it makes what they are not.
fn surest(mut all: Vec<Word>, anew: Vec<Word>, as_japanese: bool) -> Vec<Word> {
    let mut lines: BTreeMap<u32, Vec<Word>> = BTreeMap::new();
    for word in anew {
        lines.entry(word.line).or_default().push(word);
    }
    let mut line = all.iter().map(|word| word.line).max().unwrap_or(0);
    for words in lines.into_values() {
        let is_own = !as_japanese || words.iter().any(|word| is_japanese(&word.text));
        let around = words
            .iter()
            .map(|word| word.area.around())
            .reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]);
        let Some([left, top, right, bottom]) = around.filter(|_| is_own) else { continue };
        let is_there = |word: &Word| {
            let [x, y] = word.area.middle();
            (left..=right).contains(&x) && (top..=bottom).contains(&y)
        };
        if sureness(&words) > sureness(all.iter().filter(|word| is_there(word))) {
            all.retain(|word| !is_there(word));
            line += 1;
            all.extend(words.into_iter().map(|word| Word { line, ..word }));
        }
    }
    all
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

/// The words of an answer: rows of level 5 with left, top, width, height, how sure, and the text. `place` says where of the card
/// a place of what was read is, in shares.
fn words(answer: &str, place: &dyn Fn([f32; 2]) -> [f32; 2]) -> Vec<Word> {
    let word = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [level, _, block, part, line, _, left, top, w, h, sure, text] = cells.as_slice() else {
            return None;
        };
        let number = |cell: &str| cell.parse::<f32>().ok().filter(|number| number.is_finite());
        let (left, top, w, h) = (number(left)?, number(top)?, number(w)?, number(h)?);
        let corners = [[left, top], [left + w, top], [left + w, top + h], [left, top + h]].map(place);
        let text = text.trim();
        // Block, paragraph and line are counted from 1, each within the one before.
        let count = |cell: &str| cell.parse::<u32>().unwrap_or(0) % 1024;
        (*level == "5" && !text.is_empty()).then(|| Word {
            text: text.to_owned(),
            area: Area { corners },
            sure: number(sure).unwrap_or(0.0),
            line: [block, part, line].iter().fold(0, |all, cell| all * 1024 + count(cell)),
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
