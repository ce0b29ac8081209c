//! What leaves about events, as others read it: Python's readers for CSV, JSON and HTML find what the book says, whatever
//! somebody typed.

use std::path::{Path, PathBuf};
use std::process::Command;

use cardloom::edit::{ContactField, Edit};
use cardloom::exchange::ical;
use cardloom::exchange::prep::html;
use cardloom::exchange::share::{self, Audience};
use cardloom::model::*;
use cardloom::session::{EventsFormat, ExportFormat, NetworkChoices, export_bytes, prep_sheet};
use cardloom::text::{Locale, Texts};
use serde_json::{Value, json};

use crate::cli::Desk;
use crate::world::{World, today};

/// Python's standard library is enough.
const PYTHON: &str = if cfg!(target_os = "linux") { "/usr/bin/python3" } else { "python3" };

/// What a stranger understands of some files, each with its kind.
fn understood(files: &[(&str, PathBuf)]) -> Option<Vec<Value>> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("files.json");
    let asked: Vec<Value> = files.iter().map(|(kind, file)| json!({ *kind: file })).collect();
    std::fs::write(&path, Value::Array(asked).to_string()).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check_evening.py");
    let Ok(output) = Command::new(PYTHON).arg(script).arg(&path).output() else {
        assert!(std::env::var_os("CI").is_none(), "python3 is missing; scripts/test installs it");
        eprintln!("not tested: python3 is missing");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice::<Vec<Value>>(&output.stdout).expect("JSON"))
}

const HOSTILE: &str = "=HYPERLINK(\"http://evil\";\"x\")\r\n<script>alert('1')</script>,\u{202E}x\u{202C}\"";

fn story() -> World {
    let world = World::new().contact("Amara Adeyemi").needs("thin-glass lamination");
    let amara = world.id("Amara Adeyemi");
    let human = HumanSide { enjoys: "kelp & \"tides\" <b>".to_owned(), ..HumanSide::default() };
    let world = world.edit(Edit::SetContact { contact: amara, field: ContactField::Human(human) });
    let world = world.contact("田中 遥");
    let tanaka = world.id("田中 遥");
    let expertise = vec![Expertise { what: "Thin-glass lamination".to_owned(), ..Expertise::default() }];
    let world = world.edit(Edit::SetContact { contact: tanaka, field: ContactField::Expertise(expertise) });
    let world = world.contact("Amara Adeyemi").met_at("Hardware Evening Berlin");
    let event = *world.session.book().events.keys().next().expect("the evening");
    let before = world.session.book().get(event).expect("the evening").clone();
    let changed = Event {
        series: "Hardware Evening".to_owned(),
        status: Attendance::Attended,
        fee: Some(Money { minor: 2_500, currency: "EUR".to_owned() }),
        organizer: Some(Organizer::Contact(tanaka)),
        participants: [(tanaka, Attendance::CancelledLate)].into(),
        repeat: Some(RepeatDecision::new(Wish::Gladly, "good, \"loud\"".to_owned(), today())),
        notes: HOSTILE.to_owned(),
        ..Event::clone(&before)
    };
    let world = world.edit(Edit::ChangeEvent { event: Box::new(changed) });
    let next = Event {
        title: "Hardware Evening Hamburg".to_owned(),
        series: "Hardware Evening".to_owned(),
        starts_on: Some(today() + chrono::Days::new(7)),
        goal: HOSTILE.to_owned(),
        ..Event::default()
    };
    let world = world.edit(Edit::AddEvent { event: Box::new(next) });
    let undated = Event { title: "+1 some day".to_owned(), ..Event::default() };
    world.edit(Edit::AddEvent { event: Box::new(undated) })
}

fn exported(world: &World, format: EventsFormat) -> Vec<u8> {
    let texts = Texts::new(Locale::De);
    let content = ical::Content {
        texts: &texts,
        zone: ical::Zone::UTC,
        today: today(),
        choices: ical::Choices { todos: false, alarms: None, about: false, reach: false, closed: false },
        foreseen: &[],
        live: false,
    };
    let format = ExportFormat::Events(format);
    let network = NetworkChoices::default();
    let mine = share::book(world.session.book(), Audience::Me);
    export_bytes(&mine, format, &content, &network, &mut |_, _| true).expect("bytes")
}

