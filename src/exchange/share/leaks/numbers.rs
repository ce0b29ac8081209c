//! Phone numbers: digits in whatever writing, with whatever between them, or spelled in words.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::fold::View;
use super::regex;

/// Units up to nineteen and tens in English and German, folded.
const UNITS: [&[&str]; 20] = [
    &["zero", "null", "nil", "nought", "naught", "oh", "o"],
    &["one", "eins", "ein"],
    &["two", "zwei", "zwo"],
    &["three", "drei"],
    &["four", "vier"],
    &["five", "funf", "fuenf"],
    &["six", "sechs"],
    &["seven", "sieben"],
    &["eight", "acht"],
    &["nine", "niner", "neun"],
    &["ten", "zehn"],
    &["eleven", "elf"],
    &["twelve", "zwolf", "zwoelf"],
    &["thirteen", "dreizehn"],
    &["fourteen", "vierzehn"],
    &["fifteen", "funfzehn", "fuenfzehn"],
    &["sixteen", "sechzehn"],
    &["seventeen", "siebzehn"],
    &["eighteen", "achtzehn"],
    &["nineteen", "neunzehn"],
];
const TENS: [&[&str]; 8] = [
    &["twenty", "zwanzig"],
    &["thirty", "dreissig"],
    &["forty", "vierzig"],
    &["fifty", "funfzig", "fuenfzig"],
    &["sixty", "sechzig"],
    &["seventy", "siebzig"],
    &["eighty", "achtzig"],
    &["ninety", "neunzig"],
];
/// How digits are read in Japanese, folded: katakana as hiragana, without the marks of ぜ and ご.
const KANA: [&[&str]; 10] = [
    &["せろ", "れい", "まる"],
    &["いち"],
    &["に"],
    &["さん"],
    &["よん", "し"],
    &["こ"],
    &["ろく"],
    &["なな", "しち"],
    &["はち"],
    &["きゅう", "きゅー", "く"],
];

/// All words with what they say, longest first.
static WORDS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut words: Vec<(String, String)> = Vec::new();
    for (value, names) in UNITS.iter().enumerate() {
        words.extend(names.iter().map(|name| ((*name).to_owned(), value.to_string())));
    }
    for (tens, names) in (2..).zip(TENS) {
        for name in names {
            words.push(((*name).to_owned(), (tens * 10).to_string()));
            for (value, units) in UNITS.iter().enumerate().take(10).skip(1) {
                let said = (tens * 10 + value).to_string();
                for unit in *units {
                    if *name != "zwanzig" && !name.ends_with("zig") && !name.ends_with("ssig") {
                        words.push((format!("{name}-{unit}"), said.clone()));
                        words.push((format!("{name} {unit}"), said.clone()));
                    }
                    words.push((format!("{unit}und{name}"), said.clone()));
                }
            }
        }
    }
    words.push(("hundred".to_owned(), "00".to_owned()));
    // "nullhundertsechsundsiebzig" is how 0176 is read.
    words.push(("nullhundert".to_owned(), "01".to_owned()));
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

