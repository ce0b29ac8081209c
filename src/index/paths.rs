//! Distances and ways through the network.

use std::collections::VecDeque;

use super::graph::{EdgeKind, Network, NodeId};

impl Network {
    /// What [`Network::distances`] says of a node that cannot be reached.
    pub const UNREACHABLE: u32 = u32::MAX;

    /// Returns for every node how many steps it is away from `from`; edges of kinds for which `follow`
    /// is false are not walked. [`Network::UNREACHABLE`] where there is no way.
    pub fn distances(&self, from: NodeId, follow: impl Fn(EdgeKind) -> bool) -> Vec<u32> {
        let mut distances = vec![Self::UNREACHABLE; self.len()];
        let Some(start) = distances.get_mut(from as usize) else { return distances };
        *start = 0;
        let mut queue = VecDeque::from([from]);
        while let Some(node) = queue.pop_front() {
            let next = distances[node as usize] + 1;
            for (neighbour, edge) in self.neighbours(node) {
                let distance = &mut distances[*neighbour as usize];
                if *distance == Self::UNREACHABLE && follow(self.edges()[*edge as usize].kind) {
                    *distance = next;
                    queue.push_back(*neighbour);
                }
            }
        }
        distances
    }

    /// Returns the nodes of a shortest way, both ends included; among ways of one length the one whose
    /// nodes are first. Empty when there is none.
    pub fn shortest_path(&self, from: NodeId, to: NodeId, follow: impl Fn(EdgeKind) -> bool) -> Vec<NodeId> {
        // Measured from the goal, so that each step can take the first node that is nearer to it.
        let distances = self.distances(to, &follow);
        let Some(length) = distances.get(from as usize).filter(|length| **length != Self::UNREACHABLE) else {
            return Vec::new();
        };
        let mut path = vec![from];
        let mut node = from;
        for left in (0..*length).rev() {
            let step = self.neighbours(node).iter().find(|(neighbour, edge)| {
                distances[*neighbour as usize] == left && follow(self.edges()[*edge as usize].kind)
            });
            let Some((next, _)) = step else { return Vec::new() };
            node = *next;
            path.push(node);
        }
        path
    }
}
