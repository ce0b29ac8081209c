//! Networks out of the window and into it: the sheets, the files, one step of Undo.

use std::path::PathBuf;

use cardloom::exchange::graph::Form;
use cardloom::gui::command::{Action, Sheet};
use cardloom::gui::{Command, Route};
use cardloom::model::*;
use cardloom::session::{ExportFormat, NetworkFormat};

use crate::source::root;
use crate::stage::Window;

fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/networks").join(name)
}

/// A window with two people.
fn window() -> Window {
    let mut window = Window::open();
    let table = window.file("people.csv", b"source,target,kind\nJonas Weber,Mina Schaefer,friend\n");
    window.drop_files([table]);
    window.click("Take in 2 people");
    window
}

#[test]
fn a_dropped_network_is_looked_at_before_anything_is_written() {
    let mut window = window();
    assert_eq!(window.book().contacts.len(), 2);
    window.drop_files([fixture("gephi.gexf")]);
    assert!(window.shows("Take in the network of gephi.gexf"));
    assert!(
        window.shows("New people 3") && window.shows("In the book already 1") && window.shows("New ties 3")
    );
    assert!(window.says("1 tie of somebody with themselves"), "{:?}", window.labels());
    assert_eq!(window.book().contacts.len(), 2, "nothing is written yet");
    window.click("Cancel");
    assert_eq!(window.book().contacts.len(), 2);

    window.drop_files([fixture("gephi.gexf")]);
    window.click("Take in 3 people");
    assert_eq!(window.book().contacts.len(), 5);
    assert_eq!(window.book().introductions.len(), 1);
    window.save();
    assert_eq!(window.on_disk().contacts.len(), 5);
    window.ask(Command::Do(Action::Undo));
    assert_eq!((window.book().contacts.len(), window.book().introductions.len()), (2, 0));
}

#[test]
fn whoever_is_somebody_else_is_unticked_and_becomes_new() {
    let mut window = window();
    window.drop_files([fixture("gephi.gexf")]);
    window.click("Jonas Weber is Jonas Weber");
    assert!(window.shows("New people 4") && window.shows("In the book already 0"));
    window.click("Put people where the file has them");
    window.click("Take in 4 people");
    let jonas = window.book().contacts.values().filter(|contact| contact.display_name() == "Jonas Weber");
    assert_eq!(jonas.count(), 2);
}

#[test]
fn a_file_that_is_no_network_is_refused_in_words_and_the_book_stays() {
    let mut window = window();
    let before = window.book().clone();
    let broken = window.file("broken.graphml", b"<graphml><graph><node id=");
    window.drop_files([broken]);
    assert!(window.says("broken.graphml, line 1"), "{:?}", window.labels());
    window.drop_files([fixture("gephi.gexf")]);
    window.click("Take in 3 people");
    window.drop_files([fixture("gephi.gexf")]);
    assert!(window.says("everything in it is in the book already"));
    window.click("Cancel");
    window.ask(Command::Do(Action::Undo));
    // Where people stand is found by the layout meanwhile.
    assert_eq!(window.book().contacts, before.contacts);
    assert_eq!(window.book().relationships, before.relationships);
}

#[test]
fn the_network_leaves_as_the_view_shows_it_or_whole() {
    let mut window = window();
    window.drop_files([fixture("gephi.gexf")]);
    window.click("Take in 3 people");
    window.ask(Command::Go(Route::Network));
    window.click("Export the network …");
    assert!(window.shows("What the view shows") && window.shows("Everybody"));
    for (button, format, begins) in [
        ("SVG", NetworkFormat::Svg, &b"<?xml"[..]),
        ("PNG", NetworkFormat::Png, b"\x89PNG"),
        ("GEXF", NetworkFormat::Form(Form::Gexf), b"<?xml"),
        ("CSV", NetworkFormat::Form(Form::Edges), b"source,target"),
    ] {
        window.click(button);
        window.click("Export …");
        let name = format!("out.{}", format.endings()[0]);
        let file = window.path().with_file_name(name);
        let format = ExportFormat::Network(format);
        window.ask(Command::ExportTo { file: file.clone(), format, replace: false });
        let bytes = std::fs::read(&file).expect("a file");
        assert!(bytes.starts_with(begins), "{button}");
        assert!(window.says("5 people exported"), "{:?}", window.labels());
        window.ask(Command::Open(Sheet::NetworkOut(None)));
    }
    assert!(!window.shows("What the view shows"), "from elsewhere there is only the whole");
}

#[test]
fn addresses_leave_only_when_they_are_asked_for() {
    let mut window = Window::open();
    let table = window.file(
        "people.json",
        br#"{"nodes": [{"id": "a", "name": "Jonas Weber", "email": "jonas@example.org"}], "links": []}"#,
    );
    window.drop_files([table]);
    window.click("Take in 1 person");
    assert_eq!(window.book().contacts.values().next().map(|contact| contact.emails.len()), Some(1));
    for (ask, expected) in [(false, false), (true, true)] {
        window.ask(Command::Open(Sheet::NetworkOut(None)));
        window.click("GraphML");
        if ask {
            window.click("E-mail addresses and phone numbers too");
        }
        window.click("Export …");
        let file = window.path().with_file_name(format!("{ask}.graphml"));
        let format = ExportFormat::Network(NetworkFormat::Form(Form::Graphml));
        window.ask(Command::ExportTo { file: file.clone(), format, replace: false });
        let text = std::fs::read_to_string(&file).expect("a file");
        assert_eq!(text.contains("jonas@example.org"), expected);
    }
}

#[test]
fn the_palette_offers_both_ways() {
    let mut window = window();
    for action in [Action::ExportNetwork, Action::ImportNetwork] {
        assert!(Action::ALL.contains(&action));
    }
    window.ask(Command::Do(Action::ExportNetwork));
    assert!(window.shows("Export the network"));
    let contact: Option<&Contact> = window.book().contacts.values().next().map(|contact| &**contact);
    assert!(contact.is_some_and(|contact| contact.only_mentioned), "nobody of a map was met");
}
