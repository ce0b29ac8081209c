//! Where the cards are, in the real window: the page of places, putting, lending, giving and throwing cards away.

use std::collections::BTreeSet;

use cardloom::edit::{Edit, StorageEdit};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::index::Spot;
use cardloom::model::*;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

/// Three people with cards; Mina's lies in the front half of a box.
fn world() -> World {
    let mut world = World::new();
    for name in ["Mina Schäfer", "Jonas Weber", "Aiko Tanaka"] {
        world = world.contact(name).met_at("RustConf");
    }
    let put = |world: World, name: &str, kind, inside, cards: BTreeSet<Id<Card>>| {
        let storage = Box::new(Storage { name: name.to_owned(), kind, inside, ..Storage::default() });
        world.edit(Edit::Storage(StorageEdit::Add { storage, cards }))
    };
    let world = put(world, "Blue box", StorageKind::Box, None, BTreeSet::new());
    let blue = *world.session.book().storages.keys().next().expect("the box");
    let mina = card_of(world.session.book(), "Mina");
    let world = put(world, "Front", StorageKind::Box, Some(blue), [mina].into());
    put(world, "Wallet", StorageKind::Wallet, None, BTreeSet::new())
}

fn window() -> Window {
    Window::playing(world(), Route::Cards, [1440.0, 900.0])
}

fn card_of(book: &Book, name: &str) -> Id<Card> {
    let person = book.contacts.values().find(|it| it.display_name().contains(name)).expect("a person");
    book.cards.values().find(|card| card.contact == Some(person.id)).expect("a card").id
}

fn place(book: &Book, name: &str) -> Id<Storage> {
    book.storages.values().find(|it| it.name == name).unwrap_or_else(|| panic!("no {name}")).id
}

fn where_is(window: &Window, name: &str) -> Whereabouts {
    window.book().cards[&card_of(window.book(), name)].whereabouts
}

fn open(window: &mut Window, spot: Spot) {
    window.ask(Command::Open(Sheet::Places(Some(spot))));
}

#[test]
fn the_page_shows_the_tree_with_counts_and_the_cards_of_the_place() {
    let mut window = window();
    window.ask(Command::Do(cardloom::gui::command::Action::Places));
    assert!(window.shows("Blue box, Box, one card"), "{:?}", window.labels());
    assert!(window.shows("Wallet, Wallet, no cards"));
    assert!(window.shows("Not known where, 2 cards"));
    assert!(window.says("Mina Schäfer"), "the card of the place inside: {:?}", window.labels());
    window.click("Not known where, 2 cards");
    assert!(window.says("Jonas Weber, ") && window.says("Aiko Tanaka, "));
    window.type_into("Search here", "aiko");
    assert!(!window.says("Jonas Weber, "), "{:?}", window.labels());
    assert!(window.says("Aiko Tanaka, "));
}

#[test]
fn a_place_is_made_moved_and_removed_and_undo_brings_all_back() {
    let mut window = window();
    let before = window.book().clone();
    open(&mut window, Spot::Unknown);
    window.click("New place");
    window.type_on("Green binder");
    window.press(Key::Enter);
    let binder = place(window.book(), "Green binder");
    assert_eq!(window.book().storages[&binder].inside, None);
    // By keys: into the place above, and out again.
    window.control("Green binder, Box, no cards").focus();
    window.settle();
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    window.settle();
    assert_eq!(window.book().storages[&binder].inside, Some(place(window.book(), "Wallet")));
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.settle();
    assert_eq!(window.book().storages[&binder].inside, None);
    // Removing tells where the cards go.
    window.ask(Command::CloseSheet);
    let front = place(window.book(), "Front");
    window.ask(Command::Open(Sheet::Place(Some(front), None)));
    assert!(window.says("come into “Blue box”"), "{:?}", window.labels());
    window.click("Remove place");
    assert_eq!(where_is(&window, "Mina"), Whereabouts::StoredIn(place(window.book(), "Blue box")));
    for _ in 0..4 {
        window.command(Key::Z);
    }
    assert_eq!(*window.book(), before);
}

