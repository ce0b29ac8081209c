//! Cards on paper: those that are lent with a day, and those that were taken in and never looked at again, as everybody has
//! some.

use std::collections::BTreeSet;

use crate::model::*;

use super::desk::{Desk, shift};

/// How many cards wait for a first step.
const QUIET: usize = 8;

/// A card that came so many days ago and waits is no longer new.
const LONG_AGO: i64 = 90;

/// The first lent card should be back already, the second soon; with the others nobody said a day.
pub(super) fn lend(desk: &mut Desk) {
    let lent = desk.book.cards.values().filter_map(|card| match card.whereabouts {
        Whereabouts::LentTo { contact, on, .. } => Some((card.id, card.contact, contact, on)),
        _ => None,
    });
    let lent: Vec<_> = lent.collect();
    for ((card, owner, contact, on), days) in lent.into_iter().zip([-3, 9]) {
        let owner = owner.and_then(|owner| desk.book.get(owner));
        let name = owner.map(|owner| owner.display_name()).unwrap_or_default();
        let at = desk.moment(on, 16, 30);
        let follow_up = FollowUp {
            id: desk.fresh(at),
            kind: FollowUpKind::Other,
            due_on: desk.day(days),
            contacts: [contact].into(),
            about: format!("Fetch {name}’s card"),
            fetches: Some(card),
            created_at: at,
            updated_at: at,
            ..FollowUp::default()
        };
        desk.put(follow_up);
    }
}

/// Takes from some of those with whom least happened what did, so that only their card is left of them.
pub(super) fn leave_alone(desk: &mut Desk) {
    let book = desk.book.clone();
    // Whoever stands in something that others have a part in stays as they are.
    let mut busy: BTreeSet<Id<Contact>> = BTreeSet::new();
    busy.extend(book.introductions.values().flat_map(|it| it.parties()).filter_map(Party::contact));
    for referral in book.referrals.values() {
        busy.insert(referral.subject);
        busy.extend([referral.giver, referral.recipient].into_iter().filter_map(Party::contact));
    }
    busy.extend(book.encounters.values().filter(|it| it.contacts.len() > 1).flat_map(|it| &it.contacts));
    busy.extend(book.follow_ups.values().filter(|it| it.is_open()).flat_map(|it| &it.contacts));
    let latest = shift(desk.today, -LONG_AGO);
    let cards = book.cards.values().filter(|card| card.day() <= latest && !card.whereabouts.is_away());
    let owners: BTreeSet<Id<Contact>> = cards.filter_map(|card| card.contact).collect();
    let met = |id: Id<Contact>| book.encounters.values().filter(|it| it.contacts.contains(&id)).count();
    let quiet = book.contacts.values().filter(|it| {
        it.archived.is_none() && !it.only_mentioned && owners.contains(&it.id) && !busy.contains(&it.id)
    });
    let mut quiet: Vec<(usize, Id<Contact>)> = quiet.map(|it| (met(it.id), it.id)).collect();
    quiet.sort_unstable();
    for (_, id) in quiet.into_iter().take(QUIET) {
        desk.edit::<Contact>(id, |contact| {
            contact.expertise.clear();
            contact.problems_solved.clear();
            contact.offers.clear();
            contact.needs.clear();
            contact.research.clear();
            contact.help.clear();
        });
        for card in book.cards.values().filter(|card| card.contact == Some(id)) {
            desk.edit::<Card>(card.id, |card| card.impressions.clear());
        }
        for review in book.reviews.values().filter(|review| review.contact == id) {
            Review::table_mut(&mut desk.book).remove(&review.id);
        }
        for encounter in book.encounters.values().filter(|it| it.contacts.contains(&id)) {
            Encounter::table_mut(&mut desk.book).remove(&encounter.id);
        }
        for follow_up in book.follow_ups.values().filter(|it| it.contacts.iter().eq([&id])) {
            FollowUp::table_mut(&mut desk.book).remove(&follow_up.id);
        }
    }
}
