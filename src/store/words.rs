//! The errors and notices of the store in the reader's language.
//!
//! Start reading at [`OpenError::text`]. Sentences say which file, where, what was left untouched, what to do.

use std::path::Path;

use super::error::{Detail, Looks, Notice, NoticeProblem, OpenError, OpenProblem, SaveError, SaveProblem};
use crate::text::Texts;

impl OpenError {
    /// Returns what the window says: what is wrong, where, and that the file was left untouched.
    pub fn text(&self, texts: &Texts) -> String {
        let file = self.path.display().to_string();
        let file = file.as_str();
        let what = match &self.problem {
            OpenProblem::NotFound => return texts.store_not_found(file),
            OpenProblem::IsDirectory => texts.store_is_folder(file),
            OpenProblem::NotAFile => texts.store_not_a_file(file),
            OpenProblem::Empty => texts.store_empty(file),
            OpenProblem::NotABook(looks) => texts.store_not_a_book(file, looks.text(texts)),
            OpenProblem::Syntax { line, column, detail, excerpt } => {
                let detail = detail.text(texts);
                texts.store_syntax(&column.to_string(), &detail, excerpt, file, &line.to_string())
            }
            OpenProblem::CutOff { line, column } => {
                texts.store_cut_off(&column.to_string(), file, &line.to_string())
            }
            OpenProblem::Altered { lines, readable } => {
                let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
                let readable = i64::try_from(*readable).unwrap_or(i64::MAX);
                let number = texts.locale().number(readable);
                if lines.is_empty() {
                    texts.store_altered(readable, file, &number)
                } else {
                    texts.store_altered_in_lines(readable, file, &lines.join(", "), &number)
                }
            }
            OpenProblem::NewerVersion { found, supported } => {
                texts.store_newer_version(file, &found.to_string(), &supported.to_string())
            }
            OpenProblem::TooLarge { bytes, limit } => {
                let megabytes =
                    |bytes: u64| texts.locale().number(i64::try_from(bytes >> 20).unwrap_or(i64::MAX));
                texts.store_too_large(file, &megabytes(*limit), &megabytes(*bytes))
            }
            OpenProblem::Locked => texts.store_locked(file),
            OpenProblem::WrongPassphrase => texts.store_wrong_passphrase(file),
            OpenProblem::Sealed(problem) => texts.store_sealed(file, &problem.text(texts)),
            OpenProblem::PermissionDenied => texts.store_denied(file),
            OpenProblem::AnotherBook => texts.store_another_book(file),
            OpenProblem::Io(detail) => texts.store_unreadable(detail, file),
        };
        joined(texts, &what, texts.store_untouched())
    }
}

impl Detail {
    /// Returns the rule that is broken, as a sentence.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Parser(words) => texts.store_detail_parser(words),
            Self::NotUtf8 => texts.store_detail_not_utf8().to_owned(),
            Self::ZeroBytes => texts.store_detail_zero_bytes().to_owned(),
            Self::DuplicateId { id, first_line } => {
                texts.store_detail_duplicate_id(id, &first_line.to_string())
            }
            Self::NilId => texts.store_detail_nil_id().to_owned(),
            Self::IllFormedAttachment => texts.store_detail_ill_formed_attachment().to_owned(),
            Self::UnknownField(field) => texts.store_detail_unknown_field(field),
            Self::NotFinite => texts.store_detail_not_finite().to_owned(),
            Self::NoPlace => texts.store_detail_no_place().to_owned(),
            Self::NoSuchVersion(version) => texts.store_detail_no_such_version(&version.to_string()),
        }
    }
}

impl Looks {
    /// Returns the kind of file, to stand inside a sentence.
    pub fn text(self, texts: &Texts) -> &str {
        match self {
            Self::Picture => texts.store_looks_picture(),
            Self::Pdf => texts.store_looks_pdf(),
            Self::Archive => texts.store_looks_archive(),
            Self::Database => texts.store_looks_database(),
            Self::Json => texts.store_looks_json(),
            Self::Xml => texts.store_looks_xml(),
            Self::VCard => texts.store_looks_vcard(),
            Self::Utf16 => texts.store_looks_utf16(),
            Self::Zeros => texts.store_looks_zeros(),
            Self::Text => texts.store_looks_text(),
            Self::Binary => texts.store_looks_binary(),
        }
    }
}

