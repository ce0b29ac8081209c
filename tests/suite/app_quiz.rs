//! Names and faces, and the human side before a call, in the real window.

use cardloom::edit::{ContactField, Edit, Filing};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::index::{Quiz, QuizOf};
use cardloom::model::*;
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::{World, image, today};

/// Four people of an evening yesterday, each with a card, and one without a picture.
fn evening() -> (World, Id<Event>) {
    let event = Event {
        title: "Harbour Night".to_owned(),
        starts_on: today().pred_opt(),
        status: Attendance::Attended,
        ..Event::default()
    };
    let mut world = World::new().edit(Edit::AddEvent { event: Box::new(event) });
    let event = *world.session.book().events.keys().next().expect("the event");
    for (number, name) in
        ["Aiko Mori", "Ben Okafor", "Cleo Lind", "Dora Weber", "Emil Roth"].into_iter().enumerate()
    {
        let contact = world.find_or_add(name);
        let status = Some(Attendance::Attended);
        world = world.edit(Edit::SetParticipant { event, contact, status });
        if number < 4 {
            world = world.edit(Edit::AddCards {
                attachments: vec![image(number as u8)],
                filing: Filing::NewCardOf(contact),
                event: Some(event),
                exchange: Exchange::default(),
            });
        }
    }
    (world, event)
}

#[test]
fn names_are_chosen_by_key_graded_by_key_and_can_be_taken_back() {
    let (world, event) = evening();
    let aiko = world.id("Aiko Mori");
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    assert!(window.shows("Who is this?") && window.shows("4 to go"), "{:?}", window.labels());
    window.click("Aiko Mori");
    assert!(window.shows("Right") && window.shows("in 3 days"), "{:?}", window.labels());
    // Good.
    window.press(Key::Num3);
    let recall = **window.book().get(aiko.cast::<Recall>()).expect("an answer");
    assert_eq!((recall.last, recall.days(), recall.answers), (Grade::Good, 3, 1));
    assert!(window.shows("3 to go"), "{:?}", window.labels());
    // Not known: it comes again at the end of the run.
    window.press(Key::Space);
    window.press(Key::Num1);
    assert!(window.shows("3 to go"), "{:?}", window.labels());
    for _ in 0..3 {
        window.press(Key::Space);
        window.press(Key::Num4);
    }
    assert!(window.says("4 names recalled"), "{:?}", window.labels());
    assert!(window.says("One person has no picture"), "{:?}", window.labels());
    assert_eq!(window.book().recalls.len(), 4);
    window.press(Key::Escape);
    for _ in 0..5 {
        window.command(Key::Z);
    }
    assert_eq!(window.book().recalls.len(), 0);
}

#[test]
fn a_typed_name_may_have_a_slip() {
    let (world, event) = evening();
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    window.click("Type the name");
    window.type_on("aiko mory");
    window.press(Key::Enter);
    assert!(window.says("Nearly"), "{:?}", window.labels());
    window.press(Key::Num2);
    assert!(window.shows("3 to go"), "{:?}", window.labels());
}

#[test]
fn today_offers_the_names_and_the_human_side_comes_before_a_call() {
    let (world, _) = evening();
    let aiko = world.id("Aiko Mori");
    let human = HumanSide { people: "Two sons who row".to_owned(), ..HumanSide::default() };
    let world = world
        .edit(Edit::SetContact { contact: aiko, field: ContactField::Human(human) })
        .edit(Edit::SetContact {
            contact: aiko,
            field: ContactField::Phones(vec![Labelled::new("", "+1 555 0100")]),
        })
        .edit(Edit::AddFollowUp {
            follow_up: Box::new(FollowUp {
                kind: FollowUpKind::Call,
                due_on: today(),
                contacts: [aiko].into(),
                ..FollowUp::default()
            }),
        });
    let mut window = Window::playing(world, Route::Today, [1440.0, 900.0]);
    assert!(window.shows("4 names to recall"), "{:?}", window.labels());
    window.click("Before you call Aiko Mori");
    assert!(window.says("Two sons who row"), "{:?}", window.labels());
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Human(aiko, Some("tel:+15550100".to_owned()))));
    window.press(Key::Escape);
    // Pressing Call shows it for a moment; switched off, it does not.
    window.ask(Command::Select(Some(aiko)));
    window.click("Call");
    assert!(window.says("Two sons who row"), "{:?}", window.labels());
    window.click("Show the human side before calls and letters");
    window.press(Key::Escape);
    window.click("Call");
    assert!(!window.says("Two sons who row"), "{:?}", window.labels());
}

