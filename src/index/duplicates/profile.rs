//! What a person is known by: names, addresses and numbers in the form in which they are compared.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::model::{Book, Contact, Id, Labelled, PersonName, YearlessDate, is_east_asian};
use crate::text::fold::{fold, has_kana, romaji_of_kana};

/// Longer words and more of them are not names.
const LONGEST_WORD: usize = 40;
const MOST_WORDS: usize = 6;

/// In which writing a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Script {
    /// Latin letters, or kana written in them.
    Latin,
    /// Everything else, such as kanji and hangul.
    Other,
}

/// One writing of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub script: Script,
    /// The words, sorted: the order of a name differs from country to country.
    pub words: Vec<String>,
    /// The family name as one word, where it is known which part it is.
    pub family: String,
    /// The given name as one word.
    pub given: String,
    /// Where the form comes from.
    pub source: Source,
}

/// Where a writing of a name comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Source {
    /// As the person writes it.
    Written,
    /// The reading, the Latin name, another name.
    Other,
    /// With the nickname.
    Nickname,
}

/// What a person is known by.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub id: Id<Contact>,
    pub forms: Vec<Form>,
    /// Addresses, and whether many people read them.
    pub emails: Vec<(String, bool)>,
    pub phones: Vec<String>,
    pub links: Vec<String>,
    /// Companies by their name, and whether the person works there today.
    pub companies: Vec<(u64, bool)>,
    pub addresses: Vec<u64>,
    pub birthday: Option<YearlessDate>,
    pub suffix: String,
    pub merged: Vec<Id<Contact>>,
}

pub(super) fn hash_of(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Profile {
    pub fn new(book: &Book, contact: &Contact) -> Self {
        let mut profile = Self {
            id: contact.id,
            forms: forms(contact),
            emails: contact.emails.iter().filter_map(email).collect(),
            phones: contact
                .phones
                .iter()
                .filter(|it| it.label != "fax")
                .filter_map(|it| phone(&it.value))
                .collect(),
            links: contact.links.iter().filter_map(|it| link(&it.value)).collect(),
            addresses: contact
                .addresses
                .iter()
                .filter(|address| !address.street.trim().is_empty())
                .map(|address| hash_of((place(&address.street), place(&address.postal_code))))
                .collect(),
            birthday: contact.human.birthday,
            suffix: generation(&contact.name.suffix),
            merged: contact.merged.iter().map(|merged| merged.0).collect(),
            ..Self::default()
        };
        for affiliation in &contact.affiliations {
            if let Some(organization) = book.get(affiliation.organization) {
                let names = [&organization.name, &organization.latin];
                let is_current = affiliation.until.is_none();
                for name in names.into_iter().chain(&organization.former_names) {
                    profile.companies.extend(company(name).map(|key| (key, is_current)));
                }
            }
        }
        for list in [&mut profile.phones, &mut profile.links] {
            list.sort_unstable();
            list.dedup();
        }
        profile.companies.sort_unstable();
        profile.companies.dedup();
        profile
    }

    /// Returns the profile of a person who is just being typed, with the name of the company.
    pub fn of_form(book: &Book, contact: &Contact, organization: &str) -> Self {
        let mut profile = Self::new(book, contact);
        profile.companies.extend(company(organization).map(|key| (key, true)));
        profile
    }

    /// What to ask the search for, to find people like this one.
    pub fn questions(&self) -> Vec<String> {
        let names = self.forms.iter().map(|form| form.words.join(" "));
        let addresses = self.emails.iter().filter(|(_, shared)| !shared).map(|(email, _)| email.clone());
        let mut questions: Vec<String> =
            names.chain(addresses).chain(self.phones.iter().cloned()).filter(|it| it.len() > 1).collect();
        questions.truncate(6);
        questions
    }
}

/// All writings of a person's name.
fn forms(contact: &Contact) -> Vec<Form> {
    let name = &contact.name;
    let mut forms: Vec<Form> = Vec::new();
    add(&mut forms, &name.family, &name.given, &name.additional, Source::Written);
    add(&mut forms, &name.family_reading, &name.given_reading, "", Source::Other);
    // In which order a Latin name stands is not said.
    add(&mut forms, "", "", &name.latin, Source::Other);
    for other in contact.other_names.iter().take(8) {
        let other = PersonName::parse(other);
        add(&mut forms, &other.family, &other.given, "", Source::Other);
    }
    if !name.nickname.trim().is_empty() {
        add(&mut forms, &name.family, &name.nickname, "", Source::Nickname);
    }
    forms
}

fn add(forms: &mut Vec<Form>, family: &str, given: &str, rest: &str, source: Source) {
    let has_other_script = [family, given, rest].iter().any(|part| part.chars().any(is_east_asian));
    let is_kana = has_other_script
        && [family, given, rest].iter().all(|part| {
            part.chars().all(|it| !is_east_asian(it) || has_kana(it.encode_utf8(&mut [0; 4])) || it == 'ー')
        });
    let script = if has_other_script && !is_kana { Script::Other } else { Script::Latin };
    let words_of = |part: &str| -> Vec<String> {
        let mut words = Vec::new();
        for word in fold(&clipped(part))
            .split(|it: char| it.is_whitespace() || matches!(it, '-' | '.' | ',' | '・' | '='))
        {
            let word = match script {
                Script::Latin => latin(word),
                Script::Other => word.chars().map(plain_kanji).collect(),
            };
            if !word.is_empty() && !is_title(&word) && words.len() < MOST_WORDS {
                words.push(word);
            }
        }
        words
    };
    let (families, givens, others) = (words_of(family), words_of(given), words_of(rest));
    let mut words: Vec<String> = families.iter().chain(&givens).chain(&others).cloned().collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return;
    }
    let form = Form { script, words, family: families.concat(), given: givens.concat(), source };
    if !forms.iter().any(|known| known.words == form.words) {
        forms.push(form);
    }
}

