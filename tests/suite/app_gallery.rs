//! The gallery with many cards in the real window: marking, bulk actions, dragging, zoom, headings, the table.

use cardloom::edit::{Edit, Employment, NewCard};
use cardloom::gui::settings::{GalleryLayout, Settings, TableColumn};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use cardloom::session::ExportFormat;
use eframe::egui::{self, Key, Modifiers, accesskit::Role, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

/// Somebody with a drawn card of this event.
fn met(world: World, name: &str, event: &str) -> World {
    let known = world.session.book().events.values().find(|other| other.title == event).map(|event| event.id);
    let new_event = if known.is_none() { event.to_owned() } else { String::new() };
    world.edit(Edit::AddContact {
        contact: Box::new(Contact { name: PersonName::parse(name), ..Contact::default() }),
        employment: Employment::default(),
        received: Some(NewCard { event: known, new_event, ..NewCard::default() }),
    })
}

/// People of this event, the last one the newest. Their names are `P00`, `P01` and so on.
fn people(count: usize, event: &str) -> World {
    (0..count).fold(World::new(), |world, number| met(world, &format!("P{number:02}"), event))
}

/// The person works at Acme.
fn acme(world: World, name: &str) -> World {
    let found = world.session.book().contacts.values().find(|contact| contact.display_name() == name);
    let contact = found.expect("the person").id;
    let employment = Employment { organization: "Acme".to_owned(), ..Employment::default() };
    world.edit(Edit::SetEmployment { contact, employment })
}

fn open(world: World) -> Window {
    Window::playing(world, Route::Cards, [1440.0, 900.0])
}

fn marked(window: &Window) -> Vec<String> {
    let marked = &window.state().selection().marked.contacts;
    let mut names: Vec<String> =
        marked.iter().filter_map(|id| window.book().get(*id)).map(|contact| contact.display_name()).collect();
    names.sort();
    names
}

fn click_with(window: &mut Window, name: &str, modifiers: Modifiers) {
    window.control(name).click_modifiers(modifiers);
    window.settle();
}

fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.settle();
}

fn is_selected(window: &Window, name: &str) -> bool {
    let node = window.control(name);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

/// Where a tile stands on the screen.
fn top(window: &Window, name: &str) -> f32 {
    window.control(name).rect().top()
}

fn wheel(window: &mut Window, at: egui::Pos2, delta: f32, modifiers: Modifiers) {
    window.hover_at(at);
    window.event_modifiers(
        egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, delta),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers,
        },
        modifiers,
    );
    window.run_steps(6);
}

#[test]
fn ctrl_shift_and_ctrl_a_mark_several_and_escape_clears() {
    let mut window = open(people(6, "Fair"));
    window.click("P05");
    click_with(&mut window, "P03", Modifiers::COMMAND);
    assert_eq!(marked(&window), ["P03", "P05"], "the one in the inspector comes along");
    assert!(window.shows("2 selected") && is_selected(&window, "P03") && !is_selected(&window, "P04"));
    click_with(&mut window, "P03", Modifiers::COMMAND);
    assert_eq!(marked(&window), ["P05"], "once more takes it out");
    window.click("P04");
    assert!(marked(&window).is_empty(), "a plain click selects one alone");
    click_with(&mut window, "P02", Modifiers::SHIFT);
    assert_eq!(marked(&window), ["P02", "P03", "P04"]);
    click_with(&mut window, "P00", Modifiers::COMMAND | Modifiers::SHIFT);
    assert_eq!(marked(&window), ["P00", "P01", "P02", "P03", "P04"], "a range is added to what is marked");
    window.command(Key::A);
    assert_eq!(marked(&window).len(), 6);
    window.press(Key::Escape);
    assert!(marked(&window).is_empty() && !window.says("selected"));
    assert!(window.state().selection().contact.is_some(), "Escape clears the marks first");
}

