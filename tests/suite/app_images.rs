//! Pictures in the window: what is kept of them on the disk, and the memory that they may take.

use std::fs;
use std::path::{Path, PathBuf};

use cardloom::gui::safety::Ask;
use cardloom::gui::{Command, Route};
use cardloom::store::{Passphrase, Protect};

use crate::stage::Window;

/// A window that keeps thumbnails, with one card in its book.
fn window() -> (Window, PathBuf) {
    let mut window = Window::open();
    let cache = window.folder.path().join("cache");
    window.state_mut().keep_thumbnails_in(Some(cache.clone()));
    let file = scan(window.folder.path(), "front.png", 40);
    window.drop_files([file]);
    window.settle();
    assert_eq!(window.book().cards.len(), 1);
    // It offers to name the card.
    window.ask(Command::CloseSheet);
    (window, cache)
}

/// A scan that is large enough for all sizes.
fn scan(folder: &Path, name: &str, ink: u8) -> PathBuf {
    let path = folder.join(name);
    let picture = image::RgbImage::from_fn(1_200, 700, |x, y| {
        image::Rgb(if (x / 30 + y / 20) % 5 == 0 { [ink; 3] } else { [240, 236, 220] })
    });
    picture.save(&path).expect("a picture");
    path
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, |entries| entries.count())
}

#[test]
fn thumbnails_are_kept_when_a_card_comes_in() {
    let (window, cache) = window();
    assert_eq!(files(&cache), 3, "all sizes, made while it was taken in");
    assert!(window.state().picture_usage().textures > 0);
}

#[test]
fn thumbnails_of_an_encrypted_book_stay_in_memory() {
    let (mut window, cache) = window();
    window.save();
    assert_eq!(files(&cache), 3);
    window.ask(Command::from(Ask::Protect(Protect::On(Passphrase::new("two blue umbrellas")))));
    window.settle();
    assert!(window.state().session().is_protected());
    assert_eq!(files(&cache), 0, "what could be read is gone");
    assert!(window.state().picture_usage().textures > 0, "and the card is shown");
    let file = scan(window.folder.path(), "other.png", 200);
    window.drop_files([file]);
    window.settle();
    assert_eq!(window.book().attachments.len(), 2);
    assert_eq!(files(&cache), 0, "nothing new is kept either");
}

#[test]
fn the_memory_and_the_copies_on_the_disk_can_be_chosen() {
    let (mut window, cache) = window();
    assert_eq!(window.state().picture_usage().budget, 256 << 20);
    window.ask(Command::Go(Route::Settings));
    window.click("64 MB");
    assert_eq!(window.state().picture_usage().budget, 64 << 20);
    assert_eq!(files(&cache), 3);
    window.click("Off");
    window.settle();
    assert_eq!(files(&cache), 0, "Off removes them");
    window.ask(Command::Go(Route::Cards));
    window.settle();
    assert_eq!(files(&cache), 0);
    assert!(window.state().picture_usage().textures > 0, "the gallery shows them all the same");
    window.ask(Command::Go(Route::Settings));
    window.click("4 GB");
    let file = scan(window.folder.path(), "other.png", 200);
    window.drop_files([file]);
    window.settle();
    assert!(files(&cache) >= 3, "what is new, and what is shown");
}
