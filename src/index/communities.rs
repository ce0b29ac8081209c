//! Communities: people who are joined more to each other than to the rest.
//!
//! Owns what is asked of the Leiden algorithm (Traag, Waltman, van Eck 2019) in the crate `leiden-rs`. Must not know how
//! communities are drawn.
//!
//! Invariant: the same network gives the same communities (`tests::the_same_network_gives_the_same_communities`).

use leiden_rs::{GraphDataBuilder, Leiden, LeidenConfig, QualityType};

use super::graph::{EdgeKind, Network};

/// The same answer on every machine and on every day.
const SEED: u64 = 7;

impl Network {
    /// Returns the number of the community of every node, from 0, in the order of their first members. First meetings
    /// with me do not count: through me everybody would be one. Takes a second at 100,000 people, so ask on a worker.
    pub fn communities(&self) -> Vec<u32> {
        let count = self.len();
        let alone = || (0..count as u32).collect();
        let mut builder = GraphDataBuilder::new(count);
        for edge in self.edges() {
            let weight = match edge.kind {
                EdgeKind::Met => continue,
                EdgeKind::Relationship => 1.5,
                EdgeKind::Introduction(_) | EdgeKind::Referral(_) | EdgeKind::Lead(_) => 1.0,
                EdgeKind::SharedOrganization => 0.8,
                EdgeKind::SharedEvent => 0.4,
            };
            if edge.from != Self::ME
                && edge.to != Self::ME
                && builder.add_edge(edge.from as usize, edge.to as usize, weight).is_err()
            {
                return alone();
            }
        }
        let config = LeidenConfig::builder().seed(SEED).quality(QualityType::Modularity).build();
        let found = builder.build().and_then(|graph| Leiden::new(config).run(&graph));
        let Ok(found) = found else { return alone() };
        // Numbered by their first members, whatever numbers the algorithm gives.
        let mut numbers = std::collections::BTreeMap::new();
        (0..count)
            .map(|node| {
                let next = numbers.len() as u32;
                *numbers.entry(found.partition.community_of(node)).or_insert(next)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::index::Index;
    use crate::index::tests::{contact, put};
    use crate::model::{Book, Id, Relationship};

    #[test]
    fn the_same_network_gives_the_same_communities() {
        let mut book = Book::default();
        for id in 1..=40 {
            put(&mut book, contact(id, "Somebody"));
        }
        // Four groups of ten in which everybody knows the next three, and one tie between neighbours.
        let mut ties = Vec::new();
        for group in 0..4_u128 {
            let of = |member: u128| group * 10 + member % 10 + 1;
            ties.extend((0..10).flat_map(|member| (1..=3).map(move |by| (of(member), of(member + by)))));
            ties.push((of(0), (group * 10 + 10) % 40 + 1));
        }
        for ((from, to), id) in ties.into_iter().zip(1..) {
            let (id, from, to) = (Id::new(id), Id::new(from), Id::new(to));
            put(&mut book, Relationship { id, from, to, ..Relationship::default() });
        }
        let network = Index::rebuild(&book).network();
        let found = network.communities();
        for node in 1..=40 {
            assert_eq!(found[node], (node as u32 - 1) / 10 + found[1], "{found:?}");
        }
        assert_eq!(found, network.communities());
        assert!(Index::rebuild(&Book::default()).network().communities().len() == 1);
    }
}
