//! An evening in the window from the first thought to the last thank-you: the prep sheet, the debrief, letters to eight people
//! in three languages, and every step of it taken back. And the table of events, photographs, templates.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use cardloom::edit::{ContactField, Edit};
use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{Action, Command, Route, Sheet};
use cardloom::jobs::{JobSpec, Jobs, Lane};
use cardloom::model::*;
use cardloom::session::{Clock, FixedClock};
use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::{World, today};

/// A system that notes which addresses it was to open, and answers every file dialog with a file of this folder.
#[derive(Clone)]
struct Desktop {
    links: Arc<Mutex<Vec<String>>>,
    answers: PathBuf,
}

impl Platform for Desktop {
    fn choose(&self, ask: Choose, jobs: &Jobs<Work>) {
        let files = vec![self.answers.join(&ask.name)];
        let purpose = ask.purpose;
        jobs.spawn(JobSpec::new(Lane::Layout, ""), move |_| Ok(Work::Chosen { purpose, files }));
    }
    fn open_link(
        &self,
        address: &str,
        _jobs: &cardloom::jobs::Jobs<cardloom::gui::work::Work>,
    ) -> Result<(), String> {
        self.links.lock().expect("links").push(address.to_owned());
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

/// The window on a story, and where its links go.
fn play(world: World) -> (Window, Desktop) {
    let folder = tempfile::tempdir().expect("a folder");
    let desktop = Desktop { links: Arc::default(), answers: folder.path().to_owned() };
    let settings = Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() };
    let clock = || Box::new(FixedClock::new(today())) as Box<dyn Clock>;
    let mut window = Window::equipped(folder, settings, Box::new(desktop.clone()), clock);
    let mut session = world.session;
    session.set_path(window.path().to_owned());
    *window.state_mut().session_mut() = session;
    window.ask(Command::Go(Route::Events));
    (window, desktop)
}

fn the_event(window: &Window, title: &str) -> Event {
    let found = window.book().events.values().find(|event| event.title == title);
    Event::clone(found.unwrap_or_else(|| panic!("no event {title}")))
}

fn add(world: World, event: Event) -> World {
    world.edit(Edit::AddEvent { event: Box::new(event) })
}

fn day(days: i64) -> chrono::NaiveDate {
    today() + chrono::TimeDelta::days(days)
}

/// Name, address, language, how letters begin.
const EVENING: [(&str, &str, &str, &str); 8] = [
    ("Amara Adeyemi", "amara@tidewater.example", "en", "Dear"),
    ("Jonas Weber", "jonas@weber.example", "de", "Guten Tag Jonas Weber"),
    ("Mina Schäfer", "mina@example.com", "de", "Guten Tag Mina Schäfer"),
    ("Priya Natarajan", "priya@loomwell.example", "en", "Dear"),
    ("Lucia Ortega", "lucia@halle.example", "en", "Dear"),
    ("田中 遥", "haruka@tanaka.example", "ja", "田中"),
    ("佐藤 健", "ken@sato.example", "ja", "佐藤"),
    ("Felix Sommer", "felix@kornblume.example", "de", "Guten Tag Felix Sommer"),
];

const TITLE: &str = "Hardware Evening Berlin";

#[test]
fn an_evening_goes_from_plan_to_thanks_and_all_of_it_back() {
    let event = Event {
        title: TITLE.to_owned(),
        series: "Hardware Evening".to_owned(),
        starts_on: Some(today()),
        goal: "Meet two optics people".to_owned(),
        ..Event::default()
    };
    let before =
        Event { title: "Hardware Evening No. 1".to_owned(), starts_on: Some(day(-30)), ..event.clone() };
    let mut world = add(add(World::new(), before), event).contact("Ines Albrecht");
    let ines = world.id("Ines Albrecht");
    let first = world.session.book().events.values().find(|it| it.title.ends_with("1")).expect("it").id;
    let encounter = Encounter {
        on: day(-30),
        contacts: [ines].into(),
        event: Some(first),
        topics: vec!["lenses".to_owned()],
        ..Encounter::default()
    };
    world = world.edit(Edit::LogEncounter { encounter: Box::new(encounter) });
    let (mut window, desktop) = play(world);
    let event = the_event(&window, TITLE).id;
    let start = window.book().clone();

    // Before: the prep sheet, on screen and on paper.
    window.ask(Command::Open(Sheet::Prep(event)));
    assert!(window.shows("Ines Albrecht") && window.says("lenses"), "{:?}", window.labels());
    window.click("Print or save");
    let paper = std::fs::read_to_string(window.folder.path().join(format!("Prep sheet – {TITLE}.html")))
        .or_else(|_| std::fs::read_to_string(window.folder.path().join(format!("Prep sheet _ {TITLE}.html"))))
        .expect("the page");
    assert!(paper.contains("Ines Albrecht") && paper.contains("Meet two optics people"), "{paper}");
    window.press(Key::Escape);

    // There: eight cards, scanned into the debrief, named one after another.
    let attended = Event { status: Attendance::Attended, ..the_event(&window, TITLE) };
    window.ask(Edit::ChangeEvent { event: Box::new(attended) }.into());
    window.ask(Command::ShowEvent(event));
    window.click("Debrief");
    assert!(window.shows("Whom did you meet?"), "{:?}", window.labels());
    let scans: Vec<PathBuf> =
        (0..8).map(|number| window.picture(&format!("scan {number}.png"), 20 * number + 10)).collect();
    window.drop_files(scans);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Debrief(event)), "the debrief stays open");
    assert!(window.book().cards.values().all(|card| card.event == Some(event)));
    window.click("Name them");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::NameCards(_))));
    for (name, address, ..) in EVENING {
        window.type_into("Name", name);
        window.type_into("E-mail", address);
        window.press(Key::Enter);
    }
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Debrief(event)), "back where one came from");
    for (name, _, language, _) in EVENING {
        let contact = window.contact(name).id;
        let field = ContactField::Languages(vec![language.to_owned()]);
        window.ask(Edit::SetContact { contact, field }.into());
    }
    assert!(window.shows("0 of 8 told"), "{:?}", window.labels());

    // Three keys a person: a digit, a line, Enter; the topics are one Tab further.
    let named = window.book().clone();
    for number in 0..8 {
        let digit = number % 5 + 1;
        window.type_on(&digit.to_string());
        window.type_on(&format!("Line {number}"));
        window.press(Key::Tab);
        window.type_on(&format!("topic {number}, bearings"));
        window.press(Key::Enter);
        assert!(window.shows(&format!("{} of 8 told", number + 1)), "{number}: {:?}", window.labels());
    }
    let told: Vec<&Arc<Card>> = window.book().cards.values().collect();
    assert!(told.iter().all(|card| card.exchange != Exchange::Unknown && card.impressions.len() == 1));
    let talks: Vec<_> = window.book().encounters.values().filter(|it| it.event == Some(event)).collect();
    assert_eq!(talks.len(), 8);
    assert!(talks.iter().all(|talk| talk.contacts.len() == 1 && talk.topics.len() == 2), "{talks:?}");
    // Each person is one step.
    for number in (0..8).rev() {
        window.press(Key::Escape);
        window.ask(Command::Do(Action::Undo));
        window.ask(Command::Open(Sheet::Debrief(event)));
        assert!(window.shows(&format!("{number} of 8 told")), "{number}");
    }
    assert_eq!(window.book(), &named);
    for _ in 0..8 {
        window.ask(Command::Do(Action::Redo));
    }
    assert!(window.shows("8 of 8 told"));

    // After: a letter to each, six through the mail program, two as files.
    window.click("Write the next");
    for number in 0..8 {
        assert!(window.shows(&format!("{number} of 8 sent")), "{:?}", window.labels());
        assert!(window.says("h left") || window.says("by "), "the time that is left");
        let to = window.value_of("To");
        let (_, address, _, begins) = EVENING.into_iter().find(|one| one.1 == to).expect("one of them");
        if number % 4 == 1 {
            window.click("Save as .eml");
        } else {
            window.click("Open in mail program");
            let links = desktop.links.lock().expect("links");
            let link = links.last().expect("a link");
            assert!(link.starts_with(&format!("mailto:{address}?subject=")), "{link}");
        }
        let letter = window.value_of("Letter");
        assert!(letter.starts_with(begins) && letter.contains("bearings"), "{letter}");
        window.click("It is sent");
    }
    assert!(window.shows("Everybody is thanked"));
    assert_eq!(desktop.links.lock().expect("links").len(), 6);
    let files: Vec<PathBuf> = std::fs::read_dir(window.folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .collect();
    assert_eq!(files.len(), 2, "{files:?}");
    for file in files {
        let text = String::from_utf8(std::fs::read(&file).expect("a letter")).expect("text");
        let head = text.split("\r\n\r\n").next().expect("a head");
        assert_eq!(head.lines().filter(|line| line.to_lowercase().starts_with("to:")).count(), 1, "{head}");
        assert!(!head.to_lowercase().contains("cc:") && head.contains("X-Unsent: 1"), "{head}");
    }
    let open = window.book().follow_ups.values().filter(|it| it.is_open());
    assert_eq!(open.filter(|it| it.kind == FollowUpKind::ThankYou).count(), 0);
    window.press(Key::Escape);
    window.ask(Command::ShowEvent(event));
    assert!(window.shows("8 of 8 thanked"), "{:?}", window.labels());

    while window.book() != &start {
        assert!(window.state_mut().session_mut().undo().is_some(), "every step can be taken back");
        window.settle();
    }
}

