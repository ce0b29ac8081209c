//! The whole job in the whole window: scans come in and get names, and gallery, calendar and network work on one
//! saved book. Every step is taken by what stands on a control; the book is looked at after the step, the file after
//! the save.

use std::sync::Arc;

use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::{Book, FollowUp, FollowUpKind, Id};
use cardloom::session::{Clock, FixedClock};
use cardloom::store::{SaveState, Store};
use eframe::egui::{self, Key, ViewportCommand};
use egui_kittest::kittest::Queryable as _;

use crate::stage::Window;
use crate::world::{World, today};

/// The open follow-up of this kind.
fn open(book: &Book, kind: FollowUpKind) -> &FollowUp {
    let mut found = book.follow_ups.values().filter(|other| other.kind == kind && other.is_open());
    let first = found.next().unwrap_or_else(|| panic!("no {kind:?} is open"));
    assert!(found.next().is_none(), "more than one {kind:?} is open");
    first
}

/// Everything that was written down, without the header, which each save writes anew.
fn records(book: &Book) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    all.extend(book.contacts.values().map(|record| format!("{record:?}")));
    all.extend(book.cards.values().map(|record| format!("{record:?}")));
    all.extend(book.events.values().map(|record| format!("{record:?}")));
    all.extend(book.follow_ups.values().map(|record| format!("{record:?}")));
    all.extend(book.encounters.values().map(|record| format!("{record:?}")));
    all.extend(book.attachments.values().map(|record| format!("{record:?}")));
    all
}

/// A book with one saved person.
fn saved_with_mina() -> Window {
    let mut window = Window::open();
    window.command(Key::N);
    window.type_into("Name", "Mina Schäfer");
    window.click("Add person");
    assert_eq!(window.save(), SaveState::Saved);
    window
}

#[test]
fn a_new_user_does_the_whole_job_in_one_sitting() {
    // Nothing is there yet: the first page makes its offers.
    let mut window = Window::open();
    assert!(!window.path().exists(), "looking makes no file");
    for offer in ["Drop your scanned cards here", "Choose files", "Load demo", "Import …", "Open …"] {
        assert!(window.shows(offer), "{offer}: {:?}", window.labels());
    }

    // A scan is dropped, named, and stands in the gallery.
    let scan = window.picture("mina.png", 40);
    window.drop_files([scan]);
    let card = window.only_card().id;
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NameCards(Some(card))));
    window.type_into("Name", "Mina Schäfer");
    window.type_into("Company", "Studio Lichtung");
    window.type_into("Event", "Hardware Evening");
    window.type_into("First impression", "Asked three good questions.");
    window.press(Key::Enter);
    assert_eq!(window.state().open_sheet(), None, "the pile is sorted");
    let mina = window.contact("Mina Schäfer").id;
    assert_eq!(window.only_card().contact, Some(mina));
    assert!(window.shows("Mina Schäfer, Studio Lichtung"), "{:?}", window.labels());

    // Turned over, the card shows the impression.
    window.click("Mina Schäfer, Studio Lichtung");
    assert_eq!(window.state().selection().contact, Some(mina));
    let back = "Mina Schäfer, back: Asked three good questions.";
    assert!(!window.shows(back));
    window.press(Key::F);
    assert!(window.shows(back), "{:?}", window.labels());
    window.press(Key::F);
    assert!(!window.shows(back) && window.shows("Mina Schäfer, Studio Lichtung"));

    // Somebody else from the same evening, typed by hand.
    window.command(Key::N);
    window.type_into("Name", "Jonas Weber");
    window.type_into("Event", "Hardware Evening");
    window.click("Add person");
    let jonas = window.contact("Jonas Weber").id;
    assert_eq!(window.book().events.len(), 1, "the same evening");

    // A reminder for Mina.
    window.click("Mina Schäfer, Studio Lichtung");
    window.command(Key::T);
    window.click("Call");
    window.type_into("About", "The article on joints");
    window.click("Add");
    assert_eq!(window.state().open_sheet(), None);
    let call = open(window.book(), FollowUpKind::Call);
    assert!(call.contacts.contains(&mina));
    assert_eq!((call.due_on, call.about.as_str()), (today(), "The article on joints"));

    // It is dragged to another day.
    window.command(Key::Num4);
    assert_eq!(window.state().route(), Route::Calendar);
    let free = "Tue 20 October 2026, nothing to do";
    window.drag("Call: Mina Schäfer", free);
    let moved = chrono::NaiveDate::from_ymd_opt(2026, 10, 20).expect("a day");
    assert_eq!(open(window.book(), FollowUpKind::Call).due_on, moved);
    assert!(window.shows("Tue 20 October 2026, 1 thing"), "{:?}", window.labels());

    // From person to person through the network; the trail remembers both.
    window.command(Key::Num3);
    let node = |window: &Window, name: &str| {
        let labels = window.labels();
        let found =
            labels.iter().find(|label| label.starts_with(&format!("{name}, ")) && label.contains("tie"));
        found.cloned().unwrap_or_else(|| panic!("no node of {name}: {labels:#?}"))
    };
    let label = node(&window, "Mina Schäfer");
    window.click(&label);
    assert_eq!(window.state().selection().contact, Some(mina));
    let label = node(&window, "Jonas Weber");
    window.click(&label);
    assert_eq!(window.state().selection().contact, Some(jonas));
    assert_eq!(window.state().selection().trail.iter().rev().take(2).collect::<Vec<_>>(), [&jonas, &mina]);
    let on_the_way = |name: &str| {
        let links = window.query_all_by_role_and_label(egui::accesskit::Role::Link, name);
        links.count()
    };
    assert_eq!((on_the_way("Mina Schäfer"), on_the_way("Jonas Weber")), (1, 1), "{:?}", window.labels());

    // Everything back, and everything again.
    let done = records(window.book());
    let mut steps = 0;
    while window.state().session().history().undo_label().is_some() {
        window.command(Key::Z);
        assert!(window.says("Undone: "), "each step says what it took back: {:?}", window.labels());
        steps += 1;
        assert!(steps < 100, "Undo does not end");
    }
    assert!(window.book().is_empty() && steps >= 5, "{steps} steps");
    assert!(window.shows("Drop your scanned cards here"), "the first page again");
    for _ in 0..steps {
        window.command_shift(Key::Z);
        assert!(window.says("Redone: "));
    }
    assert_eq!(records(window.book()), done);

    // The save, and the file in a new program.
    assert_eq!(window.save(), SaveState::Saved);
    assert!(window.shows("Saved"));
    assert_eq!(records(&window.on_disk()), done);
    let mut window = window.reopen();
    assert_eq!(records(window.book()), done);
    window.command(Key::Num2);
    for tile in ["Mina Schäfer, Studio Lichtung", "Jonas Weber"] {
        assert!(window.shows(tile), "{tile}: {:?}", window.labels());
    }
    window.command(Key::Num4);
    assert!(window.shows("Call: Mina Schäfer"));
}

