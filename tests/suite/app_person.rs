//! The details of a person in the real window: companies, places of work, refused values, cards, portraits, languages.

use cardloom::edit::{CardField, Edit, Employment, Filing, NewCard, Tenure};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use chrono::NaiveDate;
use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// The window with two people of one company, the first one shown with this tab.
fn window(tab: &str) -> Window {
    let world = World::new().contact("Mina Schäfer").works_at("Acme").contact("Jonas Weber").works_at("Acme");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 3000.0]);
    show(&mut window, "Mina Schäfer", tab);
    window
}

fn show(window: &mut Window, name: &str, tab: &str) {
    let id = window.contact(name).id;
    window.ask(Command::Select(Some(id)));
    window.click(tab);
}

fn company(window: &Window, name: &str) -> String {
    let affiliation = window.contact(name).current_affiliation().expect("a place of work");
    window.book().get(affiliation.organization).expect("the organization").name.clone()
}

/// Puts the keyboard into the field, replaces what stands there, and ends with Enter.
fn write(window: &mut Window, field: &str, text: &str) {
    focus(window, field);
    window.command(Key::A);
    window.type_on(text);
    window.press(Key::Enter);
}

fn focus(window: &mut Window, field: &str) {
    let node = window.query_all_by_role_and_label(Role::TextInput, field).next();
    node.unwrap_or_else(|| panic!("no field {field}: {:?}", window.labels())).focus();
    window.settle();
}

/// Puts the keyboard into the last field of this name.
fn focus_last(window: &mut Window, field: &str) {
    window.query_all_by_role_and_label(Role::TextInput, field).last().expect("a field").focus();
    window.settle();
}

