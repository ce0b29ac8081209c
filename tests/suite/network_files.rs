//! Networks that leave and come in. What is exported is read by Python's `networkx`, which knows nothing of this program;
//! where it is missing those tests say so and pass, except under `CI`. `scripts/test` installs it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use cardloom::edit::Edit;
use cardloom::exchange::graph::{self, Counts, Fate, Form, Graph, GraphFile, Kind, plan, propose};
use cardloom::exchange::share::{self, Audience};
use cardloom::index::Index;
use cardloom::model::*;
use cardloom::session::network::{bytes_of, ending_of, graph_of, network_file};
use cardloom::session::{NetworkChoices, NetworkFormat, Wanted};
use cardloom::text::{Locale, Texts};
use chrono::NaiveDate;
use serde_json::Value;

use crate::books::{self, put};
use crate::source::root;
use crate::world::{World, today};

/// Debian's own interpreter: another one on the PATH would not see Debian's packages.
pub const PYTHON: &str = if cfg!(target_os = "linux") { "/usr/bin/python3" } else { "python3" };

pub const FORMS: [(Form, &str); 5] = [
    (Form::Graphml, "graphml"),
    (Form::Gexf, "gexf"),
    (Form::Dot, "dot"),
    (Form::Edges, "csv"),
    (Form::NodeLink, "node-link"),
];

/// Whether the other reader is there. Under CI it must be.
pub fn has_reader() -> bool {
    let asked = Command::new(PYTHON).args(["-c", "import networkx, pydot"]).output();
    let there = asked.is_ok_and(|output| output.status.success());
    assert!(
        there || std::env::var_os("CI").is_none(),
        "python3-networkx or python3-pydot is missing; scripts/test installs them"
    );
    if !there {
        eprintln!("not tested: python3-networkx or python3-pydot is missing");
    }
    there
}

