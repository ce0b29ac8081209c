//! A picture of a card on its way to somebody else: looked at by a worker, which proposes what to cover, and made anew with
//! bars over it by another.
//!
//! Owns the two jobs. What may stand open the gate says ([`covered_for`]), where print is and how it
//! is covered is `scan`'s. Must not know how the sheet looks.
//!
//! Invariant: what is handed on was encoded anew from covered pixels (`scan::cover`).

use std::sync::{Arc, OnceLock};

use eframe::egui::ColorImage;

use crate::exchange::share::Shareable;
use crate::jobs::{JobSpec, Lane};
use crate::model::Attachment;
use crate::scan::cover::{Handed, Region, cover, for_handing_on};
use crate::scan::{Area, Limits, Tesseract};
use crate::session::covered_for;

use super::app::App;
use super::work::Work;

/// What a worker found in the picture of a card.
pub struct Looked {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Upright, for the screen.
    pub image: ColorImage,
    /// What to cover.
    pub regions: Vec<Region>,
}

/// Where an answer will lie, or why there is none.
pub type Slot<T> = Arc<OnceLock<Result<T, String>>>;

/// The file of a picture with bars over it, and its pixels.
pub type Covered = (Arc<Vec<u8>>, Arc<ColorImage>);

/// A picture is to be looked at.
#[derive(Clone)]
pub struct Look {
    /// The picture.
    pub picture: Attachment,
    /// What of its person may be seen.
    pub seen: Shareable,
    /// Where the answer will lie.
    pub slot: Slot<Looked>,
}

/// A picture is to be made with bars over it.
#[derive(Clone)]
pub struct HandOn {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// What is covered.
    pub areas: Vec<Area>,
    /// Where it will lie: the file and its pixels.
    pub slot: Slot<Covered>,
}

impl std::fmt::Debug for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Look").field("picture", &self.picture.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for HandOn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HandOn").field("areas", &self.areas.len()).finish_non_exhaustive()
    }
}

impl PartialEq for Look {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.slot, &other.slot)
    }
}

impl PartialEq for HandOn {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.slot, &other.slot)
    }
}

fn pixels(image: &crate::scan::RgbImage) -> ColorImage {
    let [width, height] = [image.width(), image.height()].map(|side| side as usize);
    ColorImage::from_rgb([width, height], image.as_raw())
}

impl App {
    /// Has a worker look at the picture of a card. A machine without a reader of print has more of it covered.
    pub(super) fn look_at_card(&self, look: Look) {
        let Some(attachments) = self.attachments() else {
            look.slot.get_or_init(|| Err(String::new()));
            return;
        };
        let spec = JobSpec::new(Lane::Files, "").latest("cover");
        self.jobs.spawn(spec, move |progress| {
            let token = progress.token();
            let looked = attachments
                .read(&look.picture, Limits::default().max_bytes)
                .map_err(|error| error.problem.to_string())
                .and_then(|bytes| {
                    let image = for_handing_on(&bytes).map_err(|error| error.to_string())?;
                    let go_on = || token.check().is_ok();
                    let read = Tesseract::find().map(|reader| reader.read(&image, &go_on));
                    let read = read.unwrap_or_default();
                    let regions = covered_for(&image, &read, &look.seen);
                    Ok(Looked { image: pixels(&image), bytes: bytes.into(), regions })
                });
            look.slot.get_or_init(|| looked);
            Ok(Work::Answered)
        });
    }

    /// Has a worker make the picture that leaves.
    pub(super) fn hand_on(&self, what: HandOn) {
        self.jobs.spawn(JobSpec::new(Lane::Files, ""), move |progress| {
            progress.token().check()?;
            let made = cover(&what.bytes, &what.areas, Handed::Png).map_err(|error| error.to_string());
            let made = made.and_then(|file| {
                let image = for_handing_on(&file).map_err(|error| error.to_string())?;
                Ok((Arc::new(file), Arc::new(pixels(&image))))
            });
            what.slot.get_or_init(|| made);
            Ok(Work::Answered)
        });
    }
}
