//! Pictures of cards as textures: asked for by the views, decoded by workers, kept under a budget.
//!
//! Owns which textures live, and what the workers are asked for; must not know views or the book. A view calls
//! [`Thumbnails::get`] while it draws and paints what it gets: the picture, or the card's dominant
//! colour until it is there. What will be drawn soon it names by [`Thumbnails::expect`]. Nothing is decoded on the
//! window's thread.
//!
//! Every frame says anew what is wanted. What was asked for and is wanted no longer, because it was scrolled past, is
//! taken back before a worker begins it; what is seen goes before what is expected, and what is seen newest first.
//!
//! Invariant: what nobody looks at gives way when more than the budget is used
//! (`tests::pictures_that_were_scrolled_past_do_not_fill_the_memory`).

mod size;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::time::SystemTime;

use eframe::egui::{self, Color32, ColorImage, TextureHandle, TextureOptions};

use crate::jobs::{JobId, JobSpec, Jobs, Lane, Priority, Progress, Spawner};
use crate::model::{Attachment, Id};
use crate::pictures::{Cache, DEFAULT_LIMIT, Loaded, Pictures, Trouble};
use crate::store::Attachments;

use super::work::Work;
pub use size::ThumbnailSize;

/// Memory for textures and for pictures on their way to become one when nothing else is set, in bytes.
pub const DEFAULT_BUDGET: usize = 256 << 20;

/// Bytes handed to the graphics card in one frame; more would be felt as a hitch. One picture goes always.
const UPLOAD_PER_FRAME: usize = 4 << 20;

/// Pictures that the workers have been asked for at one time: enough to keep them busy from frame to frame, and few
/// enough that nobody waits behind what was scrolled past.
const MOST_ASKED: usize = 32;

/// As many of them may be expected ones.
const MOST_AHEAD: usize = 12;

/// Thumbnails that wait to be written; a worker that decodes more writes them itself.
const MOST_UNWRITTEN: usize = 6;

/// After so many bytes written the cache on the disk is looked through, and after the first ones.
const CLEAN_AFTER: u64 = 64 << 20;

type Key = (Id<Attachment>, ThumbnailSize);

enum Entry {
    /// A worker has been asked.
    Asked { job: JobId, ahead: bool, stopped: bool, seen: u64 },
    /// Decoded, waiting for a place in a frame.
    Decoded { image: Arc<ColorImage>, seen: u64 },
    /// On the graphics card.
    Ready { texture: TextureHandle, bytes: usize, seen: u64 },
    /// It cannot be shown.
    Trouble(Trouble),
}

impl Entry {
    /// Memory in bytes.
    fn bytes(&self) -> usize {
        match self {
            Self::Decoded { image, .. } => image.pixels.len() * 4,
            Self::Ready { bytes, .. } => *bytes,
            Self::Asked { .. } | Self::Trouble(_) => 0,
        }
    }

    const fn seen_mut(&mut self) -> Option<&mut u64> {
        match self {
            Self::Asked { seen, .. } | Self::Decoded { seen, .. } | Self::Ready { seen, .. } => Some(seen),
            Self::Trouble(_) => None,
        }
    }
}

/// What a view can paint for a picture now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Thumbnail {
    /// The picture.
    Ready(egui::TextureId),
    /// Not there yet; paint the card's dominant colour.
    Loading,
    /// The file is missing, altered, or cannot be read.
    Missing,
}

/// A picture that a worker has made.
pub struct Made {
    image: Arc<ColorImage>,
    colour: [u8; 3],
    /// Bytes that were written to the cache on the way.
    kept: u64,
}

/// What pictures take, for figures and tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Bytes of textures and of what waits to become one.
    pub bytes: usize,
    /// How many textures there are.
    pub textures: usize,
    /// How many bytes they may take.
    pub budget: usize,
}

