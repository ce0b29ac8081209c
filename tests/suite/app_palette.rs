//! The command palette and the list of keys in the real window.

use cardloom::edit::{ContactField, Edit, Employment};
use cardloom::gui::settings::ThemeChoice;
use cardloom::gui::{Action, Command, Route, Sheet};
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use eframe::egui::{
    Key, Modifiers,
    accesskit::{Role, Toggled},
};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

fn window() -> Window {
    let mut world = World::new()
        .contact("田中 遥")
        .works_at("東雲精機")
        .contact("Amara Adeyemi")
        .needs("sealed bearings")
        .in_circle("Makers")
        .contact("Jonas Weber")
        .works_at("Weber Optik")
        .met_at("Salon: Bearings and Balance");
    let offers = ContactField::Offers(vec!["salt-water bearings".to_owned()]);
    let tanaka = world.id("田中 遥");
    world = world.edit(Edit::SetContact { contact: tanaka, field: offers });
    Window::playing(world, Route::Cards, [1440.0, 900.0])
}

/// The rows as a screen reader says them.
fn rows(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

/// The row that Enter takes.
fn marked(window: &Window) -> String {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    let marked = rows.filter(|row| row.accesskit_node().toggled() == Some(Toggled::True));
    marked.filter_map(|row| row.accesskit_node().label()).next().unwrap_or_default()
}

#[test]
fn people_are_found_with_the_reason_and_enter_opens_the_first() {
    let mut window = window();
    window.command(Key::K);
    window.type_on("bear");
    let rows = rows(&window);
    assert!(rows.iter().any(|row| row.starts_with("田中 遥, Can do · salt-water bearings")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("Amara Adeyemi, Needs · sealed bearings")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("Salon: Bearings and Balance")), "the event: {rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("Log an encounter with ")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.starts_with("Show “bear” in the network")), "{rows:#?}");
    assert!(window.says("hits in"), "how much and how fast");
    let first = marked(&window);
    window.press(Key::Enter);
    let selected = window.state().selection().contact.expect("somebody");
    let name = window.book().get(selected).expect("the person").display_name();
    assert!(first.starts_with(&name), "{first} is not {name}");
    assert!(!window.state_mut().palette().is_open());
}

#[test]
fn romaji_width_and_a_typing_error_find_people() {
    for (typed, name) in [("tanaka", "田中 遥"), ("ＷＥＢＥＲ", "Jonas Weber"), ("adeyeni", "Amara Adeyemi")]
    {
        let mut window = window();
        let tanaka = window.contact("田中 遥").clone();
        let reading = PersonName { family_reading: "たなか".to_owned(), ..tanaka.name.clone() };
        window.ask(Edit::SetContact { contact: tanaka.id, field: ContactField::Name(reading) }.into());
        window.command(Key::K);
        window.type_on(typed);
        assert!(marked(&window).starts_with(name), "{typed}: {:?}", rows(&window));
    }
}

#[test]
fn commands_are_found_in_every_language_and_done() {
    let mut window = window();
    for (typed, label) in
        [("dark", "Dark theme"), ("dunkles", "Dark theme, Dunkles Aussehen"), ("暗い", "Dark theme")]
    {
        window.command(Key::K);
        window.type_on(typed);
        assert!(rows(&window).iter().any(|row| row.starts_with(label)), "{typed}: {:?}", rows(&window));
        window.press(Key::Escape);
    }
    window.command(Key::K);
    window.type_on(">dark th");
    assert_eq!(marked(&window), "Dark theme");
    window.press(Key::Enter);
    window.command(Key::K);
    window.type_on(">light th");
    assert!(marked(&window).starts_with("Light theme"), "the dark one is on now: {:?}", rows(&window));
    window.press(Key::Escape);
    window.command(Key::K);
    window.type_on(">calendar");
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Calendar);
    window.command(Key::K);
    window.type_on(">speak german");
    window.press(Key::Enter);
    assert!(window.shows("Karten") && !window.shows("Cards"));
}

#[test]
fn the_signs_in_front_narrow_to_commands_events_and_people() {
    let mut window = window();
    let with = |window: &mut Window, typed: &str| {
        window.command(Key::K);
        window.type_on(typed);
        let rows = rows(window);
        window.press(Key::Escape);
        rows
    };
    let commands = with(&mut window, ">");
    let texts = Texts::new(Locale::En);
    for action in [Action::Undo, Action::AddEvent, Action::CheckBook, Action::Go(Route::Today), Action::About]
    {
        let label = action.label(&texts);
        assert!(commands.iter().any(|row| row.starts_with(label)), "{label}: {commands:#?}");
    }
    assert!(!commands.iter().any(|row| row.contains("Weber")));
    let events = with(&mut window, "#bear");
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(events[0].starts_with("Salon"));
    let people = with(&mut window, "@weber");
    assert!(people.len() == 1 && people[0].starts_with("Jonas Weber"), "{people:?}");
    assert!(with(&mut window, "makers").iter().any(|row| row.starts_with("Makers, 1 person")));
}

#[test]
fn tab_lists_what_can_be_done_with_a_person() {
    let mut window = window();
    window.command(Key::K);
    window.type_on("weber");
    window.press(Key::Tab);
    let all = rows(&window);
    for label in [
        "Open Jonas Weber",
        "Log an encounter with Jonas Weber",
        "Pass Jonas Weber on",
        "Introduce Jonas Weber",
        "Review Jonas Weber",
    ] {
        assert!(all.iter().any(|row| row.starts_with(label)), "{label}: {all:#?}");
    }
    window.press(Key::Escape);
    assert!(window.state_mut().palette().is_open(), "Esc goes back first");
    assert!(rows(&window).iter().any(|row| row.starts_with("Jonas Weber")));
    window.press(Key::Tab);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    let weber = window.contact("Jonas Weber").id;
    let sheet = Sheet::LogEncounter { contacts: vec![weber], completes: None };
    assert_eq!(window.state().open_sheet(), Some(&sheet));
}

#[test]
fn arrows_go_round_and_what_is_found_in_the_cards_is_filtered_there() {
    let mut window = window();
    window.command(Key::K);
    window.type_on("bear");
    let all = rows(&window);
    window.press(Key::ArrowUp);
    assert_eq!(marked(&window), *all.last().expect("rows"), "from the first to the last");
    window.press(Key::ArrowDown);
    assert_eq!(marked(&window), all[0]);
    let at = all.iter().position(|row| row.starts_with("Show “bear” in the cards")).expect("offered");
    for _ in 0..at {
        window.press(Key::ArrowDown);
    }
    window.press(Key::Enter);
    assert_eq!(window.value_of("Search"), "bear");
    assert!(window.shows("Amara Adeyemi"));
}

#[test]
fn nothing_typed_offers_whom_one_looked_at_and_what_one_does_often() {
    let mut window = window();
    let weber = window.contact("Jonas Weber").id;
    window.ask(Command::Select(Some(weber)));
    window.command(Key::K);
    let all = rows(&window);
    assert!(all[0].starts_with("Jonas Weber, Weber Optik"), "{all:#?}");
    assert!(
        all.iter().any(|row| row.starts_with("Log an encounter, Jonas Weber, Ctrl+L")
            || row.starts_with("Log an encounter, Jonas Weber, ⌘L")),
        "{all:#?}"
    );
    window.command(Key::K);
    assert!(!window.state_mut().palette().is_open(), "the same key closes it");
}

#[test]
fn a_sentence_is_offered_to_be_logged() {
    let mut window = window();
    window.command(Key::K);
    window.type_on("coffee with Weber yesterday about bearings");
    assert!(marked(&window).starts_with("Log this as an encounter"), "{:?}", rows(&window));
    window.press(Key::Enter);
    assert!(matches!(window.state().open_sheet(), Some(Sheet::LogLine { .. })));
    window.press(Key::Enter);
    let weber = window.contact("Jonas Weber").id;
    let encounter = window.book().encounters.values().next().expect("it was logged");
    assert_eq!(encounter.contacts, [weber].into());
    assert_eq!(encounter.topics, ["bearings"]);
    window.command(Key::K);
    window.type_on("weber");
    assert!(!rows(&window).iter().any(|row| row.starts_with("Log this")), "a search is no sentence");
}

#[test]
fn hostile_texts_are_only_looked_for() {
    let mut window = window();
    let name = PersonName::parse(&format!("\u{202e}{}", "x".repeat(10_000)));
    let contact = Box::new(Contact { name, ..Contact::default() });
    window.ask(Edit::AddContact { contact, employment: Employment::default(), received: None }.into());
    for typed in [">", "#", "@", "\u{202e}\u{200b}", "\"", "-is:archived", "xxxx", "((((", &"y".repeat(5_000)]
    {
        window.command(Key::K);
        window.type_on(typed);
        window.press(Key::ArrowDown);
        window.press(Key::Tab);
        window.press(Key::Escape);
        window.press(Key::Escape);
        assert!(!window.state_mut().palette().is_open(), "{typed}");
    }
}

#[test]
fn the_list_of_keys_opens_by_each_of_its_keys_and_can_be_searched() {
    let mut window = window();
    let opens = [
        (Modifiers::COMMAND, Key::Slash),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Slash),
        (Modifiers::COMMAND, Key::Questionmark),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Questionmark),
        (Modifiers::NONE, Key::F1),
    ];
    for (held, key) in opens {
        window.key_press_modifiers(held, key);
        window.settle();
        assert_eq!(window.state().open_sheet(), Some(&Sheet::Shortcuts), "{held:?} {key:?}");
        window.press(Key::Escape);
        assert_eq!(window.state().open_sheet(), None);
    }
    window.press(Key::F1);
    assert!(window.says("Log an encounter Ctrl+L, L") || window.says("Log an encounter ⌘L, L"));
    window.type_on("zoom");
    assert!(window.says("Zoom in and out") && !window.says("Log an encounter"));
}

