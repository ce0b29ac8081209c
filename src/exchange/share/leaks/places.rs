//! Postal addresses down to the door. A city, a postal code or a quarter alone is none.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::fold::View;
use super::regex;

static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b\d{1,5}[A-Za-z]?(?:[-/]\d{1,5})?,?\s+(?:(?:[NSEW]\.?|North|South|East|West)\s+)?((?:[A-Z][\w'.-]*\s+){0,4}(?:Mc|O')?[A-Z0-9][\w'.-]*\s+)(?i:(street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|terrace|parkway|pkwy|close|crescent|row|gardens|quay|wharf|highway|hwy|mews|embankment|grove|hill))\b\.?",
    )
});
static LOWER: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)\b\d{1,5}[a-z]?\s+[a-z]{3,}\s+(?:street|avenue|boulevard|lane|road)\s*(?:[,;.\n]|$|\d)")
});
static BOX: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:\bp\.?\s?[o0]\.?\s*box|\bpostfach|\bpostlagernd|私書箱|私書函)\s*(?:nr\.?|no\.?|第)?\s*\d+",
    )
});
static MONTHS: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"^(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|dez|okt|mai)\w*\.?\s")
});

static GERMAN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b([A-Za-z][\w.-]*?)?[\s-]?((?i:strasse|strase|str\.?|allee|gasse|chaussee|weg|platz|ring|damm|ufer|steig|pfad|markt|hof|kai|berg|graben|wall|zeile|twiete|promenade))\.?,?\s*(?:(?i:nr|nummer|hausnummer|no)\.?\s*)?(\d{1,4})(\s?[a-hA-H]\b)?(?:\s?[-/+]\s?\d{1,4}\s?[a-h]?\b)?",
    )
});
/// Words that end like streets and are none.
const NO_STREET: &str = " arbeits park spiel sport sitz steh stell liege zelt markt rad um aus heim rund hin rueck ruck werde lebens fort mittel aus berufs bildungs kolben dicht wellendicht spreng sicherungs simmer lager seeger feder stutz o- kugel bahn flug bauern fried gast vor innen schul wein an sparing boxing aktien welt fach super bau floh weihnachts jahr arbeitsmarkt absatz binnen muell see schlepp umsatz ";
/// A door and a postal code: "Unter den Linden 5, 10117 Berlin".
static WITH_CODE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b[A-Z][\w.-]+(?:\s+[\w.-]+){0,3}\s+\d{1,4}\s?[a-h]?\s*[,;/\n]\s*(?:(?:[DAL]|CH|FL)\s?-\s?\d{4,5}|\d{5})\s+[A-Z][\w-]+",
    )
});
/// A place before the number and a code and a city behind in English: "10 Downing, London SW1A 2AA" has no word for street.
static BRITISH: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b\d{1,4}[a-z]?\s+[A-Z][\w'.-]+(?:\s+[A-Z][\w'.-]+){0,3},\s*[^\n]{0,40}?\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b",
    )
});

