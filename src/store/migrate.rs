//! Older versions of the format, one step each.
//!
//! A migration turns the text of version n into that of version n + 1 and lives here for ever, together with a
//! sample `tests/fixtures/book-v<n>.ron` that is never changed. To change the format: write the sample of the
//! old version, raise [`super::format::VERSION`], append the step; `store::samples_of_all_versions_open` says
//! what is missing.
//!
//! Invariant: there is exactly one step from every version to the next (the length of [`STEPS`]).

use super::OpenProblem;
use super::format::VERSION;

/// Turns the text of a whole book into that of the next version.
type Step = fn(&str) -> Result<String, OpenProblem>;

/// The steps from version 1 to 2, from 2 to 3, and so on.
const STEPS: [Step; VERSION as usize - 1] = [];

/// Brings a text of version `found` up to [`VERSION`]; nothing when it already is.
pub(super) fn migrate(text: &str, found: u32) -> Result<Option<String>, OpenProblem> {
    let mut migrated = None;
    for step in STEPS.iter().skip(found.saturating_sub(1) as usize) {
        migrated = Some(step(migrated.as_deref().unwrap_or(text))?);
    }
    Ok(migrated)
}
