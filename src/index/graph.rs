//! The network: me and the people of the book as nodes, what joins them as edges.
//!
//! Owns which edge a record makes and in which direction it points. Must not know places or colours.
//! Start reading at [`Network`]; distances in it are in [`super::paths`], ways in [`super::ways`].
//!
//! Invariant: node 0 is me, the others stand in the order of their ids; edges are sorted, so that the
//! same book gives the same network (held by `index::tests::an_update_equals_a_rebuild`).
//! Invariant: an event of n people makes at most 3 lines per person
//! (held by `index::graph::tests::a_big_event_makes_no_clique`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Links;
use crate::model::{
    Book, Contact, Id, Introduction, IntroductionState, OutcomeKind, Party, RecordRef, Referral,
    ReferralState,
};

/// Number of a node, dense from 0; node 0 is me.
pub type NodeId = u32;

/// Me and the people who are not archived, and what joins them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Network {
    people: Vec<Id<Contact>>,
    edges: Vec<Edge>,
    /// First slot of each node in `slots`; one more entry than nodes.
    starts: Vec<u32>,
    /// (neighbour, index of the edge), sorted.
    slots: Vec<(NodeId, u32)>,
    fingerprint: u64,
}

/// What joins two nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// Where it begins; the smaller node when it has no direction.
    pub from: NodeId,
    /// Where it ends.
    pub to: NodeId,
    /// What it is.
    pub kind: EdgeKind,
    /// The day on which it came to be, when known.
    pub on: Option<NaiveDate>,
    /// The record that made it.
    pub source: RecordRef,
}

impl Edge {
    /// Whether it is drawn as an arrow.
    pub fn is_directed(&self) -> bool {
        matches!(self.kind, EdgeKind::Introduction(_) | EdgeKind::Referral(_))
    }

    /// Returns the end that is not `node`.
    pub fn other(&self, node: NodeId) -> NodeId {
        if self.from == node { self.to } else { self.from }
    }
}

/// Kinds of edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeKind {
    /// An introduction: from who introduced to who became known, or between the two whom I introduced.
    Introduction(ReferralFlow),
    /// A card passed on: from whose card it is to who got it; a lead: from the giver to whom it is about.
    Referral(ReferralFlow),
    /// A lasting tie.
    Relationship,
    /// Both were at one event.
    SharedEvent,
    /// I met the person, or have the card.
    Met,
}

/// What became of a referral or an introduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferralFlow {
    /// It led to work.
    LedToWork,
    /// They met and talk.
    Talking,
    /// Nothing has come of it yet.
    Waiting,
    /// It came to nothing.
    CameToNothing,
}

impl ReferralFlow {
    /// All, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::LedToWork, Self::Talking, Self::Waiting, Self::CameToNothing];

    /// Returns what became of a referral.
    pub fn of_referral(referral: &Referral) -> Self {
        match referral.outcome.as_ref().map(|outcome| outcome.kind) {
            Some(OutcomeKind::LedToWork) => Self::LedToWork,
            Some(OutcomeKind::CameToNothing) => Self::CameToNothing,
            Some(OutcomeKind::Talking) => Self::Talking,
            None if referral.state >= ReferralState::TheyMet => Self::Talking,
            None => Self::Waiting,
        }
    }

    /// Returns what became of an introduction.
    pub fn of_introduction(introduction: &Introduction) -> Self {
        match introduction.state {
            IntroductionState::LedToWork => Self::LedToWork,
            IntroductionState::CameToNothing => Self::CameToNothing,
            IntroductionState::TheyMet => Self::Talking,
            IntroductionState::Promised
            | IntroductionState::AskedOne
            | IntroductionState::BothAgreed
            | IntroductionState::Made => Self::Waiting,
        }
    }
}

impl Network {
    /// The node of the owner of the book.
    pub const ME: NodeId = 0;

    /// Builds the network of a book.
    pub fn build(book: &Book, links: &Links) -> Self {
        let people: Vec<Id<Contact>> = book
            .contacts
            .values()
            .filter(|contact| contact.archived.is_none())
            .map(|contact| contact.id)
            .collect();
        let mut network = Self { people, ..Self::default() };
        let mut edges = Vec::new();
        network.met(book, links, &mut edges);
        network.introductions(book, &mut edges);
        network.referrals(book, &mut edges);
        for tie in book.relationships.values() {
            let ends = network.pair(Party::Contact(tie.from), Party::Contact(tie.to));
            edges.extend(ends.map(|(a, b)| Edge {
                from: a.min(b),
                to: a.max(b),
                kind: EdgeKind::Relationship,
                on: tie.since,
                source: RecordRef::Relationship(tie.id),
            }));
        }
        network.shared_events(book, links, &mut edges);
        edges.sort_unstable();
        edges.dedup();
        network.edges = edges;
        network.join();
        network
    }

