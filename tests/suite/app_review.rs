//! The thirty-day review in the real window: one person after another, by keys and by what stands on the controls; and
//! what the reasons add up to.

use cardloom::edit::{Edit, Employment, NewCard};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use eframe::egui::Key;

use crate::stage::Window;
use crate::world::{World, today};

/// Thirty days ago: the review is due today.
fn received() -> NewCard {
    NewCard { received_on: today().checked_sub_days(Days::new(30)), ..NewCard::default() }
}

/// Three people who are due, in the window at Today.
fn window() -> Window {
    let mut world = World::new();
    for name in ["Ada", "Ben", "Cem"] {
        world = met(world, name);
    }
    Window::playing(world, Route::Today, [1440.0, 900.0])
}

/// Adds somebody whose card came so long ago that a review is due.
fn met(world: World, name: &str) -> World {
    let contact = Box::new(Contact { name: PersonName::parse(name), ..Contact::default() });
    let (employment, received) = (Employment::default(), Some(received()));
    world.edit(Edit::AddContact { contact, employment, received })
}

fn open(window: &mut Window, name: &str) -> Id<Contact> {
    let id = window.contact(name).id;
    window.ask(Command::Open(Sheet::Review(id)));
    id
}

fn verdicts(window: &Window) -> Vec<(String, Verdict)> {
    let mut all: Vec<_> = window
        .book()
        .reviews
        .values()
        .map(|review| (window.contact_name(review.contact), review.verdict.clone()))
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

#[test]
fn a_round_goes_by_keys_and_ends_in_a_summary() {
    let mut window = window();
    open(&mut window, "Ada");
    assert!(window.shows("1 of 3"), "{:?}", window.labels());
    window.press(Key::Num2);
    assert!(window.shows("2 of 3"));
    window.press(Key::N);
    assert!(window.shows("2 of 3"), "the skipped one has gone to the end");
    assert!(window.shows("Cem"));
    window.press(Key::Num3);
    assert!(
        window.shows("3 of 3") && window.shows("Ben"),
        "the skipped one comes again: {:?}",
        window.labels()
    );
    window.press(Key::Num1);
    assert!(window.shows("Name the next step first."));
    // The field has the keyboard already.
    window.type_on("visit the workshop");
    window.press(Key::Enter);
    assert!(window.shows("All reviewed"), "{:?}", window.labels());
    assert!(window.shows("1 deepened, 1 kept, 1 let go"));
    let due_on = today() + Days::new(7);
    let review_on = NaiveDate::from_ymd_opt(2027, 1, 14).expect("a day");
    let expected = [
        ("Ada", Verdict::Keep { review_on }),
        ("Ben", Verdict::Deepen { next_step: "visit the workshop".to_owned(), due_on }),
        ("Cem", Verdict::LetGo),
    ];
    assert_eq!(verdicts(&window), expected.map(|(name, verdict)| (name.to_owned(), verdict)));
    window.press(Key::Enter);
    assert!(window.state().open_sheet().is_none());
    window.undo_everything();
    assert!(window.book().reviews.is_empty());
}

#[test]
fn undo_in_a_round_brings_the_person_back_with_what_was_typed() {
    let mut window = window();
    open(&mut window, "Ada");
    window.type_into("Why, in your own words", "we both like bearings");
    window.click("It has");
    window.click("We share a topic");
    window.click("Keep");
    assert!(window.shows("Ben"));
    let review = window.book().reviews.values().next().expect("the review").clone();
    assert_eq!(review.note, "we both like bearings");
    assert_eq!((review.developed, &review.reasons[..]), (Some(true), &[ReviewReason::SharedTopic][..]));
    window.click("Undo");
    assert!(window.book().reviews.is_empty());
    assert!(window.shows("1 of 3"), "the person is there again");
    window.click("Keep");
    assert_eq!(
        window.book().reviews.values().next().map(|review| review.note.clone()),
        Some(review.note.clone())
    );
}

#[test]
fn a_verdict_of_the_round_is_seen_again_and_taken_back() {
    let mut window = window();
    open(&mut window, "Ada");
    window.press(Key::Num3);
    window.press(Key::Num2);
    window.press(Key::P);
    window.press(Key::P);
    assert!(
        window.shows("1 of 3") && window.shows("In the archive; still searchable"),
        "{:?}",
        window.labels()
    );
    window.click("Take back");
    assert!(window.contact("Ada").archived.is_none());
    assert_eq!(verdicts(&window).len(), 1, "the other verdict stays");
    assert!(window.shows("1 of 3"), "it is asked again");
    window.press(Key::Num2);
    assert!(window.shows("3 of 3"));
    window.press(Key::N);
    assert!(window.shows("That is it for now"));
    assert!(window.says("2 kept") && window.says("1 is left for another time"), "{:?}", window.labels());
    window.click("Go on");
    assert!(window.shows("Cem"));
}

#[test]
fn a_verdict_that_is_taken_back_leaves_the_book_as_it_was() {
    for verdict in [
        Verdict::Deepen { next_step: "tea".to_owned(), due_on: today() },
        Verdict::Keep { review_on: today() },
        Verdict::LetGo,
    ] {
        let world = met(World::new(), "Ada");
        let contact = *world.session.book().contacts.keys().next().expect("Ada");
        let due_on = today().checked_sub_days(Days::new(3)).expect("a day");
        let call =
            FollowUp { kind: FollowUpKind::Call, due_on, contacts: [contact].into(), ..FollowUp::default() };
        let world = world.edit(Edit::AddFollowUp { follow_up: Box::new(call) });
        let before = world.session.book().clone();
        let review = Review { contact, on: today(), verdict, note: "n".to_owned(), ..Review::default() };
        let world = world.edit(Edit::Review { review: Box::new(review) });
        let review = *world.session.book().reviews.keys().next().expect("the review");
        let after = world.edit(Edit::TakeBackReview { review }).session.book().clone();
        assert_eq!(after.reviews, before.reviews);
        assert_eq!(after.follow_ups, before.follow_ups);
        assert_eq!(after.get(contact).expect("the person").archived, None);
    }
}

#[test]
fn escape_keeps_what_was_typed() {
    let mut window = window();
    let ada = open(&mut window, "Ada");
    window.type_into("Why, in your own words", "half a thought");
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.state().open_sheet().is_none(), "nothing is asked");
    window.ask(Command::Open(Sheet::Review(ada)));
    window.click("Keep");
    assert_eq!(
        window.book().reviews.values().next().map(|review| review.note.as_str()),
        Some("half a thought")
    );
}

