//! `demo`: a new book full of invented people, settled and saved.

use std::path::PathBuf;

use super::args;
use super::console::{Console, Status};

/// Makes a demo book.
pub fn run(_options: &args::Demo, _book: Option<PathBuf>, _console: &mut Console) -> Result<Status, String> {
    Err(String::new())
}
