//! What attributes of other programs mean here: names in three languages, kinds, days.

use chrono::NaiveDate;

use super::super::{Edge, Flow, Kind};
use super::build::Builder;

/// Longest name, kind or organization, in characters.
const LONGEST: usize = 200;
/// Longest note.
const LONGEST_NOTE: usize = 5_000;
/// Tags and circles of one person.
const MOST_TAGS: usize = 50;

/// A text without control signs and line ends, at most so long.
pub(in crate::exchange::graph) fn tidy(text: &str) -> String {
    let mut out = String::new();
    for word in
        text.split(|sign: char| sign.is_whitespace() || sign.is_control()).filter(|word| !word.is_empty())
    {
        if out.len() > LONGEST * 4 {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    match out.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            out.truncate(end);
            out
        }
        None => out,
    }
}

/// The name of an attribute as it is compared: small letters, no signs between.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).take(40).flat_map(char::to_lowercase).collect()
}

/// Takes a fact about a node. `name` has gone through [`plain`].
pub(super) fn node_fact(to: &mut Builder<'_>, node: u32, name: &str, value: &str, line: u32) {
    if value.trim().is_empty() {
        return;
    }
    let fill = |field: &mut String| {
        if field.is_empty() {
            *field = tidy(value);
        }
    };
    match name {
        "label" | "name" | "fullname" | "displayname" | "氏名" | "名前" => fill(&mut to.node(node).name),
        "organization" | "organisation" | "org" | "company" | "employer" | "institution" | "affiliation"
        | "会社" | "会社名" | "所属" | "組織" | "firma" | "unternehmen" => {
            fill(&mut to.node(node).organization)
        }
        "title" | "jobtitle" | "role" | "position" | "役職" | "肩書" | "funktion" => {
            fill(&mut to.node(node).title);
        }
        "email" | "mail" | "emailaddress" | "メール" | "メールアドレス" => {
            fill(&mut to.node(node).email)
        }
        "phone" | "telephone" | "tel" | "mobile" | "電話" | "電話番号" | "telefon" => {
            fill(&mut to.node(node).phone);
        }
        "circles" | "circle" | "サークル" | "kreise" => list(value, &mut to.node(node).circles),
        "tags" | "tag" | "タグ" | "schlagwörter" => list(value, &mut to.node(node).tags),
        "description" | "notes" | "note" | "desc" | "メモ" | "notizen" => {
            let notes = &mut to.node(node).notes;
            if notes.is_empty() {
                let kept = |sign: &char| !sign.is_control() || *sign == '\n';
                *notes = value.trim().chars().filter(kept).take(LONGEST_NOTE).collect();
            }
        }
        "mentioned" => to.node(node).mentioned = matches!(value.trim(), "true" | "1" | "True"),
        "type" | "elementtype" | "nodetype" | "種類" | "typ" => {
            let word = plain(value);
            to.node(node).is_organization = matches!(
                word.as_str(),
                "organization"
                    | "organisation"
                    | "company"
                    | "institution"
                    | "会社"
                    | "組織"
                    | "団体"
                    | "firma"
                    | "unternehmen"
            );
        }
        "x" => to.coordinate(node, 0, value, line),
        "y" => {
            to.coordinate(node, 1, value, line);
            to.upwards(node);
        }
        _ => {}
    }
}

fn list(value: &str, into: &mut Vec<String>) {
    let words = value.split([',', ';', '|', '、', '\n']).map(tidy).filter(|word| !word.is_empty());
    for word in words {
        if into.len() < MOST_TAGS && !into.contains(&word) {
            into.push(word);
        }
    }
}

/// An edge as it is being read: what it says about its kind in several places.
#[derive(Debug, Default)]
pub(super) struct EdgeFacts {
    kind: Option<String>,
    label: String,
    edge: Edge,
    direction: Option<bool>,
}

impl EdgeFacts {
    /// One that points where the file says nothing else.
    pub fn new(directed: bool) -> Self {
        Self { edge: Edge { directed, ..Edge::default() }, ..Self::default() }
    }

