//! The tinted shapes around people of one group who stand near each other.
//!
//! Owns the shapes in units of the layout. Must not know the screen. Start reading at [`hulls`].

use std::collections::BTreeMap;

use eframe::egui::{Pos2, Vec2};

use super::camera::place;
use super::grouping::Group;

/// People of a group belong to one shape when they stand nearer than this, in units of the layout.
const NEAR: f32 = 165.0;
/// How far the shape reaches beyond its people.
const MARGIN: f32 = 34.0;
/// Fewer people together make no shape.
const FEWEST: usize = 4;
/// Shapes for each group, the largest ones.
const MOST: usize = 3;

/// One shape.
pub(super) struct Hull {
    /// The group by its place among all.
    pub(super) group: usize,
    /// Corners, in units of the layout.
    pub(super) corners: Vec<Pos2>,
    /// Whether the group's name stands at this one.
    pub(super) named: bool,
}

/// Returns the shapes of all groups.
pub(super) fn hulls(all: &[Group], positions: &[[f32; 2]], shown: &[bool]) -> Vec<Hull> {
    let mut found = Vec::new();
    for (number, of) in all.iter().enumerate() {
        let points: Vec<Pos2> = of
            .members
            .iter()
            .filter(|node| shown[**node as usize])
            .map(|node| place(positions[*node as usize]))
            .filter(|point| point.x.is_finite())
            .collect();
        let mut groups = groups(&points);
        groups.retain(|group| group.len() >= FEWEST);
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        groups.truncate(MOST);
        for (at, group) in groups.into_iter().enumerate() {
            found.push(Hull { group: number, corners: rounded(&convex(group)), named: at == 0 });
        }
    }
    found
}

/// Joins points that are near each other.
fn groups(points: &[Pos2]) -> Vec<Vec<Pos2>> {
    let cell = |point: &Pos2| ((point.x / NEAR).floor() as i64, (point.y / NEAR).floor() as i64);
    let mut cells: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (number, point) in points.iter().enumerate() {
        cells.entry(cell(point)).or_default().push(number);
    }
    let mut seen = vec![false; points.len()];
    let mut groups = Vec::new();
    for start in 0..points.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let (mut group, mut todo) = (Vec::new(), vec![start]);
        while let Some(at) = todo.pop() {
            group.push(points[at]);
            let (column, row) = cell(&points[at]);
            for near in (-1..=1).flat_map(|x| (-1..=1).map(move |y| (column + x, row + y))) {
                for other in cells.get(&near).into_iter().flatten() {
                    if !seen[*other] && points[*other].distance(points[at]) < NEAR {
                        seen[*other] = true;
                        todo.push(*other);
                    }
                }
            }
        }
        groups.push(group);
    }
    groups
}

/// Andrew's monotone chain; corners in order, none of them on a straight side.
fn convex(mut points: Vec<Pos2>) -> Vec<Pos2> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let turn = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let chain = |points: &mut dyn Iterator<Item = Pos2>| {
        let mut side: Vec<Pos2> = Vec::new();
        for point in points {
            while side.len() >= 2 && turn(side[side.len() - 2], side[side.len() - 1], point) <= 0.0 {
                side.pop();
            }
            side.push(point);
        }
        side.pop();
        side
    };
    let mut corners = chain(&mut points.iter().copied());
    corners.extend(chain(&mut points.iter().rev().copied()));
    corners
}

/// The shape at [`MARGIN`] around a convex one: the corners become arcs.
fn rounded(corners: &[Pos2]) -> Vec<Pos2> {
    let count = corners.len();
    let mut rounded = Vec::with_capacity(count * 5);
    for (at, corner) in corners.iter().enumerate() {
        let before = corners[(at + count - 1) % count];
        let after = corners[(at + 1) % count];
        let outward = |from: Pos2, to: Pos2| {
            let along = (to - from).normalized();
            if along == Vec2::ZERO { Vec2::X } else { Vec2::new(along.y, -along.x) }
        };
        let (start, mut sweep) = (outward(before, *corner).angle(), outward(*corner, after).angle());
        sweep -= start;
        while sweep < 0.0 {
            sweep += std::f32::consts::TAU;
        }
        // A corner of a convex shape turns by half a circle at most; nearly a whole one is a turn of
        // nothing that rounding made negative.
        if sweep > std::f32::consts::PI * 1.5 {
            sweep = 0.0;
        }
        let steps = ((sweep / 0.35).ceil() as usize).max(1);
        for step in 0..=steps {
            rounded.push(*corner + MARGIN * Vec2::angled(start + sweep * step as f32 / steps as f32));
        }
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn a_shape_holds_its_people_with_room_and_bends_one_way_only() {
        let people: Vec<Pos2> =
            (0..60).map(|n| pos2(f32::from((n * 37 % 101) as u8), f32::from((n * 53 % 89) as u8))).collect();
        let shape = rounded(&convex(people.clone()));
        for at in 0..shape.len() {
            let (a, b, c) = (shape[at], shape[(at + 1) % shape.len()], shape[(at + 2) % shape.len()]);
            let turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
            assert!(turn >= -0.5, "corner {at} turns back: {turn}");
            for person in &people {
                let side = -(b - a).normalized().rot90().dot(*person - a);
                assert!(a.distance(b) < 0.01 || side > MARGIN * 0.9, "{person:?} is outside");
            }
        }
    }

    #[test]
    fn people_far_from_the_others_have_no_part_in_a_shape() {
        let mut points: Vec<Pos2> = (0..6_u8).map(|n| pos2(f32::from(n) * 80.0, 0.0)).collect();
        points.push(pos2(5000.0, 0.0));
        let sizes: Vec<usize> = groups(&points).iter().map(Vec::len).collect();
        assert_eq!(sizes, [6, 1]);
    }
}
