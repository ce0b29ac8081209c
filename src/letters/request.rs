//! Letters about introductions: asking for one, asking both sides, introducing.
//!
//! Owns the drafts. They say what the book's owner would say to an acquaintance, and nothing that lies in the book about
//! others but name and work, and the address of one to whom somebody is introduced where the gate lets it through: no other
//! address, no number. Must not know how a letter is sent. Start reading at [`Request`].
//!
//! Invariant: a draft names no way to reach anybody that the gate withholds
//! (`tests::no_draft_gives_away_how_to_reach_somebody`, `tests::an_address_is_told_only_where_its_owner_agreed`).

use super::Letter;
use super::address::{best_of, check_address};
use crate::exchange::share;
use crate::model::{Book, Contact, Id};
use crate::text::names::is_east_asian;
use crate::text::{Locale, Texts};

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// The one who is asked is to introduce me to `next`; in the end it is about `target`, perhaps the same one.
    Reach {
        /// Whom they know.
        next: Id<Contact>,
        /// Whom I want to reach.
        target: Id<Contact>,
    },
    /// Whether they want to be introduced to somebody.
    MayIntroduce {
        /// To whom.
        other: Id<Contact>,
    },
    /// Both agreed: here is the other one.
    Introduce {
        /// To whom.
        other: Id<Contact>,
    },
    /// They did not want it: thanks for saying so.
    Respect {
        /// The other one was not asked, so has heard nothing of them.
        untold: bool,
    },
    /// They were asked, and nothing comes of it; the reason and who said so stay with me.
    Release {
        /// To whom they will not be introduced.
        other: Id<Contact>,
        /// They had agreed.
        agreed: bool,
    },
    /// Whether they can help me with something, which is said in the letter.
    Help,
    /// What became of it.
    AskAfter {
        /// To whom they were introduced.
        other: Id<Contact>,
    },
    /// What became of a card that they got from me.
    AskPassedOn {
        /// Whose card it is.
        subject: Id<Contact>,
    },
    /// What became of a lead that they gave me.
    TellOutcome {
        /// To whom they led me.
        subject: Id<Contact>,
    },
}

/// Returns the language in which to write to somebody: the first one of theirs that we speak, else what their name is
/// written in, else another one.
pub fn language_for(contact: &Contact, otherwise: Locale) -> Locale {
    let spoken = contact.languages.iter().find_map(|tag| Locale::from_tag(tag));
    let written = || is_east_asian(&contact.name.family).then_some(Locale::Ja);
    spoken.or_else(written).unwrap_or(otherwise)
}

