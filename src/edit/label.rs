//! What an edit is called on screen: "Undo: move Priya's thank-you to Friday".

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::model::{FollowUpKind, ReferralState, Rule, Wish};
use crate::text::{Locale, Texts};

/// What the user did, with the words that its text needs. It becomes a sentence in the language
/// of the window by [`Label::text`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Put another picture in the place of one whose file is lost.
    ReplacePicture,
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
    /// Moved this person to the trash.
    DeleteContact(String),
    /// Brought this person (empty: a card) back from the trash.
    RestoreTrashed(String),
    /// Brought this event back from the trash.
    RestoreTrashedEvent(String),
    /// Brought several back from the trash.
    RestoreManyTrashed(usize),
    /// Deleted what lay in the trash for good: how many entries.
    EmptyTrash(usize),
    /// Joined the record of the second person to that of the first.
    MergeContacts(String, String),
    /// Noted that two are not the same person.
    TellApart(String, String),
    /// Took back that two are not the same person.
    PerhapsSame(String, String),
    /// Let several people go: how many.
    ArchiveAll(usize),
    /// Took several people back from the archive: how many.
    RestoreAll(usize),
    /// Moved several people and cards to the trash: how many.
    DeleteAll(usize),
    /// Said that so many cards are of this event; of none when the title is empty.
    SetEvent(usize, String),
    /// Gave so many people this tag.
    AddTag(usize, String),
    /// Took this tag off so many people.
    RemoveTag(usize, String),
    /// Changed a place, or where cards are.
    Storage(StorageLabel),
    /// Wrote an impression of this person.
    RecordImpression(String),
    /// Renamed an organization to this.
    RenameOrganization(String),
    /// Changed what is known of this organization.
    ChangeOrganization(String),
    /// Set the photograph of this person.
    SetPortrait(String),
    /// Took the photograph of this person away.
    RemovePortrait(String),
    /// Put a card of this person on top of the others.
    MakeCurrent(String),
    /// Added this event.
    AddEvent(String),
    /// Changed this event.
    ChangeEvent(String),
    /// Moved this event to a day.
    MoveEvent(String, NaiveDate),
    /// Let this event last from one day to another.
    ResizeEvent(String, NaiveDate, NaiveDate),
    /// Took so many events in from a calendar.
    TakeInEvents(usize),
    /// Took a network in: so many new people, so many ties.
    TakeInNetwork(usize, usize),
    /// Removed this event.
    RemoveEvent(String),
    /// Cancelled this event.
    CancelEvent(String),
    /// Said that one did not come to this event.
    NotCome(String),
    /// Said that nothing has to be made up for about this event.
    WaiveAmends(String),
    /// Said what became of this person's attendance at this event.
    SetParticipant(String, String),
    /// Noted a reply of these people.
    SetReply(String),
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
    /// Planned an introduction of two people, who are asked first.
    PlanIntroduction(String, String),
    /// One side of an introduction was asked.
    AskSide(String),
    /// Noted what one side of an introduction said: whether they agree.
    AnswerAsk(String, bool),
    /// Gave the plan up to introduce two people.
    TakeBackPlan(String, String),
    /// Noted that the first agreed to something of theirs being told to the second.
    Agree(String, String),
    /// Took back what the first had agreed to have told to the second.
    Withhold(String, String),
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
    /// Took back the review of this person.
    TakeBackReview(String),
    /// Changed the words of a review of this person.
    ChangeReview(String),
    /// Removed a review of this person.
    RemoveReview(String),
    /// Added a follow-up with these people.
    AddFollowUp(FollowUpKind, String),
    /// Changed a follow-up with these people.
    ChangeFollowUp(FollowUpKind, String),
    /// Moved a follow-up with these people to a day.
    MoveFollowUp(FollowUpKind, String, NaiveDate),
    /// Moved several follow-ups to a day.
    MoveFollowUps(usize, NaiveDate),
    /// Spread so many follow-ups over several days.
    SpreadFollowUps(usize),
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
    /// Noted something about this person.
    Capture(String),
    /// Said that the second person does not fit a need of the first.
    NotAFit(String, String),
    /// Took back that the second person does not fit a need of the first.
    PerhapsAFit(String, String),
    /// Changed the words that mean the same.
    SetSynonyms,
    /// Kept a search under this name.
    AddSearch(String),
    /// Changed this saved search.
    ChangeSearch(String),
    /// Moved this saved search to another place.
    MoveSearch(String),
    /// Removed this saved search.
    RemoveSearch(String),
    /// Answered the question for this person's name.
    AnswerQuiz(String),
    /// Took this person out of the name quiz.
    ForgetQuiz(String),
    /// Added this template of a letter.
    AddTemplate(String),
    /// Changed this template of a letter.
    ChangeTemplate(String),
    /// Removed this template of a letter.
    RemoveTemplate(String),
    /// Put so many photographs to this event.
    AddPhotos(usize, String),
    /// Took a photograph away from this event.
    RemovePhoto(String),
    /// Told about this person after an evening.
    Debrief(String),
    /// Pinned or unpinned this person in the network.
    Pin(String),
    /// So many people were pinned in the network, or let go.
    PinAll {
        /// How many people.
        count: usize,
        /// Whether any of them was pinned.
        pinned: bool,
    },
    /// Saved the places of the network.
    Arrange,
    /// Changed the owner or the settings of the book.
    ChangeBook,
    /// Took in another book: how many records.
    Import(usize),
    /// Filled the book with the demo network.
    LoadDemo,
    /// Emptied the book of the demo network.
    ClearDemo,
    /// Took in what another program or machine changed: how many records.
    Merge(usize),
    /// Decided a conflict about this person or thing.
    ResolveConflict(String),
    /// Took this person back from an older state.
    TakeBack(String),
    /// Took the whole book back to an older state.
    TakeBackAll,
    /// Took out links to records that are not there: how many.
    MendLinks(usize),
    /// Switched a rule on or off.
    SwitchRule(Rule, bool),
    /// Changed the days of a rule.
    ChangeRule(Rule),
}

