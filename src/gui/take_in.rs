//! Pictures on their way into the book: from a drop, a paste or a dialog to cards.
//!
//! Owns the batch that is being taken in: how many pictures, what went wrong, and the question
//! whether they belong to the selected person. The reading happens on workers; the book changes
//! by one edit when the batch is complete, so that one Undo takes it back.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Color32, ColorImage};

use crate::edit::Filing;
use crate::jobs::intake::{Intake, IntakeError, Source, display_name, expand, read_card_image};
use crate::jobs::{JobId, JobSpec, Jobs, Lane};
use crate::model::Attachment;
use crate::pictures::{Cache, Pictures};
use crate::scan::{Limits, encode_png};
use crate::store::Attachments;
use crate::text::Texts;

use super::work::{TakeInError, Work};

/// Pictures that are being taken in, and what came of them.
#[derive(Debug, Default)]
pub struct TakeIn {
    batch: u64,
    /// Looking into folders.
    expanding: Vec<JobId>,
    waiting: Vec<JobId>,
    /// What the pictures are called that are on their way.
    names: BTreeMap<JobId, String>,
    /// How many pictures the batch has.
    pub total: usize,
    /// How many of them are read.
    pub done: usize,
    /// Name of the picture that was read last.
    pub last: String,
    /// One line for each picture that could not be taken in.
    pub problems: Vec<String>,
    /// Pictures that were read and stored, in the order in which they came.
    ready: Vec<(usize, Attachment)>,
    order: Vec<JobId>,
    /// What the pictures become.
    pub filing: Option<Filing>,
    /// The event at which the cards were received: the one whose page was open when they came.
    pub event: Option<crate::model::Id<crate::model::Event>>,
    /// The user has to say what the pictures are before they become cards.
    pub asks: bool,
    /// The panel with the problems is open.
    pub shown: bool,
    /// Where thumbnails are kept: made while the picture is read, they need not be made again.
    pub keep: Option<Cache>,
    /// What came in for the portrait sheet.
    pub portrait: super::portrait::PortraitIntake,
}

/// What a batch has become.
#[derive(Debug, PartialEq)]
pub struct Finished {
    /// The pictures.
    pub attachments: Vec<Attachment>,
    /// What they become.
    pub filing: Filing,
}

impl TakeIn {
    /// Whether pictures are on their way.
    pub fn is_running(&self) -> bool {
        !self.expanding.is_empty() || !self.waiting.is_empty()
    }

    /// Whether everything is read and only the user's answer is missing.
    pub fn waits_for_answer(&self) -> bool {
        self.asks && self.filing.is_none() && !self.is_running() && !self.ready.is_empty()
    }

    /// How many pictures wait for the user's answer or are on their way.
    pub fn count(&self) -> usize {
        self.ready.len() + self.waiting.len()
    }

    /// Begins with files or folders.
    pub fn begin(&mut self, paths: Vec<PathBuf>, filing: Option<Filing>, jobs: &Jobs<Work>) {
        self.prepare(filing);
        let spec = JobSpec::new(Lane::Files, "");
        let job = jobs.spawn(spec, move |progress| Ok(Work::Expanded(expand(&paths, progress)?)));
        self.expanding.push(job);
    }

    /// Begins with pictures that were pasted; a worker makes files of their pixels.
    pub fn begin_pasted(
        &mut self,
        name: &str,
        pictures: Vec<Arc<ColorImage>>,
        filing: Option<Filing>,
        to: &Attachments,
        jobs: &Jobs<Work>,
    ) {
        self.prepare(filing);
        for picture in pictures {
            self.read(Picture::Pasted(name.to_owned(), picture), to, jobs);
        }
    }

    fn prepare(&mut self, filing: Option<Filing>) {
        if !self.is_running() && self.ready.is_empty() {
            let (keep, portrait) = (self.keep.take(), std::mem::take(&mut self.portrait));
            *self = Self { batch: self.batch + 1, keep, portrait, ..Self::default() };
        }
        self.asks = filing.is_none();
        self.filing = filing;
        self.shown = true;
    }

