//! Tests of the cache on a real folder.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::*;
use crate::scan::samples::quarters;

fn hash(number: u8) -> String {
    blake3::hash(&[number]).to_hex().to_string()
}

fn moment(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000 + seconds)
}

fn set() -> ThumbnailSet {
    ThumbnailSet::of(&quarters(910, 550))
}

fn wanted_at(cache: &Cache, number: u8, time: SystemTime) {
    let path = cache.path(&hash(number), ThumbnailSize::Small).unwrap();
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_kept_is_found_again_in_each_size() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path().join("deep/thumbnails"));
    let all = |_| true;
    assert!(cache.load(&hash(1), ThumbnailSize::Small, moment(0)).is_none(), "a miss is no error");
    assert!(!cache.has(&hash(1), all));
    let written = cache.store(&hash(1), &set(), all).unwrap();
    assert!(cache.has(&hash(1), all));
    let mut bytes = 0;
    for size in ThumbnailSize::ALL {
        let kept = cache.load(&hash(1), size, moment(0)).unwrap();
        assert_eq!(kept.image.dimensions(), set().get(size).unwrap().dimensions());
        assert_eq!(kept.colour, set().colour);
        bytes += fs::metadata(cache.path(&hash(1), size).unwrap()).unwrap().len();
    }
    assert_eq!(bytes, written);
    assert!(cache.load(&hash(2), ThumbnailSize::Small, moment(0)).is_none());
    // Only the sizes that are worth it.
    cache.store(&hash(3), &set(), |size| size == ThumbnailSize::Small).unwrap();
    assert!(cache.load(&hash(3), ThumbnailSize::Small, moment(0)).is_some());
    assert!(cache.load(&hash(3), ThumbnailSize::Large, moment(0)).is_none());
}

#[test]
fn no_name_from_outside_becomes_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path().join("thumbnails"));
    for bad in ["", "../../x", &"A".repeat(64), &"0".repeat(63), &format!("../{}", "0".repeat(61))] {
        assert_eq!(cache.store(bad, &set(), |_| true).unwrap(), 0, "{bad}");
        assert!(cache.load(bad, ThumbnailSize::Small, moment(0)).is_none(), "{bad}");
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_damaged_file_is_a_miss_and_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path());
    cache.store(&hash(1), &set(), |_| true).unwrap();
    let path = cache.path(&hash(1), ThumbnailSize::Medium).unwrap();
    let whole = fs::read(&path).unwrap();
    for damaged in [&whole[..whole.len() / 2], &[], &vec![0; whole.len()], b"cardthm1"] {
        fs::write(&path, damaged).unwrap();
        assert!(cache.load(&hash(1), ThumbnailSize::Medium, moment(0)).is_none());
    }
    cache.store(&hash(1), &set(), |_| true).unwrap();
    assert!(cache.load(&hash(1), ThumbnailSize::Medium, moment(0)).is_some());
}

#[test]
fn those_not_wanted_for_longest_go_first() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path());
    let small = |size| size == ThumbnailSize::Small;
    let mut one = 0;
    for number in 0..20 {
        one = cache.store(&hash(number), &set(), small).unwrap();
        wanted_at(&cache, number, moment(u64::from(number)));
    }
    // The oldest is looked at again, much later.
    let later = 3 * 24 * 3600;
    assert!(cache.load(&hash(0), ThumbnailSize::Small, moment(later)).is_some());
    let untouched = cache.clean(20 * one, moment(later), &mut || true);
    assert_eq!(untouched, Cleaned { kept: 20 * one, files: 20, removed: 0 });
    let cleaned = cache.clean(10 * one, moment(later), &mut || true);
    assert_eq!(cleaned, Cleaned { kept: 9 * one, files: 9, removed: 11 });
    let is_there = |number| cache.load(&hash(number), ThumbnailSize::Small, moment(later)).is_some();
    assert!(is_there(0), "it was wanted last");
    assert!((1..=11).all(|number| !is_there(number)) && (12..20).all(is_there));
    // A worker that is stopped leaves the rest.
    assert_eq!(cache.clean(0, moment(later), &mut || false).removed, 0);
    assert_eq!(cache.clean(0, moment(later), &mut || true).files, 0);
}

#[test]
fn only_own_files_are_removed() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path());
    cache.store(&hash(1), &set(), |_| true).unwrap();
    let (one, two) = (hash(1), hash(2));
    let strangers = [
        "photo.thumb".to_owned(),
        "notes.txt".to_owned(),
        format!("{one}.v1.thumb"),
        format!("{one}-256.v1.thumb.bak"),
        format!("{one}-wide.v1.thumb"),
        format!("{}-256.v1.thumb", one.to_uppercase()),
        "work.thumb-tmp".to_owned(),
    ];
    for name in &strangers {
        fs::write(folder.path().join(name), "not ours").unwrap();
    }
    fs::create_dir(folder.path().join(format!("{two}-256.v1.thumb"))).unwrap();
    let old = folder.path().join(format!("{two}-256.v0.thumb"));
    let left = folder.path().join(".tmpAbCdEf.thumb-tmp");
    for file in [&old, &left] {
        fs::write(file, "ours once").unwrap();
        fs::File::options().write(true).open(file).unwrap().set_modified(moment(0)).unwrap();
    }
    let cleaned = cache.clean(u64::MAX, moment(60), &mut || true);
    assert_eq!((cleaned.files, cleaned.removed), (3, 1), "another version goes, what is being written stays");
    assert!(!old.exists() && left.exists());
    assert_eq!(cache.clean(u64::MAX, moment(7_200), &mut || true).removed, 1);
    assert_eq!(cache.clean(0, moment(7_200), &mut || true).files, 0);
    cache.store(&one, &set(), |_| true).unwrap();
    assert_eq!(cache.clear(), 3);
    let mut expected = strangers.to_vec();
    expected.push(format!("{two}-256.v1.thumb"));
    expected.sort();
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn what_belongs_to_some_pictures_can_be_removed_alone() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path());
    for number in 1..=3 {
        cache.store(&hash(number), &set(), |_| true).unwrap();
    }
    let (one, three) = (hash(1), hash(3));
    assert_eq!(cache.forget([one.as_str(), three.as_str(), "nothing"]), 6);
    assert!(!cache.has(&one, |_| true) && cache.has(&hash(2), |_| true));
    assert_eq!(Cache::at(folder.path().join("none")).forget([one.as_str()]), 0);
}

#[test]
#[cfg(unix)]
fn thumbnails_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::at(folder.path().join("cardloom/thumbnails"));
    cache.store(&hash(1), &set(), |_| true).unwrap();
    assert_eq!(mode(&folder.path().join("cardloom")), 0o700);
    assert_eq!(mode(cache.folder()), 0o700);
    for name in names(cache.folder()) {
        assert_eq!(mode(&cache.folder().join(name)), 0o600);
    }
}

#[test]
#[cfg(unix)]
fn a_link_in_the_place_of_a_thumbnail_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let (cache, other) = (Cache::at(folder.path().join("a")), Cache::at(folder.path().join("b")));
    cache.store(&hash(1), &set(), |_| true).unwrap();
    other.store(&hash(1), &set(), |_| true).unwrap();
    let path = cache.path(&hash(1), ThumbnailSize::Small).unwrap();
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(other.path(&hash(1), ThumbnailSize::Small).unwrap(), &path).unwrap();
    assert!(cache.load(&hash(1), ThumbnailSize::Small, moment(0)).is_none());
    assert_eq!(cache.clear(), 2, "the link is nobody's");
    assert!(other.has(&hash(1), |_| true));
}
