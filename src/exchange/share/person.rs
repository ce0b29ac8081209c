//! One person as somebody else may see them.

use std::collections::BTreeSet;

use super::clean::{clean, one_line};
use super::leaks::{self, Known, Leak, LeakKind, Others, Private};
use super::policy::{Audience, Policy};
use super::sieve::{self, Around, Kind, Line, Sieve, Withheld};
use crate::model::{Book, Card, Contact, FieldGroup, Id, Organization};
use crate::text::Texts;

/// What may leave about one person, for one audience. Only the gate makes one ([`person`]); all that is written for others
/// is written from it.
#[derive(Debug, Clone)]
pub struct Shareable {
    audience: Audience,
    pub(super) contact: Contact,
    pub(super) organization: Option<Organization>,
    pub(super) comment: String,
    leaks: Vec<Leak>,
    known: Known,
    allowed: Vec<Line>,
    withheld: Vec<Withheld>,
    /// Name, company and title may be seen, whatever they are.
    shows_work: bool,
    pub(super) texts: Texts,
}

/// Takes a person through the gate. `comment` is what the user wrote for the occasion, `consents` what the person agreed to
/// ([`super::consents`]), `texts` the language of the recipient. Somebody who is not in the book gives an empty one.
pub fn person(
    book: &Book,
    subject: Id<Contact>,
    audience: Audience,
    comment: &str,
    consents: &[String],
    texts: &Texts,
) -> Shareable {
    through(book, subject, audience, &Policy::of(book, audience), (comment, consents), texts)
}

/// As [`person`], for a policy that is only thought of yet: what somebody of a circle would see.
pub fn preview(book: &Book, subject: Id<Contact>, groups: &BTreeSet<FieldGroup>, texts: &Texts) -> Shareable {
    through(book, subject, Audience::Circle(Id::NIL), &Policy::of_groups(groups), ("", &[]), texts)
}

fn through(
    book: &Book,
    subject: Id<Contact>,
    audience: Audience,
    policy: &Policy,
    (comment, consents): (&str, &[String]),
    texts: &Texts,
) -> Shareable {
    let nobody = Contact { id: subject, ..Contact::default() };
    let contact = book.get(subject).map_or(&nobody, |contact| &**contact);
    let policy = policy.about(book, contact);
    let known = Known::of(contact);
    // Third people are nobody's business: whoever is named is asked first.
    let mut others = Others::of(book).but(contact);
    if let Audience::Person(recipient) = audience
        && let Some(recipient) = book.get(recipient)
    {
        others = others.but(recipient);
    }
    let strict = known.clone().among(others);
    let mut sieve = Sieve::new(&policy, consents, strict.clone());
    let mut seen = sieve::contact(contact, &mut sieve);
    let mut cards: Vec<&Card> =
        book.cards.values().map(|card| &**card).filter(|card| card.contact == Some(subject)).collect();
    cards.sort_by_key(|card| card.day());
    let around = Around::of(book, subject, cards);
    let organization =
        around.organization.and_then(|organization| sieve::organization(organization, &mut sieve));
    if organization.is_none() {
        seen.affiliations.iter_mut().for_each(|affiliation| affiliation.organization = Id::NIL);
    }
    for card in around.cards {
        sieve::card(card, &mut sieve);
    }
    let (mut allowed, mut withheld) = (sieve.allowed, sieve.withheld);

    // What is kept back of their life may not be said in the comment either.
    let mut private = Private::default();
    for one in &withheld {
        let is_life = one.group == Some(FieldGroup::HumanSide);
        if is_life || one.group == Some(FieldGroup::Impression) {
            private.add_text(one.value(), !is_life);
        }
    }
    if let Some(day) = contact.human.birthday.filter(|_| seen.human.birthday.is_none()) {
        private.add_day(day);
    }
    let strict = strict.keeping(private);

    // What the recipient may see anyway, and how to reach the user, is no leak.
    let own = &book.header.owner;
    let open: Vec<String> = seen
        .emails
        .iter()
        .chain(&seen.phones)
        .chain(&seen.links)
        .chain(&own.emails)
        .chain(&own.phones)
        .map(|one| plain(&one.value))
        .filter(|value| !value.is_empty())
        .collect();
    let is_open = |text: &str| open.contains(&plain(text));
    let may_comment = policy.allows(FieldGroup::Comment);
    let leaks: Vec<Leak> = leaks::leaks_of(comment, &strict)
        .into_iter()
        .filter(|leak| !is_open(&comment[leak.range.clone()]))
        .collect();
    let kept = if may_comment { without(comment, &leaks, &strict, &is_open) } else { String::new() };
    if may_comment && !kept.is_empty() {
        allowed.push(Line { kind: Kind::Comment, value: kept.clone() });
    }
    withheld.sort_by_key(|withheld| (withheld.group.is_none(), withheld.group));
    Shareable {
        audience,
        contact: seen,
        organization,
        comment: kept,
        leaks,
        known,
        allowed,
        withheld,
        shows_work: [FieldGroup::Name, FieldGroup::Organization, FieldGroup::Title]
            .into_iter()
            .all(|group| policy.allows(group)),
        texts: texts.clone(),
    }
}