#[test]
fn the_language_changes_and_comes_back() {
    let mut window = saved_with_mina();
    window.command(Key::Comma);
    window.click("日本語");
    for label in ["今日", "名刺", "設定"] {
        assert!(window.shows(label), "{label}");
    }
    assert!(!window.shows("Network"));
    window.click("English");
    assert!(window.shows("Network") && !window.shows("名刺"));
}

#[test]
fn the_dark_theme_changes_the_colours_of_every_view_and_loses_nothing() {
    let mut window = saved_with_mina();
    let light = window.state().background();
    window.command(Key::Comma);
    window.click("Dark");
    let dark = window.state().background();
    assert_ne!(dark, light);
    for route in Route::ALL {
        window.ask(Command::Go(route));
        assert!(window.ctx.global_style().visuals.dark_mode);
        assert_eq!(window.state().background(), dark);
    }
    assert_eq!(window.book().contacts.len(), 1);
    window.click("Light");
    assert_eq!(window.state().background(), light);
}

#[test]
fn closing_waits_for_the_save() {
    let mut window = saved_with_mina();
    assert!(window.close().is_empty(), "what is saved closes at once");
    let mut window = window.reopen();
    // The edit and the wish to close arrive in the same frame: the save cannot be over.
    let mina = window.contact("Mina Schäfer").id;
    window.state_mut().ask(cardloom::edit::Edit::Archive { contact: mina, reason: String::new() }.into());
    assert!(window.close().contains(&ViewportCommand::CancelClose), "the window stays");
    let status = window.state_mut().session_mut().flush(std::time::Duration::from_secs(60));
    assert_eq!(status.map(|status| status.state), Some(SaveState::Saved));
    window.run_steps(1);
    assert!(window.asked().contains(&ViewportCommand::Close), "now it closes by itself");
    assert!(window.on_disk().contacts[&mina].archived.is_some());
}

