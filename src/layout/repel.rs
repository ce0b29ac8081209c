//! The t-force that keeps nodes apart: `d / (1 + d²)²`, strong near by, nothing far away.
//!
//! Owns: repulsion between all nodes by Barnes–Hut. Must not know: edges, levels.
//! All bodies of a group share one list of what acts on them; lanes of bodies run along it, so
//! the inner loop is plain vector arithmetic in a fixed order.
//!
//! Invariant: the approximation stays near the exact sum (`the_tree_comes_near_the_exact_sum`).

use super::quadtree::{GROUP, Tree};

/// A cell acts as one point when its size is less than three times its gap to the group (squared): the
/// force falls with the third power of the distance, so a coarse sum serves (`docs/layout.md`).
const OPENING2: f32 = 9.0;
/// A cell whose mass is under this many cubed gaps acts as one point, however large it is.
const NEGLIGIBLE: f32 = 3.0;
const LANES: usize = 8;

/// Repulsion between all points, with its scratch space.
#[derive(Default)]
pub(crate) struct Repulsion {
    tree: Tree,
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
        if self.ticks.is_multiple_of(8) || self.tree.order.len() != x.len() {
            self.tree.sort(x, y);
        }
        self.ticks += 1;
        self.tree.fit(x, y);
        for group in 0..self.tree.levels[0].len() {
            self.gather(group);
            let members = self.tree.members(group);
            for start in members.clone().step_by(LANES) {
                let lanes = start..members.end.min(start + LANES);
                let (mut bx, mut by) = ([0.0; LANES], [0.0; LANES]);
                bx[..lanes.len()].copy_from_slice(&self.tree.x[lanes.clone()]);
                by[..lanes.len()].copy_from_slice(&self.tree.y[lanes.clone()]);
                let (ax, ay) = sum(&self.list, &bx, &by);
                for (lane, &node) in self.tree.order[lanes].iter().enumerate() {
                    fx[node as usize] += strength * ax[lane];
                    fy[node as usize] += strength * ay[lane];
                }
            }
        }
    }

    /// Lists what acts on a group: far cells as points, near points as themselves.
    fn gather(&mut self, group: usize) {
        let tree = &self.tree;
        let home = tree.levels[0][group];
        self.list.clear();
        self.stack.clear();
        self.stack.push((tree.levels.len() as u32 - 1, 0));
        while let Some((level, at)) = self.stack.pop() {
            let cell = &tree.levels[level as usize][at as usize];
            let gap2 = home.gap2(cell);
            let size = cell.size();
            if gap2 > 0.0 && (size * size < OPENING2 * gap2 || cell.mass < NEGLIGIBLE * gap2 * gap2.sqrt()) {
                self.list.push([cell.centre[0], cell.centre[1], cell.mass]);
            } else if level == 0 {
                let members = tree.members(at as usize);
                let points = tree.x[members.clone()].iter().zip(&tree.y[members]);
                self.list.extend(points.map(|(&x, &y)| [x, y, 1.0]));
            } else {
                let below = tree.levels[level as usize - 1].len() as u32;
                self.stack.extend((at * 4..(at * 4 + 4).min(below)).map(|child| (level - 1, child)));
            }
        }
    }
}

const _: () = assert!(GROUP.is_multiple_of(LANES), "a group fills its lanes");

fn sum(list: &[[f32; 3]], bx: &[f32; LANES], by: &[f32; LANES]) -> ([f32; LANES], [f32; LANES]) {
    let (mut ax, mut ay) = ([0.0f32; LANES], [0.0f32; LANES]);
    for &[x, y, mass] in list {
        for lane in 0..LANES {
            let (dx, dy) = (bx[lane] - x, by[lane] - y);
            let q = 1.0 + dx * dx + dy * dy;
            let f = mass / (q * q);
            ax[lane] += dx * f;
            ay[lane] += dy * f;
        }
    }
    (ax, ay)
}

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
