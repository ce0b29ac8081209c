//! A quadtree over points in Morton order, in flat arrays.
//!
//! Owns: the order of the points, groups of [`GROUP`] neighbours, and a tree in which four
//! successive cells share a parent; a cell's children are found by arithmetic. Must not know: forces.
//! Start reading at [`Tree`]; [`PointIndex`] answers "what is under the pointer".
//!
//! Invariant: a cell's box holds all its points, so every query is exact whatever the order
//! (`queries_agree_with_trying_every_point`).

/// The number of points in a leaf.
pub(crate) const GROUP: usize = 16;

/// A box of points with their centre.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) min: [f32; 2],
    pub(crate) max: [f32; 2],
    pub(crate) centre: [f32; 2],
    pub(crate) mass: f32,
}

impl Cell {
    const EMPTY: Self =
        Self { min: [f32::INFINITY; 2], max: [f32::NEG_INFINITY; 2], centre: [0.0; 2], mass: 0.0 };

    fn join(&mut self, other: &Self) {
        let mass = self.mass + other.mass;
        for axis in 0..2 {
            self.min[axis] = self.min[axis].min(other.min[axis]);
            self.max[axis] = self.max[axis].max(other.max[axis]);
            let sum = self.centre[axis] * self.mass + other.centre[axis] * other.mass;
            self.centre[axis] = sum / mass.max(1.0);
        }
        self.mass = mass;
    }

    /// The squared gap between two boxes, 0 when they touch.
    pub(crate) fn gap2(&self, other: &Self) -> f32 {
        let mut sum = 0.0;
        for axis in 0..2 {
            let gap = (self.min[axis] - other.max[axis]).max(other.min[axis] - self.max[axis]).max(0.0);
            sum += gap * gap;
        }
        sum
    }

    pub(crate) fn size(&self) -> f32 {
        (self.max[0] - self.min[0]).max(self.max[1] - self.min[1])
    }
}

/// Points in Morton order and the cells above them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    /// The points' numbers in Morton order.
    pub(crate) order: Vec<u32>,
    /// Their places in that order.
    pub(crate) x: Vec<f32>,
    pub(crate) y: Vec<f32>,
    /// `levels[0]` are the groups; cell `i` of the next level joins cells `4i..4i+4`.
    pub(crate) levels: Vec<Vec<Cell>>,
    keys: Vec<u64>,
}

impl Tree {
    /// Sorts the points anew; worth it when they moved a good way since the last time.
    pub(crate) fn sort(&mut self, x: &[f32], y: &[f32]) {
        let mut bounds = Cell::EMPTY;
        for (&x, &y) in x.iter().zip(y) {
            bounds.join(&Cell { min: [x, y], max: [x, y], centre: [x, y], mass: 1.0 });
        }
        let scale = 65_535.0 / bounds.size().max(1e-9);
        self.keys.clear();
        self.keys.extend(x.iter().zip(y).enumerate().map(|(i, (&x, &y))| {
            let column = spread(((x - bounds.min[0]) * scale) as u32);
            let row = spread(((y - bounds.min[1]) * scale) as u32);
            (u64::from(column | row << 1) << 32) | i as u64
        }));
        self.keys.sort_unstable();
        self.order.clear();
        self.order.extend(self.keys.iter().map(|&key| key as u32));
    }

    /// Takes the points' present places and fits all boxes to them; the order stays.
    pub(crate) fn fit(&mut self, x: &[f32], y: &[f32]) {
        self.x.clear();
        self.x.extend(self.order.iter().map(|&i| x[i as usize]));
        self.y.clear();
        self.y.extend(self.order.iter().map(|&i| y[i as usize]));
        if self.levels.is_empty() {
            self.levels.push(Vec::new());
        }
        self.levels[0].clear();
        for (xs, ys) in self.x.chunks(GROUP).zip(self.y.chunks(GROUP)) {
            self.levels[0].push(group_cell(xs, ys));
        }
        let mut level = 0;
        while self.levels[level].len() > 1 {
            if self.levels.len() == level + 1 {
                self.levels.push(Vec::new());
            }
            let (below, above) = self.levels.split_at_mut(level + 1);
            above[0].clear();
            above[0].extend(below[level].chunks(4).map(|children| {
                let mut cell = children[0];
                children[1..].iter().for_each(|child| cell.join(child));
                cell
            }));
            level += 1;
        }
        self.levels.truncate(level + 1);
    }

    /// The positions in `order` that belong to a group.
    pub(crate) fn members(&self, group: usize) -> std::ops::Range<usize> {
        group * GROUP..((group + 1) * GROUP).min(self.order.len())
    }
}

fn group_cell(xs: &[f32], ys: &[f32]) -> Cell {
    let mut cell = Cell::EMPTY;
    let mut sum = [0.0f32; 2];
    for (&x, &y) in xs.iter().zip(ys) {
        cell.min = [cell.min[0].min(x), cell.min[1].min(y)];
        cell.max = [cell.max[0].max(x), cell.max[1].max(y)];
        sum = [sum[0] + x, sum[1] + y];
    }
    cell.mass = xs.len() as f32;
    cell.centre = [sum[0] / cell.mass, sum[1] / cell.mass];
    cell
}