    /// Whether a change of this record may change a network.
    pub(super) fn depends_on(record: RecordRef) -> bool {
        match record {
            RecordRef::Contact(_)
            | RecordRef::Card(_)
            | RecordRef::Event(_)
            | RecordRef::Encounter(_)
            | RecordRef::Relationship(_)
            | RecordRef::Introduction(_)
            | RecordRef::Referral(_) => true,
            RecordRef::Circle(_)
            | RecordRef::Organization(_)
            | RecordRef::Attachment(_)
            | RecordRef::Storage(_)
            | RecordRef::Review(_)
            | RecordRef::FollowUp(_)
            | RecordRef::Place(_)
            | RecordRef::Conflict(_)
            | RecordRef::SavedSearch(_)
            | RecordRef::Trashed(_) => false,
        }
    }

    /// Number of nodes, me included.
    pub fn len(&self) -> usize {
        self.people.len() + 1
    }

    /// Whether there is nobody but me.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The edges, sorted by their ends.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The people in the order of their nodes: the first one is node 1.
    pub fn people(&self) -> &[Id<Contact>] {
        &self.people
    }

    /// Returns the contact at a node; `None` for me.
    pub fn contact(&self, node: NodeId) -> Option<Id<Contact>> {
        self.people.get((node as usize).checked_sub(1)?).copied()
    }

    /// Returns the node of a contact; `None` when archived or missing.
    pub fn node(&self, contact: Id<Contact>) -> Option<NodeId> {
        let at = self.people.binary_search(&contact).ok()?;
        NodeId::try_from(at + 1).ok()
    }

    /// Returns the node of a party.
    pub fn node_of_party(&self, party: Party) -> Option<NodeId> {
        match party {
            Party::Me => Some(Self::ME),
            Party::Contact(contact) => self.node(contact),
        }
    }

