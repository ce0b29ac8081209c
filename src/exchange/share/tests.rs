use super::*;
use crate::model::*;
use crate::text::{Locale, Texts};
use std::sync::Arc;

fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

/// Haruka in the circle 1 of makers, Amara in 1 and 2, Jonas in none.
fn story() -> Book {
    let mut book = Book::default();
    let circle = |id, shared: &[FieldGroup]| Circle {
        id: Id::new(id),
        shared: shared.iter().copied().collect(),
        ..Circle::default()
    };
    put(
        &mut book,
        circle(
            1,
            &[
                FieldGroup::Name,
                FieldGroup::Organization,
                FieldGroup::Title,
                FieldGroup::Expertise,
                FieldGroup::Comment,
            ],
        ),
    );
    put(&mut book, circle(2, &[FieldGroup::Name, FieldGroup::BusinessContact]));
    put(
        &mut book,
        Organization {
            id: Id::new(3),
            name: "東雲精機".to_owned(),
            latin: "Shinonome Precision".to_owned(),
            city: "Tokyo".to_owned(),
            ..Organization::default()
        },
    );
    let mut name = PersonName::new("遥", "田中");
    name.latin = "Tanaka Haruka".to_owned();
    put(
        &mut book,
        Contact {
            id: Id::new(10),
            name,
            affiliations: vec![Affiliation {
                organization: Id::new(3),
                title: "Lead researcher, call 03-1234-5678".to_owned(),
                ..Affiliation::default()
            }],
            emails: vec![
                Labelled::new("work", "haruka.tanaka@example.jp"),
                Labelled::new("", "haruka@home.example"),
            ],
            phones: vec![Labelled::new("mobile", "090-1234-5678"), Labelled::new("work", "+81 3 1234 5678")],
            expertise: vec![Expertise { what: "salt-water bearings".to_owned(), ..Expertise::default() }],
            languages: vec!["ja".to_owned(), "en".to_owned()],
            circles: [Id::new(1)].into(),
            notes: "secret".to_owned(),
            ..Contact::default()
        },
    );
    put(
        &mut book,
        Contact {
            id: Id::new(11),
            name: PersonName::parse("Amara Adeyemi"),
            circles: [Id::new(1), Id::new(2)].into(),
            ..Contact::default()
        },
    );
    put(
        &mut book,
        Contact {
            id: Id::new(12),
            name: PersonName::parse("Jonas Weber"),
            emails: vec![Labelled::new("work", "jonas@example.de")],
            ..Contact::default()
        },
    );
    book
}

const HARUKA: Id<Contact> = Id::new(10);
const AMARA: Id<Contact> = Id::new(11);
const JONAS: Id<Contact> = Id::new(12);

fn shared(audience: Audience, comment: &str) -> Shareable {
    person(&story(), HARUKA, audience, comment, &[], &Texts::new(Locale::En))
}

#[test]
fn a_circle_sees_what_its_policy_says_and_no_more() {
    let makers = shared(Audience::Circle(Id::new(1)), "Calm, exact.");
    assert_eq!(
        makers.text(),
        "田中 遥 (Tanaka Haruka)\nLead researcher, call …, Shinonome Precision, Tokyo\nsalt-water bearings, Japanese, English\n\nCalm, exact."
    );
    let kept: Vec<&str> = makers.withheld().iter().map(Withheld::value).collect();
    assert_eq!(
        kept,
        [
            "haruka.tanaka@example.jp",
            "+81 3 1234 5678",
            "haruka@home.example",
            "090-1234-5678",
            "03-1234-5678",
            "secret"
        ]
    );
}

#[test]
fn somebody_of_two_circles_sees_what_either_may_and_a_label_decides_what_is_business() {
    let amara = shared(Audience::Person(AMARA), "");
    let text = amara.text();
    assert!(text.contains("haruka.tanaka@example.jp") && text.contains("+81 3 1234 5678"), "{text}");
    assert!(!text.contains("home.example") && !text.contains("090"), "{text}");
}

#[test]
fn without_a_circle_the_least_is_shared_in_both_directions() {
    let jonas = shared(Audience::Person(JONAS), "Hello");
    assert_eq!(jonas.text(), "田中 遥 (Tanaka Haruka)\n\nHello");
    let gone = shared(Audience::Circle(Id::new(99)), "Hello");
    assert_eq!(gone.text(), jonas.text(), "a circle that was deleted");
    let of_jonas = person(&story(), JONAS, Audience::Person(AMARA), "Hi", &[], &Texts::new(Locale::En));
    assert_eq!(of_jonas.text(), "Jonas Weber\n\nHi");
}

