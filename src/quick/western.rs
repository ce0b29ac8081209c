//! Lines in English and German: words with spaces between them, and small words that say what follows.
//!
//! A line is cut into clauses at commas, full stops and before a next step. In the first ones "with", "about", "at" and
//! their German kin open what follows; a day, a length of time or another such word closes it.

mod favours;
mod people;

use std::ops::Range;

use chrono::NaiveDate;

use super::names::Names;
use super::tokens::{Token, text, tokens};
use super::when::{When, day_at, joins_week, length_at, no_day_at, time_at};
use super::words;
use super::{NextStep, Sentence};
use crate::model::{Direction, EncounterKind, FollowUpKind};
use crate::text::Locale;

/// A name has at most so many words.
const LONGEST_RUN: usize = 5;

pub(super) fn read(line: &str, today: NaiveDate, locale: Locale, names: &dyn Names) -> Sentence {
    let mut reader =
        Reader { tokens: tokens(line), today, locale, names, told: Sentence::default(), list: List::None };
    for (number, clause) in reader.clauses().into_iter().enumerate() {
        if clause.is_step {
            reader.step(clause.words);
        } else {
            reader.happened(clause.words, number == 0);
        }
    }
    reader.finish()
}

/// A part of the line.
struct Clause {
    words: Range<usize>,
    /// It says what comes next.
    is_step: bool,
}

/// What the words after a comma may go on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    People,
    Topics,
}

