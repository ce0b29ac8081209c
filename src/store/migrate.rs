//! Older versions of the format, one step each.
//!
//! A migration turns the text of version n into that of version n + 1 and lives here for ever, together with a
//! sample `tests/fixtures/book-v<n>.ron` that is never changed. To change the format: write the sample of the
//! old version, raise [`super::format::VERSION`], append the step; `store::samples_of_all_versions_open` says
//! what is missing.
//!
//! Invariant: there is exactly one step from every version to the next (the length of [`STEPS`]).

use std::borrow::Cow;

use super::OpenProblem;
use super::format::VERSION;

/// Turns the text of a whole book, without its last line, into that of the next version.
type Step = for<'a> fn(Cow<'a, str>) -> Result<Cow<'a, str>, OpenProblem>;

/// The steps from version 1 to 2, from 2 to 3, and so on.
const STEPS: [Step; VERSION as usize - 1] = [one_to_two, two_to_three];

/// Brings a text of version `found` up to [`VERSION`].
pub(super) fn migrate(text: &str, found: u32) -> Result<Cow<'_, str>, OpenProblem> {
    let mut text = Cow::Borrowed(text);
    for step in STEPS.iter().skip(found.saturating_sub(1) as usize) {
        text = step(text)?;
    }
    Ok(text)
}

/// Version 2 has one table more, which may be missing, and a last line with the checksum; records are as before.
#[expect(clippy::unnecessary_wraps, reason = "the signature of all steps")]
fn one_to_two(text: Cow<'_, str>) -> Result<Cow<'_, str>, OpenProblem> {
    Ok(text)
}

/// Version 3 has reasons of follow-ups that version 2 does not know; what was there is as before.
#[expect(clippy::unnecessary_wraps, reason = "the signature of all steps")]
fn two_to_three(text: Cow<'_, str>) -> Result<Cow<'_, str>, OpenProblem> {
    Ok(text)
}
