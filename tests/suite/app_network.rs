//! The network in the real window: walking through it by name, moving people, narrowing the view.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{Action, App, Command, Route, Start};
use cardloom::jobs::Jobs;
use cardloom::model::{Card, Contact, Id, InBook as _, Place};
use cardloom::session::{Clock, FixedClock};
use cardloom::store::Store;
use eframe::egui::{self, Key, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::sync::Arc;

use crate::world::{World, today};

/// A system without dialogs.
struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

/// Jonas and Mina know each other, Mina knows Ines, whom I have never met; three others stand by.
fn story() -> World {
    World::new()
        .contact("Jonas Weber")
        .met_at("Optics fair")
        .knows("Mina Schäfer")
        .contact("Mina Schäfer")
        .met_at("Optics fair")
        .knows("Ines Albrecht")
        .contact("Priya Natarajan")
        .met_at("Food night")
        .contact("Oliver Grant")
        .met_at("Food night")
        .passed_on_to("Priya Natarajan")
        .contact("Klaus Brenner")
        .met_at("Choir")
}

struct Window {
    harness: Harness<'static, App>,
    world: World,
    folder: tempfile::TempDir,
}

impl Window {
    fn open(world: World) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.ron");
        let mut book = world.session.book().clone();
        // The pictures of a story have no files; a book that names them would complain.
        for card in Card::table_mut(&mut book).values_mut() {
            std::sync::Arc::make_mut(card).front = None;
        }
        cardloom::model::Attachment::table_mut(&mut book).clear();
        Store::create(&path, &book).expect("a book");
        let mut window = Self { harness: harness(&path), world, folder };
        window.go();
        window
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("book.ron")
    }

    /// Saves, and opens the book in a new window.
    fn reopen(&mut self) {
        self.app().session_mut().flush(Duration::from_secs(30));
        self.harness = harness(&self.path());
        self.settle();
    }

    fn go(&mut self) {
        self.settle();
        self.ask(Command::Go(Route::Network));
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut()
    }

    /// Lets frames and workers go on until nothing is left to do.
    fn settle(&mut self) {
        for _ in 0..12 {
            self.harness.run_steps(2);
            if self.harness.state().run_jobs() == 0 && !self.harness.state().is_busy() {
                break;
            }
        }
        self.harness.run_steps(4);
    }

    fn ask(&mut self, command: Command) {
        self.app().ask(command);
        self.settle();
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    fn selected(&mut self) -> Option<Id<Contact>> {
        self.app().selection().contact
    }

    fn place(&mut self, name: &str) -> Place {
        let id = self.world.id(name);
        **self.app().session().book().get(id.cast::<Place>()).expect("a place")
    }

    fn places(&mut self) -> Vec<Place> {
        self.app().session().book().places.values().map(|place| **place).collect()
    }

    /// Whether a node of the network has a name that begins so.
    fn shows(&self, name: &str) -> bool {
        let begins = format!("{name}, ");
        self.harness
            .query_all_by_role(Role::Button)
            .any(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&begins)))
    }
}

/// A clock whose ids no story has used.
fn clock() -> Box<dyn Clock> {
    let mut clock = FixedClock::new(today());
    for _ in 0..1000 {
        clock.fresh_id();
    }
    Box::new(clock)
}

fn harness(path: &Path) -> Harness<'static, App> {
    let path = path.to_owned();
    let settings = Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() };
    Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |creation| {
        let start = Start {
            book: Some(path),
            settings,
            settings_path: None,
            locale: None,
            clock: clock(),
            platform: Box::new(Nowhere),
            inline_jobs: true,
            early: None,
        };
        let mut app = App::new(&creation.egui_ctx, start).expect("workers");
        app.use_clock(clock);
        app
    })
}

