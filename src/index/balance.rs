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
            if !introduction.is_made() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, put};
    use crate::model::{Encounter, Favour, Introduction, IntroductionState};

    #[test]
    fn favours_introductions_and_cards_count_once_in_their_direction() {
        let mut book = Book::default();
        for id in 1..=2 {
            put(&mut book, contact(id, "Somebody"));
        }
        let (one, two) = (Id::new(1), Id::new(2));
        let favour = |given| Favour { given, ..Favour::default() };
        let favours = vec![favour(true), favour(true), favour(false)];
        put(&mut book, Encounter { id: Id::new(1), contacts: [one].into(), favours, ..Encounter::default() });
        let by_one = Introduction {
            id: Id::new(1),
            introducer: Party::Contact(one),
            b: Party::Contact(two),
            ..Introduction::default()
        };
        put(&mut book, by_one.clone());
        put(&mut book, Introduction { id: Id::new(2), state: IntroductionState::Promised, ..by_one });
        let passed_on = Referral {
            id: Id::new(1),
            subject: one,
            recipient: Party::Contact(two),
            state: ReferralState::PassedOn,
            ..Referral::default()
        };
        put(&mut book, passed_on.clone());
        put(&mut book, Referral { id: Id::new(2), state: ReferralState::Considered, ..passed_on.clone() });
        let (giver, recipient) = (Party::Contact(two), Party::Me);
        put(&mut book, Referral { id: Id::new(3), giver, recipient, ..passed_on });
        let links = Index::rebuild(&book).links;
        let flow = |given, received| Flow { given, received };
        let with_one = Balance::of(&book, &links, one);
        assert_eq!(with_one.by_kind[&FavourKind::Advice], flow(2, 1));
        assert_eq!(with_one.by_kind[&FavourKind::Introduction], flow(0, 1));
        assert_eq!(with_one.by_kind[&FavourKind::Referral], flow(1, 0));
        assert_eq!(with_one.total(), flow(3, 2));
        assert_eq!(Balance::of(&book, &links, two).total(), flow(1, 1));
    }
}