#[test]
fn a_consent_opens_one_value_for_one_recipient() {
    let texts = Texts::new(Locale::En);
    let mut book = story();
    let before = person(&book, HARUKA, Audience::Person(JONAS), "", &[], &texts);
    let mail =
        before.withheld().iter().find(|withheld| withheld.value().starts_with("haruka.tanaka")).unwrap();
    assert!(mail.can_be_unlocked());
    let referral = Referral {
        id: Id::new(20),
        subject: HARUKA,
        recipient: Party::Contact(JONAS),
        consents: vec![mail.key()],
        ..Referral::default()
    };
    put(&mut book, referral);
    assert_eq!(consents(&book, HARUKA, AMARA), Vec::<String>::new());
    let agreed = consents(&book, HARUKA, JONAS);
    let after = person(&book, HARUKA, Audience::Person(JONAS), "", &agreed, &texts);
    assert!(after.text().contains("haruka.tanaka@example.jp") && !after.text().contains("home.example"));
    let private = before.withheld().iter().find(|withheld| withheld.value() == "secret").unwrap();
    assert!(!private.can_be_unlocked());
}

#[test]
fn a_comment_leaves_without_what_leaks_and_says_where_it_stands() {
    let comment = "Ask her: null neun null eins zwei drei vier fünf sechs. \u{202e}Calm.\u{202c}";
    let makers = shared(Audience::Circle(Id::new(1)), comment);
    assert_eq!(makers.comment(), "Ask her: …. Calm.");
    assert_eq!(makers.leaks().len(), 1);
    assert_eq!(&comment[makers.leaks()[0].range.clone()], "null neun null eins zwei drei vier fünf sechs");
    // What may be seen anyway is no leak.
    let amara = shared(Audience::Person(AMARA), "Write to haruka.tanaka@example.jp, not haruka@home.example");
    assert_eq!(amara.comment(), "Write to haruka.tanaka@example.jp, not …");
}

#[test]
fn a_name_that_is_also_the_address_is_said_in_a_comment() {
    let mut book = story();
    let jonas = Contact {
        id: JONAS,
        name: PersonName::parse("Jonas Weber"),
        emails: vec![Labelled::new("home", "jonas@weber.de")],
        circles: [Id::new(1)].into(),
        ..Contact::default()
    };
    put(&mut book, jonas);
    let texts = Texts::new(Locale::En);
    let said =
        |comment| person(&book, JONAS, Audience::Person(AMARA), comment, &[], &texts).comment().to_owned();
    for comment in ["Jonas Weber, der beste Gießer", "Jonas Weber and his desk"] {
        assert_eq!(said(comment), comment);
    }
    for comment in
        ["jonas@weber.de", "jonas, weber, de", "Jonas at Weber punkt de", "J o n a s @ w e b e r . d e"]
    {
        assert!(!said(comment).to_lowercase().contains("weber"), "{}", said(comment));
    }
}

#[test]
fn third_people_are_named_nowhere() {
    let mut book = story();
    let mut haruka = Contact::clone(&book.contacts[&HARUKA]);
    haruka.offers = vec!["grinding, as for Anna Keller".to_owned(), "bearings of 田中 遥".to_owned()];
    haruka.affiliations[0].title = "Assistant of Frau Keller".to_owned();
    put(&mut book, haruka);
    let anna = Contact {
        id: Id::new(15),
        name: PersonName::parse("Anna Keller"),
        circles: [Id::new(1)].into(),
        ..Contact::default()
    };
    put(&mut book, anna);
    // A company may be called as somebody is.
    let mut company = Organization::clone(&book.organizations[&Id::new(3)]);
    company.latin = "Anna Keller Works".to_owned();
    put(&mut book, company);
    let texts = Texts::new(Locale::En);
    let comment = "As good as Anna Keller, says Amara Adeyemi of 田中遥.";
    let seen = person(&book, HARUKA, Audience::Person(AMARA), comment, &[], &texts);
    assert_eq!(
        seen.text().lines().take(3).collect::<Vec<_>>(),
        [
            "田中 遥 (Tanaka Haruka)",
            "Assistant of Frau …, Anna Keller Works, Tokyo",
            "salt-water bearings, grinding, as for …, bearings of 田中 遥, Japanese, English"
        ]
    );
    assert_eq!(seen.comment(), "As good as …, says Amara Adeyemi of 田中遥.");
    assert_eq!(seen.leaks().iter().map(|leak| leak.kind).collect::<Vec<_>>(), [LeakKind::Name]);
    assert!(seen.withheld().iter().any(|one| one.kind == Kind::Typed(LeakKind::Name)));
    assert!(seen.may_stand_open("Anna Keller Works") && !seen.may_stand_open("Anna Keller Ltd"));
    // For a circle Amara is somebody else too.
    let makers = person(&book, HARUKA, Audience::Circle(Id::new(1)), comment, &[], &texts);
    assert_eq!(makers.comment(), "As good as …, says … of 田中遥.");
    let shared = super::book(&book, Audience::Circle(Id::new(1)));
    let of_haruka = &shared.book().contacts[&HARUKA];
    assert_eq!(of_haruka.offers, ["grinding, as for …", "bearings of 田中 遥"]);
    assert_eq!(shared.book().contacts[&Id::new(15)].display_name(), "Anna Keller");
}

