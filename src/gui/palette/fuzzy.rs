//! Finds commands by a few of their letters, in all three languages.
//!
//! Owns the folded names of commands. Matching and its scores are nucleo's. Must not know rows.

use std::ops::Range;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::gui::command::Action;
use crate::text::fold::{fold, fold_with_places, unfolded_place};
use crate::text::{Locale, Texts};

/// Points that each typed letter must bring on average: letters strewn over a name do not.
const POINTS_A_LETTER: u32 = 16;
/// A longer text is no command.
const LONGEST: usize = 60;

/// The names of all commands.
pub struct Fuzzy {
    matcher: Matcher,
    names: Vec<(Action, Locale, Name)>,
}

struct Name {
    text: String,
    folded: String,
    pieces: Vec<(usize, usize)>,
}

/// How a command fits.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fit {
    /// The more the better.
    pub score: u32,
    /// What fits in the name in the reader's language.
    pub marks: Vec<Range<usize>>,
    /// The name in another language, when that one fits, and what fits in it.
    pub other: Option<(String, Vec<Range<usize>>)>,
}

impl Default for Fuzzy {
    fn default() -> Self {
        let mut names = Vec::new();
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for action in Action::ALL {
                let text = action.label(&texts).to_owned();
                let (folded, pieces) = fold_with_places(&text);
                names.push((action, locale, Name { text, folded, pieces }));
            }
        }
        Self { matcher: Matcher::new(Config::DEFAULT), names }
    }
}

impl Fuzzy {
    /// Returns how a command fits a text; an empty text fits everything.
    pub fn fit(&mut self, typed: &str, action: Action, locale: Locale) -> Option<Fit> {
        let wanted = fold(typed);
        if wanted.is_empty() {
            return Some(Fit::default());
        }
        let letters = wanted.chars().filter(|sign| !sign.is_whitespace()).count();
        if letters > LONGEST {
            return None;
        }
        let pattern = Pattern::new(&wanted, CaseMatching::Ignore, Normalization::Never, AtomKind::Fuzzy);
        let least = POINTS_A_LETTER * u32::try_from(letters).unwrap_or(u32::MAX);
        let (mut best, mut own): (Option<Fit>, Option<Fit>) = (None, None);
        let mut buffer = Vec::new();
        let mut indices = Vec::new();
        for (_, of, name) in self.names.iter().filter(|(other, ..)| *other == action) {
            indices.clear();
            let haystack = Utf32Str::new(&name.folded, &mut buffer);
            let Some(score) = pattern.indices(haystack, &mut self.matcher, &mut indices) else { continue };
            if score < least {
                continue;
            }
            let marks = marks(name, &mut indices);
            if *of == locale {
                own = Some(Fit { score, marks, other: None });
            } else if best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Fit { score, marks: Vec::new(), other: Some((name.text.clone(), marks)) });
            }
        }
        // What the reader sees comes before what stands in another language.
        own.or(best)
    }
}

/// Places of letters in the folded name as bytes of the name, joined.
fn marks(name: &Name, indices: &mut Vec<u32>) -> Vec<Range<usize>> {
    indices.sort_unstable();
    indices.dedup();
    let places: Vec<(usize, char)> = name.folded.char_indices().collect();
    let mut marks: Vec<Range<usize>> = Vec::new();
    for index in indices.iter() {
        let Some(&(at, sign)) = places.get(*index as usize) else { continue };
        let Some(place) = unfolded_place(&name.text, &name.pieces, at..at + sign.len_utf8()) else {
            continue;
        };
        match marks.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => marks.push(place),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(typed: &str, action: Action) -> bool {
        Fuzzy::default().fit(typed, action, Locale::En).is_some()
    }

    #[test]
    fn a_command_is_found_by_its_beginning_its_letters_and_other_languages() {
        assert!(fits("und", Action::Undo));
        assert!(fits("UNDO", Action::Undo));
        assert!(fits("kbsh", Action::Shortcuts) || fits("keysh", Action::Shortcuts));
        assert!(fits("einstell", Action::Go(crate::gui::Route::Settings)), "German");
        assert!(fits("設定", Action::Go(crate::gui::Route::Settings)), "Japanese");
        assert!(fits("ruckgangig", Action::Undo), "without the accent");
        assert!(!fits("bear", Action::Undo));
        assert!(!fits("qxz", Action::Save));
    }

    #[test]
    fn what_fits_is_marked_in_the_name() {
        let fit = Fuzzy::default().fit("undo", Action::Undo, Locale::En).expect("it fits");
        assert_eq!(fit.marks, std::iter::once(0..4).collect::<Vec<_>>());
        let fit = Fuzzy::default()
            .fit("設定", Action::Go(crate::gui::Route::Settings), Locale::En)
            .expect("it fits");
        assert_eq!(fit.other.expect("in Japanese").1, std::iter::once(0..6).collect::<Vec<_>>());
    }

    #[test]
    fn no_text_panics() {
        let mut fuzzy = Fuzzy::default();
        for typed in ["", " ", "\u{202e}", &"x".repeat(10_000), "👩\u{200d}🔧", "a\u{301}", "'!^$"] {
            for action in Action::ALL {
                _ = fuzzy.fit(typed, action, Locale::Ja);
            }
        }
    }
}
