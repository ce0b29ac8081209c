//! Pictures of cards as textures: asked for by the views, decoded by workers, kept under a budget.
//!
//! Owns which textures live; must not know views or the book. A view calls
//! [`Thumbnails::get`] while it draws and paints what it gets: the picture, or the card's dominant
//! colour until it is there. Nothing is decoded on the window's thread.

use std::collections::BTreeMap;

use eframe::egui::{self, ColorImage, TextureHandle, TextureOptions};

use crate::jobs::{JobSpec, Jobs, Lane, Priority};
use crate::model::{Attachment, Id};
use crate::scan::{LARGE_SIDE, Limits, RgbaImage, SMALL_SIDE};
use crate::store::Attachments;

use super::work::Work;

/// Memory for textures and for pictures on their way to become one, in bytes, after which the ones not seen for longest go.
const BUDGET: usize = 256 << 20;

/// Textures handed to the graphics card in one frame; more would be felt as a hitch.
const UPLOADS_PER_FRAME: usize = 8;

/// The two sizes in which pictures are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThumbnailSize {
    /// Longer side 256 px.
    Small,
    /// Longer side 1024 px.
    Large,
}

impl ThumbnailSize {
    /// Returns the size that is sharp for a picture drawn this many points wide.
    pub fn for_width(points: f32, pixels_per_point: f32) -> Self {
        if points * pixels_per_point <= SMALL_SIDE as f32 * 1.15 { Self::Small } else { Self::Large }
    }

    fn side(self) -> u32 {
        match self {
            Self::Small => SMALL_SIDE,
            Self::Large => LARGE_SIDE,
        }
    }
}

type Key = (Id<Attachment>, ThumbnailSize);

enum Entry {
    /// A worker has been asked.
    Asked,
    /// Decoded, waiting for a place in a frame.
    Decoded { image: RgbaImage, seen: u64 },
    /// On the graphics card.
    Ready { texture: TextureHandle, bytes: usize, seen: u64 },
    /// The file is missing or cannot be read.
    Broken,
}

/// What a view can paint for a picture now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Thumbnail {
    /// The picture.
    Ready(egui::TextureId),
    /// Not there yet; paint the card's dominant colour.
    Loading,
    /// The file is missing or cannot be read.
    Missing,
}

/// All textures of card pictures.
pub struct Thumbnails {
    entries: BTreeMap<Key, Entry>,
    wanted: Vec<(Key, Attachment)>,
    frame: u64,
    bytes: usize,
    uploads_left: usize,
    budget: usize,
}

impl Default for Thumbnails {
    fn default() -> Self {
        Self {
            entries: BTreeMap::new(),
            wanted: Vec::new(),
            frame: 0,
            bytes: 0,
            uploads_left: UPLOADS_PER_FRAME,
            budget: BUDGET,
        }
    }
}

impl Thumbnails {
    /// Returns what can be painted for a picture, and asks for it when it is not there.
    pub fn get(&mut self, ctx: &egui::Context, attachment: &Attachment, size: ThumbnailSize) -> Thumbnail {
        let key = (attachment.id, size);
        let frame = self.frame;
        match self.entries.get_mut(&key) {
            Some(Entry::Ready { texture, seen, .. }) => {
                *seen = frame;
                Thumbnail::Ready(texture.id())
            }
            Some(Entry::Broken) => Thumbnail::Missing,
            Some(Entry::Decoded { .. }) if self.uploads_left > 0 => {
                self.uploads_left -= 1;
                let Some(Entry::Decoded { image, .. }) = self.entries.remove(&key) else {
                    return Thumbnail::Loading;
                };
                let extent = [image.width() as usize, image.height() as usize];
                // Counted since it was decoded.
                let bytes = image.as_raw().len();
                let pixels = ColorImage::from_rgba_unmultiplied(extent, image.as_raw());
                let options = TextureOptions {
                    mipmap_mode: Some(egui::TextureFilter::Linear),
                    ..TextureOptions::LINEAR
                };
                let texture = ctx.load_texture(format!("card-{}", attachment.id), pixels, options);
                let id = texture.id();
                self.entries.insert(key, Entry::Ready { texture, bytes, seen: frame });
                Thumbnail::Ready(id)
            }
            Some(Entry::Decoded { seen, .. }) => {
                *seen = frame;
                ctx.request_repaint();
                Thumbnail::Loading
            }
            Some(Entry::Asked) => self.other_size(key),
            None => {
                self.entries.insert(key, Entry::Asked);
                self.wanted.push((key, attachment.clone()));
                self.other_size(key)
            }
        }
    }

