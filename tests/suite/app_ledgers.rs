//! The ledgers of events and referrals, and the settings, by what stands on their controls.

use std::sync::Arc;

use cardloom::edit::Edit;
use cardloom::gui::command::{Command, Route, Sheet};
use cardloom::model::*;
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::{World, today};

/// The program with the book of a story, at a view of a tall window.
fn window(world: World, route: Route) -> Window {
    Window::playing(world, route, [1440.0, 1400.0])
}

/// The table of referrals.
fn table(world: World) -> Window {
    let mut window = window(world, Route::Referrals);
    press(&mut window, "Table");
    window
}

fn press(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(4);
}

/// The referral of Aiko's card to Jonas, whose owner was not told.
fn passed_on() -> World {
    World::new().contact("Aiko").passed_on_to("Jonas")
}

fn only_referral(window: &Window) -> &Arc<Referral> {
    window.state().session().book().referrals.values().next().expect("one referral")
}

#[test]
fn a_status_chosen_on_the_page_of_an_event_is_in_the_book() {
    let mut window = window(World::new().contact("Aiko").met_at("RustConf"), Route::Events);
    press(&mut window, "RustConf");
    press(&mut window, "Planned");
    press(&mut window, "Attended");
    let book = window.state().session().book();
    let event = book.events.values().next().expect("one event");
    assert_eq!(event.status, Attendance::Attended);
}

#[test]
fn the_answer_of_an_organiser_is_in_the_book() {
    let mut window = window(World::new().contact("Aiko").met_at("RustConf"), Route::Events);
    press(&mut window, "RustConf");
    window.get_all_by_label("Yes").nth(1).expect("three questions and one more").click();
    window.run_steps(4);
    let book = window.state().session().book();
    let care = book.events.values().next().expect("one event").organizer_care;
    let expected = OrganizerCare { satisfaction: Answer::Yes, ..OrganizerCare::default() };
    assert_eq!(care, expected);
}

#[test]
fn a_card_on_the_page_of_an_event_selects_the_person() {
    let world = World::new().contact("Aiko").met_at("RustConf");
    let aiko = world.id("Aiko");
    let mut window = window(world, Route::Events);
    press(&mut window, "RustConf");
    press(&mut window, "Aiko");
    assert_eq!(window.state().selection().contact, Some(aiko));
}

#[test]
fn cards_that_come_in_on_the_page_of_an_event_belong_to_it() {
    let mut window = window(World::new().contact("Aiko").met_at("RustConf"), Route::Events);
    let scan = window.folder.path().join("scan.png");
    image::RgbaImage::from_pixel(91, 55, image::Rgba([200, 180, 40, 255])).save(&scan).expect("a picture");
    press(&mut window, "RustConf");
    window.state_mut().ask(Command::TakeIn(vec![scan]));
    for _ in 0..6 {
        window.run_steps(1);
        window.state().run_jobs();
    }
    window.run_steps(2);
    let book = window.state().session().book();
    let event = book.events.keys().next().copied();
    let new: Vec<_> = book.cards.values().filter(|card| card.contact.is_none()).collect();
    assert_eq!(new.len(), 1, "the scan lies in the pile");
    assert_eq!(new[0].event, event);
}

#[test]
fn the_days_until_a_review_are_typed_and_nonsense_is_not_taken() {
    let mut window = window(World::new().contact("Aiko"), Route::Settings);
    let role = eframe::egui::accesskit::Role::TextInput;
    let days = |window: &Window| window.state().session().book().header.review_after_days;
    window.get_by_role_and_label(role, "Days until the review").focus();
    window.run_steps(2);
    // "30" and a nought: no review is due after three hundred days unless one says so.
    window.get_by_role_and_label(role, "Days until the review").type_text("0");
    window.run_steps(3);
    assert_eq!(days(&window), Some(300));
    window.get_by_role_and_label(role, "Days until the review").type_text("x");
    window.run_steps(3);
    assert_eq!(days(&window), Some(300));
    assert!(window.query_by_label_contains("from 1 to 365").is_some(), "it says what it wants");
}

#[test]
fn notes_typed_on_the_page_of_an_event_are_one_step() {
    let mut window = window(World::new().contact("Aiko").met_at("RustConf"), Route::Events);
    let before = window.state().session().history().len();
    press(&mut window, "RustConf");
    window.get_by_role_and_label(eframe::egui::accesskit::Role::MultilineTextInput, "Notes").focus();
    window.run_steps(2);
    for letter in ["G", "o", "o", "d"] {
        window
            .get_by_role_and_label(eframe::egui::accesskit::Role::MultilineTextInput, "Notes")
            .type_text(letter);
        window.run_steps(3);
    }
    let session = window.state().session();
    assert_eq!(session.book().events.values().next().expect("one event").notes, "Good");
    assert_eq!(session.history().len(), before + 1);
}

#[test]
fn a_removed_event_comes_back_by_undo() {
    let mut window = window(World::new().contact("Aiko").met_at("RustConf"), Route::Events);
    press(&mut window, "RustConf");
    press(&mut window, "More");
    press(&mut window, "Remove event");
    assert!(window.state().session().book().events.is_empty());
    assert!(window.query_by_label("All events").is_none(), "the list is shown again");
    window.state_mut().session_mut().undo();
    let book = window.state().session().book();
    assert_eq!((book.events.len(), book.cards.values().filter(|card| card.event.is_some()).count()), (1, 1));
}

