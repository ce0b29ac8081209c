//! What can go wrong between the book and the disk, in types: which file, where in it, what was left untouched.
//!
//! Owns the errors and notices of the store and their words. Start reading at [`OpenError`].
//! The English `Display` is for logs and the command line's last resort; the window shows `text`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::secret::SecretProblem;
use crate::model::{Attachment, Id, RecordRef};

/// A book that could not be opened. Nothing was loaded and the file was not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenError {
    /// The file that was to be opened, as the user named it.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: OpenProblem,
}

/// Why a book could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenProblem {
    /// There is no such file.
    NotFound,
    /// The path names a folder.
    IsDirectory,
    /// The path names something that is neither file nor folder, such as a pipe.
    NotAFile,
    /// The file has no content: a program or a power cut emptied it.
    Empty,
    /// The content is something else.
    NotABook(Looks),
    /// The text breaks the rules of the format.
    Syntax {
        /// Line, counted from 1.
        line: usize,
        /// Column in characters, counted from 1.
        column: usize,
        /// Which rule.
        detail: Detail,
        /// The text around the place, on one line.
        excerpt: String,
    },
    /// The file ends in the middle.
    CutOff {
        /// The last line that is there, counted from 1.
        line: usize,
        /// The place behind its last character, counted from 1.
        column: usize,
    },
    /// The checksum in the last line does not fit the text, or something stands behind the book: another program
    /// changed the file, or it is damaged.
    Altered {
        /// Lines that cannot be read, counted from 1, at most 20; none when every line reads well.
        lines: Vec<usize>,
        /// How many records can be read.
        readable: usize,
    },
    /// A newer Cardloom wrote the file.
    NewerVersion {
        /// Version of the format in the file.
        found: u32,
        /// Newest version that this program reads.
        supported: u32,
    },
    /// The file is larger than a book may be.
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// Largest size in bytes that is read.
        limit: u64,
    },
    /// It is encrypted, and no passphrase was given.
    Locked,
    /// It is encrypted with another passphrase.
    WrongPassphrase,
    /// It is encrypted and cannot be decrypted even with the right passphrase, or must not be tried.
    Sealed(SecretProblem),
    /// The system refuses to let the file be read.
    PermissionDenied,
    /// Another book than the one that was open stands in its place.
    AnotherBook,
    /// Anything else that the system reports.
    Io(String),
}

impl From<SecretProblem> for OpenProblem {
    fn from(problem: SecretProblem) -> Self {
        match problem {
            SecretProblem::WrongPassphrase => Self::WrongPassphrase,
            // Another key guards it: this passphrase may still be the right one for that key.
            SecretProblem::OtherKey => Self::Locked,
            problem => Self::Sealed(problem),
        }
    }
}

/// Which rule of the format a place in the file breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// The text is not RON, or a value has the wrong type: the parser's words, in English.
    Parser(String),
    /// The bytes are not UTF-8.
    NotUtf8,
    /// Zero bytes, which no program writes into a text: a damaged disk or an interrupted copy.
    ZeroBytes,
    /// Two records of a table share an id.
    DuplicateId {
        /// The id.
        id: String,
        /// The line of the first record with it.
        first_line: usize,
    },
    /// A record has no id, or the id of zeros.
    NilId,
    /// Hash, ending and id of an attachment do not fit together.
    IllFormedAttachment,
    /// A field that this version does not know and cannot keep; saving would lose it.
    UnknownField(String),
    /// A position in the network that is not a finite number.
    NotFinite,
    /// A part of a damaged file of which it is not known what it belongs to.
    NoPlace,
    /// A version of the format that never was.
    NoSuchVersion(u32),
}

/// What a file that is not a book looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// An image.
    Picture,
    /// A PDF document.
    Pdf,
    /// A ZIP or other archive, or an office document, which is one inside.
    Archive,
    /// A database file.
    Database,
    /// JSON.
    Json,
    /// XML or HTML.
    Xml,
    /// A vCard file.
    VCard,
    /// Text in UTF-16, as some editors save it.
    Utf16,
    /// Zero bytes only: what a disk leaves behind after a power cut.
    Zeros,
    /// Some other text.
    Text,
    /// Some other binary file.
    Binary,
}

/// Something about an opened book that the user should know; the book itself is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The file of the book.
    pub book: PathBuf,
    /// The line in it that the notice is about, counted from 1; 0 when the book is not read from a file.
    pub line: usize,
    /// What is the matter.
    pub problem: NoticeProblem,
}

/// What a [`Notice`] is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeProblem {
    /// The file of an attachment is not in the folder; its card shows a placeholder.
    MissingAttachment {
        /// The attachment.
        attachment: Id<Attachment>,
        /// Where its file should be.
        file: PathBuf,
        /// The records that show it.
        used_by: Vec<RecordRef>,
    },
    /// The file of an attachment has another size than when it came in, or is no regular file.
    ChangedAttachment {
        /// The attachment.
        attachment: Id<Attachment>,
        /// The file.
        file: PathBuf,
        /// The records that show it.
        used_by: Vec<RecordRef>,
    },
    /// A record names another one that is not in the book.
    Dangling {
        /// The record on this line.
        from: RecordRef,
        /// The one that it names.
        to: RecordRef,
    },
    /// The file has no checksum: somebody edited it by hand. The next save writes one.
    Unsigned,
}

/// Something that could not be written. What was on the disk before is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// Why it was not.
    pub problem: SaveProblem,
    /// The system's own words.
    pub detail: String,
}

