//! CPU times of networks as files: `cargo bench --bench network_files`. Reading 300,000 edges, refusing a million, and
//! writing 10,000 people with 30,000 edges in every form. Names of forms as arguments choose among them.

#![allow(missing_docs, reason = "a program, not a library")]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use cardloom::edit::{Edit, Stamp};
use cardloom::exchange::graph::picture::{self, Look, Words};
use cardloom::exchange::graph::{
    CIRCLES, Edge, Flow, Form, Graph, Kind, ME, Node, plan, propose, read, write,
};
use cardloom::model::Book;
use chrono::NaiveDate;
use cpu_time::ProcessTime;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str()));
    let small = graph(10_000, 30_000);
    for form in [Form::Graphml, Form::Gexf, Form::Dot, Form::Edges, Form::NodeLink] {
        if is_wanted(form.name()) {
            let text = write(&small, form, &mut |_, _| true).unwrap_or_default();
            let what = format!("{}: write 10,000 / 30,000, {} KB", form.name(), text.len() / 1024);
            measure(&what, 5, || drop(black_box(write(&small, form, &mut |_, _| true))));
        }
    }
    if is_wanted("SVG") {
        let look = Look::default();
        let words = Words::default();
        measure("SVG: draw 10,000 / 30,000", 5, || {
            drop(black_box(picture::draw(&small, &look, &words).svg()));
        });
        let drawing = picture::draw(&small, &look, &words);
        measure("SVG: the same with outlines", 1, || {
            drop(black_box(picture::outlined(&drawing, &mut |_, _| true)));
        });
        measure("PNG: the same at 200 dpi", 1, || {
            drop(black_box(picture::png(&drawing, 200.0 / 96.0, &mut |_, _| true)));
        });
    }
    let large = graph(100_000, 299_000);
    for form in [Form::Graphml, Form::Gexf, Form::Dot, Form::Edges, Form::NodeLink] {
        if is_wanted(form.name()) {
            let text = write(&large, form, &mut |_, _| true).unwrap_or_default();
            let what = format!("{}: read 299,000 edges, {} MB", form.name(), text.len() >> 20);
            measure(&what, 3, || drop(black_box(read(text.as_bytes(), "csv", &mut |_, _| true))));
        }
    }
    if is_wanted("plan") {
        let text = write(&large, Form::Edges, &mut |_, _| true).unwrap_or_default();
        let Ok(file) = read(text.as_bytes(), "csv", &mut |_, _| true) else { return };
        let book = Book::default();
        let proposal = propose(file.graph.clone(), &book);
        measure("plan: recognise 100,000 people", 3, || drop(black_box(propose(file.graph.clone(), &book))));
        measure("plan: 299,000 edges", 3, || {
            drop(black_box(plan(&proposal, &book, &BTreeSet::new(), true)));
        });
        let network = Box::new(plan(&proposal, &book, &BTreeSet::new(), true).network);
        measure("plan: carried out", 3, || {
            let stamp = Stamp::new(chrono::DateTime::default(), NaiveDate::default(), 1);
            let edit = Edit::TakeInNetwork { network: network.clone() };
            drop(black_box(edit.carry_out(&book, stamp)));
        });
    }
    if is_wanted("million") {
        let mut text = String::from("source,target,kind\n");
        for edge in 0..1_000_000_u32 {
            text.push_str(&format!("Person {},Person {},friend\n", edge % 50_000, (edge * 7 + 1) % 50_000));
        }
        let what = format!("CSV: refuse a million edges, {} MB", text.len() >> 20);
        measure(&what, 3, || drop(black_box(read(text.as_bytes(), "csv", &mut |_, _| true))));
    }
}

/// People on a spiral, each joined to earlier ones.
fn graph(nodes: usize, edges: usize) -> Graph {
    let mut graph = Graph { own: true, ..Graph::default() };
    for number in 0..nodes {
        let (angle, reach) = (number as f32 * 2.4, 40.0 * (number as f32).sqrt());
        graph.nodes.push(Node {
            key: if number == 0 { ME.to_owned() } else { format!("{number:032x}") },
            name: format!("Haruka Tanaka {number}"),
            organization: format!("Optik {}", number / 8),
            place: Some([angle.cos() * reach, angle.sin() * reach]),
            radius: 14.0,
            colours: vec![CIRCLES[number % CIRCLES.len()]],
            ..Node::default()
        });
    }
    for number in 0..edges {
        let from = number % nodes;
        let kind = [Kind::Relationship, Kind::Introduction, Kind::SharedEvent][number % 3];
        let is_arrow = kind == Kind::Introduction;
        graph.edges.push(Edge {
            from: from as u32,
            to: ((from * 7 + number / nodes + 1) % nodes) as u32,
            kind,
            flow: is_arrow.then_some(Flow::Talking),
            directed: is_arrow,
            label: if kind == Kind::Relationship { "Friend".to_owned() } else { String::new() },
            on: NaiveDate::from_ymd_opt(2025, 1 + (number % 12) as u32, 3),
            record: format!("{number:032x}"),
            ..Edge::default()
        });
    }
    graph
}

fn measure(what: &str, times: u32, mut work: impl FnMut()) {
    let mut all: Vec<Duration> = (0..times)
        .map(|_| {
            let begun = ProcessTime::now();
            work();
            begun.elapsed()
        })
        .collect();
    all.sort();
    println!("{what:46} {:9.1} ms", all[all.len() / 2].as_secs_f64() * 1000.0);
}
