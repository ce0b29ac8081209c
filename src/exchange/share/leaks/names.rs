//! Names of people of the book, written into a text that is meant for somebody else.
//!
//! Owns the set of all names of a book and finding them: given and family name together in either order, with blanks, a
//! comma or a hyphen between them, in Japanese also without any, or a family name with what people are addressed by
//! ("Frau Keller", 田中さん). A given name alone is nobody. Start reading at [`Others`].
//!
//! Invariant: the names of whoever a text is about, from or for are never found, nor anybody else of the same name
//! (`tests::names_of_the_people_concerned_are_fine`).

use std::ops::Range;
use std::sync::Arc;

use super::fold::{Tags, View};
use super::kept::{Names, names_of};
use crate::model::{Book, Contact, PersonName, is_east_asian};
use crate::text::fold::fold;

/// Who is named in a text and must not be: everybody of a book but the people concerned.
#[derive(Debug, Clone, Default)]
pub struct Others {
    names: Option<Arc<Names>>,
    /// The names that may stand there.
    fine: Vec<u64>,
}

impl Others {
    /// Everybody of a book. Whoever wrote it is no secret.
    pub fn of(book: &Book) -> Self {
        let mut fine = Keys::default();
        fine.add_name(&book.header.owner.name);
        Self { names: Some(names_of(book)), fine: fine.all() }
    }

    /// Makes the names of a book ready: of 10,000 people that takes a tenth of a second, so a worker does it before the window
    /// asks. Afterwards an edit costs a piece of 128 people.
    pub fn prepare(book: &Book) {
        names_of(book);
    }

    /// Without somebody whom the text is about or for.
    #[must_use]
    pub fn but(mut self, contact: &Contact) -> Self {
        let mut fine = Keys::default();
        fine.add(contact);
        self.fine.extend(fine.all());
        self
    }

    /// Whether nobody is looked for.
    pub(super) fn is_nobody(&self) -> bool {
        self.names.is_none()
    }

    /// Finds names in a view of a text, in bytes of the view.
    pub(super) fn find(&self, view: &View) -> Vec<Range<usize>> {
        let Some(names) = &self.names else { return Vec::new() };
        let mut found = self.spaced(names, view);
        found.extend(self.unspaced(names, view));
        found
    }

    /// Names in writings that have words.
    fn spaced(&self, names: &Names, view: &View) -> Vec<Range<usize>> {
        let words = words_in(&view.text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let first = Key::words().word(&words[at].text);
            let mut longest: Option<(usize, bool)> = None;
            if names.may_begin(first) {
                let is_called = at > 0 && words[at].joined && TITLES.contains(&words[at - 1].text.as_str());
                let mut key = first;
                for (count, word) in words[at..].iter().take(MOST_WORDS).enumerate() {
                    if count > 0 {
                        if !word.joined {
                            break;
                        }
                        key = key.word(&word.text);
                    }
                    let uses = [(Use::Whole, count > 0), (Use::Family, is_called)];
                    if let Some(is_fine) = self.known_as(names, key, uses) {
                        longest = Some((count + 1, is_fine));
                    }
                }
            }
            let count = longest.map_or(1, |(count, _)| count);
            if longest.is_some_and(|(_, is_fine)| !is_fine) {
                found.push(words[at].range.start..words[at + count - 1].range.end);
            }
            at += count;
        }
        found
    }

    /// Names in Chinese characters and kana, which stand in a text without blanks around.
    fn unspaced(&self, names: &Names, view: &View) -> Vec<Range<usize>> {
        let signs = signs_in(&view.text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < signs.len() {
            let mut longest: Option<(usize, bool)> = None;
            let mut key = Key::signs();
            for (count, sign) in signs[at..].iter().take(MOST_SIGNS).enumerate() {
                if count > 0 && sign.after == After::Nothing {
                    break;
                }
                key = key.sign(sign.sign);
                if count == 1 && !names.may_begin(key) {
                    break;
                }
                let is_whole = count > 0 && stands_alone(&signs, at, count + 1);
                let uses = [(Use::Whole, is_whole), (Use::Family, is_called(&signs, at, count + 1))];
                if let Some(is_fine) = self.known_as(names, key, uses) {
                    longest = Some((count + 1, is_fine));
                }
            }
            let count = longest.map_or(1, |(count, _)| count);
            if longest.is_some_and(|(_, is_fine)| !is_fine) {
                found.push(signs[at].range.start..signs[at + count - 1].range.end);
            }
            at += count;
        }
        found
    }

    /// Whether words are a name in one of the uses that are possible where they stand, and whether it may stand there.
    fn known_as(&self, names: &Names, key: Key, uses: [(Use, bool); 2]) -> Option<bool> {
        let keys = uses.into_iter().filter(|(_, may)| *may).map(|(what, _)| key.of(what));
        keys.filter(|key| names.knows(*key))
            .map(|key| self.fine.contains(&key))
            .reduce(|one, other| one || other)
    }
}

/// Longest names, in words and in signs.
const MOST_WORDS: usize = 7;
const MOST_SIGNS: usize = 18;

/// What stands before a family name when somebody is spoken of.
const TITLES: [&str; 17] = [
    "herr",
    "herrn",
    "frau",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "dr",
    "prof",
    "professor",
    "doctor",
    "doktor",
    "sir",
    "madam",
    "mme",
    "fraulein",
];

/// What stands behind one.
const HONORIFICS: [&str; 18] = [
    "さん",
    "様",
    "さま",
    "氏",
    "先生",
    "くん",
    "君",
    "ちゃん",
    "殿",
    "社長",
    "専務",
    "常務",
    "部長",
    "次長",
    "課長",
    "係長",
    "教授",
    "博士",
];

/// Family names of one sign that mean somebody else when さん or 様 follows.
const NO_FAMILY: &str = "奥皆神王姫客母父兄姉嫁娘息親";

/// How a key is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Whole,
    Family,
}

