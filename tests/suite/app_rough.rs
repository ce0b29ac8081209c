//! Rough input in the whole window: names that no card has, people without a name, pictures that are gone, addresses that
//! nothing opens, sheets that were emptied again.

use cardloom::edit::{Edit, Employment, NewCard};
use cardloom::gui::safety::Ask;
use cardloom::gui::views::Tab;
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use cardloom::session::FixedClock;
use cardloom::text::{Locale, Texts};
use eframe::egui::{Key, OutputCommand, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::stage::{NoPrograms, Window, settings};
use crate::world::{World, today};

fn add(world: World, name: PersonName, organization: &str, impression: &str) -> World {
    world.edit(Edit::AddContact {
        contact: Box::new(Contact { name, ..Contact::default() }),
        employment: Employment { organization: organization.to_owned(), ..Employment::default() },
        received: Some(NewCard {
            new_event: "Abend 🎌".to_owned(),
            impression: impression.to_owned(),
            ..NewCard::default()
        }),
    })
}

#[test]
fn names_of_any_kind_are_drawn_in_every_view() {
    for size in [[1440.0, 900.0], [1000.0, 700.0]] {
        let mut window = Window::playing(rough_book(), Route::Cards, size);
        let people: Vec<Id<Contact>> = window.book().contacts.keys().copied().collect();
        assert_eq!(people.len(), 5);
        // A character that no font has makes the harness panic.
        for route in Route::ALL {
            window.ask(Command::Go(route));
        }
        window.ask(Command::Go(Route::Cards));
        assert!(window.says("🦀 Krabbe"), "{:?}", window.labels());
        for person in people {
            window.ask(Command::Select(Some(person)));
            for tab in Tab::ALL {
                window.ask(Command::ShowTab(tab));
            }
        }
        let labels = window.labels();
        assert!(labels.iter().all(|label| !label.contains(['\u{202e}', '\u{feff}'])), "{labels:?}");
    }
}

/// People whose names no card has.
fn rough_book() -> World {
    let mut world = World::new();
    let long = "Wolfeschlegelstein".repeat(556);
    for name in [
        "🦀 Krabbe 👩\u{200d}👩\u{200d}👧 🇯🇵 ☕\u{fe0f}",
        &long,
        "a\u{202e}gnoL\u{202c} \u{200b}\u{feff}b",
        "e\u{301}\u{301}\u{301}\u{301}tienne",
        "\t\n",
    ] {
        let name = PersonName { family: name.to_owned(), ..PersonName::default() };
        world = add(world, name, "Rakete 🚀 GmbH", "🥨 and 🫠\nnext time 🪄");
    }
    world
}

#[test]
fn a_sheet_that_was_emptied_again_closes_without_a_question() {
    let mut window = Window::playing(World::new().contact("Mina Schäfer"), Route::Cards, [1200.0, 800.0]);
    window.command(Key::N);
    window.type_into("Name", "M");
    window.press(Key::Backspace);
    window.press(Key::Escape);
    assert_eq!(window.state().open_sheet(), None);
    assert!(!window.shows("You have typed something"), "{:?}", window.labels());

    // Delete in an empty field changes nothing either.
    window.command(Key::N);
    window.type_into("Name", "");
    window.press(Key::Delete);
    window.press(Key::Escape);
    assert_eq!(window.state().open_sheet(), None);

    window.command(Key::N);
    window.type_into("Name", "M");
    window.type_into("Company", "x");
    window.press(Key::Backspace);
    window.press(Key::Escape);
    assert!(window.shows("You have typed something"), "the name still stands there");
}

#[test]
fn the_question_before_closing_is_answered_by_keys() {
    let mut window = Window::playing(World::new().contact("Mina Schäfer"), Route::Cards, [1200.0, 800.0]);
    window.command(Key::N);
    window.type_into("Name", "Jonas");
    window.press(Key::Escape);
    let has_keys = |window: &Window, name: &str| window.control(name).accesskit_node().is_focused();
    assert!(has_keys(&window, "Keep editing"), "{:?}", window.labels());
    window.press(Key::Enter);
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContact));
    assert!(!window.shows("You have typed something"));

    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(!window.shows("You have typed something"), "Esc goes back to the sheet");
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NewContact));

    window.press(Key::Escape);
    assert!(has_keys(&window, "Keep editing"), "the second time too");
    window.press(Key::Tab);
    assert!(has_keys(&window, "Discard"));
    window.press(Key::Enter);
    assert_eq!(window.state().open_sheet(), None);
    assert_eq!(window.book().contacts.len(), 1);
}

