//! The rules of follow-ups as one meets them in the window: another day, giving up, repeating, switches and days in the
//! settings, the rhythm of a circle, and promises that close themselves.

use cardloom::edit::{ContactField, Edit, Employment, NewCard};
use cardloom::gui::settings::{CalendarLayout, MotionChoice, Settings};
use cardloom::gui::{Command, FollowUpDraft, Route, Sheet};
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use crate::app_calendar::{Window, october};
use crate::world::today;

const WIDE: [f32; 2] = [1440.0, 900.0];

fn window(calendar: CalendarLayout) -> Window {
    let settings =
        Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, calendar, ..Settings::fresh() };
    Window::with(settings, None, WIDE)
}

fn open(window: &Window) -> Vec<(FollowUpKind, NaiveDate)> {
    let records = window.book().follow_ups.values().filter(|record| record.is_open());
    let mut open: Vec<_> = records.map(|record| (record.kind, record.due_on)).collect();
    open.sort();
    open
}

fn ask(window: &mut Window, sheet: Sheet) {
    window.harness.state_mut().ask(Command::Open(sheet));
    window.settle();
}

/// Opens the menu of the thing with a name.
fn menu(window: &mut Window, label: &str) {
    let thing = window.harness.get_all_by_label(label).next().expect("the thing");
    thing.click_secondary();
    window.settle();
}

/// Presses the button of a name that a heading has too.
fn press(window: &mut Window, label: &str) {
    let found = window.harness.get_all_by_role_and_label(Role::Button, label).next();
    found.expect("the button").click();
    window.settle();
}

/// Turns a switch that may be below the end of the page.
fn switch(window: &mut Window, label: &str) {
    window.harness.get_by_role_and_label(Role::Switch, label).click_accesskit();
    window.settle();
}

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_reminder_is_put_off_to_a_day_in_words_or_given_up_with_a_reason() {
    for layout in CalendarLayout::ALL {
        let mut window = window(layout);
        let felix = window.contact("Felix Sommer");
        let call = window.follow_up(FollowUpKind::Call, felix, october(15));
        window.go(Route::Calendar);
        let name = if layout == CalendarLayout::List { "Call Felix Sommer" } else { "Call: Felix Sommer" };
        menu(&mut window, name);
        window.click("Another day …");
        assert!(matches!(window.harness.state().open_sheet(), Some(Sheet::PutOff(_))), "{layout:?}");
        window.type_into("By when", "whenever");
        window.click("Move");
        assert_eq!(window.due_on(call), october(15), "that is no day: nothing happens");
        window.type_into("By when", "23 Oct");
        window.click("Move");
        assert_eq!(window.due_on(call), october(23));
        assert!(window.harness.state().open_sheet().is_none());
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.due_on(call), october(15));
        let name = if layout == CalendarLayout::List { "Call Felix Sommer" } else { "Call: Felix Sommer" };
        menu(&mut window, name);
        window.click("Give up …");
        window.click("No time for it");
        press(&mut window, "Give up");
        let record = window.book().get(call).expect("the reminder");
        let reason = "No time for it".to_owned();
        assert_eq!(record.state, FollowUpState::Dropped { on: today(), reason });
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(open(&window), [(FollowUpKind::Call, october(15))]);
    }
}

#[test]
fn a_repeating_reminder_comes_again_when_it_is_done() {
    let mut window = window(CalendarLayout::Month);
    let felix = window.contact("Felix Sommer");
    let call = window.follow_up(FollowUpKind::Call, felix, october(14));
    let draft = FollowUpDraft {
        source: Some(call.into()),
        kind: FollowUpKind::Call,
        contacts: vec![felix],
        due_on: Some(october(14)),
    };
    ask(&mut window, Sheet::FollowUp(draft.clone()));
    window.click("Weekly");
    window.type_into("Every how many weeks", "0");
    assert!(says(&window, "A whole number from 1 to 999"));
    window.click("Save");
    assert_eq!(window.book().get(call).expect("the reminder").repeat, "", "what makes no sense is not saved");
    window.type_into("Every how many weeks", "2");
    window.click("After some times");
    window.type_into("How many times", "2");
    window.click("Save");
    assert!(!window.book().get(call).expect("the reminder").repeat.is_empty());
    let done = |window: &mut Window| {
        let due = window.book().follow_ups.values().find(|record| record.is_open()).expect("one is open").id;
        window.edit(Edit::CompleteFollowUp { follow_up: due.into(), encounter: None });
        window.settle();
    };
    done(&mut window);
    assert_eq!(open(&window), [(FollowUpKind::Call, october(28))]);
    done(&mut window);
    assert_eq!(open(&window), [], "it was to come twice");
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(open(&window), [(FollowUpKind::Call, october(28))]);
    // A last day before the first one is refused.
    let next = window.book().follow_ups.values().find(|record| record.is_open()).expect("one").id;
    ask(&mut window, Sheet::FollowUp(FollowUpDraft { source: Some(next.into()), ..draft }));
    window.click("On a day");
    window.type_into("Last day", "1 Oct 2026");
    window.click("Save");
    assert!(window.harness.state().open_sheet().is_some(), "the sheet waits for a day that is possible");
    window.click("Never");
    window.click("Save");
    assert_eq!(window.book().get(next).expect("the reminder").repeat, "");
}