#[test]
fn a_table_of_events_is_read_by_others_and_holds_no_formula() {
    let world = story();
    let folder = tempfile::tempdir().expect("a folder");
    let (table, list) = (folder.path().join("e.csv"), folder.path().join("e.json"));
    std::fs::write(&table, exported(&world, EventsFormat::Csv)).expect("a file");
    std::fs::write(&list, exported(&world, EventsFormat::Json)).expect("a file");
    let Some(found) = understood(&[("csv", table), ("json", list)]) else { return };
    let (table, list) = (&found[0], &found[1]);
    assert_eq!(table["ragged"], false);
    let columns: Vec<&str> =
        table["columns"].as_array().expect("columns").iter().filter_map(Value::as_str).collect();
    assert_eq!(columns, cardloom::exchange::events::COLUMNS);
    let rows = table["rows"].as_array().expect("rows");
    let titles: Vec<&str> = rows.iter().filter_map(|row| row["title"].as_str()).collect();
    assert_eq!(titles, ["Hardware Evening Berlin", "Hardware Evening Hamburg", "'+1 some day"]);
    let evening = &rows[0];
    for (column, value) in [
        ("series", "Hardware Evening"),
        ("starts_on", "2026-10-14"),
        ("status", "attended"),
        ("organizer", "田中 遥"),
        ("organizer_kind", "person"),
        ("fee_minor", "2500"),
        ("fee_currency", "EUR"),
        ("people_met", "Amara Adeyemi"),
        ("people_met_count", "1"),
        ("thanked_count", "0"),
        ("participants", "田中 遥 (cancelled_late)"),
        ("again", "yes"),
        ("again_wish", "gladly"),
        ("again_reason", "good, \"loud\""),
        ("notes", &format!("'{HOSTILE}")),
    ] {
        assert_eq!(evening[column], value, "{column}");
    }
    for row in rows {
        for (column, cell) in row.as_object().expect("a row") {
            let cell = cell.as_str().expect("a text");
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{column}: {cell}");
        }
    }
    let list = list.as_array().expect("a list");
    assert_eq!(list.len(), 3);
    assert_eq!(list[0]["notes"], HOSTILE, "JSON is not worked out by anybody and stays as it is");
    assert_eq!(list[0]["fee"], json!({ "minor": 2500, "currency": "EUR" }));
    assert_eq!(list[0]["people_met"][0]["name"], "Amara Adeyemi");
    assert_eq!((&list[0]["again"]["again"], &list[1]["again"]), (&json!(true), &Value::Null));
    assert_eq!(list[2]["starts_on"], Value::Null);
}

#[test]
fn a_prep_sheet_needs_nothing_else_and_shows_what_was_typed_as_text() {
    let world = story();
    let book = world.session.book();
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for (locale, event) in [Locale::En, Locale::Ja, Locale::De]
        .into_iter()
        .flat_map(|l| book.events.values().map(move |e| (l, e)))
    {
        let sheet = prep_sheet(book, world.session.index(), event, &Texts::new(locale), today());
        let path = folder.path().join(format!("{}-{}.html", locale.tag(), event.id));
        std::fs::write(&path, html(&sheet)).expect("a file");
        files.push(("html", path));
    }
    let Some(found) = understood(&files) else { return };
    let known = [
        "article", "bdi", "body", "dd", "div", "dl", "dt", "h1", "h2", "h3", "head", "header", "html", "li",
        "main", "meta", "p", "strong", "style", "title", "ul",
    ];
    for page in &found {
        assert_eq!((&page["doctype"], &page["print"]), (&json!(true), &json!(true)));
        for none in ["loaded", "handlers", "crossed", "left_open"] {
            assert_eq!(page[none], json!([]), "{none}");
        }
        let tags: Vec<&str> =
            page["tags"].as_array().expect("tags").iter().filter_map(Value::as_str).collect();
        assert!(tags.iter().all(|tag| known.contains(tag)), "{tags:?}");
    }
    // The next evening, in English: who came before, what she needs, and who can help.
    let next =
        &found[book.events.values().position(|it| it.title.ends_with("Hamburg")).expect("the next one")];
    assert_eq!(next["names"], json!(["Amara Adeyemi"]));
    let items: Vec<&str> =
        next["items"].as_array().expect("items").iter().filter_map(Value::as_str).collect();
    let favour = "Introduce 田中 遥 (Thin-glass lamination): looks for “thin-glass lamination”";
    assert!(items.contains(&favour), "{items:?}");
    assert!(items.contains(&"kelp & \"tides\" <b>"), "{items:?}");
    let words = next["words"].to_string();
    assert!(words.contains("<script>alert('1')</script>"), "{words}");
    assert!(!words.contains('\u{202E}'), "nothing turns the writing around");
    assert!(words.contains("private notes"));
}

