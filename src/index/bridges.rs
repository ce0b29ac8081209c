//! Who holds people together: those without whom others would be lost to me or to each other, and those who know
//! nobody else.
//!
//! Counted by ties that somebody recorded: relationships, introductions, cards passed on. To have been at the same event is
//! no such tie. The answer is exact: a person is a bridge when taking them out cuts a piece into several (articulation
//! points, Hopcroft and Tarjan 1973), so it is the same today and tomorrow, unlike sampled rankings.
//!
//! Owns the pieces and their sizes. Start reading at [`Bridges::of`].
//!
//! Invariant: the pieces are those that are left when the person is taken out
//! (`tests::the_pieces_are_those_of_taking_each_one_out`).

use std::cmp::Reverse;

use super::{EdgeKind, Network, NodeId};
use crate::model::{Contact, Id};
use crate::text::Texts;

/// So many pieces are told; more are small ones.
const MOST_PIECES: usize = 4;

/// Who holds people together, and who stands apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bridges {
    /// Who joins people, the one who keeps most from the rest first.
    pub bridges: Vec<Bridge>,
    /// People with no recorded tie to anybody but me, in the order of their nodes.
    pub alone: Vec<Id<Contact>>,
}

/// Somebody who joins people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridge {
    /// Who.
    pub contact: Id<Contact>,
    /// How many people I could not reach any more.
    pub lost: usize,
    /// Into pieces of how many people their neighbourhood would fall without them and me, the largest first; empty
    /// when it stays whole.
    pub pieces: Vec<usize>,
}

impl Bridge {
    /// How many people would be apart from the largest piece.
    pub fn apart(&self) -> usize {
        self.pieces.iter().skip(1).sum()
    }
}

impl Bridge {
    /// Returns what would fall apart without them: "joins groups of 12, 5 and 3 people; 4 people would be lost to you".
    pub fn words(&self, texts: &Texts) -> String {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut words = Vec::new();
        if !self.pieces.is_empty() {
            let shown = self.pieces.iter().take(MOST_PIECES).map(|size| texts.locale().number(count(*size)));
            let mut sizes = shown.collect::<Vec<_>>().join(" + ");
            if self.pieces.len() > MOST_PIECES {
                sizes.push_str(" + …");
            }
            words.push(texts.ways_joins(&sizes));
        }
        if self.lost > 0 {
            words.push(texts.ways_lost(count(self.lost)));
        }
        words.join(texts.ways_list_mark())
    }
}

impl Bridges {
    /// Finds them in a network.
    pub fn of(network: &Network) -> Self {
        let tied = Graph::of(network, |kind| {
            matches!(
                kind,
                EdgeKind::Relationship
                    | EdgeKind::Introduction(_)
                    | EdgeKind::Referral(_)
                    | EdgeKind::Lead(_)
            )
        });
        let known = Graph::of(network, |kind| kind != EdgeKind::SharedEvent);
        let apart = tied.pieces(|node| node != Network::ME);
        let lost = known.pieces_from(Network::ME);
        let mut bridges: Vec<Bridge> = Vec::new();
        let mut alone = Vec::new();
        for (contact, node) in network.people().iter().zip(1_usize..) {
            let pieces = &apart[node];
            let lost: usize = lost[node].iter().sum();
            if pieces.len() > 1 || lost > 0 {
                let mut pieces = if pieces.len() > 1 { pieces.clone() } else { Vec::new() };
                pieces.sort_unstable_by_key(|size| Reverse(*size));
                bridges.push(Bridge { contact: *contact, lost, pieces });
            }
            if tied.around(node as NodeId).is_empty() {
                alone.push(*contact);
            }
        }
        bridges
            .sort_by_key(|bridge| Reverse((bridge.apart().max(bridge.lost), bridge.apart() + bridge.lost)));
        Self { bridges, alone }
    }
}

/// Neighbours by some kinds of edges, each one once.
struct Graph {
    starts: Vec<usize>,
    ends: Vec<NodeId>,
}

