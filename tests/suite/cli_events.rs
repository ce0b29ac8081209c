//! Events and replies on the command line.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cli::Desk;

#[test]
fn events_are_listed_with_my_record_and_a_series_with_an_advice_that_adds_up() {
    let desk = Desk::new();
    desk.demo();
    let json = |arguments: &[&str]| -> Value {
        desk.run(&[&["--json", "--book", "demo.ron", "--today", "2026-10-14"], arguments].concat())
            .expect(0)
            .json()
    };
    let all = json(&["events"]);
    let events = all["events"].as_array().expect("events");
    let record = all["record"].as_object().expect("a record");
    let counted: u64 = record.values().map(|count| count.as_u64().expect("a count")).sum();
    assert_eq!(counted, events.len() as u64, "each event is counted once");
    let mut series: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events {
        *series.entry(event["series"].as_str().expect("a text")).or_default() += 1;
    }
    let (name, count) = series.into_iter().max_by_key(|(_, count)| *count).expect("a series");
    let one = json(&["events", "--series", &name.to_uppercase()]);
    assert_eq!(one["events"].as_array().expect("events").len(), count, "however it is written");
    let about = &one["series"];
    if let Some(points) = about["points"].as_i64() {
        let lines = about["lines"].as_array().expect("lines");
        let sum: i64 = lines.iter().map(|line| line["points"].as_i64().expect("points")).sum();
        assert_eq!(sum, points);
    } else {
        assert!(about["lines"].as_array().expect("lines").is_empty());
    }
    let told = desk.run(&["events", "--series", name, "--book", "demo.ron"]).expect(0).out;
    assert!(told.contains("Your record\t"), "{told}");
    let none = desk.run(&["events", "--series", "No such series", "--book", "demo.ron"]).expect(2);
    assert!(none.err.contains("No event belongs to a series"), "{}", none.err);
}

#[test]
fn a_reply_is_noted_at_the_last_message_and_refused_where_there_is_none() {
    let desk = Desk::new();
    let run = |arguments: &[&str]| desk.run(&[&["--book", "book.ron"], arguments].concat());
    run(&["log", "--add-people", "mail to Mina Schäfer about bearings"]).expect(0);
    let said = run(&["reply", "Mina", "Schäfer", "--is", "continuing"]).expect(0);
    assert!(said.out.contains("note a reply of Mina Schäfer"), "{}", said.out);
    let again = run(&["reply", "Mina", "Schäfer", "--is", "continuing"]).expect(0);
    assert!(again.out.contains("Reply of Mina Schäfer: Sprouting"), "{}", again.out);
    run(&["log", "--add-people", "coffee with Jonas Weber"]).expect(0);
    let nothing = run(&["reply", "Jonas", "Weber"]).expect(2);
    assert!(nothing.err.contains("No message to Jonas Weber is logged yet"), "{}", nothing.err);
    run(&["reply", "Nobody at all", "--is", "once"]).expect(2);
    run(&["reply", "Mina", "--is", "perhaps"]).expect(2);
}