struct Reader<'a> {
    tokens: Vec<Token<'a>>,
    today: NaiveDate,
    locale: Locale,
    names: &'a dyn Names,
    told: Sentence,
    list: List,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.fold.as_str())
    }

    fn day(&self, at: usize, end: usize) -> Option<When> {
        let tokens = self.tokens.get(at..end)?;
        if no_day_at(tokens, self.today, self.locale).is_some() {
            return None;
        }
        day_at(tokens, self.today, self.locale)
    }

    /// Words that have the shape of a day and are none: how many, and the day as it was written.
    fn no_day(&self, at: usize, end: usize) -> Option<(usize, String)> {
        let tokens = self.tokens.get(at..end)?;
        let (len, lead) = no_day_at(tokens, self.today, self.locale)?;
        Some((len, text(tokens.get(lead..len)?)))
    }

    /// Whether a day begins here, or what should be one.
    fn begins_day(&self, at: usize, end: usize) -> bool {
        self.day(at, end).is_some() || self.no_day(at, end).is_some()
    }

    fn use_up(&mut self, words: Range<usize>) {
        for token in self.tokens.get_mut(words).into_iter().flatten() {
            token.used = true;
        }
    }

    // ---- Clauses --------------------------------------------------------------------------------------------------

    fn clauses(&self) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut start = 0;
        for end in 1..=self.tokens.len() {
            let is_cut = self.tokens.get(end).is_none_or(|token| {
                let is_year = token.fold.len() == 4
                    && token.fold.starts_with("20")
                    && self.word(end - 1).ends_with(|last: char| last.is_ascii_digit());
                let is_inside = is_year || joins_week(&self.tokens, end, self.today, self.locale);
                token.after_stop || token.after_comma && !is_inside
            });
            if is_cut {
                self.cut(start..end, &mut clauses);
                start = end;
            }
        }
        clauses
    }

    /// Cuts a clause before a next step that hangs on it without a comma.
    fn cut(&self, words: Range<usize>, clauses: &mut Vec<Clause>) {
        let is_first = clauses.is_empty();
        if !is_first && self.is_step(words.clone()) {
            clauses.push(Clause { words, is_step: true });
            return;
        }
        let mut at = words.start + 1;
        while at < words.end {
            let joins = ["and", "und", "then", "dann", "danach"].contains(&self.word(at));
            let begins = if joins { at + 1 } else { at };
            let says_step = |at: usize| {
                words::step(self.word(at)).is_some() && !["look", "read"].contains(&self.word(at))
            };
            let has_day = self.is_ahead(begins..words.end)
                || (begins..words.end).any(|at| self.no_day(at, words.end).is_some());
            if joins && begins < words.end && has_day {
                let leads = says_step(begins)
                    || self.day(begins, words.end).is_some_and(|when| when.coming() > self.today)
                    || words::announces(self.word(begins))
                    || words::announces(self.word(at));
                if leads {
                    clauses.push(Clause { words: words.start..at, is_step: false });
                    clauses.push(Clause { words: begins..words.end, is_step: true });
                    return;
                }
            }
            // "... yesterday review in 2 weeks": a day behind, and a step with a day ahead.
            if !joins && says_step(at) && self.is_behind(words.start..at) && self.is_ahead(at + 1..words.end)
            {
                clauses.push(Clause { words: words.start..at, is_step: false });
                clauses.push(Clause { words: at..words.end, is_step: true });
                return;
            }
            at += 1;
        }
        clauses.push(Clause { words, is_step: false });
    }

    /// Whether a clause after the first says what comes next.
    fn is_step(&self, words: Range<usize>) -> bool {
        let first =
            if ["and", "und"].contains(&self.word(words.start)) { words.start + 1 } else { words.start };
        let announced = words::announces(self.word(first)) && first + 1 < words.end
            // "next to the station" is a place, "then" alone may tell what happened.
            && self.word(first + 1) != "to"
            && (!["then", "dann", "danach", "afterwards"].contains(&self.word(first)) || self.is_ahead(first..words.end));
        if announced {
            return true;
        }
        let mut weekday = false;
        let mut at = words.start;
        while at < words.end {
            if let Some(when) = self.day(at, words.end) {
                if when.sort != super::when::Sort::Weekday && when.coming() > self.today {
                    // A day of another year without the year lies behind unless something is to be done.
                    if when.sort == super::when::Sort::Fixed || self.has_step(words.clone()) {
                        return true;
                    }
                }
                weekday |= when.sort == super::when::Sort::Weekday;
                at += when.len;
            } else if let Some((len, _)) = self.no_day(at, words.end) {
                weekday = true;
                at += len;
            } else {
                at += 1;
            }
        }
        weekday && self.has_step(words)
    }

    fn has_step(&self, words: Range<usize>) -> bool {
        words.into_iter().any(|at| words::step(self.word(at)).is_some())
    }

    fn is_ahead(&self, words: Range<usize>) -> bool {
        self.days(words).any(|when| when.coming() > self.today)
    }

    fn is_behind(&self, words: Range<usize>) -> bool {
        self.days(words).any(|when| when.past(self.today) <= self.today)
    }

    fn days(&self, words: Range<usize>) -> impl Iterator<Item = When> + '_ {
        let end = words.end;
        words.filter_map(move |at| self.day(at, end))
    }

    // ---- What comes next ------------------------------------------------------------------------------------------

    fn step(&mut self, words: Range<usize>) {
        let mut due = None;
        let mut no_day = String::new();
        let mut at = words.start;
        while at < words.end {
            if let Some(when) = self.day(at, words.end).filter(|_| due.is_none()) {
                due = Some(when.coming());
                self.use_up(at..at + when.len);
                at += when.len;
            } else if let Some((len, said)) = self.no_day(at, words.end).filter(|_| due.is_none()) {
                no_day = said;
                self.use_up(at..at + len);
                at += len;
            } else {
                at += 1;
            }
        }
        let mut left: Vec<usize> = words.clone().filter(|at| !self.tokens[*at].used).collect();
        let leads = |word: &str| {
            words::announces(word) && !["wiedervorlage", "follow-up", "followup"].contains(&word)
                || [
                    "and", "und", "to", "i", "i'll", "ich", "we", "wir", "me", "step", "schritt", "zu", "up",
                    "on", "am", "mich",
                ]
                .contains(&word)
        };
        while left.first().is_some_and(|at| leads(self.word(*at))) {
            left.remove(0);
        }
        while left.last().is_some_and(|at| {
            ["on", "am", "by", "bis", "then", "dann", "and", "und"].contains(&self.word(*at))
        }) {
            left.pop();
        }
        let kind = left.iter().find_map(|at| words::step(self.word(*at))).unwrap_or(FollowUpKind::Other);
        let what: Vec<&str> = left.iter().map(|at| self.tokens[*at].raw).collect();
        // The name of the kind alone says nothing more.
        let is_plain = left.len() == 1 && !matches!(kind, FollowUpKind::Other);
        let what = if is_plain { String::new() } else { what.join(" ") };
        self.use_up(words);
        match &mut self.told.next {
            None => self.told.next = Some(NextStep { kind, what, due_on: due, no_day }),
            Some(next) => {
                // One line has one next step; the words of a second one are kept with it.
                if !what.is_empty() {
                    next.what = if next.what.is_empty() { what } else { format!("{}, {what}", next.what) };
                }
                next.due_on = next.due_on.or(due);
                if next.no_day.is_empty() {
                    next.no_day = no_day;
                }
            }
        }
    }

    // ---- What happened --------------------------------------------------------------------------------------------

    fn happened(&mut self, words: Range<usize>, is_first: bool) {
        while let Some((place, favour)) = self.favour(words.clone()) {
            // "gave Weber advice": whoever stands between verb and noun was there.
            if let Some(person) = self.person_inside(place.clone()) {
                self.people(person, words.end);
            }
            self.use_up(place);
            self.told.favours.push(favour);
        }
        let mut at = words.start;
        let goes_on = if is_first { List::None } else { self.list };
        self.list = List::None;
        if is_first {
            at = self.leading_person(words.clone());
        } else if goes_on == List::People {
            if self.exact_person(at, words.end).is_some() {
                at = self.people(at, words.end);
            }
        } else if goes_on == List::Topics && self.short_topic(words.clone()) {
            at = self.topic(at, words.end);
        }
        while at < words.end {
            at = self.one(at, words.clone());
        }
    }

    /// Understands what begins at one word; returns where to go on.
    fn one(&mut self, at: usize, words: Range<usize>) -> usize {
        let end = words.end;
        if self.tokens[at].used {
            return at + 1;
        }
        if let Some((time, len)) = self.time(at, end).filter(|_| self.told.at.is_none()) {
            self.told.at = Some(time);
            self.use_up(at..at + len);
            return at + len;
        }
        if let Some((len, said)) = self.no_day(at, end).filter(|_| self.told.on.is_none()) {
            self.told.no_day = said;
            self.use_up(at..at + len);
            return at + len;
        }
        if let Some(when) = self.day(at, end).filter(|_| self.told.on.is_none()) {
            self.told.on = Some(when.past(self.today));
            self.use_up(at..at + when.len);
            return at + when.len;
        }
        let length = length_at(&self.tokens[at..end]);
        if let Some((minutes, len)) = length.filter(|_| self.told.minutes.is_none()) {
            self.told.minutes = Some(minutes);
            self.use_up(at..at + len);
            return at + len;
        }
        if let Some(next) = self.kind_at(at, end) {
            return next;
        }
        match self.word(at) {
            "with" | "mit" => {
                let next = self.people(at + 1, end);
                if next > at + 1 {
                    self.use_up(at..at + 1);
                }
                next
            }
            word @ ("from" | "von" | "to" | "an") => {
                let is_from = word == "from" || word == "von";
                let is_message = self.told.kind.is_some_and(|kind| kind != EncounterKind::InPerson);
                let given = self.told.favours.iter().any(|favour| favour.given != is_from);
                if !(is_message || given) {
                    return at + 1;
                }
                let next = self.people(at + 1, end);
                if next > at + 1 {
                    self.use_up(at..at + 1);
                    if is_message {
                        self.told.direction = Some(if is_from { Direction::ToMe } else { Direction::FromMe });
                    }
                }
                next
            }
            "about" | "regarding" | "re" | "discussed" | "discussing" | "uber" | "ueber" | "wegen"
            | "bzgl" | "bezuglich" => {
                self.use_up(at..at + 1);
                self.topic(at + 1, end)
            }
            "zum" if self.word(at + 1) == "thema" => {
                self.use_up(at..at + 2);
                self.topic(at + 2, end)
            }
            "at" | "@" | "in" | "im" | "bei" | "beim" => self.place(at, end),
            word if word.len() > 1 && self.tokens[at].raw.starts_with('@') => {
                // "@Weber" is a person, as in chats.
                self.mention(at);
                at + 1
            }
            _ => at + 1,
        }
    }

    fn time(&self, at: usize, end: usize) -> Option<(chrono::NaiveTime, usize)> {
        if ["at", "um", "@", "gegen", "around"].contains(&self.word(at)) {
            let (time, len) = time_at(self.tokens.get(at + 1..end)?)?;
            return Some((time, len + 1));
        }
        // "14:30" alone is a time too.
        let bare = self.word(at);
        let is_clock = bare.len() <= 5
            && bare.split_once(':').is_some_and(|(hour, minute)| {
                minute.len() == 2
                    && !hour.is_empty()
                    && hour.bytes().chain(minute.bytes()).all(|byte| byte.is_ascii_digit())
            });
        if is_clock { time_at(self.tokens.get(at..at + 1)?) } else { None }
    }

    /// Understands a word for the kind of meeting.
    fn kind_at(&mut self, at: usize, end: usize) -> Option<usize> {
        let (first, second) = (self.word(at).to_owned(), self.word(at + 1).to_owned());
        let several: Option<(EncounterKind, usize)> = match (first.as_str(), second.as_str()) {
            ("in", "person") | ("face", "to") | ("face-to-face", _) | ("personlich" | "persoenlich", _) => {
                let len = match first.as_str() {
                    "face" if self.word(at + 2) == "face" => 3,
                    "face" => return None,
                    "in" => 2,
                    _ => 1,
                };
                Some((EncounterKind::InPerson, len))
            }
            ("video", "call" | "conference" | "meeting") => Some((EncounterKind::Video, 2)),
            ("phone", "call") => Some((EncounterKind::Call, 2)),
            ("thank-you" | "thankyou" | "dankes-mail" | "dankesmail" | "danksagung" | "dankesbrief", _) => {
                self.told.is_thank_you = true;
                let kind = match first.as_str() {
                    "dankesbrief" => Some(EncounterKind::Letter),
                    "dankes-mail" | "dankesmail" => Some(EncounterKind::Email),
                    _ => None,
                };
                self.use_up(at..at + 1);
                kind.into_iter().for_each(|kind| self.told.set_kind(kind));
                return Some(at + 1);
            }
            ("on" | "by" | "via" | "per" | "uber" | "ueber" | "am" | "through", tool)
                if words::is_tool(tool) =>
            {
                let kind = words::way(tool)?.kind;
                Some((kind, 2))
            }
            _ => None,
        };
        if let Some((kind, len)) = several {
            self.told.set_kind(kind);
            self.use_up(at..(at + len).min(end));
            return Some(at + len);
        }
        let way = words::way(&first)?;
        self.told.set_kind(way.kind);
        if !way.is_telling {
            self.use_up(at..at + 1);
        }
        if way.takes_person && at + 1 < end {
            let next = at + 1;
            if self.exact_person(next, end).is_some() {
                if words::is_reaching_out(&first) {
                    self.told.direction = Some(Direction::FromMe);
                }
                return Some(self.people(next, end));
            }
            if self.tokens[next].is_name_like() && self.starts_name(next, end) {
                return Some(self.people(next, end));
            }
        }
        Some(at + 1)
    }

    /// Whether nothing but a name can stand here: no day, no length, no kind of meeting.
    fn starts_name(&self, at: usize, end: usize) -> bool {
        !self.tokens[at].used
            && !self.begins_day(at, end)
            && words::way(self.word(at)).is_none()
            && !words::is_filler(self.word(at))
            && !is_opening(self.word(at))
    }

    // ---- Topics and places ----------------------------------------------------------------------------------------

    /// Where a text that begins here ends.
    fn text_end(&self, at: usize, end: usize, is_place: bool) -> usize {
        let mut to = at;
        while to < end {
            let token = &self.tokens[to];
            let is_end = token.used
                || to > at && (token.after_comma || token.after_stop)
                || token.is_any(&[
                    "with",
                    "mit",
                    "about",
                    "regarding",
                    "at",
                    "@",
                    "bei",
                    "beim",
                    "uber",
                    "ueber",
                    "wegen",
                ])
                || is_place && to > at && token.is_any(&["in", "im", "for", "fur", "discussed"])
                || self.begins_day(to, end)
                || length_at(&self.tokens[to..end]).is_some()
                || to > at && self.time(to, end).is_some();
            if is_end {
                break;
            }
            to += 1;
        }
        to
    }

    fn topic(&mut self, at: usize, end: usize) -> usize {
        let to = self.text_end(at, end, false);
        let mut last = to;
        // German says what was done at the end.
        while last > at
            && ["gesprochen", "geredet", "besprochen", "diskutiert", "unterhalten", "ausgetauscht"]
                .contains(&self.word(last - 1))
        {
            last -= 1;
        }
        if at < last {
            let topic = text(&self.tokens[at..last]);
            self.told.add_topic(&topic);
            self.list = List::Topics;
        }
        self.use_up(at..to);
        to
    }

    /// Whether a clause after a list of topics is one more of them.
    fn short_topic(&self, words: Range<usize>) -> bool {
        let to = self.text_end(words.start, words.end, false);
        let len = to - words.start;
        let last = self.word(to.saturating_sub(1));
        let is_verb = [
            "was", "is", "will", "had", "has", "have", "war", "ist", "hat", "wird", "wants", "wanted",
            "seems", "likes", "looks", "will", "mochte",
        ];
        (1..=4).contains(&len)
            && !words
                .clone()
                .take(len)
                .any(|at| is_verb.contains(&self.word(at)) || words::way(self.word(at)).is_some())
            && ![
                "great", "nice", "good", "very", "he", "she", "they", "er", "sie", "sehr", "gutes",
                "schones", "tolles", "kein", "no",
            ]
            .contains(&self.word(words.start))
            && !is_opening(self.word(words.start))
            && !last.is_empty()
    }

    fn place(&mut self, at: usize, end: usize) -> usize {
        let word = self.word(at);
        let is_in = word == "in";
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < end);
        let article = next.is_some_and(|token| {
            token.is_any(&[
                "the", "a", "an", "der", "dem", "den", "einem", "einer", "our", "my", "his", "her", "their",
            ])
        });
        let named = next.is_some_and(Token::is_name_like);
        if !self.told.place.is_empty() || next.is_none() || is_in && !article && !named {
            return at + 1;
        }
        let from =
            if article && next.is_some_and(|token| !token.is_any(&["our", "my", "his", "her", "their"])) {
                at + 2
            } else {
                at + 1
            };
        let to = self.text_end(from, end, true);
        if from >= to {
            return at + 1;
        }
        self.told.place = text(&self.tokens[from..to]);
        self.use_up(at..to);
        to
    }

    // ---- What is left ---------------------------------------------------------------------------------------------

    fn finish(mut self) -> Sentence {
        let mut runs: Vec<String> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let to = (at..self.tokens.len())
                .find(|to| {
                    let token = &self.tokens[*to];
                    token.used || *to > at && token.after_stop
                })
                .unwrap_or(self.tokens.len());
            let mut run = at..to;
            while !run.is_empty() && words::is_filler(self.word(run.start)) {
                run.start += 1;
            }
            while !run.is_empty() && words::is_filler(self.word(run.end - 1)) {
                run.end -= 1;
            }
            // What a run of fillers leaves says nothing; what stands between them stays as it was typed.
            if !run.is_empty() {
                runs.push(text(&self.tokens[run]).trim_start_matches(", ").to_owned());
            }
            at = if self.tokens.get(to).is_some_and(|token| token.used) { to + 1 } else { to.max(at + 1) };
        }
        self.told.note = runs.join(", ");
        self.told
    }
}

