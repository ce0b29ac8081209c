//! What could not be taken in, in words that name file, line and remedy.

use super::{Calendar, Unread};
use crate::text::Texts;

/// A text with a number.
type Words = fn(&Texts, i64) -> String;

/// Something that the user should know about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line of the file, counted from 1; of an entry its first one.
    pub line: Option<u32>,
    /// What it is.
    pub kind: NoteKind,
}

/// What there is to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// The file does not say its character set; it was read in this one.
    Guessed(String),
    /// A line is no property: perhaps a text was broken without being folded.
    NoProperty,
    /// A property is too long.
    TooLong,
    /// Components are nested too deep.
    TooDeep,
    /// An entry has no end; the next one begins inside of it.
    NoEnd,
    /// Something ends that did not begin.
    NoBegin,
    /// The file ends inside of an entry.
    CutOff,
    /// An entry of this title has no day, or one that does not exist.
    NoDay(String),
    /// The rule of this title cannot be followed.
    NoRule(String),
    /// Of this title, which repeats, so many coming times were taken; whether there are more.
    Repeats(String, usize, bool),
    /// A zone is not known; its times count as local ones.
    NoZone(String),
}

impl Note {
    /// Returns one line about it.
    pub fn text(&self, texts: &Texts, file: &str) -> String {
        let words = match &self.kind {
            NoteKind::Guessed(set) => texts.ical_note_guessed(set),
            NoteKind::NoProperty => texts.ical_note_no_property().to_owned(),
            NoteKind::TooLong => texts.ical_note_too_long().to_owned(),
            NoteKind::TooDeep => texts.ical_note_too_deep().to_owned(),
            NoteKind::NoEnd => texts.ical_note_no_end().to_owned(),
            NoteKind::NoBegin => texts.ical_note_no_begin().to_owned(),
            NoteKind::CutOff => texts.ical_note_cut_off().to_owned(),
            NoteKind::NoDay(title) => texts.ical_note_no_day(title),
            NoteKind::NoRule(title) => texts.ical_note_no_rule(title),
            NoteKind::Repeats(title, taken, true) => texts.ical_note_repeats(*taken as i64, title),
            NoteKind::Repeats(title, taken, false) => texts.ical_note_repeats_all(*taken as i64, title),
            NoteKind::NoZone(zone) => texts.ical_note_no_zone(zone),
        };
        match self.line {
            Some(line) => texts.ical_note_at(file, &texts.locale().number(i64::from(line)), &words),
            None => texts.ical_note_in(file, &words),
        }
    }
}

impl Calendar {
    /// Returns everything that was left out or guessed, a line each.
    pub fn notes(&self, texts: &Texts, file: &str) -> Vec<String> {
        let mut lines: Vec<String> = self.notes.iter().map(|note| note.text(texts, file)).collect();
        let left_out = &self.left_out;
        let counted: [(usize, Words); 6] = [
            (left_out.more_notes, Texts::ical_left_lines),
            (left_out.cancelled, Texts::ical_left_cancelled),
            (left_out.over, Texts::ical_left_over),
            (left_out.tasks, Texts::ical_left_tasks),
            (left_out.own, Texts::ical_left_own),
            (left_out.too_many, Texts::ical_left_too_many),
        ];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0);
        lines.extend(counted.map(|(count, words)| texts.ical_note_in(file, &words(texts, count as i64))));
        if !self.unmatched.is_empty() {
            let names = self.unmatched.join(", ");
            let words = texts.ical_unmatched(self.unmatched_count as i64, &names);
            lines.push(texts.ical_note_in(file, &words));
        }
        lines
    }
}

impl Unread {
    /// Returns one line about a file of which nothing was read.
    pub fn text(self, texts: &Texts, file: &str) -> Option<String> {
        match self {
            Self::TooLarge => Some(texts.ical_too_large(file, &(super::LARGEST_FILE >> 20).to_string())),
            Self::NotACalendar => Some(texts.ical_not_a_calendar(file)),
            Self::Stopped => None,
        }
    }
}