    /// Until the wanted size is there, the other one is better than nothing.
    fn other_size(&self, (id, size): Key) -> Thumbnail {
        let other = if size == ThumbnailSize::Small { ThumbnailSize::Large } else { ThumbnailSize::Small };
        match self.entries.get(&(id, other)) {
            Some(Entry::Ready { texture, .. }) => Thumbnail::Ready(texture.id()),
            _ => Thumbnail::Loading,
        }
    }

    /// Puts in a picture that a worker has decoded; `None` when the file is missing or broken.
    pub fn decoded(&mut self, id: Id<Attachment>, size: ThumbnailSize, image: Option<RgbaImage>) {
        self.forget((id, size));
        let entry = image.map_or(Entry::Broken, |image| {
            // Also what nobody looks at any more takes memory.
            self.bytes += image.as_raw().len();
            Entry::Decoded { image, seen: self.frame }
        });
        self.entries.insert((id, size), entry);
    }

    /// A worker gave up before it began: what was asked for may be asked for again.
    pub fn forget_asked(&mut self) {
        self.entries.retain(|_, entry| !matches!(entry, Entry::Asked));
    }

    /// Forgets what was broken, because a file may have come back.
    pub fn retry_broken(&mut self) {
        self.entries.retain(|_, entry| !matches!(entry, Entry::Broken));
    }

    fn forget(&mut self, key: Key) {
        match self.entries.remove(&key) {
            Some(Entry::Ready { bytes, .. }) => self.bytes -= bytes,
            Some(Entry::Decoded { image, .. }) => self.bytes -= image.as_raw().len(),
            Some(Entry::Asked | Entry::Broken) | None => {}
        }
    }

    /// Ends a frame: asks the workers for what was missing, and lets go of what was not seen for
    /// longest when the budget is exceeded. `pictures` are those of the book, encrypted or not.
    pub fn end_frame(&mut self, jobs: &Jobs<Work>, pictures: Option<&Attachments>) {
        for ((id, size), attachment) in self.wanted.drain(..) {
            let Some(pictures) = pictures.cloned() else {
                self.entries.insert((id, size), Entry::Broken);
                continue;
            };
            let spec = JobSpec::new(Lane::Decode, "")
                .once(format!("thumbnail {id} {size:?}"))
                .priority(Priority::Visible);
            jobs.spawn(spec, move |progress| {
                progress.token().check()?;
                let image = pictures
                    .read(&attachment, Limits::default().max_bytes)
                    .ok()
                    .and_then(|bytes| crate::scan::decode(&bytes, &Limits::default()).ok())
                    .map(|image| crate::scan::thumbnail(&image, size.side()));
                Ok(Work::Thumbnail { id, size, image })
            });
        }
        self.uploads_left = UPLOADS_PER_FRAME;
        self.frame += 1;
        if self.bytes > self.budget {
            self.evict();
        }
    }

    /// Lets go of pictures until a tenth of the budget is free, the ones not seen for longest first.
    fn evict(&mut self) {
        let mut ready: Vec<(u64, Key)> = self
            .entries
            .iter()
            .filter_map(|(key, entry)| match entry {
                Entry::Ready { seen, .. } | Entry::Decoded { seen, .. } if *seen + 1 < self.frame => {
                    Some((*seen, *key))
                }
                _ => None,
            })
            .collect();
        ready.sort_unstable();
        for (_, key) in ready {
            if self.bytes <= self.budget / 10 * 9 {
                break;
            }
            self.forget(key);
        }
    }

    /// Whether something is still being decoded; pictures for the documentation wait for it.
    pub fn is_busy(&self) -> bool {
        self.entries.values().any(|entry| matches!(entry, Entry::Asked | Entry::Decoded { .. }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_that_were_scrolled_past_before_they_were_drawn_do_not_fill_the_memory() {
        let jobs: Jobs<Work> = Jobs::inline();
        let mut thumbnails = Thumbnails { budget: 10 * 64 * 64 * 4, ..Thumbnails::default() };
        for number in 1..=100 {
            thumbnails.decoded(Id::new(number), ThumbnailSize::Small, Some(RgbaImage::new(64, 64)));
            thumbnails.end_frame(&jobs, None);
        }
        assert!(thumbnails.bytes <= thumbnails.budget, "{} bytes", thumbnails.bytes);
        assert!((5..=10).contains(&thumbnails.entries.len()), "{}", thumbnails.entries.len());
        let newest = (Id::new(100), ThumbnailSize::Small);
        assert!(thumbnails.entries.contains_key(&newest), "the oldest go first");
        thumbnails.decoded(Id::new(100), ThumbnailSize::Small, None);
        assert_eq!(thumbnails.bytes, (thumbnails.entries.len() - 1) * 64 * 64 * 4);
    }
}
