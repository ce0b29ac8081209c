//! What other programs get.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use cardloom::exchange::{graphml, json};
use cardloom::model::*;
use quick_xml::events::Event as Xml;

use crate::books::{self, attachment, put};

fn story() -> Book {
    let mut book = Book::default();
    let organization =
        Organization { id: Id::new(50), name: "Müller & Söhne".to_owned(), ..Organization::default() };
    for (id, given, family) in [(1, "Aiko", "Tanaka"), (2, "Jonas", "Weber"), (3, "Priya", "Sharma")] {
        put(
            &mut book,
            Contact { id: Id::new(id), name: PersonName::new(given, family), ..Contact::default() },
        );
        put(&mut book, Place { id: Id::new(id), x: 12.5, y: -3.0, pinned: false });
    }
    let mut jonas = Contact::clone(book.contacts.get(&Id::new(2)).unwrap());
    jonas.emails = vec![Labelled::new("work", "jonas@example.org")];
    jonas.affiliations = vec![Affiliation {
        organization: organization.id,
        title: "CEO".to_owned(),
        ..Affiliation::default()
    }];
    put(&mut book, jonas);
    put(&mut book, organization);
    let event = Event { id: Id::new(60), title: "Meetup".to_owned(), ..Event::default() };
    let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    let picture = attachment(b"scan");
    for (id, contact, on) in [(71, 2, 1), (72, 2, 9), (73, 3, 2)] {
        put(
            &mut book,
            Card {
                id: Id::new(id),
                contact: Some(Id::new(contact)),
                event: Some(event.id),
                received_on: Some(day(on)),
                front: Some(picture.id),
                impressions: vec![Impression { on: day(on), text: "kind".to_owned() }],
                ..Card::default()
            },
        );
    }
    put(&mut book, event);
    put(&mut book, picture);
    let contact = |id| Party::Contact(Id::new(id));
    put(
        &mut book,
        Introduction {
            id: Id::new(80),
            introducer: contact(1),
            a: Party::Me,
            b: contact(2),
            ..Introduction::default()
        },
    );
    put(
        &mut book,
        Referral {
            id: Id::new(81),
            subject: Id::new(1),
            giver: Party::Me,
            recipient: contact(3),
            ..Referral::default()
        },
    );
    put(
        &mut book,
        Relationship {
            id: Id::new(82),
            from: Id::new(1),
            to: Id::new(3),
            kind: RelationKind::Mentor,
            ..Relationship::default()
        },
    );
    // An edge that would end in nothing.
    put(
        &mut book,
        Relationship { id: Id::new(83), from: Id::new(1), to: Id::new(99), ..Relationship::default() },
    );
    book
}

#[test]
fn a_contact_leaves_as_json_with_its_cards_newest_first() {
    let people: serde_json::Value = serde_json::from_str(&json::write(&story()).unwrap()).unwrap();
    let jonas = &people[1];
    assert_eq!(jonas["id"], "00000000000000000000000000000002");
    assert_eq!(jonas["name"], "Jonas Weber");
    assert_eq!(jonas["organization"], "Müller & Söhne");
    assert_eq!(jonas["title"], "CEO");
    assert_eq!(jonas["emails"], serde_json::json!([{"label": "work", "value": "jonas@example.org"}]));
    assert_eq!(jonas["phones"], serde_json::json!([]));
    assert_eq!(jonas["cards"].as_array().unwrap().len(), 2);
    assert_eq!(jonas["cards"][0]["received_on"], "2026-03-09");
    assert_eq!(jonas["cards"][0]["event"]["title"], "Meetup");
    assert_eq!(jonas["cards"][0]["front"], format!("attachments/{}", attachment(b"scan").file_name()));
    assert_eq!(jonas["cards"][0]["impressions"][0]["text"], "kind");
    assert_eq!(people[0]["organization"], serde_json::Value::Null);
}

