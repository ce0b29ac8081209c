//! Which field belongs to which group, and which never leaves.
//!
//! Records are taken apart without `..`: a new field does not compile until it stands in one of the lists here.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::{
    Address, Affiliation, Book, Card, Contact, Expertise, FieldGroup, HumanSide, Id, Impression, Labelled,
    Organization, PersonName, YearlessDate,
};

use super::clean::{clean, one_line};
use super::leaks::{self, Known, LeakKind};
use super::policy::Policy;
use crate::text::Texts;
use crate::text::fold::fold;

/// What a line says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of the fields of the records")]
pub enum Kind {
    Name,
    Nickname,
    Organization,
    City,
    Website,
    Title,
    Department,
    Expertise,
    Problem,
    Offer,
    Language,
    Comment,
    Mail,
    Phone,
    Link,
    Address,
    Birthday,
    Home,
    People,
    Enjoys,
    Interest,
    Hobby,
    Avoids,
    Gifts,
    Starters,
    Impression,
    /// Something of this kind was typed into another field.
    Typed(LeakKind),
    /// Never leaves, whatever the circle.
    Private,
}

impl Kind {
    /// The word by which a consent names it.
    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Nickname => "nickname",
            Self::Organization => "organization",
            Self::City => "city",
            Self::Website => "website",
            Self::Title => "title",
            Self::Department => "department",
            Self::Expertise => "expertise",
            Self::Problem => "problem",
            Self::Offer => "offer",
            Self::Language => "language",
            Self::Comment => "comment",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Link => "link",
            Self::Address => "address",
            Self::Birthday => "birthday",
            Self::Home => "home",
            Self::People => "people",
            Self::Enjoys => "enjoys",
            Self::Interest => "interest",
            Self::Hobby => "hobby",
            Self::Avoids => "avoids",
            Self::Gifts => "gifts",
            Self::Starters => "starters",
            Self::Impression => "impression",
            Self::Typed(_) => "typed",
            Self::Private => "private",
        }
    }
}

/// Something that may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// As it leaves.
    pub value: String,
}

/// Something that is kept back. The value is for the eyes of the owner of the book alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// What it is.
    pub kind: Kind,
    /// The group that would have to be allowed; none for what never leaves.
    pub group: Option<FieldGroup>,
    /// Which one, in the user's word: "work", "mobile"; mostly empty.
    pub label: String,
    value: String,
}

impl Withheld {
    /// What is kept back: to be shown to the owner of the book, struck out, and to nobody else.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// As [`Self::value`], as it is read: a birthday as a day.
    pub fn shown(&self, texts: &Texts) -> String {
        let locale = texts.locale();
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        match (self.kind, self.value.strip_prefix("--")) {
            // A leap year, for there are birthdays on 29 February.
            (Kind::Birthday, Some(rest)) => day(&format!("2000-{rest}")).map(|day| locale.day_short(day)),
            (Kind::Birthday, None) => day(&self.value).map(|day| locale.day_with_year(day)),
            _ => None,
        }
        .unwrap_or_else(|| self.value.clone())
    }

    /// How a consent of the card's owner to share exactly this is recorded. Another number needs another consent.
    pub fn key(&self) -> String {
        key(self.kind, &self.value)
    }

    /// Whether the person can agree that it is shared. What the user thinks of them and wrote down about their life is not
    /// theirs to give.
    pub fn can_be_unlocked(&self) -> bool {
        can_be_unlocked(self.group)
    }
}

fn key(kind: Kind, value: &str) -> String {
    format!("{}:{}", kind.word(), one_line(value))
}

fn can_be_unlocked(group: Option<FieldGroup>) -> bool {
    !matches!(group, None | Some(FieldGroup::HumanSide | FieldGroup::Impression))
}

