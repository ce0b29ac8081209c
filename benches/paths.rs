//! Ways through a network: the best one, and the five best without a loop, beside plain Dijkstra on the same graph.
//! Run with `cargo bench --bench paths`, or with numbers of nodes as arguments.
//!
//! The graph is the one on which the peers were measured: as many nodes and three times as many edges, at random, weights from
//! 1 to 1,000. Prints milliseconds of CPU for one question, median, 95 % and worst of a hundred, and whether the first few are
//! optimal (compared with Dijkstra's). Then the book: 10,000 invented people, weighing all ties and answering.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hint::black_box;

use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::index::{Atlas, Bridges, End, Goal, Index, Lineage, Roads, Ways};
use chrono::NaiveDate;
use cpu_time::ProcessTime;

const QUESTIONS: usize = 100;

fn main() {
    let sizes: Vec<u32> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000] } else { sizes };
    for nodes in sizes {
        random(nodes, nodes * 3);
    }
    book();
}

/// SplitMix64: the same graph on every machine.
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

fn random(nodes: u32, edges: u32) {
    let mut dice = Dice(7);
    let list: Vec<(u32, u32, u32)> =
        (0..edges).map(|_| (dice.below(nodes), dice.below(nodes), 1 + dice.below(1000))).collect();
    let start = ProcessTime::now();
    let roads = Roads::new(nodes as usize, list);
    println!("{nodes} nodes, {edges} edges: compressed in {:.1} ms", ms(start));
    let questions: Vec<(u32, u32)> =
        (0..QUESTIONS).map(|_| (dice.below(nodes), dice.below(nodes))).filter(|(a, b)| a != b).collect();
    let end = |node| [End { node, extra: 0 }];
    report("  best way, both ends at once", &questions, |from, to| {
        black_box(roads.best(from, &end(to)));
    });
    for count in [3, 5, 10] {
        report(&format!("  the best {count} without a loop"), &questions, |from, to| {
            black_box(roads.best_few(from, &end(to), count));
        });
    }
    let mut wrong = 0;
    let start = ProcessTime::now();
    let plain: Vec<Option<u32>> =
        questions.iter().take(20).map(|(from, to)| dijkstra(&roads, *from, *to)).collect();
    let each = ms(start) / plain.len() as f64;
    for ((from, to), cost) in questions.iter().zip(&plain) {
        let few = roads.best_few(*from, &end(*to), 5);
        let sorted = few.windows(2).all(|pair| pair[0].cost <= pair[1].cost);
        wrong += usize::from(few.first().map(|way| way.cost) != *cost || !sorted);
    }
    println!(
        "  Dijkstra without a goal       {each:8.3} ms; {wrong} of {} first ways differ from it",
        plain.len()
    );
}

fn dijkstra(roads: &Roads, from: u32, to: u32) -> Option<u32> {
    let mut costs = vec![u32::MAX; roads.len()];
    let mut queue = BinaryHeap::from([Reverse((0_u32, from))]);
    costs[from as usize] = 0;
    while let Some(Reverse((cost, node))) = queue.pop() {
        if node == to {
            return Some(cost);
        }
        if cost > costs[node as usize] {
            continue;
        }
        for (next, step) in roads.of(node) {
            let reached = cost + step;
            if reached < costs[*next as usize] {
                costs[*next as usize] = reached;
                queue.push(Reverse((reached, *next)));
            }
        }
    }
    None
}

fn book() {
    let Some(today) = NaiveDate::from_ymd_opt(2026, 10, 14) else { return };
    let spec = DemoSpec { contacts: 10_000, seed: 7, today, images: ImagePlan::None };
    let Ok(demo) = make(&spec) else { return println!("no demo book") };
    let index = Index::rebuild(&demo.book);
    let network = index.network();
    println!("the invented book: {} people, {} ties", network.people().len(), network.edges().len());
    let start = ProcessTime::now();
    let atlas = Atlas::of(&demo.book, &index.links, &network, today);
    println!("  weighing every tie            {:8.3} ms, once for each state of the book", ms(start));
    let people = network.people().to_vec();
    let questions: Vec<(u32, u32)> =
        (0..QUESTIONS as u32).map(|at| (0, at * (people.len() as u32 / QUESTIONS as u32))).collect();
    report("  five ways to a person", &questions, |_, to| {
        let goal = Goal::Person(people[to as usize]);
        black_box(Ways::to(goal, Ways::FEW, &demo.book, &index.links, &atlas));
    });
    report("  five ways to an expertise", &questions[..10], |_, _| {
        let goal = Goal::Expertise("optics".to_owned());
        black_box(Ways::to(goal, Ways::FEW, &demo.book, &index.links, &atlas));
    });
    let start = ProcessTime::now();
    black_box(Lineage::of(&demo.book, &index.links));
    println!("  who brought whom              {:8.3} ms", ms(start));
    let start = ProcessTime::now();
    black_box(Bridges::of(&network));
    println!("  who holds people together     {:8.3} ms", ms(start));
}

fn report(what: &str, questions: &[(u32, u32)], mut answer: impl FnMut(u32, u32)) {
    let mut times: Vec<f64> = questions
        .iter()
        .map(|(from, to)| {
            let start = ProcessTime::now();
            answer(*from, *to);
            ms(start)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let part = |of: usize| times[(times.len() - 1) * of / 100];
    println!("{what:<31} {:8.3} ms, 95 % {:.3}, worst {:.3}", part(50), part(95), part(100));
}

fn ms(start: ProcessTime) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
