//! The t-force that keeps nodes apart: `d / (1 + d²)²`, strong near by, nothing far away.
//!
//! Owns: repulsion between all nodes by Barnes–Hut. Must not know: edges, levels.
//! All bodies of a group share one list of what acts on them; lanes of bodies run along it, so
//! the inner loop is plain vector arithmetic in a fixed order (`wide`).
//!
//! Invariant: the approximation stays near the exact sum (`the_tree_comes_near_the_exact_sum`).

use super::quadtree::{GROUP, Tree};
use super::wide::{LANES, sum};

/// A cell acts as one point when its size is less than four times its gap to the group (squared): the
/// force falls with the third power of the distance, so a coarse sum serves (`docs/layout.md`).
const OPENING2: f32 = 16.0;
/// A cell whose mass is under this many cubed gaps acts as one point, however large it is.
const NEGLIGIBLE: f32 = 5.5;

/// A cell acts on all bodies of a group alike when the group is smaller than twice its gap (squared).
const ALIKE2: f32 = 4.0;

/// Bodies move little in a tick: they are sorted anew after so many ticks, and what acts on whom is
/// looked up anew after so many.
const SORT_EVERY: u32 = 8;
const GATHER_EVERY: u32 = 4;

/// Repulsion between all points, with its scratch space.
#[derive(Default)]
pub(crate) struct Repulsion {
    tree: Tree,
    /// For each group where its part of the lists ends: near groups, cells for each body, cells for all.
    ends: Vec<[u32; 3]>,
    near: Vec<u32>,
    single: Vec<(u32, u32)>,
    alike: Vec<(u32, u32)>,
    list: Vec<[f32; 3]>,
    stack: Vec<(u32, u32)>,
    ticks: u32,
}

impl Repulsion {
    /// Forgets the order of the points; needed when other points follow.
    pub(crate) fn reset(&mut self) {
        self.ticks = 0;
    }

    /// Adds the force on every point to `fx`, `fy`.
    pub(crate) fn apply(&mut self, x: &[f32], y: &[f32], strength: f32, fx: &mut [f32], fy: &mut [f32]) {
        if x.is_empty() {
            return;
        }
        let other = self.tree.order.len() != x.len();
        if self.ticks.is_multiple_of(SORT_EVERY) || other {
            self.tree.sort(x, y);
        }
        self.tree.fit(x, y);
        if self.ticks.is_multiple_of(GATHER_EVERY) || other {
            self.gather();
        }
        self.ticks += 1;
        let mut begin = [0; 3];
        for group in 0..self.tree.levels[0].len() {
            let end = self.ends[group].map(|end| end as usize);
            self.fill(&begin, &end);
            let home = self.tree.levels[0][group].centre;
            let (gx, gy) = self.far(&self.alike[begin[2]..end[2]], home);
            begin = end;
            let members = self.tree.members(group);
            for start in members.clone().step_by(LANES) {
                let lanes = start..members.end.min(start + LANES);
                let (mut bx, mut by) = ([0.0; LANES], [0.0; LANES]);
                bx[..lanes.len()].copy_from_slice(&self.tree.x[lanes.clone()]);
                by[..lanes.len()].copy_from_slice(&self.tree.y[lanes.clone()]);
                let (ax, ay) = sum(&self.list, &bx, &by);
                for (lane, &node) in self.tree.order[lanes].iter().enumerate() {
                    fx[node as usize] += strength * (ax[lane] + gx);
                    fy[node as usize] += strength * (ay[lane] + gy);
                }
            }
        }
    }

    /// Puts the points and the cells that act on each body of a group into one list.
    fn fill(&mut self, begin: &[usize; 3], end: &[usize; 3]) {
        let tree = &self.tree;
        self.list.clear();
        for &group in &self.near[begin[0]..end[0]] {
            let members = tree.members(group as usize);
            let points = tree.x[members.clone()].iter().zip(&tree.y[members]);
            self.list.extend(points.map(|(&x, &y)| [x, y, 1.0]));
        }
        self.list.extend(self.single[begin[1]..end[1]].iter().map(|&(level, at)| {
            let cell = &tree.levels[level as usize][at as usize];
            [cell.centre[0], cell.centre[1], cell.mass]
        }));
    }

