//! Lines in Japanese: no spaces, and particles that say what stands before them.
//!
//! A line is cut into clauses at 、 and 。. In each one the day is taken out first, then people (…さんと), how long, what was
//! talked about (…の話), what was given, how (電話で) and where (喫茶店で). Whatever is left is the note.

mod days;
mod favours;

use std::ops::Range;

use chrono::NaiveDate;

use super::names::Names;
use super::words;
use super::{NextStep, Sentence, Who};
use crate::model::{Direction, EncounterKind, FollowUpKind};
use crate::text::fold::has_kana;
use crate::text::names::is_east_asian;

/// Marks what was understood; no text has it.
const GONE: char = '\u{1}';

/// Whether a line is to be read as Japanese: more of its signs are Japanese than Latin, and no small word of English or
/// German stands in it.
pub(super) fn is_japanese(line: &str) -> bool {
    let ours = line.chars().filter(|sign| is_east_asian(sign.encode_utf8(&mut [0; 4]))).count();
    if ours == 0 {
        return false;
    }
    let western = [
        " with ",
        " mit ",
        " about ",
        " yesterday",
        " gestern",
        " today",
        " heute",
        " über ",
        " met ",
        " and ",
        " und ",
    ];
    let folded = format!(" {} ", line.to_lowercase());
    if western.iter().any(|word| folded.contains(word)) {
        return false;
    }
    let latin = line.chars().filter(char::is_ascii_alphabetic).count();
    has_kana(line) && ours * 2 >= latin || ours > latin
}

pub(super) fn read(line: &str, today: NaiveDate, names: &dyn Names) -> Sentence {
    let mut told = Sentence::default();
    let mut note = String::new();
    let mut is_later = false;
    for (clause, sign) in clauses(line, today, names) {
        let mut reader = Reader {
            text: clause.chars().filter(|sign| *sign != GONE).collect(),
            today,
            names,
            told: &mut told,
            telling: Vec::new(),
        };
        if let Some(rest) = reader.clause(is_later) {
            if !note.is_empty() {
                note.push(sign);
            }
            note.push_str(&rest);
        }
        is_later = true;
    }
    told.note = note;
    told
}

/// The clauses of a line, each with the sign to put before it: they end at 、 and 。, and at spaces that do not stand
/// inside a name or a date.
fn clauses<'a>(line: &'a str, today: NaiveDate, names: &dyn Names) -> Vec<(&'a str, char)> {
    let mut clauses = Vec::new();
    for clause in line.split(['、', '。', '，', ',', ';', '；', '\n', '！', '!']) {
        let mut rest = clause.trim();
        let mut sign = '、';
        let mut from = 0;
        while let Some((space, gap)) = rest[from..]
            .char_indices()
            .find(|(_, sign)| sign.is_whitespace())
            .map(|(at, gap)| (from + at, gap))
        {
            let (left, right) = (&rest[..space], rest[space..].trim_start());
            if is_inside(left, right, today, names) {
                from = space + gap.len_utf8();
                continue;
            }
            clauses.push((left, sign));
            (rest, sign, from) = (right, ' ', 0);
        }
        if !rest.is_empty() {
            clauses.push((rest, sign));
        }
    }
    clauses
}

/// Whether a space between two parts of a line ends no clause: 田中 遥さん, Lena Fuchs, 10月14日 水曜日.
fn is_inside(left: &str, right: &str, today: NaiveDate, names: &dyn Names) -> bool {
    let before = left.rsplit(char::is_whitespace).next().unwrap_or(left);
    let piece = right.split(char::is_whitespace).next().unwrap_or(right);
    let is_ours = |sign: Option<char>| sign.is_some_and(|sign| is_east_asian(sign.encode_utf8(&mut [0; 4])));
    let is_latin = !is_ours(left.chars().next_back()) && !is_ours(right.chars().next());
    let is_weekday = piece.chars().count() <= 5
        && piece.trim_matches(['(', ')', '（', '）']).ends_with(['曜', '日'])
        && piece.contains('曜')
        && before.ends_with('日');
    if is_latin && !before.ends_with(|sign: char| sign.is_ascii_digit()) || is_weekday {
        return true;
    }
    if HONORIFICS.iter().any(|word| piece.starts_with(word)) {
        return true;
    }
    // Before a name may stand its family name, but also a day, a way to meet or a place.
    let is_kana = |sign: char| ('ぁ'..='ゖ').contains(&sign);
    let Some(end) = HONORIFICS.iter().filter_map(|word| piece.find(word)).min().or_else(|| piece.find('と'))
    else {
        return false;
    };
    let given = &piece[..end];
    let is_way = WAYS.iter().any(|(word, ..)| before.to_lowercase().contains(word));
    if given.is_empty()
        || given.chars().any(is_kana) && !given.chars().all(is_kana)
        || before.chars().any(is_kana) && !before.chars().all(is_kana)
        || is_way
        || before.chars().any(char::is_numeric)
        || crate::text::dates::parse_date(before, today, crate::text::Locale::Ja).is_some()
    {
        return false;
    }
    let whole = format!("{before} {given}");
    !names.called(&whole).exact.is_empty() || names.called(given).exact.is_empty()
}