#[test]
fn shift_and_arrows_mark_from_where_one_stands() {
    let mut window = open(people(9, "Fair"));
    window.click("P08");
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(marked(&window), ["P06", "P07", "P08"]);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(marked(&window), ["P07", "P08"], "back again takes the last one out");
    press_with(&mut window, Modifiers::SHIFT, Key::End);
    assert_eq!(marked(&window).len(), 9);
    window.press(Key::Home);
    assert!(marked(&window).is_empty());
    let selected = window.state().selection().contact.and_then(|id| window.book().get(id));
    assert_eq!(
        selected.map(|contact| contact.display_name()).as_deref(),
        Some("P08"),
        "Home is the first card"
    );
    window.press(Key::End);
    let selected = window.state().selection().contact.and_then(|id| window.book().get(id));
    assert_eq!(selected.map(|contact| contact.display_name()).as_deref(), Some("P00"));
}

#[test]
fn each_bulk_action_is_one_step_of_undo() {
    let mut window = open(people(4, "Fair").contact("Nobody").in_circle("Makers"));
    let steps = window.state().session().history().len();
    let undo = |window: &mut Window| {
        assert_eq!(window.state().session().history().len(), steps + 1, "one step");
        window.state_mut().session_mut().undo().expect("it can be taken back");
        window.settle();
    };
    window.click("P03");
    click_with(&mut window, "P01", Modifiers::SHIFT);
    assert_eq!(marked(&window).len(), 3);

    window.click("Tag");
    window.type_into("New tag", "glass");
    window.press(Key::Enter);
    assert_eq!(window.book().contacts.values().filter(|contact| contact.tags.contains("glass")).count(), 3);
    undo(&mut window);

    let circle = *window.book().circles.keys().next().expect("a circle");
    // The bar is below the chips, of which one has the same name.
    let buttons = window.get_all_by_role_and_label(Role::Button, "Circle");
    let lowest = buttons.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
    let lowest = lowest.expect("the button of the bar");
    lowest.click();
    window.settle();
    window.get_by_role_and_label(Role::MenuItem, "Makers").click();
    window.settle();
    assert_eq!(window.state().session().index().links.circle(circle).len(), 4);
    window.press(Key::Escape);
    undo(&mut window);

    window.click("Log encounter");
    match window.state().open_sheet() {
        Some(Sheet::LogEncounter { contacts, .. }) => assert_eq!(contacts.len(), 3),
        other => panic!("{other:?}"),
    }
    window.press(Key::Escape);

    window.click("Move to trash");
    assert_eq!(window.book().contacts.len(), 2);
    undo(&mut window);
    assert_eq!(window.book().contacts.len(), 5);

    window.click("P03");
    click_with(&mut window, "P01", Modifiers::SHIFT);
    window.press(Key::Delete);
    assert_eq!((window.book().contacts.len(), window.book().trash.len()), (2, 3));
    assert!(marked(&window).is_empty(), "who is not shown is marked no longer");
    undo(&mut window);
}

#[test]
fn what_a_filter_hides_is_marked_no_longer() {
    let mut window = open(people(3, "Fair"));
    window.command(Key::A);
    assert_eq!(marked(&window).len(), 3);
    window.type_into("Search", "P01");
    assert_eq!(marked(&window), ["P01"]);
    window.ask(Command::Go(Route::Today));
    assert!(marked(&window).is_empty(), "elsewhere nobody sees what is marked");
}

#[test]
fn a_band_over_the_empty_desk_marks_what_it_touches() {
    let mut window = open(people(7, "Fair"));
    // Right of the last card of the second row the desk is empty.
    let (last, first) = (window.control("P00").rect(), window.control("P06").rect());
    let from = last.right_bottom() + vec2(60.0, 20.0);
    let to = pos2(last.center().x, last.center().y);
    window.drag_at(from);
    window.run_steps(2);
    for step in 1..=4_u8 {
        window.hover_at(from.lerp(to, f32::from(step) / 4.0));
        window.run_steps(2);
    }
    assert_eq!(marked(&window), ["P00"]);
    window.hover_at(first.center());
    window.run_steps(2);
    assert_eq!(marked(&window), ["P00", "P05", "P06"], "the band reaches over both rows");
    window.drop_at(first.center());
    window.settle();
    assert_eq!(marked(&window).len(), 3, "letting go keeps the marks");
    assert_eq!(window.state().selection().contact, None, "a band selects nobody");
}

