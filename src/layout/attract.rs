//! The force along edges: `d · (α + β / (1 + d²))`, divided by `√` of the lower degree.
//!
//! Owns: what each edge pulls. Must not know: the tree, levels.
//! β keeps communities together (it fades with distance), α keeps distances honest (it does not).
//!
//! Invariant: an edge pulls both ends equally (`both_ends_are_pulled_equally`).

use super::graph::Graph;

/// How strongly edges pull: at all distances, and near by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pull {
    pub(crate) far: f32,
    pub(crate) near: f32,
}

/// The edges of one level with their strengths.
#[derive(Default)]
pub(crate) struct Attraction {
    edges: Vec<(u32, u32, f32)>,
}

impl Attraction {
    pub(crate) fn new(graph: &Graph) -> Self {
        let weight: Vec<f32> = (0..graph.len()).map(|i| graph.arcs(i).map(|(_, w)| w).sum::<f32>()).collect();
        let arcs: f32 = weight.iter().sum();
        let count: usize = (0..graph.len()).map(|i| graph.degree(i)).sum();
        // Coarse levels add weights up; what counts is the mean pull of an edge.
        let mean = (arcs / count.max(1) as f32).max(1e-9);
        let strength = |a: u32, b: u32, w: f32| {
            let lower = weight[a as usize].min(weight[b as usize]) / mean;
            w / mean / lower.max(1e-9).sqrt()
        };
        Self { edges: graph.edges().map(|(a, b, w)| (a, b, strength(a, b, w))).collect() }
    }

    /// Adds the pull on every node to `fx`, `fy`.
    pub(crate) fn apply(&self, x: &[f32], y: &[f32], pull: Pull, fx: &mut [f32], fy: &mut [f32]) {
        for &(a, b, strength) in &self.edges {
            let (a, b) = (a as usize, b as usize);
            let (dx, dy) = (x[b] - x[a], y[b] - y[a]);
            let f = strength * (pull.far + pull.near / (1.0 + dx * dx + dy * dy));
            fx[a] += dx * f;
            fy[a] += dy * f;
            fx[b] -= dx * f;
            fy[b] -= dy * f;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_pulled_equally() {
        let graph = Graph::from_edges(2, [(0, 1, 1.0)].into_iter());
        let (mut fx, mut fy) = ([0.0; 2], [0.0; 2]);
        let pull = Pull { far: 0.5, near: 1.0 };
        Attraction::new(&graph).apply(&[0.0, 1.0], &[0.0; 2], pull, &mut fx, &mut fy);
        assert_eq!((fx, fy), ([1.0, -1.0], [0.0; 2]));
    }
}
