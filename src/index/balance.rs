//! What was given to a person and received from them. Giving first is good: this is no score.

use std::collections::BTreeMap;

use super::Links;
use crate::model::{Book, Contact, FavourKind, Id, Party, Referral, ReferralState};

/// Given and received.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// Times I gave.
    pub given: u32,
    /// Times I received.
    pub received: u32,
}

/// Given and received between me and one contact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Balance {
    /// By kind of help, only kinds that occur.
    pub by_kind: BTreeMap<FavourKind, Flow>,
}

impl Balance {
    /// Counts the favours of encounters, the introductions made, and the cards passed on.
    ///
    /// An introduction by me is given to both, one by the contact in which I am a side is received. A
    /// card that I pass on is given to the recipient and to its owner; a lead is received from its giver.
    pub fn of(book: &Book, links: &Links, contact: Id<Contact>) -> Self {
        let mut balance = Self::default();
        let links = links.contact(contact);
        for encounter in links.encounters.iter().filter_map(|id| book.get(*id)) {
            for favour in &encounter.favours {
                balance.count(favour.kind, favour.given);
            }
        }
        for introduction in links.introductions.iter().filter_map(|id| book.get(*id)) {
            let sides = [introduction.a, introduction.b];
            if !introduction.state.is_made() {
                continue;
            }
            if introduction.introducer == Party::Me {
                balance.count(FavourKind::Introduction, true);
            } else if introduction.introducer == Party::Contact(contact) && sides.contains(&Party::Me) {
                balance.count(FavourKind::Introduction, false);
            }
        }
        let passed_on =
            |id: &Id<Referral>| book.get(*id).filter(|record| record.state >= ReferralState::PassedOn);
        for referral in links.given.iter().filter_map(passed_on) {
            if referral.recipient == Party::Me {
                balance.count(FavourKind::Referral, false);
            }
        }
        for referral in links.referred.iter().chain(&links.received).filter_map(passed_on) {
            if referral.giver == Party::Me {
                balance.count(FavourKind::Referral, true);
            }
        }
        balance
    }

    /// Returns the sums over all kinds.
    pub fn total(&self) -> Flow {
        self.by_kind.values().fold(Flow::default(), |sum, flow| Flow {
            given: sum.given + flow.given,
            received: sum.received + flow.received,
        })
    }

    fn count(&mut self, kind: FavourKind, given: bool) {
        let flow = self.by_kind.entry(kind).or_default();
        if given {
            flow.given += 1;
        } else {
            flow.received += 1;
        }
    }
}