/// The comment without what leaks.
fn without(comment: &str, leaks: &[Leak], known: &Known, is_open: &dyn Fn(&str) -> bool) -> String {
    let mut kept = comment.to_owned();
    for leak in leaks.iter().rev() {
        kept.replace_range(leak.range.clone(), leaks::WITHHELD);
    }
    let kept = clean(&kept);
    // Cleaned and cut, the text may read otherwise than before.
    let left = leaks::leaks_of(&kept, known);
    if left.iter().all(|leak| is_open(&kept[leak.range.clone()])) {
        kept
    } else {
        leaks::withhold(&kept, known)
    }
}

/// Letters, digits and `@` alone, to compare what was typed with what is known.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric() || *sign == '@').flat_map(char::to_lowercase).collect()
}

impl Shareable {
    /// For whom it is.
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// About whom it is.
    pub fn subject(&self) -> Id<Contact> {
        self.contact.id
    }

    /// The name as it may be seen; empty when it may not.
    pub fn name(&self) -> String {
        one_line(&self.contact.display_name())
    }

    /// The name in Latin letters, where it is written otherwise.
    pub fn latin(&self) -> String {
        let latin = one_line(&self.contact.name.latin);
        if latin == self.name() { String::new() } else { latin }
    }

    /// What may be seen, in the order of the fields.
    pub fn allowed(&self) -> &[Line] {
        &self.allowed
    }

    /// What is kept back, what a policy could allow first.
    pub fn withheld(&self) -> &[Withheld] {
        &self.withheld
    }

    /// Whether name, company and title may be seen, also those that stand on a card and not in the book.
    pub fn shows_work(&self) -> bool {
        self.shows_work
    }

    /// The comment as it leaves.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// What leaks in the comment as it was typed, by its bytes.
    pub fn leaks(&self) -> &[Leak] {
        &self.leaks
    }

    /// Title, company and city.
    pub fn work(&self) -> String {
        let affiliation = self.contact.affiliations.first();
        let title = affiliation.map_or("", |affiliation| affiliation.title.as_str());
        let department = affiliation.map_or("", |affiliation| affiliation.department.as_str());
        let is_japanese = self.texts.locale() == crate::text::Locale::Ja;
        let organization = self.organization.as_ref().map_or("", |organization| {
            let latin = !is_japanese && !organization.latin.trim().is_empty();
            if latin { organization.latin.as_str() } else { organization.name.as_str() }
        });
        let city = self.organization.as_ref().map_or("", |organization| organization.city.as_str());
        joined([title, department, organization, city], self.comma())
    }

