//! Why an edit was not carried out; the book is then as it was.

use crate::model::{RecordRef, Storage};

/// Why an edit could not be carried out; the book is as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// A record that the edit needs is not there (any more).
    #[error("there is no {0}")]
    Missing(RecordRef),
    /// A contact would have no name, no reading and nothing else to show.
    #[error("a name is needed")]
    NameNeeded,
    /// A text that must say something is empty.
    #[error("{0} must not be empty")]
    TextNeeded(&'static str),
    /// An encounter or follow-up needs somebody.
    #[error("at least one person is needed")]
    PersonNeeded,
    /// Somebody would be tied to themselves.
    #[error("a person cannot be tied to themselves")]
    SamePerson,
    /// An event would end before it begins.
    #[error("the last day is before the first")]
    EndsBeforeStart,
    /// A step of a referral, or telling its owner, would be before the step before it.
    #[error("a day is before the referral")]
    DayBeforeReferral,
    /// A circle would have the name of another one.
    #[error("there is a circle of this name already")]
    NameTaken,
    /// An amount is negative, or its currency is none.
    #[error("this is no amount of money")]
    NoAmount,
    /// A place would lie inside itself.
    #[error("a place cannot lie inside itself")]
    InsideItself,
    /// A place would lie inside too many others.
    #[error("no more than {} places lie inside one another", Storage::DEEPEST)]
    TooDeep,
    /// The book is open for reading only.
    #[error("the book is open for reading only")]
    ReadOnly,
    /// The other value of a conflict does not fit its field: it comes from another version of the program.
    #[error("the other value cannot be read")]
    OtherValueUnreadable,
}
