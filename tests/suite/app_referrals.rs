//! The ledger of referrals in the real window: board, table, people, leads, outcomes, and the year in review.

use cardloom::edit::{Edit, NetworkIn, PersonIn};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// Aiko's card at Jonas, whose owner was not told; Mina's considered for Jonas.
fn story() -> World {
    let mut world = World::new().contact("Aiko").passed_on_to("Jonas").contact("Mina");
    let (subject, recipient) = (world.id("Mina"), Party::Contact(world.find_or_add("Jonas")));
    let need_text = "glue".to_owned();
    let referral = Referral { subject, recipient, need_text, ..Referral::default() };
    world.edit(Edit::PassOn { referral: Box::new(referral), paper: false })
}

fn window() -> Window {
    Window::playing(story(), Route::Referrals, SIZE)
}

fn of<'a>(window: &'a Window, name: &str) -> &'a Referral {
    let subject = window.contact(name).id;
    window.book().referrals.values().find(|it| it.subject == subject).expect("the referral")
}

const AIKO: &str = "Aiko, You → Jonas, Passed on, owner not told";

#[test]
fn an_owner_is_told_once_and_the_promise_is_kept() {
    let mut window = window();
    assert!(window.shows(AIKO), "{:?}", window.labels());
    window.click("Mark as told");
    assert_eq!(of(&window, "Aiko").owner_told_on, Some(today()));
    assert!(!window.says("owner not told"));
    assert_eq!(window.book().follow_ups.values().filter(|it| it.is_open()).count(), 0);
}

#[test]
fn a_card_is_dragged_to_another_state_and_back_by_undo() {
    let mut window = window();
    window.drag("Mina, You → Jonas, Considered", "They met, 0");
    assert_eq!(of(&window, "Mina").state, ReferralState::TheyMet);
    let steps: Vec<_> = of(&window, "Mina").steps.iter().map(|step| (step.state, step.on)).collect();
    assert_eq!(steps, [(ReferralState::Considered, today()), (ReferralState::TheyMet, today())]);
    assert!(window.shows("They met, 1"));
    window.command(Key::Z);
    assert_eq!(of(&window, "Mina").state, ReferralState::Considered);
}

#[test]
fn what_came_of_it_is_chosen_and_not_guessed() {
    let mut window = window();
    window.drag("Mina, You → Jonas, Considered", "Outcome known, 0");
    let id = of(&window, "Mina").id;
    assert_eq!(window.state().open_sheet(), Some(&Sheet::EditReferral(id, true)));
    assert_eq!(of(&window, "Mina").state, ReferralState::Considered, "nothing is known yet");
    window.command(Key::Enter);
    assert!(window.state().open_sheet().is_some(), "one of them has to be chosen");
    window.click("Led to work");
    window.type_into("What it was worth", "1200");
    window.command(Key::Enter);
    let referral = of(&window, "Mina");
    let outcome = referral.outcome.clone().expect("an outcome");
    assert_eq!((referral.state, outcome.kind), (ReferralState::Outcome, OutcomeKind::LedToWork));
    assert_eq!(outcome.value, Some(Money { minor: 120_000, currency: "EUR".to_owned() }));
    window.command(Key::Z);
    assert_eq!(of(&window, "Mina").outcome, None, "one step");
}

#[test]
fn the_keys_walk_over_the_board_and_send_cards_on() {
    let mut window = window();
    window.get_by_role_and_label(Role::ListItem, "Mina, You → Jonas, Considered").focus();
    window.settle();
    let alt = |window: &mut Window, key| {
        window.key_press_modifiers(Modifiers::ALT, key);
        window.settle();
    };
    alt(&mut window, Key::ArrowRight);
    assert_eq!(of(&window, "Mina").state, ReferralState::PassedOn);
    let focused = |window: &Window| {
        window.query_all_by(|node| node.is_focused()).next().and_then(|node| node.accesskit_node().label())
    };
    assert!(focused(&window).is_some_and(|label| label.starts_with("Mina")), "{:?}", focused(&window));
    alt(&mut window, Key::ArrowLeft);
    assert_eq!(of(&window, "Mina").state, ReferralState::Considered);
    window.press(Key::ArrowRight);
    assert!(focused(&window).is_some_and(|label| label.starts_with("Aiko")), "{:?}", focused(&window));
    window.press(Key::Enter);
    let id = of(&window, "Aiko").id;
    assert_eq!(window.state().open_sheet(), Some(&Sheet::EditReferral(id, false)));
}

