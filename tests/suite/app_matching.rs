//! Who can help, who needs whom, and noting things in passing, in the whole window.

use cardloom::edit::{Captured, Edit};
use cardloom::gui::command::MatchAsk;
use cardloom::gui::views::Tab;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::{Contact, Id, Need, ReferralState};
use eframe::egui::Key;

use crate::stage::Window;
use crate::world::{World, today};

fn note(world: World, name: &str, kind: Captured, text: &str) -> World {
    let mut world = world;
    let contact = world.find_or_add(name);
    let capture = cardloom::edit::Capture { kind, text: text.to_owned(), on: today() };
    world.edit(Edit::Capture { contact, capture: Box::new(capture) })
}

/// Amara needs what Haruka and Klaus have; Lena has nothing to do with it.
fn world() -> World {
    let world = note(World::new(), "Amara Adeyemi", Captured::Need, "sealed bearings");
    let world = note(world, "Haruka Tanaka", Captured::Offer, "salt-water bearings");
    let world = note(world, "Klaus Brenner", Captured::Problem, "Wälzlager, die rosten");
    note(world, "Lena Vogt", Captured::Hobby, "choir")
}

fn window(route: Route) -> Window {
    Window::playing(world(), route, [1440.0, 900.0])
}

fn id(window: &Window, name: &str) -> Id<Contact> {
    window.contact(name).id
}

fn need(window: &Window) -> Id<Need> {
    window.contact("Amara Adeyemi").needs[0].id
}

#[test]
fn a_need_is_answered_and_a_card_passed_on_from_the_answer() {
    let mut window = window(Route::Cards);
    let amara = id(&window, "Amara Adeyemi");
    window.ask(Command::Select(Some(amara)));
    window.ask(Command::ShowTab(Tab::Knowledge));
    window.click("Who can help with “sealed bearings”?");
    assert!(window.says("Haruka Tanaka") && window.says("Klaus Brenner") && !window.says("choir"));
    let ask = MatchAsk::Card(id(&window, "Haruka Tanaka"));
    window.ask(Command::CloseSheet);
    window.ask(Command::Open(Sheet::Matches(ask)));
    assert!(
        window.says("Amara Adeyemi needs “sealed bearings”; Haruka Tanaka offers “salt-water bearings”.")
    );
    window.click("Pass the card on");
    assert!(!window.shows("Not a fit"), "another sheet lies above");
}

#[test]
fn no_fit_is_remembered_folded_away_and_taken_back() {
    let mut window = window(Route::Cards);
    let ask = MatchAsk::Need(id(&window, "Amara Adeyemi"), need(&window));
    window.ask(Command::Open(Sheet::Matches(ask.clone())));
    let is_unfit = |window: &Window| {
        let helper = id(window, "Haruka Tanaka");
        let klaus = id(window, "Klaus Brenner");
        let amara = window.contact("Amara Adeyemi");
        amara.is_no_fit(need(window), helper) || amara.is_no_fit(need(window), klaus)
    };
    window.click("Not a fit");
    assert!(is_unfit(&window));
    window.click("One marked as no fit");
    window.click("Fits after all");
    assert!(!is_unfit(&window));
    window.ask(Command::CloseSheet);
    window.command(Key::Z);
    assert!(is_unfit(&window), "taking back is a step too");
    window.command(Key::Z);
    assert!(!is_unfit(&window));
    window.save();
    assert_eq!(window.on_disk(), *window.book());
}

#[test]
fn words_are_looked_for_from_the_palette() {
    let mut window = window(Route::Cards);
    window.command(Key::K);
    window.type_on("Kugellager");
    window.click("Who can help with “Kugellager”?");
    // Her name alone stands in the gallery below too.
    assert!(window.says("Haruka Tanaka offers “salt-water bearings”"), "{:?}", window.labels());
    window.type_into("What is needed", "the");
    assert!(!window.says("Haruka Tanaka offers"), "typed over the question before: {:?}", window.labels());
    window.ask(Command::CloseSheet);
    window.command(Key::K);
    window.type_on("the");
    assert!(!window.says("Who can help with “the”"), "{:?}", window.labels());
}

