//! What the network answers, judged by somebody else: Python's `networkx` looks for the cheapest ways, for who holds people
//! together and for communities in the same graphs. Where it is missing these tests say so and pass, except under `CI`.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::process::{Command, Stdio};

use cardloom::index::{Bridges, End, Index, Network, Roads};
use cardloom::model::*;
use serde_json::{Value, json};

use crate::books::put;
use crate::network_files::{PYTHON, has_reader};
use crate::source::root;

/// SplitMix64: the same graphs on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % u64::from(limit.max(1))) as u32
    }
}

/// A graph and what is asked of it.
#[derive(Default)]
struct Case {
    nodes: u32,
    edges: Vec<(u32, u32, u32)>,
    met: Vec<u32>,
    questions: Vec<(u32, u32, usize)>,
    communities: Vec<Vec<u32>>,
}

impl Case {
    /// As many edges as said for each hundred nodes, at random; few different costs make many ways equally cheap.
    fn random(dice: &mut Dice, nodes: u32, edges_each_hundred: u32, dearest: u32) -> Self {
        let edges = (0..nodes * edges_each_hundred / 100)
            .map(|_| (dice.below(nodes), dice.below(nodes), 1 + dice.below(dearest)))
            .collect();
        let met = (0..1 + nodes / 4).map(|_| 1 + dice.below(nodes - 1)).collect::<BTreeSet<u32>>();
        let questions = (0..6).map(|_| (dice.below(nodes), dice.below(nodes), 1 + dice.below(9) as usize));
        Self {
            nodes,
            edges,
            met: met.into_iter().collect(),
            questions: questions.collect(),
            ..Self::default()
        }
    }

    /// The people behind me as a book; ties with me are left out.
    fn book(&self) -> Book {
        let mut book = Book::default();
        for id in 1..self.nodes {
            let name = PersonName::new(format!("Person {id}"), "");
            put(&mut book, Contact { id: Id::new(u128::from(id)), name, ..Contact::default() });
        }
        for (&(a, b, _), id) in self.edges.iter().zip(1..) {
            if a != b && a.min(b) > 0 {
                let (from, to) = (Id::new(u128::from(a)), Id::new(u128::from(b)));
                put(&mut book, Relationship { id: Id::new(id), from, to, ..Relationship::default() });
            }
        }
        for &met in &self.met {
            let (id, contacts) = (Id::new(u128::from(met)), [Id::new(u128::from(met))].into());
            put(&mut book, Encounter { id, contacts, ..Encounter::default() });
        }
        book
    }

    fn network(&self) -> std::sync::Arc<Network> {
        Index::rebuild(&self.book()).network()
    }
}