#[test]
fn nobody_else_gets_a_letter_whatever_the_address_says() {
    for bad in ["a@b.example\nbcc: c@d.example", "a@b.example?bcc=c@d.example", "a@b.example,c@d.example"] {
        let world = World::new().contact("Amara Adeyemi").met_at(TITLE);
        let amara = world.id("Amara Adeyemi");
        let emails = ContactField::Emails(vec![Labelled { value: bad.to_owned(), ..Labelled::default() }]);
        let world = world.edit(Edit::SetContact { contact: amara, field: emails });
        let (mut window, desktop) = play(world);
        window.ask(Command::Open(Sheet::Thanks(amara)));
        window.type_into("What you talked about", &"kelp ".repeat(4_000));
        window.click("Open in mail program");
        window.click("Save as .eml");
        assert!(desktop.links.lock().expect("links").is_empty(), "{bad:?}");
        let files = std::fs::read_dir(window.folder.path()).expect("the folder");
        let written = files.filter(|file| {
            file.as_ref().is_ok_and(|file| file.path().extension().is_some_and(|it| it == "eml"))
        });
        assert_eq!(written.count(), 0, "{bad:?}");
    }
}

#[test]
fn an_event_without_a_date_can_be_prepared_told_and_listed() {
    let undated = Event { title: "Some day".to_owned(), series: "Supper".to_owned(), ..Event::default() };
    let world = add(World::new().contact("Aiko"), undated);
    let aiko = world.id("Aiko");
    let (mut window, _) = play(world);
    let event = the_event(&window, "Some day").id;
    assert!(window.shows("No date"), "{:?}", window.labels());
    for column in ["Date, sorted", "Event", "Series", "Place", "Organiser", "People", "Thanked"] {
        window.click(column);
        assert!(window.shows("Some day"), "{column}");
    }
    window.click("Some day");
    window.click("Add people");
    window.type_into("People", "Aiko");
    window.press(Key::Enter);
    window.click("Add");
    let participants = the_event(&window, "Some day").participants;
    assert_eq!(participants.into_iter().collect::<Vec<_>>(), [(aiko, Attendance::Planned)]);
    window.click("Prep sheet");
    assert!(window.says("Says to come"), "{:?}", window.labels());
    window.press(Key::Escape);
    window.ask(Command::Open(Sheet::Debrief(event)));
    assert!(window.shows("Whom did you meet?"), "who is only expected was not met");
    window.press(Key::Escape);
    window.click("Remove Aiko from this event");
    assert!(the_event(&window, "Some day").participants.is_empty());
}