#[test]
fn chosen_cards_are_put_into_a_place_by_its_name_or_a_new_one() {
    let mut window = window();
    open(&mut window, Spot::Unknown);
    window.command(Key::A);
    assert!(window.says("2 cards chosen"), "{:?}", window.labels());
    window.press(Key::W);
    assert!(window.says("Where are these 2 cards?"));
    window.type_on("wal");
    window.press(Key::Enter);
    let wallet = place(window.book(), "Wallet");
    assert_eq!(where_is(&window, "Jonas"), Whereabouts::StoredIn(wallet));
    assert_eq!(where_is(&window, "Aiko"), Whereabouts::StoredIn(wallet));
    window.command(Key::Z);
    assert_eq!(where_is(&window, "Jonas"), Whereabouts::Unknown, "one step");
    // A name that no place has makes one.
    let card = card_of(window.book(), "Jonas");
    window.ask(Command::CloseSheet);
    window.ask(Command::Open(Sheet::PutInto([card].into())));
    window.type_on("Drawer at work");
    window.press(Key::Enter);
    assert_eq!(where_is(&window, "Jonas"), Whereabouts::StoredIn(place(window.book(), "Drawer at work")));
}

#[test]
fn a_lent_card_comes_back_where_it_was_and_is_marked_when_it_is_late() {
    let mut window = window();
    let card = card_of(window.book(), "Mina");
    window.ask(Command::Open(Sheet::Lend([card].into(), false)));
    window.type_on("jonas");
    window.press(Key::Enter);
    window.type_into("Back by", "1 Oct 2026");
    window.click("Lend");
    let jonas = window.contact("Jonas Weber").id;
    let from = Some(place(window.book(), "Front"));
    assert_eq!(where_is(&window, "Mina"), Whereabouts::LentTo { contact: jonas, on: today(), from });
    let promise = window.book().follow_ups.values().find(|it| it.fetches == Some(card)).expect("a promise");
    assert_eq!(promise.about, "Fetch Mina Schäfer’s card");
    open(&mut window, Spot::Lent);
    assert!(window.says("With Jonas Weber since"), "{:?}", window.labels());
    assert!(window.says("overdue since 1 Oct"), "{:?}", window.labels());
    assert!(window.says("one overdue"));
    window.click("Came back");
    assert_eq!(where_is(&window, "Mina"), Whereabouts::StoredIn(place(window.book(), "Front")));
    assert!(window.book().follow_ups.values().all(|it| it.fetches.is_none() || !it.is_open()));
}

#[test]
fn what_is_thrown_away_keeps_its_picture() {
    let mut window = window();
    open(&mut window, Spot::Unknown);
    window.command(Key::A);
    window.click("Throw away");
    assert_eq!(where_is(&window, "Aiko"), Whereabouts::Discarded { on: today() });
    assert!(window.book().cards[&card_of(window.book(), "Aiko")].front.is_some());
    window.click("Thrown away, 2 cards");
    assert!(window.says("Still here"), "{:?}", window.labels());
    window.command(Key::Z);
    assert_eq!(where_is(&window, "Aiko"), Whereabouts::Unknown);
}

#[test]
fn a_card_is_dragged_onto_a_place_of_the_tree() {
    let mut window = window();
    open(&mut window, Spot::Unknown);
    let label = window.labels().into_iter().find(|it| it.starts_with("Jonas Weber,")).expect("the card");
    window.drag(&label, "Wallet, Wallet, no cards");
    assert_eq!(where_is(&window, "Jonas"), Whereabouts::StoredIn(place(window.book(), "Wallet")));
    // A place is dragged into another one, but never into itself.
    window.drag("Wallet, Wallet, one card", "Front, Box, one card");
    assert_eq!(
        window.book().storages[&place(window.book(), "Wallet")].inside,
        Some(place(window.book(), "Front"))
    );
    window.drag("Blue box, Box, 2 cards", "Wallet, Wallet, one card");
    assert_eq!(window.book().storages[&place(window.book(), "Blue box")].inside, None);
}

