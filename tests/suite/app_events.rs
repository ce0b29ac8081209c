//! The pages of events and series, and the sheets about not coming, by what stands on their controls.

use cardloom::edit::Edit;
use cardloom::gui::command::{Command, Route, Sheet};
use cardloom::index::events::{AmendsBook, Settlement};
use cardloom::letters::Occasion;
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

fn day(offset: i64) -> NaiveDate {
    let days = Days::new(offset.unsigned_abs());
    if offset < 0 { today() - days } else { today() + days }
}

fn press(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(4);
}

fn button(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    window.run_steps(4);
}

fn radio(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::RadioButton, label).click();
    window.run_steps(4);
}

fn key(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run_steps(4);
}

/// An event of Mina's in so many days, and the window on its page.
fn page(in_days: i64, status: Attendance, change: impl FnOnce(&mut Event)) -> Window {
    let world = World::new().contact("Mina").contact("Jonas");
    let (mina, jonas) = (world.id("Mina"), world.id("Jonas"));
    let mut event = Event {
        id: Id::new(7),
        title: "Hardware Evening".to_owned(),
        series: "Hardware".to_owned(),
        starts_on: Some(day(in_days)),
        organizer: Some(Organizer::Contact(mina)),
        fee: Some(Money { minor: 5_000, currency: "EUR".to_owned() }),
        status,
        participants: [(jonas, Attendance::Attended)].into(),
        ..Event::default()
    };
    change(&mut event);
    let emails = vec![Labelled::new("work", "mina@example.com")];
    let world = world
        .edit(Edit::SetContact { contact: mina, field: cardloom::edit::ContactField::Emails(emails) })
        .edit(Edit::AddEvent { event: Box::new(event) });
    let mut window = Window::playing(world, Route::Events, [1440.0, 1500.0]);
    window.state_mut().ask(Command::ShowEvent(Id::new(7)));
    window.run_steps(4);
    window
}

fn event(window: &Window) -> &Event {
    window.state().session().book().get(Id::new(7)).expect("the event")
}

fn settlement(window: &Window) -> Settlement {
    AmendsBook::of(window.state().session().book()).settlement(event(window))
}

#[test]
fn a_late_cancellation_warns_and_makes_its_amends_in_one_step() {
    let mut window = page(2, Attendance::Planned, |_| {});
    assert!(window.query_by_label_contains("It is late for cancelling").is_some());
    let steps = window.state().session().history().len();
    button(&mut window, "Cancel …");
    assert!(window.query_by_label("Late notice: make it good.").is_some());
    // Explaining is not needed this time.
    window.get_by_role_and_label(Role::CheckBox, "Explain why").click();
    window.run_steps(4);
    button(&mut window, "Cancel the event");
    assert_eq!(event(&window).status, Attendance::CancelledLate);
    assert_eq!(event(&window).cancelled_on, Some(today()));
    assert_eq!(settlement(&window), Settlement::Open { done: 0, of: 4 });
    assert_eq!(window.state().session().history().len(), steps + 1);
    assert!(window.query_by_label("You cancelled on 14 Oct, 2 days before.").is_some());
    // Each part is ticked off on the page; the last one settles it.
    for part in
        ["Say at once that you cannot come", "Apologise", "Pay the fee all the same", "Make up for it"]
    {
        window.get_by_role_and_label(Role::CheckBox, part).click();
        window.run_steps(4);
    }
    assert_eq!(settlement(&window), Settlement::Settled);
    assert!(window.query_by_label("Made good").is_some());
    for _ in 0..5 {
        window.state_mut().session_mut().undo();
    }
    window.run_steps(4);
    assert_eq!(event(&window).status, Attendance::Planned);
    assert_eq!(window.state().session().book().follow_ups.len(), 0);
}

#[test]
fn in_time_nothing_is_asked_and_one_may_go_after_all() {
    let mut window = page(20, Attendance::Planned, |_| {});
    assert!(window.query_by_label("Until 30 Oct you cancel in time.").is_some());
    key(&mut window, Key::C);
    assert!(window.query_by_label_contains("In time: until").is_some());
    assert!(window.query_by_role_and_label(Role::CheckBox, "Apologise").is_none());
    button(&mut window, "Cancel the event");
    assert_eq!(event(&window).status, Attendance::CancelledEarly);
    assert_eq!(window.state().session().book().follow_ups.len(), 0);
    button(&mut window, "Going after all");
    assert_eq!((event(&window).status, event(&window).cancelled_on), (Attendance::Planned, None));
}

#[test]
fn a_status_of_the_menu_that_means_not_coming_asks_when() {
    let mut window = page(-1, Attendance::Planned, |_| {});
    press(&mut window, "Planned");
    press(&mut window, "Did not show up");
    assert!(window.query_by_label_contains("had not said so").is_some());
    button(&mut window, "Note it");
    assert_eq!(event(&window).status, Attendance::NoShow);
    assert_eq!(settlement(&window), Settlement::Open { done: 0, of: 4 });
    button(&mut window, "Not needed");
    assert_eq!(settlement(&window), Settlement::Waived);
}

