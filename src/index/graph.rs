//! The network: me and the people of the book as nodes, what joins them as edges.
//!
//! Owns which edge a record makes and in which direction it points. Must not know places or colours.
//! Start reading at [`Network`]; distances in it are in [`super::paths`], ways in [`super::ways`].
//!
//! Invariant: node 0 is me, the others stand in the order of their ids; edges are sorted, so that the
//! same book gives the same network (held by `index::tests::an_update_equals_a_rebuild`).
//! Invariant: an event of n people makes at most 3 lines per person, and so does an organization
//! (held by `index::graph::tests::a_big_event_makes_no_clique`).
//! Invariant: nobody is joined to themselves (held by `index::graph::tests::nobody_is_joined_to_themselves`).

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
    /// The last day on which it held, for what has ended.
    pub until: Option<NaiveDate>,
    /// The record that made it.
    pub source: RecordRef,
}

impl Edge {
    /// Whether it is drawn as an arrow.
    pub fn is_directed(&self) -> bool {
        self.kind.flow().is_some()
    }

    /// Whether it held on a day. What has no day is taken to have held always.
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.on.is_none_or(|on| on <= day) && self.until.is_none_or(|until| day <= until)
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
    /// A card passed on, by me or among others: from whose card it is to who got it.
    Referral(ReferralFlow),
    /// A lead that I received: from the giver to me, and on to whom it is about.
    Lead(ReferralFlow),
    /// A lasting tie.
    Relationship,
    /// Both were at one event.
    SharedEvent,
    /// Both are at one organization.
    SharedOrganization,
    /// I met the person, or have the card.
    Met,
}

impl EdgeKind {
    /// What became of it; `None` for what is no introduction and no referral.
    pub fn flow(self) -> Option<ReferralFlow> {
        match self {
            Self::Introduction(flow) | Self::Referral(flow) | Self::Lead(flow) => Some(flow),
            Self::Relationship | Self::SharedEvent | Self::SharedOrganization | Self::Met => None,
        }
    }
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
    /// It is still to be made: promised, or only thought about.
    Promised,
    /// It came to nothing.
    CameToNothing,
}

impl ReferralFlow {
    /// All, in the order of the legend.
    pub const ALL: [Self; 5] =
        [Self::LedToWork, Self::Talking, Self::Waiting, Self::Promised, Self::CameToNothing];

    /// Returns what became of a referral.
    pub fn of_referral(referral: &Referral) -> Self {
        match referral.outcome.as_ref().map(|outcome| outcome.kind) {
            Some(OutcomeKind::LedToWork) => Self::LedToWork,
            Some(OutcomeKind::CameToNothing) => Self::CameToNothing,
            Some(OutcomeKind::Talking) => Self::Talking,
            None if referral.state >= ReferralState::TheyMet => Self::Talking,
            None if referral.state == ReferralState::Considered => Self::Promised,
            None => Self::Waiting,
        }
    }

