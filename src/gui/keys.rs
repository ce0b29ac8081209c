//! Which key does what where: the one table besides the one of [`Action`]s.
//!
//! Owns [`KEYS`], the keys that only a view, a sheet or a field knows, and the words for keys. Whoever gives a view another
//! key adds it here: `tests::every_key_of_a_view_stands_in_the_table` reads the sources and fails otherwise. Must not know
//! what the keys do. Start reading at [`KEYS`].
//!
//! Invariant: no two commands have the same key in one place (`tests::no_two_things_have_the_same_key_in_one_place`).

use eframe::egui::{Key, KeyboardShortcut, ModifierNames, Modifiers};

use super::command::{Action, Route};
use crate::text::Texts;

/// Where a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    Everywhere,
    Gallery,
    Inspector,
    Calendar,
    Network,
    Today,
    Events,
    Referrals,
    Debrief,
    Review,
    NameCards,
    Log,
    Sheet,
    Palette,
    Search,
    People,
    Conflicts,
    Earlier,
    Duplicates,
    Portrait,
    Searches,
    Places,
    Pile,
    Quiz,
}

impl Place {
    /// All places in the order of the list.
    pub const ALL: [Self; 24] = [
        Self::Everywhere,
        Self::Gallery,
        Self::Inspector,
        Self::Calendar,
        Self::Network,
        Self::Today,
        Self::Events,
        Self::Referrals,
        Self::Debrief,
        Self::Review,
        Self::NameCards,
        Self::Log,
        Self::Sheet,
        Self::Palette,
        Self::Search,
        Self::People,
        Self::Conflicts,
        Self::Earlier,
        Self::Duplicates,
        Self::Portrait,
        Self::Searches,
        Self::Places,
        Self::Pile,
        Self::Quiz,
    ];

    /// The heading in the list.
    pub fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Everywhere => texts.settings_shortcuts_everywhere(),
            Self::Gallery => Route::Cards.label(texts),
            Self::Inspector => texts.keys_place_inspector(),
            Self::Calendar => Route::Calendar.label(texts),
            Self::Network => Route::Network.label(texts),
            Self::Today => Route::Today.label(texts),
            Self::Events => Route::Events.label(texts),
            Self::Referrals => Route::Referrals.label(texts),
            Self::Debrief => texts.events_debrief_title(),
            Self::Review => texts.palette_review(),
            Self::NameCards => texts.palette_sort_pile(),
            Self::Log => texts.app_action_log_encounter(),
            Self::Sheet => texts.keys_place_sheet(),
            Self::Palette => texts.palette_action(),
            Self::Search => texts.app_search(),
            Self::People => texts.keys_place_people(),
            Self::Conflicts => texts.keys_place_conflicts(),
            Self::Earlier => texts.safety_earlier(),
            Self::Duplicates => texts.duplicates_action(),
            Self::Portrait => texts.keys_place_portrait(),
            Self::Searches => texts.keys_place_searches(),
            Self::Places => texts.places_title(),
            Self::Pile => texts.pile_title(),
            Self::Quiz => texts.quiz_title(),
        }
    }
}

/// A key that a place knows.
#[derive(Clone, Copy)]
pub struct PlaceKey {
    /// Where.
    pub place: Place,
    /// What is held.
    pub held: Modifiers,
    /// What is pressed: any of these.
    pub keys: &'static [Key],
    /// What it does.
    pub does: fn(&Texts) -> &str,
}

const fn plain(place: Place, keys: &'static [Key], does: fn(&Texts) -> &str) -> PlaceKey {
    PlaceKey { place, held: Modifiers::NONE, keys, does }
}

const fn with(held: Modifiers, place: Place, keys: &'static [Key], does: fn(&Texts) -> &str) -> PlaceKey {
    PlaceKey { place, held, keys, does }
}