#[test]
fn closing_waits_for_pictures_that_are_read() {
    let mut window = saved_with_mina();
    let scan = window.picture("late.png", 3);
    window.drop_only([scan]);
    window.run_steps(2);
    assert!(window.close().contains(&ViewportCommand::CancelClose), "the picture is still to come");
    window.run_steps(1);
    assert!(window.shows("Saving your last changes"), "{:?}", window.labels());
    window.settle();
    window.save();
    assert_eq!(window.on_disk().cards.len(), 2, "the card is in the book");
}

#[test]
fn a_save_that_fails_says_why_keeps_everything_and_succeeds_when_tried_again() {
    let mut window = Window::open();
    let home = window.folder.path().join("home");
    std::fs::create_dir(&home).expect("a folder");
    let folder = std::mem::replace(&mut window.folder, tempfile::tempdir().expect("a folder"));
    let mut window = Window::on(folder, home.join("book.ron"));
    window.command(Key::N);
    window.type_into("Name", "Mina Schäfer");
    window.click("Add person");
    assert_eq!(window.save(), SaveState::Saved);

    // The folder goes away, as when a stick is pulled out; a file stands in its place.
    let away = window.folder.path().join("away");
    std::fs::rename(&home, &away).expect("the folder can be moved");
    std::fs::write(&home, "in the way").expect("a file");
    window.command(Key::N);
    window.type_into("Name", "Jonas Weber");
    window.click("Add person");
    let SaveState::Failed(error) = window.save() else { panic!("there is no folder to save into") };
    assert!(window.shows("Not saved"), "{:?}", window.labels());
    let texts = cardloom::text::Texts::new(cardloom::text::Locale::En);
    let reason = error.text(&texts);
    window.control("Not saved").hover();
    window.run_steps(12);
    assert!(window.says(&reason), "the reason, {reason:?}, is told: {:?}", window.labels());
    assert_eq!(window.book().contacts.len(), 2, "nothing is lost");

    // Closing asks.
    assert!(window.close().contains(&ViewportCommand::CancelClose));
    // It tries once more before it asks.
    assert!(matches!(window.save(), SaveState::Failed(_)));
    assert!(window.shows("Your last changes are not saved"), "{:?}", window.labels());
    window.click("Keep open");
    assert!(!window.shows("Your last changes are not saved"));

    // The folder is back.
    std::fs::remove_file(&home).expect("the file goes");
    std::fs::rename(&away, &home).expect("the folder comes back");
    window.click("Save again");
    assert_eq!(window.save(), SaveState::Saved);
    assert!(window.shows("Saved") && !window.shows("Not saved"));
    assert_eq!(records(&window.on_disk()), records(window.book()));
}

#[test]
fn a_book_that_cannot_be_read_opens_nothing_and_says_where() {
    let whole = {
        let window = saved_with_mina();
        std::fs::read_to_string(window.path()).expect("the book")
    };
    let cut = whole[..whole.len() * 2 / 3].to_owned();
    let newer = {
        let at = whole.find("version: ").expect("the version comes first") + "version: ".len();
        let digits = whole[at..].find(|c: char| !c.is_ascii_digit()).expect("a number");
        format!("{}{}{}", &whole[..at], 999_999, &whole[at + digits..])
    };
    let bad = [
        ("cut.ron", cut),
        ("newer.ron", newer),
        ("no.ron", "Dear diary,\nnothing here is RON.\n".to_owned()),
    ];
    for (name, text) in bad {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, &text).expect("a file");
        let mut window = Window::on(folder, path.clone());
        assert!(window.shows("The book could not be opened"), "{name}: {:?}", window.labels());
        assert!(window.says(name), "which file");
        if name == "cut.ron" {
            assert!(window.says("line ") && window.says("column "), "where: {:?}", window.labels());
        }
        assert!(window.says("the file was left as it is."));
        // Nothing that is done on this page reaches the file.
        let scan = window.picture("card.png", 1);
        window.drop_files([scan]);
        window.command(Key::N);
        window.command(Key::S);
        assert!(
            window.book().is_empty() && window.state().open_sheet().is_none(),
            "{name}: nothing is half open"
        );
        drop(window.state_mut().session_mut().flush(std::time::Duration::from_secs(60)));
        assert_eq!(std::fs::read_to_string(&path).expect("the file"), text, "{name}: its bytes");
        let beside: Vec<_> = std::fs::read_dir(window.folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
            .filter(|other| other != name && other != "card.png")
            .collect();
        assert!(beside.is_empty(), "{name}: nothing lies beside it: {beside:?}");
        // The file is repaired elsewhere, and tried again.
        std::fs::write(&path, &whole).expect("a file");
        window.click("Try again");
        assert_eq!(window.contact("Mina Schäfer").display_name(), "Mina Schäfer");
    }
}