/// All textures of card pictures.
pub struct Thumbnails {
    entries: BTreeMap<Key, Entry>,
    asked: BTreeMap<JobId, Key>,
    /// Decoded, and waiting for a place in a frame.
    decoded: BTreeSet<Key>,
    wanted: Vec<(Key, Attachment)>,
    ahead: Vec<(Key, Attachment)>,
    /// Expected ones that have come into sight.
    raise: Vec<JobId>,
    /// More is wanted in this frame than can be asked for.
    unmet: bool,
    /// It was so in the last one.
    behind: bool,
    frame: u64,
    bytes: usize,
    /// Bytes of what was seen or expected in this frame.
    in_use: usize,
    uploads_left: usize,
    budget: usize,
    /// Dominant colours of pictures whose record has none.
    colours: BTreeMap<Id<Attachment>, [u8; 3]>,
    cache: Option<Cache>,
    cache_limit: u64,
    written: u64,
    clean: bool,
    /// Held by each job that writes to the cache.
    writing: Arc<()>,
    /// How many pictures that were seen in the last frame are still to come.
    to_come: Arc<AtomicUsize>,
}

impl Default for Thumbnails {
    fn default() -> Self {
        Self {
            entries: BTreeMap::new(),
            asked: BTreeMap::new(),
            decoded: BTreeSet::new(),
            wanted: Vec::new(),
            ahead: Vec::new(),
            raise: Vec::new(),
            unmet: false,
            behind: false,
            frame: 1,
            bytes: 0,
            in_use: 0,
            uploads_left: UPLOAD_PER_FRAME,
            budget: DEFAULT_BUDGET,
            colours: BTreeMap::new(),
            cache: None,
            cache_limit: DEFAULT_LIMIT,
            written: 0,
            clean: false,
            writing: Arc::default(),
            to_come: Arc::default(),
        }
    }
}

impl Thumbnails {
    /// As by default; `to_come` holds after each frame how many pictures that were seen are still to come.
    pub fn counting(to_come: Arc<AtomicUsize>) -> Self {
        Self { to_come, ..Self::default() }
    }

    /// Sets how much memory pictures may take, in bytes.
    pub fn set_budget(&mut self, bytes: usize) {
        self.budget = bytes;
    }

    /// Sets where thumbnails are kept on the disk and how many bytes they may take there; `None` keeps none.
    pub fn set_cache(&mut self, cache: Option<Cache>, limit: u64) {
        self.clean |= limit < self.cache_limit;
        self.cache = cache;
        self.cache_limit = limit;
    }

    /// Where thumbnails are kept on the disk.
    pub fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    /// What pictures take now.
    pub fn usage(&self) -> Usage {
        let textures = self.entries.values().filter(|entry| matches!(entry, Entry::Ready { .. })).count();
        Usage { bytes: self.bytes, textures, budget: self.budget }
    }

    /// The colour that stands in the place of a picture until it is there; `otherwise` when nobody knows it yet.
    pub fn colour(&self, attachment: &Attachment, otherwise: Color32) -> Color32 {
        // Books of earlier versions have none; a card as black as that gets its colour with its picture.
        let known = Some(attachment.colour).filter(|colour| *colour != [0; 3]);
        known
            .or_else(|| self.colours.get(&attachment.id).copied())
            .map_or(otherwise, |[red, green, blue]| Color32::from_rgb(red, green, blue))
    }

    /// Why a picture cannot be shown, as far as is known.
    pub fn trouble(&self, attachment: Id<Attachment>) -> Option<Trouble> {
        let sizes = (attachment, ThumbnailSize::Tiny)..=(attachment, ThumbnailSize::Large);
        self.entries.range(sizes).find_map(|(_, entry)| match entry {
            Entry::Trouble(trouble) => Some(*trouble),
            _ => None,
        })
    }

