//! How a book changes: named edits in the user's words, each with an inverse.
//!
//! Owns [`Edit`] (what the user wants), [`Draft`] (the only writer), [`Transaction`] (what
//! happened, record by record) and [`History`]. Must not know clocks, files or what is derived:
//! time and ids arrive in a [`Stamp`]. Start reading at [`Edit`], then [`Edit::carry_out`].
//!
//! Invariant: no edit has undo code of its own; the inverse of a transaction is its diffs
//! reversed (held by the suite's `apply_then_undo_gives_back_the_same_book`).
//! Invariant: an edit that fails leaves no trace.
//! Invariant: no edit makes a link to a record that is not there (held by the same test).

mod transaction;
mod draft;
mod error;
mod fields;
pub mod history;
mod label;
mod cards;
mod storages;
mod pictures;
mod contacts;
mod organizations;
mod meetings;
mod events;
mod calendar;
mod ties;
mod referrals;
mod opt_in;
mod network;
mod reviews;
mod follow_ups;
mod rules;
mod book;
mod consents;
mod knowledge;
mod searches;
mod templates;
mod recall;
mod evening;
mod bulk;
mod excerpt;
pub mod merge;
pub mod tangles;
mod trash;
mod person;
mod same;
mod mend;
mod resolve;
mod take_back;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::*;
use crate::text::tidy::tidy;

pub use book::circle_called;
pub use draft::{Draft, Stamp};
pub use error::EditError;
pub use evening::Told;
pub use events::{Amends, amends_plan};
pub use excerpt::excerpt;
pub use fields::{ContactField, OrganizationField};
pub use history::{FieldKey, History};
pub use knowledge::{Capture, Captured};
pub use label::{Label, StorageLabel, rule_name, wish_word};
pub use network::{NetworkIn, PersonIn, TieIn};
pub use opt_in::{Ask, OptIn};
pub use person::{Choices, PersonField, joined};
pub use storages::{StorageEdit, is_inside};
pub use take_back::{
    ContactDifference, DifferenceKind, OtherDifferences, TakeBack, differences, other_differences,
};
pub use transaction::{Change, Diff, Touched, Transaction};

/// Where a person works, as typed: the organization is found by its name or made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Employment {
    /// Name of the organization; empty for none.
    pub organization: String,
    /// Job title.
    pub title: String,
    /// Department.
    pub department: String,
}

/// A dated place in an organization, as typed: the organization is found by its name or made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tenure {
    /// The organization that is meant as long as its name is the typed one: two may have the same name.
    pub organization: Option<Id<Organization>>,
    /// Where, as what.
    pub employment: Employment,
    /// First day, when known.
    pub from: Option<NaiveDate>,
    /// Last day; absent while it lasts.
    pub until: Option<NaiveDate>,
}

/// Which side of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The printed front.
    Front,
    /// The printed back.
    Back,
}

/// What images that came in become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filing {
    /// Cards in the pile, ready to be named.
    Pile,
    /// New cards of a person.
    NewCardOf(Id<Contact>),
    /// The back of a card; of several images the last one stays the back, the others are refused
    /// by the caller before.
    BackOf(Id<Card>),
    /// The front of a card, in place of the one that it has; one image, as for the back.
    FrontOf(Id<Card>),
    /// Photographs of an event: no cards.
    PhotosOf(Id<Event>),
}

/// A new value of one fact of a card.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the variants are the fields of `Card`, documented there")]
pub enum CardField {
    ReceivedOn(Option<NaiveDate>),
    Event(Option<Id<Event>>),
    Exchange(Exchange),
    Whereabouts(Whereabouts),
}

