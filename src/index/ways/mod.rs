//! Ways to somebody: who can bring me to a person, into an organization, to somebody who can do something.
//!
//! Owns the question and its answer: the likeliest ways, each with what the book says about its steps. `roads` finds
//! them, `weight` has the arithmetic, `goal` says where they end, `words` tells them. Must not know how they are
//! shown. Start reading at [`Ways::to`].
//!
//! Invariant: a way begins with me and passes nobody twice (held by `roads::tests`).

mod goal;
mod roads;
mod weight;
mod words;

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Links, Network, NodeId};
use crate::model::{Book, Contact, Id};

pub use goal::Goal;
pub use roads::{End, MOST_COST, Road, Roads};
use weight::{chance, roads};

/// The roads of one state of a book on one day, to be asked more than once.
#[derive(Debug, Clone)]
pub struct Atlas {
    network: Arc<Network>,
    roads: Roads,
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq)]
pub struct Ways {
    /// What was asked.
    pub goal: Goal,
    /// In how many people a way may end.
    pub targets: usize,
    /// The ways, the likeliest first.
    pub ways: Vec<Way>,
}

/// One way to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The people behind me, the last one is whom it leads to; never empty.
    pub people: Vec<Id<Contact>>,
    /// The nodes of the network, me at the beginning.
    pub nodes: Vec<NodeId>,
    /// How likely it works, from 0 to 1.
    pub chance: f64,
    /// What the last one can do, in the words of the book; empty when the person is meant as such.
    pub fits: String,
}

/// How much a way promises, in five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Promise {
    /// From 0.
    Faint,
    /// From 0.08.
    Slight,
    /// From 0.18.
    Fair,
    /// From 0.32.
    Good,
    /// From 0.5.
    Strong,
}

impl Promise {
    /// The step of a chance.
    pub fn of(chance: f64) -> Self {
        match chance {
            chance if chance >= 0.5 => Self::Strong,
            chance if chance >= 0.32 => Self::Good,
            chance if chance >= 0.18 => Self::Fair,
            chance if chance >= 0.08 => Self::Slight,
            _ => Self::Faint,
        }
    }

    /// From 1 to 5, for a meter.
    pub fn steps(self) -> usize {
        self as usize + 1
    }
}

impl Atlas {
    /// Weighs every tie of the book.
    pub fn of(book: &Book, links: &Links, network: &Arc<Network>, today: NaiveDate) -> Self {
        let roads = roads(book, links, network, today);
        Self { network: Arc::clone(network), roads }
    }

    /// The network whose nodes the ways name.
    pub fn network(&self) -> &Arc<Network> {
        &self.network
    }

    /// The costs of its steps.
    pub fn roads(&self) -> &Roads {
        &self.roads
    }
}

impl Ways {
    /// How many ways are shown where nobody says otherwise.
    pub const FEW: usize = 5;

    /// Returns the likeliest ways to a goal, at most `count`.
    pub fn to(goal: Goal, count: usize, book: &Book, links: &Links, atlas: &Atlas) -> Self {
        let targets = goal::targets(&goal, book, links, &atlas.network);
        let ends: Vec<End> = targets.iter().map(|target| target.end).collect();
        let found = atlas.roads.best_few(Network::ME, &ends, count);
        let ways = found.into_iter().map(|road| {
            let last = road.nodes.last().copied().unwrap_or_default();
            let target = targets.iter().find(|target| target.end.node == last);
            Way {
                people: road.nodes.iter().filter_map(|node| atlas.network.contact(*node)).collect(),
                chance: chance(road.cost),
                fits: target.map(|target| target.fits.clone()).unwrap_or_default(),
                nodes: road.nodes,
            }
        });
        Self { goal, targets: targets.len(), ways: ways.collect() }
    }
}

impl Way {
    /// Who is to be asked: the first one, unless the way leads to somebody whom I know.
    pub fn asked(&self) -> Option<Id<Contact>> {
        self.people.first().copied().filter(|_| self.people.len() > 1)
    }

    /// Whom it leads to.
    pub fn target(&self) -> Option<Id<Contact>> {
        self.people.last().copied()
    }