/// A window with a card that came in today.
fn with_card() -> (Window, Id<Contact>) {
    let mut window = window(CalendarLayout::Month);
    let contact = Box::new(Contact { name: PersonName::parse("Priya Natarajan"), ..Contact::default() });
    let received = Some(NewCard { received_on: Some(today()), ..NewCard::default() });
    window.edit(Edit::AddContact { contact, employment: Employment::default(), received });
    let priya = *window.book().contacts.keys().next().expect("just added");
    (window, priya)
}

#[test]
fn a_rule_is_switched_off_and_its_days_are_changed_in_the_settings() {
    let (mut window, _) = with_card();
    let review = |days| today().checked_add_days(Days::new(days)).expect("a day");
    let both = [(FollowUpKind::ThankYou, october(15)), (FollowUpKind::Review, review(30))];
    assert_eq!(open(&window), both);
    window.go(Route::Settings);
    switch(&mut window, "Thank-you");
    assert_eq!(open(&window), [(FollowUpKind::Review, review(30))]);
    switch(&mut window, "Thank-you");
    assert_eq!(open(&window), both, "switched on again it asks for what would still be due");
    window.type_into("Days until the thanks", "0");
    window.key(Modifiers::NONE, Key::Tab);
    assert!(says(&window, "A whole number from 1 to 365, please."));
    assert_eq!(window.book().header.days(Rule::ThankYou), 1, "the former one is kept");
    window.type_into("Days until the thanks", "3");
    window.key(Modifiers::NONE, Key::Tab);
    assert_eq!(window.book().header.days(Rule::ThankYou), 3);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.book().header.days(Rule::ThankYou), 1);
}

#[test]
fn the_rhythm_of_a_circle_makes_its_people_due() {
    let mut window = window(CalendarLayout::Month);
    let felix = window.contact("Felix Sommer");
    let circle = Circle { name: "Makers".to_owned(), ..Circle::default() };
    window.edit(Edit::AddCircle { circle: Box::new(circle) });
    let makers = *window.book().circles.keys().next().expect("just added");
    window.edit(Edit::SetCircle { contacts: vec![felix], circle: makers, member: true });
    let on = NaiveDate::from_ymd_opt(2026, 8, 1).expect("a day");
    let met = Encounter { on, contacts: [felix].into(), ..Encounter::default() };
    window.edit(Edit::LogEncounter { encounter: Box::new(met) });
    window.go(Route::Today);
    assert!(!says(&window, "Felix Sommer"), "nobody of the circle is due by itself");
    ask(&mut window, Sheet::Circle(Some(makers)));
    assert!(says(&window, "Nobody of this circle is due by itself."));
    window.click("Monthly");
    window.click("Save");
    let cadence = window.book().get(makers).expect("the circle").cadence.expect("a rhythm");
    assert!(cadence.ideal_days <= cadence.latest_days);
    window.settle();
    assert!(says(&window, "Felix Sommer"), "now he is");
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(!says(&window, "Felix Sommer"));
}

#[test]
fn in_the_list_things_are_dragged_moved_by_keys_and_foreseen() {
    let mut window = window(CalendarLayout::List);
    let felix = window.contact("Felix Sommer");
    let call = window.follow_up(FollowUpKind::Call, felix, october(15));
    let priya = window.contact("Priya Natarajan");
    let human = HumanSide { birthday: YearlessDate::new(None, 10, 16), ..HumanSide::default() };
    window.edit(Edit::SetContact { contact: priya, field: ContactField::Human(human) });
    window.follow_up(FollowUpKind::Message, priya, october(19));
    window.go(Route::Calendar);
    let birthday = "Birthday of Priya Natarajan";
    window.harness.get_by_label(birthday);
    window.harness.get_by_label("Call Felix Sommer").focus();
    window.settle();
    window.key(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(
        window.due_on(call),
        october(16).checked_add_days(Days::new(6)).expect("a day"),
        "a week later"
    );
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.due_on(call), october(15));
    let (from, to) = (window.centre("Call Felix Sommer"), window.centre("Write to Priya Natarajan"));
    window.drag(from, to);
    assert_eq!(window.due_on(call), october(19));
    let (from, to) = (window.centre(birthday), window.centre("Call Felix Sommer"));
    window.drag(from, to);
    let record = window.book().follow_ups.values().find(|it| it.kind == FollowUpKind::Birthday);
    assert_eq!(record.expect("it is a record now").due_on, october(19));
}