#[test]
fn a_wrong_day_cancels_nothing_and_says_why() {
    let mut window = page(2, Attendance::Planned, |event| event.starts_on = None);
    button(&mut window, "Cancel …");
    assert!(window.query_by_label_contains("The event has no date").is_some());
    let field = window.get_by_role_and_label(Role::TextInput, "Said on");
    field.focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Said on").type_text("thirty-third of May ");
    window.run_steps(3);
    button(&mut window, "Cancel the event");
    assert_eq!(event(&window).status, Attendance::Planned, "the button rests");
}

#[test]
fn an_apology_goes_to_one_person_and_does_its_part() {
    let mut window = page(1, Attendance::Planned, |_| {});
    button(&mut window, "Cancel …");
    button(&mut window, "Cancel and write");
    assert!(window.query_by_label("To mina@example.com only").is_some());
    let body = window.get_by_role_and_label(Role::MultilineTextInput, "Letter").value().unwrap_or_default();
    assert!(body.contains("I have to cancel Hardware Evening on 15 Oct"), "{body}");
    window.get_by_role_and_label(Role::TextInput, "In your own words").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "In your own words").type_text("The trains stand still.");
    window.run_steps(3);
    let body = window.get_by_role_and_label(Role::MultilineTextInput, "Letter").value().unwrap_or_default();
    assert!(body.contains("The trains stand still."), "{body}");
    button(&mut window, "It is sent");
    let book = window.state().session().book();
    let mail = book.encounters.values().next().expect("the mail is logged");
    assert_eq!((mail.kind, mail.event, mail.contacts.len()), (EncounterKind::Email, Some(Id::new(7)), 1));
    assert!(
        window
            .state()
            .session()
            .index()
            .links
            .event(Id::new(7))
            .contacts
            .iter()
            .all(|id| { event(&window).participants.contains_key(id) }),
        "whoever got a letter was not met there"
    );
    // Notice and apology are one letter; explanation, fee and making up remain.
    assert_eq!(settlement(&window), Settlement::Open { done: 2, of: 5 });
}

#[test]
fn what_is_recorded_afterwards_is_an_apology_and_nothing_is_said_in_days_to_come() {
    let mut window = page(-1, Attendance::Planned, |event| event.fee = None);
    window.state_mut().ask(Command::Open(Sheet::CancelEvent { event: Id::new(7), absent: false }));
    window.run_steps(4);
    let field = |window: &mut Window, words: &str| {
        window.get_by_role_and_label(Role::TextInput, "Said on").focus();
        window.run_steps(2);
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
        window.get_by_role_and_label(Role::TextInput, "Said on").type_text(words);
        window.run_steps(3);
    };
    field(&mut window, "2026-11-20");
    assert!(window.query_by_label_contains("That day is still to come").is_some());
    button(&mut window, "Cancel the event");
    assert_eq!(event(&window).status, Attendance::Planned, "the button rests");
    field(&mut window, "2026-10-13");
    button(&mut window, "Cancel and write");
    let body = |window: &Window| {
        window.get_by_role_and_label(Role::MultilineTextInput, "Letter").value().unwrap_or_default()
    };
    assert!(
        body(&window).contains("I cancelled Hardware Evening on 13 Oct far too late"),
        "{}",
        body(&window)
    );
    // What is changed by hand stays when the words above change.
    window.get_by_role_and_label(Role::MultilineTextInput, "Letter").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::MultilineTextInput, "Letter").type_text("By hand. ");
    window.run_steps(3);
    let by_hand = body(&window);
    assert!(by_hand.contains("By hand. "), "{by_hand}");
    window.get_by_role_and_label(Role::TextInput, "In your own words").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "In your own words").type_text("The trains stand still.");
    window.run_steps(3);
    assert_eq!(body(&window), by_hand);
    button(&mut window, "Write anew");
    assert!(body(&window).contains("The trains stand still.") && !body(&window).contains("By hand."));
    button(&mut window, "It is sent");
    assert_eq!(settlement(&window), Settlement::Open { done: 1, of: 3 });
}

