//! Small stories over the whole index.