#[test]
fn a_face_is_started_anew_in_the_quiz_and_from_the_persons_menu() {
    let (world, event) = evening();
    let aiko = world.id("Aiko Mori");
    let mut world = world;
    for _ in 0..3 {
        world = world.edit(Edit::AnswerQuiz { contact: aiko, grade: Grade::Again });
    }
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    let recall = |window: &Window| window.book().get(aiko.cast::<Recall>()).map(|it| (it.answers, it.lapses));
    let before = recall(&window).expect("three answers");
    assert_eq!(before.0, 3);
    // The menu of the person is the first one of the page.
    let open_menu = |window: &mut Window| {
        window.query_all_by_label("More").next().expect("the menu of the person").click();
        window.settle();
    };
    window.ask(Command::Go(Route::Cards));
    window.ask(Command::Select(Some(aiko)));
    open_menu(&mut window);
    window.click("Start the name quiz anew");
    assert_eq!(recall(&window), None);
    open_menu(&mut window);
    assert!(!window.shows("Start the name quiz anew"), "there is nothing to forget");
    window.press(Key::Escape);
    window.command(Key::Z);
    assert_eq!(recall(&window), Some(before), "Undo remembers all of it");

    // In the quiz, on the day on which she is due again.
    let due = window.book().get(aiko.cast::<Recall>()).expect("a recall").due_on;
    assert!(due > today(), "{due}");
    window.ask(Edit::AnswerQuiz { contact: aiko, grade: Grade::Again }.into());
    let quiz = Quiz::of(window.book(), window.state().session().index(), QuizOf::Event(event), due);
    assert!(quiz.asked.iter().any(|asked| asked.contact == aiko && !asked.is_new), "{quiz:?}");
}

#[test]
fn a_face_that_was_asked_for_is_started_anew_where_it_is_shown() {
    let (world, event) = evening();
    let aiko = world.id("Aiko Mori");
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    window.click("Aiko Mori");
    assert!(!window.shows("Start this face anew"), "a new face is new");
    // Not known: she comes again at the end of the run.
    window.press(Key::Num1);
    for _ in 0..3 {
        window.press(Key::Space);
        window.press(Key::Num4);
    }
    window.press(Key::Space);
    assert!(window.shows("Asked once before"), "{:?}", window.labels());
    window.click("Start this face anew");
    assert!(window.book().get(aiko.cast::<Recall>()).is_none());
    assert!(!window.shows("Start this face anew") && window.shows("in 3 days"), "{:?}", window.labels());
    window.press(Key::Num3);
    let recall = **window.book().get(aiko.cast::<Recall>()).expect("an answer");
    assert_eq!((recall.answers, recall.lapses), (1, 0));
    window.press(Key::Escape);
    window.command(Key::Z);
    window.command(Key::Z);
    let recall = **window.book().get(aiko.cast::<Recall>()).expect("the first answer");
    assert_eq!(recall.last, Grade::Again);
}

#[test]
fn the_switch_in_the_settings_decides_whether_the_human_side_comes_first() {
    let human = HumanSide { people: "Two sons who row".to_owned(), ..HumanSide::default() };
    let mut world = World::new().contact("Aiko Mori");
    let aiko = world.id("Aiko Mori");
    for field in [
        ContactField::Human(human),
        ContactField::Phones(vec![Labelled::new("", "+1 555 0100")]),
        ContactField::Emails(vec![Labelled::new("", "aiko@example.com")]),
    ] {
        world = world.edit(Edit::SetContact { contact: aiko, field });
    }
    // Tall enough for all of the settings.
    let mut window = Window::playing(world, Route::Settings, [1440.0, 4000.0]);
    let comes = |window: &mut Window, button: &str| {
        window.ask(Command::Go(Route::Cards));
        window.ask(Command::Select(Some(aiko)));
        window.click(button);
        let open = window.state().open_sheet().cloned();
        window.ask(Command::CloseSheet);
        matches!(open, Some(Sheet::Human(id, Some(_))) if id == aiko)
    };
    for _ in 0..2 {
        assert!(comes(&mut window, "Call") && comes(&mut window, "Mail"), "it comes before both");
        window.ask(Command::Go(Route::Settings));
        window.click("Show the human side before calls and letters");
        assert!(window.state().settings().skips_human_side);
        assert!(!comes(&mut window, "Call") && !comes(&mut window, "Mail"), "switched off");
        window.ask(Command::Go(Route::Settings));
        window.click("Show the human side before calls and letters");
    }
}