#[test]
fn a_letter_to_a_bad_address_is_only_copied_and_payment_is_promised_where_it_is_planned() {
    let mut window = page(1, Attendance::Planned, |_| {});
    let mina = window.state().session().book().contacts.values().find(|it| it.display_name() == "Mina");
    let (mina, emails) = (mina.expect("Mina").id, vec![Labelled::new("work", "mina at example.com")]);
    let field = cardloom::edit::ContactField::Emails(emails);
    window.state_mut().ask(Edit::SetContact { contact: mina, field }.into());
    button(&mut window, "Cancel …");
    window.get_by_role_and_label(Role::CheckBox, "Pay the fee all the same").click();
    window.run_steps(4);
    button(&mut window, "Cancel and write");
    let body = window.get_by_role_and_label(Role::MultilineTextInput, "Letter").value().unwrap_or_default();
    assert!(body.contains("I have to cancel") && !body.contains("pay"), "{body}");
    assert!(window.query_by_label("This is not one e-mail address.").is_some());
    assert!(window.get_by_role_and_label(Role::Button, "Open mail").accesskit_node().is_disabled());
}

#[test]
fn the_organiser_is_thanked_from_the_page() {
    let mut window = page(0, Attendance::Attended, |_| {});
    assert!(window.query_by_label("Not sent yet").is_some());
    assert!(window.query_by_label("Asked for in 7 days").is_some());
    button(&mut window, "Write");
    button(&mut window, "It is sent");
    assert!(window.query_by_label("Sent 14 Oct").is_some());
    for question in 0..3 {
        let no =
            window.get_all_by_role_and_label(Role::RadioButton, "No").nth(question).expect("three questions");
        no.click();
        window.run_steps(4);
    }
    let open = window.state().session().book().follow_ups.values();
    let open = open.filter(|it| it.is_open() && it.kind == FollowUpKind::Other).count();
    assert_eq!(open, 0, "three answers close the question");
}

#[test]
fn a_letter_to_nobody_can_be_copied_and_an_event_that_goes_is_told() {
    let mut window = page(0, Attendance::CancelledLate, |event| event.organizer = None);
    let occasion = Occasion::Apology;
    let letter = Sheet::EventLetter { event: Id::new(7), occasion, part: None };
    window.state_mut().ask(Command::Open(letter.clone()));
    window.run_steps(4);
    assert!(window.query_all_by_label_contains("Nobody of the organiser").next().is_some());
    assert!(window.query_all_by_label_contains("cannot be noted").next().is_some());
    button(&mut window, "It is sent");
    assert_eq!(window.state().session().book().encounters.len(), 0, "nobody got it");
    window.state_mut().ask(Command::CloseSheet);
    window.run_steps(2);
    for sheet in [letter, Sheet::CancelEvent { event: Id::new(7), absent: false }] {
        window.state_mut().session_mut().commit(Edit::RemoveEvent { event: Id::new(7) }).ok();
        window.state_mut().ask(Command::Open(sheet));
        window.run_steps(4);
        assert!(window.query_by_label_contains("not in the book any more").is_some());
        window.state_mut().ask(Command::CloseSheet);
        window.run_steps(2);
    }
}

#[test]
fn a_reply_is_noted_with_one_key_and_taken_back() {
    let mut window = page(0, Attendance::Attended, |_| {});
    let jonas = *event(&window).participants.keys().next().expect("Jonas");
    let (kind, contacts) = (EncounterKind::Email, [jonas].into());
    let thanks = Encounter { kind, contacts, on: today(), is_thank_you: true, ..Encounter::default() };
    window.state_mut().ask(Edit::LogEncounter { encounter: Box::new(thanks) }.into());
    window.state_mut().ask(Command::Select(Some(jonas)));
    window.run_steps(4);
    let reply =
        |window: &Window| window.state().session().book().encounters.values().next().expect("the mail").reply;
    key(&mut window, Key::R);
    assert_eq!(reply(&window), Reply::Once);
    assert!(window.query_by_label("Reply of Jonas: Replied").is_some());
    press(&mut window, "Reply of Jonas: Replied");
    assert_eq!(reply(&window), Reply::Continuing);
    assert!(window.query_by_label("Reply of Jonas: Sprouting").is_some());
    window.state_mut().session_mut().undo();
    window.run_steps(3);
    assert_eq!(reply(&window), Reply::Once);
}

#[test]
fn a_reply_to_nothing_asks_for_the_message_first() {
    let mut window = page(0, Attendance::Attended, |_| {});
    let jonas = *event(&window).participants.keys().next().expect("Jonas");
    window.state_mut().ask(Command::Select(Some(jonas)));
    window.run_steps(4);
    key(&mut window, Key::R);
    assert!(window.query_by_label_contains("No message to Jonas is logged yet").is_some());
    assert_eq!(window.state().session().book().encounters.len(), 0);
}

