//! Today in the real window: a whole day is emptied by what stands on the controls and by keys, and each step is undone.

use cardloom::edit::{ContactField, Edit, Employment, NewCard};
use cardloom::gui::{Route, Sheet};
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

fn days(count: i64) -> NaiveDate {
    today() + chrono::TimeDelta::days(count)
}

/// Adds a follow-up with somebody.
fn due(world: World, name: &str, kind: FollowUpKind, due_on: NaiveDate) -> World {
    let world = world.contact(name);
    let contacts = [world.id(name)].into();
    let follow_up = FollowUp { kind, due_on, contacts, ..FollowUp::default() };
    world.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) })
}

fn play(world: World) -> Window {
    Window::playing(world, Route::Today, [1440.0, 900.0])
}

/// Open follow-ups as names and kinds.
fn open(window: &Window) -> Vec<(String, FollowUpKind)> {
    let records = window.book().follow_ups.values().filter(|record| record.is_open());
    let mut all: Vec<_> = records
        .map(|record| {
            (record.contacts.first().map(|id| window.contact_name(*id)).unwrap_or_default(), record.kind)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn a_day_is_emptied_and_ends_calmly() {
    let mut world = World::new();
    world = due(world, "Ada", FollowUpKind::Call, days(0));
    world = due(world, "Ben", FollowUpKind::Other, days(-2));
    world = due(world, "Cem", FollowUpKind::TellOwner, days(0));
    world = due(world, "Dana", FollowUpKind::Review, days(0));
    world = due(world, "Emi", FollowUpKind::Call, days(1));
    let mut window = play(world);
    assert!(window.says("1 thing is overdue") && window.shows("Promises 1"), "{:?}", window.labels());
    assert!(
        window.shows("Calls and meetings 1")
            && window.shows("30-day reviews 1")
            && window.shows("Other things 1")
    );
    assert!(window.says("2 days late"));
    window.click("Tell");
    window.click("Done");
    window.click("Log");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::LogEncounter { .. })));
    window.command(Key::Enter);
    window.click("Review");
    window.press(Key::Num2);
    assert!(window.shows("All done for today"), "{:?}", window.labels());
    assert!(window.says("Tomorrow: Emi"), "{:?}", window.labels());
    assert_eq!(window.book().encounters.len(), 1);
    let left: Vec<String> = open(&window).into_iter().map(|(name, _)| name).collect();
    assert_eq!(left, ["Dana", "Emi"], "the next review is planned");
    for _ in 0..4 {
        window.command(Key::Z);
    }
    assert!(window.shows("Promises 1") && window.shows("30-day reviews 1"), "{:?}", window.labels());
    assert!(window.book().encounters.is_empty() && window.book().reviews.is_empty());
}

#[test]
fn a_thank_you_is_written_opened_in_the_mail_program_and_then_said_to_be_sent() {
    let world = due(World::new(), "Priya", FollowUpKind::ThankYou, days(0));
    let contact = world.id("Priya");
    let emails = vec![Labelled { value: "priya@example.com".to_owned(), ..Labelled::default() }];
    let mut window = play(world.edit(Edit::SetContact { contact, field: ContactField::Emails(emails) }));
    assert!(window.says("Today, 14 hours left"), "{:?}", window.labels());
    window.click("Write");
    window.type_into("What you talked about", "bearings");
    window.click("Open in mail program");
    assert!(window.book().encounters.is_empty(), "opening the mail program sends nothing");
    window.click("It is sent");
    let encounter = window.book().encounters.values().next().expect("the mail").clone();
    assert_eq!((encounter.kind, encounter.direction), (EncounterKind::Email, Direction::FromMe));
    assert!(encounter.is_thank_you && encounter.contacts.contains(&contact));
    assert_eq!(encounter.topics, ["bearings"]);
    assert!(window.shows("Everybody is thanked"));
    window.press(Key::Escape);
    window.settle();
    assert!(window.shows("All done for today"), "{:?}", window.labels());
    window.click("Undo");
    assert!(window.book().encounters.is_empty());
    assert_eq!(open(&window), [("Priya".to_owned(), FollowUpKind::ThankYou)]);
}

