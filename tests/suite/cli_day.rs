//! The command line on a day that somebody names, in other time zones, and with values that the book does not have.

use std::fs;
use std::process::Command;

use crate::cli::Desk;

/// A demo book, and the name of somebody in it.
fn demo() -> (Desk, String) {
    let desk = Desk::new();
    desk.demo();
    let all = desk.run(&["export", "--json", "--book", "demo.ron"]).expect(0).json();
    let name = all[0]["name"].as_str().expect("a name").to_owned();
    (desk, name)
}

#[test]
fn every_verb_counts_from_the_day_that_is_named() {
    let (desk, name) = demo();
    let run = |arguments: &[&str]| {
        let mut all = vec!["--book", "demo.ron"];
        all.extend(arguments);
        desk.run(&all)
    };
    run(&["archive", "put", &name, "--today", "2026-10-20"]).expect(0);
    let archived = run(&["archive", "--json"]).expect(0).json();
    let own = archived.as_array().expect("a list").iter().find(|one| one["name"] == name.as_str());
    assert_eq!(own.expect("the person")["on"], "2026-10-20");
    run(&["archive", "restore", &name]).expect(0);

    run(&["trash", "put", &name, "--today", "2026-10-21"]).expect(0);
    assert_eq!(run(&["trash", "--json"]).expect(0).json()[0]["deleted_on"], "2026-10-21");
    run(&["trash", "restore", &name]).expect(0);

    // What is due is late on another day, for `show` as for `due`.
    let late = |day: &str| {
        let due = run(&["due", "--json", "--today", day]).expect(0).json();
        due.as_array().expect("a list").iter().filter(|due| due["state"] == "overdue").count()
    };
    assert!(late("2026-10-14") < late("2026-12-24"));
    let who = run(&["due", "--json", "--today", "2026-10-14"]).expect(0).json();
    let who = who[0]["contacts"][0]["name"].as_str().expect("a name").to_owned();
    let days = |day: &str| {
        let shown = run(&["show", &who, "--json", "--today", day]).expect(0).json();
        shown["follow_ups"][0]["days"].as_i64().expect("days")
    };
    assert_eq!(days("2026-10-14") - days("2026-10-15"), 1);

    for verb in [&["searches"][..], &["events"], &["export", "--json", "--search", "due:today"], &["bridges"]]
    {
        run(&[verb, &["--today", "2026-10-14"]].concat()).expect(0);
    }
    let wrong = run(&["show", &name, "--today", "the day after never"]).expect(2);
    assert!(wrong.err.contains("the day after never") && wrong.out.is_empty(), "{}", wrong.err);
}

#[test]
fn a_circle_that_does_not_exist_is_named() {
    let (desk, _) = demo();
    for verb in
        [&["search", "circle:nosuch", "--json"][..], &["export", "--json", "--search", "circle:nosuch"]]
    {
        let run = desk.run(&[verb, &["--book", "demo.ron"]].concat()).expect(0);
        assert!(run.err.contains("No circle in the book is called “nosuch”."), "{verb:?}: {}", run.err);
    }
    let german = desk.run_in("de", &["search", "stadt:Nirgends", "--book", "demo.ron"]).expect(0);
    assert!(german.err.contains("Nirgends"), "{}", german.err);
    for known in ["circle:makers", "city:Jena circle:makers warmth>99"] {
        let run = desk.run(&["search", known, "--json", "--book", "demo.ron"]).expect(0);
        assert!(!run.err.contains("circle"), "{known}: {}", run.err);
    }
}

#[test]
fn a_part_of_a_name_brings_nothing_back_from_the_trash() {
    let (desk, name) = demo();
    desk.run(&["--book", "demo.ron", "trash", "put", &name]).expect(0);
    let part: String = name.chars().take(name.chars().count() - 1).collect();
    let refused = desk.run(&["--book", "demo.ron", "trash", "restore", &part]).expect(2);
    assert!(refused.err.contains(&format!("Nothing in the trash is called “{part}”")), "{}", refused.err);
    assert!(refused.err.contains(&name), "and says what is: {}", refused.err);
    let kept = desk.run(&["--book", "demo.ron", "trash", "--json"]).expect(0).json();
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
    desk.run(&["--book", "demo.ron", "trash", "restore", &name]).expect(0);
}

/// Calendar days have no zone: the month, the week around a change of the clocks and the lists are the same everywhere.
#[test]
fn the_calendar_is_the_same_in_every_zone() {
    let desk = Desk::new();
    // Clocks go forward in Berlin on 28 March 2027.
    let demo = ["demo", "demo.ron", "--contacts", "30", "--images", "none", "--today", "2027-03-28"];
    desk.run(&demo).expect(0);
    let home = desk.path("home");
    let told = |zone: &str, number: usize| {
        let run = |arguments: &[&str]| {
            let output = Command::new(env!("CARGO_BIN_EXE_cardloom"))
                .args(["--locale", "en", "--book", "demo.ron", "--today", "2027-03-28"])
                .args(arguments)
                .current_dir(home.parent().expect("the folder"))
                .env_clear()
                .env("HOME", &home)
                .env("TZ", zone)
                .output()
                .expect("the program starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            output.stdout
        };
        let file = format!("{number}.png");
        run(&["render", "calendar", "--size", "1000x700", "--out", &file]);
        (run(&["due", "--json", "--until", "2027-04-30"]), fs::read(desk.path(&file)).expect("a picture"))
    };
    let here = told("Europe/Berlin", 0);
    for (number, zone) in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"].iter().enumerate() {
        let there = told(zone, number + 1);
        assert!(here.0 == there.0, "{zone}: {}", String::from_utf8_lossy(&there.0));
        assert!(here.1 == there.1, "{zone}: another picture");
    }
}
