//! How much a tie weighs today: by the warmth of its people and its own age.
//!
//! Owns the arithmetic; window and pictures draw stronger what weighs more.

use chrono::{Datelike as _, NaiveDate};

use super::{Edge, Index, Network, NodeId, Warmth};
use crate::model::{Book, Contact, Id};

/// Days in which the recency of a tie halves.
const RECENCY_DAYS: f32 = 540.0;
/// The recency of a tie whose day nobody knows.
const UNDATED: f32 = 0.3;

/// Returns how warm the relationship to each node of a network is on a day, from 0 to 1; me counts as 1.
pub fn warmth_of_nodes(book: &Book, index: &Index, network: &Network, today: NaiveDate) -> Vec<f32> {
    let of = |id: &Id<Contact>| Warmth::value_on(book, index, *id, today) / 100.0;
    std::iter::once(1.0).chain(network.people().iter().map(|id| of(id).clamp(0.0, 1.0))).collect()
}

/// Returns how much a tie weighs on a day, from 0 to 1: 0.6 of the warmth of the colder one of its people, 0.4 of its
/// recency; the recency alone where `warmth` does not know its people.
pub fn strength(edge: &Edge, warmth: &[f32], today: NaiveDate) -> f32 {
    let of = |node: NodeId| warmth.get(node as usize).copied();
    let warm = of(edge.from).zip(of(edge.to)).map(|(a, b)| a.min(b));
    let recent = edge.on.map_or(UNDATED, |on| {
        let age = (today.num_days_from_ce() - on.num_days_from_ce()).max(0) as f32;
        (-age / RECENCY_DAYS).exp2()
    });
    warm.map_or(recent, |warm| warm * 0.6 + recent * 0.4)
}