#[test]
fn the_choices_of_the_program_are_commands() {
    let mut window = window();
    window.ask(Action::Theme(ThemeChoice::Dark).into());
    window.ask(Action::FoldRail.into());
    assert!(!window.says("are in two or more"));
    window.ask(Action::Passphrase.into());
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Passphrase(_))));
    window.press(Key::Escape);
    window.ask(Action::CheckBook.into());
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Check));
    window.press(Key::Escape);
    window.ask(Action::AddEvent.into());
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Event(None)));
    _ = today();
}

#[test]
fn the_palette_exports_the_selected_people_or_everybody() {
    let mut window = window();
    let everybody = window.book().contacts.len();
    for selected in [false, true] {
        if selected {
            let weber = window.contact("Jonas Weber").id;
            window.ask(Command::Select(Some(weber)));
        }
        window.command(Key::K);
        window.type_on(">export json");
        window.press(Key::Enter);
        window.click("Export …");
        // The stage has no dialog: this is what its answer becomes.
        let file = window.folder.path().join(format!("people-{selected}.json"));
        let format = cardloom::session::ExportFormat::Json;
        window.ask(Command::ExportTo { file: file.clone(), format, replace: true });
        let text = std::fs::read_to_string(file).expect("the file");
        let people: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let expected = if selected { 1 } else { everybody };
        assert_eq!(people.as_array().map(Vec::len), Some(expected));
    }
}

