//! Cardloom: the business card is the beginning of a relationship, not its result.
//!
//! # The flow
//! ```text
//! disk → store → book → index → view → command → session::commit → draft → transaction → book' → store → disk
//! ```
//! Everything that changes the book goes through [`session`], as a named edit with an inverse.
//!
//! # The modules in reading order
//! `model ← edit ← {index, store, exchange, letters, scan, demo} ← {pictures, quick} ← jobs ← session ← {cli, gui}`;
//! `layout` and `text` stand on the ground. A lower module never names a higher one
//! (held by `tests/suite/tidy.rs`), and only `gui` knows egui (held by
//! `cargo check --lib --no-default-features`).

pub mod model;
pub mod text;
pub mod layout;
pub mod edit;
pub mod index;
pub mod store;
pub mod exchange;
pub mod letters;
pub mod scan;
pub mod demo;
pub mod pictures;
pub mod quick;
pub mod jobs;
pub mod session;
pub mod cli;
#[cfg(feature = "gui")]
pub mod gui;
