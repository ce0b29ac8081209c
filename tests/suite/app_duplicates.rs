//! The sheet of duplicates by what stands on its controls and by its keys.

use cardloom::edit::{ContactField, Edit};
use cardloom::gui::command::{Action, Command, Route, Sheet};
use cardloom::model::*;
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::World;

/// Mina and Jonas are in the book twice.
fn story() -> World {
    let mut world = World::new();
    for (name, mail, company) in [
        ("Mina Schäfer", "mina@schaefer.example", "Optik"),
        ("Mina Schaefer", "mina@schaefer.example", "Optik"),
        ("Jonas Weber", "jonas@weber.example", "Hoshi"),
        ("Jonas Webber", "jonas@weber.example", "Hoshi"),
        ("Aiko Tanaka", "aiko@hoshi.example", "Hoshi"),
    ] {
        world = world.contact(name).works_at(company).met_at("RustConf");
        let emails = vec![Labelled::new("work", mail)];
        let contact = world.id(name);
        world = world.edit(Edit::SetContact { contact, field: ContactField::Emails(emails) });
    }
    let noted = [("Mina Schäfer", "Plays the cello."), ("Mina Schaefer", "Likes Kafka.")];
    for (name, notes) in noted {
        let field = ContactField::Notes(notes.to_owned());
        let contact = world.id(name);
        world = world.edit(Edit::SetContact { contact, field });
    }
    world
}

fn window() -> Window {
    let mut window = Window::playing(story(), Route::Cards, [1440.0, 900.0]);
    window.ask(Command::Do(Action::Duplicates));
    for _ in 0..4 {
        window.state().run_jobs();
        window.run_steps(3);
    }
    window
}

fn names(book: &Book) -> Vec<String> {
    let mut names: Vec<_> = book.contacts.values().map(|contact| contact.display_name()).collect();
    names.sort();
    names
}

fn press(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(4);
}

#[test]
fn pairs_are_listed_with_their_reasons_and_merged_one_after_another() {
    let mut window = window();
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Duplicates(None)));
    assert!(window.shows("2 suspected pairs"), "{:?}", window.labels());
    assert!(window.says("Same e-mail address, same name, same company"), "{:?}", window.labels());
    assert!(window.says("fields are the same"));
    let steps = window.state().session().history().len();
    window.press(Key::Enter);
    assert_eq!(window.state().session().history().len(), steps + 1, "one step");
    assert!(window.shows("One suspected pair"), "the next one comes: {:?}", window.labels());
    let mina = window.book().contacts.values().find(|it| it.display_name().starts_with("Mina")).expect("one");
    assert_eq!(mina.notes, "Plays the cello.\nLikes Kafka.");
    assert_eq!(mina.other_names, ["Mina Schaefer"]);
    press(&mut window, "Merge");
    assert!(window.shows("Nobody seems to be in the book twice"), "{:?}", window.labels());
    assert_eq!(names(window.book()), ["Aiko Tanaka", "Jonas Weber", "Mina Schäfer"]);
    window.ask(Command::CloseSheet);
    window.command(Key::Z);
    window.command(Key::Z);
    assert_eq!(window.book().contacts.len(), 5);
}

#[test]
fn a_value_is_chosen_with_the_pointer_or_a_digit() {
    let mut window = window();
    let rows: Vec<_> = window.labels().into_iter().filter(|it| it.contains(": right: ")).collect();
    assert!(rows.iter().any(|it| it == "Name: right: Mina Schaefer"), "{rows:?}");
    press(&mut window, "Name: right: Mina Schaefer");
    // The keys go on in the row below.
    window.press(Key::ArrowDown);
    window.press(Key::Num1);
    window.press(Key::Enter);
    let mina = window.book().contacts.values().find(|it| it.display_name().starts_with("Mina")).expect("one");
    assert_eq!(mina.display_name(), "Mina Schaefer");
    assert_eq!(mina.notes, "Plays the cello.");
}

#[test]
fn told_apart_is_remembered_and_taken_back() {
    let mut window = window();
    window.press(Key::N);
    assert!(window.shows("One suspected pair"), "{:?}", window.labels());
    assert_eq!(window.book().contacts.len(), 5);
    window.ask(Command::CloseSheet);
    window.ask(Command::Do(Action::Duplicates));
    for _ in 0..3 {
        window.state().run_jobs();
        window.run_steps(3);
    }
    assert!(window.shows("One suspected pair"), "not asked again");
    let mina =
        window.book().contacts.values().find(|it| it.display_name() == "Mina Schäfer").expect("she").id;
    window.ask(Command::CloseSheet);
    window.ask(Command::Open(Sheet::Duplicates(Some(mina))));
    window.run_steps(4);
    assert!(window.shows("Told apart"), "{:?}", window.labels());
    press(&mut window, "Compare again");
    assert!(window.book().contacts[&mina].not_the_same_as.is_empty());
    assert!(window.says("Same e-mail address"), "suspected again: {:?}", window.labels());
}

#[test]
fn a_pair_is_skipped_for_another_time() {
    let mut window = window();
    window.press(Key::S);
    assert!(window.shows("One suspected pair"));
    window.press(Key::S);
    assert!(window.shows("Nobody seems to be in the book twice"));
    assert_eq!(window.book().contacts.len(), 5);
}

#[test]
fn the_other_record_stays_when_the_two_change_places() {
    let mut window = window();
    press(&mut window, "Let the other record stay");
    window.press(Key::Enter);
    assert!(names(window.book()).contains(&"Mina Schaefer".to_owned()), "{:?}", names(window.book()));
}

#[test]
fn anybody_is_merged_with_anybody_from_the_menu_of_the_person() {
    let mut window = window();
    window.ask(Command::CloseSheet);
    let aiko = window.book().contacts.values().find(|it| it.display_name() == "Aiko Tanaka").expect("she").id;
    window.ask(Command::Select(Some(aiko)));
    window.ask(Command::Open(Sheet::Duplicates(Some(aiko))));
    window.run_steps(4);
    assert!(window.shows("Nobody else looks like this person"), "{:?}", window.labels());
    window.type_into("Aiko Tanaka is the same person as", "Jonas Weber");
    window.press(Key::Enter);
    window.run_steps(4);
    assert!(window.says("another name"), "{:?}", window.labels());
    press(&mut window, "Merge");
    assert_eq!(window.book().contacts.len(), 4);
}