#[test]
fn an_address_that_nothing_opens_can_be_copied() {
    let clock = || Box::new(FixedClock::new(today())) as Box<dyn cardloom::session::Clock>;
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::equipped(folder, settings(), Box::new(NoPrograms), clock);
    for (address, plain) in [
        ("mailto:mina%2Bx@example.com?subject=Hello", "mina+x@example.com"),
        ("tel:+49301234", "+49301234"),
        ("geo:0,0?q=Markt%201%2C%20Jena", "Markt 1, Jena"),
        ("https://example.com/a", "https://example.com/a"),
    ] {
        window.ask(Command::OpenLink(address.to_owned()));
        let words = format!("“{plain}” could not be opened. No program for it answered.");
        assert!(window.says(&words), "{:?}", window.labels());
        window.control("Copy address").click();
        let mut copied = String::new();
        for _ in 0..4 {
            window.run_steps(1);
            for command in &window.output().platform_output.commands {
                if let OutputCommand::CopyText(text) = command {
                    copied.clone_from(text);
                }
            }
        }
        assert_eq!(copied, plain);
        assert!(!window.says(&words), "it is answered");
    }
    window.ask(Command::OpenLink("file:///etc/passwd".to_owned()));
    assert!(window.says("It is no web, mail, phone or map address."), "{:?}", window.labels());
}

#[test]
fn a_double_click_means_the_card_that_was_clicked_first() {
    let mut window = Window::open();
    let files: Vec<_> = (0..12).map(|number| window.picture(&format!("{number:02}.png"), number)).collect();
    window.drop_files(files);
    window.press(Key::Escape);
    if window.state().open_sheet().is_some() {
        window.press(Key::Escape);
    }
    window.ask(Command::Select(None));
    window.ask(Command::Go(Route::Cards));
    assert_eq!((window.state().open_sheet(), window.state().selection().card), (None, None));
    let tiles = |window: &Window| -> Vec<(String, eframe::egui::Rect)> {
        let tiles = window.query_all_by_label_contains(".png");
        let tiles = tiles.filter(|tile| tile.accesskit_node().role() == Role::Button);
        tiles.map(|tile| (tile.accesskit_node().label().unwrap_or_default(), tile.rect())).collect()
    };
    let before = tiles(&window);
    assert!(before.len() >= 8, "{:?}", window.labels());
    let (name, rect) = before[7].clone();
    let at = pos2(rect.center().x, rect.top() + 20.0);
    let button = |pressed| eframe::egui::Event::PointerButton {
        pos: at,
        button: eframe::egui::PointerButton::Primary,
        pressed,
        modifiers: Default::default(),
    };
    // Press and release in one frame: a queued event would take a tenth of a second each, too long for two clicks.
    let click = |window: &mut Window| {
        window.input_mut().events.extend([button(true), button(false)]);
        window.run_steps(1);
    };
    window.hover_at(at);
    window.run_steps(1);
    click(&mut window);
    // The inspector comes, and the cards move, before the second click.
    window.run_steps(1);
    let meant = window.state().selection().card.expect("the card that was clicked");
    let under = tiles(&window).into_iter().find(|(_, rect)| rect.contains(at));
    assert_ne!(under.map(|(name, _)| name), Some(name), "another card lies there now");
    click(&mut window);
    window.settle();
    assert_eq!(window.state().open_sheet(), Some(&Sheet::NameCards(Some(meant))));
}

#[test]
fn a_picture_whose_file_is_gone_leaves_the_card_usable() {
    let mut window = Window::open();
    let file = window.picture("mina.png", 3);
    window.drop_files([file]);
    window.type_into("Name", "Mina 🦀 Schäfer");
    window.press(Key::Enter);
    window.save();
    let stored = window.folder.path().join("attachments");
    for entry in std::fs::read_dir(&stored).expect("the folder of the pictures").flatten() {
        if entry.path().is_dir() {
            std::fs::remove_dir_all(entry.path()).expect("a folder");
        } else {
            std::fs::remove_file(entry.path()).expect("a file");
        }
    }
    let mut window = window.reopen();
    window.ask(Command::Go(Route::Cards));
    assert!(window.shows("Mina 🦀 Schäfer"), "{:?}", window.labels());
    let mina = window.contact("Mina 🦀 Schäfer").id;
    window.ask(Command::Select(Some(mina)));
    for tab in Tab::ALL {
        window.ask(Command::ShowTab(tab));
    }
    window.ask(Ask::Check.into());
    assert_eq!(window.contact("Mina 🦀 Schäfer").id, mina);
}

#[test]
fn what_was_done_is_told_also_of_somebody_with_a_long_name() {
    let name = PersonName { family: "x\u{202e}".repeat(5_000), ..PersonName::default() };
    let world = add(World::new(), name, "", "");
    let label = world.session.history().undo_label().expect("a step");
    for locale in Locale::ALL {
        let words = label.text(&Texts::new(locale));
        assert!(words.chars().count() < 120 && words.contains('…'), "{words}");
        assert!(words.chars().any(|letter| letter != 'x' && letter.is_alphabetic()), "the deed: {words}");
        assert!(!words.contains('\u{202e}'));
    }
}
