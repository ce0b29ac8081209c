//! The values of two records of one person, joined field by field.
//!
//! Owns which parts a person has, what joining means for each, and what is chosen when nobody chooses. Start reading at
//! [`PersonField`] and [`joined`].

use std::collections::BTreeMap;

use crate::model::*;
use crate::text::fold::fold;

use super::Choice;

/// What was chosen for which part; the rest follows [`default_choice`].
pub type Choices = BTreeMap<PersonField, Choice>;

/// A part of a person that is chosen as a whole when two records are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the variants are the fields of `Contact`, documented there")]
pub enum PersonField {
    Name,
    Reading,
    Latin,
    Nickname,
    Honorific,
    OtherNames,
    Affiliations,
    Phones,
    Emails,
    Addresses,
    Links,
    Custom,
    Languages,
    Help,
    Expertise,
    ProblemsSolved,
    Offers,
    Needs,
    Research,
    OwnWords,
    Birthday,
    Home,
    People,
    Enjoys,
    Interests,
    Hobbies,
    Avoids,
    Gifts,
    Starters,
    Notes,
    Tags,
    Circles,
    Portrait,
    Cadence,
    Formality,
    Archived,
}

impl PersonField {
    /// All parts in the order in which they are shown.
    pub const ALL: [Self; 36] = [
        Self::Name,
        Self::Reading,
        Self::Latin,
        Self::Nickname,
        Self::Honorific,
        Self::OtherNames,
        Self::Affiliations,
        Self::Emails,
        Self::Phones,
        Self::Addresses,
        Self::Links,
        Self::Custom,
        Self::Languages,
        Self::Help,
        Self::Expertise,
        Self::ProblemsSolved,
        Self::Offers,
        Self::Needs,
        Self::Research,
        Self::OwnWords,
        Self::Birthday,
        Self::Home,
        Self::People,
        Self::Enjoys,
        Self::Interests,
        Self::Hobbies,
        Self::Avoids,
        Self::Gifts,
        Self::Starters,
        Self::Notes,
        Self::Tags,
        Self::Circles,
        Self::Portrait,
        Self::Cadence,
        Self::Formality,
        Self::Archived,
    ];

    /// Whether there is room for the values of both: lists and texts.
    pub fn has_room(self) -> bool {
        !matches!(
            self,
            Self::Name
                | Self::Reading
                | Self::Latin
                | Self::Nickname
                | Self::Honorific
                | Self::Birthday
                | Self::Portrait
                | Self::Cadence
                | Self::Formality
                | Self::Archived
        )
    }

    /// Returns the contact with nothing but this part.
    fn alone(self, contact: &Contact) -> Contact {
        let mut part = Contact::default();
        self.put(&mut part, contact);
        part
    }

    /// Whether a person has something here.
    pub fn is_empty(self, contact: &Contact) -> bool {
        self.alone(contact) == Contact::default()
    }

    /// Whether two people have the same here.
    pub fn is_same(self, one: &Contact, other: &Contact) -> bool {
        self.alone(one) == self.alone(other)
    }

    /// What is taken when nobody chooses: both where there is room, else what is not empty, else that of `keep`. Whoever
    /// is still there on one of the two is not let go.
    pub fn default_choice(self, keep: &Contact, away: &Contact) -> Choice {
        match self {
            Self::Archived if away.archived.is_none() => Choice::Other,
            Self::Archived => Choice::Keep,
            _ if self.is_empty(away) => Choice::Keep,
            _ if self.is_empty(keep) => Choice::Other,
            _ if self.has_room() => Choice::Both,
            _ => Choice::Keep,
        }
    }