    /// The folders have been looked through.
    pub fn expanded(
        &mut self,
        job: JobId,
        expansion: crate::jobs::intake::Expansion,
        to: &Attachments,
        jobs: &Jobs<Work>,
        texts: &Texts,
    ) {
        if !self.finish_expanding(job) {
            return;
        }
        if expansion.cut {
            let limit = texts.locale().number(crate::jobs::intake::MAX_FOLDER_FILES as i64);
            self.problems.push(texts.import_folder_too_many("", &limit));
        }
        for path in expansion.unreadable {
            let name = crate::jobs::intake::display_name(&path.to_string_lossy());
            self.problems.push(texts.import_file_no_permission(&name));
        }
        for file in expansion.files {
            self.read(Picture::File(file), to, jobs);
        }
    }

    fn read(&mut self, picture: Picture, to: &Attachments, jobs: &Jobs<Work>) {
        let (batch, to, keep) = (self.batch, to.clone(), self.keep.clone());
        let name = picture.name();
        let called = name.clone();
        let spec = JobSpec::new(Lane::Files, name.clone());
        let job = jobs.spawn(spec, move |progress| {
            let limits = Limits::default();
            let result = picture
                .into_source(&limits)
                .and_then(|source| read_card_image(&source, &limits, progress))
                .map_err(TakeInError::Read)
                .and_then(|intake| store(intake, &to, keep).map_err(TakeInError::Store));
            Ok(Work::TakenIn { batch, name, result })
        });
        self.waiting.push(job);
        self.names.insert(job, called);
        self.order.push(job);
        self.total += 1;
    }

    /// A picture has been read and stored, or not.
    pub fn arrived(
        &mut self,
        job: JobId,
        name: String,
        result: Result<Attachment, TakeInError>,
        texts: &Texts,
    ) {
        if !self.finish_job(job) {
            return;
        }
        match result {
            Ok(attachment) => {
                let place = self.order.iter().position(|other| *other == job).unwrap_or(usize::MAX);
                self.ready.push((place, attachment));
            }
            Err(error) => self.problems.extend(error.text(texts, &name)),
        }
        self.last = name;
    }

    /// A worker failed in an unforeseen way.
    pub fn failed(&mut self, job: JobId, message: &str, texts: &Texts) {
        let name = self.names.get(&job).cloned().unwrap_or_default();
        if self.finish_expanding(job) || self.finish_job(job) {
            self.problems.push(texts.import_file_read(&name, message));
        }
    }

    /// A worker was stopped.
    pub fn cancelled(&mut self, job: JobId) {
        if !self.finish_expanding(job) {
            self.finish_job(job);
        }
    }

    fn finish_expanding(&mut self, job: JobId) -> bool {
        let before = self.expanding.len();
        self.expanding.retain(|expanding| *expanding != job);
        self.expanding.len() < before
    }

