//! Logging a meeting from the keyboard in a few seconds, in the real window.

use cardloom::edit::Edit;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use eframe::egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

fn window() -> Window {
    let world = World::new()
        .contact("田中 遥")
        .contact("Jonas Weber")
        .works_at("Weber Optik")
        .contact("Anna Miller")
        .contact("Tom Miller");
    Window::playing(world, Route::Cards, [1440.0, 900.0])
}

fn select(window: &mut Window, name: &str) -> Id<Contact> {
    let id = window.contact(name).id;
    window.ask(Command::Select(Some(id)));
    id
}

fn yesterday() -> NaiveDate {
    today() - Days::new(1)
}

fn only_encounter(window: &Window) -> Encounter {
    assert_eq!(window.book().encounters.len(), 1);
    Encounter::clone(window.book().encounters.values().next().expect("one encounter"))
}

#[test]
fn one_key_one_line_and_enter_log_a_meeting_as_one_step() {
    let mut window = window();
    let tanaka = select(&mut window, "田中 遥");
    let before = window.state().session().history().len();
    window.press(Key::L);
    let sheet = Sheet::LogEncounter { contacts: vec![tanaka], completes: None };
    assert_eq!(window.state().open_sheet(), Some(&sheet));
    window.type_on("coffee yesterday about bearings, 45 min, review in 2 weeks");
    window.press(Key::Enter);
    assert_eq!(window.state().open_sheet(), None, "Enter saves: {:?}", window.labels());
    let encounter = only_encounter(&window);
    assert_eq!(encounter.contacts, [tanaka].into());
    assert_eq!((encounter.on, encounter.minutes), (yesterday(), Some(45)));
    assert_eq!(
        (encounter.topics.as_slice(), encounter.note.as_str()),
        (["bearings".to_owned()].as_slice(), "coffee")
    );
    let next = window.book().follow_ups.values().next().expect("what comes next");
    assert_eq!((next.kind, next.due_on), (FollowUpKind::Review, today() + Days::new(14)));
    assert_eq!(next.contacts, [tanaka].into());
    assert_eq!(window.state().session().history().len(), before + 1, "one step");
    window.command(Key::Z);
    assert!(window.book().encounters.is_empty() && window.book().follow_ups.is_empty());
}

#[test]
fn a_day_that_does_not_exist_is_not_saved_until_it_is_mended() {
    let mut window = window();
    select(&mut window, "Jonas Weber");
    window.press(Key::L);
    window.type_on("coffee on 31 Feb");
    window.press(Key::Enter);
    assert!(window.state().open_sheet().is_some() && window.book().encounters.is_empty());
    let labels = window.labels();
    assert!(labels.iter().any(|label| label.contains("“31 Feb”: no such day")), "{labels:?}");
    for _ in 0.."on 31 Feb".len() {
        window.press(Key::Backspace);
    }
    window.type_on("yesterday");
    window.press(Key::Enter);
    assert_eq!(only_encounter(&window).on, yesterday());
}

#[test]
fn a_plain_l_is_a_letter_while_a_text_is_typed() {
    let mut window = window();
    select(&mut window, "Jonas Weber");
    window.command(Key::F);
    window.press(Key::L);
    assert_eq!(window.state().open_sheet(), None);
    window.press(Key::Escape);
    window.press(Key::Escape);
    window.command(Key::L);
    assert!(window.state().open_sheet().is_some(), "with Ctrl it works everywhere");
}

#[test]
fn what_is_understood_shows_below_the_line_and_fills_the_fields() {
    let mut window = window();
    window.ask(Command::Open(Sheet::LogEncounter { contacts: Vec::new(), completes: None }));
    window.type_on("Kaffee mit Weber gestern über Lager, in 2 Wochen anrufen");
    for chip in ["In person", "Jonas Weber", "yesterday · Tue 13 Oct", "Lager", "Call · in 14 days", "Kaffee"]
    {
        assert!(window.shows(chip), "{chip}: {:#?}", window.labels());
    }
    assert_eq!(window.value_of("Topics"), "Lager");
    assert_eq!(window.value_of("Date"), "13 Oct 2026");
    // A chip leads to its field.
    window.click("Lager");
    let topics = window.get_by_role_and_label(eframe::egui::accesskit::Role::TextInput, "Topics");
    assert!(topics.accesskit_node().is_focused());
}

#[test]
fn a_field_changed_by_hand_does_not_follow_the_line_any_more() {
    let mut window = window();
    select(&mut window, "Jonas Weber");
    window.press(Key::L);
    window.type_on("call about seals");
    window.type_into("Topics", ", oil");
    window.type_into("What happened", " yesterday");
    window.press(Key::Enter);
    let encounter = only_encounter(&window);
    assert_eq!(encounter.topics, ["seals", "oil"]);
    assert_eq!((encounter.kind, encounter.on), (EncounterKind::Call, yesterday()));
}

