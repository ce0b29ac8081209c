//! Coarsening: a large network becomes a small one of the same shape by joining nodes in pairs.
//!
//! Owns: which two nodes become one. Must not know: positions, forces.
//! A node joins the neighbour with which it shares most neighbours, so communities shrink into
//! themselves; leaves that find no free neighbour join a sibling at the same hub.
//!
//! Invariant: every node has exactly one parent and a parent has one or two children
//! (`parents_have_one_or_two_children`).

use super::graph::Graph;
use super::rng::Rng;

const FREE: u32 = u32::MAX;
/// Hubs are compared by this many neighbours only, which bounds the work at a hub.
const SCANNED: usize = 24;

/// One halving of a graph.
pub(crate) struct Coarse {
    pub(crate) graph: Graph,
    /// For every node of the finer graph its node in `graph`.
    pub(crate) parent: Vec<u32>,
}

/// Halves the graph, as far as its shape allows.
pub(crate) fn coarsen(fine: &Graph, rng: &mut Rng) -> Coarse {
    let mate = matching(fine, rng);
    let mut parent = vec![FREE; fine.len()];
    let mut children: Vec<[u32; 2]> = Vec::with_capacity(fine.len() / 2 + 1);
    for node in 0..fine.len() {
        if parent[node] == FREE {
            let other = mate[node];
            parent[node] = children.len() as u32;
            parent[other as usize] = children.len() as u32;
            children.push([node as u32, other]);
        }
    }
    Coarse { graph: contract(fine, &parent, &children), parent }
}

/// For every node its mate, or itself.
fn matching(fine: &Graph, rng: &mut Rng) -> Vec<u32> {
    let count = fine.len();
    let mut order: Vec<u32> = (0..count as u32).collect();
    rng.shuffle(&mut order);
    // Those with few choices choose first.
    order.sort_by_key(|&node| fine.degree(node as usize).min(16));
    let mut mate = vec![FREE; count];
    let mut marked = vec![FREE; count];
    let mut waiting = vec![FREE; count];
    for &node in &order {
        let at = node as usize;
        if mate[at] != FREE {
            continue;
        }
        for &near in fine.neighbours(at).iter().take(SCANNED) {
            marked[near as usize] = node;
        }
        let mut best = (0.0, FREE);
        for (near, weight) in fine.arcs(at).take(SCANNED) {
            let candidate = near as usize;
            if mate[candidate] != FREE {
                continue;
            }
            let row = fine.neighbours(candidate);
            let shared = row.iter().take(SCANNED).filter(|&&n| marked[n as usize] == node).count();
            let score = weight * (1 + 2 * shared) as f32 / (row.len() as f32).sqrt();
            if score > best.0 {
                best = (score, near);
            }
        }
        if best.1 != FREE {
            mate[at] = best.1;
            mate[best.1 as usize] = node;
        } else if let Some((hub, _)) = strongest(fine, at) {
            // Two that wait at the same hub are siblings.
            let slot = &mut waiting[hub as usize];
            if *slot == FREE || *slot == node {
                *slot = node;
            } else if mate[*slot as usize] == FREE {
                mate[at] = *slot;
                mate[*slot as usize] = node;
                *slot = FREE;
            } else {
                *slot = node;
            }
        }
    }
    for (node, mate) in mate.iter_mut().enumerate() {
        if *mate == FREE {
            *mate = node as u32;
        }
    }
    mate
}

fn strongest(graph: &Graph, node: usize) -> Option<(u32, f32)> {
    graph.arcs(node).fold(None, |best: Option<(u32, f32)>, arc| match best {
        Some(kept) if kept.1 >= arc.1 => Some(kept),
        _ => Some(arc),
    })
}

fn contract(fine: &Graph, parent: &[u32], children: &[[u32; 2]]) -> Graph {
    let mut slot_of = vec![FREE; children.len()];
    let (mut offsets, mut targets, mut weights) = (vec![0u32], Vec::<u32>::new(), Vec::<f32>::new());
    for (node, pair) in children.iter().enumerate() {
        let start = targets.len();
        for (i, &child) in pair.iter().enumerate() {
            if i == 1 && child == pair[0] {
                break;
            }
            for (target, weight) in fine.arcs(child as usize) {
                let to = parent[target as usize];
                if to as usize == node {
                    continue;
                }
                let slot = slot_of[to as usize] as usize;
                if slot_of[to as usize] != FREE && slot >= start {
                    weights[slot] += weight;
                } else {
                    slot_of[to as usize] = targets.len() as u32;
                    targets.push(to);
                    weights.push(weight);
                }
            }
        }
        offsets.push(targets.len() as u32);
    }
    Graph::from_rows(offsets, targets, weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(graph: &Graph) -> Coarse {
        let coarse = coarsen(graph, &mut Rng::new(1));
        let mut children = vec![0; coarse.graph.len()];
        for &parent in &coarse.parent {
            children[parent as usize] += 1;
        }
        assert!(children.iter().all(|&n| n == 1 || n == 2), "{children:?}");
        coarse
    }

    #[test]
    fn parents_have_one_or_two_children() {
        let path = Graph::from_edges(9, (0..8).map(|i| (i, i + 1, 1.0)));
        assert!(check(&path).graph.len() < 8);
    }

    #[test]
    fn leaves_of_a_hub_join_their_siblings() {
        let star = Graph::from_edges(101, (1..101).map(|i| (0, i, 1.0)));
        assert!(check(&star).graph.len() <= 52);
    }

    #[test]
    fn weights_between_pairs_add_up_and_stay_symmetric() {
        let ring = Graph::from_edges(12, (0..12).map(|i| (i, (i + 1) % 12, 1.0)));
        let coarse = check(&ring).graph;
        for (a, b, w) in coarse.edges() {
            assert!(coarse.arcs(b as usize).any(|(t, v)| t == a && (v - w).abs() < 1e-6));
        }
    }
}
