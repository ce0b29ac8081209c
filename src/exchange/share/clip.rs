//! What goes to the clipboard.

use super::Shareable;

/// A text for the clipboard. The programs of the computer see it, so it is either what the gate let through for others or
/// something of one's own that was asked for by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip(String);

impl Clip {
    /// What came through the gate.
    pub fn of(shareable: &Shareable) -> Self {
        Self(shareable.text())
    }

    /// One's own copy of something that the user pressed "copy" at: one value of a field, the address of a file, a letter as
    /// they wrote it. Never put together from other fields of somebody.
    pub fn mine(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}
