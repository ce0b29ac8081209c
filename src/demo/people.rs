//! People who do not exist: who they are, what is on their card, and what one remembers of them.
//!
//! [`invent`] makes person `number` of a seed without making the others. It knows no model types.
//! E-mail and web addresses lie in domains reserved for examples (RFC 2606); phone numbers are
//! `555-01xx`, the German range for films (Bundesnetzagentur) or Japanese numbers with too many zeros.
//!
//! Invariant: the same seed gives the same people (`the_same_seed_gives_the_same_people`).

pub mod names;
pub mod trades;
pub mod voice;

use super::face::{CardFace, CardLanguage, Trade};
use super::rng::Rng;
use names::{ABROAD, CITIES_DE, CITIES_EN, CITIES_JA, City, FAMILY_DE, FAMILY_JA, GIVEN_DE, GIVEN_JA};

/// An invented person with everything that a book may say about one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Family name as written.
    pub family: String,
    /// Given name as written.
    pub given: String,
    /// Family name in hiragana; empty outside Japanese.
    pub family_reading: String,
    /// Given name in hiragana; empty outside Japanese.
    pub given_reading: String,
    /// Family name in Latin letters; empty when `family` already is.
    pub family_latin: String,
    /// Given name in Latin letters; empty when `given` already is.
    pub given_latin: String,
    /// The language of the card.
    pub language: CardLanguage,
    /// The line of business.
    pub trade: Trade,
    /// Job title.
    pub title: String,
    /// Department; empty in small companies.
    pub department: String,
    /// Company as printed.
    pub company: String,
    /// Company in Latin letters; empty when `company` already is.
    pub company_latin: String,
    /// City as printed.
    pub city: String,
    /// District or part of the city.
    pub district: String,
    /// Street and number, as printed.
    pub street: String,
    /// Postal code as printed; not a real one.
    pub postal_code: String,
    /// Country in English.
    pub country: String,
    /// ISO 3166-1 alpha-2.
    pub country_code: String,
    /// Landline.
    pub phone: String,
    /// Mobile; empty for some.
    pub mobile: String,
    /// E-mail.
    pub email: String,
    /// Web address; empty for some.
    pub url: String,
    /// BCP 47 tags of the languages spoken, best first.
    pub languages: Vec<String>,
    /// What the person can do, best first.
    pub expertise: Vec<String>,
    /// What the person looks for.
    pub needs: Vec<String>,
    /// Hobbies.
    pub hobbies: Vec<String>,
    /// Food.
    pub food: String,
    /// Family.
    pub family_fact: String,
    /// Month and day of the birthday, when known.
    pub birthday: Option<(u32, u32)>,
    /// The first impression, in the words of the book's owner.
    pub impression: String,
    /// What was talked about.
    pub topics: Vec<String>,
    /// Decides the look of the card.
    pub style_seed: u64,
}

