//! Measures the graph layout in CPU seconds: whole layouts, one tick, ten people added.
//!
//! `cargo bench --bench layout` measures invented networks of communities;
//! `cargo bench --bench layout -- GRAPH.edges POSITIONS` lays out a list of edges ("u v" a line,
//! a first line "# nodes edges") and writes "id x y" a line, for programs that score positions.

use cardloom::layout::{EdgeSpec, LayoutRequest, NodeSpec, Simulation, solve};
use cpu_time::ProcessTime;
use std::fmt::Write as _;

fn main() -> std::io::Result<()> {
    // Cargo itself adds `--bench`.
    let files: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if let [edges, positions] = files.as_slice() {
        return lay_out_file(edges, positions);
    }
    for nodes in [1_000, 10_000, 50_000] {
        let request = communities(nodes);
        let start = ProcessTime::now();
        let layout = solve(&request, &mut |_| true);
        let whole = start.elapsed();
        let tick = last_ticks(&request);
        let (added, moved) = ten_added(&request, &layout.positions);
        println!(
            "{nodes:>6} nodes {:>6} edges: whole {:>7.3} s, tick {tick:>6.2} ms, ten added {added:>6.2} ms, {:.3} % moved",
            request.edges.len(),
            whole.as_secs_f64(),
            moved * 100.0
        );
    }
    Ok(())
}

fn lay_out_file(edges: &str, positions: &str) -> std::io::Result<()> {
    let text = std::fs::read_to_string(edges)?;
    let mut request = LayoutRequest::default();
    let mut nodes = 0;
    for line in text.lines() {
        let numbers: Vec<u32> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        match numbers.as_slice() {
            [count, ..] if line.starts_with('#') => nodes = nodes.max(*count as usize),
            [source, target] => {
                request.edges.push(EdgeSpec { source: *source, target: *target, weight: 1.0 });
                nodes = nodes.max(*source.max(target) as usize + 1);
            }
            _ => {}
        }
    }
    request.nodes = vec![NodeSpec::default(); nodes];
    let start = ProcessTime::now();
    let layout = solve(&request, &mut |_| true);
    println!("LAYOUT_CPU {:.4}", start.elapsed().as_secs_f64());
    let mut out = String::new();
    for (i, [x, y]) in layout.positions.iter().enumerate() {
        writeln!(out, "{i} {x} {y}").map_err(std::io::Error::other)?;
    }
    std::fs::write(positions, out)
}

/// The median CPU time of the last ticks, those of the finest level, in milliseconds.
fn last_ticks(request: &LayoutRequest) -> f64 {
    let mut simulation = Simulation::new(request);
    let mut times = Vec::new();
    loop {
        let start = ProcessTime::now();
        if !simulation.step() {
            break;
        }
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let mut last = times.split_off(times.len().saturating_sub(15));
    last.sort_by(f64::total_cmp);
    last[last.len() / 2]
}

/// Adds ten people to a settled picture: CPU milliseconds, and the share of the others that moved
/// by more than 2 % of the picture's radius.
fn ten_added(request: &LayoutRequest, before: &[[f32; 2]]) -> (f64, f64) {
    let mut request = request.clone();
    let old = request.nodes.len();
    for (node, &at) in request.nodes.iter_mut().zip(before) {
        node.position = Some(at);
    }
    for i in 0..10 {
        request.nodes.push(NodeSpec::default());
        for step in [17, 23] {
            let target = (i * old / 10 + step) as u32;
            request.edges.push(EdgeSpec { source: (old + i) as u32, target, weight: 1.0 });
        }
    }
    let start = ProcessTime::now();
    let after = solve(&request, &mut |_| true).positions;
    let elapsed = start.elapsed().as_secs_f64() * 1e3;
    let radius = (before.iter().flatten().map(|v| v * v).sum::<f32>() / old as f32).sqrt();
    let far = |(a, b): &(&[f32; 2], &[f32; 2])| (a[0] - b[0]).hypot(a[1] - b[1]) > 0.02 * radius;
    (elapsed, before.iter().zip(&after).filter(far).count() as f64 / old as f64)
}

/// Communities of 50: five neighbours inside and one outside on the average.
fn communities(nodes: u32) -> LayoutRequest {
    let mut state = 7u64;
    let mut below = |end: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % u64::from(end)) as u32
    };
    let mut edges = Vec::new();
    for community in 0..nodes / 50 {
        for _ in 0..125 {
            edges.push((community * 50 + below(50), community * 50 + below(50)));
        }
    }
    for _ in 0..nodes / 2 {
        edges.push((below(nodes), below(nodes)));
    }
    let edges = edges.into_iter().map(|(source, target)| EdgeSpec { source, target, weight: 1.0 });
    LayoutRequest {
        nodes: vec![NodeSpec::default(); nodes as usize],
        edges: edges.collect(),
        ..LayoutRequest::default()
    }
}
