//! Findings in the reader's language, and what records are called in them.

use super::super::{Detail, OpenProblem};
use super::{CheckError, Fault, Finding, PictureState, Salvage};
use crate::edit::tangles::Tangle;
use crate::model::*;
use crate::text::Texts;

/// Returns what a record is called: the name of a person, of whoever a card belongs to, the title of an event.
pub(super) fn name(book: &Book, record: RecordRef) -> Option<String> {
    let person = |id: Id<Contact>| book.get(id).map(|contact| contact.display_name());
    let people = |ids: &mut dyn Iterator<Item = Id<Contact>>| {
        let names: Vec<String> = ids.filter_map(person).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let name = match record {
        RecordRef::Contact(id) => person(id),
        RecordRef::Card(id) => book.get(id)?.contact.and_then(person),
        RecordRef::Organization(id) => Some(book.get(id)?.name.clone()),
        RecordRef::Circle(id) => Some(book.get(id)?.name.clone()),
        RecordRef::Storage(id) => Some(book.get(id)?.name.clone()),
        RecordRef::Event(id) => Some(book.get(id)?.title.clone()),
        RecordRef::Attachment(id) => Some(book.get(id)?.name.clone()),
        RecordRef::Encounter(id) => people(&mut book.get(id)?.contacts.iter().copied()),
        RecordRef::FollowUp(id) => people(&mut book.get(id)?.contacts.iter().copied()),
        RecordRef::Relationship(id) => person(book.get(id)?.from),
        RecordRef::Introduction(id) => {
            people(&mut book.get(id)?.parties().into_iter().filter_map(Party::contact).take(1))
        }
        RecordRef::Referral(id) => person(book.get(id)?.subject),
        RecordRef::Review(id) => person(book.get(id)?.contact),
        RecordRef::Place(id) => person(id.cast()),
        RecordRef::Recall(id) => person(id.cast()),
        RecordRef::Trashed(id) => book.get(id).and_then(|it| Some(it.contact()?.display_name())),
        RecordRef::SavedSearch(id) => Some(book.get(id)?.name.clone()),
        RecordRef::LetterTemplate(id) => Some(book.get(id)?.name.clone()),
        RecordRef::Conflict(_) => None,
    };
    name.filter(|name| !name.is_empty())
}

impl Finding {
    /// Returns one line that says what is the matter and where.
    pub fn text(&self, texts: &Texts) -> String {
        let what = self.what(texts);
        if self.line == 0 { what } else { texts.repair_line(&self.line.to_string(), &what) }
    }

    fn what(&self, texts: &Texts) -> String {
        let name = self.names.first().map(String::as_str);
        match &self.fault {
            Fault::Altered => texts.repair_altered().to_owned(),
            Fault::NoChecksum => texts.repair_no_checksum().to_owned(),
            Fault::Unreadable { why, excerpt } => texts.repair_unreadable(excerpt, &reason(why, texts)),
            Fault::NothingReadable(_) => texts.repair_nothing_readable().to_owned(),
            Fault::Dangling { to } => match name {
                Some(name) => texts.repair_dangling(&to.to_string(), name),
                None => texts.repair_dangling_unnamed(&to.to_string()),
            },
            Fault::Tangled(Tangle::Same(_)) => match name {
                Some(name) => texts.repair_same(name),
                None => texts.repair_same_unnamed().to_owned(),
            },
            Fault::Tangled(Tangle::Ring(_)) => texts.repair_ring(&self.listed(texts)),
            Fault::Picture { file, state, copy, .. } => {
                let file = file.file_name().unwrap_or_default().to_string_lossy();
                let mut what = match state {
                    PictureState::Missing => texts.repair_picture_missing(&file),
                    PictureState::Empty => texts.repair_picture_empty(&file),
                    PictureState::OtherSize => texts.repair_picture_other_size(&file),
                    PictureState::OtherContent => texts.repair_picture_other_content(&file),
                    PictureState::NotAFile => texts.repair_picture_not_a_file(&file),
                    PictureState::Unreadable => texts.repair_picture_unreadable(&file),
                };
                if !self.names.is_empty() {
                    what = texts.repair_picture_of(&self.listed(texts), &what);
                }
                if let Some(copy) = copy {
                    what = texts.repair_picture_copy(&copy.display().to_string(), &what);
                }
                what
            }
            Fault::Unused { file, bytes } => {
                let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
                let file = file.file_name().unwrap_or_default().to_string_lossy();
                texts.repair_unused(&file, &texts.locale().number(kilobytes))
            }
            Fault::Leftover(file) => texts.repair_leftover(&file.display().to_string()),
            Fault::Backup { file, .. } => texts.repair_backup(&file.display().to_string()),
            Fault::ConflictCopy(file) => texts.repair_conflict_copy(&file.display().to_string()),
        }
    }

    /// The names as one text; of many only the first ones.
    fn listed(&self, texts: &Texts) -> String {
        let mut names = self.names.iter().take(3).cloned().collect::<Vec<_>>();
        if self.names.len() > 3 {
            names.push(format!("+{}", self.names.len() - 3));
        }
        names.join(texts.locale().comma())
    }
}

/// Why a piece cannot be read, as a sentence.
fn reason(problem: &OpenProblem, texts: &Texts) -> String {
    match problem {
        OpenProblem::Syntax { detail, .. } => Detail::text(detail, texts),
        OpenProblem::CutOff { .. } => texts.repair_cut_off().to_owned(),
        _ => texts.repair_not_a_record().to_owned(),
    }
}

impl CheckError {
    /// Returns what the window says.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::Open(error) => error.text(texts),
            Self::Save(error) => error.text(texts),
            Self::Stopped => texts.repair_stopped().to_owned(),
        }
    }
}

impl Salvage {
    /// Returns what could be read and where the rest is, a line for each thing.
    pub fn lines(&self, texts: &Texts) -> Vec<String> {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut lines = vec![texts.repair_salvaged(count(self.records))];
        if self.unreadable > 0 {
            lines.push(texts.repair_lost(count(self.unreadable)));
        }
        if self.brought_back > 0 {
            lines.push(texts.repair_brought_back(count(self.brought_back)));
        }
        lines.push(texts.repair_original(&self.original.display().to_string()));
        lines.extend(self.aside.as_ref().map(|aside| texts.repair_aside(&aside.display().to_string())));
        lines
    }
}
