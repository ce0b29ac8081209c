//! Ways, origins, debts and bridges beside the picture, and the letters that come of them, in the real window.

use cardloom::edit::{Edit, NetworkIn, PersonIn};
use cardloom::gui::{Command, Question, RequestOf, Route, Sheet};
use cardloom::model::*;
use chrono::Days;
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

/// Jonas, with whom I am in touch, knows Mina, Mina and Oliver know Ines, whom I have never met. Klaus brought me Priya.
fn story() -> World {
    let world = World::new()
        .contact("Jonas Weber")
        .encounter(EncounterKind::InPerson, today() - Days::new(20))
        .encounter(EncounterKind::InPerson, today() - Days::new(3))
        .knows("Mina Schäfer")
        .contact("Mina Schäfer")
        .knows("Ines Albrecht")
        .contact("Oliver Grant")
        .encounter(EncounterKind::SocialMedia, today() - Days::new(400))
        .knows("Ines Albrecht")
        .contact("Klaus Brenner")
        .encounter(EncounterKind::InPerson, today() - Days::new(90));
    let mut world = world.contact("Priya Natarajan");
    let introduction = Introduction {
        introducer: Party::Contact(world.id("Klaus Brenner")),
        b: Party::Contact(world.id("Priya Natarajan")),
        on: Some(today() - Days::new(30)),
        ..Introduction::default()
    };
    world = world.edit(Edit::AddIntroduction { introduction: Box::new(introduction) });
    let field = cardloom::edit::ContactField::Emails(vec![Labelled::new("work", "jonas@example.com")]);
    let contact = world.id("Jonas Weber");
    world.edit(Edit::SetContact { contact, field })
}

fn window() -> (Window, Id<Contact>, Id<Contact>) {
    let world = story();
    let (jonas, ines) = (world.id("Jonas Weber"), world.id("Ines Albrecht"));
    (Window::playing(world, Route::Network, [1440.0, 900.0]), jonas, ines)
}

/// What a screen reader says of the ways, with whether each is chosen.
fn ways(window: &Window) -> Vec<(String, bool)> {
    let buttons = window.query_all_by_role(Role::Button);
    let told = buttons.filter_map(|node| {
        let node = node.accesskit_node();
        Some((
            node.label()?,
            node.toggled() == Some(eframe::egui::accesskit::Toggled::True)
                || node.is_selected() == Some(true),
        ))
    });
    told.filter(|(label, _)| label.starts_with("Way ")).collect()
}

#[test]
fn the_likeliest_way_stands_first_and_the_keys_choose_another() {
    let (mut window, _, ines) = window();
    window.ask(Command::Answer(Question::Ways, Some(ines)));
    let told = ways(&window);
    assert!(told[0].0.starts_with("Way 1 of 2: Jonas Weber, Mina Schäfer, Ines Albrecht."), "{told:?}");
    assert!(told[1].0.starts_with("Way 2 of 2: Oliver Grant, Ines Albrecht."), "{told:?}");
    assert_eq!((told[0].1, told[1].1), (true, false));
    assert!(window.says("You last met Jonas Weber on 11 Oct."), "why the first one would do it");
    assert!(window.says("Jonas Weber and Mina Schäfer know each other."), "what leads on");
    window.press(Key::Num2);
    assert_eq!(ways(&window).iter().map(|way| way.1).collect::<Vec<_>>(), [false, true]);
    assert!(window.shows("Ask Oliver Grant …"));
}

#[test]
fn whoever_walks_along_a_way_keeps_it() {
    let (mut window, jonas, ines) = window();
    window.ask(Command::Answer(Question::Ways, Some(ines)));
    window.ask(Command::Select(Some(jonas)));
    assert!(window.shows("Ask Jonas Weber …"), "still the ways to Ines");
    window.click("Reach somebody else");
    assert!(window.shows("Whom do you want to reach?"));
}

#[test]
fn a_company_and_a_skill_can_be_reached_too() {
    let mut world = story().contact("Ines Albrecht").works_at("Nordglas");
    let expertise = vec![Expertise { what: "Thin-glass lamination".to_owned(), ..Expertise::default() }];
    let field = cardloom::edit::ContactField::Expertise(expertise);
    let contact = world.id("Ines Albrecht");
    world = world.edit(Edit::SetContact { contact, field });
    let mut window = Window::playing(world, Route::Network, [1440.0, 900.0]);
    window.type_into("Whom do you want to reach?", "nordglas");
    window.click("Nordglas, 1 person");
    assert!(ways(&window)[0].0.contains("Ines Albrecht"));
    window.click("Reach somebody else");
    window.type_into("Whom do you want to reach?", "lamination");
    window.click("lamination, Who can do this");
    assert!(window.says("Ines Albrecht: Thin-glass lamination"));
    window.click("Reach somebody else");
    window.type_into("Whom do you want to reach?", "catering");
    window.click("catering, Who can do this");
    assert!(window.says("Nobody in your book fits."));
}

#[test]
fn a_request_goes_to_one_person_and_becomes_a_reminder() {
    let (mut window, jonas, ines) = window();
    window.ask(Command::Answer(Question::Ways, Some(ines)));
    window.click("Ask Jonas Weber …");
    assert!(window.says("To jonas@example.com only"));
    assert!(window.value_of("Letter").contains("Would you introduce me to Mina Schäfer?"));
    window.type_into("What it is about", "thin glass");
    assert!(window.value_of("Letter").contains("It is about this: thin glass"));
    window.click("Deutsch");
    assert!(window.value_of("Letter").starts_with("Guten Tag Jonas Weber,"));
    let before = window.book().clone();
    window.click("Sent, remind me");
    let (due, about) = {
        let mut open =
            window.book().follow_ups.values().filter(|it| it.is_open() && it.contacts.contains(&jonas));
        let reminder = open.next().expect("a reminder");
        (reminder.due_on, reminder.about.clone())
    };
    assert_eq!((due, about.as_str()), (today() + Days::new(7), "Introduction to Ines Albrecht"));
    assert_eq!(window.book().encounters.len(), before.encounters.len() + 1, "the letter is an encounter");
    window.command(Key::Z);
    assert_eq!(window.book().follow_ups.len(), before.follow_ups.len(), "one step of Undo");
    assert_eq!(window.book().encounters.len(), before.encounters.len());
}

