use super::*;
use crate::model::PersonName;
use crate::text::{Locale, Texts};

fn topics(all: &[&str]) -> Vec<String> {
    all.iter().map(|topic| (*topic).to_owned()).collect()
}

fn facts<'a>(name: PersonName, topics: &'a [String]) -> Facts<'a> {
    Facts {
        name,
        company: "Weber Feinmechanik",
        event: "Hardware Evening Berlin",
        date: "13 October".to_owned(),
        topics,
        next: "coffee on Friday",
        me: "Robin Falk".to_owned(),
        my_company: "Falk & Lind",
    }
}

fn letter(locale: Locale, form: Form, facts: &Facts<'_>) -> Letter {
    let texts = Texts::new(locale);
    fill(&built_in(&texts, form), facts, &texts, form)
}

#[test]
fn a_thank_you_in_three_languages_says_what_was_talked_about() {
    let said = topics(&["bearings", "the new press", "coffee"]);
    let amara = PersonName { honorific: "Ms".to_owned(), ..PersonName::new("Amara", "Adeyemi") };
    let english = letter(Locale::En, Form::Polite, &facts(amara.clone(), &said));
    assert_eq!(english.subject, "Thank you for our talk at Hardware Evening Berlin");
    assert!(english.body.starts_with("Dear Ms Adeyemi,\n\nthank you"), "{}", english.body);
    assert!(english.body.contains("about bearings, the new press and coffee."), "{}", english.body);
    assert!(english.body.ends_with("Robin Falk\nFalk & Lind"), "{}", english.body);
    assert!(letter(Locale::En, Form::Close, &facts(amara, &said)).body.starts_with("Hi Amara,"));

    let name = |given, honorific: &str| PersonName {
        honorific: honorific.to_owned(),
        prefix: "Dr.".to_owned(),
        ..PersonName::new(given, "Schäfer")
    };
    for (name, begin) in [
        (name("Mina", "Frau"), "Sehr geehrte Frau Dr. Schäfer,\n"),
        (name("Jörg", "Herr"), "Sehr geehrter Herr Dr. Schäfer,\n"),
        (name("Kim", ""), "Guten Tag Dr. Kim Schäfer,\n"),
    ] {
        let german = letter(Locale::De, Form::Polite, &facts(name, &said));
        assert!(german.body.starts_with(begin), "{}", german.body);
        assert!(german.body.contains("bearings, the new press und coffee"), "{}", german.body);
    }
    let german = letter(Locale::De, Form::Close, &facts(name("Mina", "Frau"), &said));
    assert!(german.body.starts_with("Hallo Mina,\n"), "{}", german.body);

    let tanaka = PersonName::parse("田中 遥");
    let japanese = letter(Locale::Ja, Form::Polite, &facts(tanaka, &said));
    assert!(japanese.body.starts_with("Weber Feinmechanik\n田中 遥 様\n\nお世話に"), "{}", japanese.body);
    assert!(japanese.body.contains("bearings、the new press、coffee"), "{}", japanese.body);
    assert!(japanese.subject.contains("お礼"));
}

#[test]
fn what_is_not_known_leaves_no_gap_but_the_topics_do() {
    let none = [];
    let bare = Facts { company: "", next: "", my_company: " ", ..facts(PersonName::default(), &none) };
    for locale in Locale::ALL {
        for form in [Form::Polite, Form::Close] {
            let letter = letter(locale, form, &bare);
            assert!(!letter.body.contains(['<', '>']), "{}", letter.body);
            assert!(!letter.body.contains("\n\n\n"), "{}", letter.body);
            assert!(letter.body.contains(Template::GAP), "{}", letter.body);
            assert!(!letter.body.starts_with(char::is_whitespace) && letter.body.lines().count() > 3);
            let found = hints(&letter, &none, &[]);
            assert_eq!(found, [Hint::NoTopic, Hint::Gap], "{}", letter.body);
            assert!(found.iter().all(|hint| hint.holds_back()));
        }
    }
}

#[test]
fn fields_have_names_in_three_languages_and_nothing_else_is_one() {
    let said = topics(&["glass"]);
    let facts = facts(PersonName::new("Mina", "Schäfer"), &said);
    let texts = Texts::new(Locale::En);
    let fill = |body: &str| {
        let template = Template { subject: String::new(), body: body.to_owned() };
        super::fill(&template, &facts, &texts, Form::Polite).body
    };
    assert_eq!(fill("<topics> <Themen> <話題> < TOPICS >"), "glass glass glass glass");
    assert_eq!(fill("a < b > c <b> <script> <<event>"), "a < b > c <b> <script> <Hardware Evening Berlin");
    assert_eq!(fill("<event"), "<event");
    // What is filled in is not looked through again.
    let twice = topics(&["<event>"]);
    let facts = Facts { topics: &twice, ..facts.clone() };
    let template = Template { subject: "<topics>".to_owned(), body: "<topics>".to_owned() };
    let letter = super::fill(&template, &facts, &texts, Form::Polite);
    assert_eq!((letter.subject.as_str(), letter.body.as_str()), ("<event>", "<event>"));
}

