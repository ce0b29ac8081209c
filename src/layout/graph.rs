//! The network as the layout sees it: a compressed adjacency, without loops or doubles.
//!
//! Owns: cleaning of edges, components, breadth-first distances. Must not know: positions.
//! Start reading at [`Graph::from_edges`].
//!
//! Invariant: every edge is stored once in each direction, with a finite weight above zero
//! (`edges_are_cleaned_and_stored_both_ways`).

/// A distance no path reaches.
pub(crate) const UNREACHED: u32 = u32::MAX;

/// An undirected graph in compressed sparse rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Graph {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    weights: Vec<f32>,
}

impl Graph {
    /// Builds from any edges: loops, ends out of range and weights that are no number are left out,
    /// doubles (in either direction) are added up.
    pub(crate) fn from_edges(count: usize, edges: impl Iterator<Item = (u32, u32, f32)>) -> Self {
        let all: Vec<(u32, u32, f32)> = edges
            .filter(|&(a, b, w)| a != b && (a as usize) < count && (b as usize) < count && w > 0.0)
            .map(|(a, b, w)| (a.min(b), a.max(b), w.clamp(1e-3, 1e3)))
            .collect();
        // By their lower ends first, by counting; within each they are few. Weights take part in the order so that adding
        // doubles never depends on the order given.
        let mut starts = vec![0_u32; count + 1];
        all.iter().for_each(|&(a, ..)| starts[a as usize + 1] += 1);
        for i in 0..count {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut clean = vec![(0, 0, 0.0); all.len()];
        for edge in all {
            let slot = &mut next[edge.0 as usize];
            clean[*slot as usize] = edge;
            *slot += 1;
        }
        for row in starts.windows(2).map(|ends| ends[0] as usize..ends[1] as usize) {
            clean[row].sort_unstable_by(|l, r| l.1.cmp(&r.1).then(l.2.total_cmp(&r.2)));
        }
        clean.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 += next.2;
            }
            same
        });
        let mut offsets = vec![0u32; count + 1];
        for &(a, b, _) in &clean {
            offsets[a as usize + 1] += 1;
            offsets[b as usize + 1] += 1;
        }
        for i in 0..count {
            offsets[i + 1] += offsets[i];
        }
        let mut next = offsets.clone();
        let mut targets = vec![0; clean.len() * 2];
        let mut weights = vec![0.0; clean.len() * 2];
        for &(a, b, w) in &clean {
            for (from, to) in [(a, b), (b, a)] {
                let slot = next[from as usize] as usize;
                next[from as usize] += 1;
                targets[slot] = to;
                weights[slot] = w;
            }
        }
        Self { offsets, targets, weights }
    }

    /// Takes rows that are already clean and symmetric.
    pub(crate) fn from_rows(offsets: Vec<u32>, targets: Vec<u32>, weights: Vec<f32>) -> Self {
        Self { offsets, targets, weights }
    }

    pub(crate) fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    pub(crate) fn degree(&self, node: usize) -> usize {
        (self.offsets[node + 1] - self.offsets[node]) as usize
    }

    pub(crate) fn neighbours(&self, node: usize) -> &[u32] {
        &self.targets[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }

    pub(crate) fn arcs(&self, node: usize) -> impl Iterator<Item = (u32, f32)> + '_ {
        let row = self.offsets[node] as usize..self.offsets[node + 1] as usize;
        self.targets[row.clone()].iter().copied().zip(self.weights[row].iter().copied())
    }

    /// Every edge once, the lower end first.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (u32, u32, f32)> + '_ {
        (0..self.len()).flat_map(move |a| {
            self.arcs(a).filter(move |&(b, _)| b as usize > a).map(move |(b, w)| (a as u32, b, w))
        })
    }

    /// The connected parts, largest first, then by their lowest node; members ascend.
    pub(crate) fn components(&self) -> Vec<Vec<u32>> {
        let mut seen = vec![false; self.len()];
        let mut parts = Vec::new();
        for start in 0..self.len() {
            if seen[start] {
                continue;
            }
            seen[start] = true;
            let mut members = vec![start as u32];
            let mut at = 0;
            while at < members.len() {
                for &next in self.neighbours(members[at] as usize) {
                    if !seen[next as usize] {
                        seen[next as usize] = true;
                        members.push(next);
                    }
                }
                at += 1;
            }
            members.sort_unstable();
            parts.push(members);
        }
        parts.sort_by_key(|members| (std::cmp::Reverse(members.len()), members[0]));
        parts
    }

    /// The graph of some nodes, renumbered in their order. `local` is scratch as long as the graph.
    pub(crate) fn part(&self, members: &[u32], local: &mut [u32]) -> Self {
        for (i, &node) in members.iter().enumerate() {
            local[node as usize] = i as u32;
        }
        let mut part = Self { offsets: vec![0], ..Self::default() };
        for &node in members {
            for (target, weight) in self.arcs(node as usize) {
                let to = local[target as usize];
                if members.get(to as usize) == Some(&target) {
                    part.targets.push(to);
                    part.weights.push(weight);
                }
            }
            part.offsets.push(part.targets.len() as u32);
        }
        part
    }

    /// Writes the number of steps from `source` to every node into `distance`.
    pub(crate) fn hops(&self, source: u32, distance: &mut [u32], queue: &mut Vec<u32>) {
        distance.fill(UNREACHED);
        queue.clear();
        queue.push(source);
        distance[source as usize] = 0;
        let mut at = 0;
        while at < queue.len() {
            let node = queue[at] as usize;
            at += 1;
            for &next in self.neighbours(node) {
                if distance[next as usize] == UNREACHED {
                    distance[next as usize] = distance[node] + 1;
                    queue.push(next);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_cleaned_and_stored_both_ways() {
        let bad = [(0, 0, 1.0), (0, 1, 1.0), (1, 0, 2.0), (1, 9, 1.0), (2, 1, f32::NAN), (2, 3, -1.0)];
        let graph = Graph::from_edges(4, bad.into_iter());
        assert_eq!(graph.edges().collect::<Vec<_>>(), [(0, 1, 3.0)]);
        assert_eq!(graph.arcs(1).collect::<Vec<_>>(), [(0, 3.0)]);
        assert_eq!((graph.len(), graph.degree(2)), (4, 0));
    }

    #[test]
    fn components_come_largest_first_and_keep_their_edges() {
        let graph = Graph::from_edges(6, [(4, 5, 1.0), (5, 2, 1.0), (0, 1, 1.0)].into_iter());
        let parts = graph.components();
        assert_eq!(parts, [vec![2, 4, 5], vec![0, 1], vec![3]]);
        let part = graph.part(&parts[0], &mut [0; 6]);
        assert_eq!(part.edges().map(|e| (e.0, e.1)).collect::<Vec<_>>(), [(0, 2), (1, 2)]);
    }

    #[test]
    fn hops_count_steps_and_mark_the_unreached() {
        let graph = Graph::from_edges(4, [(0, 1, 1.0), (1, 2, 1.0)].into_iter());
        let mut distance = [0; 4];
        graph.hops(0, &mut distance, &mut Vec::new());
        assert_eq!(distance, [0, 1, 2, UNREACHED]);
    }
}
