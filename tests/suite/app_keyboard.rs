//! The whole program from the keyboard: every control has a name, Tab reaches everything and gets stuck nowhere, what has
//! the keyboard is in the window, and F6 goes from part to part.

use std::collections::BTreeSet;

use cardloom::gui::command::{MatchAsk, RequestOf};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::index::{QuizOf, Spot};
use cardloom::jobs::Progress;
use cardloom::model::*;
use cardloom::session::make_demo;
use cardloom::store::{Attachments, Store};
use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::Window;
use crate::world::today;

/// The program on a book in which every view has something to show.
fn window() -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("book.ron");
    let made = make_demo(24, 7, today(), &Attachments::beside(&path), &Progress::unwatched());
    Store::create(&path, &made.expect("not cancelled").expect("stored")).expect("saved");
    Window::open_in(folder)
}

/// Whoever has the most to show.
fn richest(window: &Window) -> Id<Contact> {
    let index = window.state().session().index();
    let contacts = window.book().contacts.keys().copied();
    contacts.max_by_key(|id| index.links.contact(*id).encounters.len()).expect("people")
}

/// A calendar file with an event and something to say about it.
fn calendar(book: &Book) -> Sheet {
    use cardloom::exchange::ical::{Zone, read};
    let text = b"BEGIN:VEVENT\nUID:1\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20261101\nEND:VEVENT\n";
    let read = read(text, book, (Zone::UTC, crate::world::today()), "", &mut |_, _| true);
    Sheet::Calendar(std::sync::Arc::new(cardloom::gui::calendar_file::Preview {
        names: vec!["fair.ics".to_owned()],
        found: read.expect("a calendar").found,
        notes: vec!["fair.ics, line 9: a note".to_owned()],
        problems: Vec::new(),
    }))
}

/// The map of somebody else, with an unknown person and a known one.
fn network(book: &Book) -> Sheet {
    use cardloom::exchange::graph::read;
    use cardloom::gui::network_file::Preview;
    let known = book.contacts.values().next().map(|person| person.display_name()).unwrap_or_default();
    let text = format!("from,to,type\nNobody Known,\"{known}\",friend\n");
    let found = read(text.as_bytes(), "csv", &mut |_, _| true).expect("a map");
    Sheet::NetworkIn(std::sync::Arc::new(Preview::of("map.csv".to_owned(), found, Vec::new(), (book, 0))))
}

/// Sheets that something from outside has to begin, with the tests that play them.
const BEGUN_OUTSIDE: [&str; 3] = ["FileImages", "OtherPicture", "Taken"];

