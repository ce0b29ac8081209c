//! The focused tasks above the view.

use crate::model::{
    Book, Card, Contact, DueSource, Event, FollowUpKind, Formality, Id, LetterTemplate, Need, Referral,
};

use super::RequestOf;

/// A focused task above the view.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Name cards of the pile, one after another, beginning with this one.
    NameCards(Option<Id<Card>>),
    /// Name this card of the pile, and no other.
    NameOne(Id<Card>),
    /// A person typed by hand.
    NewContact,
    /// A person of this name, typed by hand.
    NewContactNamed(String),
    /// Add or change a follow-up.
    FollowUp(FollowUpDraft),
    /// Another day for things to be done.
    PutOff(Vec<DueSource>),
    /// Give something up, with a reason.
    GiveUp(DueSource),
    /// Say who else was at this event.
    Guests(Id<Event>),
    /// Record an introduction that was made at this event.
    IntroducedAt(Id<Event>),
    /// The photographs of this event, beginning with this one; more can be added.
    Photos(Id<Event>, Option<Id<crate::model::Attachment>>),
    /// What is good to know before this event.
    Prep(Id<Event>),
    /// Tell about the people of this event.
    Debrief(Id<Event>),
    /// Templates of letters, beginning with this one; with a new one for this language and form otherwise.
    Templates(Option<Id<LetterTemplate>>, &'static str, Formality),
    /// Add an event, or change this one.
    Event(Option<Id<Event>>),
    /// Say that one does not come to an event, or that one did not.
    CancelEvent {
        /// Which event.
        event: Id<Event>,
        /// It is said afterwards, that one did not come.
        absent: bool,
    },
    /// Write to the organiser of an event.
    EventLetter {
        /// Which event.
        event: Id<Event>,
        /// Why.
        occasion: crate::letters::Occasion,
        /// The part of amends that it does.
        part: Option<crate::edit::Amends>,
    },
    /// Log an encounter with these people.
    LogEncounter {
        /// With whom.
        contacts: Vec<Id<Contact>>,
        /// Which follow-up it does.
        completes: Option<DueSource>,
    },
    /// Log what this line says; with these people when it names nobody.
    LogLine {
        /// The line, as it was typed elsewhere.
        line: String,
        /// Who is selected.
        contacts: Vec<Id<Contact>>,
    },
    /// Change an encounter that was logged.
    EditEncounter(Id<crate::model::Encounter>),
    /// Tie this person to another.
    Relationship(Id<Contact>),
    /// Introduce this person to another, or record who introduced them.
    Introduction(Id<Contact>),
    /// Plan to introduce these two, who are asked first.
    PlanIntroduction([Id<Contact>; 2]),
    /// The same, and what it is about in the words that each of the two may read.
    PlanIntroductionAbout([Id<Contact>; 2], [String; 2]),
    /// The steps of an introduction for which both are asked first.
    OptIn(Id<crate::model::Introduction>),
    /// A letter that asks for an introduction, or the step of one that I make.
    Request(RequestOf),
    /// Record a lead; from this person if one is named.
    Lead(Option<Id<Contact>>),
    /// Write thank-yous, beginning with this person.
    Thanks(Id<Contact>),
    /// Pass this person's card on.
    PassOn(Id<Contact>),
    /// Note something about this person, or about somebody who is chosen there.
    Capture(Option<Id<Contact>>),
    /// Who can help with this, or needs this card.
    Matches(MatchAsk),
    /// The user's own words that mean the same.
    Synonyms,
    /// Tie this person to that one.
    RelationshipOf(Id<Contact>, Id<Contact>),
    /// Introduce this person to that one.
    IntroductionOf(Id<Contact>, Id<Contact>),
    /// Pass this person's card on to that one, who looks for this.
    PassOnTo(Id<Contact>, Id<Contact>, Option<Id<Need>>),
    /// The thirty-day review of this person, and of everybody else who is due.
    Review(Id<Contact>),
    /// Why relationships did or did not develop.
    Reasons,
    /// The photograph of this person.
    Portrait(Id<Contact>),
    /// Say whose card this is.
    MoveCard(Id<Card>),
    /// Add a circle, or change this one.
    Circle(Option<Id<crate::model::Circle>>),
    /// Delete this circle, once it is said what that changes.
    DeleteCircle(Id<crate::model::Circle>),
    /// Save the search of the search field, or change this saved one.
    SavedSearch(Option<Id<crate::model::SavedSearch>>),
    /// Spread what is overdue, or what stands on a day, over a week.
    Spread(crate::index::SpreadOf),
    /// Change the words about a card that was passed on, its days, and what came of it: that something did, if so said.
    EditReferral(Id<Referral>, bool),
    /// Change the words of a review.
    EditReview(Id<crate::model::Review>),
    /// Fields that were changed in two places, beginning with this one.
    Conflicts(Option<Id<crate::model::Conflict>>),
    /// People who may be in the book twice; those who may be this person.
    Duplicates(Option<Id<Contact>>),
    /// Where the cards are, beginning here.
    Places(Option<crate::index::Spot>),
    /// Make a place inside the second one, or change the first.
    Place(Option<Id<crate::model::Storage>>, Option<Id<crate::model::Storage>>),
    /// Put these cards into a place.
    PutInto(std::collections::BTreeSet<Id<Card>>),
    /// Lend these cards to somebody, or give them away.
    Lend(std::collections::BTreeSet<Id<Card>>, bool),
    /// Ten cards of the pile, one after another.
    ClearTen,
    /// What to have in mind about this person before meeting them; the address is opened afterwards.
    Human(Id<Contact>, Option<String>),
    /// Names and faces.
    Quiz(crate::index::QuizOf),
    /// What was deleted.
    Trash,
    /// What calendar files have for the book.
    Calendar(std::sync::Arc<crate::gui::calendar_file::Preview>),
    /// What a network file has for the book.
    NetworkIn(std::sync::Arc<crate::gui::network_file::Preview>),
    /// Export the network; what the view shows, when it is open.
    NetworkOut(Option<std::sync::Arc<crate::gui::network_file::Shown>>),
    /// For whom people or events are exported.
    Export(crate::gui::export::ExportOf, crate::session::ExportFormat),
    /// Choose as which circle the book is to be seen.
    SeeAs,
    /// Earlier states of the book.
    Earlier,
    /// What is wrong with the book, and mending it.
    Check,
    /// Set, change or remove the passphrase.
    Passphrase(PassphraseTask),
    /// Who differs since another program changed the file.
    Taken,
    /// What the dropped pictures are: asked while a contact is selected.
    FileImages,
    /// A file that was chosen for a missing picture holds another one: is it to take its place?
    OtherPicture {
        /// The picture that is missing.
        missing: Id<crate::model::Attachment>,
        /// The file with the other one.
        file: std::path::PathBuf,
        /// What the file is called on screen.
        name: String,
    },
    /// What the keys do.
    Shortcuts,
    /// About the program.
    About,
}

