//! Archive and trash by what stands on their controls: whoever goes is nowhere, comes back, or is deleted after one
//! question that names the count.

use cardloom::edit::Edit;
use cardloom::gui::command::{Action, Command, Route, Sheet};
use cardloom::model::*;
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::{World, today};

fn story() -> World {
    World::new()
        .contact("Mina Schäfer")
        .met_at("RustConf")
        .encounter(EncounterKind::Call, today())
        .contact("Jonas Weber")
        .met_at("RustConf")
}

fn window(route: Route) -> Window {
    Window::playing(story(), route, [1440.0, 900.0])
}

fn named(book: &Book, name: &str) -> Option<Id<Contact>> {
    book.contacts.values().find(|contact| contact.display_name() == name).map(|contact| contact.id)
}

fn press(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(4);
}

#[test]
fn delete_moves_the_selected_person_to_the_trash_with_undo() {
    let mut window = window(Route::Cards);
    let before = window.book().clone();
    let mina = named(&before, "Mina Schäfer").expect("there");
    window.ask(Command::Select(Some(mina)));
    window.press(Key::Delete);
    let book = window.book();
    assert_eq!((named(book, "Mina Schäfer"), book.trash.len(), book.cards.len()), (None, 1, 1));
    assert!(!window.shows("Mina Schäfer"), "{:?}", window.labels());
    assert!(window.says("Move Mina Schäfer to the trash"), "{:?}", window.labels());
    window.command(Key::Z);
    assert_eq!(window.book(), &before);
}

#[test]
fn the_trash_names_what_lies_in_it_and_restores() {
    let mut window = window(Route::Cards);
    let before = window.book().clone();
    for name in ["Mina Schäfer", "Jonas Weber"] {
        let contact = named(&before, name).expect("there");
        window.ask(Edit::DeleteContact { contact }.into());
    }
    window.ask(Command::Do(Action::Trash));
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Trash));
    assert!(window.says("One card, one encounter"), "{:?}", window.labels());
    assert!(window.says("deleted 14 Oct"));
    press(&mut window, "Mina Schäfer");
    press(&mut window, "Restore one");
    assert!(named(window.book(), "Mina Schäfer").is_some());
    assert_eq!(window.book().trash.len(), 1);
    press(&mut window, "Select all");
    press(&mut window, "Restore one");
    assert_eq!(window.book(), &before);
    assert!(window.shows("The trash is empty"));
}

#[test]
fn an_event_waits_in_the_trash_too() {
    let mut window = window(Route::Events);
    let before = window.book().clone();
    let event = *before.events.keys().next().expect("the event");
    window.ask(Edit::RemoveEvent { event }.into());
    window.ask(Command::Open(Sheet::Trash));
    assert!(window.says("RustConf") && window.says("Event ·"), "{:?}", window.labels());
    press(&mut window, "Empty trash…");
    assert!(window.says("Delete one event for good?"), "{:?}", window.labels());
    press(&mut window, "Cancel");
    press(&mut window, "Select all");
    press(&mut window, "Restore one");
    assert_eq!(window.book(), &before);
    window.ask(Command::CloseSheet);
    assert!(window.says("Bring “RustConf” back from the trash"), "{:?}", window.labels());
}

#[test]
fn emptying_asks_once_names_the_count_and_is_one_step_of_undo() {
    let mut window = window(Route::Cards);
    let before = window.book().clone();
    let contacts = before.contacts.keys().copied().collect();
    window.ask(Edit::DeleteAll { contacts, cards: Default::default() }.into());
    let full = window.book().clone();
    window.ask(Command::Open(Sheet::Trash));
    press(&mut window, "Empty trash…");
    assert!(window.says("Delete 2 people with 2 cards and one encounter for good?"), "{:?}", window.labels());
    press(&mut window, "Cancel");
    assert_eq!(window.book(), &full, "nothing without the answer");
    press(&mut window, "Empty trash…");
    press(&mut window, "Delete for good");
    assert!(window.book().trash.is_empty() && window.book().contacts.is_empty());
    window.ask(Command::CloseSheet);
    window.command(Key::Z);
    assert_eq!(window.book(), &full);
    window.command(Key::Z);
    assert_eq!(window.book(), &before);
}

#[test]
fn the_settings_lead_to_the_trash_and_say_how_much_is_in_it() {
    let mut window = Window::playing(story(), Route::Settings, [1440.0, 2200.0]);
    assert!(window.shows("The trash is empty"), "{:?}", window.labels());
    let mina = named(window.book(), "Mina Schäfer").expect("there");
    window.ask(Edit::DeleteContact { contact: mina }.into());
    assert!(window.shows("One entry can be restored"));
}

#[test]
fn whoever_was_let_go_is_in_no_view_but_in_the_archive() {
    for route in [Route::Today, Route::Cards, Route::Network, Route::Calendar] {
        let mut window = window(route);
        let mina = named(window.book(), "Mina Schäfer").expect("there");
        let reason = "Moved away".to_owned();
        window.ask(Edit::Archive { contact: mina, reason }.into());
        window.run_steps(8);
        let shown: Vec<_> =
            window.labels().into_iter().filter(|it| it.contains("Mina") && !it.starts_with("Let ")).collect();
        assert_eq!(shown, Vec::<String>::new(), "in {route:?}");
        assert!(window.book().get(mina).is_some(), "still in the book");
    }
}