#[test]
fn a_click_on_a_name_selects_and_the_trail_grows() {
    let mut window = Window::open(story());
    let (jonas, mina) = (window.world.id("Jonas Weber"), window.world.id("Mina Schäfer"));
    window.click("Jonas Weber, 2 ties");
    assert_eq!(window.selected(), Some(jonas));
    window.click("Mina Schäfer, 3 ties");
    assert_eq!(window.selected(), Some(mina));
    assert_eq!(window.app().selection().trail, [jonas, mina]);
    for name in ["You", "Jonas Weber", "Mina Schäfer"] {
        window.harness.get_by_role_and_label(Role::Link, name);
    }
    window.press(Key::Backspace);
    assert_eq!(window.selected(), Some(jonas));
    window.click("Mina Schäfer, 3 ties");
    window.harness.get_by_role_and_label(Role::Link, "Jonas Weber").click();
    window.settle();
    assert_eq!(window.selected(), Some(jonas));
    assert_eq!(window.app().selection().trail, [jonas]);
}

#[test]
fn the_layout_is_saved_once_and_stays() {
    let mut window = Window::open(story());
    let before = window.app().session().revision();
    assert_eq!(window.places().len(), 6, "everybody has a place");
    assert!(window.app().session().history().undo_label().is_none(), "it is no step of the user's");
    window.harness.run_steps(30);
    window.settle();
    assert_eq!(window.app().session().revision(), before, "nothing is saved again");
    let places = window.places();
    window.reopen();
    let opened = window.app().session().revision();
    window.go();
    assert_eq!(window.places(), places);
    assert_eq!(window.app().session().revision(), opened, "nothing moved when it was opened again");
}

#[test]
fn a_dragged_person_is_pinned_also_after_undo_and_redo_and_reopening() {
    let mut window = Window::open(story());
    let before = window.place("Klaus Brenner");
    assert!(!before.pinned);
    let from = window.harness.get_by_label("Klaus Brenner, 1 tie").rect().center();
    window.harness.drag_at(from);
    window.harness.step();
    for part in 1..=4 {
        window.harness.hover_at(from + vec2(20.0, 12.0) * part as f32);
        window.harness.step();
    }
    window.harness.drop_at(from + vec2(80.0, 48.0));
    window.settle();
    let pinned = window.place("Klaus Brenner");
    assert!(pinned.pinned);
    assert!(pinned.x > before.x + 10.0 && pinned.y > before.y + 10.0, "{before:?} {pinned:?}");
    let now = window.harness.get_by_label("Klaus Brenner, 1 tie").rect().center();
    assert!(now.distance(from + vec2(80.0, 48.0)) < 2.0, "{now:?}");
    window.ask(Command::Do(Action::Undo));
    assert_eq!(window.place("Klaus Brenner"), before);
    window.ask(Command::Do(Action::Redo));
    assert_eq!(window.place("Klaus Brenner"), pinned);
    window.reopen();
    assert_eq!(window.place("Klaus Brenner"), pinned);
}

#[test]
fn the_focus_leaves_out_whoever_is_farther_away() {
    let mut window = Window::open(story());
    window.click("Jonas Weber, 2 ties");
    assert!(window.shows("Klaus Brenner") && window.shows("Ines Albrecht"));
    window.click("1");
    assert!(window.shows("Jonas Weber") && window.shows("Mina Schäfer"));
    assert!(!window.shows("Ines Albrecht") && !window.shows("Klaus Brenner"));
    window.click("2");
    assert!(window.shows("Ines Albrecht") && !window.shows("Klaus Brenner"));
    window.click("All");
    assert!(window.shows("Klaus Brenner"));
}

#[test]
fn the_search_dims_whom_it_does_not_find_and_enter_goes_to_the_best() {
    let mut window = Window::open(story());
    window.ask(Command::Do(Action::Search));
    window.harness.event(egui::Event::Text("natarajan".to_owned()));
    window.settle();
    assert!(window.shows("Priya Natarajan"));
    assert!(!window.shows("Klaus Brenner") && !window.shows("Mina Schäfer"));
    window.press(Key::Enter);
    let priya = window.world.id("Priya Natarajan");
    assert_eq!(window.selected(), Some(priya));
}