#[test]
fn the_keyboard_goes_through_the_rows_and_does_them() {
    let mut world = World::new();
    for name in ["Ada", "Ben", "Cem"] {
        world = due(world, name, FollowUpKind::Call, days(0));
    }
    let mut window = play(world);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::D);
    let names = |window: &Window| open(window).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&window), ["Ada", "Cem"], "the second one is done");
    window.press(Key::Z);
    let cem = window.contact("Cem").id;
    let record =
        window.book().follow_ups.values().find(|record| record.contacts.contains(&cem)).expect("still there");
    assert_eq!(record.due_on, days(1), "the keyboard went on to the third one, which waits until tomorrow");
    window.press(Key::Enter);
    assert!(
        matches!(window.state().open_sheet(), Some(Sheet::LogEncounter { contacts, .. }) if contacts[0] == window.contact("Ada").id)
    );
}

#[test]
fn the_menu_of_a_row_says_why_and_drops_with_a_reason() {
    let world = due(World::new(), "Ada", FollowUpKind::Call, days(0));
    let mut window = play(world);
    window.press(Key::ArrowDown);
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    window.settle();
    assert!(window.shows("Another day …"), "{:?}", window.labels());
    window.click("Drop for another reason …");
    window.type_into("Why is it dropped?", "moved to Lisbon");
    window.press(Key::Enter);
    let record = window.book().follow_ups.values().next().expect("the record").clone();
    assert_eq!(record.state, FollowUpState::Dropped { on: today(), reason: "moved to Lisbon".to_owned() });
    window.click("Undo");
    assert!(window.book().follow_ups.values().all(|record| record.is_open()));
    window.click("More");
    window.click("Drop: not needed any more");
    assert!(open(&window).is_empty());
}

#[test]
fn five_hundred_thank_yous_fold_and_unfold_in_place() {
    let mut world = World::new();
    for number in 0..500 {
        world = due(world, &format!("Guest {number:03}"), FollowUpKind::ThankYou, days(0));
    }
    let mut window = Window::playing(world, Route::Today, [1440.0, 900.0]);
    assert!(window.shows("Thank-yous 500"));
    window.click("493 more");
    assert!(window.says("Show fewer") || window.says("Guest"), "{:?}", window.labels());
    window.press(Key::ArrowDown);
    for _ in 0..30 {
        window.key_press_modifiers(Modifiers::NONE, Key::ArrowDown);
        window.run_steps(1);
    }
    window.settle();
    window.press(Key::D);
    let done: Vec<String> = window
        .book()
        .follow_ups
        .values()
        .filter(|record| !record.is_open())
        .map(|record| window.contact_name(*record.contacts.first().expect("a guest")))
        .collect();
    assert_eq!(done, ["Guest 030"], "the keyboard goes beyond what is in sight");
}

#[test]
fn people_met_only_on_screen_stand_by_city_with_the_event_that_leads_there() {
    let mut world = World::new();
    let event = Event {
        title: "Hardware Evening".to_owned(),
        city: "Berlin".to_owned(),
        starts_on: Some(days(20)),
        status: Attendance::Planned,
        ..Event::default()
    };
    world = world.edit(Edit::AddEvent { event: Box::new(event) });
    for (name, city) in [("Ada", "Berlin"), ("Ben", "Berlin"), ("Cem", "Jena")] {
        world = world.contact(name).encounter(EncounterKind::Video, days(-40));
        let contact = world.id(name);
        let addresses = vec![Address { city: city.to_owned(), ..Address::default() }];
        world = world.edit(Edit::SetContact { contact, field: ContactField::Addresses(addresses) });
    }
    let mut window = play(world);
    assert!(window.shows("Met only on screen 3"), "{:?}", window.labels());
    assert!(window.shows("2 people in Berlin") && window.shows("1 person in Jena"));
    let first = window.query_all_by_label("Suggest meeting").next().expect("a button");
    first.click();
    window.settle();
    let Some(Sheet::FollowUp(draft)) = window.state().open_sheet().cloned() else { panic!("no sheet") };
    assert_eq!(draft.due_on, Some(days(20)), "the day of the event is proposed");
}

