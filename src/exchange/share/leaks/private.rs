//! What is withheld of a person, written into a comment: the birthday in any usual writing, and texts about their life.
//!
//! Owns the writings of a day and finding items of a text. Which values are withheld is known to whoever asks.

use std::ops::Range;

use regex::Regex;

use super::fold::{Tags, View};
use super::names::{signs_in, words_in};
use super::{LeakKind, regex};
use crate::model::YearlessDate;

/// What must not be said of a person.
#[derive(Debug, Clone, Default)]
pub struct Private {
    /// The writings of the birthday.
    days: Vec<Regex>,
    /// Items of texts: in words, or in signs of writings without blanks.
    words: Vec<Vec<String>>,
    signs: Vec<Vec<char>>,
}

/// The months in English and German, as texts are read: without marks, in lower case.
const MONTHS: [&str; 12] = [
    "january|januar|janner|jan",
    "february|februar|feb",
    "march|marz|maerz|mrz|mar",
    "april|apr",
    "may|mai",
    "june|juni|jun",
    "july|juli|jul",
    "august|aug",
    "september|sept|sep",
    "october|oktober|oct|okt",
    "november|nov",
    "december|dezember|dec|dez",
];

impl Private {
    /// Adds a birthday.
    pub fn add_day(&mut self, day: YearlessDate) {
        let (month, day) = (day.month, day.day);
        let Some(names) = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1)))
        else {
            return;
        };
        let (kanji_month, kanji_day) = (kanji(month), kanji(day));
        self.days.extend([
            // 26 September, 26th of September, 26. Sept.
            regex(&format!(r"(?i)\b0?{day}\s?(?:st|nd|rd|th|ten|te)?\.?\s*(?:of\s+)?(?:{names})\b")),
            // September 26th, Sept. 26
            regex(&format!(r"(?i)\b(?:{names})\b\.?,?\s*(?:the\s+)?0?{day}(?:st|nd|rd|th)?\b")),
            // 26.9., 26/9, 26-09
            regex(&format!(r"\b0?{day}\s?[./-]\s?0?{month}\b")),
            // 9/26, 09-26, 1990-09-26
            regex(&format!(r"\b(?:(?:19|20)\d\d\s?[./-]\s?)?0?{month}\s?[./-]\s?0?{day}\b")),
            regex(&format!(r"\b(?:19|20)\d\d{month:02}{day:02}\b")),
            regex(&format!(r"(?:0?{month}|{kanji_month})\s?月\s?(?:0?{day}|{kanji_day})\s?日")),
        ]);
    }

    /// Adds a text about somebody's life: each of its items, as they stand between commas and stops. Of what was thought of
    /// somebody single words are no secret: everybody is called exact.
    pub fn add_text(&mut self, text: &str, is_impression: bool) {
        let parts = text.split([',', ';', '.', '!', '?', '\n', '、', '。', '；', '・', '(', ')', '（', '）']);
        for part in parts.filter(|part| !part.trim().is_empty()) {
            let view = View::of(part, Tags::Kept);
            let words: Vec<String> = words_in(&view.text).into_iter().map(|word| word.text).collect();
            let signs: Vec<char> = signs_in(&view.text).into_iter().map(|sign| sign.sign).collect();
            let letters: usize = words.iter().map(|word| word.chars().count()).sum();
            let (least_words, least_signs) = if is_impression { (3, 5) } else { (1, 2) };
            if signs.len() >= least_signs {
                self.signs.push(signs);
            } else if signs.is_empty() && words.len() >= least_words && letters >= 4 {
                self.words.push(words);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.days.is_empty() && self.words.is_empty() && self.signs.is_empty()
    }

    /// Finds them in a view, in bytes of it.
    pub(super) fn find(&self, view: &View) -> Vec<(Range<usize>, LeakKind)> {
        let mut found: Vec<(Range<usize>, LeakKind)> = Vec::new();
        for day in &self.days {
            found.extend(day.find_iter(&view.text).map(|day| (day.range(), LeakKind::Birthday)));
        }
        if !self.words.is_empty() {
            let words = words_in(&view.text);
            for item in &self.words {
                for part in words.windows(item.len()) {
                    if part.iter().map(|word| &word.text).eq(item) {
                        let range = part[0].range.start..part[item.len() - 1].range.end;
                        found.push((range, LeakKind::Life));
                    }
                }
            }
        }
        if !self.signs.is_empty() {
            let signs = signs_in(&view.text);
            for item in &self.signs {
                for part in signs.windows(item.len()) {
                    if part.iter().map(|sign| &sign.sign).eq(item) {
                        let range = part[0].range.start..part[item.len() - 1].range.end;
                        found.push((range, LeakKind::Life));
                    }
                }
            }
        }
        found
    }
}

/// A number up to 31 in Chinese characters: 二十六.
fn kanji(number: u32) -> String {
    let ones = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, one) = (number as usize / 10, number as usize % 10);
    let ten = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", ones.get(tens).copied().unwrap_or_default()),
    };
    format!("{ten}{}", ones.get(one).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::share::leaks::{Known, leaks_of, withhold};

    fn known() -> Known {
        let mut private = Private::default();
        private.add_day(YearlessDate::new(None, 9, 26).expect("a day"));
        private.add_text("パクチー、大きな音. coriander; loud places", false);
        private.add_text("Calm and exact. Talks a lot about trains", true);
        Known::default().keeping(private)
    }

    #[test]
    fn a_birthday_is_found_in_every_usual_writing() {
        for day in [
            "26 September",
            "26th of September",
            "26. September",
            "September 26th",
            "Sept 26",
            "Sep. 26",
            "26.9.",
            "26.09.",
            "26/9",
            "9/26",
            "09-26",
            "1990-09-26",
            "19900926",
            "9月26日",
            "９月２６日",
            "９／２６",
            "九月二十六日",
            "2\u{200b}6 Sep\u{ad}tember",
        ] {
            let text = format!("Calm. Born {day}, she says");
            let found = leaks_of(&text, &known());
            assert!(found.iter().any(|leak| leak.kind == LeakKind::Birthday), "{day}: {found:?}");
            let left = withhold(&text, &known());
            assert!(left.starts_with("Calm. Born …") && left.ends_with("she says"), "{left}");
        }
        for day in
            ["27 September", "26 October", "9/27", "126/9", "26.90", "19/26", "9月27日", "in September"]
        {
            let text = format!("Born {day}");
            assert!(leaks_of(&text, &known()).iter().all(|leak| leak.kind != LeakKind::Birthday), "{day}");
        }
    }

    #[test]
    fn texts_about_a_life_are_found_by_their_items() {
        let marked = |text: &str| -> Vec<String> {
            leaks_of(text, &known()).into_iter().map(|leak| text[leak.range].to_owned()).collect()
        };
        assert_eq!(marked("she hates パクチー and Coriander"), ["パクチー", "Coriander"]);
        assert_eq!(marked("no loud\u{200b} places, please"), ["loud\u{200b} places"]);
        assert_eq!(marked("talks a lot about trains!"), ["talks a lot about trains"]);
        for text in ["Calm and kind", "loud and clear places", "音が大きい", "about trains", "exact"] {
            assert_eq!(marked(text), Vec::<String>::new(), "{text}");
        }
    }
}