#[test]
fn cards_are_dropped_on_a_circle_and_on_an_event() {
    let world = met(people(3, "Fair"), "Zoe", "Salon").contact("Max").in_circle("Makers");
    let mut window = open(world);
    let circle = *window.book().circles.keys().next().expect("a circle");
    window.drag("P00", "Makers");
    assert_eq!(window.state().session().index().links.circle(circle).len(), 2);

    window.click("P02");
    click_with(&mut window, "P01", Modifiers::COMMAND);
    window.drag("P01", "Salon");
    let salon = window.book().events.values().find(|event| event.title == "Salon").expect("the event").id;
    let there = window.book().cards.values().filter(|card| card.event == Some(salon)).count();
    assert_eq!(there, 3, "both marked cards joined the one that was there");
    assert_eq!(window.book().contacts.len(), 5);
}

#[test]
fn the_size_follows_ctrl_and_wheel_beyond_the_three_sizes() {
    let mut window = open(people(40, "Fair"));
    let width = |window: &Window| window.control("P20").rect().width();
    let before = width(&window);
    let under = window.control("P20").rect().center();
    wheel(&mut window, under, 60.0, Modifiers::COMMAND);
    let larger = width(&window);
    assert!(larger > before, "{before} {larger}");
    let now = window.control("P20").rect();
    assert!(now.y_range().contains(under.y), "the card stays under the pointer: {now:?} {under:?}");
    for _ in 0..30 {
        wheel(&mut window, under, -60.0, Modifiers::COMMAND);
    }
    let smallest = width(&window);
    assert!(smallest < 100.0, "smaller than the small ones: {smallest}");
    window.settle();
    window.command(Key::Num0);
    assert!((width(&window) - before).abs() < 1.0, "Ctrl+0 is medium again");
    window.command(Key::Plus);
    window.run_steps(10);
    window.settle();
    assert!(width(&window) > before);
}

#[test]
fn the_first_card_stays_in_place_when_the_columns_change() {
    let mut window = open(people(60, "Fair"));
    wheel(&mut window, pos2(700.0, 600.0), -700.0, Modifiers::NONE);
    window.settle();
    let seen: Vec<(String, f32)> = (0..60)
        .map(|number| format!("P{number:02}"))
        .filter(|name| window.shows(name))
        .map(|name| (name.clone(), top(&window, &name)))
        .collect();
    let heading = window.get_by_role_and_label(Role::Heading, "Fair").rect().bottom();
    let first = seen.iter().map(|(_, top)| *top).filter(|top| *top > heading).fold(f32::MAX, f32::min);
    let (name, before) = seen.iter().rev().find(|(_, top)| *top == first).expect("a card").clone();
    window.set_size(vec2(1180.0, 900.0));
    window.settle();
    assert!(
        (top(&window, &name) - before).abs() < 3.0,
        "{name} was at {before}, is at {}",
        top(&window, &name)
    );
}

#[test]
fn the_heading_stays_at_the_top_while_its_cards_scroll() {
    let mut window = open(people(60, "Fair"));
    let heading = |window: &Window| {
        let found = window.query_all_by_role_and_label(Role::Heading, "Fair").next();
        found.map(|node| node.rect().top())
    };
    let before = heading(&window).expect("the heading");
    wheel(&mut window, pos2(700.0, 600.0), -900.0, Modifiers::NONE);
    window.settle();
    assert!(!window.shows("P59"), "the first row has gone");
    let now = heading(&window).expect("the heading is still there");
    assert!((now - before).abs() < 12.0, "{before} {now}");
    window.click("Open event");
    assert_eq!(window.state().route(), Route::Events);
}

#[test]
fn a_group_folds_to_its_heading() {
    let mut window = open(met(people(3, "Fair"), "Zoe", "Salon"));
    window.click("Fold Fair");
    assert!(window.shows("Zoe") && !window.shows("P01"));
    window.click("Unfold Fair");
    assert!(window.shows("P01"));
}

fn group(window: &mut Window, by: &str) {
    let label = window.labels().into_iter().find(|label| label.starts_with("Group: ")).expect("the menu");
    window.click(&label);
    window.get_by_role_and_label(Role::MenuItem, by).click();
    window.settle();
}

/// Changes something, so that the book of the story gets into its file.
fn touch(window: &mut Window) {
    let contacts = window.book().contacts.keys().copied().take(1).collect();
    window.ask(Edit::SetTag { contacts, tag: "touched".to_owned(), add: true }.into());
}

