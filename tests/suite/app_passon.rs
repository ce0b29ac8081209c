//! Introductions for which both are asked first, and the sheet that passes a card on, in the real window.

use cardloom::edit::{ContactField, Edit, StorageEdit};
use cardloom::gui::platform::{Choose, Platform, Reader};
use cardloom::gui::work::Work;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::jobs::Jobs;
use cardloom::model::*;
use cardloom::scan::Area;
use cardloom::scan::cover::Word;
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::{World, today};

pub fn two() -> (Window, Id<Contact>, Id<Contact>) {
    let mut world = World::new().contact("Aiko");
    let (aiko, jonas) = (world.id("Aiko"), world.find_or_add("Jonas"));
    let emails = vec![Labelled::new("work", "jonas@example.com")];
    let field = ContactField::Emails(emails);
    let world = world.edit(Edit::SetContact { contact: jonas, field });
    (Window::playing(world, Route::Cards, [1440.0, 900.0]), aiko, jonas)
}

pub fn introduction(window: &Window) -> Introduction {
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
    assert!(window.says("Neither letter tells the other’s address"), "{:?}", window.labels());
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
fn done_in_a_list_opens_the_sheet_and_is_no_yes() {
    let mut world = World::new().contact("Aiko");
    let [a, b] = ["Aiko", "Jonas"].map(|name| Party::Contact(world.find_or_add(name)));
    let ask = |days| cardloom::edit::Ask {
        due_on: today() + chrono::Days::new(days),
        about: "Introduction to Jonas".to_owned(),
    };
    let plan = cardloom::edit::OptIn {
        introduction: Introduction { a, b, ..Introduction::default() },
        asks: [0, 2].map(ask),
        introduce_on: today() + chrono::Days::new(4),
    };
    let world = world.edit(Edit::PlanIntroduction { plan: Box::new(plan) });
    let before = world.session.book().clone();
    let mut window = Window::playing(world, Route::Today, [1440.0, 900.0]);
    window.press(Key::ArrowDown);
    window.press(Key::D);
    assert!(window.shows("Mark as asked"), "{:?}", window.labels());
    assert_eq!(window.book(), &before, "nothing was said in one press");
    window.press(Key::Escape);
    // The menu offers neither Done nor a log.
    window.press(Key::ArrowDown);
    window.key_press_modifiers(eframe::egui::Modifiers::SHIFT, Key::F10);
    window.settle();
    assert!(window.shows("The four steps …") && !window.shows("Log an encounter …"), "{:?}", window.labels());
}

pub fn click_step(window: &mut Window, begin: &str) {
    let step = window.labels().into_iter().find(|it| it.starts_with(begin)).expect("the step");
    window.click(&step);
}

#[test]
fn who_was_not_asked_hears_nothing_and_who_was_is_told_the_truth() {
    let nobody = "nobody has learned anything about you";
    // Aiko says no before Jonas was asked.
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    window.click("Does not want it");
    assert!(window.value_of("Letter").contains(nobody), "{}", window.value_of("Letter"));
    assert!(window.says("Jonas was not asked and does not hear of it"), "{:?}", window.labels());
    click_step(&mut window, "Ask Jonas,");
    assert!(!window.shows("Letter") && window.says("there is nothing to write"), "{:?}", window.labels());
    assert!(!introduction(&window).is_made());
    // Jonas says no after Aiko was asked and has not answered.
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    window.click("Mark as asked");
    click_step(&mut window, "Ask Jonas,");
    window.click("Does not want it");
    assert!(!window.value_of("Letter").contains(nobody), "Aiko has read his name");
    click_step(&mut window, "Ask Aiko, asked on 14 Oct, then given up");
    let told = window.value_of("Letter");
    assert!(told.contains("Thank you for thinking about it") && !told.contains("open to it"), "{told}");
}

#[test]
fn a_plan_that_is_given_up_is_nobodys_no() {
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    window.click("Mark as asked");
    let ask = window.book().follow_ups.values().find(|it| it.was_asked()).expect("the ask").id;
    window.ask(Command::Open(Sheet::GiveUp(ask.into())));
    assert!(window.says("It does not count as a no from anybody."), "{:?}", window.labels());
    window.click("No time for it");
    window.click("Give up");
    let id = introduction(&window).id;
    assert!(window.book().follow_ups.values().all(|it| it.answer().is_none()));
    window.ask(Command::Open(Sheet::OptIn(id)));
    assert!(window.says("The plan was given up; nobody said no."), "{:?}", window.labels());
    assert!(window.value_of("Letter").contains("It does not work out at the moment"));
}

#[test]
fn set_to_nothing_by_hand_it_was_never_made() {
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.click("Plan it");
    let old = introduction(&window);
    let state = IntroductionState::CameToNothing;
    let changed = Box::new(Introduction { state, ..old.clone() });
    window.ask(Edit::ChangeIntroduction { introduction: changed }.into());
    window.ask(Command::Open(Sheet::OptIn(old.id)));
    let labels = window.labels();
    assert!(!labels.iter().any(|it| it.contains("introduced on")), "{labels:?}");
    assert!(labels.iter().any(|it| it.starts_with("Ask Aiko, not asked")), "{labels:?}");
}

#[test]
fn what_was_typed_into_a_letter_stays() {
    let (mut window, aiko, jonas) = two();
    window.ask(Command::Open(Sheet::PlanIntroduction([aiko, jonas])));
    window.type_into("Letter", "By the way: ");
    let typed = window.value_of("Letter");
    assert!(typed.contains("By the way: "));
    click_step(&mut window, "Ask Jonas,");
    assert!(!window.value_of("Letter").contains("By the way"));
    window.click("Deutsch");
    click_step(&mut window, "Ask Aiko,");
    assert_eq!(window.value_of("Letter"), typed);
    window.click("Deutsch");
    window.click("English");
    assert_eq!(window.value_of("Letter"), typed);
    // Another matter does not write over it, unless that is wanted.
    window.type_into("What it is about", "thin glass");
    assert_eq!(window.value_of("Letter"), typed);
    window.click("Rewrite");
    assert!(window.value_of("Letter").contains("thin glass"));
}

#[test]
fn an_introduction_from_a_match_is_about_what_each_may_read() {
    let (mut window, aiko, jonas) = two();
    let abouts = ["thin glass".to_owned(), "blows glass".to_owned()];
    window.ask(Command::Open(Sheet::PlanIntroductionAbout([aiko, jonas], abouts)));
    let letter = window.value_of("Letter");
    assert!(letter.contains("thin glass") && !letter.contains("blows glass"), "{letter}");
    click_step(&mut window, "Ask Jonas,");
    let letter = window.value_of("Letter");
    assert!(letter.contains("blows glass") && !letter.contains("thin glass"), "{letter}");
    window.click("Plan it");
    let planned = introduction(&window);
    assert_eq!((planned.note.as_str(), planned.note_b.as_deref()), ("thin glass", Some("blows glass")));
}

#[test]
fn what_was_typed_for_each_of_the_two_is_there_again() {
    let (mut window, aiko, jonas) = two();
    let abouts = ["thin glass".to_owned(), "blows glass".to_owned()];
    window.ask(Command::Open(Sheet::PlanIntroductionAbout([aiko, jonas], abouts)));
    window.click("Plan it");
    let id = introduction(&window).id;
    for sheet in [Sheet::OptIn(id), Sheet::PlanIntroduction([jonas, aiko])] {
        window.press(Key::Escape);
        window.ask(Command::Open(sheet));
        click_step(&mut window, "Ask Jonas,");
        let letter = window.value_of("Letter");
        assert!(letter.contains("blows glass") && !letter.contains("thin glass"), "{letter}");
        click_step(&mut window, "Ask Aiko,");
        let letter = window.value_of("Letter");
        assert!(letter.contains("thin glass") && !letter.contains("blows glass"), "{letter}");
    }
}

#[test]
fn a_letter_for_a_step_is_in_the_language_of_whoever_gets_it() {
    let (mut window, aiko, jonas) = two();
    let field = ContactField::Languages(vec!["de".to_owned()]);
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

/// Haruka can do what Amara needs; both are in a circle that may see what somebody can do, and no addresses.
pub fn world() -> World {
    let mut world = World::new();
    let shared =
        [FieldGroup::Name, FieldGroup::Organization, FieldGroup::Expertise, FieldGroup::Comment].into();
    let circle = Circle { name: "Makers".to_owned(), shared, ..Circle::default() };
    world = world.edit(Edit::AddCircle { circle: Box::new(circle) });
    world = world.contact("Haruka Tanaka").works_at("Shinonome Precision").in_circle("Makers");
    let contact = world.id("Haruka Tanaka");
    for field in [
        ContactField::Offers(vec!["salt-water bearings".to_owned()]),
        ContactField::Emails(vec![Labelled::new("work", "haruka.tanaka@example.jp")]),
        ContactField::Phones(vec![Labelled::new("mobile", "+1-555-0118")]),
        ContactField::Notes("Never tell: allergic to nuts".to_owned()),
    ] {
        world = world.edit(Edit::SetContact { contact, field });
    }
    world = world.contact("Amara Adeyemi").in_circle("Makers").needs("sealed bearings for salt water");
    let contact = world.id("Amara Adeyemi");
    let emails = vec![Labelled::new("work", "amara@example.com")];
    world = world.edit(Edit::SetContact { contact, field: ContactField::Emails(emails) });
    world.contact("Jonas Weber")
}

pub fn sheet() -> (Window, Id<Contact>, Id<Contact>) {
    sheet_on(Box::new(crate::stage::Nowhere))
}

fn sheet_on(platform: Box<dyn Platform>) -> (Window, Id<Contact>, Id<Contact>) {
    let world = world();
    let (haruka, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let mut window = Window::playing_on(platform, world, Route::Cards, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::PassOn(haruka)));
    (window, haruka, amara)
}

/// Chooses whoever is offered and begins so.
pub fn choose(window: &mut Window, name: &str) {
    let rows = window.query_all_by_role(Role::RadioButton);
    let rows: Vec<String> = rows.filter_map(|row| row.accesskit_node().label()).collect();
    let row = rows.iter().find(|label| label.starts_with(name));
    let row = row.unwrap_or_else(|| panic!("{name} is not offered: {rows:#?}")).clone();
    window.click(&row);
}

pub fn referral(window: &Window) -> Referral {
    window.book().referrals.values().next().expect("a referral").as_ref().clone()
}

#[test]
fn a_card_goes_to_whoever_needs_it_and_its_owner_is_told() {
    let (mut window, haruka, amara) = sheet();
    assert!(window.says("needs"), "the reason stands there: {:#?}", window.labels());
    choose(&mut window, "Amara Adeyemi");
    assert!(window.says("What Amara gets") && window.says("Tell Haruka"));
    assert!(
        window.value_of("Note to Haruka").contains("Amara Adeyemi"),
        "{}",
        window.value_of("Note to Haruka")
    );
    window.type_into("Your comment", "Calm and exact.");
    window.command(Key::Enter);
    assert!(window.state().open_sheet().is_none());
    let passed = referral(&window);
    assert_eq!((passed.subject, passed.recipient), (haruka, Party::Contact(amara)));
    assert_eq!((passed.state, passed.owner_told_on), (ReferralState::OwnerTold, Some(today())));
    assert!(
        passed.need.is_some() && passed.need_text.contains("bearings") && passed.comment == "Calm and exact."
    );
    let asks: Vec<_> =
        window.book().follow_ups.values().filter(|it| it.reason == Reason::Referral(passed.id)).collect();
    assert_eq!(asks.len(), 1, "asked how it went, and no promise: the owner was told");
    assert_eq!((asks[0].kind, asks[0].due_on), (FollowUpKind::Message, today() + chrono::Days::new(14)));
    window.command(Key::Z);
    assert!(window.book().referrals.is_empty(), "one step");
    assert!(window.book().follow_ups.values().all(|it| it.reason != Reason::Referral(passed.id)));
}

#[test]
fn the_paper_goes_along_when_it_is_said_in_the_same_step() {
    let world = world();
    let (haruka, amara) = (world.id("Haruka Tanaka"), world.id("Amara Adeyemi"));
    let attachment = Attachment { extension: "png".to_owned(), ..crate::world::image(9) };
    let world = world.edit(Edit::AddCards {
        attachments: vec![attachment],
        filing: cardloom::edit::Filing::NewCardOf(haruka),
        event: None,
        exchange: Exchange::default(),
    });
    let card = *world.session.book().cards.keys().next().expect("a card");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    assert!(!window.says("The paper card goes along"), "nobody knows where it is");
    window.ask(Command::CloseSheet);
    let storage = Box::new(Storage { name: "Blue box".to_owned(), ..Storage::default() });
    window.ask(Edit::Storage(StorageEdit::Add { storage, cards: [card].into() }).into());
    let lies = window.book().cards[&card].whereabouts;
    assert!(matches!(lies, Whereabouts::StoredIn(_)));
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    window.command(Key::Enter);
    assert_eq!(window.book().cards[&card].whereabouts, lies, "off until it is said");
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    window.click("The paper card goes along (it lies in Blue box)");
    window.click("Only consider it");
    assert_eq!(window.book().cards[&card].whereabouts, lies, "what is considered goes nowhere");
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    window.click("The paper card goes along (it lies in Blue box)");
    window.command(Key::Enter);
    let given = Whereabouts::PassedOnTo { contact: amara, on: today() };
    assert_eq!(window.book().cards[&card].whereabouts, given);
    // What was considered went on: one step brings both back to where they were.
    assert!(window.book().referrals.values().all(|it| it.state != ReferralState::Considered));
    window.command(Key::Z);
    assert_eq!(window.book().cards[&card].whereabouts, lies);
    let considered = window.book().referrals.values().filter(|it| it.state == ReferralState::Considered);
    assert_eq!(considered.count(), 1, "one step");
}

#[test]
fn third_people_are_marked_in_the_comment_and_stand_in_no_note() {
    let (mut window, _, _) = sheet();
    choose(&mut window, "Amara Adeyemi");
    window.type_into("Your comment", "As exact as Jonas Weber, Haruka Tanaka is.");
    assert!(window.says("Left out of your comment: Somebody else’s name"), "{:#?}", window.labels());
    let copied = copy(&mut window, "Copy as text");
    assert!(copied.contains("As exact as …, Haruka Tanaka is.") && !copied.contains("Weber"), "{copied}");
    window.type_into("What Amara looks for", " (also for Jonas Weber)");
    assert!(window.says("Left out of what they look for: Somebody else’s name"), "{:#?}", window.labels());
    window.click("Rewrite");
    let note = window.value_of("Note to Haruka");
    assert!(note.contains("(also for …)") && !note.contains("Weber"), "{note}");
}

/// A system whose reader reads what stands on the card of the tests, on every machine.
struct Reads;

impl Platform for Reads {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
    fn reader(&self) -> Reader {
        // Left, top, right, bottom on a card of 1200 by 720.
        let word = |line: u32, text: &str, [left, top, right, bottom]: [f32; 4]| Word {
            text: text.to_owned(),
            area: Area::upright([left / 1200.0, top / 720.0], [right / 1200.0, bottom / 720.0]),
            sure: 96.0,
            line,
        };
        std::sync::Arc::new(move |_, _, _| {
            vec![
                word(1, "Haruka", [60.0, 55.0, 300.0, 112.0]),
                word(1, "Tanaka", [325.0, 55.0, 570.0, 112.0]),
                word(2, "haruka.tanaka@example.jp", [600.0, 572.0, 1010.0, 610.0]),
                word(3, "+1-555-0118", [600.0, 634.0, 790.0, 664.0]),
            ]
        })
    }
}

/// The sheet with the picture of a card on which the phone number stands.
fn picture_sheet() -> (Window, Id<Contact>, Id<Contact>) {
    let (mut window, haruka, amara) = sheet_on(Box::new(Reads));
    window.ask(Command::CloseSheet);
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='720'><rect width='1200' height='720' fill='#fff'/>\
        <text x='60' y='110' font-size='72' fill='#111'>Haruka Tanaka</text>\
        <text x='600' y='600' font-size='34' fill='#111'>haruka.tanaka@example.jp</text>\
        <text x='600' y='660' font-size='34' fill='#111'>+1-555-0118</text></svg>";
    let png = cardloom::demo::artwork::CardPress::new().print_svg(svg).expect("a picture");
    let file = window.file("scan.png", &png);
    window.drop_files([file]);
    let (card, record) = window.book().cards.iter().next().expect("a card");
    let (card, front) = (*card, record.front);
    assert!(front.is_some());
    window.ask(Command::CloseSheet);
    // What nobody read stays open only where title and company may be seen too.
    let makers = window.book().circles.values().next().expect("a circle").clone();
    let mut makers = Circle::clone(&makers);
    makers.shared.insert(FieldGroup::Title);
    window.ask(Edit::ChangeCircle { circle: Box::new(makers) }.into());
    let facts = cardloom::edit::NewCard::default();
    window.ask(Edit::FileCard { card, contact: haruka, facts }.into());
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    window.click("With image");
    (window, haruka, amara)
}

/// The parts of the picture, as they are read out.
fn parts(window: &Window) -> Vec<String> {
    window.labels().into_iter().filter(|label| label.starts_with("Part ")).collect()
}

#[test]
fn what_is_withheld_lies_under_bars_again_when_a_consent_is_taken_back() {
    let (mut window, haruka, amara) = picture_sheet();
    let before = parts(&window);
    assert!(before.len() > 1 && before.iter().any(|part| part.ends_with("Covered")), "{before:?}");
    let is_open = |parts: &[String]| parts.iter().any(|it| it.contains("0118") && it.ends_with("Open"));
    assert!(!is_open(&before), "{before:?}");
    let chip = "Phone +1-555-0118, withheld. Press to ask Haruka";
    window.click(chip);
    window.click("Haruka agreed");
    let agreed = parts(&window);
    assert!(before.iter().any(|part| part.contains("0118")), "it was read: {before:?}");
    assert!(is_open(&agreed), "what was read and may be seen is open: {agreed:?}");
    window.click("Withhold +1-555-0118 again");
    assert_eq!(parts(&window), before, "as before the consent");
    // So it is when the consent was of an earlier time.
    window.click(chip);
    window.click("Haruka agreed");
    window.command(Key::Enter);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    window.click("With image");
    assert!(is_open(&parts(&window)), "{:?}", parts(&window));
    let id = *window.book().referrals.keys().next().expect("a referral");
    let revoked = Referral { agreed: Default::default(), ..referral(&window) };
    window.ask(Edit::ChangeReferral { referral: Box::new(Referral { id, ..revoked }) }.into());
    assert!(!is_open(&parts(&window)), "{:?}", parts(&window));
    // Nor is anything open for somebody else.
    let jonas = window.contact("Jonas Weber").id;
    window.ask(Command::CloseSheet);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, jonas, None)));
    window.click("With image");
    assert!(!is_open(&parts(&window)));
}