struct Reader<'a> {
    text: Vec<char>,
    today: NaiveDate,
    names: &'a dyn Names,
    told: &'a mut Sentence,
    /// Words that say how, and more than that: they also stay as the note.
    telling: Vec<String>,
}

const HONORIFICS: [&str; 20] = [
    "さん",
    "さま",
    "様",
    "氏",
    "くん",
    "君",
    "ちゃん",
    "先生",
    "社長",
    "部長",
    "課長",
    "係長",
    "専務",
    "常務",
    "会長",
    "教授",
    "博士",
    "室長",
    "所長",
    "店長",
];

/// Ways to meet, the longer word first; the last field says that the word tells more than the kind.
const WAYS: [(&str, EncounterKind, bool); 45] = [
    ("ビデオ会議", EncounterKind::Video, false),
    ("ビデオ通話", EncounterKind::Video, false),
    ("オンライン会議", EncounterKind::Video, false),
    ("オンライン", EncounterKind::Video, false),
    ("リモート", EncounterKind::Video, false),
    ("zoom", EncounterKind::Video, false),
    ("teams", EncounterKind::Video, false),
    ("ズーム", EncounterKind::Video, false),
    ("電話", EncounterKind::Call, false),
    ("通話", EncounterKind::Call, false),
    ("お礼メール", EncounterKind::Email, false),
    ("お礼状", EncounterKind::Letter, false),
    ("礼状", EncounterKind::Letter, false),
    ("手紙", EncounterKind::Letter, false),
    ("葉書", EncounterKind::Letter, false),
    ("はがき", EncounterKind::Letter, false),
    ("年賀状", EncounterKind::Letter, false),
    ("メール", EncounterKind::Email, false),
    ("e-mail", EncounterKind::Email, false),
    ("email", EncounterKind::Email, false),
    ("line", EncounterKind::Message, false),
    ("ライン", EncounterKind::Message, false),
    ("メッセージ", EncounterKind::Message, false),
    ("チャット", EncounterKind::Message, false),
    ("slack", EncounterKind::Message, false),
    ("linkedin", EncounterKind::SocialMedia, false),
    ("facebook", EncounterKind::SocialMedia, false),
    ("フェイスブック", EncounterKind::SocialMedia, false),
    ("打ち合わせ", EncounterKind::InPerson, false),
    ("打合せ", EncounterKind::InPerson, false),
    ("ミーティング", EncounterKind::InPerson, false),
    ("面会", EncounterKind::InPerson, false),
    ("面談", EncounterKind::InPerson, false),
    ("会食", EncounterKind::InPerson, true),
    ("ランチ", EncounterKind::InPerson, true),
    ("昼食", EncounterKind::InPerson, true),
    ("夕食", EncounterKind::InPerson, true),
    ("朝食", EncounterKind::InPerson, true),
    ("コーヒー", EncounterKind::InPerson, true),
    ("お茶", EncounterKind::InPerson, true),
    ("飲み会", EncounterKind::InPerson, true),
    ("訪問", EncounterKind::InPerson, false),
    ("お会い", EncounterKind::InPerson, false),
    ("再会", EncounterKind::InPerson, false),
    ("会った", EncounterKind::InPerson, false),
];