#[test]
fn both_are_asked_before_they_are_introduced() {
    let (mut window, jonas, _) = window();
    let klaus = window.contact("Klaus Brenner").id;
    window.ask(Command::Open(Sheet::PlanIntroduction([jonas, klaus])));
    window.click("Plan it");
    let made = |window: &Window| {
        let mine = window.book().introductions.values().find(|it| it.introducer == Party::Me);
        mine.expect("the introduction").state
    };
    let ask = |window: &Window, who: Id<Contact>| {
        let follow_up =
            window.book().follow_ups.values().find(|it| it.opt_in.is_some() && it.contacts.contains(&who));
        follow_up.expect("an ask").clone()
    };
    assert_eq!(made(&window), IntroductionState::Promised);
    let first = ask(&window, jonas);
    let request = |follow_up: &FollowUp, contact| {
        Command::Open(Sheet::Request(RequestOf::Side {
            introduction: follow_up.opt_in.expect("an introduction"),
            contact,
            source: DueSource::Stored(follow_up.id),
        }))
    };
    window.ask(request(&first, jonas));
    assert!(window.value_of("Letter").contains("I would like to introduce Klaus Brenner to you."));
    window.click("Jonas Weber agrees");
    assert_eq!(made(&window), IntroductionState::AskedOne);
    let second = ask(&window, klaus);
    assert_eq!(second.due_on, today(), "the next step is due at once");
    window.ask(request(&second, klaus));
    window.click("Klaus Brenner agrees");
    assert_eq!(made(&window), IntroductionState::BothAgreed);
}

#[test]
fn origins_are_a_tree_that_is_walked_with_the_keyboard() {
    let (mut window, ..) = window();
    window.click("Who brought you all this? Klaus Brenner: 1 person");
    let root = "Klaus Brenner, 1 person";
    window.get_by_role_and_label(Role::Button, root).focus();
    window.settle();
    assert!(!window.labels().iter().any(|label| label.starts_with("Priya Natarajan, 14 Sep")));
    window.press(Key::ArrowRight);
    window.click("Priya Natarajan, 14 Sep");
    let priya = window.contact("Priya Natarajan").id;
    assert_eq!(window.state().selection().contact, Some(priya));
    assert!(window.says("Klaus Brenner introduced Priya Natarajan to you in September 2026."));
}

#[test]
fn who_holds_people_together_and_who_knows_nobody_is_listed() {
    let (mut window, ..) = window();
    window.click("Bridges");
    let labels = window.labels();
    assert!(
        labels.iter().any(|label| label.starts_with("Mina Schäfer, joins groups of 2 + 1")),
        "{labels:?}"
    );
    window.click("Owing");
    assert!(
        window.says("You owe them") || window.says("They owe you") || window.says("You owe nobody anything.")
    );
}

#[test]
fn a_narrow_canvas_has_a_button_for_the_answers() {
    let world = story();
    let ines = world.id("Ines Albrecht");
    let mut window = Window::playing(world, Route::Network, [1000.0, 700.0]);
    window.ask(Command::Select(Some(ines)));
    assert!(ways(&window).is_empty());
    window.click("Answers");
    assert!(!ways(&window).is_empty());
    window.click("Close");
    assert!(ways(&window).is_empty());
}

#[test]
fn in_a_large_network_answers_come_from_a_worker() {
    let world = story();
    let ines = world.id("Ines Albrecht");
    let priya = Some(world.id("Priya Natarajan"));
    let person = |number: u32| PersonIn {
        name: PersonName::new(format!("Person {number}"), "Elsewhere"),
        place: Some([number as f32, 900.0]),
        mentioned: true,
        ..PersonIn::default()
    };
    let people = (0..1_200).map(person).collect();
    let world = world.edit(Edit::TakeInNetwork { network: Box::new(NetworkIn { people, ties: Vec::new() }) });
    let mut window = Window::playing(world, Route::Network, [1440.0, 900.0]);
    assert!(window.says("Klaus Brenner: 1 person"), "{:?}", window.labels());
    window.state_mut().ask(Command::Select(Some(ines)));
    window.run_steps(2);
    assert!(window.says("Working it out …") && ways(&window).is_empty(), "the frame does not wait");
    window.settle();
    assert!(ways(&window)[0].0.starts_with("Way 1 of 2: Jonas Weber, Mina Schäfer, Ines Albrecht."));
    // What was known is shown until the new answer has come.
    let network = Box::new(NetworkIn { people: vec![person(5_000)], ties: Vec::new() });
    window.state_mut().ask(Edit::TakeInNetwork { network }.into());
    window.run_steps(2);
    assert_eq!(ways(&window).len(), 2);
    window.settle();
    window.ask(Command::Answer(Question::Lineage, priya));
    assert!(window.says("Klaus Brenner introduced Priya Natarajan to you in September 2026."));
    window.ask(Command::Answer(Question::Bridges, None));
    assert!(window.says("know nobody else in your book"), "{:?}", window.labels());
}