    /// The force of far cells on the middle of a group.
    fn far(&self, cells: &[(u32, u32)], home: [f32; 2]) -> (f32, f32) {
        let (mut ax, mut ay) = ([0.0f32; LANES], [0.0f32; LANES]);
        for cells in cells.chunks(LANES) {
            let (mut cx, mut cy, mut mass) = ([0.0f32; LANES], [0.0f32; LANES], [0.0f32; LANES]);
            for (lane, &(level, at)) in cells.iter().enumerate() {
                let cell = &self.tree.levels[level as usize][at as usize];
                (cx[lane], cy[lane], mass[lane]) = (cell.centre[0], cell.centre[1], cell.mass);
            }
            for lane in 0..LANES {
                let (dx, dy) = (home[0] - cx[lane], home[1] - cy[lane]);
                let q = 1.0 + dx * dx + dy * dy;
                let f = mass[lane] / (q * q);
                ax[lane] += dx * f;
                ay[lane] += dy * f;
            }
        }
        (ax.iter().sum(), ay.iter().sum())
    }

    /// Finds what acts on each group: near groups by their points, far cells as one point each.
    fn gather(&mut self) {
        self.ends.clear();
        self.near.clear();
        self.single.clear();
        self.alike.clear();
        let tree = &self.tree;
        for home in &tree.levels[0] {
            let home_size = home.size();
            self.stack.push((tree.levels.len() as u32 - 1, 0));
            while let Some((level, at)) = self.stack.pop() {
                let cell = &tree.levels[level as usize][at as usize];
                let gap2 = home.gap2(cell);
                let size = cell.size();
                if gap2 > 0.0
                    && (size * size < OPENING2 * gap2 || cell.mass < NEGLIGIBLE * gap2 * gap2.sqrt())
                {
                    let alike = home_size * home_size < ALIKE2 * gap2;
                    let list = if alike { &mut self.alike } else { &mut self.single };
                    list.push((level, at));
                } else if level == 0 {
                    self.near.push(at);
                } else {
                    let below = tree.levels[level as usize - 1].len() as u32;
                    self.stack.extend((at * 4..(at * 4 + 4).min(below)).map(|child| (level - 1, child)));
                }
            }
            self.ends.push([&self.near.len(), &self.single.len(), &self.alike.len()].map(|len| *len as u32));
        }
    }
}

const _: () = assert!(GROUP.is_multiple_of(LANES), "a group fills its lanes");

#[cfg(test)]
mod tests {
    use super::super::rng::Rng;
    use super::*;

    #[test]
    fn the_tree_comes_near_the_exact_sum() {
        let mut rng = Rng::new(4);
        let x: Vec<f32> = (0..900).map(|_| rng.signed() * 20.0).collect();
        let y: Vec<f32> = (0..900).map(|_| rng.signed() * 20.0).collect();
        let (mut fx, mut fy) = (vec![0.0; 900], vec![0.0; 900]);
        Repulsion::default().apply(&x, &y, 1.0, &mut fx, &mut fy);
        let (mut off, mut whole) = (0.0, 0.0);
        for i in 0..900 {
            let (mut ex, mut ey) = (0.0f32, 0.0f32);
            for j in 0..900 {
                let (dx, dy) = (x[i] - x[j], y[i] - y[j]);
                let q = 1.0 + dx * dx + dy * dy;
                ex += dx / (q * q);
                ey += dy / (q * q);
            }
            off += (ex - fx[i]).powi(2) + (ey - fy[i]).powi(2);
            whole += ex * ex + ey * ey;
        }
        assert!(off < 0.01 * whole, "off by {off} of {whole}");
    }
}
