//! Saved searches in the whole window: kept, applied, counted, moved, renamed, removed; and why somebody was found.

use std::sync::Arc;

use cardloom::edit::{ContactField, Edit};
use cardloom::gui::{Command, Route};
use cardloom::index::{Query, Values};
use cardloom::model::{Book, Expertise, Id, InBook as _, Organization, SavedSearch};
use cardloom::text::Locale;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::World;

fn world() -> World {
    let world =
        World::new().contact("Mina Schäfer").in_circle("Makers").contact("Jonas Weber").in_circle("Makers");
    let mut world = world.contact("Aiko Tanaka");
    let aiko = world.id("Aiko Tanaka");
    let expertise = vec![Expertise { what: "salt-water bearings".to_owned(), ..Expertise::default() }];
    world = world.edit(Edit::SetContact { contact: aiko, field: ContactField::Expertise(expertise) });
    world
}

fn window() -> Window {
    Window::playing(world(), Route::Cards, [1440.0, 900.0])
}

fn save(window: &mut Window, query: &str, name: &str) {
    if !window.value_of("Search").is_empty() {
        window.click("Clear search");
    }
    window.type_into("Search", query);
    window.click("Save this search");
    window.type_into("Name", name);
    window.click("Save");
}

fn names(window: &Window) -> Vec<String> {
    SavedSearch::in_order(window.book()).into_iter().map(|search| search.name.clone()).collect()
}

#[test]
fn a_search_is_saved_applied_and_counted() {
    let mut window = window();
    window.type_into("Search", "circle:makers");
    window.command(Key::D);
    assert_eq!(window.value_of("Name"), "makers", "the words of the search are its first name");
    assert!(window.says("Finds 2 people now"), "{:#?}", window.labels());
    window.click("Save");
    assert_eq!(names(&window), ["makers"]);
    assert!(window.shows("Saved as “makers”"), "the field says that it is saved: {:#?}", window.labels());

    window.click("Clear search");
    assert!(window.shows("Aiko Tanaka"));
    window.click("makers");
    assert_eq!(window.value_of("Search"), "circle:makers");
    assert!(!window.shows("Aiko Tanaka") && window.shows("Mina Schäfer"), "{:#?}", window.labels());
    window.click("makers");
    assert_eq!(window.value_of("Search"), "", "once more takes it out of the field");

    window.command(Key::Z);
    assert_eq!(names(&window), Vec::<String>::new());
}

#[test]
fn a_large_book_is_shown_before_its_search_is_there_and_no_edit_is_lost() {
    let mut large = Book::default();
    for number in 1..=1600_u128 {
        let (id, name) = (Id::new(number << 64), format!("Werk {number}"));
        let record = Organization { id, name, ..Organization::default() };
        Organization::table_mut(&mut large).insert(id, Arc::new(record));
    }
    let world = world().edit(Edit::Import { book: Box::new(large) });
    let jonas = world.id("Jonas Weber");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    let is_ready = |window: &Window| window.state().session().index().is_search_ready();
    assert!(!is_ready(&window) && window.shows("Mina Schäfer"), "nobody asked for it");

    let field = window.query_all_by_role_and_label(Role::TextInput, "Search").last();
    field.expect("the search field").focus();
    window.run_steps(2);
    window.event(Event::Text("xylo".to_owned()));
    window.run_steps(3);
    assert!(window.says("The search is being prepared"), "{:#?}", window.labels());
    assert!(window.shows("Mina Schäfer"), "what is shown stays until then");
    // The worker has the state before.
    let field = ContactField::Notes("plays the xylophone".to_owned());
    window.state_mut().session_mut().commit(Edit::SetContact { contact: jonas, field }).unwrap();
    window.settle();
    assert!(is_ready(&window));
    assert!(window.shows("Jonas Weber") && !window.shows("Mina Schäfer"), "{:#?}", window.labels());
}