/// Lets through what a policy allows, and remembers what it let through and what not.
pub(super) struct Sieve<'a> {
    policy: &'a Policy,
    consents: &'a [String],
    known: Known,
    pub(super) allowed: Vec<Line>,
    pub(super) withheld: Vec<Withheld>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(policy: &'a Policy, consents: &'a [String], known: Known) -> Self {
        Self { policy, consents, known, allowed: Vec::new(), withheld: Vec::new() }
    }

    fn lets(&self, kind: Kind, group: FieldGroup, value: &str) -> bool {
        self.policy.allows(group)
            || (can_be_unlocked(Some(group))
                && !self.consents.is_empty()
                && self.consents.contains(&key(kind, value)))
    }

    fn keep_back(&mut self, kind: Kind, group: Option<FieldGroup>, label: &str, value: &str) {
        if !value.trim().is_empty() {
            let (label, value) = (label.trim().to_owned(), value.trim().to_owned());
            self.withheld.push(Withheld { kind, group, label, value });
        }
    }

    /// A value of which nothing else than itself is known: a mail address, a number.
    fn value(&mut self, kind: Kind, group: FieldGroup, label: &str, value: &str) -> Option<String> {
        if value.trim().is_empty() {
            return None;
        }
        if !self.lets(kind, group, value) {
            self.keep_back(kind, Some(group), label, value);
            return None;
        }
        let value = one_line(value);
        self.allowed.push(Line { kind, value: value.clone() });
        Some(value)
    }

    /// A text that was typed freely: what is allowed is searched for what is not.
    fn text(&mut self, kind: Kind, group: FieldGroup, text: &str) -> String {
        self.free(kind, group, text, one_line)
    }

    fn lines(&mut self, kind: Kind, group: FieldGroup, text: &str) -> String {
        self.free(kind, group, text, clean)
    }

    fn free(&mut self, kind: Kind, group: FieldGroup, text: &str, form: fn(&str) -> String) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        if !self.lets(kind, group, text) {
            self.keep_back(kind, Some(group), "", text);
            return String::new();
        }
        if self.policy.is_mine() {
            self.allowed.push(Line { kind, value: form(text) });
            return text.to_owned();
        }
        // Signs that turn the writing around are looked at by the scanner and leave by no means.
        for leak in leaks::leaks_of(text, &self.known) {
            self.keep_back(Kind::Typed(leak.kind), None, "", &text[leak.range]);
        }
        let value = leaks::withhold(&form(&leaks::withhold(text, &self.known)), &self.known);
        if !value.is_empty() && value != leaks::WITHHELD {
            self.allowed.push(Line { kind, value: value.clone() });
        }
        value
    }

    fn texts(&mut self, kind: Kind, group: FieldGroup, texts: &[String]) -> Vec<String> {
        let texts = texts.iter().map(|text| self.text(kind, group, text));
        texts.filter(|text| !text.is_empty()).collect()
    }

    fn never(&mut self, text: &str) {
        self.keep_back(Kind::Private, None, "", text);
    }
}

/// The contact group of a label. A label that nobody knows may be the private one.
pub(super) fn group_of_label(label: &str) -> FieldGroup {
    let label = crate::text::fold::fold(label);
    let word = label.as_str();
    let is_business = [
        "work",
        "business",
        "office",
        "fax",
        "company",
        "firma",
        "arbeit",
        "geschaft",
        "geschaftlich",
        "buro",
        "dienstlich",
        "beruflich",
        "zentrale",
        "durchwahl",
        "会社",
        "勤務先",
        "職場",
        "仕事",
        "代表",
        "直通",
        "main",
        "switchboard",
    ]
    .contains(&word);
    if is_business { FieldGroup::BusinessContact } else { FieldGroup::PrivateContact }
}

/// Takes a person through the sieve: what is left is what may be seen.
pub(super) fn contact(contact: &Contact, sieve: &mut Sieve<'_>) -> Contact {
    if sieve.policy.is_mine() {
        fill(contact, sieve);
        return contact.clone();
    }
    fill(contact, sieve)
}