#[test]
fn groups_order_and_folds_are_kept_between_starts() {
    let mut window = open(acme(met(people(3, "Fair"), "Zoe", "Salon"), "Zoe"));
    touch(&mut window);
    group(&mut window, "Company");
    window.click("Newest");
    window.get_by_role_and_label(Role::MenuItem, "Name").click();
    window.settle();
    window.click("Name");
    window.get_by_role_and_label(Role::MenuItem, "The other way round").click();
    window.settle();
    window.click("Fold Acme");
    assert!(!window.says("Zoe"));
    window.save();
    let mut window = window.restart();
    window.ask(Command::Go(Route::Cards));
    assert!(window.shows("Group: Company") && window.shows("Name"));
    assert!(window.shows("Unfold Acme") && !window.says("Zoe"));
    let left = |name: &str| window.control(name).rect().left();
    assert!(left("P02") < left("P01") && left("P01") < left("P00"), "by name, the other way round");
    window.click("Unfold Acme");
    assert_eq!(window.state().settings().folded, Vec::<u64>::new());
    assert!(window.says("Zoe, Acme"), "{:?}", window.labels());
}

#[test]
fn columns_are_dragged_moved_by_keys_and_kept_between_starts() {
    let mut window = open(acme(people(3, "Fair"), "P00"));
    touch(&mut window);
    window.get_by_role_and_label(Role::RadioButton, "Table").click();
    window.settle();
    let heading = |window: &Window, name: &str| window.get_by_role_and_label(Role::ColumnHeader, name).rect();
    let handle =
        |window: &Window, name: &str| window.get_by_role_and_label(Role::Splitter, name).rect().center();
    let (company, city) = (heading(&window, "Company"), heading(&window, "City"));
    let from = handle(&window, "Width of Company");
    window.drag_at(from);
    window.run_steps(1);
    for step in 1..=4_u8 {
        window.hover_at(from + vec2(15.0 * f32::from(step), 3.0));
        window.run_steps(2);
        let at = handle(&window, "Width of Company").x;
        assert!((at - from.x - 15.0 * f32::from(step)).abs() < 2.0, "the handle stays under the pointer");
    }
    window.drop_at(from + vec2(60.0, 3.0));
    window.settle();
    let now = heading(&window, "Company");
    assert!((now.width() - company.width() - 60.0).abs() < 2.0 && (now.left() - company.left()).abs() < 1.0);
    assert!(heading(&window, "City").left() > city.left() + 55.0);

    window.get_by_role_and_label(Role::Splitter, "Width of City").focus();
    window.run_steps(2);
    let before = heading(&window, "City").width();
    window.press(Key::ArrowRight);
    window.press(Key::ArrowRight);
    window.press(Key::ArrowLeft);
    assert!((heading(&window, "City").width() - before - 8.0).abs() < 2.0);
    assert!(window.state().selection().contact.is_none(), "the arrows are not those of the rows");
    window.press(Key::Enter);
    assert!(!window.state().settings().column_widths.contains_key(&Some(TableColumn::City)));

    window.save();
    let mut window = window.restart();
    window.ask(Command::Go(Route::Cards));
    assert!((heading(&window, "Company").width() - now.width()).abs() < 1.0);
    window.click("Choose columns");
    window.click("Usual widths");
    assert_eq!(heading(&window, "Company").width(), company.width());
}

#[test]
fn an_empty_desk_says_where_everybody_went_and_leads_there() {
    let mut window = open(people(2, "Fair"));
    let all: Vec<_> = window.book().contacts.keys().copied().collect();
    window.ask(Edit::DeleteAll { contacts: all.iter().copied().collect(), cards: Default::default() }.into());
    assert!(
        window.shows("Everything is in the trash")
            && window.says("2 entries")
            && !window.shows("No cards yet")
    );
    window.click("Open the trash");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Trash));
    window.press(Key::Escape);
    window.state_mut().session_mut().undo().expect("it can be taken back");
    window.ask(Edit::ArchiveAll { contacts: all.into_iter().collect(), reason: String::new() }.into());
    assert!(window.shows("Nobody is on the desk") && window.says("All 2 people"));
    window.click("Show the archive");
    assert!(window.shows("P00") && window.shows("P01"));
}