/// The name of the field that has the keyboard.
fn focused(window: &Window) -> String {
    let node = window.query_all_by(|node| node.is_focused()).last();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn a_changed_company_asks_whether_one_person_or_the_name_changed() {
    let mut window = window("Details");
    let organizations = window.book().organizations.len();
    write(&mut window, "Company", "Acme Europe");
    assert_eq!(company(&window, "Mina Schäfer"), "Acme", "nothing changes without an answer");
    assert_eq!(window.book().organizations.len(), organizations);
    window.click("The company is called “Acme Europe” now, for 2 people");
    assert_eq!(company(&window, "Mina Schäfer"), "Acme Europe");
    assert_eq!(company(&window, "Jonas Weber"), "Acme Europe", "one rename serves all its people");
    assert_eq!(window.book().organizations.len(), organizations);

    write(&mut window, "Company", "Weber Optik");
    window.click("Only corrected: Mina Schäfer is with Weber Optik");
    assert_eq!(company(&window, "Mina Schäfer"), "Weber Optik");
    assert_eq!(company(&window, "Jonas Weber"), "Acme Europe");
    assert_eq!(window.contact("Mina Schäfer").affiliations.len(), 1);

    write(&mut window, "Company", "Loomwell");
    window.click("Mina Schäfer has changed jobs to Loomwell");
    let places = &window.contact("Mina Schäfer").affiliations;
    assert_eq!((places.len(), places[0].from, places[1].until.is_some()), (2, Some(today()), true));
    assert_eq!(company(&window, "Mina Schäfer"), "Loomwell");
}

#[test]
fn a_company_is_completed_from_those_in_the_book() {
    let mut window = window("Details");
    focus(&mut window, "Company");
    window.command(Key::A);
    window.type_on("weber op");
    assert!(!window.shows("Weber Optik"));
    let jonas = window.contact("Jonas Weber").id;
    window
        .state_mut()
        .session_mut()
        .commit(Edit::SetEmployment {
            contact: jonas,
            employment: Employment { organization: "Weber Optik".to_owned(), ..Employment::default() },
        })
        .expect("a job");
    window.settle();
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(window.value_of("Company"), "Weber Optik");
    assert!(window.says("Only corrected"), "that is a question too");
    assert!(!window.says("is called"), "the name is taken by another company");
    window.click("Keep the name as it was");
    assert_eq!(window.value_of("Company"), "Acme");
}

#[test]
fn former_places_are_added_dated_ended_and_reopened() {
    let mut window = window("Details");
    window.click("Add");
    window.type_on("Old Mill");
    window.press(Key::Enter);
    assert_eq!(focused(&window), "Job title", "Enter leads on to the place that was just added");
    assert_eq!(company(&window, "Mina Schäfer"), "Acme", "the first one is the main one");
    focus_last(&mut window, "From");
    window.type_on("2015");
    focus_last(&mut window, "Until");
    window.type_on("2014");
    assert!(window.says("before the first"), "{:?}", window.labels());
    window.command(Key::A);
    window.type_on("April 2019");
    let former = window.contact("Mina Schäfer").affiliations.iter().find(|place| place.until.is_some());
    let former = former.expect("it ended").clone();
    assert_eq!((former.from, former.until), (Some(day(2015, 1, 1)), Some(day(2019, 4, 30))));
    assert_eq!(company(&window, "Mina Schäfer"), "Acme", "what lasts stands first");

    show(&mut window, "Jonas Weber", "Details");
    show(&mut window, "Mina Schäfer", "Details");
    assert!(window.shows("Old Mill, 2015 – Apr 2019"), "{:?}", window.labels());
}

#[test]
fn a_refused_value_waits_for_its_person() {
    let mut window = window("Details");
    window.click("Add e-mail");
    window.type_on("mina@");
    show(&mut window, "Jonas Weber", "Details");
    assert!(window.says("Something typed for Mina Schäfer is not saved yet"), "{:?}", window.labels());
    assert!(window.contact("Mina Schäfer").emails.is_empty());
    let asked = window.close();
    assert!(asked.contains(&egui::ViewportCommand::CancelClose), "closing asks first");
    window.ask(Command::KeepTyping);
    window.click("Show");
    assert_eq!(window.value_of("E-mail, Work"), "mina@");
    focus(&mut window, "E-mail, Work");
    window.press(Key::End);
    window.type_on("example.com");
    assert_eq!(window.contact("Mina Schäfer").emails, [Labelled::new("work", "mina@example.com")]);
    assert!(!window.says("not saved yet"));

    window.type_on("@@");
    window.click("One value is not saved yet: it is marked below.");
    window.click("Discard");
    assert_eq!(window.value_of("E-mail, Work"), "mina@example.com");
}

#[test]
fn enter_and_tab_lead_from_field_to_field_downwards() {
    let mut window = window("Details");
    focus(&mut window, "Given name");
    window.press(Key::Enter);
    assert_eq!(focused(&window), "Family name");
    window.press(Key::Enter);
    let next = focused(&window);
    assert!(next.contains("reading") || next.contains("Reading"), "{next}");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.settle();
    assert_eq!(focused(&window), "Family name");

    window.click("Add e-mail");
    window.type_on("mina@");
    window.press(Key::Enter);
    assert_eq!(focused(&window), "E-mail, Work", "a refused value keeps the keyboard");
    window.type_on("example.com");
    window.press(Key::Tab);
    assert_eq!(focused(&window), "Copy mina@example.com", "the buttons follow the field");
}

#[test]
fn lines_are_moved_and_fields_of_ones_own_are_named() {
    let mut window = window("Details");
    window.click("Add phone");
    window.type_on("+49 30 111");
    window.click("Add phone");
    window.type_on("+49 30 222");
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    window.settle();
    let numbers = |window: &Window| -> Vec<String> {
        window.contact("Mina Schäfer").phones.iter().map(|phone| phone.value.clone()).collect()
    };
    assert_eq!(numbers(&window), ["+49 30 222", "+49 30 111"]);
    window.click("Add field");
    window.type_on("Shoe size");
    window.press(Key::Enter);
    window.type_on("39");
    assert_eq!(window.contact("Mina Schäfer").custom, [Labelled::new("Shoe size", "39")]);
}

#[test]
fn kana_propose_a_reading_and_a_reading_its_latin_letters() {
    let world = World::new().contact("サトウ さくら");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 2000.0]);
    show(&mut window, "サトウ さくら", "Details");
    window.click("Use “さとう さくら”");
    let name = &window.contact("サトウ さくら").name;
    assert_eq!((name.family_reading.as_str(), name.given_reading.as_str()), ("さとう", "さくら"));
    window.click("Use “Satou Sakura”");
    assert_eq!(window.contact("サトウ さくら").name.latin, "Satou Sakura");
    assert!(window.shows("サトウ さくら 様"));
}