/// What the user did with places and with where cards are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageLabel {
    /// Made this place.
    Add(String),
    /// Changed this place.
    Change(String),
    /// Moved this place.
    Move(String),
    /// Removed this place.
    Remove(String),
    /// Put so many cards into this place; with an empty name it is not known any more where they are.
    Put(usize, String),
    /// Lent so many cards to this person.
    Lend(usize, String),
    /// So many cards came back.
    CameBack(usize),
    /// Gave the first one's card to the second.
    HandOver(String, String),
    /// Gave so many cards to this person.
    GiveAway(usize, String),
    /// Threw so many cards away.
    Discard(usize),
}

impl StorageLabel {
    fn text(&self, t: &Texts) -> String {
        match self {
            Self::Add(name) => t.places_undo_add(name),
            Self::Change(name) => t.places_undo_change(name),
            Self::Move(name) => t.places_undo_move(name),
            Self::Remove(name) => t.places_undo_remove(name),
            Self::Put(count, name) if name.is_empty() => t.places_undo_nowhere(number(*count)),
            Self::Put(count, name) => t.places_undo_put(number(*count), name),
            Self::Lend(count, name) => t.places_undo_lend(number(*count), person(t, name)),
            Self::CameBack(count) => t.places_undo_back(number(*count)),
            Self::GiveAway(count, to) => t.places_undo_give(number(*count), person(t, to)),
            Self::HandOver(owner, to) => t.places_undo_hand_over(person(t, owner), person(t, to)),
            Self::Discard(count) => t.places_undo_discard(number(*count)),
        }
    }
}

impl Label {
    /// Returns the text as it stands behind "Undo:", such as "move Priya's thank-you to Fri 16 Oct".
    pub fn text(&self, texts: &Texts) -> String {
        let told = self.told(texts);
        if told.contains(super::AND) {
            // "Mina and Jonas", "Mina、Jonas".
            let parts: Vec<&str> = told.splitn(2, super::AND).collect();
            let (before, last) = (parts[0], parts.get(1).copied().unwrap_or_default());
            return texts.letters_and(before, last).replace(super::AND, texts.locale().comma());
        }
        told
    }