/// What the user wants to happen to the book. The body of each edit reads like the rule that it
/// carries out.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields say their meaning by name and type; each edit is documented")]
pub enum Edit {
    /// Takes images in as cards. `front`s that are already cards of the book are still new cards:
    /// two people can have the same printed card.
    AddCards { attachments: Vec<Attachment>, filing: Filing, event: Option<Id<Event>>, exchange: Exchange },
    /// Makes a card of the pile the card of a new person, and plans thank-you and review.
    NameCard { card: Id<Card>, contact: Box<Contact>, employment: Employment, facts: NewCard },
    /// Makes a card the card of a person who is in the book, and plans thank-you and review.
    FileCard { card: Id<Card>, contact: Id<Contact>, facts: NewCard },
    /// Puts a card back into the pile.
    UnfileCard { card: Id<Card> },
    /// Turns a card of the pile into the back of another card: its front becomes that card's back.
    UseAsBack { card: Id<Card>, of: Id<Card> },
    /// Sets or clears an image of a card.
    SetCardImage { card: Id<Card>, side: Side, attachment: Option<Attachment> },
    /// Show another picture wherever one is shown whose file is lost.
    ReplacePicture { missing: Id<Attachment>, by: Box<Attachment> },
    /// Changes a fact of a card.
    SetCard { card: Id<Card>, field: CardField },
    /// Makes, moves or removes a place where cards are kept, or says where cards are.
    Storage(StorageEdit),
    /// Writes on the back of a card. What was written on an earlier day stays as it is; what was
    /// written today may still be corrected.
    RecordImpression { card: Id<Card>, text: String },
    /// Puts a card on top of the others of its person: newer ones count as out of date from now on.
    MakeCurrent { card: Id<Card> },
    /// Moves a card to the trash.
    RemoveCard { card: Id<Card> },

    /// Adds a person without a scan; `received` also makes a card without image, so that thank-you and
    /// review are planned.
    AddContact { contact: Box<Contact>, employment: Employment, received: Option<NewCard> },
    /// Changes one field of a person.
    SetContact { contact: Id<Contact>, field: ContactField },
    /// Corrects where a person works today; not a job change.
    SetEmployment { contact: Id<Contact>, employment: Employment },
    /// Says anew where a person has worked and works, dated. Present places stand first, then those that ended last.
    SetAffiliations { contact: Id<Contact>, affiliations: Vec<Tenure> },
    /// Sets or clears the photograph of a person.
    SetPortrait { contact: Id<Contact>, portrait: Option<Box<Attachment>> },
    /// Ends the present affiliation and begins another.
    ChangeJob { contact: Id<Contact>, employment: Employment, on: NaiveDate },
    /// Renames an organization for all its people; the old name is kept as a former one.
    RenameOrganization { organization: Id<Organization>, name: String },
    /// Changes one field of an organization, for all its people.
    SetOrganization { organization: Id<Organization>, field: OrganizationField },
    /// Lets a person go, reversibly. Open follow-ups are dropped.
    Archive { contact: Id<Contact>, reason: String },
    /// Takes a person back from the archive.
    Restore { contact: Id<Contact> },
    /// Moves a person to the trash, with the cards and all else that belongs to nobody else.
    DeleteContact { contact: Id<Contact> },
    /// Brings people and cards back from the trash.
    RestoreTrashed { trashed: Vec<Id<Trashed>> },
    /// Deletes what lies in the trash for good. What to delete is named, so that nothing goes about which nobody asked.
    EmptyTrash { trashed: Vec<Id<Trashed>> },
    /// Joins two records of one person: `keep` has everything afterwards, `away` is gone. What is not chosen follows
    /// [`PersonField::default_choice`].
    MergeContacts { keep: Id<Contact>, away: Id<Contact>, choices: Choices },
    /// Notes that two people are not the same one, or takes that back.
    TellApart { a: Id<Contact>, b: Id<Contact>, apart: bool },

    /// Lets several people go, reversibly.
    ArchiveAll { contacts: BTreeSet<Id<Contact>>, reason: String },
    /// Takes several people back from the archive.
    RestoreAll { contacts: BTreeSet<Id<Contact>> },
    /// Moves people, with all that belongs to nobody else, and cards to the trash.
    DeleteAll { contacts: BTreeSet<Id<Contact>>, cards: BTreeSet<Id<Card>> },
    /// Says at which event cards were received; people without a card become participants of it.
    SetEvent { cards: BTreeSet<Id<Card>>, contacts: BTreeSet<Id<Contact>>, event: Option<Id<Event>> },
    /// Gives several people a tag, or takes it off them.
    SetTag { contacts: BTreeSet<Id<Contact>>, tag: String, add: bool },