/// Words or signs of a name as one number (FNV-1a, 64 bits): a hundred thousand people have few enough.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key(u64);

impl Key {
    fn words() -> Self {
        Self(0xcbf2_9ce4_8422_2325).byte(1)
    }

    fn signs() -> Self {
        Self(0xcbf2_9ce4_8422_2325).byte(2)
    }

    fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    fn word(self, word: &str) -> Self {
        word.bytes().fold(self.byte(b' '), Self::byte)
    }

    fn sign(self, sign: char) -> Self {
        u32::from(sign).to_le_bytes().into_iter().fold(self, Self::byte)
    }

    fn of(self, what: Use) -> u64 {
        self.byte(if what == Use::Whole { 0xf1 } else { 0xf2 }).0
    }

    /// Its place among the bits of beginnings, of which there are so many.
    pub(super) fn bit(self, many: u64) -> u64 {
        (self.0 >> 32) % many
    }
}

/// Collects the keys of names.
#[derive(Debug, Default)]
pub(super) struct Keys {
    keys: Vec<u64>,
    pub(super) begins: Vec<Key>,
}

impl Keys {
    /// All keys, sorted.
    pub(super) fn all(mut self) -> Vec<u64> {
        self.keys.sort_unstable();
        self.keys.dedup();
        self.keys
    }

    pub(super) fn add(&mut self, contact: &Contact) {
        self.add_name(&contact.name);
        for other in &contact.other_names {
            self.add_text(other);
        }
    }

    fn add_name(&mut self, name: &PersonName) {
        let (family, given) = (Part::of(&name.family), Part::of(&name.given));
        self.add_family(&family);
        self.add_pair(&family, &given);
        if family.is_empty() || given.is_empty() {
            // The whole name was typed into one field.
            self.add_text(&name.family);
            self.add_text(&name.given);
        }
        if !name.additional.trim().is_empty() {
            self.add_pair(&family, &given.and(&Part::of(&name.additional)));
        }
        if !name.nickname.trim().is_empty() {
            self.add_pair(&family, &Part::of(&name.nickname));
        }
        if !name.family_reading.trim().is_empty() {
            let reading = Part::of(&name.family_reading);
            self.add_family(&reading);
            self.add_pair(&reading, &Part::of(&name.given_reading));
        }
        self.add_text(&name.latin);
    }

    fn add_family(&mut self, family: &Part) {
        if family.letters() >= 2 {
            self.add_words(&[&family.words], Use::Family);
        }
        let is_nobody = matches!(family.signs.as_slice(), [only] if NO_FAMILY.contains(*only));
        if !is_nobody {
            self.add_signs(&[&family.signs], Use::Family);
        }
    }

    fn add_pair(&mut self, family: &Part, given: &Part) {
        if family.letters() >= 2 && given.letters() >= 2 {
            self.add_words(&[&given.words, &family.words], Use::Whole);
            self.add_words(&[&family.words, &given.words], Use::Whole);
            if let [first, _, ..] = given.words.as_slice() {
                self.add_words(&[std::slice::from_ref(first), &family.words], Use::Whole);
            }
        }
        if !family.signs.is_empty() && !given.signs.is_empty() {
            self.add_signs(&[&family.signs, &given.signs], Use::Whole);
            self.add_signs(&[&given.signs, &family.signs], Use::Whole);
        }
    }

    /// A whole name in one text.
    fn add_text(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let part = Part::of(text);
        if part.words.len() >= 2 && part.letters() >= 4 {
            self.add_words(&[&part.words], Use::Whole);
            if let [first, second] = part.words.as_slice() {
                self.add_words(&[std::slice::from_ref(second), std::slice::from_ref(first)], Use::Whole);
            }
        }
        if part.signs.len() >= 3 {
            self.add_signs(&[&part.signs], Use::Whole);
        }
    }