    /// Fields, offers and problems that may be seen, and languages.
    pub fn knowledge(&self) -> Vec<String> {
        let mut all: Vec<String> =
            self.contact.expertise.iter().map(|expertise| expertise.what.clone()).collect();
        all.extend(self.contact.offers.iter().chain(&self.contact.problems_solved).cloned());
        all.extend(self.contact.languages.iter().map(|tag| self.texts.language(tag)));
        let mut seen = BTreeSet::new();
        all.retain(|one| !one.is_empty() && seen.insert(one.clone()));
        all
    }

    /// All of it as text, in the language of the recipient.
    pub fn text(&self) -> String {
        let texts = &self.texts;
        let mut text = String::new();
        let mut line = |words: &str| {
            if !words.is_empty() {
                text.push_str(words);
                text.push('\n');
            }
        };
        let name = self.name();
        let latin = self.contact.name.latin.trim();
        if latin.is_empty() || latin == name {
            line(&name)
        } else {
            line(&format!("{name} ({latin})"))
        }
        line(&self.work());
        let knowledge = self.knowledge();
        line(&joined(knowledge.iter().map(String::as_str), self.comma()));
        if !self.comment.is_empty() {
            line(" ");
            line(&self.comment);
        }
        let mut reach = Vec::new();
        let mut pages = BTreeSet::new();
        for one in &self.allowed {
            // The page of a company may be noted with the person too.
            let is_page = matches!(one.kind, Kind::Link | Kind::Website);
            if is_page && !pages.insert(value_of(one.kind, &one.value)) {
                continue;
            }
            if matches!(
                one.kind,
                Kind::Mail | Kind::Phone | Kind::Link | Kind::Website | Kind::Address | Kind::Birthday
            ) || self.is_about_life(one.kind)
            {
                reach.push(texts.share_line(&self.shown(one), &one.kind.words(texts)));
            }
        }
        if !reach.is_empty() {
            line(" ");
            reach.iter().for_each(|words| line(words));
        }
        text.replace("\n \n", "\n\n").trim().to_owned()
    }

    fn comma(&self) -> &'static str {
        self.texts.locale().comma()
    }

    fn is_about_life(&self, kind: Kind) -> bool {
        use Kind::{Avoids, Enjoys, Gifts, Hobby, Home, Impression, Interest, Nickname, People, Starters};
        matches!(
            kind,
            Nickname | Home | People | Enjoys | Interest | Hobby | Avoids | Gifts | Starters | Impression
        )
    }

    /// A value as it is read: a birthday as a day.
    fn shown(&self, line: &Line) -> String {
        match (line.kind, self.contact.human.birthday) {
            (Kind::Birthday, Some(day)) => {
                let locale = self.texts.locale();
                let date = chrono::NaiveDate::from_ymd_opt(day.year.unwrap_or(2000), day.month, day.day);
                match (date, day.year) {
                    (Some(date), Some(_)) => locale.day_with_year(date),
                    (Some(date), None) => locale.day_short(date),
                    (None, _) => line.value.clone(),
                }
            }
            _ => line.value.clone(),
        }
    }

    /// Whether a line that was read from a picture may stay open: it stands in one field that may be seen. What reaches
    /// somebody must be all of an allowed value, for words of two fields make a third: with `info@example.de` allowed,
    /// `u.eberle@example.de` is not. An empty line, and one of which nothing was read, may not stay open.
    pub fn may_stand_open(&self, line: &str) -> bool {
        let mut rest = line.to_owned();
        for leak in leaks::leaks_of(line, &self.known).iter().rev() {
            let part = &line[leak.range.clone()];
            let same = |one: &Line| {
                is_of(one.kind, leak.kind) && value_of(one.kind, &one.value) == value_of(one.kind, part)
            };
            if leak.kind == LeakKind::Address {
                // A street stands on its own line, a part of an address: the line is compared as a whole below.
                if !self.allowed.iter().any(|one| one.kind == Kind::Address && is_within(line, &one.value)) {
                    return false;
                }
            } else if self.allowed.iter().any(same) {
                rest.replace_range(leak.range.clone(), " ");
            } else {
                return false;
            }
        }
        let is_whole = words(&rest).is_empty();
        if is_whole || words(line).is_empty() {
            return !words(line).is_empty();
        }
        let is_value = |one: &Line| {
            is_whole_only(one.kind) && value_of(one.kind, &one.value) == value_of(one.kind, rest.trim())
        };
        if self.allowed.iter().any(is_value) {
            return true;
        }
        // What reads like a name in a network or a piece of an address is none of the words of a name.
        let dotted = rest.split('.').skip(1).any(|after| after.starts_with(|sign: char| sign.is_lowercase()));
        if dotted || rest.contains(['@', '＠', '_', '\\']) {
            return false;
        }
        // The parts of one name stand in any order.
        let name = &self.contact.name;
        let shown = name.display("");
        let of_name: BTreeSet<String> =
            [&shown, &name.family, &name.given, &name.latin, &name.family_reading, &name.given_reading]
                .into_iter()
                .flat_map(|text| words(text))
                .collect();
        if words(&rest).iter().all(|word| of_name.contains(word)) || is_misread(&rest, &of_name) {
            return true;
        }
        let organization = || {
            self.organization.iter().flat_map(|organization| {
                [&organization.name, &organization.latin, &organization.reading].map(String::as_str)
            })
        };
        if is_misread(&rest, &organization().flat_map(words).collect()) {
            return true;
        }
        // A comment was written for the occasion and stands on no card.
        let fields: Vec<&str> = self
            .allowed
            .iter()
            .filter(|one| one.kind != Kind::Comment && !is_whole_only(one.kind))
            .map(|one| one.value.as_str())
            .chain(organization())
            .chain([shown.as_str()])
            .filter(|field| !words(field).is_empty())
            .collect();
        fields.iter().any(|field| is_within(&rest, field) || is_misread_sign(&rest, field))
            || is_two_of(&rest, &fields)
    }
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(crate::text::fold::fold).collect()
}

