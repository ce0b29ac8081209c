//! The closed list of what workers do for the window, and what comes back.

use std::path::PathBuf;

use crate::jobs::intake::{Expansion, IntakeError};
use crate::model::{Attachment, Book, Contact, Id};
use crate::pictures::Trouble;
use crate::session::repair::{RepairError, Repaired};
use crate::session::{Opened, Session};
use crate::store::check::{CheckError, Report, Salvage};
use crate::store::{Key, OpenError, ProtectError, Protected, SaveError};
use crate::text::Texts;

use super::thumbnails::Made;

/// What a worker brings back.
#[expect(missing_docs, reason = "each variant is documented; its fields say the rest by name")]
pub enum Work {
    /// A picture for the screen.
    Thumbnail(Result<Made, Trouble>),
    /// So many bytes of thumbnails were written to the cache.
    ThumbnailsKept(u64),
    /// Which pictures are in the folders that were dropped.
    Expanded(Expansion),
    /// A picture that was taken in: read, checked, and stored in the attachments folder.
    TakenIn { batch: u64, name: String, result: Result<Attachment, TakeInError> },
    /// A picture for the portrait sheet was read, or not.
    PhotoRead(Result<std::sync::Arc<super::portrait::Photo>, TakeInError>),
    /// A portrait was cut and stored, or not.
    PortraitStored { contact: Id<Contact>, result: Result<Box<Attachment>, TakeInError> },
    /// A book that was read.
    Opened { path: PathBuf, result: Result<Box<Opened>, OpenError> },
    /// The settings have been written, or why not.
    SettingsSaved(std::io::Result<()>),
    /// Whether the system is set to dark; `None` when it does not say.
    SystemTheme(Option<bool>),
    /// The book that was open before has been written and closed, or could not be written.
    Closed(Result<(), SaveError>),
    /// The demo network that was made.
    Demo(Result<Box<Book>, SaveError>),
    /// Where the layout put people, on the network of `topology`.
    Layout { topology: u64, places: Vec<(Id<Contact>, [f32; 2])>, settled: bool },
    /// The community of every node of the network of `topology`.
    Communities { topology: u64, of: Vec<u32> },
    /// An answer lies where its question was asked.
    Answered,
    /// Files that the user chose; empty after Cancel.
    Chosen { purpose: Purpose, files: Vec<PathBuf> },
    /// What lies beside the book.
    Beside(super::safety::Beside),
    /// How many people an earlier state has, or why it cannot be read.
    Counted { backup: PathBuf, people: Result<usize, OpenError> },
    /// An earlier state that was read, and who differs.
    Earlier(Box<super::safety::Read>),
    /// A copy of the book was saved elsewhere, or could not be.
    CopySaved { file: PathBuf, result: Result<usize, SaveError> },
    /// People or events were exported to a file: how many in words, and how many pictures are missing.
    Exported { file: PathBuf, what: String, result: Result<usize, SaveError> },
    /// A letter or a page was written to a file, or why not.
    Saved { file: PathBuf, result: Result<(), SaveError> },
    /// A contact sheet was made, with how many pictures missing; its file is asked for next.
    SheetMade { name: String, made: super::save_as::Made, missing: usize },
    /// A locked book was tried with a passphrase.
    Unlocked { path: PathBuf, result: Result<Box<Opened>, OpenError>, key: Option<Key> },
    /// What can be read of a damaged book was opened.
    Salvaged { path: PathBuf, result: Result<(Box<Opened>, Salvage), RepairError> },
    /// A book goes on from an earlier state.
    WentBack { path: PathBuf, when: String, replaced: bool, result: Result<Box<Opened>, RepairError> },
    /// The book was looked through.
    Checked(Result<Box<Report>, CheckError>),
    /// What was wrong with the book was mended, and the book has to be opened again.
    Mended { path: PathBuf, result: Result<Box<Repaired>, RepairError> },
    /// The book that was to be mended could not be saved before: it comes back with what is not on the disk.
    NotMended { session: Box<Session>, error: SaveError },
    /// The folder was looked through for a missing picture.
    Located(Result<bool, CheckError>),
    /// A file was looked at for this missing picture.
    Found { picture: Id<Attachment>, found: super::pictures::Found },
    /// The picture that takes the place of a missing one was stored, or why not.
    OtherPictureStored { missing: Id<Attachment>, result: Result<Box<Attachment>, String> },
    /// The passphrase was set, changed or removed.
    Protected(Result<Protected, ProtectError>),
    /// A copy that another program put beside the book was read.
    CopyRead(Result<Box<crate::session::ReadyToMerge>, OpenError>),
    /// People who may be in the book twice, as of a revision of it.
    Suspects { revision: u64, found: Box<crate::index::duplicates::Duplicates> },
    /// What needs are matched with was made.
    Matching(Box<crate::index::MatchingMade>),
    /// Introductions that could be made, as of a revision of the book and a day.
    Pairs { revision: u64, today: chrono::NaiveDate, pairs: Box<crate::index::Pairs> },
    /// The search of the book was made.
    Search(Box<crate::index::Prepared>),
    /// Notes were shown on the desktop, or not; the marks say which, `tried` that the user asked for one to look at.
    Reminded { marks: Vec<String>, tried: bool, result: Result<(), String> },
    /// The calendar file was written or removed, or need not be.
    CalendarKept { wanted: bool, result: Result<bool, SaveError> },
    /// Calendar files were read.
    CalendarRead(super::calendar_file::Preview),
    /// A network file was read, or why not.
    NetworkRead(Result<Box<super::network_file::Preview>, String>),
    /// No program took this address; the words of the system, or none.
    LinkNotOpened { address: String, reason: String },
    /// A network that was looked at was carried out on a snapshot of the book, or why it cannot be.
    NetworkTaken(
        super::network_file::TakenNetwork,
        Box<Result<crate::session::Landing, crate::edit::EditError>>,
    ),
    /// A network could not be made into a file.
    NetworkNotExported(String),
    /// The values of the book that a field of the search may take.
    Values(crate::index::Values),
    /// The book was taken through the gate, to be seen as somebody else would.
    SeenAs(Box<super::see_as::Seen>),
    /// The system offers no file dialog.
    NoDialog(Purpose),
}

/// For what files are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Pictures of cards.
    Cards,
    /// A picture of one side of a card.
    Scan(crate::edit::Filing),
    /// A photograph of a person.
    Portrait,
    /// A book to open.
    Book,
    /// A calendar file whose events are taken in.
    Calendar,
    /// A network file whose people and ties are taken in.
    Network,
    /// Where a copy of the book is saved.
    Copy,
    /// Where people are exported to.
    Export(crate::session::ExportFormat),
    /// Where something that is made already is written.
    Save(super::save_as::SaveKind),
    /// The folder in which the file of this picture may be.
    Locate(Id<Attachment>),
    /// The file of this picture, which is missing, or another picture for its place.
    Picture(Id<Attachment>),
}

/// Why a picture was not taken in.
#[derive(Debug)]
pub enum TakeInError {
    /// It could not be read.
    Read(IntakeError),
    /// It could not be stored.
    Store(SaveError),
    /// A picture that was stored cannot be read any more.
    Stored(crate::store::AttachmentError),
}

impl TakeInError {
    /// Returns one line for the user; `None` when the user cancelled.
    pub fn text(&self, texts: &Texts, file: &str) -> Option<String> {
        match self {
            Self::Read(error) => error.text(texts, file),
            Self::Store(error) => Some(error.text(texts)),
            Self::Stored(error) => Some(texts.import_file_read(file, &error.problem.to_string())),
        }
    }
}
