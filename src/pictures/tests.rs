//! Tests of the way from the original over the cache to the screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::*;
use crate::scan::Format;
use crate::scan::samples::{encode, quarters};
use crate::store::{Passphrase, Protect, Work};

fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000)
}

struct Place {
    folder: tempfile::TempDir,
    pictures: Pictures,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let originals = Attachments::beside(&folder.path().join("book.ron"));
        let cache = Some(Cache::at(folder.path().join("cache")));
        Self { folder, pictures: Pictures { originals, cache } }
    }

    fn add(&self, width: u32, height: u32, format: Format) -> Attachment {
        let bytes = encode(quarters(width, height), format);
        let hash = Attachments::hash(&bytes);
        self.pictures.originals.add(&bytes, &hash, format.extension()).unwrap();
        Attachment {
            id: Attachment::id_of_hash(&hash),
            hash: blake3::Hash::from_bytes(hash).to_hex().to_string(),
            extension: format.extension().to_owned(),
            bytes: bytes.len() as u64,
            width,
            height,
            ..Attachment::default()
        }
    }

    fn load(&self, picture: &Attachment, size: ThumbnailSize) -> Result<Loaded, Trouble> {
        self.pictures.load(picture, size, now())
    }

    fn kept(&self) -> Vec<PathBuf> {
        files(&self.folder.path().join("cache"))
    }

    fn original(&self, picture: &Attachment) -> PathBuf {
        self.pictures.originals.path(picture).unwrap()
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[test]
fn a_picture_is_decoded_once_and_then_comes_from_the_cache() {
    let place = Place::new();
    let picture = place.add(1_400, 900, Format::Jpeg);
    let first = place.load(&picture, ThumbnailSize::Small).unwrap();
    let set = first.fresh.expect("it was not kept before");
    assert!(place.pictures.keep(&picture, &set).unwrap() > 0);
    assert_eq!(place.kept().len(), 3);
    for size in ThumbnailSize::ALL {
        let again = place.load(&picture, size).unwrap();
        assert!(again.fresh.is_none(), "{size:?} was made from the original");
        assert_eq!(again.image.dimensions(), set.get(size).unwrap().dimensions());
        assert_eq!(again.colour, set.colour);
    }
    // A damaged one is made anew, and kept again.
    for path in place.kept() {
        fs::write(path, "damaged").unwrap();
    }
    let anew = place.load(&picture, ThumbnailSize::Medium).unwrap();
    assert_eq!(anew.image.dimensions(), set.get(ThumbnailSize::Medium).unwrap().dimensions());
}

#[test]
fn what_is_decoded_as_fast_as_its_thumbnail_is_not_kept() {
    let place = Place::new();
    let scan = place.add(1_050, 600, Format::Jpeg);
    let set = place.load(&scan, ThumbnailSize::Large).unwrap().fresh.unwrap();
    place.pictures.keep(&scan, &set).unwrap();
    assert_eq!(place.kept().len(), 2, "small and middle");
    let large = place.load(&scan, ThumbnailSize::Large).unwrap();
    assert_eq!(large.image.dimensions(), (1_050, 600));
    assert!(large.fresh.is_none(), "all that is worth it is kept");
    let drawn = place.add(1_050, 600, Format::Png);
    let set = place.load(&drawn, ThumbnailSize::Large).unwrap().fresh.unwrap();
    place.pictures.keep(&drawn, &set).unwrap();
    assert_eq!(place.kept().len(), 5, "a PNG takes longer to decode");
    let tiny = place.add(200, 120, Format::Jpeg);
    assert!(place.load(&tiny, ThumbnailSize::Large).unwrap().fresh.is_none());
}

#[test]
fn an_altered_original_is_not_shown_and_not_kept() {
    let place = Place::new();
    let picture = place.add(700, 400, Format::Bmp);
    let path = place.original(&picture);
    let whole = fs::read(&path).unwrap();
    let mut altered = whole.clone();
    *altered.last_mut().unwrap() ^= 1;
    fs::write(&path, &altered).unwrap();
    assert_eq!(place.load(&picture, ThumbnailSize::Small).unwrap_err(), Trouble::Altered);
    fs::write(&path, &whole[1..]).unwrap();
    assert_eq!(place.load(&picture, ThumbnailSize::Small).unwrap_err(), Trouble::Altered);
    assert!(place.kept().is_empty());
    fs::write(&path, &whole).unwrap();
    let set = place.load(&picture, ThumbnailSize::Small).unwrap().fresh.unwrap();
    place.pictures.keep(&picture, &set).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(place.load(&picture, ThumbnailSize::Small).unwrap_err(), Trouble::Missing, "it is not hidden");
}

#[test]
fn what_is_no_picture_is_told_from_what_is_gone() {
    let place = Place::new();
    let picture = place.add(40, 30, Format::Png);
    let words = b"these are words".to_vec();
    let hash = Attachments::hash(&words);
    place.pictures.originals.add(&words, &hash, "png").unwrap();
    let words = Attachment {
        id: Attachment::id_of_hash(&hash),
        hash: blake3::Hash::from_bytes(hash).to_hex().to_string(),
        bytes: words.len() as u64,
        ..picture
    };
    assert_eq!(place.load(&words, ThumbnailSize::Small).unwrap_err(), Trouble::Unreadable);
}

#[test]
fn nothing_of_an_encrypted_book_is_kept() {
    let place = Place::new();
    let plain = place.add(1_400, 900, Format::Jpeg);
    let set = place.load(&plain, ThumbnailSize::Small).unwrap().fresh.unwrap();
    place.pictures.keep(&plain, &set).unwrap();
    assert_eq!(place.kept().len(), 3);

    let book = place.folder.path().join("book.ron");
    crate::store::Store::create(&book, &crate::model::Book::default()).unwrap();
    let what = Protect::On(Passphrase::new("two blue umbrellas"));
    crate::store::Protection::new(&book, &place.pictures.originals)
        .with_work(Work::LITTLE)
        .run(&what, &mut |_| ())
        .unwrap();
    // The file is no longer called as the record says; the folder tells whose thumbnails to remove.
    assert_eq!(place.pictures.forget([]), 3);
    let loaded = place.load(&plain, ThumbnailSize::Medium).unwrap();
    assert_eq!(loaded.image.dimensions(), (512, 329));
    assert!(loaded.fresh.is_none());
    // A worker that had decoded it before comes too late.
    assert_eq!(place.pictures.keep(&plain, &set).unwrap(), 0);
    assert!(place.kept().is_empty());
}