#[test]
fn ten_thousand_cards_are_no_trouble() {
    let mut world = world();
    let mut other = Book::default();
    let wallet = place(world.session.book(), "Wallet");
    for number in 0..10_000_u128 {
        let card = Card {
            id: Id::new(1_000 + number),
            whereabouts: Whereabouts::StoredIn(wallet),
            ..Card::default()
        };
        Card::table_mut(&mut other).insert(card.id, std::sync::Arc::new(card));
    }
    let storage = world.session.book().storages[&wallet].clone();
    Storage::table_mut(&mut other).insert(wallet, storage);
    world = world.edit(Edit::Import { book: Box::new(other) });
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    open(&mut window, Spot::Place(wallet));
    assert!(window.says("10000 cards") || window.says("10,000 cards"), "{:?}", window.labels());
    let drawn = window.labels().iter().filter(|it| it.starts_with("No name yet,")).count();
    assert!((1..80).contains(&drawn), "{drawn} cards are drawn");
}

/// Makes a place by hand.
fn make(window: &mut Window, name: &str, inside: Option<Id<Storage>>) -> Id<Storage> {
    let kind = StorageKind::Box;
    let storage = Box::new(Storage { name: name.to_owned(), kind, inside, ..Storage::default() });
    window.ask(Edit::Storage(StorageEdit::Add { storage, cards: BTreeSet::new() }).into());
    *window.book().storages.keys().next_back().expect("the place just made")
}

#[test]
fn a_place_keeps_its_name_when_it_is_emptied_and_says_when_another_one_has_it() {
    let mut window = window();
    let wallet = place(window.book(), "Wallet");
    window.ask(Command::Open(Sheet::Place(Some(wallet), None)));
    window.command(Key::A);
    window.press(Key::Backspace);
    window.press(Key::Enter);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Place(Some(wallet), None)), "it stays open");
    window.type_on("\u{200b}\u{202e}");
    window.command(Key::Enter);
    assert_eq!(window.book().storages[&wallet].name, "Wallet", "signs that draw nothing are no name");
    window.type_into("Name", "BLUE box");
    assert!(window.says("There is a place of this name here already."), "{:?}", window.labels());
    window.press(Key::Enter);
    assert_eq!(window.book().storages[&wallet].name, "BLUE box", "it is allowed all the same");
    window.command(Key::Z);
    assert_eq!(window.book().storages[&wallet].name, "Wallet");
    // Inside another place the name is free.
    window.ask(Command::Open(Sheet::Place(None, Some(wallet))));
    window.type_on("Blue box");
    assert!(!window.says("There is a place of this name here already."), "{:?}", window.labels());
}

#[test]
fn whose_borrower_is_deleted_is_fetched_from_nobody_and_undo_knows_all_of_it() {
    let world = world();
    let (mina, jonas) = (card_of(world.session.book(), "Mina"), world.id("Jonas Weber"));
    let lend = StorageEdit::Lend {
        cards: [(mina, "Fetch Mina’s card".to_owned())].into(),
        to: jonas,
        back_by: today().pred_opt(),
    };
    let mut window = Window::playing(world.edit(Edit::Storage(lend)), Route::Cards, [1440.0, 900.0]);
    open(&mut window, Spot::Lent);
    assert!(window.shows("Lent, one card, one overdue"), "{:?}", window.labels());
    let before = window.book().clone();
    window.ask(Command::CloseSheet);
    window.ask(Edit::DeleteContact { contact: jonas }.into());
    assert_eq!(window.book().dangling(), vec![]);
    assert!(window.book().follow_ups.values().all(|it| it.fetches != Some(mina) || !it.is_open()));
    assert!(!matches!(window.book().cards[&mina].whereabouts, Whereabouts::LentTo { .. }));
    assert!(window.state().session().index().loans().is_empty(), "nothing is late for ever");
    open(&mut window, Spot::Unknown);
    assert!(window.says("Mina Schäfer, "), "the card is to be found: {:?}", window.labels());
    window.ask(Command::CloseSheet);
    window.command(Key::Z);
    assert_eq!(*window.book(), before);
    open(&mut window, Spot::Lent);
    window.click("Came back");
    assert_eq!(where_is(&window, "Mina"), Whereabouts::StoredIn(place(window.book(), "Front")));
}

