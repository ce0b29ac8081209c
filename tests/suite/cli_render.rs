//! Pictures of the window from the command line, and what is said when there is none.

use std::sync::Arc;

use cardloom::model::Book;
use cardloom::session::{FixedClock, Opened, Session};
use cardloom::store::Store;

use crate::cli::Desk;
use crate::world::today;

/// Draws a view of a small picture; returns what became of it.
fn draw(desk: &Desk, locale: &str, book: &str, view: &str, out: &str) -> crate::cli::Run {
    let day = ["--today", "2026-10-14"];
    let size = ["--size", "1000x700"];
    desk.run_in(locale, &[&["render", view, "--out", out, "--book", book], &day[..], &size[..]].concat())
}

/// "did not open" in three languages.
const NOT_OPENED: [(&str, &str); 3] =
    [("en", "did not open"), ("de", "ging nicht auf"), ("ja", "開けませんでした")];

#[test]
fn a_sheet_about_nothing_says_so_in_the_language_of_the_user() {
    let desk = Desk::new();
    Store::create(&desk.path("empty.ron"), &Book::default()).expect("an empty book");
    for (locale, words) in NOT_OPENED {
        for view in ["pass-on", "prep", "human"] {
            let run = draw(&desk, locale, "empty.ron", view, "none.png").expect(2);
            assert!(run.err.contains(words) && run.err.contains(view), "{locale}: {}", run.err);
            assert!(run.out.is_empty() && !run.err.contains("another program"), "{}", run.err);
        }
    }
    assert!(!desk.path("none.png").exists());
    draw(&desk, "en", "empty.ron", "today", "today.png").expect(0);
    assert!(desk.path("today.png").is_file());
    let nobody =
        desk.run(&["render", "cards", "--select", "Nobody", "--out", "n.png", "--book", "empty.ron"]);
    assert!(nobody.expect(2).err.contains("Nobody"));
}

#[test]
fn a_book_that_is_open_elsewhere_is_drawn_and_its_sheets_say_why_they_do_not_open() {
    let desk = Desk::new();
    desk.demo();
    let path = desk.path("demo.ron");
    let before = std::fs::read(&path).expect("the book");
    let opened = Opened::to_write(&path).expect("the book").without_watch();
    let held = Session::open(Box::new(FixedClock::new(today())), opened, Arc::new(|| {})).expect("a session");
    assert!(held.access().is_writable());
    for (at, (locale, words)) in NOT_OPENED.into_iter().enumerate() {
        let run = draw(&desk, locale, "demo.ron", "new-contact", "sheet.png").expect(2);
        assert!(run.err.contains(words) && run.err.contains("new-contact"), "{locale}: {}", run.err);
        let why = ["another program", "anderes Programm", "ほかのプログラム"][at];
        assert!(run.err.contains(why), "{locale}: {}", run.err);
    }
    assert!(!desk.path("sheet.png").exists());
    // What changes nothing is drawn all the same.
    for view in ["today", "places", "shortcuts"] {
        let file = format!("{view}.png");
        draw(&desk, "en", "demo.ron", view, &file).expect(0);
        assert!(desk.path(&file).is_file(), "{view}");
    }
    drop(held);
    draw(&desk, "en", "demo.ron", "new-contact", "sheet.png").expect(0);
    assert!(desk.path("sheet.png").is_file());
    assert_eq!(std::fs::read(&path).expect("the book"), before, "drawing changes nothing");
}
