//! Days, times and lengths of time inside a line.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime};

use super::tokens::{Token, text};
use crate::text::Locale;
use crate::text::dates::{parse_date, parse_time};
use crate::text::names::is_east_asian;

/// A day in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    /// The day, read as one to come where both are possible.
    pub day: NaiveDate,
    /// How many words say it.
    pub len: usize,
    /// How sure the direction is.
    pub sort: Sort,
}

/// Whether a day can only lie where it was said to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// "yesterday", "in 2 weeks", 2026-10-13.
    Fixed,
    /// "Friday": the last or the coming one.
    Weekday,
    /// "3 March": of this or another year.
    WithoutYear,
}

impl When {
    /// The day on which something happened.
    pub fn past(self, today: NaiveDate) -> NaiveDate {
        if self.day <= today {
            return self.day;
        }
        match self.sort {
            Sort::Fixed => self.day,
            Sort::Weekday => self.day.checked_sub_days(Days::new(7)).unwrap_or(self.day),
            Sort::WithoutYear => (1..=8)
                .filter_map(|years| self.day.with_year(self.day.year() - years))
                .find(|day| *day <= today)
                .unwrap_or(self.day),
        }
    }

    /// The day on which something is to be done.
    pub fn coming(self) -> NaiveDate {
        self.day
    }
}

const WEEKDAYS: &str = " monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ";
const SHORT_WEEKDAYS: &str =
    " mon tue tues wed thu thur thurs fri sat sun mo di mi do fr sa so mo. di. mi. do. fr. sa. so. ";
const MONTHS: &str = " january february march april may june july august september october november december januar februar marz maerz mai juni \
     juli oktober dezember jan feb mar apr jun jul aug sep sept oct okt nov dec dez ";
const UNITS: &str = " day days week weeks month months year years tag tage tagen woche wochen monat monate monaten jahr jahre jahren ";
const COUNTS: &str = " a an one two three four five six seven eight nine ten eleven twelve ein eine einem einer zwei drei vier funf fuenf sechs \
     sieben acht neun zehn elf zwolf zwoelf ";
const TIMES_OF_DAY: &str =
    " morning afternoon evening night noon morgen vormittag mittag nachmittag abend nacht fruh frueh ";

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && !word.contains(' ') && list.contains(&format!(" {word} "))
}

