//! *Clear ten* in the real window: one card of the pile after another, by keys and by what stands on the controls.

use cardloom::edit::{Edit, Employment, Filing, NewCard};
use cardloom::gui::settings::Settings;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::index::{GalleryQuery, GalleryRows, Query};
use cardloom::model::*;
use chrono::Days;
use eframe::egui::{Key, ViewportCommand};

use crate::stage::Window;
use crate::world::{World, image, today};

/// People whose cards came one after another, a year ago and later; nothing was done with any.
fn window(count: u64) -> Window {
    let mut world = World::new();
    for number in 0..count {
        let contact = Box::new(Contact {
            name: PersonName::new("", format!("Person {number:02}")),
            ..Contact::default()
        });
        let received_on = today().checked_sub_days(Days::new(365 - number));
        let received = Some(NewCard { received_on, ..NewCard::default() });
        world = world.edit(Edit::AddContact { contact, employment: Employment::default(), received });
    }
    Window::playing(world, Route::Today, [1440.0, 900.0])
}

/// The same on a file, as after a start.
fn filed(count: u64) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    cardloom::store::Store::create(&folder.path().join("book.ron"), window(count).book()).expect("saved");
    Window::open_in(folder)
}

fn begin(window: &mut Window) {
    window.ask(Command::Open(Sheet::ClearTen));
}

#[test]
fn ten_cards_come_oldest_first_and_the_end_is_calm() {
    let mut window = window(12);
    assert!(window.says("12 cards wait for a first step"), "{:?}", window.labels());
    window.press(Key::C);
    assert!(window.shows("1 of 10") && window.says("Person 00"), "{:?}", window.labels());
    // A first impression, by the key and with the keyboard alone.
    window.press(Key::I);
    window.type_on("Laughs a lot");
    window.command(Key::Enter);
    assert!(window.shows("2 of 10") && window.says("Person 01"), "{:?}", window.labels());
    // What they can do.
    window.press(Key::K);
    window.type_on("tax law");
    window.press(Key::Enter);
    assert!(window.shows("3 of 10"), "{:?}", window.labels());
    assert_eq!(window.contact("Person 01").expertise[0].what, "tax law");
    // Let go, then skip the rest.
    window.press(Key::G);
    assert!(window.contact("Person 02").archived.is_some());
    for _ in 0..7 {
        window.press(Key::S);
    }
    assert!(window.says("10 cards looked at"), "{:?}", window.labels());
    assert!(window.says("Person 00, first impression written"), "{:?}", window.labels());
    assert!(window.says("Person 02, let go") && window.says("Person 05, skipped"));
    assert!(window.says("9 cards are left in the pile"), "{:?}", window.labels());
    // Ten more begins with those that were not looked at today.
    window.click("Ten more");
    assert!(window.shows("1 of 2") && window.says("Person 10"), "{:?}", window.labels());
}

#[test]
fn a_skipped_card_does_not_come_back() {
    let mut window = window(3);
    begin(&mut window);
    window.press(Key::S);
    assert!(window.says("Person 01"));
    window.press(Key::G);
    window.press(Key::G);
    assert!(window.says("3 cards looked at"), "the skipped one is not asked again: {:?}", window.labels());
    assert!(window.contact("Person 00").archived.is_none());
}

#[test]
fn undo_in_a_run_brings_the_card_back() {
    let mut window = window(3);
    begin(&mut window);
    window.press(Key::G);
    assert!(window.says("Person 01"));
    window.command(Key::Z);
    assert!(window.contact("Person 00").archived.is_none());
    assert!(window.says("Person 00") && window.shows("1 of 3"), "{:?}", window.labels());
}