    /// Adds an event.
    AddEvent { event: Box<Event> },
    /// Changes an event.
    ChangeEvent { event: Box<Event> },
    /// Moves an event so that it begins on a day; its length stays.
    MoveEvent { event: Id<Event>, to: NaiveDate },
    /// Lets an event last from one day to another.
    ResizeEvent { event: Id<Event>, first: NaiveDate, last: NaiveDate },
    /// Takes in events of a calendar: those with an id are in the book and change, the others are new.
    TakeInEvents { events: Vec<Event> },
    /// Removes an event; cards and encounters stay and lose the link.
    RemoveEvent { event: Id<Event> },
    /// Says that I do not come, since `on`, or that I did not come and had not said so (`None`), and what I do about it:
    /// parts with their days. Whether it is late follows from the day.
    CancelEvent { event: Id<Event>, on: Option<NaiveDate>, amends: Vec<(Amends, NaiveDate)> },
    /// Says that nothing has to be made up for; what is open of it is given up.
    WaiveAmends { event: Id<Event> },
    /// Says what became of somebody's attendance at an event; `None` takes them off its list.
    SetParticipant { event: Id<Event>, contact: Id<Contact>, status: Option<Attendance> },
    /// Notes whether an answer came to a message.
    SetReply { encounter: Id<Encounter>, reply: Reply },
    /// A letter about an event was sent to its organiser: it is logged where somebody of the book got it, and does a part
    /// of the amends; notice and apology are one.
    WriteToOrganizer { event: Id<Event>, part: Option<Amends>, encounter: Option<Box<Encounter>> },
    /// Puts photographs to an event.
    AddPhotos { event: Id<Event>, photos: Vec<Attachment> },
    /// Takes a photograph away from an event.
    RemovePhoto { event: Id<Event>, photo: Id<Attachment> },
    /// Tells about one person of an evening: who asked for whose card, the impression, the topics.
    Debrief { event: Id<Event>, told: Box<Told> },
    /// Logs an encounter. A message or meeting closes the thank-you that waits for it.
    LogEncounter { encounter: Box<Encounter> },
    /// Logs an encounter together with what belongs to it: new people, the follow-up that it does, and what comes next.
    Log { log: Box<Log> },
    /// Changes an encounter.
    ChangeEncounter { encounter: Box<Encounter> },
    /// Removes an encounter.
    RemoveEncounter { encounter: Id<Encounter> },

    /// Ties two people.
    AddRelationship { relationship: Box<Relationship> },
    /// Removes a tie.
    RemoveRelationship { relationship: Id<Relationship> },
    /// Records an introduction.
    AddIntroduction { introduction: Box<Introduction> },
    /// Plans an introduction for which both sides are asked first: one step with a follow-up for each of its steps.
    PlanIntroduction { plan: Box<OptIn> },
    /// Notes that one side of an introduction was asked, and logs the letter; the answer is looked for some days later.
    AskSide { follow_up: Id<FollowUp>, letter: Option<Box<Encounter>> },
    /// Notes what one side of an introduction said: when they agree the next step is due, when they do not it ends there.
    AnswerAsk { follow_up: Id<FollowUp>, agrees: bool, reason: String },
    /// Notes that one of two who are introduced agreed that the other gets something of theirs, as the gate names it.
    Agree { introduction: Id<Introduction>, owner: Id<Contact>, what: String },
    /// Takes back that somebody gets something of another person, wherever that was agreed.
    Withhold { owner: Id<Contact>, from: Id<Contact>, what: Vec<String> },
    /// Changes an introduction.
    ChangeIntroduction { introduction: Box<Introduction> },
    /// Takes a network of another program in: people, and what joins them.
    TakeInNetwork { network: Box<NetworkIn> },
    /// Removes an introduction.
    RemoveIntroduction { introduction: Id<Introduction> },
    /// Enters a card passed on or a lead received. Telling the owner becomes a promise. A card that was only considered for
    /// the same person goes on.
    PassOn {
        /// What is passed on. The id is given by the edit; of several that were considered it says which one goes on.
        referral: Box<Referral>,
        /// The paper card goes along: from now on the recipient has it.
        paper: bool,
    },
    /// Enters a lead that I received; about somebody who is not in the book yet, if named.
    ReceiveLead { lead: Box<Referral>, newcomer: Option<PersonName> },
    /// Changes a referral's texts and outcome.
    ChangeReferral { referral: Box<Referral> },
    /// Moves a referral to a state.
    AdvanceReferral { referral: Id<Referral>, to: ReferralState },
    /// Notes that the owner of a card was told.
    TellOwner { referral: Id<Referral> },
    /// Removes a referral and its open follow-ups.
    RemoveReferral { referral: Id<Referral> },
    /// Ends a review with a verdict and its consequences.
    Review { review: Box<Review> },
    /// Takes a verdict back with what it planned; what it closed is open again.
    TakeBackReview { review: Id<Review> },
    /// Writes other words to a review; `next_step` counts for a verdict to deepen only.
    ChangeReview { review: Id<Review>, reasons: Vec<ReviewReason>, note: String, next_step: String },
    /// Removes a review and what it planned that is still open.
    RemoveReview { review: Id<Review> },