#[test]
fn a_saved_search_is_edited_and_removed_with_the_keyboard_and_taken_back() {
    let mut window = window();
    save(&mut window, "tanaka", "");
    window.control("tanaka").focus();
    window.settle();
    window.press(Key::F2);
    assert!(window.shows("Edit search"));
    window.type_into("Name", " of Osaka");
    window.click("Save");
    assert_eq!(names(&window).concat().replace("tanaka", ""), " of Osaka");
    let name = names(&window).remove(0);
    window.control(&name).focus();
    window.settle();
    window.press(Key::Delete);
    assert!(names(&window).is_empty());
    window.command(Key::Z);
    assert_eq!(names(&window), [name]);
}

#[test]
fn saved_searches_are_moved_with_keys_and_by_dragging() {
    let mut window = window();
    for query in ["mina", "jonas", "aiko"] {
        save(&mut window, query, "");
    }
    window.click("Clear search");
    assert_eq!(names(&window), ["mina", "jonas", "aiko"]);
    window.control("aiko").focus();
    window.settle();
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    window.settle();
    assert_eq!(names(&window), ["mina", "aiko", "jonas"]);
    window.drag("mina", "jonas");
    assert_eq!(names(&window), ["aiko", "jonas", "mina"]);
    window.command(Key::Z);
    window.command(Key::Z);
    assert_eq!(names(&window), ["mina", "jonas", "aiko"]);
}

#[test]
fn nothing_typed_is_nothing_to_save_and_the_help_is_one_click_away() {
    let mut window = window();
    window.command(Key::D);
    assert!(window.says("Type a search first"), "{:#?}", window.labels());
    window.click("All search words");
    assert_eq!(window.value_of("Search"), "?");
    assert!(window.shows("circle: in a circle"), "{:#?}", window.labels());
}

#[test]
fn a_tile_says_why_somebody_was_found() {
    let mut window = window();
    window.type_into("Search", "bearings");
    let described = |window: &Window| -> Vec<String> {
        let nodes = window.query_all_by_label("Aiko Tanaka");
        nodes.filter_map(|node| node.accesskit_node().description()).collect()
    };
    assert!(
        described(&window).contains(&"Can do: salt-water bearings".to_owned()),
        "{:?}",
        described(&window)
    );
    window.click("Clear search");
    window.type_into("Search", "tanaka");
    assert!(described(&window).is_empty(), "the name says it already");
}

#[test]
fn a_search_from_the_settings_shows_the_cards() {
    let mut window = window();
    save(&mut window, "tanaka", "");
    window.click("Clear search");
    window.ask(Command::Go(Route::Settings));
    window.click("tanaka");
    assert_eq!(window.state().route(), Route::Cards);
    assert_eq!(window.value_of("Search"), "tanaka");
}

#[test]
fn the_list_of_search_words_shows_all_of_them() {
    for size in [[1440.0, 900.0], [1000.0, 700.0]] {
        let mut window = Window::playing(world(), Route::Cards, size);
        window.type_into("Search", Query::HELP);
        let words = Query::complete(
            Query::HELP,
            Query::HELP.len(),
            &Values::default(),
            Locale::En,
            crate::world::today(),
        );
        assert_eq!(words.len(), 18, "{words:?}");
        for word in words {
            let rows = window.query_all_by_role(Role::ListBoxOption);
            let row = rows.into_iter().find(|row| {
                row.accesskit_node()
                    .label()
                    .is_some_and(|label| label.starts_with(&format!("{} ", word.text)))
            });
            let rect = row.unwrap_or_else(|| panic!("{word:?}: {:?}", window.labels())).rect();
            assert!(rect.top() >= 0.0 && rect.bottom() <= size[1], "{word:?} in sight: {rect:?}");
        }
    }
}

#[test]
fn a_completion_counts_whom_the_gallery_shows() {
    let world =
        World::new().contact("Mina Schäfer").in_circle("Makers").contact("Jonas Weber").in_circle("Makers");
    let gone = world.id("Jonas Weber");
    let world = world.edit(Edit::Archive { contact: gone, reason: String::new() });
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    window.type_into("Search", "circle:mak");
    assert!(window.shows("Makers 1"), "as in the rail: {:?}", window.labels());
}