    /// Takes a fact. `name` has gone through [`plain`].
    pub fn fact(&mut self, to: &mut Builder<'_>, name: &str, value: &str, line: u32) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        match name {
            "direction" | "directed" | "向き" | "richtung" => self.direction = direction(value),
            // Gephi's column of this name says nothing else.
            "type" if matches!(plain(value).as_str(), "directed" | "undirected" | "mutual") => {
                self.direction = direction(value);
            }
            "kind" | "type" | "relationship" | "relation" | "connectiontype" | "edgetype" | "種類"
            | "関係" | "art" | "beziehung" => {
                // Two attributes may say it; ours comes first.
                let ours = name == "kind";
                self.kind = self.kind.take().filter(|_| !ours).or_else(|| Some(tidy(value)));
            }
            "label" | "name" | "tooltip" | "ラベル" | "bezeichnung" => self.label = tidy(value),
            "date" | "on" | "since" | "start" | "startdate" | "日付" | "datum" | "seit" => match day(value)
            {
                Some(day) => self.edge.on = Some(day),
                None => to.cleaned.days.add(line),
            },
            "until" | "end" | "enddate" | "bis" => match day(value) {
                Some(day) => self.edge.until = Some(day),
                None => to.cleaned.days.add(line),
            },
            "state" | "status" | "状態" => self.edge.state = tidy(value),
            "by" | "introducer" | "紹介者" => self.edge.by = tidy(value),
            "subject" => self.edge.subject = tidy(value),
            "record" => self.edge.record = tidy(value),
            _ => {}
        }
    }

    /// A day that need not be one: other programs count time in other ways.
    pub fn perhaps(&mut self, is_end: bool, value: &str) {
        let day = day(value);
        if is_end { self.edge.until = self.edge.until.or(day) } else { self.edge.on = self.edge.on.or(day) }
    }

    /// The edge between two nodes.
    pub fn between(mut self, from: u32, to: u32) -> Edge {
        (self.edge.from, self.edge.to) = (from, to);
        if let Some(directed) = self.direction {
            self.edge.directed = directed;
        }
        let word = self.kind.unwrap_or_default();
        match kind(&word) {
            Some(kind) => {
                self.edge.kind = kind;
                self.edge.label = self.label;
            }
            // A word of their own is the kind of a relationship; without one the label stands for it.
            None => self.edge.label = if word.is_empty() { self.label } else { word },
        }
        self.edge.flow = flow(&self.edge);
        self.edge
    }
}

/// Whether a word says that an edge points, or that it does not.
fn direction(word: &str) -> Option<bool> {
    match plain(word).as_str() {
        "directed" | "oneway" | "true" | "1" | "forward" => Some(true),
        "undirected" | "mutual" | "false" | "0" | "both" | "none" => Some(false),
        _ => None,
    }
}

/// The kind that a word names.
fn kind(word: &str) -> Option<Kind> {
    match plain(word).as_str() {
        "introduction" | "introduced" | "introduces" | "intro" | "紹介" | "vorstellung" => {
            Some(Kind::Introduction)
        }
        "referral" | "referred" | "refers" | "名刺紹介" | "empfehlung" => Some(Kind::Referral),
        "met" => Some(Kind::Met),
        "sharedevent" => Some(Kind::SharedEvent),
        "sharedorganization" => Some(Kind::SharedOrganization),
        "relationship" => Some(Kind::Relationship),
        _ => None,
    }
}

/// What became of it, as far as the state says so.
fn flow(edge: &Edge) -> Option<Flow> {
    matches!(edge.kind, Kind::Introduction | Kind::Referral).then(|| match edge.state.as_str() {
        "LedToWork" => Flow::LedToWork,
        "CameToNothing" => Flow::CameToNothing,
        "Promised" | "AskedOne" | "BothAgreed" | "Considered" => Flow::Promised,
        "TheyMet" | "Talking" | "Thanked" | "Outcome" => Flow::Talking,
        _ => Flow::Waiting,
    })
}

/// A day in the ways of files: `2025-05-31` with or without a time, `2025/05/31`, `31.05.2025`, and of a month or a year
/// the first day.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    let number = |part: &str| {
        (!part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let parts: Vec<&str> = text.split(['-', '/', '.']).take(4).collect();
    let (year, month, day) = match parts[..] {
        [year] if year.len() == 4 => (number(year)?, 1, 1),
        [year, month] if year.len() == 4 => (number(year)?, number(month)?, 1),
        [year, month, day] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 && text.contains('.') => {
            (number(year)?, number(month)?, number(day)?)
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| (1000..=2999).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_files_write_them() {
        let ymd = NaiveDate::from_ymd_opt;
        for (text, expect) in [
            ("2025-05-31", ymd(2025, 5, 31)),
            ("2025-05-31T10:00:00+03:00", ymd(2025, 5, 31)),
            ("2025/5/3", ymd(2025, 5, 3)),
            ("31.05.2025", ymd(2025, 5, 31)),
            ("2025-05", ymd(2025, 5, 1)),
            ("2004", ymd(2004, 1, 1)),
            ("05/31/2025", None),
            ("2025-02-30", None),
            ("1.5", None),
            ("-INF", None),
            ("", None),
        ] {
            assert_eq!(day(text), expect, "{text}");
        }
    }

    #[test]
    fn texts_of_others_become_one_short_line() {
        assert_eq!(tidy(" a\u{0}b\n\t c "), "a b c");
        assert_eq!(tidy(&"ü".repeat(10_000)).chars().count(), LONGEST);
        assert_eq!(tidy(&"x ".repeat(10_000)).chars().count(), LONGEST);
    }
}