    /// Adds a follow-up.
    AddFollowUp { follow_up: Box<FollowUp> },
    /// Changes a follow-up.
    ChangeFollowUp { follow_up: Box<FollowUp> },
    /// Moves follow-ups to a day. One that was only foreseen becomes a record, as with completing and dropping.
    MoveFollowUps { follow_ups: Vec<DueSource>, to: NaiveDate },
    /// Brings each of several follow-ups to a day of its own.
    SpreadFollowUps { moves: Vec<(DueSource, NaiveDate)> },
    /// Does a follow-up; with an encounter it is logged too. To ask a side of an introduction is not to have an answer.
    CompleteFollowUp { follow_up: DueSource, encounter: Option<Box<Encounter>> },
    /// Opens a done or dropped follow-up again.
    ReopenFollowUp { follow_up: Id<FollowUp> },
    /// Gives a follow-up up. With the asking of a side the plan to introduce the two is taken back; nobody said no.
    DropFollowUp { follow_up: DueSource, reason: String },
    /// Removes a follow-up.
    RemoveFollowUp { follow_up: Id<FollowUp> },

    /// Adds a circle.
    AddCircle { circle: Box<Circle> },
    /// Changes a circle.
    ChangeCircle { circle: Box<Circle> },
    /// Removes a circle; its people stay.
    RemoveCircle { circle: Id<Circle> },
    /// Puts people into a circle or takes them out.
    SetCircle { contacts: Vec<Id<Contact>>, circle: Id<Circle>, member: bool },

    /// Notes one thing about a person at the end of its list, dated.
    Capture { contact: Id<Contact>, capture: Box<Capture> },
    /// Says that somebody does not fit a need of a person, or takes that back.
    NotAFit { person: Id<Contact>, need: Id<Need>, helper: Id<Contact>, unfit: bool },
    /// Says anew which words mean the same when needs are matched.
    SetSynonyms { groups: BTreeSet<BTreeSet<String>> },

    /// Keeps a search under a name.
    AddSearch { search: Box<SavedSearch> },
    /// Changes the name or the query of a saved search.
    ChangeSearch { search: Box<SavedSearch> },
    /// Puts a saved search at a place of the rail, counted from 0.
    MoveSearch { search: Id<SavedSearch>, to: usize },
    /// Removes a saved search; whom it finds stays.
    RemoveSearch { search: Id<SavedSearch> },

    /// Adds a template of a letter.
    AddTemplate { template: Box<LetterTemplate> },
    /// Changes a template of a letter.
    ChangeTemplate { template: Box<LetterTemplate> },
    /// Removes a template of a letter.
    RemoveTemplate { template: Id<LetterTemplate> },

    /// Notes how well a person's name was remembered.
    AnswerQuiz { contact: Id<Contact>, grade: Grade },
    /// No longer asks for a person's name.
    ForgetQuiz { contact: Id<Contact> },

