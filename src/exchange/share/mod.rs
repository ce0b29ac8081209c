//! The one gate: what may leave the book for whom. Everything that is meant for others goes through here.
//!
//! Owns who sees what: [`Policy`] says which groups of fields an [`Audience`] may see, [`sieve`] decides for every field of
//! every record to which group it belongs or that it never leaves, and [`leaks`] reads what was typed freely. What came
//! through is a [`Shareable`] about one person or a [`SharedBook`]; nobody else can make one, and exporters take nothing
//! else. Must not know files, the window or the disk. Start reading at [`person`] and [`book`].
//!
//! Invariant: for any book and any policy nothing that is withheld stands in anything that is made from what came
//! through (`suite::share::nothing_withheld_leaves_by_any_way`).
//! Invariant: a new field of a record does not compile until somebody decided about it ([`sieve`] takes records apart
//! without `..`).

mod policy;
mod clean;
pub mod leaks;
mod sieve;
mod person;
mod vcard;
mod book;
mod lint;
mod others;
#[cfg(test)]
mod tests;

pub use book::{SharedBook, book, events, people};
pub use clean::clean;
pub use leaks::{Leak, LeakKind, Others};
pub use lint::{Public, lint};
pub use others::{leaks_among, withhold_among};
pub use person::{Shareable, person, preview};
pub use policy::{Agreed, Audience, Policy, agreed, consents};
pub use sieve::{Kind, Line, Withheld};
