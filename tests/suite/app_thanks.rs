//! The thank-you writer in the window: an evening of eight people, each with a letter of their own in their language; what
//! holds a letter back; addresses that nobody may be tricked with.

use std::sync::{Arc, Mutex};

use cardloom::edit::{ContactField, Edit};
use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::jobs::Jobs;
use cardloom::model::*;
use cardloom::session::{Clock, FixedClock};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::{World, today};

/// A system that notes which addresses it was to open.
#[derive(Clone, Default)]
struct Links(Arc<Mutex<Vec<String>>>);

impl Platform for Links {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        self.0.lock().expect("links").push(address.to_owned());
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

impl Links {
    /// What the last one says: to whom, subject, body.
    fn last(&self) -> [String; 3] {
        let link = self.0.lock().expect("links").last().expect("a link").clone();
        assert_eq!((link.matches('?').count(), link.matches('&').count()), (1, 1), "{link}");
        let rest = link.strip_prefix("mailto:").expect("a mail");
        let (to, fields) = rest.split_once("?subject=").expect("a subject");
        let (subject, body) = fields.split_once("&body=").expect("a body");
        [to, subject, body].map(decoded)
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(&after[..2]).expect("digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("a byte"));
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The window on a story, and where its links go.
fn play(world: World) -> (Window, Links) {
    let links = Links::default();
    let settings = Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() };
    let clock = || Box::new(FixedClock::new(today())) as Box<dyn Clock>;
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::equipped(folder, settings, Box::new(links.clone()), clock);
    let mut session = world.session;
    session.set_path(window.path().to_owned());
    *window.state_mut().session_mut() = session;
    window.ask(Command::Go(Route::Today));
    (window, links)
}

/// Somebody who gave a card this evening, with an address and a language.
fn met(world: World, name: &str, address: &str, language: &str, honorific: &str) -> World {
    let world = world.contact(name).met_at("Hardware Evening Berlin");
    let contact = world.id(name);
    let emails = vec![Labelled { value: address.to_owned(), ..Labelled::default() }];
    let world = world.edit(Edit::SetContact { contact, field: ContactField::Emails(emails) });
    let languages = ContactField::Languages(vec![language.to_owned()]);
    let world = world.edit(Edit::SetContact { contact, field: languages });
    let name = PersonName { honorific: honorific.to_owned(), ..PersonName::parse(name) };
    world.edit(Edit::SetContact { contact, field: ContactField::Name(name) })
}

/// Types into a field what is to stand there instead.
fn retype(window: &mut Window, field: &str, text: &str) {
    window.get_all_by_label(field).last().expect("the field").focus();
    window.settle();
    window.command(Key::A);
    if text.is_empty() {
        window.press(Key::Backspace);
    } else {
        window.type_on(text);
    }
}

/// What stands in the field of the letter.
fn letter(window: &Window) -> String {
    let field = window.get_by_role_and_label(Role::MultilineTextInput, "Letter");
    field.value().unwrap_or_default()
}

fn open_thanks(window: &Window) -> usize {
    let all = window.book().follow_ups.values();
    all.filter(|it| it.is_open() && it.kind == FollowUpKind::ThankYou).count()
}

const EVENING: [(&str, &str, &str, &str, &str); 8] = [
    ("Amara Adeyemi", "amara@tidewater.example", "en", "Ms", "Dear Ms Adeyemi,"),
    ("Jonas Weber", "jonas.weber@weber.example", "de", "Herr", "Sehr geehrter Herr Weber,"),
    ("Mina Schäfer", "mina@example.com", "de", "Frau", "Sehr geehrte Frau Schäfer,"),
    ("Priya Natarajan", "priya@loomwell.example", "en-GB", "", "Dear Priya Natarajan,"),
    ("Lucía Ortega", "lucia@halle.example", "es", "", "Dear Lucía Ortega,"),
    ("田中 遥", "haruka@tanaka.example", "ja", "", "田中 遥 様"),
    ("佐藤 健", "ken.sato@sato.example", "ja", "先生", "佐藤 健 先生"),
    ("Felix Sommer", "felix@kornblume.example", "de-AT", "", "Guten Tag Felix Sommer,"),
];

#[test]
fn an_evening_of_eight_is_thanked_in_three_languages_and_taken_back() {
    let mut world = World::new();
    for (name, address, language, honorific, _) in EVENING {
        world = met(world, name, address, language, honorific);
    }
    let (mut window, links) = play(world);
    assert_eq!(open_thanks(&window), 8);
    let event = *window.book().events.keys().next().expect("the evening");
    window.ask(Command::ShowEvent(event));
    window.click("Write the next");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Thanks(_))));
    let mut bodies: Vec<String> = Vec::new();
    for number in 0..8 {
        assert!(window.shows(&format!("{number} of 8 sent")), "{:?}", window.labels());
        let to = window.value_of("To");
        let (_, address, language, _, begins) =
            EVENING.into_iter().find(|one| one.1 == to).unwrap_or_else(|| panic!("{to}"));
        assert!(window.says("Not ready: the letter does not say yet what you talked about."));
        window.click("Open in mail program");
        assert_eq!(links.0.lock().expect("links").len(), number, "{to}: nothing goes out that is not ready");
        let topic = format!("軸受 & bearings {number}");
        window.type_into("What you talked about", &topic);
        window.click("Open in mail program");
        let [recipient, subject, body] = links.last();
        assert_eq!(recipient, address);
        assert!(body.contains(&topic) && body.contains("Hardware Evening Berlin"), "{body}");
        let first = if language == "ja" { body.lines().next() } else { body.split("\r\n").next() };
        assert_eq!(first.map(str::trim), Some(begins), "{body}");
        let expected = match &language[..2] {
            "ja" => "【お礼】",
            "de" => "Danke",
            _ => "Thank you",
        };
        assert!(subject.starts_with(expected), "{subject}");
        assert!(!bodies.contains(&body));
        bodies.push(body);
        assert_eq!(open_thanks(&window), 8 - number, "opening sends nothing");
        window.click("It is sent");
        assert_eq!(open_thanks(&window), 7 - number);
    }
    assert!(window.shows("Everybody is thanked"), "{:?}", window.labels());
    let sent: Vec<_> = window.book().encounters.values().cloned().collect();
    assert_eq!(sent.len(), 8);
    for mail in &sent {
        assert!(mail.is_thank_you && mail.contacts.len() == 1 && mail.event == Some(event), "{mail:?}");
        assert_eq!(
            (mail.kind, mail.direction, mail.topics.len()),
            (EncounterKind::Email, Direction::FromMe, 1)
        );
    }
    // Undo opens the letters again, the last one first.
    for number in (0..8).rev() {
        window.command(Key::Z);
        assert!(window.shows(&format!("{number} of 8 sent")), "{number}");
        assert_eq!(open_thanks(&window), 8 - number);
        assert!(window.shows("It is sent"), "their letter, as it was opened");
    }
    assert!(window.book().encounters.is_empty());
}