#[test]
fn introductions_of_today_stand_in_the_ledger() {
    let mut window = window(Route::Referrals);
    window.click("Matches");
    assert!(window.says("Introductions you could make today"));
    assert!(
        window.says("Amara Adeyemi needs “sealed bearings”; Haruka Tanaka offers “salt-water bearings”.")
    );
    let second = "Amara Adeyemi needs “sealed bearings”; Klaus Brenner solves “Wälzlager, die rosten”.";
    assert!(window.says(second));
    window.click("Introduce Amara Adeyemi and Haruka Tanaka");
    assert!(window.shows("Plan it"), "{:?}", window.labels());
    window.command(Key::Enter);
    assert_eq!(window.book().introductions.len(), 1);
    let planned = window.book().introductions.values().next().expect("planned");
    let pair = [planned.a.contact(), planned.b.contact()];
    assert_eq!(pair, [Some(id(&window, "Amara Adeyemi")), Some(id(&window, "Haruka Tanaka"))]);
    assert!(
        !window.says("Amara Adeyemi needs “sealed bearings”; Haruka Tanaka offers “salt-water bearings”."),
        "whoever is being introduced is not proposed: {:?}",
        window.labels()
    );
    window.ask(Command::CloseSheet);
    assert!(window.says(second), "the others are: {:?}", window.labels());
}

#[test]
fn several_things_are_noted_one_after_another_and_each_is_one_step_back() {
    let mut window = window(Route::Calendar);
    let lena = id(&window, "Lena Vogt");
    window.ask(Command::Select(Some(lena)));
    window.command(Key::J);
    window.type_on("a room with a piano");
    window.press(Key::Enter);
    window.click("Knows");
    window.type_on("choral conducting");
    window.press(Key::Enter);
    let contact = window.contact("Lena Vogt");
    assert_eq!(contact.needs[0].what, "a room with a piano");
    assert_eq!((contact.needs[0].opened_on, contact.needs[0].closed_on), (Some(today()), None));
    assert_eq!(
        contact.expertise.first().map(|it| it.what.as_str()),
        Some("choral conducting"),
        "{:?} {:?}",
        window.value_of("In a few words"),
        window.labels()
    );
    assert_eq!(contact.noted_on("choral conducting"), Some(today()));
    window.click("Done");
    window.command(Key::Z);
    assert!(window.contact("Lena Vogt").expertise.is_empty());
    assert_eq!(window.contact("Lena Vogt").needs.len(), 1);
}

#[test]
fn what_stands_elsewhere_is_completed_while_typing() {
    let mut window = window(Route::Cards);
    let lena = id(&window, "Lena Vogt");
    window.ask(Command::Open(Sheet::Capture(Some(lena))));
    window.type_on("salt");
    window.click("salt-water bearings");
    window.press(Key::Enter);
    assert_eq!(window.contact("Lena Vogt").needs[0].what, "salt-water bearings");
}

#[test]
fn own_words_that_mean_the_same_are_kept_in_the_book() {
    let mut window = window(Route::Settings);
    window.ask(Command::Open(Sheet::Synonyms));
    window.type_into("Words of one group", "blorb, salt-water bearings");
    window.click("Save");
    assert_eq!(window.book().header.synonyms.len(), 1);
    window.ask(Command::Open(Sheet::Matches(MatchAsk::Text("blorb".to_owned()))));
    assert!(window.says("Haruka Tanaka"), "{:?}", window.labels());
    window.ask(Command::CloseSheet);
    window.command(Key::Z);
    assert!(window.book().header.synonyms.is_empty());
}

#[test]
fn who_has_the_card_already_is_said_and_nothing_more_offered() {
    let world = world().contact("Haruka Tanaka").passed_on_to("Amara Adeyemi");
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    let ask = MatchAsk::Card(id(&window, "Haruka Tanaka"));
    window.ask(Command::Open(Sheet::Matches(ask)));
    assert!(window.says("Has it already, since 14 Oct"), "{:?}", window.labels());
    assert!(window.book().referrals.values().all(|it| it.state >= ReferralState::PassedOn));
    assert!(!window.shows("Pass the card on"));
}

