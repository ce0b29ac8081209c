//! `import`: pictures become cards, other books are merged. What a file is, its content decides.
//!
//! Invariant: a picture is in the attachments folder before the book names it.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::console::{Console, Status, number, open_or_new, save};
use super::{args, people, shown};
use crate::edit::{Edit, EditError, Filing};
use crate::jobs::Progress;
use crate::jobs::intake::{Intake, IntakeError, MAX_FOLDER_FILES, Source, expand, read_card_image};
use crate::model::{Attachment, Contact, Event, Exchange, Id, RecordRef};
use crate::scan::{Limits, LooksLike, looks_like, sniff};
use crate::session::{Opened, Session};
use crate::store::{Attachments, OpenProblem};
use crate::text::{Texts, fold::fold};

/// How much of a file tells what it is.
const HEAD: u64 = 1024;

/// What became of one file.
#[derive(Debug, Serialize)]
struct Entry {
    file: String,
    /// `added`, `already`, `merged`, `events`, `network`, `refused`.
    result: &'static str,
    /// For `events`: what came of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<super::calendar::Count>,
    /// For `network`: what came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<super::network::Count>,
    /// For `merged`: how many records came in.
    #[serde(skip_serializing_if = "Option::is_none")]
    records: Option<usize>,
    /// Why, for `refused`.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report {
    book: String,
    cards_added: usize,
    already: usize,
    records_merged: usize,
    events_added: usize,
    events_changed: usize,
    people_added: usize,
    ties_added: usize,
    refused: usize,
    files: Vec<Entry>,
}

/// The state of one import.
pub(super) struct Run<'a> {
    pub(super) session: Session,
    attachments: Attachments,
    pub(super) console: &'a mut Console,
    /// Pictures that are stored and wait for the edit.
    pending: Vec<Attachment>,
    /// Fronts of cards in the book, and those that wait.
    known: BTreeSet<Id<Attachment>>,
    files: Vec<Entry>,
    /// Something was lost on the way although the file itself was taken in.
    pub(super) incomplete: bool,
    /// Say what would be taken in, and change nothing.
    pub(super) dry_run: bool,
    /// Events that are over are wanted too.
    pub(super) past: bool,
    /// Nobody of a network is recognised.
    pub(super) all_new: bool,
    /// Where people of a network stand in the file is taken over.
    pub(super) places: bool,
}

/// Takes files in.
pub fn run(options: &args::Import, book: &Path, console: &mut Console) -> Result<Status, String> {
    // Asked before anything is taken in: what fails at the end must not have changed the book.
    if options.event.as_deref().is_some_and(|title| title.trim().is_empty()) {
        return Err(edit_error(&EditError::TextNeeded("title"), &console.texts).to_owned());
    }
    // No book is begun to look at a file.
    let session = if options.dry_run { look_only(book, console)? } else { open_or_new(book, console)? };
    let contact = options.contact.as_deref();
    let contact =
        contact.map(|name| people::find(session.book(), session.index(), name, console)).transpose()?;
    let known = session.book().cards.values().filter_map(|card| card.front).collect();
    let mut run = Run {
        session,
        attachments: Attachments::beside(book),
        console,
        pending: Vec::new(),
        known,
        files: Vec::new(),
        incomplete: false,
        dry_run: options.dry_run,
        past: options.past,
        all_new: options.all_new,
        places: !options.no_places,
    };
    for path in &options.files {
        run.take(path);
    }
    let added = run.file_cards(options.event.as_deref(), contact)?;
    let (events, network) = (run.events(), run.networks());
    let written = events.added + events.changed + network.people_added + network.ties_added + network.placed;
    if added > 0 || run.merged() > 0 || (written > 0 && !run.dry_run) {
        save(&mut run.session, &run.console.texts)?;
    }
    run.report(book, added, contact)
}

