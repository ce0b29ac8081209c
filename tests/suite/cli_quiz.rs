//! Whose names are due, on the command line.

use std::sync::Arc;

use cardloom::model::{Book, Event};
use cardloom::session::Opened;
use cardloom::store::Store;
use serde_json::Value;

use crate::cli::{Desk, Run};

fn run(desk: &Desk, arguments: &[&str]) -> Run {
    desk.run(&[&["--book", "demo.ron", "--today", "2026-10-14", "quiz"], arguments].concat())
}

fn ids(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list");
    list.iter().map(|entry| entry["id"].as_str().expect("an id").to_owned()).collect()
}

/// An invented book in which the newest dozen of cards have pictures.
fn drawn() -> Desk {
    let desk = Desk::new();
    desk.run(&["demo", "demo.ron", "--contacts", "40", "--images", "12", "--today", "2026-10-14"]).expect(0);
    desk
}

/// Of the events whose title no other one has, the one at which most people were met, by title and id.
fn fullest(desk: &Desk) -> (String, String) {
    let opened = Opened::read(&desk.path("demo.ron")).expect("the book");
    let book = opened.book();
    let met = |event: &Event| {
        book.cards.values().filter(|card| card.event == Some(event.id) && card.contact.is_some()).count()
    };
    let alone = |event: &&Arc<Event>| book.events.values().filter(|it| it.title == event.title).count() == 1;
    let event = book.events.values().filter(alone).max_by_key(|event| met(event)).expect("an event");
    assert!(met(event) > 0, "somebody was met there");
    (event.title.clone(), event.id.to_string())
}

#[test]
fn the_list_says_who_is_due_and_who_cannot_be_asked() {
    let desk = drawn();
    let told = run(&desk, &["--json"]).expect(0).json();
    let due = ids(&told["due"]);
    assert!(!due.is_empty() && due.len() <= 20, "{told}");
    for line in told["due"].as_array().expect("lines") {
        assert!(line["due_on"].as_str().expect("a day") <= "2026-10-14", "{line}");
        assert_eq!(line["new"].as_bool().expect("a word"), line["answers"].as_u64() == Some(0), "{line}");
        assert!(line["photograph"].is_boolean() && line["lapses"].is_u64(), "{line}");
    }
    let without = ids(&told["without_picture"]);
    assert!(without.iter().all(|id| !due.contains(id)), "{told}");
    assert_eq!(
        run(&desk, &["--due", "--json"]).expect(0).json(),
        told,
        "it is what it does without an option"
    );

    let plain = run(&desk, &[]).expect(0).out;
    assert_eq!(plain.lines().filter(|line| line.split('\t').count() == 3).count(), due.len(), "{plain}");
    let german = desk.run_in("de", &["--book", "demo.ron", "--today", "2026-10-14", "quiz"]).expect(0).out;
    assert!(german.contains("\tneu") && !german.contains("\tnew"), "{german}");
}

#[test]
fn an_event_is_found_by_title_or_id_and_one_that_is_not_there_is_said() {
    let desk = Desk::new();
    desk.demo();
    let (title, id) = fullest(&desk);
    let by_id = run(&desk, &["--event", &id, "--json"]).json();
    let known = ids(&by_id["due"]).len() + ids(&by_id["without_picture"]).len();
    assert!(known > 0, "{by_id}");
    let shouted = run(&desk, &["--event", &format!("  {}  ", title.to_uppercase()), "--json"]);
    assert_eq!(shouted.expect(0).json(), by_id);
    for bad in ["No such evening", "", "\u{202e}", "018f0000-0000-7000-8000-000000000000"] {
        let refused = run(&desk, &["--event", bad]).expect(2);
        assert!(refused.out.is_empty() && refused.err.contains("There is no event"), "{}", refused.err);
        assert!(run(&desk, &["--event", bad, "--json"]).expect(2).out.is_empty());
    }
    run(&desk, &["--event", &title, "--due"]).expect(2);
}

#[test]
fn a_book_without_pictures_or_people_is_no_failure() {
    let desk = Desk::new();
    desk.run(&["demo", "demo.ron", "--contacts", "30", "--images", "0", "--today", "2026-10-14"]).expect(0);
    let (title, _) = fullest(&desk);
    let told = run(&desk, &["--event", &title, "--json"]).expect(0).json();
    assert!(ids(&told["due"]).is_empty() && !ids(&told["without_picture"]).is_empty(), "{told}");
    let plain = run(&desk, &["--event", &title]).expect(0);
    assert!(plain.out.contains("No name is due"), "{}", plain.out);
    assert!(plain.out.contains("no picture"), "{}", plain.out);

    Store::create(&desk.path("new.ron"), &Book::default()).expect("an empty book");
    let empty = desk.run(&["--book", "new.ron", "quiz", "--json"]).expect(0).json();
    assert!(ids(&empty["due"]).is_empty() && empty["next_on"].is_null(), "{empty}");
    assert_eq!(desk.run(&["--book", "new.ron", "quiz"]).expect(0).out.trim(), "No name is due");
    let missing = desk.run(&["--book", "nowhere.ron", "quiz"]);
    assert_eq!(missing.code, 2, "{}", missing.err);
    assert!(missing.err.contains("nowhere.ron"), "{}", missing.err);
}