#[test]
fn what_is_withheld_of_a_life_is_not_said_in_a_comment() {
    let mut book = story();
    let mut haruka = Contact::clone(&book.contacts[&HARUKA]);
    haruka.human.birthday = YearlessDate::new(None, 9, 26);
    haruka.human.avoids = "パクチー".to_owned();
    put(&mut book, haruka);
    let comment = "Her birthday is on 26 September, 9/26; she hates パクチー";
    let texts = Texts::new(Locale::En);
    let makers = person(&book, HARUKA, Audience::Circle(Id::new(1)), comment, &[], &texts);
    assert_eq!(makers.comment(), "Her birthday is on …, …; she hates …");
    let kinds: Vec<LeakKind> = makers.leaks().iter().map(|leak| leak.kind).collect();
    assert_eq!(kinds, [LeakKind::Birthday, LeakKind::Birthday, LeakKind::Life]);
    // Who may see it may be told.
    let mut circle = Circle::clone(&book.circles[&Id::new(1)]);
    circle.shared.extend([FieldGroup::Birthday, FieldGroup::HumanSide]);
    put(&mut book, circle);
    let friends = person(&book, HARUKA, Audience::Circle(Id::new(1)), comment, &[], &texts);
    assert_eq!((friends.comment(), friends.leaks().len()), (comment, 0));
}

#[test]
fn a_page_that_stands_in_two_fields_is_said_once() {
    let mut book = story();
    let mut haruka = Contact::clone(&book.contacts[&HARUKA]);
    haruka.links = vec![Labelled::new("work", "https://shinonome.example/")];
    put(&mut book, haruka);
    let mut company = Organization::clone(&book.organizations[&Id::new(3)]);
    company.website = "www.shinonome.example".to_owned();
    put(&mut book, company);
    let seen = person(&book, HARUKA, Audience::Person(AMARA), "", &[], &Texts::new(Locale::En));
    assert_eq!(seen.text().matches("shinonome.example").count(), 1, "{}", seen.text());
    assert_eq!(seen.vcard().matches("shinonome.example").count(), 1, "{}", seen.vcard());
}

#[test]
fn the_book_for_a_circle_has_no_more_than_its_people_would_be_told() {
    let book = story();
    let makers = super::book(&book, Audience::Circle(Id::new(1)));
    assert_eq!(makers.book().dangling(), vec![]);
    assert_eq!((makers.book().contacts.len(), makers.book().circles.len(), makers.left_out()), (3, 0, 0));
    assert_ne!(makers.book().header.id, book.header.id);
    let seen = &makers.book().contacts[&HARUKA];
    assert_eq!((seen.emails.len(), seen.phones.len(), seen.notes.as_str()), (0, 0, ""));
    assert_eq!(super::book(&book, Audience::Me).book(), &book);
    let nobody = super::people(&book, &[JONAS].into(), Audience::Circle(Id::new(1)));
    assert_eq!(nobody.book().contacts.len(), 1);
}

#[test]
fn a_line_of_a_picture_stays_open_only_when_all_of_it_may_be_seen() {
    let makers = shared(Audience::Circle(Id::new(1)), "");
    for line in ["田中 遥", "田中　遥", "TANAKA Haruka", "東雲精機", "Shinonome Precision", "Tokyo"]
    {
        assert!(makers.may_stand_open(line), "{line}");
    }
    // Two fields that may be seen share a line, each whole.
    for line in ["東雲精機 田中遥", "Shinonome Precision · 東雲精機"] {
        assert!(makers.may_stand_open(line), "{line}");
    }
    assert!(!makers.may_stand_open("Shinonome 田中遥"), "half a field");
    // A reader takes a letter for another one now and then.
    for line in ["TANAKA Haruha", "Shinonome Precislon", "東雲精磯"] {
        assert!(makers.may_stand_open(line), "{line}");
    }
    for line in ["東雲精", "東雪精磯", "田中遙", "東雲精機9"] {
        assert_eq!(
            makers.may_stand_open(line),
            line == "東雲精",
            "{line}: two of four, or too short to tell"
        );
    }
    for line in ["Tanaha", "Tanaha Haruha", "tanaka.haruha", "Tanaka Haruka7", "Shinonome Precision Tanaha"] {
        assert!(!makers.may_stand_open(line), "{line}");
    }
    for line in ["", " - ", "090-1234-5678", "haruka.tanaka@example.jp", "Tokyo 1-2-3", "田中 090"] {
        assert!(!makers.may_stand_open(line), "{line}");
    }
}