/// Puts a zero between the lower 16 bits.
fn spread(bits: u32) -> u32 {
    let mut v = bits & 0xffff;
    v = (v | v << 8) & 0x00ff_00ff;
    v = (v | v << 4) & 0x0f0f_0f0f;
    v = (v | v << 2) & 0x3333_3333;
    (v | v << 1) & 0x5555_5555
}

/// Finds points near a place or within a rectangle; build it when positions changed, not per frame.
#[derive(Clone, Debug, Default)]
pub struct PointIndex {
    tree: Tree,
}

impl PointIndex {
    /// Builds the index. Points that are not finite are found nowhere.
    #[must_use]
    pub fn new(positions: &[[f32; 2]]) -> Self {
        let finite = |p: &&[f32; 2]| p[0].is_finite() && p[1].is_finite();
        let numbers: Vec<u32> =
            positions.iter().enumerate().filter(|(_, p)| finite(p)).map(|(i, _)| i as u32).collect();
        let x: Vec<f32> = numbers.iter().map(|&i| positions[i as usize][0]).collect();
        let y: Vec<f32> = numbers.iter().map(|&i| positions[i as usize][1]).collect();
        let mut tree = Tree::default();
        tree.sort(&x, &y);
        tree.fit(&x, &y);
        tree.order.iter_mut().for_each(|i| *i = numbers[*i as usize]);
        Self { tree }
    }

    /// Returns the number of the nearest point no farther than `radius`; the lower number of two
    /// that are equally near.
    #[must_use]
    pub fn nearest(&self, point: [f32; 2], radius: f32) -> Option<u32> {
        if !(point[0].is_finite() && point[1].is_finite() && radius >= 0.0) {
            return None;
        }
        let around = Cell { min: point, max: point, centre: point, mass: 1.0 };
        let mut best: Option<(f32, u32)> = None;
        self.visit(
            |cell, best: &Option<(f32, u32)>| cell.gap2(&around) <= best.map_or(radius * radius, |b| b.0),
            |number, x, y, best| {
                let d2 = (x - point[0]) * (x - point[0]) + (y - point[1]) * (y - point[1]);
                if d2 <= radius * radius && best.is_none_or(|b| (d2, number) < b) {
                    *best = Some((d2, number));
                }
            },
            &mut best,
        );
        best.map(|b| b.1)
    }

    /// Returns the points within a rectangle, its border included, in ascending order.
    #[must_use]
    pub fn within(&self, min: [f32; 2], max: [f32; 2]) -> Vec<u32> {
        let area = Cell { min, max, centre: min, mass: 1.0 };
        let mut found = Vec::new();
        self.visit(
            |cell, _| cell.gap2(&area) == 0.0,
            |number, x, y, found| {
                if (min[0]..=max[0]).contains(&x) && (min[1]..=max[1]).contains(&y) {
                    found.push(number);
                }
            },
            &mut found,
        );
        found.sort_unstable();
        found
    }

    fn visit<S>(
        &self,
        enter: impl Fn(&Cell, &S) -> bool,
        mut meet: impl FnMut(u32, f32, f32, &mut S),
        state: &mut S,
    ) {
        let mut stack: Vec<(usize, usize)> =
            self.tree.levels.len().checked_sub(1).map(|top| (top, 0)).into_iter().collect();
        while let Some((level, at)) = stack.pop() {
            let Some(cell) = self.tree.levels[level].get(at) else { continue };
            if !enter(cell, state) {
                continue;
            }
            if level > 0 {
                stack.extend((0..4).map(|child| (level - 1, at * 4 + child)));
            } else {
                for i in self.tree.members(at) {
                    meet(self.tree.order[i], self.tree.x[i], self.tree.y[i], state);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rng::Rng;
    use super::*;

    #[test]
    fn queries_agree_with_trying_every_point() {
        let mut rng = Rng::new(2);
        let points: Vec<[f32; 2]> = (0..700).map(|_| [rng.signed() * 9.0, rng.signed()]).collect();
        let index = PointIndex::new(&points);
        for _ in 0..200 {
            let (p, r) = ([rng.signed() * 10.0, rng.signed() * 2.0], rng.signed().abs());
            let d2 = |q: &[f32; 2]| (q[0] - p[0]) * (q[0] - p[0]) + (q[1] - p[1]) * (q[1] - p[1]);
            let best = (0..700).filter(|&i| d2(&points[i]) <= r * r);
            let best = best.min_by(|&a, &b| d2(&points[a]).total_cmp(&d2(&points[b])));
            assert_eq!(index.nearest(p, r), best.map(|i| i as u32));
            let max = [p[0] + 2.0 * r, p[1] + r];
            let inside: Vec<u32> = (0..700u32)
                .filter(|&i| {
                    let q = points[i as usize];
                    q[0] >= p[0] && q[0] <= max[0] && q[1] >= p[1] && q[1] <= max[1]
                })
                .collect();
            assert_eq!(index.within(p, max), inside);
        }
    }

    #[test]
    fn an_empty_or_broken_picture_is_searched_without_harm() {
        assert_eq!(PointIndex::new(&[]).nearest([0.0; 2], 9.0), None);
        assert!(PointIndex::default().within([0.0; 2], [1.0; 2]).is_empty());
        let index = PointIndex::new(&[[f32::NAN, 0.0], [1.0, 1.0], [1.0, 1.0]]);
        assert_eq!(index.nearest([0.0; 2], 9.0), Some(1));
        assert_eq!(index.nearest([f32::NAN; 2], 9.0), None);
    }
}