#[test]
fn the_way_to_somebody_whom_i_have_not_met_is_shown() {
    let mut window = Window::open(story());
    window.harness.get_by_label("Whom do you want to reach?");
    window.click("Ines Albrecht, 1 tie");
    window.harness.get_by_label("Ways to reach");
    window.harness.get_by_label_contains("Way 1 of 2: Mina Schäfer, Ines Albrecht.");
    window.click("Ask Mina Schäfer …");
    assert!(window.app().open_sheet().is_some());
}

#[test]
fn a_new_person_gets_a_place_and_nobody_else_moves() {
    let mut window = Window::open(story());
    let before = window.places();
    let jonas = window.world.id("Jonas Weber");
    let contact =
        Box::new(Contact { name: cardloom::model::PersonName::parse("Grace Okafor"), ..Contact::default() });
    let edit = cardloom::edit::Edit::AddContact {
        contact,
        employment: cardloom::edit::Employment::default(),
        received: None,
    };
    window.ask(edit.into());
    let after = window.places();
    assert_eq!(after.len(), before.len() + 1);
    for place in &before {
        assert!(after.contains(place), "{place:?} has moved");
    }
    assert!(after.iter().any(|place| place.contact() == jonas));
    assert!(window.shows("Grace Okafor"));
}

#[test]
fn lines_of_one_kind_are_hidden_and_shown_by_the_legend() {
    let mut window = Window::open(story());
    for on in [true, false, true] {
        let chip = window.harness.get_by_role_and_label(Role::Switch, "Relationship");
        let toggled = chip.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
        assert_eq!(toggled, on);
        chip.click();
        window.settle();
    }
}

impl Window {
    fn held(&mut self, held: egui::Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }

    /// The middle of a node.
    fn middle(&self, name: &str) -> egui::Pos2 {
        let begins = format!("{name}, ");
        let mut nodes = self.harness.query_all_by_role(Role::Button);
        let node =
            nodes.find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&begins)));
        node.unwrap_or_else(|| panic!("{name} is not shown")).rect().center()
    }

    /// Drags from one point to another with these keys held.
    fn drag(&mut self, from: egui::Pos2, to: egui::Pos2, held: egui::Modifiers) {
        self.harness.event(egui::Event::ModifiersChanged(held));
        self.harness.drag_at(from);
        self.harness.step();
        for part in 1..=5 {
            self.harness.hover_at(from + (to - from) * part as f32 / 5.0);
            self.harness.step();
        }
        self.harness.drop_at(to);
        self.harness.step();
        self.harness.event(egui::Event::ModifiersChanged(egui::Modifiers::NONE));
        self.settle();
    }

    fn marked(&mut self) -> usize {
        self.app().selection().marked.contacts.len()
    }
}

#[test]
fn back_and_forward_along_the_trail() {
    let mut window = Window::open(story());
    let (jonas, mina) = (window.world.id("Jonas Weber"), window.world.id("Mina Schäfer"));
    window.click("Jonas Weber, 2 ties");
    window.click("Mina Schäfer, 3 ties");
    window.press(Key::Backspace);
    assert_eq!(window.selected(), Some(jonas));
    window.click("Forward along the trail");
    assert_eq!(window.selected(), Some(mina));
    window.press(Key::Backspace);
    window.press(Key::Backspace);
    assert_eq!(window.selected(), None, "the trail begins with me");
    window.held(egui::Modifiers::SHIFT, Key::Backspace);
    window.held(egui::Modifiers::SHIFT, Key::Backspace);
    assert_eq!(window.selected(), Some(mina));
    window.press(Key::Backspace);
    window.click("Oliver Grant, 2 ties");
    assert_eq!(window.app().selection().forward(), None, "whoever turns aside leaves what lay ahead");
}

#[test]
fn plus_and_minus_widen_a_neighbourhood_and_zoom_otherwise() {
    let mut window = Window::open(story());
    window.click("Jonas Weber, 2 ties");
    window.click("1");
    assert!(!window.shows("Ines Albrecht"));
    window.press(Key::Plus);
    assert!(window.shows("Ines Albrecht") && !window.shows("Klaus Brenner"));
    window.press(Key::Plus);
    window.press(Key::Plus);
    assert!(window.shows("Klaus Brenner"), "everybody");
    window.press(Key::Plus);
    assert!(window.shows("Klaus Brenner"), "now it only zooms");
}