impl Notice {
    /// Returns the notice with the place in the book and the file that it is about.
    pub fn text(&self, texts: &Texts) -> String {
        let book = self.book.display().to_string();
        let line = self.line.to_string();
        match &self.problem {
            NoticeProblem::MissingAttachment { file, .. } => {
                texts.store_missing_attachment(&book, &file.display().to_string(), &line)
            }
            NoticeProblem::ChangedAttachment { file, .. } => {
                texts.store_changed_attachment(&book, &file.display().to_string(), &line)
            }
            NoticeProblem::Dangling { to, .. } => texts.store_dangling(&book, &to.to_string(), &line),
            NoticeProblem::Unsigned => texts.store_unsigned(&book),
        }
    }
}

impl Notice {
    /// Returns one sentence for each kind of notice, for a reader who does not want a line per picture.
    pub fn summary(notices: &[Self], texts: &Texts) -> Vec<String> {
        let of = |kind: fn(&NoticeProblem) -> Option<&Path>| {
            let mut found = notices.iter().filter_map(|notice| kind(&notice.problem));
            let folder = found.next()?.parent().unwrap_or(Path::new("")).display().to_string();
            Some((1 + found.count(), folder))
        };
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let number = |number: usize| texts.locale().number(count(number));
        let missing = of(|problem| match problem {
            NoticeProblem::MissingAttachment { file, .. } => Some(file),
            _ => None,
        });
        let changed = of(|problem| match problem {
            NoticeProblem::ChangedAttachment { file, .. } => Some(file),
            _ => None,
        });
        let dangling: Vec<_> = notices
            .iter()
            .filter(|notice| matches!(notice.problem, NoticeProblem::Dangling { .. }))
            .collect();
        let missing =
            missing.map(|(n, folder)| texts.store_missing_attachments(count(n), &folder, &number(n)));
        let changed =
            changed.map(|(n, folder)| texts.store_changed_attachments(count(n), &folder, &number(n)));
        let dangling = dangling.first().map(|first| {
            let book = first.book.display().to_string();
            texts.store_dangling_many(&book, count(dangling.len()), &number(dangling.len()))
        });
        let unsigned = notices.iter().find(|notice| notice.problem == NoticeProblem::Unsigned);
        let unsigned = unsigned.map(|notice| notice.text(texts));
        missing.into_iter().chain(changed).chain(dangling).chain(unsigned).collect()
    }
}

impl SaveError {
    /// Returns what the window says of an open book whose changes are not on the disk: why, what to do, and that they
    /// are not lost. The command line and whatever saves something else say [`SaveError::text`].
    pub fn text_of_unsaved(&self, texts: &Texts) -> String {
        match self.problem {
            SaveProblem::AlreadyExists => self.text(texts),
            _ => joined(texts, texts.store_save_kept(), &self.text(texts)),
        }
    }

    /// Returns why a book can only be read, and what to do; nothing had to be saved yet.
    pub fn text_of_refusal(&self, texts: &Texts) -> String {
        let file = self.path.display().to_string();
        match self.problem {
            SaveProblem::ReadOnly => texts.store_refused_read_only(&file),
            SaveProblem::PermissionDenied => texts.store_refused_denied(&file),
            _ => self.text(texts),
        }
    }

    /// Returns why something could not be saved, and what to do.
    pub fn text(&self, texts: &Texts) -> String {
        let file = self.path.display().to_string();
        match self.problem {
            SaveProblem::DiskFull => texts.store_save_disk_full(&file),
            SaveProblem::ReadOnly => texts.store_save_read_only(&file),
            SaveProblem::PermissionDenied => texts.store_save_denied(&file),
            SaveProblem::FolderMissing => texts.store_save_folder_missing(&file),
            SaveProblem::AlreadyExists => texts.store_save_exists(&file),
            SaveProblem::Held => texts.store_save_held(&file, &self.detail),
            SaveProblem::Unreadable => texts.store_save_unreadable(&file),
            SaveProblem::Internal => texts.store_save_internal(&self.detail, &file),
            SaveProblem::Other => texts.store_save_other(&self.detail, &file),
        }
    }
}

/// Puts two sentences behind each other; Japanese has no space between them.
fn joined(texts: &Texts, first: &str, second: &str) -> String {
    let space = if texts.locale() == crate::text::Locale::Ja { "" } else { " " };
    format!("{first}{space}{second}")
}