    /// Puts a person somewhere in the network and pins or unpins it there.
    Pin { place: Place },
    /// Puts several people in the network view somewhere, or lets the layout move them again.
    PinAll { places: Vec<Place> },
    /// Saves where the layout put people; not an undo step of its own.
    Arrange { places: Vec<Place> },
    /// Changes the owner of the book.
    SetOwner { owner: Box<Owner> },
    /// Sets a rule. Other days count for what is planned from now on; switched off, it takes back what it made and is
    /// still open; switched on, it makes what would still be due.
    SetRule { rule: Rule, setting: RuleSetting },
    /// Takes everything out of a book that is marked as the demo; any other book stays as it is.
    ClearDemo,
    /// Takes in all records of another book that this one does not have.
    Import { book: Box<Book> },
    /// Decides a conflict between two values of a field; the record of it goes.
    ResolveConflict { conflict: Id<Conflict>, choice: Choice },
    /// Takes records from an older state of the book back: one person with what belongs to them, or all.
    TakeBack { from: Box<Book>, what: TakeBack },
    /// Takes out links to records that are not there.
    MendLinks,
}

/// An encounter and all that is told with it, so that one step of Undo takes back one sentence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Log {
    /// What happened. The people of `newcomers` are added to it.
    pub encounter: Box<Encounter>,
    /// The follow-up that it does.
    pub completes: Option<DueSource>,
    /// What comes next; without people of its own it is about those of the encounter.
    pub next: Option<Box<FollowUp>>,
    /// People who are not in the book yet.
    pub newcomers: Vec<PersonName>,
}

/// How a conflict is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// The value that is in the book stays.
    Keep,
    /// The other value takes its place.
    Other,
    /// Both stay: texts one below the other, lists joined. The same as `Keep` where a field has room for one.
    Both,
}

/// What is told of a card while it gets its name, or of one that comes without an image. What is
/// left empty stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewCard {
    /// The day on which it was received.
    pub received_on: Option<NaiveDate>,
    /// The event at which it was received.
    pub event: Option<Id<Event>>,
    /// Title of an event that is not in the book yet: it is added on the day of the card, attended.
    /// Counts only without `event`.
    pub new_event: String,
    /// Who asked for whose card.
    pub exchange: Exchange,
    /// The first impression.
    pub impression: String,
    /// The place into which it is put.
    pub place: Option<Id<Storage>>,
}

