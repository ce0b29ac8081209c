//! The cheapest ways through a graph of costs: one, or the best few without a loop.
//!
//! Knows numbers only. One way is found from both ends at once (bidirectional Dijkstra over a compressed adjacency). The
//! next ones are found as Yen does (Management Science 17, 1971) with Lawler's saving: each deviates from one that was
//! found before. What a deviation may still cost is known exactly near the goals and bounded farther away, so that most
//! searches look at few nodes (A\*, Hart, Nilsson and Raphael 1968). Where that misleads, because the way that was left
//! was the only short one, both ends search towards each other again.
//!
//! Invariant: the ways are the cheapest that there are (`tests::the_best_ways_are_those_of_trying_everything`).

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::index::NodeId;

/// The highest cost of a step; with a million people on the longest way sums still fit.
pub const MOST_COST: u32 = 4_000;

/// How far around the goals distances are known exactly, in parts of the best way. Measured: less makes each deviation
/// look farther, more makes the one search around the goals larger.
const EXACT_PARTS: (u32, u32) = (3, 5);

/// So many nodes a guided search looks at before both ends search instead. Measured: guided searches that end well look at
/// fewer, and one from both ends takes as long as some thousands.
const PATIENCE: usize = 192;

const NOBODY: NodeId = NodeId::MAX;

/// Who can be reached from whom at which cost, both ways the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roads {
    /// First slot of each node; one more entry than nodes.
    starts: Vec<u32>,
    /// (neighbour, cost), the cheapest first.
    slots: Vec<(NodeId, u32)>,
}

/// A way and what it costs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Road {
    /// The costs of its steps and what its goal adds.
    pub cost: u32,
    /// The nodes, both ends included.
    pub nodes: Vec<NodeId>,
}

/// Where ways may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The node; no way leads through it to another end.
    pub node: NodeId,
    /// What ending here adds to the cost.
    pub extra: u32,
}

