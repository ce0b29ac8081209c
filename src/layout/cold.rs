//! The cold start: a picture from nothing but the network.
//!
//! Owns: the order of components, the change from force units to the screen's, packing and room
//! for names. Must not know: the saved book. Start reading at [`Cold::advance`] and [`Cold::finish`].
//!
//! Invariant: every node gets a finite place, also alone or in a tiny component
//! (`layout::tests::every_node_has_a_finite_place`).

use super::Room;
use super::graph::Graph;
use super::multilevel::{Multilevel, Tuning};
use super::overlap;
use super::pack::Packer;

/// Components of at most so many nodes are solved in one go.
const SMALL: usize = 300;
/// Names and thumbnails get room of their own up to this many nodes.
pub(crate) const ROOMY: usize = 1000;

struct Part {
    members: Vec<u32>,
    state: Multilevel,
}

/// The layout of all components, in progress.
pub(crate) struct Cold {
    parts: Vec<Part>,
    single: Vec<u32>,
    at: usize,
    seed: u64,
    waiting: Vec<Vec<u32>>,
}

impl Cold {
    /// Takes the components of `among` (all nodes must be given whole components).
    pub(crate) fn new(graph: &Graph, components: Vec<Vec<u32>>, seed: u64) -> Self {
        let (waiting, single): (Vec<_>, Vec<_>) = components.into_iter().partition(|c| c.len() > 1);
        let mut cold = Self {
            parts: Vec::with_capacity(waiting.len()),
            single: single.into_iter().flatten().collect(),
            at: 0,
            seed,
            waiting,
        };
        cold.open_all(graph);
        cold
    }

    fn open_all(&mut self, graph: &Graph) {
        let mut local = vec![0; graph.len()];
        for (i, members) in std::mem::take(&mut self.waiting).into_iter().enumerate() {
            let part = graph.part(&members, &mut local);
            let tuning = Tuning::for_graph(&part);
            let state = Multilevel::new(part, self.seed.wrapping_add(i as u64), tuning);
            self.parts.push(Part { members, state });
        }
    }

    pub(crate) fn progress(&self) -> f32 {
        let nodes: usize = self.parts.iter().map(|p| p.members.len()).sum();
        let done: f32 = self.parts.iter().map(|p| p.members.len() as f32 * p.state.progress()).sum();
        if nodes == 0 { 1.0 } else { (done / nodes as f32).min(1.0) }
    }

    /// One tick of the component at hand, or some small components whole; false when all are done.
    pub(crate) fn advance(&mut self) -> bool {
        let mut work = 0;
        while let Some(part) = self.parts.get_mut(self.at) {
            let size = part.members.len();
            if size > SMALL {
                if !part.state.step() {
                    self.at += 1;
                }
                return self.at < self.parts.len();
            }
            while part.state.step() {}
            self.at += 1;
            work += size;
            if work > SMALL {
                break;
            }
        }
        self.at < self.parts.len()
    }

    /// Writes the present places of the component that lies in the middle.
    pub(crate) fn preview(&self, graph: &Graph, room: &Room, positions: &mut [[f32; 2]]) {
        let Some(part) = self.parts.get(self.at) else { return };
        let (x, y) = part.state.finest();
        for (i, &node) in part.members.iter().enumerate() {
            positions[node as usize] = [x[i], y[i]];
        }
        let scale = room.edge_length / typical_edge(graph, &part.members, positions);
        part.members.iter().for_each(|&n| positions[n as usize] = positions[n as usize].map(|v| v * scale));
    }

    /// Puts the components together, in the screen's units. `packer` may hold room already taken.
    pub(crate) fn finish(
        &self,
        graph: &Graph,
        room: &Room,
        positions: &mut [[f32; 2]],
        packer: Option<Packer>,
    ) {
        for part in &self.parts {
            for (i, &node) in part.members.iter().enumerate() {
                positions[node as usize] = [part.state.x[i], part.state.y[i]];
            }
        }
        let nodes: usize = self.parts.iter().map(|p| p.members.len()).sum();
        if let Some(first) = self.parts.first() {
            let mut scale = room.edge_length / typical_edge(graph, &first.members, positions);
            scale = scale.max(room.min_distance / spacing(&first.members, positions));
            for part in &self.parts {
                part.members
                    .iter()
                    .for_each(|&n| positions[n as usize] = positions[n as usize].map(|v| v * scale));
                if nodes <= ROOMY {
                    make_room(&part.members, positions, room);
                }
            }
        }
        let gap = room.edge_length.max(room.min_distance);
        let mut packer = packer.unwrap_or_else(|| Packer::new(gap));
        for part in &self.parts {
            let places: Vec<[f32; 2]> = part.members.iter().map(|&n| positions[n as usize]).collect();
            let by = packer.place(&places);
            for (&node, at) in part.members.iter().zip(places) {
                positions[node as usize] = [at[0] + by[0], at[1] + by[1]];
            }
        }
        let widest = self.single.iter().fold(0.0f32, |w, &n| w.max(room.boxes[n as usize][0] * 2.0));
        for (&node, at) in self.single.iter().zip(packer.rows(self.single.len(), gap.max(widest))) {
            positions[node as usize] = at;
        }
    }
}

/// Widens a small component until its boxes can fit, and moves them apart.
fn make_room(members: &[u32], positions: &mut [[f32; 2]], room: &Room) {
    let mut places: Vec<[f32; 2]> = members.iter().map(|&n| positions[n as usize]).collect();
    let boxes: Vec<[f32; 2]> = members.iter().map(|&n| room.boxes[n as usize]).collect();
    let needed: f32 = boxes.iter().map(|b| 4.0 * b[0] * b[1]).sum();
    let (low, high) = bounds(&places);
    let area = ((high[0] - low[0]) * (high[1] - low[1])).max(1e-6);
    let widen = (needed * 2.0 / area).sqrt().clamp(1.0, 3.0);
    places.iter_mut().for_each(|p| *p = p.map(|v| v * widen));
    overlap::remove(&mut places, &boxes, &vec![false; members.len()]);
    members.iter().zip(places).for_each(|(&n, p)| positions[n as usize] = p);
}

fn bounds(places: &[[f32; 2]]) -> ([f32; 2], [f32; 2]) {
    let start = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
    places.iter().fold(start, |(low, high), p| {
        ([low[0].min(p[0]), low[1].min(p[1])], [high[0].max(p[0]), high[1].max(p[1])])
    })
}

/// The side of the square that a node has for itself.
fn spacing(members: &[u32], positions: &[[f32; 2]]) -> f32 {
    let places: Vec<[f32; 2]> = members.iter().map(|&n| positions[n as usize]).collect();
    let (low, high) = bounds(&places);
    let area = (high[0] - low[0]) * (high[1] - low[1]) / members.len().max(1) as f32;
    area.sqrt().max(1e-3)
}

/// The median length of an edge, above zero, from the edges of a thousand nodes at most.
pub(crate) fn typical_edge(graph: &Graph, members: &[u32], positions: &[[f32; 2]]) -> f32 {
    let mut lengths: Vec<f32> = Vec::new();
    for &node in members.iter().step_by(members.len() / 1000 + 1) {
        for &next in graph.neighbours(node as usize) {
            let (a, b) = (positions[node as usize], positions[next as usize]);
            let d2 = (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]);
            if d2.is_finite() {
                lengths.push(d2);
            }
        }
    }
    let middle = lengths.len() / 2;
    if lengths.is_empty() {
        return 1.0;
    }
    lengths.select_nth_unstable_by(middle, f32::total_cmp).1.sqrt().max(1e-3)
}