fn fill(contact: &Contact, sieve: &mut Sieve<'_>) -> Contact {
    let Contact {
        id,
        name: whole_name,
        affiliations,
        phones,
        emails,
        addresses,
        links,
        custom,
        languages,
        help,
        expertise,
        problems_solved,
        offers,
        needs,
        research,
        own_words,
        human,
        notes,
        tags,
        other_names,
        // Who is in which circle, how often one wants to be in touch, what one thinks of somebody, and what is known to
        // the program alone: nobody else's business.
        circles: _,
        portrait: _,
        other_portraits: _,
        cadence: _,
        formality: _,
        only_mentioned: _,
        archived,
        not_the_same_as: _,
        noted: _,
        no_fits: _,
        merged: _,
        foreign_properties,
        created_at: _,
        updated_at: _,
    } = contact;
    let mut name = name(whole_name, sieve);
    if name.nickname.is_empty() {
        name.nickname = sieve.text(Kind::Nickname, FieldGroup::HumanSide, &whole_name.nickname);
    }
    // Which company and since when: the days are one's own knowledge. Only where they work now.
    let mut past = false;
    let affiliations = affiliations
        .iter()
        .filter(|affiliation| affiliation.until.is_none())
        .filter_map(
            |one| if std::mem::replace(&mut past, true) { None } else { Some(affiliation(one, sieve)) },
        )
        .flatten()
        .collect();
    let labelled = |kind, group: Option<FieldGroup>, all: &[Labelled], sieve: &mut Sieve<'_>| {
        let mut kept = Vec::new();
        for Labelled { label, value } in all {
            let group = group.unwrap_or_else(|| group_of_label(label));
            let value = sieve.value(kind, group, label, value);
            // The label may be the user's own word; the ones that the program knows say enough.
            let label = if Labelled::LABELS.contains(&label.as_str()) { label.as_str() } else { "" };
            kept.extend(value.map(|value| Labelled::new(label, value)));
        }
        kept
    };
    let emails = labelled(Kind::Mail, None, emails, sieve);
    let phones = labelled(Kind::Phone, None, phones, sieve);
    let links = labelled(Kind::Link, None, links, sieve);
    let addresses = addresses.iter().filter_map(|one| address(one, sieve)).collect();
    let expertise = expertise
        .iter()
        .map(|Expertise { what, level }| Expertise {
            what: sieve.text(Kind::Expertise, FieldGroup::Expertise, what),
            level: *level,
        })
        .filter(|expertise| !expertise.what.is_empty())
        .collect();
    let problems_solved = sieve.texts(Kind::Problem, FieldGroup::Expertise, problems_solved);
    let offers = sieve.texts(Kind::Offer, FieldGroup::Expertise, offers);
    let languages = languages
        .iter()
        .filter(|tag| crate::text::languages::is_tag(tag))
        .filter_map(|tag| sieve.value(Kind::Language, FieldGroup::Expertise, "", tag))
        .collect();
    let human = human_side(human, sieve);
    let private = [help, own_words, notes];
    private.into_iter().for_each(|text| sieve.never(text));
    other_names.iter().chain(foreign_properties).chain(tags).for_each(|text| sieve.never(text));
    needs.iter().for_each(|need| sieve.never(&need.what));
    for note in research {
        sieve.never(&note.text);
        sieve.never(&note.source);
    }
    for Labelled { label, value } in custom {
        sieve.keep_back(Kind::Private, None, label, value);
    }
    if let Some(archived) = archived {
        sieve.never(&archived.reason);
    }
    Contact {
        id: *id,
        name,
        affiliations,
        phones,
        emails,
        addresses,
        links,
        languages,
        expertise,
        problems_solved,
        offers,
        human,
        ..Contact::default()
    }
}

fn name(name: &PersonName, sieve: &mut Sieve<'_>) -> PersonName {
    let PersonName {
        family,
        given,
        additional,
        prefix,
        suffix,
        // What friends say belongs to the human side.
        nickname,
        // How the user addresses them.
        honorific: _,
        family_reading,
        given_reading,
        latin,
        order,
    } = name;
    let shown = name.display("");
    if shown.is_empty() && name.reading().is_empty() {
        return PersonName::default();
    }
    if !sieve.lets(Kind::Name, FieldGroup::Name, &shown) {
        sieve.keep_back(Kind::Name, Some(FieldGroup::Name), "", &shown);
        for other in [name.reading(), latin.clone()] {
            sieve.keep_back(Kind::Name, Some(FieldGroup::Name), "", &other);
        }
        return PersonName::default();
    }
    let part = |text: &String| leaks::withhold(&one_line(text), &sieve.known);
    // Somebody of whom only the nickname is known is called that.
    let only_nickname =
        [family, given, additional, prefix, suffix, latin].iter().all(|text| text.trim().is_empty());
    let kept = PersonName {
        family: part(family),
        given: part(given),
        additional: part(additional),
        prefix: part(prefix),
        suffix: part(suffix),
        nickname: if only_nickname { part(nickname) } else { String::new() },
        honorific: String::new(),
        family_reading: part(family_reading),
        given_reading: part(given_reading),
        latin: part(latin),
        order: *order,
    };
    sieve.allowed.push(Line { kind: Kind::Name, value: kept.display("") });
    kept
}

fn affiliation(affiliation: &Affiliation, sieve: &mut Sieve<'_>) -> Option<Affiliation> {
    let Affiliation {
        organization,
        title,
        department,
        // Since when is the user's own knowledge.
        from: _,
        until: _,
    } = affiliation;
    let title = sieve.text(Kind::Title, FieldGroup::Title, title);
    let department = sieve.text(Kind::Department, FieldGroup::Title, department);
    // The company itself is taken through by whoever has the book; a link to nothing is mended there.
    Some(Affiliation { organization: *organization, title, department, from: None, until: None })
}

fn address(address: &Address, sieve: &mut Sieve<'_>) -> Option<Address> {
    let Address { label, street, city, region, postal_code, country } = address;
    let whole = [street, postal_code, city, region, country].map(|part| one_line(part));
    let whole =
        whole.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ");
    sieve.value(Kind::Address, FieldGroup::Address, label, &whole)?;
    Some(Address {
        label: if Labelled::LABELS.contains(&label.as_str()) { label.clone() } else { String::new() },
        street: clean(street),
        city: one_line(city),
        region: one_line(region),
        postal_code: one_line(postal_code),
        country: one_line(country),
    })
}

