//! Who already knows whom, and what was already tried between two people.
//!
//! Start reading at [`Between::of`].

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::index::Links;
use crate::model::{
    Book, Contact, Id, Introduction, IntroductionState, OutcomeKind, Party, Referral, ReferralState,
    Relationship,
};

/// How two people know each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A lasting tie between them.
    Relationship(Id<Relationship>),
    /// They were introduced, on this day if it is known.
    Introduced(Option<NaiveDate>),
    /// They work in one house.
    Colleagues,
    /// They were in one meeting on this day.
    Met(NaiveDate),
}

/// What was already tried between two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// The card is with them since this day.
    Has(Id<Referral>, Option<NaiveDate>),
    /// It was passed on or they were introduced, and it came to nothing.
    CameToNothing(Option<Id<Referral>>, Option<NaiveDate>),
    /// Passing it on was considered.
    Considered(Id<Referral>, Option<NaiveDate>),
    /// An introduction is under way.
    UnderWay(Id<Introduction>, Option<NaiveDate>),
}

impl Tried {
    /// The referral, where it was one.
    pub fn referral(self) -> Option<Id<Referral>> {
        match self {
            Self::Has(id, _) | Self::Considered(id, _) => Some(id),
            Self::CameToNothing(id, _) => id,
            Self::UnderWay(..) => None,
        }
    }

    /// The day.
    pub fn on(self) -> Option<NaiveDate> {
        match self {
            Self::Has(_, on) | Self::Considered(_, on) => on,
            Self::CameToNothing(_, on) | Self::UnderWay(_, on) => on,
        }
    }
}

/// Everybody with whom one person has something in common.
#[derive(Debug, Default)]
pub(super) struct Between {
    known: BTreeMap<Id<Contact>, Known>,
    introduced: BTreeMap<Id<Contact>, Tried>,
    /// Whose cards the person got.
    got: BTreeMap<Id<Contact>, Tried>,
    /// Who got the card of the person.
    went_to: BTreeMap<Id<Contact>, Tried>,
}

impl Between {
    pub fn of(book: &Book, links: &Links, person: Id<Contact>) -> Self {
        let mut between = Self::default();
        let theirs = links.contact(person);
        if let Some(contact) = book.get(person) {
            let current = contact.affiliations.iter().filter(|it| it.until.is_none());
            for house in current {
                for other in &links.organization(house.organization).contacts {
                    between.known.insert(*other, Known::Colleagues);
                }
            }
        }
        // Newest first: the last meeting is the one that is told.
        for encounter in theirs.encounters.iter().filter_map(|id| book.get(*id)) {
            if encounter.contacts.len() > 1 && encounter.kind.is_meeting() {
                for other in &encounter.contacts {
                    between.known.entry(*other).or_insert(Known::Met(encounter.on));
                }
            }
        }
        for introduction in theirs.introductions.iter().filter_map(|id| book.get(*id)) {
            between.take_introduction(person, introduction);
        }
        for tie in theirs.relationships.iter().filter_map(|id| book.get(*id)) {
            let other = if tie.from == person { tie.to } else { tie.from };
            between.known.insert(other, Known::Relationship(tie.id));
        }
        for referral in theirs.received.iter().filter_map(|id| book.get(*id)) {
            keep_nearest(&mut between.got, referral.subject, tried(referral));
        }
        for referral in theirs.referred.iter().filter_map(|id| book.get(*id)) {
            if let Party::Contact(to) = referral.recipient {
                keep_nearest(&mut between.went_to, to, tried(referral));
            }
        }
        between.known.remove(&person);
        between
    }

    fn take_introduction(&mut self, person: Id<Contact>, introduction: &Introduction) {
        let (a, b) = (introduction.a.contact(), introduction.b.contact());
        let other = match (a, b) {
            (Some(a), Some(b)) if a == person => b,
            (Some(a), Some(b)) if b == person => a,
            // The introducer knows both, and was introduced to nobody.
            (Some(a), Some(b)) if introduction.introducer == Party::Contact(person) => {
                for other in [a, b] {
                    self.known.entry(other).or_insert(Known::Introduced(introduction.on));
                }
                return;
            }
            _ => return,
        };
        match introduction.state {
            IntroductionState::CameToNothing => {
                self.introduced.entry(other).or_insert(Tried::CameToNothing(None, introduction.on));
            }
            state if state.is_made() => {
                self.known.insert(other, Known::Introduced(introduction.on));
            }
            _ => {
                self.introduced.entry(other).or_insert(Tried::UnderWay(introduction.id, introduction.on));
            }
        }
    }

    pub fn known(&self, other: Id<Contact>) -> Option<Known> {
        self.known.get(&other).copied()
    }

    /// What was tried to help the person by `other`.
    pub fn tried_with_card_of(&self, other: Id<Contact>) -> Option<Tried> {
        self.got.get(&other).or_else(|| self.introduced.get(&other)).copied()
    }

    /// What was tried to help `other` by the person.
    pub fn tried_with_own_card(&self, other: Id<Contact>) -> Option<Tried> {
        self.went_to.get(&other).or_else(|| self.introduced.get(&other)).copied()
    }
}

/// Of several referrals the one that went farthest counts; lists stand newest first.
fn keep_nearest(all: &mut BTreeMap<Id<Contact>, Tried>, other: Id<Contact>, new: Tried) {
    let rank = |tried: &Tried| match tried {
        Tried::Has(..) => 0,
        Tried::CameToNothing(..) => 1,
        Tried::UnderWay(..) => 2,
        Tried::Considered(..) => 3,
    };
    match all.get(&other) {
        Some(known) if rank(known) <= rank(&new) => {}
        _ => {
            all.insert(other, new);
        }
    }
}

fn tried(referral: &Referral) -> Tried {
    let passed = referral.steps.iter().find(|step| step.state >= ReferralState::PassedOn).map(|step| step.on);
    let failed = referral.outcome.as_ref().is_some_and(|it| it.kind == OutcomeKind::CameToNothing);
    if referral.state == ReferralState::Considered {
        Tried::Considered(referral.id, referral.last_step_on())
    } else if failed {
        Tried::CameToNothing(Some(referral.id), referral.last_step_on())
    } else {
        Tried::Has(referral.id, passed.or_else(|| referral.last_step_on()))
    }
}