#[test]
fn no_word_of_a_comment_opens_a_part_of_a_picture() {
    let (mut window, _, _) = picture_sheet();
    let before = parts(&window);
    window.type_into("Your comment", "haruka.tanaka@example.jp +1-555-0118 example jp haruka tanaka");
    assert_eq!(parts(&window), before);
    // What was covered by hand stays so for the next one too.
    let open = before.iter().find(|part| part.ends_with("Open")).expect("the name is open").clone();
    window.click(&open);
    let closed = open.replace("Open", "Covered");
    assert!(parts(&window).contains(&closed), "{:?}", parts(&window));
    window.type_into("Someone else …", "jonas");
    window.press(Key::Enter);
    assert!(!parts(&window).contains(&open), "{:?}", parts(&window));
}

#[test]
fn comment_and_question_stay_in_sight_however_much_is_shown() {
    for size in [[1440.0, 900.0], [1000.0, 700.0]] {
        let mut world = world();
        let contact = world.id("Haruka Tanaka");
        let offers =
            (0..30).map(|at| format!("salt-water bearings of the series {}", "x".repeat(at))).collect();
        world = world.edit(Edit::SetContact { contact, field: ContactField::Offers(offers) });
        let amara = world.id("Amara Adeyemi");
        let mut window = Window::playing(world, Route::Cards, size);
        window.ask(Command::Open(Sheet::PassOnTo(contact, amara, None)));
        if size[0] < 1100.0 {
            window.click("What Amara gets");
        }
        let foot = window.control("Only consider it").rect().top();
        for name in ["Your comment", "What Amara looks for", "Ask Amara in 14 days how it went"] {
            let bottom = window.control(name).rect().bottom();
            assert!(bottom < foot, "{name} ends at {bottom}, the foot begins at {foot} in {size:?}");
        }
    }
}

