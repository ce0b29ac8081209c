//! Graph layout: a request becomes a simulation, the simulation settles into positions.
//!
//! Owns: where people are drawn. Must not know: the book, the screen, the clock; it uses std alone.
//! Start reading at [`LayoutRequest`], then [`Simulation`]; `docs/layout.md` tells how it works.
//!
//! Invariant: the same request gives the same bits, on every platform (`the_same_request_gives_the_same_bits`).
//! Invariant: every position is finite whatever was asked (`every_node_has_a_finite_place`).
//! Invariant: pinned nodes never move, known ones only next to new ones (`pinned_nodes_never_move`).

mod graph;
mod rng;
mod coarsen;
mod stress;
pub mod quadtree;
mod areas;
mod wide;
mod repel;
mod attract;
mod multilevel;
mod pack;
mod overlap;
mod cold;
mod warm;

pub use areas::areas;
use cold::Cold;
use graph::Graph;
use multilevel::Tuning;
use pack::Packer;
use warm::Relaxation;

/// Known positions farther out than this are taken as unknown: f32 has no room left there.
const FARTHEST: f32 = 1.0e7;
/// The height that a name below a node takes, in the units of the request.
const LABEL_HEIGHT: f32 = 16.0;
/// The median edge of a settled network in units of the forces; a unit is therefore this part of a known edge.
const UNITS_PER_EDGE: f32 = 1.6;

/// What is to be laid out. All lengths are in the units in which positions come back.
#[derive(Clone, Debug, PartialEq)]
pub struct LayoutRequest {
    /// The people, in the order in which positions come back.
    pub nodes: Vec<NodeSpec>,
    /// Who knows whom. Loops, ends out of range and weights not above zero are left out; doubles add up.
    pub edges: Vec<EdgeSpec>,
    /// The same seed gives the same picture.
    pub seed: u64,
    /// The node that ends at `(0, 0)`. One that is known or pinned elsewhere stays where it is.
    pub centre: Option<usize>,
    /// The median length of an edge.
    pub ideal_edge_length: f32,
    /// The room that nodes keep beside their radius.
    pub min_distance: f32,
}

impl Default for LayoutRequest {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            edges: Vec::new(),
            seed: 1,
            centre: None,
            ideal_edge_length: 60.0,
            min_distance: 12.0,
        }
    }
}

/// One node of a request.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NodeSpec {
    /// The position known from before; the node stays there, but gives way a little to new neighbours.
    pub position: Option<[f32; 2]>,
    /// Whether the node keeps its known position exactly. Without a known position it means nothing.
    pub pinned: bool,
    /// The radius of the drawn node.
    pub radius: f32,
    /// The width of the name below the node, 0 without one. Counts up to 1,000 nodes.
    pub label_width: f32,
}

/// One edge of a request, by the numbers of its nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EdgeSpec {
    /// One end.
    pub source: u32,
    /// The other end.
    pub target: u32,
    /// How strongly the edge pulls, relative to the others; 1 is usual.
    pub weight: f32,
}

/// A picture: one position per node of the request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The positions in the order of the request's nodes; always finite.
    pub positions: Vec<[f32; 2]>,
    /// Whether the simulation came to its end; false when it was stopped before.
    pub settled: bool,
}

/// Lays out a request from start to end.
///
/// `progress` is told the share done (0 to 1) and answers whether to go on.
pub fn solve(request: &LayoutRequest, progress: &mut dyn FnMut(f32) -> bool) -> Layout {
    let mut simulation = Simulation::new(request);
    while simulation.advance() {
        if !progress(simulation.progress()) {
            simulation.publish();
            return Layout { positions: simulation.positions, settled: false };
        }
    }
    Layout { positions: simulation.positions, settled: true }
}

/// The sizes of a request, made sound.
pub(crate) struct Room {
    pub(crate) edge_length: f32,
    pub(crate) min_distance: f32,
    /// Half the width and height that every node covers.
    pub(crate) boxes: Vec<[f32; 2]>,
}

impl Room {
    fn new(request: &LayoutRequest) -> Self {
        let sound = |v: f32, usual: f32, low: f32| if v.is_finite() { v.clamp(low, 1.0e4) } else { usual };
        let min_distance = sound(request.min_distance, 12.0, 0.0);
        let half = |node: &NodeSpec| {
            let (radius, label) = (sound(node.radius, 0.0, 0.0), sound(node.label_width, 0.0, 0.0));
            let below = if label > 0.0 { LABEL_HEIGHT * 0.5 } else { 0.0 };
            [radius.max(label * 0.5) + min_distance * 0.5, radius + below + min_distance * 0.5]
        };
        let boxes = request.nodes.iter().map(half).collect();
        Self { edge_length: sound(request.ideal_edge_length, 60.0, 1e-2), min_distance, boxes }
    }
}

enum Stage {
    Cold(Cold),
    Warm(Relaxation),
    Settled,
}

/// A layout in progress, for pictures that move while they settle.
pub struct Simulation {
    graph: Graph,
    room: Room,
    known: Vec<Option<[f32; 2]>>,
    centre: Option<usize>,
    positions: Vec<[f32; 2]>,
    /// A tick was made since the positions were last asked for.
    stale: bool,
    stage: Stage,
}

