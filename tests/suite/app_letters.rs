//! Letters that leave the window: what happens where no program takes them, which address they go to, and what two who are
//! introduced learn of each other.

use cardloom::edit::{ContactField, Edit};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::letters::Occasion;
use cardloom::model::*;
use cardloom::text::Locale;
use eframe::egui::Key;

use crate::app_passon::{click_step, copy, introduction, referral, two, world};
use crate::stage::{NoPrograms, Window};
use crate::world::{World, today};

const SIZE: [f32; 2] = [1440.0, 900.0];

fn mails(world: World, name: &str, mails: &[&str]) -> World {
    let contact = world.id(name);
    let emails = mails.iter().map(|mail| Labelled::new("work", *mail)).collect();
    world.edit(Edit::SetContact { contact, field: ContactField::Emails(emails) })
}

fn set_mails(window: &mut Window, contact: Id<Contact>, mails: &[&str]) {
    let emails = mails.iter().map(|mail| Labelled::new("work", *mail)).collect();
    window.ask(Edit::SetContact { contact, field: ContactField::Emails(emails) }.into());
}

/// The sheet that passes Haruka's card on to Amara, on a machine without a mail program.
fn without_programs(world: World) -> (Window, Id<Contact>) {
    let (haruka, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let mut window = Window::playing_on(Box::new(NoPrograms), world, Route::Cards, SIZE);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    (window, haruka)
}

fn promises(window: &Window) -> usize {
    let open = window.book().follow_ups.values().filter(|it| it.is_open());
    open.filter(|it| it.kind == FollowUpKind::TellOwner).count()
}

#[test]
fn without_a_mail_program_nobody_counts_as_told() {
    let (mut window, _) = without_programs(world());
    window.command(Key::Enter);
    let passed = referral(&window);
    assert_eq!((passed.state, passed.owner_told_on), (ReferralState::PassedOn, None));
    assert_eq!(promises(&window), 1);
    let words = "No mail program took the note to Haruka, so telling them is still a promise.";
    assert!(
        window.says(words) && window.says("No mail program took the letter to Amara."),
        "{:#?}",
        window.labels()
    );
    // The newest line stands last: first Amara's letter, then Haruka's, each whole.
    let copies = window.labels().iter().filter(|it| *it == "Copy letter").count();
    assert_eq!(copies, 2);
    let to_amara = copy_nth(&mut window, 0);
    assert!(to_amara.starts_with("amara@example.com\nSomebody you should know"), "{to_amara}");
    assert!(to_amara.contains("Haruka Tanaka"), "{to_amara}");
    let to_haruka = copy_nth(&mut window, 0);
    assert!(to_haruka.starts_with("haruka.tanaka@example.jp\nI passed your card on"), "{to_haruka}");
    assert!(to_haruka.contains("I have not given away how to reach you"), "{to_haruka}");
    // Pasted elsewhere and sent, one press says so.
    assert!(window.says("The note to Haruka is on the clipboard. Is it sent?"), "{:#?}", window.labels());
    window.click("I told them");
    assert_eq!(referral(&window).owner_told_on, Some(today()));
    assert_eq!(promises(&window), 0);
}

/// Presses the n-th *Copy letter* and returns what came to the clipboard.
fn copy_nth(window: &mut Window, at: usize) -> String {
    use egui_kittest::kittest::Queryable as _;
    window.query_all_by_label("Copy letter").nth(at).expect("a button").click();
    let mut copied = None;
    for _ in 0..4 {
        window.run_steps(1);
        for command in &window.output().platform_output.commands {
            if let eframe::egui::OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    copied.expect("something was copied")
}

#[test]
fn passing_on_and_what_was_put_back_is_one_step() {
    let (mut window, _) = without_programs(world());
    let before = window.book().clone();
    window.command(Key::Enter);
    let after = window.book().clone();
    assert_eq!(referral(&window).state, ReferralState::PassedOn);
    window.command(Key::Z);
    assert_eq!(window.book(), &before, "nothing of it is left, and nobody counts as told");
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND | eframe::egui::Modifiers::SHIFT, Key::Z);
    window.settle();
    assert_eq!(window.book(), &after, "the promise comes back with it");
}

#[test]
fn what_is_told_later_is_a_promise_whether_the_letter_opens_or_not() {
    let (mut window, _) = without_programs(world());
    window.click("Tell Haruka later");
    assert_eq!((referral(&window).state, promises(&window)), (ReferralState::PassedOn, 1));
    assert!(window.says("No mail program took the letter to Amara."));
    assert!(!window.says("No mail program took the note to Haruka"));
}

#[test]
fn the_clipboard_holds_one_letter_and_the_other_is_offered() {
    // Neither has an address.
    let world = mails(mails(world(), "Haruka Tanaka", &[]), "Amara Adeyemi", &[]);
    let (mut window, _) = without_programs(world);
    window.command(Key::Enter);
    assert!(window.says("The note to Amara is on the clipboard."), "{:#?}", window.labels());
    assert!(window.says("No mail program took the note to Haruka"));
    assert_eq!(referral(&window).owner_told_on, None);
    assert!(copy_nth(&mut window, 0).starts_with("I passed your card on"));
}

#[test]
fn a_line_about_a_letter_stays_and_hides_no_button_of_the_next_sheet() {
    let (mut window, haruka) = without_programs(world());
    window.command(Key::Enter);
    window.ask(Command::Open(Sheet::PassOn(haruka)));
    use egui_kittest::kittest::Queryable as _;
    let line = window.query_all_by_label_contains("No mail program took the note").next().expect("the line");
    let line = line.rect();
    for button in ["Copy as text", "Only consider it"] {
        assert!(!line.intersects(window.control(button).rect()), "{button}");
    }
    for _ in 0..64 {
        // Ten steps of a tenth of a second.
        window.run_steps(10);
    }
    assert!(window.says("No mail program took the note"), "the letter is in it: {:#?}", window.labels());
}

#[test]
fn a_letter_of_an_introduction_that_nothing_opened_is_not_logged() {
    let mut world = World::new().contact("Aiko");
    let (aiko, jonas) = (world.id("Aiko"), world.find_or_add("Jonas"));
    let world = mails(world, "Jonas", &["jonas@example.com"]);
    let mut window = Window::playing_on(Box::new(NoPrograms), world, Route::Cards, SIZE);
    window.ask(Command::Open(Sheet::PlanIntroduction([jonas, aiko])));
    window.click("Plan it");
    window.click("Open mail");
    assert!(window.says("No mail program took the letter. Copy it"), "{:#?}", window.labels());
    let copied = copy(&mut window, "Copy letter");
    assert!(copied.starts_with("jonas@example.com\n"), "{copied}");
    window.click("Mark as asked");
    assert!(window.book().encounters.is_empty(), "no letter was written as far as anybody knows");
    assert!(window.book().follow_ups.values().any(|it| it.was_asked()));
}

#[test]
fn thanks_and_apologies_that_nothing_opened_are_not_said_to_be_opened() {
    let world = mails(World::new().contact("Mina"), "Mina", &["mina@example.com"]);
    let mina = world.id("Mina");
    let event = Event {
        id: Id::new(7),
        title: "Hardware Evening".to_owned(),
        starts_on: Some(today()),
        organizer: Some(Organizer::Contact(mina)),
        ..Event::default()
    };
    let world = world.edit(Edit::AddEvent { event: Box::new(event) });
    let mut window = Window::playing_on(Box::new(NoPrograms), world, Route::Cards, SIZE);
    window.ask(Command::Open(Sheet::EventLetter {
        event: Id::new(7),
        occasion: Occasion::Apology,
        part: None,
    }));
    window.click("Open mail");
    assert!(window.says("No mail program took the letter. Copy it"), "{:#?}", window.labels());
    assert!(!window.says("took the letter to"), "it is said in the sheet, and nowhere else");
    assert!(copy(&mut window, "Copy letter").starts_with("mina@example.com\n"));
}

#[test]
fn a_letter_goes_to_an_address_that_is_one() {
    let (mut window, aiko, jonas) = two();
    set_mails(&mut window, aiko, &["tel 030 1234567", "info@example.com", "aiko@example.com"]);
    set_mails(&mut window, jonas, &["info@example.com"]);
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    assert!(window.says("To aiko@example.com only"), "{:#?}", window.labels());
    assert!(!window.says("Several people read this address"));
    click_step(&mut window, "Ask Jonas,");
    assert!(window.says("To info@example.com only") && window.says("Several people read this address"));
    set_mails(&mut window, jonas, &["ask at the desk"]);
    assert!(window.says("This is not one e-mail address."), "{:#?}", window.labels());
    window.ask(Command::CloseSheet);
    let haruka = window.contact("Aiko").id;
    set_mails(&mut window, haruka, &["sales@example.com"]);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, jonas, None)));
    assert!(window.says("To sales@example.com only") && window.says("Several people read this address"));
}

