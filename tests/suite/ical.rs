//! Calendar files as others understand them: what is exported is read by Python's `icalendar`, which knows nothing of
//! this program. Where it is missing the tests say so and pass, except under `CI`; `scripts/test` installs it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use cardloom::exchange::ical::{self, Choices, Content, News, Zone};
use cardloom::exchange::share::{self, Audience};
use cardloom::model::*;
use cardloom::session::{Clock as _, Opened, SystemClock};
use cardloom::text::{Locale, Texts};
use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta};
use serde_json::Value;

use crate::books::put;
use crate::world::today;

/// Debian's own interpreter: another one on the PATH would not see Debian's packages.
const PYTHON: &str = if cfg!(target_os = "linux") { "/usr/bin/python3" } else { "python3" };

/// Whether the other reader is there. Under CI it must be.
fn has_reader() -> bool {
    let asked = Command::new(PYTHON).args(["-c", "import icalendar, dateutil"]).output();
    let there = asked.is_ok_and(|output| output.status.success());
    assert!(
        there || std::env::var_os("CI").is_none(),
        "python3-icalendar is missing; scripts/test installs it"
    );
    if !there {
        eprintln!("not tested: python3-icalendar is missing");
    }
    there
}

/// What the other reader understood of a file.
fn understood(text: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("calendar.ics");
    std::fs::write(&path, text).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check_ics.py");
    let output = Command::new(PYTHON).arg(script).arg(&path).output().expect("python starts");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}\n{}", &text[..text.len().min(4000)]);
    let value: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["version"], "2.0");
    assert_eq!(value["errors"], Value::Array(Vec::new()));
    for (zone, error) in value["zones"].as_object().expect("zones") {
        assert!(error.is_null(), "{zone}: {error}");
    }
    for entry in value["entries"].as_array().expect("entries") {
        assert_eq!(entry["errors"], Value::Array(Vec::new()), "{entry}");
        assert!(entry["dtstamp"].as_str().is_some_and(|stamp| stamp.ends_with('Z')), "{entry}");
    }
    value
}

fn entries(value: &Value) -> &Vec<Value> {
    value["entries"].as_array().expect("entries")
}

/// The entry with these words in its title.
fn entry<'a>(value: &'a Value, words: &str) -> &'a Value {
    let found = entries(value)
        .iter()
        .find(|entry| entry["summary"].as_str().is_some_and(|title| title.contains(words)));
    found.unwrap_or_else(|| panic!("no {words}: {value}"))
}

fn uids(value: &Value) -> Vec<&str> {
    entries(value).iter().filter_map(|entry| entry["uid"].as_str()).collect()
}

fn written(book: &Book, locale: Locale, zone: &str, choices: Choices) -> String {
    let texts = Texts::new(locale);
    let zone = Zone::named(zone).expect("a zone");
    let own = share::book(book, Audience::Me);
    ical::write(&own, &Content { texts: &texts, zone, today: today(), choices, foreseen: &[], live: false })
}

