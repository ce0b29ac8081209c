//! Rounded shapes around people of one group who stand near each other.
//!
//! Owns: who is near enough, and the shape with room around them. Must not know: groups, colours, the screen.
//! Start reading at [`areas`].
//!
//! Invariant: a shape is convex and holds its people with room around them
//! (`a_shape_holds_its_people_with_room_and_bends_one_way_only`).

use std::collections::BTreeMap;

/// People belong to one shape when they stand nearer than this, in the units of positions.
const NEAR: f32 = 165.0;
/// How far a shape reaches beyond its people.
const MARGIN: f32 = 34.0;
/// Fewer people together make no shape.
const FEWEST: usize = 4;
/// Shapes for each group, the largest ones.
const MOST: usize = 3;
/// A corner is split until its parts turn by less than this (the cosine of 20°).
const SMOOTH: f32 = 0.94;

/// Returns the shapes around the people of one group, the one of most people first; positions that are not finite
/// count as nobody. The corners of each are in order.
#[must_use]
pub fn areas(points: &[[f32; 2]]) -> Vec<Vec<[f32; 2]>> {
    let finite = |point: &&[f32; 2]| point.iter().all(|value| value.is_finite());
    let points: Vec<[f32; 2]> = points.iter().filter(finite).copied().collect();
    let mut near = together(&points);
    near.retain(|people| people.len() >= FEWEST);
    near.sort_by_key(|people| std::cmp::Reverse(people.len()));
    near.truncate(MOST);
    near.into_iter().map(|people| rounded(&convex(people))).collect()
}

/// Joins points that are near each other.
fn together(points: &[[f32; 2]]) -> Vec<Vec<[f32; 2]>> {
    let cell = |point: &[f32; 2]| point.map(|value| (value / NEAR).floor() as i64);
    let mut cells: BTreeMap<[i64; 2], Vec<usize>> = BTreeMap::new();
    for (number, point) in points.iter().enumerate() {
        cells.entry(cell(point)).or_default().push(number);
    }
    let mut seen = vec![false; points.len()];
    let mut found = Vec::new();
    for start in 0..points.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let (mut people, mut open) = (Vec::new(), vec![start]);
        while let Some(at) = open.pop() {
            people.push(points[at]);
            let [column, row] = cell(&points[at]);
            for near in (-1..=1).flat_map(|x| (-1..=1).map(move |y| [column + x, row + y])) {
                for other in cells.get(&near).into_iter().flatten() {
                    let [x, y] = minus(points[*other], points[at]);
                    if !seen[*other] && x * x + y * y < NEAR * NEAR {
                        seen[*other] = true;
                        open.push(*other);
                    }
                }
            }
        }
        found.push(people);
    }
    found
}

fn minus(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [a[0] - b[0], a[1] - b[1]]
}

/// Andrew's monotone chain; corners in order, none of them on a straight side.
fn convex(mut points: Vec<[f32; 2]>) -> Vec<[f32; 2]> {
    points.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    points.dedup();
    if points.len() < 3 {
        return points;
    }
    let turn = |a: [f32; 2], b: [f32; 2], c: [f32; 2]| {
        let (to_b, to_c) = (minus(b, a), minus(c, a));
        to_b[0] * to_c[1] - to_b[1] * to_c[0]
    };
    let chain = |points: &mut dyn Iterator<Item = [f32; 2]>| {
        let mut side: Vec<[f32; 2]> = Vec::new();
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
fn rounded(corners: &[[f32; 2]]) -> Vec<[f32; 2]> {
    let count = corners.len();
    let mut shape = Vec::with_capacity(count * 5);
    for (at, corner) in corners.iter().enumerate() {
        let before = outward(corners[(at + count - 1) % count], *corner);
        let after = outward(*corner, corners[(at + 1) % count]);
        let mut push = |normal: [f32; 2]| {
            shape.push([corner[0] + MARGIN * normal[0], corner[1] + MARGIN * normal[1]]);
        };
        if count == 1 {
            // Everybody on one spot: a whole circle.
            for (from, to) in [([1.0, 0.0], [-1.0, 0.0]), ([-1.0, 0.0], [1.0, 0.0])] {
                push(from);
                arc(from, to, &mut push);
            }
        } else {
            push(before);
            arc(before, after, &mut push);
            push(after);
        }
    }
    shape
}

/// The direction out of a shape at one of its sides, of length 1.
fn outward(from: [f32; 2], to: [f32; 2]) -> [f32; 2] {
    let [x, y] = minus(to, from);
    unit([y, -x]).unwrap_or([1.0, 0.0])
}

fn unit([x, y]: [f32; 2]) -> Option<[f32; 2]> {
    let length = (x * x + y * y).sqrt();
    (length > 1e-6).then(|| [x / length, y / length])
}

/// Directions between two that differ by half a turn at most.
fn arc(from: [f32; 2], to: [f32; 2], push: &mut impl FnMut([f32; 2])) {
    if from[0] * to[0] + from[1] * to[1] > SMOOTH {
        return;
    }
    // Between opposite ones the shape turns the way in which its corners follow each other.
    let middle = unit([from[0] + to[0], from[1] + to[1]]).unwrap_or([-from[1], from[0]]);
    arc(from, middle, push);
    push(middle);
    arc(middle, to, push);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(shape: &[[f32; 2]], people: &[[f32; 2]]) {
        for at in 0..shape.len() {
            let (a, b, c) = (shape[at], shape[(at + 1) % shape.len()], shape[(at + 2) % shape.len()]);
            let (along, next) = (minus(b, a), minus(c, a));
            assert!(along[0] * next[1] - along[1] * next[0] >= -0.5, "corner {at} turns back");
            let Some(side) = unit(along) else { continue };
            for person in people {
                let [x, y] = minus(*person, a);
                let room = side[0] * y - side[1] * x;
                assert!(room > MARGIN * 0.9, "{person:?} is outside: {room}");
            }
        }
    }

    #[test]
    fn a_shape_holds_its_people_with_room_and_bends_one_way_only() {
        let people: Vec<[f32; 2]> =
            (0..60).map(|n| [f32::from((n * 37 % 101) as u8), f32::from((n * 53 % 89) as u8)]).collect();
        let found = areas(&people);
        assert_eq!(found.len(), 1);
        holds(&found[0], &people);
        // In a row, on one spot, and two spots.
        for people in [
            vec![[0.0, 0.0], [40.0, 0.0], [80.0, 0.0], [120.0, 0.0]],
            vec![[7.0, -3.0]; 5],
            vec![[0.0, 0.0], [0.0, 50.0], [0.0, 0.0], [0.0, 50.0]],
        ] {
            holds(&areas(&people)[0], &people);
        }
    }

    #[test]
    fn people_far_from_the_others_have_no_part_in_a_shape() {
        let mut points: Vec<[f32; 2]> = (0..6_u8).map(|n| [f32::from(n) * 80.0, 0.0]).collect();
        points.extend([[5000.0, 0.0], [f32::NAN, 0.0]]);
        let found = areas(&points);
        assert_eq!(found.len(), 1);
        assert!(found[0].iter().all(|corner| corner[0] < 500.0), "{found:?}");
        assert!(areas(&points[..3]).is_empty(), "three are no group");
    }
}
