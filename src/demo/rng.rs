//! A small deterministic generator for invented data.
//!
//! `SplitMix64` (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"):
//! one 64-bit counter and a mixing function. It is not for secrets. It is used here because its
//! output is fixed by this file alone: a crate update can never change the demo book.
//!
//! Invariant: the stream of a seed never changes (`the_stream_of_a_seed_is_fixed`).

/// A stream of reproducible choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rng(u64);

impl Rng {
    /// Starts the stream of `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Starts an independent stream for one `purpose` of one `seed`.
    ///
    /// Person 17's hobby does not change when person 16 gets one more phone number.
    pub fn for_purpose(seed: u64, purpose: u64) -> Self {
        let mut outer = Self(seed);
        let mut inner = Self(outer.next() ^ purpose.wrapping_mul(0xD1B5_4A32_D192_ED03));
        Self(inner.next())
    }

    /// Returns the next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Returns a number from 0 up to but without `end`; 0 when `end` is 0.
    pub const fn below(&mut self, end: usize) -> usize {
        if end == 0 {
            return 0;
        }
        // Multiply-shift (Lemire 2019) without rejection: the bias of 2⁻⁴⁰ does not matter here.
        ((self.next() as u128 * end as u128) >> 64) as usize
    }

    /// Returns a number from `low` to `high`, both included.
    pub fn range(&mut self, low: i64, high: i64) -> i64 {
        let span = usize::try_from(high.saturating_sub(low)).unwrap_or(0).saturating_add(1);
        low + i64::try_from(self.below(span)).unwrap_or(0)
    }

    /// Returns a number from 0.0 up to but without 1.0.
    pub const fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Returns true in `percent` of 100 cases.
    pub const fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// Returns one of `choices`, or `None` when there is none.
    pub fn try_pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }

    /// Returns one of a fixed list, which cannot be empty.
    pub const fn pick<'a, T, const N: usize>(&mut self, choices: &'a [T; N]) -> &'a T {
        const { assert!(N > 0, "a list to pick from has an entry") };
        &choices[self.below(N)]
    }

    /// Returns one of `choices` in proportion to its weight; the first when all weigh nothing.
    pub fn weighted<'a, T, const N: usize>(&mut self, choices: &'a [(u32, T); N]) -> &'a T {
        const { assert!(N > 0, "a list to pick from has an entry") };
        let total: usize = choices.iter().map(|(weight, _)| *weight as usize).sum();
        let mut left = self.below(total);
        for (weight, choice) in choices {
            if left < *weight as usize {
                return choice;
            }
            left -= *weight as usize;
        }
        &choices[0].1
    }

    /// Puts `items` into a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_a_seed_is_fixed() {
        // The first three values of the reference implementation for seed 1234567.
        let mut rng = Rng::new(1_234_567);
        assert_eq!(rng.next(), 6_457_827_717_110_365_317);
        assert_eq!(rng.next(), 3_203_168_211_198_807_973);
        assert_eq!(rng.next(), 9_817_491_932_198_370_423);
    }

    #[test]
    fn a_range_reaches_both_ends_and_nothing_else() {
        let mut rng = Rng::new(7);
        let seen: std::collections::BTreeSet<i64> = (0..500).map(|_| rng.range(-2, 3)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [-2, -1, 0, 1, 2, 3]);
    }

    #[test]
    fn weights_are_proportions() {
        let mut rng = Rng::new(3);
        let heavy = (0..4000).filter(|_| *rng.weighted(&[(3, true), (1, false)])).count();
        assert!((2850..3150).contains(&heavy), "{heavy}");
    }

    #[test]
    fn purposes_are_independent() {
        let mut a = Rng::for_purpose(1, 1);
        let mut b = Rng::for_purpose(1, 2);
        assert_ne!(a.next(), b.next());
    }
}