/// Both agreed to be introduced; the sheet stands at introducing them.
fn agreed() -> (Window, Id<Contact>, Id<Contact>) {
    let (mut window, aiko, jonas) = two();
    set_mails(&mut window, aiko, &["aiko@example.com"]);
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    window.click("Aiko agrees");
    window.click("Jonas agrees");
    (window, aiko, jonas)
}

#[test]
fn two_who_are_introduced_learn_each_others_address_when_both_say_so() {
    let (mut window, aiko, jonas) = agreed();
    assert!(window.says("May they have each other’s e-mail?"), "{:#?}", window.labels());
    assert!(window.says("Neither letter tells the other’s address"));
    assert!(!window.value_of("Letter").contains('@'));
    let jonas_agrees = "Jonas agreed that Aiko gets jonas@example.com";
    window.click(jonas_agrees);
    let letter = window.value_of("Letter");
    assert!(letter.contains("You reach Jonas at jonas@example.com."), "{letter}");
    let consents = introduction(&window).agreed_b;
    assert_eq!(
        consents.iter().map(|it| (it.what.as_str(), it.on)).collect::<Vec<_>>(),
        [("mail:jonas@example.com", today())]
    );
    // Aiko has not agreed: his letter says nothing of hers.
    window.click("Jonas");
    assert!(!window.value_of("Letter").contains('@'), "{}", window.value_of("Letter"));
    window.click("Aiko agreed that Jonas gets aiko@example.com");
    assert!(window.value_of("Letter").contains("You reach Aiko at aiko@example.com."));
    // Passing her card on to him knows it too, and nobody else learns it.
    window.ask(Command::CloseSheet);
    window.ask(Command::Open(Sheet::PassOnTo(aiko, jonas, None)));
    assert!(window.says("aiko@example.com · agreed on 14 Oct"), "{:#?}", window.labels());
    window.click("Withhold aiko@example.com again");
    assert!(introduction(&window).agreed_a.is_empty());
    window.command(Key::Z);
    assert_eq!(introduction(&window).agreed_a.len(), 1);
}

