//! Networks on the command line: `import` of maps and `export` in every form.

use std::fs;

use crate::cli::Desk;
use crate::source::root;

fn bring(desk: &Desk, name: &str) {
    let bytes = fs::read(root().join("tests/fixtures/networks").join(name)).expect("a fixture");
    desk.write(name, &bytes);
}

#[test]
fn a_map_comes_in_after_a_dry_run_and_twice_adds_nothing() {
    let desk = Desk::new();
    bring(&desk, "gephi.gexf");
    let dry = desk.run(&["import", "gephi.gexf", "--dry-run", "--book", "book.ron"]).expect(0);
    assert!(dry.out.contains("4 people new") && dry.out.contains("Nothing was written"), "{}", dry.out);
    assert!(dry.err.contains("gephi.gexf") && dry.err.contains("line 24"), "{}", dry.err);
    assert!(!desk.path("book.ron").exists());

    let json = desk.run(&["import", "gephi.gexf", "--json", "--book", "book.ron"]).expect(0).json();
    assert_eq!((json["people_added"].as_u64(), json["ties_added"].as_u64()), (Some(4), Some(3)), "{json}");
    assert_eq!(json["files"][0]["result"], "network");
    let again = desk.run(&["import", "gephi.gexf", "--json", "--book", "book.ron"]).expect(0).json();
    assert_eq!((again["people_added"].as_u64(), again["ties_added"].as_u64()), (Some(0), Some(0)), "{again}");
    assert_eq!(again["files"][0]["network"]["ties_known"], 3);
    let apart =
        desk.run(&["import", "gephi.gexf", "--json", "--all-new", "--no-places", "--book", "book.ron"]);
    assert_eq!(apart.expect(0).json()["people_added"], 4);
    desk.run(&["check", "--book", "book.ron"]).expect(0);
}

#[test]
fn bad_networks_are_refused_one_line_each_and_the_rest_goes_on() {
    let desk = Desk::new();
    bring(&desk, "kumu.csv");
    desk.write("empty.gexf", b"");
    desk.write("cut.graphml", b"<graphml><graph><node id=\"a\"");
    desk.write("people.csv", b"name,mail\nMina,mina@example.org\n");
    let files = ["kumu.csv", "empty.gexf", "cut.graphml", "people.csv"];
    let run = desk.run(&[&["import", "--book", "book.ron"], files.as_slice()].concat()).expect(1);
    for file in &files[1..] {
        assert_eq!(run.err.lines().filter(|line| line.contains(file)).count(), 1, "{file}: {}", run.err);
    }
    assert!(run.out.contains("3 people new"), "{}", run.out);
}

#[test]
fn a_network_leaves_in_every_form_with_everybody_in_a_place() {
    let desk = Desk::new();
    desk.demo();
    for (format, begins) in [
        ("graphml", "<?xml"),
        ("gexf", "<?xml"),
        ("dot", "digraph"),
        ("edges-csv", "source,target"),
        ("node-link", "{\"directed\""),
        ("svg", "<?xml"),
    ] {
        let out = desk.run(&["export", "--format", format, "--book", "demo.ron"]).expect(0).out;
        assert!(out.starts_with(begins), "{format}: {out:.80}");
        // Whoever has no place gets one.
        match format {
            "graphml" => assert_eq!(out.matches("key=\"x\"").count(), 41),
            "gexf" => assert_eq!(out.matches("<viz:position").count(), 41),
            "dot" => assert_eq!(out.matches(", pos=").count(), 41),
            "svg" => assert_eq!(out.matches("<g><title>").count(), 41),
            _ => {}
        }
        let file = format!("again.{format}");
        let ending = if format == "edges-csv" { "again.csv" } else { file.as_str() };
        desk.write(ending, out.as_bytes());
        if format != "svg" && format != "node-link" {
            let again = desk.run(&["import", ending, "--dry-run", "--json", "--book", "demo.ron"]).expect(0);
            let json = again.json();
            assert_eq!(json["people_added"], 0, "{format}: {json}");
        }
    }
    let options = ["export", "--format", "png", "--dpi", "40", "--page", "a3", "--book", "demo.ron", "--out"];
    desk.run(&[&options[..], &["net.png"]].concat()).expect(0);
    assert!(fs::read(desk.path("net.png")).expect("a picture").starts_with(b"\x89PNG"));
    let outlines = desk.run(&["export", "--format", "svg", "--outlines", "--book", "demo.ron"]).expect(0).out;
    assert!(!outlines.contains("<text"));
}

#[test]
fn a_choice_that_has_no_effect_is_refused() {
    let desk = Desk::new();
    desk.demo();
    for options in [
        ["--format", "gexf", "--page", "a3"],
        ["--format", "svg", "--dpi", "90"],
        ["--format", "png", "--dpi", "9000"],
        ["--format", "svg", "--page", "napkin"],
    ] {
        let run = desk.run(&[&["export", "--book", "demo.ron"], options.as_slice()].concat()).expect(2);
        assert!(run.out.is_empty() && !run.err.is_empty(), "{options:?}");
    }
    for format in ["edges-csv", "svg", "ron"] {
        desk.run(&["export", "--book", "demo.ron", "--format", format, "--reach"]).expect(2);
    }
    let with = desk.run(&["export", "--book", "demo.ron", "--format", "node-link", "--reach"]).expect(0).out;
    let without = desk.run(&["export", "--book", "demo.ron", "--format", "node-link"]).expect(0).out;
    assert!(with.contains("@example.") && !without.contains('@'), "{without:.300}");
}