#[test]
fn telling_later_is_a_promise_due_tomorrow() {
    let (mut window, haruka, _) = sheet();
    choose(&mut window, "Amara Adeyemi");
    assert!(window.says("it becomes a promise due tomorrow"), "{:#?}", window.labels());
    window.click("Ask Amara in 14 days how it went");
    window.click("Tell Haruka later");
    let passed = referral(&window);
    assert!(passed.owner_must_be_told() && !passed.asks_how);
    let promise = window.book().follow_ups.values().find(|it| it.reason == Reason::Referral(passed.id));
    let promise = promise.expect("the promise");
    assert_eq!((promise.kind, promise.due_on), (FollowUpKind::TellOwner, today() + chrono::Days::new(1)));
    assert!(promise.contacts.contains(&haruka));
    // Whoever has it is not offered as if they had not.
    window.ask(Command::Open(Sheet::PassOn(haruka)));
    assert!(window.says("Has it already"), "{:#?}", window.labels());
}

#[test]
fn what_is_withheld_stands_in_no_output() {
    let (mut window, _, _) = sheet();
    choose(&mut window, "Amara Adeyemi");
    window.type_into("Your comment", "Call +1 555 0118 or write to haruka.tanaka at example dot jp");
    assert!(window.says("Left out of your comment: "), "{:#?}", window.labels());
    let secret = |text: &str| text.contains("0118") || text.contains("example") || text.contains("nuts");
    let copied = copy(&mut window, "Copy as text");
    assert!(copied.contains("Haruka Tanaka") && !secret(&copied), "{copied}");
    window.click("vCard");
    assert!(window.says("Save vCard"));
    let shown =
        window.labels().into_iter().find(|label| label.starts_with("BEGIN:VCARD")).expect("the vCard");
    assert!(shown.contains("Haruka") && !secret(&shown), "{shown}");
}

