//! The three languages say the same things.
//!
//! Reads the Fluent files by itself, line by line, so that a mistake in the build script cannot hide one in a text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use cardloom::text::{Locale, Texts};

/// Each key of a locale as `area/key`, with the variables in its text.
fn keys(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(locale.tag());
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of a locale") {
        let path = entry.expect("a file").path();
        let area = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let mut current = None;
        for line in std::fs::read_to_string(&path).expect("a text file").lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if !line.starts_with([' ', '}']) {
                let (key, _) = line.split_once('=').unwrap_or_else(|| panic!("{}: {line}", path.display()));
                let key = format!("{area}/{}", key.trim());
                assert!(keys.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice");
                current = Some(key);
            }
            let found = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|character| character.is_alphanumeric() || *character == '-')
                    .collect()
            });
            keys.get_mut(current.as_ref().expect("a key before its text")).expect("kept above").extend(found);
        }
    }
    keys
}

#[test]
fn the_languages_have_the_same_keys_and_variables() {
    let english = keys(Locale::En);
    assert!(english.len() > 100, "only {} texts were found", english.len());
    assert!(english["app/app-undo-label"].contains("label"));
    for locale in [Locale::Ja, Locale::De] {
        let other = keys(locale);
        for (key, variables) in &english {
            assert_eq!(Some(variables), other.get(key), "{locale:?} {key}");
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "{locale:?} has {key}, English has not");
        }
    }
}

#[test]
fn each_language_speaks_for_itself() {
    let [english, japanese, german] = Locale::ALL.map(Texts::new);
    assert_eq!(english.app_offline(), "Offline. Stays on this computer.");
    assert_eq!(japanese.app_view_cards(), "名刺");
    assert_eq!(german.common_kind_thanks(), "Danke sagen");
}
