//! What is wrong with network files, and that it harms nobody: refused or cleaned with a message, never a hang or a panic.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use cardloom::edit::Edit;
use cardloom::exchange::graph::{self, Form, MOST_EDGES, Unread, plan, propose};
use cardloom::session::network::{bytes_of, ending_of};
use cardloom::text::{Locale, Texts};
use proptest::prelude::*;

use crate::network_files::{FORMS, exported, read, story};
use crate::source::root;
use crate::world::today;

fn unread(bytes: &[u8], ending: &str) -> Unread {
    graph::read(bytes, ending, &mut |_, _| true).unwrap_err()
}

#[test]
fn a_file_in_any_writing_is_read_and_a_guess_is_told() {
    let text = "source,target,kind\n田中 はるか,Jürgen Groß,同僚\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_bom = [&[0xFF, 0xFE][..], &utf16].concat();
    let (shift_jis, _, broken) = encoding_rs::SHIFT_JIS.encode("source,target\n田中 はるか,鈴木 まこと\n");
    assert!(!broken);
    for (bytes, guessed, first) in [
        (text.as_bytes().to_vec(), None, "田中 はるか"),
        ([&[0xEF, 0xBB, 0xBF][..], text.as_bytes()].concat(), None, "田中 はるか"),
        (with_bom, None, "田中 はるか"),
        (shift_jis.to_vec(), Some("Shift_JIS"), "田中 はるか"),
        (b"source,target\nJ\xFCrgen Gro\xDF,Mina\n".to_vec(), Some("windows-1252"), "Jürgen Groß"),
    ] {
        let file = graph::read(&bytes, "csv", &mut |_, _| true).unwrap();
        assert_eq!((file.guessed, file.graph.nodes[0].name.as_str()), (guessed, first));
    }
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><gexf><graph><nodes><node id='1' label='J\xFCrgen'/></nodes></graph></gexf>";
    assert_eq!(graph::read(latin, "gexf", &mut |_, _| true).unwrap().graph.nodes[0].name, "Jürgen");
    let wrong = b"<?xml version=\"1.0\" encoding=\"klingon-8\"?><gexf/>";
    assert_eq!(unread(wrong, "gexf"), Unread::UnknownCharset("klingon-8".to_owned()));
}

/// A file of so many edges between so many people, without waste.
fn many(nodes: usize, edges: usize) -> String {
    let mut text = String::from("source,target\n");
    for edge in 0..edges {
        text.push_str(&format!("{},{}\n", edge % nodes, (edge / nodes + edge * 7 + 1) % nodes));
    }
    text
}

#[test]
fn a_million_edges_are_refused_before_they_are_kept() {
    let text = many(50_000, 1_000_000);
    let mut furthest = 0;
    let read = graph::read(text.as_bytes(), "csv", &mut |done, _| {
        furthest = furthest.max(done);
        true
    });
    assert_eq!(read.err(), Some(Unread::TooManyEdges));
    assert!(furthest < text.len() as u64 / 3, "the rest is not looked at: {furthest}");
    assert_eq!(unread(many(150_000, 150_000).as_bytes(), "csv"), Unread::TooManyNodes);
    // Edges that are left out count too.
    let loops = "a a\n".repeat(MOST_EDGES + 1);
    assert_eq!(unread(loops.as_bytes(), "edgelist"), Unread::TooManyEdges);
    // Groups multiply: two lines of DOT can mean more edges than any file.
    let group: String = (0..2_000).map(|node| format!("n{node};")).collect();
    assert_eq!(
        unread(format!("graph {{ {{{group}}} -- {{{group}}} }}").as_bytes(), "dot"),
        Unread::TooManyEdges
    );
    for (locale, most, remedy) in [
        (Locale::En, "300,000", "Filter"),
        (Locale::De, "300.000", "Filtere"),
        (Locale::Ja, "300,000", "絞り込"),
    ] {
        let words = Unread::TooManyEdges.text(&Texts::new(locale), "big.csv").unwrap();
        assert!(words.contains("big.csv") && words.contains(most) && words.contains(remedy), "{words}");
    }
}

#[test]
fn a_file_of_two_gigabytes_is_refused_by_its_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.graphml");
    let file = std::fs::File::create(&path).unwrap();
    // A hole takes no room on the disk.
    file.set_len(2 << 30).unwrap();
    assert_eq!(bytes_of(&path).unwrap(), Err(Unread::TooLarge));
    assert!(bytes_of(folder.path()).is_err());
}