fn human_side(human: &HumanSide, sieve: &mut Sieve<'_>) -> HumanSide {
    let HumanSide { birthday, home, people, enjoys, interests, hobbies, avoids, gifts, starters } = human;
    let group = FieldGroup::HumanSide;
    // What stands in two of the lists is said once.
    let mut said = BTreeSet::from([fold(enjoys.trim())]);
    let mut once = |texts: &[String]| -> Vec<String> {
        texts.iter().filter(|text| said.insert(fold(text.trim()))).cloned().collect()
    };
    let (interests, hobbies) = (once(interests), once(hobbies));
    HumanSide {
        birthday: birthday
            .filter(|day| sieve.value(Kind::Birthday, FieldGroup::Birthday, "", &day_text(*day)).is_some()),
        home: sieve.lines(Kind::Home, group, home),
        people: sieve.lines(Kind::People, group, people),
        enjoys: sieve.lines(Kind::Enjoys, group, enjoys),
        interests: sieve.texts(Kind::Interest, group, &interests),
        hobbies: sieve.texts(Kind::Hobby, group, &hobbies),
        avoids: sieve.lines(Kind::Avoids, group, avoids),
        gifts: sieve.lines(Kind::Gifts, group, gifts),
        starters: sieve.lines(Kind::Starters, group, starters),
    }
}

/// A birthday as it stands in files: `1980-10-14`, `--10-14` (RFC 6350 §4.3.1).
pub(super) fn day_text(day: YearlessDate) -> String {
    match day.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", day.month, day.day),
        None => format!("--{:02}-{:02}", day.month, day.day),
    }
}

/// Takes a company through the sieve; none when nothing of it may be seen.
pub(super) fn organization(organization: &Organization, sieve: &mut Sieve<'_>) -> Option<Organization> {
    let Organization {
        id,
        name,
        reading,
        latin,
        city,
        website,
        // Earlier names and notes are the user's own knowledge; what it is a part of is another record.
        former_names,
        part_of: _,
        notes,
        created_at: _,
        updated_at: _,
    } = organization;
    former_names.iter().chain([notes]).for_each(|text| sieve.never(text));
    // A company may be called as somebody is.
    let others = sieve.known.take_others();
    let group = FieldGroup::Organization;
    let kept = Organization {
        id: *id,
        name: sieve.text(Kind::Organization, group, name),
        reading: if sieve.policy.allows(group) {
            leaks::withhold(&one_line(reading), &sieve.known)
        } else {
            String::new()
        },
        latin: if sieve.policy.allows(group) {
            leaks::withhold(&one_line(latin), &sieve.known)
        } else {
            String::new()
        },
        city: sieve.text(Kind::City, group, city),
        website: sieve.value(Kind::Website, FieldGroup::BusinessContact, "", website).unwrap_or_default(),
        ..Organization::default()
    };
    sieve.known = std::mem::take(&mut sieve.known).among(others);
    let is_seen = !kept.name.is_empty() || !kept.city.is_empty();
    is_seen.then_some(kept)
}

/// Takes a card through the sieve: of a card only what was thought of the person can be seen, and the picture not before
/// somebody has covered what stands on it.
pub(super) fn card(card: &Card, sieve: &mut Sieve<'_>) -> Card {
    let Card {
        id,
        contact,
        impressions,
        // Where and when one met, where the paper lies, what was read from the picture.
        front: _,
        back: _,
        received_on: _,
        event: _,
        exchange: _,
        whereabouts: _,
        superseded: _,
        recognized_text,
        created_at: _,
        updated_at: _,
    } = card;
    sieve.never(recognized_text);
    let impressions = impressions
        .iter()
        .map(|Impression { on, text }| Impression {
            on: *on,
            text: sieve.lines(Kind::Impression, FieldGroup::Impression, text),
        })
        .filter(|impression| !impression.text.is_empty())
        .collect();
    Card { id: *id, contact: *contact, impressions, ..Card::default() }
}

/// What a person has in the book beside the contact: the present company and the cards.
pub(super) struct Around<'a> {
    pub(super) organization: Option<&'a Organization>,
    pub(super) cards: Vec<&'a Card>,
}

impl<'a> Around<'a> {
    pub(super) fn of(book: &'a Book, contact: Id<Contact>, cards: Vec<&'a Card>) -> Self {
        let work = book.get(contact).and_then(|contact| contact.current_affiliation());
        let organization = work.and_then(|work| book.get(work.organization)).map(|found| &**found);
        Self { organization, cards }
    }
}
