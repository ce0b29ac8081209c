//! What is typed into the inspector: a copy of the person that the fields write to.
//!
//! Owns when the copy is taken anew, and what of it may be committed. Must not know how fields look.
//!
//! Invariant: a value that is refused stays typed and is not committed; the book keeps the last good one
//! (`tests::a_refused_value_stays_and_is_not_committed`).

use super::fields::{Format, problem};
use crate::edit::Employment;
use crate::model::{
    Address, Book, Contact, Expertise, HumanSide, Id, Labelled, Need, PersonName, ResearchNote,
};
use crate::text::Texts;

/// A value of a list as typed, and what the book has for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    /// One of the known labels or the user's own word.
    pub label: String,
    /// As typed.
    pub value: String,
    /// What the book has; empty for a new line.
    pub committed: String,
}

/// A list of labelled values as typed.
#[derive(Debug, Clone, Default, PartialEq)]
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
            })
            .collect();
        for line in pending {
            let place = self
                .lines
                .iter_mut()
                .find(|other| !line.committed.is_empty() && other.value == line.committed);
            match place {
                Some(other) => other.value = line.value,
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
    /// Where the person works.
    pub employment: Employment,
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
    /// The human side.
    pub human: HumanSide,
    /// The birthday as typed.
    pub birthday: String,
    /// Other names, separated by semicolons.
    pub other_names: String,
    /// Languages, separated by commas.
    pub languages: String,
    /// Notes.
    pub notes: String,
    /// The new job, while it is being typed: employment and the day.
    pub new_job: Option<(Employment, String)>,
}

impl Draft {
    /// Takes the person anew from the book. What was refused in the same person stays.
    pub fn reload(&mut self, book: &Book, contact: &Contact, revision: u64, texts: &Texts) {
        if self.id != contact.id {
            *self = Self { id: contact.id, ..Self::default() };
        }
        self.revision = revision;
        self.name = contact.name.clone();
        self.employment = contact.current_affiliation().map_or_else(Employment::default, |affiliation| {
            let organization = book.get(affiliation.organization);
            Employment {
                organization: organization.map_or_else(String::new, |record| record.name.clone()),
                title: affiliation.title.clone(),
                department: affiliation.department.clone(),
            }
        });
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
        let birthday_kept = contact.human.birthday == self.human.birthday && !self.birthday.is_empty();
        self.human = contact.human.clone();
        if !birthday_kept {
            self.birthday = contact.human.birthday.map_or_else(String::new, super::person::birthday_text);
        }
        self.other_names = contact.other_names.join("; ");
        self.languages = contact.languages.join(", ");
        self.notes.clone_from(&contact.notes);
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
    }
}
