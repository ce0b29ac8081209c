//! Something made already — a letter, a page to print — on its way to a file that the user names.
//!
//! Owns what is to be written while the file is asked for. What stands in it is made by whoever asks.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::exchange::contact_sheet::html;
use crate::index::Spot;
use crate::jobs::{Cancelled, JobSpec, Lane};
use crate::letters::{Letter, Message, message};
use crate::pictures::Pictures;
use crate::session::{SheetChoices, contact_sheet, with_pictures, write_export};
use crate::store::SaveError;
use crate::text::Texts;

use super::app::App;
use super::export::file_name;
use super::platform::{Choose, folder_of};
use super::work::{Purpose, Work};

/// What is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SaveKind {
    /// A letter for the mail program.
    Letter,
    /// The prep sheet of an event, to be printed.
    Prep,
    /// A year looked back upon, as text.
    Year,
    /// What somebody may see of a person, as vCard.
    Vcard,
    /// The picture of a card with bars over it.
    CardImage,
    /// The contact sheet of a place, to be printed.
    Contacts,
}

impl SaveKind {
    /// Endings of such files, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Letter => &["eml"],
            Self::Year => &["txt"],
            Self::Vcard => &["vcf"],
            Self::CardImage => &["png"],
            Self::Prep | Self::Contacts => &["html", "htm"],
        }
    }

    /// The ending of such a file.
    pub fn ending(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    fn title(self, texts: &Texts) -> &str {
        match self {
            Self::Letter => texts.letters_save_title(),
            Self::Prep => texts.events_prep_save_title(),
            Self::Year => texts.year_save(),
            Self::Vcard => texts.passon_vcard_save_title(),
            Self::CardImage => texts.passon_image_save_title(),
            Self::Contacts => texts.places_sheet_save(),
        }
    }

    fn kind(self, texts: &Texts) -> &str {
        match self {
            Self::Letter => texts.letters_save_kind(),
            Self::Prep => texts.events_prep_save_kind(),
            Self::Year => texts.year_review(),
            Self::Vcard => texts.passon_vcard_kind(),
            Self::CardImage => texts.passon_image_kind(),
            Self::Contacts => texts.places_sheet(),
        }
    }
}

/// Bytes with a name; equal only when they are the same allocation.
#[derive(Debug, Clone)]
pub struct Made(pub Arc<Vec<u8>>);

impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A number that differs for other letters.
fn crc(to: &str, body: &str) -> u64 {
    // FNV-1a: the same on every machine.
    to.bytes()
        .chain(body.bytes())
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

impl App {
    /// Asks where something is to be written.
    pub(super) fn choose_save(&mut self, kind: SaveKind, name: &str, made: Made) {
        self.saving = Some(made);
        let name = file_name(name);
        let name = if name.is_empty() { kind.kind(&self.texts).to_owned() } else { name };
        let ask = Choose {
            purpose: Purpose::Save(kind),
            title: kind.title(&self.texts).to_owned(),
            kind: kind.kind(&self.texts).to_owned(),
            folder: folder_of(self.session.path()),
            name: format!("{name}.{}", kind.ending()),
        };
        self.platform.choose(ask, &self.jobs);
    }

    /// Makes the file of a letter to one person and asks where it is to be written.
    pub(super) fn save_letter(&mut self, letter: &Letter, to: &str, name: &str) {
        let owner = &self.session.book().header.owner;
        let from = owner.emails.first().map(|email| email.value.trim().to_owned()).unwrap_or_default();
        let from_name = owner.name.display(self.texts.locale().tag());
        let now = self.session.clock().now();
        // Nobody writes two letters to one person in the same millisecond.
        let id = u128::from(now.timestamp_millis().unsigned_abs()) << 64 | u128::from(crc(to, &letter.body));
        let about =
            Message { to, to_name: name, from: &from, from_name: &from_name, now: now.timestamp(), id };
        match message(letter, &about) {
            Ok(bytes) => self.choose_save(SaveKind::Letter, name, Made(Arc::new(bytes))),
            // The window rests the button before; an address that was wrong meanwhile makes no file.
            Err(_problem) => self.toasts.problem(self.texts.letters_address_bad().to_owned()),
        }
    }

    /// Writes it on a worker. `replace` when the user was asked about a file that is there.
    pub(super) fn save_to(&mut self, kind: SaveKind, file: PathBuf, replace: bool) {
        let Some(made) = self.saving.take() else { return };
        let file = if file.extension().is_none() { file.with_extension(kind.ending()) } else { file };
        let own = self.session.path().map(Path::to_owned);
        let spec = JobSpec::new(Lane::Files, self.texts.cards_export_running().to_owned());
        self.jobs.spawn(spec, move |_| {
            let result = write_export(own.as_deref(), &file, &made.0, replace);
            Ok(Work::Saved { file, result })
        });
    }

    /// Makes the contact sheet of a place on a worker: its pictures have to be read and shrunk.
    pub(super) fn make_contact_sheet(&self, spot: Spot, choices: SheetChoices) {
        let (book, index, today) = (self.session.book(), self.session.index(), self.session.clock().today());
        let (mut sheet, files) = contact_sheet(book, index, spot, choices, &self.texts, today);
        let Some(originals) = self.attachments() else { return };
        let pictures = Pictures { originals, cache: None };
        let now = self.session.clock().now().into();
        let spec =
            JobSpec::new(Lane::Files, self.texts.places_sheet_running().to_owned()).latest("contact sheet");
        self.jobs.spawn(spec, move |progress| {
            let total = files.len() as u64;
            let missing = with_pictures(&mut sheet, &files, &pictures, now, |done| {
                progress.set(done as u64, total).is_ok()
            });
            let missing = missing.ok_or(Cancelled)?;
            let name = format!("{} {}", sheet.kind, sheet.title);
            Ok(Work::SheetMade { name, made: Made(Arc::new(html(&sheet).into_bytes())), missing })
        });
    }

    /// Asks where the sheet is to be written, and says which pictures are missing on it.
    pub(super) fn contact_sheet_made(&mut self, name: &str, made: Made, missing: usize) {
        if missing > 0 {
            self.toasts.problem(self.texts.places_sheet_missing(missing as i64));
        }
        self.choose_save(SaveKind::Contacts, name, made);
    }

    /// Says what came of it.
    pub(super) fn saved(&mut self, file: &Path, result: Result<(), SaveError>) {
        match result {
            Ok(()) => self.toasts.tell(self.texts.app_saved_file(&file.display().to_string())),
            Err(error) => self.toasts.problem(error.text(&self.texts)),
        }
    }
}