/// Stems of company names: Latin and German; written, Latin for Japanese.
const STEMS: [&str; 40] = [
    "Tidewater",
    "Kornblume",
    "Lichtung",
    "Loomwell",
    "Harbour",
    "Northlight",
    "Fernweh",
    "Alder",
    "Kestrel",
    "Birkenhof",
    "Sandbank",
    "Morgenrot",
    "Copperfield",
    "Juniper",
    "Silberfuchs",
    "Westwind",
    "Quarry",
    "Lindenau",
    "Meridian",
    "Haselnuss",
    "Blackthorn",
    "Sternwarte",
    "Fairwater",
    "Amsel",
    "Oakmoss",
    "Nordstern",
    "Pinecone",
    "Rotdorn",
    "Saltmarsh",
    "Wiesengrund",
    "Tamarind",
    "Eisvogel",
    "Longacre",
    "Marigold",
    "Feldmark",
    "Skylark",
    "Holunder",
    "Greywether",
    "Kiebitz",
    "Sundial",
];
const STEMS_JA: [(&str, &str); 30] = [
    ("東雲", "Shinonome"),
    ("北斗", "Hokuto"),
    ("小泉", "Koizumi"),
    ("海猫", "Umineko"),
    ("若葉", "Wakaba"),
    ("銀河", "Ginga"),
    ("朝凪", "Asanagi"),
    ("青嵐", "Seiran"),
    ("山吹", "Yamabuki"),
    ("白鷺", "Shirasagi"),
    ("千早", "Chihaya"),
    ("木漏日", "Komorebi"),
    ("雪椿", "Yukitsubaki"),
    ("潮音", "Shione"),
    ("松籟", "Shorai"),
    ("大樹", "Taiju"),
    ("夕霧", "Yugiri"),
    ("翡翠", "Hisui"),
    ("風待", "Kazemachi"),
    ("桔梗", "Kikyo"),
    ("高砂", "Takasago"),
    ("月見", "Tsukimi"),
    ("瑞穂", "Mizuho"),
    ("飛鳥", "Asuka"),
    ("清流", "Seiryu"),
    ("葦原", "Ashihara"),
    ("紅梅", "Kobai"),
    ("真砂", "Masago"),
    ("初霜", "Hatsushimo"),
    ("遠雷", "Enrai"),
];
const STREETS_DE: [&str; 10] = [
    "Lindenufer",
    "Gewerbestraße",
    "Am Speicher",
    "Mühlenweg",
    "Sternwartenstraße",
    "Hafenallee",
    "Kirschgarten",
    "Werkhof",
    "Amselstieg",
    "Alte Ziegelei",
];
const STREETS_EN: [&str; 10] = [
    "Harbor Street",
    "Foundry Lane",
    "Mill Yard",
    "Orchard Road",
    "Ropewalk",
    "Station Approach",
    "Lantern Court",
    "Tannery Row",
    "Kiln Street",
    "Chapel Wharf",
];

/// Returns the place of a language in the triples of [`voice`].
const fn column(language: CardLanguage) -> usize {
    match language {
        CardLanguage::English => 0,
        CardLanguage::German => 1,
        CardLanguage::Japanese => 2,
    }
}

/// Takes up to `count` different entries of one language.
fn several(list: &[[&str; 3]], language: CardLanguage, count: usize, dice: &mut Rng) -> Vec<String> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    dice.shuffle(&mut order);
    order.into_iter().take(count).map(|at| list[at][column(language)].to_owned()).collect()
}

/// Steps through all pairs of `first` and `second` in a scattered order, each once before any twice.
fn pair(number: u64, seed: u64, first: usize, second: usize) -> (usize, usize) {
    let all = (first * second) as u64;
    // A prime larger than any list is coprime with every product of lists.
    let at = (number.wrapping_mul(7919) % all + seed % all) % all;
    ((at % first as u64) as usize, (at / first as u64 % second as u64) as usize)
}

/// Returns the letters of `text` as they stand in an e-mail address.
fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let german = text
        .to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss")
        .replace('ø', "o")
        .replace('æ', "ae")
        .replace('ı', "i");
    german.nfd().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Invents person `number` of a book with this `seed`.