#[test]
fn days_and_next_steps_are_changed_in_the_verdicts() {
    let mut window = window();
    open(&mut window, "Ada");
    window.click("1 year");
    window.press(Key::Enter);
    let review_on = NaiveDate::from_ymd_opt(2027, 10, 14).expect("a day");
    assert_eq!(verdicts(&window), [("Ada".to_owned(), Verdict::Keep { review_on })]);
    assert!(window.shows("2 of 3"));
    window.click("Ask how I can help");
    window.click("Deepen");
    let due_on = today() + Days::new(7);
    let verdict = Verdict::Deepen { next_step: "Ask how I can help".to_owned(), due_on };
    assert_eq!(verdicts(&window)[1], ("Ben".to_owned(), verdict));
}

#[test]
fn an_own_reason_is_offered_from_then_on() {
    let mut window = window();
    open(&mut window, "Ada");
    window.type_into("Another reason", "It rained");
    window.press(Key::Enter);
    window.click("Keep");
    let own = ReviewReason::Own("It rained".to_owned());
    assert_eq!(
        window.book().reviews.values().next().map(|review| review.reasons.clone()),
        Some(vec![own.clone()])
    );
    window.ask(Command::CloseSheet);
    open(&mut window, "Ben");
    window.click("It rained");
    window.click("Wrong moment");
    window.click("Let go");
    let reasons = window.book().reviews.values().last().map(|review| review.reasons.clone());
    assert_eq!(reasons, Some(vec![own, ReviewReason::WrongMoment]), "several are chosen");
}

#[test]
fn the_reasons_lead_to_the_people_and_back_to_the_round() {
    let mut window = window();
    open(&mut window, "Ada");
    window.click("I did not write");
    window.click("Keep");
    assert!(window.shows("2 of 3"));
    window.click("My reasons");
    assert!(window.says("1 review since"), "{:?}", window.labels());
    window.ask(Command::CloseSheet);
    assert!(window.shows("2 of 3"), "the round goes on where it was");
    window.click("My reasons");
    window.click("I did not write 1");
    window.click("Ada, 14 Oct");
    assert!(window.state().open_sheet().is_none());
    assert!(window.shows("Ada"), "the person is in the inspector: {:?}", window.labels());
}

#[test]
fn a_person_without_anything_can_be_reviewed() {
    let world = World::new().contact("Nobody");
    let mut window = Window::playing(world, Route::Today, [1000.0, 700.0]);
    open(&mut window, "Nobody");
    assert!(window.shows("Nothing is recorded since the card came."), "{:?}", window.labels());
    assert!(window.shows("No impression was written down."));
    window.press(Key::Num2);
    assert!(window.state().open_sheet().is_none(), "one person alone needs no summary");
    assert_eq!(verdicts(&window).len(), 1);
}

#[test]
fn long_texts_and_names_do_not_break_the_page() {
    let world = met(World::new(), &"Wolfeschlegelstein".repeat(600));
    let id = *world.session.book().contacts.keys().next().expect("the person");
    let mut window = Window::playing(world, Route::Today, [1000.0, 700.0]);
    window.ask(Command::Open(Sheet::Review(id)));
    let long = "why ".repeat(5_000);
    window.type_into("Why, in your own words", &long);
    window.type_into("Another reason", &"because ".repeat(2_000));
    window.press(Key::Enter);
    window.type_into("Next step", &"step ".repeat(2_000));
    window.press(Key::Enter);
    let review = window.book().reviews.values().next().expect("the review").clone();
    assert_eq!(review.note, long.trim());
    assert_eq!(review.reasons.len(), 1);
    window.ask(Command::Open(Sheet::Reasons));
    assert!(window.says("1 review since"));
}