/// What the other reader understood of a file.
fn understood(form: &str, text: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("network");
    std::fs::write(&path, text).unwrap();
    let script = root().join("tests/check_network.py");
    let output = Command::new(PYTHON).arg(script).arg(form).arg(&path).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{form}: {complaint}\n{text:.4000}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn them(id: u128) -> Party {
    Party::Contact(Id::new(id))
}

/// Every kind of edge, with texts that hurt.
pub fn story() -> Book {
    let mut book = Book::default();
    let organization =
        Organization { id: Id::new(50), name: "Müller & <Söhne>".to_owned(), ..Organization::default() };
    let circle =
        Circle { id: Id::new(40), name: "Food, \"drink\"".to_owned(), colour: 2, ..Circle::default() };
    let people =
        [(1, "Aiko", "Tanaka"), (2, "Jonas", "O'Weber \\ \"W\""), (3, "Priya", "Sharma"), (4, "遥", "田中")];
    for (id, given, family) in people {
        put(
            &mut book,
            Contact {
                id: Id::new(id),
                name: PersonName::new(given, family),
                circles: [circle.id].into_iter().filter(|_| id == 2).collect(),
                tags: ["tea".to_owned()].into_iter().filter(|_| id == 3).collect(),
                only_mentioned: id == 4,
                affiliations: (id == 2)
                    .then(|| Affiliation {
                        organization: organization.id,
                        title: "CEO".to_owned(),
                        ..Affiliation::default()
                    })
                    .into_iter()
                    .collect(),
                ..Contact::default()
            },
        );
        put(&mut book, Place { id: Id::new(id), x: id as f32 * 100.5, y: -30.0, pinned: false });
    }
    put(&mut book, organization);
    put(&mut book, circle);
    let event = Event {
        id: Id::new(60),
        title: "Meet\nup".to_owned(),
        starts_on: day(2026, 3, 2),
        ..Event::default()
    };
    for (id, contact) in [(71, 1), (72, 2)] {
        let (contact, event) = (Some(Id::new(contact)), Some(event.id));
        put(
            &mut book,
            Card { id: Id::new(id), contact, event, received_on: day(2026, 3, 2), ..Card::default() },
        );
    }
    put(&mut book, event);
    put(
        &mut book,
        Introduction {
            id: Id::new(80),
            introducer: them(1),
            a: Party::Me,
            b: them(2),
            on: day(2025, 5, 31),
            state: IntroductionState::LedToWork,
            ..Introduction::default()
        },
    );
    let both = Introduction {
        id: Id::new(81),
        introducer: them(3),
        a: them(1),
        b: them(4),
        ..Introduction::default()
    };
    put(&mut book, both);
    let mine = Introduction { id: Id::new(82), a: them(2), b: them(3), ..Introduction::default() };
    put(&mut book, mine);
    put(
        &mut book,
        Referral {
            id: Id::new(83),
            subject: Id::new(1),
            giver: Party::Me,
            recipient: them(3),
            state: ReferralState::OwnerTold,
            owner_told_on: day(2026, 1, 5),
            steps: day(2026, 1, 5)
                .map(|on| ReferralStep { state: ReferralState::OwnerTold, on })
                .into_iter()
                .collect(),
            ..Referral::default()
        },
    );
    for (id, from, to, kind) in [
        (84, 3, 1, RelationKind::Mentor),
        (85, 1, 2, RelationKind::Friend),
        (86, 2, 4, RelationKind::Other("rival".to_owned())),
    ] {
        let (from, to) = (Id::new(from), Id::new(to));
        let (since, until) = (day(2020, 1, 31), (id == 86).then(|| day(2024, 6, 30)).flatten());
        put(
            &mut book,
            Relationship { id: Id::new(id), from, to, kind, since, until, ..Relationship::default() },
        );
    }
    // An edge that would end in nothing.
    put(
        &mut book,
        Relationship { id: Id::new(87), from: Id::new(1), to: Id::new(99), ..Relationship::default() },
    );
    book
}

pub fn exported(book: &Book, form: Form) -> String {
    let (choices, texts) = (NetworkChoices::default(), Texts::new(Locale::En));
    let format = NetworkFormat::Form(form);
    let (bytes, _) =
        network_file(&share::book(book, Audience::Me), format, &choices, (&texts, today()), &mut |_, _| true)
            .unwrap();
    String::from_utf8(bytes).unwrap()
}

pub fn read(text: &str, ending: &str) -> GraphFile {
    graph::read(text.as_bytes(), ending, &mut |_, _| true).unwrap()
}

/// The text of a value, whatever type the other reader made of it.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

#[test]
fn networkx_reads_people_edges_kinds_days_and_places() {
    if !has_reader() {
        return;
    }
    let book = story();
    let id = |number: u128| Id::<Contact>::new(number).to_string();
    for (form, name) in FORMS {
        let found = understood(name, &exported(&book, form));
        let edges = found["edges"].as_array().unwrap();
        let kinds = |kind: &str| edges.iter().filter(|edge| text(&edge[2]["kind"]) == kind).count();
        let expected =
            [("introduction", 4), ("referral", 1), ("relationship", 3), ("shared_event", 1), ("met", 2)];
        for (kind, count) in expected {
            assert_eq!(kinds(kind), count, "{name}: {kind} in {found}");
        }
        assert_eq!(edges.len(), 11, "{name}");
        let mentor = edges.iter().find(|edge| edge[0] == id(3) && edge[1] == id(1)).unwrap();
        let label = if form == Form::Dot { "tooltip" } else { "label" };
        assert_eq!(mentor[2][label], "Mentor", "{name}: points as the record does");
        assert_eq!(text(&mentor[2]["date"]), "2020-01-31", "{name}");
        if form == Form::Edges {
            continue;
        }
        let nodes = found["nodes"].as_object().unwrap();
        assert_eq!(nodes.len(), 5, "{name}: {found}");
        let jonas = &nodes[&id(2)];
        let called = if matches!(form, Form::Gexf | Form::Dot) { "label" } else { "name" };
        assert_eq!(jonas[called], "Jonas O'Weber \\ \"W\"", "{name}");
        assert_eq!(jonas["organization"], "Müller & <Söhne>", "{name}");
        assert_eq!(nodes[&id(4)][called], "田中 遥", "{name}");
        let (x, y) = match form {
            Form::Gexf => (jonas["viz"]["position"]["x"].as_f64(), jonas["viz"]["position"]["y"].as_f64()),
            Form::Dot => {
                let place = text(&jonas["pos"]);
                let (x, y) = place.trim_end_matches('!').split_once(',').unwrap();
                (x.parse().ok(), y.parse().ok())
            }
            _ => (jonas["x"].as_f64(), jonas["y"].as_f64()),
        };
        assert_eq!((x, y), (Some(201.0), Some(30.0)), "{name}: y grows upwards");
        if form == Form::Gexf {
            let colour = &jonas["viz"]["color"];
            assert_eq!(
                [&colour["r"], &colour["g"], &colour["b"]].map(Value::as_i64),
                [0x7F, 0x8F, 0x2E].map(Some)
            );
            let friend = edges.iter().find(|edge| edge[2]["label"] == "Friend").unwrap();
            assert_eq!(text(&friend[2]["start"]), "2020-01-31");
        }
    }
}

#[test]
fn networkx_reads_whatever_stands_in_the_book() {
    if !has_reader() {
        return;
    }
    for seed in 0..4 {
        let book = books::hostile(seed, 8);
        let index = Index::rebuild(&book);
        let graph = graph_of(&book, &index, &book.places, &Wanted::default(), today());
        assert!(
            graph.edges.iter().all(|edge| edge.from != edge.to && (edge.to as usize) < graph.nodes.len())
        );
        for (form, name) in FORMS {
            let found = understood(name, &exported(&book, form));
            assert_eq!(found["edges"].as_array().unwrap().len(), graph.edges.len(), "{seed} {name}");
            if form != Form::Edges {
                let keys: BTreeSet<&str> = graph.nodes.iter().map(|node| node.key.as_str()).collect();
                let found: BTreeSet<&str> =
                    found["nodes"].as_object().unwrap().keys().map(String::as_str).collect();
                assert_eq!(found, keys, "{seed} {name}");
            }
        }
    }
}

/// Takes a file in through the session, as one step.
fn taken_in(world: World, file: GraphFile) -> (World, Counts) {
    let proposal = propose(file.graph, world.session.book());
    let plan = plan(&proposal, world.session.book(), &BTreeSet::new(), true);
    (world.edit(Edit::TakeInNetwork { network: Box::new(plan.network) }), plan.counts)
}

fn names_of(book: &Book) -> BTreeSet<String> {
    book.contacts.values().map(|contact| contact.display_name()).collect()
}

#[test]
fn a_network_of_our_own_comes_back_as_it_was() {
    let book = story();
    for (form, ending) in FORMS {
        let file = read(&exported(&book, form), ending);
        assert!(file.graph.own, "{ending}");
        let (world, counts) = taken_in(World::new(), file.clone());
        let taken = world.session.book();
        assert_eq!(names_of(taken), names_of(&book), "{ending}");
        let ties = |book: &Book| -> BTreeSet<String> {
            let name = |id: Id<Contact>| book.get(id).map(|contact| contact.display_name());
            let party = |party: Party| party.contact().map(name);
            let relationships = book.relationships.values().filter(|tie| name(tie.to).is_some()).map(|tie| {
                format!(
                    "{:?} {:?} {:?} {:?} {:?}",
                    name(tie.from),
                    name(tie.to),
                    tie.kind,
                    tie.since,
                    tie.until
                )
            });
            let introductions = book.introductions.values().map(|it| {
                let (a, b) = (party(it.a), party(it.b));
                format!(
                    "{:?} {:?} {:?} {:?} {:?}",
                    party(it.introducer),
                    a.clone().min(b.clone()),
                    a.max(b),
                    it.on,
                    it.state
                )
            });
            let referrals = book.referrals.values().map(|it| {
                format!(
                    "{:?} {:?} {:?} {:?}",
                    name(it.subject),
                    party(it.giver),
                    party(it.recipient),
                    it.state
                )
            });
            relationships.chain(introductions).chain(referrals).collect()
        };
        assert_eq!(ties(taken), ties(&book), "{ending}");
        assert_eq!(counts.ties, 7, "{ending}");
        // A table has nothing but the ties.
        for (id, contact) in taken.contacts.iter().filter(|_| form != Form::Edges) {
            let before =
                book.contacts.values().find(|old| old.display_name() == contact.display_name()).unwrap();
            let (old, new) =
                (book.get(before.id.cast::<Place>()).unwrap(), taken.get(id.cast::<Place>()).unwrap());
            assert_eq!([new.x, new.y], [old.x, old.y], "{ending}");
            assert_eq!(contact.only_mentioned, before.only_mentioned, "{ending}");
        }
        // In the book that it came from there is nothing to do.
        let again = propose(file.graph, &book);
        assert!(again.fates.iter().all(|fate| matches!(fate, Fate::Known(_) | Fate::Me)), "{ending}");
        let counts = plan(&again, &book, &BTreeSet::new(), true).counts;
        assert!(counts.is_nothing() && counts.left.known == 7, "{ending}: {counts:?}");
    }
}

fn fixture(name: &str) -> GraphFile {
    let path = root().join("tests/fixtures/networks").join(name);
    graph::read(&std::fs::read(&path).unwrap(), &ending_of(&path), &mut |_, _| true).unwrap()
}

/// Names, and edges as `from kind label to day`.
fn told(graph: &Graph) -> (Vec<&str>, Vec<String>) {
    let name = |node: u32| {
        let node = &graph.nodes[node as usize];
        if node.name.is_empty() { node.key.as_str() } else { node.name.as_str() }
    };
    let names = (0..graph.nodes.len() as u32).map(name).collect();
    let edges = graph.edges.iter().map(|edge| {
        let arrow = if edge.directed { "→" } else { "–" };
        let on = edge.on.map(|day| format!(" {day}")).unwrap_or_default();
        format!(
            "{} {arrow} {} {}{}{on}",
            name(edge.from),
            name(edge.to),
            edge.kind.word(),
            if edge.label.is_empty() { String::new() } else { format!(" {}", edge.label) }
        )
    });
    (names, edges.collect())
}

#[test]
fn a_map_from_gephi_comes_in_with_companies_days_and_places() {
    let file = fixture("gephi.gexf");
    let (names, edges) = told(&file.graph);
    assert_eq!(names, ["Jonas Weber", "田中 遥", "Priya Sharma", "Nowhere"]);
    assert_eq!(
        edges,
        [
            "Jonas Weber – 田中 遥 relationship friend 2024-03-05",
            "Jonas Weber → Priya Sharma introduction 2025-05-31",
            "田中 遥 – Priya Sharma relationship sparring partner",
        ]
    );
    assert_eq!(
        (file.graph.nodes[0].organization.as_str(), file.graph.nodes[0].title.as_str()),
        ("Weber Optik", "Chief & founder")
    );
    let cleaned = file.cleaned;
    assert_eq!((cleaned.loops.count, cleaned.loops.first), (1, 24));
    assert_eq!((cleaned.endless.count, cleaned.duplicates.count, cleaned.places.count), (1, 1, 1));
    let (world, counts) = taken_in(World::new().contact("Jonas Weber"), file);
    assert_eq!((counts.new, counts.known, counts.ties, counts.placed), (3, 1, 3, 3));
    let book = world.session.book();
    let place = |name: &str| {
        let contact = book.contacts.values().find(|contact| contact.display_name() == name).unwrap();
        book.get(contact.id.cast::<Place>()).map(|place| **place)
    };
    let (jonas, haruka, priya) =
        (place("Jonas Weber").unwrap(), place("田中 遥").unwrap(), place("Priya Sharma").unwrap());
    assert!(jonas.x < haruka.x && jonas.y > priya.y, "{jonas:?} {haruka:?} {priya:?}");
    assert!(((haruka.x - jonas.x).hypot(haruka.y - jonas.y) - 100.0).abs() < 1.0, "an edge has its length");
    assert_eq!(place("Nowhere"), None);
    let introduction = book.introductions.values().next().unwrap();
    assert_eq!((introduction.a, introduction.on), (Party::Me, day(2025, 5, 31)));
    assert!(
        book.relationships
            .values()
            .any(|tie| tie.kind == RelationKind::Friend && tie.since == day(2024, 3, 5))
    );
}

#[test]
fn one_undo_takes_a_network_back() {
    let world = World::new().contact("Jonas Weber");
    let before = world.session.book().clone();
    let (mut world, _) = taken_in(world, fixture("gephi.gexf"));
    assert_ne!(*world.session.book(), before);
    world.session.undo().unwrap();
    assert_eq!(*world.session.book(), before);
    world.session.redo().unwrap();
    assert_eq!(world.session.book().contacts.len(), 4);
}

#[test]
fn nothing_of_whom_the_book_knows_is_written_over_and_the_same_file_twice_adds_nothing() {
    let world = World::new().contact("Jonas Weber").works_at("Zeiss");
    let jonas = world.id("Jonas Weber");
    let before = world.session.book().get(jonas).unwrap().clone();
    let (world, _) = taken_in(world, fixture("gephi.gexf"));
    assert_eq!(*world.session.book().get(jonas).unwrap(), before);
    let records = world.session.book().len();
    let (world, counts) = taken_in(world, fixture("gephi.gexf"));
    assert!(counts.is_nothing() && counts.left.known == 3, "{counts:?}");
    assert_eq!(world.session.book().len(), records);
}

#[test]
fn of_two_with_one_name_the_company_decides_else_nobody_does() {
    let world = World::new().contact("Jonas Weber").works_at("Weber Optik");
    let first = world.id("Jonas Weber");
    let twin = Contact { name: PersonName::new("Jonas", "Weber"), ..Contact::default() };
    let world = world.edit(Edit::AddContact {
        contact: Box::new(twin),
        employment: cardloom::edit::Employment::default(),
        received: None,
    });
    let proposal = propose(fixture("gephi.gexf").graph, world.session.book());
    assert_eq!((proposal.fates[0], proposal.ambiguous), (Fate::Known(first), 0));
    let proposal = propose(fixture("kumu.csv").graph, world.session.book());
    assert_eq!((proposal.fates[0], proposal.ambiguous), (Fate::New, 1));
}

#[test]
fn tables_and_json_of_kumu_come_in() {
    let file = fixture("kumu.csv");
    let (names, edges) = told(&file.graph);
    assert_eq!(names, ["Jonas Weber", "Mina Schäfer", "Sharma, Priya"]);
    assert_eq!(
        edges,
        [
            "Jonas Weber – Mina Schäfer relationship friend 2024-03-05",
            "Jonas Weber → Sharma, Priya introduction 2025-05-31",
            "Sharma, Priya → Mina Schäfer relationship sells to",
        ]
    );
    assert_eq!((file.cleaned.days.first, file.cleaned.nameless.first), (4, 5));
    let (world, _) = taken_in(World::new(), file);
    assert!(names_of(world.session.book()).contains("Priya Sharma"));

    let (world, counts) = taken_in(World::new(), fixture("kumu.json"));
    assert_eq!((counts.new, counts.organizations, counts.work, counts.ties), (2, 1, 1, 1));
    let book = world.session.book();
    let jonas = book.contacts.values().find(|contact| contact.display_name() == "Jonas Weber").unwrap();
    let work = jonas.current_affiliation().unwrap();
    assert_eq!(book.get(work.organization).unwrap().name, "Weber Optik");
    assert_eq!(work.title, "founder");
    assert!(jonas.tags.contains("optics") && jonas.only_mentioned);
}

#[test]
fn other_forms_come_in_too() {
    let (file, yed) = (fixture("networkx.json"), fixture("yed.graphml"));
    let (names, edges) = told(&file.graph);
    assert_eq!(names, ["Jonas Weber", "Mina \"NaN\" Schäfer", "2"]);
    assert_eq!(
        edges,
        [
            "Jonas Weber – Mina \"NaN\" Schäfer relationship neighbor 2023-07-01",
            "Mina \"NaN\" Schäfer – 2 relationship"
        ]
    );
    assert_eq!((file.graph.nodes[0].place, file.cleaned.places.count), (None, 1));

    let (names, edges) = told(&yed.graph);
    assert_eq!(names, ["Mina Schäfer", "Li 伟"]);
    assert_eq!(edges, ["Mina Schäfer → Li 伟 relationship mentor"]);
    assert_eq!(yed.graph.nodes[0].place, Some([100.0, 200.0]));
    assert_eq!(yed.graph.nodes[0].organization, "Müller & Söhne");

    let dot = fixture("team.dot");
    let (names, edges) = told(&dot.graph);
    assert_eq!(names, ["Jonas Weber", "Mina Schäfer", "Li \"W\" \\ Wei"]);
    assert_eq!(
        edges,
        [
            "Jonas Weber → Mina Schäfer relationship mentor 2020-01-31",
            "Mina Schäfer → Jonas Weber relationship works with",
            "Mina Schäfer → Li \"W\" \\ Wei relationship works with",
        ]
    );
    assert_eq!((dot.cleaned.loops.count, dot.cleaned.places.count), (1, 1));

    let gml = fixture("club.gml");
    let (names, edges) = told(&gml.graph);
    assert_eq!(names, ["Jonas über Weber", "Mina"]);
    assert_eq!(edges, ["Jonas über Weber – Mina relationship friend"]);
    assert_eq!(gml.cleaned.endless.first, 9);

    let plain = fixture("plain.edgelist");
    assert_eq!(told(&plain.graph).0, ["jonas", "mina", "li"]);
    assert_eq!((plain.graph.edges.len(), plain.cleaned.loops.count, plain.cleaned.nameless.count), (2, 1, 1));
}

#[test]
fn an_edge_of_the_owner_or_of_an_event_says_why_it_stays_out() {
    let owner = Owner { name: PersonName::new("Mina", "Schäfer"), ..Owner::default() };
    let world = World::new().edit(Edit::SetOwner { owner: Box::new(owner) });
    let table = "source,target,kind\nMina Schäfer,Jonas Weber,friend\nJonas Weber,Li Wei,shared_event\nJonas Weber,Mina Schäfer,introduction\n";
    let proposal = propose(read(table, "csv").graph, world.session.book());
    assert_eq!(proposal.fates[0], Fate::Me);
    let plan = plan(&proposal, world.session.book(), &BTreeSet::new(), true);
    assert_eq!((plan.counts.new, plan.counts.ties), (2, 0));
    assert_eq!((plan.counts.left.with_me, plan.counts.left.derived), (2, 1));
    let notes = plan.counts.notes(&Texts::new(Locale::En), 0);
    assert!(notes.len() == 2 && notes[0].contains("with you"), "{notes:?}");
}

/// Real files, where they lie beside the checkout.
fn corpus() -> Option<PathBuf> {
    let folder = root().join("../shared/corpora/graph");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("not tested: the corpus of real files is not beside the checkout");
    None
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

#[test]
fn every_real_file_is_read_or_refused_in_clear_words() {
    let Some(folder) = corpus() else { return };
    let known: BTreeMap<&str, (usize, usize)> = BTreeMap::from([
        ("les_miserables.gexf", (77, 254)),
        ("les_miserables.graphml", (77, 254)),
        ("Les Miserables.gexf", (77, 254)),
        ("karate.gexf", (34, 78)),
        ("karate.graphml", (34, 78)),
        ("florentine.graphml", (15, 20)),
        ("davis_southern_women.gexf", (32, 89)),
        ("adjacencylist.dot", (4, 5)),
        ("subgraph.dot", (2, 1)),
        ("label.gml", (3, 2)),
        ("emojis.gml", (1, 0)),
        ("cdata.graphml", (2, 1)),
    ]);
    let (mut read, mut refused, mut checked) = (0, 0, 0);
    for path in files_below(&folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = bytes_of(&path).unwrap().unwrap();
        match graph::read(&bytes, &ending_of(&path), &mut |_, _| true) {
            Ok(file) => {
                read += 1;
                if let Some(expected) = known.get(name.as_str()) {
                    assert_eq!((file.graph.nodes.len(), file.graph.edges.len()), *expected, "{name}");
                    checked += 1;
                }
                let (world, counts) = taken_in(World::new(), file);
                assert_eq!(world.session.book().contacts.len(), counts.new, "{name}");
            }
            Err(unread) => {
                refused += 1;
                let words = unread.text(&Texts::new(Locale::En), &name).unwrap();
                assert!(words.contains(&name) && words.contains("Nothing was taken in"), "{words}");
                assert!(
                    ["gz", "bz2", "zip"].contains(&ending_of(&path).as_str()) || name == "meta.gexf",
                    "{name}: {words}"
                );
            }
        }
    }
    assert_eq!(checked, known.len());
    assert!(read >= 30 && refused >= 3, "{read} read, {refused} refused");
}

#[test]
fn les_miserables_stands_as_gephi_drew_it() {
    let Some(folder) = corpus() else { return };
    let path = folder.join("gephi-samples/samples/Les Miserables.gexf");
    let file = graph::read(&std::fs::read(path).unwrap(), "gexf", &mut |_, _| true).unwrap();
    let before = file.graph.clone();
    let (world, counts) = taken_in(World::new(), file);
    assert_eq!((counts.new, counts.ties, counts.placed), (77, 254, 77));
    let book = world.session.book();
    assert!(book.relationships.values().all(|tie| tie.kind == RelationKind::Acquaintance));
    assert_eq!(before.edges.iter().filter(|edge| edge.kind == Kind::Relationship).count(), 254);
    // The same picture, larger or smaller and moved.
    let place = |name: &str| {
        let contact = book.contacts.values().find(|contact| contact.display_name() == name).unwrap();
        let place = book.get(contact.id.cast::<Place>()).unwrap();
        [place.x, place.y]
    };
    let was = |name: &str| before.nodes.iter().find(|node| node.name == name).unwrap().place.unwrap();
    let length = |a: [f32; 2], b: [f32; 2]| (a[0] - b[0]).hypot(a[1] - b[1]);
    let one = length(place("Myriel"), place("Napoleon")) / length(was("Myriel"), was("Napoleon"));
    let other = length(place("Valjean"), place("Marius")) / length(was("Valjean"), was("Marius"));
    assert!((one / other - 1.0).abs() < 0.01, "{one} {other}");
}