pub fn invent(seed: u64, number: u64) -> Person {
    let own = Rng::for_purpose(seed, number).next();
    let mut dice = Rng::for_purpose(own, 1);
    let language = *dice.weighted(&[
        (38, CardLanguage::German),
        (34, CardLanguage::Japanese),
        (28, CardLanguage::English),
    ]);
    let trade = *dice.pick(&Trade::ALL);
    let (family, given) = name(language, number, seed, &mut dice);
    let words = trades::words(trade, language);
    let city: &City = match language {
        CardLanguage::Japanese => dice.pick(&CITIES_JA),
        CardLanguage::German => dice.pick(&CITIES_DE),
        CardLanguage::English => dice.pick(&CITIES_EN),
    };
    let pattern = *dice.pick(&words.companies);
    let (company, company_latin) = if language == CardLanguage::Japanese {
        let (stem, latin) = *dice.pick(&STEMS_JA);
        let english = dice.pick(&trades::words(trade, CardLanguage::English).companies).replace('*', latin);
        (pattern.replace('*', stem), english)
    } else if dice.chance(40) {
        (pattern.replace('*', &family.0), String::new())
    } else {
        let stem = *dice.pick(&STEMS);
        (pattern.replace('*', stem), String::new())
    };
    let house = dice.range(1, 98);
    let (street, postal_code, domain, phone) = match language {
        CardLanguage::Japanese => (
            format!("見本町{}-{}-{}", dice.range(1, 9), dice.range(1, 30), dice.range(1, 20)),
            format!("〒000-{:04}", dice.range(0, 9999)),
            "example.jp",
            japanese_phone(city.english, &mut dice),
        ),
        CardLanguage::German => (
            format!("{} {house}", dice.pick(&STREETS_DE)),
            format!("00{:03}", dice.range(100, 999)),
            "example.de",
            german_phone(city.name, &mut dice),
        ),
        CardLanguage::English => (
            format!("{house} {}", dice.pick(&STREETS_EN)),
            String::new(),
            "example.com",
            format!("+1-555-01{:02}", dice.range(0, 99)),
        ),
    };
    let latin = |(written, latin): (&str, &str)| plain(if latin.is_empty() { written } else { latin });
    let (given_plain, family_plain) = (latin((&given.0, &given.2)), latin((&family.0, &family.2)));
    let mailbox = match dice.below(10) {
        0 => "info".to_owned(),
        1 | 2 => format!("{}.{family_plain}", given_plain.chars().next().unwrap_or('x')),
        // The given name alone would be the address of everybody who is called so: all share one domain.
        _ => format!("{given_plain}.{family_plain}"),
    };
    let mut expertise: Vec<String> = words.expertise.iter().map(|word| (*word).to_owned()).collect();
    dice.shuffle(&mut expertise);
    expertise.truncate(2 + dice.below(2));
    let mut needs: Vec<String> = words.needs.iter().map(|word| (*word).to_owned()).collect();
    dice.shuffle(&mut needs);
    needs.truncate(dice.below(3));
    let mut topics = several(&voice::TOPICS, language, 1 + dice.below(2), &mut dice);
    topics.extend(expertise.first().cloned());
    let native = match language {
        CardLanguage::Japanese => "ja",
        CardLanguage::German => "de",
        CardLanguage::English => "en",
    };
    let mut languages = vec![native.to_owned()];
    if native != "en" && dice.chance(70) {
        languages.push("en".to_owned());
    }
    Person {
        title: (*dice.pick(&words.titles)).to_owned(),
        department: if dice.chance(35) { (*dice.pick(&words.departments)).to_owned() } else { String::new() },
        company,
        company_latin,
        city: city.name.to_owned(),
        district: dice.try_pick(city.districts).copied().unwrap_or("").to_owned(),
        street,
        postal_code,
        country: city.country.to_owned(),
        country_code: city.country_code.to_owned(),
        phone,
        mobile: if dice.chance(45) { mobile(language, &mut dice) } else { String::new() },
        email: format!("{mailbox}@{domain}"),
        url: if dice.chance(50) { format!("www.{domain}") } else { String::new() },
        languages,
        needs,
        hobbies: several(&voice::HOBBIES, language, 1 + dice.below(3), &mut dice),
        food: several(&voice::FOOD, language, 1, &mut dice).concat(),
        family_fact: several(&voice::FAMILY, language, 1, &mut dice).concat(),
        birthday: dice.chance(40).then(|| (dice.below(12) as u32 + 1, dice.below(28) as u32 + 1)),
        impression: impression(language, expertise.first().map_or("", String::as_str), &mut dice),
        topics,
        expertise,
        style_seed: Rng::for_purpose(own, 2).next(),
        family: family.0,
        given: given.0,
        family_reading: family.1,
        given_reading: given.1,
        family_latin: family.2,
        given_latin: given.2,
        language,
        trade,
    }
}