const ARROWS: &[Key] = &[Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
const UP_DOWN: &[Key] = &[Key::ArrowUp, Key::ArrowDown];
const LEFT_RIGHT: &[Key] = &[Key::ArrowLeft, Key::ArrowRight];
const ONE_TO_THREE: &[Key] = &[Key::Num1, Key::Num2, Key::Num3];
const ONE_TO_FOUR: &[Key] = &[Key::Num1, Key::Num2, Key::Num3, Key::Num4];
const ONE_TO_FIVE: &[Key] = &[Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
const ONE_TO_SEVEN: &[Key] = &[Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];

/// The keys of views, sheets and fields. Single keys rest while a text is typed.
pub const KEYS: &[PlaceKey] = &[
    plain(Place::Gallery, ARROWS, Texts::settings_keys_select),
    plain(Place::Gallery, &[Key::Enter], Texts::settings_keys_open),
    plain(Place::Gallery, &[Key::F, Key::Space], Texts::settings_keys_flip),
    plain(Place::Gallery, &[Key::Delete], Texts::settings_keys_delete),
    plain(Place::Gallery, &[Key::Escape], Texts::keys_deselect),
    plain(Place::Gallery, &[Key::Home, Key::End, Key::PageUp, Key::PageDown], Texts::keys_gallery_far),
    with(Modifiers::COMMAND, Place::Gallery, &[Key::A], Texts::keys_gallery_mark_all),
    with(Modifiers::COMMAND, Place::Gallery, &[Key::Space], Texts::keys_gallery_mark),
    with(Modifiers::COMMAND, Place::Gallery, &[Key::Plus, Key::Minus, Key::Num0], Texts::keys_gallery_zoom),
    plain(Place::Inspector, &[Key::F], Texts::settings_keys_flip),
    plain(Place::Inspector, LEFT_RIGHT, Texts::keys_inspector_cards),
    with(Modifiers::SHIFT, Place::Inspector, &[Key::F], Texts::keys_inspector_next_card),
    plain(Place::Inspector, &[Key::Enter], Texts::keys_inspector_next_field),
    plain(Place::Inspector, &[Key::R], Texts::visits_reply_change),
    with(Modifiers::ALT, Place::Inspector, UP_DOWN, Texts::keys_inspector_move),
    plain(Place::Calendar, &[Key::T], Texts::keys_calendar_today),
    plain(Place::Calendar, &[Key::N], Texts::keys_calendar_new),
    plain(Place::Calendar, &[Key::PageUp, Key::PageDown], Texts::keys_calendar_turn),
    plain(Place::Calendar, ARROWS, Texts::keys_calendar_day),
    plain(Place::Calendar, &[Key::Enter], Texts::keys_calendar_open),
    plain(Place::Calendar, &[Key::Home, Key::End], Texts::keys_calendar_ends),
    plain(Place::Calendar, &[Key::G], Texts::keys_calendar_go_to),
    with(Modifiers::ALT, Place::Calendar, ARROWS, Texts::keys_calendar_move),
    with(Modifiers::SHIFT, Place::Calendar, ARROWS, Texts::keys_calendar_move),
    with(Modifiers::ALT.plus(Modifiers::SHIFT), Place::Calendar, LEFT_RIGHT, Texts::keys_calendar_resize),
    plain(Place::Calendar, &[Key::Escape], Texts::keys_calendar_escape),
    plain(Place::Network, &[Key::Plus, Key::Minus], Texts::keys_network_zoom),
    plain(Place::Network, &[Key::T], Texts::keys_network_tie),
    plain(Place::Network, &[Key::Space], Texts::keys_network_mark),
    with(Modifiers::COMMAND, Place::Network, &[Key::A], Texts::keys_gallery_mark_all),
    plain(Place::Network, &[Key::Escape], Texts::keys_network_escape),
    plain(Place::Network, &[Key::Menu], Texts::keys_today_menu),
    with(Modifiers::SHIFT, Place::Network, &[Key::F10], Texts::keys_today_menu),
    plain(Place::Network, &[Key::P], Texts::keys_network_play),
    plain(Place::Network, &[Key::Comma, Key::Period], Texts::keys_network_month),
    plain(Place::Network, &[Key::Home, Key::End], Texts::keys_network_first_month),
    plain(Place::Network, &[Key::Num0], Texts::keys_network_fit),
    plain(Place::Network, &[Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5], Texts::keys_network_way),
    plain(Place::Network, &[Key::OpenBracket, Key::CloseBracket], Texts::keys_network_depth),
    plain(Place::Network, &[Key::Backspace], Texts::keys_network_back),
    with(Modifiers::ALT, Place::Network, &[Key::ArrowLeft], Texts::keys_network_back),
    with(Modifiers::SHIFT, Place::Network, &[Key::Backspace], Texts::keys_network_forward),
    with(Modifiers::ALT, Place::Network, &[Key::ArrowRight], Texts::keys_network_forward),
    plain(Place::Network, ARROWS, Texts::keys_network_walk),
    plain(Place::Network, &[Key::Tab], Texts::keys_network_around),
    plain(Place::Network, &[Key::Enter], Texts::keys_network_open),
    plain(Place::Today, &[Key::S], Texts::palette_sort_pile),
    plain(Place::Today, &[Key::C], Texts::pile_action),
    plain(Place::Today, ARROWS, Texts::keys_today_walk),
    plain(Place::Today, &[Key::Enter], Texts::keys_today_act),
    plain(Place::Today, &[Key::D], Texts::keys_today_done),
    plain(Place::Today, &[Key::Z], Texts::keys_today_snooze),
    plain(Place::Today, &[Key::R], Texts::visits_reply_change),
    plain(Place::Today, &[Key::Menu], Texts::keys_today_menu),
    with(Modifiers::SHIFT, Place::Today, &[Key::F10], Texts::keys_today_menu),
    plain(Place::Today, &[Key::Escape], Texts::settings_keys_close),
    plain(Place::Events, &[Key::Backspace], Texts::settings_keys_back),
    plain(Place::Events, &[Key::R], Texts::visits_reply_change),
    plain(Place::Events, &[Key::C], Texts::visits_cancel_action),
    plain(Place::Events, &[Key::S], Texts::visits_series_choose),
    plain(Place::Events, UP_DOWN, Texts::keys_events_walk),
    plain(Place::Events, &[Key::PageUp, Key::PageDown, Key::Home, Key::End], Texts::keys_events_far),
    plain(Place::Referrals, ARROWS, Texts::referrals_keys_walk),
    with(Modifiers::ALT, Place::Referrals, &[Key::ArrowLeft, Key::ArrowRight], Texts::referrals_keys_move),
    plain(Place::Referrals, &[Key::Enter], Texts::referrals_keys_open),
    plain(Place::Referrals, &[Key::Escape], Texts::referrals_keys_back),
    plain(Place::Debrief, ONE_TO_FIVE, Texts::keys_debrief_asked),
    plain(Place::Debrief, &[Key::Enter], Texts::keys_debrief_save),
    plain(Place::Debrief, UP_DOWN, Texts::keys_debrief_walk),
    plain(Place::Review, ONE_TO_THREE, Texts::keys_review_verdict),
    plain(Place::Review, &[Key::Enter], Texts::keys_review_enter),
    plain(Place::Review, &[Key::N], Texts::keys_review_skip),
    plain(Place::Review, &[Key::P, Key::ArrowLeft], Texts::keys_review_back),
    plain(Place::Review, &[Key::ArrowRight], Texts::keys_review_forward),
    plain(Place::Review, &[Key::F], Texts::settings_keys_flip),
    plain(Place::NameCards, &[Key::Enter], Texts::keys_name_next),
    with(Modifiers::ALT, Place::NameCards, ONE_TO_FIVE, Texts::keys_name_exchange),
    plain(Place::Log, &[Key::Enter], Texts::keys_log_save),
    with(Modifiers::ALT, Place::Log, ONE_TO_SEVEN, Texts::keys_log_kind),
    with(Modifiers::COMMAND, Place::Sheet, &[Key::Enter], Texts::keys_sheet_save),
    plain(Place::Sheet, &[Key::Escape], Texts::settings_keys_close),
    plain(Place::Palette, UP_DOWN, Texts::keys_palette_move),
    plain(Place::Palette, &[Key::Enter], Texts::keys_palette_do),
    plain(Place::Palette, &[Key::Tab], Texts::keys_palette_actions),
    plain(Place::Palette, &[Key::Escape], Texts::keys_palette_close),
    plain(Place::Search, UP_DOWN, Texts::keys_search_move),
    plain(Place::Search, &[Key::Enter, Key::Tab], Texts::keys_search_take),
    plain(Place::Search, &[Key::Escape], Texts::keys_search_close),
    plain(Place::People, UP_DOWN, Texts::keys_people_move),
    plain(Place::People, &[Key::Enter], Texts::keys_people_take),
    plain(Place::People, &[Key::Backspace], Texts::keys_people_remove),
    plain(Place::Conflicts, LEFT_RIGHT, Texts::keys_conflicts_move),
    plain(Place::Conflicts, ONE_TO_THREE, Texts::keys_conflicts_choose),
    plain(Place::Earlier, UP_DOWN, Texts::keys_earlier_move),
    plain(Place::Duplicates, LEFT_RIGHT, Texts::keys_duplicates_pair),
    plain(Place::Duplicates, UP_DOWN, Texts::keys_duplicates_field),
    plain(Place::Duplicates, ONE_TO_THREE, Texts::keys_duplicates_choose),
    plain(Place::Duplicates, &[Key::Enter], Texts::keys_duplicates_merge),
    plain(Place::Duplicates, &[Key::N], Texts::keys_duplicates_apart),
    plain(Place::Duplicates, &[Key::S], Texts::keys_duplicates_skip),
    plain(Place::Portrait, ARROWS, Texts::keys_portrait_move),
    plain(Place::Portrait, &[Key::Plus, Key::Minus], Texts::keys_portrait_size),
    with(Modifiers::ALT, Place::Searches, UP_DOWN, Texts::keys_searches_move),
    plain(Place::Searches, &[Key::F2], Texts::keys_searches_rename),
    plain(Place::Searches, &[Key::Delete], Texts::keys_searches_remove),
    with(Modifiers::ALT, Place::Places, UP_DOWN, Texts::places_keys_move),
    with(Modifiers::ALT, Place::Places, LEFT_RIGHT, Texts::places_keys_in_out),
    plain(Place::Places, &[Key::N], Texts::places_new_inside),
    plain(Place::Places, &[Key::F2], Texts::places_change),
    plain(Place::Places, &[Key::Delete], Texts::places_remove),
    plain(Place::Places, ARROWS, Texts::settings_keys_select),
    plain(Place::Places, &[Key::Enter], Texts::places_keys_choose),
    with(Modifiers::COMMAND, Place::Places, &[Key::A], Texts::keys_gallery_mark_all),
    plain(Place::Places, &[Key::O], Texts::places_menu_person),
    plain(Place::Places, &[Key::P], Texts::app_action_pass_on),
    plain(Place::Places, &[Key::Menu], Texts::places_keys_menu),
    with(Modifiers::SHIFT, Place::Places, &[Key::F10], Texts::places_keys_menu),
    plain(Place::Places, &[Key::Escape], Texts::places_keys_escape),
    plain(Place::Places, &[Key::W], Texts::places_put),
    plain(Place::Places, &[Key::B], Texts::places_lend),
    plain(Place::Quiz, ONE_TO_FOUR, Texts::quiz_keys_answer),
    plain(Place::Quiz, &[Key::Space], Texts::quiz_show),
    plain(Place::Quiz, &[Key::Enter], Texts::quiz_check),
    plain(Place::Pile, &[Key::N], Texts::pile_name),
    plain(Place::Pile, &[Key::I], Texts::common_impression),
    plain(Place::Pile, &[Key::K], Texts::pile_knowledge),
    plain(Place::Pile, &[Key::T], Texts::pile_thank),
    plain(Place::Pile, &[Key::P], Texts::pile_pass_on),
    plain(Place::Pile, &[Key::W], Texts::places_put),
    plain(Place::Pile, &[Key::G], Texts::pile_let_go),
    plain(Place::Pile, &[Key::S], Texts::common_skip),
    plain(Place::Pile, &[Key::F], Texts::settings_keys_flip),
    plain(Place::Pile, &[Key::Enter], Texts::pile_keys_next),
    plain(Place::Pile, LEFT_RIGHT, Texts::pile_keys_walk),
];

/// A line of the list: what is done, and its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// In words.
    pub does: String,
    /// Each way to do it.
    pub keys: Vec<String>,
}

/// Returns the whole list in the order of the places; none of them is empty.
pub fn lines(texts: &Texts) -> Vec<(Place, Vec<Line>)> {
    let mut list: Vec<(Place, Vec<Line>)> = Vec::new();
    for place in Place::ALL {
        let mut lines = Vec::new();
        if place == Place::Everywhere {
            let actions = Action::ALL.into_iter().map(|action| (action.label(texts), action.all_keys()));
            let actions = actions.filter(|(_, keys)| !keys.is_empty());
            lines.extend(actions.map(|(does, keys)| Line { does: does.to_owned(), keys }));
        }
        lines.extend(
            KEYS.iter()
                .filter(|key| key.place == place)
                .map(|key| Line { does: (key.does)(texts).to_owned(), keys: place_keys(key, texts) }),
        );
        if !lines.is_empty() {
            list.push((place, lines));
        }
    }
    list
}

/// The keys of a line as texts; the four arrows are one.
fn place_keys(key: &PlaceKey, texts: &Texts) -> Vec<String> {
    let held = held_text(key.held);
    if key.keys == ARROWS {
        return vec![format!("{held}{}", texts.settings_key_arrows())];
    }
    if key.keys.len() > 2 && key.keys[0] == Key::Num1 {
        // "1 … 5" is one cap.
        return vec![format!("{held}1 … {}", key.keys.len())];
    }
    key.keys.iter().map(|one| format!("{held}{}", key_text(*one, texts))).collect()
}

fn held_text(held: Modifiers) -> String {
    let mac = cfg!(target_os = "macos");
    let mut text = String::new();
    if held.command {
        text.push_str(if mac { "⌘" } else { "Ctrl+" });
    }
    if held.alt {
        text.push_str(if mac { "⌥" } else { "Alt+" });
    }
    if held.shift {
        text.push_str(if mac { "⇧" } else { "Shift+" });
    }
    text
}

/// A key as it is written on the keyboard.
fn key_text(key: Key, texts: &Texts) -> String {
    match key {
        Key::ArrowUp => "↑".to_owned(),
        Key::ArrowDown => "↓".to_owned(),
        Key::ArrowLeft => "←".to_owned(),
        Key::ArrowRight => "→".to_owned(),
        Key::Plus => "+".to_owned(),
        Key::Minus => "−".to_owned(),
        Key::OpenBracket => "[".to_owned(),
        Key::CloseBracket => "]".to_owned(),
        Key::Enter => texts.settings_key_enter().to_owned(),
        Key::Space => texts.keys_space().to_owned(),
        Key::Delete => texts.settings_key_delete().to_owned(),
        Key::Escape => texts.settings_key_escape().to_owned(),
        Key::Backspace => texts.settings_key_backspace().to_owned(),
        Key::PageUp => texts.keys_page_up().to_owned(),
        Key::PageDown => texts.keys_page_down().to_owned(),
        Key::Tab => texts.keys_tab().to_owned(),
        Key::Comma => ",".to_owned(),
        Key::Period => ".".to_owned(),
        other => other.name().to_owned(),
    }
}

/// A shortcut as text, such as "Ctrl+O" or "⌘O".
pub fn shortcut_text(shortcut: KeyboardShortcut) -> String {
    let text = shortcut.format(&ModifierNames::NAMES, cfg!(target_os = "macos"));
    // egui spells these out; a keyboard does not.
    text.replace("Comma", ",").replace("Slash", "/").replace("Questionmark", "?")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;
    use crate::text::Locale;

    #[test]
    fn the_list_has_every_action_with_a_key() {
        for locale in Locale::ALL {
            let list = lines(&Texts::new(locale));
            let everywhere = &list[0];
            assert_eq!(everywhere.0, Place::Everywhere);
            let texts = Texts::new(locale);
            for action in Action::ALL.into_iter().filter(|action| action.keys().is_some()) {
                let line = everywhere.1.iter().find(|line| line.does == action.label(&texts));
                let line = line.unwrap_or_else(|| panic!("{action:?} is not listed"));
                assert_eq!(line.keys, action.all_keys());
            }
            let places: usize = list[1..].iter().map(|(_, lines)| lines.len()).sum();
            assert_eq!(places, KEYS.len());
        }
        assert_eq!(Action::LogEncounter.all_keys()[1], "L");
        assert_eq!(Action::Shortcuts.all_keys().len(), 3);
    }

    #[test]
    fn no_two_things_have_the_same_key_in_one_place() {
        let mut everywhere: BTreeMap<String, Action> = BTreeMap::new();
        for action in Action::ALL {
            for key in action.all_keys() {
                let other = everywhere.insert(key.clone(), action);
                assert_eq!(other, None, "{key} does {action:?} too");
            }
        }
        let texts = Texts::new(Locale::En);
        let mut places: BTreeSet<(Place, String)> = BTreeSet::new();
        for key in KEYS {
            for one in key.keys {
                let name = format!("{}{}", held_text(key.held), key_text(*one, &texts));
                assert!(!everywhere.contains_key(&name), "{name} in {:?} belongs to an action", key.place);
                assert!(
                    places.insert((key.place, name.clone())),
                    "{name} does two things in {:?}",
                    key.place
                );
            }
        }
    }

    /// Which places the keys of a file may belong to.
    const FILES: [(&str, &[Place]); 23] = [
        ("views/cards", &[Place::Gallery]),
        // Companies and languages are chosen from a list of suggestions, as in the search field.
        ("views/inspector", &[Place::Inspector, Place::Search]),
        ("views/calendar", &[Place::Calendar]),
        ("views/network", &[Place::Network, Place::Search]),
        ("views/today", &[Place::Today]),
        ("views/events", &[Place::Events]),
        ("views/referrals", &[Place::Referrals]),
        ("sheets/pass_on", &[Place::People, Place::Sheet]),
        ("sheets/opt_in", &[Place::Sheet]),
        ("sheets/debrief", &[Place::Debrief]),
        ("views/person_picker.rs", &[Place::People]),
        ("sheets/review", &[Place::Review]),
        ("sheets/conflicts.rs", &[Place::Conflicts]),
        ("sheets/earlier.rs", &[Place::Earlier]),
        ("palette", &[Place::Palette, Place::Gallery]),
        ("search_box.rs", &[Place::Search]),
        ("sheets/duplicates", &[Place::Duplicates]),
        ("sheets/portrait.rs", &[Place::Portrait]),
        ("searches.rs", &[Place::Searches]),
        ("sheets/places", &[Place::Places]),
        ("sheets/clear_ten", &[Place::Pile]),
        ("sheets/quiz", &[Place::Quiz]),
        ("views/place_picker.rs", &[Place::People]),
    ];

    fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source");
                let shipped = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                found.push((path.display().to_string().replace('\\', "/"), shipped));
            }
        }
    }

    #[test]
    fn every_key_of_a_view_stands_in_the_table() {
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui"), &mut files);
        let mut wrong = Vec::new();
        let mut seen = 0;
        for (path, text) in files {
            let Some((_, places)) = FILES.iter().find(|(part, _)| path.contains(&format!("gui/{part}")))
            else {
                continue;
            };
            for word in text.split("Key::").skip(1) {
                let name: String = word.chars().take_while(|sign| sign.is_ascii_alphanumeric()).collect();
                // "+" is typed with different keys on different keyboards; `Key::of` belongs to caches.
                if name == "Equals" || name == "of" {
                    continue;
                }
                seen += 1;
                let is_listed = KEYS.iter().any(|key| {
                    places.contains(&key.place) && key.keys.iter().any(|one| format!("{one:?}") == name)
                });
                let is_action = Action::ALL.into_iter().any(|action| {
                    action.shortcut().is_some_and(|shortcut| format!("{:?}", shortcut.logical_key) == name)
                });
                if !is_listed && !is_action {
                    wrong.push(format!("{path}: Key::{name} is not in gui::keys::KEYS"));
                }
            }
        }
        assert!(seen > 30, "the reader of sources found only {seen} keys");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
