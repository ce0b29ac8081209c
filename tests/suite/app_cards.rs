//! The gallery, dropped pictures and the naming of cards, in the real window.

use std::sync::Arc;

use cardloom::edit::{Edit, Employment, NewCard};
use cardloom::gui::{Command, Sheet};
use cardloom::model::{Attendance, Contact, Exchange, FollowUpKind, Id, PersonName};
use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::today;

/// Takes somebody in who has a card without a picture.
fn add(window: &mut Window, name: &str, organization: &str) -> Id<Contact> {
    let edit = Edit::AddContact {
        contact: Box::new(Contact { name: PersonName::parse(name), ..Contact::default() }),
        employment: Employment { organization: organization.to_owned(), ..Employment::default() },
        received: Some(NewCard::default()),
    };
    window.state_mut().session_mut().commit(edit).expect("a person");
    window.settle();
    window.contact(name).id
}

#[test]
fn a_dropped_card_is_named_in_one_step_of_undo() {
    let mut window = Window::open();
    let file = window.picture("mina.png", 10);
    window.drop_files([file]);
    let card = window.only_card().id;
    assert!(window.only_card().contact.is_none() && window.only_card().front.is_some());
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NameCards(Some(card))));

    window.type_into("Name", "Mina Schäfer");
    window.type_into("Company", "Studio Lichtung");
    window.type_into("Event", "Hardware Evening");
    window.type_into("First impression", "Asked three good questions.");
    window.click("They asked");
    window.type_into("E-mail", "mina@example.com");
    window.press(Key::Enter);

    let mina = window.contact("Mina Schäfer");
    let card = window.only_card();
    assert_eq!(card.contact, Some(mina.id));
    assert_eq!(mina.emails[0].value, "mina@example.com");
    assert_eq!(card.exchange, Exchange::TheyAsked);
    assert_eq!(card.impressions.len(), 1);
    assert_eq!(
        (card.impressions[0].on, card.impressions[0].text.as_str()),
        (today(), "Asked three good questions.")
    );
    let event = card.event.and_then(|event| window.book().get(event)).expect("the new event");
    assert_eq!((event.title.as_str(), event.starts_on), ("Hardware Evening", Some(today())));
    assert_eq!(event.status, Attendance::Attended);
    let kinds: Vec<_> = window.book().follow_ups.values().map(|follow_up| follow_up.kind).collect();
    assert_eq!(kinds, [FollowUpKind::ThankYou, FollowUpKind::Review]);
    assert_eq!(window.state().open_sheet(), None, "the pile is sorted");
    assert!(window.shows("Mina Schäfer, Studio Lichtung"), "the gallery shows the tile by its name");

    assert_eq!(window.undo_everything(), 2, "taking in and naming");
    assert!(window.book().is_empty());
}

#[test]
fn enter_names_card_after_card_and_the_event_stays() {
    let mut window = Window::open();
    let files = [window.picture("1.png", 1), window.picture("2.png", 2), window.picture("3.png", 3)];
    window.drop_files(files);
    assert!(window.shows("Name the cards · 1 of 3"));
    window.type_into("Event", "Salon");
    window.type_into("Name", "Jonas Weber");
    window.press(Key::Enter);
    assert!(window.shows("Name the cards · 2 of 3"));
    window.click("It is the back of Jonas Weber’s card");
    assert!(window.shows("Name the cards · 3 of 3") || window.shows("Name the cards · 2 of 2"));
    window.type_into("Name", "田中 遥");
    window.press(Key::Enter);
    let book = window.book();
    assert_eq!((book.cards.len(), book.contacts.len(), book.events.len()), (2, 2, 1));
    let events: std::collections::BTreeSet<_> = book.cards.values().map(|card| card.event).collect();
    assert_eq!(events.len(), 1, "the second person was met at the same event");
    let jonas = window.contact("Jonas Weber").id;
    let card = book.cards.values().find(|card| card.contact == Some(jonas)).expect("his card");
    assert!(card.front.is_some() && card.back.is_some());
    assert_eq!(window.contact("田中 遥").name.family, "田中");
}

