//! A photograph on its way to a person: read by a worker, shown to be cut, stored when the user says so.
//!
//! Owns what was chosen, dropped or pasted while the sheet for it is open. Must not know how the sheet looks.
//! Nothing is stored before the square is chosen: a picture that was looked at only leaves nothing behind.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Color32, ColorImage};

use crate::edit::Edit;
use crate::jobs::intake::{Source, read_card_image};
use crate::jobs::{JobId, JobSpec, Lane};
use crate::model::{Attachment, Contact, Id};
use crate::scan::{
    Crop, Limits, RgbaImage, ThumbnailSize, decode, dominant_colour, encode_png, opaque, portrait,
};
use crate::store::Attachments;

use super::app::App;
use super::work::{TakeInError, Work};

/// A picture that was read.
pub struct Photo {
    /// What it is called.
    pub name: String,
    /// The file.
    pub bytes: Arc<[u8]>,
    /// For the screen.
    pub preview: RgbaImage,
}

impl std::fmt::Debug for Photo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Photo").field("name", &self.name).finish_non_exhaustive()
    }
}

/// From which picture a portrait is cut.
#[derive(Debug, Clone)]
pub enum PortraitSource {
    /// A picture that is stored already: the scan of a card.
    Stored(Box<Attachment>),
    /// One that was just read.
    Photo(Arc<Photo>),
}

impl PartialEq for PortraitSource {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stored(a), Self::Stored(b)) => a == b,
            (Self::Photo(a), Self::Photo(b)) => Arc::ptr_eq(a, b),
            _ => false,
        }
    }
}

/// What came in for the portrait sheet.
#[derive(Debug, Default)]
pub struct PortraitIntake {
    /// Being read.
    pub waiting: Option<JobId>,
    /// Read last; the sheet takes it.
    pub arrived: Option<PortraitSource>,
    /// Why the last one could not be read.
    pub problem: Option<String>,
}

impl App {
    /// Reads a picture for the portrait sheet.
    pub(super) fn read_portrait(&mut self, source: PhotoFrom) {
        let spec = JobSpec::new(Lane::Files, "").latest("portrait");
        let job = self.jobs.spawn(spec, move |progress| {
            let limits = Limits::default();
            let read =
                source.into_source(&limits).and_then(|source| read_card_image(&source, &limits, progress));
            let photo = read.map(|intake| {
                let large = intake.thumbnails.take(ThumbnailSize::Large);
                let preview = large.map_or_else(|| RgbaImage::new(1, 1), |image| opaque(&image));
                Arc::new(Photo { name: intake.name, bytes: intake.bytes, preview })
            });
            Ok(Work::PhotoRead(photo.map_err(TakeInError::Read)))
        });
        self.take_in.portrait.waiting = Some(job);
        self.take_in.portrait.problem = None;
    }

    /// A picture for the portrait sheet has been read, or not.
    pub(super) fn photo_read(&mut self, result: Result<Arc<Photo>, TakeInError>) {
        let intake = &mut self.take_in.portrait;
        intake.waiting = None;
        match result {
            Ok(photo) => intake.arrived = Some(PortraitSource::Photo(photo)),
            Err(error) => intake.problem = error.text(&self.texts, ""),
        }
    }

    /// Cuts the square out and stores it; the person gets it when it is on the disk.
    pub(super) fn save_portrait(&self, contact: Id<Contact>, source: PortraitSource, crop: Crop) {
        let Some(to) = self.attachments() else { return };
        let spec = JobSpec::new(Lane::Files, "");
        self.jobs.spawn(spec, move |progress| {
            progress.token().check()?;
            Ok(Work::PortraitStored { contact, result: cut_and_store(&source, crop, &to) })
        });
    }

    /// The portrait is on the disk: now the person gets it.
    pub(super) fn portrait_stored(
        &mut self,
        contact: Id<Contact>,
        result: Result<Box<Attachment>, TakeInError>,
    ) {
        match result {
            Ok(mut attachment) => {
                attachment.added_at = self.session.clock().now();
                self.commit(Edit::SetPortrait { contact, portrait: Some(attachment) });
            }
            Err(error) => {
                if let Some(words) = error.text(&self.texts, "") {
                    self.toasts.problem(words);
                }
            }
        }
    }
}

fn cut_and_store(
    source: &PortraitSource,
    crop: Crop,
    to: &Attachments,
) -> Result<Box<Attachment>, TakeInError> {
    let limits = Limits::default();
    let (bytes, name) = match source {
        PortraitSource::Stored(attachment) => {
            let bytes = to.read(attachment, limits.max_bytes);
            (bytes.map_err(TakeInError::Stored)?.into(), attachment.name.clone())
        }
        PortraitSource::Photo(photo) => (Arc::clone(&photo.bytes), photo.name.clone()),
    };
    let read = |error: crate::scan::ScanError| TakeInError::Read(error.into());
    let image = decode(&bytes, &limits).map_err(read)?;
    let (file, square) = portrait(&image, crop).map_err(read)?;
    let hash = Attachments::hash(&file);
    // not a text: the ending of a file
    let extension = "jpg";
    to.add(&file, &hash, extension).map_err(TakeInError::Store)?;
    Ok(Box::new(Attachment {
        id: Attachment::id_of_hash(&hash),
        hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        extension: extension.to_owned(),
        name,
        bytes: file.len() as u64,
        width: square.width(),
        height: square.height(),
        colour: dominant_colour(&square),
        added_at: chrono::DateTime::default(),
    }))
}

/// Where a photograph comes from.
pub(super) enum PhotoFrom {
    /// A file.
    File(PathBuf),
    /// Pixels from the clipboard, and what they are called.
    Pasted(String, Arc<ColorImage>),
}

impl PhotoFrom {
    /// Encodes pixels as a file.
    pub fn into_source(self, limits: &Limits) -> Result<Source, crate::jobs::intake::IntakeError> {
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
