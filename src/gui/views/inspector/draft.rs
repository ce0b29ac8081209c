//! What is typed into the inspector: a copy of the person that the fields write to.
//!
//! Owns when the copy is taken anew, and what of it may be committed. Must not know how fields look.
//!
//! Invariant: a value that is refused stays typed and is not committed; the book keeps the last good one
//! (`tests::a_refused_value_stays_and_is_not_committed`).

use chrono::NaiveDate;

use super::fields::{Format, link_of, problem};
use super::person::{birthday_text, parse_birthday};
use super::tenure::TypedTenure;
use crate::edit::Employment;
use crate::gui::views::words::label_text;
use crate::model::{
    Address, Book, Contact, Expertise, HumanSide, Id, Labelled, Need, PersonName, ResearchNote,
};
use crate::text::{Locale, Texts, fold, names};

/// A value of a list as typed, and what the book has for it.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// One of the known labels or the user's own word.
    pub label: String,
    /// As typed.
    pub value: String,
    /// What the book has; empty for a new line.
    pub committed: String,
    facts: Option<Facts>,
}

/// What is said of a line, worked out once for each state of it.
#[derive(Debug, Clone)]
pub struct Facts {
    label: String,
    value: String,
    locale: Locale,
    /// What the field is called: "Phone, work".
    pub name: String,
    /// The label in the reader's language.
    pub shown_label: String,
    /// "Copy +49 …".
    pub copy: String,
    /// "Open +49 …".
    pub open: String,
    /// Why the value is refused.
    pub problem: Option<String>,
    /// What the system opens.
    pub link: Option<String>,
}

impl Facts {
    /// The value as typed.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.value.trim().is_empty()
    }
}

impl Typed {
    /// A new line.
    pub fn new(label: &str) -> Self {
        Self { label: label.to_owned(), ..Self::default() }
    }

    /// Returns what is said of the line.
    pub fn facts(&mut self, format: Format, title: &str, texts: &Texts) -> &Facts {
        let fits = |facts: &Facts| {
            facts.value == self.value && facts.label == self.label && facts.locale == texts.locale()
        };
        if !self.facts.as_ref().is_some_and(fits) {
            self.facts = None;
        }
        let (label, value) = (&self.label, &self.value);
        self.facts.get_or_insert_with(|| {
            let shown_label = label_text(label, texts).to_owned();
            let value_line = crate::gui::views::people::tidy(value);
            Facts {
                label: label.clone(),
                value: value.clone(),
                locale: texts.locale(),
                name: if label.is_empty() { title.to_owned() } else { format!("{title}, {shown_label}") },
                shown_label,
                copy: texts.inspector_copy_value(&value_line),
                open: texts.inspector_open_value(&value_line),
                problem: problem(format, value, texts).map(str::to_owned),
                link: link_of(format, value, texts),
            }
        })
    }

    /// Lends what is said of the line, so that its value can be typed into meanwhile; see [`Typed::give_back`].
    pub fn lend(&mut self, format: Format, title: &str, texts: &Texts) -> Option<Facts> {
        self.facts(format, title, texts);
        self.facts.take()
    }

    /// Takes back what was lent; what has changed is worked out anew when it is asked for.
    pub fn give_back(&mut self, facts: Option<Facts>) {
        self.facts = facts;
    }

    /// Whether the value cannot be right; known since the line was last drawn or taken anew.
    fn is_refused(&self) -> bool {
        self.facts.as_ref().is_some_and(|facts| facts.problem.is_some())
    }
}

/// A list of labelled values as typed.
#[derive(Debug, Clone, Default)]
pub struct TypedList {
    /// The lines.
    pub lines: Vec<Typed>,
}

impl TypedList {
    fn is_pending(line: &Typed, format: Format, texts: &Texts) -> bool {
        line.value.trim().is_empty() || problem(format, &line.value, texts).is_some()
    }

    /// Takes over what the book has; lines that are new or refused keep what was typed.
    pub fn reload(&mut self, book: &[Labelled], format: Format, texts: &Texts) {
        let pending: Vec<Typed> =
            self.lines.drain(..).filter(|line| Self::is_pending(line, format, texts)).collect();
        self.lines = book
            .iter()
            .map(|entry| Typed {
                label: entry.label.clone(),
                value: entry.value.clone(),
                committed: entry.value.clone(),
                facts: None,
            })
            .collect();
        for line in pending {
            let place = self
                .lines
                .iter_mut()
                .find(|other| !line.committed.is_empty() && other.value == line.committed);
            match place {
                Some(other) => {
                    other.value = line.value;
                    other.facts = line.facts;
                }
                // A new line that was left empty is not wanted any more.
                None if line.value.trim().is_empty() => {}
                None => self.lines.push(Typed { committed: String::new(), ..line }),
            }
        }
    }