#[test]
fn hostile_names_make_a_sane_sheet() {
    for name in
        ["<script>alert(1)</script>", "\u{202E}evil\u{202C}", &"x".repeat(10_000), "&lt;b&gt;", "a\0b"]
    {
        let world = World::new().contact("Somebody");
        let contact = world.id("Somebody");
        let named = PersonName { family: name.to_owned(), ..PersonName::default() };
        let world = world.edit(Edit::SetContact { contact, field: ContactField::Name(named) });
        let event = Event {
            title: name.replace('\0', " "),
            participants: [(contact, Attendance::Planned)].into(),
            ..Event::default()
        };
        let world = world.edit(Edit::AddEvent { event: Box::new(event) });
        let event = world.session.book().events.values().next().expect("an event").clone();
        let sheet =
            prep_sheet(world.session.book(), world.session.index(), &event, &Texts::new(Locale::En), today());
        let page = html(&sheet);
        assert!(page.len() < 9_000, "{}", page.len());
        assert!(!page.contains("<script") && !page.contains('\u{202E}') && !page.contains('\0'));
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("prep.html");
        std::fs::write(&path, page).expect("a file");
        let Some(found) = understood(&[("html", path)]) else { return };
        assert_eq!(found[0]["names"].as_array().map(Vec::len), Some(1));
        assert_eq!((&found[0]["loaded"], &found[0]["crossed"]), (&json!([]), &json!([])));
    }
}

#[test]
fn the_command_line_writes_both() {
    let desk = Desk::new();
    desk.demo();
    let run = |arguments: &[&str]| desk.run(&[arguments, &["--book", "demo.ron"]].concat());
    let table = run(&["export", "--format", "csv", "--what", "events"]).expect(0);
    assert!(table.out.starts_with("id,title,series,starts_on,"), "{}", &table.out[..80]);
    let list = run(&["export", "--json", "--what", "events"]).expect(0).json();
    let said = run(&["export", "--what", "events", "--out", "events.csv"]).expect(0);
    assert!(said.out.contains("events written to"), "{}", said.out);
    for (arguments, words) in [
        (&["export", "--format", "csv"][..], "--what events"),
        (&["export", "--format", "ics", "--what", "events"], "csv or json"),
        (&["prep", "Nothing of the kind"], "no event"),
    ] {
        let refused = run(arguments).expect(2);
        assert!(refused.err.contains(words) && refused.out.is_empty(), "{}", refused.err);
    }
    let next = list.as_array().expect("events").iter().find(|it| it["status"] == "planned").expect("a plan");
    let id = next["id"].as_str().expect("an id");
    let read = run(&["prep", id, "--today", "2026-10-14"]).expect(0);
    assert!(read.out.starts_with(next["title"].as_str().expect("a title")), "{}", read.out);
    run(&["prep", id, "--out", "prep.html", "--today", "2026-10-14"]).expect(0);
    run(&["prep", id, "--out", "prep.html"]).expect(2);
    run(&["prep", id, "--out", "prep.html", "--force", "--today", "2026-10-14"]).expect(0);
    let Some(found) = understood(&[("html", desk.path("prep.html")), ("csv", desk.path("events.csv"))])
    else {
        return;
    };
    assert!(!found[0]["names"].as_array().expect("names").is_empty(), "{}", found[0]);
    assert_eq!(found[1]["rows"].as_array().map(Vec::len), list.as_array().map(Vec::len));
}