    /// Returns what can be painted for a picture, and asks for it when it is not there.
    pub fn get(&mut self, ctx: &egui::Context, attachment: &Attachment, size: ThumbnailSize) -> Thumbnail {
        let key = (attachment.id, size.of_picture(attachment.width, attachment.height));
        self.see(key);
        match self.entries.get_mut(&key) {
            Some(Entry::Ready { texture, .. }) => Thumbnail::Ready(texture.id()),
            Some(Entry::Trouble(_)) => Thumbnail::Missing,
            Some(Entry::Decoded { .. }) if self.uploads_left > 0 => {
                self.upload(ctx, key);
                self.ready(key).unwrap_or(Thumbnail::Loading)
            }
            Some(Entry::Decoded { .. }) => self.other_size(key),
            Some(Entry::Asked { job, ahead, .. }) => {
                if std::mem::take(ahead) {
                    self.raise.push(*job);
                }
                self.other_size(key)
            }
            None => {
                let room = self.wanted.len() + self.asked.len() < MOST_ASKED;
                if room && !self.wanted.iter().any(|(other, _)| *other == key) {
                    self.wanted.push((key, attachment.clone()));
                }
                self.unmet |= !room;
                self.other_size(key)
            }
        }
    }

    /// Says that a picture will be wanted soon, the sooner the earlier it is named: it is decoded when nothing that is
    /// seen waits, and as long as there is memory for it.
    pub fn expect(&mut self, attachment: &Attachment, size: ThumbnailSize) {
        let size = size.of_picture(attachment.width, attachment.height);
        let key = (attachment.id, size);
        self.see(key);
        let side = size.side() as usize;
        // As large as it can be; most cards take six tenths of that.
        let fits = self.in_use + side * side * 4 < self.budget / 4 * 3;
        if fits && self.ahead.len() < MOST_AHEAD && !self.entries.contains_key(&key) {
            self.ahead.push((key, attachment.clone()));
        }
    }

    /// Marks that something is wanted in this frame.
    fn see(&mut self, key: Key) {
        let frame = self.frame;
        let Some(entry) = self.entries.get_mut(&key) else { return };
        let bytes = entry.bytes();
        if let Some(seen) = entry.seen_mut()
            && std::mem::replace(seen, frame) != frame
        {
            self.in_use += bytes;
        }
    }

    fn ready(&self, key: Key) -> Option<Thumbnail> {
        match self.entries.get(&key) {
            Some(Entry::Ready { texture, .. }) => Some(Thumbnail::Ready(texture.id())),
            _ => None,
        }
    }

    /// Until the wanted size is there, another one is better than nothing: the sharpest.
    fn other_size(&mut self, (id, size): Key) -> Thumbnail {
        for other in ThumbnailSize::ALL.into_iter().rev().filter(|other| *other != size) {
            if let Some(ready) = self.ready((id, other)) {
                self.see((id, other));
                return ready;
            }
        }
        Thumbnail::Loading
    }

    /// Makes a texture of a decoded picture.
    fn upload(&mut self, ctx: &egui::Context, key: Key) {
        self.decoded.remove(&key);
        let Some(Entry::Decoded { image, seen }) = self.entries.remove(&key) else { return };
        let bytes = image.pixels.len() * 4;
        self.uploads_left = self.uploads_left.saturating_sub(bytes);
        let texture = ctx.load_texture(format!("card-{}", key.0), image, TextureOptions::LINEAR);
        self.entries.insert(key, Entry::Ready { texture, bytes, seen });
    }

    /// Puts in a picture that a worker has made, or why there is none.
    pub fn arrived(&mut self, job: JobId, result: Result<Made, Trouble>) {
        // It was asked for by another book, or by nobody any more.
        let Some(key) = self.asked.remove(&job) else { return };
        let seen = match self.entries.get(&key) {
            Some(Entry::Asked { seen, .. }) => *seen,
            _ => self.frame,
        };
        self.forget(key);
        let entry = match result {
            Ok(made) => {
                self.colours.insert(key.0, made.colour);
                self.kept(made.kept);
                // Also what nobody looks at any more takes memory.
                self.bytes += made.image.pixels.len() * 4;
                self.decoded.insert(key);
                Entry::Decoded { image: made.image, seen }
            }
            Err(trouble) => Entry::Trouble(trouble),
        };
        self.entries.insert(key, entry);
    }

    /// So many bytes were written to the cache.
    pub fn kept(&mut self, bytes: u64) {
        self.clean |= self.written == 0 && bytes > 0;
        self.written += bytes;
        if self.written > CLEAN_AFTER {
            self.written = 1;
            self.clean = true;
        }
    }

