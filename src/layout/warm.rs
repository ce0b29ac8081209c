//! The warm start: people known from the saved book stay, new ones find a place beside them.
//!
//! Owns: first places for new nodes and the short relaxation around them. Must not know: levels.
//! A new node starts beside its most central neighbour. It moves freely, its neighbours a little,
//! theirs hardly; springs hold both rings at their old places, everyone else is not touched.
//!
//! Invariant: pinned nodes and nodes beyond the second ring keep their exact places, the rings theirs within
//! [`FARTHEST`] of the picture (`only_the_rings_around_a_new_node_move`).

use super::attract::Pull;
use super::graph::Graph;
use super::quadtree::PointIndex;

/// How freely the new node, its neighbours and theirs move.
const MOBILITY: [f32; 3] = [1.0, 0.1, 0.02];
/// More nodes than this never relax around new ones: a hub's second ring may be the whole book.
const MOST_ACTIVE: usize = 600;
const TICKS: u32 = 40;
/// How far nodes feel each other, in units.
const REACH: f32 = 4.0;
/// How hard the springs hold at the old places.
const ANCHOR: f32 = 1.5;
/// How far somebody whose place was known may move, in parts of the picture's radius: who looks for them finds them.
const FARTHEST: f32 = 0.015;
/// Two new nodes farther apart in the order of placing do not look for each other.
const RECENT: usize = 64;

const DIAGONAL: f32 = std::f32::consts::FRAC_1_SQRT_2;
/// The eight directions in which a new node looks for room: sine and cosine as numbers, so that
/// they are the same on every platform.
const DIRECTIONS: [[f32; 2]; 8] = [
    [1.0, 0.0],
    [0.0, 1.0],
    [-1.0, 0.0],
    [0.0, -1.0],
    [DIAGONAL, DIAGONAL],
    [-DIAGONAL, DIAGONAL],
    [-DIAGONAL, -DIAGONAL],
    [DIAGONAL, -DIAGONAL],
];

/// Those whose places are known from before.
pub(crate) struct Stays {
    known: Vec<[f32; 2]>,
    index: PointIndex,
    /// The root of the mean square of their distances from their middle.
    radius: f32,
}

impl Stays {
    pub(crate) fn of(places: &[Option<[f32; 2]>]) -> Self {
        let known: Vec<[f32; 2]> = places.iter().map(|p| p.unwrap_or([f32::NAN; 2])).collect();
        let there = || places.iter().flatten();
        let share = 1.0 / there().count().max(1) as f32;
        let middle = there().fold([0.0f32; 2], |sum, p| [sum[0] + p[0] * share, sum[1] + p[1] * share]);
        let off =
            |p: &[f32; 2]| (p[0] - middle[0]) * (p[0] - middle[0]) + (p[1] - middle[1]) * (p[1] - middle[1]);
        let radius = (there().map(off).sum::<f32>() * share).sqrt();
        Self { index: PointIndex::new(&known), known, radius }
    }
}

/// Places the unplaced nodes that are connected with placed ones; returns them in order of placing.
pub(crate) fn attach(graph: &Graph, places: &mut [Option<[f32; 2]>], stays: &Stays, unit: f32) -> Vec<u32> {
    let Stays { known, index, .. } = stays;
    let mut placed: Vec<u32> = Vec::new();
    let mut wave: Vec<u32> = (0..graph.len() as u32).filter(|&i| places[i as usize].is_none()).collect();
    loop {
        let mut left = Vec::new();
        let before = placed.len();
        for node in wave {
            let hosts = graph.neighbours(node as usize).iter().filter(|&&n| places[n as usize].is_some());
            let host = hosts.max_by_key(|&&n| (graph.degree(n as usize), std::cmp::Reverse(n)));
            match host.and_then(|&host| places[host as usize]) {
                Some(host) => {
                    places[node as usize] = Some(beside(host, index, known, places, &placed, unit));
                    placed.push(node);
                }
                None => left.push(node),
            }
        }
        if placed.len() == before {
            return placed;
        }
        wave = left;
    }
}

/// The roomiest of eight places around a host.
fn beside(
    host: [f32; 2],
    index: &PointIndex,
    known: &[[f32; 2]],
    places: &[Option<[f32; 2]>],
    placed: &[u32],
    unit: f32,
) -> [f32; 2] {
    let mut best = (-1.0, host);
    for direction in DIRECTIONS {
        let at = [host[0] + direction[0] * unit, host[1] + direction[1] * unit];
        let to = |p: [f32; 2]| (p[0] - at[0]) * (p[0] - at[0]) + (p[1] - at[1]) * (p[1] - at[1]);
        let old = index.nearest(at, unit * 2.0).map_or(4.0 * unit * unit, |i| to(known[i as usize]));
        let recent = placed.iter().rev().take(RECENT).filter_map(|&i| places[i as usize]);
        let room = recent.fold(old, |room, p| room.min(to(p)));
        if room > best.0 {
            best = (room, at);
        }
    }
    best.1
}

