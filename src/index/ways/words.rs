//! A way in words: why the first one would do it, and what joins the others.

use super::Way;
use crate::index::{Balance, Edge, EdgeKind, Links, Network, NodeId, Telling};
use crate::model::{Contact, Id};

impl Way {
    /// Returns what the book says of each step: "Jonas Weber owes you one. You last met in person on 3 Oct." for the first
    /// one, "Mina Schäfer supplies Ines Albrecht." for the next.
    pub fn words(&self, telling: Telling<'_>, links: &Links, network: &Network) -> Vec<String> {
        let mut words = Vec::with_capacity(self.people.len());
        words.extend(self.people.first().map(|first| own_words(telling, links, *first)));
        for pair in self.nodes.get(1..).unwrap_or_default().windows(2) {
            words.extend(bond(network, pair[0], pair[1]).and_then(|edge| telling.edge(edge, network)));
        }
        words
    }
}

/// Why somebody whom I know would do me a favour.
fn own_words(telling: Telling<'_>, all: &Links, contact: Id<Contact>) -> String {
    let (book, texts) = (telling.book, telling.texts);
    let name = telling.name(contact).unwrap_or_default();
    let links = all.contact(contact);
    let total = Balance::of(book, all, contact).total();
    let owed = match total.given.cmp(&total.received) {
        std::cmp::Ordering::Greater => Some(texts.ways_own_owed(&name)),
        std::cmp::Ordering::Less => Some(texts.ways_own_owing(&name)),
        std::cmp::Ordering::Equal => None,
    };
    let past = links.encounters.iter().filter_map(|id| book.get(*id)).find(|it| it.on <= telling.today);
    let card = links.cards.first().and_then(|id| book.get(*id));
    let last = match (past, card) {
        (Some(last), _) if last.kind.is_face_to_face() => texts.ways_own_met(&telling.day(last.on), &name),
        (Some(last), _) => texts.ways_own_touch(&telling.day(last.on), &name),
        (None, Some(card)) => texts.ways_own_card(&telling.day(card.day()), &name),
        (None, None) => texts.ways_own_silent(&name),
    };
    match owed {
        Some(owed) => texts.ways_two(&owed, &last),
        None => last,
    }
}

/// The edge between two people that says most.
fn bond(network: &Network, a: NodeId, b: NodeId) -> Option<&Edge> {
    let around = network.neighbours(a);
    let first = around.partition_point(|(node, _)| *node < b);
    let both = around[first..].iter().take_while(|(node, _)| *node == b);
    both.filter_map(|(_, edge)| network.edges().get(*edge as usize)).min_by_key(|edge| match edge.kind {
        EdgeKind::Relationship => 0,
        EdgeKind::Introduction(_) => 1,
        EdgeKind::Referral(_) | EdgeKind::Lead(_) => 2,
        EdgeKind::SharedOrganization | EdgeKind::SharedEvent | EdgeKind::Met => 3,
    })
}