#[test]
fn a_bad_file_among_good_ones_is_told_and_the_others_come_in() {
    let mut window = Window::open();
    let bad = window.folder.path().join("broken.png");
    std::fs::write(&bad, b"\x89PNG\r\n\x1a\nnothing").expect("a file");
    let files = [window.picture("a.png", 1), bad.clone(), window.picture("b.png", 2)];
    let before = std::fs::read(&bad).expect("the bad file");
    window.drop_files(files);
    assert_eq!(window.book().cards.len(), 2);
    assert!(window.shows("1 scan was not taken in"));
    assert!(window.query_all_by_label_contains("broken.png").next().is_some());
    assert_eq!(std::fs::read(&bad).expect("the bad file"), before, "the file is untouched");
    assert_eq!(window.undo_everything(), 1);
}

#[test]
fn an_empty_name_is_not_saved_and_says_so() {
    let mut window = Window::open();
    let file = window.picture("a.png", 1);
    window.drop_files([file]);
    window.press(Key::Enter);
    assert!(window.book().contacts.is_empty());
    window.type_into("Received on", "x");
    window.type_into("Name", "Mina");
    window.press(Key::Enter);
    assert!(window.book().contacts.is_empty(), "a wrong date is not saved");
    assert!(window.query_all_by_label_contains("This is no date").next().is_some());
}

#[test]
fn scans_that_come_while_somebody_is_selected_are_asked_about() {
    let check = |key: Key, count: u8| {
        let mut window = Window::open();
        let mina = add(&mut window, "Mina Schäfer", "Studio Lichtung");
        let old = window.only_card().id;
        window.ask(Command::Select(Some(mina)));
        let files: Vec<_> = (0..count).map(|at| window.picture(&format!("{at}.png"), at)).collect();
        window.drop_files(files);
        assert_eq!(window.state().open_sheet(), Some(&Sheet::FileImages));
        assert_eq!(window.book().cards.len(), 1, "nothing happens before the answer");
        assert_eq!(window.shows("The back of Mina Schäfer’s card"), count == 1);
        window.press(key);
        let cards: Vec<(bool, bool, bool)> = window
            .book()
            .cards
            .values()
            .filter(|card| card.id != old || card.back.is_some())
            .map(|card| (card.contact == Some(mina), card.front.is_some(), card.back.is_some()))
            .collect();
        cards
    };
    assert_eq!(check(Key::Num1, 1), [(true, true, false)], "a new card of hers");
    assert_eq!(check(Key::Num2, 1), [(true, false, true)], "the back of her card");
    assert_eq!(check(Key::Num3, 1), [(false, true, false)], "somebody else's");
    assert_eq!(check(Key::Num2, 2), [(false, true, false); 2], "two pictures cannot be one back");
    assert_eq!(check(Key::Escape, 1), [], "not wanted");
}

#[test]
fn a_pasted_picture_becomes_a_card() {
    let mut window = Window::open();
    let pixels = egui::ColorImage::filled([85, 55], egui::Color32::from_rgb(200, 30, 60));
    window.event(egui::Event::PasteImage(Arc::new(pixels)));
    window.settle();
    let front = window.only_card().front.and_then(|id| window.book().get(id)).expect("a picture");
    assert_eq!((front.width, front.height), (85, 55));
    assert_eq!(front.name, "Pasted picture");
}

#[test]
fn a_known_person_gets_another_card_and_no_double() {
    let mut window = Window::open();
    add(&mut window, "Mina Schäfer", "Studio Lichtung");
    let file = window.picture("a.png", 1);
    window.drop_files([file]);
    window.type_into("Name", "schafer, MINA");
    window.click("It is this person’s card");
    assert_eq!((window.book().contacts.len(), window.book().cards.len()), (1, 2));
    let mina = window.contact("Mina Schäfer").id;
    assert!(window.book().cards.values().all(|card| card.contact == Some(mina)));
}