/// Returns a number of the ranges that the Bundesnetzagentur keeps for films: five cities have one
/// of their own; elsewhere the number has the area code and a group of zeros, which nobody has.
fn german_phone(city: &str, dice: &mut Rng) -> String {
    let last = dice.range(0, 999);
    match city {
        "Berlin" => format!("+49 30 23125 {last:03}"),
        "Hamburg" => format!("+49 40 66969 {last:03}"),
        "Köln" => format!("+49 221 4710 {last:03}"),
        "München" => format!("+49 89 99998 {last:03}"),
        "Leipzig" => format!("+49 341 000 {last:03}"),
        "Tuttlingen" => format!("+49 7461 000 {last:03}"),
        "Braunschweig" => format!("+49 531 000 {last:03}"),
        "Dresden" => format!("+49 351 000 {last:03}"),
        "Freiburg" => format!("+49 761 000 {last:03}"),
        "Bremen" => format!("+49 421 000 {last:03}"),
        "Jena" => format!("+49 3641 000 {last:03}"),
        _ => format!("+49 461 000 {last:03}"),
    }
}

/// Returns a number with the area code of the city and a group of zeros, which nobody has.
fn japanese_phone(city: &str, dice: &mut Rng) -> String {
    let last = dice.range(100, 9999);
    let area = match city {
        "Tokyo" => return format!("03-0000-{last:04}"),
        "Osaka" => return format!("06-0000-{last:04}"),
        "Kyoto" => "075",
        "Sapporo" => "011",
        "Kanazawa" => "076",
        "Fukuoka" => "092",
        "Nagoya" => "052",
        "Yokohama" => "045",
        "Sendai" => "022",
        _ => "026",
    };
    format!("{area}-000-{last:04}")
}

/// Returns a mobile number of a range that is kept for films, or one with too many zeros.
fn mobile(language: CardLanguage, dice: &mut Rng) -> String {
    match language {
        CardLanguage::German => format!("+49 171 39200 {:02}", dice.range(0, 99)),
        CardLanguage::Japanese => format!("090-0000-{:04}", dice.range(100, 9999)),
        CardLanguage::English => format!("+1-555-01{:02}", dice.range(0, 99)),
    }
}

/// A name part as written, its reading and its Latin form; the latter two are empty in Latin names.
type Part = (String, String, String);

fn name(language: CardLanguage, number: u64, seed: u64, dice: &mut Rng) -> (Part, Part) {
    let latin = |text: &str| (text.to_owned(), String::new(), String::new());
    match language {
        CardLanguage::Japanese => {
            let (f, g) = pair(number, seed, FAMILY_JA.len(), GIVEN_JA.len());
            let part = |(a, b, c): names::Written| (a.to_owned(), b.to_owned(), c.to_owned());
            (part(FAMILY_JA[f]), part(GIVEN_JA[g]))
        }
        CardLanguage::German => {
            let (f, g) = pair(number, seed, FAMILY_DE.len(), GIVEN_DE.len());
            (latin(FAMILY_DE[f]), latin(GIVEN_DE[g]))
        }
        CardLanguage::English => {
            let (given, family) = *dice.pick(&ABROAD);
            let (f, g) = pair(number, seed, family.len(), given.len());
            (latin(family[f]), latin(given[g]))
        }
    }
}