#[test]
fn another_day_for_a_loan_begins_at_the_day() {
    let world = world();
    let (mina, jonas) = (card_of(world.session.book(), "Mina"), world.id("Jonas Weber"));
    let cards = [(mina, "Fetch it".to_owned())].into();
    let lend = StorageEdit::Lend { cards, to: jonas, back_by: Some(today()) };
    let mut window = Window::playing(world.edit(Edit::Storage(lend)), Route::Cards, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Lend([mina].into(), false)));
    window.command(Key::A);
    window.type_on("2026-11-02");
    window.command(Key::Enter);
    let fetch = window.book().follow_ups.values().find(|it| it.fetches == Some(mina) && it.is_open());
    assert_eq!(fetch.expect("a promise").due_on.to_string(), "2026-11-02");
    assert_eq!(window.state().session().index().loan(mina).expect("the loan").with, jonas);
}

#[test]
fn odd_names_long_rows_and_twins_are_shown_and_told_apart() {
    let mut window = window();
    let long = "x".repeat(500);
    let turned = "\u{202b}right to left\u{202c}";
    for number in 1..=10 {
        make(&mut window, &format!("Box {number}"), None);
    }
    let (first, second) = (make(&mut window, "Twin", None), make(&mut window, "Twin", None));
    make(&mut window, &long, None);
    make(&mut window, turned, Some(first));
    make(&mut window, "\u{202e}evil\nline", Some(second));
    let kept = window.book().storages.values().map(|it| it.name.chars().count()).max();
    assert_eq!(kept, Some(Storage::LONGEST_NAME));
    open(&mut window, Spot::Place(second));
    assert_eq!(
        window.labels().iter().filter(|label| label.starts_with("Twin, Box, ")).count(),
        2,
        "{:?}",
        window.labels()
    );
    assert!(window.says("right to left, Box") && window.says("evil line, Box"), "{:?}", window.labels());
    // The card that is put into one of the twins is in this one.
    let card = card_of(window.book(), "Jonas");
    window.ask(Edit::Storage(StorageEdit::Put { cards: [card].into(), to: Some(second) }).into());
    assert!(
        window.shows("Twin, Box, one card") && window.shows("Twin, Box, no cards"),
        "{:?}",
        window.labels()
    );
    // Removing the wrong one with the keyboard is one step of Undo.
    let before = window.book().clone();
    window.control("Twin, Box, one card").focus();
    window.settle();
    window.press(Key::Delete);
    assert!(window.book().get(second).is_none());
    assert_eq!(where_is(&window, "Jonas"), Whereabouts::Unknown);
    window.command(Key::Z);
    assert_eq!(*window.book(), before);
    // What is searched and not there says so and can be cleared, also where cards are away.
    window.ask(Command::CloseSheet);
    window.ask(Edit::Storage(StorageEdit::Discard { cards: [card].into() }).into());
    open(&mut window, Spot::Discarded);
    window.type_into("Search here", "nobody at all");
    assert!(window.shows("Clear search"), "{:?}", window.labels());
    window.click("Clear search");
    assert!(window.says("Jonas Weber, "), "{:?}", window.labels());
}

#[test]
fn cards_are_lent_and_come_back_with_the_keyboard_alone() {
    let mut window = window();
    let aiko = window.contact("Aiko Tanaka").id;
    open(&mut window, Spot::Unknown);
    // From the tree to the first card.
    for _ in 0..40 {
        window.key_press_modifiers(Modifiers::NONE, Key::Tab);
        window.run_steps(3);
        let on = window.query_all_by(|node| node.is_focused_in_tree()).last();
        let name = on.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
        if name.starts_with("Jonas Weber, ") {
            break;
        }
    }
    window.press(Key::Space);
    assert!(window.says("One card chosen"), "{:?}", window.labels());
    window.press(Key::B);
    window.type_on("aiko");
    window.press(Key::Enter);
    window.type_on("2026-10-20");
    window.command(Key::Enter);
    assert!(matches!(where_is(&window, "Jonas"), Whereabouts::LentTo { contact, .. } if contact == aiko));
    let fetch = window.book().follow_ups.values().find(|it| it.fetches.is_some()).expect("a promise");
    assert_eq!(fetch.due_on.to_string(), "2026-10-20");
    window.press(Key::Escape);
    assert!(window.state().open_sheet().is_none(), "{:?}", window.state().open_sheet());
}

