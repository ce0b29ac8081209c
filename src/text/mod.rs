//! Words, dates and names in the reader's language. Owns the typed texts, the writing and reading of dates and
//! numbers, the order of names, and the folding for search. Knows no other module and never reads the clock:
//! `today` arrives as a value. Start reading at [`Texts`], then [`dates`].
//!
//! Invariant: the three languages have the same texts with the same variables (`tests/suite/locales.rs`).
//! Invariant: a date written by [`dates`] is read back as the same date (`dates::parse`'s tests).

pub mod dates;
pub mod fold;
pub mod fonts;
pub mod holidays;
pub mod languages;
mod locale;
pub mod names;
mod texts;
pub mod tidy;
pub mod weeks;
pub use locale::Locale;
pub use texts::Texts;