#[test]
fn birthdays_rhythms_and_the_badge_of_the_rail() {
    let mut world = World::new().contact("Ada").encounter(EncounterKind::Call, days(-40));
    let ada = world.id("Ada");
    let cadence = Cadence { ideal_days: 30, latest_days: 60 };
    world = world.edit(Edit::SetContact { contact: ada, field: ContactField::Cadence(Some(cadence)) });
    world = world.contact("Ben");
    let ben = world.id("Ben");
    let birthday = YearlessDate { year: Some(1986), month: 10, day: 16 };
    let human = HumanSide { birthday: Some(birthday), ..HumanSide::default() };
    world = world.edit(Edit::SetContact { contact: ben, field: ContactField::Human(human) });
    let mut window = play(world);
    assert!(window.shows("Keep in touch 1") && window.says("due for 10 days"), "{:?}", window.labels());
    assert!(window.shows("Birthdays 1") && window.says("Turns 40"), "{:?}", window.labels());
    window.click("Congratulate");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::LogEncounter { .. })));
    window.command(Key::Enter);
    assert!(!window.shows("Birthdays 1"), "{:?}", window.labels());
}

#[test]
fn names_of_ten_thousand_characters_and_nameless_things_are_shown() {
    let long = "Wolfeschlegelstein".repeat(600);
    let mut world = due(World::new(), &long, FollowUpKind::ThankYou, days(-1));
    let about = "about ".repeat(4_000);
    let follow_up = FollowUp { due_on: days(0), about, ..FollowUp::default() };
    world = world.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
    let contact = Box::new(Contact { name: PersonName::parse("Zoe"), ..Contact::default() });
    let received = NewCard { received_on: today().checked_sub_days(Days::new(1)), ..NewCard::default() };
    world =
        world.edit(Edit::AddContact { contact, employment: Employment::default(), received: Some(received) });
    let mut window = Window::playing(world, Route::Today, [1440.0, 900.0]);
    assert!(window.shows("Thank-yous 2") && window.shows("Other things 1"), "{:?}", window.labels());
    window.press(Key::ArrowDown);
    window.press(Key::D);
    assert!(window.shows("Thank-yous 1"), "{:?}", window.labels());
}

#[test]
fn the_rail_the_page_and_the_list_of_what_is_due_count_the_same() {
    let mut world = World::new();
    for (number, kind) in FollowUpKind::ALL.into_iter().enumerate() {
        world = due(world, &format!("Guest Number{number}"), kind, days(number as i64 % 3 - 1));
    }
    let listed = world.session.index().due_now(today());
    let now = listed.iter().filter(|due| due.due_on <= today() && !due.is_suggestion()).count();
    let mut window = play(world);
    assert!(window.says(&format!("0 of {now} done")), "{now}: {:?}", window.labels());
    let badge = window.get_all_by_label("Today").find_map(|node| node.accesskit_node().description());
    assert_eq!(badge, Some(now.to_string()), "the rail says the same");
    window.ask(cardloom::gui::Command::Go(Route::Calendar));
    assert!(window.says("late"), "the lane has the rest");
}

/// Haruka's card was passed on to Jonas, who reads German; both have an address, and all that it asks for is due.
fn passed_on() -> World {
    let mut world = World::new().contact("Jonas Weber").contact("田中 遥");
    let referral = Referral {
        subject: world.id("田中 遥"),
        recipient: Party::Contact(world.id("Jonas Weber")),
        state: ReferralState::PassedOn,
        asks_how: true,
        ..Referral::default()
    };
    world = world.edit(Edit::PassOn { referral: Box::new(referral), paper: false });
    for (name, tag) in [("Jonas Weber", "de"), ("田中 遥", "ja")] {
        let contact = world.id(name);
        let emails = vec![Labelled::new("work", "someone@example.com")];
        world = world
            .edit(Edit::SetContact { contact, field: ContactField::Emails(emails) })
            .edit(Edit::SetContact { contact, field: ContactField::Languages(vec![tag.to_owned()]) });
    }
    let asked: Vec<DueSource> =
        world.session.book().follow_ups.keys().map(|id| DueSource::Stored(*id)).collect();
    world.edit(Edit::MoveFollowUps { follow_ups: asked, to: today() })
}

