//! The invented book: people who do not exist, their cards, and what happened afterwards.
//!
//! It feeds the first look at the program, the pictures of the manual and the measurements with
//! many cards. Everything follows from a seed; nothing here reads a clock or a file.
//! Start reading at [`story`], then [`people`], then [`artwork`].
//!
//! How to write a demo book into a folder: the pictures go to the sink one by one, the book comes
//! last, so a stop in between leaves pictures that no book names and nothing else.
//!
//! ```
//! use cardloom::demo::{DemoSpec, ImagePlan, make_book};
//!
//! let spec = DemoSpec {
//!     contacts: 12,
//!     seed: 1,
//!     today: chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default(),
//!     images: ImagePlan::Newest(2),
//! };
//! let mut files = Vec::new();
//! let book = make_book::<std::io::Error>(
//!     &spec,
//!     &mut |_done, _total| Ok(()), // return an error here to cancel
//!     &mut |attachment, png| {
//!         files.push((attachment.file_name(), png.len())); // write the file here
//!         Ok(())
//!     },
//! )?;
//! assert_eq!(book.contacts.len(), 12);
//! assert!(files.len() >= 2 && book.header.is_demo);
//! # Ok::<(), cardloom::demo::DemoError<std::io::Error>>(())
//! ```
//!
//! Positions in the network are left empty: the layout fills them.
//!
//! Invariant: the same seed gives the same people and the same picture bytes
//! (`the_same_seed_gives_the_same_people`, `the_same_face_gives_the_same_bytes`).

pub mod rng;
pub mod face;
pub mod artwork;
pub mod people;
pub mod story;

pub use story::{Demo, DemoError, DemoImage, DemoSpec, ImagePlan, Sink, make, make_book};