fn is_count(word: &str) -> bool {
    has(COUNTS, word) || word.len() <= 4 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads the day that begins at a word of a western line.
pub(super) fn day_at(tokens: &[Token<'_>], today: NaiveDate, locale: Locale) -> Option<When> {
    let first = tokens.first()?;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.fold.as_str());
    let fixed = |day, len| Some(When { day, len, sort: Sort::Fixed });
    match (word(0), word(1)) {
        ("tonight", _) => return fixed(today, 1),
        ("this", time) if has(TIMES_OF_DAY, time) => return fixed(today, 2),
        ("last", "night") => return fixed(today.pred_opt()?, 2),
        ("on" | "am" | "since" | "seit" | "vom" | "den" | "letzten", next) if has(SHORT_WEEKDAYS, next) => {
            let name = next.trim_end_matches('.');
            let day = parse_date(if name == "tues" { "tue" } else { name }, today, locale)?;
            return Some(When { day, len: 2, sort: Sort::Weekday });
        }
        ("on" | "am" | "since" | "seit" | "vom" | "by" | "until" | "bis", _) => {
            let mut when = day_at(tokens.get(1..)?, today, locale)?;
            when.len += 1;
            return Some(when);
        }
        _ => {}
    }
    if let Some(when) = day_of_week(tokens, today, locale) {
        return Some(when);
    }
    for len in (1..=5.min(tokens.len())).rev() {
        let words = &tokens[..len];
        // A new clause inside a date: 14 October 2026 may have a comma before the year.
        let is_cut = words[1..].iter().any(|token| {
            token.after_stop
                || token.after_comma && !(token.fold.len() == 4 && token.fold.starts_with(['1', '2']))
        });
        if is_cut || words.iter().any(|token| token.used) || !may_be_day(words) {
            continue;
        }
        if let Some(day) = parse_date(&text(words), today, locale) {
            let sort = if len == 1 && has(WEEKDAYS, &first.fold) {
                Sort::Weekday
            } else if says_year(words) {
                Sort::Fixed
            } else {
                Sort::WithoutYear
            };
            let times = tokens[len..].iter().take_while(|token| {
                has(TIMES_OF_DAY, &token.fold) && !token.after_comma && !token.after_stop
            });
            return Some(When { day, len: len + times.take(1).count(), sort });
        }
    }
    None
}

/// "last week Thursday", "Donnerstag letzter Woche": a weekday before or behind a week.
fn day_of_week(tokens: &[Token<'_>], today: NaiveDate, locale: Locale) -> Option<When> {
    let token = |at: usize| tokens.get(at).filter(|token| !token.used && (at == 0 || !token.after_stop));
    let is_week = |at: usize| {
        let which = token(at).is_some_and(|token| is_which(&token.fold));
        which && token(at + 1).is_some_and(|token| token.is_any(&["week", "woche"]) && !token.after_comma)
    };
    let weekday = |at: usize| token(at).and_then(weekday_name);
    let is_small =
        |at: usize, words: &[&str]| token(at).is_some_and(|token| token.is_any(words) && !token.after_comma);
    let (name, week, len) = if is_week(0) {
        let small = usize::from(is_small(2, &["on", "am"]));
        (weekday(2 + small)?, 0, 3 + small)
    } else {
        let small = usize::from(is_small(1, &["of", "in", "der"]))
            + usize::from(is_small(1, &["of", "in"]) && is_small(2, &["der", "the"]));
        let week = 1 + small;
        (weekday(0).filter(|_| is_week(week))?, week, week + 2)
    };
    let which = &tokens[week].fold;
    let day = parse_date(&format!("{name} {which} week"), today, locale)?;
    let times = tokens[len..]
        .iter()
        .take_while(|token| has(TIMES_OF_DAY, &token.fold) && !token.after_comma && !token.after_stop);
    Some(When { day, len: len + times.take(1).count(), sort: Sort::Fixed })
}

/// Whether the comma before the word at `at` stands between a week and its day: "Thursday, last week".
pub(super) fn joins_week(tokens: &[Token<'_>], at: usize, today: NaiveDate, locale: Locale) -> bool {
    (1..=2).any(|back| {
        at.checked_sub(back)
            .and_then(|from| day_of_week(tokens.get(from..)?, today, locale))
            .is_some_and(|when| when.len > back)
    })
}

/// Which week or weekday: last, next, this, the one after.
fn is_which(word: &str) -> bool {
    const STEMS: [&str; 10] = [
        "last",
        "next",
        "this",
        "letzte",
        "vorige",
        "vergangene",
        "nachste",
        "naechste",
        "kommende",
        "diese",
    ];
    let is = |stem: &str| word.strip_prefix(stem).is_some_and(|end| ["", "n", "r", "s", "m"].contains(&end));
    STEMS.into_iter().chain(["ubernachste", "uebernaechste"]).any(is)
}

/// The name of a weekday as the reader of dates takes it. A short one that is another word too has a capital.
fn weekday_name<'a>(token: &'a Token<'_>) -> Option<&'a str> {
    let word = token.fold.trim_end_matches('.');
    let is_clear = has(" mon tue tues thu thur thurs fri ", word);
    let is_short = has(SHORT_WEEKDAYS, word) && (is_clear || token.raw.starts_with(char::is_uppercase));
    (has(WEEKDAYS, word) || is_short).then_some(word)
}

/// Reads words that have the shape of a day but are none: "on 31 Feb", "2026-09-31", "99999999999 weeks ago". Returns how
/// many words that are, and how many of them stand before the day itself.
pub(super) fn no_day_at(tokens: &[Token<'_>], today: NaiveDate, locale: Locale) -> Option<(usize, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.fold.as_str());
    let leads = ["on", "am", "since", "seit", "vom", "den", "by", "until", "bis"].contains(&word(0))
        && tokens.len() > 1;
    let lead = usize::from(leads);
    let is_open = |at: usize| tokens.get(at).is_some_and(|token| !token.used);
    // Inside a date only the year may have a comma before it.
    let goes_on = |at: usize| {
        is_open(at) && tokens.get(at).is_some_and(|token| !token.after_stop && !token.after_comma)
    };
    if !is_open(0) || leads && !goes_on(1) {
        return None;
    }
    let digits = |at: usize| {
        let word = word(at);
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_number = |at: usize, most: u32| {
        let bare = ["st", "nd", "rd", "th", "."].iter().find_map(|end| word(at).strip_suffix(end));
        let number = bare.unwrap_or(word(at)).parse::<u32>();
        number.is_ok_and(|number| (1..=most).contains(&number))
    };
    let is_month = |at: usize| goes_on(at) && has(MONTHS, word(at).trim_end_matches('.'));
    let is_year = |at: usize| {
        is_open(at)
            && !tokens[at].after_stop
            && word(at).len() == 4
            && digits(at)
            && word(at).starts_with(['1', '2'])
    };
    let is_counted = |at: usize| digits(at) && goes_on(at + 1) && has(UNITS, word(at + 1));
    let most = if leads { 99 } else { 31 };
    let first = lead;
    let len = if is_numeric_date(word(first), leads) {
        1
    } else if is_number(first, most)
        && (is_month(first + 1) || word(first + 1) == "of" && is_month(first + 2))
    {
        let month = if word(first + 1) == "of" { first + 2 } else { first + 1 };
        month + 1 + usize::from(is_year(month + 1)) - first
    } else if (first == 0 || goes_on(first))
        && has(MONTHS, word(first).trim_end_matches('.'))
        && goes_on(first + 1)
        && is_number(first + 1, most)
    {
        2 + usize::from(is_year(first + 2))
    } else if is_counted(first) && word(first + 2) == "ago" && goes_on(first + 2)
        || !leads && ["in", "vor"].contains(&word(0)) && goes_on(1) && is_counted(1)
    {
        3
    } else {
        return None;
    };
    let said = text(&tokens[first..first + len]);
    parse_date(&said, today, locale).is_none().then_some((lead + len, lead))
}

/// `2026-09-31`, `31.2.2026`, `31.2.`; behind "on" also `31/2`: numbers that only a date has.
fn is_numeric_date(word: &str, leads: bool) -> bool {
    let is_sign = |sign: char| matches!(sign, '.' | '/' | '-');
    let signs: Vec<char> = word.chars().filter(|sign| is_sign(*sign)).collect();
    let parts: Vec<&str> = word.split(is_sign).collect();
    let is_digits = |part: &&str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_year = |part: &str| {
        is_digits(&part, 4) && part.len() == 4 && (part.starts_with("19") || part.starts_with("20"))
    };
    let same = signs.windows(2).all(|pair| pair[0] == pair[1]);
    let small = |part: &str| is_digits(&part, 2);
    let may_be_month =
        |part: &str, most: u32| part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number));
    match parts.as_slice() {
        [year, month, day] if same && is_year(year) => small(month) && small(day),
        [day, month, year] if same && is_year(year) => small(day) && small(month),
        [day, month, ""] => {
            same && signs.first() == Some(&'.')
                && small(day)
                && small(month)
                && may_be_month(day, 31)
                && may_be_month(month, 12)
        }
        [day, month] if leads && signs == ['/'] => small(day) && small(month),
        _ => false,
    }
}

/// Whether words have the shape of a day. What reads dates alone is generous: "mit" begins Mittwoch.
fn may_be_day(words: &[Token<'_>]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let (first, last) = (first.fold.as_str(), last.fold.as_str());
    if let [only] = words {
        if is_east_asian(only.raw) {
            return only.raw.chars().count() >= 2;
        }
        let is_numeric = first.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '/' | '-'));
        let separators = first.chars().filter(|sign| !sign.is_ascii_digit()).count();
        return has(WEEKDAYS, first)
            || has(
                " today heute tomorrow morgen yesterday gestern vorgestern ubermorgen uebermorgen ",
                first,
            )
            || is_numeric
                && (separators >= 2
                    || separators == 1
                        && !first.contains('-')
                        && !first.ends_with('.')
                        && is_day_and_month(first))
            || first.len() == 8
                && is_numeric
                && separators == 0
                && (first.starts_with("19") || first.starts_with("20"));
    }
    // A weekday beside a week is read before; "nächste Woche die Muster" and "letzte Woche mit" are no days.
    let is_of_week = words.len() > 2 && words[1].is_any(&["week", "woche"]);
    if is_of_week
        || last == "and"
        || has(" mit die so ", last)
        || has(" the on of by until till am den der dem des bis zum ", last)
    {
        return false;
    }
    let counted = words.len() == 2 && is_count(first) && has(UNITS, last);
    let year = words.len() >= 3
        && !last.is_empty()
        && last.bytes().all(|byte| byte.is_ascii_digit())
        && last.len() != 4;
    if counted || year && first != "in" && first != "vor" {
        return false;
    }
    let stem =
        |stem: &str| first.strip_prefix(stem).is_some_and(|end| ["", "n", "r", "s", "m"].contains(&end));
    let leads = ["in", "vor", "next", "last", "this", "the", "day", "end", "ende", "mid", "mitte"]
        .contains(&first)
        || [
            "nachste",
            "naechste",
            "ubernachste",
            "uebernaechste",
            "letzte",
            "vorige",
            "vergangene",
            "kommende",
            "diese",
        ]
        .into_iter()
        .any(stem);
    let named = has(MONTHS, first.trim_end_matches('.'))
        || has(WEEKDAYS, first)
        || has(SHORT_WEEKDAYS, first) && words.len() >= 3;
    let digits = first.starts_with(|sign: char| sign.is_ascii_digit());
    let months = words.iter().any(|token| has(MONTHS, token.fold.trim_end_matches('.')));
    let ago = has(" ago later now today ", last) && is_count(first);
    leads
        || named && (months || words.iter().any(|token| has(UNITS, &token.fold)) || digits)
        || digits && months
        || ago
}

/// `14/10` but not `1/2` of something, and no version number: a day and a month.
fn is_day_and_month(word: &str) -> bool {
    let mut parts = word.split(['.', '/']);
    let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
    matches!((number(), number()), (Some(a), Some(b)) if (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12))
        && word.contains('/')
}

/// Whether a day was told with its year, or is counted from today.
fn says_year(words: &[Token<'_>]) -> bool {
    let has_month = words.iter().any(|token| has(MONTHS, token.fold.trim_end_matches('.')));
    let numeric =
        |word: &str| word.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | '/' | '-'));
    let is_long = |word: &str| word.split(['.', '/', '-']).any(|part| part.len() == 4) || word.len() == 8;
    let year = words.iter().any(|token| numeric(&token.fold) && is_long(&token.fold));
    let japanese = words.iter().any(|token| is_east_asian(token.raw));
    let short_year =
        words.len() == 1 && words[0].fold.split(['.', '/']).filter(|part| !part.is_empty()).count() == 3;
    if year || short_year {
        return true;
    }
    if japanese {
        // 10月3日 is of this or another year; 3日前 is counted.
        return !words.iter().any(|token| token.raw.contains('月') && token.raw.contains('日'));
    }
    let is_numeric = words.len() == 1 && numeric(&words[0].fold);
    !has_month && !is_numeric
}

/// Reads how long something took, in minutes: `45 min`, `1.5 h`, `half an hour`, `eine Stunde`.
pub(super) fn length_at(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let word = |at: usize| {
        tokens
            .get(at)
            .filter(|token| at == 0 || !token.after_comma && !token.after_stop)
            .map_or("", |token| token.fold.as_str())
    };
    let skip = usize::from(
        ["for", "fur", "fuer", "ca", "ca.", "about", "etwa", "rund", "circa", "around"].contains(&word(0)),
    );
    let (first, second, third) = (word(skip), word(skip + 1), word(skip + 2));
    match (first, second, third) {
        ("half", "an" | "a", "hour") => return Some((30, skip + 3)),
        ("halbe" | "halben", "stunde", _) => return Some((30, skip + 2)),
        ("eine" | "einer", "halbe" | "halben", "stunde") => return Some((30, skip + 3)),
        ("an" | "one" | "eine" | "einer", "hour" | "stunde", _) => return Some((60, skip + 2)),
        ("anderthalb" | "eineinhalb", "stunden", _) => return Some((90, skip + 2)),
        _ => {}
    }
    let digits = first
        .find(|sign: char| !(sign.is_ascii_digit() || sign == '.' || sign == ','))
        .unwrap_or(first.len());
    let (number, glued) = first.split_at(digits);
    let number: f32 = number.replace(',', ".").parse().ok()?;
    let (unit, len) = if glued.is_empty() { (second, 2) } else { (glued, 1) };
    let minutes = match unit.trim_end_matches('.') {
        "min" | "mins" | "minute" | "minutes" | "minuten" | "分" | "分間" => number,
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" | "時間" => number * 60.0,
        _ => return None,
    };
    whole_minutes(minutes).map(|minutes| (minutes, skip + len))
}

/// Minutes of one day at most.
pub(super) fn whole_minutes(minutes: f32) -> Option<u32> {
    (minutes.is_finite() && (1.0..=1440.0).contains(&minutes)).then_some(minutes.round() as u32)
}

/// Reads a time behind "at", "um", "@": `14:00`, `3pm`, `14 Uhr`. Returns how many words say it.
pub(super) fn time_at(tokens: &[Token<'_>]) -> Option<(NaiveTime, usize)> {
    let first = tokens.first()?.fold.as_str();
    let second = tokens.get(1).map_or("", |token| token.fold.as_str());
    let glued = first.ends_with("pm") || first.ends_with("am");
    let (said, len) = match second {
        "pm" | "am" | "uhr" | "o'clock" if !glued => ([first, second].join(" "), 2),
        // A number alone may count anything.
        _ if glued || first.contains(':') => (first.to_owned(), 1),
        _ => return None,
    };
    parse_time(&said).map(|time| (time, len))
}
