//! Figures for the rail and the headings.

use chrono::NaiveDate;

use super::Index;
use crate::model::{Book, FollowUp, FollowUpKind, Id, ReferralState};

/// How many there are of what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Contacts that are not archived.
    pub contacts: usize,
    /// Archived contacts.
    pub archived: usize,
    /// Cards, those in the pile included.
    pub cards: usize,
    /// Cards in the pile.
    pub pile: usize,
    /// Events.
    pub events: usize,
    /// Referrals.
    pub referrals: usize,
    /// Referrals that are not finished: passed on, and neither thanked nor with an outcome.
    pub open_referrals: usize,
    /// Cards passed on whose owner does not know yet.
    pub owners_to_tell: usize,
    /// Open follow-ups, whenever they are due.
    pub open_follow_ups: usize,
    /// What is due before today, stored or foreseen; suggestions are never.
    pub overdue: usize,
    /// What is due today.
    pub due_today: usize,
    /// Thank-yous due today or before.
    pub thank_yous_due: usize,
    /// What is due within the seven days from today.
    pub due_this_week: usize,
}

impl Counts {
    /// Counts a book. Walks over the contacts and referrals: call it once per revision, not per frame.
    pub fn of(book: &Book, index: &Index, today: NaiveDate) -> Self {
        let archived = book.contacts.values().filter(|contact| contact.archived.is_some()).count();
        let agenda = &index.agenda;
        let kind_is = |id: Id<FollowUp>, kind| book.get(id).is_some_and(|record| record.kind == kind);
        let week = today.checked_add_days(chrono::Days::new(6)).unwrap_or(today);
        let due = index.due(today, ..=week);
        let due = due.iter().filter(|due| !due.is_suggestion());
        let (mut overdue, mut due_today, mut due_this_week) = (0, 0, 0);
        for due in due {
            match due.due_on.cmp(&today) {
                std::cmp::Ordering::Less => overdue += 1,
                std::cmp::Ordering::Equal => due_today += 1,
                std::cmp::Ordering::Greater => {}
            }
            due_this_week += usize::from(due.due_on >= today);
        }
        let is_open = |state| (ReferralState::PassedOn..ReferralState::Outcome).contains(&state);
        Self {
            contacts: book.contacts.len() - archived,
            archived,
            cards: book.cards.len(),
            pile: index.links.pile().len(),
            events: book.events.len(),
            referrals: book.referrals.len(),
            open_referrals: book.referrals.values().filter(|referral| is_open(referral.state)).count(),
            owners_to_tell: book.referrals.values().filter(|referral| referral.owner_must_be_told()).count(),
            open_follow_ups: agenda.open().values().map(Vec::len).sum(),
            overdue,
            due_today,
            thank_yous_due: agenda
                .due_until(today)
                .filter(|(_, id)| kind_is(*id, FollowUpKind::ThankYou))
                .count(),
            due_this_week,
        }
    }
}