#[test]
fn what_is_typed_by_hand_stays_and_others_keep_their_letters() {
    let world = met(World::new(), "Amara Adeyemi", "amara@tidewater.example", "en", "Ms");
    let world = met(world, "Jonas Weber", "info@weber.example", "de", "Herr");
    let amara = world.id("Amara Adeyemi");
    let (mut window, links) = play(world);
    window.ask(Command::Open(Sheet::Thanks(amara)));
    assert!(window.says("A company’s address"), "{:?}", window.labels());
    retype(&mut window, "What you talked about", "tides, kelp");
    assert!(letter(&window).contains("tides and kelp"));
    window.click("Deutsch");
    assert!(letter(&window).contains("tides und kelp"), "{}", letter(&window));
    window.click("du");
    assert!(letter(&window).starts_with("Hallo Amara,"));
    window.click("English");
    retype(&mut window, "Subject", "Kelp!");
    retype(&mut window, "What you talked about", "kelp");
    assert_eq!(window.value_of("Subject"), "Kelp!", "what was typed stays when the rest is written anew");
    assert!(letter(&window).contains("about kelp."));
    window.click("Skip");
    assert_eq!(window.value_of("To"), "info@weber.example");
    assert!(window.says("Several people read this address."));
    window.click("Skip");
    assert_eq!(window.value_of("Subject"), "Kelp!", "the letter waits as it was left");
    window.click("Write anew");
    assert_eq!(window.value_of("Subject"), "Thank you for our talk at Hardware Evening Berlin");
    retype(&mut window, "Letter", "Dear Amara");
    assert!(window.says("Not ready"));
    window.click("Open in mail program");
    assert!(links.0.lock().expect("links").is_empty());
}

#[test]
fn no_address_and_hostile_ones_open_nothing() {
    let world = met(World::new(), "Amara Adeyemi", "a@b.example?bcc=c@d.example", "en", "");
    let amara = world.id("Amara Adeyemi");
    let (mut window, links) = play(world);
    window.ask(Command::Open(Sheet::Thanks(amara)));
    retype(&mut window, "What you talked about", "kelp\r\nBcc: e@f.example");
    assert!(window.says("This is not one e-mail address."));
    for bad in ["", "a@b.example, c@d.example", "a@b.example\u{200B}", "a b@c.example"] {
        retype(&mut window, "To", bad);
        window.click("Open in mail program");
        assert!(links.0.lock().expect("links").is_empty(), "{bad:?}");
    }
    // The text can still be copied, and another way taken.
    window.click("Copy");
    window.click("It is sent");
    assert_eq!(open_thanks(&window), 0);
    window.command(Key::Z);
    retype(&mut window, "To", "amara@tidewater.example");
    window.click("Open again");
    assert_eq!(links.last()[0], "amara@tidewater.example");
}

#[test]
fn a_topic_of_twenty_thousand_letters_and_nobody_at_all_are_no_trouble() {
    let world = met(World::new(), "Amara Adeyemi", "amara@tidewater.example", "en", "");
    let amara = world.id("Amara Adeyemi");
    let (mut window, links) = play(world);
    window.ask(Command::Open(Sheet::Thanks(amara)));
    retype(&mut window, "What you talked about", &"kelp ".repeat(4_000));
    assert!(window.says("Long for a thank-you."), "{:?}", window.labels());
    window.click("Open in mail program");
    let link = links.0.lock().expect("links").last().expect("a link").clone();
    assert!(link.len() < 2_000 && !link.contains("&body="), "{link}");
    assert!(window.says("It is in the clipboard"));
    window.press(Key::Escape);
    window.ask(Command::Open(Sheet::Thanks(Id::new(99))));
    assert!(window.query_all_by_label("To").count() <= 1, "the queue, or nothing");
}