impl Run<'_> {
    fn take(&mut self, path: &Path) {
        let kind = if path.is_dir() { None } else { Some(kind_of(path)) };
        if self.dry_run && !matches!(kind, Some(Ok(Kind::Calendar | Kind::Network))) {
            let message = self.console.texts.ical_dry_run_only(&shown(path));
            return self.refuse(path, message);
        }
        let Some(kind) = kind else { return self.take_folder(path) };
        match kind {
            Ok(Kind::Calendar) => self.take_calendar(path),
            Ok(Kind::Network) => self.take_network(path),
            Ok(Kind::Picture) => self.take_picture(path),
            Ok(Kind::PerhapsBook) => self.take_book(path),
            Ok(Kind::VCard) => {
                let message = self.console.texts.cli_import_vcard(&shown(path));
                self.refuse(path, message);
            }
            Err(error) => self.refuse_picture(path, &error),
        }
    }

    fn take_folder(&mut self, path: &Path) {
        let Ok(found) = expand(&[path.to_owned()], &Progress::unwatched()) else { return };
        if found.files.is_empty() && found.unreadable.is_empty() {
            let message = self.console.texts.cli_import_folder_empty(&shown(path));
            self.refuse(path, message);
        }
        for file in &found.files {
            self.take_picture(file);
        }
        for file in &found.unreadable {
            self.refuse_picture(file, &IntakeError::NoPermission);
        }
        if found.cut {
            let limit = self.console.texts.locale().number(number(MAX_FOLDER_FILES));
            let message = self.console.texts.import_folder_too_many(&shown(path), &limit);
            self.refuse(path, message);
        }
    }

    fn take_picture(&mut self, path: &Path) {
        let source = Source::File(path.to_owned());
        let intake = match read_card_image(&source, &Limits::default(), &Progress::unwatched()) {
            Ok(intake) => intake,
            Err(error) => return self.refuse_picture(path, &error),
        };
        let attachment = attachment_of(&intake, self.session.stamp().now);
        if self.known.contains(&attachment.id) {
            if !self.console.json {
                let line = self.console.texts.cli_import_already(&shown(path));
                self.console.say(&line);
            }
            self.note(path, "already");
            return;
        }
        match self.attachments.add(&intake.bytes, &intake.hash, &attachment.extension) {
            Ok(_) => {
                self.known.insert(attachment.id);
                self.pending.push(attachment);
                self.note(path, "added");
            }
            Err(error) => {
                let message = error.text(&self.console.texts);
                self.refuse(path, message);
            }
        }
    }

    fn take_book(&mut self, path: &Path) {
        let same =
            |a: &Path, b: &Path| a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a));
        if self.session.path().is_some_and(|own| same(own, path)) {
            let message = self.console.texts.cli_import_own_book(&shown(path));
            return self.refuse(path, message);
        }
        let read = match super::protect::try_unlock(path, self.console, Opened::read_with) {
            Ok(read) => read,
            Err(message) => return self.refuse(path, message),
        };
        let opened = match read {
            Ok(opened) => opened,
            Err(error) => {
                let message = self.not_a_book(path, &error.problem);
                let message = message.unwrap_or_else(|| error.text(&self.console.texts));
                return self.refuse(path, message);
            }
        };
        let other = opened.book();
        let missing = other.dangling();
        let missing = missing.iter().filter(|(_, to)| !self.session.book().contains(*to)).count();
        if missing > 0 {
            let message = self.console.texts.cli_import_dangling(number(missing), &shown(path));
            return self.refuse(path, message);
        }
        let theirs = Attachments::beside(path);
        for attachment in other.attachments.values() {
            if self.session.book().get(attachment.id).is_some() {
                continue;
            }
            if let Err(error) = theirs.copy_to(&self.attachments, attachment) {
                let texts = &self.console.texts;
                let line = texts.cli_import_picture_missing(&shown(path), &shown(&error.path));
                self.console.complain(&line);
                self.incomplete = true;
            }
        }
        let before = self.session.book().clone();
        if let Err(error) = self.session.commit(Edit::Import { book: Box::new(other.clone()) }) {
            let texts = &self.console.texts;
            let message = edit_error(&error, texts).to_owned();
            return self.refuse(path, message);
        }
        let after = self.session.book();
        let records = after.len() - before.len();
        self.known.extend(after.cards.values().filter_map(|card| card.front));
        if !self.console.json {
            let texts = &self.console.texts;
            let line = if records == 0 {
                texts.cli_import_book_nothing(&shown(path))
            } else {
                let people = texts.common_people(number(after.contacts.len() - before.contacts.len()));
                let cards = texts.common_cards(number(after.cards.len() - before.cards.len()));
                texts.cli_import_book(&cards, number(records), &shown(path), &people)
            };
            self.console.say(&line);
        }
        let result = if records == 0 { "already" } else { "merged" };
        self.files.push(Entry {
            file: shown(path),
            result,
            records: Some(records),
            events: None,
            network: None,
            message: None,
        });
    }

    /// The message for a text that is no book at all; the store's own words are for what nearly is one.
    fn not_a_book(&self, path: &Path, problem: &OpenProblem) -> Option<String> {
        let is = |endings: &[&str]| {
            path.extension()
                .is_some_and(|ending| endings.iter().any(|other| ending.eq_ignore_ascii_case(other)))
        };
        let texts = &self.console.texts;
        match problem {
            OpenProblem::NotABook(_) if is(&["ron"]) => None,
            OpenProblem::NotABook(_) if is(&["jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif"]) => {
                let read = read_card_image(
                    &Source::File(path.to_owned()),
                    &Limits::default(),
                    &Progress::unwatched(),
                );
                read.err().and_then(|error| error.text(texts, &shown(path)))
            }
            OpenProblem::NotABook(_) => Some(texts.cli_import_unknown(&shown(path))),
            _ => None,
        }
    }

    fn note(&mut self, path: &Path, result: &'static str) {
        self.files.push(Entry {
            file: shown(path),
            result,
            records: None,
            events: None,
            network: None,
            message: None,
        });
    }

    /// Notes what came of a calendar file.
    pub(super) fn note_events(&mut self, path: &Path, events: super::calendar::Count) {
        let (file, result) = (shown(path), "events");
        self.files.push(Entry {
            file,
            result,
            records: None,
            events: Some(events),
            network: None,
            message: None,
        });
    }

    /// Notes what came of a network.
    pub(super) fn note_network(&mut self, path: &Path, network: super::network::Count) {
        let (file, result) = (shown(path), "network");
        let network = Some(network);
        self.files.push(Entry { file, result, records: None, events: None, network, message: None });
    }

    /// What came of all networks together.
    fn networks(&self) -> super::network::Count {
        self.files.iter().filter_map(|entry| entry.network).sum()
    }

    /// What came of all calendar files together.
    fn events(&self) -> super::calendar::Count {
        self.files.iter().filter_map(|entry| entry.events).sum()
    }

    pub(super) fn refuse(&mut self, path: &Path, message: String) {
        self.console.complain(&message);
        self.files.push(Entry {
            file: shown(path),
            result: "refused",
            records: None,
            events: None,
            network: None,
            message: Some(message),
        });
    }

    fn refuse_picture(&mut self, path: &Path, error: &IntakeError) {
        if let Some(message) = error.text(&self.console.texts, &shown(path)) {
            self.refuse(path, message);
        }
    }

    fn count(&self, result: &str) -> usize {
        self.files.iter().filter(|entry| entry.result == result).count()
    }

    fn merged(&self) -> usize {
        self.files.iter().filter_map(|entry| entry.records).sum()
    }

    /// Makes cards of the stored pictures; returns how many.
    fn file_cards(&mut self, event: Option<&str>, contact: Option<Id<Contact>>) -> Result<usize, String> {
        let attachments = std::mem::take(&mut self.pending);
        let count = attachments.len();
        if count == 0 {
            return Ok(0);
        }
        let refused = |texts: &Texts, error: EditError| edit_error(&error, texts).to_owned();
        let event = match event {
            Some(title) => Some(self.event(title).map_err(|error| refused(&self.console.texts, error))?),
            None => None,
        }
        .flatten();
        let filing = contact.map_or(Filing::Pile, Filing::NewCardOf);
        let edit = Edit::AddCards { attachments, filing, event, exchange: Exchange::Unknown };
        self.session.commit(edit).map_err(|error| refused(&self.console.texts, error))?;
        Ok(count)
    }

    /// Returns the newest event of a title, or a new one.
    fn event(&mut self, title: &str) -> Result<Option<Id<Event>>, EditError> {
        let wanted = fold(title.trim());
        let events = self.session.book().events.values();
        let found = events.filter(|event| fold(event.title.trim()) == wanted);
        if let Some(event) = found.max_by_key(|event| (event.starts_on, event.id)) {
            return Ok(Some(event.id));
        }
        let event = Event { title: title.trim().to_owned(), ..Event::default() };
        let committed = self.session.commit(Edit::AddEvent { event: Box::new(event) })?;
        if !self.console.json {
            let line = self.console.texts.cli_import_event_added(title.trim());
            self.console.say(&line);
        }
        Ok(committed.touched.records.iter().find_map(|record| match record {
            RecordRef::Event(id) => Some(*id),
            _ => None,
        }))
    }

    fn report(self, book: &Path, added: usize, contact: Option<Id<Contact>>) -> Result<Status, String> {
        let (already, refused, merged) = (self.count("already"), self.count("refused"), self.merged());
        let (events, network) = (self.events(), self.networks());
        let name = contact.and_then(|id| self.session.book().get(id)).map(|contact| contact.display_name());
        let console = self.console;
        if refused > 0 {
            console.complain(&console.texts.cli_import_refused(number(refused)));
        }
        if console.json {
            console.json(&Report {
                book: shown(book),
                cards_added: added,
                already,
                records_merged: merged,
                events_added: events.added,
                events_changed: events.changed,
                people_added: network.people_added,
                ties_added: network.ties_added,
                refused,
                files: self.files,
            })?;
        } else if added > 0 {
            let line = match name {
                Some(name) => console.texts.cli_import_added_to(number(added), &name),
                None => console.texts.cli_import_added(number(added)),
            };
            console.say(&line);
        }
        // What is there already is as the user wanted it to be.
        let events = events.added + events.changed + events.same;
        let network = network.people_added + network.people_known + network.ties_added + network.ties_known;
        let done = added + merged + already + events + network > 0;
        Ok(match (done, refused > 0 || self.incomplete) {
            (true, false) => Status::Well,
            (true, true) => Status::Partly,
            (false, _) => Status::Nothing,
        })
    }
}

