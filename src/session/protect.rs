//! Whether the open book is encrypted, and the right to change that.
//!
//! Owns nothing: the files are turned over by [`crate::store::protect`], on a worker. Start reading at
//! [`Session::protection`].

use super::Session;
use crate::store::{Attachments, Protection};

impl Session {
    /// The pictures of the book; nothing while it has no file. Clones know at once when the book is turned over.
    pub fn attachments(&self) -> Option<Attachments> {
        self.attachments.clone()
    }

    /// Whether the book is encrypted on the disk.
    pub fn is_protected(&self) -> bool {
        self.attachments.as_ref().is_some_and(|attachments| attachments.sealing_key().is_some())
    }

    /// Returns the right to encrypt or decrypt the book or to change its passphrase, for a job. Nothing while the
    /// book has no file, or when it may not be written here. What is edited meanwhile is saved afterwards.
    pub fn protection(&self) -> Option<Protection> {
        let path = self.path().filter(|path| path.is_file() && self.access().is_writable())?;
        Some(Protection::new(path, self.attachments.as_ref()?))
    }
}