#[test]
fn languages_are_chosen_by_their_names_and_put_in_order() {
    let mut window = window("Person");
    for typed in ["germ", "日本"] {
        window.click("Add language");
        window.type_on(typed);
        window.press(Key::Enter);
    }
    assert_eq!(window.contact("Mina Schäfer").languages, ["de", "ja"]);
    window.click("Japanese");
    window.click("Write in this one");
    assert_eq!(window.contact("Mina Schäfer").languages, ["ja", "de"]);
}

#[test]
fn cards_lie_in_a_stack_that_is_leafed_through() {
    let world = World::new()
        .contact("Mina Schäfer")
        .card_from(NewCard::default())
        .card_from(NewCard::default())
        .contact("Jonas Weber");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 1200.0]);
    let mina = window.contact("Mina Schäfer").id;
    let ids: Vec<Id<Card>> = window.book().cards.keys().copied().collect();
    let old = Edit::SetCard { card: ids[0], field: CardField::ReceivedOn(Some(day(2020, 5, 1))) };
    window.state_mut().session_mut().commit(old).expect("a day");
    show(&mut window, "Mina Schäfer", "Story");
    assert!(window.shows("Card 1 of 2"), "{:?}", window.labels());
    window.key_press_modifiers(Modifiers::SHIFT, Key::F);
    window.settle();
    assert!(window.shows("Card 2 of 2") && window.says("Received 1 May 2020"), "{:?}", window.labels());

    window.click("More about this card");
    window.click("Put on top: this one is current");
    let current = |window: &Window| window.state().session().index().links.current_card(mina);
    assert_eq!(current(&window), Some(ids[0]));
    assert!(window.book().get(ids[1]).expect("the other").superseded);
    window.state_mut().session_mut().undo();
    assert_eq!(current(&window), Some(ids[1]));

    window.ask(Command::Open(Sheet::MoveCard(ids[0])));
    window.type_into("Belongs to somebody in the book", "weber");
    window.press(Key::Enter);
    window.click("Move card");
    assert_eq!(
        window.book().get(ids[0]).and_then(|card| card.contact),
        Some(window.contact("Jonas Weber").id)
    );
}

#[test]
fn a_side_of_a_card_gets_its_picture() {
    let world = World::new().contact("Mina Schäfer").card_from(NewCard::default());
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    let card = window.only_card().id;
    let (back, front) = (window.picture("back.png", 20), window.picture("front.png", 30));
    window.ask(Command::TakeInAs(vec![back], Filing::BackOf(card)));
    let before = window.only_card().front;
    assert!(window.only_card().back.is_some());
    window.ask(Command::TakeInAs(vec![front], Filing::FrontOf(card)));
    assert!(window.only_card().front.is_some() && window.only_card().front != before);
}