    /// Returns the neighbours of a node with the index of the edge to each, sorted; one neighbour may
    /// come several times.
    pub fn neighbours(&self, node: NodeId) -> &[(NodeId, u32)] {
        let at = node as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.slots[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// Returns the number of edges at a node.
    pub fn degree(&self, node: NodeId) -> usize {
        self.neighbours(node).len()
    }

    /// A number that is the same exactly as long as the same nodes are joined in the same way: the
    /// layout need not move when it stays. Kinds and days of edges are not part of it.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    fn pair(&self, a: Party, b: Party) -> Option<(NodeId, NodeId)> {
        let (a, b) = (self.node_of_party(a)?, self.node_of_party(b)?);
        (a != b).then_some((a, b))
    }

    fn met(&self, book: &Book, links: &Links, edges: &mut Vec<Edge>) {
        for (contact, to) in self.people.iter().zip(1..) {
            let links = links.contact(*contact);
            let card = links.cards.last().and_then(|id| book.get(*id));
            let encounter = links.encounters.last().and_then(|id| book.get(*id));
            let first = [
                card.map(|card| (card.day(), RecordRef::Card(card.id))),
                encounter.map(|encounter| (encounter.on, RecordRef::Encounter(encounter.id))),
            ];
            if let Some((on, source)) = first.into_iter().flatten().min() {
                edges.push(Edge { from: Self::ME, to, kind: EdgeKind::Met, on: Some(on), source });
            }
        }
    }

    fn introductions(&self, book: &Book, edges: &mut Vec<Edge>) {
        for introduction in book.introductions.values() {
            let Introduction { introducer, a, b, .. } = **introduction;
            let arrows = if introducer == Party::Me {
                [Some((a, b)), None]
            } else {
                // Who was introduced to me is reached through the one who did it.
                [(a != Party::Me).then_some((introducer, a)), (b != Party::Me).then_some((introducer, b))]
            };
            let kind = EdgeKind::Introduction(ReferralFlow::of_introduction(introduction));
            for (from, to) in arrows.into_iter().flatten().filter_map(|(from, to)| self.pair(from, to)) {
                let source = RecordRef::Introduction(introduction.id);
                edges.push(Edge { from, to, kind, on: introduction.on, source });
            }
        }
    }

    fn referrals(&self, book: &Book, edges: &mut Vec<Edge>) {
        for referral in book.referrals.values() {
            let subject = Party::Contact(referral.subject);
            let passed_on = (referral.recipient != Party::Me).then_some((subject, referral.recipient));
            let lead = (referral.giver != Party::Me).then_some((referral.giver, subject));
            let kind = EdgeKind::Referral(ReferralFlow::of_referral(referral));
            let on = referral.steps.first().map(|step| step.on);
            let arrows = [passed_on, lead].into_iter().flatten();
            for (from, to) in arrows.filter_map(|(from, to)| self.pair(from, to)) {
                edges.push(Edge { from, to, kind, on, source: RecordRef::Referral(referral.id) });
            }
        }
    }

    /// Joins the people of each event. All pairs up to four people; above, each one is joined to the
    /// one at half its number, as in a binary heap: connected, at most three lines per person, and
    /// stable when later people are added. A pair is joined once, for its first event.
    fn shared_events(&self, book: &Book, links: &Links, edges: &mut Vec<Edge>) {
        let mut pairs: BTreeMap<(NodeId, NodeId), Edge> = BTreeMap::new();
        for event in book.events.values() {
            let people: Vec<NodeId> =
                links.event(event.id).contacts.iter().filter_map(|contact| self.node(*contact)).collect();
            let mut join = |a: usize, b: usize| {
                let (from, to) = (people[a], people[b]);
                let source = RecordRef::Event(event.id);
                let edge = Edge { from, to, kind: EdgeKind::SharedEvent, on: event.starts_on, source };
                let first = pairs.entry((from, to)).or_insert(edge);
                // An event without a day says less than one with a day.
                let key = |edge: &Edge| (edge.on.is_none(), edge.on, edge.source);
                if key(&edge) < key(first) {
                    *first = edge;
                }
            };
            for b in 1..people.len() {
                if people.len() <= 4 {
                    (0..b).for_each(|a| join(a, b));
                } else {
                    join((b - 1) / 2, b);
                }
            }
        }
        edges.extend(pairs.into_values());
    }

    /// Builds the lists of neighbours and the fingerprint.
    fn join(&mut self) {
        let mut counts = vec![0_u32; self.len() + 1];
        for edge in &self.edges {
            counts[edge.from as usize + 1] += 1;
            counts[edge.to as usize + 1] += 1;
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        let mut next = counts.clone();
        let mut slots = vec![(0, 0); self.edges.len() * 2];
        for (edge, index) in self.edges.iter().zip(0_u32..) {
            for (node, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
                slots[next[node as usize] as usize] = (other, index);
                next[node as usize] += 1;
            }
        }
        for node in 0..self.len() {
            slots[counts[node] as usize..counts[node + 1] as usize].sort_unstable();
        }
        self.starts = counts;
        self.slots = slots;
        self.fingerprint = self.fingerprint_of_joins();
    }

    /// FNV-1a over 64-bit words (ids and ends of edges): the same on every machine and in every build.
    fn fingerprint_of_joins(&self) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut take = |word: u64| hash = (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
        for contact in &self.people {
            let value = contact.value();
            take((value >> 64) as u64);
            take(value as u64);
        }
        for edge in &self.edges {
            take((u64::from(edge.from) << 32) | u64::from(edge.to));
        }
        hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::{Archived, Attendance, Event, Outcome, Relationship};

    fn people(book: &mut Book, count: u128) {
        for id in 1..=count {
            put(book, contact(id, &format!("Person {id}")));
        }
    }

    fn them(id: u128) -> Party {
        Party::Contact(Id::new(id))
    }

    fn joins(book: &Book) -> Vec<(NodeId, NodeId, EdgeKind)> {
        Index::rebuild(book).network().edges().iter().map(|edge| (edge.from, edge.to, edge.kind)).collect()
    }

    #[test]
    fn who_introduced_somebody_to_me_is_the_way_to_them() {
        let mut book = Book::default();
        people(&mut book, 3);
        let by = |id, introducer, a, b| Introduction {
            id: Id::new(id),
            introducer,
            a,
            b,
            ..Introduction::default()
        };
        put(&mut book, by(1, them(1), Party::Me, them(2)));
        put(&mut book, by(2, Party::Me, them(2), them(3)));
        let kind = EdgeKind::Introduction(ReferralFlow::Waiting);
        assert_eq!(joins(&book), [(1, 2, kind), (2, 3, kind)]);
    }

    #[test]
    fn a_referral_points_from_the_card_to_who_got_it_and_shows_what_came_of_it() {
        let mut book = Book::default();
        people(&mut book, 2);
        let outcome = Some(Outcome { kind: OutcomeKind::LedToWork, ..Outcome::default() });
        let (subject, recipient) = (Id::new(2), them(1));
        put(&mut book, Referral { id: Id::new(1), subject, recipient, outcome, ..Referral::default() });
        assert_eq!(joins(&book), [(2, 1, EdgeKind::Referral(ReferralFlow::LedToWork))]);
    }

    #[test]
    fn archived_people_and_their_ties_leave_the_network() {
        let mut book = Book::default();
        people(&mut book, 2);
        put(
            &mut book,
            Relationship { id: Id::new(1), from: Id::new(1), to: Id::new(2), ..Relationship::default() },
        );
        assert_eq!(joins(&book).len(), 1);
        let before = Index::rebuild(&book).network().fingerprint();
        put(&mut book, Contact { archived: Some(Archived::default()), ..contact(2, "Gone") });
        assert!(joins(&book).is_empty());
        assert_ne!(Index::rebuild(&book).network().fingerprint(), before);
    }

    #[test]
    fn a_big_event_makes_no_clique() {
        let mut book = Book::default();
        people(&mut book, 200);
        let participants = (1..=200).map(|id| (Id::new(id), Attendance::Attended)).collect();
        put(
            &mut book,
            Event { id: Id::new(1), participants, starts_on: Some(day(3, 1)), ..Event::default() },
        );
        let network = Index::rebuild(&book).network();
        assert_eq!(network.edges().len(), 199);
        assert!((1..=200).all(|node| (1..=3).contains(&network.degree(node))));
        let distances = network.distances(1, |_| true);
        assert!(distances[1..].iter().all(|steps| *steps <= 8), "one event is one group");
        assert_eq!(distances[0], Network::UNREACHABLE);
    }
}