    fn add_words(&mut self, parts: &[&[String]], what: Use) {
        let mut key = Key::words();
        for (at, word) in parts.iter().copied().flatten().enumerate() {
            key = key.word(word);
            if at == 0 {
                self.begins.push(key);
            }
        }
        self.keys.push(key.of(what));
    }

    fn add_signs(&mut self, parts: &[&[char]], what: Use) {
        let mut key = Key::signs();
        let mut signs = 0;
        for sign in parts.iter().copied().flatten() {
            key = key.sign(*sign);
            signs += 1;
            if signs == 2 {
                self.begins.push(key);
            }
        }
        if signs > 0 {
            self.keys.push(key.of(what));
        }
    }
}

/// A part of a name: words, and signs of writings without blanks.
#[derive(Debug, Default)]
struct Part {
    words: Vec<String>,
    signs: Vec<char>,
}

impl Part {
    fn of(text: &str) -> Self {
        // As texts are read, so that a name is found in each of its writings.
        let view = View::of(text, Tags::Kept);
        Self {
            words: words_in(&view.text).into_iter().map(|word| word.text).collect(),
            signs: signs_in(&view.text).into_iter().map(|sign| sign.sign).collect(),
        }
    }

    fn and(&self, other: &Self) -> Self {
        let words = self.words.iter().chain(&other.words).cloned().collect();
        Self { words, signs: self.signs.iter().chain(&other.signs).copied().collect() }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.signs.is_empty()
    }

    fn letters(&self) -> usize {
        self.words.iter().map(|word| word.chars().count()).sum()
    }
}

/// A word of a text.
pub(super) struct Word {
    pub text: String,
    pub range: Range<usize>,
    /// It goes on from the word before: nothing but a blank or a sign that stands within names is between them.
    joined: bool,
}

pub(super) fn words_in(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let is_letter = |sign: char| sign.is_alphanumeric() && !is_east_asian(sign);
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_letter(sign) {
            start.get_or_insert(at);
            continue;
        }
        let Some(from) = start.take() else { continue };
        let joined = words.last().is_some_and(|last| {
            let gap = &text[last.range.end..from];
            let is_initial = last.text.chars().count() == 1 || TITLES.contains(&last.text.as_str());
            !gap.is_empty()
                && gap.chars().count() <= 4
                && gap.chars().all(|sign| {
                    sign.is_whitespace() || matches!(sign, '-' | ',' | '\'') || (sign == '.' && is_initial)
                })
        });
        words.push(Word { text: fold(&text[from..at]), range: from..at, joined });
    }
    words
}

/// What stands between a sign and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// The one before belongs to another run, or there is none.
    Nothing,
    /// They touch.
    Sign,
    /// A blank or a dot, as between family and given name.
    Gap,
}

/// A sign of a writing without blanks.
pub(super) struct Sign {
    pub sign: char,
    pub range: Range<usize>,
    after: After,
}

pub(super) fn signs_in(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| is_east_asian(*sign)) {
        let after = signs.last().map_or(After::Nothing, |last| match &text[last.range.end..at] {
            "" => After::Sign,
            // View writes one dot and one blank for all.
            " " | "." | "  " | "・" | "、" => After::Gap,
            _ => After::Nothing,
        });
        signs.push(Sign { sign, range: at..at + sign.len_utf8(), after });
    }
    signs
}