    /// Returns what may be committed: refused lines keep the value that the book has.
    pub fn accepted(&mut self, format: Format, texts: &Texts) -> Vec<Labelled> {
        let mut accepted = Vec::new();
        for line in &mut self.lines {
            let value = if line.value.trim().is_empty() {
                continue;
            } else if problem(format, &line.value, texts).is_some() {
                if line.committed.is_empty() {
                    continue;
                }
                line.committed.clone()
            } else {
                line.committed = line.value.trim().to_owned();
                line.committed.clone()
            };
            accepted.push(Labelled { label: line.label.clone(), value });
        }
        accepted
    }

    /// Gives up what was refused: the value of the book stands there again.
    fn discard(&mut self) {
        self.lines.retain(|line| !(line.is_refused() && line.committed.is_empty()));
        for line in self.lines.iter_mut().filter(|line| line.is_refused()) {
            line.value.clone_from(&line.committed);
            line.facts = None;
        }
    }
}

/// What the program can say of a name that has not been typed: readings and Latin letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposals {
    /// Readings of a name in kana.
    pub reading: Option<(String, String)>,
    /// The reading in Latin letters.
    pub latin: Option<String>,
    /// How a letter addresses the person.
    pub address: String,
}

impl Proposals {
    fn of(name: &PersonName, language: &str) -> Self {
        let propose = |written: &str, reading: &str| {
            if reading.trim().is_empty() { names::reading_of_kana(written) } else { None }
        };
        let family = propose(&name.family, &name.family_reading);
        let given = propose(&name.given, &name.given_reading);
        let latin = [&name.family_reading, &name.given_reading].map(|reading| {
            let mut romaji = fold::romaji_of_kana(reading);
            if let Some(first) = romaji.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            romaji
        });
        let readable = fold::has_kana(&name.family_reading) && latin.iter().all(|text| text.is_ascii());
        Self {
            reading: (family.is_some() || given.is_some())
                .then(|| (family.unwrap_or_default(), given.unwrap_or_default())),
            latin: (readable && name.latin.trim().is_empty()).then(|| latin.join(" ").trim().to_owned()),
            address: crate::gui::views::people::tidy(&name.addressed(language)),
        }
    }
}

/// The person as the fields show it.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Who.
    pub id: Id<Contact>,
    /// The state of the book from which it was taken.
    pub revision: u64,
    /// The name.
    pub name: PersonName,
    /// What can be proposed for the name.
    pub proposals: Proposals,
    /// Where the person works and worked.
    pub tenures: Vec<TypedTenure>,
    /// Phones.
    pub phones: TypedList,
    /// Mails.
    pub emails: TypedList,
    /// Links.
    pub links: TypedList,
    /// Fields of the user's own.
    pub custom: TypedList,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// How can I help?
    pub help: String,
    /// Expertise.
    pub expertise: Vec<Expertise>,
    /// Problems solved.
    pub problems: Vec<String>,
    /// Offers.
    pub offers: Vec<String>,
    /// Needs.
    pub needs: Vec<Need>,
    /// Research.
    pub research: Vec<ResearchNote>,
    /// What the person said.
    pub own_words: String,
    /// The human side.
    pub human: HumanSide,
    /// The birthday as typed.
    pub birthday: String,
    /// Other names, separated by semicolons.
    pub other_names: String,
    /// The birthday was not understood.
    pub birthday_refused: bool,
    /// Languages, best first.
    pub languages: Vec<String>,
    /// Notes.
    pub notes: String,
    /// The new job, while it is being typed: employment and the day.
    pub new_job: Option<(Employment, String)>,
}

