//! Templates and what fills them.
//!
//! A template is text with fields in angle brackets: `Dear <name>`. A line whose field is not known is left out, so one
//! template serves with and without a company; the topics alone leave a gap, because without them a thank-you says nothing.

pub use crate::model::Formality as Form;
use crate::model::PersonName;
use crate::text::fold::fold;
use crate::text::{Locale, Texts};

/// A subject and a body with fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    /// The subject (件名).
    pub subject: String,
    /// The body, lines parted by `\n`.
    pub body: String,
}

impl Template {
    /// What stands where the topics are to be.
    pub const GAP: &'static str = "…………";
}

/// A letter as it goes out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// The subject, one line.
    pub subject: String,
    /// The body, lines parted by `\n`.
    pub body: String,
}

/// What is known for a letter. Empty is unknown.
#[derive(Debug, Clone, Default)]
pub struct Facts<'a> {
    /// Whom it is to.
    pub name: PersonName,
    /// Their company.
    pub company: &'a str,
    /// Where they met.
    pub event: &'a str,
    /// When, in the words of the letter's language.
    pub date: String,
    /// What they talked about.
    pub topics: &'a [String],
    /// What was agreed on.
    pub next: &'a str,
    /// Who writes, as it stands below the letter.
    pub me: String,
    /// Whose they are.
    pub my_company: &'a str,
}

/// A field of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// "Dear Ms Adeyemi", "Sehr geehrte Frau Schäfer", "田中 遥 様".
    Salutation,
    /// The name with how the person is addressed.
    Name,
    /// The company.
    Company,
    /// The event.
    Event,
    /// The day.
    Date,
    /// What they talked about.
    Topics,
    /// What comes next.
    Next,
    /// Who writes.
    Me,
    /// The writer's company.
    MyCompany,
}

impl Blank {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 9] = [
        Self::Salutation,
        Self::Name,
        Self::Company,
        Self::Event,
        Self::Date,
        Self::Topics,
        Self::Next,
        Self::Me,
        Self::MyCompany,
    ];

    /// Returns its names in English, German and Japanese; templates may use any of them.
    pub fn names(self) -> [&'static str; 3] {
        match self {
            Self::Salutation => ["salutation", "Anrede", "宛名"],
            Self::Name => ["name", "Name", "氏名"],
            Self::Company => ["company", "Firma", "会社"],
            Self::Event => ["event", "Anlass", "催し"],
            Self::Date => ["date", "Tag", "日付"],
            Self::Topics => ["topics", "Themen", "話題"],
            Self::Next => ["next", "Nächstes", "次"],
            Self::Me => ["me", "Ich", "自分"],
            Self::MyCompany => ["my company", "meine Firma", "自社"],
        }
    }

    /// Its name in a language.
    pub fn name(self, locale: Locale) -> &'static str {
        let [en, de, ja] = self.names();
        match locale {
            Locale::En => en,
            Locale::De => de,
            Locale::Ja => ja,
        }
    }

    fn named(name: &str) -> Option<Self> {
        let name = fold(name.trim());
        Self::ALL.into_iter().find(|blank| blank.names().iter().any(|one| fold(one) == name))
    }
}

/// Returns the thank-you that the program brings along for a language.
pub fn built_in(texts: &Texts, form: Form) -> Template {
    let body = match form {
        Form::Polite => texts.letters_thanks_body(),
        Form::Close => texts.letters_thanks_body_close(),
    };
    Template { subject: texts.letters_thanks_subject().to_owned(), body: body.to_owned() }
}

/// Fills a template in the language of `texts`. Angle brackets around anything but a field stay as they are.
pub fn fill(template: &Template, facts: &Facts<'_>, texts: &Texts, form: Form) -> Letter {
    let value = |blank: Blank| value_of(blank, facts, texts, form);
    let subject = fill_line(&template.subject, &value).unwrap_or_default();
    let mut body = String::new();
    let mut was_empty = true;
    for line in template.body.lines() {
        let Some(line) = fill_line(line, &value) else { continue };
        // What was left out leaves no second empty line.
        if line.is_empty() && was_empty {
            continue;
        }
        was_empty = line.is_empty();
        body.push_str(&line);
        body.push('\n');
    }
    Letter { subject: one_line(&subject), body: body.trim_end().to_owned() }
}

/// Longest name that somebody may have meant as a field, in characters.
const LONGEST_NAME: usize = 30;