#[test]
fn a_letter_is_ready_when_it_says_a_topic_and_is_its_own() {
    let said = topics(&["Thin Glass"]);
    let ready =
        Letter { subject: "a".to_owned(), body: "Hi,\nthe ＴＨＩＮ glass was great.\nR".to_owned() };
    assert_eq!(hints(&ready, &said, &[]), []);
    assert_eq!(hints(&ready, &topics(&["", " "]), &[]), [Hint::NoTopic]);
    assert_eq!(hints(&ready, &topics(&["g"]), &[]), [Hint::NoTopic], "one letter is no topic");
    let tea = Letter { body: "茶をありがとう".to_owned(), ..ready.clone() };
    assert_eq!(hints(&tea, &topics(&["茶"]), &[]), [], "one sign may be a word");
    let same = "Dear you,\nThe thin glass was great.\nR".to_owned();
    assert_eq!(hints(&ready, &said, &[same]), [Hint::Same]);
    let long = Letter { body: format!("thin glass {}", "word ".repeat(200)), ..ready.clone() };
    assert_eq!(hints(&long, &said, &[]), [Hint::Long]);
    let kanji = Letter { body: format!("thin glass {}", "長".repeat(300)), ..ready };
    assert_eq!(hints(&kanji, &said, &[]), [Hint::Long]);
}

#[test]
fn nothing_typed_adds_a_recipient() {
    use AddressProblem::{Empty, NoAddress, Several};
    for (typed, expected) in [
        ("", Err(Empty)),
        (" \n", Err(Empty)),
        ("anna", Err(NoAddress)),
        ("@b.example", Err(NoAddress)),
        ("a@", Err(NoAddress)),
        ("a..b@c.example", Err(NoAddress)),
        ("a@b.example, c@d.example", Err(Several)),
        ("a@b.example;c@d.example", Err(Several)),
        ("a@b.example?bcc=c@d.example", Err(Several)),
        ("a@b.example\r\nBcc: c@d.example", Err(Several)),
        ("a@b.example%0ABcc", Ok("a@b.example%0ABcc")),
        ("Anna <a@b.example>", Err(Several)),
        ("a@b.example\u{202E}", Err(Several)),
        ("a\u{200B}@b.example", Err(Several)),
        ("a\u{61C}@b.example", Err(Several)),
        ("a\u{34F}@b.example", Err(Several)),
        ("a\u{180E}@b.example", Err(Several)),
        ("a\u{115F}\u{1160}@b.example", Err(Several)),
        ("a\u{3164}@b.example", Err(Several)),
        ("a\u{FFA0}@b.example", Err(Several)),
        ("a\u{FE0F}@b.example", Err(Several)),
        ("a@b.example\u{E0041}", Err(Several)),
        (" o'neil+x@b.example ", Ok("o'neil+x@b.example")),
        ("名前@例え.jp", Ok("名前@例え.jp")),
    ] {
        assert_eq!(check_address(typed), expected, "{typed:?}");
    }
    let letter = Letter {
        subject: "x&bcc=c@d.example\r\nBcc: e@f.example".to_owned(),
        body: "a&cc=g@h.example\n?to=i@j.example\n田中".to_owned(),
    };
    let Ok(MailLink::Whole(link)) = mail_link("a%0ABcc@b.example", &letter, 10_000) else { panic!("a link") };
    assert_eq!(link.matches('?').count(), 1, "{link}");
    assert_eq!(link.matches('&').count(), 1, "{link}");
    assert_eq!(link.matches('@').count(), 1, "{link}");
    assert!(link.starts_with("mailto:a%250ABcc@b.example?subject="), "{link}");
    assert!(link.contains("%0D%0A%3Fto%3D") && link.ends_with("%E7%94%B0%E4%B8%AD"), "{link}");
}

#[test]
fn a_letter_that_is_too_long_for_the_system_is_opened_without_its_text() {
    let letter = Letter { subject: "Thanks".to_owned(), body: "語".repeat(500) };
    let short = MailLink::WithoutBody("mailto:a@b.example?subject=Thanks".to_owned());
    assert_eq!(mail_link("a@b.example", &letter, 2_000), Ok(short));
    let long = Letter { subject: "語".repeat(500), ..letter };
    let bare = MailLink::WithoutBody("mailto:a@b.example".to_owned());
    assert_eq!(mail_link("a@b.example", &long, 2_000), Ok(bare));
}

#[test]
fn shared_addresses_are_known() {
    use AddressKind::{Company, Personal, Shared};
    for (address, kind) in [
        ("info@weber.example", Shared),
        ("Kontakt@weber.example", Shared),
        ("sales-eu@weber.example", Shared),
        ("info2@weber.example", Shared),
        ("代表@会社.jp", Shared),
        ("mina.schaefer@weber.example", Company),
        ("informatik@weber.example", Company),
        ("mina@gmx.de", Personal),
        ("info@gmail.com", Shared),
    ] {
        assert_eq!(address_kind(address), kind, "{address}");
    }
}