#[test]
fn unlocking_asks_whether_the_owner_agreed_and_is_dated() {
    let (mut window, haruka, amara) = sheet();
    choose(&mut window, "Amara Adeyemi");
    let chip = "Phone +1-555-0118, withheld. Press to ask Haruka";
    window.click(chip);
    assert!(window.says("Did Haruka agree that Amara gets"), "{:#?}", window.labels());
    window.click("Haruka agreed");
    assert!(window.says("+1-555-0118 · agreed on 14 Oct"), "{:#?}", window.labels());
    let copied = copy(&mut window, "Copy as text");
    assert!(copied.contains("+1-555-0118") && !copied.contains('@'), "{copied}");
    assert!(
        window.value_of("Note to Haruka").contains("They know now how to reach you"),
        "the owner reads what was told"
    );
    window.command(Key::Enter);
    let passed = referral(&window);
    assert_eq!(passed.agreed.iter().map(|it| it.on).collect::<Vec<_>>(), [today()]);
    // It counts for this recipient alone.
    let jonas = window.contact("Jonas Weber").id;
    window.ask(Command::Open(Sheet::PassOnTo(haruka, jonas, None)));
    assert!(window.shows(chip), "{:#?}", window.labels());
    window.ask(Command::CloseSheet);
    window.ask(Command::Open(Sheet::PassOnTo(haruka, amara, None)));
    assert!(!window.shows(chip));
    assert!(window.says("Amara has it already."));
    // It is said why, and can be taken back.
    assert!(window.says("+1-555-0118 · agreed on 14 Oct"), "{:#?}", window.labels());
    window.click("Withhold +1-555-0118 again");
    assert!(window.shows(chip) && !window.says("agreed on 14 Oct"), "{:#?}", window.labels());
    assert!(referral(&window).agreed.is_empty());
    window.command(Key::Z);
    assert!(!window.shows(chip) && window.says("agreed on 14 Oct"), "Undo agrees again");
}

