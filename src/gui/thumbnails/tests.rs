//! Tests of what is asked for, kept and let go, with workers that run when the test says so.

use std::time::Duration;

use super::*;
use crate::jobs::Outcome;
use crate::scan::samples::encode;
use crate::scan::{Format, RgbImage};

/// Pictures in a folder, and the window's side of them.
struct Desk {
    folder: tempfile::TempDir,
    ctx: egui::Context,
    jobs: Jobs<Work>,
    originals: Attachments,
    pictures: Vec<Attachment>,
    thumbnails: Thumbnails,
}

impl Desk {
    fn new(count: u8, side: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let originals = Attachments::beside(&folder.path().join("book.ron"));
        let picture = |number: u8| {
            let image = RgbImage::from_pixel(side, side, image::Rgb([number, 90, 10]));
            let bytes = encode(image, Format::Png);
            let hash = Attachments::hash(&bytes);
            originals.add(&bytes, &hash, "png").unwrap();
            Attachment {
                id: Attachment::id_of_hash(&hash),
                hash: blake3::Hash::from_bytes(hash).to_hex().to_string(),
                extension: "png".to_owned(),
                bytes: bytes.len() as u64,
                width: side,
                height: side,
                ..Attachment::default()
            }
        };
        let pictures = (0..count).map(picture).collect();
        let (ctx, jobs) = (egui::Context::default(), Jobs::inline());
        Self { folder, ctx, jobs, originals, pictures, thumbnails: Thumbnails::default() }
    }

    /// A frame that shows some pictures and expects others; returns what could be painted.
    fn frame(
        &mut self,
        seen: impl IntoIterator<Item = usize>,
        ahead: impl IntoIterator<Item = usize>,
    ) -> Vec<Thumbnail> {
        let size = ThumbnailSize::Large;
        let get = |at: usize| self.thumbnails.get(&self.ctx, &self.pictures[at], size);
        let shown = seen.into_iter().map(get).collect();
        for at in ahead {
            self.thumbnails.expect(&self.pictures[at], size);
        }
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000);
        self.thumbnails.end_frame(&self.ctx, &self.jobs, Some(&self.originals), now);
        shown
    }

    fn receive(&mut self, outcome: Outcome<Work>) -> Option<usize> {
        let key = self.thumbnails.asked.get(&outcome.id()).copied();
        match outcome {
            Outcome::Done(job, Work::Thumbnail(result)) => self.thumbnails.arrived(job, result),
            Outcome::Done(_, Work::ThumbnailsKept(bytes)) => self.thumbnails.kept(bytes),
            Outcome::Done(..) => {}
            Outcome::Cancelled(job) => {
                self.thumbnails.cancelled(job);
                return None;
            }
            Outcome::Failed(job, _) => self.thumbnails.failed(job),
        }
        key.and_then(|key| self.pictures.iter().position(|picture| picture.id == key.0))
    }

    /// Lets the workers do everything; returns the pictures in the order in which they were made.
    fn work(&mut self) -> Vec<usize> {
        let mut made = Vec::new();
        while let Some(outcome) = self.jobs.next_outcome() {
            made.extend(self.receive(outcome));
        }
        made
    }

    fn texture_of(&self, at: usize) -> bool {
        let id = self.pictures[at].id;
        let mut entries = self.thumbnails.entries.iter().filter(|(key, _)| key.0 == id);
        entries.any(|(_, entry)| matches!(entry, Entry::Ready { .. }))
    }
}

/// Bytes of a square texture.
fn square(side: usize) -> usize {
    side * side * 4
}

#[test]
fn what_is_seen_is_made_before_what_is_expected_and_from_the_top() {
    let mut desk = Desk::new(6, 40);
    assert_eq!(desk.frame([0, 1], [2, 3]), [Thumbnail::Loading; 2]);
    assert_eq!(desk.work(), [0, 1, 2, 3]);
    // What was expected is a texture before it comes into sight.
    desk.frame([0, 1], [2, 3]);
    assert!(desk.texture_of(2) && desk.texture_of(3));
    assert!(matches!(desk.frame([2, 3], [])[..], [Thumbnail::Ready(_), Thumbnail::Ready(_)]));
}

