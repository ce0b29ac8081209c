//! `import` of calendar files: events become planned events of the book.

use std::path::Path;

use serde::Serialize;

use super::console::number;
use super::import::{Run, edit_error};
use super::shown;
use crate::edit::Edit;
use crate::exchange::ical::{ENDINGS, News, read};
use crate::jobs::intake::IntakeError;
use crate::session::calendar::bytes_of;

/// What came of the events of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct Count {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    pub over: usize,
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            added: sum.added + one.added,
            changed: sum.changed + one.changed,
            same: sum.same + one.same,
            over: sum.over + one.over,
        })
    }
}

/// Whether a file is a calendar: by its first line, or by its name when a letter stands before it.
pub(super) fn is_calendar(head: &[u8], path: &Path) -> bool {
    let text: Vec<u8> = head.iter().copied().filter(|byte| *byte != 0).take(64).collect();
    let text = String::from_utf8_lossy(&text);
    let text = text.trim_start_matches(['\u{FEFF}', '\u{FFFD}']).trim_start().to_ascii_uppercase();
    let named = path.extension().is_some_and(|ending| ENDINGS.iter().any(|other| ending == *other));
    text.starts_with("BEGIN:VCALENDAR") || text.starts_with("BEGIN:VEVENT") || named
}

impl Run<'_> {
    pub(super) fn take_calendar(&mut self, path: &Path) {
        let file = shown(path);
        let bytes = match bytes_of(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = IntakeError::from(error).text(&self.console.texts, &file).unwrap_or_default();
                return self.refuse(path, message);
            }
        };
        let when = (self.session.clock().zone(), self.session.clock().today());
        let untitled = self.console.texts.ical_untitled().to_owned();
        let read =
            bytes.and_then(|bytes| read(&bytes, self.session.book(), when, &untitled, &mut |_, _| true));
        let calendar = match read {
            Ok(calendar) => calendar,
            Err(unread) => {
                let message = unread.text(&self.console.texts, &file).unwrap_or_default();
                return self.refuse(path, message);
            }
        };
        for line in calendar.notes(&self.console.texts, &file) {
            self.console.complain(&line);
        }
        let mut count = Count::default();
        let mut events = Vec::new();
        for found in calendar.found {
            // What the book has already is brought up to date, over or not.
            if found.is_past && found.news == News::New && !self.past {
                count.over += 1;
                continue;
            }
            match found.news {
                News::New => count.added += 1,
                News::Changed => count.changed += 1,
                News::Same => {
                    count.same += 1;
                    continue;
                }
            }
            events.push(found.event);
        }
        if count.over > 0 {
            self.console.complain(&self.console.texts.ical_past(number(count.over)));
        }
        if !self.dry_run
            && !events.is_empty()
            && let Err(error) = self.session.commit(Edit::TakeInEvents { events })
        {
            let message = edit_error(&error, &self.console.texts).to_owned();
            return self.refuse(path, message);
        }
        if !self.console.json {
            let texts = &self.console.texts;
            let (added, same) = (number(count.added), texts.locale().number(number(count.same)));
            let changed = texts.locale().number(number(count.changed));
            let line = if count.added + count.changed + count.same == 0 {
                texts.ical_nothing(&file)
            } else if self.dry_run {
                texts.ical_would(added, &changed, &file, &same)
            } else {
                texts.ical_done(added, &changed, &file, &same)
            };
            self.console.say(&line);
        }
        self.note_events(path, count);
    }
}