/// What a next step is by a word in it.
const STEPS: [(&str, FollowUpKind); 18] = [
    ("見直", FollowUpKind::Review),
    ("振り返", FollowUpKind::Review),
    ("レビュー", FollowUpKind::Review),
    ("電話", FollowUpKind::Call),
    ("メール", FollowUpKind::Message),
    ("連絡", FollowUpKind::Message),
    ("送", FollowUpKind::Message),
    ("お礼", FollowUpKind::ThankYou),
    ("紹介", FollowUpKind::Introduce),
    ("お詫び", FollowUpKind::Amends),
    ("会う", FollowUpKind::Meet),
    ("会食", FollowUpKind::Meet),
    ("面", FollowUpKind::Meet),
    ("打ち合わせ", FollowUpKind::Meet),
    ("打合せ", FollowUpKind::Meet),
    ("訪問", FollowUpKind::Meet),
    ("ランチ", FollowUpKind::Meet),
    ("食事", FollowUpKind::Meet),
];

/// Endings of what was done, which say nothing more.
const TAILS: [&str; 36] = [
    "をしました",
    "をした",
    "をする",
    "しました",
    "でした",
    "した",
    "を飲みました",
    "を飲んだ",
    "を食べた",
    "に行った",
    "をもらった",
    "があった",
    "を送った",
    "を送りました",
    "を出した",
    "を書いた",
    "について話した",
    "を話した",
    "で話した",
    "と話した",
    "話しました",
    "話した",
    "を聞いた",
    "相談した",
    "しました",
    "いました",
    "会いました",
    "をいただいた",
    "に会った",
    "と会った",
    "会った",
    "をして",
    "して",
    "ました",
    "を",
    "に",
];