    /// Puts this part of `from` in the place of that of `to`.
    fn put(self, to: &mut Contact, from: &Contact) {
        match self {
            Self::Name => {
                to.name.family.clone_from(&from.name.family);
                to.name.given.clone_from(&from.name.given);
                to.name.additional.clone_from(&from.name.additional);
                to.name.prefix.clone_from(&from.name.prefix);
                to.name.suffix.clone_from(&from.name.suffix);
                to.name.order = from.name.order;
            }
            Self::Reading => {
                to.name.family_reading.clone_from(&from.name.family_reading);
                to.name.given_reading.clone_from(&from.name.given_reading);
            }
            Self::Latin => to.name.latin.clone_from(&from.name.latin),
            Self::Nickname => to.name.nickname.clone_from(&from.name.nickname),
            Self::Honorific => to.name.honorific.clone_from(&from.name.honorific),
            Self::OtherNames => to.other_names.clone_from(&from.other_names),
            Self::Affiliations => to.affiliations.clone_from(&from.affiliations),
            Self::Phones => to.phones.clone_from(&from.phones),
            Self::Emails => to.emails.clone_from(&from.emails),
            Self::Addresses => to.addresses.clone_from(&from.addresses),
            Self::Links => to.links.clone_from(&from.links),
            Self::Custom => to.custom.clone_from(&from.custom),
            Self::Languages => to.languages.clone_from(&from.languages),
            Self::Help => to.help.clone_from(&from.help),
            Self::Expertise => to.expertise.clone_from(&from.expertise),
            Self::ProblemsSolved => to.problems_solved.clone_from(&from.problems_solved),
            Self::Offers => to.offers.clone_from(&from.offers),
            Self::Needs => to.needs.clone_from(&from.needs),
            Self::Research => to.research.clone_from(&from.research),
            Self::OwnWords => to.own_words.clone_from(&from.own_words),
            Self::Birthday => to.human.birthday = from.human.birthday,
            Self::Home => to.human.home.clone_from(&from.human.home),
            Self::People => to.human.people.clone_from(&from.human.people),
            Self::Enjoys => to.human.enjoys.clone_from(&from.human.enjoys),
            Self::Interests => to.human.interests.clone_from(&from.human.interests),
            Self::Hobbies => to.human.hobbies.clone_from(&from.human.hobbies),
            Self::Avoids => to.human.avoids.clone_from(&from.human.avoids),
            Self::Gifts => to.human.gifts.clone_from(&from.human.gifts),
            Self::Starters => to.human.starters.clone_from(&from.human.starters),
            Self::Notes => to.notes.clone_from(&from.notes),
            Self::Tags => to.tags.clone_from(&from.tags),
            Self::Circles => to.circles.clone_from(&from.circles),
            Self::Portrait => to.portrait = from.portrait,
            Self::Cadence => to.cadence = from.cadence,
            Self::Formality => to.formality = from.formality,
            Self::Archived => to.archived.clone_from(&from.archived),
        }
    }

    /// Adds this part of `from` to that of `to`. What is there already is not put in twice.
    fn add(self, to: &mut Contact, from: &Contact) {
        let plain = |text: &String| fold(text);
        match self {
            Self::OtherNames => union(&mut to.other_names, &from.other_names, plain),
            Self::Affiliations => add_affiliations(&mut to.affiliations, &from.affiliations),
            Self::Phones => add_labelled(&mut to.phones, &from.phones, phone_key),
            Self::Emails => add_labelled(&mut to.emails, &from.emails, fold),
            Self::Addresses => union(&mut to.addresses, &from.addresses, |address| {
                let lines = [&address.street, &address.city, &address.postal_code, &address.country];
                lines.map(|line| fold(line)).join("\n")
            }),
            Self::Links => add_labelled(&mut to.links, &from.links, fold),
            Self::Custom => union(&mut to.custom, &from.custom, |it| (fold(&it.label), fold(&it.value))),
            Self::Languages => union(&mut to.languages, &from.languages, String::clone),
            Self::Help => append(&mut to.help, &from.help),
            Self::Expertise => {
                for new in &from.expertise {
                    match to.expertise.iter_mut().find(|known| fold(&known.what) == fold(&new.what)) {
                        Some(known) => known.level = known.level.max(new.level),
                        None => to.expertise.push(new.clone()),
                    }
                }
            }
            Self::ProblemsSolved => union(&mut to.problems_solved, &from.problems_solved, plain),
            Self::Offers => union(&mut to.offers, &from.offers, plain),
            Self::Needs => {
                union(&mut to.needs, &from.needs, |need| (fold(&need.what), need.closed_on.is_some()));
            }
            Self::Research => {
                union(&mut to.research, &from.research, |note| (fold(&note.text), note.researched_on))
            }
            Self::OwnWords => append(&mut to.own_words, &from.own_words),
            Self::Home => append(&mut to.human.home, &from.human.home),
            Self::People => append(&mut to.human.people, &from.human.people),
            Self::Enjoys => append(&mut to.human.enjoys, &from.human.enjoys),
            Self::Interests => union(&mut to.human.interests, &from.human.interests, plain),
            Self::Hobbies => union(&mut to.human.hobbies, &from.human.hobbies, plain),
            Self::Avoids => append(&mut to.human.avoids, &from.human.avoids),
            Self::Gifts => append(&mut to.human.gifts, &from.human.gifts),
            Self::Starters => append(&mut to.human.starters, &from.human.starters),
            Self::Notes => append(&mut to.notes, &from.notes),
            Self::Tags => to.tags.extend(from.tags.iter().cloned()),
            Self::Circles => to.circles.extend(from.circles.iter().copied()),
            // Those without room for both (`has_room`): the first one stays.
            _ => {
                debug_assert!(!self.has_room(), "{self:?} is a list or a text");
                if self.is_empty(to) {
                    self.put(to, from);
                }
            }
        }
    }
}