#[test]
fn telling_the_owner_keeps_the_promise_and_the_steps_are_dated_today() {
    let world = passed_on();
    assert_eq!(world.open("Aiko").len(), 1, "a promise to tell Aiko");
    let mut window = table(world);
    press(&mut window, "Mark as told");
    let referral = only_referral(&window);
    assert_eq!((referral.state, referral.owner_told_on), (ReferralState::OwnerTold, Some(today())));
    let open = window.state().session().book().follow_ups.values().filter(|other| other.is_open()).count();
    assert_eq!(open, 0, "the promise is kept");
    press(&mut window, "They met");
    let referral = only_referral(&window);
    assert_eq!(referral.state, ReferralState::TheyMet);
    assert!(referral.steps.iter().all(|step| step.on == today()), "{:?}", referral.steps);
    assert_eq!(referral.steps.len(), 3);
}

#[test]
fn the_filter_of_promises_shows_only_owners_who_were_not_told() {
    let world = passed_on().contact("Mina").passed_on_to("Jonas");
    let told = world.session.book().referrals.values().next_back().expect("two referrals").id;
    let mut window = table(world.edit(Edit::TellOwner { referral: told }));
    assert!(window.query_by_label("Mina").is_some());
    window.get_by_role_and_label(eframe::egui::accesskit::Role::Button, "Owner not told").click();
    window.run_steps(4);
    assert!(window.query_by_label("Mina").is_none());
    assert!(window.query_by_label("Aiko").is_some());
}

#[test]
fn an_introduction_moves_to_its_next_state() {
    let mut window = table(World::new().contact("Aiko").introduced_to("Jonas"));
    press(&mut window, "They met");
    let book = window.state().session().book();
    let introduction = book.introductions.values().next().expect("one introduction");
    assert_eq!(introduction.state, IntroductionState::TheyMet);
}

#[test]
fn the_whole_window_speaks_the_chosen_language() {
    let mut window = window(World::new().contact("Aiko"), Route::Settings);
    assert!(window.query_by_label("Today").is_some());
    press(&mut window, "日本語");
    for label in ["今日", "名刺", "設定"] {
        assert!(window.query_all_by_label(label).next().is_some(), "{label}");
    }
    assert!(window.query_by_label("Today").is_none());
}

#[test]
fn the_dark_theme_is_another_palette() {
    let mut window = window(World::new().contact("Aiko"), Route::Settings);
    let light = window.state().background();
    press(&mut window, "Dark");
    assert_ne!(window.state().background(), light);
    assert!(window.ctx.global_style().visuals.dark_mode);
}

#[test]
fn the_owner_is_typed_in_one_step_and_a_wrong_address_is_not_taken() {
    let mut window = window(World::new().contact("Aiko"), Route::Settings);
    let before = window.state().session().history().len();
    let role = eframe::egui::accesskit::Role::TextInput;
    window.get_by_role_and_label(role, "Your name").focus();
    window.run_steps(2);
    for part in ["Mina ", "Schäfer"] {
        window.get_by_role_and_label(role, "Your name").type_text(part);
        window.run_steps(3);
    }
    window.get_by_role_and_label(role, "Your e-mail address").focus();
    window.run_steps(2);
    window.get_by_role_and_label(role, "Your e-mail address").type_text("mina@");
    window.run_steps(3);
    let session = window.state().session();
    let owner = &session.book().header.owner;
    assert_eq!((owner.name.given.as_str(), owner.name.family.as_str()), ("Mina", "Schäfer"));
    assert!(owner.emails.is_empty());
    assert_eq!(session.history().len(), before + 1);
    window.get_by_role_and_label(role, "Your e-mail address").type_text("example.com");
    window.run_steps(3);
    let session = window.state().session();
    assert_eq!(session.book().header.owner.emails[0].value, "mina@example.com");
}

#[test]
fn a_demo_is_removed_in_one_step_and_comes_back_by_undo() {
    let mut demo = Book::clone(passed_on().in_circle("Makers").session.book());
    Arc::make_mut(&mut demo.header).is_demo = true;
    let world = World::new().edit(Edit::Import { book: Box::new(demo.clone()) });
    let steps = world.session.history().len();
    let mut window = window(world, Route::Settings);
    let before = window.state().session().book().clone();
    // It is at the end of the page.
    window.get_by_label("Remove the demo network").scroll_to_me();
    window.run_steps(8);
    press(&mut window, "Remove the demo network");
    let session = window.state().session();
    assert!(session.book().is_empty() && !session.book().header.is_demo);
    assert_eq!(session.history().len(), steps + 1);
    let button = eframe::egui::accesskit::Role::Button;
    let again = window.query_by_role_and_label(button, "Remove the demo network");
    assert!(again.is_none(), "it is offered for a demo only");
    window.state_mut().session_mut().undo();
    assert_eq!(*window.state().session().book(), before);
}

#[test]
fn a_book_of_real_people_is_not_emptied() {
    let world = passed_on();
    let before = world.session.book().clone();
    let world = world.edit(Edit::ClearDemo);
    assert_eq!(*world.session.book(), before);
}

#[test]
fn the_about_box_names_the_version() {
    let mut window = window(World::new().contact("Aiko"), Route::Settings);
    window.state_mut().ask(Command::Open(Sheet::About));
    window.run_steps(4);
    assert!(window.query_by_label_contains(env!("CARGO_PKG_VERSION")).is_some());
    assert!(window.query_by_label("Copy version").is_some());
}