#[test]
fn what_is_no_network_is_refused_in_words_that_name_file_place_and_remedy() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;\">\n]>\n<graphml><graph><node id=\"&b;\"/></graph></graphml>";
    let deep_xml = format!("<graphml>{}</graphml>", "<graph>".repeat(5_000));
    let deep_json = "{\"elements\":".repeat(100_000);
    let deep_node = format!("{{\"nodes\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_ignored = format!("{{\"x\": {}1{}, \"nodes\": []}}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_dot = format!("graph {{ {} }}", "{".repeat(100_000));
    let deep_gml = format!("graph [ {} ]", "a [ ".repeat(100_000));
    let cases: Vec<(&[u8], &str, Unread)> = vec![
        (b"", "graphml", Unread::Empty),
        (b"\xEF\xBB\xBF \n\n", "csv", Unread::Empty),
        (bomb.as_bytes(), "graphml", Unread::Entities(5)),
        (deep_xml.as_bytes(), "graphml", Unread::TooDeep(1)),
        (deep_json.as_bytes(), "json", Unread::TooDeep(1)),
        (deep_dot.as_bytes(), "dot", Unread::TooDeep(1)),
        (deep_gml.as_bytes(), "gml", Unread::TooDeep(1)),
        (b"<graphml>\n<graph>\n<node id=\"a\"", "graphml", Unread::Broken(Form::Graphml, 3)),
        (b"<graphml>\n<graph>\n</node></graph></graphml>", "graphml", Unread::Broken(Form::Graphml, 3)),
        (b"{\"nodes\": [\n{\"id\": }]}", "json", Unread::Broken(Form::NodeLink, 2)),
        (b"{\"people\": []}", "json", Unread::NotANetwork),
        (b"[1, 2, 3]", "json", Unread::NotANetwork),
        (b"digraph {\n a -> \n", "dot", Unread::Broken(Form::Dot, 3)),
        (b"graph [\n node [ id 1 ]\n", "gml", Unread::Broken(Form::Gml, 3)),
        (b"name,mail\nMina,mina@example.org\n", "csv", Unread::NoEnds),
        (b"PK\x03\x04 xl/workbook.xml", "xlsx", Unread::Packed),
        (b"\x1f\x8b\x08", "gz", Unread::Packed),
        (b"<html><body>Not found</body></html>", "graphml", Unread::NotANetwork),
        (b"Dear Mina,\nhello.\n", "dat", Unread::NotANetwork),
        (b"\x00\x01\x02\x03", "graphml", Unread::NotANetwork),
    ];
    for (bytes, ending, expected) in cases {
        assert_eq!(
            unread(bytes, ending),
            expected,
            "{}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(80)])
        );
        for locale in [Locale::En, Locale::De, Locale::Ja] {
            let words = expected.text(&Texts::new(locale), "map.file").unwrap();
            assert!(words.contains("map.file") && words.chars().count() > 20, "{words}");
        }
    }
    assert_eq!(Unread::Stopped.text(&Texts::new(Locale::En), "x"), None);
    // What means nothing is passed over at any depth.
    for deep in [deep_node, deep_ignored] {
        assert!(read(&deep, "json").graph.nodes.is_empty());
    }
    // An entity that nobody declared stays what it is.
    let file =
        read("<gexf><graph><nodes><node id='a' label='&nbsp;x &amp; y'/></nodes></graph></gexf>", "gexf");
    assert_eq!(file.graph.nodes[0].name, "&nbsp;x &amp; y");
}

#[test]
fn whoever_stops_the_reading_gets_nothing() {
    let text = many(1_000, 100_000);
    assert_eq!(graph::read(text.as_bytes(), "csv", &mut |_, _| false), Err(Unread::Stopped));
}

/// Everything that the readers are fed with.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let mut seeds: Vec<(String, Vec<u8>)> = std::fs::read_dir(root().join("tests/fixtures/networks"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (ending_of(&path), std::fs::read(&path).unwrap()))
        .collect();
    for (form, ending) in FORMS {
        let ending = if form == Form::NodeLink { "json" } else { ending };
        seeds.push((ending.to_owned(), exported(&story(), form).into_bytes()));
    }
    seeds.sort();
    assert!(seeds.len() >= 12, "the seeds are missing");
    seeds
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    /// Whatever stands in a file, reading ends without a panic, and what was read can be taken in.
    #[test]
    fn mutated_files_end_soon_and_well(
        seed in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, any::<prop::sample::Index>(), any::<Vec<u8>>()), 1..6),
        ending in prop::sample::select(vec!["", "csv", "json", "gml", "dot", "edgelist"]),
    ) {
        let seeds = seeds();
        let (own, mut bytes) = seeds[seed.index(seeds.len())].clone();
        for (at, length, from, new) in cuts {
            let (at, from) = (at.index(bytes.len().max(1)).min(bytes.len()), from.index(bytes.len().max(1)).min(bytes.len()));
            let end = (at + length).min(bytes.len());
            // Some pieces are moved, so that quotes and brackets meet where they should not.
            let piece = if new.len() % 2 == 0 { new } else { bytes[from..(from + length).min(bytes.len())].to_vec() };
            bytes.splice(at..end, piece);
        }
        for ending in [own.as_str(), ending] {
            let Ok(file) = graph::read(&bytes, ending, &mut |_, _| true) else { continue };
            let count = file.graph.nodes.len() as u32;
            prop_assert!(file.graph.edges.iter().all(|edge| edge.from < count && edge.to < count && edge.from != edge.to));
            let places = file.graph.nodes.iter().filter_map(|node| node.place).flatten();
            prop_assert!(places.into_iter().all(f32::is_finite));
            let book = story();
            let proposal = propose(file.graph, &book);
            let plan = plan(&proposal, &book, &BTreeSet::new(), true);
            let stamp = cardloom::edit::Stamp::new(chrono::DateTime::default(), today(), 1_000_000);
            let edit = Edit::TakeInNetwork { network: Box::new(plan.network) };
            let taken = edit.carry_out(&book, stamp);
            prop_assert!(taken.is_ok(), "{:?}", taken.err());
        }
    }
}