/// Whether a line is a name in which a reader took a letter for another one: several words of letters, at least half of them
/// as they are known, the others nearly. What reaches somebody has signs, digits, or one word.
fn is_misread(line: &str, known: &BTreeSet<String>) -> bool {
    let read = words(line);
    let plain = |word: &String| word.chars().all(char::is_alphabetic);
    let exact = read.iter().filter(|word| known.contains(*word)).count();
    let is_near = |word: &String| {
        let length = word.chars().count();
        let allowed = if length >= 8 { 2 } else { 1 };
        known.contains(word)
            || (length >= 4
                && known
                    .iter()
                    .any(|other| other.chars().count() >= 4 && strsim::osa_distance(word, other) <= allowed))
    };
    read.len() > 1
        && 2 * exact >= read.len()
        && !line.contains([':', '/', '+', '#'])
        && read.iter().all(|word| plain(word) && is_near(word))
}

/// Whether a line is two fields one behind the other, each whole: title and department share a line on many cards.
fn is_two_of(line: &str, fields: &[&str]) -> bool {
    let read = words(line);
    let unspaced = read.iter().all(|word| !word.is_ascii());
    fields.iter().enumerate().any(|(at, first)| {
        fields.iter().enumerate().any(|(other, second)| {
            let both: Vec<String> = words(first).into_iter().chain(words(second)).collect();
            at != other && (both == read || (unspaced && both.concat() == read.concat()))
        })
    })
}

/// Whether a line is a text without blanks in which a reader took a sign for another one: as many signs, of four at most one
/// another, all of them letters.
fn is_misread_sign(line: &str, text: &str) -> bool {
    let (read, known) = (words(line).concat(), words(text).concat());
    let count = read.chars().count();
    let plain = |sign: char| !sign.is_ascii() && sign.is_alphabetic();
    count >= 4
        && known.chars().count() == count
        && read.chars().all(plain)
        && known.chars().all(plain)
        && 4 * read.chars().zip(known.chars()).filter(|(a, b)| a != b).count() <= count
}

