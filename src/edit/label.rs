//! What an edit is called on screen: "Undo: move Priya's thank-you to Friday".

use chrono::NaiveDate;

use crate::model::{FollowUpKind, ReferralState};

/// What the user did, with the words that its text needs. It becomes a sentence in the language
/// of the window by [`Label::text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Took cards in: how many.
    AddCards(usize),
    /// Named a card as this person's.
    NameCard(String),
    /// Gave this person another card.
    AddCardTo(String),
    /// Gave a card of this person a back.
    AddBack(String),
    /// Changed facts of a card of this person (empty while in the pile).
    ChangeCard(String),
    /// Removed a card of this person (empty while in the pile).
    RemoveCard(String),
    /// Put a card of this person back into the pile.
    UnfileCard(String),
    /// Added this person.
    AddContact(String),
    /// Changed this person's details.
    ChangeContact(String),
    /// Let this person go.
    Archive(String),
    /// Took this person back from the archive.
    Restore(String),
    /// Deleted this person.
    DeleteContact(String),
    /// Wrote an impression of this person.
    RecordImpression(String),
    /// Renamed an organization to this.
    RenameOrganization(String),
    /// Added this event.
    AddEvent(String),
    /// Changed this event.
    ChangeEvent(String),
    /// Moved this event to a day.
    MoveEvent(String, NaiveDate),
    /// Removed this event.
    RemoveEvent(String),
    /// Logged an encounter with these people.
    LogEncounter(String),
    /// Changed an encounter with these people.
    ChangeEncounter(String),
    /// Removed an encounter with these people.
    RemoveEncounter(String),
    /// Joined two people by a relationship.
    AddRelationship(String, String),
    /// Removed the relationship of two people.
    RemoveRelationship(String, String),
    /// Recorded an introduction of two people.
    AddIntroduction(String, String),
    /// Changed an introduction of two people.
    ChangeIntroduction(String, String),
    /// Removed an introduction of two people.
    RemoveIntroduction(String, String),
    /// Passed the first one's card on to the second.
    PassOn(String, String),
    /// Moved the referral of this person's card to a state.
    AdvanceReferral(String, ReferralState),
    /// Noted that this person was told.
    TellOwner(String),
    /// Changed the referral of this person's card.
    ChangeReferral(String),
    /// Removed the referral of this person's card.
    RemoveReferral(String),
    /// Reviewed this person.
    Review(String),
    /// Added a follow-up with these people.
    AddFollowUp(FollowUpKind, String),
    /// Changed a follow-up with these people.
    ChangeFollowUp(FollowUpKind, String),
    /// Moved a follow-up with these people to a day.
    MoveFollowUp(FollowUpKind, String, NaiveDate),
    /// Moved several follow-ups to a day.
    MoveFollowUps(usize, NaiveDate),
    /// Did a follow-up with these people.
    CompleteFollowUp(FollowUpKind, String),
    /// Opened a follow-up with these people again.
    ReopenFollowUp(FollowUpKind, String),
    /// Dropped a follow-up with these people.
    DropFollowUp(FollowUpKind, String),
    /// Removed a follow-up with these people.
    RemoveFollowUp(FollowUpKind, String),
    /// Added this circle.
    AddCircle(String),
    /// Changed this circle.
    ChangeCircle(String),
    /// Removed this circle.
    RemoveCircle(String),
    /// Put people into a circle or took them out.
    SetCircle(String),
    /// Pinned or unpinned this person in the network.
    Pin(String),
    /// Saved the places of the network.
    Arrange,
    /// Changed the owner or the settings of the book.
    ChangeBook,
    /// Took in another book: how many records.
    Import(usize),
    /// Filled the book with the demo network.
    LoadDemo,
}