impl Edit {
    /// Carries the edit out on a draft of the book.
    ///
    /// # Errors
    /// The rule that the edit breaks; nothing has happened then. The transaction is empty when the
    /// edit changes nothing.
    pub fn carry_out(self, book: &Book, stamp: Stamp) -> Result<Transaction, EditError> {
        let mut draft = Draft::new(book, stamp);
        let d = &mut draft;
        let label = match self {
            Self::AddCards { attachments, filing, event, exchange } => {
                cards::add_cards(d, attachments, filing, event, exchange)?
            }
            Self::NameCard { card, contact, employment, facts } => {
                cards::name_card(d, card, *contact, &employment, facts)?
            }
            Self::FileCard { card, contact, facts } => cards::file_card_with(d, card, contact, facts)?,
            Self::UnfileCard { card } => cards::unfile_card(d, card)?,
            Self::UseAsBack { card, of } => cards::use_as_back(d, card, of)?,
            Self::SetCardImage { card, side, attachment } => cards::set_image(d, card, side, attachment)?,
            Self::ReplacePicture { missing, by } => pictures::replace_picture(d, missing, *by)?,
            Self::SetCard { card, field } => cards::set_card(d, card, field)?,
            Self::Storage(edit) => storages::carry_out(d, edit)?,
            Self::RecordImpression { card, text } => cards::record_impression(d, card, &text)?,
            Self::MakeCurrent { card } => cards::make_current(d, card)?,
            Self::RemoveCard { card } => trash::put(d, &BTreeSet::new(), &[card].into())?,
            Self::AddContact { contact, employment, received } => {
                contacts::add_contact(d, *contact, &employment, received)?
            }
            Self::SetContact { contact, field } => contacts::set_contact(d, contact, field)?,
            Self::SetEmployment { contact, employment } => {
                organizations::set_employment(d, contact, &employment)?
            }
            Self::SetAffiliations { contact, affiliations } => {
                organizations::set_affiliations(d, contact, affiliations)?
            }
            Self::SetPortrait { contact, portrait } => contacts::set_portrait(d, contact, portrait)?,
            Self::ChangeJob { contact, employment, on } => {
                organizations::change_job(d, contact, &employment, on)?
            }
            Self::RenameOrganization { organization, name } => organizations::rename(d, organization, &name)?,
            Self::SetOrganization { organization, field } => organizations::set(d, organization, field)?,
            Self::Archive { contact, reason } => contacts::archive(d, contact, &reason)?,
            Self::Restore { contact } => contacts::restore(d, contact)?,
            Self::DeleteContact { contact } => trash::put(d, &[contact].into(), &BTreeSet::new())?,
            Self::RestoreTrashed { trashed } => trash::restore(d, &trashed)?,
            Self::EmptyTrash { trashed } => trash::empty(d, &trashed)?,
            Self::MergeContacts { keep, away, choices } => same::merge(d, keep, away, &choices)?,
            Self::TellApart { a, b, apart } => same::tell_apart(d, a, b, apart)?,
            Self::ArchiveAll { contacts, reason } => bulk::archive_all(d, &contacts, &reason)?,
            Self::RestoreAll { contacts } => bulk::restore_all(d, &contacts)?,
            Self::DeleteAll { contacts, cards } => trash::put(d, &contacts, &cards)?,
            Self::SetEvent { cards, contacts, event } => bulk::set_event(d, &cards, &contacts, event)?,
            Self::SetTag { contacts, tag, add } => bulk::set_tag(d, &contacts, &tag, add)?,
            Self::AddEvent { event } => meetings::add_event(d, *event)?,
            Self::ChangeEvent { event } => meetings::change_event(d, *event)?,
            Self::MoveEvent { event, to } => meetings::move_event(d, event, to)?,
            Self::ResizeEvent { event, first, last } => calendar::resize_event(d, event, first, last)?,
            Self::RemoveEvent { event } => trash::put_event(d, event)?,
            Self::TakeInEvents { events } => meetings::take_in_events(d, events)?,
            Self::CancelEvent { event, on, amends } => events::cancel(d, event, on, &amends)?,
            Self::WaiveAmends { event } => events::waive(d, event)?,
            Self::SetParticipant { event, contact, status } => {
                events::set_participant(d, event, contact, status)?
            }
            Self::SetReply { encounter, reply } => events::set_reply(d, encounter, reply)?,
            Self::WriteToOrganizer { event, part, encounter } => events::written(d, event, part, encounter)?,
            Self::AddPhotos { event, photos } => evening::add_photos(d, event, photos)?,
            Self::RemovePhoto { event, photo } => evening::remove_photo(d, event, photo)?,
            Self::Debrief { event, told } => evening::debrief(d, event, *told)?,
            Self::LogEncounter { encounter } => meetings::log_encounter(d, *encounter)?.1,
            Self::Log { log } => meetings::log(d, *log)?,
            Self::ChangeEncounter { encounter } => meetings::change_encounter(d, *encounter)?,
            Self::RemoveEncounter { encounter } => meetings::remove_encounter(d, encounter)?,
            Self::TakeInNetwork { network } => network::take_in(d, *network)?,
            Self::AddRelationship { relationship } => ties::add_relationship(d, *relationship)?,
            Self::RemoveRelationship { relationship } => ties::remove_relationship(d, relationship)?,
            Self::AddIntroduction { introduction } => ties::add_introduction(d, *introduction)?,
            Self::PlanIntroduction { plan } => opt_in::plan(d, *plan)?,
            Self::AskSide { follow_up, letter } => opt_in::ask(d, follow_up, letter)?,
            Self::AnswerAsk { follow_up, agrees, reason } => opt_in::answer(d, follow_up, agrees, &reason)?,
            Self::Agree { introduction, owner, what } => consents::agree(d, introduction, owner, what)?,
            Self::Withhold { owner, from, what } => consents::withhold(d, owner, from, &what)?,
            Self::ChangeIntroduction { introduction } => ties::change_introduction(d, *introduction)?,
            Self::RemoveIntroduction { introduction } => ties::remove_introduction(d, introduction)?,
            Self::PassOn { referral, paper } => referrals::pass_on(d, *referral, paper)?,
            Self::ReceiveLead { lead, newcomer } => referrals::receive(d, *lead, newcomer)?,
            Self::ChangeReferral { referral } => referrals::change_referral(d, *referral)?,
            Self::AdvanceReferral { referral, to } => referrals::advance_referral(d, referral, to)?,
            Self::TellOwner { referral } => referrals::tell_owner(d, referral, d.stamp.today)?,
            Self::RemoveReferral { referral } => referrals::remove_referral(d, referral)?,
            Self::Review { review } => follow_ups::review(d, *review)?,
            Self::TakeBackReview { review } => reviews::take_back(d, review)?,
            Self::ChangeReview { review, reasons, note, next_step } => {
                reviews::change(d, review, reasons, note, &next_step)?
            }
            Self::RemoveReview { review } => reviews::remove(d, review)?,
            Self::AddFollowUp { follow_up } => follow_ups::add(d, *follow_up)?,
            Self::ChangeFollowUp { follow_up } => follow_ups::change(d, *follow_up)?,
            Self::MoveFollowUps { follow_ups, to } => follow_ups::move_to(d, &follow_ups, to)?,
            Self::SpreadFollowUps { moves } => calendar::spread(d, &moves)?,
            Self::CompleteFollowUp { follow_up, encounter } => follow_ups::complete(d, follow_up, encounter)?,
            Self::ReopenFollowUp { follow_up } => follow_ups::reopen(d, follow_up)?,
            Self::DropFollowUp { follow_up, reason } => follow_ups::drop(d, follow_up, &reason)?,
            Self::RemoveFollowUp { follow_up } => follow_ups::remove(d, follow_up)?,
            Self::AddCircle { circle } => book::add_circle(d, *circle)?,
            Self::ChangeCircle { circle } => book::change_circle(d, *circle)?,
            Self::RemoveCircle { circle } => book::remove_circle(d, circle)?,
            Self::SetCircle { contacts, circle, member } => book::set_circle(d, &contacts, circle, member)?,
            Self::Capture { contact, capture } => knowledge::capture(d, contact, *capture)?,
            Self::NotAFit { person, need, helper, unfit } => {
                knowledge::not_a_fit(d, person, need, helper, unfit)?
            }
            Self::SetSynonyms { groups } => knowledge::set_synonyms(d, groups),
            Self::AddSearch { search } => searches::add(d, *search)?,
            Self::ChangeSearch { search } => searches::change(d, *search)?,
            Self::MoveSearch { search, to } => searches::move_to(d, search, to)?,
            Self::RemoveSearch { search } => searches::remove(d, search)?,
            Self::AddTemplate { template } => templates::add(d, *template)?,
            Self::ChangeTemplate { template } => templates::change(d, *template)?,
            Self::RemoveTemplate { template } => templates::remove(d, template)?,
            Self::AnswerQuiz { contact, grade } => recall::answer(d, contact, grade)?,
            Self::ForgetQuiz { contact } => recall::forget(d, contact)?,
            Self::Pin { place } => book::pin(d, place)?,
            Self::PinAll { places } => book::pin_all(d, places)?,
            Self::Arrange { places } => book::arrange(d, places),
            Self::SetOwner { owner } => book::set_owner(d, *owner),
            Self::SetRule { rule, setting } => rules::set(d, rule, setting)?,
            Self::ClearDemo => book::clear_demo(d)?,
            Self::Import { book } => book::import(d, &book)?,
            Self::ResolveConflict { conflict, choice } => resolve::resolve(d, conflict, choice)?,
            Self::TakeBack { from, what } => take_back::take_back(d, &from, what)?,
            Self::MendLinks => mend::mend_links(d),
        };
        Ok(draft.finish(label))
    }