impl Draft {
    /// Takes the person anew from the book. What was refused in the same person stays.
    pub fn reload(&mut self, book: &Book, contact: &Contact, revision: u64, texts: &Texts, today: NaiveDate) {
        if self.id != contact.id {
            *self = Self { id: contact.id, ..Self::default() };
        }
        self.revision = revision;
        self.name = contact.name.clone();
        self.languages.clone_from(&contact.languages);
        self.propose();
        TypedTenure::reload(&mut self.tenures, book, contact, texts.locale(), today);
        self.phones.reload(&contact.phones, Format::Phone, texts);
        self.emails.reload(&contact.emails, Format::Mail, texts);
        self.links.reload(&contact.links, Format::Link, texts);
        self.custom.reload(&contact.custom, Format::Free, texts);
        self.addresses.clone_from(&contact.addresses);
        self.help.clone_from(&contact.help);
        self.expertise.clone_from(&contact.expertise);
        self.problems.clone_from(&contact.problems_solved);
        self.offers.clone_from(&contact.offers);
        self.needs.clone_from(&contact.needs);
        self.research.clone_from(&contact.research);
        self.own_words.clone_from(&contact.own_words);
        let birthday_kept = contact.human.birthday == self.human.birthday && !self.birthday.is_empty();
        self.human = contact.human.clone();
        if !birthday_kept {
            self.birthday = contact
                .human
                .birthday
                .map_or_else(String::new, |birthday| birthday_text(birthday, texts.locale()));
        }
        self.other_names = contact.other_names.join("; ");
        self.mind_birthday(today, texts.locale());
        self.notes.clone_from(&contact.notes);
        for (list, format, title) in [
            (&mut self.phones, Format::Phone, texts.common_label_phone()),
            (&mut self.emails, Format::Mail, texts.common_label_email()),
            (&mut self.links, Format::Link, texts.common_label_link()),
        ] {
            for line in &mut list.lines {
                line.facts(format, title, texts);
            }
        }
    }

    /// Works out anew what can be proposed for the name.
    pub fn propose(&mut self) {
        let language = self.languages.first().map_or("", String::as_str);
        self.proposals = Proposals::of(&self.name, language);
    }

    /// Looks whether the birthday can be understood.
    pub fn mind_birthday(&mut self, today: NaiveDate, locale: Locale) {
        let typed = self.birthday.trim();
        self.birthday_refused = !typed.is_empty() && parse_birthday(typed, today, locale).is_none();
    }

    /// How many values were typed that are not in the book because they cannot be right, or wait for an answer.
    pub fn refused(&self) -> usize {
        let lists = [&self.phones, &self.emails, &self.links];
        lists.into_iter().flat_map(|list| &list.lines).filter(|line| line.is_refused()).count()
            + self.tenures.iter().filter(|tenure| tenure.is_refused()).count()
            + usize::from(self.birthday_refused)
            + usize::from(self.new_job.as_ref().is_some_and(|(job, _)| *job != Employment::default()))
    }

    /// Gives up what was typed and refused.
    pub fn discard(&mut self) {
        for list in [&mut self.phones, &mut self.emails, &mut self.links] {
            list.discard();
        }
        self.tenures.clear();
        self.birthday.clear();
        self.birthday_refused = false;
        self.new_job = None;
        // Taken anew from the book in the next frame.
        self.revision = u64::MAX;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_refused_value_stays_and_is_not_committed() {
        let texts = Texts::new(Locale::En);
        let mut list = TypedList::default();
        let book = vec![Labelled::new("work", "a@example.com")];
        list.reload(&book, Format::Mail, &texts);
        list.lines[0].value = "a@example".to_owned();
        list.lines.push(Typed { value: "new@example.com".to_owned(), ..Typed::default() });
        let accepted = list.accepted(Format::Mail, &texts);
        assert_eq!(accepted, [Labelled::new("work", "a@example.com"), Labelled::new("", "new@example.com")]);
        list.reload(&accepted, Format::Mail, &texts);
        assert_eq!(list.lines[0].value, "a@example", "what was typed is still there to be corrected");
        assert_eq!(list.lines.len(), 2);
        assert!(list.lines[0].facts(Format::Mail, "E-mail", &texts).problem.is_some());
        list.discard();
        assert_eq!(list.lines[0].value, "a@example.com");
    }

    #[test]
    fn a_name_in_kana_proposes_its_reading_and_a_reading_its_latin_letters() {
        let name =
            PersonName { family: "サトウ".into(), given: "さくら".into(), ..PersonName::default() };
        let proposed = Proposals::of(&name, "ja");
        assert_eq!(proposed.reading, Some(("さとう".to_owned(), "さくら".to_owned())));
        assert_eq!(proposed.latin, None);
        let name = PersonName {
            family: "田中".into(),
            given: "遥".into(),
            family_reading: "たなか".into(),
            given_reading: "はるか".into(),
            ..PersonName::default()
        };
        let proposed = Proposals::of(&name, "ja");
        assert_eq!((proposed.reading, proposed.latin.as_deref()), (None, Some("Tanaka Haruka")));
        assert_eq!(proposed.address, "田中 遥 様");
        assert_eq!(Proposals::of(&PersonName::new("Jonas", "Weber"), "de").reading, None);
    }
}