fn is_kana(sign: char) -> bool {
    matches!(sign, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}

/// Whether a name that is short enough to stand within other words does not.
fn stands_alone(signs: &[Sign], at: usize, count: usize) -> bool {
    let name = &signs[at..at + count];
    let kana = name.iter().all(|sign| is_kana(sign.sign));
    let is_parted = name[1..].iter().any(|sign| sign.after == After::Gap);
    if is_parted || count >= if kana { 5 } else { 3 } {
        return true;
    }
    let before = at == 0 || signs[at].after != After::Sign || is_kana(signs[at - 1].sign) != kana;
    let after = signs.get(at + count);
    let ends = after.is_none_or(|next| next.after != After::Sign || is_kana(next.sign) != kana);
    before && (ends || is_called(signs, at, count))
}

/// Whether somebody is spoken of: 田中さん. A part of a longer name is somebody else.
fn is_called(signs: &[Sign], at: usize, count: usize) -> bool {
    let kana = signs[at..at + count].iter().all(|sign| is_kana(sign.sign));
    let begins = at == 0 || signs[at].after != After::Sign || (!kana && is_kana(signs[at - 1].sign));
    let follows = |word: &str| {
        let mut rest = signs[at + count..].iter().enumerate();
        word.chars().all(|wanted| {
            rest.next().is_some_and(|(place, sign)| {
                sign.sign == wanted && (sign.after == After::Sign || (place == 0 && sign.after == After::Gap))
            })
        })
    };
    begins && (!kana || count >= 2) && HONORIFICS.into_iter().any(follows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::share::leaks::{Known, LeakKind, leaks_of, withhold};
    use crate::model::{Id, InBook as _};

    /// Everybody whose name is looked for, and those for whom the text is.
    fn book() -> Book {
        let mut book = Book::default();
        let mut put = |id, name: PersonName| {
            let contact = Contact { id: Id::new(id), name, ..Contact::default() };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        };
        put(1, PersonName::parse("Anna Keller"));
        put(
            2,
            PersonName {
                family_reading: "タナカ".to_owned(),
                given_reading: "ハルカ".to_owned(),
                latin: "Tanaka Haruka".to_owned(),
                ..PersonName::new("遥", "田中")
            },
        );
        put(3, PersonName::new("平", "林"));
        put(4, PersonName::new("オリバー", "グラント"));
        put(
            5,
            PersonName {
                additional: "Sophie".to_owned(),
                ..PersonName::new("Jürgen-Peter", "von der Weiße")
            },
        );
        put(6, PersonName::new("", "Aiko"));
        put(7, PersonName::new("A", "B"));
        put(8, PersonName::parse("Jonas Weber"));
        put(9, PersonName::parse("Amara Adeyemi"));
        let mut header = (*book.header).clone();
        header.owner.name = PersonName::parse("Lena Vogt");
        book.header = Arc::new(header);
        book
    }

    fn found(text: &str) -> Vec<String> {
        let book = book();
        let mut others = Others::of(&book);
        for id in [8, 9] {
            others = others.but(&book.contacts[&Id::new(id)]);
        }
        let known = Known::default().among(others);
        let leaks = leaks_of(text, &known);
        assert!(leaks.iter().all(|leak| leak.kind == LeakKind::Name), "{leaks:?}");
        let left = withhold(text, &known);
        assert!(leaks_of(&left, &known).is_empty(), "{left}");
        leaks.into_iter().map(|leak| text[leak.range].to_owned()).collect()
    }

    #[test]
    fn somebody_else_is_found_in_every_writing_of_the_name() {
        for (text, name) in [
            ("Anna Keller sucht Glas", "Anna Keller"),
            ("for KELLER, Anna and her team", "KELLER, Anna"),
            ("ask anna\u{200b} keller", "anna\u{200b} keller"),
            ("Аnna Keller", "Аnna Keller"), // with a Cyrillic А
            ("Anna<b> Keller</b>", "Anna<b> Keller"),
            ("bearings for Frau Keller", "Keller"),
            ("bearings for Dr. Keller's mill", "Keller"),
            ("Jurgen-Peter von der Weisse", "Jurgen-Peter von der Weisse"),
            ("Jürgen von der Weiße", "Jürgen von der Weiße"),
            ("Jürgen Peter Sophie von der Weiße", "Jürgen Peter Sophie von der Weiße"),
            ("seals as Haruka Tanaka has them", "Haruka Tanaka"),
            ("田中遥が探しています", "田中遥"),
            ("これは田中　遥様の件です", "田中　遥"),
            ("田中さんの紹介", "田中"),
            ("たなか はるかさん", "たなか はるか"),
            ("ﾀﾅｶﾊﾙｶ", "ﾀﾅｶﾊﾙｶ"),
            ("オリバー・グラントの会社", "オリバー・グラント"),
            ("林 平の工場", "林 平"),
            ("営業の林さん", "林"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
    }

    #[test]
    fn words_that_are_no_names_are_left_alone() {
        for text in [
            "Anna sucht einen Keller",
            "Anna. Keller sind feucht",
            "a B is none",
            "Aiko knows glass",
            "小林平和さん",
            "小林さんと奥さん",
            "田中市の遥かな山",
            "Annabel Kellermann",
            "Herr der Ringe",
            "",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn names_of_the_people_concerned_are_fine() {
        for text in
            ["Jonas Weber, Lena Vogt and Amara Adeyemi", "Frau Adeyemi und Herr Weber", "Dear Ms. Vogt"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_change_of_somebody_is_seen() {
        let mut book = book();
        let text = "Wanda Neu sucht Glas";
        let known = |book: &Book| Known::default().among(Others::of(book));
        assert!(leaks_of(text, &known(&book)).is_empty());
        let wanda = Contact { id: Id::new(20), name: PersonName::parse("Wanda Neu"), ..Contact::default() };
        Contact::table_mut(&mut book).insert(wanda.id, Arc::new(wanda));
        assert_eq!(leaks_of(text, &known(&book)).len(), 1);
        Contact::table_mut(&mut book).remove(&Id::new(20));
        assert!(leaks_of(text, &known(&book)).is_empty());
    }
}