#[test]
fn undo_asks_again_for_the_name_whose_answer_it_took_back() {
    let (world, event) = evening();
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    window.click("Aiko Mori");
    window.press(Key::Num3);
    assert!(window.shows("3 to go"), "{:?}", window.labels());
    window.command(Key::Z);
    assert!(window.shows("4 to go"), "{:?}", window.labels());
    window.click("Aiko Mori");
    assert!(window.shows("Right"), "she is asked for again: {:?}", window.labels());
    // Not known: she stands at the end, and Undo brings her back to the front, once.
    window.press(Key::Num1);
    assert!(window.shows("4 to go"), "{:?}", window.labels());
    window.command(Key::Z);
    assert!(window.shows("4 to go") && window.book().recalls.is_empty(), "{:?}", window.labels());
    for _ in 0..4 {
        window.press(Key::Space);
        window.press(Key::Num4);
    }
    assert!(window.says("4 names recalled"), "{:?}", window.labels());
    window.command(Key::Z);
    assert!(!window.says("4 names recalled"), "the run goes on: {:?}", window.labels());
}

#[test]
fn what_was_typed_stands_in_the_quotes() {
    let (world, event) = evening();
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    window.click("Type the name");
    window.type_on("aiko mory");
    window.press(Key::Enter);
    assert!(window.says("Nearly: you typed “aiko mory”"), "{:?}", window.labels());
}

/// Presses the pointer there and lets it go, as a hand does.
fn press_at(window: &mut Window, label: &str) {
    let at = window.control(label).rect().center();
    window.hover_at(at);
    window.run_steps(1);
    for pressed in [true, false] {
        let button = eframe::egui::PointerButton::Primary;
        let modifiers = eframe::egui::Modifiers::NONE;
        window.event(eframe::egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        window.run_steps(1);
    }
    window.settle();
}

#[test]
fn the_quiz_stands_still_and_says_itself_when_a_name_comes_again() {
    let (world, event) = evening();
    let mut window = Window::playing(world, Route::Events, [1000.0, 700.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    let names = ["Aiko Mori", "Ben Okafor", "Cleo Lind", "Dora Weber"];
    let first = names.map(|name| window.control(name).rect().top()).into_iter().fold(f32::MAX, f32::min);
    let cross = window.control("Close").rect();
    window.click("Aiko Mori");
    assert_eq!(window.control("Close").rect(), cross, "the sheet is as high as before");
    assert_eq!(window.control("Again").rect().top(), first, "the buttons stand where the names stood");
    window.press(Key::Num3);
    assert!(window.shows("Aiko Mori: Good. Next on 17 Oct"), "{:?}", window.labels());
    assert!(!window.says("Recall the name of"), "no line lies over the next question: {:?}", window.labels());
    assert_eq!(window.control("Close").rect(), cross);
    // One step back, from the sheet itself.
    window.control("Aiko Mori: Good. Next on 17 Oct");
    window.click("Undo");
    assert!(window.book().recalls.is_empty() && window.shows("4 to go"), "{:?}", window.labels());
    assert!(!window.says("Aiko Mori: Good") && !window.says("Undone"), "{:?}", window.labels());
}

#[test]
fn a_name_is_typed_checked_and_graded_with_the_keyboard_alone() {
    let (world, event) = evening();
    let aiko = world.id("Aiko Mori");
    let mut window = Window::playing(world, Route::Events, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::Quiz(QuizOf::Event(event))));
    press_at(&mut window, "Type the name");
    window.press(Key::Enter);
    window.type_on("aiko mori");
    assert_eq!(window.value_of("Name"), "aiko mori", "the field has the keyboard, and keeps it");
    window.press(Key::Enter);
    assert!(window.shows("Right") && window.book().recalls.is_empty(), "{:?}", window.labels());
    window.press(Key::Enter);
    let recall = **window.book().get(aiko.cast::<Recall>()).expect("an answer");
    assert_eq!(recall.last, Grade::Good, "the proposed one");
    window.type_on("ben");
    assert_eq!(window.value_of("Name"), "ben", "the next question has the keyboard again");
}
