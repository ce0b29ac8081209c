//! Bytes ↔ book, for other programs. Does no input or output: the caller has the files.
//!
//! Owns the foreign formats. The book's own format is [`crate::store::format`]. Start reading at [`json`].
//! Everything that leaves goes through [`share`], the one gate: for the user's own copy it withholds nothing, for others
//! what their circles do not allow. Calendars are shown to others, so what is private goes into [`ical`] only when it is
//! asked for.

pub mod json;
pub mod graph;
pub mod ical;
pub mod events;
pub mod page;
pub mod prep;
pub mod share;
pub mod contact_sheet;