impl Graph {
    fn of(network: &Network, follow: impl Fn(EdgeKind) -> bool) -> Self {
        let mut starts = Vec::with_capacity(network.len() + 1);
        let mut ends: Vec<NodeId> = Vec::new();
        starts.push(0);
        for node in 0..network.len() as NodeId {
            let start = ends.len();
            for (other, edge) in network.neighbours(node) {
                let kind = network.edges()[*edge as usize].kind;
                if follow(kind) && (ends.len() == start || ends.last() != Some(other)) {
                    ends.push(*other);
                }
            }
            starts.push(ends.len());
        }
        Self { starts, ends }
    }

    fn around(&self, node: NodeId) -> &[NodeId] {
        &self.ends[self.starts[node as usize]..self.starts[node as usize + 1]]
    }

    /// For every node the sizes of the pieces into which its own falls without it; edges of nodes that `within` leaves out
    /// are not followed. One piece, or none, for who is no bridge.
    fn pieces(&self, within: impl Fn(NodeId) -> bool) -> Vec<Vec<usize>> {
        let mut walk = Walk::new(self.starts.len() - 1);
        for node in 0..self.starts.len() as NodeId - 1 {
            if within(node) && walk.found[node as usize] == 0 {
                walk.go(self, node, &within, true);
            }
        }
        walk.pieces
    }

    /// The same for the piece of one node, seen from it: for every other node what would be cut off from it.
    fn pieces_from(&self, root: NodeId) -> Vec<Vec<usize>> {
        let mut walk = Walk::new(self.starts.len() - 1);
        walk.go(self, root, &|_| true, false);
        walk.pieces
    }
}

/// A walk in depth with the earliest node that each subtree reaches; without recursion, since a book may be one long chain.
struct Walk {
    /// When each node was found, from 1; 0 for not yet.
    found: Vec<u32>,
    lowest: Vec<u32>,
    /// People in the subtree.
    size: Vec<usize>,
    pieces: Vec<Vec<usize>>,
    clock: u32,
}

impl Walk {
    fn new(nodes: usize) -> Self {
        Self {
            found: vec![0; nodes],
            lowest: vec![0; nodes],
            size: vec![1; nodes],
            pieces: vec![Vec::new(); nodes],
            clock: 0,
        }
    }

    /// Walks through the piece of a node. `with_rest`: what lies on the other side of a bridge is a piece too.
    fn go(&mut self, graph: &Graph, root: NodeId, within: &impl Fn(NodeId) -> bool, with_rest: bool) {
        let mut piece: Vec<NodeId> = Vec::new();
        // A node, the one before it, and which of its neighbours comes next.
        let mut path: Vec<(NodeId, NodeId, usize)> = vec![(root, root, 0)];
        self.find(root);
        piece.push(root);
        while let Some((node, before, next)) = path.last_mut() {
            let (node, before) = (*node, *before);
            if let Some(other) = graph.around(node).get(*next).copied() {
                *next += 1;
                if other == before || !within(other) {
                    continue;
                }
                if self.found[other as usize] == 0 {
                    self.find(other);
                    piece.push(other);
                    path.push((other, node, 0));
                } else {
                    let found = self.found[other as usize];
                    let lowest = &mut self.lowest[node as usize];
                    *lowest = (*lowest).min(found);
                }
            } else {
                path.pop();
                if node != root {
                    let size = self.size[node as usize];
                    self.size[before as usize] += size;
                    let lowest = self.lowest[node as usize];
                    self.lowest[before as usize] = self.lowest[before as usize].min(lowest);
                    if lowest >= self.found[before as usize] {
                        self.pieces[before as usize].push(size);
                    }
                }
            }
        }
        if with_rest {
            let whole = piece.len();
            for node in piece.into_iter().filter(|node| *node != root) {
                let below: usize = self.pieces[node as usize].iter().sum();
                if below > 0 {
                    self.pieces[node as usize].push(whole - 1 - below);
                }
            }
        }
    }