impl Request {
    /// Drafts the letter to somebody in a language; `about` says what it is about, in the user's words, and may be empty.
    pub fn draft(self, book: &Book, asked: Id<Contact>, about: &str, texts: &Texts) -> Letter {
        let locale = texts.locale();
        let addressed =
            book.get(asked).map(|contact| contact.name.addressed(locale.tag())).unwrap_or_default();
        let greeting = texts.letters_greeting(&addressed);
        // Whom they know already is named in full; of whom they are to get to know, what the gate lets through.
        let named = |id: Id<Contact>| introduced(book, id, texts);
        let told = |id: Id<Contact>| shared(book, id, asked, texts);
        let name = |id: Id<Contact>| book.get(id).map(|contact| polite(contact, texts)).unwrap_or_default();
        let seen = |id: Id<Contact>| shared_name(book, id, asked, texts);
        // Behind the first mention it is enough to say how the name is read.
        let short = |id: Id<Contact>| shared_short(book, id, asked, texts);
        let (subject, middle) = match self {
            Self::Reach { next, target } if next == target => (
                texts.letters_reach_subject(&name(target)),
                texts.letters_reach(&name(target), &named(target)),
            ),
            Self::Reach { next, target } => (
                texts.letters_reach_subject(&name(next)),
                texts.letters_reach_through(&name(next), &seen(target), &told(target)),
            ),
            Self::MayIntroduce { other } => {
                (texts.letters_may_subject(&short(other)), texts.letters_may(&told(other)))
            }
            Self::Introduce { other } => {
                (texts.letters_introduce_subject(&short(other)), texts.letters_introduce(&told(other)))
            }
            Self::Respect { untold } => {
                let thanks = if untold { texts.letters_respect_unknown() } else { texts.letters_respect() };
                (texts.letters_respect_subject().to_owned(), thanks.to_owned())
            }
            Self::Release { other, .. } => {
                (texts.letters_release_subject().to_owned(), texts.letters_release(&seen(other)))
            }
            Self::Help => (texts.letters_help_subject().to_owned(), texts.letters_help().to_owned()),
            Self::AskAfter { other } => {
                (texts.letters_after_subject(&short(other)), texts.letters_after(&seen(other)))
            }
            Self::AskPassedOn { subject } => {
                (texts.letters_passed_subject(&seen(subject)), texts.letters_passed(&seen(subject)))
            }
            // Who led me there knows the name.
            Self::TellOutcome { subject } => {
                (texts.letters_lead_subject(&name(subject)), texts.letters_lead(&name(subject)))
            }
        };
        let reach = match self {
            Self::Introduce { other } => mail_for(book, other, asked, texts)
                .map(|mail| texts.letters_introduce_mail(&mail, &short(other)))
                .unwrap_or_default(),
            _ => String::new(),
        };
        let about = withheld_in(book, about, self.about().chain([asked]));
        let tells = matches!(
            self,
            Self::Reach { .. } | Self::MayIntroduce { .. } | Self::Introduce { .. } | Self::Help
        );
        let about = if about.is_empty() || !tells { String::new() } else { texts.letters_about(&about) };
        let ending = match self {
            Self::Reach { .. } | Self::Help => texts.letters_reach_ending(),
            Self::MayIntroduce { .. } => texts.letters_may_ending(),
            Self::Introduce { .. } => texts.letters_introduce_ending(),
            Self::Respect { .. } => texts.letters_respect_ending(),
            Self::Release { agreed: true, .. } => texts.letters_release_ending(),
            Self::Release { agreed: false, .. } => texts.letters_release_open_ending(),
            Self::AskAfter { .. } | Self::AskPassedOn { .. } => texts.letters_after_ending(),
            Self::TellOutcome { .. } => texts.letters_lead_ending(),
        };
        let owner = book.header.owner.name.display(locale.tag());
        let closing = texts.letters_closing();
        let parts = [greeting.as_str(), &middle, &about, &reach, ending, closing];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
        let mut body = parts.join("\n\n");
        if !owner.is_empty() {
            body.push('\n');
            body.push_str(&owner);
        }
        Letter { subject, body }
    }

    /// Whom a letter speaks of.
    fn about(self) -> impl Iterator<Item = Id<Contact>> {
        let (one, other) = match self {
            Self::Reach { next, target } => (Some(next), Some(target)),
            Self::MayIntroduce { other }
            | Self::Introduce { other }
            | Self::Release { other, .. }
            | Self::AskAfter { other }
            | Self::AskPassedOn { subject: other }
            | Self::TellOutcome { subject: other } => (Some(other), None),
            Self::Respect { .. } | Self::Help => (None, None),
        };
        one.into_iter().chain(other)
    }
}

/// The address by which somebody may reach another person, as far as the gate lets one through: because the circles show it,
/// or because its owner agreed.
pub fn mail_for(book: &Book, owner: Id<Contact>, reader: Id<Contact>, texts: &Texts) -> Option<String> {
    let seen = seen_by(book, owner, reader, texts)?;
    let mails = seen.allowed().iter().filter(|line| line.kind == share::Kind::Mail);
    let mails: Vec<&str> = mails.map(|line| line.value.as_str()).collect();
    best_of(&mails).filter(|mail| check_address(mail).is_ok()).map(str::to_owned)
}

/// "Ines Albrecht (Head of development, Nordglas GmbH)".
fn introduced(book: &Book, id: Id<Contact>, texts: &Texts) -> String {
    let Some(contact) = book.get(id) else { return String::new() };
    let affiliation = contact.current_affiliation();
    let company = affiliation.and_then(|place| book.get(place.organization)).map(|it| it.name.trim());
    let title = affiliation.map(|place| place.title.trim());
    let work: Vec<&str> = [title, company].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let name = polite(contact, texts);
    if work.is_empty() { name } else { texts.letters_with_work(&name, &work.join(", ")) }
}