/// Streets that are called after where they lie: "Unter den Linden 77", "Hinterm Deich 9", "An der Alster 3".
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:[Uu]nter(?:m|\s+de[mnr])|[Hh]inter(?:m|n|\s+de[mnr])|(?:An|Auf|Bei|In|Vor|Zu|Neben|Zwischen)\s+de[mnr]|Beim|Vorm|Zur|Aufm)\s+([A-Z][a-z]{2,})\s+(\d{1,4})(?:\s?[a-h]\b)?",
    )
});
/// The number behind: "Elm Street 12", "Via Roma 3", "Calle de Alcala, 5".
static NUMBER_LAST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:([A-Z][\w'.-]+)\s+(?:Street|Avenue|Road|Lane|Boulevard|Drive)|(?:Via|Viale|Piazza|Piazzale|Corso|Vicolo|Calle|Avenida|Plaza|Paseo|Rua|Rue|Quai|Impasse|Chemin)\s+(?:(?:de|del|della|dei|degli|des|du|la|las|los|le|dos|da|do|di|l'|d')\s*){0,3}[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2}),?\s+(?:(?i:no|nr|n)\.?\s*)?(\d{1,4})(?:\s?[a-h]\b)?",
    )
});
/// The number before: "5 Rue de Rivoli".
static NUMBER_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:(?:[Rr]ue|[Qq]uai|[Ii]mpasse|[Cc]hemin)\s+(?:(?:de|des|du|la|le|les|l'|d')\s*){0,3}|(?:[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]ours)\s+(?:(?:de|des|du|la|le|les)\s+|[ld]'){1,3})[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2}",
    )
});
/// What is numbered and lies at no street: "In der Halle 4".
const NO_PLACE: &str = " halle hallen stand seite seiten woche tag jahr monat kapitel runde stufe phase etage stock zimmer raum gleis nummer version punkt gruppe klasse liga reihe teil liste saison serie abteilung ebene zone linie buslinie schicht folge top nummern ausgabe auflage messe tabelle spalte zeile anlage abbildung ziffer stelle position sache not ";
/// A quarter and the three numbers behind it: 銀座 4-5-6.
static KANJI_BLOCK: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"([\x{4e00}-\x{9fff}]{2,12})\s?[1-9]\d{0,2}\s?(?:-|の)\s?[1-9]\d{0,2}\s?(?:-|の)\s?[1-9]\d{0,3}")
});
/// Behind these stand numbers of other things.
const NO_QUARTER: &[&str] = &[
    "型番", "型式", "品番", "番号", "日付", "期日", "期限", "比率", "割合", "版", "電話", "携帯", "注文",
    "登録", "特許", "図", "表", "章", "節", "結果", "得点", "布陣", "部品",
];

static JAPANESE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"[都道府県市区町村郡][^\s、。,.!?「」()はをてにへもか]{0,24}?\s?(\d{1,5}\s?(?:丁目|番地|番|号|-\s?\d|の\s?\d)[\d丁目番地号の\s-]*)",
    )
});
static BLOCK: LazyLock<Regex> =
    LazyLock::new(|| regex(r"[^\s、。\d]{2,12}\d{1,3}\s?丁目\s?\d{1,4}\s?(?:番地?|-|の)?\s?\d{0,4}号?"));
static COUNTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^\s?(?:[人個名回年月日時分枚社件台本%億万円倍割度歳才対戦点位勝敗連世試位億名]|か月|ヶ月|カ月|けつ|時間)",
    )
});

/// What is counted is no house number.
static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^\s*(?:mm|cm|m|km|kg|%|x|jahre?n?|tage?n?|wochen?|monate?n?|stunden?|uhr|personen|leute|teilnehmer\w*|besucher\w*|euro|eur|€|stuck|mal|punkte|minuten|prozent|grad|teile|years?|days?|weeks?|months?|hours?|minutes?|people|times|percent|miles?|guests|visitors|points|units)\b",
    )
});

/// Whether a text says what the number before it counts: "3 Firmen", "5 years".
fn counts(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '-']);
    after.starts_with(|sign: char| sign.is_alphanumeric() || matches!(sign, ':' | '/' | '%'))
        || (rest.len() < after.len() && rest.starts_with(|sign: char| sign.is_uppercase()))
        || UNIT.is_match(after)
}