#[test]
fn groups_have_an_action_that_suits() {
    let mut window = open(people(2, "Fair").contact("Zoe").works_at("Acme"));
    let zoe = window.contact("Zoe").id;
    let city = vec![Address { city: "Jena".to_owned(), ..Address::default() }];
    let field = cardloom::edit::ContactField::Addresses(city);
    window.ask(Edit::SetContact { contact: zoe, field }.into());
    group(&mut window, "City");
    assert!(window.shows("Jena") && window.shows("Without a city"));
    window.click("Plan a meeting");
    match window.state().open_sheet() {
        Some(Sheet::FollowUp(draft)) => {
            assert_eq!((draft.contacts.as_slice(), draft.kind), (&[zoe][..], FollowUpKind::Meet))
        }
        other => panic!("{other:?}"),
    }
    window.press(Key::Escape);
    group(&mut window, "Company");
    window.click("Rename company");
    window.type_into("New name, for all its people", " Optics");
    window.press(Key::Enter);
    assert!(window.book().organizations.values().any(|record| record.name == "Acme Optics"));
    group(&mut window, "Warmth");
    assert!(window.shows("Nothing yet"), "whoever has no card and was never met");
    group(&mut window, "Month");
    window.click("Show month");
    assert_eq!(window.state().route(), Route::Calendar);
}

#[test]
fn the_table_shows_sorts_and_marks_like_the_cards() {
    let mut window = open(acme(met(people(3, "Fair"), "Aaron", "Fair"), "Aaron"));
    window.get_by_role_and_label(Role::RadioButton, "Table").click();
    window.settle();
    let rows = |window: &Window| {
        let rows = window.query_all_by_role(Role::Row);
        let mut rows: Vec<(f32, String)> =
            rows.map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default())).collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter()
            .map(|(_, name)| name.split(',').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&window), ["Aaron", "P02", "P01", "P00"], "the newest first, as the cards were");
    window.get_by_role_and_label(Role::ColumnHeader, "Name").click();
    window.settle();
    assert_eq!(rows(&window), ["Aaron", "P00", "P01", "P02"]);
    window.get_by_role_and_label(Role::ColumnHeader, "Name, sorted").click();
    window.settle();
    assert_eq!(rows(&window), ["P02", "P01", "P00", "Aaron"]);
    assert!(window.says("Aaron, Acme"), "a row says what stands in its cells");

    window.get_all_by_role(Role::Row).next().expect("a row").click();
    window.settle();
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(marked(&window).len(), 2);
    window.click("Choose columns");
    window.get_by_role_and_label(Role::MenuItem, "E-mail").click();
    window.settle();
    window.press(Key::Escape);
    assert!(window.query_by_role_and_label(Role::ColumnHeader, "E-mail").is_some());
}

#[test]
fn sizes_layout_and_columns_are_kept_in_the_settings() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let settings = Settings {
        card_width: Some(211.0),
        gallery: GalleryLayout::Table,
        table_columns: vec![TableColumn::Email, TableColumn::City],
        ..Settings::fresh()
    };
    settings.save(&path).expect("a file");
    assert_eq!(Settings::load(&path), settings);
    assert_eq!(settings.columns(), [TableColumn::City, TableColumn::Email], "in the order of the table");
    assert_eq!(Settings::fresh().columns(), TableColumn::USUAL);
    std::fs::write(&path, "(card_size: 2)").expect("a file of an older version");
    assert_eq!(Settings::load(&path).card_width, None);
}