    /// Returns the field that the edit writes to, if typing into it again shall be one step.
    pub fn field(&self) -> Option<FieldKey> {
        let (record, field) = match self {
            Self::SetContact { contact, field } => (RecordRef::Contact(*contact), field.key()),
            Self::SetEmployment { contact, .. } => (RecordRef::Contact(*contact), "employment"),
            Self::RecordImpression { card, .. } => (RecordRef::Card(*card), "impression"),
            Self::Storage(StorageEdit::Change { storage, .. }) => (RecordRef::Storage(*storage), "all"),
            Self::RenameOrganization { organization, .. } => (RecordRef::Organization(*organization), "name"),
            Self::SetOrganization { organization, field } => {
                (RecordRef::Organization(*organization), field.key())
            }
            Self::ChangeFollowUp { follow_up } => (RecordRef::FollowUp(follow_up.id), "all"),
            Self::ChangeEvent { event } => (RecordRef::Event(event.id), "all"),
            Self::ChangeEncounter { encounter } => (RecordRef::Encounter(encounter.id), "all"),
            Self::ChangeCircle { circle } => (RecordRef::Circle(circle.id), "all"),
            Self::ChangeSearch { search } => (RecordRef::SavedSearch(search.id), "all"),
            Self::ChangeReferral { referral } => (RecordRef::Referral(referral.id), "all"),
            Self::SetSynonyms { .. } => return Some(FieldKey { record: None, field: "synonyms".into() }),
            Self::SetOwner { .. } => return Some(FieldKey { record: None, field: "owner".into() }),
            Self::SetRule { rule, .. } => {
                return Some(FieldKey { record: None, field: format!("{rule:?}").into() });
            }
            _ => return None,
        };
        Some(FieldKey { record: Some(record), field: field.into() })
    }

