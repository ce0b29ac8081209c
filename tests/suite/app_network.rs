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
