//! One connected network from nothing to its final shape, level by level.
//!
//! Owns: the order of work: coarsen, place the coarsest level by stress, then refine each finer
//! level by ticks of the t-forces. Must not know: other components, the saved book, the screen.
//! Start reading at [`Multilevel::new`] and [`Multilevel::step`].
//!
//! Invariant: the same graph and seed give the same bits (`the_same_seed_gives_the_same_bits`).

use super::attract::{Attraction, Pull};
use super::coarsen::coarsen;
use super::graph::Graph;
use super::repel::Repulsion;
use super::rng::Rng;
use super::stress;

/// The coarsest level has at most so many nodes.
const COARSEST: usize = 1500;

/// The constants of the refinement; see `docs/layout.md` for how they were found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tuning {
    pub(crate) pull: Pull,
    pub(crate) repulsion: f32,
    pub(crate) ticks: u32,
    pub(crate) coarse_ticks: u32,
    pub(crate) heat: f32,
    pub(crate) rate: f32,
}

impl Tuning {
    pub(crate) const LARGE: Self = Self {
        pull: Pull { far: 0.06, near: 4.0 },
        repulsion: 1.0,
        ticks: 40,
        coarse_ticks: 50,
        heat: 0.5,
        rate: 0.3,
    };

    /// The finest level of a very large network costs most and shows least.
    const HUGE: Self = Self { ticks: 20, coarse_ticks: 40, rate: 0.4, ..Self::LARGE };

    /// Between: communities stand out, but the long ways stay honest.
    const MIDDLE: Self = Self { pull: Pull { far: 0.2, near: 2.0 }, ..Self::LARGE };

    /// In networks of a thousand distances may be at most a tenth worse than the best there are.
    const HONEST: Self = Self { pull: Pull { far: 0.15, near: 3.0 }, ticks: 26, heat: 0.22, ..Self::LARGE };

    /// Small networks are read person by person: honest distances count for more than clusters.
    const SMALL: Self = Self { pull: Pull { far: 0.3, near: 1.0 }, ticks: 7, heat: 0.1, ..Self::LARGE };

    pub(crate) fn for_graph(graph: &Graph) -> Self {
        let nodes = graph.len();
        let largest = (0..nodes).map(|i| graph.degree(i)).max().unwrap_or(0);
        match nodes {
            // Around someone who knows everybody all distances are alike and say nothing.
            101..=400 if largest * 4 > nodes => Self::MIDDLE,
            0..=400 => Self::SMALL,
            401..=2000 => Self::HONEST,
            2001..=20_000 => Self::LARGE,
            _ => Self::HUGE,
        }
    }
}

/// The layout of one connected graph in progress; lengths are in units of the t-force.
pub(crate) struct Multilevel {
    /// From the finest to the coarsest.
    graphs: Vec<Graph>,
    parents: Vec<Vec<u32>>,
    /// The level being refined.
    level: usize,
    tick: u32,
    tuning: Tuning,
    forces: Forces,
    pub(crate) x: Vec<f32>,
    pub(crate) y: Vec<f32>,
    rng: Rng,
}

impl Multilevel {
    /// Coarsens and places the coarsest level.
    pub(crate) fn new(graph: Graph, seed: u64, tuning: Tuning) -> Self {
        let mut rng = Rng::new(seed);
        let mut graphs = vec![graph];
        let mut parents = Vec::new();
        loop {
            let fine = &graphs[graphs.len() - 1];
            if fine.len() <= COARSEST {
                break;
            }
            let coarse = coarsen(fine, &mut rng);
            if coarse.graph.len() * 20 > fine.len() * 19 {
                break;
            }
            parents.push(coarse.parent);
            graphs.push(coarse.graph);
        }
        let level = graphs.len() - 1;
        let coarsest = &graphs[level];
        let pivots = if coarsest.len() <= 500 { coarsest.len() } else { 160 };
        let (x, y) = stress::place(coarsest, pivots, &mut rng);
        let mut layout =
            Self { graphs, parents, level, tick: 0, tuning, forces: Forces::default(), x, y, rng };
        layout.enter_level(true);
        layout
    }

    /// The share of the work that is done, by the number of nodes moved.
    pub(crate) fn progress(&self) -> f32 {
        let work = |level: usize| (self.graphs[level].len() as u32 * self.ticks(level)) as f32;
        let all: f32 = (0..self.graphs.len()).map(work).sum();
        let left: f32 = (0..=self.level).map(work).sum::<f32>();
        let here = self.graphs[self.level].len() as f32 * self.tick as f32;
        ((all - left + here) / all.max(1.0)).clamp(0.0, 1.0)
    }

    fn ticks(&self, level: usize) -> u32 {
        if level == 0 { self.tuning.ticks } else { self.tuning.coarse_ticks }
    }

    /// One tick of the forces; false when the finest level is settled.
    pub(crate) fn step(&mut self) -> bool {
        let ticks = self.ticks(self.level);
        if self.tick >= ticks {
            if self.level == 0 {
                return false;
            }
            self.refine();
        }
        let left = 1.0 - self.tick as f32 / self.ticks(self.level) as f32;
        self.forces.tick(&mut self.x, &mut self.y, &self.tuning, self.tuning.heat * left);
        self.tick += 1;
        self.level > 0 || self.tick < self.ticks(0)
    }