#[test]
fn every_contact_is_in_the_json_once() {
    let book = books::hostile(5, 12);
    let people: Vec<serde_json::Value> = serde_json::from_str(&json::write(&book).unwrap()).unwrap();
    let ids: Vec<String> = people.iter().map(|person| person["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, book.contacts.keys().map(ToString::to_string).collect::<Vec<_>>());
    let cards: usize = people.iter().map(|person| person["cards"].as_array().unwrap().len()).sum();
    assert_eq!(cards, book.cards.values().filter(|card| card.contact.is_some()).count());
}

/// Reads GraphML again: the ids of the nodes, and source, target and kind of the edges.
fn reread(text: &str) -> (BTreeSet<String>, Vec<(String, String, String)>) {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut nodes, mut edges, mut key) = (BTreeSet::new(), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Xml::Eof => return (nodes, edges),
            Xml::Start(tag) => {
                let get = |name: &str| {
                    let value = tag.try_get_attribute(name).unwrap();
                    value.map_or(String::new(), |found| found.value.into_owned())
                };
                match tag.name().as_ref() {
                    "node" => assert!(nodes.insert(get("id"))),
                    "edge" => edges.push((get("source"), get("target"), String::new())),
                    "data" => key = get("key"),
                    _ => {}
                }
            }
            Xml::Text(words) if key == "kind" => edges.last_mut().unwrap().2 = words.to_string(),
            Xml::End(_) => key.clear(),
            _ => {}
        }
    }
}

#[test]
fn the_network_leaves_with_all_nodes_and_kinds_of_edges() {
    let book = story();
    let text = graphml::write(&book, &book.places);
    let (nodes, edges) = reread(&text);
    let id = |number: u128| Id::<Contact>::new(number).to_string();
    assert_eq!(nodes, BTreeSet::from(["me".to_owned(), id(1), id(2), id(3)]));
    let edge = |from: &str, to: &str, kind: &str| (from.to_owned(), to.to_owned(), kind.to_owned());
    assert_eq!(
        edges,
        [
            edge(&id(1), "me", "introduction"),
            edge(&id(1), &id(2), "introduction"),
            edge("me", &id(2), "introduced"),
            edge("me", &id(3), "referral"),
            edge(&id(1), &id(3), "relationship"),
            edge(&id(2), &id(3), "shared_event"),
        ]
    );
    assert!(text.contains("<data key=\"x\">12.5</data><data key=\"y\">-3</data>"));
    assert!(text.contains("Müller &amp; Söhne"));
}

#[test]
fn hostile_texts_survive_graphml() {
    for seed in 0..10 {
        let book = books::hostile(seed, 8);
        let text = graphml::write(&book, &book.places);
        let (nodes, edges) = reread(&text);
        assert_eq!(nodes.len(), book.contacts.len() + 1);
        assert!(edges.iter().all(|(from, to, _)| nodes.contains(from) && nodes.contains(to)));
        let impossible =
            |character| matches!(character, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
        assert!(!text.contains(impossible));
    }
}

/// A reader that we did not write; skipped where Python has no networkx.
#[test]
fn networkx_reads_the_network() {
    let script = "import sys, networkx as n\n\
                  g = n.read_graphml(sys.argv[1], force_multigraph=True)\n\
                  print(g.number_of_nodes(), g.number_of_edges(), repr(g.nodes['me']['x']))";
    let python = |arguments: &[&str]| std::process::Command::new("python3").args(arguments).output();
    if !python(&["-c", "import networkx"]).is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: there is no python3 with networkx");
        return;
    }
    for book in [story(), books::hostile(4, 10)] {
        let text = graphml::write(&book, &book.places);
        let edges = reread(&text).1.len();
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let output = python(&["-c", script, file.path().to_str().unwrap()]).unwrap();
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let expected = format!("{} {edges} 0.0", book.contacts.len() + 1);
        assert_eq!(said, expected, "{}", String::from_utf8_lossy(&output.stderr));
    }
}