static KANA_WORDS: LazyLock<Vec<(&str, char)>> = LazyLock::new(|| {
    let mut words: Vec<(&str, char)> = Vec::new();
    for (digit, names) in ('0'..='9').zip(KANA) {
        words.extend(names.iter().map(|name| (*name, digit)));
    }
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

/// Number words, glued or not, as whole words.
static SPELLED: LazyLock<Regex> = LazyLock::new(|| {
    let all: Vec<&str> = WORDS.iter().map(|(word, _)| word.as_str()).collect();
    regex(&format!(
        r"(?i)\b(?:(?:double|doppelte?|doppel|triple|treble|dreifach)[\s-]?)?(?:{})+\b",
        all.join("|")
    ))
});
static SPELLED_KANA: LazyLock<Regex> = LazyLock::new(|| {
    let all: Vec<&str> = KANA_WORDS.iter().map(|(word, _)| *word).collect();
    let all = all.join("|");
    regex(&format!(r"(?:{all})(?:[\s,、.\-ーの]*(?:{all})){{2,}}"))
});
/// A letter that stands for a digit among digits.
static LETTERS: LazyLock<Regex> = LazyLock::new(|| regex(r"\b[0-9OoIl|]*[0-9][0-9OoIl|]*\b"));
static TWICE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b(double|doppelte?|doppel|triple|treble|dreifach)[\s-]*(\d)"));
static KANJI: LazyLock<Regex> = LazyLock::new(|| regex("[一二三四五六七八九_]"));

/// "four zeros"
static ZEROS: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b([2-9])[\s-]+(?:zeros|zeroes|nullen|mal\s+(?:0|null))\b"));
/// 十 between the digits of a number: 十四, 二十.
static KANJI_TENS: LazyLock<Regex> = LazyLock::new(|| regex("[一二三四五六七八九]?十[一二三四五六七八九]?"));
/// Six and more digits in words, one by one.
static ONE_BY_ONE: LazyLock<Regex> = LazyLock::new(|| {
    let all: Vec<&str> = UNITS.iter().take(10).flat_map(|names| names.iter().copied()).collect();
    let digit = format!("(?:{})", all.join("|"));
    regex(&format!(
        r"(?i)\b{digit}(?:[\s,;.\-]{{1,3}}(?:(?:then|dann|and|und)[\s,]{{1,2}}){{0,2}}{digit}){{5,}}\b"
    ))
});

/// Finds numbers that are told digit by digit, in a view as it was written. Who counts up or down tells none.
pub(super) fn told(view: &View) -> Vec<Range<usize>> {
    let counted = |text: &str| {
        let digits: Vec<usize> = text
            .to_lowercase()
            .split(|sign: char| !sign.is_alphabetic())
            .filter_map(|word| UNITS.iter().take(10).position(|names| names.contains(&word)))
            .collect();
        let up = digits.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        up || digits.windows(2).all(|pair| pair[1] + 1 == pair[0])
    };
    ONE_BY_ONE
        .find_iter(&view.text)
        .filter(|found| !counted(found.as_str()))
        .map(|found| found.range())
        .collect()
}

/// The view with digits in the place of words for them.
pub(super) fn in_digits(view: &View) -> View {
    let kanji = |sign: &str| {
        let digit = "一二三四五六七八九".chars().position(|digit| sign.starts_with(digit));
        Some(digit.map_or_else(|| "-".to_owned(), |at| (at + 1).to_string()))
    };
    let view = view.rewrite(&KANJI_TENS, |found| {
        let (tens, units) = found[0].split_once('十')?;
        let digit = |sign: &str, none: usize| {
            "一二三四五六七八九".chars().position(|digit| sign.starts_with(digit)).map_or(none, |at| at + 1)
        };
        Some((digit(tens, 1) * 10 + digit(units, 0)).to_string())
    });
    let view = view.rewrite(&KANJI, |found| kanji(&found[0]));
    let view = view.rewrite(&LETTERS, |found| {
        let has_letter = found[0].contains(|sign: char| !sign.is_ascii_digit());
        let digits = found[0].chars().map(|sign| match sign {
            'O' | 'o' => '0',
            'I' | 'l' | '|' => '1',
            _ => sign,
        });
        (has_letter && found[0].len() > 1).then(|| digits.collect())
    });
    let view = view.rewrite(&SPELLED_KANA, |found| kana_digits(&found[0]));
    let view = view.rewrite(&SPELLED, |found| word_digits(&found[0]));
    // With blanks between them, as digits that are told.
    let view =
        view.rewrite(&ZEROS, |found| found[1].parse().ok().map(|times: usize| vec!["0"; times].join(" ")));
    view.rewrite(&TWICE, |found| {
        let times =
            if found[1].to_ascii_lowercase().starts_with('d') && !found[1].eq_ignore_ascii_case("dreifach") {
                2
            } else {
                3
            };
        Some(found[2].repeat(times))
    })
}

fn word_digits(text: &str) -> Option<String> {
    let mut rest = text.to_lowercase();
    let mut digits = String::new();
    let mut times = 1;
    for (prefix, many) in [
        ("doppelte", 2),
        ("doppelt", 2),
        ("doppel", 2),
        ("double", 2),
        ("triple", 3),
        ("treble", 3),
        ("dreifach", 3),
    ] {
        if let Some(after) = rest.strip_prefix(prefix) {
            times = many;
            rest = after.trim_start_matches([' ', '-', '\n']).to_owned();
            break;
        }
    }
    // The longest word first, taken back where the rest is none: "sechs-undzwanzig".
    fn read(rest: &str, digits: &mut String) -> bool {
        if rest.is_empty() {
            return true;
        }
        for (word, said) in WORDS.iter() {
            if let Some(after) = rest.strip_prefix(word.as_str()) {
                let before = digits.len();
                digits.push_str(said);
                if read(after, digits) {
                    return true;
                }
                digits.truncate(before);
            }
        }
        false
    }
    // A word that is thousands of digits long is nobody's number, and reading it back and forth takes time.
    if rest.len() > 400 || !read(&rest, &mut digits) {
        return None;
    }
    if times > 1 {
        let first: String = digits.chars().take(1).collect();
        digits.insert_str(0, &first.repeat(times - 1));
    }
    Some(digits)
}

fn kana_digits(text: &str) -> Option<String> {
    let mut digits = String::new();
    let mut long = 0;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        match KANA_WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            Some((word, digit)) => {
                digits.push(*digit);
                long += usize::from(word.chars().count() > 1);
                rest = &rest[word.len()..];
            }
            None => {
                digits.push('-');
                rest = &rest[sign.len_utf8()..];
            }
        }
    }
    // Of syllables alone, に or し, many words are made.
    (long >= 2).then_some(digits)
}