/// The name in words, without "-san" and "'s".
fn name_of(tokens: &[Token<'_>]) -> String {
    let mut name = text(tokens).trim_start_matches('@').to_owned();
    for ending in ["-san", "-sama", "-sensei", "'s", "’s", "さん", "様", "氏", "さま", "先生"] {
        if let Some(bare) = name.strip_suffix(ending).filter(|bare| !bare.trim().is_empty()) {
            name = bare.trim().to_owned();
            break;
        }
    }
    name
}

/// Small words inside names.
fn is_particle(word: &str) -> bool {
    ["von", "van", "de", "der", "den", "da", "di", "la", "le", "zu", "al", "bin", "ten", "del", "dos"]
        .contains(&word)
}

/// Words that open something else, so that a name ends before them.
fn is_opening(word: &str) -> bool {
    [
        "with",
        "mit",
        "about",
        "regarding",
        "re",
        "at",
        "@",
        "in",
        "im",
        "bei",
        "beim",
        "on",
        "am",
        "for",
        "fur",
        "fuer",
        "via",
        "per",
        "by",
        "from",
        "to",
        "an",
        "um",
        "uber",
        "ueber",
        "wegen",
        "discussed",
        "who",
        "that",
        "which",
        "was",
        "is",
        "over",
        "zum",
        "zur",
        "then",
        "dann",
        "because",
        "weil",
        "gave",
        "got",
        "helped",
        "introduced",
    ]
    .contains(&word)
}