/// What is to be done with the passphrase of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassphraseTask {
    /// There is none yet.
    Set,
    /// Another one.
    Change,
    /// None any more.
    Remove,
}

impl Sheet {
    /// Whether it is a question that came up by itself: whoever goes on without an answer may.
    pub fn gives_way(&self) -> bool {
        matches!(self, Self::FileImages)
    }

    /// Returns the sheet in which a side of an introduction is asked and answers, if that is what is to be done: to be done
    /// with it in one press would be a yes that nobody gave.
    pub fn of_ask(book: &Book, source: DueSource) -> Option<Self> {
        let follow_up = book.get(source.stored()?)?;
        let (introduction, contact) = (follow_up.opt_in?, *follow_up.contacts.first()?);
        Some(Self::Request(RequestOf::Side { introduction, contact, source }))
    }

    /// Whether it is there to change the book, so that it makes no sense while the book can only be read.
    pub fn edits(&self) -> bool {
        !matches!(
            self,
            Self::Conflicts(_)
                | Self::Duplicates(_)
                | Self::Reasons
                | Self::Places(_)
                | Self::Prep(_)
                | Self::Matches(_)
                | Self::Human(..)
                | Self::Photos(..)
                | Self::Trash
                | Self::NetworkOut(_)
                | Self::Export(..)
                | Self::SeeAs
                | Self::Earlier
                | Self::Check
                | Self::Taken
                | Self::Shortcuts
                | Self::About
        )
    }
}

/// What is asked of the matching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchAsk {
    /// Who can help with these words.
    Text(String),
    /// Who can help with this need of this person.
    Need(Id<Contact>, Id<crate::model::Need>),
    /// Who needs this person.
    Card(Id<Contact>),
}

/// With what a follow-up sheet opens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FollowUpDraft {
    /// The follow-up that is changed; a new one otherwise. One that is only foreseen becomes a record.
    pub source: Option<DueSource>,
    /// Its kind.
    pub kind: FollowUpKind,
    /// With whom.
    pub contacts: Vec<Id<Contact>>,
    /// By when; today when absent.
    pub due_on: Option<chrono::NaiveDate>,
}
