//! Searches that the owner of the invented book keeps in the rail.
//!
//! Written last and with chances of their own, so that the rest of the story does not depend on them.

use super::desk::Desk;
use crate::demo::rng::Rng;
use crate::model::{Id, SavedSearch};

/// Name and query of each.
const SEARCHES: [(&str, &str); 3] = [
    ("Warm makers", "circle:makers warmth>40"),
    ("Thank-yous open", "due:thanks"),
    ("Never met in person", "is:virtual -archived"),
];

/// Writes them down.
pub(super) fn keep(desk: &mut Desk) {
    let mut dice = Rng::for_purpose(desk.seed, 0x5EA_2C4);
    let day = desk.day(-5);
    for (at, (name, query)) in (0..).zip(SEARCHES) {
        let created_at = desk.moment(day, 9, at);
        let millis = u128::from(u64::try_from(created_at.timestamp_millis()).unwrap_or(0)) & 0xFFFF_FFFF_FFFF;
        let id = Id::new(millis << 80 | 7 << 76 | 2 << 62 | u128::from(dice.next() >> 2));
        desk.put(SavedSearch {
            id,
            name: name.to_owned(),
            query: query.to_owned(),
            order: at,
            created_at,
            updated_at: created_at,
        });
    }
}
