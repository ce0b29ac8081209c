//! Pictures of each view, light and dark, compared with the ones in `tests/pictures/`.
//!
//! They are drawn by the program's own painter, without a graphics card, so they are the same
//! everywhere up to the rounding of the machine. After a change of the look:
//! `UPDATE_PICTURES=1 cargo test --test suite pictures`, then look at each changed file.

use std::path::{Path, PathBuf};

use cardloom::gui::{RenderSpec, render};
use cardloom::jobs::Progress;
use cardloom::session::make_demo;
use cardloom::store::{Attachments, Store};
use cardloom::text::Locale;
use chrono::NaiveDate;
use image::RgbaImage;

/// A channel may differ by so much without counting, 0 to 255: rounding of another processor.
const CHANNEL: u8 = 12;

/// So many of a thousand pixels may differ by more.
const PIXELS_OF_THOUSAND: usize = 1;

/// Small enough to keep, large enough to see: the compact window.
const SIZE: [u32; 2] = [1000, 700];

/// The day on which the pictures play.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 14).expect("a date")
}

/// A demo book in a folder of its own; people enough to fill every view.
fn book(folder: &Path) -> PathBuf {
    let path = folder.join("book.ron");
    let made = make_demo(40, 7, today(), &Attachments::beside(&path), &Progress::unwatched());
    Store::create(&path, &made.expect("not cancelled").expect("stored")).expect("saved");
    path
}

/// A view of a book, at the usual size.
fn spec(view: &str, book: Option<&Path>, locale: Locale, dark: bool) -> RenderSpec {
    RenderSpec {
        view: view.to_owned(),
        book: book.map(Path::to_owned),
        size: SIZE,
        scale: 1.0,
        dark,
        locale,
        select: None,
        tab: None,
        today: today(),
    }
}

/// Draws views of the invented book and compares each with the picture that is named after it.
fn check_all(views: &[(&str, Locale, bool)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let book = book(folder.path());
    let mut problems = Vec::new();
    for (view, locale, dark) in views {
        // The settings show where the book is, which differs each time.
        let shown = Some(book.as_path()).filter(|_| *view != "settings");
        let picture = render(&spec(view, shown, *locale, *dark)).expect("the view can be drawn");
        let theme = if *dark { "dark" } else { "light" };
        check(&format!("{view}-{}-{theme}", locale.tag()), &picture, &mut problems);
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn check(name: &str, picture: &RgbaImage, problems: &mut Vec<String>) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(format!("{name}.png"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        picture.save(&kept).expect("the picture can be kept");
        return;
    }
    let Ok(expected) = image::open(&kept) else {
        problems.push(format!("{name}: there is no {}", kept.display()));
        return;
    };
    let expected = expected.to_rgba8();
    if expected.dimensions() != picture.dimensions() {
        problems.push(format!("{name}: {:?} instead of {:?}", picture.dimensions(), expected.dimensions()));
        return;
    }
    let different = expected
        .pixels()
        .zip(picture.pixels())
        .filter(|(a, b)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > CHANNEL))
        .count();
    let pixels = picture.width() as usize * picture.height() as usize;
    if different * 1000 > pixels * PIXELS_OF_THOUSAND {
        let seen = std::env::temp_dir().join(format!("cardloom-{name}.png"));
        picture.save(&seen).expect("the picture can be kept for a look");
        problems.push(format!("{name}: {different} pixels differ; look at {}", seen.display()));
    }
}

#[test]
fn every_view_looks_as_it_was_left() {
    let mut views = Vec::new();
    for view in ["today", "cards", "network", "calendar", "events", "referrals", "settings"] {
        views.extend([(view, Locale::En, false), (view, Locale::Ja, true)]);
    }
    views.extend([("today", Locale::De, false), ("empty", Locale::En, false)]);
    check_all(&views);
}

#[test]
fn what_keeps_the_book_safe_looks_as_it_was_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = book(folder.path());
    let mut problems = Vec::new();
    let mut draw = |name: &str, view: &str, locale: Locale, dark: bool| {
        let spec = spec(view, Some(&book), locale, dark);
        check(name, &render(&spec).expect("the view can be drawn"), &mut problems);
    };
    draw("passphrase-en-light", "passphrase", Locale::En, false);
    draw("check-ja-dark", "check", Locale::Ja, true);
    let copy = book.with_file_name("book.sync-conflict-20261014-101500-ABCDEFG.ron");
    std::fs::copy(&book, copy).expect("a copy");
    draw("copies-de-light", "cards", Locale::De, false);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_others_may_see_looks_as_it_was_left() {
    check_all(&[("circle", Locale::En, false), ("see-as", Locale::Ja, true), ("export", Locale::De, false)]);
}

#[test]
fn what_goes_from_hand_to_hand_looks_as_it_was_left() {
    check_all(&[
        ("pass-on", Locale::En, false),
        ("pass-on", Locale::De, true),
        ("referrals-table", Locale::Ja, false),
        ("year", Locale::En, false),
        ("year", Locale::Ja, true),
        ("matches", Locale::De, true),
        ("who-needs", Locale::En, false),
        ("capture", Locale::Ja, false),
        ("places", Locale::De, false),
        ("clear-ten", Locale::Ja, true),
        ("quiz", Locale::En, false),
        ("human", Locale::De, false),
    ]);
}

#[test]
fn a_picture_is_the_same_each_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = spec("cards", Some(&book(folder.path())), Locale::En, false);
    assert!(render(&spec).expect("drawn") == render(&spec).expect("drawn"));
}