#[test]
fn a_run_goes_on_where_it_was_left_with_what_was_typed() {
    let mut window = filed(5);
    begin(&mut window);
    window.press(Key::S);
    window.press(Key::I);
    window.type_on("half a thought");
    window.ask(Command::CloseSheet);
    // No file has these words: the window asks before it closes.
    assert!(window.close().contains(&ViewportCommand::CancelClose), "{:?}", window.labels());
    window.ask(Command::KeepTyping);
    begin(&mut window);
    assert!(window.shows("2 of 5"), "{:?}", window.labels());
    assert_eq!(window.value_of("First impression"), "half a thought");
    window.press(Key::I);
    window.command(Key::Enter);
    window.ask(Command::CloseSheet);
    window.save();
    assert!(window.close().is_empty(), "nothing is left to lose");
}

#[test]
fn a_card_without_a_name_is_named_on_the_way_and_waits_for_more() {
    let attachments = vec![image(1), image(2)];
    let world = World::new().edit(Edit::AddCards {
        attachments,
        filing: Filing::Pile,
        event: None,
        exchange: Exchange::IAsked,
    });
    let mut window = Window::playing(world, Route::Today, [1440.0, 900.0]);
    begin(&mut window);
    assert!(window.says("A card without a name"), "{:?}", window.labels());
    window.press(Key::N);
    window.type_into("Name", "Mina Schäfer");
    window.press(Key::Enter);
    assert!(window.book().contacts.values().any(|it| it.display_name().contains("Mina")));
    assert_eq!(window.state().open_sheet(), Some(&Sheet::ClearTen), "only this card was named");
    assert!(window.shows("1 of 2") && window.says("named"), "{:?}", window.labels());
    window.press(Key::W);
    window.type_on("Wallet");
    window.press(Key::Enter);
    assert!(window.says("has its place"), "{:?}", window.labels());
    window.press(Key::Enter);
    assert!(window.shows("2 of 2"), "{:?}", window.labels());
    window.press(Key::S);
    assert!(window.says("2 cards looked at"), "{:?}", window.labels());
}

#[test]
fn an_empty_pile_says_so() {
    let mut window = Window::playing(World::new(), Route::Today, [1000.0, 700.0]);
    begin(&mut window);
    assert!(window.says("The pile is empty"), "{:?}", window.labels());
    window.click("Close");
    assert!(window.state().open_sheet().is_none());
}

#[test]
fn every_card_of_the_pile_is_found_seen_and_opened() {
    let world = World::new()
        .edit(Edit::AddCards {
            attachments: vec![image(1)],
            filing: Filing::Pile,
            event: None,
            exchange: Exchange::IAsked,
        })
        .contact("Mina Schäfer")
        .met_at("RustConf")
        .contact("Jonas Weber");
    // Two cards that were typed by hand, without any text or picture: one goes to the pile, one waits there with its owner.
    let mut window = Window::playing(world, Route::Today, [1440.0, 900.0]);
    for name in ["Omar Haddad", "Lena Fischer"] {
        let contact = Box::new(Contact { name: PersonName::parse(name), ..Contact::default() });
        let received = Some(NewCard { received_on: Some(today()), ..NewCard::default() });
        window.ask(Edit::AddContact { contact, employment: Employment::default(), received }.into());
    }
    let of = |window: &Window, name: &str| {
        let owner = window.contact(name).id;
        window.book().cards.values().find(|card| card.contact == Some(owner)).expect("a card").id
    };
    let bare = of(&window, "Omar Haddad");
    window.ask(Edit::UnfileCard { card: bare }.into());
    assert!(window.says("2 new cards"), "{:?}", window.labels());
    let whole = window.state().session().index().whole_pile();
    assert!(whole.contains(&bare) && whole.len() >= 3, "{whole:?}");

    let found = |window: &Window, query: &str| {
        let search = window.state().session().index().find(&Query::parse(query), today());
        let query = GalleryQuery::default();
        let book = window.book();
        let rows = GalleryRows::of(book, window.state().session().index(), &query, &search, today());
        let mut cards: Vec<Id<Card>> = rows.tiles().filter_map(|tile| tile.card).collect();
        cards.sort_unstable();
        cards
    };
    let mut sorted = whole;
    sorted.sort_unstable();
    assert_eq!(found(&window, "is:pile"), sorted, "the gallery shows what Today counts");
    assert!(found(&window, "has:card").contains(&bare) && found(&window, "-has:scan").contains(&bare));

    // It is opened by the keyboard alone.
    window.ask(Command::Go(Route::Cards));
    window.command(Key::F);
    window.type_on("is:pile -has:scan");
    window.press(Key::Enter);
    window.ask(Command::SelectCard(bare));
    assert!(window.says("A card without a name"), "{:?}", window.labels());
    window.command(Key::Z);
    assert_eq!(window.book().cards[&bare].contact, Some(window.contact("Omar Haddad").id));
    assert_eq!(found(&window, "is:pile").len(), sorted.len(), "the same cards");
}