/// Whether the words of a line stand one behind the other in a text. Japanese has no blanks between them: there the
/// line is a part of it.
fn is_within(line: &str, text: &str) -> bool {
    let (read, all) = (words(line), words(text));
    if read.is_empty() {
        return false;
    }
    let whole = read.concat();
    let unspaced = whole.chars().count() > 1 && whole.chars().all(|sign| !sign.is_ascii());
    all.windows(read.len()).any(|part| part == read.as_slice()) || (unspaced && all.concat().contains(&whole))
}

/// Whether a field is seen as a whole or not at all.
fn is_whole_only(kind: Kind) -> bool {
    matches!(kind, Kind::Mail | Kind::Phone | Kind::Link | Kind::Website | Kind::Birthday)
}

fn is_of(kind: Kind, leak: LeakKind) -> bool {
    match leak {
        LeakKind::Mail => kind == Kind::Mail,
        LeakKind::Phone => kind == Kind::Phone,
        LeakKind::Link | LeakKind::Handle => matches!(kind, Kind::Link | Kind::Website),
        LeakKind::Address => kind == Kind::Address,
        LeakKind::Birthday => kind == Kind::Birthday,
        LeakKind::Name | LeakKind::Life => false,
    }
}

/// A value in the writing in which two of the same are equal: a number in digits, an address without blanks and scheme.
pub(super) fn value_of(kind: Kind, value: &str) -> String {
    if kind == Kind::Phone {
        let other = |sign: char| sign.is_alphabetic();
        // With letters it is more than a number.
        if value.contains(other) {
            return value.to_owned();
        }
        return value.chars().filter(char::is_ascii_digit).collect();
    }
    let value: String =
        value.chars().filter(|sign| !sign.is_whitespace()).flat_map(char::to_lowercase).collect();
    let bare = value.split_once("://").map_or(value.as_str(), |(_, rest)| rest);
    let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/').to_owned()
}

impl Kind {
    /// What it is called.
    pub fn words(self, texts: &Texts) -> String {
        match self {
            Self::Name => texts.share_kind_name(),
            Self::Nickname => texts.share_kind_nickname(),
            Self::Organization => texts.share_kind_organization(),
            Self::City => texts.share_kind_city(),
            Self::Website => texts.share_kind_website(),
            Self::Title => texts.share_kind_title(),
            Self::Department => texts.share_kind_department(),
            Self::Expertise => texts.share_kind_expertise(),
            Self::Problem => texts.share_kind_problem(),
            Self::Offer => texts.share_kind_offer(),
            Self::Language => texts.share_kind_language(),
            Self::Comment => texts.share_kind_comment(),
            Self::Mail => texts.share_kind_mail(),
            Self::Phone => texts.share_kind_phone(),
            Self::Link => texts.share_kind_link(),
            Self::Address => texts.share_kind_address(),
            Self::Birthday => texts.share_kind_birthday(),
            Self::Home => texts.share_kind_home(),
            Self::People => texts.share_kind_people(),
            Self::Enjoys => texts.share_kind_enjoys(),
            Self::Interest => texts.share_kind_interest(),
            Self::Hobby => texts.share_kind_hobby(),
            Self::Avoids => texts.share_kind_avoids(),
            Self::Gifts => texts.share_kind_gifts(),
            Self::Starters => texts.share_kind_starters(),
            Self::Impression => texts.share_kind_impression(),
            Self::Private => texts.share_kind_private(),
            Self::Typed(leak) => return texts.share_kind_typed(leak.words(texts)),
        }
        .to_owned()
    }
}

impl leaks::LeakKind {
    /// What it is called.
    pub fn words(self, texts: &Texts) -> &str {
        match self {
            Self::Mail => texts.share_kind_mail(),
            Self::Phone => texts.share_kind_phone(),
            Self::Handle => texts.share_kind_handle(),
            Self::Link => texts.share_kind_link(),
            Self::Address => texts.share_kind_address(),
            Self::Name => texts.share_kind_somebody(),
            Self::Birthday => texts.share_kind_birthday(),
            Self::Life => texts.share_kind_life(),
        }
    }
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a str>, comma: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(comma)
}
