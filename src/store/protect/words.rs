//! Encrypting in the reader's language.
//!
//! Start reading at [`Protected::text`].

use super::super::secret::SecretProblem;
use super::{ProtectError, ProtectStep, Protected};
use crate::text::Texts;

impl SecretProblem {
    /// Returns why something encrypted cannot be read, as a sentence.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::WrongPassphrase => texts.store_protect_wrong().to_owned(),
            Self::OtherKey => texts.store_sealed_other_key().to_owned(),
            Self::DamagedKey => texts.store_sealed_damaged_key().to_owned(),
            Self::Damaged => texts.store_sealed_damaged().to_owned(),
            Self::NewerForm { .. } => texts.store_sealed_newer().to_owned(),
            Self::TooMuchWork(_) => texts.store_sealed_work().to_owned(),
            Self::TooLarge(_) => texts.store_sealed_too_large().to_owned(),
            Self::Failed(detail) => texts.store_sealed_failed(detail),
        }
    }
}

impl ProtectStep {
    /// Returns what is being done, for a progress bar.
    pub fn text(&self, texts: &Texts) -> String {
        let number = |count: usize| texts.locale().number(i64::try_from(count).unwrap_or(i64::MAX));
        match *self {
            Self::Key => texts.store_protect_step_key().to_owned(),
            Self::Pictures { done, total } => {
                texts.store_protect_step_pictures(&number(done), &number(total))
            }
            Self::Book => texts.store_protect_step_book().to_owned(),
            Self::Backups { done, total } => texts.store_protect_step_backups(&number(done), &number(total)),
            Self::Leftovers => texts.store_protect_step_leftovers().to_owned(),
        }
    }
}

impl Protected {
    /// Returns what was done, one sentence each: how the book is now, what stays as it was, what is left to do.
    pub fn text(&self, texts: &Texts) -> Vec<String> {
        let state = if self.protected { texts.store_protected() } else { texts.store_unprotected() };
        let mut lines = vec![state.to_owned()];
        if let Some(file) = self.kept.first() {
            let count = i64::try_from(self.kept.len()).unwrap_or(i64::MAX);
            let number = texts.locale().number(count);
            lines.push(texts.store_protect_kept(count, &file.display().to_string(), &number));
        }
        if let Some(error) = &self.unfinished {
            lines.push(texts.store_protect_unfinished(&error.text(texts)));
        }
        lines
    }
}

impl ProtectError {
    /// Returns why the book was not turned over.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::WrongPassphrase => texts.store_protect_wrong().to_owned(),
            Self::EmptyPassphrase => texts.store_protect_empty().to_owned(),
            Self::AlreadyProtected => texts.store_protect_already().to_owned(),
            Self::NotProtected => texts.store_protect_not().to_owned(),
            Self::ReadOnly => texts.store_protect_read_only().to_owned(),
            Self::Open(error) => error.text(texts),
            Self::Save(error) => texts.store_protect_failed(&error.text(texts)),
            Self::Secret(problem) => texts.store_protect_failed(&problem.text(texts)),
        }
    }
}