/// Why something could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveProblem {
    /// The disk or the user's share of it is full.
    DiskFull,
    /// The file or the disk is read-only.
    ReadOnly,
    /// The system refuses.
    PermissionDenied,
    /// The folder is gone: deleted, renamed, or on a disk that was unplugged.
    FolderMissing,
    /// A new book was to be made where a file is already.
    AlreadyExists,
    /// Another program has the book open for writing.
    Held,
    /// Another program changed the file, and what it wrote cannot be read; it is not overwritten.
    Unreadable,
    /// The program failed while it was saving.
    Internal,
    /// Anything else.
    Other,
}

impl SaveError {
    /// Sorts an error of the system by what the user can do about it.
    pub fn from_io(path: &Path, error: &io::Error) -> Self {
        let problem = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                SaveProblem::DiskFull
            }
            io::ErrorKind::ReadOnlyFilesystem => SaveProblem::ReadOnly,
            io::ErrorKind::PermissionDenied => SaveProblem::PermissionDenied,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SaveProblem::FolderMissing,
            io::ErrorKind::AlreadyExists => SaveProblem::AlreadyExists,
            _ => SaveProblem::Other,
        };
        Self { path: path.to_owned(), problem, detail: error.to_string() }
    }

    /// Returns an error of a problem without an error of the system.
    pub(crate) fn new(path: &Path, problem: SaveProblem, detail: impl Into<String>) -> Self {
        Self { path: path.to_owned(), problem, detail: detail.into() }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.problem {
            OpenProblem::Syntax { line, column, .. } => write!(f, "{path}, line {line}, column {column}: ")?,
            OpenProblem::CutOff { line, column } => write!(f, "{path}, line {line}, column {column}: ")?,
            _ => write!(f, "{path}: ")?,
        }
        write!(f, "{}. Nothing was opened; the file was not changed.", self.problem)
    }
}

impl std::error::Error for OpenError {}

impl fmt::Display for OpenProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is no such file"),
            Self::IsDirectory => f.write_str("this is a folder, not a book"),
            Self::NotAFile => f.write_str("this is not a regular file"),
            Self::Empty => f.write_str("the file is empty"),
            Self::NotABook(looks) => write!(f, "this is not a book; it looks like {looks}"),
            Self::Syntax { detail, excerpt, .. } => write!(f, "{detail} near «{excerpt}»"),
            Self::CutOff { .. } => f.write_str("the file ends in the middle: it has been cut off"),
            Self::Altered { lines, readable } => {
                f.write_str("another program changed the file, or it is damaged: its checksum does not fit")?;
                if !lines.is_empty() {
                    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
                    write!(f, "; unreadable lines: {}", lines.join(", "))?;
                }
                write!(f, "; {readable} records can be read")
            }
            Self::NewerVersion { found, supported } => {
                write!(f, "a newer Cardloom wrote it (format {found}; this program reads up to {supported})")
            }
            Self::TooLarge { bytes, limit } => write!(f, "{bytes} bytes are more than the limit of {limit}"),
            Self::Locked => f.write_str("it is encrypted and needs its passphrase"),
            Self::WrongPassphrase => f.write_str("the passphrase is wrong"),
            Self::Sealed(problem) => problem.fmt(f),
            Self::PermissionDenied => f.write_str("the system does not allow reading it"),
            Self::AnotherBook => f.write_str("another book stands in its place now"),
            Self::Io(detail) => write!(f, "it could not be read ({detail})"),
        }
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parser(words) => f.write_str(words),
            Self::NotUtf8 => f.write_str("bytes that are not UTF-8"),
            Self::ZeroBytes => f.write_str("zero bytes: the file is damaged"),
            Self::DuplicateId { id, first_line } => write!(f, "id {id} stands already in line {first_line}"),
            Self::NilId => f.write_str("a record without an id"),
            Self::IllFormedAttachment => f.write_str("hash, extension and id do not fit together"),
            Self::UnknownField(field) => write!(f, "unknown field `{field}`, which saving would lose"),
            Self::NotFinite => f.write_str("a position that is not a number"),
            Self::NoPlace => f.write_str("it is not known what this belongs to"),
            Self::NoSuchVersion(version) => write!(f, "there is no format version {version}"),
        }
    }
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Picture => "a picture",
            Self::Pdf => "a PDF document",
            Self::Archive => "an archive or office document",
            Self::Database => "a database",
            Self::Json => "JSON",
            Self::Xml => "XML or HTML",
            Self::VCard => "a vCard file",
            Self::Utf16 => "text in UTF-16; save it as UTF-8",
            Self::Zeros => "zero bytes only",
            Self::Text => "some other text",
            Self::Binary => "some other kind of file",
        })
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: ", self.book.display(), self.line)?;
        match &self.problem {
            NoticeProblem::MissingAttachment { file, .. } => {
                write!(f, "the picture {} is missing; everything else was opened", file.display())
            }
            NoticeProblem::ChangedAttachment { file, .. } => {
                write!(f, "the picture {} is not the file that came in", file.display())
            }
            NoticeProblem::Dangling { from, to } => write!(f, "{from} names {to}, which is not in the book"),
            NoticeProblem::Unsigned => f.write_str("the last line with the checksum is missing"),
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.problem {
            SaveProblem::DiskFull => "the disk is full",
            SaveProblem::ReadOnly => "the file or the disk is read-only",
            SaveProblem::PermissionDenied => "the system does not allow writing there",
            SaveProblem::FolderMissing => "the folder is gone",
            SaveProblem::AlreadyExists => "there is a file of that name already",
            SaveProblem::Held => "another program has it open",
            SaveProblem::Unreadable => "another program changed it and it cannot be read",
            SaveProblem::Internal => "the program failed while saving",
            SaveProblem::Other => "the system reports an error",
        };
        write!(
            f,
            "Could not save {}: {why} ({}). The file on the disk is as it was.",
            self.path.display(),
            self.detail
        )
    }
}

impl std::error::Error for SaveError {}