/// Digits with whatever people put between them.
static RUN: LazyLock<Regex> = LazyLock::new(|| {
    let between = r#"[\s\-./()\[\]{}<>,:;*|+~ー'"=!?#^。、"“”«»]|then|dann|dash|hyphen|strich|bindestrich|minus|plus|slash|schragstrich|はいふん|たっしゅ|の"#;
    regex(&format!(r"(?i)\+?\s*[(\[]?\d(?:(?:{between}){{0,8}}\d)*"))
});
static CALLS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:\b(?:tel|fon|phone|telefon\w*|telephone|call|calls|ring|text|texts|sms|mobile?|mob|handy\w*|cell|cellphone|fax|ruf|rufen|anruf\w*|ruft|rufnummer|hotline|whatsapp|viber|threema|signal|dial|reach(?:able)?|erreichbar|erreichen)\b|電話|携帯|けいたい|ふぁっくす|ふぁくす|てれほん|番号は|☎|☏|✆|📞|📱|📲|🕿)[\s\p{P}\p{S}]{0,6}(?:(?:me|us|him|her|them|at|on|is|no|nr|number|nummer|unter|an|ist|sie|ihn|mich|auf|der|die|the|は|て|へ|に|か|番号)[\s\p{P}\p{S}]{0,4}){0,3}$",
    )
});
static EXTENSION: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:\b(?:durchwahl|dw|ext|extension|apparat|nebenstelle)\b|内線)[\s\p{P}]{0,4}(?:(?:is|ist|no|nr|lautet|は)[\s\p{P}]{0,3})?$",
    )
});
/// What is counted, measured or paid.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^[\s-]*(?:(?:h|hours?|hrs?|stunden?|std|min|minutes?|minuten|seconds?|sekunden?|days?|tage?n?|weeks?|wochen?|months?|monate?n?|years?|jahre?n?|people|persons?|personen|leute|mitarbeiter\w*|employees|teilnehmer\w*|besucher\w*|visitors|guests?|gaste?n?|members|mitglieder\w*|parts?|teile?n?|stuck|pieces?|pcs|units?|einheiten|cycles|zyklen|copies|km|m|mm|cm|nm|kg|g|t|tons?|tonnen|l|liter|litres?|liters|kw|mw|gw|kwh|w|v|volt|hz|khz|mhz|ghz|rpm|bar|psi|mb|gb|tb|bytes?|lines?|zeilen|users?|nutzer|kunden|customers|followers|times|mal|percent|prozent|eur|euros?|usd|dollars?|chf|franken|jpy|yen|gbp|pounds?|mio|mrd|million\w*|milliarde\w*|billion|thousand|tausend|words?|worter|sqm|qm|pages?|seiten?|degrees|grad|steps|schritte|x)\b|[%‰°€$£¥円人名個時年月日回件社台枚本万億千百歳才点頭冊杯倍度]|めーとる|きろ|とん|りっとる|とる|ゆーろ)",
    )
});
static PRICED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)(?:[€$£¥]|\b(?:eur|usd|jpy|chf|gbp|euro|yen))\s*$"));
/// What has numbers of its own.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(?:\b(?:iso|din|en|iec|jis|ansi|rfc|vdi|vde|ieee|astm|ul|isbn|issn|doi|patente?s?|pat|hrb|hra|order|bestell\w*|auftrags?\w*|serial|serien\w*|rechnungs?\w*|invoice|item|artikel\w*|part|model|modell|typ|type|version|build|ticket|case|ep|us|jp|room|raum|zimmer|hall|halle|stand|booth|gate|flight|train|zug|page|seite|post(?:leit)?code|plz|zip)\b|登録|特許|型番|品番|注文|型式|§)[\s.:#/]*(?:(?:no|nr|number|nummer|num|第)[\s.:#]*)?$",
    )
});
static STATE: LazyLock<Regex> = LazyLock::new(|| regex(r"\b[A-Z]{2}\s*$"));
static GLUED: LazyLock<Regex> = LazyLock::new(|| regex(r"[A-Za-z][-_/.]?$"));