#[test]
fn a_lead_has_its_own_steps() {
    let mut window = window();
    window.click("Record a lead");
    window.type_into("Who told you?", "Jonas");
    window.press(Key::Enter);
    window.type_into("Name", "Ines Albrecht");
    window.type_into("Why you should know them", "Thin glass");
    window.command(Key::Enter);
    let lead = of(&window, "Ines Albrecht").clone();
    assert_eq!((lead.recipient, lead.state), (Party::Me, ReferralState::PassedOn));
    let jonas = window.contact("Jonas").id;
    let promise = window.book().follow_ups.values().find(|it| it.reason == Reason::Referral(lead.id));
    let promise = promise.expect("thanks");
    assert_eq!((promise.kind, promise.contacts.contains(&jonas)), (FollowUpKind::ThankYou, true));
    window.click("Received");
    assert!(window.shows("Received, 1") && window.shows("You met, 0"), "{:?}", window.labels());
    assert!(!window.says("Owner told,"), "no owner is to be told");
    window.drag("Ines Albrecht, Jonas → You, Received", "You met, 0");
    assert_eq!(of(&window, "Ines Albrecht").state, ReferralState::TheyMet);
    // Among all of them its course is the same: there is nothing to consider any more.
    window.click("All");
    window.drag("Ines Albrecht, Jonas → You, You met", "Considered, 1");
    assert_eq!(of(&window, "Ines Albrecht").state, ReferralState::TheyMet);
}

#[test]
fn a_lead_is_typed_from_field_to_field() {
    let mut window = window();
    window.click("Record a lead");
    window.type_on("Jonas");
    window.press(Key::Enter);
    // The keyboard goes on: to the name of whom it is about.
    window.type_on("Ines Albrecht");
    assert_eq!(window.value_of("Name"), "Ines Albrecht");
    window.command(Key::Enter);
    assert_eq!(of(&window, "Ines Albrecht").recipient, Party::Me);
}

#[test]
fn a_lead_about_somebody_known_does_not_make_them_twice() {
    let mut window = window();
    let people = window.book().contacts.len();
    window.click("Record a lead");
    window.type_on("Jonas");
    window.press(Key::Enter);
    window.type_on("mina");
    assert!(window.says("Somebody of this name is in the book already"), "{:?}", window.labels());
    window.click("Mina");
    assert!(!window.says("Somebody of this name"));
    window.command(Key::Enter);
    assert_eq!(window.book().contacts.len(), people);
    let mina = window.contact("Mina").id;
    let lead = window.book().referrals.values().find(|it| it.is_lead()).expect("the lead");
    assert_eq!(lead.subject, mina);
}

#[test]
fn bad_days_and_amounts_are_not_taken() {
    let mut window = window();
    let id = of(&window, "Aiko").id;
    window.ask(Command::Open(Sheet::EditReferral(id, false)));
    window.type_into("Owner told on", "1 Oct 2026");
    assert!(window.says("before the step before it"), "{:?}", window.labels());
    window.command(Key::Enter);
    assert_eq!(of(&window, "Aiko").owner_told_on, None);
    window.ask(Command::DiscardTyped(Box::new(cardloom::gui::safety::Leaving::Sheet)));
    window.ask(Command::Open(Sheet::EditReferral(id, true)));
    window.click("Led to work");
    for bad in ["-5", "1000000000000000000000000000000", "many"] {
        window.type_into("What it was worth", bad);
        assert!(window.says("Write an amount"), "{bad}");
        window.command(Key::Enter);
        assert_eq!(of(&window, "Aiko").outcome, None);
        for _ in 0..bad.len() {
            window.press(Key::Backspace);
        }
    }
    window.type_into("Currency", "Q");
    assert!(window.says("Not a currency"));
}

#[test]
fn the_table_is_sorted_and_promises_stay_on_top() {
    let mut window = window();
    window.click("Table");
    let names = |window: &Window| -> Vec<String> {
        let rows = window.query_all_by_role(Role::ListItem);
        rows.filter_map(|row| row.accesskit_node().label())
            .filter(|it| ["Aiko", "Mina"].contains(&&**it))
            .collect()
    };
    assert_eq!(names(&window), ["Aiko", "Mina"]);
    window.click("Whose card");
    assert_eq!(names(&window), ["Aiko", "Mina"]);
    let heads = |window: &Window| window.labels().into_iter().filter(|it| it.contains("Whose card")).count();
    assert_eq!(heads(&window), 1);
    let head = window.labels().into_iter().find(|it| it.contains("Whose card")).expect("the heading");
    window.click(&head);
    assert_eq!(names(&window), ["Aiko", "Mina"], "the promise stays");
    window.click("Mark as told");
    assert_eq!(names(&window), ["Mina", "Aiko"], "backwards by name");
}

#[test]
fn what_was_only_thought_of_is_passed_on_with_its_sheet() {
    let mut window = window();
    window.click("Table");
    window.click("Pass on");
    assert!(window.shows("Pass on Mina"), "{:?}", window.labels());
    assert!(window.says("Jonas"), "whoever was thought of is chosen");
}

#[test]
fn what_went_both_ways_is_told_per_person() {
    let mut window = window();
    window.click("Given and received per person");
    assert!(window.says("this is no score"));
    let jonas = window.labels().into_iter().find(|it| it.starts_with("Jonas,")).expect("a row");
    window.click(&jonas);
    assert_eq!(window.state().selection().contact, Some(window.contact("Jonas").id));
}