#[test]
fn a_place_that_is_renamed_and_moved_is_one_step_of_undo() {
    let mut window = window();
    let wallet = place(window.book(), "Wallet");
    let before = window.book().clone();
    window.ask(Command::Open(Sheet::Place(Some(wallet), None)));
    window.type_into("Name", " for travel");
    window.click("Nothing");
    window.type_on("blue");
    window.press(Key::Enter);
    window.click("Save");
    let changed = &window.book().storages[&wallet];
    assert_eq!(changed.inside, Some(place(window.book(), "Blue box")));
    assert!(changed.name.contains("for travel"), "{}", changed.name);
    window.command(Key::Z);
    assert_eq!(*window.book(), before);
}

#[test]
fn a_day_that_has_passed_is_pointed_out_before_a_card_is_lent() {
    let mut window = window();
    let mina = card_of(window.book(), "Mina");
    window.ask(Command::Open(Sheet::Lend([mina].into(), false)));
    window.type_on("jonas");
    window.press(Key::Enter);
    window.type_on("2026-10-13");
    assert!(window.says("That day has passed."), "{:?}", window.labels());
    window.type_into("Back by", "");
    window.command(Key::A);
    window.type_on("2026-10-14");
    assert!(!window.says("That day has passed."), "{:?}", window.labels());
    window.command(Key::Enter);
    assert!(matches!(where_is(&window, "Mina"), Whereabouts::LentTo { .. }));
}

#[test]
fn the_menu_of_a_card_opens_by_mouse_and_by_key_and_does_what_it_says() {
    let mut window = window();
    open(&mut window, Spot::Unknown);
    let jonas = |window: &Window| -> String {
        window.labels().into_iter().find(|label| label.starts_with("Jonas Weber, ")).expect("his card")
    };
    let name = jonas(&window);
    window.control(&name).focus();
    window.settle();
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    window.settle();
    for item in
        ["Show the person", "Put into a place…", "Lend…", "Give away…", "Pass the card on", "Throw away"]
    {
        assert!(window.shows(item), "{item}: {:?}", window.labels());
    }
    window.click("Lend…");
    assert!(window.says("Lend this card"), "{:?}", window.labels());
    window.press(Key::Escape);
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Places(_))), "back on the page");
    // With the other button of the mouse.
    let at = window.control(&name).rect().center();
    window.hover_at(at);
    for pressed in [true, false] {
        let button = eframe::egui::PointerButton::Secondary;
        window.event(eframe::egui::Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.run_steps(1);
    }
    window.settle();
    window.click("Throw away");
    assert!(matches!(where_is(&window, "Jonas"), Whereabouts::Discarded { .. }));
    window.command(Key::Z);
    // One key passes the card on, and comes back here.
    let name = jonas(&window);
    window.control(&name).focus();
    window.settle();
    window.press(Key::P);
    let id = window.contact("Jonas Weber").id;
    assert_eq!(window.state().open_sheet(), Some(&Sheet::PassOn(id)));
    window.press(Key::Escape);
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Places(_))));
    // And one shows the person.
    window.control(&name).focus();
    window.settle();
    window.press(Key::O);
    assert_eq!((window.state().open_sheet(), window.state().selection().contact), (None, Some(id)));
}

#[test]
fn a_double_click_shows_whose_card_it_is_also_where_no_inspector_fits() {
    let mut window = Window::playing(world(), Route::Today, [1000.0, 700.0]);
    open(&mut window, Spot::Unknown);
    let name =
        window.labels().into_iter().find(|label| label.starts_with("Jonas Weber, ")).expect("his card");
    let at = window.control(&name).rect().center();
    window.hover_at(at);
    for pressed in [true, false, true, false] {
        let button = eframe::egui::PointerButton::Primary;
        window.event(eframe::egui::Event::PointerButton {
            pos: at,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.run_steps(1);
    }
    window.settle();
    let id = window.contact("Jonas Weber").id;
    assert_eq!((window.state().open_sheet(), window.state().selection().contact), (None, Some(id)));
    assert_eq!(window.state().route(), Route::Cards, "where the inspector is");
}

#[test]
fn escape_first_lets_the_chosen_cards_go() {
    let mut window = window();
    open(&mut window, Spot::Unknown);
    window.command(Key::A);
    assert!(window.says("2 cards chosen"));
    window.press(Key::Escape);
    assert!(!window.says("2 cards chosen") && matches!(window.state().open_sheet(), Some(Sheet::Places(_))));
    window.press(Key::Escape);
    assert_eq!(window.state().open_sheet(), None);
}