    fn find(&mut self, node: NodeId) {
        self.clock += 1;
        self.found[node as usize] = self.clock;
        self.lowest[node as usize] = self.clock;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::*;
    use proptest::prelude::*;

    fn book(people: u128, ties: &[(u128, u128)], met: &[u128]) -> Book {
        let mut book = Book::default();
        for id in 1..=people {
            put(&mut book, contact(id, &format!("Person {id}")));
        }
        for (at, (from, to)) in ties.iter().enumerate() {
            let (id, from, to) = (Id::new(at as u128 + 1), Id::new(*from), Id::new(*to));
            put(&mut book, Relationship { id, from, to, ..Relationship::default() });
        }
        for id in met {
            let contacts = [Id::new(*id)].into();
            put(&mut book, Encounter { id: Id::new(*id), contacts, on: day(1, 1), ..Encounter::default() });
        }
        book
    }

    fn bridges(book: &Book) -> Bridges {
        Bridges::of(&Index::rebuild(book).network())
    }

    #[test]
    fn who_joins_two_groups_and_who_alone_leads_to_somebody_is_a_bridge() {
        // 1-2-3 and 5-6-7 are triangles that 4 joins; 8 is known through 7 only; nobody knows 9.
        let ties = [(1, 2), (2, 3), (1, 3), (5, 6), (6, 7), (5, 7), (3, 4), (4, 5), (7, 8)];
        let found = bridges(&book(9, &ties, &[1, 2, 3, 4, 5, 6, 7, 9]));
        let told: Vec<(u128, usize, Vec<usize>)> =
            found.bridges.iter().map(|it| (it.contact.value(), it.lost, it.pieces.clone())).collect();
        assert_eq!(told, [(4, 0, vec![4, 3]), (5, 0, vec![4, 3]), (3, 0, vec![5, 2]), (7, 1, vec![6, 1])],);
        assert_eq!(found.alone, [Id::new(9)]);
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let ties: Vec<(u128, u128)> = (1..30_000).map(|id| (id, id + 1)).collect();
        let found = bridges(&book(30_000, &ties, &[1]));
        assert_eq!(found.bridges.len(), 29_999, "all but the last one");
        assert_eq!(found.bridges[0].lost, 29_999);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn the_pieces_are_those_of_taking_each_one_out(
            ties in proptest::collection::vec((1_u128..9, 1_u128..9), 0..14),
            met in proptest::collection::vec(1_u128..9, 0..5),
        ) {
            let ties: Vec<(u128, u128)> = ties.into_iter().filter(|(a, b)| a != b).collect();
            let found = bridges(&book(8, &ties, &met));
            let reach = |from: u128, without: u128, through_me: bool| {
                let mut seen = std::collections::BTreeSet::from([from]);
                let mut open = vec![from];
                while let Some(at) = open.pop() {
                    let mut next: Vec<u128> = ties
                        .iter()
                        .filter_map(|(a, b)| if *a == at { Some(*b) } else if *b == at { Some(*a) } else { None })
                        .collect();
                    if through_me && at == 0 {
                        next.extend(&met);
                    } else if through_me && met.contains(&at) {
                        next.push(0);
                    }
                    next.retain(|next| *next != without && seen.insert(*next));
                    open.extend(next);
                }
                seen
            };
            for id in 1..=8_u128 {
                let bridge = found.bridges.iter().find(|bridge| bridge.contact == Id::new(id));
                let lost = reach(0, 99, true).len() - reach(0, id, true).len();
                let lost = if reach(0, 99, true).contains(&id) { lost - 1 } else { 0 };
                prop_assert_eq!(bridge.map_or(0, |bridge| bridge.lost), lost);
                let mut rest = reach(id, 99, false);
                rest.remove(&id);
                let mut pieces = Vec::new();
                while let Some(first) = rest.first().copied() {
                    let piece = reach(first, id, false);
                    pieces.push(piece.len());
                    rest.retain(|it| !piece.contains(it));
                }
                pieces.sort_unstable_by_key(|size| Reverse(*size));
                let expected = if pieces.len() > 1 { pieces } else { Vec::new() };
                prop_assert_eq!(bridge.map_or(Vec::new(), |bridge| bridge.pieces.clone()), expected);
            }
        }
    }
}
