//! One table of lines and what they are understood as, in three languages, and lines that are no sentences.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{BookNames, Sentence, Who};
use crate::index::Index;
use crate::model::{Book, Contact, Id, InBook as _, PersonName};
use crate::text::Locale;

/// A Wednesday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 14).expect("a date")
}

fn book() -> Book {
    let mut book = Book::default();
    let people: [(&str, &str, &str, &str, &str); 12] = [
        ("田中", "遥", "たなか", "はるか", "Tanaka Haruka"),
        ("佐藤", "健", "さとう", "けん", ""),
        ("鈴木", "一", "すずき", "はじめ", ""),
        ("鈴木", "花", "すずき", "はな", ""),
        ("Weber", "Jonas", "", "", ""),
        ("Fuchs", "Lena", "", "", ""),
        ("Schäfer", "Mina", "", "", ""),
        ("Adeyemi", "Amara", "", "", ""),
        ("Reyes", "Daniel", "", "", ""),
        ("Miller", "Anna", "", "", ""),
        ("Miller", "Tom", "", "", ""),
        ("von Braun", "Otto", "", "", ""),
    ];
    for (number, (family, given, f, g, latin)) in (1..).zip(people) {
        let name = PersonName {
            family_reading: f.to_owned(),
            given_reading: g.to_owned(),
            latin: latin.to_owned(),
            ..PersonName::new(given, family)
        };
        let id = Id::new(number);
        Contact::table_mut(&mut book).insert(id, Arc::new(Contact { id, name, ..Contact::default() }));
    }
    book
}

/// What was understood, in one line: only what there is.
fn told(book: &Book, sentence: &Sentence) -> String {
    let mut line = String::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            let gap = if line.is_empty() { "" } else { " | " };
            write!(line, "{gap}{name}{value}").expect("a string grows");
        }
    };
    put("", sentence.kind.map(|kind| format!("{kind:?}")).unwrap_or_default());
    put("", sentence.direction.map(|direction| format!("{direction:?}")).unwrap_or_default());
    let people: Vec<String> = sentence
        .people
        .iter()
        .map(|person| match &person.who {
            Who::Known(id) => book.get(*id).map_or_else(String::new, |contact| contact.display_name()),
            Who::Several(several) => format!("{}?{}", person.said, several.len()),
            Who::Unknown => format!("{}?", person.said),
        })
        .collect();
    put("with ", people.join(" + "));
    put("on ", sentence.on.map(|day| day.format("%m-%d").to_string()).unwrap_or_default());
    put("no day ", sentence.no_day.clone());
    put("at ", sentence.at.map(|time| time.format("%H:%M").to_string()).unwrap_or_default());
    put("min ", sentence.minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
    put("in ", sentence.place.clone());
    put("about ", sentence.topics.join(" + "));
    for favour in &sentence.favours {
        put(
            if favour.given { "gave " } else { "got " },
            format!("{:?} {}", favour.kind, favour.what).trim().to_owned(),
        );
    }
    if let Some(next) = &sentence.next {
        let due = next.due_on.map_or_else(|| "?".to_owned(), |day| day.format("%m-%d").to_string());
        let due = if next.no_day.is_empty() { due } else { format!("no day {}", next.no_day) };
        put("next ", format!("{:?} {} {due}", next.kind, next.what).replace("  ", " "));
    }
    put("note ", sentence.note.clone());
    if sentence.is_plan {
        put("", "PLAN".to_owned());
    }
    if sentence.is_thank_you {
        put("", "THANKS".to_owned());
    }
    line
}