fn sheets(window: &Window) -> Vec<Sheet> {
    let contact = richest(window);
    let book = window.book();
    let index = window.state().session().index();
    let other = *book.contacts.keys().find(|id| **id != contact).expect("somebody else");
    let event = book.events.values().find(|it| it.status == Attendance::Attended).expect("an event").id;
    let ahead = book.events.values().find(|it| it.status == Attendance::Planned).expect("a plan").id;
    let review = *book.reviews.keys().next().expect("a review");
    let introduction = *book.introductions.keys().next().expect("an introduction");
    let follow_up = book.follow_ups.values().find(|it| it.is_open()).expect("something to do").id;
    let thanks = book.follow_ups.values().find(|it| it.is_open() && it.kind == FollowUpKind::ThankYou);
    let nameless = *index.links.pile().first().expect("a card without a name");
    let card = index.links.current_card(contact).expect("a card");
    let place = *book.storages.keys().next().expect("a place");
    let need = book.contacts.values().find_map(|it| Some((it.id, it.needs.first()?.id))).expect("a need");
    vec![
        Sheet::NameCards(None),
        Sheet::NameOne(nameless),
        Sheet::NewContact,
        Sheet::NewContactNamed("Zora Quandt".to_owned()),
        Sheet::FollowUp(cardloom::gui::command::FollowUpDraft::default()),
        Sheet::PutOff(vec![DueSource::Stored(follow_up)]),
        Sheet::GiveUp(DueSource::Stored(follow_up)),
        Sheet::Guests(event),
        Sheet::IntroducedAt(event),
        Sheet::Photos(event, None),
        Sheet::Prep(event),
        Sheet::Debrief(event),
        Sheet::Templates(None, "en", Formality::Polite),
        Sheet::Event(Some(event)),
        Sheet::CancelEvent { event: ahead, absent: false },
        Sheet::EventLetter { event, occasion: cardloom::letters::Occasion::Apology, part: None },
        Sheet::LogEncounter { contacts: vec![contact], completes: None },
        Sheet::LogLine { line: "coffee with Nobody yesterday about seals".to_owned(), contacts: Vec::new() },
        Sheet::EditEncounter(*book.encounters.keys().next().expect("an encounter")),
        Sheet::Relationship(contact),
        Sheet::Introduction(contact),
        Sheet::PlanIntroduction([contact, other]),
        Sheet::PlanIntroductionAbout([contact, other], ["glue", "thin paper"].map(str::to_owned)),
        Sheet::OptIn(introduction),
        Sheet::Request(RequestOf::Reach(vec![contact, other])),
        Sheet::Request(RequestOf::Help(contact, "tax law".to_owned())),
        Sheet::Request(RequestOf::Owner(*book.referrals.keys().next().expect("a referral"))),
        Sheet::Lead(None),
        Sheet::Thanks(thanks.and_then(|it| it.contacts.first().copied()).unwrap_or(contact)),
        Sheet::PassOn(contact),
        Sheet::Capture(Some(contact)),
        Sheet::Capture(None),
        Sheet::Matches(MatchAsk::Text("tax law".to_owned())),
        Sheet::Matches(MatchAsk::Need(need.0, need.1)),
        Sheet::Matches(MatchAsk::Card(contact)),
        Sheet::Synonyms,
        Sheet::RelationshipOf(contact, other),
        Sheet::IntroductionOf(contact, other),
        Sheet::PassOnTo(contact, other, None),
        Sheet::Review(contact),
        Sheet::Reasons,
        Sheet::Portrait(contact),
        Sheet::MoveCard(card),
        Sheet::Circle(book.circles.keys().next().copied()),
        Sheet::DeleteCircle(*book.circles.keys().next().expect("a circle")),
        Sheet::SavedSearch(None),
        Sheet::Spread(cardloom::index::SpreadOf::Overdue),
        Sheet::EditReferral(*book.referrals.keys().next().expect("a referral"), true),
        Sheet::EditReview(review),
        Sheet::Conflicts(None),
        Sheet::Duplicates(None),
        Sheet::Places(None),
        Sheet::Places(Some(Spot::Place(place))),
        Sheet::Place(None, Some(place)),
        Sheet::Place(Some(place), None),
        Sheet::PutInto([card].into()),
        Sheet::Lend([card].into(), false),
        Sheet::Lend([card].into(), true),
        Sheet::ClearTen,
        Sheet::Human(contact, None),
        Sheet::Human(contact, Some("tel:+49301234".to_owned())),
        Sheet::Quiz(QuizOf::Event(event)),
        Sheet::Quiz(QuizOf::Due),
        Sheet::Trash,
        calendar(book),
        network(book),
        Sheet::NetworkOut(None),
        Sheet::Export(
            cardloom::gui::export::ExportOf::People([contact].into()),
            cardloom::session::ExportFormat::Json,
        ),
        Sheet::SeeAs,
        Sheet::Earlier,
        Sheet::Check,
        Sheet::Passphrase(cardloom::gui::command::PassphraseTask::Set),
        Sheet::Shortcuts,
        Sheet::About,
    ]
}

/// What a sheet is called in the code.
fn kind_of(sheet: &Sheet) -> String {
    let shown = format!("{sheet:?}");
    shown.chars().take_while(|sign| sign.is_alphanumeric()).collect()
}

#[test]
fn every_sheet_that_there_is_stands_in_the_list() {
    let source = include_str!("../../src/gui/command/sheet.rs");
    let body = source.split("pub enum Sheet {").nth(1).and_then(|rest| rest.split("\n}").next());
    let variants: BTreeSet<String> = body
        .expect("the sheets")
        .lines()
        .filter_map(|line| line.strip_prefix("    ").filter(|line| line.starts_with(char::is_uppercase)))
        .map(|line| line.chars().take_while(|sign| sign.is_alphanumeric()).collect())
        .collect();
    assert!(variants.len() > 50, "{variants:?}");
    let window = window();
    let mut listed: BTreeSet<String> = sheets(&window).iter().map(kind_of).collect();
    listed.extend(BEGUN_OUTSIDE.map(str::to_owned));
    assert_eq!(listed, variants);
}

#[test]
fn escape_closes_every_sheet_into_which_nothing_was_typed() {
    let mut window = window();
    let mut open = Vec::new();
    for sheet in sheets(&window) {
        window.ask(Command::Open(sheet.clone()));
        window.press(Key::Escape);
        if let Some(left) = window.state().open_sheet() {
            open.push(format!("{sheet:?}: {left:?}"));
            window.ask(Command::CloseSheet);
        }
        assert_eq!(window.state().open_sheet(), None, "{sheet:?}");
    }
    assert!(open.is_empty(), "{open:#?}");
}