#[test]
fn a_line_drawn_with_the_pointer_opens_the_sheet_with_both_people() {
    let mut window = Window::open(story());
    let (jonas, klaus) = (window.world.id("Jonas Weber"), window.world.id("Klaus Brenner"));
    let (from, to) = (window.middle("Jonas Weber"), window.middle("Klaus Brenner"));
    window.drag(from, to, egui::Modifiers::ALT);
    window.click("What Klaus Brenner is to Jonas Weber …");
    assert_eq!(window.app().open_sheet(), Some(&cardloom::gui::Sheet::RelationshipOf(jonas, klaus)));
    let ties = window.app().session().book().relationships.len();
    window.held(egui::Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.app().session().book().relationships.len(), ties + 1);
    assert!(!window.place("Jonas Weber").pinned, "nobody was moved");
    window.ask(Command::Do(Action::Undo));
    assert_eq!(window.app().session().book().relationships.len(), ties);
}

#[test]
fn a_line_can_be_drawn_with_the_keys() {
    let mut window = Window::open(story());
    let jonas = window.world.id("Jonas Weber");
    window.click("Jonas Weber, 2 ties");
    window.press(Key::T);
    window.harness.get_by_label("Whom do you tie Jonas Weber to? Choose somebody · Esc stops");
    window.press(Key::Escape);
    assert!(window.harness.query_by_label_contains("Whom do you tie").is_none());
    window.press(Key::T);
    window.press(Key::Tab);
    window.press(Key::Enter);
    let row = window.harness.query_all_by_label_contains("Introduce Jonas Weber and").next();
    let row = row.or_else(|| window.harness.query_all_by_label_contains("Who introduced Jonas Weber").next());
    let labels: Vec<_> =
        window.harness.root().children_recursive().filter_map(|node| node.accesskit_node().label()).collect();
    row.unwrap_or_else(|| panic!("no menu: {labels:?}")).click();
    window.settle();
    let sheet = window.app().open_sheet().cloned();
    use cardloom::gui::Sheet::{Introduction, IntroductionOf};
    assert!(
        matches!(sheet, Some(IntroductionOf(a, _)) if a == jonas) || sheet == Some(Introduction(jonas)),
        "{sheet:?}"
    );
}

#[test]
fn a_line_to_oneself_asks_nothing() {
    let mut window = Window::open(story());
    window.click("Jonas Weber, 2 ties");
    window.press(Key::T);
    window.click("Jonas Weber, 2 ties");
    assert!(window.harness.query_by_label_contains("Introduce Jonas").is_none());
    assert!(window.app().open_sheet().is_none());
}

#[test]
fn several_people_are_marked_by_a_band_and_pinned_as_one_step() {
    let mut window = Window::open(story());
    let area = window.harness.get_by_role(Role::Canvas).rect();
    window.drag(area.min + vec2(30.0, 60.0), area.max - vec2(30.0, 10.0), egui::Modifiers::SHIFT);
    assert_eq!(window.marked(), 6);
    window.harness.get_by_label("6 people");
    window.click("Pin here");
    assert!(window.places().iter().all(|place| place.pinned));
    window.ask(Command::Do(Action::Undo));
    assert!(window.places().iter().all(|place| !place.pinned));
    window.press(Key::Escape);
    assert_eq!(window.marked(), 0);
    window.held(egui::Modifiers::COMMAND, Key::A);
    assert_eq!(window.marked(), 6);
}

/// The story, and somebody whom I met a year and a half before.
fn long_story() -> World {
    let day = chrono::NaiveDate::from_ymd_opt(2025, 3, 3).expect("a day");
    story().contact("Early Bird").encounter(cardloom::model::EncounterKind::InPerson, day)
}