/// The beginning of a text that is far too long for a name.
fn clipped(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= LONGEST_WORD * MOST_WORDS {
        text.into()
    } else {
        text.chars().take(LONGEST_WORD * 2).collect::<String>().into()
    }
}

/// Latin letters, with the ways of writing umlauts and long vowels made one: Müller, Mueller and Muller; Ōno, Oono and
/// Ohno stays apart. What becomes equal by accident still needs other reasons.
fn latin(word: &str) -> String {
    let word = if word.chars().any(is_east_asian) { romaji_of_kana(word) } else { word.to_owned() };
    let mut plain = String::with_capacity(word.len());
    let mut characters = word.chars().filter(|it| it.is_alphanumeric()).take(LONGEST_WORD).peekable();
    while let Some(character) = characters.next() {
        plain.push(character);
        let silent = |next: &char| match character {
            'a' | 'u' => *next == 'e' || *next == character,
            'o' => matches!(next, 'e' | 'u' | 'o'),
            _ => false,
        };
        _ = characters.next_if(silent);
    }
    plain
}

/// Kanji of names that are written in an old and a new form.
fn plain_kanji(character: char) -> char {
    match character {
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斉' => '斎',
        '濱' | '濵' => '浜',
        '𠮷' => '吉',
        '澤' => '沢',
        '廣' => '広',
        '國' => '国',
        '櫻' => '桜',
        '眞' => '真',
        '惠' => '恵',
        '嶋' | '嶌' => '島',
        '瀨' => '瀬',
        '德' => '徳',
        other => other,
    }
}

/// Titles and forms of address that are sometimes typed into the name.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "dr" | "prof"
            | "mr"
            | "mrs"
            | "ms"
            | "herr"
            | "frau"
            | "ing"
            | "dipl"
            | "med"
            | "phd"
            | "mba"
            | "様"
            | "さん"
            | "氏"
            | "先生"
            | "殿"
            | "博士"
            | "san"
            | "sama"
    )
}

/// Junior, senior, II: what tells a father from a son. Degrees do not.
fn generation(suffix: &str) -> String {
    let folded = fold(suffix);
    folded
        .split(|it: char| !it.is_alphanumeric())
        .find(|word| matches!(*word, "jr" | "jun" | "junior" | "sr" | "sen" | "senior" | "ii" | "iii" | "iv"))
        .map(|word| match word {
            "jr" | "jun" => "junior",
            "sr" | "sen" => "senior",
            other => other,
        })
        .unwrap_or_default()
        .to_owned()
}

/// Boxes that several people read.
pub(super) fn is_shared_box(local: &str) -> bool {
    matches!(
        local,
        "info"
            | "sales"
            | "office"
            | "kontakt"
            | "contact"
            | "mail"
            | "hello"
            | "hallo"
            | "service"
            | "support"
            | "admin"
            | "team"
            | "post"
            | "buero"
            | "vertrieb"
            | "einkauf"
            | "sekretariat"
            | "eigyo"
            | "soumu"
            | "somu"
            | "marketing"
            | "press"
            | "presse"
            | "jobs"
            | "booking"
            | "reception"
            | "welcome"
            | "shop"
    )
}

