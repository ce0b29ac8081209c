//! The inner loop of repulsion: the sum of the t-force of many points on a few bodies.
//!
//! Owns: the arithmetic, with wider vectors where the machine has them. Must not know: trees, edges.
//!
//! Invariant: whatever the machine has, the bits are the same: each lane does the same operations in the same order, and
//! none of them is fused (`both_ways_give_the_same_bits`).

/// Bodies that are summed together.
pub(crate) const LANES: usize = 8;

/// Returns the force of points with a mass on each body: `mass · d / (1 + d²)²`.
pub(crate) fn sum(list: &[[f32; 3]], bx: &[f32; LANES], by: &[f32; LANES]) -> ([f32; LANES], [f32; LANES]) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // Half of a layout is spent here, and eight lanes at once take half as long as four.
        #[expect(
            unsafe_code,
            reason = "safe code that is compiled for instructions of which the line above made sure"
        )]
        // SAFETY: the machine has AVX2, which is all that the function needs.
        return unsafe { sum_avx2(list, bx, by) };
    }
    sum_plain(list, bx, by)
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn sum_avx2(list: &[[f32; 3]], bx: &[f32; LANES], by: &[f32; LANES]) -> ([f32; LANES], [f32; LANES]) {
    sum_plain(list, bx, by)
}

#[inline(always)]
fn sum_plain(list: &[[f32; 3]], bx: &[f32; LANES], by: &[f32; LANES]) -> ([f32; LANES], [f32; LANES]) {
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
    fn both_ways_give_the_same_bits() {
        let mut rng = Rng::new(9);
        for points in [0, 1, 7, 300] {
            let list: Vec<[f32; 3]> =
                (0..points).map(|_| [rng.signed() * 9.0, rng.signed() * 9.0, 1.0 + rng.signed()]).collect();
            let bodies = |rng: &mut Rng| std::array::from_fn(|_| rng.signed() * 9.0);
            let (x, y) = (bodies(&mut rng), bodies(&mut rng));
            assert_eq!(sum(&list, &x, &y), sum_plain(&list, &x, &y));
        }
    }
}
