//! Letters as others read them: Python's parsers for mail and for `mailto:` find one recipient, the subject and the text,
//! whatever stands in names, topics and addresses.

use std::path::Path;
use std::process::Command;

use cardloom::letters::*;
use cardloom::model::PersonName;
use cardloom::text::{Locale, Texts};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Python's standard library is enough.
const PYTHON: &str = if cfg!(target_os = "linux") { "/usr/bin/python3" } else { "python3" };

fn understood(letters: &Value) -> Option<Vec<Value>> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("letters.json");
    std::fs::write(&path, letters.to_string()).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check_letters.py");
    let Ok(output) = Command::new(PYTHON).arg(script).arg(&path).output() else {
        assert!(std::env::var_os("CI").is_none(), "python3 is missing; scripts/test installs it");
        eprintln!("not tested: python3 is missing");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice::<Vec<Value>>(&output.stdout).expect("JSON"))
}

/// What the stranger must find, as the mail programs of all systems show it.
fn check(all: &[(String, String, Letter)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut asked = Vec::new();
    for (number, (address, name, letter)) in all.iter().enumerate() {
        let Ok(MailLink::Whole(link)) = mail_link(address, letter, usize::MAX) else { panic!("{address}") };
        let about =
            Message { to: address, to_name: name, from: "me@example.com", from_name: "Robin", now: 0, id: 7 };
        let file = message(letter, &about).expect("a message");
        let path = folder.path().join(format!("{number}.eml"));
        std::fs::write(&path, file).expect("a file");
        asked.extend([json!({ "mailto": link }), json!({ "eml": path })]);
    }
    let Some(found) = understood(&Value::Array(asked)) else { return };
    for ((address, _, letter), found) in all.iter().zip(found.chunks(2)) {
        let [link, file] = found else { panic!("two for each") };
        assert_eq!(link["scheme"], "mailto");
        assert_eq!(link["to"], *address);
        let body = letter.body.replace('\n', "\r\n");
        let mut fields = serde_json::Map::new();
        fields.insert("subject".to_owned(), json!([letter.subject]));
        fields.insert("body".to_owned(), json!([body]));
        assert_eq!(link["fields"], Value::Object(fields), "{address}");
        assert_eq!(file["recipients"], json!([address]), "{file}");
        assert_eq!(file["defects"], json!([]), "{file}");
        assert_eq!(file["unsent"], "1");
        let allowed = [
            "content-transfer-encoding",
            "content-type",
            "date",
            "from",
            "message-id",
            "mime-version",
            "subject",
            "to",
            "x-unsent",
        ];
        let headers = file["headers"].as_array().expect("headers");
        assert!(headers.iter().all(|name| allowed.iter().any(|one| *name == *one)), "{headers:?}");
        let lines = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
        assert_eq!(lines(file["body"].as_str().expect("a text")), lines(&letter.body), "{file}");
        // An encoded word that somebody typed is parted, or it would be shown as something else.
        let subject = letter.subject.trim().replace("=?", "= ?");
        assert_eq!(file["subject"].as_str().map(str::trim), Some(subject.as_str()), "{file}");
    }
}

fn made(locale: Locale, name: &str, event: &str, topics: &[String]) -> Letter {
    let texts = Texts::new(locale);
    let facts = Facts {
        name: PersonName::parse(name),
        company: "Weber GmbH",
        event,
        date: "13".to_owned(),
        topics,
        next: "",
        me: "Robin Falk".to_owned(),
        my_company: "",
    };
    fill(&built_in(&texts, Form::Polite), &facts, &texts, Form::Polite)
}

#[test]
fn letters_in_three_languages_are_read_by_others_as_they_were_written() {
    let topics = ["Lager & Gläser".to_owned(), "100 % コーヒー".to_owned()];
    let all: Vec<_> = [
        (Locale::En, "Amara Adeyemi", "amara@example.com", "Hardware Evening: “A&B” #4"),
        (Locale::De, "Jörg Müller", "joerg.mueller+x@example.de", "Möbel & Mehr"),
        (Locale::Ja, "田中 遥", "tanaka@example.jp", "異業種交流会"),
    ]
    .map(|(locale, name, address, event)| {
        (address.to_owned(), name.to_owned(), made(locale, name, event, &topics))
    })
    .into();
    check(&all);
}

#[test]
fn hostile_names_topics_and_events_change_nothing_but_the_text() {
    let hostile = [
        "x\r\nBcc: evil@example.org",
        "x\nTo: evil@example.org\n\nbody",
        "\"a\" <evil@example.org>, b",
        "x?bcc=evil@example.org&cc=e@example.org",
        "=?utf-8?q?x?= <evil@example.org>",
        "\u{202E}gro.elpmaxe@live\u{202C}",
        "a\0b",
    ];
    let all: Vec<_> = hostile
        .iter()
        .map(|text| {
            let letter = made(Locale::En, text, text, &[(*text).to_owned()]);
            ("anna@example.com".to_owned(), (*text).to_owned(), letter)
        })
        .collect();
    check(&all);
    let long = "topic ".repeat(3_400);
    check(&[("anna@example.com".to_owned(), String::new(), made(Locale::De, "A", "B", &[long]))]);
}

proptest! {
    #![proptest_config(crate::properties::config(12))]

    #[test]
    fn any_text_reaches_one_person(
        parts in prop::collection::vec(("[\\PC\r\n]{0,40}", "[\\PC\r\n]{0,60}", "\\PC{0,30}"), 1..6)
    ) {
        let all: Vec<_> = parts
            .into_iter()
            .map(|(name, event, topic)| {
                let letter = made(Locale::En, &name, &event, &[topic]);
                ("anna@example.com".to_owned(), name, letter)
            })
            .collect();
        check(&all);
    }
}