/// Somebody as another person may see them: name and work as far as the circles allow them.
pub(super) fn shared(book: &Book, id: Id<Contact>, reader: Id<Contact>, texts: &Texts) -> String {
    let Some(seen) = seen_by(book, id, reader, texts) else { return String::new() };
    let (name, written) = readable(&seen, texts);
    // One bracket for how the name is written and what they do.
    let behind = [written, seen.work()];
    let behind: Vec<&str> = behind.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if behind.is_empty() { name } else { texts.letters_with_work(&name, &behind.join(", ")) }
}

/// The name of somebody as another person may see it.
pub(super) fn shared_name(book: &Book, id: Id<Contact>, reader: Id<Contact>, texts: &Texts) -> String {
    let Some(seen) = seen_by(book, id, reader, texts) else { return String::new() };
    let (name, written) = readable(&seen, texts);
    if written.is_empty() { name } else { texts.letters_with_work(&name, &written) }
}

/// The name as the reader reads it, without how it is written.
fn shared_short(book: &Book, id: Id<Contact>, reader: Id<Contact>, texts: &Texts) -> String {
    seen_by(book, id, reader, texts).map(|seen| readable(&seen, texts).0).unwrap_or_default()
}

/// A name for the reader of a letter, and beside it how it is written where the reader does not read that: "Wada Megumi"
/// and 和田 恵, as far as the book knows it in Latin letters.
fn readable(seen: &share::Shareable, texts: &Texts) -> (String, String) {
    let (name, latin) = (seen.name(), seen.latin());
    if texts.locale() != Locale::Ja && !latin.is_empty() && is_east_asian(&name) {
        (latin, name)
    } else {
        (named(&name, texts), String::new())
    }
}

fn seen_by(book: &Book, id: Id<Contact>, reader: Id<Contact>, texts: &Texts) -> Option<share::Shareable> {
    book.get(id)?;
    let agreed = share::consents(book, id, reader);
    Some(share::person(book, id, share::Audience::Person(reader), "", &agreed, texts))
}

/// A name that came through the gate as a letter mentions it; without one there is a word for it.
fn named(name: &str, texts: &Texts) -> String {
    match (name.is_empty(), texts.locale()) {
        (true, _) => texts.passon_nameless().to_owned(),
        (false, Locale::Ja) => texts.letters_polite(name),
        (false, Locale::En | Locale::De) => name.to_owned(),
    }
}

/// What was typed freely, without ways to reach anybody and without names of anybody but the people it is about or for.
pub(super) fn withheld_in(book: &Book, typed: &str, people: impl Iterator<Item = Id<Contact>>) -> String {
    share::withhold_among(book, typed, &people.collect::<Vec<_>>())
}

