//! edit

mod transaction;

pub use transaction::Touched;