fn email(value: &Labelled) -> Option<(String, bool)> {
    let folded = fold(value.value.trim().trim_start_matches("mailto:"));
    let (local, domain) = folded.rsplit_once('@')?;
    if local.is_empty() || !domain.contains('.') || folded.len() > 254 {
        return None;
    }
    // What stands behind a plus is the sender's own.
    let local = local.split('+').next().unwrap_or(local);
    let local = if matches!(domain, "gmail.com" | "googlemail.com") {
        local.replace('.', "")
    } else {
        local.to_owned()
    };
    let domain = if domain == "googlemail.com" { "gmail.com" } else { domain };
    Some((format!("{local}@{domain}"), is_shared_box(&local)))
}

/// The digits that a number has in every writing: without the code of the country and the zero before that of the town.
fn phone(value: &str) -> Option<String> {
    let folded = fold(value);
    let number = folded.split(['x', ';', '#', 'd']).next().unwrap_or(&folded).replace("(0)", "");
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // Nine digits are national in every country; a number of fewer than seven is one inside of a house.
    let tail = digits.len().checked_sub(9).map_or(digits.trim_start_matches('0'), |start| &digits[start..]);
    (tail.len() >= 7).then(|| tail.to_owned())
}

/// A page of somebody's own; the front page of a company says nothing about a person.
fn link(value: &str) -> Option<String> {
    let folded = fold(value.trim());
    let folded = folded.split_once("://").map_or(folded.as_str(), |(_, rest)| rest);
    let folded = folded.trim_start_matches("www.").split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = folded.split_once('/')?;
    let is_general =
        matches!(path, "" | "index.html" | "en" | "de" | "ja" | "about" | "contact" | "impressum");
    (host.contains('.') && !is_general).then(|| format!("{host}/{path}"))
}

/// A company by its name without what all companies of its kind are called.
pub(super) fn company(name: &str) -> Option<u64> {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|it: char| it.is_whitespace() || matches!(it, '.' | ',' | '(' | ')' | '&' | '-'))
        .filter(|word| {
            !word.is_empty()
                && !matches!(
                    *word,
                    "gmbh"
                        | "ag"
                        | "kg"
                        | "ug"
                        | "se"
                        | "co"
                        | "inc"
                        | "ltd"
                        | "llc"
                        | "limited"
                        | "corp"
                        | "company"
                        | "株"
                        | "kk"
                        | "the"
                        | "und"
                        | "and"
                        | "mbh"
                        | "ohg"
                        | "gbr"
                        | "ev"
                )
        })
        .collect();
    let joined = words.concat().replace("株式会社", "").replace("有限会社", "").replace("合同会社", "");
    (joined.chars().count() > 1).then(|| hash_of(joined))
}

fn place(text: &str) -> String {
    let folded = fold(text).replace("straße", "str").replace("strasse", "str").replace("street", "st");
    folded.chars().filter(|it| it.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_in_every_writing() {
        for number in
            ["+49 30 1234567", "030 1234567", "(030) 12 34 567", "+49 (0)30 1234567", "0049301234567"]
        {
            assert_eq!(phone(number).as_deref(), Some("301234567"), "{number}");
        }
        for number in ["03-1234-5678", "+81 3 1234 5678"] {
            assert_eq!(phone(number).as_deref(), Some("312345678"), "{number}");
        }
        assert_eq!(phone("12"), None);
        assert_eq!(phone("ask at the desk"), None);
    }

    #[test]
    fn writings_of_a_word_are_one() {
        for (one, other) in [
            ("Müller", "Mueller"),
            ("Müller", "MULLER"),
            ("Groß", "Gross"),
            ("おおの", "Ono"),
            ("ゆうき", "Yuki"),
            ("Schröder", "Schroeder"),
        ] {
            assert_eq!(latin(&fold(one)), latin(&fold(other)), "{one} {other}");
        }
        assert_ne!(latin("weber"), latin("wagner"));
        assert_eq!(company("Weber Optik GmbH & Co. KG"), company("WEBER-OPTIK"));
        assert_eq!(company("株式会社ホシ"), company("ホシ（株）"));
        assert_eq!(company("GmbH"), None);
    }

    #[test]
    fn links_and_addresses_are_told_by_what_counts() {
        assert_eq!(link("https://www.linkedin.com/in/mina/"), link("linkedin.com/in/mina?trk=x"));
        assert_eq!(link("https://weber-optik.example/"), None);
        let mail = |text: &str| email(&Labelled::new("", text));
        assert_eq!(mail("M.ina+card@googlemail.com"), Some(("mina@gmail.com".to_owned(), false)));
        assert_eq!(mail("Info@weber.example"), Some(("info@weber.example".to_owned(), true)));
        assert_eq!(mail("not an address"), None);
    }
}