/// A name as a letter mentions it: in Japanese with 様 behind it.
fn polite(contact: &Contact, texts: &Texts) -> String {
    match texts.locale() {
        Locale::Ja => texts.letters_polite(&contact.display_name()),
        Locale::En | Locale::De => contact.display_name(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Affiliation, Circle, FieldGroup, InBook as _, Labelled, Organization, PersonName};

    fn book() -> Book {
        let mut book = Book::default();
        let mut put = |id, name: &str, tag: &str| {
            let contact = Contact {
                id: Id::new(id),
                name: PersonName::parse(name),
                languages: vec![tag.to_owned()],
                emails: vec![Labelled::new("work", "ines@example.com")],
                phones: vec![Labelled::new("work", "+49 30 123456")],
                circles: [Id::new(1)].into(),
                affiliations: vec![Affiliation {
                    organization: Id::new(1),
                    title: "Head of development".to_owned(),
                    ..Affiliation::default()
                }],
                ..Contact::default()
            };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        };
        put(1, "Jonas Weber", "de-DE");
        put(2, "田中 遥", "ja");
        put(3, "Ines Albrecht", "fr");
        let nordglas =
            Organization { id: Id::new(1), name: "Nordglas".to_owned(), ..Organization::default() };
        Organization::table_mut(&mut book).insert(nordglas.id, Arc::new(nordglas));
        let shared = [FieldGroup::Name, FieldGroup::Organization, FieldGroup::Title].into();
        let circle = Circle { id: Id::new(1), shared, ..Circle::default() };
        Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        let mut header = (*book.header).clone();
        header.owner.name = PersonName::parse("Kim Sommer");
        book.header = Arc::new(header);
        book
    }

    #[test]
    fn whoever_is_asked_learns_no_more_than_their_circles_may_see() {
        let mut book = book();
        Circle::table_mut(&mut book).remove(&Id::new(1));
        let texts = Texts::new(Locale::En);
        let letter = Request::MayIntroduce { other: Id::new(3) }.draft(&book, Id::new(1), "", &texts);
        assert!(
            letter.body.contains("Ines Albrecht") && !letter.body.contains("Nordglas"),
            "{}",
            letter.body
        );
    }

    #[test]
    fn a_name_that_is_withheld_stands_in_no_letter() {
        let mut book = book();
        let unnamed = Circle { id: Id::new(1), shared: [FieldGroup::Title].into(), ..Circle::default() };
        Circle::table_mut(&mut book).insert(unnamed.id, Arc::new(unnamed));
        let other = Id::new(3);
        for texts in Locale::ALL.map(Texts::new) {
            for request in [
                Request::MayIntroduce { other },
                Request::Introduce { other },
                Request::Release { other, agreed: true },
                Request::AskAfter { other },
                Request::AskPassedOn { subject: other },
            ] {
                let letter = request.draft(&book, Id::new(1), "", &texts);
                let whole = format!("{}\n{}", letter.subject, letter.body);
                assert!(!whole.contains("Albrecht") && whole.contains(texts.passon_nameless()), "{whole}");
            }
        }
    }

    #[test]
    fn what_it_is_about_gives_nobody_away() {
        let book = book();
        let about = "thin glass, ines@example.com or +49 30 123456";
        for texts in Locale::ALL.map(Texts::new) {
            for request in all() {
                let body = request.draft(&book, Id::new(1), about, &texts).body;
                let leaks = body.contains('@') || body.contains("123456");
                assert!(body.contains("thin glass") && !leaks, "{body}");
            }
        }
    }

    #[test]
    fn a_no_is_thanked_for_and_told_on_without_a_reason() {
        let book = book();
        for texts in Locale::ALL.map(Texts::new) {
            let told = Request::Release { other: Id::new(3), agreed: true }.draft(
                &book,
                Id::new(1),
                "thin glass",
                &texts,
            );
            assert!(
                told.body.contains("Ines Albrecht") && !told.body.contains("thin glass"),
                "{}",
                told.body
            );
            let thanked = Request::Respect { untold: false }.draft(&book, Id::new(3), "thin glass", &texts);
            assert!(
                !thanked.body.contains("Jonas") && !thanked.body.contains("thin glass"),
                "{}",
                thanked.body
            );
            let after = Request::AskAfter { other: Id::new(3) }.draft(&book, Id::new(1), "", &texts);
            assert!(
                after.body.contains("Ines Albrecht") && !after.body.contains("Nordglas"),
                "{}",
                after.body
            );
        }
    }

    #[test]
    fn a_name_in_another_writing_is_told_so_that_it_can_be_read() {
        let mut book = book();
        let mut tanaka = Contact::clone(book.get(Id::new(2)).expect("a person"));
        tanaka.name.latin = "Tanaka Haruka".to_owned();
        Contact::table_mut(&mut book).insert(tanaka.id, Arc::new(tanaka));
        let other = Id::new(2);
        let draft = |request: Request, locale| request.draft(&book, Id::new(1), "", &Texts::new(locale));
        for locale in [Locale::En, Locale::De] {
            let may = draft(Request::MayIntroduce { other }, locale);
            assert!(
                may.body.contains("Tanaka Haruka (田中 遥, Head of development, Nordglas)"),
                "{}",
                may.body
            );
            assert!(may.subject.contains("Tanaka Haruka") && !may.subject.contains('田'), "{}", may.subject);
            let told = draft(Request::Release { other, agreed: true }, locale);
            assert!(told.body.contains("Tanaka Haruka (田中 遥)"), "{}", told.body);
        }
        let japanese = draft(Request::Release { other, agreed: true }, Locale::Ja);
        assert!(
            japanese.body.contains("田中 遥様") || japanese.body.contains("田中 遥 様"),
            "{}",
            japanese.body
        );
        assert!(!japanese.body.contains("Tanaka"));
    }

    #[test]
    fn only_who_was_told_nothing_is_told_so_and_only_who_agreed_is_thanked_for_it() {
        let book = book();
        for texts in Locale::ALL.map(Texts::new) {
            let body = |request: Request| request.draft(&book, Id::new(3), "", &texts).body;
            let (told, untold) = (Request::Respect { untold: false }, Request::Respect { untold: true });
            let nothing = [
                "nobody has learned anything about you",
                "niemand hat etwas über Sie erfahren",
                "先方には何もお伝えしておりません",
            ];
            let says = |body: &str| nothing.iter().any(|words| body.contains(words));
            assert_eq!((says(&body(told)), says(&body(untold))), (false, true));
            let release = |agreed| body(Request::Release { other: Id::new(1), agreed });
            assert!(release(true).contains(texts.letters_release_ending()));
            assert!(!release(false).contains(texts.letters_release_ending()));
        }
    }

    fn all() -> [Request; 4] {
        let (other, target) = (Id::new(3), Id::new(3));
        [
            Request::Reach { next: target, target },
            Request::Reach { next: Id::new(2), target },
            Request::MayIntroduce { other },
            Request::Introduce { other },
        ]
    }

    #[test]
    fn a_letter_is_written_in_the_language_of_whoever_gets_it() {
        let book = book();
        let language = |id| language_for(book.get(Id::new(id)).expect("a person"), Locale::En);
        assert_eq!([language(1), language(2), language(3)], [Locale::De, Locale::Ja, Locale::En]);
        let unknown = Contact { name: PersonName::parse("佐藤 花"), ..Contact::default() };
        assert_eq!(language_for(&unknown, Locale::De), Locale::Ja);
    }

    #[test]
    fn a_request_says_whom_and_who_asks() {
        let book = book();
        for locale in Locale::ALL {
            let texts = Texts::new(locale);
            for request in all() {
                let letter = request.draft(&book, Id::new(1), "thin glass", &texts);
                for words in ["Jonas Weber", "Ines Albrecht", "Nordglas", "thin glass", "Kim Sommer"] {
                    assert!(letter.body.contains(words), "{words}: {}", letter.body);
                }
                assert!(!letter.subject.is_empty() && !letter.subject.contains('\n'));
                let without = request.draft(&book, Id::new(1), " ", &texts);
                assert!(!without.body.contains("\n\n\n") && without.body.len() < letter.body.len());
            }
        }
    }

    #[test]
    fn an_address_is_told_only_where_its_owner_agreed() {
        let (jonas, ines, tanaka) = (Id::new(1), Id::new(3), Id::new(2));
        let mut book = book();
        let consent =
            crate::model::Consent { what: "mail:ines@example.com".to_owned(), ..Default::default() };
        let introduction = crate::model::Introduction {
            id: Id::new(1),
            a: crate::model::Party::Contact(jonas),
            b: crate::model::Party::Contact(ines),
            agreed_b: vec![consent],
            ..Default::default()
        };
        crate::model::Introduction::table_mut(&mut book).insert(introduction.id, Arc::new(introduction));
        for texts in Locale::ALL.map(Texts::new) {
            let body = |to, other| Request::Introduce { other }.draft(&book, to, "", &texts).body;
            assert!(body(jonas, ines).contains("ines@example.com"), "{}", body(jonas, ines));
            let said = [
                "You reach Ines Albrecht at ines@example.com.",
                "Ines Albrecht erreichen Sie unter ines@example.com.",
                "Ines Albrecht様のメールアドレスは ines@example.com です。",
            ];
            assert!(said.iter().any(|said| body(jonas, ines).contains(said)), "{}", body(jonas, ines));
            assert!(!body(ines, jonas).contains('@'), "he did not agree");
            assert!(!body(tanaka, ines).contains('@'), "agreed for Jonas alone");
            let asked = Request::MayIntroduce { other: ines }.draft(&book, jonas, "", &texts).body;
            assert!(!asked.contains('@'), "{asked}");
        }
    }

    #[test]
    fn no_draft_gives_away_how_to_reach_somebody() {
        let book = book();
        for texts in Locale::ALL.map(Texts::new) {
            for request in all() {
                let letter = request.draft(&book, Id::new(2), "", &texts);
                let digits = letter.body.chars().filter(char::is_ascii_digit).count();
                assert!(!letter.body.contains('@') && digits == 0, "{}", letter.body);
            }
        }
    }
}