fn union<T: Clone, K: PartialEq>(list: &mut Vec<T>, more: &[T], key: impl Fn(&T) -> K) {
    for new in more {
        if !list.iter().any(|known| key(known) == key(new)) {
            list.push(new.clone());
        }
    }
}

/// A number that one record calls "work" and the other one nothing is one number, of the first record that labels it.
fn add_labelled(list: &mut Vec<Labelled>, more: &[Labelled], key: impl Fn(&str) -> String) {
    for new in more {
        match list.iter_mut().find(|known| key(&known.value) == key(&new.value)) {
            Some(known) if known.label.is_empty() => known.label.clone_from(&new.label),
            Some(_) => {}
            None => list.push(new.clone()),
        }
    }
}

/// The digits of a phone number; the text where there are none.
fn phone_key(value: &str) -> String {
    let digits: String = fold(value).chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() { fold(value) } else { digits }
}

/// Where in the list somebody works today where this says too, with nothing that says that it began at another time.
fn current_at(list: &[Affiliation], new: &Affiliation) -> Option<usize> {
    list.iter().position(|known| {
        known.organization == new.organization
            && (known.until, new.until) == (None, None)
            && (known.from.is_none() || new.from.is_none() || known.from == new.from)
    })
}

/// Two affiliations are one when organization and title agree, or one of them has no title, and their time allows it.
fn add_affiliations(list: &mut Vec<Affiliation>, more: &[Affiliation]) {
    let fits = |one: &str, other: &str| one.is_empty() || other.is_empty() || fold(one) == fold(other);
    for new in more {
        let current = current_at(list, new);
        let same = list.iter_mut().find(|known| {
            known.organization == new.organization
                && known.until.is_some() == new.until.is_some()
                && fits(&known.title, &new.title)
                && fits(&known.department, &new.department)
        });
        match same {
            Some(known) => {
                for (own, other) in [(&mut known.title, &new.title), (&mut known.department, &new.department)]
                {
                    if own.is_empty() {
                        own.clone_from(other);
                    }
                }
                known.from = [known.from, new.from].into_iter().flatten().min();
                known.until = known.until.zip(new.until).map(|(one, other)| one.max(other));
            }
            // Two offices of today in one house are one place with both: nobody works twice for one company.
            None if current.is_some() => {
                let Some(known) = current.and_then(|at| list.get_mut(at)) else { continue };
                for (own, other) in [(&mut known.title, &new.title), (&mut known.department, &new.department)]
                {
                    if own.is_empty() {
                        own.clone_from(other);
                    } else if !fold(own).contains(&fold(other)) {
                        *own = format!("{own} / {other}");
                    }
                }
                known.from = [known.from, new.from].into_iter().flatten().min();
            }
            // What lasts stands before what has ended.
            None if new.until.is_none() => {
                let at = list.iter().position(|known| known.until.is_some()).unwrap_or(list.len());
                list.insert(at, new.clone());
            }
            None => list.push(new.clone()),
        }
    }
}