#[test]
fn a_pasted_picture_becomes_a_card_and_no_frame_encodes_it() {
    let mut window = Window::open();
    let pixels = egui::ColorImage::filled([85, 55], egui::Color32::from_rgb(200, 30, 60));
    window.event(egui::Event::PasteImage(Arc::new(pixels)));
    window.run_steps(3);
    assert!(window.shows("Taking in 1 scan"), "a worker has it: {:?}", window.labels());
    assert!(window.book().cards.is_empty());
    window.settle();
    let front = window.only_card().front.and_then(|id| window.book().get(id)).expect("a picture");
    assert_eq!((front.width, front.height, front.extension.as_str()), (85, 55, "png"));
    assert_eq!(window.save(), SaveState::Saved);
    let file = window.folder.path().join("attachments");
    assert!(file.is_dir(), "the picture lies beside the book");
    assert_eq!(window.on_disk().cards.len(), 1);
}

#[test]
fn many_scans_come_in_at_once_and_each_bad_one_has_its_line() {
    let mut window = Window::open();
    let mut files: Vec<_> = (0..25).map(|at| window.picture(&format!("good {at:02}.png"), at)).collect();
    let whole = std::fs::read(&files[0]).expect("a picture");
    let bad: [(&str, &[u8]); 5] = [
        ("empty.png", b""),
        ("letter.jpg", b"Dear Mina,\nthank you for your card.\n"),
        ("offer.pdf", b"%PDF-1.7\n1 0 obj\n"),
        ("cut.png", &whole[..whole.len() / 2]),
        ("noise.webp", &[0x9d; 300]),
    ];
    for (place, (name, content)) in bad.into_iter().enumerate() {
        let file = window.file(name, content);
        files.insert(place * 6, file);
    }
    window.drop_files(files);
    assert_eq!(window.book().cards.len(), 25);
    assert!(window.shows("5 scans were not taken in"), "{:?}", window.labels());
    for (name, _) in bad {
        assert!(window.says(&format!("“{name}”")), "a line for {name}");
    }
    let names: Vec<_> = window
        .book()
        .cards
        .values()
        .map(|card| card.front.and_then(|id| window.book().get(id)).expect("a picture").name.clone())
        .collect();
    assert!(names.is_sorted(), "in the order in which they came: {names:?}");
    window.press(Key::Escape);
    window.command(Key::Z);
    assert!(window.book().cards.is_empty(), "one drop is one step");
}

#[test]
fn what_was_read_before_cancel_stays_and_the_rest_does_not_come() {
    let mut window = saved_with_mina();
    let files: Vec<_> = (0..4).map(|at| window.picture(&format!("{at}.png"), at)).collect();
    window.drop_only(files);
    window.run_steps(2);
    window.state().run_jobs();
    window.run_steps(2);
    assert!(window.shows("Taking in 4 scans"), "{:?}", window.labels());
    window.control("Cancel").click();
    window.run_steps(3);
    window.settle();
    assert_eq!(window.book().cards.len(), 1, "only the card of before");
    assert!(!window.says("Taking in"), "the panel is gone: {:?}", window.labels());
    assert!(!window.says("not taken in"), "what one cancels is no problem");
    // Afterwards pictures come in as always.
    let scan = window.picture("again.png", 9);
    window.drop_files([scan]);
    assert_eq!(window.book().cards.len(), 2);
}

#[test]
fn files_that_hover_over_the_window_are_invited_anywhere() {
    let mut window = saved_with_mina();
    let hover =
        |count: usize| vec![egui::HoveredFile { mime: "image/png".to_owned(), ..Default::default() }; count];
    window.input_mut().hovered_files = hover(3);
    window.run_steps(2);
    assert!(window.shows("Drop 3 scans anywhere"), "{:?}", window.labels());
    window.input_mut().hovered_files = hover(1);
    window.run_steps(2);
    assert!(window.shows("Drop 1 scan anywhere"));
    window.input_mut().hovered_files.clear();
    window.run_steps(2);
    assert!(!window.says("anywhere"));
}

