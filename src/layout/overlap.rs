//! Room for pictures and names: moves nodes of a small picture apart until their boxes are free.
//!
//! Owns: removal of overlaps. Must not know: edges, forces.
//! Each pass finds overlapping boxes by a sweep from left to right and moves both by half of the
//! smaller overlap, so the order of neighbours stays (after Gansner, Hu 2010, in its simplest form).
//!
//! Invariant: held nodes never move (`held_boxes_stay_and_the_others_make_room`).

/// What a node covers, as half its width and height.
pub(crate) type HalfBox = [f32; 2];

/// The number of passes after which the rest stays as it is.
const PASSES: usize = 200;
/// After every so many passes without success the picture becomes a little wider.
const PATIENCE: usize = 10;
const WIDER: f32 = 1.05;

/// Moves boxes apart; returns whether no overlap is left.
pub(crate) fn remove(positions: &mut [[f32; 2]], boxes: &[HalfBox], held: &[bool]) -> bool {
    let mut order: Vec<u32> = (0..positions.len() as u32).collect();
    let widest = boxes.iter().fold(0.0f32, |w, b| w.max(b[0]));
    for pass in 1..=PASSES {
        order.sort_by(|&a, &b| positions[a as usize][0].total_cmp(&positions[b as usize][0]).then(a.cmp(&b)));
        let mut moved = false;
        for i in 0..order.len() {
            let a = order[i] as usize;
            for &next in &order[i + 1..] {
                let b = next as usize;
                if positions[b][0] - positions[a][0] > boxes[a][0] + widest {
                    break;
                }
                moved |= part(positions, boxes, held, a, b);
            }
        }
        if !moved {
            return true;
        }
        if pass.is_multiple_of(PATIENCE) {
            let free = positions.iter_mut().zip(held).filter(|(_, held)| !**held);
            free.for_each(|(p, _)| *p = p.map(|v| v * WIDER));
        }
    }
    false
}

fn part(positions: &mut [[f32; 2]], boxes: &[HalfBox], held: &[bool], a: usize, b: usize) -> bool {
    let gap = |axis: usize| positions[b][axis] - positions[a][axis];
    let over = |axis: usize| boxes[a][axis] + boxes[b][axis] - gap(axis).abs();
    let (wide, high) = (over(0), over(1));
    // The tolerance must exceed what rounding leaves behind.
    let least = 1e-3 * (boxes[a][1] + boxes[b][1]);
    if wide <= least || high <= least || (held[a] && held[b]) {
        return false;
    }
    let axis = usize::from(high < wide);
    // Equal places part by number, so that the result does not hang on rounding.
    let direction = if gap(axis) < 0.0 || (gap(axis) == 0.0 && b < a) { -1.0 } else { 1.0 };
    let by = direction * wide.min(high) * 1.02;
    let (first, second) = match (held[a], held[b]) {
        (true, _) => (0.0, 1.0),
        (_, true) => (1.0, 0.0),
        _ => (0.5, 0.5),
    };
    positions[a][axis] -= by * first;
    positions[b][axis] += by * second;
    true
}

#[cfg(test)]
mod tests {
    use super::super::rng::Rng;
    use super::*;

    #[test]
    fn held_boxes_stay_and_the_others_make_room() {
        let mut rng = Rng::new(1);
        let mut positions: Vec<[f32; 2]> =
            (0..60).map(|_| [rng.signed() * 40.0, rng.signed() * 20.0]).collect();
        positions[3] = positions[4];
        let before = positions.clone();
        let boxes: Vec<HalfBox> = (0..60).map(|i| [4.0 + (i % 5) as f32, 2.0]).collect();
        let held: Vec<bool> = (0..60).map(|i| i == 7).collect();
        assert!(remove(&mut positions, &boxes, &held));
        assert_eq!(positions[7], before[7]);
        for a in 0..60 {
            for b in 0..a {
                let free = (0..2).any(|axis| {
                    (positions[a][axis] - positions[b][axis]).abs() > 0.99 * (boxes[a][axis] + boxes[b][axis])
                });
                assert!(free, "{a} covers {b}");
            }
        }
    }

    #[test]
    fn a_picture_with_room_stays_as_it_is() {
        let mut positions = [[0.0, 0.0], [10.0, 0.0]];
        assert!(remove(&mut positions, &[[4.0, 4.0]; 2], &[false; 2]));
        assert_eq!(positions, [[0.0, 0.0], [10.0, 0.0]]);
    }
}