    /// A worker gave up before it began: what was asked for may be asked for again.
    pub fn cancelled(&mut self, job: JobId) {
        if let Some(key) = self.asked.remove(&job) {
            self.forget(key);
        }
    }

    /// A worker failed in an unforeseen way: asked again, it would again.
    pub fn failed(&mut self, job: JobId) {
        if let Some(key) = self.asked.remove(&job) {
            self.forget(key);
            self.entries.insert(key, Entry::Trouble(Trouble::Unreadable));
        }
    }

    /// Forgets what could not be shown, because a file may have come back.
    pub fn retry_broken(&mut self) {
        self.entries.retain(|_, entry| !matches!(entry, Entry::Trouble(_)));
    }

    /// Lets go of everything: another book is open, or this one was encrypted or is readable again.
    pub fn clear(&mut self, jobs: &Jobs<Work>) {
        for job in std::mem::take(&mut self.asked).into_keys() {
            jobs.cancel(job);
        }
        self.entries.clear();
        self.decoded.clear();
        self.bytes = 0;
    }

    fn forget(&mut self, key: Key) {
        self.decoded.remove(&key);
        if let Some(entry) = self.entries.remove(&key) {
            self.bytes -= entry.bytes();
        }
    }

    /// Ends a frame: asks the workers for what was missing, takes back what is wanted no longer, and lets go of what was
    /// not seen for longest when the budget is exceeded. `originals` are the pictures of the book, encrypted or not;
    /// `now` is when they were wanted.
    pub fn end_frame(
        &mut self,
        ctx: &egui::Context,
        jobs: &Jobs<Work>,
        originals: Option<&Attachments>,
        now: SystemTime,
    ) {
        self.upload_ahead(ctx);
        self.take_back(jobs);
        for job in self.raise.drain(..) {
            jobs.raise(job, Priority::Visible);
        }
        match originals {
            Some(originals) => {
                let pictures = Pictures { originals: originals.clone(), cache: self.cache.clone() };
                self.ask(jobs, &pictures, now);
                self.clean(jobs, now);
            }
            None => {
                for (key, _) in self.wanted.drain(..) {
                    self.entries.insert(key, Entry::Trouble(Trouble::Missing));
                }
                self.ahead.clear();
            }
        }
        if !self.decoded.is_empty() {
            ctx.request_repaint();
        }
        let seen = |key: &&Key| matches!(self.entries.get(*key), Some(Entry::Asked { ahead: false, .. }));
        self.to_come.store(self.asked.values().filter(seen).count(), Ordering::Relaxed);
        self.uploads_left = UPLOAD_PER_FRAME;
        self.frame += 1;
        self.in_use = 0;
        self.behind = std::mem::take(&mut self.unmet);
        if self.bytes > self.budget {
            self.evict();
        }
    }

    /// What is expected becomes a texture while there is room in the frame, so that it is there when it comes into
    /// sight.
    fn upload_ahead(&mut self, ctx: &egui::Context) {
        let waiting: Vec<Key> = self.decoded.iter().copied().collect();
        for key in waiting {
            if self.uploads_left == 0 {
                break;
            }
            self.upload(ctx, key);
        }
    }

    /// Takes back what was asked for and is wanted no longer.
    fn take_back(&mut self, jobs: &Jobs<Work>) {
        for (job, key) in &self.asked {
            if let Some(Entry::Asked { stopped, seen, .. }) = self.entries.get_mut(key)
                && *seen < self.frame
                && !std::mem::replace(stopped, true)
            {
                // What has begun is finished; the outcome says which.
                jobs.cancel(*job);
            }
        }
    }

    fn ask(&mut self, jobs: &Jobs<Work>, pictures: &Pictures, now: SystemTime) {
        // The lane takes the newest first, and what was named first is to be that.
        let wanted = std::mem::take(&mut self.wanted);
        for (key, attachment) in wanted.into_iter().rev() {
            self.spawn(jobs, pictures, now, key, attachment, false);
        }
        let waiting = self.entries.values().filter(|entry| matches!(entry, Entry::Asked { ahead: true, .. }));
        let free = MOST_AHEAD.saturating_sub(waiting.count());
        let mut ahead = std::mem::take(&mut self.ahead);
        ahead.truncate(free.min(MOST_ASKED.saturating_sub(self.asked.len())));
        for (key, attachment) in ahead.into_iter().rev() {
            self.spawn(jobs, pictures, now, key, attachment, true);
        }
    }

