//! The search over the invented book: everybody is found, and one typing error does not hide anybody.

use cardloom::demo::rng::Rng;
use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::gui::Route;
use cardloom::index::{Index, Query};
use cardloom::model::{Book, Contact};
use cardloom::text::fold::romaji_of_kana;
use chrono::NaiveDate;
use eframe::egui::Key;

use crate::stage::Window;
use crate::world::World;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 14).expect("a day")
}

fn book(contacts: usize) -> Book {
    let spec = DemoSpec { contacts, seed: 11, today: today(), images: ImagePlan::None };
    make(&spec).expect("a book without pictures").book
}

#[test]
fn everybody_is_found_by_name_reading_and_romaji() {
    let book = book(400);
    let index = Index::rebuild(&book);
    let mut readings = 0;
    for contact in book.contacts.values() {
        let name = &contact.name;
        let mut typed = vec![contact.display_name(), name.latin.clone(), name.reading()];
        if !name.reading().is_empty() {
            readings += 1;
            typed.push(romaji_of_kana(&name.reading()));
            typed.push(format!("{}{}", name.family, name.given));
        }
        for typed in typed.into_iter().filter(|typed| !typed.is_empty()) {
            for typed in [typed.clone(), typed.to_uppercase(), format!("\"{typed}\"")] {
                let found = index.find(&Query::parse(&typed), today());
                assert!(found.matches(contact.id), "{typed}");
                assert!(!found.is_mended(), "{typed}");
            }
        }
    }
    assert!(readings > 50, "the book has Japanese people: {readings}");
}

/// Puts one typing error into a word of more than three letters; `None` when there is none.
fn misspelt(name: &str, dice: &mut Rng) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let length = |start: usize| letters[start..].iter().take_while(|letter| **letter != ' ').count();
    let starts: Vec<usize> =
        (0..letters.len()).filter(|at| (*at == 0 || letters[at - 1] == ' ') && length(*at) > 3).collect();
    let start = *dice.try_pick(&starts)?;
    let last = i64::try_from(length(start)).ok()? - 2;
    let at = start + usize::try_from(dice.range(0, last)).ok()?;
    let letter = char::from(b'a' + u8::try_from(dice.range(0, 25)).ok()?);
    match dice.range(0, 3) {
        0 => letters[at] = letter,
        1 => letters.insert(at, letter),
        2 => _ = letters.remove(at),
        _ => letters.swap(at, at + 1),
    }
    Some(letters.into_iter().collect())
}

#[test]
fn one_typing_error_hides_hardly_anybody() {
    let book = book(1500);
    let index = Index::rebuild(&book);
    let latin = |contact: &Contact| {
        if contact.name.latin.is_empty() { contact.display_name() } else { contact.name.latin.clone() }
    };
    let mut dice = Rng::for_purpose(3, 3);
    let (mut asked, mut found) = (0, 0);
    for contact in book.contacts.values().step_by(3) {
        let name = latin(contact);
        let Some(typed) = misspelt(&name, &mut dice) else { continue };
        asked += 1;
        let result = index.find(&Query::parse(&typed), today());
        let mut best = result.ranked().iter().take(10).filter_map(|id| book.get(*id));
        // People of one name cannot be told apart by it.
        if best.any(|other| latin(other) == name) {
            found += 1;
        }
    }
    assert!(asked > 400, "{asked}");
    assert!(found * 100 >= asked * 95, "{found} of {asked} among the first ten");
}

#[test]
fn a_field_is_completed_with_the_keyboard_and_with_the_pointer() {
    let world = World::new().contact("Mina Schäfer").in_circle("Makers").contact("Jonas Weber");
    let mut window = Window::playing(world, Route::Cards, [1200.0, 800.0]);
    window.type_into("Search", "mak");
    assert!(!window.says("in a circle"), "no field begins like that");
    window.click("Clear search");
    window.type_into("Search", "circ");
    assert!(window.shows("circle: in a circle"), "{:#?}", window.labels());
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows("Makers 1"), "the circles of the book: {:#?}", window.labels());
    window.click("Makers 1");
    assert!(window.shows("Mina Schäfer") && !window.shows("Jonas Weber"), "{:#?}", window.labels());
    window.type_into("Search", "colour:red");
    assert!(window.says("There is no field “colour”"), "{:#?}", window.labels());
}

#[test]
fn the_list_is_left_with_escape_and_takes_no_key_before() {
    let world = World::new().contact("Mina Schäfer").in_circle("Makers").contact("Jonas Weber");
    let mut window = Window::playing(world, Route::Cards, [1200.0, 800.0]);
    window.type_into("Search", "circle:");
    assert!(window.shows("Makers 1"));
    window.press(Key::ArrowDown);
    window.press(Key::Escape);
    assert!(!window.shows("Makers 1"), "it is closed for this text");
    window.type_into("Search", "m");
    assert!(window.shows("Makers 1"), "and comes back with the next letter");
}

#[test]
fn an_umlaut_written_out_may_be_misspelt() {
    let world = World::new().contact("Jonas Müller").contact("Gisela Möller").contact("Max Schäfer");
    let index = Index::rebuild(world.session.book());
    for (typed, name) in [
        ("mueler", "Jonas Müller"),
        ("muellr", "Jonas Müller"),
        ("schaefr", "Max Schäfer"),
        ("müler", "Jonas Müller"),
    ] {
        let found = index.find(&Query::parse(typed), today());
        let best = found.ranked().first().and_then(|id| world.session.book().get(*id));
        assert_eq!(best.map(|contact| contact.display_name()).as_deref(), Some(name), "{typed}");
    }
}