#[test]
fn a_yes_to_the_address_is_taken_back_where_it_was_given() {
    let (mut window, ..) = agreed();
    let agrees = "Jonas agreed that Aiko gets jonas@example.com";
    window.click(agrees);
    window.click(&format!("{agrees} · agreed on 14 Oct"));
    assert!(introduction(&window).agreed_b.is_empty());
    assert!(!window.value_of("Letter").contains('@'));
    // What was typed stays, with the way to draft it anew.
    window.type_into("Letter", "By the way: ");
    window.click(agrees);
    assert!(window.value_of("Letter").contains("By the way: "));
    window.click("Rewrite");
    assert!(window.value_of("Letter").contains("jonas@example.com"));
}

#[test]
fn what_the_circles_show_is_in_the_letter_without_a_question() {
    let (mut window, aiko, jonas) = agreed();
    window.ask(Command::CloseSheet);
    let shared = [FieldGroup::Name, FieldGroup::BusinessContact].into();
    let circle = Circle { name: "Makers".to_owned(), shared, ..Circle::default() };
    window.ask(Edit::AddCircle { circle: Box::new(circle) }.into());
    let circle = *window.book().circles.keys().next().expect("the circle");
    window.ask(Edit::SetCircle { contacts: vec![aiko, jonas], circle, member: true }.into());
    let id = introduction(&window).id;
    window.ask(Command::Open(Sheet::OptIn(id)));
    assert!(window.says("Aiko may see jonas@example.com by the circles."), "{:#?}", window.labels());
    assert!(window.value_of("Letter").contains("jonas@example.com"));
}