#[test]
fn a_dropped_photograph_becomes_a_square_portrait_and_is_taken_back() {
    let world = World::new().contact("Mina Schäfer").card_from(NewCard::default());
    let mut window = Window::playing(world, Route::Cards, [1440.0, 1000.0]);
    let mina = window.contact("Mina Schäfer").id;
    window.ask(Command::Select(Some(mina)));
    window.ask(Command::Open(Sheet::Portrait(mina)));
    let photo = window.picture("mina.png", 40);
    window.drop_files([photo]);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Portrait(mina)), "the sheet takes it");
    window.click("Use this square");
    let portrait = window.contact("Mina Schäfer").portrait.expect("a portrait");
    let record = window.book().get(portrait).expect("its record");
    assert_eq!((record.width, record.height), (110, 110), "a picture of 170 × 110 gives its middle");
    assert!(window.path().with_file_name("attachments").join(record.file_name()).exists());
    assert_eq!(window.book().cards.len(), 1, "it is no card");
    window.state_mut().session_mut().undo();
    assert_eq!(window.contact("Mina Schäfer").portrait, None);

    // Dropped beside the sheet, the question offers it.
    let other = window.picture("other.png", 50);
    window.drop_files([other]);
    window.click("Portrait of Mina Schäfer");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Portrait(mina)));
    window.click("Use this square");
    assert!(window.contact("Mina Schäfer").portrait.is_some());
    assert_eq!(window.book().cards.len(), 1);
}

#[test]
fn what_is_known_of_a_company_serves_all_its_people() {
    let mut window = window("Details");
    window.click("About the company");
    write(&mut window, "Reading", "アクメ");
    write(&mut window, "Website", "not a link");
    let acme = window.contact("Mina Schäfer").affiliations[0].organization;
    let known = |window: &Window| window.book().get(acme).expect("the company").clone();
    assert_eq!((known(&window).reading.as_str(), known(&window).website.as_str()), ("アクメ", ""));
    write(&mut window, "Website", "acme.example");
    assert_eq!(known(&window).website, "acme.example");
    write(&mut window, "Name for everybody", "Acme Group");
    assert_eq!(company(&window, "Jonas Weber"), "Acme Group");
    assert_eq!(known(&window).former_names, ["Acme"]);
    let steps = window.undo_everything();
    assert!(steps >= 4, "{steps}");
}

#[test]
fn warmth_shows_what_it_is_made_of_and_what_becomes_of_it() {
    let met = today() - chrono::Days::new(90);
    let world = World::new().contact("Mina Schäfer").encounter(EncounterKind::InPerson, met);
    let mut window = Window::playing(world, Route::Cards, [1440.0, 1200.0]);
    show(&mut window, "Mina Schäfer", "Story");
    let warmth = window.query_all_by_label_contains("Warmth, ").next().expect("the line");
    warmth.click();
    window.settle();
    assert!(window.shows("15 of 30 points left"), "30 points halve in 90 days: {:?}", window.labels());
    assert!(window.shows("22 of 100") && window.says("In 90 days without contact"));
}

#[test]
fn two_places_in_one_company_keep_their_own_days() {
    let mut world = World::new().contact("Mina Schäfer").works_at("Acme");
    let mina = world.id("Mina Schäfer");
    let place = |from, until| Tenure {
        employment: Employment { organization: "Acme".to_owned(), ..Employment::default() },
        from,
        until,
        ..Tenure::default()
    };
    let affiliations = vec![
        place(Some(day(2010, 1, 1)), Some(day(2012, 12, 31))),
        place(Some(day(2020, 1, 1)), None),
        Tenure::default(),
    ];
    world = world.edit(Edit::SetAffiliations { contact: mina, affiliations });
    let contact = world.session.book().get(mina).expect("Mina").clone();
    let days: Vec<_> = contact.affiliations.iter().map(|place| (place.from, place.until)).collect();
    assert_eq!(
        days,
        [(Some(day(2020, 1, 1)), None), (Some(day(2010, 1, 1)), Some(day(2012, 12, 31)))],
        "what lasts stands first, what is empty is left out"
    );
    assert_eq!(world.session.book().organizations.len(), 1);
    let backwards = vec![place(Some(day(2020, 1, 1)), Some(day(2019, 1, 1)))];
    let refused = world.session.commit(Edit::SetAffiliations { contact: mina, affiliations: backwards });
    assert!(refused.is_err());
}

