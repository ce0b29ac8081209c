//! Bytes → the entries of a calendar file, each as the lines that matter, with the line at which it begins.
//!
//! calcard reads the properties; here stands what a file from anywhere needs before: lines that are folded in the middle of
//! a character, other character sets, entries that do not end, nesting without an end, sizes without sense. Only the
//! lines of one entry are in memory at a time besides what is kept of it.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Note, NoteKind, Unread};

/// Bytes of one line, unfolded, that are kept: a longer one is a picture or a trick.
const LONGEST_LINE: usize = 64 << 10;

/// Bytes that are kept of one entry.
const LARGEST_ENTRY: usize = 256 << 10;

/// Entries that are kept of one file.
pub(super) const MOST_ENTRIES: usize = 20_000;

/// Zones that are kept of one file.
const MOST_ZONES: usize = 500;

/// Deeper nesting has no meaning in calendars.
const DEEPEST: usize = 32;

/// Notes about single lines that are kept; what comes after them is counted.
const MOST_NOTES: usize = 20;

/// Properties that are large, private to other programs, or of no use here.
const IGNORED: [&str; 6] =
    ["ATTACH", "X-ALT-DESC", "IMAGE", "STYLED-DESCRIPTION", "STRUCTURED-DATA", "X-APPLE-STRUCTURED-LOCATION"];

/// An entry of the file.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// The line at which it begins, counted from 1.
    pub line: u32,
    /// `BEGIN:VEVENT` to `END:VEVENT`, without what is nested in it.
    pub text: String,
    /// Its id; empty for none.
    pub uid: String,
    /// How often its maker changed it.
    pub sequence: i64,
    /// It has a rule or a list of days.
    pub repeats: bool,
    /// It is one time of something that repeats.
    pub is_exception: bool,
}

/// What a file has.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub events: Vec<Raw>,
    /// The descriptions of time zones, as entries.
    pub zones: Vec<Raw>,
    pub notes: Vec<Note>,
    /// Lines that could not be read and have no note of their own.
    pub more_notes: usize,
    /// Tasks, journals, free and busy times.
    pub others: usize,
    /// Events beyond [`MOST_ENTRIES`].
    pub too_many: usize,
    /// The whole file takes something back (METHOD:CANCEL).
    pub cancels: bool,
}

impl Entries {
    fn note(&mut self, line: u32, kind: NoteKind) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(Note { line: Some(line), kind });
        } else {
            self.more_notes += 1;
        }
    }
}

/// Takes a file apart. `progress` gets how many bytes are done and returns whether to go on.
pub(super) fn entries(bytes: &[u8], progress: &mut dyn FnMut(u64) -> bool) -> Result<Entries, Unread> {
    let bytes = unicode(bytes);
    let (encoding, guessed) = encoding_of(&bytes);
    let mut out = Entries::default();
    if guessed {
        out.notes.push(Note { line: None, kind: NoteKind::Guessed(encoding.name().to_owned()) });
    }
    let mut reader = Reader { out, stack: Vec::new(), deep: 0, open: None, is_calendar: false };
    let mut lines = Lines::new(&bytes);
    let mut line = Vec::new();
    while let Some((number, cut)) = lines.next(&mut line) {
        if number % 4096 == 0 && !progress(lines.at as u64) {
            return Err(Unread::Stopped);
        }
        let text = if guessed {
            encoding.decode_without_bom_handling(&line).0
        } else {
            String::from_utf8_lossy(&line)
        };
        reader.line(number, text.trim_end(), cut);
    }
    if let Some(open) = reader.open.take() {
        reader.out.note(open.line, NoteKind::CutOff);
    }
    if reader.is_calendar { Ok(reader.out) } else { Err(Unread::NotACalendar) }
}

/// The bytes in UTF-8 when they are in UTF-16, and without a byte order mark.
fn unicode(bytes: &[u8]) -> Cow<'_, [u8]> {
    match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            Cow::Owned(encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned().into_bytes())
        }
        Some((_, length)) => Cow::Borrowed(&bytes[length..]),
        None => Cow::Borrowed(bytes),
    }
}

/// The character set of the lines, and whether that is a guess.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, bool) {
    if memchr::memmem::find(bytes, b"\x1b$B").is_some() || memchr::memmem::find(bytes, b"\x1b$@").is_some() {
        return (ISO_2022_JP, true);
    }
    let mut lines = Lines::new(bytes);
    let mut line = Vec::new();
    let (mut is_utf8, mut is_japanese, mut has_kana) = (true, true, false);
    while let Some((_, cut)) = lines.next(&mut line) {
        // A line that was cut may end inside of a character.
        if cut || std::str::from_utf8(&line).is_ok() {
            continue;
        }
        is_utf8 = false;
        let (text, broken) = SHIFT_JIS.decode_without_bom_handling(&line);
        is_japanese &= !broken;
        // Umlauts make kanji of two letters, but never kana.
        has_kana |= text.chars().any(|sign| ('\u{3041}'..='\u{30FA}').contains(&sign));
        if !is_japanese {
            break;
        }
    }
    match (is_utf8, is_japanese && has_kana) {
        (true, _) => (encoding_rs::UTF_8, false),
        (false, true) => (SHIFT_JIS, true),
        (false, false) => (WINDOWS_1252, true),
    }
}

