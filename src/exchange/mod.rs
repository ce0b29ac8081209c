//! Bytes ↔ book, for other programs. Does no input or output: the caller has the files.
//!
//! Owns the foreign formats. The book's own format is [`crate::store::format`]. Start reading at [`json`].
//! Later issues add vCard, CSV and the like here, each as one module, and `share`, the one gate through which
//! everything goes that is meant for others; what stands here now is the user's own copy and withholds nothing, but for
//! [`ical`]: calendars are shown to others, so what is private goes there only when it is asked for.

pub mod json;
pub mod graph;
pub mod ical;
pub mod events;
pub mod prep;
pub mod contact_sheet;