    /// Whether the edit is kept out of Undo: it saves what the program worked out by itself.
    pub fn is_quiet(&self) -> bool {
        matches!(self, Self::Arrange { .. })
    }
}

/// Stands between two names of a label: what is said there depends on the language ([`Label::text`]).
const AND: char = '\u{1F}';

/// Returns the names of people as one text, with [`AND`] between two of them, or "Mina Schäfer +3".
fn names<'a>(draft: &Draft, contacts: impl IntoIterator<Item = &'a Id<Contact>>) -> String {
    let mut shown = Vec::new();
    let mut more = 0;
    for id in contacts {
        if shown.len() < 2 {
            shown.push(name(draft, *id));
        } else {
            more += 1;
        }
    }
    if more > 0 { format!("{} +{}", shown[0], more + 1) } else { shown.join(AND.encode_utf8(&mut [0; 4])) }
}

fn name(draft: &Draft, contact: Id<Contact>) -> String {
    draft.book().get(contact).map(|contact| shortened(&contact.display_name())).unwrap_or_default()
}

/// Characters of a name in a sentence that says what was done: the deed may stand behind the name and is to be read too.
const LONGEST_NAME: usize = 48;

fn shortened(name: &str) -> String {
    let name = tidy(name);
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name,
    }
}

/// Refuses a record that names another one which is not there. A link that was broken before, in a book
/// that was damaged elsewhere, keeps nobody from changing the rest of the record.
fn check_links<T: InBook>(draft: &Draft, record: &T) -> Result<(), EditError> {
    let mut missing = Vec::new();
    record.references(&mut |reference| {
        if !draft.book().contains(reference) {
            missing.push(reference);
        }
    });
    if !missing.is_empty()
        && let Some(before) = draft.original().get(record.id())
    {
        before.references(&mut |reference| {
            if !draft.original().contains(reference) {
                missing.retain(|other| *other != reference);
            }
        });
    }
    let missing = missing.first().copied();
    missing.map_or(Ok(()), |reference| Err(EditError::Missing(reference)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_link_that_was_broken_before_does_not_keep_the_rest_from_being_changed() {
        let (known, gone, portrait) = (Id::new(1), Id::new(2), Id::new(3));
        let mut book = Book::default();
        let name = PersonName { family: "Tanaka".to_owned(), ..PersonName::default() };
        let contact = Contact { id: known, name, portrait: Some(portrait), ..Contact::default() };
        Contact::table_mut(&mut book).insert(known, Arc::new(contact));
        let now = chrono::DateTime::default();
        let carry_out = |field| {
            let stamp = Stamp::new(now, NaiveDate::MIN, 100);
            Edit::SetContact { contact: known, field }.carry_out(&book, stamp)
        };
        assert!(carry_out(ContactField::Notes("typed".to_owned())).is_ok());
        assert_eq!(
            carry_out(ContactField::NotTheSameAs([gone].into())),
            Err(EditError::Missing(RecordRef::Contact(gone)))
        );
    }
}