#[test]
fn a_name_that_fits_two_is_asked_about_with_the_keyboard() {
    let mut window = window();
    window.ask(Command::Open(Sheet::LogEncounter { contacts: Vec::new(), completes: None }));
    window.type_on("lunch with Miller today");
    assert!(window.says("Which “Miller”?"));
    window.press(Key::Enter);
    assert!(window.book().encounters.is_empty(), "nothing is guessed");
    window.press(Key::Tab);
    let chosen = {
        let mut focused =
            window.query_all_by(|node| node.is_focused()).filter_map(|node| node.accesskit_node().label());
        focused.next_back().expect("an answer has the keyboard")
    };
    assert!(chosen.contains("Miller"), "{chosen}");
    window.press(Key::Enter);
    assert!(!window.says("Which “Miller”?"));
    window.press(Key::Enter);
    let encounter = only_encounter(&window);
    let names: Vec<_> = encounter.contacts.iter().map(|id| window.contact_name(*id)).collect();
    assert_eq!(names, [chosen.split(" · ").next().expect("a name")]);
}

#[test]
fn whoever_is_selected_is_meant_when_a_name_fits_several() {
    let mut window = window();
    let tom = select(&mut window, "Tom Miller");
    window.press(Key::L);
    window.type_on("lunch with Miller today");
    window.press(Key::Enter);
    assert_eq!(only_encounter(&window).contacts, [tom].into());
}

#[test]
fn an_unknown_person_is_offered_and_added_in_the_same_step() {
    let mut window = window();
    let before = window.state().session().history().len();
    window.ask(Command::Open(Sheet::LogEncounter { contacts: Vec::new(), completes: None }));
    window.type_on("coffee with Priya Natarajan yesterday");
    assert!(window.says("Nobody in the book is called “Priya Natarajan”."));
    window.click("Add “Priya Natarajan”");
    assert!(window.shows("New: Priya Natarajan"));
    window.press(Key::Enter);
    let priya = window.contact("Priya Natarajan").id;
    assert_eq!(only_encounter(&window).contacts, [priya].into());
    assert_eq!(window.state().session().history().len(), before + 1);
    window.command(Key::Z);
    assert!(window.book().contacts.values().all(|contact| contact.display_name() != "Priya Natarajan"));
}

#[test]
fn what_is_nobody_stays_in_the_note() {
    let mut window = window();
    let weber = select(&mut window, "Jonas Weber");
    window.press(Key::L);
    window.type_on("lunch with Sunshine");
    window.click("Nobody, keep it in the note");
    window.press(Key::Enter);
    let encounter = only_encounter(&window);
    assert_eq!(encounter.contacts, [weber].into());
    assert!(encounter.note.contains("Sunshine"), "{}", encounter.note);
}

#[test]
fn a_day_to_come_becomes_a_reminder() {
    let mut window = window();
    let weber = select(&mut window, "Jonas Weber");
    window.press(Key::L);
    window.type_on("call with Weber tomorrow about the quote");
    assert!(window.says("This day is still to come"));
    window.press(Key::Enter);
    assert!(window.book().encounters.is_empty());
    let plan = window.book().follow_ups.values().next().expect("a reminder");
    assert_eq!((plan.kind, plan.due_on), (FollowUpKind::Call, today() + Days::new(1)));
    assert_eq!((plan.contacts.clone(), plan.about.as_str()), ([weber].into(), "the quote"));
}

#[test]
fn an_empty_line_with_nobody_says_what_is_missing() {
    let mut window = window();
    window.press(Key::L);
    assert!(window.state().open_sheet().is_some(), "a line can name its people itself");
    window.press(Key::Enter);
    assert!(window.says("Choose at least one person."));
    assert!(window.book().encounters.is_empty());
}

#[test]
fn japanese_is_understood_in_any_window() {
    let mut window = window();
    window.ask(Command::Open(Sheet::LogEncounter { contacts: Vec::new(), completes: None }));
    window.type_on("昨日田中さんと喫茶店で軸受の話、2週間後に見直し");
    window.press(Key::Enter);
    let encounter = only_encounter(&window);
    assert_eq!(encounter.contacts, [window.contact("田中 遥").id].into());
    assert_eq!((encounter.place.as_str(), encounter.on), ("喫茶店", yesterday()));
    assert_eq!(encounter.topics, ["軸受"]);
}

#[test]
fn a_line_that_does_a_follow_up_closes_it_and_plans_the_next() {
    let mut window = window();
    let weber = window.contact("Jonas Weber").id;
    let follow_up = FollowUp {
        kind: FollowUpKind::Call,
        due_on: today(),
        contacts: [weber].into(),
        ..FollowUp::default()
    };
    window.ask(Edit::AddFollowUp { follow_up: Box::new(follow_up) }.into());
    let call = *window.book().follow_ups.keys().next().expect("the call");
    window.ask(Command::Open(Sheet::LogEncounter { contacts: vec![weber], completes: Some(call.into()) }));
    window.type_on("about the quote, send it tomorrow");
    window.press(Key::Enter);
    let encounter = only_encounter(&window);
    assert_eq!(encounter.kind, EncounterKind::Call, "what was to be done tells how");
    let done = FollowUpState::Done { on: today(), encounter: Some(encounter.id) };
    assert_eq!(window.book().get(call).expect("the call").state, done);
    let open: Vec<_> = window.book().follow_ups.values().filter(|follow_up| follow_up.is_open()).collect();
    assert_eq!(open.len(), 1);
    assert_eq!((open[0].kind, open[0].about.as_str()), (FollowUpKind::Message, "send it"));
}