/// Finds street addresses in a view that has digits for words.
pub(super) fn streets(view: &View) -> Vec<Range<usize>> {
    let text = view.text.as_str();
    let mut found: Vec<Range<usize>> = Vec::new();
    for street in ENGLISH.captures_iter(text) {
        let (Some(whole), Some(name), Some(kind)) = (street.get(0), street.get(1), street.get(2)) else {
            continue;
        };
        let short = matches!(
            kind.as_str().to_lowercase().as_str(),
            "dr" | "st" | "pl" | "ct" | "sq" | "hill" | "row" | "close" | "way" | "place"
        );
        let after = text[whole.end()..].trim_start_matches([' ', '.']);
        let closes = after.is_empty()
            || after.starts_with([',', '\n', ';', ')', '!', '?'])
            || after.starts_with(|sign: char| sign.is_ascii_digit());
        if !MONTHS.is_match(name.as_str())
            && (!short || closes || whole.as_str().ends_with('.') && kind.as_str() != "Dr")
        {
            found.push(whole.range());
        }
    }
    found.extend(LOWER.find_iter(text).map(|street| street.range()).filter(|range| {
        let middle = text[range.clone()].split_whitespace().nth(1).unwrap_or_default().to_lowercase();
        !matches!(
            middle.as_str(),
            "years"
                | "days"
                | "weeks"
                | "months"
                | "hours"
                | "people"
                | "miles"
                | "percent"
                | "more"
                | "new"
                | "different"
        )
    }));
    found.extend(BOX.find_iter(text).map(|place| place.range()));
    for street in GERMAN.captures_iter(text) {
        let (Some(whole), Some(kind)) = (street.get(0), street.get(2)) else { continue };
        let stem = street.get(1).map_or("", |stem| stem.as_str());
        let sure = kind.as_str().to_lowercase();
        let glued = street.get(1).is_some_and(|stem| stem.end() == kind.start());
        let is_street = match sure.as_str() {
            "strasse" | "strase" | "allee" | "gasse" | "chaussee" | "promenade" | "twiete" => true,
            "str" | "str." => stem.len() >= 2,
            // "Potsdamer Platz 1", "Am Markt 3"
            _ if !glued => {
                (stem.ends_with("er")
                    && stem.len() > 4
                    && stem.starts_with(|sign: char| sign.is_uppercase())
                    && kind.as_str().starts_with(|sign: char| sign.is_uppercase()))
                    || (matches!(stem, "Am" | "Im" | "An" | "Zum" | "am" | "im" | "zum")
                        && kind.as_str().starts_with(|sign: char| sign.is_uppercase())
                        && (street.get(4).is_some() || !counts(&text[whole.end()..])))
            }
            _ => {
                stem.len() >= 3
                    && stem.starts_with(|sign: char| sign.is_uppercase())
                    && !NO_STREET.contains(&format!(" {} ", stem.to_lowercase()))
            }
        };
        let goes_on = text[whole.end()..].starts_with(|sign: char| sign.is_alphanumeric());
        if is_street && !goes_on && !UNIT.is_match(&text[whole.end()..]) {
            found.push(whole.range());
        }
    }
    found.extend(
        WITH_CODE
            .find_iter(text)
            .filter(|place| {
                !UNIT.is_match(
                    place.as_str().rsplit(|sign: char| sign.is_ascii_digit()).next().unwrap_or_default(),
                )
            })
            .map(|place| place.range()),
    );
    for street in PLACED.captures_iter(text).chain(NUMBER_LAST.captures_iter(text)) {
        let (Some(whole), Some(door)) = (street.get(0), street.get(2)) else { continue };
        let name = street.get(1).map_or("", |name| name.as_str());
        let year = matches!(door.as_str().parse(), Ok(1900..2100));
        let is_none = NO_PLACE.contains(&format!(" {} ", name.to_lowercase()));
        if !year && !is_none && !counts(&text[whole.end()..]) {
            found.push(whole.range());
        }
    }
    found.extend(NUMBER_FIRST.find_iter(text).map(|place| place.range()));
    found.extend(
        KANJI_BLOCK
            .captures_iter(text)
            .filter(|place| !NO_QUARTER.iter().any(|word| place[1].ends_with(word)))
            .filter_map(|place| place.get(0))
            .filter(|place| {
                let after = &text[place.end()..];
                !after.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-')
                    && !COUNTER.is_match(after)
            })
            .map(|place| place.range()),
    );
    found.extend(BRITISH.find_iter(text).map(|place| place.range()));
    for place in JAPANESE.find_iter(text).chain(BLOCK.find_iter(text)) {
        let end = place.start() + place.as_str().trim_end_matches([' ', '-', '\n']).len();
        if !COUNTER.is_match(&text[end..]) {
            found.push(place.start()..end);
        }
    }
    found
}