#[test]
fn a_decision_has_five_steps_and_a_reason_and_the_advice_waits_ninety_days() {
    let mut window = page(-10, Attendance::Attended, |_| {});
    assert!(window.query_by_label_contains("the advice comes on 2 Jan 2027").is_some());
    radio(&mut window, "Gladly");
    let field = |window: &Window| event(window).repeat.clone().expect("a decision");
    assert_eq!((field(&window).wish(), field(&window).on), (Wish::Gladly, today()));
    window.get_by_role_and_label(Role::TextInput, "Why?").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "Why?").type_text("Good hosts");
    window.run_steps(3);
    assert_eq!(field(&window).reason, "Good hosts");
    radio(&mut window, "Always");
    assert_eq!((field(&window).wish(), field(&window).reason.as_str()), (Wish::Always, "Good hosts"));
    radio(&mut window, "Always");
    assert_eq!(event(&window).repeat, None, "pressed again it is taken back");
}

#[test]
fn the_series_shows_its_row_its_faces_and_an_advice_that_adds_up() {
    let mut window = page(-10, Attendance::Attended, |_| {});
    let jonas = *event(&window).participants.keys().next().expect("Jonas");
    for (number, before, status) in [
        (11, 300, Attendance::Attended),
        (12, 200, Attendance::Attended),
        (13, 100, Attendance::CancelledEarly),
    ] {
        let repeat = RepeatDecision::new(Wish::Maybe, String::new(), day(-before));
        let earlier = Event {
            id: Id::new(number),
            title: format!("Hardware {number}"),
            starts_on: Some(day(-before)),
            status,
            repeat: Some(repeat),
            cancelled_on: Some(day(-before - 9)).filter(|_| status == Attendance::CancelledEarly),
            participants: [(jonas, Attendance::Attended)].into(),
            ..event(&window).clone()
        };
        window
            .state_mut()
            .session_mut()
            .commit(Edit::AddEvent { event: Box::new(earlier) })
            .expect("an event");
    }
    window.run_steps(4);
    assert!(window.query_by_label("No. 4 of “Hardware”").is_some());
    press(&mut window, "No. 4 of “Hardware”");
    for words in ["4 events", "You were at the last one", "Longest row: 2", "€150 in all", "Familiar faces"]
    {
        assert!(window.query_by_label(words).is_some(), "{words}");
    }
    assert!(window.query_by_label_contains("Jonas, 3 times, last on").is_some());
    assert!(window.query_by_label_contains("Cancelled in time, said on").is_some());
    assert!(window.query_by_label_contains("People who lasted, 0 of 1, −20").is_some());
    press(&mut window, "Jonas, 3 times, last on 4 Oct");
    assert_eq!(window.state().selection().contact, Some(jonas));
    press(&mut window, "Hardware 12, Sat 28 Mar 2026, Attended");
    assert!(window.query_by_label("Go again?").is_some());
    key(&mut window, Key::Backspace);
    assert!(window.query_by_label("Familiar faces").is_some(), "back to the series");
    key(&mut window, Key::Backspace);
    assert!(window.query_by_label("Add event").is_some(), "back to the list");
    button(&mut window, "Series");
    press(&mut window, "Hardware, 4 events");
    assert!(window.query_by_label("Familiar faces").is_some());
}

#[test]
fn somebody_who_was_never_thanked_can_be_thanked_late() {
    let mut window = page(-10, Attendance::Attended, |_| {});
    assert!(window.query_by_label("0 of 1 thanked").is_some());
    assert!(window.query_by_label("Remove Jonas from this event").is_none(), "who was met stands there once");
    assert!(window.state().session().book().follow_ups.values().all(|it| it.kind != FollowUpKind::ThankYou));
    window.get_by_role_and_label(Role::Link, "Write").click();
    window.run_steps(4);
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Thanks(_))));
    window.get_by_role_and_label(Role::TextInput, "What you talked about").focus();
    window.run_steps(2);
    window.get_by_role_and_label(Role::TextInput, "What you talked about").type_text("bearings");
    window.run_steps(4);
    button(&mut window, "Copy");
    button(&mut window, "It is sent");
    let book = window.state().session().book();
    let thanks = book.encounters.values().find(|it| it.is_thank_you).expect("the thanks");
    assert_eq!((thanks.event, thanks.on), (Some(Id::new(7)), today()));
    key(&mut window, Key::Escape);
    assert!(window.query_by_label("1 of 1 thanked").is_some());
    assert!(window.query_by_role_and_label(Role::Link, "Write").is_none());
}

#[test]
fn whoever_does_not_come_met_nobody_and_tells_nothing() {
    let mut window = page(20, Attendance::CancelledEarly, |_| {});
    for words in ["Debrief", "Prep sheet", "Add cards", "0 of 1 thanked", "Not thanked yet", "People met"] {
        assert!(window.query_by_label(words).is_none(), "{words}");
    }
    for words in ["Jonas", "Who comes", "Cannot come"] {
        assert!(window.query_all_by_label(words).next().is_some(), "{words}");
    }
    window.state_mut().ask(Command::Go(Route::Events));
    window.run_steps(4);
    assert!(window.query_by_label("Add event").is_some(), "from the page to the list");
}