/// The relaxation around new nodes, in progress.
pub(crate) struct Relaxation {
    active: Vec<Active>,
    tick: u32,
    unit: f32,
    /// How far the rings may move.
    farthest: f32,
    pull: Pull,
    repulsion: f32,
    moves: Vec<[f32; 2]>,
}

struct Active {
    node: u32,
    mobility: f32,
    anchor: Option<[f32; 2]>,
    near: Vec<u32>,
}

impl Relaxation {
    pub(crate) fn new(
        graph: &Graph,
        positions: &[[f32; 2]],
        (fresh, held, stays): (&[u32], &[bool], &Stays),
        unit: f32,
        pull: Pull,
        repulsion: f32,
    ) -> Self {
        let mut ring = vec![u8::MAX; graph.len()];
        let mut members: Vec<u32> = fresh.iter().copied().filter(|&n| !held[n as usize]).collect();
        members.iter().for_each(|&n| ring[n as usize] = 0);
        let mut start = 0;
        for hop in 1..MOBILITY.len() as u8 {
            let end = members.len();
            for i in start..end {
                for &next in graph.neighbours(members[i] as usize) {
                    let free = ring[next as usize] == u8::MAX && !held[next as usize];
                    if free && members.len() < MOST_ACTIVE.max(fresh.len()) {
                        ring[next as usize] = hop;
                        members.push(next);
                    }
                }
            }
            start = end;
        }
        // Newcomers are few; who was there is looked up.
        let newcomers = |low: [f32; 2], high: [f32; 2]| {
            let inside =
                move |at: [f32; 2]| (0..2).all(|axis| low[axis] <= at[axis] && at[axis] <= high[axis]);
            fresh.iter().copied().filter(move |&node| inside(positions[node as usize]))
        };
        let active = members.iter().map(|&node| {
            let at = positions[node as usize];
            let reach = REACH * unit;
            let (low, high) = ([at[0] - reach, at[1] - reach], [at[0] + reach, at[1] + reach]);
            let mut near = stays.index.within(low, high);
            near.extend(newcomers(low, high));
            near.retain(|&other| other != node);
            let hop = ring[node as usize];
            let anchor = (hop > 0).then_some(at);
            Active { node, mobility: MOBILITY[usize::from(hop)], anchor, near }
        });
        let (active, farthest) = (active.collect(), stays.radius * FARTHEST);
        Self { active, tick: 0, unit, farthest, pull, repulsion, moves: Vec::new() }
    }

    pub(crate) fn progress(&self) -> f32 {
        if self.active.is_empty() { 1.0 } else { self.tick as f32 / TICKS as f32 }
    }

    /// One tick; false when settled.
    pub(crate) fn step(&mut self, graph: &Graph, positions: &mut [[f32; 2]]) -> bool {
        if self.active.is_empty() || self.tick >= TICKS {
            return false;
        }
        let heat = 0.5 * (1.0 - self.tick as f32 / TICKS as f32);
        self.moves.clear();
        for active in &self.active {
            let force = self.force(active, graph, positions);
            let step = [force[0] * 0.3 * active.mobility, force[1] * 0.3 * active.mobility];
            let length = (step[0] * step[0] + step[1] * step[1]).sqrt();
            let share = if length > heat { heat / length } else { 1.0 } * self.unit;
            self.moves.push([step[0] * share, step[1] * share]);
        }
        for (active, by) in self.active.iter().zip(&self.moves) {
            let at = &mut positions[active.node as usize];
            *at = [at[0] + by[0], at[1] + by[1]];
            if let Some(anchor) = active.anchor {
                let off = [at[0] - anchor[0], at[1] - anchor[1]];
                let length = (off[0] * off[0] + off[1] * off[1]).sqrt();
                if length > self.farthest {
                    let share = self.farthest / length;
                    *at = [anchor[0] + off[0] * share, anchor[1] + off[1] * share];
                }
            }
        }
        self.tick += 1;
        self.tick < TICKS
    }

    /// The same forces as in the full layout, in units, and the spring to the old place.
    fn force(&self, active: &Active, graph: &Graph, positions: &[[f32; 2]]) -> [f32; 2] {
        let node = active.node as usize;
        let here = positions[node];
        let inverse = 1.0 / self.unit;
        let to = |p: [f32; 2]| [(p[0] - here[0]) * inverse, (p[1] - here[1]) * inverse];
        let mut force = [0.0f32; 2];
        for (other, _) in graph.arcs(node) {
            let d = to(positions[other as usize]);
            let lower = graph.degree(node).min(graph.degree(other as usize)).max(1) as f32;
            let f = (self.pull.far + self.pull.near / (1.0 + d[0] * d[0] + d[1] * d[1])) / lower.sqrt();
            force = [force[0] + d[0] * f, force[1] + d[1] * f];
        }
        for &other in &active.near {
            let d = to(positions[other as usize]);
            let q = 1.0 + d[0] * d[0] + d[1] * d[1];
            let f = self.repulsion / (q * q);
            force = [force[0] - d[0] * f, force[1] - d[1] * f];
        }
        if let Some(anchor) = active.anchor {
            let d = to(anchor);
            // The lower the mobility the longer the lever: the spring is as strong for both rings.
            let f = ANCHOR / active.mobility.max(0.3);
            force = [force[0] + d[0] * f, force[1] + d[1] * f];
        }
        force
    }
}