#[test]
fn another_recipient_takes_the_consent_back_and_typed_words_stay() {
    let (mut window, _, _) = sheet();
    choose(&mut window, "Amara Adeyemi");
    window.click("Phone +1-555-0118, withheld. Press to ask Haruka");
    window.click("Haruka agreed");
    window.type_into("Someone else …", "jonas");
    window.press(Key::Enter);
    assert!(window.says("What Jonas gets"));
    assert!(window.shows("Phone +1-555-0118, withheld. Press to ask Haruka"), "agreed for Amara only");
    window.type_into("Note to Haruka", "PS: see you on Friday. ");
    window.type_into("What Jonas looks for", "glue");
    assert!(window.value_of("Note to Haruka").contains("PS: see you"), "what was typed stays");
    window.click("Rewrite");
    let note = window.value_of("Note to Haruka");
    assert!(note.contains("glue") && !note.contains("PS:"), "{note}");
}

#[test]
fn a_typed_note_to_the_owner_is_not_sent_about_somebody_else() {
    let (mut window, _, _) = sheet();
    choose(&mut window, "Amara Adeyemi");
    window.type_into("Note to Haruka", "PS: see you on Friday. ");
    window.type_into("Someone else …", "jonas");
    window.press(Key::Enter);
    assert!(window.says("This note was written for another recipient"), "{:#?}", window.labels());
    window.command(Key::Enter);
    assert!(window.book().referrals.is_empty() && window.state().open_sheet().is_some(), "held back");
    window.click("Keep it as it is");
    assert!(!window.says("This note was written for another recipient"));
    assert!(window.value_of("Note to Haruka").contains("PS: see you"));
    // Learning how to reach the owner is another matter too.
    window.click("Phone +1-555-0118, withheld. Press to ask Haruka");
    window.click("Haruka agreed");
    assert!(window.says("This note was written for another recipient"));
    window.click("Rewrite");
    let note = window.value_of("Note to Haruka");
    assert!(
        note.contains("Jonas Weber") && note.contains("how to reach you") && !note.contains("PS:"),
        "{note}"
    );
    window.command(Key::Enter);
    assert_eq!(window.book().referrals.len(), 1);
}