#[test]
fn what_comes_into_sight_overtakes_what_was_expected() {
    let mut desk = Desk::new(6, 40);
    desk.frame([0], [1, 2, 3]);
    // Scrolled on: 3 is seen now, and 4 is new.
    desk.frame([3, 4], [5]);
    let made = desk.work();
    assert_eq!(made.len(), 3, "{made:?}: what was scrolled past is not made");
    assert!(made.ends_with(&[5]) && made.contains(&3) && made.contains(&4), "{made:?}");
}

#[test]
fn what_was_scrolled_past_is_taken_back_and_may_be_asked_for_again() {
    let mut desk = Desk::new(40, 40);
    desk.frame(0..20, []);
    desk.frame(20..30, []);
    let made = desk.work();
    assert_eq!(made, (20..30).collect::<Vec<_>>());
    assert!(!desk.thumbnails.is_busy() || !desk.thumbnails.decoded.is_empty());
    desk.frame(0..2, []);
    assert_eq!(desk.work(), [0, 1]);
}

#[test]
fn the_workers_are_never_asked_for_more_than_they_can_do_soon() {
    let mut desk = Desk::new(120, 8);
    desk.frame(0..100, 100..120);
    assert_eq!(desk.thumbnails.asked.len(), MOST_ASKED);
    assert!(desk.thumbnails.is_busy(), "the rest is still wanted");
    let mut made = Vec::new();
    for _ in 0..12 {
        desk.frame(0..100, 100..120);
        made.extend(desk.work());
    }
    made.sort_unstable();
    assert_eq!(made, (0..120).collect::<Vec<_>>(), "each once");
    desk.frame(0..100, 100..120);
    desk.frame(0..100, 100..120);
    assert!(!desk.thumbnails.is_busy());
}

#[test]
fn pictures_that_were_scrolled_past_do_not_fill_the_memory() {
    for kept in [4, 9] {
        let mut desk = Desk::new(60, 64);
        let budget = kept * square(64);
        desk.thumbnails.set_budget(budget);
        for at in 0..60 {
            desk.frame([at], []);
            desk.work();
            desk.frame([at], []);
        }
        desk.frame([59], []);
        assert!(desk.thumbnails.bytes <= budget, "{} bytes", desk.thumbnails.bytes);
        let usage = desk.thumbnails.usage();
        assert!((kept - 1..=kept).contains(&usage.textures), "{usage:?} of {kept}: the budget has effect");
        assert!(desk.texture_of(59) && desk.texture_of(58) && !desk.texture_of(0), "the oldest go first");
        // What is counted is what is there.
        assert_eq!(usage.bytes, usage.textures * square(64));
    }
}

#[test]
fn a_smaller_budget_lets_go_at_once_and_what_is_seen_stays() {
    let mut desk = Desk::new(10, 64);
    desk.frame(0..10, []);
    desk.work();
    desk.frame(0..10, []);
    assert_eq!(desk.thumbnails.usage().textures, 10);
    desk.thumbnails.set_budget(square(64));
    desk.frame(0..3, []);
    desk.frame(0..3, []);
    assert_eq!(desk.thumbnails.usage().textures, 3, "the three on the screen");
    // There is no memory left for what is not seen yet.
    desk.frame(0..3, 3..10);
    assert_eq!(desk.work(), Vec::<usize>::new());
}

#[test]
fn few_bytes_go_to_the_graphics_card_in_one_frame() {
    let mut desk = Desk::new(3, 1_000);
    desk.frame(0..3, []);
    desk.work();
    let ready = |shown: &[Thumbnail]| {
        shown.iter().filter(|thumbnail| matches!(thumbnail, Thumbnail::Ready(_))).count()
    };
    // Four megabytes each: two are begun in a frame of four, since the first leaves some room.
    let first = ready(&desk.frame(0..3, []));
    assert!((1..3).contains(&first), "{first}");
    assert_eq!(ready(&desk.frame(0..3, [])), 3);
}