#[test]
fn what_cannot_be_seen_is_not_noted_and_what_is_endless_stops_nothing() {
    for unseen in ["\u{200b}\u{feff}", "\u{301}\u{301}", "\u{202e}"] {
        let mut window = window(Route::Cards);
        let lena = id(&window, "Lena Vogt");
        window.ask(Command::Open(Sheet::Capture(Some(lena))));
        window.type_on(unseen);
        window.press(Key::Enter);
        assert!(window.contact("Lena Vogt").needs.is_empty(), "{unseen:?}");
    }
    let mut window = window(Route::Cards);
    let lena = id(&window, "Lena Vogt");
    let endless = format!("{}bearings", "x".repeat(100_000));
    for need in ["x", "紙", "🎉", "\u{202e}sealed bearings", "<b>bearings</b>", endless.as_str()] {
        window.ask(Command::Open(Sheet::Capture(Some(lena))));
        window.type_on(need);
        window.press(Key::Enter);
        let needs = window.contact("Lena Vogt").needs.clone();
        let noted = needs.last().expect("noted");
        assert_eq!(noted.what, need);
        window.ask(Command::CloseSheet);
        window.ask(Command::Open(Sheet::Matches(MatchAsk::Need(lena, noted.id))));
        let says_nothing = window.says("That says nothing to look for");
        assert_eq!(says_nothing, matches!(need, "x" | "🎉"), "{need:.20}");
        let offers = window.says("offers “salt-water bearings”");
        assert_eq!(offers, need.ends_with("sealed bearings") || need.starts_with('<'), "{need:.20}");
        window.ask(Command::CloseSheet);
    }
    // All of them on the page of the person, and among the introductions.
    window.ask(Command::Select(Some(lena)));
    window.ask(Command::ShowTab(Tab::Knowledge));
    assert!(window.says("Who can help with “紙”?"));
    window.ask(Command::Go(Route::Referrals));
    window.click("Matches");
    assert!(window.says("Introductions you could make today"));
    window.save();
    assert_eq!(window.on_disk(), *window.book());
}

#[test]
fn tags_are_completed_from_the_book_with_the_keyboard() {
    let mut world = world();
    for (name, tag) in
        [("Klaus Brenner", "Wälzlager"), ("Haruka Tanaka", "ガラス"), ("Amara Adeyemi", "Lager")]
    {
        let contacts = [world.find_or_add(name)].into();
        world = world.edit(Edit::SetTag { contacts, tag: tag.to_owned(), add: true });
    }
    let mut window = Window::playing(world, Route::Cards, [1440.0, 900.0]);
    let lena = id(&window, "Lena Vogt");
    let tags = |window: &Window| window.contact("Lena Vogt").tags.iter().cloned().collect::<Vec<_>>();
    window.ask(Command::Select(Some(lena)));
    window.ask(Command::ShowTab(Tab::Person));
    window.type_into("Add tag", "lag");
    assert!(window.shows("Lager") && window.shows("Wälzlager"), "{:?}", window.labels());
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(tags(&window), ["Wälzlager"], "the second one of the list");
    // The field is ready for the next one; what the person has is not offered again.
    window.type_on("lag");
    assert!(window.shows("Lager") && !window.shows("Wälzlager"));
    window.press(Key::Escape);
    assert!(!window.shows("Lager"), "the list is closed: {:?}", window.labels());
    assert_eq!(window.value_of("Add tag"), "lag", "and the field is not left");
    window.press(Key::Enter);
    assert_eq!(tags(&window), ["Wälzlager", "lag"], "a new one");
    window.type_on("がら");
    window.click("ガラス");
    assert_eq!(tags(&window), ["Wälzlager", "lag", "ガラス"]);
    window.click("Remove the tag lag");
    window.command(Key::Z);
    window.command(Key::Z);
    assert_eq!(tags(&window), ["Wälzlager", "lag"], "each is one step back");
}

#[test]
fn somebody_unknown_is_added_while_something_is_noted_and_the_note_goes_on() {
    let mut window = window(Route::Today);
    window.command(Key::J);
    window.type_on("Zora Quandt");
    assert!(window.says("Nothing found"), "{:?}", window.labels());
    window.press(Key::Enter);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContactNamed("Zora Quandt".to_owned())));
    assert_eq!(window.value_of("Name"), "Zora Quandt");
    window.command(Key::Enter);
    let zora = window.contact("Zora Quandt").id;
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Capture(None)), "back where it began");
    window.type_on("a bakery");
    window.press(Key::Enter);
    assert_eq!(window.book().contacts[&zora].needs[0].what, "a bakery");
    assert!(window.book().cards.values().all(|card| card.contact != Some(zora)), "no card came with her");
}

#[test]
fn what_is_given_up_while_somebody_is_added_chooses_nobody() {
    let mut window = window(Route::Today);
    window.command(Key::J);
    window.type_on("Zora Quandt");
    window.click("Add Zora Quandt as a new person");
    window.click("Cancel");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::Capture(None)));
    assert!(window.book().contacts.len() == 4 && window.value_of("Who") == "Zora Quandt");
}