/// What the judge says of all cases.
fn judged(cases: &[Case]) -> Vec<Value> {
    let graphs: Vec<Value> = cases
        .iter()
        .map(|case| {
            json!({
                "nodes": case.nodes, "edges": case.edges, "met": case.met,
                "questions": case.questions, "communities": case.communities,
            })
        })
        .collect();
    let script = root().join("tests/check_paths.py");
    let mut judge = Command::new(PYTHON);
    let judge = judge.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut judge = judge.spawn().unwrap();
    let question = json!({ "graphs": graphs }).to_string();
    judge.stdin.take().unwrap().write_all(question.as_bytes()).unwrap();
    let output = judge.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn numbers(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

/// Objects of JSON have texts as keys.
fn by_node(value: &Value) -> BTreeMap<u32, Value> {
    value.as_object().unwrap().iter().map(|(node, value)| (node.parse().unwrap(), value.clone())).collect()
}

#[test]
fn the_best_ways_are_those_that_networkx_finds() {
    if !has_reader() {
        return;
    }
    let mut dice = Dice(11);
    let mut cases: Vec<Case> = Vec::new();
    for size in [2, 3, 6, 10, 17, 40, 90] {
        for (each_hundred, dearest) in [(90, 4), (130, 1_000), (250, 3), (300, 50)] {
            cases.push(Case::random(&mut dice, size, each_hundred, dearest));
        }
    }
    // Long detours: a ring with a tail, so that leaving the best way means going round.
    let mut ring = Case { nodes: 200, questions: vec![(0, 199, 4), (10, 100, 3)], ..Case::default() };
    ring.edges = (0..190).map(|node| (node, (node + 1) % 190, 1 + node % 7)).collect();
    ring.edges.extend((189..199).map(|node| (node, node + 1, 2)));
    cases.push(ring);
    cases.push(Case::random(&mut dice, 300, 300, 1_000));
    for (case, judged) in cases.iter().zip(judged(&cases)) {
        let roads = Roads::new(case.nodes as usize, case.edges.iter().copied());
        for (&(from, to, count), expected) in case.questions.iter().zip(judged["paths"].as_array().unwrap()) {
            let found = roads.best_few(from, &[End { node: to, extra: 0 }], count);
            let costs: Vec<u64> = found.iter().map(|road| u64::from(road.cost)).collect();
            assert_eq!(costs, numbers(expected), "{from} → {to} of {} nodes: {:?}", case.nodes, case.edges);
        }
    }
}

#[test]
fn who_holds_people_together_is_whom_networkx_names() {
    if !has_reader() {
        return;
    }
    let mut dice = Dice(23);
    let cases: Vec<Case> = (0..40)
        .map(|at| {
            let mut case = Case::random(&mut dice, 4 + at * 2, 60 + at % 5 * 20, 9);
            case.edges.retain(|(a, b, _)| a.min(b) > &0);
            case.questions = vec![(1, 2, 1)];
            case
        })
        .collect();
    for (case, judged) in cases.iter().zip(judged(&cases)) {
        let network = case.network();
        let found = Bridges::of(&network);
        let cuts: BTreeMap<u32, Vec<u64>> = found
            .bridges
            .iter()
            .filter(|bridge| !bridge.pieces.is_empty())
            .map(|bridge| {
                let sizes = bridge.pieces.iter().map(|size| *size as u64).collect();
                (u32::try_from(bridge.contact.value()).unwrap(), sizes)
            })
            .collect();
        let expected: BTreeMap<u32, Vec<u64>> =
            by_node(&judged["cuts"]).into_iter().map(|(node, sizes)| (node, numbers(&sizes))).collect();
        assert_eq!(cuts, expected, "{:?}", case.edges);
        let lost = found.bridges.iter().filter(|bridge| bridge.lost > 0);
        let lost: BTreeMap<u32, u64> =
            lost.map(|bridge| (u32::try_from(bridge.contact.value()).unwrap(), bridge.lost as u64)).collect();
        let expected: BTreeMap<u32, u64> = by_node(&judged["lost"])
            .into_iter()
            .map(|(node, count)| (node, count.as_u64().unwrap()))
            .collect();
        assert_eq!(lost, expected, "{:?}, met {:?}", case.edges, case.met);
        let alone: Vec<u64> = found.alone.iter().map(|id| u64::try_from(id.value()).unwrap()).collect();
        assert_eq!(alone, numbers(&judged["alone"]));
        let steps = by_node(&judged["steps"]);
        let distances = network.distances(1, |kind| kind != cardloom::index::EdgeKind::Met);
        for (node, distance) in (0..).zip(&distances) {
            let expected =
                steps.get(&node).map_or(u64::from(Network::UNREACHABLE), |it| it.as_u64().unwrap());
            assert_eq!(u64::from(*distance), expected, "from 1 to {node}: {:?}", case.edges);
        }
    }
}

#[test]
fn communities_are_about_as_good_as_those_of_networkx() {
    if !has_reader() {
        return;
    }
    let mut dice = Dice(5);
    let mut cases = Vec::new();
    for groups in [4, 9] {
        let (size, mut case) = (25, Case { nodes: groups * 25 + 1, ..Case::default() });
        for group in 0..groups {
            let one = |dice: &mut Dice| 1 + group * size + dice.below(size);
            case.edges.extend((0..size * 4).map(|_| (one(&mut dice), one(&mut dice), 1)));
        }
        for _ in 0..groups * 8 {
            case.edges.push((1 + dice.below(groups * size), 1 + dice.below(groups * size), 1));
        }
        let mut known = BTreeSet::new();
        case.edges.retain(|(a, b, _)| a != b && known.insert((*a.min(b), *a.max(b))));
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (node, community) in (0..).zip(case.network().communities()).skip(1) {
            members.entry(community).or_default().push(node);
        }
        case.communities = members.into_values().collect();
        cases.push(case);
    }
    for (case, judged) in cases.iter().zip(judged(&cases)) {
        let quality: Vec<f64> =
            judged["modularity"].as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect();
        assert!(quality[0] > 0.3 && quality[0] >= 0.97 * quality[1], "{quality:?} of {} nodes", case.nodes);
    }
}