impl Reader<'_> {
    fn string(&self, range: Range<usize>) -> String {
        self.text.get(range).into_iter().flatten().collect()
    }

    fn starts(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, sign)| {
            self.text.get(at + offset).is_some_and(|own| {
                *own == sign || own.is_ascii_uppercase() && own.to_ascii_lowercase() == sign
            })
        })
    }

    fn find(&self, word: &str) -> Option<usize> {
        (0..self.text.len()).find(|at| self.starts(*at, word))
    }

    fn take(&mut self, range: Range<usize>) {
        for sign in self.text.get_mut(range).into_iter().flatten() {
            *sign = GONE;
        }
    }

    /// Understands one clause; returns what is left of it.
    fn clause(&mut self, is_later: bool) -> Option<String> {
        let no_day = self.no_day();
        let whole = self.text.clone();
        let mut day = if no_day.is_some() { None } else { self.day(is_later) };
        let is_bare = self.text.iter().all(|sign| *sign == GONE || sign.is_whitespace());
        if is_later && is_bare && self.told.on.is_none() && self.told.no_day.is_empty() && no_day.is_none() {
            // A day alone behind what happened is the day on which it did.
            self.text = whole;
            day = self.day(false);
            self.told.on = day;
            return None;
        }
        let announced =
            ["次は", "次回", "次に", "あとで", "後で"].iter().find(|word| self.starts(0, word)).copied();
        let is_ahead = day.is_some_and(|day| day > self.today);
        let is_step = is_ahead || announced.is_some() || no_day.is_some() && self.has_step();
        if is_later && is_step {
            if let Some(word) = announced {
                self.take(0..word.chars().count());
            }
            self.step(day, no_day.unwrap_or_default());
            return None;
        }
        if let Some(said) = no_day.filter(|_| self.told.on.is_none()) {
            self.told.no_day = said;
        }
        self.told.on = self.told.on.or(day);
        self.length();
        self.topics();
        self.favours();
        self.people();
        self.ways();
        self.places();
        self.rest()
    }

    // ---- What comes next ------------------------------------------------------------------------------------------

    fn has_step(&self) -> bool {
        STEPS.iter().any(|(word, _)| self.find(word).is_some())
    }

    fn step(&mut self, due_on: Option<NaiveDate>, no_day: String) {
        let left: String = self.text.iter().filter(|sign| **sign != GONE).collect();
        let mut what = left.trim().trim_start_matches(['に', 'は', 'も', 'の']).to_owned();
        for tail in [
            "をする予定",
            "する予定",
            "の予定",
            "予定",
            "をすること",
            "すること",
            "をする",
            "する",
            "したい",
            "です",
        ] {
            if let Some(bare) = what.strip_suffix(tail).filter(|bare| !bare.is_empty()) {
                what = bare.to_owned();
                break;
            }
        }
        let kind = STEPS.into_iter().find(|(word, _)| what.contains(word)).map(|(_, kind)| kind);
        let kind = kind.unwrap_or(FollowUpKind::Other);
        if words::step(&what).is_some_and(|step| step == kind) && kind != FollowUpKind::Other {
            what.clear();
        }
        let len = self.text.len();
        self.take(0..len);
        match &mut self.told.next {
            None => self.told.next = Some(NextStep { kind, what, due_on, no_day }),
            Some(next) => {
                if !what.is_empty() {
                    next.what = if next.what.is_empty() { what } else { format!("{}、{what}", next.what) };
                }
                next.due_on = next.due_on.or(due_on);
                if next.no_day.is_empty() {
                    next.no_day = no_day;
                }
            }
        }
    }

    // ---- People ---------------------------------------------------------------------------------------------------

    /// Where a word that ends here begins: signs of one kind, back to a particle.
    fn word_before(&self, end: usize) -> usize {
        let is_plain = |sign: char| {
            sign != GONE
                && (is_east_asian(sign.encode_utf8(&mut [0; 4]))
                    || sign.is_alphanumeric()
                    || "・ー-'".contains(sign))
        };
        let is_hiragana = |sign: char| ('ぁ'..='ゖ').contains(&sign);
        let mut at = end;
        while at > 0 && is_plain(self.text[at - 1]) && !is_hiragana(self.text[at - 1]) {
            at -= 1;
        }
        if at == end {
            // たなかさん: a name in hiragana, back to a particle.
            while at > 0
                && is_hiragana(self.text[at - 1])
                && !"とをにでへはがのもや".contains(self.text[at - 1])
            {
                at -= 1;
            }
        } else if at > 0 && self.text[at - 1].is_whitespace() {
            // 田中 遥さん.
            let family = self.word_before(at - 1);
            if family < at - 1 && self.text[family..at - 1].iter().all(|sign| !is_hiragana(*sign)) {
                return family;
            }
        }
        at
    }

    fn people(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let honorific = HONORIFICS
                .iter()
                .filter(|word| self.starts(at, word))
                .max_by_key(|word| word.chars().count());
            let (name_end, after) = match honorific {
                Some(word) => (at, at + word.chars().count()),
                None if self.starts(at, "と") && self.is_bare_name(at) => (at, at),
                None => {
                    at += 1;
                    continue;
                }
            };
            // 社長 may stand before さん.
            let after = if self.starts(after, "さん") { after + 2 } else { after };
            let start = self.word_before(name_end);
            let said = self.string(start..name_end).trim().to_owned();
            if said.is_empty() || self.starts(after, "を紹介") {
                at = after.max(at + 1);
                continue;
            }
            let called = self.names.called(&said);
            let who = match (called.exact.as_slice(), called.near.as_slice()) {
                ([only], _) => Who::Known(*only),
                ([], []) => Who::Unknown,
                ([], near) => Who::Several(near.to_vec()),
                (exact, _) => Who::Several(exact.to_vec()),
            };
            if honorific.is_none() && who == Who::Unknown && !self.is_surely_met(after) {
                at = after.max(at + 1);
                continue;
            }
            self.told.add_person(&said, who);
            let mut end = after;
            for (word, direction) in [
                ("から", Some(Direction::ToMe)),
                ("より", Some(Direction::ToMe)),
                ("宛に", Some(Direction::FromMe)),
                ("に", None),
                ("へ", Some(Direction::FromMe)),
                ("と", None),
                ("や", None),
                ("が", None),
                ("は", None),
                ("を", None),
                ("も", None),
                ("・", None),
                ("の", None),
            ] {
                if self.starts(end, word) {
                    let writes = ["電話", "メール", "手紙", "メッセージ", "連絡", "お礼"]
                        .iter()
                        .any(|way| self.find(way).is_some());
                    if writes {
                        self.told.direction = direction
                            .or(if word == "に" { Some(Direction::FromMe) } else { None })
                            .or(self.told.direction);
                    }
                    end += word.chars().count();
                    break;
                }
            }
            self.take(start..end);
            at = end;
        }
    }

    /// Whether a name without さん may stand before this と.
    fn is_bare_name(&self, at: usize) -> bool {
        let start = self.word_before(at);
        let len = at - start;
        (1..=10).contains(&len)
            && self.text[start..at].iter().all(|sign| !('ぁ'..='ゖ').contains(sign))
            && !WAYS.iter().any(|(word, ..)| self.string(start..at).to_lowercase() == *word)
            && !self.starts(at, "という")
            && !self.starts(at, "として")
    }

    /// Whether what follows says that people met.
    fn is_surely_met(&self, at: usize) -> bool {
        let rest = self.string(at..self.text.len()).to_lowercase();
        WAYS.iter().any(|(word, ..)| rest.contains(word))
            || ["話", "会", "で"].iter().any(|word| rest.contains(word))
    }

    // ---- How, where, about what -----------------------------------------------------------------------------------

    fn ways(&mut self) {
        let mut found = true;
        while found {
            found = false;
            for (word, kind, is_telling) in WAYS {
                let Some(at) = self.find(word) else { continue };
                let len = word.chars().count();
                self.told.set_kind(kind);
                self.told.is_thank_you |= word.starts_with("お礼") || word == "礼状";
                let end = at + len;
                let mut tail = end;
                for word in TAILS.iter().chain(&["で"]) {
                    if self.starts(tail, word) {
                        tail += word.chars().count();
                        break;
                    }
                }
                if is_telling {
                    self.telling.push(self.string(at..end));
                }
                self.take(at..tail);
                found = true;
            }
        }
    }

    fn places(&mut self) {
        let mut at = 1;
        while at < self.text.len() {
            let ends = self.starts(at, "で")
                && !["です", "でき", "でも", "では", "でし"].iter().any(|word| self.starts(at, word));
            if ends && self.told.place.is_empty() {
                let mut start = at;
                while start > 0
                    && self.text[start - 1] != GONE
                    && !"とをにへはがや".contains(self.text[start - 1])
                {
                    start -= 1;
                }
                let place = self.string(start..at).trim().to_owned();
                if place.chars().count() >= 2 && place.chars().any(|sign| !('ぁ'..='ゖ').contains(&sign)) {
                    self.told.place = place;
                    self.take(start..at + 1);
                }
            }
            at += 1;
        }
    }

    fn topics(&mut self) {
        for word in ["についての話", "について", "に関して", "に関する話", "の件", "の話", "のこと"]
        {
            while let Some(at) = self.find(word) {
                let mut start = at;
                // で ends a place, と a person, を nothing that is talked about.
                while start > 0 && self.text[start - 1] != GONE && !self.is_border(start - 1) {
                    start -= 1;
                }
                let topic = self.string(start..at).trim().trim_start_matches(['、', 'は', 'も']).to_owned();
                let mut end = at + word.chars().count();
                for tail in [
                    "をしました",
                    "をした",
                    "をして",
                    "をする",
                    "をしながら",
                    "しました",
                    "した",
                    "話しました",
                    "話した",
                    "相談した",
                    "聞いた",
                    "を聞いた",
                    "で盛り上がった",
                    "で",
                    "を",
                ] {
                    if self.starts(end, tail) {
                        end += tail.chars().count();
                        break;
                    }
                }
                if topic.is_empty() {
                    self.take(at..end);
                    continue;
                }
                self.told.add_topic(&topic);
                self.take(start..end);
            }
        }
    }

    /// Whether a topic cannot reach back over this sign.
    fn is_border(&self, at: usize) -> bool {
        match self.text[at] {
            'で' => !["でき", "でん"].iter().any(|word| self.starts(at, word)),
            'と' => at > 0 && (HONORIFICS.iter().any(|word| self.ends(at, word)) || self.is_known_name(at)),
            'に' | 'が' => HONORIFICS.iter().any(|word| self.ends(at, word)),
            ' ' | '\u{3000}' => true,
            _ => false,
        }
    }

    fn ends(&self, at: usize, word: &str) -> bool {
        let len = word.chars().count();
        at >= len && self.starts(at - len, word)
    }

    fn is_known_name(&self, at: usize) -> bool {
        let start = self.word_before(at);
        start < at && !self.names.called(&self.string(start..at)).exact.is_empty()
    }

    // ---- What is left ---------------------------------------------------------------------------------------------

    fn rest(&self) -> Option<String> {
        let mut parts = self.telling.clone();
        for part in self.text.split(|sign| *sign == GONE) {
            let part: String = part.iter().collect();
            let mut part = part
                .trim()
                .trim_start_matches(['と', 'に', 'で', 'を', 'は', 'が', 'の', 'も', 'へ', 'や'])
                .trim();
            for tail in TAILS {
                if part == tail {
                    part = "";
                }
            }
            let says = part.chars().any(|sign| sign.is_alphanumeric());
            let only_particles =
                part.chars().count() <= 2 && part.chars().all(|sign| ('ぁ'..='ゖ').contains(&sign));
            if says && !only_particles {
                parts.push(part.to_owned());
            }
        }
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}