/// A group of digits with what stands before it.
#[derive(Debug, Clone)]
struct Group<'a> {
    digits: &'a str,
    before: &'a str,
    range: Range<usize>,
}

/// Finds the phone numbers in a view that has digits for words.
pub(super) fn phones(view: &View) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for run in RUN.find_iter(&view.text) {
        let groups = groups(&view.text, run.range());
        for part in without_dates(&groups) {
            judge(&view.text, part, &mut found);
        }
    }
    found
}

fn groups(text: &str, run: Range<usize>) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let (mut at, mut before) = (run.start, run.start);
    while at < run.end {
        let rest = &text[at..run.end];
        let digits = rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        if digits == 0 {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        groups.push(Group {
            digits: &text[at..at + digits],
            before: &text[before..at],
            range: at..at + digits,
        });
        at += digits;
        before = at;
    }
    groups
}

/// The parts of a run between the dates, times and years in it.
fn without_dates<'g, 'a>(groups: &'g [Group<'a>]) -> Vec<&'g [Group<'a>]> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < groups.len() {
        let taken = dated(&groups[at..], at == 0 || separates(groups[at].before));
        if taken > 0 {
            parts.push(&groups[from..at]);
            from = at + taken;
        }
        at += taken.max(1);
    }
    parts.push(&groups[from.min(groups.len())..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether something new may begin behind it.
fn separates(between: &str) -> bool {
    between.is_empty()
        || between.contains(char::is_whitespace)
        || between == "-"
        || between.contains([',', ';', '('])
}

fn number(group: &Group<'_>) -> u32 {
    group.digits.parse().unwrap_or(u32::MAX)
}

fn is_year(group: &Group<'_>) -> bool {
    group.digits.len() == 4 && (1900..2100).contains(&number(group))
}

/// How many groups from the first are a date, a time or a span of years.
fn dated(groups: &[Group<'_>], begins: bool) -> usize {
    if !begins {
        return 0;
    }
    let ends = |at: usize, sign: &str| groups.get(at).is_none_or(|next| next.before != sign);
    let day = |group: &Group<'_>| group.digits.len() <= 2 && (1..=31).contains(&number(group));
    let month = |group: &Group<'_>| group.digits.len() <= 2 && (1..=12).contains(&number(group));
    if let [a, b, c, ..] = groups {
        let same = b.before == c.before || (b.before.trim() == "." && c.before.trim() == ".");
        let sign = b.before.trim();
        if same && matches!(sign, "-" | "." | "/") && ends(3, b.before) {
            let ymd = is_year(a) && month(b) && day(c);
            let dmy = (is_year(c) || (c.digits.len() == 2 && sign != "-"))
                && ((day(a) && month(b)) || (month(a) && day(b) && sign == "/"));
            if ymd || dmy {
                return 3;
            }
        }
    }
    if let [a, b, ..] = groups {
        let time =
            b.before == ":" && a.digits.len() <= 2 && b.digits.len() == 2 && number(a) < 25 && number(b) < 60;
        if time && ends(2, ":") {
            return 2;
        }
        if time && groups.len() > 2 && groups[2].digits.len() == 2 && number(&groups[2]) < 60 && ends(3, ":")
        {
            return 3;
        }
        if is_year(a) && is_year(b) && matches!(b.before.trim(), "-" | "/" | "," | "") && ends(2, b.before) {
            return 2;
        }
    }
    0
}

/// Whether what stands before something says that it is for calling.
pub(super) fn is_called(head: &str) -> bool {
    CALLS.is_match(tail(head, 60))
}

/// Decides whether a part of a run is a phone number; a list is looked at number by number.
fn judge(text: &str, groups: &[Group<'_>], found: &mut Vec<Range<usize>>) {
    let Some(first) = groups.first() else { return };
    let head = &text[..first.range.start];
    let calls = is_called(head);
    let begins_as_one =
        first.before.contains('+') || head.trim_end().ends_with('+') || first.digits.starts_with('0');
    let spelled = groups.iter().all(|group| group.digits.len() <= 2);
    let list = |group: &Group<'_>| group.before.contains([',', ';', '、', '\n', '?', '!']);
    if !begins_as_one && !calls && !spelled && groups.iter().skip(1).any(list) {
        let mut rest = groups;
        while !rest.is_empty() {
            let end = rest.iter().skip(1).position(list).map_or(rest.len(), |at| at + 1);
            // Grouped thousands are one number, not a list of them.
            let end = if is_grouped(rest) { rest.len() } else { end };
            if is_phone(text, &rest[..end]) {
                found.push(rest[0].range.start..rest[end - 1].range.end);
            }
            rest = &rest[end..];
        }
    } else if is_phone(text, groups) {
        let start = first.range.start - if first.before.contains('+') { first.before.len() } else { 0 };
        found.push(start..groups[groups.len() - 1].range.end);
    }
}

/// The last characters of a text.
fn tail(text: &str, longest: usize) -> &str {
    let start = text.char_indices().rev().nth(longest.saturating_sub(1)).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Whether the groups are one number with its thousands apart: 1,250,000.
fn is_grouped(groups: &[Group<'_>]) -> bool {
    let [first, rest @ ..] = groups else { return false };
    let Some(sign) = rest.first().map(|group| group.before) else { return false };
    let (last, middle) = (&rest[rest.len() - 1], &rest[..rest.len() - 1]);
    let thousands = |group: &Group<'_>| group.before == sign && group.digits.len() == 3;
    let fraction = !middle.is_empty()
        && last.before != sign
        && matches!(last.before, "." | ",")
        && last.digits.len() <= 2;
    matches!(sign, "," | "." | "'" | " ")
        && (1..=3).contains(&first.digits.len())
        && !first.digits.starts_with('0')
        && middle.iter().all(thousands)
        && (thousands(last) || fraction)
}

fn is_phone(text: &str, groups: &[Group<'_>]) -> bool {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
    let digits: usize = groups.iter().map(|group| group.digits.len()).sum();
    let (head, after) = (tail(&text[..first.range.start], 60), &text[last.range.end..]);
    if EXTENSION.is_match(head) {
        return digits >= 2;
    }
    if CALLS.is_match(head) {
        return digits >= 5 && !COUNTED.is_match(after);
    }
    if first.before.contains('+') || head.trim_end().ends_with('+') {
        return digits >= 6;
    }
    let decimal = matches!(groups, [_, part] if matches!(part.before, "." | ",") && part.digits.len() >= 3)
        && (first.digits == "0" || (!first.digits.starts_with('0') && first.digits.len() <= 2));
    if decimal {
        return false;
    }
    if first.digits.starts_with('0') {
        let zip =
            matches!(groups, [a, b] if a.digits.len() == 5 && b.digits.len() == 4) && STATE.is_match(head);
        return digits >= 6 && !zip && !is_postal(groups, head, after);
    }
    if digits < 7
        || COUNTED.is_match(after)
        || PRICED.is_match(head)
        || NUMBERED.is_match(head)
        || GLUED.is_match(head)
    {
        return false;
    }
    if is_grouped(groups) && (groups[1].before != " " || digits < 9) {
        return false;
    }
    let quad = groups.len() == 4
        && groups.iter().all(|group| number(group) < 256 && group.digits.len() <= 3)
        && groups[1..].iter().all(|group| group.before == ".");
    let years = groups.iter().all(is_year);
    let span = matches!(groups, [a, b] if b.before.trim() == "-" && a.digits.len() >= 5 && a.digits.len() == b.digits.len() && number(a) < number(b));
    let day = digits == 8 && groups.len() == 1 && {
        let (year, month, day) =
            (number_of(&first.digits[..4]), number_of(&first.digits[4..6]), number_of(&first.digits[6..]));
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    let zip = matches!(groups, [a, b] if a.digits.len() == 5 && b.digits.len() == 4) && STATE.is_match(head);
    !(quad || years || span || day || zip || is_postal(groups, head, after))
}

fn number_of(digits: &str) -> u32 {
    digits.parse().unwrap_or(0)
}

/// Whether it is a Japanese postal code: 〒100-0005, or one with a place behind it.
fn is_postal(groups: &[Group<'_>], head: &str, after: &str) -> bool {
    let shape = match groups {
        [a, b] => a.digits.len() == 3 && b.digits.len() == 4 && b.before == "-",
        _ => false,
    };
    let place =
        after.trim_start().chars().next().is_some_and(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
    shape && (head.trim_end().ends_with('〒') || head.trim_end().ends_with("郵便番号") || place)
}