fn time(hour: i64, minute: i64) -> Option<NaiveTime> {
    Some(NaiveTime::MIN + TimeDelta::minutes(hour * 60 + minute))
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

/// Everything that a calendar can be asked to hold, with texts that hurt.
fn story() -> Book {
    let mut book = Book::default();
    for (id, given, family) in
        [(1, "Jürgen", "Groß-Müller; & Söhne, \"GmbH\""), (2, "遥", "田中"), (3, "", "")]
    {
        let name = PersonName::new(given, family);
        let phones = vec![Labelled::new("work", "+49 30 123")];
        put(&mut book, Contact { id: Id::new(id), name, phones, ..Contact::default() });
    }
    let follow_up = |id: u128, kind, contacts: &[u128]| FollowUp {
        id: Id::new(id),
        kind,
        due_on: day(10, 14),
        contacts: contacts.iter().map(|id| Id::new(*id)).collect(),
        about: "secret: the price; and more,\nlots of it \\ really".to_owned(),
        ..FollowUp::default()
    };
    put(&mut book, follow_up(21, FollowUpKind::ThankYou, &[1]));
    put(&mut book, FollowUp { due_at: time(9, 30), ..follow_up(22, FollowUpKind::Call, &[2]) });
    let weekly = "FREQ=WEEKLY;BYDAY=WE;COUNT=3".to_owned();
    put(
        &mut book,
        FollowUp { due_at: time(2, 30), repeat: weekly, ..follow_up(23, FollowUpKind::Meet, &[1, 2]) },
    );
    let yearly = "FREQ=YEARLY;UNTIL=20291014".to_owned();
    put(&mut book, FollowUp { repeat: yearly, ..follow_up(24, FollowUpKind::Birthday, &[3]) });
    let done = FollowUpState::Done { on: day(10, 13), encounter: None };
    put(&mut book, FollowUp { state: done, ..follow_up(25, FollowUpKind::Amends, &[]) });
    let event = |id: u128, title: &str| Event {
        id: Id::new(id),
        title: title.to_owned(),
        starts_on: Some(day(10, 20)),
        venue: "Saal 1, Hof".to_owned(),
        notes: "private notes".to_owned(),
        link: "https://example.com/?a=1,2;3".to_owned(),
        ..Event::default()
    };
    put(&mut book, Event { ends_on: Some(day(10, 22)), ..event(31, "光学見本市🎉") });
    put(&mut book, Event { starts_at: time(22, 0), ends_at: time(2, 0), ..event(32, "Lange Nacht") });
    put(
        &mut book,
        Event { status: Attendance::CancelledLate, starts_at: time(18, 0), ..event(33, "Abgesagt") },
    );
    put(&mut book, Event { starts_on: None, ..event(34, "Irgendwann") });
    put(&mut book, event(35, &"Ein sehr langer Titel mit Umlauten äöü und 漢字 ".repeat(12)));
    book
}

#[test]
fn another_reader_understands_every_entry() {
    if !has_reader() {
        return;
    }
    let book = story();
    for locale in Locale::ALL {
        let text = written(&book, locale, "Europe/Berlin", Choices::SPARING);
        let value = understood(&text);
        assert_eq!(entries(&value).len(), 4 + 4);
        let all: BTreeSet<&str> = uids(&value).into_iter().collect();
        assert_eq!(all.len(), 8, "each has an id of its own");
        let again = understood(&written(&book, locale, "Europe/Berlin", Choices::SPARING));
        assert_eq!(uids(&again), uids(&value), "and keeps it");
        assert!(!text.contains("secret") && !text.contains("private") && !text.contains("+49"), "{text}");
    }
    let value = understood(&written(&book, Locale::De, "Europe/Berlin", Choices::SPARING));
    let thanks = entry(&value, "Groß-Müller");
    assert_eq!(thanks["summary"], "Danke sagen: Jürgen Groß-Müller; & Söhne, \"GmbH\"");
    assert_eq!((&thanks["dtstart"], &thanks["dtend"]), (&"2026-10-14".into(), &"2026-10-15".into()));
    assert_eq!((&thanks["class"], &thanks["transp"]), (&"PRIVATE".into(), &"TRANSPARENT".into()));
    let call = entry(&value, "Anruf");
    assert_eq!(call["dtstart"], "2026-10-14T07:30:00Z", "half past nine in Berlin, in summer");
    let fair = entry(&value, "光学見本市🎉");
    assert_eq!((&fair["dtstart"], &fair["dtend"]), (&"2026-10-20".into(), &"2026-10-23".into()));
    assert_eq!(fair["location"], "Saal 1, Hof");
    // It stands there as %2C and %3B, which this reader takes for the signs.
    assert_eq!(fair["url"], "https://example.com/?a=1,2;3");
    let night = entry(&value, "Lange Nacht");
    assert_eq!(night["dtend"], "2026-10-21T00:00:00Z", "two in the night is the next day");
    assert_eq!(entry(&value, "Abgesagt")["status"], "CANCELLED");
    let birthday = entry(&value, "Geburtstag");
    assert_eq!(birthday["next"], serde_json::json!(["2026-10-14", "2027-10-14", "2028-10-14", "2029-10-14"]));
    let meet = entry(&value, "Treffen");
    assert_eq!(meet["next"], serde_json::json!(["2026-10-14", "2026-10-21", "2026-10-28"]));
}

#[test]
fn zones_are_described_as_they_are() {
    if !has_reader() {
        return;
    }
    // East and west, half hours, the south, and none that changes.
    for (zone, universal) in [
        ("America/New_York", "2026-10-14T13:30:00Z"),
        ("Asia/Tokyo", "2026-10-14T00:30:00Z"),
        ("Asia/Kolkata", "2026-10-14T04:00:00Z"),
        ("Australia/Lord_Howe", "2026-10-13T22:30:00Z"),
        ("Pacific/Auckland", "2026-10-13T20:30:00Z"),
        ("America/Sao_Paulo", "2026-10-14T12:30:00Z"),
        ("Africa/Casablanca", "2026-10-14T08:30:00Z"),
        ("UTC", "2026-10-14T09:30:00Z"),
    ] {
        let value = understood(&written(&story(), Locale::En, zone, Choices::SPARING));
        assert_eq!(entry(&value, "Call")["dtstart"], universal, "{zone}");
    }
}

#[test]
fn tasks_and_alarms_are_understood() {
    if !has_reader() {
        return;
    }
    let choices = Choices { todos: true, alarms: time(8, 15), about: true, reach: true, closed: true };
    let value = understood(&written(&story(), Locale::En, "Europe/Berlin", choices));
    let tasks: Vec<&Value> = entries(&value).iter().filter(|entry| entry["kind"] == "VTODO").collect();
    assert_eq!(tasks.len(), 5);
    let thanks = entry(&value, "Thank-you");
    assert_eq!((&thanks["due"], &thanks["status"]), (&"2026-10-14".into(), &"NEEDS-ACTION".into()));
    assert_eq!(thanks["alarms"][0]["trigger"], "8:15:00");
    let about = thanks["description"].as_str().expect("a description");
    assert!(about.starts_with("secret: the price; and more,\nlots of it \\ really\n"), "{about}");
    assert!(about.contains("+49 30 123"), "{about}");
    let call = entry(&value, "Call");
    assert_eq!(call["alarms"][0]["trigger"], "-1 day, 23:50:00", "ten minutes before");
    let done = entry(&value, "Amends");
    assert_eq!((&done["status"], &done["completed"]), (&"COMPLETED".into(), &"2026-10-13T12:00:00Z".into()));
    assert_eq!(done["alarms"], serde_json::json!([]), "what is done does not ring");
}

#[test]
fn a_whole_book_is_exported_by_the_program_and_comes_back_as_nothing_new() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let run = |arguments: &[&str], zone: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_cardloom"))
            .args(["--locale", "en"])
            .args(arguments)
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .env("TZ", zone)
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"), said)
    };
    let made =
        run(&["demo", "book.ron", "--contacts", "60", "--images", "none", "--today", "2026-10-14"], "UTC");
    assert_eq!(made.0, Some(0), "{made:?}");
    let book = ["--book", "book.ron"];
    let (code, first, said) = run(&[&book[..], &["export", "--format", "ics"]].concat(), "Asia/Tokyo");
    assert_eq!(code, Some(0), "{said}");
    let (_, second, _) = run(&[&book[..], &["export", "--format", "ics"]].concat(), "Asia/Tokyo");
    assert_eq!(first, second, "the same book gives the same file");
    let opened = Opened::read(&path("book.ron")).expect("a book");
    let dated = opened.book().events.values().filter(|event| event.starts_on.is_some()).count();
    let open = opened.book().follow_ups.values().filter(|follow_up| follow_up.is_open()).count();
    let index = cardloom::index::Index::rebuild(opened.book());
    let open = open + cardloom::session::calendar::foreseen(&index, SystemClock.today()).len();
    assert_eq!(first.matches("BEGIN:VEVENT").count(), dated + open);
    if has_reader() {
        let value = understood(&first);
        assert_eq!(entries(&value).len(), dated + open);
        for (follow_up, entry) in
            opened.book().follow_ups.values().filter(|follow_up| follow_up.is_open()).filter_map(
                |follow_up| {
                    let uid = format!("follow-up-{}@cardloom", follow_up.id);
                    Some((follow_up, entries(&value).iter().find(|entry| entry["uid"] == uid.as_str())?))
                },
            )
        {
            if follow_up.due_at.is_none() {
                assert_eq!(entry["dtstart"], follow_up.due_on.to_string().as_str(), "{entry}");
            }
        }
    }
    std::fs::write(path("back.ics"), &first).expect("a file");
    let back = run(&[&book[..], &["--json", "import", "back.ics", "--past"]].concat(), "Asia/Tokyo");
    let report: Value = serde_json::from_str(&back.1).expect("JSON");
    assert_eq!(report["files"][0]["events"]["added"], 0, "{back:?}");
    assert_eq!(report["files"][0]["events"]["changed"], 0, "{back:?}");
    let cancelled = first.matches("STATUS:CANCELLED").count();
    assert_eq!(report["files"][0]["events"]["same"], dated - cancelled, "{back:?}");
    let wrong = run(&[&book[..], &["export", "--format", "json", "--todo"]].concat(), "UTC");
    assert_eq!(wrong.0, Some(2), "a choice without an effect is refused: {wrong:?}");
}