#[test]
fn undo_says_what_it_takes_back_before_it_is_pressed() {
    let mut window = Window::playing(World::new().contact("Aiko"), Route::Cards, [1440.0, 900.0]);
    window.control("Undo").hover();
    window.run_steps(12);
    assert!(window.says("Undo: "), "{:?}", window.labels());
    window.click("Undo");
    assert!(window.book().contacts.is_empty());
    window.click("Redo");
    assert_eq!(window.contact("Aiko").display_name(), "Aiko");
}

/// An empty book in a folder of its own.
fn other_book(window: &Window) -> std::path::PathBuf {
    let folder = window.folder.path().join("elsewhere");
    std::fs::create_dir(&folder).expect("a folder");
    let book = Book::new(Id::new(5), Clock::now(&FixedClock::new(today())));
    Store::create(&folder.join("other.ron"), &book).expect("saved").path().to_owned()
}

#[test]
fn another_book_waits_for_the_pictures_of_the_present_one() {
    let mut window = saved_with_mina();
    let other = other_book(&window);
    let scan = window.picture("card.png", 40);
    window.drop_only([scan]);
    window.run_steps(2);
    window.state_mut().ask(Command::OpenBook(other.clone()));
    window.settle();
    // The other book is opened when the present one is on the disk; waited for, not hoped for.
    window.save();
    assert_eq!(window.state().session().path(), Some(other.as_path()));
    assert!(window.book().is_empty(), "the pictures belong to the book onto which they were dropped");
    assert_eq!(window.on_disk().cards.values().filter(|card| card.front.is_some()).count(), 1);
}

#[test]
fn a_demo_network_on_its_way_shows_how_far_it_is_and_never_comes_into_another_book() {
    let mut window = Window::open();
    window.state_mut().ask(Command::LoadDemo);
    window.run_steps(3);
    assert!(window.shows("Making the demo network"), "{:?}", window.labels());
    window.click("Cancel");
    assert!(!window.shows("Making the demo network"));
    assert!(window.book().is_empty());

    window.state_mut().ask(Command::LoadDemo);
    window.run_steps(3);
    let other = other_book(&window);
    window.state_mut().ask(Command::OpenBook(other.clone()));
    window.settle();
    assert_eq!(window.state().session().path(), Some(other.as_path()));
    assert!(window.book().is_empty());
}

#[test]
fn pictures_whose_question_is_open_are_kept_when_the_window_closes() {
    let mut window = saved_with_mina();
    let mina = window.contact("Mina Schäfer").id;
    window.ask(Command::Select(Some(mina)));
    let scan = window.picture("card.png", 40);
    window.drop_files([scan]);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::FileImages));
    let asked = window.close();
    assert!(asked.contains(&ViewportCommand::CancelClose), "{asked:?}");
    assert_eq!(window.save(), SaveState::Saved);
    let kept = window.on_disk();
    let card = kept.cards.values().find(|card| card.front.is_some()).expect("the picture is a card");
    assert_eq!(card.contact, None, "nobody said whose it is");
}

#[test]
fn pictures_whose_question_gives_way_to_another_sheet_land_in_the_pile() {
    let mut window = saved_with_mina();
    let mina = window.contact("Mina Schäfer").id;
    window.ask(Command::Select(Some(mina)));
    let scan = window.picture("card.png", 40);
    window.drop_files([scan]);
    window.command(Key::N);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContact));
    let card = window.book().cards.values().find(|card| card.front.is_some());
    assert_eq!(card.expect("the picture is a card").contact, None);
}

#[test]
fn pictures_for_somebody_who_is_gone_meanwhile_land_in_the_pile() {
    let mut window = saved_with_mina();
    let mina = window.contact("Mina Schäfer").id;
    window.ask(Command::Select(Some(mina)));
    let scan = window.picture("card.png", 40);
    window.drop_only([scan]);
    window.run_steps(3);
    window.state_mut().ask(Command::FileImages(cardloom::edit::Filing::NewCardOf(mina)));
    window.state_mut().ask(cardloom::edit::Edit::DeleteContact { contact: mina }.into());
    window.settle();
    assert!(window.book().contacts.is_empty());
    let card = window.book().cards.values().find(|card| card.front.is_some());
    assert_eq!(card.expect("the picture is a card").contact, None);
}
