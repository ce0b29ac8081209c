//! The invented book: people who do not exist, their cards, and what happened afterwards.
//!
//! It feeds the first look at the program, the pictures of the manual and the measurements with
//! many cards. Everything follows from a seed; nothing here reads a clock or a file.
//! Start reading at [`people`], then [`artwork`].
//!
//! Invariant: the same seed gives the same people and the same picture bytes
//! (`the_same_seed_gives_the_same_people`, `the_same_face_gives_the_same_bytes`).

pub mod rng;
pub mod face;
pub mod artwork;
pub mod people;