enum Kind {
    Picture,
    VCard,
    Calendar,
    Network,
    /// A text, or nothing that is known: the store looks closer.
    PerhapsBook,
}

/// A session on the book as it is, or on an empty one; nothing of it is ever written.
fn look_only(book: &Path, console: &Console) -> Result<Session, String> {
    if !book.exists() {
        return Ok(Session::new(console.clock(), None, Arc::new(|| {})));
    }
    let opened = super::console::open(book, console)?;
    Session::open(console.clock(), opened.without_watch(), Arc::new(|| {}))
        .map_err(|error| error.text(&console.texts))
}

fn kind_of(path: &Path) -> Result<Kind, IntakeError> {
    // Asked before opening: opening a pipe would wait for its writer.
    let found = std::fs::metadata(path)?;
    if !found.is_file() {
        return Err(IntakeError::NotAFile);
    }
    Limits::default().check_bytes(found.len().min(1))?;
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    if sniff(&head).is_some() {
        return Ok(Kind::Picture);
    }
    if super::calendar::is_calendar(&head, path) {
        return Ok(Kind::Calendar);
    }
    if super::network::is_network(&head, path) {
        return Ok(Kind::Network);
    }
    Ok(match looks_like(&head) {
        LooksLike::Vcard => Kind::VCard,
        LooksLike::Text | LooksLike::Unknown => Kind::PerhapsBook,
        // There is advice for what is nearly a picture.
        _ => Kind::Picture,
    })
}