    fn told(&self, texts: &Texts) -> String {
        let t = texts;
        match self {
            Self::AddCards(count) => t.edits_add_cards(number(*count)),
            Self::NameCard(name) => t.edits_name_card(name),
            Self::AddCardTo(name) => t.edits_add_card_to(name),
            Self::AddBack(name) if name.is_empty() => t.edits_add_back_unnamed().to_owned(),
            Self::AddBack(name) => t.edits_add_back(name),
            Self::ChangeCard(name) if name.is_empty() => t.edits_change_card_unnamed().to_owned(),
            Self::ChangeCard(name) => t.edits_change_card(name),
            Self::ReplacePicture => t.edits_replace_picture().to_owned(),
            Self::RemoveCard(name) if name.is_empty() => t.edits_remove_card_unnamed().to_owned(),
            Self::RemoveCard(name) => t.edits_remove_card(name),
            Self::UnfileCard(name) if name.is_empty() => t.edits_unfile_card_unnamed().to_owned(),
            Self::UnfileCard(name) => t.edits_unfile_card(name),
            Self::AddContact(name) => t.edits_add_contact(person(t, name)),
            Self::ChangeContact(name) => t.edits_change_contact(person(t, name)),
            Self::Archive(name) => t.edits_archive(person(t, name)),
            Self::Restore(name) => t.edits_restore(person(t, name)),
            Self::DeleteContact(name) => t.edits_delete_contact(person(t, name)),
            Self::RestoreTrashed(name) if name.is_empty() => t.trash_undo_restore_card().to_owned(),
            Self::RestoreTrashed(name) => t.trash_undo_restore(name),
            Self::RestoreTrashedEvent(title) => t.trash_undo_restore_event(title),
            Self::RestoreManyTrashed(count) => t.trash_undo_restore_many(number(*count)),
            Self::EmptyTrash(count) => t.trash_undo_empty(number(*count)),
            Self::MergeContacts(keep, away) if keep == away => t.duplicates_undo_merge_one(person(t, keep)),
            Self::MergeContacts(keep, away) => t.duplicates_undo_merge(person(t, away), person(t, keep)),
            Self::TellApart(a, b) => t.duplicates_undo_apart(person(t, a), person(t, b)),
            Self::PerhapsSame(a, b) => t.duplicates_undo_perhaps(person(t, a), person(t, b)),
            Self::ArchiveAll(count) => t.edits_archive_all(number(*count)),
            Self::RestoreAll(count) => t.edits_restore_all(number(*count)),
            Self::DeleteAll(count) => t.edits_delete_all(number(*count)),
            Self::SetEvent(count, title) if title.is_empty() => t.edits_clear_event(number(*count)),
            Self::SetEvent(count, title) => t.edits_set_event(number(*count), title),
            Self::AddTag(count, tag) => t.edits_add_tag(number(*count), tag),
            Self::RemoveTag(count, tag) => t.edits_remove_tag(number(*count), tag),
            Self::Storage(label) => label.text(t),
            Self::RecordImpression(name) if name.is_empty() => t.edits_record_impression_unnamed().to_owned(),
            Self::RecordImpression(name) => t.edits_record_impression(name),
            Self::RenameOrganization(name) => t.edits_rename_organization(name),
            Self::ChangeOrganization(name) => t.edits_change_organization(name),
            Self::SetPortrait(name) => t.edits_set_portrait(person(t, name)),
            Self::RemovePortrait(name) => t.edits_remove_portrait(person(t, name)),
            Self::MakeCurrent(name) => t.edits_make_current(person(t, name)),
            Self::AddEvent(title) => t.edits_add_event(title),
            Self::ChangeEvent(title) => t.edits_change_event(title),
            Self::MoveEvent(title, to) => t.edits_move_event(&day(t, *to), title),
            Self::ResizeEvent(title, first, last) => {
                t.edits_resize_event(&day(t, *first), &day(t, *last), title)
            }
            Self::TakeInEvents(count) => t.ical_undo_take_in(number(*count)),
            Self::TakeInNetwork(people, ties) => {
                t.graphs_undo_take_in(&t.common_people(number(*people)), &t.network_ties(number(*ties)))
            }
            Self::RemoveEvent(title) => t.edits_remove_event(title),
            Self::CancelEvent(title) => t.edits_cancel_event(title),
            Self::NotCome(title) => t.edits_not_come(title),
            Self::WaiveAmends(title) => t.edits_waive_amends(title),
            Self::SetParticipant(name, title) => t.edits_set_participant(person(t, name), title),
            Self::SetReply(name) => t.edits_set_reply(person(t, name)),
            Self::LogEncounter(name) => t.edits_log_encounter(person(t, name)),
            Self::ChangeEncounter(name) => t.edits_change_encounter(person(t, name)),
            Self::RemoveEncounter(name) => t.edits_remove_encounter(person(t, name)),
            Self::AddRelationship(a, b) => t.edits_add_relationship(person(t, a), person(t, b)),
            Self::RemoveRelationship(a, b) => t.edits_remove_relationship(person(t, a), person(t, b)),
            // A party without a name is the owner of the book.
            Self::AddIntroduction(a, b) => match one_of(a, b) {
                Some(name) => t.edits_add_introduction_to_me(person(t, name)),
                None => t.edits_add_introduction(a, b),
            },
            Self::AskSide(name) => t.edits_ask_side(person(t, name)),
            Self::AnswerAsk(name, true) => t.edits_agrees(person(t, name)),
            Self::AnswerAsk(name, false) => t.edits_declines(person(t, name)),
            Self::TakeBackPlan(a, b) => t.edits_take_back_plan(person(t, a), person(t, b)),
            Self::PlanIntroduction(a, b) => t.edits_plan_introduction(person(t, a), person(t, b)),
            Self::Agree(name, to) => t.edits_agree(person(t, name), person(t, to)),
            Self::Withhold(name, from) => t.edits_withhold(person(t, name), person(t, from)),
            Self::ChangeIntroduction(a, b) => match one_of(a, b) {
                Some(name) => t.edits_change_introduction_to_me(person(t, name)),
                None => t.edits_change_introduction(a, b),
            },
            Self::RemoveIntroduction(a, b) => match one_of(a, b) {
                Some(name) => t.edits_remove_introduction_to_me(person(t, name)),
                None => t.edits_remove_introduction(a, b),
            },
            Self::PassOn(name, to) if to.is_empty() => t.edits_pass_on_to_me(person(t, name)),
            Self::PassOn(name, to) => t.edits_pass_on(person(t, name), to),
            Self::AdvanceReferral(name, to) => t.edits_advance_referral(person(t, name), state(t, *to)),
            Self::TellOwner(name) => t.edits_tell_owner(person(t, name)),
            Self::ChangeReferral(name) => t.edits_change_referral(person(t, name)),
            Self::RemoveReferral(name) => t.edits_remove_referral(person(t, name)),
            Self::Review(name) => t.edits_review(person(t, name)),
            Self::TakeBackReview(name) => t.edits_take_back_review(person(t, name)),
            Self::ChangeReview(name) => t.edits_change_review(person(t, name)),
            Self::RemoveReview(name) => t.edits_remove_review(person(t, name)),
            Self::AddFollowUp(kind, name) => t.edits_add_follow_up(&what(t, *kind, name)),
            Self::ChangeFollowUp(kind, name) => t.edits_change_follow_up(&what(t, *kind, name)),
            Self::MoveFollowUp(kind, name, to) => t.edits_move_follow_up(&day(t, *to), &what(t, *kind, name)),
            Self::MoveFollowUps(count, to) => t.edits_move_follow_ups(number(*count), &day(t, *to)),
            Self::SpreadFollowUps(count) => t.edits_spread_follow_ups(number(*count)),
            Self::CompleteFollowUp(kind, name) => t.edits_complete_follow_up(&what(t, *kind, name)),
            Self::ReopenFollowUp(kind, name) => t.edits_reopen_follow_up(&what(t, *kind, name)),
            Self::DropFollowUp(kind, name) => t.edits_drop_follow_up(&what(t, *kind, name)),
            Self::RemoveFollowUp(kind, name) => t.edits_remove_follow_up(&what(t, *kind, name)),
            Self::AddCircle(name) => t.edits_add_circle(name),
            Self::ChangeCircle(name) => t.edits_change_circle(name),
            Self::RemoveCircle(name) => t.edits_remove_circle(name),
            Self::SetCircle(name) => t.edits_set_circle(name),
            Self::Capture(name) => t.matching_undo_capture(person(t, name)),
            Self::NotAFit(name, helper) => t.matching_undo_not_a_fit(person(t, helper), person(t, name)),
            Self::PerhapsAFit(name, helper) => {
                t.matching_undo_perhaps_a_fit(person(t, helper), person(t, name))
            }
            Self::SetSynonyms => t.matching_undo_synonyms().to_owned(),
            Self::AddSearch(name) => t.edits_add_search(name),
            Self::ChangeSearch(name) => t.edits_change_search(name),
            Self::MoveSearch(name) => t.edits_move_search(name),
            Self::RemoveSearch(name) => t.edits_remove_search(name),
            Self::AnswerQuiz(name) => t.quiz_edit_answer(name),
            Self::ForgetQuiz(name) => t.quiz_edit_forget(name),
            Self::AddTemplate(name) => t.edits_add_template(name),
            Self::ChangeTemplate(name) => t.edits_change_template(name),
            Self::RemoveTemplate(name) => t.edits_remove_template(name),
            Self::AddPhotos(count, title) => t.edits_add_photos(number(*count), title),
            Self::RemovePhoto(title) => t.edits_remove_photo(title),
            Self::Debrief(name) => t.edits_debrief(name),
            Self::Pin(name) => t.edits_pin(person(t, name)),
            Self::PinAll { count, pinned: true } => t.edits_pin_all(*count as i64),
            Self::PinAll { count, pinned: false } => t.edits_unpin_all(*count as i64),
            Self::Arrange => t.edits_arrange().to_owned(),
            Self::ChangeBook => t.edits_change_book().to_owned(),
            Self::Import(count) => t.edits_import(number(*count)),
            Self::LoadDemo => t.edits_load_demo().to_owned(),
            Self::ClearDemo => t.edits_clear_demo().to_owned(),
            Self::Merge(count) => t.edits_merge(number(*count)),
            Self::ResolveConflict(name) if name.is_empty() => t.edits_resolve_conflict_unnamed().to_owned(),
            Self::ResolveConflict(name) => t.edits_resolve_conflict(name),
            Self::TakeBack(name) => t.edits_take_back(person(t, name)),
            Self::TakeBackAll => t.edits_take_back_all().to_owned(),
            Self::MendLinks(count) => t.edits_mend_links(number(*count)),
            Self::SwitchRule(rule, true) => t.edits_rule_on(rule_name(t, *rule)),
            Self::SwitchRule(rule, false) => t.edits_rule_off(rule_name(t, *rule)),
            Self::ChangeRule(rule) => t.edits_rule_change(rule_name(t, *rule)),
        }
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A person may be known by a reading or a company alone.
fn person<'a>(texts: &'a Texts, name: &'a str) -> &'a str {
    if name.is_empty() { texts.common_without_name() } else { name }
}

/// The name of the two when the other one is missing.
fn one_of<'a>(a: &'a str, b: &'a str) -> Option<&'a str> {
    if a.is_empty() {
        Some(b)
    } else if b.is_empty() {
        Some(a)
    } else {
        None
    }
}

/// `Fri 16 Oct`, `10月16日(金)`, `Fr. 16. Okt.`: what was moved a moment ago needs no year.
fn day(texts: &Texts, day: NaiveDate) -> String {
    let locale = texts.locale();
    let (date, weekday) = (locale.day_short(day), locale.weekday_short(day.weekday()));
    match locale {
        Locale::En => format!("{weekday} {date}"),
        Locale::Ja => format!("{date}({weekday})"),
        Locale::De => format!("{weekday}. {date}"),
    }
}

fn state(texts: &Texts, state: ReferralState) -> &str {
    match state {
        ReferralState::Considered => texts.common_referral_considered(),
        ReferralState::PassedOn => texts.common_referral_passed_on(),
        ReferralState::OwnerTold => texts.common_referral_owner_told(),
        ReferralState::TheyMet => texts.common_referral_met(),
        ReferralState::Outcome => texts.common_referral_outcome(),
        ReferralState::Thanked => texts.common_referral_thanked(),
    }
}

/// Returns what a rule is called.
pub fn rule_name(texts: &Texts, rule: Rule) -> &str {
    match rule {
        Rule::ThankYou => texts.common_kind_thanks(),
        Rule::Review => texts.common_kind_review(),
        Rule::TellOwner => texts.common_kind_tell_owner(),
        Rule::AskAfter => texts.rules_ask_after(),
        Rule::Amends => texts.common_kind_amends(),
        Rule::KeepInTouch => texts.rules_step_touch(),
        Rule::Birthday => texts.common_kind_birthday(),
        Rule::MeetInPerson => texts.rules_meet(),
        Rule::NextStep => texts.rules_next_step(),
        Rule::OrganizerCare => texts.rules_organizer(),
    }
}

/// Returns the word for how gladly one goes again.
pub fn wish_word(texts: &Texts, wish: Wish) -> &str {
    match wish {
        Wish::Never => texts.visits_wish_never(),
        Wish::Rarely => texts.visits_wish_rarely(),
        Wish::Maybe => texts.visits_wish_maybe(),
        Wish::Gladly => texts.visits_wish_gladly(),
        Wish::Always => texts.visits_wish_always(),
    }
}

/// A follow-up as a part of a sentence.
fn what(texts: &Texts, kind: FollowUpKind, name: &str) -> String {
    if name.is_empty() {
        return texts.edits_what_unnamed().to_owned();
    }
    match kind {
        FollowUpKind::ThankYou => texts.edits_what_thanks(name),
        FollowUpKind::Review => texts.edits_what_review(name),
        FollowUpKind::Call => texts.edits_what_call(name),
        FollowUpKind::Message => texts.edits_what_message(name),
        FollowUpKind::Meet => texts.edits_what_meet(name),
        FollowUpKind::TellOwner => texts.edits_what_tell_owner(name),
        FollowUpKind::Introduce => texts.edits_what_introduce(name),
        FollowUpKind::Amends => texts.edits_what_amends(name),
        FollowUpKind::Birthday => texts.edits_what_birthday(name),
        FollowUpKind::Other => texts.edits_what_other(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_all(label: &Label) -> [String; 3] {
        Locale::ALL.map(|locale| label.text(&Texts::new(locale)))
    }

    #[test]
    fn a_moved_thank_you_is_told_in_three_languages() {
        let friday = NaiveDate::from_ymd_opt(2026, 10, 16).expect("a date");
        assert_eq!(
            in_all(&Label::MoveFollowUp(FollowUpKind::ThankYou, "Priya".to_owned(), friday)),
            [
                "move Priya’s thank-you to Fri 16 Oct",
                "Priyaさんへのお礼を10月16日(金)に移動",
                "Danke an Priya auf Fr. 16. Okt. verschieben",
            ]
        );
    }

    #[test]
    fn two_people_are_joined_as_the_language_joins_them() {
        let two = format!("Aiko{}Ben", crate::edit::AND);
        let label = Label::CompleteFollowUp(FollowUpKind::Introduce, two);
        assert_eq!(
            in_all(&label),
            [
                "mark the introduction of Aiko and Ben as done",
                "Aiko、Benさんの紹介を完了にする",
                "Vorstellung von Aiko und Ben als erledigt markieren",
            ]
        );
    }

    #[test]
    fn no_label_has_a_gap_where_a_name_is_missing() {
        let (none, mina) = (String::new, || "Mina".to_owned());
        for label in [
            Label::AddBack(none()),
            Label::ChangeCard(none()),
            Label::RemoveCard(none()),
            Label::UnfileCard(none()),
            Label::RecordImpression(none()),
            Label::ResolveConflict(none()),
            Label::AddIntroduction(none(), mina()),
            Label::AddIntroduction(mina(), none()),
            Label::PassOn(mina(), none()),
            Label::ChangeContact(none()),
            Label::AddFollowUp(FollowUpKind::Other, none()),
        ] {
            for text in in_all(&label) {
                assert!(!text.contains("  ") && !text.ends_with(' '), "{text}");
                assert!(!text.starts_with(['さ', 'の', '’', ' ']), "{text}");
            }
        }
    }

    #[test]
    fn one_card_is_not_many() {
        assert_eq!(in_all(&Label::AddCards(1)), ["add a card", "名刺1枚を追加", "Karte hinzufügen"]);
        assert_eq!(in_all(&Label::AddCards(3)), ["add 3 cards", "名刺3枚を追加", "3 Karten hinzufügen"]);
    }
}