impl Roads {
    /// Builds the graph. Of several edges between two nodes the cheapest counts; an edge from a node to itself or to a
    /// node that is not there is left out. Costs lie between 1 and [`MOST_COST`].
    pub fn new(nodes: usize, edges: impl IntoIterator<Item = (NodeId, NodeId, u32)>) -> Self {
        let mut all: Vec<(NodeId, u32, NodeId)> = Vec::new();
        for (a, b, cost) in edges {
            if a != b && (a.max(b) as usize) < nodes {
                let cost = cost.clamp(1, MOST_COST);
                all.extend([(a, cost, b), (b, cost, a)]);
            }
        }
        all.sort_unstable();
        let mut starts = vec![0_u32; nodes + 1];
        let mut slots: Vec<(NodeId, u32)> = Vec::with_capacity(all.len());
        let mut seen = vec![NOBODY; nodes];
        for (from, cost, to) in all {
            // The cheapest comes first; the others to the same neighbour say nothing more.
            if std::mem::replace(&mut seen[to as usize], from) != from {
                starts[from as usize + 1] += 1;
                slots.push((to, cost));
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { starts, slots }
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the neighbours of a node with their costs, the cheapest first.
    pub fn of(&self, node: NodeId) -> &[(NodeId, u32)] {
        match (self.starts.get(node as usize), self.starts.get(node as usize + 1)) {
            (Some(start), Some(end)) => &self.slots[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// Returns the cost of the step between two nodes.
    pub fn cost(&self, from: NodeId, to: NodeId) -> Option<u32> {
        let (from, to) = if self.of(from).len() <= self.of(to).len() { (from, to) } else { (to, from) };
        self.of(from).iter().find(|(node, _)| *node == to).map(|(_, cost)| *cost)
    }

    /// Returns the cheapest way from a node to one of the ends.
    pub fn best(&self, from: NodeId, ends: &[End]) -> Option<Road> {
        let goals = Goals::new(self.len(), from, ends)?;
        Search::new(self, &goals).meet(&Deviation::whole(&[from]))
    }

    /// Returns the cheapest ways from a node to one of the ends, at most `count`, the best first. No way passes a node
    /// twice, nor an end on the way to another one.
    pub fn best_few(&self, from: NodeId, ends: &[End], count: usize) -> Vec<Road> {
        self.best_patiently(from, ends, count, PATIENCE)
    }

    /// The same with a choice of how many nodes a guided search may look at; whatever is chosen, the costs are the same.
    fn best_patiently(&self, from: NodeId, ends: &[End], count: usize, patience: usize) -> Vec<Road> {
        let Some(goals) = Goals::new(self.len(), from, ends) else { return Vec::new() };
        let mut search = Search::new(self, &goals);
        let first = search.meet(&Deviation::whole(&[from])).filter(|_| count > 0);
        let Some(first) = first else { return Vec::new() };
        let (part, of) = EXACT_PARTS;
        let near = Near::around(self, from, &goals, first.cost / of * part);
        let mut found: Vec<Road> = Vec::with_capacity(count);
        // Each candidate with the place at which it leaves the one that it was made from.
        let mut candidates: BTreeSet<(Road, usize)> = BTreeSet::from([(first, 0)]);
        let mut known: BTreeSet<Vec<NodeId>> = BTreeSet::new();
        while found.len() < count
            && let Some((road, leaves)) = candidates.pop_first()
        {
            found.push(road);
            if found.len() == count {
                break;
            }
            let road = found.last().map(|road| road.nodes.clone()).unwrap_or_default();
            let mut until = 0;
            for at in 0..road.len() - 1 {
                if at >= leaves {
                    // Costlier ones than so many that are there already will not be wanted.
                    let missing = count - found.len();
                    let bound = missing
                        .checked_sub(1)
                        .map_or(0, |place| candidates.iter().nth(place).map_or(u32::MAX, |it| it.0.cost));
                    let taken = found
                        .iter()
                        .filter(|other| other.nodes.len() > at + 1 && other.nodes[..=at] == road[..=at])
                        .map(|other| other.nodes[at + 1]);
                    let taken: Vec<NodeId> = taken.collect();
                    let deviation = Deviation { root: &road[..=at], taken: &taken, until, bound };
                    if let Some(new) = search.deviate(&near, &deviation, patience)
                        && known.insert(new.nodes.clone())
                    {
                        candidates.insert((new, at));
                    }
                }
                until += self.cost(road[at], road[at + 1]).unwrap_or(MOST_COST);
            }
        }
        found
    }
}

/// What a way is to look like: how it begins, how it does not go on, and what it may cost.
struct Deviation<'a> {
    /// The nodes with which it begins; never empty.
    root: &'a [NodeId],
    /// Where it does not go from the last of them.
    taken: &'a [NodeId],
    /// What the root costs.
    until: u32,
    /// It costs less than this.
    bound: u32,
}

impl<'a> Deviation<'a> {
    /// Any way from the only node of `root`.
    fn whole(root: &'a [NodeId]) -> Self {
        Self { root, taken: &[], until: 0, bound: u32::MAX }
    }
}

/// Where ways end, for asking quickly.
struct Goals {
    ends: Vec<End>,
    /// One bit for each node.
    bits: Vec<u64>,
}

impl Goals {
    /// `None` when no end can be reached from the node at all.
    fn new(nodes: usize, from: NodeId, ends: &[End]) -> Option<Self> {
        if from as usize >= nodes {
            return None;
        }
        let mut bits = vec![0_u64; nodes.div_ceil(64)];
        let mut ends: Vec<End> =
            ends.iter().copied().filter(|end| (end.node as usize) < nodes && end.node != from).collect();
        ends.sort_by_key(|end| (end.node, end.extra));
        ends.dedup_by_key(|end| end.node);
        for end in &ends {
            bits[end.node as usize / 64] |= 1 << (end.node % 64);
        }
        (!ends.is_empty()).then_some(Self { ends, bits })
    }

    fn has(&self, node: NodeId) -> bool {
        self.bits[node as usize / 64] & (1 << (node % 64)) != 0
    }

    fn extra(&self, node: NodeId) -> u32 {
        self.ends.binary_search_by_key(&node, |end| end.node).map_or(0, |at| self.ends[at].extra)
    }
}

/// Costs and nodes in one word, so that the queue compares one number.
fn entry(cost: u32, node: NodeId) -> Reverse<u64> {
    Reverse((u64::from(cost) << 32) | u64::from(node))
}

#[expect(clippy::cast_possible_truncation, reason = "the two halves of the word")]
fn parts(Reverse(word): Reverse<u64>) -> (u32, NodeId) {
    ((word >> 32) as u32, word as u32)
}

/// What one search has reached; its memory is used again for the next one.
struct Side {
    /// One more than the cost of each node; 0 where it has not been reached, as fresh memory is.
    costs: Vec<u32>,
    before: Vec<NodeId>,
    queue: BinaryHeap<Reverse<u64>>,
    /// Nodes whose cost is not 0.
    touched: Vec<NodeId>,
}

impl Side {
    fn new(nodes: usize) -> Self {
        Self { costs: vec![0; nodes], before: vec![0; nodes], queue: BinaryHeap::new(), touched: Vec::new() }
    }

    /// Forgets everything but `blocked`: those cost nothing already, so that nothing is cheaper and nobody goes there.
    fn begin(&mut self, blocked: &[NodeId]) {
        self.queue.clear();
        for node in self.touched.drain(..) {
            self.costs[node as usize] = 0;
        }
        for node in blocked {
            self.costs[*node as usize] = 1;
            self.touched.push(*node);
        }
    }

    fn cost_of(&self, node: NodeId) -> Option<u32> {
        self.costs[node as usize].checked_sub(1)
    }

    /// Notes a way to a node from which `left` is left to go; whether it is cheaper than what was known.
    fn reach(&mut self, node: NodeId, cost: u32, before: NodeId, left: u32) -> bool {
        match self.cost_of(node) {
            Some(known) if known <= cost => return false,
            Some(_) => {}
            None => self.touched.push(node),
        }
        self.costs[node as usize] = cost + 1;
        self.before[node as usize] = before;
        // Where nobody gets to an end there is nothing to look for.
        let guess = cost.saturating_add(left);
        if guess != u32::MAX {
            self.queue.push(entry(guess, node));
        }
        true
    }

    /// The cheapest node that is not settled, of a search without guesses.
    fn top(&mut self) -> Option<(u32, NodeId)> {
        while let Some((cost, node)) = self.queue.peek().copied().map(parts) {
            if self.costs[node as usize] == cost + 1 {
                return Some((cost, node));
            }
            self.queue.pop();
        }
        None
    }

    fn settle(&mut self) -> Option<(u32, NodeId)> {
        let top = self.top();
        self.queue.pop();
        top
    }

    /// The nodes from one back to where the search began.
    fn trace(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(node), |at| Some(self.before[*at as usize]).filter(|it| *it != NOBODY))
    }
}

/// What is left from a node to the nearest end: exactly around the ends, a lower bound elsewhere.
struct Near {
    costs: Vec<u32>,
    radius: u32,
}

impl Near {
    fn around(roads: &Roads, from: NodeId, goals: &Goals, radius: u32) -> Self {
        let mut side = Side::new(roads.len());
        for end in &goals.ends {
            side.reach(end.node, end.extra, NOBODY, 0);
        }
        let mut frontier = u32::MAX;
        while let Some((cost, node)) = side.top() {
            if cost > radius {
                frontier = cost;
                break;
            }
            side.queue.pop();
            if node == from {
                continue;
            }
            for (next, step) in roads.of(node) {
                if !goals.has(*next) {
                    side.reach(*next, cost + step, node, 0);
                }
            }
        }
        Self { costs: side.costs, radius: frontier }
    }

    /// Never more than what is left, and along a step it falls by no more than the step costs.
    fn left(&self, node: NodeId) -> u32 {
        self.costs[node as usize].checked_sub(1).map_or(self.radius, |cost| cost.min(self.radius))
    }
}

/// Searches for one way after another between the same ends.
struct Search<'a> {
    roads: &'a Roads,
    goals: &'a Goals,
    ahead: Side,
    back: Side,
}

impl<'a> Search<'a> {
    fn new(roads: &'a Roads, goals: &'a Goals) -> Self {
        Self { roads, goals, ahead: Side::new(roads.len()), back: Side::new(roads.len()) }
    }

    /// Returns the cheapest way of a kind: guided by what is left, or from both ends when that takes too long.
    fn deviate(&mut self, near: &Near, wanted: &Deviation<'_>, patience: usize) -> Option<Road> {
        match self.guided(near, wanted, patience) {
            Found::Way(road) => Some(road),
            Found::Nothing => None,
            Found::TooLong => self.meet(wanted),
        }
    }

    fn guided(&mut self, near: &Near, wanted: &Deviation<'_>, patience: usize) -> Found {
        let Some((spur, before)) = wanted.root.split_last() else { return Found::Nothing };
        let (roads, goals, bound) = (self.roads, self.goals, wanted.bound);
        let left = |node: NodeId| {
            // The end itself is exact however far away: the first one that is settled is the answer.
            if goals.has(node) { goals.extra(node) } else { near.left(node) }
        };
        self.ahead.begin(before);
        self.ahead.reach(*spur, wanted.until, NOBODY, left(*spur));
        let mut looked = 0;
        while let Some((guess, node)) = self.ahead.queue.pop().map(parts) {
            if guess >= bound {
                return Found::Nothing;
            }
            let Some(cost) = self.ahead.cost_of(node) else { continue };
            // A cheaper way was found after this entry.
            if cost.saturating_add(left(node)) != guess {
                continue;
            }
            if goals.has(node) {
                let mut nodes: Vec<NodeId> = self.ahead.trace(node).collect();
                nodes.reverse();
                nodes.splice(0..0, before.iter().copied());
                return Found::Way(Road { cost: cost + goals.extra(node), nodes });
            }
            if looked == patience {
                return Found::TooLong;
            }
            looked += 1;
            for (next, step) in roads.of(node) {
                let reached = cost + step;
                if reached >= bound {
                    break;
                }
                let left = left(*next);
                if (node != *spur || !wanted.taken.contains(next)) && reached.saturating_add(left) < bound {
                    self.ahead.reach(*next, reached, node, left);
                }
            }
        }
        Found::Nothing
    }

    /// Searches from both ends until they have met and nothing cheaper can be left.
    fn meet(&mut self, wanted: &Deviation<'_>) -> Option<Road> {
        let (from, before) = wanted.root.split_last()?;
        let (roads, goals) = (self.roads, self.goals);
        let (ahead, back) = (&mut self.ahead, &mut self.back);
        ahead.begin(before);
        back.begin(before);
        ahead.reach(*from, wanted.until, NOBODY, 0);
        for end in &goals.ends {
            back.reach(end.node, end.extra, NOBODY, 0);
        }
        let mut best: Option<(u32, NodeId)> = None;
        loop {
            let bound = best.map_or(wanted.bound, |(cost, _)| cost);
            let (Some(front), Some(rear)) = (ahead.top(), back.top()) else { break };
            if front.0.saturating_add(rear.0) >= bound {
                break;
            }
            // The side that has less to do, so that a hub is not gone through when it need not be.
            let forward =
                ahead.queue.len() + roads.of(front.1).len() <= back.queue.len() + roads.of(rear.1).len();
            let (this, other): (&mut Side, &Side) = if forward { (ahead, back) } else { (back, ahead) };
            let Some((cost, node)) = this.settle() else { break };
            // No way goes on behind an end, and none comes back to where it began.
            if if forward { goals.has(node) } else { node == *from } {
                continue;
            }
            for (next, step) in roads.of(node) {
                let reached = cost + step;
                if reached >= bound {
                    break;
                }
                // Where the deviation must not go: from its spur on to those that are taken.
                let closed = if forward {
                    *next == *from || (node == *from && wanted.taken.contains(next))
                } else {
                    goals.has(*next) || (*next == *from && wanted.taken.contains(&node))
                };
                if !closed
                    && this.reach(*next, reached, node, 0)
                    && let Some(rest) = other.cost_of(*next)
                {
                    let whole = reached + rest;
                    if whole < wanted.bound && best.is_none_or(|(cost, at)| (whole, *next) < (cost, at)) {
                        best = Some((whole, *next));
                    }
                }
            }
        }
        let (cost, middle) = best?;
        let mut nodes: Vec<NodeId> = ahead.trace(middle).collect();
        nodes.reverse();
        nodes.splice(0..0, before.iter().copied());
        nodes.extend(back.trace(middle).skip(1));
        Some(Road { cost, nodes })
    }
}

/// What a guided search came to.
enum Found {
    Way(Road),
    /// There is none.
    Nothing,
    /// It has looked at too many nodes.
    TooLong,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every way without a loop that passes no end before its last node, the cheapest first.
    fn all_ways(roads: &Roads, from: NodeId, ends: &[End]) -> Vec<Road> {
        fn go(roads: &Roads, ends: &[End], road: &mut Road, all: &mut Vec<Road>) {
            let Some(last) = road.nodes.last().copied() else { return };
            let end = ends.iter().filter(|end| end.node == last).map(|end| end.extra).min();
            if let Some(extra) = end.filter(|_| road.nodes.len() > 1) {
                all.push(Road { cost: road.cost + extra, nodes: road.nodes.clone() });
                return;
            }
            for (next, cost) in roads.of(last).to_vec() {
                if !road.nodes.contains(&next) {
                    road.nodes.push(next);
                    road.cost += cost;
                    go(roads, ends, road, all);
                    road.cost -= cost;
                    road.nodes.pop();
                }
            }
        }
        let mut all = Vec::new();
        go(roads, ends, &mut Road { cost: 0, nodes: vec![from] }, &mut all);
        all.sort();
        all
    }

    fn cost_of(roads: &Roads, road: &Road, ends: &[End]) -> Option<u32> {
        let steps = road.nodes.windows(2).map(|pair| roads.cost(pair[0], pair[1]));
        let last = road.nodes.last()?;
        let extra = ends.iter().filter(|end| end.node == *last).map(|end| end.extra).min()?;
        Some(steps.sum::<Option<u32>>()? + extra)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]
        #[test]
        fn the_best_ways_are_those_of_trying_everything(
            nodes in 2_u32..9,
            edges in proptest::collection::vec((0_u32..9, 0_u32..9, 1_u32..12), 0..22),
            ends in proptest::collection::vec((0_u32..9, 0_u32..9), 1..4),
            count in 1_usize..9,
        ) {
            let roads = Roads::new(nodes as usize, edges);
            let ends: Vec<End> = ends.into_iter().map(|(node, extra)| End { node, extra }).collect();
            let usable: Vec<End> = ends.iter().copied().filter(|end| end.node != 0 && end.node < nodes).collect();
            let expected = all_ways(&roads, 0, &usable);
            let costs = |ways: &[Road]| ways.iter().map(|way| way.cost).collect::<Vec<u32>>();
            // Guided all the way, from both ends each time, and changing over.
            for patience in [PATIENCE, 0, 2] {
                let found = roads.best_patiently(0, &ends, count, patience);
                prop_assert_eq!(costs(&found), costs(&expected[..expected.len().min(count)]));
                for (at, way) in found.iter().enumerate() {
                    prop_assert_eq!(cost_of(&roads, way, &usable), Some(way.cost));
                    prop_assert!(expected.contains(way), "no loop, no end in between: {:?}", way);
                    prop_assert!(!found[..at].contains(way));
                }
            }
            let best = roads.best(0, &ends);
            prop_assert_eq!(best.map(|way| way.cost), expected.first().map(|way| way.cost));
        }

        #[test]
        fn in_a_larger_graph_the_first_of_few_is_the_best_and_more_only_add(
            edges in proptest::collection::vec((0_u32..60, 0_u32..60, 1_u32..1000), 60..200),
            end in 1_u32..60,
        ) {
            let roads = Roads::new(60, edges);
            let ends = [End { node: end, extra: 0 }];
            let few = roads.best_few(0, &ends, 5);
            let more = roads.best_few(0, &ends, 25);
            prop_assert_eq!(roads.best(0, &ends).map(|way| way.cost), few.first().map(|way| way.cost));
            let costs = |ways: &[Road]| ways.iter().map(|way| way.cost).collect::<Vec<u32>>();
            prop_assert_eq!(costs(&few), costs(&more[..few.len()]));
            prop_assert!(costs(&more).is_sorted());
            prop_assert_eq!(costs(&roads.best_patiently(0, &ends, 25, 1)), costs(&more));
        }
    }

    #[test]
    fn what_is_no_graph_is_cleaned() {
        let roads = Roads::new(3, [(0, 0, 5), (0, 7, 5), (0, 1, 0), (1, 0, 900), (1, 2, u32::MAX)]);
        assert_eq!(roads.of(0), [(1, 1)]);
        assert_eq!(roads.cost(2, 1), Some(MOST_COST));
        let end = |node| [End { node, extra: 0 }];
        assert!(roads.best(0, &end(9)).is_none() && roads.best(0, &end(0)).is_none());
        assert!(roads.best(9, &end(1)).is_none() && roads.best_few(0, &[], 5).is_empty());
        assert!(Roads::default().best_few(0, &end(1), 5).is_empty());
        assert!(roads.best_few(0, &end(2), 0).is_empty());
    }
}