    /// Places of all nodes of the finest level, as far as they are known now.
    pub(crate) fn finest(&self) -> (Vec<f32>, Vec<f32>) {
        let (mut x, mut y) = (self.x.clone(), self.y.clone());
        for parent in self.parents[..self.level].iter().rev() {
            x = parent.iter().map(|&p| x[p as usize]).collect();
            y = parent.iter().map(|&p| y[p as usize]).collect();
        }
        let scale = (x.len() as f32 / self.x.len().max(1) as f32).sqrt();
        x.iter_mut().chain(&mut y).for_each(|v| *v *= scale);
        (x, y)
    }

    /// Goes one level down: children start beside their parent.
    fn refine(&mut self) {
        self.level -= 1;
        let parent = &self.parents[self.level];
        let scale = (parent.len() as f32 / self.x.len() as f32).sqrt();
        let rng = &mut self.rng;
        let mut below = |coarse: &[f32]| -> Vec<f32> {
            parent.iter().map(|&p| coarse[p as usize] * scale + 0.3 * rng.signed()).collect()
        };
        (self.x, self.y) = (below(&self.x), below(&self.y));
        self.enter_level(false);
    }

    fn enter_level(&mut self, coarsest: bool) {
        self.tick = 0;
        self.forces = Forces::new(&self.graphs[self.level]);
        let rounds = if coarsest { 12 } else { 3 };
        self.forces.balance(
            &mut self.x,
            &mut self.y,
            &self.tuning,
            rounds,
            if coarsest { 2.0 } else { 1.25 },
        );
    }
}

/// Both forces of one level, with their scratch space.
#[derive(Default)]
pub(crate) struct Forces {
    attraction: Attraction,
    repulsion: Repulsion,
    fx: Vec<f32>,
    fy: Vec<f32>,
    vx: Vec<f32>,
    vy: Vec<f32>,
}

impl Forces {
    pub(crate) fn new(graph: &Graph) -> Self {
        let zero = || vec![0.0; graph.len()];
        Self {
            attraction: Attraction::new(graph),
            repulsion: Repulsion::default(),
            fx: zero(),
            fy: zero(),
            vx: zero(),
            vy: zero(),
        }
    }

    /// Moves every node by its force, no farther than `heat`.
    pub(crate) fn tick(&mut self, x: &mut [f32], y: &mut [f32], tuning: &Tuning, heat: f32) {
        self.fx.fill(0.0);
        self.fy.fill(0.0);
        self.attraction.apply(x, y, tuning.pull, &mut self.fx, &mut self.fy);
        self.repulsion.apply(x, y, tuning.repulsion, &mut self.fx, &mut self.fy);
        for i in 0..x.len() {
            let (vx, vy) =
                (0.5 * self.vx[i] + tuning.rate * self.fx[i], 0.5 * self.vy[i] + tuning.rate * self.fy[i]);
            let length = (vx * vx + vy * vy).sqrt();
            let share = if length > heat { heat / length } else { 1.0 };
            (self.vx[i], self.vy[i]) = (vx * share, vy * share);
            x[i] += self.vx[i];
            y[i] += self.vy[i];
        }
    }

    /// Scales the picture until pulling and pushing are in balance, so that ticks need not.
    fn balance(&mut self, x: &mut [f32], y: &mut [f32], tuning: &Tuning, rounds: u32, factor: f32) {
        let mut factor = factor;
        let mut last = 0.0f32;
        for _ in 0..rounds {
            self.fx.fill(0.0);
            self.fy.fill(0.0);
            self.attraction.apply(x, y, tuning.pull, &mut self.fx, &mut self.fy);
            self.repulsion.apply(x, y, tuning.repulsion, &mut self.fx, &mut self.fy);
            // The virial: outward force summed over all nodes (it does not depend on the origin).
            let outward: f32 = (0..x.len()).map(|i| x[i] * self.fx[i] + y[i] * self.fy[i]).sum();
            if outward == 0.0 {
                break;
            }
            if outward * last < 0.0 {
                factor = factor.sqrt();
            }
            last = outward;
            let scale = if outward > 0.0 { factor } else { 1.0 / factor };
            x.iter_mut().chain(y.iter_mut()).for_each(|v| *v *= scale);
        }
        self.repulsion.reset();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solve(seed: u64) -> Multilevel {
        let edges = (0..2000u32).flat_map(|i| [(i, (i + 1) % 2000, 1.0), (i, i * 7 % 2000, 1.0)]);
        let mut layout = Multilevel::new(Graph::from_edges(2000, edges), seed, Tuning::LARGE);
        while layout.step() {}
        layout
    }

    #[test]
    fn the_same_seed_gives_the_same_bits() {
        let (a, b) = (solve(1), solve(1));
        assert_eq!((&a.x, &a.y), (&b.x, &b.y));
        assert!(a.x.iter().chain(&a.y).all(|v| v.is_finite()));
        assert_ne!(a.x, solve(2).x);
        assert!(a.progress() > 0.99);
    }
}
