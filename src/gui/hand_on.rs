//! A picture of a card on its way to somebody else: looked at by a worker, which proposes what to cover, and made anew with
//! bars over it by another.
//!
//! Owns the two jobs. What may stand open the gate says ([`covered_in`]), where print is and how it
//! is covered is `scan`'s. Must not know how the sheet looks.
//!
//! Invariant: what is handed on was encoded anew from covered pixels (`scan::cover`).

use std::sync::{Arc, OnceLock};

use eframe::egui::ColorImage;

use crate::exchange::share::Shareable;
use crate::jobs::{JobSpec, Lane};
use crate::model::Attachment;
use crate::scan::cover::{Handed, Print, Region, Word, cover, for_handing_on};
use crate::scan::{Area, Limits, decode};
use crate::session::covered_in;

use super::app::App;
use super::work::Work;

/// What a worker found in the picture of a card.
pub struct Looked {
    /// The same for whoever gets it.
    pub card: Arc<ReadCard>,
    /// What to cover.
    pub regions: Vec<Region>,
}

/// A picture that was decoded, looked at and read: kept while the sheet is open, for another recipient and another consent
/// change only what may be seen of it.
pub struct ReadCard {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Upright, for the screen.
    pub image: ColorImage,
    print: Print,
    words: Vec<Word>,
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
    /// It was read before.
    pub known: Option<Arc<ReadCard>>,
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
        let reader = self.platform.reader();
        self.jobs.spawn(spec, move |progress| {
            let token = progress.token();
            let read = || -> Result<Arc<ReadCard>, String> {
                let bytes = attachments
                    .read(&look.picture, Limits::default().max_bytes)
                    .map_err(|error| error.problem.to_string())?;
                let image = for_handing_on(&bytes).map_err(|error| error.to_string())?;
                let go_on = || token.check().is_ok();
                let print = Print::of(&image);
                let words = reader(&image, &print, &go_on);
                Ok(Arc::new(ReadCard { image: pixels(&image), bytes: bytes.into(), print, words }))
            };
            let card = look.known.clone().map_or_else(read, Ok);
            let looked = card.map(|card| {
                let regions = covered_in(&card.print, &card.words, &look.seen);
                Looked { card, regions }
            });
            // A reader that was stopped on the way read less.
            token.check()?;
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
                // As it is in the file: nothing is cut off a second time.
                let image = decode(&file, &Limits::default()).map_err(|error| error.to_string())?;
                Ok((Arc::new(file), Arc::new(pixels(&image))))
            });
            what.slot.get_or_init(|| made);
            Ok(Work::Answered)
        });
    }
}