/// Puts a text below another one, unless it stands there already.
pub(super) fn append(text: &mut String, more: &str) {
    let more = more.trim();
    if more.is_empty() || text.contains(more) {
        return;
    }
    let length = text.trim_end().len();
    text.truncate(length);
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

/// Returns one person made of two, with the needs of `away` that are needs of `keep` now under another id.
///
/// A name that is not chosen is kept: as reading or Latin writing where that is what it is and the place is free,
/// otherwise among the other names.
pub fn joined(keep: &Contact, away: &Contact, choices: &Choices) -> (Contact, BTreeMap<Id<Need>, Id<Need>>) {
    let mut person = keep.clone();
    for field in PersonField::ALL {
        let choice = choices.get(&field).copied().unwrap_or_else(|| field.default_choice(keep, away));
        match choice {
            Choice::Keep => {}
            Choice::Other => field.put(&mut person, away),
            Choice::Both => field.add(&mut person, away),
        }
    }
    person.only_mentioned = keep.only_mentioned && away.only_mentioned;
    union(&mut person.foreign_properties, &away.foreign_properties, String::clone);
    // Neither record has lost its name or its photograph, whichever was chosen.
    for old in [keep, away] {
        keep_names(&mut person, old);
        for portrait in old.other_portraits.iter().chain(&old.portrait) {
            if person.portrait != Some(*portrait) && !person.other_portraits.contains(portrait) {
                person.other_portraits.push(*portrait);
            }
        }
    }
    let mut needs = BTreeMap::new();
    for need in keep.needs.iter().chain(&away.needs) {
        if !person.needs.iter().any(|known| known.id == need.id)
            && let Some(same) = person.needs.iter().find(|known| fold(&known.what) == fold(&need.what))
        {
            needs.insert(need.id, same.id);
        }
    }
    (person, needs)
}

/// Keeps the names of a record that the person does not have.
fn keep_names(person: &mut Contact, old: &Contact) {
    let display = bare(&old.name).display(old.language());
    let is_latin = |text: &str| text.chars().all(|character| !is_east_asian(character));
    if !display.is_empty()
        && is_latin(&display)
        && person.name.latin.trim().is_empty()
        && !is_latin(&person.name.display(""))
    {
        person.name.latin.clone_from(&display);
    }
    for name in [display, old.name.reading(), old.name.latin.clone(), old.name.nickname.clone()] {
        let name = name.trim();
        if !name.is_empty() && !has_name(person, name) {
            person.other_names.push(name.to_owned());
        }
    }
}

/// A name without title, nickname and Latin writing.
fn bare(name: &PersonName) -> PersonName {
    PersonName {
        prefix: String::new(),
        suffix: String::new(),
        latin: String::new(),
        nickname: String::new(),
        ..name.clone()
    }
}

/// Whether a person has a name in one of its places, in whatever order of its parts.
fn has_name(person: &Contact, name: &str) -> bool {
    let words = |text: &str| {
        let mut words: Vec<String> = fold(text).split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let wanted = words(name);
    let own = [
        bare(&person.name).display(person.language()),
        person.name.reading(),
        person.name.latin.clone(),
        person.name.nickname.clone(),
    ];
    own.iter().chain(&person.other_names).any(|own| words(own) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> Contact {
        Contact { name: PersonName::parse(name), ..Contact::default() }
    }

    #[test]
    fn lists_are_joined_and_what_is_said_twice_stands_there_once() {
        let mut keep = person("Mina Schäfer");
        keep.phones = vec![Labelled::new("", "+49 30 123"), Labelled::new("home", "2")];
        keep.emails = vec![Labelled::new("work", "mina@example.com")];
        keep.notes = "Plays the cello.".to_owned();
        let mut away = person("Mina Schaefer");
        away.phones = vec![Labelled::new("work", "+49 (30) 123"), Labelled::new("", "3")];
        away.emails = vec![Labelled::new("", "MINA@example.com")];
        away.notes = "Likes Kafka.\n".to_owned();
        let (one, _) = joined(&keep, &away, &Choices::new());
        assert_eq!(
            one.phones,
            [Labelled::new("work", "+49 30 123"), Labelled::new("home", "2"), Labelled::new("", "3")]
        );
        assert_eq!(one.emails, keep.emails);
        assert_eq!(one.notes, "Plays the cello.\nLikes Kafka.");
        assert_eq!(one.name.display(""), "Mina Schäfer");
        assert_eq!(one.other_names, ["Mina Schaefer"]);
        let (again, _) = joined(&one, &away, &Choices::new());
        assert_eq!(again, one);
    }

    #[test]
    fn the_latin_name_of_a_japanese_person_finds_its_place() {
        let keep = person("田中 遥");
        let away = person("Haruka Tanaka");
        let (one, _) = joined(&keep, &away, &Choices::new());
        assert_eq!((one.name.latin.as_str(), one.other_names.len()), ("Haruka Tanaka", 0));
        let (other, _) = joined(&keep, &away, &[(PersonField::Name, Choice::Other)].into());
        assert_eq!(other.name.display(""), "Haruka Tanaka");
        assert_eq!(other.other_names, ["田中 遥"]);
    }

    #[test]
    fn no_photograph_is_lost_whichever_is_chosen() {
        let with = |id| Contact { portrait: Some(Id::new(id)), ..person("Mina") };
        let older = Contact { other_portraits: vec![Id::new(3), Id::new(1)], ..with(2) };
        let (one, _) = joined(&with(1), &older, &Choices::new());
        assert_eq!((one.portrait, one.other_portraits), (Some(Id::new(1)), vec![Id::new(3), Id::new(2)]));
        let (other, _) = joined(&with(1), &older, &[(PersonField::Portrait, Choice::Other)].into());
        assert_eq!((other.portrait, other.other_portraits), (Some(Id::new(2)), vec![Id::new(1), Id::new(3)]));
        let (first, _) = joined(&person("Mina"), &with(1), &Choices::new());
        assert_eq!((first.portrait, first.other_portraits.len()), (Some(Id::new(1)), 0));
    }

    #[test]
    fn two_jobs_stay_two_and_one_job_told_twice_is_one() {
        let (optik, bank) = (Id::new(1), Id::new(2));
        let at = |organization, title: &str| Affiliation {
            organization,
            title: title.to_owned(),
            ..Affiliation::default()
        };
        let keep = Contact { affiliations: vec![at(optik, "")], ..person("Jonas Weber") };
        let away = Contact {
            affiliations: vec![at(optik, "Engineer"), at(bank, "Adviser")],
            ..person("Jonas Weber")
        };
        let (one, _) = joined(&keep, &away, &Choices::new());
        assert_eq!(one.affiliations, [at(optik, "Engineer"), at(bank, "Adviser")]);
        let promoted = Contact { affiliations: vec![at(optik, "Head of lenses")], ..person("Jonas Weber") };
        let (one, _) = joined(&promoted, &away, &Choices::new());
        assert_eq!(one.affiliations, [at(optik, "Head of lenses / Engineer"), at(bank, "Adviser")]);
        assert_eq!(one.other_names, Vec::<String>::new());
    }

    #[test]
    fn whoever_is_still_there_on_one_card_is_not_let_go() {
        let keep = Contact { archived: Some(Archived::default()), ..person("Mina") };
        let (one, _) = joined(&keep, &person("Mina"), &Choices::new());
        assert_eq!(one.archived, None);
    }

    #[test]
    fn a_need_told_twice_keeps_the_referrals_that_answer_it() {
        let need = |id, what: &str| Need { id: Id::new(id), what: what.to_owned(), ..Need::default() };
        let keep = Contact { needs: vec![need(1, "Lenses")], ..person("Mina") };
        let away = Contact { needs: vec![need(2, "lenses"), need(3, "Coffee")], ..person("Mina") };
        let (one, renamed) = joined(&keep, &away, &Choices::new());
        assert_eq!(one.needs, [need(1, "Lenses"), need(3, "Coffee")]);
        assert_eq!(renamed, [(Id::new(2), Id::new(1))].into());
    }
}
