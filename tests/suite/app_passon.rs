//! Introductions for which both are asked first, and the sheet that passes a card on, in the real window.

use cardloom::edit::Edit;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use eframe::egui::Key;

use crate::stage::Window;
use crate::world::{World, today};

fn two() -> (Window, Id<Contact>, Id<Contact>) {
    let mut world = World::new().contact("Aiko");
    let (aiko, jonas) = (world.id("Aiko"), world.find_or_add("Jonas"));
    let emails = vec![Labelled::new("work", "jonas@example.com")];
    let field = cardloom::edit::ContactField::Emails(emails);
    let world = world.edit(Edit::SetContact { contact: jonas, field });
    (Window::playing(world, Route::Cards, [1440.0, 900.0]), aiko, jonas)
}

fn introduction(window: &Window) -> Introduction {
    window.book().introductions.values().next().expect("the introduction").as_ref().clone()
}

#[test]
fn the_four_steps_are_one_sheet() {
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    for step in ["Ask Aiko", "Ask Jonas", "Introduce them", "Ask what became of it"] {
        assert!(window.labels().iter().any(|label| label.starts_with(step)), "{step}");
    }
    assert!(window.value_of("Letter").contains("introduce Jonas to you"));
    window.click("Plan it");
    assert_eq!(introduction(&window).state, IntroductionState::Promised);
    window.click("Copy text");
    window.click("Mark as asked");
    let ask = window.book().follow_ups.values().find(|it| it.opt_in.is_some() && it.contacts.contains(&aiko));
    let ask = ask.expect("the ask");
    assert_eq!((ask.asked_on, ask.is_open()), (Some(today()), true));
    assert_eq!(window.book().encounters.len(), 1, "the letter is an encounter");
    assert!(window.labels().iter().any(|label| label.starts_with("Ask Aiko, asked on 14 Oct; answer: ")));
    window.click("Aiko agrees");
    // The next one is looked at, and written to in their words.
    assert!(window.value_of("Letter").contains("introduce Aiko to you"), "{}", window.value_of("Letter"));
    assert!(window.says("To jonas@example.com only"));
    window.click("Jonas agrees");
    assert_eq!(introduction(&window).state, IntroductionState::BothAgreed);
    assert!(window.value_of("Letter").contains("As we agreed"));
    window.click("Both letters are sent");
    assert_eq!(introduction(&window).state, IntroductionState::Made);
    assert!(window.value_of("Letter").contains("Some time ago I introduced"));
    window.click("Led to work");
    assert_eq!(introduction(&window).state, IntroductionState::LedToWork);
    assert_eq!(window.book().follow_ups.values().filter(|it| it.is_open()).count(), 0);
}

#[test]
fn a_no_is_respected() {
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    window.click("Aiko agrees");
    window.click("Does not want it");
    assert_eq!(introduction(&window).state, IntroductionState::CameToNothing);
    assert_eq!(
        window.book().follow_ups.values().filter(|it| it.is_open()).count(),
        0,
        "nobody is asked again"
    );
    assert!(window.says("Jonas does not want it, and that is that"), "{:?}", window.labels());
    assert!(window.value_of("Letter").contains("Thank you for telling me openly"));
    let aiko_step = window.labels().into_iter().find(|it| it.starts_with("Ask Aiko,")).expect("the step");
    window.click(&aiko_step);
    let told = window.value_of("Letter");
    assert!(told.contains("It does not work out at the moment") && !told.contains("does not want"), "{told}");
    window.command(Key::Z);
    assert_eq!(introduction(&window).state, IntroductionState::AskedOne, "undo takes the no back");
    assert!(!window.says("and that is that"));
}

#[test]
fn a_letter_for_a_step_is_in_the_language_of_whoever_gets_it() {
    let (mut window, aiko, jonas) = two();
    let field = cardloom::edit::ContactField::Languages(vec!["de".to_owned()]);
    window.ask(Edit::SetContact { contact: jonas, field }.into());
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    let step = window.labels().into_iter().find(|it| it.starts_with("Ask Jonas,")).expect("the step");
    window.click(&step);
    assert!(window.value_of("Letter").starts_with("Guten Tag Jonas,"), "{}", window.value_of("Letter"));
    window.click("日本語");
    assert!(window.value_of("Letter").contains("ご紹介したい"));
    // Whoever is deleted meanwhile is not written to.
    window.ask(Edit::DeleteContact { contact: jonas }.into());
    assert!(!window.shows("Plan it"));
}
