//! How well the user knows a person's name by their face: the memory behind the quiz.

use chrono::{DateTime, Days, NaiveDate, Utc};
use rs_fsrs::{Card, FSRS, Parameters, Rating, Seed, State};
use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Contact, Id, Record, RecordRef};

/// The longest time until a name is asked again, in days: who was not seen for ten years looks different.
const LONGEST_DAYS: i32 = 3650;

/// What is remembered about asking for a contact's name.
///
/// A table of its own, so that answering does not touch the person's record. The numbers are those of FSRS, the free
/// spaced repetition scheduler: how fast it is forgotten, and how hard it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recall {
    /// The same bits as the contact's id.
    pub id: Id<Self>,
    /// When it was answered last; of two machines the later answer counts.
    pub answered_at: DateTime<Utc>,
    /// The local day of that.
    pub answered_on: NaiveDate,
    /// The day on which it is asked again.
    pub due_on: NaiveDate,
    /// Days until the chance of remembering falls to nine of ten.
    pub stability: f64,
    /// From 1, easy, to 10.
    pub difficulty: f64,
    /// How often it was answered.
    pub answers: u32,
    /// How often it had been forgotten.
    #[serde(skip_serializing_if = "is_default")]
    pub lapses: u32,
    /// The last answer.
    pub last: Grade,
}

/// How an answer went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Forgotten.
    Again,
    /// Remembered with effort.
    Hard,
    /// Remembered.
    #[default]
    Good,
    /// Remembered at once.
    Easy,
}

impl Grade {
    /// All, from worst to best.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    const fn rating(self) -> Rating {
        match self {
            Self::Again => Rating::Again,
            Self::Hard => Rating::Hard,
            Self::Good => Rating::Good,
            Self::Easy => Rating::Easy,
        }
    }
}

impl Recall {
    /// Returns what is remembered after an answer. `known` is what was remembered before.
    pub fn after(
        known: Option<&Self>,
        contact: Id<Contact>,
        grade: Grade,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Self {
        let known = known.filter(|known| known.is_sound());
        // Days since the last answer are all that counts; a clock that was set back has seen none.
        let elapsed = known.map_or(0, |known| (today - known.answered_on).num_days().clamp(0, 40_000));
        let asked = known.map_or_else(Card::default, |known| Card {
            stability: known.stability,
            difficulty: known.difficulty,
            state: State::Review,
            ..Card::default()
        });
        // From a fixed day on, so that no date can be too large; the interval is all that is taken.
        let parameters = Parameters {
            maximum_interval: LONGEST_DAYS,
            enable_short_term: false,
            enable_fuzz: false,
            seed: Seed::Empty,
            ..Parameters::default()
        };
        let at = DateTime::<Utc>::default() + chrono::Duration::days(elapsed);
        let next = FSRS::new(parameters).next(asked, at, grade.rating()).card;
        let days = next.scheduled_days.clamp(1, i64::from(LONGEST_DAYS) + 2);
        let rounded = |value: f64| (value * 1000.0).round() / 1000.0;
        Self {
            id: contact.cast(),
            answered_at: now,
            answered_on: today,
            due_on: today.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(NaiveDate::MAX),
            stability: rounded(next.stability.clamp(0.1, 36_500.0)),
            difficulty: rounded(next.difficulty.clamp(1.0, 10.0)),
            answers: known.map_or(0, |known| known.answers).saturating_add(1),
            lapses: known
                .map_or(0, |known| known.lapses)
                .saturating_add(u32::from(grade == Grade::Again && known.is_some())),
            last: grade,
        }
    }

    /// Days from an answer to the next question.
    pub fn days(&self) -> i64 {
        (self.due_on - self.answered_on).num_days()
    }

    /// The contact whose name it is.
    pub fn contact(&self) -> Id<Contact> {
        self.id.cast()
    }

    /// Whether the numbers are such as an answer gives.
    pub fn is_sound(&self) -> bool {
        (0.001..=40_000.0).contains(&self.stability) && (1.0..=10.0).contains(&self.difficulty)
    }
}

impl Record for Recall {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit(RecordRef::Contact(self.contact()));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 14).unwrap() + chrono::Duration::days(number)
    }

    fn answer(known: Option<&Recall>, grade: Grade, on: NaiveDate) -> Recall {
        Recall::after(known, Id::new(7), grade, on, DateTime::default())
    }

    #[test]
    fn the_first_answer_decides_how_soon_it_is_asked_again() {
        let days = Grade::ALL.map(|grade| answer(None, grade, day(0)).days());
        assert_eq!(days, [1, 2, 3, 15]);
        assert_eq!(answer(None, Grade::Good, day(0)).contact(), Id::new(7));
    }

    #[test]
    fn forgetting_brings_it_back_soon_and_counts() {
        let mut known = answer(None, Grade::Good, day(0));
        for _ in 0..4 {
            known = answer(Some(&known), Grade::Good, known.due_on);
        }
        assert!(known.days() > 60, "{known:?}");
        let forgotten = answer(Some(&known), Grade::Again, known.due_on);
        assert!(forgotten.days() < 10, "{forgotten:?}");
        assert_eq!((forgotten.lapses, forgotten.answers), (1, 6));
        assert!(forgotten.difficulty > known.difficulty);
    }

    #[test]
    fn a_clock_that_was_set_back_and_a_damaged_record_do_no_harm() {
        let known = answer(None, Grade::Good, day(100));
        let earlier = answer(Some(&known), Grade::Good, day(0));
        assert!(earlier.is_sound() && earlier.days() >= 1);
        for bad in [f64::NAN, f64::INFINITY, -4.0, 0.0, 1e300] {
            let damaged = Recall { stability: bad, difficulty: bad, ..known };
            assert_eq!(answer(Some(&damaged), Grade::Good, day(0)).days(), 3, "{bad}");
        }
        assert_eq!(answer(None, Grade::Easy, NaiveDate::MAX).due_on, NaiveDate::MAX);
        assert!(answer(Some(&known), Grade::Easy, NaiveDate::MIN).is_sound());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn intervals_grow_with_good_and_never_overflow(
            grades in prop::collection::vec((0_usize..4, 0_i64..5000), 1..40),
        ) {
            let mut known = answer(None, Grade::Good, day(0));
            for (grade, late) in grades {
                let on = known.due_on.checked_add_days(Days::new(late.unsigned_abs())).unwrap_or(NaiveDate::MAX);
                let all = Grade::ALL.map(|grade| answer(Some(&known), grade, on));
                for next in &all {
                    prop_assert!(next.is_sound() && (1..=i64::from(LONGEST_DAYS) + 2).contains(&next.days()), "{next:?}");
                }
                prop_assert!(all.windows(2).all(|two| two[0].days() <= two[1].days()));
                prop_assert!(all[2].days() >= known.days().min(i64::from(LONGEST_DAYS) - 2), "{:?} after {known:?}", all[2]);
                known = all[grade];
            }
        }
    }
}