    fn spawn(
        &mut self,
        jobs: &Jobs<Work>,
        pictures: &Pictures,
        now: SystemTime,
        key: Key,
        attachment: Attachment,
        ahead: bool,
    ) {
        if self.entries.contains_key(&key) {
            return;
        }
        let priority = if ahead { Priority::Normal } else { Priority::Visible };
        let (pictures, writing, spawner) = (pictures.clone(), Arc::downgrade(&self.writing), jobs.spawner());
        let job = jobs.spawn(JobSpec::new(Lane::Decode, "").priority(priority), move |progress| {
            progress.token().check()?;
            let loaded = pictures.load(&attachment, key.1.kept(), now);
            Ok(Work::Thumbnail(
                loaded.map(|loaded| made(loaded, key.1, attachment, pictures, &writing, &spawner)),
            ))
        });
        self.asked.insert(job, key);
        self.entries.insert(key, Entry::Asked { job, ahead, stopped: false, seen: self.frame });
    }

    /// Has the cache looked through when that is due.
    fn clean(&mut self, jobs: &Jobs<Work>, now: SystemTime) {
        let due = std::mem::take(&mut self.clean);
        let Some(cache) = self.cache.clone().filter(|_| due) else { return };
        let limit = self.cache_limit;
        let spec = JobSpec::new(Lane::Decode, "").once("clean thumbnails").priority(Priority::Background);
        jobs.spawn(spec, move |progress: &Progress| {
            let token = progress.token();
            cache.clean(limit, now, &mut || token.check().is_ok());
            Ok(Work::ThumbnailsKept(0))
        });
    }

    /// Lets go of pictures until a tenth of the budget is free, the ones not seen for longest first.
    fn evict(&mut self) {
        let mut idle: Vec<(u64, Key)> = self
            .entries
            .iter()
            .filter_map(|(key, entry)| match entry {
                Entry::Ready { seen, .. } | Entry::Decoded { seen, .. } if *seen + 1 < self.frame => {
                    Some((*seen, *key))
                }
                _ => None,
            })
            .collect();
        idle.sort_unstable();
        for (_, key) in idle {
            if self.bytes <= self.budget / 10 * 9 {
                break;
            }
            self.forget(key);
        }
    }

    /// Whether something is still being decoded; pictures for the documentation wait for it.
    pub fn is_busy(&self) -> bool {
        !self.asked.is_empty() || !self.decoded.is_empty() || self.behind
    }
}

/// Makes of a loaded picture what a texture is made of, still on the worker, and has its thumbnails written when nothing
/// else waits.
fn made(
    loaded: Loaded,
    size: ThumbnailSize,
    attachment: Attachment,
    pictures: Pictures,
    writing: &Weak<()>,
    spawner: &Spawner<Work>,
) -> Made {
    let Loaded { image, colour, fresh } = loaded;
    let mut kept = 0;
    if let Some(set) = fresh
        && let Some(held) = writing.upgrade()
    {
        // Those that wait hold their pictures in memory.
        if Arc::strong_count(&held) > MOST_UNWRITTEN + 2 {
            kept = pictures.keep(&attachment, &set).unwrap_or_default();
        } else {
            let spec = JobSpec::new(Lane::Decode, "").priority(Priority::Background);
            spawner.spawn(spec, move |_| {
                // A full disk or a folder that may not be written: they are made anew the next time.
                let kept = pictures.keep(&attachment, &set).unwrap_or_default();
                drop(held);
                Ok(Work::ThumbnailsKept(kept))
            });
        }
    }
    let image = size.of_kept(&image);
    let size = [image.width() as usize, image.height() as usize];
    Made { image: Arc::new(ColorImage::from_rgb(size, image.as_raw())), colour, kept }
}
