//! Distances in steps through the network. Ways that somebody would go are in [`super::ways`].

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
}