#[test]
fn the_slider_shows_the_network_of_any_month() {
    let mut window = Window::open(long_story());
    assert!(window.shows("Klaus Brenner"));
    let now = window.harness.get_by_role(Role::Slider).value();
    window.press(Key::Comma);
    assert_ne!(window.harness.get_by_role(Role::Slider).value(), now);
    assert!(window.shows("Early Bird") && !window.shows("Klaus Brenner"), "Klaus came this month");
    for _ in 0..18 {
        window.harness.key_press(Key::Comma);
        window.harness.step();
    }
    window.settle();
    assert!(window.shows("Early Bird"), "the first month");
    for _ in 0..40 {
        window.harness.key_press(Key::Period);
        window.harness.step();
    }
    window.settle();
    assert_eq!(window.harness.get_by_role(Role::Slider).value(), now);
    assert!(window.shows("Klaus Brenner"));
    window.press(Key::P);
    window.harness.get_by_label("Stop");
    window.press(Key::P);
    window.harness.get_by_label("Play");
}

#[test]
fn the_network_can_be_read_and_walked_as_text() {
    let mut window = Window::open(story());
    let mina = window.world.id("Mina Schäfer");
    window.click("Network as text");
    let tree = window.harness.get_by_role(Role::Tree);
    tree.focus();
    window.settle();
    let people = window.harness.query_all_by_role(Role::TreeItem).count();
    assert_eq!(people, 7, "six people and me");
    let rows = |window: &Window| -> Vec<String> {
        let items = window.harness.query_all_by_role(Role::TreeItem);
        items.filter_map(|item| item.accesskit_node().label()).collect()
    };
    let before = rows(&window);
    let at = before.iter().position(|row| row.starts_with("Mina")).expect("Mina");
    for _ in 0..at {
        window.press(Key::ArrowDown);
    }
    window.press(Key::ArrowRight);
    let told = rows(&window);
    assert!(told.len() > before.len(), "{told:?}");
    let sentence = "Mina Schäfer is to Jonas Weber: Acquaintance";
    assert!(told.iter().any(|row| row.starts_with(sentence)), "{told:?}");
    window.press(Key::Enter);
    assert_eq!(window.selected(), Some(mina));
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_ne!(window.selected(), Some(mina), "Enter on a sentence goes to the other end");
}

#[test]
fn areas_follow_communities_and_colours_have_a_key() {
    let mut window = Window::open(story());
    window.click("Colour by circle");
    window.click("Areas: who belongs together");
    window.click("Colour by how you met");
    window.press(Key::Escape);
    window.harness.get_by_role_and_label(Role::Image, "Colour by how you met");
}

#[test]
fn a_search_can_leave_out_whom_it_does_not_find() {
    let mut window = Window::open(long_story());
    window.ask(Command::Do(Action::Search));
    window.harness.event(egui::Event::Text("natarajan".to_owned()));
    window.settle();
    window.click("Only who is found");
    window.harness.get_by_label("1 person");
}

#[test]
fn a_book_that_makes_no_sense_is_drawn_all_the_same() {
    let mut world = story();
    let (jonas, klaus) = (world.id("Jonas Weber"), world.id("Klaus Brenner"));
    let name = cardloom::model::PersonName::parse(&"Maximilian ".repeat(900));
    let contact = Box::new(Contact { name, ..Contact::default() });
    let employment = cardloom::edit::Edit::AddContact {
        contact,
        employment: cardloom::edit::Employment::default(),
        received: None,
    };
    world = world.edit(employment);
    let mut window = Window::open(world);
    window.app().session_mut().flush(Duration::from_secs(30));
    let mut book = window.app().session().book().clone();
    for (contact, x) in [(jonas, 1.0e30_f32), (klaus, -3.0e9)] {
        let place = Place { id: contact.cast(), x, y: 3.0, pinned: true };
        Place::table_mut(&mut book).insert(place.id, Arc::new(place));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.ron");
    Store::create(&path, &book).expect("a book");
    window.harness = harness(&path);
    window.go();
    assert!(window.shows("Jonas Weber"), "whoever had no sound place got one");
    assert!(window.places().iter().all(|place| place.at().is_some()));
    window.click("Network as text");
    assert!(window.harness.query_all_by_role(Role::TreeItem).count() >= 7);
}