#[test]
fn asking_how_it_went_opens_the_letter_in_their_language() {
    let mut window = play(passed_on());
    let before = window.book().clone();
    window.click("Ask");
    assert!(window.says("To someone@example.com only"), "{:?}", window.labels());
    let letter = window.value_of("Letter");
    assert!(letter.contains("Jonas Weber") && letter.contains("die Karte von 田中 遥"), "{letter}");
    assert!(!letter.contains('@'), "{letter}");
    window.click("English");
    assert!(window.value_of("Letter").contains("I passed the card of"), "{:?}", window.value_of("Letter"));
    window.type_into("Letter", "And one more thing. ");
    window.click("Sent");
    assert!(window.state().open_sheet().is_none());
    let jonas = window.contact("Jonas Weber").id;
    let mail = window.book().encounters.values().next().expect("an e-mail");
    assert_eq!((mail.kind, mail.direction), (EncounterKind::Email, Direction::FromMe));
    assert!(mail.contacts.contains(&jonas));
    let asks = |book: &Book| {
        let open = book.follow_ups.values().filter(|it| it.is_open() && it.contacts.contains(&jonas));
        open.filter(|it| it.kind == FollowUpKind::Message).count()
    };
    assert_eq!((asks(&before), asks(window.book())), (1, 0), "it is done");
    window.command(Key::Z);
    assert_eq!(asks(window.book()), 1, "one step of Undo");
    assert!(window.book().encounters.is_empty());
}

#[test]
fn telling_the_owner_opens_the_letter_and_sending_it_tells_them() {
    let mut window = play(passed_on());
    window.click("Tell");
    let letter = window.value_of("Letter");
    assert!(letter.contains("Jonas Weber") && letter.contains('様'), "in the owner's language: {letter}");
    window.click("Another day");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::PutOff(_))), "{:?}", window.labels());
    window.press(Key::Escape);
    window.click("Tell");
    window.command(Key::Enter);
    let referral = window.book().referrals.values().next().expect("the referral");
    assert_eq!(referral.state, ReferralState::OwnerTold);
    window.command(Key::Z);
    assert_eq!(window.book().referrals.values().next().expect("it").state, ReferralState::PassedOn);
}

#[test]
fn the_time_of_a_call_stands_behind_the_line_and_not_in_the_name() {
    let world = World::new().contact("滝沢 文子");
    let contact = world.id("滝沢 文子");
    let follow_up = FollowUp {
        kind: FollowUpKind::Call,
        due_on: today(),
        due_at: chrono::NaiveTime::from_hms_opt(14, 0, 0),
        contacts: [contact].into(),
        ..FollowUp::default()
    };
    let mut window = play(world.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) }));
    assert!(window.shows("Before you call 滝沢 文子, 14:00"), "{:?}", window.labels());
    for (tag, line) in
        [("ja", "滝沢 文子さんに電話する前に（14:00）"), ("de", "Vor dem Anruf bei 滝沢 文子, 14:00")]
    {
        let settings =
            cardloom::gui::settings::Settings { language: tag.to_owned(), ..crate::stage::settings() };
        window.ask(cardloom::gui::Command::Settings(settings));
        assert!(window.shows(line), "{tag}: {:?}", window.labels());
    }
}

#[test]
fn what_a_search_leaves_over_is_not_called_the_whole_day() {
    let mut window = play(due(World::new(), "Aiko", FollowUpKind::Call, days(-1)));
    assert!(window.says("1 thing is overdue"), "{:?}", window.labels());
    window.type_into("Search", "zzz");
    assert!(window.says("Only what concerns “zzz” is shown."), "{:?}", window.labels());
    assert!(!window.says("Nothing is due today."));
}