/// Bends a picture so that some nodes come to lie on given places and the rest follows smoothly.
///
/// Moves without distortion first (turn and shift), then spreads what is left along the edges.
pub(crate) fn bend(graph: &Graph, positions: &mut [[f32; 2]], targets: &[Option<[f32; 2]>]) {
    let known: Vec<(usize, [f32; 2])> =
        targets.iter().enumerate().filter_map(|(i, t)| t.map(|t| (i, t))).collect();
    if known.is_empty() {
        return;
    }
    let share = 1.0 / known.len() as f32;
    let (mut from, mut to) = ([0.0f32; 2], [0.0f32; 2]);
    for &(i, target) in &known {
        for axis in 0..2 {
            from[axis] += positions[i][axis] * share;
            to[axis] += target[axis] * share;
        }
    }
    let (mut cos, mut sin) = (0.0f32, 0.0f32);
    for &(i, target) in &known {
        let (a, b) = (positions[i], target);
        let (ax, ay, bx, by) = (a[0] - from[0], a[1] - from[1], b[0] - to[0], b[1] - to[1]);
        cos += ax * bx + ay * by;
        sin += ax * by - ay * bx;
    }
    let length = (cos * cos + sin * sin).sqrt();
    (cos, sin) = if length > 1e-6 && length.is_finite() { (cos / length, sin / length) } else { (1.0, 0.0) };
    for p in positions.iter_mut() {
        let (x, y) = (p[0] - from[0], p[1] - from[1]);
        *p = [to[0] + x * cos - y * sin, to[1] + x * sin + y * cos];
    }
    let mut by = vec![[0.0f32; 2]; positions.len()];
    for &(i, target) in &known {
        by[i] = [target[0] - positions[i][0], target[1] - positions[i][1]];
    }
    for _ in 0..30 {
        let before = by.clone();
        for node in 0..graph.len() {
            let degree = graph.degree(node);
            if targets[node].is_some() || degree == 0 {
                continue;
            }
            let sum = graph.neighbours(node).iter().fold([0.0f32; 2], |sum, &n| {
                [sum[0] + before[n as usize][0], sum[1] + before[n as usize][1]]
            });
            by[node] = [sum[0] / degree as f32, sum[1] / degree as f32];
        }
    }
    for (p, by) in positions.iter_mut().zip(by) {
        *p = [p[0] + by[0], p[1] + by[1]];
    }
    for (i, target) in known {
        positions[i] = target;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path() -> (Graph, Vec<Option<[f32; 2]>>) {
        // 0 - 1 - … - 9, and the new node 10 at 5.
        let edges = (0..9).map(|i| (i, i + 1, 1.0)).chain([(5, 10, 1.0)]);
        let places = (0..11).map(|i| (i < 10).then_some([i as f32 * 50.0, 0.0])).collect();
        (Graph::from_edges(11, edges), places)
    }

    #[test]
    fn only_the_rings_around_a_new_node_move() {
        let (graph, mut places) = path();
        let stays = Stays::of(&places);
        assert_eq!(attach(&graph, &mut places, &stays, 50.0), [10]);
        let mut positions: Vec<[f32; 2]> = places.into_iter().flatten().collect();
        let before = positions.clone();
        assert!(before[10][1].abs() > 20.0, "the new node has room: {:?}", before[10]);
        let mut held = vec![false; 11];
        held[4] = true;
        let pull = Pull { far: 0.1, near: 1.0 };
        let mut relaxation = Relaxation::new(&graph, &positions, (&[10], &held, &stays), 50.0, pull, 1.0);
        while relaxation.step(&graph, &mut positions) {}
        for still in [0, 1, 2, 4, 8, 9] {
            assert_eq!(positions[still], before[still], "node {still}");
        }
        assert_ne!(positions[10], before[10]);
        for moved in 0..10 {
            let [x, y] = [0, 1].map(|axis| positions[moved][axis] - before[moved][axis]);
            assert!((x * x + y * y).sqrt() <= stays.radius * FARTHEST * 1.001, "{moved} moved too far");
        }
    }

    #[test]
    fn a_bent_picture_meets_its_fixed_nodes() {
        let (graph, _) = path();
        let mut positions: Vec<[f32; 2]> = (0..11).map(|i| [0.0, i as f32 * 50.0]).collect();
        let mut targets = vec![None; 11];
        (targets[0], targets[9]) = (Some([0.0, 0.0]), Some([450.0, 0.0]));
        bend(&graph, &mut positions, &targets);
        assert_eq!((positions[0], positions[9]), ([0.0, 0.0], [450.0, 0.0]));
        assert!((positions[5][0] - 250.0).abs() < 1.0 && positions[5][1].abs() < 1.0, "{:?}", positions[5]);
    }
}