    /// How much it promises.
    pub fn promise(&self) -> Promise {
        Promise::of(self.chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::*;

    /// I know Jonas well and Oliver hardly; Jonas knows Mina, Mina and Oliver know Ines, who is with Nordglas.
    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [(1, "Jonas Weber"), (2, "Mina Schäfer"), (4, "Oliver Grant")] {
            put(&mut book, contact(id, name));
        }
        let affiliations = vec![Affiliation { organization: Id::new(1), ..Affiliation::default() }];
        put(&mut book, Contact { affiliations, only_mentioned: true, ..contact(3, "Ines Albrecht") });
        put(
            &mut book,
            Organization { id: Id::new(1), name: "Nordglas".to_owned(), ..Organization::default() },
        );
        let meet = |id, who, on| Encounter {
            id: Id::new(id),
            contacts: [Id::new(who)].into(),
            on,
            ..Encounter::default()
        };
        for id in 1..6 {
            put(&mut book, meet(id, 1, day(9, u32::try_from(id).unwrap())));
        }
        put(&mut book, Encounter { kind: EncounterKind::SocialMedia, ..meet(9, 4, day(1, 3)) });
        let tie = |id, from, to, kind| Relationship {
            id: Id::new(id),
            from: Id::new(from),
            to: Id::new(to),
            kind,
            ..Relationship::default()
        };
        put(&mut book, tie(1, 1, 2, RelationKind::Friend));
        put(&mut book, tie(2, 2, 3, RelationKind::Client));
        put(&mut book, tie(3, 4, 3, RelationKind::Acquaintance));
        book
    }

    fn ways(book: &Book, goal: Goal) -> Ways {
        let index = Index::rebuild(book);
        let atlas = Atlas::of(book, &index.links, &index.network(), day(10, 14));
        Ways::to(goal, 5, book, &index.links, &atlas)
    }

    fn people(ways: &Ways) -> Vec<Vec<u128>> {
        ways.ways.iter().map(|way| way.people.iter().map(|id| id.value()).collect()).collect()
    }

    #[test]
    fn a_longer_way_through_people_who_are_close_comes_before_a_short_one_through_a_stranger() {
        let to_ines = ways(&book(), Goal::Person(Id::new(3)));
        assert_eq!(people(&to_ines), [vec![1, 2, 3], vec![4, 3]]);
        assert!(to_ines.ways[0].promise() > to_ines.ways[1].promise());
        assert_eq!(to_ines.ways[0].asked(), Some(Id::new(1)));
        assert_eq!(people(&ways(&book(), Goal::Organization(Id::new(1)))), people(&to_ines));
    }

    #[test]
    fn whom_i_know_is_a_way_of_one_step_with_nobody_to_ask() {
        let to_jonas = ways(&book(), Goal::Person(Id::new(1)));
        assert_eq!(people(&to_jonas)[0], [1]);
        assert_eq!(to_jonas.ways[0].asked(), None);
    }

    #[test]
    fn nobody_leads_to_people_who_are_gone_or_tied_to_nobody() {
        let mut book = book();
        put(&mut book, contact(5, "Nobody Knows"));
        assert!(ways(&book, Goal::Person(Id::new(5))).ways.is_empty());
        assert!(ways(&book, Goal::Person(Id::new(99))).ways.is_empty());
        let archived = Some(Archived::default());
        put(&mut book, Contact { archived, ..contact(3, "Ines Albrecht") });
        assert_eq!(ways(&book, Goal::Person(Id::new(3))).targets, 0);
    }

    #[test]
    fn giving_first_and_being_in_touch_make_a_way_likelier() {
        let before = ways(&book(), Goal::Person(Id::new(3))).ways[1].chance;
        let mut warmer = book();
        let favours = vec![Favour { given: true, ..Favour::default() }];
        put(
            &mut warmer,
            Encounter {
                id: Id::new(20),
                on: day(10, 1),
                contacts: [Id::new(4)].into(),
                favours,
                reply: Reply::Continuing,
                ..Encounter::default()
            },
        );
        let after = ways(&warmer, Goal::Person(Id::new(3)));
        let oliver = after.ways.iter().find(|way| way.people[0] == Id::new(4)).expect("a way");
        assert!(oliver.chance > before * 2.0);
    }
}