#[test]
fn hostile_names_are_drawn_in_both_layouts() {
    let mut world = World::new();
    for name in ["x".repeat(10_000), "a\u{202e}b\u{200b}\u{feff}c".to_owned(), "行\n列\t".repeat(300)] {
        world = world.edit(Edit::AddContact {
            contact: Box::new(Contact { name: PersonName::new("", name), ..Contact::default() }),
            employment: Employment { organization: "y".repeat(10_000), ..Employment::default() },
            received: Some(NewCard { impression: "z\n".repeat(10_000), ..NewCard::default() }),
        });
    }
    let nameless = Contact { name: PersonName::default(), ..Contact::default() };
    let employment = Employment { organization: "\u{200b}".to_owned(), ..Employment::default() };
    world = world.edit(Edit::AddContact { contact: Box::new(nameless), employment, received: None });
    let mut window = open(world);
    assert!(window.says("abc"), "what turns the writing around is left out");
    assert!(window.says("No name yet"), "somebody whose name cannot be seen: {:?}", window.labels());
    window.press(Key::ArrowRight);
    window.press(Key::F);
    window.get_by_role_and_label(Role::RadioButton, "Table").click();
    window.settle();
    assert_eq!(window.query_all_by_role(Role::Row).count(), 4);
    for row in window.query_all_by_role(Role::Row) {
        let spoken = row.accesskit_node().label().unwrap_or_default();
        assert!(spoken.chars().count() < 2_000, "nobody listens to ten thousand letters");
    }
}

#[test]
fn the_inspector_goes_on_in_the_order_of_the_gallery() {
    let mut window = open(people(4, "Fair"));
    let selected = |window: &Window| {
        let contact = window.state().selection().contact.and_then(|id| window.book().get(id));
        contact.map(|contact| contact.display_name()).unwrap_or_default()
    };
    window.click("P02");
    assert!(window.shows("2 of 4"));
    window.click("Newest");
    window.get_by_role_and_label(Role::MenuItem, "Name").click();
    window.settle();
    assert!(window.shows("3 of 4"), "sorted by name now: {:?}", window.labels());
    window.click("Next");
    assert_eq!(selected(&window), "P03");
    window.type_into("Search", "P0");
    window.click("Previous");
    assert_eq!(selected(&window), "P02");
}

#[test]
fn the_marked_people_are_exported_and_nobody_else() {
    let mut window = open(people(3, "Fair"));
    window.click("P02");
    click_with(&mut window, "P01", Modifiers::SHIFT);
    window.click("Export");
    assert!(window.shows("Book with pictures") && window.shows("Network as GraphML"));
    window.click("People as JSON");
    assert!(window.shows("Only for me: everything"));
    window.click("Export …");
    // The stage has no dialog: this is what its answer becomes.
    let file = window.folder.path().join("two");
    let format = ExportFormat::Json;
    window.ask(Command::ExportTo { file: file.clone(), format, replace: true });
    let text = std::fs::read_to_string(file.with_extension("json")).expect("the file");
    let people: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(people.as_array().map(Vec::len), Some(2));
    assert!(window.says("2 people exported"), "{:?}", window.labels());
    let own = window.path().to_owned();
    let contacts = window.state().selection().marked.contacts.clone();
    window.ask(Command::Export { contacts, format: ExportFormat::Ron });
    window.click("Export …");
    let before = std::fs::read(&own).ok();
    window.ask(Command::ExportTo { file: own.clone(), format: ExportFormat::Ron, replace: true });
    assert_eq!(std::fs::read(&own).ok(), before, "the book itself is never written over");
}

#[test]
fn rare_german_chips_move_into_more() {
    let world = people(2, "Fair").contact("Max").in_circle("Makers");
    let mut window = Window::playing(world, Route::Cards, [960.0, 640.0]);
    window.ask(Command::Language(cardloom::text::Locale::De));
    window.click("P01");
    for chip in window.query_all_by_role(Role::Button) {
        let rect = chip.rect();
        let is_chip = (rect.height() - 28.0).abs() < 0.5 && rect.top() < 110.0 && rect.left() < 620.0;
        assert!(!is_chip || rect.right() <= 628.0 - 8.0, "{rect:?} reaches under the inspector");
    }
    window.click("Mehr");
    assert!(window.query_all_by_role(Role::MenuItem).count() >= 1);
}

#[test]
fn the_menu_of_a_card_speaks_of_all_that_are_marked() {
    let mut window = open(people(3, "Fair"));
    window.click("P02");
    click_with(&mut window, "P01", Modifiers::COMMAND);
    window.control("P01").click_secondary();
    window.settle();
    window.get_by_role_and_label(Role::MenuItem, "Archive").click();
    window.settle();
    assert_eq!(window.book().contacts.values().filter(|contact| contact.archived.is_some()).count(), 2);
    assert_eq!(today(), window.contact("P01").archived.as_ref().expect("let go").on);
}

