//! Stress: distances in the picture follow distances in the network.
//!
//! Owns: the global shape of a small (coarsest) network, by stochastic gradient descent on the
//! stress between every node and some pivots (Zheng, Pawar, Goodman 2018; Ortmann, Klimenta,
//! Brandes 2016). Must not know: levels, communities, the screen.
//! One pivot moves all nodes in one pass over flat rows, which the compiler turns into vectors.
//!
//! Invariant: a connected graph gets finite positions, the same for the same seed
//! (`a_path_is_drawn_straight`).

use super::graph::{Graph, UNREACHED};
use super::rng::Rng;

/// Passes over all pivots; one more than a power of two, so that the cooling is an exact root.
const PASSES: usize = 33;
/// The number of square roots that take the `PASSES - 1`-th root.
const HALVINGS: u32 = 5;

/// Places the nodes of a connected graph; one step of the network is one unit.
pub(crate) fn place(graph: &Graph, pivots: usize, rng: &mut Rng) -> (Vec<f32>, Vec<f32>) {
    let count = graph.len();
    let pivots = Pivots::choose(graph, pivots.min(count), rng);
    let reach = pivots.farthest.max(1) as f32;
    let mut x: Vec<f32> = (0..count).map(|_| rng.signed() * reach * 0.5).collect();
    let mut y: Vec<f32> = (0..count).map(|_| rng.signed() * reach * 0.5).collect();
    let edges: Vec<(u32, u32, f32)> = graph.edges().collect();
    // Annealing from 1/w_min to 0.1/w_max, geometrically; the root is taken with IEEE square roots only.
    let mut rate = f64::from(reach) * f64::from(reach);
    let mut decay = 0.05 / rate;
    for _ in 0..HALVINGS {
        decay = decay.sqrt();
    }
    let mut order: Vec<u32> = (0..pivots.nodes.len() as u32).collect();
    for _ in 0..PASSES {
        rng.shuffle(&mut order);
        for &row in &order {
            let row = row as usize;
            let at = pivots.nodes[row] as usize;
            let cells = row * count..(row + 1) * count;
            let from = (x[at], y[at]);
            pull(&mut x, &mut y, from, &pivots.distance[cells.clone()], &pivots.weight[cells], rate as f32);
        }
        let share = (rate as f32).min(1.0) * 0.5;
        for &(a, b, _) in &edges {
            let (a, b) = (a as usize, b as usize);
            let (dx, dy) = (x[a] - x[b], y[a] - y[b]);
            let length = (dx * dx + dy * dy).sqrt().max(1e-6);
            let move_by = share * (1.0 - length) / length;
            x[a] += dx * move_by;
            y[a] += dy * move_by;
            x[b] -= dx * move_by;
            y[b] -= dy * move_by;
        }
        rate *= decay;
    }
    (x, y)
}

/// Moves every node towards its distance from one point.
fn pull(x: &mut [f32], y: &mut [f32], from: (f32, f32), distance: &[f32], weight: &[f32], rate: f32) {
    let rows = x.iter_mut().zip(y.iter_mut()).zip(distance.iter().zip(weight));
    for ((x, y), (&wanted, &weight)) in rows {
        let (dx, dy) = (*x - from.0, *y - from.1);
        let length = (dx * dx + dy * dy + 1e-12).sqrt();
        // Half the way at most: the pivot takes the other half when its own turn comes.
        let share = (weight * rate).min(1.0) * 0.5 * (wanted - length) / length;
        *x += dx * share;
        *y += dy * share;
    }
}

struct Pivots {
    nodes: Vec<u32>,
    distance: Vec<f32>,
    weight: Vec<f32>,
    farthest: u32,
}

impl Pivots {
    /// Takes nodes far from each other, each with its distances; all nodes when there are few.
    fn choose(graph: &Graph, wanted: usize, rng: &mut Rng) -> Self {
        let count = graph.len();
        let mut nodes = Vec::with_capacity(wanted);
        let mut hops = Vec::with_capacity(wanted * count);
        let mut nearest = vec![UNREACHED; count];
        let mut region = vec![0u32; count];
        let mut row = vec![0; count];
        let mut queue = Vec::with_capacity(count);
        let mut next = rng.below(count) as u32;
        let mut farthest = 0;
        while nodes.len() < wanted {
            graph.hops(next, &mut row, &mut queue);
            for (i, &d) in row.iter().enumerate() {
                if d != UNREACHED {
                    farthest = farthest.max(d);
                }
                if d < nearest[i] {
                    nearest[i] = d;
                    region[i] = nodes.len() as u32;
                }
            }
            nodes.push(next);
            hops.extend_from_slice(&row);
            // Alternately the farthest from all pivots and any other: corners and crowds.
            next = if nodes.len() % 2 == 1 { max_at(&nearest) } else { any_free(&nearest, rng) };
        }
        let weight = weights(&hops, &region, nodes.len(), count, farthest);
        let distance =
            hops.iter().map(|&d| if d == UNREACHED { farthest as f32 } else { d as f32 }).collect();
        Self { nodes, distance, weight, farthest }
    }
}

/// `s/d²`, where `s` counts the nodes that a pivot speaks for at that distance (Ortmann et al. §3).
fn weights(hops: &[u32], region: &[u32], pivots: usize, count: usize, farthest: u32) -> Vec<f32> {
    let mut near = vec![vec![0u32; farthest as usize + 1]; pivots];
    for (node, &owner) in region.iter().enumerate() {
        let d = hops[owner as usize * count + node];
        if d != UNREACHED {
            near[owner as usize][d as usize] += 1;
        }
    }
    let mut weight = vec![0.0; hops.len()];
    for (row, counts) in near.iter_mut().enumerate() {
        for d in 1..counts.len() {
            counts[d] += counts[d - 1];
        }
        for node in 0..count {
            let d = hops[row * count + node];
            if d != 0 && d != UNREACHED {
                weight[row * count + node] = counts[d as usize / 2].max(1) as f32 / (d * d) as f32;
            }
        }
    }
    weight
}

fn max_at(nearest: &[u32]) -> u32 {
    let mut best = 0;
    for (i, &d) in nearest.iter().enumerate() {
        if d > nearest[best] {
            best = i;
        }
    }
    best as u32
}

fn any_free(nearest: &[u32], rng: &mut Rng) -> u32 {
    let start = rng.below(nearest.len());
    (0..nearest.len()).map(|i| (start + i) % nearest.len()).find(|&i| nearest[i] != 0).unwrap_or(start) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_drawn_straight() {
        let graph = Graph::from_edges(30, (0..29).map(|i| (i, i + 1, 1.0)));
        let (x, y) = place(&graph, 30, &mut Rng::new(5));
        let ends = ((x[0] - x[29]).powi(2) + (y[0] - y[29]).powi(2)).sqrt();
        assert!((ends - 29.0).abs() < 2.0, "the ends are {ends} apart instead of 29");
        let again = place(&graph, 30, &mut Rng::new(5));
        assert_eq!(x, again.0);
    }

    #[test]
    fn few_pivots_keep_the_global_shape() {
        let graph = Graph::from_edges(200, (0..199).map(|i| (i, i + 1, 1.0)));
        let (x, y) = place(&graph, 20, &mut Rng::new(5));
        let ends = ((x[0] - x[199]).powi(2) + (y[0] - y[199]).powi(2)).sqrt();
        assert!(ends > 150.0, "the ends are {ends} apart instead of 199");
    }
}