#[test]
fn who_introduced_whom_is_told_on_the_page_and_stays_when_the_event_goes() {
    let world = World::new().contact("Aiko").met_at(TITLE).contact("Jonas").met_at(TITLE);
    let [aiko, jonas] = ["Aiko", "Jonas"].map(|name| world.id(name));
    let (mut window, _) = play(world);
    window.click(TITLE);
    window.click("Record introduction");
    // Of several of one name the lowest on the sheet is pressed: first who was introduced, then by whom.
    window.click("Jonas");
    window.click("Aiko");
    window.click("Record introduction");
    let introduction = window.book().introductions.values().next().expect("it").clone();
    assert_eq!(introduction.introducer, Party::Contact(aiko));
    assert_eq!((introduction.a, introduction.b), (Party::Me, Party::Contact(jonas)));
    let event = the_event(&window, TITLE).id;
    assert_eq!((introduction.event, introduction.on), (Some(event), Some(today())));
    assert!(window.shows("Aiko introduced Jonas to you"), "{:?}", window.labels());
    window.ask(Edit::RemoveEvent { event }.into());
    assert_eq!(window.book().introductions.values().next().expect("it").event, None);
    window.command(Key::Z);
    assert_eq!(window.book().introductions.values().next().expect("it").event, Some(event));
}