#[test]
fn the_events_nearest_to_today_are_offered_while_cards_are_dragged() {
    let day = |days: i64| Some(today() + chrono::Duration::days(days));
    let event = |title: &str, days: i64| {
        let event = Event { title: title.to_owned(), starts_on: day(days), ..Event::default() };
        Edit::AddEvent { event: Box::new(event) }
    };
    let world =
        people(3, "Fair").edit(event("Long ago", -900)).edit(event("Salon", -2)).edit(event("Soon", 5));
    let mut window = open(world);
    window.click("P02");
    click_with(&mut window, "P01", Modifiers::SHIFT);
    let offered = |window: &Window| {
        let items = window.query_all_by_role(Role::ListItem);
        let mut items: Vec<(f32, String)> = items
            .map(|item| (item.rect().top(), item.accesskit_node().label().unwrap_or_default()))
            .collect();
        items.sort_by(|a, b| a.0.total_cmp(&b.0));
        items.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert!(!offered(&window).contains(&"Salon".to_owned()), "not before something is dragged");
    let from = window.control("P01").rect().center();
    window.drag_at(from);
    window.run_steps(1);
    window.hover_at(from + vec2(30.0, 20.0));
    window.run_steps(2);
    let shown: Vec<String> = offered(&window)
        .into_iter()
        .filter(|name| ["Salon", "Soon", "Long ago"].contains(&name.as_str()))
        .collect();
    assert_eq!(shown, ["Salon", "Soon", "Long ago"], "the nearest first");
    let to = window.get_by_role_and_label(Role::ListItem, "Salon").rect().center();
    window.hover_at(to);
    window.run_steps(2);
    window.drop_at(to);
    window.settle();
    let salon = window.book().events.values().find(|event| event.title == "Salon").expect("the event").id;
    let of = |name: &str| {
        let contact = window.contact(name).id;
        window.book().cards.values().find(|card| card.contact == Some(contact)).and_then(|card| card.event)
    };
    assert_eq!((of("P01"), of("P02")), (Some(salon), Some(salon)), "both that are marked");
    assert_ne!(of("P00"), Some(salon));
    assert!(!offered(&window).contains(&"Soon".to_owned()), "the list has gone");
}

#[test]
fn ctrl_space_marks_the_card_that_the_keyboard_is_on() {
    let mut window = open(people(3, "Fair"));
    window.control("P02").focus();
    window.settle();
    press_with(&mut window, Modifiers::COMMAND, Key::Space);
    assert_eq!(marked(&window), ["P02"]);
    window.press(Key::ArrowRight);
    assert_eq!(marked(&window), Vec::<String>::new(), "a plain arrow selects one alone");
    press_with(&mut window, Modifiers::COMMAND, Key::Space);
    press_with(&mut window, Modifiers::COMMAND, Key::Space);
    assert!(marked(&window).len() <= 1, "once more takes it out: {:?}", marked(&window));
    assert!(window.state().selection().contact.is_some());
}

#[test]
fn a_search_in_a_circle_says_when_it_finds_something_elsewhere() {
    let world = World::new().contact("Aiko Mori").in_circle("Makers").contact("Ben Okafor");
    let circle = *world.session.book().circles.keys().next().expect("a circle");
    let mut window = open(world);
    window.ask(Command::ShowCircle(Some(circle)));
    window.ask(Command::Find("okafor".to_owned(), Route::Cards));
    assert!(window.shows("Not in Makers"), "{:?}", window.labels());
    assert!(window.says("Elsewhere, one card says “okafor”."), "{:?}", window.labels());
    window.click("Show it there");
    assert!(window.says("Ben Okafor"), "{:?}", window.labels());
    // What nobody has is nowhere.
    window.ask(Command::ShowCircle(Some(circle)));
    window.ask(Command::Find("qqqq".to_owned(), Route::Cards));
    assert!(window.says("No card says “qqqq”."), "{:?}", window.labels());
    // And what was archived lies there.
    let ben = window.contact("Ben Okafor").id;
    window.ask(cardloom::edit::Edit::Archive { contact: ben, reason: String::new() }.into());
    window.ask(Command::Find("okafor".to_owned(), Route::Cards));
    assert!(window.says("One card in the archive says “okafor”."), "{:?}", window.labels());
}