#[test]
fn a_command_that_is_called_so_comes_before_people_who_only_sound_like_it() {
    let world = World::new().contact("Solange Plaice").contact("Jonas Weber").met_at("RustConf");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    window.command(Key::K);
    window.type_on("places");
    assert!(marked(&window).starts_with("Places: where the cards are"), "{:?}", rows(&window));
    window.press(Key::Enter);
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Places(_))));
    window.press(Key::Escape);
    // Whoever is called so comes first all the same.
    window.command(Key::K);
    window.type_on("pla");
    assert!(marked(&window).starts_with("Solange Plaice"), "{:?}", rows(&window));
}

#[test]
fn keys_of_the_view_rest_while_a_sheet_is_open_and_a_hint_is_no_success() {
    let mut window = window();
    window.command(Key::P);
    assert!(window.says("Select a person first"), "{:?}", window.labels());
    let mut window = self::window();
    window.command(Key::J);
    for key in [Key::P, Key::Num1, Key::N, Key::L] {
        window.command(key);
        assert_eq!(window.state().open_sheet(), Some(&Sheet::Capture(None)), "{key:?}");
        assert_eq!(window.state().route(), Route::Cards, "{key:?}");
        assert!(!window.says("Select a person first"), "{key:?}");
    }
    // What belongs to the whole program goes on.
    window.command(Key::K);
    assert!(window.shows("Command palette") || !rows(&window).is_empty(), "{:?}", window.labels());
}