    fn finish_job(&mut self, job: JobId) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|waiting| *waiting != job);
        let was_mine = self.waiting.len() < before;
        self.names.remove(&job);
        if was_mine {
            self.done += 1;
        }
        was_mine
    }

    /// Stops what is on its way; what has been read stays and becomes cards.
    pub fn cancel(&mut self, jobs: &Jobs<Work>) {
        for job in self.waiting.iter().chain(self.expanding.iter()) {
            jobs.cancel(*job);
        }
    }

    /// Forgets the pictures that wait for an answer: the question was cancelled.
    pub fn drop_ready(&mut self) {
        self.ready.clear();
        // What a worker still brings belongs to nothing any more.
        self.waiting.clear();
        self.names.clear();
        self.expanding.clear();
        self.order.clear();
        self.asks = false;
    }

    /// Takes the only picture whose question is open, to make a portrait of it.
    pub fn take_only(&mut self) -> Option<Attachment> {
        let only = self.ready.len() == 1 && !self.is_running();
        let taken = only.then(|| self.ready.pop()).flatten();
        if taken.is_some() {
            self.drop_ready();
        }
        taken.map(|(_, attachment)| attachment)
    }

    /// Returns the pictures when all are read and it is known what they become.
    pub fn take_finished(&mut self) -> Option<Finished> {
        if self.is_running() || self.ready.is_empty() {
            return None;
        }
        let filing = self.filing?;
        let mut ready = std::mem::take(&mut self.ready);
        ready.sort_by_key(|(place, _)| *place);
        self.order.clear();
        Some(Finished { attachments: ready.into_iter().map(|(_, attachment)| attachment).collect(), filing })
    }

    /// Whether there is something for the panel to show.
    pub fn has_news(&self) -> bool {
        self.shown && (self.is_running() || !self.problems.is_empty())
    }
}

/// A picture as the window got it.
enum Picture {
    /// A file, or one of a folder.
    File(PathBuf),
    /// Pixels from the clipboard and what they are called.
    Pasted(String, Arc<ColorImage>),
}

impl Picture {
    fn name(&self) -> String {
        match self {
            Self::File(path) => display_name(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()),
            Self::Pasted(name, _) => display_name(name),
        }
    }

    /// Encodes pixels as a file. That takes some tens of milliseconds for a screenful: no frame may wait for it.
    fn into_source(self, limits: &Limits) -> Result<Source, IntakeError> {
        match self {
            Self::File(path) => Ok(Source::File(path)),
            Self::Pasted(name, image) => {
                let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
                let pixels: Vec<u8> = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
                let png = encode_png(&pixels, width, height, limits)?;
                Ok(Source::Bytes { name, bytes: Arc::from(png) })
            }
        }
    }
}

/// Stores a picture in the attachments folder, durably, before any book refers to it, and its thumbnails in the cache.
pub(super) fn store(
    intake: Intake,
    to: &Attachments,
    keep: Option<Cache>,
) -> Result<Attachment, crate::store::SaveError> {
    let attachment = attachment_of(&intake);
    to.add(&intake.bytes, &intake.hash, &attachment.extension)?;
    // Without a cache, or on a full disk, they are made when they are looked at.
    drop(Pictures { originals: to.clone(), cache: keep }.keep(&attachment, &intake.thumbnails));
    Ok(attachment)
}

/// What the book says of a picture that came in.
pub(super) fn attachment_of(intake: &Intake) -> Attachment {
    let attachment = Attachment {
        id: Attachment::id_of_hash(&intake.hash),
        hash: intake.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        extension: intake.facts.format.extension().to_owned(),
        name: intake.name.clone(),
        bytes: intake.bytes.len() as u64,
        width: intake.facts.upright_width,
        height: intake.facts.upright_height,
        colour: intake.thumbnails.colour,
        added_at: chrono::DateTime::default(),
    };
    debug_assert!(attachment.is_well_formed());
    attachment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_worker_that_fails_names_its_own_picture() {
        let (jobs, texts) = (Jobs::inline(), Texts::new(Locale::En));
        let to = Attachments::beside(std::path::Path::new("book.ron"));
        let mut take_in = TakeIn::default();
        for name in ["first.png", "second.png"] {
            take_in.read(Picture::File(name.into()), &to, &jobs);
        }
        let [first, second] = take_in.order[..] else { panic!("two pictures") };
        let gone = TakeInError::Read(IntakeError::NotFound);
        take_in.arrived(first, "first.png".to_owned(), Err(gone), &texts);
        take_in.failed(second, "out of range", &texts);
        assert!(take_in.problems[0].contains("first.png"), "{:?}", take_in.problems);
        assert!(take_in.problems[1].contains("second.png"), "{:?}", take_in.problems);
        assert!(!take_in.is_running() && take_in.names.is_empty());
    }
}