#[test]
fn the_fields_of_a_note_stay_where_they_are_when_its_kind_changes() {
    let mut window = window(Route::Today);
    let amara = id(&window, "Amara Adeyemi");
    window.ask(Command::Open(Sheet::Capture(Some(amara))));
    let place = |window: &Window| window.control("Looks for").rect().min;
    let before = place(&window);
    for kind in ["Knows", "Research note", "Hobby"] {
        window.click(kind);
        assert_eq!(place(&window), before, "{kind}");
    }
}

#[test]
fn whoever_could_help_is_asked_with_a_letter_about_it() {
    let mut window = window(Route::Cards);
    window.ask(Command::Open(Sheet::Matches(MatchAsk::Text("bearings".to_owned()))));
    window.click("Ask Haruka Tanaka");
    assert!(window.says("Ask Haruka Tanaka"), "{:?}", window.labels());
    assert!(window.value_of("Letter").contains("bearings"), "{}", window.value_of("Letter"));
    window.click("Sent, remind me");
    let haruka = id(&window, "Haruka Tanaka");
    let talk =
        window.book().encounters.values().find(|it| it.contacts.contains(&haruka)).expect("the letter");
    assert_eq!(talk.topics, ["bearings"]);
    assert!(
        window.book().follow_ups.values().any(|it| it.contacts.contains(&haruka)),
        "the answer is asked for"
    );
}

#[test]
fn all_that_could_help_is_reached_however_many_there_are() {
    let mut world = World::new();
    for number in 0..30 {
        world = note(world, &format!("Helper {number:02}"), Captured::Offer, "bearings");
    }
    let mut window = Window::playing(world, Route::Cards, [1440.0, 8000.0]);
    window.ask(Command::Open(Sheet::Matches(MatchAsk::Text("bearings".to_owned()))));
    let shown =
        |window: &Window| (0..30).filter(|number| window.shows(&format!("Ask Helper {number:02}"))).count();
    assert_eq!(shown(&window), 12);
    window.click("Show more");
    assert_eq!(shown(&window), 24);
    window.click("Show more");
    assert_eq!(shown(&window), 30);
    assert!(!window.shows("Show more"));
}

#[test]
fn all_needs_of_somebody_are_asked_about_when_that_is_wanted() {
    let mut world = World::new();
    // The oldest needs are those that somebody can help with.
    for number in 0..15 {
        let what = if number < 2 { format!("bearings of size {number}") } else { format!("xq{number}zz") };
        world = note(world, "Amara Adeyemi", Captured::Need, &what);
    }
    let amara = world.id("Amara Adeyemi");
    let mut amara_now = world.session.book().contacts[&amara].needs.clone();
    for (number, need) in amara_now.iter_mut().enumerate() {
        need.opened_on = today().checked_sub_days(chrono::Days::new(100 - number as u64));
    }
    let needs = cardloom::edit::ContactField::Needs(amara_now);
    let world = world.edit(Edit::SetContact { contact: amara, field: needs });
    let mut world = note(world, "Haruka Tanaka", Captured::Offer, "bearings of size 0");
    for number in 0..5 {
        world = note(world, &format!("Other {number}"), Captured::Offer, &format!("xq{}zz", 5 + number));
    }
    let mut window = Window::playing(world, Route::Cards, [1440.0, 2400.0]);
    window.ask(Command::Select(Some(amara)));
    window.ask(Command::ShowTab(Tab::Knowledge));
    let helps = |window: &Window| window.says("Haruka Tanaka offers “bearings of size 0”");
    assert!(!helps(&window), "{:?}", window.labels());
    window.click("Show all");
    assert!(helps(&window), "{:?}", window.labels());
    window.click("Show fewer");
    assert!(!helps(&window));
}

#[test]
fn a_half_typed_tag_stays_with_its_person() {
    let mut window = window(Route::Cards);
    let (amara, haruka) = (id(&window, "Amara Adeyemi"), id(&window, "Haruka Tanaka"));
    window.ask(Command::Select(Some(amara)));
    window.ask(Command::ShowTab(Tab::Person));
    window.type_into("Add tag", "ship");
    window.ask(Command::Select(Some(haruka)));
    assert_eq!(window.value_of("Add tag"), "", "it is not hers");
    window.ask(Command::Select(Some(amara)));
    assert_eq!(window.value_of("Add tag"), "ship");
    assert!(
        window.book().contacts[&haruka].tags.is_empty() && window.book().contacts[&amara].tags.is_empty()
    );
    // Nor is it lost without a word when the window closes.
    window.ask(Command::Select(Some(haruka)));
    let asked = window.close();
    assert!(asked.contains(&eframe::egui::ViewportCommand::CancelClose), "{asked:?}");
}