#[test]
fn words_of_different_fields_open_no_line_of_a_picture() {
    let mut book = story();
    let mut uwe = Contact {
        id: Id::new(13),
        name: PersonName::parse("Uwe Eberle"),
        emails: vec![Labelled::new("work", "info@example.de"), Labelled::new("home", "u.eberle@example.de")],
        phones: vec![Labelled::new("work", "+49 30 1234567"), Labelled::new("home", "+49 30 7654321")],
        circles: [Id::new(2)].into(),
        ..Contact::default()
    };
    uwe.name.additional = "U.".to_owned();
    put(&mut book, uwe);
    put(
        &mut book,
        Contact {
            id: Id::new(14),
            name: PersonName::parse("Jonas Weber"),
            emails: vec![Labelled::new("work", "x@firma.de"), Labelled::new("home", "jonas@weber.de")],
            circles: [Id::new(2)].into(),
            ..Contact::default()
        },
    );
    let texts = Texts::new(Locale::En);
    let of = |id| person(&book, Id::new(id), Audience::Person(AMARA), "u.eberle may be asked", &[], &texts);
    let (uwe, jonas) = (of(13), of(14));
    for line in ["Uwe Eberle", "UWE EBERLE", "info@example.de", "INFO@example.de", "+49 (30) 1234567"] {
        assert!(uwe.may_stand_open(line), "{line}");
    }
    for line in [
        "u.eberle@example.de",
        "u.eberle",
        "u.eberle@",
        "example.de",
        "+49 30 7654321",
        "Uwe info",
        "may be asked",
    ] {
        assert!(!uwe.may_stand_open(line), "{line}");
    }
    for line in ["Jonas Weber", "x@firma.de", "Jonas Weber x@firma.de"] {
        assert!(jonas.may_stand_open(line), "{line}");
    }
    for line in ["jonas@weber.de", "@jonasweber", "jonasweber", "jonas_weber", "jonas.weber", "firma.de"] {
        assert!(!jonas.may_stand_open(line), "{line}");
    }
}

#[test]
fn what_somebody_enjoys_is_called_by_its_field_and_said_once() {
    let human = HumanSide {
        enjoys: "Puns".to_owned(),
        interests: vec!["Ceramics".to_owned(), "puns".to_owned()],
        hobbies: vec!["ceramics".to_owned(), "Rowing".to_owned()],
        ..HumanSide::default()
    };
    let mut book = story();
    put(&mut book, Contact { id: HARUKA, human, circles: [Id::new(1)].into(), ..Contact::default() });
    let seen = preview(&book, HARUKA, &[FieldGroup::HumanSide].into(), &Texts::new(Locale::En));
    let lines: Vec<(Kind, &str)> =
        seen.allowed().iter().map(|line| (line.kind, line.value.as_str())).collect();
    assert_eq!(lines, [(Kind::Enjoys, "Puns"), (Kind::Interest, "Ceramics"), (Kind::Hobby, "Rowing")]);
    let card = seen.vcard();
    assert!(card.contains("INTEREST:Ceramics") && card.contains("HOBBY:Rowing"), "{card}");
    let without = preview(&book, HARUKA, &[FieldGroup::Name].into(), &Texts::new(Locale::En)).vcard();
    assert!(!without.contains("INTEREST") && !without.contains("HOBBY"), "{without}");
}

#[test]
fn a_change_of_a_policy_says_which_texts_it_would_open() {
    let mut book = story();
    let mut haruka = Contact::clone(&book.contacts[&HARUKA]);
    haruka.human.enjoys = "Puns. Private mail haruka@home.example".to_owned();
    put(&mut book, haruka);
    put(
        &mut book,
        Card {
            id: Id::new(30),
            contact: Some(HARUKA),
            impressions: vec![Impression { text: "Calm".to_owned(), ..Impression::default() }],
            ..Card::default()
        },
    );
    let before = Circle::default_policy();
    let mut after = before.clone();
    after.extend([FieldGroup::HumanSide, FieldGroup::Impression]);
    let public = lint(&book, &before, &after, &|| true).unwrap();
    assert_eq!(
        public.texts,
        [
            (HARUKA, Kind::Enjoys, "Puns. Private mail …".to_owned()),
            (HARUKA, Kind::Impression, "Calm".to_owned())
        ]
    );
    assert_eq!((public.people, public.leaks), (1, 1));
    assert_eq!(lint(&book, &after, &before, &|| true), Some(Public::default()));
    // Whoever asks no longer wants to know.
    let asked = std::cell::Cell::new(0);
    let twice = || asked.replace(asked.get() + 1) < 2;
    assert_eq!(lint(&book, &before, &after, &twice), None);
    assert_eq!(asked.get(), 3, "it stops at once");
}