#[test]
fn a_sheet_opens_with_the_keyboard_where_one_begins() {
    let mut window = window();
    let contact = richest(&window);
    let card = window.state().session().index().links.current_card(contact).expect("a card");
    let place = *window.book().storages.keys().next().expect("a place");
    let all = [
        (Sheet::Capture(Some(contact)), "In a few words"),
        (Sheet::Matches(MatchAsk::Text(String::new())), "What is needed"),
        (Sheet::Synonyms, "Words of one group"),
        (Sheet::Place(None, None), "Name"),
        (Sheet::Place(Some(place), None), "Name"),
        (Sheet::PutInto([card].into()), "Place"),
        (Sheet::Lend([card].into(), false), "To whom"),
        (Sheet::Lend([card].into(), true), "To whom"),
        (Sheet::Human(contact, None), "Done"),
        (Sheet::Human(contact, Some("tel:+49301234".to_owned())), "Call"),
    ];
    let mut wrong = Vec::new();
    for (sheet, field) in all {
        window.ask(Command::Open(sheet.clone()));
        let name = focused(&window).map(|(_, name, _)| name);
        if name.as_deref() != Some(field) {
            wrong.push(format!("{sheet:?}: {name:?} instead of {field:?}"));
        }
        window.ask(Command::CloseSheet);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Controls without a name, as role and place.
fn nameless(window: &Window) -> Vec<String> {
    let nodes = window.query_all_by(|_| true);
    let mut found = Vec::new();
    for node in nodes {
        let node = node.accesskit_node();
        let acts =
            [Action::Click, Action::Focus].into_iter().any(|action| node.data().supports_action(action));
        // A scroll area and the window itself are no controls.
        let is_frame =
            matches!(node.role(), Role::Window | Role::ScrollView | Role::ScrollBar | Role::TextRun);
        let named = node.label().is_some_and(|label| !label.trim().is_empty())
            || node.role() == Role::Label && node.value().is_some_and(|value| !value.trim().is_empty());
        if acts && !is_frame && !named {
            found.push(format!("{:?} at {:?}", node.role(), node.bounding_box()));
        }
        if acts && matches!(node.role(), Role::Unknown | Role::GenericContainer) {
            found.push(format!("no role: {:?} at {:?}", node.label(), node.bounding_box()));
        }
    }
    found
}

#[test]
fn every_control_of_every_view_and_sheet_has_a_name_and_a_role() {
    let mut window = window();
    let mut wrong: Vec<String> = Vec::new();
    let mut note = |place: String, window: &Window| {
        wrong.extend(nameless(window).into_iter().map(|what| format!("{place}: {what}")));
    };
    let contact = richest(&window);
    for route in Route::ALL {
        window.ask(Command::Select(None));
        window.ask(Command::Go(route));
        note(format!("{route:?}"), &window);
        window.ask(Command::Select(Some(contact)));
        note(format!("{route:?} with the inspector"), &window);
    }
    window.ask(Command::Go(Route::Cards));
    for tab in ["Story", "Knowledge", "Referrals", "Person", "Details"] {
        let tabs = window.query_all_by_role(Role::Tab);
        let tab = tabs.rev().find(|node| node.accesskit_node().label().as_deref() == Some(tab));
        tab.expect("a tab of the inspector").click();
        window.settle();
        note("the inspector".to_owned(), &window);
    }
    for sheet in sheets(&window) {
        window.ask(Command::Open(sheet.clone()));
        assert_eq!(window.state().open_sheet(), Some(&sheet));
        note(format!("{sheet:?}"), &window);
        window.ask(Command::CloseSheet);
    }
    window.command(Key::K);
    window.type_on("a");
    note("the palette".to_owned(), &window);
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} controls:\n{}", wrong.len(), wrong.join("\n"));
}

/// What has the keyboard: its id, its name and where it is.
fn focused(window: &Window) -> Option<(u64, String, Rect)> {
    let id = window.ctx.memory(|memory| memory.focused())?;
    let rect = window.ctx.read_response(id).map_or(Rect::NOTHING, |response| response.rect);
    let node = window.query_all_by(|node| node.is_focused_in_tree()).last();
    let name = node.and_then(|node| node.accesskit_node().label()).unwrap_or_default();
    Some((id.value(), name, rect))
}

/// Presses Tab until it has gone round; fails when it is stuck, or when what has the keyboard cannot be seen.
fn tab_through(window: &mut Window, place: &str, held: Modifiers) -> BTreeSet<u64> {
    let screen = window.ctx.content_rect();
    let mut seen = BTreeSet::new();
    let mut last = None;
    let mut same = 0;
    for _ in 0..400 {
        window.key_press_modifiers(held, Key::Tab);
        window.run_steps(3);
        let Some((id, name, rect)) = focused(window) else {
            // Once round, egui lets go for a moment.
            last = None;
            continue;
        };
        if last == Some(id) {
            // There is nothing else to go to.
            if seen.len() == 1 {
                break;
            }
            same += 1;
            // In the network Tab goes round the neighbours before it goes on.
            let patience = if name.starts_with("Network") { 120 } else { 3 };
            assert!(same < patience, "{place}: Tab is stuck on {name:?} at {rect:?}");
        } else {
            same = 0;
        }
        assert!(rect.width() > 0.0 && rect.height() > 0.0, "{place}: {name:?} has the keyboard and no place");
        let visible = screen.intersect(rect);
        assert!(
            visible.is_positive() && screen.contains(visible.center()),
            "{place}: {name:?} has the keyboard outside of the window, at {rect:?}"
        );
        last = Some(id);
        if !seen.insert(id) && seen.len() > 3 && same == 0 {
            break;
        }
    }
    seen
}

#[test]
fn tab_goes_through_every_view_and_is_never_stuck_or_out_of_sight() {
    let mut window = window();
    let contact = richest(&window);
    window.ask(Command::Select(Some(contact)));
    for route in Route::ALL {
        window.ask(Command::Go(route));
        let forward = tab_through(&mut window, &format!("{route:?}"), Modifiers::NONE);
        assert!(forward.len() > 8, "{route:?}: Tab reaches only {}", forward.len());
        let back = tab_through(&mut window, &format!("{route:?} back"), Modifiers::SHIFT);
        assert!(back.len() > 8, "{route:?}: Shift+Tab reaches only {}", back.len());
    }
}

#[test]
fn tab_stays_inside_every_sheet() {
    tab_stays_inside(0);
}

/// In two halves, so that they run beside each other.
#[test]
fn tab_stays_inside_every_other_sheet() {
    tab_stays_inside(1);
}

fn tab_stays_inside(half: usize) {
    let mut window = window();
    for sheet in sheets(&window).into_iter().skip(half).step_by(2) {
        window.ask(Command::Open(sheet.clone()));
        let place = format!("{sheet:?}");
        let seen = tab_through(&mut window, &place, Modifiers::NONE);
        assert!(!seen.is_empty(), "{place}: nothing can be reached");
        assert_eq!(window.state().open_sheet(), Some(&sheet), "{place}: Tab closed it");
        window.ask(Command::CloseSheet);
        if window.state().open_sheet().is_some() {
            window.press(Key::Escape);
        }
    }
}

#[test]
fn f6_goes_from_part_to_part_and_back() {
    let mut window = window();
    let contact = richest(&window);
    window.ask(Command::Go(Route::Cards));
    window.ask(Command::Select(Some(contact)));
    let mut names = Vec::new();
    for _ in 0..3 {
        window.press(Key::F6);
        names.push(focused(&window).expect("a part has the keyboard").1);
    }
    assert_eq!(names, ["Inspector", "Rail", "View"], "from the view onwards");
    window.key_press_modifiers(Modifiers::SHIFT, Key::F6);
    window.settle();
    assert_eq!(focused(&window).expect("a part").1, "Rail");
    window.press(Key::Tab);
    assert_eq!(focused(&window).expect("a control of the rail").1, "Today", "Tab goes on inside the part");
    // A line with Undo at the foot is a part too.
    let follow_up = FollowUp { due_on: today(), contacts: [contact].into(), ..FollowUp::default() };
    window.ask(cardloom::edit::Edit::AddFollowUp { follow_up: Box::new(follow_up) }.into());
    window.press(Key::F6);
    window.press(Key::F6);
    window.press(Key::F6);
    assert_eq!(focused(&window).expect("a part").1, "Messages");
    window.press(Key::Tab);
    window.press(Key::Enter);
    assert!(window.says("Undone"), "Undo by the keyboard alone");
}

#[test]
fn f6_rests_while_a_sheet_is_open() {
    let mut window = window();
    window.ask(Command::Open(Sheet::NewContact));
    let before = focused(&window).map(|found| found.0);
    window.press(Key::F6);
    assert_eq!(focused(&window).map(|found| found.0), before);
}

#[test]
fn the_arrows_go_into_the_gallery_from_the_view_as_a_whole() {
    let mut window = window();
    window.ask(Command::Go(Route::Cards));
    for _ in 0..3 {
        window.press(Key::F6);
        if focused(&window).is_some_and(|(_, name, _)| name == "View") {
            break;
        }
    }
    assert_eq!(focused(&window).expect("a part").1, "View");
    window.press(Key::ArrowRight);
    let selection = window.state().selection();
    assert!(selection.contact.is_some() || selection.card.is_some(), "a card is selected");
}
