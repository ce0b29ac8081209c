//! Small rules about one person: is a thank-you open, is a review due, have we ever met.
//!
//! Owns what PRODUCT calls "due" and "virtual only". Must not know views. Start reading anywhere.

use chrono::{Days, NaiveDate};

use super::{ContactLinks, Index};
use crate::model::{Attendance, Book, Card, Contact, Event, FollowUpKind, Id, Rule, Verdict};

/// Returns the day by which an open thank-you to the contact is due.
pub fn thank_you_due_on(book: &Book, index: &Index, contact: Id<Contact>) -> Option<NaiveDate> {
    thank_you(book, index.links.contact(contact))
}

/// The same, from the links of the contact.
pub(super) fn thank_you(book: &Book, links: &ContactLinks) -> Option<NaiveDate> {
    open_on(book, links, FollowUpKind::ThankYou)
}

/// Returns the day on which the contact is to be looked at again: as planned by an open review, else
/// as the last verdict says, else some days after the newest card ([`crate::model::Header::review_after_days`]).
///
/// `None` when nothing is left to review: no card, let go, or the last verdict named a next step.
pub fn review_due_on(book: &Book, index: &Index, contact: Id<Contact>) -> Option<NaiveDate> {
    review(book, book.get(contact)?, index.links.contact(contact))
}

/// The same, from the links of the contact.
pub(super) fn review(book: &Book, contact: &Contact, links: &ContactLinks) -> Option<NaiveDate> {
    if contact.archived.is_some() {
        return None;
    }
    if let Some(day) = open_on(book, links, FollowUpKind::Review) {
        return Some(day);
    }
    let card_day = links.cards.first().and_then(|id| book.get(*id)).map(|card| card.day());
    if let Some(review) = links.reviews.first().and_then(|id| book.get(*id)) {
        // A card that came after the review opens the question anew.
        if card_day.is_none_or(|day| day <= review.on) {
            return match review.verdict {
                Verdict::Keep { review_on } => Some(review_on),
                Verdict::Deepen { .. } | Verdict::LetGo => None,
            };
        }
    }
    if !book.header.is_on(Rule::Review) {
        return None;
    }
    let closed = links.closed_follow_ups.iter().filter_map(|id| book.get(*id));
    let closed_review = closed
        .filter(|follow_up| follow_up.kind == FollowUpKind::Review)
        .find_map(|follow_up| super::links::closed_on(follow_up));
    let card_day = card_day.filter(|day| closed_review.is_none_or(|closed| closed < *day))?;
    card_day.checked_add_days(Days::new(u64::from(book.header.review_after_days())))
}

/// Whether thanks were said for a card: by a thank-you encounter or a finished thank-you on or after
/// the day of the card.
pub fn is_thanked(index: &Index, card: &Card) -> bool {
    let Some(contact) = card.contact else { return false };
    index.links.contact(contact).thanked_on.is_some_and(|day| day >= card.day())
}

/// Whether somebody who was met at an event is thanked for it ([`thanked_for`](super::events::thanked_for)).
pub fn is_thanked_after(book: &Book, index: &Index, event: &Event, contact: Id<Contact>) -> bool {
    super::events::thanked_for(book, index, event, contact).is_some()
}

/// Whether there is contact, but never face to face: neither an encounter in person nor a card
/// received at an event that I attended.
pub fn is_virtual_only(book: &Book, index: &Index, contact: Id<Contact>) -> bool {
    virtual_only(book, index.links.contact(contact))
}

/// The same, from the links of the contact.
pub(super) fn virtual_only(book: &Book, links: &ContactLinks) -> bool {
    if links.cards.is_empty() && links.encounters.is_empty() {
        return false;
    }
    if links.met_face_to_face {
        return false;
    }
    let received = links
        .cards
        .iter()
        .filter_map(|id| book.get(book.get(*id)?.event?))
        .any(|event| event.status == Attendance::Attended);
    !received
}

fn open_on(book: &Book, links: &ContactLinks, kind: FollowUpKind) -> Option<NaiveDate> {
    let open = links.open_follow_ups.iter();
    open.filter_map(|id| book.get(*id))
        .find(|follow_up| follow_up.kind == kind)
        .map(|follow_up| follow_up.due_on)
}