impl Simulation {
    /// Starts from the structure of the network, or from known positions where most are known.
    #[must_use]
    pub fn new(request: &LayoutRequest) -> Self {
        let count = request.nodes.len();
        let edges = request.edges.iter().map(|e| (e.source, e.target, e.weight));
        let graph = Graph::from_edges(count, edges);
        let sound = |p: &[f32; 2]| p.iter().all(|v| v.abs() <= FARTHEST);
        let known: Vec<_> = request.nodes.iter().map(|n| n.position.filter(sound)).collect();
        let centre = request.centre.filter(|&centre| centre < count);
        let mut simulation = Self {
            graph,
            room: Room::new(request),
            known,
            centre,
            positions: vec![[0.0; 2]; count],
            stale: false,
            stage: Stage::Settled,
        };
        let placed = simulation.known.iter().flatten().count();
        if placed * 2 >= count.max(1) {
            simulation.start_warm(request);
        } else {
            let mut components = simulation.graph.components();
            // The component with "me" in it lies in the middle.
            if let Some(at) = centre.and_then(|c| components.iter().position(|m| m.contains(&(c as u32)))) {
                components[..=at].rotate_right(1);
            }
            simulation.stage = Stage::Cold(Cold::new(&simulation.graph, components, request.seed));
        }
        simulation
    }

    /// Goes on by one tick; false when the picture has settled.
    pub fn step(&mut self) -> bool {
        self.stale = true;
        self.advance()
    }

    /// The positions of now, in the order of the request's nodes; always finite. Bringing them up to date
    /// costs something, so ask when they are shown, not after each tick.
    #[must_use]
    pub fn positions(&mut self) -> &[[f32; 2]] {
        if std::mem::take(&mut self.stale) {
            self.publish();
        }
        &self.positions
    }

    /// The share of the work that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f32 {
        match &self.stage {
            Stage::Cold(cold) => cold.progress(),
            Stage::Warm(relaxation) => relaxation.progress(),
            Stage::Settled => 1.0,
        }
    }

    fn advance(&mut self) -> bool {
        let moving = match &mut self.stage {
            Stage::Cold(cold) => cold.advance(),
            Stage::Warm(relaxation) => relaxation.step(&self.graph, &mut self.positions),
            Stage::Settled => false,
        };
        if !moving {
            if let Stage::Cold(cold) = std::mem::replace(&mut self.stage, Stage::Settled) {
                cold.finish(&self.graph, &self.room, &mut self.positions, None);
                self.meet_known();
            }
            self.stage = Stage::Settled;
        }
        moving
    }

    /// Brings the positions up to date with a cold start in progress.
    fn publish(&mut self) {
        if let Stage::Cold(cold) = &self.stage {
            cold.preview(&self.graph, &self.room, &mut self.positions);
            self.meet_known();
        }
    }

    /// Moves a picture made from nothing so that its centre and its few known nodes lie right.
    fn meet_known(&mut self) {
        if self.known.iter().any(Option::is_some) {
            let mut targets = self.known.clone();
            if let Some(centre) = self.centre {
                targets[centre].get_or_insert([0.0; 2]);
            }
            warm::bend(&self.graph, &mut self.positions, &targets);
        } else if let Some(centre) = self.centre {
            let origin = self.positions[centre];
            for p in &mut self.positions {
                *p = [p[0] - origin[0], p[1] - origin[1]];
            }
        }
    }

    fn start_warm(&mut self, request: &LayoutRequest) {
        let mut places = self.known.clone();
        if let Some(centre) = self.centre {
            places[centre].get_or_insert([0.0; 2]);
        }
        let unknown: Vec<[f32; 2]> = places.iter().map(|p| p.unwrap_or([f32::NAN; 2])).collect();
        let members: Vec<u32> = (0..places.len() as u32).collect();
        let has_edge =
            self.graph.edges().any(|(a, b, _)| places[a as usize].is_some() && places[b as usize].is_some());
        let edge = if has_edge {
            cold::typical_edge(&self.graph, &members, &unknown)
        } else {
            self.room.edge_length
        };
        let unit = (edge / UNITS_PER_EDGE).max(1e-3);
        let stays = warm::Stays::of(&places);
        let fresh = warm::attach(&self.graph, &mut places, &stays, unit);
        for (position, place) in self.positions.iter_mut().zip(&places) {
            *position = place.unwrap_or([0.0; 2]);
        }
        let mut strangers = self.graph.components();
        strangers.retain(|members| members.iter().all(|&n| places[n as usize].is_none()));
        if !strangers.is_empty() {
            let mut packer = Packer::new(self.room.edge_length.max(self.room.min_distance));
            packer.occupy(&places.iter().flatten().copied().collect::<Vec<_>>());
            let mut cold = Cold::new(&self.graph, strangers, request.seed);
            while cold.advance() {}
            cold.finish(&self.graph, &self.room, &mut self.positions, Some(packer));
        }
        let mut held: Vec<bool> =
            request.nodes.iter().zip(&self.known).map(|(n, known)| n.pinned && known.is_some()).collect();
        if let Some(centre) = self.centre {
            held[centre] = true;
        }
        let tuning = Tuning::LARGE;
        self.stage = Stage::Warm(Relaxation::new(
            &self.graph,
            &self.positions,
            (&fresh, &held, &stays),
            unit,
            tuning.pull,
            tuning.repulsion,
        ));
    }
}

#[cfg(test)]
mod tests;