/// The record of a picture that came in.
fn attachment_of(intake: &Intake, now: chrono::DateTime<chrono::Utc>) -> Attachment {
    Attachment {
        id: Attachment::id_of_hash(&intake.hash),
        hash: blake3::Hash::from_bytes(intake.hash).to_hex().as_str().to_owned(),
        extension: intake.facts.format.extension().to_owned(),
        name: intake.name.clone(),
        bytes: intake.bytes.len() as u64,
        width: intake.facts.upright_width,
        height: intake.facts.upright_height,
        colour: intake.thumbnails.colour,
        added_at: now,
    }
}

pub(super) fn edit_error<'a>(error: &EditError, texts: &'a Texts) -> &'a str {
    match error {
        EditError::Missing(_) => texts.app_edit_missing(),
        EditError::NameNeeded => texts.app_edit_name_needed(),
        EditError::TextNeeded(_) => texts.app_edit_text_needed(),
        EditError::PersonNeeded => texts.app_edit_person_needed(),
        EditError::SamePerson => texts.app_edit_same_person(),
        EditError::EndsBeforeStart => texts.app_edit_ends_before_start(),
        EditError::DayBeforeReferral => texts.app_edit_day_before_referral(),
        EditError::NameTaken => texts.share_circle_taken(),
        EditError::NoAmount => texts.app_edit_no_amount(),
        EditError::InsideItself => texts.places_inside_itself(),
        EditError::TooDeep => texts.places_too_deep(),
        EditError::ReadOnly => texts.app_edit_read_only(),
        EditError::OtherValueUnreadable => texts.edits_conflict_unreadable(),
    }
}