    /// Returns what became of an introduction.
    pub fn of_introduction(introduction: &Introduction) -> Self {
        match introduction.state {
            IntroductionState::LedToWork => Self::LedToWork,
            IntroductionState::CameToNothing => Self::CameToNothing,
            IntroductionState::TheyMet => Self::Talking,
            IntroductionState::Promised | IntroductionState::AskedOne | IntroductionState::BothAgreed => {
                Self::Promised
            }
            IntroductionState::Made => Self::Waiting,
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
                until: tie.until,
                source: RecordRef::Relationship(tie.id),
            }));
        }
        network.shared_events(book, links, &mut edges);
        network.shared_organizations(book, links, &mut edges);
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
            | RecordRef::Organization(_)
            | RecordRef::Relationship(_)
            | RecordRef::Introduction(_)
            | RecordRef::Referral(_) => true,
            RecordRef::Circle(_)
            | RecordRef::Attachment(_)
            | RecordRef::Storage(_)
            | RecordRef::Review(_)
            | RecordRef::FollowUp(_)
            | RecordRef::Place(_)
            | RecordRef::Recall(_)
            | RecordRef::Conflict(_)
            | RecordRef::SavedSearch(_)
            | RecordRef::LetterTemplate(_)
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
                let kind = EdgeKind::Met;
                edges.push(Edge { from: Self::ME, to, kind, on: Some(on), until: None, source });
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
                edges.push(Edge { from, to, kind, on: introduction.on, until: None, source });
            }
        }
    }

    fn referrals(&self, book: &Book, edges: &mut Vec<Edge>) {
        for referral in book.referrals.values() {
            let subject = Party::Contact(referral.subject);
            let received = referral.recipient == Party::Me;
            // Whoever I was told about is reached through the one who told me.
            let to_recipient = if received { referral.giver } else { subject };
            let lead = (referral.giver != Party::Me).then_some((referral.giver, subject));
            let flow = ReferralFlow::of_referral(referral);
            let kind = if received { EdgeKind::Lead(flow) } else { EdgeKind::Referral(flow) };
            let on = referral.steps.first().map(|step| step.on);
            let arrows = [Some((to_recipient, referral.recipient)), lead].into_iter().flatten();
            for (from, to) in arrows.filter_map(|(from, to)| self.pair(from, to)) {
                let source = RecordRef::Referral(referral.id);
                edges.push(Edge { from, to, kind, on, until: None, source });
            }
        }
    }

    /// Joins the people of each event. A pair is joined once, for its first event.
    fn shared_events(&self, book: &Book, links: &Links, edges: &mut Vec<Edge>) {
        let mut pairs: BTreeMap<(NodeId, NodeId), Edge> = BTreeMap::new();
        for event in book.events.values() {
            let people: Vec<NodeId> =
                links.event(event.id).contacts.iter().filter_map(|contact| self.node(*contact)).collect();
            let (kind, source) = (EdgeKind::SharedEvent, RecordRef::Event(event.id));
            each_pair(&people, |from, to| {
                let edge = Edge { from, to, kind, on: event.starts_on, until: None, source };
                keep_first(&mut pairs, edge);
            });
        }
        edges.extend(pairs.into_values());
    }

    /// Joins the people who are at one organization today, since the later one came. A pair is joined
    /// once, for the organization at which they met first.
    fn shared_organizations(&self, book: &Book, links: &Links, edges: &mut Vec<Edge>) {
        let mut pairs: BTreeMap<(NodeId, NodeId), Edge> = BTreeMap::new();
        for organization in book.organizations.values() {
            let contacts = &links.organization(organization.id).contacts;
            if contacts.len() < 2 {
                continue;
            }
            let people: Vec<NodeId> = contacts.iter().filter_map(|contact| self.node(*contact)).collect();
            let since = |node: NodeId| {
                let contact = book.get(self.contact(node)?)?;
                let here = contact.affiliations.iter().filter(|at| at.organization == organization.id);
                here.filter(|at| at.until.is_none()).find_map(|at| at.from)
            };
            let (kind, source) = (EdgeKind::SharedOrganization, RecordRef::Organization(organization.id));
            each_pair(&people, |from, to| {
                let on = since(from).max(since(to));
                keep_first(&mut pairs, Edge { from, to, kind, on, until: None, source });
            });
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

/// Whether I know of somebody from others only: it is recorded so, or others introduced them or told of them, and there
/// was no card, no meeting and no event, nor is an address or number of theirs in the book.
pub fn is_hearsay(book: &Book, links: &Links, contact: &Contact) -> bool {
    if contact.only_mentioned {
        return true;
    }
    let known = links.contact(contact.id);
    let seen = !known.cards.is_empty()
        || !known.encounters.is_empty()
        || known.events.iter().any(|event| links.event(*event).contacts.contains(&contact.id));
    if seen || !contact.emails.is_empty() || !contact.phones.is_empty() {
        return false;
    }
    let introductions = || known.introductions.iter().filter_map(|id| book.get(*id));
    let referrals = || {
        let all = known.referred.iter().chain(&known.given).chain(&known.received);
        all.filter_map(|id| book.get(*id))
    };
    // Whom I introduced, whose card I passed on or to whom I gave one, I know; and whom I have met since.
    let by_me =
        introductions().any(|it| it.introducer == Party::Me) || referrals().any(|it| it.giver == Party::Me);
    let met = introductions().any(|it| {
        let with_me = it.a == Party::Me || it.b == Party::Me;
        with_me && matches!(it.state, IntroductionState::TheyMet | IntroductionState::LedToWork)
    }) || referrals().any(|it| it.recipient == Party::Me && it.state >= ReferralState::TheyMet);
    let named = introductions().next().is_some() || referrals().next().is_some();
    named && !by_me && !met
}

/// Visits pairs of a group: all pairs up to four people; above, each one is joined to the one at half its
/// number, as in a binary heap: connected, at most three lines per person, and stable when later people
/// are added.
fn each_pair(people: &[NodeId], mut join: impl FnMut(NodeId, NodeId)) {
    for b in 1..people.len() {
        if people.len() <= 4 {
            (0..b).for_each(|a| join(people[a], people[b]));
        } else {
            join(people[(b - 1) / 2], people[b]);
        }
    }
}

/// Keeps the first edge of a pair. One without a day says less than one with a day.
fn keep_first(pairs: &mut BTreeMap<(NodeId, NodeId), Edge>, edge: Edge) {
    let first = pairs.entry((edge.from, edge.to)).or_insert(edge);
    let key = |edge: &Edge| (edge.on.is_none(), edge.on, edge.source);
    if key(&edge) < key(first) {
        *first = edge;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::{Affiliation, Archived, Attendance, Event, Organization, Outcome, Relationship};

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
        // The state of a new record is "made".
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
    fn a_lead_points_to_me_and_leads_on_to_whom_it_is_about() {
        let mut book = Book::default();
        people(&mut book, 2);
        let (id, subject, giver, recipient) = (Id::new(1), Id::new(2), them(1), Party::Me);
        let state = ReferralState::PassedOn;
        put(&mut book, Referral { id, subject, giver, recipient, state, ..Referral::default() });
        let kind = EdgeKind::Lead(ReferralFlow::Waiting);
        assert_eq!(joins(&book), [(1, 0, kind), (1, 2, kind)]);
    }

    #[test]
    fn what_is_only_promised_is_told_from_what_is_waiting() {
        let flow = |state| ReferralFlow::of_introduction(&Introduction { state, ..Introduction::default() });
        assert_eq!(flow(IntroductionState::AskedOne), ReferralFlow::Promised);
        assert_eq!(flow(IntroductionState::Made), ReferralFlow::Waiting);
        assert_eq!(ReferralFlow::of_referral(&Referral::default()), ReferralFlow::Promised);
    }

    #[test]
    fn people_of_one_organization_are_joined_while_they_are_there() {
        let mut book = Book::default();
        put(&mut book, Organization { id: Id::new(9), name: "Loom".to_owned(), ..Organization::default() });
        let at = |id, name: &str, from, until| {
            let organization = Id::new(9);
            let affiliations = vec![Affiliation { organization, from, until, ..Affiliation::default() }];
            Contact { affiliations, ..contact(id, name) }
        };
        put(&mut book, at(1, "Early", Some(day(1, 5)), None));
        put(&mut book, at(2, "Late", Some(day(3, 1)), None));
        put(&mut book, at(3, "Gone", Some(day(1, 1)), Some(day(2, 1))));
        let index = Index::rebuild(&book);
        let network = index.network();
        let [edge] = network.edges() else { panic!("{:?}", network.edges()) };
        assert_eq!((edge.from, edge.to, edge.kind), (1, 2, EdgeKind::SharedOrganization));
        assert_eq!(edge.on, Some(day(3, 1)));
        assert!(!edge.held_on(day(2, 28)) && edge.held_on(day(3, 1)));
    }

    #[test]
    fn nobody_is_joined_to_themselves() {
        let mut book = Book::default();
        people(&mut book, 1);
        let (from, to) = (Id::new(1), Id::new(1));
        put(&mut book, Relationship { id: Id::new(1), from, to, ..Relationship::default() });
        put(
            &mut book,
            Referral {
                id: Id::new(1),
                subject: from,
                giver: them(1),
                recipient: them(1),
                ..Referral::default()
            },
        );
        let (introducer, a, b) = (them(1), them(1), them(1));
        put(&mut book, Introduction { id: Id::new(1), introducer, a, b, ..Introduction::default() });
        assert!(joins(&book).is_empty());
    }

    #[test]
    fn whom_i_know_from_others_only_is_hearsay_until_we_meet() {
        let mut book = Book::default();
        people(&mut book, 4);
        let by = |state| Introduction {
            id: Id::new(1),
            introducer: them(1),
            a: Party::Me,
            b: them(2),
            state,
            ..Introduction::default()
        };
        let hearsay = |book: &Book| -> Vec<bool> {
            let index = Index::rebuild(book);
            book.contacts.values().map(|contact| is_hearsay(book, &index.links, contact)).collect()
        };
        assert_eq!(hearsay(&book), [false; 4], "somebody who was only written down is no ghost");
        put(&mut book, by(IntroductionState::Promised));
        put(
            &mut book,
            Referral {
                id: Id::new(1),
                subject: Id::new(3),
                giver: them(1),
                recipient: Party::Me,
                ..Referral::default()
            },
        );
        let card = crate::model::Card { id: Id::new(9), contact: Some(Id::new(1)), ..Default::default() };
        put(&mut book, card);
        assert_eq!(hearsay(&book), [false, true, true, false]);
        put(&mut book, by(IntroductionState::TheyMet));
        let meeting = crate::model::Encounter { contacts: [Id::new(3)].into(), ..Default::default() };
        put(&mut book, meeting);
        assert_eq!(hearsay(&book), [false; 4], "now I know them");
        put(&mut book, Contact { only_mentioned: true, ..contact(4, "Person 4") });
        assert_eq!(hearsay(&book), [false, false, false, true]);
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