#[test]
fn a_card_typed_by_hand_on_the_first_page_is_received_today() {
    let mut window = Window::open();
    window.click("Type a card by hand");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContact));
    window.type_into("Name", "Priya Natarajan");
    window.click("Add person");
    let priya = window.contact("Priya Natarajan").id;
    let card = window.only_card();
    assert_eq!((card.contact, card.received_on), (Some(priya), Some(today())));
    assert!(window.book().events.is_empty());
}

#[test]
fn the_keys_of_the_gallery_select_turn_and_delete() {
    let mut window = Window::open();
    for name in ["Ada Abel", "Ben Busch", "Cleo Conrad"] {
        add(&mut window, name, "");
    }
    window.get_by_label("Cleo Conrad").click();
    window.settle();
    let selected = |window: &Window| {
        let selection = window.state().selection().contact;
        selection.and_then(|id| window.book().get(id)).map(|contact| contact.display_name())
    };
    assert_eq!(selected(&window).as_deref(), Some("Cleo Conrad"));
    window.press(Key::ArrowRight);
    assert_eq!(selected(&window).as_deref(), Some("Ben Busch"), "the newest card comes first");
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowRight);
    window.press(Key::F);
    window.press(Key::Delete);
    assert_eq!(window.book().trash.len(), 1);
    assert_eq!(selected(&window), None);
    assert!(!window.shows("Ben Busch"), "the trash is not shown");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert!(window.book().trash.is_empty());
    assert!(window.shows("Ben Busch, back: Nothing written yet."), "he is back, and still turned over");
}

#[test]
fn the_search_and_the_chips_filter_the_gallery() {
    let mut window = Window::open();
    add(&mut window, "Ada Abel", "Acme");
    add(&mut window, "Ben Busch", "Busch AG");
    window.type_into("Search", "acme");
    assert!(window.shows("Ada Abel, Acme") && !window.shows("Ben Busch, Busch AG"));
    window.type_into("Search", " xyz");
    assert!(window.shows("Nothing found"));
    window.get_all_by_role_and_label(Role::Button, "Clear search").last().expect("the action").click();
    window.settle();
    assert!(window.shows("Ada Abel, Acme") && window.shows("Ben Busch, Busch AG"));
    window.click("Review due");
    assert!(window.shows("No card fits"), "nothing is due on the first day");
    window.click("Thank-you due");
    window.click("Show all cards");
    assert!(window.shows("Ben Busch, Busch AG"));
}

#[test]
fn a_turned_card_says_what_stands_on_its_back() {
    let mut window = Window::open();
    add(&mut window, "Ada Abel", "Acme");
    let card = window.only_card().id;
    window.ask(Edit::RecordImpression { card, text: "Listens first.".to_owned() }.into());
    window.get_by_label("Ada Abel, Acme").click();
    window.settle();
    window.press(Key::F);
    assert!(window.shows("Ada Abel, back: Listens first."));
    window.press(Key::Space);
    assert!(window.shows("Ada Abel, Acme"));
    window.press(Key::Enter);
    let mut more = window.query_all_by_role_and_label(Role::Button, "More");
    assert!(more.any(|button| button.is_focused()), "Enter goes on into the inspector");
}

#[test]
fn a_scan_that_is_missing_is_said_and_looked_for_again() {
    let mut window = Window::open();
    let file = window.picture("a.png", 1);
    window.drop_files([file]);
    let session = window.state_mut().session_mut();
    session.flush(std::time::Duration::from_secs(20));
    let folder = window.quit();
    let (pictures, hidden) = (folder.path().join("attachments"), folder.path().join("elsewhere"));
    std::fs::rename(&pictures, &hidden).expect("the pictures are put elsewhere");

    let mut window = Window::open_in(folder);
    assert_eq!(window.book().cards.len(), 1, "the card is there");
    let find = |window: &Window| window.query_by_role_and_label(Role::Button, "Find the picture …").is_some();
    assert!(find(&window), "the drawn card is marked");
    let told = window.query_all_by_label_contains("One picture is missing in ");
    assert_eq!(told.count(), 1, "one line tells of all of them");
    window.click("Find the picture …");

    // What a file dialog would bring: the file itself, wherever it lies now and whatever it is called.
    let picture = *window.book().attachments.keys().next().expect("its record");
    let file =
        std::fs::read_dir(&hidden).expect("a folder").next().expect("a file").expect("an entry").path();
    window.ask(Command::TryPicture(picture, file));
    assert!(window.shows("The picture is back.") && !find(&window));
    assert!(pictures.read_dir().expect("the folder is there again").next().is_some());
    assert_eq!(window.only_card().front, Some(picture), "nothing in the book had to change");
}