#[test]
fn a_run_goes_on_after_the_program_was_closed() {
    let mut window = filed(12);
    begin(&mut window);
    window.press(Key::S);
    window.press(Key::I);
    window.type_on("Laughs a lot");
    window.command(Key::Enter);
    window.press(Key::G);
    assert!(window.shows("4 of 10") && window.says("Person 03"), "{:?}", window.labels());
    window.save();
    // The window is closed with the sheet open.
    let kept = format!("{:?}", window.state().settings().pile_run);
    assert!(!kept.contains("Person") && !kept.contains("Laughs"), "settings lie open on the disk: {kept}");
    let mut window = window.restart();
    begin(&mut window);
    assert!(window.shows("4 of 10") && window.says("Person 03"), "{:?}", window.labels());
    for _ in 0..7 {
        window.press(Key::S);
    }
    assert!(window.says("10 cards looked at") && window.says("Person 00, skipped"), "{:?}", window.labels());
    assert!(window.says("Person 01, first impression written"), "{:?}", window.labels());
    assert!(window.says("Person 02, let go"), "{:?}", window.labels());
    // Ended, and the program closed again: those that were looked at today do not come again.
    let mut window = window.restart();
    begin(&mut window);
    assert!(window.shows("1 of 2") && window.says("Person 10"), "{:?}", window.labels());
    window.press(Key::S);
    window.press(Key::S);
    assert!(window.says("2 cards looked at"), "{:?}", window.labels());
}

#[test]
fn a_kept_run_of_another_day_or_book_is_none() {
    let mut one = window(3);
    begin(&mut one);
    one.press(Key::S);
    assert!(one.shows("2 of 3"));
    let kept = one.state().settings().clone();
    let run = kept.pile_run.clone().expect("a run");
    // The same settings on another day.
    let mut late = run.clone();
    late.on = late.on.pred_opt().expect("a day");
    // And on another book: its cards have other marks.
    let mut elsewhere = run.clone();
    elsewhere.cards.iter_mut().for_each(|card| card.card ^= 1);
    for (pile_run, position) in [(run, "2 of 3"), (late, "1 of 3"), (elsewhere, "1 of 3")] {
        let mut window = window(3);
        window.ask(Command::Settings(Settings { pile_run: Some(pile_run), ..kept.clone() }));
        begin(&mut window);
        assert!(window.shows(position), "{position}: {:?}", window.labels());
    }
}

#[test]
fn how_long_a_card_has_waited_is_said_in_three_languages() {
    use cardloom::text::{Locale, Texts};
    let told = |locale, days| Texts::new(locale).pile_waits("12 Feb", days);
    assert_eq!(told(Locale::En, 291), "Came 12 Feb, has waited for 291 days");
    assert_eq!(told(Locale::De, 1), "Kam am 12 Feb, wartet seit einem Tag");
    assert_eq!(told(Locale::De, 291), "Kam am 12 Feb, wartet seit 291 Tagen");
    assert_eq!(told(Locale::Ja, 291), "12 Febに受け取ってから291日待っています");
}