/// The owner writes mostly English, sometimes the language of the card. One half remembers the
/// manner, the other what the person does.
fn impression(language: CardLanguage, field: &str, dice: &mut Rng) -> String {
    let (manner, work, join) = match language {
        CardLanguage::German if dice.chance(40) => {
            if dice.chance(35) {
                return (*dice.pick(&voice::IMPRESSION_DE)).to_owned();
            }
            (*dice.pick(&voice::MANNER_DE), *dice.pick(&voice::WORK_DE), " ")
        }
        CardLanguage::Japanese if dice.chance(45) => {
            if dice.chance(35) {
                return (*dice.pick(&voice::IMPRESSION_JA)).to_owned();
            }
            (*dice.pick(&voice::MANNER_JA), *dice.pick(&voice::WORK_JA), "")
        }
        // The field is in the language of the card; in an English sentence only English reads well.
        CardLanguage::English if dice.chance(55) => {
            (*dice.pick(&voice::MANNER_EN), *dice.pick(&voice::WORK_EN), " ")
        }
        _ => (*dice.pick(&voice::MANNER_EN), *dice.pick(&voice::MEMORY_EN), " "),
    };
    format!("{manner}{join}{}", work.replace("{x}", &within_sentence(field, language)))
}

/// A field as it stands inside a sentence: English ones begin small.
fn within_sentence(field: &str, language: CardLanguage) -> String {
    let mut letters = field.chars();
    match letters.next() {
        // An abbreviation stays as it is.
        Some(first)
            if language == CardLanguage::English
                && letters.clone().next().is_some_and(char::is_lowercase) =>
        {
            first.to_lowercase().chain(letters).collect()
        }
        _ => field.to_owned(),
    }
}

impl Person {
    /// Returns the name in the order of its language.
    pub fn name(&self) -> String {
        if self.language == CardLanguage::Japanese {
            format!("{} {}", self.family, self.given)
        } else {
            format!("{} {}", self.given, self.family)
        }
    }

    /// Returns what is printed on the person's card.
    pub fn face(&self) -> CardFace {
        let join = |a: &str, b: &str| if a.is_empty() { String::new() } else { format!("{a} {b}") };
        let address_lines = match self.language {
            CardLanguage::Japanese => {
                vec![self.postal_code.clone(), format!("{}{}{}", self.city, self.district, self.street)]
            }
            CardLanguage::German => vec![self.street.clone(), format!("{} {}", self.postal_code, self.city)],
            CardLanguage::English => vec![self.street.clone(), self.city.clone()],
        };
        CardFace {
            name: self.name(),
            reading: join(&self.family_reading, &self.given_reading),
            romaji: join(&self.family_latin, &self.given_latin),
            title: self.title.clone(),
            department: self.department.clone(),
            company: self.company.clone(),
            company_latin: self.company_latin.clone(),
            address_lines,
            phone: self.phone.clone(),
            mobile: self.mobile.clone(),
            email: self.email.clone(),
            url: self.url.clone(),
            language: self.language,
            trade: self.trade,
            style_seed: self.style_seed,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_people() {
        assert_eq!(invent(7, 31), invent(7, 31));
        assert_ne!(invent(7, 31), invent(8, 31));
    }

    #[test]
    fn people_do_not_look_alike() {
        let people: Vec<Person> = (0..250).map(|number| invent(1, number)).collect();
        let names: BTreeSet<String> = people.iter().map(Person::name).collect();
        assert!(names.len() >= 248, "{}", names.len());
        let impressions: BTreeSet<&str> = people.iter().map(|person| person.impression.as_str()).collect();
        assert!(impressions.len() >= 215, "{}", impressions.len());
        let many: BTreeSet<(String, String, String)> =
            (0..100_000).map(|n| invent(1, n)).map(|p| (p.name(), p.company, p.city)).collect();
        assert!(many.len() > 95_000, "{}", many.len());
    }

    #[test]
    fn addresses_lie_in_reserved_domains_and_are_plain() {
        for number in 0..2_000 {
            let person = invent(3, number);
            let (mailbox, domain) = person.email.split_once('@').unwrap();
            assert!(["example.com", "example.de", "example.jp"].contains(&domain));
            assert!(
                !mailbox.is_empty() && mailbox.chars().all(|c| c.is_ascii_lowercase() || ".-".contains(c)),
                "{mailbox}"
            );
        }
    }
}