#[test]
fn another_picture_takes_the_place_of_a_missing_one_and_undo_brings_the_entry_back() {
    let mut window = Window::open();
    let (file, other) = (window.picture("a.png", 1), window.picture("b.png", 2));
    window.drop_files([file]);
    let before = window.only_card().front.expect("a front");
    window.save();
    let folder = window.quit();
    std::fs::remove_dir_all(folder.path().join("attachments")).expect("the pictures are lost");

    let mut window = Window::open_in(folder);
    let nowhere = window.folder.path().join("nowhere.png");
    window.ask(Command::TryPicture(before, nowhere));
    assert!(window.query_all_by_label_contains("nowhere.png").next().is_some(), "it is said what is wrong");
    window.ask(Command::TryPicture(before, other.clone()));
    assert!(window.shows("This is another picture"));
    window.click("Cancel");
    assert_eq!(window.only_card().front, Some(before), "nobody wanted it");
    assert!(!window.folder.path().join("attachments").exists(), "nothing was stored");

    window.ask(Command::TryPicture(before, other));
    window.press(Key::Enter);
    window.settle();
    let after = window.only_card().front.expect("a front");
    assert_ne!(after, before);
    assert!(window.query_by_role_and_label(Role::Button, "Find the picture …").is_none());
    window.save();
    assert_eq!(window.on_disk().cards.values().next().expect("a card").front, Some(after));
    window.state_mut().session_mut().undo();
    window.settle();
    assert_eq!(window.only_card().front, Some(before));
    assert!(window.query_by_role_and_label(Role::Button, "Find the picture …").is_some());
}

#[test]
fn a_circle_that_is_removed_filters_no_longer() {
    let mut window = Window::open();
    let ada = add(&mut window, "Ada Abel", "");
    add(&mut window, "Ben Busch", "");
    let circle = Box::new(cardloom::model::Circle { name: "Makers".to_owned(), ..Default::default() });
    window.ask(Edit::AddCircle { circle }.into());
    let circle = *window.book().circles.keys().next().expect("the circle");
    window.ask(Edit::SetCircle { contacts: vec![ada], circle, member: true }.into());
    window.ask(Command::ShowCircle(Some(circle)));
    assert!(window.shows("Ada Abel") && !window.shows("Ben Busch"));
    window.ask(Edit::RemoveCircle { circle }.into());
    assert!(window.shows("Ada Abel") && window.shows("Ben Busch"));
}

#[test]
fn a_cancelled_question_leaves_nothing_for_the_next_drop() {
    let mut window = Window::open();
    let mina = add(&mut window, "Mina Schäfer", "");
    window.ask(Command::Select(Some(mina)));
    let first = window.picture("a.png", 1);
    window.drop_files([first]);
    window.press(Key::Escape);
    window.ask(Command::Select(None));
    let second = window.picture("b.png", 2);
    window.drop_files([second]);
    let pictures: Vec<_> = window.book().attachments.values().map(|picture| picture.name.clone()).collect();
    assert_eq!(pictures, ["b.png"]);
}

#[test]
fn the_size_of_the_cards_is_kept_in_the_settings() {
    let mut window = Window::open();
    add(&mut window, "Ada Abel", "Acme");
    let width = |window: &Window| window.get_by_label("Ada Abel, Acme").rect().width();
    let medium = width(&window);
    window.get_by_role_and_label(Role::RadioButton, "L").click();
    window.settle();
    assert!(width(&window) > medium);
}

#[test]
fn the_first_page_changes_the_language() {
    let mut window = Window::open();
    window.get_by_role_and_label(Role::RadioButton, "日本語").click();
    window.settle();
    assert!(window.shows("ファイルを選択"));
}