#[test]
fn a_referral_is_changed_and_removed_in_the_story() {
    let world = World::new().contact("Aiko").passed_on_to("Jonas");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 1400.0]);
    show(&mut window, "Aiko", "Story");
    let referral = *window.book().referrals.keys().next().expect("the referral");
    let row = window.labels().into_iter().find(|label| label.starts_with("Card passed on to Jonas,"));
    let row = row.expect("the entry of the story");
    window.click(&row);
    window.click("Edit");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::EditReferral(referral, false)));
    window.type_into("Your comment", "Knows every glue");
    window.click("Led to work");
    window.type_into("What came of it, in your words", "A trial");
    window.type_into("What it was worth", "many");
    assert!(window.says("Write an amount"), "{:?}", window.labels());
    window.command(Key::A);
    window.type_on("250");
    window.click("Save");
    let changed = window.book().get(referral).expect("there").clone();
    assert_eq!((changed.comment.as_str(), changed.state), ("Knows every glue", ReferralState::Outcome));
    let outcome = changed.outcome.as_ref().expect("an outcome");
    assert_eq!((outcome.kind, outcome.note.as_str()), (OutcomeKind::LedToWork, "A trial"));
    assert_eq!(outcome.value, Some(Money { minor: 25_000, currency: "EUR".to_owned() }));
    window.click(&row);
    window.click("Remove");
    assert!(window.book().referrals.is_empty());
    window.command(Key::Z);
    assert_eq!(window.book().referrals.len(), 1);
}

#[test]
fn a_review_is_changed_and_removed_in_the_story() {
    let world = World::new().contact("Aiko").met_at("RustConf");
    let review = Review {
        contact: world.id("Aiko"),
        on: today(),
        verdict: Verdict::Deepen { next_step: "Tea".to_owned(), due_on: today() },
        reasons: vec![ReviewReason::SharedTopic, ReviewReason::TheyReplied],
        ..Review::default()
    };
    let world = world.edit(Edit::Review { review: Box::new(review) });
    let mut window = Window::playing(world, Route::Cards, [1440.0, 1400.0]);
    show(&mut window, "Aiko", "Story");
    let id = *window.book().reviews.keys().next().expect("the review");
    let row = window.labels().into_iter().find(|label| label.starts_with("Review: ")).expect("the entry");
    window.click(&row);
    window.click("Edit");
    window.click("They wrote back");
    window.type_into("Why, in your own words", "Good questions");
    window.type_into("Next step", " with cake");
    window.click("Save");
    let changed = window.book().get(id).expect("there").clone();
    assert_eq!(
        (changed.reasons.as_slice(), changed.note.as_str()),
        (&[ReviewReason::SharedTopic][..], "Good questions")
    );
    assert!(window.book().follow_ups.values().any(|it| it.about == "Tea with cake"));
    window.click(&row);
    window.click("Remove");
    assert!(window.book().reviews.is_empty());
    assert!(window.says("Remove the review of Aiko"), "{:?}", window.labels());
}

#[test]
fn the_referrals_tab_says_the_balance_and_takes_the_next_step_in_place() {
    let world = World::new().contact("Aiko").passed_on_to("Jonas");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 1400.0]);
    show(&mut window, "Aiko", "Referrals");
    assert!(window.shows("You gave more so far."), "{:?}", window.labels());
    assert!(window.says("tell them: tomorrow"), "{:?}", window.labels());
    window.click("I told them: Jonas");
    let state = |window: &Window| window.book().referrals.values().next().expect("it").state;
    assert_eq!(state(&window), ReferralState::OwnerTold);
    assert!(window.says("told on 14 Oct"));
    window.click("They met: Jonas");
    assert_eq!(state(&window), ReferralState::TheyMet);
}
