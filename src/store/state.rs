//! Names of states.

use std::fmt;

/// Names the state of a book by its content: two copies of one state have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(pub u64);

impl fmt::Display for StateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Where a state comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Counts the saves of the book.
    pub saved: u64,
    /// The newest at most 64 backups in the past of this state, the oldest first.
    pub from: Vec<StateId>,
    /// The state itself; nothing for a file without footer.
    pub id: Option<StateId>,
}