#[test]
fn photographs_are_dropped_looked_at_and_removed() {
    let (mut window, _) = play(World::new().contact("Aiko").met_at(TITLE));
    window.click(TITLE);
    window.click("Add photographs");
    let pictures = [window.picture("one.png", 10), window.picture("two.png", 200)];
    window.drop_files(pictures);
    assert_eq!(the_event(&window, TITLE).photos.len(), 2);
    assert_eq!(window.book().cards.len(), 1, "they are no cards");
    assert!(window.shows("Photograph 2 of 2"), "{:?}", window.labels());
    window.press(Key::ArrowLeft);
    assert!(window.shows("Photograph 1 of 2"));
    window.click("Remove photograph");
    assert_eq!(the_event(&window, TITLE).photos.len(), 1);
    window.press(Key::Escape);
    assert!(window.shows("Photograph 1 of 1"), "the strip on the page: {:?}", window.labels());
    window.command(Key::Z);
    assert_eq!(the_event(&window, TITLE).photos.len(), 2);
    window.command(Key::Z);
    assert!(the_event(&window, TITLE).photos.is_empty(), "both came in one step");
}

#[test]
fn the_table_is_sorted_by_its_heads_and_walked_with_the_arrows() {
    let mut world = World::new();
    for number in 0..60 {
        let title = format!("Evening {number:02}");
        let city = ["Berlin", "", "Aachen"][number % 3].to_owned();
        world = add(world, Event { title, city, starts_on: Some(day(-(number as i64))), ..Event::default() });
    }
    let (mut window, _) = play(world);
    let first = |window: &Window| {
        let rows: Vec<_> = window.query_all_by_label_contains("Evening ").collect();
        let top = rows.into_iter().min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
        top.and_then(|row| egui_kittest::kittest::NodeT::accesskit_node(&row).label()).unwrap_or_default()
    };
    window.click("Event");
    assert_eq!(first(&window), "Evening 00");
    window.click("Event, sorted");
    assert_eq!(first(&window), "Evening 59");
    window.click("Event, sorted backwards");
    assert!(window.shows("Past"), "the third press brings the sections back");
    window.click("Place");
    assert_eq!(first(&window), "Evening 02", "Aachen, the newest of it");
    window.click("Place, sorted");
    window.click("Place, sorted backwards");
    window.press(Key::End);
    window.press(Key::Enter);
    assert!(window.shows("All events") && window.shows("Evening 59"), "{:?}", window.labels());
    window.press(Key::Backspace);
    window.press(Key::Home);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows("Evening 01"), "{:?}", window.labels());
}

#[test]
fn what_the_list_shows_is_exported() {
    let world = add(World::new(), Event { title: "Supper".to_owned(), ..Event::default() });
    let world =
        add(world, Event { title: "Breakfast".to_owned(), starts_on: Some(day(-3)), ..Event::default() });
    let (mut window, _) = play(world);
    window.click("More");
    window.click("Export events for spreadsheets (CSV) …");
    window.click("Export …");
    let file = window.folder.path().join("Events.csv");
    let bytes = std::fs::read(&file).expect("the table");
    assert!(bytes.starts_with(b"\xEF\xBB\xBFid,title,"), "spreadsheets see that it is UTF-8");
    let text = String::from_utf8(bytes).expect("text");
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(window.says("2 events exported"), "{:?}", window.labels());
    window.ask(Command::Find("breakfast".to_owned(), Route::Events));
    window.click("More");
    window.click("Export events as JSON …");
    window.click("Export …");
    let list = std::fs::read_to_string(window.folder.path().join("Events.json")).expect("the list");
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
    assert_eq!(list[0]["title"], "Breakfast");
}