#[test]
fn until_the_wanted_size_is_there_another_one_is_painted() {
    let mut desk = Desk::new(1, 700);
    let picture = desk.pictures[0].clone();
    let now = SystemTime::UNIX_EPOCH;
    assert_eq!(desk.thumbnails.get(&desk.ctx, &picture, ThumbnailSize::Small), Thumbnail::Loading);
    desk.thumbnails.end_frame(&desk.ctx, &desk.jobs, Some(&desk.originals), now);
    desk.work();
    let small = desk.thumbnails.get(&desk.ctx, &picture, ThumbnailSize::Small);
    let large = desk.thumbnails.get(&desk.ctx, &picture, ThumbnailSize::Large);
    assert!(matches!(small, Thumbnail::Ready(_)));
    assert_eq!(large, small, "better than nothing");
    desk.thumbnails.end_frame(&desk.ctx, &desk.jobs, Some(&desk.originals), now);
    desk.work();
    assert_ne!(desk.thumbnails.get(&desk.ctx, &picture, ThumbnailSize::Large), small);
}

#[test]
fn the_colour_of_a_picture_without_one_comes_with_it() {
    let mut desk = Desk::new(3, 40);
    let paper = Color32::from_rgb(250, 250, 245);
    assert_eq!(desk.thumbnails.colour(&desk.pictures[2], paper), paper, "not black");
    desk.frame([2], []);
    desk.work();
    assert_eq!(desk.thumbnails.colour(&desk.pictures[2], paper), Color32::from_rgb(2, 90, 10));
    let known = Attachment { colour: [7, 8, 9], ..Attachment::default() };
    assert_eq!(desk.thumbnails.colour(&known, paper), Color32::from_rgb(7, 8, 9));
}

#[test]
fn a_missing_file_is_asked_for_once_until_it_may_be_back() {
    let mut desk = Desk::new(1, 40);
    let path = desk.originals.path(&desk.pictures[0]).unwrap();
    let hidden = desk.folder.path().join("hidden");
    std::fs::rename(&path, &hidden).unwrap();
    desk.frame([0], []);
    desk.work();
    assert_eq!(desk.frame([0], []), [Thumbnail::Missing]);
    assert_eq!(desk.thumbnails.trouble(desk.pictures[0].id), Some(Trouble::Missing));
    assert_eq!(desk.work(), Vec::<usize>::new());
    std::fs::rename(&hidden, &path).unwrap();
    desk.thumbnails.retry_broken();
    desk.frame([0], []);
    desk.work();
    assert!(matches!(desk.frame([0], [])[..], [Thumbnail::Ready(_)]));
}

#[test]
fn thumbnails_are_kept_on_the_disk_and_the_cache_is_kept_within_its_limit() {
    let mut desk = Desk::new(12, 400);
    let folder = desk.folder.path().join("cache");
    let files = || std::fs::read_dir(&folder).map_or(0, |entries| entries.count());
    desk.thumbnails.set_cache(Some(Cache::at(&folder)), 1 << 20);
    desk.frame(0..12, []);
    desk.work();
    assert_eq!(files(), 24, "two sizes of each");
    desk.thumbnails.clear(&desk.jobs);
    assert_eq!((desk.thumbnails.usage().bytes, desk.thumbnails.usage().textures), (0, 0));
    desk.frame(0..12, []);
    assert_eq!(desk.work().len(), 12, "from the disk");
    // A smaller limit has effect at once.
    desk.thumbnails.set_cache(Some(Cache::at(&folder)), 1);
    desk.frame([0], []);
    desk.work();
    assert_eq!(files(), 0);
}

#[test]
fn another_book_gets_nothing_that_was_asked_for_by_the_one_before() {
    let mut desk = Desk::new(2, 40);
    desk.frame([0], []);
    let before = desk.jobs.active().len();
    desk.thumbnails.clear(&desk.jobs);
    assert_eq!((before, desk.jobs.active().len()), (1, 0));
    desk.work();
    assert_eq!((desk.thumbnails.usage().bytes, desk.thumbnails.usage().textures), (0, 0));
    assert!(desk.thumbnails.entries.is_empty());
}