#[test]
fn what_was_considered_goes_on() {
    let world = world();
    let (haruka, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let before = today() - chrono::Days::new(9);
    let considered = Referral {
        subject: haruka,
        recipient: Party::Contact(amara),
        need_text: "bearings for the tide mill".to_owned(),
        comment: "She made ours.".to_owned(),
        state: ReferralState::Considered,
        steps: vec![ReferralStep { state: ReferralState::Considered, on: before }],
        ..Referral::default()
    };
    let world = world.edit(Edit::PassOn { referral: Box::new(considered), paper: false });
    let mut window = Window::playing(world, Route::Cards, SIZE);
    let id = referral(&window).id;
    window.ask(Command::Open(Sheet::PassOn(haruka)));
    assert!(window.says("What Amara gets"), "who was considered is chosen: {:#?}", window.labels());
    assert_eq!(window.value_of("Your comment"), "She made ours.");
    assert_eq!(window.value_of("What Amara looks for"), "bearings for the tide mill");
    window.command(Key::Enter);
    assert_eq!(window.book().referrals.len(), 1);
    let passed = referral(&window);
    assert_eq!((passed.id, passed.comment.as_str()), (id, "She made ours."));
    assert_eq!(
        passed.steps.iter().map(|it| (it.state, it.on)).collect::<Vec<_>>(),
        [
            (ReferralState::Considered, before),
            (ReferralState::PassedOn, today()),
            (ReferralState::OwnerTold, today()),
        ]
    );
    window.command(Key::Z);
    assert_eq!(referral(&window).state, ReferralState::Considered, "one step");
    // Another one is another matter, and does not get the words for her.
    window.ask(Command::Open(Sheet::PassOn(haruka)));
    window.type_into("Someone else …", "jonas");
    window.press(Key::Enter);
    assert_eq!(window.value_of("Your comment"), "");
    window.command(Key::Enter);
    assert_eq!(window.book().referrals.len(), 2);
}

/// A large book has no matching at first: a worker makes it as soon as somebody asks.
#[test]
fn who_needs_the_card_is_found_when_the_sheet_is_the_first_thing_in_a_large_book() {
    let person = |at: usize| cardloom::edit::PersonIn {
        name: PersonName::new(format!("Given{at}"), format!("Family{at}")),
        ..cardloom::edit::PersonIn::default()
    };
    let people = (0..1_200).map(person).collect();
    let network = Box::new(cardloom::edit::NetworkIn { people, ties: Vec::new() });
    let world = world().edit(Edit::TakeInNetwork { network });
    let haruka = world.id("Haruka Tanaka");
    let mut window = Window::playing(world, Route::Cards, SIZE);
    assert!(window.book().contacts.len() > 1_200);
    assert!(!window.state().session().index().is_matching_ready(), "nobody has asked yet");
    window.ask(Command::Open(Sheet::PassOn(haruka)));
    assert!(window.says("What Amara gets"), "{:#?}", window.labels());
    assert!(!window.says("Looking for whom it helps"));
}

#[test]
fn what_was_considered_for_another_need_stays() {
    let world = world();
    let (haruka, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let considered = Referral {
        subject: haruka,
        recipient: Party::Contact(amara),
        need_text: "an interpreter".to_owned(),
        comment: "Speaks four languages.".to_owned(),
        state: ReferralState::Considered,
        ..Referral::default()
    };
    let world = world.edit(Edit::PassOn { referral: Box::new(considered.clone()), paper: false });
    let other =
        Referral { need_text: "glass".to_owned(), state: ReferralState::PassedOn, ..considered.clone() };
    let world = world.edit(Edit::PassOn { referral: Box::new(other), paper: false });
    let states = |book: &Book| book.referrals.values().map(|it| it.state).collect::<Vec<_>>();
    assert_eq!(states(world.session.book()), [ReferralState::Considered, ReferralState::PassedOn]);
    let same =
        Referral { need_text: " An Interpreter".to_owned(), state: ReferralState::PassedOn, ..considered };
    let world = world.edit(Edit::PassOn { referral: Box::new(same), paper: false });
    assert_eq!(states(world.session.book()), [ReferralState::PassedOn; 2]);
}

#[test]
fn a_day_on_which_nobody_can_have_agreed_is_said_to_be_none() {
    let world = world();
    let (haruka, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let mut window = Window::playing(world, Route::Cards, SIZE);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    window.click("Phone +1-555-0118, withheld. Press to ask Haruka");
    assert!(!window.says("That is no day up to today."));
    window.type_into("You asked on", " tomorrow");
    assert!(window.says("That is no day up to today."), "{:#?}", window.labels());
}

#[test]
fn one_address_that_is_noted_twice_is_one_lock() {
    let world = world();
    let (contact, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let page = "https://www.example.com";
    let links = vec![Labelled::new("work", page), Labelled::new("home", page)];
    let world = world.edit(Edit::SetContact { contact, field: ContactField::Links(links) });
    let mut window = Window::playing(world, Route::Cards, SIZE);
    window.ask(Command::Open(Sheet::PassOnTo(contact, amara, None)));
    let locks = |window: &Window| {
        let labels = window.labels();
        labels.into_iter().filter(|it| it.contains(page) && it.contains("withheld")).collect::<Vec<_>>()
    };
    let chips = locks(&window);
    assert_eq!(chips.len(), 1, "{chips:?}");
    window.click(&chips[0]);
    window.click("Haruka agreed");
    assert_eq!(locks(&window), Vec::<String>::new());
    assert_eq!(window.labels().iter().filter(|it| it.contains(page) && it.contains("agreed on")).count(), 1);
}

#[test]
fn every_lock_can_be_reached() {
    let world = world();
    let (contact, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let phones = (0..6).map(|at| Labelled::new("mobile", format!("+1-555-010{at}"))).collect();
    let world = world.edit(Edit::SetContact { contact, field: ContactField::Phones(phones) });
    let mut window = Window::playing(world, Route::Cards, SIZE);
    window.ask(Command::Open(Sheet::PassOnTo(contact, amara, None)));
    let chip = "Phone +1-555-0105, withheld. Press to ask Haruka";
    assert!(!window.shows(chip));
    window.click("Show 3 more");
    window.click(chip);
    window.click("Haruka agreed");
    assert!(window.says("+1-555-0105 · agreed on 14 Oct"), "{:#?}", window.labels());
}

#[test]
fn the_steps_follow_the_book_and_the_language() {
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    let has = |window: &Window, begin: &str| window.labels().iter().any(|it| it.starts_with(begin));
    assert!(has(&window, "Ask Aiko, today"), "{:?}", window.labels());
    let ask = |window: &Window, who| {
        let all = window.book().follow_ups.values();
        let ask = all.map(|it| &**it).find(|it| it.opt_in.is_some() && it.contacts.contains(&who));
        ask.expect("the ask").id
    };
    // What happens elsewhere is seen, although nothing is looked for anew in each frame.
    let to = today() + chrono::Days::new(1);
    let follow_ups = vec![DueSource::Stored(ask(&window, aiko))];
    window.ask(Edit::MoveFollowUps { follow_ups, to }.into());
    assert!(has(&window, "Ask Aiko, tomorrow"), "{:?}", window.labels());
    let agrees = Edit::AnswerAsk { follow_up: ask(&window, jonas), agrees: true, reason: String::new() };
    window.ask(agrees.into());
    assert!(has(&window, "Ask Jonas, agreed on 14 Oct"), "{:?}", window.labels());
    window.command(Key::Z);
    assert!(!has(&window, "Ask Jonas, agreed"), "{:?}", window.labels());
    window.ask(Command::Language(Locale::De));
    assert!(has(&window, "Aiko fragen, morgen"), "{:?}", window.labels());
    window.ask(Command::Language(Locale::En));
    let id = introduction(&window).id;
    window.ask(Edit::RemoveIntroduction { introduction: id }.into());
    assert!(window.shows("Plan it"), "it is to be planned again: {:?}", window.labels());
}
