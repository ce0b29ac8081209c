//! Everything that a view can ask for, and the one table of what has a key.
//!
//! Owns [`Command`], [`Sheet`] and [`Action`] (with a name, a shortcut and an icon). How they are carried out is
//! [`super::app`]'s.

mod sheet;
mod action;

use crate::edit::Edit;
use crate::jobs::JobId;
use crate::model::{Attendance, Book, Card, Contact, Event, Id};

pub use super::question::{Question, RequestOf};
pub use super::route::Route;
pub use action::Action;
pub use sheet::{FollowUpDraft, MatchAsk, PassphraseTask, Sheet};

/// What a view asks for. Commands are carried out after the frame, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Change the book.
    Edit(Box<Edit>),
    /// Go to a view.
    Go(Route),
    /// Show a person in the inspector; `None` closes it.
    Select(Option<Id<Contact>>),
    /// Show a card of the pile in the inspector.
    SelectCard(Id<Card>),
    /// Mark people and cards of the pile in the gallery, and nothing else.
    Mark(crate::gui::ctx::Marked),
    /// Go to the events view and show this one.
    ShowEvent(Id<Event>),
    /// Go to the network and answer this, about this person if one is meant.
    Answer(Question, Option<Id<Contact>>),
    /// Go to the calendar and show this day.
    ShowDay(chrono::NaiveDate),
    /// Go to the cards of one circle.
    ShowCircle(Option<Id<crate::model::Circle>>),
    /// Go to a view and look for this there.
    Find(String, Route),
    /// Open a sheet.
    Open(Sheet),
    /// Close the sheet that is open.
    CloseSheet,
    /// What the open question about dropped pictures was answered.
    FileImages(crate::edit::Filing),
    /// Carry out a named action.
    Do(Action),
    /// Choose a file that becomes a side of a card.
    ChooseScan(crate::edit::Filing),
    /// Choose a file from which a portrait is cut.
    ChoosePortrait,
    /// Use the dropped picture, about which the question is open, as a portrait of this person.
    FileAsPortrait(Id<Contact>),
    /// Cut a square out of a picture and store it as the portrait of a person.
    SavePortrait {
        /// Whose.
        contact: Id<Contact>,
        /// Out of what.
        source: crate::gui::portrait::PortraitSource,
        /// The square.
        crop: crate::scan::Crop,
    },
    /// Open a tab of the inspector.
    ShowTab(crate::gui::views::Tab),
    /// Take in files or folders.
    TakeIn(Vec<std::path::PathBuf>),
    /// Ask for the file of a picture that is missing.
    FindPicture(Id<crate::model::Attachment>),
    /// Look whether a file is the missing picture.
    TryPicture(Id<crate::model::Attachment>, std::path::PathBuf),
    /// Take the picture in a file in the place of a missing one.
    UsePicture {
        /// The picture that is missing.
        missing: Id<crate::model::Attachment>,
        /// The file with the other one.
        file: std::path::PathBuf,
    },
    /// Take in files, as what was said before they were chosen.
    TakeInAs(Vec<std::path::PathBuf>, crate::edit::Filing),
    /// Stop a job.
    Cancel(JobId),
    /// Stop taking pictures in.
    CancelIntake,
    /// Put text on the clipboard and say so.
    Copy(String),
    /// Put the note to the owner of a card on the clipboard, and offer to note that they were told by it.
    CopyToTell {
        /// The note.
        text: String,
        /// Whose it is.
        name: String,
        /// Of which card.
        referral: Id<crate::model::Referral>,
    },
    /// Open a web, mail, phone or map address through the system.
    OpenLink(String),
    /// Open letters in the mail program, each to one address.
    OpenLetters(Vec<crate::gui::letters_out::LetterOut>),
    /// Ask for whom these people are exported, then for the file.
    Export {
        /// Who.
        contacts: std::collections::BTreeSet<Id<Contact>>,
        /// As what.
        format: crate::session::ExportFormat,
    },
    /// Ask for a file and export to it, for whom it is settled.
    ExportFor {
        /// Who or what.
        of: crate::gui::export::ExportOf,
        /// As what.
        format: crate::session::ExportFormat,
        /// For whom.
        audience: crate::exchange::share::Audience,
    },
    /// See the book as this circle would; `None` goes back to one's own.
    SeeAs(Option<Id<crate::model::Circle>>),
    /// Export the people who were asked about to this file.
    ExportTo {
        /// The file, perhaps without an ending.
        file: std::path::PathBuf,
        /// As what.
        format: crate::session::ExportFormat,
        /// A file that is there is written over: the user was asked.
        replace: bool,
    },
    /// Ask for whom these events are exported, then for the file.
    ExportEvents {
        /// Which.
        events: std::collections::BTreeSet<Id<Event>>,
        /// As what.
        format: crate::session::EventsFormat,
    },
    /// Ask for a file and write to it what is made already.
    Save {
        /// What it is.
        kind: crate::gui::save_as::SaveKind,
        /// What the file may be called, without an ending.
        name: String,
        /// What stands in it.
        made: crate::gui::save_as::Made,
    },
    /// Make the contact sheet of what lies here, and ask where it is to be written.
    ContactSheet(crate::index::Spot, crate::session::SheetChoices),
    /// Ask for a file and write a letter to it that mail programs open.
    SaveLetter {
        /// The letter.
        letter: Box<crate::letters::Letter>,
        /// The one address.
        to: String,
        /// Whose it is.
        name: String,
    },
    /// Have a worker ask the gate what a policy would open or show.
    AskGate(Box<crate::gui::gate::AskGate>),
    /// Have a worker look at the picture of a card for what to cover.
    LookAtCard(Box<crate::gui::hand_on::Look>),
    /// Have a worker make the picture of a card that leaves.
    HandOn(Box<crate::gui::hand_on::HandOn>),
    /// Write to this file what was asked about.
    SaveTo {
        /// What it is.
        kind: crate::gui::save_as::SaveKind,
        /// The file, perhaps without an ending.
        file: std::path::PathBuf,
        /// A file that is there is written over: the user was asked.
        replace: bool,
    },
    /// Read calendar files and show what they have.
    ReadCalendars(Vec<std::path::PathBuf>),
    /// Read network files and show what the first has.
    ReadNetworks(Vec<std::path::PathBuf>),
    /// Take in a network that was looked at.
    TakeInNetwork {
        /// What was looked at.
        preview: std::sync::Arc<crate::gui::network_file::Preview>,
        /// Who is not whom they were taken for.
        apart: std::collections::BTreeSet<u32>,
        /// People stand where the file has them.
        places: bool,
    },
    /// Export the network: asks for a file.
    ExportNetwork {
        /// As what.
        format: crate::session::NetworkFormat,
        /// How.
        choices: Box<crate::session::NetworkChoices>,
        /// For whom.
        audience: crate::exchange::share::Audience,
    },
    /// Take in events that were chosen from calendar files.
    TakeInEvents(Vec<Event>),
    /// Show a reminder now, to see how it looks.
    TryReminder,
    /// Try again to write the calendar file.
    KeepCalendar,
    /// Show a line of text for six seconds.
    Tell(String),
    /// Change the settings of the program.
    Settings(crate::gui::settings::Settings),
    /// Open this book instead.
    OpenBook(std::path::PathBuf),
    /// Look for people who are in the book twice.
    FindSuspects,
    /// Begin with the demo network.
    LoadDemo,
    /// Something about the safety of the book.
    Safety(Box<crate::gui::safety::Ask>),
    /// Go on typing into the sheet.
    KeepTyping,
    /// Throw away what was typed into the sheet, and do what was asked for.
    DiscardTyped(Box<crate::gui::safety::Leaving>),
    /// Open another language for the first-start page and everything else.
    Language(crate::text::Locale),
}

/// The last event that has begun and that I did not cancel: the evening about which there is something to tell.
pub fn last_event(book: &Book, today: chrono::NaiveDate) -> Option<Id<Event>> {
    let begun = book.events.values().filter(|event| {
        matches!(event.status, Attendance::Planned | Attendance::Attended)
            && event.starts_on.is_some_and(|day| day <= today)
    });
    begun.max_by_key(|event| (event.starts_on, event.starts_at, event.id)).map(|event| event.id)
}

impl From<crate::gui::safety::Ask> for Command {
    fn from(ask: crate::gui::safety::Ask) -> Self {
        Self::Safety(Box::new(ask))
    }
}

impl From<Edit> for Command {
    fn from(edit: Edit) -> Self {
        Self::Edit(Box::new(edit))
    }
}