/// The lines of a file, unfolded: RFC 5545 §3.1.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    number: u32,
    end: u8,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        // Very old programs end lines with a carriage return alone.
        let end = if memchr::memchr(b'\n', bytes).is_some() { b'\n' } else { b'\r' };
        Self { bytes, at: 0, number: 0, end }
    }

    /// One line as it stands in the file.
    fn physical(&mut self) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = memchr::memchr(self.end, rest).unwrap_or(rest.len());
        self.at += length + 1;
        self.number = self.number.saturating_add(1);
        let mut line = &rest[..length];
        while let Some(shorter) = line.strip_suffix(b"\r") {
            line = shorter;
        }
        Some(line)
    }

    /// Puts the next line that is not empty into `line`; returns its number and whether it was too long.
    fn next(&mut self, line: &mut Vec<u8>) -> Option<(u32, bool)> {
        line.clear();
        let mut cut = false;
        let mut add = |line: &mut Vec<u8>, part: &[u8]| {
            let room = LONGEST_LINE.saturating_sub(line.len());
            cut |= part.len() > room;
            line.extend_from_slice(&part[..part.len().min(room)]);
        };
        let number = loop {
            let part = self.physical()?;
            if !part.iter().all(u8::is_ascii_whitespace) {
                add(line, part);
                break self.number;
            }
        };
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t')) {
            let Some(part) = self.physical() else { break };
            add(line, &part[1..]);
        }
        Some((number, cut))
    }
}

struct Reader {
    out: Entries,
    /// The components that are open.
    stack: Vec<String>,
    /// How many more are open below [`DEEPEST`].
    deep: usize,
    /// The event or zone that is being read, and how deep it lies.
    open: Option<Raw>,
    is_calendar: bool,
}

impl Reader {
    fn line(&mut self, number: u32, line: &str, cut: bool) {
        let Some((name, value)) = property(line) else {
            // What stands before and behind the calendar, such as a letter, is none of its lines.
            if !self.stack.is_empty() {
                self.out.note(number, NoteKind::NoProperty);
            }
            return;
        };
        if name.eq_ignore_ascii_case("BEGIN") {
            self.begin(number, &value.trim().to_ascii_uppercase());
        } else if name.eq_ignore_ascii_case("END") {
            self.end(number, &value.trim().to_ascii_uppercase());
        } else if self.open.is_some() && self.deep == 0 && self.stack.last().is_some_and(|name| is_kept(name))
        {
            self.keep(number, name, line, value, cut);
        } else if name.eq_ignore_ascii_case("METHOD")
            && self.stack.last().is_some_and(|name| name == "VCALENDAR")
        {
            self.out.cancels |= value.trim().eq_ignore_ascii_case("CANCEL");
        }
    }

    fn begin(&mut self, number: u32, name: &str) {
        if self.deep > 0 || self.stack.len() >= DEEPEST {
            if self.deep == 0 {
                self.out.note(number, NoteKind::TooDeep);
            }
            self.deep += 1;
            return;
        }
        self.is_calendar |= name == "VCALENDAR" || name == "VEVENT";
        if name == "VEVENT" || name == "VTIMEZONE" || name == "VCALENDAR" {
            // None of these stands in an entry: the one before has no end.
            if let Some(open) = self.open.take() {
                self.out.note(open.line, NoteKind::NoEnd);
                self.finish(open);
                while self.stack.pop().is_some_and(|name| !is_kept(&name)) {}
            }
        }
        if is_kept(name) {
            self.open = Some(Raw { line: number, text: format!("BEGIN:{name}\r\n"), ..Raw::default() });
        } else if self.open.is_none() && ["VTODO", "VJOURNAL", "VFREEBUSY"].contains(&name) {
            self.out.others += 1;
        }
        self.stack.push(name.to_owned());
    }

    fn end(&mut self, number: u32, name: &str) {
        if self.deep > 0 {
            self.deep -= 1;
            return;
        }
        let Some(place) = self.stack.iter().rposition(|open| open == name) else {
            self.out.note(number, NoteKind::NoBegin);
            return;
        };
        // What is open inside ends with it.
        let ends_entry = self.stack[place..].iter().any(|open| is_kept(open));
        self.stack.truncate(place);
        if ends_entry && let Some(open) = self.open.take() {
            if !is_kept(name) {
                self.out.note(open.line, NoteKind::NoEnd);
            }
            self.finish(open);
        }
    }