fn check(locale: Locale, cases: &[(&str, &str)]) {
    let book = book();
    let index = Index::rebuild(&book);
    let mut wrong = Vec::new();
    for (line, expected) in cases {
        let sentence = Sentence::read(line, today(), locale, &BookNames::new(&book, &index, &[]));
        let found = told(&book, &sentence);
        if found != *expected {
            wrong.push(format!("{line}\n  is      {found}\n  must be {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn english_sentences_are_understood() {
    check(
        Locale::En,
        &[
            (
                "coffee with 田中 yesterday about bearings, review in 2 weeks",
                "InPerson | with 田中 遥 | on 10-13 | about bearings | next Review 10-28 | note coffee",
            ),
            ("Coffee with Tanaka yesterday", "InPerson | with 田中 遥 | on 10-13 | note Coffee"),
            ("met Jonas Weber at the Hannover fair", "InPerson | with Jonas Weber | in Hannover fair"),
            (
                "lunch with Weber and Lena Fuchs on Friday about seals",
                "InPerson | with Jonas Weber + Lena Fuchs | on 10-09 | about seals | note lunch",
            ),
            ("call with Amara 45 min about needs", "Call | with Amara Adeyemi | min 45 | about needs"),
            ("called Weber", "Call | FromMe | with Jonas Weber"),
            ("Weber called about the invoice", "Call | ToMe | with Jonas Weber | about the invoice"),
            (
                "I called Lena Fuchs this morning, send her the catalogue by Friday",
                "Call | FromMe | with Lena Fuchs | on 10-14 | next Message send her the catalogue 10-16",
            ),
            ("video call with mina schafer last friday", "Video | with Mina Schäfer | on 10-09"),
            ("meeting with Schaefer on Zoom for 1.5 h", "Video | with Mina Schäfer | min 90"),
            ("email to Weber about the quote", "Email | FromMe | with Jonas Weber | about the quote"),
            ("mail from Daniel Reyes yesterday", "Email | ToMe | with Daniel Reyes | on 10-13"),
            ("coffee with Miller", "InPerson | with Miller?2 | note coffee"),
            ("coffee with Tom Miller", "InPerson | with Tom Miller | note coffee"),
            ("coffee with Nobody Known yesterday", "InPerson | with Nobody Known? | on 10-13 | note coffee"),
            ("coffee with Webre", "InPerson | with Webre?1 | note coffee"),
            ("met Weber, great talk", "InPerson | with Jonas Weber | note great talk"),
            (
                "coffee with Weber, Fuchs and Reyes today",
                "InPerson | with Jonas Weber + Lena Fuchs + Daniel Reyes | on 10-14 | note coffee",
            ),
            ("dinner with some friends", "InPerson | note dinner with some friends"),
            (
                "met Weber in Jena about glass, optics",
                "InPerson | with Jonas Weber | in Jena | about glass + optics",
            ),
            (
                "talk about bearings in wind turbines with Tanaka",
                "with 田中 遥 | about bearings in wind turbines | note talk",
            ),
            ("gave Weber advice", "with Jonas Weber | gave Advice"),
            (
                "coffee with Weber, gave him advice on bearings",
                "InPerson | with Jonas Weber | gave Advice bearings | note coffee",
            ),
            ("got advice on seals from Weber", "with Jonas Weber | got Advice seals"),
            (
                "lunch with Weber, he introduced me to Lena Fuchs",
                "InPerson | with Jonas Weber | got Introduction Lena Fuchs | note lunch",
            ),
            (
                "met Weber, helped him with his website",
                "InPerson | with Jonas Weber | gave Support his website",
            ),
            (
                "met Weber, received a book about optics",
                "InPerson | with Jonas Weber | got Gift book about optics",
            ),
            (
                "met Weber yesterday and call him next week",
                "InPerson | with Jonas Weber | on 10-13 | next Call call him 10-21",
            ),
            (
                "met Weber yesterday review in 2 weeks",
                "InPerson | with Jonas Weber | on 10-13 | next Review 10-28",
            ),
            ("met Weber. Next: send samples", "InPerson | with Jonas Weber | next Message send samples ?"),
            ("coffee with Weber tomorrow", "InPerson | with Jonas Weber | on 10-15 | note coffee | PLAN"),
            ("coffee in 3 days with Weber", "InPerson | with Jonas Weber | on 10-17 | note coffee | PLAN"),
            ("met Weber on 3 March", "InPerson | with Jonas Weber | on 03-03"),
            ("met Weber 2026-09-30 at 14:00", "InPerson | with Jonas Weber | on 09-30 | at 14:00"),
            ("met Weber on Oct 12, 2026 at 3pm", "InPerson | with Jonas Weber | on 10-12 | at 15:00"),
            ("phone call with Reyes 2 days ago, 20min", "Call | with Daniel Reyes | on 10-12 | min 20"),
            ("saw Otto von Braun last week in person", "InPerson | with Otto von Braun | on 10-07"),
            ("whatsapp with @Adeyemi about lunch", "Message | with Amara Adeyemi | about lunch"),
            ("thank-you email to Weber", "Email | FromMe | with Jonas Weber | THANKS"),
            ("met Haruka-san yesterday", "InPerson | with 田中 遥 | on 10-13"),
            ("met mr Weber half an hour", "InPerson | with Jonas Weber | min 30"),
            ("meeting about the budget", "InPerson | about the budget"),
        ],
    );
}

#[test]
fn german_sentences_are_understood() {
    check(
        Locale::De,
        &[
            (
                "Kaffee mit Weber gestern über Lager, Rückblick in 2 Wochen",
                "InPerson | with Jonas Weber | on 10-13 | about Lager | next Review 10-28 | note Kaffee",
            ),
            (
                "Mittagessen mit Frau Fuchs und Herrn Weber im Café Alt",
                "InPerson | with Lena Fuchs + Jonas Weber | in Café Alt | note Mittagessen",
            ),
            (
                "Telefonat mit Schäfer, 20 Minuten, wegen der Muster",
                "Call | with Mina Schäfer | min 20 | about der Muster",
            ),
            ("Weber getroffen in Jena", "InPerson | with Jonas Weber | in Jena"),
            ("traf Weber letzten Freitag", "InPerson | with Jonas Weber | on 10-09"),
            ("Weber angerufen", "Call | with Jonas Weber"),
            ("Anruf von Weber heute Morgen", "Call | ToMe | with Jonas Weber | on 10-14"),
            ("E-Mail an Lena Fuchs über Angebot", "Email | FromMe | with Lena Fuchs | about Angebot"),
            ("Gespräch mit Reyes am Montag, eine Stunde", "InPerson | with Daniel Reyes | on 10-12 | min 60"),
            ("Treffen mit Weber vor 3 Tagen", "InPerson | with Jonas Weber | on 10-11"),
            (
                "Kaffee mit Weber, Rat zu Lagern bekommen",
                "InPerson | with Jonas Weber | got Advice Lagern | note Kaffee",
            ),
            (
                "Kaffee mit Weber, ihm Rat zu Lagern gegeben",
                "InPerson | with Jonas Weber | gave Advice Lagern | note Kaffee",
            ),
            (
                "Weber getroffen, hat mich Lena Fuchs vorgestellt",
                "InPerson | with Jonas Weber | got Introduction Lena Fuchs",
            ),
            (
                "Weber getroffen, half mir bei der Steuer",
                "InPerson | with Jonas Weber | got Support der Steuer",
            ),
            (
                "Kaffee mit Weber und nächste Woche anrufen",
                "InPerson | with Jonas Weber | next Call 10-21 | note Kaffee",
            ),
            (
                "Kaffee mit Weber, danach in 3 Tagen Angebot schicken",
                "InPerson | with Jonas Weber | next Message Angebot schicken 10-17 | note Kaffee",
            ),
            ("Videokonferenz über Teams mit Schäfer", "Video | with Mina Schäfer"),
            ("Kaffee mit Neumann", "InPerson | with Neumann? | note Kaffee"),
            ("Kaffee mit Weber morgen", "InPerson | with Jonas Weber | on 10-15 | note Kaffee | PLAN"),
            ("Messe war voll", "note Messe war voll"),
            ("Besuch bei Weber Optik am 3.10.2026", "InPerson | on 10-03 | in Weber Optik"),
            ("Dankesmail an Weber", "Email | FromMe | with Jonas Weber | THANKS"),
        ],
    );
}

#[test]
fn japanese_sentences_are_understood() {
    check(
        Locale::Ja,
        &[
            (
                "昨日田中さんと喫茶店で軸受の話、2週間後に見直し",
                "with 田中 遥 | on 10-13 | in 喫茶店 | about 軸受 | next Review 10-28",
            ),
            ("昨日、田中さんと会った", "InPerson | with 田中 遥 | on 10-13"),
            ("田中さんから電話、見積もりについて", "Call | ToMe | with 田中 遥 | about 見積もり"),
            ("佐藤さんに電話した", "Call | FromMe | with 佐藤 健"),
            ("田中さんと佐藤さんとランチ", "InPerson | with 田中 遥 + 佐藤 健 | note ランチ"),
            ("鈴木さんと打ち合わせ", "InPerson | with 鈴木?2"),
            ("鈴木花さんと打ち合わせ", "InPerson | with 鈴木 花"),
            ("山本さんと名古屋で会った", "InPerson | with 山本? | in 名古屋"),
            ("3日前に田中様とオンラインで30分", "Video | with 田中 遥 | on 10-11 | min 30"),
            ("先週の金曜に田中さんと会食", "InPerson | with 田中 遥 | on 10-09 | note 会食"),
            ("田中さんとzoomで1時間半、補助金の話をした", "Video | with 田中 遥 | min 90 | about 補助金"),
            (
                "昨日田中さんにメール、来週電話する",
                "Email | FromMe | with 田中 遥 | on 10-13 | next Call 10-21",
            ),
            (
                "田中さんと会った、佐藤さんを紹介してもらった",
                "InPerson | with 田中 遥 | got Introduction 佐藤さん",
            ),
            ("田中さんに海外展示の助言をもらった", "with 田中 遥 | got Advice 海外展示"),
            (
                "田中さんと会った、資料を金曜日に送る",
                "InPerson | with 田中 遥 | next Message 資料を送る 10-16",
            ),
            ("今日子さんとお茶", "InPerson | with 今日子? | note お茶"),
            ("たなかさんと会った", "InPerson | with 田中 遥"),
            ("明日田中さんとランチ", "InPerson | with 田中 遥 | on 10-15 | note ランチ | PLAN"),
            ("田中 遥さんと昨日", "with 田中 遥 | on 10-13"),
            ("10月3日に佐藤さんを訪問", "InPerson | with 佐藤 健 | on 10-03"),
            ("田中と昼食", "InPerson | with 田中 遥 | note 昼食"),
            ("名刺入れを買う", "note 名刺入れを買う"),
        ],
    );
}

#[test]
fn a_weekday_beside_a_week_is_one_day() {
    let coffee = "InPerson | with Jonas Weber | on 10-08 | note coffee";
    let kaffee = "InPerson | with Jonas Weber | on 10-09 | note Kaffee";
    check(
        Locale::En,
        &[
            ("last week thursday coffee with Weber", coffee),
            ("coffee with Jonas Weber thursday last week", coffee),
            ("coffee with Weber last week on Thursday", coffee),
            ("coffee with Weber on Thursday of last week", coffee),
            ("coffee with Weber last week Thu", coffee),
            ("coffee with Weber on Thursday, last week", coffee),
            ("Thursday last week, coffee with Weber", coffee),
            (
                "last week Thursday morning called Weber about seals",
                "Call | FromMe | with Jonas Weber | on 10-08 | about seals",
            ),
            ("coffee with Weber last week", "InPerson | with Jonas Weber | on 10-07 | note coffee"),
            (
                "met Weber yesterday, call him thursday next week",
                "InPerson | with Jonas Weber | on 10-13 | next Call call him 10-22",
            ),
            (
                "met Weber yesterday, next week friday call him",
                "InPerson | with Jonas Weber | on 10-13 | next Call call him 10-23",
            ),
        ],
    );
    check(
        Locale::De,
        &[
            ("letzte Woche Freitag Kaffee mit Weber", kaffee),
            ("Kaffee mit Jonas Weber letzte Woche freitag", kaffee),
            ("Kaffee mit Weber am Freitag letzter Woche", kaffee),
            ("Kaffee mit Weber am Freitag der letzten Woche", kaffee),
            ("Kaffee mit Weber letzte Woche am Freitag", kaffee),
            ("Kaffee mit Weber letzte Woche Fr.", kaffee),
            ("vorige Woche Donnerstag Telefonat mit Weber", "Call | with Jonas Weber | on 10-08"),
            ("letzte Woche mit Weber telefoniert", "Call | with Jonas Weber | on 10-07"),
            (
                "kaffee mit weber letzte woche mittwoch",
                "InPerson | with Jonas Weber | on 10-07 | note kaffee",
            ),
            (
                "Kaffee mit Weber, nächste Woche Donnerstag anrufen",
                "InPerson | with Jonas Weber | next Call 10-22 | note Kaffee",
            ),
            (
                "Kaffee mit Weber, am Freitag nächster Woche anrufen",
                "InPerson | with Jonas Weber | next Call 10-23 | note Kaffee",
            ),
            (
                "Kaffee mit Weber und nächste Woche mit ihm telefonieren",
                "InPerson | with Jonas Weber | next Call mit ihm telefonieren 10-21 | note Kaffee",
            ),
        ],
    );
    check(
        Locale::Ja,
        &[
            ("先週木曜に田中さんと打ち合わせ", "InPerson | with 田中 遥 | on 10-08"),
            ("田中さんと会った、来週の木曜に電話", "InPerson | with 田中 遥 | next Call 10-22"),
        ],
    );
}

#[test]
fn a_day_that_does_not_exist_is_not_today() {
    check(
        Locale::En,
        &[
            ("coffee with Weber on 31 Feb", "InPerson | with Jonas Weber | no day 31 Feb | note coffee"),
            ("met Weber 2026-09-31", "InPerson | with Jonas Weber | no day 2026-09-31"),
            ("met Weber on February 30th", "InPerson | with Jonas Weber | no day February 30th"),
            ("met Weber on 29 Feb 2026", "InPerson | with Jonas Weber | no day 29 Feb 2026"),
            ("met Weber on 29 Feb 2024", "InPerson | with Jonas Weber | on 02-29"),
            (
                "met Weber on 31/11/2026 about seals",
                "InPerson | with Jonas Weber | no day 31/11/2026 | about seals",
            ),
            (
                "met Weber 99999999999999999999 weeks ago",
                "InPerson | with Jonas Weber | no day 99999999999999999999 weeks ago",
            ),
            (
                "met Weber yesterday, call him on 31 Feb",
                "InPerson | with Jonas Weber | on 10-13 | next Call call him no day 31 Feb",
            ),
            (
                "met Weber yesterday and call him on 31 Nov",
                "InPerson | with Jonas Weber | on 10-13 | next Call call him no day 31 Nov",
            ),
            // Numbers that are no day.
            ("met Weber about 40 mar products", "InPerson | with Jonas Weber | about 40 mar products"),
        ],
    );
    check(
        Locale::De,
        &[
            (
                "Kaffee mit Weber am 30. Februar",
                "InPerson | with Jonas Weber | no day 30. Februar | note Kaffee",
            ),
            ("Weber getroffen am 31.9.", "InPerson | with Jonas Weber | no day 31.9."),
            ("Weber getroffen am 31.9.2026", "InPerson | with Jonas Weber | no day 31.9.2026"),
            ("Treffen mit Weber vor 99999 Wochen", "InPerson | with Jonas Weber | no day vor 99999 Wochen"),
        ],
    );
    check(
        Locale::Ja,
        &[
            ("2月31日に田中さんと会った", "InPerson | with 田中 遥 | no day 2月31日"),
            ("13月1日に田中さんと会った", "InPerson | with 田中 遥 | no day 13月1日"),
            ("2026-09-31に田中さんと会った", "InPerson | with 田中 遥 | no day 2026-09-31"),
            ("99999999999日前に田中さんと会った", "InPerson | with 田中 遥 | no day 99999999999日前"),
            (
                "昨日田中さんと会った、2月30日に電話",
                "InPerson | with 田中 遥 | on 10-13 | next Call no day 2月30日",
            ),
            ("来月31日に電話", "Call | no day 来月31日"),
        ],
    );
}

#[test]
fn spaces_end_a_clause_in_japanese() {
    check(
        Locale::Ja,
        &[
            (
                "10月12日 田中さんと打ち合わせ 軸受について 来週木曜に電話",
                "InPerson | with 田中 遥 | on 10-12 | about 軸受 | next Call 10-22",
            ),
            (
                "10月12日　田中 遥さんと打ち合わせ　軸受について　来週木曜に電話",
                "InPerson | with 田中 遥 | on 10-12 | about 軸受 | next Call 10-22",
            ),
            ("昨日 佐藤 健さんとランチ", "InPerson | with 佐藤 健 | on 10-13 | note ランチ"),
            ("田中さんとランチ 金曜日", "InPerson | with 田中 遥 | on 10-09 | note ランチ"),
            ("10月12日 月曜日 田中さんと打ち合わせ", "InPerson | with 田中 遥 | on 10-12"),
            ("昨日 Lena Fuchsさんと会った", "InPerson | with Lena Fuchs | on 10-13"),
            ("山本 太郎さんと会った", "InPerson | with 山本 太郎?"),
            ("名刺入れを買う 手帳も買う", "note 名刺入れを買う 手帳も買う"),
        ],
    );
}

#[test]
fn what_is_no_sentence_stays_as_the_note() {
    check(
        Locale::En,
        &[
            ("", ""),
            ("   ", ""),
            ("bearings", "note bearings"),
            ("asdf qwer yxcv", "note asdf qwer yxcv"),
            ("with", ""),
            ("about", ""),
            ("14", "note 14"),
            ("warmth>40 city:Jena", "note warmth>40 city:Jena"),
            ("and and and", ""),
        ],
    );
}

#[test]
fn the_selected_person_is_meant_when_a_name_fits_several() {
    let book = book();
    let index = Index::rebuild(&book);
    let tom = Id::new(11);
    let sentence =
        Sentence::read("coffee with Miller", today(), Locale::En, &BookNames::new(&book, &index, &[tom]));
    assert_eq!(sentence.people[0].who, Who::Known(tom));
}

#[test]
fn hostile_lines_are_only_long_notes() {
    let book = book();
    let index = Index::rebuild(&book);
    let names = BookNames::new(&book, &index, &[]);
    for line in [
        "x".repeat(100_000),
        "with ".repeat(5_000),
        "with Weber and ".repeat(300),
        "、".repeat(10_000),
        "さんと".repeat(1_000),
        "coffee with \"name:\" OR -is:archived \u{202e}rebeW\u{202c}".to_owned(),
        "in 99999999999 weeks with Weber".to_owned(),
        "for 1e39 h, 999999999999 min".to_owned(),
        "coffee with 👩\u{200d}🔧 \u{0}\u{1}\u{7}".to_owned(),
        "電話で".repeat(500),
    ] {
        let sentence = Sentence::read(&line, today(), Locale::En, &names);
        assert!(sentence.minutes.is_none());
        assert!(sentence.people.len() <= 20, "{}", sentence.people.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_line_panics(
        any in any::<String>(),
        near in "((coffee|met|Kaffee|with|mit|about|über|Weber|yesterday|in 2 weeks|, |; |and|gave|advice|introduced|me|to|at|14:00|3pm|45 min|gestern|[0-9]{1,4}|[äß.]) ?){0,14}",
        japanese in "(田中|さん|と|に|で|から|昨日|の話|について|2週間後|見直し|電話|もらった|紹介|、|。| |今|月|日|[0-9]|分|時間){0,14}",
    ) {
        static KNOWN: LazyLock<(Book, Index)> = LazyLock::new(|| {
            let book = book();
            let index = Index::rebuild(&book);
            (book, index)
        });
        let names = BookNames::new(&KNOWN.0, &KNOWN.1, &[]);
        for line in [&any, &near, &japanese] {
            for day in [today(), NaiveDate::MIN, NaiveDate::MAX] {
                let sentence = Sentence::read(line, day, Locale::De, &names);
                _ = sentence.signs();
                _ = sentence.to_log(&[], Vec::new(), day);
                _ = sentence.to_plan(&[], day);
            }
        }
    }
}
