//! The words on the screen, one method per text, written by `build/texts.rs` from `assets/locales`.
//!
//! To add a text: write it into the file of its area in all three locales, build, call the method of the same name.
//! A text without variables is formatted once, so asking for it costs nothing in a frame.
//!
//! Invariant: every text of every locale formats without an error and is not empty
//! (`every_text_formats_in_every_language`).

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Locale;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// All texts of one language. Cheap to clone and free to share between threads.
#[derive(Clone)]
pub struct Texts(Arc<Inner>);

struct Inner {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    plain: Vec<Box<str>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Texts").field(&self.0.locale).finish()
    }
}

impl Texts {
    /// Prepares the texts of a language; a few milliseconds.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let bundle = bundle(locale);
        let plain = PLAIN.iter().map(|id| message(&bundle, id, None).into_boxed_str()).collect();
        Self(Arc::new(Inner { locale, bundle, plain }))
    }

    /// Returns the language of these texts.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// Returns a text without variables by its place in `PLAIN`.
    fn plain(&self, place: usize) -> &str {
        self.0.plain.get(place).map_or("", |text| text)
    }

    /// Formats a text with variables.
    fn format<'a, const N: usize>(
        &self,
        id: &str,
        variables: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        let arguments: FluentArgs<'a> = variables.into_iter().collect();
        message(&self.0.bundle, id, Some(&arguments))
    }
}

/// Builds the Fluent bundle of a language, with English behind it.
fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let files = match locale {
        Locale::En => FILES[0],
        Locale::Ja => FILES[1],
        Locale::De => FILES[2],
    };
    // The three tags are well formed, and the default language would still show the texts.
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks would end up in drafts, file names and screen readers.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::De => |value, _| grouped(value, Locale::De),
        Locale::En | Locale::Ja => |value, _| grouped(value, Locale::En),
    }));
    for source in FILES[0].iter().chain(files) {
        // The build has parsed every file; what could be read is used all the same.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Writes whole numbers with grouped thousands, and leaves other values to Fluent.
fn grouped(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    // Numbers come in as i64; beyond 2^53 a double no longer tells neighbours apart, and no count is so large.
    #[expect(clippy::cast_possible_truncation, reason = "only a whole number below 2^53 gets here")]
    let whole = (number.value.fract() == 0.0 && number.value.abs() < 9.0e15).then_some(number.value as i64);
    whole.map(|whole| locale.number(whole))
}

/// Formats a message. A key that does not exist is shown itself: ugly, but it can be reported.
fn message(bundle: &FluentBundle<FluentResource>, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_formats_in_every_language() {
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for (place, id) in PLAIN.iter().enumerate() {
                let text = texts.plain(place);
                assert!(!text.trim().is_empty() && text != *id, "{locale:?} {id}");
                assert!(!text.contains('{'), "{locale:?} {id}: {text}");
            }
            for (id, variables) in WITH_VARIABLES {
                for count in [0_i64, 1, 2, 5, 21, 1000] {
                    let arguments: FluentArgs<'_> = variables
                        .iter()
                        .map(|(name, number)| {
                            (*name, if *number { FluentValue::from(count) } else { FluentValue::from("x") })
                        })
                        .collect();
                    let mut errors = Vec::new();
                    let found = texts.0.bundle.get_message(id).and_then(|message| message.value());
                    let text =
                        texts.0.bundle.format_pattern(found.expect("a text"), Some(&arguments), &mut errors);
                    assert!(errors.is_empty(), "{locale:?} {id}: {errors:?}");
                    assert!(!text.trim().is_empty() && !text.contains("{$"), "{locale:?} {id}: {text}");
                }
            }
        }
    }

    #[test]
    fn texts_can_be_shared_between_threads() {
        fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
        let texts = Texts::new(Locale::De);
        shared(&texts);
        let copy = texts.clone();
        let theirs = std::thread::spawn(move || copy.app_view_today().to_owned()).join().expect("no panic");
        assert_eq!(theirs, texts.app_view_today());
    }

    #[test]
    fn counts_choose_the_plural_and_are_grouped() {
        let english = Texts::new(Locale::En);
        assert_eq!(english.common_people(1), "1 person");
        assert_eq!(english.common_people(1234), "1,234 people");
        let german = Texts::new(Locale::De);
        assert_eq!(german.common_people(1), "1 Person");
        assert_eq!(german.common_people(12_345), "12.345 Personen");
        assert_eq!(Texts::new(Locale::Ja).common_people(2), "2人");
    }

    #[test]
    fn no_invisible_isolation_marks_are_put_around_names() {
        let undo = Texts::new(Locale::En).app_undo_label("move to Friday");
        assert_eq!(undo, "Undo: move to Friday");
    }
}