/// Returns what stands in angle brackets within a line and is no field: it would be sent as it stands.
pub fn unknown_fields(template: &Template) -> Vec<String> {
    let mut unknown = Vec::new();
    for line in template.subject.lines().chain(template.body.lines()) {
        let mut rest = line;
        while let Some(open) = rest.find('<') {
            rest = &rest[open + 1..];
            let Some(end) = rest.find(['<', '>']).filter(|end| rest[*end..].starts_with('>')) else {
                continue;
            };
            let name = &rest[..end];
            let is_name = name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST_NAME;
            // An address in brackets is no field that somebody mistyped.
            let is_address = name.contains(['@', '/']);
            let shown = format!("<{}>", one_line(name));
            if is_name && !is_address && Blank::named(name).is_none() && !unknown.contains(&shown) {
                unknown.push(shown);
            }
        }
    }
    unknown
}

/// Fills a line; `None` when a field of it is not known.
fn fill_line(line: &str, value: &dyn Fn(Blank) -> String) -> Option<String> {
    let mut filled = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        let (before, after) = (&rest[..open], &rest[open + 1..]);
        filled.push_str(before);
        let blank = after.find('>').and_then(|end| Some((Blank::named(&after[..end])?, end)));
        match blank {
            Some((blank, end)) => {
                let value = value(blank);
                if value.is_empty() && blank == Blank::Topics {
                    filled.push_str(Template::GAP);
                } else if value.is_empty() {
                    return None;
                }
                filled.push_str(&value);
                rest = &after[end + 1..];
            }
            None => {
                filled.push('<');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    Some(filled.trim_end().to_owned())
}

fn value_of(blank: Blank, facts: &Facts<'_>, texts: &Texts, form: Form) -> String {
    let language = texts.locale().tag();
    match blank {
        Blank::Salutation => salutation(facts, texts, form),
        Blank::Name => one_line(&facts.name.addressed(language)),
        Blank::Company => one_line(facts.company),
        Blank::Event => one_line(facts.event),
        Blank::Date => facts.date.clone(),
        Blank::Topics => listed(facts.topics, texts),
        Blank::Next => one_line(facts.next),
        Blank::Me => one_line(&facts.me),
        Blank::MyCompany => one_line(facts.my_company),
    }
}

/// How the letter begins. Nobody's gender is guessed: without a form of address the whole name is written.
fn salutation(facts: &Facts<'_>, texts: &Texts, form: Form) -> String {
    let name = &facts.name;
    let addressed = one_line(&name.addressed(texts.locale().tag()));
    let given = one_line(&name.given);
    let whole = one_line(&name.display(texts.locale().tag()));
    if whole.is_empty() {
        return texts.letters_salutation_nobody().to_owned();
    }
    match (texts.locale(), form) {
        (Locale::Ja, _) => addressed,
        (Locale::De | Locale::En, Form::Close) => {
            texts.letters_salutation_close(if given.is_empty() { &whole } else { &given })
        }
        (Locale::En, Form::Polite) => texts.letters_salutation(&addressed),
        (Locale::De, Form::Polite) => match name.honorific.split_whitespace().next() {
            Some("Frau") => texts.letters_salutation(&addressed),
            // In the accusative Herr stays as it is, but its adjective does not.
            Some("Herr") => texts.letters_salutation_sir(&addressed),
            _ => texts.letters_salutation_open(&whole),
        },
    }
}

/// "bearings, the new press and coffee".
fn listed(topics: &[String], texts: &Texts) -> String {
    let topics: Vec<String> =
        topics.iter().map(|topic| one_line(topic)).filter(|it| !it.is_empty()).collect();
    match topics.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let between = texts.locale().comma();
            texts.letters_and(&first.join(between), last)
        }
    }
}

/// Whether a text says one of some topics, however it is written.
pub fn says_one_of(text: &str, topics: &[String]) -> bool {
    // Line ends count as spaces: a letter may break within a topic.
    let text = fold(&one_line(text));
    topics.iter().map(|topic| fold(&one_line(topic))).any(|topic| is_telling(&topic) && text.contains(&topic))
}

/// Whether a topic says something: one letter stands in every text, one sign of Chinese or Japanese may be a word.
fn is_telling(topic: &str) -> bool {
    let is_word =
        |sign| matches!(sign, '\u{3041}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{20000}'..='\u{3FFFF}');
    let mut signs = topic.chars();
    match (signs.next(), signs.next()) {
        (Some(_), Some(_)) => true,
        (Some(only), None) => is_word(only),
        (None, _) => false,
    }
}

/// What a body says between the salutation and the name below it: what must not be the same for everybody.
pub(super) fn core(body: &str) -> String {
    let lines: Vec<&str> = body.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    fold(&inner.join(" "))
}

/// A text in one line without control characters: a name cannot begin a header, a topic no paragraph.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(|sign: char| sign.is_whitespace() || sign.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