#[test]
fn a_template_of_ones_own_is_written_refused_used_and_taken_back() {
    let world = World::new().contact("Amara Adeyemi").met_at(TITLE);
    let amara = world.id("Amara Adeyemi");
    let emails = vec![Labelled { value: "amara@tidewater.example".to_owned(), ..Labelled::default() }];
    let world = world.edit(Edit::SetContact { contact: amara, field: ContactField::Emails(emails) });
    let (mut window, _) = play(world);
    window.ask(Command::Open(Sheet::Thanks(amara)));
    window.type_into("What you talked about", "kelp");
    window.click("Built in");
    window.click("Edit templates …");
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Templates(..))));
    window.type_into("Name of the template", "Short");
    window.get_all_by_label("Letter").last().expect("the text").focus();
    window.settle();
    window.command(Key::A);
    window.type_on("Hi <name>, about <topic>:");
    assert!(window.says("These are no fields") && window.says("<topic>"), "{:?}", window.labels());
    window.click("Add");
    assert!(window.book().templates.is_empty(), "what would be sent as it stands is refused");
    window.get_all_by_label("Letter").last().expect("the text").focus();
    window.settle();
    window.command(Key::A);
    window.type_on("Hi <name>, about ");
    window.click("<topics>");
    window.click("Add");
    let template = window.book().templates.values().next().expect("it").clone();
    assert_eq!((template.name.as_str(), template.body.as_str()), ("Short", "Hi <name>, about <topics>"));
    window.press(Key::Escape);
    assert!(matches!(window.state().open_sheet(), Some(Sheet::Thanks(_))), "the letter is where it was");
    assert_eq!(window.value_of("Letter"), "Hi Amara Adeyemi, about kelp");
    window.click("First name");
    assert_eq!(window.contact("Amara Adeyemi").formality, Some(Formality::Close));
    assert!(window.value_of("Letter").starts_with("Hi Amara,"), "the program's own, for the other form");
    window.press(Key::Escape);
    window.ask(Command::Open(Sheet::Thanks(amara)));
    assert!(window.value_of("Letter").starts_with("Hi Amara,"), "remembered for her");
    window.press(Key::Escape);
    window.ask(Command::Do(Action::Undo));
    assert_eq!(window.contact("Amara Adeyemi").formality, None);
    window.ask(Command::Do(Action::Undo));
    assert!(window.book().templates.is_empty());
}

#[test]
fn what_is_told_about_one_waits_while_one_looks_at_another() {
    let world = World::new().contact("Aiko").met_at(TITLE).contact("Jonas").met_at(TITLE);
    let (mut window, _) = play(world);
    let event = the_event(&window, TITLE).id;
    window.ask(Command::Open(Sheet::Debrief(event)));
    window.type_on("1");
    window.type_on("Grows kelp");
    window.click("Jonas, open");
    assert!(window.shows("Aiko, Not saved yet"), "{:?}", window.labels());
    assert_eq!(window.value_of("First impression"), "");
    window.type_on("2");
    window.type_on("Quiet");
    window.press(Key::Enter);
    assert!(window.shows("1 of 2 told"), "{:?}", window.labels());
    assert_eq!(window.value_of("First impression"), "Grows kelp", "back at Aiko, nothing is lost");
    window.press(Key::Enter);
    assert!(window.shows("2 of 2 told"), "{:?}", window.labels());
    let told = |name: &str| {
        let contact = window.contact(name).id;
        let card = window.book().cards.values().find(|card| card.contact == Some(contact)).expect("a card");
        (card.exchange, card.impressions.first().map(|it| it.text.clone()).unwrap_or_default())
    };
    assert_eq!(told("Aiko"), (Exchange::IAsked, "Grows kelp".to_owned()));
    assert_eq!(told("Jonas"), (Exchange::TheyAsked, "Quiet".to_owned()));
}

#[test]
fn a_template_that_is_changed_waits_while_one_looks_at_another() {
    let (mut window, _) = play(World::new().contact("Aiko"));
    for name in ["Short", "Long"] {
        let template = LetterTemplate {
            name: name.to_owned(),
            language: "en".to_owned(),
            body: "Hi".to_owned(),
            ..LetterTemplate::default()
        };
        window.ask(Edit::AddTemplate { template: Box::new(template) }.into());
    }
    let short = window.book().templates.values().find(|it| it.name == "Short").expect("it").id;
    window.ask(Command::Open(Sheet::Templates(Some(short), "en", Formality::Polite)));
    window.type_into("Subject", "Thank you so much");
    // What was just added is told above the list; a press of the keyboard goes past that.
    window.control("Long").click_accesskit();
    window.settle();
    assert_eq!(window.value_of("Subject"), "");
    window.click("New template");
    window.type_into("Name of the template", "Third");
    window.click("Short");
    assert_eq!(window.value_of("Subject"), "Thank you so much", "nothing is lost");
    window.click("Save");
    let saved = window.book().get(short).expect("it").subject_line.clone();
    assert_eq!(saved, "Thank you so much");
    window.click("New template");
    assert_eq!(window.value_of("Name of the template"), "Third");
}