    fn keep(&mut self, number: u32, name: &str, line: &str, value: &str, cut: bool) {
        let Some(open) = &mut self.open else { return };
        if IGNORED.iter().any(|ignored| name.eq_ignore_ascii_case(ignored)) {
            return;
        }
        if cut || open.text.len() + line.len() > LARGEST_ENTRY {
            self.out.note(number, NoteKind::TooLong);
            return;
        }
        match name.to_ascii_uppercase().as_str() {
            "UID" => value.trim().clone_into(&mut open.uid),
            "SEQUENCE" => {
                open.sequence = value.trim().parse().unwrap_or(0);
                // It keeps calcard from seeing that an exception belongs to its series.
                return;
            }
            "RRULE" | "RDATE" => open.repeats = true,
            "RECURRENCE-ID" => open.is_exception = true,
            _ => {}
        }
        open.text.push_str(line);
        open.text.push_str("\r\n");
    }

    fn finish(&mut self, mut open: Raw) {
        let is_event = open.text.starts_with("BEGIN:VEVENT");
        open.text.push_str(if is_event { "END:VEVENT\r\n" } else { "END:VTIMEZONE\r\n" });
        if !is_event {
            if self.out.zones.len() < MOST_ZONES {
                self.out.zones.push(open);
            }
        } else if self.out.events.len() < MOST_ENTRIES {
            self.out.events.push(open);
        } else {
            self.out.too_many += 1;
        }
    }
}

/// Components whose lines are kept.
fn is_kept(name: &str) -> bool {
    name == "VEVENT" || name == "VTIMEZONE"
}

/// The name and the value of a line; a colon inside of quotes does not end the parameters.
fn property(line: &str) -> Option<(&str, &str)> {
    let length = line.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-' || sign == '_'))?;
    let (name, rest) = line.split_at(length);
    let mut quoted = false;
    let colon = rest.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    });
    // A quote that does not end hides no value.
    let colon = colon.or_else(|| rest.find(':'))?;
    let is_whole = rest.starts_with([':', ';']);
    (!name.is_empty() && is_whole).then(|| (name, &rest[colon + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Entries {
        entries(bytes, &mut |_| true).expect("a calendar")
    }

    #[test]
    fn a_character_that_a_fold_cuts_is_whole_again() {
        let text = "BEGIN:VEVENT\r\nSUMMARY:Größe\r\nEND:VEVENT\r\n".as_bytes();
        let umlaut = text.iter().position(|byte| *byte == 0xC3).expect("an umlaut") + 1;
        let mut folded = text[..umlaut].to_vec();
        folded.extend_from_slice(b"\r\n ");
        folded.extend_from_slice(&text[umlaut..]);
        let found = read(&folded);
        assert!(found.events[0].text.contains("SUMMARY:Größe\r\n"), "{:?}", found.events[0].text);
        assert!(found.notes.is_empty(), "{:?}", found.notes);
    }

    #[test]
    fn other_character_sets_are_recognised_by_what_they_say() {
        let calendar = |title: &[u8]| [b"BEGIN:VEVENT\nSUMMARY:", title, b"\nEND:VEVENT\n"].concat();
        let title = |bytes: &[u8]| {
            let found = read(&calendar(bytes));
            assert_eq!(found.notes.len(), 1, "a guess is told");
            found.events[0].text.lines().nth(1).unwrap_or_default().to_owned()
        };
        assert_eq!(title(&WINDOWS_1252.encode("März für Jürgen").0), "SUMMARY:März für Jürgen");
        assert_eq!(title(&SHIFT_JIS.encode("懇親会のご案内").0), "SUMMARY:懇親会のご案内");
        assert_eq!(title(&ISO_2022_JP.encode("懇親会のご案内").0), "SUMMARY:懇親会のご案内");
        let wide: Vec<u8> = "\u{FEFF}BEGIN:VEVENT\r\nSUMMARY:会\r\nEND:VEVENT\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(read(&wide).events[0].text.contains("SUMMARY:会"));
    }

    #[test]
    fn an_entry_without_an_end_does_not_take_the_next_one_along() {
        let found = read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR\n");
        assert_eq!(found.events.iter().map(|event| event.uid.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(found.notes, [Note { line: Some(2), kind: NoteKind::NoEnd }]);
        let cut = read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nSUMM");
        assert_eq!(cut.events.len(), 1);
        assert_eq!(cut.notes.last(), Some(&Note { line: Some(5), kind: NoteKind::CutOff }));
    }

    #[test]
    fn what_is_nested_in_an_entry_is_none_of_its_lines() {
        let found = read(
            b"BEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nUID:alarm\nEND:VALARM\nSUMMARY:x\nATTACH:data\nEND:VEVENT\n",
        );
        assert_eq!(found.events[0].text, "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nEND:VEVENT\r\n");
    }

    #[test]
    fn a_line_is_taken_apart_at_its_own_colon() {
        assert_eq!(property("DTSTART;TZID=\"a:b\":2026"), Some(("DTSTART", "2026")));
        assert_eq!(property("URL:https://example.com"), Some(("URL", "https://example.com")));
        for bad in ["", "no property", ":x", "Dear reader: hello", "DESCRIPTION"] {
            assert_eq!(property(bad), None, "{bad}");
        }
    }
}