#[test]
fn a_calendar_comes_in_by_the_program_once_and_is_brought_up_to_date() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_cardloom"))
            .args(["--locale", "en", "--book", "book.ron"])
            .args(arguments)
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .env("TZ", "Europe/Berlin")
            .output()
            .expect("the program starts");
        let code = output.status.code();
        (
            code,
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let year = chrono::NaiveDate::from_ymd_opt(2099, 3, 4).expect("a day").year();
    let file = |time: &str| {
        let text = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@example.com\r\nSUMMARY:Opening\r\nDTSTART:{year}0304T{time}Z\r\n\
             ATTENDEE;CN=Nobody:mailto:nobody@example.com\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Long ago\r\n\
             DTSTART;VALUE=DATE:20010101\r\nEND:VEVENT\r\nno line of a calendar\r\nEND:VCALENDAR\r\n"
        );
        std::fs::write(folder.path().join("meetings.ics"), text).expect("a file");
    };
    file("180000");
    let (code, out, said) = run(&["import", "meetings.ics", "--dry-run"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(out.contains("1 event would be added") && !folder.path().join("book.ron").exists(), "{out}");
    assert!(said.contains("meetings.ics, line 13: This line is none that a calendar has"), "{said}");
    assert!(
        said.contains("Nobody (nobody@example.com)") && said.contains("--past takes it in too"),
        "{said}"
    );
    let (code, out, _) = run(&["import", "meetings.ics"]);
    assert_eq!((code, out.as_str()), (Some(0), "meetings.ics: 1 event added, 0 changed, 0 already there.\n"));
    let (_, out, _) = run(&["import", "meetings.ics"]);
    assert_eq!(out, "meetings.ics: 0 events added, 0 changed, 1 already there.\n");
    file("190000");
    let (_, out, _) = run(&["import", "meetings.ics"]);
    assert_eq!(out, "meetings.ics: 0 events added, 1 changed, 0 already there.\n");
    let opened = Opened::read(&PathBuf::from(folder.path()).join("book.ron")).expect("a book");
    let events: Vec<_> = opened.book().events.values().collect();
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].starts_at, events[0].status), (time(20, 0), Attendance::Planned));
    std::fs::write(folder.path().join("other.ics"), "hello").expect("a file");
    let (code, _, said) = run(&["import", "other.ics"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("other.ics is no calendar file. Nothing was taken in."), "{said}");
}

#[test]
fn what_comes_in_is_one_step_and_known_again() {
    let mut window = crate::stage::Window::open();
    let file = window.file(
        "meetings.ics",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Opening\nDTSTART;VALUE=DATE:20261101\nEND:VEVENT\n\
          BEGIN:VEVENT\nUID:b\nSUMMARY:Closing\nDTSTART;VALUE=DATE:20261102\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    window.drop_files([file.clone()]);
    assert!(window.says("Take in from meetings.ics"), "{:?}", window.labels());
    assert!(window.book().events.is_empty(), "nothing happens before it is looked at");
    window.click("Closing");
    window.click("Take in 1 event");
    assert_eq!(window.book().events.len(), 1);
    window.drop_files([file]);
    assert!(window.says("Already there"), "{:?}", window.labels());
    window.click("Take in 1 event");
    assert_eq!(window.book().events.len(), 2);
    window.command(eframe::egui::Key::Z);
    assert_eq!(window.book().events.len(), 1, "one step for each file");
    let read = ical::read(
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        window.book(),
        (Zone::UTC, today()),
        "",
        &mut |_, _| true,
    );
    assert!(read.expect("a calendar").found.iter().all(|found| found.news == News::Same));
}