#[test]
fn the_note_is_in_the_language_and_form_of_the_owner() {
    let mut world = world();
    let contact = world.id("Haruka Tanaka");
    for field in
        [ContactField::Languages(vec!["de".to_owned()]), ContactField::Formality(Some(Formality::Close))]
    {
        world = world.edit(Edit::SetContact { contact, field });
    }
    let amara = world.id("Amara Adeyemi");
    let mut window = Window::playing(world, Route::Cards, [1000.0, 700.0]);
    window.ask(Command::Open(Sheet::PassOnTo(contact, amara, None)));
    // One step at a time in a small window.
    window.click("Tell Haruka");
    let note = window.value_of("Note to Haruka");
    assert!(note.starts_with("Hallo Haruka,") && note.contains("deine Karte"), "{note}");
    window.click("Deutsch");
    window.click("日本語");
    assert!(window.value_of("Note to Haruka").contains("ご紹介"), "{}", window.value_of("Note to Haruka"));
    window.click("Only consider it");
    assert_eq!(referral(&window).state, ReferralState::Considered);
    assert_eq!(window.book().follow_ups.values().filter(|it| it.is_open()).count(), 0);
}

#[test]
fn whoever_vanishes_meanwhile_gets_nothing() {
    let (mut window, haruka, amara) = sheet();
    choose(&mut window, "Amara Adeyemi");
    window.ask(Edit::DeleteContact { contact: amara }.into());
    window.command(Key::Enter);
    assert!(window.book().referrals.is_empty(), "nobody is chosen any more");
    assert!(window.says("What they get"));
    window.ask(Edit::DeleteContact { contact: haruka }.into());
    assert!(!window.says("Pass on and tell"));
}

/// Presses a button that copies, and returns what came to the clipboard.
pub fn copy(window: &mut Window, button: &str) -> String {
    window.control(button).click();
    let mut copied = None;
    for _ in 0..8 {
        window.run_steps(1);
        for command in &window.output().platform_output.commands {
            if let eframe::egui::OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    window.settle();
    copied.expect("something was copied")
}