#[test]
fn the_year_in_review_comes_from_a_worker() {
    let mut window = window();
    window.state_mut().ask(Command::Go(Route::Referrals));
    window.settle();
    window.control("Year in review").click();
    window.run_steps(2);
    assert!(window.says("Working it out …"), "{:?}", window.labels());
    window.settle();
    assert!(window.shows("You passed on 1 card; so far nothing has come of it."), "{:?}", window.labels());
    assert!(window.shows("1 owner has not been told yet."));
    assert!(window.says("Given and received by month. ") && window.says("All figures"));
    // What changes the book is counted anew.
    let id = of(&window, "Aiko").id;
    window.ask(Edit::TellOwner { referral: id }.into());
    assert!(!window.says("not been told yet"));
    window.click("Back to the ledger");
    assert!(window.shows("Board"));
}

#[test]
fn a_long_board_draws_what_is_in_sight() {
    let people: Vec<PersonIn> = (0..401)
        .map(|number| PersonIn {
            name: PersonName::parse(&format!("Person {number}")),
            ..PersonIn::default()
        })
        .collect();
    let ties = (1..401).map(|subject| cardloom::edit::TieIn::Referral {
        subject,
        giver: None,
        recipient: Some(0),
        on: None,
        state: ReferralState::TheyMet,
        outcome: None,
        need_text: String::new(),
    });
    let network = NetworkIn { people, ties: ties.collect() };
    let world = World::new().edit(Edit::TakeInNetwork { network: Box::new(network) });
    let window = Window::playing(world, Route::Referrals, [1000.0, 700.0]);
    let cards = window.query_all_by_role(Role::ListItem).count();
    assert!((3..20).contains(&cards), "{cards}");
    assert!(window.shows("They met, 400"));
}

#[test]
fn the_owner_is_told_by_a_letter_from_the_board_and_from_the_table() {
    let mut window = window();
    for layout in ["Board", "Table"] {
        window.click(layout);
        window.click("More about Aiko");
        window.click("Tell the owner…");
        assert!(matches!(window.state().open_sheet(), Some(Sheet::Request(_))), "{layout}");
        assert!(window.value_of("Letter").contains("Jonas"), "{}", window.value_of("Letter"));
        window.press(Key::Escape);
    }
    // Without the promise, which was dropped, there is the letter all the same.
    let promise = *window.book().follow_ups.keys().next().expect("the promise");
    window.ask(Edit::DropFollowUp { follow_up: DueSource::Stored(promise), reason: String::new() }.into());
    window.click("More about Aiko");
    window.click("Tell the owner…");
    let id = of(&window, "Aiko").id;
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Request(cardloom::gui::RequestOf::Owner(id))));
    window.click("Sent");
    assert_eq!(of(&window, "Aiko").owner_told_on, Some(today()));
    window.click("More about Aiko");
    assert!(!window.shows("Tell the owner…"), "nobody is told twice");
}

#[test]
fn a_search_that_finds_no_referral_says_so_and_is_taken_out_again() {
    let mut window = window();
    for layout in ["Board", "Table", "Matches", "Given and received per person"] {
        window.click(layout);
        window.ask(Command::Find("qqqq".to_owned(), Route::Referrals));
        if layout == "Matches" {
            window.settle();
        }
        assert!(window.says("Nothing found for “qqqq”."), "{layout}: {:?}", window.labels());
        window.click("Clear search");
        assert!(!window.says("qqqq"), "{layout}: {:?}", window.labels());
    }
    window.click("Board");
    assert!(window.shows(AIKO), "{:?}", window.labels());
    // What the search finds may be hidden by the filter.
    window.click("Received");
    window.ask(Command::Find("aiko".to_owned(), Route::Referrals));
    assert!(!window.says("Nothing found"), "{:?}", window.labels());
}

#[test]
fn the_board_says_that_a_search_fits_introductions_only() {
    let world = story();
    let (mut world, (a, b)) = {
        let mut world = world;
        let people = (world.find_or_add("Zora"), world.find_or_add("Emil"));
        (world, people)
    };
    let introduction = Introduction { a: Party::Contact(a), b: Party::Contact(b), ..Introduction::default() };
    world = world.edit(Edit::AddIntroduction { introduction: Box::new(introduction) });
    let mut window = Window::playing(world, Route::Referrals, SIZE);
    window.click("Board");
    window.ask(Command::Find("zora".to_owned(), Route::Referrals));
    assert!(window.says("Only introductions fit “zora”."), "{:?}", window.labels());
    window.click("Show the table");
    assert!(window.says("Zora") && window.says("Emil"), "{:?}", window.labels());
}

#[test]
fn the_menu_of_a_card_on_the_board_is_as_wide_as_other_menus() {
    let mut window = window();
    window.click("More about Aiko");
    let item = window.control("Tell the owner…").rect();
    assert!(item.width() < 250.0, "{item:?}");
}
