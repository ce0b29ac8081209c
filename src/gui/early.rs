//! A book that is read before there is a window: making one takes the system as long as reading.

use std::path::PathBuf;
use std::thread::JoinHandle;

use crate::session::Opened;
use crate::store::OpenError;

type Result = std::result::Result<Box<Opened>, OpenError>;

/// A book that is being read, or was.
pub struct Early(JoinHandle<Result>);

impl Early {
    /// Begins to read a book; nothing when the system has no thread for it.
    pub fn begin(book: PathBuf) -> Option<Self> {
        let read = move || Opened::to_write_known(&book).map(Box::new);
        std::thread::Builder::new().name("book".to_owned()).spawn(read).ok().map(Self)
    }

    /// Waits until it is read; nothing when the reading was ended by a mistake of this program.
    pub(super) fn wait(self) -> Option<Result> {
        self.0.join().ok()
    }
}
