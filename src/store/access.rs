//! Whether this program may write a book, and who does when it may not.

use std::fmt;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::SaveError;

/// Whether this program may write the book that it opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// It holds the lock; nobody else writes.
    Writable,
    /// It shows the book and changes nothing.
    ReadOnly(ReadOnly),
}

impl Access {
    /// Whether the book may be changed.
    pub fn is_writable(&self) -> bool {
        *self == Self::Writable
    }
}

/// Why a book is opened for reading only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another program has it open.
    Held(Holder),
    /// The file, its folder or its disk refuses to be written.
    Refused(SaveError),
    /// An older state is shown, from this file.
    Backup(PathBuf),
}

/// The program that has a book open, as it wrote itself down beside the lock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// Number of the process.
    pub process: u32,
    /// Name of the machine; empty when the system does not tell.
    pub host: String,
    /// Name of the user's account; empty when the system does not tell.
    pub user: String,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { process, host, user, since } = self;
        let user = if user.is_empty() { "?" } else { user };
        let host = if host.is_empty() { "?" } else { host };
        write!(f, "{user}@{host}, process {process}")?;
        since.map_or(Ok(()), |since| write!(f, ", since {}", since.format("%Y-%m-%d %H:%M UTC")))
    }
}
